"""Releases told by what one can now do, or by where a thing is: "can be downloaded", "is out", "is on sale from
June", "Introducing Lumen 4", "began shipping Lumen 4". They are recorded in the text's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.frames import Frame, Slot
from briefwright.extract.framing import date_of, fixed, made, name, phrasal, verbs
from briefwright.extract.noun_phrases import body_of, people, under
from briefwright.extract.parsed_things import products
from briefwright.extract.syntax import Syntax
from briefwright.names import Mention
from briefwright.quantities import Quantity

_THINGS = "MFG"
_FROM_ON = re.compile(r"\b(?:from|as of|starting|since|beginning)\b|\b(?:now|today)\b", re.IGNORECASE)
_SOLD = frozenset({"sale", "shelf", "shelve", "store", "shop", "market"})
_STAGES = frozenset({"beta", "preview", "production", "service"})
_NO_NEWS = frozenset({"from", "for", "in", "out", "into", "against"})


def offers(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Everything of which the sentence tells in one of these ways that it can now be had."""
    for verb in verbs(tree):
        yield from _obtained(tree, verb, lexicon)
        yield from _out(tree, verb, lexicon)
        yield from _begun(tree, verb, lexicon)
        yield from _slang(tree, verb, lexicon)
        yield from _fronted(tree, verb, lexicon)
        yield from _introducing(tree, verb, lexicon)
        yield from _coming(tree, verb, lexicon)
        yield from _put_out(tree, verb, lexicon)
    yield from _beside(tree, lexicon)


def _had(
    tree: Syntax, at: list[int], things: list[Mention], words: str, stands: Colour, *, agent: Mention | None = None,
    verb: int | None = None, rule: str = "parsed-release-told", presupposed: bool = False,
) -> Iterator[Frame]:  # fmt: skip
    for thing in things:
        slots: dict[str, Slot | None] = {"agent": name(agent), "product": name(thing), "manner": fixed(words),
                                         "date": date_of(tree, verb) if verb is not None else None}  # fmt: skip
        yield made(tree, "release", rule, at, slots, stands, presupposed=presupposed)


def _words(tree: Syntax, verb: int, first: int) -> str:
    """The verb with its auxiliaries and particle as the text has them: "can now be downloaded"."""
    own = [verb, *(c for c in tree.kids(verb, "prt") if c == verb + 1)]
    start = min([first, *(c for c in tree.kids(verb, "aux", "auxpass") if c < verb)])
    return tree.text(tree.spans[start][0], tree.spans[max(own)][1])


def _agent(tree: Syntax, i: int | None, lexicon: Lexicon) -> Mention | None:
    if i is None or tree.name(i, _THINGS) is not None:
        return None
    ones = people(tree, i, lexicon)
    return body_of(tree, i) or (ones[0] if len(ones) == 1 else None)


