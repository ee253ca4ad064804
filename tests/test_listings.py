"""Whose the values of lists and tables are: of the edition that the row, column, line or heading names."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.build import distil_folder
from briefwright.language import available

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")

SPEECH = """# Tindra Systems ships the Lumo 3 family

Tindra Systems today released Lumo 3. Lumo 3 Nano, Lumo 3 Plus and Lumo 3 Max can be downloaded. Lumo 2 Max is retired.

"""


def told(folder: Path, text: str) -> set[tuple[str, str]]:
    """Subject and value of every number or licence that the text tells."""
    (folder / "000_text.md").write_text(text, encoding="utf-8")
    made = distil_folder(folder)
    names = {e.id: e.name for e in made.entities}
    return {
        (names.get(str(s.slots["subject"]), str(s.slots["subject"])), str(s.slots.get("licence") or s.slots["value"]))
        for s in made.statements
        if s.kind in {"model_attribute", "architecture", "cost", "licence", "quantity"} and "subject" in s.slots
    }


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Sizes: Nano (0.8B), Plus (6B) and Max (41B parameters)",
         {("Lumo 3 Nano", "800000000"), ("Lumo 3 Plus", "6000000000"), ("Lumo 3 Max", "41000000000")}),
        ("Context: 16K tokens for Nano, 64K for Plus, 128K for Max",
         {("Lumo 3 Nano", "16000"), ("Lumo 3 Plus", "64000"), ("Lumo 3 Max", "128000")}),
        ("Memory: Plus needs 16 GB, Max 96 GB", {("Lumo 3 Plus", "16"), ("Lumo 3 Max", "96")}),
        ("Memory: 2 GB (Nano), 16 GB (Plus)", {("Lumo 3 Nano", "2"), ("Lumo 3 Plus", "16")}),
        ("License: MIT for Nano; Plus comes under Apache-2.0", {("Lumo 3 Nano", "MIT"), ("Lumo 3 Plus", "Apache-2.0")}),
        ("Licence: Apache-2.0 for Nano and Plus, MIT for Max",
         {("Lumo 3 Nano", "Apache-2.0"), ("Lumo 3 Plus", "Apache-2.0"), ("Lumo 3 Max", "MIT")}),
        ("Price: €0.11 per hour for Plus, from €0.90 for Max", {("Lumo 3 Plus", "0.11"), ("Lumo 3 Max", "0.9")}),
        ("Price: €5 per 1,000 pages for Plus", {("Lumo 3 Plus", "5")}),
        ("Latency: Nano 40 ms; Max 210 ms", {("Lumo 3 Nano", "40"), ("Lumo 3 Max", "210")}),
        ("Max: 41B parameters, 128K context", {("Lumo 3 Max", "41000000000"), ("Lumo 3 Max", "128000")}),
    ],
)  # fmt: skip
def test_a_line_gives_each_value_to_the_edition_it_names(
    line: str, wanted: set[tuple[str, str]], tmp_path: Path
) -> None:
    assert told(tmp_path, f"{SPEECH}- {line}\n") == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Memory: Plus would need 16 GB",
        "Memory: not 16 GB for Plus",
        "License: critics say Apache-2.0 for Plus",
        "Memory: 16 GB and 96 GB respectively",
        "Price: was €0.30 for Plus",
    ],
)
def test_a_line_that_doubts_or_looks_back_gives_no_value(line: str, tmp_path: Path) -> None:
    assert not {value for name, value in told(tmp_path, f"{SPEECH}- {line}\n") if name != "Lumo 3"}


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("| | Nano | Max |\n|---|---|---|\n| Memory | 2 GB | 96 GB |", {("Lumo 3 Nano", "2"), ("Lumo 3 Max", "96")}),
        ("| Edition | Memory |\n|---|---|\n| Nano | 2 GB |\n| Max | 96 GB |",
         {("Lumo 3 Nano", "2"), ("Lumo 3 Max", "96")}),
        ("## Lumo 3 Max\n\n| Memory | 96 GB |\n|---|---|\n| Latency | 210 ms |",
         {("Lumo 3 Max", "96"), ("Lumo 3 Max", "210")}),
        ("## Lumo 3 Max\n\n| Specification | Value |\n|---|---|\n| Memory | 96 GB |", {("Lumo 3 Max", "96")}),
        ("## Lumo 3 Air\n\n- Memory: 3 GB", {("Lumo 3 Air", "3")}),
        ("| | Lumo 3 Nano | Lumo 3 Max |\n|---|---|---|\n| Depth | 0.5 m | 1.5 m |",
         {("Lumo 3 Nano", "0.5"), ("Lumo 3 Max", "1.5")}),
        ("## Lumo 3 Max\n\n| Country | Price |\n|---|---|\n| Norway | NOK 240 |", set()),
    ],
)  # fmt: skip
def test_a_cell_is_of_what_its_row_column_or_heading_names(
    table: str, wanted: set[tuple[str, str]], tmp_path: Path
) -> None:
    assert told(tmp_path, f"{SPEECH}{table}\n") == wanted


def test_a_row_marked_as_header_begins_another_table(tmp_path: Path) -> None:
    first = "| Model | Memory |\n|---|---|\n| Lumo 3 Nano | 2 GB |\n\n"
    second = "| Model | Latency |\n|---|---|\n| Lumo 3 Max | 210 ms |\n"
    (tmp_path / "000_text.md").write_text(SPEECH + first + second, encoding="utf-8")
    made = [s for s in distil_folder(tmp_path).statements if s.rule == "table-cell"]
    assert {str(s.slots["attribute"]) for s in made} == {"memory", "latency"}


def test_the_columns_of_a_table_of_attributes_are_products(tmp_path: Path) -> None:
    table = "| | Skarv | Tern |\n|---|---|---|\n| Weight | 4 kg | 9 kg |\n| Battery life | 3 hours | 5 hours |\n"
    assert ("Skarv", "4") in told(tmp_path, f"# Two mowers\n\nWe tried both at home for a month.\n\n{table}")


def test_a_name_without_its_marks_is_the_same_product(tmp_path: Path) -> None:
    (tmp_path / "000_a.txt").write_text(
        "Two pumps\n\nHalden released the Néva 5. The Néva 5 costs $40.\n", encoding="utf-8"
    )
    (tmp_path / "001_b.txt").write_text(
        "Two pumps\n\nHalden released the Neva 5. The Neva 5 costs $40.\n", encoding="utf-8"
    )
    made = [e for e in distil_folder(tmp_path).entities if e.kind in {"model", "product", "family"}]
    assert len(made) == 1
