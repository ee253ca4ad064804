"""The PDF as a part of the build: where it stands, what leads to it, and what happens when it cannot be made."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pypdf
import pytest

from briefwright import build as building
from briefwright.cli import main

NOTES = Path(__file__).parent / "corpora" / "halden_notes"
BUILD = ("build", "-q", "--seeds", "seeds", "--output", "out")
HOME = Path("out/site/index.html")
PDF = Path("out/site/brief.pdf")


def test_a_build_makes_the_pdf_and_leads_to_it_from_the_first_page(place: Path) -> None:
    assert main(BUILD) == 0
    assert PDF.read_bytes().startswith(b"%PDF-")
    assert 'href="brief.pdf"' in HOME.read_text(encoding="utf-8")


def test_without_a_pdf_nothing_leads_to_one(place: Path) -> None:
    """And that of an earlier build is gone with the earlier site."""
    main(BUILD)
    assert main((*BUILD, "--no-pdf")) == 0
    assert (PDF.exists(), "brief.pdf" in HOME.read_text(encoding="utf-8")) == (False, False)


def test_the_offline_copy_has_the_pdf_too(place: Path) -> None:
    assert main((*BUILD, "--offline-bundle")) == 0
    assert Path("out/offline/brief.pdf").read_bytes() == PDF.read_bytes()


def test_the_paper_can_be_chosen(place: Path) -> None:
    assert main((*BUILD, "--paper", "us-letter")) == 0
    assert int(pypdf.PdfReader(io.BytesIO(PDF.read_bytes())).pages[0].mediabox.width) == 612


def test_a_missing_typesetter_is_one_line_and_leaves_the_site_built_and_the_old_pdf_in_place(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(BUILD)
    old = PDF.read_bytes()
    note = Path("seeds/000_wire.md")
    note.write_text(note.read_text(encoding="utf-8").replace("author: ", "author: New ", 1), encoding="utf-8")
    monkeypatch.setitem(sys.modules, "typst", None)
    capsys.readouterr()
    assert main(BUILD) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == (
        "", "PDF: the package typst is not installed; install briefwright[pdf], or add --no-pdf\n")  # fmt: skip
    assert PDF.read_bytes() == old
    page = Path("out/site/sources/000/index.html").read_text(encoding="utf-8")
    assert ("New " in page, 'href="brief.pdf"' in HOME.read_text(encoding="utf-8")) == (True, True)


def test_a_pdf_that_cannot_be_made_at_first_is_not_led_to(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert main(BUILD) == 1
    assert (PDF.exists(), HOME.exists(), "brief.pdf" in HOME.read_text(encoding="utf-8")) == (False, True, False)


def test_a_failed_compile_is_one_line(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("briefwright.pdf.render.TEMPLATE", "__init__.py")
    assert main(BUILD) == 1
    told = capsys.readouterr().err
    assert (told.startswith("PDF: cannot be set: "), told.endswith(", or add --no-pdf\n"), told.count("\n")) == (
        True, True, 1)  # fmt: skip


def test_a_very_large_briefing_is_announced(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(building, "MANY", 3)
    assert main(("build", "--seeds", "seeds", "--output", "out")) == 0
    assert "takes minutes and gigabytes; --no-pdf leaves it out" in capsys.readouterr().err


def test_with_the_address_of_the_site_a_note_leads_to_its_passage(place: Path) -> None:
    assert main((*BUILD, "--site-url", "https://example.org/b/")) == 0
    reader = pypdf.PdfReader(io.BytesIO(PDF.read_bytes()))
    found = {str(a.get_object()["/A"]["/URI"]) for page in reader.pages for a in page.get("/Annots", [])
             if "/A" in a.get_object()}  # fmt: skip
    assert found and all(address.startswith("https://example.org/b/sources/00") for address in found)
