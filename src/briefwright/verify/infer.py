"""What follows from a passage about people at work and about what they try, place after place.

As in `complete` and `follow`, nothing is added that is surer than the deed that it follows from.
"""

from __future__ import annotations

from typing import Final

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.deduce import also, is_told, noun_of, rest_of, times_of
from briefwright.verify.graph import Graph, Node
from briefwright.verify.words import Unit

#: Who tries to do a thing on a day tries on that day; who plans or agrees to do it may do so long before.
_AT_ONCE: Final = frozenset("try attempt fail manage seek".split())
_GO_AWAY: Final = frozenset("leave go depart".split())
_BARRED: Final = ("p:to", "p:into", "p:through", "p:on", "p:over", "p:with", "p:for", "p:from")

_FINDING: Final = frozenset("find conclude calculate discover estimate establish".split())
_PROJECTS: Final = frozenset("project initiative programme program series family platform service effort".split())
_THINGS: Final = frozenset(
    "model chip card processor phone device app application robot tool system software car".split()
)


def infer(said: Graph, words: Paraphrase) -> None:
    """Add what follows from deeds that stand there."""
    for node in [n for n in said.nodes if n.verb and not n.virtual]:
        _tried(said, node)
        _gone(said, node)
        _will_be(said, node)
        _before_that(said, node)
        _licensed(said, node)
        _sold(said, node)
        _worth(said, node)
        _compared(said, node, words)
        _founded_with(said, node)
        _found_out(said, node)
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
    if node.lemma not in _GO_AWAY:
        return
    if said.deps(node, "A1") or any(said.deps(node, r) for r in (*_BARRED, "xcomp")):
        return
    if node.lemma == "go" and node.tag != "VBN":
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
        # "Nova's Lumen project" is Lumen
        project = thing.lemma in _PROJECTS and any(d.unit.kind == "name" for d in said.deps(thing, "of"))
        known = name.entity in products and thing.lemma in _THINGS | _PROJECTS
        if edge.role != "named" or thing.tag != "NN" or not (known or project):
            continue
        for above in list(said.into.get(thing, ())):
            belongs = project and above.role in {"of", "p:to", "p:on"} and not above.head.verb
            if belongs or (above.role in {"A0", "A1"} and above.head.verb):
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


def _licensed(said: Graph, node: Node) -> None:
    """What was released under a licence is under it."""
    if node.lemma in {"release", "publish", "open", "license"} and is_told(node):
        for terms in said.deps(node, "p:under"):
            for thing in said.deps(node, "A1"):
                also(said, None, "be", ("A0", thing), ("p:under", terms))
                also(said, node, "license", ("A1", thing), ("p:under", terms))
                said.nodes[-1].tense = "any"


def _worth(said: Graph, node: Node) -> None:
    """What is worth 2 million has a value of 2 million."""
    sums, things = said.deps(node, "p:at"), said.deps(node, "A1")
    if node.lemma != "value" or len(sums) != 1 or len(things) != 1 or said.deps(node, "A0") or not is_told(node):
        return
    value = noun_of(said, "value", "NN", node, "the")
    said.add(value, "of", things[0], own=False)
    also(said, node, "be", ("A0", value), ("attr", sums[0]), *times_of(said, node))
    sized = noun_of(said, "value", "NN", node)
    said.add(sized, "of", sums[0], own=False)
    also(said, node, "have", ("A0", things[0]), ("A1", sized), *times_of(said, node))


def _compared(said: Graph, node: Node, words: Paraphrase) -> None:
    """Than what is faster is slower."""
    if node.lemma != "be" or len(said.deps(node, "A0")) != 1:
        return
    for more in said.deps(node, "attr"):
        other = said.deps(more, "p:than")
        if more.tag != "JJR" or len(other) != 1 or more.negated or said.deps(more, "adv") or said.deps(more, "num"):
            continue
        for less in sorted(words.opposites.get(more.unit.surface.casefold(), ())):
            quality = Node(Unit("word", less, less), less, "JJR", node.sentence, node.place, virtual=True)
            said.nodes.append(quality)
            said.add(quality, "p:than", said.deps(node, "A0")[0], own=False)
            also(said, node, "be", ("A0", other[0]), ("attr", quality))


def _founded_with(said: Graph, node: Node) -> None:
    """Who founded a firm with somebody: both founded it."""
    if node.lemma in {"found", "co-found", "establish", "set_up"} and is_told(node):
        for who in said.deps(node, "p:with"):
            if who.kind == "person":
                said.add(node, "A0", who, own=False)


def _found_out(said: Graph, node: Node) -> None:
    """What researchers found is so according to them."""
    if node.lemma not in _FINDING or node.negated or node.entity >= 0 or not said.deps(node, "ccomp"):
        return
    also(said, node, "say", *((e.role, e.dep) for e in said.out.get(node, ()) if e.role in {"A0", "ccomp"}))
    said.nodes[-1].entity = node.entity = 7000 + said.nodes.index(node)


def _sold(said: Graph, node: Node) -> None:
    """What somebody bought was sold to him, by whomever."""
    buyers, things = said.deps(node, "A0"), said.deps(node, "A1")
    if (
        node.lemma in {"buy", "purchase", "acquire"}
        and len(buyers) == len(things) == 1
        and not said.deps(node, "p:from")
    ):
        also(said, node, "sell", ("A1", things[0]), ("p:to", buyers[0]), *rest_of(said, node))
