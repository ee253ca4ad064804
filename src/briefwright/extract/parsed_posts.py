"""Offices that pass to somebody beside another verb: "her place was taken by Bo Tan", "has returned in his place",
"stepping into her shoes is Cy Roe", "found a successor in Ada Lin", "named three chiefs: Ada Lin in 2031, …".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.dates import DateMention
from briefwright.extract.asserting import colour, subject
from briefwright.extract.comings import arrived
from briefwright.extract.frames import Frame, Words
from briefwright.extract.framing import body_in, date_of, phrasal, role, verbs
from briefwright.extract.noun_phrases import body_of, doers, people, under
from briefwright.extract.offices import post
from briefwright.extract.syntax import CLAUSES, Syntax
from briefwright.names import Mention

_RULE = "parsed-appointment-takes"
_PLACES = frozenset({"place", "stead", "seat", "shoe", "footstep"})
_BY = frozenset({"by"})
_AT = frozenset({"at", "for"})


def posts(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Everybody of whom the sentence tells in one of these ways that an office is or will be his."""
    for verb in verbs(tree):
        yield from _place_taken(tree, verb, lexicon)
        yield from _in_place(tree, verb, lexicon)
        yield from _behind(tree, verb, lexicon)
        yield from _found(tree, verb, lexicon)
        yield from _in_hands(tree, verb, lexicon)
        yield from _heads_at(tree, verb, lexicon)
        yield from _listed(tree, verb, lexicon)


def _owner(tree: Syntax, noun: int, lexicon: Lexicon) -> tuple[bool, Mention | None]:
    """Is a place somebody's, and whose if a name says so?"""
    owners = [*tree.kids(noun, "poss"), *under(tree, noun, frozenset({"of"}))]
    named = [m for c in owners for m in people(tree, c, lexicon)]
    known = bool(named) or any(tree.low(c) in {"her", "his", "their"} for c in owners)
    return known, named[0] if len(named) == 1 else None


