"""A sum that a text tells twice, in two kinds of money, is one of them to a claim."""

from __future__ import annotations

from briefwright.quantities import Quantity, doubled, find_quantities
from briefwright.text import quotations
from briefwright.verify.verdict import Fault


def sums_twice(passage: str, claim: str) -> tuple[str, Fault | None]:
    """The claim with one of two sums that it tells for one, and what is wrong where the passage has not both."""
    pairs = [_pair(f, s) for f, s in doubled(find_quantities(passage), passage)] if "(" in claim else []
    for first, second in doubled(find_quantities(claim), claim) if "(" in claim else ():
        if _pair(first, second) not in pairs:
            said = f"the passage does not have “{first.surface}” as “{second.surface}”"
            return claim, Fault("number", said, False, 4)
    return one_of_each(claim, ""), None


def _pair(first: Quantity, second: Quantity) -> tuple[object, ...]:
    return tuple((q.low, q.high, q.unit, q.approx) for q in (first, second))


def one_of_each(passage: str, claim: str) -> str:
    """The passage with one of the two sums: the one in brackets where the claim names that alone, else the first."""
    if "(" not in passage:
        return passage
    asked = {(q.low, q.unit) for q in find_quantities(claim)}
    out, at = [], 0
    quoted = quotations(passage)
    for first, second in doubled(find_quantities(passage), passage):
        if any(q.start < second.end and first.start < q.end for q in quoted) or first.start < at:
            continue
        other = (second.low, second.unit) in asked and (first.low, first.unit) not in asked
        kept = second if other else first
        out += [passage[at : first.start], passage[kept.start : kept.end]]
        at = second.end + 1
    return "".join([*out, passage[at:]])
