"""May a word of the passage stand for one of the claim, and is what joins two of them the same?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Codebook
from briefwright.codebook.paraphrase import WordKind
from briefwright.dates import DateMention
from briefwright.quantities import Quantity
from briefwright.text import find_quotation, normalise
from briefwright.verify.deduce import ALONE
from briefwright.verify.graph import Edge, Graph, Node
from briefwright.verify.scopes import Scopes
from briefwright.verify.values import Names, amount_fault, date_proves

_OWNER = frozenset({"of", "named"})
_MAKER = frozenset({"p:by", "p:from"})
_AT = frozenset({"of", "named", "p:at", "p:for"})
_SITES = frozenset({"p:in", "p:at", "named", "of"})
_WITHIN = frozenset({"of", "named", "mod", "p:for", "p:in", "p:at", "p:on"})
_BARE = re.compile(r"(?:million|billion)\Z")
_SERVED = frozenset({"named", "p:to", "p:in", "p:for", "p:on"})
_THIS = frozenset({"it", "this", "that"})
_COMPOUND = frozenset({"mod", "of", "p:for", "p:on", "p:about", "p:in"})
_POSTS = frozenset(
    "leave resign step_down step_aside quit depart retire stand_down succeed replace follow dismiss appoint".split()
)
#: Relations that say the same of a number: "rose 12 %", "rose by 12 %"; "a window of 32K", "a 32K window".
_OF_NUMBER = (frozenset({"adv", "p:by", "A1"}), frozenset({"num", "of", "p:with"}))
#: The votes for and against: "17:12".
_TALLY = re.compile(r"\d{1,3}:\d{1,3}")
#: "3 billion active parameters" are a part of all.
_ACTIVE = re.compile(r"\b(?:active|activated|trainable)\b", re.IGNORECASE)


def _active(amount: Node) -> bool:
    return _ACTIVE.search(amount.unit.surface) is not None


def _names_a_part(y: Edge) -> bool:
    """Does a word say of what the head is head: "of research", "sales director"?"""
    return y.own and (y.role in {"of", "p:for", "named"} or (y.role == "mod" and y.dep.tag[:2] == "NN"))


def _a_firm(node: Node, sort: frozenset[str]) -> bool:
    """ "Bought Nova" is of a firm, where "firm" is among the words: no person, place or product."""
    return "firm" in sort and node.unit.kind == "name" and node.kind in {"", "organisation"}


class Bonds(Scopes):
    """A claim's graph beside a passage's: which words and which relations of the two are alike."""

    def __init__(self, claim: Graph, passage: Graph, names: Names, codebook: Codebook) -> None:
        super().__init__(passage, codebook)
        self.claim, self.names = claim, names
        self.role_words, self.holders = codebook.lexicon.role_words, codebook.lexicon.holders
        amounts = [n.unit.value for n in passage.nodes if isinstance(n.unit.value, Quantity)]
        self.currencies = {q.unit for q in amounts if q.kind == "money"}

    def _word(self, c: Node, p: Node) -> bool:
        """May the passage's word stand for the claim's?"""
        kind = c.unit.kind
        if kind == "name":
            return p.unit.kind == "name" and self.names.same(p.unit.surface, c.unit.surface)
        if kind == "number":
            return (
                isinstance(p.unit.value, Quantity)
                and isinstance(c.unit.value, Quantity)
                and self.unequal(p, c.unit.value) in {"", "approximation"}
                and _active(p) == _active(c)
            )
        if kind == "date":
            return (
                isinstance(p.unit.value, DateMention)
                and isinstance(c.unit.value, DateMention)
                and (date_proves(p.unit.value, c.unit.value))
            )
        if kind == "quote":
            return p.unit.kind == "quote" and find_quotation(c.unit.surface, p.unit.surface) is not None
        if p.unit.kind == "number" and isinstance(p.unit.value, Quantity) and p.unit.value.kind == "money":
            # 5 million euros are money
            return c.lemma == "money" and not c.verb and not self.claim.out.get(c) and not self._turned_about(p)
        if p.unit.kind != "word":
            return False
        if c.tag in {"PRP", "DT"} and c.entity < 0 and c.lemma in _THIS and p.lemma in _THIS and p.entity < 0:
            return True
        if c.verb and p.verb and p.virtual and normalise(c.unit.surface) == normalise(p.unit.surface):
            return True
        if c.verb != p.verb:
            return self.nominal(c, p)
        if not c.verb and normalise(c.unit.surface) == normalise(p.unit.surface):
            return True
        if c.verb:
            return self._proves(p, c, "verbs") and self._in_this_sense(c, p)
        return self._proves(p, c, "nouns" if c.tag[:2] == p.tag[:2] == "NN" else "adjectives")

    def _proves(self, p: Node, c: Node, kind: WordKind) -> bool:
        """Does the passage's word, where it stands, prove the claim's?"""
        if self._turned_about(p):
            return self.words.alike(p.lemma, c.lemma, kind)
        if p.verb and self._denied(p):
            # who was not hurt was not injured
            return self.words.holds(c.lemma, p.lemma, kind)
        return self.words.holds(p.lemma, c.lemma, kind)

    def _in_this_sense(self, c: Node, p: Node) -> bool:
        """To raise a fee is to increase it, to raise 40 million to secure them; to reject a claim is to deny it."""
        both = frozenset({c.lemma, p.lemma})
        things = self.passage.deps(p, "A1") or self.passage.deps(p, "A0")
        for pair in ((p.lemma, c.lemma), (c.lemma, p.lemma)):
            of_these = self.words.where.get(pair)
            used = pair[0] == p.lemma or self._denied(p) or self._turned_about(p)
            if of_these is not None and used and not any(n.lemma in of_these or _a_firm(n, of_these) for n in things):
                return False
        if both not in self.words.of_things and both not in self.words.of_sums:
            return True
        if both in self.words.of_things and any(n.lemma in self.words.no_sizes for n in things):
            # a hand that is raised is not increased
            return False
        done_to = [*self.claim.deps(c, "A1"), *self.passage.deps(p, "A1")]
        sums = any(
            (isinstance(n.unit.value, Quantity) and (n.unit.value.kind == "money" or _BARE.search(n.unit.surface)))
            or n.lemma in {"money", "fund", "funding", "capital", "sum", "donation"}
            for n in done_to
        )
        return sums == (both in self.words.of_sums)

    def amount(self, p: Node) -> Quantity:
        """The amount of the passage; "asked for 300 million" is of the one currency that the passage names."""
        found = p.unit.value
        assert isinstance(found, Quantity)
        if found.kind == "count" and not found.unit and _BARE.search(p.unit.surface) and len(self.currencies) == 1:
            return replace(found, unit=next(iter(self.currencies)), kind="money")
        return found

    def unequal(self, p: Node, claimed: Quantity) -> str:
        """What keeps the amount of the passage, as it stands or in its currency, from proving that of the claim."""
        assert isinstance(p.unit.value, Quantity)
        faults = amount_fault(p.unit.value, claimed), amount_fault(self.amount(p), claimed)
        return "" if "" in faults else next((f for f in faults if f == "approximation"), faults[0])

    def nominal(self, c: Node, p: Node) -> bool:
        """Is the claim's noun the passage's deed: "the sale of Nova" where the passage says that Nova was sold?"""
        if c.verb or not p.verb or c.tag[:2] != "NN" or p.lemma == "be":
            return False
        known = self.words.alike if self._denied(p) or self._turned_about(p) else self.words.holds
        return any(known(p.lemma, v, "verbs") for v in self.words.deed_of(c.lemma))

    # ---- edges

    def _same_thing(self, a: Node, b: Node) -> bool:
        return a is b or (a.entity >= 0 and a.entity == b.entity)

    def _heads(self, p: Node) -> Iterator[Node]:
        yield p
        if p.entity >= 0:
            for n in self.passage.nodes:
                # what is told of a former member is not told of him
                if n is not p and n.entity == p.entity and not (p.unit.kind == "name" and self._no_more(n)):
                    yield n

    def _no_more(self, role: Node) -> bool:
        """Is it a former or a deputy one?"""
        return role.unit.kind == "word" and any(m.lemma in self.words.keep for m in self.passage.deps(role, "mod"))

    def _edge(self, e: Edge, head: Node, dep: Node, found: dict[Node, Node | None]) -> bool:
        """Does the passage have the claim's edge between these two?"""
        if e.role == "p:as" and e.head.lemma in _POSTS and dep.entity >= 0:
            # "the chief executive, Ada Lin, steps down": she does so as chief executive
            holder = [found.get(y.dep) for y in self.claim.out.get(e.head, ()) if y.role in {"A0", "A1"}]
            if any(h is not None and h.entity == dep.entity for h in holder):
                return True
        loose = e.role.startswith(("time:", "p:")) or (e.role in _AT and not e.head.verb)
        loose = loose and not self._given_by(e) and not self._of_a_part(e, head)
        for h in self._heads(head):
            for x in self.passage.out.get(h, ()):
                if self._same_thing(x.dep, dep) and self._role(e, x):
                    return True
                part = x.role == "num" and bool(self.passage.deps(x.dep, "of"))  # "half of them in Bergen"
                hop = loose and not part and not x.dep.verb and x.role in {"A1", "attr", "num", "p:in"}
                if hop and self._hung(e, x.dep, dep):
                    # "released Lumen in May": the grammar may hang the date on either
                    return True
            if not e.head.verb and e.dep.unit.kind == "name" and e.role in _WITHIN and self._within(e, h, dep):
                return True
            if loose and not e.head.verb:
                for x in self.passage.into.get(h, ()):
                    laid = {found.get(y.head) for y in self.claim.into.get(e.head, ())}
                    if x.head.verb and (x.head in laid or x.role == "A1") and self._hung(e, x.head, dep):
                        return True
        return False

    def _given_by(self, e: Edge) -> bool:
        """ "The order from Nova" is by Nova, who may have ordered it from others."""
        return e.role == "p:from" and not e.head.verb and e.head.lemma in self.words.agentive

    def _within(self, e: Edge, head: Node, name: Node) -> bool:
        """Is a name somewhere in the noun phrase of `head`, as its only one: "the forecast for growth in Belonia"?

        Of an office it is not enough, unless the claim says of what: the head of research at Nova is not its head.
        """
        if head.lemma in self.role_words | self.holders and not any(
            _names_a_part(y) for y in self.claim.out.get(e.head, ()) if y is not e
        ):
            return False
        inside: list[Node] = []
        todo, depth = [head], 0
        while todo and depth < 4:
            level = [
                y for h in todo for y in self.passage.out.get(h, ()) if y.own and not y.head.verb and not y.dep.verb
            ]
            if depth:
                # "control of Nova's plant" is no control of Nova
                level = [y for y in level if y.dep.relation != "poss"]
            if any(y.role not in _WITHIN for y in level if y.dep.unit.kind != "number"):
                level = [y for y in level if y.role in _WITHIN]
            todo = [y.dep for y in level]
            inside += todo
            depth += 1
        named = [n for n in inside if n.unit.kind == "name" or (n.tag == "PRP$" and n.entity >= 0)]
        names = {n.entity if n.entity >= 0 else -2 - i for i, n in enumerate(named)}
        return len(names) == 1 and any(self._same_thing(n, name) for n in inside)

    def _hung(self, e: Edge, head: Node, dep: Node) -> bool:
        return any(
            self._same_thing(y.dep, dep)
            and (
                y.role == e.role
                or (e.role in _AT and y.role in _AT)
                or (not e.head.verb and e.dep.kind in {"place", ""} and {e.role, y.role} <= _SITES)
            )
            for y in self.passage.out.get(head, ())
        )

    def _role(self, e: Edge, x: Edge) -> bool:
        """Is the passage's relation that of the claim?"""
        if self._given_by(e) and x.head.verb:
            return x.role == "A0" and self.nominal(e.head, x.head)
        if e.role == x.role:
            return True
        if x.head.verb and not e.head.verb and self.nominal(e.head, x.head):
            return self._of_deed(e, x)
        if x.dep.verb and not e.dep.verb and self.nominal(e.dep, x.dep):
            return self._to_deed(e, x)
        if (
            not e.head.verb
            and not x.head.verb
            and {e.role, x.role} <= _AT
            and (e.dep.unit.kind == "name" or {e.role, x.role} <= _OWNER)
        ):
            # "Nova's office", "the Nova office", "the office at Nova"; but no "Lumen's Nova team"
            both = (self.claim.out[e.head], self.passage.out[x.head])
            double = any({y.role for y in g} >= _OWNER for g in both)
            # "head of research at Nova" is Nova's head of research, "Nova's office at Odran" none of Odran
            sides = [{y.role for y in g if y.role != "of" or y.dep.unit.kind == "name"} for g in both]
            if any(("p:for" in roles and _OWNER & roles) or {"p:at", "of"} <= roles for roles in sides):
                # "Nova's bid for Odran" is none of Odran, "Nova's office at Odran" neither
                return False
            return not (double and e.role in _OWNER) and not self._of_a_part(e, x.head, x.dep)
        served = {e.role, x.role} <= _SERVED and "named" in {e.role, x.role}
        if served and x.head.lemma in self.role_words | self.holders:
            # "a Lumen contributor", "a contributor to Lumen"
            return not e.head.verb and e.dep.unit.kind == "name"
        if (
            not e.head.verb
            and e.dep.kind in {"place", ""}
            and {e.role, x.role} <= _SITES
            and not self._of_a_part(e, x.head, x.dep)
        ):
            return True
        if (e.dep.unit.kind == "number" or _TALLY.fullmatch(e.dep.unit.surface)) and any(
            {e.role, x.role} <= same for same in _OF_NUMBER
        ):
            return True
        if not e.head.verb and not x.head.verb and self._from(e, x):
            return True
        if {e.role, x.role} <= {"mod", "of", "named"} and e.dep.unit.kind == "word":
            return True
        if {e.role, x.role} <= _COMPOUND and "mod" in {e.role, x.role} and e.dep.tag[:2] == x.dep.tag[:2] == "NN":
            # "the speech group", "the group for speech"
            return not e.head.verb and not x.head.verb
        if {e.role, x.role} == {"xcomp", "ccomp"}:
            return True
        if e.head.verb:
            if (
                e.role == "A0"
                and x.role == "A1"
                and e.head.lemma in self.words.turning
                and not any(y.role == "A1" for y in self.claim.out.get(e.head, ()))
            ):
                # "Nova will open the plant" says that the plant will open
                return True
            if e.role == "A1" and x.role == "A0" and self._stopped(e, x):
                return True
            taken = self.words.objects.get(e.head.lemma, frozenset()) | self.words.objects.get(
                x.head.lemma, frozenset()
            )
            roles = {"A1", *(f"p:{p}" for p in taken)}
            if e.role in roles and x.role in roles:
                return True
            if {e.role, x.role} == {"attr", "p:as"}:
                return True
        return False

    def _of_a_part(self, e: Edge, office: Node, whole: Node | None = None) -> bool:
        """ "Head of research at Nova" is head of Nova's research, not of Nova."""
        if e.role not in _OWNER or office.lemma not in self.role_words | self.holders:
            return False
        if any(x.role in _OWNER and x.dep is whole for x in self.passage.out.get(office, ())):
            return False
        parts = [y for y in self.passage.out.get(office, ()) if y.dep is not whole and _names_a_part(y)]
        told = [y for y in self.claim.out.get(e.head, ()) if y.dep is not e.dep and _names_a_part(y)]
        return len(parts) > len(told)

    def _stopped(self, e: Edge, x: Edge) -> bool:
        """ "Production stopped", "the plant closed": it was stopped, was closed; a driver who stopped was not."""
        if e.head.lemma not in self.words.passives or self.claim.deps(e.head, "A0") or self.passage.deps(x.head, "A1"):
            return False
        shop = x.head.lemma in {"close", "shut", "shut_down", "close_down", "open", "reopen"}
        thing = x.dep.unit.kind == "word" and x.dep.lemma not in self.role_words | self.holders and x.dep.tag != "PRP"
        return thing and (x.dep.lemma in self.words.deeds or (shop and x.dep.kind != "person"))

    def _of_deed(self, e: Edge, x: Edge) -> bool:
        """ "The sale of Nova by Orb": who did it and to whom, told by a noun."""
        alone = x.head.lemma in ALONE
        if e.role in _OWNER:
            owned = any(y.role in _OWNER and y.dep is not e.dep for y in self.claim.out.get(e.head, ()))
            if alone:
                return x.role == "A0"
            if e.head.lemma in self.words.agentive:
                # "the criticism of Nova" may be what others say of it
                return x.role == "A0" and e.dep.relation in {"poss", "compound", "nmod"}
            if e.dep.relation == "poss":
                return x.role == "A0" and owned
            return x.role == "A1"
        if e.role == "p:by":
            return x.role == "A0"
        return alone and e.role == "p:from" and x.role == "A1"

    def _to_deed(self, e: Edge, x: Edge) -> bool:
        """ "After the sale" for "after it was sold", "announced the sale" for "announced that it would sell"."""
        if e.role.startswith("p:"):
            return x.role == f"when:{e.role[2:]}" or (e.role == "p:because_of" and x.role == "when:because")
        return e.role == "A1" and x.role == "ccomp" and e.head.lemma in self.words.speech

    def _from(self, e: Edge, x: Edge) -> bool:
        """ "Nova's report", "the report by Nova", "a report from Nova"; but a purchase by Nova is none of Nova."""
        owner, made = (e, x) if e.role in _OWNER else (x, e)
        if (
            made.role not in _MAKER
            or owner.role not in _OWNER
            or (e.head.lemma in self.words.deeds and e.head.lemma not in self.words.agentive)
        ):
            return False
        return owner.dep.relation == "poss" and made.dep.unit.kind in {"name", "word"}


def slot_of(e: Edge) -> str:
    """The slot that a relation of a claim fills, as a person would name it."""
    kind = e.dep.unit.kind
    if kind in {"number", "date"}:
        return kind
    if kind == "quote":
        return "quotation"
    if e.role == "A0" and e.head.verb:
        return "speaker" if e.head.lemma in {"say", "write", "tell", "call", "describe"} else "agent"
    if e.role.startswith("when:"):
        return "cause" if e.role[5:] in {"because", "since", "as"} else "order"
    if "because" in e.role:
        return "cause"
    return "name" if kind == "name" else "binding"
