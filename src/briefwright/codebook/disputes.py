"""Words by which statements are held against each other: cues, word lists and tables of `conflicts.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from briefwright.model import ConflictType


@dataclass(frozen=True, kw_only=True, slots=True)
class Contrary:
    """Two states that exclude each other, and what both sentences must speak of, where that is needed."""

    type: ConflictType
    one: re.Pattern[str]
    other: re.Pattern[str]
    about: re.Pattern[str] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Disputes:
    """`cues` are searched in a sentence without regard to case; `tables` map a variant to its plain word."""

    cues: Mapping[str, re.Pattern[str]]
    words: Mapping[str, frozenset[str]]
    tables: Mapping[str, Mapping[str, str]]
    contraries: Mapping[str, Contrary]


def disputes(data: Mapping[str, object]) -> Disputes:
    """Build the lists from the mapping of `conflicts.yml`."""
    cues, words, tables, contraries = data["cues"], data["words"], data["tables"], data["contraries"]
    assert isinstance(cues, dict) and isinstance(words, dict) and isinstance(tables, dict)
    assert isinstance(contraries, dict)
    return Disputes(
        cues={str(name): _any(entries) for name, entries in cues.items()},
        words={str(name): frozenset(str(w) for w in entries) for name, entries in words.items()},
        tables={
            str(name): {str(variant): str(plain) for plain, variants in table.items() for variant in variants}
            for name, table in tables.items()
        },
        contraries={str(name): _contrary(pair) for name, pair in contraries.items()},
    )


def _contrary(pair: Mapping[str, object]) -> Contrary:
    about = pair.get("about")
    return Contrary(
        type=cast(ConflictType, str(pair.get("type", "modality"))),
        one=_any(pair["one"]),
        other=_any(pair["other"]),
        about=_any(about) if about else None,
    )


def _any(entries: object) -> re.Pattern[str]:
    """One pattern for a list: each cue begins at a word's start (unless it says so itself) and ends at a word's end."""
    assert isinstance(entries, list)
    cues = [str(entry) for entry in entries]
    parts = [rf"{cue}\b" if cue[-1].isalnum() or cue.endswith((")", "?", r"\w*", r"\w+")) else cue for cue in cues]
    return re.compile("|".join(p if p.startswith(("^", r"\s", r"(?:\b")) else rf"\b(?:{p})" for p in parts), re.I)
