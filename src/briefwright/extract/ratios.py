"""Ratios of raw text, their terms in the order of the numbers, and licences: each with its owner by grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefwright.codebook import Lexicon
from briefwright.extract.frames import Fixed, Frame, Names, Slot, Words
from briefwright.extract.holders import Thing
from briefwright.extract.lines import of_line
from briefwright.extract.modality import hedge_of_fact, polarity_of, stance_of, voice_of
from briefwright.extract.owners import Reader, Reading
from briefwright.extract.parsed import Node
from briefwright.extract.tokens import Licence, Tagged, Token
from briefwright.model import Kind
from briefwright.names import Mention
from briefwright.quantities import Quantity, value_text
from briefwright.text import fold

RATIO, LICENCE = "ratio-of-noun", "licence-of-noun"
_TERM = r"(?:[a-z][\w-]* ){0,2}[a-z][\w-]*"
_END = r"(?=[,.;:)]|\s(?:in|that|which|with|at|by|on|per|than|instead|so|and)\b|\s?$)"
#: "3:1 ratio of linear to full attention", "5:1 between sparse and dense blocks"
_BEHIND = re.compile(
    rf"\s?(?:ratio|mix|mixture|blend|split|balance|proportion|interleaving|hybrid)?\s?(?:of|between|for)? ?"
    rf"(?P<of>{_TERM}) (?:to|and|versus|vs\.?|over|against) (?P<to>{_TERM}){_END}"
)
#: "mixes linear and full attention in a | 3:1", "linear and full attention at | 3:1"
_BEFORE = re.compile(
    rf"\b(?:mix(?:es|ed|ing)?|combin\w+|alternat\w+|blend\w*|interleav\w+|pair\w*|us(?:es?|ing)|stack\w*|has|have"
    rf"|with) "
    rf"(?P<of>{_TERM}) (?:and|to|with) (?P<to>{_TERM}) (?:in|at|with) (?:an? |the )?(?:ratio of )?(?:about |"
    rf"roughly )?$"
)
#: "local and global blocks alternate in a ratio of | 6:1", "pair and sequence layers in a | 4:1"
_ALTERNATE = re.compile(
    rf"(?:^|[,;:] |- |\bthe )(?P<of>{_TERM}) and (?P<to>(?:[a-z][\w-]* )?[a-z][\w-]*) "
    r"(?:now |again |are |were )*(?:alternate|alternated|mixed|interleaved|combined|stacked|stand|come|appear)? ?"
    r"(?:in|at|with) (?:an? |the )?(?:ratio of )?(?:about |roughly )?$",
    re.IGNORECASE,
)
#: "a sparse-to-dense ratio of | 5:1", "the ratio of linear to full attention is | 3:1"
_JOINED = re.compile(r"\b(?P<of>[a-z]+)-to-(?P<to>[a-z]+) ratio (?:of|is|was|at|stands at|set at|set to) $")
_RATIO_OF = re.compile(
    rf"\bratio of (?P<of>{_TERM}) to (?P<to>{_TERM}) (?:is|was|of|at|stands at|stood at|set at|set to) $"
)
_WHOLE = frozenset("weights code models model release releases source terms version versions checkpoints files library"
                   " repository licence license software".split())  # fmt: skip
#: "its terms, known as the Nova Licence": the noun is the licence itself
_CALLED = frozenset({"called", "known", "named", "dubbed", "titled", "termed"})
_LICENSED = frozenset({"model", "family", "product"})
#: of a name that is read as an organisation's: verbs whose subject is what stands under the licence
_OF_ITSELF = frozenset({"licensed", "licenced", "is", "are", "was", "remains", "stays", "carries", "falls", "stands"})
_LEFT = frozenset("replace replaces replaced replacing drop drops dropped abandon abandons abandoned leave leaves left"
                  " scrap scrapped scraps discard discarded reject rejected rejects unlike".split())  # fmt: skip
_NUMBER = Quantity(start=0, end=0, surface="", low=Decimal(1), unit="", kind="count", noun_end=0)


def ratios(tagged: Tagged, reader: Reader) -> Iterator[Frame]:
    """A frame for each ratio "a:b" whose owner the sentence names; with its two terms where the words give both."""
    text = fold(tagged.passage.text)
    for token in tagged.tokens:
        value = token.value
        if not isinstance(value, Quantity) or value.kind != "ratio" or ":" not in value_text(value):
            continue
        node = reader.tree.of(token)
        reading = reader.read(replace(value, unit=""), node) if node is not None else None
        if node is not None and (reading is None or reading.owner.name is None):
            # blocks and layers are a product's: of the one that is spoken of
            until = node if reader.known.line is not None else reader.tree.nodes[-1]
            implied = reader.implied(until) if not _told_of(reader, node) else None
            reading = Reading(Thing(implied, token.start, token.end)) if implied is not None else reading
        if reading is None or reading.owner.name is None or reading.owner.name.kind == "person":
            continue
        slots: dict[str, Slot] = {"attribute": Fixed(text="ratio"), "value": value}
        before = text[tagged.sentence.start : value.start]
        terms = (
            _JOINED.search(before)
            or _RATIO_OF.search(before)
            or _BEHIND.match(text, value.end)
            or _BEFORE.search(before)
            or _ALTERNATE.search(before)
        )
        if terms is not None:
            shift = tagged.sentence.start if terms.string is before else 0
            slots |= _terms(tagged.passage.text, terms, shift)
        yield _frame(tagged, "architecture", RATIO, reading.owner.name, slots, token, reader.lexicon)


def _told_of(reader: Reader, node: Node) -> bool:
    """Has the clause of a ratio a subject that is no noun ("4.0 had 8:1")? Then nobody knows whose it is."""
    verb: Node | None = node
    while verb is not None and not verb.verb:
        verb = reader.tree.head(verb)
    subject = next(reader.tree.below(verb, "nsubj", "nsubjpass"), None) if verb is not None else None
    return subject is not None and not subject.tag.startswith("NN")


def _terms(text: str, found: re.Match[str], shift: int) -> dict[str, Slot]:
    """The two terms; "linear and full attention" lends its last noun to the first."""
    out: dict[str, Slot] = {}
    for name in ("of", "to"):
        start, end = found.start(name) + shift, found.end(name) + shift
        out[name] = Words(text=text[start:end], start=start, end=end)
    one, other = found["of"].split(" "), found["to"].split(" ")
    if len(one) == 1 and len(other) > 1:
        shared = f"{found['of']} {other[-1]}"
        start = found.start("of") + shift
        out["of"] = Words(text=shared, start=start, end=start + len(found["of"]))
    return out


def part_only(tagged: Tagged, reading: Reading) -> bool:
    """Is the licence that of a part alone ("the tokenizer of Nova 2")? Weights and code stand for the whole."""
    if reading.attribute is None or not reading.of_subject or reading.verb in _CALLED:
        return False
    return tagged.passage.text[slice(*reading.attribute)].casefold().rpartition(" ")[2] not in _WHOLE


def licences(tagged: Tagged, reader: Reader, taken: frozenset[tuple[int, int]]) -> Iterator[Frame]:
    """A frame for each licence that no rule has read yet, where grammar leads to the one thing that is under it."""
    for token in tagged.tokens:
        if not isinstance(token.value, Licence) or (token.start, token.end) in taken:
            continue
        node = reader.tree.of(token)
        reading = reader.read(_NUMBER, node) if node is not None else None
        if node is not None and (reading is None or reading.owner.name is None):
            reading = of_line(reader, _NUMBER, node, reading)
        if reading is None or reading.owner.name is None or reading.verb in _LEFT:
            continue
        if part_only(tagged, reading) or _of_some(tagged, token):
            # "Apache 2.0 covers only the smaller sizes", "the 9B weights sit under": of some of it, and not of it
            continue
        if reading.owner.name.kind not in _LICENSED and not (
            reading.owner.name.kind == "organisation" and reading.verb in _OF_ITSELF
        ):
            continue
        slots: dict[str, Slot] = {"licence": Words(text=token.value.spdx, start=token.start, end=token.end)}
        yield _frame(tagged, "licence", LICENCE, reading.owner.name, slots, token, reader.lexicon)


_SIZED_PART = re.compile(
    r"\bonly\b|\b(?:smaller|larger|bigger|big|small|other|older) "
    r"(?:\w+ )?(?:weights|sizes?|models?|versions?|variants?|ones?|checkpoints?)\b",
    re.IGNORECASE,
)


def _of_some(tagged: Tagged, token: Token) -> bool:
    """Does the stretch between commas that a licence stands in speak of some sizes only?"""
    left = max(tagged.text.rfind(c, 0, token.tag_start) for c in ",;:")
    ends = [e for c in ",;" if (e := tagged.text.find(c, token.tag_end)) >= 0]
    before, whole = tagged.text[left + 1 : token.tag_start], tagged.text[left + 1 : min(ends, default=len(tagged.text))]
    return "<N" in before or _SIZED_PART.search(whole) is not None


def _frame(
    tagged: Tagged,
    kind: Kind,
    rule: str,
    owner: Mention,
    slots: dict[str, Slot],
    token: Token,
    lexicon: Lexicon,
) -> Frame:
    voice = voice_of(tagged)
    said = voice if voice and voice.core[0] <= token.tag_start < voice.core[1] else None
    hedge = hedge_of_fact(tagged, token.tag_start, token.tag_end, lexicon, presupposed=False)
    return Frame(
        kind=kind,
        rule=rule,
        passage=tagged.passage,
        sentence=tagged.sentence,
        start=token.start,
        end=token.end,
        slots={"subject": Names(mentions=(owner,)), **slots},
        polarity=polarity_of(tagged, 0, token.tag_end),
        hedge=hedge,
        voice=said,
        stance=stance_of(hedge, said, False),
        mentioned=(owner,),
    )
