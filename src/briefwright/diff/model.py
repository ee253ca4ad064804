"""What a comparison of two briefings says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

How = Literal["added", "removed", "changed"]
Why = Literal["source added", "source removed", "source changed", "note edited", "codebook", "rules", ""]


@dataclass(frozen=True, kw_only=True, slots=True)
class Support:
    """A statement on which words of an entry rest, with its finding ("" if it is in none) and its source."""

    statement: str
    finding: str
    source: str


#: What the words of an entry rest on: they may be shown as long as each group has one statement that still stands.
Rests = tuple[tuple[Support, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One thing that differs. `why` is what it comes from; `flags` say why a reviewer should look, if one should."""

    what: Literal["finding", "conflict", "entity", "source"]
    id: str
    kind: str
    change: How
    old: str = ""
    new: str = ""
    places: tuple[str, ...] = ()
    why: Why = ""
    flags: tuple[str, ...] = ()
    rests: Rests = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """What a new source does to the briefing: ids of findings that it supports, contradicts and adds."""

    id: str
    label: str
    origin: str
    shares_with: tuple[str, ...]
    supports: tuple[str, ...]
    contradicts: tuple[str, ...]
    adds: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """Sentences used of all, before and after, for one source; None where it is not known or not there."""

    source: str
    before: tuple[int, int] | None
    after: tuple[int, int] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """Everything that differs between two briefings, what needs a look first."""

    base: str
    head: str
    entries: tuple[Entry, ...]
    arrivals: tuple[Arrival, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    sources_added: int = 0
    sources_removed: int = 0
    texts: dict[str, str] = field(default_factory=dict)

    def look(self) -> Sequence[Entry]:
        """The entries that a reviewer should look at."""
        return [e for e in self.entries if e.flags]

    def plain(self, change: str) -> Sequence[Entry]:
        """The entries of one change that need no look; a new source is told apart (`arrivals`)."""
        return [e for e in self.entries if e.change == change and not e.flags and e.what != "source"]

    def count(self, change: str) -> int:
        """How many findings, conflicts and names were added, changed or removed, those that need a look among them."""
        return sum(e.what != "source" and e.change == change for e in self.entries)

    @property
    def verdict(self) -> str:
        """One line: "3 need a look · 12 added · 4 changed · 1 removed · 2 sources added"."""
        look = len(self.look())
        parts = [
            f"{look} need{'s' if look == 1 else ''} a look" if look else "",
            *(f"{n} {change}" if (n := self.count(change)) else "" for change in ("added", "changed", "removed")),
            _counted(self.sources_added, "source", "added"),
            _counted(self.sources_removed, "source", "removed"),
        ]
        told = " · ".join(p for p in parts if p)
        if told:
            return told
        return "only the coverage of the sources differs" if self.entries or self.coverage else "nothing changed"


def _counted(number: int, noun: str, how: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'} {how}" if number else ""
