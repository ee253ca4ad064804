"""Claims against a passage by grammar: true paraphrases and, for each, the same sentence with one thing changed."""

from __future__ import annotations

import pytest

from briefwright.claims import judge
from briefwright.codebook import load_codebook
from briefwright.language import available
from reading import passage

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")
CODEBOOK = load_codebook()


def verdict(text: str, claim: str) -> tuple[str, str]:
    outcome = judge(claim, passage(text), CODEBOOK)
    return outcome.verdict, outcome.slot


ROBOTS = (
    "Brightwell Robotics said on Monday that its chief executive, Tomas Reyl, will step down in June after "
    "eleven years at "
    "the Rotterdam-based firm. He will be replaced by Ingrid Sato, who has led the company's software unit since 2021. "
    "Reyl founded Brightwell in 2014 with two former colleagues from Delft. Analysts at Corvid Capital warned that the "
    "change could delay the launch of the Heron 3 arm."
)
MODELS = (
    "Ostra 2 has 34 billion parameters and a context window of 128,000 tokens, while the smaller Ostra 2 Mini "
    "has 8 billion "
    "parameters and a window of 32,000 tokens. Both models were trained on 6 trillion tokens and are licensed "
    "under Apache "
    "2.0. The attention layers are arranged in a 3:1 ratio of linear to full attention. Nordlys Labs released "
    "Ostra 2 on "
    "4 May 2026 and Ostra 2 Mini on 11 June 2026."
)
SALE = (
    "Two people familiar with the matter told the Fenwick Post that Halvard Energy is considering a sale of "
    "its battery "
    "arm, which employs nearly 900 people. A Halvard spokesperson declined to comment. The company reportedly "
    "rejected an "
    "offer of $2.4 billion from Tern Partners in March. “We are not for sale,” chief financial officer Lena "
    "Abara wrote in "
    "a memo to staff."
)
FOODS = (
    "Revenue at Pallas Foods grew 12 % to 640 million dollars in 2025, while profit fell from 48 million to 31 million "
    "dollars because cocoa prices rose. The company closed two of its nine plants. Its rival Greenacre lost 15 million "
    "dollars. Pallas expects sales to recover in 2026, but finance chief Nora Blum cautioned that margins may "
    "stay thin."
)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (ROBOTS, "Tomas Reyl is the chief executive of Brightwell Robotics."),
        (ROBOTS, "Ingrid Sato will succeed Reyl."),
        (ROBOTS, "Brightwell was founded by Tomas Reyl in 2014."),
        (ROBOTS, "According to Brightwell Robotics, its CEO will step down in June."),
        (MODELS, "Ostra 2 Mini has 8B parameters."),
        (MODELS, "The context window of Ostra 2 is 128K tokens."),
        (MODELS, "Nordlys Labs launched Ostra 2 Mini in June 2026."),
        (SALE, "Halvard reportedly rejected an offer of $2.4 billion from Tern Partners."),
        (SALE, "Almost 900 people are employed by Halvard's battery arm."),
        (SALE, "Lena Abara wrote in a memo to staff: “We are not for sale.”"),
        (FOODS, "Profit fell from $48 million to $31 million."),
        (FOODS, "Profit dropped because cocoa prices rose."),
        (FOODS, "Nora Blum warned that margins may stay thin."),
    ],
)
def test_a_true_paraphrase_is_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) == ("supported", "")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(ROBOTS, "Reyl will step down in July.", id="date"),
        pytest.param(ROBOTS, "Reyl stepped down in June.", id="tense"),
        pytest.param(ROBOTS, "Tomas Reyl will replace Ingrid Sato.", id="agent and patient"),
        pytest.param(ROBOTS, "Ingrid Sato founded Brightwell in 2014.", id="name"),
        pytest.param(ROBOTS, "Reyl founded Brightwell in 2021.", id="date of another event"),
        pytest.param(ROBOTS, "The change will delay the launch of the Heron 3 arm.", id="hedge and attribution"),
        pytest.param(ROBOTS, "The change could delay the launch of the Heron 3 arm.", id="attribution"),
        pytest.param(ROBOTS, "Corvid Capital warned that the change could delay the Heron 4 arm.", id="version"),
        pytest.param(MODELS, "Ostra 2 has 8 billion parameters.", id="number of another owner"),
        pytest.param(MODELS, "Ostra 2 has 34 million parameters.", id="unit"),
        pytest.param(MODELS, "Ostra 2 has more than 34 billion parameters.", id="approximation"),
        pytest.param(MODELS, "Nordlys Labs released Ostra 2 in June 2026.", id="date of another thing"),
        pytest.param(MODELS, "The ratio of full to linear attention is 3:1.", id="order of a ratio"),
        pytest.param(MODELS, "Only Ostra 2 was trained on 6 trillion tokens.", id="scope"),
        pytest.param(SALE, "Halvard Energy's battery arm employs 900 people.", id="approximation dropped"),
        pytest.param(SALE, "Halvard Energy is considering a sale of its battery arm.", id="attribution dropped"),
        pytest.param(SALE, "Halvard rejected an offer of $2.4 billion from Tern Partners.", id="hedge dropped"),
        pytest.param(SALE, "Tern Partners reportedly rejected an offer of $2.4 billion from Halvard.", id="sides"),
        pytest.param(SALE, "Lena Abara wrote: “We are for sale.”", id="word of a quotation"),
        pytest.param(SALE, "A spokesperson wrote: “We are not for sale.”", id="speaker"),
        pytest.param(SALE, "A Halvard spokesperson commented.", id="refusal"),
        pytest.param(SALE, "Halvard Energy employs nearly 900 people.", id="whole for a part"),
        pytest.param(FOODS, "Cocoa prices rose because profit fell.", id="cause reversed"),
        pytest.param(FOODS, "Profit fell from 31 million to 48 million dollars.", id="range"),
        pytest.param(FOODS, "Pallas closed nine plants.", id="all for some"),
        pytest.param(FOODS, "Revenue fell from 48 million to 31 million dollars.", id="subject"),
        pytest.param(FOODS, "Pallas lost 15 million dollars.", id="owner"),
        pytest.param(FOODS, "Sales will recover in 2026.", id="expectation as fact"),
        pytest.param(FOODS, "Nora Blum said that margins will stay thin.", id="hedge made sure"),
    ],
)
def test_the_same_sentence_with_one_thing_changed_is_not_supported(text: str, claim: str) -> None:
    assert verdict(text, claim)[0] != "supported"


