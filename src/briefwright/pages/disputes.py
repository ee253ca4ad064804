"""What is not settled: conflicts with their sides next to each other, and what the texts call unclear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefwright.model import Conflict, Side
from briefwright.pages.differ import marked
from briefwright.pages.escape import ident, plain, relative
from briefwright.pages.finding import CONFLICT_NAMES, blocks, entity_link, fold
from briefwright.pages.leaf import UNSEARCHED, marks, page
from briefwright.pages.narrow import narrow
from briefwright.pages.view import View, source_page

_CONFLICTS: Final = "conflicts.md"
_UNKNOWNS: Final = "unknowns.md"
_FEW: Final = 3
#: A side that many statements mention shows its first few footnotes and folds the others.
_MANY: Final = 6
#: A conflict with more sides than these does not fit the first page well.
_SIDES: Final = 4
# "appointment: e9de9e37e6"; the id of a finding says nothing to a reader
HASH = re.compile(r"\b[0-9a-f]{10}\b")


def conflicts(view: View) -> tuple[str, bytes]:
    """Every conflict, the open ones first, each side with its footnotes."""
    ordered = weighed(view, view.briefing.conflicts)
    still = [c for c in ordered if c.resolution is None]
    settled = [c for c in ordered if c.resolution is not None]
    return page(view, _CONFLICTS, name="Conflicts",
                about="Where the cited texts cannot all hold: both sides of each conflict, with notes.", body=(
        "# Conflicts {: #conflicts }",
        "Statements that cannot all hold. They stand side by side as the texts give them; only a judgement that an "
        "editor signs settles one. Silence or less detail in a text is no conflict.",
        "## Open {: #open }",
        *([digest(view, c, _CONFLICTS) for c in still] or ["None."]),
        "## Settled by a judgement {: #settled }",
        *([digest(view, c, _CONFLICTS) for c in settled] or ["None."]),
    ))  # fmt: skip


def weighed(view: View, conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Conflicts by the rank of the findings that they touch; those about mere names, and those of many sides, last."""
    ranks = {s: f.rank for f in view.briefing.findings for s in f.statements}

    def weight(conflict: Conflict) -> tuple[bool, bool, int, str]:
        touched = (ranks.get(s, len(ranks)) for side in conflict.sides for s in side.statements)
        many = len(conflict.sides) > _SIDES
        return conflict.type == "identity", many, min(touched, default=len(ranks)), conflict.id

    return sorted(conflicts, key=weight)


def digest(view: View, conflict: Conflict, here: str) -> str:
    """A conflict as a block: its type and whom it concerns, its sides, its note, and how it was settled."""
    about = ", ".join(entity_link(view, e, here) for e in conflict.entities if e in view.entities)
    about = about or ("" if HASH.search(conflict.about) else plain(conflict.about))
    name = CONFLICT_NAMES[conflict.type] + (f": {about}" if about else "")
    if here == _CONFLICTS:
        head = f"### {name} {{: #about-{conflict.id} }}"
    else:
        head = f'<p class="bw-about" markdown>{name}</p>'
    sides = "\n".join(
        _side(view, conflict, side, here, told)
        for side, told in zip(conflict.sides, _compared(view, conflict), strict=True)
    )
    end = "Open: no judgement settles it." if conflict.resolution is None else f"Settled: {plain(conflict.resolution)}"
    comment = f"{plain(conflict.note)}\n\n" if conflict.note else ""
    state = "open" if conflict.resolution is None else "settled"
    return (
        f'<div class="bw-conflict" id="c-{conflict.id}" markdown>\n\n'
        f'{head}\n\n<div class="bw-sides" markdown>\n\n{sides}\n\n</div>\n\n{comment}'
        f'<p class="bw-marks" {UNSEARCHED} markdown><span class="bw-status bw-{state}">{end}</span></p>\n\n</div>'
    )


