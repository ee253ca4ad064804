"""How sure a text is, how far its claims hold and what it denies: hedges by family, and negation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefwright.codebook import Lexicon
from briefwright.dates import find_dates
from briefwright.originals.stated import unquoted
from briefwright.text import content_words, words

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
#: Words that only join clauses: a note may say "anyone who relies" for "if you rely".
JOINING = frozenset({"if", "unless", "whether"})
#: Words of caution that colour a claim though they are no hedge of a fact.
_CAUTION: Mapping[str, re.Pattern[str]] = {
    "concern": re.compile(r"\b(?:warn(?:s|ed|ing|ings)?|caution(?:s|ed|ing)?|alarm(?:s|ed)?|anxiet(?:y|ies))\b", re.I),
    "risk": re.compile(r"\b(?:risk(?:s|ed|ing|y)?|at risk)\b", re.I),
    "uncertainty": re.compile(r"\b(?:uncertaint(?:y|ies)|unknown|(?:in|into) doubt)\b", re.I),
}
#: Words that say how far a claim holds; one for another of its line changes nothing.
_EXTENT: Mapping[str, re.Pattern[str]] = {
    line.split("|")[0]: re.compile(rf"\b(?:{line})\b", re.I)
    for line in (
        "all|every|everyone|everybody|everything|always", "most|mostly|majority|largely|mainly|chiefly",
        "often|usually|typically|frequently|commonly|generally", "sometimes|occasionally|at times",
        "rarely|seldom|hardly",
        "partly|partially|in part", "only|solely|sole|merely|mere", "nearly|almost|virtually",
        "entirely|completely|wholly|fully|totally", "formerly|former|previously", "currently|current|presently",
    )
}  # fmt: skip
#: Grave words about people, one family each: what a note may neither bring in nor drop.
_GRAVE: Mapping[str, re.Pattern[str]] = {
    word.split("|")[0]: re.compile(rf"\b(?:{word})\b", re.I)
    for word in (
        "resigned|resigns?|resigning|resignations?", "fired|firing|sacked|sacking|ousted|ouster|forced out",
        "quit|quits|quitting", "involuntary|involuntarily|forced (?:departure|exit|resignation)s?",
        "accused|accuses?|accusing|accusations?",
        "sued|sues?|suing|lawsuits?", "fraud|frauds|fraudulent", "illegal|illegally|unlawful|unlawfully",
        "stole|steals?|stolen|theft|poached|poaching", "lied|liar|liars",
    )
}  # fmt: skip
NEGATION, DENIAL = "negation", "denial"
#: Families that say of the word behind them how sure it is.
GOVERNING = frozenset({"possibility", "condition", "likelihood", "hearsay", "rumour", NEGATION, DENIAL})
_EXAMPLES = {"concern": ("concern", "warn"), "risk": ("risk",), "uncertainty": ("uncertain",)}
_MODALS = frozenset({"may", "might", "could", "would", "will likely", "may have"})
#: Behind these begins what a modal verb before them does not govern.
_SUBORDINATE = re.compile(
    r"[;:.!?()]|\s[-–—]|\b(?:as|because|while|if|when|since|although|though|who|whom|whose|which|that|where|whether"
    r"|after|before|until|unless|so|than|similar|like|unlike|given|despite|by|into|following)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.!?()]|\s[-–—]")
_CONTRAST = re.compile(r"\b(?:but|rather|instead)\b|[;—–]|\b(?:do|does|did|is|are|was|were|has|have)[.!?]?\Z")
#: "not only …" denies nothing.
_NO_DENIAL = re.compile(r"\bnot (?:only|just|merely)\b|\bno(?:t)? (?:less|more|fewer) than\b|\bwhether or not\b", re.I)


@dataclass(frozen=True, kw_only=True, slots=True)
class Caution:
    """A hedge or negation: its family, its place, and the words of content that it governs, which may be none.

    A modal verb governs all up to the end of its clause, anything else the nearest word of content behind it. What a
    contrast follows ("code does not, people do") governs none: what it denies is affirmed of another.
    """

    family: str
    start: int
    end: int
    scope: tuple[str, ...]


def cautions(text: str, lexicon: Lexicon) -> tuple[Caution, ...]:
    """Hedges and negations that stand outside quotation marks, left to right.

    "may" as a month is none; "not clear" and the like is a hedge and no negation; "not only" denies nothing.
    """
    plain = unquoted(text).replace("’", "'")
    for date in find_dates(text):
        plain = _blank(plain, date.start, date.end)
    plain = _NO_DENIAL.sub(lambda m: " " * len(m[0]), plain)
    found: list[tuple[str, int, int]] = []
    for hedge in lexicon.hedge_pattern.finditer(plain.replace("n't", "   ")):
        name = lexicon.hedge_of[hedge[0].casefold()]
        if hedge[0].casefold() in JOINING:
            continue
        found.append((_FAMILY.get(name, name), *hedge.span()))
        if hedge[0].casefold().startswith("not "):
            plain = _blank(plain, *hedge.span())
    for patterns in (_CAUTION, _EXTENT, _GRAVE):
        found += [(family, *m.span()) for family, pattern in patterns.items() for m in pattern.finditer(plain)]
    for denied in lexicon.negation_pattern.finditer(plain):
        found.append((DENIAL if denied[0].casefold() in lexicon.denial else NEGATION, *denied.span()))
    return tuple(
        Caution(family=family, start=start, end=end, scope=_scope(plain, start, end))
        for family, start, end in sorted(found, key=lambda f: f[1:])
    )


def families(text: str, lexicon: Lexicon) -> Mapping[str, Caution]:
    """The first hedge or negation of each family."""
    return {found.family: found for found in reversed(cautions(text, lexicon))}


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _scope(plain: str, start: int, end: int) -> tuple[str, ...]:
    if _CONTRAST.search(plain, end):
        return ()
    behind = plain[end:]
    if plain[start:end].casefold() in _MODALS:
        return content_words(_SUBORDINATE.split(behind, maxsplit=1)[0])
    near = words(_CLAUSE.split(behind, maxsplit=1)[0])[:3]
    return tuple(word for w in near for word in content_words(w.text))[:1]


def named(family: str) -> str:
    """The family as a message names it, with words that belong to it."""
    match family:
        case "negation":
            return "a negation (not, no, without …)"
        case "denial":
            return "a denial (denied, rejected …)"
        case _ if family in _EXTENT:
            return f"a word of how far it holds ({family} …)"
        case _ if family in _GRAVE:
            return "a grave word"
        case _:
            return f"a hedge of {family} ({', '.join((*_FAMILIES.get(family, ()), *_EXAMPLES.get(family, ()))[:3])} …)"
