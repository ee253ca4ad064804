"""Quotations: where they stand, where given words stand, and the text without them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.text.plain import fold, words


@dataclass(frozen=True, kw_only=True, slots=True)
class Quotation:
    """A quotation with its marks (`start`, `end`) and without them; `words` is the text of the inner range."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    words: str


_BREAK = re.compile(r"\n[^\S\n]*\n")
#: What stands between single marks and is yet no quotation: rock 'n' roll, '90s, 'tis.
_DROPPED = re.compile(r"(?:n|em|tis|twas|til|cause|bout|round|\d\d?s?)\b", re.IGNORECASE)
_OPENERS_BEFORE = frozenset("([{<-/=>:;,'\"")


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations, left to right. A mark without its partner opens nothing; none crosses a blank line."""
    out: list[Quotation] = []
    at = 0
    for found in [*_BREAK.finditer(text), None]:
        stop = found.start() if found else len(text)
        out += _in_paragraph(text, at, stop)
        at = found.end() if found else stop
    return tuple(out)


def _in_paragraph(text: str, start: int, stop: int) -> list[Quotation]:
    if stop - start < 3:
        return []
    double = _outermost(_double_pairs(text, start, stop))
    starts = [a for a, _ in double]
    single = []
    for a, b in _single_pairs(text, start, stop):
        # A single pair inside a double one is an inner quotation, and one that crosses it is an apostrophe.
        i = bisect_right(starts, a) - 1
        if i >= 0 and double[i][1] >= a:
            continue
        j = bisect_left(starts, b) - 1
        if j >= 0 and double[j][1] >= b:
            continue
        single.append((a, b))
    out = []
    for a, b in _outermost(double + single):
        inner = text[a + 1 : b]
        left = a + 1 + len(inner) - len(inner.lstrip())
        right = left + len(inner.strip())
        if right > left:
            out.append(Quotation(start=a, end=b + 1, inner_start=left, inner_end=right, words=text[left:right]))
    return out


def _outermost(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for a, b in sorted(pairs, key=lambda p: (p[0], -p[1])):
        if not out or a > out[-1][1]:
            out.append((a, b))
    return out


def _sides(text: str, i: int, start: int, stop: int) -> tuple[bool, bool]:
    """Can the mark at i open (something right of it, nothing left)? Can it close (the other way round)?"""
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < stop else " "
    opens = not after.isspace() and (before.isspace() or fold(before) in _OPENERS_BEFORE or before in "—–…")
    closes = not before.isspace() and not after.isalnum()
    return opens, closes


def _double_pairs(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Pairs of double marks. On the stack: the mark's kind (by its opening form) and its place."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    live = {"“": 0, "„": 0, "«": 0, "»": 0, '"': 0, "「": 0}

    def push(kind: str, i: int) -> None:
        stack.append((kind, i))
        live[kind] += 1

    def close(kinds: str, i: int) -> bool:
        """Close the nearest open mark of these kinds; what opened inside it was stray."""
        if not any(live[k] for k in kinds):
            return False
        while True:
            kind, a = stack.pop()
            live[kind] -= 1
            if kind in kinds:
                pairs.append((a, i))
                return True

    for i in range(start, stop):
        mark = text[i]
        if mark not in '"“”„‟«»＂「」『』':
            continue
        opens, closes = _sides(text, i, start, stop)
        match mark:
            case "„" | "‟":
                push("„", i)
            case "「" | "『":
                push("「", i)
            case "」" | "』":
                close("「", i)
            case "“":
                if not (closes and not opens and close("„“", i)):
                    push("“", i)
            case "”":
                if not close("“„", i) and not (closes and close('"', i)) and opens:
                    push("“", i)
            case "«":
                if not (live["»"] and closes and close("»", i)):
                    push("«", i)
            case "»":
                if not close("«", i) and opens:
                    push("»", i)
            case _:
                if live['"'] and ((closes and not opens) or (stack[-1][0] == '"' and stack[-1][1] == i - 1)):
                    close('"', i)
                elif opens and not closes:
                    push('"', i)
                elif live['"'] and closes:
                    close('"', i)
                elif closes and not live['"'] and text[i - 1] not in "0123456789":
                    close("“", i)
                elif opens:
                    push('"', i)
    return pairs


def _single_pairs(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Pairs of single marks that are clearly quotations: opened after a space, closed before a non-letter."""
    places: list[tuple[int, bool, bool]] = []
    for i in range(start, stop):
        if text[i] in "'‘’‚‹›":
            opens, closes = _sides(text, i, start, stop)
            if text[i] in "‘‚‹":
                closes = closes and not opens and text[i] == "‘"
            elif text[i] == "›" or text[i] == "’":
                opens = False
            places.append((i, opens and not _DROPPED.match(text, i + 1, stop), closes))
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    passed: int | None = None  # an "s'" that may have been the close, or a plural possessive
    for i, opens, closes in places:
        if opens and not (closes and opened is not None):
            if opened is not None and passed is not None:
                pairs.append((opened, passed))
            opened, passed = i, None
        elif closes and opened is not None and i > opened + 1:
            if text[i - 1] in "sS" and passed is None and text[i + 1 : i + 2] == " " and text[i + 2 : i + 3].islower():
                passed = i
                continue
            pairs.append((opened, i))
            opened = passed = None
    if opened is not None and passed is not None:
        pairs.append((opened, passed))
    return pairs


