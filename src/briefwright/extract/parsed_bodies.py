"""Changes that a body or a part of it goes through by itself ("has folded", "will close in June", "went bankrupt"),
stakes, offers and transfers; and who met whom over dinner or in talks. They are recorded in the text's own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.dates import DateMention
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.frames import Frame, Names, Slot, Words
from briefwright.extract.framing import date_of, fixed, made, name, phrasal, verbs
from briefwright.extract.noun_phrases import body_of, holders, people, under
from briefwright.extract.parsed_things import products
from briefwright.extract.syntax import CLAUSES, Syntax
from briefwright.names import Mention

_THINGS = "MFG"
_WITH = frozenset({"with"})
_BETWEEN = frozenset({"between", "of"})
_WHEN = frozenset({"end", "start", "beginning", "close", "turn"})
_FEWEST = 2
_LONGEST = 12
_SHARES = frozenset({"%", "percent", "cent", "third", "half", "quarter", "majority", "fifth", "tenth", "thirds"})


def bodies(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Every such change and encounter that the sentence tells."""
    for verb in verbs(tree):
        yield from _by_itself(tree, verb, lexicon)
        yield from _offer(tree, verb, lexicon)
        yield from _dealt(tree, verb, lexicon)
        yield from _reporting(tree, verb, lexicon)
        yield from _handed_over(tree, verb, lexicon)
        yield from _stopped(tree, verb, lexicon)
        yield from _encounter(tree, verb, lexicon)
    yield from _talks(tree, lexicon)


def _body(tree: Syntax, i: int | None) -> Mention | None:
    return None if i is None or tree.name(i, _THINGS) is not None else body_of(tree, i)


def _of_bodies(tree: Syntax, i: int | None, lexicon: Lexicon) -> bool:
    """Does a phrase head a body, or a part of one that is named: "Orvane's Turin lab"?"""
    if i is None or tree.name(i, _THINGS + "P") is not None:
        return False
    named = any(tree.name(j, "OTL") is not None for j in tree.subtree(i, CLAUSES))
    return _body(tree, i) is not None or (tree.lemma(i) in lexicon.events["parts"] and named)


def _phrase(tree: Syntax, i: int) -> Slot | None:
    """The words of a noun phrase without clauses; a name alone is the name."""
    if (named := tree.name(i, "OT")) is not None:
        return name(named)
    start, end = tree.phrase(i, CLAUSES | {"det"})
    text = tree.text(start, end)
    return Words(text=text, start=start, end=end) if len(text.split()) < 9 and "\n" not in text else None


def _said(tree: Syntax, verb: int, last: int) -> Words:
    """The words of the text from the first auxiliary to the last word that tells the deed."""
    first = min([verb, *(c for c in tree.kids(verb, "aux", "auxpass") if c < verb)])
    return _between(tree, tree.spans[first][0], tree.spans[last][1])


def _between(tree: Syntax, start: int, end: int) -> Words:
    return Words(text=tree.text(start, end), start=start, end=end)


def _changed(tree: Syntax, verb: int, who: int, words: Words, stands: Colour) -> Iterator[Frame]:
    slots: dict[str, Slot | None] = {"change": words, "object": _phrase(tree, who), "date": date_of(tree, verb)}
    if isinstance(slots["object"], Words):
        # of a part, the body that it belongs to
        owner = next((m for j in tree.subtree(who, CLAUSES) if (m := tree.name(j, "OT"))), None)
        slots["agent"] = name(owner)
    if slots["object"] is not None:
        yield made(tree, "organisation_change", "parsed-change-itself", [verb, who], slots, stands)


