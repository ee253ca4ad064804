"""What the verifier says of a statement or claim, and what kept it from saying `supported`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["supported", "unsupported", "needs_review"]
#: More faults than this show rather that the passage speaks of something else.
_MOST = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """`supported`, or the slot that failed and a sentence for a person."""

    verdict: Outcome
    slot: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What the passage does not bear. `sure`: it says something else in that place; otherwise nothing proves it."""

    slot: str
    reason: str
    sure: bool
    weight: int = 2


def weigh(faults: Sequence[Fault]) -> Verdict:
    """`supported` without a fault; `unsupported` if the passage plainly says something else; else `needs_review`."""
    if not faults:
        return Verdict(verdict="supported")
    if all(f.sure for f in faults) and len({f.slot for f in faults}) <= _MOST and len(faults) <= _MOST + 1:
        return Verdict(verdict="unsupported", slot=faults[0].slot, reason=faults[0].reason)
    unproved = next((f for f in faults if not f.sure), faults[0])
    return Verdict(verdict="needs_review", slot=unproved.slot, reason=unproved.reason)
