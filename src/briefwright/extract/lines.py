"""Amounts and licences of a line that is about one product and leaves out to say so: "Accepts up to 5,120 residues"."""

from __future__ import annotations

from dataclasses import replace

from briefwright.extract.holders import Thing
from briefwright.extract.owners import Reader, Reading
from briefwright.extract.parsed import Node
from briefwright.quantities import Quantity

_MEASURES = frozenset({"size", "percent", "money", "multiple", "ratio"})


def of_line(reader: Reader, value: Quantity, node: Node, reading: Reading | None) -> Reading | None:
    """The reading of an amount of a list's item as the amount of the product that the list is about.

    Nothing where the passage is no such item, or where the item has named something else before the amount.
    """
    owner = reader.known.line
    if owner is None or reader.implied(node) is None:
        return None
    noun = _noun(reader, node) if reading is None else (reading.owner.start, reading.owner.end)
    if value.kind == "money" and noun is not None and not _a_price(reader, *noun):
        # "A fund of 2 million euros for composers": no property of the product
        return None
    start = reader.tree.tagged.sentence.start
    thing = Thing(owner, start, start)
    if reading is None:
        return Reading(thing, noun)
    told = (reading.owner.start, reading.owner.end)
    if reading.attribute is None and value.kind in _MEASURES:
        return replace(reading, owner=thing, attribute=told, relation=None, of_subject=False)
    return replace(reading, owner=thing, relation=None, of_subject=False, part=reading.part or told)


def _noun(reader: Reader, node: Node) -> tuple[int, int] | None:
    """ "Hit rate of | 22%", "Battery for | nine hours": the noun that the amount is a value of."""
    prep = reader.tree.head(node)
    while prep is not None and prep.dep != "prep" and not prep.verb and prep.dep in {"pobj", "nummod", "nmod"}:
        prep = reader.tree.head(prep)
    noun = reader.tree.head(prep) if prep is not None and prep.dep == "prep" else None
    if noun is None or not noun.tag.startswith("NN") or noun.token is not None:
        return None
    return reader.tree.phrase(noun)


def _a_price(reader: Reader, start: int, end: int) -> bool:
    """Do the words before a sum name what a product costs?"""
    words = reader.tree.tagged.passage.text[start:end].casefold()
    return not words.strip() or words in reader.words.costs or words.rpartition(" ")[2] in reader.words.costs
