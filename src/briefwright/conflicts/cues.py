"""The words by which statements are held against each other, looked up in the default codebook."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefwright.codebook import load_codebook


def cue(name: str) -> re.Pattern[str]:
    """One pattern for all cues of a list of `conflicts.yml`."""
    return load_codebook().disputes.cues[name]


def words(name: str) -> frozenset[str]:
    """A list of plain words."""
    return load_codebook().disputes.words[name]


def table(name: str) -> Mapping[str, str]:
    """Variant -> plain word."""
    return load_codebook().disputes.tables[name]
