"""Scores on a test that has a name: whose each is, and what it is compared with."""

from __future__ import annotations

import pytest

from briefwright.language import available
from reading import valued
from test_amounts import read

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")


def scored(text: str) -> set[str]:
    """Owner, test and value of every score, with what is not plain of it."""
    return {
        f"{valued(f, 'subject')}, {valued(f, 'attribute')}: {valued(f, 'value')}"
        for f in read(text)
        if str(valued(f, "attribute")).startswith("score on ") and f.hedge == "none"
    }


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Lumen 4 Pro reaches 83.4 points on VeldEval, compared with 79.9 for Quarry 2.",
            {"Lumen 4 Pro, score on VeldEval: 83.4", "Quarry 2, score on VeldEval: 79.9"},
        ),
        (
            "On VeldEval, Quarry 2 scores 58.3, ahead of the 55.1 posted by Lumen 4.",
            {"Quarry 2, score on VeldEval: 58.3", "Lumen 4, score on VeldEval: 55.1"},
        ),
        (
            "On VeldEval, Quarry 2 scores 58.3, just behind Lumen 4 (59.7).",
            {"Quarry 2, score on VeldEval: 58.3", "Lumen 4, score on VeldEval: 59.7"},
        ),
        (
            "Quarry 2 scores 58.3 on VeldEval, above the 55.1 of Quarry 2 Mini, behind Lumen 4, which leads with 61.2.",
            {
                "Quarry 2, score on VeldEval: 58.3",
                "Quarry 2 Mini, score on VeldEval: 55.1",
                "Lumen 4, score on VeldEval: 61.2",
            },
        ),
        (
            "Lumen 4 scored 71.2% on VeldEval against 68.9% for Quarry 2.",
            {"Lumen 4, score on VeldEval: 71.2", "Quarry 2, score on VeldEval: 68.9"},
        ),
        (
            "Lumen 4 achieved a score of 71.2 on VeldEval, while Quarry 2 managed 68.9.",
            {"Lumen 4, score on VeldEval: 71.2", "Quarry 2, score on VeldEval: 68.9"},
        ),
        ("Quarry 2's score on VeldEval is 71.2.", {"Quarry 2, score on VeldEval: 71.2"}),
        ("Skein tops VeldEval with 71.2.", {"Skein, score on VeldEval: 71.2"}),
        (
            "With 71.2 points on VeldEval, Quarry 2 is ahead of most others.",
            {"Quarry 2, score on VeldEval: 71.2"},
        ),
    ],
)
def test_a_score_is_told_with_its_test_and_so_is_the_one_it_is_compared_with(sentence: str, wanted: set[str]) -> None:
    assert wanted <= scored(sentence)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Lumen 4 Pro reaches 83.4 points on VeldEval, compared with 79.9 for its predecessor.", "79.9"),
        ("Lumen 4 scores 71.2 on VeldEval and Quarry 2 68.9 on RepoGauge.", "68.9"),
        ("Lumen 4 is expected to score 71.2 on VeldEval, compared with 68.9 for Quarry 2.", "71.2"),
        ("Lumen 4 did not score 71.2 on VeldEval.", "71.2"),
        ("If Lumen 4 scores 71.2 on VeldEval, Orrin will be glad.", "71.2"),
        ("Skein reached 40% in March.", "40"),
        ("Orrin's shares reached 91.2 on Nasdaq, compared with 88.7 for Vossberg.", "91.2"),
        ("Lumen 4 scores 71.2 on VeldEval, compared with 68.9 for the makers of Quarry 2.", "68.9"),
    ],
)
def test_no_score_is_told_that_is_of_another_test_another_thing_or_not_so(sentence: str, wrong: str) -> None:
    assert not [s for s in scored(sentence) if s.endswith(f": {wrong}")]
