"""Counting what is said and what happens: quotations, events, arguments, unknowns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from gold import Note
from matching import GIST, Reading, inside, letter_for_letter, share, tokens
from tallies import Tally, label, located, said, tally

from briefwright.model import Statement


def quotations(r: Reading) -> Tally:
    """Words and speaker. An interrupted quotation may come in pieces; together they must hold most of its words."""
    notes = r.story.of("quotations")
    held: dict[int, list[str]] = {}
    made = []
    for s in r.briefing.statements:
        if s.kind not in {"quote", "reaction"}:
            continue
        speaker = s.slots.get("speaker" if s.kind == "quote" else "holder")
        words = r.shown(s.slots.get("words" if s.kind == "quote" else "view"))
        near = [i for i, n in enumerate(notes) if r.at(s, n.place) and inside(words, " ".join(n.words)) >= 0.8]
        hits = [i for i in near if r.owned(speaker, notes[i].who)]
        for i in hits:
            held.setdefault(i, []).append(words)
        if s.kind == "quote" and not (hits and all(notes[i].optional for i in hits)):
            made.append((("" if hits or not near else "wrong speaker; ") + said(r, s), bool(hits)))
    wanted = []
    for i, n in enumerate(notes):
        whole = tokens(" ".join(n.words))
        have = sum(((whole & tokens(" ".join(held.get(i, ())))) or whole.__class__()).values())
        if not n.optional:
            wanted.append((label(n), have >= GIST * sum(whole.values())))
    return tally(wanted, made)


def letters(r: Reading) -> Tally:
    """Are the words of each quotation in the passage letter for letter? Only said and right are counted."""
    made = [s for s in r.briefing.statements if s.kind == "quote"]
    return tally(
        (),
        (
            (
                said(r, s),
                letter_for_letter(str(s.slots.get("words")), r.passages[s.evidence.source, s.evidence.passage].text),
            )
            for s in made
        ),
    )


# --------------------------------------------------------------------------- events and arguments

#: Kinds of statement that are right for a kind of event.
EVENT: Final[Mapping[str, frozenset[str]]] = {
    "departure": frozenset({"departure"}),
    "appointment": frozenset({"appointment"}),
    "release": frozenset({"release", "announcement"}),
    "announcement": frozenset({"announcement", "release", "organisation_change", "departure", "appointment"}),
    "organisation_change": frozenset({"organisation_change", "announcement"}),
    "meeting": frozenset({"meeting"}),
    "joined": frozenset({"biography", "affiliation", "appointment"}),
}
#: What counts as wrong when nobody annotated it. What is an "announcement" or a "biography" is a matter of taste.
_STRICT: Final = frozenset({"departure", "appointment", "release", "organisation_change", "meeting"})


def events(r: Reading) -> Tally:
    """Kind and participants. Several statements of a passage may share the participants of one event."""
    notes = r.story.of("events")
    people = {n.id for n in r.story.people}
    gathered: dict[int, set[str]] = {}
    made = []
    for s in r.briefing.statements:
        fitting = [i for i, n in enumerate(notes) if r.at(s, n.place) and any(s.kind in EVENT[k] for k in n.kinds)]
        taking = frozenset(w for v in s.slots.values() for w in r.who(v))
        leading = r.who(s.slots.get("person")) & people
        # One statement may hold what was annotated as two events of a kind ("She left, and he did").
        asked = {w for i in fitting for w in notes[i].who}
        hits = [
            i
            for i in fitting
            if not notes[i].who
            or ((leading or taking) & set(notes[i].who) and leading <= asked)
            or (notes[i].optional and not taking)  # names nobody: no more than may be left
        ]
        if s.polarity == "denied":
            continue
        for i in hits:
            gathered.setdefault(i, set()).update(taking)
        if s.kind not in _STRICT or s.stance == "speculated" or (hits and all(notes[i].optional for i in hits)):
            continue
        made.append((said(r, s), bool(hits)))
    wanted = ((label(n), i in gathered and set(n.who) <= gathered[i]) for i, n in enumerate(notes) if not n.optional)
    return tally(wanted, made)


_ARGUMENT: Final = frozenset({"risk", "scenario", "recommendation"})


def _gist(n: Note, s: Statement) -> bool:
    return share(n.words, f"{s.text} {s.evidence.exact}") >= GIST


def arguments(r: Reading) -> Tally:
    """Risks, scenarios and recommendations: the kind, the paragraph and most of the key words."""
    made = [s for s in r.briefing.statements if s.kind in _ARGUMENT]
    return located(r, r.story.of("arguments"), made, lambda n, s: s.kind in n.kinds and _gist(n, s))


def unknowns(r: Reading) -> Tally:
    """What a source says is not known. Recall only: nobody annotated every silence."""
    made = [s for s in r.briefing.statements if s.kind == "uncertainty"]
    return replace(located(r, r.story.of("unknowns"), made, _gist), said=0, right=0, wrong=())
