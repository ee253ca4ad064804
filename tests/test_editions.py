"""Editions: recorded once, shown for ever, without what was withdrawn since; and previews of a proposal."""

from __future__ import annotations

import html
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from briefwright import pages
from briefwright.build import distil_folder
from briefwright.cli import main
from briefwright.codebook import load_codebook
from briefwright.diff import Support
from briefwright.editions import Change, Edition, fit_to_show, read_editions
from briefwright.exports.feed import feed_file

HALDEN = Path(__file__).parent / "corpora" / "halden_notes"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with a corpus that was built once."""
    shutil.copytree(HALDEN, tmp_path / "seeds")
    built(tmp_path)
    return tmp_path


def built(root: Path) -> None:
    assert (
        main(["build", "-q", "--no-site", "--no-pdf", "--seeds", str(root / "seeds"), "--output", str(root / "out")])
        == 0
    )


def recorded(root: Path, name: str, day: str) -> int:
    return main(["edition", name, "--date", day, "-q", "--seeds", str(root / "seeds"), "--output", str(root / "out")])


def edited(root: Path) -> None:
    path = root / "seeds" / "001_blog.md"
    path.write_text(path.read_text("utf-8").replace("12,000+", "14,000+"), "utf-8")
    built(root)


def two_editions(root: Path) -> None:
    assert recorded(root, "1.0", "2026-01-02") == 0
    edited(root)
    assert recorded(root, "1.1", "2026-02-03") == 0
    built(root)


def page(root: Path) -> str:
    return (root / "out" / "docs" / "changes.md").read_text("utf-8")


def test_the_first_edition_has_no_changes(corpus: Path) -> None:
    recorded(corpus, "1.0", "2026-01-02")
    (edition,) = read_editions(corpus / "out")
    assert (edition.verdict, edition.changes, edition.number) == ("first edition", (), 1)


def test_the_second_edition_holds_what_changed_since_the_first(corpus: Path) -> None:
    two_editions(corpus)
    (change,) = read_editions(corpus / "out")[1].changes
    assert (change.old, change.new) == ("More than 12,000 firms use Aurora.", "More than 14,000 firms use Aurora.")
    assert change.sources == ("001",)


def test_the_page_of_changes_says_that_editions_hold_it_and_not_the_seeds(corpus: Path) -> None:
    foot = page(corpus).split("bw-foot")[1]
    assert "briefing/editions" in foot.replace("&#47;", "/") and "codebook.yml" not in foot


def test_the_page_of_changes_marks_the_changed_words(corpus: Path) -> None:
    two_editions(corpus)
    assert "<del>12&#44;000</del> <ins>14&#44;000</ins>" in page(corpus)


def test_a_build_without_editions_says_that_there_are_none(corpus: Path) -> None:
    assert "No edition has been recorded yet." in page(corpus)
    assert not (corpus / "out" / "docs" / "data" / "changes.xml").exists()


def test_a_build_with_the_same_editions_gives_the_same_bytes(corpus: Path) -> None:
    two_editions(corpus)
    before = {p.name: p.read_bytes() for p in (corpus / "out" / "docs").rglob("*") if p.is_file()}
    built(corpus)
    assert {p.name: p.read_bytes() for p in (corpus / "out" / "docs").rglob("*") if p.is_file()} == before


@pytest.mark.parametrize(
    ("name", "day", "told"),
    [
        ("1.0", "2026-03-01", "is the name of an edition already"),
        ("../x", "2026-03-01", "is no name for an edition"),
        ("latest", "2026-03-01", "is no name for an edition"),
        ("1.1", "2025-12-31", "is before 2026-01-02"),
        ("1.1", "2026-02-30", "is no date"),
        ("1.1", "yesterday", "is no date"),
    ],
)
def test_an_unfit_edition_is_refused_and_nothing_is_written(
    corpus: Path, name: str, day: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(corpus, "1.0", "2026-01-02")
    edited(corpus)
    before = sorted(p.as_posix() for p in corpus.rglob("*"))
    assert recorded(corpus, name, day) == 2
    assert told in capsys.readouterr().err
    assert sorted(p.as_posix() for p in corpus.rglob("*")) == before


def test_an_edition_in_which_nothing_changed_is_refused(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recorded(corpus, "1.0", "2026-01-02")
    assert recorded(corpus, "1.1", "2026-01-03") == 2
    assert "nothing changed since edition 1.0" in capsys.readouterr().err


def test_an_edition_of_a_briefing_that_is_out_of_date_is_refused(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = corpus / "seeds" / "001_blog.md"
    path.write_text(path.read_text("utf-8").replace("12,000+", "14,000+"), "utf-8")
    assert recorded(corpus, "1.0", "2026-01-02") == 2
    assert "is out of date; build the briefing first" in capsys.readouterr().err


# --------------------------------------------------------------------------- what was withdrawn since


def withdrawing(tmp_path: Path, decision: str, about: str) -> str:
    tmp_path.mkdir(exist_ok=True)
    judgement = f"judgements:\n  - {{decision: {decision}, about: ['{about}'], by: E, when: 2026-02-01, why: x}}\n"
    (tmp_path / "codebook.yml").write_text(judgement, "utf-8")
    change = Change(
        what="finding", change="changed", id="05d7cee3f2", kind="quantity", old="A secret.", new="Another secret.",
        sources=("001",),
    )  # fmt: skip
    edition = Edition(
        name="1", number=1, date="2026-01-01", revision="0" * 12, verdict="1 changed", findings=1, sources=1,
        conflicts=0, changes=(change,),
    )  # fmt: skip
    (shown,) = fit_to_show([edition], load_codebook(tmp_path))
    feed = feed_file(distil_folder(HALDEN), [shown], "")
    return repr(shown) + feed.decode("utf-8")


@pytest.mark.parametrize(("decision", "about"), [("withhold", "05d7cee3f2"), ("source-retracted", "001")])
def test_what_an_editor_withdrew_does_not_live_on_in_the_changes(tmp_path: Path, decision: str, about: str) -> None:
    assert "secret" not in withdrawing(tmp_path / "c", decision, about)


def test_what_was_not_withdrawn_stays_in_the_changes(tmp_path: Path) -> None:
    assert "Another secret." in withdrawing(tmp_path / "c", "withhold", "ffffffffff")


def disputed(root: Path) -> None:
    """Two editions of three sources: the third contradicts the second, with another number in the second edition."""
    text = (HALDEN / "001_blog.md").read_text("utf-8").replace('id: "001"', 'id: "002"').replace("1111", "2222")
    text = text.replace("publisher: unknown", "publisher: Sund Weekly")
    (root / "seeds" / "002_other.md").write_text(text.replace("12,000+ firms", "420 firms"), "utf-8")
    built(root)
    assert recorded(root, "1.0", "2026-01-02") == 0
    (root / "seeds" / "002_other.md").write_text(text.replace("12,000+ firms", "450 firms"), "utf-8")
    built(root)
    assert recorded(root, "1.1", "2026-02-03") == 0
    built(root)


def the_number(root: Path) -> tuple[str, str]:
    """Finding and statement of the third source's number."""
    briefing = distil_folder(root / "seeds")
    statement = next(s for s in briefing.statements if "450" in s.text)
    return next(f.id for f in briefing.findings if statement.id in f.statements), statement.id


