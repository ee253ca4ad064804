"""All that is read off the parse of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.codebook import Lexicon
from briefwright.extract.column_lines import column_lines
from briefwright.extract.frames import Frame
from briefwright.extract.parsed_affairs import affairs
from briefwright.extract.parsed_appointments import appointments
from briefwright.extract.parsed_bodies import bodies
from briefwright.extract.parsed_comings import comings
from briefwright.extract.parsed_delays import delays
from briefwright.extract.parsed_departures import departures
from briefwright.extract.parsed_ends import ends
from briefwright.extract.parsed_exits import exits
from briefwright.extract.parsed_fronted import fronted
from briefwright.extract.parsed_goings import goings
from briefwright.extract.parsed_issues import issues
from briefwright.extract.parsed_meetings import meetings
from briefwright.extract.parsed_newcomers import newcomers
from briefwright.extract.parsed_nouns import event_nouns
from briefwright.extract.parsed_offers import offers
from briefwright.extract.parsed_partings import partings
from briefwright.extract.parsed_posts import posts
from briefwright.extract.parsed_roles import roles
from briefwright.extract.parsed_shifts import shifts
from briefwright.extract.parsed_stations import stations
from briefwright.extract.parsed_successors import successors
from briefwright.extract.parsed_things import happenings
from briefwright.extract.syntax import Syntax
from briefwright.model import Kind

#: Kinds that the parse alone tells, where there is one (quotations by `speech`, which reads the whole passage).
PARSED: frozenset[Kind] = frozenset({"role", "departure", "appointment", "organisation_change", "quote"})


def read_tree(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Every frame that the parse of a sentence shows; nothing is asserted that the sentence only asks or imagines."""
    yield from roles(tree, lexicon)
    yield from fronted(tree, lexicon)
    yield from stations(tree, lexicon)
    yield from departures(tree, lexicon)
    yield from partings(tree, lexicon)
    yield from goings(tree, lexicon)
    yield from exits(tree, lexicon)
    yield from ends(tree, lexicon)
    yield from appointments(tree, lexicon)
    yield from successors(tree, lexicon)
    yield from newcomers(tree, lexicon)
    yield from comings(tree, lexicon)
    yield from shifts(tree, lexicon)
    yield from posts(tree, lexicon)
    yield from event_nouns(tree, lexicon)
    yield from happenings(tree, lexicon)
    yield from meetings(tree, lexicon)
    yield from issues(tree, lexicon)
    yield from delays(tree, lexicon)
    yield from offers(tree, lexicon)
    yield from bodies(tree, lexicon)
    yield from column_lines(tree)
    yield from affairs(tree, lexicon)
