"""Read a corpus: the files of one folder, each as a source with its record and its passages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefwright.dates import find_dates
from briefwright.imprint import Imprint, imprint, read_date
from briefwright.markup import ENTITY, Block, Html, markdown, visible
from briefwright.model import Evidence, Passage, PassageClass, Problem, Published, Refused, Source, WebPage, short_hash
from briefwright.notes import front_matter, is_note, iso_precision, read_note
from briefwright.passages import ROW, split_corpus
from briefwright.passages.shapes import is_date_line
from briefwright.records import load
from briefwright.text import fold, slug

SUFFIXES = (".md", ".txt", ".html", ".htm")
NOT_SOURCES = frozenset({"codebook.yml", "seeds.lock"})
CONTEXT = 32

#: what only a source note's front matter has
_OF_A_NOTE = re.compile(r"^(?:sha256|paragraphs|noise|left_out)[ \t]*:", re.MULTILINE)
#: "000_b00d.txt" -> "000"
_DIGITS = re.compile(r"[0-9]{1,12}")
#: "By Mira Tan", "by Chief Editor | March 3, 2026"
_BYLINE = re.compile(r"^by:?\s+(?P<name>[^\W\d_][^|•·\d]{1,60}?)\s*(?:[|•·-]\s*(?P<rest>.{1,60}))?$", re.IGNORECASE)
#: "LONDON, March 3, 2026 (Wire) — The", "LISBON (Wire), March 3, 2026 -- The"
_DATELINE = re.compile(r"^(?P<place>[A-Z][A-Z .'/-]{2,40}),?\s(?P<rest>.{0,60}?)\s*(?:--|-|:)\s")
#: "From: Mira Tan <mt@orrery.example>", "Subject: The tests"
_HEADER = re.compile(
    r"^(?P<name>from|to|date|subject|cc|list-id|reply-to|message-id)\s*:\s*(?P<words>\S.*)$", re.IGNORECASE
)
_YEAR_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\Z")
_ANY_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class Corpus:
    """The sources of a folder in the order of their file names, and the names of files that are no source."""

    sources: tuple[Source, ...]
    seeds: str
    ignored: tuple[str, ...] = ()


def read_corpus(seeds: Path) -> Corpus:
    """Read every .md, .txt, .html and .htm of the folder, classed and split into sentences.

    Subfolders, README.md, hidden files, `codebook.yml` and `seeds.lock` are no sources; what else is no source is named
    in `ignored`. Raises `Refused` with all problems at once: no folder, no source, a link, a file that is not UTF-8 or
    empty, two sources with one id, a malformed note.
    """
    if not seeds.is_dir():
        raise Refused(
            Problem(where=str(seeds), sentence="there is no such folder; name the one that holds the sources")
        )
    found: list[Source] = []
    ignored: list[str] = []
    problems: list[Problem] = []
    for path in sorted(seeds.iterdir(), key=lambda one: one.name):
        if path.name.startswith(".") or path.name in NOT_SOURCES:
            continue
        if path.is_symlink():
            problems.append(Problem(where=str(path), sentence="is a link; put the file itself into the folder"))
        elif path.is_dir():
            ignored.append(f"{path.name}/")
        elif path.suffix.casefold() not in SUFFIXES or path.name.casefold() == "readme.md":
            ignored.append(path.name)
        elif not path.is_file():
            problems.append(Problem(where=str(path), sentence="is no regular file; put the text itself there"))
        else:
            try:
                found.append(
                    read_source(path.read_bytes(), name=path.name, folder=seeds.resolve().name, where=str(path))
                )
            except Refused as refused:
                problems.extend(refused.problems)
    problems.extend(_same_ids(found, seeds))
    if not found and not problems:
        kinds = ", ".join(SUFFIXES)
        problems.append(
            Problem(where=str(seeds), sentence=f"there is no source in this folder; add a file that ends in {kinds}")
        )
    if problems:
        raise Refused(*problems)
    return Corpus(sources=split_corpus(found), seeds=str(seeds), ignored=tuple(ignored))


def _same_ids(sources: Sequence[Source], seeds: Path) -> list[Problem]:
    first: dict[str, Source] = {}
    problems = []
    for source in sources:
        name = Path(source.path).name
        if source.id in first:
            other = Path(first[source.id].path).name
            told = (
                f"has the id '{source.id}', and so has {other}; rename one so that its leading digits or its name "
                f"differ"
            )
            problems.append(Problem(where=str(seeds / name), sentence=told))
        first.setdefault(source.id, source)
    return problems


def read_source(data: bytes, *, name: str, folder: str, where: str) -> Source:
    """One file as a source, its passages not yet classed; raises `Refused`. `where` is its name in messages."""
    text = decode(data, where)
    if not text.strip():
        raise Refused(Problem(where=where, sentence="is empty; put the text there or take the file out"))
    path, suffix = f"{folder}/{name}", Path(name).suffix.casefold()
    if suffix == ".md" and is_note(text):
        digits = _DIGITS.match(name)
        return read_note(text, path=path, where=where, stem_id=digits[0] if digits else "").source
    if suffix == ".md" and text.startswith("---") and _OF_A_NOTE.search(text):
        told = "the front matter of a note has no 'id' or is not closed; give the id and end it with ---"
        raise Refused(Problem(where=f"{where}:1", sentence=told))
    raw = Source(id=source_id(name), path=path, title="", file=name, sha256=hashlib.sha256(data).hexdigest(),
                 basis="original", text=text)  # fmt: skip
    match suffix:
        case ".txt":
            source = _plain(raw)
        case ".md":
            source = _marked(raw, where)
        case _:
            source = _web(raw)
    if not source.passages:
        raise Refused(Problem(where=where, sentence="holds no text that a reader sees; take the file out"))
    return source


def decode(data: bytes, where: str) -> str:
    """The bytes as UTF-8 text without byte order mark, CRLF as LF; raises `Refused` naming the first bad byte."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        begun = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        at = error.start + begun
        told = f"is not UTF-8 (byte {at} is 0x{data[at]:02X}); save it as UTF-8"
        line = data.count(b"\n", 0, at) + 1
        raise Refused(Problem(where=f"{where}:{line}", sentence=told)) from None
    return text.replace("\r\n", "\n")


