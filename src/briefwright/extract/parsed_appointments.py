"""Who was appointed, who took over and who joined, read off the verbs of a parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.dates import DateMention
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.comings import arrived, joined
from briefwright.extract.frames import Frame, Slot, Words
from briefwright.extract.framing import body_in, date_of, phrasal, role, verbs, who_says
from briefwright.extract.noun_phrases import body_of, doers, holders, people, under
from briefwright.extract.offices import Post, is_role, post
from briefwright.extract.parsed_successors import displaced
from briefwright.extract.syntax import CLAUSES, Syntax
from briefwright.names import Mention

_AS = frozenset({"as"})
_LONGEST_UNIT = 5


def appointments(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Everybody of whom a verb of the sentence tells that he comes into an office or to a body."""
    for verb in verbs(tree):
        yield from _appointing(tree, verb, lexicon)
        yield from _taking_over(tree, verb, lexicon)
        yield from _joining(tree, verb, lexicon)


def _appointing(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    entry = phrasal(tree, verb, lexicon.events["appoint"])
    if not entry:
        return
    passive = bool(tree.kids(verb, "auxpass", "nsubjpass"))
    if passive:
        who = subject(tree, verb)
        agent = next((b for n in under(tree, verb, frozenset({"by"})) if (b := body_of(tree, n))), None)
    else:
        if tree.words[verb].tag == "VBN" and tree.dep(verb) in {"acl", "relcl"}:
            return
        who = next(iter(tree.kids(verb, "dobj")), None)
        by = subject(tree, verb)
        agent = body_of(tree, by) if by is not None else None
        if agent is None and by is not None and tree.low(by) == "it":
            agent = who_says(tree, by)
    small = next(iter(tree.kids(verb, "ccomp", "oprd", "xcomp")), None)
    if who is None and small is not None:
        # "named | Ada Lin chief scientist" as a small clause, or "made | Ada Lin head of safety" as one noun phrase
        who = next(iter(tree.kids(small, "nsubj")), None)
        before = next((c for c in tree.kids(small, "compound") if tree.name(c, "P")), None)
        if who is None and before is not None and post(tree, small, lexicon) is not None:
            who = before
    if who is None and not passive and " " in entry:
        # "has taken on | Ada Lin | as chief engineer"
        who = next(iter(under(tree, verb, frozenset({entry.partition(" ")[2]}))), None)
    if who is None:
        return
    ones = doers(tree, verb, who, lexicon) if passive else people(tree, who, lexicon)
    office, task = _office(tree, verb, who, lexicon)
    if not ones and not passive:
        # "appointed | Ada Lin interim chief |" read as one noun phrase
        inside = [m for c in tree.kids(who, "compound", "nmod", "nsubj") if (m := tree.name(c, "P"))]
        ones, office = tuple(inside[:1]), post(tree, who, lexicon)
    if not ones:
        return
    if office is None and task is None and (board := _board(tree, verb, who)) is not None:
        yield from _onto(tree, verb, board, ones, lexicon)
        return
    led = _led_unit(tree, verb, lexicon) if office is None and task is None else None
    if led is not None:
        stands = colour(tree, verb, lexicon)
        if stands is not None:
            yield from arrived(
                tree, "parsed-appointment-unit", [verb, who], ones, stands, manner="to lead", date=date_of(tree, verb),
                unit=led,
            )  # fmt: skip
        return
    if (
        entry
        in {
            "introduce",
            "bring",
            "make",
            "engage",
            "choose",
            "pick",
            "select",
            "name",
            "designate",
            "anoint",
            "crown",
            "sign",
            "land",
            "instal",
            "take on",
            "bring aboard",
            "bring on",
            "call in",
            "present",
            "confirm",
        }
        and office is None
        and task is None
    ):
        return
    if tree.lemma(verb) in {"name", "call"} and any(under(tree, verb, frozenset({"after"}))):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None:
        return
    shared = len(ones) == 1 or (office is not None and tree.words[office.head].tag == "NNS")
    manner, body = ("to lead", task) if task is not None and office is None else ("appointed", body_in(office) or agent)
    if manner == "appointed" and office is None and entry in lexicon.events["hire"]:
        manner = "hired"
    yield from arrived(
        tree, "parsed-appointment", [verb, who], ones, stands, manner=manner, date=date_of(tree, verb), body=body,
        role=role(office) if shared else None, old=displaced(tree, verb, lexicon) if len(ones) == 1 else None,
    )  # fmt: skip


def _board(tree: Syntax, verb: int, who: int) -> int | None:
    """ "was appointed | to the board of Nova |"."""
    places = [n for h in (verb, who) for n in under(tree, h, frozenset({"to"}))]
    return next((n for n in places if tree.lemma(n) in {"board", "committee", "council"}), None)


def _onto(tree: Syntax, verb: int, board: int, ones: tuple[Mention, ...], lexicon: Lexicon) -> Iterator[Frame]:
    stands = colour(tree, verb, lexicon)
    if stands is None:
        return
    body = next((b for n in under(tree, board, frozenset({"of", "at"})) if (b := body_of(tree, n))), None)
    body = body or next((b for c in tree.kids(board, "poss", "compound") if (b := tree.name(c, "OT"))), None)
    start, end = tree.phrase(board, CLAUSES | {"det", "prep", "poss", "compound"})
    yield from arrived(
        tree, "parsed-appointment-joins", [verb, board], ones, stands, manner="joined", date=date_of(tree, verb),
        body=body, unit=Words(text=tree.text(start, end), start=start, end=end),
    )  # fmt: skip


def _led_unit(tree: Syntax, verb: int, lexicon: Lexicon) -> Slot | None:
    """ "has been picked to run | the combined group"."""
    for below in tree.kids(verb, "xcomp", "advcl"):
        if tree.lemma(below) in lexicon.events["lead"]:
            return next((u for c in tree.kids(below, "dobj") if (u := _unit(tree, c, lexicon))), None)
    return None


def _office(tree: Syntax, verb: int, who: int, lexicon: Lexicon) -> tuple[Post | None, Mention | None]:
    """The role somebody is appointed to, or the body he is to lead."""
    places = [n for h in (verb, who) for n in under(tree, h, _AS | {"to"})]
    places += [*tree.kids(verb, "oprd", "attr", "xcomp", "ccomp")]
    places += [c for c in tree.kids(verb, "dobj") if c != who]
    for noun in places:
        if tree.verbal(noun) and not is_role(tree, noun):
            if tree.lemma(noun) in lexicon.events["lead"]:
                led = next((b for c in tree.kids(noun, "dobj") if (b := body_of(tree, c))), None)
                if led is not None:
                    return None, led
            for inner in tree.kids(noun, "attr", "dobj"):
                if (found := post(tree, inner, lexicon)) is not None:
                    return found, None
        elif (found := post(tree, noun, lexicon)) is not None:
            return found, None
    return None, None


def _taking_over(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    events = lexicon.events
    entry = phrasal(tree, verb, events["take_over"])
    becoming = tree.lemma(verb) in events["become"]
    helm = tree.lemma(verb) in events["take"] and any(
        # "took a seat" is no office
        tree.lemma(c) in events["helms"]
        and not any(tree.low(d) in {"a", "an"} for d in tree.kids(c, "det"))
        # "took responsibility for the crash" is none either
        and not (
            tree.lemma(c) == "responsibility"
            and any(tree.kids(n, "det", "poss") for h in (verb, c) for n in under(tree, h, frozenset({"for"})))
        )
        for c in tree.kids(verb, "dobj")
    )
    leading = tree.lemma(verb) in events["lead"]
    passive = bool(tree.kids(verb, "auxpass", "nsubjpass"))
    # "the post will be filled by | Ada Lin |", "her duties are taken over by | Bo Tan |"
    filled = (
        passive
        and (entry == "take over" or tree.lemma(verb) in events["take"])
        and any(tree.lemma(c) in events["helms"] for c in tree.kids(verb, "nsubjpass"))
    )
    if not (entry or becoming or helm or leading or filled or tree.lemma(verb) in events["rise"]):
        return
    rising = () if helm or passive or tree.lemma(verb) not in events["rise"] else _risen(tree, verb, lexicon)
    if passive and entry in {"replace", "succeed"}:
        who = next((n for n in under(tree, verb, frozenset({"by"}))), None)
    elif passive:
        # "will be led on an interim basis | by Ada Lin |": the agent is hung on the nearest noun
        below = (verb, *(n for c in tree.kids(verb, "prep") for n in tree.kids(c, "pobj")))
        who = next((n for h in below for n in under(tree, h, frozenset({"by"}))), None) if leading else None
    else:
        who = subject(tree, verb)
    if filled:
        who, helm, entry = next((n for n in under(tree, verb, frozenset({"by"}))), None), True, ""
    if who is None or not (ones := doers(tree, verb, who, lexicon)):
        return
    climbs = becoming and tree.dep(verb) == "advcl" and tree.words[verb].tag == "VB" and (
        # "will step up | to become chief executive"
        tree.lemma(tree.head(verb)) in events["rise"]
    )  # fmt: skip
    stands = colour(tree, tree.head(verb) if climbs else verb, lexicon)
    if stands is None:
        return
    if passive and any(tree.low(c) == "being" for c in tree.kids(verb, "auxpass")) and any(
        tree.low(c) in {"is", "are", "'s", "'re"} for c in tree.kids(verb, "aux")
    ):  # fmt: skip
        # "is being replaced by Bo Tan"
        stands = replace(stands, future=True)
    # "takes over on 1 June": to come, or told of the past as if it were now; the text does not say which
    now = tree.words[verb].tag in {"VBZ", "VBP"} and not tree.kids(verb, "aux", "auxpass") and not stands.future
    objects = () if passive else tree.kids(verb, "dobj", "attr", "oprd")
    at, date = [verb, who], date_of(tree, verb)
    # "assume the role of adviser"
    held = (*objects, *(n for o in objects for n in under(tree, o, frozenset({"of"})))) if becoming or helm else ()
    office = next((p for n in (*held, *rising, *under(tree, verb, _AS)) if (p := post(tree, n, lexicon))), None)
    if not (entry or becoming or helm or leading):
        unit = _led_unit(tree, verb, lexicon) if office is None else None
        if unit is not None:
            # "moves upstairs to chair | the board |"
            yield from arrived(
                tree, "parsed-appointment-leads", at, ones, stands, manner="to lead", date=date, unit=unit
            )
        if office is None or not rising:
            return
        becoming = True
    body = body_in(office) or next((b for n in objects if (b := body_of(tree, n))), None)
    if helm and body is None:
        # "takes the helm | at Nova"
        near = [n for o in (verb, *objects) for n in under(tree, o, frozenset({"at", "of"}))]
        body = next((b for n in near if (b := body_of(tree, n))), None)
    if leading:
        # only what is still to come is news of an appointment: "will lead the Nova team"
        already = any(tree.low(c) == "now" for c in tree.kids(verb, "advmod"))
        if not (stands.future or already) or stands.polarity == "denied" or (not objects and not passive):
            return
        unit = None if body is not None or not objects else _unit(tree, objects[0], lexicon)
        if body is None and unit is None and not passive:
            return
        led = subject(tree, verb)
        if passive and led is not None and tree.words[led].pos == "PRON":
            # "| It | will be directed by Ada Lin": what that is, another sentence says
            return
        if unit is None and body is None and passive and led is not None:
            # "Research is now led by | Ada Lin |"
            start, end = tree.phrase(led, CLAUSES | {"prep", "det"})
            unit = Words(text=tree.text(start, end), start=start, end=end) if end - start < 40 else None
        field = unit is not None and not passive and tree.lemma(objects[0]) not in events["parts"] | events["bodies"]
        told = "parsed-appointment-leads-field" if field else "parsed-appointment-leads"
        yield from arrived(tree, told, at, ones, stands, manner="to lead", date=date, body=body, unit=unit)
        return
    if becoming and (office is None or any(
        tree.words[c].tag == "VB" for c in tree.kids(office.head, "acl", "relcl")
    )):  # fmt: skip
        # "becomes the fourth researcher to leave": that is no office
        return
    if entry in {"take over", "inherit"} and not helm and office is None and body is None and tree.kids(verb, "dobj"):
        yield from _from_whom(tree, verb, at, ones, stands, now, lexicon)
        return
    predecessors = [m for n in objects for m in people(tree, n, lexicon)] if entry in {"replace", "succeed"} else []
    if entry in {"replace", "succeed"} and not predecessors and office is None and not passive:
        return
    if entry in {"step in", "step up", "fill in"} and office is None:
        return
    if passive and (before := subject(tree, verb)) is not None:
        predecessors = [*holders(tree, before, lexicon)]
    # "takes charge | of research |", "took charge of | sales | at Nova"
    fields = [n for o in objects for n in under(tree, o, frozenset({"of"})) if body_of(tree, n) is None]
    unit = None if office is not None or not helm else next(
        (u for n in fields if (u := _unit(tree, n, lexicon, plural=True))), None
    )  # fmt: skip
    if helm and office is None and unit is None and fields and body is not None:
        # of Nova itself nothing is said
        return
    yield from arrived(
        tree, "parsed-appointment-takes-now" if now else "parsed-appointment-takes", at, ones, stands,
        manner="became" if becoming else "took over", date=date,
        body=body, role=role(office) if len(ones) == 1 else None, old=predecessors[0] if predecessors else None,
        unit=unit,
    )  # fmt: skip


def _from_whom(
    tree: Syntax, verb: int, at: list[int], ones: tuple[Mention, ...], stands: Colour, now: bool, lexicon: Lexicon
) -> Iterator[Frame]:
    """ "Takes over research from | Bo Tan |": what somebody led before."""
    thing = tree.kids(verb, "dobj")[0]
    old = [m for n in under(tree, verb, frozenset({"from"})) for m in people(tree, n, lexicon)]
    start, end = tree.phrase(thing, CLAUSES | {"prep", "det", "cc"})
    words = tree.text(start, end)
    if len(ones) == len(old) == 1 and len(words.split()) <= _LONGEST_UNIT:
        yield from arrived(
            tree, "parsed-appointment-takes-now" if now else "parsed-appointment-takes", at, ones, stands,
            manner="took over", date=date_of(tree, verb), unit=Words(text=words, start=start, end=end), old=old[0],
        )  # fmt: skip


def _risen(tree: Syntax, verb: int, lexicon: Lexicon) -> tuple[int, ...]:
    """ "rose | to president", "stepped into the role of | chief engineer"."""
    near = [
        n for h in (verb, *tree.kids(verb, "prep", "prt", "advmod")) for n in under(tree, h, frozenset({"to", "into"}))
    ]
    near += [n for c in tree.kids(verb, "prep") if tree.low(c) in {"to", "into"} for n in tree.kids(c, "pobj")]
    return tuple(dict.fromkeys((*near, *(n for o in near if tree.lemma(o) in lexicon.events["helms"] for n in
                                         under(tree, o, frozenset({"of", "as"}))))))  # fmt: skip


def _unit(tree: Syntax, noun: int, lexicon: Lexicon, plural: bool = False) -> Slot | None:
    known = tree.lemma(noun) in lexicon.events["parts"] | lexicon.events["bodies"]
    if not known and not _field(tree, noun, lexicon, plural):
        return None
    start, end = tree.phrase(noun, frozenset({"relcl", "appos", "acl", "prep", "advcl", "det"}))
    text = tree.text(start, end)
    return Words(text=text, start=start, end=end) if len(text.split()) <= 6 else None


def _field(tree: Syntax, noun: int, lexicon: Lexicon, plural: bool = False) -> bool:
    """ "Will lead | post-training |", "is to run | safety |": a field, and nothing that is counted or pointed at."""
    at = {c for c in tree.kids(noun, "prep") if plural and tree.low(c) == "at"}
    bare = not any(
        c not in at and tree.dep(c) in {"det", "poss", "nummod", "prep", "acl", "relcl", "prt"} for c in tree.kids(noun)
    )
    named = any(tree.tokens[i] is not None for i in tree.subtree(noun))
    once = tree.lemma(noun) in lexicon.events["led_for_once"]
    behind = tree.low(noun + 1) if noun + 1 < len(tree.words) else ""
    bare = bare and behind not in {"to", "for", "against", "into", "over"}
    if at:
        named = any(tree.tokens[i] is not None for i in tree.subtree(noun, frozenset({"prep"})))
    return tree.words[noun].tag in {"NN", "VBG", *({"NNS"} if plural else ())} and bare and not named and not once


def _joining(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    events = lexicon.events
    lemma = tree.lemma(verb)
    places: list[int] = []
    if lemma in events["join"]:
        places = list(tree.kids(verb, "dobj"))
    for entry in events["join"]:
        head, _, preposition = entry.partition(" ")
        if preposition and head == lemma:
            places += list(under(tree, verb, frozenset({preposition})))
    since = date_of(tree, verb)
    if lemma == "be" and not tree.kids(verb, "attr", "acomp", "neg", "expl"):
        # "has been at Nova since 2019", "is back at Nova"
        back = [c for c in tree.kids(verb, "advmod") if tree.low(c) == "back"]
        ever = [t.value for n in under(tree, verb, frozenset({"since"})) if (t := tree.tokens[n]) is not None]
        since = next((d for d in ever if isinstance(d, DateMention)), since)
        if back or (ever and tree.low(verb) == "been" and tree.kids(verb, "aux")):
            places = [n for h in (verb, *back) for n in under(tree, h, frozenset({"at", "with"}))]
    elif lemma in {"begin", "start"}:
        # "began work at Nova"
        work = [c for c in tree.kids(verb, "dobj", "xcomp") if tree.lemma(c) == "work"]
        places += [n for h in work for n in under(tree, h, frozenset({"at", "for", "with"}))]
    if not places or tree.kids(verb, "auxpass"):
        return
    who = subject(tree, verb)
    body = next((b for n in places if (b := body_of(tree, n)) is not None), None)
    if who is None or body is None or not (ones := doers(tree, verb, who, lexicon)):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None:
        return
    if lemma in {"start", "begin"} and tree.words[verb].tag in {"VBZ", "VBP"} and not tree.kids(verb, "aux"):
        # "starts at Nova on 2 May"
        stands = replace(stands, future=True)
    yield from joined(tree, [verb, who], ones, body, stands, since=since)
