"""A value that was read, with the line of each of its parts, and getters that refuse what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from briefwright.model import Problem, Refused

#: A value as it is read: never a float, never a date, keys always strings.
Value = dict[str, "Value"] | list["Value"] | str | int | bool | None
Path = tuple[str | int, ...]

_TYPES: Final[Mapping[type, str]] = {
    dict: "a mapping", list: "a list", str: "text", int: "a whole number", bool: "true or false"
}  # fmt: skip

# --------------------------------------------------------------------------- records


@dataclass(frozen=True, slots=True)
class Record:
    """A value that was read, with the line of each of its parts, and getters that refuse what does not fit.

    `lines` holds the line (from 1) of each part by its path from the top; `path` is where in it this record stands.
    """

    value: Value
    lines: Mapping[Path, int]
    where: str
    path: Path = ()

    def line(self, *keys: str | int) -> int:
        """The line on which the part at `keys` begins, or the nearest part around it that has one."""
        path = (*self.path, *keys)
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def place(self, *keys: str | int) -> str:
        """`path:line` of the part at `keys`."""
        return f"{self.where}:{self.line(*keys)}"

    def refused(self, sentence: str, *keys: str | int) -> Refused:
        """The exception to raise for the part at `keys`."""
        return Refused(Problem(where=self.place(*keys), sentence=sentence))

    def part(self, key: str | int) -> Record:
        """The part under `key` of a mapping or list, which must be there."""
        if isinstance(self.value, dict) and isinstance(key, str):
            return Record(self.value[key], self.lines, self.where, (*self.path, key))
        if isinstance(self.value, list) and isinstance(key, int):
            return Record(self.value[key], self.lines, self.where, (*self.path, key))
        raise KeyError(key)

    def keys(self) -> tuple[str, ...]:
        """The keys of a mapping in their order; refuses anything that is no mapping."""
        return tuple(self._mapping())

    def entries(self) -> Iterator[tuple[str, Record]]:
        """Key and part of each entry of a mapping, in order."""
        for key in self._mapping():
            yield key, self.part(key)

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def only_keys(self, known: frozenset[str] | set[str]) -> None:
        """Refuse every key that is not in `known`, each with the nearest one that is."""
        problems = []
        for key in self._mapping():
            if key not in known:
                near = get_close_matches(key, sorted(known), n=1, cutoff=0.5)
                remedy = f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(sorted(known))}"
                problems.append(Problem(where=self.place(key), sentence=f"'{key}' is not known here; {remedy}"))
        if problems:
            raise Refused(*problems)

    def text(self, key: str, default: str | None = None, *, remedy: str = "give its text") -> str:
        """The text under `key`; a whole number counts as its digits. Refuses anything else and, without a default,
        a missing or empty one, with the remedy."""
        value = self._mapping().get(key)
        if value is None:
            if default is None:
                raise self.refused(f"'{key}' is missing; {remedy}", key)
            return default
        if isinstance(value, str) and (value.strip() or default is not None):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str):
            raise self.refused(f"'{key}' is empty; {remedy}", key)
        raise self.refused(f"'{key}' must be text, not {_name(value)}; put it in quotation marks", key)

    def choice(self, key: str, vocabulary: Sequence[str], default: str | None = None) -> str:
        """The text under `key`, which must be one of the vocabulary."""
        value = self.text(key, default, remedy=f"use one of {', '.join(vocabulary)}")
        if value not in vocabulary:
            raise self.refused(f"'{key}' is '{value}'; use one of {', '.join(vocabulary)}", key)
        return value

    def integer(self, key: str, default: int | None = None) -> int:
        """The whole number under `key`."""
        value = self._mapping().get(key)
        if value is None and default is not None:
            return default
        if value is None:
            raise self.refused(f"'{key}' is missing; give a whole number", key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.refused(f"'{key}' must be a whole number, not {_name(value)}", key)
        return value

    def boolean(self, key: str, default: bool) -> bool:
        """True or false under `key`."""
        value = self._mapping().get(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.refused(f"'{key}' must be true or false, not {_name(value)}", key)
        return value

    def mapping(self, key: str) -> Record:
        """The mapping under `key`; an empty one where nothing is given."""
        return self._container(key, dict)

    def items(self, key: str) -> tuple[Record, ...]:
        """The entries of the list under `key`, each as a record; none where nothing is given."""
        record = self._container(key, list)
        assert isinstance(record.value, list)
        return tuple(record.part(index) for index in range(len(record.value)))

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of the list under `key`; whole numbers count as their digits."""
        return tuple(item.as_text() for item in self.items(key))

    def as_text(self) -> str:
        """This record itself as text."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, int) and not isinstance(self.value, bool):
            return str(self.value)
        raise self.refused(f"text is needed here, not {_name(self.value)}; put it in quotation marks")

    def _mapping(self) -> dict[str, Value]:
        if not isinstance(self.value, dict):
            raise self.refused(f"a mapping (key: value) is needed here, not {_name(self.value)}")
        return self.value

    def _container(self, key: str, kind: type[dict[str, Value]] | type[list[Value]]) -> Record:
        value = self._mapping().get(key)
        if value is None:
            return Record(kind(), self.lines, self.where, (*self.path, key))
        if not isinstance(value, kind):
            raise self.refused(f"'{key}' must be {_TYPES[kind]}, not {_name(value)}", key)
        return self.part(key)


def _name(value: Value) -> str:
    return "empty" if value is None else _TYPES[type(value)]
