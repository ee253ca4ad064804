"""What the grammar of a raw passage refutes is withheld; a voice and a condition are kept or nothing is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright import language
from briefwright.build import distil_folder
from briefwright.model import ARGUMENT_KINDS, Briefing

pytestmark = pytest.mark.skipif(not language.available(), reason="no language model is installed")


def read(folder: Path, text: str) -> Briefing:
    (folder / "000_report.txt").write_text(f"A report on makers\n\n{text}\n", "utf-8")
    return distil_folder(folder)


def facts(briefing: Briefing) -> list[str]:
    return [s.text for s in briefing.statements if s.kind not in ARGUMENT_KINDS]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Avocet Labs employs 600 people, a spokesperson said on Tuesday.", "a spokesperson"),
        ("Tern Systems has 40 engineers, two former staff said.", "two former staff"),
        ("Tern Systems is worth $3 billion, according to people familiar with the matter.", "people familiar"),
        ("Dunlin AI raised $40 million in May, a person close to the company told reporters.", "a person close"),
        ("Curlew Chips lost 20 designers, industry insiders claim.", "industry insiders"),
        ("Avocet Labs employs 600 people, its finance chief wrote in a memo.", "its finance chief"),
        ("The regulator said Avocet Labs had received 17 complaints.", "the regulator"),
        ("Avocet Labs had revenue of $118 million, said a person who has seen the books.", "a person who has seen"),
    ],
)
def test_an_amount_that_somebody_told_is_theirs(tmp_path: Path, text: str, voice: str) -> None:
    told = [s for s in read(tmp_path, text).statements if s.kind not in ARGUMENT_KINDS]
    assert told
    assert all(voice in (s.attribution or "").casefold() for s in told)


@pytest.mark.parametrize(
    "text",
    [
        "Stint Robotics does not employ 50 people.",
        "Plover Works did not raise $40 million.",
        "Stint Robotics has not sold 80 robots.",
        "Plover Works never employed 300 people.",
    ],
)
def test_a_denied_amount_is_denied_once(tmp_path: Path, text: str) -> None:
    assert facts(read(tmp_path, text)) == [text]


def test_a_word_of_doubt_is_told_once(tmp_path: Path) -> None:
    told = facts(read(tmp_path, "Plover Works reportedly employs 90 people."))
    assert [said.casefold().count("reportedly") for said in told] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "If Avocet Labs raises more money, it will hire Jon Pell as finance chief.",
        "Unless the deal closes, Ada Lindqvist will leave Avocet Labs.",
        "Avocet Labs will launch the Wader 2 model in May if the tests succeed.",
    ],
)
def test_what_hangs_on_a_condition_is_no_fact(tmp_path: Path, text: str) -> None:
    assert facts(read(tmp_path, text)) == []


def test_even_if_changes_nothing(tmp_path: Path) -> None:
    told = facts(read(tmp_path, "Ada Lindqvist will leave Avocet Labs even if the deal closes."))
    assert any("Ada Lindqvist" in said for said in told)


def test_an_amount_that_a_pronoun_told_is_withheld_rather_than_told_as_fact(tmp_path: Path) -> None:
    briefing = read(tmp_path, "Ada Lindqvist met Bo Tan. He said that Avocet Labs had received 17 complaints.")
    assert not any(
        s.attribution is None and "17" in s.text for s in briefing.statements if s.kind not in ARGUMENT_KINDS
    )


@pytest.mark.parametrize(
    "text",
    [
        "Just one day after the Swedish firm Norrsken Labs unveiled its new Aurora 3 model, Ada Lindqvist, the head of "
        "research, announced that she was leaving.",
        "A week after Norrsken Labs shipped its Aurora 3 robot, Ada Lindqvist, its chief engineer, said that she was "
        "leaving.",
    ],
)
def test_who_speaks_after_an_opening_clause_is_not_who_acted_in_it(tmp_path: Path, text: str) -> None:
    told = read(tmp_path, text).statements
    assert "release" in {s.kind for s in told} and "norrsken-labs" not in {s.attribution for s in told}


def test_a_day_counted_from_a_release_is_not_the_day_of_the_release(tmp_path: Path) -> None:
    text = "Two days after Norrsken Labs released its Aurora 3 model, Ada Lindqvist left the company."
    told = [s for s in read(tmp_path, text).statements if s.kind == "release"]
    assert [s.text for s in told] == ["Aurora 3 was released by Norrsken Labs."]


def test_who_steps_down_as_head_is_not_to_become_head(tmp_path: Path) -> None:
    told = read(
        tmp_path, "Ada Lindqvist is stepping down as chief scientist of Avocet Labs, she told staff."
    ).statements
    assert not [s.text for s in told if s.kind == "appointment"]


def test_what_somebody_says_of_the_own_leaving_is_told_as_announced(tmp_path: Path) -> None:
    told = facts(read(tmp_path, "Ada Lindqvist is stepping down as chief scientist of Avocet Labs, she told staff."))
    assert any(said.startswith("Ada Lindqvist announced leaving") for said in told)


def test_who_takes_over_on_a_day_has_not_yet_taken_over(tmp_path: Path) -> None:
    told = facts(read(tmp_path, "Bo Tan takes over from Ada Lindqvist at Avocet Labs on 1 June."))
    assert told and not any("took over" in said for said in told)
