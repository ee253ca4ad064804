"""The settings of the site builder, and the files that every site needs."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import yaml

from briefwright.model import Briefing
from briefwright.pages.escape import title

#: What stands at the foot of every page.
FOOT: Final = "This briefing shows what the cited texts say; it does not establish that it is so."

#: What a search engine shows of a briefing, and of a page that does not say what it is: no finding.
ABOUT: Final = "A briefing in which every statement names the text that says so, with the passage one step away."

# Only indexes: with every page in the navigation, size and time of a build grow with the square of their number.
_NAV: Final = (
    ("Brief", "index.md"),
    ("Who and what", (("People", "people/index.md"), ("Organisations", "organisations/index.md"),
                      ("Models", "models/index.md"), ("Architecture", "architecture.md"))),
    ("Events and words", (("Timeline", "timeline.md"), ("Quotations", "quotations.md"))),
    ("Outlook", (("Risks", "risks.md"), ("Scenarios", "scenarios.md"), ("Recommendations", "recommendations.md"))),
    ("Open questions", (("Conflicts", "conflicts.md"), ("Unknowns", "unknowns.md"))),
)  # fmt: skip
_ABOUT: Final = (
    ("Sources", "sources/index.md"), ("Side by side", "compare.md"), ("Method", "method.md"),
    ("Glossary", "glossary.md"), ("Changes", "changes.md"),
)  # fmt: skip

#: Where a search ends a word: also at quotation marks and commas, so that “Justin” is found as Justin; the signs
#: within 3.5, 3:1 and 90,000 stay.
_SEPARATOR: Final = r"""[\s\u200a\-;!?()\[\]"“”‘’…/]+|[,.:](?!\d)|&[a-z]+;"""

#: First line of a mkdocs.yml that a build wrote, and may write again.
HEAD: Final = "# Written by the build; edit the codebook of the corpus instead.\n"


def is_written(settings: Path) -> bool:
    """Whether a mkdocs.yml is one that a build or `init` wrote, and not one that is kept by hand."""
    return settings.is_file() and settings.read_bytes().startswith(HEAD.encode())


def mkdocs_config(
    briefing: Briefing,
    *,
    docs_dir: str,
    site_dir: str,
    site_url: str,
    custom_dir: str | None = None,
    by_hand: Sequence[tuple[str, str]] = (),
) -> bytes:
    """mkdocs.yml for a briefing. Paths are relative to that file; `custom_dir` is where the template for the head is.

    `by_hand` are pages of the docs folder that no build writes, as (label, path), for the end of the navigation.
    """
    nav: list[dict[str, object]] = [
        {name: target if isinstance(target, str) else [{label: path} for label, path in target]}
        for name, target in (*_NAV, ("Sources and method", (*_ABOUT, *by_hand)))
    ]
    config: dict[str, object] = {
        "site_name": title(briefing.site_name),
        "site_description": ABOUT,
        "site_url": site_url,
        "docs_dir": docs_dir,
        "site_dir": site_dir,
        "copyright": FOOT,
        "exclude_docs": "/assets/overrides/",
        "theme": _theme(custom_dir or f"{docs_dir}/assets/overrides"),
        "extra": {"generator": False},
        "extra_css": ["assets/briefwright.css"],
        "extra_javascript": ["assets/briefwright.js"],
        "plugins": [{"search": {"separator": _SEPARATOR}}],
        "markdown_extensions": [
            "attr_list", "md_in_html", {"footnotes": {"BACKLINK_TITLE": "Back to note mark {} in the text"}},
            {"toc": {"permalink": "#", "permalink_title": "Link to this section", "toc_depth": 3}},
        ],
        "validation": {
            "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "warn"},
            "links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"},
        },
        "nav": nav,
    }  # fmt: skip
    return (HEAD + yaml.safe_dump(config, sort_keys=False, allow_unicode=True, width=120)).encode()


def _theme(custom_dir: str) -> dict[str, object]:
    def scheme(name: str, media: str, icon: str, label: str) -> dict[str, object]:
        return {"media": media, "scheme": name, "primary": "custom", "accent": "custom",
                "toggle": {"icon": f"material/{icon}", "name": label}}  # fmt: skip

    return {
        "name": "material",
        "custom_dir": custom_dir,
        "language": "en",
        # No web font: the style sheet brings its own, so that no reader's visit is told to a third party.
        "font": False,
        "favicon": "assets/mark.svg",
        "logo": "assets/mark.svg",
        "features": ["navigation.tabs", "navigation.sections", "navigation.top", "toc.follow", "search.highlight"],
        "palette": [
            scheme("default", "(prefers-color-scheme: light)", "weather-night", "Switch to dark"),
            scheme("slate", "(prefers-color-scheme: dark)", "weather-sunny", "Switch to light"),
        ],
    }


def assets() -> dict[str, bytes]:
    """Style sheet, mark, fonts with their licences, and the template for the head, by their paths in the output."""
    return {f"docs/assets/{path}": entry.read_bytes() for path, entry in _below(files("briefwright") / "assets")}


def _below(folder: Traversable, prefix: str = "") -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            found += _below(entry, f"{prefix}{entry.name}/")
        else:
            found.append((prefix + entry.name, entry))
    return found
