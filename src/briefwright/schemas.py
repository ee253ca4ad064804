"""JSON Schemas (draft 7) of what people write and of what reviewers read, for editors and other programs.

They say the same as the readers of these files, which refuse every key that they do not know (tested against them).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from briefwright.codebook import DECISIONS
from briefwright.model import (
    ENTITY_KINDS,
    HOME,
    KINDS,
    Basis,
    ConflictType,
    Known,
    PassageClass,
    Polarity,
    Stance,
    Status,
)
from briefwright.store import json_schema
from briefwright.store.data import to_json

Schema = dict[str, object]

_TEXT: Schema = {"type": ["string", "integer"]}
_WORDS: Schema = {"type": "string", "minLength": 1}
#: "0.08": a share is text, for our reader takes no fractions
_SHARE: Schema = {"type": ["string", "number", "integer"]}
_MAPPED: Schema = {"type": "object", "additionalProperties": _TEXT}
_ADDRESS: Schema = {"type": "string", "pattern": "^(https?://|$)"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_PARAGRAPH = "^p[1-9][0-9]{0,4}$"
_PLACE: Schema = {"type": "string", "pattern": _PARAGRAPH}
_SHA: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
#: File below docs/schema/ -> the files that it is for.
NAMES: Mapping[str, str] = {
    "note": "the front matter of a source note, seeds/*.md",
    "codebook": "codebook.yml of a corpus",
    "briefing": "docs/data/briefing.json",
    "findings": "briefing/*.yml but the two below",
    "sources": "briefing/sources.yml",
    "conflicts": "briefing/conflicts.yml",
    "selftest": "briefing/selftest.yml",
}
#: The same for the package's own data, src/briefwright/codebook/data/.
PACKAGE: Mapping[str, str] = {
    "rules": "rules.yml, the extraction rules of the package",
    "templates": "templates.yml, the sentence patterns of each kind",
    "words": "the lists of words of the package: all its other data",
}
#: File of the package's data -> the name of its schema.
DATA = {"rules.yml": "rules", "templates.yml": "templates"}


def schema(name: str) -> Schema:
    """The schema of that name; `KeyError` for one that is neither in `NAMES` nor in `PACKAGE`."""
    made = {
        "note": _note, "codebook": _codebook, "briefing": json_schema, "findings": _findings, "sources": _sources,
        "conflicts": _conflicts, "selftest": _selftest, "rules": lambda: _list(_rule()), "templates": _templates,
        "words": _lists_of_words,
    }[name]()  # fmt: skip
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": {**NAMES, **PACKAGE}[name], **made}


def schema_files() -> dict[str, bytes]:
    """Every schema, by its path below the output folder."""
    return {f"docs/schema/{name}.schema.json": to_json(schema(name)) for name in NAMES}


def package_files() -> dict[str, bytes]:
    """The schemas of the package's own data, by their path below src/briefwright/codebook/data/."""
    return {f"schema/{name}.schema.json": to_json(schema(name)) for name in PACKAGE}


def _object(required: Mapping[str, object], **optional: object) -> Schema:
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


# --------------------------------------------------------------------------- what people write


def _note() -> Schema:
    by_paragraph = {
        "type": "object", "propertyNames": {"pattern": _PARAGRAPH}, "additionalProperties": _TEXT,
    }  # fmt: skip
    published = _object(
        {},
        value=_TEXT,
        precision={"enum": ["day", "month", "year", "unknown"]},
        known={"enum": list(get_args(Known))},
        how=_TEXT,
    )
    return _object(
        {
            "id": _TEXT,
            "title": _TEXT,
            "published": {"anyOf": [{"const": "unknown"}, published]},
            "file": _TEXT,
            "sha256": _SHA,
            "paragraphs": {"type": "integer", "minimum": 1},
        },
        publisher=_TEXT,
        author=_TEXT,
        language=_TEXT,
        headings=by_paragraph,
        noise=by_paragraph,
        corrections=_list(_object({"when": _TEXT, "what": _TEXT, "sha256": _SHA})),
        left_out=_list(_object({"paragraph": _PLACE, "detail": _TEXT, "reason": _TEXT})),
        page=_object({}, address=_ADDRESS, file=_TEXT, sha256=_SHA, modified=_TEXT, stated=_MAPPED),
        rights=_TEXT,
    )


def _codebook() -> Schema:
    name = _object({"name": _TEXT, "kind": {"enum": list(ENTITY_KINDS)}}, aliases=_TEXTS, evidence=_TEXT, why=_TEXT)
    judgement = _object(
        {"decision": {"enum": list(DECISIONS)}, "about": _TEXTS, "by": _TEXT, "when": _TEXT, "why": _TEXT},
        text=_TEXT,
        slots=_MAPPED,
        seen=_TEXT,
    )
    counted = [*KINDS, *ENTITY_KINDS, "sources", "origins"]
    return {
        **_object(
            {},
            title=_TEXT,
            site_name=_TEXT,
            contact=_TEXT,
            report=_ADDRESS,
            edit=_ADDRESS,
            glossary=_list(_object({"term": _TEXT, "meaning": _TEXT})),
            names=_list(name),
            judgements=_list(judgement),
            years=_list(_object({"year": {"type": "integer", "minimum": 1000, "maximum": 2999}, "why": _TEXT})),
            pins=_list(_object({"finding": _TEXT, "rank": {"type": "integer", "minimum": 1}}, why=_TEXT)),
            summary=_list(
                _object(
                    {"text": _WORDS, "evidence": {**_TEXTS, "minItems": 1}, "rank": {"type": "integer"}, "by": _TEXT}
                )
            ),
            drops=_list(_object({"finding": _TEXT}, why=_TEXT)),
            gaps=_TEXTS,
            lexicon=_object({}, synonyms=_MAPPED, risk_types={"type": "object", "additionalProperties": _TEXTS}),
            expected={"type": "object", "propertyNames": {"enum": counted}, "additionalProperties": _COUNT},
            lineage=_object(
                {},
                certain=_SHARE,
                possible=_SHARE,
                aligned=_SHARE,
                retold=_SHARE,
                coined={"type": "integer", "minimum": 1},
            ),
            rules=_list(_rule()),
        ),
        "type": ["object", "null"],
    }


