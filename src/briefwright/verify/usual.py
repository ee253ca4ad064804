"""What a passage says of who has, leads, makes and loses what, in the other words that are usual for it.

As in `complete` and `follow`, nothing is added that is surer than the deed that it follows from.
"""

from __future__ import annotations

from typing import Final

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.deduce import also, is_told, noun_of, rest_of, times_of
from briefwright.verify.graph import Edge, Graph, Node
from briefwright.verify.words import Unit

_STAFF: Final = frozenset("employee staff worker staffer people person".split())
_LEADERS: Final = frozenset("head boss chief ceo leader".split())
_LEADS: Final = ("lead", "head", "run")
#: What a doer is called of whom there may be many.
_MAKERS: Final = {"make": "maker", "manufacture": "manufacturer", "produce": "producer", "sell": "seller",
                  "publish": "publisher", "operate": "operator", "build": "builder", "supply": "supplier",
                  "export": "exporter", "import": "importer", "invent": "inventor", "design": "designer",
                  "represent": "representative", "employ": "employer"}  # fmt: skip
_INVENTED: Final = frozenset({"inventor", "designer", "builder"})
_GAIN: Final = frozenset({"profit", "surplus"})
_HAVE: Final = frozenset("have make report post record".split())


def usual(said: Graph, words: Paraphrase) -> None:
    """Add what is said there by other means."""
    for edge in list(said.edges):
        if edge.role == "of" and edge.own and not edge.head.verb and edge.head.unit.kind == "word":
            _has(said, edge, words)
    for node in [n for n in said.nodes if n.verb]:
        _as_its_head(said, node)
        _staff(said, node)
        _leads(said, node, words)
        if node.virtual:
            continue
        _makers(said, node)
        _lost(said, node)
        _profitable(said, node)
        _there_is(said, node)
        _with_whom(said, node)
        _goes_to(said, node)


def _has(said: Graph, edge: Edge, words: Paraphrase) -> None:
    """ "Its 900 employees": it has 900 employees. In a sentence about the past it had them."""
    owner, thing = edge.dep, edge.head
    counted = said.deps(thing, "num")
    if edge.dep.relation != "poss" or owner.entity < 0 or not counted or thing.negated or thing.tag != "NNS":
        return
    if thing.quantifier or any(m.lemma in words.keep for m in said.deps(thing, "mod")):
        return
    deed = thing.clause
    if deed is None or deed.asks or deed.condition or deed.hedges or deed.above is not None or deed.negated:
        return
    also(said, None, "have", ("A0", owner), ("A1", thing))
    said.nodes[-1].tense = "past" if deed.tense == "past" else "present" if deed.tense != "done" else "past"


def _staff(said: Graph, node: Node) -> None:
    """ "Has 900 employees", "employs 900 people", "has a workforce of 900", "900 people work for it" are one."""
    people, firm = [n for n in said.deps(node, "A1") if n.unit.kind == "word"], said.deps(node, "A0")
    if node.lemma not in {"have", "employ"} or len(people) != 1 or len(firm) != 1 or people[0].lemma not in _STAFF:
        return
    if node.lemma == "have" and people[0].lemma in {"people", "person"}:
        return
    numbers = [n for role in ("num", "of") for n in said.deps(people[0], role) if n.unit.kind == "number"]
    if len(numbers) != 1 or said.deps(people[0], "mod"):
        return
    where = [(e.role, e.dep) for e in (*said.out[node], *said.out[people[0]]) if e.role in {"p:in", "p:at"} and e.own]
    for lemma in ("employee", "people"):
        staff = noun_of(said, lemma, "NNS", people[0])
        said.add(staff, "num", numbers[0], own=False)
        also(said, node, "employ", ("A0", firm[0]), ("A1", staff), *where)
        for way in ("p:for", "p:at"):
            also(said, node, "work", ("A0", staff), (way, firm[0]), *where)
        if lemma == "employee":
            also(said, node, "have", ("A0", firm[0]), ("A1", staff), *where)
    for lemma in ("staff", "workforce"):
        group = noun_of(said, lemma, "NN", people[0])
        said.add(group, "of", numbers[0], own=False)
        also(said, node, "have", ("A0", firm[0]), ("A1", group), *where)


