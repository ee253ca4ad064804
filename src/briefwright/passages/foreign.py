"""The backstop against injected lines: a content line that shares no word with the whole corpus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from briefwright.model import Passage, Source
from briefwright.text import content_words, fold

_ENDING = re.compile(r"(?:ations?|ments?|ings?|ers?|ed|es|ly|s)$")

#: "“…,” she told the paper": a sentence about somebody named before
_TOLD = re.compile(
    r"\b(?:he|she|they) (?:said|says|told|wrote|added|asked|replied|explained)\b|\b(?:said|says|added) (?:he|she)\b"
)
#: "Memory: 192 GB"
_LISTED = re.compile(r"\W*[^\W\d_][\w -]{1,28}: (?:about |up to )?[$€£]?\d")


def stem(word: str) -> str:
    """A word without its commonest endings, for telling whether two lines share any word at all."""
    return _ENDING.sub("", word) if len(word) > 5 else word.rstrip("s")


def without_foreign(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Content lines of raw texts, of five content words or more, that share none with any other line become noise.

    Only in a corpus of 12 content lines or more, and never a title: in a small one a new fact is as lonely.
    """
    seen: Counter[str] = Counter()
    stems: Mapping[tuple[str, str], frozenset[str]] = {
        (source.id, passage.id): frozenset(stem(word) for word in content_words(passage.text))
        for source in sources
        for passage in source.passages
        if passage.cls == "content"
    }
    for found in stems.values():
        seen.update(found)
    if len(stems) < 12:
        return sources

    def backed(source: Source, passage: Passage, first: str) -> Passage:
        found = stems.get((source.id, passage.id))
        row = " | " in passage.text
        told = _TOLD.search(fold(passage.text)) is not None
        # "Scores: 71.8 on Fenlight": a fact of a list says in its own words what no other line does
        listed = _LISTED.match(fold(passage.text)) is not None
        if found is None or row or told or listed or len(found) < 5 or passage.id == first:
            return passage
        if any(seen[one] > 1 for one in found):
            return passage
        return replace(passage, cls="noise", reason="foreign to the whole corpus", sentences=())

    result = []
    for source in sources:
        first = next((p.id for p in source.passages if p.cls == "content"), "")
        raw = source.basis == "original"
        result.append(
            replace(source, passages=tuple(backed(source, p, first) for p in source.passages)) if raw else source
        )
    return tuple(result)
