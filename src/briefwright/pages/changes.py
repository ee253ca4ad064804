"""The page of changes: what each edition says that the one before it did not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefwright.diff.words import collate
from briefwright.editions import Change, Edition
from briefwright.pages.escape import plain, relative
from briefwright.pages.finding import fold
from briefwright.pages.leaf import UNSEARCHED, page
from briefwright.pages.view import View

_HERE: Final = "changes.md"
_TITLES: Final = {"changed": "Changed", "added": "Added", "removed": "Removed"}
#: An edition that changes more than this many things of one sort names the rest by number.
_MOST: Final = 200
_SAME: Final = "the same words, from other passages than before"


def changes(view: View, editions: Sequence[Edition]) -> tuple[str, bytes]:
    """Every edition, the newest first, each change with its words before and after."""
    told = [_edition(view, e) for e in reversed(editions)]
    feed = ["[Follow the changes as a feed (Atom)](data/changes.xml)"] if editions else []
    return page(view, _HERE, name="Changes", about="What each edition says that the last one did not.",
                kept="briefing/editions/", body=(
        "# Changes {: #changes }",
        "Editions are recorded by the editors. What stands here was taken from them; the words are those of the "
        "briefing at that time, and the notes that support what stands now are with the findings themselves.",
        *feed,
        *(told or ["No edition has been recorded yet."]),
    ))  # fmt: skip


def _edition(view: View, edition: Edition) -> str:
    parts = [
        f"## {plain(edition.name)} · {plain(edition.date)} {{: #edition-{edition.number} }}",
        f"{plain(edition.summary)}. {edition.findings} findings from {edition.sources} sources, "
        f"{edition.conflicts} conflicts.",
    ]
    for change, title in _TITLES.items():
        found = [c for c in edition.changes if c.change == change]
        if found:
            parts.append(_listed(view, title, found))
    return "\n\n".join(parts)


def _listed(view: View, title: str, found: Sequence[Change]) -> str:
    lines = [_change(view, c) for c in found[:_MOST]]
    if len(found) > _MOST:
        lines.append(f"- and {len(found) - _MOST} more")
    told = "\n".join(lines)
    return fold(f"{title}: {len(found)}", f"<div {UNSEARCHED} markdown>\n\n{told}\n\n</div>")


def _change(view: View, change: Change) -> str:
    here = view.homes.get(change.id)
    label = plain(change.kind)
    if change.what == "conflict" and any(c.id == change.id for c in view.briefing.conflicts):
        label = f"[{label}]({relative(f'conflicts.md#c-{change.id}', _HERE)})"
    elif here is not None:
        label = f"[{label}]({relative(f'{here}#f-{change.id}', _HERE)})"
    same = (_SAME,) if change.what == "finding" and change.old and change.old == change.new else ()
    told = change.flags or same
    flags = f" <strong>{plain('; '.join(told))}</strong>" if told else ""
    return f"- {label}{flags} {_words(change)}".rstrip()


def _words(change: Change) -> str:
    if not (change.old and change.new):
        return plain(change.new or change.old)
    tags = {"old": "del", "new": "ins"}
    return "".join(
        _spaced(part) if how == "same" else f"<{tags[how]}>{plain(part)}</{tags[how]}>{' ' if part[-1:] == ' ' else ''}"
        for how, part in collate(change.old, change.new)
    )


def _spaced(part: str) -> str:
    """`plain`, with the blanks at both ends, which part two words."""
    return (" " if part[:1] == " " else "") + plain(part) + (" " if part[-1:] == " " else "")
