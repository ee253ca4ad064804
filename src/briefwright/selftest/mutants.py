"""Corrupted statements: a slot is read wrongly, and the sentence is composed anew from it.

That is how a wrong reading would reach the verifier: slots and sentence fit each other, and neither fits the passage.
Kinds that carry the note's own sentence are corrupted in its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefwright.codebook import Codebook
from briefwright.compose import display_name, sentence
from briefwright.dates import find_dates
from briefwright.model import ARGUMENT_KINDS, Briefing, Entity, Passage, SlotValue, Source, Statement
from briefwright.quantities import find_quantities
from briefwright.selftest.wording import changed_number, foreign_word, requoted, reworded, same

#: Class -> what is done to a statement.
CLASSES: Final = {
    "number": "an amount is changed",
    "owner": "an amount of something else in the passage takes its place",
    "unit": "thousands become millions, hours days",
    "ratio": "the two sides of a ratio or a range change places",
    "approximation": "more than, at least, up to: left out or turned round",
    "name": "a person, organisation or product becomes another of the same kind",
    "scope": "a project becomes its company, a series its family; some becomes all",
    "version": "the number in a product's name is changed",
    "swap": "two names change places",
    "role": "a role becomes another one",
    "date": "a date is moved",
    "other date": "the date of something else in the passage takes its place",
    "order": "before and after, since and until change places",
    "tense": "what is becomes what was",
    "negation": "what is affirmed is denied, and the reverse",
    "hedge": "a word of doubt is left out, made sure or invented",
    "attribution": "who holds it is left out, exchanged or invented",
    "speaker": "somebody else says it",
    "quotation": "a word of a quotation is changed or left out",
    "cause": "because of becomes despite",
    "condition": "if becomes even if",
    "antonym": "a word becomes its opposite",
    "detail": "a word of another sentence is added",
}
#: Of one statement, so many corruptions of a class at most.
_MOST: Final = 2
_SPOKEN: Final = frozenset({"speaker", "holder"})
#: Slots that hold words of the text: what they say can be corrupted word by word.
_WORDED: Final = frozenset({"object", "value", "about", "view", "content", "result", "event", "permits", "subject",
                            "role", "via", "participants"})  # fmt: skip
#: Of these, the ones that can be continued with "and …".
_EXTENDED: Final = frozenset({"object", "value", "about", "content", "result", "permits", "via"})
_OPPOSITE: Final = {
    "left": "joined", "departed": "arrived", "exited": "entered", "resigned": "returned", "quit": "joined",
    "stepped down": "stepped up", "released": "announced", "launched": "withdrawn",
    "praised": "criticised", "lauded": "criticised", "called": "denied", "consolidated": "split", "joined": "left",
    "announced": "denied", "open-sourced": "sold", "introduced": "withdrawn", "thanked": "accused",
}  # fmt: skip
_NUMERIC: Final = re.compile(r"\d[\d.,]*\Z")
_RANGE: Final = re.compile(r"(\d[\d.]*)–(\d[\d.]*)\Z")
_ISO: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mutant:
    """A corrupted statement. `equivalent` says why it is true of its passage all the same; "" where it is not."""

    cls: str
    of: Statement
    made: Statement
    equivalent: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Field:
    """What the corruptions of one statement can draw on."""

    statement: Statement
    passage: Passage
    near: tuple[Entity, ...]
    far: tuple[Entity, ...]
    roles: tuple[str, ...]
    known: Mapping[str, Entity]


def mutants(briefing: Briefing, codebook: Codebook) -> Iterator[Mutant]:
    """Every corruption of every statement of a briefing, in a fixed order; none has the words of its original."""
    known = {e.id: e for e in briefing.entities}
    passages = {(s.id, p.id): p for s in briefing.sources for p in s.passages}
    basis = {s.id: s for s in briefing.sources}
    said: dict[tuple[str, str], list[Statement]] = {}
    for s in briefing.statements:
        said.setdefault((s.evidence.source, s.evidence.passage), []).append(s)
    roles = tuple(dict.fromkeys(str(s.slots["role"]) for s in briefing.statements if s.slots.get("role")))
    for s in briefing.statements:
        place = (s.evidence.source, s.evidence.passage)
        passage = passages[place]
        near = tuple(e for e in briefing.entities if any(_stands(n, passage.text) for n in (e.name, *e.aliases)))
        far = tuple(e for e in briefing.entities if e not in near)
        field = _Field(statement=s, passage=passage, near=near, far=far, roles=roles, known=known)
        taken: Counter[str] = Counter()
        texts: set[str] = {s.text}
        for cls, changed in _corruptions(field):
            made = _composed(changed, basis[place[0]], known, codebook)
            data = made.kind in ARGUMENT_KINDS and made.text == s.text and made.attribution != s.attribution
            if taken[cls] >= _MOST or (not data and (made.text in texts or same(made.text, s.text))):
                continue
            taken[cls] += 1
            texts.add(made.text)
            yield Mutant(cls=cls, of=s, made=made, equivalent=_why_true(made, s, said[place], field))


def _composed(changed: Statement, source: Source, known: Mapping[str, Entity], codebook: Codebook) -> Statement:
    text = sentence(
        kind=changed.kind,
        rule=changed.rule,
        slots=changed.slots,
        hedge=changed.hedge,
        attribution=changed.attribution,
        polarity=changed.polarity,
        basis=source.basis,
        names=lambda e: display_name(known[e]) if e in known else e,
        codebook=codebook,
    )
    return replace(changed, text=text)


def _why_true(made: Statement, of: Statement, beside: Sequence[Statement], field: _Field) -> str:
    """Why a corruption says what the passage says too, or nothing: only plain reasons count, never the verifier's."""
    twin = next((s for s in beside if s.id != of.id and same(s.text, made.text)), None)
    if twin is not None:
        return f"the passage says this as well (statement {twin.id})"
    changed = [(k, v) for k, v in of.slots.items() if made.slots.get(k) != v]
    if len(changed) == 1:
        (slot, old), new = changed[0], made.slots[changed[0][0]]
        one, other = field.known.get(str(old)), field.known.get(str(new))
        if one and other and slot not in _SPOKEN and _listed(one, other, of.evidence.exact, field):
            return f"the cited sentence names {one.name} and {other.name} in one list"
    return ""


