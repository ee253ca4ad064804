"""`briefwright import FILE…`: web pages and texts become local originals, each with a note to be written beside it."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

from briefwright.commands.common import FINE, Say, call, refused
from briefwright.imports import Imported, import_file
from briefwright.model import Problem, Refused
from briefwright.publish import put

HELP = "web pages and texts into seeds/: the original stays local, a note to be written is made beside it"
EXAMPLES = (
    ("import page.html", "one saved page: its text to seeds/originals/, a note to be written to seeds/"),
    ("import ~/Downloads/*.html --seeds mine/seeds", "several at once into another corpus, all or none"),
)
_IGNORE = b"# The articles belong to their publishers and stay out of git; the notes of them go in.\n*\n!.gitignore\n"
_DIGITS = re.compile(r"([0-9]{1,6})_")


def add(parser: argparse.ArgumentParser) -> None:
    """The files."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=".html, .htm, .txt or .md")


def run(options: argparse.Namespace, say: Say) -> int:
    """Import all files or none; tells for each what the page states of itself and what was left aside."""
    seeds: Path = options.seeds or Path("seeds")
    if not seeds.is_dir():
        raise refused(seeds, f"no such folder; make one with `{call()} init DIR`, or name it with --seeds DIR")
    first = 1 + max((int(m[1]) for p in seeds.iterdir() if (m := _DIGITS.match(p.name))), default=-1)
    made: list[Imported] = []
    problems: list[Problem] = []
    for number, path in enumerate(options.files, first):
        try:
            made.append(import_file(_bytes(path), name=path.name, where=path.as_posix(), identity=f"{number:03d}"))
        except Refused as refusal:
            problems.extend(refusal.problems)
    twice = _known(made, seeds)
    if problems or twice:
        raise Refused(*problems, *twice)
    files = {f"originals/{one.original_name}": one.original for one in made}
    files |= {one.note_name: one.note for one in made}
    if not (seeds / "originals" / ".gitignore").exists():
        files["originals/.gitignore"] = _IGNORE
    put(seeds, files)
    if options.quiet:
        return FINE
    for one in made:
        print(f"{(seeds / one.note_name).as_posix()}: {one.paragraphs} paragraphs to retell; {'; '.join(one.told)}")
    elsewhere = f"--seeds {shlex.quote(seeds.as_posix())} " if options.seeds else ""
    originals = shlex.quote((seeds / "originals").as_posix())
    print(f"next: write the notes, then `{call()} check {elsewhere}--originals {originals}`")
    return FINE


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise refused(path, "is a folder; name the files in it")
    if not path.is_file():
        raise refused(path, "no such file; name a web page or text that is saved here")
    return path.read_bytes()


def _known(made: list[Imported], seeds: Path) -> list[Problem]:
    """An article that was imported before, or is named twice, would be counted twice."""
    there = {p.read_bytes(): p for p in sorted((seeds / "originals").glob("*.txt"))}
    problems = []
    for one in made:
        if one.original in there:
            told = f"was imported before, as {there[one.original].as_posix()}; leave it out"
            problems.append(Problem(where=one.where, sentence=told))
        there[one.original] = Path(one.original_name)
    return problems
