"""Frames of fact kinds: every rule of the codebook, tried on every tagged sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from briefwright.codebook import Codebook, Rule
from briefwright.dates import DateMention
from briefwright.extract.asserted import UNMADE, unasserted, unmade
from briefwright.extract.circumstances import circumstances
from briefwright.extract.counts import counted
from briefwright.extract.dating import only_date, told_once
from briefwright.extract.frames import Fixed, Frame, Names, Slot, Voice, Words
from briefwright.extract.modality import hedge_of_fact, polarity_of, stance_of, voice_of
from briefwright.extract.reading import PARSED, read_tree
from briefwright.extract.role_lines import role_lines
from briefwright.extract.syntax import Syntax
from briefwright.extract.tokens import Licence, Role, Tagged, Token
from briefwright.model import SLOTS
from briefwright.names import Mention
from briefwright.quantities import Quantity
from briefwright.text import Quotation, fold

_DETERMINER = re.compile(r"^(?:the|a|an|its|their|his|her|this|these|those|that|our)\s+", re.IGNORECASE)
#: "Most of the | team's models are free": what is said of a part is not said of the whole
_PART_OF = re.compile(
    r"\b(?:most|some|many|few|part|parts|half|several|none|a third|any) of (?:the |its |their )?$", re.IGNORECASE
)
#: Kinds whose subject may be the model that the passage is about, where the sentence points back to it.
_OF_A_MODEL = frozenset({"model_attribute", "architecture", "licence", "cost"})
#: "the 7B model …": one size of a family, not the family
_SIZED = re.compile(r"<N\d+>(?:-parameter)? (?:model|system|version|variant)\b")
_POINTS_BACK = re.compile(
    r"\b(?:the|these|this|its|their|with)(?: [\w-]+){0,3}? (?:models?|series|family|lineup|systems?|"
    r"architecture|release|releases|"
    r"ratio|licen[cs]e|breakthrough|design|chip|window)\b|^(?:It|They)\b|<[MF]\d+>",
    re.IGNORECASE,
)
#: signs that a reading holds more than one clause
#: a phrase ahead of the sentence's own subject, and the comma that closes it behind a name
_OPENING = re.compile(
    r"^\W*(?:In|At|For|With|After|Before|Under|On|By|From|Despite|Since|During|Among|Like|Unlike|Besides|Without|"
    r"Thanks to|Because of|Instead of|Next to|According to|As)\b[^,;.]{0,60}$"
)
_CLOSED = re.compile(r"(?:'s [\w-]+)?, (?!who\b|which\b|whose\b)")
_CLAUSE = re.compile(r"\b(?:that|whether|because|although|if|while|when|where)\b")
_THAT = re.compile(
    r"\b(?:said|says|say|claims?|claimed|believes?|reported|argues?|argued|thinks?|hopes?|fears?|dreams?) that\b"
)
#: kinds of deeds and states, which "almost" and "denied having" unmake
_DONE = frozenset(
    """release affiliation biography departure appointment organisation_change meeting model_attribute architecture
    licence cost quantity""".split()
)
#: kinds of what a thing is or has, and the words by which it is still to come
_STATES = frozenset({"model_attribute", "architecture", "licence", "cost", "quantity", "affiliation"})
_WILL = re.compile(r"\b(?:will|is to|are to|shall)\b|'ll\b")
#: "before 3 March", "between 3 March and 9 May": a bound, not the day
_BOUND = re.compile(r"\b(?:before|after|between|until|till|by) $", re.IGNORECASE)
_TRAILING = re.compile(r"[\s,;:.]+$")
#: Slots that a kind cannot do without: a frame that lacks one is no frame.
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "role": ("person", "role"),
    "affiliation": ("person", "organisation"),
    "biography": ("person", "event"),
    "departure": ("person",),
    "appointment": ("person",),
    "release": ("product",),
    "announcement": ("agent", "content"),
    "organisation_change": ("change", "object"),
    "meeting": ("event",),
    "quote": ("speaker", "words"),
    "reaction": ("holder", "view"),
    "model_attribute": ("subject", "attribute", "value"),
    "architecture": ("subject", "attribute", "value"),
    "quantity": ("attribute", "value"),
    "licence": ("subject", "licence"),
    "cost": ("subject", "attribute", "value"),
}


@lru_cache(maxsize=1 << 17)
def _matches(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    """Where a rule applies; remembered, as `serve` reads the same sentences again at each change of one."""
    return tuple(pattern.finditer(text))


def facts(
    readings: Sequence[Tagged], codebook: Codebook, subject: Mention | None, tree: Syntax | None = None
) -> Iterator[Frame]:
    """Every fact frame of a sentence, read whole and clause by clause; of equal frames the fullest, the earliest.

    `subject` is the model or product the passage is about, where it is certain. Where there is a `tree`, it alone says
    who holds which role and who comes and goes: the surface of a sentence is a poorer guide to that.
    """
    best: dict[tuple[object, ...], Frame] = {}
    own = {rule.name for rule in codebook.own_rules}
    for tagged in readings:
        voice = voice_of(tagged)
        for rule in codebook.rules:
            # the parse tells these kinds better than the package's rules; a rule of the corpus's own is meant
            if tree is not None and rule.kind in PARSED and rule.name not in own:
                continue
            for found in _matches(rule.pattern, tagged.text):
                for frame in _frames(rule, found, tagged, voice, codebook, subject):
                    if frame.kind == "meeting":
                        if _none(frame) or (tree is not None and _spoken(frame.slots["event"])):
                            continue
                        frame = _mentioned(frame, tagged)
                    needed = REQUIRED[rule.kind]
                    apart = rule.name if rule.name == "departure-announced" else ""
                    key = (frame.kind, apart, *sorted((k, _identity(v)) for k, v in frame.slots.items() if k in needed))
                    if key not in best or _fuller(frame, best[key]):
                        best[key] = frame
    parsed = list(read_tree(tree, codebook.lexicon)) if tree is not None else []
    parsed += role_lines(tree.tagged) if tree is not None else []
    if any(f.kind == "meeting" for f in parsed):
        best = {key: f for key, f in best.items() if f.kind != "meeting"}
    for frame in parsed:
        needed = REQUIRED[frame.kind]
        # "did not resign; the board dismissed her": what is denied and what is told are two
        denied = "denied" if frame.polarity == "denied" else ""
        key = (frame.kind, denied, *sorted((k, _identity(v)) for k, v in frame.slots.items() if k in needed))
        if key not in best or _fuller(frame, best[key]):
            best[key] = frame
    leads = [f for f in parsed if f.kind == "role" and f.rule.startswith("parsed-role-leads")]
    best = {k: f for k, f in best.items() if not (f.rule == "biography-ran" and any(_same_office(f, g) for g in leads))}
    for frame in counted(readings, list(best.values()), codebook):
        best[frame.kind, frame.start, frame.rule] = frame
    frames = _without_echoes(sorted(best.values(), key=lambda f: (f.start, f.kind, f.rule)))
    named = {_identity(f.slots["words"]) for f in frames if f.kind == "quote" and isinstance(f.slots["speaker"], Names)}
    for frame in frames:
        # a role stands for its holder only where no name is at hand: "the HR executive asked …"
        if (
            frame.kind != "quote"
            or isinstance(frame.slots["speaker"], Names)
            or _identity(frame.slots["words"]) not in named
        ):
            yield frame


def _same_office(story: Frame, role: Frame) -> bool:
    """ "Ada Lin led research" as a life's story and as an office: one fact."""
    return _identity(story.slots["person"]) == _identity(role.slots["person"]) and (
        story.start < role.end and role.start < story.end
    )


