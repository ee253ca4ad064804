"""What an editor writes stands in the briefing only where the passage proves it; a lie stops the build at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.build import distil_folder, files
from briefwright.model import Briefing, Refused, Unsound

TEXT = (
    "Alice Quell left Pelmora on 3 March 2025. Alan Kim, the lead engineer of Pelmora, spoke to a junior engineer. "
    "It rained."
)
WHO = "by: P. Vance, when: 2026-03-09, why: read both"


def corpus(folder: Path, codebook: str, text: str = TEXT, name: str = "000_a.txt") -> Path:
    (folder / name).write_text(text + "\n", encoding="utf-8")
    (folder / "codebook.yml").write_text(codebook, encoding="utf-8")
    return folder


def role_of(briefing: Briefing, person: str) -> list[tuple[str, object, str]]:
    return [(s.id, s.slots["role"], s.text) for s in briefing.statements if s.slots.get("person") == person
            and s.kind == "role"]  # fmt: skip


def correct(identity: str, slots: str) -> str:
    return f"judgements:\n  - {{decision: correct, about: ['{identity}'], slots: {slots}, {WHO}}}\n"


# --------------------------------------------------------------------------- corrections


def test_a_number_of_four_digits_is_no_year_where_a_number_belongs(tmp_path: Path) -> None:
    text = "The Otter arm of Pelmora costs $9,800 in shops and $9,900 on the web."
    made = distil_folder(corpus(tmp_path, "", text))
    identity = next(s.id for s in made.statements if s.kind == "cost")
    again = distil_folder(corpus(tmp_path, correct(identity, "{value: '9900'}"), text))
    assert [s.slots["value"] for s in again.statements if s.id == identity] == ["9900"]


def test_a_number_that_the_passage_does_not_hold_is_refused_as_a_number(tmp_path: Path) -> None:
    text = "The Otter arm of Pelmora costs $9,800."
    identity = next(s.id for s in distil_folder(corpus(tmp_path, "", text)).statements if s.kind == "cost")
    with pytest.raises(Unsound) as stopped:
        distil_folder(corpus(tmp_path, correct(identity, "{value: '9900'}"), text))
    assert "no date" not in str(stopped.value)


def test_a_correction_that_the_passage_proves_replaces_what_was_read(tmp_path: Path) -> None:
    identity = role_of(distil_folder(corpus(tmp_path, "")), "alan-kim")[0][0]
    other = "junior engineer"
    made = distil_folder(corpus(tmp_path, correct(identity, f"{{role: {other}}}")))
    assert [(r, other in text) for i, r, text in role_of(made, "alan-kim") if i == identity] == [(other, True)]


def test_a_correction_reaches_every_output_and_is_listed_on_the_method_page(tmp_path: Path) -> None:
    identity, _, old = role_of(distil_folder(corpus(tmp_path, "")), "alan-kim")[0]
    other = "junior engineer"
    made = files(distil_folder(corpus(tmp_path, correct(identity, f"{{role: {other}}}"))))
    assert [name for name, data in made.items() if old.encode() in data and b"alan-kim" in data] == []
    assert b"Vance" in made["docs/method.md"] and b"read both" in made["docs/method.md"]
    assert b'"decision": "correct"' in made["docs/data/briefing.json"]


def test_a_correction_that_the_passage_does_not_prove_stops_the_build_at_its_line(tmp_path: Path) -> None:
    identity = role_of(distil_folder(corpus(tmp_path, "")), "alan-kim")[0][0]
    with pytest.raises(Unsound, match=r"codebook\.yml:2: 000 ¶1 does not prove “.*director"):
        distil_folder(corpus(tmp_path, correct(identity, "{role: director}")))


@pytest.mark.parametrize(
    ("identity", "slots", "words"),
    [
        ("0123456789", "{role: junior engineer}", "no finding or statement"),
        (None, "{colour: red}", "'colour' is no slot of a role"),
    ],
)
def test_a_correction_of_nothing_is_refused_with_its_line(
    tmp_path: Path, identity: str | None, slots: str, words: str
) -> None:
    known = role_of(distil_folder(corpus(tmp_path, "")), "alan-kim")[0][0]
    with pytest.raises(Refused, match=rf"codebook\.yml:2: .*{words}"):
        distil_folder(corpus(tmp_path, correct(identity or known, slots)))


@pytest.mark.parametrize(
    "entry", [f"decision: correct, about: [a], {WHO}", f"decision: withhold, about: [a], slots: {{role: x}}, {WHO}"]
)
def test_only_a_correction_has_slots(tmp_path: Path, entry: str) -> None:
    with pytest.raises(Refused, match=r"codebook\.yml:2: 'correct', and nothing else, has 'slots'"):
        distil_folder(corpus(tmp_path, f"judgements:\n  - {{{entry}}}\n"))


# --------------------------------------------------------------------------- sentences


def summary(text: str, evidence: str = "[000 ¶1]") -> str:
    return f'summary:\n  - {{text: "{text}", evidence: {evidence}, rank: 1, by: P. Vance}}\n'


def test_a_sentence_that_its_passage_says_stands_first_with_its_evidence(tmp_path: Path) -> None:
    words = "Alice Quell left Pelmora on 3 March 2025."
    made = distil_folder(corpus(tmp_path, summary(words)))
    first = next(f for f in made.findings if f.summary_rank == 1)
    cited = [s.evidence.exact for s in made.statements if s.id in first.statements]
    assert (first.text, cited) == (
        "Alice Quell left Pelmora on 3 March 2025.",
        ["Alice Quell left Pelmora on 3 March 2025."],
    )


def test_a_sentence_of_the_editor_s_is_never_shown_as_the_source_s_words(tmp_path: Path) -> None:
    made = distil_folder(corpus(tmp_path, summary("Alice Quell left Pelmora on 3 March 2025.")))
    assert [s.text[0] for s in made.statements if s.rule == "editor-summary"] == ["A"]


def test_two_passages_of_two_texts_are_two_statements_of_one_sentence(tmp_path: Path) -> None:
    corpus(tmp_path, "", "On 3 March 2025 there was rain. Alice Quell left Pelmora.", "001_b.txt")
    made = distil_folder(corpus(tmp_path, summary("Alice Quell left Pelmora.", "[000 ¶1, 001 ¶1]")))
    first = next(f for f in made.findings if f.summary_rank == 1)
    assert [s.evidence.source for s in made.statements if s.id in first.statements] == ["000", "001"]


@pytest.mark.parametrize(
    "lie",
    [
        "Alice Quell left Pelmora on 4 March 2025.",
        "Alan Kim left Pelmora on 3 March 2025.",
        "Alice Quell did not leave Pelmora.",
        "Alice Quell was forced out of Pelmora.",
    ],
)
def test_a_sentence_that_its_passage_does_not_say_stops_the_build_at_its_line(tmp_path: Path, lie: str) -> None:
    with pytest.raises(Unsound, match=r"codebook\.yml:2: 000 ¶1 does not prove “"):
        distil_folder(corpus(tmp_path, summary(lie)))


@pytest.mark.parametrize("place", ["[009 ¶1]", "[000 ¶7]", "[somewhere]"])
def test_a_sentence_with_no_such_passage_is_refused_with_its_line(tmp_path: Path, place: str) -> None:
    with pytest.raises(Refused, match=r"codebook\.yml:2: '.*' is no passage with content"):
        distil_folder(corpus(tmp_path, summary("Alice Quell left Pelmora.", place)))


def test_a_sentence_without_evidence_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="needs 'evidence'"):
        distil_folder(corpus(tmp_path, summary("Alice Quell left Pelmora.", "[]")))
