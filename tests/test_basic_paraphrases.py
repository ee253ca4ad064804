"""Basic rewordings, one thing changed in each: what is proved stays proved, and no false one beside it is accepted."""

from __future__ import annotations

import pytest

from briefwright.language import available
from claim_files import CODEBOOK, claims, verdict

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")
FILE = "basic_paraphrases.txt"


@pytest.mark.parametrize(("text", "claim"), list(claims(FILE, "T")), ids=lambda text: text[:60])
def test_a_basic_rewording_is_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) == "supported"


@pytest.mark.parametrize(("text", "claim"), list(claims(FILE, "F")), ids=lambda text: text[:60])
def test_a_rewording_that_says_something_else_is_not_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) != "supported"


def test_there_are_pairs_enough_to_tell() -> None:
    assert len(list(claims(FILE, "T"))) >= 140
    assert len(list(claims(FILE, "F"))) >= 280


def test_a_verb_that_proves_another_of_some_things_proves_it_of_no_others() -> None:
    """ "Where" names things for each of its verbs."""
    words = CODEBOOK.paraphrase
    assert all(words.where.values())
    assert verdict("Dara Kemp lifted the box.", "Dara Kemp scrapped the box.") != "supported"
    assert verdict("Dara Kemp lifted the ban.", "Dara Kemp scrapped the ban.") == "supported"
