"""Arguments of raw text in their place: advice, harms, courses of things, silence; and dates by their verb."""

from __future__ import annotations

import pytest

from briefwright.codebook import load_codebook
from briefwright.dates import DateMention
from briefwright.extract import Frame, extract
from briefwright.extract.reasoning import heading_of
from briefwright.language import available, grammar
from briefwright.names import Gazetteer, name_key
from reading import passage

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
CODEBOOK = load_codebook()
GAZETTEER = Gazetteer(
    kinds={
        **{name_key(n): "organisation" for n in ("Orrin", "Halden Labs", "Vossberg")},
        **{name_key(n): "model" for n in ("Lumen 4", "Quarry 2")},
        name_key("Ada Lindqvist"): "person",
    },
    people={"lindqvist": ("ada lindqvist",)},
)
ARGUED = {"risk", "scenario", "recommendation", "uncertainty"}


def read(text: str, heading: str = "") -> list[Frame]:
    return list(extract(passage(text), GAZETTEER, CODEBOOK, {}, None, grammar, None, heading))


def kinds(text: str, heading: str = "") -> list[str]:
    """The argument kind of each sentence, in order; "" where it argues nothing."""
    found = read(text, heading)
    return [next((f.kind for f in found if f.sentence == s and f.kind in ARGUED), "") for s in passage(text).sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Keep a tested copy of Quarry 2.",
        "First, ask Orrin in writing who signs the reports.",
        "If your cluster is paid for, wait for the second batch.",
        "Do not sign a contract for several years.",
        "Orrin ought to publish its test records.",
        "Cities would do well to write limits into their permits.",
        "Experts advise customers to ask for the report.",
        "Nobody should rely on a single supplier.",
        "Verdict: wait for the second batch.",
        "My advice: stay on Quarry 2 until the terms are clear.",
    ],
)
def test_a_command_or_a_word_of_advice_is_a_recommendation(sentence: str) -> None:
    assert kinds(sentence) == ["recommendation"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lumen 4 should arrive in stores by the end of May.",
        "Ada Lindqvist must have known of the plan.",
        "Drop-in for old boards, says Orrin.",
        "Orrin cut the price of Lumen 4.",
        "The achievement should not be forgotten.",
        "Note that the data sheet is old.",
    ],
)
def test_an_expectation_or_a_report_is_no_recommendation(sentence: str) -> None:
    assert "recommendation" not in kinds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Security fixes could slow down.",
        "Analysts warn that the recall might delay the launch of Lumen 4.",
        "A fork might split the community.",
        "If the regulator finds a fault, customers may have to withdraw Lumen 4.",
        "The danger for Orrin lies in the precedent.",
        "Should Orrin need cash, it might raise the price of support contracts.",
    ],
)
def test_a_harm_that_may_come_is_a_risk(sentence: str) -> None:
    assert kinds(sentence) == ["risk"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Lindqvist left Orrin in May.",
        "Companies could change the code without vendor lock-in.",
        "Orrin lost 40 engineers last year.",
        "Lumen 4 can read handwriting.",
    ],
)
def test_what_happened_or_does_no_harm_is_no_risk(sentence: str) -> None:
    assert "risk" not in kinds(sentence)


def test_the_members_of_a_list_of_scenarios_are_scenarios() -> None:
    text = (
        "Three scenarios are conceivable. In the first, Orrin names a successor. In the second, the ministry opens "
        "proceedings. In the third, the engineers found a laboratory of their own."
    )
    assert kinds(text) == ["", "scenario", "scenario", "scenario"]


def test_an_ordinal_without_a_list_before_it_is_no_scenario() -> None:
    assert kinds("In the first, Orrin names a successor.") == [""]


def test_a_line_under_a_heading_that_asks_for_risks_is_one() -> None:
    line = "Key-person loss: the knowledge sits with a team of nine engineers."
    assert (kinds(line, "risk"), kinds(line)) == (["risk"], [""])


@pytest.mark.parametrize(
    "sentence",
    [
        "It is unclear whether Orrin will reply.",
        "Neither the company nor its insurer would comment.",
        "How long the tests lasted remains disputed.",
        "Orrin has not answered our questions.",
        "No permanent successor has been named.",
    ],
)
def test_what_nobody_knows_or_says_is_an_uncertainty(sentence: str) -> None:
    assert kinds(sentence) == ["uncertainty"]


@pytest.mark.parametrize(
    ("heading", "asked"),
    [
        ("What could go wrong?", "risk"),
        ("What should buyers do now?", "recommendation"),
        ("What to watch", "watch"),
        ("Three scenarios for the summer", "scenario"),
        ("Who has left?", ""),
    ],
)
def test_a_heading_says_what_its_lines_are(heading: str, asked: str) -> None:
    above, line = passage(heading, 1, "heading"), passage("A line.", 2)
    assert heading_of(line, (above, line), CODEBOOK.reasons) == asked


# --------------------------------------------------------------------------- dates


def stated(frames: list[Frame]) -> dict[str, set[str]]:
    """The dates that the frames of each kind hold."""
    out: dict[str, set[str]] = {}
    for frame in frames:
        for slot in frame.slots.values():
            if isinstance(slot, DateMention):
                out.setdefault(frame.kind, set()).add(slot.value)
    return out


def test_a_date_that_no_fact_takes_dates_its_sentence() -> None:
    assert stated(read("Orrin reports its quarterly results on October 21.")) == {"background": {"--10-21"}}


def test_two_dates_that_no_fact_takes_are_both_kept() -> None:
    held = stated(read("The hall in Oslo, closed on May 3, will reopen on June 9."))
    assert {d for dates in held.values() for d in dates} == {"--05-03", "--06-09"}


def test_a_bound_is_not_the_day_of_an_event() -> None:
    assert "departure" not in stated(read("Ada Lindqvist left Orrin before May 3."))
