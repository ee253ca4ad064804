"""The information box of an entry: facts that its texts simply assert and no text disputes, each with its notes."""

from __future__ import annotations

from typing import Final

from briefwright.model import SLOTS, Entity, Finding
from briefwright.pages.escape import plain
from briefwright.pages.leaf import UNSEARCHED, marks
from briefwright.pages.values import attribute, role, undisputed, value
from briefwright.pages.view import View

_KINDS: Final = ("role", "affiliation", "licence", "architecture", "model_attribute")
_LABELS: Final = {"role": "Role", "affiliation": "With"}
#: A longer box is no summary.
_MOST: Final = 9


def box(view: View, entity: Entity) -> str:
    """The box, or nothing where no fact qualifies. What is disputed, attributed or hedged is never in it."""
    rows: list[str] = []
    for kind in _KINDS:
        for finding in view.of_kinds(kind):
            if _subject(view, finding) == entity.id and undisputed(view, finding) and (row := _row(view, finding)):
                rows.append(row)
    if not rows:
        return ""
    listed = "".join(dict.fromkeys(rows[:_MOST]))
    return (
        f'<aside class="bw-box" {UNSEARCHED} markdown>\n\n<p class="bw-box-name">Stated and undisputed</p>\n\n'
        f'<dl class="bw-record" markdown>\n{listed}</dl>\n\n</aside>'
    )


def _row(view: View, finding: Finding) -> str:
    if finding.kind in _LABELS:
        name, shown = _LABELS[finding.kind], role(view, view.said(finding)[0])
    else:
        name, shown = attribute(view, finding), value(view, finding)
    # Praise is an opinion, whoever simply asserts it: of the other kinds only what has a number is a fact for a box.
    if not shown or (finding.kind in ("architecture", "model_attribute") and not any(c.isdigit() for c in shown)):
        return ""
    return (
        f'<div data-finding="{finding.id}" markdown>\n<dt>{plain(name[:1].upper() + name[1:])}</dt>\n'
        f"<dd markdown>{plain(shown)}{marks(finding.statements)}</dd>\n</div>\n"
    )


def _subject(view: View, finding: Finding) -> str:
    given = view.slot(finding, SLOTS[finding.kind][0])
    return given if isinstance(given, str) else ""
