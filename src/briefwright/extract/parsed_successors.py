"""Who comes after somebody, told by a noun or a gift: "his successor is Bo Tan", "hands the reins to Bo Tan"."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.comings import arrived
from briefwright.extract.frames import Frame
from briefwright.extract.framing import body_in, date_of, role, verbs
from briefwright.extract.noun_phrases import body_of, holders, people, under
from briefwright.extract.offices import post
from briefwright.extract.syntax import Syntax
from briefwright.names import Mention

_TO = frozenset({"to"})
_NO_HEIR = frozenset({"no", "any", "possible", "potential", "likely", "natural", "permanent", "worthy", "obvious"})


def successors(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Everybody of whom the sentence says that he is somebody's successor, or is handed somebody's office."""
    for i, word in enumerate(tree.words):
        if word.lemma in lexicon.events["successors"] and word.pos == "NOUN" and tree.quoted[i] is None:
            yield from _named(tree, i, lexicon)
    for verb in verbs(tree):
        yield from _handed(tree, verb, lexicon)


def _named(tree: Syntax, noun: int, lexicon: Lexicon) -> Iterator[Frame]:
    """The name that a noun for a successor stands for, by "is", by apposition or by "named … as"."""
    if any(tree.low(c) in _NO_HEIR for c in tree.kids(noun, "det", "amod")) or word_is_plural(tree, noun):
        return
    head, dep = tree.head(noun), tree.dep(noun)
    told: int | None = None
    who: tuple[Mention, ...] = ()
    if dep in {"nsubj", "attr"} and tree.lemma(head) in {"be", "become"}:
        told = head
        other = tree.kids(head, "attr") if dep == "nsubj" else tree.kids(head, "nsubj")
        who = tuple(m for c in other for m in holders(tree, c, lexicon))
    elif dep == "nsubjpass" or (dep in {"oprd", "attr", "dobj"} and tree.kids(head, "auxpass")):
        told = head
        other = (noun,) if dep == "nsubjpass" else tree.kids(head, "nsubjpass")
        who = tuple(m for c in other for m in holders(tree, c, lexicon))
    elif dep == "pobj" and tree.low(head) == "as":
        told = tree.head(head)
        told = told if tree.verbal(told) else tree.head(told)
        object_ = next(iter(tree.kids(told, "dobj", "nsubjpass")), None)
        if object_ is not None and tree.low(object_) in {"whom", "who", "that"} and tree.dep(told) == "relcl":
            object_ = tree.head(told)
        who = holders(tree, object_, lexicon) if object_ is not None else ()
        if tree.lemma(told) not in lexicon.events["appoint"] | {"announce", "present", "confirm", "propose"}:
            return
    if not who:
        # "its successor, | Bo Tan |", "Bo Tan, | his successor |"
        told = None
        who = people(tree, noun, lexicon)
        if not who and dep == "appos" and (named := tree.name(head, "P")) is not None:
            who = (named,)
    if not who:
        return
    stands = Colour() if told is None else colour(tree, told, lexicon)
    if stands is None:
        return
    old = [m for c in (*tree.kids(noun, "poss"), *under(tree, noun, frozenset({"of", "to"}))) for m in
           people(tree, c, lexicon)]  # fmt: skip
    place = next((p for n in under(tree, noun, frozenset({"as"})) if (p := post(tree, n, lexicon)) is not None), None)
    yield from arrived(
        tree, "parsed-appointment-successor", [noun] if told is None else [noun, told], who[:1], stands,
        manner="successor", date=date_of(tree, told) if told is not None else None, old=old[0] if old else None,
        role=role(place), body=body_in(place), presupposed=told is None,
    )  # fmt: skip


def displaced(tree: Syntax, verb: int, lexicon: Lexicon) -> Mention | None:
    """ "named Bo Tan its chief, replacing | Ada Lin |", "hired Bo Tan to succeed | Ada Lin |": whose office it was."""
    for below in tree.kids(verb, "advcl", "xcomp"):
        to = any(tree.low(c) == "to" for c in tree.kids(below, "aux"))
        if tree.lemma(below) in {"replace", "succeed"} and (to or tree.words[below].tag == "VBG"):
            old = [m for c in tree.kids(below, "dobj") for m in people(tree, c, lexicon)]
            return old[0] if len(old) == 1 else None
    return None


def word_is_plural(tree: Syntax, i: int) -> bool:
    return tree.words[i].tag in {"NNS", "NNPS"}


def _handed(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Ada Lin will hand the reins to | Bo Tan |", "the post goes to | Bo Tan |", "was handed the job"."""
    lemma, passive = tree.lemma(verb), bool(tree.kids(verb, "auxpass", "nsubjpass"))
    helms = lexicon.events["helms"]
    giver = subject(tree, verb)
    new: tuple[Mention, ...] = ()
    old: tuple[Mention, ...] = ()
    office = None
    moves = lemma in {"go", "fall", "pass"} and giver is not None and tree.lemma(giver) in helms and not passive
    if lemma in lexicon.events["hand"] and not moves:
        gifts = tree.kids(verb, "dobj", "nsubjpass", "oprd")
        if not any(tree.lemma(c) in helms for c in gifts):
            return
        office = next((c for c in gifts if tree.lemma(c) in helms), None)
        new = tuple(m for n in under(tree, verb, _TO) for m in people(tree, n, lexicon))
        if passive and not new and giver is not None:
            new = holders(tree, giver, lexicon)
        elif giver is not None and not passive:
            old = holders(tree, giver, lexicon)
    elif moves:
        office = giver
        new = tuple(m for n in under(tree, verb, _TO) for m in people(tree, n, lexicon))
    if not new or office is None:
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    place = next((p for n in under(tree, office, frozenset({"of", "as"})) if (p := post(tree, n, lexicon))), None)
    body = next((b for n in under(tree, office, frozenset({"at", "of"})) if (b := body_of(tree, n))), None)
    yield from arrived(
        tree, "parsed-appointment-takes", [verb, office], new, stands, manner="took over", date=date_of(tree, verb),
        body=body or body_in(place), role=role(place), old=old[0] if len(old) == 1 else None,
    )  # fmt: skip
