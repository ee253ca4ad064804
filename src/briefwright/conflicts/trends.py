"""By how much sales or profit rose or fell, and what one company put into another, in several texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from briefwright.conflicts.amounts import exclude_amounts, one_period, unit_of
from briefwright.conflicts.cues import cue, table
from briefwright.conflicts.view import Told, View, conflict, side_of
from briefwright.model import Conflict
from briefwright.quantities import find_quantities

#: How far a number may stand from the word that says what rose.
_NEAR = 90


def trends(view: View) -> Iterator[Conflict]:
    """Sales, profit or the price of a share of one company rose or fell by so much, and by so much."""
    changed: dict[tuple[str, str, str], list[tuple[Decimal, Decimal, Told]]] = defaultdict(list)
    for place, t in enumerate(view.told):
        found = _change(t.plain)
        if found is not None:
            # a sentence that names nobody is about whom the one before names
            near = [x for x in reversed(view.told[max(0, place - 2) : place + 1]) if _one_place(x, t)]
            named = [[e for e in sorted(x.entities) if view.entities[e].kind == "organisation"] for x in near]
            houses = next((h for h in named if h), [])
            for house in houses:
                changed[house, found[0], found[1]].append((found[2], found[3], t))
    for (house, noun, way), told in sorted(changed.items()):
        clash = [
            (a, b) for a, b in combinations(told, 2)
            if view.origin_of(a[2].source) != view.origin_of(b[2].source) and (a[1] < b[0] or b[1] < a[0])
            and _same_time(a[2].plain, b[2].plain)
        ]  # fmt: skip
        if clash:
            yield from _told(view, house, f"by how much {noun} {way}", ((x[0], x[2]) for pair in clash for x in pair))


def _one_place(one: Told, other: Told) -> bool:
    return (one.source, one.passage) == (other.source, other.passage)


def _change(text: str) -> tuple[str, str, Decimal, Decimal] | None:
    """What changed, which way, and between which percentages; None where a sentence tells of no such change."""
    what = cue("turnover").search(text)
    ways = [(way, m) for way in ("fell", "rose") for m in cue(way).finditer(text)]
    if what is None or len({way for way, _ in ways}) != 1:
        return None
    way, verb = ways[0]
    noun = next(n for v, n in table("takings").items() if re.search(rf"\b{v}\b", what[0], re.I))
    around = text[max(0, verb.start() - _NEAR) : verb.end() + _NEAR]
    shares = [q for q in find_quantities(around) if unit_of(q) == "%"]
    if len(shares) == 1:
        q = shares[0]
        slack = Decimal("0.15") if q.approx else Decimal(0)
        return noun, way, q.low * (1 - slack), (q.high or q.low) * (1 + slack)
    parts = [(value, m) for name, value in table("fractions").items() for m in re.finditer(rf"\b{name}\b", around)]
    if len(parts) != 1:
        return None
    value = Decimal(parts[0][0])
    return noun, way, value * Decimal("0.85"), value * Decimal("1.15")


def _same_time(one: str, other: str) -> bool:
    a, b = ({m[0].casefold() for m in cue("period").finditer(text)} for text in (one, other))
    return not (a and b) or any(one_period(x, y) for x in a for y in b)


def payments(view: View) -> Iterator[Conflict]:
    """How much one company put into another, or paid for it."""
    paid: dict[frozenset[str], list[tuple[Decimal, Told]]] = defaultdict(list)
    amounts: dict[Told, object] = {}
    for t in view.told:
        if not cue("invests").search(t.plain):
            continue
        money = [q for q in find_quantities(t.plain) if q.kind == "money" and q.low >= 100_000]
        houses = frozenset(e for e in t.entities if view.entities[e].kind == "organisation")
        if len(money) == 1 and len(houses) == 2:
            paid[houses].append((money[0].low, t))
            amounts[t] = money[0]
    for houses, told in sorted(paid.items(), key=lambda item: sorted(item[0])):
        clash = [
            (a, b) for a, b in combinations(told, 2)
            if view.origin_of(a[1].source) != view.origin_of(b[1].source) and _differ(amounts, a[1], b[1])
            and _same_time(a[1].plain, b[1].plain)
        ]  # fmt: skip
        if clash:
            yield from _told(
                view, min(houses), f"what is paid: {', '.join(view.name(h) for h in sorted(houses))}",
                (x for pair in clash for x in pair),
            )  # fmt: skip


def _differ(amounts: Mapping[Told, object], one: Told, other: Told) -> bool:
    a, b = amounts[one], amounts[other]
    return unit_of(a) == unit_of(b) and exclude_amounts(a, b)  # type: ignore[arg-type]


def _told(view: View, house: str, about: str, found: Iterator[tuple[Decimal, Told]]) -> Iterator[Conflict]:
    sides: dict[Decimal, list[Told]] = defaultdict(list)
    for value, t in dict.fromkeys(found):
        sides[value].append(t)
    yield conflict(
        "value", f"{about}: {view.name(house)}", [house], [side_of(g) for g in sides.values()],
        "The numbers given for the same differ.",
    )  # fmt: skip
