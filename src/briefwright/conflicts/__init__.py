"""Statements that cannot all hold, typed and set side by side. Nothing is decided here: both sides stay shown.

Each detector is a generator whose docstring is its rule. Those that need what a sentence says beyond its slots read
the cited sentences themselves (`View.told`), so that a fact put into words as an argument is compared all the same.
"""

from __future__ import annotations

from briefwright.conflicts.amounts import causes, owners, tests, values
from briefwright.conflicts.denials import denials, modalities
from briefwright.conflicts.names import identities
from briefwright.conflicts.people import counts, participants, reasons, scopes
from briefwright.conflicts.roles import roles
from briefwright.conflicts.timing import delays, intervals, release_times, times, weekdays
from briefwright.conflicts.view import View, reading
from briefwright.conflicts.words import coined, moods, remarks, wordings
from briefwright.model import Conflict

__all__ = ["View", "find_conflicts"]

_DETECTORS = (
    values, tests, delays, times, weekdays, intervals, release_times, roles, identities, wordings, moods, coined,
    remarks, modalities, denials, counts, participants, scopes, reasons, owners, causes,
)  # fmt: skip


def find_conflicts(view: View) -> tuple[Conflict, ...]:
    """Every conflict of the corpus, each once, in a stable order."""
    found: dict[str, Conflict] = {}
    read = reading(view)
    for detector in _DETECTORS:
        for conflict in detector(read):
            found.setdefault(conflict.id, conflict)
    return tuple(sorted(found.values(), key=lambda c: (c.type, c.about, c.id)))
