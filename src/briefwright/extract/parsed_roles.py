"""Who holds which role, read off the parse: appositions, titles before names, "is", "as" and verbs of leading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.frames import Frame, Slot
from briefwright.extract.framing import fixed, made, name, verbs
from briefwright.extract.noun_phrases import doers, under
from briefwright.extract.offices import Post, is_role, noun_ahead, plural, post, where_body
from briefwright.extract.parsed_leading import (
    EMPTY,
    HELMS,
    as_office,
    bearer_behind,
    charged_with,
    held,
    in_charge,
    leading,
    tense_of,
)
from briefwright.extract.syntax import Syntax
from briefwright.names import Mention

_PLAIN = Colour()
#: what may stand before a role in apposition: "until now deputy head"
_WHEN = frozenset("until till now then once formerly previously currently today also since recently still".split())
_AS = frozenset({"as"})
_DOING = frozenset({"acting", "managing"})
_SCHOLARS = frozenset({"professor", "prof", "lecturer", "dean"})
#: behind a role: "head of sales at Nova | until May |"
_UNTIL = re.compile(r"[^,.;:()]{0,60}\b(?:until|till)\b")
#: between a name and a role: "until May the | chief executive", "then | head of design"
_ENDED = re.compile(
    r"\b(?:until|till|then|once|formerly|previously|onetime|long|at th(?:e|at) time)\b(?!.*\b(?:now|and)\b)",
    re.IGNORECASE,
)


def roles(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Every role that a parsed sentence gives to a person."""
    yield from _beside(tree, lexicon)
    yield from _such_as(tree, lexicon)
    yield from _as_whom(tree, lexicon)
    for verb in verbs(tree):
        if tree.lemma(verb) == "be" or tree.low(verb) in {"remains", "remained", "remain"}:
            yield from _being(tree, verb, lexicon)
        elif tree.low(verb) in _DOING and tree.kids(verb, "dobj") and is_role(tree, verb):
            # "is now | acting head of research |", read as what somebody does
            yield from _being(tree, verb, lexicon)
        yield from as_office(tree, verb, lexicon)
        yield from leading(tree, verb, lexicon)
    yield from _of(tree)


