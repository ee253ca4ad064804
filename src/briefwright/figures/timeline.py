"""Dates on a line of time, each as wide as it is precise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from briefwright.figures.svg import WIDTH, element, figure, label, line, link

# "2031-03-04", "2031-03", "2031", "2031-Q2"
_DATE: Final = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?")
_ROW: Final = 30
_TOP: Final = 26
_AXIS: Final = 58
_LIST: Final = 128
#: More dates than these make no picture that anybody reads.
_MOST: Final = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A date with what a reader finds there. `derived` means that no text gives it in full."""

    value: str
    label: str
    count: str
    fragment: str
    derived: bool


def timeline(marks: Sequence[Mark], *, name: str, caption: str) -> str:
    """The dates in order, each tied to its place on a line that is true to scale; nothing where fewer than two are.

    A day is a dot, a month, quarter or year a bar as long as it lasts. What was derived is hollow.
    """
    placed = [(mark, span) for mark in marks if (span := _span(mark.value)) is not None]
    if not 2 <= len(placed) <= _MOST:
        return ""
    first = min(start for _, (start, _) in placed)
    last = max(end for _, (_, end) in placed)
    height = _TOP + _ROW * len(placed) + 8
    low, high = _TOP + 4.0, height - 24.0

    def at(day: int) -> float:
        return low + (high - low) * (day - first) / max(last - first, 1)

    parts = [line(_AXIS, low, _AXIS, high, "bw-svg-axis")]
    years = range(date.fromordinal(first).year + 1, date.fromordinal(last).year + 1)
    step = max(1, -(-len(years) * 16 // max(int(high - low), 1)))
    for year in years[::step]:
        y = at(date(year, 1, 1).toordinal())
        parts += [line(_AXIS - 5, y, _AXIS, y, "bw-svg-axis"), label(_AXIS - 9, y + 4, str(year), "bw-svg-soft", "end")]
    for row, (mark, (start, end)) in enumerate(sorted(placed, key=lambda pair: pair[1])):
        y = _TOP + _ROW * row + 10.0
        middle = at((start + end) // 2)
        style = "bw-svg-hollow" if mark.derived else "bw-svg-full"
        parts.append(element("path", d=f"M{_AXIS + 5} {middle:.1f}C{_AXIS + 30} {middle:.1f} {_LIST - 34} {y:.1f} "
                                       f"{_LIST - 14} {y:.1f}", class_="bw-svg-line"))  # fmt: skip
        tall = max(at(end) - at(start), 6.0)
        parts.append(_shape(_AXIS, middle, tall if end - start > 1 else 0, style))
        parts.append(_shape(_LIST - 7, y, 12.0 if end - start > 1 else 0, style))
        shown = label(_LIST + 4, y + 4, mark.label, "bw-svg-name")
        parts.append(link(mark.fragment, shown) + label(WIDTH - 2, y + 4, mark.count, "bw-svg-soft", "end"))
    return figure(height, parts, name=name, caption=caption)


def _shape(x: float, y: float, tall: float, style: str) -> str:
    """A dot for a day, a bar for what lasts longer."""
    if not tall:
        return element("circle", cx=x, cy=y, r=4, class_=style)
    return element("rect", x=x - 3, y=y - tall / 2, width=6, height=tall, rx=2, class_=style)


def _span(value: str) -> tuple[int, int] | None:
    """First day and the day after the last of a date or of an interval; None where it names no day of the calendar."""
    start, _, end = value.partition("/")
    one, two = _days(start), _days(end or start)
    return (one[0], two[1]) if one and two and one[0] < two[1] else None


def _days(value: str) -> tuple[int, int] | None:
    found = _DATE.fullmatch(value)
    if found is None or not 1 <= int(found["year"]) <= 9998:
        return None
    year = int(found["year"])
    try:
        if found["quarter"]:
            month = 3 * int(found["quarter"]) - 2
            return date(year, month, 1).toordinal(), _next(year, month + 2).toordinal()
        if found["day"]:
            day = date(year, int(found["month"]), int(found["day"]))
            return day.toordinal(), (day + timedelta(days=1)).toordinal()
        if found["month"]:
            month = int(found["month"])
            return date(year, month, 1).toordinal(), _next(year, month).toordinal()
    except ValueError:
        return None
    return date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()


def _next(year: int, month: int) -> date:
    """The first day after a month."""
    return date(year + month // 12, month % 12 + 1, 1)
