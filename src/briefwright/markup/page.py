"""HTML as blocks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape

from briefwright.markup.blocks import CELL, ENTITY, INVISIBLE, Block, Shape, trimmed
from briefwright.markup.tags import Tag, Words, tokens

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_BLOCKS = frozenset(
    """address article aside blockquote body button caption dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe legend li main nav noscript ol option p
    pre script section select style summary svg table tbody textarea tfoot thead title tr ul""".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = {
    "script": "script", "style": "style sheet", "noscript": "shown only without scripts", "template": "template",
    "nav": "navigation", "footer": "page footer", "aside": "beside the article", "form": "form", "button": "button",
    "select": "form", "textarea": "form", "svg": "drawing", "iframe": "embedded page", "figcaption": "caption",
    "object": "embedded page", "dialog": "dialog",
}  # fmt: skip
#: style="display:none", "visibility: hidden", "font-size:0px"
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:\.0+)?(?:\s*[a-z%]|\s*(?:;|!|\Z))"
    r"|(?:left|top|right|text-indent|margin-left)\s*:\s*-\d{3,}(?:px|em|rem)|"
    r"(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|\Z)"
    r"|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%",
    re.I,
)
#: what a page calls the parts of it that are not its text: class="promo", id="related-posts"
_PARTS = {
    "promo": "advertisement", "promotion": "advertisement", "ad": "advertisement", "ads": "advertisement",
    "advert": "advertisement", "advertisement": "advertisement", "sponsor": "advertisement",
    "sponsored": "advertisement", "shop": "advertisement",
    "related": "teaser", "recommended": "teaser", "recommendations": "teaser", "teaser": "teaser",
    "teasers": "teaser", "popular": "teaser", "trending": "teaser", "readnext": "teaser", "newsletter": "subscription",
    "subscribe": "subscription", "signup": "subscription", "share": "share buttons", "sharing": "share buttons",
    "social": "share buttons", "breadcrumb": "navigation", "breadcrumbs": "navigation", "nav": "navigation",
    "navbar": "navigation", "menu": "navigation", "pagination": "navigation", "pager": "navigation",
    "sidebar": "beside the article", "footer": "page footer", "cookie": "cookie banner", "cookies": "cookie banner",
    "consent": "cookie banner", "byline": "byline", "tags": "tags", "taglist": "tags", "caption": "caption",
    "screenreader": "hidden text",
}  # fmt: skip


_SHEET = re.compile(r"<style\b[^>]*>([^<]*)</style", re.IGNORECASE)
#: ".note { display: none }": a rule of a style sheet for one class or id
_HIDDEN_RULE = re.compile(r"([.#][\w-]+)\s*\{([^{}]*)\}")
#: elements that hold the text itself, whatever they are called
_WHOLE = frozenset("html body main article h1".split())
#: in a name, signs that an element holds more than the part it speaks of
_AROUND = frozenset("has with no without main content wrap wrapper container layout page body text".split())

#: Elements that HTML lets stay open: `<li>a<li>b`
_LEFT_OPEN = frozenset("p li td th tr dt dd option".split())


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open, and why a reader does not see what is in it, if so."""

    name: str
    reason: str


@dataclass(slots=True)
class _Text:
    """The characters of a block while it is read; `end` is the point in the file after the last of them.

    `links` counts its links, `outside` the letters and digits that stand in none.
    """

    end: int
    reason: str = ""
    links: int = 0
    outside: int = 0
    characters: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)

    def add(self, character: str, at: int, end: int) -> None:
        """Put one character at the end; white space runs to one blank, what nobody sees is dropped."""
        blank = character.isspace() and character not in "\u00a0\u2007\u202f\u3000"
        if INVISIBLE.match(character) or (blank and (not self.characters or self.characters[-1] == " ")):
            return
        self.characters.append(" " if blank else character)
        self.offsets.append(at)
        self.end = end


def _part(given: dict[str, str]) -> str:
    """What part of a page the class or id of an element calls it: class="post-tags"; not class="has-sidebar"."""
    for name in (*given.get("class", "").split(), given.get("id", "")):
        words = [word for word in re.split(r"[-_]+", name.casefold()) if word]
        if len(words) <= 2 and not _AROUND & set(words):
            for word in words:
                if word in _PARTS:
                    return _PARTS[word]
    return ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Time:
    """A `<time datetime>` that a reader sees: does it stand above the text, is it marked as of what the page tells?"""

    value: str
    above: bool
    published: bool
    modified: bool


