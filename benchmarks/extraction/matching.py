"""When does what the engine says match what a reader annotated? Names, numbers, dates, units and key words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Final

from gold import Named, Place, Story

from briefwright.model import Briefing, Entity, Passage, SlotValue, Source, Statement
from briefwright.text import fold, normalise, slug

#: Share of an annotation's key words that must be found for a gist to match.
GIST: Final = 0.6
#: Counts up to this one that nobody annotated ("three sizes", "two people") are neither wanted nor wrong.
SMALL: Final = 12

_UNITS: Final[Mapping[str, str]] = {
    "percent": "%", "per cent": "%", "€": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "dollar": "USD",
    "dollars": "USD", "us$": "USD", "c$": "CAD", "canadian dollars": "CAD", "watt": "W", "watts": "W",
    "nanometre": "nm", "nanometer": "nm", "nanometres": "nm", "kilogram": "kg", "kilograms": "kg", "gigabytes": "GB",
    "won": "KRW", "yen": "JPY", "rand": "ZAR", "pounds": "GBP", "kilometers": "km", "kilometres": "km",
    "ms": "milliseconds", "x": "times", "multiple": "times", "fold": "times", "second": "seconds", "ampere": "amperes",
    "pesos": "peso", "php": "peso", "₱": "peso",
}  # fmt: skip
#: A unit in which something is measured, against a noun that is counted.
MEASURES: Final = frozenset(
    {"%", "EUR", "USD", "CAD", "GBP", "JPY", "KRW", "ZAR", "W", "km", "nm", "kg", "GB", "TB/s", "times", "seconds"}
    | {"milliseconds", "amperes"}
)
_EMPTY: Final = frozenset({"a", "an", "the", "of", "for", "at", "in", "and", "to"})
_WORD: Final = re.compile(r"\w+")
#: "…", "..." or "[…]" inside a quotation, where words were left out.
_ELLIPSIS: Final = re.compile(r"\s*\[?(?:…|\.\.\.)\]?\s*")


def stem(word: str) -> str:
    """The first five letters of a word without marks: enough to meet "failed" and "fails"."""
    return (slug(word).replace("-", "") or normalise(word))[:5]


def stems(text: str) -> frozenset[str]:
    """The stems of all words of a text but articles and the commonest prepositions."""
    return frozenset(stem(w) for w in _WORD.findall(text) if normalise(w) not in _EMPTY)


def share(wanted: Iterable[str], text: str) -> float:
    """The share of the wanted words that occur in the text, by their stems."""
    asked = frozenset(s for w in wanted for s in stems(w))
    return len(asked & stems(text)) / len(asked) if asked else 0.0


def number(value: str) -> tuple[Decimal, ...] | str:
    """A canonical value as numbers (a range as two), or as it is where it is a ratio or no number."""
    ends = [part.strip() for part in value.replace(",", "").split("–")]
    try:
        return tuple(Decimal(end) for end in ends)
    except InvalidOperation:
        return value.strip()


def same_value(found: str, wanted: str) -> bool:
    """Equal as numbers; or as words, where one holds the other ("Apache 2.0" and "Apache-2.0")."""
    a, b = number(found), number(wanted)
    if isinstance(a, tuple) or isinstance(b, tuple):
        return a == b
    if ":" in a + b or "/" in a + b:
        return a == b
    x, y = slug(a).replace("-", ""), slug(b).replace("-", "")
    return bool(x and y) and (x in y or y in x)


def same_unit(found: Sequence[str], wanted: Sequence[str]) -> bool:
    """A measure must be the same; of a counted noun, one word must be shared; a unit not annotated is not asked for."""
    have = {_UNITS.get(normalise(u), u) for u in found if u}
    want = {_UNITS.get(normalise(u), u) for u in wanted if u}
    if not want or have & want:
        return True
    if want & MEASURES or have & MEASURES:
        return False
    return bool({s for u in have for s in stems(u)} & {s for u in want for s in stems(u)})


def same_date(found: str, wanted: Sequence[str], words: str) -> bool:
    """The same day, month or year; a year that is left out is no error; an unresolved phrase counts as itself.

    A season ("2031-autumn", "--autumn") is right where it stands in the words and its year, if any, is annotated.
    """
    year, _, season = found.rpartition("-")
    if season.isalpha() and year:
        return normalise(season) in normalise(words) and (year == "-" or any(v.startswith(year) for v in wanted))
    for value in wanted:
        if found == value or (found.startswith("--") and len(value) > 4 and found == f"-{value[4:]}"):
            return True
    return not any(c.isdigit() for c in found) and bool(found) and normalise(found) in normalise(words)


def tokens(text: str) -> Counter[str]:
    """The words of a quotation, folded, with how often each occurs."""
    return Counter(_WORD.findall(normalise(text)))


def inside(part: str, whole: str) -> float:
    """The share of the words of `part` that `whole` has as well."""
    a, b = tokens(part), tokens(whole)
    return sum((a & b).values()) / sum(a.values()) if a else 0.0


def letter_for_letter(words: str, passage: str) -> bool:
    """Do the words, or the pieces between ellipses, stand in the passage exactly and in order?"""
    text, at = fold(passage), 0
    for piece in _ELLIPSIS.split(fold(words)):
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


@dataclass(frozen=True)
class Reading:
    """A briefing held against a story: which entity is whom, and what stands where."""

    story: Story
    briefing: Briefing

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        return {s.id: s for s in self.briefing.sources}

    @cached_property
    def passages(self) -> Mapping[tuple[str, str], Passage]:
        return {(s.id, p.id): p for s in self.briefing.sources for p in s.passages}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        return {s.id: s for s in self.briefing.statements}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        return {e.id: e for e in self.briefing.entities}

    @cached_property
    def identity(self) -> Mapping[str, str]:
        """Entity id -> id in the story, for every entity that bears a name of one."""
        return {e.id: who for e in self.briefing.entities if (who := whom(e, self.story.named))}

    @cached_property
    def meant(self) -> Mapping[str, str]:
        """Entity id -> id in the story, also where the entity is called as a rewrite miscalls it.

        Whoever reads "Institute for Equipment Conduct" as it stands has read it rightly; that it is another's name
        garbled is a conflict of identity, counted there.
        """
        names = {slug(g): n.id for n in self.story.named for g in n.garbled}
        garbled = {e.id: names[slug(e.name)] for e in self.briefing.entities if slug(e.name) in names}
        return {**garbled, **self.identity}

    def stands(self, passage: Passage, place: Place) -> bool:
        """Is the passage the place?"""
        if passage.source != place.doc:
            return False
        if isinstance(place.spot, int):
            return passage.number == place.spot
        raw = self.sources[passage.source].text[passage.offsets[0] : passage.offsets[-1]]
        return place.spot in passage.text or place.spot in raw

    def at(self, statement: Statement, place: Place) -> bool:
        """Does the statement's evidence stand in the place?"""
        passage = self.passages.get((statement.evidence.source, statement.evidence.passage))
        return passage is not None and self.stands(passage, place)

    def who(self, value: SlotValue) -> frozenset[str]:
        """The ids of the story that a slot names; words that are no entity name nobody."""
        if value is None or isinstance(value, (int, bool, Mapping)):
            return frozenset()
        many = (value,) if isinstance(value, str) else tuple(value)
        return frozenset(self.meant[v] for v in many if v in self.meant)

    def shown(self, value: SlotValue) -> str:
        """A slot in words: the name of an entity, else the words themselves."""
        if value is None or isinstance(value, (bool, Mapping)):
            return ""
        many = (str(value),) if isinstance(value, (str, int)) else tuple(value)
        return ", ".join(self.entities[v].name if v in self.entities else v for v in many)

    def owned(self, value: SlotValue, wanted: Sequence[str], *context: str) -> bool:
        """Is the slot one of the wanted? Ids are compared as ids, plain words by a shared stem in slot or context."""
        ids = {n.id for n in self.story.named}
        if self.who(value) & set(wanted):
            return True
        text = " ".join((self.shown(value), *context))
        return any(share((w,), text) >= GIST for w in wanted if w not in ids)


def whom(entity: Entity, named: Sequence[Named]) -> str:
    """The id of the one that the entity is: by its own name first, then by a full alias, then by a short one."""
    by_name = {slug(name): n.id for n in named for name in n.names}
    for name in (entity.name, *sorted(entity.aliases, key=lambda a: (-len(a.split()), a))):
        if slug(name) in by_name:
            return by_name[slug(name)]
    return ""
