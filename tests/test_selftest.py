"""The mutation self-test: it corrupts what it says, counts honestly, and no verifier can talk it round."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright import selftest
from briefwright.build import distil_folder
from briefwright.cli import main
from briefwright.codebook import Codebook, load_codebook
from briefwright.model import Briefing, SelfTest, Source, Statement, Unsound
from briefwright.pages import render
from briefwright.selftest import CLASSES, Mutant, edition, measure
from briefwright.selftest.wording import changed_number, requoted, reworded
from briefwright.verify import Verdict

ROOT = Path(__file__).resolve().parents[1]
CODEBOOK = load_codebook()
NOTE = """---
id: "0"
title: Who left Pelmora
publisher: The Courier
author: unknown
published: {value: "2025-03-04", precision: day, known: stated, how: "the dateline gives it"}
language: en
file: 0_wire.txt
sha256: "0000000000000000000000000000000000000000000000000000000000000000"
paragraphs: 5
rights: "Invented for tests; CC0."
---

[p1]
Mara Quell, Hana Kim and Tomas Reyes departed.

[p2]
Mara Quell resigned from Pelmora on 3 March 2025.
Orvane hired Hana Kim in May 2024.
Mara Quell was the chief engineer of Pelmora until 2025.
Hana Kim was reportedly appointed to lead the Lumen team.

[p3]
Mara Quell said: “We built a small and honest company here.”
Hana Kim praised the Lumen 4 model because of its size.

[p4]
Pelmora released the Lumen 4 models.
The Lumen 4 models range from 2B to 14B parameters.
Lumen 4 uses a 3:1 ratio of local attention to global attention.
More than 4,000 companies use Lumen.
Lumen 4 is available under the Apache 2.0 licence.

