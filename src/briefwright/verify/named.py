"""Is it the named one of whom the cited sentence says so? By who is named in it, and in which order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefwright.codebook import Lexicon
from briefwright.model import ARGUMENT_KINDS, Statement
from briefwright.text import normalise, outside_quotations
from briefwright.verify.spelt import Failing, Sentence, stand_ins

#: Kinds in which one thing acts on another of the same sort.
_ACTIVE = {"release": ("agent", "product"), "organisation_change": ("agent", "result")}
#: Slots that only people fill, and slots that people never fill.
_PEOPLE = frozenset({"person", "predecessor"})
_THINGS = frozenset({"organisation", "product"})
_OF_THINGS = frozenset({"model_attribute", "architecture", "licence"})
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)\b", re.IGNORECASE)


def named(
    statement: Statement, sentence: Sentence, names: Mapping[str, Sequence[str]], lexicon: Lexicon
) -> Iterator[Failing]:
    """Each thing of a slot is named in the sentence itself, unless that names nothing else.

    In raw text a pronoun or "the company" may stand for it, and words alone are their speaker's who was named before.
    """
    if statement.slots.get("named") or (statement.evidence.basis != "note" and statement.kind in ARGUMENT_KINDS):
        return
    raw = statement.evidence.basis != "note"
    plain = normalise(outside_quotations(sentence.text))
    row = raw and " | " in sentence.text
    filled = {str(i) for v in statement.slots.values() for i in (v if isinstance(v, (list, tuple)) else [v])}
    if all(who & filled for _, _, who in sentence.spans):
        return  # "the breakthrough allows it": nothing else is named that the sentence could be about
    for slot, value in statement.slots.items():
        for item in [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else ():
            if item not in names or sentence.of(item):
                continue
            # "Aurora 4" is not "Aurora", whatever else the sentence points back to
            longer = raw and any(_inside(n, sentence) for n in names[item])
            person = True if slot in _PEOPLE else False if slot in _THINGS or statement.kind in _OF_THINGS else None
            stands = row or (raw and next(stand_ins(plain, lexicon, person=person), None) is not None)
            if longer or not stands:
                yield slot, f"the cited sentence does not name {names[item][0]}"


def _inside(name: str, sentence: Sentence) -> bool:
    """Does the sentence hold a name only as part of a longer one?"""
    plain = normalise(name)
    return any(
        re.search(rf"(?<![^\W_]){re.escape(plain)}(?![^\W_])", sentence.low[a:b]) and sentence.low[a:b] != plain
        for a, b, _ in sentence.spans
    )


def sides(statement: Statement, sentence: Sentence) -> Iterator[Failing]:
    """Who acts stands before what is acted on, or after "by"."""
    pair = _ACTIVE.get(statement.kind)
    if statement.slots.get("attribute") in {"developed by", "developer"}:
        pair = ("value", "subject")
    if pair is None:
        return
    one, other = statement.slots.get(pair[0]), statement.slots.get(pair[1])
    if not isinstance(one, str) or not isinstance(other, str):
        return
    agents, things = sentence.of(one), sentence.of(other)
    if not agents or not things:
        return
    (a, a_end), (t, t_end) = agents[0], things[0]
    owner = a < t and sentence.low[a_end:t].startswith("'s")
    by = bool(re.search(r"\bby (?:the |its )?(?:[\w-]+ ){0,3}$", sentence.low[:a]))
    if a < t and (owner or not _passive_by(sentence.low[a_end:t], sentence.low[t_end:], t)):
        return
    if a > t and (by or not _verbal(sentence.low[t_end:a])):
        return
    yield pair[0], f"in the cited sentence it is not {pair[0]} but the other side"


def _passive_by(between: str, _after: str, _at: int) -> bool:
    return bool(_PASSIVE.search(between)) and bool(re.search(r"\bby (?:the |its )?(?:[\w-]+ ){0,3}$", between))


def _verbal(between: str) -> bool:
    return bool(re.search(r"\b\w+(?:ed|ew|es|s)\b", between))


def foremost(statement: Statement, sentence: Sentence) -> Iterator[Failing]:
    """Where a verb compares or joins two names, the subject is the one before it."""
    subject = next(iter(statement.slots.values()), None)
    filled = {str(i) for v in statement.slots.values() for i in (v if isinstance(v, (list, tuple)) else [v])}
    places = sentence.of(subject) if isinstance(subject, str) else []
    if not places or statement.evidence.basis != "note" or not sentence.spans:
        return
    a, b, who = sentence.spans[0]
    owner = sentence.low[b : b + 2] == "'s"
    if a == 0 and not owner and not who & filled and places[0][0] > b and statement.attribution is None:
        between = sentence.low[b : places[0][0]]
        if re.match(r" (?:\w+ly )?\w+(?:ed|s)\b", between) and not re.search(r"[,;:]| (?:and|that|was|were) ", between):
            yield next(iter(statement.slots)), "in the cited sentence somebody else does it"


def beside(statement: Statement, sentence: Sentence) -> Iterator[Failing]:
    """A role that stands right beside one name is not that of another: "the chemist Ada Lin and the lawyer Bo Tan"."""
    person, role = statement.slots.get("person"), normalise(str(statement.slots.get("role") or ""))
    if statement.kind != "role" or statement.evidence.basis == "note" or not isinstance(person, str) or not role:
        return
    filled = {str(v) for v in statement.slots.values() if isinstance(v, str)}
    mine = sentence.of(person)
    others = [(a, b) for a, b, ids in sentence.spans if not ids & filled]
    for found in re.finditer(rf"(?<!\w){re.escape(role)}(?!\w)", sentence.low):
        start, end = found.span()
        nearest = min((max(a - end, start - b) for a, b in mine), default=None)
        if not any(-1 <= a - end <= 1 for a, _ in others) or (nearest is not None and nearest <= 1):
            return
        yield "person", "in the cited sentence the role stands beside somebody else"
        return
