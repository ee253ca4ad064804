"""A place and one sentence about it; the two exceptions that carry such. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """A place and one sentence about it, printed `path:line: sentence`."""

    where: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}"


class _Told(Exception):
    """Carries at least one problem, each told in a line of its own."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(p) for p in problems))
        self.problems = problems


class Refused(_Told):
    """Input that cannot be used, or wrong use: exit status 2."""


class Unsound(_Told):
    """The corpus was read, but what a person wrote in it cannot be published as it stands: exit status 1."""
