"""Roles told ahead of a name, by a verb of their own or with the body that another word names. Invented names."""

from __future__ import annotations

import pytest

from briefwright.language import available
from test_parsed import KNOWN, told

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
assert "Corran" in KNOWN


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A former research director of Pelmora, Mara Quell joined Orvane on Tuesday.",
         ("Mara Quell", "former research director", "Pelmora")),
        ("Chief executive of Pelmora since 2030, Mara Quell spoke.", ("Mara Quell", "Chief executive", "Pelmora")),
        ("Now an adviser to Orvane, Mara Quell spoke.", ("Mara Quell", "adviser", "Orvane")),
        ("Orvane's head of sales Mara Quell spoke.", ("Mara Quell", "head of sales", "Orvane")),
        ("Pelmora's chief executive Mara Quell and its head of sales Hana Kim left.",
         ("Hana Kim", "head of sales", "Pelmora")),
        ("The chairs of Pelmora and Orvane, Mara Quell and Hana Kim, met.", ("Hana Kim", "chair", "Orvane")),
        ("Professor Mara Quell of the Corran Institute spoke.", ("Mara Quell", "Professor", "Corran Institute")),
        ("Orvane praised Mara Quell, a member of its executive committee.",
         ("Mara Quell", "member of the executive committee", "Orvane")),
        ("Mara Quell, by day the head of Orvane's lab, by night the treasurer of the Corran Institute, spoke.",
         ("Mara Quell", "treasurer", "Corran Institute")),
        ("Mara Quell joined Orvane, of which she is now chair.", ("Mara Quell", "chair", "Orvane")),
        ("Mara Quell is now acting head of research at Orvane.", ("Mara Quell", "acting head of research", "Orvane")),
        ("Mara Quell's title at Orvane is long: deputy chief executive, head of sales and acting director of news.",
         ("Mara Quell", "acting director of news", "Orvane")),
        ("Mara Quell served for six years as chief engineer of Orvane.", ("Mara Quell", "chief engineer", "Orvane")),
        ("Mara Quell had been at Pelmora for nine years, most recently as head of sales.",
         ("Mara Quell", "head of sales", "Pelmora")),
        ("Mara Quell has transferred to Orvane as chief engineer.", ("Mara Quell", "chief engineer", "Orvane")),
        ("Mara Quell, part of the founding team at Orvane, spoke.",
         ("Mara Quell", "part of the founding team", "Orvane")),
        ("Mara Quell, in command of sales at Orvane, spoke.", ("Mara Quell", "in command of sales", "Orvane")),
        ("Mara Quell began work as chief engineer at Orvane.", ("Mara Quell", "chief engineer", "Orvane")),
    ],
)  # fmt: skip
def test_a_role_is_read_wherever_it_stands_beside_its_bearer(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in told(text, "role", "person", "role", "organisation")


@pytest.mark.parametrize(
    "text",
    [
        "An engineer at Pelmora, Mara Quell said, was late.",
        "No engineer, Mara Quell left.",
        "Like a good engineer, Mara Quell left.",
        "Orvane, an engineer at Pelmora, Mara Quell met.",
        "The chairs of Pelmora and Orvane met Mara Quell and Hana Kim.",
        "Mara Quell was acting strangely at Orvane.",
        "Mara Quell, part of the crowd at Orvane, spoke.",
        "Mara Quell has the title of the book.",
        "The head of startup Orvane met.",
    ],
)
def test_no_role_is_read_of_whoever_stands_near_its_words(text: str) -> None:
    assert told(text, "role", "person", "role") == set()


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Once head of sales at Pelmora, Mara Quell now farms.", "former"),
        ("A former Pelmora engineer, Mara Quell spoke.", "former"),
        ("Former Pelmora research director Mara Quell spoke.", "former"),
        ("Mara Quell was acting head of research at Orvane.", "past"),
        ("Mara Quell started her career as an engineer at Pelmora.", "past"),
        ("Chief engineer of Pelmora, Mara Quell spoke.", ""),
        ("Mara Quell, who had been head of sales at Pelmora until May, spoke.", "past"),
        ("Mara Quell, who used to be chief engineer at Orvane, spoke.", "past"),
        ("Mara Quell, the head of sales at Pelmora until last year, spoke.", "former"),
    ],
)
def test_what_somebody_was_is_not_told_as_what_he_is(text: str, tense: str) -> None:
    assert {t for (t,) in told(text, "role", "tense")} == {tense}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mara Quell, Orvane's president, chief operating officer and treasurer, spoke.",
         {("president", "Orvane"), ("chief operating officer", "Orvane"), ("treasurer", "Orvane")}),
        ("Orvane president and chief operating officer Mara Quell spoke.",
         {("president", "Orvane"), ("chief operating officer", "Orvane")}),
        ("Mara Quell, president and chief operating officer at Orvane, spoke.",
         {("president", "Orvane"), ("chief operating officer", "Orvane")}),
        ("Mara Quell, Orvane co-founder and chief executive, spoke.",
         {("co-founder", "Orvane"), ("chief executive", "Orvane")}),
        ("Mara Quell, chief executive of Orvane and a professor, spoke.",
         {("chief executive", "Orvane"), ("professor", "")}),
        ("Mara Quell, a physicist and chair of Orvane, spoke.", {("physicist", ""), ("chair", "Orvane")}),
    ],
)  # fmt: skip
def test_every_title_of_a_list_has_the_body_of_the_list(text: str, wanted: set[tuple[str, str]]) -> None:
    assert told(text, "role", "role", "organisation") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mara Quell, who teaches physics at the Corran Institute, spoke.",
         ("Mara Quell", "teaches physics", "Corran Institute")),
        ("Mara Quell, who founded Orvane and presides over its board, spoke.",
         ("Mara Quell", "presides over its board", "Orvane")),
        ("Mara Quell, who sits on Orvane's board, spoke.", ("Mara Quell", "sits on Orvane's board", "Orvane")),
        ("Orvane, led by Mara Quell, grew.", ("Mara Quell", "led", "Orvane")),
        ("Orvane, founded and run by Mara Quell, grew.", ("Mara Quell", "run", "Orvane")),
        ("Orvane, founded by Mara Quell, grew.", ("Mara Quell", "founded", "Orvane")),
        ("A research team led by Mara Quell published it.", ("Mara Quell", "research team", "")),
    ],
)  # fmt: skip
def test_where_somebody_works_is_told_by_the_verb(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in told(text, "role", "person", "role", "organisation")


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell teaches Hana Kim at the Corran Institute.",
        "Mara Quell does not sit on the board of Orvane.",
        "Orvane is not run by Mara Quell.",
        "The round was led by Mara Quell.",
        "Orvane will create a research team led by Mara Quell.",
        "Mara Quell wants to spend six years at Pelmora.",
        "Mara Quell wants to work at Orvane.",
        "Mara Quell wants to leave Pelmora to join Orvane.",
        "Mara Quell is managing engineers.",
    ],
)
def test_no_station_is_told_of_what_is_denied_wished_for_or_no_office(text: str) -> None:
    assert told(text, "role", "person", "role") == set()
    assert told(text, "affiliation", "person") == set()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Mara Quell previously spent six years at Pelmora.", "Pelmora"),
        ("Mara Quell hails from Pelmora.", "Pelmora"),
        ("Mara Quell had come from Pelmora only last spring.", "Pelmora"),
        ("The Orvane alumna Mara Quell spoke.", "Orvane"),
        ("Mara Quell used to work at Orvane.", "Orvane"),
        ("Mara Quell, who works on chips at Orvane, spoke.", "Orvane"),
        ("Mara Quell left Pelmora to join Orvane.", "Orvane"),
        ("Mara Quell (Orvane) spoke.", "Orvane"),
        ("Mara Quell found shelter at Orvane.", "Orvane"),
        ("Mara Quell has been seconded for a year to Orvane.", "Orvane"),
    ],
)
def test_the_body_that_somebody_came_from_or_to_is_read(text: str, body: str) -> None:
    assert ("Mara Quell", body) in told(text, "affiliation", "person", "organisation")


def test_no_longer_denies_a_role() -> None:
    assert told("Mara Quell no longer leads Orvane.", "role", "person", "role") == {("Mara Quell", "leads Orvane")}
    assert told("Mara Quell is no longer head of sales.", "role", "role") == {("head of sales",)}
    assert told("Mara Quell is no longer in charge of sales.", "role", "role") == set()


def test_a_house_that_is_called_like_a_person_holds_no_office() -> None:
    read = told(
        "Mara Quell wears two hats at Hana Kim, those of design lead and brand manager.", "role", "person", "role"
    )
    assert ("Hana Kim", "brand manager") not in read
