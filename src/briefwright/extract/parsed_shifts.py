"""Offices that change hands by a verb of shifting: "was demoted to engineer", "has been seconded to Nova", "steps into
the seat left vacant by Ada Lin", "adds the duties of treasurer", "Ada Lin named head of sales", "enter Bo Tan as
chair".
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.comings import arrived, joined
from briefwright.extract.frames import Frame, Words
from briefwright.extract.framing import body_in, date_of, phrasal, role, verbs
from briefwright.extract.noun_phrases import body_of, doers, people, under
from briefwright.extract.offices import Post, plural, post
from briefwright.extract.syntax import CLAUSES, Syntax
from briefwright.names import Mention

_TAKES = "parsed-appointment-takes"
_AS = frozenset({"as"})
_TO = frozenset({"to", "into"})
_BY = frozenset({"by"})
#: somebody is put into another office, or with another body
_MOVED = frozenset("demote reassign transfer second redeploy relegate downgrade upgrade rotate shift move".split())
#: verbs of appointing that a headline gives without "was"
_NAMED = frozenset("name appoint elect reelect promote elevate install instal hire crown reappoint".split())
_STEPS = frozenset({"step", "slip", "slide", "move"})
_FILLS = frozenset({"fill", "take", "inherit", "occupy"})
_LONGEST = 60


def shifts(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Everybody of whom the sentence tells in one of these ways that he comes into an office or to a body."""
    for verb in verbs(tree):
        yield from _moved(tree, verb, lexicon)
        yield from _put_in_charge(tree, verb, lexicon)
        yield from _into_vacancy(tree, verb, lexicon)
        yield from _adding(tree, verb, lexicon)
        yield from _headline(tree, verb, lexicon)
        yield from _passing(tree, verb, lexicon)
    yield from _enter(tree, lexicon)


def _takes(tree: Syntax, verb: int, stands: Colour) -> str:
    """The rule of a taking of office: "takes over" tells it in the present."""
    now = tree.words[verb].tag in {"VBZ", "VBP"} and not tree.kids(verb, "aux") and not stands.future
    return f"{_TAKES}-now" if now else _TAKES


