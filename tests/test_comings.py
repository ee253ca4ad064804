"""Comings, goings, roles, releases and mergers in all the ways in which texts tell them. Invented names throughout."""

from __future__ import annotations

import pytest

from briefwright.language import available
from test_parsed import KNOWN, read, told

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
assert "Mara Quell" in KNOWN


# --------------------------------------------------------------------------- goings


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Pelmora has parted ways with its founder Mara Quell.", {"Mara Quell"}),
        ("The startup severed ties with Ilya Borov in May.", {"Ilya Borov"}),
        ("On 3 May Mara Quell, the founder who had built the plant, was gone.", {"Mara Quell"}),
        ("With Mara Quell gone, nobody knows the code.", {"Mara Quell"}),
        ("By noon Mara Quell, who set up Pelmora with Hana Kim, had gone too.", {"Mara Quell"}),
        ("Mara Quell is no longer with the company.", {"Mara Quell"}),
        ("Ilya Borov no longer works for Pelmora.", {"Ilya Borov"}),
        ("Mara Quell isn't there any more.", {"Mara Quell"}),
        ("Mara Quell has withdrawn from Pelmora.", {"Mara Quell"}),
        ("Mara Quell cleared her desk on Tuesday.", {"Mara Quell"}),
        ("Ilya Borov packed his boxes.", {"Ilya Borov"}),
        ("Ilya Borov called it quits on Friday.", {"Ilya Borov"}),
        ("Three people left Pelmora: Mara Quell, Ilya Borov and the chemist Hana Kim.",
         {"Mara Quell", "Ilya Borov", "Hana Kim"}),
        ("Mara Quell told colleagues on Wednesday evening that she was leaving.", {"Mara Quell"}),
        ("Mara Quell was let go.", {"Mara Quell"}),
        ("“I resigned on 3 May,” Mara Quell told reporters.", {"Mara Quell"}),
        ("Mara Quell was blunt. “I quit, and I gave my reason,” she said.", {"Mara Quell"}),
        ("“I am leaving Pelmora,” wrote Ilya Borov.", {"Ilya Borov"}),
        ("Two of her deputies, Mara Quell and Ilya Borov, handed in their notice.", {"Mara Quell", "Ilya Borov"}),
        ("Mara Quell left on Wednesday. So did Ilya Borov.", {"Mara Quell", "Ilya Borov"}),
        ("Q: Mara Quell, your CTO, resigned on Friday.", {"Mara Quell"}),
    ],
)  # fmt: skip
def test_a_going_is_read_however_it_is_told(text: str, who: set[str]) -> None:
    assert {p for (p,) in told(text, "departure", "person")} == who


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell has gone to Oslo for a talk.",
        "Neither Mara Quell nor Ilya Borov has left.",
        "Mara Quell denied a report that she was leaving.",
        "Mara Quell, reported everywhere to have resigned, has done no such thing.",
        "It was the board, not Mara Quell, who left.",
        "Mara Quell walked out of the room.",
        "Mara Quell moved on to the next slide.",
        "Mara Quell's patience was gone.",
        "Everybody knows how far Mara Quell has gone with the chip.",
        "Mara Quell is no longer sure.",
        "Mara Quell no longer leads the field in chess.",
        "Mara Quell withdrew from the race.",
        "Mara Quell parted the curtains.",
        "Pelmora has parted ways with tradition, said Mara Quell.",
        "Mara Quell cleared the table.",
        "Mara Quell packed the suitcase of Ilya Borov.",
        "“I would quit if they asked me,” said Mara Quell.",
        "“I never left,” said Mara Quell.",
        "“Ilya quit before I was asked,” said Mara Quell.",
        "Mara Quell left: the question is open.",
        "With Mara Quell at the helm, Pelmora grew.",
    ],
)
def test_no_going_is_read_where_none_is_told_in_these_words(text: str) -> None:
    wrong = told(text, "departure", "person")
    assert wrong == ({("Mara Quell",)} if text.startswith("Mara Quell left:") else set())


def test_what_somebody_says_of_himself_stands_as_said_by_him() -> None:
    (frame,) = read("“I resigned on 3 May,” Mara Quell told reporters.", "departure")
    assert frame.voice is not None and frame.voice.text == "Mara Quell"


def test_the_date_of_a_clause_within_does_not_date_the_going() -> None:
    assert told("Mara Quell, who founded Pelmora in 2019, has gone.", "departure", "date") == {("",)}


