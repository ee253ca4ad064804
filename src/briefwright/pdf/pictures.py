"""The pictures of the site in print: the same drawing, with the style that the site keeps in its own sheet."""

from __future__ import annotations

import html
import re
from typing import Final

from briefwright.pages.escape import words
from briefwright.pdf.blocks import Block

# "<svg xmlns=… aria-label="The dates">…</svg><figcaption>A dot is a day</figcaption>", as `figures` writes it
_DRAWN: Final = re.compile(
    r'(?P<head><svg [^>]*aria-label="(?P<alt>[^"]*)"[^>]*>)(?P<parts>.*?)</svg>'
    r"<figcaption>(?P<caption>.*?)</figcaption>",
    re.DOTALL,
)
# '<a href="#d-2031">', "</a>": a link within the page has no place to lead to in a picture on paper
_LINK: Final = re.compile(r"</?a\b[^>]*>")
_STYLE: Final = """<style>
text { font-family: "Source Sans 3"; font-size: 13px; font-weight: 600; fill: #16191d; }
.bw-svg-soft { fill: #565d66; font-size: 12px; }
.bw-svg-small { fill: #565d66; font-size: 11px; }
.bw-svg-axis { stroke: #565d66; stroke-width: 1.5; }
.bw-svg-line { stroke: #8a929b; stroke-width: 1; fill: none; }
.bw-svg-tie { stroke: #565d66; stroke-width: 1.2; fill: none; }
.bw-svg-arc { stroke: #7f96a5; fill: none; }
.bw-svg-full { fill: #123b55; stroke: #123b55; stroke-width: 1.5; }
.bw-svg-hollow { fill: #ffffff; stroke: #123b55; stroke-width: 1.5; }
.bw-svg-box { fill: #eef1f4; stroke: #565d66; stroke-width: 1; }
.bw-svg-tile { fill: #123b55; }
</style>"""


def picture(drawn: str) -> list[Block]:
    """A drawing of `figures` as a block with its text alternative and caption; nothing where nothing was drawn."""
    found = _DRAWN.search(drawn)
    if found is None:
        return []
    svg = f"{found['head']}{_STYLE.replace(chr(10), '')}{_LINK.sub('', found['parts'])}</svg>"
    alt, caption = (words(html.unescape(found[name])) for name in ("alt", "caption"))
    return [{"t": "picture", "svg": svg, "alt": alt, "caption": caption}]
