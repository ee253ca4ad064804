"""A verb with fixed words about it as the verb that says the same: "put the plan on hold" as "suspended it".

The rows stand under `frames` in `phrases.yml`. A passage keeps what it says and gets the plain verb beside it; of a
claim the phrase is taken out, where the row holds both ways.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.codebook.phrasing import Frame, Part, phrasing
from briefwright.quantities import Quantity
from briefwright.verify.deduce import also, noun_of
from briefwright.verify.graph import Edge, Graph, Node

_SHARED = 30000
#: Money of several lands, which counts as no sum until the land is known.
_COINS = frozenset(
    "crown krone krona koruna peso rupee dinar real shilling rand rouble ruble lira forint guilder".split()
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A frame in a graph: its fixed words, its parts in the order of the row, what else hangs on them and the verb."""

    frame: Frame
    fixed: tuple[Node, ...]
    parts: tuple[tuple[Node, ...], ...]
    rest: tuple[tuple[str, Node], ...]


#: Verbs with a thing and somebody who gets it.
_GIVEN = frozenset("offer give pay promise grant award lend send hand owe deny refuse guarantee".split())


def receivers(graph: Graph) -> None:
    """ "Lin was offered 3 million": who is offered something is no thing that is offered."""
    for node in [n for n in graph.nodes if n.verb and n.lemma in _GIVEN]:
        things = [e for e in graph.out.get(node, ()) if e.role == "A1"]
        if len(things) == 2 and things[0].dep.relation == "nsubjpass" and things[1].dep.relation == "dobj":
            _cut(graph, things[0])
            graph.add(node, "p:to", things[0].dep, things[0].order)


def with_frames(said: Graph, words: Paraphrase) -> None:
    """Add to a passage the plain verb beside each phrase."""
    for at, node in enumerate([n for n in said.nodes if n.verb and not n.virtual]):
        for found in _all(said, node, words):
            roles = [(r, d) for r, ds in zip(found.frame.roles, found.parts, strict=True) for d in ds]
            roles += [(role, noun_of(said, noun, "NN", node)) for role, noun in found.frame.made]
            if not roles and not found.rest:
                continue
            also(said, node, found.frame.plain, *roles, *found.rest)
            made = said.nodes[-1]
            for edge in list(said.into.get(node, ())):
                said.add(edge.head, edge.role, made, edge.order, own=False)
            if any(r in {"xcomp", "ccomp"} for r, _ in roles):
                # what hangs on "made a decision" hangs on "decided"
                for n in (made, node, *found.fixed):
                    n.entity = n.entity if n.entity >= 0 else _SHARED + at


def take_frames(asked: Graph, words: Paraphrase) -> bool:
    """Turn each phrase of a claim into the plain verb; was there one?"""
    taken = False
    for node in [n for n in asked.nodes if n.verb and not n.virtual]:
        found = next((f for f in _all(asked, node, words) if f.frame.both and not f.frame.made), None)
        if found is None or any(asked.into.get(f, ())[1:] for f in found.fixed):
            continue
        for edge in list(asked.out.get(node, ())):
            _cut(asked, edge)
        for word in found.fixed:
            for edge in [*asked.out.get(word, ()), *asked.into.get(word, ())]:
                _cut(asked, edge)
            asked.nodes.remove(word)
        for n in asked.nodes:
            if n.above is not None and n.above[0] in found.fixed:
                n.above = (node, "xcomp")
        for role, deps in zip(found.frame.roles, found.parts, strict=True):
            for order, dep in enumerate(deps):
                asked.add(node, role, dep, order + 1 if len(deps) > 1 else 0)
        for role, dep in found.rest:
            asked.add(node, role, dep)
        node.lemma, taken = found.frame.plain, True
    return taken


def _cut(graph: Graph, edge: Edge) -> None:
    if edge in graph.edges:
        graph.edges.remove(edge)
        graph.out[edge.head].remove(edge)
        graph.into[edge.dep].remove(edge)


def _all(graph: Graph, node: Node, words: Paraphrase) -> list[_Found]:
    rows = phrasing().frames.get(node.lemma, ())
    return [f for f in (_find(graph, node, row, words) for row in rows) if f is not None]


