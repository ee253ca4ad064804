"""Offices told by their verb: "who leads purchasing at Mercavia", "is in charge of software"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.frames import Frame, Slot, Words
from briefwright.extract.framing import fixed, made, name
from briefwright.extract.noun_phrases import body_of, doers, holders, under
from briefwright.extract.offices import Post, its_body, post, where_body
from briefwright.extract.syntax import CLAUSES, Syntax
from briefwright.names import Mention
from briefwright.text import fold

_AS = frozenset({"as"})
_AT = re.compile(r"\bat $")
_PLAIN = Colour()
_FORMER = frozenset({"former", "formerly", "previously", "previous", "onetime", "ex"})
#: nouns that alone name no office
EMPTY = frozenset({"member", "one", "employee", "people", "person", "name", "other", "figure", "regulator"})
#: determiners behind which a thing is meant, not an office
_ANY = frozenset("a an this that these those every such his her their my our".split())


_TO_AT = frozenset({"to", "at", "for"})
_SPANS = frozenset({"year", "month", "week", "decade", "spell", "stint", "term"})
_HELD_AT = frozenset({"at", "for", "with"})


def leading(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "who leads purchasing at Mercavia": an office told by its verb."""
    lemma = tree.lemma(verb)
    used = tree.words[verb].tag == "VB" and tree.dep(verb) == "xcomp" and tree.low(tree.head(verb)) == "used"
    if tree.kids(verb, "auxpass") or not (used or tree.words[verb].tag in {"VBZ", "VBD", "VBP", "VBN"}):
        return
    who = subject(tree, verb)
    if who is None or not (bearers := doers(tree, verb, who, lexicon)):
        return
    # "had run" is not "run": a participle that is no past form keeps its auxiliary
    helped = [c for c in tree.kids(verb, "aux") if tree.low(c) in {"has", "had", "have"} and c == verb - 1]
    bare = bool(helped) and tree.low(verb) == tree.lemma(verb)
    start = tree.spans[tree.head(verb) if used else helped[0] if bare else verb][0]
    if lemma in lexicon.events["lead"]:
        # "leads | purchasing" is sometimes read as a verb below a verb
        objects = tree.kids(verb, "dobj") or tuple(
            c
            for c in tree.kids(verb, "xcomp")
            if tree.words[c].tag in {"VBG", "NN"} and not tree.kids(c, "dobj", "prt")
        )
    elif f"{lemma} after" in lexicon.events["lead"]:
        objects = tuple(under(tree, verb, frozenset({"after"})))
    else:
        return
    for noun in objects:
        if tree.lemma(noun) in lexicon.events["led_for_once"] or tree.words[noun].pos not in {"NOUN", "PROPN", "VERB"}:
            continue
        if any(tree.low(c) in _ANY or tree.dep(c) == "nummod" for c in tree.kids(noun)):
            continue
        if any(tree.name(j, "P") for j in tree.subtree(noun)):
            continue
        stands = colour(tree, verb, lexicon)
        if stands is None or stands.future:
            continue
        named = body_of(tree, noun)
        body = named or next((b for n in under(tree, noun, frozenset({"at", "of", "for", "with"}))
                              if (b := body_of(tree, n))), None)  # fmt: skip
        body = body or next((b for n in under(tree, verb, frozenset({"at", "for", "with"})) if (b := body_of(tree, n))),
                            None)  # fmt: skip
        body = body or next((b for c in tree.kids(noun, "poss") if (b := tree.name(c, "OTFMG"))), None)
        body = body or where_body(tree, verb)
        if body is None and tree.lemma(noun) == "board":
            # "founded Nova and chairs | its | board"
            body = next((its_body(tree, c) for c in tree.kids(noun, "poss") if tree.low(c) == "its"), None)
        end = tree.phrase(noun, CLAUSES - {"conj"} | {"prep"})[1] if named is None else tree.spans[noun][1]
        if named is not None and tree.name(noun, "OTFMG") is None:
            # "heads the utility | Enervia"
            end = max(end, *(tree.spans[c][1] for c in tree.kids(noun, "appos")))
        for inner in tree.kids(noun, "prep"):
            if tree.low(inner) == "of" and not any(body_of(tree, n) for n in tree.kids(inner, "pobj")):
                end = max(end, tree.phrase(inner, CLAUSES)[1])
        text = tree.text(start, end)
        if len(text.split()) > 8 or "\n" in text or any(c in text for c in ',;“”"'):
            continue
        for one in bearers:
            words = Words(text=text, start=start, end=end)
            slots: dict[str, Slot | None] = {"person": name(one), "role": words, "organisation": name(body)}
            inside = body is not None and body.text in text
            if any(tree.low(c) in {"previously", "formerly", "once"} for c in tree.kids(verb, "advmod")):
                slots["tense"] = fixed("former")
            rule = "parsed-role-leads-named" if inside else "parsed-role-leads"
            yield made(tree, "role", rule, [verb, noun], slots, stands)


