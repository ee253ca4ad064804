"""A fact as a statement: the sentence that is composed of it, its id, and whether its passage proves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefwright.codebook import Codebook
from briefwright.compose import display_name, sentence
from briefwright.extract import Frame
from briefwright.model import ARGUMENT_KINDS, Entity, Source, Statement, short_hash
from briefwright.reconcile import keys
from briefwright.slots import Fact
from briefwright.sources import evidence
from briefwright.verify import Verdict, verify
from briefwright.workers import each


def proved(
    statements: Sequence[Statement],
    sources: Mapping[str, Source],
    variants: Mapping[str, tuple[str, ...]],
    codebook: Codebook,
    jobs: int,
) -> list[Verdict]:
    """The verdict on each statement. Those of notes are proved without a model, faster than a process begins."""
    raw = any(sources[s.evidence.source].basis == "original" for s in statements)
    return each(
        lambda s: verify(s, sources[s.evidence.source], variants, codebook), statements, jobs if raw else 1,
        together=lambda s: (s.evidence.source, s.evidence.passage),
    )  # fmt: skip


def identity(made: Fact, taken: tuple[Mapping[str, object], ...]) -> str:
    """The id of a fact's statement, which no other bears."""
    frame = made.frame
    subject, attribute, value = keys(made)
    base = (made.source, frame.passage.id, frame.kind, subject, attribute)
    identity = (
        short_hash("statement", *base) if frame.kind not in ARGUMENT_KINDS else short_hash("statement", *base, value)
    )
    if any(identity in ids for ids in taken):
        identity = short_hash("statement", *base, value, str(frame.sentence.start), frame.rule)
    return identity


def composed(
    made: Fact, source: Source, known: Mapping[str, Entity], codebook: Codebook, relayed: Mapping[str, str]
) -> Statement:
    """The sentence of a fact with its evidence; it has no id yet."""
    frame: Frame = made.frame
    text = sentence(
        kind=frame.kind,
        rule=frame.rule,
        slots=made.slots,
        hedge=frame.hedge,
        attribution=made.attribution,
        polarity=frame.polarity,
        basis=source.basis,
        names=lambda e: display_name(known[e]) if e in known else e,
        codebook=codebook,
    )
    return Statement(
        id="",
        kind=frame.kind,
        text=text,
        slots=made.slots,
        stance=frame.stance,
        attribution=made.attribution,
        hedge=frame.hedge,
        polarity=frame.polarity,
        rule=frame.rule,
        voice=relayed.get(made.voice, made.voice),
        evidence=evidence(source, frame.passage, frame.sentence.start, frame.sentence.end),
    )
