"""Mends what the parser of a small model gets wrong again and again, before the grammar is read."""

from __future__ import annotations

from dataclasses import replace

from briefwright.language import Parsed
from briefwright.verify.grammar import NOUNS, RELATIVE
from briefwright.verify.loose import Loose

_NOUN_PHRASE = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "case", "advmod"})
_OF_CHANGE = frozenset({"by", "from", "to"})
_PLACES = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr", "conj", "appos", "ROOT", "oprd", "dative"})


class Repaired(Loose):
    """A sentence whose grammar has been mended where rules of the language show that it was read wrongly."""

    def repair(self) -> None:
        """Mend in an order in which each step finds what the one before it left."""
        self._verbs_behind_modals()
        self._main_verb_behind()
        self._nouns_before_verbs()
        self._names_before_nouns()
        self._people_in_lists()
        self._agents_behind_quotes()
        self._written()
        self._prepositions()
        self._praised_by()
        self._small_clauses()
        self._spoken_subjects()
        self._speaker_behind()
        self._informed()
        self._speaker_apart()
        self._far_objects()
        self._no_main_verb()
        self._leads()
        self._second_verbs()
        self._amounts_before_dates()
        self._amounts_behind_prepositions()
        self._describing_nouns()
        self._bare_prepositions()
        self._holders_behind()
        self._named_behind_commas()
        self._roles_behind_names()
        self._dates_of_persons()
        self._behind_of()
        self._firms_behind()
        self._second_halves()
        self._double_subjects()
        self._regraft()
        self._agents_behind()
        self._as_absurd()
        self._without_circles()

    def _without_circles(self) -> None:
        """No word hangs on itself by way of others: where mended steps met in a circle, it is cut open."""
        for i in range(len(self.tokens)):
            at, seen = i, set[int]()
            while self.tokens[at].head != at and at not in seen:
                seen.add(at)
                at = self.tokens[at].head
            if at in seen:
                self._move(at, at, "dep")

    def _agents_behind(self) -> None:
        """ "Were sold to Nova by Orla": Orla sold them, and no work of Orla's is spoken of."""
        for p, t in enumerate(self.tokens):
            if t.text.casefold() != "by" or t.relation not in {"prep", "agent"} or self._is_verb(t.head):
                continue
            named = [c for c in self._kids(p, "pobj") if self.units[c].kind == "name"]
            up = t.head
            made = self.units[up].kind == "name" and self.nodes[up].kind == "product"
            if len(named) != 1 or made or self.units[up].kind not in {"name", "number", *self._counted(up)}:
                continue
            verb = up
            while self.tokens[verb].head != verb and not self._is_verb(verb):
                verb = self.tokens[verb].head
            if self._is_verb(verb) and verb < up and self._passive(verb) and not self._kids(verb, "agent"):
                self._move(p, verb, "agent")

    def _as_absurd(self) -> None:
        """ "Dismissed it as absurd": the quality is what "as" takes, and "as" belongs to the verb."""
        for c, t in enumerate(self.tokens):
            behind_as = self.tokens[t.head].text.casefold() == "as" and self._is_verb(self.tokens[t.head].head)
            if behind_as and t.tag in {"JJ", "VBN"} and t.relation in {"amod", "acomp", "advmod"}:
                self._move(c, t.head, "pobj")
            if t.text.casefold() != "as" or t.relation != "prep" or self._is_verb(t.head):
                continue
            if any(self.units[k].kind == "quote" for k in self._kids(c, "pobj")):
                # "praised her on a podcast as “…”"
                verb = t.head
                while not self._is_verb(verb) and self.tokens[verb].head != verb:
                    verb = self.tokens[verb].head
                if self._is_verb(verb) and verb < c:
                    self._move(c, verb, "prep")

    def _spoken_subjects(self) -> None:
        """ "“…,” said Ada Lin, the chief executive": of two subjects the quotation is what she said."""
        for verb in range(len(self.tokens)):
            own = self._kids(verb, "nsubj", "nsubjpass")
            quotes = [c for c in own if self.units[c].kind == "quote"]
            if quotes and len(own) > len(quotes):
                for c in quotes:
                    self._move(c, verb, "ccomp")

    def _counted(self, i: int) -> set[str]:
        """ "6 million crowns": a number of something."""
        return {"word"} if any(self.units[c].kind == "number" for c in self._kids(i, "nummod")) else set()

    def _no_main_verb(self) -> None:
        """ "The bank Carrick lent 20 million": a sentence without any other main verb, and no relative clause."""
        for noun, t in enumerate(self.tokens):
            name = noun + 1
            if t.head != noun or self.units[noun].kind != "word" or t.tag != "NN" or name >= len(self.tokens):
                continue
            verbs = [c for c in self._kids(noun, "relcl") if name in self._kids(c, "nsubj")]
            rest = self._kids(verbs[0], "dobj", "prep", "advmod", "npadvmod") if len(verbs) == 1 else []
            if rest and self.units[name].kind == "name":
                for c in [c for c in self.children[noun] if c > verbs[0]]:
                    self._move(c, verbs[0], self.tokens[c].relation)
                self._move(verbs[0], verbs[0], "ROOT")
                self._move(noun, name, "compound")

    def _leads(self) -> None:
        """ "The Nova lead Kim Roe left": "lead" is what he is, and what he did stands behind."""
        for i, t in enumerate(self.tokens):
            known = t.text.casefold() in {"lead", "head", "chief"} and t.tag in {"VBP", "VB", "VBZ", "VBD"}
            if not known or i < 2 or i + 1 >= len(self.tokens) or self.units[i - 1].kind != "name":
                continue
            did = [c for c in self._kids(i, "conj", "ccomp") if c > i and self._is_verb(c)]
            if self.units[i + 1].kind != "name" or self.units[i - 2].surface.casefold() != "the" or not did:
                continue
            verb = did[0]
            up, relation = (t.head, t.relation) if t.head != i else (verb, "ROOT")
            for c in list(self.children[i]):
                if c not in {verb, i - 1, i + 1}:
                    self._move(c, verb, self.tokens[c].relation)
            self._move(verb, up, relation)
            self._move(i + 1, verb, "nsubj")
            self.tokens[i] = replace(self.tokens[i], tag="NN", lemma=t.text.casefold())
            self.nodes[i].tag, self.nodes[i].lemma = "NN", t.text.casefold()
            self._move(i, i + 1, "compound")
            self._move(i - 1, i, "compound")

    def _second_verbs(self) -> None:
        """ "Owns a shop and plans to open two": "plans" is a verb, whatever the grammar says."""
        for i, t in enumerate(self.tokens):
            if t.tag != "NNS" or t.relation != "conj" or self.units[i].kind != "word" or not self._is_verb(t.head):
                continue
            if self._kids(i, "xcomp", "dobj", "ccomp") and not self._kids(i, "det", "amod", "poss", "compound"):
                self.tokens[i] = replace(t, tag="VBZ")
                self.nodes[i].tag = "VBZ"

    def _amounts_before_dates(self) -> None:
        """ "Grew 8 % last year": the amount is of the growth, not of the year."""
        for i, t in enumerate(self.tokens):
            if self.units[i].kind == "number" and t.head > i and self.units[t.head].kind == "date":
                up = self.tokens[t.head].head
                if self._is_verb(up) and not self._below(up, i):
                    self._move(i, up, "npadvmod")

    def _amounts_behind_prepositions(self) -> None:
        """ "Rose by 8 % to 412 million last year": each amount belongs to the preposition before it."""
        for i in range(1, len(self.tokens)):
            p = i - 1
            if self.units[i].kind != "number" or self.tokens[p].text.casefold() not in _OF_CHANGE:
                continue
            behind = self.units[i + 1] if i + 1 < len(self.units) else None
            counts = (
                behind is not None
                and behind.kind in {"word", "name"}
                and self.tokens[i + 1].tag in {*NOUNS, "JJ", "VBN"}
            )
            left = [j for j in range(p) if self._is_verb(j)]
            if counts or not left or self.tokens[i].head == p:
                continue
            verb = left[-1]
            if self.tokens[verb].lemma not in self.words.changes or self._below(verb, p) or self._below(verb, i):
                continue
            dates = [c for c in self._kids(p, "pobj") if self.units[c].kind == "date"]
            self._move(p, verb, "prep")
            self._move(i, p, "pobj")
            for c in dates:
                self._move(c, verb, "npadvmod")

    def _describes(self, i: int) -> bool:
        """Does a noun say what the name right behind it is ("the insurer Salland")?"""
        t, u = self.tokens[i], self.units[i]
        if u.kind != "word" or i + 1 >= len(self.units) or i in self.part_of_name:
            return False
        behind_adjective = i > 0 and self.tokens[i - 1].tag in {"DT", "JJ"} and not u.surface[0].isupper()
        if t.tag not in {"NN", "NNS", "NNP"} and not (behind_adjective and t.tag in {"VBG", "VB", "JJ", "VBP"}):
            return False
        if self.units[i + 1].kind != "name" or self._possessive(i + 1):
            return False
        low = t.lemma.casefold()
        if t.tag == "NNS" and not self._kids(i + 1, "conj"):
            return False
        return low in self.lexicon.role_words or low in self.lexicon.organisation_nouns or low in self.lexicon.holders

    def _possessive(self, i: int) -> bool:
        return i + 1 < len(self.units) and self.units[i + 1].surface in {"'s", "'"}

    def _describing_nouns(self) -> None:
        """ "Bought the insurer Salland": Salland is what was bought, and "insurer" says what it is."""
        for i in range(len(self.tokens) - 1):
            if not self._describes(i):
                continue
            name, t, n = i + 1, self.tokens[i], self.tokens[i + 1]
            if t.head == name:
                self._move(i, name, "compound")
                continue
            if n.relation in {"compound", "nmod", "poss"} and n.head > name:
                continue
            if t.tag in {"VBG", "VB", "JJ", "VBP"}:
                t = self._as_noun(i)
            behind = [c for c in self.children[i] if c > name]
            if t.relation in _PLACES or t.head != i:
                outer, relation = (t.head, t.relation) if t.head != i else (name, "ROOT")
                if self._below(outer, name) and outer != name:
                    continue
                if n.head != i and n.relation in {"nsubj", "nsubjpass"} and t.relation not in {"nsubj", "nsubjpass"}:
                    outer, relation = n.head, n.relation
                if outer == name and relation != "ROOT":
                    continue
                self._move(name, outer, relation)
            else:
                self._move(name, name, "ROOT")
            self._move(i, name, "compound")
            for c in behind:
                if c != name and not self._below(name, c):
                    self._move(c, name, self.tokens[c].relation)

    def _as_noun(self, i: int) -> Parsed:
        """ "To the Belgian holding Lorrain": what the adjective seemed to be in the sentence, the noun is."""
        t = replace(self.tokens[i], tag="NN", lemma=self.units[i].surface.casefold())
        self.tokens[i] = t
        self.nodes[i].tag, self.nodes[i].lemma = "NN", t.lemma
        first = i - 1
        while first > 0 and self.tokens[first - 1].tag in {"DT", "JJ"}:
            first -= 1
        for j in range(first, i):
            if (
                self.tokens[j].tag == "JJ"
                and self.tokens[j].relation in _PLACES
                and not self._below(self.tokens[j].head, j)
            ):
                head, relation = self.tokens[j].head, self.tokens[j].relation
                if head != j and not self._below(head, i):
                    self._move(i, head, relation)
        for j in range(first, i):
            self._move(j, i, "det" if self.tokens[j].tag == "DT" else "amod")
        return self.tokens[i]

    def _second_halves(self) -> None:
        """ "Sterling denies it; the judge has not decided": what follows the semicolon is not what she denies."""
        for i, t in enumerate(self.tokens):
            if (
                t.relation == "ccomp"
                and i < t.head
                and not self._kids(i, "mark")
                and (self._bare(t.head) or self._own_deed(i, t.head))
            ):
                # "the union was told, the council was not"
                self.tokens[i] = replace(t, relation="parataxis")
                self.nodes[i].relation = "parataxis"
                continue
            if t.relation != "ccomp" or i < t.head or not self._kids(t.head, "dobj") or self._kids(i, "mark"):
                continue
            if ";" in {u.surface for u in self.units[t.head : i]}:
                self.tokens[i] = replace(t, relation="parataxis")
                self.nodes[i].relation = "parataxis"

    def _own_deed(self, i: int, other: int) -> bool:
        """ "A advised Nova, B advised Orla": the second has a subject and an object, and is no verb of speech."""
        whole = all(self._kids(k, "nsubj") and self._kids(k, "dobj") for k in (i, other))
        spoken = self.tokens[other].lemma in self.words.speech or any(u.quoted for u in self.units)
        return whole and not spoken and self.tokens[other].lemma not in self.words.denying

    def _bare(self, i: int) -> bool:
        """Is it "was not" or "did not" with nothing behind?"""
        t = self.tokens[i]
        own = {self.tokens[c].relation for c in self.children[i]} - {
            "punct",
            "ccomp",
            "neg",
            "nsubj",
            "nsubjpass",
            "cc",
        }
        return t.lemma in {"be", "do", "have"} and not own and bool(self._kids(i, "neg"))

    def _bare_prepositions(self) -> None:
        """A preposition without an object takes the noun phrase that follows it at once: "CTO of | AI startup Nova"."""
        for p, t in enumerate(self.tokens):
            if t.relation not in {"prep", "agent"} or self._kids(p, "pobj", "pcomp", "prep"):
                continue
            end = p + 1
            while end < len(self.tokens) and (
                self.tokens[end].relation in _NOUN_PHRASE
                and self.tokens[end].head > end
                and self.units[end].kind != "mark"
            ):
                end += 1
            if end >= len(self.tokens) or self.units[end].kind == "mark":
                continue
            noun = self.tokens[end]
            is_noun = noun.tag in NOUNS or self.units[end].kind == "name"
            if (
                is_noun
                and noun.relation in {"appos", "npadvmod", "dep", "conj", "oprd"}
                and not self._kids(end, "nsubj")
            ):
                self._move(end, p, "pobj")

    def _regraft(self) -> None:
        """Mend two habits of the parser.

        "Lin claimed it remains dear and denied knowing": who claimed denied. "A mirrors B: C is at odds": two clauses.
        """
        for i, t in enumerate(self.tokens):
            if not t.tag.startswith("VB"):
                continue
            h = self.tokens[t.head]
            if (
                t.relation == "conj"
                and h.relation == "ccomp"
                and not self._kids(i, "nsubj", "nsubjpass", "aux", "mark")
            ):
                g = self.tokens[h.head]
                if t.tag == g.tag and t.tag != h.tag and t.tag in {"VBD", "VBZ", "VBP"} and h.head < t.head < i:
                    self.children[t.head].remove(i)
                    self.children[h.head].append(i)
                    self.tokens[i] = replace(t, head=h.head)
            elif (
                t.relation == "advcl"
                and t.head < i
                and h.lemma in self.words.speech
                and self._kids(i, "nsubj", "nsubjpass")
            ):
                # "he admitted even he had been put aside": what is admitted
                if not self._kids(i, "mark", "advmod"):
                    self.tokens[i] = replace(t, relation="ccomp")
            elif t.relation == "ccomp" and i < t.head and not self._kids(i, "mark"):
                between = {self.units[k].surface for k in range(i + 1, t.head)}
                if between & {":", ";"} and h.lemma not in self.words.speech:
                    self.tokens[i] = replace(t, relation="parataxis")

    def _speaker_behind(self) -> None:
        """ "P, the engineer Odd Berg said": the grammar may take "said" for a relative clause of the engineer."""
        for i, t in enumerate(self.tokens):
            noun = t.head
            name = noun + 1
            if t.relation != "relcl" or t.lemma not in self.words.speech or name >= i:
                continue
            if name not in self._kids(i, "nsubj") or self.units[name].kind != "name" or self.units[noun].kind != "word":
                continue
            first = min([noun, *self.children[noun]])
            up = self.tokens[noun].head
            while not self._is_verb(up) and self.tokens[up].head != up:
                up = self.tokens[up].head
            before = {u.surface for u in self.units[max(0, first - 1) : noun]}
            if "," not in before or not self._is_verb(up) or up >= noun:
                continue
            for child, head, relation in ((i, up, "parataxis"), (noun, name, "compound")):
                self._move(child, head, relation)

    def _double_subjects(self) -> None:
        """Two subjects with a comma between: the second is an apposition that the grammar took for a subject."""
        for i in range(len(self.tokens)):
            subjects = [
                c for c in self._kids(i, "nsubj", "nsubjpass") if self.tokens[c].text.casefold() not in RELATIVE
            ]
            if len(subjects) == 2 and {self.units[c].kind for c in subjects} == {"name", "word"}:
                a, b = subjects
                self._move(b, a, "appos")
