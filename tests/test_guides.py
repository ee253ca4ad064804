"""The guides name what there is: commands, options, rules that work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefwright import reference
from briefwright.build import distil_folder
from briefwright.cli import parser
from briefwright.codebook import load_codebook

ROOT = Path(__file__).parent.parent
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs" / "about").glob("*.md"))]
TUTORIAL = (ROOT / "docs" / "about" / "tutorial.md").read_text("utf-8")


def test_the_reference_is_current() -> None:
    """If it is not: `python -m briefwright.reference > docs/about/reference.md`."""
    assert (ROOT / "docs" / "about" / "reference.md").read_text("utf-8") == reference.page()


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", TUTORIAL, re.DOTALL)


@pytest.mark.parametrize("block", blocks("yaml"))
def test_what_the_tutorial_puts_into_a_codebook_is_read(block: str, tmp_path: Path) -> None:
    (tmp_path / "codebook.yml").write_text(block, "utf-8")
    load_codebook(tmp_path)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda p: p.name)
def test_every_command_that_a_guide_names_is_one(guide: Path) -> None:
    named = set(re.findall(r"(?:scripts/run\.py|`briefwright|-m briefwright) ([a-z]+)\b", guide.read_text("utf-8")))
    known = {name for name, _ in reference._commands()}
    assert named <= known


def test_every_command_explains_itself() -> None:
    assert [name for name, sub in reference._commands() if not sub.description] == []
    assert parser().prog == "briefwright"


def test_the_rule_of_the_tutorial_publishes_what_its_text_says(tmp_path: Path) -> None:
    (block,) = [b for b in blocks("yaml") if b.startswith("rules:")]
    (tmp_path / "codebook.yml").write_text(block, "utf-8")
    told = "Ylva Strand, an engineer, spoke. Ylva Strand is on the books of Ferrous Labs."
    (tmp_path / "001_wire.txt").write_text(f"News\n\n{told}\n", "utf-8")
    found = [s.text for s in distil_folder(tmp_path).statements if s.rule == "affiliation-books"]
    assert found == ["Ylva Strand is named with Ferrous Labs."]
    assert f"“{found[0]}”" in TUTORIAL
