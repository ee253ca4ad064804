"""What "it", "its", "the company" and "the chip" mean: by what they do and have. Only where it is certain."""

from __future__ import annotations

from typing import Final

from briefwright.verify.graph import Node
from briefwright.verify.mentions import (
    FIRST,
    LOW,
    Discourse,
    before,
    foremost,
    last_told,
    only_sets_the_scene,
    place,
    possessed,
    rank,
    with_it,
)
from briefwright.verify.persons import a_person, like_a_firm, speaks_of_himself

IT: Final = frozenset({"it", "its", "itself"})
_OFFICES: Final = frozenset("spokesman spokeswoman spokesperson lawyer counsel owner economist trainer coach".split())
_TECH: Final = frozenset({"tech", "technology", "ai", "internet", "software", "e-commerce"})


# --------------------------------------------------------------------------- it, its


def it(d: Discourse, node: Node) -> set[int]:
    """What "it" or "its" may be; one where it is certain."""
    if node.tag == "PRP$":
        return _its(d, node)
    if _nothing(d, node):
        return set()
    speaker = speaks_of_himself(d, node, "organisation")
    if speaker and not _willed(d, node) and _another_thing(d, node):
        # "Orla says it is used by 40 schools": what it told of before
        return set()
    return speaker or _thing(d, node)


def _willed(d: Discourse, node: Node) -> bool:
    verbs = d.words_of("wills") | d.words.speech | d.words_of("firms_do")
    return any(e.role == "A0" and e.head.lemma in verbs for e in d.said.into.get(node, ()))


def _another_thing(d: Discourse, node: Node) -> bool:
    near = [n for n in before(d.said, node) if node.sentence - 1 <= n.sentence <= node.sentence]
    return any(_is_made(d, n) or n.lemma in d.words_of("made") for n in near)


def _nothing(d: Discourse, node: Node) -> bool:
    """Is "it" no thing at all ("it became known that"), or all that was said ("denied it")?"""
    for e in d.said.into.get(node, ()):
        parts = [*d.said.out.get(e.head, ()), *(y for x in d.said.deps(e.head, "attr") for y in d.said.out.get(x, ()))]
        clause = any(
            x.role in {"ccomp", "xcomp"} or (x.role.startswith("when:") and x.dep.tense == "to") for x in parts
        )
        if e.role in {"A0", "A1"} and e.head.lemma in d.words_of("nobody") and (clause or e.head.lemma == "take"):
            return True
        what = d.said.deps(e.head, "attr")
        if (
            e.role == "A0"
            and e.head.lemma == "be"
            and all(n.unit.kind in {"number", "date"} or n.lemma in d.words_of("never_it") for n in what)
        ):
            # "it was in 1989", "it was 3 %", "it is the best thing that he can do"
            return True
        if e.role != "A0" and e.head.lemma in d.words_of("of_what_was_said") and e.head.tense != "future":
            return True
    # "time for it"
    return node.relation == "expl" or (rank(node) == LOW and node.relation == "pobj")


def _its(d: Discourse, node: Node) -> set[int]:
    noun = possessed(d.said, node)
    own = _own_subject(d, node)
    if own is not None and (noun is None or d.key(noun) != d.key(own)):
        return {d.number(own)}
    if (
        noun is not None
        and noun.lemma in d.lexicon.role_words | _OFFICES | d.words_of("firms_have") | d.lexicon.possessions
    ):
        return _whose(d, node, noun)
    return _thing(d, node)


