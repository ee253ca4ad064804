"""Two texts word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal

Part = tuple[Literal["same", "old", "new"], str]
#: A word with the blanks behind it; punctuation stands alone, so "2024," and "2025," differ in the year only.
_PIECES = re.compile(r"\w+(?:['’.,:-]\w+)*\s*|[^\w\s]\s*|\s+")


def collate(old: str, new: str) -> tuple[Part, ...]:
    """The parts of both texts in order; those that are "same" or "old" give `old`, "same" or "new" give `new`."""
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    parts: list[Part] = []
    for how, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if how == "equal":
            parts.append(("same", "".join(before[a:b])))
            continue
        if b > a:
            parts.append(("old", "".join(before[a:b])))
        if d > c:
            parts.append(("new", "".join(after[c:d])))
    return tuple(parts)
