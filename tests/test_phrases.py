"""Phrases of several words: what says the same is proved, and the same claim with one thing changed is not."""

from __future__ import annotations

import pytest

from briefwright.language import available
from claim_files import claims, verdict

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")
FILE = "phrases.txt"


@pytest.mark.parametrize(("passage", "claim"), list(claims(FILE, "T")), ids=lambda text: text[:60])
def test_what_another_phrase_says_is_supported(passage: str, claim: str) -> None:
    assert verdict(passage, claim) == "supported"


@pytest.mark.parametrize(("passage", "claim"), list(claims(FILE, "F")), ids=lambda text: text[:60])
def test_a_phrase_of_another_sense_strength_or_side_is_not_supported(passage: str, claim: str) -> None:
    assert verdict(passage, claim) != "supported"


@pytest.mark.parametrize(("passage", "claim"), list(claims(FILE, "R")), ids=lambda text: text[:60])
def test_a_true_phrase_that_is_not_proved_is_left_to_a_person(passage: str, claim: str) -> None:
    assert verdict(passage, claim) != "unsupported"
