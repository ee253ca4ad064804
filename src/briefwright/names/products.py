"""Is a name a product or model? Votes from its form and from the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from briefwright.codebook import Lexicon
from briefwright.model import EntityKind

_VERSIONED = re.compile(r"\d")
_NUMBER = re.compile(r"\d[\d.]*")
_ROUND = re.compile(r"^Series [A-H]$")
#: "code TRAIL20"
_CODE = re.compile(r"\b(?:code|coupon|promo|voucher|hashtag|ticker|flight|room|order|invoice) $", re.IGNORECASE)
#: "every Wren sold", "owners of a Wren"
_EACH = re.compile(r"\b(?:every|each|another|per|one|any|a single) $", re.IGNORECASE)
_SINGLE = re.compile(
    r"^(?: (?:sold|shipped|made|in|on|at|with|for|that|which|costs?|to|and|or|is|can|was)\b|[.,;:?!)]|$)"
)
_OWN = re.compile(
    r"\b(?:its|their|our|his|her|\d[\d,.]*|hundred|thousand|million|these|all|old|new|first) $", re.IGNORECASE
)
#: "all 6,200 of its | Kiln household robots": what a number of things is called
_COUNTED = re.compile(r"\b(?:\d[\d,.]*|all|these|those|some|most|many|few) (?:of (?:its|the|their) )?$", re.IGNORECASE)
_ARTICLE = re.compile(
    r"\b(?:the|an?|its|their|this|new|first|each|every|another|older|latest|our|his|her) $", re.IGNORECASE
)
#: "every Kiln sold", "my Kiln?", "the price of a Kiln": one of many of a kind; a company or a person is not counted so
_INDIVIDUAL = re.compile(
    r"(?<!\bis )(?<!\bwas )(?<!\bas )(?<!\bbe )(?<!\blike )(?<!became )"
    r"\b(?:every|each|an?|my|your|another|any|one|two|three|whose) $",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^(?:[,;:?!)]|\.(?= |$)|$| (?:sold|bought|made|built|delivered|affected|in|from|with|at|on|can|could|will|and|or|"
    r"costs?|weighs|runs|breaks|broke|caught|fell|stopped|has|is|was)\b)"
)
#: "Kiln sells for $400": a company may have been sold, but does not sell for a price again and again
_SELLS = re.compile(r"^,?(?: which| that)? (?:sells|retails) (?:for|at)\b")
_OWNS = re.compile(
    r"^'s (?:[\w-]+ )?(?:weights|parameters|context|licen[cs]e|source code|codebase|successor|predecessor|price|"
    r"battery|firmware|benchmarks?|scores?|API|training data|architecture|maintainers?|users|downloads|manual|terms|"
    r"release notes|"
    r"changelog|throughput|latency|memory|range|payload|accuracy)\b",
    re.IGNORECASE,
)
#: "version 4.2 of Kiln"
_VERSION_OF = re.compile(r"\b(?:[Vv]ersions?|[Rr]elease|[Bb]uild) v?\d[\w.]* of (?:the )?$")
#: "software: Kiln", "Main product: Kiln"
_LABELLED = re.compile(
    r"\b(?:[Ss]oftware|[Pp]roducts?|[Mm]odels?|[Dd]evices?|[Tt]ools?|[Aa]pps?|[Cc]hips?):(?:\*\*)? $"
)


#: who makes or builds it, and no product: "Kiln, a compiler maker"
_NO_MAKER = (
    r"(?! (?:maker|company|firm|developer|vendor|start-?up|provider|group|lab|laboratory|supplier|manufacturer|"
    r"designer|researcher|engineer|analyst|team|unit))"
)


#: what closes an apposition, and does not go on with a speaker: "a vision model, Kiln|, with", "Kiln|."
_SHUT = re.compile(r"^(?:, (?!said|says|who|told)|[.;)]|$)")


class _Goods:
    """Patterns around the nouns that a product's name is told by, built once for each codebook."""

    def __init__(self, goods: frozenset[str], named_by: frozenset[str]) -> None:
        one, concrete = _any_of(goods), _any_of(named_by)
        #: "its Kiln compiler", "a Hopper robot"
        self.before_noun = re.compile(rf"^ (?:[a-z-]+ ){{0,2}}?(?:{one})\b(?!s)")
        #: "6,200 of its Wren household robots", "their Aurora models"
        self.before_nouns = re.compile(rf"^ (?:[a-z-]+ ){{0,2}}?(?:{one})s\b")
        #: "the compiler Kiln", "a robot called Hopper", "codenamed Mule"
        self.behind_noun = re.compile(
            rf"\b(?:{concrete})s? \"?$|\b(?:{one}|fork)s?,? (?:called|named|dubbed|known as|code-?named) \"?$|"
            r"\b(?:code-?named|branded) \"?$",
            re.IGNORECASE,
        )
        #: "Kiln, a compiler for accelerators", "Kiln is a compiler"
        self.is_one = re.compile(
            rf"^(?:, | is | was |, which is | \()(?:an?|the|its|their) (?:[\w-]+(?:'s)? ){{0,5}}?(?:{one})s?\b"
            rf"{_NO_MAKER}"
        )
        #: "a vision model, | Kiln |, with"
        self.apposed = re.compile(rf"\b(?:an?|its|their|[\w-]+'s) (?:[a-z][\w-]* ){{0,4}}?(?:{one}), $")
        #: "is building a rival called | Kiln"
        self.built = re.compile(
            rf"\b(?:build|develop|train|launch|plan|mak|prepar|test|releas|unveil|introduc)\w* (?:an?|its(?: own)?) "
            rf"(?:[\w-]+ ){{0,3}}?(?:{one}|rival|competitor|alternative|replacement|benchmark),? "
            r"(?:called|named|dubbed|code-?named) \"?$"
        )
        #: "Kiln, Halden's open compiler": what the maker's genitive stands before
        self.owned = re.compile(
            rf"^(?:, | is | was )[A-Z][\w-]+(?: [A-Z][\w-]+)?(?:'s|s'|') (?:[\w-]+ ){{0,4}}?(?:{one})s?\b{_NO_MAKER}"
        )


