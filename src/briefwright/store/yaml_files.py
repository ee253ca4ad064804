"""The twelve YAML files in `briefing/`: each finding once, in its home, in an order that does not move."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from briefwright.model import (
    Briefing,
    Conflict,
    Decision,
    Entity,
    EntityKind,
    Evidence,
    Finding,
    Origin,
    Passage,
    Source,
    Statement,
)
from briefwright.records import dump
from briefwright.store.data import page_data

#: By it an editor finds the schema of a file; the schemas are made by the build.
MODELINE = "yaml-language-server: $schema=../docs/schema/{}.schema.json"
HEADER = (
    "Written by the build, never by hand; a change made here is lost. People edit seeds/.",
    "Rebuild: python3 scripts/build_briefing.py",
)
_OMITTED = (
    "Left out where empty: attribution, hedge 'none', polarity 'affirmed', the voice of the source itself.",
    "start and end count code points in the source's text; basis 'note' means our own words, 'original' the source's.",
)
#: File -> what it holds, and the kinds of entity that are listed at its top.
_FILES: Mapping[str, tuple[str, tuple[EntityKind, ...]]] = {
    "people": ("Who: roles, affiliations and lives, as the sources give them.", ("person",)),
    "organisations": (
        "Companies, teams, places and terms; how they are governed, their markets and their background.",
        ("organisation", "team", "place", "term"),
    ),
    "models": (
        "Models, families and products: attributes, quantities, licences and costs.",
        ("family", "model", "product"),
    ),
    "architecture": ("How the models are built.", ()),
    "events": ("What happened: departures, appointments, releases, announcements, meetings.", ()),
    "quotes": ("What persons and posts said, in their words, and how they reacted.", ()),
    "risks": ("What the sources see at risk.", ()),
    "scenarios": ("What the sources think could come.", ()),
    "recommendations": ("What the sources advise.", ()),
    "unknowns": (
        "What the sources say is unclear; as gaps, what the editors looked for and found in none of them.",
        (),
    ),
}
Plain = dict[str, object]
#: The layout of these files, for those who read them; it changes when an old reader would misread them.
SCHEMA = 1


def yaml_files(briefing: Briefing) -> dict[str, bytes]:
    """Path below the output folder -> canonical YAML. Every finding of the briefing stands in exactly one file."""
    files = {"briefing/sources.yml": _sources(briefing)}
    statements = {statement.id: statement for statement in briefing.statements}
    placed: set[str] = set()
    for name, (told, kinds) in _FILES.items():
        findings = [finding for finding in briefing.findings if finding.section == name]
        placed.update(finding.id for finding in findings)
        value: Plain = {}
        if kinds:
            value["entities"] = [
                _entity(entity) for kind in kinds for entity in briefing.entities if entity.kind == kind
            ]
        value["findings"] = [_finding(finding, statements) for finding in findings]
        if name == "unknowns":
            value["gaps"] = [{"id": gap.id, "question": gap.question} for gap in briefing.gaps]
        files[f"briefing/{name}.yml"] = dump(value, (MODELINE.format("findings"), *HEADER, told, *_OMITTED))
    lost = [finding for finding in briefing.findings if finding.id not in placed]
    if lost:
        raise ValueError(f"no file is the home of {lost[0].id} ({lost[0].section})")
    conflicts = {"conflicts": [_conflict(conflict, statements) for conflict in briefing.conflicts]}
    files["briefing/conflicts.yml"] = dump(
        conflicts, (MODELINE.format("conflicts"), *HEADER, "Where statements cannot all hold, side by side.")
    )
    return files


def _kept(**values: object) -> Plain:
    """The entries that say something: None, empty text, empty lists and false are left out."""
    return {
        key: value
        for key, value in values.items()
        if value is not None and value != "" and value != [] and value is not False
    }


def _entity(entity: Entity) -> Plain:
    return _kept(
        id=entity.id,
        kind=entity.kind,
        name=entity.name,
        aliases=list(entity.aliases),
        same_as_doubt=list(entity.same_as_doubt),
        note=entity.note,
    )


def _finding(finding: Finding, statements: Mapping[str, Statement]) -> Plain:
    return _kept(
        id=finding.id,
        kind=finding.kind,
        text=finding.text,
        status=finding.status,
        origins=list(finding.origins),
        voices=list(finding.voices),
        entities=list(finding.entities),
        summary=finding.summary,
        summary_rank=finding.summary_rank,
        statements=[_statement(statements[one]) for one in finding.statements],
    )


def _statement(statement: Statement) -> Plain:
    evidence = statement.evidence
    return _kept(
        id=statement.id,
        source=evidence.source,
        passage=evidence.passage,
        text=statement.text,
        slots=_slots(statement.slots),
        stance=statement.stance,
        attribution=statement.attribution,
        hedge="" if statement.hedge == "none" else statement.hedge,
        polarity="" if statement.polarity == "affirmed" else statement.polarity,
        voice="" if statement.voice == f"source:{evidence.source}" else statement.voice,
        rule=statement.rule,
        accepted=statement.accepted,
        evidence=_evidence(evidence),
    )


def _slots(slots: Mapping[str, object]) -> Plain:
    shown: Plain = {}
    for name, value in slots.items():
        if isinstance(value, Mapping):
            value = _kept(**{str(key): part for key, part in value.items()})
        elif isinstance(value, Sequence) and not isinstance(value, str):
            value = list(value)
        shown[name] = value
    return _kept(**shown)


def _evidence(evidence: Evidence) -> Plain:
    return {"start": evidence.start, "end": evidence.end, "exact": evidence.exact, "basis": evidence.basis}


def _conflict(conflict: Conflict, statements: Mapping[str, Statement]) -> Plain:
    sides = [
        {"text": side.text, "statements": [_cited(statements[one]) for one in side.statements]}
        for side in conflict.sides
    ]
    return _kept(
        id=conflict.id,
        type=conflict.type,
        about=conflict.about,
        entities=list(conflict.entities),
        sides=sides,
        note=conflict.note,
        resolution=conflict.resolution or "open",
    )


def _cited(statement: Statement) -> Plain:
    evidence = statement.evidence
    return {"id": statement.id, "source": evidence.source, "passage": evidence.passage, "text": statement.text}


# --------------------------------------------------------------------------- sources.yml


def _sources(briefing: Briefing) -> bytes:
    of = {source: origin.id for origin in briefing.origins for source in origin.sources}
    unused: dict[tuple[str, str], list[Plain]] = {}
    cited: dict[tuple[str, str], set[str]] = {}
    texts = {source.id: source.text for source in briefing.sources}
    for use in briefing.uses:
        key = (use.source, use.passage)
        cited.setdefault(key, set()).update(use.findings)
        if not use.findings:
            words = " ".join(texts[use.source][use.start : use.end].split())
            unused.setdefault(key, []).append({"text": words, "why": use.why_unused or "no reason was recorded"})
    value: Plain = {
        "schema": SCHEMA,
        "revision": briefing.revision,
        "rules": briefing.rules,
        "codebook": briefing.codebook,
        "title": briefing.title,
        "origins": [_origin(origin) for origin in briefing.origins],
        "sources": [
            {
                **_source(source, of.get(source.id, "")),
                **_retracted(briefing.retraction(source.id)),
                **_counts(briefing, source),
                "passages": [_passage(passage, cited, unused) for passage in source.passages],
            }
            for source in briefing.sources
        ],
    }
    if briefing.withheld:
        value["withheld"] = [
            {"verdict": one.verdict, "slot": one.slot, "reason": one.reason, "seen": one.seen, **_cited(one.statement)}
            for one in briefing.withheld
        ]
    told = "The sources, which of them share wording, and what became of each of their paragraphs."
    return dump(
        value,
        (MODELINE.format("sources"), *HEADER, told, "A paragraph without 'unused' has every sentence in some finding."),
    )


def _origin(origin: Origin) -> Plain:
    return _kept(id=origin.id, sources=list(origin.sources), shared=list(origin.shared))


def _counts(briefing: Briefing, source: Source) -> Plain:
    """How many sentences of the article's content there are, and how many of them stand in some finding."""
    content = {passage.id for passage in source.passages if passage.cls == "content"}
    uses = [use for use in briefing.uses if use.source == source.id and use.passage in content]
    return {"sentences": len(uses), "used": sum(bool(use.findings) for use in uses)}


