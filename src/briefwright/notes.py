"""Source notes: our own account of an article, with its record in the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from briefwright.markup import visible
from briefwright.model import Correction, Known, LeftOut, Passage, Problem, Published, Refused, Source, WebPage
from briefwright.records import Record, load

_KEYS = frozenset(
    [
        "id",
        "title",
        "publisher",
        "author",
        "published",
        "language",
        "file",
        "sha256",
        "paragraphs",
        "headings",
        "noise",
        "left_out",
        "corrections",
        "page",
        "rights",
    ]
)
_PUBLISHED = frozenset({"value", "precision", "known", "how"})
_PRECISIONS = ("day", "month", "year", "unknown")
#: "---\n…\n---\n" at the very beginning
_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>(?:(?!---[ \t]*(?:\n|\Z)).*\n)*)---[ \t]*(?:\n|\Z)")
_ID_KEY = re.compile(r"^id[ \t]*:", re.MULTILINE)
#: "[p14]"
_MARKER = re.compile(r"\[p([1-9][0-9]{0,4})\]\Z")
#: "[P14]", "[ p14 ]", "[p14] text", "[p014]", "[p]": meant as a marker, but not one
_LIKE_MARKER = re.compile(r"\[?\s*p\s*\.?\s*[0-9]+\s*\]|\[\s*p\s*[0-9]*\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"p([1-9][0-9]{0,4})\Z")
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?\Z")
_SHA = re.compile(r"[0-9a-f]{64}\Z")
_SAFE_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\Z")


def front_matter(text: str) -> tuple[str, int]:
    """The YAML between the first two `---` lines and the code point at which the rest begins; ("", 0) without."""
    found = _FRONT.match(text)
    return (found["yaml"], found.end()) if found else ("", 0)


def is_note(text: str) -> bool:
    """Whether a Markdown file is a source note: it begins with front matter that has an `id`."""
    return bool(_ID_KEY.search(front_matter(text)[0]))


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A note as it was read: the source, and what only the check of the note needs."""

    source: Source
    paragraphs: int
    missing: tuple[int, ...]
    where: str


def read_note(text: str, *, path: str, where: str, stem_id: str) -> Note:
    """Read a source note; raises `Refused` for unknown keys, contradictions and malformed markers.

    `path` goes into the source, `where` into messages; `stem_id` is the id that the file name gives ("" if none).
    """
    yaml, body = front_matter(text)
    record = load(yaml, where, first_line=2)
    record.only_keys(_KEYS)
    identity = record.text("id", remedy="give the leading digits of the file name")
    if stem_id and identity != stem_id:
        raise record.refused(f"'id' is '{identity}', but the file name begins with '{stem_id}'; make them one", "id")
    if not _SAFE_ID.match(identity):
        raise record.refused(f"'id' is '{identity}'; use small letters, digits and hyphens", "id")
    sha = record.text("sha256", remedy="give the SHA-256 of the article's file, 64 hex digits")
    if not _SHA.match(sha):
        raise record.refused("'sha256' must be 64 hex digits; give the SHA-256 of the article's file", "sha256")
    paragraphs = record.integer("paragraphs")
    if paragraphs < 1:
        raise record.refused(
            "'paragraphs' must be 1 or more; give the number of lines that are not blank", "paragraphs"
        )
    headings = _by_paragraph(record, "headings", paragraphs)
    noise = _by_paragraph(record, "noise", paragraphs)
    retold = _passages(text, body, where, paragraphs)
    problems = list(_contradictions(record, headings, noise, retold, where))
    if problems:
        raise Refused(*problems)
    passages = []
    for number in range(1, paragraphs + 1):
        name = f"p{number}"
        if number in retold:
            start, end, _ = retold[number]
            shown, offsets = visible(text, start, end)
            passages.append(
                Passage(source=identity, id=name, number=number, cls="content", text=shown, offsets=offsets)
            )
        elif number in headings:
            passages.append(Passage(source=identity, id=name, number=number, cls="heading", reason=headings[number]))
        elif number in noise:
            passages.append(Passage(source=identity, id=name, number=number, cls="noise", reason=noise[number]))
    source = Source(
        id=identity, path=path, title=record.text("title", remedy="give the article's first line"),
        publisher=record.text("publisher", "unknown"), author=record.text("author", "unknown"),
        published=_published(record), language=record.text("language", "en"),
        file=record.text("file", remedy="give the name of the article's file"), sha256=sha,
        rights=record.text("rights", ""), basis="note", text=text, left_out=_left_out(record, paragraphs),
        corrections=_corrections(record, sha), page=_page(record),
        passages=tuple(passages),
    )  # fmt: skip
    told = {passage.number for passage in passages}
    missing = tuple(number for number in range(1, paragraphs + 1) if number not in told)
    return Note(source=source, paragraphs=paragraphs, missing=missing, where=where)


