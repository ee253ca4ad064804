"""`briefwright edition NAME`: record what the briefing says now, and what changed since the last time."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from briefwright.build import distil_folder
from briefwright.commands.common import FINE, Say, refused, seeds_of
from briefwright.editions import new_edition
from briefwright.publish import staging, switch, write_files
from briefwright.store import yaml_files

HELP = "record the present briefing as an edition: the page of changes and the feed are made from editions"
EXAMPLES = (
    ("edition 2026-03", "record what briefing/ says now under the name 2026-03"),
    ("edition 1.2 --date 2026-03-31", "the same with a day of its own"),
)


def add(parser: argparse.ArgumentParser) -> None:
    """Name, day, and where the briefing is kept."""
    parser.add_argument("name", metavar="NAME", help="such as 2026-03 or 1.2")
    parser.add_argument("--date", default="", metavar="DAY", help="its day, as 2026-01-31 (default: today)")
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="the folder that holds briefing/ (default: this one)"
    )


def run(options: argparse.Namespace, say: Say) -> int:
    """Write `briefing/editions/NAME.yml` and the copy to compare the next one with; all or nothing."""
    seeds = seeds_of(options)
    root: Path = (options.output or Path()).resolve()
    if not (root / "briefing").is_dir():
        raise refused(root / "briefing", "is not there; build the briefing first, or name its folder with --output DIR")
    files = {Path(path).name: data for path, data in yaml_files(distil_folder(seeds, say)).items()}
    stale = [name for name, data in sorted(files.items()) if _differs(root / "briefing" / name, data)]
    if stale:
        raise refused(
            f"briefing/{stale[0]}", "is out of date; build the briefing first, so that the edition is what is read"
        )
    edition, made = new_edition(root, files, options.name, options.date or date.today().isoformat())
    with staging(root) as folder:
        write_files(folder / "new", made)
        switch(root, folder, [*made], [])
    print(f"edition {edition.name} of {edition.date}: {edition.verdict}; build again to show it")
    return FINE


def _differs(path: Path, data: bytes) -> bool:
    return not path.is_file() or path.read_bytes().replace(b"\r\n", b"\n") != data
