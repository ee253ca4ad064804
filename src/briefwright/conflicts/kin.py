"""How much two sentences of differently worded texts are about one thing: by the rare words and names that they share.

A word that few sentences of the corpus have tells more than one that all have. What stands right before a sentence in
its passage counts as well, for less: "It arrived on time" is about what the sentence before it names.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from briefwright.conflicts.view import Told, View, names_of, stemmed, stems
from briefwright.quantities import find_quantities
from briefwright.text import fold

#: How many sentences before one in its passage count.
_BACK = 2
#: What a word is worth that stands in one of two sentences itself, and before the other one; and before both.
_HALF, _LEAST = 0.6, 0.3
_MEASURED = frozenset({"money", "percent", "size"})


@dataclass(frozen=True, slots=True)
class Kin:
    """The words and names of each sentence, of what stands before it, and how rare each is."""

    own: Mapping[Told, frozenset[str]]
    near: Mapping[Told, frozenset[str]]
    rare: Mapping[str, float]

    def shared(self, one: Told, other: Told, aside: frozenset[str] = frozenset()) -> float:
        """What two sentences share, each word by how rare it is; `aside` are words that do not count."""
        a, b, c, d = (x - aside for x in (self.own[one], self.own[other], self.near[one], self.near[other]))
        both = a & b
        crossed = ((a & d) | (c & b)) - both
        rest = (c & d) - both - crossed
        weigh = ((both, 1.0), (crossed, _HALF), (rest, _LEAST))
        return sum(self.rare[w] * share for words, share in weigh for w in words)

    def words(self, one: Told, other: Told, aside: frozenset[str] = frozenset()) -> frozenset[str]:
        """What two sentences share that stands in one of them itself: words, names as the ids of what they name."""
        a, b, c, d = (x - aside for x in (self.own[one], self.own[other], self.near[one], self.near[other]))
        return (a & b) | (a & d) | (c & b)


def kin(view: View) -> Kin:
    """The words of every sentence and what each is worth in this corpus."""
    own = {t: _words(view, t) for t in view.told}
    places: dict[tuple[str, str], list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for t in view.told:
        places[t.source, t.passage].append((t.start, own[t]))
    for source, passage, start, text in view.unread:
        places[source, passage].append((start, stems(fold(text)) - stemmed("bare")))
    near: dict[Told, frozenset[str]] = {}
    for t in view.told:
        before = sorted((x for x in places[t.source, t.passage] if x[0] < t.start), key=lambda x: x[0])
        near[t] = frozenset().union(*(words for _, words in before[-_BACK:])) - own[t]
    counted = Counter(w for words in (*own.values(), *near.values()) for w in words)
    held = Counter(w for words in own.values() for w in words)
    most = math.log(max(len(view.told), 8))
    rare = {w: max(0.0, 1 - math.log(max(held[w], 1)) / most) for w in counted}
    return Kin(own=own, near=near, rare=rare)


def _words(view: View, told: Told) -> frozenset[str]:
    """What a sentence says, with the names by what they name; units of sums and measures tell nothing."""
    text = told.plain
    measured = " ".join(text[q.start : q.end] for q in find_quantities(text) if q.kind in _MEASURED)
    units = frozenset(w for w in stems(measured) if not w[:1].isdigit())
    return (stems(text) - names_of(view, told) - stemmed("bare") - stemmed("telling") - units) | told.entities
