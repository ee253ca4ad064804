"""The tagged sentence: names, dates, quantities, roles and quotations each replaced by one token."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.dates import DateMention
from briefwright.model import Passage, Sentence
from briefwright.names import Mention
from briefwright.quantities import Quantity
from briefwright.text import Quotation


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun phrase: half-open range, its words without the determiner; a plural one in the singular."""

    start: int
    end: int
    text: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Licence:
    start: int
    end: int
    spdx: str


Value = Mention | DateMention | Quantity | Quotation | Role | Licence


@dataclass(frozen=True, slots=True)
class Token:
    """One replaced piece: its place in the tagged string, its place in the passage, and what it stands for."""

    name: str
    tag_start: int
    tag_end: int
    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of plain words: its place in the tagged string and where it begins in the passage."""

    tag_start: int
    tag_end: int
    start: int


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence, or one clause of it, with tokens. Its pieces may skip words of the passage; each keeps its place."""

    sentence: Sentence
    passage: Passage
    text: str
    tokens: tuple[Token, ...]
    pieces: tuple[Piece, ...]

    def source(self, position: int) -> int:
        """The passage offset of a position of `text`; one inside a token is the token's start."""
        for token in self.tokens:
            if token.tag_start <= position < token.tag_end:
                return token.start
        last = self.sentence.start
        for piece in self.pieces:
            if piece.tag_start <= position <= piece.tag_end:
                return piece.start + position - piece.tag_start
        for token in self.tokens:
            if token.tag_end <= position:
                last = max(last, token.end)
        return last

    def end(self, position: int) -> int:
        """The passage offset behind the last character before a position of `text`."""
        for token in self.tokens:
            if token.tag_end == position:
                return token.end
        return self.source(position - 1) + 1 if position else self.sentence.start

    def token(self, name: str | None) -> Token | None:
        """The token of this name ("<P1>"), as a pattern has found it in the tagged string."""
        return next((t for t in self.tokens if t.name == name), None) if name else None

    def mention(self, name: str | None) -> Mention | None:
        """What the token of this name names; None where it names nothing."""
        token = self.token(name)
        return token.value if token is not None and isinstance(token.value, Mention) else None

    def inside(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that lie within a range of the tagged string."""
        return tuple(t for t in self.tokens if start <= t.tag_start and t.tag_end <= end)

    def words(self, start: int, end: int) -> str:
        """The passage's own words for a range of the tagged string, joined where the reading leaves words out."""
        out: list[str] = []
        at = start
        spans = [(t.tag_start, t.tag_end, t.start, t.end) for t in self.tokens]
        spans += [(p.tag_start, p.tag_end, p.start, p.start + p.tag_end - p.tag_start) for p in self.pieces]
        for low, high, source, stop in sorted(spans):
            first, last = max(low, start), min(high, end)
            if first >= last:
                continue
            out.append(self.text[at:first])
            whole = (low, high) == (first, last)
            out.append(
                self.passage.text[source if whole else source + first - low : stop if whole else source + last - low]
            )
            at = last
        return "".join([*out, self.text[at:end]])
