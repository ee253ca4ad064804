"""A sum that a text tells twice, in two kinds of money, is one of them to a claim."""

from __future__ import annotations

from briefwright.quantities import doubled, find_quantities
from briefwright.text import quotations


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
