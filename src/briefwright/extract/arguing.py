"""Whose view an argument is, where a verb of reckoning, fearing or advising says it: no voice of a fact."""

from __future__ import annotations

import re

from briefwright.extract.frames import Voice
from briefwright.extract.modality import OPENING, speaks, voice_in
from briefwright.extract.tokens import Tagged

#: "Ask Nova, and you hear of chips" says what one would hear
IDIOM = re.compile(
    r"\bplease cite\b|^make of (?:that|it|this)\b|^(?:(?:but|and|so|just) )?(?:(?:look at|mind|note that) |"
    r"(?:ask|take|read|compare|listen to|talk to) [^.;]{3,80}, and (?:it|you|these|they|the|this|he|she)\b)",
    re.I,
)
#: the same with verbs that argue: "…, an engineer at Nova fears."
_TAIL_TOO = re.compile(
    r", (?P<voice>(?:(?:<N\d+>|an?|the|some|several|one|two|three|many|most|its|their|his|her|both) )?"
    r"(?:[\w'&-]+|<[A-Z]\d+>)(?:'s)?(?: (?:[\w'&-]+|<[A-Z]\d+>)(?:'s)?){0,7}?|<[POTS]\d+>) "
    r"(?P<verb>say|says|said|claim|claims|claimed|report|reports|reported|told|tells|believe|think|wrote|writes|"
    r"confirmed|confirms|announced|estimates|estimated|recalled|recalls|added|insists|insisted|stated|states|"
    r"reckons?|"
    r"reckoned|fears?|feared|warns?|warned|predicts?|predicted|argues?|argued|thinks|thought|expects?|expected|"
    r"advises?|"
    r"advised|urges?|urged|suggests?|suggested|cautions?|cautioned|notes|noted|concludes?|concluded|admits?|admitted|"
    r"complains?|complained|mentioned|maintains?|maintained|shows?)"
    r"(?: (?:<[A-Z]\d+>|reporters|us|me|staff|employees|investors|this (?:paper|newspaper|magazine|site|newsletter)|"
    r"(?-i:[A-Z][a-z]+)(?: (?-i:[A-Z][a-z]+))?))?"
    r"(?: (?:on|in|at|last|this|late|early|earlier|by|during|to|after|over|yesterday|today|separately|via)"
    r" ?[^,.;]{0,50}?)?"
    r"(?=[.,;]|$)",
    re.I,
)
#: "…, reckons Ada Lin, an analyst." · "…, urges a lawyer for Nova." · "…, warned the consultant Ada Lin, …"
_INVERTED = re.compile(
    r", (?P<verb>reckons?|reckoned|fears?|feared|warns?|warned|predicts?|predicted|argues?|argued|thinks?|thought|"
    r"expects?|advises?|advised|urges?|urged|suggests?|suggested|cautions?|cautioned|notes?|noted|concludes?|"
    r"concluded|admits?|admitted|complains?|complained|says?|said|writes?|wrote|adds?|added|believes?|believed|"
    r"insists?|insisted|"
    r"estimates?|estimated|explains?|explained|demands?|demanded|recommends?|recommended|states?|stated|claims?|"
    r"claimed) "
    r"(?:(?:(?:the|its|their|his|her|an?) )?(?:(?:<R\d+>|[a-z][\w-]*),? ){0,3}?(?P<voice><P\d+>)|(?P<body><O\d+>)|"
    r"(?P<some>(?:an?|the|one|two|three|several|some|many|its|their) (?:<R\d+>|[a-z][\w' -]{2,40}?)"
    r"(?: (?:of|at|for|from|close to|near|in|with|to) (?:the |an? )?(?:<[A-Z]\d+>|[\w-]+)){0,2}))"
    r"(?=[,.;]|$| (?:of|at|from) )"
)
#: ", said a person who has seen the books": whoever stands in a clause of their own
_OWN_CLAUSE = re.compile(r" (?:who|which|that|whose|for|of|at|from|to|by|in|near|with|and|has|is|was|were|had|have) ")
#: "For Ada Lin, the danger is …" · "In the view of Ada Lin the plant …"
_FOR = re.compile(
    r"(?:For|In the (?:view|opinion|eyes|words) of|To) (?P<voice><P\d+>),? (?=(?:the|an?|it|this|that|<)\b)"
)
#: Behind whom a sentence relays only who that is: ", an analyst at Nova."
_ENDS = re.compile(r"(?: (?:of|at|from) [^,.;]{2,50})?(?:, (?:an?|the|who) [^;.]{3,120})?\.?$")


def arguing_voice(tagged: Tagged) -> Voice | None:
    """Whose view a sentence passes on by a verb that argues, before or behind it; no voice of a fact."""
    text = tagged.text
    opening = OPENING.match(text)
    skip = opening.end() if opening else 0
    if found := _FOR.match(text, skip):
        return voice_in(tagged, found.start("voice"), found.end("voice"), "according to", (found.end(), len(text)))
    if found := _INVERTED.search(text):
        group = next(g for g in ("voice", "body", "some") if found[g])
        lead = text[found.end("verb") : found.start(group) + 1]
        if speaks(found[group]) and not _OWN_CLAUSE.search(lead):
            whole = (0, found.start()) if _ENDS.match(text, found.end()) else (0, len(text))
            return voice_in(tagged, *found.span(group), found["verb"].casefold(), whole)
    if (found := _TAIL_TOO.search(text)) and speaks(found["voice"]):
        whole = (0, found.start()) if found.end() >= len(text.rstrip(" .")) else (0, len(text))
        return voice_in(tagged, found.start("voice"), found.end("voice"), found["verb"].casefold(), whole)
    return None
