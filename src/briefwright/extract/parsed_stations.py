"""Where somebody works and what he has founded or leads, told by the verb: "teaches physics at the institute", "sits on
the board of Nova", "spent six years at Orvane", "Nova, founded and run by Ada Lin", "a team led by Bo Tan".
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.comings import arrived, joined
from briefwright.extract.frames import Frame, Slot, Words
from briefwright.extract.framing import date_of, fixed, made, name, phrasal, verbs
from briefwright.extract.noun_phrases import body_of, doers, people, under
from briefwright.extract.offices import post
from briefwright.extract.syntax import CLAUSES, Syntax
from briefwright.names import Mention

_AT = frozenset({"at", "with"})
_BY = frozenset({"by"})
_FROM = frozenset({"from"})
_TO = frozenset({"to"})
_BOARDS = frozenset({"board", "committee", "council", "panel"})
_SPANS = frozenset({"year", "decade", "month", "career", "week", "stint"})
_TEACHES = frozenset({"teach", "lecture"})
_FOUNDS = frozenset({"found", "founded", "cofound", "cofounde", "cofounded", "establish"})
#: with a noun for what is founded before its name: "started | a company |, Nova"
_STARTS = frozenset({"set up", "start", "launch", "start up"})
#: verbs of leading whose passive tells who heads a body
_LEADS = frozenset({"lead", "head", "run", "chair", "direct", "oversee", "manage", "helm"})
_MOST = 8
_PLAIN = Colour()


def stations(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Every such station of somebody's life that the sentence tells."""
    for verb in verbs(tree):
        yield from _teaching(tree, verb, lexicon)
        yield from _on_board(tree, verb, lexicon)
        yield from _tenure(tree, verb, lexicon)
        yield from _working(tree, verb, lexicon)
        yield from _left_to(tree, verb, lexicon)
        yield from _begun(tree, verb, lexicon)
        yield from _from_where(tree, verb, lexicon)
        yield from _founding(tree, verb, lexicon)
        yield from _led_by(tree, verb, lexicon)
    yield from _alumni(tree)


def _told(tree: Syntax, first: int, last: int) -> Words | None:
    start, end = tree.spans[first][0], tree.spans[last][1]
    text = tree.text(start, end)
    fits = len(text.split()) <= _MOST and "\n" not in text and not any(c in text for c in ',;:“”"()')
    return Words(text=text, start=start, end=end) if fits else None


def _bodily(tree: Syntax, i: int) -> Mention | None:
    return body_of(tree, i) if tree.name(i, "MFGL") is None else None


def _by_verb(
    tree: Syntax, verb: int, lexicon: Lexicon, words: Words | None, body: Mention | None, *, inside: bool
) -> Iterator[Frame]:
    """The role that a verb tells of its subject, in the text's own words."""
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if words is None or who is None or stands is None or stands.future or stands.polarity == "denied":
        return
    if tree.kids(who, "det") and tree.name(who, "P") is not None:
        # "the third Lin, the jurist, who teaches at Nova": of two people of one name
        return
    rule = "parsed-role-leads-named" if inside else "parsed-role-leads"
    for one in doers(tree, verb, who, lexicon):
        slots: dict[str, Slot | None] = {"person": name(one), "role": words, "organisation": name(body)}
        yield made(tree, "role", rule, [verb, who], slots, stands)


def _finite(tree: Syntax, verb: int) -> bool:
    """Is a verb alone, without an auxiliary: "teaches", "sat"?"""
    return tree.words[verb].tag in {"VBZ", "VBP", "VBD"} and not tree.kids(verb, "aux", "auxpass", "neg")