@pytest.mark.parametrize(
    ("text", "claim", "slot"),
    [
        (ROBOTS, "Ingrid Sato has led the company's software unit since 2014.", "date"),
        (ROBOTS, "Tomas Reyl will not step down in June.", "negation"),
        (SALE, "Halvard rejected an offer of $2.4 billion from Tern Partners.", "hedge"),
        ("Hana Kim said that Lumen 4 failed.", "Lumen 4 failed.", "attribution"),
        ("Orvane bought Pelmora in May.", "Pelmora bought Orvane in May.", "order"),
        ("Orvane plans to buy Pelmora.", "Orvane bought Pelmora.", "tense"),
    ],
)
def test_what_the_passage_contradicts_is_unsupported_and_the_slot_named(text: str, claim: str, slot: str) -> None:
    assert verdict(text, claim) == ("unsupported", slot)


HUNG = (
    ("Lumen 4, whose price fell in May, is new. Quarry 2 is old.",
     "The price of Lumen 4 fell in May.", "The price of Quarry 2 fell in May."),
    ("Orvane has not yet reached that threshold, a spokeswoman, Lena Osei, said.",
     "Orvane has not yet reached that threshold, according to Lena Osei.",
     "Lena Osei has not yet reached that threshold."),
    ("Mara Quell told employees in a memo that she would stay until March 31.",
     "Mara Quell told employees that she would stay until March 31.",
     "Mara Quell told investors that she would stay until March 31."),
    ("Orvane reported revenue of $640 million for last year, up from $450 million the year before, and a net loss of "
     "$215 million.", "Orvane reported a net loss of $215 million.", "Orvane reported a net loss of $640 million."),
)  # fmt: skip


@pytest.mark.parametrize(("text", "true", "false"), HUNG)
def test_what_the_grammar_hangs_on_the_wrong_word_is_laid_where_it_belongs(text: str, true: str, false: str) -> None:
    assert (verdict(text, true)[0], verdict(text, false)[0] == "supported") == ("supported", False)
