"""Findings from facts: the same fact across sources joined by a typed key, never by a likeness of texts.

The key of a fact is its kind, its subject and what distinguishes it by kind (a role's words, an attribute with its
value, a departure's manner). Nothing here alters a frame.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefwright.model import ARGUMENT_KINDS, Kind, SlotValue, short_hash
from briefwright.slots import Fact
from briefwright.text import content_words, normalise

_LEAVING = frozenset({"left", "departed", "departure", "departures", "departing", "exit", "exits", "exited", "leaving",
                      "lost", "loss", "quit", "walked out", "resigned", "resignation", "resignations", "stepped down",
                      "stepping down", "steps down", "stepped back", "stepped aside", "retired"})  # fmt: skip
_RELEASING = frozenset({"release", "released", "launch", "launched", "unveiled", "unveiling", "introduced", "shipped",
                        "introduction", "debut", "debuted", "published", "publication", "open-sourced", "opened",
                        "open-sourcing", "rolled out", "delivered", "presented", "publicised",
                        "publicized", "came out", "come out", "comes out", "put out", "brought out", "made available",
                        "became available"})  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Facts that say the same thing, in reading order, with the finding's id and the entities they are about."""

    id: str
    kind: Kind
    facts: tuple[Fact, ...]
    entities: tuple[str, ...]


def words_key(value: SlotValue) -> str:
    """Words as a key: content words without endings, in alphabetical order."""
    return " ".join(sorted({_stem(w) for w in content_words(str(value or ""))}))


def _stem(word: str) -> str:
    for ending in ("ies", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def _date_key(value: SlotValue) -> str:
    return str(value.get("value")) if isinstance(value, Mapping) else ""


def keys(fact: Fact) -> tuple[str, str, str]:
    """Subject, attribute and value of a fact: together with its kind what makes two facts the same."""
    s = fact.slots
    match fact.frame.kind:
        case "role":
            return str(s["person"]), "role", words_key(s["role"])
        case "affiliation":
            return str(s["person"]), str(s["organisation"]), _date_key(s.get("since"))
        case "biography":
            return str(s["person"]), str(s["event"]), words_key(s.get("object"))
        case "departure":
            manner = str(s.get("manner") or "")
            # "it is unclear whether she left" is another finding than that she left: the two are set side by side
            value = "open" if fact.frame.hedge == "unclear" else ""
            return str(s["person"]), "departure" if manner in _LEAVING else f"departure {manner}", value
        case "appointment":
            return str(s["person"]), "appointment", ""
        case "release":
            manner = str(s.get("manner") or "")
            return str(s["product"]), "release" if manner in _RELEASING else manner, _date_key(s.get("date"))
        case "announcement":
            return str(s["agent"]), words_key(s["content"]), ""
        case "organisation_change":
            return (
                str(s.get("agent") or words_key(s["object"])),
                _stem(str(s["change"])),
                words_key(s.get("result") or s["object"]),
            )
        case "meeting":
            return words_key(s["event"]), "meeting", ""
        case "quote":
            return str(s["speaker"]), "words", normalise(str(s["words"])).strip(" .,!?")
        case "reaction":
            return str(s["holder"]), words_key(s["view"]), words_key(s.get("about"))
        case "model_attribute" | "architecture" | "quantity" | "cost":
            attribute = str(s["attribute"])
            # "512,000 tokens with scaling" is another finding than 512,000 tokens
            value = f"{words_key(s['value'])} {s.get('of', '')} {words_key(s.get('part'))}".strip()
            return str(s.get("subject") or ""), attribute, value
        case "licence":
            return str(s["subject"]), "licence", f"{s['licence']} {words_key(s.get('permits'))}".strip()
        case _:
            about = s.get("about") or s.get("affected") or ""
            if isinstance(about, (list, tuple)):
                about = "|".join(sorted(str(a) for a in about))
            about = str(about)
            said = str(s.get("sentence") or "")
            return about, fact.frame.kind, words_key(said) or normalise(said)


def group(facts: Sequence[Fact], is_entity: Callable[[str], bool]) -> tuple[Group, ...]:
    """Facts joined into findings, in reading order of their first statement."""
    joined: dict[tuple[str, str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        subject, attribute, value = keys(fact)
        # a denial is no further statement of what it denies
        stand = (
            f"{value} denied" if fact.frame.polarity == "denied" and fact.frame.kind not in ARGUMENT_KINDS else value
        )
        joined[fact.frame.kind, subject, attribute, stand].append(fact)
    taken: set[str] = set()
    out: list[Group] = []
    for (kind, subject, attribute, value), members in joined.items():
        plain = short_hash("finding", kind, subject, attribute)
        identity = (
            plain
            if plain not in taken and kind not in ARGUMENT_KINDS
            else short_hash("finding", kind, subject, attribute, value)
        )
        taken.add(identity)
        members = _without_repeats(members)
        named = [v for f in members for v in (*_named(f.slots), *f.mentioned) if is_entity(v)]
        out.append(
            Group(id=identity, kind=members[0].frame.kind, facts=tuple(members), entities=tuple(dict.fromkeys(named)))
        )
    return tuple(out)


def _without_repeats(members: Sequence[Fact]) -> list[Fact]:
    """A fact that a note merely takes for granted again ("the departure of …") is its first mention there.

    In a raw text every passage that tells it is kept, once: who reads that passage finds it cited.
    """
    out: list[Fact] = []
    for fact in members:
        said = [f for f in out if f.source == fact.source]
        here = [f for f in said if f.frame.passage.id == fact.frame.passage.id]
        if fact.frame.presupposed and (here if fact.frame.rule.startswith("parsed-") else said):
            continue
        if (
            said
            and fact.frame.passage.id == said[-1].frame.passage.id
            and fact.frame.sentence == said[-1].frame.sentence
        ):
            continue
        out.append(fact)
    return out


def _named(slots: Mapping[str, SlotValue]) -> list[str]:
    out: list[str] = []
    for value in slots.values():
        if isinstance(value, str):
            out.append(value)
        elif isinstance(value, (list, tuple)):
            out += [str(v) for v in value]
    return out


#: Slots that say how something was read, not what is said.
_MANNER = frozenset({"tense", "reporting", "sentence", "manner", "link"})


def shared_slots(told: Sequence[tuple[str, Fact]]) -> frozenset[tuple[str, str]] | None:
    """The slots with their values that two origins fill alike; None where only one origin speaks.

    A text that is said to stand in two origins must not vouch for what one of them alone says.
    """
    by_origin: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for origin, fact in told:
        by_origin[origin] |= _filled(fact)
    if len(by_origin) < 2:
        return None
    counts = Counter(item for items in by_origin.values() for item in items)
    return frozenset(item for item, count in counts.items() if count > 1)


def _filled(fact: Fact) -> set[tuple[str, str]]:
    return {
        (name, _date_key(value) if isinstance(value, Mapping) else words_key(value) or str(value))
        for name, value in fact.slots.items()
        if value and name not in _MANNER
    }


def order_of_wording(fact: Fact, words: str, shared: frozenset[tuple[str, str]] | None) -> tuple[int, int, int, int]:
    """The clearest wording first: nothing that one origin alone says, then most slots filled, asserted, shortest."""
    filled = _filled(fact)
    alone = len(filled - shared) if shared is not None else 0
    return (alone, -len(filled), 0 if fact.frame.hedge == "none" else 1, len(words))