def _any_of(words: frozenset[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _goods(singular: frozenset[str], named_by: frozenset[str]) -> _Goods:
    return _Goods(singular, named_by)


def product_votes(
    text: str, before: str, after: str, following: Sequence[str], lexicon: Lexicon
) -> Iterable[tuple[EntityKind, int]]:
    """Votes for a name being a versioned model or another product, or a numbered thing that is neither."""
    words, signs = text.split(" "), lexicon.naming
    if any(
        text in spellings or text in {s.rpartition(" ")[0] for s in spellings}
        for spellings in lexicon.licences.values()
    ):
        yield "term", 9
        return
    if not any(c.isalpha() for c in text):
        return
    if signs.numbered.match(text) or _ROUND.match(text) or _CODE.search(before):
        yield "term", 9
        return
    if _VERSIONED.search(text) and not text.startswith("@"):
        yield "model", 4
    if words[-1].rstrip(".") in lexicon.organisation_suffixes:
        return
    nxt = following[0].casefold() if following else ""
    series = nxt in lexicon.series_nouns or (len(following) > 1 and following[1].casefold() in lexicon.series_nouns)
    goods = _goods(lexicon.goods, lexicon.named_by)
    one, many = goods.before_noun.match(after), goods.before_nouns.match(after)
    if (one and _ARTICLE.search(before)) or (many and _COUNTED.search(before)):
        yield "product", 3
    elif nxt in lexicon.model_nouns or series:
        yield "product", 3 if nxt in lexicon.model_nouns and not nxt.endswith("s") else 2
    elif _OWN.search(before) and many:
        yield "product", 3
    if len(words) == 1 and _EACH.search(before) and _SINGLE.match(after):
        yield "product", 3
    if goods.behind_noun.search(before):
        yield "product", 3
    if (
        (len(words) == 1 or any(c in "-0123456789" for c in text))
        and goods.apposed.search(before)
        and _SHUT.match(after)
    ):
        yield "product", 4
    if goods.built.search(before):
        yield "product", 4
    if signs.made.search(before):
        yield "product", 2
    if signs.does.match(after):
        yield "product", 2
    plain = sum(c.islower() for c in text) >= 3 and text not in lexicon.places | lexicon.demonyms | lexicon.calendar
    if len(words) <= 2 and plain and signs.handled.search(before):
        yield "product", 2
    if len(words) <= 2 and plain and _INDIVIDUAL.search(before) and _ALONE.match(after):
        yield "product", 1
    if _SELLS.match(after):
        yield "product", 4
    if _OWNS.match(after):
        yield "product", 2
    if goods.is_one.match(after) or goods.owned.match(after):
        yield "product", 4
    if _VERSION_OF.search(before):
        yield "product", 4
    if _LABELLED.search(before):
        yield "product", 2


def short_models(kinds: Mapping[str, EntityKind], seen: Iterable[str], lower: set[str]) -> Iterable[str]:
    """Lone words that are the last part of versioned names of one family: "grand" of "pebble4 grand"."""
    tails: dict[str, set[str]] = {}
    for key, kind in kinds.items():
        head, _, tail = key.rpartition(" ")
        if kind == "model" and any(c.isdigit() for c in head) and tail.isalpha():
            tails.setdefault(tail, set()).add(_NUMBER.sub("", head))
    known = set(seen)
    return sorted(t for t, families in tails.items() if len(families) == 1 and t in known and t not in lower)


def newest(keys: Iterable[str]) -> str | None:
    """Of the versions of one family with one tail the newest, which the tail alone stands for: "grand" is 4, not 3."""
    told = [(tuple(map(int, re.findall(r"\d+", key))), key) for key in keys]
    families = {_NUMBER.sub("", key) for _, key in told}
    return max(told)[1] if len(families) == 1 and all(number for number, _ in told) else None
