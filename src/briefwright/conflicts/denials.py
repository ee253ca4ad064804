"""A claim and its denial: in one sentence, in the next one, in the next paragraph or in another text.

Silence denies nothing, nor does a narrator deny himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefwright.codebook import load_codebook
from briefwright.conflicts.cues import cue
from briefwright.conflicts.view import (
    Told,
    View,
    conflict,
    names_of,
    one_name,
    stem,
    stemmed,
    stems,
)
from briefwright.model import Conflict, Side
from briefwright.quantities import find_quantities
from briefwright.text import fold, quotations

#: How far back in its text the claim of a denial may stand, in sentences.
_BACK = 4
#: How far back what unnamed people say is looked for, where nobody else speaks before a denial.
_FAR_BACK = 12
#: "She does not." · "It was not." · "They haven't."
_SHORT_NO = re.compile(
    r"(?:But |Yet |In fact,? |Not so\W+)?(?:[Ss]he|[Hh]e|[Ii]t|[Tt]hey|[Tt]his|[Tt]hat|We|I|[A-Z]\w+) "
    r"(?:do|does|did|is|was|are|were|has|have|had|will|would|can|could)(?:n't| not)\.?|Not (?:so|true)\.|No\."
)
_CLAUSE_END = re.compile(r"[.:;!?]")
_PART_END = re.compile(r"[.,;:!?]")
_SUCH = re.compile(r"\s*(?:that )?(?:there (?:was|had been|is|were) )?(?:any )?such (?:an? )?([\w-]+)")
#: Subject and verb stand so close.
_TOGETHER = 4
_BREAK = re.compile(r"[.,;:!?“”\"]\s?|\b(?:that|and|but|said|says|says:|because|which|who) ")
#: "if bonuses are not paid" denies nothing either.
_CONDITION = re.compile(r"\b(?:if|unless|whether|in case|should|lest)\b[^,;.]{0,60}$", re.I)
#: Between the clauses of a sentence of which one may deny the other.
_BETWEEN = re.compile(
    r";\s+|,? (?:but|while|whereas|though|although|yet) |"
    r", (?:something|which) (?:that )?(?=(?:the )?\w+ (?:den|disp|rej))",
    re.I,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A sentence, or the one clause of it that claims or denies."""

    told: Told
    text: str = ""

    @property
    def words(self) -> str:
        return self.text or self.told.plain


def denials(view: View) -> Iterator[Conflict]:
    """A claim and its denial, the same pair in several texts as one conflict."""
    pairs: list[tuple[list[Said], list[Said], frozenset[str]]] = []
    for place in range(len(view.told)):
        refusal, claims = _refused(view, place)
        if not claims:
            continue
        topic = stems(refusal.words).union(*(stems(c.words) for c in claims))
        same = next((p for p in pairs if _alike(p[2], topic)), None)
        if same is None:
            pairs.append((claims, [refusal], topic))
        else:
            same[0].extend(c for c in claims if c not in same[0])
            same[1].append(refusal)
    for claims, refusals, _ in pairs:
        claims = [c for c in claims if c not in refusals]
        if claims:
            # a heading makes no claim: it says whom the claim is about and where it stands
            named = claims[0].told.entities | refusals[0].told.entities
            where = f"{claims[0].told.source} {claims[0].told.passage}"
            yield conflict(
                "modality", f"a claim and its denial: {', '.join([*[view.name(e) for e in sorted(named)][:3], where])}",
                sorted(frozenset().union(*(s.told.entities for s in (*claims, *refusals)))),
                [_side(claims), _side(refusals, denying=True)], "Claimed in one place, denied in another.",
            )  # fmt: skip


def _side(said: Sequence[Said], *, denying: bool = False) -> Side:
    best = [
        next((s for s in x.told.statements if s.polarity == "denied" or s.kind == "reaction"), x.told.best)
        if denying and x.text
        else x.told.best
        for x in said
    ]
    text = said[0].text
    if text and best[0].evidence.basis == "original":
        text = f"“{text}”"
    return Side(text=text or best[0].text, statements=tuple(dict.fromkeys(s.id for s in best)))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= 0.4 * min(len(one), len(other))


