"""A tagged sentence as a tree of words: each name and amount is parsed as one plain word that any model knows.

"Tessera T2 pairs 192 GB of memory" is parsed as "Windows pairs 500 grams of memory": the grammar is the same, and a
model that has never seen the name reads it right. Every word keeps its place in the passage and what it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefwright.dates import DateMention
from briefwright.extract.tokens import Licence, Tagged, Token, Value
from briefwright.language import Word
from briefwright.names import Mention, unglued
from briefwright.quantities import Quantity
from briefwright.text import fold

Parse = Callable[[str], tuple[Word, ...]]
#: A well-known name for each kind of name: what a model takes for a noun and nothing else.
_STAND_IN = {"P": "John", "H": "He", "O": "Google", "T": "Google", "M": "Windows", "F": "Windows", "G": "Windows",
             "L": "London", "K": "Linux"}  # fmt: skip
_JOINED = re.compile(r"[\d.,]+[KMBT]?-(?P<noun>[^\W\d_][\w-]*)$", re.IGNORECASE)
#: whom a sentence relays is known without its grammar, which it only clouds
_ACCORDING = re.compile(
    r"(?:According to|Per) [^,]{3,60}, (?=[^a-z])|By [^,]{2,40}?'s (?:own )?(?:count|estimate|reckoning|account),? "
)
#: "AMSTERDAM, Nov 6 (Lowland Press) - ", "PORTO, Portugal, 5 May 2030 - "
_DATELINE = re.compile(r"[A-Z]{3}[A-Z .'-]*[,(][^()]{0,50}(?:\([^()]{2,40}\) )?-{1,2} ")
#: "Price pressure: Should the firm need cash, …": a label before a sentence
_LABELLED = re.compile(
    r"\W{0,3}(?:\d+[.)]?\s*)?(?![^:]*\b(?:is|are|was|were|said|says|"
    r"wrote)\b)[^\W\d_][\w' -]{1,30}: (?=[^\W\d_][\w']* )"
)
_VAGUE = re.compile(r"^(?:several|a few|a couple|dozens|hundreds|thousands|millions|billions|tens)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Node:
    """A word of the tree. `token` is the name or amount it is part of; `start`, `end` its place in the passage."""

    i: int
    text: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    token: Token | None

    @property
    def low(self) -> str:
        return self.text.casefold()

    @property
    def noun(self) -> bool:
        return self.tag.startswith("NN") or self.tag == "$" or self.dep in {"dobj", "pobj"}

    @property
    def verb(self) -> bool:
        return self.tag.startswith("VB") or self.tag == "MD"


@dataclass(frozen=True)
class Tree:
    """The words of one sentence, in order."""

    tagged: Tagged
    nodes: tuple[Node, ...]
    _below: dict[int, list[Node]] = field(default_factory=dict)

    @cached_property
    def children(self) -> dict[int, list[Node]]:
        out: dict[int, list[Node]] = {n.i: [] for n in self.nodes}
        for node in self.nodes:
            if node.head != node.i:
                out[node.head].append(node)
        return out

    def head(self, node: Node) -> Node | None:
        return None if node.head == node.i else self.nodes[node.head]

    def below(self, node: Node, *deps: str) -> Iterator[Node]:
        """The words that a word governs directly, by their relation; all of them if none is given."""
        for child in self.children[node.i]:
            if not deps or child.dep in deps:
                yield child

    def of(self, token: Token) -> Node | None:
        """The word of a name or amount that the rest of the sentence governs."""
        inside = [n for n in self.nodes if n.token is token]
        outward = [n for n in inside if n.head == n.i or self.nodes[n.head].token is not token]
        return outward[-1] if outward else None

    def phrase(self, node: Node) -> tuple[int, int]:
        """Where a noun stands in the passage with the words before it that belong to it, without its determiner."""
        start = node.start
        for child in reversed(self.children[node.i]):
            if child.i >= node.i:
                continue
            if child.dep not in {"compound", "amod", "nmod", "npadvmod"} or child.token is not None:
                break
            inner = self.phrase(child)[0]
            if not self.tagged.passage.text[child.end : start].strip(" -‐‑"):
                start = inner
            else:
                break
        text = self.tagged.passage.text
        while (
            start > self.tagged.sentence.start
            and text[start - 1] in "-‐‑"
            and not text[start - 2 : start - 1].isspace()
        ):
            # "wet-lab tests": a word that is joined to others is not cut
            start = max(text.rfind(" ", 0, start) + 1, self.tagged.sentence.start)
        return start, node.end


def grow(tagged: Tagged, parse: Parse) -> Tree | None:
    """The tree of a tagged sentence; None without a model."""
    text, pieces = _plain(tagged)
    words = parse(text)
    if not words:
        return None
    nodes = []
    for i, word in enumerate(words):
        piece = next(p for p in pieces if p[0] <= word.start < p[1])
        first, _, source, stop, token = piece
        start, end = (source, stop) if token is not None else (source + word.start - first, source + word.end - first)
        nodes.append(Node(i, word.text, word.tag, word.dep, word.head, start, end, token))
    return Tree(tagged, tuple(nodes))


_Pieces = list[tuple[int, int, int, int, Token | None]]


def _plain(tagged: Tagged) -> tuple[str, _Pieces]:
    """The sentence with stand-ins, and its pieces: range in it, range in the passage, and the token replaced."""
    out: list[str] = []
    pieces: _Pieces = []
    length = 0

    def add(words: str, start: int, end: int, token: Token | None) -> None:
        nonlocal length
        if words:
            pieces.append((length, length + len(words), start, end, token))
            out.append(words)
            length += len(words)

    text = unglued(fold(tagged.passage.text))
    whole = fold(tagged.sentence.text)
    opening = _ACCORDING.match(whole) or _DATELINE.match(whole) or _LABELLED.match(whole)
    at = tagged.sentence.start + (opening.end() if opening else 0)
    for token in tagged.tokens:
        stand_in = _stand_in(token.value, token.name[1])
        if stand_in is None or token.start < at:
            continue
        add(text[at : token.start], at, token.start, None)
        add(stand_in, token.start, token.end, token)
        at = token.end
    add(text[at : tagged.sentence.end], at, tagged.sentence.end, None)
    return "".join(out), pieces


def _stand_in(value: Value, letter: str) -> str | None:
    match value:
        case Mention():
            return _STAND_IN[letter]
        case Quantity():
            return _amount(value)
        case DateMention() if value.precision == "day":
            return "Monday"
        case Licence():
            return "Linux"
        case _:
            return None


def _amount(quantity: Quantity) -> str | None:
    joined = _JOINED.search(fold(quantity.surface))
    if joined:
        return f"500-{joined['noun']}"
    match quantity.kind:
        case "money":
            return "$500"
        case "percent":
            return "50%"
        case "multiple":
            return None if quantity.surface.casefold() in {"twice"} else "500 times"
        case "size" if quantity.noun_end == quantity.end:
            # the unit is a sign inside the amount ("192 GB"), or is only understood ("27B")
            return "500 grams" if quantity.unit and quantity.surface.endswith(quantity.unit) else "500"
        case "ratio" if ":" not in quantity.surface:
            return "50%"
        case "rank":
            return None
        case _:
            return None if _VAGUE.match(quantity.surface) else "500"


def named(nodes: Sequence[Node]) -> list[Mention]:
    """The names among some words, each once."""
    return list(dict.fromkeys(n.token.value for n in nodes if n.token and isinstance(n.token.value, Mention)))
