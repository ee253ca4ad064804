"""Roles that stand ahead of the name that bears them: "A former head of sales at Nova, | Ada Lin | joined Orvane",
"Once an engineer at Nova, | Bo Tan | …", "the chairs of Nova and Orvane, | Ada Lin and Bo Tan |", "| Ada Lin |'s new
title is head of sales".
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import colour
from briefwright.extract.frames import Frame, Slot, Words
from briefwright.extract.framing import made, name, verbs
from briefwright.extract.noun_phrases import body_of, under
from briefwright.extract.offices import Post, noun_ahead, plural, post
from briefwright.extract.parsed_leading import held, tense_of
from briefwright.extract.syntax import Syntax
from briefwright.names import Mention

_RULE = "parsed-role-beside"
#: what may stand before such a role: "long a member of the board", "now chief engineer"
_WHEN = frozenset("once formerly previously now currently today long until recently still also and but".split())
_GONE = frozenset({"once", "formerly", "previously"})
_ARTICLES = frozenset({"a", "an"})
_PLACES = frozenset({"at", "with", "in", "of"})
_FEWEST = 2
_LONGEST = 5


def fronted(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Every role that is told so."""
    for i in range(2, len(tree.words)):
        if tree.name(i, "P") is not None and tree.words[i - 1].text == "," and tree.quoted[i] is None:
            yield from _ahead(tree, i, lexicon)
    for i in range(3, len(tree.words)):
        if tree.name(i, "P") is not None and tree.quoted[i] is None:
            yield from _with_field(tree, i, lexicon)
    for i in range(len(tree.words)):
        if plural(tree, i) and tree.quoted[i] is None and {tree.low(i), tree.lemma(i)} & lexicon.role_words:
            yield from _each_his(tree, i, lexicon)
    for verb in verbs(tree):
        if tree.lemma(verb) == "be":
            yield from _title(tree, verb, lexicon)


