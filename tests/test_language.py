"""Clauses and votes of the statistical model: only where it is installed, and never less sure than the sentence."""

from __future__ import annotations

import pytest

from briefwright import language
from briefwright.codebook import load_codebook
from briefwright.extract import extract
from briefwright.language import Segment, available, clauses, name_votes
from briefwright.names import learn
from reading import passage

CODEBOOK = load_codebook()
NEEDS_MODEL = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
SENTENCES = [
    "Ingrid Solheim, who joined Halden Labs in 2017, left on Monday.",
    "It is unclear whether Ingrid Solheim left Halden Labs.",
    "Two people said that Ingrid Solheim resigned and that Halden Labs agreed.",
    "If Halden Labs closes, Ingrid Solheim may leave.",
    "“It is over,” wrote Ingrid Solheim — naïve as ever — 🙂 and left.",
    "",
    "Nothing.",
]


def read(sentence: str, segments: tuple[Segment, ...]) -> str:
    return "".join(s if isinstance(s, str) else sentence[s[0] : s[1]] for s in segments)


# --------------------------------------------------------------------------- without a model


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_load", lambda: None)


@pytest.mark.usefixtures("without")
def test_without_a_model_a_sentence_has_no_clauses_of_its_own() -> None:
    assert clauses(SENTENCES) == [()] * len(SENTENCES)


@pytest.mark.usefixtures("without")
def test_without_a_model_nobody_votes() -> None:
    assert name_votes(SENTENCES) == {}


def test_of_no_texts_there_are_no_votes_and_no_model_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def loaded() -> None:
        raise AssertionError("the model was loaded for nothing")

    monkeypatch.setattr(language, "_load", loaded)
    assert name_votes([]) == {}


def test_without_the_library_no_model_is_available(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert available() == ""


def test_the_official_model_is_taken_before_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    assert available() == language.MODELS[0]


# --------------------------------------------------------------------------- with one


@NEEDS_MODEL
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_clause_is_made_of_ranges_of_its_sentence(sentence: str) -> None:
    for made in clauses([sentence])[0]:
        spans = [s for s in made if isinstance(s, tuple)]
        assert all(0 <= a < b <= len(sentence) for a, b in spans)


@NEEDS_MODEL
@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (SENTENCES[0], "Ingrid Solheim joined Halden Labs in 2017"),
        (SENTENCES[0], "Ingrid Solheim left on Monday"),
    ],
)
def test_each_verb_has_its_clause(sentence: str, clause: str) -> None:
    assert clause in [read(sentence, c) for c in clauses([sentence])[0]]


@NEEDS_MODEL
@pytest.mark.parametrize(
    ("sentence", "verb", "governor"),
    [
        (SENTENCES[1], "left", "whether"),
        (SENTENCES[2], "resigned", "people said"),
        (SENTENCES[3], "closes", "If"),
        ("Analysts fear that Halden Labs lost Ingrid Solheim.", "lost", "fear"),
    ],
)
def test_what_governs_a_clause_stays_in_front_of_it(sentence: str, verb: str, governor: str) -> None:
    """No doubt and no voice is lost by reading a clause alone."""
    made = [read(sentence, c) for c in clauses([sentence])[0]]
    with_verb = [c for c in made if verb in c and not c.startswith(("Two people said and", "It is unclear and"))]
    assert with_verb and all(governor.casefold() in c.casefold() for c in with_verb)


def asserted(sentence: str) -> list[str]:
    """The rules that read a plain departure, whole sentence and clauses together."""
    cited = passage(sentence)
    known = "Ingrid Solheim, an engineer, spoke. Halden Labs grew. Tuan Pham, an engineer, spoke."
    gazetteer = learn([(sentence, False), (known, False)], CODEBOOK)
    parsed = {s.text: clauses([s.text])[0] for s in cited.sentences}
    return [
        f.rule
        for f in extract(cited, gazetteer, CODEBOOK, parsed)
        if f.kind == "departure" and f.hedge == "none" and f.voice is None and f.polarity == "affirmed"
    ]


@NEEDS_MODEL
@pytest.mark.parametrize(
    "sentence",
    [
        "It is unclear whether Ingrid Solheim left Halden Labs.",
        "If Ingrid Solheim left Halden Labs, Tuan Pham would stay.",
        "The union said that Ingrid Solheim left Halden Labs and that Tuan Pham resigned.",
        "Ingrid Solheim, who reportedly left Halden Labs, spoke.",
        "Ingrid Solheim has not left Halden Labs.",
        "It is not true that Ingrid Solheim left Halden Labs.",
    ],
)
def test_reading_clause_by_clause_asserts_nothing_more(sentence: str) -> None:
    assert asserted(sentence) == []


@NEEDS_MODEL
def test_a_plain_clause_of_a_long_sentence_is_plain() -> None:
    assert asserted("Ingrid Solheim, who joined Halden Labs in 2017, left Halden Labs on Monday.")


@NEEDS_MODEL
def test_the_votes_of_the_model_are_by_key() -> None:
    votes = name_votes(["Ingrid Solheim spoke in London. Ingrid Solheim left London."])
    assert (votes.get("ingrid solheim"), votes.get("london")) == ("person", "place")
