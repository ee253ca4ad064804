"""A block of visible text, and what a reader sees of a character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Shape = Literal["text", "heading", "item", "row", "title", "unseen"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A block of a document: its visible text, and for each character (and the end) the code point in the file.

    `reason` says why a block of shape `unseen` is not the text of the document.
    """

    shape: Shape
    text: str
    offsets: tuple[int, ...]
    reason: str = ""


#: Controls, soft hyphen, zero-width and bidi controls, tag characters: nothing that a reader sees
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
#: "&amp;", "&#8217;", "&#x2019;"
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")


def visible(text: str, start: int, end: int) -> tuple[str, tuple[int, ...]]:
    """The slice as a reader sees it, trimmed, other white space as blanks, with the place of each character."""
    characters: list[str] = []
    offsets: list[int] = []
    for at in range(start, end):
        character = text[at]
        if INVISIBLE.match(character):
            continue
        characters.append(" " if character.isspace() and character not in "\u00a0\u2007\u202f\u3000" else character)
        offsets.append(at)
    return trimmed(characters, offsets, start)


def trimmed(
    characters: list[str], offsets: list[int], start: int, last: int | None = None
) -> tuple[str, tuple[int, ...]]:
    """Text without blanks at its ends, and its places; `last` is the point after the last character."""
    first, end = 0, len(characters)
    while first < end and characters[first].isspace():
        first += 1
    while end > first and characters[end - 1].isspace():
        end -= 1
    if first == end:
        return "", (start,)
    after = offsets[end] if end < len(offsets) else (offsets[end - 1] + 1 if last is None else last)
    return "".join(characters[first:end]), (*offsets[first:end], after)


#: What stands between the cells of a row
CELL = " | "
