"""One sentence into the graph: who does what to whom, when and under what, and what a thing has."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.codebook import Codebook
from briefwright.language import Parsed
from briefwright.verify.grammar import NOUNS, RELATIVE
from briefwright.verify.graph import Graph, Node
from briefwright.verify.repair import Repaired
from briefwright.verify.words import Known, Unit

#: Prepositions whose clause is told as a fact beside the main one.
_BESIDE = frozenset({"after", "before", "by", "since", "while", "upon", "following", "when", "through"})
_CONDITIONS = frozenset({"if", "unless", "whether", "provided", "until", "once", "lest", "in case"})
#: "because of", "instead of", "out of": two prepositions that are one.
_DOUBLE = frozenset({"because", "instead", "out", "outside", "inside", "as"})

_CALLS = frozenset("call label term name dub consider deem brand style declare appoint elect".split())


class SentenceGraph(Repaired):
    """One sentence on its way into the graph."""

    def __init__(
        self,
        out: Graph,
        codebook: Codebook,
        us: Sequence[Unit],
        tokens: Sequence[Parsed],
        number: int,
        names: Known,
    ) -> None:
        super().__init__(codebook, us, tokens, number, names)
        self.out = out

    def read(self) -> None:
        self.repair()
        kept = [i for i in range(len(self.tokens)) if self._content(i)]
        for i in kept:
            self.out.nodes.append(self.nodes[i])
            self.nodes[i].asks = self.asks
        for i in kept:
            self._colour(i)
        self._left_over()
        self._as_they_are(kept)
        for i in kept:
            if self._is_verb(i):
                self._verb(i)
            else:
                self._thing(i)
        for i in sorted(kept, key=self._depth):
            self._embedding(i)
            self._place(i)

    def _place(self, i: int) -> None:
        """On which word of content it hangs, and which verb governs it."""
        node, up = self.nodes[i], i
        while self.tokens[up].head != up:
            up = self.tokens[up].head
            if self._content(up):
                node.over = self.nodes[up]
                break
        node.clause = node if node.verb else (node.over.clause if node.over is not None else None)

    def _link(self, head: int, role: str, dep: int) -> None:
        group = self._joined(dep)
        if role in {"A0", "A1", "attr"} and self.nodes[head].verb and self._denied(dep):
            # "gave no reason" is "did not give a reason", "no reason was given" too
            self.nodes[dep].negated = False
            self.nodes[dep].determiner = "a"
            self.nodes[head].negated = not self.nodes[head].negated
        for order, d in enumerate(group):
            if self._content(d):
                self.out.add(self.nodes[head], role, self.nodes[d], order + 1 if len(group) > 1 else 0)
                if len(group) > 1 and self._either(d) and not self._under_negation(head):
                    self.nodes[d].either = True

    def _denied(self, i: int) -> bool:
        return self.nodes[i].negated and not self.nodes[i].verb

    def _under_negation(self, i: int) -> bool:
        """ "not A or B" denies both."""
        seen: set[int] = set()
        while i not in seen:
            seen.add(i)
            if self.nodes[i].negated:
                return True
            if self._is_verb(i):
                return False
            i = self.tokens[i].head
        return False

    def _verb(self, i: int) -> None:
        node = self.nodes[i]
        passive = self._passive(i)
        found = self._subject(i)
        quoted = [c for c in self.children[i] if self.units[c].kind == "quote"]
        speaking = node.lemma in self.words.speech
        if speaking and found is not None and self.units[found[0]].kind == "quote" and found[0] in self.children[i]:
            others = [c for c in self._kids(i, "acomp", "attr", "dobj", "oprd", "npadvmod") if c not in quoted]
            found = (others[0], True) if others else None
        if found is not None and found[0] not in (quoted if speaking else ()):
            self._link(i, self._subject_role(i, passive), found[0])
        for c in self.children[i]:
            t = self.tokens[c]
            if found is not None and c == found[0]:
                continue
            if c in quoted and speaking:
                self.out.add(node, "content", self.nodes[c])
                continue
            match t.relation:
                case "dobj":
                    if t.text.casefold() not in RELATIVE:
                        self._link(i, "A1", c)
                case "dative" if t.tag in NOUNS or t.tag == "PRP" or self.units[c].kind == "name":
                    self._link(i, "p:to", c)
                case "attr":
                    self._link(i, "attr", c)
                    node.bounds |= self.nodes[c].bounds
                    self.nodes[c].bounds = set()
                case "oprd":
                    named = node.lemma in {"name", "appoint", "elect"} and not passive and not self._kids(i, "dobj")
                    self._link(i, "A1" if named else "attr", c)
                case "acomp":
                    self._link(i, "attr", c)
                case "ccomp" | "xcomp":
                    if self._content(c):
                        mark = self._mark(c)
                        kind = t.relation if mark in {"", "that", "whether", "if"} else f"when:{mark}"
                        for x in self._joined(c):
                            self.out.add(node, kind, self.nodes[x])
                case "advcl" if not self._beside(c):
                    self.out.add(node, f"when:{self._mark(c)}", self.nodes[c])
                case "prep" | "agent" | "dative":
                    self._preposition(i, c)
                case "npadvmod" | "advmod" if self._content(c):
                    self._adverb(i, c)
                case "nsubj" | "nsubjpass" | "csubj" | "conj" | "expl" | "advcl":
                    pass
                case _ if self._content(c) and t.relation not in {"parataxis", "ccomp", "meta", "intj"}:
                    self._link(i, "A1" if t.relation == "nummod" else t.relation, c)
        if self._object_relative(i):
            # "Nova, where she leads research"
            where = any(self.tokens[c].text.casefold() == "where" for c in self._kids(i, "advmod"))
            self.out.add(node, "p:at" if where else "A1", self.nodes[self.tokens[i].head])

    def _beside(self, c: int) -> bool:
        """ "..., while B fell": a second fact and no time; "while B was falling" is one."""
        mark, tense = self._mark(c), self.nodes[c].tense
        if tense not in {"past", "present", "future"} or not self._kids(c, "nsubj", "nsubjpass"):
            return False
        comma = any(u.surface == "," for u in self.units[max(0, c - 6) : c])
        return mark in {"although", "though", "whereas"} or (mark == "while" and comma)

    def _adverb(self, i: int, c: int) -> None:
        low = self.tokens[c].text.casefold()
        if self.units[c].kind == "date":
            self.out.add(self.nodes[i], "time:on", self.nodes[c])
        elif low in self.words.idle or self.lexicon.hedge_of.get(low) or low in self.words.bounds:
            self.nodes[c].optional = True
        else:
            self.out.add(self.nodes[i], "adv", self.nodes[c])

    def _mark(self, i: int) -> str:
        """The word that opens a clause; "even if" is one, and no condition."""
        marks = [
            c
            for c in self.children[i]
            if self.tokens[c].relation == "mark"
            or self.tokens[c].tag == "WRB"
            or (c < i and self.tokens[c].text.casefold() == "once" and self.tokens[i].relation == "advcl")
        ]
        if not marks:
            return ""
        low = self.tokens[marks[0]].text.casefold()
        return f"even {low}" if marks[0] and self.tokens[marks[0] - 1].text.casefold() == "even" else low

    def _preposition(self, i: int, p: int) -> None:
        """What a preposition joins to word i."""
        low = self.tokens[p].text.casefold()
        head = self.nodes[i]
        if low == "according":
            for c in self._kids(p, "prep"):
                for o in self._kids(c, "pobj"):
                    self._according(i, o)
            return
        for c in self._kids(p, "pobj"):
            first = self._to_amount(c) if self.units[c].kind == "number" else None
            if first is not None:
                # "by 12 % to 640 million": the grammar takes the two for one range
                self._link(i, f"p:{low}", first)
                self._link(i, "p:to", c)
                continue
            if low == "by" and (self.tokens[p].relation == "agent" or self._passive(i)) and self._is_verb(i):
                role = "A0" if self.units[c].kind not in {"number", "date"} else "p:by"
            elif self.units[c].kind == "date":
                role = f"time:{'on' if low in {'on', 'in', 'at', 'during'} else low}"
            else:
                role = f"p:{low}"
            if self.units[c].kind == "date" and self._is_verb(i):
                # "released A in March and B in May": B is released too
                for k in self._kids(c, "conj"):
                    if self.units[k].kind == "name":
                        self._link(i, "A1", k)
            if role == "p:of" and not self._is_verb(i):
                role = "of"
            self._link(i, role, c)
        for c in self._kids(p, "pcomp"):
            if self._content(c):
                self.out.add(head, f"when:{low}" if self._is_verb(c) else f"p:{low}", self.nodes[c])
        for c in self._kids(p, "prep"):
            # "from within", "because of": one relation
            inner = self.tokens[c].text.casefold()
            if low in _DOUBLE:
                for o in self._kids(c, "pobj"):
                    self._link(i, f"p:{low}_{inner}", o)
                for o in self._kids(c, "pcomp"):
                    if self._content(o):
                        self.out.add(head, f"when:{low}", self.nodes[o])
            else:
                self._preposition(i, c)
        for c in self._kids(p, "conj"):
            # "with the bank and with Credo"
            if self.tokens[c].tag == "IN" and self._kids(c, "pobj"):
                self._preposition(i, c)
        for c in self._kids(p, "npadvmod", "advmod"):
            if self._content(c) and self._kids(p, "pobj", "pcomp"):
                # "24 hours after the release"
                self.out.add(self.nodes[(self._kids(p, "pobj") or self._kids(p, "pcomp"))[0]], "apart", self.nodes[c])

    def _to_amount(self, c: int) -> int | None:
        for k in self.children[c]:
            if self.units[k].kind == "number" and k < c and "to" in {t.text for t in self.tokens[k + 1 : c]}:
                return k
        return None

    def _according(self, i: int, o: int) -> None:
        say = Node(Unit("word", "said", "said"), "say", "VBD", self.nodes[i].sentence, i, verb=True, virtual=True)
        say.tense = "past"
        self.out.nodes.append(say)
        for d in self._joined(o):
            self.out.add(say, "A0", self.nodes[d])
        top = i
        for x in self._joined(top):
            self.out.add(say, "ccomp", self.nodes[x])
            self.nodes[x].above = (say, "ccomp")

    def _thing(self, i: int) -> None:
        """What belongs to a word that is no verb: owners, qualities, numbers, appositions."""
        node = self.nodes[i]
        for c in self.children[i]:
            t = self.tokens[c]
            low = t.text.casefold()
            if t.relation in {"prep", "agent", "dative"}:
                self._preposition(i, c)
            elif not self._content(c):
                continue
            elif t.relation == "appos" or (t.relation in {"nmod", "compound", "amod"} and self._role_before(c, i)):
                self._same(i, c)
            elif t.relation == "poss":
                roles = [k for k in self.children[i] if k > c and self._role_before(k, i)]
                self._link(roles[0] if roles else i, "of", c)
            elif self.units[c].kind == "number" or t.relation == "nummod":
                if any(self.units[k].kind == "number" for k in self.children[c]) and self._to_amount(c) is not None:
                    continue
                top = i
                while self.tokens[top].relation in {"compound", "nmod", "amod"} and self.units[i].kind == "word":
                    # "a 128K-token context window": of the window
                    top = self.tokens[top].head
                self._link(top, "num", c)
            elif t.relation in {"amod", "compound", "nmod", "advmod", "npadvmod"}:
                if (node.quantifier and node.quantifier == low) or (
                    low in self.words.idle
                    or low in self.words.bounds
                    or (self.lexicon.hedge_of.get(low) and t.relation == "advmod")
                ):
                    self.nodes[c].optional = True
                elif self.units[c].kind == "name" and t.relation in {"compound", "nmod"}:
                    self._link(self._whole(i, c), "named", c)
                elif self.units[c].kind == "date":
                    self._link(i, "time:on", c)
                else:
                    self._link(self._whole(i, c), "mod", c)
            elif t.relation in {"xcomp", "ccomp"}:
                self.out.add(node, t.relation, self.nodes[c])
            elif t.relation not in {"relcl", "conj", "acl", "nsubj", "nsubjpass", "csubj", "advcl", "parataxis"}:
                self._link(i, t.relation, c)
            elif t.relation == "acl" and self.tokens[c].tag not in {"VBN", "VBG"}:
                self.out.add(node, "acl", self.nodes[c])

    def _whole(self, i: int, c: int) -> int:
        """The noun that a compound belongs to in the end: "Nova | technology | chief"."""
        top = i
        while self.tokens[top].relation in {"compound", "nmod"} and self.units[top].kind == "word":
            if self._role_before(top, self.tokens[top].head):
                return top
            top = self.tokens[top].head
        roles = [k for k in self.children[top] if k > c and self._role_before(k, top)]
        return roles[0] if roles and c < roles[0] else top

    def _same(self, i: int, c: int) -> None:
        """ "Ada Lin, the head of Nova": an apposition says that the one is the other, if not "not"."""
        if self.nodes[c].negated and not self.nodes[i].negated:
            return
        over = self.tokens[i].head
        close = all(u.surface != "," for u in self.units[i + 1 : c])
        if self.tokens[i].relation in {"dobj", "oprd"} and self.tokens[over].lemma in _CALLS and i < c and close:
            # "some called Ada Lin the soul of it"
            self._link(over, "attr", c)
            return
        be = Node(Unit("word", "is", "is"), "be", "VBZ", self.nodes[i].sentence, i, verb=True, virtual=True)
        be.tense = "any"
        self.out.nodes.append(be)
        name, role = (i, c) if self.units[c].kind != "name" or self.units[i].kind == "name" else (c, i)
        if self.tokens[role].tag == "NNS":
            self._link_node(be, "A0", name)
        else:
            self.out.add(be, "A0", self.nodes[name])
        self._link_node(be, "attr", role)
        before = {self.tokens[c].text.casefold() for c in self.children[role] if c < role}
        if "then" in before or (role and self.tokens[role - 1].text.casefold() == "then"):
            # "Ada Lin, then head of research"
            be.tense = "past"
        be.bounds = self.nodes[role].bounds
        self.nodes[role].bounds = set()
        be.place = max(name, role)

    def _link_node(self, head: Node, role: str, dep: int) -> None:
        for d in self._joined(dep):
            self.out.add(head, role, self.nodes[d])

    def _embedding(self, i: int) -> None:
        """Who or what a deed hangs on: it is asserted only as far as that asserts it."""
        node = self.nodes[i]
        top = i
        while self.tokens[top].relation == "conj" and self._is_verb(self.tokens[top].head) == self._is_verb(i):
            top = self.tokens[top].head
        t = self.tokens[top]
        mark = self._mark(top)
        mark = mark or self._asked(i)
        if mark in _CONDITIONS or (mark == "when" and node.tense in {"future", "modal", "present"}):
            node.condition = mark
        if not self._is_verb(i) or node.above is not None:
            return
        if top != i and self.nodes[top].above is not None:
            node.above = self.nodes[top].above
            node.shared = True
        elif t.relation == "ccomp" and mark not in {"", "that", "whether", "if"}:
            return
        elif t.relation in {"ccomp", "xcomp", "csubj"} and t.head != top:
            node.above = (self.nodes[t.head], t.relation)
        elif t.relation == "acl" and (t.tag not in {"VBN", "VBG"} or self._kids(top, "mark", "nsubj", "nsubjpass")):
            # "the rumour that Ada Lin was dismissed"
            node.above = (self.nodes[t.head], "acl")
        elif self._in_a_tale(top):
            node.above = (self.nodes[t.head], "acl")
        elif (cleft := self._cleft(top)) is not None:
            node.above = (self.nodes[cleft], "ccomp")
        elif t.relation == "pcomp":
            p = self.tokens[t.head]
            low = p.text.casefold()
            up = p.head
            if low in {"without", "instead"}:
                node.negated = not node.negated
            elif low == "of" and p.head != t.head and self.tokens[up].text.casefold() in {"instead", "because"}:
                node.negated = not node.negated if self.tokens[up].text.casefold() == "instead" else node.negated
            elif low not in _BESIDE:
                node.above = (self.nodes[up], f"p:{low}")
        elif t.relation == "parataxis" and self._is_verb(t.head):
            return
        if node.above is None and t.relation in {"advcl", "pcomp"}:
            # "said that A left because B joined": both are only said
            up = t.head if t.relation == "advcl" else self.tokens[t.head].head
            over = self.nodes[up]
            if over.verb and over is not node:
                node.above = over.above
                node.condition = node.condition or over.condition
                if not self._kids(top, "nsubj", "nsubjpass") and t.relation == "advcl":
                    node.hedges |= over.hedges
        if node.above is None:
            # ", the company said" beside the main clause
            for c in self._kids(top, "parataxis", "ccomp"):
                if self._is_verb(c) and self.nodes[c].lemma in self.words.speech and t.relation == "ROOT" and (
                    t.relation != "ccomp" and self.tokens[c].relation == "parataxis"):  # fmt: skip
                    node.above = (self.nodes[c], "ccomp")
                    self.out.add(self.nodes[c], "ccomp", node)
