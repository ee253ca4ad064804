"""A web server for this machine alone that shows a site and reloads the pages that are open when it was built again.

Pages as they are published hold a policy that lets no foreign script run. The one line that reloads is put into a page
as it is served, as a script from this server; the files stay as they are.
"""

from __future__ import annotations

import html
import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

_SCRIPT = b"""(function () {
  var seen = null;
  function ask() {
    fetch("/.reload?seen=" + (seen === null ? "" : seen)).then(function (r) { return r.json(); }).then(function (now) {
      if (seen !== null && now.build !== seen) { location.reload(); return; }
      seen = now.build; ask();
    }, function () { setTimeout(ask, 1000); });
  }
  ask();
})();
"""
_TAG = b'<script src="/.reload.js" defer></script>'
_BUILDING = (
    b"<!doctype html><html lang=en><head><meta charset=utf-8><title>Building</title>" + _TAG + b"</head><body>"
    b"<h1>Building\xe2\x80\xa6</h1><p>The site is being built for the first time; this page loads again by itself when "
    b"it is ready.</p></body></html>"
)
#: How the file of an address ends that a browser would show as a page.
_PAGES = ("", ".html")
#: How long a page waits for a new build before it asks again, in seconds.
_WAIT = 20.0


def watched(seeds: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of change of every file that a build of a corpus reads: equal as long as none changes."""
    found = []
    for path in sorted(seeds.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(seeds).parts):
            told = path.stat()
            found.append((path.relative_to(seeds).as_posix(), told.st_size, told.st_mtime_ns))
    return tuple(found)


class Preview:
    """The server, from `with` to its end. It listens on the loopback address only."""

    def __init__(self, site: Path, port: int) -> None:
        self._site = site
        self._news = threading.Condition()
        self._build = 0
        self._problems: tuple[str, ...] = ()
        handler = partial(_Handler, self, directory=str(site))
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        with self._news:
            self._news.notify_all()

    def tell(self, problems: tuple[str, ...]) -> None:
        """A build ended: open pages load again, and show the problems where it failed."""
        with self._news:
            self._build += 1
            self._problems = problems
            self._news.notify_all()

    def wait(self, seen: str) -> int:
        """The number of the last build, as soon as it is not the one that the page has seen."""
        with self._news:
            if seen == str(self._build):
                self._news.wait(_WAIT)
            return self._build

    @property
    def built(self) -> bool:
        """Has a build ended, well or not?"""
        return self._build > 0

    @property
    def problems(self) -> tuple[str, ...]:
        """What the last build was refused for; nothing where it went through."""
        return self._problems


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, with the reloading script in pages; `/.reload` answers when something was built."""

    def __init__(self, preview: Preview, *arguments: object, directory: str) -> None:
        self._preview = preview
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/.reload":
            seen = address.query.partition("seen=")[2]
            self._send(json.dumps({"build": self._preview.wait(seen)}).encode(), "application/json")
        elif address.path == "/.reload.js":
            self._send(_SCRIPT, "text/javascript; charset=utf-8")
        elif self._preview.problems:
            self._send(self._refusal(), "text/html; charset=utf-8", status=500)
        elif (page := self._page(unquote(address.path))) is not None:
            self._send(page.replace(b"</head>", _TAG + b"</head>", 1), "text/html; charset=utf-8")
        elif not self._preview.built and self._inside(unquote(address.path)).suffix in _PAGES:
            self._send(_BUILDING, "text/html; charset=utf-8", status=503)
        else:
            super().do_GET()

    def _page(self, name: str) -> bytes | None:
        """The bytes of a page below the site, or None for anything else (a folder without "/" is redirected)."""
        wanted = self._inside(name)
        return wanted.read_bytes() if wanted.suffix == ".html" and wanted.is_file() else None

    def _inside(self, name: str) -> Path:
        """The file of the site that an address means; one that would lead out of it means none that can be there."""
        site = Path(self.directory).resolve()
        wanted = (site / name.lstrip("/")).resolve()
        if not wanted.is_relative_to(site):
            return site / "outside.none"
        return wanted / "index.html" if name.endswith("/") else wanted

    def _refusal(self) -> bytes:
        told = "".join(f"<li><code>{html.escape(p)}</code></li>" for p in self._preview.problems)
        return (
            f"<!doctype html><html lang=en><meta charset=utf-8><title>Not built</title><head>{_TAG.decode()}</head>"
            f"<h1>Not built</h1><p>Mend this and save; the page loads again by itself.</p><ul>{told}</ul>"
        ).encode()

    def _send(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are no news."""
