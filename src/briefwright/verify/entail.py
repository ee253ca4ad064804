"""Does a passage prove a sentence of free text? Both are read as graphs and laid over each other."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from briefwright.codebook import Codebook
from briefwright.verify.beside import beside
from briefwright.verify.bridge import bridge
from briefwright.verify.compare import compare
from briefwright.verify.complete import complete, number_parts
from briefwright.verify.ellipsis import ellipsis, happened
from briefwright.verify.firms import firms
from briefwright.verify.follow import follow
from briefwright.verify.frames import receivers, take_frames, with_frames
from briefwright.verify.graph import Graph
from briefwright.verify.infer import infer
from briefwright.verify.match import Match
from briefwright.verify.mentions import discourse
from briefwright.verify.particles import take_prepositions, with_prepositions
from briefwright.verify.reading import graph
from briefwright.verify.recall import recall
from briefwright.verify.refer import refer, resolve_pronouns
from briefwright.verify.retell import retell
from briefwright.verify.sums import one_of_each, sums_twice
from briefwright.verify.threads import threads
from briefwright.verify.trade import trade
from briefwright.verify.turns import shortened, without_shared_contrasts
from briefwright.verify.usual import usual
from briefwright.verify.values import Names
from briefwright.verify.verdict import Fault
from briefwright.verify.voices import heard, join, turns
from briefwright.verify.words import READINGS, Known, full_names, known, one_way


@dataclass(frozen=True, slots=True, eq=False)
class _Shared:
    """A codebook that is its own key."""

    codebook: Codebook

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shared) and other.codebook is self.codebook

    def __hash__(self) -> int:
        return id(self.codebook)


@functools.lru_cache(maxsize=64)
def _passage(text: str, codebook: _Shared, learnt: Known, around: str, whole: bool) -> tuple[Graph, Names] | None:
    """The graph of a passage with its names; many claims may cite one."""
    said = _heard(text, codebook.codebook, learnt, whole)
    if said is None:
        return None
    found = [n.unit.surface for n in said.nodes if n.unit.kind == "name"]
    spelt = full_names(one_way(around), codebook.codebook.lexicon)
    names = Names(codebook.codebook, text, [*found, *spelt])
    refer(said, names, codebook.codebook.lexicon, codebook.codebook.paraphrase, spelt, one_way(around))
    bridge(discourse(said, codebook.codebook.lexicon, codebook.codebook.paraphrase, spelt, one_way(around)))
    receivers(said)
    with_prepositions(said, codebook.codebook.paraphrase)
    with_frames(said, codebook.codebook.paraphrase)
    complete(said, codebook.codebook.paraphrase)
    follow(said, codebook.codebook.paraphrase)
    retell(said, codebook.codebook.paraphrase)
    infer(said, codebook.codebook.paraphrase)
    usual(said, codebook.codebook.paraphrase)
    trade(said)
    firms(said, codebook.codebook.paraphrase)
    threads(said)
    recall(said, codebook.codebook.paraphrase)
    compare(said)
    beside(said)
    heard(said)
    return said, names


def _heard(text: str, codebook: Codebook, learnt: Known, whole: bool) -> Graph | None:
    """The graph of a passage; of an interview, turn by turn."""
    spoken = turns(text)
    if not spoken:
        return graph(shortened(text), codebook, learnt, whole_quotes=whole)
    parts = [(turn, graph(shortened(turn.text), codebook, learnt, whole_quotes=whole)) for turn in spoken]
    read = tuple((turn, part) for turn, part in parts if part is not None)
    return join(read) if len(read) == len(parts) else None


def entails(passage: str, claim: str, codebook: Codebook, around: str = "") -> tuple[Fault, ...] | None:
    """What keeps the passage from proving the claim; nothing when it is proved, None where no grammar can be read.

    `around` is the text that the passage is from: it may spell out a name that the passage shortens, and tell
    what sort of thing a name is of ("the bank" is Orla, if it speaks of "the bank Orla"), and nothing else.
    """
    plain, unequal = sums_twice(passage, without_shared_contrasts(passage, claim))
    faults = _entails(one_of_each(passage, plain), plain, _Shared(codebook), around)
    return faults if faults is None or unequal is None else (*faults, unequal)


@functools.lru_cache(maxsize=4096)
def _entails(passage: str, claim: str, shared: _Shared, around: str) -> tuple[Fault, ...] | None:
    codebook = shared.codebook
    best: list[Fault] | None = None
    learnt = known(codebook.lexicon, one_way(passage), one_way(claim), one_way(around))
    quoted = '"' in passage + claim or "“" in passage + claim
    for other, whole in [(r, w) for r in range(READINGS) for w in ((True, False) if quoted else (True,))]:
        if other and not any(f.slot == "grammar" for f in best or ()):
            # another reading of the claim where the first one made no sentence of it
            break
        known_passage = _passage(passage, shared, learnt, around, whole)
        asked = graph(claim, codebook, learnt, whole_quotes=whole, reading=other)
        if known_passage is None or asked is None:
            return None
        said, names = known_passage
        refer(asked, names, codebook.lexicon, codebook.paraphrase)
        resolve_pronouns(asked)
        receivers(asked)
        number_parts(asked)
        ellipsis(asked)
        happened(asked, codebook.paraphrase)
        faults = Match(asked, said, names, codebook).faults()
        if faults and take_frames(asked, codebook.paraphrase):
            faults = min(faults, Match(asked, said, names, codebook).faults(), key=lambda f: sum(x.weight for x in f))
        if faults and take_prepositions(asked, codebook.paraphrase):
            # "asked for" may stand there as it is, or as the verb that says the same
            faults = min(faults, Match(asked, said, names, codebook).faults(), key=lambda f: sum(x.weight for x in f))
        if best is None or sum(f.weight for f in faults) < sum(f.weight for f in best):
            best = faults
        if not best:
            break
    return None if best is None else tuple(best)
