"""Statements that cannot all hold, typed and set side by side. Nothing is decided here: both sides stay shown.

Each detector is a generator whose docstring is its rule. Those that need what a sentence says beyond its slots read
the cited sentences themselves (`View.told`), so that a fact put into words as an argument is compared all the same.
"""

from __future__ import annotations

from briefwright.conflicts.accounts import against, documents, part_ways, sees_otherwise
from briefwright.conflicts.acts import acts
from briefwright.conflicts.amounts import owners, values
from briefwright.conflicts.casualties import casualties
from briefwright.conflicts.contraries import contraries
from briefwright.conflicts.contrast import harms, links, not_but, officially, unproven
from briefwright.conflicts.courses import known_since, planned_twice, slips
from briefwright.conflicts.denials import denials
from briefwright.conflicts.figures import attributes, figures, tallies
from briefwright.conflicts.garbled import garbled
from briefwright.conflicts.holders import authors, makers, shares, successors
from briefwright.conflicts.leaving import last_days
from briefwright.conflicts.licences import licences
from briefwright.conflicts.modality import modalities, open_departures, plainness, questions, rumours, talk, undecided
from briefwright.conflicts.names import identities
from briefwright.conflicts.people import counts, participants, reasons, scopes
from briefwright.conflicts.places import arrivals, joining, moves, offices, sizes, standing
from briefwright.conflicts.recounted import changes, corrections, recounts
from briefwright.conflicts.rewrites import rewrites
from briefwright.conflicts.roles import roles
from briefwright.conflicts.sales import offers, stakes, talks
from briefwright.conflicts.spans import durations, ends, founders, licence_scope, of_what, prices
from briefwright.conflicts.stays import stays
from briefwright.conflicts.sums import sums
from briefwright.conflicts.supply import not_before, only_and_too, recalled, stopped
from briefwright.conflicts.tested import causes, tests
from briefwright.conflicts.timing import delays, intervals, put_off, release_times, times, weekdays
from briefwright.conflicts.trends import payments, trends
from briefwright.conflicts.twins import twins
from briefwright.conflicts.variants import variants
from briefwright.conflicts.view import View, reading
from briefwright.conflicts.wholes import wholes
from briefwright.conflicts.words import coined, moods, phrases, remarks, speakers, wordings
from briefwright.model import Conflict

__all__ = ["View", "find_conflicts"]

_DETECTORS = (
    values, tests, attributes, corrections, recounts, changes, delays, times, weekdays, intervals, release_times,
    put_off, ends, arrivals, roles, standing, identities, wordings, moods, coined, speakers, phrases, remarks,
    modalities, rumours, open_departures, undecided, licence_scope, denials, joining, unproven, plainness, talk, counts,
    participants, founders, scopes, reasons, owners, of_what, causes, documents, figures, sizes, prices, durations,
    tallies, part_ways, sees_otherwise, against, acts, twins, licences, stays, officially, not_but, harms, links,
    stakes, offers, talks, recalled, stopped, only_and_too, not_before, garbled, variants, moves,
    questions, trends, payments, offices, last_days, wholes, contraries, sums, rewrites,
    casualties, slips, known_since, makers, shares, successors, authors, planned_twice,
)  # fmt: skip
#: Detectors that read less than the others: what those have set side by side is not told once more.
_LAST = frozenset(
    {
        documents,
        figures,
        sizes,
        prices,
        durations,
        tallies,
        part_ways,
        sees_otherwise,
        against,
        acts,
        twins,
        licences,
        stays,
        weekdays,
        officially,
        not_but,
        harms,
        links,
        stakes,
        offers,
        talks,
        recalled,
        stopped,
        only_and_too,
        not_before,
        garbled,
        variants,
        moves,
        questions,
        trends,
        payments,
        offices,
        last_days,
        wholes,
        contraries,
        sums,
        rewrites,
        casualties,
        slips,
        known_since,
        makers,
        shares,
        successors,
        authors,
        planned_twice,
    }
)


def find_conflicts(view: View) -> tuple[Conflict, ...]:
    """Every conflict of the corpus, each once, in a stable order."""
    found: dict[str, Conflict] = {}
    read = reading(view)
    places = {s.id: (s.evidence.source, s.evidence.passage, s.evidence.start) for s in view.statements.values()}
    cited: list[tuple[str, list[frozenset[object]]]] = []
    for detector in _DETECTORS:
        for conflict in detector(read):
            sides = [frozenset[object](places[s] for s in side.statements) for side in conflict.sides]
            # the same sentences set against each other once more, by a rule that reads less
            if detector in _LAST and any(
                _again(sides, told) for kind, told in cited if _one_matter(kind, conflict.type)
            ):
                continue
            if conflict.id not in found:
                found[conflict.id] = conflict
                cited.append((conflict.type, sides))
    return tuple(sorted(found.values(), key=lambda c: (c.type, c.about, c.id)))


def _one_matter(one: str, other: str) -> bool:
    """May conflicts of two types be one matter? A number denied is one of value as well; who and when are two."""
    return (
        one == other
        or {one, other} in ({"value", "wording"}, {"value", "scope"})
        or ({one, other} <= {"value", "modality", "participants", "role"})
    )


def _again(sides: list[frozenset[object]], told: list[frozenset[object]]) -> bool:
    """Does each side cite a sentence of another conflict's side, and not all of them of one and the same?"""
    met = [next((n for n, side in enumerate(told) if side & own), None) for own in sides]
    return None not in met and len(set(met)) > 1
