"""The site in a real Chromium: the card, the keyboard, a phone, dark, paper, a folder, a hostile text."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from briefwright.model import Briefing
from fixture_briefing import make
from hostile_briefing import hostile
from site_reading import read
from site_serving import chromium, made, served

pytestmark = pytest.mark.browser

BRIEFING = make()
DESKTOP, PHONE = (1280, 900), (390, 844)
AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
#: One page of each kind.
KINDS = (
    "", "people/", "people/ines-aldabe/", "people/t-wren/", "organisations/", "organisations/orrery-labs/", "models/",
    "models/lumen-3/", "architecture/", "timeline/", "quotations/", "risks/", "scenarios/", "recommendations/",
    "unknowns/", "conflicts/", "sources/", "sources/100/", "sources/102/", "compare/", "method/", "glossary/",
    "changes/", "404.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(make(), tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder / "site") as one:
        yield one


def visitor(browser: Browser, size: tuple[int, int], scheme: str = "light", **more: bool) -> BrowserContext:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        has_touch=more.get("touch", False),
        is_mobile=more.get("touch", False),
        java_script_enabled=more.get("script", True),
    )
    context.set_default_timeout(15_000)
    return context


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Page]:
    with visitor(browser, DESKTOP) as context:
        page = context.new_page()
        page.goto(address)
        yield page


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    with visitor(browser, PHONE, touch=True) as context:
        page = context.new_page()
        page.goto(address)
        yield page


# --------------------------------------------------------------------------- the card


def test_a_note_opens_in_place_under_the_mouse(desk: Page) -> None:
    desk.locator(".footnote-ref").first.hover()
    expect(desk.locator(".bw-pop")).to_contain_text("The Lisbon Courier, 4 March 2031, origin 1, our note of ¶1")


def test_a_note_leads_to_its_passage(desk: Page) -> None:
    desk.locator(".footnote-ref").first.click()
    desk.get_by_role("link", name="Show in source").click()
    desk.wait_for_url("**/sources/100/#p1")
    assert desk.locator("#p1").evaluate("node => node.matches(':target')")


def test_the_passage_reached_by_a_link_is_highlighted(desk: Page, address: str) -> None:
    desk.goto(f"{address}sources/100/#p2")
    paint = "node => getComputedStyle(node).backgroundColor"
    assert desk.locator("#p2").evaluate(paint) != desk.locator("#p1").evaluate(paint)


def test_the_other_statements_of_a_finding_are_named_in_the_card(desk: Page) -> None:
    desk.locator(".footnote-ref").first.click()
    expect(desk.locator(".bw-pop-others button")).to_have_count(2)


def test_the_keyboard_goes_into_the_card_and_back_to_the_mark(desk: Page) -> None:
    mark = desk.locator(".footnote-ref").nth(1)
    mark.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator(".bw-pop")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(mark).to_be_focused()
    expect(desk.locator(".bw-pop")).to_be_hidden()


def test_the_keyboard_stays_in_an_open_card(desk: Page) -> None:
    desk.locator(".footnote-ref").first.focus()
    desk.keyboard.press("Enter")
    for _ in range(12):
        desk.keyboard.press("Tab")
    assert desk.locator(".bw-pop").evaluate("node => node.contains(document.activeElement)")


def test_the_cross_closes_the_card(desk: Page) -> None:
    desk.locator(".footnote-ref").first.click()
    desk.get_by_role("button", name="Close").click()
    expect(desk.locator(".bw-pop")).to_be_hidden()


def test_a_tap_opens_a_sheet_at_the_lower_edge_without_moving_the_page(phone: Page) -> None:
    mark = phone.locator(".footnote-ref").first
    before = phone.evaluate("scrollY")
    mark.tap()
    box = phone.locator(".bw-pop").bounding_box()
    assert box is not None
    assert (round(box["y"] + box["height"]), phone.evaluate("scrollY")) == (PHONE[1], before)


def test_a_tap_outside_closes_the_sheet(phone: Page) -> None:
    phone.locator(".footnote-ref").first.tap()
    phone.locator("h1").tap()
    expect(phone.locator(".bw-pop")).to_be_hidden()


def test_a_mark_explains_itself(desk: Page) -> None:
    desk.locator("a.bw-disputed").first.click()
    expect(desk.locator(".bw-pop")).to_contain_text("Other statements cannot hold at the same time")


def test_a_citation_names_the_status_and_every_note(desk: Page) -> None:
    desk.locator(".bw-cite").first.click()
    text = desk.locator(".bw-pop-text").inner_text()
    assert ("in 2 separately worded texts" in text, text.count("\n[")) == (True, 3)


def test_the_targets_of_marks_are_large_enough_for_a_finger(phone: Page) -> None:
    small = """marks => marks.map(mark => [mark.outerHTML, mark.getBoundingClientRect()])
      .filter(([, box]) => box.width && (box.width < 23.9 || box.height < 23.9)).map(([html]) => html)"""
    assert phone.locator(".footnote-ref, .bw-marks a").evaluate_all(small) == []


def test_a_term_is_explained_where_it_stands_as_ours(desk: Page, address: str) -> None:
    desk.goto(f"{address}architecture/")
    desk.locator(".bw-term").first.hover()
    expect(desk.locator(".bw-pop")).to_contain_text("In our words: layers of which only a part works at a time")


def test_a_copied_citation_is_what_the_card_shows(browser: Browser, address: str) -> None:
    with visitor(browser, DESKTOP) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(address)
        page.locator(".bw-cite").first.click()
        page.get_by_role("button", name="Copy with citation").click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == page.locator(".bw-pop-text").text_content()


# --------------------------------------------------------------------------- lists


def test_a_list_can_be_narrowed_by_status_and_whole_again(desk: Page, address: str) -> None:
    desk.goto(f"{address}organisations/orrery-labs/")
    every = desk.locator(".bw-finding:visible").count()
    desk.get_by_label("Status").select_option("corroborated")
    states = {one.get_attribute("data-status") for one in desk.locator(".bw-finding:visible").all()}
    assert (states, desk.locator(".bw-filter output").inner_text()) == ({"corroborated"}, f"1 of {every} shown")
    desk.get_by_role("button", name="Show all").click()
    expect(desk.locator(".bw-finding:visible")).to_have_count(every)


def test_a_narrowed_list_shows_no_heading_without_a_finding(desk: Page, address: str) -> None:
    desk.goto(f"{address}organisations/orrery-labs/")
    desk.get_by_label("Status").select_option("corroborated")
    expect(desk.get_by_role("heading", name="Governance and market")).to_be_hidden()
    desk.get_by_role("button", name="Show all").click()
    expect(desk.get_by_role("heading", name="Governance and market")).to_be_visible()


def test_two_texts_can_be_laid_side_by_side(desk: Page, address: str) -> None:
    desk.goto(f"{address}compare/")
    desk.get_by_label("Right").select_option("102")
    shown = [cell.get_attribute("data-text") for cell in desk.locator("thead th[data-text]:visible").all()]
    cells = desk.locator("tbody tr:visible td:visible").evaluate_all("cells => cells.map(c => c.innerText.trim())")
    assert (shown, bool(cells), "silent" in cells) == (["100", "102"], True, False)


# --------------------------------------------------------------------------- every page


# each width and each scheme once: the four together cost a minute and a half and find no more
@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["1280-light", "390-dark"])
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, address: str, size: tuple[int, int], scheme: str
) -> None:
    found = []
    with visitor(browser, size, scheme) as context:
        page = context.new_page()
        for kind in KINDS:
            page.goto(address + kind)
            page.evaluate(AXE)
            result = page.evaluate("axe.run({resultTypes: ['violations']})")
            found += [
                (kind, v["id"], n["target"], n.get("failureSummary", "")[:200])
                for v in result["violations"]
                for n in v["nodes"][:3]
            ]
    assert found == []


def test_axe_finds_a_planted_fault(desk: Page) -> None:
    desk.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"/assets/mark.svg\">')")
    desk.evaluate(AXE)
    assert [v["id"] for v in desk.evaluate("axe.run()")["violations"]] == ["image-alt"]


def test_no_page_complains_and_none_asks_another_host(browser: Browser, address: str) -> None:
    heard: list[str] = []
    with visitor(browser, DESKTOP) as context:
        page = context.new_page()
        page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(address) else heard.append(request.url))
        for kind in KINDS:
            page.goto(address + kind, wait_until="networkidle")
            policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
            assert policy is not None and "unsafe" not in policy
    assert heard == []


def test_no_page_scrolls_sideways_on_the_narrowest_phone(browser: Browser, address: str) -> None:
    wide = []
    with visitor(browser, (320, 640)) as context:
        page = context.new_page()
        for kind in KINDS:
            page.goto(address + kind)
            if page.evaluate("document.documentElement.scrollWidth") != 320:
                wide.append(kind)
    assert wide == []


def test_every_page_says_what_it_is_and_where_it_stands(folder: Path) -> None:
    lacking = []
    for address, page in read(folder / "site").items():
        told = {got.get("name") or got.get("rel"): got.get("content") or got.get("href") for _, got in page.elements}
        here = (
            address == "404.html" or told.get("canonical") == f"http://x.example/{address.removesuffix('index.html')}"
        )
        if not (told.get("description") and here and "<title>" in page.html):
            lacking.append(address)
    assert lacking == []


def test_an_inline_script_that_is_not_the_themes_does_not_run(browser: Browser, folder: Path) -> None:
    path = folder / "site" / "planted.html"
    html = (folder / "site" / "index.html").read_text("utf-8")
    path.write_text(html.replace("</article>", "<script>window.ran = 1</script></article>"), "utf-8")
    with served(folder / "site") as address, visitor(browser, DESKTOP) as context:
        page = context.new_page()
        page.goto(f"{address}planted.html")
        assert page.evaluate("window.ran") is None
    path.unlink()


def test_no_line_moves_while_a_page_loads(desk: Page) -> None:
    moved = """() => new Promise(done => {
      let sum = 0;
      const seen = list => { for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value; };
      new PerformanceObserver(seen).observe({type: "layout-shift", buffered: true});
      setTimeout(() => done(sum), 400);
    })"""
    assert desk.evaluate(moved) < 0.01


# --------------------------------------------------------------------------- without script, on paper, in the dark


def test_without_script_a_mark_leads_to_its_note(browser: Browser, address: str) -> None:
    with visitor(browser, DESKTOP, script=False) as context:
        page = context.new_page()
        page.goto(address)
        href = page.locator(".footnote-ref").first.get_attribute("href")
        assert href is not None
        expect(page.locator(f'[id="{href[1:]}"]')).to_contain_text("The Lisbon Courier")


def test_without_script_every_finding_is_visible(browser: Browser, address: str) -> None:
    with visitor(browser, DESKTOP, script=False) as context:
        page = context.new_page()
        page.goto(f"{address}timeline/")
        assert [f for f in page.locator(".bw-finding").all() if not f.is_visible()] == []


def test_on_paper_notes_stand_grouped_by_text(desk: Page) -> None:
    desk.emulate_media(media="print")
    heads = desk.locator(".bw-paper-head").all_inner_texts()
    assert heads == list(dict.fromkeys(heads)) and len(heads) == 3
    desk.emulate_media(media="screen")
    expect(desk.locator(".bw-paper-head")).to_have_count(0)


def test_a_reader_who_prefers_dark_gets_a_dark_page(browser: Browser, address: str) -> None:
    with visitor(browser, DESKTOP, "dark") as context:
        page = context.new_page()
        page.goto(address)
        red = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0]")
        assert int(red) < 64


# --------------------------------------------------------------------------- search


def search(page: Page, words: str) -> list[str]:
    page.locator('[data-md-component="search-query"]').click()
    page.keyboard.type(words, delay=20)
    results = page.locator(".md-search-result__link")
    expect(results.first).to_be_visible(timeout=15_000)
    return [link.get_attribute("href") or "" for link in results.all()]


def test_a_search_for_another_form_of_a_name_finds_its_page_first(desk: Page) -> None:
    variant = next(a for e in BRIEFING.entities if e.id == "ines-aldabe" for a in e.aliases if a != e.name)
    assert "people/ines-aldabe/" in search(desk, variant)[0]


def test_the_offline_copy_opens_from_a_folder_with_its_search(browser: Browser, folder: Path) -> None:
    with visitor(browser, DESKTOP) as context:
        page = context.new_page()
        page.goto((folder / "offline" / "index.html").as_uri())
        assert any("people/ines-aldabe.html" in link for link in search(page, "Aldabe"))


def test_a_card_of_the_offline_copy_leads_to_a_file(browser: Browser, folder: Path) -> None:
    with visitor(browser, DESKTOP) as context:
        page = context.new_page()
        page.goto((folder / "offline" / "index.html").as_uri())
        page.locator(".footnote-ref").first.click()
        page.get_by_role("link", name="Show in source").click()
        page.wait_for_url("**/sources/100.html#p1")


# --------------------------------------------------------------------------- a hostile corpus


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    briefing: Briefing = hostile()
    return made(briefing, tmp_path_factory.mktemp("hostile"))


def test_no_text_changes_what_may_run(folder: Path, hostile_folder: Path) -> None:
    """The hashes come from a skeleton: whatever a corpus says, the policy is the same."""
    policies = {(one / "site" / "index.html").read_text("utf-8").partition("http-equiv")[2].partition(">")[0]
                for one in (folder, hostile_folder)}  # fmt: skip
    assert len(policies) == 1 and "sha256-" in policies.pop()


def test_a_hostile_text_is_shown_and_runs_nothing(browser: Browser, hostile_folder: Path) -> None:
    heard: list[str] = []

    def told(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    with served(hostile_folder / "site") as address, visitor(browser, DESKTOP) as context:
        page = context.new_page()
        page.on("dialog", told)
        page.on("request", lambda request: None if request.url.startswith(address) else heard.append(request.url))
        for kind in ("", "people/", "people/ines-aldabe/", "sources/100/", "quotations/", "conflicts/", "sources/102/"):
            page.goto(address + kind)
            for mark in page.locator(":is(.footnote-ref, a.bw-status, .bw-cite):visible").all()[:4]:
                mark.click()
                page.keyboard.press("Escape")
        assert (heard, "<script>alert" in page.inner_text("article")) == ([], True)
