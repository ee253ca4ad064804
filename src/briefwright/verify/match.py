"""A claim's graph laid over a passage's: every node and edge of the claim must stand in the passage, bound alike."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.codebook import Codebook
from briefwright.quantities import Quantity
from briefwright.verify.bonds import Bonds, slot_of
from briefwright.verify.deduce import is_plain, is_told
from briefwright.verify.graph import Edge, Graph, Node
from briefwright.verify.limits import SO_FEW, limits
from briefwright.verify.narrowed import compared_with, comparisons, greatest, measured, narrowed, no_longer, restricted
from briefwright.verify.respective import RESPECTIVELY, respective
from briefwright.verify.tenses import NOT_YET, same_time
from briefwright.verify.values import Names
from briefwright.verify.verdict import Fault

_STEPS = 4000
_CORE = ("A1", "attr", "xcomp", "ccomp", "content")
#: Hedges of one strength.
_DOUBT = {"purportedly": "allegedly", "reported": "reportedly", "might": "may", "could": "may", "possibly": "may",
          "perhaps": "may", "potentially": "may", "probably": "likely"}  # fmt: skip
_SAID_BY_OTHERS = frozenset({"reportedly", "allegedly", "supposedly"})
#: What a sentence may call itself at its end: "A left, a rumour that B denied".
_HEARSAY = frozenset("rumour rumor allegation claim speculation accusation lie theory suggestion assumption".split())
_FINITE = frozenset({"past", "present", "future", "modal", "going", "to"})
_PLURAL = frozenset({"NNS", "NNPS"})
#: Nouns that are the same for one and for many.
_ONE_NUMBER = frozenset(
    "aircraft spacecraft sheep fish series species staff workforce personnel offspring headquarters means".split()
)
_STRICT = frozenset({"if", "unless", "provided", "until"})


#: Things of which "it meant that they could sell" says that they could.
_THAT_MEAN = frozenset(
    """licence license deal rule ruling law design architecture agreement contract patent price format ban policy
    accessibility openness size lack absence shortage""".split()
)


class Match(Bonds):
    """The best way to lay a claim over a passage, found by search."""

    def __init__(self, claim: Graph, passage: Graph, names: Names, codebook: Codebook) -> None:
        super().__init__(claim, passage, names, codebook)
        self.order = [n for n in self._ordered() if not n.optional]
        self.candidates = {n: self._candidates(n) for n in self.order}
        self.one_by_one = any(n.lemma == RESPECTIVELY for n in passage.nodes)
        self.compared = comparisons(claim, passage)
        self.best: list[Fault] | None = None
        self.cost = 10**6
        self.steps = 0

    def faults(self) -> list[Fault]:
        """The faults of the best match: none means that the passage proves the claim."""
        self._search(0, {}, 0)
        return self.best if self.best is not None else [Fault("text", "the claim is too long to be judged", False)]

    # ---- search

    def _ordered(self) -> list[Node]:
        """Nodes so that each stands next to one before it, deeds first."""
        out: list[Node] = []
        todo = [n for n in self.claim.nodes if n.verb] + self.claim.nodes
        for root in todo:
            stack = [root]
            while stack:
                n = stack.pop(0)
                if n in out:
                    continue
                out.append(n)
                stack += [e.dep for e in self.claim.out.get(n, ())]
        return out

    def _search(self, at: int, found: dict[Node, Node | None], cost: int) -> None:
        self.steps += 1
        if cost >= self.cost or self.steps > _STEPS:
            return
        if at == len(self.order):
            faults = list(self._all_faults(found))
            total = sum(f.weight for f in faults)
            if total < self.cost:
                self.cost, self.best = total, faults
            return
        node = self.order[at]
        tries: list[tuple[int, int, Node | None]] = []
        for i, candidate in enumerate(self.candidates[node]):
            found[node] = candidate
            tries.append((sum(f.weight for f in self._edge_faults(node, found)), i, candidate))
        tries.sort(key=lambda t: t[:2])
        for extra, _, choice in [*tries, (4, 0, None)]:
            found[node] = choice
            self._search(at + 1, found, cost + extra)
            if self.cost == 0:
                return
        del found[node]

    def _candidates(self, c: Node) -> list[Node]:
        out: list[Node] = []
        for p in self.passage.nodes:
            twin = any(p.entity >= 0 and p.entity == q.entity and p.unit.kind == q.unit.kind == "name" for q in out)
            if not twin and self._word(c, p):
                out.append(p)
        return out

    def _edge_faults(self, node: Node, found: dict[Node, Node | None]) -> Iterator[Fault]:
        """Faults of the edges between this node and those that were laid before it."""
        for e in (*self.claim.out.get(node, ()), *self.claim.into.get(node, ())):
            if e.head in found and e.dep in found:
                yield from self._one_edge(e, found)

    def _one_edge(self, e: Edge, found: dict[Node, Node | None]) -> Iterator[Fault]:
        head, dep = found.get(e.head), found.get(e.dep)
        if head is None or dep is None or self._edge(e, head, dep, found):
            return
        rivals = [x for h in self._heads(head) for x in self.passage.out.get(h, ()) if self._role(e, x)]
        crossed = [x for h in self._heads(head) for x in self.passage.out.get(h, ()) if self._same_thing(x.dep, dep)]
        kind = e.dep.unit.kind
        slot = slot_of(e)
        if crossed and e.role in {"A0", "A1"} and any(x.role in {"A0", "A1"} for x in crossed):
            # "the plant closed", "the plant was closed": not the same, and no contradiction
            sure = e.head.lemma not in self.words.turning
            yield Fault("order", f"in the passage “{e.dep.unit.surface}” stands on the other side of the deed", sure)
        elif rivals and any(x.dep.unit.kind == kind != "word" for x in rivals):
            other = next(x.dep for x in rivals if x.dep.unit.kind == kind)
            # a name of the same sentence may belong there too, in a way that the grammar does not show
            sure = kind != "name" or dep.sentence != other.sentence
            said = f"the passage has “{other.unit.surface}” where the claim has “{e.dep.unit.surface}”"
            yield Fault(slot, said, sure)
        else:
            said = f"the passage does not join “{e.dep.unit.surface}” to “{e.head.unit.surface}” in this way"
            yield Fault(slot, said, False, 2)

    # ---- the whole

    def _all_faults(self, found: dict[Node, Node | None]) -> Iterator[Fault]:
        for c, p in found.items():
            if p is None:
                yield self._missing(c, found)
                continue
            yield from self._colours(c, p)
            if c.verb and p.verb:
                yield from self._deed(c, p, found)
            elif p.verb:
                yield from self._happened(c, p, found)
            elif c.unit.kind == "word":
                yield from self._thing(c, p, found)
        for e in self.claim.edges:
            yield from self._one_edge(e, found)
        yield from self._apart(found)
        if self.one_by_one:
            yield from respective(self.claim, self.passage, found)
        for c, p in found.items():
            if c.verb and p is not None:
                yield from self._together(c, p, found)

    def _apart(self, found: dict[Node, Node | None]) -> Iterator[Fault]:
        """Two deeds, numbers or dates of the claim need two of the passage; no word may stand outside every deed."""
        taken: dict[Node, Node] = {}
        for c, p in found.items():
            if p is None:
                continue
            if c.unit.kind in {"number", "date"} or (c.verb and not c.virtual):
                if p in taken and not p.virtual:
                    yield Fault(
                        "binding", f"the passage says only once what the claim says twice: “{c.unit.surface}”", False
                    )
                taken[p] = c
            if len(found) > 1 and not self.claim.out.get(c) and not self.claim.into.get(c):
                yield Fault("grammar", f"how “{c.unit.surface}” belongs to the claim is not clear", False)
        roots = [c for c in self.claim.nodes if c.relation == "ROOT"]
        if not roots or not all(c.verb for c in roots):
            # a noun phrase, or a sentence whose verb the grammar takes for something else
            yield Fault("grammar", "the claim has no main verb that the grammar shows", False)

    def _together(self, c: Node, p: Node, found: dict[Node, Node | None]) -> Iterator[Fault]:
        """Of "released A in March and B in May", A goes with March."""
        laid: dict[int, set[int]] = {}
        for e in self.claim.out.get(c, ()):
            d = found.get(e.dep)
            if d is None or d is p:
                continue
            at = [x for x in self.passage.out.get(p, ()) if self._same_thing(x.dep, d) and self._role(e, x)]
            for x in at:
                if x.dep.bundle and (e.role != "A0" or x.order):
                    laid.setdefault(e.dep.bundle, set()).add(x.dep.bundle)
            if not at and d.bundle and d.sentence == p.sentence:
                # it hangs on another word of its part
                laid.setdefault(e.dep.bundle, set()).add(d.bundle)
        if any(len(parts) > 1 for parts in laid.values()):
            yield Fault("binding", "the passage gives these together with other things", False)

    def _missing(self, c: Node, found: dict[Node, Node | None]) -> Fault:
        for e in self.claim.into.get(c, ()):
            head = found.get(e.head)
            if head is None:
                continue
            for x in self.passage.out.get(head, ()):
                if self._role(e, x) and self.words.opposed(x.dep.lemma, c.lemma):
                    return Fault(
                        "meaning", f"the passage says “{x.dep.unit.surface}”, the claim “{c.unit.surface}”", True, 4
                    )
                if self._role(e, x) and c.unit.kind == x.dep.unit.kind != "word":
                    return Fault(
                        slot_of(e),
                        f"the passage has “{x.dep.unit.surface}” where the claim has “{c.unit.surface}”",
                        True,
                        4,
                    )
        return Fault("text", f"nothing in the passage proves “{c.unit.surface}”", False, 4)

    def _colours(self, c: Node, p: Node) -> Iterator[Fault]:
        """Negation, limits, alternatives: what turns or narrows the sense of a word."""
        if c.negated != p.negated:
            yield Fault("negation", "one affirms what the other denies", True)
        mine, theirs = limits(c), limits(p)
        if not mine & {"only", SO_FEW}:
            theirs -= {SO_FEW}
        mine = {"only" if b == SO_FEW else b for b in mine}
        theirs = {"only" if b == SO_FEW else b for b in theirs}
        if theirs - mine and not (theirs - mine == {"formerly"} and c.lemma == "be" and c.tense == "past"):
            yield Fault("scope", f"the passage says “{sorted(theirs - mine)[0]}”, the claim does not", True)
        if mine - theirs == {"formerly"} and c.lemma == p.lemma == "be" and (p.tense == "past" or self._once(p)):
            mine = theirs
        if mine - theirs:
            # a limit that stands by another word of the passage may bind this one as well: not proved, not refuted
            elsewhere = any(limits(n) & (mine - theirs) for n in self.passage.nodes)
            yield Fault("scope", f"the claim says “{sorted(mine - theirs)[0]}”, the passage does not", not elsewhere)
        if p.either != c.either:
            yield Fault("choice", "one leaves open with “or” what the other joins", True)
        if p.asks and not c.asks and p.unit.kind != "name":
            yield Fault("hedge", "the passage asks, the claim asserts", False)
        if isinstance(c.unit.value, Quantity) and isinstance(p.unit.value, Quantity):
            fault = self.unequal(p, c.unit.value)
            if fault:
                yield Fault("number", f"the passage says “{p.unit.surface}”, the claim “{c.unit.surface}”", True)

    def _once(self, p: Node) -> bool:
        """Is the role a former one?"""
        roles = self.passage.deps(p, "attr")
        return any(m.lemma in {"former", "onetime", "ex"} for r in roles for m in self.passage.deps(r, "mod"))

    def _deed(self, c: Node, p: Node, found: dict[Node, Node | None]) -> Iterator[Fault]:
        mine, theirs = {_DOUBT.get(h, h) for h in c.hedges}, {_DOUBT.get(h, h) for h in p.hedges}
        if p.above is not None and c.above is not None and {c.tense, p.tense} == {"future", "modal"}:
            # "said that it would cut", "will cut, he said"
            mine, theirs = mine - {"would"}, theirs - {"would"}
        if theirs - mine:
            # one word of hearsay for another may be fair or not: a person can tell
            sure = not (theirs - mine <= _SAID_BY_OTHERS and mine & _SAID_BY_OTHERS)
            yield Fault("hedge", f"the passage says “{sorted(theirs - mine)[0]}”, the claim does not", sure)
        elif mine - theirs:
            yield Fault("hedge", f"the claim says “{sorted(mine - theirs)[0]}”, the passage does not", True)
        if not same_time(self.claim, self.passage, c, p, self.words):
            finite = {c.tense, p.tense} <= _FINITE
            yield Fault("tense", f"“{p.unit.surface}” and “{c.unit.surface}” are of different times", finite)
        yield from self._hangs(c, p, found)
        for n in self.passage.nodes:
            behind = n.sentence == p.sentence and n.place > p.place and n.relation == "appos"
            if behind and n.lemma in _HEARSAY and n not in found.values():
                yield Fault("hedge", f"the passage calls it a “{n.unit.surface}”", False)
        if p.condition in _STRICT | {"whether", "when"} and p.condition != c.condition:
            yield Fault("condition", f"the passage says it under “{p.condition}”", True)
        roles = {e.role for e in self.claim.out.get(c, ())}
        yield from narrowed(self.claim, self.passage, c, p)
        yield from compared_with(self.compared, p)
        yield from no_longer(self.claim, self.passage, c, p)
        for x in self.passage.out.get(p, ()):
            once = x.role == "when:once" and p.tense in NOT_YET
            if x.role.startswith("when:") and (once or x.role[5:] in _STRICT) and x.role not in roles:
                yield Fault("condition", f"the passage adds a condition with “{x.role[5:]}”", True)
            if (
                x.role in _CORE
                and not (roles & {*_CORE, "when:"})
                and not any(self._role(e, x) for e in self.claim.out.get(c, ()))
            ):
                yield Fault("text", f"the claim leaves out “{x.dep.unit.surface}”", False)

    def _happened(self, c: Node, p: Node, found: dict[Node, Node | None]) -> Iterator[Fault]:
        """ "The sale of Nova" needs a passage that tells the deed as done, or the one who told it."""
        # "days after launching it": it was launched, if what came after it is told
        over = [x.head for x in self.passage.into.get(p, ()) if x.role in {"when:after", "p:after", "when:since"}]
        done = p.tag == "VBG" and p.tense == "" and is_plain(p) and any(h.verb and is_told(h) for h in over)
        told = done or (is_told(p) and p.tense in {"past", "done", "any"})
        by = p.above is not None and any(
            q is not None and self._same_thing(q, p.above[0]) and e.role == "A1"
            for e in self.claim.into.get(c, ())
            for q in (found.get(e.head),)
        )
        if not told and not (by and not p.negated and not p.condition):
            yield Fault("hedge", f"the passage does not say that it came to a “{c.unit.surface}”", False)

    def _hangs(self, c: Node, p: Node, found: dict[Node, Node | None]) -> Iterator[Fault]:
        """What the deed hangs on in the passage must be in the claim."""
        above = p.above
        while above is not None and self._came_true(above[0]):
            above = above[0].above
        mine = c.above
        if above is None:
            if mine is not None and found.get(mine[0]) is None:
                yield Fault("attribution", f"the passage does not say it by “{mine[0].unit.surface}”", False)
            elif mine is None and p.unit.quoted and not c.unit.quoted:
                yield Fault("attribution", "in the passage it stands in somebody's words", False)
            return
        governor = found.get(mine[0]) if mine is not None else None
        if governor is not None and self._same_thing(governor, above[0]):
            return
        spoken = above[0].lemma in self.words.speech
        yield Fault(
            "attribution" if spoken else "hedge",
            f"the passage has it only by “{above[0].unit.surface}”, the claim not",
            mine is None and not p.shared and (spoken or above[1] == "xcomp"),
        )

    def _came_true(self, over: Node) -> bool:
        """Does a verb say of what hangs on it that it is so: "managed to", "the licence meant that"?"""
        if over.negated:
            return False
        if over.lemma == "mean":
            things = self.passage.deps(over, "A0")
            return is_told(over) and bool(things) and all(t.lemma in _THAT_MEAN | set(self.words.deeds) for t in things)
        return over.lemma in self.words.fulfilled

    def _thing(self, c: Node, p: Node, found: dict[Node, Node | None]) -> Iterator[Fault]:
        """A thing keeps its number, its quantifier and what makes it this thing and no other."""
        alike = c.unit.surface.casefold() == p.unit.surface.casefold()
        countable = p.relation != "compound" and c.lemma not in self.words.deeds
        countable = countable and not {c.lemma, p.lemma} & _ONE_NUMBER
        if not alike and countable and c.tag[:2] == p.tag[:2] == "NN" and (c.tag in _PLURAL) != (p.tag in _PLURAL):
            yield Fault("scope", f"one speaks of “{c.unit.surface}”, the other of “{p.unit.surface}”", False)
        if c.quantifier != p.quantifier:
            one, other = p.quantifier or "no such word", c.quantifier or "no such word"
            yield Fault(
                "scope",
                f"the passage says “{one}” of “{p.unit.surface}”, the claim “{other}”",
                bool(p.quantifier and c.quantifier),
            )
        if c.relation == "attr" and c.determiner == "the" and p.determiner == "a" and not p.verb:
            yield Fault("scope", f"the passage says “a {p.unit.surface}”, the claim “the {c.unit.surface}”", False)
        laid = [found.get(e.dep) for e in self.claim.out.get(c, ())]
        was = any(e.head.lemma == "be" and e.head.tense == "past" for e in self.claim.into.get(c, ()))
        named = any(q is not None and q.unit.kind == "name" for q in laid) and c.determiner == "the"
        alone = sum(n.lemma == p.lemma and not n.virtual for n in self.passage.nodes) == 1
        definite = c.determiner == "the" or p.determiner == "the"
        yield from greatest(self.passage, c, p, [q for q in laid if q is not None])
        strict = self.strict(p)
        if strict or self.counted(p):
            beside = [q for q in laid if q is not None]
            yield from restricted(self.passage, p, beside, found.values(), qualities_alone=not strict)
        yield from measured(self.claim, self.passage, c, p, [q for q in laid if q is not None], self.words)
        for x in self.passage.out.get(p, ()):
            if any(q is not None and self._same_thing(q, x.dep) for q in laid):
                continue
            low = x.dep.lemma
            if x.role == "mod":
                if not x.own:
                    continue
                if low in {"former", "onetime", "ex"} and was:
                    continue
                if {low, x.dep.unit.surface.casefold()} & self.words.keep or any(
                    low.startswith(k) for k in self.words.keep if k.endswith("-")
                ):
                    yield Fault("scope", f"the passage says “{x.dep.unit.surface} {p.unit.surface}”", True)
                elif p.lemma in self.role_words and x.dep.tag[:2] != "NN" and low not in self.words.colour:
                    yield Fault("role", f"the passage says “{x.dep.unit.surface} {p.unit.surface}”", False)
                elif (
                    definite
                    and not named
                    and not (alone and c.tag == "NN")
                    and low not in self.words.colour
                    and x.dep.tag[:2] != "NN"
                ):
                    yield Fault("scope", f"the passage speaks of the “{x.dep.unit.surface} {p.unit.surface}”", False)
            elif (
                x.role == "num"
                and c.determiner == "the"
                and not (p.determiner == "the" or alone)
                and not any(q is not None and self._same_thing(q, x.dep) for q in found.values())
            ):
                yield Fault("scope", f"the passage says “{x.dep.unit.surface}” of “{p.unit.surface}”", False)
