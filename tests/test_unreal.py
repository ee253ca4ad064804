"""No example of a rule, put under a report that nobody stands for, is told as a fact of the source's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest

from briefwright.codebook import load_codebook
from briefwright.language import available
from test_conflict_pairs import briefing

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
INTRO = (
    "What the day brought\n"
    "Ada Lindqvist, Piotr Nowak and Mira Okafor are engineers at Halden Labs in Oslo. Halden Labs is a chip company. "
    "The Norrsken team of Halden Labs makes the models Lumen 4 and Aurora 3. Halden and Brightwater are companies."
)
#: An example's own name opens it with a capital that has to stay.
_NAMED = re.compile(r"(?:Ada|Piotr|Mira|Hugo|Halden|Lumen|Aurora|Brightwater|Norrsken)\b")
#: What a noun phrase presupposes ("the appointment of Hugo Marten"), or says of a name beside it, stays said.
_PRESUPPOSED = frozenset(
    """affiliation-formerly parsed-role-beside parsed-role-leads parsed-departure-noun parsed-affiliation-of
    parsed-appointment parsed-release release-noun meeting-mentioned meeting-dated meeting-date-first""".split()
)
_TOLD = frozenset("background risk scenario recommendation uncertainty governance market quote reaction".split())


def _inside(example: str) -> str:
    return example if _NAMED.match(example) else example[0].lower() + example[1:]


WRAPPINGS: dict[str, Callable[[str], str]] = {
    "untrue": lambda s: f"It is not true that {_inside(s)}",
    "denied": lambda s: f"Brightwater denied that {_inside(s)}",
    "rumoured": lambda s: f"Rumour has it that {_inside(s)}",
    "under a condition": lambda s: f"If {_inside(s)[:-1]}, the shares will fall.",
    "claimed": lambda s: f"Critics claim that {_inside(s)}",
    "believed by nobody": lambda s: f"Nobody believes that {_inside(s)}",
    "asked": lambda s: f"Is it true that {_inside(s)[:-1]}?",
    "hoped": lambda s: f"Brightwater hopes that {_inside(s)}",
    "in a novel": lambda s: f"In a novel by Piotr Nowak, {_inside(s)}",
    "unless": lambda s: f"The shares will fall unless {_inside(s)}",
    "wrongly reported": lambda s: f"It was wrongly reported that {_inside(s)}",
    "wished": lambda s: f"It would help if {_inside(s)}",
    "feared": lambda s: f"Investors fear that {_inside(s)}",
    "dreamt": lambda s: f"Piotr Nowak dreams that {_inside(s)}",
    "a joke": lambda s: f"An April joke said that {_inside(s)}",
}


def examples() -> list[str]:
    """One plain sentence of every rule of the default codebook that has one."""
    first = [r.yes[0] for r in load_codebook().rules if r.yes]
    plain = [y for y in first if y.endswith(".") and not re.search(r"[“\"?|:’]|\. ", y)]
    return plain


def test_there_are_examples_enough_to_tell() -> None:
    assert len(examples()) > 80


@pytest.mark.parametrize("name", WRAPPINGS)
def test_what_nobody_stands_for_is_no_fact(name: str) -> None:
    made = briefing(INTRO + "".join(f"\n{WRAPPINGS[name](s)}" for s in examples()), "Nothing else came.")
    facts = [
        s for s in made.statements
        if s.evidence.source == "000" and s.kind not in _TOLD and s.rule not in _PRESUPPOSED
        and int(s.evidence.passage[1:]) > 2 and s.stance == "stated" and s.hedge == "none" and s.polarity == "affirmed"
        and s.voice.startswith("source:")
    ]  # fmt: skip
    assert Counter(s.text for s in facts) == Counter()


#: Somebody, a deed in three forms, and what it is done to.
DEEDS = (
    ("Ada Lindqvist", "leave", "left", "left", "Halden Labs in May"),
    ("Halden Labs", "release", "released", "released", "Lumen 4 in May"),
    ("Brightwater", "hire", "hired", "hired", "Ada Lindqvist in May"),
    ("Halden Labs", "dismiss", "dismissed", "dismissed", "Ada Lindqvist"),
    ("Mira Okafor", "join", "joined", "joined", "Brightwater in June"),
    ("Halden Labs", "split", "split", "split", "the Norrsken team into three groups"),
    ("Halden Labs", "train", "trained", "trained", "Lumen 4 on 3 trillion tokens"),
    ("Halden Labs", "appoint", "appointed", "appointed", "Mira Okafor as chief scientist"),
)
#: Turns by which the deed is not told as done.
TURNS = tuple(
    line.strip()
    for line in """
    {s} may have {pp} {r}.
    {s} is rumoured to have {pp} {r}.
    {s} almost {p} {r}.
    {s} nearly {p} {r}.
    {s} has yet to {b} {r}.
    {s} refused to {b} {r}.
    {s} never {p} {r}.
    {s} is said to have {pp} {r}.
    {s} could have {pp} {r}.
    {s} wanted to {b} {r}.
    {s} threatened to {b} {r}.
    {s} would have {pp} {r}.
    {s} hopes to {b} {r}.
    {s} was asked to {b} {r}.
    {s} decided not to {b} {r}.
    {s} failed to {b} {r}.
    {s} forgot to {b} {r}.
    {s} considered whether to {b} {r}.
    {s} is unlikely to {b} {r}.
    {s} would rather {b} {r}.
    {s} had better {b} {r}.
    {s} allegedly {p} {r}.
    {s} has not {pp} {r}.
    {s} hardly ever {p} {r}.
    Had {s} {pp} {r}, nobody would have noticed.
    {s} pretended to {b} {r}.
    {s} has been urged to {b} {r}.
    {s} dreamed of having {pp} {r}.
    {s} was accused of having {pp} {r}.
    {s} denied having {pp} {r}.
    {s} is thought to have {pp} {r}.
    {s} is free to {b} {r}.
    {s} has the right to {b} {r}.
    {s} is not expected to {b} {r}.
    Few believed that {s} {p} {r}.
    The idea that {s} {p} {r} is absurd.
    It is a myth that {s} {p} {r}.
    Only if the bank agrees will {s} {b} {r}.
    Perhaps {s} {p} {r}.
    {s}, it is said, {p} {r}.
    {s} in all likelihood {p} {r}.
    """.strip().splitlines()
)
#: Told in the text's own words, which bring the turn along.
_IN_ITS_WORDS = frozenset({"amount-of-verb", "parsed-change-sought"})


@pytest.mark.parametrize("turn", TURNS)
def test_a_deed_that_a_turn_takes_back_is_not_told_as_done(turn: str) -> None:
    told = [turn.format(s=s, b=b, p=p, pp=pp, r=r) for s, b, p, pp, r in DEEDS]
    made = briefing(INTRO + "".join(f"\n{t}" for t in told), "Nothing else came.")
    facts = [
        s.text for s in made.statements
        if s.evidence.source == "000" and s.kind not in _TOLD and s.rule not in _IN_ITS_WORDS
        and int(s.evidence.passage[1:]) > 2 and s.stance == "stated" and s.hedge == "none" and s.polarity == "affirmed"
        and s.voice.startswith("source:")
    ]  # fmt: skip
    assert facts == []
