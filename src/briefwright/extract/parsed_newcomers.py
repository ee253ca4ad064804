"""Who comes and goes in words that are no verb of coming or going: "is the new president", "is off to Nova", "is
filling in until June", "whom Nova hired in May", "ousted in May", "was relieved of her duties".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.dates import DateMention
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.comings import arrived, gone, joined
from briefwright.extract.frames import Frame
from briefwright.extract.framing import body_in, date_of, phrasal, role, verbs
from briefwright.extract.noun_phrases import body_of, doers, holders, under
from briefwright.extract.offices import post
from briefwright.extract.syntax import Syntax

_BY = frozenset({"by"})
_AS = frozenset({"as"})
#: a stand-in says that it is one
_FOR_NOW = re.compile(
    r"\b(?:until|till|for (?:the time being|now|the moment)|in the (?:meantime|interim)|meanwhile|ad interim|"
    r"on an interim basis)\b",
    re.IGNORECASE,
)
_INTERIM = re.compile(r"\b(?:acting|interim|caretaker|provisional)\b", re.IGNORECASE)
#: verbs of taking on of which the object need not be told its office: "whom Nova hired"
_HIRING = frozenset("hire recruit poach lure appoint promote enlist engage snatch reappoint".split())
#: what may stand before a participle without changing what it tells
_PLAIN = frozenset("just recently newly first then only also later finally eventually unanimously since".split())
_TIMED = frozenset({"in", "on", "at", "after", "since", "over", "for", "during"})


def newcomers(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Everybody of whom the sentence tells in one of these ways that he comes or goes."""
    for verb in verbs(tree):
        yield from _new_holder(tree, verb, lexicon)
        yield from _off(tree, verb, lexicon)
        yield from _standing_in(tree, verb, lexicon)
        yield from _whom(tree, verb, lexicon)
        yield from _participle(tree, verb, lexicon)
        yield from _freed(tree, verb, lexicon)


