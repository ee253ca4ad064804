"""What follows from what is told of firms and products: what they are worth, who has worked there, what a model takes.

As in `complete` and `follow`, nothing is added that is surer than the deed that it follows from.
"""

from __future__ import annotations

from typing import Final

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.deduce import also, is_plain, is_told, noun_of, post_at, rest_of, times_of
from briefwright.verify.graph import Graph, Node
from briefwright.verify.posts import somebody

_RAISE: Final = frozenset("raise collect secure close get receive".split())
_GO_TO: Final = frozenset("move switch go return transfer defect".split())
_LEAVE: Final = frozenset("leave quit depart".split())
_TAKE_IN: Final = ("process", "handle", "take", "read", "accept", "ingest")
_LENGTHS: Final = frozenset({"token", "word", "character", "page"})
_SUPPORT: Final = frozenset("support handle cover".split())
_CHARGE: Final = frozenset({"charge", "ask"})


def firms(said: Graph, words: Paraphrase) -> None:
    """Add what follows from such deeds."""
    for node in [n for n in said.nodes if n.verb]:
        _windows(said, node)
        _post_at(said, node, words)
        if node.virtual:
            continue
        _valued(said, node)
        _worked(said, node)
        _went_over(said, node)
        _speaks(said, node)
        _downloaded(said, node)
        _priced(said, node)
        _seat(said, node)
        _unexplained(said, node)
        _joined_with(said, node)
        _message(said, node)
        _drew(said, node)
        _ranges(said, node)


def _one(said: Graph, node: Node, role: str) -> Node | None:
    found = said.deps(node, role)
    return found[0] if len(found) == 1 else None


def _valued(said: Graph, node: Node) -> None:
    """What is valued at a sum has a valuation of it; who raised money in the round, at that valuation."""
    total, thing = _one(said, node, "p:at"), _one(said, node, "A1")
    if node.lemma != "value" or total is None or thing is None or total.unit.kind != "number":
        return
    if not (is_told(node) or _told_beside(node)):
        return
    for lemma in ("valuation", "value"):
        for determiner in ("", "the"):
            worth = noun_of(said, lemma, "NN", node, determiner)
            said.add(worth, "of", thing if determiner else total, own=False)
            if determiner:
                also(said, node, "be", ("A0", worth), ("attr", total), *times_of(said, node))
                continue
            also(said, node, "have", ("A0", thing), ("A1", worth), *times_of(said, node))
            for deed in _deeds_of(said, node, thing):
                said.add(deed, "p:at", worth, own=False)
                for funding in said.deps(deed, "p:in"):
                    if funding.lemma in {"round", "deal", "financing"}:
                        also(said, node, "value", ("A0", funding), ("A1", thing), ("p:at", total))


def _told_beside(node: Node) -> bool:
    """ "Raised 80 million, valuing it at 600": as certain as the raising."""
    over = node.over
    return is_plain(node) and node.tag == "VBG" and over is not None and over.verb and is_told(over)


def _deeds_of(said: Graph, node: Node, thing: Node) -> list[Node]:
    """The raising of money that a valuation is told beside."""
    return [
        n
        for n in said.nodes
        if n.verb and n.lemma in _RAISE and n.sentence == node.sentence and is_told(n)
        if any(who.entity == thing.entity >= 0 for who in said.deps(n, "A0"))
    ]


def _worked(said: Graph, node: Node) -> None:
    """Who left a firm worked there; who left it after four years, for four years."""
    who, firm = _one(said, node, "A0"), _one(said, node, "A1")
    if node.lemma not in _LEAVE or who is None or firm is None or not somebody(who) or node.tense != "past":
        return
    if firm.kind in {"person", "place", "product"} or not (firm.unit.kind == "name" or firm.entity >= 0):
        return
    if not is_told(node) or who.kind != "person":
        return
    spans = [("p:for", d) for d in said.deps(node, "p:after") if d.lemma in {"year", "month", "decade"}]
    for way in ("p:at", "p:for"):
        also(said, None, "work", ("A0", who), (way, firm), *spans)
        said.nodes[-1].tense = "past"
    was = noun_of(said, "employee", "NN", node, "a")
    former = noun_of(said, "former", "JJ", node)
    said.add(was, "mod", former, own=False)
    said.add(was, "of", firm, own=False)
    also(said, None, "be", ("A0", who), ("attr", was))


