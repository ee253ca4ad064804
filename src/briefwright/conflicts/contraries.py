"""States of one thing that exclude each other: approved and still examined, in profit and in loss, intact and cracked.

The states are those of the codebook; that two sentences are about one thing is told by the rare words that they share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.codebook import load_codebook
from briefwright.codebook.disputes import Contrary
from briefwright.conflicts.amounts import places_differ
from briefwright.conflicts.cues import cue
from briefwright.conflicts.kin import Kin, kin
from briefwright.conflicts.view import Told, View, conflict, side_of, stems
from briefwright.model import Conflict

#: What two sentences share at least, besides the words of the states.
_LEAST = 0.8
#: And where both speak of what the states are states of.
_ABOUT = 0.4
#: Right before a state: it is not told as one.
_OPEN = re.compile(
    r"\b(?:if|unless|whether|until|before|in case|should|could|might|(?-i:may)|would|can|hopes? (?:to|that)|"
    r"fears? (?:that|to)|risks?|wants? to|whatever|nothing about)\b[^,;.]{0,50}$",
    re.IGNORECASE,
)
#: Who denies that there was a quarrel tells of none; who asks whether there was one neither.
_DENIED = re.compile(
    r"\b(?:whether|den(?:y|ies|ied|ying)|rul(?:es|ed) out|reject(?:s|ed)?|dismiss(?:es|ed)?)\b[^;.]*$", re.I
)
_NOT = re.compile(
    r"(?:\b(?:not|no|never|yet to|nor|neither|hardly|no longer|without|far from|nobody|none)|n't)(?: \w+){0,3} ?$", re.I
)


def contraries(view: View) -> Iterator[Conflict]:
    """One thing in states that exclude each other, by texts of different origin or by two voices in one passage."""
    read = kin(view)
    for name, pair in load_codebook().disputes.contraries.items():
        one = [(t, m) for t in view.told if (m := _state(pair.one, pair.other, t)) is not None]
        other = [(t, m) for t in view.told if (m := _state(pair.other, pair.one, t)) is not None]
        found: list[tuple[list[Told], list[Told]]] = []
        for a, m in one:
            for b, n in other:
                if not _apart(view, a, b) or not _one_thing(read, pair, a, b, stems(m) & stems(n)):
                    continue
                home = next((f for f in found if a in f[0] or b in f[1]), None)
                if home is None:
                    found.append(([a], [b]))
                else:
                    home[0].extend(t for t in [a] if t not in home[0])
                    home[1].extend(t for t in [b] if t not in home[1])
        for left, right in found:
            named = [frozenset().union(*(t.entities for t in told)) for told in (left, right)]
            yield conflict(
                pair.type, f"{name}: {left[0].source} {left[0].passage}", sorted(named[0] & named[1]),
                [side_of(left), side_of(right)], "What the one says and what the other says cannot both be so.",
            )  # fmt: skip


def _state(state: re.Pattern[str], contrary: re.Pattern[str], told: Told) -> str | None:
    """The words by which a sentence tells of a state; None where it asks, denies, supposes or has the contrary too."""
    if told.plain.rstrip().endswith("?"):
        return None
    own = list(state.finditer(told.plain))
    found = next((m for m in own if _told(told.plain[: m.start()])), None)
    if found is None:
        return None
    # "had not been asked" holds "been asked"
    against = (
        m for m in contrary.finditer(told.plain) if all(m.end() <= o.start() or o.end() <= m.start() for o in own)
    )
    return None if any(_told(told.plain[: m.start()]) for m in against) else found[0]


def _told(before: str) -> bool:
    """Is what follows these words told, neither denied nor supposed?"""
    return not _OPEN.search(before) and not _NOT.search(before) and not _DENIED.search(before)


def _apart(view: View, one: Told, other: Told) -> bool:
    """Two origins; or two sentences close to each other of which each is somebody's."""
    if view.origin_of(one.source) != view.origin_of(other.source):
        return True
    near = one.source == other.source and abs(int(one.passage[1:]) - int(other.passage[1:])) < 2
    return one is not other and near and _voiced(one) and _voiced(other)


def _voiced(told: Told) -> bool:
    return bool(cue("tells").search(told.plain)) or any(not s.voice.startswith("source:") for s in told.statements)


def _one_thing(read: Kin, pair: Contrary, one: Told, other: Told, aside: frozenset[str]) -> bool:
    if places_differ(one.plain, other.plain):
        return False
    if pair.about is not None and not all(pair.about.search(t.plain) for t in (one, other)):
        return False
    return read.shared(one, other, aside) >= (_LEAST if pair.about is None else _ABOUT)
