"""The conflicts of two briefings: which came, went, gained a side or lost one; and what a new source contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefwright.diff.model import Entry
from briefwright.diff.rests import joined, standing
from briefwright.diff.snapshot import Clash, Part, Snapshot


def conflicts(base: Snapshot, head: Snapshot) -> Iterator[Entry]:
    """An entry for each conflict that differs; all but one whose sides are only worded otherwise need a look."""
    for clash in head.conflicts.values():
        old = base.conflicts.get(clash.id)
        if old is None:
            yield Entry(
                what="conflict", id=clash.id, kind=clash.type, change="added", new=clash.told, flags=("new conflict",),
                rests=standing(clash, head),
            )  # fmt: skip
            continue
        flags = [*_sides(old, clash)]
        if old.resolution != clash.resolution:
            flags.append(f"resolution: {old.resolution} → {clash.resolution}")
        if flags or old.told != clash.told:
            yield Entry(
                what="conflict", id=clash.id, kind=clash.type, change="changed", old=old.told, new=clash.told,
                flags=tuple(flags), rests=joined(standing(old, base), standing(clash, head)),
            )  # fmt: skip
    for clash in base.conflicts.values():
        if clash.id not in head.conflicts:
            yield Entry(
                what="conflict", id=clash.id, kind=clash.type, change="removed", old=clash.told,
                flags=("conflict gone",), rests=standing(clash, base),
            )  # fmt: skip


def _sides(old: Clash, new: Clash) -> Iterator[str]:
    """A flag for each side that came or went."""
    yield from (f"a side more: {side.text}" for side in _unmatched(new.sides, old.sides))
    yield from (f"a side less: {side.text}" for side in _unmatched(old.sides, new.sides))


def _unmatched(sides: Sequence[Part], others: Sequence[Part]) -> list[Part]:
    """The sides of one conflict without a fellow in the other: one that has the same words, else a statement of it."""
    left = list(others)
    alone = list(sides)
    for alike in (_same_words, _same_statement):
        for side in tuple(alone):
            if (fellow := next((o for o in left if alike(side, o)), None)) is not None:
                alone.remove(side)
                left.remove(fellow)
    return alone


def _same_words(one: Part, other: Part) -> bool:
    return one.text == other.text


def _same_statement(one: Part, other: Part) -> bool:
    return bool(one.cites.keys() & other.cites.keys())


def contradicted(own: set[str], head: Snapshot) -> set[str]:
    """The statements of others on the sides of conflicts that these statements stand against."""
    found: set[str] = set()
    for clash in head.conflicts.values():
        ours = [side for side in clash.sides if own & side.cites.keys()]
        for side in clash.sides:
            if any(mine is not side for mine in ours):
                found |= side.cites.keys() - own
    return found