_LONGEST_NAME = 4
#: beside a meeting with a date: whether it took place is not told
_NOT_YET = re.compile(
    r"\b(?:until|till|ahead of|before) (?:the |its |their |an? )?(?:[\w-]+ ){0,3}$|"
    r"\b(?:cancel\w*|postpone\w*|called off|will|is to|are to|due|scheduled)\b",
    re.IGNORECASE,
)


def _none(frame: Frame) -> bool:
    """ "There was no | town hall | on 3 May"."""
    event = frame.slots["event"]
    before = frame.passage.text[: event.start] if isinstance(event, Words) else ""
    return re.search(r"\bno (?:\w+ )?$", before, re.IGNORECASE) is not None


def _mentioned(frame: Frame, tagged: Tagged) -> Frame:
    """A meeting that may be still to come, or never came, is only mentioned."""
    event = frame.slots["event"]
    if not frame.rule.startswith("meeting-date") or not isinstance(event, Words):
        return frame
    text = fold(tagged.passage.text)
    inside = text[tagged.sentence.start : tagged.sentence.end]
    ahead = _NOT_YET.search(text[tagged.sentence.start : event.start]) or re.search(
        r"\b(?:cancel\w*|postpone\w*|called off|adjourn\w*)", inside
    )
    return replace(frame, rule="meeting-mentioned") if ahead else frame


def _spoken(slot: Slot) -> bool:
    """Is a meeting's name really something that was said there?"""
    if not isinstance(slot, Words) or not slot.text.startswith("“"):
        return False
    words = slot.text[1:]
    return len(words.split()) > _LONGEST_NAME or words[:1].islower()


