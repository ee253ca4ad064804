"""Frames to facts: slots as they are stored, with entity ids, ISO dates with their reasoning and canonical numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefwright.codebook import Codebook
from briefwright.dates import DateMention, find_dates
from briefwright.dates import resolve as resolve_date
from briefwright.dates.reason import WEEKDAYS
from briefwright.extract import Fixed, Frame, Names, Words
from briefwright.extract.facts import REQUIRED
from briefwright.extract.frames import points_back
from briefwright.model import ARGUMENT_KINDS, SLOTS, SlotValue, Source
from briefwright.quantities import Quantity, value_text
from briefwright.resolve import Entities
from briefwright.text import fold

#: Slots that hold several names as a list.
_LISTS = frozenset({"affected", "participants"})
#: what a relative date is measured from: "24 hours after | the release of Aurora 3"
_ANCHOR = re.compile(r"(?: (?!and\b|but\b|while\b|which\b|when\b)[\w.'’“”\"-]*[\w'’”\"]){1,10}")
#: "Nova models" without a version: which ones is not said
_UNNAMED = re.compile(r"^\D* models$")
#: amounts that are words: no number is made of them
_VAGUE = frozenset({"several", "a few", "dozens", "hundreds", "thousands", "tens of thousands", "millions", "billions"})
#: a weekday that may still be to come
_AHEAD = re.compile(
    r"\b(?:will|would|shall|due|plans?|planned|scheduled|expect\w*|going to|(?:is|are|was|were) to|next|ahead of|"
    r"meets?|begins?|"
    r"starts?|opens?|until|before|by)\b",
    re.IGNORECASE,
)
_TENSE = re.compile(r"\b(?:was|were|had been|served|worked|acted|became)\b", re.IGNORECASE)
_FORMER = re.compile(
    r"\b(?:former|formerly|previously|previous|until now|till now|onetime|one-time|ex-)", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A frame of a source with its slots filled for good. `voice` is an entity id, a phrase or `source:<id>`."""

    frame: Frame
    source: str
    slots: Mapping[str, SlotValue]
    attribution: str | None
    voice: str
    mentioned: tuple[str, ...] = ()


#: rules whose manner or change is a stretch of the text, names and all
_QUOTED_CHANGE = (
    "parsed-change-itself",
    "parsed-change-sought",
    "parsed-change-dealt",
    "parsed-departure-told",
    "parsed-release-told",
)


def anchors(sources: Iterable[Source], year: tuple[int, str] | None) -> tuple[tuple[str, str], ...]:
    """Every full day that a content passage states, with where: what weekdays may be measured from."""
    out: dict[str, str] = {}
    for source in sources:
        for passage in source.passages:
            if passage.cls != "content":
                continue
            for found in find_dates(passage.text):
                if found.precision != "day":
                    continue
                value = found.value
                if value.startswith("--") and year is not None:
                    value = f"{year[0]:04d}{value[1:]}"
                out.setdefault(value, f"“{found.surface}” in {source.id} ¶{passage.number}")
    return tuple(sorted(out.items()))


def fact(
    frame: Frame,
    source: Source,
    entities: Entities,
    known_days: Sequence[tuple[str, str]],
    codebook: Codebook,
) -> Fact | str:
    """The fact of a frame, or why there is none (a name that leads nowhere, a slot that stayed empty)."""
    year = (codebook.years[0].year, codebook.years[0].why) if codebook.years else None
    slots: dict[str, SlotValue] = {}
    for name, slot in frame.slots.items():
        match slot:
            case Names(mentions=found):
                ids = [entities.of(m, source.id) for m in found]
                if None in ids:
                    return f"a name in it is not certain: {', '.join(m.text for m in found)}"
                known = [str(i) for i in dict.fromkeys(ids)]
                if frame.kind == "release" and name == "product" and _UNNAMED.search(found[0].text):
                    return "the models released are not named"
                slots[name] = known if name in _LISTS else known[0]
            case DateMention() if _counted_from_itself(frame, slot):
                continue
            case DateMention():
                days = known_days if source.basis == "note" else _own_days(slot, source, known_days, frame)
                slots[name] = _date(slot, days, year, frame.passage.text)
            case Quantity():
                _quantity(name, slot, slots)
            case Words(text=text) | Fixed(text=text):
                worded = name in {"manner", "attribute", "change"} and not frame.rule.startswith(_QUOTED_CHANGE)
                # what a score is on has a name
                slots[name] = text.casefold() if worded and not text.startswith("score on ") else text
    _tidy(frame, slots)
    if points_back(frame):
        return "what the reaction is to stands before the sentence"
    missing = [name for name in REQUIRED.get(frame.kind, ()) if not slots.get(name)]
    if missing:
        return f"no certain {missing[0]} for a statement of kind {frame.kind}"
    attribution, voice = _voice(frame, source, entities, slots)
    ordered = {
        name: slots[name] for name in (*SLOTS[frame.kind], *sorted(slots)) if slots.get(name) not in (None, "", [])
    }
    others = [entities.of(m, source.id) for m in frame.mentioned]
    mentioned = tuple(dict.fromkeys(e for e in others if e is not None))
    return Fact(frame=frame, source=source.id, slots=ordered, attribution=attribution, voice=voice, mentioned=mentioned)


