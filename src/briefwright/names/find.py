"""Finding the known names of one passage."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefwright.codebook import Codebook, Lexicon
from briefwright.model import EntityKind
from briefwright.names.candidates import TITLE_AROUND, Candidate, candidates
from briefwright.names.values import SERIES_OF, SIZES, Gazetteer, Mention, name_key
from briefwright.text import fold

#: "Version 4.1", "version 3"
_VERSION = re.compile(r"\b[Vv]ersion (\d+(?:\.\d+)*)(?![\w.-]*\d)")
#: "pebble4.1": the key of a name that is a family's with a number
_VERSIONED = re.compile(r"([^\W\d_]{3,})\d+(?:\.\d+)*")


def mentions(text: str, gazetteer: Gazetteer, codebook: Codebook) -> tuple[Mention, ...]:
    """The known names of a passage in order, none overlapping; team names include their head ("Nova team")."""
    flat = fold(text)
    lexicon = codebook.lexicon
    found: list[Mention] = []
    for cand in candidates(flat, lexicon):
        if TITLE_AROUND.search(flat[: cand.start]) or flat[cand.end :].startswith(" Officer"):
            continue
        found.extend(_known(cand, gazetteer))
    found = [m for m in found if m.text not in lexicon.not_names]
    found = sorted([*found, *_by_version(flat, found, gazetteer)], key=lambda m: m.start)
    return tuple(_grow(found, flat, text, lexicon))


def _by_version(flat: str, found: list[Mention], gazetteer: Gazetteer) -> Iterable[Mention]:
    """ "Version 4.1": the model with that number, where the corpus knows only one family of versions."""
    numbered = [k for k, kind in gazetteer.kinds.items() if kind == "model" and _VERSIONED.fullmatch(k)]
    if len({_VERSIONED.sub(r"\1", k) for k in numbered}) != 1:
        return
    family = _VERSIONED.sub(r"\1", numbered[0])
    for called in _VERSION.finditer(flat):
        key = f"{family}{called[1]}"
        if key in numbered and not any(m.start < called.end() and called.start() < m.end for m in found):
            yield Mention(start=called.start(), end=called.end(), text=called[0], kind="model", key=key)


def _known(cand: Candidate, gazetteer: Gazetteer) -> list[Mention]:
    """Longest known names inside a capitalised sequence, from the left."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", cand.text)]
    out: list[Mention] = []
    i = 0
    while i < len(words):
        for j in range(len(words) - 1, i - 1, -1):
            piece = cand.text[words[i][0] : words[j][1]]
            kind = gazetteer.kind(name_key(piece))
            if kind:
                out.append(
                    Mention(
                        start=cand.start + words[i][0],
                        end=cand.start + words[j][1],
                        text=piece,
                        kind=kind,
                        key=name_key(piece),
                    )
                )
                i = j
                break
        i += 1
    return out


def _grow(found: list[Mention], flat: str, text: str, lexicon: Lexicon) -> Iterable[Mention]:
    """Names with the words that belong to them: "Nova AI team", "Nova small model series"."""
    for position, mention in enumerate(found):
        limit = found[position + 1].start if position + 1 < len(found) else len(flat)
        start, end, kind = mention.start, mention.end, mention.kind
        tail = flat[end:limit]
        before = SERIES_OF.search(flat[:start]) if mention.kind in {"family", "model"} else None
        if before is not None:
            # "the small model series of Nova3"
            start = before.start()
            surface = text[start:end]
            key = f"{mention.key} {before[1].casefold()} series"
            yield Mention(start=start, end=end, text=surface, kind="family", key=key)
            continue
        if mention.kind != "person" and mention.kind != "place":
            team = lexicon.team_tail.match(tail)
            series = lexicon.series_tail.match(tail) if mention.kind in {"family", "model", "product"} else None
            if team and not re.match(r"[ -]?based\b| software program", tail):
                end += team.end()
                kind = "team"
            elif series:
                end += series.end()
                kind = "family" if mention.kind == "family" or " small" in series[0].casefold() else mention.kind
        surface = text[start:end]
        yield Mention(start=start, end=end, text=surface, kind=kind, key=_grown_key(mention, surface, kind))


def _grown_key(mention: Mention, surface: str, kind: EntityKind) -> str:
    """The key of a grown name: the team by its head; a series by its size word, or else simply the family's own."""
    tail = fold(surface)[len(mention.text) :].casefold().split()
    if not tail:
        return mention.key
    if kind == "team":
        return f"{mention.key} {tail[-1]}"
    size = next((w for w in tail if w in SIZES), "")
    return f"{mention.key} {size} series" if size else mention.key
