"""A deed told by a verb and taken up by a noun: "Nova bought Odran. The purchase cost 4 million."."""

from __future__ import annotations

from typing import Final

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.graph import Graph, Node

#: Nouns that name a deed and hardly ever what comes of it, as a report, a building or a study may.
_EVENTS: Final = frozenset(
    """sale purchase acquisition takeover merger departure resignation retirement dismissal appointment election
    closure closing order arrest move relocation theft murder rescue donation loan payment recall withdrawal
    cancellation postponement suspension demolition evacuation renovation refusal rejection approval death visit
    promotion nomination return arrival eviction expulsion collapse""".split()
)
#: Deeds of which one may be called by the noun of another: who buys is sold to.
_KIN: Final = tuple(
    frozenset(group.split())
    for group in (
        "sell buy acquire purchase take_over offload merge",
        "leave resign depart quit exit step_down retire go dismiss fire sack",
        "close shut shut_down close_down",
        "move relocate",
    )
)


def recall(said: Graph, words: Paraphrase) -> None:
    """Give such a noun and its verb one number, where no other deed of the passage may be meant."""
    for at, noun in enumerate(list(said.nodes)):
        if noun.lemma not in _EVENTS or noun.tag != "NN" or noun.verb or noun.virtual or noun.entity >= 0:
            continue
        if noun.determiner != "the" or noun.negated or any(e.own for e in said.out.get(noun, ())):
            continue
        verb = _deed_meant(said, noun, words)
        if verb is not None and verb.entity < 0:
            noun.entity = verb.entity = 5000 + at


def _deed_meant(said: Graph, noun: Node, words: Paraphrase) -> Node | None:
    """The only deed of the passage that the noun can mean, if that was told before it."""
    named = set(words.deed_of(noun.lemma))
    near = named | {v for group in _KIN if group & named for v in group}
    deeds = [n for n in said.nodes if n.verb and not n.virtual and _means(n, near, words)]
    others = [n for n in said.nodes if n is not noun and n.lemma == noun.lemma and not n.verb and not n.virtual]
    if len(deeds) != 1 or others:
        return None
    deed = deeds[0]
    told = deed.sentence < noun.sentence and not (deed.negated or deed.asks or deed.condition)
    return deed if told and any(words.holds(deed.lemma, v, "verbs") for v in named) else None


def _means(deed: Node, near: set[str], words: Paraphrase) -> bool:
    return any(words.holds(deed.lemma, v, "verbs") or words.holds(v, deed.lemma, "verbs") for v in near)
