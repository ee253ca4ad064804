"""Who left, who was made to leave and who was asked to, read off the verbs of a parse."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.comings import gone
from briefwright.extract.frames import Frame
from briefwright.extract.framing import body_in, date_of, in_words, phrasal, place_of, post_of, role, verbs
from briefwright.extract.noun_phrases import body_of, companions, doers, is_person_noun, people, under
from briefwright.extract.offices import post
from briefwright.extract.parsed_goings import among
from briefwright.extract.syntax import Syntax
from briefwright.names import Mention

#: "was shown the door"
_SHOWN = frozenset({("show", "door"), ("show", "exit"), ("give", "sack"), ("give", "boot"), ("give", "axe")})
_FROM = frozenset({"from", "at"})


def departures(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Everybody of whom a verb of the sentence tells that he goes, or is made or asked to."""
    for verb in verbs(tree):
        yield from _leaving(tree, verb, lexicon)
        yield from _asked_to_go(tree, verb, lexicon)
        yield from _dismissing(tree, verb, lexicon)


def _leaving(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    events = lexicon.events
    entry = phrasal(tree, verb, events["leave"])
    given = phrasal(tree, verb, events["give_up"])
    manner = ""
    if entry and not tree.kids(verb, "auxpass"):
        if not _goes(tree, verb, entry, lexicon):
            return
        manner = entry
    elif given and (offices := [tree.lemma(c) for c in _given(tree, verb) if tree.lemma(c) in events["posts"]]):
        noun = offices[0]
        if given == "offer" and noun != "resignation":
            return
        manner = "resign" if noun in {"notice", "resignation", "badge"} else "give up the post"
    elif tree.lemma(verb) == "be" and (tree.kids(verb, "advmod", "prt", "acomp", "prep")):
        away = [c for c in tree.kids(verb, "advmod", "prt", "acomp", "prep") if tree.low(c) in {"out", "gone"}]
        if not away or any(tree.kids(away[0], "pobj", "prep", "pcomp")) or tree.kids(verb, "attr"):
            return
        manner = "leave"
    elif tree.lemma(verb) == "part" and any(tree.lemma(c) in {"way", "company"} for c in tree.kids(verb, "dobj")):
        manner = "part ways"
    elif _jumps(tree, verb) or (tree.lemma(verb) == "go" and _with(tree, verb) and _inverted(tree, verb)):
        manner = "leave"
    if not manner:
        return
    behind = [c for c in tree.kids(verb, "nsubj") if c > verb]
    # "With her went | Ada Lin and Bo Tan |"
    who = behind[0] if behind else subject(tree, verb)
    if who is None:
        return
    gone_ones = doers(tree, verb, who, lexicon) or _listed(tree, verb, who, lexicon) or among(tree, verb, who, lexicon)
    if not gone_ones:
        return
    stands = colour(tree, verb, lexicon)
    if stands is None:
        return
    manner, rule = _manner(tree, verb, entry, given, events["posts"]), _rule(tree, verb, entry, given)
    told = _announced(tree, verb, gone_ones, stands, lexicon)
    gone_ones = (*gone_ones, *companions(tree, verb, who, lexicon))
    as_what = post_of(tree, verb, lexicon)
    if as_what is None and manner == "give up the post":
        # "gave up the post of president"
        places = [n for c in _given(tree, verb) for n in under(tree, c, frozenset({"of"}))]
        as_what = next((p for n in places if (p := post(tree, n, lexicon))), None)
    body = place_of(tree, verb, lexicon) or body_in(as_what)
    if entry in {"move on", "retire"} and body is None and tree.kids(verb, "dobj"):
        return
    office = role(as_what) if len(gone_ones) == 1 else None
    at, date = [verb, who], date_of(tree, verb)
    if told is not None:
        # who announces his own going needs no voice beside him
        rule, at, date = "parsed-departure-announced", [*at, told], date or date_of(tree, told)
        stands = Colour(hedge=stands.hedge, polarity=stands.polarity)
    elif tree.lemma(verb) == "be":
        manner = ""
    yield from gone(tree, rule, at, gone_ones, stands, manner=manner, date=date, body=body, role=office)


def _manner(tree: Syntax, verb: int, entry: str, given: str, posts: frozenset[str]) -> str:
    """How somebody goes, in the text's own words: "stepped down", "handed in the notice", "out"."""
    if given and not entry:
        noun = next((c for c in _given(tree, verb) if tree.lemma(c) in posts), None)
        return f"{in_words(tree, verb)} the {tree.low(noun)}" if noun is not None else in_words(tree, verb)
    if tree.lemma(verb) in {"part", "jump"}:
        noun = next(iter(tree.kids(verb, "dobj")), None)
        return f"{tree.low(verb)} {tree.low(noun)}" if noun is not None else tree.low(verb)
    return in_words(tree, verb)


def _rule(tree: Syntax, verb: int, entry: str, given: str) -> str:
    if tree.lemma(verb) == "be":
        return "parsed-departure-out"
    if not entry and not given and tree.lemma(verb) != "part":
        # "went", "jumped ship": the text's own words are shown as such
        return "parsed-departure-told"
    if tree.words[verb].tag in {"VBZ", "VBP"} and not tree.kids(verb, "aux") and tree.lemma(verb) != "part":
        # "steps down in July": to come, or told as if it were now; the text does not say which
        return "parsed-departure-now"
    return "parsed-departure-going" if tree.words[verb].tag == "VBG" else "parsed-departure"


def _listed(tree: Syntax, verb: int, who: int, lexicon: Lexicon) -> tuple[Mention, ...]:
    """ "Two executives have left: | finance chief Ada Lin and Bo Tan |, who ran software"."""
    if not is_person_noun(tree, who, lexicon) or tree.words[who].tag not in {"NNS", "CD", "NNPS"}:
        return ()
    colon = next((i for i in range(verb + 1, len(tree.words)) if tree.words[i].text == ":"), None)
    if colon is None:
        return ()
    first = next((i for i in range(colon + 1, min(colon + 7, len(tree.words))) if tree.name(i, "P")), None)
    behind = range(colon + 1, len(tree.words))
    if first is not None and not any(
        tree.words[i].tag in {"VBZ", "VBD", "VBP"} and tree.tokens[i] is None for i in behind
    ):
        # nothing but the list: all whom it names
        return tuple(m for i in behind if (m := tree.name(i, "P")) is not None)
    return people(tree, first, lexicon) if first is not None else ()


def followers(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Chief scientist Ada Lin followed hours later", where the sentence before told that somebody left."""
    for verb in verbs(tree):
        so = tree.lemma(verb) in {"do", "have"} and any(
            tree.low(c) == "so" and c < verb for c in tree.kids(verb, "advmod")
        )
        if not (so or tree.lemma(verb) == "follow") or tree.kids(verb, "dobj", "auxpass", "ccomp"):
            continue
        who = subject(tree, verb)
        stands = colour(tree, verb, lexicon)
        if who is None or stands is None:
            continue
        ones = doers(tree, verb, who, lexicon) or _listed(tree, verb, who, lexicon)
        words = f"so {tree.low(verb)}" if so else in_words(tree, verb)
        at = [verb, who]
        yield from gone(tree, "parsed-departure-told", at, ones, stands, manner=words, date=date_of(tree, verb))


def _given(tree: Syntax, verb: int) -> tuple[int, ...]:
    """What is given up; the particle of "handed in their notice" is sometimes read as governing it."""
    return (*tree.kids(verb, "dobj"), *(n for c in tree.kids(verb, "prt", "prep") for n in tree.kids(c, "pobj")))


def _asked_to_go(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "was asked to go": told in the text's own words; whether the asked one went, it does not say."""
    if tree.lemma(verb) not in {"ask", "order", "tell", "urge", "invite", "force", "pressure"}:
        return
    if not tree.kids(verb, "auxpass"):
        return
    below = next((c for c in tree.kids(verb, "xcomp") if tree.verbal(c)), None)
    if below is None or not (tree.lemma(below) == "go" or phrasal(tree, below, lexicon.events["leave"])):
        return
    who = subject(tree, verb)
    stands = colour(tree, verb, lexicon)
    if who is None or stands is None or tree.kids(below, "dobj"):
        return
    end = max([tree.spans[below][1], *(tree.spans[c][1] for c in tree.kids(below, "prt"))])
    words = tree.text(tree.spans[verb][0], end)
    ones, at = doers(tree, verb, who, lexicon), [verb, who]
    yield from gone(tree, "parsed-departure-asked", at, ones, stands, manner=words, date=date_of(tree, verb))


def _jumps(tree: Syntax, verb: int) -> bool:
    return tree.lemma(verb) == "jump" and any(tree.lemma(c) == "ship" for c in tree.kids(verb, "dobj"))


def _with(tree: Syntax, verb: int) -> bool:
    return any(tree.low(c) == "with" for c in tree.kids(verb))


def _inverted(tree: Syntax, verb: int) -> bool:
    return any(c > verb for c in tree.kids(verb, "nsubj"))


def _goes(tree: Syntax, verb: int, entry: str, lexicon: Lexicon) -> bool:
    """Is it a person who goes, and not a thing that is left behind, open, or for somebody?"""
    events = lexicon.events
    beside = {tree.low(c) for c in tree.kids(verb, "acomp", "advmod", "prt")}
    left = [c for c in tree.kids(verb, "oprd", "ccomp", "dative") if not _behind_colon(tree, verb, c)]
    if left or beside & {"open", "behind", "alone", "unanswered", "unclear"}:
        return False
    for child in tree.kids(verb, "dobj"):
        if tree.low(child) == "that" and child < verb and tree.dep(verb) == "ccomp":
            # "told colleagues | that | she was leaving", read as what is left
            continue
        lemma = tree.lemma(child)
        known = body_of(tree, child) is not None or lemma in events["bodies"] or lemma in events["posts"]
        if not known and tree.low(child) not in {"it", "them", "us"}:
            return False
        if entry in {"retire", "depart"} and not known:
            return False
    if entry in events["leave_from"]:
        # "withdrew from | Nova", not from a race
        heads = (verb, *tree.kids(verb, "advmod", "prt"))
        places = [n for h in heads for n in under(tree, h, frozenset({"from", "of"}))]
        if not any(body_of(tree, i) or tree.lemma(i) in events["bodies"] | events["posts"] for i in places):
            return False
    out_of = [n for p in tree.kids(verb, "prt", "prep", "advmod") for n in under(tree, p, frozenset({"of"}))]
    onto = list(under(tree, verb, frozenset({"to"}))) if entry == "move on" else []
    if any(
        body_of(tree, i) is None and tree.lemma(i) not in events["bodies"] | events["posts"] for i in (*out_of, *onto)
    ):
        # "walked out of the room", "moved on to the next slide"
        return False
    if entry not in {"resign", "retire", "step down", "leave"}:
        # "walked away from the talks"
        places = [n for h in (verb, *tree.kids(verb, "advmod", "prt")) for n in under(tree, h, frozenset({"from"}))]
        for i in places:
            if body_of(tree, i) is None and tree.lemma(i) not in events["bodies"] | events["posts"]:
                return False
    if entry == "leave" and not tree.kids(verb, "dobj"):
        # "leave for London" on a journey, "left to itself"
        return not any(tree.low(c) in {"to", "without"} for c in tree.kids(verb, "prep"))
    return True


def _behind_colon(tree: Syntax, verb: int, other: int) -> bool:
    """ "Three people left: | Ada Lin and Bo Tan |": a list of them, and nothing that is left."""
    return any(tree.words[i].text == ":" for i in range(verb + 1, other))


def _announced(tree: Syntax, verb: int, ones: tuple[Mention, ...], stands: Colour, lexicon: Lexicon) -> int | None:
    """The verb by which the one who leaves says so: "announced that she was stepping down"."""
    if stands.voice is None or stands.voice.mention is None or stands.polarity == "denied":
        return None
    if stands.voice.mention.key not in {m.key for m in ones}:
        return None
    at = verb
    for _ in range(6):
        at = tree.head(at)
        if tree.lemma(at) in lexicon.events["announce"]:
            return at
    return None


def _dismissing(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    entry = phrasal(tree, verb, lexicon.events["dismiss"])
    passive = bool(tree.kids(verb, "auxpass", "nsubjpass"))
    if (
        not entry
        and passive
        and any((tree.lemma(verb), tree.lemma(c)) in _SHOWN for c in tree.kids(verb, "dobj", "oprd"))
    ):
        entry = "show the door"
    lost = tree.lemma(verb) == "lose" and not passive
    if not entry and not lost:
        return
    if passive:
        who = subject(tree, verb)
        ones = doers(tree, verb, who, lexicon) if who is not None else ()
        agent = next((b for n in under(tree, verb, frozenset({"by"})) if (b := body_of(tree, n))), None)
    elif tree.words[verb].tag == "VBN" and tree.dep(verb) == "acl":
        return
    else:
        object_ = next((c for c in tree.kids(verb, "dobj")), None)
        ones = people(tree, object_, lexicon) if object_ is not None else ()
        by = subject(tree, verb)
        agent = tree.name(by, "O") if by is not None else None
        who = object_
        if lost and agent is None and (by is None or tree.lemma(by) not in lexicon.events["bodies"] | {"it"}):
            return
        if entry in {"suspend", "remove", "dismiss", "fire"} and not ones:
            return
    if who is None or not ones:
        return
    if entry == "put out":
        # "was put out by the remark"
        places = [n for h in (verb, *tree.kids(verb, "prt", "advmod", "prep")) for n in
                  (*under(tree, h, frozenset({"of"})), *tree.kids(h, "pobj"))]  # fmt: skip
        agent = agent or next((b for n in places if (b := body_of(tree, n))), None)
        if agent is None:
            return
    if any(tree.lemma(c) in {"claim", "report", "idea"} for c in tree.kids(verb, "dobj")):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None:
        return
    as_what = post_of(tree, verb, lexicon)
    body = next((b for n in under(tree, verb, _FROM) if (b := body_of(tree, n))), None) or agent
    rule = "parsed-departure-lost" if lost and body is not None else "parsed-dismissal"
    word = tree.low(verb) if lost else _said(tree, verb, entry)
    if entry == "put out" and not passive:
        # who puts somebody out need not be whom that one worked for
        agent, word = None, word if tree.low(verb + 1) == "out" else f"{tree.low(verb)} … out"
    if entry == "show the door":
        last = next(c for c in tree.kids(verb, "dobj", "oprd"))
        word = tree.text(tree.spans[verb][0], tree.spans[last][1])
    at, date = [verb, who], date_of(tree, verb)
    yield from gone(tree, rule, at, ones, stands, manner=word, date=date, body=body, role=role(as_what))


def _said(tree: Syntax, verb: int, entry: str = "") -> str:
    tail = entry.partition(" ")[2]
    particle = tree.particle(verb) or next((tree.low(c) for c in tree.kids(verb, "advmod") if tree.low(c) in
                                            {"out", "off", "go"}), "")  # fmt: skip
    return f"{tree.low(verb)} {particle or tail}".strip()
