"""When something was, and how long after what: dates, weekdays, distances and delays that cannot all hold."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from briefwright.conflicts.cues import cue, table
from briefwright.conflicts.view import Told, View, conflict, side_of, stems
from briefwright.dates import find_dates, overlap
from briefwright.model import Conflict, Finding, Side, Statement
from briefwright.reconcile import words_key
from briefwright.text import fold

_DATED = frozenset({"departure", "appointment", "release", "affiliation", "meeting", "organisation_change"})
_HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "month": 720.0, "year": 8760.0}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: "the October date": a date that has been spoken of
_THE_DATE = re.compile(
    r"\b[Tt]he (?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|"
    r"autumn|winter) (?:date|deadline|target|launch|release|start|opening)\b"
)
#: "OSLO, " at the opening of a report
_DATELINE = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,40},[^.;]{0,20}$")
#: Share of the complete dates that must have one year for it to be the year of those without.
_MOSTLY = 0.8
#: Days between telling of an event and the event, from which on the two dates need not be of one event.
_NEAR = 10
#: Stands in where no year is stated: two dates of one unstated year can be compared all the same.
_NO_YEAR = 2000
_MODELS = frozenset({"model", "family"})
#: The days that a part of a month can mean; the edges of neighbours touch.
_PARTS = {"early": (1, 11), "mid": (9, 21), "late": (19, 31)}
#: "about six months late", "one quarter later than planned", "a two-month delay", "delayed by three weeks".
_DELAY = re.compile(
    r"\b(?P<by>(?:of|by) )?(?:about |some |around |nearly |roughly )?"
    r"(?P<n>\d{1,2}|an?|one|[a-z]{3,6})[ -](?P<unit>day|week|month|quarter|year)s?"
    r"(?P<late>[ -](?:late\b(?!r)|later than|behind|delay|slip))?",
    re.I,
)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "quarter": 91.3, "year": 365.0}


def times(view: View) -> Iterator[Conflict]:
    """One event with dates that exclude each other."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for finding in view.findings:
        for statement in (view.statements[s] for s in finding.statements):
            if finding.kind in _DATED and _when(statement)[:1] in set("-0123456789"):
                groups[finding.kind, _what(finding, statement)].append(statement)
    for (kind, key), members in sorted(groups.items()):
        clash = [
            (a, b)
            for a, b in combinations(members, 2)
            if a.evidence.source != b.evidence.source and _never_meet(a, b, members)
        ]
        if clash:
            subject = key.split("|")[0]
            sides = {s.id: Side(text=s.text, statements=(s.id,)) for pair in clash for s in pair}
            yield conflict(
                "time", f"{kind} of {view.name(subject)}", [subject] if subject in view.entities else [],
                list(sides.values()), "The dates given exclude each other.",
            )  # fmt: skip


def _never_meet(a: Statement, b: Statement, members: Sequence[Statement]) -> bool:
    """Do no two dates of the two texts overlap? One text may give the day of the notice and that of the last day."""
    one, other = ([_when(s) for s in members if s.evidence.source == x.evidence.source] for x in (a, b))
    return not any(overlap(x, y) for x in one for y in other)


def _what(finding: Finding, statement: Statement) -> str:
    """The event that a date is of: kind aside, whom or what it happened to, and for a tie to a place the place."""
    slots = statement.slots
    if finding.kind == "organisation_change":
        act, thing = sorted(stems(str(slots.get("change") or ""))), words_key(slots.get("result") or slots["object"])
        return f"{slots.get('agent') or slots['object']}|{' '.join(act)} {thing}"
    subject = str(slots.get("person") or slots.get("product") or next(iter(slots.values())))
    return f"{subject}|{slots.get('organisation', '')}" if finding.kind == "affiliation" else f"{subject}|"


def _when(statement: Statement) -> str:
    value = statement.slots.get("date") or statement.slots.get("since")
    return str(value.get("value")) if isinstance(value, Mapping) else " "


# --------------------------------------------------------------------------- weekdays


