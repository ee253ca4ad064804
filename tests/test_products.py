"""Is a name a product? By its form and the words around it, learnt from invented texts without a model."""

from __future__ import annotations

import pytest

from briefwright.codebook import load_codebook
from briefwright.names import learn, name_key

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
