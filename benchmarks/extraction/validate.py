#!/usr/bin/env python3
"""Prove the annotations against the documents: every name, number, date and quotation stands where it is said to.

    python3 benchmarks/extraction/validate.py

Prints one line a problem and exits 1 (2 where annotations cannot be read), or prints how many were proved. It uses no
part of the engine that finds anything, only its string work and the ways in which a number may be written.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "src")]

from gold import Note, Place, Story, load  # noqa: E402
from matching import number, share  # noqa: E402

from briefwright.model import Problem, Refused  # noqa: E402
from briefwright.quantities import number_forms  # noqa: E402
from briefwright.text import fold, normalise, slug  # noqa: E402

#: A tag ("<strong>") and the marks of emphasis or a link's target in Markdown: not what a reader sees.
_TAG: Final = re.compile(r"<[^<>]*>")
#: The end of a table's cell: two cells are two words.
_CELL: Final = re.compile(r"</t[dh]>")
_MARKS: Final = re.compile(r"\*{1,2}|\]\([^()]*\)|\[(?=\w)")
_CURRENCY: Final = re.compile(r"[^\w.%/:–-]+")
#: Zeros that add nothing to a decimal: "2.40".
_ZEROS: Final = re.compile(r"(\.\d*[1-9])0+(?!\d)")


def lines(story: Story, doc: str) -> list[str]:
    """The non-blank lines of a document, as a reader sees them: entities decoded, tags and marks gone."""
    raw = (story.folder / story.documents[doc]).read_text(encoding="utf-8")
    shown = [
        html.unescape(_TAG.sub("", _CELL.sub(" | ", line))) if story.documents[doc].endswith(".html") else line
        for line in raw.split("\n")
    ]
    if not story.documents[doc].endswith(".txt"):
        shown = [_MARKS.sub("", line) for line in shown]
    return [line for line in shown if line.strip()]


def paragraph(story: Story, place: Place) -> str | None:
    """The text of a place, or nothing where there is none or the words stand in several."""
    found = lines(story, place.doc)
    if isinstance(place.spot, int):
        return found[place.spot - 1] if 1 <= place.spot <= len(found) else None
    hits = [line for line in found if place.spot in line]
    return hits[0] if len(hits) == 1 else None


def problems(story: Story) -> Iterator[Problem]:
    """Everything that the annotations say of the documents and that is not so."""
    for doc, name in story.documents.items():
        if not (story.folder / name).is_file():
            yield Problem(
                where=(story.folder / "annotations.yml").as_posix(), sentence=f"document {doc}: no file {name}"
            )
            return
    where = (story.folder / "annotations.yml").as_posix()
    everything = slug(" ".join(line for doc in story.documents for line in lines(story, doc)))
    for named in story.named:
        for name in (named.name, *named.variants, *named.garbled):
            if slug(name) not in everything:
                yield Problem(where=where, sentence=f"'{name}' stands in no document; take it out or mend it")
    for place in _places(story):
        if paragraph(story, place) is None:
            yield Problem(
                where=where, sentence=f"{place}: no such paragraph, or its words stand in several; mend the place"
            )
    for place in (*story.noise, *story.either):
        raw = (story.folder / story.documents[place.doc]).read_text(encoding="utf-8")
        if isinstance(place.spot, str) and place.spot not in html.unescape(raw) and place.spot not in raw:
            yield Problem(where=where, sentence=f"noise {place}: the words stand nowhere; mend them")
        if isinstance(place.spot, int) and paragraph(story, place) is None:
            yield Problem(where=where, sentence=f"noise {place}: no such paragraph; mend the number")
    if sorted(d for group in story.origins for d in group) != sorted(story.documents):
        yield Problem(where=where, sentence="'origins' must hold every document exactly once")
    for note in story.notes:
        text = paragraph(story, note.place)
        if text is not None:
            yield from (
                Problem(where=where, sentence=f"{note.category} {note.place}: {s}")
                for s in _unproved(story, note, text)
            )


def _places(story: Story) -> Iterator[Place]:
    yield from (n.place for n in story.notes)
    yield from (p for d in story.disputes for side in d.sides for p in side)


def _unproved(story: Story, note: Note, text: str) -> Iterator[str]:
    match note.category:
        case "quotations":
            for words in note.words:
                if fold(words) not in fold(text):
                    yield f"“{words}” does not stand there letter for letter"
        case "dates":
            for words in note.words:
                if normalise(words) not in normalise(text):
                    yield f"the words “{words}” do not stand there"
        case "roles":
            if share(note.words or (note.text,), text) < (1 if note.words else 0.5) and not note.optional:
                yield f"the words of the role “{note.text}” do not stand there"
            if not _spoken_of(story, note.who[0], text) and not note.optional:
                yield f"'{note.who[0]}' is not named there"
        case "attributes" | "quantities":
            if not any(_written(value, text) for value in note.values):
                yield f"the value {', '.join(note.values)} is not written there"
        case "arguments" | "unknowns":
            if share(note.words, text) < 1:
                yield f"not every key word of “{note.text}” stands there"
        case _:
            return


def _spoken_of(story: Story, who: str, text: str) -> bool:
    names = [n for named in story.named if named.id == who for n in named.names]
    return any(slug(part) in slug(text) for name in names for part in (name, name.split()[-1]))


def _written(value: str, text: str) -> bool:
    plain = _ZEROS.sub(r"\1", f" {_CURRENCY.sub(' ', normalise(text).replace(',', ''))} ")
    if isinstance(number(value), str):
        return value in text or slug(value).replace("-", "") in slug(text).replace("-", "") or _licence(value, text)
    forms = {f.replace(",", "") for f in number_forms(value)}
    return any(re.search(rf"(?<![\w.]){re.escape(form)}(?![\d])", plain) for form in forms)


def _licence(value: str, text: str) -> bool:
    """Is the licence written out where the annotation has its short name ("MPL-2.0")?"""
    initials = "".join(word[0] for word in re.findall(r"[A-Z][a-z]+", text))
    return value.split("-")[0] in initials


def main() -> int:
    count, found = 0, list[Problem]()
    for path in sorted(HERE.glob("*/*/annotations.yml")):
        try:
            story = load(path.parent)
        except Refused as refused:
            print(refused, file=sys.stderr)
            return 2
        count += len(story.notes) + len(story.named) + len(story.disputes) + len(story.noise)
        found += list(problems(story))
    print("\n".join(map(str, found)) if found else f"{count} annotations proved")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
