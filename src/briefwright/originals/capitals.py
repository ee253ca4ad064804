"""Names in a paragraph: words with a capital that the grammar of the sentence does not give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefwright.codebook import Lexicon
from briefwright.text import STOP_WORDS, Word, fold, sentences, words

#: "Justin" in: Mira “Justin” Tan
_NICKNAME = re.compile(r"(?<=\w )[\"(][^\W\d_]{2,20}[\")] (?=[A-Z])")
#: What lets the next word begin with a capital: a colon, an opening quotation mark or bracket, a dash, a bullet.
_OPENS = re.compile(r"(?:\A|[:\"(\[•●▪*/]|(?:\A|\s)[-'])\s*\Z|\s-\s?\Z|[.!?][\"')]?\s*\Z")
#: Between the words of one name: "Mira Tan", "Tan & Sons", "Bank of Oslo"
_INSIDE = re.compile(r"(?:'s)?[ ](?:(?:of|the|&|de|van|von|der|la|al|and the)[ ])*\Z")
#: Acronyms that stand for a thing and not for somebody or something with a name.
_THINGS = frozenset({"ai", "it", "ok", "faq", "tv", "pc", "llm", "llms", "ml", "api", "apis", "q", "a", "i", "dr", "mr",
                     "mrs", "ms", "s"})  # fmt: skip
_COMMON_ENDINGS = ("s", "ing", "ly", "ed", "tion", "ment", "ness", "ity", "ance", "ence", "ship", "ure", "al", "ism")
_SMALL_TITLE_WORDS = STOP_WORDS | {"vs", "amid", "de", "per"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Capital:
    """A word of a name: its place, as written, its key, and a number that all words of the one name share."""

    start: int
    end: int
    surface: str
    key: str
    run: int


def key(word: str) -> str:
    """A word under which two spellings of a name are equal: folded, lower case, no possessive, no stops."""
    plain = fold(word)
    plain = plain.removesuffix("'s").removesuffix("'")
    return plain.replace(".", "").casefold() if plain.replace(".", "").isalpha() else plain.casefold()


def all_keys(text: str) -> frozenset[str]:
    """The keys of all words of a text, compounds also by their parts."""
    out: set[str] = set()
    for word in words(text):
        out |= {key(word.text), *(key(part) for part in fold(word.text).split("-"))}
    return frozenset(out)


def adjacent(texts: Iterable[str]) -> frozenset[tuple[str, str]]:
    """The keys of neighbouring words, a nickname between them also left out."""
    out: set[tuple[str, str]] = set()
    for text in texts:
        for form in (text, _NICKNAME.sub("", fold(text))):
            plain = [key(word.text) for word in words(form)]
            out |= set(pairwise(plain))
    return frozenset(out)


def is_headline(text: str) -> bool:
    """Is nearly every word that could be written small written with a capital, and no stop at the end?"""
    if text.rstrip().endswith((".", ".”", '."')):
        return False
    found = [word.text for word in words(text) if word.text.casefold() not in _SMALL_TITLE_WORDS]
    return len(found) >= 4 and sum(1 for word in found if not word[0].islower()) >= 0.75 * len(found)


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """Finds the names of one article and its note: `known` are keys that stand with a capital inside a sentence."""

    lexicon: Lexicon
    known: frozenset[str]
    small: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon, article: Sequence[str], note: Sequence[str]) -> Names:
        """Learn from the paragraphs which words are names and which also stand in small letters."""
        small = {key(w.text) for text in (*article, *note) for w in words(text) if w.text[0].islower()}
        empty = cls(lexicon=lexicon, known=frozenset(), small=frozenset(small))
        running = [text for text in article if not is_headline(text)]
        inside = {c.key for text in running for c in empty.find(text) if not _first(text, c.start)}
        return cls(lexicon=lexicon, known=frozenset(inside), small=frozenset(small))

    def find(self, text: str) -> tuple[Capital, ...]:
        """The words of names, left to right; compounds ("Oslo-based") by their parts with a capital."""
        plain = fold(text)
        heads = [start for start, _ in sentences(text)]
        headline = is_headline(text)
        found = words(text)
        out: list[Capital] = []
        last, run = -1, -1
        for index, word in enumerate(found):
            first = word.start in heads or bool(_OPENS.search(plain, max(0, word.start - 4), word.start))
            following = found[index + 1] if index + 1 < len(found) else None
            if not self._is_name(word, following, plain, first=first, headline=headline):
                continue
            run = run if out and last >= 0 and _INSIDE.fullmatch(plain, last, word.start) else index
            last = word.end
            for part in _parts(word):
                if key(part.text) not in _THINGS:
                    out.append(Capital(start=part.start, end=part.end, surface=part.text, key=key(part.text), run=run))
        return tuple(out)

    def _is_name(self, word: Word, following: Word | None, plain: str, *, first: bool, headline: bool) -> bool:
        text, name = word.text, key(word.text)
        if name.partition("'")[0] in _SMALL_TITLE_WORDS:  # They've, It'll
            return text.isupper() and len(text) > 1 and name not in _THINGS
        if not any(c.isupper() for c in text) or (len(name) == 1 and text not in self.lexicon.platforms):
            return False
        if text[0].isdigit():
            return False
        if any(c.isupper() for c in text[1:].removesuffix("'S")) and (not headline or not text[1:].islower()):
            return True  # Nova3, eBay, CEO, Oslo-Nord
        if text in self.lexicon.calendar or name in _SMALL_TITLE_WORDS or (text in self.lexicon.not_names):
            return False
        if headline:
            return name in self.known
        if not first:
            return name not in self.lexicon.function_words or name in self.known
        if name in self.lexicon.function_words:
            return False
        return name in self.known or (name not in self.small and self._looks_like_one(word, following, plain))

    def _looks_like_one(self, word: Word, following: Word | None, plain: str) -> bool:
        """Is the first word of a sentence a name, as a list of names or the grammar shows?"""
        lists = (self.lexicon.given, self.lexicon.surnames, self.lexicon.places, self.lexicon.platforms)
        if any(word.text.removesuffix("'s").removesuffix("’s") in names for names in lists):
            return True
        if _NICKNAME.match(plain, word.end + 1):
            return True
        if following is None or plain[word.end : following.start] != " ":
            return False
        if following.text[0].isupper() and key(following.text) not in self.lexicon.function_words:
            return not key(word.text).endswith(("s", "ing", "ly", "ed"))
        verbs = self.lexicon.person_verbs | self.lexicon.release_verbs | self.lexicon.reporting | _AUXILIARY
        verb = following.text in verbs or (_VERB_ENDING.search(following.text) and following.text.islower())
        possessive = plain[word.end - 2 : word.end] == "'s"
        return not key(word.text).endswith(_COMMON_ENDINGS) and (possessive or bool(verb))


def runs_of(capitals: Sequence[Capital]) -> tuple[tuple[Capital, ...], ...]:
    """The words of names put together to names."""
    out: dict[int, list[Capital]] = {}
    for capital in capitals:
        out.setdefault(capital.run, []).append(capital)
    return tuple(tuple(run) for run in out.values())


#: "prepares", "opened": a singular noun without article before it is a name
_VERB_ENDING = re.compile(r"(?:[^s]s|ed)\Z")
_AUXILIARY = frozenset("is was has had will would may might could can does did".split())


def _first(text: str, start: int) -> bool:
    """Does a word begin a sentence, or stand behind something that lets it begin with a capital?"""
    plain = fold(text)
    return start in [a for a, _ in sentences(text)] or bool(_OPENS.search(plain, max(0, start - 4), start))


def _parts(word: Word) -> tuple[Word, ...]:
    """A compound of which some part is small by its parts with a capital ("Oslo-based": "Oslo")."""
    plain = fold(word.text)
    if "-" not in plain or all(not part[:1].islower() for part in plain.split("-")):
        return (word,)
    out, at = [], 0
    for part in plain.split("-"):
        if any(c.isupper() for c in part) and len(part) > 1:
            start, end = at, at + len(part)
            out.append(Word(start=word.start + start, end=word.start + end, text=word.text[start:end]))
        at += len(part) + 1
    return tuple(out)
