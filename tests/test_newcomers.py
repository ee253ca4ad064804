"""Comings and goings told by no verb of coming or going, and sentences that only look like them. Invented names."""

from __future__ import annotations

import pytest

from briefwright.language import available
from reading import shown
from test_parsed import KNOWN, read, told

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
assert "Mara Quell" in KNOWN


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mara Quell is the new maintainer.", "Mara Quell"),
        ("Mara Quell, a contributor since 2027, is the new maintainer of Lumen 4.", "Mara Quell"),
        ("The new head of Pelmora is Mara Quell.", "Mara Quell"),
        ("Its new chief executive is Ilya Borov.", "Ilya Borov"),
        ("Pelmora's new president is Hana Kim.", "Hana Kim"),
        ("Ilya Borov is Pelmora's new finance chief.", "Ilya Borov"),
        ("Hana Kim, her deputy, is filling in until somebody is found.", "Hana Kim"),
        ("Ilya Borov is standing in for Hana Kim.", "Ilya Borov"),
        ("Mara Quell stands in as chief executive.", "Mara Quell"),
        ("Mara Quell runs the company for the time being.", "Mara Quell"),
        ("Hana Kim leads Pelmora for now.", "Hana Kim"),
        ("Mara Quell will serve as acting chief executive.", "Mara Quell"),
        ("Pelmora said that Hana Kim would serve as interim president until June.", "Hana Kim"),
        ("The board met Hana Kim, whom Pelmora had hired from Orvane in April.", "Hana Kim"),
        ("The talk was given by Ilya Borov, whom Orvane recruited in May.", "Ilya Borov"),
        ("Hired in May as chief scientist, Mara Quell spoke.", "Mara Quell"),
        ("Hana Kim, appointed chief scientist in May, spoke.", "Hana Kim"),
        ("Ilya Borov, promoted to president on 3 May, spoke.", "Ilya Borov"),
    ],
)
def test_who_comes_into_an_office_is_read_without_a_verb_of_appointing(text: str, who: str) -> None:
    assert {p for (p,) in told(text, "appointment", "person")} == {who}


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell is not the new chief executive.",
        "Mara Quell is the new Hana Kim.",
        "Is Mara Quell the new president of Pelmora?",
        "Mara Quell is a new engineer.",
        "Mara Quell is filling in the form.",
        "Mara Quell filled in for Hana Kim in 2019.",
        "Mara Quell runs the marathon for now.",
        "Mara Quell served as acting president in 2019.",
        "Mara Quell, named after her aunt, spoke.",
        "Mara Quell, whom Pelmora hoped to hire, declined.",
        "Mara Quell, whom Pelmora had not hired, spoke.",
        "Mara Quell, appointed by nobody, spoke.",
    ],
)
def test_nobody_comes_into_an_office_where_none_is_told(text: str) -> None:
    assert told(text, "appointment", "person") == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mara Quell is off to Pelmora.", {"Mara Quell"}),
        ("Now the engineer Ilya Borov is off to Orvane, where he will be head of design.", {"Ilya Borov"}),
        ("Mara Quell is bound for the Corran Institute.", {"Mara Quell"}),
        ("Mara Quell was voted out as chief executive on Tuesday.", {"Mara Quell"}),
        ("Mara Quell lost her job in May.", {"Mara Quell"}),
        ("Mara Quell, ousted in May, spoke.", {"Mara Quell"}),
        ("Dismissed on 3 May, Hana Kim spoke.", {"Hana Kim"}),
        ("Hana Kim was made redundant in May.", {"Hana Kim"}),
        ("Ilya Borov was relieved of his duties.", {"Ilya Borov"}),
        ("Ilya Borov has been stripped of his post.", {"Ilya Borov"}),
        ("Mara Quell left Pelmora. Within a week two others followed: Hana Kim, the head of computing; and Ilya Borov.",
         {"Mara Quell", "Hana Kim", "Ilya Borov"}),
    ],
)  # fmt: skip
def test_who_goes_is_read_without_a_verb_of_going(text: str, who: set[str]) -> None:
    assert {p for (p,) in told(text, "departure", "person")} == who


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell is off to Pelmora for a talk.",
        "Mara Quell is off to Pelmora to see the board.",
        "Mara Quell is off to a good start at Pelmora.",
        "Mara Quell is bound for glory.",
        "Mara Quell, fired by anger, spoke.",
        "Mara Quell, suspended on a rope, spoke.",
        "Mara Quell was relieved.",
        "Mara Quell was relieved of her coat.",
        "Mara Quell feared to lose her job.",
        "Mara Quell was not made redundant.",
    ],
)
def test_nobody_goes_where_no_going_is_told(text: str) -> None:
    assert told(text, "departure", "person") == set()


def test_whoever_is_off_to_a_body_is_to_join_it() -> None:
    (frame,) = read("Mara Quell is off to Pelmora.", "affiliation")
    assert (shown(frame, "organisation"), frame.rule) == ("Pelmora", "parsed-affiliation-joined-future")


def test_who_stands_in_for_somebody_names_whom() -> None:
    assert told("Ilya Borov is standing in for Hana Kim.", "appointment", "predecessor") == {("Hana Kim",)}


def test_software_that_came_out_is_no_meeting() -> None:
    assert read("Version 4.2 of Lumen 4, Pelmora's control software, came out on 6 October.", "meeting") == []
