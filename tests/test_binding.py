"""Slots are bound in the cited sentence as in the statement: a swap that keeps every word is refused, by word order."""

from __future__ import annotations

import pytest

from briefwright.codebook import load_codebook
from briefwright.model import Evidence, Kind, Polarity, SlotValue, Statement
from briefwright.verify import blind_spots
from briefwright.verify.binding import unbound

CODEBOOK = load_codebook()
NAMES = {
    "orvane": ("Orvane",), "orvane-team": ("Orvane team",), "pelmora": ("Pelmora",), "lumen": ("Lumen 4",),
    "mara": ("Mara Quell",), "hana": ("Hana Kim",),
}  # fmt: skip


def refused(
    cited: str, kind: Kind, slots: dict[str, SlotValue], *, attribution: str | None = None, hedge: str = "none",
    polarity: Polarity = "affirmed",
) -> list[str]:  # fmt: skip
    """The slots that the sentence binds otherwise."""
    evidence = Evidence(
        source="0", passage="p1", start=0, end=len(cited), exact=cited, prefix="", suffix="", basis="note"
    )
    statement = Statement(
        id="s", kind=kind, text="", slots=slots, stance="stated", attribution=attribution, hedge=hedge,
        polarity=polarity, rule="r", voice="source:0", evidence=evidence,
    )  # fmt: skip
    return [slot for slot, _ in unbound(statement, cited, NAMES, CODEBOOK)]


@pytest.mark.parametrize(
    ("cited", "kind", "true", "lie"),
    [
        pytest.param(
            "Orvane released Lumen 4.", "release",
            {"agent": "orvane", "product": "lumen", "manner": "released"},
            {"agent": "lumen", "product": "orvane", "manner": "released"}, id="who released what",
        ),
        pytest.param(
            "Lumen 4 was released by Orvane.", "release",
            {"agent": "orvane", "product": "lumen", "manner": "released"},
            {"agent": "lumen", "product": "orvane", "manner": "released"}, id="the same in the passive",
        ),
        pytest.param(
            "Mara Quell left the Orvane team.", "departure",
            {"person": "mara", "organisation": "orvane-team", "manner": "left"},
            {"person": "mara", "organisation": "orvane", "manner": "left"}, id="a team for its company",
        ),
        pytest.param(
            "Mara Quell left Orvane.", "departure",
            {"person": "mara", "organisation": "orvane", "manner": "left"},
            {"person": "mara", "organisation": "orvane", "manner": "joined"}, id="the opposite deed",
        ),
        pytest.param(
            "Mara Quell left Orvane.", "departure",
            {"person": "mara", "organisation": "orvane", "manner": "left"},
            {"person": "hana", "organisation": "orvane", "manner": "left"}, id="another person",
        ),
        pytest.param(
            "Mara Quell left Orvane on Tuesday.", "departure",
            {"person": "mara", "date": {"value": "2026-03-03", "precision": "day", "derived": "…"}, "manner": "left"},
            {"person": "mara", "date": {"value": "2026-03-04", "precision": "day", "derived": "…"}, "manner": "left"},
            id="a Wednesday for a Tuesday",
        ),
        pytest.param(
            "Lumen 4 has more than 90 parameters.", "model_attribute",
            {"subject": "lumen", "value": "90", "approx": "more than"}, {"subject": "lumen", "value": "90"},
            id="an approximation lost",
        ),
        pytest.param(
            "Lumen 4 has 2 to 9 layers.", "model_attribute",
            {"subject": "lumen", "value": "2–9"}, {"subject": "lumen", "value": "9–2"}, id="a range turned round",
        ),
        pytest.param(
            "Lumen 4 has a 3:1 ratio of sparse to dense layers.", "architecture",
            {"subject": "lumen", "of": "sparse", "to": "dense layers", "first": "3", "second": "1"},
            {"subject": "lumen", "of": "sparse", "to": "dense layers", "first": "1", "second": "3"}, id="a ratio",
        ),
        pytest.param(
            "Mara Quell was the head of Orvane.", "role",
            {"person": "mara", "role": "head", "organisation": "orvane", "tense": "past"},
            {"person": "mara", "role": "head", "organisation": "orvane"}, id="is for was",
        ),
        pytest.param(
            "Hana Kim called the exit “a sad day”.", "quote",
            {"speaker": "hana", "words": "a sad day"}, {"speaker": "hana", "words": "the exit"}, id="not in the marks",
        ),
        pytest.param(
            "Hana Kim praised Mara Quell as “the soul of it”.", "quote",
            {"speaker": "hana", "words": "the soul of it"}, {"speaker": "mara", "words": "the soul of it"},
            id="another speaker",
        ),
    ],
)  # fmt: skip
def test_a_binding_that_the_sentence_has_passes_and_its_swap_is_refused(
    cited: str, kind: Kind, true: dict[str, SlotValue], lie: dict[str, SlotValue]
) -> None:
    assert refused(cited, kind, true) == []
    assert refused(cited, kind, lie) != []


def test_an_invented_holder_is_refused() -> None:
    cited = "Orvane's team lost Mara Quell."
    slots: dict[str, SlotValue] = {"subject": "orvane", "value": "mara"}
    assert set(refused(cited, "quantity", slots, attribution="Orvane")) == {"attribution"}


def test_a_holder_who_says_it_passes() -> None:
    cited = "Hana Kim said that Mara Quell left."
    assert refused(cited, "departure", {"person": "mara", "manner": "left"}, attribution="Hana Kim") == []


def test_a_statement_that_drops_according_to_is_refused() -> None:
    cited = "According to Hana Kim, Mara Quell left."
    assert refused(cited, "departure", {"person": "mara", "manner": "left"}) == ["attribution"]


@pytest.mark.parametrize(
    "cited",
    [
        "Hana Kim and Mara Quell posted goodbyes.",
        "Hana Kim is seen as the one who made Mara Quell a lead.",
        "Mara Quell left.",
    ],
)
def test_who_tells_nothing_is_no_source_of_it(cited: str) -> None:
    assert "attribution" in refused(cited, "role", {"person": "mara"}, attribution="Hana Kim")


def test_who_announced_that_it_is_so_is_its_source() -> None:
    cited = "Hana Kim announced that Mara Quell left."
    assert refused(cited, "departure", {"person": "mara", "manner": "left"}, attribution="Hana Kim") == []


def test_what_is_left_open_is_no_fact() -> None:
    cited = "It is unclear whether Mara Quell left."
    slots: dict[str, SlotValue] = {"person": "mara", "manner": "left"}
    assert refused(cited, "departure", slots) == ["hedge"]
    assert refused(cited, "departure", slots, hedge="unclear") == []


def test_a_denial_of_something_else_is_none() -> None:
    slots: dict[str, SlotValue] = {"person": "mara", "manner": "left"}
    assert refused("Mara Quell left.", "departure", slots, polarity="denied") == ["polarity"]
    assert refused("Mara Quell has not left.", "departure", slots, polarity="denied") == []


def test_blind_spots_are_counted_and_none_is_left_out() -> None:
    made = Evidence(source="0", passage="p1", start=0, end=4, exact="Left.", prefix="", suffix="", basis="note")
    derived = {"value": "2026-03-03", "precision": "day", "derived": "the Tuesday after"}
    one = Statement(
        id="s", kind="departure", text="", slots={"person": "mara", "date": derived}, stance="stated",
        attribution=None, hedge="none", polarity="affirmed", rule="r", voice="source:0", evidence=made,
    )  # fmt: skip
    assert [spot.count for spot in blind_spots([one], NAMES)] == [0, 1, 0, 1, 1]
