"""The amounts of a sentence as the verifier reads them: each with its unit, the two ends of a change apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefwright.quantities import Quantity, find_quantities

_IN = re.compile(r" in (?:19|20)\d\d")
_ENDS = frozenset({"", ".", ",", ". ", ", ", ";", "; "})
#: What stands between the two numbers of "from 5 million dollars in 2023 to 6 million".
_FROM_TO = re.compile(r"(?: in (?:19|20)\d\d)? to ")
_CHANGED = re.compile(
    r"\b(?:rose|risen|rises?|rising|grew|grown|grows?|growing|climbed|climbs?|jumped|jumps?|(?:went|gone) (?:up|down)|"
    r"fell|fallen|falls?|falling|dropped|drops?|declined|declines?|slid|sank|shrank|shrunk|increased?|increases?|"
    r"decreased?|"
    r"reduced?|cuts?|raised?|raises?|lowered?|up|down|changed?)(?: [\w'’-]+){0,6} from $",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"\b(?:tens|dozens|hundreds|thousands|millions|billions|several|few|couple)\b", re.IGNORECASE)


def measures(sentence: str) -> Iterator[Quantity]:
    """The amounts in digits or number words; "dozens" and "several" are none."""
    return (q for q in _with_units(find_quantities(sentence), sentence) if _is_number(q))


def _with_units(found: Sequence[Quantity], sentence: str) -> Iterator[Quantity]:
    """ "from 48 million to 31 million dollars", "from 48 million dollars in 2023 to 31 million": both are dollars."""
    found = [part for q in found for part in _ends(q, sentence)]
    for i, q in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        before = found[i - 1] if i else None
        bare = q.kind == "count" and not q.unit and (sentence[q.end : q.end + 2] in _ENDS or _IN.match(sentence, q.end))
        if (
            before
            and bare
            and before.unit
            and (_FROM_TO.fullmatch(sentence[before.end : q.start]) or sentence[before.end : q.start] == " from ")
        ):
            yield replace(q, unit=before.unit, kind=before.kind)
            continue
        if before and bare and before.unit and _FROM_TO.fullmatch(sentence[before.end : q.start]):
            yield replace(q, unit=before.unit, kind=before.kind)
            continue
        if after and q.kind == "count" and not q.unit and after.unit and sentence[q.end : after.start] == " to ":
            yield replace(q, unit=after.unit, kind=after.kind)
        else:
            yield q


def _ends(q: Quantity, sentence: str) -> tuple[Quantity, ...]:
    """ "Rose from 4 to 6.5 %" tells of two amounts, where "4 to 6.5 %" is one range."""
    first, to, second = q.surface.partition(" to ")
    if q.high is None or not to or not _CHANGED.search(sentence[: q.start]):
        return (q,)
    low = replace(q, surface=first, end=q.start + len(first), noun_end=-1, high=None)
    return low, replace(q, surface=second, start=q.start + len(first) + len(to), low=q.high, high=None)


def _is_number(quantity: Quantity) -> bool:
    """Is it an amount in digits or number words, not "dozens", "several" or a rank?"""
    return quantity.kind != "rank" and (
        any(c.isdigit() for c in quantity.surface) or not _VAGUE.search(quantity.surface + " " + quantity.approx)
    )
