"""Statements as JSON Lines and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from briefwright.model import Briefing

COLUMNS = (
    "finding", "status", "origins", "kind", "statement", "text", "stance", "attribution", "hedge", "polarity", "source",
    "publisher", "title", "published", "passage", "evidence", "basis",
)  # fmt: skip
#: A cell that begins with one of these is a formula to a spreadsheet; a tab or a return can hide one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows(briefing: Briefing) -> Iterator[dict[str, str]]:
    """A row for each statement, in the order of the findings. `published` is empty where it is unknown."""
    sources = {s.id: s for s in briefing.sources}
    statements = {s.id: s for s in briefing.statements}
    for finding in briefing.findings:
        for identity in finding.statements:
            s = statements[identity]
            source = sources[s.evidence.source]
            published = source.published.value
            yield {
                "finding": finding.id,
                "status": finding.status,
                "origins": str(len(finding.origins)),
                "kind": s.kind,
                "statement": s.id,
                "text": s.text,
                "stance": s.stance,
                "attribution": s.attribution or "",
                "hedge": "" if s.hedge == "none" else s.hedge,
                "polarity": s.polarity,
                "source": source.id,
                "publisher": source.publisher,
                "title": source.title,
                "published": "" if published == "unknown" else published,
                "passage": s.evidence.passage,
                "evidence": s.evidence.exact,
                "basis": s.evidence.basis,
            }


def jsonl_file(briefing: Briefing) -> bytes:
    """One JSON object a line, UTF-8."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(briefing)).encode("utf-8")


def csv_file(briefing: Briefing) -> bytes:
    """A table with a header (RFC 4180), UTF-8 with a byte order mark, which spreadsheets need to see the encoding.

    No cell acts as a formula: one that begins like one has an apostrophe before it, and line breaks are blanks.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in rows(briefing):
        writer.writerow({name: _harmless(value) for name, value in row.items()})
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def _harmless(cell: str) -> str:
    flat = " ".join(cell.split())
    return f"'{flat}" if cell.startswith(_FORMULA) or flat.startswith(_FORMULA) else flat
