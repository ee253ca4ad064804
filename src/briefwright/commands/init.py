"""`briefwright init DIR`: a working corpus of one's own."""

from __future__ import annotations

import argparse
import shlex
from importlib import resources
from pathlib import Path

from briefwright import pages
from briefwright.build import distil_folder
from briefwright.commands.common import FINE, Say, call, refused
from briefwright.publish import put

HELP = "a working corpus of your own: drop in files, build"
EXAMPLES = (("init my-briefing", "a new folder with two invented texts that builds at once"),)


def add(parser: argparse.ArgumentParser) -> None:
    """The folder."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")


def run(options: argparse.Namespace, say: Say) -> int:
    """Write the files of a small corpus that builds at once; refuses a folder that holds anything."""
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise refused(folder, "is not empty; name a new folder, so that nothing of yours is touched")
    start = resources.files("briefwright") / "starter"
    folder.mkdir(parents=True, exist_ok=True)
    run = call(folder)
    files = {place: (start / name).read_bytes() for name, place in _FILES.items()}
    files["README.md"] = files["README.md"].replace(b"{briefwright}", run.encode("utf-8"))
    put(folder, files)
    briefing = distil_folder(folder / "seeds")
    put(folder, {"mkdocs.yml": pages.mkdocs_config(briefing, docs_dir="docs", site_dir="site", site_url="")})
    if not options.quiet:
        print(f"{folder.as_posix()} is ready. Build it:")
        print(f"  cd {shlex.quote(folder.as_posix())} && {run} build && python3 -m http.server -d site")
        print("Then put your own .html, .txt or .md files into seeds/ and take the two examples out.")
    return FINE


#: File of the package -> where it goes. A file named .gitignore would act inside the package's own repository.
_FILES = {
    "gitignore.txt": ".gitignore",
    "README.md": "README.md",
    **{f"seeds/{name}": f"seeds/{name}" for name in ("codebook.yml", "001_example_wire.txt", "002_example_blog.txt")},
}
