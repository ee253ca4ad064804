"""Which findings open the briefing: counted, not guessed.

A finding's rank is its place after sorting by: pinned by the editor; number of origins; in how many of them it stands
at the head of the text or shares the words of a title (`prominence`); number of statements; a fixed order of kinds;
reading order. No score is stored. The first screen takes the best of each kind in turn, after what the texts open with,
and leaves out what cannot stand alone ("She denies it."), what says nearly the same as a finding above it, and small
counts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefwright.codebook import Codebook
from briefwright.model import ARGUMENT_KINDS, Finding, Kind, Source, Statement
from briefwright.text import content_words, is_title

FIRST_SCREEN = 12
SUMMARY = 36
#: How many of the most mentioned entities a finding on the home page must name at least one of.
LEADING = 12
#: How many passages after the title are the head of a text, and how many words a passage needs to count as one.
HEAD, HEAD_WORDS = 3, 8
#: Content words that a finding shares with a title to be what the title is about.
_TITLED = 3
#: How many of what the texts open with stand before the kinds in turn.
_LEADS = 2
#: Share of the shorter one's content words from which on two findings say nearly the same.
_ALIKE = 0.6
#: Longer sentences are for the pages.
_MOST_WORDS = 48
#: What a busy reader wants first; a kind that is not named comes after.
_ORDER: tuple[Kind, ...] = (
    "departure", "release", "appointment", "organisation_change", "architecture", "quantity", "uncertainty", "quote",
    "risk", "licence", "scenario", "model_attribute", "meeting", "role", "cost", "recommendation", "announcement",
    "reaction", "affiliation", "biography", "market", "governance", "background",
)  # fmt: skip
#: At most so many of one kind on the first screen, and on the home page.
_MOST = {"departure": 3, "quote": 2, "role": 1, "release": 1, "quantity": 2, "architecture": 2}
_MOST_HOME = 4
_FACTS = frozenset({"quantity", "model_attribute", "architecture", "cost", "licence", "role"})
#: Kinds of which a text's opening sentence may be: what happened, not who somebody is or was heard to say.
_OPENING = frozenset(
    {"departure", "release", "appointment", "organisation_change", "announcement", "meeting", "market", "governance",
     "background", "uncertainty"}
)  # fmt: skip
#: A sentence that begins so leans on the one before it, as does one with a pronoun among its first words.
_LEANS = re.compile(
    r"^[“\"'(\[•*\-–\d. ]*(?:this|that|these|those|his|her|their|its|our|my|both|neither|and|but|or|so|yet|then|there|"
    r"here|such|one|what|who|why|how|as|for|now|the company|the firm|in the \w+ \w+ (?:one|case))\b|"
    r"^\W*(?:[\w'-]+ ){0,6}?(?:he|she|it|they|them|we|i|you)\b|[|?]",
    re.I,
)


def rank(
    findings: Sequence[Finding],
    codebook: Codebook,
    written: Mapping[str, int] | None = None,
    told: Mapping[str, Statement] | None = None,
    heads: Mapping[str, int] | None = None,
) -> tuple[Finding, ...]:
    """The findings in their order of rank, the home page's and the first screen's marked.

    `written` are the editor's own sentences, by finding, with the place that the editor gives them; `told` are the
    statements by id, `heads` what `prominence` counts. A pin or drop of what is no finding has no effect
    here; `entries` names it.
    """
    pinned = {pin.finding: pin.rank for pin in codebook.pins} | dict(written or {})
    dropped = {drop.finding for drop in codebook.drops}
    heads = heads or {}
    weight: Counter[str] = Counter(e for f in findings for e in f.entities for _ in f.statements)

    def order(item: tuple[int, Finding]) -> tuple[int, int, int, int, int, int]:
        place, f = item
        central = max((weight[e] for e in f.entities), default=0)
        return (
            pinned.get(f.id, 10_000),
            -len(f.origins),
            -heads.get(f.id, 0),
            -len(f.statements),
            _ORDER.index(f.kind) if central > 2 else 99,
            place,
        )

    leading = {e for e, _ in weight.most_common(LEADING)}
    ordered = [f for _, f in sorted(enumerate(findings), key=order)]
    open_to = [f for f in ordered if f.id not in dropped and leading & set(f.entities)]
    first = [f for f in ordered if f.id in pinned][:FIRST_SCREEN]
    used: Counter[str] = Counter()

    def take(f: Finding) -> None:
        alone = f not in first and _stands(f, told or {}) and not any(_alike(f, x) for x in first)
        if alone and len(first) < FIRST_SCREEN and used[f.kind] < _MOST.get(f.kind, 1):
            first.append(f)
            used[f.kind] += 1

    if not first:
        opening = [f for f in findings if f in open_to and heads.get(f.id, 0) > 1 and f.kind in _OPENING]
        for f in sorted(opening, key=lambda f: -heads.get(f.id, 0))[: 3 * _LEADS]:
            if sum(used.values()) < _LEADS:
                take(f)
    for kind in _ORDER:
        for f in sorted(open_to, key=lambda f: f.status == "disputed"):
            if f.kind == kind:
                take(f)
    home: list[str] = [f.id for f in first]
    shown: Counter[str] = Counter()
    for f in open_to:
        if len(home) < SUMMARY and f.id not in home and shown[f.kind] < _MOST_HOME and not _title_line(f):
            home.append(f.id)
            shown[f.kind] += 1
    places = {f.id: n for n, f in enumerate(first, 1)}
    return tuple(
        replace(f, rank=place, summary=f.id in home, summary_rank=places.get(f.id))
        for place, f in enumerate(ordered, 1)
    )


def prominence(
    findings: Sequence[Finding],
    statements: Mapping[str, Statement],
    sources: Sequence[Source],
    origin_of: Mapping[str, str],
) -> Mapping[str, int]:
    """For each finding the origins in which it stands at the head of a text, plus those whose title it is about."""
    head: set[tuple[str, str]] = set()
    titles: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        content = [p for p in source.passages if p.cls == "content"]
        title = content[0].text if content and is_title(content[0].text) else source.title
        titles[origin_of.get(source.id, source.id)] |= _roots(f"{title} {source.title}")
        body = [p for p in content if len(p.text.split()) >= HEAD_WORDS and p.text != title]
        head |= {(source.id, p.id) for p in body[:HEAD]}
    out = {}
    for f in findings:
        places = [statements[s].evidence for s in f.statements if s in statements]
        opened = {origin_of.get(e.source, e.source) for e in places if (e.source, e.passage) in head}
        own = _roots(" ".join([f.text, *(e.exact for e in places)]))
        titled = {origin for origin, words in titles.items() if len(own & words) >= _TITLED}
        out[f.id] = len(opened) + len(titled)
    return out


def _stands(f: Finding, told: Mapping[str, Statement]) -> bool:
    """Can a finding be read on its own, and is it more than a small count or a loaded word?"""
    if f.kind in ARGUMENT_KINDS and (_LEANS.search(f.text) or len(f.text.split()) > _MOST_WORDS):
        return False
    # of a number that another text gives otherwise both sides are shown, or none
    if _title_line(f) or (f.status == "disputed" and f.kind in _FACTS):
        return False
    statement = next((told[s] for s in f.statements if s in told), None)
    if statement is None:
        return True
    if f.kind == "quantity":
        value = str(statement.slots.get("value") or "")
        small = value.isdecimal() and int(value) <= FIRST_SCREEN
        return not small and str(statement.slots.get("subject") or f.entities[:1]) in f.entities
    # "pushed out" and the like stand on their page, with the denial beside them
    return f.kind != "departure" or "in the words of the text" not in f.text


def _title_line(f: Finding) -> bool:
    return f.text.startswith("Title line: ")


def _alike(one: Finding, other: Finding) -> bool:
    """Do two findings say nearly the same, or the same of one person or thing?"""
    one_each = one.kind == other.kind and one.kind in {"departure", "release", "appointment", "quote"}
    if one_each and one.entities and one.entities[:1] == other.entities[:1]:
        return True
    a, b = _roots(one.text), _roots(other.text)
    return len(a & b) >= _ALIKE * max(1, min(len(a), len(b))) and bool(a & b)


def _roots(text: str) -> set[str]:
    """The content words of a text by their first six letters."""
    return {w[:6] for w in content_words(text)}
