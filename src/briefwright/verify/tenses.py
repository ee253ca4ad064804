"""Is a deed of the claim of the same time as that of the passage?"""

from __future__ import annotations

from briefwright.codebook.paraphrase import Paraphrase
from briefwright.verify.graph import Graph, Node

#: Who is doing one of these has yet to do it.
_COMES_AND_GOES = frozenset("leave join move return retire resign quit depart step_down succeed replace".split())
NOT_YET = frozenset({"future", "modal", "to"})


def same_time(claim: Graph, passage: Graph, c: Node, p: Node, words: Paraphrase) -> bool:
    """Does the tense of the passage's deed prove that of the claim's? A plan with its date may stand in the present."""
    a, b = p.tense, c.tense
    if any(x == "any" and not n.virtual and y in NOT_YET for n, x, y in ((c, b, a), (p, a, b))):
        # "cut" may be of now or of then, but is nothing to come
        return False
    if {a, b} == {"to", "future"} and c.above is not None and p.above is not None:
        # "expects it to rise", "expects that it will rise"
        return words.holds(p.above[0].lemma, c.above[0].lemma, "verbs")
    if a == b or "any" in (a, b):
        return True
    if c.lemma in words.speech and p.lemma in words.speech:
        # "says", "said"; but who said it need not say it again
        return not {a, b} & NOT_YET
    if a == "present" and b == "past" and p.above is not None and c.above is not None:
        # "says that it is", "said that it was"
        return c.above[0].tense == "past" and c.above[0].lemma in words.speech
    if {a, b} <= {"present", "going"}:
        return True
    if {a, b} == {"future", "going"} and p.lemma in _COMES_AND_GOES:
        # "is leaving", "will leave"
        return True
    if {a, b} <= {"modal", "perfect modal"}:
        return False
    if a == "done":
        return b in {"past", "present"}
    if a == "future" and b in {"present", "going"} and c.lemma != "be":
        # "takes over on 1 December": a plan with its date
        return any(e.role.startswith("time:") and e.dep.unit.kind == "date" for e in claim.out.get(c, ()))
    if (
        a in {"present", "going"}
        and b == "future"
        and p.lemma not in {"be", "have"}
        and "time:on" in {e.role for e in claim.out.get(c, ())}
    ):
        # "begins in 2027": will begin
        return any(e.role == "time:on" and e.dep.unit.kind == "date" for e in passage.out.get(p, ()))
    if a == "":
        return b in {"past", "present", "going", ""}
    if b == "" or b == "done":
        return a in {"past", "present", "going"}
    return b == "future" and "would" in c.hedges | p.hedges
