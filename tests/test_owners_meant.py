"""Whose an amount is where the parse alone does not tell: clauses behind commas, "it", places beside "the company"."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.build import distil_folder
from briefwright.language import available
from test_listings import SPEECH
from test_listings import told as listed
from test_owners import told

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Orrin showed the Petrel R1, which lifts 80 kilograms, runs for 14 hours on one charge and costs $620.",
            {"Petrel R1: 80", "Petrel R1: 14", "Petrel R1: 620"},
        ),
        ("Orrin also showed the Petrel R1. It weighs 210 kg.", {"Petrel R1: 210"}),
        (
            "Orrin builds robots. Founded in 2012 as a spin-off of Halden Labs, it employs 730 people.",
            {"Orrin: 730"},
        ),
        ("Orrin employs 730 people at three sites.", {"Orrin: 730", "Orrin: 3"}),
        ("Lumen 4 comes in 7B and 40B sizes.", {"Lumen 4: 7000000000", "Lumen 4: 40000000000"}),
    ],
)
def test_an_amount_is_of_the_thing_that_is_meant(sentence: str, wanted: set[str]) -> None:
    assert wanted <= told(sentence)


@pytest.mark.parametrize(
    ("sentence", "lie"),
    [
        ("Orrin showed the Petrel R1, which weighs 3 kg, and employs 40 people.", "Petrel R1: 40"),
        (
            "Orrin builds robots. Founded in 2012 as a spin-off of Halden Labs, it employs 730 people.",
            "Halden Labs: 730",
        ),
        ("Orrin showed the Petrel R1. It employs 730 people.", "Petrel R1: 730"),
        ("Training took 21 days on 512 Petrel boards.", "Petrel: 512"),
    ],
)
def test_an_amount_is_of_nothing_else(sentence: str, lie: str) -> None:
    assert lie not in told(sentence)


def test_a_card_that_something_runs_on_is_not_what_a_line_is_about(tmp_path: Path) -> None:
    text = SPEECH + "Lumo 9 is a chip.\n\n## Lumo 3\n\n- Speed: up to 2.1x faster on the Lumo 9 accelerator\n"
    assert not any(subject == "Lumo 9" and value == "2.1" for subject, value in listed(tmp_path, text))


TABLE = """# What Lumo 3 costs

Tindra Systems released Lumo 3 on Monday. Lumo 2 is retired.

| | Lumo 3 | Lumo 2 |
|---|---|---|
| Licence | Tindra Commercial | proprietary |
| Price | ₱450 | ₱610 |
| Source | No | Yes |
"""


def test_a_licence_of_its_own_fills_a_cell(tmp_path: Path) -> None:
    assert {("Lumo 3", "Tindra Commercial"), ("Lumo 2", "proprietary")} <= listed(tmp_path, TABLE)


def test_a_sign_of_a_currency_is_read_with_its_amount(tmp_path: Path) -> None:
    (tmp_path / "000_text.md").write_text(TABLE, encoding="utf-8")
    units = {str(s.slots.get("unit")) for s in distil_folder(tmp_path).statements if s.slots.get("value") == "450"}
    assert units == {"PHP"}


def test_what_is_no_licence_is_none(tmp_path: Path) -> None:
    text = TABLE.replace("Tindra Commercial", "None").replace("proprietary", "Yes")
    (tmp_path / "000_text.md").write_text(text, encoding="utf-8")
    assert not [s for s in distil_folder(tmp_path).statements if s.kind == "licence"]
