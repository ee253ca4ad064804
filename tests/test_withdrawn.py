"""What an editor withheld or retracted is told with who, when and why wherever it stood."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from bibtexparser.entrypoint import parse_string

from briefwright.build import distil_folder, files
from briefwright.cli import main
from briefwright.model import Briefing
from briefwright.pages.view import survey
from briefwright.pdf import back

HALDEN = Path(__file__).parent / "corpora" / "halden_notes"
PLAIN = distil_folder(HALDEN)
WHO = ("the publisher withdrew it", "P. Vance", "2026-03-09")
LICENCE = next(f for f in PLAIN.findings if f.kind == "licence")


@pytest.fixture
def judged(tmp_path: Path) -> Callable[[str, str], Path]:
    """A copy of the notes with one judgement."""

    def make(decision: str, about: str) -> Path:
        seeds = tmp_path / "seeds"
        shutil.copytree(HALDEN, seeds)
        entry = f"decision: {decision}, about: ['{about}'], why: {WHO[0]}, by: {WHO[1]}, when: '{WHO[2]}'"
        (seeds / "codebook.yml").write_text(f"judgements:\n  - {{{entry}}}\n", "utf-8")
        return seeds

    return make


def page(briefing: Briefing, name: str) -> str:
    return html.unescape(files(briefing)[f"docs/{name}"].decode("utf-8"))


def is_told(text: str) -> bool:
    """Is it said that a source was retracted, with why, by whom and when?"""
    return "retracted" in text.casefold() and all(part in text for part in WHO)


# --------------------------------------------------------------------------- a retracted source


PLACES: dict[str, Callable[[Briefing], str]] = {
    "its page": lambda b: page(b, "sources/001.md").split("## Passages")[0],
    "the list of sources": lambda b: page(b, "sources/index.md").split("#s-001 }")[1].split("</section>")[0],
    "the page on method": lambda b: page(b, "method.md").split("## Judgements")[1].split("\n## ")[0],
    "BibTeX": lambda b: (
        parse_string(files(b)["docs/data/sources.bib"].decode("utf-8")).entries[1].fields_dict["note"].value
    ),
    "CSL-JSON": lambda b: json.loads(files(b)["docs/data/sources.csl.json"])[1]["note"],
    "briefing.json": lambda b: str(
        {k: v for k, v in json.loads(files(b)["docs/data/briefing.json"])["sources"][1].items() if k == "retracted"}
    ),
    "sources.yml": lambda b: str(
        {k: v for k, v in yaml.safe_load(files(b)["briefing/sources.yml"])["sources"][1].items() if k == "retracted"}
    ),
    "the printed list of sources": lambda b: str(next(x for x in back.sources(survey(b)) if x.get("id") == "001")),
    "the printed corrections": lambda b: str(back.method(survey(b))[-4:]),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_retracted_source_is_told_as_one_with_why_by_whom_and_when(
    judged: Callable[[str, str], Path], place: str
) -> None:
    assert is_told(PLACES[place](distil_folder(judged("source-retracted", "001"))))


@pytest.mark.parametrize("place", PLACES)
def test_a_source_that_stands_is_told_as_retracted_nowhere(place: str) -> None:
    assert not is_told(PLACES[place](PLAIN))


def test_no_passage_of_a_retracted_source_is_found_by_a_search(judged: Callable[[str, str], Path]) -> None:
    text = page(distil_folder(judged("source-retracted", "001")), "sources/001.md")
    sections = re.findall(r'<section class="bw-passage[^>]*>', text)
    assert sections and all("data-search-exclude" in s for s in sections)
    assert "data-search-exclude" not in "".join(
        re.findall(r'<section class="bw-passage[^>]*>', page(PLAIN, "sources/001.md"))
    )


# --------------------------------------------------------------------------- a withheld finding


@pytest.mark.parametrize("by", ["finding", "statement"])
def test_the_page_on_method_tells_kind_and_place_of_what_is_withheld_and_not_its_words(
    judged: Callable[[str, str], Path], by: str
) -> None:
    about = LICENCE.id if by == "finding" else LICENCE.statements[0]
    text = page(distil_folder(judged("withhold", about)), "method.md")
    told = text.split("## Judgements")[1].split("\n## ")[0]
    assert "licence from [What Does the Aurora Exit Mean for Your Business?, ¶6](sources/001.md#p6)" in told
    assert all(part in told for part in WHO)
    assert "MIT" not in text


def test_what_is_withheld_of_a_sentence_that_says_more_is_told_beside_it(judged: Callable[[str, str], Path]) -> None:
    use = next(u for u in PLAIN.uses if len(u.findings) > 1)
    text = page(distil_folder(judged("withhold", use.findings[0])), f"sources/{use.source}.md")
    assert "Not shown: " in text and all(part in text for part in WHO)


@pytest.mark.parametrize("by", ["finding", "statement"])
def test_explain_tells_who_keeps_an_id_back_when_and_why_and_not_its_words(
    judged: Callable[[str, str], Path], by: str, capsys: pytest.CaptureFixture[str]
) -> None:
    about = LICENCE.id if by == "finding" else LICENCE.statements[0]
    assert main(["explain", about, "-q", "--seeds", str(judged("withhold", about))]) == 0
    told = capsys.readouterr().out
    assert f"{by} {about} is not published: a judgement of the editors keeps it back" in told
    assert "licence, from 001 ¶6" in told and all(part in told for part in WHO)
    assert "MIT" not in told


def test_explain_tells_a_statement_of_a_retracted_source_from_an_id_that_is_none(
    judged: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    seeds = str(judged("source-retracted", "001"))
    assert main(["explain", LICENCE.id, "-q", "--json", "--seeds", seeds]) == 0
    (one,) = json.loads(capsys.readouterr().out)["silenced"]
    assert (one["kind"], one["source"], one["why"].startswith("the source was retracted")) == ("licence", "001", True)
    assert main(["explain", "ffffffffff", "-q", "--seeds", seeds]) == 2


def test_a_statement_is_withheld_and_not_the_next_that_says_the_like(tmp_path: Path) -> None:
    """The id of what is withheld stays taken: no other statement inherits it, and with it the judgement."""
    text = (
        (HALDEN / "001_blog.md").read_text("utf-8").replace("an engineer.", "an engineer.\nTuan Pham is a physicist.")
    )
    (tmp_path / "001_blog.md").write_text(text, "utf-8")
    first, second = (
        next(s for s in distil_folder(tmp_path).statements if n in s.text) for n in ("engineer", "physicist")
    )
    entry = f"decision: withhold, about: ['{first.id}'], why: x, by: E, when: '2026-03-09'"
    (tmp_path / "codebook.yml").write_text(f"judgements:\n  - {{{entry}}}\n", "utf-8")
    texts = {s.id: s.text for s in distil_folder(tmp_path).statements}
    assert texts.get(second.id) == second.text and first.text not in texts.values()
