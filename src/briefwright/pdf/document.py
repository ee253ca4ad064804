"""The printed brief as one plain value: what its template is given, in the order in which it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, cast

from briefwright.model import Briefing, Finding
from briefwright.pages import when
from briefwright.pages.escape import address, words
from briefwright.pages.finding import stances, standing
from briefwright.pages.home import counted, latest
from briefwright.pages.leaf import ENTRIES
from briefwright.pages.view import View, ranked
from briefwright.pdf import back, chapters, registers
from briefwright.pdf.blocks import Block, passages, shape

#: "This briefing shows …": on every page foot, in every output.
FAIR: Final = "This briefing shows what the cited texts say; it does not establish that it is so."
#: A line of the summary names so many passages.
_CITED: Final = 5
#: A brief none of whose sources is dated needs some day for its record all the same.
_NO_DAY: Final = date(1970, 1, 1)


def document(view: View, *, paper: str, site_url: str) -> Block:
    """Everything that is printed; `site_url` may be empty."""
    briefing = view.briefing
    blocks = [
        *chapters.people(view), *chapters.organisations(view), *chapters.models(view), *chapters.architecture(view),
        *registers.timeline(view), *registers.quotations(view), *registers.risks(view), *registers.scenarios(view),
        *registers.recommendations(view), *back.conflicts(view), *registers.unknowns(view), *back.glossary(view),
        *back.sources(view),
        *back.method(view),
    ]  # fmt: skip
    day = day_of(view)
    return {
        "title": words(briefing.title),
        "site": words(briefing.site_name),
        "revision": words(briefing.revision),
        "fair": FAIR,
        "paper": paper,
        "address": address(site_url).rstrip("/") + "/" if address(site_url) else "",
        "day": {"year": day.year, "month": day.month, "day": day.day},
        "dates": _dates(view),
        "counts": _counts(briefing),
        "origins": [
            words(f"Origin {n}: {' · '.join(o.sources)}" + (" (shared wording)" if len(o.sources) > 1 else ""))
            for n, o in enumerate(briefing.origins, 1)
        ],
        "legend": [{"key": key, "mark": mark, "means": words(told)} for key, _, mark, told in ENTRIES],
        "summary": [_key(view, f) for f in first(briefing)],
        "summary-lead": _lead(len(first(briefing))),
        "blocks": _named_once(blocks),
        "numbers": numbers(blocks),
    }


def first(briefing: Briefing) -> tuple[Finding, ...]:
    """The findings of the first screen of the home page, in their order there."""
    found = (f for f in ranked(briefing.findings) if f.summary_rank is not None)
    return tuple(sorted(found, key=lambda f: (f.summary_rank or 0, f.id)))


def numbers(blocks: Sequence[Block]) -> dict[str, int]:
    """The number of each finding: its place in print."""
    return {str(b["id"]): n for n, b in enumerate((b for b in blocks if b["t"] == "finding"), 1)}


def day_of(view: View) -> date:
    """The day that the record of the file names: that of the last dated source, else of the last dated event."""
    source, event, _ = latest(view)
    for iso in (source.published.value if source is not None else "", event):
        parts = iso.split("-")
        if when.dated(iso) and all(part.isdecimal() for part in parts[:3]):
            year, month, day = (*(int(part) for part in parts[:3]), 1, 1)[:3]
            try:
                return date(year, month, day)
            except ValueError:
                continue
    return _NO_DAY


def _dates(view: View) -> list[str]:
    source, event, derived = latest(view)
    shown = []
    if source is not None:
        shown.append(words(f"Latest dated source: {source.id}, {when.published(source.published)}"))
    if event:
        shown.append(words(f"Latest event mentioned: {when.show(event)}" + (" (date derived)" if derived else "")))
    return shown


def _counts(briefing: Briefing) -> list[dict[str, str]]:
    pairs = ((len(briefing.sources), "article"), (len(briefing.origins), "origin"),
             (len(briefing.findings), "finding"), (len(briefing.statements), "note"))  # fmt: skip
    return [dict(zip(("count", "word"), counted(n, word).split(" ", 1), strict=True)) for n, word in pairs]


def _lead(count: int) -> str:
    if not count:
        return "No finding of this corpus was ranked."
    return (f"{counted(count, 'finding')} that {'opens' if count == 1 else 'open'} the briefing. Under each stand the "
            "passages behind it and the page on which it carries its notes.")  # fmt: skip


def _key(view: View, one: Finding) -> Block:
    """A finding of the summary: whole, with its status, and one short note that leads to the full ones."""
    return {
        "id": one.id,
        "text": words(one.text),
        "shape": shape(view, one),
        "status": standing(view, one),
        "stances": list(stances(view.said(one)).values()),
        "cited": passages(view.said(one), _CITED),
    }


def _named_once(blocks: Sequence[Block]) -> list[Block]:
    """Under each heading the first note of a source names it in full, those after it by its id alone."""
    seen: set[str] = set()
    for block in blocks:
        if block["t"] == "heading":
            seen.clear()
        for note in cast("list[Block]", block.get("notes", [])):
            source = str(note["source"])
            note["label"] = "" if source in seen else note["label"]
            seen.add(source)
    return list(blocks)