def judged(root: Path, decision: str, about: str) -> str:
    """The page of changes and the feed after a judgement, all visible words of them."""
    judgement = f"judgements:\n  - {{decision: {decision}, about: ['{about}'], by: E, when: 2026-03-01, why: x}}\n"
    (root / "seeds" / "codebook.yml").write_text(judgement, "utf-8")
    built(root)
    return page(root) + (root / "out" / "docs" / "data" / "changes.xml").read_text("utf-8")


def test_a_conflict_of_an_edition_shows_its_sides(corpus: Path) -> None:
    """The planted lie of the tests below: without a judgement the words are there."""
    disputed(corpus)
    told = page(corpus) + (corpus / "out" / "docs" / "data" / "changes.xml").read_text("utf-8")
    assert {c.what for c in read_editions(corpus / "out")[1].changes} == {"finding", "conflict"}
    assert told.count("450") > 2 and told.count("420") > 2


@pytest.mark.parametrize("which", ["finding", "statement", "source"])
def test_withdrawn_words_live_on_in_no_conflict_of_an_edition(corpus: Path, which: str) -> None:
    disputed(corpus)
    finding, statement = the_number(corpus)
    about = {"finding": finding, "statement": statement, "source": "002"}[which]
    told = judged(corpus, "source-retracted" if which == "source" else "withhold", about)
    assert "420" not in told and "450" not in told
    assert "its words were withdrawn by an editor" in told