def weekdays(view: View) -> Iterator[Conflict]:
    """The day on which somebody left: a weekday here, there another one or a date that fell on another one."""
    year = _year(view)
    told: dict[str, dict[str, list[tuple[Told, int | None]]]] = defaultdict(lambda: defaultdict(list))
    for t in view.told:
        people = view.people(t)
        plain = t.plain
        if len(people) != 1 or not cue("left_on").search(plain):
            continue
        for mention in find_dates(plain):
            # the day on which it was said, or from which the report is dated, is not that of the leaving
            before = plain[max(0, mention.start - 24) : mention.start]
            if cue("announced").search(before) or _DATELINE.search(plain[: mention.start]):
                continue
            day, order = _day(mention.value, year), None
            if mention.precision == "weekday" and mention.value in _WEEKDAYS:
                name = mention.value
            elif mention.precision == "day" and day is not None:
                name, order = _WEEKDAYS[day.weekday()], day.toordinal()
            else:
                continue
            told[next(iter(people))][name].append((t, order))
    for person, days in sorted(told.items()):
        orders = [o for group in days.values() for _, o in group if o is not None]
        sources = [{t.source for t, _ in group} for group in days.values()]
        if len(days) > 1 and all(a != b for a, b in combinations(sources, 2)):
            if orders and max(orders) - min(orders) > _NEAR:
                continue
            yield conflict(
                "time", f"the day on which {view.name(person)} left", [person],
                [side_of(t for t, _ in group) for group in days.values()], "The days given are different weekdays.",
            )  # fmt: skip


def _year(view: View) -> int | None:
    """The one year of nearly all dates that are complete; None where there are several."""
    years = Counter(
        int(str(value["value"])[:4])
        for s in view.statements.values()
        for value in (s.slots.get("date"), s.slots.get("date2"), s.slots.get("since"))
        if isinstance(value, Mapping) and re.fullmatch(r"\d{4}-\d\d-\d\d", str(value.get("value")))
    )
    year, times_ = years.most_common(1)[0] if years else (0, 0)
    return year if times_ >= _MOSTLY * sum(years.values()) and year else None


def _day(value: str, year: int | None = None) -> date | None:
    """A full ISO day; None for anything less, unless `year` completes it."""
    if value.startswith("--") and year is not None:
        value = f"{year}-{value[2:]}"
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None


# --------------------------------------------------------------------------- distances


@dataclass(frozen=True, kw_only=True, slots=True)
class Distance:
    """How many hours after a release somebody left, as one sentence tells."""

    low: float
    high: float
    told: Told


def distances(view: View) -> list[Distance]:
    """Sentences that say how long after a release somebody left: "24 hours after the release"."""
    found = []
    for t in view.told:
        plain = t.plain
        for mention in find_dates(plain):
            span = _span(mention.amount, mention.unit, mention.surface) if mention.precision == "relative" else None
            before, after = plain[max(0, mention.start - 60) : mention.start], plain[mention.end : mention.end + 60]
            follows = mention.direction == "after" and cue("releasing").search(after) and cue("leaving").search(plain)
            leads = mention.direction == "before" and cue("releasing").search(before) and cue("leaving").search(after)
            if span is not None and (follows or leads):
                found.append(Distance(low=span[0], high=span[1], told=t))
    return found


def _span(amount: int | None, unit: str, surface: str) -> tuple[float, float] | None:
    """The hours that a distance in time can mean: "24 hours" 18–30, "one day" 18–47, "hours" 1–17, "days" 48–192."""
    hours = _HOURS.get(unit.rstrip("s"))
    if hours is None:
        return None
    words = surface.casefold()
    if amount is None:
        # a week or more after it one would say "weeks"
        return (hours, 17.9 * hours) if hours == 1.0 else (2 * hours, (8 if hours == 24 else 10) * hours)
    if re.search(r"\b(?:within|less than|under|not even|barely)\b", words):
        return 0.0, amount * hours
    if re.search(r"\b(?:more than|over|at least)\b", words):
        return amount * hours, 3 * amount * hours
    return 0.75 * amount * hours, 1.25 * amount * hours if hours < 24 else (amount + 0.95) * hours


