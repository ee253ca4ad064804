"""After how long, until when, at what price, founded by whom: read from sentences that share a thing or two words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import combinations
from operator import attrgetter

from briefwright.conflicts.amounts import exclude_amounts, unit_of
from briefwright.conflicts.cues import cue, table
from briefwright.conflicts.view import Told, View, conflict, index, mentions, side_of, sides_by, stemmed, stems
from briefwright.dates import find_dates, overlap
from briefwright.model import Conflict, Side
from briefwright.quantities import Quantity, find_quantities

_AFTER = re.compile(
    r"\b(?:after|within|in|for|over|every) (?P<n>\d{1,3}|[a-z]{3,9}) (?P<unit>day|week|month|year)s?\b(?! ago)", re.I
)
_UNTIL = re.compile(r"\b(?:until|till|through|up to) (?:the )?(?:end of |early |late |mid-)?$")
_PER = re.compile(r"^ (?:per|an?|each) (?P<what>[\w-]+(?: [\w-]+ (?:tokens|calls|hours|users))?)")
_NAME = r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3}"
_BY = re.compile(
    rf"\b(?:[Ff]ounded|set up|started|established|[Cc]reated|launched)(?: in \d{{4}}| in [A-Z]\w+){{0,2}} by "
    rf"(?P<who>{_NAME}(?:, {_NAME}){{0,6}},? and {_NAME})"
)
_LARGE = 100_000
#: From here on a number beside another that both sentences have is hardly there by chance.
_ODD = 100
_LICENCE = stems("licence license licensing licences licensed apache mit gpl")
#: How far before an amount the name of what it is the price of may end.
_NEAR = 60


def durations(view: View) -> Iterator[Conflict]:
    """The same comes after four years here, after three there."""
    found: list[tuple[str, int, str, Told]] = []
    for t in view.told:
        for m in _AFTER.finditer(t.plain):
            n = _count(m["n"])
            if n and m[0].split()[0].casefold() in {"after", "within"}:
                found.append((m["unit"].casefold(), n, m[0], t))
    for a, b in combinations(found, 2):
        if a[0] != b[0] or a[1] == b[1] or view.origin_of(a[3].source) == view.origin_of(b[3].source):
            continue
        one, other = (stems(t.plain.replace("-", " ")) for t in (a[3], b[3]))
        shared = (one & other) - stems(f"{a[2]} {b[2]}") - stemmed("bare")
        capital = set(re.findall(r"[A-Z]\w+", a[3].plain)) & set(re.findall(r"[A-Z]\w+", b[3].plain))
        if (
            len(shared) >= 2
            and capital
            and max(a[1], b[1]) <= 3 * min(a[1], b[1])
            and not cue("leaving").search(a[3].plain + b[3].plain)
        ):
            yield conflict(
                "value", f"after how long: {a[3].source} {a[3].passage}, {b[3].source} {b[3].passage}",
                sorted(a[3].entities & b[3].entities), [side_of([a[3]]), side_of([b[3]])],
                "The lengths of time given for the same differ.",
            )  # fmt: skip


def _count(spelled: str) -> int:
    plain = table("numbers").get(spelled.casefold(), "1" if spelled.casefold() in {"one", "a", "an"} else spelled)
    return int(plain) if plain.isdecimal() else 0


def ends(view: View) -> Iterator[Conflict]:
    """Until when one thing or person lasts, in a table or a sentence."""
    names = index(view.entities.values())
    last: dict[str, list[tuple[str, Told]]] = defaultdict(list)
    for t in view.told:
        for s in t.statements:
            subject, attribute = str(s.slots.get("subject") or ""), str(s.slots.get("attribute") or "")
            if subject in view.entities and re.search(r"\b(?:until|end)\b", attribute):
                last[subject] += [(d.value, t) for d in find_dates(str(s.slots.get("value"))) if d.value]
        for d in find_dates(t.plain):
            if d.precision not in {"day", "month", "year", "part-of-month"} or not _ends_at(t.plain[: d.start]):
                continue
            before = [e for e, _, end in mentions(t.plain, names) if end <= d.start and _lasts(view, e)]
            if before:
                last[before[0]].append((d.value, t))
    for entity, dated in sorted(last.items()):
        apart = [
            (a, b) for a, b in combinations(dated, 2)
            if view.origin_of(a[1].source) != view.origin_of(b[1].source) and not overlap(a[0], b[0])
            and (stems(a[1].plain) & stems(b[1].plain) or cue("support").search(a[1].plain + b[1].plain))
        ]  # fmt: skip
        if apart:
            yield conflict(
                "time", f"until when: {view.name(entity)}", [entity], sides_by(str, apart),
                "The ends given exclude each other.",
            )  # fmt: skip


def _ends_at(before: str) -> bool:
    """Does a date close what stands before it: "until |", "support ends on |"?"""
    if _UNTIL.search(before):
        return True
    last = [m for m in cue("ends").finditer(before) if m.end() == len(before)]
    return bool(last) and bool(cue("support").search(before))


def _lasts(view: View, entity: str) -> bool:
    return view.entities[entity].kind in {"person", "model", "product", "family"}


def prices(view: View) -> Iterator[Conflict]:
    """One thing at two prices per the same."""
    names = index(view.entities.values())
    asked: dict[Hashable, list[tuple[Quantity, Told]]] = defaultdict(list)
    for t in view.told:
        found = list(mentions(t.plain, names))
        for q in find_quantities(t.plain):
            per = _PER.match(t.plain[q.end : q.end + 40])
            owner = [(e, end) for e, _, end in found if 0 <= q.start - end <= _NEAR and _sold(view, e)]
            if q.kind == "money" and per is not None and owner:
                asked[owner[-1][0], per["what"].casefold(), unit_of(q)].append((q, t))
    for key, told in sorted(asked.items(), key=str):
        apart = [
            (a, b) for a, b in combinations(told, 2)
            if view.origin_of(a[1].source) != view.origin_of(b[1].source) and exclude_amounts(a[0], b[0])
        ]  # fmt: skip
        if apart and isinstance(key, tuple):
            yield conflict(
                "value", f"price of {view.name(str(key[0]))} per {key[1]}", [str(key[0])],
                sides_by(attrgetter("low"), apart), "The prices given for the same thing differ.",
            )  # fmt: skip


def _sold(view: View, entity: str) -> bool:
    return view.entities[entity].kind not in {"person", "place", "term"}


def of_what(view: View) -> Iterator[Conflict]:
    """One large number of pages here and of lines there, in sentences that share another number or two words."""
    told = [
        (q, t) for t in view.told for q in find_quantities(t.plain)
        if q.kind == "count" and q.low >= _ODD and q.unit
    ]  # fmt: skip
    for (p, a), (q, b) in combinations(told, 2):
        alike = stems(p.unit) == stems(q.unit) or stems(f"{p.unit} {q.unit}") <= stemmed("flows")
        if p.low != q.low or alike or view.origin_of(a.source) == view.origin_of(b.source):
            continue
        others = [{x.low for x in find_quantities(t.plain) if x.low > 12} - {p.low} for t in (a, b)]
        shared = (stems(a.plain) & stems(b.plain)) - stemmed("bare") - stems(f"{p.surface} {q.surface}")
        if others[0] & others[1] or (p.low >= _LARGE and len(shared) > 1):
            yield conflict(
                "owner", f"{p.surface} of what: {a.source} {a.passage}", sorted(a.entities & b.entities),
                [side_of([a]), side_of([b])], "One number is given for different things.",
            )  # fmt: skip
            return


def licence_scope(view: View) -> Iterator[Conflict]:
    """A licence of all here, of some only there; or a change that concerns one thing alone, or everything."""
    for t in view.told:
        if not (_LICENCE & stems(t.plain.replace("-", " "))):
            continue
        if cue("partly").search(t.plain):
            stated = [
                s for s in view.statements.values()
                if s.kind == "licence" and view.origin_of(s.evidence.source) != view.origin_of(t.source)
                and str(s.slots.get("licence")).split("-")[0] in t.plain and s.slots.get("subject") in view.entities
                and not cue("partly").search(s.evidence.exact)
            ]  # fmt: skip
            if stated:
                yield conflict(
                    "scope", f"what the licence covers: {t.source} {t.passage}", [str(stated[0].slots["subject"])],
                    [Side(text=stated[0].text, statements=tuple(s.id for s in stated)), side_of([t])],
                    "Stated for all in one text; for some only in another.",
                )  # fmt: skip
        if cue("all_of").search(t.plain):
            narrow = [
                x for x in view.told
                if view.origin_of(x.source) != view.origin_of(t.source) and cue("alone").search(x.plain)
                and (_LICENCE | stems("change")) & stems(x.plain) and x.entities
            ]  # fmt: skip
            if narrow:
                yield conflict(
                    "scope", f"what a change of licence covers: {t.source} {t.passage}", sorted(narrow[0].entities),
                    [side_of([t]), side_of(narrow)], "It concerns all by one text, one thing alone by another.",
                )  # fmt: skip


def founders(view: View) -> Iterator[Conflict]:
    """Founded by two here, by three there: lists that share a name and are not the same."""
    lists: dict[frozenset[str], list[Told]] = defaultdict(list)
    for t in view.told:
        m = _BY.search(t.plain)
        if m is not None:
            people = re.split(r", and | and |, ", m["who"])
            lists[frozenset(p.split()[-1].casefold() for p in people)].append(t)
    for (a, one), (b, other) in combinations(lists.items(), 2):
        if a & b and {view.origin_of(t.source) for t in one} != {view.origin_of(t.source) for t in other}:
            yield conflict(
                "participants", "by whom it was founded",
                sorted(frozenset().union(*(t.entities for t in (*one, *other)))), [side_of(one), side_of(other)],
                "The texts name different founders.",
            )  # fmt: skip
            return
