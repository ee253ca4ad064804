"""`docs/data/briefing.json`: the whole briefing for other tools, keys and order as the contract says."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from briefwright.model import (
    Briefing,
    Conflict,
    Decision,
    Entity,
    Evidence,
    Finding,
    Passage,
    Source,
    Statement,
    Use,
    WebPage,
)  # fmt: skip

Plain = dict[str, object]


def json_file(briefing: Briefing) -> bytes:
    """The briefing as JSON: UTF-8, one blank of indentation, a line feed at the end, the same bytes each time."""
    return to_json(document(briefing))


def to_json(value: object) -> bytes:
    """A value as the bytes of a JSON file."""
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8")


def document(briefing: Briefing) -> Plain:
    """The briefing as plain values. After the keys of the contract stand those that only describe it."""
    of = {source: origin.id for origin in briefing.origins for source in origin.sources}
    uses: dict[tuple[str, str], list[Use]] = {}
    for use in briefing.uses:
        uses.setdefault((use.source, use.passage), []).append(use)
    return {
        "revision": briefing.revision,
        "sources": [_source(source, of.get(source.id), briefing.retraction(source.id)) for source in briefing.sources],
        "origins": [{"id": o.id, "sources": list(o.sources), "shared": list(o.shared)} for o in briefing.origins],
        "passages": [
            _passage(passage, uses.get((source.id, passage.id), ()))
            for source in briefing.sources
            for passage in source.passages
        ],
        "entities": [entity_data(entity) for entity in briefing.entities],
        "statements": [statement_data(statement) for statement in briefing.statements],
        "findings": [finding_data(finding) for finding in briefing.findings],
        "conflicts": [conflict_data(conflict) for conflict in briefing.conflicts],
        "title": briefing.title,
        "site_name": briefing.site_name,
        "contact": briefing.contact,
        "withheld": [
            {"statement": statement_data(w.statement), "verdict": w.verdict, "slot": w.slot, "reason": w.reason,
             "seen": w.seen}
            for w in briefing.withheld
        ],
        "gaps": [{"id": gap.id, "question": gap.question} for gap in briefing.gaps],
        "judgements": [
            {"decision": d.decision, "about": list(d.about), "text": d.text, "by": d.by, "when": d.when, "why": d.why}
            for d in briefing.decisions
        ],
    }  # fmt: skip


def _source(source: Source, origin: str | None, gone: Decision | None) -> Plain:
    published = source.published
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "author": source.author,
        "published": {
            "value": published.value,
            "precision": published.precision,
            "known": published.known,
            "how": published.how,
        },
        "origin": origin,
        "file": source.file,
        "sha256": source.sha256,
        "sealed": source.sealed,
        "path": source.path,
        "basis": source.basis,
        "language": source.language,
        "rights": source.rights,
        "corrections": [{"when": c.when, "what": c.what, "sha256": c.sha256} for c in source.corrections],
        "left_out": [
            {"paragraph": one.paragraph, "detail": one.detail, "reason": one.reason} for one in source.left_out
        ],
        **({"page": page_data(source.page)} if source.page is not None else {}),
        **({"retracted": {"by": gone.by, "when": gone.when, "why": gone.why}} if gone is not None else {}),
    }


def page_data(page: WebPage) -> Plain:
    """The web page that a source is taken from: what is known of it, and no more."""
    known = {"address": page.address, "file": page.file, "sha256": page.sha256, "modified": page.modified}
    return {
        **{key: value for key, value in known.items() if value},
        **({"stated": dict(page.stated)} if page.stated else {}),
    }


def _passage(passage: Passage, uses: Sequence[Use]) -> Plain:
    findings = dict.fromkeys(finding for use in uses for finding in use.findings)
    return {
        "source": passage.source,
        "passage": passage.id,
        "class": passage.cls,
        "reason": passage.reason,
        "sentences": [
            {"start": use.start, "end": use.end, "findings": list(use.findings), "why_unused": use.why_unused}
            for use in uses
        ],
        "findings": list(findings),
    }


def entity_data(entity: Entity) -> Plain:
    """An entity as it stands under `entities`."""
    return {
        "id": entity.id, "kind": entity.kind, "name": entity.name, "aliases": list(entity.aliases),
        "same_as_doubt": list(entity.same_as_doubt), "note": entity.note,
    }  # fmt: skip


def conflict_data(conflict: Conflict) -> Plain:
    """A conflict as it stands under `conflicts`."""
    return {
        "id": conflict.id, "type": conflict.type, "about": conflict.about,
        "sides": [{"text": side.text, "statements": list(side.statements)} for side in conflict.sides],
        "note": conflict.note, "resolution": conflict.resolution, "entities": list(conflict.entities),
    }  # fmt: skip


def statement_data(statement: Statement) -> Plain:
    """A statement as it stands under `statements`."""
    return {
        "id": statement.id,
        "kind": statement.kind,
        "text": statement.text,
        "slots": {name: _slot(value) for name, value in statement.slots.items()},
        "stance": statement.stance,
        "attribution": statement.attribution,
        "hedge": statement.hedge,
        "polarity": statement.polarity,
        "rule": statement.rule,
        "evidence": _evidence(statement.evidence),
        "voice": statement.voice,
        **({"accepted": statement.accepted} if statement.accepted else {}),
    }


def _slot(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _slot(part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_slot(part) for part in value]
    return value


def _evidence(evidence: Evidence) -> Plain:
    return {
        "source": evidence.source,
        "passage": evidence.passage,
        "start": evidence.start,
        "end": evidence.end,
        "exact": evidence.exact,
        "prefix": evidence.prefix,
        "suffix": evidence.suffix,
        "basis": evidence.basis,
    }


def finding_data(finding: Finding) -> Plain:
    """A finding as it stands under `findings`."""
    return {
        "id": finding.id,
        "kind": finding.kind,
        "text": finding.text,
        "entities": list(finding.entities),
        "statements": list(finding.statements),
        "origins": list(finding.origins),
        "voices": list(finding.voices),
        "status": finding.status,
        "section": finding.section,
        "rank": finding.rank,
        "summary": finding.summary,
        "summary_rank": finding.summary_rank,
    }
