"""A briefing as a printable file: every statement with a footnote on its page, tagged, archivable, always the same."""

from __future__ import annotations

from typing import Final, Literal, get_args

from briefwright.model import Briefing, Unsound
from briefwright.pages.view import survey
from briefwright.pdf.document import document
from briefwright.pdf.fonts import find_fonts
from briefwright.pdf.glyphs import undrawable
from briefwright.pdf.render import compile_pdf

__all__ = ["MANY", "PAPERS", "Paper", "brief"]

Paper = Literal["a4", "us-letter"]
PAPERS: Final[tuple[Paper, ...]] = get_args(Paper)
#: More statements than these take minutes and gigabytes to set.
MANY: Final = 5_000


def brief(
    briefing: Briefing,
    data: bytes,
    *,
    paper: Paper = "a4",
    site_url: str = "",
) -> bytes:
    """The PDF of a briefing with `data` (its briefing.json) attached; equal values give equal bytes.

    With a `site_url` each note also leads to its passage on the site. Raises Unsound where a font, the typesetter or a
    glyph is missing.
    """
    fonts = find_fonts()
    printed = document(survey(briefing), paper=paper, site_url=site_url)
    problems = tuple(undrawable(printed, fonts))
    if problems:
        raise Unsound(*problems)
    return compile_pdf(printed, fonts, {"briefing.json": data})
