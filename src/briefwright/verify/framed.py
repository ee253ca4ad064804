"""The same words by the same voice in another frame: "Nova says that …", "According to Nova, …", "…, Nova said"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefwright.text import normalise, quotations

_WHO: Final = r"(?P<who>(?:[Tt]he )?(?:[\w'’.&-]+ ){0,4}[\w'’.&-]+)"
_SAYS: Final = r"(?:says|said|states|stated|claims|claimed)"
_FRAMES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"According to {_WHO}, (?P<what>[^;]+)\.",
        rf"(?P<what>[^;]+), according to {_WHO}\.",
        rf"{_WHO} {_SAYS} that (?P<what>[^;]+)\.",
        rf"(?P<what>[^;]+), {_WHO} {_SAYS}\.",
        rf"(?P<what>[^;]+), {_SAYS} {_WHO}\.",
    )
)
#: Words of a voice that is none, or more than a voice; and of what two clauses may say, of which one frame holds one.
_NO_VOICE: Final = re.compile(
    r"\b(?:nobody|no|none|neither|never|not|only|few|also|which|who|and|but|as|when|while|if)\b"
)
_TWO: Final = re.compile(
    r", (?:and|but|while|whereas|although|though|which|who|as|so|yet|or)\b|\b(?:I|we|you|my|our|your)\b"
)


def framed(passage: str, claim: str) -> bool:
    """Is the claim a sentence of the passage but for the way in which it names who says it?"""
    if quotations(passage) or quotations(claim):
        return False
    mine = set(_parts(claim))
    return any(part in mine for part in _parts(passage))


def _parts(sentence: str) -> Iterator[tuple[str, str]]:
    for frame in _FRAMES:
        found = frame.fullmatch(sentence.strip())
        if found is None or _NO_VOICE.search(found["who"].casefold()) or _TWO.search(found["what"]):
            continue
        who = normalise(found["who"]).removeprefix("the ")
        if found["who"][:1].isupper() or found["who"].startswith("the "):
            yield who, normalise(found["what"])
