"""One thing measured, paid or counted twice, in texts that word it differently: so many tonnes here, others there.

What no rule has read as the same attribute is told by what the two sentences are about, by the kind of a sum (a price
is no fine), and by each being the only number that the other can stand against.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from briefwright.conflicts.amounts import exclude_amounts, period, places_differ, unit_of
from briefwright.conflicts.cues import cue, table, words
from briefwright.conflicts.kin import Kin, kin
from briefwright.conflicts.view import Told, View, conflict, side_of, stem, stems
from briefwright.dates import find_dates, overlap
from briefwright.model import Conflict
from briefwright.quantities import Quantity, find_quantities

#: What two sentences share at least: where the unit says what is measured, and where it does not.
_LEAST, _MORE = 0.65, 1.1
#: From this number on two texts hardly count the same sort of thing by chance.
_MANY = 5000
#: Two numbers of one thing are seldom so far apart.
_FAR = 5
_IF = re.compile(r"(?:If|Should|Unless|Suppose|Were)\b")
_BREAK = re.compile(r"[,;:.]\s|\s(?:and|but|while|that)\s")
_EXACT = frozenset({"day", "month", "year", "quarter", "season"})
_MADE = frozenset({"model", "product", "family"})
_KINDS = frozenset({"money", "size", "duration", "count"})
#: Words close to a number which say that it is no whole, or a change, or a bound of a wish.
_PART = re.compile(
    r"\b(?:of (?:which|whom|these|those)|another|further|additional|extra|more than|up to|fewer|less|"
    r"every|each|only|some of|aged|age|something like) $",
    re.IGNORECASE,
)
#: "5,800 in Canada and a further 400 in Norway": neither is the whole.
_IN_PARTS = re.compile(r"\b(?:a further|another|an additional|an extra) $", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:rose|rises|risen|fell|falls|fallen|grew|grown|cut|cuts|reduced|raised|raises|increased|dropped|jumped|climbed|sank|"
    r"shrank|lowered|lifted|doubled|slipped|gained|lost)\b[^.;]{0,60} (?:by|from|to) $",
    re.IGNORECASE,
)
#: "after five months", "for two years": a stretch that has no owner of its own.
_STRETCH = re.compile(
    r"\b(?:for|after|within|in|next|last|first|past|over|every|of) (?:about |some |nearly |almost )?$", re.I
)
_OF_ITS = re.compile(
    r"^ ?(?:[\w-]+ )?(?:of (?:the|its|their|these|those|them|which|whom)|more|fewer|less|ago|later|old|earlier)\b"
)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Sum:
    """A number in a sentence with its unit, and the kinds of sum that the words around it speak of."""

    told: Told
    amount: Quantity
    unit: str
    kinds: frozenset[str]


def sums(view: View) -> Iterator[Conflict]:
    """Numbers of one unit for one thing, in texts of different origin of which neither has both."""
    read, given = kin(view), defaultdict[str, list[_Sum]](list)
    for t in view.told:
        for s in _sums(t):
            given[s.unit].append(s)
    for unit, found in sorted(given.items()):
        alone = {a.told.source for a in found if sum(x.told.source == a.told.source for x in found) == 1}
        pairs = [
            (a, b) for a, b in combinations(found, 2)
            if view.origin_of(a.told.source) != view.origin_of(b.told.source)
            and _weight(view, read, a, b, alone) > 0 and _exclude(a, b) and not _known(found, a, b)
        ]  # fmt: skip
        groups: list[dict[Decimal, list[Told]]] = []
        for a, b in pairs:
            if not (_best(view, read, found, a, b) and _best(view, read, found, b, a)):
                continue
            home = next((g for g in groups if any(x.told in told for told in g.values() for x in (a, b))), None)
            if home is None:
                groups.append(home := {})
            for x in (a, b):
                told = home.setdefault(x.amount.low, [])
                if x.told not in told:
                    told.append(x.told)
        for sides in groups:
            told = [t for group in sides.values() for t in group]
            yield conflict(
                "value", f"{unit}, told twice: {told[0].source} {told[0].passage}",
                sorted(frozenset.intersection(*(t.entities for t in told))),
                [side_of(group, value=value) for value, group in sides.items()],
                "The numbers given for the same differ.",
            )  # fmt: skip


def _sums(told: Told) -> Iterator[_Sum]:
    """The numbers of a sentence that are the only ones of their unit in it, and measure a whole."""
    text = told.plain
    if text.rstrip().endswith("?") or cue("own_error").search(text) or _IF.match(text):
        return
    numbers = find_quantities(text)
    found = [q for q in numbers if q.kind in _KINDS and q.unit]
    added = [q.start for q in numbers if _IN_PARTS.search(text[: q.start])]
    days = find_dates(text)
    for q in found:
        unit = stem(unit_of(q)) if q.kind == "count" else unit_of(q)
        same = [x for x in found if (stem(unit_of(x)) if x.kind == "count" else unit_of(x)) == unit]
        if len(same) > 1 or any(d.start <= q.start < d.end for d in days) or (q.kind == "count" and q.low < 3):
            continue
        if (
            _PART.search(text[: q.start])
            or _MOVED.search(text[: q.start])
            or _OF_ITS.match(text[q.end :])
            or q.high is not None
            or any(at > q.start for at in added)
        ):
            continue
        if q.kind == "duration" and _STRETCH.search(text[: q.start]):
            continue
        around = text[max(0, q.start - 80) : q.end + 60].casefold()
        kinds = frozenset(plain for word, plain in table("sums").items() if re.search(rf"\b{word}\b", around))
        yield _Sum(told=told, amount=q, unit=unit, kinds=kinds)


def _weight(view: View, read: Kin, a: _Sum, b: _Sum, alone: frozenset[str] | set[str] = frozenset()) -> float:
    """How much two sums are about one thing; 0 where they are not. `alone` are texts with one number of the unit."""
    money = a.amount.kind == "money"
    if money and a.kinds and b.kinds and not a.kinds & b.kinds:
        return 0
    other_measure = (_around(a) - _words(b.told.plain)) | (_around(b) - _words(a.told.plain))
    if other_measure & words("apart") or any(_vague(x.amount) for x in (a, b)):
        return 0
    things = [{e for e in x.told.entities if view.entities[e].kind in _MADE} for x in (a, b)]
    if things[0] and things[1] and not things[0] & things[1]:
        return 0
    aside = stems(f"{a.amount.surface} {b.amount.surface} {a.amount.unit}") | {a.unit, stem(a.unit)}
    weight = read.shared(a.told, b.told, aside)
    if a.amount.kind == "size" and things[0] & things[1] and {a.told.source, b.told.source} <= alone:
        # nothing else is measured in tonnes by either
        return max(weight, _LEAST)
    if (
        not money
        and min(a.amount.low, b.amount.low) >= _MANY
        and read.words(a.told, b.told, aside)
        and weight >= _LEAST / 2
    ):
        # no two texts count so many by chance
        return weight
    named = a.kinds & b.kinds if money else a.amount.kind == "size"
    if not read.words(a.told, b.told, aside) or weight < (_LEAST if named else _MORE):
        return 0
    return weight


def _around(x: _Sum) -> frozenset[str]:
    """The words right around a number: "per million output | tokens"."""
    text, q = x.told.plain, x.amount
    before, after = text[max(0, q.start - 30) : q.start], text[q.end : q.end + 30]
    return _words(_BREAK.split(before)[-1]) | _words(_BREAK.split(after)[0])


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", text.casefold()))


def _vague(q: Quantity) -> bool:
    return bool(re.match(r"several|dozens|a few|hundreds|thousands|millions|billions|tens|many", q.surface, re.I))


def _exclude(a: _Sum, b: _Sum) -> bool:
    one, other = a.told.plain, b.told.plain
    low, high = sorted((a.amount.low, b.amount.low))
    if not exclude_amounts(a.amount, b.amount) or low <= 0 or high > _FAR * low or round(low) == round(high):
        return False
    if period(one) != period(other) or places_differ(one, other):
        return False
    days = [[d.value for d in find_dates(x) if d.precision in _EXACT] for x in (one, other)]
    return not (days[0] and days[1]) or any(overlap(x, y) for x in days[0] for y in days[1])


def _known(found: Sequence[_Sum], a: _Sum, b: _Sum) -> bool:
    """Has one of the texts the other's number of this unit as well? Then the two are two things."""
    return any(
        not exclude_amounts(x.amount, y.amount)
        for x in found
        for own, y in ((a, b), (b, a))
        if x.told.source == own.told.source
    )


def _best(view: View, read: Kin, found: Sequence[_Sum], a: _Sum, b: _Sum) -> bool:
    """Is there no other number in the text of `b` that is nearer to what `a` is about?"""
    weight = _weight(view, read, a, b)
    return all(_weight(view, read, a, x) <= weight for x in found if x.told.source == b.told.source and x is not b)
