"""Comings into an office told by no verb of appointing: "starts as chief scientist on 1 June", "in comes Ada Lin",
"makes way for Bo Tan", "is minding the shop until June", "takes her place", "will be the next president".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.dates import DateMention
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.comings import arrived, joined
from briefwright.extract.frames import Frame, Slot, Words
from briefwright.extract.framing import body_in, date_of, made, name, phrasal, role, verbs
from briefwright.extract.noun_phrases import body_of, doers, people, under
from briefwright.extract.offices import post
from briefwright.extract.syntax import CLAUSES, Syntax
from briefwright.names import Mention

_AS = frozenset({"as"})
_FOR = frozenset({"for"})
_TO = frozenset({"to"})
_PRONOUNS = frozenset({"her", "him", "them", "his", "their", "hers"})
_FRONTED = re.compile(r"^(?:in the (?:meantime|interim)|until then|till then|for (?:now|the time being))\b", re.I)
_FROM_ON = re.compile(r"\b(?:from|as of|starting|effective|with effect from)\b", re.IGNORECASE)
_INTERIM = re.compile(r"\b(?:acting|interim|caretaker|provisional)\b", re.IGNORECASE)


def comings(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Everybody of whom the sentence tells in one of these ways that he comes into an office."""
    for verb in verbs(tree):
        yield from _starting(tree, verb, lexicon)
        yield from _to_be(tree, verb, lexicon)
        yield from _keeping_shop(tree, verb, lexicon)
        yield from _meanwhile(tree, verb, lexicon)
        yield from _making_way(tree, verb, lexicon)
        yield from _in_place(tree, verb, lexicon)
        yield from _behind_verb(tree, verb, lexicon)
        yield from _onto_board(tree, verb, lexicon)
        yield from _working_now(tree, verb, lexicon)
        yield from _new_job(tree, verb, lexicon)


def _coming(tree: Syntax, verb: int, stands: Colour) -> bool:
    """Is a verb of the present or the future: news, and not a life's story?"""
    present = tree.words[verb].tag in {"VBZ", "VBP"} and not tree.kids(verb, "aux")
    return stands.future or present


