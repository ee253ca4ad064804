"""Claims in the words of a briefing over passages in the words of business news: what is proved, what never is."""

from __future__ import annotations

import pytest

from briefwright.language import available
from claim_files import claims, verdict

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")
FILE = "business_claims.txt"


@pytest.mark.parametrize(("text", "claim"), list(claims(FILE, "T")), ids=lambda text: text[:60])
def test_a_reworded_claim_is_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) == "supported"


@pytest.mark.parametrize(("text", "claim"), list(claims(FILE, "F")), ids=lambda text: text[:60])
def test_a_claim_that_says_more_or_other_than_the_passage_is_not_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) != "supported"


@pytest.mark.parametrize(("text", "claim"), list(claims(FILE, "R")), ids=lambda text: text[:60])
def test_a_true_claim_that_is_not_proved_is_left_to_a_person(text: str, claim: str) -> None:
    assert verdict(text, claim) != "unsupported"
