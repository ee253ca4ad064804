"""Models side by side, and the architecture that the texts describe."""

from __future__ import annotations

from collections import Counter
from typing import Final

from briefwright.figures import Ratio, layers
from briefwright.model import Entity, Finding
from briefwright.pages.escape import plain
from briefwright.pages.finding import block, blocks, entity_link
from briefwright.pages.leaf import page
from briefwright.pages.values import attribute, bare, undisputed, value, word
from briefwright.pages.view import View, ranked
from briefwright.pages.who import also_named, of_kinds, strays, subject

_HERE: Final = "models/index.md"
_ARCHITECTURE: Final = "architecture.md"
COMPARED: Final = frozenset({"model_attribute", "quantity", "cost", "licence", "architecture"})
#: A table of more columns cannot be read on a laptop.
_COLUMNS: Final = 4


def models(view: View) -> tuple[str, bytes]:
    """Every model with its attributes, and tables that set them side by side, each cell leading to its finding."""
    named = of_kinds(view, "family", "model", "product")
    figures = {e.id: [f for f in _figures(view) if subject(view, f) == e.id] for e in named}
    compared = [e for e in named if figures[e.id]]
    return page(view, _HERE, name="Models",
                about="Models by attribute, as the cited texts describe them, with notes.", body=(
        "# Models {: #models }",
        "Model families, models and products, as the texts describe them.",
        *(_card(view, e, figures[e.id]) for e in compared),
        *also_named(view, [e for e in named if e not in compared], _HERE),
        "" if named else "The texts name no model.",
        *(["## Side by side {: #compare }", _TABLE_NOTE] if compared else []),
        *(_table(view, compared[i : i + _COLUMNS], figures) for i in range(0, len(compared), _COLUMNS)),
        *strays(view, _HERE),
    ))  # fmt: skip


_NONE: Final = '<span class="bw-none">not stated</span>'
_TABLE_NOTE: Final = (
    "Each cell leads to the finding above that carries the notes. A cell shows a value only where a text states it "
    "plainly and no other disagrees; “not stated”, or on a narrow screen a missing line, is silence and no "
    "contradiction."
)


def architecture(view: View) -> tuple[str, bytes]:
    """What the texts say about how the models are built, by model."""
    found = view.of_kinds("architecture")
    subjects = list(dict.fromkeys(subject(view, f) for f in found))
    named = [s for s in subjects if s in view.entities]
    rest = [f for f in found if subject(view, f) not in view.entities]
    return page(view, _ARCHITECTURE, name="Architecture",
                about="How the cited texts say that the models are built, with notes.", body=(
        "# Architecture {: #architecture }",
        "How the texts say that the models are built.",
        *(part for s in named for part in (
            f"## {entity_link(view, s, _ARCHITECTURE)} {{: #e-{s} }}",
            *(block(view, f, _ARCHITECTURE, under=picture_of_ratio(view, f)) for f in found if subject(view, f) == s))),
        *(["## In general {: #general }", blocks(view, rest, _ARCHITECTURE)] if rest else []),
        "" if found else "No text describes an architecture.",
    ))  # fmt: skip


def _figures(view: View) -> tuple[Finding, ...]:
    return ranked(f for f in view.briefing.findings if f.kind in COMPARED)


def _card(view: View, entity: Entity, figures: list[Finding]) -> str:
    return (
        f'<section class="bw-card" markdown>\n\n## {entity_link(view, entity.id, _HERE)} {{: #e-{entity.id} }}\n\n'
        f"{blocks(view, figures, _HERE)}\n\n</section>"
    )


def _table(view: View, columns: list[Entity], figures: dict[str, list[Finding]]) -> str:
    told = Counter(row for e in columns for row in {attribute(view, f) for f in figures[e.id]})
    rows = sorted(dict.fromkeys(attribute(view, f) for e in columns for f in figures[e.id]), key=lambda r: -told[r])
    head = "".join(f'<th scope="col" markdown>{entity_link(view, e.id, _HERE)}</th>\n' for e in columns)
    body = "".join(
        f'<tr markdown>\n<th scope="row">{plain(row)}</th>\n'
        + "".join(
            f'<td data-label="{plain(e.name)}" markdown>'
            f"{'; '.join(_cell(view, f) for f in figures[e.id] if attribute(view, f) == row) or _NONE}</td>\n"
            for e in columns
        )
        + "</tr>\n"
        for row in rows
    )
    return (
        f'<table class="bw-compare" markdown>\n<thead markdown>\n<tr markdown>\n<th scope="col">Attribute</th>\n{head}'
        f"</tr>\n</thead>\n<tbody markdown>\n{body}</tbody>\n</table>"
    )


def _cell(view: View, finding: Finding) -> str:
    """The label of a finding as a link to it."""
    return f"[{plain(label(view, finding))}](#f-{finding.id})"


def label(view: View, finding: Finding) -> str:
    """What a table shows of a finding: a value that each statement plainly states, or words that claim nothing."""
    if finding.status == "disputed":
        return "sources disagree"
    if not all(map(bare, view.said(finding))):
        return "attributed: see finding"
    return value(view, finding) or "see finding"


def picture_of_ratio(view: View, finding: Finding) -> str:
    """A ratio of parts as a picture; only one that every text simply asserts, since a picture has no room for doubt."""
    first, second, of, to = (word(view, finding, name) for name in ("first", "second", "of", "to"))
    if not (first.isdecimal() and second.isdecimal() and of and to and undisputed(view, finding)):
        return ""
    ratio = Ratio(first=int(first), second=int(second), of=of, to=to, fragment=f"f-{finding.id}")
    return f"{layers(ratio, caption=_RATIO)}\n\n"


_RATIO: Final = (
    "The proportion as the finding gives it. In which order the parts stand, and how many there are, it does not say."
)
