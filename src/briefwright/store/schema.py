"""The JSON Schema (draft 7) of `briefing.json`: closed vocabularies, and slots typed by the kind of statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from briefwright.model import (
    ENTITY_KINDS,
    HOME,
    KINDS,
    SLOTS,
    Basis,
    ConflictType,
    Kind,
    Known,
    PassageClass,
    Polarity,
    Stance,
    Status,
)
from briefwright.store.data import to_json

Schema = dict[str, object]

_TEXT: Schema = {"type": "string"}
_ID: Schema = {"type": "string", "minLength": 1}
_NUMBER: Schema = {"type": "integer", "minimum": 0}
_PASSAGE: Schema = {"type": "string", "pattern": "^p[1-9][0-9]*$"}
_NULL: Schema = {"type": "null"}
#: Slots that hold the id of an entity, or words where the name leads to none
_NAMES = frozenset(
    "person organisation unit agent product host speaker addressee holder subject about event object result".split()
)
_DATES = frozenset({"date", "since", "until"})
#: Slots that hold a number as text: "262000", "0.8–9"
_AMOUNTS = frozenset({"value"})
#: The numbers of a ratio, as text: "3"
_TERMS = frozenset({"first", "second"})
#: What the numbers of a ratio count, in words or by name
_COUNTED = frozenset({"of", "to"})
_LISTS = frozenset({"affected", "participants"})
_MEANING: Mapping[str, str] = {
    "value": "a number as text without separators, a range as low–high, a ratio as first:second, or words",
    "approx": "how near: '', 'more than', 'about' and so on",
    "unit": "what is counted, or a unit",
    "words": "speech, letter for letter",
    "manner": "the source's own word for how it happened",
    "first": "first number of a ratio",
    "second": "second number of a ratio",
    "of": "what the first number of a ratio counts, in words",
    "to": "what the second number of a ratio counts, in words",
}


def json_schema_file() -> bytes:
    """The schema as the bytes of a JSON file."""
    return to_json(json_schema())


def json_schema() -> Schema:
    """The schema that every `briefing.json` keeps."""
    listed = {name: _list({"$ref": f"#/definitions/{name[:-1]}"}) for name in ("sources", "origins", "passages")}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Briefing",
        "description": "What a set of texts says, statement by statement, each with its evidence.",
        **_object(
            {
                "revision": {"type": "string", "pattern": "^[0-9a-f]{12}$"},
                **listed,
                "entities": _list({"$ref": "#/definitions/entity"}),
                "statements": _list({"$ref": "#/definitions/statement"}),
                "findings": _list({"$ref": "#/definitions/finding"}),
                "conflicts": _list({"$ref": "#/definitions/conflict"}),
            },
            title=_TEXT,
            site_name=_TEXT,
            contact=_TEXT,
            withheld=_list({"$ref": "#/definitions/withheld"}),
            gaps=_list({"$ref": "#/definitions/gap"}),
            judgements=_list(
                _object(
                    {"decision": _TEXT, "about": _list(_TEXT), "text": _TEXT, "by": _TEXT, "when": _TEXT, "why": _TEXT}
                )
            ),
        ),
        "definitions": {**_records(), **_said(), **{f"slots_{kind}": _slots(kind) for kind in KINDS}},
    }


def _object(required: Mapping[str, object], **optional: object) -> Schema:
    """A closed object with these required and optional keys."""
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: Schema, **more: object) -> Schema:
    return {"type": "array", "items": items, **more}


def _enum(values: Sequence[object]) -> Schema:
    return {"enum": list(values)}


def _records() -> Schema:
    published = _object(
        {
            "value": {"type": "string", "pattern": "^(unknown|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)$"},
            "precision": _enum(("day", "month", "year", "unknown")),
            "known": _enum(get_args(Known)),
            "how": _TEXT,
        }
    )
    return {
        "source": _object(
            {
                "id": _ID,
                "title": _TEXT,
                "publisher": _TEXT,
                "author": _TEXT,
                "published": published,
                "origin": {"anyOf": [_ID, _NULL]},
                "file": _TEXT,
                "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "sealed": {"type": "boolean"},
            },
            path=_TEXT,
            basis=_enum(get_args(Basis)),
            language=_TEXT,
            rights=_TEXT,
            corrections=_list(_object({"when": _TEXT, "what": _TEXT, "sha256": _TEXT})),
            left_out=_list(_object({"paragraph": _PASSAGE, "detail": _TEXT, "reason": _TEXT})),
            page=_object(
                {},
                address=_TEXT,
                file=_TEXT,
                sha256=_TEXT,
                modified=_TEXT,
                stated={"type": "object", "additionalProperties": _TEXT},
            ),
            retracted=_object({"by": _TEXT, "when": _TEXT, "why": _TEXT}),
        ),
        "origin": _object({"id": _ID, "sources": _list(_ID, minItems=1), "shared": _list(_TEXT)}),
        "passage": _object(
            {
                "source": _ID,
                "passage": _PASSAGE,
                "class": _enum(get_args(PassageClass)),
                "reason": _TEXT,
                "sentences": _list(
                    _object(
                        {
                            "start": _NUMBER,
                            "end": _NUMBER,
                            "findings": _list(_ID),
                            "why_unused": {"anyOf": [_TEXT, _NULL]},
                        }
                    )
                ),
                "findings": _list(_ID),
            }
        ),
        "entity": _object(
            {
                "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
                "kind": _enum(ENTITY_KINDS),
                "name": _ID,
                "aliases": _list(_TEXT),
                "same_as_doubt": _list(_ID),
            },
            note=_TEXT,
        ),
    }


def _said() -> Schema:
    statement = _object(
        {
            "id": _ID,
            "kind": _enum(KINDS),
            "text": _ID,
            "slots": {"type": "object"},
            "stance": _enum(get_args(Stance)),
            "attribution": {"anyOf": [_TEXT, _NULL]},
            "hedge": _ID,
            "polarity": _enum(get_args(Polarity)),
            "rule": _TEXT,
            "evidence": {"$ref": "#/definitions/evidence"},
        },
        voice=_TEXT,
        accepted=_TEXT,
    )
    by_kind = [
        {
            "if": {"properties": {"kind": {"const": kind}}},
            "then": {"properties": {"slots": {"$ref": f"#/definitions/slots_{kind}"}}},
        }
        for kind in KINDS
    ]
    return {
        "date": {
            "description": "ISO, partial where less is stated ('--03-04' lacks a year); 'derived' is the reasoning.",
            "type": "object",
            "properties": {
                "value": _TEXT,
                "precision": _TEXT,
                "derived": {"anyOf": [_TEXT, _NULL]},
                "words": {"description": "the words of the source, where no date is certain", **_TEXT},
                "part": {"description": "early, mid or late", **_TEXT},
            },
            "required": ["value", "precision", "derived"],
            "additionalProperties": False,
        },
        "slot": {
            "anyOf": [{"type": ["string", "integer", "boolean", "null"]}, _list(_TEXT), {"$ref": "#/definitions/date"}]
        },
        "evidence": _object(
            {
                "source": _ID,
                "passage": _PASSAGE,
                "start": _NUMBER,
                "end": _NUMBER,
                "exact": _ID,
                "prefix": _TEXT,
                "suffix": _TEXT,
                "basis": _enum(get_args(Basis)),
            }
        ),
        "statement": {**statement, "allOf": by_kind},
        "finding": _object(
            {
                "id": _ID,
                "kind": _enum(KINDS),
                "text": _ID,
                "entities": _list(_ID),
                "statements": _list(_ID, minItems=1),
                "origins": _list(_ID, minItems=1),
                "voices": _list(_ID, minItems=1),
                "status": _enum(get_args(Status)),
                "section": _enum(tuple(dict.fromkeys(HOME.values()))),
                "rank": {"type": "integer"},
                "summary": {"type": "boolean"},
                "summary_rank": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 12}, _NULL]},
            }
        ),
        "conflict": _object(
            {
                "id": _ID,
                "type": _enum(get_args(ConflictType)),
                "about": _TEXT,
                "sides": _list(_object({"text": _TEXT, "statements": _list(_ID, minItems=1)}), minItems=2),
                "note": _TEXT,
                "resolution": {"anyOf": [_TEXT, _NULL]},
            },
            entities=_list(_ID),
        ),
        "gap": _object({"id": _ID, "question": _ID}),
        "withheld": _object(
            {"statement": {"$ref": "#/definitions/statement"}, "verdict": _TEXT, "slot": _TEXT, "reason": _TEXT},
            seen=_TEXT,
        ),
    }


def _slots(kind: Kind) -> Schema:
    """The slots of a kind. Others may stand beside them, such as the sentence of an argument."""
    return {
        "type": "object",
        "properties": {name: _slot(name) for name in SLOTS[kind]},
        "additionalProperties": {"$ref": "#/definitions/slot"},
        "minProperties": 1,
    }


def _slot(name: str) -> Schema:
    told = {"description": _MEANING[name]} if name in _MEANING else {}
    if name in _DATES:
        return {"anyOf": [{"$ref": "#/definitions/date"}, _NULL]}
    if name in _LISTS:
        return {"anyOf": [_list(_TEXT), _TEXT, _NULL], **told}
    if name in _NAMES:
        return {"description": "an entity id, or words", "type": ["string", "null"]}
    if name in _TERMS:
        return {"anyOf": [{"type": "string", "pattern": "^[0-9]+([.][0-9]+)?$"}, _NULL], **told}
    if name in _AMOUNTS or name in _COUNTED:
        return {"type": ["string", "null"], **told}
    return {"type": ["string", "boolean", "null"], **told}