def test_words_that_another_source_says_too_stay_when_one_is_retracted(corpus: Path) -> None:
    assert recorded(corpus, "1.0", "2026-01-02") == 0
    path = corpus / "seeds" / "000_wire.md"
    path.write_text(
        path.read_text("utf-8").replace("[p5]\n", "[p5]\nAurora 3 is released under the MIT License.\n"), "utf-8"
    )
    built(corpus)
    assert recorded(corpus, "1.1", "2026-02-03") == 0
    assert "available under MIT" in judged(corpus, "source-retracted", "000")


def test_the_name_of_a_person_goes_with_the_source_that_alone_named_it(corpus: Path) -> None:
    assert recorded(corpus, "1.0", "2026-01-02") == 0
    path = corpus / "seeds" / "001_blog.md"
    path.write_text(
        path.read_text("utf-8").replace("Ingrid Solheim, Tuan Pham and Olu Adeyemi", "Ingrid Solheim and Tuan Pham"),
        "utf-8",
    )
    built(corpus)
    assert recorded(corpus, "1.1", "2026-02-03") == 0
    built(corpus)
    assert "Olu Adeyemi" in page(corpus)
    assert "Adeyemi" not in judged(corpus, "source-retracted", "001")


@pytest.mark.parametrize(("decision", "about"), [("withhold", "05d7cee3f2"), ("source-retracted", "001")])
def test_a_conflict_recorded_without_what_it_rests_on_is_silent_after_any_withdrawal(
    tmp_path: Path, decision: str, about: str
) -> None:
    judgement = f"judgements:\n  - {{decision: {decision}, about: ['{about}'], by: E, when: 2026-02-01, why: x}}\n"
    (tmp_path / "codebook.yml").write_text(judgement, "utf-8")
    change = Change(what="conflict", change="added", id="c1", kind="value", old="", new="A secret / another.")
    edition = Edition(
        name="1", number=1, date="2026-01-01", revision="0" * 12, verdict="1 needs a look", findings=1, sources=1,
        conflicts=1, changes=(change,),
    )  # fmt: skip
    assert "secret" not in repr(fit_to_show([edition], load_codebook(tmp_path)))


def test_a_finding_is_withheld_under_the_id_that_it_had_before(tmp_path: Path) -> None:
    (tmp_path / "codebook.yml").write_text(
        "judgements:\n  - {decision: withhold, about: ['new'], by: E, when: 2026-02-01, why: x}\n", "utf-8"
    )

    def edition(number: int, change: Change) -> Edition:
        return Edition(
            name=str(number), number=number, date="2026-01-01", revision="0" * 12, verdict="", findings=1, sources=1,
            conflicts=0, changes=(change,),
        )  # fmt: skip

    old, new = Support(statement="a", finding="old", source="000"), Support(statement="b", finding="new", source="000")
    first = Change(what="finding", change="added", id="old", kind="quantity", old="", new="A secret.", rests=((old,),))
    then = Change(
        what="finding", change="changed", id="new", kind="quantity", old="A secret.", new="x", rests=((old,), (new,))
    )
    assert "secret" not in repr(fit_to_show([edition(1, first), edition(2, then)], load_codebook(tmp_path)))


# --------------------------------------------------------------------------- what a reader is told


def test_an_edition_counts_for_readers_just_what_it_lists(corpus: Path) -> None:
    disputed(corpus)
    head, listed = page(corpus).split("edition-2 }")[1].split("edition-1 }")[0].split("findings from")
    told = {how: int(n) for n, how in re.findall(r"(\d+) (changed|added|removed)", head)}
    found = {how.lower(): int(n) for how, n in re.findall(r"(Changed|Added|Removed): (\d+)", listed)}
    assert told == found and sum(told.values()) == len(read_editions(corpus / "out")[1].changes)


def test_a_change_of_the_passages_alone_is_told_as_one() -> None:
    change = Change(what="finding", change="changed", id="a", kind="quote", old="It rains.", new="It rains.")
    edition = Edition(
        name="1", number=1, date="2026-01-01", revision="0" * 12, verdict="", findings=1, sources=1, conflicts=0,
        changes=(change,),
    )  # fmt: skip
    made = pages.render(distil_folder(HALDEN), [edition])["docs/changes.md"].decode("utf-8")
    assert "the same words, from other passages than before" in html.unescape(made)


