"""Sentences made of slots: past forms, articles, dates with their prepositions, doubt, denial, attribution."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.codebook import load_codebook
from briefwright.compose import display_name, on, past, role_phrase, sentence, when
from briefwright.extract.facts import REQUIRED
from briefwright.model import ARGUMENT_KINDS, KINDS, SLOTS, Basis, Entity, EntityKind, Kind, Polarity, SlotValue

CODEBOOK = load_codebook()
NAMES = {"mara-quell": "Mara Quell", "pelmora": "Pelmora", "lumen-4": "Lumen 4", "lumen-team": "the Lumen team"}
DAY = {"value": "2025-03-03", "precision": "day", "derived": None}


def text(
    kind: Kind, slots: Mapping[str, SlotValue], *, rule: str = "", hedge: str = "none", attribution: str | None = None,
    polarity: Polarity = "affirmed", basis: Basis = "note",
) -> str:  # fmt: skip
    return sentence(
        kind=kind, rule=rule, slots=slots, hedge=hedge, attribution=attribution, polarity=polarity, basis=basis,
        names=lambda e: NAMES.get(e, e), codebook=CODEBOOK,
    )  # fmt: skip


def left(**more: SlotValue) -> dict[str, SlotValue]:
    return {"person": "mara-quell", "organisation": "pelmora", "manner": "left", **more}


# --------------------------------------------------------------------------- past forms


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("left", "left"), ("leaving", "left"), ("stepping down", "stepped down"), ("merge", "merged"),
        ("consolidating", "consolidated"), ("splitting", "split"), ("building", "built"), ("founding", "founded"),
        ("steered", "steered"), ("oversaw", "oversaw"), ("release", "released"), ("launch", "launched"),
        ("rolled out", "rolled out"), ("Released", "released"), ("mentoring", "mentored"), ("closed", "closed"),
        ("Led", "led"), ("releasing", "released"), ("creating", "created"),
    ],
)  # fmt: skip
def test_a_verb_has_its_past_form(verb: str, form: str) -> None:
    assert past(verb) == form


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("writes", "wrote"), ("spinning off", "spun off"), ("seeks", "sought"), ("favours", "favoured"),
    ],
)  # fmt: skip
def test_a_verb_that_a_rule_may_capture_has_its_past_form(verb: str, form: str) -> None:
    assert past(verb) == form


_CAPTURED = """left departed resigned quit exited retired leaving departing merged merging merge split built building
created founding led leading wrote oversaw headed consolidated consolidating reorganised restructured combined closed
released launched unveiled introduced shipped published open-sourced debuted announced confirmed disclosed posted said
praised lauded thanked mourned called described took ran held""".split()


@settings(deadline=None)
@given(st.sampled_from(_CAPTURED))
def test_the_past_of_a_past_form_is_itself(verb: str) -> None:
    assert past(past(verb)) == past(verb)


# --------------------------------------------------------------------------- articles


@pytest.mark.parametrize(
    ("role", "phrase"),
    [
        ("CTO", "CTO"), ("technical lead", "technical lead"), ("head of strategy", "head of strategy"),
        ("chief scientist", "chief scientist"), ("researcher", "a researcher"), ("engineer", "an engineer"),
        ("staff research scientist", "a staff research scientist"), ("AI researcher", "an AI researcher"),
        ("HR manager", "an HR manager"),
    ],
)  # fmt: skip
def test_a_role_has_the_article_it_needs(role: str, phrase: str) -> None:
    assert role_phrase(role, CODEBOOK.lexicon.unique_roles) == phrase


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("Lumen team", "team", "the Lumen team"),
        ("The Lumen team", "team", "The Lumen team"),
        ("Lumen 4 small series", "model", "the Lumen 4 small series"),
        ("Lumen 4", "model", "Lumen 4"),
        ("Pelmora", "organisation", "Pelmora"),
    ],
)
def test_a_team_and_a_series_take_the_article(name: str, kind: EntityKind, shown: str) -> None:
    assert display_name(Entity(id="x", kind=kind, name=name)) == shown


# --------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        (DAY, "on 3 March 2025"),
        ({"value": "--03-03", "precision": "day"}, "on 3 March"),
        ({"value": "2019-07", "precision": "month"}, "in July 2019"),
        ({"value": "2023", "precision": "year"}, "in 2023"),
        ({"value": "tuesday", "precision": "weekday"}, "on Tuesday"),
        ({"value": "two days after", "precision": "relative", "words": "two days after"}, "two days after"),
        ({"value": "", "precision": "relative", "words": "hours after the gala"}, "hours after the gala"),
    ],
)
def test_a_date_has_its_preposition(date: Mapping[str, object], shown: str) -> None:
    assert when(date) == shown


def test_a_date_without_preposition_is_its_words() -> None:
    assert on({"value": "2019-07", "precision": "month"}) == "July 2019"


# --------------------------------------------------------------------------- doubt, denial, attribution


@pytest.mark.parametrize(
    ("hedge", "polarity", "attribution", "verb", "words"),
    [
        ("none", "affirmed", None, "", "Mara Quell left Pelmora."),
        ("reportedly", "affirmed", None, "", "Reportedly, Mara Quell left Pelmora."),
        ("unclear", "affirmed", None, "", "It is unclear whether Mara Quell left Pelmora."),
        ("if", "affirmed", None, "", "Only under a condition: Mara Quell left Pelmora."),
        ("none", "denied", None, "", "It is not the case that Mara Quell left Pelmora."),
        ("none", "affirmed", "the union", "", "According to the union, Mara Quell left Pelmora."),
        ("none", "affirmed", "the union", "denied", "The union denied that Mara Quell left Pelmora."),
        ("reportedly", "affirmed", "the union", "", "According to the union, reportedly, Mara Quell left Pelmora."),
        ("reportedly", "denied", None, "", "Reportedly, it is not the case that Mara Quell left Pelmora."),
    ],
)
def test_doubt_denial_and_attribution_stay_words(
    hedge: str, polarity: Polarity, attribution: str | None, verb: str, words: str
) -> None:
    slots = left(reporting=verb)
    assert text("departure", slots, hedge=hedge, polarity=polarity, attribution=attribution) == words


@pytest.mark.parametrize("hedge", sorted(CODEBOOK.lexicon.hedges))
def test_no_hedge_is_lost_in_the_words(hedge: str) -> None:
    assert text("departure", left(), hedge=hedge) != text("departure", left())


def test_every_hedge_that_a_text_can_have_has_a_frame() -> None:
    can = {*CODEBOOK.lexicon.hedge_of.values(), *CODEBOOK.lexicon.conditions.values()}
    assert can <= set(CODEBOOK.lexicon.hedges)


def test_a_name_keeps_its_capital_behind_an_attribution() -> None:
    said = text("departure", left(reporting="said"), attribution="the union")
    assert said.startswith("The union said that Mara")


def test_a_verb_of_doubt_is_not_said_twice() -> None:
    """What a voice suggests is suggested once."""
    said = text("departure", left(reporting="suggests"), hedge="suggests", attribution="a post")
    assert said.count("suggest") == 1


# --------------------------------------------------------------------------- kinds


@pytest.mark.parametrize(
    ("kind", "slots", "words"),
    [
        (
            "role",
            {"person": "mara-quell", "role": "CTO", "organisation": "pelmora"},
            "Mara Quell holds the role of CTO at Pelmora.",
        ),
        ("role", {"person": "mara-quell", "role": "CTO", "tense": "former"}, "Mara Quell is a former CTO."),
        ("role", {"person": "mara-quell", "role": "veteran", "tense": "past"}, "Mara Quell was a veteran."),
        (
            "departure",
            left(organisation="lumen-team", manner="resigned", date=DAY),
            "Mara Quell resigned from the Lumen team on 3 March 2025.",
        ),
        ("departure", left(manner="lost"), "Pelmora lost Mara Quell."),
        (
            "departure",
            left(manner="dismissed", role="head of safety"),
            "Mara Quell left Pelmora as head of safety, in the words of the text “dismissed”.",
        ),
        ("appointment", {"person": "mara-quell", "role": "analyst"}, "Mara Quell was appointed an analyst."),
        (
            "release",
            {
                "agent": "pelmora",
                "product": "lumen-4",
                "manner": "launch",
                "date": {"value": "2025-05", "precision": "month"},
            },
            "Pelmora released Lumen 4 in May 2025.",
        ),
        (
            "quantity",
            {"subject": "pelmora", "attribute": "engineers", "value": "300", "unit": "engineers", "approx": "over"},
            "For Pelmora, over 300 engineers are counted.",
        ),
        (
            "architecture",
            {
                "subject": "lumen-4",
                "attribute": "ratio",
                "value": "5:1",
                "first": "5",
                "second": "1",
                "of": "a",
                "to": "b",
            },
            "Lumen 4 has a and b in a ratio of 5:1.",
        ),
        ("licence", {"subject": "lumen-4", "licence": "MIT"}, "Lumen 4 is available under MIT."),
        (
            "quote",
            {"speaker": "mara-quell", "words": "It is over."},
            "Mara Quell is quoted with the words “It is over.”",
        ),
        ("quote", {"speaker": "mara-quell", "words": "over"}, "Mara Quell is quoted with the words “over”."),
    ],
)
def test_the_slots_of_a_kind_make_its_sentence(kind: Kind, slots: dict[str, SlotValue], words: str) -> None:
    assert text(kind, slots) == words


def test_words_of_an_original_are_quoted() -> None:
    slots: dict[str, SlotValue] = {"agent": "pelmora", "content": "a new plan"}
    assert text("announcement", slots, basis="original") == "Pelmora announced “a new plan”."


def test_our_own_words_are_not_quoted() -> None:
    slots: dict[str, SlotValue] = {"agent": "pelmora", "content": "a new plan"}
    assert text("announcement", slots) == "Pelmora announced a new plan."


def test_a_name_of_an_original_is_not_quoted() -> None:
    slots: dict[str, SlotValue] = {"agent": "pelmora", "content": "lumen-4"}
    assert text("announcement", slots, basis="original") == "Pelmora announced Lumen 4."


@pytest.mark.parametrize(("basis", "words"), [("note", "It may rain."), ("original", "“It may rain.”")])
def test_an_argument_is_its_sentence(basis: Basis, words: str) -> None:
    assert text("risk", {"sentence": "It may rain."}, basis=basis) == words


@pytest.mark.parametrize("pattern", [t.text for part in CODEBOOK.templates.values() for t in part])
def test_the_narrator_never_says_that_somebody_was_thrown_out(pattern: str) -> None:
    assert not any(word in pattern for word in ("fired", "ousted", "forced out", "sacked"))


_VALUES: dict[str, SlotValue] = {
    "date": DAY, "since": DAY, "until": DAY, "affected": ["pelmora", "lumen-4"], "value": "300", "first": "5",
    "second": "1", "approx": "over", "sentence": "It may rain.", "person": "mara-quell", "organisation": "pelmora",
    "product": "lumen-4", "subject": "lumen-4",
}  # fmt: skip


@st.composite
def filled(draw: st.DrawFn) -> tuple[Kind, str, dict[str, SlotValue]]:
    """A kind, a rule of it, and slots that hold all that the kind requires and any of the others."""
    kind = draw(st.sampled_from(KINDS))
    rule = draw(st.sampled_from([r.name for r in CODEBOOK.rules if r.kind == kind] or ["argument"]))
    needed = REQUIRED.get(kind, ())
    chosen = [s for s in SLOTS[kind] if s in needed or draw(st.booleans())]
    word = st.sampled_from(["lost", "released", "ratio", "leaving", "to lead", "runs on", "pelmora", "x"])
    return kind, rule, {s: _VALUES.get(s) or draw(word) for s in chosen}


@settings(deadline=None)
@given(
    filled(), st.sampled_from(["none", *CODEBOOK.lexicon.hedges]), st.sampled_from([None, "the union"]),
    st.sampled_from(["affirmed", "denied"]), st.sampled_from(["note", "original"]),
)  # fmt: skip
def test_whatever_the_slots_there_is_a_clean_sentence(
    made: tuple[Kind, str, dict[str, SlotValue]], hedge: str, attribution: str | None, polarity: Polarity, basis: Basis
) -> None:
    """Nothing raises; no field, bracket or double space is left over; it begins with a capital and ends as one."""
    kind, rule, slots = made
    if kind in ARGUMENT_KINDS:
        slots["sentence"] = "It may rain."
    out = text(kind, slots, rule=rule, hedge=hedge, attribution=attribution, polarity=polarity, basis=basis)
    assert not set("{}[]") & set(out) and "  " not in out and " ." not in out
    assert out[0] in "“" or not out[0].islower()
    assert out.rstrip("”")[-1] in ".?!"
