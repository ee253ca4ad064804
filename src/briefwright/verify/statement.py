"""Re-proves every statement against the source text, slot by slot. Knows nothing of how statements are made.

What is checked: the span is exact; each name, number, date, quotation and word of every slot stands in the cited
passage (numbers and speech in the cited sentence itself); doubt, denial and attribution of the sentence are kept;
the text holds no number, name or quotation that the passage lacks. The decision is by explicit comparison only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefwright.codebook import Codebook
from briefwright.dates import find_dates, overlap
from briefwright.model import ARGUMENT_KINDS, Passage, Sentence, Source, Statement
from briefwright.quantities import find_quantities, number_forms
from briefwright.text import (
    content_words,
    find_quotation,
    fold,
    inverted_condition,
    is_title,
    normalise,
    outside_quotations,
    quotations,
    stated_condition,
)
from briefwright.verify.binding import unbound
from briefwright.verify.cells import misplaced
from briefwright.verify.refuted import refuted
from briefwright.verify.spelt import stands
from briefwright.verify.verdict import Verdict

#: Hedges that may never be lost, whatever the clause they stand in.
_STRONG = frozenset({"reportedly", "rumoured", "allegedly", "purportedly", "supposedly", "apparently", "reported",
                     "said to", "believed to", "thought to", "unconfirmed"})  # fmt: skip
_PERSONAL = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
#: So many passages may stand between a person and the pronoun that stands for that person.
_FAR = 3
_PRONOUN = re.compile(r"\b(?:he|she|the company|one of (?:them|these|those))\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
_ENDINGS = ("ies", "ing", "ed", "es", "s", "e")
#: Slots that the rule or the grammar supplies; their words need not stand in the passage.
_SUPPLIED = frozenset({"attribute", "manner", "type", "tense", "approx", "reporting", "unit", "first",
                       "second", "sentence", "licence", "change", "event", "named", "place"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Failure:
    """What the passage does not bear. Not `sure`: it may say so in other words, which a person can tell."""

    slot: str
    reason: str
    sure: bool = True


#: What is still to come is no fact yet.
_TO_COME = re.compile(r"\b(?:will|is to|are to|shall|plans? to)\b|['’]ll\b", re.IGNORECASE)


def verify(statement: Statement, source: Source, names: Mapping[str, Sequence[str]], codebook: Codebook) -> Verdict:
    """Is the statement proved by the passage it cites? `names` gives every name variant of each entity id.

    Where words of it only do not stand there as they are, a person may find that the passage says it: `needs_review`.
    """
    failures = list(_failures(statement, source, names, codebook))
    if not failures:
        return Verdict(verdict="supported")
    failure = next((f for f in failures if f.sure), failures[0])
    return Verdict(verdict="unsupported" if failure.sure else "needs_review", slot=failure.slot, reason=failure.reason)


def _failures(
    statement: Statement, source: Source, names: Mapping[str, Sequence[str]], codebook: Codebook
) -> Iterator[_Failure]:
    evidence = statement.evidence
    if source.text[evidence.start : evidence.end] != evidence.exact or not evidence.exact:
        yield _Failure("evidence", "the cited span does not hold the cited words")
        return
    passage = next((p for p in source.passages if p.id == evidence.passage), None)
    if passage is None or passage.cls != "content":
        yield _Failure("evidence", "the cited passage is no content of the source")
        return
    cited = next(
        (s for s in passage.sentences if passage.offsets[s.start] <= evidence.start < passage.offsets[s.end - 1] + 1),
        None,
    )
    if cited is None:
        yield _Failure("evidence", "the cited span is no sentence of the passage")
        return
    first = next((p for p in source.passages if p.cls == "content"), None)
    if statement.slots.get("place") and not (passage is first and is_title(passage.text)):
        yield _Failure("place", "the cited passage is not the title line of its text")
        return
    above = _named_above(statement, passage, source)
    if above is None:
        yield _Failure("named", "no heading, title or opening line above the passage has this number")
        return
    yield from _slots(
        statement,
        cited.text + _speaker_before(statement, cited, passage),
        above + _with_header(passage, source),
        names,
        codebook,
    )
    yield from _modality(statement, cited.text, passage.text, codebook)
    row = _with_header(passage, source) if " | " in passage.text else cited.text
    yield from _text(statement, row, passage.text, names)
    for slot, reason in unbound(statement, cited.text, names, codebook):
        # whom a pronoun of the sentence means, a person may tell
        yield _Failure(slot, reason, sure=not reason.startswith("the cited sentence does not name "))
    yield from (_Failure(slot, reason) for slot, reason in misplaced(statement, passage, source, names))
    if evidence.basis == "original" and statement.kind not in ARGUMENT_KINDS:
        yield from (
            _Failure(slot, reason) for slot, reason in refuted(statement, cited.text, passage, source, names, codebook)
        )


def _speaker_before(statement: Statement, cited: Sentence, passage: Passage) -> str:
    """The sentence before a quotation whose own sentence only says "she said": it may say who that is."""
    outside = outside_quotations(cited.text)
    if statement.kind != "quote" or (re.search(r"\w", outside) and not _PRONOUN.search(outside)):
        return ""
    before = [s.text for s in passage.sentences if s.end <= cited.start]
    # "one of them" may look further back than "she"
    back = 3 if str(statement.slots.get("speaker")).startswith("one of ") else 1
    return "".join(f" | {text}" for text in before[-back:])


def _named_above(statement: Statement, passage: Passage, source: Source) -> str | None:
    """The heading, title or line with a colon above the passage that the statement says names its subject.

    Empty where it says nothing of the kind; None where what it points to is none of these.
    """
    told = statement.slots.get("named")
    if not told:
        return ""
    first = next((p for p in source.passages if p.cls == "content"), None)
    if statement.kind == "quote" and _PERSONAL.search(outside_quotations(passage.text)):
        # "“…,” she said", where the passage names nobody: who a passage shortly before speaks of
        near = [p for p in source.passages if p.cls == "content" and p.number < passage.number][-_FAR:]
        return next((f"{p.text} | " for p in near if p.id == told), None)
    for place in source.passages:
        opens = place.cls == "heading" or place is first or place.text.rstrip().endswith(":")
        if place.id == told and place.number < passage.number and opens:
            return f"{place.text} | "
    return None


def _with_header(passage: Passage, source: Source) -> str:
    """What may name the things a passage speaks of: its own text and, for a row of a table, the first row's."""
    if " | " not in passage.text:
        return passage.text
    at = next(i for i, p in enumerate(source.passages) if p.id == passage.id)
    while at > 0 and " | " in source.passages[at - 1].text:
        at -= 1
    return f"{source.passages[at].text} | {passage.text}"


