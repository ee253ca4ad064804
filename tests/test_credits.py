"""Credit lines: who is credited is known by the publisher or the dateline, and one voice told twice counts once."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.build import distil_folder
from briefwright.codebook import load_codebook
from briefwright.credits import credits, voices
from briefwright.lineage import Pair, group
from briefwright.model import Refused
from briefwright.sources import read_corpus

WIRE = "A lab loses its head\n\nTURIN, March 3 (Halden Herald) - Pelmora sells chips. Alice Quell left on Monday."


def corpus(folder: Path, other: str, codebook: str = "") -> Path:
    (folder / "000_wire.txt").write_text(WIRE + "\n", encoding="utf-8")
    (folder / "001_blog.txt").write_text("Who left?\n\n" + other + "\n", encoding="utf-8")
    if codebook:
        (folder / "codebook.yml").write_text(codebook, encoding="utf-8")
    return folder


def found(folder: Path) -> list[tuple[str, str]]:
    return [(c.source, c.credited) for c in credits(read_corpus(folder).sources)]


@pytest.mark.parametrize(
    "line",
    [
        "According to Halden Herald, Alice Quell left Pelmora.",
        "Alice Quell left Pelmora, as reported by Halden Herald.",
        "Halden Herald reported that Alice Quell left Pelmora.",
        "In a message seen by Halden Herald, Alice Quell said goodbye.",
    ],
)
def test_a_credit_line_names_the_source_credited(tmp_path: Path, line: str) -> None:
    assert found(corpus(tmp_path, line)) == [("001", "000")]


@pytest.mark.parametrize(
    "line", ["Alice Quell left Pelmora.", "Halden Herald has forty employees.", "According to Pelmora, she left."]
)
def test_a_name_that_credits_nobody_is_no_credit(tmp_path: Path, line: str) -> None:
    assert found(corpus(tmp_path, line)) == []


def test_a_credit_alone_makes_no_two_texts_one_origin() -> None:
    apart = Pair(a="0", b="1", containment=0.02, aligned=0.0, phrases=())
    assert len(group(["0", "1"], [apart], credited={frozenset({"0", "1"}): "according to Halden Herald"})) == 2


def test_a_credit_bears_out_shared_wording_that_is_only_possible() -> None:
    likely = Pair(a="0", b="1", containment=0.05, aligned=0.0, phrases=())
    assert len(group(["0", "1"], [likely])) == 2
    assert len(group(["0", "1"], [likely], credited={frozenset({"0", "1"}): "according to Halden Herald"})) == 1


def test_who_is_quoted_by_the_name_of_a_source_has_the_voice_of_that_source(tmp_path: Path) -> None:
    sources = read_corpus(corpus(tmp_path, "According to Halden Herald, Alice Quell left Pelmora.")).sources
    assert voices(sources) == {"halden-herald": "source:000"}


def test_what_two_texts_have_from_one_of_them_is_one_voice(tmp_path: Path) -> None:
    made = distil_folder(corpus(tmp_path, "Pelmora grows. According to Halden Herald, Pelmora shipped Lumen 4 in May."))
    told = [s for s in made.statements if s.attribution == "Halden Herald"]
    assert told and {s.voice for s in told} == {"source:000"}


# --------------------------------------------------------------------------- thresholds


def test_a_corpus_may_set_its_own_thresholds(tmp_path: Path) -> None:
    corpus(tmp_path, "It rained.", 'lineage: {certain: "0.2", coined: 5}\n')
    own, default = load_codebook(tmp_path).lineage, load_codebook().lineage
    assert (own.certain, own.coined, own.possible, own.aligned) == (0.2, 5, default.possible, default.aligned)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('lineage: {certain: "8"}', "give a share above 0"),
        ('lineage: {possible: "0.5"}', "'possible' is above 'certain'"),
        ("lineage: {coined: 0}", "from 1 on"),
        ("lineage: {sure: 1}", "'sure' is not known here"),
    ],
)
def test_a_threshold_that_cannot_hold_is_refused_with_its_line(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(Refused, match=rf"codebook\.yml:1: .*{words}"):
        load_codebook(corpus(tmp_path, "It rained.", line + "\n"))
