"""`briefwright serve`: the site on this machine, built again whenever a note, the codebook or a page changes."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from briefwright import pages
from briefwright.commands.common import FINE, Say, refused, seeds_of
from briefwright.live import Live
from briefwright.model import Refused, Unsound
from briefwright.preview import Preview

HELP = "the site on this machine, built again whenever a note, the codebook or a page changes"
EXAMPLES = (
    ("serve", "the corpus in seeds/ at http://127.0.0.1:8000/"),
    ("serve --seeds mine/seeds --port 0", "another corpus, on a port that is free"),
)
_PAUSE = 0.25


def add(parser: argparse.ArgumentParser) -> None:
    """The port."""
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="(default: 8000; 0 takes a free one)")


def run(options: argparse.Namespace, say: Say) -> int:
    """Serve until interrupted. Everything is built in a temporary folder: neither briefing/ nor site/ is touched."""
    seeds = seeds_of(options)
    if not 0 <= options.port <= 65535:
        raise refused("--port", f"is {options.port}; give a number from 0 to 65535")
    own = seeds.resolve() == (Path.cwd() / "seeds").resolve() and not pages.is_written(Path("mkdocs.yml"))
    with tempfile.TemporaryDirectory(prefix="briefwright-") as folder:
        live = Live(seeds, Path(folder).resolve(), Path.cwd() if own else None)
        try:
            server = Preview(live.site, options.port)
        except OSError as error:
            told = f"cannot listen on port {options.port} ({error.strerror}); choose another --port"
            raise refused("--port", told) from None
        with server:
            print(f"http://127.0.0.1:{server.port}/  (Ctrl+C ends it)", flush=True)
            _follow(live, server, say)
    return FINE


def _follow(live: Live, server: Preview, say: Say) -> None:
    """Build, then wait for a change, until interrupted. What a build refuses is told, and the last good site stays."""
    state = None
    while True:
        now = live.seen()
        if now == state:
            time.sleep(_PAUSE)
            continue
        state = now
        began = time.monotonic()
        try:
            briefing = live.refresh()
        except (Refused, Unsound) as problem:
            for one in problem.problems:
                say(str(one))
            server.tell(tuple(str(p) for p in problem.problems))
        else:
            say(f"built in {time.monotonic() - began:.1f} s: {len(briefing.findings)} findings")
            server.tell(())
