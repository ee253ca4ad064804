"""The part of the method page that says how often the verifier lets a corrupted statement pass."""

from __future__ import annotations

from briefwright.model import SelfTest
from briefwright.pages.escape import plain
from briefwright.pages.view import View

NOT_MEASURED = "Not measured for this edition."


def per_cent(part: int, whole: int) -> str:
    """A share in per cent with one decimal, never rounded up: "99.9 %" is less than all."""
    return f"{part * 1000 // whole / 10:.1f} %" if whole else "–"


def self_test(view: View) -> str:
    """What was corrupted, what the verifier refused, by class; or that nothing was measured for this edition."""
    result = view.briefing.self_test
    return NOT_MEASURED if result is None else "\n".join(_told(result))


def _told(result: SelfTest) -> list[str]:
    composed, caught = result.made - result.verbatim, result.refused - result.verbatim_refused
    lines = [
        f"A check that has never refused anything proves nothing. So each of the {result.statements} statements was "
        f"corrupted on purpose, in the ways below, and put to the check of step 5 against the passage that it cites: "
        f"**{result.refused} of {result.made} corruptions were refused "
        f"({per_cent(result.refused, result.made)})**, while {result.accepted} of the {result.statements} statements "
        f"as they stand were accepted. Of the sentences that the engine composes itself, {caught} of {composed} "
        f"corruptions were refused ({per_cent(caught, composed)}).",
        "",
        f"Another {len(result.equivalents)} corruptions turned out to be true of their passage, because it says that "
        "too; they are counted in neither figure.",
        "",
        "| Class | What was done | Made | Refused |",
        "|---|---|---|---|",
    ]
    lines += [f"| {plain(c.name)} | {plain(c.told)} | {c.made} | {c.refused} |" for c in result.classes if c.made]
    return lines
