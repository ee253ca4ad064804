"""Dates as a reader reads them, and the order in which they are shown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefwright.model import Published, SlotValue

_MONTHS = ("January", "February", "March", "April", "May", "June", "July",
           "August", "September", "October", "November", "December")  # fmt: skip
# "2031-04-05", "2031-04", "2031", "--04-05", "--04"
_ISO = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
# "2031-Q2"
_QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])")


def show(value: str) -> str:
    """An ISO date of any precision in words, the year left away where it is not known; other values as they are."""
    if quarter := _QUARTER.fullmatch(value):
        return f"quarter {quarter['quarter']} of {quarter['year']}"
    if value in _WEEKDAYS:
        return value.capitalize()
    found = _ISO.fullmatch(value)
    if found is None or not 1 <= int(found["month"] or 1) <= 12:
        return value.replace("/", " to ") if value[:1].isdigit() else value
    month = _MONTHS[int(found["month"]) - 1] if found["month"] else ""
    day = str(int(found["day"])) if found["day"] else ""
    year = "" if found["year"] == "-" else found["year"]
    return " ".join(part for part in (day, month, year) if part)


def dated(value: str) -> bool:
    """Whether a date can take its place on a line of time, that is, whether its year is known."""
    return value[:4].isdecimal() and len(value[:4]) == 4


def published(record: Published) -> str:
    """The date of a source for a footnote: "date unknown" where it is, and a derived one says so."""
    if record.known == "unknown" or record.value in ("", "unknown"):
        return "date unknown"
    return show(record.value) + (" (derived)" if record.known == "derived" else "")


def of_slot(value: SlotValue) -> tuple[str, str, str]:
    """The ISO value, the precision and the reasoning of a date slot; empty words where there is none."""
    if isinstance(value, str):
        return value, "", ""
    if not isinstance(value, Mapping):
        return "", "", ""
    iso = value.get("value")
    return (iso if isinstance(iso, str) else "", _sentence(value.get("precision")), _sentence(value.get("derived")))


def _sentence(value: object) -> str:
    """The words of a reasoning, however it is nested."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "; ".join(filter(None, (_sentence(part) for part in value.values())))
    if isinstance(value, Sequence):
        return ", ".join(filter(None, (_sentence(part) for part in value)))
    return ""
