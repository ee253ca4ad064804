"""What a sentence leaves out because another one has said it: "the union was told, the council was not"."""

from __future__ import annotations

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.deduce import ALONE, also
from briefwright.verify.graph import Graph, Node


def ellipsis(said: Graph) -> None:
    """ "Raad led the bank before Dijk did": Dijk led it too."""
    for edge in list(said.edges):
        head, dep = edge.head, edge.dep
        bare = dep.lemma == "do" and dep.verb and not any(e.role == "A1" for e in said.out.get(dep, ()))
        if bare and head.verb and head.lemma != "do" and edge.role.startswith("when:"):
            dep.lemma, dep.unit = head.lemma, head.unit
            for e in list(said.out.get(head, ())):
                if e.role in {"A1", "attr"}:
                    said.add(dep, e.role, e.dep, e.order, own=False)
            if edge.role == "when:as" and all(d.place > dep.place for d in said.deps(dep, "A0")):
                # "as did Orla": no time, but a second one who did it
                said.edges.remove(edge)
                said.out[head].remove(edge)
                said.into[dep].remove(edge)


def happened(asked: Graph, words: Paraphrase) -> None:
    """A claim's "the vote of the council happened on Tuesday" is "the council voted on Tuesday"."""
    for node in asked.nodes:
        subjects = asked.deps(node, "A0")
        if not node.verb or len(subjects) != 1 or not _only_dated(asked, node):
            continue
        noun = subjects[0]
        owners = [e for e in asked.out.get(noun, ()) if e.role == "of"]
        if noun.lemma not in words.deeds or not owners or noun.negated or node.negated:
            continue
        verb = words.deeds[noun.lemma]
        both = {o.dep.relation for o in owners} == {"poss", "pobj"} and len(owners) == 2 and verb not in ALONE
        if len(owners) != 1 and not both:
            continue
        node.lemma, noun.optional = verb, True
        for o in owners:
            inner = verb in ALONE or o.dep.relation == "poss"
            asked.add(node, "A0" if inner else "A1", o.dep)
        for e in [*asked.out.get(node, ())]:
            if e.dep is noun:
                asked.edges.remove(e)
                asked.out[node].remove(e)
                asked.into[noun].remove(e)
        for e in [*asked.out.get(noun, ())]:
            asked.edges.remove(e)
            asked.out[noun].remove(e)
            asked.into[e.dep].remove(e)
            if e not in owners:
                asked.add(node, e.role, e.dep)


def _only_dated(asked: Graph, node: Node) -> bool:
    """ "Happened", or "came in May", "was on 4 March" and nothing else."""
    if node.lemma in {"happen", "occur"}:
        return True
    rest = [e for e in asked.out.get(node, ()) if e.role != "A0"]
    dated = all(e.role.startswith("time:") and e.dep.unit.kind == "date" for e in rest)
    return node.lemma in {"come", "be", "follow", "date"} and bool(rest) and dated


def short(said: Graph) -> None:
    """ "The union was told in advance, the council was not": the council was not told in advance."""
    for node in list(said.nodes):
        if not node.verb or node.virtual or node.lemma not in {"be", "do", "have"} or not said.deps(node, "A0"):
            continue
        if any(e.role != "A0" and not e.dep.optional for e in said.out.get(node, ())):
            continue
        whole = [v for v in said.nodes if v.verb and not v.virtual and v.sentence == node.sentence
                 and v.place < node.place and v.lemma not in {"be", "do", "have"} and v.above is None]  # fmt: skip
        if not whole and node.relation == "ROOT":
            # "Nova sells tents. Orla does too."
            whole = [v for v in said.nodes if v.verb and not v.virtual and v.sentence == node.sentence - 1
                     and v.lemma not in {"be", "do", "have"} and v.relation in {"ROOT", "conj"}]  # fmt: skip
            whole = whole if all(v.above is None and not v.negated and v.tense == node.tense for v in whole) else []
        if len(whole) != 1 or whole[0].condition or whole[0].hedges or whole[0].bounds:
            continue
        passive = not said.deps(whole[0], "A0")
        if passive != (node.lemma == "be"):
            continue
        role = "A1" if passive else "A0"
        rest = [(e.role, e.dep) for e in said.out[whole[0]] if e.role != role and e.own]
        also(said, node, whole[0].lemma, *((role, d) for d in said.deps(node, "A0")), *rest)
        if node.above is not None and node.above[0] is whole[0]:
            # the grammar hangs the short clause on the long one
            said.nodes[-1].above = None


def those(said: Graph) -> None:
    """ "Deliveries of A began, those of B did not": the deliveries of B."""
    for node in said.nodes:
        if node.lemma not in {"those", "that", "one"} or node.tag not in {"DT", "NN", "NNS", "PRP", "CD"}:
            continue
        if not said.deps(node, "of") and not (node.lemma == "one" and said.out.get(node)):
            continue
        same = [n for n in said.nodes if n.tag[:2] == "NN" and n.unit.kind == "word" and n.sentence in
                {node.sentence, node.sentence - 1} and (n.sentence, n.place) < (node.sentence, node.place)
                and said.deps(n, "of")]  # fmt: skip
        if len(same) == 1:
            node.lemma, node.tag, node.unit, node.determiner = same[0].lemma, same[0].tag, same[0].unit, "the"
