"""Turns of a sentence that say the same, and what follows from a passage: each with a lie that is close to it."""

from __future__ import annotations

import pytest

from briefwright import language
from briefwright.codebook import load_codebook
from briefwright.verify.entail import entails
from briefwright.verify.sums import one_of_each
from briefwright.verify.turns import shortened, turned

CODEBOOK = load_codebook()
read = pytest.mark.skipif(not language.available(), reason="no language model is installed")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("It was Nova that left.", "Nova left."),
        ("It was the regional council that withdrew the grant.", "The regional council withdrew the grant."),
        ("Doors are to open in May and to close in June.", "Doors are to open in May and is to close in June."),
        ("Carrick lent Orvane 20 million pounds in 2022.", "Carrick lent 20 million pounds to Orvane in 2022."),
        ("Moss does not expect more than five departures.", "Moss expects at most five departures."),
    ],
)
def test_a_turn_is_written_in_one_way(text: str, plain: str) -> None:
    assert turned(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "It was announced that sales rose.",
        "It is clear that Nova left.",
        "It was the first time that Nova had left.",
        "It was not Nova that left.",
        "Moss does not expect five departures.",
        "Carrick paid Orvane Systems a visit.",
    ],
)
def test_what_only_looks_like_such_a_turn_stays(text: str) -> None:
    assert turned(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Orla paid 18 million in November. Moss raised 5 million in the same month.", "in November"),
        ("On 14 May 2024 Orla left. On the same day Moss came.", "On the same day"),
        ("Orla paid in May and June. Moss raised 5 million in the same month.", "in the same month"),
        ("It failed because of its heat, not because of its price.", "because of its heat."),
    ],
)
def test_a_passage_is_shortened_only_where_that_is_certain(text: str, plain: str) -> None:
    assert plain in shortened(text)


