"""Planted lies in a corpus's own codebook: each is refused with its line, and nothing is built."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from briefwright.build import distil_folder
from briefwright.cli import main
from briefwright.codebook import load_codebook
from briefwright.codebook.linear import superlinear
from briefwright.codebook.load import _as_items, _data
from briefwright.codebook.rules import _CLASS, _GAP, _SLOT
from briefwright.model import Refused

TEXT = (
    "Alice Quell left Pelmora on 3 March 2025. Alan Kim, an engineer, joined Pelmora. "
    "The fork is a risk for the users and their users."
)
RULE = '  - {{name: own-packed, kind: departure, pattern: "{{person=P}} packed up", {examples}}}\n'
GOOD = 'yes: ["Alice Quell packed up."], no: ["Alice Quell packed her bag."]'


def corpus(folder: Path, codebook: str) -> Path:
    (folder / "000_a.txt").write_text(TEXT + "\n", encoding="utf-8")
    (folder / "codebook.yml").write_text(codebook, encoding="utf-8")
    return folder


def refused(folder: Path, codebook: str) -> str:
    with pytest.raises(Refused) as caught:
        distil_folder(corpus(folder, codebook))
    return str(caught.value)


# --------------------------------------------------------------------------- examples of rules


def test_a_rule_that_keeps_its_examples_is_used(tmp_path: Path) -> None:
    book = "rules:\n" + RULE.format(examples=GOOD)
    (tmp_path / "001_b.txt").write_text("Alan Kim packed up.\n", encoding="utf-8")
    assert "own-packed" in {s.rule for s in distil_folder(corpus(tmp_path, book)).statements}


def test_a_rule_that_misses_its_own_example_is_refused_with_its_line(tmp_path: Path) -> None:
    told = refused(tmp_path, "rules:\n" + RULE.format(examples='yes: ["Alice Quell went."], no: ["x"]'))
    assert "codebook.yml:2: rule 'own-packed' does not match its own example under 'yes': “Alice Quell went.”" in told


def test_a_rule_that_reads_its_counter_example_is_refused_with_its_line(tmp_path: Path) -> None:
    told = refused(tmp_path, "rules:\n" + RULE.format(examples=GOOD.replace("packed her bag", "packed up a bag")))
    assert "codebook.yml:2: rule 'own-packed' matches what stands under 'no'" in told


def test_a_rule_that_matches_and_makes_nothing_is_refused(tmp_path: Path) -> None:
    rule = '  - {name: empty, kind: departure, pattern: "packed up", yes: ["Alice Quell packed up."], no: [x]}\n'
    assert "makes no departure of it" in refused(tmp_path, "rules:\n" + rule)


@pytest.mark.parametrize("missing", ["yes", "no"])
def test_a_rule_without_examples_is_refused(tmp_path: Path, missing: str) -> None:
    kept = {"yes": 'no: ["x"]', "no": 'yes: ["Alice Quell packed up."]'}[missing]
    assert f"'{missing}' is missing" in refused(tmp_path, "rules:\n" + RULE.format(examples=kept))


def test_the_command_line_ends_with_2_and_names_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus(tmp_path, "rules:\n" + RULE.format(examples='yes: ["Alice Quell went."], no: ["x"]'))
    assert main(["sample", "1", "--seeds", str(tmp_path)]) == 2
    assert re.match(r"\S*codebook\.yml:2: rule 'own-packed'", capsys.readouterr().err)


# --------------------------------------------------------------------------- entries without use


@pytest.mark.parametrize(
    ("book", "line", "words"),
    [
        ("title: A\nnames:\n  - {name: Tove Haug, kind: person}\n", 3, "'Tove Haug' is listed and stands in no source"),
        ("lexicon:\n  synonyms: {chieftain: chief}\n", 2, "'chieftain' under 'synonyms' is never used"),
        ("lexicon:\n  risk_types:\n    weather: [monsoon]\n", 3, "'weather' under 'risk_types' is never used"),
    ],
    ids=["name", "synonym", "type"],
)
def test_an_entry_that_is_never_used_is_refused_with_its_line(tmp_path: Path, book: str, line: int, words: str) -> None:
    told = refused(tmp_path, book)
    assert f"codebook.yml:{line}: {words}" in told


def test_a_type_of_risk_that_the_corpus_has_is_used(tmp_path: Path) -> None:
    book = "lexicon:\n  risk_types:\n    users: [the users, their users, users]\n"
    found = distil_folder(corpus(tmp_path, book)).statements
    assert "users" in {s.slots.get("type") for s in found}


def test_every_type_of_the_default_taxonomy_can_be_reached() -> None:
    """A type whose every cue is a part of another type's cue would never be given."""
    types = load_codebook().lexicon.risk_types
    assert [t for t, cues in types.items() if not cues or not all(cue == cue.casefold() for cue in cues)] == []
    owners = [cue for cues in types.values() for cue in cues]
    assert sorted(owners) == sorted(set(owners))


