"""A briefing as its pages need it: everything by its id, and the one page on which each thing is at home."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from briefwright.model import (
    SLOTS,
    Briefing,
    Conflict,
    Entity,
    EntityKind,
    Evidence,
    Finding,
    Kind,
    Origin,
    Passage,
    SlotValue,
    Source,
    Statement,
    Use,
)  # fmt: skip
from briefwright.pages import when
from briefwright.pages.escape import ident

#: The folder of the pages of an entity of each kind; a place or a term has none.
FOLDERS: Final[Mapping[EntityKind, str | None]] = {
    "person": "people", "organisation": "organisations", "team": "organisations",
    "model": "models", "family": "models", "product": "models", "place": None, "term": None,
}  # fmt: skip

#: The page on which all findings of a home file stand; the three that are missing stand on the page of an entity.
REGISTERS: Final[Mapping[str, str]] = {
    "events": "timeline.md", "quotes": "quotations.md", "architecture": "architecture.md", "risks": "risks.md",
    "scenarios": "scenarios.md", "recommendations": "recommendations.md", "unknowns": "unknowns.md",
}  # fmt: skip
_INDEXES: Final[Mapping[str, str]] = {
    "people": "people/index.md", "models": "models/index.md", "organisations": "organisations/index.md",
}  # fmt: skip


class Term(NamedTuple):
    """A term that a reader may not know, with its meaning in the editors' own words, never a source's."""

    name: str
    meaning: str


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """A briefing with its indexes. All paths are below docs/."""

    briefing: Briefing
    sources: Mapping[str, Source]
    passages: Mapping[tuple[str, str], Passage]
    origins: Mapping[str, Origin]
    entities: Mapping[str, Entity]
    statements: Mapping[str, Statement]
    findings: Mapping[str, Finding]
    conflicts: Mapping[str, tuple[Conflict, ...]]
    uses: Mapping[tuple[str, str], tuple[Use, ...]]
    pages: Mapping[str, str]
    homes: Mapping[str, str]

    def of_kinds(self, *kinds: Kind) -> tuple[Finding, ...]:
        """The findings of these kinds, in the order in which they are ranked."""
        return ranked(f for f in self.briefing.findings if f.kind in kinds)

    def naming(self, entity: str) -> tuple[Finding, ...]:
        """The findings that name an entity, in the order in which they are ranked."""
        return ranked(f for f in self.briefing.findings if entity in f.entities)

    def said(self, finding: Finding) -> tuple[Statement, ...]:
        """The statements of a finding."""
        return tuple(self.statements[i] for i in finding.statements)

    def slot(self, finding: Finding, name: str) -> SlotValue:
        """The first value that a statement of the finding gives to a slot; None where no statement gives one."""
        return next((v for s in self.said(finding) if (v := s.slots.get(name)) not in (None, "", (), [])), None)

    def date(self, finding: Finding) -> SlotValue:
        """The date of a finding: the one that its words give, else the first with a year, else the first."""
        given = [v for s in self.said(finding) if (v := s.slots.get("date")) not in (None, "", (), [])]
        known = [v for v in given if when.dated(when.of_slot(v)[0])]
        said = [v for v in known if when.show(when.of_slot(v)[0]) in finding.text]
        return next(iter((*said, *known, *given)), None)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that the editors explain, in their order."""
        return tuple(Term(*term) for term in self.briefing.glossary)

    def origin_of(self, source: str) -> int | None:
        """The number, from 1, of the origin to which a source belongs; None where it belongs to none."""
        return next((n for n, o in enumerate(self.briefing.origins, 1) if source in o.sources), None)

    def words_of(self, evidence: Evidence) -> str:
        """The evidence as a reader of the source sees it, that is, without the markup of the file."""
        passage = self.passages.get((evidence.source, evidence.passage))
        if passage is None:
            return evidence.exact
        first, last = (bisect_left(passage.offsets, point) for point in (evidence.start, evidence.end))
        return passage.text[first:last] or evidence.exact


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by rank; the id decides between equals, so the order never depends on how they came."""
    return tuple(sorted(findings, key=lambda f: (f.rank, f.id)))


def survey(briefing: Briefing) -> View:
    """The indexes of a briefing. Refuses ids that could not stand in an address."""
    entities = {ident(e.id): e for e in briefing.entities}
    statements = {ident(s.id): s for s in briefing.statements}
    pages = {e.id: f"{folder}/{_file(e.id)}" for e in briefing.entities if (folder := FOLDERS[e.kind]) is not None}
    uses: dict[tuple[str, str], tuple[Use, ...]] = {}
    for use in briefing.uses:
        uses[use.source, use.passage] = (*uses.get((use.source, use.passage), ()), use)
    return View(
        briefing=briefing,
        sources={ident(s.id): s for s in briefing.sources},
        passages={(s.id, ident(p.id)): p for s in briefing.sources for p in s.passages},
        origins={o.id: o for o in briefing.origins},
        entities=entities,
        statements=statements,
        findings={ident(f.id): f for f in briefing.findings},
        conflicts=_disputes(briefing),
        uses=uses,
        pages=pages,
        homes={f.id: _home(f, statements, pages) for f in briefing.findings},
    )


def source_page(source: str) -> str:
    """The page of a source."""
    return f"sources/{_file(source)}"


def _file(name: str) -> str:
    """A file name that no page of a folder has already."""
    return f"{name}-.md" if name.lower() in ("index", "readme") else f"{name}.md"


def _disputes(briefing: Briefing) -> Mapping[str, tuple[Conflict, ...]]:
    """The conflicts of each finding: those on a side of which one of its statements stands."""
    return {
        finding.id: tuple(c for c in briefing.conflicts if any(s in finding.statements for s in _standing(c)))
        for finding in briefing.findings
    }


def _standing(conflict: Conflict) -> Sequence[str]:
    ident(conflict.id)
    return [statement for side in conflict.sides for statement in side.statements]


def _home(finding: Finding, statements: Mapping[str, Statement], pages: Mapping[str, str]) -> str:
    """The page where a finding is at home: its register, the page of its subject, or the index of its file."""
    if (register := REGISTERS.get(finding.section)) is not None:
        return register
    subjects = (statements[i].slots.get(SLOTS[finding.kind][0]) for i in finding.statements)
    named = (*(s for s in subjects if isinstance(s, str) and s in finding.entities), *finding.entities)
    return next((pages[e] for e in named if e in pages), _INDEXES[finding.section])
