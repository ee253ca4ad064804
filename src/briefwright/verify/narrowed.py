"""What a passage narrows, and a claim may not widen: an exception, a denial up to a day, the greatest of some."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.graph import Edge, Graph, Node
from briefwright.verify.limits import limits
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
        if x.role.startswith("p:") and "only" in limits(x.dep):
            yield Fault("scope", f"the passage says so only with “{x.dep.unit.surface}”", True)
        elif x.role == "time:since" and any(_ranked(passage, d) for d in passage.deps(p, "A1")):
            # "its first profit since 2010"
            yield Fault("scope", f"the passage says so only since “{x.dep.unit.surface}”", False)
        elif x.role in _EXCEPT:
            yield Fault("scope", f"the passage makes an exception: “{x.dep.unit.surface}”", True)
        elif p.negated and x.role.startswith(("time:", "when:")) and x.role != "when:":
            # "was not released until June"
            yield Fault("scope", f"the passage denies it only with “{x.dep.unit.surface}”", False)


_UP_TO = frozenset({"p:until", "p:till", "p:during"})
_THEN = _UP_TO | {"p:from", "p:between"}


def no_longer(claim: Graph, passage: Graph, c: Node, p: Node) -> Iterator[Fault]:
    """ "Falk, chairman until 2005" does not say that Falk is chairman, nor "owned by Nova until May" that it is."""
    if c.tense not in {"present", "going"} or not (p.virtual or p.tense == "done"):
        return
    if any(e.role.startswith("time:") for e in claim.out.get(c, ())):
        return
    told = [
        x for n in (p, *passage.deps(p, "attr")) for x in passage.out.get(n, ()) if not x.dep.verb or "when" in x.role
    ]
    for x in told:
        then = x.dep.lemma in {"then", "time"} and x.role in {"adv", "p:at"}
        ends = {"date": _THEN, "word": _UP_TO}.get(x.dep.unit.kind, frozenset())
        if x.role == "time:since" or (x.role == "when:" and x.dep.tag == "VBG" and x.dep.place > p.place):
            # "…, signalling a change" is told of it, and no time
            continue
        if then or x.role.startswith(("time:", "when:")) or x.role in ends:
            yield Fault("tense", f"the passage says so of a time: “{x.dep.unit.surface}”", False)


def comparisons(claim: Graph, passage: Graph) -> tuple[Edge, ...]:
    """Where the passage compares ("more than those of Nova"), unless the claim does so too."""
    if any(e.role == "p:than" for e in claim.edges):
        return ()
    return tuple(e for e in passage.edges if e.role == "p:than" and e.own and e.head.tag in {"JJR", "RBR"})


def compared_with(compared: Sequence[Edge], p: Node) -> Iterator[Fault]:
    """ "Cost 12 % more than those of Nova" is neither "cost 12 %" nor "cost 12 % more"."""
    for e in compared:
        over = e.head.over
        if p in {e.head, e.head.clause, over, over.over if over is not None else None}:
            yield Fault("scope", f"the passage compares: “{e.head.unit.surface} than …”", False)


_NARROWS = frozenset({"mod", "of", "named", "p:from", "p:to", "p:with", "p:over", "p:under", "p:without"}) | _AMONG


def restricted(
    passage: Graph, p: Node, laid: Sequence[Node], found: Collection[Node | None], *, qualities_alone: bool
) -> Iterator[Fault]:
    """Faults of a claim that leaves out what narrows a thing of which the wider says more: "no large bank"."""
    ranks = _ranked(passage, p)
    for x in passage.out.get(p, ()):
        if ranks and x.own and x.role.startswith(("time:", "xcomp")) and not _among(x.dep, laid):
            yield Fault("scope", f"the passage says so only with “{x.dep.unit.surface}”", False)
        if not x.own or x.role not in _NARROWS or x.dep.verb or x.dep.tag == "PRP$":
            continue
        if qualities_alone and x.role != "mod":
            continue
        counted = x.role == "mod" and x.dep.tag == "CD"
        listed = x.order and any(_among(y.dep, laid) for y in passage.out[p] if y.order)
        if not counted and not listed and not _among(x.dep, laid):
            yield Fault("scope", f"the passage speaks of the {p.unit.surface} with “{x.dep.unit.surface}”", False)
    ranked = any(x.role == "mod" and x.dep.tag in {"JJ", "JJS", "CD", "RB"} for x in passage.out.get(p, ()))
    for n in passage.nodes if not ranked and not qualities_alone else ():
        if n.verb and not n.virtual and n.over is p and n.relation in {"relcl", "acl"} and n not in found:
            yield Fault("scope", f"the passage speaks only of such {p.unit.surface} as “{n.unit.surface}”", False)


#: What is bought and sold everywhere at one price, wherever it is told of.
_QUOTED = frozenset({"share", "stock"})


def measured(
    claim: Graph, passage: Graph, c: Node, p: Node, laid: Sequence[Node], words: Paraphrase
) -> Iterator[Fault]:
    """ "Sales of diesel vans fell" does not say that sales fell, nor "sales fell in Spain" that they did everywhere."""
    deeds = [
        e.head
        for e in passage.into.get(p, ())
        if e.head.lemma in words.changes
        and (e.role == "A0" or (e.role == "A1" and any(x.dep.unit.kind == "number" for x in passage.out[e.head])))
    ]
    if p.verb or not deeds or p.unit.kind != "word":
        return
    told = [*laid, *(e.dep for e in claim.edges if e.dep.unit.kind == "name")]
    yield from _narrows(passage, c, p, told, words, claim)
    for deed in deeds if p.lemma not in _QUOTED else ():
        for x in passage.out.get(deed, ()):
            where = x.own and x.role in {"p:in", "p:at", "p:among"} and x.dep.unit.kind == "name"
            if where and not _named(x.dep, claim):
                yield Fault("scope", f"the passage says so only of “{x.dep.unit.surface}”", False)


_OWNS = frozenset({"of", "p:at", "named"})


def _narrows(
    passage: Graph, c: Node, p: Node, told: Sequence[Node], words: Paraphrase, claim: Graph
) -> Iterator[Fault]:
    """What narrows a thing in the passage and not in the claim, also what narrows the thing that it is of."""
    mine = [e.dep for e in claim.out.get(c, ())]
    owners = {
        x.dep.entity
        for n in passage.nodes
        if n.lemma == p.lemma
        for x in passage.out.get(n, ())
        if x.dep.unit.kind == "name" and x.role in _OWNS
    }
    edges = [x for x in passage.out.get(p, ()) if x.own and not x.dep.verb]
    for x in edges:
        narrows = x.role in _AMONG | {"p:from", "p:to", "p:with", "p:without", "named"} or (
            x.role == "mod" and x.dep.tag != "CD"
        )
        if not narrows or x.dep.tag == "PRP$" or x.dep.lemma in words.colour:
            continue
        if len(owners) == 1 and x.dep.unit.kind == "name" and x.role in _OWNS:
            # whose profit it is may be left out where the passage tells of no other's
            continue
        if _among(x.dep, told):
            again = [m for m in mine if m.unit.kind == "word" and m.lemma == x.dep.lemma]
            if x.dep.unit.kind == "word" and again:
                deeper = [
                    *told,
                    *(n for n in passage.nodes if any(n.lemma == e.dep.lemma for e in claim.out.get(again[0], ()))),
                ]
                yield from _narrows(passage, again[0], x.dep, deeper, words, claim)
        elif not (x.order and any(y.order and y.role == x.role and _among(y.dep, told) for y in edges)):
            yield Fault("scope", f"the passage speaks of the {p.unit.surface} with “{x.dep.unit.surface}”", False)


def _among(node: Node, others: Sequence[Node]) -> bool:
    return any(q is node or q.entity == node.entity >= 0 for q in others)


def _named(node: Node, claim: Graph) -> bool:
    return any(n.unit.surface == node.unit.surface for n in claim.nodes)


_RANKS = frozenset("first second third fourth fifth last only sole".split())


def _ranked(passage: Graph, noun: Node) -> bool:
    return noun.tag == "JJS" or any(m.lemma in _RANKS or _most(m) for m in passage.deps(noun, "mod"))


def _most(m: Node) -> bool:
    """ "Largest", "most powerful", "second-largest", "third largest"."""
    return m.tag in {"JJS", "RBS"} or (m.unit.surface.endswith("est") and "-" in m.unit.surface)


def greatest(passage: Graph, c: Node, p: Node, laid: Sequence[Node]) -> Iterator[Fault]:
    """ "The largest maker in Norway" is not the largest maker. `laid` are the words for what the claim adds."""
    most = p.tag == "JJS" or any(_most(m) for m in passage.deps(p, "mod"))
    inner = [y for x in passage.out.get(p, ()) if x.role == "of" and x.own for y in passage.out.get(x.dep, ())]
    inner = [y for y in inner if y.role == "p:in" and y.dep.unit.kind == "name"]
    for x in (*passage.out.get(p, ()), *inner) if most and c.tag[:2] in {"NN", "JJ"} else ():
        same = any(q is x.dep or q.entity == x.dep.entity >= 0 for q in laid)
        if x.own and x.role in _AMONG and not same and x.dep.tag != "PRP$":
            yield Fault("scope", f"the passage says so only “{x.role.removeprefix('p:')} {x.dep.unit.surface}”", False)
