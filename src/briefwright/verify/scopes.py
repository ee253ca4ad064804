"""Where the wider word says more than the narrower: "no bank", "did not buy a bank", "every bank", "the largest bank".

There nothing that narrows may be left out, and no word stands for a wider one. The rule is that of monotonicity in
natural logic: what is denied, counted or said of all is said of the narrower alone.
"""

from __future__ import annotations

from briefwright.codebook import Codebook
from briefwright.verify.graph import Graph, Node

_NOBODY = frozenset("nobody nothing none neither".split())
_RANKS = frozenset("first second third fourth fifth last next only sole".split())


class Scopes:
    """Which words of a passage stand in the scope of a denial, a condition, a count or a superlative."""

    def __init__(self, passage: Graph, codebook: Codebook) -> None:
        self.passage, self.words = passage, codebook.paraphrase

    def _turned_about(self, p: Node) -> bool:
        """Stands a word where the wider one says more than the narrower: "did not buy a bank", "the largest bank"?"""
        if not p.verb and (p.quantifier or self._all_of_them(p)):
            return True
        return self._in_denial(p)

    def _in_denial(self, p: Node) -> bool:
        """Is what it stands in denied, refused, asked or put under a condition or limit?"""
        deed, seen = (p if p.verb else p.clause), set[int]()
        if not p.verb and deed is not None and deed.lemma in self.words.denying:
            return True
        while deed is not None and id(deed) not in seen:
            seen.add(id(deed))
            if (deed is not p and self._denied(deed)) or deed.condition or deed.bounds:
                return True
            deed = deed.above[0] if deed.above is not None else None
            if deed is not None and deed.lemma in self.words.denying:
                return True
        return False

    def strict(self, p: Node) -> bool:
        """May nothing be left out that narrows the word: "no large bank", "every new plant", "people over 60"?"""
        mods = self.passage.deps(p, "mod")
        if p.negated or p.quantifier or p.determiner in {"no", "another"}:
            return True
        if any(m.tag in {"JJS", "RBS"} or m.lemma in _RANKS for m in mods) or "only" in p.bounds:
            return True
        if self._in_denial(p) and not (p.determiner == "the" and p.tag == "NN"):
            return True
        bare = p.tag == "NNS" and not p.determiner and not self.passage.deps(p, "num")
        return bare and any(
            e.role == "A0" and e.head.verb and not e.head.virtual and e.head.tense in {"present", "future", "modal"}
            for e in self.passage.into.get(p, ())
        )

    def counted(self, p: Node) -> bool:
        """ "Its 40 senior engineers": they are not its 40 engineers."""
        return p.determiner == "the" and p.tag == "NNS" and bool(self.passage.deps(p, "num"))

    def _denied(self, deed: Node) -> bool:
        """Is it denied of all: "did not leave", "nobody left"?"""
        parts = [*self.passage.deps(deed, "A0"), *self.passage.deps(deed, "A1")]
        return deed.negated or any(n.lemma.casefold() in _NOBODY for n in parts)

    def _all_of_them(self, p: Node) -> bool:
        """ "The engineers", "the first bank", "the largest bank": it is said of no other."""
        mods = self.passage.deps(p, "mod")
        numbered = bool(self.passage.deps(p, "num"))
        several = p.tag in {"NNS", "NNPS"} and not numbered and p.relation not in {"attr", "compound"}
        return several or any(m.tag in {"JJS", "RBS"} or m.lemma in _RANKS for m in mods)
