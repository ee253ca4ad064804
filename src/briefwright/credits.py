"""Credit lines between the sources of a corpus: "according to Baltic Wire", where one of them is Baltic Wire.

A credit is a second kind of tie beside shared wording. It says whose word is passed on, hence it states a direction,
which wording never does; by itself it makes no two texts one origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefwright.model import Source
from briefwright.text import fold, slug

#: "COPENHAGEN, Sept. 9 (Baltic Wire) -": the name under which a wire report runs.
_DATELINE = re.compile(r"^[^().]{3,60}\((?P<name>[A-Z][\w&' ]{2,40})\) ?[-–—]")
_BEFORE = (
    r"(?:according to|as reported by|first reported by|reported by|told|seen by|obtained by|reviewed by|citing|"
    r"cited by|writes|via|source:) (?:the )?"
)
_AFTER = r"(?:'s)? (?:reported|reports|wrote|writes|first reported|has learned|said in a report)\b"


@dataclass(frozen=True, kw_only=True, slots=True)
class Credit:
    """One source passes on the word of another, with the words that say so."""

    source: str
    credited: str
    words: str


def credits(sources: Sequence[Source]) -> Iterator[Credit]:
    """Every pair of sources of which one credits the other by its publisher's name, each pair once."""
    bearers = [(name, s.id) for s in sources for name in _own_names(s)]
    for source in sources:
        text = fold("\n".join(p.text for p in source.passages if p.cls == "content"))
        done: set[str] = set()
        for name, credited in bearers:
            if credited == source.id or credited in done or name in _own_names(source):
                continue
            found = re.search(rf"\b{_BEFORE}{re.escape(name)}\b|\b{re.escape(name)}{_AFTER}", text, re.I)
            if found is not None:
                done.add(credited)
                yield Credit(source=source.id, credited=credited, words=" ".join(found[0].split()))


def voices(sources: Sequence[Source]) -> dict[str, str]:
    """The voice that a statement attributed to one of the sources carries, by the id of that name: the source's own.

    What two texts have from one wire report is one voice, told once by the report and once by who credits it.
    """
    return {slug(name): f"source:{s.id}" for s in sources for name in _own_names(s)}


def _own_names(source: Source) -> tuple[str, ...]:
    """The names under which a source is credited: its publisher, and the name in its dateline."""
    names = [fold(source.publisher)] if source.publisher != "unknown" else []
    for passage in [p for p in source.passages if p.cls == "content"][:4]:
        found = _DATELINE.match(fold(passage.text))
        if found is not None:
            names.append(found["name"].strip())
    return tuple(dict.fromkeys(n for n in names if len(n) > 2))
