"""Tables: a row of cells under a header that names what is compared, one frame for each cell.

A row is a passage whose cells are joined by " | "; the first row of a run of such passages is the header. The things
compared stand in the header's cells (or, where the header names attributes, in the first cell of each row).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefwright.codebook import Codebook
from briefwright.extract.frames import Fixed, Frame, Names, Slot, Words
from briefwright.extract.tagging import licences_in
from briefwright.extract.topics import Topic
from briefwright.model import Kind, Passage
from briefwright.names import Gazetteer, Mention, mentions
from briefwright.quantities import Quantity, find_quantities
from briefwright.quantities.units import CURRENCY, SIGNS
from briefwright.text import fold

RULE = "table-cell"
SEPARATOR = " | "
#: a unit's sign that fills the rest of a cell
_SIGN = re.compile(r" ?([A-Za-zµΩ°][A-Za-z/µΩ°²³]{0,9}) ?$")
_LICENCE = re.compile(r"\b(?:licen[cs](?:e|es|ing)|terms)\b", re.IGNORECASE)
_ACTIVE = re.compile(r"[ -](?:active|activated)\b", re.IGNORECASE)
#: what may stand between the amounts of one cell
_JOINING = re.compile(r"(?:[ ,;/()+&]|and|or|active|activated|total)*", re.IGNORECASE)
#: "Memory (GB)", "Price ($)", "Latency in ms"
_SIGNS = "|".join(
    re.escape(s) for s in sorted({*SIGNS, "%", "$", "€", "£", "tokens", "watts", "W"}, key=lambda s: (-len(s), s))
)
_UNIT = re.compile(rf"(?: \(|, | in )(?P<unit>{_SIGNS})\)?$")
_SIZES = re.compile(r"(?:model )?(?:sizes?|params?|parameters?)", re.IGNORECASE)
_BILLIONS = re.compile(r"\d[BMT]$")
_COLUMN = re.compile(
    r"(?:AI )?(?:models?|products?|systems?|versions?|tools?|devices?|names?|variants?|editions?|features?|"
    r"specifications?|metrics?|attributes?|propert(?:y|ies)|benchmarks?|tests?|quarters?|years?|compan(?:y|ies)|items?|"
    r"criteri(?:on|a)|categor(?:y|ies)) \| (?!.*\d)",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"^(?:[-–—?]|n/?a|none|tbd|unknown|not (?:stated|disclosed|published))?$", re.IGNORECASE)


#: what stands behind the header of a table in Markdown, and before it in HTML
_RULE_BEHIND = re.compile(r"[^\n]*\n[ \t]*\|?[ \t]*:?-{2,}")
_TH_BEFORE = re.compile(r"<tr[^<>]*>\s*<th[^<>]*>\s*(?:<\w+[^<>]*>\s*)*$")


def header_of(passage: Passage, passages: Sequence[Passage], source: str = "") -> Passage | None:
    """The header of the table that a row belongs to: the first of the run of rows before it with as many cells.

    A row whose first cell says what the first column holds begins another table, and so does one that is marked as a
    header in `source`, the whole text that the passages are of.
    """
    if SEPARATOR not in passage.text:
        return None
    at = next((i for i, p in enumerate(passages) if p.id == passage.id), 0)
    first = at
    while (
        first > 0
        and SEPARATOR in passages[first - 1].text
        and not (first < at and (_heads(passages[first].text) or _marked(passages[first], source)))
    ):
        first -= 1
    header = passages[first]
    cells = len(_spans(passage.text))
    # the header's first cell, above the row labels, may be empty and is then not there
    same = len(_spans(header.text)) in {cells, cells - 1}
    return header if first != at and same and not _heads(passage.text) and not _marked(passage, source) else None


def _marked(row: Passage, source: str) -> bool:
    """Is a row the header of its table by the mark-up of the source?"""
    at = row.offsets[0] if row.offsets else 0
    return bool(source) and (
        _RULE_BEHIND.match(source, at) is not None or _TH_BEFORE.search(source, max(0, at - 200), at) is not None
    )


def _heads(row: str) -> bool:
    """Is a row inside a run of rows the head of another table?"""
    return row.startswith("| ") or _COLUMN.match(row) is not None


#: the head of a column of attributes
_ATTRIBUTES = re.compile(
    r"(?:\W*\||specifications?|features?|attributes?|propert(?:y|ies)|specs?|metrics?)\b", re.IGNORECASE
)


def pairs(passage: Passage, header: Passage | None, codebook: Codebook) -> bool:
    """Is a row an attribute and its value, as in a table that needs no header: "Memory | 5 GB"?"""
    row = _spans(passage.text)
    if len(row) != 2 or _heads(passage.text):
        return False
    if header is not None and _ATTRIBUTES.match(header.text):
        return True
    return _measures(passage.text[slice(*row[0])], codebook) and not _measures(passage.text[slice(*row[1])], codebook)


def cells(
    passage: Passage, header: Passage | None, gazetteer: Gazetteer, codebook: Codebook, about: Topic | None = None
) -> Iterator[Frame]:
    """A frame for every cell whose thing and attribute are both known.

    In a table of attributes and values, in which nothing names a thing, each row is of what the table is about.
    """
    if not passage.sentences:
        return
    row = _spans(passage.text)
    if about is not None and pairs(passage, header, codebook):
        apart = header is None or not mentions(header.text, gazetteer, codebook)
        if apart and not mentions(passage.text[slice(*row[0])], gazetteer, codebook):
            for frame in _row(passage, [(row[1], about.name, passage.text[slice(*row[0])])], codebook):
                yield replace(frame, slots={**frame.slots, "named": Fixed(text=about.passage)})
            return
    if header is None:
        return
    named = mentions(header.text, gazetteer, codebook)
    spans = _spans(header.text)
    heads = [(start, end, _inside(named, start, end)) for start, end in [(0, 0)] * (len(row) - len(spans)) + spans]
    across = sum(name is not None for _, _, name in heads[1:]) >= max(1, len(heads) - 2)
    own = _inside(mentions(passage.text, gazetteer, codebook), *row[0])
    corner = heads[0][2] if len(heads) == 2 and heads[1][2] is None else None
    told = []
    for span, (head_start, head_end, name) in list(zip(row, heads, strict=True))[1:]:
        # "Petrel R1 | Value": the corner names what the whole table is about
        thing = name if across else own or corner
        label = passage.text[slice(*row[0])] if across or own is None else header.text[head_start:head_end]
        told.append((span, thing, label))
    yield from _row(passage, told, codebook)


def _measures(label: str, codebook: Codebook) -> bool:
    """Is a label the name of something that is measured or stated of a product?"""
    words = re.sub(r"\([^)]*\)", "", label).casefold().split()
    known = codebook.amounts.attributes.keys() | codebook.amounts.classes["features"]
    return any(" ".join(words[i:j]) in known for i in range(len(words)) for j in range(i + 1, len(words) + 1))


def _row(
    passage: Passage, told: Sequence[tuple[tuple[int, int], Mention | None, str]], codebook: Codebook
) -> Iterator[Frame]:
    """The frames of the cells of one row, each with the thing that it is of and the name of the attribute."""
    for (start, end), thing, label in told:
        value = passage.text[start:end].strip()
        if thing is None or _EMPTY.match(value) or not label.strip():
            continue
        slots: dict[str, Slot] = {"subject": Names(mentions=(thing,)), "attribute": Fixed(text=label.strip())}
        amounts = [q for q in find_quantities(passage.text) if start <= q.start and q.end <= end]
        licensed = [x for x in licences_in(fold(passage.text), codebook.lexicon) if start <= x[1] and x[2] <= end]
        bare = (_bare_licence(value, codebook) or _own_licence(value)) if _LICENCE.search(label) else ""
        if licensed or bare:
            spdx, at, stop = licensed[0] if licensed else (bare, start, end)
            slots = {"subject": slots["subject"], "licence": Words(text=spdx, start=at, end=stop)}
            yield _cell(passage, "licence", thing, slots, start, end)
            continue
        if not amounts or not _only_amounts(value, start, amounts):
            slots["value"] = Words(text=value, start=start, end=end)
            yield _cell(passage, "model_attribute", thing, slots, start, end)
            continue
        for amount in amounts:
            # "27B (3B active)", "1.3B and 7B": each is told of
            active = _ACTIVE.match(passage.text, amount.end) is not None
            said = "active parameters" if active else label.strip()
            measured = _amount(amount, passage.text[:end])
            if _SIZES.fullmatch(label.strip()) and _BILLIONS.search(amount.surface) and not measured.unit:
                measured = replace(measured, unit="parameters", kind="size")
            unit = _UNIT.search(label)
            if unit is not None and not measured.unit:
                # "Memory (GB)": the head has the unit
                measured = replace(measured, unit=CURRENCY.get(unit["unit"], unit["unit"]))
                measured = replace(measured, kind="money") if unit["unit"] in CURRENCY else measured
                said = said.removesuffix(unit[0]).strip()
            full: dict[str, Slot] = {**slots, "attribute": Fixed(text=said), "value": measured}
            yield _cell(passage, "model_attribute", thing, full, start, end)


def _only_amounts(value: str, start: int, amounts: Sequence[Quantity]) -> bool:
    """Does a cell hold amounts and no more than a few words beside the one, or only joining words between several?"""
    if len(amounts) == 1:
        return True
    rest = value
    for amount in reversed(amounts):
        rest = rest[: amount.start - start] + rest[amount.end - start :]
    return _JOINING.fullmatch(rest) is not None


def _bare_licence(value: str, codebook: Codebook) -> str:
    """The SPDX name of a licence that fills the cell: "MIT" under "Licence"."""
    plain = value.strip().casefold()
    return next((spdx for spdx in sorted(codebook.lexicon.licences) if spdx.casefold() == plain), "")


#: "Nova Commercial", "proprietary": a licence's name of its own
_OWN_LICENCE = re.compile(r"(?:[A-Z][\w&.+-]*(?: (?:[A-Z\d][\w&.+-]*['’]?|&)){0,4}|[Pp]roprietary|[Cc]ommercial)")


def _own_licence(value: str) -> str:
    """The name that fills a cell under "Licence", whoever wrote the licence; nothing for "Yes" or "None"."""
    plain = value.strip()
    return plain if _OWN_LICENCE.fullmatch(plain) and plain.casefold() not in _NO_LICENCE else ""


_NO_LICENCE = frozenset("yes no none open closed free unknown unclear various other restricted n/a tbd varies".split())


def _cell(passage: Passage, kind: Kind, thing: Mention, slots: dict[str, Slot], start: int, end: int) -> Frame:
    return Frame(
        kind=kind,
        rule=RULE,
        passage=passage,
        sentence=passage.sentences[0],
        start=start,
        end=end,
        slots=slots,
        polarity="affirmed",
        hedge="none",
        voice=None,
        stance="stated",
        mentioned=(thing,),
    )


def _amount(quantity: Quantity, upto: str) -> Quantity:
    """A quantity with the sign behind it as its unit, where it has no other: "700 W"."""
    sign = _SIGN.match(upto, quantity.end)
    return replace(quantity, unit=sign[1]) if sign and not quantity.unit else quantity


def _spans(text: str) -> list[tuple[int, int]]:
    # an empty first cell leaves only its bar: "| T1 | T2"
    out, at = ([(0, 0)], 2) if text.startswith("| ") else ([], 0)
    for piece in text[at:].split(SEPARATOR):
        out.append((at, at + len(piece)))
        at += len(piece) + len(SEPARATOR)
    return out


def _inside(named: Sequence[Mention], start: int, end: int) -> Mention | None:
    found = [m for m in named if start <= m.start and m.end <= end and m.kind != "place"]
    return found[0] if len(found) == 1 else None
