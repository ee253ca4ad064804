"""Goings told by what is no more: "is no longer responsible for safety", "will not be coming back to Nova", "they let
go of Ada Lin", "goes into retirement". They are recorded in the text's own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import colour, subject
from briefwright.extract.comings import gone
from briefwright.extract.frames import Frame
from briefwright.extract.framing import body_in, date_of, role, verbs
from briefwright.extract.noun_phrases import body_of, doers, holders, listed, under
from briefwright.extract.offices import post
from briefwright.extract.syntax import Syntax
from briefwright.names import Mention

#: the text's own words are shown as such
_RULE = "parsed-departure-told"
_TO = frozenset({"to"})
_OF = frozenset({"of"})
_AT = frozenset({"at", "in", "over"})
_BACK = frozenset({"come", "return", "go"})


def ends(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Everybody of whom the sentence tells in one of these ways that he is gone or goes."""
    for verb in verbs(tree):
        yield from _not_in_charge(tree, verb, lexicon)
        yield from _not_back(tree, verb, lexicon)
        yield from _let_go_of(tree, verb, lexicon)
        yield from _into_retirement(tree, verb, lexicon)


def _not_in_charge(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Ada Lin is no longer | responsible for safety |", "no longer | in charge of sales |", "no longer | chair |"."""
    longer = next((c for c in tree.kids(verb, "advmod") if tree.low(c) == "longer"), None)
    if tree.lemma(verb) != "be" or longer is None or tree.low(longer - 1) != "no":
        return
    last, place = None, None
    for word in tree.kids(verb, "acomp"):
        if tree.low(word) == "responsible":
            last = next((max(tree.subtree(n)) for n in under(tree, word, frozenset({"for"}))), None)
    for charge in under(tree, verb, frozenset({"in"})):
        if tree.lemma(charge) in {"charge", "command", "control"}:
            last = max(tree.subtree(charge))
    for noun in tree.kids(verb, "attr"):
        # "no longer | an engineer |" tells of a life, not of an office
        if not any(tree.low(c) in {"a", "an"} for c in tree.kids(noun, "det")):
            place = post(tree, noun, lexicon)
            last = noun if place is not None else last
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if last is None or who is None or stands is None or not (ones := doers(tree, verb, who, lexicon)):
        return
    if stands.voice is not None and stands.voice.verb in lexicon.denial:
        # "denied that she is no longer in charge"
        return
    words = tree.text(tree.spans[longer - 1][0], tree.spans[last][1])
    if len(words.split()) > 10 or any(c in words for c in ',;:“”"'):
        return
    yield from gone(
        tree, _RULE, [longer - 1, last, who], ones, replace(stands, polarity="affirmed"), manner=words,
        date=date_of(tree, verb), body=body_in(place), role=role(place),
    )  # fmt: skip


def _not_back(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "will not be coming back to Nova", "isn't returning to the company", "won't go back to her post"."""
    lemma = tree.lemma(verb)
    back = [c for c in tree.kids(verb, "advmod", "prt") if tree.low(c) == "back"]
    if lemma not in _BACK or not (back or lemma == "return") or not tree.kids(verb, "neg"):
        return
    near = [n for h in (verb, *back) for n in under(tree, h, _TO | {"as"})]
    body = next((b for n in near if tree.name(n, "MFGL") is None and (b := body_of(tree, n)) is not None), None)
    known = body is not None or any(tree.lemma(n) in lexicon.events["bodies"] | lexicon.events["posts"] for n in near)
    place = next((p for n in near if (p := post(tree, n, lexicon)) is not None), None)
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    helped = [c for c in tree.kids(verb, "aux") if c < verb]
    coming = {tree.low(c) for c in helped} & {"will", "wo", "is", "are", "'ll", "would"}
    if not (known or place) or who is None or stands is None or not coming or tree.kids(verb, "xcomp", "advcl"):
        return
    if stands.voice is not None and stands.voice.verb in lexicon.denial:
        return
    if stands.polarity != "denied" or not (ones := doers(tree, verb, who, lexicon)):
        return
    last = max(i for i in (verb, *back, *near))
    words = tree.text(tree.spans[min([verb, *helped])][0], tree.spans[last][1])
    yield from gone(
        tree, _RULE, [verb, last, who], ones, replace(stands, polarity="affirmed", future=False), manner=words,
        date=date_of(tree, verb), body=body or body_in(place), role=role(place),
    )  # fmt: skip


def _let_go_of(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova has let go of | Ada Lin and Bo Tan |"."""
    below = next((c for c in tree.kids(verb, "ccomp", "xcomp") if tree.low(c) == "go"), None)
    behind = [n for h in (verb, below) if h is not None for n in under(tree, h, _OF)]
    by = subject(tree, verb)
    if tree.lemma(verb) != "let" or below is None or by is None or len(behind) != 1 or tree.kids(below, "nsubj"):
        return
    ones: tuple[Mention, ...] = listed(tree, behind[0], lexicon)
    body = body_of(tree, by) if tree.name(by, "MFG") is None else None
    told = body is not None or tree.lemma(by) in lexicon.events["bodies"] | {"it", "they"}
    stands = colour(tree, verb, lexicon)
    if not ones or not told or stands is None or holders(tree, by, lexicon):
        return
    # "| Over at Nova |, they have let go of Ada Lin"
    ahead = [n for c in tree.kids(verb, "prep") for h in (c, *tree.kids(c, "prep")) for n in tree.kids(h, "pobj")]
    body = body or next((b for n in ahead if n < verb and (b := tree.name(n, "O")) is not None), None)
    words = tree.text(tree.spans[verb][0], tree.spans[below][1])
    yield from gone(tree, _RULE, [verb, behind[0]], ones, stands, manner=words, date=date_of(tree, verb), body=body)


def _into_retirement(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "goes into retirement", "has gone into early retirement", "enters retirement in May"."""
    lemma = tree.lemma(verb)
    near = list(under(tree, verb, frozenset({"into"}))) if lemma in {"go", "head", "move", "ease"} else []
    near += tree.kids(verb, "dobj") if lemma == "enter" else ()
    noun = next((n for n in near if tree.lemma(n) == "retirement"), None)
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if noun is None or who is None or stands is None or tree.kids(verb, "auxpass"):
        return
    words = tree.text(tree.spans[verb][0], tree.spans[noun][1])
    now = tree.words[verb].tag in {"VBZ", "VBP"} and not tree.kids(verb, "aux")
    yield from gone(
        tree, _RULE, [verb, noun, who], doers(tree, verb, who, lexicon), replace(stands, future=stands.future or now),
        manner=words, date=date_of(tree, verb),
    )  # fmt: skip
