"""Every sentence of a note laid over the paragraph that it retells, by the verifier.

What the paragraph contradicts is a problem. What it does not prove is for a person to read beside the article; the seal
keeps that it was read, by a hash of sentence and paragraph, so that an edit of either asks again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefwright.codebook import Codebook
from briefwright.language import available
from briefwright.model import Problem, Sentence, short_hash
from briefwright.originals.article import Noted
from briefwright.verify import Verdict, entails, weigh

_SHOWN = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """A sentence of a note, where it stands, what the verifier says of it, and the hash under which it is read."""

    where: str
    passage: str
    text: str
    verdict: Verdict
    key: str

    @property
    def problem(self) -> Problem:
        """The sentence as a place and what is wrong with it."""
        shown = self.text if len(self.text) <= _SHOWN else f"{self.text[:_SHOWN].rstrip()}…"
        told = f"[{self.passage}] “{shown}” {self.verdict.slot}: {self.verdict.reason}"
        remedy = "correct it" if self.verdict.verdict == "unsupported" else "read it beside the article, then seal it"
        return Problem(where=self.where, sentence=f"{told}; {remedy}")


def judged(noted: tuple[Noted, ...], codebook: Codebook) -> tuple[Judged, ...]:
    """The verdict on each sentence of the notes, in order; none where no language model is installed."""
    return tuple(one for each in noted for one in _note(each, codebook)) if available() else ()


def _note(noted: Noted, codebook: Codebook) -> Iterator[Judged]:
    around = "\n".join(noted.article.paragraphs)
    for passage in noted.source.passages:
        if passage.cls != "content" or passage.number > len(noted.article.paragraphs):
            continue
        paragraph = noted.article.paragraphs[passage.number - 1]
        for sentence in passage.sentences:
            text = sentence.text.replace("[sic]", "").strip()
            verdict = weigh(entails(paragraph, text, codebook, around) or ())
            yield Judged(
                where=noted.line(passage.offsets[sentence.start]), passage=passage.id, text=text, verdict=verdict,
                key=_key(paragraph, sentence),
            )  # fmt: skip


def _key(paragraph: str, sentence: Sentence) -> str:
    return short_hash("read", paragraph, sentence.text, length=12)


def contradicted(found: tuple[Judged, ...]) -> tuple[Problem, ...]:
    """The sentences that the paragraph contradicts."""
    return tuple(one.problem for one in found if one.verdict.verdict == "unsupported")


def unread(found: tuple[Judged, ...], read: frozenset[str]) -> tuple[Problem, ...]:
    """The sentences that are not proved and that nobody has read beside the article since they were written."""
    return tuple(one.problem for one in found if one.verdict.verdict == "needs_review" and one.key not in read)