def _whose(d: Discourse, node: Node, noun: Node) -> set[int]:
    """ "Its director", "its revenue": of the only body named before, the only one near, or the one that goes on."""
    firms = [n for n in before(d.said, node) if _may_have(d, n) and d.key(n) != d.key(noun)]
    if noun.lemma not in d.lexicon.role_words | _OFFICES:
        # a thing that was told of may have a team or a board, too
        things = [n for n in before(d.said, node) if n.unit.kind == "word" and may_be_it(d, n) and not _may_have(d, n)]
        if any(n.sentence >= node.sentence - 1 and rank(n) == FIRST for n in things) and not _is_firms(d, noun):
            return set()
    found = {d.key(n) for n in firms}
    if len(found) <= 1:
        return found
    here = {d.key(n) for n in firms if n.sentence == node.sentence}
    if len(here) == 1 and any(n.relation in {"nsubj", "nsubjpass"} for n in firms if d.key(n) in here):
        # "Orla may lose 6 %, said its chief"
        return here
    near = {d.key(n) for n in firms if n.sentence >= node.sentence - 1}
    sure = {d.key(n) for n in firms if n.kind == "organisation"}
    if len(near) == 1 and len(sure | near) == 1:
        return near
    return foremost(firms, node, d) or found


def _is_firms(d: Discourse, noun: Node) -> bool:
    return noun.lemma in d.words_of("firms_have") - {
        "model",
        "product",
        "sale",
        "customer",
        "owner",
        "rival",
        "team",
        "head",
    }


def _may_have(d: Discourse, n: Node) -> bool:
    """Is it a body, which has officers and revenue?"""
    bodies = d.lexicon.organisation_nouns | d.words_of("bodies")
    if n.tag in {"PRP", "PRP$"}:
        return n.lemma in IT
    if n.unit.kind == "name":
        a_place = any(e.role == "of" and e.head.lemma in d.words_of("places") for e in d.said.into.get(n, ()))
        person = n.kind == "person" and " " in n.unit.surface
        return n.kind not in {"place", "product"} and not a_place and not person
    return n.tag == "NN" and n.lemma in bodies and n.relation in {"nsubj", "nsubjpass", "dobj", "pobj", "poss"}


def _own_subject(d: Discourse, node: Node) -> Node | None:
    """The subject of the clause in which "its" stands, if no other thing stands between the two."""
    said, at = d.said, node
    seen: set[Node] = set()
    while at not in seen:
        seen.add(at)
        heads = [e.head for e in said.into.get(at, ()) if not e.head.virtual]
        if not heads:
            return None
        at = heads[0]
        if at.verb:
            subjects = [e.dep for e in said.out.get(at, ()) if e.role in {"A0", "A1"} and e.dep.place < node.place
                        and e.dep.sentence == node.sentence and e.dep.relation in {"nsubj", "nsubjpass"}]  # fmt: skip
            if len(subjects) != 1:
                return None
            one = subjects[0]
            if not may_be_it(d, one):
                return None
            between = [n for n in said.nodes if n.sentence == node.sentence and one.place < n.place < node.place
                       and n.unit.kind == "name" and n.kind != "person" and d.key(n) != d.key(one)]  # fmt: skip
            return one if not between else None
    return None


def _thing(d: Discourse, node: Node) -> set[int]:
    """What "it" may be: the only thing told of before in this sentence or the one before it."""
    told = before(d.said, node)
    told = [n for n in told if n.sentence >= last_told(told, node)]
    noun = possessed(d.said, node)
    barred = {d.key(noun)} if noun is not None else {d.key(n) for n in with_it(d.said, node)}
    told = [n for n in told if d.key(n) not in barred]
    open_ = [n for n in d.said.nodes if n.lemma == "it" and n.entity < 0 and n.sentence >= node.sentence - 1]
    willed = any(e.role == "A0" and e.head.lemma in d.words_of("wills") for e in d.said.into.get(node, ()))
    if not willed and any(place(n) < place(node) and not _nothing(d, n) for n in open_):
        # what is meant by the one may be meant by the other
        return set()
    mine = [n for n in told if may_be_it(d, n)]
    here = [n for n in mine if n.sentence == node.sentence]
    done_to = node.tag == "PRP" and not any(
        e.role == "A0" or node.relation == "nsubjpass" for e in d.said.into.get(node, ())
    )
    beside_it = [n for n in here if done_to and not _rules(n, node)]
    for group in (beside_it, mine) if done_to else (here, mine):
        # what only stands beside a deed ("without a camera") is in the way, but is not gone on with
        parts = [n for n in group if rank(n) > LOW and _has_a_part(d, n)]
        beside = [n for n in group if rank(n) > LOW and _beside(d, n)]
        if parts:
            break
        if node.tag == "PRP$" and any(n.unit.kind == "name" and not only_sets_the_scene(d.said, n) for n in here):
            # "of Marne's revenue a third comes from its shops": told of in passing, and nearer than what went before
            return set()
    else:
        return set()
    if any(e.role == "A0" and e.head.lemma in d.words_of("wills") | d.words.speech for e in d.said.into.get(node, ())):
        # who plans, says or buys is somebody with a name, where one was named
        parts, beside = _willing(parts) or parts, _willing(beside)
    found = {d.key(n) for n in (*parts, *beside)}
    if len(found) > 1 and not done_to:
        found = foremost([*parts, *beside], node, d) or found
    return found if len(found) < 2 else _spoken_of(d, node, [*parts, *beside]) or found