def _leads(said: Graph, node: Node, words: Paraphrase) -> None:
    """The head of a team leads it and runs it; a deputy, a former or an acting one need not."""
    if node.lemma != "be":
        return
    for role in said.deps(node, "attr"):
        teams = said.deps(role, "of")
        if role.lemma not in _LEADERS or role.verb or len(teams) != 1 or role.determiner == "a":
            continue
        if any(m.lemma in words.keep for m in said.deps(role, "mod")) or role.negated or role.quantifier:
            continue
        for lemma in _LEADS:
            also(said, node, lemma, *(("A0", d) for d in said.deps(node, "A0")), ("A1", teams[0]))


def _as_its_head(said: Graph, node: Node) -> None:
    """ "Lin, who heads the union, called a strike": the head of the union called it."""
    who, teams = said.deps(node, "A0"), said.deps(node, "A1")
    if node.virtual or node.lemma not in _LEADS or len(who) != 1 or len(teams) != 1 or who[0].entity < 0:
        return
    if not is_told(node) or node.tense == "past" or said.deps(node, "p:with"):
        return
    role = noun_of(said, "head", "NN", node, "the")
    said.add(role, "of", teams[0], own=False)
    for edge in list(said.into.get(who[0], ())):
        if edge.role in {"A0", "A1"} and edge.head.verb and not edge.head.virtual and edge.head is not node:
            said.add(edge.head, edge.role, role, own=False)


def _makers(said: Graph, node: Node) -> None:
    """Who makes pumps is a maker of pumps; who makes a thing with a name is its maker."""
    things, who = said.deps(node, "A1"), said.deps(node, "A0")
    if node.lemma not in _MAKERS or len(things) != 1 or len(who) != 1 or node.negated:
        return
    lemma = _MAKERS[node.lemma]
    if lemma not in _INVENTED and node.tense not in {"present", "going", "any"}:
        return
    if things[0].unit.kind == "word" and things[0].tag not in {"NNS", "NNPS"} and lemma not in _INVENTED:
        return
    if said.deps(things[0], "num") or things[0].quantifier:
        return
    named = things[0].unit.kind == "name" or things[0].determiner == "the"
    role = noun_of(said, lemma, "NN", node, "the" if named or lemma in _INVENTED else "a")
    said.add(role, "of", things[0], own=False)
    also(said, node, "be", ("A0", who[0]), ("attr", role))
    if lemma in _INVENTED and is_told(node):
        said.nodes[-1].tense = "any"


def _lost(said: Graph, node: Node) -> None:
    """Who lost 3 million made a loss of 3 million."""
    sums = [n for n in said.deps(node, "A1") if n.unit.kind == "number"]
    firm = [n for n in said.deps(node, "A0") if n.unit.kind == "name" or n.entity >= 0]
    if node.lemma != "lose" or len(sums) != 1 or len(firm) != 1 or not _money(sums[0]) or not is_told(node):
        return
    if any(role != "p:in" and not role.startswith(("time:", "when:")) for role, _ in rest_of(said, node)):
        # "lost 3 million to fraud", "on the bet"
        return
    for tag in ("NN", "NNS"):
        loss = noun_of(said, "loss", tag, node)
        said.add(loss, "of", sums[0], own=False)
        for way in ("have", "make", "report", "record"):
            if way in {"have", "make"}:
                also(said, node, way, ("A0", firm[0]), ("A1", loss), *times_of(said, node))
        owned = noun_of(said, "loss", tag, node, "the")
        said.add(owned, "of", firm[0], own=False)
        also(said, node, "be", ("A0", owned), ("attr", sums[0]), *times_of(said, node))


