"""Goings told by no verb of leaving: "she goes at the end of May", "Nova let Ada Lin go", "Friday was her last day",
"also leaving is Bo Tan", "was the next to go". They are recorded in the text's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.dates import DateMention
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.comings import gone, joined
from briefwright.extract.frames import Frame
from briefwright.extract.framing import date_of, phrasal, verbs
from briefwright.extract.noun_phrases import body_of, doers, holders, listed, people, under
from briefwright.extract.syntax import Syntax
from briefwright.names import Mention

#: the text's own words are shown as such
_RULE = "parsed-departure-told"
_TO = frozenset({"to"})
_AT = frozenset({"at", "with"})
#: what may stand beside "goes" without telling whereto
_BESIDE_GO = frozenset("too also then finally now already soon first today tomorrow officially instead".split())
_SPAN = frozenset("end beginning start middle close turn week month quarter year spring summer autumn winter".split())
_ORDER = frozenset("first next last latest second third fourth only one".split())
_PAST = frozenset({"was", "were", "had"})
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday")


def goings(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Everybody of whom the sentence tells in one of these ways that he is gone or goes."""
    for verb in verbs(tree):
        yield from _goes(tree, verb, lexicon)
        yield from _walked(tree, verb, lexicon)
        yield from _with_others(tree, verb, lexicon)
        yield from _let_go(tree, verb, lexicon)
        yield from _goodbye(tree, verb, lexicon)
        yield from _in_order(tree, verb, lexicon)
        yield from _inverted(tree, verb, lexicon)
        yield from _for_another(tree, verb, lexicon)
    yield from _last_day(tree, lexicon)
    yield from _line(tree, lexicon)
    yield from _those(tree, lexicon)


def _timed(tree: Syntax, preposition: int) -> bool:
    """Does a preposition only tell when: "on 3 May", "at the end of the month"?"""
    inner = tree.kids(preposition, "pobj")
    return bool(inner) and all(
        tree.lemma(n) in _SPAN or ((t := tree.tokens[n]) is not None and isinstance(t.value, DateMention))
        for n in inner
    )


