"""What a passage narrows, and a claim may not widen: an exception, a denial up to a day, the greatest of some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefwright.verify.graph import Graph, Node
from briefwright.verify.verdict import Fault

_NOBODY = frozenset("nobody nothing none neither no-one".split())
_AMONG = frozenset({"of", "p:of", "p:in", "p:among", "p:at", "p:for", "p:on"})
_EXCEPT = frozenset({"p:besides", "p:except", "p:excepting", "p:excluding", "p:barring", "p:bar", "p:save"})


def narrowed(claim: Graph, passage: Graph, c: Node, p: Node) -> Iterator[Fault]:
    """Faults of a claim's deed that leaves out what narrows the passage's."""
    mine, theirs = (
        any(n.lemma.casefold() in _NOBODY for n in graph.deps(node, "A0")) for graph, node in ((claim, c), (passage, p))
    )
    if mine != theirs and not c.negated and not p.negated:
        yield Fault("negation", "one says that nobody did it", True)
    roles = {e.role for e in claim.out.get(c, ())}
    for x in passage.out.get(p, ()):
        if x.role in roles or not x.own:
            continue
        if x.role in _EXCEPT:
            yield Fault("scope", f"the passage makes an exception: “{x.dep.unit.surface}”", True)
        elif p.negated and x.role.startswith(("time:", "when:")) and x.role != "when:":
            # "was not released until June"
            yield Fault("scope", f"the passage denies it only with “{x.dep.unit.surface}”", False)


def greatest(passage: Graph, c: Node, p: Node, laid: Sequence[Node]) -> Iterator[Fault]:
    """ "The largest maker in Norway" is not the largest maker. `laid` are the words for what the claim adds."""
    most = p.tag == "JJS" or any(m.tag in {"JJS", "RBS"} for m in passage.deps(p, "mod"))
    for x in passage.out.get(p, ()) if most and c.tag[:2] in {"NN", "JJ"} else ():
        same = any(q is x.dep or q.entity == x.dep.entity >= 0 for q in laid)
        if x.own and x.role in _AMONG and not same and x.dep.tag != "PRP$":
            yield Fault("scope", f"the passage says so only “{x.role.removeprefix('p:')} {x.dep.unit.surface}”", False)
