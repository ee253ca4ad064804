"""The roles of people, text by text: what one gives and another does not is silence, no contradiction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefwright.model import Entity, Finding, Statement
from briefwright.pages.escape import plain, relative
from briefwright.pages.finding import entity_link
from briefwright.pages.leaf import marks
from briefwright.pages.values import bare, role, short
from briefwright.pages.view import View, source_page

#: A table of more columns cannot be read on a laptop.
_COLUMNS: Final = 5
_NONE: Final = '<span class="bw-none">not stated</span>'


def roles_by_text(view: View, people: Sequence[Entity], here: str) -> list[str]:
    """A table of people by text, each cell with the roles that the text gives and their notes."""
    said: dict[tuple[str, str], list[tuple[Finding, Statement]]] = {}
    for finding in view.of_kinds("role"):
        for statement in view.said(finding):
            person = statement.slots.get("person")
            if isinstance(person, str):
                said.setdefault((person, statement.evidence.source), []).append((finding, statement))
    rows = [p for p in people if any(p.id == person for person, _ in said)]
    sources = [s for s in view.briefing.sources if any(s.id == source for _, source in said)]
    if not rows or len(sources) < 2:
        return []
    parts = ["## Roles by text {: #roles-by-text }", _NOTE]
    for at in range(0, len(sources), _COLUMNS):
        some = sources[at : at + _COLUMNS]
        head = "".join(
            f'<th scope="col" markdown>[{plain(short(s))}]({relative(source_page(s.id), here)})</th>\n' for s in some
        )
        body = "".join(
            f'<tr markdown>\n<th scope="row" markdown>{entity_link(view, p.id, here)}</th>\n'
            + "".join(f'<td data-label="{plain(short(s))}" markdown>{_cells(view, said.get((p.id, s.id), []))}</td>\n'
                      for s in some)
            + "</tr>\n"
            for p in rows
        )  # fmt: skip
        parts.append(
            '<table class="bw-compare" markdown>\n<thead markdown>\n<tr markdown>\n<th scope="col">Person</th>\n'
            f"{head}</tr>\n</thead>\n<tbody markdown>\n{body}</tbody>\n</table>"
        )
    return parts


_NOTE: Final = (
    "A cell shows a role only where its text states it plainly; “not stated”, or on a narrow screen a missing line, is "
    "silence and no contradiction."
)


def _cells(view: View, said: Sequence[tuple[Finding, Statement]]) -> str:
    return "<br>".join(_cell(view, *one) for one in said) or _NONE


def _cell(view: View, finding: Finding, statement: Statement) -> str:
    """A role with its note, or words that claim nothing where the text attributes, doubts or denies it."""
    shown = (role(view, statement) if bare(statement) else "") or "attributed: see finding"
    return f"[{plain(shown)}](#f-{finding.id}){marks([statement.id])}"
