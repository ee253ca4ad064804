"""What follows from a passage about people at work and about what they try, place after place.

As in `complete` and `follow`, nothing is added that is surer than the deed that it follows from.
"""

from __future__ import annotations

from typing import Final

from briefwright.verify.deduce import also, is_told, rest_of, times_of
from briefwright.verify.graph import Graph, Node

#: Who tries to do a thing on a day tries on that day; who plans or agrees to do it may do so long before.
_AT_ONCE: Final = frozenset("try attempt fail manage seek".split())
_GO_AWAY: Final = frozenset("leave go depart".split())
_BARRED: Final = ("p:to", "p:into", "p:through", "p:on", "p:over", "p:with", "p:for", "p:from")

_THINGS: Final = frozenset(
    "model chip card processor phone device app application robot tool system software car".split()
)


def infer(said: Graph) -> None:
    """Add what follows from deeds that stand there."""
    for node in [n for n in said.nodes if n.verb and not n.virtual]:
        _tried(said, node)
        _gone(said, node)
        _will_be(said, node)
        _before_that(said, node)
    _one_of_them(said)
    _by_its_name(said)
    _said_so(said)


def _tried(said: Graph, node: Node) -> None:
    """ "Tried to buy Nova in 2023": the attempt was in 2023."""
    if node.lemma in _AT_ONCE and not times_of(said, node):
        for deed in said.deps(node, "xcomp"):
            for role, when in times_of(said, deed):
                if role == "time:on":
                    said.add(node, role, when, own=False)


def _gone(said: Graph, node: Node) -> None:
    """A firm's finance chief who left, or was gone, left the firm."""
    going = node.lemma.partition("_")[0] == "go"
    if not going and node.lemma not in _GO_AWAY:
        return
    if said.deps(node, "A1") or any(said.deps(node, r) for r in (*_BARRED, "xcomp")):
        return
    if going and (node.tag != "VBN" or ("_" in node.lemma and not times_of(said, node))):
        return
    for subject in said.deps(node, "A0"):
        for who in [subject] if subject.kind == "person" else _holders(said, subject):
            if node.lemma != "leave":
                also(said, node, "leave", ("A0", who), *rest_of(said, node))
            houses = {
                h.entity: h for role in _posts_of(said, who) for h in said.deps(role, "of") if h.unit.kind == "name"
            }
            if len(houses) == 1:
                also(said, node, "leave", ("A0", who), ("A1", next(iter(houses.values()))), *rest_of(said, node))


def _holders(said: Graph, role: Node) -> list[Node]:
    """Who holds the role that a sentence speaks of: "its head, Ada Lin, left"."""
    being = [e.head for e in said.into.get(role, ()) if e.role == "attr" and e.head.virtual]
    return [who for be in being for who in said.deps(be, "A0") if who.kind == "person"]


def _posts_of(said: Graph, who: Node) -> list[Node]:
    """The roles that the passage gives a person in passing: "Nova's head, Ada Lin"."""
    names = [n for n in said.nodes if n.entity == who.entity and n.entity >= 0] or [who]
    being = [e.head for n in names for e in said.into.get(n, ()) if e.role == "A0" and e.head.lemma == "be"]
    return [role for be in being if be.virtual for role in said.deps(be, "attr") if not role.verb]


def _will_be(said: Graph, node: Node) -> None:
    """Who will become head will be head."""
    if node.lemma == "become" and node.tense in {"future", "to"}:
        also(said, node, "be", *((e.role, e.dep) for e in said.out.get(node, ())))


def _one_of_them(said: Graph) -> None:
    """ "One of the insurers, Tolmark": Tolmark is an insurer."""
    for be in [n for n in said.nodes if n.virtual and n.lemma == "be" and n.verb]:
        for one in said.deps(be, "attr"):
            for group in said.deps(one, "of"):
                if one.unit.surface.casefold() == "one" and group.tag == "NNS" and group.unit.kind == "word":
                    kind = Node(group.unit, group.lemma, "NN", one.sentence, one.place, determiner="the")
                    said.nodes.append(kind)
                    for e in said.out.get(group, []):
                        if e.role in {"mod", "of", "p:in", "p:at"} and e.dep.lemma not in {"other"}:
                            said.add(kind, e.role, e.dep, own=False)
                    also(said, None, "be", *(("A0", d) for d in said.deps(be, "A0")), ("attr", kind))
                    for who in said.deps(be, "A0"):
                        for above in list(said.into.get(who, ())):
                            if above.role in {"A0", "A1"} and above.head.verb and not above.head.virtual:
                                said.add(above.head, above.role, kind, own=False)


def _by_its_name(said: Graph) -> None:
    """What is said of the Prisma card is said of the Prisma, where that is a product and not its maker."""
    products = {
        n.entity for n in said.nodes if n.unit.kind == "name" and (n.kind == "product" or n.determiner == "the")
    }
    for edge in list(said.edges):
        thing, name = edge.head, edge.dep
        if edge.role != "named" or name.entity not in products or thing.tag != "NN" or thing.lemma not in _THINGS:
            continue
        for above in list(said.into.get(thing, ())):
            if above.role in {"A0", "A1"} and above.head.verb:
                said.add(above.head, above.role, name, own=False)
        for e in list(said.out.get(thing, ())):
            if e.role == "of":
                said.add(name, "of", e.dep, own=False)


def _said_so(said: Graph) -> None:
    """What is so according to a paper, it reports."""
    for at, say in enumerate(list(said.nodes)):
        if say.virtual and say.lemma == "say" and say.tag == "VBD" and is_told(say) and say.entity < 0:
            also(said, say, "report", *((e.role, e.dep) for e in said.out.get(say, ())))
            said.nodes[-1].entity = say.entity = 9000 + at


def _before_that(said: Graph, node: Node) -> None:
    """ "Lost 11 million in 2024, after 14 million in 2023": it lost 14 million in 2023."""
    now, before = said.deps(node, "A1"), said.deps(node, "p:after")
    if len(now) == len(before) == 1 and now[0].unit.kind == before[0].unit.kind == "number":
        when = times_of(said, before[0])
        if len(when) == 1 and len(times_of(said, node)) == 1 and is_told(node):
            also(said, node, node.lemma, *(("A0", d) for d in said.deps(node, "A0")), ("A1", before[0]), *when)
