"""Does the value of a table's row stand in the column that the statement speaks of?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefwright.model import Passage, Source, Statement
from briefwright.quantities import find_quantities
from briefwright.text import normalise
from briefwright.verify.spelt import Failing

BAR = " | "


def misplaced(
    statement: Statement, passage: Passage, source: Source, names: Mapping[str, Sequence[str]]
) -> Iterator[Failing]:
    """The value stands in a cell whose head names the attribute, or the thing where the attributes stand on the left.

    Without a head above the row, or one that names neither, nothing is said.
    """
    value, attribute = statement.slots.get("value"), normalise(str(statement.slots.get("attribute") or ""))
    if BAR not in passage.text or not isinstance(value, str) or not attribute:
        return
    row = _cells(passage.text)
    at = next(i for i, p in enumerate(source.passages) if p.id == passage.id)
    subject = names.get(str(statement.slots.get("subject")), ())
    wanted = [normalise(n) for n in subject]
    known = False
    while at > 0 and BAR in source.passages[at - 1].text:
        at -= 1
        heads = _cells(source.passages[at].text)
        heads = [""] * (len(row) - len(heads)) + heads
        if len(heads) != len(row):
            continue
        left = normalise(row[0]).startswith(attribute)
        for head, cell in list(zip(heads, row, strict=True))[1:]:
            title = normalise(head)
            # "Context" is a column of context windows
            column = bool(title) and (title.startswith(attribute) or attribute.startswith(title))
            fits = column or (left and any(n in title for n in wanted))
            known |= fits
            if fits and _holds(cell, value):
                return
    if known:
        yield "value", f"in the table {value} stands in another column than “{attribute}”"


def _cells(text: str) -> list[str]:
    return [c.strip() for c in text.split(BAR)]


def _holds(cell: str, value: str) -> bool:
    if normalise(value) in normalise(cell):
        return True
    ends = {str(e) for q in find_quantities(cell) for e in (q.low, q.high) if e is not None}
    return all(any(float(e) == float(v) for e in ends) for v in value.split("–") if _number(v)) and _number(value[:1])


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
