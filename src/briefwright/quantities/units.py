"""Units: currencies, measures, and the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefwright.text import STOP_WORDS

#: ISO 4217 codes as they stand before a number or behind it; not those that are words of other things (TRY, PHP).
CODES = ("USD", "EUR", "GBP", "CNY", "JPY", "INR", "CHF", "KRW", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "CAD", "AUD",
         "NZD", "SGD", "HKD", "TWD", "BRL", "MXN", "ZAR", "ILS", "AED", "SAR", "THB", "IDR", "MYR")  # fmt: skip
CURRENCY: Mapping[str, str] = {
    **{code.casefold(): code for code in CODES},
    "$": "USD", "us$": "USD", "dollar": "USD", "dollars": "USD", "a$": "AUD", "c$": "CAD", "s$": "SGD",
    "hk$": "HKD", "nt$": "TWD", "r$": "BRL", "£": "GBP", "pounds": "GBP", "€": "EUR",
    "euro": "EUR", "euros": "EUR", "¥": "¥", "yuan": "CNY", "rmb": "CNY", "renminbi": "CNY",
    "yen": "JPY", "₹": "INR", "rs": "INR", "rs.": "INR", "rupee": "INR", "rupees": "INR",
    "₱": "PHP", "₦": "NGN", "₫": "VND", "₺": "TRY",
    "₴": "UAH", "₪": "ILS", "฿": "THB", "francs": "CHF", "₩": "KRW",
    "kronor": "SEK", "kroner": "NOK", "krone": "NOK", "krona": "SEK", "won": "KRW", "naira": "NGN", "baht": "THB",
    "ringgit": "MYR", "rupiah": "IDR", "forint": "HUF", "koruna": "CZK", "roubles": "RUB", "rubles": "RUB",
    "zloty": "PLN", "lira": "TRY", "pesos": "peso", "rand": "ZAR", "reais": "BRL", "dirhams": "AED", "shekels": "ILS",
    "cent": "cents", "cents": "cents", "pence": "pence",
}  # fmt: skip
#: Currency words that may stand behind the number.
CURRENCY_AFTER = tuple(sorted((c for c in CURRENCY if c[-1].isalpha() and c not in ("rs",)), key=len, reverse=True))
#: How a currency is written in front of its number; the others follow it by name.
SIGN: Mapping[str, str] = {"USD": "$", "EUR": "€", "GBP": "£", "AUD": "A$", "CAD": "C$", "SGD": "S$", "HKD": "HK$",
                           "TWD": "NT$", "BRL": "R$", "¥": "¥", "KRW": "₩",
                           "PHP": "₱", "NGN": "₦", "VND": "₫", "UAH": "₴"}  # fmt: skip
NAME: Mapping[str, str] = {"CNY": "yuan", "JPY": "yen", "INR": "rupees", "CHF": "francs", "SEK": "kronor",
                           "NOK": "kroner", "PLN": "zloty", "TRY": "lira", "peso": "pesos", "ZAR": "rand",
                           "AED": "dirhams", "ILS": "shekels"}  # fmt: skip

DURATIONS = frozenset(
    "millisecond microsecond nanosecond second minute hour day week month year decade century quarter-hour".split()
)
SIZES = frozenset(
    """parameter token byte bit kilobyte megabyte gigabyte terabyte petabyte kilometre kilometer metre meter centimetre
    centimeter millimetre millimeter mile foot inch acre hectare litre liter gallon kilogram gram tonne ton watt
    kilowatt megawatt gigawatt terawatt kilowatt-hour megawatt-hour gigawatt-hour nanometre nanometer pixel
    megapixel square-foot square-metre square-meter""".split()
)
#: Unit signs that stand directly behind a number or after one space.
SIGNS = ("TB/s GB/s MB/s Gb/s Tb/s km/h m/s W/kg Wh/kg kWh/kg g/km USD/h tok/s tokens/s req/s"
         " KB MB GB TB PB EB GHz MHz kHz Hz nm mm cm km kg W kW MW GW TW kWh MWh GWh TWh Wh ms mph mAh kbps Mbps Gbps"
         " TOPS GFLOPS TFLOPS PFLOPS °C °F fps dB kV kΩ MPa kPa hPa mW µm μm GPU-hours GWd Nm kN"
         " km² m² g h s Ah rpm dpi lb lbs oz ml").split()  # fmt: skip
#: Nouns that a number word may be joined to by a hyphen: "four-day", "two-person"; others ("two-way") count nothing.
JOINED = DURATIONS | SIZES | frozenset("person member seat strong page point dollar euro pound yuan man woman".split())

IRREGULAR = frozenset(
    """people children men women staff personnel crew police feet data criteria media mice teeth aircraft series
    species alumni spokespeople businesspeople salespeople offspring percent""".split()
)
_PLURAL_OF: Mapping[str, str] = {
    "foot": "feet", "person": "people", "child": "children", "man": "men", "woman": "women", "century": "centuries",
    "company": "companies", "square-foot": "square feet", "square-metre": "square metres",
    "square-meter": "square meters",
}  # fmt: skip
_SINGULAR_OF = {p: s for s, p in _PLURAL_OF.items()}
#: Words in "-s" that are no plural, and verbs that follow a number's noun.
_NOT_PLURAL = frozenset(
    """this its his has was is does as yes us always perhaps across previous various famous serious business access
    process success press less loss plus versus thus news analysis basis crisis focus status bonus campus virus gas
    hers ours theirs yours besides afterwards towards sometimes overseas says does goes comes takes gets makes puts
    wants needs seems series politics economics mathematics physics electronics logistics progress congress address
    express class glass cross boss mass""".split()
)
#: No part of a counted noun phrase: prepositions, pronouns, auxiliaries and common verbs.
_STOPS = (STOP_WORDS - {"other", "more", "most", "such", "own", "same"}) | frozenset(
    """said told wrote left went came took gave saw found began became met led lost won sold bought built spent paid
    put set cut hit let ran sat stood kept held felt knew grew drew fell rose sent says tells goes comes takes
    including despite amid among according like plus minus versus vs ago later earlier today yesterday tomorrow
    compared worth apart away back ahead behind together alone respectively there""".split()
)
_NUMERALS = frozenset(
    "two three four five six seven eight nine ten eleven twelve fifteen eighteen twenty thirty".split()
)
#: Plurals that stand before the noun that is counted: "three sales teams".
_PLURAL_MODIFIERS = frozenset(
    """sales operations systems services sports communications securities earnings goods arms savings customs
    electronics relations affairs logistics parts rights needs results jobs""".split()
)
_ACRONYMS = re.compile(r"[A-Z]{2,}s\Z")
_NEXT = re.compile(r"[ ]((?:[^\W\d_]|[0-9](?=\.?\d*[^\W\d_]|\.\d))[\w&.']*(?:-[\w&']+)*)")


def plural(noun: str) -> str:
    """The plural of a singular unit noun; a plural stays as it is."""
    if noun in _PLURAL_OF:
        return _PLURAL_OF[noun]
    if is_plural(noun):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def singular(noun: str) -> str:
    """The singular of a counted noun, for a count of one."""
    head, gap, last = noun.rpartition(" ")
    if last in _SINGULAR_OF:
        last = _SINGULAR_OF[last]
    elif last.endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif last.endswith(("sses", "xes", "ches", "shes")):
        last = last[:-2]
    elif is_plural(last) and last not in IRREGULAR:
        last = last[:-1]
    return head + gap + last


def is_plural(word: str) -> bool:
    """Does the word look like a plural noun?"""
    low = word.casefold()
    return low in IRREGULAR or (
        len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "'s", "ous")) and low not in _NOT_PLURAL
    )


def counted_noun(plain: str, at: int, *, one: bool = False) -> tuple[str, int]:
    """The noun counted by a number that ends at `at`, and where the noun ends: "downloads" for " global downloads".

    Reads at most six words; stops at punctuation, prepositions, pronouns and verbs. For a count of one the noun is
    the last word before the stop. ("", at) where none is found.
    """
    best: tuple[str, int] = ("", at)
    previous: tuple[str, int] | None = None
    place = at
    for turn in range(7):
        found = _NEXT.match(plain, place)
        if not found:
            break
        word = found[1].rstrip(".'")
        end = found.start(1) + len(word)
        low = word.casefold()
        if low in ("and", "or") and turn and not best[0] and not one:
            place = found.end()
            continue
        if low in _STOPS or low in ("and", "or") or (low in _NUMERALS and not turn):
            # "41 million twelve months earlier": two numbers
            break
        if one and word.endswith("'s"):
            return "", at
        if one:
            if previous and low.endswith(("ly", "ed", "ing")) and not (low.endswith(("ed", "ing")) and turn < 1):
                break
            best = (low, end)
        elif best[0] and best[0] not in _PLURAL_MODIFIERS:
            break
        elif is_plural(low) and (word[:1].islower() or _ACRONYMS.match(word)):
            best = (low if word[:1].islower() else word, end)
        elif best[0]:
            break
        if len(word) < len(found[1]) or plain[end : end + 1] not in ("", " ", "-"):
            break
        previous = (low, end)
        place = end
    return best


#: ISO 4217 codes as they stand before a number or behind it; not those that are words of other things (TRY, PHP).
CODES = ("USD", "EUR", "GBP", "CNY", "JPY", "INR", "CHF", "KRW", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "CAD", "AUD",
         "NZD", "SGD", "HKD", "TWD", "BRL", "MXN", "ZAR", "ILS", "AED", "SAR", "THB", "IDR", "MYR")  # fmt: skip
