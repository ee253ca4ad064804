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
from briefwright.text import STOP_WORDS, fold, normalise, outside_quotations, quotations
from briefwright.verify.values import same_approximation

Failing = tuple[str, str]
_PARTS = re.compile(r"[,;:]|\b(?:that|and|but|which|who|because|when|while|whether|although|as)\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:not|never|no|none|neither|nor|nobody|cannot|denied|denies|refus\w+|declin\w+|unable|fail\w*|lacks?|without)\b"
    r"|n't\b",
    re.IGNORECASE,
)
_UNSURE_WHETHER = re.compile(
    r"\b(?:unclear|unknown|uncertain|not (?:immediately |yet )?(?:clear|known)|open|asked|asks|wonder\w*)\b"
    r"[^.;]*?\b(?:whether|if)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)\b", re.IGNORECASE)
_WAS, _IS = re.compile(r"\b(?:was|were|had been)\b"), re.compile(r"\b(?:is|are|remains|has been)\b")
_FORMER = re.compile(r"\b(?:former|formerly|previously|onetime|one-time|ex-)", re.IGNORECASE)
#: Kinds in which one thing acts on another of the same sort.
_ACTIVE = {"release": ("agent", "product"), "organisation_change": ("agent", "result")}
_QUANTIFIERS = frozenset("all some most many few several both every none".split())


