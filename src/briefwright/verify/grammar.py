"""One sentence with its grammar: what a word is, what hangs on it, what colours it."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.codebook import Codebook
from briefwright.language import Parsed
from briefwright.verify.graph import Node
from briefwright.verify.words import STYLES, Known, Unit, is_ordinary

RELATIVE = frozenset({"who", "which", "that", "whom"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
#: Relations of the small words that colour others and are no nodes of their own.
_SMALL = frozenset({"det", "aux", "auxpass", "neg", "mark", "cc", "prep", "agent", "case", "prt", "expl", "predet",
                    "preconj", "punct", "dative"})  # fmt: skip
_PHRASAL = frozenset("get go come take give put bring turn set move run stand sit shut".split())
_PARTICLES = frozenset("up down out off over away back on in forward ahead".split())
_SPANS = frozenset("hours days weeks months minutes moments one two three four five six seven eight nine ten a".split())
_ONE_FORM = frozenset("put cut set hit cost let shut hurt split spread quit bet cast burst".split())
#: Verbs that take another verb without "to".
_BARE = frozenset({"let"})
#: Lemmas that the model cuts too short: "fined" as "fin".
_MISREAD = {"fin": "fine"}
_FINITE = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis"})
_NEGATORS = frozenset({"not", "never", "n't", "no", "neither", "nor", "none", "nobody", "nothing", "no_longer"})


_DEGREES = frozenset("too less least enough as so".split())


class Grammar:
    """A sentence cut into units, with the grammar of what the parser was shown."""

    def __init__(
        self, codebook: Codebook, us: Sequence[Unit], tokens: Sequence[Parsed], number: int, names: Known
    ) -> None:
        self.names = names
        self.tokens, self.units = list(tokens), list(us)
        self.lexicon, self.words = codebook.lexicon, codebook.paraphrase
        self.part_of_name: set[int] = set()
        self.used: set[int] = set()
        self.children: list[list[int]] = [[] for _ in tokens]
        for i, t in enumerate(tokens):
            if t.head != i:
                self.children[t.head].append(i)
        self.nodes = [
            Node(us[i], self._lemma(i), t.tag, number, i, t.relation, kind=t.kind) for i, t in enumerate(tokens)
        ]
        self._whole_names()
        self.asks = bool(us) and us[-1].surface == "?"
        self.respectively = any(t.lemma == "respectively" for t in tokens)

    def _whole_names(self) -> None:
        """A capital at the head of a sentence that the grammar takes for part of a name, or for one."""
        for i, t in enumerate(self.tokens):
            u = self.units[i]
            if u.kind != "word" or t.tag not in {"NNP", "NNPS"} or not u.surface[0].isupper():
                continue
            if (
                u.surface.casefold() in self.lexicon.role_words | self.lexicon.holders | STYLES
                or u.surface in self.lexicon.titles
            ):
                continue
            if u.surface in self.lexicon.not_names and u.surface not in self.lexicon.given:
                continue
            if t.relation == "compound" and t.head == i + 1 and self.nodes[i + 1].unit.kind == "name":
                whole = f"{u.surface} {self.nodes[i + 1].unit.surface}"
                self.nodes[i + 1].unit = Unit("name", whole, self.units[i + 1].shown)
                self.nodes[i + 1].lemma = whole
                self.part_of_name.add(i)
            elif i == 0 and is_ordinary(u.surface, self.lexicon, self.names.seen):
                self.nodes[i].tag = "NNS" if t.tag == "NNPS" else "NN"
            else:
                self.nodes[i].unit = Unit("name", u.surface, u.shown)
                self.nodes[i].lemma = u.surface
        self.units = [n.unit for n in self.nodes]
        for n in self.nodes:
            if n.unit.kind == "name":
                n.kind = self.names.kind(n.unit.surface, self.lexicon)

    # ---- small look-ups

    def _lemma(self, i: int) -> str:
        t = self.tokens[i]
        if self.units[i].kind != "word":
            return self.units[i].surface
        if t.lemma in _MISREAD and t.text.casefold().startswith(_MISREAD[t.lemma]):
            return _MISREAD[t.lemma]
        if t.tag in {"JJR", "JJS", "RBR", "RBS"}:
            return t.text.casefold()
        particle = [
            c
            for c in self.children[i]
            if self.tokens[c].relation == "prt" or (t.lemma in _PHRASAL and self._particle(i, c))
        ]
        return "_".join([t.lemma, *(self.tokens[c].text.casefold() for c in particle)])

    def _particle(self, i: int, c: int) -> bool:
        """ "Went up", "got the masks back"."""
        low = self.tokens[c].text.casefold()
        if any(self.units[k].kind == "date" for k in self._kids(c, "pobj")):
            # "shut in June"
            return False
        return (c == i + 1 and low in _PARTICLES) or (c > i and low == "back" and self.tokens[c].relation == "advmod")

    def _kids(self, i: int, *relations: str) -> list[int]:
        return [c for c in self.children[i] if self.tokens[c].relation in relations]

    def _is_verb(self, i: int) -> bool:
        t = self.tokens[i]
        if self.units[i].kind != "word":
            return False
        if t.tag in {"VBG", "VBN"} and t.relation in {"amod", "compound", "nmod"}:
            return False
        return t.tag.startswith("VB") and t.relation not in {"aux", "auxpass"}

    def _passive(self, i: int) -> bool:
        if self._kids(i, "auxpass", "nsubjpass"):
            return True
        t = self.tokens[i]
        if t.tag != "VBN":
            return False
        if t.relation == "acl" or (t.relation == "advcl" and not self._kids(i, "aux", "nsubj")):
            return True
        return t.relation == "conj" and not self._kids(i, "aux", "nsubj") and self._passive(t.head)

    def _joined(self, i: int) -> list[int]:
        """The word and what is coordinated with it; the wrong kind of partner (a gap in the grammar) is left out."""
        out, todo = [i], self._kids(i, "conj")
        while todo:
            c = todo.pop(0)
            if self._is_verb(c) != self._is_verb(i) or self._gap(i, c):
                continue
            out.append(c)
            todo += self._kids(c, "conj")
        return out

    def _gap(self, i: int, c: int) -> bool:
        kinds = {self.units[i].kind, self.units[c].kind}
        if "date" in kinds and len(kinds) > 1:
            return True
        numbered = [any(self.units[k].kind == "number" for k in self.children[x]) for x in (i, c)]
        return self.units[c].kind == "name" and numbered[1]

    def _either(self, i: int, verbs: bool = False) -> bool:
        """Is the word joined to another, with `verbs` to another verb, by "or"?"""
        top = i
        while self.tokens[top].relation == "conj":
            top = self.tokens[top].head
        chain, todo = [], [top]
        while todo:
            x = todo.pop()
            chain.append(x)
            todo += self._kids(x, "conj")
        chain = [x for x in chain if not verbs or self.nodes[x].verb or self.tokens[x].tag == "RB"]
        joins = (self.tokens[c].text.casefold() for x in chain for c in self._kids(x, "cc"))
        return len(chain) > 1 and any(low in {"or", "nor"} for low in joins)

    def _content(self, i: int) -> bool:
        t, u = self.tokens[i], self.units[i]
        if i in self.part_of_name or u.kind == "mark" or (t.relation == "punct" and u.kind == "word"):
            return False
        if u.kind != "word":
            return True
        if t.relation == "advmod" and self._particle(t.head, i) and self.tokens[t.head].lemma in _PHRASAL:
            return False
        if t.relation in _SMALL and not (t.relation == "dative" and (t.tag in NOUNS or t.tag == "PRP")):
            return False
        if t.text.casefold() in RELATIVE and t.tag in {"WP", "WDT", "IN", "WP$"}:
            return False
        return not (t.tag in {"IN", "TO", "CC", "DT", "PDT", "WRB"} and t.relation not in {"pobj", "dobj", "nsubj"})

    def _colour(self, i: int) -> None:
        """Negation, hedges, limits, tense, determiner and quantifier of a word."""
        node, words = self.nodes[i], self.words
        for c in self.children[i]:
            t, low = self.tokens[c], self.tokens[c].text.casefold()
            if t.relation == "neg" and c > i and self.tokens[c - 1].text in {",", "but", "and"}:
                # "bought the mill, not the dairy": it is of the dairy that it is denied
                continue
            self.used.add(c)
            if low in {"both", "neither"} and t.relation in {"det", "predet"}:
                node.of_two = low
            if t.relation == "neg" or (low in _NEGATORS and t.relation in {"det", "preconj", "advmod", "cc"}):
                node.negated = not node.negated if low != "nor" else node.negated
            elif t.relation == "advmod" and self._kids(c, "neg"):
                # "will not likely leave"
                node.negated = not node.negated
                self.used.update(self._kids(c, "neg"))
                node.hedges |= {h for h in [self.lexicon.hedge_of.get(low)] if h}
            elif t.relation == "advmod" or t.relation == "npadvmod":
                hedge = self.lexicon.hedge_of.get(low)
                if hedge:
                    node.hedges.add(hedge)
                elif low in words.bounds or t.lemma in words.bounds or (low in _DEGREES and node.tag in {"JJ", "RB"}):
                    node.bounds.add(self._limit(c))
            elif t.relation in {"det", "predet", "poss"} and low != "'s":
                if low in {"all", "every", "each", "some", "any", "most", "both", "several", "many", "few", "half"}:
                    node.quantifier = {"every": "all", "each": "all", "any": ""}.get(low, low)
                elif t.relation == "det":
                    node.determiner = {"an": "a", "this": "the", "that": "the", "these": "the"}.get(low, low)
                else:
                    node.determiner = "the"
            elif t.relation == "amod" and low in {"many", "few", "several", "most", "more", "fewer", "less"}:
                node.quantifier = low
            elif low in words.bounds and t.relation in {"quantmod", "amod", "nmod", "predet"}:
                node.bounds.add(self._limit(c))
            else:
                self.used.discard(c)
        if self._is_verb(i):
            self._time_of(i)

    def _neither_nor(self) -> None:
        """ "Neither bought nor rented", "neither for Nova nor for Orla": it is denied of both."""
        for k, t in enumerate(self.tokens):
            low = t.text.casefold()
            if low not in {"neither", "nor"} or self.units[k].kind != "word" or k + 1 >= len(self.tokens):
                continue
            if self.tokens[k + 1].tag == "IN":
                for d in self._kids(k + 1, "pobj"):
                    self.nodes[d].negated = True
            elif low == "nor":
                behind = [i for i in range(k + 1, min(k + 4, len(self.tokens))) if self.nodes[i].verb]
                if behind and not self._kids(behind[0], "nsubj", "nsubjpass"):
                    self.nodes[behind[0]].negated = True

    def _alternatives(self) -> None:
        """ "In Riga or in Turku", "will close or be sold": neither is said."""
        for i, t in enumerate(self.tokens):
            behind = t.relation == "pobj" and self.tokens[t.head].tag == "IN" and self._either(t.head)
            if behind or (self.nodes[i].verb and self._either(i, verbs=True) and not self.nodes[i].negated):
                self.nodes[i].either = True

    def _as_they_are(self, kept: Sequence[int]) -> None:
        """ "Is not opposed to it" denies, and "may be opposed to it" doubts, what "opposed" says."""
        for i in kept:
            t = self.tokens[i]
            be = self.nodes[t.head]
            if t.relation not in {"acomp", "attr", "oprd"} or not self._is_verb(i) or be.lemma != "be":
                continue
            self.nodes[i].negated = self.nodes[i].negated != be.negated
            self.nodes[i].hedges |= be.hedges
            self.nodes[i].bounds |= be.bounds

    def _limit(self, c: int) -> str:
        """The word of limit; "just" and "only" right before an amount only call it small."""
        low = self.tokens[c].text.casefold()
        behind = self.units[c + 1] if c + 1 < len(self.units) else None
        few = behind is not None and (behind.kind == "number" or behind.surface.casefold() in _SPANS)
        return "only_so_few" if low in {"just", "only", "merely"} and few else low

    def _left_over(self) -> None:
        """A word of denial or limit that the grammar hangs nowhere counts for the next word that carries content."""
        for i, t in enumerate(self.tokens):
            low = t.text.casefold()
            denies, limits = low in {"not", "never", "n't"}, low in self.words.bounds
            if i in self.used or not (denies or limits) or self.units[i].kind != "word":
                continue
            if low == "half" and i and self.tokens[i - 1].text.casefold() in {"first", "second"}:
                continue
            rest = (k for k in range(i + 1, len(self.tokens)) if self._content(k))
            following = next((k for k in rest if self.tokens[k].text.casefold() not in self.words.bounds), None)
            if following is None:
                continue
            if denies:
                self.nodes[following].negated = not self.nodes[following].negated
            else:
                self.nodes[following].bounds.add(self._limit(i))
                self.nodes[i].optional = True
        self._neither_nor()
        self._alternatives()

    def _time_of(self, i: int) -> None:
        node, t = self.nodes[i], self.tokens[i]
        node.verb = True
        aux = [self.tokens[c] for c in self._kids(i, "aux", "auxpass")]
        first = i
        while not aux and self.tokens[first].relation == "conj" and not self._kids(first, "nsubj", "nsubjpass"):
            # "may close and sell": one auxiliary for both
            if not self._is_verb(self.tokens[first].head):
                break
            up = self.tokens[first].head
            first = up
            above = [self.tokens[c] for c in self._kids(up, "aux", "auxpass")]
            same = self.tokens[up].tag == t.tag or (t.tag == "VB" and above)
            if above and same:
                aux = above
                # "was not fired but quit": who quit did so
                but = any(self.tokens[c].text.casefold() == "but" for c in self._kids(up, "cc") if c < i)
                shares = any(self.tokens[c].relation == "neg" for c in self.children[up]) and not but
                node.negated = node.negated or shares
            node.hedges |= {
                h for c in self._kids(up, "advmod") if (h := self.lexicon.hedge_of.get(self.tokens[c].text.casefold()))
            }
        lows = [a.text.casefold() for a in aux]
        for low in lows:
            if low in {"may", "might", "could", "can", "would", "should", "must", "ought"}:
                node.hedges.add({"might": "may", "could": "may"}.get(low, low))
        finite = aux[0] if aux else None
        if any(low in {"will", "'ll", "shall"} for low in lows):
            node.tense = "future"
        elif any(low in {"may", "might", "could", "can", "would", "should", "must"} for low in lows):
            node.tense = "perfect modal" if "have" in lows else "modal"
        elif finite is not None and finite.tag == "TO":
            node.tense = "to"
        elif finite is not None and finite.tag in {"VBZ", "VBP"} and finite.lemma == "have":
            node.tense, node.perfect = "past", True
        elif any(a.lemma == "have" for a in aux) or (finite is not None and finite.tag == "VBD"):
            node.tense = "past"
        elif finite is not None and finite.tag in {"VBZ", "VBP", "VB"}:
            node.tense = "going" if t.tag == "VBG" else "present"
            if finite.tag == "VB" and t.relation == "ccomp" and self.tokens[t.head].lemma in {"demand", "ask", "urge"}:
                # "demands that they be spared", "wants them to be spared"
                node.tense = "to"
            if t.lemma == "go" and self._kids(i, "xcomp"):
                node.tense = "future"
        elif not aux and t.relation in {"ccomp", "xcomp"} and t.head < i and self.tokens[t.head].lemma in _BARE:
            # "let strangers read": as in "allowed them to read"
            node.tense = "to"
        elif t.tag == "VBD" or (t.tag == "VBN" and t.relation in _FINITE and not self._passive(i)):
            node.tense = "past"
        elif t.tag in {"VBZ", "VBP"}:
            node.tense = "present"
        elif t.tag == "VBN":
            node.tense = "done"
        if t.tag in {"VBD", "VBP"} and not aux and t.text.casefold() == t.lemma and t.lemma in _ONE_FORM:
            # "analysts put it at 4": now or then
            node.tense = "any"
        if node.lemma == "be" and any(self.tokens[c].relation == "xcomp" for c in self.children[i]):
            node.tense = "future"

    def _subject(self, i: int, depth: int = 0) -> tuple[int, bool] | None:
        """The word that heads the subject of a verb, and whether the verb states it itself."""
        own = self._kids(i, "nsubj", "nsubjpass", "csubj")
        t = self.tokens[i]
        if own:
            if self.tokens[own[0]].text.casefold() in RELATIVE and t.relation in {"relcl", "ccomp"}:
                return t.head, True
            return own[0], True
        if depth > 5 or t.head == i:
            return None
        if t.relation == "relcl" or (t.relation == "acl" and t.tag in {"VBN", "VBG"}):
            return t.head, True
        if t.relation == "conj" and self._is_verb(t.head):
            return self._subject(t.head, depth + 1)
        if t.relation == "xcomp" and self._is_verb(t.head):
            objects = self._kids(t.head, "dobj")
            return (objects[0], False) if objects else self._subject(t.head, depth + 1)
        if t.relation in {"advcl", "acomp"}:
            return self._subject(t.head, depth + 1)
        if t.relation == "xcomp":
            return self._subject(self.tokens[t.head].head, depth + 1)
        if t.relation == "pcomp" and t.tag == "VBG":
            up = self.tokens[t.head].head
            if not self._is_verb(up):
                return None
            objects = self._kids(up, "dobj")
            if objects and self.tokens[t.head].text.casefold() in {"with", "of", "for", "from", "into"}:
                # "credited him with building it": he built it, if anybody did
                return objects[0], False
            return self._subject(up, depth + 1)
        return None

    def _subject_role(self, i: int, passive: bool) -> str:
        """Who does it, what it is done to, or of "the drivers were offered 4 %" to whom it is done."""
        given = passive and self.nodes[i].lemma in self.words.datives and self._kids(i, "dobj")
        return "p:to" if given and self._kids(i, "nsubjpass") else "A1" if passive else "A0"

    def _object_relative(self, i: int) -> bool:
        """Is the antecedent of a relative clause its object ("the model that Nova released")?"""
        t = self.tokens[i]
        if t.relation != "relcl" or not self._kids(i, "nsubj", "nsubjpass"):
            return False
        subject = self._kids(i, "nsubj", "nsubjpass")[0]
        whose = any(self.tokens[c].tag == "WP$" for c in self.children[subject])
        return not whose and self.tokens[subject].text.casefold() not in RELATIVE and not self._kids(i, "attr", "acomp")

    def _role_before(self, c: int, i: int) -> bool:
        """ "Nova CEO Ada Lin": a role before the name that holds it."""
        word = self.tokens[c]
        if self.units[i].kind != "name" or self.units[c].kind != "word" or word.tag not in {"NN", "NNS", "NNP", "JJ"}:
            return False
        return (
            word.text.casefold() in self.lexicon.role_words
            or word.text in self.lexicon.not_names
            or word.lemma in self.lexicon.holders | self.lexicon.organisation_nouns
        )

    def _depth(self, i: int) -> int:
        """How far a word stands from the head of its sentence: what hangs on another is read after it."""
        depth = 0
        while self.tokens[i].head != i and depth < len(self.tokens):
            i, depth = self.tokens[i].head, depth + 1
        return depth
