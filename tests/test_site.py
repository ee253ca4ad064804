"""The built site: what a browser gets."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from briefwright import pages
from briefwright.build import files
from briefwright.exports import OFFERED
from briefwright.model import Briefing
from briefwright.pages.escape import words
from fixture_briefing import make
from hostile_briefing import PAYLOADS, hostile
from site_reading import Page, problems, read


def built(briefing: Briefing, folder: Path) -> Path:
    """The site of a briefing, built strictly in an empty folder."""
    config = pages.mkdocs_config(briefing, docs_dir="docs", site_dir="site", site_url="")
    for name, data in {**files(briefing), "mkdocs.yml": config}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"],
        cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(make(), tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(hostile(), tmp_path_factory.mktemp("hostile"))


def test_nothing_is_wrong_with_any_page(site: Path) -> None:
    assert list(problems(read(site))) == []


def test_nothing_is_wrong_with_any_page_of_a_hostile_corpus(hostile_site: Path) -> None:
    found = [p for p in problems(read(hostile_site)) if "is printed as it stands" not in p]
    assert found == []


@pytest.mark.parametrize("name", OFFERED)
def test_every_export_is_a_file_of_the_site_that_the_page_on_method_leads_to(site: Path, name: str) -> None:
    assert (site / "data" / name).is_file()
    page = unescape((site / "method" / "index.html").read_text("utf-8"))
    links = re.findall(r'<a href="([^"]*)">([^<]*)</a>', page)
    assert (f"../data/{name}", name) in links


@pytest.mark.parametrize("name", ["sources.csl.json", "sources.bib"])
def test_the_list_of_sources_leads_to_the_files_for_a_citation_manager(site: Path, name: str) -> None:
    assert f'href="../data/{name}"' in (site / "sources" / "index.html").read_text("utf-8")


def test_every_page_names_the_data_behind_it_to_programs(site: Path) -> None:
    page = (site / "people" / "index.html").read_text("utf-8")
    (target,) = re.findall(r'<link rel="related" type="application/json" href="([^"]*)"', page)
    assert (site / "people" / target).resolve() == (site / "data" / "briefing.json").resolve()


def test_hostile_words_add_no_kind_of_element_and_no_attribute(site: Path, hostile_site: Path) -> None:
    usual = {shape for page in read(site).values() for shape in page.shapes()}
    strange = {shape for page in read(hostile_site).values() for shape in page.shapes()}
    ours = {("details", "class"), ("summary",)}  # what folds a list that is long there and short in the other
    assert strange - usual <= ours


def test_hostile_words_add_no_script(site: Path, hostile_site: Path) -> None:
    usual = {script for page in read(site).values() for script in page.scripts}
    assert [s for page in read(hostile_site).values() for s in page.scripts if s not in usual] == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_shown_as_they_stand(hostile_site: Path, payload: str) -> None:
    text = " ".join(page.text for page in read(hostile_site).values())
    assert words(payload) in " ".join(text.split())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_title_stays_within_the_title_of_its_page(hostile_site: Path, payload: str) -> None:
    head, _, _ = (hostile_site / "index.html").read_text("utf-8").partition("</title>")
    title = Page(head.partition("<title>")[2]).text
    assert words(payload) in title


def test_hostile_words_reach_the_search_as_text(hostile_site: Path) -> None:
    index = (hostile_site / "search" / "search_index.json").read_text("utf-8")
    assert not [tag for tag in ("<script", "<img", "<svg", "<iframe", "<a ", "<div") if tag in index]


def test_notes_are_not_searched(site: Path) -> None:
    index = (site / "search" / "search_index.json").read_text("utf-8")
    assert "our note of" not in index.replace("our note of \\u00b614", "")


def index(site: Path) -> dict[str, str]:
    found = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    return {entry["location"]: unescape(entry["text"]) for entry in found["docs"]}


def test_a_search_for_any_form_of_a_name_finds_its_page(site: Path) -> None:
    entries = index(site)
    briefing = make()
    forms = {(e.id, a) for e in briefing.entities if e.kind == "person" for a in e.aliases if a != e.name}
    assert forms and {(e, a) for e, a in forms if a in entries[f"people/{e}/"]} == forms


def test_a_search_ends_words_at_quotation_marks_and_commas(site: Path) -> None:
    config = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["config"]
    parts = re.split(config["separator"], "Junyang “Justin” Lin, 3.5 of 90,000.")
    assert [p for p in parts if p] == ["Junyang", "Justin", "Lin", "3.5", "of", "90,000"]


def test_status_words_are_not_searched(site: Path) -> None:
    register = [text for place, text in index(site).items() if place.startswith("timeline/")]
    assert register and not [text for text in register if "in one text" in text or "sources disagree" in text]


def test_a_lost_reader_is_led_to_the_first_page(site: Path) -> None:
    links = [got["href"] for tag, got in read(site)["404.html"].elements if tag == "a" and "href" in got]
    assert links.count("/.") + links.count("/") > 1


def test_every_page_ends_with_the_sentence_on_what_a_briefing_is(site: Path) -> None:
    foot = "This briefing shows what the cited texts say; it does not establish that it is so."
    assert [address for address, page in read(site).items() if foot not in page.text] == []


def test_person_pages_ask_not_to_be_indexed(site: Path) -> None:
    persons = {a: p for a, p in read(site).items() if a.startswith("people/")}
    noindex = ("meta", {"name": "robots", "content": "noindex"})
    assert persons and all(noindex in page.elements for page in persons.values())


def test_other_pages_may_be_indexed(site: Path) -> None:
    others = {a: p for a, p in read(site).items() if not a.startswith("people/")}
    assert not [a for a, page in others.items() if any(got.get("name") == "robots" for _, got in page.elements)]


def test_the_template_itself_is_not_published(site: Path) -> None:
    assert not list(site.rglob("main.html"))


def test_no_page_has_a_style_of_its_own_that_the_policy_would_block(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    assert [name for name, page in pages.items() if re.search(r'<[a-z]+[^>]* style="', page)] == []


def test_the_style_sheet_asks_nothing_of_a_third_party(site: Path) -> None:
    assert "http" not in (site / "assets" / "briefwright.css").read_text("utf-8")


def test_a_briefing_of_nothing_builds(tmp_path: Path) -> None:
    empty = replace(
        make(), sources=(), origins=(), entities=(), statements=(), findings=(), conflicts=(), uses=(), withheld=()
    )
    assert list(problems(read(built(empty, tmp_path)))) == []


LIES = {
    "the id": '<p id="a"></p><p id="a"></p>',
    "printed as it stands": "<p>said [^9]</p>",
    "has no note": '<div data-finding="x"><p>said</p></div><a class="footnote-ref" href="#fn">1</a>',
    "has onclick": '<p onclick="x()">y</p>',
    "has href=javascript:": '<a href=" JavaScript:x()">y</a>',
    "which is no page": '<a href="nowhere/">y</a>',
    "which is not there": '<a href="#nowhere">y</a>',
    "of a third party": '<link rel="stylesheet" href="https://fonts.example/a.css">',
}


@pytest.mark.parametrize(("fault", "html"), LIES.items())
def test_a_planted_fault_is_found(fault: str, html: str) -> None:
    assert [p for p in problems({"index.html": Page(html)}) if fault in p]


def test_a_clean_page_has_no_fault() -> None:
    html = '<div data-finding="x"><p id="a">said <a class="footnote-ref" href="#fn">1</a></p></div><p id="fn">note</p>'
    assert list(problems({"index.html": Page(html)})) == []
