"""Statements that cannot all hold, typed and set side by side. Nothing is decided here: both sides stay shown."""

from __future__ import annotations

from briefwright.conflicts.events import intervals, owners, participants, reasons, scopes
from briefwright.conflicts.subjects import release_times, remarks
from briefwright.conflicts.values import identities, modalities, roles, times, values, wordings
from briefwright.conflicts.view import View
from briefwright.model import Conflict

__all__ = ["View", "find_conflicts"]

_DETECTORS = (
    values, times, intervals, roles, identities, wordings, modalities, participants, owners, scopes, reasons, remarks,
    release_times,
)  # fmt: skip


def find_conflicts(view: View) -> tuple[Conflict, ...]:
    """Every conflict of the corpus, each once, in a stable order."""
    found: dict[str, Conflict] = {}
    for detector in _DETECTORS:
        for conflict in detector(view):
            found.setdefault(conflict.id, conflict)
    return tuple(sorted(found.values(), key=lambda c: (c.type, c.about, c.id)))
