"""What a text itself sets side by side: two documents that say different things, two accounts that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from briefwright.codebook import load_codebook
from briefwright.conflicts.amounts import exclude_amounts
from briefwright.conflicts.cues import cue, words
from briefwright.conflicts.roles import titles
from briefwright.conflicts.view import Told, View, conflict, side_of, stemmed, stems
from briefwright.dates import find_dates, overlap
from briefwright.model import Conflict, ConflictType, Side
from briefwright.quantities import find_quantities
from briefwright.text import content_words, fold, normalise

_END = re.compile(r"[;.!?)]|, (?:while|whereas|but|and) ")


def documents(view: View) -> Iterator[Conflict]:
    """ "The release says A; the register says B": two documents, and what they say cannot both hold."""
    for told in _by_passage(view):
        said = [(t, m[0], _END.split(t.plain[m.end() :])[0]) for t in told for m in cue("document").finditer(t.plain)]
        for (a, one, x), (b, other, y) in combinations(said, 2):
            if stems(one) == stems(other) or (kind := _apart(x, y)) is None:
                continue
            sides = (
                [side_of([a]), side_of([b])]
                if a is not b
                else [
                    Side(text=f"{_opened(d)} {w.strip()}", statements=(a.best.id,)) for d, w in ((one, x), (other, y))
                ]
            )
            yield conflict(
                kind, f"what two documents say: {a.source} {a.passage}", sorted(a.entities | b.entities), sides,
                "Two documents are cited, and what they say differs.",
            )  # fmt: skip
            break


def _opened(words: str) -> str:
    return f"The {words}"


def _by_passage(view: View) -> Iterator[list[Told]]:
    place, told = ("", ""), list[Told]()
    for t in view.told:
        if (t.source, t.passage) != place:
            if told:
                yield told
            place, told = (t.source, t.passage), []
        told.append(t)
    if told:
        yield told


def _apart(one: str, other: str) -> ConflictType | None:
    """How two sayings exclude each other: as titles, as amounts, as dates; None where they do not."""
    offices = load_codebook().lexicon.role_words
    if all(set(content_words(w)) & offices for w in (one, other)):
        a, b = titles(normalise(one).strip(' "“”')), titles(normalise(other).strip(' "“”'))
        return "role" if a and b and not a & b and not any(x <= y or y <= x for x in a for y in b) else None
    amounts = [[q for q in find_quantities(w) if q.kind != "ratio"] for w in (one, other)]
    if all(len(found) == 1 for found in amounts):
        p, q = amounts[0][0], amounts[1][0]
        return "value" if len({p.unit, q.unit} - {""}) < 2 and exclude_amounts(p, q) else None
    dates = [{d.value for d in find_dates(w) if d.precision in {"day", "month", "year"}} for w in (one, other)]
    if all(len(found) == 1 for found in dates):
        return None if overlap(min(dates[0]), min(dates[1])) else "time"
    return None


def part_ways(view: View) -> Iterator[Conflict]:
    """Two accounts of which the text itself says that they differ: those right after the remark, or right before."""
    remarks = [(t.source, t.passage, t.start, t.plain) for t in view.told]
    remarks += [(source, passage, start, fold(text)) for source, passage, start, text in view.unread]
    for source, passage, start, text in sorted(remarks):
        if cue("part_ways").search(text) is None or text.rstrip().endswith("?"):
            continue
        own = [x for x in view.told if x.source == source]
        after = _voices([x for x in own if x.passage == passage and x.start > start][:3])
        pair = after[:2] if len(after) > 1 else _voices([x for x in own if _earlier(x, passage, start)][-3:])[-2:]
        if len(pair) > 1:
            yield conflict(
                "modality", f"accounts that differ: {source} {passage}",
                sorted(pair[0].entities | pair[1].entities), [side_of([x]) for x in pair],
                "The text itself says that the accounts differ.",
            )  # fmt: skip


def _earlier(told: Told, passage: str, start: int) -> bool:
    return told.start < start and int(passage[1:]) - int(told.passage[1:]) < 2


def sees_otherwise(view: View) -> Iterator[Conflict]:
    """What somebody says, and somebody who "sees it otherwise": the voice before the remark and the one after it."""
    for place, t in enumerate(view.told):
        if not cue("sees_otherwise").search(t.plain) or t.plain.rstrip().endswith("?"):
            continue
        before = _voices([x for x in view.told[max(0, place - 5) : place] if x.source == t.source])
        after = _voices([x for x in view.told[place + 1 : place + 4] if (x.source, x.passage) == (t.source, t.passage)])
        if before:
            other = (after or [t])[0]
            yield conflict(
                "modality", f"who sees it otherwise: {t.source} {t.passage}",
                sorted(before[-1].entities | other.entities), [side_of(before[-1:]), side_of([other])],
                "The text itself says that the two see it differently.",
            )  # fmt: skip


def against(view: View) -> Iterator[Conflict]:
    """Two who speak one after the other: "But engineers say that it was the software", "it will stay confidential"."""
    for told in _by_passage(view):
        for a, b in pairwise(told):
            if len(_voices([a, b])) < 2 or _speaker(a) == _speaker(b) or a.plain.rstrip().endswith("?"):
                continue
            shared = (stems(a.plain) & stems(b.plain)) - stemmed("bare")
            instead = cue("but").search(b.plain) and cue("instead").search(b.plain) and shared
            if instead or (_opposed(a.plain, b.plain) and (shared or cue("points_at").search(b.plain))):
                yield conflict(
                    "modality", f"two who say otherwise: {a.source} {a.passage}", sorted(a.entities | b.entities),
                    [side_of([a]), side_of([b])], "One says this, the other the contrary.",
                )  # fmt: skip


def _speaker(told: Told) -> str:
    """Whose words a sentence passes on; its first word where nobody is named."""
    voice = next((s.voice for s in told.statements if not s.voice.startswith("source:")), "")
    return voice or told.plain.split()[0]


def _opposed(one: str, other: str) -> bool:
    """Does one sentence have a word and the other its opposite?"""
    pairs = [pair.split() for pair in words("opposites")]
    a, b = ({w.casefold() for w in re.findall(r"[\w-]+", text)} for text in (one, other))
    return any((x in a and y in b) or (y in a and x in b) for x, y in pairs) and not (
        cue("negation").search(one) or cue("negation").search(other)
    )


def _voices(told: Sequence[Told]) -> list[Told]:
    """Sentences that pass on what somebody says."""
    return [
        x for x in told if cue("tells").search(x.plain) or any(not s.voice.startswith("source:") for s in x.statements)
    ]
