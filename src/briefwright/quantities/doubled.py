"""Sums that a text tells twice, in two kinds of money: "48 billion yuan ($6.6 billion)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefwright.quantities.value import Quantity
from briefwright.text import fold

_BESIDE = re.compile(r" \((?:(?:about|around|roughly|nearly|approximately|or|some) )?")


def doubled(found: Sequence[Quantity], text: str) -> Iterator[tuple[Quantity, Quantity]]:
    """Each sum of `found` that stands in brackets behind the same sum in other money, with that one before it."""
    plain = fold(text)
    for first, second in pairwise(found):
        one_sum = first.kind == second.kind == "money" and first.unit != second.unit
        if one_sum and _BESIDE.fullmatch(plain[first.end : second.start]) and plain[second.end :][:1] == ")":
            yield first, second
