"""What comes back, what is no longer delivered, and from when it comes again: told of one product in several texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from briefwright.conflicts.amounts import exclude_amounts
from briefwright.conflicts.cues import cue
from briefwright.conflicts.view import Told, View, conflict, index, mentions, side_of, stemmed, stems
from briefwright.dates import find_dates, overlap
from briefwright.model import Conflict
from briefwright.quantities import Quantity, find_quantities
from briefwright.text import fold

_MADE = frozenset({"model", "product", "family"})
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
)
_LATER = re.compile(
    r"(?:\b(?:not|no|never|hardly|nothing|none|cannot)|n't)\b[^.;]{0,40}? (?:before|until|earlier than|sooner than) ",
    re.I,
)
#: So few things are no batch.
_BATCH = 20


def recalled(view: View) -> Iterator[Conflict]:
    """How many of one product are called back or affected, in different texts."""
    counted: list[tuple[Quantity, Told, frozenset[str]]] = []
    for place, t in enumerate(view.told):
        if not cue("recalls").search(t.plain):
            continue
        batches = [
            q for q in find_quantities(t.plain)
            if q.kind == "count" and q.low >= _BATCH and not cue("of_which").search(t.plain[: q.start][-24:])
        ]  # fmt: skip
        # several numbers are parts of a whole
        if len(batches) == 1 and cue("pieces").search(_noun(t.plain, batches[0])):
            counted.append((batches[0], t, _made(view, place)))
    clash = [
        (a, b) for a, b in combinations(counted, 2)
        if view.origin_of(a[1].source) != view.origin_of(b[1].source) and exclude_amounts(a[0], b[0])
        and (a[2] & b[2] or not a[2] or not b[2])
    ]  # fmt: skip
    if clash:
        sides: dict[object, list[Told]] = defaultdict(list)
        for q, t, _ in dict.fromkeys(item for pair in clash for item in pair):
            sides[q.low].append(t)
        things = frozenset().union(*(a[2] | b[2] for a, b in clash))
        yield conflict(
            "value", "how many are called back or affected", sorted(things), [side_of(g) for g in sides.values()],
            "The numbers given for the same differ.",
        )  # fmt: skip


def _noun(text: str, q: Quantity) -> str:
    return q.unit or text[q.end : q.end + 40]


def _made(view: View, place: int) -> frozenset[str]:
    """The products that a sentence names; where it names none, those of the sentences before it in its passage."""
    t = view.told[place]
    for x in (t, *reversed(view.told[max(0, place - 3) : place])):
        found = frozenset(e for e in x.entities if view.entities[e].kind in _MADE)
        if (x.source, x.passage) == (t.source, t.passage) and found:
            return found
    return frozenset()


def stopped(view: View) -> Iterator[Conflict]:
    """Deliveries to one place stopped by one text, all of them by another."""
    halted = [t for t in view.told if cue("deliveries").search(t.plain) and cue("halted").search(t.plain)]
    every = [t for t in halted if cue("all_deliveries").search(t.plain)]
    some = [t for t in halted if t not in every and cue("some_deliveries").search(t.plain)]
    pairs = [(a, b) for a in every for b in some if view.origin_of(a.source) != view.origin_of(b.source)]
    if pairs:
        yield conflict(
            "scope", "which deliveries are stopped", sorted(frozenset().union(*(a.entities for a, _ in pairs))),
            [side_of(dict.fromkeys(b for _, b in pairs)), side_of(dict.fromkeys(a for a, _ in pairs))],
            "Some of them by one text, all of them by another.",
        )  # fmt: skip


def only_and_too(view: View) -> Iterator[Conflict]:
    """ "It was announced for the T5 only, yet dealers say that the T6 comes back too": a scope, and more than that."""
    for t in view.told:
        m = re.search(r",? (?:but|yet|whereas|while|though|although) |; ", t.plain)
        if m is None:
            continue
        one, other = t.plain[: m.start()], t.plain[m.end() :]
        if not cue("alone").search(one) or not cue("also").search(other) or not cue("tells").search(one + other):
            continue
        things = [{e for e, _, _ in mentions(x, index(view.entities.values()))} for x in (one, other)]
        if not things[1] - things[0]:
            continue
        told = [
            x for x in view.told
            if x.source != t.source and things[0] & x.entities and cue("recalls").search(x.plain)
            and not things[1] - things[0] & x.entities
        ]  # fmt: skip
        yield conflict(
            "scope", f"this only, or more: {t.source} {t.passage}", sorted(things[0] | things[1]),
            [side_of(told) if told else side_of([t], one), side_of([t])],
            "One thing only by one account, more by another.",
        )  # fmt: skip


def not_before(view: View) -> Iterator[Conflict]:
    """Planned for a day in one text; by another it comes not before a later one."""
    names = index(view.entities.values())
    for t in view.told:
        m = _LATER.search(t.plain)
        later = _first_date(t.plain[m.end() :]) if m is not None else ""
        if not later:
            continue
        things = {e for e in t.entities if view.entities[e].kind in _MADE}
        for source, passage, start, text in view.unread:
            if source == t.source and 0 <= int(t.passage[1:]) - int(passage[1:]) <= 1 and start < t.start:
                things |= {e for e, _, _ in mentions(fold(text), names) if view.entities[e].kind in _MADE}
        planned = [
            x for x in view.told
            if view.origin_of(x.source) != view.origin_of(t.source) and things & x.entities
            and cue("comes").search(x.plain) and _before(x.plain, later)
        ]  # fmt: skip
        if not things and m is not None and cue("comes").search(t.plain):
            # no product is named: then the sentences must share what comes
            what = stems(t.plain[: m.end()]) - stemmed("bare") - stemmed("coming")
            planned = [
                x for x in view.told
                if view.origin_of(x.source) != view.origin_of(t.source) and cue("comes").search(x.plain)
                and what & stems(x.plain) and _before(x.plain, later)
            ]  # fmt: skip
        if planned:
            yield conflict(
                "time", f"not before: {t.source} {t.passage}", sorted(things), [side_of(planned), side_of([t])],
                "A day is given in one text; by another it comes later.",
            )  # fmt: skip


def _first_date(text: str) -> str:
    days = [d for d in find_dates(text) if d.precision in {"day", "month", "quarter", "year"} and d.start < 12]
    if days:
        return days[0].value
    month = _MONTH.match(text)
    return next((d.value for d in find_dates(f"in {month[0]}")), "") if month is not None else ""


def _before(text: str, later: str) -> bool:
    """Does a sentence plan its thing for a day before `later`, as far as it says one?"""
    m = cue("comes").search(text)
    days = [
        d.value for d in find_dates(text)
        if d.precision in {"day", "month"} and m is not None and -5 <= d.start - m.end() <= 40
    ]  # fmt: skip
    if not days or any(overlap(d, later) for d in days):
        return False
    return any(ahead(d, later) for d in days)


def ahead(one: str, other: str) -> bool:
    """Is one date before another? Without a year the nearer way round counts: February comes after December."""
    if one[:1] != "-" and other[:1] != "-":
        return one < other
    a, b = (_place(d) for d in (one, other))
    return a is not None and b is not None and 0 < (b - a) % 372 < 186


def _place(value: str) -> int | None:
    """How far into its year a date lies, every month counted as long as the longest."""
    m = re.search(r"-(\d\d)(?:-(\d\d))?$", value)
    return 31 * (int(m[1]) - 1) + int(m[2] or 1) - 1 if m is not None else None
