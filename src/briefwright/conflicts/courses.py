"""When a thing comes: in September here, not before next spring there; and since when a thing was known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from briefwright.conflicts.cues import cue
from briefwright.conflicts.kin import Kin, kin
from briefwright.conflicts.supply import ahead
from briefwright.conflicts.view import Told, View, conflict, side_of
from briefwright.dates import DateMention, find_dates, overlap
from briefwright.model import Conflict

#: What a plan and its end share at least, and two tellings of since when a thing was known.
_LEAST, _KNOWN = 0.8, 0.6
#: And two plans for one thing.
_TWICE = 1.4
#: "announced on 3 March that …": the day on which a plan was told is not the day for which it is planned.
_TOLD_ON = re.compile(r"[^,.;]{0,40}? that\b")
_BOUND = re.compile(r"\b(?:before|until|till|after|since) (?:the )?(?:end of )?$", re.IGNORECASE)
_EXACT = frozenset({"day", "month", "season", "quarter", "year", "part-of-month"})
_MADE = frozenset({"model", "product", "family"})
_LATER_WORDS = re.compile(
    r"(?P<when>next (?:year|spring|summer|autumn|fall|winter|month|quarter)|"
    r"(?:the )?(?:spring|summer|autumn|fall|winter)\b|"
    r"(?:the )?year after(?: next)?)",
    re.IGNORECASE,
)
#: In which months a season lies.
_SEASONS = {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12), "winter": (12, 14)}
#: Who knew of a fault early, before it was told.
_SINCE = re.compile(
    r"\b(?:as early as|already (?:in|on|at)|(?:ever )?since|first|months? before|weeks? before|back in)\b", re.I
)


def slips(view: View) -> Iterator[Conflict]:
    """A thing planned for a day, and a text by which it comes later: "put off until the summer", "slips into May"."""
    read = kin(view)
    later = [(t, m.end()) for t in view.told if (m := cue("slips_to").search(t.plain)) is not None]
    for t, at in later:
        if t.plain.rstrip().endswith("?"):
            continue
        when = _when(t.plain[at:])
        planned = [
            x for x in view.told
            if view.origin_of(x.source) != view.origin_of(t.source) and cue("slips_to").search(x.plain) is None
            and (cue("planned").search(x.plain) or cue("comes").search(x.plain)) and not cue("negation").search(x.plain)
            and (days := [d for d in find_dates(x.plain) if d.precision in _EXACT])
            and all(_sooner(d, when) for d in days)
            and _one_thing(view, read, x, t)
        ]  # fmt: skip
        if planned and when:
            yield conflict(
                "time", f"when it comes: {t.source} {t.passage}",
                sorted(t.entities & frozenset().union(*(x.entities for x in planned))),
                [side_of(planned), side_of([t])], "Planned for one time here; it comes later there.",
            )  # fmt: skip


def _one_thing(view: View, read: Kin, one: Told, other: Told) -> bool:
    made = [_made(view, t.entities) or _made(view, read.near[t]) for t in (one, other)]
    if made[0] and made[1]:
        return bool(made[0] & made[1]) and read.shared(one, other) >= _LEAST / 4
    return read.shared(one, other) >= _LEAST


def _made(view: View, words: frozenset[str]) -> frozenset[str]:
    return frozenset(w for w in words if w in view.entities and view.entities[w].kind in _MADE)


def _when(text: str) -> str:
    """To when a thing is put off: an ISO date, or the words "next year", "next spring"."""
    m = _LATER_WORDS.search(text[:30])
    if m is not None and "next" in m["when"].casefold():
        return m["when"].casefold()
    days = [d for d in find_dates(text) if d.precision in _EXACT and d.start < 15]
    if days:
        return days[0].value
    return m["when"].casefold() if m is not None else ""


def _sooner(day: DateMention, when: str) -> bool:
    """Is a day of a plan plainly before what another text puts the thing off to?"""
    if not when:
        return False
    month = re.search(r"^(?:\d{4}|-)-(\d\d)", day.value)
    season = (
        next((m for w, m in _SEASONS.items() if w in when or w in day.value), None) if not when[:1].isdigit() else None
    )
    if "next" in when or "after" in when:
        # a plan that names no year is for this one
        return day.precision in {"day", "month", "quarter", "season"} and not re.search(r"next", day.surface)
    if season is not None and month is not None:
        return not season[0] <= int(month[1]) < season[1] and int(month[1]) < season[0]
    if season is not None or "season" in day.precision:
        return False
    return not overlap(day.value, when) and ahead(day.value, when)


def known_since(view: View) -> Iterator[Conflict]:
    """Since when somebody knew of a thing: in January by one text, already last August by another."""
    read = kin(view)
    found: list[tuple[DateMention, Told]] = []
    for t in view.told:
        m = cue("learns").search(t.plain)
        days = [d for d in find_dates(t.plain) if d.precision in {"day", "month", "year", "season"}]
        if m is not None and len(days) == 1 and not cue("negation").search(t.plain[: m.start()]):
            found.append((days[0], t))
    for (p, a), (q, b) in combinations(found, 2):
        if overlap(p.value, q.value) or not (_SINCE.search(a.plain) or _SINCE.search(b.plain)):
            continue
        voiced = cue("tells").search(a.plain) and cue("tells").search(b.plain)
        near = a.source == b.source and a.passage == b.passage and voiced
        if (view.origin_of(a.source) != view.origin_of(b.source) or near) and read.shared(a, b) >= _KNOWN:
            yield conflict(
                "time", f"since when it was known: {a.source} {a.passage}", sorted(a.entities & b.entities),
                [side_of([a]), side_of([b])], "The texts tell of different times at which it came to be known.",
            )  # fmt: skip


def planned_twice(view: View) -> Iterator[Conflict]:
    """One thing to come, on days that exclude each other, where each text gives one day for it."""
    read = kin(view)
    found = [
        (days[0], t) for t in view.told
        if cue("to_come").search(t.plain)
        and not cue("negation").search(t.plain) and not cue("slips_to").search(t.plain)
        and len(days := [d for d in find_dates(t.plain) if d.precision in {"day", "month", "season", "quarter"}]) == 1
        and not _BOUND.search(t.plain[: days[0].start])
        and not (cue("tells").search(t.plain[: days[0].start]) and _TOLD_ON.match(t.plain[days[0].end :]))
    ]  # fmt: skip
    for (p, a), (q, b) in combinations(found, 2):
        if view.origin_of(a.source) == view.origin_of(b.source) or overlap(p.value, q.value):
            continue
        if "season" in {p.precision, q.precision} and p.precision != q.precision:
            continue
        if any(
            overlap(d.value, e.value)
            for d, t in found
            for x, e in ((a, q), (b, p))
            if t.source == x.source and read.shared(t, x) >= _LEAST / 2
        ):
            continue
        weight = read.shared(a, b)
        best = all(
            read.shared(x, t) <= weight for x, y in ((a, b), (b, a)) for _, t in found if t.source == y.source
        )  # fmt: skip
        if best and weight >= _TWICE and len(read.own[a] & read.own[b]) > 1:
            yield conflict(
                "time", f"for when it is planned: {a.source} {a.passage}", sorted(a.entities & b.entities),
                [side_of([a]), side_of([b])], "The days given for what is to come exclude each other.",
            )  # fmt: skip
