"""Bytes to sources: records, ids, notes, raw texts, evidence."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.model import Refused, Source
from briefwright.notes import incomplete, read_note
from briefwright.sources import evidence, read_corpus, read_source
from fixture_briefing import make

SHA = "0" * 64
NOTE = f"""---
id: "100"
title: "Orrery loses Lumen"
publisher: The Courier
author: unknown
published:
  value: 2031-03
  precision: month
  known: derived
  how: "p2 names the month"
language: en
file: 100_a.txt
sha256: "{SHA}"
paragraphs: 4
headings:
  p3: "on money"
noise:
  p4: "tags"
left_out:
  - {{paragraph: p2, detail: "a storm", reason: "a figure of speech"}}
rights: "theirs"
---

[p1]
Ines Aldabe left Orrery.

[p2]
Orrery released Lumen 3. Lumen 3 costs $2
per million tokens.
"""


def raw(text: str, name: str = "a.txt") -> Source:
    return read_source(text.encode(), name=name, folder="seeds", where=f"seeds/{name}")


def note(text: str, name: str = "100_a.md") -> Source:
    return raw(text, name)


def refusal(text: str, name: str = "100_a.md") -> str:
    with pytest.raises(Refused) as caught:
        raw(text, name)
    return str(caught.value)


def folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        (path / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return path


# --------------------------------------------------------------------------- notes


def test_the_record_of_a_note_is_read() -> None:
    source = note(NOTE)
    assert (source.id, source.title, source.publisher, source.author) == (
        "100",
        "Orrery loses Lumen",
        "The Courier",
        "unknown",
    )
    assert (source.published.value, source.published.precision, source.published.known) == (
        "2031-03",
        "month",
        "derived",
    )
    assert (source.file, source.sha256, source.rights, source.basis, source.path) == (
        "100_a.txt",
        SHA,
        "theirs",
        "note",
        "seeds/100_a.md",
    )
    assert [(one.paragraph, one.detail) for one in source.left_out] == [("p2", "a storm")]


def test_the_passages_of_a_note_are_retold_heading_or_noise() -> None:
    assert [(p.id, p.cls, p.reason, p.text) for p in note(NOTE).passages] == [
        ("p1", "content", "", "Ines Aldabe left Orrery."),
        ("p2", "content", "", "Orrery released Lumen 3. Lumen 3 costs $2 per million tokens."),
        ("p3", "heading", "on money", ""),
        ("p4", "noise", "tags", ""),
    ]


def test_the_whole_file_is_the_text_of_a_note() -> None:
    assert note(NOTE).text == NOTE


def test_the_words_of_a_note_stand_at_their_offsets() -> None:
    source = note(NOTE)
    passage = source.passages[1]
    assert source.text[passage.offsets[0] : passage.offsets[-1]].replace("\n", " ") == passage.text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("publisher:", "publsher:", "seeds/100_a.md:4: 'publsher' is not known here; did you mean 'publisher'?"),
        ('id: "100"', 'id: "101"', "seeds/100_a.md:2: 'id' is '101', but the file name begins with '100'"),
        ("published:\n", "publishd:\n", "seeds/100_a.md:6: 'publishd' is not known here; did you mean 'published'?"),
        (SHA, "abc", "'sha256' must be 64 hex digits"),
        ("paragraphs: 4", "paragraphs: many", "seeds/100_a.md:14: 'paragraphs' must be a whole number"),
        ("paragraphs: 4", "paragraphs: 3", "seeds/100_a.md:18: 'p4' is beyond the last paragraph p3"),
        ("paragraphs: 4", "paragraphs: 0", "'paragraphs' must be 1 or more"),
        ("  p4: ", "  p3: ", "seeds/100_a.md:18: p3 is a heading and noise; keep one"),
        ("  p4: ", "  p2: ", "seeds/100_a.md:27: p2 is retold, but listed as noise; keep one"),
        ("  p3: ", "  p1: ", "seeds/100_a.md:24: p1 is retold, but listed as a heading; keep one"),
        ("  p4: ", "  4: ", "'4' is no paragraph; write p1"),
        ("[p2]", "[p1]", "seeds/100_a.md:27: [p1] follows [p1]"),
        ("[p1]", "[p9]", "seeds/100_a.md:24: [p9] is beyond the last paragraph p4"),
        ("[p2]", "[P2]", "'[P2]' is no marker"),
        ("[p2]", "[p2] Orrery", "is no marker"),
        ("[p2]", "[p02]", "'[p02]' is no marker"),
        ("[p1]\n", "Words.\n[p1]\n", "seeds/100_a.md:24: text before the first marker"),
        ("value: 2031-03", "value: 2031-13", "'value' is '2031-13'; give a date"),
        ("precision: month", "precision: day", "'precision' is 'day', but 'value' is '2031-03'"),
        ("known: derived", "known: unknown", "'known' is 'unknown', but 'value' is '2031-03'"),
        ("known: derived", "known: sure", "'known' is 'sure'; use one of stated, derived, unknown"),
        ('  how: "p2 names the month"\n', "", "'how' is missing; a derived date needs its reasoning"),
        ("detail:", "detial:", "'detial' is not known here; did you mean 'detail'?"),
        ('  p4: "tags"', '  p4: ""', "'p4' has no text"),
        ("title: ", "title: *x #", "the alias *x is not read"),
        ("publisher: The", "id: 2\npublisher: The", "'id' is given twice (first on line 2)"),
        (
            'published:\n  value: 2031-03\n  precision: month\n  known: derived\n  how: "p2 names the month"\n',
            "",
            "'published' is missing; give a date or 'unknown'",
        ),
    ],
)
def test_a_note_that_contradicts_itself_is_refused_with_line_and_remedy(old: str, new: str, told: str) -> None:
    assert old in NOTE
    assert told in refusal(NOTE.replace(old, new, 1))


def test_an_incomplete_note_is_read_and_reported() -> None:
    text = NOTE.replace('  p4: "tags"', '  p4: "tags"').replace("paragraphs: 4", "paragraphs: 6")
    read = read_note(text, path="seeds/100_a.md", where="seeds/100_a.md", stem_id="100")
    assert [str(problem).split(";")[0] for problem in incomplete(read)] == [
        "seeds/100_a.md:1: p5 is not told",
        "seeds/100_a.md:1: p6 is not told",
    ]


def test_a_marker_without_words_is_a_paragraph_still_to_be_told() -> None:
    text = NOTE.replace("Ines Aldabe left Orrery.\n", "\n")
    read = read_note(text, path="seeds/100_a.md", where="seeds/100_a.md", stem_id="100")
    assert read.missing == (1,)


CORRECTED = NOTE.replace(
    'rights: "theirs"',
    'corrections:\n  - {when: 2031-04-02, what: "the price in ¶2", sha256: "' + "b" * 64 + '"}\nrights: "theirs"',
)


def test_a_correction_by_the_publisher_keeps_the_old_hash_beside_the_new_one() -> None:
    source = note(CORRECTED)
    (correction,) = source.corrections
    assert (correction.when, correction.what, correction.sha256) == ("2031-04-02", "the price in ¶2", "b" * 64)
    assert source.sha256 == SHA


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2031-04-02", "soon", "'when' is 'soon'; give the day"),
        ("b" * 64, "b" * 63, "'sha256' must be 64 hex digits"),
        ("b" * 64, SHA, "is that of the article as it is now"),
        ("what:", "why:", "'why' is not known here"),
    ],
)
def test_a_faulty_correction_is_refused(old: str, new: str, told: str) -> None:
    assert told in refusal(CORRECTED.replace(old, new, 1))


def test_the_notes_of_the_fixture_are_read_as_it_says() -> None:
    for source in make().sources:
        data = source.text.encode()
        read = read_source(data, name=Path(source.path).name, folder="seeds", where="x")
        if source.basis == "note":
            bare = tuple(dataclasses.replace(p, sentences=()) for p in source.passages)
            assert dataclasses.replace(read, sealed=True) == dataclasses.replace(source, passages=_text_of(bare, read))
        else:
            assert (read.title, read.author, read.sha256) == (source.title, source.author, source.sha256)


def _text_of(passages: tuple, read: Source) -> tuple:  # type: ignore[type-arg]
    """Passages without text keep no place."""
    return tuple(
        p if p.text else dataclasses.replace(p, offsets=q.offsets) for p, q in zip(passages, read.passages, strict=True)
    )


# --------------------------------------------------------------------------- raw texts


def test_a_passage_of_plain_text_is_a_line_that_is_not_blank() -> None:
    source = raw("Title\n\n   \n  Second line  \nThird\u2028still third\n")
    assert [(p.id, p.text) for p in source.passages] == [
        ("p1", "Title"),
        ("p2", "Second line"),
        ("p3", "Third still third"),
    ]


def test_crlf_and_byte_order_mark_are_taken_out() -> None:
    source = read_source(b"\xef\xbb\xbfTitle\r\n\r\nText\r\n", name="a.txt", folder="s", where="s/a.txt")
    assert source.text == "Title\n\nText\n"


def test_the_hash_is_that_of_the_bytes() -> None:
    data = b"\xef\xbb\xbfTitle\r\n"
    assert read_source(data, name="a.txt", folder="s", where="x").sha256 == hashlib.sha256(data).hexdigest()


def test_what_a_reader_does_not_see_stays_in_the_text_alone() -> None:
    source = raw("Ti\u202etle\x00\n")
    assert (source.text, source.passages[0].text) == ("Ti\u202etle\x00\n", "Title")


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("000_b00d.txt", "000"),
        ("2031-03 wire.txt", "2031"),
        ("José Pérez.txt", "jose-perez"),
        ("index.html", "index-source"),
    ],
)
def test_the_id_is_the_leading_digits_or_the_slug_of_the_name(name: str, identity: str) -> None:
    assert raw("Title\n", name).id == identity


def test_a_name_of_which_no_slug_is_left_still_gives_an_id() -> None:
    assert raw("Title\n", "北京.txt").id.startswith("source-")


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Title\nBy Mira Tan\nText.", "Mira Tan"),
        ("Title\nby Chief Editor\nText.", "Chief Editor"),
        ("Title\nStandfirst words here.\nBy Mira Tan | March 3, 2031\nText.", "Mira Tan"),
        ("Title\nBy Tuesday the team was gone.\nText.", "unknown"),
        ("Title\nText.\nText.\nText.\nBy Mira Tan", "unknown"),
    ],
)
def test_the_author_is_the_one_of_a_byline_after_the_title(text: str, author: str) -> None:
    assert raw(text).author == author


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Title\nLONDON, March 3, 2031 (Wire) — Orrery said so.", "2031-03-03"),
        ("Title\nLONDON (Wire), March 3 — Orrery said so.", "unknown"),
        ("Title\nBy Mira Tan | March 3, 2031\nText.", "2031-03-03"),
        ("Title\nPublished: 3 March 2031\nText.", "2031-03-03"),
        ("Title\nOrrery began on March 3, 2031.", "unknown"),
    ],
)
def test_the_date_is_known_only_where_it_is_stated_with_its_year(text: str, value: str) -> None:
    published = raw(text).published
    assert (published.value, published.known) == (value, "unknown" if value == "unknown" else "stated")


MAIL = (
    "From: Mira Tan <mt@orrery.example>\nTo: lumen-dev\nDate: Tue, 4 Mar 2031 10:15:00 +0100\n"
    "Subject: The tests of Lumen\n\nThey failed twice.\n"
)


def test_the_headers_of_a_mail_are_its_record() -> None:
    source = raw(MAIL)
    assert (source.title, source.author, source.published.value) == ("The tests of Lumen", "Mira Tan", "2031-03-04")


def test_the_subject_of_a_mail_is_its_title_line(tmp_path: Path) -> None:
    found = read_corpus(folder(tmp_path, a__txt=MAIL)).sources[0].passages
    assert [p.cls for p in found] == ["noise", "noise", "noise", "content", "content"]


MARKED = "---\ntitle: Front\nauthor: Mira Tan\ndate: 2031-03-04\n---\n# Head\n\nText *here*.\n\n- item\n"
WEB = """<html lang="en-GB"><head><title>Head | Site</title><meta name="author" content="Mira Tan">
<meta property="article:published_time" content="2031-03-04T10:00Z"><meta property="og:site_name" content="The Courier">
</head>
<body><nav>Home</nav><h1>Head</h1><p>Text <b>here</b>.</p><h2>More of it</h2><p>End of it.</p></body></html>"""


def test_markdown_without_an_id_is_a_raw_text() -> None:
    source = raw(MARKED, "a.md")
    assert (source.basis, source.title, source.author, source.published.value) == (
        "original",
        "Head",
        "Mira Tan",
        "2031-03-04",
    )
    assert [(p.cls, p.text) for p in source.passages] == [
        ("heading", "Head"),
        ("content", "Text here."),
        ("content", "item"),
    ]


def test_a_rule_at_the_top_of_markdown_is_no_front_matter() -> None:
    assert [p.text for p in raw("---\nsome words\n---\nText\n", "a.md").passages][-1] == "Text"


def test_html_states_its_record_in_meta_tags() -> None:
    source = raw(WEB, "a.html")
    assert (source.title, source.author, source.publisher, source.language) == ("Head", "Mira Tan", "The Courier", "en")
    assert (source.published.value, source.published.known) == ("2031-03-04", "stated")


def test_the_title_heading_of_a_page_is_content_and_the_others_are_headings(tmp_path: Path) -> None:
    found = read_corpus(folder(tmp_path, a__html=WEB)).sources[0].passages
    assert [(p.cls, p.text) for p in found if p.cls != "noise"] == [
        ("content", "Head"),
        ("content", "Text here."),
        ("heading", "More of it"),
        ("content", "End of it."),
    ]


# --------------------------------------------------------------------------- corpus


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    folder(tmp_path, b__txt="B\n", a__md="A\n", README__md="no\n", codebook__yml="", seeds__lock="", c__pdf="x")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / "sub").mkdir()
    corpus = read_corpus(tmp_path)
    assert [source.id for source in corpus.sources] == ["a", "b"]
    assert corpus.ignored == ("README.md", "c.pdf", "sub/")


def test_paths_of_sources_name_the_folder_but_not_the_machine(tmp_path: Path) -> None:
    assert read_corpus(folder(tmp_path, a__txt="A\n")).sources[0].path == f"{tmp_path.name}/a.txt"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "there is no source in this folder; add a file that ends in .md, .txt, .html, .htm"),
        ({"1a.txt": b"A", "1b.md": b"B"}, "1b.md: has the id '1', and so has 1a.txt; rename one"),
        ({"a.txt": b"A\nB \xff"}, "a.txt:2: is not UTF-8 (byte 4 is 0xFF); save it as UTF-8"),
        ({"a.txt": b"\xef\xbb\xbfA\xff"}, "(byte 4 is 0xFF)"),
        ({"a.txt": b" \n\n"}, "a.txt: is empty; put the text there"),
        ({"a.html": b"<p></p>"}, "a.html: holds no text that a reader sees"),
    ],
)
def test_a_corpus_that_cannot_be_used_is_refused_with_the_remedy(
    tmp_path: Path, files: dict[str, bytes], told: str
) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(Refused) as caught:
        read_corpus(tmp_path)
    assert told in str(caught.value)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="there is no such folder"):
        read_corpus(tmp_path / "none")


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("B")
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    with pytest.raises(Refused, match="is a link"):
        read_corpus(tmp_path)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    folder(tmp_path, a__txt="", b__txt="")
    with pytest.raises(Refused) as caught:
        read_corpus(tmp_path)
    assert len(caught.value.problems) == 2


# --------------------------------------------------------------------------- evidence


def test_evidence_is_the_exact_slice_of_the_source() -> None:
    source = raw("Title\n  Ines Aldabe left Orrery on Tuesday.\n")
    found = evidence(source, source.passages[1], 0, 11)
    assert (found.exact, source.text[found.start : found.end]) == ("Ines Aldabe", "Ines Aldabe")
    assert (found.prefix, found.suffix) == ("Title\n  ", " left Orrery on Tuesday.\n")


@pytest.mark.parametrize(
    ("text", "name", "words", "exact"),
    [
        ("A **bold** word", "a.md", "bold", "bold"),
        ("A **bold** word", "a.md", "bold word", "bold** word"),
        ("A [link](http://x.y) word", "a.md", "link", "link"),
        ("<p>Caf&eacute; <b>open</b> now", "a.html", "Café", "Caf&eacute;"),
        ("<p>Caf&eacute; <b>open</b> now", "a.html", "open", "open"),
        ("R &amp; D", "a.md", "&", "&amp;"),
        ("R &amp; D", "a.txt", "&amp;", "&amp;"),
    ],
)
def test_evidence_leaves_markup_after_the_last_word_out(text: str, name: str, words: str, exact: str) -> None:
    source = raw(text, name)
    at = source.passages[0].text.index(words)
    assert evidence(source, source.passages[0], at, at + len(words)).exact == exact


def test_evidence_for_no_words_is_an_error() -> None:
    source = raw("Title\n")
    with pytest.raises(ValueError, match="no words"):
        evidence(source, source.passages[0], 2, 2)


@given(
    st.text("ab &;*_<>/[]()!|\n\u202e\u00e9", min_size=1, max_size=60),
    st.sampled_from(["a.txt", "a.md", "a.html"]),
    st.data(),
)
def test_evidence_of_any_words_is_their_slice(text: str, name: str, data: st.DataObject) -> None:
    try:
        source = raw(text, name)
    except Refused:
        return
    for passage in source.passages:
        if passage.text:
            start = data.draw(st.integers(0, len(passage.text) - 1))
            end = data.draw(st.integers(start + 1, len(passage.text)))
            found = evidence(source, passage, start, end)
            assert source.text[found.start : found.end] == found.exact
            assert found.prefix + found.exact + found.suffix in source.text


@pytest.mark.parametrize("front", ["---\nid: '0'\nsha256: x\n", "---\ntitle: T\nparagraphs: 3\n---\n"])
def test_a_note_whose_front_matter_is_broken_is_refused(tmp_path: Path, front: str) -> None:
    """It must not be read as raw text in silence: not closed, or without an id."""
    (tmp_path / "000_a.md").write_text(front + "\n[p1]\nHalden Labs opened.\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"000_a\.md:1: .*front matter"):
        read_corpus(tmp_path)
