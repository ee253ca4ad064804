"""What a firm counts and is worth in set phrases, what an amount was before, and licences of a firm's own."""

from __future__ import annotations

import pytest

from briefwright.language import available
from briefwright.quantities import find_quantities
from reading import valued
from test_amounts import read

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")


def told(text: str) -> set[str]:
    """Owner, attribute and value or licence of every amount."""
    return {
        f"{valued(f, 'subject')}, {valued(f, 'attribute') or f.kind}: {valued(f, 'value') or valued(f, 'licence')}"
        for f in read(text)
    }


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Headcount at Vossberg stands at 212.", "Vossberg, staff: 212"),
        ("Vossberg's headcount is 212, up from 180 a year ago.", "Vossberg, earlier staff: 180"),
        ("The workforce at Vossberg now numbers 212.", "Vossberg, staff: 212"),
        ("Vossberg, now 212 strong, has moved.", "Vossberg, people: 212"),
        ("Skein had 9 million users, against 6 million twelve months earlier.", "Skein, earlier users: 6000000"),
        ("Skein had 9 million users, compared with 6 million the year before.", "Skein, earlier users: 6000000"),
        ("The error rate of Quarry 2 has come down from 5.2% to 3.9%.", "Quarry 2, error rate: 3.9"),
        ("Waiting times at Vossberg fell from eleven minutes to three.", "Vossberg, waiting times: 3"),
        ("Quarry 2 got 88 of 90 letters right; Lumen 4 managed 79.", "Lumen 4, letters: 79"),
        ("Quarry 2 has 160 experts, eight of which are active at a time.", "Quarry 2, active experts: 8"),
        ("Orrin raised $12 million in a round that values it at $90 million.", "Orrin, valuation: 90000000"),
        (
            "Orrin closed a Series B of $12 million. The round values the company at $90 million, up from $40 million.",
            "Orrin, earlier valuation: 40000000",
        ),
        ("Orrin lost 48 million euros last year on a turnover of 71 million.", "Orrin, revenue: 71000000"),
        ("Repairs will cost Orrin $4 million.", "Orrin, bill: 4000000"),
        ("Quarry 2 is sold under the Vossberg Source Terms 1.0.", "Quarry 2, licence: Vossberg Source Terms 1.0"),
        ("Quarry 2 ships under the Orrin Research Agreement.", "Quarry 2, licence: Orrin Research Agreement"),
        ("Quarry 2 comes under the Orrin & Halden Open Licence.", "Quarry 2, licence: Orrin & Halden Open Licence"),
    ],
)  # fmt: skip
def test_an_amount_in_a_set_phrase_is_told_of_whom_the_phrase_gives_it_to(sentence: str, wanted: str) -> None:
    assert wanted in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Skein had 9 million users, compared with 6 million for Petrel.", "Skein, earlier"),
        ("Vossberg had 300 employees, against 400 at Orrin.", "Vossberg, earlier employees: 400"),
        ("Vossberg invested in Orrin. The round values the company at $90 million.", "Vossberg, valuation"),
        ("Orrin raised $12 million, which values the company at $90 million.", "valuation: 12000000"),
        ("Orrin, unlike Vossberg, 600 strong, is small.", "Vossberg, people"),
        ("Orrin raised $12 million and sold Vossberg in a deal that values it at $90 million.", "valuation"),
        ("Skein had 9 million users, against 6 million for all others a year earlier.", "Skein, users: 6000000"),
        ("Vossberg wants a round that values it at $90 million.", "Vossberg, valuation: 90000000"),
        ("Quarry 2 has 160 experts, eight of which are active at a time.", "parameters: 8"),
        ("Quarry 2 was sold under the Merger Agreement.", "licence"),
        ("Quarry 2 got 88 of 90 letters right; Orrin hired 79.", "Orrin, letters: 79"),
    ],
)  # fmt: skip
def test_an_amount_in_a_set_phrase_is_told_of_nobody_else(sentence: str, wrong: str) -> None:
    assert not [t for t in told(sentence) if wrong in t]


def test_no_price_or_count_is_per_the_year_that_it_was_ago() -> None:
    frames = read("Vossberg's headcount is 212, up from 180 a year ago.")
    assert frames and not [f for f in frames if valued(f, "per")]


def test_two_numbers_in_a_row_are_two_amounts() -> None:
    [first, *_] = find_quantities("against 41 million twelve months earlier")
    assert (first.surface, first.unit) == ("41 million", "")


def test_a_condition_is_kept_with_a_number_of_staff() -> None:
    frames = read("If Vossberg's headcount reaches 212, a new office is needed.")
    assert {f.hedge for f in frames} == {"if"}


def test_a_bare_number_of_millions_is_a_sum_only_where_money_alone_measures_it() -> None:
    units = {getattr(f.slots["value"], "unit", "") for f in read("Orrin raised $4 million. Skein had 3 million users.")}
    assert units == {"USD", "users"}
    assert not told("Of all things it counted 91.2 factors.")
