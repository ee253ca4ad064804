"""Adding to a graph what follows from it: no deed is ever made surer than the one that it follows from."""

from __future__ import annotations

from briefwright.verify.graph import Graph, Node
from briefwright.verify.words import Unit

#: Deeds that nobody is the object of: the departure of X, X's departure.
ALONE = frozenset({"leave", "resign", "step_down", "arrive", "return", "die", "retire", "exit", "depart", "collapse"})


_SOLE = frozenset("head chief ceo cto cfo coo chair chairman chairwoman president".split())


def also(said: Graph, like: Node | None, lemma: str, *edges: tuple[str, Node]) -> None:
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
    told = said.out.get(deed.above[0], ()) if deed.above is not None and deed.above[1] == "ccomp" else ()
    if deed.above is not None and any(e.dep is like and e.role == "ccomp" for e in told):
        # what somebody says he says of what follows from it as well
        said.add(deed.above[0], "ccomp", deed, own=False)


def is_plain(deed: Node) -> bool:
    """Is it neither denied, doubted, bound, asked nor only said?"""
    return not (deed.negated or deed.hedges or deed.above or deed.condition or deed.asks or deed.bounds)


def is_told(deed: Node) -> bool:
    """Does the text simply assert it?"""
    return is_plain(deed) and deed.tense in {"past", "present", "any", "going"}


def times_of(said: Graph, node: Node) -> list[tuple[str, Node]]:
    return [(e.role, e.dep) for e in said.out.get(node, ()) if e.role.startswith("time:")]


def noun_of(said: Graph, lemma: str, tag: str, like: Node, determiner: str = "") -> Node:
    made = Node(Unit("word", lemma, lemma), lemma, tag, like.sentence, like.place, determiner=determiner)
    made.virtual = True
    said.nodes.append(made)
    return made


def post_at(said: Graph, post: Node, firm: Node, *more: Node) -> Node:
    """The post of the words "as head of research", told of a firm: with all that limits it there, and with `more`.

    A post that says of what it is, is one at the firm and not the firm's own: who becomes head of research is not head
    of the firm. A chief without an article ("as chief executive") is the only one of his kind.
    """
    made = noun_of(said, post.lemma, "NN", post, post.determiner or ("the" if post.lemma in _SOLE else ""))
    made.unit = post.unit
    limited = False
    for e in list(said.out.get(post, ())):
        if e.role == "of" and e.dep.tag == "PRP$":
            continue
        limited = limited or e.role in {"of", "named"} or e.role.startswith("p:")
        said.add(made, e.role, e.dep, own=e.own)
    for quality in more:
        said.add(made, "mod", quality, own=False)
    said.add(made, "p:at" if limited else "of", firm, own=False)
    return made


def rest_of(said: Graph, node: Node) -> list[tuple[str, Node]]:
    return [(e.role, e.dep) for e in said.out.get(node, ()) if e.role not in {"A0", "A1"}]
