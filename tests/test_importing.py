"""What `import` keeps of a saved page: its hash and address, its paragraphs, its characters."""

from __future__ import annotations

import hashlib

import pytest

from briefwright.imports import Imported, import_file
from briefwright.model import Refused, Source
from briefwright.notes import read_note
from briefwright.sources import read_source

SHORT = """<!doctype html><html lang="en"><head>{head}<title>Otter arm ships</title>
<link rel="canonical" href="https://larkspur.example/news/otter"></head><body><article><h1>Otter arm ships</h1>
<address>By <a rel="author" href="/ada">Ada Lund</a></address><time datetime="2026-03-09">9 March 2026</time>
<p>Larkspur Robotics shipped its Otter arm on Monday.</p><p>The arm lifts 18 kilograms.</p>
<p>Tomás Ferreira, its chief executive, said that “orders” had doubled.</p></article></body></html>"""


def brought(data: bytes, name: str = "page.html") -> Imported:
    return import_file(data, name=name, where=name, identity="000")


def noted(one: Imported) -> Source:
    return read_note(one.note.decode("utf-8"), path=one.note_name, where=one.note_name, stem_id="000").source


def declared(charset: str, encoding: str, words: str = "") -> bytes:
    return SHORT.format(head=f'<meta charset="{charset}">{words}').encode(encoding)


def test_the_note_keeps_the_hash_of_the_page_as_it_was_saved() -> None:
    data = declared("utf-8", "utf-8")
    page = noted(brought(data)).page
    assert page is not None
    assert (page.file, page.sha256) == ("page.html", hashlib.sha256(data).hexdigest())


def test_the_note_keeps_the_address_that_the_page_states() -> None:
    page = noted(brought(declared("utf-8", "utf-8"))).page
    assert page is not None and page.address == "https://larkspur.example/news/otter"


def test_the_hash_of_the_local_original_stays_that_of_its_bytes() -> None:
    one = brought(declared("utf-8", "utf-8"))
    assert noted(one).sha256 == hashlib.sha256(one.original).hexdigest()


def test_a_short_page_keeps_its_paragraphs() -> None:
    lines = [line for line in brought(declared("utf-8", "utf-8")).original.decode("utf-8").split("\n") if line]
    assert lines == [
        "Otter arm ships", "By Ada Lund", "9 March 2026", "Larkspur Robotics shipped its Otter arm on Monday.",
        "The arm lifts 18 kilograms.", "Tomás Ferreira, its chief executive, said that “orders” had doubled.",
    ]  # fmt: skip


def test_a_line_that_the_import_put_together_is_named_as_such() -> None:
    html = SHORT.format(head='<meta property="og:site_name" content="Fjordwire">').encode("utf-8")
    one = brought(html)
    assert one.original.decode("utf-8").split("\n\n")[1] == "Fjordwire"
    assert any("p2 of the original is put together" in told for told in one.told)
    page = noted(one).page
    assert page is not None and "put together" in dict(page.stated)["p2"]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("iso-8859-1", "cp1252"), ("ISO-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("us-ascii", "cp1252"),
     ("windows-1250", "cp1250"), ("utf-8", "utf-16")],
)  # fmt: skip
def test_a_page_is_read_by_the_encoding_that_it_declares(charset: str, encoding: str) -> None:
    one = brought(declared(charset, encoding))
    assert "Tomás Ferreira, its chief executive, said that “orders” had doubled." in one.original.decode("utf-8")


def test_an_older_declaration_is_read_as_well() -> None:
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
    assert "Tomás" in brought(SHORT.format(head=meta).encode("cp1252")).original.decode("utf-8")


def test_another_encoding_than_utf_8_is_told() -> None:
    assert any("read as windows-1252" in told for told in brought(declared("iso-8859-1", "cp1252")).told)


def test_utf_8_goes_before_a_declaration_that_the_bytes_contradict() -> None:
    one = brought(declared("iso-8859-1", "utf-8"))
    assert "Tomás" in one.original.decode("utf-8")
    assert not any("read as" in told for told in one.told)


@pytest.mark.parametrize("charset", ["utf-8", "no-such-code", "rot13", "hex", "x" * 60])
def test_a_page_that_is_written_in_nothing_that_it_declares_is_refused(charset: str) -> None:
    with pytest.raises(Refused, match="UTF-8"):
        brought(declared(charset, "cp1252"))


def test_what_lies_in_seeds_is_read_as_utf_8_alone() -> None:
    with pytest.raises(Refused, match="is not UTF-8"):
        read_source(declared("iso-8859-1", "cp1252"), name="001.html", folder="seeds", where="001.html")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("address: https://", "address: ftp://", "no web address"),
        ("  file: page.html", "  file: page.html\n  size: 5", "'size' is not known here"),
    ],
)
def test_a_faulty_record_of_the_page_is_refused(old: str, new: str, told: str) -> None:
    note = brought(declared("utf-8", "utf-8")).note.decode("utf-8")
    assert old in note
    with pytest.raises(Refused, match=told):
        read_note(note.replace(old, new), path="000.md", where="000.md", stem_id="000")
