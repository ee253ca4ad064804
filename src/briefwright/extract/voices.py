"""How whom a clause relays is named, by whichever tree the clause was read."""

from __future__ import annotations

from briefwright.extract.frames import Voice
from briefwright.names import Mention

#: subjects that name nobody
NOBODY = frozenset({"he", "she", "it", "they", "this", "that", "which", "who", "there", "what", "nobody", "we", "i",
                    "none", "few", "one", "neither", "you", "those", "these"})  # fmt: skip
#: nobody is told in the sentence that is composed: "told staff that …" is "said that …"
_UNHEARD = {"told": "said", "tells": "says", "telling": "said"}
#: what opens a phrase without being a name, and is small inside a sentence
_OPENERS = frozenset({"The", "A", "An", "Some", "This", "These", "Those", "Every", "Each", "All", "Both", "Another",
                      "One", "Two", "Three", "Four", "Several", "Many", "People", "Sources"})  # fmt: skip


def by_name(mention: Mention, verb: str, core: tuple[int, int]) -> Voice:
    """The voice of somebody whom a name stands for."""
    return Voice(text=mention.text, verb=_UNHEARD.get(verb, verb), mention=mention, core=core)


def in_words(words: str, verb: str, core: tuple[int, int]) -> Voice | None:
    """The voice of somebody whom the text's own words stand for: "two people at the lab"; None for no words."""
    words = words.strip(" ,")
    first = words.split(" ")[0]
    if first in _OPENERS:
        words = first.lower() + words[len(first) :]
    return Voice(text=words, verb=_UNHEARD.get(verb, verb), mention=None, core=core) if words else None
