"""The editions as an Atom feed (RFC 4287)."""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from briefwright.editions import Change, Edition
from briefwright.model import Briefing

_ATOM = "http://www.w3.org/2005/Atom"
_FOOT = "This briefing shows what the cited texts say; it does not establish that it is so."
#: An entry lists this many changes; the page of changes has them all.
_MOST = 100


def feed_file(briefing: Briefing, editions: Sequence[Edition], site_url: str) -> bytes:
    """An entry for each edition, the newest first. Nothing in it depends on the clock: an entry's time is its day."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _add(feed, "title", briefing.title)
    _add(feed, "subtitle", _FOOT)
    _add(feed, "id", _urn(briefing.site_name, "feed"))
    _add(feed, "updated", f"{editions[-1].date}T00:00:00Z")
    author = ET.SubElement(feed, f"{{{_ATOM}}}author")
    _add(author, "name", briefing.site_name)
    base = site_url.rstrip("/") + "/" if site_url else ""
    if base:
        ET.SubElement(feed, f"{{{_ATOM}}}link", rel="self", href=f"{base}data/changes.xml")
        ET.SubElement(feed, f"{{{_ATOM}}}link", rel="alternate", href=f"{base}changes/")
    for edition in reversed(editions):
        entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(entry, "title", f"Edition {edition.name}: {edition.summary}")
        _add(entry, "id", _urn(briefing.site_name, f"{edition.number} {edition.name} {edition.revision}"))
        _add(entry, "updated", f"{edition.date}T00:00:00Z")
        if base:
            ET.SubElement(entry, f"{{{_ATOM}}}link", rel="alternate", href=f"{base}changes/#edition-{edition.number}")
        _add(entry, "content", "\n".join([*_lines(edition.changes), _FOOT])).set("type", "text")
    ET.indent(feed, " ")
    body: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _lines(changes: Sequence[Change]) -> list[str]:
    told = [f"{c.change}: {_words(c)}" for c in changes[:_MOST]]
    rest = len(changes) - _MOST
    return [*told, f"and {rest} more"] if rest > 0 else told


def _words(change: Change) -> str:
    if change.old and change.new and change.old != change.new:
        return f"{change.old} → {change.new}"
    return change.new or change.old or "; ".join(change.flags)


def _urn(name: str, what: str) -> str:
    """The same id for the same edition for ever: made from names, not from chance."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'briefwright:{name}:{what}')}"


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    # XML holds no control characters and neither of the two that are none; a corpus may
    child.text = "".join(c for c in text if (c >= " " and c not in "\ufffe\uffff") or c in "\t\n")
    return child
