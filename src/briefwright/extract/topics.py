"""What a line is about that names nothing itself: the product of its heading, of the line that opens its list, or of
the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefwright.codebook import Codebook
from briefwright.model import Passage, Source
from briefwright.names import Gazetteer, Mention, mentions

PRODUCTS = frozenset({"model", "family", "product"})


@dataclass(frozen=True, slots=True)
class Topic:
    """A product or organisation, and the passage above that names it and no other of its kind."""

    name: Mention
    passage: str
    #: is the passage that it is the topic of an item of a list?
    listed: bool = False
    #: does the passage before name it?
    near: bool = True


#: the mark of a list's item: in the passage itself, or in the source before it
_MARK = re.compile(r"^\s*(?:[-*•·▪◦‣]|\d{1,2}[.)])\s+")
_MARKED = re.compile(r"(?:(?:^|\n)[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]+|<li[^<>]*>\s*(?:<\w+[^<>]*>\s*)*)$")


def topic(
    passage: Passage, passages: Sequence[Passage], gazetteer: Gazetteer, codebook: Codebook, source: str = ""
) -> Topic | None:
    """The product named alone in the line that opens the list, in the nearest heading that names any, or in the title.

    Nothing where the nearest of these that names a product names several. `source` is the whole text of the source,
    which tells whether the passage is an item of a list.
    """
    start = passage.offsets[0] if passage.offsets else 0
    listed = _MARK.match(passage.text) is not None or _MARKED.search(source, max(0, start - 80), start) is not None
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
            return Topic(next(iter(versioned.values())), place.id, listed)
        if versioned:
            return None
    return None


def headed(sources: Sequence[Source], gazetteer: Gazetteer, codebook: Codebook) -> Iterator[tuple[str, Mention]]:
    """The products that headings of raw texts name, each with its source: the lines below are about them."""
    for source in sources:
        for passage in source.passages if source.basis == "original" else ():
            if passage.cls == "heading":
                named = mentions(passage.text, gazetteer, codebook)
                yield from ((source.id, m) for m in named if m.kind in PRODUCTS)


def firm(passage: Passage, passages: Sequence[Passage], gazetteer: Gazetteer, codebook: Codebook) -> Topic | None:
    """The organisation that "the company" is where the passage has named none: the only one of the title.

    Nothing where none of the last three passages that name an organisation names that one.
    """
    at = next((i for i, p in enumerate(passages) if p.id == passage.id), 0)
    above = [p for p in passages[:at] if p.cls != "noise" and p.text.strip()]
    if not above:
        return None

    def bodies(place: Passage) -> dict[str, Mention]:
        return {m.key: m for m in mentions(place.text, gazetteer, codebook) if m.kind == "organisation"}

    title = bodies(above[0])
    one = next(iter(title.values()), None)
    named = [found for p in reversed(above[1:]) if (found := bodies(p))][:3] or [title]
    if one is None or len(title) != 1 or not any(one.key in found for found in named):
        return None
    return Topic(one, above[0].id, near=one.key in named[0])
