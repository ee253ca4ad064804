"""Raw text: a statement with one thing changed is refused, and the statement itself stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright import language
from briefwright.build import distil_folder
from briefwright.codebook import load_codebook
from briefwright.selftest.mutants import mutants
from briefwright.verify import verify

pytestmark = pytest.mark.skipif(not language.available(), reason="no language model is installed")
CODEBOOK = load_codebook()

#: A text; what is rightly made of it; the same with one thing changed.
LIES = {
    "another person of the paragraph": (
        "Ada Lindqvist left Avocet Labs in May. Bo Tan, who had joined Tern Systems in 2020, praised her.",
        "Ada Lindqvist left Avocet Labs in May.",
        "Bo Tan left Avocet Labs in May.",
    ),
    "another house of the paragraph": (
        "Ada Lindqvist left Avocet Labs in May. Bo Tan, who had joined Tern Systems in 2020, praised her.",
        "Ada Lindqvist left Avocet Labs in May.",
        "Ada Lindqvist left Tern Systems in May.",
    ),
    "a pronoun for a person where a house is meant": (
        "Ada Lindqvist left Avocet Labs in May. Bo Tan, who had joined Tern Systems in 2020, praised her.",
        "Bo Tan came to Tern Systems in 2020.",
        "Bo Tan came to Avocet Labs in 2020.",
    ),
    "another version named nearby": (
        "Avocet Labs released Wader 4 in May. Wader 3 has 12 billion parameters.",
        "Wader 4 was released by Avocet Labs in May.",
        "Wader 3 was released by Avocet Labs in May.",
    ),
    "the amount of another product": (
        "Wader 3 has 12 billion parameters, while Wader 4 has a 64,000-token context window.",
        "Wader 3 has 12 billion parameters.",
        "Wader 4 has 12 billion parameters.",
    ),
    "another unit's amount": (
        "Wader 3 has 12 billion parameters, while Wader 4 has a 64,000-token context window.",
        "Wader 3 has 12 billion parameters.",
        "Wader 3 has 64,000 parameters.",
    ),
    "a voice dropped": (
        "Tern Systems employs 600 people, a spokesperson said on Tuesday. Avocet Labs has 40 engineers.",
        "A spokesperson said that Tern Systems employs 600 people.",
        "Tern Systems employs 600 people.",
    ),
    "a voice invented": (
        "Tern Systems acquired Dunlin AI in March 2024.",
        "Tern Systems acquired Dunlin AI in March 2024.",
        "According to Dunlin AI, Tern Systems acquired Dunlin AI in March 2024.",
    ),
    "a role in the holder's own mouth": (
        "Ada Lindqvist, chief scientist of Avocet Labs, said that the tests had failed.",
        "Ada Lindqvist is named as chief scientist with Avocet Labs.",
        "According to Ada Lindqvist, Ada Lindqvist is named as chief scientist with Avocet Labs.",
    ),
    "the role of the one beside": (
        "The chemist Ada Lindqvist and the lawyer Bo Tan left Avocet Labs.",
        "Ada Lindqvist is named as a chemist.",
        "Bo Tan is named as a chemist.",
    ),
    "a denial of something else": (
        "Ada Lindqvist left Avocet Labs in 2029 and is not related to Tern Systems.",
        "Ada Lindqvist left Avocet Labs in 2029.",
        "It is not the case that Ada Lindqvist left Avocet Labs in 2029.",
    ),
    "what is denied told as so": (
        "Ada Lindqvist was not dismissed. Avocet Labs has 40 engineers.",
        "It is not the case that Ada Lindqvist left, in the words of the text “dismissed”.",
        "Ada Lindqvist left, in the words of the text “dismissed”.",
    ),
    "the other one's words": (
        "Ada Lindqvist wrote “nobody asked us”; Bo Tan wrote only “a sad day for all”.",
        "Ada Lindqvist is quoted with the words “nobody asked us”.",
        "Bo Tan is quoted with the words “nobody asked us”.",
    ),
    "the next column of a table": (
        "Model | Parameters | Context | Price\n\nWader 2 | 3B | 32K | free\n\n"
        "Wader 3 | 12B | 64K | free\n\nWader 4 | 30B | 128K | free",
        "The parameters of Wader 3 are given as 12 billion.",
        "The parameters of Wader 3 are given as 64,000.",
    ),
}


@pytest.mark.parametrize(("text", "true", "lie"), list(LIES.values()), ids=list(LIES))
def test_a_lie_about_raw_text_is_refused_and_the_truth_is_told(tmp_path: Path, text: str, true: str, lie: str) -> None:
    (tmp_path / "000_report.txt").write_text(f"A report on makers\n\n{text}\n", "utf-8")
    briefing = distil_folder(tmp_path)
    assert true in [s.text for s in briefing.statements]
    sources, names = {s.id: s for s in briefing.sources}, {e.id: (e.name, *e.aliases) for e in briefing.entities}
    planted = [m.made for m in mutants(briefing, CODEBOOK) if m.made.text == lie]
    assert planted, "the self-test does not plant this"
    for made in planted:
        assert verify(made, sources[made.evidence.source], names, CODEBOOK).verdict != "supported"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Avocet Labs hired Ada Lindqvist in May. She left the company in June.", "left"),
        ("Avocet Labs said that Ada Lindqvist, who was its chief scientist, had resigned.", "chief scientist"),
        ("Ada Munro, who joined Tern Systems in 2020, was not only an engineer. She led research.", "Tern Systems"),
    ],
)
def test_the_gate_lets_what_is_true_of_raw_text_through(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "000_report.txt").write_text(f"A report on makers\n\n{text}\n", "utf-8")
    briefing = distil_folder(tmp_path)
    assert any(told in s.text for s in briefing.statements if not s.text.startswith(("“", "Title")))
