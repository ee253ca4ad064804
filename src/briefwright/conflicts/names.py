"""Names that almost agree: one thing or two, nobody says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import combinations

from briefwright.conflicts.view import Told, View, conflict, side_of, stems
from briefwright.model import Conflict, Side
from briefwright.text import fold


def identities(view: View) -> Iterator[Conflict]:
    """Two entities whose names are alike, and one entity of whose name a word was swapped for another."""
    done: set[frozenset[str]] = set()
    for entity in view.entities.values():
        for other in entity.same_as_doubt:
            pair = frozenset({entity.id, other})
            if pair in done or other not in view.entities:
                continue
            if _letters(entity.name) == _letters(view.entities[other].name):
                done.add(pair)
                continue
            done.add(pair)
            sides = [
                Side(text=f"“{view.entities[e].name}”", statements=mentioned)
                for e in (entity.id, other)
                if (mentioned := _of(view, e))
            ]
            if len(sides) == 2:
                yield conflict(
                    "identity", f"{entity.name} and {view.entities[other].name}", [entity.id, other], sides,
                    "The names are alike; no text says whether they stand for the same.",
                )  # fmt: skip
    yield from _swapped(view, done)


def _swapped(view: View, done: set[frozenset[str]]) -> Iterator[Conflict]:
    """Names of organisations that differ in one word, in sentences that otherwise tell the same.

    "Brix Research" and "Brix Investigation" are put side by side where two texts say of them what no two organisations
    would share; "Brix Cloud" and "Brix Research" in sentences of their own are two.
    """
    bearers = [e for e in view.entities.values() if e.kind in {"organisation", "team"}]
    names = [(name, e.id) for e in bearers for name in (e.name, *e.aliases)]
    for (one, first), (other, second) in combinations(names, 2):
        if frozenset({first, second}) in done:
            continue
        a, b = fold(one).casefold().split(), fold(other).casefold().split()
        if len(a) != len(b) or len(a) < 2 or sum(x != y for x, y in zip(a, b, strict=True)) != 1:
            continue
        x, y = next((x, y) for x, y in zip(a, b, strict=True) if x != y)
        # "Brix AI project" and "Brix language-model project" describe one project; a swapped word is a plain one
        if x + "s" == y or y + "s" == x or min(len(x), len(y)) < 4 or not (x.isalpha() and y.isalpha()):
            continue
        if _letters(one) == _letters(other):
            continue
        left, right = _spelled(view, one), _spelled(view, other)
        if {t.source for t in left} & {t.source for t in right} or not any(
            _same_sentence(p.plain, q.plain, a, b) for p in left for q in right
        ):
            continue
        yield conflict(
            "identity", f"{one} and {other}", [first, second],
            [side_of(left, f"“{one}”"), side_of(right, f"“{other}”")],
            "The names differ in one word, in sentences that otherwise tell the same; no text says that they are one.",
        )  # fmt: skip


def _letters(name: str) -> str:
    """The letters of a name, its parts in one order, without accents and hyphens: "Brückner", "Bruckner"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", fold(name)) if not unicodedata.combining(c))
    parts = ["".join(c for c in part if c.isalnum()) for part in plain.casefold().split()]
    return " ".join(sorted(parts))


def _spelled(view: View, name: str) -> tuple[Told, ...]:
    """The sentences that have a name in this very form."""
    return tuple(t for t in view.told if fold(name).casefold() in t.plain.casefold())


def _same_sentence(one: str, other: str, *names: list[str]) -> bool:
    """Do two sentences share most of their words, the names aside?"""
    aside = stems(" ".join(w for name in names for w in name))
    a, b = stems(one) - aside, stems(other) - aside
    return len(a & b) >= 4 and len(a & b) >= 0.4 * min(len(a), len(b))


def _of(view: View, entity: str) -> tuple[str, ...]:
    """The statements that have an entity in a slot of their own."""
    return tuple(
        s for f in view.findings for s in f.statements if entity in view.statements[s].slots.values()
    ) or tuple(s for f in view.findings if entity in f.entities for s in f.statements)