def _refused(view: View, place: int) -> tuple[Said, list[Said]]:
    """What the sentence at a place denies: its own first clause, what stands before it, or sentences elsewhere."""
    t = view.told[place]
    whole = Said(told=t)
    if t.plain.rstrip().endswith("?"):
        return whole, []
    clauses = _clauses(t.plain)
    for n, clause in enumerate(clauses[1:], 1):
        if _denies_before(clause, clauses[n - 1]):
            return Said(told=t, text=clause), [Said(told=t, text=clauses[n - 1])]
    before = _before(view, place)
    if (short := _plain_no(view, t, before)) is not None:
        return short
    wrong = cue("false").search(t.plain)
    if wrong is not None and not cue("not_before").search(t.plain[: wrong.start()]):
        if before:
            return whole, _claimed(view, place, before)
        if elsewhere := _answered(view, place):
            return whole, _said(elsewhere)
    if (m := _denial(t.plain)) is not None:
        what = _CLAUSE_END.split(t.plain[m.end() :])[0]
        if not cue("no_claim").match(what):
            return whole, _said(_denied(view, place, what, before))
    if cue("waves_away").search(t.plain) and (claim := _waved(t, before)):
        return whole, claim
    return whole, _said(_negated(view, place, before))


def _plain_no(view: View, t: Told, before: Sequence[Told]) -> tuple[Said, list[Said]] | None:
    """ "The company says that she stays. She does not. “My pass …”": the short no between a claim and this sentence."""
    if not before or not _voiced(before[-1]):
        return None
    between = [
        text for source, passage, start, text in view.unread
        if (source, passage) == (t.source, t.passage) and before[-1].start < start < t.start
    ]  # fmt: skip
    if any(_SHORT_NO.fullmatch(fold(text).strip()) for text in between):
        return Said(told=t), [Said(told=before[-1])]
    return None


def _answered(view: View, place: int) -> list[Told]:
    """What an answer calls untrue: what a text of another origin relays in the words of the question."""
    t = view.told[place]
    asked = [
        fold(text) for source, passage, _, text in view.unread
        if source == t.source and 0 <= int(t.passage[1:]) - int(passage[1:]) <= 1 and text.rstrip().endswith("?")
    ]  # fmt: skip
    about = stems(" ".join([*asked, t.plain])) - stemmed("bare")
    numbers = {q.low for q in find_quantities(t.plain)}
    return [
        x for x in view.told
        if view.origin_of(x.source) != view.origin_of(t.source) and _voiced(x)
        and len(about & stems(x.plain)) >= (1 if numbers & _ends(x) else 3)
    ]  # fmt: skip


def _ends(told: Told) -> set[Decimal]:
    """The numbers of a sentence, both ends of a range."""
    return {n for q in find_quantities(told.plain) for n in (q.low, q.high) if n is not None}


def _said(told: Sequence[Told]) -> list[Said]:
    return [Said(told=t) for t in told]


def _before(view: View, place: int) -> list[Told]:
    """The sentences before one in its passage; where it opens the passage, those of the one before."""
    t = view.told[place]
    back = [x for x in view.told[max(0, place - _BACK) : place] if x.source == t.source]
    own = [x for x in back if x.passage == t.passage]
    return own or [x for x in back if x.passage == back[-1].passage and int(t.passage[1:]) - int(x.passage[1:]) < 2]


def _claimed(view: View, place: int, before: Sequence[Told]) -> list[Said]:
    """The nearest sentence that passes on what somebody says; else what unnamed people report, or the one before."""
    t = view.told[place]
    relayed = [x for x in before if _voiced(x)]
    if not relayed and t not in before and not any(x.passage == t.passage for x in before):
        relayed = [
            x for x in view.told[max(0, place - _FAR_BACK) : place]
            if x.source == t.source and cue("anonymous").search(x.plain) and cue("tells").search(x.plain)
        ]  # fmt: skip
    return _said((relayed or before)[-1:])


def _voiced(told: Told) -> bool:
    """Does a sentence tell what somebody says, not the narrator?"""
    return any(not s.voice.startswith("source:") for s in told.statements) or bool(cue("tells").search(told.plain))


def _denial(text: str) -> re.Match[str] | None:
    """A word of denial that does deny: not "neither confirm nor deny", not "did not deny"."""
    return next((m for m in cue("denies").finditer(text) if not cue("no_denial").search(text[: m.start()])), None)


# --------------------------------------------------------------------------- within one sentence


