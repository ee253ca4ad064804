"""Amounts whose owner the sentence does not name: the things counted, or the noun that an amount is of.

"They proposed to halt all 1,850 robots": 1,850 robots are named. "The firm expects savings of $7 million": $7 million
is named as savings. Small counts are told in passing, and are left out.
"""

from __future__ import annotations

from dataclasses import replace

from briefwright.extract.countings import Reading
from briefwright.extract.frames import Frame
from briefwright.extract.holders import Thing
from briefwright.extract.owners import Reader
from briefwright.extract.parsed import Node
from briefwright.quantities import Quantity

RULE, SUM = "amount-alone", "amount-alone-sum"
#: so many things a text names in passing
_FEW = 12
_MEASURED = frozenset({"money", "percent"})
#: nouns that stand for no thing of their own before "of": "a total of", "one of"
_EMPTY = frozenset(
    "total sum number average minimum maximum excess hundred thousand dozen region order tune kind".split()
)


def unowned(reader: Reader, value: Quantity, node: Node) -> Reading | None:
    """The things that a count counts, or the noun that a sum or share is "of", in the owner's place."""
    if value.kind == "count" and value.unit and value.noun_end > value.end:
        if (
            value.low <= _FEW
            or value.low != value.low.to_integral_value()
            or value.unit.rpartition(" ")[2] in reader.words.classes["owned"]
        ):
            return None
        text = reader.tree.tagged.passage.text
        start = value.end + (len(text[value.end :]) - len(text[value.end :].lstrip(" -")))
        return Reading(Thing(None, start, value.noun_end))
    if value.kind not in _MEASURED:
        return None
    top = reader.whole(node)
    prep = reader.tree.head(top)
    noun = reader.tree.head(prep) if prep is not None and prep.low == "of" and prep.dep == "prep" else None
    if noun is None or noun.token is not None or not noun.tag.startswith("NN") or noun.low in _EMPTY:
        return None
    place = reader.tree.phrase(noun)
    if reader.words.attribute(noun.low) in reader.words.costs:
        # a price is something's
        return None
    return Reading(Thing(None, *place, noun), attribute=place)


def alone(frame: Frame) -> Frame:
    """The frame of such an amount, which is put into words of its own."""
    value = frame.slots.get("value")
    return replace(frame, rule=SUM if isinstance(value, Quantity) and value.kind in _MEASURED else RULE)
