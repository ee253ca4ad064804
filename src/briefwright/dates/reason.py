"""Reasoning with dates: resolving what is certain, comparing partial dates, and showing them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from briefwright.dates.find import MONTHS, DateMention

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASON_MONTHS = {"spring": {3, 4, 5, 6}, "summer": {6, 7, 8, 9}, "autumn": {9, 10, 11, 12}, "winter": {12, 1, 2, 3}}
_ISO = re.compile(
    r"(?P<y>\d{4}|-)(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d))?|Q(?P<q>[1-4])|(?P<s>spring|summer|autumn|winter)"
    r"|H(?P<h>[12])))?\Z"
)


def resolve(mention: DateMention, anchors: Sequence[tuple[str, str]], year: tuple[int, str] | None) -> tuple[str, str]:
    """The ISO value of a mention and the reasoning by which it is known; (mention.value, "") where none is certain.

    `anchors` are (ISO date, where it is stated): a weekday is resolved where exactly one of them falls on it, an
    exact distance where there is exactly one. `year` is (year, why) for dates that state none.
    """
    value, why = _with_year(mention.value, mention.derived, year)
    match mention.precision:
        case "weekday":
            dates: dict[str, list[str]] = {}
            for iso, where in anchors:
                full, reason = _with_year(iso, where, year)
                day = _day(full)
                if day is not None and WEEKDAYS[day.weekday()] == mention.value:
                    dates.setdefault(full, []).append(reason)
            if len(dates) == 1:
                [(only, reasons)] = dates.items()
                return (
                    only,
                    f"the only {mention.value.capitalize()} among the dates stated ({'; '.join(_unique(reasons))})",
                )
            return mention.value, ""
        case "relative":
            return _from_anchor(mention, anchors, year)
        case "fiscal":
            return mention.value, mention.derived
        case _:
            return value, why


def _with_year(value: str, why: str, year: tuple[int, str] | None) -> tuple[str, str]:
    if year is None or not value.startswith("--"):
        return value, why
    filled = f"{year[0]:04d}{value[1:]}"
    if len(filled) == 10 and _day(filled) is None:
        return value, why
    reason = f"year {year[0]}: {year[1]}"
    return filled, f"{why}; {reason}" if why else reason


def _from_anchor(
    mention: DateMention, anchors: Sequence[tuple[str, str]], year: tuple[int, str] | None
) -> tuple[str, str]:
    """An exact distance added to the one anchor there is."""
    full = {_with_year(iso, where, year) for iso, where in anchors}
    values = {v for v, _ in full}
    if len(values) != 1 or mention.vague or mention.amount is None or mention.direction == "":
        return mention.value, ""
    [start] = values
    moved = _moved(start, mention.amount * (-1 if mention.direction in ("before", "ago") else 1), mention.unit)
    if moved is None:
        return mention.value, ""
    return moved, f"“{mention.surface}” counted from {start} ({'; '.join(_unique(w for _, w in full))})"


def _moved(start: str, amount: int, unit: str) -> str | None:
    """The date at this distance, no more precise than the unit allows; None where it is not certain."""
    if unit == "hour":
        if amount % 24:
            return None
        unit, amount = "day", amount // 24
    if unit in ("day", "week"):
        step = timedelta(days=amount * (7 if unit == "week" else 1)) if abs(amount) < 10**5 else None
        return None if step is None else _shifted(start, step)
    found = _ISO.match(start)
    if not found or found["y"] == "-":
        return None
    if unit == "year":
        return f"{int(found['y']) + amount:04d}" if 0 < int(found["y"]) + amount < 10000 else None
    if unit == "month" and found["m"]:
        months = int(found["y"]) * 12 + int(found["m"]) - 1 + amount
        return f"{months // 12:04d}-{months % 12 + 1:02d}" if 0 < months // 12 < 10000 else None
    return None


def _shifted(start: str, step: timedelta) -> str | None:
    if start.startswith("--"):
        # Without a year the day is certain only where a leap year makes no difference.
        ends = {_shifted(f"{y}{start[1:]}", step) for y in (2023, 2024)}
        tails = {e[4:] if e else "" for e in ends}
        same_year = {e[:4] for e in ends if e} <= {"2023", "2024"}
        return f"-{tails.pop()}" if len(tails) == 1 and same_year and "" not in tails else None
    day = _day(start)
    if day is None or not 2 < day.year < 9998 or abs(step.days) > 3 * 10**5:
        return None
    return (day + step).isoformat() if 0 < day.toordinal() + step.days < date.max.toordinal() else None


def _day(value: str) -> date | None:
    if len(value) != 10:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _unique(items: Iterable[str]) -> list[str]:
    return sorted(set(items))


def overlap(a: str, b: str) -> bool:
    """Can two values denote the same day? What is not stated contradicts nothing: "2026-03" and "--03-04" can."""
    if a in WEEKDAYS or b in WEEKDAYS:
        weekday, other = (a, b) if a in WEEKDAYS else (b, a)
        day = _day(other)
        return weekday == other if other in WEEKDAYS else day is None or WEEKDAYS[day.weekday()] == weekday
    one, two = _ISO.match(a), _ISO.match(b)
    if not one or not two:
        return True
    years = _years(one), _years(two)
    if years[0] and years[1] and not years[0] & years[1]:
        return False
    if not _months(one) & _months(two):
        return False
    return not (one["d"] and two["d"]) or one["d"] == two["d"]


def _years(m: re.Match[str]) -> set[int]:
    """The years that a value may stand in; none where no year is stated. A winter ends in the year after."""
    if m["y"] == "-":
        return set()
    return {int(m["y"]), int(m["y"]) + 1} if m["s"] == "winter" else {int(m["y"])}


def _months(m: re.Match[str]) -> set[int]:
    if m["m"]:
        return {int(m["m"])}
    if m["q"]:
        return set(range(3 * int(m["q"]) - 2, 3 * int(m["q"]) + 1))
    if m["s"]:
        return _SEASON_MONTHS[m["s"]]
    if m["h"]:
        return set(range(1, 7)) if m["h"] == "1" else set(range(7, 13))
    return set(range(1, 13))


def show_date(value: str, precision: str, unit: str = "") -> str:
    """The date in words: "3 March 2026", "July 2019", "mid-February", "4 March", "Q3 2025", "Tuesday".

    `unit` is the mention's; without it a part of a month is shown as the month.
    """
    if precision == "weekday" or value in WEEKDAYS:
        return value.capitalize()
    found = _ISO.match(value)
    if not found:
        return value
    year = "" if found["y"] == "-" else found["y"]
    head = ""
    if found["m"] and 1 <= int(found["m"]) <= 12:
        head = MONTHS[int(found["m"]) - 1]
        head = f"{int(found['d'])} {head}" if found["d"] else head
    elif found["q"]:
        head = f"Q{found['q']}"
    elif found["s"]:
        head = found["s"]
    elif found["h"]:
        head = ("first half", "second half")[int(found["h"]) - 1]
    shown = f"{head} {year}".strip()
    if precision == "fiscal":
        shown = f"fiscal {shown}"
    if unit in ("mid",):
        return f"mid-{shown}"
    if unit in ("early", "late"):
        return f"{unit} {shown}"
    if unit in ("end", "beginning", "first half", "second half") and shown not in ("first half", "second half"):
        return f"the {unit} of {shown}"
    return shown