def _clauses(text: str) -> list[str]:
    """The clauses of a sentence that stand against each other, none cut inside a quotation."""
    quoted = [(q.start, q.end) for q in quotations(text)]
    cuts = [m for m in _BETWEEN.finditer(text) if not any(s < m.start() < e for s, e in quoted)]
    out, at = [], 0
    for m in cuts:
        out.append(text[at : m.start()].strip())
        at = m.end()
    return [c for c in (*out, text[at:].strip()) if c]


def _denies_before(clause: str, before: str) -> bool:
    """Does a clause deny the one before it?"""
    if not cue("tells").search(before):
        return False
    if cue("false").search(clause):
        return True
    m = _denial(clause)
    if m is None:
        return False
    what = clause[m.end() :]
    if cue("no_claim").match(what):
        return False
    return bool(cue("points").match(what)) or bool((stems(what) - stemmed("bare")) & stems(before))


# --------------------------------------------------------------------------- what a word of denial reaches


def _denied(view: View, place: int, what: str, before: Sequence[Told]) -> list[Told]:
    t = view.told[place]
    if cue("points").match(what) or not what.strip(" ,"):
        return [c.told for c in _claimed(view, place, before)]
    if (such := _SUCH.match(what)) is not None:
        # "denied that such a request had been made": the sentence before that tells of one, in whatever words
        own = [x for x in before if x.passage == t.passage and _denial(x.plain) is None]
        return [x for x in own if stem(such[1].casefold()) in stems(x.plain)][-1:] or own[-1:]
    reach = stems(what) - names_of(view, t)
    found = [
        x for x in view.told
        if x is not t and _denial(x.plain) is None and cue("none_such").search(x.plain) is None and _says(x, reach, t)
    ]  # fmt: skip
    if found:
        return found
    near = [x for x in before if x.passage == t.passage and (reach - stemmed("bare")) & stems(x.plain)]
    if near:
        return near[-1:]
    following = [x for x in view.told[place + 1 : place + 4] if x.source == t.source]
    return [x for x in following if cue("admits").search(x.plain) and cue("yet").search(x.plain)]


def _says(x: Told, what: frozenset[str], t: Told) -> bool:
    if len(what) == 1:
        # "denied joining Orla": one word is enough where two names are shared
        return bool(what & stems(x.plain)) and len(x.entities & t.entities) > 1
    return len(what) >= 2 and _holds(what, x, 2) and bool(x.entities & t.entities)


def _holds(what: frozenset[str], told: Told, least: int) -> bool:
    """Does a sentence hold most of what a negation reaches?"""
    shared = what & stems(told.plain)
    return len(shared) >= 2 and (what <= shared or (len(shared) >= least and len(shared) >= 0.6 * len(what)))


def _waved(t: Told, before: Sequence[Told]) -> list[Said]:
    """What somebody calls mere talk: the report of others right before it."""
    m = cue("waves_away").search(t.plain)
    rest = t.plain[m.start() :] if m is not None else ""
    laughed = not re.search(r"[“\"‘']$", m[0]) if m is not None else False
    if not laughed and not cue("mere_talk").search(rest):
        return []
    return _said([x for x in before if _voiced(x) or cue("chatter").search(x.plain)][-1:])


# --------------------------------------------------------------------------- negations


