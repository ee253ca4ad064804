"""What is not settled: conflicts with their sides next to each other, and what the texts call unclear."""

from __future__ import annotations

from typing import Final

from briefwright.model import Conflict, Side
from briefwright.pages.escape import plain, relative
from briefwright.pages.finding import CONFLICT_NAMES, blocks, entity_link, marks, page
from briefwright.pages.view import View

_CONFLICTS: Final = "conflicts.md"
_UNKNOWNS: Final = "unknowns.md"
_FEW: Final = 3


def conflicts(view: View) -> tuple[str, bytes]:
    """Every conflict, the open ones first, each side with its footnotes."""
    still = [c for c in view.briefing.conflicts if c.resolution is None]
    settled = [c for c in view.briefing.conflicts if c.resolution is not None]
    return page(view, _CONFLICTS, name="Conflicts", body=(
        "# Conflicts {: #conflicts }",
        "Statements that cannot all hold. They stand side by side as the texts give them; only a judgement that an "
        "editor signs settles one. Silence or less detail in a text is no conflict.",
        "## Open {: #open }",
        *([digest(view, c, _CONFLICTS) for c in still] or ["None."]),
        "## Settled by a judgement {: #settled }",
        *([digest(view, c, _CONFLICTS) for c in settled] or ["None."]),
    ))  # fmt: skip


def digest(view: View, conflict: Conflict, here: str) -> str:
    """A conflict as a block: its type and whom it concerns, its sides, its note, and how it was settled."""
    about = ", ".join(entity_link(view, e, here) for e in conflict.entities if e in view.entities)
    name = CONFLICT_NAMES[conflict.type] + (f": {about}" if about else "")
    sides = "\n".join(_side(view, conflict, side, here) for side in conflict.sides)
    end = "Open: no judgement settles it." if conflict.resolution is None else f"Settled: {plain(conflict.resolution)}"
    comment = f"{plain(conflict.note)}\n\n" if conflict.note else ""
    state = "open" if conflict.resolution is None else "settled"
    return (
        f'<div class="bw-conflict" id="c-{conflict.id}" markdown>\n\n'
        f'<p class="bw-about" markdown>{name}</p>\n\n<div class="bw-sides" markdown>\n\n{sides}\n\n</div>\n\n{comment}'
        f'<p class="bw-marks" markdown><span class="bw-status bw-{state}">{end}</span></p>\n\n</div>'
    )


def _side(view: View, conflict: Conflict, side: Side, here: str) -> str:
    """One side with its footnotes; a bare value or name is followed by the full statements that give it.

    A name that many statements mention has only its first few footnotes outside the page of conflicts.
    """
    said = [view.statements[i].text for i in side.statements]
    whole = side.text in said or any(f.text == side.text for f in view.briefing.findings)
    cited = side.statements if here == _CONFLICTS else side.statements[:_FEW]
    more = f" [all {len(side.statements)}]({relative(f'{_CONFLICTS}#c-{conflict.id}', here)})"
    shown = f"{plain(side.text)}{marks(cited)}{more if len(cited) < len(side.statements) else ''}"
    if not whole and conflict.type != "identity":
        shown += "".join(f'\n\n<p class="bw-full">{plain(text)}</p>' for text in dict.fromkeys(said))
    return f'<div class="bw-side" markdown>\n\n{shown}\n\n</div>'


def unknowns(view: View) -> tuple[str, bytes]:
    """What the texts themselves say is unclear, unsaid or unanswered."""
    return page(view, _UNKNOWNS, name="Unknowns", body=(
        "# Unknowns {: #unknowns }",
        "What the texts themselves say is unclear, unanswered or not known.",
        blocks(view, view.of_kinds("uncertainty"), _UNKNOWNS, empty="No text says that something is unclear."),
    ))  # fmt: skip