def _went_over(said: Graph, node: Node) -> None:
    """Who moved to a firm as its head joined it as such, and became its head."""
    who, firm = _one(said, node, "A0"), _one(said, node, "p:to")
    if node.lemma == "join":
        firm = _one(said, node, "A1")
    elif node.lemma not in _GO_TO:
        return
    if who is None or firm is None or firm.unit.kind != "name" or firm.kind in {"person", "place", "product"}:
        return
    post = _one(said, node, "p:as")
    if not somebody(who) or post is None or post.tag != "NN":
        return
    if node.lemma != "join":
        also(said, node, "join", ("A0", who), ("A1", firm), *rest_of(said, node))
    also(said, node, "become", ("A0", who), ("attr", post_at(said, post, firm)), *times_of(said, node))


def _windows(said: Graph, node: Node) -> None:
    """A model with a window of 128,000 tokens can take up to 128,000 tokens."""
    thing, length = _one(said, node, "A0"), _one(said, node, "attr")
    if node.lemma != "be" or thing is None or length is None or thing.lemma != "window" or not is_told(node):
        return
    size = getattr(length.unit.value, "unit", "")
    if length.unit.kind != "number" or size.rstrip("s") not in _LENGTHS or getattr(length.unit.value, "high", None):
        return
    for owner in [o for o in said.deps(thing, "of") if o.unit.kind == "name" or o.entity >= 0]:
        for verb in _TAKE_IN:
            also(said, None, verb, ("A0", owner), ("A1", length))
            said.nodes[-1].tense, said.nodes[-1].hedges = "modal", {"can"}


def _speaks(said: Graph, node: Node) -> None:
    """A model that supports 38 languages handles and covers them."""
    spoken = [d for d in said.deps(node, "A1") if d.lemma == "language"]
    if node.lemma in _SUPPORT and spoken:
        for verb in sorted(_SUPPORT - {node.lemma}):
            also(said, node, verb, *((e.role, e.dep) for e in said.out.get(node, ())))


def _downloaded(said: Graph, node: Node) -> None:
    """What was downloaded 2 million times has 2 million downloads."""
    thing = _one(said, node, "A1")
    counted = [t for t in (*said.deps(node, "adv"), *said.deps(node, "num")) if t.lemma in {"time", "times"}]
    numbers = [n for t in counted for n in said.deps(t, "num")]
    if node.lemma != "download" or thing is None or len(numbers) != 1:
        return
    loads = noun_of(said, "download", "NNS", node)
    said.add(loads, "num", numbers[0], own=False)
    said.add(loads, "of", thing, own=False)
    for verb in ("have", "record", "reach"):
        also(said, node, verb, ("A0", thing), ("A1", loads), *times_of(said, node))
        said.nodes[-1].tense = "any"


def _priced(said: Graph, node: Node) -> None:
    """Who charges 20 cents for a thing: it costs 20 cents, which is its price."""
    price, thing = _one(said, node, "A1"), _one(said, node, "p:for")
    if node.lemma not in _CHARGE or price is None or thing is None or price.unit.kind != "number":
        return
    if getattr(price.unit.value, "kind", "") != "money":
        return
    also(said, node, "cost", ("A0", thing), ("A1", price), *times_of(said, node))
    tag = noun_of(said, "price", "NN", node, "the")
    said.add(tag, "of", thing, own=False)
    also(said, node, "be", ("A0", tag), ("attr", price), *times_of(said, node))


def _seat(said: Graph, node: Node) -> None:
    """Whoever moved its headquarters from one place to another in a year was based in the first until then."""
    seat, before, after = _one(said, node, "A1"), _one(said, node, "p:from"), _one(said, node, "p:to")
    firm = _one(said, node, "A0")
    if node.lemma not in {"move", "relocate", "shift"} or seat is None or firm is None or node.tense != "past":
        return
    if seat.lemma not in {"headquarters", "headquarter", "seat"} or not is_told(node):
        return
    for place, bound in ((before, "time:until"), (after, "")):
        if place is None:
            continue
        when = [(bound, d) for role, d in times_of(said, node) if role == "time:on"] if bound else []
        if bound or not place.kind:
            also(said, None, "base", ("A1", firm), ("p:in", place), *when)
            said.nodes[-1].tense = "past"