def intervals(view: View) -> Iterator[Conflict]:
    """How long after the release the departure came: hours here, days there."""
    groups: list[tuple[float, float, list[Told]]] = []
    for d in sorted(distances(view), key=lambda d: (d.low == 0, d.low, d.high)):
        fits = next((g for g in groups if d.low <= g[1] and g[0] <= d.high), None)
        if fits is None:
            groups.append((d.low, d.high, [d.told]))
        elif d.told not in fits[2]:
            fits[2].append(d.told)
    if len(groups) > 1 and any(_one_story(view, a, b) for g, h in combinations(groups, 2) for a in g[2] for b in h[2]):
        yield conflict(
            "time", "time between release and departure",
            sorted({p for g in groups for t in g[2] for p in view.people(t)}),
            [side_of(g[2]) for g in groups], "The distances in time given exclude each other.",
        )  # fmt: skip


def _one_story(view: View, a: Told, b: Told) -> bool:
    """Can two sentences be about one departure? Not if both name people and nobody is named in both."""
    one, other = view.people(a), view.people(b)
    return not one or not other or bool(one & other)


# --------------------------------------------------------------------------- releases


def release_times(view: View) -> Iterator[Conflict]:
    """A release dated here, and put hours or days before a dated departure there, so that both cannot hold."""
    year = _year(view) or _NO_YEAR
    left = {
        day
        for f in view.findings
        if f.kind == "departure"
        for s in f.statements
        for value in (view.statements[s].slots.get("date"), view.statements[s].slots.get("since"))
        if isinstance(value, Mapping) and (day := _day(str(value.get("value")), year)) is not None
    }
    if len(left) != 1:
        return
    departed = left.pop()
    dated: dict[str, list[tuple[date, date, Statement]]] = defaultdict(list)
    for finding in view.findings:
        for statement in (view.statements[s] for s in finding.statements if finding.kind == "release"):
            value = statement.slots.get("date")
            span = _range(value, departed.year) if isinstance(value, Mapping) else None
            if span is not None:
                dated[str(statement.slots.get("product"))].append((*span, statement))
    placed: dict[str, list[tuple[date, date, Statement]]] = defaultdict(list)
    for d in distances(view):
        released = named_in(view, d.told.plain)
        if len(released) == 1:
            span = departed - timedelta(hours=d.high), departed - timedelta(hours=d.low)
            placed[released[0]].append((span[0] - timedelta(days=1), span[1], d.told.best))
    for told, stated in _within(view, dated, departed):
        yield conflict(
            "time", f"a release counted back from the departure: {told.source} {told.passage}",
            sorted({str(s.slots["product"]) for _, _, s in stated if s.slots.get("product") in view.entities}),
            [Side(text=s.text, statements=(s.id,)) for _, _, s in stated] + [side_of([told])],
            "By none of the dates that the text itself gives does the distance fit.",
        )  # fmt: skip
    for product, stated in sorted(dated.items()):
        clash = [(a, b) for a in stated for b in placed.get(product, ()) if a[1] < b[0] or b[1] < a[0]]
        if clash:
            sides = {s.id: Side(text=s.text, statements=(s.id,)) for pair in clash for _, _, s in pair}
            yield conflict(
                "time", f"release of {view.name(product)}, counted back from the departure", [product],
                list(sides.values()), "A stated date and a distance in time put the release on different days.",
            )  # fmt: skip


def _within(
    view: View, dated: Mapping[str, list[tuple[date, date, Statement]]], departed: date
) -> Iterator[tuple[Told, list[tuple[date, date, Statement]]]]:
    """A distance that names no product, and the dated releases of its own text, where it fits none of them."""
    for d in distances(view):
        if named_in(view, d.told.plain):
            continue
        low, high = departed - timedelta(hours=d.high), departed - timedelta(hours=d.low)
        own = [r for group in dated.values() for r in group if r[2].evidence.source == d.told.source]
        if own and all(r[1] < low or r[0] > high for r in own):
            yield d.told, own


