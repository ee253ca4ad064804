"""What a text says by other means: "a 7B model" has 7 billion parameters, the founder of a firm founded it."""

from __future__ import annotations

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.deduce import ALONE, also, is_told
from briefwright.verify.ellipsis import ellipsis, short, those
from briefwright.verify.graph import Graph, Node
from briefwright.verify.words import Unit


def complete(said: Graph, words: Paraphrase) -> None:
    """Add deeds and edges that follow from those that stand there; `own` is false for them."""
    number_parts(said)
    ellipsis(said)
    those(said)
    short(said)
    _groups(said)
    _inside_compounds(said, words)
    _qualities(said, words)
    _being(said)
    _not_done(said)
    _some_of(said)
    _owned(said, words)
    _done_by(said, words)
    _is_doer(said)
    _deeds(said, words)
    _received(said)
    _traded(said)
    _turned(said)


def number_parts(said: Graph) -> None:
    """Numbers the parts of "released A in March and B in May": what stands in one part belongs together.

    The second date may hang on the deed or on the thing before it.
    """
    for node in said.nodes:
        if not node.verb:
            continue
        edges = said.out.get(node, [])
        members = [x for e in edges if e.order for x in said.out.get(e.dep, ()) if x.own and x.dep.place > e.dep.place]
        for role in {e.role for e in edges}:
            if not role.startswith(("time:", "p:", "adv", "num")):
                continue
            at = {e.dep for e in edges if e.role == role and e.order <= 1 and not (role == "adv" and e.dep.tag == "NN")}
            kinds = {d.unit.kind for d in at}
            at |= {x.dep for x in members if x.role == role and x.dep.unit.kind in kinds}
            if len(at) < 2:
                continue
            for dep in (*(e.dep for e in edges), *at):
                if dep.sentence == node.sentence:
                    dep.bundle = 1 + sum(s.place < dep.place for s in at)


def _inside_compounds(said: Graph, words: Paraphrase) -> None:
    """ "Derivative model creation": derivative may be said of the models."""
    for head in [n for n in said.nodes if n.tag[:2] == "NN" and n.unit.kind == "word"]:
        mods = [e.dep for e in said.out.get(head, ()) if e.role == "mod" and e.own]
        nouns = [m for m in mods if m.tag[:2] == "NN" and m.unit.kind == "word" and m.place < head.place]
        if len(nouns) == 2 and nouns[0].place + 1 == nouns[1].place:
            # "an energy storage firm": storage of energy
            said.add(nouns[1], "mod", nouns[0], own=False)
        for quality in [m for m in mods if m.tag == "JJ" and m.lemma not in words.keep]:
            if len(nouns) == 1 and quality.place < nouns[0].place:
                said.add(nouns[0], "mod", quality, own=False)


def _qualities(said: Graph, words: Paraphrase) -> None:
    """ "The unfinished line" and "the line is unfinished" are one; what is only planned or alleged is neither."""
    for edge in list(said.edges):
        head, dep = edge.head, edge.dep
        if edge.role == "mod" and head.unit.kind == "word" and dep.tag in {"JJ", "VBN"} and _definite(head):
            if dep.lemma not in words.keep and dep.lemma not in _RANKS and not head.negated and not dep.negated:
                also(said, None, "be", ("A0", head), ("attr", dep))
        elif (
            edge.role == "attr" and head.lemma == "be" and dep.unit.surface.endswith("ed") and dep.tag in {"JJ", "VBN"}
        ):
            # the grammar may take "exaggerated" for a deed
            things = [("A1", d) for d in said.deps(head, "A0")]
            # "almost closed" is not closed
            if things and not dep.bounds and not said.deps(dep, "adv") and not said.deps(head, "adv"):
                also(said, head, dep.unit.surface.casefold(), *things)
                if head.above is not None:
                    said.add(head.above[0], head.above[1], said.nodes[-1], own=False)
        elif edge.role == "attr" and head.lemma == "be" and is_told(head) and dep.tag in {"JJ", "VBN"}:
            plain = not dep.negated and not said.deps(dep, "xcomp") and dep.lemma not in words.keep
            for thing in said.deps(head, "A0") if plain else ():
                if thing.unit.kind == "word":
                    said.add(thing, "mod", dep, own=False)


_RANKS = frozenset("first second third fourth fifth last next same other only own main".split())
_EXAMS = frozenset("test exam examination inspection check audit course class".split())
_STANDS_FOR = frozenset({"constitute", "mark"})
_AS = frozenset({"serve", "work"})


