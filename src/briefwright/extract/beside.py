"""What a surface rule read beside what the grammar did: which of the two stays, where both tell of one amount."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefwright.extract.frames import Frame, Names, Words
from briefwright.extract.ratios import RATIO
from briefwright.quantities import Quantity

NOWHERE = (-1, -1)
#: surface rules that reach over much of a sentence: the grammar knows better what is measured
_SIZES = frozenset({"attribute-size", "attribute-size-range"})
_ONE_OF = re.compile(
    r"\b(?:the|its|their|one|each|whose) (?:two |three )?(?:\w+ )?"
    r"(?:largest|smallest|biggest|larger|smaller|bigger|middle)\b",
    re.IGNORECASE,
)
_BROAD = frozenset({"attribute-costs", "quantity-revenue", "quantity-have"})


def place(frame: Frame) -> tuple[int, int]:
    """Where the amount of a frame stands; nowhere for one without."""
    value = frame.slots.get("value")
    return (value.start, value.end) if isinstance(value, Quantity) else NOWHERE


def stays(surface: Frame, owned: Mapping[tuple[int, int], Frame]) -> bool:
    """Does a surface rule's frame stay beside what the grammar read? One that reaches far only with its consent."""
    read = owned.get(place(surface))
    return surface.rule not in _BROAD if read is None else _keeps(surface, read)


def of_one_size(surface: Frame) -> bool:
    """ "Nova comes in four sizes, and | the largest has 12 billion parameters": so many has that one, not all of it."""
    value, subject = surface.slots.get("value"), surface.slots.get("subject")
    if surface.rule not in _SIZES or not isinstance(value, Quantity):
        return False
    text, begun = surface.passage.text, surface.sentence.start
    named = subject.mentions[0].start if isinstance(subject, Names) else begun
    return _ONE_OF.search(text[max(begun, named - 40) : value.start]) is not None


def told_again(surface: Frame, read: Sequence[Frame]) -> bool:
    """ "Was trained on | 310,000 hours of music |" beside the amount of it: one fact, of which the amount says more."""
    words = [s for s in surface.slots.values() if isinstance(s, Words)]
    return surface.rule == "architecture-trained" and any(
        w.start <= v.start and v.end <= w.end
        for w in words for f in read if isinstance(v := f.slots.get("value"), Quantity)
    )  # fmt: skip


def _keeps(surface: Frame, grammar: Frame) -> bool:
    """A surface rule's frame stays where it names the same owner: it may know more of what is counted."""
    if grammar.rule == RATIO and "of" in grammar.slots:
        return False
    one, other = surface.slots.get("subject"), grammar.slots["subject"]
    if isinstance(one, Names) and not isinstance(other, Names):
        return surface.rule not in _BROAD
    same = isinstance(one, Names) and isinstance(other, Names) and one.mentions[0].key == other.mentions[0].key
    return same and surface.rule not in _BROAD
