"""What follows from deeds that the news of companies is full of: who takes over, is hired, laid off, ordered to pay.

As in `complete` and `follow`, nothing is added that is surer than the deed that it follows from.
"""

from __future__ import annotations

from typing import Final

from briefwright.verify.deduce import also, is_told, noun_of, post_at, rest_of, times_of
from briefwright.verify.graph import Graph, Node
from briefwright.verify.posts import somebody
from briefwright.verify.words import Unit

_HIRE: Final = frozenset("hire recruit poach engage".split())
_DISMISS: Final = frozenset("lay_off dismiss fire sack let_go make_redundant".split())
_CUT: Final = ("cut", "eliminate", "axe", "shed")
_JOBS: Final = ("job", "position", "post")
_STAFF: Final = frozenset("employee worker staffer people person".split())
_BUY: Final = frozenset("buy acquire purchase take".split())
_OWN: Final = frozenset("own hold have".split())
_LEADS: Final = ("head", "lead", "run")
_LEADERS: Final = frozenset("head boss chief leader director".split())


def trade(said: Graph) -> None:
    """Add what follows from such deeds."""
    for node in [n for n in said.nodes if n.verb]:
        _formerly_led(said, node)
        if node.virtual and node.lemma != "become":
            continue
        _succeeded(said, node)
        _hired(said, node)
        _laid_off(said, node)
        _stake(said, node)
        _ordered(said, node)
        _in_protest(said, node)
    _seats(said)


def _posts(said: Graph, node: Node, *roles: str) -> list[Node]:
    return [d for role in roles for d in said.deps(node, role) if d.unit.kind == "word" and d.tag[:2] == "NN"]


def _succeeded(said: Graph, node: Node) -> None:
    """Who becomes chief from somebody succeeds him, who was chief; who succeeds him as chief becomes chief."""
    who = said.deps(node, "A0")
    if len(who) != 1 or node.negated:
        return
    if node.lemma == "become":
        before, posts = said.deps(node, "p:from"), _posts(said, node, "attr")
    elif node.lemma in {"succeed", "replace"}:
        before, posts = said.deps(node, "A1"), _posts(said, node, "p:as")
    else:
        return
    if len(before) != 1 or len(posts) != 1 or not (somebody(before[0]) and somebody(who[0])):
        return
    when = times_of(said, node)
    if node.lemma == "become":
        for verb in ("succeed", "replace"):
            also(said, node, verb, ("A0", who[0]), ("A1", before[0]), ("p:as", posts[0]), *when)
    else:
        also(said, node, "become", ("A0", who[0]), ("attr", posts[0]), *when)
    if is_told(node):
        also(said, None, "be", ("A0", before[0]), ("attr", posts[0]))
        said.nodes[-1].tense = "past" if node.tense == "past" else "any"


def _hired(said: Graph, node: Node) -> None:
    """Whom a firm hired as its chief is its new chief; when he joins it is another matter."""
    firm, who = said.deps(node, "A0"), said.deps(node, "A1")
    if node.lemma not in _HIRE or len(firm) != 1 or len(who) != 1 or not somebody(who[0]):
        return
    posts = _posts(said, node, "p:as") or _posts(said, who[0], "p:as")
    if posts and is_told(node):
        new = Node(Unit("word", "new", "new"), "new", "JJ", node.sentence, node.place, virtual=True)
        said.nodes.append(new)
        also(said, None, "be", ("A0", who[0]), ("attr", post_at(said, posts[0], firm[0], new)))


def _laid_off(said: Graph, node: Node) -> None:
    """Who lays off 120 employees cuts 120 jobs."""
    firm = said.deps(node, "A0")
    if node.lemma not in _DISMISS or len(firm) > 1:
        return
    for people in said.deps(node, "A1"):
        counted = [people] if people.unit.kind == "number" else said.deps(people, "num")
        staff = people.unit.kind == "number" or people.lemma in _STAFF
        if len(counted) != 1 or not staff or people.quantifier:
            continue
        for lemma in _JOBS:
            jobs = noun_of(said, lemma, "NNS", people)
            said.add(jobs, "num", counted[0], own=False)
            for verb in _CUT:
                also(said, node, verb, *(("A0", f) for f in firm), ("A1", jobs), *rest_of(said, node))


