"""An interview printed as turns, "Vela: Why? Osei: The mill was sold.": what stands in a turn, its speaker says.

A text is one only where two speakers or more stand before their turns with a colon, and one of them asks something.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from briefwright.text import sentences
from briefwright.verify.graph import Graph, Node
from briefwright.verify.words import Unit

_LABEL: Final = re.compile(r"(?:^|(?<=[.!?”\"…)] ))(?P<who>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}): (?=[\"“A-Z0-9])")
#: "Did Nova fail? No.": a question that its first word leaves to yes or no, and an answer that is no other word.
_ASKED: Final = re.compile(
    r"(?P<did>Did|Does|Do|Has|Have|Had|Is|Are|Was|Were|Will|Can|Could|Would|Should) "
    r"(?P<who>(?:the [a-z]+|[A-Z][\w&'’-]*(?: (?:[A-Z][\w&'’-]*|\d[\w.]*)){0,3})) (?P<what>[a-z][^?]*)\?"
)
_ANSWER: Final = re.compile(r"(?P<word>Yes|No)\.(?= |$)")
#: Words that make "yes" and "no" answer something else: another choice, another denial, who is spoken to.
_OPEN: Final = re.compile(
    r"\b(?:or|not|never|no|you|your|yours|we|our|us|I|my|me|ever|still|any|anyone|anything)\b|n[’']t"
)
_ME: Final = frozenset({"i", "me", "my", "myself"})


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one go, without the name before it."""

    who: str
    text: str


def turns(text: str) -> tuple[Turn, ...]:
    """The turns of an interview in their order; none where the text is none, or does not begin with one."""
    found = list(_LABEL.finditer(text))
    if len({m["who"] for m in found}) < 2 or found[0].start() > 0 or "?" not in text:
        return ()
    ends = [*(m.start() for m in found[1:]), len(text)]
    out: list[Turn] = []
    for mark, end in zip(found, ends, strict=True):
        said = text[mark.end() : end].strip()
        out.append(Turn(mark["who"], _in_full(out[-1].text, said) if out else said))
    return tuple(out)


def _in_full(before: str, answer: str) -> str:
    """ "No." after "Did Nova fail?" as "Nova did not fail."."""
    spans = sentences(before)
    asked = _ASKED.fullmatch(before[spans[-1][0] :].strip()) if spans else None
    word = _ANSWER.match(answer)
    if asked is None or word is None or _OPEN.search(asked["what"]):
        return answer
    denial = "not " if word["word"] == "No" else ""
    who = asked["who"][:1].upper() + asked["who"][1:]
    return f"{who} {asked['did'].lower()} {denial}{asked['what']}.{answer[word.end() :]}"


def join(parts: tuple[tuple[Turn, Graph], ...]) -> Graph:
    """One graph of all turns: each deed hangs on the one who says it, whose name stands behind everything else."""
    out = Graph()
    begin = 0
    for _, part in parts:
        for node in part.nodes:
            node.sentence += begin
        begin = max((n.sentence for n in part.nodes), default=begin) + 1
        out.nodes += part.nodes
        out.edges += part.edges
        out.out |= part.out
        out.into |= part.into
    for turn, part in parts:
        begin += 1
        who = Node(Unit("name", turn.who, turn.who), turn.who, "NNP", begin, 0, kind="person")
        say = Node(Unit("word", "said", "said"), "say", "VBD", begin, 1, verb=True, virtual=True, tense="past")
        told = list(part.nodes)
        out.nodes += [who, say]
        out.add(say, "A0", who)
        for sentence in _whole(turn.text):
            quote = Node(Unit("quote", sentence, sentence, quoted=True), sentence, "NN", begin, 2)
            out.nodes.append(quote)
            out.add(say, "content", quote)
        for node in told:
            if node.verb and node.above is None:
                node.above = (say, "ccomp")
                out.add(say, "ccomp", node, own=False)
            elif node.lemma.casefold() in _ME and not node.unit.quoted:
                node.unit = replace(node.unit, quoted=True)
    return out


def _whole(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in sentences(text) if not text[a:b].rstrip().endswith("?")]


def heard(said: Graph) -> None:
    """What was inferred from a turn hangs on its speaker as well."""
    voices: dict[int, Node] = {}
    for node in said.nodes:
        if node.verb and node.above is not None and node.above[0].place == 1 and node.above[0].lemma == "say":
            top = node.above[0]
            if top.virtual and top.sentence > node.sentence:
                voices.setdefault(node.sentence, top)
    for node in said.nodes:
        if node.verb and node.above is None and node.sentence in voices:
            node.above = (voices[node.sentence], "ccomp")
            said.add(voices[node.sentence], "ccomp", node, own=False)
