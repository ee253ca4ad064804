"""Is a name a product? By its form and the words around it, learnt from invented texts without a model."""

from __future__ import annotations

import pytest

from briefwright.codebook import load_codebook
from briefwright.names import learn, mentions, name_key

CODEBOOK = load_codebook()
PRODUCTS = {"model", "family", "product"}


def kind(name: str, *texts: str) -> str | None:
    return learn([(text, False) for text in texts], CODEBOOK).kind(name_key(name))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Quarry 2", "The firm sells Quarry 2 in Oslo."),
        ("Vela 2 Large", "The lab compared Vela 2 Large with its own."),
        ("Kiln", "Orrin updated the Kiln compiler in May, and Kiln is fast."),
        ("Hopper", "A robot called Hopper hit a lamp, and Hopper stopped."),
        ("Skein", "Orrin sells Skein, a library for tables."),
        ("Velum", "The fork named Velum has friends, and Velum grows."),
        ("Petrel", "Last year Petrel was recalled twice, and Petrel is back."),
        ("Argus", "Nobody has seen Argus's battery yet, and Argus is late."),
    ],
)
def test_a_name_that_the_words_around_it_make_a_product_is_one(name: str, text: str) -> None:
    assert kind(name, text) in PRODUCTS


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Apache 2.0", "The weights stand under Apache 2.0 and the code under Apache 2.0."),
        ("TRAIL20", "Use our code TRAIL20 today, friends of TRAIL20."),
        ("Series B", "The Series B round closed, and the Series B money came."),
        ("Article 5", "The court cited Article 5 and quoted Article 5."),
        ("Phase 2", "In Phase 2 the trial grows; Phase 2 begins in May."),
        ("Vossberg", "Vossberg employs 300 people. Vossberg's CEO left. Shares of Vossberg fell."),
        ("Halden Robotics", "The recall hit Halden Robotics, and Halden Robotics paid."),
        ("Meta", "After this release, Meta changed its mind, and Meta's board met."),
    ],
)
def test_a_licence_a_code_a_round_or_a_company_is_no_product(name: str, text: str) -> None:
    assert kind(name, text) not in PRODUCTS


def test_the_stem_of_versioned_names_is_their_family() -> None:
    assert kind("Vela", "Vela 1 and Vela 2 are out.", "Friends of Vela met in Lima.") == "family"


def test_a_company_whose_name_its_products_bear_stays_a_company() -> None:
    texts = (
        "Corvane 3 is out.",
        "Corvane's CEO Ada Lin left. Corvane's board met. Corvane's shares fell. The company Corvane grew.",
        "Corvane's lawyers wrote. CEO of Corvane since May, she knows Corvane's staff.",
    )
    assert kind("Corvane", *texts) == "organisation"


def test_the_last_word_of_one_versioned_name_stands_for_it() -> None:
    assert kind("Grand", "Murmur 4 Grand is large.", "The price of Grand is high.") == "model"


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Heron", ("The firm is recalling all 6,200 of its Heron household robots.", "Every Heron sold is covered.")),
        ("Pelican", ("What will become of the Pelican?", "The Pelican, which sells for $400, is late.")),
        ("Kotori", ("It gets the rights to Kotori, its recogniser.", "Kotori is good.")),
        ("Marlo", ("Model | Task | Size", "Marlo | speech | 3B")),
        ("Orla", ("Product | Price", "Marlo | $3", "Orla | $4")),
        ("Sandpiper", ("Some 300 Sandpiper delivery robots are in use. A Sandpiper costs little.",)),
        ("Dunlin", ("Owners should unplug the Dunlin at night. The Dunlin overheats.",)),
    ],
)
def test_what_is_counted_sold_or_listed_as_a_thing_is_a_product(name: str, texts: tuple[str, ...]) -> None:
    assert kind(name, *texts) in PRODUCTS


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Vossberg", ("Orrin bought Vossberg in May. Vossberg said no.",)),
        ("Guardian", ("He bought the Guardian. The Guardian said so.",)),
        ("Replaces 4.0", ("Replaces 4.0 of 30 March.",)),
        ("Supports 12", ("Supports 12 languages.",)),
        ("Delft", ("Country | Rate", "Delft | 3")),
        ("Marxist", ("He is a Marxist. She is a Marxist, too.",)),
    ],
)
def test_a_company_bought_or_a_verb_before_a_number_is_no_product(name: str, texts: tuple[str, ...]) -> None:
    assert kind(name, *texts) not in PRODUCTS


def test_a_version_alone_is_the_one_family_s_that_the_corpus_knows() -> None:
    known = learn([("Kestrel 4.1 is out. Kestrel 3 was old.", False)], CODEBOOK)
    assert [m.key for m in mentions("Version 4.1 is out; version 9 is not.", known, CODEBOOK)] == ["kestrel4.1"]


def test_a_version_alone_is_nobody_s_where_two_families_have_versions() -> None:
    known = learn([("Kestrel 4.1 is out. Lumen 3 was old.", False)], CODEBOOK)
    assert mentions("Version 4.1 is out.", known, CODEBOOK) == ()
