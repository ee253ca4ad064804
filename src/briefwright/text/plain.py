"""Folding, words, content words and slugs."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

# --------------------------------------------------------------------------- folding

_DOUBLE = "“”„‟″‶〝〞＂«»「」『』"
_SINGLE = "‘’‚‛′‵´`＇‹›ʼ"
_DASH = "‐‑‒–—―−﹘﹣－"
_SPACE = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_FOLD = str.maketrans(_DOUBLE + _SINGLE + _DASH + _SPACE,
                      '"' * len(_DOUBLE) + "'" * len(_SINGLE) + "-" * len(_DASH) + " " * len(_SPACE))  # fmt: skip
#: Invisible in print: soft hyphen, zero-width characters, byte order mark.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
#: The same sentence is asked for its words by every stage, and by every build of `serve`.
_KEPT = 1 << 15


def fold(text: str) -> str:
    """The text with quotation marks, dashes and spaces in their plain form, one for one: the length stays."""
    return text.translate(_FOLD)


@lru_cache(maxsize=_KEPT)
def normalise(text: str) -> str:
    """The text for comparison: NFKC, folded, casefolded, without invisible characters, white space collapsed."""
    plain = unicodedata.normalize("NFKC", fold(text).translate(_UNSEEN))
    return " ".join(unicodedata.normalize("NFKC", fold(plain).casefold()).split())


# --------------------------------------------------------------------------- words


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A word: half-open range, and the text as written."""

    start: int
    end: int
    text: str


_WORD = re.compile(
    r"""
    [^\W_]+
    (?:
        (?: ['_-]                               # don't, nova_labs, open-source
          | (?<=\d)[.:/](?=\d)                  # Nova3.5, 3:1, 1/8th
          | (?<=\d),(?=\d\d\d(?!\d))            # 40,000
          | (?<=[A-Z])&(?=[A-Z])                # R&D
          | (?<=\b[A-Za-z])\.(?=[A-Za-z]\b)     # U.S, e.g
        )
        [^\W_]+
    )*
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=_KEPT)
def words(text: str) -> tuple[Word, ...]:
    """The words, with inner apostrophes, hyphens, decimal points and thousands commas: "Nova3.5", "3:1", "R&D"."""
    plain = _marks_as_letters(fold(text))
    return tuple(Word(start=m.start(), end=m.end(), text=text[m.start() : m.end()]) for m in _WORD.finditer(plain))


def _marks_as_letters(text: str) -> str:
    """Combining marks stand inside words, but a regular expression does not count them as letters."""
    if text.isascii():
        return text
    return "".join("a" if unicodedata.category(c) in ("Mn", "Mc") else c for c in text)


# --------------------------------------------------------------------------- words that carry content

#: English words that carry no content of their own.
STOP_WORDS: frozenset[str] = frozenset(
    """a about above after again against all along also although am among an and any are aren't around as at be became
    because become becomes been before being below between both but by can can't cannot could couldn't did didn't do
    does doesn't doing don't done down during each either else even ever every few for from further get gets got had
    hadn't has hasn't have haven't having he he's her here hers herself him himself his how however i i'm if in into is
    isn't it it's its itself just like made make makes many may me might more most much must my myself neither no nor
    not now of off on once one only onto or other others our ours out over own per rather said same say says she
    should shouldn't since so some still such than that that's the their theirs them themselves then there there's
    these they they're this those though through thus to too toward towards under until up upon us very via was wasn't
    we were weren't what when where whether which while who whom whose why will with within without won't would
    wouldn't yet you your yours""".split()
)


@lru_cache(maxsize=_KEPT)
def content_words(text: str) -> tuple[str, ...]:
    """The normalised words without stop words; a possessive ending is dropped."""
    plain = (w.text.removesuffix("'s") for w in words(normalise(text)))
    return tuple(w for w in plain if w not in STOP_WORDS)


def is_title(line: str) -> bool:
    """Does a text's first line read like a title: up to 25 words, no full stop at its end?"""
    return 0 < len(line.split()) <= 25 and not line.rstrip(' "”’').endswith((".", ":", ";", ","))


_INVERTED = re.compile(r"[\"'(]*Should (?!(?:not|n't)\b)[^,.;?]{2,120}, (?=\S)[^?]*$")


#: "Nova will buy Orvane, provided that …", "subject to approval": behind or before what hangs on it
_PROVIDED = re.compile(
    r"\b(?:provided(?: that|(?= the| it| he| she| they| its| no))|providing that|on (?:the )?condition that|subject to|"
    r"assuming(?: that)?|only (?:if|when|once)|(?:so|as) long as|contingent (?:up)?on|"
    r"pending(?= (?:approval|review|clearance|a|an|the)\b))",
    re.IGNORECASE,
)


def inverted_condition(sentence: str) -> bool:
    """Does a sentence open with a condition that no "if" marks: "Should it lose, Nova would have to pay"?"""
    return _INVERTED.match(fold(sentence)) is not None


def stated_condition(sentence: str) -> bool:
    """Does a phrase of the sentence say on what something hangs: "provided that", "subject to approval"?"""
    return _PROVIDED.search(fold(sentence)) is not None


def grams(words: Sequence[str], n: int = 3) -> frozenset[tuple[str, ...]]:
    """The runs of n words."""
    return frozenset(tuple(words[i : i + n]) for i in range(len(words) - n + 1))


# --------------------------------------------------------------------------- names in addresses

_TO_ASCII = str.maketrans({"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
                           "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
                           "ı": "i", "ħ": "h", "Ħ": "H", "'": None})  # fmt: skip
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """The name in lower-case ASCII letters, digits and hyphens ("José" -> "jose"); empty when nothing is left."""
    plain = unicodedata.normalize("NFKD", fold(name).translate(_TO_ASCII)).encode("ascii", "ignore").decode("ascii")
    return _NOT_SLUG.sub("-", plain.lower()).strip("-")


def unique_slug(name: str, taken: Collection[str]) -> str:
    """A slug that is not taken: on a collision, or where nothing is left, with digits of the name's hash."""
    plain = slug(name)
    if plain and plain not in taken:
        return plain
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    for length in range(4, 65):
        longer = f"{plain or 'name'}-{digest[:length]}"
        if longer not in taken:
            return longer
    raise ValueError(f"the same name was given twice: {name!r}")
