"""The verifier against planted lies: each slot of a true statement made false in turn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefwright.build import distil_folder
from briefwright.codebook import load_codebook
from briefwright.model import Statement
from briefwright.verify import Verdict, verify

BRIEFING = distil_folder(Path(__file__).parent / "corpora" / "halden_notes")
NAMES = {e.id: (e.name, *e.aliases) for e in BRIEFING.entities}
SOURCES = {s.id: s for s in BRIEFING.sources}


def one(kind: str, source: str, **slots: object) -> Statement:
    return next(
        s
        for s in BRIEFING.statements
        if s.kind == kind and s.evidence.source == source and all(s.slots.get(k) == v for k, v in slots.items())
    )


def judged(statement: Statement) -> Verdict:
    return verify(statement, SOURCES[statement.evidence.source], NAMES, load_codebook())


def changed(statement: Statement, **slots: object) -> Statement:
    return replace(statement, slots={**statement.slots, **slots})  # type: ignore[dict-item]


ROLE = one("role", "000", person="ingrid-solheim")
JOINED = one("affiliation", "000", person="ingrid-solheim")
SIZE = one("model_attribute", "000")
RATIO = one("architecture", "000", attribute="ratio")
QUOTE = one("quote", "000")
APPOINTED = one("appointment", "001")
TOLD = one("appointment", "000")
LICENCE = one("licence", "001")
RISK = one("risk", "001")

LIES: dict[str, tuple[str, Statement]] = {
    "another person": ("person", changed(ROLE, person="mateo-quiroga")),
    "another organisation": ("organisation", changed(JOINED, organisation="brightforge")),
    "another role": ("role", changed(ROLE, role="chief scientist")),
    "another date": ("since", changed(JOINED, since={"value": "2018-08", "precision": "month", "derived": None})),
    "another number": ("value", changed(SIZE, value="2000000000–15000000000")),
    "another ratio": ("value", changed(RATIO, value="1:5")),
    "another word in a quotation": ("words", changed(QUOTE, words="It was an honour to build that with all of you.")),
    "another licence": ("licence", changed(LICENCE, licence="Apache-2.0")),
    "a hedge that is not there": ("hedge", replace(JOINED, hedge="reportedly")),
    "a hedge dropped": ("hedge", replace(APPOINTED, hedge="none")),
    "an attribution that is not there": ("attribution", replace(JOINED, attribution="Petra Vance")),
    "a denial that is not there": ("polarity", replace(JOINED, polarity="denied")),
    "a number in the text only": ("text", replace(ROLE, text=ROLE.text.replace("of", "of 3"))),
    "a quotation in the text only": ("text", replace(ROLE, text=ROLE.text + " “A great loss to all.”")),
    "a sentence that is not the one cited": ("sentence", changed(RISK, sentence="Halden Labs will close its weights.")),
    "a span that holds other words": ("evidence", replace(ROLE, evidence=replace(ROLE.evidence, exact="Ingrid"))),
    "a passage that is noise": ("evidence", replace(ROLE, evidence=replace(ROLE.evidence, passage="p6"))),
    "a passage that says nothing of it": (
        "evidence",
        replace(ROLE, evidence=replace(ROLE.evidence, passage="p3")),
    ),
}


@pytest.mark.parametrize("statement", BRIEFING.statements, ids=lambda s: s.id)
def test_what_is_published_is_supported(statement: Statement) -> None:
    assert judged(statement).verdict == "supported"


@pytest.mark.parametrize("lie", LIES, ids=str)
def test_a_planted_lie_is_unsupported_and_its_slot_named(lie: str) -> None:
    slot, statement = LIES[lie]
    verdict = judged(statement)
    assert (verdict.verdict, verdict.slot) == ("unsupported", slot)


@pytest.mark.parametrize("lie", LIES, ids=str)
def test_a_verdict_gives_its_reason_in_words(lie: str) -> None:
    assert len(judged(LIES[lie][1]).reason.split()) > 3


def test_a_relayed_statement_keeps_its_voice() -> None:
    assert judged(TOLD).verdict == "supported"