def _teaching(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "who teaches | physics | at the Corran Institute", "lectures in law at the university"."""
    if tree.lemma(verb) not in _TEACHES or not _finite(tree, verb):
        return
    objects = tree.kids(verb, "dobj")
    near = [n for h in (verb, *objects) for n in under(tree, h, _AT)]
    body = next((b for n in near if (b := _bodily(tree, n)) is not None), None)
    fields = [*objects, *under(tree, verb, frozenset({"in", "on"}))]
    if body is None or tree.kids(verb, "dative", "iobj") or any(
        tree.name(j, "PH") is not None or tree.words[j].pos == "PRON" for n in fields for j in tree.subtree(n)
    ):  # fmt: skip
        return
    last = max((j for n in fields for j in tree.subtree(n, CLAUSES - {"conj"} | {"prep"})), default=verb)
    yield from _by_verb(tree, verb, lexicon, _told(tree, verb, last), body, inside=False)


def _on_board(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "sits on the board of | Nova |", "serves on Nova's safety committee", "presides over the board of Nova"."""
    lemma = tree.lemma(verb)
    links = {"sit": {"on"}, "serve": {"on"}, "preside": {"over"}}.get(lemma)
    if links is None or not _finite(tree, verb):
        return
    for noun in under(tree, verb, frozenset(links)):
        if tree.lemma(noun) not in _BOARDS | (lexicon.events["bodies"] if lemma == "preside" else frozenset()):
            continue
        inner = [n for n in under(tree, noun, frozenset({"of", "at"})) if _bodily(tree, n) is not None]
        owner = next((b for c in tree.kids(noun, "poss", "compound") if (b := tree.name(c, "O")) is not None), None)
        body = owner or next((_bodily(tree, n) for n in inner), None)
        last = inner[0] if inner and owner is None else noun
        if body is not None:
            yield from _by_verb(tree, verb, lexicon, _told(tree, verb, last), body, inside=True)


def _tenure(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "spent six years at | Nova |", "previously spent a decade with Nova"."""
    if tree.lemma(verb) != "spend" or tree.kids(verb, "auxpass", "neg"):
        return
    spans = [c for c in tree.kids(verb, "dobj") if tree.lemma(c) in _SPANS]
    near = [n for h in (verb, *spans) for n in under(tree, h, _AT)]
    body = next((b for n in near if (b := _bodily(tree, n)) is not None), None)
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if not spans or body is None or who is None or stands is None or stands.future or stands.polarity == "denied":
        return
    for one in doers(tree, verb, who, lexicon):
        slots: dict[str, Slot | None] = {"person": name(one), "organisation": name(body)}
        yield made(tree, "affiliation", "parsed-affiliation-of", [verb, who], slots, stands)


def _working(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "who works on chips at | Nova |", "used to work at Orvane", "had worked for Nova"."""
    if tree.lemma(verb) != "work" or tree.kids(verb, "neg", "auxpass", "dobj"):
        return
    used = tree.dep(verb) == "xcomp" and tree.low(tree.head(verb)) == "used"
    if not used and tree.dep(verb) in {"xcomp", "pcomp", "advcl"}:
        return
    near = [n for h in (verb, *under(tree, verb, frozenset({"on", "in"}))) for n in under(tree, h, _AT | {"for"})]
    body = next((b for n in near if (b := _bodily(tree, n)) is not None), None)
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if body is None or who is None or stands is None or stands.future or stands.polarity == "denied":
        return
    for one in doers(tree, verb, who, lexicon):
        slots: dict[str, Slot | None] = {"person": name(one), "organisation": name(body)}
        yield made(tree, "affiliation", "parsed-affiliation-of", [verb, who], slots, stands)


def _left_to(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "left Orvane | to join Nova |", "is leaving to run Nova": whereto, as far as the text tells."""
    if not phrasal(tree, verb, lexicon.events["leave"]) or tree.kids(verb, "neg", "auxpass"):
        return
    below = [c for c in tree.kids(verb, "advcl", "xcomp") if any(tree.low(a) == "to" for a in tree.kids(c, "aux"))]
    goal = next((c for c in below if tree.lemma(c) in {"join", "rejoin"} and not tree.kids(c, "neg")), None)
    body = next((b for n in tree.kids(goal, "dobj") if (b := _bodily(tree, n))), None) if goal is not None else None
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if goal is None or body is None or who is None or stands is None or stands.polarity == "denied":
        return
    yield from joined(
        tree, [verb, goal], doers(tree, verb, who, lexicon), body, stands, rule="parsed-affiliation-left-for"
    )


def _begun(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "began work as | head of sales at Nova |", "started her career as | an engineer |"."""
    if tree.lemma(verb) not in {"begin", "start"} or tree.words[verb].tag not in {"VBD", "VBN"}:
        return
    work = [c for c in tree.kids(verb, "dobj", "xcomp") if tree.lemma(c) in {"work", "career", "life", "job"}]
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if not work or who is None or stands is None or stands.polarity == "denied" or tree.kids(verb, "auxpass"):
        return
    for noun in (n for h in (verb, *work) for n in under(tree, h, frozenset({"as"}))):
        found = post(tree, noun, lexicon)
        if found is None:
            continue
        body = found.body or next((b for h in (verb, *work) for n in under(tree, h, _AT) if (b := _bodily(tree, n))),
                                  None)  # fmt: skip
        for one in doers(tree, verb, who, lexicon):
            slots: dict[str, Slot | None] = {"person": name(one), "role": found.words, "organisation": name(body)}
            slots["tense"] = fixed("past") if tree.lemma(work[0]) in {"career", "life"} else None
            yield made(tree, "role", "parsed-role-as", [verb, noun], slots, stands)


def _from_where(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "comes from | Nova |", "had come to | Orvane | from | Nova |", "hails from Nova": who was or is there."""
    if tree.lemma(verb) not in {"come", "hail", "arrive"} or tree.kids(verb, "auxpass", "neg", "dobj", "xcomp"):
        return
    heads = (verb, *(c for c in tree.kids(verb, "prep", "advmod") if tree.low(c) in {"over"}))
    goals = [n for h in heads for n in under(tree, h, _TO)]
    # "had come to Orvane only last spring | from Nova |": hung on what stands before it
    sources = [n for h in (*heads, *goals, *tree.kids(verb, "npadvmod")) for n in under(tree, h, _FROM)]
    old = next((b for n in sources if (b := _bodily(tree, n)) is not None), None)
    new = next((b for n in goals if (b := _bodily(tree, n)) is not None), None)
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if old is None or who is None or stands is None or stands.polarity == "denied" or (goals and new is None):
        return
    ones = doers(tree, verb, who, lexicon)
    if new is not None:
        yield from joined(tree, [verb, who], ones, new, stands, since=date_of(tree, verb))
    if stands.future:
        return
    for one in ones:
        slots: dict[str, Slot | None] = {"person": name(one), "organisation": name(old)}
        yield made(tree, "affiliation", "parsed-affiliation-of", [verb, sources[0]], slots, stands)


def _founding(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Nova |, founded in 2031 by | Ada Lin |", "who founded | Nova | and runs it"."""
    starts = phrasal(tree, verb, _STARTS)
    if tree.lemma(verb) not in _FOUNDS and not starts:
        return
    by = list(under(tree, verb, _BY))
    by += [n for c in tree.kids(verb, "conj") if tree.words[c].tag == "VBN" for n in under(tree, c, _BY)]
    passive = bool(tree.kids(verb, "auxpass", "nsubjpass")) or (tree.dep(verb) == "acl" and bool(by))
    if passive:
        above = subject(tree, verb)
        ones = people(tree, by[0], lexicon) if by else ()
    else:
        above = next(iter(tree.kids(verb, "dobj")), None)
        who = subject(tree, verb)
        ones = doers(tree, verb, who, lexicon) if who is not None else ()
    body = _bodily(tree, above) if above is not None else None
    if starts and (passive or above is None or tree.lemma(above) not in lexicon.events["bodies"]):
        return
    stands = colour(tree, verb, lexicon)
    if body is None or above is None or not ones or stands is None or stands.polarity == "denied" or stands.future:
        return
    thing = Words(text=body.text, start=body.start, end=body.end)
    start, end = tree.spans[verb]
    event = Words(text=tree.text(start, end), start=start, end=end)
    if starts and " " in starts:
        particle = next((c for c in tree.kids(verb, "prt", "advmod", "prep") if c == verb + 1), None)
        if particle is None:
            return
        end = tree.spans[particle][1]
        event = Words(text=tree.text(start, end), start=start, end=end)
    if passive:
        for one in ones:
            held: dict[str, Slot | None] = {"person": name(one), "role": event, "organisation": name(body)}
            yield made(tree, "role", "parsed-role-led", [verb, above], held, stands)
        return
    for one in ones:
        slots: dict[str, Slot | None] = {"person": name(one), "event": event, "object": thing,
                                         "date": date_of(tree, verb)}  # fmt: skip
        yield made(tree, "biography", "parsed-biography-founded", [verb], slots, stands)


def _led_by(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Nova |, led by | Ada Lin |, grew", "Nova is run by Bo Tan", "a design team headed by Cy Roe"."""
    if tree.lemma(verb) not in _LEADS or tree.words[verb].tag != "VBN" or any(
        tree.lemma(c) != "be" for c in tree.kids(verb, "aux", "auxpass")
    ):  # fmt: skip
        return
    by = next(iter(under(tree, verb, _BY)), None)
    ones = people(tree, by, lexicon) if by is not None else ()
    above = subject(tree, verb)
    stands = colour(tree, verb, lexicon)
    if len(ones) != 1 or above is None or stands is None or stands.polarity == "denied" or stands.hedge != "none":
        return
    body = _bodily(tree, above) if tree.name(above, "T") is None else None
    finite = [tree.low(c) for c in tree.kids(verb, "auxpass", "aux")]
    slots: dict[str, Slot | None] = {"person": name(ones[0]), "organisation": name(body)}
    if body is not None:
        start, end = tree.spans[verb]
        slots["role"] = Words(text=tree.text(start, end), start=start, end=end)
        slots["tense"] = fixed("past") if {"was", "were", "been"} & set(finite) else None
        yield made(tree, "role", "parsed-role-led", [verb, above], slots, stands)
    elif tree.lemma(above) in lexicon.events["parts"] and not finite and tree.words[above].tag == "NN":
        start, end = tree.phrase(above, CLAUSES | {"det", "poss"})
        words = Words(text=tree.text(start, end), start=start, end=end)
        slots |= {"role": words, "organisation": name(_owner(tree, above))}
        if not 1 < len(words.text.split()) <= _MOST:
            return
        if any(tree.low(c) in {"a", "an"} for c in tree.kids(above, "det")):
            # "will create | a design team led by Ada Lin |": it is what becomes of the team
            at = above
            while not tree.verbal(at) and tree.head(at) != at:
                at = tree.head(at)
            told = colour(tree, at, lexicon) if tree.verbal(at) else stands
            if told is None or told.polarity == "denied" or told.hedge != "none":
                return
            if told.future:
                yield from arrived(
                    tree, "parsed-appointment-leads", [verb, above], ones, told, manner="to lead", unit=words
                )
                return
        yield made(tree, "role", "parsed-role-led-part", [verb, above], slots, stands)


def _owner(tree: Syntax, noun: int) -> Mention | None:
    """The body whose part a noun names: "Nova's design team", "a design team at Nova"."""
    near = [*tree.kids(noun, "poss"), *under(tree, noun, frozenset({"at", "of", "within"}))]
    return next((b for n in near if (b := tree.name(n, "O")) is not None), None)


def _alumni(tree: Syntax) -> Iterator[Frame]:
    """ "The | Nova alumna | Ada Lin", "Bo Tan, a Nova alumnus,": who was there."""
    for i in range(1, len(tree.words)):
        if tree.low(i) not in {"alumna", "alumnus", "graduate", "lifer"} or tree.quoted[i] is not None:
            continue
        body = tree.name(i - 1, "O")
        behind = tree.name(i + 1, "P") if i + 1 < len(tree.words) else None
        ahead = tree.name(tree.head(i), "P") if tree.dep(i) == "appos" else None
        one = behind or ahead
        if body is not None and one is not None:
            slots: dict[str, Slot | None] = {"person": name(one), "organisation": name(body)}
            yield made(tree, "affiliation", "parsed-affiliation-of", [i - 1, i], slots, _PLAIN, presupposed=True)
    for i in range(len(tree.words) - 3):
        # "Ada Lin (Nova) and Bo Tan (Orvane)"
        one, body = tree.name(i, "P"), tree.name(i + 2, "O")
        if one is None or body is None or (tree.words[i + 1].text, tree.words[i + 3].text) != ("(", ")"):
            continue
        held: dict[str, Slot | None] = {"person": name(one), "organisation": name(body)}
        yield made(tree, "affiliation", "parsed-affiliation-of", [i, i + 2], held, _PLAIN, presupposed=True)
