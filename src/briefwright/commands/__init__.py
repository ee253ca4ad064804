"""The commands beside `build`, `check` and `verify`: each adds its arguments and runs.

`ALL` holds them in the order in which `--help` lists them.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Protocol

from briefwright.commands import compare, doctor, edition, explain, importing, init, sample, schema, serve
from briefwright.commands.common import Say, as_json, refused, seeds_of, takes_json

__all__ = ["ALL", "Command", "as_json", "refused", "seeds_of", "takes_json"]


class Command(Protocol):
    """What a command is: one line of help, examples, its arguments, and what it does with them (an exit status).

    An example is a command line without the name of the program, and what it does.
    """

    HELP: str

    @property
    def EXAMPLES(self) -> Sequence[tuple[str, str]]:
        """The examples."""

    def add(self, parser: argparse.ArgumentParser) -> None:
        """Give the parser the command's own arguments."""

    def run(self, options: argparse.Namespace, say: Say) -> int:
        """Do it: results to stdout, narration to `say`."""


ALL: Mapping[str, Command] = {
    "diff": compare,
    "edition": edition,
    "explain": explain,
    "sample": sample,
    "import": importing,
    "serve": serve,
    "init": init,
    "schema": schema,
    "doctor": doctor,
}