[p5]
If Pelmora closes the weights before autumn, many users may lose access.
Analysts warn that Lumen 4 could be closed.
"""
Names = Mapping[str, Sequence[str]]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("self") / "seeds"
    folder.mkdir()
    (folder / "0_wire.md").write_text(NOTE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def briefing(corpus: Path) -> Briefing:
    return distil_folder(corpus)


@pytest.fixture(scope="module")
def made(briefing: Briefing) -> tuple[Mutant, ...]:
    return tuple(selftest.mutants(briefing, CODEBOOK))


def yes(statement: Statement, source: Source, names: Names, codebook: Codebook) -> Verdict:
    return Verdict(verdict="supported")


def no(statement: Statement, source: Source, names: Names, codebook: Codebook) -> Verdict:
    return Verdict(verdict="unsupported", slot="text", reason="everything is doubtful")


# --------------------------------------------------------------------------- planted lies


def test_a_verifier_that_accepts_everything_refuses_no_corruption(briefing: Briefing) -> None:
    result = selftest.self_test(briefing, CODEBOOK, yes)
    assert result.made > 50
    assert result.refused == 0
    assert not selftest.passes(result)
    assert len(result.survivors) == result.made


def test_a_verifier_that_refuses_everything_is_seen_by_the_true_statements_it_refuses(briefing: Briefing) -> None:
    result = selftest.self_test(briefing, CODEBOOK, no)
    assert result.refused == result.made
    assert result.accepted == 0
    assert not selftest.passes(result)


def test_a_verifier_that_knows_the_true_statements_passes(briefing: Briefing) -> None:
    true = set(map(str, briefing.statements))

    def knows(statement: Statement, source: Source, names: Names, codebook: Codebook) -> Verdict:
        return Verdict(verdict="supported" if str(statement) in true else "unsupported")

    assert selftest.passes(selftest.self_test(briefing, CODEBOOK, knows))


def test_a_verifier_that_lets_one_corruption_of_fifty_pass_does_not_pass(briefing: Briefing) -> None:
    true = set(map(str, briefing.statements))
    asked: list[str] = []

    def careless(statement: Statement, source: Source, names: Names, codebook: Codebook) -> Verdict:
        asked.append(statement.text)
        right = str(statement) in true or len(asked) % 50 == 1
        return Verdict(verdict="supported" if right else "unsupported")

    result = selftest.self_test(briefing, CODEBOOK, careless)
    assert result.refused < result.made
    assert not selftest.passes(result)


# --------------------------------------------------------------------------- what is corrupted


def test_no_corruption_has_the_words_of_its_original(made: tuple[Mutant, ...]) -> None:
    assert [m.made.text for m in made if m.made.text == m.of.text and m.made.attribution == m.of.attribution] == []


def test_the_same_briefing_is_corrupted_in_the_same_way(briefing: Briefing, made: tuple[Mutant, ...]) -> None:
    assert tuple(selftest.mutants(briefing, CODEBOOK)) == made


def test_classes_are_those_that_are_explained(made: tuple[Mutant, ...]) -> None:
    assert {m.cls for m in made} <= set(CLASSES)


@pytest.mark.parametrize(
    "cls",
    ["number", "unit", "ratio", "approximation", "name", "version", "date", "negation", "hedge", "attribution",
     "speaker", "quotation", "condition", "scope", "antonym", "detail"],
)  # fmt: skip
def test_a_corpus_that_offers_it_is_corrupted_in_class(cls: str, made: tuple[Mutant, ...]) -> None:
    assert any(m.cls == cls and not m.equivalent for m in made)


def texts(made: tuple[Mutant, ...], cls: str) -> set[str]:
    return {m.made.text for m in made if m.cls == cls}


def test_the_two_sides_of_a_ratio_change_places(made: tuple[Mutant, ...]) -> None:
    assert any("1:3" in t for t in texts(made, "ratio"))


def test_a_doubt_that_is_dropped_leaves_the_bare_fact(made: tuple[Mutant, ...]) -> None:
    assert any("Hana Kim" in t and "eportedly" not in t for t in texts(made, "hedge"))


def test_a_speaker_is_exchanged_for_another_person_of_the_passage(made: tuple[Mutant, ...]) -> None:
    assert any("Hana Kim" in t and "small and honest" in t for t in texts(made, "speaker"))


def test_a_name_that_the_passage_lists_beside_the_other_is_no_corruption(made: tuple[Mutant, ...]) -> None:
    listed = [m for m in made if m.cls == "name" and m.of.evidence.passage == "p1" and m.made.kind == "departure"]
    true = [m for m in listed if any(n in m.made.text for n in ("Quell", "Kim", "Reyes"))]
    assert true
    assert all(m.equivalent for m in true)


def test_a_name_of_another_sentence_is_a_corruption(made: tuple[Mutant, ...]) -> None:
    elsewhere = [m for m in made if m.cls == "name" and m.of.kind == "departure" and m.of.evidence.passage == "p2"]
    assert elsewhere
    assert all(not m.equivalent for m in elsewhere)


@given(st.integers(min_value=0, max_value=10**9))
def test_a_changed_number_is_another_number_of_the_same_length(number: int) -> None:
    assert changed_number(f"{number:,}") != f"{number:,}"
    assert len(changed_number(f"{number:,}")) == len(f"{number:,}")


@pytest.mark.parametrize(
    ("text", "cls", "made"),
    [
        ("Users may lose access.", "hedge", "Users will lose access."),
        ("It fell because of the fire.", "cause", "It fell despite the fire."),
        ("They met before noon.", "order", "They met after noon."),
        ("If it rains, they stay.", "condition", "Even if it rains, they stay."),
        ("Some users left.", "scope", "All users left."),
        ("It is open.", "negation", "It is not open."),
        ("It is not open.", "negation", "It is open."),
        ("It was at least 40 hens.", "approximation", "It was at most 40 hens."),
        ("It was 40 million hens.", "unit", "It was 40 billion hens."),
        ("She sold Lumen 4 at once.", "version", "She sold Lumen 5 at once."),
        ("Sales rose fast.", "antonym", "Sales fell fast."),
    ],
)
def test_a_sentence_is_corrupted_in_one_word(text: str, cls: str, made: str) -> None:
    assert (cls, made) in set(reworded(text))


def test_words_within_a_quotation_are_left_to_the_class_of_quotations() -> None:
    assert [
        m for _, m in reworded("She said: “It may rain before noon.”") if "“It may rain before noon.”" not in m
    ] == []
    assert all(made != "It may rain before noon" for made in requoted("It may rain before noon", "Later it cleared."))


# --------------------------------------------------------------------------- the record


def test_the_record_is_read_back_as_it_was_written(briefing: Briefing, tmp_path: Path) -> None:
    result = selftest.self_test(briefing, CODEBOOK, yes)
    path = tmp_path / "selftest.yml"
    path.write_bytes(selftest.as_yaml(result))
    read = selftest.read_record(path)
    assert read is not None
    assert selftest.as_yaml(read) == selftest.as_yaml(result)
    assert (read.fits, read.made, read.classes) == (result.fits, result.made, result.classes)


def test_the_record_holds_no_corrupted_sentence(briefing: Briefing, made: tuple[Mutant, ...]) -> None:
    data = selftest.as_yaml(selftest.self_test(briefing, CODEBOOK, yes)).decode()
    assert [m.made.text for m in made if m.made.text in data] == []


def told(briefing: Briefing, root: Path) -> tuple[Briefing, str]:
    heard: list[str] = []
    return selftest.committed(briefing, CODEBOOK, [root], heard.append), " ".join(heard)


def stored(briefing: Briefing, root: Path) -> None:
    path = root / selftest.FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(selftest.as_yaml(selftest.self_test(briefing, CODEBOOK, no)))


def test_a_record_of_this_edition_is_shown(briefing: Briefing, tmp_path: Path) -> None:
    stored(briefing, tmp_path)
    shown, heard = told(briefing, tmp_path)
    assert shown.self_test is not None
    assert heard == ""


def test_a_record_of_other_statements_is_not_shown(briefing: Briefing, tmp_path: Path) -> None:
    stored(briefing, tmp_path)
    first = replace(briefing.statements[0], text="Mara Quell stayed.")
    shown, heard = told(replace(briefing, statements=(first, *briefing.statements[1:])), tmp_path)
    assert shown.self_test is None
    assert "another edition" in heard


def test_a_record_that_cannot_be_read_is_not_shown_and_named_by_its_line(briefing: Briefing, tmp_path: Path) -> None:
    path = tmp_path / selftest.FILE
    path.parent.mkdir()
    path.write_text("fits: {verifier: a}\n<<<<<<< ours\n", encoding="utf-8")
    shown, heard = told(briefing, tmp_path)
    assert shown.self_test is None
    assert "selftest.yml:" in heard


def method_page(briefing: Briefing) -> str:
    return next(data for name, data in render(briefing).items() if name == "docs/method.md").decode()


def test_the_method_page_shows_the_figures_of_this_edition(briefing: Briefing) -> None:
    result = selftest.self_test(briefing, CODEBOOK, no)
    page = method_page(replace(briefing, self_test=result))
    assert f"{result.refused} of {result.made} corruptions were refused (100.0 %)" in page
    assert f"0 of the {result.statements} statements" in page


def test_the_method_page_says_where_nothing_was_measured(briefing: Briefing) -> None:
    assert "Not measured for this edition" in method_page(briefing)


# --------------------------------------------------------------------------- the command


def test_a_weak_verifier_stops_a_strict_build_and_nothing_is_written(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def weak(briefing: Briefing, codebook: Codebook) -> object:
        return selftest.self_test(briefing, codebook, yes)

    monkeypatch.setattr(edition, "self_test", weak)
    out = tmp_path / "out"
    command = [
        "build",
        "--seeds",
        str(corpus),
        "--output",
        str(out),
        "--no-site",
        "--no-pdf",
        "--strict",
        "--self-test",
    ]
    assert main(command) == 1
    assert "the verifier refuses 0 of" in capsys.readouterr().err
    assert not out.exists()


def test_what_a_build_without_the_self_test_makes_of_a_fitting_record_is_the_same(corpus: Path, tmp_path: Path) -> None:
    command = ["build", "--seeds", str(corpus), "--output", str(tmp_path / "out"), "--no-site", "--no-pdf", "--quiet"]
    assert main([*command, "--self-test"]) == 0
    before = {p: p.read_bytes() for p in sorted((tmp_path / "out").rglob("*")) if p.is_file()}
    assert any(p.name == "selftest.yml" for p in before)
    assert main(command) == 0
    assert {p: p.read_bytes() for p in sorted((tmp_path / "out").rglob("*")) if p.is_file()} == before


def test_the_survivors_are_listed_on_demand(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(edition, "self_test", lambda b, c: selftest.self_test(b, c, yes))
    command = ["build", "--seeds", str(corpus), "--output", str(tmp_path / "out"), "--no-site", "--no-pdf"]
    assert main([*command, "--self-test", "--show"]) == 0
    shown = capsys.readouterr().out
    assert "accepted · ratio" in shown and "corrupted: " in shown and "true as well · name" in shown


@pytest.mark.parametrize("name", ["lexicon.yml", "paraphrase.yml"])
def test_another_word_in_a_list_of_the_verifier_is_another_edition(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = measure.fingerprint(briefing, load_codebook(None))
    plain = measure._bytes
    monkeypatch.setattr(measure, "_bytes", lambda path: plain(path) + (b"#" if path.name == name else b""))
    assert measure.fingerprint(briefing, load_codebook(None)) != before


def test_show_without_the_self_test_is_wrong_use(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["build", "--seeds", str(corpus), "--output", str(tmp_path / "out"), "--no-site", "--show"]
    assert main(command) == 2
    assert "add --self-test" in capsys.readouterr().err


def test_an_edition_without_a_self_test_is_no_failure_of_a_strict_build(briefing: Briefing) -> None:
    selftest.check_self_test(briefing)
    with pytest.raises(Unsound):
        selftest.check_self_test(replace(briefing, self_test=selftest.self_test(briefing, CODEBOOK, yes)))


# --------------------------------------------------------------------------- the project's own corpus


@pytest.fixture(scope="module")
def measured(own: Briefing) -> SelfTest:
    return selftest.self_test(own, load_codebook(ROOT / "seeds"))


def test_the_verifier_accepts_every_statement_of_the_briefing(measured: SelfTest) -> None:
    assert measured.accepted == measured.statements > 400


def test_of_a_hundred_corruptions_of_the_briefing_the_verifier_refuses_ninety_nine(measured: SelfTest) -> None:
    assert measured.made > 2000
    assert measured.refused * 100 >= measured.made * 99, (
        f"{measured.refused} of {measured.made}: build --self-test --show"
    )


def test_a_committed_record_that_fits_says_what_the_self_test_finds(own: Briefing, measured: SelfTest) -> None:
    kept = selftest.read_record(ROOT / selftest.FILE)
    if os.environ.get("GITHUB_BASE_REF") and (kept is None or kept.fits != measured.fits):
        pytest.skip("a pull request may change seeds/ alone; `build --self-test` writes the record")
    assert kept is not None and kept.fits == measured.fits, "run `build --self-test`: the record is of another edition"
    assert (ROOT / selftest.FILE).read_bytes().replace(b"\r\n", b"\n") == selftest.as_yaml(measured)