def _spoken_of(d: Discourse, node: Node, told: list[Node]) -> set[int]:
    """What headed the sentence before as "it", where all else in that stands behind a preposition."""
    last = [n for n in told if n.sentence == node.sentence - 1]
    heads = {n.entity for n in last if n.lemma == "it" and n.entity >= 0 and rank(n) == FIRST}
    others = [n for n in told if n.entity not in heads]
    in_passing = all(n.sentence == node.sentence - 1 and n.relation == "pobj" for n in others)
    return heads if len(heads) == 1 and in_passing else set()


def _rules(n: Node, node: Node) -> bool:
    """Does the clause of a word of reference hang on that of a thing: "told the paper that he would sell it"?"""
    at = node.clause
    seen: set[Node] = set()
    while at is not None and at not in seen:
        if at is n.clause:
            return False
        if at.relation not in {"conj", "parataxis"}:
            break
        seen.add(at)
        at = at.over
    while at is not None and at not in seen:
        if at is n.clause:
            return True
        seen.add(at)
        at = at.over
    return False


def _willing(things: list[Node]) -> list[Node]:
    return [n for n in things if n.kind != "product" and (n.unit.kind == "name" or n.lemma in IT)]


def _has_a_part(d: Discourse, n: Node) -> bool:
    by = n.relation != "pobj" or any(e.role == "A0" and e.head.relation != "relcl" for e in d.said.into.get(n, ()))
    return by and any(e.role in {"A0", "A1"} for e in d.said.into.get(n, ()))


def _beside(d: Discourse, n: Node) -> bool:
    """Has a thing a part in a deed by a preposition, as more than the place or the time of it?"""
    if n.relation != "pobj" or n.kind == "place" or only_sets_the_scene(d.said, n):
        return False
    at = {e.role for e in d.said.into.get(n, ()) if e.head.lemma not in {"invest", "believe"}}
    if at == {"p:from"} and any(e.head.lemma in d.words_of("come") for e in d.said.into.get(n, ())):
        # "joined Orla from the university"
        return False
    return n.unit.kind != "name" or not at or not at <= {"p:in", "p:at", "p:off", "p:near", "p:outside", "p:across"}


def may_be_it(d: Discourse, n: Node) -> bool:
    """Is it a thing or a body, and one?"""
    if n.tag in {"PRP", "PRP$"}:
        return n.lemma in IT
    if a_person(d, n) or n.lemma.casefold() in d.words_of("anybody"):
        return False
    if n.unit.kind == "word" and any(m.entity == n.entity >= 0 and m.kind == "person" for m in d.said.nodes):
        return False
    if n.unit.kind == "name":
        return n.kind != "person" or bool(d.said_to_be(n) & (d.lexicon.organisation_nouns | d.words_of("bodies")))
    return n.unit.kind == "word" and n.tag == "NN" and not n.verb and n.lemma not in d.words_of("never_it")