def _fuller(one: Frame, other: Frame) -> bool:
    """More slots; and of two readings that differ in doubt or voice the one that keeps them."""
    doubt, less = (one.hedge != "none", one.voice is not None), (other.hedge != "none", other.voice is not None)
    return len(one.slots) > len(other.slots) and doubt >= less


def _without_echoes(frames: list[Frame]) -> list[Frame]:
    """One reading a fact: an announced departure is no second announcement, a model's size no second quantity."""
    kinds = {f.kind for f in frames}
    sized = {_identity(f.slots["value"]) for f in frames if f.kind in {"model_attribute", "architecture", "cost"}}
    announced = {_identity(f.slots["person"]) for f in frames if f.rule == "departure-announced"}
    described = any(f.rule == "attribute-described" for f in frames)
    return [
        f
        for f in frames
        if not (f.rule == "announcement-said" and kinds & {"departure", "appointment", "release"})
        and not (f.kind == "quantity" and _identity(f.slots["value"]) in sized)
        and not (f.rule == "reaction-called" and described)
        and not (f.rule == "departure-verb" and _identity(f.slots["person"]) in announced)
    ]


def _identity(slot: Slot) -> str:
    match slot:
        case Names(mentions=found):
            return "|".join(m.key for m in found)
        case Words(text=text) | Fixed(text=text):
            return text.casefold()
        case Quantity() | DateMention():
            return slot.surface


def _ahead(tagged: Tagged, found: re.Match[str]) -> bool:
    """ "In a report by | Ada Lin |, the project involves …", "critics claim that | the design | …": not the subject."""
    owner = found.groupdict().get("subject")
    if owner is not None and _THAT.search(owner):
        return True
    at = tagged.text.find("<", found.start(), found.end())
    first = next((t for t in tagged.tokens if t.tag_start == at), None)
    if first is None:
        return False
    behind = [found.start(g) for g, v in found.groupdict().items() if v is not None and found.start(g) >= first.tag_end]
    if behind and _CLAUSE.search(tagged.text, first.tag_end, min(behind)):
        # "Ada Lin dreams | that | the project involves …"
        return True
    text, begun = fold(tagged.passage.text), tagged.sentence.start
    return _OPENING.match(text[begun : first.start]) is not None and _CLOSED.match(text, first.end) is not None


