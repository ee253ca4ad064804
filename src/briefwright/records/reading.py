"""YAML in: events to plain values, everything else refused with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from briefwright.model import Problem, Refused
from briefwright.records.record import Path, Record, Value

LIMIT = 5_000_000
DEPTH = 40

#: "0", "-12", "90000"; not "007", "1.10", "12:30", "1_000"
INTEGER = re.compile(r"(?:0|-?[1-9][0-9]{0,17})\Z")
#: "99999999999999999999": whole, but longer than any number that a record holds
_HUGE = re.compile(r"-?[1-9][0-9]{18,}\Z")
_CONSTANTS: Mapping[str, bool | None] = {"": None, "null": None, "~": None, "true": True, "false": False}
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; `key` is the key of a mapping whose value comes next."""

    value: dict[str, Value] | list[Value]
    path: Path
    key: str | None = field(default=None)


@dataclass(slots=True)
class _Reading:
    """A document that is being read: what is open, what is done, and on which line each part began."""

    where: str
    shift: int
    lines: dict[Path, int] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)
    top: list[Value] = field(default_factory=list)
    documents: int = 0

    def refused(self, line: int, sentence: str) -> Refused:
        return Refused(Problem(where=f"{self.where}:{line + self.shift}", sentence=sentence))

    def take(self, event: yaml.Event) -> None:
        """Take in the next event, or refuse it."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise self.refused(line, "a second document begins here; keep one to a file")
                if event.version or event.tags:
                    raise self.refused(line, "directives are not read; take the line that begins with % out")
            case yaml.AliasEvent():
                raise self.refused(line, f"the alias *{event.anchor} is not read; write its value out")
            case yaml.ScalarEvent() | yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                if event.anchor is not None:
                    raise self.refused(line, f"the anchor &{event.anchor} is not read; take it out")
                if event.tag is not None:
                    raise self.refused(line, f"the tag {event.tag} is not read; take it out")
                self._add(event, line)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self.stack.pop()

    def _add(self, event: yaml.Event, line: int) -> None:
        """Put the value that begins with `event` where it belongs."""
        around = self.stack[-1] if self.stack else None
        if around is not None and isinstance(around.value, dict) and around.key is None:
            around.key = self._key(event, around, line)
            self.lines[(*around.path, around.key)] = line + self.shift
            return
        value: Value
        match event:
            case yaml.ScalarEvent():
                value = self._scalar(event, line)
            case yaml.SequenceStartEvent():
                value = []
            case _:
                value = {}
        path: Path = ()
        if around is None:
            self.top.append(value)
        elif isinstance(around.value, list):
            path = (*around.path, len(around.value))
            around.value.append(value)
        else:
            assert around.key is not None
            path = (*around.path, around.key)
            around.value[around.key] = value
            around.key = None
        self.lines.setdefault(path, line + self.shift)
        if isinstance(value, dict | list):
            self.stack.append(_Open(value, path))
            if len(self.stack) > DEPTH:
                raise self.refused(line, f"more than {DEPTH} levels deep; flatten it")

    def _key(self, event: yaml.Event, around: _Open, line: int) -> str:
        """The key that `event` is; refuses one that is no text, a merge key, and one that is there already."""
        if not isinstance(event, yaml.ScalarEvent):
            raise self.refused(line, "a key must be text, not a list or mapping; write a plain word before the colon")
        plain = event.style is None
        if plain and event.value == "<<":
            raise self.refused(line, "merge keys (<<) are not read; write the entries out")
        key: str = event.value
        if SURROGATE.search(key):
            raise self.refused(line, "half a character (a surrogate) is not text; write the character itself")
        if key in around.value:
            first = self.lines[(*around.path, key)]
            raise self.refused(line, f"'{key}' is given twice (first on line {first}); keep one")
        return key

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Value:
        """The value of a scalar: plain null, true, false and whole numbers are resolved, all else is text."""
        text: str = event.value
        if SURROGATE.search(text):
            raise self.refused(line, "half a character (a surrogate) is not text; write the character itself")
        if event.style is not None:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if INTEGER.match(text):
            return int(text)
        if _HUGE.match(text):
            raise self.refused(line, "a number of more than 18 digits; put it in quotation marks")
        return text


def load(data: str, where: str, *, first_line: int = 1) -> Record:
    """Read one YAML document; raises `Refused` with `where:line` for everything that is not plain data.

    Refused are: more than 5 MB, more than 40 levels, aliases, anchors, tags, directives, a second document, merge
    keys, keys that are no text, a key given twice, and lone surrogates. `first_line` is the line of `where` on which
    `data` begins.
    """
    reading = _Reading(where=where, shift=first_line - 1)
    if len(data) > LIMIT:
        raise reading.refused(1, f"more than {LIMIT // 1_000_000} MB of YAML; split the file")
    try:
        for event in yaml.parse(data, Loader=yaml.SafeLoader):
            reading.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        told = error.problem or error.context or "it breaks off"
        raise reading.refused(mark.line + 1 if mark else 1, f"not readable as YAML ({told}); correct it") from None
    except yaml.reader.ReaderError as error:
        line = data.count("\n", 0, error.position) + 1
        character = error.character if isinstance(error.character, int) else 0
        raise reading.refused(line, f"the character U+{character:04X} is not allowed; take it out") from None
    except (ValueError, OverflowError):
        # PyYAML turns an escape beyond the last character into a bare ValueError, without a place.
        raise reading.refused(1, "an escape in it stands for no character; write the character itself") from None
    return Record(reading.top[0] if reading.top else None, reading.lines, where)
