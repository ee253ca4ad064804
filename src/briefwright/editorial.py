"""What an editor writes: corrected slots of a statement, and sentences of the editor's own for the first screen.

Neither goes unproved. A correction is composed and verified like the statement that it mends; a sentence is compared
word by word with each passage that it cites, and no language model has a say. What is not supported stops the build at
its line, because a person wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefwright.claims import by_words
from briefwright.codebook import Codebook, Judgement, Summary
from briefwright.compose import EDITOR, display_name, sentence
from briefwright.judgements import acceptance
from briefwright.model import (
    HOME,
    SLOTS,
    Entity,
    Finding,
    Passage,
    Problem,
    Refused,
    SlotValue,
    Source,
    Statement,
    Unsound,
    short_hash,
)  # fmt: skip
from briefwright.names import name_key
from briefwright.sources import evidence
from briefwright.text import content_words
from briefwright.verify import Verdict, verify

_PLACE = re.compile(r"(?P<source>\S+) (?:¶|p)(?P<number>\d+)")
_DATE = re.compile(r"(?:\d{4}|-)(?:-\d\d)?(?:-\d\d)?")
#: slots that hold a date: "9900" as a value is a number
_DATED = frozenset({"date", "since", "until"})
_PRECISION = {4: "year", 7: "month", 10: "day"}


def correction(codebook: Codebook, *identities: str) -> Judgement | None:
    """The judgement that corrects a statement, under any of its ids; the last one written holds."""
    return next(
        (j for j in reversed(codebook.judgements) if j.decision == "correct" and set(j.about) & set(identities)), None
    )


def corrected(
    statement: Statement,
    judgement: Judgement,
    source: Source,
    known: Mapping[str, Entity],
    codebook: Codebook,
) -> Statement:
    """The statement with the judgement's slots in place of its own; stops the build if its passage does not say so."""
    unknown = sorted(set(judgement.slots) - {*SLOTS[statement.kind], "sentence"})
    if unknown:
        told = f"'{unknown[0]}' is no slot of a {statement.kind}; use one of {', '.join(SLOTS[statement.kind])}"
        raise Refused(Problem(where=judgement.where, sentence=told))
    by_name = {name_key(form): e.id for e in known.values() for form in (e.name, *e.aliases)}
    slots = {**statement.slots, **{k: _value(v, by_name, k in _DATED) for k, v in judgement.slots.items()}}
    text = sentence(
        kind=statement.kind, rule=statement.rule, slots=slots, hedge=statement.hedge,
        attribution=statement.attribution, polarity=statement.polarity, basis=source.basis,
        names=lambda e: display_name(known[e]) if e in known else e, codebook=codebook,
    )  # fmt: skip
    made = replace(statement, slots=slots, text=text)
    verdict = verify(made, source, {e.id: (e.name, *e.aliases) for e in known.values()}, codebook)
    if verdict.verdict != "supported":
        place = f"{source.id} ¶{statement.evidence.passage[1:]}"
        told = f"{place} does not prove “{text}” ({verdict.slot}: {verdict.reason}); correct it or take it back"
        raise Unsound(Problem(where=judgement.where, sentence=told))
    return made


def _value(text: str, by_name: Mapping[str, str], dated: bool) -> SlotValue:
    """A value as an editor writes it: a name is its entity, in a slot of dates a day, month or year, all else words."""
    if name_key(text) in by_name:
        return by_name[name_key(text)]
    if dated and _DATE.fullmatch(text):
        return {"value": text, "precision": _PRECISION.get(len(text), "day"), "derived": None}
    return text


# --------------------------------------------------------------------------- sentences of the editor's own


