"""What a name is: its place, its kind, and the key under which its spellings are one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from briefwright.model import EntityKind
from briefwright.text import fold

#: the nickname in "Ada "Bug" Lin", between two parts of a name
_NICK = re.compile(r'(?<=\w) (?:"[A-Z][\w-]{1,14}"|\([A-Z][\w-]{1,14}\))(?= [A-Z])')
SIZES = frozenset({"small", "large", "medium", "mini", "tiny"})
#: "the | small model series of | Nova3"
SERIES_OF = re.compile(
    r"\b(small|large|medium|mini|tiny)(?: language| AI)?(?: model)? (?:series|family|models) of (?:the )?$",
    re.IGNORECASE,
)
#: "nova3 small model series": a name, what qualifies it, and the word for a series
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_SERIES = re.compile(
    r"(?P<base>\S+)(?P<fill>(?: (?:small|large|medium|mini|tiny|new|ai|open-source|open-weight|model|"
    r"language|flagship))*)"
    r" (?:series|models|family|lineup|line-up)$"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """A name in a passage: half-open range in its text, the kind of thing it names, and its key."""

    start: int
    end: int
    text: str
    kind: EntityKind
    key: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Gazetteer:
    """The names of one corpus: key of a name -> kind. `people` maps each name part to the people who bear it."""

    kinds: Mapping[str, EntityKind]
    people: Mapping[str, tuple[str, ...]]

    def kind(self, key: str) -> EntityKind | None:
        return self.kinds.get(key)


def name_key(name: str) -> str:
    """What makes two spellings of a name one: quotes, case of a series word, the space before a version."""
    flat = fold(name)
    key = (_NICK.sub(" ", flat) if " " in flat else flat).replace('"', "").strip(" .,")
    key = re.sub(r"\s+", " ", key).casefold()
    key = re.sub(r"(?<=[a-z]) (?=\d)", "", key)
    series = _SERIES.match(key)
    if series is None:
        return key
    size = next((w for w in series["fill"].split() if w in SIZES), "")
    return f"{series['base']} {size} series" if size else series["base"]


def person_parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name without a nickname, initials' dots or titles: "Ada "Bug" Lin" -> ada, lin."""
    # "Ha-eun" and "Haeun" are two ways to write one name in Latin letters
    plain = re.sub(r'"[^"]*"|\([^)]*\)', " ", fold(name)).replace(".", " ")
    return tuple(part_key(part) for part in plain.split())


def part_key(word: str) -> str:
    """What makes two spellings of one part of a name one: "Ha-eun" and "Haeun", "Åkerblom" and "Akerblom"."""
    return plain_letters(word).replace("-", "")


def plain_letters(word: str) -> str:
    """A word in small letters without diacritics: "Åkerblom" and "Akerblom" are one spelling."""
    small = word.casefold().translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))


def nickname(name: str) -> str:
    """The nickname in a name, or nothing: "Ada "Bug" Lin" -> bug."""
    found = re.search(r'"([^"]+)"|\(([^)]+)\)', fold(name))
    return (found[1] or found[2]).casefold() if found else ""