def _being(said: Graph) -> None:
    """Who serves as chair is chair, who acts as chair need not be; what marks a step is one."""
    for node in list(said.nodes):
        if not node.verb or node.virtual:
            continue
        if node.lemma == "become" and node.perfect and is_told(node):
            # "has become unstable": is it now
            also(said, node, "be", *((e.role, e.dep) for e in said.out.get(node, ()) if e.role in {"A0", "attr"}))
            said.nodes[-1].tense = "present"
        if node.lemma not in _STANDS_FOR | _AS:
            continue
        who = [("A0", d) for d in said.deps(node, "A0")]
        what = said.deps(node, "A1" if node.lemma in _STANDS_FOR else "p:as")
        rest = [(e.role, e.dep) for e in said.out[node] if e.role.startswith("time:")]
        if who and what:
            also(said, node, "be", *who, *(("attr", w) for w in what), *rest)


def _not_done(said: Graph) -> None:
    """Who failed or refused to answer did not answer."""
    for node in list(said.nodes):
        if node.lemma not in {"fail", "refuse", "decline", "neglect"} or node.virtual or not is_told(node):
            continue
        if node.lemma == "fail" and any(t.lemma in _EXAMS for t in said.deps(node, "A1")):
            also(said, node, "pass", *((e.role, e.dep) for e in said.out[node]))
            said.nodes[-1].negated = True
        for deed in said.deps(node, "xcomp"):
            if deed.verb and not deed.negated:
                also(said, node, deed.lemma, *((e.role, e.dep) for e in said.out.get(deed, ())))
                said.nodes[-1].negated = True


#: How a thing has a number: "a 7B model", "a window of 32,000 tokens", "a model with 7 billion parameters".
_WITH_NUMBER = frozenset({"num", "of", "p:with"})


def _owned(said: Graph, words: Paraphrase) -> None:
    """ "X has a window of N", "the window of X is N", "X's window", "a window of N"."""
    for edge in list(said.edges):
        head, dep = edge.head, edge.dep
        if head.verb and head.lemma == "have" and edge.role == "A1" and not dep.verb and is_told(head):
            for owner in said.deps(head, "A0"):
                said.add(dep, "of", owner, own=False)
        elif head.verb and head.lemma == "be" and edge.role == "attr" and dep.unit.kind == "number" and is_told(head):
            for thing in said.deps(head, "A0"):
                said.add(thing, "num", dep, own=False)
    for edge in list(said.edges):
        head, dep = edge.head, edge.dep
        if head.verb:
            continue
        if dep.unit.kind == "number" and edge.role in _WITH_NUMBER:
            also(said, None, "be", ("A0", head), ("attr", dep))
            also(said, None, "have", ("A0", head), ("A1", dep))
            also(said, None, "hold", ("A0", head), ("A1", dep))
        elif edge.role == "of" and dep.unit.kind == "name" and head.unit.kind == "word" and head.tag == "NN":
            also(said, None, "have", ("A0", dep), ("A1", head))
        elif edge.role == "p:with" and dep.unit.kind == "word":
            also(said, None, "have", ("A0", head), ("A1", dep))
        elif edge.role == "mod" and dep.unit.surface in words.origins:
            land = words.origins[dep.unit.surface]
            there = Node(Unit("name", land, land), land, "NNP", head.sentence, head.place, kind="place")
            said.nodes.append(there)
            said.add(head, "p:from", there, own=False)
        elif edge.role in {"mod", "named"} and dep.lemma.casefold().endswith("-based") and dep.unit.kind != "number":
            place = dep.unit.surface.rpartition("-")[0]
            there = Node(Unit("name", place, place), place, "NNP", head.sentence, head.place)
            said.nodes.append(there)
            said.add(head, "p:in", there, own=False)
            also(said, None, "base", ("A1", head), ("p:in", there))


_TRADERS = frozenset(
    "maker operator supplier producer manufacturer publisher developer designer builder exporter importer".split()
)


def _done_by(said: Graph, words: Paraphrase) -> None:
    """The founder of a firm founded it; who leads it is its head."""
    for node in list(said.nodes):
        if not node.verb or node.lemma != "be":
            continue
        for role in said.deps(node, "attr"):
            verb = words.doers.get(role.lemma)
            things = said.deps(role, "of")
            made = [
                d
                for d in said.deps(role, "mod")
                if d.tag in {"NN", "NNP"} and d.unit.kind == "word" and d.lemma not in words.keep
            ]
            if verb and node.virtual and not things and len(made) == 1 and role.lemma in _TRADERS:
                # "the tram operator Lunova" operates trams
                also(said, node, verb, *(("A0", d) for d in said.deps(node, "A0")), ("A1", made[0]))
            if (
                verb
                and len(things) == 1
                and not any(e.role == "mod" and e.dep.lemma in words.keep for e in said.out.get(role, ()))
            ):
                where = [(e.role, e.dep) for e in said.out[role] if e.role.startswith(("p:", "time:"))]
                also(said, node, verb, *(("A0", d) for d in said.deps(node, "A0")), ("A1", things[0]), *where)


