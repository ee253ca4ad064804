"""What a text says by other means: "a 7B model" has 7 billion parameters, the founder of a firm founded it."""

from __future__ import annotations

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.graph import Graph, Node
from briefwright.verify.words import Unit


def complete(said: Graph, words: Paraphrase) -> None:
    """Add deeds and edges that follow from those that stand there; `own` is false for them."""
    number_parts(said)
    _owned(said, words)
    _done_by(said, words)


def number_parts(said: Graph) -> None:
    """Numbers the parts of "released A in March and B in May": what stands in one part belongs together."""
    for node in said.nodes:
        if not node.verb:
            continue
        edges = said.out.get(node, [])
        for role in {e.role for e in edges}:
            if not role.startswith(("time:", "p:", "adv", "num")):
                continue
            same = sorted((e.dep for e in edges if e.role == role and e.order <= 1), key=lambda n: n.place)
            if len(same) < 2:
                continue
            for e in edges:
                if e.dep.sentence == node.sentence:
                    e.dep.bundle = 1 + sum(s.place < e.dep.place for s in same)


#: How a thing has a number: "a 7B model", "a window of 32,000 tokens", "a model with 7 billion parameters".
_WITH_NUMBER = frozenset({"num", "of", "p:with"})


def _also(said: Graph, like: Node | None, lemma: str, *edges: tuple[str, Node]) -> None:
    """Add a deed that follows from another; it is as certain, as denied and as hedged as that one."""
    at = edges[0][1]
    deed = Node(Unit("word", lemma, lemma), lemma, "VB", at.sentence, at.place, verb=True, virtual=True)
    deed.tense = like.tense if like is not None else "any"
    if like is not None:
        deed.negated, deed.hedges, deed.bounds = like.negated, like.hedges, like.bounds
        deed.above, deed.condition, deed.asks = like.above, like.condition, like.asks
    said.nodes.append(deed)
    for role, dep in edges:
        said.add(deed, role, dep, own=False)


def _plain(deed: Node) -> bool:
    """Does the text simply assert it?"""
    return not (deed.negated or deed.hedges or deed.above or deed.condition or deed.asks or deed.bounds) and (
        deed.tense in {"past", "present", "any", "going"}
    )


def _owned(said: Graph, words: Paraphrase) -> None:
    """ "X has a window of N", "the window of X is N", "X's window", "a window of N"."""
    for edge in list(said.edges):
        head, dep = edge.head, edge.dep
        if head.verb and head.lemma == "have" and edge.role == "A1" and not dep.verb and _plain(head):
            for owner in said.deps(head, "A0"):
                said.add(dep, "of", owner, own=False)
        elif head.verb and head.lemma == "be" and edge.role == "attr" and dep.unit.kind == "number" and _plain(head):
            for thing in said.deps(head, "A0"):
                said.add(thing, "num", dep, own=False)
    for edge in list(said.edges):
        head, dep = edge.head, edge.dep
        if head.verb:
            continue
        if dep.unit.kind == "number" and edge.role in _WITH_NUMBER:
            _also(said, None, "be", ("A0", head), ("attr", dep))
            _also(said, None, "have", ("A0", head), ("A1", dep))
        elif edge.role == "of" and dep.unit.kind == "name" and head.unit.kind == "word" and head.tag == "NN":
            _also(said, None, "have", ("A0", dep), ("A1", head))
        elif edge.role == "p:with" and dep.unit.kind == "word":
            _also(said, None, "have", ("A0", head), ("A1", dep))
        elif edge.role == "mod" and dep.lemma.casefold().endswith("-based") and dep.unit.kind in {"word", "name"}:
            place = dep.unit.surface.rpartition("-")[0]
            there = Node(Unit("name", place, place), place, "NNP", head.sentence, head.place)
            said.nodes.append(there)
            _also(said, None, "base", ("A1", head), ("p:in", there))


def _done_by(said: Graph, words: Paraphrase) -> None:
    """The founder of a firm founded it; who leads it is its head."""
    for node in list(said.nodes):
        if not node.verb or node.lemma != "be":
            continue
        for role in said.deps(node, "attr"):
            verb = words.doers.get(role.lemma)
            things = said.deps(role, "of")
            if (
                verb
                and len(things) == 1
                and not any(e.role == "mod" and e.dep.lemma in words.keep for e in said.out.get(role, ()))
            ):
                _also(said, node, verb, *(("A0", d) for d in said.deps(node, "A0")), ("A1", things[0]))
