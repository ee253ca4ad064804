"""The printed brief: every note on the page of its statement, nothing lost, nothing acting, always the same bytes."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import outloud
import pdfua
import pypdf
import pytest

from briefwright.model import Briefing, SelfTest, SelfTestClass, Unsound
from briefwright.pages.escape import words
from briefwright.pages.view import survey
from briefwright.pdf import brief
from briefwright.pdf.document import FAIR, document, first
from briefwright.pdf.fonts import Fonts, characters, find_fonts
from briefwright.pdf.glyphs import undrawable
from briefwright.pdf.pack import pack
from briefwright.store import json_file
from fixture_briefing import make
from hostile_briefing import hostile
from pdf_reading import bare, bookmarks, links, tags, texts

ROOT = Path(__file__).parent.parent
SITE = "https://example.org/briefing/"
#: Bytes a statement, everything counted: half a megabyte for the project's own corpus of some 450 statements.
LARGEST = 1_100


def printed(briefing: Briefing, **options: Any) -> dict[str, Any]:
    """What the template is given."""
    settings = {"paper": "a4", "site_url": "", **options}
    return cast("dict[str, Any]", document(survey(briefing), **settings))


@pytest.fixture(scope="module")
def whole(own: Briefing) -> bytes:
    """The brief of the project's own corpus."""
    return brief(own, json_file(own))


@pytest.fixture(scope="module")
def small() -> bytes:
    """The brief of the hand-made briefing, with a site."""
    return brief(make(), json_file(make()), site_url=SITE)


@pytest.fixture(scope="module")
def attacked() -> bytes:
    """The brief of a briefing with markup in every word."""
    return brief(hostile(), b"{}\n", site_url=SITE)


# --------------------------------------------------------------------------- statements and their notes


def test_each_finding_is_printed_once_with_a_note_for_each_statement(own: Briefing) -> None:
    for briefing in (own, make()):
        shown = {b["id"]: [n["statement"] for n in b["notes"]] for b in printed(briefing)["blocks"]
                 if b["t"] == "finding"}  # fmt: skip
        assert shown == {f.id: list(f.statements) for f in briefing.findings}
        assert len([b for b in printed(briefing)["blocks"] if b["t"] == "finding"]) == len(briefing.findings)


def astray(data: bytes, notes: int) -> list[str]:
    """The notes of a file whose mark does not lead to its own page, or that do not lead back to their mark."""
    inside, _ = links(data)
    there = {m.name: m for m in inside if m.name.startswith("Footnote ")}
    back = {m.name: m for m in inside if re.fullmatch(r"[0-9]+", m.name)}
    wanted = [str(n) for n in range(1, notes + 1)]
    return [
        n for n in wanted
        if f"Footnote {n}" not in there or n not in back
        or len({there[f"Footnote {n}"].page, there[f"Footnote {n}"].target, back[n].page, back[n].target}) > 1
    ]  # fmt: skip


def test_each_mark_leads_to_its_note_on_the_same_page_and_back(own: Briefing, whole: bytes, small: bytes) -> None:
    assert astray(whole, len(own.statements)) == []
    assert astray(small, len(make().statements)) == []


def test_a_note_that_is_not_there_is_noticed(small: bytes) -> None:
    notes = len(make().statements)
    assert astray(small, notes + 1) == [str(notes + 1)]


def apart(data: bytes, briefing: Briefing) -> list[str]:
    """The statements whose finding and whose whole note do not stand on one page, read from the words alone."""
    pages = texts(data)
    lost = []
    for block in printed(briefing)["blocks"]:
        if block["t"] == "finding":
            for note in block["notes"]:
                wanted = bare(f"{note['source']}{', ' if note['label'] else ''}{note['label']}, {note['date']}, "
                              f"{note['lead']}{note['after']}")  # fmt: skip
                if not any(bare(block["text"]) in page and wanted in page for page in pages):
                    lost.append(str(note["statement"]))
    return lost


def test_each_statement_and_its_whole_note_stand_on_one_page(own: Briefing, whole: bytes, small: bytes) -> None:
    """Read from the text of the pages, as somebody with the paper in hand does."""
    assert apart(whole, own) == []
    assert apart(small, make()) == []


