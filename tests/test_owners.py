"""Whose an amount is, in classes of language: attributive, elided, shared out, implied, counted by what is done."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from briefwright.codebook import load_codebook
from briefwright.extract import Frame, extract, header_of
from briefwright.extract.topics import Topic, firm, topic
from briefwright.language import available, grammar
from briefwright.model import EntityKind, Passage
from briefwright.names import Gazetteer, Mention, name_key
from briefwright.quantities import Quantity
from reading import passage, valued

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
CODEBOOK = load_codebook()
KINDS: Mapping[EntityKind, tuple[str, ...]] = {
    "organisation": ("Orrin", "Halden Labs", "Brightwater", "Vossberg", "Tamarind"),
    "model": ("Lumen 4", "Lumen 4 Pro", "Lumen 3", "Quarry 2", "Quarry 2 Mini"),
    "family": ("Lumen", "Quarry"),
    "product": ("Petrel R1", "Petrel", "Skein", "Dory"),
    "person": ("Ada Lindqvist", "Piotr Nowak", "Mira Sethi"),
    "place": ("Oslo", "Delft", "Norway", "Canada", "Porto"),
}
GAZETTEER = Gazetteer(
    kinds={name_key(n): kind for kind, names in KINDS.items() for n in names},
    people={"lindqvist": ("ada lindqvist",), "nowak": ("piotr nowak",)},
)
NUMBERED = {"model_attribute", "architecture", "quantity", "cost", "licence"}


def above(name: str, *, listed: bool = False) -> Topic:
    kind = GAZETTEER.kinds[name_key(name)]
    return Topic(Mention(start=0, end=len(name), text=name, kind=kind, key=name_key(name)), "p1", listed)


def read(text: str, about: Topic | None = None, body: Topic | None = None) -> list[Frame]:
    frames = extract(passage(text, 2), GAZETTEER, CODEBOOK, {}, None, grammar, about, body=body)
    return [f for f in frames if f.kind in NUMBERED and f.polarity == "affirmed"]


def told(text: str, about: Topic | None = None, body: Topic | None = None) -> set[str]:
    """Owner and value of every frame with a number or licence."""
    return {f"{valued(f, 'subject')}: {valued(f, 'value') or valued(f, 'licence')}" for f in read(text, about, body)}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Owners of the Petrel R1 were told to unplug the 38-kilogram machine at once.", "Petrel R1: 38"),
        (
            "The recall covers every Petrel R1 sold since May. Buyers must return the 41-kilogram robot by post.",
            "Petrel R1: 41",
        ),
        ("Lumen 4 is out. The 70-billion-parameter model was trained in Oslo.", "Lumen 4: 70000000000"),
        ("Orrin unveiled Lumen 4 on Monday. The 12B-parameter model runs on a phone.", "Lumen 4: 12000000000"),
        ("Halden Labs published Quarry 2, a 7B model, in May.", "Quarry 2: 7000000000"),
        ("Lumen 4, a model with 5.6 billion parameters, runs on a card.", "Lumen 4: 5600000000"),
        (
            "Here Lumen 4 was trained, a model of 5.6 billion parameters that calculates ten days in 48 seconds.",
            "Lumen 4: 5600000000",
        ),
        ("The Petrel R1, a 9-kilogram robot, costs $400.", "Petrel R1: 9; Petrel R1: 400"),
        ("Orrin sells the 300-watt Petrel R1 in Norway.", "Petrel R1: 300"),
        ("Skein, which more than 400 laboratories use, is free.", "Skein: 400"),
        (
            "Orrin published Skein under the MIT licence in 2031, and more than 400 laboratories use it.",
            "Skein: 400; Skein: MIT",
        ),
        (
            "It sees with Lumen 4, a model that Orrin published under BSD-3-Clause and that 400 laboratories use.",
            "Lumen 4: BSD-3-Clause; Lumen 4: 400",
        ),
        (
            "Quarry 2, which Halden Labs released under Apache 2.0 in May, has 3 billion parameters.",
            "Quarry 2: Apache-2.0; Quarry 2: 3000000000",
        ),
        ("Students left Orrin, which is valued at about $510 million.", "Orrin: 510000000"),
        ("Two universities suspended deliveries to Orrin, which has 90 employees.", "Orrin: 90"),
        ("Tamarind, whose sales reached 31 million euros last year, is for sale.", "Tamarind: 31000000"),
        ("Nowak said repairs would cost between 9 million and 12 million dollars.", "repairs: 9000000–12000000"),
        ("Repairs will cost Orrin $4 million.", "Orrin: 4000000"),
        ("The repairs cost $4 million.", "The repairs: 4000000"),
        ("Orrin is recalling the robot. The company employs 310 people.", "Orrin: 310"),
        ("Orrin is recalling the robot. It employs 310 people in Oslo.", "Orrin: 310"),
        ("Quarry 2 has 3 billion parameters and Lumen 4 5 billion.", "Quarry 2: 3000000000; Lumen 4: 5000000000"),
        ("Quarry 2 reached 74 percent on the blind test, Lumen 4 73 percent.", "Quarry 2: 74; Lumen 4: 73"),
        ("Lumen 4 costs $3 a month; Quarry 2, $5.", "Lumen 4: 3; Quarry 2: 5"),
        ("Orrin has 40 customers and Vossberg has 12.", "Orrin: 40; Vossberg: 12"),
        ("The Petrel R1 weighs 40 kg, the Dory 22 kg.", "Petrel R1: 40; Dory: 22"),
        ("Lumen 4 needs 80 GB of memory, Quarry 2 only 16.", "Lumen 4: 80; Quarry 2: 16"),
        ("Orrin raised $20 million, and Vossberg $4 million.", "Orrin: 20000000; Vossberg: 4000000"),
        (
            "Lumen 4 weighs in at 800 million parameters, sees at 60 frames per second and runs on the robot itself.",
            "Lumen 4: 800000000; Lumen 4: 60",
        ),
        (
            "Lumen 4 reads 128K tokens, writes 40 tokens a second and needs 24 GB.",
            "Lumen 4: 128000; Lumen 4: 40; Lumen 4: 24",
        ),
        (
            "Orrin employs 300 people, sold 4,000 robots last year and lost $12 million.",
            "Orrin: 300; Orrin: 4000; Orrin: 12000000",
        ),
        ("Vossberg is closing all its shops, 12 in Norway and 30 in Canada.", "Vossberg: 12; Vossberg: 30"),
        ("Orrin has 118 employees, 74 in Oslo and 44 in Porto.", "Orrin: 118; Orrin: 74; Orrin: 44"),
        ("At $7 per 1,000 calls, Lumen 4 is cheaper than Quarry 2.", "Lumen 4: 7"),
        ("Lumen 4 costs $0.4 for every 1,000 words.", "Lumen 4: 0.4"),
        ("With 27 billion parameters, Lumen 4 is small.", "Lumen 4: 27000000000"),
        ("At 27 billion parameters, Lumen 4 is small.", "Lumen 4: 27000000000"),
        ("At 41 kg, the Petrel R1 is heavy.", "Petrel R1: 41"),
        ("For $300, the Petrel R1 comes with two arms.", "Petrel R1: 300"),
        ("Priced at 300 euros, the Petrel R1 is cheap.", "Petrel R1: 300"),
        ("Orrin lives in Oslo. Its Skein library is installed about 900,000 times a month.", "Skein: 900000"),
        ("Orrin's Skein library has 4,000 users.", "Skein: 4000"),
        ("Orrin says that its Petrel robots have covered 3,000 kilometres.", "Petrel: 3000"),
        ("Orrin's new model, Lumen 4, has 27 billion parameters.", "Lumen 4: 27000000000"),
        (
            "Orrin could lose the money, which is tied to the deal; it would then have to cut up to 20 jobs.",
            "Orrin: 20",
        ),
        ("If the regulator refuses, Vossberg would have to shed 60 jobs.", "Vossberg: 60"),
        ("Norway adds 8 million euros.", "Norway: 8000000"),
        ("Brightwater gives 45 million euros over five years and Norway adds 8 million.", "Brightwater: 45000000"),
        (
            "Nowak said repairs would cost between 9 million and 12 million Canadian dollars and take until August.",
            "repairs: 9000000–12000000",
        ),
        ("Lumen 4 calculates ten days in 48 seconds on a single card.", "Lumen 4: 48"),
        ("The Petrel R1 folds a shirt in 90 seconds.", "Petrel R1: 90"),
        ("Quarry 2 can translate a page in two seconds.", "Quarry 2: 2"),
        ("In tracks Lumen 4 was last season 17 percent more accurate than the reference.", "Lumen 4: 17"),
        ("Lumen 4 is 17% better than Quarry 2 on maps.", "Lumen 4: 17"),
        ("On maps, Lumen 4 was 6% worse than Quarry 2.", "Lumen 4: 6"),
        ("Quarry 2 runs three times faster than Lumen 4.", "Quarry 2: 3"),
        ("Compared with Quarry 2, Lumen 4 needs 30 percent less memory.", "Lumen 4: 30"),
        ("Lumen 4 cuts memory use by 35 percent compared with Quarry 2.", "Lumen 4: 35"),
        (
            "Version after version, Lumen 4 cuts the error to 104 kilometres, down from 109.",
            "Lumen 4: 104; Lumen 4: 109",
        ),
        ("Orrin expects to lose 40% of this year's sales.", "Orrin: 40"),
        ("Orrin says that 130 laboratories have signed up.", "Orrin: 130"),
        ("Orrin said 4,000 users had registered.", "Orrin: 4000"),
        ("Some 300 schools have subscribed to Skein.", "Skein: 300"),
        ("At least nine people were burned by battery packs.", "people: 9"),
        ("Since 2029 some 3,100 fishing boats have carried small sensors.", "fishing boats: 3100"),
        ("About 3,400 boats feed the model.", "boats: 3400"),
        ("More than 60 engineers signed the letter.", "engineers: 60"),
        ("Twenty hospitals refused the data.", "hospitals: 20"),
        ("Some 250 parents protested in front of the school on Monday.", "parents: 250"),
        ("By Friday 1,200 flights had been cancelled.", "flights: 1200"),
        ("Two dozen customers have complained since May.", "customers: 24"),
        ("About 400 homes lost power.", "homes: 400"),
        ("Nearly 70 researchers from four countries may lose their visas.", "researchers: 70"),
        ("According to the ministry, 35 trucks were damaged.", "trucks: 35"),
        ("In Porto, 14 stores will close.", "stores: 14"),
        ("Orrin will move all 118 employees to Porto.", "Orrin: 118"),
        ("The study looked at the records of 6,000 patients.", "The study: 6000"),
        ("Lumen 4 is out. Prices start at 2,400 rand per designed sequence.", "Lumen 4: 2400"),
    ],
)
def test_an_amount_goes_to_its_owner_however_the_sentence_is_built(sentence: str, wanted: str) -> None:
    assert set(wanted.split("; ")) <= told(sentence)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "It sees with Lumen 4, a model that Orrin published under BSD-3-Clause and that 400 laboratories use.",
            "Orrin: BSD-3-Clause",
        ),
        ("Orrin bought Vossberg. The company employs 310 people.", "Orrin: 310"),
        ("Orrin bought Vossberg. The company employs 310 people.", "Vossberg: 310"),
        ("At $7 per 1,000 calls, Lumen 4 is cheaper than Quarry 2.", "Lumen 4: 1000"),
        ("At $7 per 1,000 calls, Lumen 4 is cheaper than Quarry 2.", "Quarry 2: 7"),
        ("Lumen 4 costs $0.4 for every 1,000 words.", "Lumen 4: 1000"),
        ("Orrin lives in Oslo. Its Skein library is installed about 900,000 times a month.", "Orrin: 900000"),
        ("Orrin's Skein library has 4,000 users.", "Orrin: 4000"),
        ("Orrin says that its Petrel robots have covered 3,000 kilometres.", "Orrin: 3000"),
        (
            "Nowak said repairs would cost between 9 million and 12 million Canadian dollars and take until August.",
            "Nowak: 9000000–12000000",
        ),
        ("Lumen 4 is 17% better than Quarry 2 on maps.", "Quarry 2: 17"),
        ("On maps, Lumen 4 was 6% worse than Quarry 2.", "Quarry 2: 6"),
        ("Quarry 2 runs three times faster than Lumen 4.", "Lumen 4: 3"),
        ("Compared with Quarry 2, Lumen 4 needs 30 percent less memory.", "Quarry 2: 30"),
        ("Lumen 4 cuts memory use by 35 percent compared with Quarry 2.", "Quarry 2: 35"),
        ("A recall could wipe out 40% of next year's sales.", "next year: 40"),
        ("Orrin expects to lose 40% of this year's sales.", "this year: 40"),
        (
            "Analysts at Brightwater fear for the firm's sales, which the company has put at $31 million.",
            "Brightwater: 31000000",
        ),
        ("Brightwater said 22 in every 100 of its drafts work.", "Brightwater: 100"),
    ],
)
def test_no_amount_goes_to_what_only_stands_near_it(sentence: str, wanted: str) -> None:
    assert wanted not in told(sentence)


@pytest.mark.parametrize(
    ("about", "line", "wanted"),
    [
        ("Lumen 4", "Memory use falls by 35 % and the download shrinks to 18 GB.", "Lumen 4: 35; Lumen 4: 18"),
        ("Lumen 4", "The context window grows from 128K to 256K tokens.", "Lumen 4: 128000; Lumen 4: 256000"),
        ("Lumen 4", "Latency dropped to 40 milliseconds.", "Lumen 4: 40"),
        ("Petrel R1", "Battery life is nine hours.", "Petrel R1: 9"),
        ("Petrel R1", "The top speed is 25 km/h.", "Petrel R1: 25"),
        ("Petrel R1", "The price rises to 900 euros.", "Petrel R1: 900"),
        ("Lumen 4", "Orrin employs 300 people.", "Orrin: 300"),
        ("Lumen 4", "Vossberg's price is 40 euros.", "Vossberg: 40"),
        ("Lumen 4", "The hit rate was 22% in tests, compared with 9% for Quarry 2.", "Lumen 4: 22; Quarry 2: 9"),
        ("Lumen 4", "The weights are published under Apache 2.0.", "Lumen 4: Apache-2.0"),
    ],
)
def test_a_feature_without_an_owner_is_that_of_the_one_product_spoken_of(about: str, line: str, wanted: str) -> None:
    assert set(wanted.split("; ")) <= told(line, above(about))


@pytest.mark.parametrize(
    ("about", "line", "wanted"),
    [
        (
            "Lumen 4",
            "- 3.8 billion parameters, up from 900 million in Quarry 2",
            "Lumen 4: 3800000000; Quarry 2: 900000000",
        ),
        ("Lumen 4", "- 40 languages, up from 12 in Lumen 3", "Lumen 4: 40; Lumen 3: 12"),
        ("Lumen 4", "- Accepts complexes of up to 5,120 residues", "Lumen 4: 5120"),
        (
            "Lumen 4",
            "- Hit rate of 22% in wet-lab tests of 1,460 designs, compared with 9% for its predecessor",
            "Lumen 4: 22; Lumen 4: 1460",
        ),
        (
            "Lumen 4",
            "- Trained on 61 million structures, 4.5 million of which were contributed by members of the Consortium",
            "Lumen 4: 61000000; Lumen 4: 4500000",
        ),
        ("Lumen 4", "- Pair and sequence layers in a 4:1 ratio", "Lumen 4: 4:1"),
        (
            "Lumen 4",
            "- Inference code under the MIT License; weights under the Quillfold Academic License",
            "Lumen 4: MIT",
        ),
        ("Lumen 4", "- Ensemble of 50 members by default; up to 200 on request.", "Lumen 4: 50"),
        ("Lumen 4", "- Runs at 40 tokens per second on a laptop", "Lumen 4: 40"),
        ("Lumen 4", "- Supports 23 languages and a context of 64K tokens.", "Lumen 4: 23; Lumen 4: 64000"),
        ("Petrel R1", "- Weighs 41 kg, carries up to 12 kg", "Petrel R1: 41; Petrel R1: 12"),
        ("Petrel R1", "- Battery for nine hours, charged in 40 minutes", "Petrel R1: 9; Petrel R1: 40"),
        ("Petrel R1", "- From 300 euros", "Petrel R1: 300"),
        ("Lumen 4", "- Released under the Apache License 2.0", "Lumen 4: Apache-2.0"),
        ("Lumen 4", "- 30% faster than Quarry 2", "Lumen 4: 30"),
        (
            "Lumen 4",
            "- Local and global blocks alternate in a ratio of 6:1 (Quarry 2 had 8:1).",
            "Lumen 4: 6:1; Quarry 2: 8:1",
        ),
    ],
)
def test_an_item_of_a_list_speaks_of_what_the_list_is_about(about: str, line: str, wanted: str) -> None:
    assert set(wanted.split("; ")) <= told(line, above(about, listed=True))


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("- Hit rate of 22% in tests, compared with 9% for its predecessor", "Lumen 4: 9"),
        ("- Works with Quarry 2, which has 3 billion parameters", "Lumen 4: 3000000000"),
        ("- 30% faster than Quarry 2", "Quarry 2: 30"),
    ],
)
def test_an_item_of_a_list_keeps_what_it_says_of_others_apart(line: str, wrong: str) -> None:
    assert wrong not in told(line, above("Lumen 4", listed=True))


def test_a_feature_of_somebody_named_is_not_the_product_s() -> None:
    assert "Lumen 4: 40" not in told("Vossberg's price is 40 euros.", above("Lumen 4"))


def test_the_company_is_the_one_of_the_title() -> None:
    assert told("The company employs 310 people.", body=above("Orrin")) == {"Orrin: 310"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Vossberg bought a rival. The company employs 310 people.",
        "The Dutch company that built the ship employs 310 people.",
        "A company employs 310 people.",
    ],
)
def test_the_company_is_nobody_else_than_the_one_of_the_title(sentence: str) -> None:
    assert "Orrin: 310" not in told(sentence, body=above("Orrin"))


def test_the_company_of_the_title_is_none_where_another_was_spoken_of_last() -> None:
    title, other, here = passage("Orrin grows", 1), passage("Vossberg sank.", 2), passage("The company grew.", 3)
    assert firm(here, (title, other, here), GAZETTEER, CODEBOOK) is None


def test_the_company_of_the_title_is_found_where_it_was_spoken_of_last() -> None:
    title, here = passage("Orrin grows", 1), passage("The company grew.", 2)
    found = firm(here, (title, here), GAZETTEER, CODEBOOK)
    assert found is not None and (found.name.text, found.passage) == ("Orrin", "p1")


@pytest.mark.parametrize(
    ("source", "listed"),
    [("# Lumen 4\n\n- 40 GB", True), ("<li>40 GB", True), ("Lumen 4\n\n40 GB", False), ("2. 40 GB", True)],
)
def test_an_item_of_a_list_is_known_by_its_mark_in_the_source(source: str, listed: bool) -> None:
    text = "40 GB"
    at = source.index(text)
    line = Passage(source="0", id="p2", number=2, cls="content", text=text,
                   offsets=tuple(range(at, at + len(text) + 1)), sentences=())  # fmt: skip
    found = topic(line, (passage("Lumen 4", 1, "heading"), line), GAZETTEER, CODEBOOK, source)
    assert found is not None and found.listed is listed


def test_what_the_counted_do_stands_beside_their_number() -> None:
    [frame] = read("Since 2029 some 3,100 fishing boats have carried small sensors.")
    assert (valued(frame, "attribute"), valued(frame, "relation")) == ("fishing boats", "have carried small sensors")


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("12 million Canadian dollars", "CAD"),
        ("3 Hong Kong dollars", "HKD"),
        ("40 Danish kroner", "DKK"),
        ("5 million US dollars", "USD"),
        ("12 million dollars", "USD"),
    ],
)
def test_whose_dollars_they_are_is_kept(words: str, unit: str) -> None:
    [frame] = read(f"Orrin raised {words}.")
    value = frame.slots["value"]
    assert isinstance(value, Quantity) and value.unit == unit


@pytest.mark.parametrize(
    ("about", "text", "wanted", "wrong"),
    [
        (
            "",
            "Analysts at Orrin reckoned a recall of the model could wipe out as much as 40% of next year's sales.",
            "",
            "Orrin: 40",
        ),
        ("", "Mira Sethi measured 74 per cent on her own machine.", "", "Mira Sethi: 74"),
        ("", "Critics fear that a donor who pays six euros of every seven needs no veto.", "", "donor: 6"),
        ("", "Students left the corporate, which is valued at about $510M.", "", "corporate: 510000000"),
        ("", "Version 9 cuts the error to 104 kilometres.", "", "Version: 104"),
        (
            "",
            "The small version, Lumen 4, makes do with 2.6 billion parameters.",
            "Lumen 4: 2600000000",
            "",
        ),
        ("", "Lumen 4 gets by with 24 GB and answers in 0.5 seconds.", "Lumen 4: 24; Lumen 4: 0.5", ""),
        ("Petrel R1", "Note that the press release of 5 November says 192 GB.", "", "Petrel R1: 192"),
        ("", "Without those, Lumen 4 drops from 48.9 to 43.1.", "Lumen 4: 48.9; Lumen 4: 43.1", ""),
        ("", "Lumen 4 climbed from 61.2 to 70.5 on MathGauntlet.", "Lumen 4: 61.2; Lumen 4: 70.5", ""),
        (
            "",
            "Quarry is old. Quarry 2 spans five models, all of which were trained on 9.2 trillion tokens.",
            "Quarry 2: 5; Quarry 2: 9200000000000",
            "",
        ),
        (
            "",
            "Quarry 2 is out. The bigger of its two variations has 14B parameters and was "
            "educated on some 480K hours of recordings.",
            "Quarry 2: 14000000000; Quarry 2: 480000",
            "",
        ),
        (
            "",
            "Data from some 19,000 hospital patients in Finland had gone into the training of Lumen 4.",
            "",
            "Data: 19000",
        ),
        ("", "Recordings of 400 speakers were used for the test.", "", "Recordings: 400"),
        (
            "",
            "Brightwater gives 45 million euros over five years and Norway adds 8 million.",
            "Brightwater: 45000000",
            "",
        ),
        ("", "Orrin raised $20 million, and Vossberg got 4 million.", "Orrin: 20000000; Vossberg: 4000000", ""),
        ("", "Quarry 2 had 200 users in May and Lumen 4 reached 3,000.", "Quarry 2: 200; Lumen 4: 3000", ""),
        (
            "",
            "Two versions exist: Quarry 2 with 7 billion parameters and Quarry 2 Mini with 1 billion.",
            "Quarry 2: 7000000000; Quarry 2 Mini: 1000000000",
            "",
        ),
        ("", "Orrin has 3 plants, 40 shops and 12,000 employees.", "Orrin: 40; Orrin: 12000", ""),
        ("", "By the end of the year Orrin wants to employ 500 people.", "Orrin: 500", ""),
        ("", "The 25-person startup Vossberg is for sale.", "Vossberg: 25", ""),
        ("", "Vossberg, a 25-person startup, is for sale.", "Vossberg: 25", ""),
        ("", "Orrin's staff of 340 will move.", "Orrin: 340", ""),
        ("", "Lumen 4's 27B parameters fit on a card.", "Lumen 4: 27000000000", ""),
        ("", "The 27 billion parameters of Lumen 4 fit on a card.", "Lumen 4: 27000000000", ""),
        ("", "Lumen 4 is a 27B model with a 128K context.", "Lumen 4: 27000000000; Lumen 4: 128000", ""),
        ("", "Lumen 4 (27B) beats Quarry 2 (70B).", "Lumen 4: 27000000000; Quarry 2: 70000000000", ""),
        ("", "Lumen 4 supports 128K tokens of context and 23 languages.", "Lumen 4: 128000; Lumen 4: 23", ""),
        ("", "Lumen 4 was downloaded 3 million times in its first month.", "Lumen 4: 3000000", ""),
        ("", "Skein has 40,000 stars and 1,200 contributors.", "Skein: 40000; Skein: 1200", ""),
        ("", "A licence for Skein costs 90 euros a year.", "Skein: 90", ""),
        ("", "Orrin charges 90 euros a year for Skein.", "Skein: 90", "Orrin: 90"),
        ("", "Orrin sells the Petrel R1 for 31,000 dollars.", "Petrel R1: 31000", "Orrin: 31000"),
        ("", "The Petrel R1 goes on sale at $31,000 in May.", "Petrel R1: 31000", ""),
        ("", "Orrin cut the price of Lumen 4 from $3 to $2.", "Lumen 4: 3; Lumen 4: 2", ""),
        ("", "The price of Lumen 4 fell by 40 percent.", "Lumen 4: 40", ""),
        ("", "Lumen 4 is 40 percent cheaper than Quarry 2.", "Lumen 4: 40", "Quarry 2: 40"),
        ("", "Orrin was founded with 2 million euros from Brightwater.", "Orrin: 2000000", "Brightwater: 2000000"),
        ("", "Brightwater invested 2 million euros in Orrin.", "", "Vossberg: 2000000"),
        ("", "Orrin received 2 million euros from Brightwater.", "Orrin: 2000000", "Brightwater: 2000000"),
        ("", "Orrin, valued at $2 billion in May, lost 30 engineers.", "Orrin: 2000000000; Orrin: 30", ""),
        ("", "Some 60 of Orrin's 300 engineers have left.", "Orrin: 300", "Orrin: 60"),
        ("", "Lumen 4 scored 71.4 points in the blind test, Quarry 2 only 66.", "Lumen 4: 71.4; Quarry 2: 66", ""),
        ("", "Lumen 4 solves 84 of 100 tasks, against 61 for Quarry 2.", "Lumen 4: 84; Quarry 2: 61", ""),
        ("", "On MathGauntlet, Lumen 4 gets 88.1 percent.", "Lumen 4: 88.1", ""),
        (
            "",
            "In tests at Marlow University, Lumen 4 made 12 percent fewer errors than Quarry 2.",
            "Lumen 4: 12",
            "Quarry 2: 12",
        ),
        ("", "Mira Sethi, who ran the 34-strong Halden Labs, left.", "Halden Labs: 34", ""),
        ("", "Orrin's 40-strong safety group will move.", "Orrin: 40", ""),
        ("", "Orrin had cut the time for testing from ten weeks to four.", "Orrin: 10; Orrin: 4", ""),
        ("", "Orrin shortened the trial from 12 weeks to five.", "Orrin: 12; Orrin: 5", ""),
        ("", "Vossberg has hired at least 25 Orrin researchers since March.", "Vossberg: 25", "Orrin: 25"),
        ("", "Mira Sethi faced some 400 employees at a town hall.", "", "Mira Sethi: 400"),
        ("", "Mira Sethi counted 40 people in her group.", "group: 40", "Mira Sethi: 40"),
        (
            "",
            "Three weeks after its release, Lumen 4 is busy. Orrin says it is used by 2.6 million customers.",
            "Lumen 4: 2600000",
            "Orrin: 2600000",
        ),
        ("", "Orrin says it employs 300 people.", "Orrin: 300", ""),
        ("", "The message was read 1.4 million times before the evening.", "The message: 1400000", ""),
        ("", "Orrin employs 480 people in nine countries.", "Orrin: 480; Orrin: 9", ""),
        ("", "Orrin has 40 shops across 12 cities.", "Orrin: 40; Orrin: 12", ""),
        ("", "Quarry 2 came within 10 percent of it.", "Quarry 2: 10", ""),
        ("", "Orrin, which owns 28 p.c. of Vossberg, fell.", "Orrin: 28", ""),
        ("", "Orrin's revenue rose 12 pct in May.", "Orrin: 12", ""),
        ("", "Quarry 2 was Apache-licensed.", "Quarry 2: Apache", ""),
        ("", "Skein switched to the Apache licence.", "Skein: Apache", ""),
        ("", "The trial of Skein was meant to run for 12 weeks and was stopped after five.", "Skein: 12; Skein: 5", ""),
        ("", "Brightwater holds 22 percent of Orrin.", "Brightwater: 22", "Orrin: 22"),
        ("", "Brightwater bought a 22 percent stake in Orrin.", "Brightwater: 22", "Orrin: 22"),
        ("", "Orrin sold 10 percent of Vossberg in May.", "Orrin: 10", "Vossberg: 10"),
        ("", "Brightwater, which has held 51% of Vossberg since May, is calm.", "Brightwater: 51", "Vossberg: 51"),
        (
            "",
            "It came after Orrin folded Vossberg, until now a unit with some 160 researchers, into another.",
            "Vossberg: 160",
            "Orrin: 160",
        ),
        ("", "Orrin bought Vossberg, formerly a firm with 60 people.", "Vossberg: 60", "Orrin: 60"),
        (
            "",
            "Lumen 4 is big. Its strength lies in the data: 38 trillion tokens were used.",
            "Lumen 4: 38000000000000",
            "",
        ),
        ("", "On the MathGauntlet test, Lumen 4 scored 68.9.", "Lumen 4: 68.9", ""),
        (
            "",
            "The lab made Lumen 4. Its strength is the data. Its window of 131K tokens is long.",
            "Lumen 4: 131000",
            "",
        ),
        ("", "Lumen 4 is out. A call costs $0.40.", "Lumen 4: 0.4", ""),
        ("", "Lumen 4 is for code and knows 90 programming languages.", "", "Lumen 4: 90"),
        ("", "Lumen 4 is for talk and knows 90 languages.", "Lumen 4: 90", ""),
        ("", "Lumen 5 will double the context of Lumen 4 to 96,000 tokens.", "", "Lumen 4: 96000"),
    ],
)
def test_what_is_told_of_each_thing_is_told_of_no_other(about: str, text: str, wanted: str, wrong: str) -> None:
    read_so = told(text, above(about) if about else None)
    assert (set(filter(None, wanted.split("; "))) <= read_so, set(wrong.split("; ")) & read_so) == (True, set())


def rows(*texts: str) -> set[str]:
    """What each cell of a table says: thing, attribute, value and unit."""
    table = [passage(text, number) for number, text in enumerate(texts, 2)]
    out = set()
    for row in table:
        for frame in extract(row, GAZETTEER, CODEBOOK, {}, header_of(row, table), grammar):
            value = frame.slots.get("value")
            unit = value.unit if isinstance(value, Quantity) else ""
            if frame.kind in NUMBERED:
                out.add(f"{valued(frame, 'subject')}: {valued(frame, 'attribute') or 'licence'} "
                        f"{valued(frame, 'value') or valued(frame, 'licence')} {unit}".strip())  # fmt: skip
    return out


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (
            ("Model | Size", "Quarry 2 | 1.3B and 7B"),
            {"Quarry 2: Size 1300000000 parameters", "Quarry 2: Size 7000000000 parameters"},
        ),
        (
            ("| Lumen 4 | Quarry 2", "Parameters | 27B (3B active) | 70B"),
            {"Lumen 4: Parameters 27000000000 parameters", "Lumen 4: active parameters 3000000000 parameters"},
        ),
        (("| Lumen 4 | Quarry 2", "Memory (GB) | 48 | 96"), {"Lumen 4: Memory 48 GB", "Quarry 2: Memory 96 GB"}),
        (("Model | Latency in ms", "Lumen 4 | 40"), {"Lumen 4: Latency 40 ms"}),
        (
            ("| Lumen 4 | Quarry 2", "Licence | Apache 2.0 | MIT"),
            {"Lumen 4: licence Apache-2.0", "Quarry 2: licence MIT"},
        ),
        (("Petrel R1 | Value", "Weight | 41 kg"), {"Petrel R1: Weight 41 kg"}),
        (
            ("| Lumen 4 | Quarry 2", "Size | 7B | 3B", "Model | Sizes", "Lumen 4 | 4B"),
            {"Lumen 4: Sizes 4000000000 parameters"},
        ),
    ],
)
def test_a_cell_of_a_table_gives_each_of_its_amounts(table: tuple[str, ...], wanted: set[str]) -> None:
    assert wanted <= rows(*table)


def test_a_table_of_bodies_and_quarters_gives_no_cell_to_a_quarter() -> None:
    told = rows("Quarter | Orrin | Vossberg", "Q1 | $12m | $3m")
    assert told == {"Orrin: Q1 12000000 USD", "Vossberg: Q1 3000000 USD"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("GPL-3.0-or-later", "GPL-3.0-or-later"),
        ("GPL-3.0-only", "GPL-3.0-only"),
        ("the Apache License, Version 2.0", "Apache-2.0"),
        ("CC BY-SA 4.0", "CC-BY-SA-4.0"),
    ],
)
def test_the_longest_spelling_of_a_licence_names_it(words: str, name: str) -> None:
    assert f"Skein: {name}" in told(f"Skein is licensed under {words}.")
