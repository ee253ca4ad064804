"""What looks like a number and is no quantity: dates, times, versions, labels, telephone numbers."""

from __future__ import annotations

import re
from typing import Protocol

from briefwright.text import STOP_WORDS, fold

_MONTH = (r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
          r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)")  # fmt: skip
#: On the folded text: dates, times, version triples, numbered things, telephone numbers.
_NOT = re.compile(
    rf"""
      \b\d{{4}}-\d{{2}}(?:-\d{{2}})?\b                                    # 2026-03-04
    | \b{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?(?:[ ]?-[ ]?\d{{1,2}})?\b(?:,?[ ]\d{{4}}\b)?(?![,.]?\d|%)   # March 4, 2026
    | \b{_MONTH},?[ ]\d{{4}}\b                                            # July 2019
    | \b\d{{1,2}}(?:st|nd|rd|th)?(?:[ ]?-[ ]?\d{{1,2}})?[ ](?:of[ ])?{_MONTH}\b(?:,?[ ]\d{{4}})?       # 4 March 2026
    | \b\d{{1,2}}(?::[0-5]\d){{1,2}}(?![ ]?ratio)(?:[ ]?[ap]\.?m\b\.?)?   # 9:30 a.m.
    | \b\d{{1,2}}[ ]?[ap](?:\.m\b\.?|m\b)                                 # 10pm
    | \b\d++(?:\.\d++){{2,}}                                              # 3.1.4
    | \b\d++/\d++/\d++\b | \b24/7\b | \b9/11\b
    | \b(?:No|Nos)\.[ ]?\d+ | \#\d+
    | \(\d{{3}}\)[ ]?\d{{3}}-\d{{4}} | \b\d{{3}}-(?:\d{{3}}-)?\d{{4}}\b | \+\d[\d]*(?:[ -]\d+)+   # telephone
    | \bnumber[ ](?:one|two|three)\b | \b(?:Big|Group[ ]of)[ ](?:Four|Three|Five|Seven|Twenty)\b
    | \b(?:one|two|three|four|five|six|seven|eight|nine|ten)
      -(?:off|on-one|sided|way|stop|fifths?|thirds?|quarters?|eighths?)\b(?![ ]of)
    | \b(?:twenty|forty)-?something\b
    """,
    re.VERBOSE,
)
#: On the text as written, so that a dash does not count as a hyphen: "Nova3.5-Max", "GPT-4.1", "A19", "Q3", "1Harrow".
_NAME = re.compile(
    r"(?<![\w$£€¥.+‐‑-])(?!(?:USD|EUR|GBP|CNY|RMB|JPY|INR|CHF|KRW|SEK|CAD|AUD|NZD|SGD|HKD|NOK|DKK|PLN|BRL|Rs|US|"
    r"HK|NT|[ACRS])\$?\d)"
    r"[^\W\d_][^\W\d_]*+(?:[-‐‑.+]?[^\W\d_]++)*+[-‐‑.]?\d[\w.]*+(?:[-‐‑][\w.]++)*+"
    r"|(?<![\w.,])\d++[A-Z][a-z][\w'’]*"
)
_LABEL = re.compile(
    r"\b(?:version|phase|chapter|step|part|level|tier|page|pages|room|flight|route|highway|section|article|type|grade"
    r"|class|unit|line|figure|table|number|gen|generation|stage|category|channel|gate|episode|season|round|act|rule"
    r"|form|item|area|interstate|boeing|airbus|windows|covid|paragraph|point|option|scenario|question)[ ]$",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"(?:^|(?<=[\s(\"'\[-]))([\w'&.-]{1,40})[ ]$")
