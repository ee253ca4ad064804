"""Who utters words by a set phrase around them, in which no verb of saying governs them.

"“…,” as Ada Lin put it", "“…” was all Ada Lin would say", "“…,” Ada Lin is said to have replied", "For Ada Lin it was
“…”", "In Ada Lin's telling, it was “…”", "he is leaving, he says, and “…”".
"""

from __future__ import annotations

import re

from briefwright.codebook import Lexicon
from briefwright.extract.tokens import Tagged, Token
from briefwright.extract.utterances import DOCUMENTS
from briefwright.text import Quotation

_WHO = r"(?P<who><[PHO]\d+>)"
_NOUNS = "|".join(sorted(DOCUMENTS | {"take", "view", "version", "account", "assessment", "conclusion", "retort"}))
_PUT = (
    r"(?:(?:once|later|now|also|then|rather|drily|dryly|himself|herself) )?(?:has|have|had|puts?|recall(?:s|ed)|"
    r"remember(?:s|ed)|tells|told|sees|saw|calls|called|describe[sd]|phrase[sd]|likes? to (?:say|call|put)|would "
    r"(?:say|have|put|later say)|"
    r"said|says|wrote|writes|explain(?:s|ed)|expresse[sd]|words|worded)"
    r"(?: (?:it|them|this|that|her|him|things|the matter)\b)?"
)
_TOLD_OF = (
    r"(?:has|have|had|is|are|was|were) (?:(?:since|later|also|reportedly|once) )?(?:been )?(?:said|reported|understood|"
    r"believed|alleged|rumou?red|quoted|remembered|heard|overheard|recorded|cited) (?:to (?:have )?|as )?\w+"
)
#: behind the words
_AFTER = (
    re.compile(rf"^[\s,.]*as {_WHO}(?:'s \w+)? {_PUT}"),
    re.compile(rf"^[\s,.]*(?:was|is|were|are) (?:all|how|what|the way|as (?:much|far) as|the most)(?: that)? {_WHO}"),
    re.compile(
        rf"^[\s,.]*(?:was|is|ran|runs|went|came|read|reads) (?:all of )?{_WHO}'s (?:[\w-]+ ){{0,3}}?(?:{_NOUNS})\b"
    ),
    re.compile(rf"^[\s,.]*{_WHO} {_TOLD_OF}"),
)
#: before the words
_BEFORE = (
    re.compile(rf"(?:^|[,;:(] ?)[Aa]s {_WHO}(?:'s \w+)? {_PUT}(?: (?:in|on|to|at) [^,;:.]{{1,40}})?[,:] ?$"),
    re.compile(
        rf"^(?:For|To) {_WHO},? (?:it|this|that|the [\w-]+) (?:is|was|had been|has been|remains) (?:[\w-]+ ){{0,2}}$"
    ),
    re.compile(
        rf"(?:^|[,;] ?)(?:[Ii]n|[Tt]o|[Bb]y) {_WHO}'s (?:own )?(?:view|eyes|opinion|telling|account|version|words|"
        r"phrase|judgement|judgment|mind|reckoning|reading),?(?: [^<>;:.]{0,50})? $"
    ),
    re.compile(rf"^To hear {_WHO} tell (?:it|the story),?(?: [^<>;:.]{{0,50}})? $"),
    re.compile(rf"{_WHO} {_TOLD_OF}(?: that)?[^<>;.]{{0,90}}[,:]? ?$"),
    re.compile(
        rf"[,;] {_WHO} (?:says|said|writes|wrote|adds|added|insists|insisted|explains|explained)"
        r"(?: (?:in|on|to|at|through|during) [^,;<>]{1,40})?, (?:and|but|or|so|because)? ?(?:[\w']+ ){0,3}$"
    ),
)


#: where the parser finds no subject: "Ada Lin, who runs it, said …", "Ada Lin rose, said “…” and left"
_NO_SUBJECT_BEFORE = (
    re.compile(
        r"(?:^|[,;:] )(?P<who><P\d+>), (?:who|a|an|the|its|whose|their) [^;:]{2,110}?, (?:\w+ly )?(?P<verb>[a-z]+)"
        r"(?: [^<>;:]{0,120})?[,:]? ?$"
    ),
    re.compile(
        r"(?:^|[,;:] |\b(?:and|but|when|as) )(?P<who><[PH]\d+>) [^;:<>]{3,90}?, (?P<verb>[a-z]+)(?: that)?[,:]? ?$"
    ),
)
_NO_SUBJECT_BEHIND = re.compile(
    r"^[\s,.]*(?:its|the|a|an|their|his|her|<O\d+>'s) [^;:\"“”]{2,60}?, (?P<who><P\d+>),? (?:\w+ly )?(?P<verb>[a-z]+)\b"
)


def unparsed(one: Tagged, token: Token, lexicon: Lexicon, spoken: frozenset[str]) -> Token | None:
    """The name before or behind a quotation whose verb of saying stands apart from it; only where no other is near."""
    before, after = one.text[: token.tag_start], one.text[token.tag_end :]
    for found in [_NO_SUBJECT_BEHIND.match(after), *(p.search(before) for p in _NO_SUBJECT_BEFORE)]:
        if found is None or found["verb"] not in lexicon.reporting | spoken:
            continue
        others = set(re.findall(r"<[PH]\d+>", found[0])) - {found["who"]}
        if not others:
            return one.token(found["who"])
    return None


def phrased(one: Tagged, token: Token) -> Token | None:
    """The name in the set phrase before or behind a quotation, of whoever utters it."""
    before, after = one.text[: token.tag_start], one.text[token.tag_end :]
    found = next((m for pattern in _AFTER if (m := pattern.match(after)) is not None), None)
    found = found or next((m for pattern in _BEFORE if (m := pattern.search(before)) is not None), None)
    if found is None or not isinstance(token.value, Quotation):
        return None
    return one.token(found["who"])
