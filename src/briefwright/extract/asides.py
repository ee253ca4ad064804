"""Who says so between two commas: "Nova, Ada Lin reckons, has 300 staff". The rest of the sentence is then not ours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefwright.extract.frames import Voice
from briefwright.extract.modality import voice_in
from briefwright.extract.tokens import Tagged

_SAYS = re.compile(
    r", (?:so |as )?(?P<voice>(?:(?:the|a|an|two|three|several|some|many|most|its|their|his|her) )?"
    r"(?:<[A-Z]\d+>|[\w'-]+)(?: (?:<[A-Z]\d+>|(?!and\b|but\b|who\b|which\b|that\b)[\w'-]+)){0,4}?) "
    r"(?:has |had |have |now )?(?:\w+ly )?(?P<verb>says?|said|claims?|claimed|reckons?|reckoned|estimates?|estimated|"
    r"calculates?|calculated|work(?:s|ed) out|figures?|figured|gathers?|thinks?|thought|believes?|believed|"
    r"suppose[sd]?|suspects?|suspected|guess(?:es)?|guessed|insists?|insisted|argues?|argued|maintains?|maintained|"
    r"recalls?|recalled|assures?|assured|understands?|understood)(?: it| us| me)?,(?! [\"“])",
    re.IGNORECASE,
)
#: "Nova, it is said,", "as I understand it": nobody is named by these
_NOBODY = frozenset("he she it they we i you who that this these those one everybody everyone someone nobody".split())


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands between the commas, as a range of the tagged text; `voice` is None where nobody certain is meant."""

    start: int
    end: int
    voice: Voice | None


def aside(tagged: Tagged) -> Aside | None:
    """The first such aside of a sentence."""
    found = _SAYS.search(tagged.text)
    if found is None:
        return None
    low = found["voice"].casefold()
    verb = " ".join(found["verb"].casefold().split())
    whole = (0, len(tagged.text))
    told = low.split(" ")[0] in _NOBODY or low.startswith("<n")
    voice = None if told else voice_in(tagged, found.start("voice"), found.end("voice"), verb, whole)
    return Aside(found.start(), found.end(), voice)
