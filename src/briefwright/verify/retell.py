"""What a passage says by a plan, a noun or a sum told by the verbs that a claim may take for it.

As in `complete` and `follow`, nothing is added that is surer than what it follows from.
"""

from __future__ import annotations

from typing import Final

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.deduce import ALONE, also, is_plain, is_told, noun_of, times_of
from briefwright.verify.graph import Edge, Graph, Node

#: Verbs of which "supported the reduction of the rate" and "supported reducing the rate" are one.
_OF_DEEDS: Final = frozenset(
    """oppose support consider plan propose begin start stop favour favor criticise defend welcome reject ban
    demand recommend suggest justify avoid prevent discuss regret resume continue delay postpone""".split()
)
#: Verbs of which "expects an answer of the board" and "expects the board to answer" are one.
_AWAITED: Final = frozenset("expect demand predict fear anticipate foresee forecast".split())
_EITHER: Final = _AWAITED | _OF_DEEDS
_RESULTS: Final = frozenset("revenue turnover profit loss sale income surplus deficit".split())


def retell(said: Graph, words: Paraphrase) -> None:
    """Add to a passage what follows from it."""
    for node in [n for n in said.nodes if n.verb and not n.virtual]:
        _due(said, node, words)
        _had(said, node)
        _begun(said, node)
    for node in [n for n in said.nodes if not n.verb and n.lemma in words.deeds and n.tag == "NN"]:
        _doing(said, node, words)


def _due(said: Graph, node: Node, words: Paraphrase) -> None:
    """What will open in May is scheduled to open in May; what somebody will open is so too."""
    if node.tense != "future" or not is_plain(node):
        return
    who, what = said.deps(node, "A0"), said.deps(node, "A1")
    _planned(said, node, who or what, said.out.get(node, []))
    if who and what and node.lemma in words.turning:
        beside = [e for d in what for e in said.out.get(d, ()) if e.role.startswith(("p:", "time:"))]
        rest = [*(e for e in said.out[node] if e.role not in {"A0", "A1"}), *beside]
        _planned(said, node, what, [*rest, *(Edge(node, "A0", d) for d in what)])


def _planned(said: Graph, node: Node, who: list[Node], edges: list[Edge]) -> None:
    if not who:
        return
    also(said, node, "schedule", *(("A1", d) for d in who))
    plan = said.nodes[-1]
    plan.tense = "any"
    also(said, node, node.lemma, *((e.role, e.dep) for e in edges))
    deed = said.nodes[-1]
    deed.tense, deed.above = "to", (plan, "xcomp")
    said.add(plan, "xcomp", deed, own=False)


def _begun(said: Graph, node: Node) -> None:
    """Who began to sell it in May began in May."""
    if node.lemma in {"begin", "start", "cease"} and not times_of(said, node):
        for deed in said.deps(node, "xcomp"):
            for role, when in times_of(said, deed):
                if role == "time:on":
                    said.add(node, role, when, own=False)


def _had(said: Graph, node: Node) -> None:
    """Whose revenue was 6 million had a revenue of 6 million."""
    sums = [n for n in said.deps(node, "attr") if n.unit.kind == "number"]
    things = said.deps(node, "A0")
    if node.lemma != "be" or len(sums) != 1 or len(things) != 1 or not is_told(node):
        return
    owners = said.deps(things[0], "of")
    if things[0].lemma not in _RESULTS or len(owners) != 1 or owners[0].unit.kind == "number":
        return
    result = noun_of(said, things[0].lemma, things[0].tag, things[0])
    said.add(result, "of", sums[0], own=False)
    when = [*times_of(said, node), *times_of(said, things[0]), *times_of(said, sums[0])]
    also(said, node, "have", ("A0", owners[0]), ("A1", result), *when)


def _doing(said: Graph, node: Node, words: Paraphrase) -> None:
    """Who opposed the reduction of the rate opposed reducing it."""
    mods = {
        w
        for e in said.out.get(node, ())
        if e.role == "mod"
        for w in (e.dep.lemma.casefold(), e.dep.unit.surface.casefold())
    }
    verb, owners = words.deeds[node.lemma], said.deps(node, "of")
    if mods & words.keep or node.negated or node.quantifier:
        return
    own = verb in ALONE or node.lemma in words.agentive
    if own:
        roles = [("A0", d) for d in (*owners, *said.deps(node, "p:by"), *said.deps(node, "p:from"))]
    else:
        roles = [("A1", o) for o in owners if o.relation in {"pobj", "conj"}]
    for edge in list(said.into.get(node, ())) if roles else ():
        head = edge.head
        if edge.role != "A1" or not head.verb or head.virtual or head.lemma not in (_AWAITED if own else _EITHER):
            continue
        rest = [(e.role, e.dep) for e in said.out[node] if e.role.startswith(("p:", "time:"))]
        # the grammar lets "opposed reducing it" say who reduces
        agents = () if own else tuple(("A0", d) for d in said.deps(head, "A0") if head.lemma in _OF_DEEDS)
        also(said, head, verb, *roles, *agents, *rest)
        deed = said.nodes[-1]
        deed.negated, deed.above = False, (head, "xcomp")
        deed.tense = "to" if head.lemma in _AWAITED else ""
        said.add(head, "xcomp", deed, own=False)
