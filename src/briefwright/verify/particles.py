"""A verb and its preposition as one verb: "asked for a loan" as "demanded a loan", where the lists know the pair."""

from __future__ import annotations

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.deduce import also
from briefwright.verify.graph import Graph, Node


def _pairs(said: Graph, node: Node, words: Paraphrase) -> list[tuple[str, str, Node]]:
    """The joined verb, the role of what stands behind the preposition, and that."""
    out = []
    for edge in said.out.get(node, ()):
        joined = f"{node.lemma}_{edge.role[2:]}"
        if edge.own and edge.role.startswith("p:") and joined in words.proves["verbs"]:
            out.append((joined, edge.role, edge.dep))
    return out


def with_prepositions(said: Graph, words: Paraphrase) -> None:
    """Add to a passage the joined verb beside the plain one."""
    for node in [n for n in said.nodes if n.verb and not n.virtual]:
        if said.deps(node, "A1"):
            continue
        for joined, role, _ in _pairs(said, node, words):
            rest = [(e.role, e.dep) for e in said.out[node] if e.role != role]
            same = [("A1", e.dep) for e in said.out[node] if e.role == role]
            also(said, node, joined, *rest, *same)
            made = said.nodes[-1]
            for edge in list(said.into.get(node, ())):
                said.add(edge.head, edge.role, made, edge.order, own=False)


def take_prepositions(asked: Graph, words: Paraphrase) -> bool:
    """Turn a claim's verb into the joined one; was there one?"""
    taken = False
    for node in [n for n in asked.nodes if n.verb and not n.virtual]:
        pairs = _pairs(asked, node, words)
        if asked.deps(node, "A1") or len(pairs) != 1:
            continue
        joined, role, _ = pairs[0]
        node.lemma, taken = joined, True
        for edge in [e for e in asked.out[node] if e.role == role]:
            asked.edges.remove(edge)
            asked.out[node].remove(edge)
            asked.into[edge.dep].remove(edge)
            asked.add(node, "A1", edge.dep, edge.order)
    return taken
