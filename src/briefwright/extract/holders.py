"""Whose a noun is: the name it stands for, the name it belongs to, and the subject of a verb.

Nothing is guessed: a noun that could stand for several things stands for none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.codebook import Codebook
from briefwright.extract.antecedents import clause_between, opened, sets_the_scene, where_from
from briefwright.extract.parsed import Node, Tree
from briefwright.extract.tokens import Token
from briefwright.names import Mention
from briefwright.quantities import Quantity

SUBJECT = ("nsubj", "nsubjpass")
_PRODUCT = frozenset({"model", "family", "product"})
_TIMES = frozenset("time day week month year yr quarter season decade century hour minute today tomorrow night".split())
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
    """What the passage has said so far: the thing that its last sentence was about, and the products in it.

    `product` is the one product that can be meant, `products` are all that were named. `body` is the one organisation
    that "the company" can be.
    """

    subject: Mention | None = None
    product: Mention | None = None
    products: tuple[Mention, ...] = ()
    body: Mention | None = None
    #: was that one spoken of last? If not, only a noun that says more than "the company" can be it
    near: bool = True
    #: the product that a line of a list is about, whatever the line leaves out
    line: Mention | None = None


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
                    return self._behind(self.tree.head(verb))
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
            if (clause := clause_between(self.tree, head, verb)) is not None:
                verb = clause
                continue
            if verb.dep in {"conj", "xcomp", "advcl"} and head.verb:
                done = next(self.tree.below(head, "dobj"), None)
                opened = any(c.dep in {"mark", "advmod"} and c.i < verb.i for c in self.tree.below(verb))
                modal = any(c.tag == "MD" for c in self.tree.below(verb, "aux"))
                joined = verb.dep == "conj" and any(head.i < c.i < verb.i for c in self.tree.below(head, "cc"))
                if modal and not opened and not joined and done is not None and done.i < verb.i and verb.dep != "xcomp":
                    # "analysts reckoned a recall could cost $500": the parser takes the subject for an object
                    return done
                if verb.dep == "xcomp" and done is not None:
                    return done if head.low in self.words.classes["control"] else None
                if verb.dep == "advcl" and verb.tag not in {"VBG", "VB", "VBN"} and opened:
                    return None
                verb = head
                continue
            return None
        return None

    def _behind(self, noun: Node | None) -> Node | None:
        """ "a model | of 500 parameters that calculates …": a clause behind what a thing is made of is the thing's."""
        if noun is None or noun.low not in self.words.classes["units"]:
            return noun
        of = self.tree.head(noun)
        whole = self.tree.head(of) if of is not None and of.low in {"of", "with"} else None
        return whole if whole is not None and not whole.verb else noun

    def thing(self, node: Node) -> tuple[Thing | None, tuple[int, int] | None, tuple[int, int] | None]:
        """What a noun stands for: (the owner, the attribute that the noun is of it, the part of it that is meant)."""
        if node.token is not None:
            if isinstance(node.token.value, Mention):
                return self.named(node), None, None
            return None, None, None
        if node.low in {"it", "its"}:
            return self.its(node), None, None
        if not node.tag.startswith("NN") and node.low not in self.words.classes["of_bodies"]:
            return self._pointed(node)
        above = self.tree.head(node)
        if node.dep == "appos" and above is not None and above.token is not None and self._is_name(above):
            # "Pelmora, an Irish company that has fitted 60 arms"
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
        if node.low == "version" and not definite and self.tree.nodes[node.i + 1 : node.i + 2][0:1] and (
            self.tree.nodes[node.i + 1].tag == "CD"
        ):  # fmt: skip
            # "Version 4.1": of what, nobody says here
            return None, None, None
        if definite and self.is_product(node):
            known = self.meant(node)
            if known is None:
                return None, None, None
            start, end = self.tree.phrase(node)
            amounts = [c for c in self.tree.below(node) if c.i < node.i and is_amount(c)]
            part = (start, end) if start < node.start and not amounts else None
            return Thing(known, node.start, node.end, node), None, part
        if definite and node.low in self.words.classes["bodies"] and self._firm(node):
            return Thing(self.known.body, node.start, node.end, node), None, None
        pointing = any(c.low in {"this", "that", "these", "those", "such"} for c in self.tree.below(node, "det"))
        bare = all(c.dep in {"det", "poss", "case", "punct", "relcl"} for c in self.tree.below(node))
        if pointing or (definite and bare and (self.is_body(node) or node.low in self.words.classes["bodies"])):
            # "the lab", "this move": which one, nobody says here
            return None, None, None
        if self._feature(node) and (implied := self.implied(node)) is not None:
            # "Memory use falls by 50%", where one product alone is spoken of
            return Thing(implied, node.start, node.end, node), self.label(node), None
        return Thing(None, *self.label(node), node), None, None

    def _feature(self, node: Node) -> bool:
        """Does a noun stand for what every product has ("memory use", "the context window", "prices")?"""
        words = self.tree.tagged.passage.text[slice(*self.tree.phrase(node))].casefold()
        return bool({words, node.low} & self.words.classes["features"])

    def implied(self, node: Node) -> Mention | None:
        """The one product that is spoken of, where the sentence names no other thing before a word of it."""
        known = self.known.line or self.known.product
        before = [n.token.value for n in self.tree.nodes[: node.i] if n.token is not None]
        named = {m.key for m in before if isinstance(m, Mention) and m.kind not in {"place", "term"}}
        return known if known is not None and named <= {known.key} else None

    def meant(self, node: Node) -> Mention | None:
        """The one product that "the machine", "the model" can stand for: of those in the sentence before it, else of
        those that the passage has named. A model is no machine, and a machine no model.
        """
        named = [mention_of(n) for n in self.tree.nodes[: node.i] if names_product(n)]
        found = self._fitting(named, node)
        if len(found) == 1:
            return found[0]
        if found:
            return None
        if self.known.products:
            found = self._fitting(self.known.products, node)
            return found[0] if len(found) == 1 else None
        known = self.known.product
        return known if known is not None and self._fitting((known,), node) else None

    def _fitting(self, named: Sequence[Mention], node: Node) -> list[Mention]:
        """The products that a noun can stand for, each once; a version stands before its family."""
        model = node.low.removesuffix("s") in self.words.classes["models"]
        machine = node.low.removesuffix("s") in self.lexicon.machine_nouns
        kinds = {"model", "family"} if model else {"product"} if machine else set(_PRODUCT)
        if node.low in self.lexicon.series_nouns and (series := {m.key: m for m in named if m.kind == "family"}):
            return list(series.values())
        found = {m.key: m for m in named if m.kind in kinds}
        return list({k: m for k, m in found.items() if m.kind != "family"}.values() or found.values())

    def _firm(self, node: Node) -> bool:
        """Is "the company", with nothing beside its article, the one that the title names?

        Not where the sentence has named another one before, unless it only speaks ("analysts at Vossberg").
        """
        known = self.known.body
        if not self.known.near and node.low not in self.words.classes["makers"]:
            return False
        aside = self.tree.tagged.passage.text[node.end : node.end + 1] == ","
        beside = {"det", "poss", "case", "punct"} | ({"relcl"} if aside else set())
        if known is None or any(c.dep not in beside and not where_from(c, self.lexicon) for c in self.tree.below(node)):
            return False
        for named in self.tree.nodes[: node.i]:
            if named.token is None or not isinstance(named.token.value, Mention):
                continue
            mention, above = named.token.value, self.tree.head(named)
            speaks = named.dep == "pobj" and above is not None and above.low in {"at", "from", "of", "with", "to"}
            public = bool(set(mention.text.casefold().split()) & self.words.classes["public"])
            if mention.kind in {"organisation", "team"} and mention.key != known.key and not speaks and not public:
                return False
        return True

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
        if node.low in {"all", "both", "each"} and (whole is None or whole.low in BACK):
            known = self.meant(node)
            return (Thing(known, node.start, node.end, node) if known is not None else None), None, None
        return None, None, None

    def is_body(self, head: Node) -> bool:
        nouns = self.lexicon.organisation_nouns
        return head.low in nouns or head.low.removesuffix("s") in nouns or head.low.replace("ies", "y") in nouns

    def is_product(self, node: Node) -> bool:
        """Does a noun stand for a product or one of its editions ("the model", "the largest version")?"""
        kinds, parts, editions = self.lexicon.model_nouns, self.words.classes["parts"], self.words.classes["editions"]
        if node.low in self.lexicon.machine_nouns or node.low.removesuffix("s") in self.lexicon.machine_nouns:
            return True
        return (node.low in kinds | editions and node.low not in parts) or node.low.removesuffix("s") in editions

    def possessor(self, noun: Node, first: Node) -> Thing | None:
        """ "Google's users", "Google shares", "users of Windows", "its users"."""
        for child in self.tree.below(noun, "compound", "nmod"):
            # "its Skein library": what the name stands for is nearer than who has it
            if names_product(child) and child.i < noun.i:
                return self.named(child)
        for child in self.tree.below(noun, "poss", "compound", "nmod"):
            if child.token is not None and isinstance(child.token.value, Mention):
                if child.token.value.kind not in {"place", "term"} and child.i < noun.i:
                    return self.named(child)
            elif child.dep == "poss" and child.low == "whose":
                return self._whose(child)
            elif child.dep == "poss" and child.low == "its":
                return self.its(child)
            elif child.dep == "poss" and child.tag.startswith("NN") and not is_time(child):
                thing, _, _ = self.thing(child)
                if thing is not None:
                    return thing
        for child in self.tree.below(noun, "prep"):
            access = child.low == "to" and noun.low in {
                "subscription",
                "access",
                "licence",
                "license",
                "ticket",
                "upgrade",
            }
            if (child.low not in {"of", "for", "in", "at"} and not access) or (child.i < first.i and noun.i > first.i):
                continue
            target = next(self.tree.below(child, "pobj"), None)
            if child.low == "of" and target is not None and target.token is None:
                inner = self.possessor(target, first) if target.tag.startswith("NN") else None
                if inner is not None:
                    return inner
            if target is None or target.token is None or not isinstance(target.token.value, Mention):
                continue
            kinds = {
                "of": {"place", "term"},
                "for": {"place", "term", "person"},
                "to": {"place", "term", "person"},
            }.get(child.low, {"place", "term", "person", "model", "family", "product"})
            if target.token.value.kind not in kinds:
                return self.named(target)
        return None

    def _whose(self, node: Node) -> Thing | None:
        """ "Orrin, whose sales reached $500": the name that the clause hangs on."""
        verb: Node | None = node
        while verb is not None and verb.dep != "relcl":
            verb = self.tree.head(verb)
        head = self.tree.head(verb) if verb is not None else None
        thing, noun, _ = self.thing(head) if head is not None else (None, None, None)
        return thing if thing is not None and thing.name is not None and noun is None else None

    def its(self, node: Node) -> Thing | None:
        """ "its": the one body or product named before it in the sentence, or the subject of its clause; else what the
        sentence before was about.
        """
        named = [n for n in self.tree.nodes[: node.i] if n.token is not None and isinstance(n.token.value, Mention)]
        bodies = [n for n in named if mention_of(n).kind not in {"person", "place", "term"}]
        if opened(self.tree, node):
            bodies = []
        # "On RepoFix, a test of patches, | it | scored 71": not the test
        bodies = [n for n in bodies if node.dep not in SUBJECT or not sets_the_scene(self.tree, n, node)]
        if (product := self._said_of(node)) is not None:
            return product
        if len({mention_of(n).key for n in bodies}) == 1:
            return self.named(bodies[-1])
        verb: Node | None = node
        while verb is not None and not verb.verb:
            verb = self.tree.head(verb)
        subject = self.subject(verb) if verb is not None else None
        if subject is not None and subject in bodies:
            return self.named(subject)
        known = self.known.subject
        owned = self.tree.head(node)
        if known is None and not bodies and owned is not None and node.dep == "poss" and self._feature(owned):
            # "Its window of 500 tokens": only the one product spoken of has one
            known = self.implied(self.tree.nodes[-1])
        behind = self.tree.tagged.passage.text[node.end :]
        made = known is not None and known.kind in _PRODUCT
        if not bodies and not made and node.dep in SUBJECT and self.lexicon.naming.does.match(behind):
            # "Nova showed the Kiln. | It | weighs 3 kg": a company weighs nothing
            known = self.known.product or known
        return None if known is None or bodies else Thing(known, node.start, node.end, node)

    def _said_of(self, node: Node) -> Thing | None:
        """ "Orrin says | it is used by 500 firms", behind a sentence on a product: what is used is that product."""
        verb = self.tree.head(node)
        above = self.tree.head(verb) if verb is not None and node.dep in SUBJECT else None
        if verb is None or above is None or verb.dep != "ccomp" or above.low not in self.words.classes["saying"]:
            return None
        if verb.low not in self.words.classes["using"]:
            return None
        named = [m for m in self.known.products if m.kind != "family"] or list(self.known.products)
        here = any(names_product(n) for n in self.tree.nodes[: node.i])
        return Thing(named[0], node.start, node.end, node) if len(named) == 1 and not here else None

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


def names_product(node: Node) -> bool:
    """Does the word name a product, a model or a family of them?"""
    return node.token is not None and isinstance(node.token.value, Mention) and node.token.value.kind in _PRODUCT


def mention_of(node: Node) -> Mention:
    assert node.token is not None and isinstance(node.token.value, Mention)
    return node.token.value


def is_time(node: Node) -> bool:
    return node.low.removesuffix("s") in _TIMES


def about(tree: Tree, codebook: Codebook, known: Known) -> Mention | None:
    """The name that a sentence is about: the subject of its main verb."""
    root = next((n for n in tree.nodes if n.head == n.i), None)
    subject = next(tree.below(root, *SUBJECT), None) if root is not None else None
    if subject is None:
        return None
    thing, noun, part = Holders(tree, codebook, known).thing(subject)
    return None if thing is None or part is not None or noun is not None else thing.name
