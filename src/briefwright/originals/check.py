"""Proves source notes against their articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefwright.codebook import load_codebook
from briefwright.dates import find_dates
from briefwright.model import Passage, Problem
from briefwright.originals.article import Noted, read_noted
from briefwright.originals.beside import Beside, Whole
from briefwright.originals.carry import CHECKS
from briefwright.originals.naming import names_fit, roles_fit
from briefwright.originals.proved import Judged, contradicted, judged
from briefwright.originals.wording import copied, sentences_told
from briefwright.text import normalise, words

#: Longer paragraphs are no headings.
LONGEST_HEADING = 25
#: "p12", "¶12", "paragraph 12"
_PARAGRAPH = re.compile(r"(?:\bp|¶\s?|\bparagraphs?\s)([0-9]{1,5})\b", re.IGNORECASE)


def check(seeds: Path, originals: Path) -> tuple[Problem, ...]:
    """Everything in which the notes of a folder do not fit their articles; nothing if each is proved.

    Raises `Refused` where there is nothing to prove or no article to prove it against.
    """
    noted = read_noted(seeds, originals)
    return check_noted(noted, judged(noted, load_codebook(seeds)))


def check_noted(noted: tuple[Noted, ...], sentences: tuple[Judged, ...] = ()) -> tuple[Problem, ...]:
    """`check` for notes that have been read and whose sentences have been judged."""
    lexicon = load_codebook().lexicon
    problems: list[Problem] = [*one_note_each(noted), *contradicted(sentences)]
    for one in noted:
        found = [problem for rule in RECORD for problem in rule(one)]
        whole = Whole.of(one, lexicon)
        passages = Beside.all_of(whole)
        found += [problem for beside in passages for rule in PASSAGE for problem in rule(beside)]
        found += copied(whole)
        problems += sorted(dict.fromkeys(found), key=lambda problem: int(problem.where.rpartition(":")[2]))
    return tuple(problems)


# --------------------------------------------------------------------------- the record


def one_note_each(noted: tuple[Noted, ...]) -> Iterator[Problem]:
    """Each article has one note."""
    first: dict[str, Noted] = {}
    for one in noted:
        other = first.setdefault(one.article.sha256, one)
        if other is not one:
            where = one.record.place("file")
            yield Problem(where=where, sentence=f"the article has a note already, {other.where}; keep one")


def hash_fits(noted: Noted) -> Iterator[Problem]:
    """The SHA-256 in the note is that of the article's file."""
    if noted.source.sha256 != noted.article.sha256:
        told = f"the article's SHA-256 is {noted.article.sha256}; make sure that it is the right file"
        yield Problem(where=noted.record.place("sha256"), sentence=f"{told}, then correct 'sha256'")


def paragraphs_fit(noted: Noted) -> Iterator[Problem]:
    """The note counts the article's paragraphs, and each is retold, a heading or noise."""
    count, stated = len(noted.article.paragraphs), noted.record.integer("paragraphs")
    if count != stated:
        told = f"the article has {count} paragraphs, not {stated}; correct 'paragraphs' and the numbers of the passages"
        yield Problem(where=noted.record.place("paragraphs"), sentence=told)
    told_of = {passage.number for passage in noted.source.passages}
    for number in range(1, count + 1):
        if number not in told_of:
            told = f"[p{number}] is not told; retell it or list it under headings or noise"
            yield Problem(where=_nearest(noted, number), sentence=told)


def _nearest(noted: Noted, number: int) -> str:
    """Where the passage would stand: at the marker before it."""
    before = [p for p in noted.source.passages if p.cls == "content" and p.number < number]
    return noted.marker(before[-1]) if before else noted.record.place("paragraphs")


def headings_fit(noted: Noted) -> Iterator[Problem]:
    """A heading is one short line; what is longer is content."""
    for passage in _of_class(noted, "heading"):
        if len(words(noted.article.paragraphs[passage.number - 1])) > LONGEST_HEADING:
            told = f"[{passage.id}] has more than {LONGEST_HEADING} words and is no heading; retell it"
            yield Problem(where=noted.record.place("headings", passage.id), sentence=told)


def _of_class(noted: Noted, cls: str) -> tuple[Passage, ...]:
    return tuple(p for p in noted.source.passages if p.cls == cls and p.number <= len(noted.article.paragraphs))


def title_fits(noted: Noted) -> Iterator[Problem]:
    """The title is the article's first line."""
    if noted.article.paragraphs and normalise(noted.source.title) != normalise(noted.article.paragraphs[0]):
        yield Problem(where=noted.record.place("title"), sentence="the title is not the article's first line; copy it")


def origin_is_stated(noted: Noted) -> Iterator[Problem]:
    """Publisher and author are words of the article, or unknown."""
    text = f" {normalise(' | '.join(noted.article.paragraphs))} "
    for name, value in (("publisher", noted.source.publisher), ("author", noted.source.author)):
        if value != "unknown" and not re.search(rf"(?<!\w){re.escape(normalise(value))}(?!\w)", text):
            told = f"the article does not state the {name} “{value}”; write 'unknown'"
            yield Problem(where=noted.record.place(name), sentence=told)


def date_is_known(noted: Noted) -> Iterator[Problem]:
    """A stated date of publication stands in the article; a derived one says from which paragraphs it is known."""
    published, count = noted.source.published, len(noted.article.paragraphs)
    named = [int(number) for number in _PARAGRAPH.findall(published.how)]
    if published.known == "stated":
        values = {d.value for text in noted.article.paragraphs for d in find_dates(text)}
        if not any(value.startswith(published.value) for value in values):
            told = f"the article does not state the date {published.value}; say how it is derived, or write 'unknown'"
            yield Problem(where=noted.record.place("published", "value"), sentence=told)
    elif published.known == "derived" and not named:
        told = "'how' names no paragraph; say from which the date is derived, such as p3"
        yield Problem(where=noted.record.place("published", "how"), sentence=told)
    for number in named:
        if not 1 <= number <= count:
            told = f"'how' names p{number}, but the article ends with p{count}; correct it"
            yield Problem(where=noted.record.place("published", "how"), sentence=told)


#: The rules of the record and of each passage; those of wording go over the whole note.
PASSAGE = (*CHECKS, names_fit, roles_fit, sentences_told)
RECORD = (hash_fits, paragraphs_fit, headings_fit, title_fits, origin_is_stated, date_is_known)