def _place_taken(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Her place was taken by | Bo Tan |", "Ada Lin's seat will be filled by | Cy Roe |"."""
    noun = next((c for c in tree.kids(verb, "nsubjpass") if tree.lemma(c) in _PLACES), None)
    if noun is None or tree.lemma(verb) not in lexicon.events["take"]:
        return
    known, old = _owner(tree, noun, lexicon)
    new = tuple(m for n in under(tree, verb, _BY) for m in people(tree, n, lexicon))
    stands = colour(tree, verb, lexicon)
    if known and new and stands is not None and stands.polarity != "denied":
        yield from arrived(
            tree, _RULE, [verb, noun], new[:1], stands, manner="took over", date=date_of(tree, verb), old=old
        )


def _in_place(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Bo Tan | has returned in his place", "comes in her stead"."""
    if tree.lemma(verb) not in {"return", "come", "step", "arrive"} or tree.kids(verb, "dobj", "auxpass", "neg"):
        return
    noun = next((n for n in under(tree, verb, frozenset({"in", "into"})) if tree.lemma(n) in _PLACES), None)
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if noun is None or who is None or stands is None or stands.polarity == "denied":
        return
    known, old = _owner(tree, noun, lexicon)
    if known and (ones := doers(tree, verb, who, lexicon)):
        yield from arrived(
            tree, _RULE, [verb, noun, who], ones, stands, manner="took over", date=date_of(tree, verb), old=old
        )


def _behind(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Stepping into her shoes is | Bo Tan |", "Running the lab from June will be | Cy Roe |"."""
    if tree.words[verb].tag != "VBG" or verb > 1 or any(tree.low(i) not in {"also", "now"} for i in range(verb)):
        return
    be = next((i for i in range(verb + 1, len(tree.words)) if tree.low(i) in {"is", "are", "be", "was"}), None)
    first = next((i for i in range(be + 1, min(be + 7, len(tree.words))) if tree.name(i, "P")), None) if be else None
    if be is None or first is None or any(
        tree.words[i].tag in {"VBD", "VBZ", "IN", "VBN", ","} or tree.low(i) in {"not", "n't"} for i in range(be, first)
        if i != be
    ) or any(tree.name(i, "P") and tree.dep(i) in {"nsubj"} for i in range(verb, be)):  # fmt: skip
        return
    shoes = next((n for n in under(tree, verb, frozenset({"into"})) if tree.lemma(n) in _PLACES), None)
    led = next((c for c in tree.kids(verb, "dobj")), None) if tree.lemma(verb) in lexicon.events["lead"] else None
    coming = any(tree.low(i) in {"will", "'ll"} for i in range(verb, be))
    stands = colour(tree, be, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    who = people(tree, first, lexicon)[:1]
    if shoes is not None and _owner(tree, shoes, lexicon)[0]:
        old = _owner(tree, shoes, lexicon)[1]
        yield from arrived(
            tree, _RULE, [verb, be, first], who, replace(stands, future=True), manner="took over", old=old
        )
    elif led is not None and coming and tree.lemma(led) in lexicon.events["parts"] | lexicon.events["bodies"]:
        start, end = tree.phrase(led, CLAUSES | {"prep", "det"})
        unit = Words(text=tree.text(start, end), start=start, end=end)
        yield from arrived(
            tree, "parsed-appointment-leads", [verb, be, first], who, replace(stands, future=True), manner="to lead",
            date=date_of(tree, verb), unit=unit,
        )  # fmt: skip


def _found(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova has found a successor in | Bo Tan |"."""
    noun = next((c for c in tree.kids(verb, "dobj") if tree.lemma(c) in lexicon.events["successors"]), None)
    if tree.lemma(verb) != "find" or noun is None or tree.kids(verb, "neg", "auxpass"):
        return
    new = tuple(m for h in (noun, verb) for n in under(tree, h, frozenset({"in"})) for m in people(tree, n, lexicon))
    stands = colour(tree, verb, lexicon)
    if new and stands is not None and stands.polarity != "denied":
        old = _owner(tree, noun, lexicon)[1]
        old = old or next((m for n in under(tree, noun, _AT) for m in people(tree, n, lexicon)), None)
        yield from arrived(
            tree, "parsed-appointment-successor", [verb, noun], new[:1], stands, manner="successor",
            date=date_of(tree, verb), old=old,
        )  # fmt: skip


def _in_hands(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Research is now in the hands of | Bo Tan |"."""
    now = any(tree.low(c) == "now" for c in tree.kids(verb, "advmod"))
    hands = next((n for n in under(tree, verb, frozenset({"in"})) if tree.low(n) == "hands"), None)
    led = subject(tree, verb)
    stands = colour(tree, verb, lexicon)
    if tree.lemma(verb) != "be" or hands is None or led is None or stands is None or not (now or stands.future):
        return
    who = tuple(m for n in under(tree, hands, frozenset({"of"})) for m in people(tree, n, lexicon))
    body = body_of(tree, led)
    start, end = tree.phrase(led, CLAUSES | {"prep", "det", "poss"})
    if len(who) != 1 or stands.polarity == "denied" or end - start > 40 or tree.name(led, "PL") is not None:
        return
    unit = None if body is not None else Words(text=tree.text(start, end), start=start, end=end)
    yield from arrived(
        tree, "parsed-appointment-leads", [verb, hands], who, stands, manner="to lead", body=body, unit=unit
    )


def _heads_at(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "will head audio at Orvane", "Orvane, where she will run design": a field that is somebody's from then on."""
    objects = tree.kids(verb, "dobj")
    entry = phrasal(tree, verb, lexicon.events["lead"])
    if entry not in {"lead", "head", "run", "oversee", "direct"} or len(objects) != 1 or tree.kids(verb, "auxpass"):
        return
    led = objects[0]
    plain = tree.words[led].pos == "NOUN" and not tree.kids(led, "det", "poss", "nummod") and tree.tokens[led] is None
    if not plain or tree.lemma(led) in lexicon.events["led_for_once"]:
        return
    body = next((b for h in (verb, led) for n in under(tree, h, _AT) if tree.name(n, "MFGL") is None
                 and (b := body_of(tree, n))), None)  # fmt: skip
    if body is None and tree.dep(verb) == "relcl" and any(tree.low(c) == "where" for c in tree.kids(verb, "advmod")):
        body = tree.name(tree.head(verb), "O")
    own = next(iter(tree.kids(verb, "nsubj")), None)
    stands = colour(tree, verb, lexicon)
    if body is None or own is None or stands is None or not stands.future or stands.polarity == "denied":
        return
    start, end = tree.phrase(led, CLAUSES | {"prep"})
    unit = Words(text=tree.text(start, end), start=start, end=end)
    yield from arrived(
        tree, "parsed-appointment-leads", [verb, led], doers(tree, verb, own, lexicon), stands, manner="to lead",
        date=date_of(tree, verb), unit=unit,
    )  # fmt: skip


def _listed(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "appointed three chief executives in five years: | Ada Lin | in 2031, | Bo Tan | in 2033"."""
    if not phrasal(tree, verb, lexicon.events["appoint"]) or tree.kids(verb, "auxpass", "neg"):
        return
    noun = next((c for c in tree.kids(verb, "dobj") if tree.words[c].tag == "NNS"), None)
    place = post(tree, noun, lexicon) if noun is not None else None
    colon = next((i for i in range(verb + 1, len(tree.words)) if tree.words[i].text == ":"), None)
    by, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if noun is None or place is None or colon is None or colon < noun or stands is None or by is None:
        return
    behind = range(colon + 1, len(tree.words))
    if any(tree.words[i].tag in {"VBZ", "VBD", "VBP", "MD"} and tree.tokens[i] is None for i in behind):
        return
    body = body_of(tree, by) if tree.name(by, "MFG") is None else None
    for i in behind:
        one = tree.name(i, "P")
        if one is None:
            continue
        when = tree.tokens[i + 2] if i + 2 < len(tree.words) and tree.low(i + 1) in {"in", "on"} else None
        date = when.value if when is not None and isinstance(when.value, DateMention) else None
        yield from arrived(
            tree, "parsed-appointment", [verb, i], (one,), stands, manner="appointed", date=date,
            body=body_in(place) or body, role=role(place),
        )  # fmt: skip
