"""Amounts, ratios and licences of raw text by grammar: whose each is, what it measures, and what is left out."""

from __future__ import annotations

import pytest

from briefwright.codebook import load_codebook
from briefwright.extract import Frame, extract
from briefwright.extract.topics import Topic, topic
from briefwright.language import available, grammar
from briefwright.names import Gazetteer, Mention, name_key
from reading import passage, valued

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
CODEBOOK = load_codebook()
GAZETTEER = Gazetteer(
    kinds={
        **{name_key(n): "organisation" for n in ("Orrin", "Halden Labs", "Halden", "Brightwater", "Vossberg")},
        **{name_key(n): "model" for n in ("Lumen 4", "Lumen 4 Pro", "Quarry 2", "Quarry 2 Mini")},
        **{name_key(n): "family" for n in ("Lumen", "Quarry")},
        **{name_key(n): "product" for n in ("Petrel R1", "Petrel", "Skein")},
        **{name_key(n): "person" for n in ("Ada Lindqvist", "Piotr Nowak")},
    },
    people={"lindqvist": ("ada lindqvist",), "nowak": ("piotr nowak",)},
)
NUMBERED = {"model_attribute", "architecture", "quantity", "cost", "licence"}


def read(text: str, about: Topic | None = None) -> list[Frame]:
    frames = extract(passage(text), GAZETTEER, CODEBOOK, {}, None, grammar, about)
    return [f for f in frames if f.kind in NUMBERED and f.polarity == "affirmed"]


