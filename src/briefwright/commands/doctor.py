"""`briefwright doctor`: what is installed, in which version, what is missing and the command that mends it."""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from briefwright import __version__, language
from briefwright.commands.common import FINE, PROBLEMS, Say, as_json, takes_json

HELP = "what is installed, what is missing, and the command that mends it"
EXAMPLES = (
    ("doctor", "a table of what is there and what is missing"),
    ("doctor --json", "the same for a program"),
)
_SET_UP = "python3 scripts/bootstrap.py"
#: Package, whether nothing can be built without it, what it is for.
_PACKAGES = (
    ("mkdocs", True, "builds the site"),
    ("mkdocs-material", True, "the site's theme"),
    ("markdown-it-py", True, "reads Markdown sources"),
    ("pyyaml", True, "reads and writes YAML"),
    ("spacy", False, "reads raw texts; notes need none"),
    ("typst", False, "makes the PDF"),
    ("fontpkg-source-serif-4", False, "the PDF's typeface"),
    ("fontpkg-source-sans-3", False, "the PDF's second typeface"),
    ("trafilatura", False, "imports web pages"),
)
_TOOLS = (
    ("git", "git", "compares revisions (diff)", "apt-get install git"),
    ("chromium", "browser", "tests of the pages", "apt-get install chromium"),
    ("pdftotext", "poppler", "tests of the PDF", "apt-get install poppler-utils"),
)
_VERSION = re.compile(r"\d+(?:\.\d+)+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """One thing that a build or a test uses. `mend` is empty where it is there."""

    name: str
    version: str
    needed: bool
    purpose: str
    mend: str = ""


def add(parser: argparse.ArgumentParser) -> None:
    """As JSON."""
    takes_json(parser)


def run(options: argparse.Namespace, say: Say) -> int:
    """Print what is there and what is not; 1 if a build cannot run without what is missing."""
    found = list(examine())
    if options.json:
        print(as_json([asdict(f) for f in found]))
    else:
        print("\n".join(_line(f) for f in found))
    return PROBLEMS if any(f.needed and not f.version for f in found) else FINE


def _line(found: Found) -> str:
    state = "ok" if found.version else "missing" if found.needed else "not there"
    told = f"{state:<10}{found.name} {found.version}".rstrip() + f" – {found.purpose}"
    return told if found.version else f"{told}. Mend: {found.mend}"


def examine() -> Iterator[Found]:
    """Everything that is looked for, in a fixed order."""
    yield Found(name="briefwright", version=__version__, needed=True, purpose=_where())
    python = platform.python_version()
    new = sys.version_info >= (3, 11)
    yield Found(
        name="python", version=python if new else "", needed=True, purpose=f"runs it all ({sys.executable})",
        mend="install Python 3.11 or newer",
    )  # fmt: skip
    for name, needed, purpose in _PACKAGES:
        yield Found(name=name, version=_version(name), needed=needed, purpose=purpose, mend=_SET_UP)
    yield _model()
    for program, name, purpose, mend in _TOOLS:
        yield Found(name=name, version=_program(program), needed=False, purpose=purpose, mend=mend)


def _where() -> str:
    return f"this package ({Path(__file__).parent.parent.as_posix()})"


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _model() -> Found:
    name = language.available()
    version = _version(name.replace("_", "-")) if name else ""
    return Found(
        name="language model", version=f"{name} {version}".strip(), needed=False,
        purpose="helps with names and clauses of raw texts; notes need none", mend=_SET_UP,
    )  # fmt: skip


def _program(name: str) -> str:
    """The version that a program prints, "there" where it prints none, "" where it is not installed."""
    path = shutil.which(name)
    if path is None:
        return ""
    option = "-v" if name.startswith("pdf") else "--version"
    try:
        ran = subprocess.run([path, option], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = _VERSION.search(ran.stdout + ran.stderr)
    return found[0] if found else "there"
