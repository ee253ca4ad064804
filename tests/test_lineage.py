"""Which sources share an origin: measured wording, with phrases that show it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.lineage import LONGEST, SHOWN, Pair, compare, compare_all, group, profile, profile_containment
from briefwright.passages import split_corpus
from briefwright.sources import read_source
from briefwright.text import words

REPORT = (
    "Harbour master Lena Costa closed the northern quay of Vellmar on Friday after divers found cracks in four "
    "pillars.",
    "The closure keeps eleven fishing boats and the island ferry away from their berths until engineers have measured "
    "the damage, she told reporters beside the barrier.",
    "Fishermen fear a lost herring season, and the ferry company has hired a shuttle from the old coal pier.",
    "The town council had postponed the repair of the pillars twice since 2019 to save money for a swimming pool.",
)
REWRITE = (
    "After divers found cracks in four pillars, the northern quay of Vellmar was closed on Friday by Lena Costa, the "
    "harbour master.",
    "Until engineers have measured the damage, eleven fishing boats and the island ferry stay away from their berths.",
    "A lost herring season is what fishermen fear; the ferry company has hired a shuttle from the old coal pier.",
    "Twice since 2019 the council had postponed the repair of the pillars to save money for a swimming pool.",
)
INDEPENDENT = (
    "Vellmar has shut part of its port because the concrete underneath is giving way, officials in the capital said.",
    "Passengers to the islands now board at a disused coal terminal, where a bus brings them from the railway station.",
    "Opposition politicians accuse the mayor of spending on leisure while maintenance of public works was neglected.",
    "A survey of every pier along the coast has been ordered, with results expected before the winter storms.",
)
SPEECH = "“Nobody should set foot on that quay before the last of the pillars has been inspected by hand”"


def test_a_rewrite_shares_an_origin_with_its_model() -> None:
    assert compare("a", REPORT, "b", REWRITE).containment >= 0.08


def test_an_independent_report_of_one_event_does_not() -> None:
    assert compare("a", REPORT, "b", INDEPENDENT).containment < 0.04


def test_sentences_of_a_rewrite_are_aligned() -> None:
    assert compare("a", REPORT, "b", REWRITE).aligned >= 0.75


def test_sentences_of_independent_reports_are_not_aligned() -> None:
    assert compare("a", REPORT, "b", INDEPENDENT).aligned == 0


def test_speech_that_both_quote_is_no_shared_wording() -> None:
    other = (*INDEPENDENT, f"The master’s words were {SPEECH}.")
    quoting = compare("a", (*REPORT, f"Costa said: {SPEECH}."), "b", other)
    assert quoting.containment == compare("a", REPORT, "b", INDEPENDENT).containment and quoting.phrases == ()


def test_shared_phrases_are_spelt_as_in_the_first_text() -> None:
    phrases = compare("a", REPORT, "b", REWRITE).phrases
    assert phrases and all(any(phrase in paragraph for paragraph in REPORT) for phrase in phrases)


def test_names_alone_are_no_shared_phrase() -> None:
    pair = compare("a", ["Lena Costa Harbour Trust spoke."], "b", ["It was Lena Costa Harbour Trust again."])
    assert pair.phrases == ()


@pytest.mark.parametrize(
    "fact",
    [
        "the pump lifts 18 kilograms", "costs 9,800 euros", "employs 420 people", "raised twelve million dollars",
        "chief executive of Larkspur Robotics", "acting head of Moorgate Rail", "senior vice president Bo Lind",
        "general manager of Hanabira Voice", "former finance minister of Norland", "Piet van der Horst",
        "holds 40 litres at 6 bar", "grew 4.2 percent in May",
    ],
)  # fmt: skip
def test_a_fact_that_any_report_shares_is_no_shared_phrase(fact: str) -> None:
    """Numbers with what they count, titles of posts with names: facts that two who never read each other both state."""
    assert compare("a", [f"We hear {fact} today."], "b", [f"Yes, {fact} so far."]).phrases == ()


@pytest.mark.parametrize(
    "words",
    [
        "a quiet revolt among grateful customers",
        "long seen as the crown jewel",
        "a wrinkle in the otherwise tidy story",
    ],
)
def test_words_that_somebody_chose_are_a_shared_phrase(words: str) -> None:
    assert compare("a", [f"It was {words} in 2024."], "b", [f"Some call it {words} nowadays."]).phrases


WIRE = (
    "Tomas Ferreira, chief engineer of Larkspur Robotics, resigned on 12 September 2025, the company announced.",
    "Larkspur Robotics employs 420 people in Bremen and Porto. The company raised $35 million in 2024.",
    "Hanna Weiss, the chief executive of Larkspur Robotics, said the company would appoint a successor by October.",
    "The Otter arm, released in March 2025, lifts 18 kilograms and costs $9,800.",
)
TRADE = (
    "Larkspur Robotics appointed Mei Tanaka as chief engineer on 20 October 2025.",
    "She succeeds Tomas Ferreira, who resigned on 12 September 2025.",
    "Praise came from Hanna Weiss, chief executive of Larkspur Robotics.",
    "The Otter arm lifts 18 kilograms and has been sold 1,150 times. Larkspur Robotics employs 420 people.",
)


def test_short_reports_that_share_facts_alone_are_two_origins() -> None:
    assert len(group(["a", "b"], [compare("a", WIRE, "b", TRADE)])) == 2


def test_a_profile_holds_no_facts_that_any_report_shares() -> None:
    assert profile_containment(profile("a", WIRE), profile("b", TRADE)) < 0.04


def test_a_phrase_does_not_run_over_a_comma() -> None:
    pair = compare("a", ["We saw old piers, red boats there."], "b", ["They like old piers, red boats as well."])
    assert pair.phrases == ()


def test_equal_texts_are_one_origin_however_short() -> None:
    pairs = compare_all({"a": ["The quay is shut."], "b": ["The quay is shut."]})
    assert [names for names, _ in group(["a", "b"], pairs)] == [("a", "b")]


def test_two_short_texts_that_share_a_run_by_chance_are_two_origins() -> None:
    a, b = "The quay is shut until further notice today.", "The school is shut until further notice too."
    assert len(group(["a", "b"], [compare("a", [a], "b", [b])])) == 2


def pair(a: str, b: str, containment: float, aligned: float = 0.0, phrases: tuple[str, ...] = ()) -> Pair:
    return Pair(a=a, b=b, containment=containment, aligned=aligned, phrases=phrases)


@pytest.mark.parametrize(
    ("found", "count"),
    [
        (pair("a", "b", 0.08), 1),
        (pair("a", "b", 0.079), 2),
        (pair("a", "b", 0.04, aligned=0.3), 1),
        (pair("a", "b", 0.04, phrases=("x y z", "u v w", "r s t")), 1),
        (pair("a", "b", 0.04, phrases=("x y z", "u v w")), 2),
        (pair("a", "b", 0.039, aligned=1.0, phrases=("x y z", "u v w", "r s t")), 2),
        (pair("a", "b", 0.01, aligned=0.45, phrases=("x y z", "u v w", "r s t", "k l m", "o p q")), 1),
        (pair("a", "b", 0.01, aligned=0.44, phrases=("x y z", "u v w", "r s t", "k l m", "o p q")), 2),
    ],
)
def test_a_pair_shares_an_origin_from_the_thresholds_on(found: Pair, count: int) -> None:
    assert len(group(["a", "b"], [found])) == count


def test_a_chain_of_pairs_is_one_origin() -> None:
    assert group(["a", "b", "c"], [pair("b", "c", 0.2), pair("a", "c", 0.1)])[0][0] == ("a", "b", "c")


def test_origins_stand_in_the_order_of_their_first_source() -> None:
    assert [names for names, _ in group(["a", "b", "c"], [pair("a", "c", 0.5)])] == [("a", "c"), ("b",)]


def test_evidence_of_an_origin_is_taken_from_each_of_its_pairs() -> None:
    pairs = [pair("a", "b", 0.5, phrases=("one two three", "four five six")), pair("b", "c", 0.5, phrases=("u v w",))]
    assert group(["a", "b", "c"], pairs)[0][1] == ("one two three", "u v w", "four five six")


def test_evidence_comes_from_no_pair_that_was_not_joined() -> None:
    assert group(["a", "b"], [pair("a", "b", 0.01, phrases=("x y z",))])[0][1] == ()


def test_profiles_show_the_containment_of_their_texts() -> None:
    exact = compare("a", REPORT, "b", REWRITE).containment
    assert profile_containment(profile("a", REPORT), profile("b", REWRITE)) == pytest.approx(exact, abs=0.02)


def test_a_profile_counts_the_words_of_the_whole_text() -> None:
    assert profile("a", REPORT).words == sum(len(words(paragraph)) for paragraph in REPORT)


def test_a_profile_holds_hashes_of_16_bits() -> None:
    assert all(0 <= gram < 1 << 16 for gram in profile("a", REPORT).grams)


PARAGRAPHS = st.lists(st.text(max_size=80) | st.sampled_from((*REPORT, *REWRITE)), max_size=5)


@given(PARAGRAPHS, PARAGRAPHS)
def test_the_figures_do_not_depend_on_the_order_of_the_two(a: list[str], b: list[str]) -> None:
    one, two = compare("a", a, "b", b), compare("b", b, "a", a)
    assert one.containment == two.containment


@given(PARAGRAPHS, PARAGRAPHS)
def test_figures_are_shares_and_phrases_are_few_and_short(a: list[str], b: list[str]) -> None:
    found = compare("a", a, "b", b)
    assert 0 <= found.containment <= 1 and 0 <= found.aligned <= 1
    assert len(found.phrases) <= SHOWN and all(len(words(phrase)) <= LONGEST for phrase in found.phrases)


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.data())
def test_every_source_has_just_one_origin(ids: list[str], data: st.DataObject) -> None:
    made = st.builds(pair, st.sampled_from(ids or ["a"]), st.sampled_from(ids or ["a"]), st.floats(0, 1))
    found = group(ids, data.draw(st.lists(made, max_size=6)))
    assert sorted(name for names, _ in found for name in names) == sorted(ids)


ARTICLES = Path(__file__).resolve().parent.parent.parent / "shared" / "seeds"


def test_the_five_articles_have_three_origins() -> None:
    if not ARTICLES.is_dir():
        pytest.skip("the articles are not beside the checkout (../shared/seeds); they are not republished")
    files = sorted(ARTICLES.glob("*.txt"))
    sources = split_corpus([read_source(f.read_bytes(), name=f.name, folder="a", where=f.name) for f in files])
    texts = {s.id: [p.text for p in s.passages if p.cls == "content"] for s in sources}
    found = group(list(texts), compare_all(texts))
    assert [names for names, _ in found] == [("000", "001", "003"), ("002",), ("004",)]
