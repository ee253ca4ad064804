"""Where a briefing to compare is to be had: a revision of git, a folder, or the seeds as they stand now."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefwright.model import Problem, Refused

#: Where a build, a checkout or the folder itself keeps the YAML.
_BELOW = ("briefing", ".")


def files_at(place: str, near: Sequence[Path] = ()) -> tuple[str, Mapping[str, bytes]]:
    """What to call a place, and its files by name: a folder where there is one, else a revision of git.

    In a revision the briefing is looked for in the folders `near`, then here, then in the folders above.
    """
    folder = Path(place)
    if place and folder.is_dir():
        return _in_folder(folder)
    return _in_git(place, near)


def _in_folder(folder: Path) -> tuple[str, Mapping[str, bytes]]:
    for below in _BELOW:
        if (folder / below / "sources.yml").is_file():
            home = folder / below
            # a link could lead out of the folder: what is compared is what stands in it
            found = {p.name: p.read_bytes() for p in sorted(home.glob("*.yml")) if p.is_file() and not p.is_symlink()}
            return home.as_posix(), found
    told = "holds no briefing (no briefing/sources.yml); build it, or name a folder or revision that has one"
    raise Refused(Problem(where=folder.as_posix(), sentence=told))


def _in_git(revision: str, near: Sequence[Path]) -> tuple[str, Mapping[str, bytes]]:
    here = Path.cwd()
    known = False
    for folder in dict.fromkeys((*(one.resolve() for one in near), here, *here.parents)):
        found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found is None:
            continue
        known = True
        commit = found.decode("ascii").strip()
        listed = _git(folder, "ls-tree", "-z", "--name-only", commit, "briefing/")
        names = [n for n in (listed or b"").decode("utf-8").split("\0") if n.endswith(".yml")]
        if names:
            files = {n.removeprefix("briefing/"): _git(folder, "cat-file", "blob", f"{commit}:./{n}") or b""
                     for n in names}  # fmt: skip
            prefix = (_git(folder, "rev-parse", "--show-prefix") or b"").decode("utf-8").strip()
            return f"{revision}:{prefix}briefing", files
    if known:
        told = "has no briefing/*.yml; name a revision in which the briefing was built and committed"
        raise Refused(Problem(where=revision, sentence=told))
    told = "is no folder and no revision of git here; write a branch, tag or commit, or the path of a folder"
    raise Refused(Problem(where=revision or "BASE", sentence=told))


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints in a folder, or None where it fails."""
    try:
        ran = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError:
        told = "git is not installed; install it, or compare two folders"
        raise Refused(Problem(where="git", sentence=told)) from None
    return ran.stdout if ran.returncode == 0 else None
