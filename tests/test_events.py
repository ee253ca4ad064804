"""Events in the many ways in which business news tells them, and what looks like one. Invented names throughout."""

from __future__ import annotations

import pytest

from briefwright.language import available
from reading import shown
from test_parsed import KNOWN, read, told

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
assert "Mara Quell" in KNOWN
MARA, ILYA, WREN, HANA = "Mara Quell", "Ilya Borov", "Wren Adair", "Hana Kim"


# --------------------------------------------------------------------------- goings


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Pelmora put Mara Quell out on 20 May.", {MARA}),
        ("Pelmora said in a filing that Mara Quell had been “relieved of her duties as director at once.”", {MARA}),
        ("The person who has gone is Ilya Borov, who wrote the tokenizer.", {ILYA}),
        ("Ilya Borov followed Mara Quell out of the door.", {ILYA}),
        ("The board of Pelmora decided to part with Mara Quell.", {MARA}),
        ("Pelmora has dispensed with the services of Mara Quell.", {MARA}),
        ("Mara Quell ceased to be director on 1 May.", {MARA}),
        ("Mara Quell has stopped working for Pelmora.", {MARA}),
        ("Mara Quell is on her way out.", {MARA}),
        ("Mara Quell is stepping away from Pelmora.", {MARA}),
        ("Mara Quell has chosen to step away from her operating role.", {MARA}),
        ("Mara Quell cleaned out her desk on Friday.", {MARA}),
        ("Mara Quell has decided to pursue other interests.", {MARA}),
        ("Mara Quell was voted off the board.", {MARA}),
        ("Among those who went with her were Ilya Borov and Wren Adair.", {ILYA, WREN}),
        ("Among the departures were Ilya Borov and Wren Adair.", {ILYA, WREN}),
        ("Pelmora said finance chief Mara Quell and head of software Ilya Borov would depart.", {MARA, ILYA}),
        ("Mara Quell was tired. The board dismissed her on Monday.", {MARA}),
        ("Rumour has it that Mara Quell has left.", {MARA}),
        ("Ilya Borov said on Wednesday that he, too, was going.", {ILYA}),
        ("Mara Quell is the fourth senior researcher to leave Pelmora since September.", {MARA}),
        ("Mara Quell becomes the fourth researcher to leave Pelmora.", {MARA}),
        ("He resigned. Four others have gone with him, among them Mara Quell and Hana Kim.", {MARA, HANA}),
        ("Two engineers had gone with her, including Ilya Borov.", {ILYA}),
    ],
)
def test_a_going_told_beside_another_verb_is_read(text: str, who: set[str]) -> None:
    assert {p for (p,) in told(text, "departure", "person")} == who


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell was put out by the remark.",
        "Ilya Borov said he was going to Oslo.",
        "Ilya Borov said that he was not going.",
        "Mara Quell became the first woman to lead Pelmora.",
        "Mara Quell has gone with Hana Kim to Oslo.",
        "Mara Quell has gone with the flow.",
        "Ilya Borov followed Mara Quell out of the room.",
        "The person who has gone to Oslo is Ilya Borov.",
        "The one who may leave is Ilya Borov.",
        "The person who left is not Ilya Borov.",
        "Mara Quell parted with Ilya Borov.",
        "Mara Quell stopped working on the chip.",
        "Mara Quell is on her way out of the building.",
        "Mara Quell is stepping away from the podium.",
        "Mara Quell cleaned her desk on Friday.",
        "Mara Quell pursues interests of her own.",
        "Among those who went to Oslo were Ilya Borov and Wren Adair.",
        "Mara Quell had been “let go”.",
        "The board dismissed her.",
    ],
)
def test_no_going_is_read_in_words_that_only_resemble_one(text: str) -> None:
    assert told(text, "departure", "person") == set()


def test_what_is_denied_and_what_is_told_of_one_person_are_two_departures() -> None:
    frames = read("Mara Quell did not resign; the supervisory board dismissed her.", "departure")
    assert {(f.polarity, f.rule) for f in frames} == {("denied", "parsed-departure"), ("affirmed", "parsed-dismissal")}


def test_what_rumour_has_stays_rumoured() -> None:
    (frame,) = read("Rumour has it that Mara Quell has left.", "departure")
    assert frame.hedge == "rumoured"


def test_a_pronoun_that_is_the_object_is_not_who_acts_in_its_clause() -> None:
    text = "Mara Quell left. Ilya Borov followed her out a week later."
    assert {p for (p,) in told(text, "departure", "person")} == {MARA, ILYA}