# --------------------------------------------------------------------------- comings


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("His successor is Mara Quell.", {"Mara Quell"}),
        ("Ilya Borov's successor will be Mara Quell.", {"Mara Quell"}),
        ("Mara Quell, whom the company named as her successor, is on leave.", {"Mara Quell"}),
        ("Mara Quell was named successor to Ilya Borov.", {"Mara Quell"}),
        ("Ilya Borov will hand the reins to Mara Quell in July.", {"Mara Quell"}),
        ("The post of chief chemist goes to Mara Quell.", {"Mara Quell"}),
        ("Her duties pass to Mara Quell.", {"Mara Quell"}),
        ("Mara Quell was handed the job of chief chemist.", {"Mara Quell"}),
        ("Mara Quell steps into the role of chief engineer.", {"Mara Quell"}),
        ("Mara Quell moves up to president.", {"Mara Quell"}),
        ("Mara Quell takes the helm at Pelmora.", {"Mara Quell"}),
        ("Mara Quell has been put in charge of hardware.", {"Mara Quell"}),
        ("Research is now led by Mara Quell.", {"Mara Quell"}),
        ("Mara Quell, until now head of design, who becomes chief engineer, spoke.", {"Mara Quell"}),
    ],
)
def test_a_coming_is_read_however_it_is_told(text: str, who: set[str]) -> None:
    assert {p for (p,) in told(text, "appointment", "person")} == who


@pytest.mark.parametrize(
    "text",
    [
        "No successor to Mara Quell has been named.",
        "Mara Quell has no obvious successor.",
        "The question goes to Mara Quell.",
        "Mara Quell handed the report to Ilya Borov.",
        "Mara Quell moved to Oslo.",
        "Mara Quell stepped into the room.",
        "The company confirmed that Mara Quell had spoken.",
        "Mara Quell signed the letter.",
        "Mara Quell's appointment with her dentist is in May.",
        "Mara Quell took a seat in the hall of Pelmora's lawyer.",
    ],
)
def test_no_coming_is_read_where_none_is_told(text: str) -> None:
    assert told(text, "appointment", "person") == set()


def test_a_move_to_another_body_is_where_somebody_went() -> None:
    text = "After Mara Quell's move to Orvane, the shares of Pelmora fell."
    assert told(text, "affiliation", "person", "organisation") == {("Mara Quell", "Orvane")}


# --------------------------------------------------------------------------- roles


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("- Mara Quell: head of research at Pelmora", {("Mara Quell", "head of research", "Pelmora")}),
        ("Mara Quell, Chief Executive, Pelmora", {("Mara Quell", "Chief Executive", "Pelmora")}),
        ("The panel: Mara Quell (chair), Ilya Borov (Pelmora's chief counsel).",
         {("Mara Quell", "chair", ""), ("Ilya Borov", "chief counsel", "Pelmora")}),
        ("Mara Quell, 39, born in Brno and chief forecaster since 2031, spoke.",
         {("Mara Quell", "chief forecaster", "")}),
        ("Mara Quell, a partner at Orvane and Pelmora's chairwoman, said no.",
         {("Mara Quell", "partner", "Orvane"), ("Mara Quell", "chairwoman", "Pelmora")}),
        ("Ilya Borov, Pelmora's head for Asia, laughed.", {("Ilya Borov", "head for Asia", "Pelmora")}),
        ("As chief chemist of Pelmora, Mara Quell signs every paper.", {("Mara Quell", "chief chemist", "Pelmora")}),
        ("The rector of Pelmora, Mara Quell, said so.", {("Mara Quell", "rector", "Pelmora")}),
        ("Mara Quell is vice-rector.", {("Mara Quell", "vice-rector", "")}),
        ("Pelmora said that its chief chemist, Mara Quell, was ill.", {("Mara Quell", "chief chemist", "Pelmora")}),
        ("Mara Quell will be responsible for research.", {("Mara Quell", "be responsible for research", "")}),
        ("Mara Quell, who runs the plant, and Hana Kim, its treasurer, stay.",
         {("Mara Quell", "runs the plant", ""), ("Hana Kim", "treasurer", "")}),
    ],
)  # fmt: skip
def test_a_role_is_read_from_lists_brackets_and_appositions(text: str, slots: set[tuple[str, ...]]) -> None:
    assert told(text, "role", "person", "role", "organisation") == slots


