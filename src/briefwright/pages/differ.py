"""Wordings side by side, with the words marked that they do not share."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from briefwright.pages.escape import plain, words


def marked(texts: Sequence[str]) -> list[str]:
    """Each text as Markdown, the words marked that do not stand in all the others in the same order.

    Case and punctuation do not count. Texts that share fewer than two words are left unmarked: they are not two
    wordings of one thing.
    """
    split = [words(text).split(" ") for text in texts]
    keys = [[_key(word) for word in one] for one in split]
    shared = [_shared(keys, number) for number in range(len(keys))]
    if len(texts) < 2 or min(map(len, shared)) < 2:
        return [plain(text) for text in texts]
    return [_shown(one, same) for one, same in zip(split, shared, strict=True)]


def _key(word: str) -> str:
    return "".join(c for c in word.casefold() if c.isalnum()) or word


def _shared(keys: Sequence[Sequence[str]], number: int) -> set[int]:
    """The places of the words of one text that every other text has too."""
    same = set(range(len(keys[number])))
    for other, theirs in enumerate(keys):
        if other != number:
            matcher = SequenceMatcher(None, keys[number], theirs, autojunk=False)
            same &= {at for block in matcher.get_matching_blocks() for at in range(block.a, block.a + block.size)}
    return same


def _shown(split: Sequence[str], same: set[int]) -> str:
    parts = []
    for common, run in groupby(range(len(split)), key=lambda at: at in same):
        text = plain(" ".join(split[at] for at in run))
        parts.append(text if common else f'<mark class="bw-diff">{text}</mark>')
    return " ".join(parts)
