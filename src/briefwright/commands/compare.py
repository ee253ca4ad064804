"""`briefwright diff`: what changed between two briefings."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from briefwright.build import distil_folder
from briefwright.commands.common import FINE, PROBLEMS, Say, seeds_of
from briefwright.diff import as_json, as_markdown, as_text, compare, files_at, read_snapshot
from briefwright.store import yaml_files

HELP = "what changed between two briefings, for a reviewer"
EXAMPLES = (
    ("diff main", "what the seeds as they stand now change against the branch main"),
    ("diff old/ new/ --format markdown --fail-on look", "two folders, as Markdown; exit 1 if something needs a look"),
)
_FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}


def add(parser: argparse.ArgumentParser) -> None:
    """BASE, HEAD, the format, and when to fail."""
    parser.add_argument("base", metavar="BASE", help="a revision of git, or a folder that holds a briefing")
    parser.add_argument(
        "head", metavar="HEAD", nargs="?", help="the same; without it, the seeds as they stand now, distilled afresh"
    )
    parser.add_argument("--format", choices=tuple(_FORMATS), default="text", help="(default: text)")
    parser.add_argument(
        "--fail-on", choices=("never", "look", "change"), default="never",
        help="exit 1 if something needs a look, or if anything changed (default: never)",
    )  # fmt: skip


def run(options: argparse.Namespace, say: Say) -> int:
    """Print the difference; 1 if it is what `--fail-on` names, else 0."""
    seeds = _seeds(options)
    near = () if seeds is None else (seeds.resolve().parent,)
    name, files = files_at(options.base, near)
    base = read_snapshot(files, name)
    if options.head is not None:
        name, files = files_at(options.head, near)
    else:
        seeds = seeds or seeds_of(options)
        say(f"reading {seeds.as_posix()}")
        name = seeds.as_posix()
        files = {Path(path).name: data for path, data in yaml_files(distil_folder(seeds, say)).items()}
    difference = compare(base, read_snapshot(files, name), (options.base, options.head or name))
    print(_FORMATS[options.format](difference), end="")
    failed = {"never": False, "look": bool(difference.look()), "change": bool(difference.entries)}
    return PROBLEMS if failed[options.fail_on] else FINE


def _seeds(options: argparse.Namespace) -> Path | None:
    """The corpus that is named, else `seeds/` here or in the nearest folder above; None where there is none."""
    if options.seeds is not None:
        return seeds_of(options)
    here = Path.cwd()
    found = next((up / "seeds" for up in (here, *here.parents) if (up / "seeds").is_dir()), None)
    return Path(os.path.relpath(found)) if found is not None else None
