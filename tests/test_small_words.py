"""Small words that turn a sentence round: prepositions, exceptions, "respectively", "whether", what narrows a thing."""

from __future__ import annotations

import pytest

from briefwright.language import available
from claim_files import claims, verdict

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")

#: A passage, what follows from it, what does not.
CASES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "Rossi sold the shares two days before the report.",
        ("Rossi sold the shares before the report.",),
        ("Rossi sold the shares after the report.", "Rossi sold the shares two days after the report."),
    ),
    (
        "Regulators approved the sale without conditions.",
        ("Regulators approved the sale.",),
        ("Regulators approved the sale with conditions.",),
    ),
    (
        "Despite the strike, the port stayed open.",
        ("The port stayed open.",),
        ("Because of the strike, the port stayed open.", "The port stayed open during the strike."),
    ),
    (
        "The council voted for the bridge.",
        ("The council voted for the bridge.",),
        ("The council voted against the bridge.", "The council voted on the bridge."),
    ),
    ("Brask travelled from Oslo in a van.", ("Brask travelled from Oslo.",), ("Brask travelled to Oslo.",)),
    ("Lumen built the plant near Riga.", ("Lumen built the plant.",), ("Lumen built the plant in Riga.",)),
    ("The grant was paid by the ministry.", (), ("The grant was paid to the ministry.",)),
    (
        "Mara Lindt is head of research at Corvane.",
        ("Mara Lindt is Corvane's head of research.",),
        ("Mara Lindt is the head of Corvane.", "Mara Lindt heads Corvane."),
    ),
    (
        "Mara Lindt is the director of sales for Corvane in Spain.",
        (),
        ("Mara Lindt is the director of Corvane.", "Mara Lindt is the director of Spain."),
    ),
    (
        "Emil Dorn, chief technology officer of Palisade's cloud unit, said sales doubled.",
        (),
        ("Emil Dorn is chief technology officer of Palisade.", "Emil Dorn is Palisade's chief technology officer."),
    ),
    (
        "Pellow will rent the hall rather than buy it.",
        ("Pellow will rent the hall.",),
        ("Pellow will buy the hall.", "Pellow will rent the hall and buy it."),
    ),
    (
        "The tone is one of relief rather than triumph.",
        ("The tone is one of relief.",),
        ("The tone is one of triumph.",),
    ),
    (
        "Kappel sells tea everywhere except in Norway and Iceland.",
        ("Kappel sells tea.",),
        ("Kappel sells tea everywhere.", "Kappel sells tea in Norway.", "Kappel sells tea in Iceland."),
    ),
    ("All stores except the one in Riga closed.", (), ("All stores closed.", "The store in Riga closed.")),
    (
        "Every director but Ruth Aalto voted for the deal.",
        (),
        ("Every director voted for the deal.", "Ruth Aalto voted for the deal."),
    ),
    ("No one but Brask knew of the leak.", (), ("No one knew of the leak.",)),
    ("Apart from Brask, nobody at Sollis knew of the leak.", (), ("Nobody at Sollis knew of the leak.",)),
    (
        "Staff wonder about their pay and whether Lumen leaves Riga.",
        ("Staff wonder about their pay.",),
        ("Lumen leaves Riga.",),
    ),
    ("The report discusses the price and if Kappel owns the mill.", (), ("Kappel owns the mill.",)),
    (
        "Lumen and Vesper bought Ostrava and Grantek for 3 million and 5 million euros, respectively.",
        ("Lumen bought Ostrava.", "Vesper bought Grantek for 5 million euros."),
        ("Lumen bought Grantek.", "Lumen bought Ostrava for 5 million euros.", "Lumen bought Ostrava and Grantek."),
    ),
    (
        "Sales at Lumen and Vesper rose by 4% and 9%, respectively.",
        ("Sales at Lumen rose by 4%.",),
        ("Sales at Lumen rose by 9%.", "Sales at Vesper rose by 4%."),
    ),
    (
        "Falk bought the mill in 2010, the dam in 2012 and the port in 2015.",
        ("Falk bought the mill in 2010.", "Falk bought the dam in 2012.", "Falk bought the port in 2015."),
        ("Falk bought the dam in 2010.", "Falk bought the port in 2012.", "Falk bought the mill in 2015."),
    ),
    (
        "Imports of frozen fish doubled to 4,000 tonnes.",
        ("Imports of frozen fish doubled.",),
        ("Imports of fish doubled.", "Imports doubled."),
    ),
    (
        "Sales of electric vans rose 14% to 22,000, while sales of diesel vans fell 22% to 14,000.",
        ("Sales of diesel vans fell 22%.", "Sales of electric vans rose by 14%."),
        ("Sales of vans fell 22%.", "Sales fell 22%."),
    ),
    ("The company's profit fell 8% in Spain.", (), ("The company's profit fell 8%.",)),
    ("Lumen's vans cost 12% more than those of Vesper.", (), ("Lumen's vans cost 12% more.", "Lumen's vans cost 12%.")),
    ("Lumen is the second-largest maker of pumps in Norway.", (), ("Lumen is the second-largest maker of pumps.",)),
)

TRUE = [(passage, claim) for passage, true, _ in CASES for claim in true]
FALSE = [(passage, claim) for passage, _, false in CASES for claim in false]


@pytest.mark.parametrize(("passage", "claim"), TRUE)
def test_what_a_small_word_leaves_as_it_is_is_proved(passage: str, claim: str) -> None:
    assert verdict(passage, claim) == "supported"


@pytest.mark.parametrize(("passage", "claim"), [*FALSE, *claims("careless_claims.txt", "F")])
def test_what_a_small_word_turns_round_is_not_proved(passage: str, claim: str) -> None:
    assert verdict(passage, claim) != "supported"


def test_a_grammar_that_was_mended_into_a_circle_is_judged_all_the_same() -> None:
    passage = "The owner Omar Said and the cook Jo Brandt were hurt."
    assert verdict(passage, "Omar Said is the cook.") != "supported"
