"""Sentences of raw texts whose statement once said something else than the text: from the text to what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.build import distil_folder
from briefwright.language import available

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")


def told(folder: Path, text: str) -> list[str]:
    known = "Bo Lind, an engineer at Pelmora, spoke. Pelmora is a firm."
    (folder / "001_text.txt").write_text(f"News of the day\n\n{known}\n\n{text}\n", encoding="utf-8")
    return [s.text for s in distil_folder(folder).statements if not s.text.startswith("“")]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The Otter arm has been sold 1,150 times.", "The Otter arm has been sold 1,150 times."),
        ("The Heron drill was downloaded 2,000 times.", ""),
        ("The Merle pump was sold 40 times in May.", ""),
    ],
)
def test_how_often_something_was_sold_is_no_price_and_no_sale_of_a_firm(
    tmp_path: Path, text: str, statement: str
) -> None:
    found = told(tmp_path, text)
    assert not statement or statement in found
    assert [t for t in found if "price" in t or t.endswith("was sold.")] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pelmora sold its robotics arm in May 2024.", "sold “its robotics arm”"),
        ("Pelmora sold its Lisbon unit to Ferrant Group.", "sold “its Lisbon unit”"),
        ("The research arm of Pelmora was sold to Ferrant Group.", "was sold"),
    ],
)
def test_a_part_of_a_firm_that_is_sold_is_still_a_change(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "001_text.txt").write_text(f"News of the day\n\n{text}\n", encoding="utf-8")
    assert [s for s in distil_folder(tmp_path).statements if s.kind == "organisation_change" and words in s.text]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Last week Pelmora lost Bo Lind, who had led its design.", "lost Bo Lind last week."),
        ("Two weeks ago Bo Lind left Pelmora.", "left Pelmora two weeks ago."),
        ("Last month Bo Lind left Pelmora.", "left Pelmora last month."),
    ],
)
def test_a_relative_date_that_opens_its_sentence_is_told_in_small_letters(tmp_path: Path, text: str, end: str) -> None:
    assert any(t.endswith(end) for t in told(tmp_path, text)), told(tmp_path, text)
