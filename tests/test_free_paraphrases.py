"""Free paraphrases as a journalist writes them, and for each the same claim with one thing changed."""

from __future__ import annotations

import pytest

from briefwright.language import available
from claim_files import claims, verdict

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")
FILE = "free_paraphrases.txt"


@pytest.mark.parametrize(("passage", "claim"), list(claims(FILE, "T")), ids=lambda text: text[:60])
def test_a_free_paraphrase_is_supported(passage: str, claim: str) -> None:
    assert verdict(passage, claim) == "supported"


@pytest.mark.parametrize(("passage", "claim"), list(claims(FILE, "F")), ids=lambda text: text[:60])
def test_a_paraphrase_with_one_thing_changed_is_not_supported(passage: str, claim: str) -> None:
    assert verdict(passage, claim) != "supported"


@pytest.mark.parametrize(("passage", "claim"), list(claims(FILE, "R")), ids=lambda text: text[:60])
def test_a_true_paraphrase_that_is_not_proved_is_left_to_a_person(passage: str, claim: str) -> None:
    assert verdict(passage, claim) != "unsupported"


def test_there_are_pairs_enough_to_tell() -> None:
    assert len(list(claims(FILE, "T"))) >= 90
    assert len(list(claims(FILE, "F"))) >= 170