def _starting(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "starts on 1 June as chief scientist", "arrives as vice president", "to join as head of design"."""
    if tree.lemma(verb) not in lexicon.events["start_as"] or tree.kids(verb, "auxpass"):
        return
    if phrasal(tree, verb, lexicon.events["leave"]):
        # "is stepping down as chief scientist"
        return
    near = [verb, *tree.kids(verb, "dobj", "advmod", "prt", "npadvmod"), *(n for c in tree.kids(verb, "prep")
                                                                          for n in tree.kids(c, "pobj"))]  # fmt: skip
    place = next((p for h in near for n in under(tree, h, _AS) if (p := post(tree, n, lexicon))), None)
    who = subject(tree, verb)
    if place is None or who is None or not (ones := doers(tree, verb, who, lexicon)):
        return
    stands = colour(tree, verb, lexicon)
    came = tree.lemma(verb) in {"return", "come", "rejoin", "join"} and any(
        # "has returned as chief executive": news of now, and not of a life
        tree.low(c) in {"has", "have"}
        for c in tree.kids(verb, "aux")
    )
    if stands is None or stands.polarity == "denied" or not (came or _coming(tree, verb, stands)):
        return
    if tree.lemma(verb) in {"serve", "act", "work", "continue"} and not stands.future:
        return
    # "joins as head of research | from Orvane |": where somebody was before
    left = {n for h in (verb, *near) for n in under(tree, h, frozenset({"from", "after"}))}
    body = next((b for h in near if h != verb and h not in left and (b := body_of(tree, h)) is not None), None)
    own = body_in(place)
    if own is not None and any((m := body_of(tree, n)) is not None and m.key == own.key for n in left):
        place = replace(place, body=None)
    yield from arrived(
        tree, "parsed-appointment-takes", [verb, who], ones, stands if came else replace(stands, future=True),
        manner="became",
        date=date_of(tree, verb), body=body or body_in(place), role=role(place),
    )  # fmt: skip


def _to_be(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "From June Ada Lin will be president", "has been acting chief since Monday", "as of Monday, Bo Tan is chief"."""
    acting = tree.low(verb) == "acting" and any(tree.low(c) == "been" for c in tree.kids(verb, "aux"))
    if not (acting or tree.lemma(verb) == "be") or tree.kids(verb, "neg"):
        return
    office, who = next(iter(tree.kids(verb, "attr", "dobj")), None), subject(tree, verb)
    place = post(tree, office, lexicon) if office is not None else None
    if place is None or who is None or not (ones := doers(tree, verb, who, lexicon)):
        return
    if office is not None and any(tree.low(c) in {"a", "an", "one"} for c in tree.kids(office, "det", "nummod")):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    helped = {tree.low(c) for c in tree.kids(verb, "aux")}
    before = tree.text(tree.tagged.sentence.start, tree.spans[verb][0])
    since = next((t.value for n in under(tree, verb, frozenset({"since"})) if (t := tree.tokens[n]) is not None
                  and isinstance(t.value, DateMention)), None)  # fmt: skip
    if "will" in helped or "'ll" in helped or (stands.future and "to" in helped):
        stands, date = replace(stands, future=True), date_of(tree, verb)
    elif {"has", "have"} & helped and (acting or tree.low(verb) == "been") and (
        acting or _INTERIM.search(place.words.text) or (since is not None and since.precision in {"day", "month"})
    ):  # fmt: skip
        date = since
    elif tree.low(verb) in {"is", "'s"} and not helped and _FROM_ON.search(before) and any(
        t is not None and isinstance(t.value, DateMention) for t in tree.tokens[:verb]
    ):  # fmt: skip
        date = None
    else:
        return
    yield from arrived(
        tree, "parsed-appointment-takes", [verb, who], ones, stands, manner="became", date=date, body=body_in(place),
        role=role(place),
    )  # fmt: skip


def _keeping_shop(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "is minding the shop until June", "will hold the fort"."""
    deeds = lexicon.events["stand_in_deeds"]
    noun = next((c for c in tree.kids(verb, "dobj") if f"{tree.lemma(verb)} {tree.lemma(c)}" in deeds), None)
    who = subject(tree, verb)
    if noun is None or who is None or not (ones := doers(tree, verb, who, lexicon)):
        return
    if any(tree.low(c) not in {"the"} for c in tree.kids(noun, "det", "poss")) or any(
        tree.low(c) == "in" and not any(tree.tokens[n] for n in tree.kids(c, "pobj"))
        and not any(tree.lemma(n) in {"meantime", "interim"} for n in tree.kids(c, "pobj"))
        for c in tree.kids(verb, "prep")
    ):  # fmt: skip
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied" or tree.words[verb].tag in {"VBD", "VBN"}:
        return
    if tree.words[verb].tag == "VBG":
        stands = replace(stands, future=False)
    yield from arrived(tree, "parsed-appointment-stands-in", [verb, who], ones, stands, manner="took over")


def _meanwhile(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Until then Ada Lin leads the group", "In the meantime, Bo Tan runs Nova"."""
    if tree.lemma(verb) not in lexicon.events["lead"] or tree.words[verb].tag not in {"VBZ", "VBP"}:
        return
    opening = tree.text(tree.tagged.sentence.start, tree.spans[verb][0])
    objects, who = tree.kids(verb, "dobj"), subject(tree, verb)
    if not _FRONTED.search(opening) or not objects or who is None:
        return
    body = body_of(tree, objects[0])
    known = tree.lemma(objects[0]) in lexicon.events["bodies"] | lexicon.events["parts"]
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied" or not (body or known):
        return
    yield from arrived(
        tree, "parsed-appointment-stands-in", [verb, who], doers(tree, verb, who, lexicon), stands,
        manner="took over", body=body,
    )  # fmt: skip


def _making_way(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Ada Lin makes way for Bo Tan", "hands over to Bo Tan", "turned to Bo Tan to lead the lab"."""
    lemma, objects = tree.lemma(verb), tree.kids(verb, "dobj")
    heads: tuple[int, ...]
    first = tree.lemma(objects[0]) if objects else ""
    if tree.kids(verb, "auxpass"):
        return
    if (lemma, first) in {("make", "way"), ("make", "room")}:
        heads, links = (verb, objects[0]), _FOR
    elif (lemma, first) == ("give", "way"):
        heads, links = (verb, objects[0]), _TO
    elif lemma == "hand" and not objects and phrasal(tree, verb, frozenset({"hand over"})):
        heads, links = (verb, *tree.kids(verb, "prt", "advmod", "prep")), _TO
    elif lemma == "turn" and not objects:
        yield from _turned_to(tree, verb, lexicon)
        return
    else:
        return
    new = tuple(m for h in heads for n in under(tree, h, links) for m in people(tree, n, lexicon))
    who = subject(tree, verb)
    old = doers(tree, verb, who, lexicon) if who is not None else ()
    stands = colour(tree, verb, lexicon)
    if not new or len(old) != 1 or stands is None or stands.polarity == "denied":
        return
    place = next((p for h in heads for n in under(tree, h, _AS) if (p := post(tree, n, lexicon))), None)
    stands = replace(stands, future=stands.future or _coming(tree, verb, stands))
    yield from arrived(
        tree, "parsed-appointment-takes", [verb], new[:1], stands, manner="took over", date=date_of(tree, verb),
        body=body_in(place), role=role(place), old=old[0],
    )  # fmt: skip


def _turned_to(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova has turned to Ada Lin to lead research", "turned to Bo Tan, a lawyer, as interim chief"."""
    names = list(under(tree, verb, _TO))
    new = [m for n in names for m in people(tree, n, lexicon)]
    place = next((p for h in (verb, *names) for n in under(tree, h, _AS) if (p := post(tree, n, lexicon))), None)
    led = next((d for h in (verb, *names) for c in tree.kids(h, "xcomp", "advcl", "relcl", "acl")
                if tree.lemma(c) in lexicon.events["lead"] for d in tree.kids(c, "dobj")), None)  # fmt: skip
    by = subject(tree, verb)
    stands = colour(tree, verb, lexicon)
    if len(new) != 1 or stands is None or stands.polarity == "denied" or by is None:
        return
    if body_of(tree, by) is None and tree.lemma(by) not in lexicon.events["bodies"] | {"it", "they"}:
        return
    if place is not None:
        yield from arrived(
            tree, "parsed-appointment", [verb], (new[0],), stands, manner="appointed", date=date_of(tree, verb),
            body=body_in(place), role=role(place),
        )  # fmt: skip
    elif led is not None:
        start, end = tree.phrase(led, CLAUSES | {"prep", "det", "poss"})
        unit = Words(text=tree.text(start, end), start=start, end=end)
        yield from arrived(
            tree, "parsed-appointment-unit", [verb], (new[0],), stands, manner="to lead", date=date_of(tree, verb),
            unit=unit,
        )  # fmt: skip


def _in_place(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "takes her place", "will fill Ada Lin's shoes", "succeeds her", "follows Ada Lin as president"."""
    objects = tree.kids(verb, "dobj")
    if not objects or tree.kids(verb, "auxpass"):
        return
    lemma, noun = tree.lemma(verb), objects[0]
    owner = next(iter(tree.kids(noun, "poss")), None)
    old: tuple[Mention, ...] = ()
    place = next((p for n in under(tree, verb, _AS) if (p := post(tree, n, lexicon))), None)
    if f"{lemma} {tree.lemma(noun)}" in lexicon.events["place_deeds"] and owner is not None:
        old = people(tree, owner, lexicon)
        places = [n for h in (verb, noun) for n in under(tree, h, frozenset({"at", "in", "among", "on", "beside"}))]
        if tree.lemma(noun) in {"place", "seat", "chair", "spot"} and any(
            body_of(tree, n) is None and tree.tokens[n] is None for n in places
        ):
            # "took her place | at the table |"
            return
        if not old and tree.low(owner) not in _PRONOUNS:
            return
    elif lemma in {"succeed", "replace"} and tree.low(noun) in _PRONOUNS and tree.tokens[noun] is None:
        pass
    elif lemma == "follow" and place is not None:
        old = people(tree, noun, lexicon)
        if not old and tree.low(noun) not in _PRONOUNS:
            return
    else:
        return
    who = subject(tree, verb)
    stands = colour(tree, verb, lexicon)
    if who is None or stands is None or stands.polarity == "denied" or not (ones := doers(tree, verb, who, lexicon)):
        return
    yield from arrived(
        tree, "parsed-appointment-takes", [verb, who], ones, stands, manner="took over", date=date_of(tree, verb),
        body=body_in(place), role=role(place), old=old[0] if len(old) == 1 else None,
    )  # fmt: skip


def _behind_verb(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "In comes | Ada Lin |", "In her place comes | Bo Tan |", "Replacing her is | Bo Tan |"."""
    lemma = tree.lemma(verb)
    front = [tree.low(i) for i in range(verb) if tree.words[i].pos != "PUNCT"]
    if lemma in {"come", "step", "enter"}:
        opens = front[:1] == ["in"] and (len(front) == 1 or front[-1] in {"place", "stead"}) and len(front) < 5
        opens = opens or (front[:1] == ["enter"] and not front[1:])
    elif lemma == "be":
        taking = next((i for i in range(min(verb, 3)) if tree.words[i].tag == "VBG"), None)
        opens = taking is not None and all(
            w in {"also", "and", "now", "over", "in", "as", "from", "for", "her", "him", "them", "his", "their", "the",
                  "place", "seat", "post", "job", "role", "chief", "helm", "reins", "up", "meantime"}
            for w in front[(taking + 1):]
        )  # fmt: skip
        over = taking is not None and phrasal(tree, taking, lexicon.events["take_over"])
        opens = opens and bool(over or (taking is not None and tree.lemma(taking) in {"take", "fill"}))
        if taking is not None and tree.lemma(taking) in {"take", "fill"}:
            opens = opens and any(w in lexicon.events["helms"] | {"place", "over"} for w in front)
    else:
        return
    first = next((i for i in range(verb + 1, min(verb + 8, len(tree.words))) if tree.name(i, "P")), None)
    if not opens or first is None or any(tree.words[i].text in {",", ";", ":"} or tree.words[i].tag in
                                         {"VBD", "VBZ", "IN", "VBN"} for i in range(verb + 1, first)):  # fmt: skip
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied" or tree.quoted[verb] is not None:
        return
    stands = replace(stands, future=stands.future or _coming(tree, verb, stands))
    yield from arrived(
        tree, "parsed-appointment-takes", [verb, first], people(tree, first, lexicon)[:1], stands, manner="took over",
    )  # fmt: skip


def _onto_board(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "joins the board of Nova", "takes a seat on the board"."""
    lemma = tree.lemma(verb)
    boards = [c for c in tree.kids(verb, "dobj") if tree.lemma(c) == "board"] if lemma in {"join", "rejoin"} else []
    if lemma in {"take", "get", "gain", "win"}:
        seats = [c for c in tree.kids(verb, "dobj") if tree.lemma(c) in {"seat", "place"}]
        boards = [n for h in (verb, *seats) for n in under(tree, h, frozenset({"on"})) if seats and
                  tree.lemma(n) == "board"]  # fmt: skip
    who = subject(tree, verb)
    if not boards or who is None or tree.kids(verb, "auxpass") or not (ones := doers(tree, verb, who, lexicon)):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    body = next((b for n in under(tree, boards[0], frozenset({"of", "at"})) if (b := body_of(tree, n))), None)
    body = body or next((b for c in tree.kids(boards[0], "poss", "compound") if (b := tree.name(c, "OT"))), None)
    start, end = tree.phrase(boards[0], CLAUSES | {"det", "prep", "poss", "compound"})
    unit = Words(text=tree.text(start, end), start=start, end=end)
    yield from arrived(
        tree, "parsed-appointment-joins", [verb, who], ones, stands, manner="joined", date=date_of(tree, verb),
        body=body, unit=unit,
    )  # fmt: skip


def _working_now(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "now works at Orvane", "is now head of product at Orvane", "is now with Orvane"."""
    lemma = tree.lemma(verb)
    if lemma == "be":
        yield from _in_charge_now(tree, verb, lexicon)
    if lemma not in {"work", "be"} or tree.words[verb].tag not in {"VBZ", "VBP"} or tree.kids(verb, "neg"):
        return
    if not any(tree.low(c) in {"now", "today"} for c in tree.kids(verb, "advmod", "npadvmod")):
        return
    attr = next(iter(tree.kids(verb, "attr")), None)
    if lemma == "be" and attr is not None and post(tree, attr, lexicon) is None:
        return
    places = [n for h in (verb, *([attr] if attr is not None else [])) for n in
              under(tree, h, frozenset({"at", "for", "with"}))]  # fmt: skip
    body = next((b for n in places if tree.name(n, "MFGL") is None and (b := body_of(tree, n))), None)
    who = subject(tree, verb)
    if body is None or who is None or not (ones := doers(tree, verb, who, lexicon)):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    for one in ones:
        slots: dict[str, Slot | None] = {"person": name(one), "organisation": name(body)}
        yield made(tree, "affiliation", "parsed-affiliation-of", [verb, who], slots, stands)


def _in_charge_now(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Ada Lin is now in charge of research"."""
    charge = next((n for n in under(tree, verb, frozenset({"in"})) if tree.lemma(n) == "charge"), None)
    led = next(iter(under(tree, charge, frozenset({"of"}))), None) if charge is not None else None
    now = any(tree.low(c) == "now" for c in tree.kids(verb, "advmod"))
    who = subject(tree, verb)
    stands = colour(tree, verb, lexicon)
    if led is None or who is None or stands is None or stands.polarity == "denied" or not (now or stands.future):
        return
    body = body_of(tree, led)
    start, end = tree.phrase(led, CLAUSES | {"prep", "det"})
    if end - start > 60:
        return
    unit = None if body is not None else Words(text=tree.text(start, end), start=start, end=end)
    yield from arrived(
        tree, "parsed-appointment-leads", [verb, who], doers(tree, verb, who, lexicon), stands, manner="to lead",
        date=date_of(tree, verb), body=body, unit=unit,
    )  # fmt: skip


def _new_job(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "took a job at Orvane", "has signed a contract with Orvane", "found a new home at the institute"."""
    deeds = lexicon.events["join_deeds"]
    noun = next((c for c in tree.kids(verb, "dobj") if f"{tree.lemma(verb)} {tree.lemma(c)}" in deeds), None)
    if noun is None or tree.kids(verb, "auxpass"):
        return
    near = [n for h in (verb, noun) for n in under(tree, h, frozenset({"at", "with", "in"}))]
    body = next((b for n in near if tree.name(n, "MFGL") is None and (b := body_of(tree, n))), None)
    who = subject(tree, verb)
    if body is None or who is None or not (ones := doers(tree, verb, who, lexicon)):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    yield from joined(tree, [verb, who], ones, body, stands, since=date_of(tree, verb))