def summaries(
    codebook: Codebook, sources: Mapping[str, Source], origin_of: Mapping[str, str], gone: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[Statement, ...], dict[str, int]]:
    """The editor's sentences as findings with a statement for each passage, and the rank of each finding.

    A source in `gone` proves nothing any more; a sentence that rests on such sources alone is left out.
    """
    findings: list[Finding] = []
    statements: list[Statement] = []
    ranks: dict[str, int] = {}
    for entry in codebook.summary:
        places = [place for place in dict.fromkeys(entry.evidence) if place.partition(" ")[0] not in gone]
        if entry.evidence and not places:
            continue
        said = [_said(entry, place, sources, codebook) for place in places]
        identity = short_hash("finding", EDITOR, *entry.evidence)
        if identity in ranks:
            told = "another sentence cites the very same passages; put both into one, or cite another passage"
            raise Refused(Problem(where=entry.where, sentence=told))
        origins = tuple(dict.fromkeys(origin_of[s.evidence.source] for s in said))
        findings.append(
            Finding(
                id=identity, kind="background", text=entry.text, entities=(), statements=tuple(s.id for s in said),
                origins=origins, voices=tuple(dict.fromkeys(s.voice for s in said)),
                status="corroborated" if len(origins) > 1 else "single-origin", section=HOME["background"], rank=0,
            )
        )  # fmt: skip
        statements += said
        ranks[identity] = entry.rank
    return tuple(findings), tuple(statements), ranks


def _said(entry: Summary, place: str, sources: Mapping[str, Source], codebook: Codebook) -> Statement:
    """The sentence as a statement of one passage; stops the build unless a sentence there supports it."""
    m = _PLACE.fullmatch(place)
    source = sources.get(m["source"]) if m is not None else None
    passage = next((p for p in source.passages if m and p.number == int(m["number"])), None) if source else None
    if m is None or source is None or passage is None or passage.cls != "content":
        told = f"'{place}' is no passage with content; write the number of a source and of a paragraph, as in 002 ¶4"
        raise Refused(Problem(where=entry.where, sentence=told))
    whole = by_words(entry.text, passage, codebook)
    for cited in passage.sentences:
        alone = replace(passage, sentences=(cited,), text=cited.text, offsets=tuple(range(len(cited.text) + 1)))
        if by_words(entry.text, alone, codebook).verdict == "supported":
            hedge = next((codebook.lexicon.hedge_of[w] for w in _doubts(entry.text, codebook)), "none")
            return Statement(
                id=short_hash("statement", EDITOR, *entry.evidence, place), kind="background", text=entry.text,
                slots={"matter": entry.text}, stance="stated" if hedge == "none" else "reported", attribution=None,
                hedge=hedge, polarity="affirmed", rule=EDITOR, voice=f"source:{source.id}",
                evidence=evidence(source, passage, cited.start, cited.end),
            )  # fmt: skip
    made = _accepted(entry, place, source, passage, codebook, whole)
    if made is not None:
        return made
    reason = f"{whole.slot}: {whole.reason}" if whole.reason else "no one sentence of it says all this"
    told = f"{place} does not prove “{entry.text}” ({reason}); reword it or cite another passage"
    if whole.verdict == "needs_review":
        identity = short_hash("statement", EDITOR, *entry.evidence, place)
        digits = short_hash("seen", entry.text, passage.text, length=12)
        told += f", or accept it after reading: a judgement 'accept' on {identity} with seen: {digits}"
    raise Unsound(Problem(where=entry.where, sentence=told))


def _accepted(
    entry: Summary, place: str, source: Source, passage: Passage, codebook: Codebook, verdict: Verdict
) -> Statement | None:
    """The sentence as an editor accepted it in place of the verifier: it cites the passage's likest sentence."""
    own = set(content_words(entry.text))
    cited = max(passage.sentences, key=lambda s: len(own & set(content_words(s.text))))
    hedge = next((codebook.lexicon.hedge_of[w] for w in _doubts(entry.text, codebook)), "none")
    made = Statement(
        id=short_hash("statement", EDITOR, *entry.evidence, place), kind="background", text=entry.text,
        slots={"matter": entry.text}, stance="stated" if hedge == "none" else "reported", attribution=None,
        hedge=hedge, polarity="affirmed", rule=EDITOR, voice=f"source:{source.id}",
        evidence=evidence(source, passage, cited.start, cited.end),
    )  # fmt: skip
    mark = acceptance(codebook, made, passage.text, verdict.verdict, verdict.slot, verdict.reason)
    return replace(made, accepted=mark) if mark is not None else None


def _doubts(text: str, codebook: Codebook) -> Sequence[str]:
    found = (m[0].casefold() for m in codebook.lexicon.hedge_pattern.finditer(text))
    return [word for word in found if word in codebook.lexicon.hedge_of]
