"""One saved file as an article: its paragraphs, what it states of itself, and a note skeleton to be retold.

The main text of a web page is found by trafilatura (Barbaresi 2021), which is kept for this; title, author, date and
publisher are taken only where the page states them, and the note says where. What the page shows beside the main text
is counted and told, not dropped in silence.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import warnings
from dataclasses import dataclass
from pathlib import Path

from briefwright.model import Problem, Refused, Source
from briefwright.passages import split_corpus
from briefwright.records import dump
from briefwright.sources import decode, read_source
from briefwright.text import normalise, slug

_WEB = (".html", ".htm")
_TEXT = (".txt", ".md")
_HEAD = (
    "A source note: our own account of the article, in our own words. docs/about/how-to-edit.md says how.",
    "Retell each paragraph below its [p…]; list what is no content under noise, headings under headings.",
)
_RIGHTS = "The article belongs to its publisher; this note is our own account of it."


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """What becomes of one file. `told` is what was found out about it and what was left aside, for the editor."""

    where: str
    original_name: str
    original: bytes
    note_name: str
    note: bytes
    paragraphs: int
    told: tuple[str, ...]


def import_file(data: bytes, *, name: str, where: str, identity: str) -> Imported:
    """Read one file; raises `Refused` for what no importer reads and for a page without text."""
    suffix = Path(name).suffix.casefold()
    if suffix not in (*_WEB, *_TEXT):
        kind = f"a file that ends in {suffix}" if suffix else "a file without an ending"
        raise _refused(where, f"{kind} is read by no importer; save it as a web page (.html) or as text (.txt)")
    record = read_source(data, name=name, folder="", where=where)
    if suffix in _WEB:
        paragraphs, aside = _main_text(decode(data, where), record, where)
        # author and date often stand in the page's head alone: as a line they can be proved like everything else
        line = " | ".join(v for v in (record.author, record.published.value, record.publisher) if v != "unknown")
        if line and record.author not in paragraphs[1:3]:
            paragraphs = [paragraphs[0], f"By {line}" if record.author != "unknown" else line, *paragraphs[1:]]
    else:
        paragraphs, aside = [p.text for p in record.passages if p.text.strip()], 0
    text = "\n\n".join(" ".join(p.split()) for p in paragraphs) + "\n"
    stem = f"{identity}_{slug(record.title)[:48].strip('-') or 'article'}"
    original = text.encode("utf-8")
    article = read_source(original, name=f"{stem}.txt", folder="", where=where)
    (classed,) = split_corpus([article])
    told = [
        f"{name}: {value}" if value != "unknown" else f"{name}: not stated" for name, value in _stated(record).items()
    ]
    if aside:
        told.append(f"{aside} paragraphs of the page left aside as no part of the article")
    return Imported(
        where=where,
        original_name=f"{stem}.txt",
        original=original,
        note_name=f"{stem}.md",
        note=_note(record, classed, original),
        paragraphs=sum(p.cls == "content" for p in classed.passages),
        told=tuple(told),
    )


def _refused(where: str, sentence: str) -> Refused:
    return Refused(Problem(where=where, sentence=sentence))


def _stated(record: Source) -> dict[str, str]:
    return {
        "title": record.title,
        "publisher": record.publisher,
        "author": record.author,
        "date": record.published.value,
    }


def _main_text(html: str, record: Source, where: str) -> tuple[list[str], int]:
    """The paragraphs of the page's main text, its title first; and how many other paragraphs the page shows."""
    if importlib.util.find_spec("trafilatura") is None:
        raise _refused(where, "web pages need the package trafilatura; python3 scripts/bootstrap.py installs it")
    with warnings.catch_warnings():
        # its dependencies warn about their own deprecations while they are imported
        warnings.simplefilter("ignore")
        import trafilatura

        logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
        found = trafilatura.extract(
            html, include_comments=False, include_tables=True, include_formatting=False, favor_recall=True,
            output_format="txt", deduplicate=False,
        )  # fmt: skip
    lines = [line.strip().removeprefix("- ") for line in (found or "").split("\n")]
    paragraphs = [line for line in lines if line]
    if not paragraphs:
        raise _refused(where, "holds no article that could be found; save its text as .txt and import that")
    if normalise(paragraphs[0]) != normalise(record.title):
        paragraphs = [record.title, *paragraphs]
    have = normalise(" ".join(paragraphs))
    shown = [p for p in record.passages if p.text.strip() and p.cls != "noise"]
    return paragraphs, sum(normalise(p.text) not in have for p in shown)


def _note(record: Source, article: Source, original: bytes) -> bytes:
    """Front matter with what is stated, then a marker for each paragraph that is content."""
    published = record.published
    front: dict[str, object] = {
        "id": article.id,
        "title": record.title,
        "publisher": record.publisher,
        "author": record.author,
        "published": {
            "value": published.value,
            "precision": published.precision,
            "known": published.known,
            "how": published.how or "The page states no date.",
        },
        "language": record.language,
        "file": article.file,
        "sha256": hashlib.sha256(original).hexdigest(),
        "paragraphs": len(article.passages),
    }
    by_class = {
        cls: {p.id: p.reason or f"{cls}, to be described" for p in article.passages if p.cls == cls}
        for cls in ("heading", "noise")
    }
    if by_class["heading"]:
        front["headings"] = by_class["heading"]
    if by_class["noise"]:
        front["noise"] = by_class["noise"]
    front["rights"] = _RIGHTS
    markers = "\n".join(f"\n[{p.id}]" for p in article.passages if p.cls == "content")
    return b"---\n" + dump(front, _HEAD) + b"---\n" + markers.encode("utf-8") + b"\n"
