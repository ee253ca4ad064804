"""Whose a noun is: the name it stands for, the name it belongs to, and the subject of a verb.

Nothing is guessed: a noun that could stand for several things stands for none.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.codebook import Codebook
from briefwright.extract.parsed import Node, Tree
from briefwright.extract.tokens import Token
from briefwright.names import Mention
from briefwright.quantities import Quantity

SUBJECT = ("nsubj", "nsubjpass")
BACK = frozenset({"that", "which", "who", "whom"})


@dataclass(frozen=True, slots=True)
class Thing:
    """What owns a number: a name, or a noun of the sentence that nothing names (its place in the passage)."""

    name: Mention | None
    start: int
    end: int
    node: Node | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the passage has said so far: the thing that its last sentence was about, and the one product in it."""

    subject: Mention | None = None
    product: Mention | None = None


class Holders:
    """Reads the subjects and owners of one sentence."""

    def __init__(self, tree: Tree, codebook: Codebook, known: Known) -> None:
        self.tree = tree
        self.lexicon = codebook.lexicon
        self.words = codebook.amounts
        self.known = known

    def subject(self, verb: Node) -> Node | None:
        for _ in range(6):
            own = next(self.tree.below(verb, *SUBJECT), None)
            if own is not None:
                if own.low in BACK and verb.dep == "relcl":
                    return self.tree.head(verb)
                return own if own.low not in BACK else None
            head = self.tree.head(verb)
            if head is None:
                return None
            if verb.dep in {"relcl", "acl"}:
                return head
            if verb.dep == "pcomp":
                # "by cutting costs": the one who does it is the subject of the clause
                above = self.tree.head(head)
                if above is None or not above.verb:
                    return None
                verb = above
                continue
            if verb.dep in {"conj", "xcomp", "advcl"} and head.verb:
                done = next(self.tree.below(head, "dobj"), None)
                if verb.dep == "xcomp" and done is not None:
                    return done if head.low in self.words.classes["control"] else None
                if verb.dep == "advcl" and verb.tag not in {"VBG", "VB", "VBN"}:
                    return None
                verb = head
                continue
            return None
        return None

    def thing(self, node: Node) -> tuple[Thing | None, tuple[int, int] | None, tuple[int, int] | None]:
        """What a noun stands for: (the owner, the attribute that the noun is of it, the part of it that is meant)."""
        if node.token is not None:
            if isinstance(node.token.value, Mention):
                return self.named(node), None, None
            return None, None, None
        if node.low in {"it", "its"}:
            return self._its(node), None, None
        if not node.tag.startswith("NN"):
            return self._pointed(node)
        above = self.tree.head(node)
        if node.dep == "appos" and above is not None and above.token is not None and self._is_name(above):
            # "Halloran, an Irish company that has fitted 60 arms"
            return self.named(above), None, None
        beside = next((c for c in self.tree.below(node, "appos") if c.token is not None), None)
        if beside is not None and isinstance(beside.token and beside.token.value, Mention):
            return self.named(beside), None, None
        if node.low.removesuffix("s") in self.words.classes["related"]:
            return None, None, None
        owner = self.possessor(node, node)
        if owner is not None:
            if self.is_product(node):
                return owner, None, self.tree.phrase(node)
            return owner, self.label(node), None
        definite = any(
            c.low in {"the", "this", "that", "these", "its", "all", "both"} for c in self.tree.below(node, "det")
        )
        if definite and self.is_product(node):
            known = self.known.product
            if known is None or (
                known.kind == "product" and node.low.removesuffix("s") in self.words.classes["models"]
            ):
                return None, None, None
            start, end = self.tree.phrase(node)
            return Thing(known, node.start, node.end, node), None, (start, end) if start < node.start else None
        pointing = any(c.low in {"this", "that", "these", "those", "such"} for c in self.tree.below(node, "det"))
        if pointing or (definite and self.is_body(node)):
            # "the lab", "this move": which one, nobody says here
            return None, None, None
        return Thing(None, *self.label(node), node), None, None

    def _is_name(self, node: Node) -> bool:
        named = node.token.value if node.token is not None else None
        return isinstance(named, Mention) and named.kind not in {"place", "term", "person"}

    def _pointed(self, node: Node) -> tuple[Thing | None, tuple[int, int] | None, tuple[int, int] | None]:
        """ "the larger of its two versions", "both", "all of which": a product that only pointing words stand for."""
        of = next((c for c in self.tree.below(node, "prep") if c.low == "of"), None)
        whole = next(self.tree.below(of, "pobj"), None) if of is not None else None
        if whole is not None and whole.tag.startswith("NN") and self.is_product(whole):
            thing, _, _ = self.thing(whole)
            return thing, None, (node.start, node.end)
        known = self.known.product
        if node.low in {"all", "both", "each"} and known is not None and (whole is None or whole.low in BACK):
            return Thing(known, node.start, node.end, node), None, None
        return None, None, None

    def is_body(self, head: Node) -> bool:
        nouns = self.lexicon.organisation_nouns
        return head.low in nouns or head.low.removesuffix("s") in nouns or head.low.replace("ies", "y") in nouns

    def is_product(self, node: Node) -> bool:
        """Does a noun stand for a product or one of its editions ("the model", "the largest version")?"""
        kinds, parts, editions = self.lexicon.model_nouns, self.words.classes["parts"], self.words.classes["editions"]
        return (node.low in kinds | editions and node.low not in parts) or node.low.removesuffix("s") in editions

    def possessor(self, noun: Node, first: Node) -> Thing | None:
        """ "Google's users", "Google shares", "users of Windows", "its users"."""
        for child in self.tree.below(noun, "poss", "compound", "nmod"):
            if child.token is not None and isinstance(child.token.value, Mention):
                if child.token.value.kind not in {"place", "term"} and child.i < noun.i:
                    return self.named(child)
            elif child.dep == "poss" and child.low == "its":
                return self._its(child)
            elif child.dep == "poss" and child.tag.startswith("NN"):
                thing, _, _ = self.thing(child)
                if thing is not None:
                    return thing
        for child in self.tree.below(noun, "prep"):
            if child.low not in {"of", "for", "in", "at"} or (child.i < first.i and noun.i > first.i):
                continue
            target = next(self.tree.below(child, "pobj"), None)
            if child.low == "of" and target is not None and target.token is None:
                inner = self.possessor(target, first) if target.tag.startswith("NN") else None
                if inner is not None:
                    return inner
            if target is None or target.token is None or not isinstance(target.token.value, Mention):
                continue
            kinds = {"of": {"place", "term"}, "for": {"place", "term", "person"}}.get(
                child.low, {"place", "term", "person", "model", "family", "product"}
            )
            if target.token.value.kind not in kinds:
                return self.named(target)
        return None

    def _its(self, node: Node) -> Thing | None:
        """ "its": the one body or product named before it in the sentence, or the subject of its clause; else what the
        sentence before was about.
        """
        named = [n for n in self.tree.nodes[: node.i] if n.token is not None and isinstance(n.token.value, Mention)]
        bodies = [n for n in named if mention_of(n).kind not in {"person", "place", "term"}]
        if len({mention_of(n).key for n in bodies}) == 1:
            return self.named(bodies[-1])
        verb: Node | None = node
        while verb is not None and not verb.verb:
            verb = self.tree.head(verb)
        subject = self.subject(verb) if verb is not None else None
        if subject is not None and subject in bodies:
            return self.named(subject)
        known = self.known.subject
        return None if known is None or bodies else Thing(known, node.start, node.end, node)

    def label(self, node: Node) -> tuple[int, int]:
        """The words for what a noun measures: of "the number of users" the users, else the noun with its adjectives."""
        if node.low in self.words.classes["counts"]:
            of = next((c for c in self.tree.below(node, "prep") if c.low == "of"), None)
            counted = next(self.tree.below(of, "pobj"), None) if of is not None else None
            if counted is not None and counted.token is None:
                return self.tree.phrase(counted)
        return self.tree.phrase(node)

    def at(self, token: Token) -> Thing:
        """The thing that a name of the sentence is."""
        assert isinstance(token.value, Mention)
        return Thing(token.value, token.start, token.end)

    def named(self, node: Node) -> Thing:
        assert node.token is not None and isinstance(node.token.value, Mention)
        return Thing(node.token.value, node.start, node.end, node)


def amount_of(node: Node) -> Quantity:
    """The amount that a word is a part of."""
    assert node.token is not None and isinstance(node.token.value, Quantity)
    return node.token.value


def is_amount(node: Node) -> bool:
    return node.token is not None and isinstance(node.token.value, Quantity)


def is_money(node: Node) -> bool:
    return node.token is not None and isinstance(node.token.value, Quantity) and node.token.value.kind == "money"


def mention_of(node: Node) -> Mention:
    assert node.token is not None and isinstance(node.token.value, Mention)
    return node.token.value


def is_time(node: Node) -> bool:
    return node.low in {"time", "times", "day", "days", "week", "weeks", "month", "months", "year", "years"}


def about(tree: Tree, codebook: Codebook, known: Known) -> Mention | None:
    """The name that a sentence is about: the subject of its main verb."""
    root = next((n for n in tree.nodes if n.head == n.i), None)
    subject = next(tree.below(root, *SUBJECT), None) if root is not None else None
    if subject is None:
        return None
    thing, noun, part = Holders(tree, codebook, known).thing(subject)
    return None if thing is None or part is not None or noun is not None else thing.name
