"""What a clause says of a deed that hangs on another verb: resolved, only striven for, or brought about."""

from __future__ import annotations

import pytest

from briefwright.language import available
from test_conflict_pairs import briefing
from test_parsed import KNOWN, read

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")


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
    made = briefing(" ".join(KNOWN.split()) + f"\n{text}", KNOWN)
    assert wanted in [s.text for s in made.statements if s.kind in {"release", "role"}]
