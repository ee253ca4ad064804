"""What the grammar of a raw passage says otherwise than the sentence composed of it.

A note is short and plain, and is read by rules alone; in raw prose a denial, a condition or who says it may stand far
from the words that a rule has read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefwright.codebook import Codebook
from briefwright.model import Passage, Source, Statement
from briefwright.text import normalise
from briefwright.verify.entail import entails
from briefwright.verify.held import PRESUPPOSED
from briefwright.verify.spelt import Failing, Sentence, stands
from briefwright.verify.verdict import Verdict, weigh

#: What the grammar may refute; dates the engine may resolve from more than the passage.
_BINDING = frozenset(
    {"attribution", "condition", "negation", "hedge", "number", "scope", "choice", "agent", "name", "order", "speaker"}
)
_NAMED = frozenset({"agent", "name", "order", "speaker"})
_DENIED = re.compile(r"\bit is not the case that ", re.IGNORECASE)


def refuted(
    statement: Statement,
    cited: str,
    passage: Passage,
    source: Source,
    names: Mapping[str, Sequence[str]],
    codebook: Codebook,
) -> Iterator[Failing]:
    """The slot that the passage fills otherwise, with a sentence for a person; nothing where it does not say."""
    sentence = Sentence(cited, names)
    here = {
        v: _spelling(v, sentence, cited, names) for v in statement.slots.values() if isinstance(v, str) and v in names
    }

    def judge(claim: str) -> Verdict | None:
        faults = entails(passage.text, claim, codebook, source.text)
        return weigh(faults) if faults is not None else None

    yield from _otherwise(statement, judge(_spelt(statement.text, here, names)), cited, names)
    claim = _spelt(plainly(statement, here), here, names)
    verdict = judge(claim) if claim else None
    if verdict is None:
        return
    own = statement.polarity == "affirmed" and not statement.attribution
    if own or statement.kind == "quote":
        yield from _otherwise(statement, verdict, cited, names)
        return
    if verdict.verdict != "supported":
        return
    if statement.polarity == "denied":
        yield "polarity", "the cited sentence says that it is so"
    if statement.attribution and not _told(statement, sentence):
        yield "attribution", "the cited sentence says so itself, and not by somebody's word"


def plainly(statement: Statement, here: Mapping[str, str]) -> str:
    """What a statement says, affirmed and in nobody's mouth, as plain prose has it; "" where no form is known."""
    slots = statement.slots
    who = here.get(str(slots.get("person") or slots.get("speaker")), "")
    match statement.kind:
        case "quote" if who:
            return f"{who} said “{slots.get('words')}”."
        case "role" if who and slots.get("role") and not statement.rule.endswith(("-leads", "-leads-named")):
            house = here.get(str(slots.get("organisation")), "")
            return f"{who} {'was' if slots.get('tense') else 'is'} {slots['role']}" + (
                f" of {house}." if house else "."
            )
        case _ if statement.attribution or statement.polarity == "denied":
            verb = str(slots.get("reporting") or "according to")
            voice = re.escape(statement.attribution or "")
            lead = rf"^(?:according to {voice}, |{voice} {re.escape(verb)} that )" if voice else "^"
            text = re.sub(lead, "", statement.text, flags=re.IGNORECASE)
            plain = _DENIED.sub("", text[:1].upper() + text[1:])
            # "did not raise" denies in the text's own words: what it would affirm, nobody has said
            return "" if statement.polarity == "denied" and len(plain) == len(text) else plain
        case _:
            return ""


def _told(statement: Statement, sentence: Sentence) -> bool:
    """May a voice reach what a noun phrase tells in passing: "Ada Lin, who was its head, has left, Nova said"?"""
    who = normalise(statement.attribution or "")
    if statement.kind not in PRESUPPOSED or who not in sentence.low:
        return False
    person = sentence.of(str(statement.slots.get("person")))
    a, b = sorted((person[0][0] if person else 0, sentence.low.find(who)))
    return ";" not in sentence.low[a:b]


def _spelling(entity: str, sentence: Sentence, cited: str, names: Mapping[str, Sequence[str]]) -> str:
    """A name as the cited sentence spells it, "Munro" for "Isolde Munro"; as it is known where that has none."""
    spelt = [sentence.text[a:b] for a, b in sentence.of(entity) if len(sentence.text) == len(sentence.low)]
    known = sorted((n for n in names[entity] if stands(n, cited)), key=len, reverse=True)
    return (spelt or known or [names[entity][0]])[0]


def _spelt(text: str, here: Mapping[str, str], names: Mapping[str, Sequence[str]]) -> str:
    for entity, spelling in here.items():
        text = text.replace(names[entity][0], spelling)
    return text


def _otherwise(
    statement: Statement, verdict: Verdict | None, cited: str, names: Mapping[str, Sequence[str]]
) -> Iterator[Failing]:
    # that somebody wrote it is what a quotation says
    trusted = _NAMED if statement.kind == "quote" else _BINDING
    if verdict is None or verdict.verdict != "unsupported" or verdict.slot not in trusted:
        return
    quoted = re.findall(r"“([^”]*)”", verdict.reason)
    if verdict.slot in _NAMED:
        things = [v for v in statement.slots.values() if isinstance(v, str) and v in names]
        alone = verdict.slot == "order" and len(things) < 2
        # "Zurich-based Nova" is Nova, and a pronoun was resolved from more than the passage
        same = len(quoted) > 1 and (quoted[0] in quoted[1] or quoted[1] in quoted[0])
        if alone or same or not all(any(stands(n, cited) for n in names[t]) for t in things):
            return
    # what a template adds in doubt ("can run on") takes nothing away; "until" tells a time; "led" says "formerly" too
    past = "formerly" in quoted and not statement.slots.get("tense")
    if not verdict.reason.startswith("the claim says") and "until" not in quoted and not past:
        yield verdict.slot, verdict.reason
