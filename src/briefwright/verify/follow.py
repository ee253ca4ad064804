"""What follows from a passage's deeds: "rose to 31 million" says that it was 31 million.

As in `complete`, nothing is added that is surer than the deed that it follows from.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.dates import DateMention
from briefwright.verify.deduce import ALONE, also, is_told, noun_of, rest_of, times_of
from briefwright.verify.graph import Graph, Node
from briefwright.verify.posts import posts, somebody

#: Ways to say of a thing that it is of this size, with the role of the number.
_IS: Final = (("be", "attr"), ("amount", "p:to"), ("come", "p:to"), ("total", "A1"), ("stand", "p:at"))
_SCALES: Final = {"cost": ("cost", "price"), "weigh": ("weight",), "measure": ("size",), "last": ("duration",)}
_KEPT: Final = frozenset("leave keep hold maintain".split())
_MADE: Final = frozenset("have make report post record earn book generate achieve".split())
_RESULTS: Final = frozenset("profit loss revenue turnover sale income surplus deficit budget debt".split())
_CALLED: Final = frozenset("call describe label term characterise characterize".split())
_JUDGED: Final = frozenset("dismiss reject condemn denounce praise hail welcome criticise criticize brand".split())
_NOT_TOLD: Final = frozenset({"would", "will"})


def follow(said: Graph, words: Paraphrase) -> None:
    """Add deeds that follow from those that stand there."""
    for node in [n for n in said.nodes if n.verb]:
        _sizes(said, node, words)
        _earned(said, node)
        _called(said, node)
        _order(said, node)
        _told_of(said, node, words)
        _offers(said, node)
        posts(said, node)
        _measured(said, node)
        _sold_well(said, node, words)
        _converse(said, node, words)
        _in_his_place(said, node)
    _both(said)
    _dated_order(said)


def _dated_order(said: Graph) -> None:
    """What is dated earlier came before what is dated later."""
    dated = []
    for node in said.nodes:
        if node.verb and node.tense == "past" and is_told(node):
            days = [t.unit.value for role, t in times_of(said, node) if role == "time:on"]
            if len(days) == 1 and isinstance(days[0], DateMention) and days[0].precision in {"day", "month", "year"}:
                dated.append((days[0].value, node))
    for one, first in dated:
        for other, second in dated:
            short = min(len(one), len(other))
            if one[:1] == other[:1] != "-" and one[:short] < other[:short]:
                said.add(second, "when:after", first, own=False)
                said.add(first, "when:before", second, own=False)


def _sizes(said: Graph, node: Node, words: Paraphrase) -> None:
    """ "Rose from 12 million in 2022 to 31 million in 2023": each number with the date behind it, else with none."""
    if node.lemma == "be" and not node.virtual:
        for number in said.deps(node, "attr"):
            if number.unit.kind == "number":
                _of_size(said, node, said.deps(node, "A0"), number, times_of(said, node), _IS[1:])
        return
    if node.lemma in _KEPT and not node.virtual and is_told(node):
        # "left its key rate at 4.5 percent"
        at = [n for t in (node, *said.deps(node, "A1")) for n in said.deps(t, "p:at") if n.unit.kind == "number"]
        if len(at) == 1:
            _of_size(said, node, said.deps(node, "A1"), at[0], [], _IS)
        return
    ends = [n for n in said.deps(node, "p:to") if n.unit.kind == "number"]
    starts = [n for n in said.deps(node, "p:from") if n.unit.kind == "number"]
    if node.lemma not in words.changes or len(ends) != 1 or len(starts) > 1:
        return
    things = [n for n in said.deps(node, "A1") if n.unit.kind != "number"] or said.deps(node, "A0")
    times = times_of(said, node)
    for number in (*ends, *starts):
        others = [n for n in (*ends, *starts) if n is not number]
        mine = [
            (role, t)
            for role, t in times
            if t.place > number.place and not any(number.place < o.place < t.place for o in others)
        ]
        if number in ends and not mine and len(times) == 1 and times[0][1].place < node.place:
            mine = times
        if len(mine) > 1:
            continue
        ways = (*_IS, ("reach", "A1")) if number in ends else _IS
        _of_size(said, node, things, number, mine if starts or not times else times, ways)


def _of_size(
    said: Graph,
    like: Node,
    things: list[Node],
    number: Node,
    times: list[tuple[str, Node]],
    ways: tuple[tuple[str, str], ...],
) -> None:
    if len(things) == 1 and things[0].unit.kind == "word":
        for lemma, role in ways:
            also(said, like, lemma, ("A0", things[0]), (role, number), *times)


def _earned(said: Graph, node: Node) -> None:
    """ "Had a profit of 210 million in 2025": its profit was 210 million in 2025."""
    if node.virtual or node.lemma not in _MADE or len(said.deps(node, "A0")) != 1:
        return
    for thing in said.deps(node, "A1"):
        numbers = [e.dep for e in said.out.get(thing, ()) if e.role in {"of", "num"} and e.dep.unit.kind == "number"]
        if thing.lemma in _RESULTS and len(numbers) == 1 and is_told(node):
            said.add(thing, "of", said.deps(node, "A0")[0], own=False)
            _of_size(said, node, [thing], numbers[0], [*times_of(said, node), *times_of(said, thing)], _IS)


def _called(said: Graph, node: Node) -> None:
    """ "Called the claim unfounded", "dismissed it as unfounded": said that it was."""
    judged = node.lemma in _JUDGED and bool(said.deps(node, "p:as"))
    if (node.lemma not in _CALLED and not judged) or node.virtual or not is_told(node):
        return
    things, speakers = said.deps(node, "A1"), said.deps(node, "A0")
    for role in ("attr", "p:as", "content"):
        for what in said.deps(node, role):
            if len(things) != 1 or len(speakers) != 1 or (role == "content" and what.unit.kind != "quote"):
                continue
            other = "call" if role == "p:as" else "describe"
            if judged and what.unit.kind != "quote":
                also(said, node, "describe", ("A0", speakers[0]), ("A1", things[0]), ("attr", what), ("p:as", what))
            also(
                said,
                node,
                other,
                ("A0", speakers[0]),
                ("A1", things[0]),
                ("attr", what),
                ("p:as", what),
                ("content", what),
            )
            if what.unit.kind == "quote":
                continue
            also(said, None, "be", ("A0", things[0]), ("attr", what))
            made = [said.nodes[-1]]
            if what.tag in {"JJ", "VBN"} and what.unit.surface.endswith("ed"):
                # the grammar may take "exaggerated" for a deed
                also(said, None, what.unit.surface.casefold(), ("A1", things[0]))
                made.append(said.nodes[-1])
            for deed in made:
                also(said, node, "say", ("A0", speakers[0]), ("ccomp", deed))
                deed.above = (said.nodes[-1], "ccomp")


def _order(said: Graph, node: Node) -> None:
    """B after A is A before B, where both are told as facts."""
    for here, there in (("when:after", "when:before"), ("when:before", "when:after")):
        for other in said.deps(node, here):
            told = all(n.tense == "past" and is_told(n) for n in (node, other))
            if other.verb and other.sentence == node.sentence and told and not said.deps(other, "apart"):
                said.add(other, there, node, own=False)


def _told_of(said: Graph, node: Node, words: Paraphrase) -> None:
    """ "Announced that it will buy Nova", "plans to buy Nova": announced, plans the purchase of Nova."""
    if node.virtual:
        return
    announced = node.lemma in {"announce", "confirm", "reveal", "disclose"}
    if not announced and node.lemma not in {"plan", "propose", "consider", "prepare"}:
        return
    for deed in [e.dep for e in said.out.get(node, ()) if e.role in {"ccomp", "xcomp", "when:"} and e.dep.verb]:
        if deed.negated or deed.condition or deed.hedges - _NOT_TOLD or deed.bounds:
            continue
        things, agents = said.deps(deed, "A1"), said.deps(deed, "A0")
        for noun, verb in words.deeds.items():
            if verb != deed.lemma and not words.holds(deed.lemma, verb, "verbs"):
                continue
            owners = agents if verb in ALONE else things
            if len(owners) != 1 or (owners is agents and not announced):
                continue
            made = noun_of(said, noun, "NN", deed, "the")
            said.add(made, "of", owners[0], own=False)
            said.add(node, "A1", made, own=False)
            for role, dep in _extras(said, deed):
                said.add(made, role, dep, own=False)


def _extras(said: Graph, deed: Node) -> Iterator[tuple[str, Node]]:
    for e in said.out.get(deed, ()):
        if e.role.startswith(("time:", "p:")) and e.dep.unit.kind != "word":
            yield e.role, e.dep


def _measured(said: Graph, node: Node) -> None:
    """What costs 4 million has a cost, a price of 4 million."""
    numbers = [n for n in said.deps(node, "A1") if n.unit.kind == "number"]
    things = said.deps(node, "A0")
    if node.virtual or len(numbers) != 1 or len(things) != 1 or node.lemma not in _SCALES:
        return
    for lemma in _SCALES[node.lemma]:
        scale = noun_of(said, lemma, "NN", node, "the")
        said.add(scale, "of", things[0], own=False)
        also(said, node, "have", ("A0", things[0]), ("A1", scale))
        for way, role in _IS:
            also(said, node, way, ("A0", scale), (role, numbers[0]), *times_of(said, node))
        sized = noun_of(said, lemma, "NN", node)
        said.add(sized, "of", numbers[0], own=False)
        also(said, node, "have", ("A0", things[0]), ("A1", sized))


def _sold_well(said: Graph, node: Node, words: Paraphrase) -> None:
    """ "Sales at Nova rose to 4 million last year": it had sales of 4 million last year."""
    if node.virtual or node.lemma not in words.changes or not is_told(node):
        return
    for thing in said.deps(node, "A0"):
        firms = [
            e.dep for e in said.out.get(thing, ()) if e.role in {"of", "p:at", "named"} and e.dep.unit.kind == "name"
        ]
        ends = [n for n in said.deps(node, "p:to") if n.unit.kind == "number"]
        if thing.lemma in _RESULTS and len(firms) == 1 and node.lemma in {"rise", "increase", "grow", "climb"}:
            also(said, node, "increase", ("A0", firms[0]), ("A1", thing), *rest_of(said, node))
        if thing.lemma in _RESULTS and len(firms) == len(ends) == 1:
            result = noun_of(said, thing.lemma, thing.tag, thing)
            said.add(result, "of", ends[0], own=False)
            when = [e for e in rest_of(said, node) if e[0] == "p:in" or e[0].startswith("time:")]
            for way in ("have", "make", "report"):
                also(said, node, way, ("A0", firms[0]), ("A1", result), *when)


def _offers(said: Graph, node: Node) -> None:
    """Who offered to buy a thing for a sum offered the sum for the thing."""
    if node.lemma not in {"offer", "bid", "propose"} or node.virtual:
        return
    for deed in said.deps(node, "xcomp"):
        things, sums = said.deps(deed, "A1"), said.deps(deed, "p:for")
        if deed.lemma in {"buy", "acquire", "purchase", "take_over"} and len(things) == len(sums) == 1:
            who = [("A0", d) for d in said.deps(node, "A0")]
            also(said, node, node.lemma, *who, ("A1", sums[0]), ("p:for", things[0]), *times_of(said, node))


def _converse(said: Graph, node: Node, words: Paraphrase) -> None:
    """Who lends to somebody is borrowed from by him: the rows of `converses` in the lists."""
    if node.virtual:
        return
    for row, verb, there in words.converses.get(node.lemma, ()):
        here = tuple(r.replace("n:", "p:") for r in row)
        # "lost a case against Nova": what stands behind the preposition may hang on the noun
        beside = [node, *(said.deps(node, "A1") if "A1" in here else ())]
        places = [said.deps(node, r) or [d for n in beside for d in said.deps(n, r) if r[:2] == "p:"] for r in here]
        if not all(len(p) == 1 for p in places) or (
            {verb, node.lemma} == {"leave", "lose"} and not any(somebody(p[0]) for p in places)
        ):
            continue
        if any(r[:2] == "n:" and p[0].unit.kind != "number" for r, p in zip(row, places, strict=True)):
            # "bought a house for his son" names no price
            continue
        # what was released came out, and not its maker
        rest = [(e.role, e.dep) for e in said.out[node] if e.role not in {*here, *({"A0", "A1"} & set(there))}]
        also(said, node, verb, *((role, p[0]) for role, p in zip(there, places, strict=True)), *rest)


def _in_his_place(said: Graph, node: Node) -> None:
    """Whom a person replaces he succeeds, unless he replaces him with somebody else."""
    who, whom = said.deps(node, "A0"), said.deps(node, "A1")
    if node.lemma != "replace" or node.virtual or len(who) != 1 or len(whom) != 1 or said.deps(node, "p:with"):
        return
    if who[0].kind == "person" and somebody(whom[0]):
        also(said, node, "succeed", ("A0", who[0]), ("A1", whom[0]), *rest_of(said, node))


def _both(said: Graph) -> None:
    """ "Both will meet": the only two persons of the sentence before, or its only two names where it has no person."""
    for both in [n for n in said.nodes if n.lemma == "both" and not n.verb and not said.out.get(n)]:
        before = [n for n in said.nodes if n.unit.kind == "name" and n.sentence == both.sentence - 1]
        here = [n for n in said.nodes if n.unit.kind == "name" and n.sentence == both.sentence and n.place < both.place]
        if len({n.entity for n in before}) == 1:
            # a semicolon may part the two
            before += [n for n in said.nodes if n.unit.kind == "name" and n.sentence == both.sentence - 2]
        pool = [n for n in before if n.kind == "person"] or before
        acting = [n for n in pool if any(e.role in {"A0", "A1"} and e.head.verb for e in said.into.get(n, ()))]
        if here or len({n.entity for n in pool}) != 2 or len({n.entity for n in acting}) != 2:
            continue
        for edge in [e for e in said.into.get(both, ()) if e.role in {"A0", "A1"} and e.head.verb]:
            for name in {n.entity: n for n in acting}.values():
                said.add(edge.head, edge.role, name, own=False)
