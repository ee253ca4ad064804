"""Who says each quotation of a raw passage: by its verb of saying, by a colon, by the sentence before it.

A quotation is speech where somebody utters it: its words are a sentence of their own, or they stand in what a verb of
saying, calling or writing governs. Words in quotation marks that nobody utters are a term, and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefwright.codebook import Codebook, Lexicon
from briefwright.extract.carried import carried, goes_on, met_before
from briefwright.extract.circumstances import circumstances
from briefwright.extract.frames import Fixed, Frame, Names, Slot, Words
from briefwright.extract.modality import hedge_of_fact
from briefwright.extract.speakers import speaker_of
from briefwright.extract.syntax import Syntax, speech
from briefwright.extract.tokens import Tagged, Token
from briefwright.extract.topics import Topic
from briefwright.extract.utterances import DOCUMENTS
from briefwright.extract.uttering import Speaker, one_of, person_only
from briefwright.names import Mention
from briefwright.text import Quotation

_EDGE = " ,;"
#: so many sentences back "one of them" looks for those meant
_BACK = 3
#: doubts that a quotation keeps
_DOUBTED = frozenset({"reportedly", "allegedly", "rumoured", "reported", "said to", "believed to"})
_SAID_TO = re.compile(
    r"\b((?:is|are|was|were) (?:reported|said to|said|believed)|reportedly|allegedly)(?: to)?(?: have)? [^;.]{0,60}$"
)
#: "“…,” she | is said | to have replied"
_SAID_BEHIND = re.compile(
    r"^[\s,.]*<[PHO]\d+> ((?:is|are|was|were) (?:reported|said to|said|believed)|reportedly|allegedly)(?: to)? have "
)


def spoken(
    tagged: Sequence[Tagged], trees: Sequence[Syntax | None], codebook: Codebook, recent: Topic | None = None
) -> Iterator[Frame]:
    """A frame for every quotation of a passage whose speaker is certain, sentence after sentence.

    `recent` is the only person whom the passage before names: "she" is that one until this passage names another.
    """
    last: Speaker | None = None
    #: did the sentence before leave off with its speaker's words, or introduce them?
    open_ended = False
    previous: tuple[Tagged, Syntax | None] | None = None
    for at, (one, tree) in enumerate(zip(tagged, trees, strict=True)):
        tokens = [t for t in one.tokens if isinstance(t.value, Quotation)]
        found: dict[str, Speaker] = {}
        for token in tokens:
            speaker = speaker_of(one, tree, token, codebook.lexicon)
            if speaker is None and tree is not None:
                speaker = carried(one, tree, token, previous, codebook.lexicon) or goes_on(one, tree, token, last)
                if speaker is None and recent is not None and not _names_person(tagged, one):
                    speaker = met_before(one, token, recent.name, codebook.lexicon)
            if speaker is not None:
                found[token.name] = one_of(speaker, trees[max(0, at - _BACK) : at + 1], codebook)
        previous = (one, tree)
        names = {_key(s) for s in found.values()}
        if len(names) == 1:
            # "“It is a tax,” said Ada Lin, “and it can be raised.”"
            for token in tokens:
                value = token.value
                if token.name in found or not isinstance(value, Quotation) or _anothers(one, token, names):
                    continue
                if _goes_on(one, token, value):
                    found[token.name] = next(iter(found.values()))
        alone = bool(tokens) and _nothing_else(one)
        if not found and alone and last is not None and open_ended:
            found = {t.name: last for t in tokens}
        for token in tokens:
            if token.name in found:
                yield _frame(one, token, found[token.name], codebook.lexicon, recent)
        if found:
            last, open_ended = list(found.values())[-1], True
        elif not alone:
            last = _introduced(one, tree, codebook.lexicon)
            open_ended = last is not None


def _key(speaker: Speaker) -> str:
    slot = speaker.slot
    return slot.mentions[0].key if isinstance(slot, Names) else slot.text.casefold() if isinstance(slot, Words) else ""


def _goes_on(one: Tagged, token: Token, value: Quotation) -> bool:
    before = one.text[: token.tag_start].rstrip()
    return (
        speech(value)
        or before.endswith((",", ":"))
        or not before
        or bool(re.search(r"<Q\d+>", one.text[: token.tag_start]))
    )


def _anothers(one: Tagged, token: Token, names: set[str]) -> bool:
    """Does somebody else's name stand between the words before and these: "…, which Bo Tan called “unfair”"?"""
    since = max(
        (t.tag_end for t in one.tokens if isinstance(t.value, Quotation) and t.tag_end <= token.tag_start), default=0
    )
    between = [t.value for t in one.tokens if since <= t.tag_start < token.tag_start and t.name[1] in "PHO"]
    return since > 0 and any(isinstance(v, Mention) and v.key not in names for v in between)


