"""A site that is kept up while its corpus is edited: only what changed is written and rendered again.

For the eyes of an editor on one machine. What is published comes from `build`, whole, strict and with its policy.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from briefwright import pages, selftest, site
from briefwright.build import MANIFEST, distil_folder, files, silent
from briefwright.codebook import load_codebook
from briefwright.editions import fit_to_show, read_editions
from briefwright.model import Briefing
from briefwright.preview import watched

Changes = tuple[tuple[str, int, int], ...]


class Live:
    """The docs and the site of a corpus below a folder that is this object's alone.

    `project` is the folder of a project with pages and settings by hand, or None for a corpus that has none.
    """

    def __init__(self, seeds: Path, folder: Path, project: Path | None) -> None:
        self._seeds = seeds
        self._folder = folder
        self._project = project
        self._before: dict[str, bytes] = {}

    @property
    def site(self) -> Path:
        """Where the finished pages are."""
        return self._folder / "site"

    def seen(self) -> tuple[Changes, Changes]:
        """What tells a change: name, size and time of every file that a refresh reads."""
        by_hand = self._project / "docs" / "about" if self._project is not None else None
        return watched(self._seeds), watched(by_hand) if by_hand is not None and by_hand.is_dir() else ()

    def refresh(self) -> Briefing:
        """Read the corpus anew and bring the site up to it; what is refused leaves the site as it was."""
        briefing = distil_folder(self._seeds)
        briefing = selftest.committed(briefing, load_codebook(self._seeds), (self._seeds.resolve().parent,), silent)
        told = fit_to_show(read_editions(self._project or self._seeds.resolve().parent), load_codebook(self._seeds))
        made = {name: data for name, data in files(briefing, told).items() if name.startswith("docs/")}
        settings = self._settings(briefing)
        made |= self._by_hand(made)
        self._write({**made, **({} if self._project is not None else {"mkdocs.yml": settings.read_bytes()})})
        index = self.site / "search" / "search_index.json"
        before = index.read_bytes() if self._before and index.is_file() else b""
        site.again(settings, self._folder / "docs", self.site, fresh=not self._before)
        if before:
            index.write_bytes(merged(before, index.read_bytes()))
        self._before = made
        return briefing

    def _settings(self, briefing: Briefing) -> Path:
        if self._project is not None:
            return self._project / "mkdocs.yml"
        path = self._folder / "mkdocs.yml"
        path.write_bytes(pages.mkdocs_config(briefing, docs_dir="docs", site_dir="site", site_url=""))
        return path

    def _by_hand(self, made: Mapping[str, bytes]) -> dict[str, bytes]:
        """The project's own pages: what stands in docs/ and was not put there by a build."""
        if self._project is None:
            return {}
        listed = self._project / MANIFEST
        built = set(listed.read_text("utf-8").split("\n")) if listed.is_file() else set()
        found = {p.relative_to(self._project).as_posix(): p for p in sorted((self._project / "docs").rglob("*"))}
        return {
            name: path.read_bytes()
            for name, path in found.items()
            if path.is_file() and not path.is_symlink() and name not in made and name not in built
        }

    def _write(self, made: Mapping[str, bytes]) -> None:
        """Write what differs from the last time, so that the time of a file says whether it changed."""
        for name in self._before.keys() - made.keys():
            (self._folder / name).unlink(missing_ok=True)
        for name, data in made.items():
            path = self._folder / name
            if self._before.get(name) != data:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)


def merged(before: bytes, after: bytes) -> bytes:
    """The search index of a whole site: entries of the pages rendered now, and those of the others as they were."""
    old, new = json.loads(before), json.loads(after)
    rendered = {entry["location"].partition("#")[0] for entry in new["docs"]}
    kept = [entry for entry in old["docs"] if entry["location"].partition("#")[0] not in rendered]
    return json.dumps({**new, "docs": [*kept, *new["docs"]]}, ensure_ascii=False).encode("utf-8")
