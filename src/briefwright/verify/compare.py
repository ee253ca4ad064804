"""What the numbers of a passage say: who has more, what doubled, what something is thought to be worth."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Final

from briefwright.quantities import Quantity
from briefwright.verify.deduce import also, is_told, noun_of, rest_of, times_of
from briefwright.verify.graph import Graph, Node

_UP: Final = frozenset("rise grow increase climb go_up".split())
_DOWN: Final = frozenset("fall drop decline decrease shrink go_down".split())
_TIMES: Final = {Decimal(2): "double", Decimal(3): "triple", Decimal(4): "quadruple"}
_PUT: Final = frozenset({"estimate", "put"})


def compare(said: Graph) -> None:
    """Add what follows from numbers that are exact, told as facts and of one kind."""
    _more_than(said)
    for node in [n for n in said.nodes if n.verb and not n.virtual]:
        _times(said, node)
        _put_at(said, node)


def _exact(node: Node) -> Decimal | None:
    """The value of a number that is no range and neither about nor over anything."""
    q = node.unit.value
    plain = isinstance(q, Quantity) and not q.approx and q.high is None and not node.bounds and not node.negated
    return q.low if plain and isinstance(q, Quantity) else None


def _counted(said: Graph, deed: Node) -> tuple[Node, Node, Decimal] | None:
    """Who has how many of what, where the deed tells that and nothing else of them."""
    names = {d.entity: d for d in said.deps(deed, "A0") if d.unit.kind == "name" and d.entity >= 0}
    things = [d for d in said.deps(deed, "A1") if d.unit.kind == "word" and d.tag in {"NN", "NNS"}]
    if len(names) != 1 or len(things) != 1 or not is_told(deed) or deed.lemma == "be" or deed.perfect:
        return None
    numbers = said.deps(things[0], "num")
    # "12 mills in Lodz" and "in Lodz it has 12 mills" count something else
    rest = [e for e in said.out.get(deed, ()) if e.own and e.role not in {"A0", "A1"} and not e.dep.verb]
    parts = [e for e in said.out.get(things[0], ()) if e.own and e.role != "num"]
    value = _exact(numbers[0]) if len(numbers) == 1 else None
    if value is None or rest or parts or things[0].quantifier:
        return None
    return next(iter(names.values())), things[0], value


def _more_than(said: Graph) -> None:
    """ "Nova has 96 mills. Orbel has 24 mills.": Nova has more mills than Orbel, and Orbel has fewer."""
    deeds = [(n, c) for n in said.nodes if n.verb and not n.virtual and (c := _counted(said, n)) is not None]
    for (one, (who, what, many)), (other, (whom, same, few)) in permutations(deeds, 2):
        alike = one.lemma == other.lemma and one.tense == other.tense and what.lemma == same.lemma
        if not alike or who.entity == whom.entity or many == few:
            continue
        thing = noun_of(said, what.lemma, what.tag, what)
        thing.unit, thing.quantifier = what.unit, "more" if many > few else "fewer"
        said.add(thing, "p:than", whom, own=False)
        also(said, one, one.lemma, ("A0", who), ("A1", thing))


def _times(said: Graph, node: Node) -> None:
    """ "Rose from 20 to 40": doubled."""
    begins, ends = said.deps(node, "p:from"), said.deps(node, "p:to")
    if node.lemma not in _UP | _DOWN or len(begins) != 1 or len(ends) != 1:
        return
    low, high = _exact(begins[0]), _exact(ends[0])
    kinds = [n.unit.value for n in (begins[0], ends[0])]
    if not low or not high or len({(q.kind, q.unit) for q in kinds if isinstance(q, Quantity)}) != 1:
        return
    rest = [(r, d) for r, d in rest_of(said, node) if r not in {"p:from", "p:to"}]
    way = _TIMES.get(high / low) if node.lemma in _UP else "halve" if low == 2 * high else None
    if way is not None:
        also(said, node, way, *(("A0", d) for d in said.deps(node, "A0")), *rest)


def _put_at(said: Graph, node: Node) -> None:
    """ "Analysts put the loss at 60 million": it is worth that by what they estimate."""
    things = [d for d in said.deps(node, "A1") if not d.verb]
    if node.lemma not in _PUT or len(things) != 1 or node.negated or len(said.deps(node, "A0")) != 1:
        return
    sums = [d for d in (*said.deps(node, "p:at"), *said.deps(things[0], "p:at")) if d.unit.kind == "number"]
    if len(sums) != 1:
        return
    also(said, node, "value", ("A1", things[0]), ("p:at", sums[0]), *times_of(said, node))
    made = said.nodes[-1]
    made.tense, made.above = "any", (node, "ccomp")
    said.add(node, "ccomp", made, own=False)