def in_charge(
    tree: Syntax, verb: int, who: int, led: int, lexicon: Lexicon, charge: int | None = None
) -> Iterator[Frame]:
    """ "who was in charge of software"."""
    stands = colour(tree, verb, lexicon)
    first = min([verb, *(c for c in tree.kids(verb, "aux") if tree.low(c) in {"has", "had", "have"})])
    start, end = tree.spans[first][0], tree.phrase(led, CLAUSES | {"prep"})[1]
    text = tree.text(start, end)
    if stands is None or len(text.split()) > 9 or any(tree.name(j, "P") for j in tree.subtree(led)):
        return
    if stands.polarity == "denied" and any(tree.low(j) in {"not", "n't", "longer"} for j in range(verb, led)):
        # "is not in charge of sales": the words deny it themselves
        return
    at = (n for noun in (led, charge) if noun is not None for n in under(tree, noun, _HELD_AT))
    body = next((b for n in at if (b := body_of(tree, n))), None) or where_body(tree, verb)
    for one in doers(tree, verb, who, lexicon):
        slots: dict[str, Slot | None] = {"person": name(one), "role": Words(text=text, start=start, end=end),
                                         "organisation": name(body or body_of(tree, led))}  # fmt: skip
        named = body is None and slots["organisation"] is not None
        rule = "parsed-role-leads-named" if named else "parsed-role-leads"
        yield made(tree, "role", rule, [verb, led], slots, stands)


#: "Ada Lin, | at the helm | of Nova for five years"
HELMS = frozenset({"helm", "head", "wheel", "top", "reins"})
_CHARGES = frozenset({("in", "charge", "of"), ("in", "command", "of"), ("with", "responsibility", "for")})
_TEAMS = frozenset({"team", "crew", "group", "duo", "trio", "leadership", "management"})
_HELM = frozenset(("at", "the", noun) for noun in HELMS)
_NOT = frozenset({"not", "never", "no", "hardly", "nor", "neither", "longer", "soon", "next", "future"})


def charged_with(tree: Syntax, person: int) -> Post | None:
    """ "Ada Lin, | the linguist in charge of safety |", "Ada Lin, | responsible for partnerships at Nova |,"."""
    at = person + 1
    if not (at < len(tree.words) and tree.words[at].text in {",", "("}):
        return None
    for i in range(at + 1, min(at + 9, len(tree.words) - 2)):
        word = tree.words[i]
        if word.pos in {"VERB", "AUX", "PUNCT", "PRON"} or tree.name(i, "P") is not None or tree.low(i) in _NOT:
            return None
        three = (tree.low(i), tree.low(i + 1), tree.low(i + 2))
        if three in _CHARGES:
            last = i + 2
        elif three == ("part", "of", "the"):
            # "part of the founding team at Nova"
            last = i + 1
        elif three[:2] == ("responsible", "for"):
            last = i + 1
        elif three in _HELM and i + 3 < len(tree.words) and tree.low(i + 3) == "of":
            last = i + 3
        else:
            continue
        led = next(iter(tree.kids(last, "pobj")), None)
        if led is not None and three[0] == "part" and tree.lemma(led) not in _TEAMS:
            return None
        if led is None or any(tree.name(j, "P") for j in tree.subtree(led)):
            return None
        start, end = tree.spans[i][0], tree.phrase(led, CLAUSES | {"prep"})[1]
        text = tree.text(start, end)
        if len(text.split()) > 8 or any(c in text for c in '“”"();:,'):
            return None
        body = next((b for n in under(tree, led, frozenset({"at"})) if (b := body_of(tree, n))), None)
        if last == i + 3 and (own := body_of(tree, led)) is not None:
            # "at the helm of | Nova |": the body is named in what is told
            body, text = own, tree.text(start, tree.spans[i + 2][1])
        return Post(Words(text=text, start=start, end=start + len(text)), body, led, i)
    return None


def tense_of(tree: Syntax, verb: int) -> Slot | None:
    """ "was head of design", "had been head of design", "used to be head of design"."""
    used = tree.dep(verb) == "xcomp" and tree.low(tree.head(verb)) == "used"
    had = any(tree.low(c) == "had" for c in tree.kids(verb, "aux"))
    past = tree.words[verb].tag == "VBD" and not tree.low(verb).startswith("remain")
    return fixed("past") if past or had or used else None


