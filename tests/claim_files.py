"""Claims in text files: `P` a passage, then its claims, each behind a mark (T proved, F never, R left to a person)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefwright.claims import judge
from briefwright.codebook import load_codebook
from reading import passage

CODEBOOK = load_codebook()
HERE = Path(__file__).parent


def claims(file: str, label: str) -> Iterator[tuple[str, str]]:
    """Passage and claim of every line of a file beside the tests that has this label."""
    text = ""
    for line in (HERE / file).read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "P":
            text = rest
        elif mark == label:
            yield text, rest


def verdict(text: str, claim: str) -> str:
    """What is decided of a claim that cites this text as its only passage."""
    return judge(claim, passage(text), CODEBOOK, text).verdict
