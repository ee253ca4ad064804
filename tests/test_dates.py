"""Dates: found as stated, never guessed, resolved only where it is certain."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.dates import DateMention, find_dates, overlap, resolve, show_date

PROSE = st.lists(
    st.sampled_from(
        ["March ", "May ", "Sept. ", "in ", "that ", "mid-", "early ", "late ", "4", "31", "2023", " 2026", ", ",
         "-", "/", "Tuesday ",
         "on ", "last ", "week ", "24 ", "one ", "hours ", "day ", "after ", "before ", "ago ", "of ", "the ", "Q3 ",
         "fiscal ",
         "third quarter ", "spring ", "th ", ".", " ", " ", "within ", "to ", "\n", "é", "year "]
    ), max_size=25,
).map("".join)  # fmt: skip


def read(text: str) -> list[tuple[str, str, str]]:
    return [(d.value, d.precision, d.unit) for d in find_dates(text)]


ABSOLUTE = [
    ("She joined Harrow in July 2019.", [("2019-07", "month", "")]),
    ("The talks of March 4 failed.", [("--03-04", "day", "")]),
    ("The talks of 4 March failed.", [("--03-04", "day", "")]),
    ("It opens Mar. 4.", [("--03-04", "day", "")]),
    ("It opened on the 4th of March.", [("--03-04", "day", "")]),
    ("It opened on March 4th, 2026, at dawn.", [("2026-03-04", "day", "")]),
    ("It opened on 4 March 2026.", [("2026-03-04", "day", "")]),
    ("Filed 2026-03-04, revised 2026-03.", [("2026-03-04", "day", ""), ("2026-03", "month", "")]),
    ("On Tuesday, March 3, it opened.", [("--03-03", "day", "tuesday")]),
    ("It ran March 4-6 in Oslo.", [("--03-04", "day", ""), ("--03-06", "day", "")]),
    ("It ran 4–6 March 2026.", [("2026-03-04", "day", ""), ("2026-03-06", "day", "")]),
    ("It opened in mid-February.", [("--02", "part-of-month", "mid")]),
    ("It opened in early March 2024.", [("2024-03", "part-of-month", "early")]),
    ("By the end of May it closed.", [("--05", "part-of-month", "end")]),
    ("It opened in late 2024.", [("2024", "year", "late")]),
    ("In the first half of 2025 it shrank.", [("2025", "year", "first half")]),
    ("In 2023 it grew.", [("2023", "year", "")]),
    ("Since 2019 and until 2021, then by 2030.", [("2019", "year", ""), ("2021", "year", ""), ("2030", "year", "")]),
    ("It was 2024's best loom.", [("2024", "year", "")]),
    ("After the 2023 election it fell.", [("2023", "year", "")]),
    ("From 2019 to 2023 it grew.", [("2019", "year", ""), ("2023", "year", "")]),
    ("The plan (2018) and the 2019-23 budget", [("2018", "year", ""), ("2019", "year", ""), ("2023", "year", "")]),
    ("Sales in Q3 2025 rose.", [("2025-Q3", "quarter", "")]),
    ("The third quarter of 2025 was fine.", [("2025-Q3", "quarter", "")]),
    ("The fiscal Q3 report is due.", [("--Q3", "fiscal", "")]),
    ("The outlook for fiscal 2025 is dim.", [("2025", "fiscal", "")]),
    ("It began in spring 2024.", [("2024-spring", "season", "")]),
    ("It began last summer.", [("--summer", "season", "last")]),
    ("It spoke on Tuesday.", [("tuesday", "weekday", "")]),
    ("Monday's launch went well.", [("monday", "weekday", "")]),
    ("In May Kestrel hired Bo.", [("--05", "month", "")]),
    ("Between April and June it slept.", [("--04", "month", ""), ("--06", "month", "")]),
    ("Harrow moved in September, to October's relief.", [("--09", "month", ""), ("--10", "month", "")]),
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE, ids=[t for t, _ in ABSOLUTE])
def test_a_date_is_read_with_what_is_stated_only(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


RELATIVE = [
    ("Just 24 hours after the launch", (24, "hour", "after", False)),
    ("Just one day after the launch", (1, "day", "after", False)),
    ("Just days after the launch", (None, "day", "after", True)),
    ("hours before he left", (None, "hour", "before", True)),
    ("Within 24 hours of the launch", (24, "hour", "after", True)),
    ("about two weeks later", (2, "week", "after", True)),
    ("Two weeks ago it closed", (2, "week", "ago", False)),
    ("A few days ago it closed", (None, "day", "ago", True)),
    ("a year earlier it was fine", (1, "year", "before", False)),
    ("It closed last week", (1, "week", "ago", True)),
    ("It closed last month", (1, "month", "ago", False)),
    ("They met the day before the vote", (1, "day", "before", False)),
    ("It closed the next day", (1, "day", "after", False)),
    ("It closed the same day", (0, "day", "on", False)),
    ("It closed yesterday", (1, "day", "ago", False)),
    ("It opens tomorrow", (1, "day", "after", False)),
    ("In the coming weeks it opens", (None, "week", "after", True)),
    ("shortly before his exit", (None, "", "before", True)),
]


@pytest.mark.parametrize(("text", "expected"), RELATIVE, ids=[t for t, _ in RELATIVE])
def test_a_relative_date_has_amount_unit_and_direction(text: str, expected: tuple[object, ...]) -> None:
    [found] = find_dates(text)
    assert found.precision == "relative"
    assert (found.amount, found.unit, found.direction, found.vague) == expected


@given(PROSE)
def test_no_relative_value_looks_like_an_iso_date(text: str) -> None:
    assert not [d for d in find_dates(text) if d.precision == "relative" and d.value[:1] in "-0123456789"]


@pytest.mark.parametrize(
    "text",
    [
        "It may march on; they march in may.",
        "March on, said May Novak, and June Park agreed.",
        "Sun sold a second 9B model for $2,024.",
        "Nova 2.1 and Loom 2023 beat version 2024.",
        "More than 2000 people and over 1950 users came.",
        "It hired 2000 workers, 2019 of them abroad.",
        "The Sunday Times wrote of Black Friday and Ruby Tuesday.",
        "Nova 4 May support it.",
        "in the long run, at one point, of the day",
        "A spring in the loom broke; prices fall.",
        "2,023 looms and 20231 more",
        "It costs €2030.",
        "February 30 is no day",
    ],
)
def test_verbs_names_versions_and_prices_are_no_dates(text: str) -> None:
    found = [d.surface for d in find_dates(text)]
    assert found == (["February"] if text.startswith("February") else [])


def test_that_september_takes_its_year_from_the_date_before_it_and_says_so() -> None:
    found = find_dates("Begun in April 2023, it opened that September.")
    assert (found[1].value, found[1].derived) == ("2023-09", "year from “April 2023” in the same passage")


def test_a_bare_september_takes_no_year() -> None:
    assert [d.value for d in find_dates("Begun in April 2023, it opened in September.")] == ["2023-04", "--09"]


def test_that_january_after_an_april_may_be_the_next_years_and_takes_none() -> None:
    assert find_dates("Begun in April 2023, it closed that January.")[1].value == "--01"


def test_that_september_without_a_date_before_it_takes_no_year() -> None:
    assert [(d.value, d.derived) for d in find_dates("It opened that September.")] == [("--09", "")]


def test_a_given_year_is_filled_in_and_named() -> None:
    [found] = find_dates("It opened on March 4.", anchor_year=2026)
    assert (found.value, found.derived) == ("2026-03-04", "year 2026 as given for the text")


# --------------------------------------------------------------------------- resolving

TUESDAY = ("2026-03-03", "a release, 004 ¶12")
MONDAY = ("2026-03-02", "a launch, 002 ¶3")


def one(text: str) -> DateMention:
    [found] = find_dates(text)
    return found


def test_a_weekday_is_resolved_by_the_one_anchor_that_falls_on_it() -> None:
    value, why = resolve(one("on Tuesday"), [MONDAY, TUESDAY], None)
    assert value == "2026-03-03"
    assert why == "the only Tuesday among the dates stated (a release, 004 ¶12)"


def test_a_weekday_needs_the_year_of_its_anchor() -> None:
    anchor = [("--03-03", "004 ¶12")]
    assert resolve(one("on Tuesday"), anchor, None) == ("tuesday", "")
    value, why = resolve(one("on Tuesday"), anchor, (2026, "dateline of 003"))
    assert value == "2026-03-03" and "year 2026: dateline of 003" in why


def test_a_weekday_with_two_anchors_or_none_stays_open() -> None:
    assert resolve(one("on Tuesday"), [TUESDAY, ("2026-03-10", "x")], None) == ("tuesday", "")
    assert resolve(one("on Friday"), [TUESDAY], None) == ("friday", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24 hours after", "2026-03-04"), ("one day after", "2026-03-04"), ("two weeks ago", "2026-02-17"),
        ("the day before", "2026-03-02"), ("yesterday", "2026-03-02"), ("the same day", "2026-03-03"),
        ("two months later", "2026-05"), ("a year earlier", "2025"), ("last month", "2026-02"),
    ],
)  # fmt: skip
def test_an_exact_distance_is_added_to_the_only_anchor(text: str, expected: str) -> None:
    value, why = resolve(one(text), [TUESDAY], None)
    assert value == expected and "004 ¶12" in why


@pytest.mark.parametrize(
    "text", ["days after", "within 24 hours of", "about two weeks later", "last week", "36 hours after"]
)
def test_a_vague_distance_is_not_resolved(text: str) -> None:
    mention = one(text)
    assert resolve(mention, [TUESDAY], None) == (mention.value, "")


def test_a_distance_with_two_anchors_is_not_resolved() -> None:
    mention = one("one day after")
    assert resolve(mention, [TUESDAY, MONDAY], None) == (mention.value, "")


def test_a_distance_from_a_day_without_year_stays_without_year() -> None:
    assert resolve(one("one day after"), [("--03-02", "w")], None)[0] == "--03-03"
    mention = one("one day after")
    assert resolve(mention, [("--02-28", "w")], None) == (mention.value, "")
    assert resolve(mention, [("--12-31", "w")], None) == (mention.value, "")


def test_a_missing_year_is_filled_with_its_reason() -> None:
    assert resolve(one("on March 4"), [], (2026, "dateline of 003")) == ("2026-03-04", "year 2026: dateline of 003")
    assert resolve(one("on March 4"), [], None) == ("--03-04", "")


def test_a_stated_year_and_a_fiscal_quarter_are_left_as_they_are() -> None:
    assert resolve(one("in July 2019"), [], (2026, "x")) == ("2019-07", "")
    assert resolve(one("fiscal Q3"), [], (2026, "x")) == ("--Q3", "")


# --------------------------------------------------------------------------- comparing and showing


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2026-03", "--03-04", True), ("--03-02", "--03-03", False), ("2026", "--03-03", True), ("2026", "2025-03",
        False),
        ("2025-Q3", "2025-08-01", True), ("2025-Q3", "2025-10", False), ("--02", "--03-02", False), ("tuesday",
        "2026-03-03", True),
        ("tuesday", "2026-03-02", False), ("tuesday", "--03-02", True), ("tuesday", "monday", False),
        ("2024-winter", "2025-01", True), ("2024-spring", "2024-11", False), ("days after", "2026-03-03", True),
    ],
)  # fmt: skip
def test_two_partial_dates_overlap_where_nothing_stated_differs(a: str, b: str, expected: bool) -> None:
    assert overlap(a, b) is overlap(b, a) is expected


@pytest.mark.parametrize(
    ("value", "precision", "unit", "expected"),
    [
        ("2026-03-03", "day", "", "3 March 2026"), ("--03-04", "day", "", "4 March"), ("2019-07", "month", "",
        "July 2019"),
        ("--02", "part-of-month", "mid", "mid-February"), ("--03", "part-of-month", "early", "early March"),
        ("--05", "part-of-month", "end", "the end of May"), ("2024", "year", "late", "late 2024"), ("2023", "year",
        "", "2023"),
        ("2025-Q3", "quarter", "", "Q3 2025"), ("--Q3", "fiscal", "", "fiscal Q3"), ("2024-spring", "season", "",
        "spring 2024"),
        ("tuesday", "weekday", "", "Tuesday"), ("two weeks ago", "relative", "", "two weeks ago"),
        ("2026-03-03", "relative", "", "3 March 2026"),
    ],
)  # fmt: skip
def test_a_date_is_shown_in_words(value: str, precision: str, unit: str, expected: str) -> None:
    assert show_date(value, precision, unit) == expected


DAYS = st.dates(date(1901, 1, 1), date(2098, 12, 31))


@given(DAYS)
def test_a_shown_day_is_found_again(day: date) -> None:
    shown = show_date(day.isoformat(), "day")
    assert [(d.value, d.surface) for d in find_dates(f"It opened on {shown}.")] == [(day.isoformat(), shown)]


@given(DAYS)
def test_a_day_overlaps_its_own_parts_and_no_other_day(day: date) -> None:
    iso = day.isoformat()
    assert all(overlap(iso, part) for part in (iso, iso[:7], iso[:4], "-" + iso[4:], "-" + iso[4:7]))
    assert not overlap(iso, (day + timedelta(days=1)).isoformat())


@given(DAYS, st.integers(1, 60))
def test_a_distance_in_days_is_exact(day: date, n: int) -> None:
    mention = one(f"{n} day{'s' if n > 1 else ''} before")
    assert resolve(mention, [(day.isoformat(), "w")], None)[0] == (day - timedelta(days=n)).isoformat()


# --------------------------------------------------------------------------- any text


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), PROSE), st.text(max_size=12), st.text(max_size=12))
def test_dates_of_any_text_stand_where_they_say_without_overlap(text: str, a: str, b: str) -> None:
    at = 0
    for found in find_dates(text):
        assert at <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.surface
        resolve(found, [(a, b), ("2026-03-03", b)], (2026, b))
        show_date(found.value, found.precision, found.unit)
        at = found.end
    overlap(a, b)
    show_date(a, b)


@given(PROSE)
def test_no_year_is_given_that_the_text_does_not_hold(text: str) -> None:
    for found in find_dates(text):
        if found.value[:4].isdigit():
            assert found.value[:4] in text or (found.precision in ("year", "fiscal") and found.value[2:4] in text)


HOSTILE = ["March ", "March 4 ", "2024 ", "2024-", "mid-", "in the ", "a few ", "fiscal ", "third quarter ",
           "spring of ", "1 ", "1/", "Tuesday, ",
           "one ", "within ", "the next ", "hours after ", "May ", "A-", "early in ", "second half of ",
           "4-"]  # fmt: skip


def test_a_hundred_kilobytes_of_hostile_text_take_little_time() -> None:
    for piece in HOSTILE:
        text = (piece * (100_000 // len(piece) + 1))[:100_000]
        before = time.perf_counter()
        find_dates(text)
        assert time.perf_counter() - before < 8, piece


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 2 March he quit. His desk was empty on the 23rd.", ["--03-02", "--03-23"]),
        ("They met on 17 May 2031; her last day was the 21st, she says.", ["2031-05-17", "last day", "2031-05-21"]),
        ("In June 2030 it rained. On the sixth I was at the dentist.", ["2030-06", "2030-06-06"]),
        ("It moves on the first of October.", ["--10-01"]),
        ("She goes at the end of the month.", ["at the end of the month"]),
        ("He is there until the end of the year.", ["the end of the year"]),
        ("She joined at New Year.", ["at new year"]),
        ("In May 2031 it stood on the third floor. On the third try it failed.", ["2031-05"]),
        ("On the 18th it met.", []),
        ("In June 2030 it marked the tenth anniversary, for the first time.", ["2030-06"]),
    ],
)
def test_a_day_without_its_month_takes_the_month_before_it(text: str, values: list[str]) -> None:
    assert [d.value for d in find_dates(text)] == values
