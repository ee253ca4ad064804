"""Is what a sentence says asserted at all? Questions, unreal stories and denied reports say no fact."""

from __future__ import annotations

import re

#: "Has Ada Lin left?", "Is it true that …"
_QUESTION = re.compile(r"\?[ \"')]*$")
#: what stands above the clause and takes its truth away: "It is not true that …", "denied a report that …"
_ABOVE = re.compile(
    r"\b(?:not true|untrue|false|wrong|no (?:evidence|sign|proof|indication|suggestion|truth|reason to believe)|"
    r"nobody|"
    r"no one|none of them|(?:did|does|do|has|have|had|would|could|can)(?: not|n't)|never|imagine|suppose|pretend|"
    r"denie[sd]|denying|deny|reject\w*|dismiss\w*|refut\w*|disput\w*|quash\w*|"
    r"contrary to)\b[^.;]{0,70}\b(?:that|claims?|"
    r"reports?|rumou?rs?)\b|^(?:Imagine|Suppose|Had|Were)\b",
    re.IGNORECASE,
)
#: "Rumours that … were false"
_BEHIND = re.compile(
    r"\b(?:is|was|are|were|proved|turned out to be) (?:simply |entirely |plainly )?(?:false|untrue|"
    r"baseless|unfounded|wrong|"
    r"a hoax|not true)\b",
    re.IGNORECASE,
)


#: what nobody asserts, whoever relays it: "Nobody believes that …", "It was wrongly reported that …"
_UNREAL = re.compile(
    r"\b(?:nobody|no one|none of them|hardly any(?:one|body)|few (?:\w+ )?(?:believ|thought|think|expect)\w*)\b"
    r"[^.;]{0,60}\bthat\b|"
    r"\b(?:wrongly|falsely|erroneously|mistakenly|incorrectly|inaccurately)\b[^.;]{0,60}\b(?:that|to)\b|"
    r"\b(?:dream|imagin|pretend|fantasis|fantasiz|jok)\w*\b[^.;]{0,40}\bthat\b|"
    r"\b(?:withdr[ae]w\w*|retract\w*|(?:took|takes|taken) back) (?:the|its|his|her|their|a) (?:[\w-]+ )?"
    r"(?:claims?|figures?|results?|scores?|statements?|numbers?|reports?) (?:that|of)\b|"
    r"\b(?:joke|hoax|satire|parody|spoof|prank)\b[^.;]{0,40}\bthat\b|"
    r"\b(?:myth|fiction|fantasy|legend|fairy tale|lie|idea|notion|suggestion|allegation|accusation|theory|assumption|"
    r"impression|illusion|insinuation) that\b",
    re.IGNORECASE,
)
#: what stands between somebody and a deed that he did not do: "almost left", "had better leave", "denied having left"
UNMADE = re.compile(
    r"\b(?:almost|nearly|hardly|barely|scarcely|seldom|rarely|had better|would rather|all but|came close to|"
    r"(?:denie[sd]|deny|denying|accused of|suspected of|dream(?:ed|t|s) of|consider(?:ed|s|ing)|short of|instead of|"
    r"far from|without|contemplat\w+|resist\w+|avoid\w+) (?:ever )?(?:having )?(?=\w+(?:ed|en|ing)\b|having\b)|"
    r"(?:free|entitled|allowed|permitted|eligible|unable|reluctant|eager|keen|willing|unwilling|ready|right|chance|"
    r"power|option) to)\b",
    re.IGNORECASE,
)


#: "In the last one, Bo Tan comes back": one of the ways in which things may go
_SCENARIO = re.compile(
    r"^(?:In|Under) (?:the|a|an|that|this|my|their) (?:(?:last|first|second|third|other|best|worst|worse|better|bad|"
    r"good|rosy|grim|friendlier|friendly|gloomier|bleaker|optimistic|pessimistic|likeliest|more|less|most|least|"
    r"middle|base|bull|bear) )+"
    r"(?:one|case|scenario|version|outcome|variant|path|reading|future)\b|^(?:At|In the) (?:best|worst)(?: case)?,",
    re.IGNORECASE,
)
#: "In a novel by Ada Lin, …": nothing in the sentence is so
_TALE = re.compile(
    r"^(?:In|At the (?:end|start) of) (?:an?|the|his|her|their|its) (?:[\w-]+ ){0,2}?(?:novel|film|movie|book|play|"
    r"thriller|comedy|story|tale|game|joke|dream|simulation|sketch|satire|parody|scenario)\b[^,]{0,60}, |"
    r"^(?:Had|Were) [^,;.]{3,90}, ",
    re.IGNORECASE,
)


def unasserted(text: str, start: int, *, denied: bool) -> bool:
    """Is a clause that begins at `start` of a sentence not asserted there?

    `denied`: the sentence relays a denial as such ("Ada Lin denied that …"), which keeps it as its voice's words.
    """
    if _QUESTION.search(text) or _BEHIND.search(text, start) or _UNREAL.search(text[:start]) or _TALE.match(text):
        return True
    if _SCENARIO.match(text):
        return True
    return not denied and _ABOVE.search(text[:start]) is not None


def unmade(text: str, start: int, end: int) -> bool:
    """Does a clause of a sentence take back the deed that stands at these places: "almost left", "is free to leave"?

    Looked at is what stands before the deed, up to the last comma or joining word.
    """
    begun = max([m.end() for m in _PARTS.finditer(text, 0, start)], default=0)
    return any(start - m.end() <= _REACH for m in UNMADE.finditer(text, begun, end) if m.start() < start)


_PARTS = re.compile(r"[,;:()\u2013\u2014]| (?:and|but|or|while|who|which) ")
_REACH = 24