def test_her_last_day_is_that_of_the_one_named_before() -> None:
    found = told("Mara Quell spoke. Her last day will be 30 April.", "departure", "person", "date")
    assert found == {(MARA, "30 April")}


@pytest.mark.parametrize(
    "text",
    ["On the second Friday of May 2025, Mara Quell left.", "Mara Quell left on the last Monday of May 2025."],
)
def test_a_day_counted_within_its_month_is_dated_by_the_month(text: str) -> None:
    assert told(text, "departure", "date") == {("May 2025",)}


def test_who_no_longer_works_somewhere_is_told_with_the_words_that_deny_it() -> None:
    found = told("Ilya Borov no longer works for Pelmora.", "departure", "manner")
    assert found == {("no longer works for Pelmora",)}


def test_the_lab_is_not_the_body_that_somebody_else_went_to() -> None:
    found = told("Mara Quell has moved to Orvane. Ilya Borov no longer works at the lab.", "departure", "organisation")
    assert found == {("",)}


# --------------------------------------------------------------------------- comings


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mara Quell left. Her place was taken by Ilya Borov.", {ILYA}),
        ("Mara Quell has returned in his place.", {MARA}),
        ("Mara Quell has returned as chief executive.", {MARA}),
        ("Stepping into her shoes is Ilya Borov.", {ILYA}),
        ("Running the lab will be Ilya Borov.", {ILYA}),
        ("Pelmora has found a successor in Ilya Borov.", {ILYA}),
        ("Mara Quell will step up to become chief executive.", {MARA}),
        ("Mara Quell will head audio at Orvane.", {MARA}),
        ("Mara Quell was sworn in as commissioner on Monday.", {MARA}),
        ("Pelmora's research is now in the hands of Mara Quell.", {MARA}),
        ("Mara Quell left. The board has appointed her as an adviser.", {MARA}),
        ("Ilya Borov left. The board has elected him honorary chair.", {ILYA}),
        ("Pelmora named three chiefs in five years: Mara Quell in 2020, Ilya Borov in 2022 and Hana Kim in 2024.",
         {MARA, ILYA, HANA}),
    ],
)  # fmt: skip
def test_an_office_that_passes_to_somebody_is_read_however_it_is_told(text: str, who: set[str]) -> None:
    assert {p for (p,) in told(text, "appointment", "person")} == who


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell has returned in May.",
        "Running the race will be Ilya Borov.",
        "Pelmora has not found a successor in Ilya Borov.",
        "Pelmora has found an ally in Ilya Borov.",
        "The future of Pelmora is in the hands of Mara Quell.",
        "Her seat was taken by surprise.",
        "Pelmora named three rivals: Mara Quell, Ilya Borov and Hana Kim.",
    ],
)
def test_no_office_is_read_where_none_passes(text: str) -> None:
    assert told(text, "appointment", "person") == set()


def test_where_somebody_comes_from_is_not_where_the_new_office_is() -> None:
    found = told("Mara Quell joins as head of research from Orvane.", "appointment", "person", "organisation")
    assert found == {(MARA, "")}


@pytest.mark.parametrize(
    "text",
    [
        "Pelmora named Mara Quell as its chief executive on Thursday, replacing Ilya Borov.",
        "Pelmora named Mara Quell to succeed Ilya Borov as chief executive.",
    ],
)
def test_whom_a_newcomer_replaces_is_told_with_the_appointment(text: str) -> None:
    assert told(text, "appointment", "person", "predecessor") == {(MARA, ILYA)}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Mara Quell takes over on 1 May.", "parsed-appointment-takes-now"),
        ("Mara Quell took over on 1 May.", "parsed-appointment-takes"),
        ("Mara Quell will take over on 1 May.", "parsed-appointment-takes-future"),
    ],
)
def test_an_office_is_taken_over_in_the_tense_of_the_text(text: str, rule: str) -> None:
    assert [f.rule for f in read(text, "appointment")] == [rule]


def test_the_company_is_not_the_house_that_a_newcomer_comes_from() -> None:
    text = "Mara Quell joins from shipping group Orvane. She will take up the role on 1 March, the company said."
    assert [f.voice and f.voice.mention for f in read(text, "appointment")] == [None]


# --------------------------------------------------------------------------- releases


