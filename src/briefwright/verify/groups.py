"""What "they", "both" and "neither company" mean: several things told of before; only where it is certain."""

from __future__ import annotations

from typing import Final

from briefwright.verify.deduce import also
from briefwright.verify.graph import Node
from briefwright.verify.mentions import (
    FIRST,
    LOW,
    MIDDLE,
    Discourse,
    before,
    foremost,
    place,
    rank,
    with_it,
)

THEY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
_BOTH: Final = frozenset({"both", "neither"})
_SIDES: Final = frozenset({"company", "firm", "group", "bank", "maker", "rival", "competitor"})
_PEOPLE: Final = frozenset(
    {"man", "woman", "founder", "scientist", "minister", "politician", "candidate", "researcher"}
)


def they(d: Discourse, node: Node) -> set[int]:
    """What "they" may be: the only several told of before in this sentence or the one before it, or the foremost."""
    told = [n for n in before(d.said, node) if n.sentence >= node.sentence - 1 and _several(d, n)]
    if node.tag == "PRP":
        barred = {d.key(n) for n in with_it(d.said, node)}
        told = [n for n in told if d.key(n) not in barred]
    pairs = [e for e in d.said.edges if e.order and e.dep.sentence >= node.sentence - 1 and e.role in {"A0", "A1"}
             and e.dep.tag not in {"NNS"} and d.key(e.dep) not in {d.key(n) for n in told}]  # fmt: skip
    found = {d.key(n) for n in told}
    if len(found) > 1:
        found = foremost(told, node, d) or _above_all(d, node, told) or found
    here = any(d.key(n) in found and (n.sentence == node.sentence or rank(n) > LOW) for n in told)
    # what is meant by one "they" may be meant by the next
    open_ = [n for n in d.said.nodes if n.lemma in THEY and n.tag in {"PRP", "PRP$"} and n.entity < 0
             and n.sentence >= node.sentence - 1 and place(n) < place(node)]  # fmt: skip
    if len(found) != 1 or pairs or not here or open_:
        return set()
    return {d.number(next(n for n in told if d.key(n) in found))}


def _several(d: Discourse, n: Node) -> bool:
    if n.tag in {"PRP", "PRP$"}:
        return n.lemma in THEY
    plural = n.tag == "NNS" and n.unit.kind == "word" and n.relation not in {"compound", "nmod"}
    return plural and n.unit.surface.casefold() not in d.words_of("never_they")


def _above_all(d: Discourse, node: Node, told: list[Node]) -> set[int]:
    """ "The drivers of the lorries stopped because Orla wanted to outsource them": who heads the same sentence."""
    here = [n for n in told if n.sentence == node.sentence]
    first = {d.key(n) for n in here if rank(n) == FIRST}
    rivals = {d.key(n) for n in here if rank(n) == MIDDLE} - first
    other = node.clause is not None and all(n.clause is not node.clause for n in here if rank(n) == FIRST)
    return first if len(first) == 1 and not rivals and other else set()


def groups(d: Discourse) -> None:
    """Let each of two do what "both", "neither" and "the two" do, where two and no more can be meant."""
    for node in list(d.said.nodes):
        if not _speaks_of_two(d, node):
            continue
        two = _the_two(d, node)
        if two is None:
            continue
        for edge in list(d.said.into.get(node, ())):
            head = edge.head
            if not edge.own or head.virtual or edge.role not in {"A0", "A1"}:
                continue
            if node.lemma == "neither":
                # "neither has a degree": each of the two has none
                rest = [(e.role, e.dep) for e in d.said.out.get(head, ()) if e is not edge]
                also(d.said, head, head.lemma, *((edge.role, one) for one in two), *rest)
                d.said.nodes[-1].negated = not head.negated
                continue
            for order, one in enumerate(two):
                d.said.add(head, edge.role, one, order + 1)


def _speaks_of_two(d: Discourse, node: Node) -> bool:
    if node.virtual or node.unit.kind not in {"word", "number"}:
        return False
    if any(e.role in {"named", "mod"} for e in d.said.out.get(node, ())):
        return False
    inner = d.said.deps(node, "of")
    if inner and not (node.lemma in _BOTH and all(n.lemma in THEY for n in inner)):
        return False
    if node.lemma in _BOTH:
        return True
    return node.lemma in _SIDES | _PEOPLE and bool(node.of_two)


def _the_two(d: Discourse, node: Node) -> tuple[Node, Node] | None:
    """The two who can be meant: the only persons, or the only bodies but such as others cite, told of before."""
    told = [n for n in before(d.said, node) if n.unit.kind == "name" and n.entity >= 0]
    persons = [n for n in told if n.kind == "person"]
    bodies = [n for n in told if n.kind in {"organisation", ""} and not d.said_to_be(n) & d.words_of("media")]
    bodies = [n for n in bodies if rank(n) > LOW or any(m.entity == n.entity and rank(m) > LOW for m in bodies)]
    if node.lemma in _PEOPLE:
        group = persons
    elif node.lemma in _SIDES:
        group = bodies
    else:
        group = persons if not bodies else bodies if not persons else []
    keys = list(dict.fromkeys(n.entity for n in group))
    if len(keys) != 2:
        return None
    one, other = (next(n for n in group if n.entity == k) for k in keys)
    return one, other
