"""Which findings open the briefing: counted, not guessed.

A finding's rank is its place after sorting by: pinned by the editor; number of origins; how often its entities occur
in the corpus (centrality); a fixed order of kinds. No score is stored; `reasons` says in words what placed it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefwright.codebook import Codebook
from briefwright.model import Finding, Kind

FIRST_SCREEN = 12
SUMMARY = 36
#: How many of the most mentioned entities a finding on the home page must name at least one of.
LEADING = 12
#: What a busy reader wants first; a kind that is not named comes after.
_ORDER: tuple[Kind, ...] = (
    "departure", "release", "appointment", "organisation_change", "architecture", "quantity", "uncertainty", "quote",
    "risk", "licence", "scenario", "model_attribute", "meeting", "role", "cost", "recommendation", "announcement",
    "reaction", "affiliation", "biography", "market", "governance", "background",
)  # fmt: skip
#: At most so many of one kind on the first screen, and on the home page.
_MOST = {"departure": 3, "quote": 2, "role": 1, "release": 1, "quantity": 2, "architecture": 2}
_MOST_HOME = 4


def rank(
    findings: Sequence[Finding], codebook: Codebook, written: Mapping[str, int] | None = None
) -> tuple[Finding, ...]:
    """The findings in their order of rank, the home page's and the first screen's marked.

    `written` are the editor's own sentences, by finding, with the place that the editor gives them. A pin or drop of
    what is no finding has no effect here; `entries` names it.
    """
    pinned = {pin.finding: pin.rank for pin in codebook.pins} | dict(written or {})
    dropped = {drop.finding for drop in codebook.drops}
    weight: Counter[str] = Counter(e for f in findings for e in f.entities for _ in f.statements)

    def order(item: tuple[int, Finding]) -> tuple[int, int, int, int, int]:
        place, f = item
        central = max((weight[e] for e in f.entities), default=0)
        return (
            pinned.get(f.id, 10_000),
            -len(f.origins),
            -len(f.statements),
            _ORDER.index(f.kind) if central > 2 else 99,
            place,
        )

    leading = {e for e, _ in weight.most_common(LEADING)}
    ordered = [f for _, f in sorted(enumerate(findings), key=order)]
    first: list[str] = [f.id for f in ordered if f.id in pinned][:FIRST_SCREEN]
    used: Counter[str] = Counter()
    for kind in _ORDER:
        for f in ordered:
            if len(first) >= FIRST_SCREEN or used[kind] >= _MOST.get(kind, 1):
                break
            if f.kind == kind and f.id not in first and f.id not in dropped and leading & set(f.entities):
                first.append(f.id)
                used[kind] += 1
    home: list[str] = list(first)
    shown: Counter[str] = Counter()
    for f in ordered:
        if len(home) >= SUMMARY:
            break
        if f.id not in home and f.id not in dropped and shown[f.kind] < _MOST_HOME and leading & set(f.entities):
            home.append(f.id)
            shown[f.kind] += 1
    return tuple(
        replace(
            f, rank=place, summary=f.id in home, summary_rank=first.index(f.id) + 1 if f.id in first else None
        )
        for place, f in enumerate(ordered, 1)
    )  # fmt: skip
