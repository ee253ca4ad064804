"""Who met, who was spoken to when, and which gatherings were held, read off the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import colour, subject
from briefwright.extract.frames import Frame, Names, Slot, Words
from briefwright.extract.framing import date_of, made, name, phrasal, verbs
from briefwright.extract.noun_phrases import body_of, holders, under
from briefwright.extract.syntax import Syntax
from briefwright.names import Mention

_OF = frozenset({"of"})


def meetings(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Every meeting that the sentence tells by its verb or as its object."""
    for verb in verbs(tree):
        yield from _meeting(tree, verb, lexicon)
        yield from _met(tree, verb, lexicon)


def _meeting(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    events = lexicon.events
    passive = bool(tree.kids(verb, "auxpass", "nsubjpass"))
    who = subject(tree, verb)
    lemma = tree.lemma(verb)
    event = None
    present: tuple[Mention, ...] = ()
    host = None
    if lemma in events["hold"]:
        event = who if passive else next((c for c in tree.kids(verb, "dobj") if is_meeting(tree, c, lexicon)), None)
        if not passive and who is not None:
            host = body_of(tree, who)
            present = holders(tree, who, lexicon) if host is None else ()
    elif lemma in events["happen"] and (lemma != "take" or any(tree.lemma(c) == "place" for c in
                                                              tree.kids(verb, "dobj"))):  # fmt: skip
        event = who
    elif lemma == "be" and not tree.kids(verb, "attr", "acomp", "advcl", "xcomp"):
        # "the general meeting is on 9 May"
        event = who
    if event is None or not is_meeting(tree, event, lexicon):
        event = next((n for n in under(tree, verb, frozenset({"at", "during", "in"})) if is_meeting(tree, n, lexicon)),
                     None)  # fmt: skip
        if event is None or who is None:
            return
        present = holders(tree, who, lexicon)
        host = next((b for c in tree.kids(event, "poss") if (b := body_of(tree, c))), None)
        if not present:
            return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    if lemma in {"schedule", "plan", "set", "fix", "call", "summon"} and passive:
        stands = replace(stands, future=True)
    words = phrase_of_meeting(tree, event)
    date = date_of(tree, event) or date_of(tree, verb)
    if words is None or (date is None and not present and host is None):
        return
    slots: dict[str, Slot | None] = {
        "event": words,
        "host": name(host),
        "date": date,
        "participants": Names(mentions=present) if present else None,
    }
    now = tree.words[verb].tag in {"VBZ", "VBP"} and not tree.kids(verb, "aux", "auxpass") and not stands.future
    rule = "parsed-meeting-now" if now else "parsed-meeting"
    yield made(tree, "meeting", rule, [verb, event], slots, stands)


def _met(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova Ventures meets the founders on 12 March": a meeting told by its verb; only a dated one is an event."""
    who, date = subject(tree, verb), date_of(tree, verb)
    spoken_to = tree.lemma(verb) in lexicon.events["speak_to"] and any(
        tree.lemma(c) in lexicon.events["hearers"] for c in tree.kids(verb, "dobj")
    )
    if tree.lemma(verb) in {"speak", "talk"}:
        # "spoke | to the staff | by video link"
        spoken_to = any(tree.lemma(n) in lexicon.events["hearers"] for n in under(tree, verb, frozenset({"to"})))
    if spoken_to and any(is_meeting(tree, n, lexicon) for n in under(tree, verb, frozenset({"at", "in", "during"}))):
        # "addressed the staff at a town hall": one meeting
        return
    meets = spoken_to or phrasal(tree, verb, lexicon.events["meet"])
    if not meets or who is None or date is None or tree.kids(verb, "auxpass"):
        return
    phrases = (who, *tree.kids(verb, "dobj"), *under(tree, verb, frozenset({"with"})))
    bodies = [m for p in phrases if (m := body_of(tree, p))]
    gathered = tree.lemma(who) in lexicon.events["gatherings"]
    bodies += [m for n in (under(tree, who, _OF) if gathered else ()) if (m := body_of(tree, n))]
    bodies += [m for c in (tree.kids(who, "poss") if gathered else ()) if (m := body_of(tree, c))]
    present = (*bodies, *(m for p in phrases for m in holders(tree, p, lexicon)))
    stands = colour(tree, verb, lexicon)
    if stands is None or not (present or gathered) or stands.polarity == "denied":
        return
    objects = tree.kids(verb, "dobj")
    staff = any(tree.lemma(c) in lexicon.events["hearers"] for c in objects)
    if not spoken_to and objects and not staff and not any(
        holders(tree, c, lexicon) or body_of(tree, c) for c in objects
    ):  # fmt: skip
        # "met the deadline", "gathered money"
        return
    start, end = tree.spans[verb]
    slots: dict[str, Slot | None] = {"event": Words(text=tree.text(start, end), start=start, end=end), "date": date,
                                     "participants": Names(mentions=tuple(present)) if present else None}  # fmt: skip
    yield made(tree, "meeting", "parsed-meeting-met", [verb, who], slots, stands)


def is_meeting(tree: Syntax, i: int, lexicon: Lexicon) -> bool:
    """Is a word the head of a meeting, a hearing, a call of several?"""
    if tree.lemma(i) == "call":
        return any(tree.low(c) in lexicon.events["calls"] or tree.low(c).endswith("minute") for c in
                   tree.kids(i, "compound", "amod", "nmod"))  # fmt: skip
    if tree.lemma(i) == "hall":
        return any(tree.low(c) == "town" for c in tree.kids(i, "compound", "amod"))
    return tree.lemma(i) in lexicon.events["meetings"] or tree.low(i) in {"allhands", "townhall"}


def phrase_of_meeting(tree: Syntax, i: int) -> Words | None:
    """A meeting in the text's own words, without whose it is: "conference call"."""
    left = [c for c in tree.kids(i, "compound", "amod", "nmod") if c < i and tree.name(c, "POTFMGL") is None
            and tree.tokens[c] is None]  # fmt: skip
    first = i
    while first - 1 in left or (first - 1 >= 0 and tree.words[first - 1].text == "-"):
        first -= 1
    last = i + 1 if i + 1 < len(tree.words) and tree.low(i + 1) in {"meeting", "call", "session"} else i
    start, end = tree.spans[first][0], tree.spans[last][1]
    return Words(text=tree.text(start, end), start=start, end=end)