def source_id(name: str) -> str:
    """The leading digits of a file name as written, else the slug of its stem."""
    digits = _DIGITS.match(name)
    if digits:
        return digits[0]
    stem = Path(name).stem
    found = slug(stem) or f"source-{short_hash(stem, length=4)}"
    # A page named index would stand in the place of the list of sources.
    return "index-source" if found == "index" else found


# --------------------------------------------------------------------------- raw texts


def _plain(source: Source) -> Source:
    """A plain text: a passage is a line that `str.strip()` leaves non-empty, split on "\\n" only."""
    passages: list[Passage] = []
    at = 0
    for line in source.text.split("\n"):
        if line.strip():
            shown, offsets = visible(source.text, at, at + len(line))
            passages.append(_passage(source, len(passages) + 1, "content", shown, offsets))
        at += len(line) + 1
    lines = [passage.text for passage in passages]
    return replace(
        source,
        title=_subject(lines) or next((line for line in lines if line), source.file),
        passages=tuple(passages),
        author=_author(lines),
        published=_published(lines),
    )


def _subject(lines: Sequence[str]) -> str:
    """The subject of a mail: of a text whose first line is a mail's header."""
    heads = [found for line in lines[:8] if (found := _HEADER.match(line))]
    if not lines or not _HEADER.match(lines[0]):
        return ""
    return next((found["words"] for found in heads if found["name"].casefold() == "subject"), "")


def _author(lines: Sequence[str]) -> str:
    """The name in a byline among the three lines after the title, or of the sender of a mail."""
    if lines and _HEADER.match(lines[0]):
        heads = (_HEADER.match(line) for line in lines[:8])
        sender = next((found["words"] for found in heads if found and found["name"].casefold() == "from"), "")
        return sender.partition("<")[0].strip(' "') or "unknown"
    for line in lines[1:4]:
        found = _BYLINE.match(fold(line))
        if (
            found
            and not line.rstrip().endswith((".", ":", ";"))
            and len(found["name"].split()) <= 6
            and found["name"][0].isupper()
        ):
            return line[found.start("name") : found.end("name")].strip(" ,")
    return "unknown"


def _published(lines: Sequence[str]) -> Published:
    """The date that a dateline, a byline or a line of its own states near the title, if it states the year."""
    for number, line in enumerate(lines[:8], start=1):
        folded = fold(line)
        dateline, byline = _DATELINE.match(folded), _BYLINE.match(folded)
        if number > 1 and is_date_line(folded):
            stated, how = folded, "date line"
        elif dateline:
            stated, how = dateline["rest"], "dateline"
        elif byline and byline["rest"]:
            stated, how = byline["rest"], "byline"
        else:
            continue
        if not _ANY_YEAR.search(stated):
            continue
        for mention in find_dates(stated):
            if (
                _YEAR_DATE.match(mention.value)
                and iso_precision(mention.value)
                and mention.precision in ("day", "month")
            ):
                told = f"stated in the {how} p{number}"
                return Published(value=mention.value, precision=mention.precision, known="stated", how=told)
    return Published()


