"""How many were hurt or killed in one event: a woman here, two people there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from briefwright.conflicts.cues import cue, table
from briefwright.conflicts.kin import kin
from briefwright.conflicts.view import Told, View, conflict, side_of
from briefwright.model import Conflict

_HURT = (
    "injured|hurt|wounded|harmed|burned|burnt|poisoned|hospitali[sz]ed|taken to (?:a |the )?(?:hospital|clinic)|"
    "brought to (?:a |the )?(?:hospital|clinic)|treated (?:in|at|for)"
)
_COUNT = re.compile(
    rf"\b(?P<n>an?|one|\d{{1,3}}|[a-z]+) (?:[a-z-]+ ){{0,3}}?[a-z]{{3,}}(?: (?:of|in|at|from|on) [^.;,]{{2,30}})? "
    rf"(?:was|were|been|be|got|had to be) (?:\w+ )?(?P<how>{_HURT}|killed|dead)\b|"
    r"\b(?P<verb>killed|injured|injures|kills|hurt|wounded|injuring|killing) "
    r"(?P<m>an?|one|\d{1,3}|[a-z]+) (?:[a-z-]+ )?[a-z]{3,}\b",
    re.IGNORECASE,
)


def casualties(view: View) -> Iterator[Conflict]:
    """Counts of the hurt, or of the dead, in texts of different origin that are about one event."""
    read, counted = kin(view), defaultdict[bool, list[tuple[int, Told]]](list)
    for t in view.told:
        if cue("harm_ahead").search(t.plain) or t.plain.rstrip().endswith("?"):
            continue
        for m in _COUNT.finditer(t.plain):
            n = _number((m["n"] or m["m"]).casefold())
            if n:
                counted["kill" in (m["how"] or m["verb"]) or m["how"] == "dead"].append((n, t))
    for dead, told in sorted(counted.items()):
        clash = [
            (a, b) for a, b in combinations(told, 2)
            if a[0] != b[0] and view.origin_of(a[1].source) != view.origin_of(b[1].source)
            and read.shared(a[1], b[1]) >= 0.5
            and not any(n == b[0] for n, t in told if t.source == a[1].source)
            and not any(n == a[0] for n, t in told if t.source == b[1].source)
        ]  # fmt: skip
        if clash:
            sides: dict[int, list[Told]] = defaultdict(list)
            for n, t in dict.fromkeys(x for pair in clash for x in pair):
                sides[n].append(t)
            yield conflict(
                "value", f"how many were {'killed' if dead else 'hurt'}",
                sorted(frozenset().union(*(a[1].entities & b[1].entities for a, b in clash))),
                [side_of(g) for g in sides.values()], "The texts count those who came to harm differently.",
            )  # fmt: skip


def _number(word: str) -> int:
    plain = "1" if word in {"a", "an", "one"} else table("numbers").get(word, word)
    return int(plain) if plain.isdecimal() else 0
