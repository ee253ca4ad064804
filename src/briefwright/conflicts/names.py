"""Names that almost agree: one thing or two, nobody says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations

from briefwright.conflicts.cues import table
from briefwright.conflicts.view import Told, View, conflict, side_of, stems
from briefwright.model import Conflict, Side
from briefwright.text import fold

_MADE = frozenset({"model", "product"})


def identities(view: View) -> Iterator[Conflict]:
    """Two entities whose names are alike, and one entity of whose name a word was swapped for another."""
    done: set[frozenset[str]] = set()
    for entity in view.entities.values():
        for other in entity.same_as_doubt:
            pair = frozenset({entity.id, other})
            if pair in done or other not in view.entities:
                continue
            if letters(entity.name) == letters(view.entities[other].name):
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
    """Names of organisations of which a word was swapped for another, in sentences that otherwise tell the same.

    "Brix Research" and "Brix Investigation" are put side by side where two texts say of them what no two organisations
    would share; "Brix Cloud" and "Brix Research" in sentences of their own are two. Where one text rewrites the other,
    more than one word may differ, and the one may stand in its short form: "Brix" here, "Brix Machine Works" there.
    """
    # a garbled name of an organisation may well have been taken for a person's
    bearers = [e for e in view.entities.values() if e.kind in {"organisation", "team", "person", *_MADE}]
    names = [(name, e.id) for e in bearers for name in dict.fromkeys((e.name, *e.aliases))]
    for (one, first), (other, second) in combinations(names, 2):
        kinds = {view.entities[first].kind, view.entities[second].kind}
        if kinds == {"person"} or (kinds & _MADE and kinds - _MADE):
            continue
        made = bool(kinds & _MADE)
        if frozenset({first, second}) in done or letters(one) == letters(other):
            continue
        a, b = fold(one).casefold().split(), fold(other).casefold().split()
        swap, garbled = _one_swap(a, b), first != second and _one_head(a, b)
        if (not swap and not garbled) or (made and not swap):
            continue
        left, right = _spelled(view, one), _spelled(view, other)
        if swap and {t.source for t in left} & {t.source for t in right}:
            continue
        if any(
            ((swap and not made) or (p.source != q.source and view.origin_of(p.source) == view.origin_of(q.source)))
            and _same_sentence(p.plain, q.plain, a, b, least=0.4 if swap and not made else 0.6)
            for p in left
            for q in right
        ):
            if first != second:
                if _extends(_longest(view, first, one), _longest(view, second, other)):
                    continue
                done.add(frozenset({first, second}))
                one, other = _longest(view, first, one), _longest(view, second, other)
                left, right = _spelled(view, one), _spelled(view, other)
            yield conflict(
                "identity", f"{one} and {other}", [first, second],
                [side_of(left, f"“{one}”"), side_of(right, f"“{other}”")],
                "The names differ in a word, in sentences that otherwise tell the same; nobody says that they are one.",
            )  # fmt: skip


def _one_swap(a: list[str], b: list[str]) -> bool:
    """Do two names differ in one plain word? "AI project" and "language-model project" describe one project."""
    if len(a) != len(b) or len(a) < 2 or sum(x != y for x, y in zip(a, b, strict=True)) != 1:
        return False
    x, y = next((x, y) for x, y in zip(a, b, strict=True) if x != y)
    if table("same_word").get(x, x) == table("same_word").get(y, y):
        return False
    return not (x + "s" == y or y + "s" == x or min(len(x), len(y)) < 4 or not (x.isalpha() and y.isalpha()))


def _one_head(a: list[str], b: list[str]) -> bool:
    """Do two names begin with one word of their own and part after it?"""
    same = table("same_word")
    rest = [[same.get(w, w) for w in words[1:]] for words in (a, b)]
    return a[0] == b[0] and len(a[0]) > 3 and max(len(a), len(b)) > 1 and rest[0] != rest[1]


def _extends(one: str, other: str) -> bool:
    """Is one name the beginning of the other: a company and its team?"""
    a, b = sorted((fold(one).casefold(), fold(other).casefold()), key=len)
    return b.startswith(a + " ")


def _longest(view: View, entity: str, name: str) -> str:
    """The fullest form of a name that a sentence has."""
    forms = [n for n in (view.entities[entity].name, *view.entities[entity].aliases) if n.startswith(name)]
    return max((n for n in forms if _spelled(view, n)), key=len, default=name)


def letters(name: str) -> str:
    """The letters of a name, its parts in one order, without accents and hyphens: "Brückner", "Bruckner"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", fold(name)) if not unicodedata.combining(c))
    parts = ["".join(c for c in part if c.isalnum()) for part in plain.casefold().split()]
    return " ".join(sorted(parts))


def _spelled(view: View, name: str) -> tuple[Told, ...]:
    """The sentences that have a name in this very form."""
    written = re.compile(rf"(?<!\w){re.escape(fold(name))}(?!\w)(?! [A-Z])")
    return tuple(t for t in view.told if written.search(t.plain))


def _same_sentence(one: str, other: str, *names: list[str], least: float = 0.4) -> bool:
    """Do two sentences share most of their words, the names aside?"""
    aside = stems(" ".join(w for name in names for w in name))
    a, b = stems(one) - aside, stems(other) - aside
    return len(a & b) >= 4 and len(a & b) >= least * min(len(a), len(b))


def _of(view: View, entity: str) -> tuple[str, ...]:
    """The statements that have an entity in a slot of their own."""
    return tuple(
        s for f in view.findings for s in f.statements if entity in view.statements[s].slots.values()
    ) or tuple(s for f in view.findings if entity in f.entities for s in f.statements)
