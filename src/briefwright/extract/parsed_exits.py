"""Goings told beside a verb of another meaning: "followed her out", "the person who has gone is Ada Lin", "decided to
part with Bo Tan", "ceased to be director", "is on her way out". They are recorded in the text's own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import colour, subject
from briefwright.extract.comings import gone
from briefwright.extract.frames import Frame
from briefwright.extract.framing import body_in, date_of, phrasal, role, verbs
from briefwright.extract.noun_phrases import body_of, doers, holders, listed, people, under
from briefwright.extract.offices import post
from briefwright.extract.syntax import Syntax

#: the text's own words are shown as such
_RULE = "parsed-departure-told"
_AT = frozenset({"at", "for", "with"})
_DOORS = frozenset({"door", "exit"})
_ONES = frozenset({"person", "man", "woman", "one", "people", "executive", "member", "colleague"})


def exits(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Everybody of whom the sentence tells in one of these ways that he is gone or goes."""
    for verb in verbs(tree):
        yield from _followed(tree, verb, lexicon)
        yield from _the_one(tree, verb, lexicon)
        yield from _parted_with(tree, verb, lexicon)
        yield from _ceased(tree, verb, lexicon)
        yield from _way_out(tree, verb, lexicon)
        yield from _back_to(tree, verb, lexicon)
    yield from _among_them(tree, lexicon)


