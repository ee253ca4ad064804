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