def _marked(source: Source, where: str) -> Source:
    """Markdown that is no note: blocks become passages; front matter, if it is a mapping, may state the record."""
    stated, body = _stated(source.text, where)
    blocks = tuple(markdown(source.text, body))
    seen = [block for block in blocks if block.shape != "unseen"]
    heading = next((block.text for block in seen if block.shape == "heading"), "")
    lines = [block.text for block in seen]
    published = read_date(stated.get("date", ""), "stated in the front matter")
    return replace(
        source,
        title=heading or stated.get("title", "") or (lines[0] if lines else source.file),
        passages=_passages(source, blocks),
        author=stated.get("author") or _author(lines),
        publisher=stated.get("publisher", "unknown"),
        published=published if published.value != "unknown" else _published(lines),
        language=stated.get("lang") or stated.get("language") or "en",
    )


def _stated(text: str, where: str) -> tuple[dict[str, str], int]:
    """The words in front matter that is a mapping, and where the text after it begins."""
    yaml, body = front_matter(text)
    if not yaml.strip():
        return {}, 0
    record = load(yaml, where, first_line=2)
    if not isinstance(record.value, dict):
        return {}, 0
    return {key.casefold(): str(value) for key, value in record.value.items() if isinstance(value, str) and value}, body


def _web(source: Source) -> Source:
    """HTML: block elements become passages; title, author, date and publisher where the page states them."""
    html = Html(source.text)
    head = next((block.text for block in html.blocks if block.shape == "title"), "")
    heading = next((block.text for block in html.blocks if block.shape == "heading"), "")
    # The words of <title> are the page's title line only where no heading shows it to the reader.
    blocks = tuple(_not_shown(block) if heading and block.shape == "title" else block for block in html.blocks)
    lines = [block.text for block in blocks if block.shape != "unseen"]
    said = imprint(html, heading or head)
    # "Headline | Name of the site" is less of a title than the headline alone.
    alone = next((t for t in (heading, said.headline) if t and t.casefold() in head.casefold()), "")
    byline, dated = _author(lines), _published(lines)
    if said.published.value != "unknown":
        dated = _also(said.published, dated)
    stated = said.stated
    if not said.author and byline != "unknown":
        stated = (("author", "the byline"), *stated)
    page = WebPage(address=said.address, modified=said.modified, stated=stated)
    return replace(
        source,
        title=alone or head or heading or said.headline or (lines[0] if lines else source.file),
        passages=_passages(source, blocks),
        author=said.author or byline,
        publisher=said.publisher or "unknown",
        published=dated if dated.value != "unknown" else Published(how=_left_open(said)),
        language=(html.language or said.language).split("-")[0].casefold() or "en",
        page=page if page != WebPage() else None,
    )


def _also(stated: Published, shown: Published) -> Published:
    """The date that the page's head states; what a line of the text shows otherwise is told with it."""
    if shown.value == "unknown" or shown.value.startswith(stated.value) or stated.value.startswith(shown.value):
        return stated
    return replace(stated, how=f"{stated.how}; its {shown.how.removeprefix('stated in the ')} says {shown.value}")


def _left_open(said: Imprint) -> str:
    return f"The page {'; '.join(said.doubts)}." if said.doubts else ""


def _not_shown(block: Block) -> Block:
    return replace(block, shape="unseen", reason="title of the page")


def _passages(source: Source, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for block in blocks:
        cls: PassageClass = "noise" if block.shape == "unseen" else "heading" if block.shape == "heading" else "content"
        reason = ROW if block.shape == "row" else block.reason
        passages.append(_passage(source, len(passages) + 1, cls, block.text, block.offsets, reason))
    return tuple(passages)


def _passage(
    source: Source, number: int, cls: PassageClass, text: str, offsets: tuple[int, ...], reason: str = ""
) -> Passage:
    return Passage(source=source.id, id=f"p{number}", number=number, cls=cls, reason=reason, text=text, offsets=offsets)


# --------------------------------------------------------------------------- evidence


def evidence(source: Source, passage: Passage, start: int, end: int) -> Evidence:
    """The exact words of the source under `passage.text[start:end]`, with 32 code points on either side.

    `start`, `end` count code points of the passage's visible text, `0 <= start < end <= len(text)`.
    """
    if not 0 <= start < end <= len(passage.text):
        raise ValueError(f"no words at {start}:{end} of {source.id} {passage.id}")
    first, last = passage.offsets[start], _end(source, passage, end - 1)
    text = source.text
    return Evidence(
        source=source.id, passage=passage.id, start=first, end=last, exact=text[first:last],
        prefix=text[max(0, first - CONTEXT) : first], suffix=text[last : last + CONTEXT], basis=source.basis,
    )  # fmt: skip


def _end(source: Source, passage: Passage, index: int) -> int:
    """The point in the source after the character `index` of the passage: markup that follows is left out."""
    at, following = passage.offsets[index], passage.offsets[index + 1]
    if following == at + 1:
        return following
    entity = ENTITY.match(source.text, at)
    if entity and (entity.end() <= following or following <= at):
        return entity.end()
    # A character that is not in the source (the bar between cells) has no width.
    shown, there = passage.text[index], source.text[at : at + 1]
    return at + 1 if shown == there or there.isspace() else at