def _money(number: Node) -> bool:
    return getattr(number.unit.value, "kind", "") == "money"


def _profitable(said: Graph, node: Node) -> None:
    """Who made a profit in a year was profitable in it; who made a loss was not."""
    firm = said.deps(node, "A0")
    if node.lemma not in _HAVE or len(firm) != 1 or not is_told(node):
        return
    for result in said.deps(node, "A1"):
        if result.tag != "NN" or result.lemma not in {*_GAIN, "loss"} or result.negated or result.quantifier:
            continue
        when = [*times_of(said, node), *times_of(said, result)]
        sums = [n for n in said.deps(result, "of") if n.unit.kind == "number"]
        if any(m.lemma not in {"annual", "net", "small", "big", "large"} for m in said.deps(result, "mod")):
            continue
        quality = "profitable" if result.lemma in _GAIN else "unprofitable"
        word = Node(Unit("word", quality, quality), quality, "JJ", node.sentence, node.place, virtual=True)
        said.nodes.append(word)
        also(said, node, "be", ("A0", firm[0]), ("attr", word), *when)
        if len(sums) == 1:
            verb = "earn" if result.lemma in _GAIN else "lose"
            also(said, node, verb, ("A0", firm[0]), ("A1", sums[0]), *when)


def _there_is(said: Graph, node: Node) -> None:
    """ "There are 14 candidates in the race": 14 candidates are in the race; and the other way."""
    who, what = said.deps(node, "A0"), said.deps(node, "attr")
    if node.lemma != "be":
        return
    if not who and len(what) == 1 and what[0].unit.kind == "word" and what[0].tag[:2] == "NN":
        beside = [
            (e.role, e.dep)
            for e in (*said.out[node], *said.out.get(what[0], ()))
            if e.role in {"p:in", "p:at", "p:on"} or e.role.startswith("time:")
        ]
        if beside:
            also(said, node, "be", ("A0", what[0]), *beside)
    elif len(who) == 1 and not what and who[0].unit.kind == "word" and who[0].tag[:2] == "NN":
        beside = [(e.role, e.dep) for e in said.out[node] if e.role in {"p:in", "p:at", "p:on"}]
        if beside and who[0].determiner != "the" and not said.deps(who[0], "of"):
            also(said, node, "be", ("attr", who[0]), *beside)


def _with_whom(said: Graph, node: Node) -> None:
    """Who founded a firm with his sister: both founded it."""
    if node.lemma not in {"found", "co-found", "set_up"} or not is_told(node):
        return
    people = {n.entity for n in said.nodes if n.unit.kind == "name" and n.kind == "person" and n.entity >= 0}
    kin = frozenset("sister brother wife husband father mother son daughter cousin friend colleague partner".split())
    for who in said.deps(node, "p:with"):
        if who.unit.kind == "word" and (who.lemma in kin or who.entity in people) and who.tag == "NN":
            said.add(node, "A0", who, own=False)
            for name in [n for n in said.nodes if n.unit.kind == "name" and n.entity == who.entity >= 0]:
                said.add(node, "A0", name, own=False)


_PRIZES: Final = frozenset("prize award contract order medal money job post title seat grant".split())


def _goes_to(said: Graph, node: Node) -> None:
    """What somebody wins or gets, a sum or a prize, goes to him."""
    who, what = said.deps(node, "A0"), said.deps(node, "A1")
    if node.lemma not in {"get", "receive", "win"} or len(who) != 1 or len(what) != 1:
        return
    if what[0].unit.kind == "number" or what[0].lemma in _PRIZES or _counted_money(said, what[0]):
        also(said, node, "go", ("A0", what[0]), ("p:to", who[0]), *times_of(said, node))


def _counted_money(said: Graph, thing: Node) -> bool:
    """ "190 million crowns", of which the codebook may not know that they are money."""
    return thing.lemma in {"crown", "mark", "peso", "rand", "dirham"} and bool(said.deps(thing, "num"))
