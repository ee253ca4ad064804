"""Every class of conflict in ten and more pairs of raw texts, and as many pairs that only look like one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefwright.codebook import load_codebook
from briefwright.codebook.linear import superlinear
from briefwright.distil import distil
from briefwright.model import Briefing, Origin, Passage, Sentence, Source
from briefwright.text import sentences
from conflict_matters import AGREEING, MATTERS
from conflict_pairs import ALIKE, CONFLICTS, INTRO
from conflict_told import LOOKS, TOLD

CODEBOOK = load_codebook()
LISTED = (CONFLICTS, TOLD, MATTERS)
PLANTED = [(kind, one, other) for listed in LISTED for kind, pairs in listed.items() for one, other in pairs]
ALIKES = (*ALIKE.items(), ("told", LOOKS), ("matters", AGREEING))
LOOKING = [(kind, one, other) for kind, pairs in ALIKES for one, other in pairs]


def briefing(*texts: str, rewritten: bool = False) -> Briefing:
    """A briefing of raw texts in memory, a paragraph a line; each an origin of its own unless they are rewrites."""
    made = []
    for n, text in enumerate(texts):
        passages, at = [], 0
        for number, line in enumerate(text.split("\n"), 1):
            passages.append(
                Passage(
                    source=f"{n:03d}", id=f"p{number}", number=number, cls="content", text=line,
                    offsets=tuple(range(at, at + len(line) + 1)),
                    sentences=tuple(Sentence(start=a, end=b, text=line[a:b]) for a, b in sentences(line)),
                )
            )  # fmt: skip
            at += len(line) + 1
        made.append(
            Source(
                id=f"{n:03d}", path=f"{n:03d}.txt", title=f"Text {n}", file=f"{n:03d}.txt", sha256="0" * 64,
                basis="original", text=text, passages=tuple(passages),
            )
        )  # fmt: skip
    ids = tuple(s.id for s in made)
    origins = [Origin(id="o", sources=ids, shared=())] if rewritten else [
        Origin(id=f"o{i}", sources=(i,), shared=()) for i in ids
    ]  # fmt: skip
    return distil(made, origins, CODEBOOK)


@pytest.mark.parametrize(("kind", "one", "other"), PLANTED, ids=[f"{k}-{n}" for n, (k, _, _) in enumerate(PLANTED)])
def test_a_pair_that_conflicts_is_set_side_by_side(kind: str, one: str, other: str) -> None:
    made = briefing(f"{INTRO}\n{one}", f"{INTRO}\n{other}")
    known = {s.id for s in made.statements}
    found = [c for c in made.conflicts if c.type == kind]
    assert found and all(len(c.sides) > 1 and all(set(s.statements) <= known for s in c.sides) for c in found)


@pytest.mark.parametrize(("kind", "one", "other"), LOOKING, ids=[f"{k}-{n}" for n, (k, _, _) in enumerate(LOOKING)])
def test_a_pair_that_only_looks_like_a_conflict_is_none(kind: str, one: str, other: str) -> None:
    assert [(c.type, c.about) for c in briefing(f"{INTRO}\n{one}", f"{INTRO}\n{other}").conflicts] == []


def test_a_denial_that_somebody_else_tells_keeps_its_voice_beside_the_assertion() -> None:
    made = briefing(
        f"{INTRO}\nLumina will keep the service free.",
        f"{INTRO}\nAccording to two managers, Lumina will not keep the service free.",
    )
    [found] = made.conflicts
    voices = {s.id: s.voice for s in made.statements}
    assert [[voices[s] for s in side.statements] for side in found.sides] == [["source:000"], ["two-managers"]]


def test_a_name_of_which_a_rewrite_swapped_a_word_is_doubted_on_both_entities() -> None:
    told = "{} opened a laboratory for salt batteries in Ghent on Friday."
    made = briefing(INTRO + "\n" + told.format("Brunel Institute"), INTRO + "\n" + told.format("Brunel College"))
    doubts = {e.name: e.same_as_doubt for e in made.entities if e.name.startswith("Brunel")}
    assert doubts == {
        "Brunel Institute": ("brunel-college",), "Brunel College": ("brunel-institute",)
    }  # fmt: skip


def test_each_list_of_cues_is_used() -> None:
    """A list that nobody looks up is a rule that nobody knows to be dead."""
    folder = Path(__file__).parents[1] / "src" / "briefwright" / "conflicts"
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    used = set(re.findall(r'["\'](\w+)["\']', code))
    lists = CODEBOOK.disputes
    assert {*lists.cues, *lists.words, *lists.tables} - used == set()


def test_the_cues_of_conflicts_are_linear() -> None:
    patterns = dict(CODEBOOK.disputes.cues)
    for name, pair in CODEBOOK.disputes.contraries.items():
        patterns |= {f"{name}: one": pair.one, f"{name}: other": pair.other}
        patterns |= {f"{name}: about": pair.about} if pair.about is not None else {}
    judged = {name: superlinear(pattern.pattern) for name, pattern in patterns.items()}
    assert {name: fault for name, fault in judged.items() if fault} == {}
