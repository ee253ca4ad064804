"""Roles told in less usual places of a sentence. Invented names."""

from __future__ import annotations

import pytest

from briefwright.language import available
from test_parsed import KNOWN, told

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
assert "Orvane" in KNOWN


@pytest.mark.parametrize(
    ("text", "who", "role"),
    [
        ("Hana Kim, head of its legal group since 2032, spoke.", "Hana Kim", "head of the legal group"),
        ("The letter is by Mara Quell, at the time Orvane's chief scientist.", "Mara Quell", "chief scientist"),
        ("Pelmora asked Ilya Borov, one of the engineers.", "Ilya Borov", "engineer"),
        ("Wren Adair of Orvane, an analyst who follows the stock, spoke.", "Wren Adair", "analyst"),
        ("Its chief executive is Wren Adair.", "Wren Adair", "chief executive"),
        ("The rector of the Corran Institute is Hana Kim.", "Hana Kim", "rector"),
    ],
)
def test_a_role_is_read_where_it_stands(text: str, who: str, role: str) -> None:
    assert (who, role) in told(text, "role", "person", "role")


def test_where_a_role_is_held_now_is_read_behind_the_verb() -> None:
    found = told("Mara Quell is now head of product at Orvane.", "role", "person", "role", "organisation")
    assert found == {("Mara Quell", "head of product", "Orvane")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mara Quell, who co-founded Orvane in 2020 and runs it as chief executive, spoke.",
         ("Mara Quell", "chief executive", "Orvane")),
        ("Ilya Borov leads Pelmora as its managing director.", ("Ilya Borov", "managing director", "Pelmora")),
        ("Orvane employs 60 people. “No,” said its chief executive, Wren Adair.",
         ("Wren Adair", "chief executive", "Orvane")),
        ("Hana Kim, at the helm of Orvane for five years, spoke.", ("Hana Kim", "at the helm", "Orvane")),
        ("Hana Kim has been at the helm of Orvane for five years.",
         ("Hana Kim", "has been at the helm of Orvane", "Orvane")),
    ],
)  # fmt: skip
def test_a_role_is_read_with_the_body_that_the_text_gives_it(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in told(text, "role", "person", "role", "organisation")


@pytest.mark.parametrize(
    "text",
    [
        "Its best engineer is not Wren Adair.",
        "The next chief executive is Wren Adair, some hope.",
        "One of the engineers praised Wren Adair.",
        "Its chief executive is late, Wren Adair said.",
    ],
)
def test_no_role_is_read_of_somebody_who_is_not_said_to_hold_it(text: str) -> None:
    assert told(text, "role", "person", "role") == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ilya Borov had been in charge of red-teaming since 2028.",
         ("Ilya Borov", "had been in charge of red-teaming", "")),
        ("Hana Kim, who is in charge of safety at Orvane, spoke.",
         ("Hana Kim", "is in charge of safety", "Orvane")),
        ("Hana Kim, the Thai linguist in charge of safety, was late.", ("Hana Kim", "in charge of safety", "")),
        ("Hana Kim, responsible for partnerships at Orvane, was late.",
         ("Hana Kim", "responsible for partnerships", "Orvane")),
        ("Ilya Borov joined the foundation from Orvane in 2029, where he led the compiler team.",
         ("Ilya Borov", "led the compiler team", "Orvane")),
        ("Ilya Borov comes from Orvane, where he was vice president for automation.",
         ("Ilya Borov", "vice president for automation", "Orvane")),
        ("The Orvane centre's director, Ilya Borov, was late.", ("Ilya Borov", "director", "Orvane")),
        ("Orvane has cut the price. Its chief executive, Hana Kim, spoke.", ("Hana Kim", "chief executive", "Orvane")),
        ("Hana Kim spent six years as head of design at Orvane.", ("Hana Kim", "head of design", "Orvane")),
    ],
)  # fmt: skip
def test_an_office_is_read_with_the_body_it_is_held_in(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in told(text, "role", "person", "role", "organisation")


@pytest.mark.parametrize(
    "text",
    [
        "Orvane met Pelmora. Its chief executive, Hana Kim, spoke.",
        "Orvane has cut the price. The rival's chief executive, Hana Kim, spoke.",
        "Ilya Borov left Orvane for the town where he was chief executive.",
    ],
)
def test_no_body_is_read_where_several_or_none_can_be_meant(text: str) -> None:
    assert {body for _, body in told(text, "role", "role", "organisation")} <= {""}


@pytest.mark.parametrize(
    "text", ["Hana Kim, not in charge of safety, spoke.", "Hana Kim, never in charge of testing, spoke."]
)
def test_nobody_is_in_charge_of_what_is_denied(text: str) -> None:
    assert not any("in charge" in words for _, words in told(text, "role", "person", "role"))
