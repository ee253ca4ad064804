"""`briefwright sample N --seed S`: statements beside their passages, for a reader who has nothing but this output.

Put the number of wrong ones among those read into the note: honestly counted, it is the precision.
"""

from __future__ import annotations

import argparse
import random
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefwright.build import distil_folder
from briefwright.commands.common import FINE, Say, as_json, refused, seeds_of, takes_json
from briefwright.model import Briefing, Passage, SlotValue, Source, Statement
from briefwright.store.data import statement_data

HELP = "print statements beside their passages, for reading"
EXAMPLES = (
    ("sample 25", "25 statements beside their passages, always the same ones"),
    ("sample 25 --seed 7 --seeds mine/seeds", "another draw, of another corpus"),
)
#: What encloses the cited words in the passage; brackets that no text of a corpus is likely to have.
OPEN, CLOSE = "⟦", "⟧"
_WIDTH = 108


def add(parser: argparse.ArgumentParser) -> None:
    """How many, and which."""
    parser.add_argument("number", type=int, metavar="N", help="how many; all of them if there are fewer")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="which sample (the same S gives the same one)")
    takes_json(parser)


def run(options: argparse.Namespace, say: Say) -> int:
    """Print the statements drawn, in the order drawn; the same corpus, N and S give the same text."""
    if options.number < 1:
        raise refused("N", f"is {options.number}; give a whole number from 1 on")
    briefing = distil_folder(seeds_of(options), say)
    if options.json:
        print(as_json(list(beside(briefing, options.number, options.seed))))
    else:
        print("\n".join(told(briefing, options.number, options.seed, seeds_of(options))))
    return FINE


def _drawn(briefing: Briefing, number: int, seed: int) -> list[Statement]:
    total = len(briefing.statements)
    return random.Random(seed).sample(briefing.statements, min(number, total))


def beside(briefing: Briefing, number: int, seed: int) -> Iterator[dict[str, object]]:
    """The statements of a sample, each with the text of the passage that it cites."""
    text = {(p.source, p.id): p.text for s in briefing.sources for p in s.passages}
    for s in _drawn(briefing, number, seed):
        yield {**statement_data(s), "passage_text": text[s.evidence.source, s.evidence.passage]}


def told(briefing: Briefing, number: int, seed: int, seeds: Path) -> Iterator[str]:
    """The lines of a sample."""
    drawn = _drawn(briefing, number, seed)
    total = len(briefing.statements)
    yield f"{len(drawn)} of {total} statements of {seeds.as_posix()}, seed {seed}, revision {briefing.revision}."
    yield "A statement is wrong if its passage does not say so: another person, thing, number, date or place; who says"
    yield "it, or how sure, left out or added; two people taken for one; words put into a mouth that did not say them."
    yield f"The words that it rests on stand between {OPEN} and {CLOSE}; ids of people and things in [brackets]."
    sources = {s.id: s for s in briefing.sources}
    names = {e.id: e.name for e in briefing.entities}
    for place, statement in enumerate(drawn, 1):
        yield ""
        yield from _one(f"{place}/{len(drawn)}", statement, sources[statement.evidence.source], names)


def _one(place: str, s: Statement, source: Source, names: Mapping[str, str]) -> Iterator[str]:
    yield f"── {place}  id {s.id}  kind {s.kind}  rule {s.rule}"
    yield from _wrapped("statement", s.text)
    slots = [f"{k} = {_value(v, names)}" for k, v in s.slots.items() if v not in (None, "", []) and k != "sentence"]
    yield from _wrapped("slots", "; ".join(slots) or "none")
    yield from _wrapped("stance", f"{s.stance} · hedge: {s.hedge} · {s.polarity}")
    yield from _wrapped("held by", f"{s.attribution or 'the source itself'} (voice {_value(s.voice, names)})")
    e = s.evidence
    passage = next(p for p in source.passages if p.id == e.passage)
    basis = "our note of it" if e.basis == "note" else "its own words"
    publisher = f" ({source.publisher})" if source.publisher != "unknown" else ""
    yield from _wrapped("source", f"{source.id} “{source.title}”{publisher}, ¶{e.passage[1:]}, {basis}")
    yield from _wrapped("passage", marked(passage, e.start, e.end))


def marked(passage: Passage, start: int, end: int) -> str:
    """The text of a passage with the range of the source that is cited between brackets."""
    inside = [i for i in range(len(passage.text)) if start <= passage.offsets[i] < end]
    if not inside:
        return passage.text
    first, last = inside[0], inside[-1] + 1
    return f"{passage.text[:first]}{OPEN}{passage.text[first:last]}{CLOSE}{passage.text[last:]}"


def _value(value: SlotValue, names: Mapping[str, str]) -> str:
    if isinstance(value, Mapping):
        shown = [f"{k} {v}" for k, v in value.items() if v not in (None, "") and k != "value"]
        return f"{value.get('value')} ({', '.join(shown)})" if shown else str(value.get("value"))
    if isinstance(value, (list, tuple)):
        return ", ".join(_value(v, names) for v in value)
    return f"{names[value]} [{value}]" if isinstance(value, str) and value in names else str(value)


def _wrapped(label: str, text: str) -> list[str]:
    lines = textwrap.wrap(" ".join(text.split()), _WIDTH - 14, break_long_words=False, break_on_hyphens=False) or [""]
    return [f"   {label:11}{lines[0]}", *(f"{'':14}{line}" for line in lines[1:])]
