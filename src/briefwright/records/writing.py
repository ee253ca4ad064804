"""YAML out: every value in exactly one way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefwright.records.reading import DEPTH, INTEGER, SURROGATE

#: What may stand without quotation marks: begins with a letter, a digit or an opening mark, one line, no YAML sign.
_PLAIN_START = re.compile(r"[^\W_]|[“‘„«(./]")
#: ": " and " #" end a plain scalar, as does a colon at its end
_NOT_PLAIN = re.compile(r":(?:\s|\Z)|\s#|\A\s|\s\Z|\A(?:---|\.\.\.)")
#: What some YAML reader takes for something else: "no", "Null", "12:30", "1.10", "0x1F", "1e3", "2026-03-04", "=";
#: all ids such as "e6278337fa" go with those that happen to look like a number
_RESOLVED = re.compile(
    r"(?:null|true|false|yes|no|on|off|y|n|~|=|<<|[-+]?\.(?:inf|nan))\Z|(?=[a-f]*[0-9])[0-9a-f]{8,}\Z"
    r"|[-+.]?[0-9][0-9a-fox_.,:+-]*(?:[ t][0-9:.z+ -]*)?\Z",
    re.IGNORECASE,
)
#: Characters that a reader of the file would not see, or that would turn or break a line
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180e\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U0010ffff]"
)
_SHORT = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def dump(value: object, header: Sequence[str] = ()) -> bytes:
    """The one way to write a value as YAML: UTF-8, LF, block style, order kept, quoted only where needed.

    Takes mappings with text keys, lists, tuples, text, whole numbers of up to 18 digits, true, false and None; raises
    `TypeError` or `ValueError` for anything else. Each line of `header` becomes a comment above.
    """
    lines = [f"# {line}".rstrip() for line in header]
    lines += _block(value, 0)
    return ("\n".join(lines) + "\n").encode("utf-8")


def _block(value: object, depth: int) -> list[str]:
    """The lines of a value, without indentation."""
    if depth > DEPTH:
        raise ValueError(f"more than {DEPTH} levels deep")
    if isinstance(value, Mapping) and value:
        lines = []
        for key, part in value.items():
            lines += _entry(_key(key), part, depth)
        return lines
    if isinstance(value, list | tuple) and value:
        lines = []
        for part in value:
            first, *rest = _block(part, depth + 1)
            lines += [f"- {first}", *(f"  {line}" for line in rest)]
        return lines
    return [_inline(value)]


def _entry(key: str, part: object, depth: int) -> list[str]:
    if isinstance(part, Mapping | list | tuple) and part:
        return [f"{key}:", *(f"  {line}" for line in _block(part, depth + 1))]
    return [f"{key}: {_inline(part)}"]


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key must be text, not {type(key).__name__}")
    if len(key) > 500:
        raise ValueError("a key of more than 500 characters")
    return _scalar(key)


def _inline(value: object) -> str:
    """A value that stands on one line."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            if not INTEGER.match(str(value)):
                raise ValueError(f"a number of more than 18 digits: {value}")
            return str(value)
        case str():
            return _scalar(value)
        case Mapping():
            return "{}"
        case list() | tuple():
            return "[]"
        case _:
            raise TypeError(f"{type(value).__name__} is not written to YAML")


def _scalar(text: str) -> str:
    """Text as a scalar: plain where every reader reads it as this text, else quoted."""
    if SURROGATE.search(text):
        raise ValueError("half a character (a surrogate) is not text")
    if _UNSEEN.search(text):
        return '"' + "".join(_escaped(c) for c in text) + '"'
    if _PLAIN_START.match(text) and not _NOT_PLAIN.search(text) and not _RESOLVED.match(text):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _escaped(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    if not _UNSEEN.match(character):
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
