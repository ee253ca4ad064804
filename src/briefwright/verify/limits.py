"""Words that limit what is said: "only", "almost", "formerly"."""

from __future__ import annotations

from briefwright.verify.graph import Node

#: Words of one sense among those that limit a verb.
_LIMIT = {"previously": "formerly", "once": "formerly", "almost": "nearly", "solely": "only", "exclusively": "only",
          "merely": "only", "just": "only", "partially": "partly", "mainly": "mostly", "largely": "mostly",
          "primarily": "mostly"}  # fmt: skip
#: "Just 24 hours", "only three": small, but no limit that a claim would have to repeat.
SO_FEW = "only_so_few"


def limits(node: Node) -> set[str]:
    """The limits of a word, each by one name."""
    return {_LIMIT.get(b, b) for b in node.bounds}
