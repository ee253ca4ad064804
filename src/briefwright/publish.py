"""All or nothing: output is made whole beside the old one, then switched in one journalled step.

The new files and trees are staged under `.briefwright/` of the output folder. A journal that lists every move is
written last; from then on the switch is certain: should it be cut off, the next run (or `recover`) finishes it.
Before the journal stands, nothing of the old output has been touched.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from briefwright.model import Problem, Refused

STAGING = ".briefwright"
_JOURNAL = "journal.json"


@contextmanager
def staging(root: Path) -> Iterator[Path]:
    """A fresh staging folder below `root`; taken away afterwards unless a journal stands in it."""
    recover(root)
    folder = root / STAGING
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    except OSError as error:
        raise Refused(
            Problem(where=root.as_posix(), sentence=f"cannot be written ({error.strerror}); choose another --output")
        ) from None
    try:
        yield folder
    finally:
        if not (folder / _JOURNAL).exists():
            shutil.rmtree(folder, ignore_errors=True)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write path -> bytes below a folder; paths are relative, with "/"."""
    for name, data in sorted(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def switch(root: Path, staged: Path, moves: Sequence[str], deletions: Sequence[str]) -> None:
    """Move each staged file or tree to its place below `root` and delete what is no longer made."""
    journal = staged / (_JOURNAL + ".new")
    journal.write_text(json.dumps({"moves": sorted(moves), "deletions": sorted(deletions)}), encoding="utf-8")
    with journal.open("rb") as handle:
        os.fsync(handle.fileno())
    journal.replace(staged / _JOURNAL)
    recover(root)


def recover(root: Path) -> bool:
    """Finish a switch that was cut off. True if there was one."""
    folder = root / STAGING
    journal = folder / _JOURNAL
    if not journal.is_file():
        return False
    plan = json.loads(journal.read_text(encoding="utf-8"))
    for name in plan["moves"]:
        source, target = folder / "new" / name, root / name
        if not source.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.rmtree(target, ignore_errors=True)
        source.replace(target)
    for name in plan["deletions"]:
        (root / name).unlink(missing_ok=True)
    journal.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    return True


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write new files into a folder, all or none: refuses if one of them is there already, takes back what it wrote.

    For files that a person goes on to edit; what a build makes is switched as a whole instead.
    """
    there = [name for name in sorted(files) if (folder / name).exists()]
    if there:
        raise Refused(
            Problem(
                where=(folder / there[0]).as_posix(), sentence="is there already; move it away or choose another place"
            )
        )
    written: list[Path] = []
    done = False
    try:
        for name, data in sorted(files.items()):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            written.append(path)
            with path.open("xb") as handle:
                handle.write(data)
        done = True
    finally:
        for path in () if done else written:
            path.unlink(missing_ok=True)
