"""Phrases of several words that say one thing: what `phrases.yml` lists, made ready for look-up."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from typing import Final

from briefwright.records import Record, load

#: base, third person, past, participle, "-ing"
Forms = tuple[str, str, str, str, str]
_VOWEL: Final = re.compile(r"[aeiou]")
_CHOICE: Final = re.compile(r"\(([^()]*)\)(\??)")
#: The forms of "be" beside those of another verb.
_BE: Final = (("be", 0), ("is", 1), ("are", 0), ("was", 2), ("were", 2), ("been", 3), ("being", 4))


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is written in the place of a phrase, and what the text has to have beside it.

    `participle` stands behind "has" and "was" where the plain verb, unlike the phrase, tells a participle from a past;
    `infinitive` behind "to" and "will", where "be" is no "are".
    """

    said: str
    plain: str
    participle: str = ""
    infinitive: str = ""
    number: bool = False
    ends: bool = False
    never: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a deed stands to: the role of it, which nouns it may be, and whether it has to be there.

    `nouns` are the words of a fixed part ("a decision"); `of` are those that a part may be, where it is named at all.
    """

    role: str
    nouns: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    number: bool = False
    money: bool = False
    optional: bool = False

    @property
    def fixed(self) -> bool:
        """Is it one of the words that make the phrase, and no part of its own?"""
        return bool(self.nouns)


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with fixed parts, and the verb that says the same of its free ones, in their order; `both` ways or one."""

    verb: str
    parts: tuple[Part, ...]
    plain: str
    roles: tuple[str, ...]
    made: tuple[tuple[str, str], ...]
    both: bool


