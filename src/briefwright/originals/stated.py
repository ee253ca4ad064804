"""What a paragraph states that a note must carry over exactly: numbers, dates and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefwright.dates import DateMention, find_dates
from briefwright.quantities import Quantity, find_quantities
from briefwright.text import Quotation, find_quotation, fold, quotations, words

#: "[sic]" behind a word that the note keeps as the article garbled it.
_SIC = re.compile(r"[ ]?\[sic\]")
#: The number of a list item at the beginning of a paragraph, perhaps glued to its first word: "• 1Mira", "2. The".
_ITEM = re.compile(r"\A\s*(?:[•●▪*-]\s*)?\d{1,2}(?:(?=[A-Z][a-z])|[.)](?=\s))")
#: "90,000", "3.5" in "Nova 3.5", "8" in "1/8th"; not in "Nova3.5", "Nova-3"
_DIGITS = re.compile(r"(?<![^\W\d_])(?<![^\W\d_][-.])(?<![\d.,])\d+(?:,\d{3})*(?:\.\d+)?")
#: The year of "2023-09", and the sign "--" for one that is not stated
_YEAR = re.compile(r"\A(?:\d{4}|-)-")
#: Numbers too vague, or too much like an article, to count as numbers.
_VAGUE = frozenset({"several", "a few", "a couple of", "few", "one", "an", "a", "once"})
#: Kinds of quantity whose unit is part of the number.
_UNITED = frozenset({"percent", "money", "duration", "multiple", "ratio", "rank"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """A detail: where it stands in its paragraph, as written, and the key under which two spellings are equal.

    `yearless`: the year in the key of a date is known from the words before it only. `side` is on which side of
    another event a relative date lies.
    """

    start: int
    end: int
    surface: str
    key: tuple[str, ...]
    yearless: bool = False
    side: str = ""


def note_text(text: str) -> str:
    """The text of a note without its marks [sic], blanks in their place: positions stay."""
    return _SIC.sub(lambda m: " " * len(m[0]), text)


def article_text(text: str) -> str:
    """The text of an article's paragraph without the number of a list item: positions stay."""
    return _ITEM.sub(lambda m: " " * len(m[0]), text)


# --------------------------------------------------------------------------- numbers


def numbers(text: str) -> tuple[Item, ...]:
    """The numbers, in words or digits, that are no dates. 90,000 = 90000 = 90K; a range counts as its two ends.

    Digits behind letters ("Nova3.5", "Q3") belong to a name, not here.
    """
    taken = [(d.start, d.end) for d in find_dates(text)]
    out: list[Item] = []
    for quantity in find_quantities(text):
        if not _within(quantity.start, quantity.end, taken):
            taken.append((quantity.start, quantity.end))
            if quantity.surface.casefold().strip() not in _VAGUE:
                out += _of_quantity(quantity)
    for found in _DIGITS.finditer(fold(text)):
        if not _within(found.start(), found.end(), taken):
            value = _plain(Decimal(found[0].replace(",", "")))
            out.append(Item(start=found.start(), end=found.end(), surface=found[0], key=("number", value)))
    return tuple(sorted(out, key=lambda item: item.start))


def _of_quantity(found: Quantity) -> Iterator[Item]:
    unit = (found.unit,) if found.kind in _UNITED else ()
    keys = [("number", _plain(value), *unit) for value in (found.low, found.high) if value is not None]
    if found.kind == "ratio":
        keys = [("ratio", found.first or _plain(found.low), found.second)]
    for key in keys:
        yield Item(start=found.start, end=found.end, surface=found.surface, key=key)


def approximations(text: str) -> dict[tuple[str, ...], set[str]]:
    """For each number of the text the words of approximation before or behind it, "" for none."""
    out: dict[tuple[str, ...], set[str]] = {}
    for quantity in find_quantities(text):
        for item in _of_quantity(quantity):
            out.setdefault(item.key, set()).add(quantity.approx)
    return out


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in spans)


# --------------------------------------------------------------------------- dates


def dates(text: str) -> tuple[Item, ...]:
    """The dates. One that says only "shortly after" or the like is none."""
    return tuple(
        Item(start=d.start, end=d.end, surface=d.surface, key=_date_key(d), yearless=bool(d.derived), side=_side(d))
        for d in find_dates(text)
        if d.precision != "relative" or d.unit
    )


def _date_key(found: DateMention) -> tuple[str, ...]:
    if found.precision == "relative":
        inexact = "about" if found.vague and found.amount is not None else ""
        return ("relative", str(found.amount or ""), found.unit, inexact)
    return (found.precision, found.value, found.unit)


def _side(found: DateMention) -> str:
    return found.direction if found.direction in ("before", "after") else ""


def same_date(a: Item, b: Item) -> bool:
    """Do both state one date? A year that one of them leaves to the words before it makes no difference."""
    if a.key == b.key or not (a.yearless or b.yearless):
        return a.key == b.key
    return a.key[0] == b.key[0] and _YEAR.sub("", a.key[1]) == _YEAR.sub("", b.key[1]) and a.key[2] == b.key[2]


# --------------------------------------------------------------------------- quotations


def unquoted(text: str) -> str:
    """The text with blanks for its quotations and their marks: positions stay."""
    out = list(text)
    for quotation in quotations(text):
        out[quotation.start : quotation.end] = " " * (quotation.end - quotation.start)
    return "".join(out)


def carried(quotation: Quotation, text: str) -> bool:
    """Do the quotations of the text hold all words of this one, letter for letter, be it in several pieces?"""
    wanted = [(w.start, w.end) for w in words(quotation.words)]
    held: set[int] = set()
    for other in quotations(text):
        if find_quotation(quotation.words, other.words):
            return True
        place = find_quotation(other.words, quotation.words)
        if place:
            held |= {i for i, (start, end) in enumerate(wanted) if place[0] <= start and end <= place[1]}
    return len(held) == len(wanted)
