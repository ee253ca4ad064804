"""What an amount measures, which kind of statement that makes, and how it is put into words."""

from __future__ import annotations

import re

from briefwright.codebook import Amounts
from briefwright.extract.countings import Reading
from briefwright.extract.parsed import Node, Tree
from briefwright.extract.sequels import ACTIVE
from briefwright.extract.tokens import Token
from briefwright.model import Kind
from briefwright.quantities import Quantity
from briefwright.text import fold

#: "employs 320 people" · "its shares fell 4%" · "memory: 192 GB" · a count · what a verb alone gives · a share ·
#: "300 people work there" · "Orrin's 320 people" · "was downloaded 300 times"
VERBAL, PART, NOMINAL, COUNTED, NAMED, SHARE, CROWD, HAD, USED = (
    "amount-of-verb", "amount-of-part", "amount-of-noun", "amount-counted", "amount-named", "amount-of-share",
    "amount-of-those", "amount-had", "amount-used",
)  # fmt: skip
_MEASURED = frozenset({"size", "money", "percent", "multiple", "duration"})
#: "3 times | as much", "2.5 times | faster", "twice | the price": a multiple of something, not how often
_THAN = re.compile(r"\s+(?:as|more|less|fewer|than|the|what|its|their|that|those|over|\w+er)\b|\s+[^\W\d_]+(?= than)")
PRODUCT = frozenset({"model", "family", "product"})
TO_TRAIN = re.compile(r" to (?:re-?)?(?:pre-?)?train\b")
_COSTING, _BODIES = frozenset({"cost", "costs", "costing"}), frozenset({"organisation", "team"})
_DENYING = frozenset({"not", "n't", "never", "hardly", "neither", "nor"})
_KNOWN = frozenset({"the", "this", "these", "those", "its", "their", "his", "her"})
_UNITS = frozenset(
    "second seconds minute minutes min hour hours h day days week weeks month months year years percent kg km".split()
)


def attribute_of(tree: Tree, token: Token, value: Quantity, reading: Reading, words: Amounts) -> str:
    """What the amount measures: the noun that the grammar gives, the thing counted, or what the verb implies."""
    text = tree.tagged.passage.text
    if value.unit == "parameters":
        return "active parameters" if ACTIVE.match(fold(text), value.end) else "parameters"
    if value.unit == "experts" and ACTIVE.match(fold(text), value.end):
        return "active experts"
    name = ""
    if reading.attribute is not None:
        name = " ".join(text[slice(*reading.attribute)].casefold().split())
    if name in _UNITS:
        # "plays for 6 | minutes | at 48 kHz": what another amount is counted in is no property
        name = ""
    whole = reading.owner.name is None and reading.owner.start > value.end
    behind = (
        _of_what(tree, token)
        if not whole and value.kind in {"size", "percent", "multiple", "ratio", "duration"}
        else ""
    )
    if name:
        label = words.attribute(name)
        if label in words.costs and value.kind != "money":
            label = name
        whose = reading.owner.name
        if label == "price" and whose is not None and whose.kind in _BODIES and name.endswith(("cost", "costs")):
            # "Orrin's costs rose": no price of Orrin
            label = name
        if value.unit == "tokens" and name.endswith("context"):
            label = "context window"
    elif value.kind == "count":
        label = value.unit or ("level" if words.verbs.get(reading.verb) in {"change", "cut"} else "")
    elif behind:
        label = words.attribute(behind) if value.kind != "ratio" else f"share of {behind}"
    elif value.kind == "multiple" and reading.verb and not _THAN.match(fold(text), value.end):
        # "sold 1,150 times": how often, and nothing that the verb measures
        label = reading.verb
    elif reading.verb in words.verbs:
        label = words.verbs[reading.verb]
        if label == "training data" and value.kind in {"duration", "money"}:
            # "was trained for eleven weeks"
            label = "training time" if value.kind == "duration" else "training cost"
        elif label == "price" and TO_TRAIN.match(fold(text), value.end):
            # "Nova, unlike Lyra, cost $3 million to train"
            label = "training cost"
        owner = reading.owner.name
        if reading.verb in _COSTING and reading.relation is None and owner is not None and owner.kind in _BODIES:
            # "the repairs cost Orrin 4 million": what Orrin pays, and no price of Orrin
            label = "bill"
    elif value.kind == "duration":
        lasts = words.classes["lasting"] | words.classes["quick"] | words.classes["needing"]
        made = reading.owner.name is not None and reading.owner.name.kind in PRODUCT
        label = f"time ({reading.verb})" if reading.verb in lasts or (made and reading.verb) else ""
    else:
        label = reading.verb or words.units.get(value.unit, value.unit)
    return f"earlier {label}" if reading.before and label else label


