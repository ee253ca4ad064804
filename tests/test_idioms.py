"""Comings, goings, releases and changes told by idioms, and sentences that only look like them. Invented names."""

from __future__ import annotations

import pytest

from briefwright.language import available
from test_parsed import KNOWN, read, told

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
assert "Orvane" in KNOWN


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mara Quell goes at the end of May.", {"Mara Quell"}),
        ("Hana Kim will go in June.", {"Hana Kim"}),
        ("Pelmora let Ilya Borov go in March.", {"Ilya Borov"}),
        ("Pelmora said goodbye to Wren Adair on Friday.", {"Wren Adair"}),
        ("Orvane is saying farewell to Hana Kim.", {"Hana Kim"}),
        ("Mara Quell was the next to go.", {"Mara Quell"}),
        ("The first to leave was Ilya Borov.", {"Ilya Borov"}),
        ("Also leaving is Hana Kim, the counsel.", {"Hana Kim"}),
        ("Gone too is Mara Quell, a chemist.", {"Mara Quell"}),
        ("Also gone: Wren Adair, head of design.", {"Wren Adair"}),
        ("Friday was Mara Quell's last day at Pelmora.", {"Mara Quell"}),
        ("Hana Kim's last day is 3 June.", {"Hana Kim"}),
        ("Ilya Borov gave notice on Monday.", {"Ilya Borov"}),
        ("Ilya Borov has called time on nine years at Pelmora.", {"Ilya Borov"}),
        ("Wren Adair took early retirement.", {"Wren Adair"}),
        ("Among those who left are Ilya Borov and Wren Adair.", {"Ilya Borov", "Wren Adair"}),
        (
            "Four of the twelve engineers have resigned, among them Ilya Borov, who ran the Turin office.",
            {"Ilya Borov"},
        ),
        ("Three of its five founders, including Mara Quell and Hana Kim, have left.", {"Mara Quell", "Hana Kim"}),
        ("Pelmora confirmed the departure of Hana Kim.", {"Hana Kim"}),
        ("First it was Hana Kim, who walked on 16 September.", {"Hana Kim"}),
        ("Hana Kim's last day was the 21st.", {"Hana Kim"}),
        ("Hana Kim is to go.", {"Hana Kim"}),
        ("Hana Kim will be leaving us in June.", {"Hana Kim"}),
        ("Pelmora is separating from Ilya Borov.", {"Ilya Borov"}),
        ("The firm moved, and on 31 January the lab's head of law, Hana Kim, was shown the door.", {"Hana Kim"}),
        ("The exit of Hana Kim was announced on Monday.", {"Hana Kim"}),
    ],
)
def test_a_going_is_read_in_an_idiom(text: str, who: set[str]) -> None:
    assert {p for (p,) in told(text, "departure", "person")} == who


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell goes to work by bicycle.",
        "Mara Quell goes on and on.",
        "Hana Kim let the dog go.",
        "Pelmora let Hana Kim go first.",
        "Mara Quell bid farewell to her car.",
        "The last to leave the room was Hana Kim.",
        "Hana Kim gave notice that prices would rise.",
        "Hana Kim's last day in Turin was sunny.",
        "Many admired the engineers, among them Hana Kim, who stayed.",
        "Six researchers, including Ilya Borov, stayed when Orvane moved.",
        "Also speaking is Hana Kim.",
        "Hana Kim walked on water.",
        "Hana Kim is to go to Turin.",
        "Pelmora separates the law team from Hana Kim.",
        "Hana Kim walked on Monday to work.",
        "If Pelmora closes, Mara Quell will go in June.",
    ],
)
def test_no_going_is_read_where_the_idiom_tells_another_thing(text: str) -> None:
    assert told(text, "departure", "person") == set()


