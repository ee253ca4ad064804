"""Sums that leave out their currency: "lost 48 million euros on a turnover of 71 million"."""

from __future__ import annotations

import re
from dataclasses import replace

from briefwright.extract.owners import Reader, Reading
from briefwright.extract.parsed import Node
from briefwright.extract.tokens import Tagged
from briefwright.quantities import Quantity

_SCALED = re.compile(r"\d(?: ?(?:million|billion)|m|bn)$", re.IGNORECASE)
#: what is measured in money alone
_SUMS = frozenset({"revenue", "profit", "loss", "valuation", "funding"})


def in_same_money(reader: Reader, tagged: Tagged, value: Quantity, node: Node) -> tuple[Quantity, Reading] | None:
    """A bare number of millions that is a value of what only money measures, in the one currency of the sentence."""
    if not _SCALED.search(value.surface):
        return None
    sums = {t.value.unit for t in tagged.tokens if isinstance(t.value, Quantity) and t.value.kind == "money"}
    if len(sums) != 1:
        return None
    told = replace(value, unit=next(iter(sums)), kind="money")
    reading = reader.read(told, node)
    if reading is None or reading.owner.name is None or reading.attribute is None:
        return None
    noun = tagged.passage.text[slice(*reading.attribute)].casefold()
    return (told, reading) if reader.words.attribute(noun) in _SUMS else None
