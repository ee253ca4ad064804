"""What was released and what changed in an organisation, read off the parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.frames import Frame, Slot, Words
from briefwright.extract.framing import date_of, fixed, in_words, made, name, phrasal, verbs, who_says
from briefwright.extract.noun_phrases import body_of, holders, under
from briefwright.extract.syntax import CLAUSES, Syntax
from briefwright.names import Mention

_BY = frozenset({"by"})
_OF = frozenset({"of"})
_THINGS = "MFG"
_OUT = frozenset({"available", "accessible", "public", "live", "downloadable", "orderable"})
#: of a thing, its clauses are cut off: "the unit | that makes chips"
_BARE = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "cc", "conj", "prep", "ccomp"})


def happenings(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Releases and changes of organisations of a parsed sentence."""
    for verb in verbs(tree):
        yield from _releasing(tree, verb, lexicon)
        yield from _changing(tree, verb, lexicon)
    yield from _release_nouns(tree, lexicon)


# --------------------------------------------------------------------------- releases


def products(tree: Syntax, i: int, lexicon: Lexicon) -> Iterator[Mention]:
    """The products that a phrase names: itself, the one it is a part of ("the weights of Lumen 4"), those beside it."""
    own = tree.name(i, _THINGS)
    whole = [p for n in under(tree, i, _OF) for p in products(tree, n, lexicon)] if own is not None else []
    if whole and own is not None and own.text.casefold().startswith("version "):
        # "Version 4.2 of Lumen 4": the number alone is nobody's
        yield from whole
    elif own is not None and own.text not in lexicon.platforms:
        yield own
    elif tree.lemma(i) in lexicon.events["parts_of_a_product"] or tree.lemma(i) in lexicon.model_nouns:
        # "version 4.2 of Lumen 4" hangs on the number
        for inner in (n for h in (i, *tree.kids(i, "nummod")) for n in under(tree, h, _OF)):
            yield from products(tree, inner, lexicon)
        of = tree.lemma(i) in {"weight", "code", "source", "checkpoint"}
        for child in tree.kids(i, "appos", "compound", "nmod", *(("poss",) if of else ())):
            # "Lumen 4's | weights |", but not "Lumen 4's model"
            named = tree.name(child, _THINGS)
            if named is not None and named.text not in lexicon.platforms:
                yield named
    for child in tree.kids(i, "conj"):
        if not tree.verbal(child):
            yield from products(tree, child, lexicon)


def _agent(tree: Syntax, i: int | None, lexicon: Lexicon) -> Mention | None:
    if i is None:
        return None
    if tree.low(i) == "it" and (said := who_says(tree, i)) is not None:
        return said
    body = body_of(tree, i) if tree.name(i, _THINGS) is None else None
    if body is not None:
        return body
    if tree.dep(i) == "appos" and tree.lemma(i) in lexicon.events["bodies"] | lexicon.events["parts"]:
        # "Nova, the telephone | company | that bought Orvane"
        return tree.name(tree.head(i), "OT")
    if tree.lemma(i) in lexicon.events["organs"]:
        # "the management of | Nova |" decides for Nova
        whose = [m for n in (*under(tree, i, _OF), *tree.kids(i, "poss")) if (m := body_of(tree, n))]
        return whose[0] if len(whose) == 1 else None
    ones = holders(tree, i, lexicon)
    return ones[0] if len(ones) == 1 else None


