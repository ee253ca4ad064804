"""Markdown and HTML as blocks of visible text, each character with its place in the file."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefwright.markup import ENTITY, Block, Html, markdown, visible

SIGNS = st.text("ab *_`[]()<>&;#!|\\-\n\u200b\u202eé“”📰1.~", max_size=60)
TAGS = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "a b",
            "&amp;",
            "&eacute;",
            "<li>",
            "<ul>",
            "</ul>",
            "<td>",
            "<tr>",
            "</tr>",
            "<br>",
            "<div hidden>",
            "</div>",
            "<script>",
            "</script>",
            "<!-- c -->",
            "x",
            " ",
            "\n",
            "<h1>",
            "</h1>",
            "&#8217;",
            "<",
            "&",
        ]
    ),
    max_size=30,
).map("".join)


def told(text: str, block: Block) -> str:
    """What stands in the file under a block."""
    return text[block.offsets[0] : block.offsets[-1]]


def shown(text: str) -> list[tuple[str, str]]:
    return [(block.shape, block.text) for block in markdown(text)]


def page(text: str) -> list[tuple[str, str, str]]:
    return [(block.shape, block.text, block.reason) for block in Html(text).blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# Orrery *opens* Lumen\n\nText.", [("heading", "Orrery opens Lumen"), ("text", "Text.")]),
        ("Head\n====\n", [("heading", "Head")]),
        ('A [link](http://a.b/(c) "and title") and more', [("text", "A link and more")]),
        ("A [link][r] and\n\n[r]: http://a.b", [("text", "A link and")]),
        ("**bold** __too__ `co de` ~~gone~~", [("text", "bold too co de gone")]),
        ("5 \\* 3 &amp; 4 &mdash; 2", [("text", "5 * 3 & 4 — 2")]),
        ("one\ntwo  \nthree", [("text", "one two three")]),
        ("- a\n- b\n  - c\n", [("item", "a"), ("item", "b"), ("item", "c")]),
        ("1. a\n\n   b\n", [("item", "a"), ("item", "b")]),
        ("> said\n> so\n", [("text", "said so")]),
        ("| A | B |\n|---|---|\n| x \\| y | *z* |\n", [("row", "A | B"), ("row", "x | y | z")]),
        ("![alt words](a.png)\n", [("unseen", "")]),
        ("Words ![alt](a.png) here", [("text", "Words  here")]),
        ("```\nprint()\n```\n", [("unseen", "``` print() ```")]),
        ("<div hidden>secret</div>\n\nText", [("unseen", "secret"), ("text", "Text")]),
        ("a <b>b</b> <http://x.y>", [("text", "a b http://x.y")]),
        ("a\u202eb\u200bc\x07d", [("text", "abcd")]),
    ],
)
def test_markdown_is_read_as_a_reader_sees_it(text: str, blocks: list[tuple[str, str]]) -> None:
    assert shown(text) == blocks


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("<h1>A &ldquo;B&rdquo;</h1>", ("heading", "A “B”", "")),
        ("<p>In&eacute;s <b>Aldabe</b>&#8217;s\n  team</p>", ("text", "Inés Aldabe’s team", "")),
        ("<tr><th>A</th><td> b </td></tr>", ("row", "A | b", "")),
        ("<div style='color:red; display : none'>x</div>", ("unseen", "x", "hidden text")),
        ("<p style='font-size:0'>x</p>", ("unseen", "x", "hidden text")),
        ("<p style='visibility:hidden'>x</p>", ("unseen", "x", "hidden text")),
        ("<p aria-hidden=true>x</p>", ("unseen", "x", "hidden text")),
        ("<p style='font-size:0.9em'>x</p>", ("text", "x", "")),
        ("<nav><a>Home</a></nav>", ("unseen", "Home", "navigation")),
        ("<footer>x</footer>", ("unseen", "x", "page footer")),
        ("<aside><p>x</p></aside>", ("unseen", "x", "beside the article")),
        ("<form><label>x</label></form>", ("unseen", "x", "form")),
        ("<script>if (a<b) x()</script>", ("unseen", "if (a<b) x()", "script")),
        ("<style>p{}</style>", ("unseen", "p{}", "style sheet")),
        ("<figcaption>x</figcaption>", ("unseen", "x", "caption")),
        ("<!-- no --><p>x", ("text", "x", "")),
    ],
)
def test_html_is_read_as_a_reader_sees_it(text: str, block: tuple[str, str, str]) -> None:
    assert page(text) == [block]


def test_text_hidden_inside_a_paragraph_is_a_block_of_its_own() -> None:
    assert page("<p>Seen <span hidden>not seen</span>again.</p>") == [
        ("text", "Seen again.", ""),
        ("unseen", "not seen", "hidden text"),
    ]


def test_two_line_breaks_end_a_paragraph() -> None:
    assert [block[1] for block in page("a<br>b<br> <br>c")] == ["a b", "c"]


def test_list_items_that_are_left_open_are_separate() -> None:
    assert [block[1] for block in page("<ul><li>a<li>b</ul><p>c<p>d")] == ["a", "b", "c", "d"]


def test_meta_tags_are_read_once() -> None:
    read = Html('<html lang="en"><meta name="author" content="Mira Tan"><meta name="author" content="No">')
    assert (read.meta["author"], read.language) == ("Mira Tan", "en")


@given(SIGNS)
def test_the_places_of_markdown_rise_and_stay_inside_the_file(text: str) -> None:
    for block in markdown(text):
        assert len(block.offsets) == len(block.text) + 1
        assert list(block.offsets) == sorted(block.offsets)
        assert block.offsets[0] >= 0 and block.offsets[-1] <= len(text)


@example("`1é `")
@example("x `` a`b `` y")
@given(SIGNS)
def test_each_visible_letter_of_markdown_stands_at_its_place(text: str) -> None:
    for block in markdown(text):
        for character, at in zip(block.text, block.offsets, strict=False):
            if character.isalnum() and "&" not in text:
                assert text[at] == character


@given(TAGS)
def test_each_visible_letter_of_html_stands_at_its_place(text: str) -> None:
    for block in Html(text).blocks:
        assert len(block.offsets) == len(block.text) + 1
        assert list(block.offsets) == sorted(block.offsets)
        for character, at in zip(block.text, block.offsets, strict=False):
            if character.isalnum():
                entity = ENTITY.match(text, at)
                assert text[at] == character or (entity and character in unescape(entity[0]))


@given(st.text(max_size=80))
def test_any_text_is_read_as_html_and_as_markdown(text: str) -> None:
    assert all(block.text.isprintable() or "\u00a0" in block.text or block.text for block in Html(text).blocks)
    assert all(isinstance(block.text, str) for block in markdown(text))


@given(st.text(max_size=60))
def test_the_visible_part_of_a_line_is_trimmed_and_placed(text: str) -> None:
    seen, offsets = visible(text, 0, len(text))
    assert seen == seen.strip()
    assert len(offsets) == len(seen) + 1


def test_a_slice_of_plain_text_runs_on_without_a_gap() -> None:
    assert visible("  a b  ", 0, 7) == ("a b", (2, 3, 4, 5))


# --------------------------------------------------------------------------- parts of a page


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<section class="promo"><p>Brass barograph</p></section>', "advertisement"),
        ('<div id="related-posts"><p>Ten kettles</p></div>', "teaser"),
        ('<p class="byline">By Ada Lin</p>', "byline"),
        ('<p style="position:absolute;left:-9999px">cheap kettle</p>', "hidden text"),
        ('<p><a href="/">Reviews</a> <a href="/deals">Deals</a></p>', "navigation"),
    ],
)
def test_what_a_page_calls_no_text_of_its_own_is_not_seen(html: str, reason: str) -> None:
    assert [(b.shape, b.reason) for b in Html(html).blocks] == [("unseen", reason)]


@pytest.mark.parametrize(
    "html",
    [
        '<body class="single has-sidebar"><p>Ada Lin left.</p></body>',
        '<article class="related"><p>Ada Lin left.</p></article>',
        '<p>See <a href="/a">the letter</a> and <a href="/b">the post</a>.</p>',
        '<p class="shared-house">Ada Lin left.</p>',
    ],
)
def test_a_class_that_speaks_of_more_than_a_part_hides_nothing(html: str) -> None:
    assert [b.shape for b in Html(html).blocks] == ["text"]


def test_a_paragraph_of_links_alone_is_navigation_in_markdown_too() -> None:
    shapes = [b.shape for b in markdown("[Report](x) — [Imprint](y)\n\n[One link](x)\n")]
    assert shapes == ["unseen", "text"]
