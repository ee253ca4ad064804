"""Which words of a text speak of one thing: names, appositions, pronouns, "the company". Only where it is certain."""

from __future__ import annotations

from briefwright.codebook import Lexicon
from briefwright.verify.graph import Graph, Node
from briefwright.verify.values import Names

_HE = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
_IT = frozenset({"it", "its", "itself"})
_OF_NAME = frozenset({"city", "town", "village", "state", "province", "county", "country", "republic", "island"})


def refer(said: Graph, names: Names, lexicon: Lexicon) -> None:
    """Give all nodes that speak of one thing the same number in `entity`."""
    _names(said, names)
    _same(said)
    for node in said.nodes:
        if node.entity >= 0:
            continue
        found: set[int] = set()
        if node.lemma in _HE and node.tag in {"PRP", "PRP$"}:
            found = _people(said, node)
        elif node.lemma in _IT and node.tag in {"PRP", "PRP$"}:
            found = _things(said, node)
        elif (
            node.tag == "NN"
            and node.determiner == "the"
            and node.lemma in lexicon.organisation_nouns
            and _bare(said, node)
        ):
            found = _firms(said, node)
        if len(found) == 1:
            node.entity = found.pop()


def _firms(said: Graph, node: Node) -> set[int]:
    """What "the company" may be: the only one named before, or the only one of the sentence before."""
    firms = [n for n in _before(said, node) if n.kind in {"", "organisation"}]
    found = {n.entity for n in firms}
    if len(found) > 1:
        near = {n.entity for n in firms if node.sentence - 1 <= n.sentence <= node.sentence}
        found = near if len(near) == 1 else found
    return found


def _names(said: Graph, names: Names) -> None:
    number = 0
    for node in said.nodes:
        if node.unit.kind == "name" and node.entity < 0:
            for other in said.nodes:
                if other.unit.kind == "name" and (
                    names.same(node.unit.surface, other.unit.surface)
                    or names.same(other.unit.surface, node.unit.surface)
                ):
                    other.entity = number
            number += 1


def _same(said: Graph) -> None:
    """What an apposition says is one, and "the city of Lundmark"."""
    for node in said.nodes:
        if node.virtual and node.lemma == "be":
            name = said.deps(node, "A0")
            for role in said.deps(node, "attr"):
                if name and name[0].entity >= 0 and role.entity < 0 and role.unit.kind == "word":
                    role.entity = name[0].entity
        elif node.lemma in _OF_NAME and node.entity < 0:
            of = [d for d in said.deps(node, "of") if d.unit.kind == "name"]
            if len(of) == 1:
                node.entity = of[0].entity
        elif node.tag == "NN" and node.unit.kind == "word" and node.entity < 0:
            # "the Heron 3 arm" is Heron 3, "the Apache 2.0 licence" is Apache 2.0
            called = said.deps(node, "named")
            if len(called) == 1 and (called[0].kind == "product" or node.lemma in {"licence", "license"}):
                node.entity = called[0].entity


def _before(said: Graph, node: Node) -> list[Node]:
    """The names before a word."""
    return [n for n in said.nodes if n.unit.kind == "name" and (n.sentence, n.place) < (node.sentence, node.place)]


def _bare(said: Graph, node: Node) -> bool:
    """Is it "the company" and no particular one ("the smaller company", "the company's parent")?"""
    return not any(e.role in {"of", "num"} or (e.role == "mod" and e.dep.unit.kind != "name" and e.dep.tag != "JJ")
                   for e in said.out.get(node, ()))  # fmt: skip


def _people(said: Graph, node: Node) -> set[int]:
    """The persons that "she" may be: the only one named before, or the only one of the sentence before."""
    everyone = [n for n in _before(said, node) if n.kind in {"person", ""}]
    people = [n for n in everyone if n.kind == "person"] or everyone
    found = {n.entity for n in people}
    if len(found) > 1:
        near = {n.entity for n in people if node.sentence - 1 <= n.sentence <= node.sentence}
        found = near if len(near) == 1 else found
    return found


def _things(said: Graph, node: Node) -> set[int]:
    """What "it" may be: the only thing named before in this sentence or the one before it."""
    near = [
        n for n in said.nodes if (n.sentence, n.place) < (node.sentence, node.place) and n.sentence >= node.sentence - 1
    ]
    here = [n for n in near if n.sentence == node.sentence]
    for group in (here, near):
        things = [n for n in group if _may_be_it(n) and any(e.role in {"A0", "A1"} for e in said.into.get(n, ()))]
        if things:
            break
    else:
        return set()
    subject = _own_subject(said, node)
    if subject is not None and subject in things:
        things = [subject]
    if any(n.entity < 0 for n in things):
        if len(things) == 1:
            things[0].entity = 1000 + said.nodes.index(things[0])
        else:
            return {n.entity if n.entity >= 0 else -2 - i for i, n in enumerate(things)}
    return {n.entity for n in things}


def _may_be_it(n: Node) -> bool:
    if n.unit.kind == "name":
        return n.kind not in {"person"}
    return n.unit.kind == "word" and n.tag == "NN" and not n.verb


def _own_subject(said: Graph, node: Node) -> Node | None:
    """The subject of the clause in which "its" stands, if no other thing stands between the two."""
    if node.tag != "PRP$":
        return None
    at, seen = node, set()
    while at not in seen:
        seen.add(at)
        heads = [e.head for e in said.into.get(at, ()) if not e.head.virtual]
        if not heads:
            return None
        at = heads[0]
        if at.verb:
            subjects = [d for d in said.deps(at, "A0") if d.sentence == node.sentence and d.place < node.place]
            if len(subjects) != 1 or not _may_be_it(subjects[0]):
                return None
            between = [n for n in said.nodes if n.sentence == node.sentence and subjects[0].place < n.place < node.place
                       and n.unit.kind == "name" and n.kind != "person"]  # fmt: skip
            return subjects[0] if not between else None
    return None
