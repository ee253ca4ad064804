"""The chapters about somebody or something: people, organisations, models, architecture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from briefwright.model import KINDS, Entity, Finding
from briefwright.pages.escape import words
from briefwright.pages.finding import in_text_order, mentions
from briefwright.pages.models import COMPARED, label, picture_of_ratio
from briefwright.pages.values import attribute
from briefwright.pages.view import REGISTERS, View, ranked
from briefwright.pages.who import KIND_NAMES, KIND_TITLES, by_name, of_kinds, subject, twins
from briefwright.pdf.blocks import Block, crossing, finding, findings, heading, paragraph
from briefwright.pdf.pictures import picture

#: An entry of more findings than these gets a heading for each kind.
_MANY: Final = 8
#: A table of more columns cannot be read on paper.
_COLUMNS: Final = 4
#: Kinds whose sentences lean on each other, and so keep the order of the texts.
_IN_ORDER: Final = frozenset({"governance", "market", "background"})
#: What a chapter is called where another one points to it.
NAMES: Final = {
    "events": "Timeline", "quotes": "Quotations", "architecture": "Architecture", "risks": "Risks",
    "scenarios": "Scenarios", "recommendations": "Recommendations", "unknowns": "Unknowns", "people": "People",
    "organisations": "Organisations", "models": "Models",
}  # fmt: skip


def people(view: View) -> list[Block]:
    """Everybody by alphabet, with each role that a text gives."""
    named = by_name(of_kinds(view, "person"))
    return [
        heading(1, "People", key="people"),
        paragraph("Everybody whom the texts name, with each role that a text gives them.", "lead"),
        *(part for e in named for part in _entry(view, e)),
        *_others(view, named, "people"),
        *_strays(view, "people/index.md"),
    ]


def organisations(view: View) -> list[Block]:
    """Organisations and teams, first those of which most is said."""
    named = sorted(of_kinds(view, "organisation", "team"), key=lambda e: (-len(view.naming(e.id)), e.name, e.id))
    return [
        heading(1, "Organisations", key="organisations"),
        paragraph("Organisations and their teams, as the texts name them.", "lead"),
        *(part for e in named for part in _entry(view, e)),
        *_others(view, named, "organisations"),
        *_strays(view, "organisations/index.md"),
    ]


def models(view: View) -> list[Block]:
    """Model families, models and products; then a table that sets them side by side."""
    named = of_kinds(view, "family", "model", "product")
    return [
        heading(1, "Models", key="models"),
        paragraph("Model families, models and products, as the texts describe them.", "lead"),
        *(part for e in named for part in _entry(view, e)),
        *_others(view, named, "models"),
        *_strays(view, "models/index.md"),
        *_tables(view, named),
    ]


def architecture(view: View) -> list[Block]:
    """What the texts say about how the models are built, by model."""
    found = view.of_kinds("architecture")
    subjects = [s for s in dict.fromkeys(subject(view, f) for f in found) if s in view.entities]
    rest = [f for f in found if subject(view, f) not in view.entities]
    return [
        heading(1, "Architecture", key="architecture"),
        paragraph("How the texts say that the models are built."
                  if found else "No text describes an architecture.", "lead"),
        *(part for s in subjects for part in (
            heading(2, view.entities[s].name, key=f"a-{s}"),
            *(part for f in found if subject(view, f) == s
              for part in (finding(view, f), *picture(picture_of_ratio(view, f)))))),
        *([heading(2, "In general", key="a-general"), *findings(view, rest)] if rest else []),
    ]  # fmt: skip


def _entry(view: View, entity: Entity) -> list[Block]:
    """An entry with the findings that are at home with it, and the numbers of those that stand elsewhere."""
    here = [f for f in view.naming(entity.id) if view.homes[f.id] == view.pages[entity.id]]
    doubts = twins(view, entity)
    if not here and not doubts:
        return []
    spelled = [a for a in entity.aliases if a != entity.name]
    kind = "" if entity.kind == "person" else KIND_NAMES[entity.kind]
    parts = [heading(2, entity.name, key=f"e-{entity.id}", aside=kind)]
    if spelled:
        parts.append(paragraph(f"Also written: {', '.join(spelled)}", "small"))
    if doubts:
        names = " or ".join(view.entities[other].name for other in doubts)
        parts.append(paragraph(
            f"Identity in doubt: the texts do not settle whether {entity.name} and {names} are the same. Nothing said "
            "of one is shown as said of the other.", "doubt"))  # fmt: skip
    parts += _by_kind(view, here, entity.id)
    elsewhere = crossing("Named elsewhere", _elsewhere(view, entity))
    return [*parts, elsewhere] if elsewhere else parts


def _by_kind(view: View, found: Sequence[Finding], key: str) -> list[Block]:
    """Findings by kind, under headings where they are many."""
    parts: list[Block] = []
    for kind in sorted({f.kind for f in found}, key=KINDS.index):
        group = [f for f in found if f.kind == kind]
        if len(found) > _MANY:
            name = KIND_TITLES.get(kind, kind.replace("_", " ").capitalize())
            parts.append(heading(3, name, key=f"k-{key}-{kind}"))
        parts += findings(view, in_text_order(view, group) if kind in _IN_ORDER else group)
    return parts


def _elsewhere(view: View, entity: Entity) -> Iterable[tuple[str, list[Finding]]]:
    """The findings whose words name an entry and that are at home in another place, by chapter."""
    found = [f for f in view.naming(entity.id)
             if view.homes[f.id] != view.pages[entity.id] and mentions(view, f, entity.id)]  # fmt: skip
    for section, name in NAMES.items():
        yield name, [f for f in found if chapter_of(view, f) == section]


def chapter_of(view: View, one: Finding) -> str:
    """The chapter in which a finding is printed: that of its home on the site."""
    home = view.homes[one.id]
    registers = {page: section for section, page in REGISTERS.items()}
    return registers.get(home) or home.partition("/")[0]


def _others(view: View, named: Sequence[Entity], chapter: str) -> list[Block]:
    """The entries of which nothing is at home here: where they are named."""
    left = [e for e in named if not _entry(view, e)]
    rows = [c for e in by_name(left) if (c := crossing(e.name, _elsewhere(view, e)))]
    return [heading(2, "Also named", key=f"also-{chapter}"), *rows] if rows else []


def _strays(view: View, here: str) -> list[Block]:
    """Findings of nobody and nothing that has an entry."""
    found = ranked(f for f in view.briefing.findings if view.homes[f.id] == here)
    folder = here.partition("/")[0]
    return [heading(2, "Further findings", key=f"further-{folder}"),
            paragraph("Said of nobody and nothing that has an entry of its own.", "small"),
            *_by_kind(view, found, folder)] if found else []  # fmt: skip


# --------------------------------------------------------------------------- side by side


def _tables(view: View, named: Sequence[Entity]) -> list[Block]:
    """Models side by side. A cell cites the number of the finding, which stands with its notes in the text before."""
    figures = {e.id: [f for f in view.naming(e.id) if f.kind in COMPARED and subject(view, f) == e.id] for e in named}
    columns = [e for e in named if figures[e.id]]
    if not columns:
        return []
    rows = [columns[at : at + _COLUMNS] for at in range(0, len(columns), _COLUMNS)]
    return [heading(2, "Side by side", key="compare"), paragraph(_TABLE_NOTE, "small"),
            *(_table(view, row, figures) for row in rows)]  # fmt: skip


_TABLE_NOTE: Final = (
    "The number in a cell is that of the finding, which carries the notes. A cell shows a value only where a text "
    "states it plainly and no other disagrees; “not stated” is silence and no contradiction."
)


def _table(view: View, columns: Sequence[Entity], figures: dict[str, list[Finding]]) -> Block:
    names = dict.fromkeys(attribute(view, f) for e in columns for f in figures[e.id])
    told = {n: sum(any(attribute(view, f) == n for f in figures[e.id]) for e in columns) for n in names}
    rows = []
    for name in sorted(names, key=lambda n: -told[n]):
        cells = [[{"text": words(label(view, f)), "id": f.id} for f in figures[e.id] if attribute(view, f) == name]
                 for e in columns]  # fmt: skip
        rows.append({"name": words(name.capitalize() if name.islower() else name), "cells": cells})
    return {"t": "table", "counts": False, "head": ["Attribute", *(words(e.name) for e in columns)], "rows": rows}
