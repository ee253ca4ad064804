"""Which findings open the briefing: the editor's pins and drops, counts, and the caps by kind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.codebook import Codebook, Drop, Pin, load_codebook
from briefwright.model import HOME, KINDS, Evidence, Finding, Kind, Statement
from briefwright.rank import FIRST_SCREEN, SUMMARY, rank

CODEBOOK = load_codebook()


def finding(
    name: str, kind: Kind = "departure", entity: str = "pelmora", origins: int = 1, statements: int = 1
) -> Finding:
    return Finding(
        id=name, kind=kind, text=name, entities=(entity,), statements=tuple(f"{name}-{i}" for i in range(statements)),
        origins=tuple(f"o{i}" for i in range(origins)), voices=("source:000",), status="single-origin",
        section=HOME[kind], rank=0,
    )  # fmt: skip


def pinned(*names: str) -> Codebook:
    pins = tuple(Pin(finding=n, rank=i, why="", where=f"codebook.yml:{i}") for i, n in enumerate(names, 1))
    return replace(CODEBOOK, pins=pins)


def dropped(*names: str) -> Codebook:
    return replace(CODEBOOK, drops=tuple(Drop(finding=n, why="", where="codebook.yml:9") for n in names))


MANY = tuple(finding(f"{kind}{i}", kind) for i in range(8) for kind in KINDS)


def test_what_more_origins_say_comes_first() -> None:
    assert [f.id for f in rank([finding("a"), finding("b", origins=2)], CODEBOOK)] == ["b", "a"]


def test_of_equal_origins_what_more_statements_say_comes_first() -> None:
    assert [f.id for f in rank([finding("a"), finding("b", statements=2)], CODEBOOK)] == ["b", "a"]


def test_of_equal_counts_the_order_of_kinds_decides() -> None:
    found = [finding("m", "market"), finding("r", "release"), finding("d"), finding("x", "role")]
    assert [f.id for f in rank(found, CODEBOOK)] == ["d", "r", "x", "m"]


def test_the_ranks_count_from_one() -> None:
    assert [f.rank for f in rank(MANY, CODEBOOK)] == list(range(1, len(MANY) + 1))


def test_a_pin_comes_first_in_the_order_given() -> None:
    found = rank(MANY, pinned("background7", "market3"))
    assert [f.id for f in found if f.summary_rank in {1, 2}] == ["background7", "market3"]


def test_a_pin_beats_any_number_of_origins() -> None:
    assert rank([finding("a", origins=5), finding("b")], pinned("b"))[0].id == "b"


def test_a_drop_is_kept_off_the_home_page_and_stays_a_finding() -> None:
    found = {f.id: f for f in rank(MANY, dropped("departure0"))}
    assert (found["departure0"].summary, found["departure0"].summary_rank) == (False, None)


def test_the_first_screen_holds_no_more_than_its_number() -> None:
    assert sorted(f.summary_rank for f in rank(MANY, CODEBOOK) if f.summary_rank) == list(range(1, FIRST_SCREEN + 1))


def test_the_home_page_holds_no_more_than_its_number() -> None:
    assert sum(f.summary for f in rank(MANY, CODEBOOK)) <= SUMMARY


@pytest.mark.parametrize(
    ("kind", "most"), [("departure", 3), ("quote", 2), ("role", 1), ("release", 1), ("licence", 1)]
)
def test_one_kind_does_not_fill_the_first_screen(kind: Kind, most: int) -> None:
    shown = [f for f in rank(MANY, CODEBOOK) if f.summary_rank and f.kind == kind]
    assert len(shown) <= most


def test_more_pins_than_places_fill_the_first_screen_only() -> None:
    names = [f"departure{i}" for i in range(8)] + [f"quote{i}" for i in range(8)]
    assert max(f.summary_rank or 0 for f in rank(MANY, pinned(*names))) == FIRST_SCREEN


def test_what_concerns_none_of_the_leading_names_does_not_open_the_briefing() -> None:
    crowd = [finding(f"c{n}-{i}", "market", f"firm{n}") for n in range(12) for i in range(3)]
    aside = rank([*crowd, finding("aside", "departure", "nobody-else")], CODEBOOK)
    assert not next(f for f in aside if f.id == "aside").summary


def test_what_the_texts_open_with_comes_before_the_kinds_in_turn() -> None:
    """A merger that no rule has read stands in the first sentence of each text."""
    found = [*MANY, replace(finding("merger", "market"), text="Orla and Pelmora merge.")]
    ranked = rank(found, CODEBOOK, heads={"merger": 3})
    assert next(f for f in ranked if f.id == "merger").summary_rank == 1


@pytest.mark.parametrize(
    "text",
    ["“She denies it.”", "“But Lumina rose.”", "“If a fifth of them left, Lumina would fall.”", "“Who knows Lumina?”",
     "“Model | Size | Lumina”", "Title line: “Lumina falls”"],
)  # fmt: skip
def test_what_cannot_stand_alone_is_not_on_the_first_screen(text: str) -> None:
    ranked = rank([replace(finding("a", "background"), text=text)], CODEBOOK)
    assert ranked[0].summary_rank is None


def test_of_two_findings_that_say_nearly_the_same_the_first_screen_has_one() -> None:
    twins = [
        replace(finding("a", "uncertainty", statements=2), text="Pelmora declined to comment on the matter."),
        replace(finding("b", "market"), text="Pelmora has declined to comment on the matter."),
    ]
    assert [f.summary_rank for f in rank(twins, CODEBOOK)] == [1, None]


def test_a_disputed_number_is_not_on_the_first_screen() -> None:
    found = [replace(finding("a", "quantity"), status="disputed"), finding("b", "quantity")]
    assert [f.id for f in rank(found, CODEBOOK) if f.summary_rank] == ["b"]


def test_one_person_leaves_once_on_the_first_screen() -> None:
    gone = [replace(finding(n), entities=("ada",), text=t) for n, t in (("a", "Ada quit."), ("b", "Ada is leaving."))]
    assert [f.summary_rank for f in rank(gone, CODEBOOK)] == [1, None]


def test_a_loaded_word_for_a_leaving_does_not_open_the_briefing() -> None:
    text = "Ada left, in the words of the text “pushed out”."
    made = replace(finding("a"), text=text)
    told = {"a-0": Statement(
        id="a-0", kind="departure", text=text, slots={"person": "ada"}, stance="stated", attribution=None, hedge="none",
        polarity="affirmed", rule="", voice="source:000",
        evidence=Evidence(
            source="000", passage="p1", start=0, end=1, exact="A", prefix="", suffix="", basis="original"
        ),
    )}  # fmt: skip
    assert rank([made], CODEBOOK, told=told)[0].summary_rank is None


def test_no_findings_give_no_findings() -> None:
    assert rank([], CODEBOOK) == ()


def test_a_pin_of_what_is_no_finding_has_no_effect() -> None:
    assert rank(MANY, pinned("nothing")) == rank(MANY, CODEBOOK)


@settings(deadline=None)
@given(st.permutations(MANY[:30]))
def test_ranking_loses_and_adds_nothing(findings: list[Finding]) -> None:
    assert sorted(f.id for f in rank(findings, CODEBOOK)) == sorted(f.id for f in findings)


@settings(deadline=None)
@given(st.lists(st.sampled_from(MANY), unique_by=lambda f: f.id))
def test_whatever_is_on_the_first_screen_is_on_the_home_page(findings: list[Finding]) -> None:
    assert all(f.summary for f in rank(findings, CODEBOOK) if f.summary_rank)
