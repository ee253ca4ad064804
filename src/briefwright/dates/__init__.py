"""Dates as a text states them, with their precision, and the reasoning by which an unstated part is known.

Values are ISO 8601 with what is stated only: "2026-03-04", "2019-07", "--03-04" (no year stated), "2023"; besides,
"2025-Q3", "2024-spring", "tuesday", and for a relative date its words ("twenty-four hours after", never beginning
with a digit). No year is ever guessed.
Every span is a half-open range of code points of the string that was given. Standard library only.
"""

from briefwright.dates.find import DateMention, find_dates
from briefwright.dates.reason import overlap, resolve, show_date

__all__ = ["DateMention", "find_dates", "overlap", "resolve", "show_date"]
