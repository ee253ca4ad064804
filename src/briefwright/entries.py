"""What a codebook names that the briefing lacks: refused, or, where a judgement took it out, passed over and told.

An editor who retracts a source should not have to mend ten pins first: what the judgement explains is a notice, what
nothing explains is a problem. All are told at once, each with its line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefwright.codebook import Codebook
from briefwright.model import ENTITY_KINDS, HOME, Briefing, EntityKind, Kind, Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdrawn:
    """What judgements took out: findings of which nothing is left, with kind and reason, their entities, sources."""

    findings: Mapping[str, tuple[Kind, str]]
    entities: Mapping[str, EntityKind]
    sources: Mapping[str, str]


def missing(codebook: Codebook, briefing: Briefing) -> Iterator[Problem]:
    """A pin or drop names a finding of the corpus, also one that a judgement withdrew."""
    known = {f.id for f in briefing.findings}
    for _, identity, where in _named(codebook):
        if identity not in known:
            told = f"'{identity}' is no finding of this corpus; take its id from the page or the YAML"
            yield Problem(where=where, sentence=told)


def _named(codebook: Codebook) -> Iterator[tuple[str, str, str]]:
    yield from (("pin", pin.finding, pin.where) for pin in codebook.pins)
    yield from (("drop", drop.finding, drop.where) for drop in codebook.drops)


def unmet(codebook: Codebook, briefing: Briefing) -> Iterator[tuple[str, Problem, int]]:
    """Less than `expected` wants: its name, the problem, and how many there are."""
    counts: Counter[str] = Counter(dict.fromkeys((*ENTITY_KINDS, *HOME), 0))
    counts.update(e.kind for e in briefing.entities)
    counts.update(f.kind for f in briefing.findings)
    counts.update({"sources": len(briefing.sources), "origins": len(briefing.origins)})
    for name, least in codebook.expected.items():
        if (found := counts[name]) < least:
            told = f"'expected' wants at least {least} of {name}, and there are {found}"
            where = codebook.expected_at.get(name, "codebook.yml")
            yield name, Problem(where=where, sentence=f"{told}; find out what is read no more, or write {found}"), found


def examine(
    codebook: Codebook, briefing: Briefing, withdrawn: Withdrawn
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """The problems, and the notices: what a judgement explains."""
    problems: list[Problem] = []
    notices: list[Problem] = []
    dead = {where: (word, identity) for word, identity, where in _named(codebook)}
    for problem in missing(codebook, briefing):
        word, identity = dead[problem.where]
        if identity in withdrawn.findings:
            told = f"{word} '{identity}' names a finding of which nothing is left ({withdrawn.findings[identity][1]})"
            notices.append(Problem(where=problem.where, sentence=f"{told}; it is passed over, and can be taken out"))
        else:
            problems.append(problem)
    for entry in codebook.summary:
        gone = [place for place in entry.evidence if place.partition(" ")[0] in withdrawn.sources]
        if gone:
            reason = withdrawn.sources[gone[0].partition(" ")[0]]
            left = "stands on its other passages" if len(gone) < len(entry.evidence) else "is left out"
            told = f"the sentence under 'summary' cites {', '.join(gone)} ({reason}); it {left}; cite other passages"
            notices.append(Problem(where=entry.where, sentence=told))
    lost: Counter[str] = Counter(kind for kind, _ in withdrawn.findings.values())
    here = {e.id for e in briefing.entities}
    lost.update(kind for identity, kind in withdrawn.entities.items() if identity not in here)
    for name, problem, found in unmet(codebook, briefing):
        least = codebook.expected[name]
        if found + lost[name] >= least:
            told = f"'expected' wants at least {least} of {name}; judgements withdrew {lost[name]} and left {found}"
            notices.append(Problem(where=problem.where, sentence=f"{told}; write {found}"))
        else:
            problems.append(problem)
    return in_order(problems), in_order(notices)


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """By file and line, as one reads them."""

    def place(problem: Problem) -> tuple[str, int]:
        path, _, line = problem.where.rpartition(":")
        return (path, int(line)) if line.isdigit() else (problem.where, 0)

    return tuple(sorted(problems, key=place))
