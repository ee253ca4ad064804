"""What an editor's judgements do to a briefing: silence or accept a statement, take a source out, settle a conflict.

Each is recorded with who, when and why; what is silenced stays listed as unused with that reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefwright.codebook import Codebook, Judgement
from briefwright.model import Conflict, Problem, Source, Statement, Unsound, short_hash


@dataclass(frozen=True, kw_only=True, slots=True)
class Silence:
    """Reasons by source id, and by finding or statement id; `unknown` are sources that the corpus lacks."""

    sources: Mapping[str, str]
    findings: Mapping[str, str]
    unknown: tuple[Problem, ...] = ()

    def of(self, source: str, *identities: str) -> str | None:
        """Why a statement of a source, under these ids, is not published; None if it is."""
        if source in self.sources:
            return self.sources[source]
        return next((self.findings[i] for i in identities if i in self.findings), None)


def silence(codebook: Codebook, sources: Sequence[Source]) -> Silence:
    """What the judgements `withhold` and `source-retracted` take out."""
    known = {s.id for s in sources}
    gone: dict[str, str] = {}
    kept_back: dict[str, str] = {}
    unknown: list[Problem] = []
    for judgement in codebook.judgements:
        reason = f"{judgement.why} ({judgement.by}, {judgement.when})"
        if judgement.decision == "source-retracted":
            unknown += _known(judgement, known, "no source of this corpus", "write its id, the digits of its file name")
            gone.update(dict.fromkeys(judgement.about, f"the source was retracted: {reason}"))
        elif judgement.decision == "withhold":
            kept_back.update(dict.fromkeys(judgement.about, f"withheld by an editor: {reason}"))
    return Silence(sources=gone, findings=kept_back, unknown=tuple(unknown))


def check_judged(codebook: Codebook, met: Collection[str], conflicts: Sequence[Conflict]) -> Iterator[Problem]:
    """A judgement withholds, accepts or corrects what the corpus says, and resolves a conflict that it has."""
    told = "no finding or statement of this corpus"
    for judgement in codebook.judgements:
        if judgement.decision in ("withhold", "accept", "correct"):
            yield from _known(judgement, met, told, "take the id from the page or the YAML")
        elif judgement.decision == "resolve":
            known = {c.id for c in conflicts}
            remedy = "take the id from the conflicts page"
            if any(j.decision in ("withhold", "source-retracted") for j in codebook.judgements):
                remedy = "take the judgement out if what another one withdrew has ended it, or mend the id"
            yield from _known(judgement, known, "no conflict of this corpus", remedy)


def seen(statement: Statement, passage: str) -> str:
    """Digits for what an editor has read, the statement's text and its passage: an edit of either asks again."""
    return short_hash("seen", statement.text, passage, length=12)


def acceptance(
    codebook: Codebook, statement: Statement, passage: str, verdict: str, slot: str, reason: str
) -> str | None:
    """The mark of a statement that the verifier left to a person and a person accepted; None if nobody did.

    What the passage contradicts nobody can accept. An acceptance of another wording, or of another passage, is none.
    """
    given = next((j for j in reversed(codebook.judgements) if j.decision == "accept" and statement.id in j.about), None)
    if given is None:
        return None
    if verdict != "needs_review":
        told = f"“{statement.text}” is {verdict} by its passage ({slot}: {reason}); correct or withhold it"
        raise Unsound(Problem(where=given.where, sentence=told))
    if given.seen != seen(statement, passage):
        return None
    return f"{given.why} ({given.by}, {given.when}); not proved by rule: {reason}"


def settle(codebook: Codebook, conflicts: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """The conflicts, those that a judgement `resolve` names with its text."""
    texts: dict[str, str] = {}
    for judgement in codebook.judgements:
        if judgement.decision == "resolve":
            told = f"{judgement.text or judgement.why} ({judgement.by}, {judgement.when})"
            texts.update(dict.fromkeys(judgement.about, told))
    return tuple(replace(c, resolution=texts[c.id]) if c.id in texts else c for c in conflicts)


def _known(judgement: Judgement, known: Collection[str], what: str, remedy: str) -> Iterator[Problem]:
    for name in judgement.about:
        if name not in known:
            yield Problem(where=judgement.where, sentence=f"'{name}' is {what}; {remedy}")
