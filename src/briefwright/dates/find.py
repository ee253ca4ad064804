"""Finding dates in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from briefwright.dates.relative import Relative, relatives
from briefwright.text import fold

Precision = Literal["day", "month", "part-of-month", "quarter", "season", "year", "weekday", "relative", "fiscal"]
Direction = Literal["", "before", "after", "ago", "on"]


@dataclass(frozen=True, kw_only=True, slots=True)
class DateMention:
    """A date as stated.

    `unit` is "mid", "early", "late", "end" … of a part of a month or year, the weekday of a day that names both,
    or the unit of a relative date ("hour", "day"), whose `amount` is None where no number is stated. `vague`: the
    amount is no exact distance. `derived`: how a part of `value` that the words leave out is known, or "".
    """

    start: int
    end: int
    surface: str
    value: str
    precision: Precision
    amount: int | None = None
    unit: str = ""
    direction: Direction = ""
    vague: bool = False
    derived: str = ""


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
_NUMBER = {m[:n].casefold(): i for i, m in enumerate(MONTHS, 1) for n in (3, 4, len(m))}
_full = "|".join(MONTHS)
_short = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_month = rf"(?:(?:{_full})\b|{_short})"
_year = r"(?:19|20)\d\d(?![\d%]|[.,]\d)"
#: 1 to 31, not the beginning of a sum, a time or a count in millions.
_day = (
    r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%:]|[.,]\d"
    r"|[ ]?(?:%|per[ ]?cent|million|billion|thousand|[ap]\.?m\b))"
)
_week = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_part = (
    r"(?P<part>[Mm]id|[Ee]arly|[Ll]ate|(?:the[ ]|The[ ])?(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)[ ]of)"
    r"(?:[ ]|-)(?:in[ ])?"
)
_season = r"[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter"
_ordinal = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

_ISO = re.compile(r"(?<![\w.-])(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12]\d|3[01]))?(?![\w-])")
#: "Tuesday, March 3", "March 4, 2026", "Mar. 4", "March 4-6".
_MONTH_DAY = re.compile(
    rf"(?<![\w-])(?:(?P<w>{_week}),?[ ])?(?P<m>{_month})[ ](?P<d>{_day})"
    rf"(?:[ ]?(?:-|to|and)[ ]?(?P<d2>{_day})(?![ ](?:{_full})))?"
    rf"(?P<late>,?[ ](?P<y>{_year}))?(?![\w-]?\w)"
)
#: "4 March 2026", "Tuesday 3 March", "4th of March".
_DAY_MONTH = re.compile(
    rf"(?<![\w.,:$£€-])(?:(?P<w>{_week}),?[ ])?(?P<the>the[ ])?(?P<d>{_day})(?:[ ]?-[ ]?(?P<d2>{_day}))?[ ](?:of[ ])?"
    rf"(?P<m>{_month})(?!\w)(?P<late>,?[ ](?P<y>{_year}))?"
)
#: the days of a month in words, the longer first
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_ordinals = "|".join(sorted(_ORDINALS, key=len, reverse=True))
#: "the first of October", "the twenty-third of May 2031"
_WORD_DAY = re.compile(
    rf"\b[Tt]he[ ](?P<d>{_ordinals})(?:[ ]day)?[ ]of[ ](?P<m>{_full})\b(?:,?[ ](?P<y>{_year}))?", re.IGNORECASE
)
#: "on the 23rd", "until the sixth", "her last day was the 21st": a day of the month that stands before
_BARE_DAY = re.compile(
    rf"\b(?:on|until|till|by|since|before|after|from|was|is|for)[ ]the[ ](?P<d>\d{{1,2}}(?:st|nd|rd|th)|{_ordinals})"
    r"(?=[,.;:)!?]|$|[ ](?:she|he|it|they|the|and|as|but|at|in|I|we|when|if|that|to|there|nobody|everybody|[A-Z])\b)",
    re.IGNORECASE,
)
#: "July 2019", "mid-February", "early March 2024", "that September", "in May".
_MONTH = re.compile(
    rf"(?<![\w-])(?:{_part})?(?P<m>(?:{_full})\b|{_short}(?=[ ]{_year}))(?:,?[ ](?:of[ ])?(?P<y>{_year}))?(?!-?\w)"
)
#: Months that are also names or verbs need a preposition or the like before them.
_AMBIGUOUS = frozenset({"March", "April", "May", "June", "August"})
_STRONG = re.compile(
    r"\b(?:in|since|until|till|during|last|next|that|this|each|every|previous|following|as of|in late|by)[ ]$",
    re.IGNORECASE,
)
_WEAK = re.compile(r"\b(?:of|from|to|through|between|and|for|before|after|or|on|around|its|the|a)[ ]$", re.IGNORECASE)
_THAT = re.compile(r"\b(?:[Tt]hat|[Tt]he[ ]same)[ ]$")
_YEAR = re.compile(
    rf"(?<![\w$£€¥.,#/'-])(?:(?P<part>[Mm]id|[Ee]arly|[Ll]ate|(?:the[ ])?(?:end|beginning|start|middle"
    rf"|first[ ]half|second[ ]half)"
    rf"[ ]of)(?:[ ]|-))?(?P<y>{_year})(?:(?P<span>[ ]?-[ ]?)(?P<y2>(?:19|20)?\d\d)(?!\d))?(?![\w/+]|-\d)"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|before|after|of|from|to|through|during|around|circa|between|and|for|or"
    r"|year|early|late"
    r"|than|throughout|summer|spring|autumn|fall|winter|ending|dated|effective|as)[ ]|[(\[]|^"
    r"|[.!?:;,][ ])$", re.IGNORECASE
)  # fmt: skip
_NOT_YEAR_BEFORE = re.compile(
    r"\b(?:more than|less than|fewer than|over|about|nearly|at least|up to|some|version|almost)[ ]$", re.IGNORECASE
)
_YEAR_ADJECTIVE = re.compile(r"\b(?:the|a|an|its|his|her|their|this|that|our|those|these)[ ]$", re.IGNORECASE)
_COUNTED = re.compile(r"[ ]of[ ](?:them|whom|which)\b|[ ](?:[a-z]+[ ])?(?:people|employees|workers|users|jobs"
                      r"|staff|units|stores|customers|engineers|students|seats|miles|"
                      r"kilomet(?:er|re)s|met(?:er|re)s|homes|vehicles|cars|copies|members|patients|soldiers"
                      r"|troops|words|dollars|euros|pounds|years|tons?)\b")  # fmt: skip
#: "Q3 2025", "fiscal Q3", "third quarter of 2025", "fiscal 2025", "FY2025", "H1 2025".
_QUARTER = re.compile(
    rf"(?<![\w-])(?P<f>[Ff]iscal[ ](?:year[ ](?:{_year}[ ])?)?)?(?:Q(?P<q>[1-4])|(?P<o>first|second|third"
    rf"|fourth|1st|2nd|3rd|4th)[ -](?:fiscal[ -])?quarter"
    rf"|H(?P<h>[12]))(?!\w)(?:'s)?(?:,?[ ](?:of[ ])?(?P<f2>[Ff]iscal[ ](?:year[ ])?|FY[ ]?)?(?P<y>{_year}))?"
)
_FISCAL = re.compile(rf"(?<![\w-])(?:(?:[Ff]iscal|financial)[ ](?:year[ ])?|FY[ ]?)(?P<y>{_year}|\d\d\b)(?!\w)")
_SEASON = re.compile(
    rf"(?<![\w-])(?:(?P<that>[Tt]hat[ ])|(?P<near>[Ll]ast|[Tt]his|[Nn]ext|[Ee]arly|[Ll]ate"
    rf"|[Tt]he)[ ])?(?P<s>{_season})(?:[ ](?:of[ ])?(?P<y>{_year}))?(?!-?\w)"
)
_WEEKDAY = re.compile(rf"(?<![\w-])(?:(?P<near>[Ll]ast|[Nn]ext|[Tt]his)[ ])?(?P<w>{_week})(?!\w)")
_NOT_WEEKDAY_BEFORE = re.compile(r"\b(?:Black|Cyber|Good|Ruby|Super|Bloody|Ash|Palm|Easter|Giving|Casual|Man)[ ]$")
_NOT_WEEKDAY_AFTER = re.compile(
    r"[ ](?:Times|Mirror|Telegraph|Express|Night|Mail|Post|Herald|Sun|Star|Business|Club)\b"
)
_EVERY = re.compile(r"\b(?:every|each|most|any)[ ]$", re.IGNORECASE)
_THAT_YEAR = re.compile(r"\b(?:that|the same)[ ]year\b", re.IGNORECASE)
_CAPITAL = re.compile(r"[ ][A-Z]")
_NO_NAMES = frozenset({"On", "The", "By", "Since", "From", "Until", "And", *_week.split("|")})
_NAMED_BEFORE = re.compile(r"(?:^|[ ])(?P<word>[A-Z][\w.]{1,30})[ ]$")


@lru_cache(maxsize=4096)
def find_dates(text: str, *, anchor_year: int | None = None) -> tuple[DateMention, ...]:
    """The dates, left to right, without overlap. `anchor_year` fills a year that is not stated, and says so."""
    plain = fold(text)
    found = [m for reader in (_iso, _days, _months, _quarters, _seasons, _years, _weekdays) for m in reader(plain)]
    found += [_from_relative(r) for r in relatives(plain)]
    found += _bare_days(plain, found)
    out: list[DateMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not out or mention.start >= out[-1].end:
            mention = replace(mention, surface=text[mention.start : mention.end])
            out.append(_derive(plain, mention, out, anchor_year))
    return tuple(out)


def _from_relative(r: Relative) -> DateMention:
    return DateMention(
        start=r.start, end=r.end, surface="", value=r.value, precision="relative", amount=r.amount, unit=r.unit,
        direction=r.direction, vague=r.vague,
    )  # fmt: skip


def _derive(plain: str, mention: DateMention, before: list[DateMention], anchor_year: int | None) -> DateMention:
    """Fill the year of "that September" from the last full date before it, or any year from the given one."""
    that_year = _THAT_YEAR.fullmatch(mention.surface)
    that_month = mention.value.startswith("--") and _THAT.search(plain, max(0, mention.start - 10), mention.start)
    that_season = mention.precision == "season" and mention.surface[:5].casefold() == "that "
    if that_year or that_month or that_season:
        for earlier in reversed(before):
            if earlier.value[:4].isdigit() and earlier.precision not in ("relative", "fiscal"):
                year, month = earlier.value[:4], earlier.value[5:7]
                source = f"year from “{earlier.surface}” in the same passage"
                if that_year:
                    return replace(
                        mention, value=year, precision="year", amount=None, unit="", direction="", derived=source
                    )
                if mention.value[2:4].isdigit() and month.isdigit() and mention.value[2:4] < month:
                    break
                return replace(mention, value=year + mention.value[1:], derived=source)
    if anchor_year is not None and mention.value.startswith("--") and mention.precision != "fiscal":
        return replace(
            mention, value=f"{anchor_year:04d}{mention.value[1:]}", derived=f"year {anchor_year} as given for the text"
        )
    return mention


def _iso(plain: str) -> Iterator[DateMention]:
    for m in _ISO.finditer(plain):
        if m["d"] is None or _possible(int(m["m"]), int(m["d"])):
            yield _mention(m.start(), m.end(), m[0], "day" if m["d"] else "month")


def _day_number(word: str) -> int:
    return _digits(word) if word[0].isdigit() else _ORDINALS.index(word.casefold()) + 1


def _bare_days(plain: str, found: Sequence[DateMention]) -> list[DateMention]:
    """The days told without their month, which is that of the date before them in the text."""
    out: list[DateMention] = []
    for m in _BARE_DAY.finditer(plain):
        before = [d for d in found if d.end <= m.start() and re.match(r"(?:\d{4}|-)-\d\d", d.value)]
        day = _day_number(m["d"])
        last = max(before, key=lambda d: d.start, default=None)
        if last is None or not _possible(int(last.value.rpartition("-")[2] if last.precision != "day" else
                                             last.value[-5:-3]), day):  # fmt: skip
            continue
        month = last.value if last.precision != "day" else last.value[:-3]
        why = f"month from “{last.surface or plain[last.start : last.end]}” in the same passage"
        out.append(replace(_mention(m.start("d"), m.end(), f"{month}-{day:02d}", "day"), derived=why))
    return out


def _days(plain: str) -> Iterator[DateMention]:
    for m in _WORD_DAY.finditer(plain):
        yield _mention(
            m.start(), m.end(), f"{m['y'] or '-'}-{_month_number(m['m']):02d}-{_day_number(m['d']):02d}", "day"
        )
    for pattern in (_MONTH_DAY, _DAY_MONTH):
        for m in pattern.finditer(plain):
            month, day = _month_number(m["m"]), _digits(m["d"])
            named = _NAMED_BEFORE.search(plain, max(0, m.start() - 40), m.start()) if pattern is _DAY_MONTH else None
            # "Nova 4 May support it": a number that belongs to the name before it
            in_name = named and named["word"] not in _NO_NAMES and m["m"] in _AMBIGUOUS and not m["y"]
            if in_name or not _possible(month, day):
                continue
            year = m["y"] or "-"
            unit = (m["w"] or "").casefold()
            value = f"{year}-{month:02d}-{day:02d}"
            second = _digits(m["d2"]) if m["d2"] else 0
            if second > day and _possible(month, second):
                # A range gives two dates; the year, written once, is the year of both.
                yield _mention(m.start(), m.end("d"), value, "day", unit=unit)
                yield _mention(m.start("d2"), m.end(), f"{year}-{month:02d}-{second:02d}", "day")
            else:
                end = m.end("d") if m["d2"] and pattern is _MONTH_DAY else m.end()
                yield _mention(m.start(), end, value, "day", unit=unit)


def _months(plain: str) -> Iterator[DateMention]:
    for m in _MONTH.finditer(plain):
        start = m.start()
        if m["m"] in _AMBIGUOUS and not m["y"] and not m["part"]:
            strong = _STRONG.search(plain, max(0, start - 12), start)
            weak = _WEAK.search(plain, max(0, start - 10), start) and not _CAPITAL.match(plain, m.end())
            if not strong and not weak and not plain.startswith("'s ", m.end()):
                continue
        value = f"{m['y'] or '-'}-{_month_number(m['m']):02d}"
        if m["part"]:
            yield _mention(start, m.end(), value, "part-of-month", unit=_part_word(m["part"]))
        else:
            yield _mention(start, m.end(), value, "month")


def _years(plain: str) -> Iterator[DateMention]:
    for m in _YEAR.finditer(plain):
        start = m.start()
        if _NOT_YEAR_BEFORE.search(plain, max(0, start - 12), start) or _COUNTED.match(plain, m.end()):
            continue
        before = m["part"] or m["y2"] or _YEAR_BEFORE.search(plain, max(0, start - 14), start)
        adjective = _YEAR_ADJECTIVE.search(plain, max(0, start - 8), start) and plain[m.end() : m.end() + 1] in (
            " ",
            ",",
            "-",
        )
        if not before and not adjective and not plain.startswith("'s", m.end()):
            continue
        if m["y2"] is not None and m["span"] is not None:
            second = m["y2"] if len(m["y2"]) == 4 else m["y"][:2] + m["y2"]
            if int(second) > int(m["y"]):
                yield _mention(start, m.end("y"), m["y"], "year")
                yield _mention(m.start("y2"), m.end(), second, "year")
                continue
        yield _mention(start, m.end("y"), m["y"], "year", unit=_part_word(m["part"] or ""))


def _quarters(plain: str) -> Iterator[DateMention]:
    for m in _QUARTER.finditer(plain):
        year = m["y"] or "-"
        fiscal = m["f"] or m["f2"] or "fiscal" in m[0].casefold()
        if m["h"]:
            value, half = (m["y"] or f"--H{m['h']}"), ("first half", "second half")[int(m["h"]) - 1]
            yield _mention(m.start(), m.end(), value, "fiscal" if fiscal or not m["y"] else "year", unit=half)
        else:
            yield _mention(
                m.start(), m.end(), f"{year}-Q{m['q'] or _ordinal[m['o']]}", "fiscal" if fiscal else "quarter"
            )
    for m in _FISCAL.finditer(plain):
        yield _mention(m.start(), m.end(), m["y"] if len(m["y"]) == 4 else f"20{m['y']}", "fiscal")


def _seasons(plain: str) -> Iterator[DateMention]:
    for m in _SEASON.finditer(plain):
        before = plain[max(0, m.start() - 7) : m.start()].casefold()
        if not m["y"] and not (m["that"] or (m["near"] and m["near"].casefold() in ("last", "this", "next")) or (
            m["near"] and before.endswith(("in ", "by ", "since ", "during ")))):  # fmt: skip
            continue
        season = m["s"].casefold().replace("fall", "autumn")
        near = (m["near"] or "").casefold()
        yield _mention(
            m.start(),
            m.end(),
            f"{m['y'] or '-'}-{season}",
            "season",
            unit=near if near in ("early", "late", "last", "next", "this") else "",
        )


def _weekdays(plain: str) -> Iterator[DateMention]:
    for m in _WEEKDAY.finditer(plain):
        if _NOT_WEEKDAY_BEFORE.search(plain, max(0, m.start() - 8), m.start()) or _NOT_WEEKDAY_AFTER.match(
            plain, m.end()
        ):
            continue
        if _CAPITAL.match(plain, m.end()) and plain[max(0, m.start() - 4) : m.start()].casefold() == "the ":
            # "The Saturday Review": a name
            continue
        if _EVERY.search(plain, max(0, m.start() - 8), m.start()):
            continue
        near = (m["near"] or "").casefold()
        yield _mention(m.start(), m.end(), m["w"].casefold(), "weekday", unit=near,
                       direction={"last": "before", "next": "after"}.get(near, "on"))  # type: ignore[arg-type]  # fmt: skip


def _mention(
    start: int, end: int, value: str, precision: Precision, *, unit: str = "", direction: Direction = ""
) -> DateMention:
    return DateMention(
        start=start, end=end, surface="", value=value, precision=precision, unit=unit, direction=direction
    )


def _month_number(name: str) -> int:
    return _NUMBER[name.rstrip(".").casefold()]


def _digits(day: str) -> int:
    return int(day.rstrip("sthndr"))


def _possible(month: int, day: int) -> bool:
    return day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def _part_word(part: str) -> str:
    word = part.casefold().removeprefix("the ").removesuffix(" of")
    return {"start": "beginning", "middle": "mid"}.get(word, word)