def _unexplained(said: Graph, node: Node) -> None:
    """For what came without explanation none was given."""
    thing, lacking = _one(said, node, "A0"), _one(said, node, "p:without")
    if node.lemma not in {"come", "happen", "follow"} or thing is None or lacking is None or not is_told(node):
        return
    if lacking.lemma in {"explanation", "reason", "comment", "statement", "notice", "warning"}:
        for verb in ("give", "offer", "provide"):
            also(said, node, verb, ("A1", lacking), ("p:for", thing), *times_of(said, node))
            said.nodes[-1].negated = True


def _joined_with(said: Graph, node: Node) -> None:
    """Who merges one thing with another merges both."""
    if node.lemma not in {"merge", "integrate", "combine", "unite"} or not said.deps(node, "A1"):
        return
    for other in said.deps(node, "p:with"):
        if other.unit.kind in {"name", "word"}:
            said.add(node, "A1", other, own=False)


_WORKS_THERE: Final = frozenset(
    "researcher scientist engineer analyst developer designer programmer technician economist intern trainee".split()
)


def _post_at(said: Graph, node: Node, words: Paraphrase) -> None:
    """A researcher at a firm works there; a member of a team belongs to it; a contributor contributes."""
    if node.lemma != "be" or len(said.deps(node, "A0")) != 1 or node.negated:
        return
    who = said.deps(node, "A0")[0]
    for role in said.deps(node, "attr"):
        mods = {m.lemma for m in said.deps(role, "mod")}
        once = mods & {"former", "onetime", "ex"}
        if mods & words.keep - once:
            # "a would-be researcher at Nova"
            continue
        made = len(said.nodes)
        if role.lemma in _WORKS_THERE:
            for firm in said.deps(role, "p:at"):
                for way in ("p:at", "p:for"):
                    also(said, node, "work", ("A0", who), (way, firm))
        elif role.lemma == "member":
            for team in said.deps(role, "of"):
                also(said, node, "belong", ("A0", who), ("p:to", team))
        elif role.lemma == "contributor":
            for work in (*said.deps(role, "p:to"), *said.deps(role, "named"), *said.deps(role, "of")):
                also(said, node, "contribute", ("A0", who), ("p:to", work))
        elif role.lemma == "lead" and not said.deps(role, "of"):
            for team in said.deps(role, "named"):
                for verb in ("lead", "head", "run"):
                    also(said, node, verb, ("A0", who), ("A1", team))
        for deed in said.nodes[made:]:
            if once:
                deed.tense = "past"


def _message(said: Graph, node: Node) -> None:
    """ "The message — “so long” — was followed by others": it read so."""
    for text in said.deps(node, "A0"):
        quotes = [e.dep for e in said.out.get(text, ()) if e.dep.unit.kind == "quote"]
        if text.lemma in {"message", "post", "note", "statement", "letter", "tweet", "slogan"} and len(quotes) == 1:
            for verb in ("read", "say"):
                also(said, node, verb, ("A0", text), ("content", quotes[0]))
                said.nodes[-1].tense = "any"
            for who in [w for w in said.deps(text, "of") if w.unit.kind == "name" or w.entity >= 0]:
                also(said, node, "write", ("A0", who), ("content", quotes[0]))
                said.nodes[-1].tense = "past"


_DRAWN: Final = {"praise": "praise", "criticise": "criticism", "criticize": "criticism", "applaud": "applause"}


def _drew(said: Graph, node: Node) -> None:
    """What somebody praised won and drew praise from him."""
    who, thing = _one(said, node, "A0"), _one(said, node, "A1")
    if node.lemma not in _DRAWN or who is None or thing is None:
        return
    response = noun_of(said, _DRAWN[node.lemma], "NN", node)
    for verb in ("win", "draw", "earn", "receive", "attract"):
        rest = [(role, dep) for role, dep in rest_of(said, node) if role == "p:for" or role.startswith("time:")]
        also(said, node, verb, ("A0", thing), ("A1", response), ("p:from", who), *rest)


def _ranges(said: Graph, node: Node) -> None:
    """Models that range from 1 to 9 billion parameters have 1 to 9 billion."""
    thing, sizes = _one(said, node, "A0"), _one(said, node, "p:from")
    if node.lemma != "range" or thing is None or sizes is None or sizes.unit.kind != "number":
        return
    if getattr(sizes.unit.value, "high", None) is not None:
        also(said, node, "have", ("A0", thing), ("A1", sizes))
        said.nodes[-1].tense = "any"