#: "Updated", "Last modified:" before a time
_MODIFIED = re.compile(r"(?:updated|modified|edited|revised)\W*(?:on|at)?\W*\Z", re.IGNORECASE)
_MODIFIED_CLASS = re.compile(r"modif|updat|revis|edited", re.IGNORECASE)
#: A block of text of so many characters is a paragraph of the article: what stands before the first is its head.
_PARAGRAPH = 120
#: Where a page says who wrote it and when: in what is read as its text, or in the part that it calls its byline.
_SIGNING = ("", "byline")
#: More characters are no name of an author, and nobody signs with more names.
_LONGEST_NAME, _MOST_NAMES = 100, 20


class Html:
    """HTML read into blocks, and what its tags say of it; `base` is where in the file the text begins.

    `meta` are the meta tags by name in small letters; `scripts` those that hold JSON-LD; `canonical` its address;
    `times` and `signed` the times and the names of authors (`rel="author"`) that are marked in what a reader sees.

    Any text is read, in time linear in its length: what is no tag is text, what stays open ends with the file.
    """

    def __init__(self, text: str, base: int = 0) -> None:
        self.blocks: list[Block] = []
        self.meta: dict[str, str] = {}
        self.scripts: list[str] = []
        self.times: list[Time] = []
        self.canonical = ""
        self.language = ""
        self._signatures: list[tuple[str, bool]] = []
        self._signing: tuple[str, list[str]] | None = None
        self._above = True
        self._data = False
        self._base = base
        self._open: list[_Open] = []
        self._names: Counter[str] = Counter()
        self._text, self._unseen = _Text(end=base), _Text(end=base)
        self._breaks = 0
        sheets = "".join(found[1] for found in _SHEET.finditer(text))
        self._hiding = {found[1] for found in _HIDDEN_RULE.finditer(sheets) if _HIDING.search(found[2])}
        for token in tokens(text):
            match token:
                case Words():
                    if self._data:
                        self.scripts.append(text[token.start : token.end])
                    self._words(text, token)
                case Tag(closing=True):
                    self._end(token)
                case Tag():
                    self._start(token)
        self._flush()

    @property
    def signed(self) -> tuple[str, ...]:
        """The authors that a mark names above the text; else the one that marks name, if they name but one."""
        above = tuple(dict.fromkeys(name for name, head in self._signatures if head))
        names = tuple(dict.fromkeys(name for name, _ in self._signatures))
        return above[:_MOST_NAMES] or (names if len(names) == 1 else ())

    def _reason(self) -> str:
        return self._open[-1].reason if self._open else ""

    def _shape(self, reason: str) -> Shape:
        names = self._names
        if names["title"] and not names["svg"]:
            return "title"
        if reason:
            return "unseen"
        if any(names[heading] for heading in _HEADINGS):
            return "heading"
        return "row" if names["tr"] else "item" if names["li"] or names["dt"] or names["dd"] else "text"

    def _flush(self) -> None:
        """Close the block that is being read: what is seen, then what is hidden inside it."""
        for read in (self._text, self._unseen):
            text, places = trimmed(read.characters, read.offsets, read.end, read.end)
            if text.strip(" |"):
                shape = self._shape(read.reason)
                reason = "" if shape == "title" else read.reason
                if shape == "text" and read.links > 1 and not read.outside:
                    shape, reason = "unseen", "navigation"
                self.blocks.append(Block(shape=shape, text=text, offsets=places, reason=reason))
                self._above = self._above and not (shape in ("text", "item") and len(text) >= _PARAGRAPH)
        self._text, self._unseen = _Text(end=self._text.end), _Text(end=self._unseen.end)
        self._breaks = 0

    def _add(self, character: str, at: int, end: int) -> None:
        reason = self._reason()
        read = self._unseen if reason else self._text
        read.reason = reason
        if not character.isspace():
            self._breaks = 0
        if character.isalnum() and not self._names["a"]:
            read.outside += 1
        read.add(character, self._base + at, self._base + end)

    def _break(self, at: int) -> None:
        """One line break is a blank, a second one in a row ends the paragraph."""
        self._breaks += 1
        if self._breaks > 1:
            self._flush()
        else:
            self._text.add(" ", self._base + at, self._base + at)

    def _cell(self) -> None:
        """Join a cell of a table to the one before it."""
        read = self._unseen if self._reason() else self._text
        while read.characters and read.characters[-1] == " ":
            read.characters.pop()
            read.offsets.pop()
        if read.characters:
            read.characters += CELL
            read.offsets += [read.end] * len(CELL)

    def _start(self, tag: Tag) -> None:
        name, given = tag.name, tag.given
        if name in _BLOCKS:
            self._flush()
        elif name == "a":
            self._text.links += 1
        elif name == "br":
            self._break(tag.start)
        elif name in {"td", "th"}:
            self._cell()
        elif name == "meta":
            key = given.get("property") or given.get("name") or given.get("itemprop") or ""
            if key and given.get("content"):
                self.meta.setdefault(key.casefold(), " ".join(given["content"].split()))
        elif name == "time" and self._reason() in _SIGNING:
            self._time(given)
        elif name == "link" and "canonical" in given.get("rel", "").casefold().split():
            self.canonical = self.canonical or given.get("href", "")
        self._data = name == "script" and given.get("type", "").strip().casefold().startswith("application/ld+json")
        if name == "html":
            self.language = given.get("lang", "")
        marks = {*given.get("rel", "").casefold().split(), given.get("itemprop", "").casefold()}
        if "author" in marks and name not in _VOID and self._reason() in _SIGNING and self._signing is None:
            self._signing = (name, [])
        if name not in _VOID:
            if name in _LEFT_OPEN and self._open and self._open[-1].name == name:
                self._names[self._open.pop().name] -= 1
            self._names[name] += 1
            self._open.append(_Open(name, self._reason() or self._hidden(name, given)))

    def _time(self, given: dict[str, str]) -> None:
        """Keep a time: what is marked as modified is no time of publication, nor is one after the text has begun."""
        mark, names = given.get("itemprop", "").casefold(), given.get("class", "")
        before = "".join((self._unseen if self._reason() else self._text).characters[-40:])
        value = " ".join(given.get("datetime", "").split())
        if value:
            self.times.append(
                Time(
                    value=value,
                    above=self._above and len(self._text.characters) < _PARAGRAPH,
                    published=mark == "datepublished" or "pubdate" in given,
                    modified=mark == "datemodified" or bool(_MODIFIED_CLASS.search(names) or _MODIFIED.search(before)),
                )
            )

    def _hidden(self, tag: str, given: dict[str, str]) -> str:
        names = {f".{name}" for name in given.get("class", "").split()} | {f"#{given.get('id', '')}"}
        if (
            names & self._hiding
            or "hidden" in given
            or given.get("aria-hidden") == "true"
            or _HIDING.search(given.get("style", ""))
        ):
            return "hidden text"
        return _UNSEEN.get(tag, "") or ("" if tag in _WHOLE else _part(given))

    def _end(self, tag: Tag) -> None:
        if self._signing is not None and self._signing[0] == tag.name:
            name = " ".join("".join(self._signing[1]).split())
            if name and len(name) <= _LONGEST_NAME:
                self._signatures.append((name, self._above and len(self._text.characters) < _PARAGRAPH))
            self._signing = None
        if tag.name in _BLOCKS:
            self._flush()
        while self._names[tag.name]:
            closed = self._open.pop().name
            self._names[closed] -= 1
            if closed == tag.name:
                break

    def _words(self, text: str, words: Words) -> None:
        if self._signing is not None and self._reason() in _SIGNING:
            self._signing[1].append(unescape(text[words.start : words.end]))
        at = words.start
        for found in ENTITY.finditer(text, words.start, words.end) if words.decoded else ():
            self._letters(text, at, found.start())
            for character in unescape(found[0]):
                self._add(character, found.start(), found.end())
            at = found.end()
        self._letters(text, at, words.end)

    def _letters(self, text: str, start: int, end: int) -> None:
        for at in range(start, end):
            self._add(text[at], at, at + 1)