def _negated(view: View, place: int, before: Sequence[Told]) -> list[Told]:
    t = view.told[place]
    for none in cue("none_such").finditer(t.plain):
        noun = stem(next(g for g in none.groups() if g).casefold())
        back = [x for x in view.told[max(0, place - _BACK) : place] if x.source == t.source]
        near = [x for x in back if noun in stems(x.plain) and not cue("negation").search(x.plain)]
        # who rejects the word rejects no fact
        word_only = before and (m := _denial(before[-1].plain)) and cue("no_claim").match(before[-1].plain[m.end() :])
        if not near and cue("insists").search(t.plain[: none.start()]):
            # who insists that there was no deadline answers those who told of one right before
            return [x for x in before if _voiced(x) and x.passage == t.passage][-1:]
        if near and (_voiced(t) or _voiced(near[-1])) and noun not in stemmed("any_count") and not word_only:
            return near[-1:]
    if cue("no_such_thing").search(t.plain) and (people := view.people(t)):
        told = [
            x for x in view.told
            if view.origin_of(x.source) != view.origin_of(t.source) and people & view.people(x)
            and cue("left_on").search(x.plain)
        ]  # fmt: skip
        if told:
            return told
    if (m := cue("called_off").search(t.plain)) is not None:
        what = stems(" ".join(_BREAK.split(t.plain[: m.start()])[-1].split()[-6:]))
        told = [
            x for x in view.told
            if view.origin_of(x.source) != view.origin_of(t.source) and len(what) > 1 and what <= stems(x.plain)
            and one_name(x, t) and cue("planned").search(x.plain) and not cue("called_off").search(x.plain)
        ]  # fmt: skip
        if told:
            return told
    if office := _no_office(view, t):
        return office
    for m in cue("negation").finditer(t.plain):
        reach = _PART_END.split(t.plain[m.end() :])[0]
        what = stems(reach) - names_of(view, t) - stemmed("wanting")
        if len(what) < 3:
            # "the tests were never run": what is denied of them
            what |= stems(_subject(t.plain[: m.start()])) - names_of(view, t) - stemmed("wanting") - stemmed("bare")
        # "does not start until May" denies nothing
        if re.search(r"\b(?:until|before|unless)\b", reach) or _CONDITION.search(t.plain[: m.start()]):
            continue
        if len(what) < 2 or cue("silent").search(" ".join(reach.split()[:4])):
            continue
        near = [
            x for x in before
            if (_voiced(x) or _voiced(t)) and not cue("negation").search(x.plain) and _holds(what, x, 2)
            and not _one_speaker(x, t)
        ]  # fmt: skip
        far = [
            x for x in view.told
            if x.source != t.source and not cue("negation").search(x.plain) and _holds(what, x, 3)
            and _denial(x.plain) is None
            and (one_name(x, t) or (_first(reach) in stems(x.plain) and _no_other_name(view, x, t, what)))
            and not _one_speaker(x, t)
        ]  # fmt: skip
        if near or far:
            return [*near, *far]
    return []


def _subject(before: str) -> str:
    """The words between the last break of a sentence and its verb."""
    return " ".join(_BREAK.split(before)[-1].split()[-4:])


def _first(reach: str) -> str:
    """The first word that a negation reaches: who does not expect a thing does not deny that it came."""
    return next((stem(w) for w in re.findall(r"[\w'-]+", reach.casefold()) if stems(w)), "")


def _no_other_name(view: View, one: Told, other: Told, what: frozenset[str]) -> bool:
    """Does one of two sentences name nobody but its voice, and do both hold three words of what is denied?"""
    shared = what & stems(one.plain) & stems(other.plain)
    if len(what) == len(shared) == 2:
        # "the tests were run": the two words side by side
        places = [n for n, w in enumerate(re.findall(r"[\w'-]+", one.plain)) if stem(w.casefold()) in what]
        return len(places) == 2 and places[1] - places[0] <= _TOGETHER and not _topic(view, other)
    return len(shared) >= 3 and not (_topic(view, one) and _topic(view, other))


def _topic(view: View, told: Told) -> frozenset[str]:
    """Whom a sentence is about, the one who speaks in it aside."""
    voices = {str(v) for s in told.statements for v in (s.voice, s.slots.get("speaker"), s.slots.get("holder"))}
    return frozenset(e for e in told.entities - voices if view.entities[e].kind != "place")


def _no_office(view: View, t: Told) -> list[Told]:
    """Sentences elsewhere that give somebody the office that this one denies: "nobody's adviser"."""
    m = cue("no_office").search(t.plain)
    offices = [
        w for w in re.findall(r"[\w-]+", (m["office"] or m["post"] or "") if m is not None else "")
        if w.casefold() in load_codebook().lexicon.role_words
    ]  # fmt: skip
    if not offices:
        return []
    people = view.people(t)
    root = offices[-1].casefold()[:5]
    return [
        x for x in view.told
        if view.origin_of(x.source) != view.origin_of(t.source) and people & view.people(x)
        and any(w.startswith(root) for w in x.plain.casefold().split())
        and cue("no_office").search(x.plain) is None and not _one_speaker(x, t)
    ]  # fmt: skip


def _one_speaker(one: Told, other: Told) -> bool:
    """Two versions of what one person said differ in wording; nobody denies anything."""
    a, b = ({s.slots.get("speaker") for s in t.statements if s.kind == "quote"} for t in (one, other))
    return bool(a & b)