def test_what_is_announced_is_told_as_announced_and_not_as_done() -> None:
    (frame,) = read("Pelmora announced the departure of Hana Kim.", "departure")
    assert frame.rule == "parsed-departure-mentioned"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mara Quell starts on 1 June as chief scientist.", "Mara Quell"),
        ("Hana Kim arrives on 16 April as vice president of research.", "Hana Kim"),
        ("Ilya Borov will join as head of safety.", "Ilya Borov"),
        ("From June, Hana Kim will be chief scientist.", "Hana Kim"),
        ("Hana Kim will be the next president of Pelmora.", "Hana Kim"),
        ("Hana Kim has been acting chief scientist since Monday.", "Hana Kim"),
        ("Wren Adair is minding the shop until June.", "Wren Adair"),
        ("Wren Adair will hold the fort until a successor is found.", "Wren Adair"),
        ("Until then Mara Quell leads the group.", "Mara Quell"),
        ("Ilya Borov makes way for Mara Quell.", "Mara Quell"),
        ("Ilya Borov hands over to Mara Quell on 1 June.", "Mara Quell"),
        ("Pelmora has turned to Hana Kim to lead research.", "Hana Kim"),
        ("Pelmora turned to Hana Kim, a lawyer, as interim chief.", "Hana Kim"),
        ("Hana Kim succeeds her.", "Hana Kim"),
        ("Hana Kim takes her place.", "Hana Kim"),
        ("Hana Kim follows Mara Quell as chief scientist.", "Hana Kim"),
        ("In comes Hana Kim.", "Hana Kim"),
        ("In her place comes Ilya Borov.", "Ilya Borov"),
        ("Replacing her is Hana Kim, a lawyer.", "Hana Kim"),
        ("The post will be filled by Hana Kim.", "Hana Kim"),
        ("Hana Kim joins the board of Pelmora.", "Hana Kim"),
        ("Hana Kim is now in charge of research.", "Hana Kim"),
        ("Pelmora presented Hana Kim as the new chief scientist.", "Hana Kim"),
        ("Pelmora put Hana Kim at the head of research.", "Hana Kim"),
        ("Hana Kim is the company's new chief scientist.", "Hana Kim"),
        ("Hana Kim was confirmed as chief executive on Monday.", "Hana Kim"),
    ],
)
def test_a_coming_is_read_in_an_idiom(text: str, who: str) -> None:
    assert {p for (p,) in told(text, "appointment", "person")} == {who}


@pytest.mark.parametrize(
    "text",
    [
        "Wren Adair is the chief scientist of Pelmora.",
        "Wren Adair was chief scientist of Pelmora for six years.",
        "Wren Adair acts as a bridge between the teams.",
        "Wren Adair started as an intern in 2019.",
        "Wren Adair took her place at the table.",
        "Pelmora turned to Hana Kim for advice.",
        "Mara Quell gave way to anger.",
        "Mara Quell handed the phone to Hana Kim.",
        "Hana Kim succeeds in everything.",
        "In comes the rain.",
        "Pelmora presented Hana Kim with a medal.",
        "Pelmora confirmed that Hana Kim was ill.",
    ],
)
def test_no_coming_is_read_where_the_idiom_tells_another_thing(text: str) -> None:
    assert told(text, "appointment", "person") == set()


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Hana Kim now works at Orvane.", "Orvane"),
        ("Hana Kim is now head of product at Orvane.", "Orvane"),
        ("Hana Kim took a job at Orvane.", "Orvane"),
        ("Hana Kim has signed a contract with Orvane.", "Orvane"),
        ("Hana Kim left Pelmora for Orvane in May.", "Orvane"),
    ],
)
def test_where_somebody_works_now_is_read(text: str, where: str) -> None:
    assert ("Hana Kim", where) in told(text, "affiliation", "person", "organisation")


@pytest.mark.parametrize(
    "text",
    [
        "Lumen 4 can be downloaded from Monday.",
        "Lumen 4 can now be ordered.",
        "The weights of Lumen 4 can be downloaded under the MIT license.",
        "Users can order Lumen 4 from today.",
        "Lumen 4 is out.",
        "Lumen 4 has been on sale since May.",
        "Lumen 4 hit the shelves on Tuesday.",
        "Pelmora began shipping Lumen 4 in May.",
        "Pelmora dropped Lumen 4 on Tuesday.",
        "Lumen 4 landed on Tuesday.",
        "Lumen 4 is coming in June.",
        "Lumen 4 was put on the market in May.",
        "Sales of Lumen 4 begin on 3 June.",
        "Lumen 4 has been downloadable since May.",
        "Released in May, Lumen 4 reads Norwegian.",
        "We are happy to announce Lumen 4.",
        "Pelmora made Lumen 4 available on Monday.",
        "Lumen 4, available since May, reads Norwegian.",
        "Now available: Lumen 4",
    ],
)
def test_that_a_thing_is_out_is_read_in_an_idiom(text: str) -> None:
    assert told(text, "release", "product") == {("Lumen 4",)}


