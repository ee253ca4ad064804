"""What a model charges for what it reads and what it writes: "18 cents per million tokens in and 70 cents out".

A price is told of a model only where the phrase leads to its name, or where the sentence names no other thing and the
passage speaks of one model alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.codebook import Codebook
from briefwright.extract.frames import Frame
from briefwright.extract.owners import Reader
from briefwright.extract.stated import stated
from briefwright.extract.tellable import FORMER
from briefwright.extract.tokens import Tagged, Token
from briefwright.names import Mention
from briefwright.quantities import Quantity

_READ = r"(?:in|input|prompt|read|sent|going in|of input|for input|fed in|ingested)"
_WRITTEN = r"(?:out|output|completion|written|generated|produced|returned|coming out|of output|for output)"
_MANY = r"(?:(?:a|one) )?(?:million|thousand|billion)"
_BEHIND = re.compile(
    rf"(?: (?:per|for(?: every| each)?|a|an|each|every)|/)? ?(?P<per>{_MANY}|<N\d+>)?"
    rf" ?(?:(?P<first>{_READ}|{_WRITTEN}) )?(?P<tokens>tokens?)?"
    rf"(?: (?:that are |which are |it )?(?P<second>{_READ}|{_WRITTEN}))?(?=[ ,.;:)]|$)"
)
#: "Input tokens cost | $0.40", ", output tokens | $1.60", "a million output tokens | for"
_AHEAD = re.compile(
    r"(?:^|[,;] |\band |\bwhile |\bfor )(?:(?P<per>(?:an?|one|<N\d+>)(?: million| thousand)?) ?)?"
    r"(?P<way>input|output|prompt|completion|Input|Output) (?P<tokens>tokens?)? ?(?:of <[MFG]\d+> )?"
    r"(?:cost|costs|go for|goes for|are|is|at|for|are priced at|come to|are billed at|are charged at)?"
    r" ?(?:about |only |just )?$"
)
_NAME = r"(?P<name><[MFG]\d+>)"
#: where the model of a price is named: "Lumen 4 costs", "Lumen 4's price is", "for Lumen 4", "tokens of Lumen 4 cost"
_ARE = r"(?:is|are|was|were|stands? at|starts? at|comes? to)"
_FOR = re.compile(rf"\b[Ff]or (?:the |its )?(?:new )?{_NAME}(?=[,.;]|$| <O\d+> charges)")
#: "raised it from $3 to $4", "cut it by $3"
_CHANGED = re.compile(r"\b(?:earlier|had|[Bb]efore|cut|lowered|reduced|raised|from)\b")
_APART = re.compile(r"\b(?:which|what|than|where|whose|while|but|whereas|as)\b")
_OWNED = (
    re.compile(
        rf"{_NAME}(?: (?:now|still|also|itself))? (?:costs?|sells? (?:at|for)|is (?:priced|offered|sold) (?:at|for)"
        r"|goes for|comes in at|comes at|charges|runs at|starts at|will cost) "
    ),
    re.compile(rf"{_NAME}['’]s? (?:[a-z]+ |API )?(?:prices?|pricing|rates?|tariffs?|fees?) (?:{_ARE}|of|remains?) "),
    re.compile(rf"(?:prices?|pricing|rates?) (?:of|for) (?:the )?{_NAME} {_ARE} "),
    _FOR,
    re.compile(rf"tokens? (?:of|for|on|with) {_NAME} (?:cost|costs|go for|are priced at) "),
)
_NAMES = re.compile(r"<[MFGOT]\d+>")


def tariffs(tagged: Tagged, reader: Reader, codebook: Codebook) -> Iterator[Frame]:
    """A frame for each price of what a model reads or writes."""
    per = ""
    for token in tagged.tokens:
        value = token.value
        if not isinstance(value, Quantity) or value.kind != "money":
            continue
        found = _way(tagged, token)
        if found is None:
            per = ""
            continue
        way, said = found
        per = said or per
        owner = _owner(tagged, reader, token)
        if owner is None or not per:
            continue
        frame = stated(tagged, reader.tree, token, owner, f"{way} price", codebook, per)
        if frame is not None:
            yield frame


def _way(tagged: Tagged, token: Token) -> tuple[str, str] | None:
    """Is a sum the price of what is read or of what is written, and of how much?"""
    behind, ahead = _BEHIND.match(tagged.text, token.tag_end), _AHEAD.search(tagged.text[: token.tag_start])
    way = (behind["first"] or behind["second"]) if behind is not None else None
    per = _many(tagged, behind["per"]) if behind is not None and behind["per"] else ""
    if way is None and ahead is not None:
        way, per = ahead["way"].casefold(), per or (_many(tagged, ahead["per"]) if ahead["per"] else "")
    if way is None:
        return None
    return ("input" if re.fullmatch(_READ, way) else "output"), per


def _many(tagged: Tagged, words: str) -> str:
    """ "a million", "1M" of tokens, as the price is per: nothing where it is per something else."""
    token, last = tagged.token(words), words.rpartition(" ")[2]
    if token is not None:
        value = token.value
        return "million tokens" if isinstance(value, Quantity) and value.low == 1_000_000 else ""
    return f"{last} tokens" if last in {"million", "thousand", "billion"} else ""


def _owner(tagged: Tagged, reader: Reader, token: Token) -> Mention | None:
    """The model of a price: that of the phrase that it stands in, if the stretch names no other."""
    text = tagged.text
    begun = max(text.rfind(c, 0, token.tag_start) for c in ";:") + 1
    stop = min([e for c in ";" if (e := text.find(c, token.tag_end)) >= 0] or [len(text)])
    if FORMER.search(text[begun : token.tag_start]) or _CHANGED.search(text[begun : token.tag_start]):
        return None
    named = {m[0] for m in re.finditer(r"<[MFG]\d+>", text[begun:stop])}
    keys = {t.value.key for t in tagged.tokens if t.name in named and isinstance(t.value, Mention)}
    if len(keys) == 1:
        for pattern in _OWNED:
            found = pattern.search(text, begun, stop)
            if found is None:
                continue
            first, last = sorted(((found.start(), found.end()), (token.tag_start, token.tag_end)))
            owner = tagged.mention(found["name"])
            # "70 cents for its Mini, which is half of what Lumen 4 cost": only the price stuff may stand between
            ahead = last[0] == token.tag_start or pattern is _FOR
            if owner is not None and ahead and not _APART.search(text[max(0, first[0] - 6) : last[0]]):
                return owner
        return None
    node = reader.tree.of(token)
    return reader.implied(node) if not keys and node is not None and not _NAMES.search(text) else None
