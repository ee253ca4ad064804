"""Whom a phrase names as a speaker: a name, or words that stand for somebody, and the verbs by which they speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefwright.codebook import Codebook, Lexicon
from briefwright.extract.frames import Names, Slot, Words
from briefwright.extract.noun_phrases import body_of, people
from briefwright.extract.syntax import Syntax
from briefwright.extract.utterances import DOCUMENTS, SOURCES
from briefwright.names import Mention

_CUT = frozenset({"relcl", "appos", "advcl", "parataxis", "cc", "conj", "ccomp"})
#: who is a certain speaker: not "it" or "they"
_NOBODY = frozenset({"it", "they", "this", "that", "which", "who", "there", "what", "he", "she", "we", "i", "you",
                     "nobody", "those", "these", "one", "some", "all", "none", "many", "few", "others"})  # fmt: skip
_EDGE = " ,;"
#: "Ada Lin, | at the time | its chief scientist, who wrote: “…”"
_ASIDE = re.compile(
    r", (?:(?:at (?:the|that) time|back then|then|now|today|until recently|once|formerly|still),? )?(?:the |its |an? )?"
)
#: what is done with a document by whoever speaks in it
_SENDING = frozenset({"send", "write", "sign", "post", "publish", "circulate", "issue", "address", "draft", "pen"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a name, or words of the sentence that stand for somebody."""

    slot: Slot
    start: int
    end: int


@cache
def forms(verbs: frozenset[str]) -> frozenset[str]:
    """The regular forms of verbs: "text", "texts", "texted", "texting"."""
    out: set[str] = set()
    for verb in verbs:
        stem = verb[:-1] if verb.endswith("e") else verb[:-1] + "i" if re.search(r"[^aeiou]y$", verb) else verb
        double = verb + verb[-1] if re.search(r"(?:^|[^aeiou])[aeiou][bdgmnpt]$", verb) else stem
        out |= {verb, f"{verb}s", f"{stem}es", f"{stem}ed", f"{double}ed", f"{double}ing", f"{verb}ing"}
    return frozenset(out)


def says(tree: Syntax, i: int, lexicon: Lexicon) -> bool:
    if tree.quoted[i] is not None or tree.words[i].pos not in {"VERB", "AUX", "NOUN", "PROPN"}:
        return False
    if tree.low(i) in {
        "allow",
        "allows",
        "provide",
        "provides",
        "require",
        "requires",
        "promises",
        "mentions",
        "reads",
    }:
        # "the statutes allow “an open licence”": what a document does with words
        own = next(iter(tree.kids(i, "nsubj")), None)
        if own is not None and tree.lemma(own) in SOURCES:
            return True
    return (
        tree.low(i) in lexicon.reporting
        or (tree.words[i].pos == "VERB" and tree.low(i) in forms(lexicon.speaking))
        or tree.low(i) in lexicon.speaking
        or (tree.words[i].pos == "VERB" and tree.lemma(i) in lexicon.reporting | lexicon.speaking)
    )


_ONE_OF = re.compile(r"one of (?:them|these|those)$")


def one_of(speaker: Speaker, trees: Sequence[Syntax | None], codebook: Codebook) -> Speaker:
    """ "Two former employees tell it so. “…,” recalls one of them": one of two former employees.

    The nearest people in the plural before the speaker, whether in the last of the sentences or in one before it.
    """
    slot = speaker.slot
    if not isinstance(slot, Words) or _ONE_OF.match(slot.text) is None:
        return speaker
    people = codebook.amounts.classes["people"] | {"people", "persons"}
    for tree in reversed([t for t in trees if t is not None]):
        for i in range(len(tree.words) - 1, -1, -1):
            many = (
                tree.words[i].tag == "NNS"
                and tree.dep(i) != "poss"
                and (tree.low(i) in people or tree.lemma(i) in codebook.lexicon.role_words)
            )
            if many and tree.quoted[i] is None and tree.spans[i][0] < speaker.start:
                start, end = tree.phrase(i, _CUT | {"prep"})
                first = tree.text(start, end)
                first = first[0].lower() + first[1:] if start == tree.tagged.sentence.start else first
                return replace(speaker, slot=Words(text=f"one of {first}", start=slot.start, end=slot.end))
    return speaker


