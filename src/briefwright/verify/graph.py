"""What a text says as a graph: deeds and things as nodes, who does what to whom as edges between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefwright.verify.words import Unit


@dataclass(slots=True, eq=False)
class Node:
    """A word or unit with what colours it. `over` is the word it hangs on, `clause` the verb that governs it.

    `of_two` is "both" or "neither", where that stands before it.
    """

    unit: Unit
    lemma: str
    tag: str
    sentence: int
    place: int
    relation: str = ""
    verb: bool = False
    kind: str = ""
    bundle: int = 0
    negated: bool = False
    tense: str = ""
    hedges: set[str] = field(default_factory=set)
    bounds: set[str] = field(default_factory=set)
    determiner: str = ""
    quantifier: str = ""
    of_two: str = ""
    above: tuple[Node, str] | None = None
    condition: str = ""
    shared: bool = False
    entity: int = -1
    order: int = 0
    virtual: bool = False
    optional: bool = False
    over: Node | None = None
    clause: Node | None = None
    either: bool = False
    perfect: bool = False
    asks: bool = False

    def __hash__(self) -> int:
        return id(self)


@dataclass(frozen=True, slots=True)
class Edge:
    """`head` stands in `role` to `dep`: A0 who does, A1 to whom, p:in a preposition, of, is, mod, num, adv, time."""

    head: Node
    role: str
    dep: Node
    order: int = 0
    own: bool = True


@dataclass(slots=True)
class Graph:
    """Nodes and edges of a text."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    out: dict[Node, list[Edge]] = field(default_factory=dict)
    into: dict[Node, list[Edge]] = field(default_factory=dict)

    def add(self, head: Node, role: str, dep: Node, order: int = 0, own: bool = True) -> None:
        """Add an edge, once."""
        if any(e.role == role and e.dep is dep for e in self.out.get(head, ())):
            return
        edge = Edge(head, role, dep, order, own)
        self.edges.append(edge)
        self.out.setdefault(head, []).append(edge)
        self.into.setdefault(dep, []).append(edge)

    def deps(self, head: Node, role: str) -> list[Node]:
        """What stands in this role to the head."""
        return [e.dep for e in self.out.get(head, ()) if e.role == role]
