"""Releases and mergers that no verb with its object tells: "Lumen 4, unveiled on 3 May, …", "a model that Nova
published in 2031", "Nova and Orvane are to merge".
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.frames import Frame, Names, Slot, Words
from briefwright.extract.framing import date_of, fixed, in_words, made, name, phrasal, verbs
from briefwright.extract.noun_phrases import body_of, people, under
from briefwright.extract.parsed_nouns import of_noun
from briefwright.extract.parsed_things import products
from briefwright.extract.syntax import CLAUSES, Syntax
from briefwright.names import Mention

_BY = frozenset({"by"})
_THINGS = "MFG"
_MOST = 26
_TRIALS = frozenset({"beta", "preview", "alpha", "testing"})


def issues(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Releases in apposition and relative clauses, bodies that become one, and changes told by a noun."""
    yield from _change_nouns(tree, lexicon)
    yield from _out(tree, lexicon)
    for verb in verbs(tree):
        yield from _beside(tree, verb, lexicon)
        yield from _that(tree, verb, lexicon)
        yield from _due(tree, verb, lexicon)
        yield from _to_market(tree, verb, lexicon)
        yield from _out_of_beta(tree, verb, lexicon)
        yield from _merging(tree, verb, lexicon)


def _beside(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Lumen 4 |, unveiled on 3 May, drafts proteins", "| Lumen 4 |, out since Tuesday, …"."""
    before = verb - 1
    while before > 0 and (tree.words[before].pos in {"ADV", "PUNCT"}) and verb - before < 4:
        before -= 1
    thing = tree.name(before, _THINGS)
    if thing is None or thing.text in lexicon.platforms or tree.words[verb].tag != "VBN" or before == verb - 1:
        return
    if not phrasal(tree, verb, lexicon.events["release"]) or tree.kids(verb, "auxpass", "aux", "nsubjpass", "nsubj"):
        return
    agent = next((a for n in under(tree, verb, _BY) if (a := _agent(tree, n, lexicon))), None)
    slots: dict[str, Slot | None] = {"agent": name(agent), "product": name(thing), "date": date_of(tree, verb),
                                     "manner": fixed(in_words(tree, verb))}  # fmt: skip
    yield made(tree, "release", "parsed-release", [before, verb], slots, Colour(), presupposed=True)


def _due(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Lumen 4 |, a version for phones that is due on 1 July": to come on a day."""
    due = next((c for c in tree.kids(verb, "acomp", "attr") if tree.low(c) in {"due", "slated", "scheduled"}), None)
    who = subject(tree, verb)
    planned = tree.lemma(verb) in {"plan", "schedule", "slate", "expect", "set", "target"} and tree.kids(
        verb, "auxpass"
    )
    if any(tree.low(c) == "had" for c in tree.kids(verb, "aux")) or (
        # "had been due in June", "was due in June": a plan of the past
        tree.low(verb) in {"was", "were"} and tree.dep(verb) != "ccomp"
    ) or (planned and any(tree.low(c) in {"was", "were", "been"} for c in tree.kids(verb, "auxpass"))
          and tree.dep(verb) != "ccomp"):  # fmt: skip
        return
    if who is None or not (planned or (due is not None and tree.lemma(verb) == "be")):
        return
    if planned and tree.lemma(who) in lexicon.events["release_nouns"]:
        # "The first release, | Lumen 4 |, is planned for November"
        who = next((c for c in tree.kids(who, "appos") if tree.name(c, _THINGS)), who)
    thing = tree.name(who, _THINGS)
    at = who
    for _ in range(5):
        # "Lumen 4 Pocket, a version for | phones |, that is due": the clause is hung on the nearest noun
        if thing is not None or tree.dep(at) not in {"appos", "conj", "pobj", "prep"}:
            break
        at = tree.head(at)
        thing = tree.name(at, _THINGS)
    stands, date = colour(tree, verb, lexicon), date_of(tree, verb) or (date_of(tree, due) if due is not None else None)
    last = due if due is not None else verb
    if thing is None or stands is None or date is None or thing.text in lexicon.platforms or tree.kids(last, "xcomp"):
        return
    slots: dict[str, Slot | None] = {"product": name(thing), "date": date, "manner": fixed(tree.low(last))}
    hoped = tree.lemma(verb) == "expect" and stands.hedge == "none"
    coming = Colour("expected to" if hoped else stands.hedge, stands.polarity, stands.voice, future=True)
    yield made(tree, "release", "parsed-release-itself", [verb, who], slots, coming)


def _to_market(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Lumen 4 | was placed on the market by Nova", "has come onto the market": it can be had."""
    passive = bool(tree.kids(verb, "auxpass"))
    if tree.lemma(verb) not in ({"place", "put"} if passive else {"come", "go"}) or tree.kids(verb, "dobj"):
        return
    market = next((n for n in under(tree, verb, frozenset({"on", "onto"})) if tree.low(n) == "market"), None)
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    things = list(products(tree, who, lexicon)) if who is not None else []
    if market is None or who is None or stands is None or not things:
        return
    agent = next((a for n in under(tree, verb, _BY) if (a := _agent(tree, n, lexicon))), None)
    words = tree.text(tree.spans[verb][0], tree.spans[market][1])
    now = tree.words[verb].tag in {"VBZ", "VBP"} and not tree.kids(verb, "aux")
    rule = "parsed-release-available" if passive else "parsed-release-itself-now" if now else "parsed-release-itself"
    for thing in things:
        slots: dict[str, Slot | None] = {"agent": name(agent), "product": name(thing), "date": date_of(tree, verb),
                                         "manner": fixed(words)}  # fmt: skip
        yield made(tree, "release", rule, [verb, who], slots, stands)


def _out_of_beta(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Lumen 4 | is out of beta", "has left beta", "exits its preview": the finished thing is out."""
    lemma, last = tree.lemma(verb), None
    if lemma in {"leave", "exit"} and not tree.kids(verb, "auxpass"):
        last = next((c for c in tree.kids(verb, "dobj") if tree.low(c) in _TRIALS), None)
    elif lemma in {"be", "come", "emerge", "move"}:
        heads = [c for c in tree.kids(verb, "prep", "advmod", "prt", "acomp") if tree.low(c) == "out"]
        inner = [n for h in heads for n in (*tree.kids(h, "pobj"), *under(tree, h, frozenset({"of"})))]
        last = next((n for n in inner if tree.low(n) in _TRIALS), None)
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    things = list(products(tree, who, lexicon)) if who is not None else []
    if last is None or who is None or stands is None or stands.polarity == "denied" or not things:
        return
    now = tree.words[verb].tag in {"VBZ", "VBP"} and not tree.kids(verb, "aux") and lemma != "be"
    for thing in things:
        words = tree.text(tree.spans[verb][0], tree.spans[last][1])
        slots: dict[str, Slot | None] = {"product": name(thing), "date": date_of(tree, verb), "manner": fixed(words)}
        yield made(
            tree, "release", "parsed-release-itself-now" if now else "parsed-release-itself", [verb, who], slots, stands
        )


def _out(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Lumen 4.1 |, out since Tuesday, cuts the error": what is out has been released, on what day is not said."""
    for i in range(2, len(tree.words) - 1):
        thing = tree.name(i - 2, _THINGS)
        if tree.low(i) != "out" or tree.words[i - 1].text != "," or thing is None or thing.text in lexicon.platforms:
            continue
        if tree.low(i + 1) in {"since", "now", "on", "today", "this", "last", "for", ","} and tree.quoted[i] is None:
            slots: dict[str, Slot | None] = {"product": name(thing), "manner": fixed("out")}
            yield made(tree, "release", "parsed-release-itself", [i - 2, i], slots, Colour(), presupposed=True)


def untitled(tree: Syntax, thing: Mention, place: str, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Released on 22 May by Nova": of the product that the title names (`place` is its passage)."""
    first = next((i for i, w in enumerate(tree.words) if w.pos != "PUNCT"), None)
    if first is None or tree.words[first].tag not in {"VBN", "VBD"} or tree.quoted[first] is not None:
        return
    root = tree.dep(first) == "ROOT" or tree.dep(first) in {"acl", "advcl", "dep"}
    if (
        not root
        or not phrasal(tree, first, lexicon.events["release"])
        or tree.kids(first, "nsubj", "dobj", "nsubjpass")
    ):
        return
    agent = next((a for n in under(tree, first, _BY) if (a := _agent(tree, n, lexicon))), None)
    date = date_of(tree, first)
    if agent is None and date is None:
        return
    slots: dict[str, Slot | None] = {"agent": name(agent), "product": name(thing), "date": date,
                                     "manner": fixed(tree.low(first)), "named": fixed(place)}  # fmt: skip
    yield made(tree, "release", "parsed-release", [first], slots, Colour(), presupposed=True)


def _agent(tree: Syntax, i: int, lexicon: Lexicon) -> Mention | None:
    body = body_of(tree, i) if tree.name(i, _THINGS) is None else None
    ones = people(tree, i, lexicon) if body is None else ()
    return body or (ones[0] if len(ones) == 1 else None)


def _that(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Ocellus 2 |, a vision model that Corvane published in 2031", "| Lumen 4 |, which Nova opened in May"."""
    if tree.dep(verb) != "relcl" or not phrasal(tree, verb, lexicon.events["release"]) or tree.kids(verb, "auxpass"):
        return
    by = next(iter(tree.kids(verb, "nsubj")), None)
    fronted = any(tree.low(c) in {"that", "which"} for c in tree.kids(verb, "dobj")) or not tree.kids(verb, "dobj")
    if by is None or not fronted or tree.low(by) in {"that", "which", "who"}:
        return
    noun = tree.head(verb)
    thing = tree.name(noun, _THINGS)
    if thing is None and tree.dep(noun) == "appos":
        thing = tree.name(tree.head(noun), _THINGS)
    agent = _agent(tree, by, lexicon)
    if thing is None or thing.text in lexicon.platforms or agent is None:
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or phrasal(tree, verb, lexicon.events["release"]) == "announce":
        return
    slots: dict[str, Slot | None] = {"agent": name(agent), "product": name(thing), "date": date_of(tree, verb),
                                     "manner": fixed(in_words(tree, verb))}  # fmt: skip
    yield made(tree, "release", "parsed-release", [verb, by], slots, stands)


# --------------------------------------------------------------------------- mergers


def _bodies(tree: Syntax, i: int, depth: int = 0) -> Iterator[Mention]:
    """The bodies that a phrase and what is joined to it name."""
    own = body_of(tree, i) if tree.name(i, _THINGS) is None else None
    if own is not None:
        yield own
    for child in tree.kids(i, "conj"):
        if not tree.verbal(child) and depth < 6:
            yield from _bodies(tree, child, depth + 1)
    for child in tree.kids(i, "appos"):
        # "Nova, a lab, and Orvane, a maker of phones": the second is hung on the first's apposition
        for joined in tree.kids(child, "conj"):
            if depth < 6:
                yield from _bodies(tree, joined, depth + 1)


def _merging(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova and Orvane have agreed to merge into a new foundation, the Commons", "Nova joins forces with Orvane"."""
    objects = tree.kids(verb, "dobj")
    forces = any(f"{tree.lemma(verb)} {tree.lemma(c)}" in lexicon.events["merge"] for c in objects)
    if not forces and (objects or not phrasal(tree, verb, lexicon.events["merge"]) or tree.kids(verb, "auxpass")):
        return
    own = next(iter(tree.kids(verb, "nsubj")), None)
    who = own if own is not None and tree.low(own) not in {"that", "which", "who"} else subject(tree, verb)
    if who is None or people(tree, who, lexicon):
        return
    partners = list(dict.fromkeys(_bodies(tree, who)))
    partners += [b for n in under(tree, verb, frozenset({"with"})) for b in _bodies(tree, n)]
    stands = colour(tree, verb, lexicon)
    if stands is None:
        return
    result = _result(tree, verb)
    slots: dict[str, Slot | None] = {"change": fixed(tree.lemma(verb)), "date": date_of(tree, verb)}
    if len({m.key for m in partners}) > 1:
        slots |= {"agent": name(partners[0]), "object": name(partners[1])}
    else:
        inside = sorted(tree.subtree(who, frozenset({"relcl"})))
        start, end = tree.spans[inside[0]][0], tree.spans[inside[-1]][1]
        words = tree.text(start, end)
        if result is None or len(words.split()) > _MOST or not (partners or isinstance(result, Names)):
            return
        slots["object"] = Words(text=words, start=start, end=end)
    slots |= {"link": fixed("into") if result is not None else None, "result": result}
    yield made(tree, "organisation_change", "parsed-merger", [verb, who], slots, stands)


def _change_nouns(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "the takeover of Orvane by Nova", "Nova's acquisition of Orvane", "the merger of Nova and Orvane"."""
    for i, word in enumerate(tree.words):
        if word.lemma not in lexicon.events["change_nouns"] or word.pos != "NOUN" or tree.quoted[i] is not None:
            continue
        objects = [b for n in under(tree, i, frozenset({"of", "between"})) for b in _bodies(tree, n)]
        owner = [b for c in tree.kids(i, "poss") for b in _bodies(tree, c)]
        by = [b for n in under(tree, i, _BY) for b in _bodies(tree, n)]
        stands = of_noun(tree, i, lexicon)
        if not objects or stands is None or tree.dep(i) in {"compound", "poss"} or tree.words[i].tag == "NNS":
            continue
        agent = next(iter((*by, *owner)), None)
        if word.lemma in {"merger", "combination", "amalgamation", "fusion"} and len(objects) > 1:
            agent, objects = objects[0], objects[1:]
        slots: dict[str, Slot | None] = {"agent": name(agent), "change": fixed(word.lemma), "object": name(objects[0]),
                                         "date": date_of(tree, i)}  # fmt: skip
        yield made(tree, "organisation_change", "parsed-change-noun", [i], slots, stands, presupposed=True)


def _result(tree: Syntax, verb: int) -> Slot | None:
    """What comes of a merger: the body named behind "into" or "to form"."""
    for noun in under(tree, verb, frozenset({"into"})):
        found = body_of(tree, noun)
        if found is not None:
            return name(found)
        start, end = tree.phrase(noun, CLAUSES)
        if tree.words[noun].pos in {"NOUN", "PROPN"} and end - start < 60:
            return Words(text=tree.text(start, end), start=start, end=end)
    for below in tree.kids(verb, "advcl", "xcomp"):
        if tree.lemma(below) in {"form", "create", "become", "build"}:
            for noun in tree.kids(below, "dobj", "attr"):
                if (found := body_of(tree, noun)) is not None:
                    return name(found)
    return None
