"""The sources as CSL-JSON (citation style language, version 1.0.2) and as BibTeX."""

from __future__ import annotations

import json
import re
import unicodedata
from urllib.parse import quote

from briefwright.model import Briefing, Source

#: What BibTeX reads as markup. A backslash comes first, for the others bring their own.
_SPECIAL = {
    "\\": r"{\textbackslash}", "{": r"\{", "}": r"\}", "$": r"\$", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}",
}  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def _known(value: str) -> str:
    return "" if value == "unknown" else value


def csl_file(briefing: Briefing) -> bytes:
    """A list of items of type "article": what is unknown is left out, nothing is guessed."""
    return (
        json.dumps([_csl(s, _note(briefing, s)) for s in briefing.sources], ensure_ascii=False, indent=1) + "\n"
    ).encode("utf-8")


def _note(briefing: Briefing, source: Source) -> str:
    """Which source of the briefing it is, and whether an editor took it out, with why, by whom and when."""
    gone = briefing.retraction(source.id)
    told = f". Retracted: {gone.why} ({gone.by}, {gone.when})" if gone is not None else ""
    return f"Source {source.id} of the briefing{told}"


def _csl(source: Source, note: str) -> dict[str, object]:
    item: dict[str, object] = {"id": f"source-{source.id}", "type": "article", "title": source.title}
    if _known(source.author):
        # A name is not parted: which of its words is the family name is not stated.
        item["author"] = [{"literal": source.author}]
    if _known(source.publisher):
        item["container-title"] = source.publisher
    if _known(source.published.value):
        item["issued"] = {"date-parts": [[int(part) for part in source.published.value.split("-")]]}
    if source.page is not None and source.page.address:
        item["URL"] = source.page.address
    item["language"] = source.language
    how = source.published.how
    item["note"] = note + (f". Date: {how}" if how else "")
    return item


def bibtex_file(briefing: Briefing) -> bytes:
    """An @article a source, or @misc where no publisher is known; UTF-8, what BibTeX reads as markup escaped."""
    return "\n".join(_bibtex(s, _note(briefing, s)) for s in briefing.sources).encode("utf-8")


def _bibtex(source: Source, note: str) -> str:
    fields = {
        "title": f"{{{_tex(source.title)}}}",
        # braces keep a name whole, for which of its words is the family name is not stated
        "author": f"{{{_tex(source.author)}}}" if _known(source.author) else "",
        "journal": _tex(_known(source.publisher)),
        **_dated(source),
        # readers take an address as it is; what would end the field or hide its rest is written as %7B and the like
        "url": quote(source.page.address, safe=":/?#[]@!$&'()*+,;=%~") if source.page is not None else "",
        "note": _tex(note),
    }
    kind = "article" if fields["journal"] else "misc"
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{source-{source.id},\n{body}}}\n"


def _dated(source: Source) -> dict[str, str]:
    parts = _known(source.published.value).split("-")
    return dict(zip(("year", "month", "day"), [p for p in parts if p], strict=False))


def _tex(text: str) -> str:
    flat = _CONTROL.sub(" ", unicodedata.normalize("NFC", text))
    return "".join(_SPECIAL.get(c, c) for c in flat)
