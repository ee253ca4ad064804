"""Each sentence of a note laid over its paragraph by the verifier: refused, to be read by a person, or proved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefwright.cli import main
from briefwright.codebook import load_codebook
from briefwright.language import available
from briefwright.originals.article import read_noted
from briefwright.originals.proved import Judged, contradicted, judged, unread
from briefwright.verify import entails, weigh
from test_originals import ARTICLE, NOTE, Desk

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")
PARAGRAPH = (
    "Tarn Motors opened its second plant in Ghent on 4 May 2024, mayor Liv Aerts said. The plant employs 340 people "
    "and may build up to 90 buses a month. Oskar Brandt, the head of production, called it “a quiet revolution”. "
    "Velo Works, its rival, did not comment."
)
TRUE = (
    "Tarn Motors opened its second plant in Ghent on 4 May 2024, according to mayor Liv Aerts.",
    "The plant employs 340 people.",
    "The plant may build up to 90 buses a month.",
    "Oskar Brandt is the head of production.",
    "Oskar Brandt called it “a quiet revolution”.",
    "Velo Works did not comment.",
)
ALTERED = (
    "Tarn Motors opened its third plant in Ghent on 4 May 2024, according to mayor Liv Aerts.",
    "Tarn Motors opened its second plant in Ghent on 5 May 2024, according to mayor Liv Aerts.",
    "Velo Works opened its second plant in Ghent on 4 May 2024, according to mayor Liv Aerts.",
    "Tarn Motors opened its second plant in Ghent on 4 May 2024, according to Oskar Brandt.",
    "The plant employs 430 people.",
    "The plant employs nearly 340 people.",
    "The plant does not employ 340 people.",
    "The plant builds up to 90 buses a month.",
    "The plant may build at least 90 buses a month.",
    "Liv Aerts is the head of production.",
    "Liv Aerts called it “a quiet revolution”.",
    "Oskar Brandt called it “a quiet rebellion”.",
    "Velo Works commented.",
    "Tarn Motors did not comment.",
)


def verdict(sentence: str) -> str:
    return weigh(entails(PARAGRAPH, sentence, load_codebook()) or ()).verdict


@pytest.mark.parametrize("sentence", TRUE)
def test_no_true_sentence_is_refused(sentence: str) -> None:
    assert verdict(sentence) != "unsupported"


@pytest.mark.parametrize("sentence", ALTERED)
def test_a_planted_alteration_is_never_proved(sentence: str) -> None:
    assert verdict(sentence) != "supported"


def test_an_edit_of_a_sentence_that_was_read_asks_again() -> None:
    asked = Judged(
        where="note.md:3", passage="p1", text="It was a surprise.", key="abc",
        verdict=weigh(entails(PARAGRAPH, "It was a surprise.", load_codebook()) or ()),
    )  # fmt: skip
    assert unread((asked,), frozenset({"abc"})) == ()
    assert len(unread((replace(asked, key="abd"),), frozenset({"abc"}))) == 1


def test_a_sentence_that_its_paragraph_contradicts_is_refused_with_its_line(tmp_path: Path) -> None:
    desk = Desk(seeds=tmp_path / "seeds", originals=tmp_path / "articles")
    desk.seeds.mkdir()
    desk.originals.mkdir()
    desk.write(NOTE.replace("will reportedly lead", "will not lead"), ARTICLE)
    problems = contradicted(judged(read_noted(desk.seeds, desk.originals), load_codebook()))
    assert [p.where.rpartition(":")[0].endswith("007_invented.md") for p in problems] == [True]
    assert "will not lead" in problems[0].sentence and problems[0].sentence.startswith("[p5]")


def test_what_was_not_proved_is_asked_until_it_is_sealed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(seeds=tmp_path / "seeds", originals=tmp_path / "articles")
    desk.seeds.mkdir()
    desk.originals.mkdir()
    desk.write()
    command = ["check", "--seeds", str(desk.seeds), "--originals", str(desk.originals)]
    assert main(command) == 1 and "read it beside the article" in capsys.readouterr().err
    assert main([*command, "--seal"]) == 0 and "recorded as read" in capsys.readouterr().out
    assert main(command) == 0
