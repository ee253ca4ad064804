"""A built page read back: its elements, and what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# "[^9f3c]" that no definition answers is printed as it stands
_UNDEFINED = re.compile(r"\[\^[^\]]*\]")


@dataclass(slots=True)
class Page(HTMLParser):
    """The elements of a page, its visible text, and the footnote references inside each finding."""

    html: str
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    scripts: list[str] = field(default_factory=list)
    findings: list[tuple[str, list[str]]] = field(default_factory=list)
    open: list[tuple[str, str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        self.elements.append((tag, got))
        if (finding := got.get("data-finding")) is not None:
            self.findings.append((finding, []))
        if got.get("class") == "footnote-ref" and any(f is not None for _, f in self.open):
            self.findings[-1][1].append(got["href"])
        if tag not in _VOID:
            self.open.append((tag, finding))

    def handle_endtag(self, tag: str) -> None:
        while self.open and any(name == tag for name, _ in self.open):
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] in ("script", "style"):
            self.scripts.append(data)
        else:
            self.text += data

    def ids(self) -> list[str]:
        """Every id, as often as it stands there."""
        return [got["id"] for _, got in self.elements if "id" in got]

    def shapes(self) -> set[tuple[str, ...]]:
        """The kinds of element: tag and names of attributes."""
        return {(tag, *sorted(got)) for tag, got in self.elements}


def read(site: Path) -> dict[str, Page]:
    """Every page of a site by its address."""
    return {path.relative_to(site).as_posix(): Page(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def problems(pages: Mapping[str, Page]) -> Iterator[str]:
    """What a reader would stumble over in any page."""
    ids = {address: set(page.ids()) for address, page in pages.items()}
    for address, page in pages.items():
        yield from _faults(address, page)
        for tag, got in page.elements:
            target = got.get("href", "")
            if tag == "a" and target and not re.match(r"[a-z]+:", target) and address != "404.html":
                path, _, fragment = target.partition("#")
                where = _resolve(address, path)
                if where.endswith(".html") and where not in ids:
                    yield f"{address}: leads to {where}, which is no page"
                elif fragment and where in ids and fragment not in ids[where]:
                    yield f"{address}: leads to #{fragment} of {where}, which is not there"


def _faults(address: str, page: Page) -> Iterator[str]:
    for name, times in Counter(page.ids()).items():
        if times > 1:
            yield f"{address}: the id {name} stands there {times} times"
    for mark in _UNDEFINED.findall(page.text):
        yield f"{address}: {mark} is printed as it stands"
    for finding, notes in page.findings:
        if not notes:
            yield f"{address}: the finding {finding} has no note"
    for tag, got in page.elements:
        yield from (f"{address}: {tag} has {name}" for name in got if name.startswith("on"))
        for name in ("href", "src", "action", "formaction", "data", "srcset", "content", "style"):
            value = got.get(name, "").strip().lower()
            if value.startswith(("javascript:", "data:", "vbscript:")):
                yield f"{address}: {tag} has {name}={value[:20]}"
            if tag != "a" and re.match(r"(https?:)?//", value) and got.get("rel") != "canonical":
                yield f"{address}: {tag} asks {value} of a third party"


def _resolve(address: str, path: str) -> str:
    if not path:
        return address
    where = normpath(join(dirname(address), path))
    return where if "." in where.rpartition("/")[2] else normpath(join(where, "index.html"))