def test_a_note_with_other_words_is_noticed(small: bytes) -> None:
    changed = [replace(s, evidence=replace(s.evidence, passage="p99")) if n == 3 else s
               for n, s in enumerate(make().statements)]  # fmt: skip
    other = replace(make(), statements=tuple(changed))
    assert apart(small, other) == [changed[3].id]


def test_a_note_leads_to_the_list_of_sources_and_to_the_passage_on_the_site(small: bytes) -> None:
    inside, outside = links(small)
    cited = {f"{SITE}sources/{s.evidence.source}/#{s.evidence.passage}" for s in make().statements}
    assert cited <= set(outside)
    (sources,) = [page for name, page in bookmarks(small) if name == "Sources"]
    assert len([m for m in inside if m.target >= sources > m.page]) >= len(make().statements)


def test_without_a_site_nothing_leads_out_of_the_file(whole: bytes) -> None:
    assert links(whole)[1] == []


def test_long_notes_stay_whole_on_the_page_of_their_statement() -> None:
    """Six notes of three hundred characters under each finding, more than half a page of them."""
    base = make()
    long = "The company said that it would publish what it knows of the matter in due course. " * 3
    statements = tuple(
        replace(s, id=f"{s.id}{n}", evidence=replace(s.evidence, start=0, end=0, exact=f"{long}{s.id} {n}."))
        for s in base.statements for n in range(6)
    )  # fmt: skip
    findings = tuple(replace(f, statements=tuple(f"{s}{n}" for s in f.statements for n in range(6)))
                     for f in base.findings)  # fmt: skip
    many = replace(base, statements=statements, findings=findings, conflicts=())
    data = brief(many, b"{}\n")
    assert astray(data, len(statements)) == []
    assert apart(data, many) == []


def test_a_finding_with_more_notes_than_a_page_holds_is_printed_all_the_same() -> None:
    base = make()
    one = base.findings[0]
    s = next(s for s in base.statements if s.id in one.statements)
    more = tuple(replace(s, id=f"more{n}", evidence=replace(s.evidence, start=0, end=0, exact=f"Words {n}. " * 20))
                 for n in range(90))  # fmt: skip
    findings = (replace(one, statements=(*one.statements, *(m.id for m in more))), *base.findings[1:])
    many = replace(base, statements=(*base.statements, *more), findings=findings, conflicts=())
    marks = [m for m in links(brief(many, b"{}\n"))[0] if m.name.startswith("Footnote ")]
    assert len(marks) == len(many.statements)


# --------------------------------------------------------------------------- the summary, the way about


def summary_pages(data: bytes) -> int:
    marks = bookmarks(data)
    (at,) = [n for n, (name, _) in enumerate(marks) if name == "Summary"]
    return marks[at + 1][1] - marks[at][1]


def test_the_summary_is_one_page_however_long_its_findings_are(whole: bytes) -> None:
    """Twelve findings of seventy words each are the most that the contract allows."""
    base = make()
    text = " ".join("the company could then publish later versions under other terms".split() * 7)
    findings = tuple(replace(f, text=f"{text} {n}.", summary=n < 12, summary_rank=n + 1 if n < 12 else None)
                     for n, f in enumerate(base.findings))  # fmt: skip
    data = brief(replace(base, findings=findings), b"{}\n")
    assert (summary_pages(data), summary_pages(whole)) == (1, 1)


def test_the_summary_has_the_findings_of_the_first_screen_whole(own: Briefing, whole: bytes) -> None:
    page = next(text for text in texts(whole) if "carriesitsnotes" in text)
    assert [f.text for f in first(own) if bare(words(f.text)) not in page] == []
    ranks = [f.summary_rank for f in first(own)]
    assert ranks == sorted(r for f in own.findings if (r := f.summary_rank))


