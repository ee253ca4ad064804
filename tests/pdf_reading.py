"""Reads a PDF back, for the tests of the printed brief: its words by page, its links, its notes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdf

_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A link inside the file: the page on which it stands, the page to which it leads, what it is called."""

    page: int
    target: int
    name: str


def bare(text: str) -> str:
    """Words without any blank: where lines break and words are kerned is no matter of a test."""
    return _BLANK.sub("", text)


def texts(data: bytes) -> list[str]:
    """The words of each page, without blanks."""
    return [bare(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def links(data: bytes) -> tuple[list[Mark], list[str]]:
    """The links within a file, and the addresses to which others lead; any other action fails."""
    inside, outside = [], []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        number: dict[Any, int] = {page.objgen: n for n, page in enumerate(pdf.pages, 1)}
        named = dict(_names(pdf.Root.Names.Dests)) if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names else {}
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                name = str(annotation.get("/Contents", ""))
                if "/Dest" in annotation:
                    to = annotation.Dest
                    where = named[str(to)] if isinstance(to, pikepdf.String | pikepdf.Name) else to
                    inside.append(Mark(page=number[page.objgen], target=number[where[0].objgen], name=name))
                else:
                    assert str(annotation.A.S) == "/URI", annotation.A
                    outside.append(str(annotation.A.URI))
    return inside, outside


def _names(node: Any) -> Iterator[tuple[str, Any]]:
    for kid in node.get("/Kids", []):
        yield from _names(kid)
    pairs = list(node.get("/Names", []))
    for name, where in zip(pairs[::2], pairs[1::2], strict=True):
        yield str(name), where.D if isinstance(where, pikepdf.Dictionary) else where


def tags(data: bytes) -> list[str]:
    """The names of all tags of the structure tree, in its order."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        stack = [pdf.Root.StructTreeRoot.K]
        while stack:
            node = stack.pop()
            if isinstance(node, pikepdf.Array):
                stack.extend(reversed(list(node)))
            elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
                found.append(str(node.S))
                if "/K" in node:
                    stack.append(node.K)
    return found


def bookmarks(data: bytes) -> list[tuple[str, int]]:
    """The bookmarks with their pages."""
    reader = pypdf.PdfReader(io.BytesIO(data))

    def walk(entries: list[Any]) -> Iterator[tuple[str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                yield str(entry.title), (reader.get_destination_page_number(entry) or 0) + 1

    return list(walk(reader.outline))
