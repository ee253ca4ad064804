"""Own words: nothing copied from the article, and yet every sentence of it told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefwright.model import Problem
from briefwright.originals.align import stems
from briefwright.originals.beside import Beside, Whole
from briefwright.text import quotations

#: So many consecutive words of the article are a copy.
RUN = 7
#: "open-source", "90,000", "don't", "3:1" are one word each.
_WORD = re.compile(r"[^\W_]+(?:['’.,:/-][^\W_]+)*")


def copied(whole: Whole) -> Iterator[Problem]:
    """No seven consecutive words of the article stand in the note outside quotation marks, its title excepted."""
    noted = whole.noted
    runs: dict[tuple[str, ...], str] = {}
    for number, text in enumerate(noted.article.paragraphs, 1):
        tokens = [word for word, _ in _tokens(text)]
        for at in range(len(tokens) - RUN + 1):
            runs.setdefault(tuple(tokens[at : at + RUN]), f"p{number}")
    for passage in noted.source.passages:
        for start, said in _shared(passage.text, runs):
            yield Problem(where=noted.line(passage.offsets[start]), sentence=f"[{passage.id}] {said}")
    for place, text in _words_of_ours(whole):
        for _, said in _shared(text, runs):
            yield Problem(where=place, sentence=said)


def _words_of_ours(whole: Whole) -> Iterator[tuple[str, str]]:
    """Texts of the front matter that are ours, with their places."""
    record, source = whole.noted.record, whole.noted.source
    for passage in source.passages:
        if passage.cls != "content":
            yield record.place("headings" if passage.cls == "heading" else "noise", passage.id), passage.reason
    for index, one in enumerate(source.left_out):
        yield record.place("left_out", index), one.reason
    yield record.place("published"), source.published.how
    yield record.place("rights"), source.rights


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    for found in _WORD.finditer(text):
        yield found[0].replace("’", "'").lower(), found.start()


def _shared(text: str, runs: Mapping[tuple[str, ...], str]) -> Iterator[tuple[int, str]]:
    """Each longest run of words outside quotation marks that stands in `runs`: its place, and what to say of it."""
    at = 0
    for quotation in (*quotations(text), None):
        stop = quotation.start if quotation else len(text)
        tokens = [(word, at + start) for word, start in _tokens(text[at:stop])]
        plain = [word for word, _ in tokens]
        index = 0
        while index + RUN <= len(plain):
            paragraph = runs.get(tuple(plain[index : index + RUN]))
            if paragraph is None:
                index += 1
                continue
            end = index + RUN
            while end < len(plain) and tuple(plain[end - RUN + 1 : end + 1]) in runs:
                end += 1
            said = f"{end - index} consecutive words of the article's {paragraph} (“{' '.join(plain[index:end])[:60]}”)"
            yield tokens[index][1], f"{said}; say it in other words"
            index = end
        at = quotation.end if quotation else stop


# --------------------------------------------------------------------------- every sentence

#: A sentence is judged by its words only if it has at least so many of content.
LEAST = 4
#: The least share of them that the other text has, in any form, for a sentence to be told, and to be the article's.
TOLD, GROUNDED = 0.5, 0.4


def sentences_told(beside: Beside) -> Iterator[Problem]:
    """Half of what each sentence of the paragraph has in words of content is found in the note's passage, and of each
    sentence of the note two fifths in the paragraph."""
    there = frozenset[str]().union(*(line.stems for line in beside.theirs))
    here = frozenset[str]().union(*(line.stems for line in beside.ours))
    out = stems(" ".join(one.detail for one in beside.left_out))
    for line in beside.theirs:
        missing = line.stems - here - out
        if len(line.stems) >= LEAST and len(missing) > (1 - TOLD) * len(line.stems):
            opening = " ".join(line.text.split()[:5])
            lost = ", ".join(sorted(missing)[:6])
            told = f"most of the article's sentence “{opening} …” is not told (no word like {lost}); tell it"
            yield beside.lost(told)
    for line in beside.ours:
        if len(line.stems) >= LEAST and len(line.stems & there) < GROUNDED * len(line.stems):
            yield beside.at(line.start, "few words of this sentence are in the article's paragraph; correct it, or stay"
                                        " closer to the article's terms")  # fmt: skip
