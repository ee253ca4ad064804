"""A number that a rewrite changed: two sentences of one origin with the same numbers in the same order, but for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from briefwright.conflicts.amounts import exclude_amounts, unit_of
from briefwright.conflicts.view import Told, View, conflict, names_of, side_of, stem, stemmed, stems
from briefwright.model import Conflict
from briefwright.quantities import Quantity, find_quantities

#: Of the words of the shorter sentence, how many the other has: where other numbers agree, and where there are none.
_SHARE, _MOST = 0.3, 0.6
#: And how many at least.
_LEAST = 3


def rewrites(view: View) -> Iterator[Conflict]:
    """One sentence and its rewrite with another number in one place: "146 people, 29 of them", "164, 29 of them"."""
    by_origin: dict[str, list[Told]] = defaultdict(list)
    for t in view.told:
        by_origin[view.origin_of(t.source)].append(t)
    for told in by_origin.values():
        for a, b in combinations(told, 2):
            if a.source == b.source or (found := _number(a, b)) is None:
                continue
            one, other = (stems(t.plain) - names_of(view, t) - stemmed("bare") for t in (a, b))
            shared = len(one & other) + len(a.entities & b.entities)
            if shared < _LEAST or shared < (_SHARE if found[2] else _MOST) * min(len(one), len(other)):
                continue
            yield conflict(
                "value", f"{found[0].surface} or {found[1].surface}: {a.source} {a.passage}",
                sorted(a.entities & b.entities), [side_of([a]), side_of([b])],
                "The same sentence stands in two texts with different numbers.",
            )  # fmt: skip


def _number(a: Told, b: Told) -> tuple[Quantity, Quantity, bool] | None:
    """The one number in which two sentences part, and whether they have others in common."""
    one, other = ([q for q in find_quantities(t.plain) if q.kind != "ratio" and q.low > 1] for t in (a, b))
    if not one or len(one) != len(other):
        return None
    part = [(p, q) for p, q in zip(one, other, strict=True) if p.low != q.low]
    if len(part) != 1:
        return None
    p, q = part[0]
    # a rewrite puts "individuals" for "people"; what is measured in another way is another number
    alike = p.kind == q.kind and (p.kind == "count" or stem(unit_of(p)) == stem(unit_of(q)))
    return (p, q, len(one) > 1) if alike and exclude_amounts(p, q) else None
