"""Which amounts of raw text a sentence of ours tells, in which words, and which only the source's own sentence does."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.build import distil_folder
from briefwright.language import available
from briefwright.pages.values import value
from briefwright.pages.view import survey

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
INTRO = (
    "Orrin Group and Halden Labs in June\n\n"
    "Orrin Group, the retailer from Oslo, and Halden Labs, a laboratory in Porto, are companies. Mara Quell, the chief "
    "scientist of Halden Labs, and Jin-ho Bae, an engineer, built Lumen 4, a language model. "
    "Quarry 2 is a model of Orrin Group's.\n\n"
)
ARGUED = frozenset({"background", "market", "risk", "scenario", "recommendation", "uncertainty", "governance"})


def texts(folder: Path, text: str, name: str = "000_text.txt") -> set[str]:
    """What the briefing says of a text in words of its own."""
    (folder / name).write_text(INTRO + text + "\n", encoding="utf-8")
    return {s.text for s in distil_folder(folder).statements if s.kind not in ARGUED}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Halden Labs' 140 people were told on Monday.", "Halden Labs has 140 people."),
        ("On Monday the 140-strong Halden Labs was told.", "Halden Labs has 140 people."),
        ("Lumen 4 was downloaded 2 million times in May.", "Lumen 4 was downloaded 2 million times."),
        ("For the 11,000 firms that pay Halden Labs, little changes.", "11,000 firms pay Halden Labs."),
        ("Lumen 4 has 520 billion parameters, of which 27 billion are at work on any one word.",
         "For Lumen 4, “of which 27 billion are at work on any one word”, 27 billion parameters are named."),
        ("Halden Labs has pledged 48 billion yuan ($6 billion) for chips.", "Halden Labs has pledged 48 billion yuan."),
        ("Halden Labs has pledged 48 billion yuan ($6 billion) for chips.", "Halden Labs has pledged $6 billion."),
        ("Orrin Group owns 82% of Halden Labs.", "Orrin Group owns 82% “of Halden Labs”."),
        ("The message was read 1.4 million times before noon.", "The message was read 1.4 million times."),
        ("Lumen 4 is 40% quieter than Quarry 2.", "Lumen 4 is 40% quieter."),
        ("- Context of Lumen 4: 256K tokens, 512K with scaling",
         "The context window of Lumen 4, “with scaling”, is given as 512,000 tokens."),
        ("- Lumen 4 experts: 192 per layer, 6 of them active", "The experts of Lumen 4 are given as 192."),
        ("Halden Labs has cancelled an order for 20,000 chips worth some $480 million.",
         "Halden Labs has cancelled an order for 20,000 chips worth about $480 million."),
        ("Halden Labs raised about 5 million euros.", "Halden Labs raised about €5 million."),
        ("Orrin Group acquired 34% of Halden Labs in March for 210 million euros.",
         "Orrin Group acquired 34% of Halden Labs in March for €210 million."),
        ("Lumen 4 climbed from 61.2 to 70.5 on MathGauntlet.", "Lumen 4 climbed from 61.2 to 70.5."),
        ("Mara Quell cut her forecast of Orrin Group's revenue by 15%.",
         "Mara Quell cut her forecast of Orrin Group's revenue by 15%."),
        ("Lumen 4 came out in May. It answers in 0.8 seconds.", "Lumen 4 answers in 0.8 seconds."),
        ("Halden Labs, Mara Quell reckons, spent 22 million euros.",
         "Mara Quell reckons that Halden Labs spent €22 million."),
        ("Halden Labs has a staff of 95.", "Halden Labs has a staff of 95."),
        ("Headcount at Halden Labs stands at 126.", "The staff of Halden Labs stands at 126."),
        ("With 264 people in Oslo and Porto, Halden Labs develops models.", "Halden Labs has 264 people."),
        ("Halden Labs, a 25-person startup, is for sale.", "Halden Labs has 25 people."),
        ("Lumen 4 carries 192 GB of memory and costs $11,500.", "Lumen 4 costs $11,500."),
        ("The laboratory employs 310 people in Oslo.", "The laboratory employs 310 people."),
        ("Lumen 4 needs 60 percent less energy per answer.", "Lumen 4 needs 60% less energy."),
        ("Two weeks later Halden Labs said that Orrin Group had 300 staff.",
         "Halden Labs said that Orrin Group had 300 staff."),
    ],
)  # fmt: skip
def test_an_amount_is_told_in_plain_words(tmp_path: Path, text: str, wanted: str) -> None:
    assert wanted in texts(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Orrin Group has offered jobs to at least six of the laboratory's researchers.", "six"),
        ("Halden Labs was promised 40% of the group's 60,000 cards.", "40%"),
        ("Sign nothing with Halden Labs that runs for more than twelve months.", "12 months"),
        ("Companies with more than 50 million users need the permission of Halden Labs.", "50 million"),
        ("Halden Labs cut the price of Lumen 4 by 20%.", "price of Lumen 4 is given"),
        ("The evaluation was meant to run for 12 weeks.", "12 weeks"),
        ("Halden Labs' 71.8% is the best of five attempts.", "71.8%"),
        ("- Lumen 4 experts: 192 per layer, 6 of them active", "6"),
        ("- Attention of Lumen 4: 64 layers, seven linear ones to each full one", " 7"),
        ("Model | Total | Memory (4-bit)\n\nLumen 4 | 520B | 310 GB", "4 bits"),
        ("Every firm with a turnover above 20 million euros has to pay for Lumen 4.", "20 million"),
        (
            "Orrin Group, a company with 118,000 employees and sales of 6.4 trillion yen, left.",
            "employees of a company",
        ),
        ("Orrin Group acquired 34% of Halden Labs for 210 million euros.", "price of Orrin"),
        ("Expect the export regulator to take six months over Lumen 4.", "six months"),
        ("Mara Quell joins Orrin Group, where she grew revenue from $90 million to $640 million.", "revenue of Mara"),
        ("Halden Labs cancelled an order for 20,000 chips worth $480 million.", "chips of Halden Labs are given"),
        ("The $510 million startup Halden Labs rattled Orrin Group.", "startup of Halden"),
        ("Halden Labs said an update allowed the packs to charge at 4.5 amperes.", "4.5"),
        ("Lumen 4 is out, with prices starting at 2,400 rand.", "2,400"),
        ("Lumen 4 arrived on Monday with 15% smaller indexes and a fix.", "15%"),
        ("Lumen 4 was 2.7 times as fast as Quarry 2.", "2.7"),
        ("Halden Labs would have to retrain Lumen 4 or pay the actors 90 million pesos.", "90 million"),
        ("That is a lot for a company which took in 23 million euros.", "23 million"),
        ("Should it fail, Halden Labs would lose a third of its pictures of Asia.", "a third"),
        ("The two or three people of Halden Labs who understand Lumen 4 are working elsewhere.", "3 people"),
        ("The release of Lumen 4 by Halden Labs said 192 GB.", "192"),
        ("In 2040, she had worked out, Halden Labs spent 22 million euros on robots.", "22 million"),
        ("Halden Labs, they think, has 300 people.", "300"),
        ("How many of the 60 jobs concern safety, the company did not wish to say.", "company 60"),
        ("The small version, Lumen 4, makes do with 2.6 billion parameters and reacts in 40 milliseconds.", "do with"),
        ("Halden Labs has many owners. Its shares ended the day 6.1 percent higher.", "Halden Labs ended"),
        (
            "Lumen 4 could be taking orders, and the firm would be worth the 410 million euros at which it was valued.",
            "valuation of Lumen",
        ),
        ("Sign nothing with Halden Labs that lasts for more than ten weeks.", "10 weeks"),
    ],
)
def test_what_the_grammar_does_not_show_is_left_to_the_sentence_itself(tmp_path: Path, text: str, number: str) -> None:
    assert not [t for t in texts(tmp_path, text) if number in t]


def test_a_score_is_the_model_s_and_not_the_test_s(tmp_path: Path) -> None:
    told = texts(tmp_path, "Lumen 4 came out in May. On RepoFix, a test of patches, it scored 71.8 percent.")
    assert "The score on RepoFix of Lumen 4 is given as 71.8%." in told and not [
        t for t in told if t.startswith("RepoFix")
    ]


def test_the_company_that_speaks_is_nobody_where_two_were_named(tmp_path: Path) -> None:
    told = texts(
        tmp_path,
        "Lumen 4 is quick, according to Halden Labs. On RepoFix it beats Orrin Group's Quarry 2. "
        "Lumen 4 has been downloaded 3 million times, the company says.",
    )
    assert not [t for t in told if "Orrin Group says" in t or "Halden Labs says" in t]


def test_words_that_a_pronoun_utters_are_not_those_of_the_last_name(tmp_path: Path) -> None:
    told = texts(
        tmp_path,
        "Who thought of it? Mara Quell is often named. She says it was Jin-ho Bae: “I only stopped him from making it "
        "4:1,” she told our podcast.",
    )
    assert not [t for t in told if t.startswith("Jin-ho Bae is quoted")]


@pytest.mark.parametrize(
    "text",
    [
        "Someone on the forum swore that Mara Quell is to be chief scientist at Orrin Group.",
        "A stranger bragged that Mara Quell has left Halden Labs.",
        "In the last one Mara Quell comes back as a consultant.",
        "In the less friendly scenario, Mara Quell joins Orrin Group.",
    ],
)
def test_what_strangers_swear_and_scenarios_tell_is_no_fact(tmp_path: Path, text: str) -> None:
    plain = texts(tmp_path, "")
    assert not [t for t in texts(tmp_path, text) - plain if not t.startswith(("Someone", "A stranger"))]


def test_a_part_and_a_condition_are_findings_of_their_own_and_one_release_is_one(tmp_path: Path) -> None:
    (tmp_path / "000_a.txt").write_text(
        INTRO + "Lumen 4 came out on 24 February.\n\n- Context of Lumen 4: 256K tokens, 512K with scaling\n", "utf-8"
    )
    (tmp_path / "001_b.txt").write_text(
        INTRO + "Lumen 4, launched on Feb. 24, has a context of 512,000 tokens.\n", "utf-8"
    )
    briefing = distil_folder(tmp_path)
    texts_of = [{s.text for s in briefing.statements if s.id in f.statements} for f in briefing.findings]
    with_scaling = "The context window of Lumen 4, “with scaling”, is given as 512,000 tokens."
    assert {with_scaling} in texts_of
    assert [len(f.statements) for f in briefing.findings if f.kind == "release"] == [2]


def test_who_says_so_keeps_its_article_and_what_is_joined_to_it(tmp_path: Path) -> None:
    told = texts(tmp_path, "Mara Quell has resigned, the logistics and payments group said on Thursday.")
    assert "The logistics and payments group said that Mara Quell resigned." in told


def test_the_value_of_a_part_says_so_wherever_values_are_listed(tmp_path: Path) -> None:
    (tmp_path / "000_a.txt").write_text(
        INTRO + "Lumen 4 has 520 billion parameters, of which 27 billion are at work on any one word.\n", "utf-8"
    )
    seen = survey(distil_folder(tmp_path))
    shown = {value(seen, f) for f in seen.findings.values() if seen.slot(f, "attribute") == "parameters"}
    assert shown == {
        "520 billion parameters",
        "27 billion parameters (“of which 27 billion are at work on any one word”)",
    }


def test_a_conflict_of_numbers_shows_the_statements_that_give_them(tmp_path: Path) -> None:
    wire = "Lumen 4, released on Feb. 24, has 310 billion parameters, of which 18 billion are active, and handles"
    (tmp_path / "000_a.txt").write_text(f"{INTRO}{wire} a context of 512,000 tokens.\n", "utf-8")
    (tmp_path / "001_b.md").write_text(
        "# Lumen 4: the questions you keep asking\n\nLumen 4 is a language model.\n\n- Parameters: 310B in total\n"
        "- Context length: 256K tokens, 512K with scaling\n",
        "utf-8",
    )
    told = [{side.text for side in c.sides} for c in distil_folder(tmp_path).conflicts]
    assert told == [
        {"Lumen 4 handles a context of 512,000 tokens.", "The context window of Lumen 4 is given as 256,000 tokens."}
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Lumen 4 is out. It is distributed under the Apache 2.0 licence.", True),
        ("Lumen 4 is out. Apache 2.0 covers only the three smaller sizes.", False),
        ("Lumen 4 is out. The 9B weights sit under Apache 2.0.", False),
    ],
)
def test_a_licence_of_some_sizes_is_not_that_of_the_model(tmp_path: Path, text: str, whole: bool) -> None:
    assert ("Lumen 4 is available under Apache-2.0." in texts(tmp_path, text)) is whole
