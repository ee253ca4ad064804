"""What the detectors look at, and how a conflict is put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefwright.model import Conflict, ConflictType, Entity, Finding, Side, Statement, short_hash


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """What the detectors look at: findings with their statements, entities, and who is one origin with whom."""

    findings: tuple[Finding, ...]
    statements: Mapping[str, Statement]
    entities: Mapping[str, Entity]
    name: Callable[[str], str]


def conflict(kind: ConflictType, about: str, entities: Sequence[str], sides: Sequence[Side], note: str) -> Conflict:
    return Conflict(
        id=short_hash("conflict", kind, about, *sorted(entities)),
        type=kind,
        about=about,
        entities=tuple(dict.fromkeys(entities)),
        sides=tuple(sides),
        note=note,
    )


def side(finding: Finding) -> Side:
    return Side(text=finding.text, statements=finding.statements)


def first(view: View, finding: Finding) -> Statement:
    return view.statements[finding.statements[0]]