def _goes(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "She goes at the end of the month", "Ada Lin will go in June": no place, only a time."""
    if tree.lemma(verb) != "go" or tree.kids(verb, "dobj", "acomp", "attr", "xcomp", "oprd", "ccomp", "dative"):
        return
    helped = {tree.low(c) for c in tree.kids(verb, "aux")}
    # "said that he was going": nowhere, hence away
    told = tree.words[verb].tag == "VBG" and tree.dep(verb) == "ccomp" and bool(helped & {"is", "was", "were", "are"})
    told = told and tree.lemma(tree.head(verb)) in lexicon.events["announce"]
    # "Ada Lin is going | too |"
    beside = tree.words[verb].tag == "VBG" and bool(helped & {"is", "are", "was", "were"}) and any(
        tree.low(c) in {"too", "also"} for c in tree.kids(verb, "advmod")
    )  # fmt: skip
    coming = told or beside or bool(helped & {"will", "'ll", "would", "is", "to"})
    if tree.words[verb].tag not in {"VBZ", "VBP"} and not coming:
        return
    prepositions = tree.kids(verb, "prep")
    if any(not _timed(tree, c) for c in prepositions) or any(
        tree.low(c) not in _BESIDE_GO for c in tree.kids(verb, "advmod", "prt", "neg")
    ):
        return
    bound = tree.dep(verb) == "xcomp" and tree.lemma(tree.head(verb)) == "be" and "to" in helped
    if not prepositions and not bound and not told and not beside and date_of(tree, verb) is None:
        return
    who = subject(tree, verb)
    if who is None or not (ones := doers(tree, verb, who, lexicon)):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    yield from gone(
        tree, _RULE, [verb, who], ones, replace(stands, future=True), manner=tree.low(verb), date=date_of(tree, verb),
    )  # fmt: skip


def _walked(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "…, who walked on 16 September", "Ada Lin has walked": on a day, and nowhere."""
    if tree.lemma(verb) != "walk" or tree.kids(verb, "dobj", "advmod", "prt", "npadvmod", "advcl", "xcomp", "neg"):
        return
    perfect = any(tree.low(c) in {"has", "have", "had"} for c in tree.kids(verb, "aux"))
    prepositions = tree.kids(verb, "prep")
    if not (perfect or prepositions) or any(not _timed(tree, c) for c in prepositions):
        return
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if who is None or stands is None or stands.polarity == "denied":
        return
    ones = doers(tree, verb, who, lexicon)
    yield from gone(tree, _RULE, [verb, who], ones, stands, manner=tree.low(verb), date=date_of(tree, verb))


def _with_others(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Four others have gone with him, among them | Ada Lin and Bo Tan |": with somebody, and nowhere."""
    if tree.lemma(verb) != "go" or not tree.kids(verb, "aux") or tree.words[verb].tag != "VBN":
        return
    if tree.kids(verb, "dobj", "acomp", "attr", "xcomp", "oprd", "neg", "auxpass", "advcl"):
        return
    whom = tuple(under(tree, verb, frozenset({"with"})))
    others = [c for c in tree.kids(verb, "prep") if tree.low(c) not in {"with", "among", "including"}]
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if len(whom) != 1 or any(not _timed(tree, c) for c in others):
        return
    if tree.name(whom[0], "PH") is None and tree.low(whom[0]) not in {"him", "her", "them"}:
        return
    if who is None or stands is None or stands.polarity == "denied":
        return
    end = tree.spans[whom[0]][1]
    named = re.match(r",? (?:among them|including) ", tree.text(end, tree.tagged.sentence.end))
    first = next((i for i in range(whom[0] + 1, len(tree.words)) if tree.name(i, "P")), None) if named else None
    ones = doers(tree, verb, who, lexicon) or (people(tree, first, lexicon) if first is not None else ())
    at = [verb, who if first is None else first]
    yield from gone(tree, _RULE, at, ones, stands, manner=tree.low(verb), date=date_of(tree, verb))


def _let_go(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova let Ada Lin go in March"."""
    if tree.lemma(verb) != "let":
        return
    below = next((c for c in tree.kids(verb, "ccomp", "xcomp") if tree.low(c) == "go"), None)
    if below is None or tree.kids(below, "dobj", "advmod", "acomp") or any(
        not _timed(tree, c) and tree.low(c) not in {"with", "after", "as"} for c in tree.kids(below, "prep")
    ):  # fmt: skip
        return
    object_ = next(iter((*tree.kids(below, "nsubj"), *tree.kids(verb, "dobj"))), None)
    by = subject(tree, verb)
    body = body_of(tree, by) if by is not None else None
    stands = colour(tree, verb, lexicon)
    if object_ is None or stands is None or (by is None or (body is None and tree.lemma(by) not in
                                                            lexicon.events["bodies"] | {"it", "they"})):  # fmt: skip
        return
    date = date_of(tree, below) or date_of(tree, verb)
    yield from gone(
        tree, _RULE, [verb, object_], people(tree, object_, lexicon), stands, manner=f"{tree.low(verb)} … go",
        date=date, body=body,
    )  # fmt: skip


def _goodbye(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova said goodbye to Ada Lin on Friday": a body bids somebody farewell."""
    noun = next(
        (c for c in tree.kids(verb) if f"{tree.lemma(verb)} {tree.low(c)}" in lexicon.events["farewells"]), None
    )
    by = subject(tree, verb)
    if tree.lemma(verb) in {"separate", "split"} and not tree.kids(verb, "dobj", "auxpass", "prt"):
        # "Nova is separating from | its founder Ada Lin |"
        known = by is not None and (body_of(tree, by) or tree.lemma(by) in lexicon.events["bodies"])
        from_whom = [n for n in under(tree, verb, frozenset({"from"})) if people(tree, n, lexicon)]
        stands = colour(tree, verb, lexicon)
        if known and from_whom and stands is not None and by is not None:
            yield from gone(
                tree, _RULE, [verb, from_whom[0]], people(tree, from_whom[0], lexicon), stands,
                manner=tree.low(verb), date=date_of(tree, verb), body=body_of(tree, by),
            )  # fmt: skip
        return
    if noun is None or by is None or (body_of(tree, by) is None and tree.lemma(by) not in lexicon.events["bodies"]):
        return
    behind = [n for h in (verb, noun) for n in under(tree, h, _TO)] + list(tree.kids(verb, "dative"))
    who = tuple(m for n in behind for m in people(tree, n, lexicon))
    stands = colour(tree, verb, lexicon)
    if not who or stands is None:
        return
    words = f"{tree.low(verb)} {tree.low(noun)}"
    yield from gone(
        tree, _RULE, [verb, noun, behind[0]], who, stands, manner=words, date=date_of(tree, verb),
        body=body_of(tree, by),
    )  # fmt: skip


def _in_order(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Ada Lin was the next to go", "the first to leave was | Ada Lin |"."""
    if tree.lemma(verb) not in {"be", "become"}:
        return
    own, other = next(iter(tree.kids(verb, "nsubj")), None), next(iter(tree.kids(verb, "attr")), None)
    if own is None or other is None:
        return
    for who, order in ((own, other), (other, own)):
        counted = tree.low(order) in _ORDER or any(tree.low(c) in _ORDER for c in tree.kids(order, "amod", "det"))
        below = next((c for c in tree.kids(order, "acl", "relcl", "xcomp", "advcl")
                      if any(tree.low(a) == "to" for a in tree.kids(c, "aux"))), None)  # fmt: skip
        if (
            below is None
            or not counted
            or not (tree.lemma(below) == "go" or phrasal(tree, below, lexicon.events["leave"]))
        ):
            continue
        if any(tree.name(c, "OT") is None and tree.lemma(c) not in lexicon.events["bodies"] | lexicon.events["posts"]
               for c in tree.kids(below, "dobj")) or tree.kids(below, "xcomp") or any(
                   not _timed(tree, c) for c in tree.kids(below, "prep")):  # fmt: skip
            continue
        stands = colour(tree, verb, lexicon)
        if stands is None or stands.polarity == "denied":
            return
        first = min([order, *(c for c in tree.kids(order, "amod") if tree.low(c) in _ORDER)])
        words = tree.text(tree.spans[first][0], tree.spans[below][1])
        yield from gone(tree, _RULE, [verb, below, who], people(tree, who, lexicon), stands, manner=words)
        return


def _inverted(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Also leaving is | Ada Lin |", "Gone too is | Bo Tan |", "Departing with her is | Bo Tan |"."""
    if tree.lemma(verb) != "be":
        return
    away = next((i for i in range(verb) if _is_going(tree, i, lexicon)), None)
    if away is None or away > 2 or any(
        tree.low(i) not in {"also", "and", "now", "next", "but"} for i in range(away)
    ) or any(tree.low(i) not in {"too", "also", "with", "her", "him", "them", "down", "out", "as", "well", "now",
                                 "already", ",", "the", "company", "firm", "team"}
             and tree.name(i, "OTH") is None for i in range(away + 1, verb)):  # fmt: skip
        return
    first = next((i for i in range(verb + 1, min(verb + 9, len(tree.words))) if tree.name(i, "P")), None)
    if first is None or any(tree.words[i].text in {",", ";", ":"} or tree.words[i].tag in {"VBD", "VBZ", "IN"}
                            for i in range(verb + 1, first)):  # fmt: skip
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied" or tree.kids(verb, "neg"):
        return
    coming = tree.words[away].tag == "VBG" and tree.low(verb) not in _PAST
    words = tree.text(tree.spans[away][0], tree.spans[verb][1])
    who = people(tree, first, lexicon)
    yield from gone(tree, _RULE, [away, verb, first], who, replace(stands, future=coming), manner=words)


def _is_going(tree: Syntax, i: int, lexicon: Lexicon) -> bool:
    low = tree.low(i)
    return low in {"gone", "out", "departing", "going"} or (
        tree.words[i].tag == "VBG" and tree.lemma(i) in lexicon.events["leave"]
    ) or (low == "stepping" and i + 1 < len(tree.words) and tree.low(i + 1) in {"down", "aside", "back"})  # fmt: skip


def _last_day(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Friday was Ada Lin's last day at Nova", "her last day is 3 June"."""
    for i, word in enumerate(tree.words):
        if word.lemma != "day" or tree.quoted[i] is not None:
            continue
        if not any(tree.low(c) in {"last", "final"} for c in tree.kids(i, "amod")):
            continue
        who = tuple(m for c in tree.kids(i, "poss") for m in people(tree, c, lexicon))
        body = next((b for n in under(tree, i, _AT) if (b := body_of(tree, n))), None)
        at_work = any(tree.lemma(n) in lexicon.events["bodies"] for n in under(tree, i, _AT))
        head = tree.head(i)
        beside = tree.kids(head, "attr", "nsubj", "npadvmod") if tree.lemma(head) == "be" else ()
        beside = (*beside, *under(tree, head, frozenset({"on", "in"}))) if tree.verbal(head) else ()
        date = next((t.value for c in beside if (t := tree.tokens[c]) is not None and t is not tree.tokens[i]
                     and isinstance(t.value, DateMention)), None)  # fmt: skip
        counted = any(_DAY.fullmatch(tree.low(c)) for c in beside)
        if not who or (body is None and not at_work and date is None and not counted):
            continue
        stands = colour(tree, head, lexicon) if tree.verbal(head) else Colour()
        if stands is None or stands.polarity == "denied":
            continue
        coming = not any(tree.low(c) in _PAST for c in (head, *tree.kids(head, "aux")))
        words = tree.text(tree.spans[min(c for c in tree.kids(i, "amod"))][0], tree.spans[i][1])
        yield from gone(tree, _RULE, [i, head], who, replace(stands, future=coming), manner=words, date=date, body=body)


def _line(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Also gone: | Ada Lin |, head of design": a line without a verb."""
    colon = next((i for i, w in enumerate(tree.words) if w.text == ":"), None)
    if colon is None or not 0 < colon < 4:
        return
    opening = [tree.low(i) for i in range(colon) if tree.words[i].pos != "PUNCT"]
    going = [w for w in opening if w in {"gone", "out", "leaving", "departing", "departed", "going"}]
    if len(going) != 1 or any(w not in {"also", "and", "now", "too", "already", *going} for w in opening):
        return
    first = next((i for i in range(colon + 1, min(colon + 7, len(tree.words))) if tree.name(i, "P")), None)
    if first is None:
        return
    coming = going[0] in {"leaving", "departing", "going"}
    word = next(i for i in range(colon) if tree.low(i) == going[0])
    yield from gone(tree, _RULE, [word, first], people(tree, first, lexicon), Colour(future=coming), manner=going[0])


def _for_another(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "left for | Orvane | in May": where somebody went who left."""
    if not phrasal(tree, verb, lexicon.events["leave"]) or tree.kids(verb, "auxpass"):
        return
    near = [verb, *tree.kids(verb, "dobj")]
    body = next((b for h in near for n in under(tree, h, frozenset({"for"}))
                 if tree.name(n, "MFGL") is None and (b := body_of(tree, n))), None)  # fmt: skip
    who = subject(tree, verb)
    if body is None or who is None or not (ones := holders(tree, who, lexicon)):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    # whether they have begun there, nobody says
    yield from joined(tree, [verb, who], ones, body, stands, rule="parsed-affiliation-left-for")


def _those(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Among those who left are | Ada Lin and Bo Tan |"."""
    if len(tree.words) < 6 or tree.low(0) != "among" or tree.low(1) not in {"those", "them", "the"}:
        return
    verb = next((i for i in range(2, len(tree.words)) if tree.lemma(i) == "be" and tree.dep(i) not in
                 {"aux", "auxpass"}), None)  # fmt: skip
    if verb is None or verb + 1 >= len(tree.words):
        return
    away = next((i for i in range(2, verb) if tree.dep(i) in {"relcl", "acl"} and
                 phrasal(tree, i, lexicon.events["leave"])), None)  # fmt: skip
    if away is None:
        # "Among those | switching camps | are"
        away = next((i for i in range(2, verb) if tree.words[i].tag == "VBG" and
                     f"{tree.lemma(i)} {tree.lemma(i + 1)}" in lexicon.events["leave_deeds"]), None)  # fmt: skip
    first = next((i for i in range(verb + 1, min(verb + 7, len(tree.words))) if tree.name(i, "P")), None)
    if away is None or first is None:
        return
    stands = colour(tree, away, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    deed = phrasal(tree, away, lexicon.events["leave"]) == ""
    words = tree.text(tree.spans[away][0], tree.spans[away + 1][1]) if deed else tree.low(away)
    yield from gone(tree, _RULE, [away, first], listed(tree, first, lexicon), stands, manner=words)


def among(tree: Syntax, verb: int, who: int, lexicon: Lexicon) -> tuple[Mention, ...]:
    """ "Six researchers, including | Ada Lin |, quit", "four have resigned, among them | Bo Tan |, who ran sales"."""
    if tree.words[who].tag not in {"NNS", "NNPS", "CD", "DT"} and tree.low(who) not in {"people", "staff", "dozen"}:
        return ()
    for i in range(who + 1, len(tree.words) - 1):
        if tree.words[i].text in {";", ":"}:
            break
        if i > verb and tree.words[i].tag in {"VBD", "VBZ"} and tree.low(i) not in {"has", "have", "had"}:
            break
        names_them = tree.low(i) in {"including", "notably"} or (
            tree.low(i) == "among" and tree.low(i + 1) in {"them", "whom"}
        )
        if not names_them:
            continue
        first = next((j for j in range(i + 1, min(i + 9, len(tree.words))) if tree.name(j, "P")), None)
        if first is None or any(tree.words[j].tag in {"VBD", "VBZ", "VBP"} for j in range(i + 1, first)):
            return ()
        return listed(tree, first, lexicon)
    return ()
