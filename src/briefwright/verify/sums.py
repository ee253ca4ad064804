"""A sum that a text tells twice, in two kinds of money: "48 billion yuan ($6.6 billion)" is one of them to a claim."""

from __future__ import annotations

import re
from itertools import pairwise

from briefwright.quantities import Quantity, find_quantities
from briefwright.text import fold, quotations

_BESIDE = re.compile(r" \((?:(?:about|around|roughly|nearly|approximately|or|some) )?")


def one_of_each(passage: str, claim: str) -> str:
    """The passage with one of the two sums: the one in brackets where the claim names that alone, else the first."""
    if "(" not in passage:
        return passage
    asked = {(q.low, q.unit) for q in find_quantities(claim)}
    out, at = [], 0
    quoted = quotations(passage)
    for first, second in pairwise(find_quantities(passage)):
        between = fold(passage)[first.end : second.start]
        spoken = any(q.start < second.end and first.start < q.end for q in quoted)
        if spoken or not _one_sum(first, second) or _BESIDE.fullmatch(between) is None:
            continue
        if passage[second.end : second.end + 1] != ")" or first.start < at:
            continue
        other = (second.low, second.unit) in asked and (first.low, first.unit) not in asked
        kept = passage[second.start : second.end] if other else passage[first.start : first.end]
        out += [passage[at : first.start], kept]
        at = second.end + 1
    return "".join([*out, passage[at:]])


def _one_sum(first: Quantity, second: Quantity) -> bool:
    return first.kind == second.kind == "money" and first.unit != second.unit
