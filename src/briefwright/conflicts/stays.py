"""Who goes, by one text, and stays by another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from briefwright.conflicts.cues import cue
from briefwright.conflicts.view import Told, View, conflict, index, mentions, side_of, stems
from briefwright.model import Conflict

#: How far before "is staying" the name may end.
_NEAR = 50


def stays(view: View) -> Iterator[Conflict]:
    """Told here that somebody leaves; there, by that person or of that person, that nothing of the sort happens."""
    names = index(view.entities.values())
    left: dict[str, list[Told]] = defaultdict(list)
    stay: dict[str, list[Told]] = defaultdict(list)
    for t in view.told:
        for person in sorted(_stayers(view, t, names)):
            stay[person].append(t)
        for s in t.statements:
            who = s.slots.get("person")
            if s.kind == "departure" and s.polarity == "affirmed" and isinstance(who, str):
                left[who].append(t)
        for m in cue("loses").finditer(t.plain):
            for person, start, _ in mentions(t.plain, names):
                if start == m.end() and view.entities[person].kind == "person" and t not in left[person]:
                    left[person].append(t)
    for person in sorted(left.keys() & stay.keys()):
        gone = [t for t in left[person] if t not in stay[person]]
        there = [t for t in stay[person] if any(_against(view, g, t, names) for g in gone)]
        if gone and there:
            yield conflict(
                "modality", f"whether {view.name(person)} leaves", [person], [side_of(gone), side_of(there)],
                "One text tells of a departure, another says that the person stays.",
            )  # fmt: skip


def _stayers(view: View, told: Told, names: Mapping[str, tuple[tuple[str, str], ...]]) -> set[str]:
    """Of whom a sentence says that they stay, or who say it of themselves."""
    out: set[str] = set()
    for s in told.statements:
        speaker = s.slots.get("speaker")
        if s.kind == "quote" and isinstance(speaker, str) and cue("i_stay").match(str(s.slots.get("words"))):
            out.add(speaker)
    m = cue("stays").search(told.plain)
    if m is not None and not cue("for_a_while").search(told.plain[m.end() : m.end() + 60]):
        before = [
            e for e, _, end in mentions(told.plain, names)
            if end <= m.start() <= end + _NEAR and view.entities[e].kind == "person"
        ]  # fmt: skip
        out.update(before[-1:])
    return {p for p in out if p in view.entities}


def _against(view: View, gone: Told, there: Told, names: Mapping[str, tuple[tuple[str, str], ...]]) -> bool:
    """Is the one told against the other? Who is still there while the notice runs leaves all the same."""
    if not _one_house(view, gone, there, names):
        return False
    if gone.source == there.source:
        return bool(cue("stays_plainly").search(there.plain))
    return view.origin_of(gone.source) != view.origin_of(there.source)


def _one_house(view: View, gone: Told, there: Told, names: Mapping[str, tuple[tuple[str, str], ...]]) -> bool:
    """Can both be about one house? Not if the one tells what was left, and the other names another."""
    left = {str(v) for s in gone.statements if s.kind == "departure" and (v := s.slots.get("organisation"))}
    now = {str(v) for s in there.statements if s.kind != "quote" and (v := s.slots.get("organisation"))}
    m = cue("stays").search(there.plain)
    if m is not None:
        now |= {e for e, start, _ in mentions(there.plain, names) if 0 < start - m.end() < 6 and _house(view, e)}
    a, b = (frozenset(w for e in houses for w in stems(view.name(e))) for houses in (left, now))
    return not (a and b and not a & b)


def _house(view: View, entity: str) -> bool:
    return view.entities[entity].kind in {"organisation", "team"}
