"""A passage of a note beside the paragraph that it retells, and what both checks of it need."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.codebook import Lexicon
from briefwright.model import LeftOut, Passage, Problem
from briefwright.originals.align import Line, lines, retold
from briefwright.originals.article import Noted
from briefwright.originals.capitals import Names, adjacent, all_keys, is_headline, runs_of
from briefwright.originals.stated import article_text, note_text
from briefwright.text import normalise, words

#: A left-out detail of two words or more may stand for a longer quotation that holds it.
_SHORT_FOR_QUOTATION = 2
#: The remedy for what the article has and the note has not.
LEFT_OUT = "tell it, or list it under left_out with a reason"


@dataclass(frozen=True, kw_only=True, slots=True)
class Whole:
    """A note and its article as a whole: what names they have, and where in the article each stands."""

    noted: Noted
    lexicon: Lexicon
    names: Names
    keys: tuple[frozenset[str], ...]
    neighbours: frozenset[tuple[str, str]]
    never_last: frozenset[str]
    never_first: frozenset[str]

    @classmethod
    def of(cls, noted: Noted, lexicon: Lexicon) -> Whole:
        """Learn the names of the article and its note."""
        article = tuple(article_text(text) for text in noted.article.paragraphs)
        note = tuple(note_text(p.text) for p in noted.source.passages if p.cls == "content")
        noise = {p.number for p in noted.source.passages if p.cls == "noise"}
        told = [text for number, text in enumerate(article, 1) if number not in noise]
        names = Names.of(lexicon, told, note)
        runs = [run for text in told if not is_headline(text) for run in runs_of(names.find(text))]
        first, last = {run[0].key for run in runs}, {run[-1].key for run in runs}
        every = {capital.key for run in runs for capital in run}
        return cls(
            noted=noted, lexicon=lexicon, names=names, never_last=frozenset(every - last),
            never_first=frozenset(every - first),
            keys=tuple(frozenset() if n in noise else all_keys(text) for n, text in enumerate(article, 1)),
            neighbours=adjacent(told),
        )  # fmt: skip

    def parts_of_two(self, a: str, b: str) -> bool:
        """Is `a` always followed, or `b` always preceded, by another word of a name in the article, roles aside?"""
        roles = self.lexicon.role_words
        return (a in self.never_last and a not in roles) or (b in self.never_first and b not in roles)

    def named_before(self, name: str, number: int) -> bool:
        """Does the name stand in an earlier paragraph of the article, or in the same one?"""
        return any(name in keys for keys in self.keys[:number])


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """One passage: `article` and `note` are the two texts; list numbers and marks [sic] are blank in them.

    `theirs` and `ours` are their sentences; `retold` says of each of ours which of theirs it retells.
    """

    whole: Whole
    passage: Passage
    article: str
    note: str
    left_out: tuple[LeftOut, ...]
    theirs: tuple[Line, ...]
    ours: tuple[Line, ...]
    retold: tuple[frozenset[int], ...]

    @classmethod
    def all_of(cls, whole: Whole) -> tuple[Beside, ...]:
        """The retold passages of a note whose paragraph the article has."""
        paragraphs = whole.noted.article.paragraphs
        told = (p for p in whole.noted.source.passages if p.cls == "content" and p.number <= len(paragraphs))
        return tuple(cls.of(whole, passage, article_text(paragraphs[passage.number - 1])) for passage in told)

    @classmethod
    def of(cls, whole: Whole, passage: Passage, article: str) -> Beside:
        """A passage beside the text of its paragraph."""
        note = note_text(passage.text)
        theirs, ours = lines(article), lines(note)
        left_out = tuple(one for one in whole.noted.source.left_out if one.paragraph == passage.id)
        return cls(
            whole=whole, passage=passage, article=article, note=note, left_out=left_out,
            theirs=theirs, ours=ours, retold=retold(ours, theirs),
        )  # fmt: skip

    def at(self, start: int, sentence: str) -> Problem:
        """A problem with the note's words at `start`."""
        return Problem(where=self.whole.noted.line(self.passage.offsets[start]), sentence=self._said(sentence))

    def lost(self, sentence: str) -> Problem:
        """A problem with what the note lacks: it stands at the passage's marker."""
        return Problem(where=self.whole.noted.marker(self.passage), sentence=self._said(sentence))

    def _said(self, sentence: str) -> str:
        return f"[{self.passage.id}] {sentence}"

    def excused(self, surface: str) -> bool:
        """Does a detail that the note says it left out hold these words?"""
        wanted = f" {_plain(surface)} "
        return any(wanted in f" {_plain(one.detail)} " for one in self.left_out)

    def quotation_excused(self, quotation: str) -> bool:
        """Does a left-out detail hold this quotation, or stand for it by some of its words?"""
        part = f" {_plain(quotation)} "
        short = (_plain(one.detail) for one in self.left_out)
        return self.excused(quotation) or any(
            f" {detail} " in part for detail in short if len(detail.split()) >= _SHORT_FOR_QUOTATION
        )

    def place(self, start: int) -> int:
        """Which sentence of the note the words at `start` stand in."""
        return max((at for at, line in enumerate(self.ours) if line.start <= start), default=0)

    def origin(self, place: int) -> str:
        """The sentences of the article that the note's sentence at `place` retells; all of them if none stands out."""
        kept = self.retold[place] or range(len(self.theirs))
        return "\n".join(self.theirs[at].text for at in sorted(kept))

    def outcome(self, place: int) -> str:
        """The sentences of the note that retell the article's sentence at `place`; all of them if none stands out."""
        kept = [line.text for line, origins in zip(self.ours, self.retold, strict=True) if place in origins]
        return "\n".join(kept or [line.text for line in self.ours])


def _plain(text: str) -> str:
    return " ".join(word.text for word in words(normalise(text)))
