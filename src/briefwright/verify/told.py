"""Clauses that are told and not asserted: what a report says, what is asked, what "it was not Nova" denies."""

from __future__ import annotations

from briefwright.verify.grammar import RELATIVE, Grammar


class Told(Grammar):
    """A sentence of which it is known what its clauses hang on without being marked for it."""

    def _in_a_tale(self, i: int) -> bool:
        """ "A report that Nova lost money", "a novel in which it did", "a city where nobody works"."""
        t = self.tokens[i]
        if t.relation not in {"relcl", "acl"} or t.head == i or self.units[t.head].kind != "word":
            return False
        subjects = self._kids(i, "nsubj", "nsubjpass", "expl")
        if not subjects or self.tokens[subjects[0]].text.casefold() in RELATIVE:
            return False
        noun = self.tokens[t.head]
        opens = [
            k for k in range(t.head + 1, subjects[0] + 1) if self.tokens[k].text.casefold() in {*RELATIVE, "where"}
        ]
        if noun.lemma in self.words.claims and opens:
            return True
        a = any(self.tokens[c].text.casefold() in {"a", "an", "any"} for c in self._kids(t.head, "det"))
        place = opens and (self.tokens[opens[0]].text.casefold() == "where" or self.tokens[opens[0] - 1].tag == "IN")
        return bool(place) and (a or noun.tag == "NNS")

    def _cleft(self, i: int) -> int | None:
        """The verb of "it was not Nova that left", "it may have been Nova": what follows is no more sure than it."""
        t = self.tokens[i]
        at = t.head if t.relation == "relcl" else i
        for _ in range(4):
            if t.relation == "relcl" and not self._is_verb(at):
                at = self.tokens[at].head
        if at == i or self.tokens[at].lemma != "be":
            return None
        it = any(self.tokens[c].text.casefold() == "it" for c in self._kids(at, "nsubj"))
        sure = not self._kids(at, "neg") and not any(self.tokens[c].tag == "MD" for c in self._kids(at, "aux"))
        return at if it and not sure else None

    def _asked(self, i: int) -> str:
        """ "Whether" or "if" right before a clause, however the grammar hangs it: "about the budget and whether …"."""
        if self.tokens[i].relation in {"ROOT", "relcl"}:
            return ""
        left, todo, seen = i, [i], set[int]()
        while todo:
            x = todo.pop()
            if x in seen:
                continue
            seen.add(x)
            left = min(left, x)
            todo += [c for c in self.children[x] if self.tokens[c].relation not in {"advcl", "parataxis"}]
        near = [self.tokens[k].text.casefold() for k in (left, left - 1) if k >= 0]
        before = self.tokens[left - 2].text.casefold() if left > 1 else ""
        return next((w for w in near if w in {"whether", "if"} and before not in {"as", "even"}), "")
