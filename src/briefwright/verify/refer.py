"""Which words of a text speak of one thing: names, appositions, pronouns, "the company". Only where it is certain."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.codebook import Lexicon
from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.graph import Graph, Node
from briefwright.verify.groups import THEY, groups, they
from briefwright.verify.mentions import Discourse, discourse, place
from briefwright.verify.persons import HE, ME, he_or_she, who_says
from briefwright.verify.things import IT, it, same_noun, the_thing
from briefwright.verify.values import Names

#: Nouns before which a name is that of a thing: "the Lumen project", "Lumen models".
_MADE = frozenset("project model series family app chip software platform device vehicle".split())
#: Nouns that describe what is no person, whatever its name looks like: "the club Olympique Marne".
_BODIES = frozenset(
    """club union chain newsletter council party league ministry committee association band choir orchestra museum
    hospital school court daily journal newspaper magazine bakery brewery insurer airline company firm group startup
    start-up supplier university institute charity foundation agency""".split()
)
#: What a person may be as well as a firm: "the chip designer Ardent".
_EITHER = frozenset(
    """designer maker developer producer publisher supplier operator manufacturer provider builder broker dealer trader
    creator owner investor leader contractor organiser organizer winner rival competitor customer client brewer retailer
    baker grocer lender insurer employer partner member pioneer specialist exporter importer buyer seller""".split()
)
_CALL = frozenset("call name dub title christen codename nickname".split())
_SERIES = frozenset("series family lineup line-up range line".split())


def refer(
    said: Graph, names: Names, lexicon: Lexicon, words: Paraphrase, spelt: Sequence[str] = (), around: str = ""
) -> None:
    """Give all nodes that speak of one thing the same number in `entity`.

    `around` is the text that a passage is from, `spelt` the full names in it: they tell what sort of thing a name of
    the passage is of, and add nothing to what the passage says of it.
    """
    _names(said, names)
    _same(said, lexicon)
    for node in said.nodes:
        if node.virtual and node.lemma == "be":
            for name in said.deps(node, "A0"):
                roles = {d.lemma for d in said.deps(node, "attr")}
                sole = " " not in name.unit.surface and roles <= _EITHER
                if name.kind == "" and not sole and roles & (lexicon.role_words | {"ceo", "cto", "cfo", "coo"}):
                    _all_are(said, name, "person")
                elif (name.kind in {"", "person"} and roles & _BODIES) or (
                    name.kind == "" and roles & lexicon.organisation_nouns
                ):
                    _all_are(said, name, "organisation")
    for node in said.nodes:
        if node.lemma in _MADE and node.unit.kind == "word":
            for name in said.deps(node, "named"):
                if name.kind == "":
                    _all_are(said, name, "product")
    _by_given_name(said)
    d = discourse(said, lexicon, words, spelt, around)
    _bodies(d)
    for node in sorted(said.nodes, key=place):
        if node.entity < 0 and not node.virtual:
            found = _meant(d, node)
            if len(found) == 1 and min(found) >= 0:
                node.entity = found.pop()
                if node.lemma in HE:
                    _is_a_person(said, node.entity)
            elif len(found) == 1:
                node.entity = _numbered(d, found.pop())
    groups(d)


def _by_given_name(said: Graph) -> None:
    """Who is called by a given name alone is a person, where the full name is told as well."""
    given = {n.unit.surface.split()[0] for n in said.nodes if n.kind == "person" and " " in n.unit.surface}
    for node in said.nodes:
        if node.unit.kind == "name" and node.kind == "" and node.unit.surface in given:
            node.kind = "person"


def _is_a_person(said: Graph, entity: int) -> None:
    """Whom "she" means is a person from there on, if nothing had shown it."""
    for other in said.nodes:
        if other.entity == entity and other.unit.kind == "name" and other.kind == "":
            other.kind = "person"


def _numbered(d: Discourse, key: int) -> int:
    """The number of the thing that had none but that of its place."""
    return d.number(next(n for n in d.said.nodes if d.key(n) == key))


def _meant(d: Discourse, node: Node) -> set[int]:
    """What a word that refers may mean."""
    if node.tag == "WP$":
        return _whose(d, node)
    pronoun = node.tag in {"PRP", "PRP$"}
    behind = [n for n in d.said.nodes if place(n) == (node.sentence, node.place + 1) and n.unit.kind == "name"]
    if behind and node.tag == "NN" and node.unit.kind == "word":
        # "the rival Caldor", however the grammar joins the two
        apart = behind[0].relation in {"dobj", "pobj", "nsubj", "nsubjpass", "poss"}
        return {behind[0].entity} if node.determiner == "the" and not apart and behind[0].entity >= 0 else set()
    if node.lemma in HE and pronoun:
        return he_or_she(d, node)
    if node.lemma in ME and node.unit.quoted:
        return who_says(d.said, node)
    if node.lemma in THEY and pronoun:
        return they(d, node)
    if node.lemma in IT and pronoun:
        return it(d, node)
    if node.tag == "NN" and node.determiner == "the" and node.unit.kind == "word" and _defined(d, node):
        return the_thing(d, node) or same_noun(d, node)
    return set()


def _whose(d: Discourse, node: Node) -> set[int]:
    """ "Lumen 4, | whose | training begins": the noun that the clause hangs on."""
    up: Node | None = node
    for _ in range(6):
        if up is None or up.relation == "relcl":
            break
        up = up.over
    noun = up.over if up is not None and up.relation == "relcl" else None
    return {d.number(noun)} if noun is not None and place(noun) < place(node) else set()


def _defined(d: Discourse, node: Node) -> bool:
    """Is it "the bank" and not "its bank", which the reading of determiners does not tell apart?"""
    return not any(e.dep.relation == "poss" for e in d.said.out.get(node, ()) if e.role == "of")


def _bodies(d: Discourse) -> None:
    """What the passage or the text around it calls a bank is no person, whatever its name looks like."""
    surely = d.lexicon.organisation_nouns | d.words_of("bodies")
    for name in d.said.nodes:
        called = d.said_to_be(name)
        if name.unit.kind == "name" and name.kind in {"", "person"} and called & surely - _EITHER:
            name.kind = "organisation" if not called & d.words_of("kindred") else name.kind
        elif name.unit.kind == "name" and name.kind in {"", "person"} and called & d.words_of("made") - _EITHER:
            name.kind = "product"


def resolve_pronouns(said: Graph) -> None:
    """Put the name in the place of each pronoun that is certain: a claim speaks of persons, not of pronouns."""
    for node in list(said.nodes):
        if node.tag == "PRP$":
            # "gave up its mandate": whose it is, the claim itself tells
            node.optional = True
            continue
        if node.tag not in {"PRP", "WP$"} or node.entity < 0:
            continue
        name = next((n for n in said.nodes if n.entity == node.entity and n.tag not in {"PRP", "PRP$", "WP$"}), None)
        if name is None:
            continue
        for edge in said.into.pop(node, []):
            said.edges.remove(edge)
            said.out[edge.head].remove(edge)
            said.add(edge.head, edge.role, name, edge.order)
        said.nodes.remove(node)


def _all_are(said: Graph, name: Node, kind: str) -> None:
    for other in said.nodes:
        if other.entity == name.entity:
            other.kind = kind


def _names(said: Graph, names: Names) -> None:
    number = 0
    for node in said.nodes:
        if node.unit.kind == "name" and node.entity < 0:
            for other in said.nodes:
                if other.unit.kind == "name" and (
                    names.same(node.unit.surface, other.unit.surface)
                    or names.same(other.unit.surface, node.unit.surface)
                ):
                    other.entity = number
            number += 1


def _nearest(said: Graph, role: Node, name: Node, lexicon: Lexicon) -> Node:
    """ "The dissent of her deputy, Bo Tan": who has a person's name is the deputy, whatever the grammar says."""
    persons = lexicon.role_words | lexicon.reference["kindred"]
    if name.kind == "person" and role.lemma not in persons and role.place < name.place:
        inner = [n for n in said.deps(role, "of") if n.lemma in persons and role.place < n.place < name.place]
        return inner[0] if len(inner) == 1 and inner[0].entity < 0 else role
    return role


