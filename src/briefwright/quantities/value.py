"""The value that a quantity is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

QuantityKind = Literal["count", "size", "percent", "money", "multiple", "ratio", "duration", "rank"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """A number as a text states it.

    `start`, `end` cover the number with its approximation and unit sign; `noun_end` is the end of the counted noun,
    or `end`. `low` and `high` are exact, multipliers applied; `high` is None unless a range is stated. `unit` is
    the counted noun, a unit in the plural, "%", or a currency code. A ratio or share has its two terms as written
    in digits in `first` and `second`.
    """

    start: int
    end: int
    surface: str
    low: Decimal
    high: Decimal | None = None
    unit: str
    approx: str = ""
    kind: QuantityKind
    first: str = ""
    second: str = ""
    noun_end: int
