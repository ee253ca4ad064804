"""What a codebook names that the briefing lacks: told at once, and passed over where a judgement explains it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.build import distil_folder
from briefwright.model import Briefing, Refused

TEXTS = {
    "000_a.txt": "Otter news\n\nAlice Quell left Pelmora on 3 March 2025.\n",
    "001_b.txt": "Pelmora news\n\nAlan Kim is the lead engineer of Pelmora. It employs 40 people.\n",
}
WHO = "by: P. Vance, when: 2026-03-09, why: withdrawn by its publisher"


def distilled(folder: Path, codebook: str) -> Briefing:
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "codebook.yml").write_text(codebook, encoding="utf-8")
    return distil_folder(folder)


def of(folder: Path, kind: str) -> str:
    return next(f.id for f in distilled(folder, "").findings if f.kind == kind)


def retracted(source: str) -> str:
    return f'judgements:\n  - {{decision: source-retracted, about: ["{source}"], {WHO}}}\n'


def told(briefing: Briefing) -> list[str]:
    return [f"{Path(p.where).name}: {p.sentence}" for p in briefing.notices]


@pytest.mark.parametrize("entry", ["pins:\n  - {{finding: {id}, rank: 1}}\n", "drops:\n  - {{finding: {id}}}\n"])
def test_an_entry_of_what_a_judgement_withdrew_is_told_with_line_and_reason(tmp_path: Path, entry: str) -> None:
    gone = of(tmp_path, "departure")
    (line,) = told(distilled(tmp_path, retracted("000") + entry.format(id=gone)))
    assert line.startswith("codebook.yml:4: ")
    assert f"'{gone}' names a finding of which nothing is left" in line
    assert "withdrawn by its publisher" in line and "can be taken out" in line


def test_a_finding_that_is_withheld_leaves_its_pin_without_effect(tmp_path: Path) -> None:
    gone = of(tmp_path, "departure")
    judged = f"judgements:\n  - {{decision: withhold, about: ['{gone}'], {WHO}}}\n"
    made = distilled(tmp_path, judged + f"pins:\n  - {{finding: {gone}, rank: 1}}\n")
    assert gone not in {f.id for f in made.findings}
    assert len(made.notices) == 1


def test_an_expected_count_that_a_judgement_explains_is_told_with_what_to_write(tmp_path: Path) -> None:
    (line,) = told(distilled(tmp_path, retracted("000") + "expected:\n  departure: 1\n"))
    assert line.startswith("codebook.yml:4: 'expected' wants at least 1 of departure")
    assert line.endswith("write 0")


def test_an_expected_person_whom_a_judgement_took_out_is_explained_as_well(tmp_path: Path) -> None:
    both = len([e for e in distilled(tmp_path, "").entities if e.kind == "person"])
    assert len(told(distilled(tmp_path, retracted("000") + f"expected:\n  person: {both}\n"))) == 1


def test_an_expected_count_that_no_judgement_explains_is_refused_at_its_line_with_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"codebook\.yml:4: 'expected' wants at least 7 .*, or write 0"):
        distilled(tmp_path, retracted("000") + "expected:\n  departure: 7\n")


def test_a_sentence_of_the_editors_on_a_retracted_source_is_left_out_and_told(tmp_path: Path) -> None:
    own = (
        "summary:\n  - text: Alice Quell left Pelmora on 3 March 2025.\n    evidence: ['000 ¶2']\n    rank: 1\n"
        "    by: us\n"
    )
    assert any(f.text.startswith("Alice Quell left") for f in distilled(tmp_path, own).findings)
    made = distilled(tmp_path, retracted("000") + own)
    assert not any(f.text.startswith("Alice Quell left") for f in made.findings)
    (line,) = told(made)
    assert line.startswith("codebook.yml:4: the sentence under 'summary' cites 000 ¶2")


def test_what_nothing_explains_is_refused_all_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    codebook = (
        retracted("009")
        + f"  - {{decision: withhold, about: [nothing, naught], {WHO}}}\n"
        + f"  - {{decision: resolve, about: [no-conflict], text: so, {WHO}}}\n"
        + "pins:\n  - {finding: aaaa, rank: 1}\n  - {finding: bbbb, rank: 2}\nexpected:\n  risk: 9\n"
    )
    with pytest.raises(Refused) as refused:
        distilled(tmp_path, codebook)
    lines = [int(p.where.rpartition(":")[2]) for p in refused.value.problems]
    assert lines == [2, 3, 3, 4, 6, 7, 9]


def test_a_pin_of_what_is_still_said_elsewhere_is_no_news(tmp_path: Path) -> None:
    kept = of(tmp_path, "role")
    assert told(distilled(tmp_path, retracted("000") + f"pins:\n  - {{finding: {kept}, rank: 1}}\n")) == []
