"""Words that a small model leaves loose: quotations, prepositions without a noun, participles of what went before."""

from __future__ import annotations

from dataclasses import replace

from briefwright.verify.finite import Finite

_WRITTEN = frozenset("message post note statement letter tweet slogan motto memo".split())
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


class Loose(Finite):
    """A sentence whose loose words hang where they belong."""

    def _written(self) -> None:
        """ "Her message | “so long” | was read": the message is the noun, the quotation stands beside it."""
        for i, t in enumerate(self.tokens):
            quote = t.head
            if t.relation != "compound" or t.lemma not in _WRITTEN or self.units[quote].kind != "quote" or quote < i:
                continue
            up, relation = self.tokens[quote].head, self.tokens[quote].relation
            if up == quote:
                continue
            for c in [c for c in self.children[quote] if c < i]:
                self._move(c, i, self.tokens[c].relation)
            self._move(i, up, relation)
            self._move(quote, i, "appos")

    def _prepositions(self) -> None:
        """ "Along with | scientist Bo Tan": a preposition takes the noun behind it."""
        for p, t in enumerate(self.tokens):
            if t.relation != "prep" or self._kids(p, "pobj", "pcomp", "prep", "advmod") or t.tag != "IN":
                continue
            noun = p + 1
            while (
                noun < len(self.tokens) and self.tokens[noun].head > noun and self._below(self.tokens[noun].head, noun)
            ):
                noun = self.tokens[noun].head
            while noun < len(self.tokens) and self.tokens[noun].head > noun and self.units[noun].kind != "mark":
                noun = self.tokens[noun].head
            if noun < len(self.tokens) and self.tokens[noun].relation == "appos" and self.tokens[noun].head < p:
                self._move(noun, p, "pobj")
        for p, t in enumerate(self.tokens):
            if t.relation != "prep" or t.text.casefold() != "with" or p < 2 or self.units[p - 1].surface != ",":
                continue
            subject = p - 2
            if self.tokens[subject].relation in {"nsubj", "nsubjpass"} and self.tokens[subject].head == t.head > p:
                self._move(p, subject, "prep")

    def _praised_by(self) -> None:
        """ "After launching the series, | praised by Lin, | Nova …": what was praised is the series."""
        for i, t in enumerate(self.tokens):
            by = [c for c in self._kids(i, "prep", "agent") if c > i and self.tokens[c].text.casefold() == "by"]
            if t.tag not in {"VBD", "VBN"} or t.relation != "advcl" or len(by) != 1 or i < 2:
                continue
            if self._kids(i, "nsubj", "nsubjpass", "dobj", "aux", "auxpass", "mark") or not self._kids(by[0], "pobj"):
                continue
            noun = i - 2
            if self.units[i - 1].surface != "," or self.tokens[noun].tag not in _NOUNS or t.head < i:
                continue
            for c in [c for c in self.children[i] if c < noun]:
                self._move(c, t.head, self.tokens[c].relation)
            self._move(i, noun, "acl")
            self._move(by[0], i, "agent")
            self.tokens[i] = replace(self.tokens[i], tag="VBN")
            self.nodes[i].tag = "VBN"
