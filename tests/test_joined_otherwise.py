"""All words of a claim may stand in one sentence of the passage and be joined there in another way."""

from __future__ import annotations

import pytest

from briefwright.language import available
from claim_files import verdict

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")
#: All words of the claim stand in the passage, in one sentence, and are joined there in another way.
FALSE = [
    ("Orvane was sold in May, Pelmora said.", "Pelmora sold Orvane in May."),
    ("Orvane was sold in May, Pelmora said.", "Pelmora bought Orvane in May."),
    ("After the fire at Kestrel, Ada Lindqvist resigned from Norrsken.", "Ada Lindqvist resigned from Kestrel."),
    ("Bo Tan, who was hired by Kestrel, praised the Norrsken team.", "Bo Tan was hired by Norrsken."),
    ("The fine of 3 million euros hit Pelmora after Orvane complained.", "Orvane was fined 3 million euros."),
    ("Ada Lindqvist told reporters that the plant in Oslo had closed.", "Ada Lindqvist closed the plant in Oslo."),
    (
        "The board of Pelmora appointed Bo Tan after Ada Lindqvist had left.",
        "Ada Lindqvist was appointed by the board of Pelmora.",
    ),
    ("Pelmora lost its chief engineer to a rival in Bergen.", "Pelmora is based in Bergen."),
    ("In a post, the founder of Orvane thanked the engineers in Turku.", "The founder of Orvane lives in Turku."),
    (
        "Kestrel sells the Wader robot with a gripper made by a firm in Riga.",
        "The Wader robot is made by Kestrel in Riga.",
    ),
    ("The union asked Pelmora to keep the plant open.", "Pelmora keeps the plant open."),
    ("The union asked Pelmora to keep the plant open.", "The union keeps the plant open."),
    ("Investors in Orvane expect a profit.", "Orvane expects a profit."),
    ("A lawyer for Bo Tan rejected the offer.", "Bo Tan rejected the offer."),
    ("Bo Tan's former deputy joined Kestrel.", "Bo Tan joined Kestrel."),
    ("The release of Wader 2 delayed the sale.", "Wader 2 was delayed."),
    (
        "Pelmora spent 4 million dollars on a court case against the city.",
        "The city spent 4 million dollars on a court case.",
    ),
    (
        "Norrsken's model was trained on texts of a publisher that sued Google.",
        "Norrsken's model was trained on texts of Google.",
    ),
    ("The report on Pelmora criticised the board.", "Pelmora criticised the board."),
    ("Engineers who left Orvane founded Kestrel.", "Orvane founded Kestrel."),
    ("Kestrel hired the lawyer of Bo Tan.", "Kestrel hired Bo Tan."),
    (
        "The price of the Wader rose when the maker of its gripper went bankrupt.",
        "The maker of the Wader went bankrupt.",
    ),
    ("With help from the state, Orvane built the plant.", "The state built the plant."),
    ("Ada Lindqvist wrote to the minister about the plant.", "The minister wrote about the plant."),
]


@pytest.mark.parametrize(("passage", "claim"), FALSE)
def test_words_of_one_sentence_that_are_joined_in_another_way_prove_nothing(passage: str, claim: str) -> None:
    assert verdict(passage, claim) != "supported"
