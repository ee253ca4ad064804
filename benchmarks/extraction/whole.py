"""Counting what belongs to the corpus as a whole: noise, origins, conflicts."""

from __future__ import annotations

from itertools import combinations, permutations

from gold import Dispute, Place
from matching import Reading
from tallies import Tally, spot, tally

from briefwright.model import Conflict, Side
from briefwright.text import slug


def noise(r: Reading) -> Tally:
    """Passages classed as noise; one that may be either is not counted."""
    made = [p for s in r.briefing.sources for p in s.passages if p.cls == "noise"]
    story = r.story
    wanted = ((spot(w), any(r.stands(p, w) for p in made)) for w in story.noise)
    said = []
    for p in made:
        hit = any(r.stands(p, w) for w in story.noise)
        if hit or not any(r.stands(p, w) for w in story.either):
            said.append((f"{p.source} ¶{p.number} ({p.reason}): {p.text[:80]}", hit))
    return tally(wanted, said)


def origins(r: Reading) -> Tally:
    """Pairs of documents that share wording."""
    wanted = {pair for group in r.story.origins for pair in combinations(sorted(group), 2)}
    made = {pair for o in r.briefing.origins for pair in combinations(sorted(o.sources), 2)}
    return tally(
        ((" + ".join(p), p in made) for p in sorted(wanted)), ((" + ".join(p), p in wanted) for p in sorted(made))
    )


def conflicts(r: Reading) -> Tally:
    """A conflict of a right type, two of whose sides cite two annotated sides. A doubtful identity may do for one.

    One that a reader may see or not is not counted, found or missed.
    """
    pairs = [(c, [d for d in r.story.disputes if c.type in d.types and _same(r, c, d)]) for c in r.briefing.conflicts]
    found = {id(d) for _, hits in pairs for d in hits}
    wanted = (
        (f"{d.types[0]}: {d.about}", id(d) in found or _doubted(r, d)) for d in r.story.disputes if not d.optional
    )
    said = (
        (f"{c.type}: {c.about}: " + " ↔ ".join(s.text for s in c.sides), bool(hits))
        for c, hits in pairs
        if not hits or not all(d.optional for d in hits)
    )
    return tally(wanted, said)


def _same(r: Reading, conflict: Conflict, dispute: Dispute) -> bool:
    if dispute.names and not all(n in _words(conflict) for n in map(slug, dispute.names)):
        return False
    return any(
        _cites(r, one, a) and _cites(r, other, b)
        for one, other in permutations(conflict.sides, 2)
        for a, b in combinations(dispute.sides, 2)
    )


def _words(conflict: Conflict) -> str:
    return slug(" ".join((conflict.about, conflict.note, *conflict.entities, *(s.text for s in conflict.sides))))


def _cites(r: Reading, side: Side, places: tuple[Place, ...]) -> bool:
    return any(r.at(r.statements[s], p) for s in side.statements if s in r.statements for p in places)


def _doubted(r: Reading, dispute: Dispute) -> bool:
    if len(dispute.names) != 2:
        return False
    first, second = (
        {e.id for e in r.briefing.entities if slug(name) in {slug(x) for x in (e.name, *e.aliases)}}
        for name in dispute.names
    )
    return any(set(r.entities[e].same_as_doubt) & second for e in first) or any(
        set(r.entities[e].same_as_doubt) & first for e in second
    )