@pytest.mark.parametrize(
    "text",
    [
        "The first units of Lumen 4 were delivered in 2023.",
        "Lumen 4's weights were released in May.",
        "Lumen 4 enters beta on 15 September.",
        "Lumen 4 reached customers in May.",
    ],
)
def test_a_release_is_read_by_what_becomes_of_the_product(text: str) -> None:
    assert {p for (p,) in told(text, "release", "product")} == {"Lumen 4"}


@pytest.mark.parametrize(
    "text",
    [
        "Lumen 4 had been due in June; it was scrapped.",
        "Lumen 4 was due in June.",
        "Pelmora has yet to release Lumen 4.",
        "Lumen 4 reached a score of 80 in May.",
    ],
)
def test_a_plan_of_the_past_is_no_release_to_come(text: str) -> None:
    assert told(text, "release", "product") == set()


def test_what_is_to_come_in_an_announcement_does_not_make_the_announcement_doubtful() -> None:
    (frame,) = read("Mara Quell announced that the launch would be late.", "announcement")
    assert (frame.hedge, frame.polarity) == ("none", "affirmed")


# --------------------------------------------------------------------------- changes


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Pelmora, the telephone company that bought Orvane in 2034, makes chips.", ("Pelmora", "Orvane", "")),
        ("The firm bought Orvane in May.", ("", "Orvane", "")),
        ("Pelmora has entered into an agreement to acquire Orvane.", ("Pelmora", "Orvane", "")),
        ("Pelmora put 5 million euros into Orvane.", ("Pelmora", "Orvane", "")),
        ("Pelmora invested in Orvane in May.", ("Pelmora", "Orvane", "")),
        ("Pelmora spun off its consumer arm as Orvane.", ("Pelmora", "its consumer arm", "Orvane")),
        ("Pelmora was renamed Orvane in November.", ("", "Pelmora", "Orvane")),
        ("Mara Quell is setting up a laboratory of her own, called Orvane.",
         (MARA, "a laboratory of her own", "Orvane")),
        ("Pelmora, set up in 2016 by Mara Quell and Hana Kim, said that it would fold its design group into sales.",
         ("Pelmora", "its design group", "sales")),
    ],
)  # fmt: skip
def test_a_change_is_read_with_all_who_take_part(text: str, slots: tuple[str, ...]) -> None:
    assert told(text, "organisation_change", "agent", "object", "result") == {slots}


@pytest.mark.parametrize(
    "text",
    [
        "Pelmora did not sign a deal to buy Orvane.",
        "Pelmora put its trust in Orvane.",
        "Pelmora closed at 30 euros on Monday.",
        "Mara Quell set up a laboratory.",
        "The board renamed Pelmora Orvane.",
    ],
)
def test_no_change_is_read_where_none_is_certain(text: str) -> None:
    assert told(text, "organisation_change", "object") == set()


def test_what_staff_are_told_is_to_come_and_not_doubted() -> None:
    (frame,) = read("Staff were told that the evaluation team would be split into two.", "organisation_change")
    assert (frame.rule, frame.hedge) == ("parsed-change-future", "none")


# --------------------------------------------------------------------------- meetings


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("On 5 September, there was a town hall.", ("town hall", "5 September", "parsed-meeting")),
        ("There will be a hearing on 9 May.", ("hearing", "9 May", "parsed-meeting-future")),
        (
            "Pelmora will host a conference call on 28 August.",
            ("conference call", "28 August", "parsed-meeting-future"),
        ),
        ("11 March 2024: emergency board meeting.", ("board meeting", "11 March 2024", "meeting-mentioned")),
        ("Mara Quell will stay until the annual meeting on 14 May.", ("meeting", "14 May", "meeting-mentioned")),
        ("The meeting on 9 May was cancelled.", ("meeting", "9 May", "meeting-mentioned")),
    ],
)
def test_a_meeting_is_told_as_held_only_where_it_was(text: str, slots: tuple[str, ...]) -> None:
    (frame,) = read(text, "meeting")
    assert (*next(iter(told(text, "meeting", "event", "date"))), frame.rule) == slots


@pytest.mark.parametrize(
    "text",
    [
        "There was no town hall on 5 September.",
        "Mara Quell took the call on 3 May.",
        "Mara Quell will leave at the end of October “to do something smaller,” Pelmora said.",
        "Pelmora's robotics unit became a company of its own in May.",
    ],
)
def test_no_meeting_is_read_where_nobody_meets(text: str) -> None:
    assert read(text, "meeting") == []


# --------------------------------------------------------------------------- what is told as if it were now