def _find(graph: Graph, node: Node, frame: Frame, words: Paraphrase) -> _Found | None:
    edges = graph.out.get(node, [])
    fixed: list[Node] = []
    for part in frame.parts:
        if part.fixed:
            word = _word(graph, node, part)
            if word is None:
                return None
            fixed.append(word)
    parts: list[tuple[Node, ...]] = []
    used: set[int] = {id(w) for w in fixed}
    for part in frame.parts:
        if part.fixed:
            continue
        deps = _deps(graph, (node, *fixed), part, used)
        if not deps and not part.optional:
            return None
        if any(not _is_such(graph, d, part) for d in deps):
            return None
        parts.append(tuple(deps))
        used |= {id(d) for d in deps}
    named = {p.role for p in frame.parts if not p.fixed}
    rest = [(e.role, e.dep) for e in edges if id(e.dep) not in used]
    if "A1" not in named and any(role == "A1" for role, _ in rest):
        return None
    owners = [d for role, d in rest if role == "A0"] + [d for ds in parts for d in ds]
    for word in fixed:
        beside = _beside(graph, word, used, owners, words)
        if beside is None:
            return None
        rest += beside
    return _Found(frame, tuple(fixed), tuple(parts), tuple(rest))


def _word(graph: Graph, node: Node, part: Part) -> Node | None:
    """The fixed word in its place; the grammar may hang it on an object: "put its order for nine jets | on hold"."""
    here = [e.dep for e in graph.out.get(node, ()) if e.role == part.role]
    if not here and part.role.startswith("p:"):
        inside: list[Edge] = []
        todo = [e for e in graph.out.get(node, ()) if e.role == "A1" or e.role.startswith("p:")]
        while todo and len(inside) < 20:
            edge = todo.pop()
            if not edge.dep.verb and edge.own:
                inside += graph.out.get(edge.dep, [])
                todo += graph.out.get(edge.dep, [])
        here = [e.dep for e in inside if e.role == part.role and e.dep.place > node.place and not e.dep.verb]
    return here[0] if len(here) == 1 and _is_fixed(here[0], part) else None


def _is_fixed(word: Node, part: Part) -> bool:
    plain = not (word.negated or word.quantifier or word.bounds or word.either or word.verb)
    return plain and (word.lemma in part.nouns or word.unit.surface.casefold() in part.nouns)


def _is_such(graph: Graph, word: Node, part: Part) -> bool:
    if part.number or part.money:
        if word.lemma in _COINS and any(n.unit.kind == "number" for n in graph.deps(word, "num")):
            return True
        if word.unit.kind != "number":
            return False
        if part.money and not (isinstance(word.unit.value, Quantity) and word.unit.value.kind == "money"):
            return False
    return not part.of or word.lemma in part.of or word.unit.kind in part.of


def _deps(graph: Graph, heads: tuple[Node, ...], part: Part, used: set[int]) -> list[Node]:
    """What stands in the role to the verb, or else to one of the fixed words ("filed a complaint against Nova")."""
    for i, head in enumerate(heads):
        ways = {part.role} if i == 0 or part.role != "p:of" else {"of"}
        if i and part.role in {"A0", "A1"}:
            continue
        if i and part.role in {"xcomp", "ccomp"}:
            ways = {"xcomp", "ccomp", "acl"}
        if i and (part.number or part.money):
            ways |= {"num"}
        deps = [e.dep for e in graph.out.get(head, ()) if e.role in ways and e.own and id(e.dep) not in used]
        if deps:
            return deps
    return []


def _beside(
    graph: Graph, word: Node, used: set[int], owners: list[Node], words: Paraphrase
) -> list[tuple[str, Node]] | None:
    """What hangs on a fixed word beside the parts; None where it is more than a colour, a time or a place."""
    out = []
    for edge in graph.out.get(word, ()):
        dep = edge.dep
        if id(dep) in used or not edge.own:
            continue
        if edge.role == "mod" and (dep.lemma in words.colour or dep.lemma in words.idle):
            continue
        if edge.role == "of" and (dep.tag == "PRP$" or any(dep is o or 0 <= dep.entity == o.entity for o in owners)):
            continue
        if not edge.role.startswith(("p:", "time:")):
            return None
        out.append((edge.role, dep))
    return out
