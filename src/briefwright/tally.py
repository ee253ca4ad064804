"""What the mutation self-test of the verifier found. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Survivor:
    """A corrupted statement that the verifier accepted, or (with `why`) one that is true of its passage.

    `text` is kept in memory alone: no file holds a false sentence about anybody.
    """

    cls: str
    statement: str
    text: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SelfTestClass:
    """How many corruptions of one class were made and refused, and how many turned out to be true."""

    name: str
    told: str
    made: int
    refused: int
    equivalent: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SelfTest:
    """What the mutation self-test found. `fits` are the hashes of what it holds for, by name.

    `made` leaves the equivalents out; `verbatim` are those of statements that carry the note's own sentence.
    """

    fits: tuple[tuple[str, str], ...]
    statements: int
    accepted: int
    made: int
    refused: int
    verbatim: int
    verbatim_refused: int
    classes: tuple[SelfTestClass, ...]
    survivors: tuple[Survivor, ...] = ()
    equivalents: tuple[Survivor, ...] = ()
