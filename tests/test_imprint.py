"""What a web page states of itself: JSON-LD, meta tags and marks in the text, in a fixed order, nothing guessed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.imprint.jsonld import described
from briefwright.model import Source
from briefwright.sources import read_source

TITLE = "Otter arm ships to first customers"
TEXT = "Larkspur Robotics shipped the first forty of its Otter arms on Monday, " * 3
ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "author": {"@type": "Person", "name": "Ada Lund"},
    "publisher": {"@type": "Organization", "name": "Fjordwire"},
    "datePublished": "2026-03-09T10:00:00Z",
    "dateModified": "2026-03-11T08:00:00Z",
}


def read(*, ld: object = None, head: str = "", above: str = "", below: str = "", script: str = "") -> Source:
    """The page with this JSON-LD (or this very script), this head, and these words above and below its text."""
    inner = script or (json.dumps(ld) if ld is not None else "")
    told = f'<script type="application/ld+json">{inner}</script>' if inner else ""
    html = (
        f'<!doctype html><html lang="en"><head><title>{TITLE} | Fjordwire</title>{head}{told}</head><body>'
        f"<h1>{TITLE}</h1>{above}<p>{TEXT}</p>{below}</body></html>"
    )
    return read_source(html.encode("utf-8"), name="001_page.html", folder="seeds", where="page.html")


# --------------------------------------------------------------------------- JSON-LD


def test_author_date_and_publisher_that_only_json_ld_states_are_read() -> None:
    source = read(ld=ARTICLE)
    assert (source.author, source.publisher, source.published.value) == ("Ada Lund", "Fjordwire", "2026-03-09")


def test_the_record_says_where_the_date_stands() -> None:
    assert read(ld=ARTICLE).published.how == "stated in the page's JSON-LD (NewsArticle, datePublished)"


def test_the_record_says_where_author_and_publisher_stand() -> None:
    page = read(ld=ARTICLE).page
    assert page is not None
    assert dict(page.stated)["author"] == "the page's JSON-LD (NewsArticle, author)"
    assert dict(page.stated)["publisher"] == "the page's JSON-LD (NewsArticle, publisher)"


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("Ada Lund", "Ada Lund"),
        ({"@type": "Person", "name": "Ada Lund", "url": "https://x.example/ada"}, "Ada Lund"),
        (["Ada Lund", {"name": "Bo Berg"}], "Ada Lund, Bo Berg"),
        ([{"name": "Ada Lund"}, {"name": "Ada Lund"}], "Ada Lund"),
        ({"name": ["Ada Lund", "Bo Berg"]}, "Ada Lund, Bo Berg"),
        ("By Ada Lund", "Ada Lund"),
        ({"@id": "https://x.example/#ada"}, "Ada Lund"),
        ("https://x.example/authors/ada", "unknown"),
        ("@adalund", "unknown"),
        (17, "unknown"),
        (None, "unknown"),
        ({"name": {"name": {"name": {"name": {"name": "deep"}}}}}, "unknown"),
        ("A " * 400, "unknown"),
    ],
)
def test_an_author_is_a_string_an_object_a_reference_or_a_list(author: object, told: str) -> None:
    graph = [{**ARTICLE, "author": author}, {"@type": "Person", "@id": "https://x.example/#ada", "name": "Ada Lund"}]
    assert read(ld={"@graph": graph}).author == told


@pytest.mark.parametrize(
    "kind", ["NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "https://schema.org/NewsArticle",
             ["WebPage", "Article"], "schema:BlogPosting"],
)  # fmt: skip
def test_the_kinds_of_article_are_read(kind: object) -> None:
    assert read(ld={**ARTICLE, "@type": kind}).author == "Ada Lund"


@pytest.mark.parametrize("kind", ["Product", "Person", "BreadcrumbList", "", None, 5, {"a": "b"}])
def test_what_is_no_article_states_nothing_of_the_page(kind: object) -> None:
    assert read(ld={**ARTICLE, "@type": kind}).author == "unknown"


def test_when_the_page_was_modified_is_kept_apart_and_is_no_date_of_publication() -> None:
    source = read(ld={k: v for k, v in ARTICLE.items() if k != "datePublished"})
    assert source.published.value == "unknown"
    assert source.page is not None and source.page.modified == "2026-03-11"


def test_of_several_articles_the_one_with_the_title_of_the_page_is_read() -> None:
    other = {**ARTICLE, "headline": "Another story", "author": "Cid Moss"}
    assert read(ld=[other, ARTICLE]).author == "Ada Lund"


def test_of_several_articles_none_of_which_is_plainly_the_pages_none_is_read_and_that_is_told() -> None:
    source = read(ld=[{**ARTICLE, "headline": "One"}, {**ARTICLE, "headline": "Two", "author": "Cid Moss"}])
    assert (source.author, source.published.value) == ("unknown", "unknown")
    assert "2 articles in its JSON-LD" in source.published.how


@pytest.mark.parametrize("key", ["citation", "hasPart", "mentions", "isBasedOn", "itemListElement"])
def test_an_article_that_the_page_only_cites_is_not_its_own(key: str) -> None:
    source = read(ld={"@type": "WebPage", key: [ARTICLE]})
    assert (source.author, source.publisher) == ("unknown", "unknown")


def test_comment_marks_around_the_json_are_stepped_over() -> None:
    assert read(script=f"<!--\n{json.dumps(ARTICLE)}\n-->").author == "Ada Lund"
    assert read(script=f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>").author == "Ada Lund"


@pytest.mark.parametrize(
    "script",
    [
        "[" * 300_000,
        '{"@graph":' * 100_000,
        "9" * 20_000,
        '{"@type":"NewsArticle","author":"\\ud800","headline":"\\u0000"}',
        '{"@type":"NewsArticle","author":NaN,"datePublished":{"a":[]},"publisher":[[[]]]}',
        '{"@type":"NewsArticle","datePublished":"2026-99-99","author":["",null,{}]}',
        '{"@type":"NewsArticle","@id":"#a","author":{"@id":"#a"},"name":{"@id":"#a"}}',
        "not json",
        "x" * 1_500_000,
    ],
)
def test_hostile_json_states_nothing_and_stops_nothing(script: str) -> None:
    source = read(script=script)
    assert (source.author, source.publisher, source.published.value) == ("unknown", "unknown", "unknown")
    source.author.encode("utf-8")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(["NewsArticle", "#a", TITLE, "2026-03-09", "Person"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["@type", "@id", "@graph", "author", "name", "headline", "datePublished", "publisher", "url"]),
        inner, max_size=5,
    ),
    max_leaves=25,
)  # fmt: skip


@given(_JSON)
def test_any_json_gives_words_or_nothing(value: object) -> None:
    found = described([json.dumps(value)], (TITLE,), ())
    assert all(isinstance(name, str) and name for name in found.authors)


# --------------------------------------------------------------------------- meta tags, marks, and their order


def test_json_ld_goes_before_meta_tags_and_the_record_tells_the_difference() -> None:
    source = read(ld=ARTICLE, head='<meta property="article:published_time" content="2026-03-10">')
    assert source.published.value == "2026-03-09"
    assert "article:published_time says 2026-03-10" in source.published.how


def test_an_author_whom_two_places_name_differently_is_told_with_both() -> None:
    page = read(ld=ARTICLE, head='<meta name="author" content="Fjordwire staff">').page
    assert page is not None and "its author says “Fjordwire staff”" in dict(page.stated)["author"]


def test_an_address_in_place_of_an_author_is_no_name() -> None:
    assert read(head='<meta property="article:author" content="https://social.example/adalund">').author == "unknown"


@pytest.mark.parametrize(
    ("written", "value"),
    [("March 9, 2026", "2026-03-09"), ("Mon, 09 Mar 2026 10:00:00 GMT", "2026-03-09"), ("2026-03", "2026-03"),
     ("last Monday", "unknown"), ("March 9", "unknown"), ("March 9, 2026 to March 12, 2026", "unknown")],
)  # fmt: skip
def test_a_date_in_a_meta_tag_is_read_as_it_is_written(written: str, value: str) -> None:
    assert read(head=f'<meta name="date" content="{written}">').published.value == value


def test_a_time_above_the_text_dates_the_page() -> None:
    source = read(above='<p><time datetime="2026-03-09T08:00">9 March</time></p>')
    assert (source.published.value, source.published.how) == ("2026-03-09", "stated in the page's <time>")


@pytest.mark.parametrize(
    "above",
    [
        '<p>Updated <time datetime="2026-03-09">9 March</time></p>',
        '<p><time class="entry-modified" datetime="2026-03-09">9 March</time></p>',
        '<p><time itemprop="dateModified" datetime="2026-03-09">9 March</time></p>',
        '<aside><time datetime="2026-03-09">9 March</time></aside>',
        "<p><time>now</time></p>",
    ],
)
def test_a_time_of_something_else_does_not(above: str) -> None:
    assert read(above=above).published.value == "unknown"


def test_a_time_below_the_text_does_not() -> None:
    assert read(below='<p>Comment of <time datetime="2026-03-09">9 March</time></p>').published.value == "unknown"


def test_of_two_times_above_the_text_none_is_chosen_and_that_is_told() -> None:
    times = '<p><time datetime="2026-03-09">a</time> <time datetime="2026-03-10">b</time></p>'
    source = read(above=times)
    assert source.published.value == "unknown"
    assert "shows 2 times above its text" in source.published.how


def test_a_time_that_is_marked_as_of_publication_is_the_one() -> None:
    times = '<p><time datetime="2026-03-10">b</time><time itemprop="datePublished" datetime="2026-03-09">a</time></p>'
    assert read(above=times).published.value == "2026-03-09"


def test_the_author_that_a_mark_names_is_read() -> None:
    source = read(above='<p>Words and pictures by <a rel="author" href="/ada">Ada <b>Lund</b></a></p>')
    assert source.author == "Ada Lund"


def test_what_a_page_calls_its_byline_is_read_for_author_and_time() -> None:
    byline = '<div class="byline">By <a rel="author">Ada Lund</a>, <time datetime="2026-03-09">9 March</time></div>'
    source = read(above=byline)
    assert (source.author, source.published.value) == ("Ada Lund", "2026-03-09")


def test_of_two_marked_authors_below_the_text_none_is_chosen() -> None:
    below = '<p><a rel="author">Ada Lund</a> said so.</p><p><a rel="author">Cid Moss</a> replied.</p>'
    assert read(below=below).author == "unknown"


# --------------------------------------------------------------------------- the address


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://x.example/a"><meta property="og:url" content="https://x.example/b">',
         "https://x.example/a"),
        ('<meta property="og:url" content="https://x.example/b">', "https://x.example/b"),
        ('<link rel="canonical" href="/a">', ""),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
        ('<link rel="canonical" href="https://me:word@x.example/a">', ""),
        ('<link rel="canonical" href="https://[x">', ""),
        ('<link rel="canonical" href="https://x.example/&quot;&gt;&lt;b&gt;">', ""),
    ],
)  # fmt: skip
def test_the_address_is_kept_where_it_is_a_web_address(head: str, address: str) -> None:
    page = read(head=head).page
    assert (page.address if page is not None else "") == address