def told(text: str, about: Topic | None = None) -> set[str]:
    """Owner and value of every frame with a number or licence."""
    return {f"{valued(f, 'subject')}: {valued(f, 'value') or valued(f, 'licence')}" for f in read(text, about)}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Orrin employs about 1,150 people in Delft and Porto.", "Orrin: 1150"),
        ("Brightwater accounted for 31 percent of Orrin's sales last year.", "Brightwater: 31"),
        ("Brightwater makes up 12 percent of Orrin's orders.", "Brightwater: 12"),
        ("Halden Labs has raised $40m from its investors.", "Halden Labs: 40000000"),
        ("Lumen 4 costs $0.40 per million input tokens.", "Lumen 4: 0.4"),
        ("Lumen 4 has a context window of 128K tokens.", "Lumen 4: 128000"),
        ("Lumen 4 scores 71.2 on MathGauntlet.", "Lumen 4: 71.2"),
        ("The model, Lumen 4, was trained on 15 trillion tokens.", "Lumen 4: 15000000000000"),
        ("Petrel R1 weighs 41 kg.", "Petrel R1: 41"),
        ("Lumen has been downloaded over 600 million times.", "Lumen: 600000000"),
        ("More than 90,000 enterprises use Lumen through the cloud.", "Lumen: 90000"),
        ("Brightwater, which acquired Vossberg, fell 4.2% in early trading.", "Brightwater: 4.2"),
        ("Shares in Brightwater dropped 11% after the news.", "Brightwater: 11"),
        ("Orrin's revenue rose 23 per cent in the first half.", "Orrin: 23"),
        ("The regulator fined Brightwater 14 million euros.", "Brightwater: 14000000"),
        ("With 7 billion parameters, Quarry 2 Mini runs on a laptop.", "Quarry 2 Mini: 7000000000"),
        ("Lumen 4 Pro offers 1 million tokens of context.", "Lumen 4 Pro: 1000000"),
        ("Of Lumen 4's 120 billion parameters, 12 billion are active at a time.", "Lumen 4: 12000000000"),
        ("The Petrel R1 has a range of 320 km.", "Petrel R1: 320"),
        ("The list price of the Petrel R1 is $31,000.", "Petrel R1: 31000"),
        ("The subscription to Skein is priced at 19 euros a month.", "Skein: 19"),
        ("Quarry 2 uses 60 percent less energy per answer than its predecessor.", "Quarry 2: 60"),
        ("Vossberg, a start-up with 25 employees, lost a customer.", "Vossberg: 25"),
        ("Orrin is worth about $9 billion.", "Orrin: 9000000000"),
        ("Downloads of Lumen passed 3 million in March.", "Lumen: 3000000"),
        ("By June, 14 hospitals were using Skein.", "Skein: 14"),
        ("Training Quarry 2 cost $5.6 million.", "Quarry 2: 5600000"),
        ("Halden Labs, founded in 2019, has 85 employees and a budget of 12 million euros.", "Halden Labs: 12000000"),
        ("Halden Labs employs 340 people, of whom 26 work on safety.", "Halden Labs: 26"),
        ("Roughly 340 people work at Halden Labs.", "Halden Labs: 340"),
        ("The 11,000 firms that pay Brightwater are worried.", "Brightwater: 11000"),
        ("Orrin laid off 45 of its 300 staff on Monday.", "Orrin: 300"),
        ("Skein is licensed under GPL-3.0.", "Skein: GPL-3.0-only"),
        ("Lumen 4's weights carry the Lumen Community Licence.", "Lumen 4: Lumen Community Licence"),
        ("Quarry 2 mixes linear and full attention in a 3:1 ratio.", "Quarry 2: 3:1"),
        ("Lumen 4 answers in 0.8 seconds on average.", "Lumen 4: 0.8"),
        ("The Petrel R1's battery lasts nine hours.", "Petrel R1: 9"),
        ("The number of Skein users has grown to 14,000.", "Skein: 14000"),
        ("The launch of Lumen 4 was delayed by three months.", "Lumen 4: 3"),
        ("The 500 machines that Brightwater ordered will arrive in May.", "Brightwater: 500"),
        ("Lumen 4 has an error rate of 4 percent, down from 7 percent for its predecessor, Quarry 2.", "Quarry 2: 7"),
        ("Orrin lost 19 of its 64 engineers.", "Orrin: 64"),
        ("The cluster behind Lumen consists of 12,000 accelerators.", "The cluster: 12000"),
    ],
)  # fmt: skip
def test_a_number_is_given_to_the_thing_that_the_grammar_makes_its_owner(sentence: str, wanted: str) -> None:
    assert wanted in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Quarry 2 is twice as fast; the lab behind it employs 40 people.", "Quarry 2: 40"),
        ("The lab that trained Lumen 4 employs 40 people.", "Lumen 4: 40"),
        ("Orrin said that Vossberg had lost 30 engineers.", "Orrin: 30"),
        ("Unlike Quarry 2, Lumen 4 has 120 billion parameters.", "Quarry 2: 120000000000"),
        ("Its predecessor needed 850 watts; the Petrel R1 is colder.", "Petrel R1: 850"),
        ("Brightwater's customer Vossberg employs 25 people.", "Brightwater: 25"),
        ("Lumen 4 delivers 2.5 times the throughput of Quarry 2.", "Quarry 2: 2.5"),
        ("Lumen 4 replaced Apache 2.0 with its own terms.", "Lumen 4: Apache-2.0"),
        ("Ada Lindqvist left Orrin alongside 12 engineers.", "Ada Lindqvist: 12"),
        ("Lumen 4 was downloaded in its first five days.", "Lumen 4: 5"),
        ("This move attracted 600 million downloads.", "move: 600000000"),
        ("Lumen 4 runs on eight accelerators with 80 GB each.", "Lumen 4: 80"),
        ("Lumen 4 has an error rate of 4 percent, down from 7 percent for its predecessor.", "Lumen 4: 7"),
        ("Orrin's two rivals have 900 and 1,200 employees.", "Orrin: 1200"),
        ("Quarry 2 needs a fifth of the memory of Lumen 4.", "Lumen 4: 1/5"),
        ("Brightwater has an order for 500 Petrel R1 machines.", "Petrel R1: 500"),
        ("The lab released Quarry 2 with 7 billion parameters.", "lab: 7000000000"),
    ],
)
def test_no_number_is_given_to_a_neighbour_of_its_owner(sentence: str, wrong: str) -> None:
    assert wrong not in told(sentence)


