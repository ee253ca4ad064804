"""What follows from who holds a post: who joined works there, who is laid off loses the job."""

from __future__ import annotations

from typing import Final

from briefwright.verify.deduce import also, is_told, noun_of, rest_of, times_of
from briefwright.verify.graph import Graph, Node

_STAFF: Final = frozenset("employee worker staffer".split())
_GONE: Final = frozenset("leave quit depart resign exit retire die return step_down fire dismiss sack".split())
_CHOSEN: Final = frozenset("make promote".split())


def posts(said: Graph, node: Node) -> None:
    """Add what one deed says of posts and jobs."""
    _employs(said, node)
    _chosen(said, node)
    _hands_over(said, node)
    _joined(said, node)
    _lost_jobs(said, node)
    _gave_up(said, node)


def _employs(said: Graph, node: Node) -> None:
    """ "Employs 40 people", "has 40 employees" and "40 people work for it" are one."""
    people, firm = [n for n in said.deps(node, "A1") if n.unit.kind == "word"], said.deps(node, "A0")
    if node.virtual or len(people) != 1 or len(firm) != 1 or not said.deps(people[0], "num"):
        return
    if node.lemma == "employ" and people[0].lemma in {"people", "person", *_STAFF}:
        number = said.deps(people[0], "num")[0]
        staff = noun_of(said, "employee", "NNS", people[0])
        said.add(staff, "num", number, own=False)
        said.add(staff, "of", firm[0], own=False)
        rest = [(e.role, e.dep) for e in (*said.out[node], *said.out[people[0]]) if e.role in {"p:in", "p:at"}]
        also(said, node, "have", ("A0", firm[0]), ("A1", staff), *rest)
    elif node.lemma == "have" and people[0].lemma in _STAFF:
        also(said, node, "employ", ("A0", firm[0]), ("A1", people[0]))
    else:
        return
    for way in ("p:for", "p:at"):
        also(said, node, "work", ("A0", people[0]), (way, firm[0]))


def _chosen(said: Graph, node: Node) -> None:
    """Who was made chairman became chairman; who was named may take up the post later."""
    if node.lemma not in _CHOSEN or node.virtual or not is_told(node):
        return
    who = said.deps(node, "A1")
    posts = [e.dep for e in said.out[node] if e.role in {"attr", "p:as"}] if len(who) == 1 else []
    if len(posts) == 1 and somebody(who[0]) and posts[0].tag == "NN":
        also(said, node, "become", ("A0", who[0]), ("attr", posts[0]), *times_of(said, node))


def somebody(node: Node) -> bool:
    return node.kind == "person" or node.tag == "PRP" or (node.unit.kind == "word" and node.entity >= 0)


def _joined(said: Graph, node: Node) -> None:
    """Who joined in May has worked there since May, where the text has him leave later on."""
    if node.lemma != "join" or not is_told(node) or node.tense != "past" or node.virtual:
        return
    who, firm = said.deps(node, "A0"), [n for n in said.deps(node, "A1") if n.unit.kind == "name"]
    if len(who) != 1 or len(firm) != 1:
        return
    also(said, node, "come", ("A0", who[0]), ("p:to", firm[0]), *rest_of(said, node))
    also(said, node, "go", ("A0", who[0]), ("p:to", firm[0]), *rest_of(said, node))
    if _leaves_yet(said, who[0]):
        for role, day in times_of(said, node):
            if role == "time:on":
                for way in ("p:for", "p:at", "p:with"):
                    also(said, node, "be", ("A0", who[0]), (way, firm[0]), ("time:since", day))
                    also(said, node, "work", ("A0", who[0]), (way, firm[0]), ("time:since", day))


def _leaves_yet(said: Graph, who: Node) -> bool:
    """Is somebody still there: does the text have him leave in the future, and nobody leave in the past?"""
    going = [n for n in said.nodes if n.lemma in _GONE]
    left = [n for n in going if n.tense == "past" or n.tag[:2] == "NN"]
    return not left and any(
        n.tense == "future" and not n.negated and any(d.entity == who.entity >= 0 for d in said.deps(n, "A0"))
        for n in going
    )


def _lost_jobs(said: Graph, node: Node) -> None:
    """Who is laid off loses the job."""
    if node.lemma in {"lay_off", "make_redundant"} and not node.virtual and not (node.negated or node.condition):
        for who in said.deps(node, "A1"):
            for tag in ("NN", "NNS"):
                job = noun_of(said, "job", tag, who)
                also(said, node, "lose", ("A0", who), ("A1", job), *times_of(said, node))


def _gave_up(said: Graph, node: Node) -> None:
    """Who resigned left the post; who left it need not have resigned."""
    who = said.deps(node, "A0")
    if node.lemma not in {"resign", "step_down", "stand_down"} or node.virtual or not is_told(node) or len(who) != 1:
        return
    for lemma in ("post", "position", "job", "role"):
        held = noun_of(said, lemma, "NN", who[0])
        said.add(held, "of", who[0], own=False)
        also(said, node, "leave", ("A0", who[0]), ("A1", held), *rest_of(said, node))


def _hands_over(said: Graph, node: Node) -> None:
    """Who hands over to somebody is succeeded by him."""
    takers, givers = said.deps(node, "p:to"), said.deps(node, "A0")
    if node.lemma == "hand_over" and not said.deps(node, "A1") and len(takers) == len(givers) == 1:
        rest = [(e.role, e.dep) for e in said.out[node] if e.role.startswith("time:") or e.role == "p:at"]
        also(said, node, "succeed", ("A0", takers[0]), ("A1", givers[0]), *rest)
