"""What stands around a number: words of approximation before it, a currency behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefwright.quantities.units import CURRENCY, CURRENCY_AFTER

_after = "|".join(CURRENCY_AFTER)
#: whose dollars, crowns or pounds they are, where a land is named
_LANDS: Mapping[str, Mapping[str, str]] = {
    "canadian": {"dollar": "CAD"}, "australian": {"dollar": "AUD"}, "hong kong": {"dollar": "HKD"},
    "singapore": {"dollar": "SGD"}, "new zealand": {"dollar": "NZD"}, "taiwan": {"dollar": "TWD"},
    "danish": {"kroner": "DKK"}, "norwegian": {"kroner": "NOK"}, "swedish": {"kronor": "SEK"},
    "swiss": {"franc": "CHF"}, "british": {"pound": "GBP"}, "south african": {"rand": "ZAR"},
}  # fmt: skip
#: "5 million euros", "3 million US dollars".
MONEY_BEHIND = re.compile(
    rf"[ -](?:(?P<of>US|U\.S\.|American|{'|'.join(_LANDS)})[ ])?(?P<money>{_after})\b", re.IGNORECASE
)


def money_of(behind: re.Match[str]) -> str:
    """The currency of a match of MONEY_BEHIND: "dollars" alone are American, the land before them names another's."""
    land, word = (behind["of"] or "").casefold(), behind["money"].casefold()
    return _LANDS.get(land, {}).get(word.removesuffix("s"), CURRENCY[word])


#: Words before a number, nearest last: "well over 700", "as many as 40", "no more than 5".
_BEFORE = re.compile(
    r"""
    (?:^|(?<=[\s("'\[-]))(?:just[ ]|well[ ]|slightly[ ]|a[ ]little[ ]|far[ ])?(?:
        (?P<less>no[ ]more[ ]than|not[ ]more[ ]than|up[ ]to|as[ ](?:many|much|high)[ ]as|at[ ]most|a[ ]maximum[ ]of)
      | (?P<least>(?:no|not)[ ](?:fewer|less)[ ]than|at[ ](?:least|minimum)|a[ ]minimum[ ]of|≥)
      | (?P<more>(?:more|greater)[ ]than|over|above|north[ ]of|upwards?[ ]of|exceeding|in[ ]excess[ ]of|>)
      | (?P<nearly>nearly|almost|close[ ]to|just[ ]under|just[ ]shy[ ]of|approaching)
      | (?P<under>less[ ]than|fewer[ ]than|under|below|<)
      | (?P<about>about|around|roughly|approximately|approx\.|some|circa|ca\.|c\.|an[ ]estimated|estimated|~|≈)
    )[ ]?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: "over two years" is the time in which something happened, unless a word before it says that it is a length.
_SPAN = re.compile(r"[\w,.-]{1,15}[ -](?:second|minute|hour|day|week|month|year|decade)s?\b")
_LONGER = re.compile(
    r"\b(?:for|after|in|took|takes|last|lasted|lasting|spent|spend|of|is|was|by|waited|worked|needs?|within|and)[ ]\Z"
)
_APPROX = {"less": "up to", "least": "at least", "more": "more than", "nearly": "nearly", "under": "less than",
           "about": "about"}  # fmt: skip


def approx_before(plain: str, start: int) -> tuple[str, int]:
    """The approximation stated before the number at `start`, and where the whole begins."""
    m = _BEFORE.search(plain, max(0, start - 32), start)
    if not m or m.lastgroup is None:
        return "", start
    if (
        m[0].casefold().strip() == "over"
        and _SPAN.match(plain, start)
        and not _LONGER.search(plain, max(0, m.start() - 12), m.start())
    ):
        return "", start
    return _APPROX[m.lastgroup], m.start()
