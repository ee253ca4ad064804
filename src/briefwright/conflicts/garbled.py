"""Names that a rewrite garbled word by word, read from sentences that it shares with the text it rewrites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from briefwright.conflicts.cues import table
from briefwright.conflicts.names import letters
from briefwright.conflicts.view import Told, View, conflict, side_of, stems
from briefwright.model import Conflict
from briefwright.text import fold

#: A name of several words: "Board for Rail Safety", "Northern Turku College".
_LONG = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?:(?: (?:of|for|on|de|the|and|in))* [A-ZÀ-Þ][\w'’-]+)+")
#: Of the words of two sentences, how many at least are the same.
_LEAST, _SHARE = 5, 0.5
_JOINTS = frozenset({"of", "for", "on", "de", "the", "and", "in"})


def garbled(view: View) -> Iterator[Conflict]:
    """Long names at the same place of two versions of one sentence, which share a word and part in others."""
    spelled: dict[str, list[Told]] = {}
    for t in view.told:
        for m in _LONG.finditer(t.plain):
            spelled.setdefault(m[0].removeprefix("The "), []).append(t)
    people = frozenset(w for e in view.entities.values() if e.kind == "person" for w in fold(e.name).split())
    known = {fold(n): e.id for e in view.entities.values() for n in (e.name, *e.aliases)}
    for (one, left), (other, right) in combinations(spelled.items(), 2):
        if not _garbled(one, other):
            continue
        if {t.source for t in left} & {t.source for t in right}:
            continue
        if set(one.split()) & set(other.split()) & people:
            continue
        if any(
            view.origin_of(p.source) == view.origin_of(q.source) and _one_sentence(p.plain, q.plain, one, other)
            for p in left for q in right
        ):  # fmt: skip
            yield conflict(
                "identity", f"{one} and {other}", [known[n] for n in (one, other) if n in known],
                [side_of(left, f"“{one}”"), side_of(right, f"“{other}”")],
                "The names differ, in sentences that otherwise tell the same; nobody says that they are one.",
            )  # fmt: skip


def _garbled(one: str, other: str) -> bool:
    """Do two names of one build share a word of weight and differ in others?"""
    a, b = one.split(), other.split()
    if len(a) != len(b) or [w for w in a if w in _JOINTS] != [w for w in b if w in _JOINTS]:
        return False
    same = [x for x, y in zip(a, b, strict=True) if x == y and x not in _JOINTS]
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return bool(same) and bool(apart) and all(x[0].isupper() and _another_word(x, y) for x, y in apart)


def _another_word(x: str, y: str) -> bool:
    """Not "Lab" and "Laboratory", nor one name with and without its accents."""
    short = table("same_word")
    a, b = (short.get(w.casefold(), w.casefold()) for w in (x, y))
    return a != b and stems(x) != stems(y) and letters(x) != letters(y)


def _one_sentence(p: str, q: str, one: str, other: str) -> bool:
    a, b = stems(p) - stems(one), stems(q) - stems(other)
    return len(a & b) >= _LEAST and len(a & b) >= _SHARE * min(len(a), len(b))