def test_what_a_price_is_per_is_kept() -> None:
    [frame] = read("Lumen 4 costs $0.40 per million input tokens.")
    assert (frame.kind, valued(frame, "per")) == ("cost", "million tokens")


def test_of_a_change_what_it_led_to_is_told() -> None:
    frames = read("Halden Labs grew from 12 to 40 people.")
    told = {(valued(f, "attribute"), valued(f, "value")) for f in frames}
    assert told == {("grew", "12"), ("people", "40")}


@pytest.mark.parametrize(
    ("sentence", "of", "to"),
    [
        ("Quarry 2 has a ratio of 5:1 between sparse and dense blocks.", "sparse blocks", "dense blocks"),
        ("Quarry 2 uses a 3:1 ratio of narrow blocks to wide blocks.", "narrow blocks", "wide blocks"),
        ("Quarry 2 mixes full and linear attention in a 1:3 ratio.", "full attention", "linear attention"),
        ("Quarry 2 has a sparse-to-dense ratio of 4:1.", "sparse", "dense"),
    ],
)
def test_the_terms_of_a_ratio_keep_the_order_of_its_numbers(sentence: str, of: str, to: str) -> None:
    [frame] = [f for f in read(sentence) if valued(f, "attribute") == "ratio"]
    assert (valued(frame, "of"), valued(frame, "to")) == (of, to)


# --------------------------------------------------------------------------- lists of facts


ABOUT = Topic(Mention(start=0, end=7, text="Lumen 4", kind="model", key="lumen4"), "p1")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- Context: 262K tokens", {"context window 262000"}),
        ("• Parameters: 27B (3B active)", {"parameters 27000000000", "active parameters 3000000000"}),
        ("Price: $0.40 per million input tokens", {"price 0.4"}),
        ("- 48 GB of memory", {"memory 48"}),
        ("Quarry 2 Mini: 3B parameters, runs on a phone, 64,000-token context",
         {"parameters 3000000000", "context window 64000"}),
        ("Link: 1.2 TB/s between chips, up to 64 chips in one domain", {"link 1.2", "chips 64"}),
    ],
)  # fmt: skip
def test_a_line_of_a_list_gives_its_attributes(line: str, wanted: set[str]) -> None:
    assert {f"{valued(f, 'attribute')} {valued(f, 'value')}" for f in read(line, ABOUT)} == wanted


def test_a_line_that_names_its_own_product_is_about_that_one() -> None:
    assert told("Quarry 2 Mini: 3B parameters", ABOUT) == {"Quarry 2 Mini: 3000000000"}


def test_a_line_that_nobody_names_a_product_for_makes_no_frame() -> None:
    assert told("- Context: 262K tokens") == set()


def test_a_sentence_behind_a_label_is_no_line_of_a_list() -> None:
    assert "Lumen 4: 192" not in told("Memory shortfall: The first boards may come with 192 GB.", ABOUT)


def test_a_line_is_about_the_product_of_its_heading() -> None:
    above = (passage("News of the week", 1), passage("Quarry 2", 2, "heading"), passage("Facts", 3, "heading"))
    found = topic(
        passage("- Context: 262K tokens", 4), (*above, passage("- Context: 262K tokens", 4)), GAZETTEER, CODEBOOK
    )
    assert found is not None and (found.name.text, found.passage) == ("Quarry 2", "p2")


def test_a_heading_with_two_products_leaves_its_lines_without_one() -> None:
    above = (passage("Lumen 4", 1), passage("Quarry 2 and Lumen 4 compared", 2, "heading"))
    line = passage("- Context: 262K tokens", 3)
    assert topic(line, (*above, line), GAZETTEER, CODEBOOK) is None


@pytest.mark.parametrize(
    "text", ["Run Lumen 4 on 300 calls.", "Orrin must pay 90 million euros.", "Orrin should hire 300 engineers."]
)
def test_what_is_demanded_is_no_amount_of_anything(text: str) -> None:
    assert told(text) == set()