# --------------------------------------------------------------------------- the company, the chip


def the_thing(d: Discourse, node: Node) -> set[int]:
    """What "the company", "the cooperative", "the chip", "the minister" may be, with no quality of its own."""
    found = set[int]()
    if _alone(d, node):
        found = _described(d, node)
    if not found and node.lemma in d.words_of("firm") and _bare(d, node):
        found = _firms(d, node)
    if not found and node.lemma in d.words_of("trades") and _alone(d, node):
        found = _only_firm(d, node)
    if not found and node.lemma in d.words_of("callings"):
        found = _only_person(d, node)
    if not found and node.lemma in d.words_of("made") and _alone(d, node):
        found = _made(d, node)
    return found


def _alone(d: Discourse, node: Node) -> bool:
    """Has "the report" nothing with it that tells it from other reports?"""
    return not any(e.role in {"of", "named", "num", "mod"} or e.role.startswith("p:") for e in d.said.out.get(node, ()))


def _bare(d: Discourse, node: Node) -> bool:
    """Is it "the company" and no particular one ("the smaller company", "the company's parent")?"""
    return not any(
        e.role in {"of", "num", "named"} or (e.role == "mod" and e.dep.tag != "JJ" and e.dep.lemma not in _TECH)
        for e in d.said.out.get(node, ())
    )


def _described(d: Discourse, node: Node) -> set[int]:
    """ "The bank", after "the lender Mercado" and no other that is called a bank or so, named or not."""
    told = [n for n in before(d.said, node) if n.unit.kind == "name" and n.entity >= 0]
    alike = {n.entity for n in told
             if any(w == node.lemma or d.words.holds(w, node.lemma, "nouns") for w in d.said_to_be(n))}  # fmt: skip
    same = [
        n for n in before(d.said, node) if n.unit.kind == "word" and n.lemma == node.lemma and n.entity not in alike
    ]
    return alike if len(alike) == 1 and not same else set()


def _firms(d: Discourse, node: Node) -> set[int]:
    """What "the company" may be: the only one named before, or the only one of the sentence before."""
    acting = {x.entity for e in d.said.into.get(node, ()) for x in d.said.deps(e.head, "A0") if e.role != "A0"}
    if node.clause is not None and rank(node) == LOW:
        # "Greyfriar, which owns a third of the company"
        acting |= {x.entity for x in d.said.deps(node.clause, "A0")}
    # "Greyfriar put money into the company": not into itself
    firms = [n for n in before(d.said, node) if n.unit.kind == "name" and n.kind in {"", "organisation"}
             and n.entity not in acting - {-1} and not d.said_to_be(n) & d.words_of("media")]  # fmt: skip
    firms = [n for n in firms if _fits(d, n, node.lemma)]
    # "the Wren" is a thing, if nothing calls it a firm
    firms = [n for n in firms if n.determiner != "the" or n.kind == "organisation" or d.said_to_be(n)]
    # a name of one word that nothing shows to be a firm's may be a person's: "Rossi left. The company …"
    firms = [n for n in firms if n.kind or " " in n.unit.surface or like_a_firm(d, n)]
    found = {n.entity for n in firms}
    if any(n.lemma == node.lemma and n.unit.kind == "word" and n.entity not in found for n in before(d.said, node)):
        return set()
    if len(found) > 1:
        # "It employs 820 people. Investors led by Tamworth valued the company": it is near as well
        spoken = [n for n in before(d.said, node) if n.entity in found]
        near = {n.entity for n in spoken if node.sentence - 1 <= n.sentence <= node.sentence}
        found = near if len(near) == 1 else foremost(spoken, node, d) or _held_to(spoken, node) or found
    return found


