"""Whom the clause of an amount is relayed from, read off the tree: "the agency said it had received 17 complaints"."""

from __future__ import annotations

from briefwright.codebook import Lexicon
from briefwright.extract.frames import Voice
from briefwright.extract.parsed import Node, Tree
from briefwright.extract.voices import NOBODY, by_name, in_words
from briefwright.names import Mention

#: how a clause hangs on the verb that relays it
_RELAYED = frozenset({"ccomp", "parataxis"})
#: how a word hangs on its clause, on the way up to the clause's verb
_WAYS_UP = 12
#: A voice of more words than this is a misread sentence.
_MOST = 12


def relayed(tree: Tree, node: Node, lexicon: Lexicon) -> Voice | None:
    """The nearest voice over a word: the subject of a verb of saying, or whom an "according to" of its clause names.

    None where there is none, or only a pronoun.
    """
    at = node
    for _ in range(_WAYS_UP):
        if at.verb:
            for prep in tree.below(at, "prep"):
                if prep.low == "according":
                    named = [n for to in (prep, *tree.below(prep, "prep")) for n in tree.below(to, "pobj")]
                    return _voice(tree, named[0], "according to") if named else None
        head = tree.head(at)
        if head is None:
            return None
        if at.verb and at.dep in _RELAYED and head.low in lexicon.reporting:
            who = next(iter(tree.below(head, "nsubj")), None)
            return _voice(tree, who, head.low) if who is not None else None
        at = head
    return None


def _voice(tree: Tree, who: Node, verb: str) -> Voice | None:
    if who.low in NOBODY:
        return None
    if who.token is not None and isinstance(who.token.value, Mention):
        return by_name(who.token.value, verb, (0, 0))
    inside = sorted(_all(tree, who), key=lambda n: n.i)
    text = tree.tagged.passage.text[inside[0].start : inside[-1].end]
    fits = len(text.split()) <= _MOST and "," not in text and who.noun
    return in_words(text, verb, (0, 0)) if fits else None


def _all(tree: Tree, node: Node) -> list[Node]:
    return [node, *(n for child in tree.below(node) if child.dep not in {"punct", "appos"} for n in _all(tree, child))]
