"""Numerals: from number words, digits and multipliers to exact values and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen").split()  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUE: Mapping[str, int] = {
    **{w: i for i, w in enumerate(ONES)},
    **{w: 10 * i for i, w in enumerate(TENS) if w},
}

#: What a multiplier is worth; single letters stand only directly behind digits.
MULTIPLIER: Mapping[str, Decimal] = {
    "hundred": Decimal(100), "dozen": Decimal(12), "thousand": Decimal(10**3), "lakh": Decimal(10**5),
    "million": Decimal(10**6), "crore": Decimal(10**7), "billion": Decimal(10**9), "trillion": Decimal(10**12),
    "k": Decimal(10**3), "m": Decimal(10**6), "mn": Decimal(10**6), "mln": Decimal(10**6), "b": Decimal(10**9),
    "bn": Decimal(10**9), "t": Decimal(10**12), "tn": Decimal(10**12), "trn": Decimal(10**12),
}  # fmt: skip
#: The scales that numbers are written in, with the short forms of each.
SCALES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("trillion", ("t", "tn", "trn")), ("billion", ("b", "bn")), ("million", ("m", "mn")), ("thousand", ("k",)),
)  # fmt: skip

ORDINALS: Mapping[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
ORDINAL_WORD: Mapping[int, str] = {n: w for w, n in ORDINALS.items()}

_small = "|".join(sorted(_VALUE, key=len, reverse=True))
#: "four", "twenty-five", "two hundred and ten"; the multiplier behind it is read apart.
NUMBER_WORDS = (
    rf"(?:{'|'.join(t for t in TENS if t)})[- ](?:{'|'.join(ONES[1:10])})\b"
    rf"|(?:{_small})(?:[- ]hundred(?:[ ]and[ ](?:{_small})(?:-(?:{'|'.join(ONES[1:10])}))?)?)?\b"
)
_SPLIT = re.compile(r"[ -]+")


def word_value(words: str) -> Decimal:
    """The value of a match of NUMBER_WORDS."""
    total = 0
    for word in _SPLIT.split(words.casefold()):
        if word == "hundred":
            total *= 100
        elif word != "and":
            total += _VALUE[word]
    return Decimal(total)


def number_word(n: int) -> str:
    """The words for 0 to 99."""
    if n < 20:
        return ONES[n]
    return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")


def plain(value: Decimal) -> str:
    """The value in digits, without exponent, separators or trailing zeros."""
    if value == value.to_integral_value():
        return format(value.to_integral_value(), "f")
    return format(value, "f").rstrip("0")


def grouped(value: Decimal) -> str:
    """The value in digits with thousands commas."""
    whole, dot, rest = plain(value).partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + format(int(whole), ",") + dot + rest
