"""Frames of a parsed sentence: who holds which role, who came, went, met, released and changed what.

Read off the parse, not off the surface: who is subject, object or agent of a verb of a class, what stands in
apposition, which noun tells an event ("the resignation of Ada Lin"). The classes are the codebook's. Raw texts only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from briefwright.codebook import Lexicon
from briefwright.dates import DateMention
from briefwright.extract.asserting import Colour, beside_participle
from briefwright.extract.frames import Fixed, Frame, Names, Slot
from briefwright.extract.modality import stance_of
from briefwright.extract.noun_phrases import body_of, under
from briefwright.extract.offices import Post, post
from briefwright.extract.syntax import CLAUSES, Syntax
from briefwright.model import Kind
from briefwright.names import Mention

#: "before 3 March", "until the end of June": a bound, not the day
_BOUND = frozenset({"before", "after", "until", "till", "by", "between", "since", "than", "from"})
_TELLING = re.compile(
    r"today|yesterday|tomorrow|last|this|next|late|early|earlier|\d+|(?:two|three|four|five|six) ", re.I
)
_DAY_OF = re.compile(r"\b(?:first|second|third|\w+th|\w+st) of (?:the )?$", re.IGNORECASE)
_NTH = re.compile(r"\b(?:first|second|third|fourth|fifth|last) $", re.IGNORECASE)
_PARTICLES = frozenset(
    "down back aside out on away up off over in online live open ahead together apart forward".split()
)
_WHERE = frozenset({"from", "at", "of", "with"})


def made(
    tree: Syntax,
    kind: Kind,
    rule: str,
    at: Iterable[int],
    slots: Mapping[str, Slot | None],
    colour: Colour,
    *,
    presupposed: bool = False,
) -> Frame:
    """A frame of a parsed sentence; `at` are the words that show it, the empty slots are left out."""
    places = sorted(at)
    start, end = tree.spans[places[0]][0], max(tree.spans[p][1] for p in places)
    filled = {name: slot for name, slot in slots.items() if slot is not None}
    return Frame(
        kind=kind,
        rule=f"{rule}-future" if colour.future else rule,
        passage=tree.tagged.passage,
        sentence=tree.tagged.sentence,
        start=start,
        end=end,
        slots=filled,
        polarity=colour.polarity,
        hedge=colour.hedge,
        voice=colour.voice,
        stance=stance_of(colour.hedge, colour.voice, False),
        mentioned=tuple(m for s in filled.values() if isinstance(s, Names) for m in s.mentions),
        presupposed=presupposed,
    )


def name(mention: Mention | None) -> Names | None:
    return Names(mentions=(mention,)) if mention is not None else None


def role(post: Post | None) -> Slot | None:
    return post.words if post is not None else None


def body_in(post: Post | None) -> Mention | None:
    """The body that a role names: "chief executive | of Nova |"."""
    return post.body if post is not None else None


def fixed(text: str) -> Fixed:
    return Fixed(text=text)


def phrasal(tree: Syntax, verb: int, words: frozenset[str]) -> str:
    """The entry of a list of verbs that a verb is: "step down", else "step"; nothing where it is none of them."""
    particles = [tree.low(c) for c in tree.kids(verb, "prt", "advmod", "prep", "advcl", "ccomp", "xcomp") if c > verb]
    for particle in particles[:2]:
        if (whole := f"{tree.lemma(verb)} {particle}") in words:
            return whole
    if tree.particle(verb) and tree.lemma(verb) in words and f"{tree.lemma(verb)} {tree.particle(verb)}" not in words:
        return ""
    return tree.lemma(verb) if tree.lemma(verb) in words else ""


def in_words(tree: Syntax, verb: int) -> str:
    """The verb as the text has it, with its particle: "stepped down"."""
    particle = next(
        (tree.low(c) for c in tree.kids(verb, "prt", "advmod") if c > verb and tree.low(c) in _PARTICLES), ""
    )
    return f"{tree.text(*tree.spans[verb]).casefold()} {particle}".strip()


def date_of(tree: Syntax, verb: int) -> DateMention | None:
    """The date of a clause: the first in it that is no bound and stands in no clause of its own."""
    for i in sorted(tree.subtree(verb, CLAUSES)):
        token = tree.tokens[i]
        if token is None or not isinstance(token.value, DateMention):
            continue
        head = tree.head(i)
        if tree.low(head) in _BOUND and tree.dep(i) in {"pobj", "pcomp"}:
            continue
        if i and tree.low(i - 1) in _BOUND:
            continue
        ahead = tree.tagged.text[: token.tag_start], tree.tagged.text[token.tag_end :]
        nth = _NTH.search(ahead[0]) or token.value.surface.casefold().startswith("last ")
        if nth and ahead[1].startswith(" of "):
            # "on the second | Friday | of May", "the | last Monday | of June": the week is not told
            continue
        if token.value.precision == "month" and _DAY_OF.search(tree.tagged.text[: token.tag_start]):
            # "on the first of October": the month alone would say less than the text
            continue
        if token.value.precision == "relative" and token.value.direction in {"after", "before"}:
            continue
        if token.value.precision == "relative" and not _TELLING.match(token.value.surface):
            # "in recent weeks" is no date to hold anything to
            continue
        return token.value
    return None


def place_of(tree: Syntax, verb: int, lexicon: Lexicon) -> Mention | None:
    """The body that a verb's object or its "from" or "at" names."""
    for child in tree.kids(verb, "dobj"):
        if found := body_of(tree, child):
            return found
    for i in under(tree, verb, _WHERE):
        if found := body_of(tree, i):
            return found
        if tree.lemma(i) in lexicon.events["posts"] | lexicon.events["bodies"]:
            inner = next((b for n in under(tree, i, _WHERE) if (b := body_of(tree, n))), None)
            if inner is not None:
                return inner
    return None


def post_of(tree: Syntax, verb: int, lexicon: Lexicon) -> Post | None:
    """ "resigned | as chief executive of Nova", "left | her post as head of research"."""
    heads = [verb, *tree.kids(verb, "dobj")]
    heads += [p for c in tree.kids(verb, "prep") for p in tree.kids(c, "pobj")]
    for head in heads:
        for noun in under(tree, head, frozenset({"as"})):
            if (found := post(tree, noun, lexicon)) is not None:
                return found
    return None


def who_says(tree: Syntax, it: int) -> Mention | None:
    """ "Nova said | it | would merge": the body that speaks of itself."""
    above = tree.head(tree.head(it))
    if tree.dep(tree.head(it)) != "ccomp" or tree.lemma(above) not in {
        "say",
        "announce",
        "confirm",
        "disclose",
        "deny",
    }:
        return None
    who = next(iter(tree.kids(above, "nsubj")), None)
    who = beside_participle(tree, above) if who is None else who
    return tree.name(who, "O") if who is not None else None


def verbs(tree: Syntax) -> Iterator[int]:
    """Every verb that the text tells by itself."""
    for i, word in enumerate(tree.words):
        if word.pos in {"VERB", "AUX"} and tree.narrated(i):
            yield i
