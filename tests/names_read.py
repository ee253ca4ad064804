"""What names a set of invented texts teaches, and where they are found in them."""

from __future__ import annotations

from briefwright.codebook import load_codebook
from briefwright.names import learn, mentions

CODEBOOK = load_codebook()


def kinds(*texts: str) -> dict[str, str]:
    """Key of each name learnt from body texts -> its kind."""
    return dict(learn([(text, False) for text in texts], CODEBOOK).kinds)


def found(text: str, *more: str) -> list[str]:
    """The names found in the first text by what all texts taught."""
    return [m.text for m in mentions(text, learn([(t, False) for t in (text, *more)], CODEBOOK), CODEBOOK)]