@pytest.mark.parametrize(
    "text",
    [
        "Pelmora dropped Lumen 4 from its list.",
        "Pelmora dropped Lumen 4 in favour of Skein on Tuesday.",
        "Lumen 4 dropped 3 percent on Tuesday.",
        "Lumen 4 landed on page three.",
        "Lumen 4 is out of memory.",
        "Lumen 4 can be downloaded by nobody.",
        "Lumen 4 can be tested.",
        "Lumen 4 came to the market stall.",
        "Sales of Lumen 4 fell in June.",
        "Pelmora sends Lumen 4 home.",
    ],
)
def test_no_release_is_read_where_the_idiom_tells_another_thing(text: str) -> None:
    assert told(text, "release", "product") == set()


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Orvane has folded.", "has folded"),
        ("Orvane went bankrupt.", "went bankrupt"),
        ("Orvane filed for bankruptcy in May.", "filed for bankruptcy"),
        ("Orvane's Turin lab will close in June.", "will close"),
        ("Orvane now belongs to Pelmora.", "belongs to Pelmora"),
        ("Orvane has suspended sales in Norway.", "has suspended sales"),
        ("Orvane will cut a third of its staff.", "will cut a third of its staff"),
        ("Pelmora made an offer for Orvane.", "made an offer"),
        ("Pelmora is in talks to buy Orvane.", "is in talks to buy"),
        ("Orvane and Pelmora signed a letter of intent in January.", "signed a letter of intent"),
        ("Orvane will become part of Pelmora.", "will become part"),
        ("Orvane struck a deal with Pelmora.", "struck a deal"),
        ("Orvane's engineers will report to the product division.", "will report to the product division"),
    ],
)
def test_what_a_body_goes_through_is_told_in_the_words_of_the_text(text: str, change: str) -> None:
    assert any(c.startswith(change) for (c,) in told(text, "organisation_change", "change"))


@pytest.mark.parametrize(
    "text",
    [
        "Orvane closed the day higher.",
        "Orvane closed at 14.20 euros.",
        "Orvane opens with a joke.",
        "Orvane moved on Monday to calm its customers.",
        "Orvane offered to help Pelmora.",
        "Orvane has not folded.",
        "Orvane and Pelmora signed the guest book.",
        "Orvane's engineers will report to Hana Kim on the incident.",
        "Pelmora gave Orvane a week.",
    ],
)
def test_no_change_is_read_where_a_body_only_acts(text: str) -> None:
    assert told(text, "organisation_change", "change") == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hana Kim met Mara Quell in Turin.", "Hana Kim | Mara Quell"),
        ("Hana Kim had dinner with Mara Quell.", "Hana Kim | Mara Quell"),
        ("Hana Kim held talks with Orvane.", "Hana Kim | Orvane"),
        ("Representatives of Pelmora and Orvane met in Turin.", "Pelmora | Orvane"),
        ("Hana Kim is said to have dined with Mara Quell twice.", "Hana Kim | Mara Quell"),
        ("Hana Kim was summoned on 5 June to a meeting with Mara Quell.", "Hana Kim | Mara Quell"),
        ("Talks between Pelmora and Orvane began in May.", "Pelmora | Orvane"),
    ],
)
def test_who_met_whom_is_read(text: str, who: str) -> None:
    assert (who,) in told(text, "meeting", "participants")


@pytest.mark.parametrize("text", ["Hana Kim met her match.", "Hana Kim and Pelmora met the deadline."])
def test_nobody_met_where_something_was_met(text: str) -> None:
    assert told(text, "meeting", "participants") == set()


def test_six_of_forty_hand_in_their_notice_and_not_the_six() -> None:
    text = "At least six of the 40 researchers have handed in their notice, among them Hana Kim, who ran the lab."
    assert told(text, "departure", "person", "manner") == {("Hana Kim", "handed in the notice")}


def test_what_was_said_to_come_is_to_come_in_the_second_clause_too() -> None:
    text = "Pelmora said that Mara Quell was leaving and that Hana Kim would serve as acting chief executive."
    (frame,) = read(text, "appointment")
    assert (frame.hedge, frame.rule) == ("none", "parsed-appointment-takes-future")
