"""Clauses, speakers and second objects that a small model hangs on the wrong word."""

from __future__ import annotations

from briefwright.verify.appositions import Apposed

#: Verbs with somebody and what he is told.
_INFORMED = frozenset("inform notify assure remind warn tell convince persuade promise advise".split())


class Hung(Apposed):
    """A sentence whose clauses and objects hang where the language shows that they belong."""

    def _informed(self) -> None:
        """ "Informed the board that he would leave", "told them in a memo that he would": what they were told.

        Nothing that is said of the board or the memo: the clause has its own subject, and nothing is left out of it.
        """
        for i, t in enumerate(self.tokens):
            noun = t.head
            if t.relation not in {"relcl", "acl"} or self.tokens[noun].relation not in {"dobj", "pobj", "dative"}:
                continue
            verb = self.tokens[noun].head
            if self.tokens[noun].relation == "pobj" and self.tokens[verb].text.casefold() in {"in", "on", "at"}:
                verb = self.tokens[verb].head
            that = [c for c in self.children[i] if self.tokens[c].text.casefold() == "that"]
            told = self.tokens[verb].lemma in _INFORMED and self._kids(i, "nsubj", "nsubjpass", "expl")
            if told and that and noun < that[0] < i and that[0] not in self._kids(i, "nsubj", "nsubjpass"):
                self._move(i, verb, "ccomp")
                self._move(that[0], i, "mark")

    def _speaker_apart(self) -> None:
        """ "…, a spokeswoman, Ada Lin, said": the spokeswoman says it, whatever the noun before the commas is."""
        for verb, t in enumerate(self.tokens):
            if t.lemma not in self.words.speech or verb < 5 or self._kids(verb, "nsubj", "nsubjpass"):
                continue
            name, role = verb - 2, verb - 4
            commas = {self.units[verb - 1].surface, self.units[name - 1].surface}
            if commas != {","} or self.units[name].kind != "name":
                continue
            noun = self.tokens[role]
            first = min([role, *self.children[role]])
            alone = self.units[role].kind == "word" and noun.tag == "NN" and noun.lemma in self.lexicon.role_words
            if alone and noun.relation == "appos" and noun.head < first and self.units[first - 1].surface == ",":
                self._move(role, verb, "nsubj")
                self._move(name, role, "appos")

    def _far_objects(self) -> None:
        """ "Reported revenue of 640, up from 450, and | a loss | of 215": a second object, and no second deed."""
        for i, t in enumerate(self.tokens):
            verb = t.head
            if t.relation != "conj" or t.tag not in {"NN", "NNS"} or not self._is_verb(verb) or self._is_verb(i):
                continue
            objects = [c for c in self._kids(verb, "dobj") if verb < c < i]
            joined = [c for c in self._kids(verb, "cc") if objects and objects[-1] < c < i]
            first = min([i, *self.children[i]])
            told = [c for c in self.children[i] if self.tokens[c].relation not in {"relcl", "acl"}]
            plain = not any(map(self._is_verb, told))
            if joined and joined[-1] == first - 1 and plain and self.tokens[joined[-1]].text.casefold() == "and":
                self._move(i, objects[-1], "conj")
                self._move(joined[-1], objects[-1], "cc")
