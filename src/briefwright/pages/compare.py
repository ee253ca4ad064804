"""Any two texts side by side: what each says of the same person, organisation or model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from briefwright.model import SLOTS, Finding, Statement
from briefwright.pages.escape import plain, relative
from briefwright.pages.finding import entity_link
from briefwright.pages.leaf import UNSEARCHED, marks, page
from briefwright.pages.view import View, source_page

_HERE: Final = "compare.md"
_NAME: Final = "Side by side"
#: More columns than these can be read only two at a time, hence with script.
_COLUMNS: Final = 8


def compare(view: View) -> tuple[str, bytes]:
    """Every statement in the column of its text and the row of its subject; rows that one text fills are left out."""
    rows = _rows(view)
    told = {e: row for e, row in rows.items() if len(row) > 1}
    return page(view, _HERE, name=_NAME, wide=True,
                about="What any two of the cited texts say of the same person, organisation or model.", body=(
        f"# {_NAME} {{: #compare }}",
        "Each column is one text, each row somebody or something of whom at least two texts speak. An empty cell means "
        "silence, no contradiction; where texts contradict each other stands under "
        f"[Conflicts]({relative('conflicts.md', _HERE)}).",
        _form(view) if told else "",
        _table(view, told) if told else "No two texts speak of the same.",
    ))  # fmt: skip


def _rows(view: View) -> Mapping[str, Mapping[str, list[tuple[Finding, Statement]]]]:
    """Statements by subject, then by source, in the order of the text; the subjects of which most is said first."""
    found: dict[str, dict[str, list[tuple[Finding, Statement]]]] = {}
    for finding in view.briefing.findings:
        for statement in view.said(finding):
            subject = statement.slots.get(SLOTS[finding.kind][0])
            if isinstance(subject, str) and subject in view.pages:
                found.setdefault(subject, {}).setdefault(statement.evidence.source, []).append((finding, statement))
    for row in found.values():
        for cell in row.values():
            cell.sort(key=lambda pair: (pair[1].evidence.start, pair[1].id))
    size = {e: sum(map(len, row.values())) for e, row in found.items()}
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), -size[pair[0]], pair[0])))


def _form(view: View) -> str:
    def choice(name: str, label: str, at: int) -> str:
        options = "".join(
            f'<option value="{source.id}"{" selected" if number == at else ""}>'
            f"{source.id} {plain(source.label)}</option>"
            for number, source in enumerate(view.briefing.sources)
        )
        return f'<label>{label} <select name="{name}">{options}</select></label>'

    last = min(1, len(view.briefing.sources) - 1)
    return (
        f'<form class="bw-pair" {UNSEARCHED}>{choice("left", "Left", 0)} {choice("right", "Right", last)} '
        '<button type="submit">Show these two</button> <button type="reset">All texts</button> <output></output></form>'
    )


def _table(view: View, rows: Mapping[str, Mapping[str, list[tuple[Finding, Statement]]]]) -> str:
    sources = view.briefing.sources
    head = "".join(
        f'<th scope="col" data-text="{s.id}" markdown>[{plain(s.label)}]({relative(source_page(s.id), _HERE)})</th>\n'
        for s in sources
    )
    body = "".join(
        f'<tr markdown>\n<th scope="row" markdown>{entity_link(view, entity, _HERE)}</th>\n'
        + "".join(
            f'<td data-text="{s.id}" data-label="{plain(s.label)}" markdown>{_cell(row.get(s.id, []))}</td>\n'
            for s in sources
        )
        + "</tr>\n"
        for entity, row in rows.items()
    )
    many = " bw-many" if len(sources) > _COLUMNS else ""
    return (
        f'<div class="bw-wide{many}" markdown>\n<table class="bw-compare" data-beside="" markdown>\n<thead markdown>\n'
        f'<tr markdown>\n<th scope="col">Subject</th>\n{head}</tr>\n</thead>\n<tbody markdown>\n{body}</tbody>\n'
        "</table>\n</div>"
    )


def _cell(said: list[tuple[Finding, Statement]]) -> str:
    if not said:
        return '<span class="bw-none">silent</span>'
    return "".join(
        f'<p class="bw-said" data-finding="{finding.id}" markdown>{plain(statement.text)}{marks([statement.id])}</p>\n'
        for finding, statement in said
    )
