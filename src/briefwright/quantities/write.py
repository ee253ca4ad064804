"""Writing quantities: a canonical value, the ways a value may be written, and readable English."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from itertools import product

from briefwright.quantities.numerals import MULTIPLIER, ORDINAL_WORD, SCALES, grouped, number_word, plain
from briefwright.quantities.units import NAME, SIGN, SIGNS, SIZES, is_plural, singular
from briefwright.quantities.value import Quantity
from briefwright.text import normalise

#: Between the ends of a range in a canonical value.
RANGE = "–"
#: "3 to 1"; "up to half" is none
_TO = re.compile(r"\d to \d")
_VAGUE = (" of", "several", "a few")


def value_text(quantity: Quantity) -> str:
    """The canonical value: "40000", "800000000–4000000000", a ratio "3:1", a share "1/8"."""
    if quantity.first and quantity.second:
        ratio = ":" in quantity.surface or "-to-" in quantity.surface or _TO.search(quantity.surface)
        return f"{quantity.first}{':' if ratio else '/'}{quantity.second}"
    low = plain(quantity.low)
    return low if quantity.high is None else f"{low}{RANGE}{plain(quantity.high)}"


def number_forms(value: str) -> frozenset[str]:
    """The normalised ways in which a canonical value may be written; for a range those of both its ends."""
    for mark in (":", "/"):
        first, found, second = value.partition(mark)
        if found and _number(first) is not None and _number(second) is not None:
            return _pair_forms(first, second, mark)
    low, found, high = value.partition(RANGE)
    out: set[str] = {normalise(value)}
    ends = [n for n in (_number(low), _number(high)) if n is not None]
    for number in ends:
        out |= _forms(number)
    if found and len(ends) == 2:
        # "0.7 to 7 billion": the first end shares the multiplier of the second.
        out |= {
            plain(ends[0] / MULTIPLIER[name]) for name, _ in SCALES if _short(ends[0], name) and _short(ends[1], name)
        }
    return frozenset(normalise(f) for f in out)


def _number(digits: str) -> Decimal | None:
    try:
        number = Decimal(digits)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 40 else None


def _short(number: Decimal, scale: str) -> bool:
    """Can the number be written with this multiplier, with at most three decimals?"""
    scaled = number / MULTIPLIER[scale]
    return Decimal("0.1") <= abs(scaled) < 10000 and scaled == round(scaled, 3)


def _forms(number: Decimal) -> set[str]:
    out = {plain(number), grouped(number)}
    if number < 0:
        return out | {"minus " + f for f in _forms(-number)}
    for name, letters in SCALES:
        if not _short(number, name):
            continue
        scaled = number / MULTIPLIER[name]
        for digits in {plain(scaled), grouped(scaled)}:
            out |= {f"{digits} {name}", f"{digits}-{name}"}
            out |= {f"{digits}{gap}{letter}" for letter in letters for gap in ("", " ")}
        for word in _words(scaled):
            out |= {f"{word} {name}", f"{word}-{name}"}
    if number % 10**5 == 0 and number:
        for name in ("lakh", "crore"):
            if number % MULTIPLIER[name] == 0:
                out |= {f"{plain(number / MULTIPLIER[name])} {name}"}
    if number % 12 == 0 and 12 <= number <= 120:
        out |= {f"{word} dozen" for word in _words(number / 12)}
    return out | _words(number)


def _words(number: Decimal) -> set[str]:
    if number == Decimal("0.5"):
        return {"half", "half a", "one half"}
    if number != number.to_integral_value() or not 0 <= number < 1000:
        return set()
    n = int(number)
    if n < 100:
        return {number_word(n), number_word(n).replace("-", " ")} | ({"a"} if n == 1 else set()) - {"a"}
    head, rest = divmod(n, 100)
    heads = {f"{number_word(head)} hundred"} | ({"a hundred"} if head == 1 else set())
    return (
        heads
        if not rest
        else {f"{h}{gap}{w}" for h, gap, w in product(heads, (" and ", " "), sorted(_words(Decimal(rest))))}
    )


def _pair_forms(first: str, second: str, mark: str) -> frozenset[str]:
    a, b = (sorted({f, *_words(Decimal(f))}) for f in (first, second))
    if mark == ":":
        joints = (":", " to ", "-to-", " : ")
        return frozenset(normalise(x + j + y) for x, j, y in product(a, joints, b))
    out = {f"{x}{j}{y}" for x, j, y in product(a, (" in ", " out of ", " in every "), b)} | {f"{first}/{second}"}
    n = int(second) if second.isdecimal() and len(second) < 4 else 0
    out |= {f"{first}/{second}{'th' if n > 3 else 'rd' if n == 3 else ''}"}
    parts = {2: ("half",), 3: ("third",), 4: ("quarter", "fourth")}.get(
        n, (ORDINAL_WORD[n],) if n in ORDINAL_WORD and n > 4 else ()
    )
    for part in parts:
        if first == "1":
            out |= {f"one {part}", f"one-{part}", f"a {part}", f"an {part}"} | ({"half"} if n == 2 else set())
        else:
            out |= {f"{x}{gap}{part}s" for x in a for gap in (" ", "-")}
    return frozenset(normalise(f) for f in out)


def show(value: str, unit: str = "", approx: str = "") -> str:
    """Readable English for a canonical value: "more than 700 million downloads", "60%", "$1.2 billion"."""
    low, ranged, high = value.partition(RANGE)
    first, last = _number(low), _number(high) if ranged else None
    if first is None or (ranged and last is None):
        return " ".join(
            w for w in (approx, value, "" if unit == "ratio" else f"of {unit}" if "/" in value and unit else unit) if w
        )
    if approx.endswith(_VAGUE[0]):
        return f"{approx} {_money_name(unit)}" if unit else approx.removesuffix(_VAGUE[0])
    if approx in _VAGUE[1:]:
        scale = {2: "", 200: " hundred", 2000: " thousand", 2 * 10**6: " million", 2 * 10**9: " billion"}.get(
            int(first) if first == first.to_integral_value() else -1
        )
        if scale is not None:
            return f"{approx}{scale} {_money_name(unit)}".strip()
        approx = "about"
    if unit.endswith("est") or unit in ("most", "best"):
        place = int(first)
        return f"{approx} {ORDINAL_WORD.get(place, _ordinal(place))}-{unit}".strip()
    number = _range_text(first, last, unit) if last is not None else _number_text(first, unit)
    if unit in SIGN and last is not None:
        ends = (first, last) if _scale(last) and not _scale(first) else ()
        written = " to ".join(SIGN[unit] + grouped(e) for e in ends) or f"{show(low, unit)} to {show(high, unit)}"
    elif unit in SIGN:
        sign = "-" if number.startswith("-") else ""
        written = f"{sign}{SIGN[unit]}{number.removeprefix('-')}"
    elif unit == "%":
        written = " to ".join(f"{part}%" for part in number.split(" to "))
    else:
        noun = NAME.get(unit, unit)
        if first == 1 and last is None and is_plural(noun) and noun not in ("times",):
            noun = singular(noun)
        written = f"{number} {noun}".strip()
    return f"{approx} {written}".strip()


def _money_name(unit: str) -> str:
    """The unit in words, for a vague sum that has no digits to put a sign before: "millions of dollars"."""
    return {"USD": "dollars", "EUR": "euros", "GBP": "pounds"}.get(unit, NAME.get(unit, unit))


def _ordinal(n: int) -> str:
    ending = "th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _scale(number: Decimal) -> str:
    """The multiplier in words for numbers from a million on, where it needs at most three decimals."""
    return next((name for name, _ in SCALES[:3] if abs(number) >= MULTIPLIER[name] and _short(number, name)), "")


def _number_text(number: Decimal, unit: str) -> str:
    scale = _scale(number)
    if scale:
        return f"{grouped(number / MULTIPLIER[scale])} {scale}"
    in_words = unit and unit[:1].islower() and unit.isalpha() and singular(unit) not in SIZES and unit not in SIGNS
    if in_words and number == number.to_integral_value() and 1 <= number <= 9 and unit not in ("times",):
        return number_word(int(number))
    return grouped(number)


def _range_text(low: Decimal, high: Decimal, unit: str) -> str:
    """Both ends; they share a multiplier only where the first end, read alone, could not be taken for a smaller one."""
    scale = _scale(high)
    if scale and _short(low, scale):
        return f"{grouped(low / MULTIPLIER[scale])} to {_number_text(high, '')}"
    if scale and not _scale(low):
        return f"{grouped(low)} to {grouped(high)}"
    plain_unit = "" if high > 9 else unit
    return f"{_number_text(low, plain_unit)} to {_number_text(high, plain_unit)}"