def test_a_line_of_the_summary_names_passages_and_the_page_of_the_finding(small: bytes) -> None:
    pages = texts(small)
    (at,) = [n for n, text in enumerate(pages, 1) if "carriesitsnotes" in text]
    targets = [m.target for m in links(small)[0] if m.page == at]
    lines = printed(make())["summary"]
    shown = {b["id"]: bare(b["text"]) for b in printed(make())["blocks"] if b["t"] == "finding"}
    assert len(targets) == len(lines) > 0
    for one, target in zip(lines, targets, strict=True):
        assert bare(f"{one['cited']} → p. {target}") in pages[at - 1]
        assert shown[one["id"]] in pages[target - 1]


def test_every_page_says_what_the_briefing_is_not_and_which_of_how_many_it_is(whole: bytes) -> None:
    pages = texts(whole)
    assert [n for n, text in enumerate(pages, 1) if bare(FAIR) not in text or f"{n}/{len(pages)}" not in text] == []


def test_the_bookmarks_name_every_chapter_on_its_page(small: bytes) -> None:
    found = bookmarks(small)
    pages = texts(small)
    chapters = [b["text"] for b in printed(make())["blocks"] if b["t"] == "heading" and b["level"] == 1]
    assert [c for c in chapters if c not in dict(found)] == []
    assert [name for name, page in found if bare(name) not in pages[page - 1]] == []


def test_a_page_is_called_by_the_number_printed_on_it(whole: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(whole))
    assert reader.page_labels == [str(n) for n in range(1, len(reader.pages) + 1)]


def test_the_cover_has_the_date_of_the_home_page_and_the_size_of_the_corpus(own: Briefing, whole: bytes) -> None:
    cover = texts(whole)[0]
    size = (f"{len(own.sources)}articles", f"{len(own.origins)}origins")
    wanted = [own.title, *printed(own)["dates"], *size, own.revision]
    assert [w for w in wanted if bare(w) not in cover] == []


def test_a_source_names_the_pages_on_which_it_is_cited(small: bytes) -> None:
    notes = [n["source"] for b in printed(make())["blocks"] if b["t"] == "finding" for n in b["notes"]]
    page = {int(m.name[9:]): m.page for m in links(small)[0] if m.name.startswith("Footnote ")}
    pages = texts(small)
    for source in make().sources:
        where = [page[n] for n, cited in enumerate(notes, 1) if cited == source.id]
        told = f"Citedin{len(where)}notes,onpage{runs(where)}" if len(where) > 1 else f"Citedin1note,onpage{where[0]}"
        listing = next(t for t in pages if bare(source.sha256) in t).replace("onpages", "onpage")
        assert told in listing


def runs(pages: list[int]) -> str:
    """Pages 4, 5, 6 and 9 as "4–6,9"."""
    found: list[list[int]] = []
    for page in sorted(set(pages)):
        if found and page == found[-1][-1] + 1:
            found[-1].append(page)
        else:
            found.append([page])
    return ",".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in found)


# --------------------------------------------------------------------------- tables and conflicts


def test_a_cell_of_a_table_cites_a_finding_and_holds_no_note(own: Briefing) -> None:
    given = printed(own)
    cells = [
        x for b in given["blocks"] if b["t"] == "table" for row in b["rows"] for cell in row["cells"] for x in cell
    ]
    assert cells and [x for x in cells if x.get("id") not in given["numbers"] or "notes" in x] == []


def test_each_side_of_a_conflict_stands_beside_the_others_with_its_findings(own: Briefing) -> None:
    blocks = [b for b in printed(own)["blocks"] if b["t"] == "conflict"]
    assert len(blocks) == len(own.conflicts)
    assert [side for b in blocks for side in b["sides"] if not side["ids"]] == []


def test_a_statement_in_no_other_words_than_its_note_is_not_printed_twice() -> None:
    base = make()
    s = next(s for s in base.statements if s.evidence.basis == "note")
    told = words(survey(base).words_of(s.evidence))
    findings = tuple(replace(f, text=told) if s.id in f.statements else f for f in base.findings)
    notes = {n["statement"]: n for b in printed(replace(base, findings=findings))["blocks"] if b["t"] == "finding"
             for n in b["notes"]}  # fmt: skip
    assert notes[s.id]["after"] == ", as worded above."


