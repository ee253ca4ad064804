"""Counting entities and facts: people, organisations, products; roles, numbers, dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from gold import Named, Note
from matching import GIST, MEASURES, SMALL, Reading, number, same_date, same_unit, same_value, share
from tallies import Tally, label, located, tally

from briefwright.model import Statement
from briefwright.text import slug


def _named(r: Reading, named: Sequence[Named], kinds: frozenset[str]) -> Tally:
    """Entities of these kinds against the named; a second entity for one is wrong unless its name is garbled."""
    entities = [e for e in r.briefing.entities if e.kind in kinds]
    ids = {n.id: n for n in named}
    spared = {slug(x) for x in r.story.neutral} | {slug(g) for n in named for g in n.garbled}
    made, seen = [], set[str]()
    for e in sorted(entities, key=lambda e: (r.identity.get(e.id, "") == "", e.id)):
        who = r.identity.get(e.id, "")
        merged = sorted(
            n.id for n in named if n.id != who and {slug(x) for x in n.names if " " in x} & {slug(a) for a in e.aliases}
        )
        if who in ids and who not in seen:
            seen.add(who)
            if merged:
                made.append((f"{e.name}: holds names of {', '.join(merged)} as well", False))
            elif not ids[who].optional:
                made.append((e.name, True))
        elif slug(e.name) not in spared:
            made.append((f"{e.name} ({e.kind}" + (f"; again {who}" if who in ids else "") + ")", False))
    return tally(((n.name, n.id in seen) for n in named if not n.optional), made)


def people(r: Reading) -> Tally:
    return _named(r, r.story.people, frozenset({"person"}))


def organisations(r: Reading) -> Tally:
    return _named(r, r.story.organisations, frozenset({"organisation", "team"}))


def products(r: Reading) -> Tally:
    return _named(r, r.story.products, frozenset({"model", "family", "product"}))


#: Kinds of statement that may say what somebody is, and slots that say it where there is no role by name.
_OFFICE: Final = frozenset({"role", "appointment", "departure", "biography"})
_WORK: Final = ("event", "object", "unit")


def roles(r: Reading) -> Tally:
    """Person, words of the role and, where the annotation has one, the organisation.

    A role that leaves the organisation out says less than was asked, but nothing false: it is missed, and not wrong.
    What a biography or an appointment says of somebody's work ("headed hardware") counts where it was asked for.
    """
    statements = [s for s in r.briefing.statements if s.kind in _OFFICE]
    spared = {slug(x) for x in r.story.neutral}

    def words(s: Statement) -> str:
        return " ".join(r.shown(s.slots.get(k)) for k in (("role",) if s.slots.get("role") else _WORK))

    def held(n: Note, s: Statement) -> bool:
        if (s.polarity == "denied") != n.denied or n.who[0] not in r.who(s.slots.get("person")):
            return False
        return share(n.words or (n.text,), words(s)) >= GIST

    def match(n: Note, s: Statement) -> bool:
        place = (*r.who(s.slots.get("organisation")), *r.who(s.slots.get("unit")))
        return held(n, s) and (not n.organisation or n.organisation in place)

    def spare(s: Statement) -> bool:
        if s.polarity == "denied" or not s.slots.get("role") or slug(r.shown(s.slots.get("person"))) in spared:
            return True
        short = not (s.slots.get("organisation") or s.slots.get("unit"))
        return short and any(r.at(s, n.place) and held(n, s) for n in r.story.of("roles"))

    return located(r, r.story.of("roles"), statements, match, spare)


_COUNTED: Final = frozenset({"model_attribute", "architecture", "quantity", "cost", "licence"})


def _value(s: Statement) -> str:
    return str(s.slots.get("licence" if s.kind == "licence" else "value") or "")


def numbers(r: Reading) -> tuple[Tally, Tally]:
    """Attributes and quantities in one go: a number may be written down as either, and is counted where it was asked.

    Words that are no licence ("runs on", "designed for") are not counted: nobody annotated them all.
    """
    notes = (*r.story.of("attributes"), *r.story.of("quantities"))
    statements = [
        s
        for s in r.briefing.statements
        if s.kind in _COUNTED and (s.kind == "licence" or not isinstance(number(_value(s)), str) or ":" in _value(s))
    ]

    def asked(n: Note, s: Statement) -> bool:
        named = tuple(str(s.slots.get(k) or "") for k in ("unit", "attribute", "per"))
        return same_unit(named, n.units) and r.owned(s.slots.get("subject"), n.who, named[1])

    def match(n: Note, s: Statement) -> bool:
        return s.polarity != "denied" and any(same_value(_value(s), v) for v in n.values) and asked(n, s)

    def spare(s: Statement) -> bool:
        """Denied; or a small count of something that was not asked for there."""
        value = number(_value(s))
        small = isinstance(value, tuple) and all(v <= SMALL and v == int(v) for v in value)
        wanted = any(r.at(s, n.place) and asked(n, s) for n in notes)
        return s.polarity == "denied" or (small and not wanted and s.slots.get("unit") not in MEASURES)

    things = {n.id for n in r.story.products}

    def attribute(s: Statement) -> bool:
        return bool(r.who(s.slots.get("subject")) & things)

    hit = {s.id: [n for n in notes if r.at(s, n.place) and match(n, s)] for s in statements}
    # A statement counts where its annotation stands, and an unmatched one by its subject.
    first = [
        s for s in statements if (any(n.category == "attributes" for n in hit[s.id]) if hit[s.id] else attribute(s))
    ]
    rest = [s for s in statements if s not in first]
    return (
        located(r, r.story.of("attributes"), first, match, spare),
        located(r, r.story.of("quantities"), rest, match, spare),
    )


def dates(r: Reading) -> Tally:
    """Every distinct date of a passage's statements. A year left out is no error, a phrase left unresolved neither."""
    stated: dict[tuple[str, str, str], Statement] = {}
    for s in r.briefing.statements:
        for value in s.slots.values():
            if isinstance(value, Mapping) and value.get("value"):
                stated.setdefault((s.evidence.source, s.evidence.passage, str(value["value"])), s)
    notes = r.story.of("dates")
    found: set[int] = set()
    made = []
    for (source, passage, value), s in stated.items():
        hits = [i for i, n in enumerate(notes) if r.at(s, n.place) and same_date(value, n.values, " ".join(n.words))]
        found.update(hits)
        unresolved = not any(c.isdigit() for c in value)
        if (hits and all(notes[i].optional for i in hits)) or (unresolved and not hits):
            continue
        made.append((f"{source} ¶{passage[1:]}: {value}", bool(hits)))
    return tally(((label(n), i in found) for i, n in enumerate(notes) if not n.optional), made)