def bearer_behind(tree: Syntax, verb: int, who: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "Its chief executive is | Ada Lin |"."""
    person = next((m for c in tree.kids(verb, "attr") if (m := tree.name(c, "P"))), None)
    found = post(tree, who, lexicon) if person is not None and tree.lemma(verb) == "be" else None
    definite = any(tree.low(c) in {"the", "its", "their", "our"} for c in tree.kids(who, "det", "poss")) or any(
        tree.name(c, "OT") for c in tree.kids(who, "poss")
    )
    if person is None or found is None or not definite or tree.words[who].tag in {"NNS", "NNPS"}:
        return
    if any(tree.low(c) in {"new", "next", "first", "best", "only"} for c in tree.kids(who, "amod")):
        return
    stands = colour(tree, verb, lexicon)
    if stands is None or stands.polarity == "denied" or stands.future or stands.hedge != "none":
        return
    slots: dict[str, Slot | None] = {"person": name(person), "role": found.words, "organisation": name(found.body),
                                     "tense": tense_of(tree, verb)}  # fmt: skip
    yield made(tree, "role", "parsed-role-is", [verb, who], slots, stands)


def as_office(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    """ "served as chief architect", "joined Nova as a vice president", "runs it as managing director"."""
    after = under(tree, verb, frozenset({"after"})) if f"{tree.lemma(verb)} after" in lexicon.events["lead"] else ()
    leads = (*tree.kids(verb, "dobj"),) if tree.lemma(verb) in lexicon.events["lead"] else tuple(after)
    who, lemma = subject(tree, verb), tree.lemma(verb)
    if who is None or tree.kids(verb, "auxpass"):
        return
    gone = lemma in {"resign", "retire", "step", "quit", "leave", "depart"}
    where = next((b for n in under(tree, verb, _TO_AT) if (b := body_of(tree, n))), None) if not gone else None
    moved = where is not None and (lemma == "be" or any(e.startswith(f"{lemma} ") for e in lexicon.events["join"]))
    if not leads and not moved and lemma not in lexicon.events["serve"] | lexicon.events["join"]:
        return
    # "served for six years | as head of sales |", "was at Nova for a year, most recently | as chair |"
    spans = [n for c in tree.kids(verb, "prep") for n in tree.kids(c, "pobj") if tree.lemma(n) in _SPANS]
    near = [verb, *spans, *(c for c in tree.kids(verb, "advmod") if tree.low(c) in {"recently", "lately", "latterly"})]
    for noun in (n for h in near for n in under(tree, h, _AS)):
        found = post(tree, noun, lexicon)
        stands = colour(tree, verb, lexicon)
        if found is None or stands is None:
            continue
        body = found.body
        if body is None and (leads or tree.lemma(verb) in lexicon.events["join"]):
            body = next((b for c in tree.kids(verb, "dobj") if (b := body_of(tree, c))), None)
        if body is None and leads and tree.dep(verb) == "conj" and any(tree.low(c) == "it" for c in leads):
            # "founded Nova in 2030 and runs | it |"
            body = next((b for c in tree.kids(tree.head(verb), "dobj") if (b := body_of(tree, c))), None)
        body = body or where
        if gone:
            # the departure tells it
            continue
        for one in holders(tree, who, lexicon):
            slots: dict[str, Slot | None] = {"person": name(one), "role": found.words, "organisation": name(body)}
            slots["tense"] = tense_of(tree, verb) if lemma not in lexicon.events["join"] else None
            if lemma == "be" and tree.low(verb) in {"been", "was", "were"}:
                slots["tense"] = fixed("past")
            yield made(tree, "role", "parsed-role-as", [verb, noun], slots, stands)


def held(tree: Syntax, who: tuple[Mention, ...], found: Post, rule: str, gone: bool = False) -> Iterator[Frame]:
    """The role that stands beside the names of those who hold it; the sentence takes it for granted."""
    if tree.lemma(found.head) in EMPTY and len(found.words.text.split()) < 2:
        return
    for one in who:
        if _AT.search(fold(tree.tagged.passage.text[: one.start])):
            # "wears two hats at Nova, those of designer and buyer": a house is taken for a person
            continue
        slots: dict[str, Slot | None] = {"person": name(one), "role": found.words, "organisation": name(found.body)}
        # "former Nova engineer Ada Lin": the word stands before the body, and is no part of the role
        over = gone or (tree.low(found.first) in _FORMER and tree.spans[found.first][0] < found.words.start)
        slots["tense"] = fixed("former") if over else None
        yield made(tree, "role", rule, [found.first, found.head], slots, _PLAIN, presupposed=True)
