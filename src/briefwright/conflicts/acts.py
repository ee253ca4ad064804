"""When a thing happened to whom, read from the sentences: "founded in 2019" here, "founded in 2022" there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from briefwright.conflicts.cues import cue, words
from briefwright.conflicts.view import Told, View, conflict, index, mentions, sides_by, stems
from briefwright.dates import find_dates, overlap
from briefwright.model import Conflict

_EXACT = frozenset({"day", "month", "year"})
#: Between the name and the verb: ", which was", "has been", "officially".
_LEAD = re.compile(
    r"^,?(?: (?:which|who|that|was|were|is|has|had|been|being|first|officially|itself|originally|publicly|formally))* $"
)
#: "Founded in 2019, Otter"; "set up in May 2019 by two sisters, Otter".
_OPENING = re.compile(
    r"\b(?:Founded|Established|Set up|Started|Launched|Created)(?P<when> in (?:[A-Z]\w+ )?\d{4})(?: [^,;.]{1,60})?,"
    r" (?:the )?$"
)
#: "Otter (founded 2019)", "Otter, founded 2019".
_BEHIND = re.compile(r",? \(?(?:founded|est\.|established|set up)(?: in)? (?P<year>\d{4})\b")
#: "… who started | Otter".
_FOUNDS = re.compile(r"\b(?:(?:co-?)?founded|started|set up|established|created) (?:the (?:company|firm|start-?up) )?$")
_SET_UP = re.compile(r",?(?: which| who)? (?:was|were) (?:first |originally )?set up\b")
_IT_FOUNDED = re.compile(
    r"(?:The (?:company|firm|start-?up|maker|lab|laboratory|group)|It) was "
    r"(?:first |originally )?(?:founded|started|set up|established|created)\b"
)
_NEXT = re.compile(r"[;.]\s|, (?:and|but|which|who|after|before)|\band (?:has|was|is|had)\b")
#: Something is done to the thing: "was founded", ", founded in 2019".
_PASSIVE = re.compile(r"\b(?:was|were|is|been|being)\b|^, $")
_WORD = re.compile(r"[A-Za-z-]+")
#: How far behind the verb its date may begin.
_NEAR = 45


def acts(view: View) -> Iterator[Conflict]:
    """One act upon one thing with dates that exclude each other, in different texts."""
    told: dict[tuple[str, str], list[tuple[str, Told]]] = defaultdict(list)
    names = index(view.entities.values())
    for t in view.told:
        if cue("announced").search(t.plain):
            continue
        for entity, _, end in mentions(t.plain, names):
            found = _act(t.plain[end:])
            if found is not None:
                told[entity, found[0]].append((found[1], t))
        for day in _company_founded(t.plain):
            houses = [e for e in t.entities if view.entities[e].kind == "organisation"]
            if len(houses) == 1:
                told[houses[0], min(stems("founded"))].append((day, t))
        for entity, day in _founded(view, t, names):
            told[entity, min(stems("founded"))].append((day, t))
    for (entity, act), dated in sorted(told.items()):
        apart = [
            pair for pair in combinations(dated, 2)
            if view.origin_of(pair[0][1].source) != view.origin_of(pair[1][1].source)
            and not any(
                overlap(x, y) for x, a in dated for y, b in dated
                if a.source == pair[0][1].source and b.source == pair[1][1].source
            )
        ]  # fmt: skip
        if apart:
            yield conflict(
                "time", f"{act}: {view.name(entity)}", [entity], sides_by(str, apart),
                "The dates given exclude each other.",
            )  # fmt: skip


def _founded(view: View, told: Told, names: Mapping[str, tuple[tuple[str, str], ...]]) -> Iterator[tuple[str, str]]:
    """ "Founded in 2019, Otter …"; "she started Otter with a friend in 2019"; "Otter (founded 2019)"."""
    text = told.plain
    for entity, start, end in mentions(text, names):
        if view.entities[entity].kind not in {"organisation", "team"}:
            continue
        opening = _OPENING.search(text[:start])
        if opening is not None:
            yield from ((entity, d.value) for d in find_dates(opening["when"])[:1] if d.precision in _EXACT)
            continue
        behind = _BEHIND.match(text[end:])
        if behind is not None:
            yield from ((entity, d.value) for d in find_dates(f"in {behind['year']}")[:1])
        elif _FOUNDS.search(text[:start]) or _SET_UP.match(text[end:]):
            days = [d for d in find_dates(_NEXT.split(text[end:])[0]) if d.precision in _EXACT and d.start <= _NEAR]
            yield from ((entity, d.value) for d in days[:1])


def _company_founded(text: str) -> list[str]:
    """ "The company was started in 2027": the day, where the name stands in a sentence before."""
    m = _IT_FOUNDED.match(text)
    return [d.value for d in find_dates(text[m.end() : m.end() + _NEAR])[:1] if d.precision in _EXACT] if m else []


def _act(after: str) -> tuple[str, str] | None:
    """The act that follows a name at once, under one word for all of its kind, and its date."""
    for verb in _WORD.finditer(after[:60]):
        if verb[0].casefold() not in words("dated_acts"):
            continue
        if not _LEAD.match(after[: verb.start()]):
            return None
        rest = re.split(r"[;.]\s|, (?:and|but|which|who|after|before)", after[verb.end() :])[0]
        days = [d for d in find_dates(rest) if d.precision in _EXACT and d.start <= _NEAR]
        if not days:
            return None
        # "joined the firm" and "joined the team" are two events
        upon = stems(rest[: days[0].start])
        act = min(stems(verb[0]), default="")
        if _PASSIVE.search(after[: verb.start()]):
            return act, days[0].value
        return (f"{act} {' '.join(sorted(upon))}", days[0].value) if upon else None
    return None