# --------------------------------------------------------------------------- judgements about nothing


WHO = "by: P. Vance, when: 2026-03-09, why: read both"


@pytest.mark.parametrize(
    ("decision", "about"),
    [("different", "[Alice Quell, Tove Haug]"), ("unsure", "[Tove Haug, Alan Kim]"),
     ("same", "[Tove Haug, Alice Quell]"), ("withhold", "[0123456789]"), ("resolve", "[0123456789]"),
     ("source-retracted", '["777"]')],
)  # fmt: skip
def test_a_judgement_about_what_is_not_there_is_refused_with_its_line(
    tmp_path: Path, decision: str, about: str
) -> None:
    told = refused(tmp_path, f"judgements:\n  - {{decision: {decision}, about: {about}, {WHO}}}\n")
    assert "codebook.yml:2: " in told


# --------------------------------------------------------------------------- time


LINEAR = [
    r"\w+ \d+", r"(?:, \w+)*", r"(?:\w+ )+", r"a{0,70}a{0,70}", r"(?:two|three)*", r"(?:<\d+>,? ?)+", r"a+b+",
    r"(?=.*a)b", r"[^.;]*\.", r"(?:internal |private |public )*x",
]  # fmt: skip
SLOW = [
    r"(a+)+$", r"(?:a?)*", r"\w+\w+x", r".*x.*y", r"(\w+\s?)*$", r"([a-z]+)*\d", r"(a*)b?(a*)c", r"(?:\w|ab)*$",
    r"(x+x+)+y", r"^(([a-z])+.)+[A-Z]([a-z])+$", r"(?:.|\n)*(?:.|\n)*z", r"(?:ab|abc|d)*$",
]  # fmt: skip


@pytest.mark.parametrize("pattern", LINEAR)
def test_a_pattern_that_has_one_way_to_match_passes(pattern: str) -> None:
    assert superlinear(pattern) is None


@pytest.mark.parametrize("pattern", SLOW)
def test_a_pattern_that_has_many_ways_is_found_out(pattern: str) -> None:
    assert superlinear(pattern) is not None


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(\w+\s?)*$", r"([a-z]+)*\d"])
def test_what_is_called_slow_is_slow(pattern: str) -> None:
    """Each character more makes the engine take about twice as long."""

    def took(length: int) -> float:
        begun = time.perf_counter()
        re.match(pattern, "a" * length + "!")
        return time.perf_counter() - begun

    assert took(20) > 5 * took(12)


@pytest.mark.parametrize("pattern", [r"{person=P} (?:\w+ ?)* left", r"{person=P} .*and.* left"])
def test_a_slow_rule_is_refused_with_its_line(tmp_path: Path, pattern: str) -> None:
    rule = f"  - {{name: slow, kind: departure, pattern: '{pattern}', {GOOD}}}\n"
    assert re.search(
        r"codebook\.yml:2: rule 'slow': may take more than linear time: ", refused(tmp_path, "rules:\n" + rule)
    )


def test_every_pattern_of_the_default_codebook_is_linear() -> None:
    patterns = {item.text("name"): item.text("pattern") for item in _as_items(_data("rules.yml"))}
    judged = {n: superlinear(_SLOT.sub(_CLASS, p).replace("~~", _GAP).replace("~", _GAP)) for n, p in patterns.items()}
    assert {n: fault for n, fault in judged.items() if fault} == {}
