"""The coding frame: the package's default codebook and the corpus's own, as typed values."""

from __future__ import annotations

from briefwright.codebook.amounts import Amounts
from briefwright.codebook.disputes import Disputes
from briefwright.codebook.lexicon import Lexicon
from briefwright.codebook.load import (
    DECISIONS,
    Codebook,
    Drop,
    Judgement,
    NameEntry,
    Pin,
    Summary,
    Year,
    load_codebook,
    rules_digest,
)
from briefwright.codebook.reasons import Reasons
from briefwright.codebook.rules import Rule
from briefwright.codebook.thresholds import Thresholds

__all__ = [
    "DECISIONS",
    "Amounts",
    "Codebook",
    "Disputes",
    "Drop",
    "Judgement",
    "Lexicon",
    "NameEntry",
    "Pin",
    "Reasons",
    "Rule",
    "Summary",
    "Thresholds",
    "Year",
    "load_codebook",
    "rules_digest",
]
