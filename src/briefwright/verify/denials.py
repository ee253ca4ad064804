"""Does the cited sentence deny what a denied statement denies, and nothing of what an affirmed one affirms?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefwright.model import ARGUMENT_KINDS, Statement
from briefwright.text import normalise, outside_quotations
from briefwright.verify.spelt import Failing, Sentence

_PARTS = re.compile(r"[,;:]|\b(?:that|and|but|which|who|because|when|while|whether|although|as)\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:not|never|no|none|neither|nor|nobody|cannot|denied|denies|refus\w+|declin\w+|unable|fail\w*|lacks?|without)\b"
    r"|n't\b",
    re.IGNORECASE,
)

#: A denial of what follows, and no deed of its own.
_PLAINLY = re.compile(r"\b(?:not|never|cannot)\b|n't\b", re.IGNORECASE)
#: What a slot of these holds is affirmed or denied as a whole.
_TOLD = ("manner", "role", "licence", "value", "change", "organisation")
_DIRECTLY = re.compile(
    r"(?:\b(?:not|never|neither|no longer)|n't)(?! (?:only|just|merely|simply|least))(?: (?:been|be|being|a|an|yet|"
    r"under|beneath|as|for|meant|made|named|appointed|called|known|offered|released|available|[a-z]+ly)){0,4} $"
)


def misdenied(statement: Statement, sentence: Sentence) -> Iterator[Failing]:
    """A denial stands where the statement has it, and nowhere else."""
    if statement.polarity == "denied":
        yield from _denied(statement, sentence)
    elif statement.evidence.basis != "note" and statement.kind not in ARGUMENT_KINDS | {"quote", "reaction"}:
        yield from _affirmed(statement, sentence)


def _affirmed(statement: Statement, sentence: Sentence) -> Iterator[Failing]:
    """No "not" stands right before each of the words that a slot was filled with."""
    low = normalise(outside_quotations(sentence.text))
    for slot in _TOLD:
        value = statement.slots.get(slot)
        if not isinstance(value, str) or _DENIAL.search(value):
            continue
        words = re.escape(normalise(value)).replace(r"\-", "[- ]").replace(r"\ ", "[- ]")
        places = [m.start() for m in re.finditer(rf"(?<!\w){words}", low)]
        if places and all(_DIRECTLY.search(low[:at]) for at in places):
            yield "polarity", f"the cited sentence denies “{value}”"


def _denied(statement: Statement, sentence: Sentence) -> Iterator[Failing]:
    """A denial stands in the part of the sentence that speaks of the subject."""
    if statement.polarity != "denied" or (statement.evidence.basis != "note" and statement.kind in ARGUMENT_KINDS):
        return
    subject = next(iter(statement.slots.values()), None)
    places = sentence.of(subject) if isinstance(subject, str) else []
    own = [
        normalise(v)
        for v in statement.slots.values()
        if isinstance(v, str) and _DENIAL.search(v) and not _PLAINLY.search(v)
    ]
    low = sentence.low
    for words in own:  # "denied knowledge" affirms that it was denied; "did not raise" is the denial itself
        low = low.replace(words, " " * len(words))
    cuts = sorted({0, len(low), *(m.start() for m in _PARTS.finditer(low))})
    for a, b in pairwise(cuts):
        if _DENIAL.search(low[a:b]) and (not places or any(a <= p < b for p, _ in places)):
            return
    tail = low[places[0][0] if places else 0 :]
    near = not places or bool(
        re.search(r"^[^,;:]{0,90}?\b(?:not|never|no|cannot|declin\w+|denied|refused)\b|n't", tail)
    )
    if statement.evidence.basis != "note" and (
        not places or re.search(r"^[^;:]{0,120}?(?:\b(?:not|never|no|cannot)\b|n't)", tail)
    ):
        return
    if near and "that" not in tail.split(" not ")[0].split():
        return
    yield "polarity", "the cited sentence denies something else"
