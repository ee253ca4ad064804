"""Is whoever a statement is attributed to the one who says so in the cited sentence, and is nobody left out?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.codebook import Codebook
from briefwright.model import ARGUMENT_KINDS, Statement
from briefwright.text import normalise, outside_quotations, slug
from briefwright.verify.spelt import Failing, Sentence, stand_ins


def held(statement: Statement, sentence: Sentence, codebook: Codebook) -> Iterator[Failing]:
    """Who a statement is attributed to is who says, thinks or fears it in the sentence."""
    who = statement.attribution
    noted = statement.evidence.basis == "note"
    plain = normalise(outside_quotations(sentence.text))
    if not who:
        if _relayed(statement, plain):
            yield "attribution", "the cited sentence says according to whom, the statement does not"
        return
    if statement.kind in {"quote", "reaction"}:
        if "according to" not in sentence.low:
            yield "attribution", "the speaker says it, and nobody relays it"
        return
    if not noted and _known_from_more(statement, sentence, plain, codebook):
        return
    low, verbs = sentence.low, codebook.lexicon.reporting
    if not noted and _beside_name(statement, sentence, who):
        yield "attribution", f"the sentence says it of {who} in passing, and not as what {who} says"
        return
    own = {str(v) for v in statement.slots.values() if isinstance(v, str)}
    own_verb = statement.slots.get("reporting")
    if (
        noted
        and statement.kind not in ARGUMENT_KINDS
        and "according to" not in low
        and any(ids & own and normalise(who) == low[a:b] for a, b, ids in sentence.spans)
    ):
        yield "attribution", f"the sentence says it of {who} and names nobody who relays it"
    places = [m.span() for m in re.finditer(rf"(?<![^\W_]){re.escape(normalise(who))}(?![^\W_])", low)]
    for a, b, ids in sentence.spans:
        if any(normalise(who) == normalise(i) or slug(who) == i for i in ids):
            places.append((a, b))
    for a, b in places:
        before, after = low[:a], low[b:]
        if re.search(r"\b(?:according to|says?|said|wrote|by|of|from|for)\b[^,;]{0,60}$", before) and (
            "according to" in before or re.search(r"\b(?:says?|said|wrote)\b[^,;]{0,40}$", before)
        ):
            return
        # raw prose may say a good deal of a holder before it says what he holds
        words = re.findall(r"[^\W_][\w'-]*", after)[: 9 if noted else 25]
        telling = words if _THAT.search(after) else [w for w in words if w not in _SHOWING]
        if words[:1] and words[0] in _BE:
            telling = []  # "is seen as" is what others do
        if not after.startswith("'s") and any(
            w in verbs or w in _HOLDING or w == own_verb or codebook.lexicon.hedge_of.get(w) in _VIEWS for w in telling
        ):
            return
    if places or not outside_quotations(sentence.text).count(who.split(" ")[-1]):
        yield "attribution", f"the cited sentence names {who}, but not as the one who says it"


#: A voice over the whole sentence: "According to X, …", "…, according to X.", "…, X said on Tuesday."
_WHOLE = re.compile(
    r"^according to |,? according to [^.;]{3,80}[.]?$|, (?!(?:and|but|or|which|who|as|where|while) )[^,.;]{2,60}? "
    r"(?P<verb>said|says|told|wrote|writes|claimed|claims|confirmed|reported|say|claim)"
    r"(?: (?:us|reporters|staff))?(?: (?:on|in|at|last|this|late|early) [^,.;]{1,40}| \w+day)?[.]?$"
)
#: What a noun phrase tells, which everybody takes for granted.
PRESUPPOSED = frozenset({"role", "affiliation", "biography", "architecture", "licence"})
_VERB_BEHIND = re.compile(r"(?: \w+ly| has| had| have| later| also| further)* (?P<verb>[a-z]+)\b")


def _relayed(statement: Statement, plain: str) -> bool:
    """Does a voice stand over what the statement tells as the source's own?"""
    if statement.kind in ARGUMENT_KINDS or statement.kind in {"quote", "reaction"}:
        return False
    if statement.evidence.basis == "note":
        return re.search(r"\baccording to\b", plain) is not None
    found = _WHOLE.search(plain) if statement.kind not in PRESUPPOSED else None
    if found is not None and " announced " in statement.text and _OWN_VOICE.search(found[0]):
        # "…, she told staff": that somebody announced it is told
        return False
    # "…, nobody at the company will say" is no voice
    return found is not None and (found["verb"] is None or not _NO_VOICE.search(found[0]))


def _known_from_more(statement: Statement, sentence: Sentence, plain: str, codebook: Codebook) -> bool:
    """Is the holder of a raw statement known from more than the sentence: "…, he says", or a sentence without names?"""
    if statement.kind in ARGUMENT_KINDS or not sentence.spans:
        return True
    behind = (_VERB_BEHIND.match(plain, end) for end in stand_ins(plain, codebook.lexicon))
    return any(found is not None and found["verb"] in codebook.lexicon.reporting for found in behind)


def _beside_name(statement: Statement, sentence: Sentence, who: str) -> bool:
    """Does the holder's own role or house stand beside the name: "Ada Lin, head of Nova, said that …"?

    "Ada Lin said she was head of Nova" says it with a pronoun behind the verb.
    """
    person = statement.slots.get("person")
    if statement.kind not in PRESUPPOSED or not isinstance(person, str):
        return False
    own = sentence.of(person)
    if not any(normalise(who) in (sentence.low[a:b], person.replace("-", " ")) for a, b in own):
        return False
    role = normalise(str(statement.slots.get("role") or ""))
    at = sentence.low.find(role) if role else -1
    return at < 0 or not re.search(r"\b(?:he|she|they|i|himself|herself|that)\b[^,;]*$", sentence.low[:at])


_OWN_VOICE = re.compile(r"^,? (?:he|she|they) ")
_NO_VOICE = re.compile(r"\b(?:nobody|no one|none|not|will|would)\b")
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
