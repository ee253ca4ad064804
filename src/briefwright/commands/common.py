"""What the commands share: where the corpus is, and a refusal in one line."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

from briefwright.model import Problem, Refused
from briefwright.store.data import to_json

Say = Callable[[str], None]
FINE, PROBLEMS, WRONG_USE = 0, 1, 2


def takes_json(parser: argparse.ArgumentParser) -> None:
    """The option that every command has whose answer a program may want."""
    parser.add_argument("--json", action="store_true", help="as JSON, for a program")


def as_json(value: object) -> str:
    """What a command prints under `--json`, without the last line end."""
    return to_json(value).decode("utf-8").rstrip("\n")


def refused(where: str | Path, sentence: str) -> Refused:
    """The exception for wrong use: one line, `where: sentence`."""
    return Refused(Problem(where=where.as_posix() if isinstance(where, Path) else where, sentence=sentence))


def call(folder: Path = Path()) -> str:
    """How the user, standing in `folder`, calls the program: by the script that called it now, or by its name."""
    script = os.environ.get("BRIEFWRIGHT_CALLED_AS", "")
    if script:
        path = os.path.relpath(script, folder.resolve())
        return f"python3 {shlex.quote(path.replace(os.sep, '/'))}"
    return "briefwright" if shutil.which("briefwright") else "python3 -m briefwright"


def seeds_of(options: argparse.Namespace) -> Path:
    """The folder of the corpus: `--seeds`, else `seeds/`; refuses one that is not there."""
    seeds: Path = options.seeds or Path("seeds")
    if not seeds.is_dir():
        raise refused(seeds, "no such folder; name the corpus with --seeds DIR")
    return seeds
