"""What a word that refers may mean: the things told of before it, how they stand there, and what is known of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefwright.codebook import Lexicon
from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.graph import Graph, Node

#: Prepositions whose phrase only sets the scene: what stands in it is not gone on with.
_SCENE = frozenset({"after", "before", "since", "under", "unlike", "like", "despite", "during", "against", "than"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
#: How a thing stands in its sentence: heading the main clause, in any other part of its own, inside another's phrase.
FIRST, MIDDLE, LOW = 3, 2, 1


@dataclass(slots=True)
class Discourse:
    """A graph that is read from its first word to its last, with what is known of the things that it names."""

    said: Graph
    lexicon: Lexicon
    words: Paraphrase
    nouns: dict[int, set[str]] = field(default_factory=dict)
    genders: dict[int, str] = field(default_factory=dict)
    bodies: set[int] = field(default_factory=set)
    at: dict[Node, int] = field(default_factory=dict)

    def key(self, node: Node) -> int:
        """The number of what a word speaks of; one of its own, below zero, where it has none yet."""
        return node.entity if node.entity >= 0 else -10 - self._place(node)

    def number(self, node: Node) -> int:
        """The number of what a word speaks of, given now if it has none."""
        if node.entity < 0:
            node.entity = 1000 + self._place(node)
        return node.entity

    def _place(self, node: Node) -> int:
        """Where a word stands among all; a relation may lead to one that is no thing of the text, such as "without"."""
        return self.at.setdefault(node, len(self.at))

    def said_to_be(self, node: Node) -> set[str]:
        """The nouns that say what the named one is."""
        return self.nouns.get(node.entity, set()) if node.entity >= 0 else set()

    def words_of(self, name: str) -> frozenset[str]:
        """A list of the lexicon about reference."""
        return self.lexicon.reference[name]


def discourse(said: Graph, lexicon: Lexicon, words: Paraphrase, spelt: Sequence[str], around: str) -> Discourse:
    """What a graph and the text around it tell of its names: the nouns that describe them, and their gender."""
    out = Discourse(said, lexicon, words, at={n: i for i, n in enumerate(said.nodes)})
    for be in said.nodes:
        if be.verb and be.lemma == "be" and not (be.negated or be.condition or be.hedges or be.asks):
            for name in said.deps(be, "A0"):
                if name.entity >= 0:
                    out.nouns.setdefault(name.entity, set()).update(d.lemma.casefold() for d in said.deps(be, "attr"))
    for node in said.nodes:
        if node.unit.kind == "name" and node.entity >= 0:
            if node.kind != "person" or any(n in lexicon.organisation_nouns for n in out.said_to_be(node)):
                out.nouns.setdefault(node.entity, set()).update(_called(node.unit.surface, around, lexicon))
                if _has_what_bodies_have(node.unit.surface, around, lexicon):
                    out.bodies.add(node.entity)
            gender = _gender(node.unit.surface, spelt, lexicon)
            if gender:
                out.genders.setdefault(node.entity, gender)
    for entity, nouns in out.nouns.items():
        for gender in ("female", "male"):
            if nouns & lexicon.reference[f"{gender}_nouns"]:
                out.genders[entity] = gender
    return out


def _called(name: str, around: str, lexicon: Lexicon) -> set[str]:
    """What the text around calls a name: "the dairy cooperative Orla", "Orla, the maker of cheese"."""
    plain = re.escape(name)
    found = {m[1] for m in re.finditer(rf"\b([a-z][\w-]+) {plain}\b(?! ?\d)", around)}
    found |= {m[1] for m in re.finditer(rf"\b{plain}, (?:the|an?) (?:[a-z][\w-]* ){{0,3}}?([a-z][\w-]+)(?= of | from | "
                                        rf"in | that | which |[,.])", around)}  # fmt: skip
    return found & (lexicon.organisation_nouns | lexicon.reference["bodies"] | lexicon.reference["made"])


def _has_what_bodies_have(name: str, around: str, lexicon: Lexicon) -> bool:
    """Does the text around speak of its headquarters or its shareholders, which no person and no product has?"""
    owned = "|".join(sorted(map(re.escape, lexicon.reference["bodies_have"])))
    return re.search(rf"\b{re.escape(name)}[’']s? (?:[a-z-]+ ){{0,2}}(?:{owned})\b", around) is not None


def _gender(name: str, spelt: Sequence[str], lexicon: Lexicon) -> str:
    """The gender that a given name shows, of the name itself or of the only one that spells it out."""
    words = name.split()
    given = {words[0]} if len(words) > 1 else {f.split()[0] for f in spelt if f.split()[-1] == name} or {name}
    shown = {_of_given(word, lexicon) for word in given}
    return shown.pop() if len(shown) == 1 else ""


def _of_given(word: str, lexicon: Lexicon) -> str:
    female, male = word in lexicon.given_female, word in lexicon.given_male
    return "" if female == male else "female" if female else "male"


# --------------------------------------------------------------------------- how a thing stands in its sentence


def place(node: Node) -> tuple[int, int]:
    """Where a word stands in the text."""
    return node.sentence, node.place


def rank(node: Node) -> int:
    """FIRST for the subject of a main clause, LOW for what stands inside another's phrase or clause, else MIDDLE."""
    top = node
    while top.relation in {"conj", "appos"} and top.over is not None and not top.over.verb:
        top = top.over
    over, up = top.over, top.over
    while up is not None:
        if up.relation in {"relcl", "acl"}:
            return LOW
        up = up.over
    if over is None:
        return FIRST if top.relation == "ROOT" else MIDDLE
    if not over.verb:
        holder = over.unit.kind == "name" and top.relation in {"compound", "nmod", "amod", "appos"}
        return rank(over) if holder else LOW
    if top.relation in _SUBJECT:
        main = over
        while main.relation == "conj" and main.over is not None:
            main = main.over
        return FIRST if main.relation == "ROOT" else MIDDLE
    return MIDDLE