#: What a doer's deed makes of him, by the deed.
_ROLES = {"lead": "head", "run": "head", "head": "head", "found": "founder", "co-found": "co-founder",
          "develop": "developer", "own": "owner", "write": "author", "create": "creator",
          "succeed": "successor"}  # fmt: skip


_FOR_EVER = frozenset({"founder", "co-founder", "developer", "author", "creator"})


def _is_doer(said: Graph) -> None:
    """Who leads a team is its head; who leads it with others is one of its heads."""
    for node in list(said.nodes):
        if not node.verb or node.virtual or node.lemma not in _ROLES:
            continue
        things = said.deps(node, "A1")
        if len(things) != 1:
            continue
        lemma = _ROLES[node.lemma]
        alone = len(said.deps(node, "A0")) == 1 and not said.deps(node, "p:with")
        the = "the" if alone else "a"
        role = Node(Unit("word", lemma, lemma), lemma, "NN", node.sentence, node.place, determiner=the)
        said.nodes.append(role)
        said.add(role, "of", things[0], own=False)
        for who in said.deps(node, "A0"):
            also(said, node, "be", ("A0", who), ("attr", role))
            if lemma in _FOR_EVER and is_told(node):
                said.nodes[-1].tense = "any"


def _groups(said: Graph) -> None:
    """ "Two members, Ada and Bo, left": each of them left."""
    for be in [n for n in said.nodes if n.virtual and n.lemma == "be"]:
        for group in said.deps(be, "attr"):
            if group.tag != "NNS":
                continue
            for edge in list(said.into.get(group, ())):
                if edge.head is not be and edge.role in {"A0", "A1"}:
                    for who in said.deps(be, "A0"):
                        said.add(edge.head, edge.role, who, own=False)


def _some_of(said: Graph) -> None:
    """ "Three of the 240 patients": three patients."""
    for edge in list(said.edges):
        part, whole = edge.head, edge.dep
        if edge.role != "of" or part.unit.kind != "number" or whole.tag != "NNS" or whole.unit.kind != "word":
            continue
        those = Node(whole.unit, whole.lemma, whole.tag, part.sentence, part.place)
        said.nodes.append(those)
        said.add(those, "num", part, own=False)
        for above in list(said.into.get(part, ())):
            said.add(above.head, above.role, those, own=False)
        for other in said.out.get(whole, []):
            if other.role not in {"num"}:
                said.add(those, other.role, other.dep, own=False)


def _traded(said: Graph) -> None:
    """Who buys of somebody is sold to by him."""
    for node in list(said.nodes):
        if node.lemma not in {"buy", "acquire", "purchase", "sell"} or node.virtual:
            continue
        mine, other, verb = ("p:to", "p:from", "buy") if node.lemma == "sell" else ("p:from", "p:to", "sell")
        seller, agents = said.deps(node, mine), said.deps(node, "A0")
        if len(seller) == 1 and said.deps(node, "A1"):
            rest = [(e.role, e.dep) for e in said.out[node] if e.role not in {mine, "A0"}]
            also(said, node, verb, ("A0", seller[0]), *((other, a) for a in agents), *rest)


def _turned(said: Graph) -> None:
    """ "The reason is the price" says that the price is the reason."""
    for node in list(said.nodes):
        if node.lemma != "be" or node.virtual:
            continue
        one, other = said.deps(node, "A0"), said.deps(node, "attr")
        if len(one) == len(other) == 1 and all(map(_definite, (*one, *other))):
            rest = [(e.role, e.dep) for e in said.out[node] if e.role not in {"A0", "attr"}]
            also(said, node, "be", ("A0", other[0]), ("attr", one[0]), *rest)
            if node.above is not None:
                said.add(node.above[0], node.above[1], said.nodes[-1], own=False)


#: What only a deed that was done does; "the sale collapsed", "is unlikely", "needs approval" tell of none.
_TELLS = frozenset(
    """come follow happen occur take_place surprise shock anger upset hurt harm please worry alarm disappoint cost
    trigger spark prompt bring leave mark affect hit weaken strengthen deprive rob deal end conclude cause
    coincide precede reduce increase double halve cut raise lower draw attract earn win mean make give add take
    create produce result result_in help enable allow force push drive strike stun rattle shake fetch
    take_away go_through lead lead_to""".split()
)
_AFTER_IT = frozenset({"p:after", "p:following", "p:since", "p:with"})
_DOUBT = {"reported": "reportedly", "alleged": "alleged", "rumoured": "rumoured", "rumored": "rumoured",
          "apparent": "apparently"}  # fmt: skip


