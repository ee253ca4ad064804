"""Counts of what was wanted and found, of what was said and right; and how a reader sees what was counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gold import Note, Place
from matching import Reading

from briefwright.model import Statement


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """Counts of one category. Recall is found / wanted; precision right / said, or none where it is not counted."""

    wanted: int = 0
    found: int = 0
    said: int = 0
    right: int = 0
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def recall(self) -> float | None:
        return self.found / self.wanted if self.wanted else None

    @property
    def precision(self) -> float | None:
        return self.right / self.said if self.said else None

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            wanted=self.wanted + other.wanted,
            found=self.found + other.found,
            said=self.said + other.said,
            right=self.right + other.right,
            missed=self.missed + other.missed,
            wrong=self.wrong + other.wrong,
        )


def tally(wanted: Iterable[tuple[str, bool]], said: Iterable[tuple[str, bool]]) -> Tally:
    """The counts of what was wanted (with: found?) and of what was said (with: right?)."""
    asked, made = tuple(wanted), tuple(said)
    return Tally(
        wanted=len(asked),
        found=sum(ok for _, ok in asked),
        said=len(made),
        right=sum(ok for _, ok in made),
        missed=tuple(label for label, ok in asked if not ok),
        wrong=tuple(label for label, ok in made if not ok),
    )


def label(note: Note) -> str:
    """An annotation as the output names it."""
    parts = ("/".join(note.kinds), ", ".join(note.who), note.text, " | ".join((*note.values, *note.words)))
    return f"{spot(note.place)}: " + " · ".join(p for p in parts if p)


def spot(place: Place) -> str:
    """A place as the output names it."""
    return f"{place.doc} ¶{place.spot}" if isinstance(place.spot, int) else f"{place.doc} “{place.spot}”"


def said(r: Reading, s: Statement) -> str:
    """A statement as the output names it."""
    slots = ", ".join(f"{k}={r.shown(v) or v}" for k, v in s.slots.items() if k != "sentence" and v is not None)
    return f"{s.evidence.source} ¶{s.evidence.passage[1:]}: {s.kind} ({s.rule}) {slots}"


def located(
    r: Reading,
    notes: Sequence[Note],
    statements: Sequence[Statement],
    match: Callable[[Note, Statement], bool],
    spare: Callable[[Statement], bool] = lambda s: False,
) -> Tally:
    """Notes against statements in the same place. What matches an optional note, or is to be spared, is not counted."""
    found: set[int] = set()
    made = []
    for s in statements:
        hits = [i for i, n in enumerate(notes) if r.at(s, n.place) and match(n, s)]
        found.update(hits)
        if hits and all(notes[i].optional for i in hits):
            continue
        if hits or not spare(s):
            made.append((said(r, s), bool(hits)))
    return tally(((label(n), i in found) for i, n in enumerate(notes) if not n.optional), made)
