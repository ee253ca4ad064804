"""An edge that the grammar does not show, between two words that nothing else in the sentence could be joined to.

The parser hangs many a phrase on the wrong word: in "a fee of 3 million for late accounts, Nova said" a claim's "Nova
was fined" may find all of its words and not this one edge. Where a single edge is missing, its two ends stand in one
sentence, and neither a name, number or date of the same sort nor another deed competes for the place, no other reading
is left. A claim may lean on this once.
"""

from __future__ import annotations

from collections.abc import Collection

from briefwright.verify.graph import Edge, Graph, Node

#: Relations that say more than that two things belong together: order, time, whose words.
_NEVER = ("when:", "time:", "ccomp", "xcomp", "acl", "named", "poss")
#: Prepositions behind which a thing stands apart from what the sentence tells of.
_SETS_APART = frozenset(
    f"p:{word}"
    for word in """before after since until without against despite instead_of than unlike except besides over beyond
    following because_of rather_than as like versus between towards toward""".split()
)
_DOES = frozenset({"A0", "A1"})
_COUNTED = frozenset({"name", "number", "date"})


def unrivalled(passage: Graph, edge: Edge, head: Node, dep: Node, laid: Collection[Node]) -> bool:
    """May the passage's `head` and `dep` be joined as the claim's `edge` is? `laid` are the words that it uses."""
    if head.sentence != dep.sentence or edge.role.startswith(_NEVER):
        return False
    if head.above is not None or head.condition or dep.condition or head.hedges:
        return False
    if _joined_otherwise(passage, edge.role, head, dep):
        return False
    kind = dep.unit.kind
    if kind in _COUNTED:
        here = (n for n in passage.nodes if n.sentence == dep.sentence and not n.virtual and n.unit.kind == kind)
        if any(not _same(n, dep) and not any(_same(n, used) for used in laid) for n in here):
            return False
    # the place is taken by something else
    if any(x.role == edge.role for n in passage.nodes if _same(n, head) for x in passage.out.get(n, ())):
        return False
    # it does something else, or something else is done to it
    others = (x.head for n in passage.nodes if _same(n, dep) for x in passage.into.get(n, ()) if x.role in _DOES)
    return not any(o.verb and o is not head and o.lemma != "be" for o in others)


def _joined_otherwise(passage: Graph, role: str, head: Node, dep: Node) -> bool:
    """Does the passage join the two in another way, or put the word behind another preposition?

    A preposition may hang on the wrong word, but it is the one that stands there: "before the vote" is never "after it".
    """
    edges = [x for n in passage.nodes if _same(n, dep) and n.sentence == dep.sentence for x in passage.into.get(n, ())]
    if any(_same(x.head, head) and x.own for x in edges):
        return True
    into = {x.role for x in edges}
    if role.startswith("p:"):
        return role not in into
    return bool(into & _SETS_APART)


def _same(a: Node, b: Node) -> bool:
    return a is b or (a.entity >= 0 and a.entity == b.entity)
