"""Goings that no verb of leaving tells: "Nova parted ways with Ada Lin", "with Ada Lin gone", "no longer at Nova",
"cleared her desk", "Bo Tan's move to Nova". They are recorded in the text's own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.comings import gone, joined
from briefwright.extract.frames import Frame
from briefwright.extract.framing import date_of, verbs
from briefwright.extract.noun_phrases import body_of, holders, people, under
from briefwright.extract.syntax import Syntax

#: "cleared her desk": the text's own words are shown as such
_RULE = "parsed-departure-told"
_WITH = frozenset({"with", "from"})
_AT = frozenset({"at", "with", "for", "of", "in", "to"})
#: verbs of which "no longer" makes a going: "no longer works for Nova"
_BEING = frozenset({"be", "work", "belong", "serve", "sit", "lead", "run", "head", "chair"})


def partings(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Everybody of whom the sentence tells in one of these ways that he is gone."""
    for verb in verbs(tree):
        yield from _parted(tree, verb, lexicon)
        yield from _gone(tree, verb, lexicon)
        yield from _no_longer(tree, verb, lexicon)
        yield from _deed(tree, verb, lexicon)
    yield from _moves(tree, lexicon)


def _parted(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova has parted ways with its founder | Ada Lin |", "severed ties with her"."""
    noun = next((c for c in tree.kids(verb, "dobj") if f"{tree.lemma(verb)} {tree.lemma(c)}" in _of(lexicon)), None)
    if noun is None:
        return
    behind = [n for h in (verb, noun) for n in under(tree, h, _WITH)]
    who = tuple(m for n in behind for m in people(tree, n, lexicon))
    by = subject(tree, verb)
    if not who or (by is not None and people(tree, by, lexicon)):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None:
        return
    body = body_of(tree, by) if by is not None and tree.name(by, "MFG") is None else None
    words = f"{tree.low(verb)} {tree.low(noun)}"
    yield from gone(
        tree, _RULE, [verb, noun, behind[0]], who, stands, manner=words, date=date_of(tree, verb), body=body
    )


def _of(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.events["part_phrases"]


def _gone(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "On Monday | Ada Lin | was gone", "with | Ada Lin | gone"."""
    if tree.low(verb) != "gone" or any(tree.kids(verb, "dobj", "prt", "xcomp", "acomp", "ccomp")):
        return
    passive = any(tree.lemma(c) == "be" for c in tree.kids(verb, "auxpass", "aux"))
    joined = any(tree.low(c) == "with" and c < verb for c in tree.kids(verb, "mark", "prep")) or (
        tree.low(tree.head(verb)) == "with"
    )
    perfect = any(tree.lemma(c) == "have" for c in tree.kids(verb, "aux")) and not any(
        c > verb for c in tree.kids(verb, "prep")
    )
    plain = {"from", "by", "on", "in", "since", "with", "at", "within", "before", "after"}
    if not (passive or joined or perfect) or any(tree.low(c) not in plain for c in tree.kids(verb, "prep")):
        return
    who = subject(tree, verb)
    if who is None or not (ones := holders(tree, who, lexicon)):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None:
        return
    body = next((b for n in under(tree, verb, frozenset({"from"})) if (b := body_of(tree, n))), None)
    yield from gone(tree, _RULE, [verb, who], ones, stands, manner="gone", date=date_of(tree, verb), body=body)


def _no_longer(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Ada Lin is no longer with the company", "does not work at Nova any more", "isn't there any more"."""
    if tree.lemma(verb) not in _BEING:
        return
    around = {tree.low(j): j for c in tree.kids(verb, "advmod", "neg", "npadvmod") for j in tree.subtree(c)}
    longer = "longer" in around and "no" in around | {tree.low(around["longer"] - 1): 0}
    ended = bool({"anymore", "more"} & set(around)) and bool(tree.kids(verb, "neg"))
    if not (longer or ended):
        return
    who = subject(tree, verb)
    if who is None or not (ones := holders(tree, who, lexicon)):
        return
    places = list(under(tree, verb, _AT))
    body = next((b for n in places if (b := body_of(tree, n))), None)
    known = body is not None or any(tree.lemma(n) in lexicon.events["bodies"] | {"part"} for n in places)
    there = any(tree.low(c) in {"there", "here"} for c in tree.kids(verb, "advmod"))
    if not known and not (there and tree.lemma(verb) == "be") and tree.lemma(verb) in {"be", "work", "belong", "sit"}:
        return
    if tree.lemma(verb) in {"lead", "run", "head", "chair", "serve"}:
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or (stands.voice is not None and stands.voice.verb in lexicon.denial):
        return
    last = max([verb, *places, *(j for low, j in around.items() if low in {"longer", "more", "anymore", "there"})])
    first = min([verb, *(c for c in tree.kids(verb, "aux") if c < verb)])
    first = min(first, around["longer"] - 1) if longer else first
    words = tree.text(tree.spans[first][0], tree.spans[last][1])
    stands = replace(stands, polarity="affirmed")
    yield from gone(tree, _RULE, [first, last, who], ones, stands, manner=words, date=date_of(tree, verb), body=body)


def _deed(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "cleared her desk", "packed his boxes", "called it quits": told in the text's own words."""
    objects = [c for c in tree.kids(verb, "dobj", "oprd", "ccomp", "attr") if c > verb]
    objects += [n for c in tree.kids(verb, "prt", "prep") if tree.low(c) in {"out", "up"} for n in tree.kids(c, "pobj")]
    noun = next((c for c in objects if f"{tree.lemma(verb)} {tree.lemma(c)}" in lexicon.events["leave_deeds"]), None)
    who = subject(tree, verb)
    if noun is None or who is None or not (ones := holders(tree, who, lexicon)):
        return
    if tree.lemma(verb) == "clean" and not any(tree.low(c) == "out" for c in tree.kids(verb, "prt", "advmod", "prep")):
        return
    if tree.lemma(verb) == "pursue" and not any(tree.low(c) in {"other", "new"} for c in tree.kids(noun, "amod")):
        return
    if tree.lemma(noun) == "notice" and (tree.kids(noun, "acl", "ccomp", "prep") or tree.kids(verb, "ccomp")):
        # "gave notice | that prices would rise |"
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    words = tree.text(tree.spans[verb][0], tree.spans[noun][1])
    yield from gone(tree, _RULE, [verb, noun, who], ones, stands, manner=words, date=date_of(tree, verb))


def _moves(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Ada Lin's move to Nova", "the defection of Bo Tan to a rival, Nova": where somebody went."""
    for i, word in enumerate(tree.words):
        if word.lemma not in lexicon.events["move_nouns"] or word.pos != "NOUN" or tree.quoted[i] is not None:
            continue
        who = [m for c in (*tree.kids(i, "poss"), *under(tree, i, frozenset({"of", "by"}))) for m in
               people(tree, c, lexicon)]  # fmt: skip
        bodies = [b for n in under(tree, i, frozenset({"to"})) if (b := body_of(tree, n)) is not None]
        vague = any(tree.low(c) in {"possible", "rumoured", "rumored", "no", "any", "planned", "reported", "alleged"}
                    for c in tree.kids(i, "amod", "det"))  # fmt: skip
        if not who or not bodies or vague or tree.lemma(tree.head(i)) in lexicon.events["unreal"] | {"deny", "reject"}:
            continue
        yield from joined(tree, [i], who, bodies[0], Colour(), since=date_of(tree, i), presupposed=True)