def _moved(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "was demoted to engineer", "has been transferred to Nova as head of sales", "was seconded to the ministry"."""
    if tree.lemma(verb) not in _MOVED or not tree.kids(verb, "auxpass"):
        return
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if who is None or stands is None or stands.polarity == "denied" or not (ones := doers(tree, verb, who, lexicon)):
        return
    # "seconded | for a year to Nova |": hung on the span
    heads = [
        verb,
        *(n for c in tree.kids(verb, "prep") if tree.low(c) in {"for", "from"} for n in tree.kids(c, "pobj")),
    ]
    targets = [n for h in heads for n in under(tree, h, _TO)]
    below = [c for c in tree.kids(verb, "xcomp", "advcl") if any(tree.low(a) == "to" for a in tree.kids(c, "aux"))]
    places = (*targets, *below, *(n for h in (*heads, *targets) for n in under(tree, h, _AS)))
    place = next((p for n in places if (p := post(tree, n, lexicon)) is not None), None)
    body = next((b for n in targets if tree.name(n, "MFGL") is None and (b := body_of(tree, n)) is not None), None)
    at, date = [verb, who], date_of(tree, verb)
    if place is not None:
        by = next((b for n in under(tree, verb, _BY) if (b := body_of(tree, n))), None)
        yield from arrived(
            tree, _TAKES, at, ones, stands, manner="became", date=date, body=body or body_in(place) or by,
            role=role(place),
        )  # fmt: skip
    if body is not None:
        yield from joined(tree, at, ones, body, stands, since=date)


def _put_in_charge(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "has been put in charge of | research |", "Nova placed Ada Lin in charge of the unit"."""
    if tree.lemma(verb) not in {"put", "place", "leave"}:
        return
    charge = next(
        (
            n
            for n in under(tree, verb, frozenset({"in", "at"}))
            if tree.lemma(n) in {"charge", "control", "head", "helm"}
        ),
        None,
    )
    led = next(iter(under(tree, charge, frozenset({"of"}))), None) if charge is not None else None
    passive = bool(tree.kids(verb, "auxpass", "nsubjpass"))
    who = subject(tree, verb) if passive else next(iter(tree.kids(verb, "dobj")), None)
    stands = colour(tree, verb, lexicon)
    if led is None or who is None or stands is None or not (ones := doers(tree, verb, who, lexicon)):
        return
    body = body_of(tree, led)
    start, end = tree.phrase(led, CLAUSES | {"prep", "det"})
    unit = None if body is not None or end - start > 60 else Words(text=tree.text(start, end), start=start, end=end)
    rule, at, date = "parsed-appointment-unit" if unit else "parsed-appointment", [verb, who], date_of(tree, verb)
    yield from arrived(tree, rule, at, ones, stands, manner="to lead", date=date, body=body, unit=unit)


def _left_by(tree: Syntax, noun: int, lexicon: Lexicon) -> tuple[bool, tuple[Mention, ...]]:
    """Is an office one that somebody has left: "the job | left vacant by Ada Lin |", "the seat vacated by Bo Tan"?"""
    for below in tree.kids(noun, "acl", "relcl"):
        if tree.lemma(below) in {"leave", "vacate"} and tree.words[below].tag in {"VBN", "VBD"}:
            return True, tuple(m for n in under(tree, below, _BY) for m in people(tree, n, lexicon))
    return False, ()


def _into_vacancy(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "stepped into the job left vacant by Ada Lin", "fills the seat vacated by Bo Tan"."""
    lemma = tree.lemma(verb)
    if lemma not in _STEPS | _FILLS or tree.kids(verb, "auxpass", "neg"):
        return
    near = list(under(tree, verb, frozenset({"into"}))) if lemma in _STEPS else list(tree.kids(verb, "dobj"))
    noun = next((n for n in near if tree.lemma(n) in lexicon.events["helms"]), None)
    vacant, old = _left_by(tree, noun, lexicon) if noun is not None else (False, ())
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if noun is None or not vacant or who is None or stands is None or stands.polarity == "denied":
        return
    place = next((p for n in under(tree, noun, frozenset({"of", "as"})) if (p := post(tree, n, lexicon))), None)
    yield from arrived(
        tree, _takes(tree, verb, stands), [verb, who], doers(tree, verb, who, lexicon), stands,
        manner="took over", date=date_of(tree, verb), body=body_in(place), role=role(place),
        old=old[0] if len(old) == 1 else None,
    )  # fmt: skip


def _adding(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "adds the duties of treasurer", "has added the role of head of sales": an office beside the one he has."""
    if tree.lemma(verb) != "add" or tree.kids(verb, "auxpass", "neg"):
        return
    helms = [c for c in tree.kids(verb, "dobj") if tree.lemma(c) in lexicon.events["helms"]]
    place = next((p for c in helms for n in under(tree, c, frozenset({"of", "as"})) if (p := post(tree, n, lexicon))),
                 None)  # fmt: skip
    who, stands = subject(tree, verb), colour(tree, verb, lexicon)
    if place is None or who is None or stands is None or stands.polarity == "denied":
        return
    yield from arrived(
        tree, _takes(tree, verb, stands), [verb, who], doers(tree, verb, who, lexicon), stands,
        manner="became", date=date_of(tree, verb), body=body_in(place), role=role(place),
    )  # fmt: skip


def _headline(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Ada Lin | named chief executive of Nova", "Bo Tan promoted to head of sales": a headline leaves "was" out."""
    if phrasal(tree, verb, lexicon.events["appoint"]) not in _NAMED or tree.words[verb].tag not in {"VBD", "VBN"}:
        return
    named = tree.name(verb - 1, "P") if verb else None
    if named is None or tree.kids(verb, "aux", "auxpass", "neg", "mark") or tree.dep(verb) not in {"ROOT", "acl"}:
        return
    if tree.dep(verb) == "acl" and (tree.head(verb) != verb - 1 or tree.head(verb - 1) != verb - 1):
        return
    near = [c for c in tree.kids(verb, "dobj", "oprd", "attr", "xcomp") if c > verb]
    if len(near) > 1 or any(people(tree, c, lexicon) or tree.kids(c, "det", "poss", "nummod") for c in near):
        # "Ada Lin named | an | engineer": somebody else
        return
    near += under(tree, verb, _AS | {"to"})
    place = next((p for n in near if (p := post(tree, n, lexicon)) is not None), None)
    if (
        place is None
        or plural(tree, place.head)
        or any(tree.name(i, "P") is not None for i in tree.subtree(place.head))
    ):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    by = next((b for n in under(tree, verb, _BY | {"at"}) if (b := body_of(tree, n))), None)
    yield from arrived(
        tree, "parsed-appointment", [verb, place.head], (named,), stands, manner="appointed", date=date_of(tree, verb),
        body=body_in(place) or by, role=role(place),
    )  # fmt: skip


def _passing(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Responsibility for sales at Nova passes to | Ada Lin |", "will be handed responsibility for sales": a field."""
    if tree.lemma(verb) not in lexicon.events["hand"] | {"go", "fall"}:
        return
    passive = bool(tree.kids(verb, "auxpass"))
    things = [c for c in tree.kids(verb, "nsubj", "nsubjpass", "dobj", "oprd") if tree.lemma(c) == "responsibility"]
    led = next((n for c in things for h in (c, verb) for n in under(tree, h, frozenset({"for"}))), None)
    who = next((n for n in under(tree, verb, frozenset({"to"}))), None)
    if (who is None or not people(tree, who, lexicon)) and things and tree.dep(things[0]) in {"dobj", "oprd"}:
        # "gave | Ada Lin | responsibility for sales", "| Ada Lin | was given responsibility for sales"
        who = (
            subject(tree, verb)
            if passive
            else next(
                iter((*tree.kids(verb, "dative"), *(c for c in tree.kids(things[0], "compound") if tree.name(c, "P")))),
                None,
            )
        )
    stands = colour(tree, verb, lexicon)
    if led is None or who is None or stands is None or stands.polarity == "denied":
        return
    start, end = tree.phrase(led, CLAUSES | {"det", "prep"})
    ones = people(tree, who, lexicon) or doers(tree, verb, who, lexicon)
    if end - start > _LONGEST or any(tree.name(j, "P") for j in tree.subtree(led)):
        return
    yield from arrived(
        tree, _takes(tree, verb, stands), [verb, led], ones, stands, manner="took over",
        date=date_of(tree, verb), unit=Words(text=tree.text(start, end), start=start, end=end),
        body=next((b for n in under(tree, led, frozenset({"at"})) if (b := body_of(tree, n))), None),
    )  # fmt: skip


def _enter(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Enter | Ada Lin |, formerly with Nova, as president": a stage direction, which opens its sentence."""
    first = next((i for i, w in enumerate(tree.words) if w.pos != "PUNCT"), None)
    if first is None or tree.low(first) != "enter" or tree.quoted[first] is not None or first + 1 >= len(tree.words):
        return
    named = tree.name(first + 1, "P")
    at = next((i for i in range(first + 2, len(tree.words)) if tree.low(i) == "as"), None)
    place: Post | None = None
    if named is not None and at is not None:
        place = next((p for n in tree.kids(at, "pobj") if (p := post(tree, n, lexicon)) is not None), None)
    if named is not None and place is not None:
        yield from arrived(
            tree, f"{_TAKES}-now", [first, place.head], (named,), Colour(), manner="became",
            body=place.body, role=place.words,
        )  # fmt: skip