@dataclass(frozen=True, slots=True)
class Phrasing:
    """The lists of `phrases.yml`."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    frames: Mapping[str, tuple[Frame, ...]]
    irregular: Mapping[str, Forms]

    def forms(self, verb: str) -> Forms:
        """The forms of a verb by its base."""
        return forms(verb, self.irregular)


def forms(verb: str, irregular: Mapping[str, Forms]) -> Forms:
    """Base, third person, past, participle and "-ing" of a verb; "re-elect", "step down" by their first word."""
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("y") and not _VOWEL.match(verb[-2:]):
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    stem = verb.removesuffix("e")
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return verb, third, stem + "ed", stem + "ed", stem + "ing"


@functools.cache
def phrasing() -> Phrasing:
    """The lists of the package."""
    text = (resources.files("briefwright.codebook") / "data" / "phrases.yml").read_text(encoding="utf-8")
    data = load(text, "codebook/data/phrases.yml")
    irregular: dict[str, Forms] = {}
    for row in data.texts("forms"):
        base, third, past, participle, going = row.split()
        irregular[base] = (base, third, past, participle, going)
    classes = {name: frozenset(_texts(group)) for name, group in data.mapping("classes").entries()}
    index: dict[str, list[Phrase]] = {}
    for part in data.items("phrases"):
        for plain, group in part.entries():
            for said in _texts(group):
                for phrase in _phrases(said, plain, irregular, classes):
                    index.setdefault(phrase.said.split()[0], []).append(phrase)
    frames: dict[str, list[Frame]] = {}
    for row in data.texts("frames"):
        frame = _frame(row, classes)
        frames.setdefault(frame.verb, []).append(frame)
    return Phrasing(
        phrases={k: tuple(sorted(v, key=lambda p: -len(p.said))) for k, v in index.items()},
        patterns=tuple((re.compile(p, re.IGNORECASE), plain) for p, plain in map(_texts, data.items("patterns"))),
        frames={k: tuple(v) for k, v in frames.items()},
        irregular=irregular,
    )


def _texts(group: Record) -> tuple[str, ...]:
    return tuple(group.part(i).as_text() for i in range(len(group.value) if isinstance(group.value, list) else 0))


def _phrases(
    said: str, plain: str, irregular: Mapping[str, Forms], classes: Mapping[str, frozenset[str]]
) -> Iterator[Phrase]:
    """A phrase in each of its wordings and, where a verb is marked by "*", in each of its forms."""
    number, ends = said.endswith(" 0"), said.endswith(" .")
    said, _, before = said.removesuffix(" 0").removesuffix(" .").partition(" +")
    said, _, never = said.partition(" !")
    like = Phrase("", "", number=number, ends=ends, never=frozenset(never.split()),
                  before=classes[before] if before else frozenset())  # fmt: skip
    for way in _spelled(said.replace("(<own>)", "<own>").replace("<own>", "(his|her|its|their|my|our)")):
        verb = re.match(r"([\w-]+)\*", way)
        if verb is None:
            assert "*" not in way + plain, f"{said!r} has no verb, {plain!r} one"
            yield replace(like, said=way, plain=plain)
            continue
        rest = way[verb.end() :]
        head, star, tail = plain.partition("*")
        assert star, f"{said!r} has a verb, {plain!r} none"
        if verb[1] == "be" and head != "be":
            # "is not opposed to": "does not oppose"
            base = forms(head, irregular)[0]
            for form, does in (("is", "does"), ("are", "do"), ("was", "did"), ("were", "did")):
                yield replace(like, said=f"{form} not{rest}", plain=f"{does} not {base}{tail}")
        for form, put, last, bare in _pairs(verb[1], head, irregular):
            yield replace(like, said=form + rest, plain=put + tail, participle="" if last == put else last + tail,
                          infinitive="" if bare == put else bare + tail)  # fmt: skip


def _pairs(verb: str, plain: str, irregular: Mapping[str, Forms]) -> Iterator[tuple[str, str, str, str]]:
    """Each form of a verb with the form of the plain one: as it is, as a participle, as an infinitive."""
    mine, other = forms(verb, irregular), forms(plain, irregular)
    if verb == "be":
        for form, at in _BE:
            put = form if plain == "be" else other[at]
            yield form, put, put, put
        return
    for at, form in enumerate(mine):
        if form == mine[2] and at == 0:
            # "cast doubt on" is of then, unless "to" or "will" stands before it
            yield form, other[2], other[3], other[0]
        elif form not in mine[:at]:
            put = "are" if plain == "be" and at == 0 else other[at]
            last = other[3] if form == mine[3] and at < 4 else put
            yield form, put, last, other[0] if at == 0 else put


def _spelled(said: str) -> Iterator[str]:
    """Every wording of "give* (in)? (notice|warning)"."""
    parts: list[tuple[str, ...]] = []
    at = 0
    for found in _CHOICE.finditer(said):
        parts += [(said[at : found.start()],), (*found[1].split("|"), *(("",) if found[2] else ()))]
        at = found.end()
    parts.append((said[at:],))
    for way in itertools.product(*parts):
        yield " ".join("".join(way).split())


def _frame(row: str, classes: Mapping[str, frozenset[str]]) -> Frame:
    """ "file A1=complaint p:against > accuse A1": fixed parts have "=", "#" is a number, "@" a class, "~>" one way."""
    here, arrow, there = re.split(r" (~?>) ", row)
    verb, *parts = here.split()
    plain, *roles = there.split()
    made = tuple((role, noun) for role, eq, noun in (r.partition("=") for r in roles) if eq)
    free = tuple(r for r in roles if "=" not in r)
    read = tuple(_part(p, classes) for p in parts)
    assert len([p for p in read if not p.fixed]) == len(free), row
    return Frame(verb, read, plain, free, made, arrow == ">")


def _part(text: str, classes: Mapping[str, frozenset[str]]) -> Part:
    optional, number, money = "?" in text, "#" in text, "$" in text
    text = text.replace("?", "").replace("#", "").replace("$", "")
    role, _, nouns = text.partition("=")
    role, _, kind = role.partition("@")
    return Part(role, frozenset(nouns.split("|")) if nouns else frozenset(), classes[kind] if kind else frozenset(),
                number, money, optional)  # fmt: skip
