"""Verbs that the parser took for nouns: "The cell stores 165 watt-hours" is no heap of "cell stores".

Where a sentence has no verb at its head, a word that may be one is shown to the parser as a verb that can be nothing
else ("makes", "received"). If a sentence comes of it, with a subject before that verb, its grammar is taken and the
word put back.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

#: By form, two verbs that are never nouns.
_STAND_INS = {"VBZ": ("makes", "has"), "VBD": ("received", "had"), "VBP": ("make", "have")}
_FINITE = frozenset(_STAND_INS)
#: Tags of words that open an object or another complement.
_OBJECT = frozenset({"CD", "DT", "NNP", "NNPS", "PRP", "PRP$", "TO", "$"})
_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
#: After these stands a noun.
_BEFORE_NOUNS = frozenset({"DT", "POS", "PRP$", "JJ", "JJR", "JJS", "IN", "TO", "CC", "CD", "VBG", "VBN", "VBD", "VB"})
_MOST = 3


@dataclass(frozen=True, slots=True)
class _Guess:
    """A sentence of a document with one of its words taken for a verb."""

    document: int
    start: int
    end: int
    place: int
    tag: str
    shown: str


def with_verbs(model: Language, documents: Sequence[Doc]) -> list[Doc]:
    """The documents, with the grammar of sentences without a verb replaced where one was overlooked.

    Words and offsets stay as they are. What has no verb indeed (a title, a label) comes back unchanged.
    """
    guesses = [g for d, document in enumerate(documents) for sent in document.sents for g in _guesses(d, sent, model)]
    if not guesses:
        return list(documents)
    asked = [_asked(documents[g.document], g) for g in guesses]
    settled: dict[tuple[int, int], tuple[_Guess, Doc]] = {}
    for guess, read in zip(guesses, model.pipe(asked, disable=["ner", "lemmatizer"]), strict=True):
        if (guess.document, guess.start) not in settled and _is_sentence(read[guess.place - guess.start]):
            settled[guess.document, guess.start] = guess, read
    out = list(documents)
    for d in {g.document for g, _ in settled.values()}:
        out[d] = _replaced(model, documents[d], [pair for (n, _), pair in settled.items() if n == d])
    return out


def _guesses(number: int, sent: Span, model: Language) -> Iterator[_Guess]:
    if sent.root.tag_[:2] in {"VB", "MD"}:
        return
    found = [(t, tag) for t in sent if t.i > sent.start for tag in [_form(t, sent, model)] if tag]
    for t, tag in found[:_MOST]:
        for shown in _STAND_INS[tag]:
            yield _Guess(number, sent.start, sent.end, t.i, tag, shown)


def _form(t: Token, sent: Span, model: Language) -> str:
    """The form that a word would be of as a verb; "" where it cannot be one there."""
    if not t.text.isalpha() or not t.text.islower() or t.i + 1 >= sent.end:
        return ""
    before, behind = t.doc[t.i - 1], t.doc[t.i + 1]
    if before.tag_ in _BEFORE_NOUNS or (behind.ent_type_ == "DATE" and behind.tag_ != "CD"):
        return ""
    if t.tag_ in {"NN", "NNS"} and t.text.endswith("s") and behind.tag_ in _OBJECT:
        return "VBZ" if _is_verb(model, t.text) else ""
    if t.tag_ in {"VBN", "VBD"} and t.dep_ == "amod" and behind.tag_ in _OBJECT | _NOUN:
        return "VBD"
    if before.tag_ in {"NNS", "NNPS"} and t.tag_ in {"NN", "RB", "JJ"} and behind.tag_ in _OBJECT:
        return "VBP" if t.text in _verbs(model) else ""
    return ""


def _is_verb(model: Language, word: str) -> bool:
    return bool({word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"} & _verbs(model))


@functools.cache
def _verbs(model: Language) -> frozenset[str]:
    """The verbs of the model's dictionary, in their base form."""
    if "lemmatizer" not in model.pipe_names:
        return frozenset()
    lemmatizer: Any = model.get_pipe("lemmatizer")
    return frozenset(lemmatizer.lookups.get_table("lemma_index").get("verb", ()))


def _asked(document: Doc, guess: _Guess) -> Doc:
    from spacy.tokens import Doc

    words = [guess.shown if t.i == guess.place else t.text for t in document[guess.start : guess.end]]
    return Doc(document.vocab, words=words, sent_starts=[True, *[False] * (len(words) - 1)])


def _is_sentence(verb: Token) -> bool:
    subjects = [c for c in verb.lefts if c.dep_ in {"nsubj", "csubj"}]
    return verb.dep_ == "ROOT" and verb.tag_ in _FINITE and bool(subjects)


def _replaced(model: Language, document: Doc, settled: Sequence[tuple[_Guess, Doc]]) -> Doc:
    """The document with the grammar that was found for some of its sentences."""
    from spacy.tokens import Doc

    n = len(document)
    tags, pos = [t.tag_ for t in document], [t.pos_ for t in document]
    deps, heads = [t.dep_ for t in document], [t.head.i for t in document]
    lemmas = [t.lemma_ for t in document]
    changed: set[int] = set()
    for guess, read in settled:
        for t in read:
            i = guess.start + t.i
            heads[i], deps[i] = guess.start + t.head.i, t.dep_
            if tags[i] != t.tag_ or i == guess.place:
                changed.add(i)
            tags[i], pos[i] = t.tag_, t.pos_
        tags[guess.place], pos[guess.place] = guess.tag, "VERB"
    out = Doc(
        document.vocab,
        words=[t.text for t in document],
        spaces=[bool(t.whitespace_) for t in document],
        tags=tags, pos=pos, deps=deps, heads=heads, lemmas=lemmas,
        ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in document],
    )  # fmt: skip
    if changed and "lemmatizer" in model.pipe_names:
        again = Doc(
            document.vocab,
            words=[t.text for t in document],
            pos=pos,
            tags=tags,
            morphs=[_MORPH.get(tags[i], "") for i in range(n)],
        )
        lemmatizer: Any = model.get_pipe("lemmatizer")
        for t in lemmatizer(again):
            if t.i in changed:
                out[t.i].lemma_ = t.lemma_
    return out


#: What the lemmatizer asks of a verb's form before it leaves it as it is.
_MORPH = {"VBP": "VerbForm=Fin|Tense=Pres", "VBZ": "VerbForm=Fin|Tense=Pres|Person=3|Number=Sing",
          "VBD": "VerbForm=Fin|Tense=Past"}  # fmt: skip