def _source(source: Source, origin: str) -> Plain:
    published = source.published
    return _kept(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        published=_kept(value=published.value, precision=published.precision, known=published.known, how=published.how),
        language=source.language,
        origin=origin,
        path=source.path,
        file=source.file,
        sha256=source.sha256,
        text_sha256=hashlib.sha256(source.text.encode("utf-8")).hexdigest(),
        basis=source.basis,
        sealed=source.sealed,
        rights=source.rights,
        corrections=[{"when": c.when, "what": c.what, "sha256": c.sha256} for c in source.corrections],
        left_out=[{"paragraph": one.paragraph, "detail": one.detail, "reason": one.reason} for one in source.left_out],
        page=page_data(source.page) if source.page is not None else None,
    )


def _retracted(gone: Decision | None) -> Plain:
    """Who took a source out, when and why; nothing of one that stands."""
    return {} if gone is None else {"retracted": {"by": gone.by, "when": gone.when, "why": gone.why}}


def _passage(
    passage: Passage, cited: Mapping[tuple[str, str], Iterable[str]], unused: Mapping[tuple[str, str], list[Plain]]
) -> Plain:
    key = (passage.source, passage.id)
    entry = _kept(id=passage.id, reason=passage.reason, findings=sorted(cited.get(key, ())), unused=unused.get(key, []))
    return {"id": entry.pop("id"), "class": passage.cls, **entry}
