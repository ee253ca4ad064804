"""Corruptions of running text: one word or number of a sentence changed, by a closed table.

The tables are about English, not about any corpus. Each corruption changes what the sentence says; whether the passage
happens to say that too is asked elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from briefwright.text import content_words, normalise, quotations

#: Words that change places with each other, by class.
_EXCHANGED: Final = {
    "order": (("before", "after"), ("earlier", "later"), ("until", "since"), ("previous", "next"), ("first", "last")),
    "antonym": (
        ("more", "less"), ("most", "least"), ("larger", "smaller"), ("higher", "lower"), ("rise", "fall"),
        ("rose", "fell"), ("grew", "shrank"), ("gained", "lost"), ("increased", "decreased"), ("won", "lost"),
        ("strong", "weak"), ("better", "worse"), ("open", "closed"), ("internal", "external"), ("joined", "left"),
        ("accelerates", "slows"), ("public", "secret"), ("short-term", "long-term"), ("Western", "Eastern"),
        ("preserve", "abandon"), ("voluntary", "forced"), ("support", "resistance"), ("new", "old"),
        ("early", "late"), ("begin", "end"), ("began", "ended"), ("rapid", "slow"), ("large", "small"),
    ),
    "tense": (("is", "was"), ("are", "were"), ("has", "had")),
}  # fmt: skip
#: What is put in the place of what, one way.
_REPLACED: Final = {
    "order": (("alongside", "before"),),
    "cause": (("because of", "despite"), ("because", "although"), ("due to", "despite"), ("thanks to", "despite"),
              ("stemmed from", "led to"), ("as a result of", "in spite of")),
    "scope": (("some", "all"), ("many", "all"), ("most", "all"), ("several", "all"), ("few", "all"),
              ("one of the", "the only"), ("a core", "the only core"), ("all", "some"), ("every", "hardly any"),
              ("only", "even"), ("part of", "all of"), ("both", "one of"), ("dozens of", "hundreds of")),
    "tense": (("will", "did"), ("is to", "was to")),
    "condition": (("if", "even if"), ("unless", "if")),
    "approximation": (("more than", "fewer than"), ("at least", "at most"), ("about", "exactly"), ("over", "under"),
                      ("up to", "at least"), ("nearly", "more than"), ("almost", "more than"), ("roughly", "exactly")),
    "hedge": (("may", "will"), ("might", "will"), ("could", "will"), ("would", "will"), ("can", "does"),
              ("reportedly", ""), ("allegedly", ""), ("apparently", ""), ("likely", "certainly"), ("potentially", ""),
              ("possibly", ""), ("perhaps", ""), ("suggests", "proves"), ("suggest", "prove"), ("indicates", "proves"),
              ("appears to", "is known to"), ("seems to", "is known to"), ("hints", "proof"), ("rumoured", "confirmed"),
              ("unclear", "clear"), ("fears", "plans")),
}  # fmt: skip
_NUMBER: Final = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?=[BMKxb%]?(?![\w]))")
#: The number that is part of a name: "Torr3.5", "Heron 4"
_VERSION: Final = re.compile(r"(?P<head>\b[A-Z][A-Za-z]+[ -]?)(?P<number>\d+(?:\.\d+)?)(?![\w%])")
_SCALE: Final = (("billion", "million"), ("million", "billion"), ("thousand", "million"), ("hours", "days"),
                 ("days", "weeks"), ("weeks", "months"), ("months", "years"), ("%", " percentage points"))  # fmt: skip
_AUXILIARY: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|may|might|could|would|can|should|did|does)\b(?! not\b| no\b| never\b)"
)
_DENIAL: Final = re.compile(r"\b(?:not|never) |(?<=\bcan)not\b")


def changed_number(number: str) -> str:
    """Another number of the same length and form: "90,000" to "80,000", "3.5" to "4.5"."""
    at = next(i for i, c in enumerate(number) if c.isdigit() and (c != "0" or number.strip("0,.") == ""))
    digit = int(number[at])
    return number[:at] + str(digit - 1 if digit > 4 else digit + 1) + number[at + 1 :]


def _swap(text: str, old: str, new: str) -> Iterator[str]:
    """The text with the first whole-word `old` replaced, its capital kept; nothing where it does not stand."""
    found = re.search(rf"(?<![\w-]){re.escape(old)}(?![\w-])", text, re.IGNORECASE)
    if found is None or (found[0][:1].isupper() and found.start() > 0 and old[:1].islower()):
        return  # a capital inside a sentence is a name: "Open", "May"
    if found[0][:1].isupper() and old[:1].islower():
        new = new[:1].upper() + new[1:]
    made = re.sub(r" {2,}", " ", text[: found.start()] + new + text[found.end() :]).strip()
    yield made[:1].upper() + made[1:] if text[:1].isupper() else made


def reworded(text: str) -> Iterator[tuple[str, str]]:
    """(class, corrupted text): each corruption of the tables that the text outside quotations offers."""
    speech = [(q.start, q.end) for q in quotations(text)]
    for cls, made in _reworded(text):
        if not any(a <= _first_difference(text, made) < b for a, b in speech):
            yield cls, made


def _reworded(text: str) -> Iterator[tuple[str, str]]:
    for cls, old, new in _pairs():
        for made in _swap(text, old, new):
            yield cls, made
    for found in _NUMBER.finditer(text):
        if not _part_of_name(text, found.start()):
            yield "number", text[: found.start()] + changed_number(found[0]) + text[found.end() :]
    for found in _VERSION.finditer(text):
        yield "version", text[: found.start("number")] + changed_number(found["number"]) + text[found.end("number") :]
    for old, new in _SCALE:
        if old in text:
            yield "unit", text.replace(old, new, 1)
    denial = _DENIAL.search(text)
    if denial is not None:
        yield "negation", text[: denial.start()] + text[denial.end() :]
    auxiliary = _AUXILIARY.search(text)
    if auxiliary is not None and denial is None:
        yield "negation", f"{text[: auxiliary.end()]} not{text[auxiliary.end() :]}"


def _pairs() -> Iterator[tuple[str, str, str]]:
    for cls, pairs in _EXCHANGED.items():
        for one, other in pairs:
            yield cls, one, other
            yield cls, other, one
    for cls, pairs in _REPLACED.items():
        for old, new in pairs:
            yield cls, old, new


def _first_difference(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _part_of_name(text: str, start: int) -> bool:
    return any(m.start("number") <= start < m.end("number") for m in _VERSION.finditer(text))


def requoted(words: str, passage: str) -> Iterator[str]:
    """The quotation with its longest word taken from elsewhere in the passage, and with one word left out."""
    own = content_words(words)
    if not own:
        return
    longest = max(own, key=lambda w: (len(w), w))
    known = set(own)
    other = next((w for w in _distinct(content_words(passage)) if w not in known and len(w) > 4), "something")
    yield from _swap(words, longest, other)
    parts = words.split(" ")
    if len(parts) > 3:
        middle = len(parts) // 2
        yield " ".join([*parts[:middle], *parts[middle + 1 :]])


def foreign_word(text: str, sentence: str, passage: str) -> str:
    """A content word that stands in the passage but not in its cited sentence, or one that stands nowhere."""
    here = set(content_words(sentence)) | set(content_words(text))
    told = _distinct(content_words(passage))
    return next((w for w in told if w not in here and len(w) > 4 and w.isalpha()), "unannounced")


def same(one: str, other: str) -> bool:
    """Do two texts say it in the same words, marks and capitals aside?"""
    return normalise(one).rstrip(".") == normalise(other).rstrip(".")


def _distinct(items: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(items))
