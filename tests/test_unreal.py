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