def _nothing_else(one: Tagged) -> bool:
    return not re.sub(r"<Q\d+>", "", one.text).strip(" .,!?…-–—'\"")


# --------------------------------------------------------------------------- across sentences


def _introduced(one: Tagged, tree: Syntax | None, lexicon: Lexicon) -> Speaker | None:
    """Who speaks next, where a sentence is about one person and quotes nothing: "Ada Lin disagreed.".

    A paragraph that goes on with nothing but speech gives it to whoever acts in the sentence before.
    """
    if tree is None:
        return None
    persons = {t.value.key for t in one.tokens if t.name[1] in "PH" and isinstance(t.value, Mention)}
    if len(persons) != 1:
        return None
    for verb in range(len(tree.words)):
        if tree.dep(verb) == "ROOT" and tree.words[verb].pos in {"VERB", "AUX"}:
            own = next(iter(tree.kids(verb, "nsubj")), None)
            return person_only(tree, own, lexicon) or _whose_words(tree, own) if own is not None else None
    return None


def _whose_words(tree: Syntax, own: int) -> Speaker | None:
    """ "Ada Lin's reply was curt.": the words that follow are hers."""
    owner = next((c for c in tree.kids(own, "poss") if tree.name(c, "PH") is not None), None)
    named = tree.name(owner, "PH") if owner is not None and tree.lemma(own) in DOCUMENTS else None
    return Speaker(Names(mentions=(named,)), *tree.spans[owner]) if named is not None and owner is not None else None


# --------------------------------------------------------------------------- the frame


def _names_person(tagged: Sequence[Tagged], until: Tagged) -> bool:
    """Does the passage name a person up to this sentence?"""
    return any(
        isinstance(t.value, Mention) and t.value.kind == "person"
        for one in tagged
        if one.sentence.start <= until.sentence.start
        for t in one.tokens
    )


def _frame(one: Tagged, token: Token, speaker: Speaker, lexicon: Lexicon, recent: Topic | None = None) -> Frame:
    value = token.value
    assert isinstance(value, Quotation)
    words = value.words.rstrip(_EDGE)
    slots: dict[str, Slot] = {
        "speaker": speaker.slot,
        "words": Words(text=words, start=value.inner_start, end=value.inner_start + len(words)),
    }
    if speaker.start < 0 and recent is not None:
        slots["named"] = Fixed(text=recent.passage)
    slots.update({k: v for k, v in circumstances(one).items() if k not in slots})
    hedge = hedge_of_fact(one, token.tag_start, token.tag_end, lexicon, presupposed=False)
    if hedge not in _DOUBTED and (said := _SAID_TO.search(one.text[: token.tag_start])) is not None:
        # "he is reported to have said: “…”"
        hedge = lexicon.hedge_of.get(said[1].casefold(), "none")
    elif hedge not in _DOUBTED and (said := _SAID_BEHIND.match(one.text[token.tag_end :])) is not None:
        hedge = lexicon.hedge_of.get(said[1].casefold(), "none")
    return Frame(
        kind="quote",
        rule="parsed-quote" if isinstance(speaker.slot, Names) else "parsed-quote-unnamed",
        passage=one.passage,
        sentence=one.sentence,
        start=min(token.start, max(speaker.start, one.sentence.start))
        if speaker.start >= one.sentence.start
        else token.start,
        end=max(token.end, min(speaker.end, one.sentence.end)) if speaker.start >= one.sentence.start else token.end,
        slots=slots,
        polarity="affirmed",
        hedge=hedge if hedge in _DOUBTED else "none",
        voice=None,
        stance="quoted",
        mentioned=speaker.slot.mentions if isinstance(speaker.slot, Names) else (),
    )
