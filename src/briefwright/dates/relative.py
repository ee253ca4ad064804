"""Relative dates: "24 hours after", "last week", "two weeks ago", "the day before"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Side = Literal["", "before", "after", "ago", "on"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Relative:
    """A relative date; `value` is its canonical words ("one day after", never a digit first), `unit` is singular."""

    start: int
    end: int
    value: str
    amount: int | None
    unit: str
    direction: Side
    vague: bool


_WORDS = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
          " eighteen nineteen twenty").split()  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_AMOUNT: dict[str, int] = {**{w: i for i, w in enumerate(_WORDS, 1)}, "a": 1, "an": 1, "thirty": 30, "forty": 40,
                           "forty-eight": 48, "seventy-two": 72, "twenty-four": 24, "ninety": 90}  # fmt: skip
_unit = r"(?P<unit>minute|hour|day|week|month|year|decade)"
#: "just 24 hours after", "within 24 hours of", "a few days ago", "days after", "less than a week later".
_DISTANCE = re.compile(
    rf"""
    \b(?:(?P<exact>just|only|exactly|barely|a[ ]mere)[ ])?
    (?:(?P<about>less[ ]than|more[ ]than|about|around|some|nearly|almost|over|under|roughly|approximately|at[ ]least
       |up[ ]to|within|just[ ]over|just[ ]under|in[ ]the)[ ])?
    (?:(?P<n>\d{{1,3}}|{"|".join(sorted(_AMOUNT, key=len, reverse=True))}|half[ ]an?|a[ ]couple[ ]of)[ -]
      |(?P<few>a[ ]few|several|few|many)[ ])?
    {_unit}s?[ ]
    (?P<side>after|before|later|earlier|ago|prior[ ]to|following|from[ ]now|since|beforehand|afterwards|into|of)
    (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIDE: dict[str, Side] = {
    "after": "after", "later": "after", "following": "after", "from now": "after", "afterwards": "after",
    "since": "after", "of": "after", "before": "before", "earlier": "before", "prior to": "before",
    "beforehand": "before", "ago": "ago",
}  # fmt: skip
_NEXT_TO = re.compile(
    r"\b(?:on[ ])?the[ ](?P<when>next|following|previous|prior|same|very[ ]next|preceding)[ ]"
    r"(?P<unit>day|week|month|year)\b",
    re.IGNORECASE,
)
_THE_DAY = re.compile(
    r"\bthe[ ](?P<unit>day|week|month|year|night|morning)[ ](?P<side>before|after)"
    r"(?P<y>[ ](?:yesterday|tomorrow)\b)?(?!\w)",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?P<word>yesterday|today|tomorrow|tonight)\b(?!['][^\W_]{2})", re.IGNORECASE)
_NEAR = re.compile(
    r"\b(?P<part>earlier[ ]|later[ ]|early[ ]|late[ ])?(?P<when>last|this|next|that)[ ]"
    r"(?P<unit>day|night|week|weekend|month|year|quarter|decade|morning|afternoon|evening)\b",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"\b(?P<how>shortly|soon|immediately|right|not[ ]long|long|moments|seconds)[ ](?P<side>after|before|afterwards)\b",
    re.IGNORECASE,
)
#: "at the end of the month", "the turn of the year", "at New Year": a time that the text's own date tells
_TURN = re.compile(
    r"\b(?:at[ ])?the[ ](?:very[ ])?(?:end|turn|start|beginning|middle|close)[ ]of[ ](?:the|this|next|last)[ ]"
    r"(?P<unit>month|year|week|quarter|decade)\b(?!'s)"
    r"|\b(?:at|by|before|after|since|until|over)[ ](?P<feast>New[ ]Year(?:'s(?:[ ](?:Eve|Day))?)?|Christmas|Easter)\b"
    r"(?![ ]\d)",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?P<when>coming|recent|past|next|last|following)[ ]"
    r"(?:(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|few|several|couple[ ]of)[ ])?"
    r"(?P<unit>day|week|month|year|decade)s\b(?:[ ](?:and|or)[ ](?:weeks|months|years))?",
    re.IGNORECASE,
)


def relatives(plain: str) -> Iterator[Relative]:
    """The relative dates of a folded text, in no order; they may overlap one another."""
    for m in _DISTANCE.finditer(plain):
        found = _distance(m)
        if found:
            yield found
    for m in _THE_DAY.finditer(plain):
        side: Side = "before" if m["side"].casefold() == "before" else "after"
        unit = {"night": "day", "morning": "day"}.get(m["unit"].casefold(), m["unit"].casefold())
        if m["y"]:
            yield _relative(m, _words(m), 2, unit, "ago" if side == "before" else "after", False)
        else:
            yield _relative(m, f"the {m['unit'].casefold()} {side}", 1, unit, side, unit != "day")
    for m in _NEXT_TO.finditer(plain):
        when = m["when"].casefold()
        side = "on" if when == "same" else "before" if when in ("previous", "prior", "preceding") else "after"
        yield _relative(
            m,
            _words(m).removeprefix("on "),
            0 if when == "same" else 1,
            m["unit"].casefold(),
            side,
            m["unit"].casefold() == "week",
        )
    for m in _NOW.finditer(plain):
        word = m["word"].casefold()
        side = "ago" if word == "yesterday" else "after" if word == "tomorrow" else "on"
        yield _relative(m, word, 0 if side == "on" else 1, "day", side, False)
    for m in _NEAR.finditer(plain):
        when, unit = m["when"].casefold(), m["unit"].casefold()
        side = "ago" if when == "last" else "after" if when == "next" else "on"
        vague = unit not in ("day", "night", "month", "year") or bool(m["part"]) or (unit == "night" and when != "last")
        base = "day" if unit in ("night", "morning", "afternoon", "evening") else unit
        yield _relative(m, _words(m), 0 if side == "on" else 1, base, side, vague)
    for m in _TURN.finditer(plain):
        yield _relative(m, _words(m), None, (m["unit"] or "").casefold(), "on", False)
    for m in _SOON.finditer(plain):
        yield _relative(
            m,
            _words(m).replace("afterwards", "after"),
            None,
            "",
            "before" if m["side"].casefold() == "before" else "after",
            True,
        )
    for m in _SPAN.finditer(plain):
        side = "after" if m["when"].casefold() in ("coming", "next", "following") else "ago"
        yield _relative(m, _words(m), None, m["unit"].casefold(), side, True)


def _distance(m: re.Match[str]) -> Relative | None:
    side = m["side"].casefold()
    about = " ".join((m["about"] or "").casefold().split())
    unit = m["unit"].casefold()
    plural = m[0].casefold().find(unit + "s") >= 0
    number = (m["n"] or "").casefold()
    if side == "into" or (side == "of" and about != "within") or (side == "since" and not number and not m["few"]):
        return None
    if about == "in the" or (side == "before" and not number and not plural):
        return None
    if not number and not m["few"] and not plural:
        return None
    if number.isdecimal():
        amount: int | None = int(number)
    elif number in _AMOUNT:
        amount = _AMOUNT[number]
    else:
        amount = None
    direction = _SIDE[side]
    words = number or " ".join((m["few"] or "").casefold().split())
    if amount is not None:
        words = _spelt(amount)
    shown = f"{words} {unit}{'' if amount == 1 else 's'}".strip()
    value = " ".join(w for w in (about, shown, "ago" if direction == "ago" else direction) if w)
    vague = amount is None or bool(about) or (m["exact"] or "").casefold() == "barely"
    return _relative(m, value, amount, unit, direction, vague)


def _spelt(n: int) -> str:
    """The amount in words: a value that begins with a digit would look like an ISO date."""
    if n >= 100:
        return f"{_WORDS[n // 100 - 1]} hundred" + (f" and {_spelt(n % 100)}" if n % 100 else "")
    if n == 0:
        return "no"
    return _WORDS[n - 1] if n <= 20 else _TENS[n // 10 - 2] + (f"-{_WORDS[n % 10 - 1]}" if n % 10 else "")


def _words(m: re.Match[str]) -> str:
    return " ".join(m[0].casefold().split())


def _relative(m: re.Match[str], value: str, amount: int | None, unit: str, direction: Side, vague: bool) -> Relative:
    return Relative(
        start=m.start(), end=m.end(), value=value, amount=amount, unit=unit, direction=direction, vague=vague
    )
