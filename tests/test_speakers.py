"""Who utters words that no verb of saying governs, or whose speaker stands elsewhere. Invented names throughout."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.build import distil_folder
from briefwright.language import available
from test_parsed import told

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The lights went out,” as Mara Quell remembers it.", "Mara Quell"),
        ("As Hana Kim put it on stage, “we sell patience”.", "Hana Kim"),
        ("As Ilya Borov likes to say: “Measure twice.”", "Ilya Borov"),
        ("“It works,” was all Mara Quell would say.", "Mara Quell"),
        ("“Try me” was how Hana Kim put it.", "Hana Kim"),
        ("“Read the contract,” was Ilya Borov's answer.", "Ilya Borov"),
        ("“I will not sell it,” Mara Quell is said to have replied.", "Mara Quell"),
        ("“We are done here,” Hana Kim was heard to say.", "Hana Kim"),
        ("Ilya Borov is said to have warned that the pump was “a bomb with a handle”.", "Ilya Borov"),
        ("For Mara Quell it was “the worst day of my life”.", "Mara Quell"),
        ("In Hana Kim's view, the plan was “a letter to nobody”.", "Hana Kim"),
        ("To hear Ilya Borov tell it, the firm was “a week from glory”.", "Ilya Borov"),
        ("Mara Quell is leaving altogether, she says on her blog, and “won't be back before the snow”.", "Mara Quell"),
        ("The memo, sent by Hana Kim to all managers, reads: “Stop shipping today.”", "Hana Kim"),
        ("It came from Ilya Borov, at the time the firm's chief chemist, who wrote to colleagues: “Do not open this.”",
         "Ilya Borov"),
        ("Mara Quell closed the door. “It is over.”", "Mara Quell"),
        ("Hana Kim's reply was curt. “Ask the lawyers.”", "Hana Kim"),
        ("Nobody would talk. But Ilya Borov did. “Ask me again in June.”", "Ilya Borov"),
        ("Mara Quell put a printed sheet on the table, said “I cannot sign this one,” and walked out.", "Mara Quell"),
        ("In a call with dealers, Hana Kim, who is in charge of quality, said the cells were “inside every limit”.",
         "Hana Kim"),
        ("Pelmora, which makes pumps, is “in no hurry at all”, its head of data, Hana Kim, told us.", "Hana Kim"),
        ("The name of Ilya Borov is wrong: “I am at my desk,” he texted us, “and my desk is here.”", "Ilya Borov"),
        ("“It was chaos,” one of them told me.", "one of them"),
        ("“It was chaos,” says one, who asked not to be named.", "one"),
        ("“She asked for a choir,” one of those present recalls.", "one of those present"),
        ("Two former engineers disagree. “It was chaos,” recalls one of them.", "one of two former engineers"),
        ("The plan is dead, say three managers, and the word “interim”, one of them added, “is for the website”.",
         "one of three managers"),
    ],
)  # fmt: skip
def test_a_set_phrase_or_the_sentence_before_tells_who_speaks(text: str, speaker: str) -> None:
    assert {s for (s,) in told(text, "quote", "speaker")} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "For Mara Quell it was a project called “Dawn”.",
        "Mara Quell left. Somebody shouted: “It is over.”",
        "Mara Quell and Hana Kim closed the door. “It is over.”",
        "It was “quiet” as Mara Quell left.",
        "Nobody told Mara Quell. “It is over.”",
    ],
)
def test_words_that_nobody_certainly_utters_have_no_speaker(text: str) -> None:
    assert "Mara Quell" not in {s for (s,) in told(text, "quote", "speaker")}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Quell met Henry Adair on Tuesday. “I was told nothing,” she said.", "Anna Quell"),
        ("Henry Adair had met Anna Quell twice. “I was told nothing,” he said.", "Henry Adair"),
    ],
)
def test_a_given_name_tells_whom_a_pronoun_cannot_mean(text: str, speaker: str, tmp_path: Path) -> None:
    known = "Anna Quell, an engineer, spoke. Henry Adair, a lawyer, spoke.\n\n"
    assert {who for who, _ in spoken(tmp_path, known + text)} == {speaker}


def spoken(folder: Path, text: str) -> set[tuple[str, str]]:
    (folder / "000_text.txt").write_text(f"A quarrel\n\n{text}\n", encoding="utf-8")
    made = distil_folder(folder)
    names = {e.id: e.name for e in made.entities}
    return {
        (names.get(str(s.slots["speaker"]), str(s.slots["speaker"])), str(s.slots["words"]))
        for s in made.statements
        if s.kind == "quote"
    }


def test_she_is_the_only_person_of_the_passage_before(tmp_path: Path) -> None:
    text = "Mara Quell, an engineer, is calm.\n\nShe stirs her tea. “My mother wears them,” she says."
    assert spoken(tmp_path, text) == {("Mara Quell", "My mother wears them")}


def test_she_is_nobody_where_the_passage_before_names_two(tmp_path: Path) -> None:
    text = "Mara Quell, an engineer, met Hana Kim, a lawyer.\n\n“My mother wears them,” she says."
    assert spoken(tmp_path, text) == set()


def test_words_that_go_on_alone_are_the_unnamed_speakers_before(tmp_path: Path) -> None:
    text = "Mara Quell, an engineer, left. “It was chaos,” one of them told me. “Nobody was in charge.”"
    assert spoken(tmp_path, text) == {("one of them", "It was chaos"), ("one of them", "Nobody was in charge.")}