@pytest.mark.parametrize(
    ("text", "kind", "rule"),
    [
        ("Mara Quell steps down in July.", "departure", "parsed-departure-now"),
        ("Mara Quell stepped down in July.", "departure", "parsed-departure"),
        ("The next board meeting is on 3 December.", "meeting", "parsed-meeting-now"),
        ("The board meeting was on 3 December.", "meeting", "parsed-meeting"),
    ],
)
def test_the_present_is_not_told_as_past(text: str, kind: str, rule: str) -> None:
    assert [f.rule for f in read(text, kind)] == [rule]


def test_an_office_that_is_only_offered_passes_to_nobody() -> None:
    assert read("Her old job was offered to Ilya Borov, who turned it down.", "appointment") == []


def test_who_would_go_when_something_happens_does_not_go() -> None:
    assert read("Mara Quell laughed. “I'll leave when they carry me out,” she told reporters.", "departure") == []


def test_who_follows_suit_goes_only_where_somebody_went() -> None:
    left = told("Mara Quell resigned last week, and her deputy Ilya Borov followed suit.", "departure", "person")
    bought = told("Mara Quell bought a hat, and Ilya Borov followed suit.", "departure", "person")
    assert (left, bought) == ({(MARA,), (ILYA,)}, set())


def test_a_return_to_teaching_is_a_going_and_a_return_to_a_question_is_none() -> None:
    leaving = told("Mara Quell has decided to return to teaching.", "departure", "person")
    asking = told("Mara Quell has decided to return to the question of teaching.", "departure", "person")
    assert (leaving, asking) == ({(MARA,)}, set())


def test_a_body_brings_its_teams_together_in_one() -> None:
    (found,) = told("Pelmora is bringing its leasing teams together in one unit.", "organisation_change", "change")
    assert found == ("bring together",)


# --------------------------------------------------------------------------- further wordings


@pytest.mark.parametrize(
    ("text", "kind", "slots", "wanted"),
    [
        ("Since its launch on 14 September, Lumen 4 has been downloaded 85,000 times.", "release", ("product", "date"),
         ("Lumen 4", "14 September")),
        ("By the end of the year Orvane will increase its share in Pelmora from 60 to 75 per cent.",
         "organisation_change", ("agent", "object"), ("Orvane", "Pelmora")),
        ("The management of Pelmora decided to divide the safety team into four units.", "organisation_change",
         ("agent", "object", "result"), ("Pelmora", "the safety team", "four units")),
        ("The board of Pelmora voted to sell the robotics unit.", "organisation_change", ("agent", "object"),
         ("Pelmora", "the robotics unit")),
        ("On Wednesday the staff of Pelmora gathered in the hall.", "meeting", ("participants", "date"),
         ("Pelmora", "Wednesday")),
        ("Mara Quell faced the staff on Wednesday.", "meeting", ("participants", "date"), ("Mara Quell", "Wednesday")),
        ("Mara Quell addressed employees at a town hall on Wednesday.", "meeting", ("event", "participants"),
         ("town hall", "Mara Quell")),
        ("Pelmora has made Mara Quell head of safety.", "appointment", ("person", "role"),
         ("Mara Quell", "head of safety")),
        ("Mara Quell takes over safety from Hana Kim.", "appointment", ("person", "unit", "predecessor"),
         ("Mara Quell", "safety", "Hana Kim")),
        ("Mara Quell has been at Pelmora since 2019.", "affiliation", ("person", "organisation", "since"),
         ("Mara Quell", "Pelmora", "2019")),
        ("Mara Quell began work at Orvane in June.", "affiliation", ("person", "organisation"),
         ("Mara Quell", "Orvane")),
    ],
)  # fmt: skip
def test_an_event_in_further_wordings_is_read_once(
    text: str, kind: str, slots: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    assert [tuple(shown(f, s) for s in slots) for f in read(text, kind)] == [wanted]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pelmora has grown since its launch in 2019.", "release"),
        ("The team gathered data on 3 May.", "meeting"),
        ("The board met the deadline on 3 May.", "meeting"),
        ("Mara Quell faced a crisis on Wednesday.", "meeting"),
        ("Pelmora has made Mara Quell famous.", "appointment"),
        ("Mara Quell takes over costs from last year.", "appointment"),
        ("Mara Quell becomes the fourth researcher to leave Pelmora.", "appointment"),
        ("Mara Quell has not been at Pelmora since 2019.", "affiliation"),
    ],
)
def test_what_only_looks_like_such_an_event_is_none(text: str, kind: str) -> None:
    assert read(text, kind) == []


# --------------------------------------------------------------------------- changes, delays, lists of people


