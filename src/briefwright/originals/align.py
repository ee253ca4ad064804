"""Which sentences of a paragraph a sentence of the note retells, by the words of content that both share."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.passages.foreign import stem
from briefwright.text import content_words, sentences

#: A sentence is retold from those that share most of its words, and at least this share of them.
LEAST_SHARE = 0.3
#: Besides the nearest sentence those count that share this part of what the nearest shares.
NEARLY = 0.6
_LENGTH = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A sentence: its place in the paragraph, its text, and the stems of its words of content."""

    start: int
    end: int
    text: str
    stems: frozenset[str]


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of content: "departed", "departures" and "depart" have one."""
    return frozenset(stem(word).removesuffix("e")[:_LENGTH] for word in content_words(text))


def lines(text: str) -> tuple[Line, ...]:
    """The sentences of a paragraph."""
    return tuple(Line(start=a, end=b, text=text[a:b], stems=stems(text[a:b])) for a, b in sentences(text))


def retold(note: tuple[Line, ...], article: tuple[Line, ...]) -> tuple[frozenset[int], ...]:
    """For each sentence of the note the places of those that it retells; none where it is too far from every one."""
    out = []
    for line in note:
        shares = [len(line.stems & other.stems) / max(1, len(line.stems)) for other in article]
        least = max(LEAST_SHARE, NEARLY * max(shares, default=0.0))
        out.append(frozenset(place for place, share in enumerate(shares) if share >= least))
    return tuple(out)