def test_words_of_a_raw_text_stand_in_quotation_marks() -> None:
    base = make()
    raw = {s.id for s in base.statements if s.evidence.basis == "original"}
    shown = [n["after"] for b in printed(base)["blocks"] if b["t"] == "finding" for n in b["notes"]
             if n["statement"] in raw]  # fmt: skip
    assert raw and [a for a in shown if not re.fullmatch(r": “.+”\.?", a)] == []


def test_the_method_says_how_the_verifier_was_tried_or_that_it_was_not() -> None:
    classes = (SelfTestClass(name="number", told="another number", made=40, refused=39, equivalent=1),)
    tried = SelfTest(fits=(), statements=32, accepted=31, made=40, refused=39, verbatim=0, verbatim_refused=0,
                     classes=classes)  # fmt: skip
    for briefing, told in ((make(), "Not measured for this edition."), (replace(make(), self_test=tried), "39 of 40")):
        assert any(bare(told) in text for text in texts(brief(briefing, b"{}\n")))
    assert any("anothernumber4039" in text for text in texts(brief(replace(make(), self_test=tried), b"{}\n")))


# --------------------------------------------------------------------------- strangers' words


def test_hostile_words_print_as_they_are(attacked: bytes) -> None:
    text = "".join(texts(attacked))
    findings = [b for b in printed(hostile())["blocks"] if b["t"] == "finding"]
    assert [b["text"] for b in findings if bare(b["text"]) not in text] == []


def test_no_stranger_can_place_a_link_or_an_action(attacked: bytes) -> None:
    with_actions = re.findall(rb"/(?:JavaScript|JS|Launch|OpenAction|AA)\b", attacked)
    assert ({a.partition("#")[0].removeprefix(SITE).partition("/")[0] for a in links(attacked)[1]}, with_actions) == (
        {"sources"}, [])  # fmt: skip


@pytest.mark.parametrize(
    "contact", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:a@b.example"]
)
def test_only_http_and_https_become_links(contact: str) -> None:
    data = brief(replace(make(), contact=contact), b"{}\n")
    assert links(data)[1] == []
    assert any(bare(contact) in text for text in texts(data))


# --------------------------------------------------------------------------- for those who listen, and for archives


def test_two_checkers_of_accessibility_find_no_error(whole: bytes, small: bytes, tmp_path: Path) -> None:
    for name, data in (("whole", whole), ("small", small)):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(data)
        assert [f for f in pdfua.validate(str(path)).findings if "error" in str(f.severity).lower()] == []
        assert [f for f in outloud.check(str(path)).findings if "error" in str(f.severity).lower()] == []


def test_the_file_says_that_it_keeps_both_standards_and_carries_its_data(own: Briefing, whole: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(whole))
    assert reader.attachments["briefing.json"] == [json_file(own)]
    described = cast("Any", reader.trailer["/Root"])["/Metadata"].get_data().decode()
    for wanted in ("<pdfuaid:part>1<", "<pdfaid:part>3<", "<pdfaid:conformance>A<"):
        assert wanted in described


def test_headings_go_down_by_one_step(whole: bytes) -> None:
    levels = [int(t[2:]) for t in tags(whole) if re.fullmatch(r"/H[1-6]", t)]
    assert levels[0] == 1
    assert [b for a, b in pairwise(levels) if b > a + 1] == []


def test_tables_have_headers_and_every_note_is_tagged_as_one(own: Briefing, whole: bytes) -> None:
    count = Counter(tags(whole))
    assert count["/Note"] == len(own.statements)
    assert count["/TH"] >= 2 * count["/Table"] > 0


# --------------------------------------------------------------------------- glyphs


NO_GLYPH = "\U0001f980"


def test_a_character_without_a_glyph_is_named_with_its_finding() -> None:
    base = make()
    one = base.findings[4]
    findings = tuple(replace(f, text=f"{f.text} {NO_GLYPH}") if f is one else f for f in base.findings)
    with pytest.raises(Unsound) as caught:
        brief(replace(base, findings=findings), b"{}\n")
    (problem,) = caught.value.problems
    assert (one.id in str(problem), NO_GLYPH in str(problem), "U+1F980" in str(problem)) == (True, True, True)