_GAP = re.compile(r"\s*(?:\[\s*(?:\.\.\.|…)\s*\]|\(\s*(?:\.\.\.|…)\s*\)|\.\.\.+|…)\s*")
_SPACES = re.compile(r"\s+")


def find_quotation(needle: str, text: str) -> tuple[int, int] | None:
    """Where the text has the words of the needle, letter for letter after `fold`, from word edge to word edge.

    White space counts as one space; the first letter's case may differ; a comma or stop at the needle's end may be
    missing in the text; an ellipsis in the needle may skip text. None where the words do not stand there.
    """
    wanted = _SPACES.sub(" ", fold(needle)).strip()
    flat, offsets = _flat(text)
    shorter = wanted[:-1].rstrip() if wanted.endswith((",", ".")) and not wanted.endswith("..") else wanted
    swapped = [w[:1].swapcase() + w[1:] for w in (wanted, shorter) if len(w[:1].swapcase()) == 1]
    for candidate in dict.fromkeys([wanted, shorter, *swapped]):
        at = _find(candidate, flat, 0)
        if at is not None:
            return offsets[at], offsets[at + len(candidate) - 1] + 1
    parts = [p for p in _GAP.split(shorter) if p]
    if len(parts) < 2 and (not parts or parts[0] == shorter):
        return None
    for first in dict.fromkeys((parts[0], parts[0][:1].swapcase() + parts[0][1:])):
        spans = _in_order([first, *parts[1:]], flat)
        if spans:
            return offsets[spans[0]], offsets[spans[1] - 1] + 1
    return None


def _flat(text: str) -> tuple[str, list[int]]:
    """The folded text with every run of white space as one space, and where each character came from."""
    out: list[str] = []
    offsets: list[int] = []
    for i, c in enumerate(fold(text)):
        if c.isspace():
            if out and out[-1] == " ":
                continue
            c = " "
        out.append(c)
        offsets.append(i)
    return "".join(out), offsets


def _find(needle: str, flat: str, start: int) -> int | None:
    """The first place where the needle stands, not in the middle of a word."""
    if not needle:
        return None
    at = flat.find(needle, start)
    while at >= 0:
        end = at + len(needle)
        cut_left = needle[0].isalnum() and at > 0 and flat[at - 1].isalnum()
        cut_right = needle[-1].isalnum() and end < len(flat) and flat[end].isalnum()
        if not cut_left and not cut_right:
            return at
        at = flat.find(needle, at + 1)
    return None


def _in_order(parts: Sequence[str], flat: str) -> tuple[int, int] | None:
    first = at = _find(parts[0], flat, 0)
    end = 0
    for part in parts:
        at = _find(part, flat, end)
        if at is None or first is None:
            return None
        end = at + len(part)
    return (first, end) if first is not None else None


def outside_quotations(text: str) -> str:
    """The text without its quotations, folded: what the writer says, not what is quoted."""
    out, at = [], 0
    for quotation in quotations(text):
        out.append(text[at : quotation.start])
        at = quotation.end
    return fold(" ".join((*out, text[at:])))


def without_long_quotations(text: str, at_least: int = 4) -> str:
    """The text without its quotations of `at_least` words or more: shared speech is no shared wording."""
    out: list[str] = []
    at = 0
    for quote in quotations(text):
        if len(words(quote.words)) >= at_least:
            out += [text[at : quote.start], " "]
            at = quote.end
    return "".join(out) + text[at:]