def incomplete(note: Note) -> Iterator[Problem]:
    """Each paragraph of a noted article is retold, a heading or noise."""
    for number in note.missing:
        yield Problem(
            where=f"{note.where}:1", sentence=f"p{number} is not told; retell it or list it under headings or noise"
        )


def _by_paragraph(record: Record, key: str, paragraphs: int) -> Mapping[int, str]:
    """`p9: reason` entries as paragraph number -> reason."""
    found = {}
    for name, part in record.mapping(key).entries():
        found[_number(name, part, paragraphs)] = part.as_text() if part.value is not None else ""
        if not found[_number(name, part, paragraphs)].strip():
            raise part.refused(f"'{name}' has no text; say in a few words what it is")
    return found


def _number(name: str, record: Record, paragraphs: int) -> int:
    found = _PARAGRAPH.match(name)
    if not found:
        raise record.refused(f"'{name}' is no paragraph; write p1, p2 and so on")
    number = int(found[1])
    if number > paragraphs:
        raise record.refused(f"'{name}' is beyond the last paragraph p{paragraphs}; correct it or 'paragraphs'")
    return number


def _left_out(record: Record, paragraphs: int) -> tuple[LeftOut, ...]:
    found = []
    for item in record.items("left_out"):
        item.only_keys({"paragraph", "detail", "reason"})
        name = item.text("paragraph", remedy="give the paragraph, such as p3")
        _number(name, item, paragraphs)
        found.append(LeftOut(paragraph=name, detail=item.text("detail"), reason=item.text("reason")))
    return tuple(found)


def _corrections(record: Record, sha: str) -> tuple[Correction, ...]:
    """What the publisher changed since: the old hash stays beside the new one."""
    found = []
    for item in record.items("corrections"):
        item.only_keys({"when", "what", "sha256"})
        before = item.text("sha256", remedy="give the hash that the article had before")
        if not _SHA.match(before):
            raise item.refused("'sha256' must be 64 hex digits; give the hash that the article had before", "sha256")
        if before == sha:
            raise item.refused(
                "'sha256' is that of the article as it is now; give the one that it had before", "sha256"
            )
        when = item.text("when", remedy="give the day, such as 2026-03-09")
        if iso_precision(when) != "day":
            raise item.refused(f"'when' is '{when}'; give the day, such as 2026-03-09", "when")
        what = item.text("what", remedy="say what the publisher changed")
        found.append(Correction(when=when, what=what, sha256=before))
    return tuple(found)


def _page(record: Record) -> WebPage | None:
    """The web page that the article was taken from, as `import` records it."""
    if "page" not in record:
        return None
    part = record.mapping("page")
    part.only_keys({"address", "file", "sha256", "modified", "stated"})
    address = part.text("address", "")
    if address and not address.startswith(("https://", "http://")):
        raise part.refused("no web address; write it as https://example.org/path", "address")
    sha = part.text("sha256", "")
    if sha and not _SHA.match(sha):
        raise part.refused("'sha256' must be 64 hex digits; give the SHA-256 of the page as it was saved", "sha256")
    modified = part.text("modified", "")
    if modified and not iso_precision(modified):
        raise part.refused(f"'modified' is '{modified}'; give a date such as 2026-03-04", "modified")
    stated = tuple((name, one.as_text()) for name, one in part.mapping("stated").entries())
    return WebPage(address=address, file=part.text("file", ""), sha256=sha, modified=modified, stated=stated)