@pytest.mark.parametrize(
    ("text", "kind", "slots", "wanted"),
    [
        ("Pelmora acquired 34% of Orvane in March.", "organisation_change", ("agent", "object"), ("Pelmora", "Orvane")),
        ("Pelmora bought a majority in Orvane.", "organisation_change", ("agent", "object"), ("Pelmora", "Orvane")),
        ("The directors of Pelmora voted to carve the research unit in two.", "organisation_change",
         ("object", "result"), ("the research unit", "two")),
        ("Orvane will be cut in half.", "organisation_change", ("object", "result"), ("Orvane", "half")),
        ("Orvane was split from Pelmora in May.", "organisation_change", ("link", "result"), ("from", "Pelmora")),
        ("Lumen 4 has been postponed until the summer, Pelmora confirmed.", "release", ("product", "words"),
         ("Lumen 4", "has been postponed until the summer")),
        ("The release of Lumen 4 has been put off from May to June.", "release", ("product", "words"),
         ("Lumen 4", "has been put off from May to June")),
        ("Pelmora has pushed back the launch of Lumen 4 to May.", "release", ("agent", "product"),
         ("Pelmora", "Lumen 4")),
        ("Lumen 4, the second version of which appeared in May, is new.", "release", ("product",), ("Lumen 4",)),
        ("On 10 March Mara Quell spoke to the staff by video link.", "meeting", ("participants",), ("Mara Quell",)),
        ("Mara Quell published her resignation on Tuesday.", "departure", ("person",), ("Mara Quell",)),
        ("Orvane will be led on an interim basis by Hana Kim.", "appointment", ("person", "unit"),
         ("Hana Kim", "Orvane")),
        ("Hana Kim takes charge of research on Monday.", "appointment", ("person", "unit"), ("Hana Kim", "research")),
        ("Mara Quell took a degree; Pelmora lured her away from Orvane in 2036.", "appointment",
         ("person", "organisation"), ("Mara Quell", "Pelmora")),
        ("Hana Kim, the compiler chief, and Wren Adair, in charge of tests, are going too.", "departure", ("person",),
         ("Wren Adair",)),
        ("Among those switching camps are Hana Kim and Ilya Borov.", "departure", ("person",), ("Ilya Borov",)),
        ("Pelmora is bringing its Voice Lab and its Robot Lab together.", "organisation_change", ("object",),
         ("its Voice Lab and its Robot Lab",)),
    ],
)  # fmt: skip
def test_a_change_a_delay_or_a_takeover_of_work_is_read(
    text: str, kind: str, slots: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    assert wanted in told(text, kind, *slots)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("If the board insists, not a single desk of Pelmora may be moved.", "organisation_change"),
        ("Mara Quell cut the cake in two.", "organisation_change"),
        ("Pelmora owns 34% of Orvane.", "organisation_change"),
        ("Lumen 4 was not delayed.", "release"),
        ("Pelmora may delay Lumen 4.", "release"),
        ("The delayed Lumen 4 is good.", "release"),
        ("The board steps down, Lumen 4 is delayed by a month, and nobody remembers.", "release"),
        ("Mara Quell spoke to Hana Kim about staff on 10 March.", "meeting"),
        ("Pelmora closed the first half with a profit.", "organisation_change"),
        ("It will be directed by Mara Quell.", "appointment"),
    ],
)
def test_what_only_looks_like_a_change_or_a_delay_is_none(text: str, kind: str) -> None:
    assert read(text, kind) == []


def test_everybody_who_heads_an_item_of_a_list_has_left() -> None:
    listed = (
        "Among those leaving are Mara Quell, the roboticist; Ilya Borov, who oversaw Lumen 4; and Wren Adair, director "
        "of tests, according to two people."
    )
    assert {p for (p,) in told(listed, "departure", "person")} == {MARA, ILYA, WREN}


def test_what_a_second_clause_denies_takes_nothing_from_the_first() -> None:
    text = "Mara Quell left in March and will join Orvane in May; she is not going to Pelmora."
    assert {p for (p,) in told(text, "affiliation", "organisation")} >= {"Orvane"}


@pytest.mark.parametrize("names_kept", ["Lumen 4 will be released on 26 April.", "Orvane will be sold in May."])
def test_what_is_to_come_is_never_told_as_done(names_kept: str) -> None:
    frames = [f for kind in ("release", "organisation_change") for f in read(names_kept, kind)]
    assert frames and all(f.rule.endswith("-future") for f in frames)
