"""What many tests read sentences with: a passage made of a text, and what stands in the slots of a frame."""

from __future__ import annotations

from briefwright.dates import DateMention
from briefwright.extract import Fixed, Frame, Names, Words
from briefwright.model import Passage, PassageClass, Sentence
from briefwright.quantities import Quantity, value_text
from briefwright.text import sentences


def passage(text: str, number: int = 1, cls: PassageClass = "content", source: str = "0") -> Passage:
    """A text as one passage, its first character the first of its source."""
    spans = tuple(Sentence(start=a, end=b, text=text[a:b]) for a, b in sentences(text))
    return Passage(
        source=source, id=f"p{number}", number=number, cls=cls, text=text, offsets=tuple(range(len(text) + 1)),
        sentences=spans,
    )  # fmt: skip


def shown(frame: Frame, slot: str) -> str:
    """What fills a slot, as the passage spells it."""
    match frame.slots.get(slot):
        case Names(mentions=found):
            return " | ".join(m.text for m in found)
        case DateMention() | Quantity() as value:
            return value.surface
        case None:
            return ""
        case words:
            return words.text


def valued(frame: Frame, slot: str) -> str:
    """What fills a slot: the first of its names, a number as a number."""
    match frame.slots.get(slot):
        case Names(mentions=found):
            return found[0].text
        case Quantity() as value:
            return value_text(value)
        case Words(text=text) | Fixed(text=text):
            return text
        case _:
            return ""
