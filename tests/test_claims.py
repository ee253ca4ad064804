"""Claims that somebody else wrote: judged by their words alone, as where no language model is, and read from a file.

What the grammar adds is tested in `test_entails.py`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefwright.claims import by_words, judge_file
from briefwright.codebook import load_codebook
from briefwright.model import Refused
from reading import passage

CODEBOOK = load_codebook()
TEXT = (
    "Mara Quell left Pelmora on 3 March 2025 after six years. Pelmora may close the weights of Lumen 4. "
    "Hana Kim never joined Orvane. Quell called the exit “a very sad day”. Lumen 4 has 7 billion parameters. "
    "Orvane bought Pelmora in May. Reportedly, the board met in Oslo."
)


def verdict(claim: str, text: str = TEXT) -> tuple[str, str]:
    outcome = by_words(claim, passage(text), CODEBOOK)
    return outcome.verdict, outcome.slot


@pytest.mark.parametrize(
    "claim",
    [
        "Mara Quell left Pelmora on 3 March 2025 after six years.",
        "Mara Quell left Pelmora.",
        "Mara Quell left Pelmora on 3 March 2025.",
        "Mara Quell left Pelmora in March 2025.",
        "Pelmora may close the weights of Lumen 4.",
        "Hana Kim never joined Orvane.",
        "Lumen 4 has 7 billion parameters.",
        "Orvane bought Pelmora in May.",
        "Reportedly, the board met in Oslo.",
        "Quell called the exit “a very sad day”.",
    ],
)
def test_what_the_passage_says_is_supported(claim: str) -> None:
    assert verdict(claim) == ("supported", "")


@pytest.mark.parametrize(
    ("claim", "slot"),
    [
        ("Mara Quell left Pelmora after nine years.", "number"),
        ("Lumen 4 has 9 billion parameters.", "number"),
        ("Lumen 4 has 7 million parameters.", "number"),
        ("Mara Quell left Pelmora on 4 March 2025.", "date"),
        ("Mara Quell left Pelmora in April 2025.", "date"),
        ("Mara Quell left Fjordwire.", "name"),
        ("Then Zuri Quell left Pelmora.", "name"),
        ("Quell called the exit “a very good day”.", "quotation"),
        ("Quell called the exit “sad, very sad”.", "quotation"),
        ("Mara Quell never left Pelmora.", "negation"),
        ("Mara Quell did not leave Pelmora.", "negation"),
        ("Hana Kim joined Orvane.", "negation"),
        ("Pelmora closes the weights of Lumen 4.", "hedge"),
        ("Pelmora will likely close the weights of Lumen 4.", "hedge"),
        ("Mara Quell reportedly left Pelmora.", "hedge"),
        ("The board met in Oslo.", "hedge"),
    ],
)
def test_a_claim_with_a_false_slot_is_unsupported_and_the_slot_named(claim: str, slot: str) -> None:
    assert verdict(claim) == ("unsupported", slot)


@pytest.mark.parametrize(
    ("claim", "slot"),
    [
        ("Pelmora bought Orvane in May.", "order"),
        ("Lumen 4 has 7B parameters.", "text"),
        ("Mara Quell left Pelmora in tears.", "text"),
        ("The garden is green.", "text"),
    ],
)
def test_what_can_neither_be_shown_nor_refuted_needs_review(claim: str, slot: str) -> None:
    assert verdict(claim) == ("needs_review", slot)


@pytest.mark.parametrize(
    "claim",
    [
        "Zuri left Pelmora on 3 March 2025.",
        "Lumen 4 failed.",
    ],
)
def test_a_claim_that_its_passage_does_not_bear_is_not_supported(claim: str) -> None:
    text = TEXT if claim.startswith("Zuri") else "Hana Kim said that Lumen 4 failed."
    assert verdict(claim, text)[0] == ("unsupported" if claim.startswith("Zuri") else "needs_review")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Ada Lin left Nova, and Bo Kim joined Vantia.",
            "Ada Lin joined Vantia.",
        ),
        ("Did Ada Lin leave Nova?", "Ada Lin did leave Nova."),
        ("If Ada Lin left Nova, the board met.", "Ada Lin left Nova."),
        ("The board asked whether Ada Lin left Nova.", "Ada Lin left Nova."),
        ("A blog claims that Ada Lin left Nova.", "Ada Lin left Nova."),
        ("Bo Kim said: “Ada Lin left Nova.”", "Ada Lin left Nova."),
        (
            "Ada Lin left before Bo Kim left.",
            "Ada Lin left after Bo Kim left.",
        ),
        ("Sales went up in May.", "Sales went down in May."),
        ("Ada Lin almost left Nova.", "Ada Lin left Nova."),
    ],
)
def test_what_a_sentence_does_not_assert_is_not_supported(text: str, claim: str) -> None:
    assert verdict(claim, text)[0] != "supported"


@pytest.mark.parametrize(
    "claim", ["Mara Quell left Fjordwire.", "Hana Kim joined Orvane.", "Lumen 4 has 9 billion parameters."]
)
def test_a_verdict_against_a_claim_gives_its_reason(claim: str) -> None:
    assert len(by_words(claim, passage(TEXT), CODEBOOK).reason.split()) >= 4


def test_a_passage_without_sentences_supports_nothing() -> None:
    assert verdict("Mara Quell left.", "")[0] == "unsupported"


# --------------------------------------------------------------------------- files of claims


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "000_wire.txt").write_text("A headline about Pelmora\n\n" + TEXT + "\n", encoding="utf-8")
    return folder


def claim(**changes: object) -> str:
    return json.dumps({"id": "c1", "text": "Mara Quell left Pelmora.", "source": "000", "passage": "p2", **changes})


def judged(seeds: Path, content: bytes) -> tuple[list[dict[str, str]], list[str]]:
    path = seeds.parent / "claims.jsonl"
    path.write_bytes(content)
    verdicts, problems = judge_file(path, seeds, CODEBOOK)
    return verdicts, [str(p).removeprefix(path.as_posix()) for p in problems]


def test_each_line_has_its_verdict_in_order(seeds: Path) -> None:
    lines = [claim(id="a"), "", claim(id="b", text="Mara Quell left Fjordwire.")]
    verdicts, problems = judged(seeds, "\n".join(lines).encode())
    assert [(v["id"], v["verdict"]) for v in verdicts] == [("a", "supported"), ("b", "unsupported")] and problems == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{not json", "not JSON"),
        ('["a"]', "not a JSON object"),
        (claim(text=""), "'text' is missing"),
        (claim(id=7), "'id' is missing or no text"),
        (claim(source="999"), "no source '999'"),
        (claim(passage="14"), "has no passage '14'; write it as p14"),
    ],
)
def test_a_line_that_cannot_be_read_is_a_problem_with_its_place(seeds: Path, line: str, words: str) -> None:
    verdicts, problems = judged(seeds, f"{claim()}\n{line}\n".encode())
    assert len(verdicts) == 1 and len(problems) == 1
    assert problems[0].startswith(":2: ") and words in problems[0]


def test_a_byte_order_mark_is_no_part_of_a_claim(seeds: Path) -> None:
    verdicts, problems = judged(seeds, b"\xef\xbb\xbf" + claim().encode())
    assert len(verdicts) == 1 and problems == []


def test_claims_that_are_not_utf_8_are_refused(seeds: Path) -> None:
    with pytest.raises(Refused, match="not UTF-8 at byte"):
        judged(seeds, b"\xff\xfe{}")


def test_claims_that_are_not_there_are_refused(seeds: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        judge_file(seeds / "none.jsonl", seeds, CODEBOOK)


def test_a_listed_synonym_counts_as_the_word_it_stands_for(tmp_path: Path) -> None:
    """`lexicon.synonyms` of a corpus's codebook: variant -> plain word."""
    own = "lexicon:\n  synonyms: {shipped: sold}\n"
    (tmp_path / "codebook.yml").write_text(own, encoding="utf-8")
    text, claim = "Pelmora sold the chip.", "Pelmora shipped the chip."
    assert by_words(claim, passage(text), load_codebook()).verdict == "needs_review"
    assert by_words(claim, passage(text), load_codebook(tmp_path)).verdict == "supported"