def test_no_word_of_the_reviewers_stands_before_readers(corpus: Path) -> None:
    disputed(corpus)
    assert "needs a look" in read_editions(corpus / "out")[1].verdict
    assert "a look" not in page(corpus) + (corpus / "out" / "docs" / "data" / "changes.xml").read_text("utf-8")


# --------------------------------------------------------------------------- the feed


def feed(root: Path, url: str = "") -> ET.Element:
    return ET.fromstring(feed_file(distil_folder(root / "seeds"), read_editions(root / "out"), url))


def test_the_feed_has_what_atom_asks_for(corpus: Path) -> None:
    two_editions(corpus)
    root = feed(corpus, "https://example.org/b")
    for parent in (root, *root.findall(f"{ATOM}entry")):
        assert all(parent.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated"))
    assert root.find(f"{ATOM}author/{ATOM}name") is not None


def test_the_feed_names_the_newest_edition_first(corpus: Path) -> None:
    two_editions(corpus)
    titles = [e.text or "" for e in feed(corpus).findall(f"{ATOM}entry/{ATOM}title")]
    assert [t.split(":")[0] for t in titles] == ["Edition 1.1", "Edition 1.0"]


def test_an_entry_keeps_its_id_when_another_is_added(corpus: Path) -> None:
    recorded(corpus, "1.0", "2026-01-02")
    (before,) = [e.text for e in feed(corpus).findall(f"{ATOM}entry/{ATOM}id")]
    edited(corpus)
    recorded(corpus, "1.1", "2026-02-03")
    assert [e.text for e in feed(corpus).findall(f"{ATOM}entry/{ATOM}id")][1] == before


def test_no_character_of_a_corpus_breaks_the_feed() -> None:
    change = Change(what="finding", change="added", id="a", kind="quote", old="", new="a\x00b\ufffec\uffffd\x1be")
    edition = Edition(
        name="1", number=1, date="2026-01-01", revision="0" * 12, verdict="", findings=1, sources=1, conflicts=0,
        changes=(change,),
    )  # fmt: skip
    read = ET.fromstring(feed_file(distil_folder(HALDEN), [edition], ""))
    assert "abcde" in str(read.findtext(f"{ATOM}entry/{ATOM}content"))


def test_the_page_of_changes_leads_to_a_conflict_that_still_stands(corpus: Path) -> None:
    disputed(corpus)
    (conflict,) = distil_folder(corpus / "seeds").conflicts
    assert f"](conflicts.md#c-{conflict.id})" in page(corpus)


def test_without_an_address_the_feed_links_nowhere(corpus: Path) -> None:
    two_editions(corpus)
    assert feed(corpus).findall(f".//{ATOM}link") == []


# --------------------------------------------------------------------------- previews


def preview(corpus: Path) -> dict[str, str]:
    old = corpus / "old"
    shutil.copytree(corpus / "out" / "briefing", old / "briefing")
    path = corpus / "seeds" / "001_blog.md"
    path.write_text(path.read_text("utf-8").replace("12,000+", "14,000+"), "utf-8")
    arguments = ["build", "-q", "--no-site", "--no-pdf", "--preview", str(old)]
    assert main([*arguments, "--seeds", str(corpus / "seeds"), "--output", str(corpus / "out")]) == 0
    docs = corpus / "out" / "docs"
    return {p.relative_to(docs).as_posix(): p.read_text("utf-8") for p in docs.rglob("*.md")}


def test_a_preview_says_on_every_page_that_it_is_one(corpus: Path) -> None:
    pages = preview(corpus)
    assert [n for n, text in pages.items() if "Preview of a proposal, not the published briefing." not in text] == []


def test_a_preview_marks_the_changed_finding_and_no_other(corpus: Path) -> None:
    found = {i for text in preview(corpus).values() for i in re.findall(r'data-finding="(\w+)" data-change=', text)}
    changed = next(f.id for f in distil_folder(corpus / "seeds").findings if "14,000" in f.text)
    assert found == {changed}


def test_an_ordinary_build_marks_nothing(corpus: Path) -> None:
    preview(corpus)
    built(corpus)
    assert "data-change" not in "".join(p.read_text("utf-8") for p in (corpus / "out" / "docs").rglob("*.md"))
