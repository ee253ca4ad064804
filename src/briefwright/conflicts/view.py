"""What the detectors look at, and how a conflict is put together."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from briefwright.conflicts.cues import table, words
from briefwright.model import (
    ARGUMENT_KINDS,
    Conflict,
    ConflictType,
    Entity,
    Finding,
    Side,
    SlotValue,
    Statement,
    short_hash,
)  # fmt: skip
from briefwright.quantities.numerals import plain
from briefwright.text import content_words, fold

T = TypeVar("T")
_WORD = re.compile(r"\w+")
#: A word that may be a name; "The" and "Two" are none.
_CAPITAL = re.compile(r"(?<![\w'])[A-ZÀ-Þ][\w-]{2,}")
#: A sentence that begins so is about who or what stands before it.
_PRONOUN = re.compile(r"[“\"]?(?:But |And |Yet |For |Then )?(She|He|Her|His|It|Its)\b")
#: So is "the company", if the sentences shortly before name just one.
_COMPANY = re.compile(r"The (?:company|firm|start-?up|maker|laborator(?:y|ies)|lab|group|corporate)\b")
_COMPANY_BACK = 6
_PERSONS = frozenset({"person"})
_THINGS = frozenset({"organisation", "model", "product", "family"})
_ASIDE = frozenset({"role", "affiliation"})
#: Tags, emphasis and code marks between the words of a cited sentence.
_MARKUP = re.compile(r"</?\w[^<>]*>|\*+|`+")


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Told:
    """One cited sentence with everything that was read in it, and the entities that it names.

    `plain` are its words, folded, without tags and emphasis.
    """

    source: str
    passage: str
    start: int
    plain: str
    statements: tuple[Statement, ...]
    entities: frozenset[str]

    @property
    def best(self) -> Statement:
        """The statement that tells most of the sentence; whose office somebody holds is the least of it."""
        return self._fullest(self.statements)

    def telling(self, value: Decimal) -> Statement:
        """The statement that gives a value; that which tells most where none gives it alone."""
        giving = [s for s in self.statements if str(s.slots.get("value") or "") == plain(value)]
        return self._fullest(giving or self.statements)

    def _fullest(self, statements: Iterable[Statement]) -> Statement:
        own = stems(self.plain)
        return max(
            statements,
            key=lambda s: (s.kind not in _ASIDE, len(own & stems(s.text)), s.kind in ARGUMENT_KINDS),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """What the detectors look at: findings with their statements, entities, and who is one origin with whom.

    `told` holds every cited sentence in reading order; `find_conflicts` fills it. `unread` are the sentences that no
    statement cites: source, passage, where they begin, and their words; they may say whom the next ones answer.
    """

    findings: tuple[Finding, ...]
    statements: Mapping[str, Statement]
    entities: Mapping[str, Entity]
    name: Callable[[str], str]
    origin: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[tuple[str, str, int, str], ...] = ()
    told: tuple[Told, ...] = ()

    def origin_of(self, source: str) -> str:
        """The origin of a source; a source of which nothing is known is one of its own."""
        return self.origin.get(source, source)

    def passage(self, told: Told) -> str:
        """The words of the whole passage of a cited sentence, also those that nothing cites."""
        place = (told.source, told.passage)
        read = [(t.start, t.plain) for t in self.told if (t.source, t.passage) == place]
        rest = [(start, text) for source, passage, start, text in self.unread if (source, passage) == place]
        return " ".join(text for _, text in sorted([*read, *rest]))

    def people(self, told: Told) -> frozenset[str]:
        """The people whom a cited sentence names."""
        return frozenset(e for e in told.entities if self.entities[e].kind == "person")


def reading(view: View) -> View:
    """The view with every cited sentence, in reading order."""
    read: dict[tuple[str, str, int, str], list[Statement]] = {}
    for finding in view.findings:
        for statement in (view.statements[s] for s in finding.statements):
            e = statement.evidence
            read.setdefault((e.source, e.passage, e.start, e.exact), []).append(statement)
    names = index(view.entities.values())
    told = tuple(
        Told(
            source=source, passage=passage, start=start, plain=_shown(exact), statements=tuple(statements),
            entities=frozenset(v for s in statements for v in named(s.slots.values()) if v in view.entities)
            | frozenset(e for e, _, _ in mentions(_shown(exact), names)),
        )
        for (source, passage, start, exact), statements in sorted(
            read.items(), key=lambda item: (item[0][0], int("0" + item[0][1].lstrip("p")), item[0][2])
        )
    )  # fmt: skip
    return replace(view, told=_pointed(view, told))


def _pointed(view: View, told: Sequence[Told]) -> tuple[Told, ...]:
    """The sentences that begin with a pronoun are about the one person or thing that the sentence before names."""
    out: list[Told] = []
    for t in told:
        m, back = _PRONOUN.match(t.plain), out[-1] if out else None
        if m is not None and back is not None and (t.source, t.passage) == (back.source, back.passage):
            kinds = _THINGS if m[1] in {"It", "Its"} else _PERSONS
            named = [e for e in sorted(back.entities) if view.entities[e].kind in kinds]
            if len(named) == 1 and not any(view.entities[e].kind in kinds for e in t.entities):
                t = replace(t, entities=t.entities | {named[0]})
        elif _COMPANY.match(t.plain) and not any(view.entities[e].kind == "organisation" for e in t.entities):
            near = [x for x in out[-_COMPANY_BACK:] if x.source == t.source]
            house = next((h for x in reversed(near) if (h := _houses(view, x))), [])
            if len(house) == 1:
                t = replace(t, entities=t.entities | {house[0]})
        out.append(t)
    return tuple(out)


def _houses(view: View, told: Told) -> list[str]:
    return [e for e in sorted(told.entities) if view.entities[e].kind == "organisation"]


def _shown(exact: str) -> str:
    return fold(_MARKUP.sub("", exact))


def index(entities: Iterable[Entity]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Names as they are written, folded, by their first word; with the entity, the longest name first."""
    out: dict[str, set[tuple[str, str]]] = {}
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            plain = fold(name)
            head = _WORD.search(plain)
            if head is not None and plain[:1].isupper():
                out.setdefault(head[0], set()).add((plain, entity.id))
    return {head: tuple(sorted(names, key=lambda n: (-len(n[0]), n))) for head, names in out.items()}