def _same(said: Graph, lexicon: Lexicon) -> None:
    """What an apposition says is one, and "the city of Lundmark"."""
    for node in said.nodes:
        if node.virtual and node.lemma == "be":
            name = said.deps(node, "A0")
            several = len({n.entity for n in name}) > 1
            for role in said.deps(node, "attr"):
                if name and name[0].entity >= 0 and role.entity < 0 and role.unit.kind == "word" and not several:
                    role = _nearest(said, role, name[0], lexicon)
                    role.entity = name[0].entity
        elif node.lemma in lexicon.reference["places"] and node.entity < 0:
            of = [d for d in said.deps(node, "of") if d.unit.kind == "name"]
            if len(of) == 1:
                node.entity = of[0].entity
        elif node.lemma in _SERIES and node.entity < 0:
            # "the Lumen model series": the models
            for made in said.deps(node, "mod"):
                if made.lemma in _MADE and made.entity < 0:
                    made.entity = node.entity = 3000 + said.nodes.index(node)
        elif node.verb and node.lemma in _CALL and node.tag == "VBN" and not node.negated:
            # "a fork, called Kestle"
            called, what = said.deps(node, "attr"), said.deps(node, "A0") + said.deps(node, "A1")
            one = len(called) == len(what) == 1 and called[0].unit.kind == "name" and what[0].entity < 0
            if one and what[0].unit.kind == "word" and what[0].tag == "NN":
                what[0].entity = called[0].entity
        elif node.tag == "NN" and node.unit.kind == "word" and node.entity < 0:
            # "the Heron 3 arm" is Heron 3, "the Apache 2.0 licence" is Apache 2.0
            called = said.deps(node, "named")
            if len(called) == 1 and (called[0].kind == "product" or node.lemma in {"licence", "license"}):
                node.entity = called[0].entity
