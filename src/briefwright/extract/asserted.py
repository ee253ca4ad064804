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


def unasserted(text: str, start: int, *, denied: bool) -> bool:
    """Is a clause that begins at `start` of a tagged sentence not asserted there?

    `denied`: the sentence relays a denial as such ("Ada Lin denied that …"), which keeps it as its voice's words.
    """
    if _QUESTION.search(text) or _BEHIND.search(text, start):
        return True
    return not denied and _ABOVE.search(text[:start]) is not None
