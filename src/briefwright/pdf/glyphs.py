"""Before anything is set: can every character be printed?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final, cast

from briefwright.model import Problem
from briefwright.pdf.blocks import Block
from briefwright.pdf.fonts import Fonts

#: More characters than these are counted, not listed.
_MOST: Final = 5
_CJK: Final = "CJK UNIFIED IDEOGRAPH"


def undrawable(printed: Block, fonts: Fonts) -> Iterator[Problem]:
    """Every character that is printed has a glyph; otherwise a problem names it and the finding in which it stands."""
    seen: dict[str, str] = {}
    for where, text in _texts(printed):
        for character in text:
            if not fonts.draws(character):
                seen.setdefault(character, where)
    for character, where in list(seen.items())[:_MOST]:
        name = unicodedata.name(character, "a character without a name")
        chinese = name.startswith(_CJK) and not fonts.families
        remedy = "install briefwright[chinese], or " if chinese else ""
        told = f"{where} holds “{character}” (U+{ord(character):04X}, {name.lower()}), which no typeface of the PDF has"
        yield Problem(where="PDF", sentence=f"{told}; {remedy}write it with other letters, or add --no-pdf")
    if len(seen) > _MOST:
        yield Problem(where="PDF", sentence=f"{len(seen) - _MOST} more characters have no glyph")


def _texts(printed: Block) -> Iterator[tuple[str, str]]:
    """Every string of the document with the thing in which it stands; the strings of findings first."""
    blocks = cast("list[Block]", printed["blocks"])
    for block in sorted(blocks, key=lambda b: b["t"] != "finding"):
        where = f"finding {block['id']}" if block["t"] == "finding" else str(block["t"])
        for text in _strings(block):
            yield where, text
    for key, value in printed.items():
        if key != "blocks":
            for text in _strings(value):
                yield f"the {key}", text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)