#: A passage, what it says, and what it does not.
FOLLOWS = [
    ("Moss had tried to buy Orvane in 2023.", "In 2023, Moss tried to buy Orvane.", "In 2023, Moss bought Orvane."),
    (
        "Moss plans to buy Orvane in 2023.",
        "Moss plans to buy Orvane.",
        "In 2023, Moss planned to buy Orvane.",
    ),
    (
        "Orvane's finance chief, Beatriz Sand, had already gone in March.",
        "Beatriz Sand left Orvane in March.",
        "Orvane left Beatriz Sand in March.",
    ),
    (
        "Orvane's finance chief, Beatriz Sand, met Kim Roe, who had gone in March.",
        "Orvane's finance chief, Beatriz Sand, met Kim Roe.",
        "Kim Roe left Orvane in March.",
    ),
    (
        "Orvane lost 11 million pounds in 2024, after 14 million in 2023.",
        "Orvane lost 14 million pounds in 2023.",
        "Orvane lost 14 million pounds in 2024.",
    ),
    (
        "Orvane lost 11 million pounds in 2024, after 14 million in 2023.",
        "Orvane lost 11 million pounds in 2024.",
        "Orvane lost 11 million pounds in 2023.",
    ),
    (
        "One of the insurers, Tolmark Mutual, is considering a lawsuit.",
        "The insurer Tolmark Mutual is considering a lawsuit.",
        "The insurers are considering a lawsuit.",
    ),
    (
        "According to the Lanner Post, Moss had warned the board.",
        "The Lanner Post reports that Moss had warned the board.",
        "Moss had warned the board.",
    ),
    (
        "The bank Carrick lent Orvane 20 million pounds in 2022.",
        "In 2022, Orvane borrowed 20 million pounds from Carrick.",
        "In 2022, Carrick borrowed 20 million pounds from Orvane.",
    ),
    (
        "Ada Sand moved to Hebrida, where she succeeds Kim Roe.",
        "At Hebrida, Ada Sand succeeds Kim Roe.",
        "At Hebrida, Kim Roe succeeds Ada Sand.",
    ),
    (
        "Kim Roe informed the board that he would leave at the end of June.",
        "Kim Roe told the board that he would leave at the end of June.",
        "Kim Roe left at the end of June.",
    ),
    (
        "The interest on the loan went up from 4 to 6.5 %.",
        "The interest on the loan rose to 6.5 %.",
        "The interest on the loan rose to 4 %.",
    ),
    (
        "Moss does not expect more than five departures.",
        "Moss expects no more than five departures.",
        "Moss expects more than five departures.",
    ),
    (
        "The Prisma failed because of its heat, not because of its price.",
        "The Prisma failed because of its heat.",
        "The Prisma failed because of its price.",
    ),
    (
        "Delivery is to begin in September and to end in March 2026.",
        "Delivery will begin in September.",
        "Delivery will end in September.",
    ),
    (
        "Some of the engineers may follow Moss to Norway, two members of staff said.",
        "Two members of staff said that some engineers may follow Moss to Norway.",
        "Two members of staff said that the engineers may follow Moss to Norway.",
    ),
    (
        "Carrick put 18 million euros into Orvane in November. Moss raised 5 million dollars in the same month.",
        "Moss raised 5 million dollars in November.",
        "Moss raised 18 million euros in November.",
    ),
    (
        "Kim Roe is to become a professor in Trondheim.",
        "Kim Roe will be a professor in Trondheim.",
        "Kim Roe is a professor in Trondheim.",
    ),
    (
        "Nimbus released Heron 3 under the Apache 2.0 licence on Thursday.",
        "Heron 3, released on Thursday, is under the Apache 2.0 licence.",
        "Nimbus came out on Thursday.",
    ),
    ("The deal is worth 2.3 billion dollars.", "The value of the deal is $2.3bn.", "The deal has a value of $2.3m."),
    (
        "The new model is faster than Heron 2.",
        "Heron 2 is slower than the new model.",
        "Heron 2 is faster than the new model.",
    ),
    (
        "Rossi founded the company in 2011 together with Jan Novak.",
        "Rossi and Jan Novak founded the company in 2011.",
        "Jan Novak left the company in 2011.",
    ),
    (
        "Researchers at Delft found that the alloy corrodes faster in salt water.",
        "According to researchers at Delft, the alloy corrodes faster in salt water.",
        "The alloy corrodes faster in salt water.",
    ),
    (
        "It is unclear whether Sand was pushed out.",
        "It is not clear if Sand was pushed out.",
        "Sand was pushed out.",
    ),
    (
        "The model has 27 billion parameters, of which 3 billion are active.",
        "The model has 3 billion active parameters.",
        "The model has 27 billion active parameters.",
    ),
    (
        "Orla bought the start-up Nimbus for 40 million dollars.",
        "Nimbus was sold to Orla for $40 million.",
        "Orla was sold to Nimbus for $40 million.",
    ),
    ("The plant will close in June.", "The plant will shut in June.", "The plant shut in June."),
    ("Nimbus will cut its prices in May.", "Nimbus will cut its prices.", "Nimbus cut its prices in May."),
    ("Nimbus cut its prices in May.", "Nimbus cut its prices.", "Nimbus will cut its prices in May."),
    ("Nimbus wants to split the firm in May.", "Nimbus wants to split the firm.", "Nimbus split the firm in May."),
    (
        "The fund Greyfriar, Orvane's biggest owner, put another 18 million euros into the company.",
        "Greyfriar put another 18 million euros into Orvane.",
        "Orvane put another 18 million euros into Greyfriar.",
    ),
]


def proved(passage: str, claim: str) -> bool:
    return entails(passage, claim, CODEBOOK, passage) == ()


@read
@pytest.mark.parametrize(("passage", "claim"), [(p, c) for p, c, _ in FOLLOWS], ids=lambda text: text[:50])
def test_what_follows_is_supported(passage: str, claim: str) -> None:
    assert proved(passage, claim)


@read
@pytest.mark.parametrize(("passage", "claim"), [(p, c) for p, _, c in FOLLOWS], ids=lambda text: text[:50])
def test_what_does_not_follow_is_not_supported(passage: str, claim: str) -> None:
    assert not proved(passage, claim)


@pytest.mark.parametrize(
    ("claim", "kept"),
    [
        ("Nova pledged 48 billion yuan.", "Nova pledged 48 billion yuan for chips."),
        ("Nova pledged $6.6 billion.", "Nova pledged $6.6 billion for chips."),
        ("Nova pledged $7.6 billion.", "Nova pledged 48 billion yuan for chips."),
        ("Nova pledged 48 billion yuan, or $6.6 billion.", "Nova pledged 48 billion yuan for chips."),
    ],
)
def test_a_sum_told_in_two_kinds_of_money_is_the_one_that_the_claim_names(claim: str, kept: str) -> None:
    assert one_of_each("Nova pledged 48 billion yuan ($6.6 billion) for chips.", claim) == kept


@pytest.mark.parametrize(
    "text",
    [
        "“We pledge 48 billion yuan ($6.6 billion),” he said.",
        "Nova earned $5 million ($4 million in 2030).",
        "Nova (Oslo).",
    ],
)
def test_what_is_no_sum_told_twice_stays_as_it_is(text: str) -> None:
    assert one_of_each(text, "Nova earned $5 million.") == text
