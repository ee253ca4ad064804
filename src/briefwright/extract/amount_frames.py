"""The frame of one amount that was read: what it measures, whose it is, how sure, and which words tell it."""

from __future__ import annotations

import re
from dataclasses import replace

from briefwright.codebook import Codebook
from briefwright.extract.frames import Fixed, Frame, Names, Slot, Words
from briefwright.extract.measured import (
    COUNTED,
    CROWD,
    HAD,
    NAMED,
    NOMINAL,
    PART,
    PRODUCT,
    USED,
    VERBAL,
    attribute_of,
    kind_of,
    never,
    rule_of,
    to_come,
    wished,
)
from briefwright.extract.modality import hedge_of_fact, polarity_of, stance_of
from briefwright.extract.owners import ONLY_PRODUCTS, Reading, Thing
from briefwright.extract.parsed import Tree
from briefwright.extract.predicates import predicate, with_so_many
from briefwright.extract.stated import whose_word
from briefwright.extract.tellable import had, tellable, used
from briefwright.extract.tokens import Tagged, Token
from briefwright.names import Mention
from briefwright.quantities import Quantity
from briefwright.text import fold

_PER = re.compile(
    r"^(?: (?P<word>per|an?|each|every) |/)(?P<per>(?:(?:million|billion|thousand|hundred|dozen|[\d,.]+[KMB]?) )?"
    r"[^\W\d_][\w-]*(?: (?:hour|token|user|seat|month|year|second|input|output)s?)?)"
    r"(?! (?:ago|earlier|before|previously|later|prior|old)\b)",
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
    r" (?P<how>(?:more|less|fewer|higher|lower|faster|slower|cheaper|dearer|bigger|larger|smaller|better|worse|longer|"
    r"shorter|heavier|lighter|quicker|stronger|thinner|greater|safer|quieter|cleaner|warmer|colder|hotter|taller|"
    r"wider|narrower|deeper|simpler|denser|brighter|darker|tougher|harder|older|younger|newer)\b"
    r"(?: [a-z][a-z-]+(?= (?:per|than|on|in|for|at|of|to)\b|[,.;]|$))?)"
)
#: "| the | message was read 3 million times"
_ARTICLE = re.compile(r"\b(the|an?) $", re.IGNORECASE)
_OF_WHOLE = re.compile(
    r" (?P<of>of (?:[\w’'-]+ ){0,5}?[\w’'-]+)(?=[,.;:!?]|$| (?:in|on|at|and|but|by|to|from|for|with|since|last|this)\b)"
)
_WAY = re.compile(
    r" (?:per|for every|an?|each) (?:[\w.]+(?:,\d+)* )?(?:tokens? )?"
    r"(in|input|read|of input|out|output|written|generated|of output)\b",
    re.IGNORECASE,
)
_SAYS = frozenset({"say", "says", "said"})
_ALONE = frozenset("part number total one rest others people today yesterday tomorrow tonight now".split())
_READ = frozenset({"in", "input", "read", "of input"})