def _ahead(tree: Syntax, person: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| A former research director of Nova |, Ada Lin joined Orvane": the phrase opens the sentence or a clause."""
    named, verb = tree.name(person, "P"), tree.head(person)
    if named is None or tree.dep(person) not in {"nsubj", "nsubjpass"} or verb < person or not tree.verbal(verb):
        return
    if verb + 1 < len(tree.words) and tree.words[verb + 1].text == "," and (
        tree.lemma(verb) in lexicon.speaking or tree.low(verb) in lexicon.reporting
    ):  # fmt: skip
        # "A head of sales, | Ada Lin said |, was hired"
        return
    first = person - 1
    while first > 0 and tree.words[first - 1].text not in {",", ";", ":", "–", "—"}:
        first -= 1
    if first > 0 and tree.words[first - 1].text in {","}:
        # "Nova, an engineer at Orvane, Ada Lin left": whose it is, the commas do not say
        return
    at, gone = first, False
    while at < person - 1 and tree.low(at) in _WHEN:
        gone = gone or tree.low(at) in _GONE
        at += 1
    at += tree.low(at) in _ARTICLES
    head = noun_ahead(tree, at, lexicon) if at < person - 1 else None
    if head is None or head >= person - 1 or plural(tree, head):
        return
    if tree.dep(head) in {"nsubj", "nsubjpass"} and tree.head(head) != verb:
        return
    if any(not _nominal(tree, i) for i in range(at, head)) or any(
        tree.words[i].tag in {"VBZ", "VBD", "VBP", "MD", "WP", "WDT", "WRB", "PRP"} or tree.name(i, "P") is not None
        or tree.quoted[i] is not None for i in range(head + 1, person - 1)
    ):  # fmt: skip
        return
    found = post(tree, head, lexicon)
    if found is not None:
        yield from held(tree, (named,), found, _RULE, gone)


def _with_field(tree: Syntax, person: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Nova's | head of sales | Ada Lin", "vice president of engineering Bo Tan": the field stands before the name."""
    at = person - 1
    while at > 0 and person - at <= _LONGEST and tree.tokens[at] is None and (
        tree.words[at].tag in {"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "CC", "HYPH"}
    ):  # fmt: skip
        at -= 1
    head = at - 1
    if at == person - 1 or head < 0 or tree.low(at) not in {"of", "for"}:
        return
    if tree.low(head) not in lexicon.unique_roles | {"manager"} or plural(tree, head) or tree.quoted[head] is not None:
        return
    between = {w for i in range(at + 1, person) for w in (tree.low(i), tree.lemma(i))}
    if between & (lexicon.role_words | lexicon.organisation_nouns | lexicon.events["people"]):
        # "head of startup | Nova |", "the boss of engineer | Ada Lin |"
        return
    named, found = tree.name(person, "P"), post(tree, head, lexicon)
    if named is None or found is None:
        return
    end = tree.spans[person - 1][1]
    words = Words(text=tree.text(found.words.start, end), start=found.words.start, end=end)
    yield from held(tree, (named,), Post(words, found.body, found.head, found.first), _RULE)


def _nominal(tree: Syntax, i: int) -> bool:
    """May a word stand before the noun of a role: "former Nova | research | director"?"""
    if tree.name(i, "OT") is not None:
        return True
    return tree.words[i].tag in {"JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "VBG", "FW"} or tree.low(i) in {"-"}


def _each_his(tree: Syntax, noun: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "The chief executives of | Nova and Orvane |, | Ada Lin and Bo Tan |, met": to each his own, in order."""
    at = noun + 1
    if at >= len(tree.words) or tree.low(at) not in {"of", "at"}:
        return
    bodies, at = _run(tree, at + 1, "O")
    if len(bodies) < _FEWEST or at + 1 >= len(tree.words) or tree.words[at].text not in {",", ":"}:
        return
    ones, at = _run(tree, at + 1, "P")
    closed = at >= len(tree.words) or tree.words[at].text in {",", ".", ";", ")"} or tree.low(at) == "respectively"
    found = post(tree, noun, lexicon)
    if len(ones) == len(bodies) and closed and found is not None:
        for one, body in zip(ones, bodies, strict=True):
            yield from held(tree, (one,), Post(found.words, body, found.head, found.first), _RULE)


def _run(tree: Syntax, at: int, letter: str) -> tuple[list[Mention], int]:
    """The names of one kind that follow one another, and where they end."""
    out: list[Mention] = []
    while at < len(tree.words):
        if tree.low(at) == "the" and at + 1 < len(tree.words) and tree.name(at + 1, letter) is not None:
            at += 1
        named = tree.name(at, letter)
        if named is None:
            break
        out.append(named)
        step = at + 1
        while step < len(tree.words) and tree.low(step) in {",", "and", "&"}:
            step += 1
        if step == at + 1 or step >= len(tree.words) or tree.name(step, letter) is None:
            return out, at + 1
        at = step
    return out, at


def _title(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Ada Lin's title at Nova is | chief of staff |", "his title is long: | chair, treasurer and head of sales |"."""
    own = next((c for c in tree.kids(verb, "nsubj") if tree.lemma(c) in {"title", "position", "role", "post"}), None)
    if own is None or tree.words[verb].tag not in {"VBZ", "VBD"}:
        return
    owner = next((m for c in tree.kids(own, "poss") if (m := tree.name(c, "PH")) is not None), None)
    stands = colour(tree, verb, lexicon)
    if owner is None or stands is None or stands.polarity == "denied" or stands.future:
        return
    body = next((b for n in under(tree, own, _PLACES) if (b := body_of(tree, n)) is not None), None)
    last = verb
    at = next((i for i in range(verb, len(tree.words)) if tree.words[i].text == ":"), verb) + 1
    while at < len(tree.words):
        while at < len(tree.words) and tree.low(at) in {"and", ",", "that", "of", "the", "now"}:
            at += 1
        head = noun_ahead(tree, at, lexicon) if at < len(tree.words) else None
        found = post(tree, head, lexicon) if head is not None else None
        if head is None or found is None or found.words.start < tree.spans[last][0]:
            return
        slots: dict[str, Slot | None] = {"person": name(owner), "role": found.words, "organisation": name(body),
                                         "tense": tense_of(tree, verb)}  # fmt: skip
        yield made(tree, "role", "parsed-role-is", [verb, head], slots, stands)
        last = max(i for i in range(len(tree.words)) if tree.spans[i][0] < found.words.end)
        at = last + 1
        if at >= len(tree.words) or tree.low(at) not in {",", "and"}:
            return