def _listed(one: Entity, other: Entity, cited: str, field: _Field) -> bool:
    """Do both stand in one list of names, "A, B and C", hence in the same relation to its verb?"""
    names = sorted({n for e in field.near for n in (e.name, *e.aliases)}, key=len, reverse=True)
    for a in (one.name, *one.aliases):
        for b in (other.name, *other.aliases):
            at, to = cited.find(a), cited.find(b)
            if at < 0 or to < 0 or at == to:
                continue
            between = cited[at + len(a) : to] if at < to else cited[to + len(b) : at]
            for name in names:
                between = between.replace(name, "")
            # "A, B and C", "A “Al” Ames and B": nothing but names and what joins them
            if re.fullmatch(r"(?:\s|,|and|“\w+”)*", between) and re.search(r",|and", between):
                return True
    return False


# --------------------------------------------------------------------------- corruptions


def _corruptions(field: _Field) -> Iterator[tuple[str, Statement]]:
    s = field.statement
    if s.kind in ARGUMENT_KINDS:
        yield from _of_sentence(field)
    else:
        for slot, value in s.slots.items():
            yield from _of_slot(field, slot, value)
        yield from _swapped(field)
        yield from _timed(s)
        if s.hedge != "unclear":  # whether it is so and whether it is not so are one question
            yield "negation", replace(s, polarity="affirmed" if s.polarity == "denied" else "denied")
        yield "hedge", replace(s, hedge="none" if s.hedge != "none" else "reportedly")
        if s.attribution:
            yield "attribution", replace(s, attribution=None, stance="stated")
        else:
            for e in _others(field, ("person", "organisation"), ()):
                yield "attribution", replace(s, attribution=e.name, stance="reported")
    if s.attribution:
        for e in _others(field, ("person", "organisation"), (s.attribution,)):
            yield "attribution", replace(s, attribution=e.name)


def _of_sentence(field: _Field) -> Iterator[tuple[str, Statement]]:
    """The note's own sentence with one thing changed in it, and in every slot that holds the same words."""
    s = field.statement
    said = str(s.slots.get("sentence") or "")

    def put(text: str) -> Statement:
        return replace(s, slots={**s.slots, "sentence": text})

    for cls, made in reworded(said):
        yield cls, put(made)
    for e in field.near:
        name = next((n for n in (e.name, *e.aliases) if _stands(n, said)), None)
        if name is not None:
            for other in _others(field, (e.kind,), (e.id,)):
                if other.name not in said:
                    yield "name", put(said.replace(name, other.name, 1))
    yield "detail", put(f"{said.rstrip('.')} and {foreign_word(said, said, field.passage.text)}.")


def _of_slot(field: _Field, slot: str, value: SlotValue) -> Iterator[tuple[str, Statement]]:
    s = field.statement

    def put(new: SlotValue, **others: SlotValue) -> Statement:
        return replace(s, slots={**s.slots, slot: new, **others})

    match value:
        case str() if value in field.known:
            yield from _renamed(field, slot, value, put)
        case str() if slot == "words":
            for made in requoted(value, field.passage.text):
                yield "quotation", put(made)
        case str() if slot in {"value", "first"} and (_NUMERIC.match(value) or _RANGE.match(value)):
            yield from _renumbered(field, slot, value, put)
        case str() if slot == "approx":
            yield "approximation", put("" if value else "more than")
        case str() if slot in {"manner", "change", "view"} and value.casefold() in _OPPOSITE:
            yield "antonym", put(_OPPOSITE[value.casefold()])
        case str() if slot == "role":
            for role in field.roles:
                if role.casefold() != value.casefold() and not _within(role, value):
                    yield "role", put(role)
        case str() if slot in _WORDED:
            for cls, made in reworded(value):
                yield cls, put(made)
            if slot in _EXTENDED:
                yield "detail", put(f"{value} and {foreign_word(s.text, s.evidence.exact, field.passage.text)}")
        case Mapping():
            yield from _redated(field, value, put)
        case list() | tuple():
            for at, item in enumerate(value):
                if item in field.known:
                    for other in _others(field, (field.known[item].kind,), tuple(value)):
                        yield "name", put([*value[:at], other.id, *value[at + 1 :]])
        case _:
            return