def _stake(said: Graph, node: Node) -> None:
    """Who buys a 30 % stake in Nova acquires 30 % of Nova; so with who holds it."""
    if node.lemma not in _BUY | _OWN or len(said.deps(node, "A0")) != 1:
        return
    for stake in said.deps(node, "A1"):
        shares = [n for role in ("num", "of", "mod") for n in said.deps(stake, role) if n.unit.kind == "number"]
        whole = [n for n in said.deps(stake, "p:in") if n.unit.kind == "name"]
        if stake.lemma not in {"stake", "share", "shareholding", "holding", "interest"}:
            continue
        if len(shares) != 1 or len(whole) != 1 or getattr(shares[0].unit.value, "kind", "") != "percent":
            continue
        said.add(shares[0], "of", whole[0], own=False)
        verbs = ("buy", "acquire", "take") if node.lemma in _BUY else ("own", "hold", "have")
        for verb in verbs:
            also(said, node, verb, ("A0", said.deps(node, "A0")[0]), ("A1", shares[0]), *rest_of(said, node))


def _ordered(said: Graph, node: Node) -> None:
    """Whom a court orders to pay must pay."""
    if node.lemma not in {"order", "oblige", "require", "force", "compel"} or not is_told(node):
        return
    for deed in said.deps(node, "xcomp"):
        whom = said.deps(node, "A1")
        if not deed.verb or deed.virtual or deed.negated or len(whom) != 1:
            continue
        edges = [("A0", whom[0]), *((e.role, e.dep) for e in said.out.get(deed, ()) if e.role != "A0" and e.own)]
        also(said, None, deed.lemma, *edges)
        said.nodes[-1].hedges, said.nodes[-1].tense = {"must"}, "modal"


def _in_protest(said: Graph, node: Node) -> None:
    """Who leaves in protest at a plan leaves because of it."""
    for protest in said.deps(node, "p:in"):
        if protest.lemma == "protest" and not protest.negated:
            for role in ("p:at", "p:against", "p:over"):
                for cause in (*said.deps(protest, role), *said.deps(node, role)):
                    said.add(node, "p:because_of", cause, own=False)


def _formerly_led(said: Graph, node: Node) -> None:
    """The former head of a team once led it."""
    if node.lemma != "be" or not node.virtual:
        return
    for post in said.deps(node, "attr"):
        once = any(m.lemma in {"former", "onetime", "ex"} for m in said.deps(post, "mod"))
        teams = said.deps(post, "of")
        if not once or post.lemma not in _LEADERS or len(teams) != 1 or len(said.deps(node, "A0")) != 1:
            continue
        if teams[0].unit.kind == "word":
            for e in said.out.get(post, ()):
                if e.role in {"p:at", "p:for", "named"}:
                    said.add(teams[0], e.role, e.dep, own=False)
        for verb in _LEADS:
            for bounds in (set[str](), {"formerly"}):
                also(said, None, verb, ("A0", said.deps(node, "A0")[0]), ("A1", teams[0]))
                said.nodes[-1].tense, said.nodes[-1].bounds = "past", bounds


def _seats(said: Graph) -> None:
    """ "Nova of Tallinn": Nova is based in Tallinn."""
    for edge in list(said.edges):
        firm, place = edge.head, edge.dep
        if edge.role != "of" or not edge.own or place.kind != "place" or firm.unit.kind != "name":
            continue
        if firm.kind in {"", "organisation"} and edge.dep.relation == "pobj":
            also(said, None, "base", ("A1", firm), ("p:in", place))
            said.nodes[-1].tense = "any"