def _deeds(said: Graph, words: Paraphrase) -> None:
    """ "The departure of Lin", told as a fact, says that Lin left; "announced his departure", that he announced it."""
    for node in [n for n in said.nodes if n.lemma in words.deeds and n.tag[:2] == "NN" and n.unit.kind == "word"]:
        verb = words.deeds[node.lemma]
        owners = said.deps(node, "of")
        mods = {
            w for e in said.out.get(node, ()) if e.role == "mod" for w in (e.dep.lemma, e.dep.unit.surface.casefold())
        }
        doubt = {_DOUBT[m] for m in mods if m in _DOUBT}
        if not owners or any(m in words.keep and m not in _DOUBT for m in mods) or node.negated:
            continue
        agents = said.deps(node, "p:by")
        roles: list[tuple[str, Node]] = []
        if verb in ALONE:
            roles = [("A0", o) for o in owners]
        elif agents:
            roles = [("A1", o) for o in owners] + [("A0", a) for a in agents]
        elif all(o.relation in {"pobj", "conj"} for o in owners) and node.lemma not in words.agentive:
            # "the criticism of Nova" may be by Nova, "the sale of Nova" is not
            roles = [("A1", o) for o in owners]
        elif {o.relation for o in owners} == {"poss", "pobj"}:
            roles = [("A0" if o.relation == "poss" else "A1", o) for o in owners]
        if not roles:
            continue
        rest = [(e.role, e.dep) for e in said.out[node] if e.role.startswith(("p:", "time:")) and e.role != "p:by"]
        for edge in list(said.into.get(node, ())):
            made = _deed(said, edge.head, edge.role, (*roles, *rest), verb, doubt, words)
            if made is None:
                continue
            for to in [e.dep for e in said.out[node] if e.role == "acl" and e.dep.tense == "to"]:
                # "the appointment of Lin to lead the team"
                who = [r for r in roles if r[0] == ("A1" if agents or verb not in ALONE else "A0")]
                also(
                    said, None, to.lemma, *(("A0", d) for _, d in who), *((e.role, e.dep) for e in said.out.get(to, ()))
                )
                deed = said.nodes[-1]
                deed.tense, deed.above = "to", (made, "xcomp")
                said.add(made, "xcomp", deed, own=False)


def _deed(
    said: Graph,
    head: Node,
    role: str,
    roles: tuple[tuple[str, Node], ...],
    verb: str,
    doubt: set[str],
    words: Paraphrase,
) -> Node | None:
    if not head.verb or head.virtual:
        return None
    spoken = head.lemma in words.speech and role == "A1"
    told = is_told(head) and head.tense == "past" and ((role == "A0" and head.lemma in _TELLS) or role in _AFTER_IT)
    told = told or (is_told(head) and role == "A0" and head.lemma in _TELLS and head.tense == "present")
    # whatever is told of a reported departure, it was reported
    told = told or (bool(doubt) and role == "A0" and is_told(head))
    if not spoken and not told:
        return None
    also(said, None, verb, *roles)
    made = said.nodes[-1]
    made.hedges = set(doubt)
    made.tense = "any" if spoken or head.tense == "present" else "past"
    if role in {"p:after", "p:following"}:
        said.add(head, "when:after", made, own=False)
    if spoken:
        made.above = (head, "ccomp")
        said.add(head, "ccomp", made, own=False)
    return made


def _definite(node: Node) -> bool:
    return node.determiner == "the" or node.unit.kind == "name"


_GIVEN = {"praise": "praise", "criticism": "criticise", "support": "support", "applause": "applaud"}


def _received(said: Graph) -> None:
    """Who draws praise from somebody is praised by him."""
    for node in list(said.nodes):
        if node.lemma not in {"draw", "receive", "win", "earn", "get", "attract"} or node.virtual:
            continue
        givers, takers = said.deps(node, "p:from"), said.deps(node, "A0")
        for thing in said.deps(node, "A1"):
            if thing.lemma in _GIVEN and len(givers) == 1 and len(takers) == 1 and not said.deps(thing, "of"):
                rest = [(e.role, e.dep) for e in said.out[node] if e.role.startswith("time:") or e.role == "p:for"]
                also(said, node, _GIVEN[thing.lemma], ("A0", givers[0]), ("A1", takers[0]), *rest)
