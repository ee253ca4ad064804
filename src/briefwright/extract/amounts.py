"""Amounts of raw text by grammar: for every number with a unit, the frame of whose it is and what it measures.

Surface rules read what they were written for; this reads any verb. A number whose owner the sentence does not name
makes no frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefwright.codebook import Codebook
from briefwright.extract.amount_frames import frame_of
from briefwright.extract.asserted import unasserted, unmade
from briefwright.extract.beside import NOWHERE, of_one_size, place, stays, told_again
from briefwright.extract.counts import RULE as CLAUSE
from briefwright.extract.elided import elided, shared_out
from briefwright.extract.firms import firms
from briefwright.extract.frames import Fixed, Frame, Names, Words
from briefwright.extract.lines import of_line
from briefwright.extract.measured import (
    COUNTED,
    PRODUCT,
    demanded,
    verb_over,
)
from briefwright.extract.owners import Known, Reader, Reading, Thing, about
from briefwright.extract.parsed import Node, Tree
from briefwright.extract.predicates import of_the_body, with_so_many
from briefwright.extract.ratios import licences, ratios
from briefwright.extract.scores import scores
from briefwright.extract.sequels import Read, apart, bare, earned, others, told
from briefwright.extract.sums import in_same_money
from briefwright.extract.tariffs import tariffs
from briefwright.extract.tellable import owns_itself
from briefwright.extract.tokens import Licence, Tagged, Token
from briefwright.extract.topics import Topic
from briefwright.extract.training import training
from briefwright.extract.unowned import alone, unowned
from briefwright.names import Mention
from briefwright.quantities import Quantity, doubled, find_quantities, value_text
from briefwright.text import fold

_MEASURE_OF = re.compile(r"\b(?:per|for every|for each|in every|in each|out of) (?:an? |the )?$", re.IGNORECASE)
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}$")
_SPAN = re.compile(
    r"\b(?:in|for|over|within|last|past|next|first|previous|all|of the|after|every) (?:the )?$", re.IGNORECASE
)
_PRICE_FOR = re.compile(r"[$€£¥]\d[\d.,]* for (?:every )?$|\d (?:cents|dollars|euros|pounds|yuan|yen) for (?:every )?$")
_PRICED = re.compile(
    r"(?: (?:input|output|prompt|completion))? tokens?(?: (?:of|with|on) [^,.;:]{2,30}?)? "
    r"(?:costs?|go(?:es)? for|(?:is|are) (?:priced|billed|charged))\b"
)
_FED = frozenset({"used", "processed", "consumed", "fed", "ingested", "seen"})


def amounts(tagged: Tagged, reader: Reader, codebook: Codebook) -> Iterator[Frame]:
    """A frame for each amount of the sentence whose owner it names."""
    if not tagged.sentence.text.strip() or unasserted(tagged.text, 0, denied=True):
        return
    if tagged.passage.text.count(" | ") > 1:
        # a row of a table is read by its columns
        return
    tree = reader.tree
    last: Read | None = None
    read_in: dict[str, Read] = {}
    phrased = {place(f)[0]: f for find in (tariffs, training, firms, scores) for f in find(tagged, reader, codebook)}
    for token in tagged.tokens:
        if not isinstance(token.value, Quantity) or token.value.kind == "rank" or _is_ratio(token.value):
            continue
        if token.value.kind == "count" and token.value.low == 1 and token.value.high is None:
            continue
        if (
            token.value.kind == "count"
            and token.value.unit
            and _opens(tagged, token)
            and _VERSION.match(token.value.surface)
        ):
            # "4.1 cures the bias": nobody counts so
            continue
        if (
            unasserted(tagged.text, token.tag_start, denied=True)
            or demanded(tree, token)
            or _taken_back(tagged, tree, token)
        ):
            continue
        if token.value.unit == "quarters" and not _SPAN.search(fold(tagged.passage.text)[: token.value.start]):
            # "soon it is to be three quarters": a share, and no count of quarters
            continue
        node = tree.of(token)
        if node is None:
            continue
        if _apiece(tagged, token.value):
            continue
        if token.value.start in phrased:
            yield phrased[token.value.start]
            continue
        before = read_in.get(token.value.unit, last)
        earlier = [last, *(r for r in reversed(read_in.values()) if r.value.kind == "money")]
        value, reading = next(
            (e for r in earlier if (e := elided(reader, tagged, token, r)) is not None),
            told(reader, tagged, token, node, before),
        )
        if reading is not None:
            pass
        elif others(tagged, value):
            continue
        elif value.kind == "count" and not value.unit and (sum_read := in_same_money(reader, tagged, value, node)):
            value, reading = sum_read
        elif value.kind == "count" and not value.unit:
            value, reading = shared_out(reader, value, node) or bare(reader, tagged, value, node)
        else:
            reading = reader.read(value, node)
        having = with_so_many(tree, token, value)
        reading = Reading(owner=having) if having is not None else earned(reader, reading)
        if reading is None or (reading.owner.name is None and not others(tagged, value)):
            reading = of_line(reader, value, node, reading) or reading
        if reading is None:
            reading = of_the_body(tree, token, value, codebook.amounts)
        if reading is None and value.kind == "count" and value.unit:
            reading = reader.crowd(value, node)
        fed = reading is None or (reading.deed is not None and reading.verb in _FED)
        if value.unit == "tokens" and fed and reader.verb_above(node) in _FED:
            # "38 trillion tokens were used": by the one product spoken of
            whose = reader.implied(node)
            reading = Reading(Thing(whose, token.start, token.end), verb="trained") if whose is not None else reading
        if reading is None:
            lone = unowned(reader, value, node)
            frame = frame_of(tagged, tree, token, value, lone, codebook) if lone is not None else None
            if frame is not None:
                yield alone(frame)
            continue
        last = read_in[value.unit] = Read(value, reading)
        for part, read in apart(value, reading, tagged, codebook):
            frame = _told(reader, tagged, token, node, part, read, codebook)
            if frame is not None:
                frame = alone(frame) if owns_itself(part, read) and frame.rule == COUNTED else frame
                yield frame
                for other in _in_other_money(tagged, part):
                    yield replace(frame, slots={**frame.slots, "value": other})


def _told(
    reader: Reader, tagged: Tagged, token: Token, node: Node, part: Quantity, read: Reading, codebook: Codebook
) -> Frame | None:
    """The frame of an amount; by what those do who are counted, where that says more."""
    tree, whose = reader.tree, read.owner.name
    frame = frame_of(tagged, tree, token, part, read, codebook)
    weak = frame is None or (frame.rule == COUNTED and read.verb not in codebook.amounts.plain)
    crowd = reader.crowd(part, node) if weak and whose is not None and part.kind == "count" else None
    doing = frame_of(tagged, tree, token, part, crowd, codebook) if crowd is not None else None
    if doing is not None:
        # "11,000 firms pay Orrin": no number of Orrin's own, and what they do is told
        doing = _of_owner(doing, read, codebook)
        return doing if frame is None or doing.mentioned == (whose,) else frame
    return frame


def _in_other_money(tagged: Tagged, value: Quantity) -> Iterator[Quantity]:
    """ "48 billion yuan ($6.6 billion)": the same sum in the money that stands in the brackets."""
    text = tagged.passage.text
    if value.kind == "money" and "(" in text:
        yield from (other for first, other in doubled(find_quantities(text), text) if first.start == value.start)


def _of_owner(frame: Frame, read: Reading, codebook: Codebook) -> Frame:
    """ "11,000 firms | pay Orrin", "Orrin says that 130 have signed up": whose number it is."""
    deed, owner = frame.slots.get("relation"), read.owner
    inside = isinstance(deed, Words) and deed.start <= owner.start < deed.end
    if owner.name is None or not (inside or read.verb in codebook.amounts.classes["joining"]):
        return frame
    return replace(frame, slots={**frame.slots, "subject": Names(mentions=(owner.name,))}, mentioned=(owner.name,))


def _taken_back(tagged: Tagged, tree: Tree, token: Token) -> bool:
    """ "Almost sold 300", "was accused of having sold 300": none of it is so."""
    begun, verb = tagged.sentence.start, verb_over(tree, token)
    start, end = (verb.start, verb.end) if verb is not None else (token.start, token.end)
    return unmade(fold(tagged.passage.text)[begun : tagged.sentence.end], start - begun, end - begun)


def _apiece(tagged: Tagged, value: Quantity) -> bool:
    """ "eight cards with 80 GB each", "2 of | 100 cases", "per | 100 calls": an amount of each, or of what it is."""
    text = fold(tagged.passage.text)
    behind = re.compile(r" (?:\w+ )?(?:each|apiece)\b| (?:out )?of every\b").match(text, max(value.end, value.noun_end))
    before = text[tagged.sentence.start : value.start]
    if _MEASURE_OF.search(before) or (value.unit.endswith("tokens") and _priced(before, text[value.end :])):
        return True
    if value.kind == "ratio" and re.match(r" of (?:what|that|this|those|them|it)\b", text[value.end :]):
        return True
    return (behind is not None and (value.kind != "money" or "every" in behind[0])) or re.search(
        r"\d (?:out )?of $", before
    ) is not None


def _priced(before: str, behind: str) -> bool:
    """ "$0.40 for | a million input tokens", "| a million tokens | cost $0.40": so many as a price is for."""
    return _PRICE_FOR.search(before) is not None or _PRICED.match(behind) is not None


def _of_each(tagged: Tagged, frame: Frame) -> bool:
    """Does a surface rule take what a price is per for an amount of its own?"""
    value = frame.slots.get("value")
    return isinstance(value, Quantity) and value.kind == "count" and _apiece(tagged, value)


def _opens(tagged: Tagged, token: Token) -> bool:
    """Does an amount open its sentence?"""
    return not tagged.passage.text[tagged.sentence.start : token.start].strip(" -*•")


def _is_ratio(value: Quantity) -> bool:
    return value.kind == "ratio" and ":" in value_text(value)


def by_grammar(
    tagged: Tagged,
    tree: Tree | None,
    found: Sequence[Frame],
    codebook: Codebook,
    before: Sequence[Mention],
    last: Mention | None,
    topic: Topic | None,
    firm: Topic | None = None,
) -> tuple[list[Frame], Mention | None]:
    """The facts of a sentence with its amounts read by grammar in place of those read by surface rules.

    `before` are the names of the passage so far, `last` the name that the sentence before was about, `topic` the
    product that the heading names, `firm` the organisation that "the company" can be. The second value is the name
    that this sentence is about.
    """
    numbered = any(isinstance(t.value, (Quantity, Licence)) for t in tagged.tokens)
    if tree is None:
        return list(found), None
    products = {m.key: m for m in before if m.kind in PRODUCT}
    bodies = {m.key for m in before if m.kind in {"organisation", "team"}}
    known = Known(
        last,
        next(iter(products.values())) if len(products) == 1 else None if products or topic is None else topic.name,
        tuple(products.values()),
        firm.name if firm is not None and bodies <= {firm.name.key} else None,
        firm is None or firm.near,
        topic.name if topic is not None and topic.listed and set(products) <= {topic.name.key} else None,
    )
    subject = about(tree, codebook, known)
    if not numbered:
        return list(found), subject
    reader = Reader(tree, codebook, known)
    found = [f for f in found if f.kind != "licence" or _is_product(f)]
    licensed = frozenset((s.start, s.end) for f in found if f.kind == "licence" for s in f.slots.values()
                         if isinstance(s, Words))  # fmt: skip
    read = [*amounts(tagged, reader, codebook)]
    if not unasserted(tagged.text, 0, denied=True):
        begun = tagged.sentence.start
        whole = fold(tagged.passage.text)[begun : tagged.sentence.end]
        read += [f for f in (*ratios(tagged, reader), *licences(tagged, reader, licensed))
                 if not unasserted(whole, f.start - begun, denied=True)]  # fmt: skip
    read = [_above(_above(f, topic, before), firm, before) for f in read]
    # a licence has no amount: it says nothing of the frames without one, such as a departure
    owned = {place(f): f for f in read if place(f) != NOWHERE}
    kept = [f for f in found if f.rule != CLAUSE and not _of_each(tagged, f) and stays(f, owned)]
    kept = [f for f in kept if not told_again(f, read) and not of_one_size(f)]
    places = {place(f) for f in kept} - {NOWHERE}
    return [*kept, *(f for f in read if place(f) not in places)], subject


def _is_product(frame: Frame) -> bool:
    """Is what a frame speaks of a product, or unnamed? A company stands under no licence."""
    subject = frame.slots["subject"]
    return not isinstance(subject, Names) or subject.mentions[0].kind in PRODUCT


def _above(frame: Frame, topic: Topic | None, before: Sequence[Mention]) -> Frame:
    """A frame whose owner only the heading names says so: the verifier looks there."""
    subject = frame.slots["subject"]
    if topic is None or not isinstance(subject, Names) or subject.mentions[0] is not topic.name:
        return frame
    if topic.name.key in {m.key for m in before}:
        return frame
    return replace(frame, slots={**frame.slots, "named": Fixed(text=topic.passage)})