def _obtained(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Lumen 4 can be downloaded from Monday", "users can order Lumen 4 from June"."""
    lemma = tree.lemma(verb)
    able = any(tree.low(c) in {"can", "will", "may"} for c in tree.kids(verb, "aux"))
    if lemma not in lexicon.events["obtain"] or not able or tree.kids(verb, "neg"):
        return
    passive = bool(tree.kids(verb, "auxpass"))
    who = next(iter(tree.kids(verb, "nsubjpass", "nsubj")), None)
    if passive:
        things = list(products(tree, who, lexicon)) if who is not None else []
        if any(tree.low(c) in {"nobody", "none", "only"} for p in tree.kids(verb, "agent", "prep")
               for c in tree.kids(p, "pobj")):  # fmt: skip
            return
    else:
        if who is None or tree.low(who) in {"nobody", "few", "it", "he", "she"} or tree.name(who, _THINGS):
            return
        things = [p for c in tree.kids(verb, "dobj") for p in products(tree, c, lexicon)]
    around = tree.text(tree.tagged.sentence.start, tree.tagged.sentence.end)
    if not things or (lemma not in {"download", "preorder"} and not _FROM_ON.search(around)):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied" or stands.hedge not in {"none", "can", "may"}:
        return
    stands = Colour(voice=stands.voice)
    first = min([verb, *tree.kids(verb, "aux", "auxpass")])
    yield from _had(tree, [verb, *([who] if who is not None else [])], things, _words(tree, verb, first), stands)


def _out(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Lumen 4 is out", "has been on sale since May", "will be in stores from June"."""
    if tree.lemma(verb) not in {"be", "go", "hit", "reach", "come", "put", "bring", "enter"}:
        return
    who = subject(tree, verb)
    things = list(products(tree, who, lexicon)) if who is not None else []
    if not things:
        return
    aside = next((c for c in tree.kids(verb, "advmod", "prt", "acomp", "prep") if tree.low(c) == "out"), None)
    placed = next((n for n in under(tree, verb, frozenset({"on", "in"})) if tree.lemma(n) in _SOLD), None)
    if tree.lemma(verb) in {"hit", "reach"}:
        # "hit the shelves", "reached customers"
        reached = tree.lemma(verb) == "reach" and date_of(tree, verb) is not None
        sold = _SOLD | lexicon.events["takers"] if reached else _SOLD
        last = next((c for c in tree.kids(verb, "dobj") if tree.lemma(c) in sold), None)
    elif tree.lemma(verb) in {"come", "put", "bring"}:
        # "came on the market", "was put on the market"
        plain = tree.lemma(verb) == "come" or bool(tree.kids(verb, "auxpass"))
        last = placed if plain and placed is not None and tree.lemma(placed) in {"market", "sale"} else None
    elif tree.lemma(verb) == "enter":
        # "enters beta on 3 May"
        last = next((c for c in tree.kids(verb, "dobj", "advmod") if tree.lemma(c) in _STAGES), None)
        last = last if last is not None and date_of(tree, verb) is not None else None
    elif tree.lemma(verb) == "go":
        last = None if placed is None or tree.lemma(placed) != "sale" else placed
    else:
        last = aside if aside is not None and not tree.kids(aside, "prep", "pobj") else placed
    stands = colour(tree, verb, lexicon)
    if last is None or stands is None or stands.polarity == "denied" or tree.kids(verb, "attr"):
        return
    words = tree.text(min(tree.spans[verb][0], tree.spans[last][0]), tree.spans[last][1])
    yield from _had(tree, [verb, last], things, words, stands, verb=verb)


def _begun(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "began shipping Lumen 4 in May", "has started selling it"."""
    if tree.lemma(verb) not in {"begin", "start"}:
        return
    below = next((c for c in tree.kids(verb, "xcomp", "ccomp") if tree.lemma(c) in lexicon.events["release"] |
                  {"sell", "offer", "roll"}), None)  # fmt: skip
    if below is None:
        return
    things = [p for c in tree.kids(below, "dobj") for p in products(tree, c, lexicon)]
    who = subject(tree, verb)
    agent, stands = _agent(tree, who, lexicon), colour(tree, verb, lexicon)
    if not things or agent is None or stands is None or stands.polarity == "denied":
        return
    words = tree.text(tree.spans[verb][0], tree.spans[below][1])
    yield from _had(tree, [verb, below], things, words, stands, agent=agent, verb=verb)


def _slang(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova dropped Lumen 4 on Tuesday", "Lumen 4 landed yesterday": only what is dated, and not "from" anything."""
    if tree.lemma(verb) not in lexicon.events["release_slang"] or tree.kids(verb, "auxpass", "prt"):
        return
    just = any(tree.low(c) in {"just", "finally"} for c in tree.kids(verb, "advmod"))
    if not (just or date_of(tree, verb)) or any(tree.low(c) in _NO_NEWS and not any(
        tree.tokens[n] is not None for n in tree.kids(c, "pobj")) for c in tree.kids(verb, "prep")):  # fmt: skip
        return
    who, objects = subject(tree, verb), tree.kids(verb, "dobj")
    if any(tree.low(c) in {"from", "for"} for c in tree.kids(verb, "prep")) or any(
        (t := tree.tokens[j]) is not None and isinstance(t.value, Quantity) for j in tree.subtree(verb)
    ):
        return
    things = [p for c in objects for p in products(tree, c, lexicon)]
    agent = _agent(tree, who, lexicon) if objects else None
    if not objects and who is not None:
        things = list(products(tree, who, lexicon))
    stands = colour(tree, verb, lexicon)
    if not things or stands is None or stands.polarity == "denied" or (objects and agent is None):
        return
    yield from _had(tree, [verb, who if who is not None else verb], things, tree.low(verb), stands, agent=agent,
                    verb=verb)  # fmt: skip


def _fronted(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Released in May, | Lumen 4 | reads Norwegian"."""
    first = next((i for i, w in enumerate(tree.words) if w.pos != "PUNCT"), None)
    if verb != first or tree.words[verb].tag not in {"VBN", "VBD"} or tree.kids(verb, "nsubj", "dobj", "nsubjpass"):
        return
    comma = next((i for i in range(verb, len(tree.words) - 1) if tree.words[i].text == ","), None)
    if comma is None or not phrasal(tree, verb, lexicon.events["release"]) or tree.quoted[verb] is not None:
        return
    at = comma + 1
    while at < len(tree.words) - 1 and tree.words[at].tag in {"DT", "PRP$", "JJ", "NN"} and not tree.tokens[at]:
        at += 1
    thing = tree.name(at, _THINGS)
    if thing is None or thing.text in lexicon.platforms:
        return
    agent = next((a for n in under(tree, verb, frozenset({"by"})) if (a := _agent(tree, n, lexicon))), None)
    yield from _had(tree, [verb, at], [thing], tree.low(verb), Colour(), agent=agent, verb=verb,
                    rule="parsed-release", presupposed=True)  # fmt: skip


def _introducing(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Introducing Lumen 4, our new model", "We are proud to announce Lumen 4"."""
    lemma = tree.lemma(verb)
    things = [p for c in tree.kids(verb, "dobj") for p in products(tree, c, lexicon)]
    if not things or lemma not in lexicon.events["release"] or tree.quoted[verb] is not None:
        return
    opening = verb == 0 and tree.words[verb].tag == "VBG" and not tree.kids(verb, "nsubj")
    if opening and tree.dep(verb) in {"ROOT", "csubj", "advcl"}:
        finite = any(w.tag in {"VBD", "VBZ", "VBP", "MD"} and tree.dep(i) != "relcl" for i, w in enumerate(tree.words))
        if not finite:
            yield from _had(tree, [verb], things, tree.low(verb), Colour(), verb=verb)
        return
    above = tree.head(verb)
    glad = tree.dep(verb) == "xcomp" and tree.low(above) in lexicon.events["glad"]
    who = subject(tree, above if tree.lemma(above) == "be" else tree.head(above))
    if glad and lemma == "announce" and who is not None and tree.low(who) in {"we", "i"}:
        words = tree.text(tree.spans[above][0], tree.spans[verb][1])
        yield from _had(tree, [above, verb], things, words, Colour(), verb=verb)


def _coming(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Lumen 4 is coming in June", "follows in the autumn": to come on a date."""
    if tree.lemma(verb) not in {"come", "follow", "arrive", "land"} or tree.kids(verb, "dobj", "prt", "acomp"):
        return
    who, date = subject(tree, verb), date_of(tree, verb)
    things = list(products(tree, who, lexicon)) if who is not None else []
    stands = colour(tree, verb, lexicon)
    if not things or date is None or stands is None or stands.polarity == "denied":
        return
    present = tree.words[verb].tag in {"VBZ", "VBP"}
    if not (stands.future or present) or any(
        not any(tree.tokens[n] is not None for n in tree.kids(c, "pobj")) and tree.low(c) != "at"
        for c in tree.kids(verb, "prep")
    ):
        return
    yield from _had(tree, [verb, who if who is not None else verb], things, tree.low(verb),
                    replace(stands, future=True), verb=verb, rule="parsed-release-itself")  # fmt: skip


def _put_out(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova made Lumen 4 available on Monday", "showed Lumen 4 in May", "pushed Lumen 4 to all users"."""
    lemma, who = tree.lemma(verb), subject(tree, verb)
    agent = _agent(tree, who, lexicon)
    if agent is None or tree.kids(verb, "auxpass"):
        return
    things: list[Mention] = []
    last = verb
    if lemma == "make":
        small = next((c for c in tree.kids(verb, "ccomp", "xcomp") if tree.low(c) in {"available", "public"}), None)
        if small is not None:
            things = [p for c in tree.kids(small, "nsubj") for p in products(tree, c, lexicon)]
            last = small
    elif (lemma in lexicon.events["show"] and date_of(tree, verb) is not None) or (
        lemma in {"push", "send", "bring"}
        and any(tree.lemma(n) in lexicon.events["takers"] for n in under(tree, verb, frozenset({"to"})))
    ):
        things = [p for c in tree.kids(verb, "dobj") for p in products(tree, c, lexicon)]
    stands = colour(tree, verb, lexicon)
    if not things or stands is None or stands.polarity == "denied":
        return
    words = tree.low(verb) if last == verb else f"{tree.low(last)}"
    yield from _had(tree, [verb, last], things, words, stands, agent=agent, verb=verb)


def _beside(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Lumen 4 |, available since May, …", "Now available: | Lumen 4 |", "| Lumen 4 | now available"."""
    for i in range(len(tree.words)):
        if tree.low(i) not in {"available", "downloadable"} or tree.quoted[i] is not None:
            continue
        after = tree.low(i + 1) if i + 1 < len(tree.words) else ""
        beside = i > 1 and tree.words[i - 1].text == "," and after in {"since", "from", "now", "as", "under", "on"}
        bare = not any(w.tag in {"VBD", "VBZ", "VBP", "MD"} for w in tree.words)
        thing = None
        if beside:
            thing = tree.name(i - 2, _THINGS)
        elif bare and tree.low(i - 1) == "now" and i > 0:
            ahead = next((j for j in range(i + 1, min(i + 4, len(tree.words))) if tree.name(j, _THINGS)), None)
            thing = tree.name(i - 2, _THINGS) if i > 1 else None
            thing = thing or (tree.name(ahead, _THINGS) if ahead is not None and after == ":" else None)
        if thing is not None and thing.text not in lexicon.platforms:
            yield from _had(tree, [i], [thing], tree.low(i), Colour(), presupposed=True)
