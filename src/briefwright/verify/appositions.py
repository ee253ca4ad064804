"""Which name an apposition belongs to: mends where the parser of a small model hangs one on the wrong word."""

from __future__ import annotations

from dataclasses import replace

from briefwright.verify.told import Told

_DESCRIBES = frozenset({"NN", "NNP", "JJ", "VBN", "VBG"})


class Apposed(Told):
    """A sentence whose appositions stand where the language shows that they belong."""

    def _move(self, child: int, head: int, relation: str) -> None:
        """Hang a word on another one."""
        old = self.tokens[child].head
        if child in self.children[old]:
            self.children[old].remove(child)
        if child != head:
            self.children[head].append(child)
            self.children[head].sort()
        self.tokens[child] = replace(self.tokens[child], head=head, relation=relation)
        self.nodes[child].relation = relation

    def _below(self, i: int, top: int) -> bool:
        """Does word i hang on `top`, straight or by others?"""
        seen: set[int] = set()
        while i not in seen:
            if i == top:
                return True
            seen.add(i)
            i = self.tokens[i].head
        return False

    def _holders_behind(self) -> None:
        """ "The editor of its weekly Kompass, Ruben Falk": the editor is Ruben Falk, not the weekly."""
        for i, t in enumerate(self.tokens):
            if t.relation != "appos" or self.nodes[i].kind != "person" or self.units[i].kind != "name":
                continue
            up = t.head
            of = self.tokens[up].head
            if self.nodes[up].kind == "person" or self.tokens[up].relation != "pobj":
                continue
            if self.tokens[of].text not in {"of", "for", "at", "from", "in"}:
                continue
            role = self.tokens[of].head
            low = self.tokens[role].lemma.casefold()
            person = low in self.lexicon.role_words or (low in self.lexicon.holders and self.tokens[role].tag == "NN")
            if person and self.units[role].kind == "word" and low not in self.lexicon.organisation_nouns:
                self._move(i, role, "appos")

    def _named_behind_commas(self) -> None:
        """ "On the same day its chief designer, Ada Lin, said …": who stands in commas is the designer."""
        for i in range(2, len(self.tokens)):
            name, noun = self.tokens[i], self.tokens[i - 2]
            ends = i + 1 == len(self.tokens) or self.units[i + 1].surface in {",", ".", ";"}
            behind = self.units[i + 2].surface.casefold() if i + 2 < len(self.tokens) else ""
            if self.units[i].kind != "name" or self.nodes[i].kind != "person" or self.units[i - 1].surface != ",":
                continue
            role = noun.tag == "NN" and self.units[i - 2].kind == "word" and noun.lemma in self.lexicon.role_words
            subject = name.head > i and name.relation in {"nsubj", "nsubjpass"}
            misread = noun.relation in {"pobj", "npadvmod", "dep", "nmod", "appos"}
            if role and ends and behind not in {"and", "or"} and subject and misread:
                self._move(i - 2, i, "appos")

    def _roles_behind_names(self) -> None:
        """ "The exit was that of Ada Lin, the chief scientist, who …": the scientist is Ada Lin, not the exit."""
        for k, t in enumerate(self.tokens):
            first = min([k, *(c for c in self.children[k] if self.units[c].kind != "mark")])
            i = first - 2
            role = (
                t.tag == "NN"
                and self.units[k].kind == "word"
                and t.lemma in self.lexicon.role_words | self.lexicon.holders
            )
            if not role or i < 1 or self.units[i + 1].surface != "," or self.units[i].kind != "name":
                continue
            ends = k + 1 == len(self.tokens) or self.units[k + 1].surface in {",", ".", ";"}
            named = self.nodes[i].kind == "person" and self.tokens[i].relation in {"pobj", "dobj"}
            misread = t.relation in {"attr", "oprd", "npadvmod", "dep"} and t.head < i and not self._below(i, k)
            if ends and named and misread:
                self._move(k, i, "appos")

    def _names_before_nouns(self) -> None:
        """ "The lead of Nova's Lumen language-model project": the project is the noun, Lumen its name."""
        for k, t in enumerate(self.tokens):
            if t.relation != "appos" or t.tag not in {"NN", "NNS"} or self.units[k].kind != "word":
                continue
            name = k - 1
            while name > 0 and self.units[name].kind == "word" and self.tokens[name].tag in {"JJ", "NN", "HYPH"}:
                name -= 1
            person = self.nodes[name].kind == "person" or t.lemma in self.lexicon.role_words
            apart = self._kids(k, "det", "poss", "appos") or t.head > name or name < 1
            if self.units[name].kind != "name" or person or apart or self.tokens[name].relation == "compound":
                continue
            up, relation = self.tokens[name].head, self.tokens[name].relation
            if up == name:
                continue
            self._move(k, up, relation)
            for c in [c for c in self.children[name] if c < name]:
                self._move(c, k, self.tokens[c].relation)
            for c in range(name + 1, k):
                self._move(c, k, "amod" if self.tokens[c].tag == "JJ" else "compound")
            self._move(name, k, "compound")

    def _people_in_lists(self) -> None:
        """ "The exit of Lin, scientist Bo Tan, and intern Kai Li": three people, of whom none is the exit."""
        for i, t in enumerate(self.tokens):
            if t.relation != "appos" or self.nodes[i].kind != "person" or self.units[i].kind != "name":
                continue
            first = i
            while first > 1 and self.units[first - 1].kind == "word" and self.tokens[first - 1].tag in _DESCRIBES:
                first -= 1
            last = [c for c in self._kids(i, "conj") if self.units[c].kind == "name" and c > i]
            before = first - 2
            if not last or before < 1 or self.units[first - 1].surface != "," or self.units[before].kind != "name":
                continue
            if self.nodes[before].kind in {"", "person"} and first < i and not self._below(before, i):
                self._move(i, before, "conj")

    def _behind_of(self) -> None:
        """ "The board of the mining firm Orla": the firm is Orla, not the board."""
        for i, t in enumerate(self.tokens):
            firm = [c for c in self._kids(i, "compound", "nmod") if c == i - 1 and self._role_before(c, i)]
            if t.relation != "appos" or self.units[i].kind != "name" or not firm or t.head > firm[0]:
                continue
            of = [p for p in self._kids(t.head, "prep") if t.head < p < i and not self._kids(p, "pobj", "pcomp")]
            if of and "," not in {u.surface for u in self.units[of[-1] : i]}:
                self._move(i, of[-1], "pobj")

    def _firms_behind(self) -> None:
        """ "The head of Lumora, an AI startup": Lumora is the startup, not the head."""
        for i, t in enumerate(self.tokens):
            if t.relation != "appos" or self.units[i].kind != "word" or t.lemma not in self.lexicon.organisation_nouns:
                continue
            role = t.head
            for p in self._kids(role, "prep"):
                for o in self._kids(p, "pobj"):
                    firm = self.units[o].kind == "name" and self.nodes[o].kind not in {"person", "place"}
                    if firm and o < i and not self._below(o, i) and self.tokens[role].lemma in self.lexicon.role_words:
                        self._move(i, o, "appos")

    def _dates_of_persons(self) -> None:
        """ "Succeeded by Ada Lin in July": the date is of the deed, for a person has none."""
        for p, t in enumerate(self.tokens):
            dated = [c for c in self._kids(p, "pobj") if self.units[c].kind == "date"]
            who = t.head
            if t.relation != "prep" or not dated or self.units[who].kind != "name" or self.nodes[who].kind != "person":
                continue
            up = self.tokens[who].head
            while not self._is_verb(up) and self.tokens[up].head != up:
                up = self.tokens[up].head
            if self._is_verb(up) and up < who:
                self._move(p, up, "prep")
