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
from dataclasses import dataclass, replace
from pathlib import Path

from briefwright.imports.encoding import page_text
from briefwright.imprint import read_date
from briefwright.model import Problem, Refused, Source, WebPage
from briefwright.passages import split_corpus
from briefwright.records import dump
from briefwright.sources import read_source
from briefwright.store.data import page_data
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
    encoding = made = ""
    aside = 0
    if suffix in _WEB:
        html, encoding = page_text(data, where)
        record = read_source(html.encode("utf-8"), name=name, folder="", where=where)
        paragraphs, aside = _main_text(html, record, where)
        made = _head_line(record, paragraphs)
        if made:
            paragraphs.insert(1, made)
        record = replace(record, page=_saved(record, name, data, made))
    else:
        record = read_source(data, name=name, folder="", where=where)
        paragraphs = [p.text for p in record.passages if p.text.strip()]
    text = "\n\n".join(" ".join(p.split()) for p in paragraphs) + "\n"
    stem = f"{identity}_{slug(record.title)[:48].strip('-') or 'article'}"
    original = text.encode("utf-8")
    article = read_source(original, name=f"{stem}.txt", folder="", where=where)
    (classed,) = split_corpus([article])
    told = [
        f"{name}: {value}" if value != "unknown" else f"{name}: not stated" for name, value in _stated(record).items()
    ]
    if encoding:
        told.append(f"read as {encoding}, which the page declares; the original here is UTF-8")
    if record.page is not None and record.published.value == "unknown" and record.published.how:
        told.append(record.published.how.rstrip("."))
    if made:
        told.append("p2 of the original is put together from what the page's head states")
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


def _head_line(record: Source, paragraphs: list[str]) -> str:
    """A line of what the page states of itself in its head alone: as a line it can be proved like everything else."""
    shown = paragraphs[1:5]
    names = [name.strip() for name in record.author.split(",")]
    author = "" if any(all(n in p for n in names) for p in shown) else record.author.replace("unknown", "")
    day = record.published.value.replace("unknown", "")
    day = "" if any(day and read_date(p, "").value == day for p in shown) else day
    publisher = "" if any(record.publisher in p for p in shown) else record.publisher.replace("unknown", "")
    line = " | ".join(v for v in (author, day, publisher) if v)
    return f"By {line}" if author else line


def _saved(record: Source, name: str, data: bytes, made: str) -> WebPage:
    """The page as it was saved: its name, the hash of its bytes, its address, and where it states what."""
    page = record.page or WebPage()
    stated = page.stated
    if made:
        stated = (*stated, ("p2", "put together from what the page's head states; no paragraph of the page"))
    return replace(page, file=name, sha256=hashlib.sha256(data).hexdigest(), stated=stated)


def _unfolded(line: str, shown: list[str]) -> list[str]:
    """The paragraphs of the page that a line runs together, if it is made of nothing else; else the line itself.

    On a short page trafilatura falls back to the text of the whole body in one line.
    """
    rest, found = " ".join(line.split()), []
    for text in shown:
        if rest.startswith(text) and (len(rest) == len(text) or rest[len(text)] == " "):
            found.append(text)
            rest = rest[len(text) :].lstrip()
    return found if len(found) > 1 and not rest else [line]


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
    blocks = [" ".join(p.text.split()) for p in record.passages if p.text.strip() and p.cls != "noise"]
    paragraphs = [part for line in lines if line for part in _unfolded(line, blocks)]
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
    if record.page is not None:
        front["page"] = page_data(record.page)
    if by_class["heading"]:
        front["headings"] = by_class["heading"]
    if by_class["noise"]:
        front["noise"] = by_class["noise"]
    front["rights"] = _RIGHTS
    markers = "\n".join(f"\n[{p.id}]" for p in article.passages if p.cls == "content")
    return b"---\n" + dump(front, _HEAD) + b"---\n" + markers.encode("utf-8") + b"\n"
