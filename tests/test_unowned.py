"""Amounts that no name of the sentence owns: the things counted, or the noun that a sum is of. Invented names."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.build import distil_folder
from briefwright.language import available

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")


def texts(folder: Path, sentence: str) -> set[str]:
    (folder / "000_text.txt").write_text(f"A bad year\n\nIt rained.\n\n{sentence}\n", encoding="utf-8")
    return {s.text for s in distil_folder(folder).statements if s.rule.startswith("amount-alone")}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Three persons recount that she proposed to halt all 1,850 robots.", "1,850 robots are named."),
        ("It is being installed on some 1,580 machines.", "About 1,580 machines are named."),
        ("They tested it on 212 issues.", "212 issues are named."),
        ("Not one of the 300 tickets was lost.", "300 tickets are named."),
        ("What is known is thin: revenue of €31 million, and more.", "€31 million is named as revenue."),
        ("A fine of 40 million kroner may follow.", "40 million kroner is named as fine."),
    ],
)
def test_what_nobody_owns_is_named(sentence: str, told: str, tmp_path: Path) -> None:
    assert told in texts(tmp_path, sentence)


@pytest.mark.parametrize(
    "sentence",
    ["It took four people.", "There were two reasons.", "It was version 212.", "A total of $5 million."],
)
def test_small_counts_and_empty_nouns_are_left_out(sentence: str, tmp_path: Path) -> None:
    assert texts(tmp_path, sentence) == set()
