"""Where people go, in what standing, and how many they lead: read from the sentences of different texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from operator import attrgetter

from briefwright.conflicts.amounts import exclude_amounts
from briefwright.conflicts.cues import cue
from briefwright.conflicts.view import Told, View, conflict, index, mentions, side_of, sides_by
from briefwright.dates import find_dates, overlap
from briefwright.model import Conflict
from briefwright.quantities import Quantity, find_quantities

#: How far behind the name "will act as" may begin.
_REACH = 60
_PRONOUN = re.compile(r"(?:But |And |Yet )?(?:She|He)\b")
#: "was acting head" once.
_ONCE = re.compile(r"\b(?:was|had been|served as|former|formerly|previously) (?:an? |the )?$", re.I)
#: Words between a number and the group that it counts.
_FEW = r"(?:[\w'-]+ ){0,4}?"


def standing(view: View) -> Iterator[Conflict]:
    """An office held for the time being in one text; in another for good, or taken over as a successor takes it."""
    for_now: dict[str, list[Told]] = defaultdict(list)
    for_good: dict[str, list[Told]] = defaultdict(list)
    follows: dict[str, list[Told]] = defaultdict(list)
    names = index(view.entities.values())
    for t in view.told:
        for held, name in ((for_good, "for_good"), (for_now, "for_now")):
            found = cue(name).search(t.plain)
            before = t.plain[: found.start()] if found is not None else ""
            if found is not None and not cue("not_before").search(before) and not _ONCE.search(before):
                for person in _holder(view, t, found.start(), names):
                    held[person].append(t)
                break
        else:
            for person in _successor(t, view):
                follows[person].append(t)
    for person in sorted(for_now):
        now = for_now[person]
        for good, note in (
            (for_good.get(person, []), "For the time being in one text, for good in another."),
            (follows.get(person, []), "For the time being in one text; by another the office was simply handed over."),
        ):
            told = {t.source for t in now}
            good = [t for t in good if t.source not in told]
            if any(view.origin_of(t.source) != view.origin_of(g.source) for t in now for g in good):
                yield conflict(
                    "role", f"in what standing {view.name(person)} holds the office", [person],
                    [side_of(now), side_of(good)], note,
                )  # fmt: skip
                break


def _holder(view: View, told: Told, at: int, names: Mapping[str, tuple[tuple[str, str], ...]]) -> list[str]:
    """Who holds the office that a place of a sentence is about: the one named there, or named last before it."""
    people = view.people(told)
    if _PRONOUN.match(told.plain):
        place = view.told.index(told)
        back = [x for x in view.told[max(0, place - 2) : place] if (x.source, x.passage) == (told.source, told.passage)]
        named = next((p for x in reversed(back) if (p := view.people(x))), frozenset())
        return sorted(named) if len(named) == 1 else []
    if len(people) == 1:
        return sorted(people)
    before = [e for e, _, end in mentions(told.plain, names) if end <= at <= end + _REACH and e in people]
    return before[-1:]


def _successor(told: Told, view: View) -> list[str]:
    """Who takes an office over, as a statement of the sentence has it, where it says nothing of for how long."""
    if not cue("succeeds").search(told.plain):
        return []
    return [
        p for s in told.statements
        if s.kind == "appointment" and s.polarity == "affirmed" and isinstance(p := s.slots.get("person"), str)
        and p in view.entities
    ]  # fmt: skip


def joining(view: View) -> Iterator[Conflict]:
    """Somebody goes to a company by one text; by another the company or the person denies it."""
    told = [(t, _named(view, t)) for t in view.told if cue("joining").search(t.plain)]
    for t, named in told:
        if cue("denies").search(t.plain) is None and cue("false").search(t.plain) is None:
            continue
        claims = [
            x for x, others in told
            if view.origin_of(x.source) != view.origin_of(t.source) and len(named & others) > 1
            and cue("denies").search(x.plain) is None and cue("negation").search(x.plain) is None
        ]  # fmt: skip
        if claims:
            shared = sorted(named & frozenset().union(*(x.entities for x in claims)))
            yield conflict(
                "modality", f"whether somebody goes where: {', '.join(view.name(e) for e in shared)}", shared,
                [side_of(claims), side_of([t])], "Told in one text, denied in another.",
            )  # fmt: skip


def moves(view: View) -> Iterator[Conflict]:
    """Somebody has gone to a company by one text; by another it is only said so."""
    told = [
        (t, _named(view, t)) for t in view.told
        if cue("joining").search(t.plain) and not cue("negation").search(t.plain) and not cue("denies").search(t.plain)
    ]  # fmt: skip
    for t, named in told:
        if not cue("chatter").search(t.plain):
            continue
        plain = [
            x for x, others in told
            if view.origin_of(x.source) != view.origin_of(t.source) and len(named & others) > 1 and view.people(x)
            and not cue("chatter").search(x.plain) and not cue("maybe").search(x.plain)
            and all(s.hedge == "none" for s in x.statements)
        ]  # fmt: skip
        if plain:
            shared = sorted(named & frozenset().union(*(x.entities for x in plain)))
            yield conflict(
                "modality", f"a move told and rumoured: {', '.join(view.name(e) for e in shared)}", shared,
                [side_of(plain), side_of([t])], "Asserted in one text, passed on as a rumour in another.",
            )  # fmt: skip


def _named(view: View, told: Told) -> frozenset[str]:
    """Who and what a sentence names: a person and a company, though a company may have been read as a person."""
    return frozenset(e for e in told.entities if view.entities[e].kind in {"organisation", "team", "person"})


def sizes(view: View) -> Iterator[Conflict]:
    """How many people a group has: the same leader's or the same group's, in different texts."""
    counted: dict[str, list[tuple[Quantity, Told]]] = defaultdict(list)
    for t in view.told:
        q = _size(t.plain)
        if q is not None:
            for entity in t.entities:
                if view.entities[entity].kind in {"person", "team", "organisation"}:
                    counted[entity].append((q, t))
    done: set[frozenset[Told]] = set()
    for entity, sized in sorted(counted.items()):
        clash = [
            (a, b) for a, b in combinations(sized, 2)
            if view.origin_of(a[1].source) != view.origin_of(b[1].source) and exclude_amounts(a[0], b[0])
            and (view.entities[entity].kind != "organisation" or (a[0].unit == b[0].unit and a[0].unit))
        ]  # fmt: skip
        told = frozenset(t for pair in clash for _, t in pair)
        if clash and told not in done:
            done.add(told)
            yield conflict(
                "value", f"size of the group: {view.name(entity)}", [entity], sides_by(attrgetter("low"), clash),
                "The numbers given for the same group differ.",
            )  # fmt: skip


def arrivals(view: View) -> Iterator[Conflict]:
    """When somebody joined a company: in February here, hired in April there."""
    for person, dated in sorted(_dated(view, "arrives", _SENTENCE, {"day", "month", "year"}).items()):
        apart = [p for p in _apart(view, dated) if (p[0][1].entities & p[1][1].entities) - {person}]
        if apart:
            yield conflict(
                "time", f"when {view.name(person)} came", [person], sides_by(str, apart),
                "The dates given exclude each other.",
            )  # fmt: skip


def offices(view: View) -> Iterator[Conflict]:
    """When somebody takes an office: on 1 June by one text, on 1 September by another."""
    came = _dated(view, "takes_office", _OFFICE, {"day", "month"}, _REACH)
    for t in view.told:
        for s in t.statements:
            who, day = s.slots.get("person"), s.slots.get("date")
            told_when = isinstance(day, Mapping) and str(day["value"])[:1] in "-2"
            if s.kind == "appointment" and isinstance(who, str) and isinstance(day, Mapping) and told_when:
                came[who].append((str(day["value"]), t))
    for person, dated in sorted(came.items()):
        apart = [
            (a, b) for a, b in _apart(view, list(dict.fromkeys(dated)))
            if not any(overlap(x, b[0]) for x, t in dated if t.source == a[1].source)
            and not any(overlap(x, a[0]) for x, t in dated if t.source == b[1].source)
        ]  # fmt: skip
        if apart:
            yield conflict(
                "time", f"when {view.name(person)} takes office", [person], sides_by(str, apart),
                "The dates given exclude each other.",
            )  # fmt: skip


#: Where the date of a coming ends, and where that of an office does.
_SENTENCE = re.compile(r"[;.]\s|, ")
_OFFICE = re.compile(r"[;.]\s|, (?!effective)")


def _dated(
    view: View, verbs: str, ends: re.Pattern[str], precisions: Collection[str], reach: int | None = None
) -> dict[str, list[tuple[str, Told]]]:
    """The one date behind each verb of a list, by the person whose name stands before it, at most `reach` away."""
    names = index(view.entities.values())
    out: dict[str, list[tuple[str, Told]]] = defaultdict(list)
    for t in view.told:
        for verb in cue(verbs).finditer(t.plain):
            days = [d for d in find_dates(ends.split(t.plain[verb.end() :])[0]) if d.precision in precisions]
            before = [
                e for e, _, end in mentions(t.plain, names)
                if end <= verb.start() and (reach is None or verb.start() <= end + reach)
                and view.entities[e].kind == "person"
            ]  # fmt: skip
            if len(days) == 1 and before:
                out[before[-1]].append((days[0].value, t))
    return out


def _apart(view: View, dated: Sequence[tuple[str, Told]]) -> list[tuple[tuple[str, Told], tuple[str, Told]]]:
    """Pairs of dates that exclude each other, from texts of different origin."""
    return [
        (a, b) for a, b in combinations(dated, 2)
        if view.origin_of(a[1].source) != view.origin_of(b[1].source) and not overlap(a[0], b[0])
    ]  # fmt: skip


def _size(text: str) -> Quantity | None:
    """The number of people of the one group whose size a sentence gives."""
    found = []
    for q in find_quantities(text):
        before, after = text[max(0, q.start - 60) : q.start], text[q.end : q.end + 60]
        group = cue("group_noun").pattern
        strong = re.match(rf"[ -]strong {_FEW}{group}", after, re.I)
        people = re.match(rf" {_FEW}(?:in|of|on|from) (?:his|her|their|the|its) {_FEW}{group}", after, re.I)
        whole = re.search(rf"{group} of (?:about |some |nearly |around )?$", before, re.I)
        whole = whole or re.search(rf"{group} with (?:about |some |nearly |around )?$", before, re.I)
        people = people or re.match(r"(?: in total)? [\w-]+ (?:are|were) employed\b", after)
        leads = re.search(
            r"\b(?:leads?|led|heads?|headed|runs?|ran|manages?|managed|oversees?|oversaw) (?:the |a )?$", before
        )
        if q.kind == "count" and q.low > 1 and (strong or people or whole or (leads and q.unit)):
            found.append(q)
    return found[0] if len(found) == 1 else None
