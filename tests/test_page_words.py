"""Words of a corpus on a page: they are text whatever they say, and dates read as precisely as they are known."""

from __future__ import annotations

from html import unescape

import markdown  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.model import Refused
from briefwright.pages import when
from briefwright.pages.escape import ident, outward, plain, relative, title, words

# --------------------------------------------------------------------------- words that can only be text


@given(st.text())
def test_any_words_become_one_paragraph_that_reads_the_same(text: str) -> None:
    html = markdown.markdown(plain(text), extensions=["attr_list", "md_in_html", "footnotes", "tables", "fenced_code"])
    shown = html.removeprefix("<p>").removesuffix("</p>")
    assert ("<" in shown, unescape(shown)) == (False, words(text))


@given(st.text())
def test_any_words_in_an_attribute_stay_in_it(text: str) -> None:
    assert not set('"<>\n') & set(plain(text))


@given(st.text())
def test_a_title_needs_no_further_escaping(text: str) -> None:
    assert (unescape(title(text)), "<" in title(text)) == (words(text), False)


@given(st.text())
def test_no_control_or_direction_character_is_left(text: str) -> None:
    assert not set("\x00\x02\x03\x1b\u202e\u2066\u200b\ufeff\n\r\t") & set(words(text))


@pytest.mark.parametrize("value", ["", "../x", "a b", "a/b", "a.b", "é", "-a", 'a"b'])
def test_an_id_that_cannot_stand_in_an_address_is_refused(value: str) -> None:
    with pytest.raises(Refused):
        ident(value)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//x.example", "x@example.org", "ftp://x"]
)
def test_only_http_is_linked(address: str) -> None:
    assert "<a" not in outward(address)


def test_an_https_address_is_linked() -> None:
    assert unescape(outward("https://example.org/a?b=c")).startswith('<a href="https://example.org/a?b=c"')


@pytest.mark.parametrize(
    ("target", "here", "expected"),
    [
        ("sources/0.md#p1", "index.md", "sources/0.md#p1"),
        ("sources/0.md#p1", "people/ana.md", "../sources/0.md#p1"),
        ("people/ana.md", "people/index.md", "ana.md"),
        ("timeline.md#f-1", "timeline.md", "#f-1"),
    ],
)
def test_a_link_is_relative_to_its_page(target: str, here: str, expected: str) -> None:
    assert relative(target, here) == expected


# --------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-03-04", "4 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("--03-02", "2 March"),
        ("--09", "September"),
        ("2031-Q2", "quarter 2 of 2031"),
        ("2031-13", "2031-13"),
        ("early spring", "early spring"),
        ("monday", "Monday"),
    ],
)
def test_a_date_reads_as_precisely_as_it_is_known(value: str, expected: str) -> None:
    assert when.show(value) == expected


@given(st.text())
def test_any_value_of_a_date_can_be_shown(value: str) -> None:
    assert isinstance(when.show(value), str)