def _compared(view: View, conflict: Conflict) -> list[str]:
    """The words by which the sides are compared, with those marked in which they differ.

    They are the sides' own where these are whole statements or lists of names, else the first statement behind each.
    """
    if conflict.type in ("participants", "identity") or all(_is_whole(view, side) for side in conflict.sides):
        return marked([_apart(view, side.text)[1] for side in conflict.sides])
    return marked([view.statements[side.statements[0]].text for side in conflict.sides])


def _is_whole(view: View, side: Side) -> bool:
    said = [view.statements[i].text for i in side.statements]
    return not said or side.text in said or any(f.text == side.text for f in view.briefing.findings)


def _side(view: View, conflict: Conflict, side: Side, here: str, told: str) -> str:
    """One side with its footnotes; a bare value or name is followed by the full statements that give it.

    `told` are its words with those marked in which the sides differ.
    A name that many statements mention has only its first few footnotes outside the page of conflicts.
    """
    said = [view.statements[i].text for i in side.statements]
    whole = _is_whole(view, side)
    cited = side.statements if here == _CONFLICTS else side.statements[:_FEW]
    more = f" [all {len(side.statements)}]({relative(f'{_CONFLICTS}#c-{conflict.id}', here)})"
    lists = conflict.type == "participants" or (whole and conflict.type != "identity")
    name = _named(view, side.text, here, told if lists else None)
    shown = f"{name}{marks(cited)}{more if len(cited) < len(side.statements) else ''}"
    if conflict.type == "identity" and len(cited) > _MANY:
        rest = fold(f"{len(cited) - _FEW} more notes", marks(cited[_FEW:]))
        shown = f"{plain(side.text)}{marks(cited[:_FEW])}\n\n{rest}"
    if not whole and conflict.type != "identity":
        first = plain(said[0]) if lists else told
        full = dict.fromkeys((first, *(plain(text) for text in said[1:] if text != said[0])))
        shown += "".join(f'\n\n<p class="bw-full">{text}</p>' for text in full)
    return f'<div class="bw-side" markdown>\n\n{shown}\n\n</div>'


def _apart(view: View, text: str) -> tuple[str, str]:
    """The source with whose id the words of a side begin, if they do, and the words."""
    source, mark, words_of = text.partition(": ")
    return (source, words_of) if mark and source in view.sources else ("", text)


def _named(view: View, text: str, here: str, told: str | None = None) -> str:
    """The words of a side, or `told` in their place; the name of a source stands for its id at their beginning."""
    source, words_of = _apart(view, text)
    shown = plain(words_of) if told is None else told
    if not source:
        return shown
    return f"[{plain(view.sources[source].label)}]({relative(source_page(source), here)}): {shown}"


def unknowns(view: View) -> tuple[str, bytes]:
    """What the texts themselves say is unclear or unanswered; then, apart, what the editors found in none of them."""
    return page(view, _UNKNOWNS, name="Unknowns",
                about="What the cited texts call unclear or leave unanswered, with notes.", body=(
        "# Unknowns {: #unknowns }",
        "What the texts themselves say is unclear, unanswered or not known"
        + ("; then, apart, what [none of them states](#not-stated)." if view.briefing.gaps else "."),
        narrow(view, view.of_kinds("uncertainty")),
        blocks(view, view.of_kinds("uncertainty"), _UNKNOWNS, empty="No text says that something is unclear."),
        *_gaps(view),
    ))  # fmt: skip


def _gaps(view: View) -> tuple[str, ...]:
    """The questions that stay open, marked as the editors' own: no text raises them, so no footnote can stand here."""
    if not view.briefing.gaps:
        return ()
    listed = "\n".join(f'- <span id="g-{ident(gap.id)}">{plain(gap.question)}</span>' for gap in view.briefing.gaps)
    return (
        "## Not stated in any of the sources {: #not-stated }",
        "The editors' list, not the texts': questions that a reader may bring and to which the editors found no answer "
        "in any source. That a text is silent says nothing about what is so.",
        f'<div class="bw-gaps" markdown>\n\n{listed}\n\n</div>',
    )
