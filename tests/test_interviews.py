"""Interviews printed as turns: what stands in a turn is its speaker's, and nobody else's."""

from __future__ import annotations

import pytest

from briefwright.language import available
from briefwright.verify import turns
from claim_files import verdict

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")

MILL = (
    "Vela: Was the mill sold? Osei: Yes. Norr Holding bought it in May for 4 million euros. I signed the "
    "contract on 3 June, in Lodz. We will not sell the second mill."
)
FINE = (
    "Imre Vass: Has Tarvo paid the fine? Lena Brandt: No. Tarvo has appealed against it. My lawyer, Odd "
    "Lie, expects a ruling in March. Vass: And the ship? Brandt: The ship left Gdynia on Friday. Captain "
    "Moe may resign."
)
BOARD = (
    "Reporter: Did the board dismiss Ida Rask or did she resign? Rask: No. The board said that Orbel had "
    "lost 3 million dollars. Reporter: Orbel says that you agreed. Rask: If Orbel pays, I will leave."
)
LISTED = "Winner: Kestrel Air. Loser: Norvane lost 3 million dollars in May."
TRUE = (
    (MILL, "The mill was sold, said Osei."),
    (MILL, "Osei says that the mill was sold."),
    (MILL, "Osei said that she signed the contract on 3 June."),
    (MILL, "Osei says that Osei signed the contract on 3 June in Lodz."),
    (MILL, "“Norr Holding bought it in May for 4 million euros,” Osei said."),
    (FINE, "Tarvo has not paid the fine, Lena Brandt said."),
    (FINE, "Lena Brandt says that Tarvo has not paid the fine."),
    (FINE, "Brandt said the ship left Gdynia on Friday."),
    (FINE, "The ship left Gdynia on Friday, according to Lena Brandt."),
    (FINE, "“The ship left Gdynia on Friday,” Lena Brandt said."),
    (BOARD, "Ida Rask said that the board said that Orbel had lost 3 million dollars."),
    (LISTED, "Norvane lost 3 million dollars in May."),
)
FALSE = (
    (MILL, "The mill was sold."),
    (MILL, "The mill was not sold, said Osei."),
    (MILL, "Vela said that Norr Holding bought the mill in May."),
    (MILL, "Norr Holding bought the mill in May."),
    (MILL, "Norr Holding signed the contract on 3 June, Osei said."),
    (MILL, "Vela said that she signed the contract on 3 June."),
    (MILL, "Osei signed the contract on 3 June."),
    (MILL, "Osei said that Norr Holding will not sell the second mill."),
    (MILL, "“Norr Holding bought it in May for 4 million euros,” Vela said."),
    (MILL, "“Norr Holding sold it in May for 4 million euros,” Osei said."),
    (MILL, "Osei said that she bought the mill in May."),
    (MILL, "Osei says that the mill was sold for 40 million euros."),
    (FINE, "Tarvo has paid the fine, Lena Brandt said."),
    (FINE, "Tarvo has not paid the fine."),
    (FINE, "Captain Moe will resign, Brandt said."),
    (FINE, "Captain Moe may resign."),
    (FINE, "The ship left Gdynia on Friday."),
    (FINE, "Imre Vass said that the ship left Gdynia on Friday."),
    (FINE, "The ship left Gdynia on Monday, according to Lena Brandt."),
    (FINE, "Odd Lie said the ship left Gdynia on Friday."),
    (FINE, "Odd Lie expects a ruling in March."),
    (FINE, "Imre Vass said that Tarvo has not paid the fine."),
    (BOARD, "The board did not dismiss Ida Rask, Rask said."),
    (BOARD, "Ida Rask did not resign, Rask said."),
    (BOARD, "Rask said that she agreed."),
    (BOARD, "Rask said that she will leave."),
    (BOARD, "Rask will leave."),
    (BOARD, "Orbel had lost 3 million dollars."),
    (BOARD, "Rask said that Orbel had lost 3 million dollars."),
    (BOARD, "Rask said that Orbel pays."),
    (LISTED, "Winner said that Norvane lost 3 million dollars in May."),
)


@pytest.mark.parametrize(("passage", "claim"), TRUE, ids=[c for _, c in TRUE])
def test_what_stands_in_a_turn_is_said_by_its_speaker(passage: str, claim: str) -> None:
    assert verdict(passage, claim) == "supported"


@pytest.mark.parametrize(("passage", "claim"), FALSE, ids=[c for _, c in FALSE])
def test_a_turn_is_neither_the_narrators_nor_another_speakers(passage: str, claim: str) -> None:
    assert verdict(passage, claim) != "supported"


@pytest.mark.parametrize(
    "text",
    [
        "Vela: Was the mill sold?",
        "Sales: Up by 4 %. Profit: Down by 2 %.",
        "The price: Who knows it? The mayor: Nobody.",
        "Osei said: “Who bought the mill?”",
    ],
)
def test_a_text_without_two_who_ask_and_answer_is_no_interview(text: str) -> None:
    assert turns(text) == ()


@pytest.mark.parametrize(
    ("question", "answer", "full"),
    [
        ("Did Norr Holding fail?", "No.", "Norr Holding did not fail."),
        ("Has the board met?", "Yes. It met twice.", "The board has met. It met twice."),
        ("Did Norr Holding fail or win?", "No.", "No."),
        ("Did Norr Holding not fail?", "No.", "No."),
        ("Will Norr Holding pay you?", "Yes.", "Yes."),
        ("Why did Norr Holding fail?", "No.", "No."),
        ("Did Norr Holding fail?", "No comment.", "No comment."),
    ],
)
def test_yes_and_no_answer_only_what_leaves_nothing_else_open(question: str, answer: str, full: str) -> None:
    assert turns(f"Vela: {question} Osei: {answer}")[1].text == full