def named_in(view: View, text: str) -> tuple[str, ...]:
    """The models and families that a text names, longest names first, so that no name counts inside another."""
    left, found = fold(text).casefold(), []
    # a team's or a company's name goes out first: "Nova team" names no model
    names = [(fold(n).casefold(), e.id) for e in view.entities.values() for n in (e.name, *e.aliases)]
    for name, entity in sorted(names, key=lambda n: (-len(n[0]), n)):
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
        if re.search(pattern, left):
            found.append(entity)
            left = re.sub(pattern, " ", left)
    return tuple(dict.fromkeys(e for e in found if view.entities[e].kind in _MODELS))


def _range(value: Mapping[str, object], year: int) -> tuple[date, date] | None:
    """The days that a stored date can mean; without a year it is taken in `year`."""
    text = str(value.get("value") or "")
    if (day := _day(text, year)) is not None:
        return day, day
    month = re.fullmatch(r"(\d{4}|-)-(\d\d)", text)
    if month is None:
        return None
    low, high = _PARTS.get(str(value.get("part")), (1, 31))
    start = date(year if month[1] == "-" else int(month[1]), int(month[2]), low)
    return start, start + timedelta(days=high - low)


# --------------------------------------------------------------------------- delays


def delays(view: View) -> Iterator[Conflict]:
    """How late one thing is: a quarter here, six months there."""
    found: list[tuple[float, float, Told]] = []
    for t in view.told:
        for m in _DELAY.finditer(t.plain):
            if m["late"] or (m["by"] and cue("delay").search(t.plain[max(0, m.start() - 20) : m.start()])):
                count = _count(m["n"].casefold())
                if not count:
                    continue
                days = count * _DAYS[m["unit"].casefold()]
                found.append((0.75 * days, 1.3 * days, t))
    clash = [
        (a, b)
        for a, b in combinations(found, 2)
        if (a[1] < b[0] or b[1] < a[0]) and view.origin_of(a[2].source) != view.origin_of(b[2].source)
        and _related(view, a[2], b[2])
    ]  # fmt: skip
    if clash:
        sides: dict[tuple[float, float], list[Told]] = {}
        for low, high, t in dict.fromkeys(x for pair in clash for x in pair):
            sides.setdefault((low, high), []).append(t)
        shared = frozenset[str]().union(*(a[2].entities & b[2].entities for a, b in clash))
        yield conflict(
            "value", "length of the delay", sorted(shared), [side_of(g) for g in sides.values()],
            "The lengths given for the delay exclude each other.",
        )  # fmt: skip


def _count(spelled: str) -> int:
    """A small number in figures or words; 0 where it is none."""
    plain = "1" if spelled in {"a", "an", "one"} else table("numbers").get(spelled, spelled)
    return int(plain) if plain.isdecimal() else 0


def _related(view: View, a: Told, b: Told) -> bool:
    """Do two sentences name one thing, or one of them something of which the other names a part?"""
    if a.entities & b.entities:
        return True
    texts = a.plain.casefold(), b.plain.casefold()
    return any(
        fold(name).casefold() in other
        for told, other in ((a, texts[1]), (b, texts[0]))
        for e in told.entities
        for name in (view.entities[e].name, *view.entities[e].aliases)
    )


# --------------------------------------------------------------------------- put off


def put_off(view: View) -> Iterator[Conflict]:
    """A day on which something is to come, and a text by which it is put off."""
    dated = [
        (t, [d for d in find_dates(t.plain) if d.precision in {"day", "month"}])
        for t in view.told
        if cue("planned").search(t.plain) and not cue("put_off").search(t.plain)
    ]
    for t in view.told:
        m = cue("put_off").search(t.plain)
        if m is None:
            continue
        named = [d for d in find_dates(t.plain) if d.precision in {"day", "month", "season"}]
        held = [
            x for x, dates in dated
            if view.origin_of(x.source) != view.origin_of(t.source) and len(dates) == 1
            and (not named or any(overlap(dates[0].value, n.value) for n in named))
            and len(stems(x.plain) & stems(t.plain)) >= (1 if _THE_DATE.search(t.plain) else 2 if named else 3)
        ]  # fmt: skip
        if held:
            yield conflict(
                "time", f"whether a date holds: {t.source} {t.passage}",
                sorted(frozenset().union(*(x.entities for x in held)) | t.entities), [side_of(held), side_of([t])],
                "A date is given; by another text it does not hold.",
            )  # fmt: skip
