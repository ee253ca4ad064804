"""What a line is about that names nothing itself: the product of its heading, of the line that opens its list, or of
the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.codebook import Codebook
from briefwright.model import Passage
from briefwright.names import Gazetteer, Mention, mentions

PRODUCTS = frozenset({"model", "family", "product"})


@dataclass(frozen=True, slots=True)
class Topic:
    """A product, and the passage above that names it and no other."""

    name: Mention
    passage: str


def topic(passage: Passage, passages: Sequence[Passage], gazetteer: Gazetteer, codebook: Codebook) -> Topic | None:
    """The product named alone in the line that opens the list, in the nearest heading that names any, or in the title.

    Nothing where the nearest of these that names a product names several.
    """
    at = next((i for i, p in enumerate(passages) if p.id == passage.id), 0)
    above = [p for p in passages[:at] if p.cls != "noise" and p.text.strip()]
    if not above:
        return None
    headings = [p for p in above if p.cls == "heading"]
    opening = [p for p in above[-8:] if p.cls == "content" and p.text.rstrip().endswith(":")]
    nearest = [p for p in opening[-1:] if not headings or p.number > headings[-1].number]
    for place in [*nearest, *reversed(headings), above[0]]:
        found = {m.key: m for m in mentions(place.text, gazetteer, codebook) if m.kind in PRODUCTS}
        versioned = {k: m for k, m in found.items() if m.kind != "family"} or found
        if len(versioned) == 1:
            return Topic(next(iter(versioned.values())), place.id)
        if versioned:
            return None
    return None