_Put = Callable[..., Statement]


def _renamed(field: _Field, slot: str, value: str, put: _Put) -> Iterator[tuple[str, Statement]]:
    entity = field.known[value]
    cls = "speaker" if slot in _SPOKEN else "name"
    for other in _others(field, (entity.kind,), (value,)):
        if not _akin(entity, other):
            yield cls, put(other.id)
    if entity.kind != "person":
        for other in (e for e in field.near if e.kind != "person" and e.id != value and _akin(entity, e)):
            yield "scope", put(other.id)
    for kind, text in reworded(entity.name):
        if kind == "version":
            yield "version", put(text)


def _renumbered(field: _Field, slot: str, value: str, put: _Put) -> Iterator[tuple[str, Statement]]:
    s = field.statement
    if slot == "first":
        yield "ratio", put(s.slots.get("second"), second=value)
        yield "number", put(changed_number(value))
        return
    ends = _RANGE.match(value)
    if ends is not None:
        yield "ratio", put(f"{ends[2]}–{ends[1]}")
        yield "number", put(f"{ends[1]}–{changed_number(ends[2])}")
        return
    yield "number", put(changed_number(value))
    yield "unit", put(f"{value}000" if "." not in value else value.replace(".", ""))
    mine = {q.low for q in find_quantities(s.evidence.exact)}
    for quantity in find_quantities(field.passage.text):
        shown = f"{quantity.low:f}".rstrip("0").rstrip(".") if "." in f"{quantity.low:f}" else f"{quantity.low}"
        if shown != value and quantity.unit != "date" and (quantity.low in mine or len(mine) < 2):
            yield "owner", put(shown)
    if not s.slots.get("approx"):
        yield "approximation", put(value, approx="more than")


def _redated(field: _Field, value: Mapping[str, object], put: _Put) -> Iterator[tuple[str, Statement]]:
    shown = str(value.get("value") or "")
    found = _ISO.match(shown)
    if found is not None:
        year, month, day = found.groups()
        if day:
            moved = f"{year}-{month}-{int(day) % 28 + 1:02d}"
        else:
            moved = f"{year}-{int(month) % 12 + 1:02d}" if month else str(int(year) + 1)
        yield "date", put({**value, "value": moved})
    else:
        for _, text in reworded(str(value.get("words") or shown)):
            yield "date", put({**value, "value": text, "words": text})
    for date in find_dates(field.passage.text):
        if _ISO.match(date.value) and date.value != shown and not shown.startswith(date.value):
            yield "other date", put({"value": date.value, "precision": date.precision, "derived": None})


def _swapped(field: _Field) -> Iterator[tuple[str, Statement]]:
    """Two names of a statement change places, where each could stand in the other's."""
    s = field.statement
    named = [k for k, v in s.slots.items() if isinstance(v, str) and v in field.known]
    for at, one in enumerate(named):
        for other in named[at + 1 :]:
            people = {field.known[str(s.slots[k])].kind == "person" for k in (one, other)}
            if len(people) == 1 and s.slots[one] != s.slots[other]:
                yield "swap", replace(s, slots={**s.slots, one: s.slots[other], other: s.slots[one]})


def _timed(s: Statement) -> Iterator[tuple[str, Statement]]:
    if s.kind == "role" and s.slots.get("tense") is not None:
        # "is named as" says nothing of time: there is no tense to corrupt
        yield "tense", replace(s, slots={**s.slots, "tense": "" if s.slots["tense"] else "past"})
    if s.kind == "role" and s.slots.get("since") and not s.slots.get("until"):
        moved = {**s.slots, "until": s.slots["since"], "tense": "past"}
        del moved["since"]
        yield "order", replace(s, slots=moved)


# --------------------------------------------------------------------------- what else could stand there


def _others(field: _Field, kinds: Sequence[str], not_: Sequence[str]) -> Iterator[Entity]:
    """Other entities of these kinds: first those that the passage names, then one that it does not."""
    names = {n.casefold() for n in not_}
    fitting = [
        [e for e in group if e.kind in kinds and e.id not in not_ and e.name.casefold() not in names]
        for group in (field.near, field.far)
    ]
    doubtful = {d for i in not_ if i in field.known for d in field.known[i].same_as_doubt}
    for e in [*fitting[0], *fitting[1][:2]]:
        if e.id not in doubtful and not doubtful & set(e.same_as_doubt):
            yield e


def _akin(one: Entity, other: Entity) -> bool:
    """Does one name hold the other: a project and its company, a series and its family?"""
    return _within(one.name, other.name)


def _within(one: str, other: str) -> bool:
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return a <= b or b <= a or one.casefold() in other.casefold() or other.casefold() in one.casefold()


def _stands(name: str, text: str) -> bool:
    return bool(name) and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
