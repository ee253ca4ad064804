"""Which words of a text speak of one thing: names, appositions, pronouns, "the company". Only where it is certain."""

from __future__ import annotations

from briefwright.codebook import Lexicon
from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.graph import Graph, Node
from briefwright.verify.values import Names

_HE = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
#: Nouns that name a company already met; not "the rival", which is another.
_FIRM = frozenset("company firm startup start-up corporation business giant lab laboratory".split())
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
_OFFICES = frozenset("spokesman spokeswoman spokesperson lawyer counsel owner economist trainer coach".split())
_SERIES = frozenset("series family lineup line-up range line".split())
_TECH = frozenset("tech technology ai internet software e-commerce".split())
#: Deeds of a company, never of a thing.
_WILLS = frozenset(
    """plan intend want hope aim seek announce say claim deny reject agree buy acquire sell hire employ sue own decide
    expect pledge promise refuse decline accuse confirm admit""".split()
)
_FIRMS_DO = frozenset(
    """employ acquire release launch ship supply manufacture produce operate list merge recall fund sell buy hire
    develop introduce build make open close lay_off""".split()
)
_FIRMS_HAVE = frozenset(
    """ceo cto cfo coo board founder co-founder employee engineer staff share shareholder customer plant factory product
    model spokesman spokeswoman spokesperson investor revenue sale profit owner executive chief head director rival
    subsidiary team division headquarters workforce""".split()
)
_THEY = frozenset({"they", "them", "their", "theirs"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_ME = frozenset({"i", "me", "my", "myself"})
_OF_NAME = frozenset({"city", "town", "village", "state", "province", "county", "country", "republic", "island"})


def refer(said: Graph, names: Names, lexicon: Lexicon, words: Paraphrase) -> None:
    """Give all nodes that speak of one thing the same number in `entity`."""
    _names(said, names)
    _same(said)
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
    for node in said.nodes:
        if node.entity >= 0:
            continue
        behind = [
            n for n in said.nodes if (n.sentence, n.place) == (node.sentence, node.place + 1) and n.unit.kind == "name"
        ]
        if behind and node.tag == "NN" and node.unit.kind == "word":
            # "the rival Caldor", however the grammar joins the two
            if node.determiner == "the" and behind[0].relation not in {"dobj", "pobj", "nsubj"}:
                node.entity = behind[0].entity
            continue
        found: set[int] = set()
        if node.lemma in _HE and node.tag in {"PRP", "PRP$"}:
            found = _speaker(said, node, "person") or _people(said, node, lexicon)
        elif node.lemma in _ME and node.unit.quoted:
            found = _who_says(said, node)
        elif node.lemma in _THEY and node.tag in {"PRP", "PRP$"}:
            found = _many(said, node)
        elif node.lemma == "its" and (own := _whose_officer(said, node, lexicon)):
            found = own
        elif node.lemma in _IT and node.tag in {"PRP", "PRP$"}:
            found = _speaker(said, node, "organisation") or _things(said, node)
        elif node.tag == "NN" and node.determiner == "the" and node.lemma in _FIRM and _bare(said, node):
            found = (_described(said, node, words) if _alone(said, node) else set()) or _firms(said, node)
        elif node.tag == "NN" and node.determiner == "the" and node.unit.kind == "word" and _alone(said, node):
            same = [n for n in said.nodes if n.lemma == node.lemma and n.tag == "NN" and n.unit.kind == "word"
                    and (n.sentence, n.place) < (node.sentence, node.place)]  # fmt: skip
            if not same and node.lemma in lexicon.organisation_nouns:
                found = _described(said, node, words)
            elif len(same) == 1:
                if same[0].entity < 0:
                    same[0].entity = 2000 + said.nodes.index(same[0])
                found = {same[0].entity}
        if len(found) == 1:
            node.entity = found.pop()


def resolve_pronouns(said: Graph) -> None:
    """Put the name in the place of each pronoun that is certain: a claim speaks of persons, not of pronouns."""
    for node in list(said.nodes):
        if node.tag == "PRP$":
            # "gave up its mandate": whose it is, the claim itself tells
            node.optional = True
            continue
        if node.tag not in {"PRP", "PRP$"} or node.entity < 0:
            continue
        name = next((n for n in said.nodes if n.entity == node.entity and n.tag not in {"PRP", "PRP$"}), None)
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


def _alone(said: Graph, node: Node) -> bool:
    """Has "the report" nothing with it that tells it from other reports?"""
    return not any(e.role in {"of", "named", "num", "mod"} or e.role.startswith("p:") for e in said.out.get(node, ()))


def _firms(said: Graph, node: Node) -> set[int]:
    """What "the company" may be: the only one named before, or the only one of the sentence before."""
    acting = {d.entity for e in said.into.get(node, ()) for d in said.deps(e.head, "A0") if e.role != "A0"}
    # "Greyfriar put money into the company": not into itself
    firms = [n for n in _before(said, node) if n.kind in {"", "organisation"} and n.entity not in acting - {-1}]
    # a name of one word that nothing shows to be a firm's may be a person's: "Rossi left. The company …"
    firms = [n for n in firms if n.kind or " " in n.unit.surface or _like_a_firm(said, n)]
    found = {n.entity for n in firms}
    if len(found) > 1:
        near = {n.entity for n in firms if node.sentence - 1 <= n.sentence <= node.sentence}
        found = near if len(near) == 1 else found
    return found


def _like_a_firm(said: Graph, name: Node) -> bool:
    """Does a deed or a possession of the text show that a name is a company's?"""
    same = [n for n in said.nodes if n.entity == name.entity]
    acts = {e.head.lemma for n in same for e in said.into.get(n, ()) if e.role == "A0"}
    has = {e.head.lemma for n in same for e in said.into.get(n, ()) if e.role in {"of", "named"}}
    to_it = {e.role for n in same for e in said.into.get(n, ())} & {"p:at", "p:into"}
    return bool(acts & _FIRMS_DO or has & _FIRMS_HAVE or to_it)


def _described(said: Graph, node: Node, words: Paraphrase) -> set[int]:
    """ "The bank", after "the lender Mercado" and no other that is called a bank or so."""
    found = set()
    for be in said.nodes:
        if be.virtual and be.lemma == "be" and (be.sentence, be.place) < (node.sentence, node.place):
            for name in said.deps(be, "A0"):
                if name.entity >= 0 and any(words.holds(d.lemma, node.lemma, "nouns") for d in said.deps(be, "attr")):
                    found.add(name.entity)
    return found if len(found) == 1 else set()


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


def _same(said: Graph) -> None:
    """What an apposition says is one, and "the city of Lundmark"."""
    for node in said.nodes:
        if node.virtual and node.lemma == "be":
            name = said.deps(node, "A0")
            for role in said.deps(node, "attr"):
                if name and name[0].entity >= 0 and role.entity < 0 and role.unit.kind == "word":
                    role.entity = name[0].entity
        elif node.lemma in _OF_NAME and node.entity < 0:
            of = [d for d in said.deps(node, "of") if d.unit.kind == "name"]
            if len(of) == 1:
                node.entity = of[0].entity
        elif node.lemma in _SERIES and node.entity < 0:
            # "the Lumen model series": the models
            for made in said.deps(node, "mod"):
                if made.lemma in _MADE and made.entity < 0:
                    made.entity = node.entity = 3000 + said.nodes.index(node)
        elif node.tag == "NN" and node.unit.kind == "word" and node.entity < 0:
            # "the Heron 3 arm" is Heron 3, "the Apache 2.0 licence" is Apache 2.0
            called = said.deps(node, "named")
            if len(called) == 1 and (called[0].kind == "product" or node.lemma in {"licence", "license"}):
                node.entity = called[0].entity


def _before(said: Graph, node: Node) -> list[Node]:
    """The names before a word."""
    return [
        n
        for n in said.nodes
        if n.unit.kind == "name"
        and (n.sentence, n.place) < (node.sentence, node.place)
        and (node.unit.quoted or not n.unit.quoted)
    ]


def _bare(said: Graph, node: Node) -> bool:
    """Is it "the company" and no particular one ("the smaller company", "the company's parent")?"""
    return not any(
        e.role in {"of", "num", "named"} or (e.role == "mod" and e.dep.tag != "JJ" and e.dep.lemma not in _TECH)
        for e in said.out.get(node, ())
    )


def _many(said: Graph, node: Node) -> set[int]:
    """What "they" may be: the only plural named before in this sentence or the one before it."""
    near = [n for n in said.nodes if n.tag == "NNS" and n.unit.kind == "word" and not n.virtual and n is not node
            and (n.sentence, n.place) < (node.sentence, node.place) and n.sentence >= node.sentence - 1
            and n.relation not in {"compound", "nmod"}]  # fmt: skip
    groups = [e for e in said.edges if e.order and e.dep.sentence >= node.sentence - 1 and e.role in {"A0", "A1"}]
    if len(near) != 1 or groups:
        return set()
    if near[0].entity < 0:
        near[0].entity = 4000 + said.nodes.index(near[0])
    return {near[0].entity}


def _who_says(said: Graph, node: Node) -> set[int]:
    """Who says "I" in a quotation."""
    for edge in said.into.get(node, ()):
        above = edge.head.above
        if above is not None and above[1] == "ccomp":
            return {d.entity for d in said.deps(above[0], "A0") if d.entity >= 0}
    return set()


def _speaker(said: Graph, node: Node, kind: str) -> set[int]:
    """ "Kim said he would leave": he is Kim, if nobody else stands between."""
    for edge in said.into.get(node, ()):
        above = edge.head.above
        if edge.role not in {"A0", "A1"} or above is None or above[1] != "ccomp":
            continue
        who = [d for d in said.deps(above[0], "A0") if d.sentence == node.sentence and d.place < node.place]
        if len(who) != 1 or who[0].entity < 0 or who[0].kind not in {kind, ""}:
            continue
        between = [n for n in said.nodes if n.sentence == node.sentence and n.unit.kind == "name"
                   and who[0].place < n.place < node.place and n.kind in {kind, ""}]  # fmt: skip
        if not between:
            return {who[0].entity}
    return set()


def _of_other_gender(said: Graph, name: Node, pronoun: str, lexicon: Lexicon) -> bool:
    """Does the given name of a person rule out "she", or "he"?"""
    other = lexicon.given_male if pronoun in _SHE else lexicon.given_female
    return any(
        n.unit.surface.split()[0] in other for n in said.nodes if n.entity == name.entity and n.unit.kind == "name"
    )


def _people(said: Graph, node: Node, lexicon: Lexicon) -> set[int]:
    """The persons that "she" may be: the only one named before, or the only one of the sentence before."""
    everyone = [n for n in _before(said, node) if n.kind == "person" or (n.kind == "" and " " in n.unit.surface)]
    people = [n for n in everyone if n.kind == "person"] or everyone
    people = [n for n in people if not _of_other_gender(said, n, node.lemma, lexicon)]
    found = {n.entity for n in people}
    if len(found) > 1:
        near = {n.entity for n in people if node.sentence - 1 <= n.sentence <= node.sentence}
        found = near if len(near) == 1 else found
    return found


def _things(said: Graph, node: Node) -> set[int]:
    """What "it" may be: the only thing named before in this sentence or the one before it."""
    near = [
        n for n in said.nodes if (n.sentence, n.place) < (node.sentence, node.place) and n.sentence >= node.sentence - 1
    ]
    here = [n for n in near if n.sentence == node.sentence]
    for group in (here, near):
        things = [n for n in group if _may_be_it(n) and any(e.role in {"A0", "A1"} for e in said.into.get(n, ()))]
        if things:
            break
    else:
        return set()
    if any(e.role == "A0" and e.head.lemma in _WILLS for e in said.into.get(node, ())):
        # who plans, says or buys is somebody with a name, where one was named
        things = [n for n in things if n.unit.kind == "name" and n.kind != "product"] or things
    if node.tag == "PRP":
        # "Prys dismissed it": not himself
        with_it = [x.dep for e in said.into.get(node, ()) for x in said.out.get(e.head, ()) if x.dep is not node]
        things = [n for n in things if not any(d is n or d.entity == n.entity >= 0 for d in with_it)]
    subject = _own_subject(said, node)
    if subject is not None and subject in things:
        things = [subject]
    if any(n.entity < 0 for n in things):
        if len(things) == 1:
            things[0].entity = 1000 + said.nodes.index(things[0])
        else:
            return {n.entity if n.entity >= 0 else -2 - i for i, n in enumerate(things)}
    return {n.entity for n in things}


def _whose_officer(said: Graph, node: Node, lexicon: Lexicon) -> set[int]:
    """ "Its director": of the only organisation named before; nothing where the noun is no office."""
    heads = [e.head for e in said.into.get(node, ()) if e.role == "of"]
    if len(heads) != 1 or heads[0].lemma not in lexicon.role_words | _OFFICES:
        return set()
    firms = [n for n in _before(said, node) if n.kind not in {"place", "product"} and not (
        n.kind == "person" and " " in n.unit.surface)]  # fmt: skip
    sure = {n.entity for n in firms if n.kind == "organisation"}
    any_of = {n.entity for n in firms}
    if len(any_of) == 1:
        return any_of
    near = {n.entity for n in firms if n.sentence >= node.sentence - 1}
    if len(near) == 1 and len(sure | near) == 1:
        return near
    return (
        sure
        if len(sure) == 1
        and not any(
            n.kind != "organisation" and n.entity not in sure and n.sentence >= node.sentence - 1 for n in firms
        )
        else set()
    )


def _may_be_it(n: Node) -> bool:
    if n.unit.kind == "name":
        return n.kind not in {"person"}
    return n.unit.kind == "word" and n.tag == "NN" and not n.verb


def _own_subject(said: Graph, node: Node) -> Node | None:
    """The subject of the clause in which "its" stands, if no other thing stands between the two."""
    if node.tag != "PRP$":
        return None
    at, seen = node, set()
    while at not in seen:
        seen.add(at)
        heads = [e.head for e in said.into.get(at, ()) if not e.head.virtual]
        if not heads:
            return None
        at = heads[0]
        if at.verb:
            subjects = [e.dep for e in said.out.get(at, ()) if e.role in {"A0", "A1"} and e.dep.place < node.place
                        and e.dep.sentence == node.sentence and e.dep.relation in {"nsubj", "nsubjpass"}]  # fmt: skip
            if len(subjects) != 1 or not _may_be_it(subjects[0]):
                return None
            between = [n for n in said.nodes if n.sentence == node.sentence and subjects[0].place < n.place < node.place
                       and n.unit.kind == "name" and n.kind != "person"]  # fmt: skip
            return subjects[0] if not between else None
    return None
