"""The exports, each read back by a real reader of its format; and that no row says less than the finding."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from briefwright.build import distil_folder
from briefwright.exports import OFFERED, render
from briefwright.exports.citations import bibtex_file, csl_file
from briefwright.exports.tables import COLUMNS, csv_file, jsonl_file
from briefwright.model import Briefing, Published, WebPage

HALDEN = distil_folder(Path(__file__).parent / "corpora" / "halden_notes")


def titled(title: str, author: str = "unknown") -> Briefing:
    source = replace(HALDEN.sources[0], title=title, author=author)
    return replace(HALDEN, sources=(source, *HALDEN.sources[1:]))


def said(text: str) -> Briefing:
    first = replace(HALDEN.statements[0], text=text)
    return replace(HALDEN, statements=(first, *HALDEN.statements[1:]))


def shown(text: str) -> str:
    """The cell that the text of the first statement becomes."""
    (cell,) = [row["text"] for row in table(said(text)) if row["statement"] == HALDEN.statements[0].id]
    return cell


def table(briefing: Briefing) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_file(briefing).decode("utf-8-sig"), newline="")))


def test_every_statement_has_a_row_in_both_tables() -> None:
    identities = [s for f in HALDEN.findings for s in f.statements]
    assert [row["statement"] for row in table(HALDEN)] == identities
    assert [json.loads(line)["statement"] for line in jsonl_file(HALDEN).splitlines()] == identities


def test_a_row_carries_hedge_attribution_and_status() -> None:
    row = next(r for r in table(HALDEN) if r["hedge"])
    statement = next(s for s in HALDEN.statements if s.id == row["statement"])
    assert (row["hedge"], row["attribution"]) == (statement.hedge, statement.attribution or "")
    assert row["status"] in {"corroborated", "single-origin", "disputed"}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\n@x"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert shown(text).startswith("'")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_any_text_stays_one_cell_and_no_formula(text: str) -> None:
    rows = table(said(text))
    assert len(rows) == len(HALDEN.statements)
    assert set(rows[0]) == set(COLUMNS)
    assert not shown(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_citation_library_reads_the_csl_json() -> None:
    read = CiteProcJSON(json.loads(csl_file(HALDEN)))
    assert set(read) == {f"source-{s.id}" for s in HALDEN.sources}


def test_what_is_unknown_of_a_source_is_left_out_of_its_citation() -> None:
    items = {item["id"]: item for item in json.loads(csl_file(HALDEN))}
    assert "author" not in items["source-000"]
    assert items["source-000"]["issued"] == {"date-parts": [[2024, 5, 14]]}
    assert "issued" not in items["source-001"]


def test_a_bibtex_library_reads_every_source() -> None:
    library = parse_string(bibtex_file(HALDEN).decode("utf-8"))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == [f"source-{s.id}" for s in HALDEN.sources]


def test_a_date_of_a_month_gives_bibtex_a_year_and_a_month() -> None:
    source = replace(
        HALDEN.sources[0], published=Published(value="2024-05", precision="month", known="stated", how="x")
    )
    library = parse_string(bibtex_file(replace(HALDEN, sources=(source,))).decode("utf-8"))
    fields = library.entries[0].fields_dict
    assert (fields["year"].value, fields["month"].value, "day" in fields) == ("2024", "05", False)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_title_stays_inside_its_field(title: str) -> None:
    library = parse_string(bibtex_file(titled(title, author=title)).decode("utf-8"))
    assert not library.failed_blocks
    assert len(library.entries) == len(HALDEN.sources)


def test_every_export_is_offered_and_every_offer_is_made() -> None:
    made = {Path(name).name for name in render(HALDEN)} | {"briefing.json", "briefing.schema.json"}
    assert made == set(OFFERED)


def addressed(address: str) -> Briefing:
    source = replace(HALDEN.sources[0], page=WebPage(address=address))
    return replace(HALDEN, sources=(source, *HALDEN.sources[1:]))


def test_the_address_of_a_web_page_is_in_both_lists_of_sources() -> None:
    briefing = addressed("https://x.example/a_b?c=1&d=50%25")
    assert json.loads(csl_file(briefing))[0]["URL"] == "https://x.example/a_b?c=1&d=50%25"
    (entry, *_) = parse_string(bibtex_file(briefing).decode("utf-8")).entries
    assert entry["url"] == "https://x.example/a_b?c=1&d=50%25"


def test_no_address_ends_the_field_that_it_stands_in() -> None:
    (entry, *_) = parse_string(bibtex_file(addressed("https://x.example/}, note = {lie")).decode("utf-8")).entries
    assert entry["url"] == "https://x.example/%7D,%20note%20=%20%7Blie"
