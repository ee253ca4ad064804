"""Numbers whose noun acts, is acted on or is claimed by a clause: "500 people work at X", "which 400 use"."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.codebook import Amounts
from briefwright.extract.holders import BACK, SUBJECT, Holders, Thing, is_amount, is_time, mention_of, names_product
from briefwright.extract.parsed import Node, Tree
from briefwright.names import Mention
from briefwright.quantities import Quantity

_INSIDE = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "poss"})
_PRODUCT = frozenset({"model", "family", "product"})
#: "500 people work at Google": what a number's own clause may lead to
_TO = frozenset({"at", "for", "with", "on", "in", "from", "via", "to"})


#: fewer are told one by one: they are no crowd
_CROWD = 4
#: words of a deed at most
_MOST = 8
_STOPS = frozenset({",", ":", ".", "-LRB-", "-RRB-", "``", "''", "CC", "HYPH"})


@dataclass(frozen=True, slots=True)
class Reading:
    """An amount with its owner. `attribute`, `relation` are places in the passage; `verb` links them."""

    owner: Thing
    attribute: tuple[int, int] | None = None
    relation: tuple[int, int] | None = None
    verb: str = ""
    before: bool = False
    #: the attribute is the subject of the verb: "Google's shares | fell 50%"
    of_subject: bool = False
    part: tuple[int, int] | None = None
    #: what those do who are counted: "500 boats | have carried small sensors"
    deed: tuple[int, int] | None = None


class Countings(Holders):
    """Reads whose a counted noun is where the noun is no object."""

    def whole(self, node: Node) -> Node:
        """The noun that the amount belongs to: "people" of "500 people", "context" of "a 500-token context"."""
        for _ in range(6):
            head = self.tree.head(node)
            if head is None or node.dep not in _INSIDE or head.i < node.i or not self.is_noun(head):
                return node
            if any(c.low == "," for c in self.tree.nodes[node.i : head.i]) or is_amount(head):
                return node
            node = head
        return node

    def is_noun(self, node: Node) -> bool:
        return node.tag.startswith("NN") or (node.token is not None and not node.verb)

    def counted_name(self, node: Node) -> Thing | None:
        """The product that a bare number counts: "18,000 Petrel R1s"."""
        top = self.whole(node)
        named = top.token is not None and isinstance(top.token.value, Mention) and top.token.value.kind in _PRODUCT
        return self.named(top) if named and top is not node else None

    def names_kind(self, top: Node, possessor: Thing | None) -> bool:
        """Does a product's name stand before a plural that it counts ("Petrel robots"), without a genitive?"""
        if possessor is None or possessor.node is None or possessor.name is None:
            return False
        if possessor.name.kind not in _PRODUCT:
            # "hired five Orrin researchers": they are counted for who hired them
            above = self.tree.head(top)
            hires = above is not None and above.low in self.words.classes["hiring"] and top.dep == "dobj"
            return hires and possessor.node.dep in {"compound", "nmod"}
        return possessor.node.dep in {"compound", "nmod"} and top.low in self.words.classes["pieces"]

    def subject_number(self, verb: Node, top: Node, attribute: tuple[int, int] | None) -> Reading | None:
        """ "500 enterprises use Windows", "500 people work at Google", "500 tokens were raised by Google"."""
        for child in self.tree.below(verb, "dobj", "agent", "prep", "attr"):
            target = child
            if child.dep in {"agent", "prep"}:
                if child.dep == "prep" and child.low not in _TO:
                    continue
                target = next(self.tree.below(child, "pobj"), child)
            if target.low in {"it", "them"}:
                meant = self.used(target) or self.its(target)
                if meant is not None:
                    return Reading(meant, attribute, None, verb.low)
            if target.low in BACK and child.dep == "dobj":
                # "Skein, which more than 400 laboratories use"
                meant = self.pointed_back(verb)
                if meant is not None:
                    return Reading(meant, attribute, None, verb.low)
            if target.token is not None and isinstance(target.token.value, Mention):
                if target.token.value.kind not in {"person", "place", "term"}:
                    return Reading(self.named(target), attribute, None, verb.low)
            elif child.dep in {"dobj"}:
                owner = self.possessor(target, verb) or self._known(target)
                if owner is not None:
                    return Reading(owner, attribute, None, verb.low)
        if any(c.low == "that" for c in self.tree.below(verb, "mark")) and not any(self.tree.below(verb, "dobj")):
            # "a model that Orrin sells and that 400 laboratories use": both hang on the model
            other = next((n for n in reversed(self.tree.nodes[: verb.i]) if n.verb and n.dep == "relcl"), None)
            meant = self.pointed_back(other) if other is not None else None
            return Reading(meant, attribute, None, verb.low) if meant is not None else None
        return None

    def _known(self, node: Node) -> Thing | None:
        """ "the series": the product that it stands for."""
        thing, noun, _ = self.thing(node) if self.is_product(node) else (None, None, None)
        return thing if thing is not None and thing.name is not None and noun is None else None

    def pointed_back(self, verb: Node) -> Thing | None:
        """The name that a clause with "which" or "that" hangs on."""
        head = self.tree.head(verb)
        while verb.dep == "conj" and head is not None and head.verb:
            verb, head = head, self.tree.head(head)
        if head is None or head.verb or verb.dep not in {"relcl", "acl"}:
            return None
        thing, attribute, _ = self.thing(head)
        return thing if thing is not None and thing.name is not None and attribute is None else None

    def used(self, node: Node) -> Thing | None:
        """ "… Skein in May, and 400 laboratories use it": the one product named before in the sentence."""
        named = [n for n in self.tree.nodes[: node.i] if names_product(n)]
        return self.named(named[-1]) if len({mention_of(n).key for n in named}) == 1 else None

    def claimed(self, top: Node) -> Reading | None:
        """ "the 500 tokens that Windows can take in", "the 500 firms that use Windows", "people working at Google"."""
        for verb in self.tree.below(top, "relcl", "acl"):
            if self.words.verbs.get(verb.low) == "valuation":
                # "raised $5, which values the firm at $500": the first is no valuation
                continue
            subjects = [*self.tree.below(verb, *SUBJECT)]
            subject = next((s for s in subjects if s.low not in BACK), next(iter(subjects), None))
            if subject is not None and subject.low not in BACK:
                if any(c.low == "of" for c in self.tree.below(subject, "prep")) and not subject.tag.startswith("NN"):
                    # "five models, all of which were trained …" says whose the rest is, not the models
                    continue
                thing = self.thing(subject)[0]
                if thing is not None and thing.name is not None and thing.name.kind not in {"person", "place"}:
                    return Reading(thing, None, None, verb.low)
            elif verb.tag != "VBN" or subject is not None:
                found = self.subject_number(verb, top, None)
                if found is not None:
                    return found
        return None

    def crowd(self, quantity: Quantity, node: Node) -> Reading | None:
        """ "About 500 boats feed the model": those who are counted own their number, with what they do."""
        top = self.whole(node)
        verb = self.tree.head(top)
        # "the 500 firms that pay Google are worried"
        behind = [v for v in self.tree.below(top, "relcl") if any(s.low in BACK for s in self.tree.below(v, *SUBJECT))]
        if top.dep not in SUBJECT or behind:
            verb = behind[0] if len(behind) == 1 else None
        if verb is None or not verb.verb or top.tag != "NNS" or top.token is not None:
            return None
        if (
            quantity.low < _CROWD
            or is_time(top)
            or top.low.removesuffix("s") in self.words.classes["models"]
            or verb.low in self.words.classes["saying"]
            or (verb.dep == "relcl" and not behind)
        ):
            return None
        of = next((c for c in self.tree.below(top, "prep") if c.low == "of"), None)
        whose = next(self.tree.below(of, "pobj"), None) if of is not None else None
        if whose is not None and whose.token is None and whose.tag.startswith("NN"):
            # "all 500 employees of the two bodies will be offered contracts"
            return Reading(Thing(None, *self.tree.phrase(whose), whose), verb=verb.low)
        deed = self._deed(verb)
        return Reading(Thing(None, *self.tree.phrase(top), top), verb=verb.low, deed=deed) if deed is not None else None

    def _deed(self, verb: Node) -> tuple[int, int] | None:
        """The words from a verb with its auxiliaries to the end of what it is done to or where."""
        if any(c.low in {"that", "whether", "if"} for c in self.tree.below(verb, "mark")) and not any(
            self.tree.below(verb, "dobj", "prep", "agent", "auxpass", "prt", "advmod")
        ):
            return None
        begin = min([verb, *(c for c in self.tree.below(verb, "aux", "auxpass", "neg") if c.i < verb.i)],
                    key=lambda n: n.i)  # fmt: skip
        kept = [verb]
        for node in self.tree.nodes[verb.i + 1 :]:
            if node.tag in _STOPS or node.dep in {"cc", "mark", "punct"} or len(kept) > _MOST or node.low in BACK:
                break
            kept.append(node)
        while kept[-1].tag in {"IN", "DT", "TO", "PRP$", "JJ", "RB", "CD"} and kept[-1] is not verb:
            kept.pop()
        return begin.start, kept[-1].end


def is_person(reading: Reading) -> bool:
    """Is the owner that was read a person?"""
    return reading.owner.name is not None and reading.owner.name.kind == "person"


def share_of_another(tree: Tree, top: Node, words: Amounts) -> bool:
    """ "Owns 28 percent of Google", "accounts for 31 percent of Google's sales": a share is that of whoever has it."""
    above = tree.head(top)
    if above is None:
        return False
    if top.dep == "dobj":
        up = any(c.low == "up" for c in tree.below(above, "prt"))
        return above.low in words.classes["holding"] or (up and above.low in {"make", "makes", "made"})
    verb = tree.head(above)
    return top.dep == "pobj" and above.low == "for" and verb is not None and verb.low in words.classes["making_up"]
