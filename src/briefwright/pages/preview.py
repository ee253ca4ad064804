"""A preview: the pages of a briefing that is only proposed, with what it changes marked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from briefwright.diff import Difference
from briefwright.pages.escape import plain

_FRONT: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FINDING: Final = re.compile(r'data-finding="([0-9a-f]+)"')
_WORDS: Final = {"added": "new in this proposal", "changed": "changed in this proposal"}


def marked(files: Mapping[str, bytes], difference: Difference) -> dict[str, bytes]:
    """The generated pages with a banner, and each finding that is new or changed marked in words and for the style."""
    how = {e.id: e.change for e in difference.entries if e.what == "finding" and e.change in _WORDS}
    banner = (
        '\n<div class="bw-preview" role="note" data-search-exclude markdown="0">'
        f"<strong>Preview of a proposal, not the published briefing.</strong> Against {plain(difference.base)}: "
        f"{plain(difference.verdict)}. What is new or changed is marked.</div>\n\n"
    )

    def mark(found: re.Match[str]) -> str:
        change = how.get(found[1])
        return found[0] if change is None else f'{found[0]} data-change="{_WORDS[change]}"'

    def page(data: bytes) -> bytes:
        text = data.decode("utf-8")
        front = _FRONT.match(text)
        at = front.end() if front else 0
        return (text[:at] + banner + _FINDING.sub(mark, text[at:])).encode("utf-8")

    return {
        name: page(data) if name.startswith("docs/") and name.endswith(".md") else data for name, data in files.items()
    }