class Sentence:
    """The cited sentence with the known names in it: who stands where, longest name first."""

    def __init__(self, text: str, names: Mapping[str, Sequence[str]]) -> None:
        self.text = fold(text)
        self.low = normalise(text)
        self.spans: list[tuple[int, int, frozenset[str]]] = []
        spelt: dict[str, set[str]] = {}
        for entity, variants in names.items():
            for name in variants:
                spelt.setdefault(normalise(name), set()).add(entity)
        taken: list[tuple[int, int]] = []
        for name in sorted((n for n in spelt if n and n in self.low), key=lambda n: (-len(n), n)):
            for m in re.finditer(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", self.low):
                if any(a < m.end() and m.start() < b for a, b in taken):
                    continue
                taken.append(m.span())
                self.spans.append((m.start(), m.end(), frozenset(spelt[name])))
        self.spans.sort()

    def of(self, entity: str) -> list[tuple[int, int]]:
        """Where the entity is named."""
        return [(a, b) for a, b, who in self.spans if entity in who]


def unbound(
    statement: Statement, cited: str, names: Mapping[str, Sequence[str]], codebook: Codebook
) -> Iterator[Failing]:
    """The slots that the cited sentence binds in another way, each with a sentence for a person."""
    sentence = Sentence(cited, names)
    yield from _named(statement, sentence, names)
    yield from _holder(statement, sentence, codebook)
    if statement.kind in ARGUMENT_KINDS:
        return
    yield from _sides(statement, sentence)
    yield from _foremost(statement, sentence)
    yield from _small_words(statement, sentence, names)
    yield from _ratio(statement, cited)
    yield from _speaker(statement, sentence, cited, codebook)
    yield from _amount(statement, cited)
    yield from _dated(statement, cited)
    yield from _tense(statement, sentence)
    yield from _denied(statement, sentence)
    # what somebody leaves open in speech is theirs, and does not touch that they said it
    if statement.kind != "quote" and statement.hedge == "none" and _UNSURE_WHETHER.search(sentence.low):
        yield "hedge", "the cited sentence leaves open whether it is so"


def _named(statement: Statement, sentence: Sentence, names: Mapping[str, Sequence[str]]) -> Iterator[Failing]:
    """Each thing of a slot is named in the sentence itself, unless that names nothing else."""
    if statement.evidence.basis != "note" or statement.slots.get("named"):
        return
    filled = {str(i) for v in statement.slots.values() for i in (v if isinstance(v, (list, tuple)) else [v])}
    if all(who & filled for _, _, who in sentence.spans):
        return  # "the breakthrough allows it": nothing else is named that the sentence could be about
    for slot, value in statement.slots.items():
        for item in [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else ():
            if item in names and not sentence.of(item):
                yield slot, f"the cited sentence does not name {names[item][0]}"


def _holder(statement: Statement, sentence: Sentence, codebook: Codebook) -> Iterator[Failing]:
    """Who a statement is attributed to is who says, thinks or fears it in the sentence."""
    who = statement.attribution
    relayed = statement.kind in ARGUMENT_KINDS or statement.kind in {"quote", "reaction"}
    noted = statement.evidence.basis == "note"
    if (
        not who
        and noted
        and not relayed
        and re.search(r"\baccording to\b", outside_quotations(sentence.text), re.IGNORECASE)
    ):
        yield "attribution", "the cited sentence says according to whom, the statement does not"
    if not who or statement.evidence.basis != "note":
        return
    if statement.kind in {"quote", "reaction"}:
        if "according to" not in sentence.low:
            yield "attribution", "the speaker says it, and nobody relays it"
        return
    low, verbs = sentence.low, codebook.lexicon.reporting
    own = {str(v) for v in statement.slots.values() if isinstance(v, str)}
    if (
        statement.kind not in ARGUMENT_KINDS
        and "according to" not in low
        and any(ids & own and normalise(who) == low[a:b] for a, b, ids in sentence.spans)
    ):
        yield "attribution", f"the sentence says it of {who} and names nobody who relays it"
    places = [m.span() for m in re.finditer(rf"(?<![^\W_]){re.escape(normalise(who))}(?![^\W_])", low)]
    for a, b, ids in sentence.spans:
        if any(normalise(who) == normalise(i) or normalise(who).replace(" ", "-") == i for i in ids):
            places.append((a, b))
    for a, b in places:
        before, after = low[:a], low[b:]
        if re.search(r"\b(?:according to|says?|said|wrote|by|of|from|for)\b[^,;]{0,60}$", before) and (
            "according to" in before or re.search(r"\b(?:says?|said|wrote)\b[^,;]{0,40}$", before)
        ):
            return
        words = re.findall(r"[^\W_][\w'-]*", after)[:9]
        telling = words if _THAT.search(after) else [w for w in words if w not in _SHOWING]
        if words[:1] and words[0] in _BE:
            telling = []  # "is seen as" is what others do
        if not after.startswith("'s") and any(
            w in verbs or w in _HOLDING or codebook.lexicon.hedge_of.get(w) in _VIEWS for w in telling
        ):
            return
    if places or not outside_quotations(sentence.text).count(who.split(" ")[-1]):
        yield "attribution", f"the cited sentence names {who}, but not as the one who says it"


_BE = frozenset({"is", "are", "was", "were"})
_THAT = re.compile(r"\bthat\b|:")
#: What tells something of itself only with "that …" behind it: "posted goodbyes" relays nothing.
_SHOWING = frozenset({"posted", "posts", "shared", "shares", "announced", "announces", "published"})
_VIEWS = frozenset({"suggests", "hints", "implies", "indicates", "signals", "fears", "hopes", "speculation"})
_HOLDING = frozenset(
    """fear fears feared see sees seen saw hold holds view views expect expects want wants hope hopes regard regards
    believe believes think thinks suspect suspects doubt doubts understand understands feel feels consider considers
    linked links link cite cites cited citing picture paint painted paints stressed watch watching told voiced
    worried worry worries warned explained described describe describes speak speaks spoke reckon reckons reckoned
    complain complains complained blame blames blamed tie ties tied recall recalls recalled predict predicts""".split()
)


def _sides(statement: Statement, sentence: Sentence) -> Iterator[Failing]:
    """Who acts stands before what is acted on, or after "by"."""
    pair = _ACTIVE.get(statement.kind)
    if statement.slots.get("attribute") in {"developed by", "developer"}:
        pair = ("value", "subject")
    if pair is None:
        return
    one, other = statement.slots.get(pair[0]), statement.slots.get(pair[1])
    if not isinstance(one, str) or not isinstance(other, str):
        return
    agents, things = sentence.of(one), sentence.of(other)
    if not agents or not things:
        return
    (a, a_end), (t, t_end) = agents[0], things[0]
    owner = a < t and sentence.low[a_end:t].startswith("'s")
    by = bool(re.search(r"\bby (?:the |its )?(?:[\w-]+ ){0,3}$", sentence.low[:a]))
    if a < t and (owner or not _passive_by(sentence.low[a_end:t], sentence.low[t_end:], t)):
        return
    if a > t and (by or not _verbal(sentence.low[t_end:a])):
        return
    yield pair[0], f"in the cited sentence it is not {pair[0]} but the other side"


def _passive_by(between: str, _after: str, _at: int) -> bool:
    return bool(_PASSIVE.search(between)) and bool(re.search(r"\bby (?:the |its )?(?:[\w-]+ ){0,3}$", between))


def _verbal(between: str) -> bool:
    return bool(re.search(r"\b\w+(?:ed|ew|es|s)\b", between))


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
    if said and not any(same_approximation(q.approx, str(slots.get("approx") or "")) for q in said):
        yield "approx", f"the cited sentence says “{said[0].surface}”"


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


def _denied(statement: Statement, sentence: Sentence) -> Iterator[Failing]:
    """A denial stands in the part of the sentence that speaks of the subject."""
    if statement.polarity != "denied" or statement.evidence.basis != "note":
        return
    subject = next(iter(statement.slots.values()), None)
    places = sentence.of(subject) if isinstance(subject, str) else []
    own = [normalise(v) for v in statement.slots.values() if isinstance(v, str) and _DENIAL.search(v)]
    low = sentence.low
    for words in own:  # "denied knowledge" affirms that it was denied
        low = low.replace(words, " " * len(words))
    cuts = sorted({0, len(low), *(m.start() for m in _PARTS.finditer(low))})
    for a, b in pairwise(cuts):
        if _DENIAL.search(low[a:b]) and (not places or any(a <= p < b for p, _ in places)):
            return
    tail = low[places[0][0] if places else 0 :]
    near = not places or bool(
        re.search(r"^[^,;:]{0,90}?\b(?:not|never|no|cannot|declin\w+|denied|refused)\b|n't", tail)
    )
    if near and "that" not in tail.split(" not ")[0].split():
        return
    yield "polarity", "the cited sentence denies something else"


#: Words of grammar that a slot may put in or leave out.
_FREE = frozenset("a an the of in and that to for by its their his her on at as s be been being or".split())


def _small_words(statement: Statement, sentence: Sentence, names: Mapping[str, Sequence[str]]) -> Iterator[Failing]:
    """A slot of words brings in no "not", "after" or "was" that the sentence lacks, nor another verb of the deed."""
    have = set(re.findall(r"[^\W_]+", sentence.low))
    for slot, value in statement.slots.items():
        if not isinstance(value, str) or value in names or slot in _OWN_WORDS:
            continue
        for word in re.findall(r"[^\W_]+", normalise(value)):
            if word in STOP_WORDS and word not in _FREE and word not in have:
                yield slot, f"the cited sentence does not say “{word}”"
    wanted = {"departure": "manner", "release": "manner", "organisation_change": "change", "meeting": "event"}
    manner = statement.slots.get(wanted.get(statement.kind, ""))
    if isinstance(manner, str) and manner not in names:
        stems = {w[:4] for w in have}
        said = [w[:4] in stems for w in re.findall(r"[^\W_]+", normalise(manner)) if w not in STOP_WORDS]
        if not (all(said) if statement.kind == "meeting" else any(said)):
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


def _foremost(statement: Statement, sentence: Sentence) -> Iterator[Failing]:
    """Where a verb compares or joins two names, the subject is the one before it."""
    subject = next(iter(statement.slots.values()), None)
    filled = {str(i) for v in statement.slots.values() for i in (v if isinstance(v, (list, tuple)) else [v])}
    places = sentence.of(subject) if isinstance(subject, str) else []
    if not places or statement.evidence.basis != "note" or not sentence.spans:
        return
    a, b, who = sentence.spans[0]
    owner = sentence.low[b : b + 2] == "'s"
    if a == 0 and not owner and not who & filled and places[0][0] > b and statement.attribution is None:
        between = sentence.low[b : places[0][0]]
        if re.match(r" (?:\w+ly )?\w+(?:ed|s)\b", between) and not re.search(r"[,;:]| (?:and|that|was|were) ", between):
            yield next(iter(statement.slots)), "in the cited sentence somebody else does it"
