"""The frame: one typed thing that one sentence says, before names are resolved to entities."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefwright.dates import DateMention
from briefwright.model import Kind, Passage, Polarity, Sentence, Stance
from briefwright.names import Mention
from briefwright.quantities import Quantity

#: "credited him with …", "called it …", "denied this": whom or what, another sentence says.
_POINTING = re.compile(
    r"(?:(?:him|them|it|us|me|she|he|they)\b|(?:that|this|these|those)(?: as\b|$|[ ,.]*[“\"])|"
    r"her (?:for|with|as|in|on|and)\b|(?:an?|the|her)$)",
    re.I,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """Plain words of the passage, half-open range in its text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Fixed:
    """Words that the rule itself supplies, such as the name of an attribute; `cue` is the range that shows them."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """One or more names that fill a slot together."""

    mentions: tuple[Mention, ...]


Slot = Names | DateMention | Quantity | Words | Fixed


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """Whom the sentence relays: its words, the reporting verb, the name in it if there is one."""

    text: str
    verb: str
    mention: Mention | None
    core: tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """One typed thing that one sentence says. `start`, `end`: the part of `passage.text` that the rule matched."""

    kind: Kind
    rule: str
    passage: Passage
    sentence: Sentence
    start: int
    end: int
    slots: Mapping[str, Slot]
    polarity: Polarity
    hedge: str
    voice: Voice | None
    stance: Stance
    mentioned: tuple[Mention, ...] = ()
    presupposed: bool = False


def points_back(frame: Frame) -> bool:
    """Is it a reaction to something that stands before the sentence?"""
    about = frame.slots.get("about")
    return frame.kind == "reaction" and isinstance(about, (Words, Fixed)) and bool(_POINTING.match(about.text))