def _new_holder(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Ada Lin is the new president of Nova", "the new head of design is | Bo Tan |"."""
    if tree.lemma(verb) != "be" or tree.words[verb].tag not in {"VBZ", "VBP"} or tree.kids(verb, "aux"):
        return
    mine, other = subject(tree, verb), next(iter(tree.kids(verb, "attr")), None)
    if mine is None or other is None:
        return
    office, bearer = (other, mine) if any(tree.low(c) == "new" for c in tree.kids(other, "amod")) else (mine, other)
    definite = any(tree.low(c) in {"the", "its", "our", "their"} for c in tree.kids(office, "det", "poss")) or any(
        tree.name(c, "OT") or tree.lemma(c) in lexicon.events["bodies"] for c in tree.kids(office, "poss")
    )
    if not definite or not any(tree.low(c) == "new" for c in tree.kids(office, "amod")):
        return
    place, stands = post(tree, office, lexicon), colour(tree, verb, lexicon)
    own = tree.name(bearer, "PH")
    if place is None or own is None or stands is None or stands.polarity == "denied":
        return
    yield from arrived(
        tree, "parsed-appointment-takes", [verb, office], (own,), stands, manner="became", date=date_of(tree, verb),
        body=place.body, role=place.words,
    )  # fmt: skip


def _off(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Ada Lin is off to | Nova |", "is bound for the institute | Nova |": she goes there, and not on a visit."""
    if tree.lemma(verb) == "be":
        aside = next((c for c in tree.kids(verb, "advmod", "prt", "prep", "acomp") if tree.low(c) == "off"), None)
        heads, to = ([] if aside is None else [verb, aside]), "to"
    elif tree.low(verb) == "bound" and any(tree.lemma(c) == "be" for c in tree.kids(verb, "auxpass")):
        heads, to = [verb], "for"
    else:
        return
    places = [n for h in heads for n in under(tree, h, frozenset({to}))]
    body = next((b for n in places if tree.name(n, "MFGL") is None and (b := body_of(tree, n))), None)
    who = subject(tree, verb)
    if body is None or who is None or tree.kids(verb, "attr", "xcomp"):
        return
    errand = [c for h in (*heads, *places) for c in tree.kids(h, "prep", "advcl", "acl", "xcomp") if tree.low(c) != to]
    if any((tree.verbal(c) and tree.dep(c) != "relcl") or not _timed(tree, c) for c in errand if c not in heads):
        # "off to Nova for a talk", "to see the boss"
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied" or not (ones := doers(tree, verb, who, lexicon)):
        return
    words = tree.text(tree.spans[verb][0], tree.spans[places[0]][1])
    at = [verb, who]
    yield from gone(tree, "parsed-departure-told", at, ones, stands, manner=words, date=date_of(tree, verb))
    yield from joined(tree, at, ones, body, replace(stands, future=True))


def _timed(tree: Syntax, preposition: int) -> bool:
    """Does a preposition only tell when?"""
    tokens = [tree.tokens[n] for n in tree.kids(preposition, "pobj")]
    return bool(tokens) and all(t is not None and isinstance(t.value, DateMention) for t in tokens)


def _standing_in(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "is filling in until June", "stands in for Bo Tan", "runs Nova for the time being", "as acting chief"."""
    who = subject(tree, verb)
    if who is None or tree.kids(verb, "auxpass") or not (ones := doers(tree, verb, who, lexicon)):
        return
    lemma, objects = tree.lemma(verb), tree.kids(verb, "dobj")
    behind = tree.text(tree.spans[verb][1], tree.tagged.sentence.end)
    steps = phrasal(tree, verb, frozenset({"fill in", "stand in", "step in"}))
    for_whom = [m for n in under(tree, verb, frozenset({"for"})) for m in holders(tree, n, lexicon)]
    place = next((p for n in under(tree, verb, _AS) if (p := post(tree, n, lexicon))), None)
    rule, body = "parsed-appointment-stands-in", None
    if steps and not objects and (place or for_whom or _FOR_NOW.match(behind.partition(" in")[2].lstrip())):
        pass
    elif lemma in {"serve", "act", "continue"} and place is not None and _INTERIM.search(place.words.text):
        rule = "parsed-appointment-takes"
    elif (
        lemma in {"run", "lead", "head", "manage"}
        and objects
        and re.match(r"[^.;,]{0,40}\bfor (?:the time being|now|the moment)\b", behind)
    ):
        body = body_of(tree, objects[0])
        if body is None and tree.lemma(objects[0]) not in lexicon.events["bodies"]:
            return
    else:
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied":
        return
    if not stands.future and tree.words[verb].tag not in {"VBZ", "VBP", "VBG"}:
        # who once stood in for somebody is no news
        return
    if tree.words[verb].tag == "VBG" and not any(tree.words[c].tag == "MD" for c in tree.kids(verb, "aux")):
        # "is filling in": now, and not still to come
        stands = replace(stands, future=False)
    old = for_whom[0] if len(for_whom) == 1 else None
    yield from arrived(
        tree, rule, [verb, who], ones, stands, manner="took over", date=date_of(tree, verb),
        body=body or body_in(place), role=role(place), old=old,
    )  # fmt: skip


def _whom(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Ada Lin |, whom Nova had hired from Orvane in April"."""
    if tree.dep(verb) != "relcl" or phrasal(tree, verb, lexicon.events["appoint"]) not in _HIRING:
        return
    if tree.kids(verb, "auxpass", "nsubjpass", "neg"):
        return
    by = next(iter(tree.kids(verb, "nsubj")), None)
    taken = tree.kids(verb, "dobj")
    agent = body_of(tree, by) if by is not None else None
    if agent is None or any(tree.low(c) not in {"whom", "who", "that"} for c in taken):
        return
    at = (taken[0] if taken else by if by is not None else verb) - 1
    while at > 0 and tree.words[at].text in {",", "(", "–", "—"}:
        at -= 1
    nearest = tree.name(at, "P")
    who = (nearest,) if nearest is not None else holders(tree, tree.head(verb), lexicon)
    stands = colour(tree, verb, lexicon)
    if len(who) != 1 or stands is None or stands.polarity == "denied":
        return
    place = next((p for n in under(tree, verb, _AS) if (p := post(tree, n, lexicon))), None)
    yield from arrived(
        tree, "parsed-appointment", [verb], who, stands, manner="appointed", date=date_of(tree, verb), body=agent,
        role=role(place),
    )  # fmt: skip


def _participle(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "| Ada Lin |, ousted in May, …", "Hired in May as chief scientist, | Ada Lin | …": nobody's verb, but told."""
    if tree.words[verb].tag not in {"VBN", "VBD"} or tree.kids(verb, "aux", "auxpass", "neg", "mark", "nsubjpass"):
        return
    if any(tree.low(c) not in _PLAIN for c in tree.kids(verb, "advmod")):
        return
    out = phrasal(tree, verb, lexicon.events["dismiss"])
    taken = phrasal(tree, verb, lexicon.events["appoint"])
    before = min([verb, *tree.kids(verb, "advmod")]) - 1
    closing = next((i for i in range(verb + 1, len(tree.words)) if tree.words[i].text == ","), None)
    if not (out or taken) or closing is None:
        return
    if before < 0 and tree.dep(verb) == "advcl":
        own = tree.name(closing + 1, "P") if closing + 1 < len(tree.words) else None
    elif before > 0 and tree.words[before].text == ",":
        own = tree.name(before - 1, "P")
    else:
        return
    objects = tree.kids(verb, "dobj", "oprd", "attr", "xcomp")
    places = [p for n in (*objects, *under(tree, verb, _AS | {"to"})) if (p := post(tree, n, lexicon))]
    body, plain = None, len(objects) <= len(places)
    for child in tree.kids(verb, "prep", "agent"):
        inner = tree.kids(child, "pobj")
        named = next((b for n in inner if (b := body_of(tree, n))), None)
        known = named is not None or any(tree.lemma(n) in lexicon.events["bodies"] | lexicon.events["posts"]
                                         for n in inner)  # fmt: skip
        low = tree.low(child)
        if low in _TIMED and _timed(tree, child):
            continue
        if low in {"by", "from", "at"} and known:
            body = body or named
        elif not (low in {"as", "to"} and places):
            plain = False
    if own is None or not plain or (taken and not out and not places):
        return
    place, date = places[0] if places else None, date_of(tree, verb)
    if out:
        word = tree.low(verb) + (f" {tree.particle(verb)}" if tree.particle(verb) else "")
        yield from gone(
            tree, "parsed-dismissal", [verb], (own,), Colour(), manner=word, date=date, body=body, presupposed=True
        )
    else:
        yield from arrived(
            tree, "parsed-appointment", [verb], (own,), Colour(), manner="appointed", date=date,
            body=body or body_in(place), role=role(place), presupposed=True,
        )  # fmt: skip


def _freed(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "was relieved of her duties", "was stripped of his post", "was made redundant"."""
    passive = bool(tree.kids(verb, "auxpass", "nsubjpass"))
    last = None
    if tree.lemma(verb) in {"relieve", "strip"}:
        last = next((n for n in under(tree, verb, frozenset({"of"})) if tree.lemma(n) in lexicon.events["posts"]), None)
    elif tree.lemma(verb) == "make":
        last = next((c for c in tree.kids(verb, "oprd", "acomp", "ccomp", "attr") if tree.low(c) == "redundant"), None)
    who = subject(tree, verb) if passive else None
    if last is None or who is None or tree.lemma(last) in {"title", "notice"}:
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied" or not (ones := doers(tree, verb, who, lexicon)):
        return
    body = next((b for n in under(tree, verb, _BY) if (b := body_of(tree, n))), None)
    words = tree.text(tree.spans[verb][0], tree.spans[last][1])
    at = [verb, last, who]
    yield from gone(tree, "parsed-departure-told", at, ones, stands, manner=words, date=date_of(tree, verb), body=body)
