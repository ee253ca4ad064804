"""Are the slots of a statement bound in the cited sentence as in the statement? By rules of word order alone.

Each name counts only where it is not part of a longer known one; a swap, a foreign owner, an invented holder, a lost
tense or denial is told by what stands between the words. Nothing here needs a language model: notes are proved alike
with and without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from briefwright.codebook import Codebook
from briefwright.dates import find_dates
from briefwright.model import ARGUMENT_KINDS, Statement
from briefwright.quantities import find_quantities
from briefwright.text import STOP_WORDS, normalise, outside_quotations, quotations
from briefwright.verify.denials import misdenied
from briefwright.verify.held import held
from briefwright.verify.named import beside, foremost, named, sides
from briefwright.verify.spelt import Failing, Sentence
from briefwright.verify.values import same_approximation

_UNSURE_WHETHER = re.compile(
    r"\b(?:unclear|unknown|uncertain|not (?:immediately |yet )?(?:clear|known)|open|asked|asks|wonder\w*)\b"
    r"[^.;]*?\b(?:whether|if)\b",
    re.IGNORECASE,
)
_WAS, _IS = re.compile(r"\b(?:was|were|had been)\b"), re.compile(r"\b(?:is|are|remains|has been)\b")
_FORMER = re.compile(r"\b(?:former|formerly|previously|onetime|one-time|ex-)", re.IGNORECASE)
_QUANTIFIERS = frozenset("all some most many few several both every none".split())


def unbound(
    statement: Statement, cited: str, names: Mapping[str, Sequence[str]], codebook: Codebook
) -> Iterator[Failing]:
    """The slots that the cited sentence binds in another way, each with a sentence for a person."""
    sentence = Sentence(cited, names)
    # what is named in speech is not who speaks
    around = Sentence(outside_quotations(cited), names) if statement.kind in {"quote", "reaction"} else sentence
    yield from named(statement, around, names, codebook.lexicon)
    yield from held(statement, sentence, codebook)
    if statement.kind in ARGUMENT_KINDS:
        return
    yield from sides(statement, sentence)
    yield from foremost(statement, sentence)
    yield from beside(statement, sentence)
    yield from _small_words(statement, sentence, names)
    yield from _ratio(statement, cited)
    yield from _speaker(statement, sentence, cited, codebook)
    yield from _owner(statement, sentence)
    yield from _amount(statement, cited)
    yield from _dated(statement, cited)
    yield from _tense(statement, sentence)
    yield from misdenied(statement, sentence)
    # what somebody leaves open in speech is theirs, and does not touch that they said it
    if statement.kind != "quote" and statement.hedge == "none" and _UNSURE_WHETHER.search(sentence.low):
        yield "hedge", "the cited sentence leaves open whether it is so"


def _speaker(statement: Statement, sentence: Sentence, cited: str, codebook: Codebook) -> Iterator[Failing]:
    """The speaker of a quotation is named without "'s" beside it, and the words stand inside its marks."""
    if statement.kind not in {"quote", "reaction"}:
        return
    words, who = statement.slots.get("words"), statement.slots.get("speaker") or statement.slots.get("holder")
    marked = quotations(cited)
    if isinstance(words, str) and marked:
        flat = normalise(words).rstrip(".,")
        if not any(flat in normalise(q.words) or normalise(q.words).rstrip(".,") in flat for q in marked):
            yield "words", "the words do not stand inside the quotation marks of the cited sentence"
    if isinstance(words, str) and isinstance(who, str):
        yield from _in_part(words, who, sentence)
    if not isinstance(who, str) or statement.evidence.basis != "note":
        return
    places = sentence.of(who)
    others = [(a, b) for a, b, ids in sentence.spans if who not in ids]
    if places and all(sentence.low[b : b + 2] == "'s" for _, b in places) and others:
        yield "speaker", "the cited sentence names the speaker only as the owner of something"
    before = [a for a, _ in others if places and a < places[0][0]]
    verbs = codebook.lexicon.reporting
    for a in before:
        between = re.findall(r"[^\W_][\w'-]*", sentence.low[a : places[0][0]])
        view = normalise(str(statement.slots.get("view") or "")).split()[:1]
        if any(w in verbs or w in view for w in between) and not {"according", "from", "by"} & {
            *between[-3:],
            "according" if "according" in between else "",
        }:
            yield "speaker", "in the cited sentence somebody else speaks"
            return


def _in_part(words: str, who: str, sentence: Sentence) -> Iterator[Failing]:
    """In "A wrote “…”; B said “…”" each speaks in the own part."""
    flat = normalise(words).rstrip(".,")
    if ";" not in flat and _anothers(flat, who, sentence, _SEMICOLON):
        yield "speaker", "in the part of the sentence with these words somebody else is named"


def _owner(statement: Statement, sentence: Sentence) -> Iterator[Failing]:
    """In "A has 12 layers, while B has 9" each amount is of the name in its part."""
    subject, value = statement.slots.get("subject"), str(statement.slots.get("value") or "")
    if statement.evidence.basis == "note" or not isinstance(subject, str) or not re.fullmatch(r"\d[\d.]*", value):
        return
    for said in find_quantities(sentence.text):
        if said.low == type(said.low)(value) and not _anothers(normalise(said.surface), subject, sentence, _CONTRAST):
            return
    if any(said.low == type(said.low)(value) for said in find_quantities(sentence.text)):
        yield "subject", "in the part of the sentence with this amount something else is named"


_SEMICOLON = re.compile(";")
_CONTRAST = re.compile(r";|,? (?:while|whereas) ")


def _anothers(words: str, who: str, sentence: Sentence, cut: re.Pattern[str]) -> bool:
    """Do the words stand in parts of the sentence that name others, and the one meant in another part only?"""
    cuts = [0, *(m.end() for m in cut.finditer(sentence.low)), len(sentence.low)]
    if not sentence.of(who) or len(cuts) == 2:
        return False
    for a, b in pairwise(cuts):
        part = sentence.low[a:b]
        named = [ids for start, _, ids in sentence.spans if a <= start < b]
        pronoun = re.search(r"\b(?:he|she|they|it|its|their|his|her)\b", part)
        if words in part and (pronoun or not named or any(who in ids for ids in named)):
            return False
    return words in sentence.low


def _amount(statement: Statement, cited: str) -> Iterator[Failing]:
    """An amount has the approximation of the sentence; the sides of a range and of a ratio stand in order."""
    slots = statement.slots
    value = str(slots.get("value") or "")
    ends = value.split("–")
    if len(ends) == 2 and all(re.fullmatch(r"\d[\d.]*", e) for e in ends) and float(ends[0]) >= float(ends[1]):
        yield "value", "the range begins with its greater end"
    if value.casefold() in _QUANTIFIERS and not re.search(rf"\b{re.escape(value)}\b", cited, re.IGNORECASE):
        yield "value", f"the cited sentence does not say “{value}”"
    if not re.fullmatch(r"\d[\d.]*", value) or "approx" not in {*slots, "approx"}:
        return
    said = [q for q in find_quantities(cited) if q.low == type(q.low)(value) or q.high == type(q.low)(value)]
    unit = str(slots.get("unit") or "")
    if (
        said
        and unit
        and statement.evidence.basis != "note"
        and all(q.unit and not _one_unit(q.unit, unit) for q in said)
    ):
        yield "unit", f"the cited sentence says “{said[0].surface}”"
    if said and not any(same_approximation(q.approx, str(slots.get("approx") or "")) for q in said):
        yield "approx", f"the cited sentence says “{said[0].surface}”"


def _one_unit(said: str, shown: str) -> bool:
    a, b = normalise(said), normalise(shown)
    return a.rstrip("s") == b.rstrip("s") or a.split()[-1:] == b.split()[-1:] or a in b or b in a


def _dated(statement: Statement, cited: str) -> Iterator[Failing]:
    """A day that was derived from a weekday is such a day; a stated date stands in the sentence."""
    for slot, value in statement.slots.items():
        if not isinstance(value, Mapping):
            continue
        stored = str(value.get("value") or "")
        mentions = find_dates(cited)
        days = [m.value for m in mentions if m.precision == "weekday"]
        if days and re.fullmatch(r"\d{4}-\d\d-\d\d", stored) and all(m.precision == "weekday" for m in mentions):
            if date.fromisoformat(stored).strftime("%A").casefold() not in days:
                yield slot, f"the cited sentence says {days[0].capitalize()}, and {stored} is none"
        elif days and stored[:1].isdigit() and all(m.precision == "weekday" for m in mentions):
            yield slot, f"the cited sentence says {days[0].capitalize()}, not {stored}"
        stated = [m.value for m in mentions if re.match(r"(?:\d{4}|-)-\d\d", m.value)]
        if stated and re.match(r"\d{4}-\d\d", stored) and not any(_agrees(m, stored) for m in stated) and not days:
            relative = any(m.precision == "relative" for m in mentions)
            if not relative:
                yield slot, f"the cited sentence says {stated[0].lstrip('-')}, not {stored}"


def _agrees(said: str, stored: str) -> bool:
    a, b = said.lstrip("-").split("-"), stored.split("-")
    if said.startswith("-"):
        b = b[1:]
    return all(x == y for x, y in zip(a, b, strict=False)) and len(b) <= len(a)


def _tense(statement: Statement, sentence: Sentence) -> Iterator[Failing]:
    """A role that somebody had is not one that he has."""
    if statement.kind != "role" or not isinstance(statement.slots.get("person"), str):
        return
    role, tense = normalise(str(statement.slots.get("role") or "")), statement.slots.get("tense")
    at = sentence.low.find(role)
    places = sentence.of(str(statement.slots["person"]))
    if at < 0 or not places:
        return
    between = sentence.low[places[0][1] : at] if places[0][1] <= at else ""
    if _FORMER.search(sentence.low[max(0, at - 24) : at]):
        if tense != "former":
            yield "tense", "the cited sentence says “former”"
    elif _WAS.search(between) and not _IS.search(between):
        if not tense:
            yield "tense", "the cited sentence says that it was so, not that it is"
    elif _IS.search(between) and not _WAS.search(between) and tense:
        yield "tense", "the cited sentence says that it is so, not that it was"


#: Words of grammar that a slot may put in or leave out.
_FREE = frozenset("a an the of in and that to for by its their his her on at as s be been being or".split())


def _small_words(statement: Statement, sentence: Sentence, names: Mapping[str, Sequence[str]]) -> Iterator[Failing]:
    """A slot of words brings in no "not", "after" or "was" that the sentence lacks, nor another verb of the deed."""
    have = set(re.findall(r"[^\W_]+", sentence.low))
    for slot, value in statement.slots.items():
        if not isinstance(value, str) or value in names or slot in _OWN_WORDS:
            continue
        if slot == "speaker" and not re.search(r"\w", outside_quotations(sentence.text)):
            # a sentence that is speech and nothing else has its speaker beside it
            continue
        for word in re.findall(r"[^\W_]+", normalise(value)):
            if word in STOP_WORDS and word not in _FREE and word not in have:
                yield slot, f"the cited sentence does not say “{word}”"
    wanted = {"departure": "manner", "release": "manner", "organisation_change": "change", "meeting": "event"}
    manner = statement.slots.get(wanted.get(statement.kind, ""))
    if isinstance(manner, str) and manner not in names:
        # "move" stands in "moving"
        stems = {w[:4] for w in have} | {
            w.removesuffix("ing") + e for w in have if w.endswith("ing") for e in ("", "e")
        }
        said = [w[:4] in stems or w in stems for w in re.findall(r"[^\W_]+", normalise(manner)) if w not in STOP_WORDS]
        if said and not (all(said) if statement.kind == "meeting" else any(said)):
            yield wanted[statement.kind], f"the cited sentence does not say “{manner}”"


#: Slots whose words are the codebook's, not the text's.
_OWN_WORDS = frozenset({"attribute", "type", "tense", "approx", "reporting", "unit", "licence", "sentence", "words",
                        "named", "first", "second", "value", "manner"})  # fmt: skip


def _ratio(statement: Statement, cited: str) -> Iterator[Failing]:
    """The sides of a ratio stand in the order of what they count."""
    first, second = statement.slots.get("first"), statement.slots.get("second")
    if not first or not second:
        return
    said = [(q.first, q.second) for q in find_quantities(cited) if q.kind == "ratio" and q.first]
    of, to = (normalise(str(statement.slots.get(k) or "")) for k in ("of", "to"))
    low = normalise(cited)
    turned = bool(of and to) and 0 <= low.find(to) < low.find(of)
    wanted = (str(second), str(first)) if turned else (str(first), str(second))
    if said and wanted not in said:
        yield "first", f"the cited sentence says {said[0][0]}:{said[0][1]}, in this order"
