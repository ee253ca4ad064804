"""Basic rewordings, one thing changed in each: what is proved stays proved, and no false one beside it is accepted."""

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
FILE = Path(__file__).with_name("basic_paraphrases.txt")


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
def test_a_basic_rewording_is_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) == "supported"


@pytest.mark.parametrize(("text", "claim"), list(claims("F")), ids=lambda text: text[:60])
def test_a_rewording_that_says_something_else_is_not_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) != "supported"


def test_there_are_pairs_enough_to_tell() -> None:
    assert len(list(claims("T"))) >= 140
    assert len(list(claims("F"))) >= 280


def test_a_verb_that_proves_another_of_some_things_proves_it_of_no_others() -> None:
    """ "Where" names things for each of its verbs."""
    words = CODEBOOK.paraphrase
    assert all(words.where.values())
    assert verdict("Dara Kemp lifted the box.", "Dara Kemp scrapped the box.") != "supported"
    assert verdict("Dara Kemp lifted the ban.", "Dara Kemp scrapped the ban.") == "supported"
