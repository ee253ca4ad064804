"""The cues of arguments: compiled once, each list one pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Reasons:
    """Patterns of `arguments.yml`, to be searched in a sentence without regard to case."""

    headings: Mapping[str, re.Pattern[str]]
    harms: re.Pattern[str]
    risks: re.Pattern[str]
    advice: re.Pattern[str]
    no_advice: re.Pattern[str]
    scenarios: re.Pattern[str]
    opens: Mapping[str, re.Pattern[str]]
    unknown: re.Pattern[str]
    no_imperative: frozenset[str]
    agents: frozenset[str]
    acts: frozenset[str]
    commands: frozenset[str]


def reasons(data: Mapping[str, object]) -> Reasons:
    """Build the patterns from the mapping of `arguments.yml`."""
    headings = data["headings"]
    assert isinstance(headings, dict)
    return Reasons(
        headings={str(kind): _any(cues) for kind, cues in headings.items()},
        harms=_any(data["harms"]),
        risks=_any(data["risks"]),
        advice=_any(data["advice"]),
        no_advice=_any(data["no_advice"]),
        scenarios=_any(data["scenarios"]),
        opens={
            "scenario": _any(data["opens_scenarios"]),
            "risk": _any(data["opens_risks"]),
            "recommendation": _any(data["opens_advice"]),
        },
        unknown=_any(data["unknown"]),
        no_imperative=frozenset(_listed(data["no_imperative"])),
        agents=frozenset(_listed(data["agents"])),
        acts=frozenset(_listed(data["acts"])),
        commands=frozenset(_listed(data["commands"])),
    )


def _listed(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(item) for item in value]


def _any(value: object) -> re.Pattern[str]:
    """One pattern for a list: each cue begins at a word's start, a plain word ends at its end."""
    parts = [rf"{cue}\b" if cue.replace(" ", "").replace("-", "").isalpha() else cue for cue in _listed(value)]
    return re.compile("|".join(p if p.startswith("^") else rf"\b(?:{p})" for p in parts), re.IGNORECASE)
