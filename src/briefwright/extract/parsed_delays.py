"""Releases that come later than was said: "Lumen 4 is put off until May", "Nova delayed the launch of Lumen 4"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import colour, subject
from briefwright.extract.frames import Frame, Slot, Words
from briefwright.extract.framing import fixed, made, name, phrasal, verbs
from briefwright.extract.noun_phrases import body_of, under
from briefwright.extract.parsed_things import products
from briefwright.extract.syntax import CLAUSES, Syntax
from briefwright.names import Mention

_MOST = 12
_OF = frozenset({"of"})


def delays(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Every release that a sentence tells to come later, in the words of the text: they say until when."""
    for verb in verbs(tree):
        if phrasal(tree, verb, lexicon.events["delay"]):
            yield from _delayed(tree, verb, lexicon)


def _delayed(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    passive = bool(tree.kids(verb, "auxpass"))
    who = subject(tree, verb)
    held_up = who if passive else next(iter(tree.kids(verb, "dobj")), None)
    thing = _thing(tree, held_up, lexicon)
    if thing is None and not passive and held_up is not None and tree.dep(verb) != "relcl":
        return
    agent = body_of(tree, who) if who is not None and not passive and tree.name(who, "MFG") is None else None
    if thing is None or tree.words[verb].tag == "VBG" or (not passive and agent is None):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied" or stands.hedge != "none":
        return
    if passive and stands.voice is None and any(tree.low(c) in {"is", "are"} for c in tree.kids(verb, "auxpass")):
        # "Lumen 4 is delayed, and nobody remembers": what may come, told as if it were so
        return
    helpers = [c for c in tree.kids(verb, "aux", "auxpass") if c < verb]
    first = min([verb, *helpers])
    last = max([verb, *(i for c in tree.kids(verb, "prep", "prt", "npadvmod", "advmod") if c > verb
                        for i in tree.subtree(c, CLAUSES))])  # fmt: skip
    if not passive:
        # "delayed | the launch of Lumen 4 | by three months": the thing is named in the words
        last = max([last, *(i for c in tree.kids(verb, "dobj") for i in tree.subtree(c, CLAUSES))])
    start, end = tree.spans[first][0], tree.spans[last][1]
    text = tree.text(start, end)
    if len(text.split()) > _MOST or any(c in text for c in '“”"();:'):
        return
    slots: dict[str, Slot | None] = {
        "agent": name(agent), "product": name(thing), "manner": fixed(tree.low(verb)),
        "words": Words(text=text, start=start, end=end),
    }  # fmt: skip
    yield made(tree, "release", "parsed-release-delayed", [verb], slots, replace(stands, future=False))


def _thing(tree: Syntax, noun: int | None, lexicon: Lexicon) -> Mention | None:
    """The one product that is held up: itself, or what the launch is of."""
    if noun is None:
        return None
    heads = [noun]
    if tree.lemma(noun) in lexicon.events["release_nouns"]:
        heads = [*under(tree, noun, _OF), *tree.kids(noun, "poss")]
    found = {m.key: m for h in heads for m in products(tree, h, lexicon)}
    return next(iter(found.values())) if len(found) == 1 else None
