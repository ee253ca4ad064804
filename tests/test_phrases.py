"""Phrases of several words: what says the same is proved, and the same claim with one thing changed is not."""

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
FILE = Path(__file__).with_name("phrases.txt")


def claims(label: str) -> Iterator[tuple[str, str]]:
    """Passage and claim of every line with this label."""
    passage = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "P":
            passage = text
        elif mark == label:
            yield passage, text


def verdict(text: str, claim: str) -> str:
    return judge(claim, passage(text), CODEBOOK, text).verdict


@pytest.mark.parametrize(("passage", "claim"), list(claims("T")), ids=lambda text: text[:60])
def test_what_another_phrase_says_is_supported(passage: str, claim: str) -> None:
    assert verdict(passage, claim) == "supported"


@pytest.mark.parametrize(("passage", "claim"), list(claims("F")), ids=lambda text: text[:60])
def test_a_phrase_of_another_sense_strength_or_side_is_not_supported(passage: str, claim: str) -> None:
    assert verdict(passage, claim) != "supported"


@pytest.mark.parametrize(("passage", "claim"), list(claims("R")), ids=lambda text: text[:60])
def test_a_true_phrase_that_is_not_proved_is_left_to_a_person(passage: str, claim: str) -> None:
    assert verdict(passage, claim) != "unsupported"