def _published(record: Record) -> Published:
    """The date of publication, in which value, precision and how it is known agree."""
    if "published" not in record:
        raise record.refused("'published' is missing; give a date or 'unknown'")
    if record.part("published").value == "unknown":
        return Published()
    part = record.mapping("published")
    part.only_keys(_PUBLISHED)
    value = part.text("value", "unknown")
    precision = part.choice("precision", _PRECISIONS, "unknown")
    known = part.choice("known", get_args(Known), "unknown")
    how = part.text("how", "")
    if value != "unknown" and not iso_precision(value):
        raise part.refused(
            f"'value' is '{value}'; give a date such as 2026-03-04, 2026-03 or 2026, or 'unknown'", "value"
        )
    if precision != (iso_precision(value) or "unknown"):
        raise part.refused(f"'precision' is '{precision}', but 'value' is '{value}'; make them agree", "precision")
    if (known == "unknown") != (value == "unknown"):
        raise part.refused(f"'known' is '{known}', but 'value' is '{value}'; make them agree", "known")
    if known == "derived" and not how:
        raise part.refused("'how' is missing; a derived date needs its reasoning", "known")
    return Published(
        value=value,
        precision=precision,
        known="stated" if known == "stated" else "derived" if known == "derived" else "unknown",
        how=how,
    )


def iso_precision(value: str) -> str:
    """day, month or year of a possible ISO date of that length; "" for anything else."""
    if not _ISO.match(value):
        return ""
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
    except ValueError:
        return ""
    return {4: "year", 7: "month", 10: "day"}[len(value)]


def _passages(text: str, body: int, where: str, paragraphs: int) -> Mapping[int, tuple[int, int, int]]:
    """Paragraph number -> start and end of its words in `text`, and the line of its marker."""
    problems: list[Problem] = []
    found: dict[int, tuple[int, int, int]] = {}
    last, at, line = 0, body, text.count("\n", 0, body)
    for raw in text[body:].split("\n"):
        line += 1
        start, at = at, at + len(raw) + 1
        words = raw.strip()
        marker = _MARKER.match(words)
        if marker:
            number = int(marker[1])
            if number <= last:
                problems.append(
                    Problem(
                        where=f"{where}:{line}",
                        sentence=f"[p{number}] follows [p{last}]; put the passages into ascending order, each once",
                    )
                )
            if number > paragraphs:
                problems.append(
                    Problem(
                        where=f"{where}:{line}",
                        sentence=f"[p{number}] is beyond the last paragraph p{paragraphs}; correct it or 'paragraphs'",
                    )
                )
            last = number
            found.setdefault(number, (min(at, len(text)), min(at, len(text)), line))
        elif _LIKE_MARKER.match(words):
            problems.append(
                Problem(
                    where=f"{where}:{line}", sentence=f"'{words[:20]}' is no marker; write [p14] on a line of its own"
                )
            )
        elif words and not last:
            problems.append(
                Problem(
                    where=f"{where}:{line}",
                    sentence="text before the first marker; begin each passage with a line such as [p1]",
                )
            )
            last = -1
        elif words and last in found:
            first, _, marked = found[last]
            found[last] = (first, start + len(raw), marked)
    if problems:
        raise Refused(*problems)
    # a marker without words is a paragraph that is still to be told: `check` names it, a build goes on without it
    return {number: place for number, place in found.items() if place[0] != place[1]}


def _contradictions(
    record: Record,
    headings: Mapping[int, str],
    noise: Mapping[int, str],
    retold: Mapping[int, tuple[int, int, int]],
    where: str,
) -> Iterator[Problem]:
    """A paragraph is exactly one of retold, heading, noise."""
    for number in sorted(headings.keys() & noise.keys()):
        yield Problem(where=record.place("noise", f"p{number}"), sentence=f"p{number} is a heading and noise; keep one")
    for number in sorted(retold.keys() & (headings.keys() | noise.keys())):
        other = "a heading" if number in headings else "noise"
        yield Problem(
            where=f"{where}:{retold[number][2]}", sentence=f"p{number} is retold, but listed as {other}; keep one"
        )
