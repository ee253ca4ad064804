"""One thing under one licence here, and under another there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from briefwright.conflicts.cues import cue
from briefwright.conflicts.view import View, conflict
from briefwright.model import Conflict, Side, Statement
from briefwright.text import fold

#: A release of a version: "Tern 3.2" is Tern 3, "Tern 30" is not.
_POINT = re.compile(r"\.\d+(?:\.\d+)*")


def licences(view: View) -> Iterator[Conflict]:
    """The licences that texts give for one thing, where no text knows of both and none says that it changed."""
    given: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for s in view.statements.values():
        subject, licence = s.slots.get("subject"), str(s.slots.get("licence") or "")
        if (
            s.kind == "licence"
            and s.polarity == "affirmed"
            and s.hedge == "none"
            and licence
            and subject in view.entities
        ):
            if cue("relicensed").search(fold(s.evidence.exact)) or cue("partly").search(s.evidence.exact):
                continue
            given[_thing(view, str(subject))][licence.casefold()].append(s)
    for thing, by_licence in sorted(given.items()):
        texts = {name: {s.evidence.source for s in told} for name, told in by_licence.items()}
        clash = {
            name
            for pair in combinations(sorted(by_licence), 2)
            if _apart(*pair) and not texts[pair[0]] & texts[pair[1]] and _origins(view, texts, pair)
            for name in pair
        }
        if clash:
            yield conflict(
                "value", f"licence of {view.name(thing)}", [thing],
                [
                    Side(text=told[0].text, statements=tuple(s.id for s in told))
                    for name, told in by_licence.items() if name in clash
                ],
                "The licences given for the same thing differ.",
            )  # fmt: skip


def _origins(view: View, texts: Mapping[str, set[str]], pair: tuple[str, str]) -> bool:
    one, other = ({view.origin_of(t) for t in texts[name]} for name in pair)
    return one != other


def _thing(view: View, subject: str) -> str:
    """The version that a release is one of, where the texts name it: for "Tern 3.2" the Tern 3."""
    name = view.name(subject)
    for other in sorted(view.entities.values(), key=lambda e: (len(e.name), e.id)):
        longer = other.id != subject and name.startswith(other.name) and other.name[-1:].isdigit()
        if longer and _POINT.fullmatch(name[len(other.name) :]):
            return other.id
    return subject


def _apart(one: str, other: str) -> bool:
    """Do two names stand for two licences? "Apache" is Apache-2.0; "proprietary" says nothing of which."""
    a, b = (re.sub(r"[^a-z0-9.]+", " ", x).split() for x in (one, other))
    short, long = sorted((a, b), key=len)
    return bool(short) and long[: len(short)] != short and not set(short) <= set(long)
