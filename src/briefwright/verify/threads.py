"""Words that take up a thing of the text without naming it: "among them", "there", "most of which", "another".

As in `complete` and `follow`, nothing is added that is surer than what it follows from.
"""

from __future__ import annotations

from typing import Final

from briefwright.verify.deduce import noun_of
from briefwright.verify.graph import Graph, Node
from briefwright.verify.groups import THEY

_PARTS: Final = frozenset("most some all many half several few".split())

_HEAPS: Final = frozenset("dozen hundred score handful number range series thousand".split())


def threads(said: Graph) -> None:
    """Join such words to what they take up."""
    _among(said)
    _there(said)
    _of_which(said)
    _heaps(said)
    _another(said)
    _shared(said)
    _apart(said)
    _together(said)
    _let(said)


def _among(said: Graph) -> None:
    """ "Forty people left, among them five leaders": the five left as well."""
    for edge in list(said.edges):
        part, them = edge.head, edge.dep
        if edge.role != "p:among" or them.lemma not in THEY or them.entity < 0 or part.verb or not edge.own:
            continue
        for above in [e for e in said.edges if e.dep.entity == them.entity and e.dep is not them]:
            if above.role in {"A0", "A1"} and above.head.verb and above.dep.sentence == part.sentence and above.own:
                said.add(above.head, above.role, part, own=False)


def _there(said: Graph) -> None:
    """ "It employs 800 people there": in the only place of this sentence and the one before it."""
    for there in [n for n in said.nodes if n.lemma == "there" and n.relation == "advmod"]:
        near = [n for n in said.nodes if n.kind == "place" and there.sentence - 1 <= n.sentence <= there.sentence]
        if len({n.entity for n in near}) == 1 and (near[0].sentence, near[0].place) < (there.sentence, there.place):
            for above in list(said.into.get(there, ())):
                said.add(above.head, "p:in", near[0], own=False)


def _heaps(said: Graph) -> None:
    """Who released dozens of models released models."""
    for edge in list(said.edges):
        if edge.role == "A1" and edge.head.verb and edge.dep.lemma in _HEAPS and edge.own and not edge.head.negated:
            for thing in said.deps(edge.dep, "of"):
                if thing.tag == "NNS":
                    said.add(edge.head, "A1", thing, own=False)


def _of_which(said: Graph) -> None:
    """ "Dozens of models, most of which are free": most of the models."""
    for part in [n for n in said.nodes if n.lemma in _PARTS and n.relation == "nsubj"]:
        clause = part.over
        if clause is None or clause.relation != "relcl" or clause.over is None or said.deps(part, "of"):
            continue
        whole = clause.over
        if whole.lemma in _HEAPS and len(said.deps(whole, "of")) == 1:
            said.add(part, "of", whole, own=False)
            whole = said.deps(whole, "of")[0]
        if whole.tag == "NNS" and whole.place < part.place:
            said.add(part, "of", whole, own=False)


def _another(said: Graph) -> None:
    """ "One contributor hinted at it, while another suggested more": one contributor suggested it."""
    for word in [n for n in said.nodes if n.lemma == "another" and n.relation == "nsubj"]:
        before = [
            n
            for n in said.nodes
            if n.sentence == word.sentence and n.place < word.place and n.relation in {"nsubj", "nsubjpass"}
        ]
        if len(before) != 1 or before[0].tag != "NN" or before[0].unit.kind != "word":
            continue
        ones = [n for n in said.deps(before[0], "num") if n.lemma == "one"]
        if len(ones) != 1 or word.over is None:
            continue
        twin = noun_of(said, before[0].lemma, "NN", word)
        twin.unit = before[0].unit
        one = Node(ones[0].unit, "one", "CD", word.sentence, word.place, virtual=True)
        said.nodes.append(one)
        said.add(twin, "num", one, own=False)
        for above in list(said.into.get(word, ())):
            said.add(above.head, above.role, twin, own=False)


#: Verbs of which "allowed Nova to grow" tells what Nova could do.
_LETS: Final = frozenset("allow enable force help let cause lead push prompt permit require encourage expect".split())
_RESTS: Final = frozenset({"p:upon", "p:on", "p:with", "p:for", "p:to", "p:at"})


def _let(said: Graph) -> None:
    """ "Allowed that Nova grows" and "enabled Nova to grow" are read in one way."""
    for node in [n for n in said.nodes if n.verb and n.lemma in _LETS]:
        for deed in said.deps(node, "ccomp"):
            if deed.verb and deed.tense == "to":
                for who in said.deps(deed, "A0"):
                    said.add(node, "A1", who, own=False)


def _shared(said: Graph) -> None:
    """ "Platforms or forks | of the code", "use, change and build on | these models": what stands behind the last."""
    for node in [n for n in said.nodes if n.relation == "conj" and n.over is not None]:
        first = node.over
        assert first is not None
        if not node.verb and not first.verb:
            for e in list(said.out.get(first, ())):
                behind = e.dep.sentence == node.sentence and e.dep.place > node.place
                if e.own and behind and (e.role == "of" or e.role.startswith("p:")) and e.dep.relation == "pobj":
                    said.add(node, e.role, e.dep, own=False)
        elif node.verb and first.verb:
            things = [e for e in said.out.get(node, ()) if e.role in _RESTS and e.own and not e.dep.verb]
            if len(things) == 1 and not said.deps(node, "A1"):
                near = things[0].dep.place - node.place <= 4
                for verb in _chain(node):
                    beside = any(e.role == "A1" or e.role.startswith("p:") for e in said.out.get(verb, ()))
                    if near and not beside and verb.tense == node.tense:
                        said.add(verb, "A1", things[0].dep, own=False)


def _chain(node: Node) -> list[Node]:
    """The verbs before the last one of a list."""
    out: list[Node] = []
    at = node
    while at.relation == "conj" and at.over is not None and at.over not in out:
        at = at.over
        out.append(at)
    return out if len(out) > 1 else []


_SPANS: Final = frozenset("minute hour day week month year decade".split())


def _apart(said: Graph) -> None:
    """ "Days after launching it" and "days after the launch" are as far apart."""
    for edge in list(said.edges):
        if edge.role not in {"when:after", "when:before"} or edge.dep.tag != "VBG" or not edge.own:
            continue
        for span in said.deps(edge.head, "adv"):
            if span.lemma in _SPANS and edge.dep.sentence == span.sentence and 0 < edge.dep.place - span.place <= 2:
                said.add(edge.dep, "apart", span, own=False)


def _together(said: Graph) -> None:
    """ "His departure, along with Lin": Lin departs as well."""
    for edge in list(said.edges):
        if edge.role == "p:with" and edge.own and edge.head.lemma in _GOING and edge.dep.kind == "person":
            said.add(edge.head, "of", edge.dep, own=False)


_GOING: Final = frozenset({"departure", "exit", "resignation", "dismissal", "arrival"})
