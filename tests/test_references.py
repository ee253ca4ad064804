"""Words that refer to what was said before: resolved where one thing can be meant, left open where two can."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefwright.claims import judge
from briefwright.codebook import load_codebook
from briefwright.language import available
from reading import passage

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")
CODEBOOK = load_codebook()
FILE = Path(__file__).with_name("references.txt")


def claims(label: str) -> Iterator[tuple[str, str]]:
    """Passage and claim of every line with this label."""
    text = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "P":
            text = rest
        elif mark == label:
            yield text, rest


def verdict(text: str, claim: str) -> str:
    return judge(claim, passage(text), CODEBOOK, text).verdict


@pytest.mark.parametrize(("text", "claim"), list(claims("T")), ids=lambda text: text[:60])
def test_a_claim_with_the_name_in_the_place_of_the_word_is_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) == "supported"


@pytest.mark.parametrize(("text", "claim"), list(claims("F")), ids=lambda text: text[:60])
def test_a_claim_with_another_name_or_one_of_two_that_may_be_meant_is_not_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) != "supported"


@pytest.mark.parametrize(("text", "claim"), list(claims("R")), ids=lambda text: text[:60])
def test_a_true_claim_that_is_not_proved_is_left_to_a_person(text: str, claim: str) -> None:
    assert verdict(text, claim) != "unsupported"


def test_there_are_passages_enough_to_tell() -> None:
    assert len({text for text, _ in (*claims("T"), *claims("F"))}) >= 60
    assert len(list(claims("F"))) >= 60