def _rule() -> Schema:
    return _object(
        {"name": _TEXT, "kind": {"enum": list(KINDS)}, "pattern": _WORDS},
        fixed=_MAPPED,
        presupposed={"type": "boolean"},
        yes=_TEXTS,
        no=_TEXTS,
    )


def _templates() -> Schema:
    value = {"anyOf": [_TEXT, _TEXTS]}
    template = _object({"text": _WORDS}, when={"type": "object", "additionalProperties": value})
    return {
        "type": "object", "propertyNames": {"enum": list(KINDS)}, "additionalProperties": _list(template),
    }  # fmt: skip


def _lists_of_words() -> Schema:
    """Texts, lists and mappings of them, to any depth: what a list is for, its reader knows."""
    value: Schema = {"$ref": "#/definitions/value"}
    kinds = [_TEXT, {"type": "array", "items": value}, {"type": "object", "additionalProperties": value}]
    return {"definitions": {"value": {"anyOf": kinds}}, "type": "object", "additionalProperties": value}


# --------------------------------------------------------------------------- what the build writes


def _findings() -> Schema:
    evidence = _object({"start": _COUNT, "end": _COUNT, "exact": _WORDS, "basis": {"enum": list(get_args(Basis))}})
    statement = _object(
        {
            "id": _WORDS, "source": _WORDS, "passage": _PLACE, "text": _WORDS,
            "slots": {"type": "object"}, "stance": {"enum": list(get_args(Stance))}, "rule": _WORDS,
            "evidence": evidence,
        },
        attribution=_WORDS, hedge=_WORDS, polarity={"enum": list(get_args(Polarity))}, voice=_WORDS, accepted=_WORDS,
    )  # fmt: skip
    finding = _object(
        {
            "id": _WORDS, "kind": {"enum": list(KINDS)}, "text": _WORDS, "status": {"enum": list(get_args(Status))},
            "origins": _TEXTS, "voices": _TEXTS, "statements": {**_list(statement), "minItems": 1},
        },
        entities=_TEXTS, summary={"const": True}, summary_rank={"type": "integer", "minimum": 1, "maximum": 12},
    )  # fmt: skip
    entity = _object(
        {"id": _WORDS, "kind": {"enum": list(ENTITY_KINDS)}, "name": _WORDS},
        aliases=_TEXTS, same_as_doubt=_TEXTS, note=_WORDS,
    )  # fmt: skip
    gap = _object({"id": _WORDS, "question": _WORDS})
    homes = ", ".join(dict.fromkeys(HOME.values()))
    made = _object({"findings": _list(finding)}, entities=_list(entity), gaps=_list(gap))
    return {**made, "description": f"One of {homes}."}


def _cited() -> Schema:
    return _object({"id": _WORDS, "source": _WORDS, "passage": _PLACE, "text": _WORDS})


def _sources() -> Schema:
    passage = _object(
        {"id": _PLACE, "class": {"enum": list(get_args(PassageClass))}},
        reason=_WORDS, findings=_TEXTS, unused=_list(_object({"text": _TEXT, "why": _WORDS})),
    )  # fmt: skip
    source: Schema = {
        "type": "object",
        "properties": {
            "id": _WORDS,
            "sha256": _SHA,
            "passages": _list(passage),
        },
        "required": ["id", "title", "path", "file", "sha256", "text_sha256", "basis", "sentences", "used", "passages"],
    }
    origin = _object({"id": _WORDS, "sources": {**_TEXTS, "minItems": 1}}, shared=_TEXTS)
    return {
        "type": "object",
        "properties": {
            "schema": {"const": 1},
            "revision": {"type": "string", "pattern": "^[0-9a-f]{12}$"},
            "origins": _list(origin),
            "sources": _list(source),
        },
        "required": ["schema", "revision", "rules", "codebook", "title", "origins", "sources"],
    }


def _conflicts() -> Schema:
    side = _object({"text": _WORDS, "statements": {**_list(_cited()), "minItems": 1}})
    conflict = _object(
        {
            "id": _WORDS, "type": {"enum": list(get_args(ConflictType))}, "sides": {**_list(side), "minItems": 2},
            "resolution": _WORDS,
        },
        about=_WORDS, entities=_TEXTS, note=_WORDS,
    )  # fmt: skip
    return _object({"conflicts": _list(conflict)})


def _selftest() -> Schema:
    counts = ("statements", "accepted", "made", "refused", "verbatim", "verbatim_refused")
    by_class = _object({"class": _WORDS, "told": _WORDS, "made": _COUNT, "refused": _COUNT, "equivalent": _COUNT})
    row = _object({"class": _WORDS, "statement": _WORDS}, why=_WORDS)
    return _object(
        {
            "fits": _MAPPED, **dict.fromkeys(counts, _COUNT), "classes": _list(by_class), "survivors": _list(row),
            "equivalents": _list(row),
        }
    )  # fmt: skip
