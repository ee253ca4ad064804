"""The trap benchmark: its claims are what they are said to be, and its counts cannot be talked round either."""

from __future__ import annotations

import dataclasses
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "benchmarks" / "verifier"


def program(name: str, called: str) -> ModuleType:
    """A program of the benchmark, under a name that no other benchmark's has."""
    spec = importlib.util.spec_from_file_location(called, FOLDER / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[called] = module
    spec.loader.exec_module(module)
    return module


traps = program("traps", "traps")
measure = program("measure", "verifier_measure")


@pytest.mark.parametrize("part", ["dev", "held_out"])
def test_every_claim_has_its_passage_its_partner_and_its_label(part: str) -> None:
    for folder in traps.corpora(FOLDER / part):
        assert list(traps.problems(traps.load(folder), traps.passages(folder))) == []


def test_there_are_claims_enough_in_classes_enough_and_a_third_of_them_is_held_back() -> None:
    count = {part: [c for f in traps.corpora(FOLDER / part) for c in traps.load(f)] for part in ("dev", "held_out")}
    both = count["dev"] + count["held_out"]
    assert len(both) >= 600
    assert 0.3 <= len(count["held_out"]) / len(both) <= 0.4
    for claims in count.values():
        assert len({c.cls for c in claims}) >= 16
        assert {c.grade for c in claims} == {1, 2, 3, 4}


def test_the_held_out_stories_share_no_name_of_a_story_with_those_for_development() -> None:
    dev, held = ({f.name for f in traps.corpora(FOLDER / part)} for part in ("dev", "held_out"))
    assert dev and held and not dev & held


def pair() -> list[object]:
    shared = {"source": "1", "passage": "p1", "cls": "number", "grade": 1, "pair": "x-1", "corpus": "x"}
    return [
        traps.Claim(id="x-a", text="Ana Roth has 4 hens.", label="true", **shared),
        traps.Claim(id="x-b", text="Ana Roth has 5 hens.", label="false", **shared),
    ]


TEXTS = {("1", "p1"): "Ana Roth has 4 hens.", ("1", "p2"): "Nothing else."}


def test_a_sound_pair_raises_no_problem() -> None:
    assert list(traps.problems(pair(), TEXTS)) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"passage": "p9"}, "there is no passage"),
        ({"label": "true"}, "one true claim and one false"),
        ({"label": "perhaps"}, "no label"),
        ({"cls": "colour"}, "no class"),
        ({"grade": 7}, "no grade"),
        ({"id": "x-a"}, "stands 2 times"),
        ({"text": "Ana Roth has 4 hens."}, "differ in their text"),
        ({"passage": "p2"}, "cite one passage"),
        ({"pair": "x-2"}, "one true claim and one false"),
    ],
)
def test_a_planted_flaw_in_the_claims_is_named(change: dict[str, object], told: str) -> None:
    true, false = pair()
    flawed = [true, dataclasses.replace(false, **change)]  # type: ignore[type-var]
    assert any(told in p.sentence for p in traps.problems(flawed, TEXTS))


def test_a_checker_that_accepts_everything_is_shown_to_accept_every_false_claim() -> None:
    everything = measure.Result(name="yes", accepted=frozenset({"x-a", "x-b"}))
    assert "| yes | 1/1 (100 %) | 1/1 (100 %) |" in measure.overall(pair(), [everything])
    assert "| number | 1 | 1 / 1 |" in measure.by_class(pair(), [everything])


def test_a_checker_that_is_not_to_be_had_says_so_and_scores_nothing() -> None:
    missing = measure.Result(name="gone", missing="No module named 'gone'")
    assert "could not be had" in measure.overall(pair(), [missing])
    assert "gone" not in measure.by_class(pair(), [missing])


def test_claims_of_the_held_out_part_are_never_listed() -> None:
    with pytest.raises(SystemExit):
        measure.main(["held_out", "--ours", "--show"])
