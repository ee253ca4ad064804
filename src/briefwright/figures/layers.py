"""A ratio of two kinds of parts, as so many tiles of each: no more than the ratio says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefwright.figures.svg import WIDTH, element, figure, label, link

#: A ratio of more parts than these is better read than counted.
_MOST: Final = 12
_GAP: Final = 6
#: About how wide a letter is.
_LETTER: Final = 7.2


@dataclass(frozen=True, kw_only=True, slots=True)
class Ratio:
    """So many of one kind to so many of another, and where the notes for it stand."""

    first: int
    second: int
    of: str
    to: str
    fragment: str


def layers(ratio: Ratio, *, caption: str) -> str:
    """The tiles in a row, the two kinds told apart by shade and by pattern; nothing for a ratio of too many parts."""
    whole = ratio.first + ratio.second
    if ratio.first < 1 or ratio.second < 1 or whole > _MOST:
        return ""
    wide = (WIDTH - 4 - _GAP * whole) / whole
    parts: list[str] = []
    for number in range(whole):
        striped = number >= ratio.first
        x = 2 + number * (wide + _GAP) + (_GAP if striped else 0)
        parts.append(element("rect", x=x, y=4, width=wide, height=46, rx=2,
                             class_="bw-svg-box" if striped else "bw-svg-tile"))  # fmt: skip
        if striped:
            for stripe in range(1, 5):
                parts.append(element("line", x1=x + 3, y1=4 + stripe * 9.2, x2=x + wide - 3, y2=4 + stripe * 9.2,
                                     class_="bw-svg-line"))  # fmt: skip
    split = 2 + ratio.first * (wide + _GAP) + _GAP
    first, second = f"{ratio.first} × {ratio.of}", f"{ratio.second} × {ratio.to}"
    parts.append(link(ratio.fragment, label(2, 72, first, "bw-svg-name")))
    left = min(split, WIDTH - 2 - _LETTER * len(second))
    beside = left > 2 + _LETTER * (len(first) + 1)
    x, anchor = (WIDTH - 2.0, "end") if left < split else (split, "start")
    parts.append(link(ratio.fragment, label(x, 72 if beside else 92, second, "bw-svg-name", anchor)))
    name = f"{ratio.first} parts {ratio.of} to {ratio.second} parts {ratio.to}"
    return figure(80 if beside else 100, parts, name=name, caption=caption)
