"""Which texts belong to which origin, and how much two origins have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefwright.figures.svg import element, figure, label, link

_ROW: Final = 30
_LEFT: Final = 150
_BOX: Final = 190
_WIDE: Final = 92
#: More texts than these make no picture that anybody reads.
_MOST: Final = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """A text of an origin: what it is called here, and where its record stands."""

    label: str
    fragment: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """An origin with its texts, and one short line about it."""

    label: str
    told: str
    fragment: str
    members: tuple[Member, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two origins, by their place from 0, and how many findings both of them say."""

    one: int
    two: int
    count: int
    fragment: str


def origins(families: Sequence[Family], pairs: Sequence[Pair], *, name: str, caption: str) -> str:
    """Texts on the left, their origins in the middle, what two origins both say on the right; else nothing."""
    rows = sum(len(family.members) for family in families)
    if len(families) < 2 or rows > _MOST:
        return ""
    parts: list[str] = []
    middles: list[float] = []
    # the box of an origin of one text reaches 19 above its middle
    y = 21.0
    for family in families:
        centre = y + _ROW * (max(len(family.members), 1) - 1) / 2
        middles.append(centre)
        for number, member in enumerate(family.members):
            line = y + _ROW * number
            parts.append(element("path", d=f"M{_LEFT} {line:.1f}C{_LEFT + 22} {line:.1f} {_BOX - 22} {centre:.1f} "
                                           f"{_BOX} {centre:.1f}", class_="bw-svg-tie"))  # fmt: skip
            parts.append(element("circle", cx=_LEFT, cy=line, r=4, class_="bw-svg-full"))
            parts.append(link(member.fragment, label(_LEFT - 10, line + 4, member.label, "bw-svg-name", "end")))
        parts.append(element("rect", x=_BOX, y=centre - 19, width=_WIDE, height=38, rx=3, class_="bw-svg-box"))
        parts.append(link(family.fragment, label(_BOX + _WIDE / 2, centre - 2, family.label, "bw-svg-name", "middle")))
        parts.append(label(_BOX + _WIDE / 2, centre + 12, family.told, "bw-svg-small", "middle"))
        y += _ROW * max(len(family.members), 1) + 20
    most = max((pair.count for pair in pairs), default=1)
    for pair in pairs:
        top, low = sorted((middles[pair.one], middles[pair.two]))
        edge = _BOX + _WIDE
        far = edge + 22 + 26 * (abs(pair.one - pair.two) - 1)
        drawn = element("path", d=f"M{edge} {top + 8:.1f}C{far + 8} {top + 8:.1f} {far + 8} {low - 8:.1f} "
                                  f"{edge} {low - 8:.1f}", class_="bw-svg-arc",
                        stroke_width=1 + 3 * pair.count / most)  # fmt: skip
        parts.append(drawn)
        parts.append(link(pair.fragment, label(far + 6, (top + low) / 2 + 4, str(pair.count), "bw-svg-name")))
    return figure(y - 12, parts, name=name, caption=caption)