def _only_firm(d: Discourse, node: Node) -> set[int]:
    """ "The foundry", where one firm alone was named, near by, and no other name that may be a firm's."""
    named = [n for n in before(d.said, node) if n.unit.kind == "name" and n.kind in {"", "organisation"}]
    told = [n for n in before(d.said, node) if n.unit.kind == "word" and n.lemma in d.lexicon.organisation_nouns]
    found = {d.key(n) for n in named}
    near = any(n.sentence >= node.sentence - 1 for n in named)
    return found if len(found) == 1 and near and all(n.entity in found for n in told) and min(found) >= 0 else set()


def _only_person(d: Discourse, node: Node) -> set[int]:
    """ "The 34-year-old scientist", heading a sentence, where one person alone was told of."""
    told = before(d.said, node)
    people = {n.entity for n in told if n.unit.kind == "name" and n.kind == "person"}
    others = [n for n in told if n.entity not in people and n.unit.kind == "word" and a_person(d, n)]
    mods = [e.dep for e in d.said.out.get(node, ()) if e.role not in {"mod"} or not e.dep.lemma.endswith("-old")]
    unsure = [n for n in told if n.unit.kind == "name" and n.kind == "" and " " not in n.unit.surface
              and not like_a_firm(d, n)]  # fmt: skip
    alone = node.relation in {"nsubj", "nsubjpass"} and not mods and not others and not unsure
    return people if alone and len(people) == 1 and min(people) >= 0 else set()


def _held_to(spoken: list[Node], node: Node) -> set[int]:
    """The firm that headed the two sentences before, the second as "it", where this one tells of others in passing."""
    heads = [{n.entity for n in spoken if n.sentence == node.sentence - k and rank(n) == FIRST} for k in (1, 2)]
    by_it = any(n.sentence == node.sentence - 1 and n.lemma == "it" and n.entity in heads[0] for n in spoken)
    here = [n for n in spoken if n.sentence == node.sentence and rank(n) > LOW]
    return heads[0] if by_it and len(heads[0]) == 1 and heads[0] == heads[1] and not here else set()


def _fits(d: Discourse, name: Node, noun: str) -> bool:
    """Does what a name is called allow to call it "the company", "the laboratory"?"""
    called = d.said_to_be(name)
    firm = d.words_of("firm") - {"lab", "laboratory"}
    if noun in {"lab", "laboratory"}:
        return not called or bool(called & {"lab", "laboratory"})
    return not called or bool(called & firm) or not called & d.words_of("no_firm")


def _made(d: Discourse, node: Node) -> set[int]:
    """ "The chip": the only product named before, if it has a part of its own near by and is called nothing else."""
    products = [n for n in before(d.said, node) if n.unit.kind == "name" and _is_made(d, n)]
    if len({n.entity for n in products}) != 1:
        return set()
    spoken = [n for n in before(d.said, node) if n.entity == products[0].entity]
    spoken = [n for n in spoken if rank(n) > LOW and not only_sets_the_scene(d.said, n)]
    near = [n for n in spoken if n.sentence >= node.sentence - 2
            and any(e.role in {"A0", "A1"} for e in d.said.into.get(n, ()))]  # fmt: skip
    others = [n for n in before(d.said, node) if n.unit.kind == "word" and n.lemma == node.lemma
              and n.entity != products[0].entity]  # fmt: skip
    called = d.said_to_be(products[0]) & d.words_of("made")
    fits = not called or any({node.lemma} & kin and called & kin for kin in map(_words, d.words_of("kin")))
    return {products[0].entity} if near and fits and not others else set()


def _words(kin: str) -> set[str]:
    return set(kin.split())


def _is_made(d: Discourse, name: Node) -> bool:
    return name.kind == "product" or bool(d.said_to_be(name) & d.words_of("made"))


def same_noun(d: Discourse, node: Node) -> set[int]:
    """ "The report", told of once before by the same word."""
    same = [n for n in d.said.nodes if n.lemma == node.lemma and n.tag == "NN" and n.unit.kind == "word"
            and place(n) < place(node)]  # fmt: skip
    return {d.number(same[0])} if len(same) == 1 and _alone(d, node) else set()
