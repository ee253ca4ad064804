"""Whose a board, a price or a delivery is of which the passage does not say it, because it speaks of one owner alone.

"Kestle was founded in 2020. The council has nine members": Kestle's council. Only where a single body, or a single
product, was named before; a second name that may own it leaves it open.
"""

from __future__ import annotations

from typing import Final

from briefwright.verify.graph import Node
from briefwright.verify.mentions import Discourse, before
from briefwright.verify.persons import like_a_firm

#: What a body has one of, whoever tells of it.
_OF_BODIES: Final = frozenset(
    """board council management headquarters workforce staff revenue turnover profit loss sale share shareholder
    canteen budget works_council founder chairman chairwoman chair ceo cto cfo spokesman spokeswoman spokesperson
    director president president secretary treasurer""".split()
)
_OF_PRODUCTS: Final = frozenset(
    "licence license weight parameter price training release delivery sample code window context successor".split()
)
_BARE: Final = frozenset({"delivery", "sample", "sale", "share", "revenue", "turnover", "weight", "training"})


def bridge(d: Discourse) -> None:
    """Give such nouns the only owner that there can be."""
    for node in d.said.nodes:
        if node.unit.kind != "word" or node.tag not in {"NN", "NNS"} or node.virtual or node.verb or node.entity >= 0:
            continue
        if node.lemma not in _OF_BODIES | _OF_PRODUCTS or node.relation in {"compound", "amod", "nmod"}:
            continue
        if not (node.determiner == "the" or node.lemma in _BARE or node.relation == "attr") or node.quantifier:
            continue
        if node.unit.quoted or _owned(d, node):
            continue
        owner = _only(d, node, node.lemma in _OF_PRODUCTS)
        if owner is not None:
            d.said.add(node, "of", owner, own=False)


def _owned(d: Discourse, node: Node) -> bool:
    """Does the passage say whose or of what it is?"""
    return any(
        e.role in {"of", "named", "p:at", "p:for", "p:by", "p:from", "p:in", "is"} or e.dep.unit.kind == "name"
        for e in d.said.out.get(node, ())
    )


def _only(d: Discourse, node: Node, made: bool) -> Node | None:
    """The only product, or the only body, that was named before."""
    named = [n for n in before(d.said, node) if n.unit.kind == "name" and n.entity >= 0]
    if made:
        # "twice as much as Lumen 3" is beside the matter
        found = [n for n in named if n.kind == "product" and not _compared(d, n)]
        rivals = found
    else:
        found = [n for n in named if n.kind == "organisation" or (n.kind == "" and like_a_firm(d, n))]
        # a name of one word may be a firm's, whatever given name it looks like
        rivals = [n for n in named if n.kind in {"", "organisation"} or " " not in n.unit.surface]
        # a body without a name may have a board as well
        nouns = d.lexicon.organisation_nouns | d.words_of("bodies")
        loose = [n for n in before(d.said, node) if n.lemma in nouns and n.unit.kind == "word" and n is not node]
        if any(n.entity not in {f.entity for f in found} for n in loose if n.lemma not in _OF_BODIES):
            return None
        if any(_may_name(n) for n in before(d.said, node)):
            return None
    if len({n.entity for n in found}) != 1 or {n.entity for n in rivals} - {found[0].entity}:
        return None
    return found[-1] if found[-1].sentence >= node.sentence - 2 else None


def _compared(d: Discourse, name: Node) -> bool:
    edges = [e for e in d.said.into.get(name, ()) if e.own]
    return bool(edges) and all(e.role in {"p:as", "p:than", "p:like", "p:unlike"} for e in edges)


def _may_name(n: Node) -> bool:
    """ "Nova left the exchange": a word at the head of its sentence, without an article, may be a name as well."""
    return n.unit.kind == "word" and n.tag == "NN" and not n.determiner and n.unit.surface[:1].isupper()