def _back_to(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "has decided to return to teaching", "goes back to academia": a going that is still to come."""
    entry = phrasal(tree, verb, frozenset({"return", "go back"}))
    if not entry or tree.kids(verb, "dobj", "auxpass", "neg"):
        return
    heads = (verb, *tree.kids(verb, "advmod", "prt"))
    calling = next((n for h in heads for n in under(tree, h, frozenset({"to"}))
                    if tree.lemma(n) in lexicon.events["callings"] or tree.low(n) in lexicon.events["callings"]),
                   None)  # fmt: skip
    behind = [n for h in heads for c in tree.kids(h, "prep") for n in tree.kids(c, "pcomp")]
    calling = calling or next((n for n in behind if tree.low(n) in lexicon.events["callings"]), None)
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if calling is None or who is None or stands is None or stands.polarity == "denied" or not stands.future:
        return
    words = tree.text(tree.spans[verb][0], tree.spans[calling][1])
    yield from gone(
        tree, _RULE, [verb, calling, who], doers(tree, verb, who, lexicon), stands, manner=words,
        date=date_of(tree, verb),
    )  # fmt: skip


def _followed(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Bo Tan followed her out", "followed Ada Lin out of the door": who goes after somebody, and out."""
    objects = tree.kids(verb, "dobj")
    if not objects and tree.dep(verb) == "amod" and tree.lemma(tree.head(verb)) == "suit":
        # "| followed | suit" read as a suit that is followed
        objects = (tree.head(verb),)
    if tree.lemma(verb) != "follow" or tree.kids(verb, "auxpass") or not objects:
        return
    if tree.lemma(objects[0]) == "suit":
        yield from _suit(tree, verb, objects[0], lexicon)
        return
    out = next((c for c in tree.kids(verb, "prt", "advmod", "prep") if tree.low(c) == "out" and c > verb), None)
    if out is None:
        return
    places = [n for c in (verb, out, *tree.kids(out, "prep")) for n in tree.kids(c, "pobj")]
    if any(tree.lemma(n) not in _DOORS | lexicon.events["bodies"] and body_of(tree, n) is None and
           tree.tokens[n] is None for n in places):  # fmt: skip
        # "followed her out of the room"
        return
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if who is None or stands is None or stands.polarity == "denied" or not (ones := doers(tree, verb, who, lexicon)):
        return
    words = tree.text(tree.spans[verb][0], tree.spans[out][1])
    body = next((b for n in places if (b := body_of(tree, n))), None)
    yield from gone(tree, _RULE, [verb, out, who], ones, stands, manner=words, date=date_of(tree, verb), body=body)


def _suit(tree: Syntax, verb: int, suit: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Ada Lin resigned, and her deputy | Bo Tan | followed suit": what was done before is a going."""
    last = suit if tree.head(verb) == suit else verb
    before = tree.head(last)
    left = tree.dep(last) == "conj" and phrasal(tree, before, lexicon.events["leave"])
    who, stands, first = subject(tree, verb), colour(tree, verb, lexicon), colour(tree, before, lexicon)
    if not left or who is None or stands is None or first is None or "denied" in {stands.polarity, first.polarity}:
        return
    if tree.kids(before, "dobj") and not any(body_of(tree, c) for c in tree.kids(before, "dobj")):
        return
    words = tree.text(tree.spans[verb][0], tree.spans[suit][1])
    ones = doers(tree, verb, who, lexicon)
    yield from gone(tree, _RULE, [verb, suit, who], ones, stands, manner=words, date=date_of(tree, verb))


def _the_one(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "The person who has gone is | Ada Lin |", "the one who left was | Bo Tan |"."""
    own, other = next(iter(tree.kids(verb, "nsubj")), None), next(iter(tree.kids(verb, "attr")), None)
    if tree.lemma(verb) != "be" or own is None or other is None or tree.kids(verb, "neg"):
        return
    if tree.lemma(own) not in _ONES:
        return
    away = next((c for c in tree.kids(own, "relcl") if _goes(tree, c, lexicon)), None)
    if away is None or not (ones := people(tree, other, lexicon)):
        return
    stands, above = colour(tree, away, lexicon), colour(tree, verb, lexicon)
    if stands is None or above is None or "denied" in {stands.polarity, above.polarity}:
        return
    if stands.hedge != "none" or stands.future:
        return
    yield from gone(
        tree, _RULE, [away, verb, other], ones, replace(above, voice=stands.voice or above.voice),
        manner=tree.low(away), date=date_of(tree, away),
    )  # fmt: skip


def _goes(tree: Syntax, verb: int, lexicon: Lexicon) -> bool:
    """Is it a going without an object other than a body: "who has gone", "who left Nova"?"""
    if tree.kids(verb, "neg", "auxpass", "xcomp", "ccomp", "acomp"):
        return False
    if tree.low(verb) in {"gone", "went"}:
        return not tree.kids(verb, "dobj") and all(tree.low(c) == "with" for c in tree.kids(verb, "prep"))
    leaves = phrasal(tree, verb, lexicon.events["leave"])
    known = lexicon.events["bodies"] | lexicon.events["posts"]
    return bool(leaves) and all(body_of(tree, c) is not None or tree.lemma(c) in known for c in tree.kids(verb, "dobj"))


def _parted_with(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova has parted with its founder | Ada Lin |"."""
    dispensed = tree.lemma(verb) == "dispense"
    if not (dispensed or tree.lemma(verb) == "part") or tree.kids(verb, "dobj", "auxpass"):
        return
    by, behind = subject(tree, verb), list(under(tree, verb, frozenset({"with"})))
    if dispensed:
        # "has dispensed with the services of | Ada Lin |"
        services = [n for n in behind if tree.lemma(n) == "service"]
        behind = [h for n in services for h in (*under(tree, n, frozenset({"of"})), *tree.kids(n, "poss"))]
    who = tuple(m for n in behind for m in people(tree, n, lexicon))
    stands = colour(tree, verb, lexicon)
    if by is None or not who or stands is None or stands.polarity == "denied":
        return
    body = body_of(tree, by) or next((b for n in under(tree, by, frozenset({"of"})) if (b := body_of(tree, n))), None)
    if body is None and tree.lemma(by) not in lexicon.events["bodies"] | lexicon.events["parts"]:
        return
    words = tree.text(tree.spans[verb][0], tree.spans[behind[0] - 1][1]) if behind[0] - verb == 2 else tree.low(verb)
    yield from gone(tree, _RULE, [verb, behind[0]], who, stands, manner=words, date=date_of(tree, verb), body=body)


def _ceased(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "ceased to be director on 3 May", "has stopped working for Nova"."""
    if tree.lemma(verb) not in {"cease", "stop"} or tree.kids(verb, "auxpass", "neg"):
        return
    below = next((c for c in tree.kids(verb, "xcomp") if tree.lemma(c) in {"be", "serve", "act", "work"}), None)
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if below is None or who is None or stands is None or stands.polarity == "denied":
        return
    offices = [*tree.kids(below, "attr"), *under(tree, below, frozenset({"as"}))]
    office = next((p for n in offices if (p := post(tree, n, lexicon))), None)
    body = next((b for n in under(tree, below, _AT) if (b := body_of(tree, n))), None)
    if office is None and (body is None or tree.lemma(below) != "work"):
        return
    last = office.head if office is not None else max(j for j in under(tree, below, _AT) if body_of(tree, j))
    words = tree.text(tree.spans[verb][0], tree.spans[last][1])
    now = tree.words[verb].tag in {"VBZ", "VBP"} and not tree.kids(verb, "aux")
    yield from gone(
        tree, _RULE, [verb, last, who], doers(tree, verb, who, lexicon),
        replace(stands, future=True) if now else stands, manner=words,
        date=date_of(tree, verb) or date_of(tree, below), body=body or body_in(office), role=role(office),
    )  # fmt: skip


def _way_out(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "is on her way out", "is heading for the exit": somebody is to go."""
    who = subject(tree, verb)
    if who is None or tree.kids(verb, "neg", "dobj"):
        return
    last = None
    if tree.lemma(verb) == "be" and not tree.kids(verb, "attr", "acomp"):
        way = next((n for n in under(tree, verb, frozenset({"on"})) if tree.lemma(n) == "way"), None)
        if way is not None and way + 1 < len(tree.words) and tree.low(way + 1) == "out":
            behind = way + 2 < len(tree.words) and tree.low(way + 2) in {"of", "to", "for"}
            last = None if behind else way + 1
    elif tree.lemma(verb) == "head":
        last = next((n for n in under(tree, verb, frozenset({"for"})) if tree.lemma(n) in _DOORS), None)
    stands = colour(tree, verb, lexicon)
    if last is None or stands is None or stands.polarity == "denied":
        return
    if tree.low(verb) not in {"is", "are", "'s", "'re"} and not stands.future:
        return
    words = tree.text(tree.spans[verb][0], tree.spans[last][1])
    ones = doers(tree, verb, who, lexicon)
    yield from gone(tree, _RULE, [verb, last, who], ones, replace(stands, future=True), manner=words)


def _among_them(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Among those who went with her were | Ada Lin and Bo Tan |", "Among the departures is | Cy Roe |"."""
    if len(tree.words) < 5 or tree.low(0) != "among" or tree.quoted[0] is not None:
        return
    verb = next((i for i in range(2, len(tree.words)) if tree.low(i) in {"is", "are", "was", "were"} and
                 tree.dep(i) not in {"aux", "auxpass"}), None)  # fmt: skip
    if verb is None:
        return
    first = next((i for i in range(verb + 1, min(verb + 7, len(tree.words))) if tree.name(i, "P")), None)
    going = next((i for i in range(1, verb) if tree.dep(i) == "relcl" and _goes(tree, i, lexicon)), None)
    noun = next((i for i in range(1, min(4, verb)) if tree.low(i) in {"departures", "leavers", "exits"}), None)
    away = going if going is not None and tree.low(1) == "those" else noun
    if away is None or first is None or any(
        tree.words[i].tag in {"VBD", "VBZ", "IN"} for i in range(verb + 1, first)
    ):  # fmt: skip
        return
    stands = colour(tree, going, lexicon) if going is not None else colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied" or not holders(tree, first, lexicon):
        return
    words = tree.low(away)
    yield from gone(tree, _RULE, [away, verb, first], listed(tree, first, lexicon), stands, manner=words)
