"""Amounts told by the words around them: who does it is named, and what is done is told as the text has it."""

from __future__ import annotations

import re

from briefwright.codebook import Amounts
from briefwright.extract.countings import Reading
from briefwright.extract.holders import Thing
from briefwright.extract.measured import verb_over
from briefwright.extract.parsed import Node, Tree
from briefwright.extract.tellable import NO_COUNT, of_nobody
from briefwright.extract.tokens import Token
from briefwright.names import Mention
from briefwright.quantities import Quantity, find_quantities
from briefwright.text import fold

#: so many words of a predicate may be told in front of an amount
_PREDICATE = 12
_POINTS = frozenset({"which", "that", "who", "it", "they", "he", "she"})
_MODIFIES = frozenset({"compound", "amod", "nmod", "nummod", "quantmod"})
_STOPS = re.compile(r"[;:()“”\"|]|, (?!(?:\d|and|or|worth|valued|costing)\b)|\bwho\b|\bwhich\b")
_RANGED = re.compile(r" (?:between|from)$", re.IGNORECASE)


def predicate(tree: Tree, token: Token, value: Quantity, reading: Reading) -> tuple[Thing, tuple[int, int]] | None:
    """Who does it, and the words from the verb to the amount: "Orrin | cut the time for tests to | four weeks".

    What the amount measures need not be known: the words say it. None unless who does it is named before the verb.
    """
    over, node = verb_over(tree, token), tree.of(token)
    if over is None or node is None or value.kind == "ratio" or of_nobody(tree, token):
        return None
    head, text = tree.head(node), fold(tree.tagged.passage.text)
    amount = head is not None and head.token is not None and isinstance(head.token.value, Quantity)
    if head is not None and not amount and node.dep in _MODIFIES and head.start >= max(value.end, value.noun_end):
        # "is shopping its 22 percent | stake | around"
        return None
    at = _where(text, value)
    if at is None or (value.kind == "percent" and text.startswith(" of ", value.end)):
        # "was promised 40% | of the group's 60,000 cards"
        return None
    begun = min([over.start, *(c.start for c in tree.below(over, "aux", "auxpass") if c.i < over.i)])
    subject = next(tree.below(over, "nsubj", "nsubjpass"), None)
    named = reading.owner.name is not None and reading.owner.end <= begun
    if named and subject is not None and subject.token is None and subject.low not in _POINTS:
        # "its shares | ended the day": not the owner did; "the small version, | Lumen 4 |, reacts in": it does
        named = any(c.start == reading.owner.start for c in tree.below(subject, "appos"))
    if (told := _told_of(tree, over)) is not None and (told.token is None or told.start != reading.owner.start):
        # "sign nothing with Orrin | that runs for twelve months": it is not Orrin that runs
        return None
    who = reading.owner if named else _subject(tree, over)
    words = text[begun:at]
    if who is None or begun < who.end or _STOPS.search(words) or not 0 < len(words.split()) <= _PREDICATE:
        return None
    further = any(n.tag in {"VBZ", "VBP", "VBD"} and begun <= n.start < begun + len(words) and n is not over
                  for n in tree.nodes)  # fmt: skip
    if over.tag in {"VB", "VBG"} and begun == over.start:
        # "makes | do with 24 GB": no finite verb
        return None
    if words.startswith("to ") or " and " in text[begun : over.start] or (further and over.start == begun):
        # "to divide the lab into", "makes | do with 24 GB and reacts in"
        return None
    ranged = _RANGED.search(words.rstrip()) if value.high is not None else None
    return who, (begun, begun + (ranged.start() if ranged else len(words)))


def _told_of(tree: Tree, verb: Node) -> Node | None:
    """The word that the clause of a verb is about, where it is a clause with "which" or "that"."""
    top: Node | None = verb
    while top is not None and top.dep == "conj":
        top = tree.head(top)
    return tree.head(top) if top is not None and top.dep in {"relcl", "acl"} else None


def _subject(tree: Tree, verb: Node) -> Thing | None:
    """The name that is the subject of a verb of its own clause."""
    subject = next(tree.below(verb, "nsubj", "nsubjpass"), None)
    if subject is None or subject.token is None or not isinstance(subject.token.value, Mention):
        return None
    if any(tree.below(subject, "conj", "poss")) or subject.token.value.kind in {"place", "term"}:
        return None
    return Thing(subject.token.value, subject.start, subject.end, subject)


def _where(text: str, value: Quantity) -> int | None:
    """Where the number of a value begins; of "from 60 to | 75 per cent" both ends are values of their own."""
    for q in find_quantities(text):
        if q.start != value.start:
            continue
        if (q.low, q.high) == (value.low, value.high) or q.low == value.low:
            return value.start if q.high == value.high or text[: q.start].endswith("from ") else None
        second = text.find(" to ", q.start, q.end)
        if q.high == value.low and value.high is None and second > 0 and text[: q.start].endswith("from "):
            return second + len(" to ")
    return None


def of_the_body(tree: Tree, token: Token, value: Quantity, words: Amounts) -> Reading | None:
    """ "| The laboratory | employs 310 people": of a body that the text does not name again, by its own words."""
    over, node = verb_over(tree, token), tree.of(token)
    subject = next(tree.below(over, "nsubj"), None) if over is not None else None
    if over is None or node is None or subject is None or subject.token is not None or over.dep != "ROOT":
        return None
    the = next((c for c in tree.below(subject, "det") if c.low == "the"), None)
    plain = subject.low in words.classes["bodies"] and the is not None and the.i == subject.i - 1
    begun = min([over.start, *(c.start for c in tree.below(over, "aux", "auxpass") if c.i < over.i)])
    straight = over.end <= value.start and not fold(tree.tagged.passage.text)[over.end : value.start].strip()
    if not plain or not straight or value.kind not in {"count", "money"} or the is None:
        return None
    return Reading(owner=Thing(None, the.start, subject.end), relation=(begun, value.start), verb=over.low)


def with_so_many(tree: Tree, token: Token, value: Quantity) -> Thing | None:
    """ "With 264 people in Porto, | Orrin | develops models": who has them."""
    node = tree.of(token)
    top = node
    while top is not None and top.dep in _MODIFIES:
        top = tree.head(top)
    prep = tree.head(top) if top is not None and top.dep == "pobj" else None
    verb = tree.head(prep) if prep is not None and prep.low == "with" and prep.i == 0 else None
    if verb is None or not verb.verb or value.kind != "count" or value.unit.casefold() in NO_COUNT or not value.unit:
        return None
    who = _subject(tree, verb)
    return who if who is not None and who.start > value.end else None
