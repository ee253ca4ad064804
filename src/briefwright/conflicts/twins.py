"""Two sentences that tell the same but for a number or a date: what no rule has read is compared as it stands.

The sentences must name one thing and share most of their other words; words that make another measure of one
("active parameters", "output tokens") or another period keep them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from briefwright.conflicts.amounts import exclude_amounts, period, places_differ, unit_of
from briefwright.conflicts.cues import cue
from briefwright.conflicts.view import Told, View, conflict, index, mentions, side_of, stemmed, stems
from briefwright.dates import DateMention, find_dates, overlap
from briefwright.model import Conflict
from briefwright.quantities import Quantity, find_quantities

#: Content words that two sentences share at least, beside the names, and the share of the shorter one's.
_LEAST, _SHARE = 2, 0.7
#: "before 1 May" is not the first of May.
_BOUND = re.compile(r"\b(?:before|after|by) $", re.I)
_EXACT = frozenset({"day", "month", "year"})


@dataclass(frozen=True, kw_only=True, slots=True)
class _Plain:
    """A sentence without names, numbers and dates, with the one amount and the one date that it gives."""

    told: Told
    words: frozenset[str]
    things: frozenset[str]
    amount: Quantity | None
    date: DateMention | None
    days: tuple[str, ...]


def twins(view: View) -> Iterator[Conflict]:
    """One thing told of twice in the same words, with amounts or dates that exclude each other."""
    names = index(view.entities.values())
    read = [p for t in view.told if (p := _read(t, names)).amount or p.date]
    held: dict[tuple[str, str], list[tuple[_Plain, _Plain]]] = {}
    for a, b in combinations(read, 2):
        shared = a.things & b.things
        if a.told.source == b.told.source or not _alike(a.words, b.words):
            continue
        if not shared and ((a.things and b.things) or a.words != b.words or len(a.words) < 2):
            continue
        if a.amount and b.amount and _amounts_part(a, b):
            held.setdefault(("value", min(shared or a.things | b.things or {""})), []).append((a, b))
        elif a.date and b.date and not a.amount and not b.amount and _dates_part(a, b):
            held.setdefault(("time", min(shared or a.things | b.things or {""})), []).append((a, b))
    for (kind, thing), pairs in sorted(held.items(), key=lambda item: item[0]):
        for group in _joined(pairs):
            sides: dict[str, list[Told]] = {}
            for p in group:
                shown = str(p.amount.low) if kind == "value" and p.amount else p.date.value if p.date else ""
                sides.setdefault(shown, []).append(p.told)
            topic = " ".join(sorted(group[0].words & group[1].words))[:60]
            yield conflict(
                "value" if kind == "value" else "time", f"{view.name(thing)}: {topic}".removeprefix(": "),
                [thing] if thing else [],
                [side_of(dict.fromkeys(g)) for g in sides.values()],
                "The same is told with numbers that exclude each other."
                if kind == "value"
                else "The same is told with dates that exclude each other.",
            )  # fmt: skip


def _read(told: Told, names: Mapping[str, tuple[tuple[str, str], ...]]) -> _Plain:
    text = told.plain
    found = list(mentions(text, names))
    amounts = [q for q in find_quantities(text) if q.kind != "ratio" and not any(s <= q.start < e for _, s, e in found)]
    dates = [d for d in find_dates(text) if not any(q.start <= d.start < q.end for q in amounts)]
    cut = sorted(
        [(s, e) for _, s, e in found] + [(q.start, q.end) for q in amounts] + [(d.start, d.end) for d in dates]
    )
    rest, at = [], 0
    for start, end in cut:
        rest.append(text[at : max(at, start)])
        at = max(at, end)
    exact = [d for d in dates if d.precision in _EXACT and not _BOUND.search(text[: d.start])]
    return _Plain(
        told=told, words=stems(" ".join([*rest, text[at:]])) - stemmed("telling"),
        things=frozenset(e for e, _, _ in found), days=tuple(d.value for d in dates),
        amount=amounts[0] if len(amounts) == 1 else None, date=exact[0] if len(exact) == len(dates) == 1 else None,
    )  # fmt: skip


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    least = min(len(a), len(b))
    return (
        bool(a & b)
        and len(a & b) >= min(_LEAST, least)
        and len(a & b) >= _SHARE * least
        and not (a ^ b) & stemmed("apart")
    )


def _amounts_part(a: _Plain, b: _Plain) -> bool:
    one, other = a.amount, b.amount
    assert one is not None and other is not None
    if any(w in q.surface.casefold() for q in (one, other) for w in ("several", "dozens", "handful", "hundreds")):
        return False
    if _part(a) != _part(b) or places_differ(a.told.plain, b.told.plain):
        return False
    # so many in March and so many in October
    if a.days and b.days and not any(overlap(x, y) for x in a.days for y in b.days):
        return False
    if unit_of(one) != unit_of(other) or period(a.told.plain) != period(b.told.plain):
        return False
    return exclude_amounts(one, other)


def _part(p: _Plain) -> bool:
    """Does the sentence count a part only: "of whom 26", "26 people in safety"?"""
    assert p.amount is not None
    text = p.told.plain
    return bool(re.search(r"\bof wh(?:om|ich) $", text[: p.amount.start])) or bool(
        re.match(r" (?:in|on|for) [a-z]", text[p.amount.noun_end :])
    )


def _dates_part(a: _Plain, b: _Plain) -> bool:
    assert a.date is not None and b.date is not None
    # "joined the firm" and "joined the team" are two events
    if a.things - b.things and b.things - a.things:
        return False
    # the day on which something was announced is not the day on which it comes
    if any(bool(p.search(a.told.plain)) != bool(p.search(b.told.plain)) for p in (cue("when"), cue("announced"))):
        return False
    return not overlap(a.date.value, b.date.value)


def _joined(pairs: list[tuple[_Plain, _Plain]]) -> list[list[_Plain]]:
    """Pairs that share a sentence, as one group."""
    groups: list[list[_Plain]] = []
    for pair in pairs:
        home = next((g for g in groups if any(p.told is q.told for p in pair for q in g)), None)
        if home is None:
            groups.append(list(pair))
        else:
            home += [p for p in pair if not any(p.told is q.told for q in home)]
    return groups
