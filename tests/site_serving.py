"""A built site behind an address of this machine, and a Chromium to look at it with."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from briefwright import pages
from briefwright.build import files
from briefwright.model import Briefing

_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_BUILD = (
    "import sys; from pathlib import Path; from briefwright import site; folder = Path(sys.argv[1]); "
    "made = (folder / 'mkdocs.yml', folder / 'docs'); site.site(*made, folder / 'site', 'http://x.example/'); "
    "site.offline(*made, folder / 'offline')"
)


def made(briefing: Briefing, folder: Path) -> Path:
    """The site of a briefing in `site`, its offline copy in `offline`, as a build makes them."""
    config = pages.mkdocs_config(briefing, docs_dir="docs", site_dir="site", site_url="")
    for name, data in {**files(briefing), "mkdocs.yml": config}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    source = str(Path(pages.__file__).parent.parent.parent)
    subprocess.run([sys.executable, "-c", _BUILD, str(folder)], env={"PYTHONPATH": source}, check=True)
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder, ending in a slash, for as long as the context lasts."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=list(_FLAGS))
        try:
            yield browser
        finally:
            browser.close()
