"""What changed between two briefings, for a reviewer: what needs a look first, then changed, added, removed."""

from briefwright.diff.compare import compare
from briefwright.diff.model import Arrival, Coverage, Difference, Entry, Rests, Support
from briefwright.diff.places import files_at
from briefwright.diff.render import as_json, as_markdown, as_text
from briefwright.diff.snapshot import Snapshot, read_snapshot

__all__ = [
    "Arrival", "Coverage", "Difference", "Entry", "Rests", "Snapshot", "Support", "as_json", "as_markdown", "as_text",
    "compare", "files_at", "read_snapshot",
]  # fmt: skip
