"""Deals and gatherings told beside another verb: "entered into an agreement to acquire Orvane", "put €5m into it",
"there was a town hall on 5 May", "3 May: emergency board meeting". Deals are recorded in the text's own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.dates import DateMention
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.frames import Frame, Names, Slot, Words
from briefwright.extract.framing import date_of, made, name, phrasal, verbs
from briefwright.extract.noun_phrases import body_of, people, under
from briefwright.extract.parsed_meetings import is_meeting, phrase_of_meeting
from briefwright.extract.syntax import Syntax
from briefwright.names import Mention
from briefwright.quantities import Quantity

_THINGS = "MFG"
_INTO = frozenset({"into", "in"})
_WITH = frozenset({"with", "between"})
_AGREED = frozenset({"agreement", "deal", "pact", "accord", "contract"})
_STRUCK = frozenset({"enter", "sign", "reach", "strike", "conclude", "announce", "make"})
_MOST = 12


def affairs(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Every such deal and gathering that the sentence tells."""
    for verb in verbs(tree):
        yield from _agreed(tree, verb, lexicon)
        yield from _invested(tree, verb, lexicon)
        yield from _there_was(tree, verb, lexicon)
    yield from _noted(tree, lexicon)


def _body(tree: Syntax, i: int | None) -> Mention | None:
    return None if i is None or tree.name(i, _THINGS) is not None else body_of(tree, i)


def _sought(
    tree: Syntax, verb: int, last: int, agent: Mention, target: int | None, stands: Colour | None
) -> Iterator[Frame]:
    found = _body(tree, target)
    if target is None or found is None or found.key == agent.key or stands is None or stands.polarity == "denied":
        return
    first = min([verb, *(c for c in tree.kids(verb, "aux", "auxpass") if c < verb)])
    start, end = tree.spans[first][0], tree.spans[last][1]
    words = Words(text=tree.text(start, end), start=start, end=end)
    slots: dict[str, Slot | None] = {"agent": name(agent), "change": words, "object": name(found),
                                     "date": date_of(tree, verb)}  # fmt: skip
    if len(words.text.split()) < _MOST:
        at = [verb, last, target]
        yield made(tree, "organisation_change", "parsed-change-sought", at, slots, replace(stands, future=False))


def _agreed(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova has entered into an agreement to acquire Orvane", "signed a deal to buy Orvane"."""
    agent = _body(tree, subject(tree, verb))
    if tree.lemma(verb) not in _STRUCK or agent is None or tree.kids(verb, "auxpass", "neg"):
        return
    nouns = [c for c in (*tree.kids(verb, "dobj"), *under(tree, verb, _INTO)) if tree.lemma(c) in _AGREED]
    below = next((c for n in nouns for c in (*tree.kids(n, "acl", "relcl"), *tree.kids(verb, "xcomp", "advcl"))
                  if phrasal(tree, c, lexicon.events["takeovers"]) and not tree.kids(c, "nsubj", "auxpass")),
                 None)  # fmt: skip
    if below is None:
        return
    target = next((n for n in tree.kids(below, "dobj") if _body(tree, n)), None)
    yield from _sought(tree, verb, below, agent, target, colour(tree, verb, lexicon))


def _invested(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova invested in Orvane", "put €5 million into Orvane": money goes into a body."""
    agent = _body(tree, subject(tree, verb))
    if tree.lemma(verb) not in lexicon.events["invest"] or agent is None or tree.kids(verb, "auxpass", "neg"):
        return
    objects = tree.kids(verb, "dobj")
    paid = [c for c in objects if any(
        (t := tree.tokens[j]) is not None and isinstance(t.value, Quantity) and t.value.kind == "money"
        for j in tree.subtree(c)
    )]  # fmt: skip
    if (objects and not paid) or (tree.lemma(verb) != "invest" and not paid):
        # "put its trust in Orvane"
        return
    target = next((n for h in (verb, *paid) for n in under(tree, h, _INTO) if _body(tree, n)), None)
    if target is not None:
        yield from _sought(tree, verb, target - 1, agent, target, colour(tree, verb, lexicon))


def _there_was(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "On 5 May there was a town hall", "there will be a hearing on 9 May", "a town hall followed on 5 May"."""
    told = tree.lemma(verb) == "be" and bool(tree.kids(verb, "expl"))
    event = next((c for c in tree.kids(verb, "attr") if is_meeting(tree, c, lexicon)), None) if told else None
    if tree.lemma(verb) == "follow" and not tree.kids(verb, "dobj", "auxpass"):
        event = next((c for c in tree.kids(verb, "nsubj") if is_meeting(tree, c, lexicon)), None)
    if event is None or any(tree.low(c) in {"no", "any"} for c in tree.kids(event, "det")):
        return
    present = tuple(m for n in under(tree, event, _WITH) for m in people(tree, n, lexicon))
    date, stands = date_of(tree, event) or date_of(tree, verb), colour(tree, verb, lexicon)
    words = phrase_of_meeting(tree, event)
    if stands is None or stands.polarity == "denied" or words is None or (date is None and not present):
        return
    slots: dict[str, Slot | None] = {"event": words, "date": date,
                                     "participants": Names(mentions=present) if present else None}  # fmt: skip
    yield made(tree, "meeting", "parsed-meeting", [verb, event], slots, stands)


def _noted(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "11 March: emergency board meeting": the line of a chronicle, which needs no verb."""
    colon = next((i for i, w in enumerate(tree.words) if w.text == ":"), None)
    if colon is None or any(w.tag in {"VBD", "VBZ", "VBP", "MD"} for w in tree.words):
        return
    dates = [t.value for t in tree.tokens[:colon] if t is not None and isinstance(t.value, DateMention)]
    event = next((i for i in range(colon + 1, min(colon + 6, len(tree.words))) if is_meeting(tree, i, lexicon)), None)
    ends = event is not None and (event + 1 >= len(tree.words) or tree.words[event + 1].text in {".", ";", ",", "with"})
    if event is None or len(dates) != 1 or not ends or any(
        tree.low(i) in {"no", "not"} or tree.quoted[i] is not None for i in range(colon, event + 1)
    ):  # fmt: skip
        return
    words = phrase_of_meeting(tree, event)
    if words is not None:
        slots: dict[str, Slot | None] = {"event": words, "date": dates[0]}
        yield made(tree, "meeting", "meeting-mentioned", [colon, event], slots, Colour())