def frame_of(
    tagged: Tagged, tree: Tree, token: Token, value: Quantity, reading: Reading, codebook: Codebook
) -> Frame | None:
    """The frame of an amount that was read; None where the text does not show what it measures, or takes it back."""
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
    article = _ARTICLE.search(fold(text), max(0, owner.start - 5), owner.start) if owner.start > 0 else None
    begun = article.start(1) if article is not None else owner.start
    slots: dict[str, Slot] = {
        "subject": Names(mentions=(owner.name,))
        if owner.name is not None
        else Words(text=text[begun : owner.end], start=begun, end=owner.end),
        "attribute": Fixed(text=attribute),
        "value": value,
    }
    per = _PER.match(fold(text)[value.end :]) or _PER.match(fold(text)[value.noun_end :])
    if per is not None and (per["word"] in {None, "per", "each", "every"} or _PERIODS.match(per["per"])):
        slots["per"] = Fixed(text=per["per"])
        if value.kind == "money" and attribute in {"tokens", "price"}:
            attribute = _price(fold(text), value)
            slots["attribute"] = Fixed(text=attribute)
    if reading.part is not None:
        slots["part"] = Words(text=text[slice(*reading.part)], start=reading.part[0], end=reading.part[1])
    if value.kind == "ratio":
        slots["shown"] = Words(text=value.surface, start=value.start, end=value.end)
    more = _COMPARED.match(fold(text), value.end) if value.kind in {"percent", "multiple", "duration"} else None
    if more is not None:
        slots["compared"] = Words(text=text[slice(*more.span("how"))], start=more.start("how"), end=more.end("how"))
    rule = rule_of(reading, attribute, value)
    if (rule in {NAMED, NOMINAL} and reading.verb in lexicon.reporting) or reading.verb in _SAYS:
        # "the press release says 192 GB"
        return None
    if rule in {COUNTED, NAMED} and used(value, reading, codebook.amounts):
        rule = USED
    elif rule in {COUNTED, NOMINAL} and (
        had(tree, value, reading) or ((who := with_so_many(tree, token, value)) is not None and who.name == owner.name)
    ):
        rule = HAD
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
    whole = _OF_WHOLE.match(fold(text), value.end) if value.kind == "percent" and more is None else None
    if rule in {VERBAL, PART} and whole is not None:
        # "owns 82% | of the laboratory"
        slots["whole"] = Words(text=text[slice(*whole.span("of"))], start=whole.start("of"), end=whole.end("of"))
    if rule in {VERBAL, PART} and reading.relation is not None:
        start, end = reading.relation
        slots["relation"] = Words(text=text[start:end].strip(), start=start, end=end)
    elif reading.verb and rule != CROWD and reading.verb not in codebook.amounts.plain:
        slots["verb"] = Fixed(text=reading.verb)
    known, said = whose_word(tagged, tree, token, lexicon)
    if not known:
        return None
    if said is not None and said.mention is not None and owner.name is not None and said.mention.key == owner.name.key:
        said = said if owner.start >= 0 else None
    first = min(tagged_place(tagged, owner.start), token.tag_start)
    hedge = hedge_of_fact(tagged, first, token.tag_end, lexicon, presupposed=False)
    person = owner.name is not None and owner.name.kind == "person"
    if person and (value.kind == "duration" or (value.kind == "money" and attribute in codebook.amounts.costs)):
        # nobody has a price
        return None
    if not tellable(tree, token, value, reading, rule, attribute, codebook.amounts):
        done = predicate(tree, token, value, reading) if rule == NOMINAL else None
        if done is None:
            return None
        owner, place = done
        # what it measures is not sure, what is done is: "cancelled an order worth | €140 million"
        rule, attribute = (
            VERBAL,
            "level" if value.kind == "count" and value.noun_end <= value.end else reading.verb or "amount",
        )
        slots = {k: v for k, v in slots.items() if k not in {"verb", "part", "compared"}}
        slots |= {
            "attribute": Fixed(text=attribute),
            # "drops from 48.9 to | 43.1 |": of nothing that is counted
            "value": replace(value, unit="") if value.kind == "count" and value.noun_end <= value.end else value,
            "subject": Names(mentions=(owner.name,)) if owner.name is not None else slots["subject"],
            "relation": Words(text=text[slice(*place)].strip(), start=place[0], end=place[1]),
        }
    if "relation" not in slots and (wished(tree, token, codebook.amounts) or never(tree, token)):
        return None
    if hedge == "none" and "relation" not in slots and to_come(tree, token):
        # "will raise its stake to 40 %": not yet so
        hedge = "will"
    denied = polarity_of(tagged, first, token.tag_end) == "denied"
    if denied and rule == NAMED:
        return None
    kind = kind_of(owner.name.kind if owner.name is not None else "", attribute, value, codebook.amounts)
    return Frame(
        kind=kind,
        rule=rule,
        passage=tagged.passage,
        sentence=tagged.sentence,
        start=min(owner.start, token.start) if owner.start >= tagged.sentence.start else token.start,
        end=max(token.end, value.noun_end),
        slots=slots,
        polarity="denied" if denied else "affirmed",
        hedge=hedge,
        voice=said,
        stance=stance_of(hedge, said, False),
        mentioned=(owner.name,) if owner.name is not None else (),
    )


def _price(text: str, value: Quantity) -> str:
    """ "$0.33 per million tokens | in": the price of what is read, of what is written, or of both."""
    way = _WAY.match(text, max(value.end, value.noun_end))
    return "price" if way is None else "input price" if way[1].casefold() in _READ else "output price"


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
    return len(words) > 2 and words.casefold() not in _ALONE
