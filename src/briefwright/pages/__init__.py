"""A briefing as the pages of a site: Markdown that the site builder turns into HTML without any code of its own."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.editions import Edition
from briefwright.model import Briefing
from briefwright.pages.changes import changes
from briefwright.pages.compare import compare
from briefwright.pages.config import assets, is_written, mkdocs_config
from briefwright.pages.disputes import conflicts, unknowns
from briefwright.pages.glossary import glossary
from briefwright.pages.home import home
from briefwright.pages.method import method
from briefwright.pages.models import architecture, models
from briefwright.pages.preview import marked
from briefwright.pages.registers import quotations, recommendations, risks, scenarios, timeline
from briefwright.pages.source_pages import one, sources
from briefwright.pages.view import survey
from briefwright.pages.who import organisations, people, profile

__all__ = ["assets", "is_written", "marked", "mkdocs_config", "render"]

_PAGES = (
    people, organisations, models, architecture, timeline, quotations, risks, scenarios, recommendations,
    unknowns, conflicts, sources, compare, method, glossary,
)  # fmt: skip


def render(briefing: Briefing, editions: Sequence[Edition] = (), *, pdf: bool = False) -> dict[str, bytes]:
    """Every generated file below docs/, by its path: pages with a footnote per statement, style, fonts.

    With `pdf` the first page offers `brief.pdf`, which a build then has to make.

    Equal briefings give equal bytes. Nothing that a source says can act in a page: it is text only.
    """
    view = survey(briefing)
    return {
        **dict([home(view, pdf=pdf)]),
        **dict(make(view) for make in _PAGES),
        **dict([changes(view, editions)]),
        **dict(profile(view, entity) for entity in briefing.entities if entity.id in view.pages),
        **dict(one(view, source) for source in briefing.sources),
        **assets(),
    }