def _beside(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """Titles before a name and roles in apposition to it; the sentence takes them for granted.

    What stands right beside the name decides, not what the parse takes an apposition to hang on: in "Ada Lin named Bo
    Tan, the lab's chief scientist" the role is Bo Tan's.
    """
    for i in range(len(tree.words)):
        person = tree.name(i, "P")
        if person is None or tree.quoted[i] is not None:
            continue
        if (before := _before(tree, i, lexicon)) is not None:
            together = _together(tree, i) if plural(tree, before.head) else (person,)
            if before.body is None and tree.lemma(before.head) in _SCHOLARS:
                # "Professor Ada Lin | of the Nova Institute |"
                house = next((b for n in under(tree, i, frozenset({"of", "at"})) if (b := tree.name(n, "O"))), None)
                before = Post(before.words, house, before.head, before.first)
            if len(together) > 1 or not plural(tree, before.head):
                other = _and_before(tree, before, lexicon)
                if other is not None and before.body is None:
                    # "| Nova | chief executive and co-founder Ada Lin": of both
                    before = Post(before.words, other.body, before.head, before.first)
                yield from held(tree, together, before, "parsed-role-beside")
                if other is not None:
                    yield from held(tree, together, other, "parsed-role-beside")
        several = tuple(dict.fromkeys((*_behind(tree, i, lexicon), *_further(tree, i, lexicon))))
        house = _house(tree, i, several, lexicon)
        for head in several:
            found = post(tree, head, lexicon)
            if found is None:
                continue
            ends = next((h for h in several if h > head), len(tree.words))
            if found.body is None and house is not None and not any(c < ends for c in tree.kids(head, "prep")):
                found = Post(found.words, house, head, found.first)
            many = plural(tree, head) and not _one_of(tree, i)
            together = _together_before(tree, i) if many else (person,)
            if len(together) > 1 or not many:
                gone = _ENDED.search(tree.text(tree.spans[i][1], tree.spans[head][0])) is not None
                gone = gone or _UNTIL.match(tree.text(found.words.end, tree.tagged.sentence.end)) is not None
                yield from held(tree, together, _shared(tree, head, found, lexicon), "parsed-role-beside", gone)
        if (charge := charged_with(tree, i)) is not None:
            gone = _ENDED.search(tree.text(tree.spans[i][1], charge.words.start)) is not None
            yield from held(tree, (person,), charge, "parsed-role-beside-charge", gone)
        if (noun := _announcing(tree, i)) is not None and (found := post(tree, noun, lexicon)) is not None:
            together = _together(tree, i) if plural(tree, noun) else (person,)
            if len(together) > 1 or not plural(tree, noun):
                yield from held(tree, together, found, "parsed-role-beside")


def _house(tree: Syntax, person: int, heads: tuple[int, ...], lexicon: Lexicon) -> Mention | None:
    """The body of all titles of an apposition: "| Nova |'s president, treasurer and chair", "chair and chief of Nova".

    Only where nothing but commas and "and" stands between them, and no article.
    """
    posts = [p for h in heads if (p := post(tree, h, lexicon)) is not None]
    bodies = {p.body.key: p.body for p in posts if p.body is not None}
    if len(posts) < 2 or len(bodies) != 1:
        return None
    end = max(p.words.end for p in posts)
    known = {i for p in posts for i in range(len(tree.words)) if p.words.start <= tree.spans[i][0] < p.words.end}
    first = min(known)
    if first and tree.low(first - 1) in {"a", "an"}:
        # "a physicist and chair of Nova"
        return None
    between = {i for i in range(first, len(tree.words)) if tree.spans[i][0] < end} - known
    plain = all(tree.low(i) in {",", "and", "&"} for i in between)
    return next(iter(bodies.values())) if plain else None


def _one_of(tree: Syntax, person: int) -> bool:
    """ "Ada Lin, | one of the engineers |"."""
    return person + 3 < len(tree.words) and (tree.low(person + 2), tree.low(person + 3)) == ("one", "of")


def _such_as(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "core contributors such as Ada Lin and Bo Tan"."""
    for i in range(len(tree.words) - 3):
        if not plural(tree, i) or tree.quoted[i] is not None:
            continue
        at = i + 1
        while at < len(tree.words) - 2 and tree.words[at].text in {",", "(", "—", "–", "-"}:
            at += 1
        two = (tree.low(at), tree.low(at + 1)) == ("such", "as")
        if not two and tree.low(at) not in {"including", "like"}:
            continue
        first = at + (2 if two else 1)
        if first < len(tree.words) and tree.name(first, "P") and (found := post(tree, i, lexicon)) is not None:
            yield from held(tree, _together(tree, first), found, "parsed-role-beside")


def _shared(tree: Syntax, head: int, found: Post, lexicon: Lexicon) -> Post:
    """ "co-founder and chief executive of Nova": the body of the last serves the first, which has none of its own."""
    if found.body is not None or tree.kids(head, "prep", "poss"):
        return found
    later = [post(tree, c, lexicon) for c in tree.kids(head, "conj") if not tree.verbal(c)]
    body = next((p.body for p in later if p is not None and p.body is not None), None)
    return Post(found.words, body, head, found.first)


def _behind(tree: Syntax, person: int, lexicon: Lexicon) -> Iterator[int]:
    """The nouns of the roles that stand behind a name: "Ada Lin, 41, | co-founder and chief executive of Nova"."""
    at = person + 1
    if (
        at + 2 < len(tree.words)
        and tree.low(at) in {"of", "at"}
        and tree.name(at + 1, "O")
        and (tree.words[at + 2].text == ",")
    ):
        # "Ada Lin of Nova, | an analyst who follows the stock |"
        at += 2
    if not (at < len(tree.words) and tree.words[at].text in {",", "(", "-", "–", "—"}):
        return
    at += 1
    if [tree.low(j) for j in range(at, min(at + 3, len(tree.words)))] in (
        ["at", "the", "time"],
        ["at", "that", "time"],
    ):
        at += 3
    elif at + 2 < len(tree.words) and tree.low(at) == "one" and tree.low(at + 1) == "of":
        at += 2
    if at + 1 < len(tree.words) and tree.words[at].pos == "NUM" and tree.words[at + 1].text == ",":
        at += 2
    while at < len(tree.words) - 1 and tree.low(at) in _WHEN:
        at += 1
    at += 2 * _by_day(tree, at)
    head = noun_ahead(tree, at, lexicon)
    for _ in range(3):
        if head is None:
            return
        yield head
        joint = next((c for c in tree.kids(head, "conj") if c > head and not tree.verbal(c)), None)
        between = {tree.low(k) for k in range(head + 1, joint)} if joint is not None else set()
        joined = joint is not None and ("and" in between) and "," not in between
        head = noun_ahead(tree, _left_edge(tree, joint), lexicon) if joined and joint is not None else None


def _further(tree: Syntax, person: int, lexicon: Lexicon) -> Iterator[int]:
    """Roles further on in the same apposition: "Ada Lin, 39, born in Brno and | chief forecaster since 2031 |, …"."""
    at = person + 1
    if not (at < len(tree.words) and tree.words[at].text in {",", "("}):
        return
    closing = 0
    for i in range(at + 1, min(at + 26, len(tree.words))):
        word = tree.words[i]
        if word.tag in {"VBZ", "VBD", "VBP", "MD", "WP", "WDT", "WRB"} or word.text in {";", ":", ")"}:
            return
        if tree.name(i, "P") is not None or tree.quoted[i] is not None:
            return
        if word.text in {",", "and", "&"} and i + 1 < len(tree.words):
            closing += word.text == ","
            start = i + 2 if tree.low(i + 1) in {"and", "also"} else i + 1
            start += 2 * (turns := _by_day(tree, start))
            if start >= len(tree.words) or (tree.low(start) == "the" and not turns) or closing > 2:
                continue
            head = noun_ahead(tree, start, lexicon)
            ahead = tree.words[head + 1] if head is not None and head + 1 < len(tree.words) else None
            if head is not None and head - start <= 5 and (
                ahead is None or ahead.text in {",", ".", ")", ";"} or ahead.tag in {"IN", "CC"}):  # fmt: skip
                yield head


def _by_day(tree: Syntax, at: int) -> bool:
    """ "Ada Lin, | by day | a lawyer at Nova, | by night | the treasurer of the Orrin Society"."""
    return at + 2 < len(tree.words) and tree.low(at) == "by" and tree.low(at + 1) in {"day", "night", "trade"}


def _left_edge(tree: Syntax, i: int) -> int:
    return min(tree.subtree(i, frozenset({"conj"})))


def _announcing(tree: Syntax, person: int) -> int | None:
    """The role noun before a name that stands in apposition to it: "The technical lead of Nova, | Ada Lin"."""
    if person < 2 or tree.words[person - 1].text not in {",", "(", ":"}:
        return None
    noun = tree.head(person)
    if tree.name(noun, "OTL") is not None and tree.dep(noun) == "pobj" and noun < person:
        # "The rector of Nova, | Ada Lin |": the apposition is hung on the nearest noun
        noun = tree.head(tree.head(noun))
    if tree.dep(person) != "appos" or noun >= person or tree.name(noun, "POTFMGLH") is not None:
        return None
    ends = max((j for j in tree.subtree(noun, frozenset({"appos", "relcl", "punct"}))), default=noun)
    return noun if ends <= person - 1 and person - ends <= 2 else None


def _together(tree: Syntax, first: int) -> tuple[Mention, ...]:
    """The names that a plural title before them covers: up to the one behind "and"."""
    out: list[Mention] = []
    at = first
    while (named := tree.name(at, "P")) is not None:
        out.append(named)
        step = at + 1
        joined = False
        while step < len(tree.words) and tree.low(step) in {",", "and", "&"}:
            joined = joined or tree.low(step) in {"and", "&"}
            step += 1
        if step == at + 1 or step >= len(tree.words) or tree.name(step, "P") is None:
            break
        at = step
        if joined:
            out.append(tree.name(at, "P") or named)
            break
    return tuple(out)


def _together_before(tree: Syntax, last: int) -> tuple[Mention, ...]:
    """The names that a plural role behind them covers: "Ada Lin and Bo Tan, engineers at Nova"."""
    out: list[Mention] = []
    at = last
    while at >= 0 and (named := tree.name(at, "P")) is not None:
        out.insert(0, named)
        step = at - 1
        while step >= 0 and tree.low(step) in {",", "and", "&"}:
            step -= 1
        if step == at - 1:
            break
        at = step
    return tuple(out)


def _names_another(tree: Syntax, noun: int) -> bool:
    """Does the noun belong to a name of its own ("…, the researcher Bo Tan")?"""
    return any(tree.name(c, "P") for c in tree.kids(noun, "appos")) or (
        noun + 1 < len(tree.words) and tree.name(noun + 1, "P") is not None
    )


def _before(tree: Syntax, person: int, lexicon: Lexicon) -> Post | None:
    """The title right before a name: "Nova's chief scientist | Ada Lin"."""
    noun = person - 1
    if noun < 0 or tree.words[noun].tag == "POS" or tree.verbal(noun):
        return None
    joined = tree.dep(noun) == "conj" and tree.head(noun) == tree.head(person)
    if joined or tree.dep(noun) in {"compound", "nmod", "amod", "appos"} or tree.head(person) == noun:
        return post(tree, noun, lexicon, before=person if tree.head(noun) == person else None)
    return None


def _and_before(tree: Syntax, found: Post, lexicon: Lexicon) -> Post | None:
    """ "| co-founder and | chief executive Ada Lin": the first of two titles."""
    at = found.first - 1
    if at < 1 or tree.low(at) not in {"and", "&"} or tree.name(at - 1, "POTFMGLH") is not None:
        return None
    other = post(tree, at - 1, lexicon)
    if other is None or plural(tree, at - 1) != plural(tree, found.head):
        return None
    return Post(other.words, other.body or found.body, other.head, other.first)


def _being(tree: Syntax, verb: int, lexicon: Lexicon) -> Iterator[Frame]:
    who = subject(tree, verb)
    if who is None:
        return
    for charge in under(tree, verb, frozenset({"in"})):
        if tree.lemma(charge) == "charge":
            for of in tree.kids(charge, "prep"):
                # "in charge of testing" is sometimes read as a verb
                for led in tree.kids(of, "pobj", "pcomp") if tree.low(of) == "of" else ():
                    yield from in_charge(tree, verb, who, led, lexicon, charge)
    for helm in under(tree, verb, frozenset({"at"})):
        if tree.low(helm) in HELMS and any(tree.low(c) == "the" for c in tree.kids(helm, "det")):
            # "has been at the helm of Nova since 2030"
            for led in under(tree, helm, frozenset({"of"})):
                yield from in_charge(tree, verb, who, led, lexicon, helm)
    for word in tree.kids(verb, "acomp"):
        if tree.low(word) == "responsible":
            for led in under(tree, word, frozenset({"for"})):
                yield from in_charge(tree, verb, who, led, lexicon)
    yield from bearer_behind(tree, verb, who, lexicon)
    acting = [c for c in tree.kids(verb, "dobj") if not plural(tree, c)] if tree.low(verb) in _DOING else []
    for noun in (*tree.kids(verb, "attr"), *acting):
        for head in (noun, *(c for c in tree.kids(noun, "conj") if not tree.verbal(c))):
            found = post(tree, head, lexicon)
            if found is None or _names_another(tree, head):
                continue
            if tree.lemma(head) in EMPTY and len(found.words.text.split()) < 2:
                continue
            stands = colour(tree, verb, lexicon)
            if stands is None:
                continue
            for one in doers(tree, verb, who, lexicon):
                body = found.body
                if body is None and not _placed(tree, head):
                    # "is now head of product | at Orvane |"
                    body = next((b for n in under(tree, verb, frozenset({"at"})) if (b := tree.name(n, "OT"))), None)
                if body is None and not _placed(tree, head):
                    body = where_body(tree, verb)
                slots: dict[str, Slot | None] = {
                    "person": name(one),
                    "role": found.words,
                    "organisation": name(body),
                }
                slots["tense"] = tense_of(tree, verb)
                if acting:
                    # "was acting head": the auxiliary tells when
                    past = any(tree.low(c) in {"was", "were", "had"} for c in tree.kids(verb, "aux"))
                    slots["tense"] = fixed("past") if past else None
                    stands = replace(stands, future=any(tree.words[c].tag == "MD" for c in tree.kids(verb, "aux")))
                yield made(tree, "role", "parsed-role-is", [verb, head], slots, stands)


def _placed(tree: Syntax, noun: int) -> bool:
    """Does a role say of itself where it is held?"""
    return any(tree.name(n, "OT") for n in under(tree, noun, frozenset({"of", "at", "with", "for"})))


def _as_whom(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "As chief scientist of Nova, | Ada Lin | signs every paper"."""
    first = next((i for i, w in enumerate(tree.words) if w.pos not in {"PUNCT", "CCONJ"}), None)
    if first is None or tree.low(first) != "as" or tree.quoted[first] is not None:
        return
    noun = next(iter(tree.kids(first, "pobj")), None)
    found = post(tree, noun, lexicon) if noun is not None else None
    if noun is None or found is None:
        return
    last = max(tree.subtree(noun))
    behind = [i for i in range(last + 1, min(last + 3, len(tree.words))) if tree.name(i, "P")]
    if behind and tree.words[behind[0] - 1].text == "," and (person := tree.name(behind[0], "P")) is not None:
        yield from held(tree, (person,), found, "parsed-role-beside")


def _of(tree: Syntax) -> Iterator[Frame]:
    """ "Bilal Sheikh of Harrow Lane Securities"."""
    for i in range(len(tree.words)):
        person = tree.name(i, "P")
        if person is None or tree.quoted[i] is not None:
            continue
        owner = [c for c in tree.kids(i, "poss") if c < i]
        for noun in (*under(tree, i, frozenset({"of", "at"})), *owner):
            body = tree.name(noun, "O")
            if body is not None:
                slots: dict[str, Slot | None] = {"person": name(person), "organisation": name(body)}
                yield made(tree, "affiliation", "parsed-affiliation-of", [i, noun], slots, _PLAIN, presupposed=True)