def _releasing(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    entry = phrasal(tree, verb, lexicon.events["release"])
    itself = phrasal(tree, verb, lexicon.events["come_out"])
    passive = bool(tree.kids(verb, "auxpass", "nsubjpass"))
    who = subject(tree, verb)
    things: list[Mention] = []
    agent = None
    available = tree.lemma(verb) in {"make", "be", "become"} and any(
        tree.low(c) in _OUT for c in tree.kids(verb, "acomp", "oprd", "ccomp", "attr")
    )
    if entry and passive and who is not None:
        things = list(products(tree, who, lexicon))
        agent = next((a for n in under(tree, verb, _BY) if (a := _agent(tree, n, lexicon))), None)
    elif entry and tree.words[verb].tag == "VBN" and tree.dep(verb) == "acl":
        things = list(products(tree, tree.head(verb), lexicon))
        agent = next((a for n in under(tree, verb, _BY) if (a := _agent(tree, n, lexicon))), None)
    elif entry:
        things = [p for c in tree.kids(verb, "dobj") for p in products(tree, c, lexicon)]
        agent = _agent(tree, who, lexicon)
    if not things and itself and not passive and who is not None and tree.lemma(who) in (
        lexicon.events["parts_of_a_product"]
    ) and any(tree.low(n) == "which" for n in under(tree, who, _OF)) and tree.dep(verb) == "relcl":  # fmt: skip
        # "| Lumen 4 |, the second version of which came out in May"
        things = [m for m in [tree.name(tree.head(verb), _THINGS)] if m is not None]
    if not things and itself and not passive and who is not None and not tree.kids(verb, "dobj"):
        things = list(products(tree, who, lexicon))
        if entry in {"open", "present"} or (itself in {"appear", "go on", "arrive"} and not date_of(tree, verb)):
            return
    elif not things and available and who is not None:
        things = list(products(tree, who, lexicon)) or [
            p for c in tree.kids(verb, "dobj") for p in products(tree, c, lexicon)
        ]
        agent = _agent(tree, who, lexicon) if tree.lemma(verb) == "make" else None
    elif not things and who is not None and tree.lemma(verb) in {"begin", "start"}:
        begins = lexicon.events["release_nouns"] | {"sale", "delivery"}
        of_whom = under(tree, who, _OF) if tree.lemma(who) in begins else ()
        things = [p for n in of_whom for p in products(tree, n, lexicon)]
    if entry == "open" and not any(tree.low(c) in {"to", "up"} for c in tree.kids(verb, "prep", "prt")):
        return
    if entry in {"post", "upload", "deliver", "reveal", "issue", "present"} and agent is None and not passive:
        return
    if tree.dep(verb) in {"xcomp", "ccomp"} and tree.lemma(tree.head(verb)) in {"begin", "start"}:
        # "began shipping": told as a beginning
        return
    if not things:
        return
    stands = colour(tree, verb, lexicon)
    if stands is None:
        return
    itself_out = not entry or (bool(itself) and agent is None and not passive)
    word = next((tree.low(c) for c in tree.kids(verb, "acomp", "oprd", "ccomp", "attr") if tree.low(c) in _OUT), "")
    manner = f"made {word}".strip() if tree.lemma(verb) == "make" else word
    manner = manner if available else in_words(tree, verb)
    rule = "parsed-release-available" if available else "parsed-release-itself" if itself_out else "parsed-release"
    if not available and tree.words[verb].tag in {"VBZ", "VBP"} and not tree.kids(verb, "aux", "auxpass"):
        # "arrives in the autumn": to come, or told as if it were now; the text does not say which
        rule = f"{rule}-now"
    for thing in things:
        slots: dict[str, Slot | None] = {"agent": name(agent), "product": name(thing), "date": date_of(tree, verb),
                                         "manner": fixed(manner)}  # fmt: skip
        if entry == "announce" and not passive:
            continue
        yield made(tree, "release", rule, [verb, who if who is not None else verb], slots, stands)


def _release_nouns(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "the release of Lumen 4", "Pelmora's launch of Lumen 4", "Lumen 4's debut"."""
    for i, word in enumerate(tree.words):
        if word.lemma not in lexicon.events["release_nouns"] or word.pos != "NOUN" or tree.quoted[i] is not None:
            continue
        if tree.dep(i) == "compound" or word.lemma == "shipment":
            continue
        things = [p for n in under(tree, i, _OF) for p in products(tree, n, lexicon)]
        owner = next(iter(tree.kids(i, "poss")), None)
        if not things and owner is not None and (own := tree.name(owner, _THINGS)):
            things = [own]
        if not things and owner is not None and tree.low(owner) == "its" and date_of(tree, i) is not None:
            # "Since its launch on 14 September, | Lumen 4 | has won": whose launch it is, the clause says
            up = tree.head(tree.head(i))
            clause = subject(tree, up) if tree.dep(i) == "pobj" and tree.verbal(up) else None
            own = tree.name(clause, _THINGS) if clause is not None else None
            things = [own] if own is not None and own.text not in lexicon.platforms else []
        if not things or any(tree.low(c) in {"no", "any", "possible"} for c in tree.kids(i, "det", "amod")):
            continue
        coming = any(tree.low(c) in {"planned", "upcoming", "coming", "forthcoming"} for c in tree.kids(i, "amod"))
        agent = _agent(tree, owner, lexicon) if owner is not None else None
        for thing in things:
            slots: dict[str, Slot | None] = {"agent": name(agent), "product": name(thing), "date": date_of(tree, i),
                                             "manner": fixed(word.lemma)}  # fmt: skip
            yield made(tree, "release", "parsed-release", [i], slots, Colour(future=coming), presupposed=True)


# --------------------------------------------------------------------------- changes


#: "was sold | 1,150 times", "has been sold | twice": no body changes hands so often
_OFTEN = re.compile(r"\s+(?:[^\W\d_]+ )?(?:(?:[\d,.]+|[^\W\d_]+) times|once|twice)\b", re.IGNORECASE)
_REACH = 40
_SPANS = frozenset({"half", "quarter", "year", "day", "week", "month", "session"})
_NTH = frozenset({"first", "second", "third", "fourth", "last", "fiscal", "financial", "final", "past", "previous"})


def _changing(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    events = lexicon.events
    apart = _in_pieces(tree, verb, lexicon)
    entry = phrasal(tree, verb, events["change"]) or (tree.lemma(verb) if apart is not None else "")
    cutting = phrasal(tree, verb, events["cut"])
    passive = bool(tree.kids(verb, "auxpass", "nsubjpass"))
    who = subject(tree, verb)
    if passive:
        object_ = who
        doer = next((n for n in under(tree, verb, _BY)), None)
    else:
        if tree.words[verb].tag == "VBN" and tree.dep(verb) in {"acl", "advcl"}:
            return
        object_ = next(iter(tree.kids(verb, "dobj")), None)
        doer = who
    if object_ is not None and tree.lemma(object_) in {"control", "ownership"} and tree.lemma(verb) in {"take", "gain"}:
        # "took full control of Orvane"
        object_ = next(iter(under(tree, object_, frozenset({"of"}))), None)
        entry = "take control of"
    if object_ is None or ((end := tree.spans[verb][1]) and _OFTEN.match(tree.text(end, end + _REACH))):
        return
    if any(tree.low(c) in {"no", "not", "neither"} for c in tree.subtree(object_, _BARE)):
        # "not a single | desk | may be moved"
        return
    if tree.lemma(object_) in _SPANS and any(tree.low(c) in _NTH for c in tree.kids(object_, "amod")):
        # "closed the first half with a profit"
        return
    lemma = tree.lemma(object_)
    body = body_of(tree, object_) if tree.name(object_, "MFG") is None else None
    # "the Otter arm": a thing with a name of its own is no part of a firm
    part = lemma in events["parts"] and tree.name(object_, "MFG") is None
    if not part and tree.words[object_].pos == "NOUN" and tree.lemma(verb) in {"merge", "combine", "split", "close"}:
        # "merged its mapping and its routing | teams |"
        part = any(tree.lemma(c) in events["parts"] and tree.words[c].tag == "NNS" for c in tree.kids(object_, "conj"))
    if entry == "place" and any(tree.low(n) == "market" for n in under(tree, verb, frozenset({"on"}))):
        return
    if cutting and lemma in events["jobs"] and any(tree.dep(c) in {"nummod", "det", "poss"} for c in
                                                  tree.kids(object_)):  # fmt: skip
        entry = entry or cutting
    elif not entry or not (body is not None or part):
        return
    if entry == "found" and body is None:
        return
    if entry in {"open", "launch", "place", "move"} and not part:
        return
    if entry in {"form", "create", "establish", "set up"} and not part and body is None:
        return
    agent = _agent(tree, doer, lexicon)
    decides = events["bodies"] | events["organs"] | events["gatherings"]
    unnamed = doer is not None and (tree.lemma(doer) in decides or tree.low(doer) in {"it", "they"})
    link, result = apart or _into(tree, verb, lexicon)
    known = (body is not None and tree.name(object_, "OT")) or (part and (link == "as" or apart is not None))
    if not passive and agent is None and not (unnamed and known):
        # "the firm bought Orvane in May": of Orvane it is told all the same
        return
    stands = colour(tree, verb, lexicon)
    if stands is None:
        return
    founded = entry in {"form", "create", "establish", "set up"} and agent is not None and agent.kind == "person"
    if founded and not stands.future:
        # that is a life's story, not a change of a body
        return
    now = any(tree.low(c) in {"is", "are", "gets", "get"} for c in tree.kids(verb, "auxpass")) and not tree.kids(
        verb, "aux"
    )
    if now and agent is None and date_of(tree, verb) is None:
        # "or the company is sold for its software": what may come of it, not what came
        return
    alone = not any(not tree.verbal(c) for c in tree.kids(object_, "conj"))
    words: Slot | None = name(body) if body is not None and not part and alone and tree.name(object_, "OT") else None
    words = words or _phrase(tree, object_)
    rule = "parsed-change"
    if entry in {"rename", "rebrand"}:
        if not passive and tree.name(object_ - 1, "OT") is not None:
            # "renamed | Orvane Skylark": which of the two is the old name, the parse does not show
            return
        new = next((m for c in tree.kids(verb, "oprd") if (m := tree.name(c, "OT"))), None)
        rule, result = ("parsed-change-renamed", name(new)) if new is not None else (rule, result)
    slots: dict[str, Slot | None] = {
        "agent": name(agent),
        "change": fixed(
            # "is to | acquire |", "were | acquired |"
            entry
            if tree.words[verb].tag == "VBG" or (passive and agent and stands.future)
            else _change(tree, verb, entry)
        ),
        "object": words,
        "link": fixed(link) if result is not None and link else None,
        "result": result,
        "date": date_of(tree, verb),
    }
    if words is not None:
        yield made(tree, "organisation_change", rule, [verb, object_], slots, stands)


def _change(tree: Syntax, verb: int, entry: str) -> str:
    """The change in the text's own words: "bought", "took control of"."""
    return f"{tree.low(verb)} control of" if entry == "take control of" else in_words(tree, verb)


def _phrase(tree: Syntax, i: int) -> Slot | None:
    start, end = tree.phrase(i, _BARE)
    for child in tree.kids(i, "prep"):
        if tree.low(child) in {"of", "in", "at"} and child > i:
            end = max(end, tree.phrase(child, CLAUSES)[1])
    for child in tree.kids(i, "conj"):
        if not tree.verbal(child):
            end = max(end, tree.phrase(child, CLAUSES)[1])
    text = tree.text(start, end)
    if len(text.split()) > 12 or "\n" in text:
        return None
    return Words(text=text, start=start, end=end)


#: "sawn | in half |", "cut | into three |"
_PIECES = frozenset({"two", "half", "halves", "three", "four", "five", "pieces", "parts"})


def _in_pieces(tree: Syntax, verb: int, lexicon: Lexicon) -> tuple[str, Slot | None] | None:
    """ "Orvane would be cut | in two |": what is divided so that some of it is left each time."""
    if tree.lemma(verb) not in lexicon.events["divide"]:
        return None
    for child in tree.kids(verb, "prep"):
        for noun in tree.kids(child, "pobj") if tree.low(child) in {"in", "into"} else ():
            if tree.low(noun) in _PIECES:
                start, end = tree.phrase(noun, CLAUSES | {"prep"})
                return tree.low(child), Words(text=tree.text(start, end), start=start, end=end)
    return None


def _into(tree: Syntax, verb: int, lexicon: Lexicon) -> tuple[str, Slot | None]:
    for child in (c for h in (verb, *tree.kids(verb, "dobj")) for c in tree.kids(h, "acl", "dep", "advcl")):
        # "is setting up a lab of her own, called | Drift |"
        own = next((m for n in tree.kids(child, "oprd") if (m := tree.name(n, "OT"))), None)
        if tree.low(child) in {"called", "named"} and own is not None:
            return tree.low(child), name(own)
    beside = [c for o in tree.kids(verb, "dobj") for c in tree.kids(o, "appos")]
    hung = [c for h in beside for i in tree.subtree(h, frozenset({"relcl"})) for c in tree.kids(i, "prep")
            if tree.lemma(verb) in lexicon.events["transfer"] and tree.low(c) == "to"]  # fmt: skip
    for child in (*tree.kids(verb, "prep", "dative"), *(h for o in tree.kids(verb, "dobj") for h in
                  tree.kids(o, "prep") if tree.low(h) == "to"), *hung):  # fmt: skip
        low = tree.low(child)
        if low == "as" and (own := next((m for n in tree.kids(child, "pobj") if (m := tree.name(n, "OT"))), None)):
            # "spun off its arm | as Orvane"
            return low, name(own)
        if low not in {"into", "under", "with", "to", "from"}:
            continue
        for noun in tree.kids(child, "pobj"):
            named = body_of(tree, noun)
            if named is not None and tree.name(noun, "OT"):
                return low, name(named)
            if low == "from":
                continue
            if (
                tree.lemma(noun) in {"cost", "pressure", "eye", "aim", "goal", "effect"}
                or tree.words[noun].pos != "NOUN"
            ):
                continue
            housed = lexicon.events["parts"] | lexicon.events["bodies"]
            if low != "into" and tree.lemma(noun) not in housed:
                # "under a plan", "with 30 people"
                continue
            called = next((m for c in tree.kids(noun, "acl") if tree.low(c) in {"called", "named"}
                           for n in tree.kids(c, "oprd") if (m := tree.name(n, "OT"))), None)  # fmt: skip
            # "is folded into something called the Consumer Division"
            return low, name(called) if called is not None else _phrase(tree, noun)
    return "", None
