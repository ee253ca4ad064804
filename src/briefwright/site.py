"""Runs the site builder on finished pages: the site, with a policy of what may run in it, and the offline copy."""

from __future__ import annotations

import base64
import hashlib
import logging
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from briefwright.model import Problem, Unsound

#: The pages of a site that holds no word of a corpus, one for each depth at which a page may stand.
_SKELETON: Final = ("index.md", "a/index.md", "a/b/index.md", "a/b/c/index.md")
# "<script>var a = 1</script>", not "<script src=…>" and not data such as "<script type=…>"
_INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
#: What a page may load beside its scripts: only from its own site; pictures of the theme's style are in the style.
_REST: Final = (
    "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'"
)
#: What takes the place of a worker where pages are opened from a folder; published by the makers of the theme.
SHIM: Final = "assets/offline/iframe-worker.js"


def site(config: Path, docs: Path, target: Path, site_url: str) -> None:
    """Build the site, strictly: the first warning of the site builder stops the build with its words."""
    _run(config, docs, target, site_url, extra={"csp": policy(config, site_url)})


def offline(config: Path, docs: Path, target: Path) -> None:
    """Build a copy that opens from a folder, its search included: no server, no policy, every link names a file."""
    _run(config, docs, target, "", extra={"polyfills": [SHIM]}, directory_urls=False)
    index = target / "search" / "search_index.json"
    if index.is_file():
        (index.parent / "search_index.js").write_bytes(b"var __index = " + index.read_bytes())


def again(config: Path, docs: Path, target: Path, *, fresh: bool) -> None:
    """Bring a site up to its docs for an editor's eyes: unless `fresh`, only pages whose file is newer are rendered.

    No policy is worked out, and the search index then holds the rendered pages only.
    """
    _run(config, docs, target, "", dirty=not fresh)


def policy(config: Path, site_url: str) -> str:
    """The Content-Security-Policy of a site: its own files, and the theme's inline scripts by their hashes.

    The hashes come from a skeleton with the same settings and not one word of a corpus, so no text can get itself
    allowed.
    """
    with tempfile.TemporaryDirectory(prefix="briefwright-") as name:
        folder = Path(name)
        for page in _SKELETON:
            path = folder / "docs" / page
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("# A page\n", encoding="utf-8")
        _run(config, folder / "docs", folder / "site", site_url, bare=True)
        found = {script for page in (folder / "site").rglob("*.html")
                 for script in _INLINE.findall(page.read_text(encoding="utf-8"))}  # fmt: skip
    hashes = sorted(base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in found)
    allowed = " ".join(("'self'", *(f"'sha256-{one}'" for one in hashes)))
    return f"default-src 'none'; script-src {allowed}; {_REST}"


def _run(
    config: Path,
    docs: Path,
    target: Path,
    site_url: str,
    *,
    extra: Mapping[str, object] | None = None,
    directory_urls: bool = True,
    bare: bool = False,
    dirty: bool = False,
) -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    heard: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    log = logging.getLogger("mkdocs")
    listener = Listener(level=logging.WARNING)
    log.addHandler(listener)
    log.propagate = False
    settings: dict[str, Any] = {"site_url": site_url} if site_url else {}
    if not directory_urls:
        settings |= {"use_directory_urls": False, "site_url": ""}
    if bare:
        settings |= {"nav": None, "extra_css": [], "extra_javascript": [], "site_name": "A site", "plugins": []}
    try:
        loaded = load_config(
            str(config), docs_dir=str(docs), site_dir=str(target), strict=not (bare or dirty), **settings
        )
        loaded["extra"].update(extra or {})
        mkdocs_build(loaded, dirty=dirty)
    except (Abort, MkDocsException) as error:
        words = heard or [str(error)]
        raise Unsound(*(Problem(where=config.name, sentence=f"the site cannot be built: {w}") for w in words)) from None
    finally:
        log.removeHandler(listener)
    if heard and not (bare or dirty):
        raise Unsound(*(Problem(where=config.name, sentence=w) for w in heard))
