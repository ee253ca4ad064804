"""Whom "she", "his" and "I" mean: by gender, by deed, by who heads the sentence before; only where it is certain."""

from __future__ import annotations

from typing import Final

from briefwright.verify.graph import Edge, Graph, Node
from briefwright.verify.mentions import LOW, Discourse, before, foremost, goes_on, place, possessed, rank, with_it

HE: Final = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
SHE: Final = frozenset({"she", "her", "hers", "herself"})
ME: Final = frozenset({"i", "me", "my", "myself"})
_SELF: Final = frozenset({"himself", "herself"})


def he_or_she(d: Discourse, node: Node) -> set[int]:
    """Whom "he" or "she" may be; one where it is certain."""
    gender = "female" if node.lemma in SHE else "male"
    people = [n for n in _people(d, node) if d.genders.get(d.key(n), gender) == gender]
    people = _others(d, node, people)
    speaker = speaks_of_himself(d, node, "person")
    # "Kim said she would leave", where nobody else is told of: Kim is a person
    if speaker and (speaker <= {d.key(n) for n in people} or not people) and not _goes_on(d, node, speaker):
        return speaker
    found = {d.key(n) for n in people}
    shown = {n.entity for n in people if n.kind == "person" or " " in n.unit.surface or n.lemma in HE}
    if len(found) == 1 and not found & shown and any(n.unit.kind == "name" for n in people):
        return set()
    if len(found) == 1 and all(n.unit.kind == "word" and n.entity < 0 and not _near(n, node) for n in people):
        return set()
    if len(found) > 1:
        near = {d.key(n) for n in people if n.sentence >= node.sentence - 1}
        found = near if len(near) == 1 else found
    if len(found) > 1:
        found = _of_this_sentence(d, node, people) or foremost(people, node, d) or _still(d, node, people) or found
        found = (
            found if found & shown or not any(d.key(n) in found and n.unit.kind == "name" for n in people) else set()
        )
    if len(found) == 1:
        d.genders.setdefault(next(iter(found)), gender)
    return found


def _still(d: Discourse, node: Node, people: list[Node]) -> set[int]:
    """Whom the sentence before spoke of by the same word at its head, if it told of nobody else who surely fits."""
    found = goes_on(d, node, SHE if node.lemma in SHE else HE - SHE)
    near = {d.key(n) for n in people if n.sentence >= node.sentence - 1} - found
    return found if len(found) == 1 and not any(d.genders.get(n) for n in near) else set()


def _near(noun: Node, node: Node) -> bool:
    """Is a person without a name told of near by, for himself, and by a noun that means nothing else?"""
    return (
        noun.sentence >= node.sentence - 1 and rank(noun) > LOW and noun.lemma not in {"chair", "lead", "head", "chief"}
    )


def _people(d: Discourse, node: Node) -> list[Node]:
    """The persons told of before: those with names, nouns for persons, and pronouns whose sense is known."""
    told = before(d.said, node)
    named = [n for n in told if n.unit.kind == "name" and len(n.unit.surface) > 1]
    named = [n for n in named if not d.said_to_be(n) & _bodies(d) and n.entity not in d.bodies]
    people = [n for n in named if n.kind == "person"] or [n for n in named if n.kind == "" and " " in n.unit.surface]
    sure = {n.entity for n in people}
    people += [n for n in told if n.tag in {"PRP", "PRP$"} and (n.lemma in HE or n.entity in sure)]
    # "Rossi" may be a person, though nothing shows it
    people += [
        n for n in named if n.kind == "" and n not in people and n.sentence >= node.sentence - 1 and _may_act(d, n)
    ]
    parts = {"nsubj", "nsubjpass", "dobj", "pobj", "appos"}
    return people + [n for n in told if n.entity < 0 and n.relation in parts and a_person(d, n) and not _as(d, n)]


def _may_act(d: Discourse, name: Node) -> bool:
    """Is a name of unknown sort the subject of a deed, and called nothing that no person is?"""
    return name.relation in {"nsubj", "nsubjpass"} and name.determiner != "the" and not like_a_firm(d, name)


def like_a_firm(d: Discourse, name: Node) -> bool:
    """Does a deed or a possession of the text show that a name is a company's, or what it is called?"""
    said = d.said
    same = [n for n in said.nodes if n.entity == name.entity]
    acts = {e.head.lemma for n in same for e in said.into.get(n, ()) if e.role == "A0"}
    has = {e.head.lemma for n in same for e in said.into.get(n, ()) if e.role in {"of", "named"}}
    to_it = {e.role for n in same for e in said.into.get(n, ())} & {"p:at", "p:into"}
    if name.entity in d.bodies:
        return True
    return bool(acts & d.words_of("firms_do") or has & d.words_of("firms_have") or to_it or d.said_to_be(name))


def _as(d: Discourse, noun: Node) -> bool:
    """ "Regarded as his successor": nobody besides the one who is so regarded."""
    return any(e.role == "p:as" for e in d.said.into.get(noun, ()))


