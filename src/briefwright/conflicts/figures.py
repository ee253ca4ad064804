"""Numbers and dates that two voices give for one thing, read from the sentences: what no rule made a slot of.

A part of a sentence that says little but its number ("Pelmora speaks of nine") is about what stands right before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from briefwright.conflicts.amounts import clash, exclude_amounts, excludes, period, places_differ, unit_named, unit_of
from briefwright.conflicts.cues import cue, words
from briefwright.conflicts.view import Told, View, by_words, conflict, names_of, side_of, stem, stemmed, stems
from briefwright.dates import find_dates, overlap
from briefwright.model import Conflict, ConflictType, Side
from briefwright.quantities import Quantity, find_quantities

#: Content words that a part may have besides its number and still say little else.
_BARE = 2
#: How many parts back the other number may stand.
_BACK = 5
_CUT = re.compile(r"; | - | -- |(?<=[.!?]) ")
_MONTH = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December|"
    r"(?:in|is|says|said|for|of|heard|until|by) May|(?:the|in|next) (?:spring|summer|autumn|fall|winter))\b"
)
_TIMES = frozenset({"once", "twice", "thrice", "both", "double"})
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_COARSE = frozenset({"month", "season", "year", "day", "quarter"})


@dataclass(frozen=True, kw_only=True, slots=True)
class _Part:
    """A part of a sentence with the amounts and dates that it gives, and what it says besides."""

    told: Told
    text: str
    amounts: tuple[Quantity, ...]
    dates: tuple[str, ...]
    rest: frozenset[str]

    @property
    def bare(self) -> bool:
        return len(self.rest) <= _BARE

    @property
    def voiced(self) -> bool:
        return bool(cue("tells").search(self.text) or cue("document").search(self.text))


def figures(view: View) -> Iterator[Conflict]:
    """Two voices in one passage, each with its own number or date for the same."""
    found: dict[tuple[ConflictType, frozenset[str]], list[tuple[str, Told]]] = {}
    for parts in _passages(view):
        if any(cue("own_error").search(p.text) for p in parts):
            continue
        for n, part in enumerate(parts):
            if len(part.amounts) == 2 and cue("depending").search(part.text) and clash(*part.amounts):
                pair = [(q.surface, part.told) for q in part.amounts]
                found.setdefault(("value", frozenset(str(q.low) for q in part.amounts)), []).extend(pair)
            for other in parts[max(0, n - _BACK) : n]:
                if not (part.voiced and (other.voiced or part.bare)) or not (part.bare or other.bare):
                    continue
                if part.dates and not other.voiced:
                    continue
                if part.amounts and (apart := _amounts(other, part)):
                    key: tuple[ConflictType, frozenset[str]] = ("value", frozenset(str(q.low) for q in apart))
                    found.setdefault(key, []).extend(
                        [(apart[0].surface, other.told), (apart[1].surface, part.told)]
                    )  # fmt: skip
                elif part.dates and (days := _dates(other, part)):
                    found.setdefault(("time", frozenset(days)), []).extend(
                        [(days[0], other.told), (days[1], part.told)]
                    )  # fmt: skip
            if part.voiced and cue("share_of_that").search(part.text):
                whole = next((o for o in reversed(parts[max(0, n - 2) : n]) if len(o.amounts) == 1 and o.voiced), None)
                if whole is not None:
                    m = cue("share_of_that").search(part.text)
                    assert m is not None
                    found.setdefault(("value", frozenset({str(whole.amounts[0].low), m[0]})), []).extend(
                        [(whole.amounts[0].surface, whole.told), (m[0], part.told)]
                    )  # fmt: skip
    for (kind, _), told in found.items():
        sides: dict[str, list[Told]] = {}
        for surface, t in told:
            sides.setdefault(surface, []).append(t)
        where = f"{told[0][1].source} {told[0][1].passage}"
        if kind == "value" and _who_left(view, told):
            yield conflict(
                "participants", f"how many left, by whom one asks: {where}", [], by_words(sides),
                "Different voices count those who left differently.",
            )  # fmt: skip
            continue
        yield conflict(
            kind, f"{'a number' if kind == 'value' else 'a date'} by whom one asks: {where}",
            sorted(frozenset().union(*(t.entities for _, t in told))), by_words(sides),
            "Different voices give different numbers for the same." if kind == "value"
            else "Different voices give different dates for the same.",
        )  # fmt: skip


def _who_left(view: View, told: Sequence[tuple[str, Told]]) -> bool:
    """Do the numbers count people of whom some sentence says that as many left?"""
    people = re.compile(rf"\W(?:{'|'.join(sorted(words('members')))})\b", re.I)
    counted = {
        q.low for _, t in told for q in find_quantities(t.plain) if people.search(t.plain[q.end : q.end + 25])
    }  # fmt: skip
    return any(
        cue("gone").search(t.plain) and q.low in counted and people.search(t.plain[q.end : q.end + 25])
        for t in view.told
        for q in find_quantities(t.plain)
    )


def _passages(view: View) -> Iterator[list[_Part]]:
    place, parts = ("", ""), list[_Part]()
    for t in view.told:
        if (t.source, t.passage) != place:
            if parts:
                yield parts
            place, parts = (t.source, t.passage), []
        parts += _parts(view, t)
    if parts:
        yield parts


def _parts(view: View, told: Told) -> list[_Part]:
    names = names_of(view, told)
    out = []
    for text in _CUT.split(told.plain):
        if text.rstrip().endswith("?"):
            continue
        amounts = tuple(
            q
            for q in find_quantities(text)
            if q.kind not in {"ratio", "multiple"}
            and q.low > 1
            and not _of_them(text, q)
            and not _age(text, q)
            and q.surface.casefold() not in _TIMES
        )
        mentions = [d for d in find_dates(text) if d.precision in _COARSE]
        dates = tuple(d.value for d in mentions) or tuple(_month(m[0]) for m in _MONTH.finditer(text))
        gone = [*(q.surface for q in amounts), *(d.surface for d in mentions), *(m[0] for m in _MONTH.finditer(text))]
        rest = (
            stems(text) - names - stemmed("bare") - stems(" ".join(gone)) - {stem(q.unit.casefold()) for q in amounts}
        )
        out.append(_Part(told=told, text=text, amounts=amounts, dates=dates, rest=rest))
    return out


def _counts(text: str, q: Quantity) -> bool:
    """Is it a number of things, not "twice", and not of a part of them?"""
    plain = q.kind not in {"ratio", "multiple"} and q.low > 1 and q.surface.casefold() not in _TIMES
    return plain and not _of_them(text, q)


def _month(words_: str) -> str:
    last = words_.split()[-1]
    if last.casefold() in _SEASONS:
        return f"--{last.casefold().replace('fall', 'autumn')}"
    return next((d.value for d in find_dates(f"in {last}")), words_)


def _of_them(text: str, q: Quantity) -> bool:
    """Is a number one of a part: "nine of them", "two of the three"?"""
    after = text[q.noun_end : q.noun_end + 14]
    if q.unit and re.match(r" of (?:its|their|his|her)\b", after):
        # "140,000 letters of its customers" are all that are counted
        return False
    return bool(re.match(r" of (?:them|whom|which|the|these|those|its|their|his|her)\b", after)) or bool(
        cue("of_which").search(text[max(0, q.start - 24) : q.start])
    )


def _age(text: str, q: Quantity) -> bool:
    """Is a bare number between commas behind a name how old somebody is?"""
    return not q.unit and text[max(0, q.start - 2) : q.start] == ", " and text[q.end : q.end + 1] in {",", "."}


def _amounts(a: _Part, b: _Part) -> tuple[Quantity, Quantity] | None:
    """The numbers of two parts where they exclude each other and count the same, as far as they say."""
    if len(b.amounts) != 1 or not a.amounts or period(a.text) != period(b.text):
        return None
    q = b.amounts[0]
    near = [x for x in a.amounts if clash(x, q) and (x.kind == q.kind or "" in {x.unit, q.unit})]
    if len(near) > 1 and not q.unit:
        # the bare number counts what is counted, not the days before
        near = [x for x in near if x.kind == "count" and x.unit]
    # a number with its noun beside a bare one: only where the bare part says that it counts
    if len(near) != 1 or any(not exclude_amounts(x, q) for x in a.amounts if x.unit in {"", q.unit}):
        return None
    return near[0], q


def _dates(a: _Part, b: _Part) -> tuple[str, str] | None:
    if len(set(a.dates)) != 1 or len(set(b.dates)) != 1 or not (a.bare and b.bare):
        return None
    return None if overlap(a.dates[0], b.dates[0]) else (a.dates[0], b.dates[0])


# --------------------------------------------------------------------------- attributes and counts


def attributes(view: View) -> Iterator[Conflict]:
    """An attribute of a thing in a table or slot, and another value of it in a sentence about that thing."""
    for s in view.statements.values():
        attribute, subject, unit = (str(s.slots.get(k) or "") for k in ("attribute", "subject", "unit"))
        if s.kind != "model_attribute" or not unit or subject not in view.entities or " " in attribute:
            continue
        if s.slots.get("part"):
            continue
        said = re.compile(rf"\b{re.escape(attribute)} (?:consumption |draw )?(?:of|is|at|:) ", re.I)
        for t in view.told:
            if view.origin_of(t.source) == view.origin_of(s.evidence.source) or subject != _first_thing(view, t):
                continue
            m = said.search(t.plain)
            q = next((q for q in find_quantities(t.plain) if m is not None and 0 <= q.start - m.end() <= 1), None)
            if q is not None and unit_of(q) == unit_named(unit) and excludes(s, q):
                yield conflict(
                    "value", f"{attribute} of {view.name(subject)}", [subject],
                    [Side(text=s.text, statements=(s.id,)), side_of([t])],
                    "The numbers given for the same thing differ.",
                )  # fmt: skip


def _first_thing(view: View, told: Told) -> str:
    """The first model or product that a sentence names: in "the T2 has … of the T1 at …" the T2."""
    places = [
        (told.plain.find(name), -len(name), e)
        for e in told.entities
        if view.entities[e].kind in {"model", "product", "family"}
        for name in (view.entities[e].name, *view.entities[e].aliases)
        if name in told.plain
    ]
    return min(places)[2] if places else ""


def _least(one: Told, other: Told) -> int:
    """How many words two counts must share besides their noun: none in a line of key facts ("Users: 12,000 firms")."""
    return 0 if any(re.match(r"[^.:]{2,20}: ", t.plain) and len(t.plain.split()) < 8 for t in (one, other)) else 2


def _one_time_and_place(one: str, other: str) -> bool:
    """Not so many in March and so many in October, nor here and there."""
    days = [[d.value for d in find_dates(text) if d.precision in _COARSE] for text in (one, other)]
    met = any(overlap(x, y) for x in days[0] for y in days[1])
    return (met or not days[0] or not days[1]) and not places_differ(one, other)


def tallies(view: View) -> Iterator[Conflict]:
    """One sort of thing counted twice, which no two texts would count by chance: so many boats here, there others."""
    counted: dict[str, list[tuple[Quantity, Told]]] = {}
    for t in view.told:
        for q in find_quantities(t.plain):
            noun = q.unit.casefold()
            if (
                q.kind == "count"
                and noun
                and (q.low >= 1000 or (q.low >= 20 and noun not in words("any_count")))
                and not _of_them(t.plain, q)
            ):
                counted.setdefault(stem(noun), []).append((q, t))
    for t in view.told:
        # "counts 2.1 million who pay": the noun stands elsewhere in the sentence
        for q in find_quantities(t.plain):
            if q.kind == "count" and not q.unit and q.low >= 1000:
                own = stems(t.plain)
                for noun in [n for n in counted if n in own]:
                    counted[noun].append((q, t))
    for noun, told in sorted(counted.items()):
        clash = [
            (a, b) for a, b in combinations(told, 2)
            if view.origin_of(a[1].source) != view.origin_of(b[1].source) and exclude_amounts(a[0], b[0])
            and max(a[0].low, b[0].low) <= 2 * min(a[0].low, b[0].low) and period(a[1].plain) == period(b[1].plain)
            and len((stems(a[1].plain) & stems(b[1].plain)) - {noun}) >= _least(a[1], b[1])
            and _one_time_and_place(a[1].plain, b[1].plain)
        ]  # fmt: skip
        if clash:
            numbers = {q.low for pair in clash for q, _ in pair}
            sides: dict[Decimal, list[Told]] = {}
            for q, t in told:
                if q.low in numbers:
                    sides.setdefault(q.low, []).append(t)
            shared = frozenset[str]().union(*(a[1].entities & b[1].entities for a, b in clash))
            yield conflict(
                "value", f"how many {clash[0][0][0].unit}", sorted(shared),
                [side_of(dict.fromkeys(group)) for group in sides.values()],
                "The same sort of thing is counted differently; no text says that the number changed.",
            )  # fmt: skip