@pytest.mark.parametrize("when", ["until May the", "then", "previously", "formerly"])
def test_a_role_that_ended_is_a_former_one(when: str) -> None:
    assert told(f"Mara Quell, {when} chief chemist, now teaches.", "role", "tense") == {("former",)}


# --------------------------------------------------------------------------- releases, mergers, meetings


@pytest.mark.parametrize(
    "text",
    [
        "Lumen 4, unveiled on Oct. 3, drafts proteins.",
        "Lumen 4, a model that Pelmora published under the MIT licence in 2031, is fast.",
        "Lumen 4, which Pelmora opened to everybody on 4 June, runs on phones.",
        "The weights of Lumen 4 will be supplied to every laboratory.",
        "Lumen 4, a version for phones that is due on 1 July, is small.",
        "Lumen 4, out since Tuesday, is small.",
    ],
)
def test_a_release_is_read_in_apposition_and_relative_clauses(text: str) -> None:
    assert told(text, "release", "product") == {("Lumen 4",)}


@pytest.mark.parametrize(
    "text",
    [
        "Lumen 4, trained on tables, is small.",
        "Lumen 4, which Pelmora tested in May, is small.",
        "The talk on Lumen 4 is due to last an hour.",
        "Lumen 4, out of breath, fell behind.",
    ],
)
def test_no_release_is_read_where_none_is_told(text: str) -> None:
    assert told(text, "release", "product") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Pelmora and Orvane have agreed to merge.",
        "Pelmora will merge with Orvane in July.",
        "Pelmora, the lab behind Lumen, and Orvane, a maker of phones, are merging.",
        "A fund into which Pelmora and Orvane are merging was set up.",
        "Pelmora joins forces with Orvane.",
    ],
)
def test_both_bodies_of_a_merger_are_named(text: str) -> None:
    assert ("Pelmora", "Orvane") in told(text, "organisation_change", "agent", "object")


def test_a_change_told_by_a_noun_is_one_unless_it_is_only_talked_about() -> None:
    told_ = told("The takeover of Orvane by Pelmora cost 30 million euros.", "organisation_change", "agent", "object")
    talked = told("Talk of a takeover of Orvane by Pelmora is idle.", "organisation_change", "agent", "object")
    assert (told_, talked) == ({("Pelmora", "Orvane")}, set())


def test_what_may_come_of_a_firm_is_no_change_of_it() -> None:
    assert told("Or Orvane is sold for its software.", "organisation_change", "object") == set()


# --------------------------------------------------------------------------- speech


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Pelmora rejected it. The samples “were a mere rounding error,” it said.",
         {("Pelmora", "were a mere rounding error")}),
        ("A spokeswoman for Pelmora denied it. “Not one minute,” she said.",
         {("a spokeswoman for Pelmora", "Not one minute")}),
        ("Mara Quell sent a letter to her superiors. “One pack in a thousand will burn,” it read.",
         {("Mara Quell", "One pack in a thousand will burn")}),
        ("Mara Quell hinted that it might go, “if only so that we can sleep.”",
         {("Mara Quell", "if only so that we can sleep.")}),
        ("Mara Quell said it was “a mess”, which Hana Kim called “unfair”.",
         {("Mara Quell", "a mess"), ("Hana Kim", "unfair")}),
        ("“It was the board's idea,” Mara Quell, its counsel, said in a letter.",
         {("Mara Quell", "It was the board's idea")}),
        ("Mara Quell calls that “weather talk.”", {("Mara Quell", "weather talk.")}),
        ("The draft statutes speak of “an open licence”.", {("the draft statutes", "an open licence")}),
        ("Mara Quell told the paper so. She herself is staying “for as long as somebody listens”.",
         {("Mara Quell", "for as long as somebody listens")}),
    ],
)  # fmt: skip
def test_words_beside_a_pronoun_go_to_whom_the_sentence_before_names(text: str, slots: set[tuple[str, ...]]) -> None:
    assert told(text, "quote", "speaker", "words") == slots


@pytest.mark.parametrize(
    "text",
    [
        "Pelmora met Orvane. The plan “was a mere rounding error,” it said.",
        "Mara Quell met Hana Kim. “Not one minute,” she said.",
        "The door was shut. “Not one minute,” it said.",
    ],
)
def test_a_pronoun_that_may_be_two_speaks_for_nobody(text: str) -> None:
    assert told(text, "quote", "speaker", "words") == set()
