"""Lists that go together one by one: "A and B bought C and D, respectively"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefwright.verify.graph import Graph, Node
from briefwright.verify.verdict import Fault

RESPECTIVELY = "respectively"


def respective(claim: Graph, passage: Graph, found: Mapping[Node, Node | None]) -> Iterator[Fault]:
    """Faults of a claim that joins the first of one list to the second of another, or says of all what holds of one."""
    sentences = {n.sentence for n in passage.nodes if n.lemma == RESPECTIVELY}
    again = any(n.lemma == RESPECTIVELY for n in claim.nodes)
    places: set[int] = set()
    for c, p in found.items():
        if p is None or p.verb or p.sentence not in sentences:
            continue
        place = _place(passage, p)
        if place is None:
            continue
        if again and _place(claim, c) != place:
            yield Fault("binding", f"the passage puts “{p.unit.surface}” in another place of its list", False)
        places.add(place)
    if len(places) > 1 and not again:
        yield Fault("binding", "the passage joins the members of its lists one by one", True)


def _place(said: Graph, node: Node) -> int | None:
    """The place of a word in a list, from 0; None where it stands in none."""
    at, place = node, 0
    while at.relation == "conj" and at.over is not None:
        at, place = at.over, place + 1
    if place == 0 and not any(n.relation == "conj" and n.over is node for n in said.nodes):
        return None
    return place
