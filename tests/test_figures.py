"""Pictures: what they show, what they leave out, and that no word can break out of them."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.figures import Family, Mark, Member, Pair, Ratio, layers, origins, timeline

DRAWN = ("svg", "a", "text", "rect", "path", "line", "circle")
SVG = "{http://www.w3.org/2000/svg}"


def mark(value: str, *, derived: bool = False, label: str = "a date") -> Mark:
    return Mark(value=value, label=label, count="1 finding", fragment="d-1", derived=derived)


def drawn(values: list[str]) -> ElementTree.Element:
    return ElementTree.fromstring(timeline([mark(v) for v in values], name="n", caption="c"))


def rows(picture: ElementTree.Element, shape: str) -> int:
    """How many of the shapes of the list, not of the line, are of a kind."""
    return len(picture.findall(f".//{SVG}{shape}")) // 2


def test_a_day_is_a_dot_and_what_lasts_longer_a_bar() -> None:
    picture = drawn(["2031-03-04", "2031-03", "2031", "2031-Q2"])
    assert (rows(picture, "circle"), rows(picture, "rect")) == (1, 3)


def test_a_derived_date_is_hollow() -> None:
    picture = timeline([mark("2031-03-04"), mark("2031-03-05", derived=True)], name="n", caption="c")
    assert (picture.count("bw-svg-full"), picture.count("bw-svg-hollow")) == (2, 2)


def test_dates_stand_in_order_whatever_order_they_came_in() -> None:
    values = ["2031-03-04", "2029", "2030-05"]
    picture = timeline([mark(v, label=v) for v in values], name="n", caption="c")
    assert [unescape(v) for v in re.findall(r'bw-svg-name"[^>]*>([^<]+)<', picture)] == sorted(values)


@pytest.mark.parametrize("value", ["2031-13", "2031-02-30", "early spring", "--03-02", "2031-03-05/2031-03-04", "0000"])
def test_what_names_no_day_has_no_place_on_the_line(value: str) -> None:
    assert timeline([mark("2031"), mark(value)], name="n", caption="c") == ""


@given(st.dates(), st.dates())
def test_any_two_days_can_be_drawn(one: date, two: date) -> None:
    ElementTree.fromstring(
        timeline([mark("2031"), mark(one.isoformat()), mark(two.isoformat())], name="n", caption="c")
    )


@given(st.text())
def test_no_word_breaks_out_of_a_picture(text: str) -> None:
    ratio = Ratio(first=3, second=1, of=text, to=text, fragment=text)
    family = Family(label=text, told=text, fragment=text, members=(Member(label=text, fragment=text),))
    for picture in (
        layers(ratio, caption=text),
        origins([family, family], [Pair(one=0, two=1, count=1, fragment=text)], name=text, caption=text),
        timeline([mark("2031", label=text), mark("2032", label=text)], name=text, caption=text),
    ):
        tags = {element.tag for element in ElementTree.fromstring(picture).iter()}
        assert tags <= {
            "figure",
            "figcaption",
            *(SVG + t for t in ("svg", "a", "text", "rect", "path", "line", "circle")),
        }


def test_no_picture_needs_an_inline_style_or_a_script() -> None:
    picture = timeline([mark("2031"), mark("2032")], name="n", caption="c")
    assert not re.search(r"style=|<style|<script| on\w+=", picture)


@pytest.mark.parametrize(("first", "second"), [(3, 1), (1, 1), (7, 5)])
def test_a_ratio_is_as_many_tiles_as_it_says(first: int, second: int) -> None:
    picture = layers(Ratio(first=first, second=second, of="a", to="b", fragment="f"), caption="c")
    assert (picture.count("bw-svg-tile"), picture.count("bw-svg-box")) == (first, second)


@pytest.mark.parametrize(("first", "second"), [(0, 1), (1, 0), (12, 1)])
def test_a_ratio_of_nothing_or_of_too_many_is_not_drawn(first: int, second: int) -> None:
    assert layers(Ratio(first=first, second=second, of="a", to="b", fragment="f"), caption="c") == ""


def test_every_label_leads_to_a_place_on_the_page() -> None:
    member = Member(label="100", fragment="s-100")
    one = Family(label="Origin 1", told="2 texts", fragment="origin-1", members=(member, member))
    picture = origins([one, one], [Pair(one=0, two=1, count=3, fragment="pair-1-2")], name="n", caption="c")
    names = re.findall(r"(<a [^>]*>)?<text[^>]*bw-svg-name", picture)
    assert names and all(names)


def test_one_origin_alone_makes_no_picture() -> None:
    one = Family(label="Origin 1", told="one text", fragment="o", members=(Member(label="100", fragment="s"),))
    assert origins([one], [], name="n", caption="c") == ""


@pytest.mark.parametrize("texts", [1, 2, 3])
def test_no_box_of_an_origin_is_cut_off(texts: int) -> None:
    members = tuple(Member(label=str(n), fragment="s") for n in range(texts))
    families = [Family(label="Origin", told="t", fragment="o", members=members) for _ in range(2)]
    picture = ElementTree.fromstring(origins(families, [], name="n", caption="c"))
    drawn_in = next(picture.iter(f"{SVG}svg"))
    height = float(drawn_in.attrib["viewBox"].split()[3])
    boxes = [float(r.attrib["y"]) for r in picture.iter(f"{SVG}rect")]
    assert min(boxes) > 1 and max(boxes) + 38 < height - 1
