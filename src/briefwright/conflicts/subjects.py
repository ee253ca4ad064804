"""Conflicts about what was praised or released: one remark laid on different things, one release at different times."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from briefwright.conflicts.events import distances
from briefwright.conflicts.view import View, conflict, first
from briefwright.model import Conflict, Side, Statement
from briefwright.text import fold

_MODELS = frozenset({"model", "family"})
#: The days that a part of a month can mean; the edges of neighbours touch.
_PARTS = {"early": (1, 11), "mid": (9, 21), "late": (19, 31)}


def named_in(view: View, text: str) -> tuple[str, ...]:
    """The models and families that a text names, longest names first, so that no name counts inside another."""
    left, found = fold(text).casefold(), []
    # a team's or a company's name goes out first: "Nova team" names no model
    names = [(fold(n).casefold(), e.id) for e in view.entities.values() for n in (e.name, *e.aliases)]
    for name, entity in sorted(names, key=lambda n: (-len(n[0]), n)):
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
        if re.search(pattern, left):
            found.append(entity)
            left = re.sub(pattern, " ", left)
    return tuple(dict.fromkeys(e for e in found if view.entities[e].kind in _MODELS))


def remarks(view: View) -> Iterator[Conflict]:
    """The same words of one speaker, said of different models in different sources."""
    for finding in view.findings:
        if finding.kind != "quote" or len(finding.statements) < 2:
            continue
        sides: dict[str, list[Statement]] = defaultdict(list)
        for statement in (view.statements[s] for s in finding.statements):
            named = named_in(view, statement.evidence.exact)
            if len(named) == 1:
                sides[named[0]].append(statement)
        if len(sides) > 1:
            speaker = str(first(view, finding).slots["speaker"])
            yield conflict(
                "scope", f"what the words of {view.name(speaker)} are about: {finding.id}",
                [e for e in (speaker, *sides) if e in view.entities],
                [
                    Side(text=f"About {view.name(entity)}: {group[0].text}", statements=tuple(s.id for s in group))
                    for entity, group in sides.items()
                ],
                "The same words are laid on different things.",
            )  # fmt: skip


def release_times(view: View) -> Iterator[Conflict]:
    """A release dated here, and put hours or days before a dated departure there, so that both cannot hold."""
    left = {
        day
        for f in view.findings
        if f.kind == "departure"
        for s in f.statements
        for value in (view.statements[s].slots.get("date"), view.statements[s].slots.get("since"))
        if isinstance(value, Mapping) and (day := _day(str(value.get("value")))) is not None
    }
    if len(left) != 1:
        return
    departed = left.pop()
    dated: dict[str, list[tuple[date, date, Statement]]] = defaultdict(list)
    for finding in view.findings:
        for statement in (view.statements[s] for s in finding.statements if finding.kind == "release"):
            value = statement.slots.get("date")
            span = _range(value) if isinstance(value, Mapping) else None
            if span is not None:
                dated[str(statement.slots.get("product"))].append((*span, statement))
    placed: dict[str, list[tuple[date, date, Statement]]] = defaultdict(list)
    for low, high, statement in distances(view):
        named = named_in(view, statement.evidence.exact)
        if len(named) == 1:
            span = departed - timedelta(hours=high), departed - timedelta(hours=low)
            placed[named[0]].append((span[0] - timedelta(days=1), span[1], statement))
    for product, stated in sorted(dated.items()):
        clash = [(a, b) for a in stated for b in placed.get(product, ()) if a[1] < b[0] or b[1] < a[0]]
        if clash:
            sides = {s.id: Side(text=s.text, statements=(s.id,)) for pair in clash for _, _, s in pair}
            yield conflict(
                "time", f"release of {view.name(product)}, counted back from the departure", [product],
                list(sides.values()), "A stated date and a distance in time put the release on different days.",
            )  # fmt: skip


def _day(value: str) -> date | None:
    """A full ISO day; None for anything less."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _range(value: Mapping[str, object]) -> tuple[date, date] | None:
    """The days that a stored date can mean, where its year is known."""
    text = str(value.get("value") or "")
    if (day := _day(text)) is not None:
        return day, day
    month = re.fullmatch(r"(\d{4})-(\d\d)", text)
    if month is None:
        return None
    low, high = _PARTS.get(str(value.get("part")), (1, 31))
    start = date(int(month[1]), int(month[2]), low)
    return start, start + timedelta(days=high - low)