def only_sets_the_scene(said: Graph, node: Node) -> bool:
    """Does a word stand only in a phrase such as "after the strike", "unlike Orla"?"""
    edges = [e for e in said.into.get(node, ()) if e.own and not e.head.virtual]
    return bool(edges) and all(e.role.removeprefix("p:") in _SCENE for e in edges)


def heads_its_sentence(node: Node) -> bool:
    """Is a word that refers the subject of its main clause, or whose it is ("Its chief left")?"""
    top = node
    if top.tag == "PRP$" and top.over is not None:
        top = top.over
    while top.relation in {"conj", "appos"} and top.over is not None and not top.over.verb:
        top = top.over
    return top.relation in _SUBJECT and top.over is not None and top.over.relation == "ROOT"


def before(said: Graph, node: Node) -> list[Node]:
    """The words for things that stand before a word: names, nouns and pronouns whose sense is known."""
    return [
        n
        for n in said.nodes
        if place(n) < place(node)
        and not n.virtual
        and (node.unit.quoted or not n.unit.quoted)
        and (
            n.unit.kind == "name"
            or (
                n.unit.kind == "word"
                and not n.verb
                and n.tag in {"NN", "NNS"}
                and n.relation not in {"compound", "amod"}
            )
            or (n.tag in {"PRP", "PRP$"} and n.entity >= 0)
        )
    ]


def foremost(found: Iterable[Node], node: Node, d: Discourse) -> set[int]:
    """The one that a sentence goes on with: it heads the one before, and every rival stands inside another's phrase."""
    mine = list(found)
    if not heads_its_sentence(node) or any(n.sentence == node.sentence for n in mine):
        return set()
    last = [n for n in mine if n.sentence == node.sentence - 1]
    first = {d.key(n) for n in last if rank(n) == FIRST}
    others = [n for n in last if rank(n) == MIDDLE and not only_sets_the_scene(d.said, n) and not joined(n, last)]
    rivals = {d.key(n) for n in others} - first
    return first if len(first) == 1 and not rivals else set()


def last_told(told: Iterable[Node], node: Node) -> int:
    """The sentence before, or the one before that where "Yes, but not for long" told of nothing."""
    return max((n.sentence for n in told if n.sentence < node.sentence), default=node.sentence - 1)


def joined(node: Node, others: Iterable[Node]) -> bool:
    """Is a thing one of two that are told of together ("neither Orla nor Marne"), which no singular takes up?"""
    return node.relation == "conj" or any(n.relation == "conj" and n.over is node for n in others)


def goes_on(d: Discourse, node: Node, lemmas: frozenset[str]) -> set[int]:
    """ "She denied that …. She wrote": the one who heads the sentence before by the same word, heading this one."""
    if not heads_its_sentence(node):
        return set()
    heads = [n for n in d.said.nodes if n.sentence == node.sentence - 1 and n.lemma in lemmas and n.entity >= 0
             and n.tag == "PRP" and heads_its_sentence(n)]  # fmt: skip
    return {n.entity for n in heads}


def with_it(said: Graph, node: Node) -> set[Node]:
    """What else has a part in the deed in which a word has one: "Prys dismissed it" is not of himself."""
    deeds = [e.head for e in said.into.get(node, ()) if e.head.verb]
    # "Prys expects it to fail" neither
    deeds += [up[0] for verb in deeds if verb.tense == "to" and (up := verb.above) is not None and up[1] == "ccomp"]
    return {x.dep for verb in deeds for x in said.out.get(verb, ()) if x.dep is not node}


def possessed(said: Graph, node: Node) -> Node | None:
    """Whose "his" and "its" are: the noun behind."""
    heads = [e.head for e in said.into.get(node, ()) if e.role == "of" and e.own]
    return heads[0] if len(heads) == 1 else None
