"""How sure a text is and what it denies: hedges by family, and negation."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefwright.codebook import Lexicon
from briefwright.dates import find_dates
from briefwright.originals.stated import unquoted

#: Hedges that say the same strength: a note may use one for the other. Any other hedge is a family of its own.
_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "possibility": ("may", "might", "could", "possibly", "perhaps", "potential", "potentially"),
    "condition": ("would",),
    "likelihood": ("likely", "will likely", "probably", "expected to"),
    "hearsay": ("reportedly", "reported", "allegedly", "purportedly", "supposedly", "said to", "believed to",
                "thought to"),
    "rumour": ("rumoured", "speculation"),
    "appearance": ("appears", "seems", "apparently"),
    "indication": ("suggests", "hints", "implies", "indicates", "signals"),
    "concern": ("fears",),
    "uncertainty": ("unclear", "unconfirmed"),
    "intention": ("plans to", "planned", "set to", "aims", "hopes"),
}  # fmt: skip
_FAMILY = {hedge: family for family, hedges in _FAMILIES.items() for hedge in hedges}
#: Words of caution that colour a claim though they are no hedge of a fact.
_CAUTION: Mapping[str, re.Pattern[str]] = {
    "concern": re.compile(r"\b(?:warn(?:s|ed|ing|ings)?|caution(?:s|ed|ing)?|alarm(?:s|ed)?|anxiet(?:y|ies))\b", re.I),
    "risk": re.compile(r"\b(?:risk(?:s|ed|ing|y)?|at risk)\b", re.I),
    "uncertainty": re.compile(r"\b(?:uncertaint(?:y|ies)|unknown|(?:in|into) doubt)\b", re.I),
}
NEGATION, DENIAL = "negation", "denial"
_EXAMPLES = {"concern": ("concern", "warn"), "risk": ("risk",), "uncertainty": ("uncertain",)}
#: "not only …" denies nothing.
_NO_DENIAL = re.compile(r"\bnot (?:only|just|merely)\b|\bno(?:t)? (?:less|more|fewer) than\b|\bwhether or not\b", re.I)


def caution(text: str, lexicon: Lexicon) -> dict[str, tuple[int, int]]:
    """Families of hedges, and negation, that stand outside quotation marks, each with the first place of one.

    "may" as a month is none; "unclear" and the like is a hedge and no negation.
    """
    plain = unquoted(text)
    for date in find_dates(text):
        plain = plain[: date.start] + " " * (date.end - date.start) + plain[date.end :]
    out: dict[str, tuple[int, int]] = {}
    for found in lexicon.hedge_pattern.finditer(plain):
        hedge = lexicon.hedge_of[found[0].casefold()]
        out.setdefault(_FAMILY.get(hedge, hedge), found.span())
        if found[0].casefold().startswith("not "):
            plain = plain[: found.start()] + "   " + plain[found.start() + 3 :]
    for family, pattern in _CAUTION.items():
        if warned := pattern.search(plain):
            out.setdefault(family, warned.span())
    plain = _NO_DENIAL.sub(lambda m: " " * len(m[0]), plain)
    for denied in lexicon.negation_pattern.finditer(plain.replace("’", "'")):
        out.setdefault(DENIAL if denied[0].casefold() in lexicon.denial else NEGATION, denied.span())
    return out


def named(family: str) -> str:
    """The family as a message names it, with words that belong to it."""
    match family:
        case "negation":
            return "a negation (not, no, without …)"
        case "denial":
            return "a denial (denied, rejected …)"
        case _:
            return f"a hedge of {family} ({', '.join((*_FAMILIES.get(family, ()), *_EXAMPLES.get(family, ()))[:3])} …)"
