"""A note beside its article: both read, nothing judged yet."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from briefwright.model import Passage, Problem, Refused, Source
from briefwright.notes import front_matter
from briefwright.records import Record, load
from briefwright.sources import decode, read_corpus


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """The article's file: the hash of its bytes, and its paragraphs (lines that are not blank), the first is p1."""

    sha256: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Noted:
    """A note, its front matter with lines, its article, and the note's name in messages."""

    source: Source
    record: Record
    article: Article
    where: str

    def line(self, at: int) -> str:
        """`path:line` of a code point of the note's file."""
        return f"{self.where}:{self.source.text.count(chr(10), 0, at) + 1}"

    def marker(self, passage: Passage) -> str:
        """`path:line` of the line `[p3]` above a passage."""
        return self.line(self.source.text.rfind(f"[{passage.id}]", 0, passage.offsets[0]))

    @property
    def content(self) -> tuple[str, ...]:
        """The article's paragraphs that the note retells."""
        numbers = [p.number for p in self.source.passages if p.cls == "content"]
        return tuple(self.article.paragraphs[n - 1] for n in numbers if n <= len(self.article.paragraphs))


def read_noted(seeds: Path, originals: Path) -> tuple[Noted, ...]:
    """Every source note of the folder with its article.

    Raises `Refused`: no folder of articles, no note, a note that cannot be read, an article that is not there.
    """
    if not originals.is_dir():
        raise Refused(Problem(where=str(originals), sentence="there is no such folder; name the one with the articles"))
    notes = [source for source in read_corpus(seeds).sources if source.basis == "note"]
    if not notes:
        raise Refused(Problem(where=str(seeds), sentence="holds no source note; leave --originals out for plain texts"))
    noted: list[Noted] = []
    problems: list[Problem] = []
    for source in notes:
        where = str(seeds / Path(source.path).name)
        record = load(front_matter(source.text)[0], where, first_line=2)
        try:
            noted.append(Noted(source=source, record=record, where=where, article=_article(originals, source, record)))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(*problems)
    return tuple(noted)


def _article(originals: Path, source: Source, record: Record) -> Article:
    path = originals / source.file
    if Path(source.file).name != source.file:
        raise record.refused("'file' must be a bare file name; give the article's name without a folder", "file")
    if not path.is_file():
        told = f"is not there; {record.place('file')} names it as the article"
        raise Refused(Problem(where=str(path), sentence=told))
    data = path.read_bytes()
    lines = tuple(line.strip() for line in decode(data, str(path)).split("\n") if line.strip())
    return Article(sha256=hashlib.sha256(data).hexdigest(), paragraphs=lines)
