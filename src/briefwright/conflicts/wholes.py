"""How many work somewhere in all, where it is told by the way: "Otter's 85 employees", "30 of its 110 people"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from operator import attrgetter

from briefwright.conflicts.amounts import exclude_amounts
from briefwright.conflicts.cues import words
from briefwright.conflicts.view import Told, View, conflict, index, mentions, sides_by
from briefwright.model import Conflict
from briefwright.quantities import Quantity, find_quantities

_ITS = re.compile(
    r"(?:[Ii]ts|[Tt]heir|the (?:company|firm|group|start-?up|maker)'s) (?:about |some |roughly |nearly )?$"
)
_OWNED = re.compile(r"'s? (?:about |some |roughly |nearly )?$")
_HAVE = re.compile(r"\b(?:employs|has|had|with) (?:about |some |roughly |nearly |more than |over )?$")


def wholes(view: View) -> Iterator[Conflict]:
    """All who work for one company, counted differently in different texts."""
    names = index(view.entities.values())
    counted: dict[str, list[tuple[Quantity, Told]]] = defaultdict(list)
    for place, t in enumerate(view.told):
        found = list(mentions(t.plain, names))
        for q in find_quantities(t.plain):
            noun = re.match(r"[ -](?:full-time )?([a-z]+)", t.plain[q.end :])
            if q.kind != "count" or q.low < 5 or noun is None or noun[1] not in words("staff_nouns"):
                continue
            before = t.plain[: q.start]
            owners: list[str] = []
            if _ITS.search(before):
                owners = [e for e, _, end in found if end <= q.start and _house(view, e)][-1:] or _before(view, place)
            elif (m := _OWNED.search(before)) is not None:
                owners = [e for e, _, end in found if end == m.start() and _house(view, e)]
            elif _HAVE.search(before) and noun[1] != "people":
                owners = [e for e, _, end in found if 0 <= q.start - end <= 25 and _house(view, e)][-1:]
            for owner in owners:
                counted[owner].append((q, t))
    for owner, told in sorted(counted.items()):
        clash = [
            (a, b) for a, b in combinations(told, 2)
            if view.origin_of(a[1].source) != view.origin_of(b[1].source) and exclude_amounts(a[0], b[0])
        ]  # fmt: skip
        if clash:
            yield conflict(
                "value", f"how many work for {view.name(owner)}", [owner], sides_by(attrgetter("low"), clash),
                "The numbers given for the same group differ.",
            )  # fmt: skip


def _before(view: View, place: int) -> list[str]:
    """The one company that the sentences before name, nearest first, in the same passage."""
    t = view.told[place]
    for x in reversed(view.told[max(0, place - 2) : place]):
        if (x.source, x.passage) == (t.source, t.passage):
            named = [e for e in sorted(x.entities) if _house(view, e)]
            if named:
                return named if len(named) == 1 else []
    return []


def _house(view: View, entity: str) -> bool:
    return view.entities[entity].kind in {"organisation", "team"}
