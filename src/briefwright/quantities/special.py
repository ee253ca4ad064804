"""Ratios, shares, ranks, and numbers that are words alone: "dozens", "hundreds", "several"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from briefwright.quantities.context import MONEY_BEHIND, approx_before, money_of
from briefwright.quantities.numerals import NUMBER_WORDS, ORDINALS, word_value
from briefwright.quantities.units import DURATIONS, SIZES, counted_noun, singular
from briefwright.quantities.value import Quantity, QuantityKind

_RATIO = re.compile(r"(?<![\w:.,])(\d{1,4}(?:\.\d+)?)(?::|-to-)(\d{1,4}(?:\.\d+)?)(?![\w:]|[.,]\d)")
_TO_RATIO = re.compile(r"(?<![\w.,])(\d{1,4}(?:\.\d+)?) to (\d{1,4}(?:\.\d+)?)(?= ratio\b)")
#: "one in five users", "9 out of 10"; not "two in March", "one in 20 countries"
_SHARE = re.compile(
    rf"\b(?P<a>\d{{1,3}}|{NUMBER_WORDS})[ ](?:in(?:[ ]every)?|out[ ]of(?:[ ]every)?)[ ]"
    rf"(?P<b>\d{{1,4}}|{NUMBER_WORDS}|a[ ]hundred)\b"
    r"(?![ ]?(?:%|per|[ap]\.?m|countr|cit|day|week|month|year|million|billion|thousand))",
    re.IGNORECASE,
)
_parts = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, **{w: n for w, n in ORDINALS.items() if n > 4}}
_part = "|".join(p for p in _parts if p != "half")
#: "1/8th", "two-thirds of", "a quarter of", "half of"; not "a third quarter of 2025"
_FRACTION = re.compile(
    rf"(?<![\w/.,-])(?:(?P<top>\d{{1,3}})/(?P<bottom>\d{{1,3}})(?:th|rd|nds?|st|ths)?(?![\w/]|[.,]\d)"
    rf"|(?P<count>an?|one|two|three|four|five|six|seven|nine)[ -](?P<part>{_part})s?"
    r"(?=[ ](?:of|the)\b(?![ ](?:fiscal|20))|[ ](?:as|less|more|fewer)\b)"
    r"|(?P<half>(?:one[ -])?half)(?=[ ](?:of|the|its|his|her|their|our|all|as)\b))",
    re.IGNORECASE,
)
_RANK = re.compile(
    rf"\b(?P<rank>{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))[- ](?P<most>[a-z]{{3,12}}est|most|best)\b",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b(?:twice|(?P<fold>two|three|four|five|six|seven|eight|nine|ten|twenty)-?fold)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:(?P<many>tens|dozens|hundreds|thousands|millions|billions|trillions)"
    r"(?P<of>[ ]of[ ](?:thousands|millions|billions|trillions)\b)?(?=[ ]of[ ]|\W|$)"
    r"|(?P<some>several|a[ ]few|a[ ]couple[ ]of)(?![ ](?:hundred|dozen|thousand|[mb]illion|trillion)\b))(?=[ ]|\W|$)",
    re.IGNORECASE,
)
_VAGUE_VALUE: Mapping[str, Decimal] = {
    "tens": Decimal(20), "dozens": Decimal(24), "hundreds": Decimal(200), "thousands": Decimal(2000),
    "millions": Decimal(2 * 10**6), "billions": Decimal(2 * 10**9), "trillions": Decimal(2 * 10**12),
}  # fmt: skip


def ratios(text: str, plain: str) -> list[Quantity]:
    """Ratios, shares, ranks and "twice"."""
    out: list[Quantity] = []

    def add(m: re.Match[str], low: Decimal, kind: QuantityKind, first: str, second: str, unit: str = "") -> None:
        approx, start = approx_before(plain, m.start())
        out.append(Quantity(start=start, end=m.end(), surface=text[start : m.end()], low=low, unit=unit, approx=approx,
                            kind=kind, first=first, second=second, noun_end=m.end()))  # fmt: skip

    for m in [*_RATIO.finditer(plain), *_TO_RATIO.finditer(plain)]:
        minutes = len(m[2]) == 2 and m[2][0] in "012345" and ":" in m[0] and not plain.startswith(" ratio", m.end())
        if not minutes and Decimal(m[2]):
            add(m, Decimal(m[1]), "ratio", m[1], m[2])
    for m in _SHARE.finditer(plain):
        a, b = (
            Decimal(x) if x.isdecimal() else Decimal(100) if x.casefold() == "a hundred" else word_value(x)
            for x in (m["a"], m["b"])
        )
        if 0 < a < b <= 10000:
            noun, noun_end = counted_noun(plain, m.end())
            add(m, a / b, "ratio", str(a), str(b), noun)
            out[-1] = replace(out[-1], noun_end=noun_end)
    for m in _FRACTION.finditer(plain):
        if m["top"]:
            if (
                (m["top"], m["bottom"]) in (("24", "7"), ("9", "11"), ("7", "7"))
                or not int(m["bottom"])
                or int(m["top"]) >= int(m["bottom"])
            ):
                continue
            top, bottom = Decimal(int(m["top"])), Decimal(int(m["bottom"]))
        elif m["half"]:
            top, bottom = Decimal(1), Decimal(2)
        else:
            top = Decimal(1) if m["count"].casefold() in ("a", "an") else word_value(m["count"])
            bottom = Decimal(_parts[m["part"].casefold()])
        add(m, top / bottom, "ratio", str(top), str(bottom))
    for m in _RANK.finditer(plain):
        word = m["rank"].casefold()
        place = ORDINALS[word] if word in ORDINALS else int(word[:-2])
        add(m, Decimal(place), "rank", "", "", m["most"].casefold())
    for m in _TWICE.finditer(plain):
        add(m, word_value(m["fold"]) if m["fold"] else Decimal(2), "multiple", "", "", "times")
    return out


def vague(text: str, plain: str) -> list[Quantity]:
    """ "dozens of", "hundreds of", "several": `low` is the least that the word can mean."""
    out: list[Quantity] = []
    for m in _VAGUE.finditer(plain):
        approx, start = approx_before(plain, m.start())
        if m["some"]:
            value, words = Decimal(2), " ".join(m["some"].casefold().split())
            noun, noun_end = counted_noun(plain, m.end())
            approx = {"several": "several", "a few": "a few"}.get(words, "about")
            if not noun:
                continue
        else:
            value, words = _VAGUE_VALUE[m["many"].casefold()], m["many"].casefold()
            if m["of"]:
                value = value / 2 * _VAGUE_VALUE[m["of"].split()[-1].casefold()]
                words += m["of"].casefold()
            elif words == "tens":
                continue
            at = m.end() + 3 if plain.startswith(" of", m.end()) else m.end()
            noun, noun_end = counted_noun(plain, at) if at > m.end() else ("", m.end())
            approx = f"{words} of"
        last = singular(noun)
        kind: QuantityKind = "duration" if last in DURATIONS else "size" if last in SIZES else "count"
        money = MONEY_BEHIND.match(plain, m.end() + 3 if plain.startswith(" of", m.end()) else m.end())
        if money:
            kind, noun, noun_end = "money", money_of(money), money.end()
        out.append(
            Quantity(
                start=start, end=m.end(), surface=text[start : m.end()], low=value, unit=noun, approx=approx, kind=kind,
                noun_end=max(noun_end, m.end()),
            )
        )  # fmt: skip
    return out