#: Verbs that may stand first with a count behind them, in headlines: "Sold 40 looms".
_VERBS = frozenset(
    "sold bought built spent lost won paid made cut hit left sent held found met led fell rose grew ran has had "
    "supports accepts runs handles reads weighs needs requires offers includes comes uses costs employs covers "
    "processes fits holds lasts delivers reaches serves sees takes draws carries contains speaks knows adds brings "
    "saves beats scores works seats stores".split()
)
_SCORED = frozenset(
    """scored scores score scoring reached reaches reach rose fell hit to at from of by was is than against averaged
    averages rated rating measured magnitude about around nearly with managed manages got gets posted posts achieved
    achieves attained attains recorded records only""".split()
)
#: "ahead of the | 63.8 | posted by Quarry 2", "ahead of Quarry 2 (| 63.8 |)": a decimal that another is compared with
_COMPARED = re.compile(
    r"\b(?:ahead of|behind|against|versus|compared (?:with|to)|than|above|below|short of|beating|beats?|and|while|"
    r"whereas|but)\b"
    r"(?: the $|[^.,;:()]{2,40} \($)"
)
_COMPARED_BY = re.compile(r"(?: points?)? (?:for|by|of|from|posted|scored|achieved|recorded|reached|set|managed)\b|\)")
_GIVEN = re.compile(r"\b(?:took|takes|taken|cost|costs|gave|gives|earned|owes|saved|saves) (?:[A-Z][\w.&-]* ){1,3}$")
_LIST_AFTER = re.compile(r"[.)][ ]|\)$")
#: Nouns after a decimal that show a version: "the 3.5 family".
_VERSION_NOUN = re.compile(
    r"[ -](?:small[ ]|open-weight[ ]|large[ ])?(?:family|series|release|update|version|lineup|generation|models?"
    r"|line|licen[cs]e|upgrade|launch|edition|-licensed)\b",
    re.IGNORECASE,
)
#: Nouns that show a count before them, however much the number looks like a year: "2000 employees".
_YEAR_NOUN = re.compile(
    r"[ ](?:[a-z]+[ ])?(?:people|employees|workers|users|jobs|staff|units|stores|customers|engineers|students|seats"
    r"|miles|kilomet(?:er|re)s|met(?:er|re)s|homes|vehicles|cars|copies|members|patients|soldiers|troops|words"
    r"|years)\b"
)


class Number(Protocol):
    """What is needed of a number to tell a year from a count."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def digits(self) -> str: ...
    @property
    def scale(self) -> str: ...
    @property
    def currency(self) -> str: ...
    @property
    def percent(self) -> bool: ...
    @property
    def plus(self) -> bool: ...


def not_quantities(text: str) -> list[tuple[int, int]]:
    """Ranges in which no number counts anything."""
    plain = fold(text)
    out = [m.span() for m in _NOT.finditer(plain)]
    out += [m.span() for m in _NAME.finditer(text)]
    return out


def is_id(digits: str) -> bool:
    """Digits that number something rather than count it: a leading zero, or more than fifteen without a comma."""
    return (len(digits) > 1 and digits[0] == "0" and digits[1].isdecimal()) or len(digits.partition(".")[0]) > 20


def is_score(plain: str, start: int) -> bool:
    """Does a small word lead to the decimal ("scored 88.7", "to 86.1"), and no name or article ("Nova 2.1")?"""
    before = _WORD_BEFORE.search(plain, max(0, start - 42), start)
    if before is not None and before[1].casefold() in _SCORED:
        return True
    compared = _COMPARED.search(plain, max(0, start - 60), start)
    behind = re.compile(r"\d+(?:\.\d+)?").match(plain, start)
    return compared is not None and behind is not None and _COMPARED_BY.match(plain, behind.end()) is not None


def is_year(plain: str, term: Number) -> bool:
    """Four digits from 1500 to 2099 without a unit that shows a count."""
    digits = term.digits
    if len(digits) != 4 or not digits.isdecimal() or term.scale or term.currency or term.percent or term.plus:
        return False
    return (
        1500 <= int(digits) <= 2099 and not _YEAR_NOUN.match(plain, term.end) and plain[term.end : term.end + 1] != "-"
    )


def is_label(plain: str, start: int, digits: str, noun: bool, scaled: bool) -> bool:
    """Is the number a part of a name or label ("Nova 2", "Phase 3", "the 3.5 family", "1. First")?"""
    if scaled or "," in digits:
        return False
    if _LABEL.search(plain, max(0, start - 16), start):
        return True
    end = start + len(digits)
    if digits and "." in digits and _VERSION_NOUN.match(plain, end):
        return True
    if digits and not noun and not plain[:start].strip() and _LIST_AFTER.match(plain, end):
        return True
    before = _WORD_BEFORE.search(plain, max(0, start - 42), start)
    if not before or before[1] == before[1].lower():
        return False
    word = before[1].casefold()
    if noun and _GIVEN.search(plain, max(0, start - 60), start):
        # "it took Beldane 40 days"
        return False
    if noun and word.endswith(("'s", "s'")):
        # "Beldane's 85 employees" are counted; a version belongs to no genitive
        return False
    if word in STOP_WORDS or word in ("some", "around", "nearly", "almost", "roughly", "including", "hundred"):
        return False
    opening = not plain[: before.start(1)].strip("-*• ") or plain[max(0, before.start(1) - 2)] in ".!?\"'"
    if not digits:
        return not noun
    return not (noun and opening and (word.endswith(("ed", "ing", "ly")) or word in _VERBS))
