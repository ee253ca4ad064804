"""Names of products that the layout tells: what tables compare, and the editions that headings name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from briefwright.codebook import Amounts, Lexicon
from briefwright.model import EntityKind
from briefwright.names.values import name_key
from briefwright.text import fold

#: the head of a table's first column, under which each row names a product
_NAMES_PRODUCTS = re.compile(
    r"(?:AI )?(?:models?|products?|systems?|versions?|tools?|devices?|robots?|machines?|chips?|programs?|apps?|"
    r"variants?|editions?|engines?|librar(?:y|ies)|languages? models?|processors?|boards?|vehicles?)$",
    re.IGNORECASE,
)


#: heads of columns that hold values, and labels of rows that name no single thing
_NO_THING = re.compile(
    r"(?:values?|details?|figures?|numbers?|info(?:rmation)?|descriptions?|notes?|results?|data|specs?|specifications?|"
    r"before|after|change|total|average|mean|median|others?|ours|baseline|today|now|then|old|new|price|remarks?|"
    r"comments?|source|yes|no)",
    re.IGNORECASE,
)


def compared(bodies: Sequence[str], amounts: Amounts, lower: set[str]) -> Iterable[str]:
    """The keys of what tables compare, where their other side says that products are compared.

    The first cells under "Model" or the like; the first cells of rows under heads such as "Memory"; the heads of
    columns whose rows are labelled so.
    """
    table: list[list[str]] = []
    for flat in [*bodies, ""]:
        row = [cell.strip() for cell in flat.split(" | ")] if " | " in flat else []
        if len(table) == 1 and table[0][0].startswith("| ") and len(row) == len(table[0]) + 1:
            # an empty first cell leaves only its bar: "| Kiln 2 | Kiln 3"
            table[0] = ["", table[0][0].removeprefix("| "), *table[0][1:]]
        if table and (len(row) != len(table[0]) or not row):
            yield from _columns_or_rows(table, amounts, lower)
            table = []
        if row:
            table.append(row)


def _columns_or_rows(table: Sequence[Sequence[str]], amounts: Amounts, lower: set[str]) -> Iterable[str]:
    header, rows = table[0], table[1:]
    attributes = (set(amounts.attributes) | amounts.classes["features"]) - amounts.classes["of_bodies"]

    def measured(cell: str) -> bool:
        words = re.sub(r"\([^)]*\)|[,.%$€£\d].*$", "", cell).casefold().split()
        return any(" ".join(words[i:j]) in attributes for i in range(len(words)) for j in range(i + 1, len(words) + 1))

    across, down = any(measured(row[0]) for row in rows), any(map(measured, header[1:]))
    if _NAMES_PRODUCTS.match(header[0]) or (down and not across):
        things = [row[0] for row in rows]
    else:
        things = list(header[1:]) if across and not down else []
    for cell in things:
        if (
            cell[:1].isupper()
            and not _NO_THING.fullmatch(cell)
            and cell.casefold() not in lower
            and len(cell.split()) <= 5
        ):
            yield name_key(cell)


def editions(
    headings: Iterable[str], kinds: dict[str, EntityKind], seen: Mapping[str, int], lower: set[str], lexicon: Lexicon
) -> None:
    """A heading that is a product's name and one capitalised word of the texts names an edition: "Kiln Home"."""
    for heading in headings:
        line = fold(heading).strip(" :#*")
        head, _, last = line.rpartition(" ")
        made = kinds.get(name_key(head)) in {"family", "product", "model"}
        key = name_key(last)
        edition = last.casefold() in lexicon.editions
        if not made or not last[:1].isupper() or not last.isalpha() or not (edition or key in seen):
            continue
        if edition or key not in lower:
            kinds.setdefault(name_key(line), "product")
            if key in seen:
                kinds[key] = "product"
