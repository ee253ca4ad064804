"""Every type of conflict on a planted contradiction, and silent on what only looks like one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from briefwright.codebook import load_codebook
from briefwright.conflicts import View, find_conflicts
from briefwright.distil import distil
from briefwright.model import (
    HOME,
    Briefing,
    Conflict,
    Entity,
    EntityKind,
    Evidence,
    Finding,
    Kind,
    Origin,
    Polarity,
    SlotValue,
    Source,
    Stance,
    Statement,
)  # fmt: skip
from reading import passage

CODEBOOK = load_codebook()
ENTITIES: dict[str, tuple[str, EntityKind]] = {
    "mara-quell": ("Mara Quell", "person"), "hana-kim": ("Hana Kim", "person"), "bo-lin": ("Bo Lin", "person"),
    "pelmora": ("Pelmora", "organisation"), "lumen-team": ("Lumen team", "team"), "lumen": ("Lumen", "family"),
    "lumen-4": ("Lumen 4", "model"), "vettel": ("Vettel", "model"),
}  # fmt: skip


def said(
    source: str, kind: Kind, slots: Mapping[str, SlotValue] | None = None, exact: str = "A sentence.", *,
    hedge: str = "none", stance: Stance = "stated", polarity: Polarity = "affirmed", rule: str = "",
) -> Statement:  # fmt: skip
    slots = slots or {}
    identity = f"{source}-{kind}-{sorted(slots.items(), key=str)}-{hedge}-{exact}"
    return Statement(
        id=identity, kind=kind, text=f"text of {identity}", slots=slots, stance=stance, attribution=None, hedge=hedge,
        polarity=polarity, rule=rule, voice=f"source:{source}",
        evidence=Evidence(source=source, passage="p1", start=0, end=1, exact=exact, prefix="", suffix="", basis="note"),
    )  # fmt: skip


def conflicts(*groups: Sequence[Statement], doubted: tuple[str, str] | None = None) -> list[Conflict]:
    """The conflicts between findings, each given as its statements; every source is an origin of its own."""
    findings = tuple(
        Finding(
            id=f"f{n}", kind=group[0].kind, text=group[0].text,
            entities=tuple(str(v) for s in group for v in s.slots.values() if isinstance(v, str) and v in ENTITIES),
            statements=tuple(s.id for s in group), origins=tuple(dict.fromkeys(f"o{s.evidence.source}" for s in group)),
            voices=tuple(s.voice for s in group), status="single-origin", section=HOME[group[0].kind], rank=n,
        )
        for n, group in enumerate(groups)
    )  # fmt: skip
    doubts = {doubted[0]: (doubted[1],), doubted[1]: (doubted[0],)} if doubted else {}
    entities = {i: Entity(id=i, kind=k, name=n, same_as_doubt=doubts.get(i, ())) for i, (n, k) in ENTITIES.items()}
    view = View(
        findings=findings, statements={s.id: s for g in groups for s in g}, entities=entities,
        name=lambda e: ENTITIES[e][0] if e in ENTITIES else e,
    )  # fmt: skip
    return list(find_conflicts(view))


def types(*groups: Sequence[Statement], doubted: tuple[str, str] | None = None) -> list[str]:
    return [c.type for c in conflicts(*groups, doubted=doubted)]


def date(value: str, precision: str = "day") -> dict[str, object]:
    return {"value": value, "precision": precision, "derived": None}


# --------------------------------------------------------------------------- value


def size(source: str, value: str, unit: str = "parameters", subject: str = "lumen-4") -> list[Statement]:
    return [
        said(source, "model_attribute", {"subject": subject, "attribute": "parameters", "value": value, "unit": unit})
    ]


def test_two_numbers_for_one_attribute_are_a_conflict_of_value() -> None:
    assert types(size("0", "7000000000"), size("1", "9000000000")) == ["value"]


@pytest.mark.parametrize(
    "other",
    [
        size("1", "7000000000"),
        size("1", "7", unit="layers"),
        size("1", "9000000000", subject="vettel"),
        size("1", "several"),
    ],
    ids=["the same", "another unit", "another subject", "no number"],
)
def test_no_other_number_is_no_conflict_of_value(other: list[Statement]) -> None:
    assert "value" not in types(size("0", "7000000000"), other)


# --------------------------------------------------------------------------- time


def left(source: str, person: str = "mara-quell", exact: str = "She left.", **slots: SlotValue) -> list[Statement]:
    return [said(source, "departure", {"person": person, "manner": "left", **slots}, exact)]


def test_two_days_for_one_event_are_a_conflict_of_time() -> None:
    assert types(left("0", date=date("2025-03-03")), left("1", date=date("2025-03-05"))) == ["time"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (date("2025-03-03"), date("2025-03", "month")),
        (date("2025-03-03"), date("2025", "year")),
        (date("2025-03-03"), date("--03-03")),
        (date("2025-03-03"), date("2025-03-03")),
        (date("2025-03-03"), None),
        (date("2025-03-03"), date("days after", "relative")),
    ],
    ids=["less detail", "the year only", "no year", "the same", "silence", "a distance"],
)
def test_a_date_with_less_detail_is_no_conflict(one: dict[str, object], other: dict[str, object] | None) -> None:
    assert types(left("0", date=one), left("1", date=other)) == []


def test_two_dates_of_two_people_are_no_conflict() -> None:
    assert types(left("0", date=date("2025-03-03")), left("0", "hana-kim", date=date("2025-03-05"))) == []


def test_two_dates_of_two_events_are_no_conflict() -> None:
    joined = said(
        "1", "affiliation", {"person": "mara-quell", "organisation": "pelmora", "since": date("2019-07", "month")}
    )
    assert types(left("0", date=date("2025-03-03")), [joined]) == []


AFTER = "Mara Quell left {} the release of Lumen 4."


def test_two_distances_in_time_that_exclude_each_other_are_a_conflict() -> None:
    one, other = AFTER.format("24 hours after"), AFTER.format("three weeks after")
    assert types(left("0", exact=one), left("1", exact=other)) == ["time"]


@pytest.mark.parametrize("other", ["one day after", "a day after", "24 hours after"])
def test_a_day_and_24_hours_are_no_conflict(other: str) -> None:
    assert types(left("0", exact=AFTER.format("24 hours after")), left("1", exact=AFTER.format(other))) == []


# --------------------------------------------------------------------------- role


def role(source: str, words: str, **slots: SlotValue) -> list[Statement]:
    return [said(source, "role", {"person": "mara-quell", "role": words, **slots})]


def test_two_roles_of_one_person_in_two_origins_are_a_conflict() -> None:
    assert types(role("0", "technical lead"), role("1", "chief scientist")) == ["role"]


@pytest.mark.parametrize(
    "other",
    [
        role("1", "lead"),
        role("1", "technical lead"),
        role("0", "chief scientist"),
        role("1", "chief scientist", tense="former"),
    ],
    ids=["less detail", "the same", "one origin names both", "an earlier one"],
)
def test_a_role_that_can_stand_beside_is_no_conflict(other: list[Statement]) -> None:
    assert types(role("0", "technical lead"), other) == []


def test_a_role_more_in_an_origin_that_names_the_other_too_is_no_conflict() -> None:
    assert types([*role("0", "engineer"), *role("1", "engineer")], role("1", "technical lead")) == []


# --------------------------------------------------------------------------- identity


def test_two_names_that_are_doubted_are_a_conflict_of_identity() -> None:
    assert "identity" in types(left("0"), left("1", "bo-lin"), doubted=("mara-quell", "bo-lin"))


def test_a_doubt_is_one_conflict_not_two() -> None:
    found = types(left("0"), left("1", "bo-lin"), doubted=("mara-quell", "bo-lin"))
    assert found.count("identity") == 1


def test_a_doubted_name_that_nothing_is_said_of_is_no_conflict() -> None:
    assert types(left("0"), doubted=("mara-quell", "bo-lin")) == []


# --------------------------------------------------------------------------- wording


def quote(source: str, words: str, speaker: str = "mara-quell") -> list[Statement]:
    return [said(source, "quote", {"speaker": speaker, "words": words}, stance="quoted")]


def test_two_wordings_of_one_remark_are_a_conflict() -> None:
    one, other = "It was a great honour to build Lumen with you.", "It was an honour to build Lumen with friends."
    assert types(quote("0", one), quote("1", other)) == ["wording"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It was a great honour to build Lumen with all of you.", "a great honour to build Lumen"),
        ("It was an honour to build Lumen.", "“It was an honour to build Lumen”"),
        ("It’s an honour to build Lumen.", "It's an honour to build Lumen."),
        ("It was an honour to build Lumen.", "The weather in Oslo is fine."),
        ("Goodbye.", "Thank you all."),
    ],
    ids=["a fragment", "marks", "an apostrophe", "another remark", "short ones"],
)
def test_what_is_no_second_version_is_no_conflict(one: str, other: str) -> None:
    assert types(quote("0", one), quote("1", other)) == []


def test_like_words_of_two_speakers_are_no_conflict() -> None:
    one, other = "It was a great honour to build Lumen with you.", "It was an honour to build Lumen with friends."
    assert types(quote("0", one), quote("1", other, "hana-kim")) == []


# --------------------------------------------------------------------------- modality


@pytest.mark.parametrize(
    "other",
    [
        said("1", "departure", {"person": "mara-quell"}, hedge="reportedly", stance="reported"),
        said("1", "departure", {"person": "mara-quell"}, hedge="rumoured", stance="speculated"),
        said("1", "departure", {"person": "mara-quell"}, polarity="denied"),
    ],
    ids=["reportedly", "rumoured", "denied"],
)
def test_doubt_or_denial_beside_an_assertion_is_a_conflict_of_modality(other: Statement) -> None:
    assert types([*left("0"), other]) == ["modality"]


def test_two_doubts_are_no_conflict() -> None:
    doubts = [said(s, "departure", {"person": "mara-quell"}, hedge="reportedly", stance="reported") for s in "01"]
    assert types(doubts) == []


def test_a_relayed_assertion_is_no_doubt() -> None:
    assert types([*left("0"), said("1", "departure", {"person": "mara-quell"}, stance="reported")]) == []


WHY = "The reasons why Mara Quell left are unclear."


def test_a_reason_here_and_none_there_is_a_conflict() -> None:
    given = said("1", "background", exact="Mara Quell resigned because of the merger.")
    assert types([said("0", "uncertainty", exact=WHY)], [given]) == ["modality"]


def test_a_reason_for_something_else_is_no_conflict() -> None:
    given = said("1", "background", exact="Prices rose because of the merger.")
    assert types([said("0", "uncertainty", exact=WHY)], [given]) == []


# --------------------------------------------------------------------------- participants


def test_lists_of_who_left_that_neither_hold_the_other_are_a_conflict() -> None:
    found = types([*left("0"), *left("1")], left("0", "hana-kim"), left("1", "bo-lin"))
    assert found == ["participants"]


@pytest.mark.parametrize(
    "groups",
    [
        [[*left("0"), *left("1")], left("1", "hana-kim")],
        [left("0"), left("1", "hana-kim")],
        [[*left("0"), *left("1")], [*left("0", "hana-kim"), *left("1", "hana-kim")]],
    ],
    ids=["one holds the other", "nobody in common", "the same"],
)
def test_lists_that_can_both_hold_are_no_conflict(groups: list[list[Statement]]) -> None:
    assert types(*groups) == []


def count(source: str, value: str) -> list[Statement]:
    return [
        said(source, "quantity", {"attribute": "engineers", "value": value, "unit": "engineers"}, rule="quantity-left")
    ]


def test_two_counts_of_who_left_are_a_conflict() -> None:
    assert "participants" in types(count("0", "3"), count("1", "5"))


def test_one_count_said_twice_is_no_conflict() -> None:
    assert types([*count("0", "3"), *count("1", "3")]) == []


# --------------------------------------------------------------------------- owner and scope


def users(source: str, subject: str, value: str = "90000") -> list[Statement]:
    return [said(source, "quantity", {"subject": subject, "attribute": "firms", "value": value, "unit": "firms"})]


def test_one_number_for_two_things_is_a_conflict_of_owner() -> None:
    assert types(users("0", "lumen"), users("1", "pelmora")) == ["owner"]


def test_one_number_for_a_family_and_its_model_is_a_conflict_of_scope() -> None:
    assert types(users("0", "lumen"), users("1", "lumen-4")) == ["scope"]


def test_two_numbers_for_two_things_are_no_conflict() -> None:
    assert types(users("0", "lumen"), users("1", "pelmora", "80000")) == []


def test_one_small_number_for_two_things_is_no_conflict() -> None:
    assert types(users("0", "lumen", "3"), users("1", "pelmora", "3")) == []


def test_leaving_the_firm_and_leaving_the_team_are_a_conflict_of_scope() -> None:
    assert types(left("0", organisation="pelmora"), left("1", organisation="lumen-team")) == ["scope"]


def test_leaving_the_firm_and_leaving_are_no_conflict() -> None:
    assert types(left("0", organisation="pelmora"), left("1")) == []


# --------------------------------------------------------------------------- from texts


def briefing(*texts: str) -> Briefing:
    """A briefing of notes in memory, one text a source, each an origin of its own."""
    sources = []
    for n, text in enumerate(texts):
        sources.append(
            Source(
                id=f"{n:03d}", path=f"{n:03d}.md", title=f"Text {n}", file=f"{n:03d}.md", sha256="0" * 64,
                basis="note", text=text, passages=(passage(text, source=f"{n:03d}"),),
            )
        )  # fmt: skip
    return distil(sources, [Origin(id=f"o{s.id}", sources=(s.id,), shared=()) for s in sources], CODEBOOK)


BASE = "Mara Quell, who spoke, is tall. Hana Kim, a lawyer, spoke. Pelmora is a firm. Pelmora grew. "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lumen 4 has a 262K context window.", "Lumen 4 has a 262,000-token context window."),
        ("Lumen 4 has 7 billion parameters.", "Lumen 4 has 7B parameters."),
        ("Mara Quell left Pelmora on 3 March 2025.", "Mara Quell left Pelmora in March 2025."),
        ("Mara Quell left Pelmora on 3 March 2025.", "Pelmora opened a lab."),
        ("Mara Quell left Pelmora.", "Quell Mara left Pelmora."),
        ("Mara Quell wrote: “It was an honour to build this.”", "Mara Quell spoke of “an honour to build this”."),
        ("Mara Quell was the technical lead.", "Mara Quell was the lead."),
        ("Pelmora employs over 300 engineers.", "Pelmora employs more than 300 engineers."),
    ],
    ids=["262K", "7B", "the month", "silence", "name order", "a fragment", "less of a role", "over"],
)
def test_the_same_thing_in_other_words_is_no_conflict(one: str, other: str) -> None:
    assert [(c.type, c.about) for c in briefing(BASE + one, BASE + other).conflicts] == []


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Lumen 4 has a 262K context window.", "Lumen 4 has a 128K context window.", "value"),
        ("Mara Quell left Pelmora on 3 March 2025.", "Mara Quell left Pelmora on 5 March 2025.", "time"),
        ("Mara Quell was the technical lead.", "Mara Quell was the chief scientist.", "role"),
        ("Mara Quell left Pelmora.", "Reportedly, Mara Quell left Pelmora.", "modality"),
        (
            "Jon Petrov, an analyst, wept. Jon Petrov left Pelmora.",
            "John Petrov, an analyst, left Pelmora.",
            "identity",
        ),
    ],
)
def test_a_contradiction_between_texts_is_found(one: str, other: str, kind: str) -> None:
    assert kind in {c.type for c in briefing(BASE + one, BASE + other).conflicts}


def test_what_is_open_about_one_person_disputes_no_other_departure() -> None:
    unclear = [said("1", "uncertainty", {"about": "hana-kim"}, "It is not yet clear whether Hana Kim has left.")]
    assert types(left("0", "hana-kim"), unclear) == ["modality"]
    assert types(left("0", "mara-quell"), unclear) == []


def test_a_denial_corroborates_nothing() -> None:
    """Who denies that something happened never makes it a thing said in two origins."""
    made = briefing(BASE + "Mara Quell left Pelmora.", BASE + "Hana Kim denied that Mara Quell left Pelmora.")
    assert [f.status for f in made.findings if f.kind == "departure" and f.status == "corroborated"] == []
    assert [c.type for c in made.conflicts] == ["modality"]


def test_a_conflict_has_the_same_id_in_any_order_of_findings() -> None:
    one, other = size("0", "7000000000"), size("1", "9000000000")
    assert [c.id for c in conflicts(one, other)] == [c.id for c in conflicts(other, one)]