def _described(tree: Syntax, i: int) -> Mention | None:
    """The person whom the noun `i` only describes, standing right behind the name."""
    head = tree.name(tree.head(i), "P") if tree.dep(i) == "appos" else None
    if head is not None or tree.words[i].pos not in {"NOUN", "PROPN"}:
        return head
    start = tree.phrase(i, _CUT)[0]
    before = [t for t in tree.tagged.tokens if t.name[1] == "P" and t.end <= start]
    between = tree.tagged.passage.text[before[-1].end : start] if before else ""
    value = before[-1].value if before and _ASIDE.fullmatch(between) else None
    return value if isinstance(value, Mention) else None


def _sender(tree: Syntax, document: int) -> Mention | None:
    """Who wrote or sent a document, by the clause behind it."""
    for verb in tree.kids(document, "acl", "relcl"):
        for by in tree.kids(verb, "agent"):
            for noun in tree.kids(by, "pobj"):
                if tree.lemma(verb) in _SENDING and (named := tree.name(noun, "PHO")) is not None:
                    return named
    return None


def _uttering(tree: Syntax, i: int, lexicon: Lexicon) -> bool:
    """Is a word the subject of a verb of saying, or does it stand right behind one?"""
    return says(tree, tree.head(i), lexicon) or (i > 0 and says(tree, i - 1, lexicon))


def person_only(tree: Syntax, i: int, lexicon: Lexicon) -> Speaker | None:
    found = of_phrase(tree, i, lexicon)
    return found if found is not None and isinstance(found.slot, Names) else None


def of_phrase(tree: Syntax, i: int, lexicon: Lexicon) -> Speaker | None:
    """Whom a phrase names: a person, a body, or words such as "a person close to the board"."""
    named = tree.name(i, "PH")
    if named is None:
        found = people(tree, i, lexicon)
        named = found[0] if len(found) == 1 else None
    if named is None and (bearer := _described(tree, i)) is not None:
        named = bearer
    if named is None and tree.lemma(i) in DOCUMENTS and (sender := _sender(tree, i)) is not None:
        # "The memo, sent by Ada Lin to all managers, reads"
        return Speaker(Names(mentions=(sender,)), *tree.spans[i])
    if named is None and tree.lemma(i) in DOCUMENTS:
        # "Nova's statement says": the statement's words are Nova's
        named = next((m for c in tree.kids(i, "poss") if (m := tree.name(c, "PHO"))), None)
    if (named is None and tree.words[i].pos in {"NOUN", "PROPN"} and tree.tokens[i] is None) or (
        named is None and tree.name(i, "OTFMG")
    ):
        named = body_of(tree, i)
    if named is not None:
        return Speaker(Names(mentions=(named,)), *tree.spans[i])
    if (
        tree.low(i) in {"second", "third", "fourth", "another"}
        and not tree.kids(i, "prep")
        and tree.words[i].pos
        in {
            "ADJ",
            "NOUN",
            "DET",
            "PRON",
            "ADV",
        }
    ):
        # "A second described the mood as “…”": one more of those who spoke before
        start, end = tree.phrase(i, _CUT)
        text = tree.text(start, end)
        low = text[0].lower() + text[1:] if start == tree.tagged.sentence.start else text
        return Speaker(Words(text=low, start=start, end=end), start, end)
    if tree.low(i) == "one" and (tree.kids(i, "prep", "relcl") or _uttering(tree, i, lexicon)):
        # "one of them told me", "says one, who was not allowed to talk"
        start, end = tree.phrase(i, _CUT)
        text = tree.text(start, end).strip(_EDGE)
        low = text[0].lower() + text[1:] if start == tree.tagged.sentence.start else text
        return Speaker(Words(text=low, start=start, end=end), start, end)
    if tree.low(i) in _NOBODY or tree.words[i].pos in {"PRON", "PUNCT", "NUM"}:
        return None
    if tree.low(i) in lexicon.role_words or tree.lemma(i) in lexicon.role_words | lexicon.events["people"] | SOURCES:
        start, end = tree.phrase(i, _CUT)
        text = tree.text(start, end).strip(_EDGE)
        first = text.split(" ")[0]
        if first.istitle() and start == tree.tagged.sentence.start:
            text = first.lower() + text[len(first) :]
        return Speaker(Words(text=text, start=start, end=end), start, end) if text else None
    return None
