"""A briefing for other programs: JSON Lines, CSV, and the sources as CSL-JSON and BibTeX.

Every row that says something about somebody carries its attribution, hedge, status and place: no export shortens a
finding to a bare claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.editions import Edition
from briefwright.exports.citations import bibtex_file, csl_file
from briefwright.exports.feed import feed_file
from briefwright.exports.tables import csv_file, jsonl_file
from briefwright.model import Briefing

#: File below docs/data/ -> what it is, as a page names it.
OFFERED = {
    "briefing.json": "everything, as JSON",
    "briefing.schema.json": "the JSON Schema of it",
    "statements.jsonl": "a statement with its finding and its evidence a line, as JSON Lines",
    "statements.csv": "the same as a table, as CSV",
    "sources.csl.json": "the sources, as CSL-JSON for a citation manager",
    "sources.bib": "the sources, as BibTeX",
}


def render(briefing: Briefing, editions: Sequence[Edition] = (), site_url: str = "") -> dict[str, bytes]:
    """The exports that are made beside `briefing.json`: path below the output folder -> bytes."""
    feed = {"docs/data/changes.xml": feed_file(briefing, editions, site_url)} if editions else {}
    return {
        **feed,
        "docs/data/statements.jsonl": jsonl_file(briefing),
        "docs/data/statements.csv": csv_file(briefing),
        "docs/data/sources.csl.json": csl_file(briefing),
        "docs/data/sources.bib": bibtex_file(briefing),
    }
