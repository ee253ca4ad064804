"""The tags and the words of an HTML text, each with its place, in time linear in its length.

The standard library's parser is not used: it fails an assertion on "<![", and on some texts it takes quadratic time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: half-open range in the text, name in small letters, attributes."""

    start: int
    end: int
    name: str
    given: dict[str, str]
    closing: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text between tags; `decoded` is false where entities stand for themselves (scripts)."""

    start: int
    end: int
    decoded: bool = True


#: "<p", "</p"
_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)")
#: " class='x'", " hidden", " href=/a"
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_RAW = {
    name: re.compile(rf"</{name}(?![A-Za-z0-9])", re.IGNORECASE) for name in ("script", "style", "textarea", "title")
}


def tokens(text: str) -> Iterator[Tag | Words]:
    """The tags and words of the text in order. Comments and declarations are left out."""
    last = text.rfind(">")
    begun = at = 0
    while (at := text.find("<", at)) >= 0:
        end, tag = _markup(text, at, last)
        if end == at:
            at += 1
            continue
        if begun < at:
            yield Words(begun, at)
        begun = at = end
        if tag is not None:
            yield tag
            if tag.name in _RAW and not tag.closing:
                found = _RAW[tag.name].search(text, at)
                begun = at = found.start() if found else len(text)
                yield Words(end, at, decoded=tag.name in {"title", "textarea"})
    if begun < len(text):
        yield Words(begun, len(text))


def _markup(text: str, at: int, last: int) -> tuple[int, Tag | None]:
    """Where the markup that begins at `at` ends, with its tag; (at, None) if it is text. `last` is the last ">"."""
    if text.startswith("<!--", at):
        end = text.find("-->", at + 4)
        return (end + 3 if end >= 0 else len(text)), None
    if text.startswith(("<!", "<?"), at):
        end = text.find(">", at)
        return (end + 1 if end >= 0 else len(text)), None
    name = _NAME.match(text, at)
    if not name or at > last:
        return at, None
    given: dict[str, str] = {}
    here = name.end()
    while here < len(text) and text[here] != ">":
        found = _ATTRIBUTE.match(text, here)
        if found:
            value = found[2] or found[3] or found[4] or ""
            given.setdefault(found[1].casefold(), unescape(value))
            here = found.end()
        else:
            here += 1
    if here >= len(text):
        return at, None
    return here + 1, Tag(at, here + 1, name[2].casefold(), given, bool(name[1]))
