"""Offices that change hands by a verb of shifting, ends told by what is no more, lines of a personnel column, and
products that come to the market. Invented names."""

from __future__ import annotations

import pytest

from briefwright.language import available
from test_parsed import KNOWN, read, told

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
assert "Lumen 4" in KNOWN


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Orvane names Mara Quell chief science officer.", ("Mara Quell", "chief science officer", "Orvane")),
        ("Mara Quell named chief executive of Orvane.", ("Mara Quell", "chief executive", "Orvane")),
        ("Mara Quell was promoted to head of research.", ("Mara Quell", "head of research", "")),
        ("Mara Quell was re-elected chair of Orvane.", ("Mara Quell", "chair", "Orvane")),
        ("Orvane has re-elected Mara Quell as its chair.", ("Mara Quell", "chair", "Orvane")),
        ("Orvane has taken on Mara Quell as chief engineer.", ("Mara Quell", "chief engineer", "Orvane")),
        ("Mara Quell was demoted to engineer.", ("Mara Quell", "engineer", "")),
        ("Mara Quell has been transferred to Orvane as head of sales.", ("Mara Quell", "head of sales", "Orvane")),
        ("Mara Quell adds the duties of treasurer.", ("Mara Quell", "treasurer", "")),
        ("Enter Mara Quell, formerly with Pelmora, as president.", ("Mara Quell", "president", "")),
        ("Orvane announced the appointment of Mara Quell as head of sales.", ("Mara Quell", "head of sales", "Orvane")),
        ("Mara Quell to lead Orvane.", ("Mara Quell", "", "Orvane")),
        ("In at Pelmora: Hana Kim, head of sales.", ("Hana Kim", "head of sales", "Pelmora")),
        ("Appointed: Hana Kim as head of sales at Pelmora.", ("Hana Kim", "head of sales", "Pelmora")),
        ("Elected: Hana Kim to fellow of the Corran Institute.", ("Hana Kim", "fellow", "Corran Institute")),
        ("Hana Kim: promoted from engineer to head of design, Pelmora.", ("Hana Kim", "head of design", "Pelmora")),
        ("Hana Kim – formerly controller, Pelmora – to Orvane as finance chief.",
         ("Hana Kim", "finance chief", "Orvane")),
    ],
)  # fmt: skip
def test_who_comes_into_an_office_is_read(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in told(text, "appointment", "person", "role", "organisation")


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell named an engineer.",
        "Mara Quell promoted engineers.",
        "Mara Quell was not demoted to engineer.",
        "Mara Quell was moved to tears.",
        "Mara Quell added a desk to the office.",
        "Enter Mara Quell as usual.",
        "Mara Quell takes responsibility for the crash.",
        "In short: Mara Quell was late.",
        "Mara Quell needs somebody to lead Orvane.",
        "Orvane took on Mara Quell.",
    ],
)
def test_no_office_is_read_where_none_changes_hands(text: str) -> None:
    assert told(text, "appointment", "person", "role") == set()


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Mara Quell stepped into the job left vacant by Hana Kim.", "Hana Kim"),
        ("Mara Quell fills the seat vacated by Hana Kim.", "Hana Kim"),
    ],
)
def test_whose_vacancy_it_was_is_read(text: str, old: str) -> None:
    assert told(text, "appointment", "person", "predecessor") == {("Mara Quell", old)}


def test_a_field_that_passes_to_somebody_is_read() -> None:
    assert told("Responsibility for sales at Orvane passes to Mara Quell.", "appointment", "person", "unit") == {
        ("Mara Quell", "sales")
    }
    assert told("Mara Quell has won a seat on the supervisory board of Orvane.", "appointment", "unit") == {
        ("supervisory board",)
    }
    assert told("Mara Quell takes charge of sales at Orvane.", "appointment", "unit") == {("sales",)}
    assert told("Mara Quell has been appointed to the board of Orvane.", "appointment", "organisation", "unit") == {
        ("Orvane", "board")
    }


def test_what_is_still_to_come_stays_so() -> None:
    assert read("Orvane will create a research team led by Mara Quell.", "appointment")[0].rule.endswith("-future")
    assert read("Mara Quell is being replaced by Hana Kim.", "appointment")[0].rule.endswith("-future")
    assert {f.hedge for f in read("Mara Quell may be transferred to Orvane.", "affiliation")} == {"may"}


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell is no longer responsible for safety at Orvane.",
        "Mara Quell is no longer head of sales.",
        "Mara Quell won't be coming back to Orvane.",
        "Mara Quell is not returning to her post.",
        "Orvane has let go of Mara Quell, creative director.",
        "Mara Quell goes into retirement.",
        "Out at Pelmora: Mara Quell, head of sales.",
        "Retiring after many years of service: Mara Quell, company secretary, Pelmora.",
    ],
)
def test_an_end_is_read(text: str) -> None:
    assert told(text, "departure", "person") == {("Mara Quell",)}


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell is no longer a child.",
        "Mara Quell stayed longer at Orvane.",
        "Mara Quell will not return to Oslo.",
        "Mara Quell did not come back to Orvane.",
        "Mara Quell let go of Hana Kim.",
        "Orvane denied that Mara Quell was no longer in charge of sales.",
        "Orvane denied that Mara Quell is no longer at Orvane.",
    ],
)
def test_no_end_is_read_where_none_is_told(text: str) -> None:
    assert told(text, "departure", "person") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Lumen 4 was placed on the market by Pelmora on 1 May.",
        "Lumen 4 is finally out of beta.",
        "Lumen 4 has left beta.",
    ],
)
def test_what_comes_to_the_market_is_released(text: str) -> None:
    assert ("Lumen 4",) in told(text, "release", "product")
    assert told(text, "organisation_change", "object") == set()


@pytest.mark.parametrize("text", ["Lumen 4 is not out of beta.", "Lumen 4 left testers cold."])
def test_what_does_not_is_none(text: str) -> None:
    assert told(text, "release", "product") == set()