def _slots(
    statement: Statement, cited: str, passage: str, names: Mapping[str, Sequence[str]], codebook: Codebook
) -> Iterator[_Failure]:
    """Every slot's content stands in the passage; numbers and speech in the cited sentence."""
    for slot, value in statement.slots.items():
        if slot == "sentence" and normalise(str(value)) != normalise(cited):
            yield _Failure(slot, "the sentence shown is not the sentence cited")
        if isinstance(value, Mapping):
            if not _date_stands(value, cited, passage):
                yield _Failure(
                    slot, f"no date in the cited sentence agrees with {value.get('value') or value.get('words')}"
                )
            continue
        values = (
            [value] if isinstance(value, str) else [str(v) for v in value] if isinstance(value, (list, tuple)) else []
        )
        for item in values:
            if item in names:
                if not any(stands(n, passage) for n in names[item]):
                    yield _Failure(slot, f"the passage does not name {names[item][0]}")
            elif slot == "words" and statement.kind == "quote":
                if find_quotation(item, cited) is None:
                    yield _Failure(slot, "the quoted words do not stand in the cited sentence")
            elif slot == "value" and _is_number(item):
                if not _number_stands(item, cited):
                    yield _Failure(slot, f"the cited sentence does not give the number {item}")
            elif slot == "licence":
                if not any(stands(form, cited) for form in (item, *_spellings(item, codebook))):
                    yield _Failure(slot, f"the cited sentence does not name the licence {item}")
            elif slot not in _SUPPLIED and not _words_stand(item, cited):
                yield _Failure(slot, f"the cited sentence does not say “{item}”", sure=slot in {"role", "value"})


def _spellings(licence: str, codebook: Codebook) -> Iterator[str]:
    """How a licence may be written; one without a version, as any of its versions."""
    for spdx, forms in codebook.lexicon.licences.items():
        if spdx == licence or spdx.startswith(f"{licence}-"):
            yield from forms


