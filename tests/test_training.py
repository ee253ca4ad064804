"""What a model's training took and cost, and what it charges for tokens: never its price, its data or another's."""

from __future__ import annotations

import pytest

from briefwright.extract.topics import Topic
from briefwright.language import available
from briefwright.names import Mention, name_key
from reading import valued
from test_amounts import read

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")


def told(text: str, about: Topic | None = None) -> set[str]:
    """Owner, attribute and value of every amount, with what it is per."""
    return {
        f"{valued(f, 'subject')}, {valued(f, 'attribute')}: {valued(f, 'value')} {valued(f, 'per') or ''}".strip()
        for f in read(text, about)
    }


def about(name: str) -> Topic:
    return Topic(Mention(start=0, end=len(name), text=name, kind="model", key=name_key(name)), "p1")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Quarry 2 cost $8 million to train.", "Quarry 2, training cost: 8000000"),
        ("Orrin paid $8 million to train Quarry 2.", "Quarry 2, training cost: 8000000"),
        ("Vossberg spent about $8 million on training Quarry 2.", "Quarry 2, training cost: 8000000"),
        ("Quarry 2 was trained for six weeks on 900 cards.", "Quarry 2, training time: 6"),
        ("Orrin trained Quarry 2 in 40 days.", "Quarry 2, training time: 40"),
        ("Training Quarry 2 took six weeks and cost $8 million.", "Quarry 2, training time: 6"),
        ("Training Quarry 2 took six weeks and cost $8 million.", "Quarry 2, training cost: 8000000"),
        ("It took Orrin 40 days, 900 cards and $8 million to train Quarry 2.", "Quarry 2, training time: 40"),
        ("It took Orrin 40 days, 900 cards and $8 million to train Quarry 2.", "Quarry 2, training cost: 8000000"),
        ("Orrin rented 900 accelerators for six weeks to train Quarry 2.", "Quarry 2, training time: 6"),
        ("Quarry 2 was trained on 900 cards for 40 days at a cost of $8 million.", "Quarry 2, training cost: 8000000"),
        ("Lumen 4 costs 18 cents per million tokens in and 70 cents out.", "Lumen 4, output price: 70 million tokens"),
        ("Orrin charges 18 cents per million tokens in and 70 cents out for Lumen 4.",
         "Lumen 4, input price: 18 million tokens"),
        ("Lumen 4 costs $0.30 per million tokens read and $1.20 per million written.",
         "Lumen 4, output price: 1.2 million tokens"),
        ("Lumen 4 is priced at $0.30 for a million input tokens and $1.20 for a million output tokens.",
         "Lumen 4, input price: 0.3 million tokens"),
        ("A million input tokens of Lumen 4 cost $0.30, a million output tokens $1.20.",
         "Lumen 4, output price: 1.2 million tokens"),
        ("For Lumen 4, Orrin charges $0.30 per million tokens in and $1.20 per million out.",
         "Lumen 4, input price: 0.3 million tokens"),
        ("Lumen comes in sizes from 0.8B to 12B.", "Lumen, parameters: 800000000–12000000000"),
        ("Orrin has released Lumen in three sizes, from 1.2B to 22B.", "Lumen, parameters: 1200000000–22000000000"),
    ],
)  # fmt: skip
def test_what_training_took_and_what_tokens_cost_is_told_of_the_model(sentence: str, wanted: str) -> None:
    assert wanted in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Quarry 2 cost $8 million to train.", "price"),
        ("Quarry 2 was trained for six weeks.", "training data"),
        ("Orrin spent $8 million on chips to train Quarry 2.", "training cost"),
        ("Orrin raised $8 million to train Quarry 2.", "training cost"),
        ("It took Orrin a month to persuade 20 partners and $8 million to train Quarry 2.", "training time"),
        ("Training Quarry 2 took six weeks, and Orrin paid $8 million for an office.", "training cost"),
        ("Orrin wants to spend $8 million on training Quarry 2.", "Quarry 2, training cost: 8000000"),
        ("Quarry 2 did not cost $8 million to train.", "training cost"),
        ("The office costs Orrin 1.4 million euros a year.", "Orrin, price"),
        ("Lumen 4's price is $4.50 per million tokens read and three times that for tokens written.", "price: 3"),
        ("Orrin charges $0.30 per million tokens in, a third of what Quarry 2 costs.", "Quarry 2, input price"),
        ("Orrin charges $0.30 per million tokens in for its Mini, which is half of what Quarry 2 cost.", "Quarry 2"),
        ("Lumen 4 used to cost $0.30 per million tokens in.", "Lumen 4, input price"),
        ("Quarry 2, unlike Lumen 4, cost only $8 million to train.", "price: "),
        ("Orrin withdrew the claim that Quarry 2 cost $8 million to train.", "8000000"),
        ("Orrin's costs rose from 12 million euros to 19 million euros.", "price: "),
        ("Quarry 2 costs $0.20, and Lumen 4 is dearer: $0.30 per million tokens in.", "Quarry 2, input price: 0.3"),
        ("Input tokens cost $0.30 per million, output tokens $1.20.", "output price: 0.3"),
        ("Lumen 4 is priced at $0.30 for a million input tokens.", "1000000"),
        ("Lumen comes in sizes from 0.8B to 12B.", "sizes: "),
        ("Lumen comes in four sizes, and the largest has 12 billion parameters.", "Lumen, parameters: 12000000000"),
        ("The largest of the Lumen models has 12 billion parameters.", "Lumen models, parameters: 12000000000"),
    ],
)  # fmt: skip
def test_no_sum_is_told_of_what_it_was_not_for(sentence: str, wrong: str) -> None:
    assert not [t for t in told(sentence) if wrong in t]


def test_where_one_model_is_spoken_of_a_price_or_a_training_without_a_name_is_its_own() -> None:
    assert "Lumen 4, training time: 6" in told("Training took six weeks.", about("Lumen 4"))
    assert "Lumen 4, output price: 1.2 million tokens" in told(
        "Input tokens cost $0.30 per million, output tokens $1.20.", about("Lumen 4")
    )