def _frames(
    rule: Rule, found: re.Match[str], tagged: Tagged, voice: Voice | None, codebook: Codebook, subject: Mention | None
) -> Iterator[Frame]:
    if _PART_OF.search(tagged.text, 0, found.start()):
        return
    denied = voice is not None and voice.verb in codebook.lexicon.denial
    begun = tagged.sentence.start
    whole = fold(tagged.passage.text)[begun : tagged.sentence.end].rstrip()
    at = tagged.source(found.start()) - begun
    if rule.kind not in {"quote", "reaction"} and (
        unasserted(tagged.text, found.start(), denied=denied) or unasserted(whole, at, denied=denied)
    ):
        # a clause read by itself does not show the question or the report that it stands in
        return
    last = tagged.end(found.end()) - begun
    if (
        not rule.presupposed
        and rule.kind in _DONE
        and (UNMADE.search(whole, at, max(at, last)) or unmade(whole, at, max(at, last)))
    ):
        return
    if not rule.presupposed and rule.kind in _STATES | {"biography"} and _ahead(tagged, found):
        return
    if "event" in found.groupdict() and found["event"] is not None:
        deed = tagged.source(found.start("event"))
        if deed and tagged.passage.text[deed - 1] == "-":
            # "co-| founded |": the grammar cuts the word
            return
    slots: dict[str, Slot] = {name: Fixed(text=text) for name, text in rule.fixed.items()}
    people: tuple[Mention, ...] = ()
    for name, value in found.groupdict().items():
        slot = re.sub(r"\d$", "", name)
        if slot in {"date", "since"} and _BOUND.search(tagged.text, 0, found.start(name)):
            continue
        if value is None or (slot in slots and name != slot and not isinstance(slots[slot], Fixed)):
            continue
        filled = _fill(slot, tagged, found.start(name), found.end(name), dict(rule.slots).get(name, ""))
        if filled is None:
            return
        if isinstance(filled, Names) and dict(rule.slots).get(name) == "PP":
            people = filled.mentions
        slots[slot] = filled
    points = _POINTS_BACK.search(tagged.text) and not _SIZED.search(tagged.text, 0, found.start())
    if rule.kind in _OF_A_MODEL and "subject" not in slots and subject is not None and points:
        slots["subject"] = Names(mentions=(subject,))
    if rule.name == "release-family" and subject is not None:
        slots["product"] = Names(mentions=(subject,))
    if "value" in slots and isinstance(slots["value"], Quantity) and slots["value"].kind == "ratio":
        if rule.fixed.get("attribute") != "ratio":
            return
        slots["first"], slots["second"] = Fixed(text=slots["value"].first), Fixed(text=slots["value"].second)
    elif rule.fixed.get("attribute") == "ratio":
        return
    if any(name not in slots for name in REQUIRED[rule.kind]):
        return
    if (
        not rule.presupposed
        and "date" in SLOTS[rule.kind]
        and "date" not in slots
        and (date := only_date(tagged)) is not None
    ):
        slots["date"] = date
    told_once(rule.kind, slots, tagged)
    start, end = found.start(), found.end()
    # "announced that it would close": what is to come, doubted or denied is what was announced
    stop = max(start + 1, found.start("content")) if rule.kind == "announcement" and "content" in slots else end
    if rule.kind == "quote":
        slots.update({k: v for k, v in circumstances(tagged).items() if k not in slots})
    said = voice if voice and voice.core[0] <= start + 1 and start < voice.core[1] else None
    if rule.kind in {"quote", "reaction"} or rule.presupposed:
        said = None
    if isinstance(named := slots.pop("voice", None), Names):
        said = Voice(text=named.mentions[0].text, verb="according to", mention=named.mentions[0], core=(start, end))
    hedge = hedge_of_fact(tagged, start, stop, codebook.lexicon, presupposed=rule.presupposed)
    if rule.kind == "licence" and hedge in {"could", "may", "can"}:
        # "companies could change it under the licence": a permission, and no doubt
        hedge = "none"
    if hedge == "none" and rule.kind in _STATES and _WILL.search(tagged.text, start, stop):
        # "will have a context window of 128K tokens": it has none yet
        hedge = "will"
    if rule.kind == "quote":
        hedge = hedge if hedge in {"reportedly", "allegedly", "rumoured", "reported"} else "none"
    frame = Frame(
        kind=rule.kind,
        rule=rule.name,
        passage=tagged.passage,
        sentence=tagged.sentence,
        start=tagged.source(start),
        end=tagged.end(end),
        slots=slots,
        polarity="denied"
        if said is not None and denied
        else polarity_of(tagged, start, stop, denying=rule.kind in {"quote", "reaction"}),
        hedge=hedge,
        voice=said,
        stance=stance_of(hedge, said, rule.kind == "quote"),
        mentioned=tuple(t.value for t in tagged.inside(start, end) if isinstance(t.value, Mention)),
        presupposed=rule.presupposed,
    )
    if not people:
        yield frame
    if len(people) > 1 and rule.kind == "departure":
        slots.pop("role", None)
    for person in people:
        name = next(k for k, cls in rule.slots if cls == "PP")
        yield replace(frame, slots={**slots, name: Names(mentions=(person,))})


def _fill(slot: str, tagged: Tagged, start: int, end: int, cls: str) -> Slot | None:
    tokens = tagged.inside(start, end)
    only = tokens[0] if len(tokens) == 1 and tokens[0].tag_start == start and tokens[0].tag_end == end else None
    if cls == "PP":
        return Names(mentions=tuple(t.value for t in tokens if t.name[1] in "PH" and isinstance(t.value, Mention)))
    if only is not None and slot != "attribute":
        return _value(only, slot)
    text = tagged.words(start, end)
    return _words(text, tagged.source(start), bare=cls in {"NP", "R", "W", ""} and slot not in {"subject", "content"})


def _value(token: Token, slot: str) -> Slot | None:
    value = token.value
    match value:
        case Mention():
            return Names(mentions=(value,))
        case DateMention() | Quantity():
            return value
        case Quotation() if slot != "words":
            # a coined term keeps its marks: "a focus on “joint design”"
            words = value.words.rstrip(" ,.")
            return Words(text=f"“{words}”", start=value.start, end=value.end)
        case Quotation():
            words = value.words.rstrip(" ,")
            return Words(text=words, start=value.inner_start, end=value.inner_start + len(words))
        case Role():
            return _words(value.text, value.start, bare=True)
        case Licence():
            return Words(text=value.spdx, start=value.start, end=value.end)


def _words(text: str, start: int, *, bare: bool) -> Words | None:
    """Words of the passage without the stops around them and, if `bare`, without the determiner before them."""
    cut = _DETERMINER.match(text) if bare else None
    if cut and len(text) > cut.end():
        text, start = text[cut.end() :], start + cut.end()
    plain = _TRAILING.sub("", text)
    return Words(text=plain, start=start, end=start + len(plain)) if plain else None
