"""Sentences whose verb a small model takes for a modifier, and objects that it takes for subjects."""

from __future__ import annotations

from dataclasses import replace

from briefwright.verify.hung import Hung

_NAMED = frozenset({"NNP", "NNPS", "PRP", "DT", "PRP$"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
#: What an event does as well as who brings it about: "raised 80 million, valuing the firm at 600".
_OF_EVENTS = frozenset("value bring take give leave push lift make mark end cost".split())


class Finite(Hung):
    """A sentence in which what is told of its subject is a verb of its own."""

    def _verbs_behind_modals(self) -> None:
        """ "When a vessel will berth": what "will" stands before is a verb."""
        for i, t in enumerate(self.tokens):
            if (
                t.tag == "NN"
                and self.units[i].kind == "word"
                and any(self.tokens[c].tag == "MD" for c in self._kids(i, "aux"))
            ):
                self.tokens[i] = replace(t, tag="VB")
                self.nodes[i].tag = "VB"

    def _small_clauses(self) -> None:
        """ "Consider the complaint hopeless": the complaint is what they consider, and hopeless as what."""
        for i, t in enumerate(self.tokens):
            verb = t.head
            if t.tag not in _ADJECTIVES or t.relation != "ccomp" or verb >= i or not self._is_verb(verb):
                continue
            told = self._kids(i, "nsubj")
            if (
                len(told) == 1
                and verb < told[0] < i
                and not self._kids(i, "aux", "mark", "cop") + self._kids(verb, "dobj")
            ):
                self._move(told[0], verb, "dobj")
                self._move(i, verb, "oprd")

    def _main_verb_behind(self) -> None:
        """ "The first kitchen burned in April." is a sentence, and not a kitchen that somebody burned."""
        roots = [i for i, t in enumerate(self.tokens) if t.head == i]
        if len(roots) != 1 or not self.units or self.units[-1].surface != "." or self.tokens[0].tag not in _NAMED:
            return
        noun = roots[0]
        if not (self.tokens[noun].tag in {"NN", "NNS", "NNP", "NNPS"} and self.units[noun].kind in {"word", "name"}):
            return
        if any(t.tag in {"VBZ", "VBP", "MD"} or (t.tag == "VBD" and t.relation != "acl") for t in self.tokens):
            return
        verbs = [c for c in self._kids(noun, "acl") if c > noun and self.tokens[c].tag in {"VBD", "VBN"}]
        if len(verbs) != 1 or self._by_somebody(verbs[0]) or self._kids(verbs[0], "oprd", "xcomp", "agent"):
            return
        if self._kids(verbs[0], "dobj") and self.tokens[verbs[0]].lemma in self.words.datives:
            return
        verb = verbs[0]
        for c in [c for c in self.children[noun] if c > verb]:
            self._move(c, verb, self.tokens[c].relation)
        self._move(verb, verb, "ROOT")
        self._move(noun, verb, "nsubj")
        self.tokens[verb] = replace(self.tokens[verb], tag="VBD")
        self.nodes[verb].tag = "VBD"

    def _nouns_before_verbs(self) -> None:
        """ "The 9B model | rivals | larger systems": a noun before the only verb is its subject."""
        for verb, t in enumerate(self.tokens):
            if t.head != verb or t.tag not in {"VBZ", "VBD"} or self._kids(verb, "nsubj", "nsubjpass", "csubj", "expl"):
                continue
            nouns = [c for c in self._kids(verb, "compound") if c == verb - 1 and self.tokens[c].tag[:2] == "NN"]
            if len(nouns) != 1:
                continue
            for c in [c for c in self.children[verb] if c < nouns[0]]:
                if self.tokens[c].relation in {"det", "nummod", "amod", "poss", "compound"}:
                    self._move(c, nouns[0], self.tokens[c].relation)
            self._move(nouns[0], verb, "nsubj")

    def _agents_behind_quotes(self) -> None:
        """ "Was described as “a loss” by Ada Lin": she described it, whatever the grammar hangs "by" on."""
        for p, t in enumerate(self.tokens):
            if t.relation != "prep" or t.text.casefold() != "by" or self.units[t.head].kind != "quote":
                continue
            at = self.tokens[t.head].head
            while self.tokens[at].head != at and not self._is_verb(at):
                at = self.tokens[at].head
            if self._is_verb(at) and self._kids(at, "auxpass") and not self._kids(at, "agent"):
                self._move(p, at, "agent")

    def _subject(self, i: int, depth: int = 0) -> tuple[int, bool] | None:
        """None for "…, valuing the firm at 600 million", which may be told of all that stands before."""
        t = self.tokens[i]
        if t.tag == "VBG" and t.relation in {"advcl", "acl"} and t.lemma in _OF_EVENTS and t.head < i:
            first = min([i, *(c for c in self.children[i] if c < i)])
            if first and self.units[first - 1].surface == ",":
                return None
        return super()._subject(i, depth)

    def _by_somebody(self, verb: int) -> bool:
        by = [c for c in self._kids(verb, "prep") if self.tokens[c].text.casefold() == "by"]
        return any(self.units[k].kind in {"name", "word"} for c in by for k in self._kids(c, "pobj"))