def _modality(statement: Statement, cited: str, passage: str, codebook: Codebook) -> Iterator[_Failure]:
    """No strong hedge of the sentence is lost; attribution and denial are the sentence's own."""
    outside = outside_quotations(cited)
    lexicon = codebook.lexicon
    found = (m[0].casefold() for m in lexicon.fact_hedges.finditer(outside))
    hedges = {lexicon.hedge_of.get(word) or lexicon.conditions[word] for word in found}
    hedges |= {"will"} if _TO_COME.search(outside) else set()
    hedges |= {"if"} if inverted_condition(cited) or stated_condition(cited) else set()
    if statement.hedge != "none" and statement.hedge not in hedges:
        yield _Failure("hedge", f"the cited sentence does not say “{statement.hedge}”")
    if statement.hedge == "none" and statement.kind not in ARGUMENT_KINDS and _lost(statement, outside, hedges):
        yield _Failure("hedge", f"the cited sentence says “{sorted(hedges & _STRONG)[0]}”, the statement does not")
    voice = statement.attribution
    # "…, she says": a pronoun stands for a name that the passage gives
    # a sentence that is speech and nothing else has its speaker beside it
    alone = not re.search(r"\w", outside)
    meant = voice and (alone or _PRONOUN.search(outside)) and any(stands(w, passage) for w in voice.split())
    if voice and not meant and not _words_stand(voice, cited) and not any(stands(w, cited) for w in voice.split()):
        yield _Failure("attribution", f"the cited sentence does not name {statement.attribution}", sure=False)
    if statement.polarity == "denied" and not lexicon.negation_pattern.search(outside):
        yield _Failure("polarity", "the cited sentence denies nothing")


def _lost(statement: Statement, outside: str, hedges: set[str]) -> bool:
    """A strong hedge binds the clause it stands in: a fact from another clause of the sentence may go without."""
    return bool(hedges & _STRONG) and len(re.split(r"[,;]", outside)) < 2


def _text(statement: Statement, cited: str, passage: str, names: Mapping[str, Sequence[str]]) -> Iterator[_Failure]:
    """The text itself brings in no number and no quotation that the sentence lacks."""
    if statement.kind in ARGUMENT_KINDS:
        return
    known = {normalise(n) for variants in names.values() for n in variants}
    # "BUSL-1.1" is how a licence is called, and counts nothing
    licence = str(statement.slots.get("licence") or "\n")
    for quotation in quotations(statement.text):
        if normalise(quotation.words) not in known and find_quotation(quotation.words, cited) is None:
            yield _Failure("text", f"“{quotation.words}” does not stand in the cited sentence")
    shown = outside_quotations(statement.text).replace(licence, " ")
    for name in sorted({n for v in names.values() for n in v if n in shown}, key=len, reverse=True):
        shown = shown.replace(name, " ")
    for value in statement.slots.values():
        if isinstance(value, Mapping):
            shown = re.sub(r"\b\d{1,2} [A-Z][a-z]+(?: \d{4})?|\b[A-Z][a-z]+ \d{4}", " ", shown)
    allowed = {q.low for q in find_quantities(cited)} | {q.high for q in find_quantities(cited) if q.high is not None}
    for found in _NUMBER.finditer(shown):
        plain = found[0].replace(",", "")
        if not _number_stands(plain, cited) and not any(_same_amount(plain, shown, float(a)) for a in allowed):
            yield _Failure("text", f"the number {found[0]} does not stand in the cited sentence")


def _same_amount(plain: str, shown: str, amount: float) -> bool:
    """Is a shown "9 billion" the amount 9000000000?"""
    scale = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
    return any(abs(float(plain) * s - amount) < 1e-6 * max(amount, 1) for w, s in scale.items() if w in shown)


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\d.,:–/-]+", text))


def _number_stands(value: str, cited: str) -> bool:
    """Does the sentence give this number in any of its usual forms?"""
    if ":" in value:
        return value in fold(cited).replace(" ", "") or value.replace(":", "-to-") in fold(cited)
    flat = normalise(cited)
    ends = value.split("–")
    exact = {q.low for q in find_quantities(cited)} | {q.high for q in find_quantities(cited)}
    return all(
        any(re.search(rf"(?<![\w.]){re.escape(form)}(?![\d])", flat) for form in number_forms(end))
        or any(amount is not None and float(amount) == float(end) for amount in exact)
        for end in ends
    )


def _date_stands(value: Mapping[str, object], cited: str, passage: str) -> bool:
    """Does a date of the sentence agree with the slot, or was it derived from one that stands there?"""
    stored = str(value.get("value") or "")
    words = str(value.get("words") or "")
    if words and normalise(words) in normalise(cited):
        return True
    mentions = find_dates(cited)
    if value.get("derived"):
        # "on the 9th": the month stands in another sentence of the passage
        near = (m for m in find_dates(passage) if m.derived and m.value == stored)
        return bool(mentions) or any(normalise(m.surface) in normalise(cited) for m in near)
    return any(m.value == stored or (stored[:1].isdigit() and overlap(m.value, stored)) for m in mentions)


def _words_stand(words: str, cited: str) -> bool:
    """Do all content words stand in the sentence, endings aside?"""
    have = {stem(w) for w in content_words(cited)}
    return all(stem(w) in have for w in content_words(words))


def stem(word: str) -> str:
    """A word without its ending: what "released" and "release" share."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word
