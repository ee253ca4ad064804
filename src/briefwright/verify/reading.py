"""From a text to its graph, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefwright.codebook import Codebook
from briefwright.language import parse
from briefwright.text import quotations, sentences
from briefwright.verify.deeds import SentenceGraph
from briefwright.verify.graph import Edge, Graph
from briefwright.verify.words import Known, Unit, one_way, units


def graph(text: str, codebook: Codebook, names: Known, *, whole_quotes: bool = True, reading: int = 0) -> Graph | None:
    """The graph of a text, or None without a language model. `names` is what it and its fellow show of their names."""
    plain = one_way(text)
    cut: list[tuple[Unit, ...]] = []
    for a, b in sentences(plain):
        us = _inside(units(plain[a:b], codebook.lexicon, names, whole_quotes, reading), plain, a, b)
        cut += [part for part in _halves(us, codebook) if any(u.kind != "mark" for u in part)]
    parsed = parse([[u.shown for u in us] for us in cut])
    if len(parsed) != len(cut):
        return None
    out = Graph()
    for number, (us, tokens) in enumerate(zip(cut, parsed, strict=True)):
        SentenceGraph(out, codebook, us, tokens, number, names).read()
        _goes_on(out, us, number)
    return out


def _inside(us: tuple[Unit, ...], text: str, start: int, end: int) -> tuple[Unit, ...]:
    """The units of a sentence with those marked that stand in a quotation of several sentences."""
    spans = [(q.start, q.end) for q in quotations(text) if q.start < end and q.end > start]
    spans = [(a, b) for a, b in spans if a < start or b > end]
    out, at = [], start
    for unit in us:
        here = text.find(unit.surface, at, end)
        if here >= 0:
            at = here + len(unit.surface)
        inside = here >= 0 and any(a <= here < b for a, b in spans)
        out.append(replace(unit, quoted=True) if inside else unit)
    return tuple(out)


def _goes_on(out: Graph, us: Sequence[Unit], number: int) -> None:
    """A sentence that is only a quotation goes on with the speech of the one before it."""
    if number == 0 or not all(u.quoted or u.kind == "mark" for u in us):
        return
    speech = [e.head for e in out.edges if e.head.sentence == number - 1 and _said_in_quotes(e)]
    if len(set(speech)) != 1:
        return
    for node in [n for n in out.nodes if n.sentence == number]:
        if node.unit.kind == "quote":
            out.add(speech[0], "content", node)
        elif node.verb and node.above is None:
            node.above = (speech[0], "ccomp")
            out.add(speech[0], "ccomp", node)


def _said_in_quotes(edge: Edge) -> bool:
    return edge.role == "content" or (edge.role == "ccomp" and edge.dep.unit.quoted and not edge.head.unit.quoted)


def _halves(us: tuple[Unit, ...], codebook: Codebook) -> list[tuple[Unit, ...]]:
    """What a semicolon parts is read by itself, unless somebody's speech may span both halves."""
    at = [i for i, u in enumerate(us) if u.surface == ";"]
    spoken = codebook.lexicon.reporting | {"according"}
    speech = [i for i, u in enumerate(us) if u.surface.casefold() in spoken]
    if not at or any(u.quoted for u in us) or not all(_of_one_half(us, i, at) for i in speech):
        return [us]
    ends = [*at, len(us)]
    return [us[a:b] for a, b in zip([0, *(i + 1 for i in at)], ends, strict=True)]


def _of_one_half(us: Sequence[Unit], i: int, at: Sequence[int]) -> bool:
    """Does a word of speech leave the other half alone: "has not said why; …", "…; insiders suggest that it may"?"""
    if any(u.surface.casefold() in {"not", "never", "declined", "refused"} for u in us[max(0, i - 3) : i]):
        return True
    end = next((k for k in at if k > i), len(us))
    begun = max((k for k in at if k < i), default=-1)
    aside = any(u.surface == "," for u in us[begun + 1 : i])
    return begun >= 0 and end - i > 4 and not aside and us[i].surface.casefold() != "according"