def mentions(text: str, names: Mapping[str, tuple[tuple[str, str], ...]]) -> Iterator[tuple[str, int, int]]:
    """The entities that a folded text names, with their places in it; no name counts inside another."""
    plain = text
    done = 0
    for word in _WORD.finditer(plain):
        if word.start() < done:
            continue
        for name, entity in names.get(word[0], ()):
            end = word.start() + len(name)
            if plain.startswith(name, word.start()) and not plain[end : end + 1].isalnum():
                yield entity, word.start(), end
                done = end
                break


def named(values: Iterable[SlotValue]) -> list[str]:
    """The strings among slots, those in lists included."""
    out: list[str] = []
    for value in values:
        if isinstance(value, str):
            out.append(value)
        elif isinstance(value, (list, tuple)):
            out += [str(v) for v in value]
    return out


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A word without its ending, so that "departed" and "departs", "cancelled" and "cancels" meet; -ize is -ise."""
    word = word.replace("iz", "is") if len(word) > 6 else word
    for ending in ("ations", "ation", "ings", "ing", "ers", "er", "ies", "ied", "es", "ed", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


@functools.cache
def _one_act() -> Mapping[str, str]:
    """Words for one act by their stems, so that "bought" meets "acquired"."""
    return {stem(word): stem(plain) for word, plain in table("acts").items()}


@lru_cache(maxsize=1 << 14)
def stems(text: str) -> frozenset[str]:
    """The content words of a text without their endings; words for one act are one."""
    return frozenset(_one_act().get(s, s) for s in (stem(w) for w in content_words(text)))


@functools.cache
def stemmed(name: str) -> frozenset[str]:
    """A word list of the codebook without endings, to be held against `stems`."""
    return stems(" ".join(words(name)))


def names_of(view: View, told: Told) -> frozenset[str]:
    """The words of the names in a sentence."""
    return frozenset(w for e in told.entities for w in stems(view.entities[e].name))


def one_name(one: Told, other: Told) -> bool:
    """Do two sentences name somebody or something in common, be it a name of which nothing else is known?"""
    if one.entities & other.entities:
        return True
    a, b = ({w for w in _CAPITAL.findall(t.plain) if stems(w)} for t in (one, other))
    return bool(a & b)


def conflict(kind: ConflictType, about: str, entities: Iterable[str], sides: Sequence[Side], note: str) -> Conflict:
    entities = tuple(dict.fromkeys(entities))
    return Conflict(
        id=short_hash("conflict", kind, about, *sorted(entities)),
        type=kind,
        about=about,
        entities=entities,
        sides=tuple(sides),
        note=note,
    )


def side(finding: Finding) -> Side:
    return Side(text=finding.text, statements=finding.statements)


def side_of(told: Iterable[Told], text: str = "", value: Decimal | None = None) -> Side:
    """Cited sentences as one side: the words of the first, or `text`, and a statement from each.

    Where `value` is what they are set against each other for, the statement that gives it speaks for its sentence.
    """
    best = [t.best if value is None else t.telling(value) for t in told]
    return Side(text=text or best[0].text, statements=tuple(dict.fromkeys(s.id for s in best)))


def sides_by(value: Callable[[T], Hashable], pairs: Iterable[tuple[tuple[T, Told], tuple[T, Told]]]) -> list[Side]:
    """Pairs of values that exclude each other, each with the sentence that gives it: a side for each `value`."""
    sides: dict[Hashable, list[Told]] = {}
    for found, told in dict.fromkeys(item for pair in pairs for item in pair):
        sides.setdefault(value(found), []).append(told)
    return [side_of(dict.fromkeys(told)) for told in sides.values()]


def by_words(sides: dict[str, list[Told]]) -> list[Side]:
    """Sides by the words of their sentences; where two cite the same sentence, by the number itself."""
    plain = [side_of(dict.fromkeys(told)) for told in sides.values()]
    if len({s.text for s in plain}) == len(plain):
        return plain
    return [
        Side(text=f"“{surface}”: {s.text}", statements=s.statements) for surface, s in zip(sides, plain, strict=True)
    ]


def sentence_of(told: Told) -> str:
    """A cited sentence as it is shown on a side: words of a raw text in quotation marks."""
    return f"“{told.plain}”" if told.best.evidence.basis == "original" else told.plain


def first(view: View, finding: Finding) -> Statement:
    return view.statements[finding.statements[0]]
