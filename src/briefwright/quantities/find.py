"""Finding quantities in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from briefwright.quantities.context import MONEY_BEHIND, approx_before, money_of
from briefwright.quantities.numerals import MULTIPLIER, NUMBER_WORDS, word_value
from briefwright.quantities.skip import is_id, is_label, is_score, is_year, not_quantities
from briefwright.quantities.special import ratios, vague
from briefwright.quantities.units import (
    CODES,
    CURRENCY,
    DURATIONS,
    JOINED,
    SIGNS,
    SIZES,
    counted_noun,
    plural,
    singular,
)
from briefwright.quantities.value import Quantity, QuantityKind
from briefwright.text import fold


@dataclass(frozen=True, kw_only=True, slots=True)
class _Term:
    """One number: its span with currency, multiplier and unit sign; `scale` is "" where no multiplier is written."""

    start: int
    end: int
    number: Decimal
    digits: str
    scale: str
    currency: str
    percent: bool
    plus: bool
    approx: str = ""

    @property
    def value(self) -> Decimal:
        return self.number * MULTIPLIER[self.scale] if self.scale else self.number


_signs = "|".join(SIGNS)
#: codes of currencies that stand before a number
_CODES = "|".join((*CODES, "RMB"))
_DIGITS = r"\d{1,3}(?:,\d\d\d)++(?:\.\d++)?|\d{1,2}(?:,\d\d)++,\d\d\d|\d++(?:\.\d++)?"
#: "$1.2 billion", "40,000+", "128K", "60 %", "four", "two dozen", "a hundred", "nine-billion".
_TERM = re.compile(
    rf"""
    (?<![\w.,'/])
    (?P<cur>(?:US|HK|NT|[ACRS])?\$|[£€¥₹₩₱₦₫₺₴₪฿]|(?:{_CODES}|Rs\.?)(?=[ ]?\d))?[ ]?
    (?:
        (?P<num>(?<![\d.,]){_DIGITS})(?![\d]|[.,]\d)
      | (?P<words>\b(?:{NUMBER_WORDS}))
      | (?P<part>\b(?:half[ ]an?|a[ ]few|a[ ]couple(?:[ ]of)?|several|an?)(?=[ ](?:hundred|dozen|thousand|[mb]illion
          |trillion)\b))
    )
    (?P<half>[ ]and[ ]a[ ]half\b)?
    (?:
        [ -]?(?P<scale>hundred|dozen|thousand|lakhs?|million|crores?|billion|trillion|mln|mn|bn|trn|tn)\b
      | (?P<letter>(?<=\d)[KkMmBbT])(?![\w])
    )?
    (?P<plus>\+(?!\w))?
    (?P<percent>[ ]?%|[ -]per[ ]?cent\b|[ ]?pct\b|[ ]p\.c\.?(?!\w)|[ ]percentage[ ]points?\b)?
    (?![^\W\d_]|['](?:s\b|[^\W_]))
    | (?<![\w.,'/-])
     (?P<short>(?P<bare>\d++(?:\.\d++)?)(?:GB|TB|MB|KB|PB|GHz|MHz|nm|mm|cm|km|kg|kW|MW|GW|TW|kWh|MWh|GWh|ms|x|×))(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEHIND = re.compile(r"[ ]or[ ](?:(?P<so>so)|(?P<more>more)|(?P<less>less|fewer))\b", re.IGNORECASE)
_TIMES = re.compile(r"[ -]?(?:x(?!\w)|×|times\b|fold\b)", re.IGNORECASE)
_HYPHEN = re.compile(r"-(?P<noun>square-(?:foot|met(?:re|er))|[^\W\d_]{3,})(?P<old>-old)?(?!['\w])")
_SIGN = re.compile(rf"[ ](?P<sign>{_signs})(?!\w)")
#: "a height of 1.5 m," "3 m | 0.5 m": metres, where nothing is counted behind them
_METRES = re.compile(r"[ ]m(?=[ ]*(?:[|,;.)/]|$))")
_MODEL = re.compile(r"(?:[ ][\w-]+){0,2}?[ -](?:model|version|variant|checkpoint|LLM|system|dense|MoE|flagship)s?\b")
#: "Nova 2 (70B)", "(70B, 12B active)"
_BRACKETED = re.compile(r"[),;]")
_CONTEXT = re.compile(r"[ -](?:[\w-]+[ ]){0,2}context\b", re.IGNORECASE)
#: "100m sprint", "5m tall": metres; "5m more" is a count.
_LENGTH = re.compile(
    r"[ -](?:tall|long|wide|high|deep|away|race|sprint|pool|wall|tower|cable|run|dash|final|above|below)\b"
)
_SQUARE = re.compile(r"[ ](square|cubic)[ ]")
_DISPLAY = re.compile(r"[ -](?:TV|video|screen|display|resolution|monitor|camera|footage|stream)", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)[ ](?:about[ ]|roughly[ ])?$", re.IGNORECASE)
_JOIN = re.compile(r"[ ]?-[ ]?|[ ]to[ ](?:about[ ]|over[ ])?|[ ]and[ ]|[ ](?:or|if[ ]not)[ ]")
#: Before "one" it is a pronoun or a part of a phrase: "no one", "the one", "this one".
_NOT_ONE_BEFORE = re.compile(
    r"\b(?:no|the|this|that|which|any|every|each|another|some|number|day|by|for|every|last)[ -]$", re.IGNORECASE
)
_NOT_ONE_AFTER = re.compile(r"[ ](?:of|another|or|and|by|thing|way|hand|side|point|time|more|such|can|could"
                            r"|might|would|should|may|has|is|was"
                            r"|who|that|in|on|to|from|after|with|for|day[ ](?!after|before|later|earlier))\b|-"
                            r"|[.,;:!?']|$", re.IGNORECASE)  # fmt: skip


@lru_cache(maxsize=4096)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities, left to right, without overlap."""
    plain = fold(text)
    found = [*ratios(text, plain)]
    blocked = sorted([*((q.start, q.end) for q in found), *not_quantities(text)])
    found += vague(text, plain)
    blocked = sorted([*blocked, *((q.start, q.end) for q in found)])
    terms = _terms(plain, blocked)
    i = 0
    while i < len(terms):
        second = terms[i + 1] if i + 1 < len(terms) else None
        quantity, used = _read(text, plain, terms[i], second)
        if quantity is not None:
            found.append(quantity)
        i += used
    out: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: (q.start, -q.end)):
        if not out or quantity.start >= out[-1].end:
            out.append(quantity)
    return tuple(out)


def _terms(plain: str, blocked: list[tuple[int, int]]) -> list[_Term]:
    out: list[_Term] = []
    i = 0
    for m in _TERM.finditer(plain):
        while i < len(blocked) and blocked[i][1] <= m.start():
            i += 1
        if (i < len(blocked) and blocked[i][0] < m.end()) or is_id(m["num"] or ""):
            continue
        out.append(_term(m))
    return out


def _term(m: re.Match[str]) -> _Term:
    if m["short"]:
        digits = m["bare"]
        return _Term(start=m.start(), end=m.start() + len(digits), number=Decimal(digits), digits=digits, scale="",
                     currency="", percent=False, plus=False)  # fmt: skip
    start = next(m.start(name) for name in ("cur", "num", "words", "part") if m[name])
    scale = (m["scale"] or m["letter"] or "").casefold()
    scale = scale.removesuffix("s") if scale in ("lakhs", "crores") else scale
    approx = ""
    if m["num"]:
        number = Decimal(m["num"].replace(",", ""))
    elif m["words"]:
        number = word_value(m["words"])
    else:
        word = " ".join(m["part"].casefold().split()[:2])
        number = {"half a": Decimal("0.5"), "half an": Decimal("0.5"), "a": Decimal(1), "an": Decimal(1)}.get(
            word, Decimal(2)
        )
        approx = {"several": "several", "a few": "a few", "a couple": "about"}.get(word, "")
    number += Decimal("0.5") if m["half"] else 0
    return _Term(start=start, end=m.end(), number=number, digits=m["num"] or "", scale=scale,
                 currency=CURRENCY[m["cur"].casefold()] if m["cur"] else "", percent=bool(m["percent"]),
                 plus=bool(m["plus"]), approx=approx)  # fmt: skip


def _read(text: str, plain: str, term: _Term, second: _Term | None) -> tuple[Quantity | None, int]:
    """The quantity that begins with this term, and how many terms it uses."""
    between = _BETWEEN.search(plain, max(0, term.start - 24), term.start)
    if second is not None and plain[term.end : second.start] == "-" and term.number > second.number and not term.scale:
        return None, 2  # a score or a vote: "3-1", "52-48"
    if second is not None and not term.plus:
        join = plain[term.end : second.start]
        near = ("or" not in join.split() and "if" not in join.split()) or (
            _next_to(term, second) and (term.number == 1 or _single(text, plain, term) is not None)
        )
        if len(join) < 12 and near and _JOIN.fullmatch(join) and (join != " and " or between):
            ranged = _range(text, plain, term, second, bool(between) or join != " and ")
            if ranged is not None:
                if between and between[0].casefold().startswith("between"):
                    ranged = replace(ranged, start=between.start(), surface=text[between.start() : ranged.end])
                return ranged, 2
    return _single(text, plain, term), 1


def _next_to(a: _Term, b: _Term) -> bool:
    """ "two or three people", "30 or 40 GB": so many or the next number up, and no choice of two things."""
    whole = a.number == int(a.number) and b.number == int(b.number) and not a.scale and not a.currency
    step = 10 if a.number % 10 == b.number % 10 == 0 and a.number else 5 if a.number % 5 == b.number % 5 == 0 else 1
    return whole and a.number > 0 and b.number - a.number == step


def _range(text: str, plain: str, a: _Term, b: _Term, joined: bool) -> Quantity | None:
    """A range whose first term takes multiplier and unit from the second where it has none."""
    if not joined or (a.currency and b.currency and a.currency != b.currency) or is_year(plain, b) or is_year(plain, a):
        return None
    if not a.scale and b.scale and a.number < b.number:
        a = replace(a, scale=b.scale)
    one = _single(text, plain, replace(b, currency=b.currency or a.currency))
    if one is None or a.value >= b.value or (a.percent and not b.percent):
        return None
    approx, start = approx_before(plain, a.start)
    if not approx and one.start < b.start:
        approx = one.approx
    return replace(one, start=start, low=a.value, high=b.value, approx=approx, surface=text[start : one.end])


def _single(text: str, plain: str, term: _Term) -> Quantity | None:
    approx, start = approx_before(plain, term.start)
    if is_year(plain, term) and not (approx and counted_noun(plain, term.end)[0]):
        return None
    end, value = term.end, term.value
    negative = term.start > 0 and plain[term.start - 1] == "-" and (term.percent or term.currency) and (
        term.start == 1 or plain[term.start - 2] in " (")  # fmt: skip
    if negative:
        value, start = -value, min(start, term.start - 1)
    unit, kind, end, noun_end = _unit(plain, term, end)
    if unit == "metres" and term.scale == "m":
        value = term.number
    behind = _BEHIND.match(plain, end)
    if behind and kind is not None and approx in ("", "about" if behind["so"] else ""):
        approx = "about" if behind["so"] else "at least" if behind["more"] else "up to"
        end = behind.end()
        if not unit and kind == "count":
            unit, kind, end, noun_end = _counted(plain, replace(term, end=end), end)
    approx = "more than" if term.plus and approx in ("", "about") else approx or term.approx
    if kind is None:
        return None
    if value == 1 and unit and kind in ("count", "size") and unit not in ("%",) and not term.scale:
        unit = plural(unit) if unit in SIZES else unit
    return Quantity(start=start, end=end, surface=text[start:end], low=value, unit=unit, approx=approx, kind=kind,
                    noun_end=max(noun_end, end))  # fmt: skip


def _unit(plain: str, term: _Term, end: int) -> tuple[str, QuantityKind | None, int, int]:
    """Unit, kind, end of the number with its unit sign, end of the noun. Kind None: this is no quantity."""
    if term.percent:
        return (
            ("percentage points" if "point" in plain[end - 8 : end] else "%"),
            "percent",
            end,
            counted_noun(plain, end)[1],
        )
    if term.currency:
        return term.currency, "money", end, end
    money = MONEY_BEHIND.match(plain, end)
    if money:
        return money_of(money), "money", money.end(), money.end()
    times = _TIMES.match(plain, end)
    if times and not term.scale:
        return "times", "multiple", times.end(), times.end()
    sign = _SIGN.match(plain, end) or re.compile(rf"(?P<sign>{_signs}|%)(?!\w)").match(plain, end)
    if sign and term.digits:
        return sign["sign"], "size", sign.end(), sign.end()
    if term.digits and not term.scale and (metres := _METRES.match(plain, end)):
        return "m", "size", metres.end(), metres.end()
    hyphen = _HYPHEN.match(plain, end)
    if hyphen:
        return _joined(term, hyphen)
    if plain[end : end + 1] == "-":
        return "", None, end, end
    if term.scale in ("k", "m") and _CONTEXT.match(plain, end):
        return "tokens", "size", end, end
    if term.scale in ("b", "m", "t") and (_MODEL.match(plain, end) or _BRACKETED.match(plain, end)):
        bare = _MODEL.match(plain, end) is None and plain[term.start - 1 : term.start] != "("
        if not bare:
            return "parameters", "size", end, end
    if term.scale == "k" and _DISPLAY.match(plain, end):
        return "", None, end, end
    return _counted(plain, term, end)


def _joined(term: _Term, hyphen: re.Match[str]) -> tuple[str, QuantityKind | None, int, int]:
    """A number joined to its unit: "128,000-token", "7-billion-parameter", "four-day"."""
    noun = hyphen["noun"].casefold()
    if noun.endswith(("ed", "ing")) or ("." in term.digits and not term.scale and noun not in JOINED):
        return "", None, term.end, term.end
    if not term.digits and not term.scale and noun not in JOINED:
        return "", None, term.end, term.end
    end = hyphen.end("noun")
    if noun in CURRENCY:
        return CURRENCY[noun], "money", end, end
    if noun in DURATIONS:
        return plural(noun), "duration", end, end
    if noun == "strong":
        # "the 34-strong group"
        return "people", "count", end, end
    return plural(noun), "size" if noun in SIZES else "count", end, end


#: what comes in several sizes of a model
_EDITIONS = frozenset({"sizes", "versions", "variants", "models", "editions"})


def _counted(plain: str, term: _Term, end: int) -> tuple[str, QuantityKind | None, int, int]:
    one = term.value == 1 and not term.scale
    pronoun = _NOT_ONE_BEFORE.search(plain, max(0, term.start - 12), term.start) or _NOT_ONE_AFTER.match(plain, end)
    if one and not term.digits and pronoun:
        return "", None, end, end
    noun, noun_end = counted_noun(plain, end, one=one)
    if term.scale == "m" and not noun and _LENGTH.match(plain, end):
        return "metres", "size", end, end
    if is_label(plain, term.start, term.digits, bool(noun), bool(term.scale)):
        return "", None, end, end
    if not noun and not term.digits and not term.scale:
        following = plain[end : end + 1]
        if one or following == "'" or term.value == 0:
            return "", None, end, end
    if "." in term.digits and not term.scale and not noun and not is_score(plain, term.start):
        return "", None, end, end
    last = noun.rpartition(" ")[2]
    base = singular(last)
    if term.scale in {"b", "B"} and noun in _EDITIONS:
        # "in 7B and 40B sizes": so many parameters, and not so many sizes
        return "parameters", "size", end, end
    if base in DURATIONS or last in DURATIONS:
        return plural(base), "duration", end, noun_end
    if base in SIZES:
        square = _SQUARE.match(plain, end)
        return f"{square[1]} {plural(base)}" if square else plural(base), "size", end, noun_end
    return noun, "count", end, noun_end
