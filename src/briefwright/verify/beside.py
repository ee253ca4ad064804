"""What a sentence says beside its main deed: of what it sets against it, and of what was begun on a day."""

from __future__ import annotations

from briefwright.verify.deduce import also, is_told, times_of
from briefwright.verify.graph import Graph, Node


def beside(said: Graph) -> None:
    """Add the denial that a contrast holds, and the day of what began on it."""
    for node in [n for n in said.nodes if n.verb and not n.virtual]:
        if node.lemma in {"begin", "start"}:
            # "began shipping on Tuesday": the grammar may hang the day on either
            for deed in said.deps(node, "xcomp"):
                for role, day in times_of(said, node):
                    if role == "time:on" and not times_of(said, deed):
                        said.add(deed, role, day, own=False)
    _not_that(said)


def _not_that(said: Graph) -> None:
    """ "Nova sells pills, not sprays": it does not sell sprays."""
    for thing in [n for n in said.nodes if n.negated and not n.verb and n.relation == "appos" and n.over is not None]:
        for edge in list(said.into.get(thing.over, ())) if thing.over is not None else ():
            deed = edge.head
            if edge.role != "A1" or not deed.verb or deed.virtual or not is_told(deed):
                continue
            said.nodes.append(plain := _affirmed(thing))
            for e in said.out.get(thing, []):
                said.add(plain, e.role, e.dep, own=e.own)
            rest = [(e.role, e.dep) for e in said.out[deed] if e.role == "A0" or e.role.startswith(("time:", "p:"))]
            also(said, deed, deed.lemma, *rest, ("A1", plain))
            said.nodes[-1].negated = True


def _affirmed(thing: Node) -> Node:
    """The thing without the "not" before it."""
    return Node(thing.unit, thing.lemma, thing.tag, thing.sentence, thing.place, determiner=thing.determiner)
