"""The coding frame: the package's default codebook and the corpus's own, as typed values."""

from __future__ import annotations

from briefwright.codebook.lexicon import Lexicon
from briefwright.codebook.load import Codebook, Drop, Judgement, NameEntry, Pin, Year, load_codebook, rules_digest
from briefwright.codebook.rules import Rule

__all__ = [
    "Codebook",
    "Drop",
    "Judgement",
    "Lexicon",
    "NameEntry",
    "Pin",
    "Rule",
    "Year",
    "load_codebook",
    "rules_digest",
]
