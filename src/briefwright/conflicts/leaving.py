"""On which day somebody goes: at the end of June by one text, on the 15th by another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from operator import attrgetter

from briefwright.conflicts.cues import cue
from briefwright.conflicts.view import Told, View, conflict, index, mentions, sides_by
from briefwright.dates import DateMention, find_dates, overlap
from briefwright.model import Conflict

_EXACT = frozenset({"day", "month", "part-of-month"})
#: The days that a part of a month can mean; the edges of neighbours touch.
_PARTS = {"early": (1, 11), "beginning": (1, 11), "mid": (9, 21), "late": (19, 31), "end": (21, 31)}
#: Behind these words stands the day of something else.
_OTHER = re.compile(r"\b(?:after|before|since|because|when|once|over|asked|told|until)\b", re.I)
#: How far behind the verb its date may begin.
_NEAR = 60


def last_days(view: View) -> Iterator[Conflict]:
    """The day on which a person's work ends, where no day of the one text fits one of the other."""
    names = index(view.entities.values())
    given: dict[str, list[tuple[DateMention, Told]]] = defaultdict(list)
    for t in view.told:
        for verb in cue("goes_on").finditer(t.plain):
            rest = re.split(r"[;.]\s|, (?:and|but|which|who) ", t.plain[verb.end() :])[0]
            days = [d for d in find_dates(rest) if d.precision in _EXACT and d.start <= _NEAR]
            people = view.people(t)
            before = [e for e, _, end in mentions(t.plain, names) if end <= verb.start() and e in people]
            who = before[-1:] or (sorted(people) if len(people) == 1 else [])
            between = rest[: days[0].start] if days else ""
            if days and who and not cue("announced").search(between) and not _OTHER.search(between):
                given[who[0]].append((days[0], t))
    for person, dated in sorted(given.items()):
        clash = [
            (a, b) for a, b in combinations(dated, 2)
            if view.origin_of(a[1].source) != view.origin_of(b[1].source)
            and not any(
                _meet(x, y) for x, s in dated for y, t in dated if s.source == a[1].source and t.source == b[1].source
            )
        ]  # fmt: skip
        if clash:
            yield conflict(
                "time", f"when {view.name(person)} goes", [person], sides_by(attrgetter("surface"), clash),
                "The days given exclude each other.",
            )  # fmt: skip


def _meet(one: DateMention, other: DateMention) -> bool:
    if not overlap(one.value, other.value):
        return False
    a, b = _days(one), _days(other)
    return a[0] <= b[1] and b[0] <= a[1]


def _days(mention: DateMention) -> tuple[int, int]:
    """The days of its month that a date can mean."""
    day = re.search(r"-\d\d-(\d\d)$", mention.value)
    if day is not None:
        return int(day[1]), int(day[1])
    return next((span for word, span in _PARTS.items() if word in mention.surface.casefold()), (1, 31))
