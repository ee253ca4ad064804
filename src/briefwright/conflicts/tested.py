"""A claim beside a test of it; and what makes one number possible: this here, that there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from briefwright.conflicts.amounts import unit_of
from briefwright.conflicts.cues import cue
from briefwright.conflicts.view import Told, View, conflict, names_of, side_of, stems
from briefwright.model import Conflict
from briefwright.quantities import find_quantities
from briefwright.text import fold, outside_quotations


def causes(view: View) -> Iterator[Conflict]:
    """What makes one number possible: this design here, that one there."""
    found: dict[tuple[Decimal, str], list[tuple[frozenset[str], Told]]] = defaultdict(list)
    for t in view.told:
        plain = t.plain
        verb = cue("enables").search(plain)
        if verb is None:
            continue
        cause = stems(" ".join(plain[: verb.start()].split()[-14:])) - names_of(view, t)
        for q in find_quantities(plain[verb.end() :]):
            if q.low >= 1000 and cause:
                found[q.low, q.unit].append((cause, t))
    for (value, unit), told in sorted(found.items()):
        groups: list[tuple[frozenset[str], list[Told]]] = []
        for cause, t in told:
            fits = next((g for g in groups if g[0] & cause or any(x.source == t.source for x in g[1])), None)
            if fits is None:
                groups.append((cause, [t]))
            else:
                fits[1].append(t)
        if len(groups) > 1:
            shown = find_quantities(told[0][1].plain[cue("enables").search(told[0][1].plain).end() :])  # type: ignore[union-attr]
            words = next((q.surface for q in shown if q.low == value), f"{value} {unit}")
            yield conflict(
                "owner", f"{words}: what makes it possible", [], [side_of(g) for _, g in groups],
                "Different things are named as what makes it possible.",
            )  # fmt: skip


def tests(view: View) -> Iterator[Conflict]:
    """A number that somebody gives, and beside it another that a test or another document found."""
    places: Mapping[tuple[str, str], list[Told]] = _by_place(view)
    for told in places.values():
        for one, other in combinations(told, 2):
            if not cue("says").search(outside_quotations(one.plain)) or not _tested(one.plain, other.plain):
                continue
            a, b = _numbers(one.plain), _numbers(other.plain)
            unit = next((u for u in a if u in b and not a[u] & b[u]), None)
            if unit is not None:
                yield conflict(
                    "value", f"{_shown(unit)} given and found: {one.source} {one.passage}",
                    sorted(one.entities & other.entities), [side_of([one]), side_of([other])],
                    "One number is given, another was found.",
                )  # fmt: skip
            elif _failed(other.plain) and told.index(other) - told.index(one) == 1:
                yield conflict(
                    "modality", f"what is said and what a test found: {one.source} {one.passage}",
                    sorted(one.entities & other.entities), [side_of([one]), side_of([other])],
                    "Said here; a test told beside it found otherwise.",
                )  # fmt: skip


def _by_place(view: View) -> dict[tuple[str, str], list[Told]]:
    out: dict[tuple[str, str], list[Told]] = {}
    for t in view.told:
        out.setdefault((t.source, t.passage), []).append(t)
    return out


def _tested(one: str, other: str) -> bool:
    """Does the second sentence report a look of one's own, or say itself what another document says?"""
    return bool(cue("tested").search(fold(other))) and not cue("tested").search(fold(one).split(",")[0])


def _failed(text: str) -> bool:
    return bool(cue("failed").search(fold(text)))


def _numbers(text: str) -> dict[str, set[Decimal]]:
    out: dict[str, set[Decimal]] = defaultdict(set)
    for q in find_quantities(fold(text)):
        if unit_of(q) in {"", "people"}:
            continue
        out[unit_of(q)].add(q.low)
    return out


def _shown(unit: str) -> str:
    return {"w": "watts", "gb": "gigabytes"}.get(unit, unit)
