"""Words that refer to what was said before: resolved where one thing can be meant, left open where two can."""

from __future__ import annotations

import pytest

from briefwright.language import available
from briefwright.verify.mentions import discourse
from briefwright.verify.reading import graph
from briefwright.verify.words import Known
from claim_files import CODEBOOK, claims, verdict

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")
FILE = "references.txt"


@pytest.mark.parametrize(("text", "claim"), list(claims(FILE, "T")), ids=lambda text: text[:60])
def test_a_claim_with_the_name_in_the_place_of_the_word_is_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) == "supported"


@pytest.mark.parametrize(("text", "claim"), list(claims(FILE, "F")), ids=lambda text: text[:60])
def test_a_claim_with_another_name_or_one_of_two_that_may_be_meant_is_not_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) != "supported"


@pytest.mark.parametrize(("text", "claim"), list(claims(FILE, "R")), ids=lambda text: text[:60])
def test_a_true_claim_that_is_not_proved_is_left_to_a_person(text: str, claim: str) -> None:
    assert verdict(text, claim) != "unsupported"


def test_there_are_passages_enough_to_tell() -> None:
    assert len({text for text, _ in (*claims(FILE, "T"), *claims(FILE, "F"))}) >= 60
    assert len(list(claims(FILE, "F"))) >= 60


def test_a_word_that_is_no_thing_of_the_text_has_a_place_all_the_same() -> None:
    known = graph("Berg left the bank.", CODEBOOK, Known(frozenset(), frozenset()))
    other = graph("Lund stayed.", CODEBOOK, Known(frozenset(), frozenset()))
    assert known is not None and other is not None
    d = discourse(known, CODEBOOK.lexicon, CODEBOOK.paraphrase, (), "")
    strange = [n for n in other.nodes if n.entity < 0]
    assert len({d.key(n) for n in (*known.nodes, *strange)}) == len({*known.nodes, *strange})
