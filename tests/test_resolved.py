"""What a clause says of a deed that hangs on another verb: resolved, only striven for, or brought about."""

from __future__ import annotations

import pytest

from briefwright.language import available
from briefwright.model import Briefing
from test_conflict_pairs import briefing
from test_parsed import KNOWN, read

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")


def told(text: str) -> Briefing:
    """The briefing of a text with a title, a paragraph that teaches its names, and this one."""
    return briefing(f"What the day brought\n{' '.join(KNOWN.split())}\n{text}", "Nothing else came.")


@pytest.mark.parametrize("deed", ["voted", "resolved", "decided", "agreed", "pledged", "promised"])
def test_what_somebody_resolves_to_do_is_still_to_come(deed: str) -> None:
    assert [f.rule for f in read(f"Pelmora {deed} to sell Orvane.", "organisation_change")] == ["parsed-change-future"]


@pytest.mark.parametrize("deed", ["struggled", "ought", "needed", "wanted", "was asked", "was requested", "dreaded"])
def test_what_is_only_striven_for_or_asked_is_no_event(deed: str) -> None:
    assert read(f"Pelmora {deed} to sell Orvane.", "organisation_change") == []


@pytest.mark.parametrize("deed", ["read", "heard in Oslo", "gathered", "guessed", "is convinced", "whispered"])
def test_what_somebody_has_read_or_guesses_is_no_event(deed: str) -> None:
    assert read(f"Hana Kim {deed} that Mara Quell had resigned.", "departure") == []


@pytest.mark.parametrize("deed", ["managed", "began", "proceeded"])
def test_what_somebody_brings_about_has_come(deed: str) -> None:
    found = read(f"Pelmora {deed} to sell Orvane.", "organisation_change")
    assert [f.rule for f in found] == ["parsed-change"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lumen 4 arrives in the autumn.", "Lumen 4 comes out in autumn."),
        ("Pelmora releases Lumen 4 in May.", "Pelmora releases Lumen 4 in May."),
        ("Lumen 4 came out in May.", "Lumen 4 came out in May."),
        ("Mara Quell had run the Pelmora team since 2019.", "Mara Quell had run the Pelmora team."),
    ],
)
def test_what_is_told_as_present_is_not_put_into_the_past(text: str, wanted: str) -> None:
    made = told(text)
    assert wanted in [s.text for s in made.statements if s.kind in {"release", "role"}]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lumen 4 will have a context window of 128K tokens.", "It is to come that Lumen 4 has a context window of"),
        ("Lumen 4 will be available under the MIT licence.", "It is to come that Lumen 4 is available under MIT"),
        ("Pelmora plans to spend 190 million euros.", "Pelmora plans to spend"),
        (
            "Pelmora will buy Orvane, provided that the authority agrees.",
            "Only under a condition: Pelmora is to buy Orvane",
        ),
        ("Subject to approval, Pelmora will buy Orvane.", "Only under a condition: Pelmora is to buy Orvane"),
    ],
)
def test_what_is_to_come_or_hangs_on_something_is_told_so(text: str, wanted: str) -> None:
    made = told(text)
    mine = [s for s in made.statements if s.evidence.passage == "p3" and s.kind not in {"background", "market", "risk"}]
    assert mine
    assert all(s.text.startswith(wanted) or "is to be released" in s.text for s in mine)


@pytest.mark.parametrize(
    "text",
    [
        "That would take five months, Mara Quell reckons, and cost at least 20 million euros.",
        "Pelmora, a division of a concern, grew. The group plans to spend 190 million euros.",
        "Soon the share is to be three quarters.",
    ],
)
def test_an_amount_of_somebody_else_is_left_out(text: str) -> None:
    made = told(text)
    assert [s.text for s in made.statements if s.evidence.passage == "p3" and s.slots.get("value")] == []
