"""One remark in two wordings, also where a text does not say whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations

from briefwright.conflicts.view import Told, View, conflict, side_of
from briefwright.conflicts.words import collated, expanded, one_remark, part_of
from briefwright.model import Conflict
from briefwright.text import content_words, normalise, quotations

_WORD = re.compile(r"[\w'’-]+")
#: A run of so many equal words, some of which mean something, hardly stands in two remarks.
_RUN = 5
_OPENING = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class _Remark:
    told: Told
    words: str
    speakers: frozenset[str]


def variants(view: View) -> Iterator[Conflict]:
    """Speech of two texts that is nearly the same, by one speaker or by somebody whom one of them does not name."""
    # "the chief executive" is whoever that is
    said = [replace(r, speakers=r.speakers & view.entities.keys()) for t in view.told for r in _remarks(t)]
    said = [r for r in said if not _named_elsewhere(r, said)]
    for a, b in combinations(said, 2):
        if a.told.source == b.told.source or (a.speakers and b.speakers and not a.speakers & b.speakers):
            continue
        if a.words == b.words or part_of(a.words, b.words) or part_of(b.words, a.words):
            continue
        if one_remark(a.words, b.words) if a.speakers & b.speakers else _nearly(a.words, b.words):
            kept = next(iter(sorted(a.speakers & b.speakers or a.speakers | b.speakers)), "")
        elif a.speakers & b.speakers and _run(a.words, b.words):
            kept = min(a.speakers & b.speakers)
        else:
            continue
        yield conflict(
            "wording", f"a remark in two wordings: {a.told.source} {a.told.passage}, {b.told.source} {b.told.passage}",
            [kept] if kept in view.entities else [], [side_of([a.told]), side_of([b.told])],
            f"The same remark is given in different words: {collated(a.words, b.words)}.",
        )  # fmt: skip


def _remarks(told: Told) -> Iterator[_Remark]:
    spoken = {
        normalise(str(s.slots.get("words"))).strip(" .,!?"): str(s.slots.get("speaker"))
        for s in told.statements if s.kind == "quote"
    }  # fmt: skip
    for q in quotations(told.plain):
        plain = normalise(q.words).strip(" .,!?")
        if len(plain.split()) >= _RUN:
            speaker = next((who for words, who in spoken.items() if words and (words in plain or plain in words)), "")
            yield _Remark(told=told, words=plain, speakers=frozenset({speaker} - {""}))


def _named_elsewhere(remark: _Remark, said: list[_Remark]) -> bool:
    """Does a text that names the speaker give the same words? Then it stands for this one too."""
    return not remark.speakers and any(r.speakers and r.words == remark.words for r in said)


def _nearly(a: str, b: str) -> bool:
    """Do two remarks have most words in one order, and some that mean something?"""
    one, other = _WORD.findall(expanded(a)), _WORD.findall(expanded(b))
    least = min(len(one), len(other))
    first = next((n for n, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    same = sum(m.size for m in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    content = set(content_words(a)) & set(content_words(b))
    # "There is no dispute. There was one …": short, and alike from the first word on
    return least >= 6 and same >= 0.7 * least and (len(content) >= 3 or (first >= _OPENING and bool(content)))


def _run(a: str, b: str) -> bool:
    """Do two remarks begin with the same words?"""
    one, other = _WORD.findall(expanded(a)), _WORD.findall(expanded(b))
    first = next((n for n, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    return first >= _RUN and 2 * first >= min(len(one), len(other)) and bool(content_words(" ".join(one[:first])))