def a_person(d: Discourse, noun: Node) -> bool:
    """Is a noun one for a person, who might be meant though nobody named him?"""
    r = d.lexicon.reference
    if noun.lemma in r["female_nouns"] | r["male_nouns"]:
        d.genders.setdefault(d.key(noun), "female" if noun.lemma in r["female_nouns"] else "male")
        return True
    person = noun.unit.kind == "word" and noun.tag == "NN" and noun.lemma in d.lexicon.role_words | r["kindred"]
    return person and noun.lemma not in _bodies(d)


def _bodies(d: Discourse) -> frozenset[str]:
    return d.lexicon.organisation_nouns | d.lexicon.reference["bodies"]


def _others(d: Discourse, node: Node, people: list[Node]) -> list[Node]:
    """Those who may be meant: "Lin met her" and "her deputy, Tan" are of somebody else, "she was his boss" too."""
    if node.lemma in _SELF:
        own = {d.key(n) for n in with_it(d.said, node)}
        return [n for n in people if d.key(n) in own] or people
    barred: set[int] = set()
    if node.tag == "PRP":
        barred = {d.key(n) for n in with_it(d.said, node)}
    noun = possessed(d.said, node) if node.tag == "PRP$" else None
    if noun is not None:
        barred |= {d.key(noun)}
        if noun.lemma in d.lexicon.reference["kindred"] | d.lexicon.role_words:
            barred |= {d.key(n) for n in _said_to_be_it(d.said, noun)}
    return [n for n in people if d.key(n) not in barred]


def _said_to_be_it(said: Graph, noun: Node) -> set[Node]:
    """Of whom it is said that he is the noun: "she was his manager", "Vang is regarded as his successor"."""
    out: set[Node] = set()
    for e in said.into.get(noun, ()):
        if e.head.verb and e.role in {"attr", "p:as"}:
            out |= {x.dep for x in said.out.get(e.head, ()) if x.role in {"A0", "A1"} and x.dep is not noun}
    return out


def _of_this_sentence(d: Discourse, node: Node, people: list[Node]) -> set[int]:
    """The only one whom the sentence told of before, where he heads a clause above or before that of the pronoun."""
    here = [n for n in people if n.sentence == node.sentence]
    if len({d.key(n) for n in here}) != 1 or node.clause is None:
        return set()
    heads = [n for n in here if n.relation in {"nsubj", "nsubjpass"} and n.clause is not None]
    chained = _above(node.clause)
    return {d.key(n) for n in heads if n.clause in chained and (n.clause is not node.clause or node.tag == "PRP$")}


def _above(clause: Node) -> set[Node]:
    """A clause and those that it hangs on."""
    out = {clause}
    up = clause.over
    while up is not None and up not in out:
        out.add(up)
        up = up.over
    return out


def speaks_of_himself(d: Discourse, node: Node, kind: str) -> set[int]:
    """ "Kim said he would leave": he is Kim, if nobody else stands between."""
    said = d.said
    for edge in said.into.get(node, ()):
        above = edge.head.above
        if edge.role not in {"A0", "A1"} or above is None or above[1] != "ccomp" or edge.head.tense == "to":
            continue
        who = [s for s in said.deps(above[0], "A0") if s.sentence == node.sentence and s.place < node.place]
        if len(who) != 1 or who[0].entity < 0 or who[0].kind not in {kind, ""}:
            continue
        between = [n for n in said.nodes if n.sentence == node.sentence and n.unit.kind == "name"
                   and who[0].place < n.place < node.place and n.kind in {kind, ""}]  # fmt: skip
        person = bool(d.said_to_be(who[0]) & d.lexicon.role_words)
        if not between and not (kind == "organisation" and person):
            return {who[0].entity}
    return set()


def _goes_on(d: Discourse, node: Node, speaker: set[int]) -> bool:
    """ "Why did she go? Kim says that she …": is another woman already spoken of by this word?"""
    same = SHE if node.lemma in SHE else HE - SHE if node.lemma in HE else frozenset({node.lemma})
    last = [n for n in d.said.nodes if n.lemma in same and n.sentence == node.sentence - 1 and place(n) < place(node)]
    return any(d.key(n) not in speaker for n in last)


def who_says(said: Graph, node: Node) -> set[int]:
    """Who says "I" in a quotation: the one who utters the clause in which it stands."""
    for edge in said.into.get(node, ()):
        found = _utterer(said, edge)
        if found:
            return found
    return set()


def _utterer(said: Graph, edge: Edge) -> set[int]:
    at: Node | None = edge.head if edge.head.verb else edge.head.clause
    seen: set[Node] = set()
    while at is not None and at not in seen:
        seen.add(at)
        above = at.above
        if above is None:
            return set()
        if above[1] == "ccomp" and not above[0].unit.quoted:
            return {n.entity for n in said.deps(above[0], "A0") if n.entity >= 0 and not n.unit.quoted}
        at = above[0] if above[0].verb else above[0].clause
    return set()
