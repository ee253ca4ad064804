"""Which words may stand for one another when a claim is compared with a passage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefwright.records import Record

#: Roles of one verb, the other verb, and the roles that the same things have there.
Converse = tuple[tuple[str, ...], str, tuple[str, ...]]
WordKind = Literal["verbs", "nouns", "adjectives"]
_KINDS: tuple[WordKind, ...] = ("verbs", "nouns", "adjectives")


@dataclass(frozen=True, kw_only=True, slots=True)
class Paraphrase:
    """The lists of `paraphrase.yml`, ready for look-up.

    `proves[kind][word]` holds every word that the given word proves (itself not included), `opposites[word]` every
    word that contradicts it in its place.
    """

    proves: Mapping[WordKind, Mapping[str, frozenset[str]]]
    opposites: Mapping[str, frozenset[str]]
    deeds: Mapping[str, str]
    agentive: frozenset[str]
    doers: Mapping[str, str]
    converses: Mapping[str, tuple[Converse, ...]]
    objects: Mapping[str, frozenset[str]]
    speech: frozenset[str]
    fulfilled: frozenset[str]
    denying: frozenset[str]
    keep: frozenset[str]
    colour: frozenset[str]
    bounds: frozenset[str]
    turning: frozenset[str]
    changes: frozenset[str]
    idle: frozenset[str]
    origins: Mapping[str, str]
    of_things: frozenset[frozenset[str]]
    of_sums: frozenset[frozenset[str]]
    claims: frozenset[str]
    where: Mapping[tuple[str, str], frozenset[str]]
    no_sizes: frozenset[str]
    datives: frozenset[str]
    passives: frozenset[str]

    def holds(self, said: str, claimed: str, kind: WordKind) -> bool:
        """Does the word of the passage prove the word of the claim?"""
        return said == claimed or claimed in self.proves[kind].get(said, ())

    def alike(self, one: str, other: str, kind: WordKind) -> bool:
        """Does either word prove the other?"""
        return self.holds(one, other, kind) and self.holds(other, one, kind)

    def deed_of(self, noun: str) -> tuple[str, ...]:
        """The verb of which a noun is the deed: "sell" of "sale"; none for other nouns."""
        return (self.deeds[noun],) if noun in self.deeds else ()

    def opposed(self, said: str, claimed: str) -> bool:
        """Do the two words contradict each other in the same place?"""
        return claimed in self.opposites.get(said, ())


def paraphrase(data: Record, synonyms: Mapping[str, str]) -> Paraphrase:
    """Build the lists from `paraphrase.yml` and the corpus's own synonyms (variant -> plain word)."""
    proves = {kind: _proves(data.mapping(kind), synonyms) for kind in _KINDS}
    where = _where(data, proves)
    opposites: dict[str, set[str]] = {}
    for pair in data.items("opposites"):
        one, other = (part.as_text() for part in (pair.part(0), pair.part(1)))
        for a in _with_twins(one, proves):
            for b in _with_twins(other, proves):
                opposites.setdefault(a, set()).add(b)
                opposites.setdefault(b, set()).add(a)
    return Paraphrase(
        proves=proves,
        opposites={k: frozenset(v) for k, v in opposites.items()},
        deeds=_words(data, "deeds"),
        agentive=frozenset(data.texts("agentive")),
        doers=_words(data, "doers"),
        converses=_converses(data),
        objects={key: frozenset(p.as_text() for p in _parts(part)) for key, part in data.mapping("objects").entries()},
        speech=frozenset(data.texts("speech")),
        fulfilled=frozenset(data.texts("fulfilled")),
        denying=frozenset(data.texts("denying")),
        keep=frozenset(data.texts("keep")),
        colour=frozenset(data.texts("colour")),
        bounds=frozenset(data.texts("bounds")),
        turning=frozenset(data.texts("turning")),
        changes=frozenset(data.texts("changes")),
        idle=frozenset(data.texts("idle")),
        origins=_words(data, "origins"),
        of_things=_pairs(data, "of_things"),
        of_sums=_pairs(data, "of_sums"),
        claims=frozenset(data.texts("claims")),
        where=where,
        no_sizes=frozenset(data.texts("no_sizes")),
        datives=frozenset(data.texts("datives")),
        passives=frozenset(data.texts("passives")),
    )


def _where(data: Record, proves: dict[WordKind, dict[str, frozenset[str]]]) -> dict[tuple[str, str], frozenset[str]]:
    """The verbs that prove others only of some things, which join what `proves` holds; by pair the words for these."""
    verbs = proves["verbs"]
    sorts = {name: frozenset(p.as_text() for p in _parts(part)) for name, part in data.mapping("sorts").entries()}
    out: dict[tuple[str, str], frozenset[str]] = {}
    for row in data.items("where"):
        said, claimed, sort = (part.as_text() for part in _parts(row))
        pair = (said, claimed)
        if claimed not in proves["verbs"].get(said, ()) or pair in out:
            verbs[said] = verbs.get(said, frozenset()) | {claimed}
            out[pair] = out.get(pair, frozenset()) | sorts[sort]
    return out


def _converses(data: Record) -> dict[str, tuple[Converse, ...]]:
    out: dict[str, list[Converse]] = {}
    for row in data.items("converses"):
        one, here, other, there = (part.as_text() for part in _parts(row))
        out.setdefault(one, []).append((tuple(here.split()), other, tuple(there.split())))
    return {verb: tuple(rows) for verb, rows in out.items()}


def _pairs(data: Record, key: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(p.as_text() for p in _parts(pair)) for pair in data.items(key))


def _words(data: Record, key: str) -> dict[str, str]:
    return {word: value.as_text() for word, value in data.mapping(key).entries()}


def _proves(data: Record, synonyms: Mapping[str, str]) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    groups = [tuple(p.as_text() for p in _parts(group)) for group in data.items("same")]
    for group in (*groups, *synonyms.items()):
        for word in group:
            out.setdefault(word, set()).update(w for w in group if w != word)
    for word, wider in data.mapping("implies").entries():
        out.setdefault(word, set()).update(p.as_text() for p in _parts(wider))
    return {word: frozenset(others) for word, others in out.items()}


def _parts(group: Record) -> tuple[Record, ...]:
    return tuple(group.part(i) for i in range(len(group.value) if isinstance(group.value, list) else 0))


def _with_twins(word: str, proves: Mapping[WordKind, Mapping[str, frozenset[str]]]) -> tuple[str, ...]:
    """The word, and what proves it and is proved by it: "rise", "increase", "grow"."""
    twins = {other for lists in proves.values() for other in lists.get(word, ()) if word in lists.get(other, ())}
    return (word, *sorted(twins))
