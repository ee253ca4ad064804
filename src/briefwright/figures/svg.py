"""The few elements that the pictures are made of, as text."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: All pictures are this wide in their own units: a phone shows them at about their size.
WIDTH: Final = 360
# "a<b" -> the sign; what is no letter, digit or blank is numbered, so no word can end its element
_SIGN = re.compile(r"[^A-Za-z0-9 \x80-\U0010ffff]")
# "bw-svg-line", "M2 4.5C6 7 8 9"
_PLAIN = re.compile(r"[A-Za-z0-9 .-]*")
# the only shape of a fragment that is linked
_FRAGMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_DROPPED: Final = frozenset({"Cc", "Cf", "Cs"})


def words(text: str) -> str:
    """`text` as the content of an element or the value of an attribute, whatever it says."""
    seen = "".join(c for c in " ".join(text.split()) if unicodedata.category(c) not in _DROPPED)
    return _SIGN.sub(lambda found: f"&#{ord(found[0])};", seen)


def element(name: str, inside: str = "", **attributes: str | float) -> str:
    """An element; `class_` and `text_anchor` stand for the attributes that Python cannot name."""
    shown = "".join(f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{shown}>{inside}</{name}>" if inside else f"<{name}{shown}/>"


def label(x: float, y: float, text: str, class_: str = "bw-svg-text", anchor: str = "start") -> str:
    """Words at a place; `y` is the line on which they stand."""
    return element("text", words(text), x=x, y=y, class_=class_, text_anchor=anchor)


def link(fragment: str, inside: str) -> str:
    """What leads to a place on the same page; only shown where the fragment has another shape than an id."""
    return f'<a href="#{fragment}">{inside}</a>' if _FRAGMENT.fullmatch(fragment) else inside


def line(x1: float, y1: float, x2: float, y2: float, class_: str = "bw-svg-line") -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def figure(height: float, parts: list[str], *, name: str, caption: str) -> str:
    """A finished picture. `name` is its text alternative, `caption` the words under it; both are shown as text."""
    drawn = "".join(parts)
    return (
        f'<figure class="bw-figure"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_number(height)}" '
        f'width="{WIDTH}" height="{_number(height)}" role="group" aria-label="{words(name)}">{drawn}</svg>'
        f"<figcaption>{words(caption)}</figcaption></figure>"
    )


def _value(value: str | float) -> str:
    if not isinstance(value, str):
        return _number(value)
    return value if _PLAIN.fullmatch(value) else words(value)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
