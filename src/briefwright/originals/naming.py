"""The checks of names: each where the article has it, whole, and with the role that it has there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefwright.codebook import Lexicon
from briefwright.model import Problem
from briefwright.originals.align import Line
from briefwright.originals.beside import LEFT_OUT, Beside
from briefwright.originals.capitals import Capital, all_keys, runs_of
from briefwright.text import fold, words

#: Words that stand for somebody or something named before: the note writes the name in their place.
_POINTING = r"this|that|these|those|such|ones?|both|each|another|others?|many|some|most|former|latter|they|them|their"
_PERSONAL = re.compile(rf"\b(?:he|she|him|her|hers|his|we|us|our|my|I|you|your|{_POINTING})\b", re.IGNORECASE)
_THINGS = re.compile(rf"\b(?:it|its|we|us|our|you|your|{_POINTING})\b", re.IGNORECASE)
#: "the company", "the small team"; not "the appointment of Mira Tan", which names whom it means
_THE = re.compile(r"\b[Tt]he[ ](?:[a-z'-]+[ ]){0,2}?(?P<noun>[a-z-]+)\b(?![ ]of[ ][A-Z])")
_BODIES = frozenset("team teams project unit division product department programme program crew staff".split())
#: Fewer words than this between a role and the only name of a sentence, and the role is that person's.
BESIDE = 4
#: What a person does or gets, named without the person: "the departure", "the appointment".
_EXITS = frozenset("departure departures exit resignation appointment farewell announcement loss post message".split())
#: "Mira Tan is a staff engineer", "Mira Tan was the technical lead of …": the name ends where the verb begins.
_IS = re.compile(
    r"[ ](?:is|was|became|becomes)[ ](?:an?[ ]|the[ ]|its[ ]|also[ ])?(?P<role>[\w'&-]+(?:[ ][\w'&-]+){0,5})"
)


def names_fit(beside: Beside) -> Iterator[Problem]:
    """Every name of the note stands in the paragraph, in a sentence that is retold; or it stood before in the article
    and that sentence only points back to it. Every name of the paragraph stands in the note. The words of a name stay
    together and in order."""
    for run in runs_of(beside.whole.names.find(beside.note)):
        yield from _foreign(beside, run)
        yield from _mixed(beside, run)
    here, seen = all_keys(beside.note), set[str]()
    for capital in beside.whole.names.find(beside.article):
        if capital.key not in here | seen and not beside.excused(capital.surface):
            seen.add(capital.key)
            yield beside.lost(f"the article's name “{capital.surface}” is not told; {LEFT_OUT}")


def _foreign(beside: Beside, run: Sequence[Capital]) -> Iterator[Problem]:
    """The words of one name that the retold sentences lack, and that nothing in them can stand for."""
    origin = beside.origin(beside.place(run[0].start))
    there = all_keys(origin)
    lexicon = beside.whole.lexicon
    known = any(c.key in there for c in run) or points_back(origin, lexicon, person=_is_person(run, lexicon))
    for capital in run:
        earlier = beside.whole.named_before(capital.key, beside.passage.number)
        if capital.key not in there and not (known and earlier):
            why = "it is named elsewhere, and nothing here points to it" if earlier else "nor named before it"
            told = f"the name “{capital.surface}” is not in what this sentence retells ({why}); correct it"
            yield beside.at(capital.start, told)


def points_back(text: str, lexicon: Lexicon, *, person: bool) -> bool:
    """Does the text speak of a person, or of anything else, without the name?"""
    if person:
        pronoun, nouns = _PERSONAL, lexicon.role_words | _EXITS
    else:
        pronoun, nouns = _THINGS, lexicon.organisation_nouns | lexicon.model_nouns | lexicon.series_nouns | _BODIES
    return bool(pronoun.search(text)) or any(m["noun"].casefold() in nouns for m in _THE.finditer(fold(text)))


def _mixed(beside: Beside, run: Sequence[Capital]) -> Iterator[Problem]:
    """Neighbouring words of a name that the article has only in the other order, or only with other partners."""
    pairs = beside.whole.neighbours
    for a, b in pairwise(run):
        if beside.note[a.end : b.start] != " " or (a.key, b.key) in pairs or a.key == b.key:
            continue
        if (b.key, a.key) in pairs or beside.whole.parts_of_two(a.key, b.key):
            yield beside.at(a.start, f"the article has no name “{a.surface} {b.surface}”; write it as the article does")


# --------------------------------------------------------------------------- roles


def roles_fit(beside: Beside) -> Iterator[Problem]:
    """A person whom the note gives a role is the person whose name stands nearest to that role in the sentence that is
    retold, if that sentence names several or has the role right beside a name."""
    for place, line in enumerate(beside.ours):
        run = next(iter(runs_of(beside.whole.names.find(line.text))), ())
        found = _IS.match(fold(line.text), run[-1].end) if run and _is_person(run, beside.whole.lexicon) else None
        head = _head(found["role"], beside.whole.lexicon) if found else ""
        if not head:
            continue
        for theirs in (beside.theirs[at] for at in sorted(beside.retold[place])):
            nearest = _nearest(beside, theirs, head)
            if nearest and not {c.key for c in nearest} & {c.key for c in run}:
                who = " ".join(c.surface for c in nearest)
                told = f"the article gives the role “{head}” to “{who}”; give it to the same person"
                yield beside.at(line.start, told)


def _is_person(run: Sequence[Capital], lexicon: Lexicon) -> bool:
    names = {c.surface.removesuffix("'s").removesuffix("’s") for c in run}
    return bool(names & (lexicon.given | lexicon.surnames)) and not any(c.isdigit() for name in names for c in name)


def _head(role: str, lexicon: Lexicon) -> str:
    """The first word of a role that names an office: "staff engineer of …" -> "engineer"."""
    return next((word.text for word in words(role) if word.text.casefold() in lexicon.role_words), "")


def _nearest(beside: Beside, line: Line, head: str) -> tuple[Capital, ...]:
    """The person named nearest to the role, if the sentence has the role once, and one is nearer than any other."""
    plain = words(line.text)
    places = [i for i, word in enumerate(plain) if word.text.casefold() == head.casefold()]
    runs = [r for r in runs_of(beside.whole.names.find(line.text)) if _is_person(r, beside.whole.lexicon)]
    if len(places) != 1 or not runs:
        return ()
    at = plain[places[0]]

    def distance(run: Sequence[Capital]) -> int:
        between = (run[-1].end, at.start) if run[-1].end <= at.start else (at.end, run[0].start)
        return len(words(line.text[between[0] : between[1]])) * 10 + line.text[between[0] : between[1]].count(",")

    ranked = sorted(runs, key=distance)
    clear = distance(ranked[0]) < (distance(ranked[1]) if len(ranked) > 1 else 10 * BESIDE)
    return ranked[0] if clear else ()