def test_a_briefing_of_plain_letters_has_every_glyph() -> None:
    assert list(undrawable(printed(make()), find_fonts())) == []


def test_a_chinese_name_without_the_font_names_the_package_to_install() -> None:
    base = make()
    findings = (replace(base.findings[0], text="林 spoke."), *base.findings[1:])
    fonts = replace(find_fonts(), families=(), others=frozenset())
    (problem,) = undrawable(printed(replace(base, findings=findings)), fonts)
    assert "briefwright[chinese]" in str(problem)


def test_a_chinese_name_prints_right_with_the_optional_font() -> None:
    pytest.importorskip("pylopdf_fonts_zh_cn", reason="the extra 'chinese' is not installed")
    base = make()
    findings = (replace(base.findings[0], text="林俊旸 (Lin Junyang) spoke."), *base.findings[1:])
    data = brief(replace(base, findings=findings), b"{}\n")
    assert any("林俊旸(LinJunyang)spoke." in text for text in texts(data))
    assert astray(data, len(base.statements)) == []


def test_the_characters_of_a_font_are_those_that_another_reader_finds() -> None:
    ttlib = pytest.importorskip("fontTools.ttLib")
    for folder in find_fonts().folders:
        for path in folder.glob("*.ttf"):
            assert characters(path) == frozenset(ttlib.TTFont(path).getBestCmap())


# --------------------------------------------------------------------------- the same bytes, small


SCRIPT = """
import sys; from pathlib import Path
sys.path[:0] = [{tests!r}]
from briefwright.pdf import brief
from fixture_briefing import make
Path("brief.pdf").write_bytes(brief(make(), b"{{}}\\n", site_url={site!r}))
"""


def test_the_bytes_do_not_depend_on_folder_zone_locale_or_hashes(tmp_path: Path) -> None:
    made = []
    for name, zone, locale, seed in (
        ("a", "Pacific/Kiritimati", "C", "1"),
        ("ëlse where", "America/Adak", "C.UTF-8", "2"),
    ):
        folder = tmp_path / name
        folder.mkdir()
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TZ": zone, "LC_ALL": locale,
                       "PYTHONHASHSEED": seed, "TMPDIR": str(folder), "SOURCE_DATE_EPOCH": seed}  # fmt: skip
        script = SCRIPT.format(tests=str(ROOT / "tests"), site=SITE)
        subprocess.run([sys.executable, "-c", script], cwd=folder, env=environment, check=True)
        made.append((folder / "brief.pdf").read_bytes())
    assert made[0] == made[1]


def test_another_word_gives_other_bytes(small: bytes) -> None:
    assert brief(replace(make(), revision="fedcba987654"), json_file(make()), site_url=SITE) != small


def test_the_file_is_small(own: Briefing, whole: bytes) -> None:
    print(f"brief.pdf has {len(whole):,} bytes for {len(own.statements)} statements")
    assert len(whole) <= LARGEST * len(own.statements)


def test_packing_changes_no_word_and_no_link(small: bytes) -> None:
    again = pack(small)
    assert (texts(again), links(again), tags(again)) == (texts(small), links(small), tags(small))


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("us-letter", 612)])
def test_the_paper_is_the_one_asked_for(paper: Any, width: int) -> None:
    data = brief(make(), b"{}\n", paper=paper)
    assert {int(page.mediabox.width) for page in pypdf.PdfReader(io.BytesIO(data)).pages} == {width}
    assert astray(data, len(make().statements)) == []


# --------------------------------------------------------------------------- fonts


def test_a_missing_font_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[[str], Any] = __import__("importlib.util").util.find_spec
    monkeypatch.setattr("briefwright.pdf.fonts.find_spec", lambda name: None if "serif" in name else real(name))
    with pytest.raises(Unsound, match="fontpkg-source-serif-4"):
        find_fonts()


def test_fonts_come_from_packages_alone() -> None:
    fonts: Fonts = find_fonts()
    assert all("site-packages" in folder.parts or "dist-packages" in folder.parts for folder in fonts.folders)
