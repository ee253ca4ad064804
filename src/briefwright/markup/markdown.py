"""Markdown as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefwright.markup.blocks import CELL, INVISIBLE, Block, Shape, trimmed, visible
from briefwright.markup.page import Html

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
#: what follows the words of a link: "](address "title")", "][name]", "]"
_LINK_END = re.compile(r"\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])?")
_IMAGE = re.compile(r"!\[[^\]\n]*" + _LINK_END.pattern)
#: a "|" that divides cells
_BAR = re.compile(r"(?<!\\)\|")


def markdown(text: str, start: int = 0) -> Iterator[Block]:
    """The blocks of the Markdown that begins at `start` of the file (after front matter)."""
    starts = [start, *(found.end() for found in re.compile("\n").finditer(text, start))]
    lines = text[start:].split("\n")
    tokens = _MARKDOWN.parse(text[start:])
    within: list[str] = []
    for index, token in enumerate(tokens):
        if token.nesting == 1:
            within.append(token.type)
        elif token.nesting == -1:
            within.pop()
        if token.map is None:
            continue
        first, last = token.map
        match token.type:
            case "inline" if "tr_open" not in within:
                yield from _paragraph(token, lines, starts, within)
            case "tr_open":
                cells = _row(tokens[index:], lines[first], starts[first])
                if cells is not None:
                    yield cells
            case "fence" | "code_block":
                end = min(starts[last] - 1 if last < len(starts) else len(text), len(text))
                shown, offsets = visible(text, starts[first], max(end, starts[first]))
                if shown:
                    yield Block(shape="unseen", text=shown, offsets=offsets, reason="code")
            case "html_block":
                end = starts[last] if last < len(starts) else len(text)
                yield from Html(text[starts[first] : end], starts[first]).blocks


def _paragraph(token: Token, lines: list[str], starts: list[int], within: list[str]) -> Iterator[Block]:
    """The block of one inline token: its content found again in the lines it came from."""
    assert token.map is not None
    places: list[int] = []
    content = token.content.split("\n")
    for number, piece in enumerate(content):
        line = min(token.map[0] + number, len(lines) - 1)
        column = max(lines[line].rfind(piece) if number or len(content) > 1 else lines[line].find(piece), 0)
        places += [starts[line] + column + index for index in range(len(piece) + 1)]
    shown, offsets = _inline(token.children or [], token.content, places)
    shape: Shape = "heading" if "heading_open" in within else "item" if "list_item_open" in within else "text"
    if shown and shape == "text" and _links_alone(token.children or []):
        yield Block(shape="unseen", text=shown, offsets=offsets, reason="navigation")
    elif shown:
        yield Block(shape=shape, text=shown, offsets=offsets)
    elif any(child.type == "image" for child in token.children or []):
        alternative = " ".join(child.content for child in token.children or [] if child.type == "image")
        yield Block(
            shape="unseen", text="", offsets=(places[0],), reason=f"image: {alternative}" if alternative else "image"
        )


def _links_alone(children: list[Token]) -> bool:
    """Whether a paragraph holds two or more links and no word beside them: "[Back](…) · [Imprint](…)"."""
    links, within = 0, 0
    for child in children:
        if child.type == "link_open":
            links, within = links + 1, within + 1
        elif child.type == "link_close":
            within -= 1
        elif not within and any(c.isalnum() for c in child.content if child.type in {"text", "code_inline"}):
            return False
    return links > 1


def _inline(children: list[Token], content: str, places: list[int]) -> tuple[str, tuple[int, ...]]:
    """Visible text of inline tokens with its places; `places[i]` is the code point of `content[i]`."""
    characters: list[str] = []
    offsets: list[int] = []
    at = 0

    def take(raw: str, shown: str) -> None:
        nonlocal at
        found = content.find(raw, at)
        begin = found if found >= 0 else at
        for index, character in enumerate(shown):
            if not INVISIBLE.match(character):
                characters.append(" " if character.isspace() and character != "\u00a0" else character)
                offsets.append(places[min(begin + (index if len(shown) == len(raw) else 0), len(places) - 1)])
        at = begin + len(raw) if found >= 0 else at

    for child in children:
        match child.type:
            case "text":
                take(child.content, child.content)
            case "text_special":
                escaped = child.info == "escape" and len(child.content) < len(child.markup)
                take(child.markup, child.content)
                if escaped and offsets:
                    offsets[-1] += 1
            case "code_inline":
                at = max(content.find(child.markup, at), at) + len(child.markup)
                raw = content[at : content.find(child.markup, at)]
                # a blank at both ends is no part of the words; one at one end alone is
                edge = (len(raw) - len(child.content)) // 2
                take(raw[edge : edge + len(child.content)] or child.content, child.content)
                at += len(child.markup)
            case "softbreak" | "hardbreak":
                take("\n", " ")
            case "link_close":
                if child.markup == "autolink":
                    at += 1
                elif found := _LINK_END.search(content, at):
                    at = found.end()
            case "image":
                if found := _IMAGE.search(content, at):
                    at = found.end()
            case "html_inline":
                at = max(content.find(child.content, at), at) + len(child.content)
            case _:
                continue
    return trimmed(characters, offsets, places[0])


def _row(tokens: list[Token], line: str, start: int) -> Block | None:
    """A row of a table: its cells joined by " | "."""
    inner = []
    for token in tokens:
        if token.type == "tr_close":
            break
        if token.type == "inline":
            inner.append(token)
    characters: list[str] = []
    offsets: list[int] = []
    for number, (token, (first, last)) in enumerate(zip(inner, _cells(line), strict=False)):
        places = [start + at for at in range(first, last) if line[at : at + 2] != "\\|"] + [start + last]
        places += [start + last] * max(0, len(token.content) + 1 - len(places))
        shown, shown_at = _inline(token.children or [], token.content, places)
        if number:
            characters += CELL
            offsets += [offsets[-1] + 1 if offsets else start] * len(CELL)
        characters += shown
        offsets += shown_at[:-1]
    text, found = trimmed(characters, offsets, start)
    return Block(shape="row", text=text, offsets=found) if text.strip(" |") else None


def _cells(line: str) -> Iterator[tuple[int, int]]:
    """Where the words of each cell of a row begin and end."""
    first = len(line) - len(line.lstrip())
    last = len(line.rstrip())
    first += line.startswith("|", first)
    bars = [found.start() for found in _BAR.finditer(line, first, last)]
    if not bars or bars[-1] != last - 1:
        bars.append(last)
    for bar in bars:
        words = line[first:bar]
        yield first + len(words) - len(words.lstrip()), first + len(words.rstrip())
        first = bar + 1
