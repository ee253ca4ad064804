"""What a slow reading of samples found unfair, each class on sentences that it was not found in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefwright.codebook import load_codebook
from briefwright.model import Statement
from briefwright.verify import verify
from test_conflict_pairs import briefing as raw
from test_conflicts import briefing as notes

WHO = (
    "Irena Novak, a lawyer, spoke. Jonas Weil, an engineer, spoke. Lumina is a company. "
    "The Quartz 3 model is Lumina's. "
)


def told(text: str, sentence: str) -> list[Statement]:
    """The statements of a note that cite a sentence."""
    return [s for s in notes(WHO + text).statements if s.evidence.exact == sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Quartz 3 offers the transparency of open weights.",
        "Many praised the transparency of the model.",
        "Quartz 3 rivals much larger systems in arithmetic.",
        "Such a small model can rival the large ones in Riga.",
        "The swap room of the lab works like a flea market on Sundays.",
        "The twins, it turned out, demand that the letters be kept for a while.",
        "Irena Novak shares a surname with the mayor of Riga.",
        "The page is kept by volunteers of the user forum in Riga.",
    ],
)
def test_a_cue_word_of_another_sense_makes_no_finding_of_governance_or_market(sentence: str) -> None:
    assert {s.kind for s in told(sentence, sentence)} & {"governance", "market"} == set()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The regulators in Riga ask for transparency and oversight.", "governance"),
        ("Western rivals of Lumina gain ground in the market.", "market"),
        ("The board meets in Riga on most evenings.", "governance"),
    ],
)
def test_the_cue_word_in_its_own_sense_still_does(sentence: str, kind: str) -> None:
    assert kind in {s.kind for s in told(sentence, sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The admission of the mistake shows how little anybody had looked at it.",
        "With this small step, Jonas Weil wanted to help the people of Riga.",
        "For the people of Riga, the letters marked a turn in the whole affair.",
        "The old habits of the house outlived the people who had made them.",
    ],
)
def test_what_is_said_is_never_cut_off_at_a_verb_in_the_middle(sentence: str) -> None:
    matters = {str(s.slots["matter"]) for s in told(sentence, sentence) if s.slots.get("matter")}
    assert all(m.casefold() in (sentence[:-1].casefold(), sentence[4:-1].casefold()) for m in matters)
    assert matters


def test_a_condition_in_the_middle_leaves_what_follows_from_it_whole() -> None:
    sentence = "There are fears that the Quartz 3 model will, without Irena Novak, retreat behind a wall."
    found = [str(s.slots.get("consequence")) for s in told(sentence, sentence) if s.kind == "risk"]
    assert [("retreat" in c, "There are fears" in c) for c in found] == [(True, True)]


def test_who_has_not_answered_is_the_one_that_the_finding_is_about() -> None:
    sentence = "Asked about the departure of Irena Novak, Lumina has not answered."
    assert [s.slots.get("about") for s in told(sentence, sentence) if s.kind == "uncertainty"] == ["lumina"]


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Industry analysts see a likeness between Lumina and a mill.", "industry analysts"),
        ("Internal reports from the meeting suggest that nobody read them.", "internal reports from the meeting"),
        ("Former colleagues describe a long quarrel over the Quartz 3 model.", "former colleagues"),
        ("Several shareholders expect a sale of Lumina.", "several shareholders"),
        (
            "Market gossip, as told in Riga, links the sale of Lumina to the quarrel.",
            "market gossip, as told in riga",
        ),
    ],
)  # fmt: skip
def test_people_and_papers_without_a_name_hold_what_they_say(sentence: str, holder: str) -> None:
    assert {str(s.attribution).casefold() for s in told(sentence, sentence)} == {holder}


@pytest.mark.parametrize(
    "sentence",
    [
        "Irena Novak credited him with building the engine.",
        "Irena Novak praised them for the good work.",
        "Irena Novak called it “a shock to all”.",
        "Irena Novak dismissed that as “idle talk”.",
    ],
)
def test_no_reaction_is_told_to_somebody_whom_only_a_pronoun_names(sentence: str) -> None:
    assert [s.text for s in told(sentence, sentence) if s.kind == "reaction"] == []


def test_a_reaction_in_the_words_of_the_text_says_so() -> None:
    """Quotation marks around a reporter's words must not make them somebody's speech."""
    made = raw(f"{WHO}\nIrena Novak denied having read the letters.")
    found = [s.text for s in made.statements if s.kind == "reaction"]
    assert found == ["Irena Novak denied “having read the letters”, in the words of the text."]


def test_words_of_a_title_line_are_shown_as_such() -> None:
    made = raw(f"Heads roll at Lumina as the old quarrel over Quartz 3 ends\n{WHO}")
    found = [s.text for s in made.statements if s.evidence.passage == "p1"]
    assert found == ["Title line: “Heads roll at Lumina as the old quarrel over Quartz 3 ends”"]


def test_a_sentence_of_the_text_is_no_title_line() -> None:
    made = raw(f"Title of a text about Lumina\n{WHO}The people of Riga read letters in the evening.")
    statement = next(s for s in made.statements if "evening" in s.evidence.exact)
    source = made.sources[0]
    lie = replace(statement, slots={**statement.slots, "place": "title"})
    names = {e.id: (e.name, *e.aliases) for e in made.entities}
    assert [verify(s, source, names, load_codebook()).slot for s in (statement, lie)] == ["", "place"]