def _of_what(tree: Tree, token: Token) -> str:
    """ "192 GB | of stacked memory": what a measure is of."""
    node = tree.of(token)
    prep = next((c for c in tree.below(node, "prep") if c.low == "of"), None) if node is not None else None
    noun = next(tree.below(prep, "pobj"), None) if prep is not None else None
    if noun is None or noun.token is not None or not noun.tag.startswith("NN"):
        return ""
    start, end = tree.phrase(noun)
    return " ".join(tree.tagged.passage.text[start:end].casefold().split())


def kind_of(owner: str, attribute: str, value: Quantity, words: Amounts) -> Kind:
    """The kind of statement: a cost, how a product is built, a property of a product, or any other quantity."""
    if value.kind == "money" and attribute in words.costs:
        return "cost"
    if owner in PRODUCT:
        if attribute in words.architecture:
            return "architecture"
        if value.kind in _MEASURED or attribute in words.parts:
            return "model_attribute"
    return "quantity"


def rule_of(reading: Reading, attribute: str, value: Quantity) -> str:
    """How the amount is put into words: by its verb where the words up to the number say it all."""
    if value.kind == "ratio":
        return SHARE
    if attribute == "training cost" and reading.attribute is None:
        # "cost $3 million | to train": the verb alone would make it a price
        return NOMINAL
    outside = reading.relation is not None and reading.attribute is not None and not (
        reading.relation[0] <= reading.attribute[0] and reading.attribute[1] <= reading.relation[1]
    )  # fmt: skip
    if reading.relation is not None and reading.part is None and not reading.before:
        if reading.of_subject:
            return PART
        if not outside and (value.kind in {"count", "money"} or attribute == reading.verb or reading.attribute):
            return VERBAL
        if not outside and reading.attribute is None and value.kind != "multiple":
            return VERBAL if value.noun_end == value.end else NOMINAL
    if attribute == reading.verb:
        return NAMED
    return COUNTED if attribute == value.unit else NOMINAL


def verb_over(tree: Tree, token: Token) -> Node | None:
    """The verb that an amount hangs on other than as its subject: "its 85 employees will move" are 85 already."""
    at = tree.of(token)
    for _ in range(8):
        if at is None or at.verb:
            return at
        if at.dep in {"nsubj", "nsubjpass"}:
            return None
        at = tree.head(at)
    return None


def to_come(tree: Tree, token: Token) -> bool:
    """Does the verb above an amount say that it is still to come?"""
    at = verb_over(tree, token)
    return at is not None and any(c.low in {"will", "'ll"} for c in tree.below(at, "aux"))


def _of_known(tree: Tree, token: Token, verb: Node | None) -> bool:
    """ "Must return the 41-kilogram robot": it weighs that already, whatever is done to it."""
    node = tree.of(token)
    while node is not None and node is not verb:
        if any(c.low in _KNOWN for c in tree.below(node, "det", "poss")):
            return True
        node = tree.head(node)
    return False


def demanded(tree: Tree, token: Token) -> bool:
    """ "Must pay 90 million", "Test it on three calls": what somebody ought to do is no amount of anything."""
    at = verb_over(tree, token)
    if _of_known(tree, token, at):
        return False
    for _ in range(6):
        if at is None:
            return False
        helped = {c.low for c in tree.below(at, "aux")}
        subjects = list(tree.below(at, "nsubj", "nsubjpass", "expl", "csubj"))
        if helped & {"must", "should", "ought", "shall"}:
            return True
        above = tree.head(at)
        if above is None:
            return at.tag == "VB" and not subjects and not helped
        if at.dep not in {"conj", "xcomp"} or not above.verb or subjects:
            return False
        at = above
    return False


def wished(tree: Tree, token: Token, words: Amounts) -> bool:
    """ "Wanted to split it into three groups": what was only wanted is no amount, unless the verb is told with it."""
    at = verb_over(tree, token)
    above = tree.head(at) if at is not None else None
    if at is None or above is None or at.dep != "xcomp" or _of_known(tree, token, at):
        return False
    return above.low in words.classes["wanting"]


def never(tree: Tree, token: Token) -> bool:
    """ "Never trained it on 3 trillion tokens": a denial before the owner is not in the words that tell the amount."""
    at = verb_over(tree, token)
    if at is None:
        return False
    above = tree.head(at)
    yet = above is not None and at.dep == "xcomp" and any(c.low == "yet" for c in tree.below(above))
    return yet or any(c.low in _DENYING for c in tree.below(at) if c.i < at.i)