def _own_days(
    mention: DateMention, source: Source, known: Sequence[tuple[str, str]], frame: Frame
) -> Sequence[tuple[str, str]]:
    """What a weekday of a raw text may be measured from: the days that text itself states, and its own date.

    A text tells of the week before it was published. Another text's Wednesday is not this one's.
    """
    if mention.precision != "weekday":
        return known
    own = [(value, where) for value, where in known if f" in {source.id} ¶" in where]
    published = source.published
    if published.precision != "day" or mention.direction == "after" or _AHEAD.search(frame.sentence.text):
        return own
    last = date.fromisoformat(published.value)
    week = [last - timedelta(days=n) for n in range(7)]
    day = next(d for d in week if WEEKDAYS[d.weekday()] == mention.value)
    behind = frame.passage.text[mention.end : mention.end + 16]
    if behind.startswith(" of last week"):
        day = last - timedelta(days=last.weekday() + 7 - WEEKDAYS.index(mention.value))
        return [(day.isoformat(), f"the week before {published.value}, the date of text {source.id}")]
    told = f"the last {mention.value.capitalize()} up to {published.value}, the date of text {source.id}"
    return [(day.isoformat(), told)]


def _voice(frame: Frame, source: Source, entities: Entities, slots: dict[str, SlotValue]) -> tuple[str | None, str]:
    if frame.kind in {"quote", "reaction"}:
        return None, str(slots.get("speaker") or slots.get("holder"))
    if frame.voice is None:
        return None, f"source:{source.id}"
    if frame.kind not in ARGUMENT_KINDS:
        slots["reporting"] = frame.voice.verb
    if frame.voice.mention is not None:
        entity = entities.of(frame.voice.mention, source.id)
        if entity:
            return entities.named(entity).name, entity
    return frame.voice.text, re.sub(r"\W+", "-", fold(frame.voice.text).casefold()).strip("-")


def _small(mention: DateMention) -> str:
    """A relative date as it stands inside a sentence: "last week", also where the text opens with "Last week"."""
    surface = mention.surface
    first = surface.split(maxsplit=1)[0] if surface.strip() else ""
    named = first.casefold().rstrip("'’s") in WEEKDAYS or find_dates(f"{first} 2020")
    return surface if mention.precision != "relative" or named else surface[0].lower() + surface[1:]


def _anchor(mention: DateMention, text: str) -> re.Match[str] | None:
    return _ANCHOR.match(text, mention.end) if mention.direction in {"after", "before"} else None


def _counted_from_itself(frame: Frame, mention: DateMention) -> bool:
    """ "One day after Nova released Aurora, Ada Lin left": the day is that of the leaving, not of the release."""
    anchor = _anchor(mention, frame.passage.text)
    product = frame.slots.get("product")
    if frame.kind != "release" or anchor is None or not isinstance(product, Names):
        return False
    return any(anchor.start() <= m.start < anchor.end() for m in product.mentions)


def _date(
    mention: DateMention, known: Sequence[tuple[str, str]], year: tuple[int, str] | None, text: str
) -> Mapping[str, object]:
    value, derived = resolve_date(mention, known, year)
    out: dict[str, object] = {
        "value": value,
        "precision": mention.precision,
        "derived": derived or mention.derived or None,
    }
    if mention.precision == "part-of-month" and mention.unit:
        out["part"] = mention.unit
    if not value or not re.match(r"[\d-]", value):
        anchor = _anchor(mention, text)
        out["words"] = _small(mention) + (anchor[0].rstrip() if anchor else "")
    if mention.precision == "weekday" and re.match(r"\d", value):
        out["precision"] = "day"
    return out


#: rules whose sentence has the words before the number: "has a staff of 95" is no "95 staff"
_IN_WORDS = frozenset({"amount-of-verb", "amount-of-part"})


def _quantity(name: str, quantity: Quantity, slots: dict[str, SlotValue]) -> None:
    if quantity.kind == "ratio" and ":" in value_text(quantity):
        slots.update(
            {"value": f"{quantity.first}:{quantity.second}", "first": quantity.first, "second": quantity.second}
        )
        return
    vague = quantity.approx.removesuffix(" of")
    if vague in _VAGUE and quantity.kind == "count":
        slots.update({name: vague, "unit": quantity.unit})
        return
    slots[name] = value_text(quantity)
    if name == "value":
        slots["unit"] = quantity.unit
        slots["approx"] = quantity.approx


def _tidy(frame: Frame, slots: dict[str, SlotValue]) -> None:
    """Small repairs that hold for every corpus: a role's tense, a parameter count's unit, empty strings out."""
    matched = frame.passage.text[frame.start : frame.end]
    if frame.kind == "role":
        role = str(slots.get("role") or "")
        if _FORMER.search(matched) or _FORMER.match(role):
            slots["tense"] = "former"
            slots["role"] = _FORMER.sub("", role).strip()
        elif _TENSE.search(matched):
            slots["tense"] = "past"
    if frame.kind in {"model_attribute", "architecture", "quantity", "cost"} and "unit" in slots:
        attribute = str(slots.get("attribute") or "")
        if attribute.rstrip("s") in {"parameter", "billion-parameter"}:
            slots["attribute"], slots["unit"] = "parameters", "parameters"
        elif attribute.startswith("context"):
            slots["attribute"], slots["unit"] = "context window", slots["unit"] or "tokens"
        elif not slots["unit"] and attribute and attribute != "level" and frame.rule not in _IN_WORDS:
            slots["unit"] = attribute
    if frame.kind in ARGUMENT_KINDS:
        slots["sentence"] = frame.sentence.text.strip()
