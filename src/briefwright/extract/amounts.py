"""Amounts of raw text by grammar: for every number with a unit, the frame of whose it is and what it measures.

Surface rules read what they were written for; this reads any verb. A number whose owner the sentence does not name
makes no frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefwright.codebook import Codebook
from briefwright.extract.asserted import unasserted, unmade
from briefwright.extract.beside import NOWHERE, place, stays, told_again
from briefwright.extract.counts import RULE as CLAUSE
from briefwright.extract.elided import elided, shared_out
from briefwright.extract.frames import Fixed, Frame, Names, Slot, Words
from briefwright.extract.lines import of_line
from briefwright.extract.measured import (
    CROWD,
    NOMINAL,
    PART,
    PRODUCT,
    VERBAL,
    attribute_of,
    demanded,
    kind_of,
    never,
    rule_of,
    to_come,
    verb_over,
    wished,
)
from briefwright.extract.modality import hedge_of_fact, polarity_of, stance_of, voice_of
from briefwright.extract.owners import ONLY_PRODUCTS, Known, Reader, Reading, Thing, about
from briefwright.extract.parsed import Node, Tree
from briefwright.extract.ratios import licences, ratios
from briefwright.extract.relayed import relayed
from briefwright.extract.sequels import Read, apart, bare, others, told
from briefwright.extract.tokens import Licence, Tagged, Token
from briefwright.extract.topics import Topic
from briefwright.extract.unowned import alone, unowned
from briefwright.names import Mention
from briefwright.quantities import Quantity, value_text
from briefwright.text import fold

_PER = re.compile(
    r"^(?: (?P<word>per|an?|each|every) |/)(?P<per>(?:(?:million|billion|thousand|hundred|dozen|[\d,.]+[KMB]?) )?"
    r"[^\W\d_][\w-]*(?: (?:hour|token|user|seat|month|year|second|input|output)s?)?)",
    re.IGNORECASE,
)
_PERIODS = re.compile(
    r"^(?:hour|day|week|month|year|second|minute|token|user|seat|unit|piece|call|request|query|image|page|copy|chip|"
    r"board|kilogram|kilo|share|ticket|licen[cs]e|month|quarter|head|core|gpu|million|billion|thousand|hundred|dozen|"
    r"[\d,.]+[KMB]?|head|person|employee|engineer|minute|kilowatt|kwh|mwh)",
    re.IGNORECASE,
)
#: "60 percent | less energy", "2.5 times | faster": which way the amount goes
_COMPARED = re.compile(
    r" (?P<how>(?:more|less|fewer|higher|lower|faster|slower|cheaper|dearer|bigger|larger|smaller|better|worse|"
    r"longer|"
    r"shorter|heavier|lighter|quicker|stronger|thinner|greater|safer)\b(?: [a-z][a-z-]+(?= (?:per|than|on|in|for|"
    r"at|of|to)\b|[,.;]|$))?)"
)
_MEASURE_OF = re.compile(r"\b(?:per|for every|for each|in every|in each|out of) (?:an? |the )?$", re.IGNORECASE)
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}$")
_SPAN = re.compile(
    r"\b(?:in|for|over|within|last|past|next|first|previous|all|of the|after|every) (?:the )?$", re.IGNORECASE
)
_FED = frozenset({"used", "processed", "consumed", "fed", "ingested", "seen"})


def amounts(tagged: Tagged, reader: Reader, codebook: Codebook) -> Iterator[Frame]:
    """A frame for each amount of the sentence whose owner it names."""
    if not tagged.sentence.text.strip() or unasserted(tagged.text, 0, denied=True):
        return
    tree = reader.tree
    last: Read | None = None
    read_in: dict[str, Read] = {}
    for token in tagged.tokens:
        if not isinstance(token.value, Quantity) or token.value.kind == "rank" or _is_ratio(token.value):
            continue
        if token.value.kind == "count" and token.value.low == 1 and token.value.high is None:
            continue
        if (
            token.value.kind == "count"
            and token.value.unit
            and _opens(tagged, token)
            and _VERSION.match(token.value.surface)
        ):
            # "4.1 cures the bias": nobody counts so
            continue
        if (
            unasserted(tagged.text, token.tag_start, denied=True)
            or demanded(tree, token)
            or _taken_back(tagged, tree, token)
        ):
            continue
        if token.value.unit == "quarters" and not _SPAN.search(fold(tagged.passage.text)[: token.value.start]):
            # "soon it is to be three quarters": a share, and no count of quarters
            continue
        node = tree.of(token)
        if node is None:
            continue
        if _apiece(tagged, token.value):
            continue
        before = read_in.get(token.value.unit, last)
        earlier = [last, *(r for r in reversed(read_in.values()) if r.value.kind == "money")]
        value, reading = next(
            (e for r in earlier if (e := elided(reader, tagged, token, r)) is not None),
            told(reader, tagged, token, node, before),
        )
        if reading is not None:
            pass
        elif others(tagged, value):
            continue
        elif value.kind == "count" and not value.unit:
            scored = _score(reader, tagged, token, node, codebook)
            if scored is not None:
                yield scored
                continue
            value, reading = shared_out(reader, value, node) or bare(reader, tagged, value, node)
        else:
            reading = reader.read(value, node)
        if reading is None or (reading.owner.name is None and not others(tagged, value)):
            reading = of_line(reader, value, node, reading) or reading
        if reading is None and value.kind == "count" and value.unit:
            reading = reader.crowd(value, node)
        fed = reading is None or (reading.deed is not None and reading.verb in _FED)
        if value.unit == "tokens" and fed and reader.verb_above(node) in _FED:
            # "38 trillion tokens were used": by the one product spoken of
            whose = reader.implied(node)
            reading = Reading(Thing(whose, token.start, token.end), verb="trained") if whose is not None else reading
        if reading is None:
            lone = unowned(reader, value, node)
            frame = _frame(tagged, tree, token, value, lone, codebook) if lone is not None else None
            if frame is not None:
                yield alone(frame)
            continue
        last = read_in[value.unit] = Read(value, reading)
        for part, read in apart(value, reading, tagged, codebook):
            frame = _frame(tagged, tree, token, part, read, codebook)
            if frame is not None:
                yield frame


def _taken_back(tagged: Tagged, tree: Tree, token: Token) -> bool:
    """ "Almost sold 300", "was accused of having sold 300": none of it is so."""
    begun, verb = tagged.sentence.start, verb_over(tree, token)
    start, end = (verb.start, verb.end) if verb is not None else (token.start, token.end)
    return unmade(fold(tagged.passage.text)[begun : tagged.sentence.end], start - begun, end - begun)


def _apiece(tagged: Tagged, value: Quantity) -> bool:
    """ "eight cards with 80 GB each", "2 of | 100 cases", "per | 100 calls": an amount of each, or of what it is."""
    text = fold(tagged.passage.text)
    behind = re.compile(r" (?:\w+ )?(?:each|apiece)\b| (?:out )?of every\b").match(text, max(value.end, value.noun_end))
    before = text[tagged.sentence.start : value.start]
    if _MEASURE_OF.search(before):
        return True
    if value.kind == "ratio" and re.match(r" of (?:what|that|this|those|them|it)\b", text[value.end :]):
        return True
    return (behind is not None and (value.kind != "money" or "every" in behind[0])) or re.search(
        r"\d (?:out )?of $", before
    ) is not None


def _of_each(tagged: Tagged, frame: Frame) -> bool:
    """Does a surface rule take what a price is per for an amount of its own?"""
    value = frame.slots.get("value")
    return isinstance(value, Quantity) and value.kind == "count" and _apiece(tagged, value)


def _opens(tagged: Tagged, token: Token) -> bool:
    """Does an amount open its sentence?"""
    return not tagged.passage.text[tagged.sentence.start : token.start].strip(" -*•")


def _is_ratio(value: Quantity) -> bool:
    return value.kind == "ratio" and ":" in value_text(value)


def by_grammar(
    tagged: Tagged,
    tree: Tree | None,
    found: Sequence[Frame],
    codebook: Codebook,
    before: Sequence[Mention],
    last: Mention | None,
    topic: Topic | None,
    firm: Topic | None = None,
) -> tuple[list[Frame], Mention | None]:
    """The facts of a sentence with its amounts read by grammar in place of those read by surface rules.

    `before` are the names of the passage so far, `last` the name that the sentence before was about, `topic` the
    product that the heading names, `firm` the organisation that "the company" can be. The second value is the name
    that this sentence is about.
    """
    numbered = any(isinstance(t.value, (Quantity, Licence)) for t in tagged.tokens)
    if tree is None:
        return list(found), None
    products = {m.key: m for m in before if m.kind in PRODUCT}
    bodies = {m.key for m in before if m.kind in {"organisation", "team"}}
    known = Known(
        last,
        next(iter(products.values())) if len(products) == 1 else None if products or topic is None else topic.name,
        tuple(products.values()),
        firm.name if firm is not None and bodies <= {firm.name.key} else None,
        firm is None or firm.near,
        topic.name if topic is not None and topic.listed and set(products) <= {topic.name.key} else None,
    )
    subject = about(tree, codebook, known)
    if not numbered:
        return list(found), subject
    reader = Reader(tree, codebook, known)
    found = [f for f in found if f.kind != "licence" or _is_product(f)]
    licensed = frozenset((s.start, s.end) for f in found if f.kind == "licence" for s in f.slots.values()
                         if isinstance(s, Words))  # fmt: skip
    read = [*amounts(tagged, reader, codebook)]
    if not unasserted(tagged.text, 0, denied=True):
        begun = tagged.sentence.start
        whole = fold(tagged.passage.text)[begun : tagged.sentence.end]
        read += [f for f in (*ratios(tagged, reader), *licences(tagged, reader, licensed))
                 if not unasserted(whole, f.start - begun, denied=True)]  # fmt: skip
    read = [_above(_above(f, topic, before), firm, before) for f in read]
    # a licence has no amount: it says nothing of the frames without one, such as a departure
    owned = {place(f): f for f in read if place(f) != NOWHERE}
    kept = [f for f in found if f.rule != CLAUSE and not _of_each(tagged, f) and stays(f, owned)]
    kept = [f for f in kept if not told_again(f, read)]
    places = {place(f) for f in kept} - {NOWHERE}
    return [*kept, *(f for f in read if place(f) not in places)], subject


def _is_product(frame: Frame) -> bool:
    """Is what a frame speaks of a product, or unnamed? A company stands under no licence."""
    subject = frame.slots["subject"]
    return not isinstance(subject, Names) or subject.mentions[0].kind in PRODUCT


def _above(frame: Frame, topic: Topic | None, before: Sequence[Mention]) -> Frame:
    """A frame whose owner only the heading names says so: the verifier looks there."""
    subject = frame.slots["subject"]
    if topic is None or not isinstance(subject, Names) or subject.mentions[0] is not topic.name:
        return frame
    if topic.name.key in {m.key for m in before}:
        return frame
    return replace(frame, slots={**frame.slots, "named": Fixed(text=topic.passage)})


def _frame(
    tagged: Tagged, tree: Tree, token: Token, value: Quantity, reading: Reading, codebook: Codebook
) -> Frame | None:
    lexicon = codebook.lexicon
    owner = reading.owner
    text = tagged.passage.text
    attribute = attribute_of(tree, token, value, reading, codebook.amounts)
    built = value.unit in ONLY_PRODUCTS or attribute in codebook.amounts.architecture
    if value.unit in ONLY_PRODUCTS and owner.name is None:
        return None
    if built and owner.name is not None and owner.name.kind not in PRODUCT:
        # a laboratory has no parameters: the one product of the sentence has
        product = _product(tagged)
        if product is None:
            return None
        owner = product
        reading = replace(reading, owner=product, relation=None, part=None, of_subject=False)
    nameless = owner.name is None and reading.deed is None
    if not attribute or (nameless and not _stands_alone(text[owner.start : owner.end])):
        return None
    slots: dict[str, Slot] = {
        "subject": Names(mentions=(owner.name,))
        if owner.name is not None
        else Words(text=text[owner.start : owner.end], start=owner.start, end=owner.end),
        "attribute": Fixed(text=attribute),
        "value": value,
    }
    per = _PER.match(fold(text)[value.end :]) or _PER.match(fold(text)[value.noun_end :])
    if per is not None and (per["word"] in {None, "per", "each", "every"} or _PERIODS.match(per["per"])):
        slots["per"] = Fixed(text=per["per"])
    if reading.part is not None:
        slots["part"] = Words(text=text[slice(*reading.part)], start=reading.part[0], end=reading.part[1])
    if value.kind == "ratio":
        slots["shown"] = Words(text=value.surface, start=value.start, end=value.end)
    more = _COMPARED.match(fold(text), value.end) if value.kind in {"percent", "multiple", "duration"} else None
    if more is not None:
        slots["compared"] = Words(text=text[slice(*more.span("how"))], start=more.start("how"), end=more.end("how"))
    rule = rule_of(reading, attribute, value)
    if reading.deed is not None:
        rule = CROWD
        slots["attribute"] = Fixed(text=" ".join(text[owner.start : owner.end].split()))
        slots["relation"] = Words(text=text[slice(*reading.deed)], start=reading.deed[0], end=reading.deed[1])
    if more is not None:
        # "uses 60 percent less energy": the comparison holds the attribute, which is the energy
        how = more["how"].casefold()
        bare = attribute.partition(" ")[2] if attribute == how else how if attribute == reading.verb else attribute
        slots["attribute"] = Fixed(text=bare or how)
        if rule == NOMINAL and reading.relation is not None and reading.part is None and not reading.of_subject:
            rule = VERBAL
    if rule in {VERBAL, PART} and reading.relation is not None:
        start, end = reading.relation
        slots["relation"] = Words(text=text[start:end].strip(), start=start, end=end)
    elif reading.verb and rule != CROWD and reading.verb not in codebook.amounts.plain:
        slots["verb"] = Fixed(text=reading.verb)
    voice = voice_of(tagged)
    said = voice if voice and voice.core[0] <= token.tag_start < voice.core[1] else None
    if said is None and (node := tree.of(token)) is not None:
        said = relayed(tree, node, lexicon)
    if said is not None and said.mention is not None and owner.name is not None and said.mention.key == owner.name.key:
        said = said if owner.start >= 0 else None
    first = min(tagged_place(tagged, owner.start), token.tag_start)
    hedge = hedge_of_fact(tagged, first, token.tag_end, lexicon, presupposed=False)
    person = owner.name is not None and owner.name.kind == "person"
    if person and (value.kind == "duration" or (value.kind == "money" and attribute in codebook.amounts.costs)):
        # nobody has a price
        return None
    if "relation" not in slots and (wished(tree, token, codebook.amounts) or never(tree, token)):
        return None
    if hedge == "none" and "relation" not in slots and to_come(tree, token):
        # "will raise its stake to 40 %": not yet so
        hedge = "will"
    kind = kind_of(owner.name.kind if owner.name is not None else "", attribute, value, codebook.amounts)
    return Frame(
        kind=kind,
        rule=rule,
        passage=tagged.passage,
        sentence=tagged.sentence,
        start=min(owner.start, token.start) if owner.start >= tagged.sentence.start else token.start,
        end=max(token.end, value.noun_end),
        slots=slots,
        polarity=polarity_of(tagged, first, token.tag_end),
        hedge=hedge,
        voice=said,
        stance=stance_of(hedge, said, False),
        mentioned=(owner.name,) if owner.name is not None else (),
    )


def _product(tagged: Tagged) -> Thing | None:
    """The one product that the sentence names."""
    named = {t.value.key: t for t in tagged.tokens if isinstance(t.value, Mention) and t.value.kind in PRODUCT}
    if len(named) != 1:
        return None
    token = next(iter(named.values()))
    assert isinstance(token.value, Mention)
    return Thing(token.value, token.start, token.end)


def tagged_place(tagged: Tagged, position: int) -> int:
    """The place in the tagged string of a place in the passage."""
    for token in tagged.tokens:
        if token.start <= position < token.end:
            return token.tag_start
    for piece in tagged.pieces:
        if piece.start <= position <= piece.start + piece.tag_end - piece.tag_start:
            return piece.tag_start + position - piece.start
    return 0


def _stands_alone(words: str) -> bool:
    """Can a noun without a name own a number? Not a pronoun, a part of speech or a bare unit."""
    return len(words) > 2 and words.casefold() not in {"part", "number", "total", "one", "rest", "others", "people"}


def _score(reader: Reader, tagged: Tagged, token: Token, node: Node, codebook: Codebook) -> Frame | None:
    """ "Windows scores 71.2 on X": a bare number is a score where the verb says so and what it is on is named."""
    tree = reader.tree
    verb = tree.head(node)
    if verb is None or not verb.verb or verb.low not in codebook.amounts.scores or not isinstance(
        token.value, Quantity
    ):  # fmt: skip
        return None
    for prep in tree.below(verb, "prep"):
        target = next(tree.below(prep, "pobj"), None) if prep.low in {"on", "in", "at"} else None
        # "On the MathGauntlet test, Windows scored 71.2": what it is on may open the sentence
        if target is None or (target.i < node.i and (prep.i > 0 or prep.low != "on")):
            continue
        start, end = (target.start, target.end) if target.token is not None else tree.phrase(target)
        reading = reader.read(token.value, node)
        if reading is None or reading.owner.name is None:
            return None
        label = f"score on {tagged.passage.text[start:end]}"
        made = _frame(tagged, tree, token, replace(token.value, unit="points"), reading, codebook)
        if made is None:
            return None
        slots: Mapping[str, Slot] = {**made.slots, "attribute": Fixed(text=label), "value": token.value}
        return replace(
            made, slots=slots, kind="model_attribute" if made.kind != "quantity" else "quantity", rule=NOMINAL
        )
    return None