def _by_itself(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Orvane has folded", "its Turin lab will close in June", "filed for bankruptcy", "now belongs to Nova"."""
    if tree.kids(verb, "auxpass", "neg"):
        return
    who, lemma, last = subject(tree, verb), tree.lemma(verb), verb
    plain = not tree.kids(verb, "dobj", "acomp", "xcomp", "ccomp", "oprd", "attr")
    deeds = lexicon.events["body_deeds"]
    if plain and (entry := phrasal(tree, verb, lexicon.events["close_down"])):
        particle = next((c for c in tree.kids(verb, "prt", "advmod") if tree.low(c) == entry.partition(" ")[2]), verb)
        last = max(verb, particle)
        aside = {tree.low(c) for c in tree.kids(verb, "advmod", "prep", "npadvmod")}
        if all(tree.lemma(n) in _WHEN for n in under(tree, verb, frozenset({"at"}))):
            # "would close at the end of the year", not "closed at 30 euros"
            aside -= {"at"}
        if aside & {"higher", "lower", "up", "at", "above", "below", "with", "ranks", "off"} and lemma in {
            "close", "open", "split", "list",
        }:  # fmt: skip
            return
        if lemma in {"split", "list", "relocate", "move"}:
            near = [n for c in tree.kids(verb, "prep", "advmod") for n in tree.kids(c, "pobj")
                    if (t := tree.tokens[n]) is None or not isinstance(t.value, DateMention)]  # fmt: skip
            if not near:
                return
            last = max(near)
        if lemma == "open" and date_of(tree, verb) is None:
            return
    elif lemma == "belong":
        owner = next((n for n in under(tree, verb, frozenset({"to"})) if _body(tree, n)), None)
        if owner is None or not any(tree.low(c) in {"now", "since"} for c in tree.kids(verb, "advmod", "prep")):
            return
        last = owner
    else:
        near = [*tree.kids(verb, "acomp", "advmod", "oprd", "attr", "dobj")]
        near += [n for p in tree.kids(verb, "prep") for n in tree.kids(p, "pobj", "pcomp")]
        hit = next((n for n in near if f"{lemma} {tree.lemma(n)}" in deeds), None)
        if hit is None:
            return
        last = hit
    if not _of_bodies(tree, who, lexicon) or who is None:
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied" or last < verb:
        return
    yield from _changed(tree, verb, who, _said(tree, verb, last), replace(stands, future=False))


def _offer(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "made an offer for Orvane", "has offered to buy Orvane", "is in talks to buy it", "took a stake in Orvane"."""
    lemma, who = tree.lemma(verb), subject(tree, verb)
    agent = _body(tree, who)
    if agent is None or tree.kids(verb, "auxpass", "neg"):
        return
    target: int | None = None
    noun = next((c for c in tree.kids(verb, "dobj") if f"{lemma} {tree.lemma(c)}" in lexicon.events["offer_deeds"]),
                None)  # fmt: skip
    if noun is None and f"{lemma} share" in lexicon.events["offer_deeds"]:
        # "acquired | 34% | of Nova", "bought | a majority | in Nova"
        noun = next((c for c in tree.kids(verb, "dobj") if tree.low(c) in _SHARES), None)
    if noun is not None:
        target = next((n for h in (noun, verb) for n in under(tree, h, frozenset({"for", "in", "of", "to"}))
                       if _body(tree, n)), None)  # fmt: skip
        last = noun
    elif lemma == "bid":
        target = next((n for n in under(tree, verb, frozenset({"for"})) if _body(tree, n)), None)
        last = verb
    else:
        talks = [n for n in under(tree, verb, frozenset({"in"})) if tree.lemma(n) in {"talk", "negotiation"}]
        heads = (
            [verb, *talks] if lemma == "be" and talks else [verb] if lemma in {"offer", "want", "seek", "bid"} else []
        )
        below = next((c for h in heads for c in tree.kids(h, "xcomp", "acl", "advcl", "relcl")
                      if phrasal(tree, c, lexicon.events["takeovers"])), None)  # fmt: skip
        if below is None:
            return
        target = next((n for n in tree.kids(below, "dobj") if _body(tree, n)), None)
        target = target or next((n for n in under(tree, below, _WITH) if _body(tree, n)), None)
        last = below
    stands = colour(tree, verb, lexicon)
    found = _body(tree, target)
    if target is None or found is None or found.key == agent.key or stands is None or stands.polarity == "denied":
        return
    words = _said(tree, verb, last)
    slots: dict[str, Slot | None] = {"agent": name(agent), "change": words, "object": name(found),
                                     "date": date_of(tree, verb)}  # fmt: skip
    at = [verb, last, target]
    yield made(tree, "organisation_change", "parsed-change-sought", at, slots, replace(stands, future=False))


def _dealt(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova and Orvane signed a letter of intent", "Nova strikes a deal with Orvane"."""
    noun = next((c for c in tree.kids(verb, "dobj") if f"{tree.lemma(verb)} {tree.lemma(c)}" in
                 lexicon.events["deals"]), None)  # fmt: skip
    who = subject(tree, verb)
    if noun is None or who is None or tree.kids(verb, "auxpass", "neg"):
        return
    near = [n for h in (verb, noun) for n in under(tree, h, _WITH)]
    sides = [m for m in _sides(tree, (who, *near), lexicon) if m.kind in {"organisation", "team"}]
    stands = colour(tree, verb, lexicon)
    if len(sides) != _FEWEST or stands is None or stands.polarity == "denied":
        return
    words = _between(tree, _said(tree, verb, verb).start, tree.phrase(noun, CLAUSES)[1])
    if near:
        words = _said(tree, verb, noun)
    slots: dict[str, Slot | None] = {"agent": name(sides[0]), "object": name(sides[1]), "change": words,
                                     "date": date_of(tree, verb)}  # fmt: skip
    if len(words.text.split()) < _LONGEST:
        yield made(tree, "organisation_change", "parsed-change-dealt", [verb, noun], slots,
                   replace(stands, future=False))  # fmt: skip


def _reporting(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Orvane's engineers will report to the product division": a part of a body is put under another."""
    if tree.lemma(verb) != "report" or tree.kids(verb, "dobj", "auxpass", "neg", "ccomp"):
        return
    who = subject(tree, verb)
    over = next((n for n in under(tree, verb, frozenset({"to"})) if tree.lemma(n) in lexicon.events["parts"] or
                 _body(tree, n)), None)  # fmt: skip
    stands = colour(tree, verb, lexicon)
    if who is None or over is None or stands is None or stands.polarity == "denied":
        return
    own = tree.lemma(who) in lexicon.events["parts"] | lexicon.events["jobs"] and any(
        tree.name(c, "OT") is not None or tree.low(c) == "its" for c in tree.kids(who, "poss", "compound", "det")
    )
    now = stands.future or any(tree.low(c) == "now" for c in tree.kids(verb, "advmod"))
    if own and now:
        words = _between(tree, _said(tree, verb, verb).start, tree.phrase(over, CLAUSES | {"prep"})[1])
        if len(words.text.split()) < _LONGEST:
            yield from _changed(tree, verb, who, words, replace(stands, future=False))


def _handed_over(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Orvane handed Skein to the Corran Institute": a thing changes hands."""
    if tree.lemma(verb) not in lexicon.events["transfer"] or tree.kids(verb, "auxpass"):
        return
    who = subject(tree, verb)
    agent = _body(tree, who)
    things = [p for c in tree.kids(verb, "dobj") for p in products(tree, c, lexicon)]
    near = [verb, *tree.kids(verb, "prt", "dobj", "advmod")]
    taker = next((n for h in near for n in under(tree, h, frozenset({"to"})) if _body(tree, n)), None)
    stands = colour(tree, verb, lexicon)
    if agent is None or len(things) != 1 or taker is None or stands is None or stands.polarity == "denied":
        return
    entry = phrasal(tree, verb, lexicon.events["transfer"]) or tree.lemma(verb)
    slots: dict[str, Slot | None] = {
        "agent": name(agent), "change": fixed(f"{tree.low(verb)} {entry.partition(' ')[2]}".strip()),
        "object": name(things[0]), "link": fixed("to"), "result": name(_body(tree, taker)),
        "date": date_of(tree, verb),
    }  # fmt: skip
    if not stands.future:
        yield made(tree, "organisation_change", "parsed-change", [verb, taker], slots, stands)


def _stopped(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Orvane has suspended sales in Norway", "stopped production", "is laying off staff"."""
    lemma, who = tree.lemma(verb), subject(tree, verb)
    agent = _body(tree, who)
    if agent is None or tree.kids(verb, "auxpass", "neg"):
        return
    halted = lemma in lexicon.events["halt"]
    cutting = phrasal(tree, verb, lexicon.events["cut"])
    noun = next((c for c in tree.kids(verb, "dobj") if tree.name(c, "POTFMGL") is None), None)
    if noun is None:
        return
    if halted and tree.lemma(noun) in lexicon.events["operations"]:
        pass
    elif cutting and tree.lemma(noun) in lexicon.events["jobs"] and cutting in {"lay off", "let go", "cut", "shed"}:
        if tree.kids(noun, "nummod", "poss") or tree.words[noun].tag not in {"NNS", "NN"}:
            return
    elif cutting and any(tree.lemma(n) in lexicon.events["jobs"] for n in under(tree, noun, frozenset({"of"}))):
        # "will cut a third of its staff"
        pass
    else:
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    start, end = tree.phrase(noun, CLAUSES)
    words = _between(tree, _said(tree, verb, verb).start, end)
    if len(words.text.split()) < _LONGEST and start > tree.spans[verb][0] and who is not None:
        yield from _changed(tree, verb, who, words, replace(stands, future=False))


# --------------------------------------------------------------------------- encounters


def _sides(tree: Syntax, phrases: tuple[int, ...], lexicon: Lexicon) -> tuple[Mention, ...]:
    """The people and bodies that some phrases name, each once; "representatives of Nova and Orvane" names both."""
    out: dict[str, Mention] = {}

    def add(i: int, depth: int) -> None:
        for one in (*people(tree, i, lexicon), *holders(tree, i, lexicon), *([b] if (b := _body(tree, i)) else [])):
            out.setdefault(one.key, one)
        inner = [*tree.kids(i, "conj")]
        if tree.name(i, "POT") is None:
            inner += [*under(tree, i, frozenset({"of", "from"}))]
        for child in inner if depth < 5 else []:
            if not tree.verbal(child):
                add(child, depth + 1)

    for phrase in phrases:
        add(phrase, 0)
    return tuple(out.values())


def _encounter(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Ada Lin met Bo Tan in Oslo", "had dinner with Bo Tan", "held talks with Nova", "the two are in talks"."""
    lemma, who = tree.lemma(verb), subject(tree, verb)
    events = lexicon.events
    summoned = lemma in events["summon"] and any(
        tree.lemma(n) in events["meetings"] for n in under(tree, verb, frozenset({"to"}))
    )
    if who is None or tree.kids(verb, "neg") or (tree.kids(verb, "auxpass") and not summoned):
        return
    noun = next((c for c in tree.kids(verb, "dobj") if f"{lemma} {tree.lemma(c)}" in events["meet_deeds"]), None)
    last = verb
    if noun is not None:
        near, last = [n for h in (verb, noun) for n in under(tree, h, _WITH)], noun
    elif summoned:
        last = next(n for n in under(tree, verb, frozenset({"to"})) if tree.lemma(n) in events["meetings"])
        near = list(under(tree, last, _WITH))
    elif phrasal(tree, verb, events["meet"]):
        heads = (verb, *tree.kids(verb, "prt", "advmod"))
        near = [*tree.kids(verb, "dobj"), *(n for h in heads for n in under(tree, h, _WITH))]
        if any(not _sides(tree, (c,), lexicon) for c in tree.kids(verb, "dobj")):
            # "met the deadline"
            return
    elif lemma in events["confer"] and not tree.kids(verb, "dobj"):
        near = list(under(tree, verb, _WITH))
    elif lemma == "be":
        talks = next((n for n in under(tree, verb, frozenset({"in"})) if tree.lemma(n) in
                      {"talk", "negotiation", "discussion"} and not tree.kids(n, "acl")), None)  # fmt: skip
        if talks is None:
            return
        near, last = [n for h in (verb, talks) for n in under(tree, h, _WITH)], talks
    else:
        return
    present = _sides(tree, (who, *near), lexicon)
    if len(present) < _FEWEST:
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    start, end = tree.spans[verb][0], tree.spans[last][1]
    if last == verb and (particle := next(iter(tree.kids(verb, "prt")), None)) is not None:
        end = tree.spans[particle][1]
    slots: dict[str, Slot | None] = {
        "event": Words(text=tree.text(start, end), start=start, end=end), "date": date_of(tree, verb),
        "participants": Names(mentions=present),
    }  # fmt: skip
    yield made(tree, "meeting", "parsed-meeting-met", [verb, last], slots, stands)


def _talks(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Talks between Nova and Orvane began in May", "a meeting between Ada Lin and Bo Tan"."""
    for i, word in enumerate(tree.words):
        if word.lemma not in lexicon.events["meetings"] | {"talk", "negotiation", "discussion", "dinner"}:
            continue
        if word.pos != "NOUN" or tree.quoted[i] is not None:
            continue
        present = _sides(tree, tuple(n for n in under(tree, i, _BETWEEN) if tree.low(tree.head(n)) == "between"),
                         lexicon)  # fmt: skip
        head = tree.head(i)
        if len(present) < _FEWEST or tree.dep(i) not in {"nsubj", "nsubjpass", "pobj"}:
            continue
        stands = colour(tree, head, lexicon) if tree.verbal(head) else Colour()
        if stands is None or stands.polarity == "denied" or any(tree.low(c) == "no" for c in tree.kids(i, "det")):
            continue
        start, end = tree.spans[i]
        slots: dict[str, Slot | None] = {
            "event": Words(text=tree.text(start, end), start=start, end=end),
            "date": date_of(tree, head) if tree.verbal(head) else None, "participants": Names(mentions=present),
        }  # fmt: skip
        yield made(tree, "meeting", "parsed-meeting-met", [i], slots, stands)
