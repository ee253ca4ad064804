"""The short form of a finding, for a table, a box, a picture: only where nothing is lost by it."""

from __future__ import annotations

from briefwright.model import Finding, Source, Statement
from briefwright.pages import when
from briefwright.pages.view import View
from briefwright.quantities import show


def short(source: Source) -> str:
    """What a narrow column calls a source: its number, and its publisher where that is known."""
    return source.id if source.publisher == "unknown" else f"{source.id} {source.publisher}"


def bare(statement: Statement) -> bool:
    """Whether a text simply asserts a statement: no holder, no word of doubt, no denial, no report."""
    return (
        statement.stance == "stated"
        and statement.hedge in ("", "none")
        and statement.polarity == "affirmed"
        and statement.attribution is None
    )


def undisputed(view: View, finding: Finding) -> bool:
    """Whether every text simply asserts a finding and no conflict touches it."""
    return finding.status != "disputed" and not view.conflicts[finding.id] and all(map(bare, view.said(finding)))


def attribute(view: View, finding: Finding) -> str:
    """What a finding gives a value of."""
    name = view.slot(finding, "attribute")
    return name if isinstance(name, str) else {"licence": "licence", "cost": "cost"}.get(finding.kind, "figure")


def value(view: View, finding: Finding) -> str:
    """The licence, the ratio or the quantity of a finding in words; nothing where it has none."""
    if finding.kind == "licence":
        return word(view, finding, "licence")
    first, second, of, to = (word(view, finding, name) for name in ("first", "second", "of", "to"))
    if first and second:
        return f"{first}:{second}" + (f" ({of} to {to})" if of and to else "")
    per = word(view, finding, "per")
    number = word(view, finding, "value")
    written = show(number, word(view, finding, "unit"), word(view, finding, "approx")) if number else ""
    written = f"{written} per {per}" if written and per else written
    # "82% of the laboratory", "512,000 tokens (with scaling)": a number of a part, or under a condition, is no other
    only, whole = word(view, finding, "part"), word(view, finding, "whole")
    return written + (f" “{whole}”" if written and whole else "") + (f" (“{only}”)" if written and only else "")


def word(view: View, finding: Finding, slot: str) -> str:
    """A slot that holds words, an entity by its name."""
    return _named(view, view.slot(finding, slot))


def role(view: View, statement: Statement) -> str:
    """The role and the place of a statement about one, with the dates that it gives; nothing where it gives neither."""
    slots = statement.slots
    parts = [part for name in ("role", "organisation") if (part := _named(view, slots.get(name)))]
    since, until = (when.show(when.of_slot(slots.get(name))[0]) for name in ("since", "until"))
    dates = " ".join((*((f"since {since}",) if since else ()), *((f"until {until}",) if until else ())))
    return ", ".join((*parts, *((dates,) if dates and parts else ())))


def _named(view: View, given: object) -> str:
    if isinstance(given, bool) or not isinstance(given, str | int):
        return ""
    return view.entities[given].name if isinstance(given, str) and given in view.entities else str(given)
