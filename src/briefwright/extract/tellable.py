"""May an amount be told in a sentence of ours? Only where the text shows whose it is and what it measures.

What is refused here is not lost: the sentence that holds the amount stands for itself, letter for letter.
"""

from __future__ import annotations

import re

from briefwright.codebook import Amounts
from briefwright.extract.countings import Reading
from briefwright.extract.measured import COUNTED, NAMED, NOMINAL, PART, PRODUCT, SHARE, VERBAL, verb_over
from briefwright.extract.parsed import Tree
from briefwright.extract.tokens import Token
from briefwright.quantities import Quantity
from briefwright.text import fold

_BESIDE = re.compile(
    r"\bfrom (?:about )?[^ ]+(?: [a-z]+)? to (?:about |just |only )?$|"
    r"\b(?:(?:down|up) from|compared (?:with|to)|against|versus|and|from) (?:\w+ ){0,2}$"
)
#: "six | of the lab's researchers": so many of others, and no number of anybody's own
_SOME_OF = re.compile(r" of (the|its|their|his|her|our|these|those|[A-Z]\S*[’']s?)\b")
#: "Orrin | 's | 85 employees", "Orrin | with | 85 employees"
_OWNED = re.compile(r"[’']s? (?:own )?|,? with (?:its )?")
#: "raised its stake | to | 40%"
_HYPHENED = re.compile(r"-(?:person|strong|employee|member|people|man|worker|engineer|researcher)$")
_UP_TO = re.compile(
    r"\b(?:to|from|at|of|was|is|were|are)(?: (?:about|just|only|nearly|some|almost|over|under))? $", re.IGNORECASE
)
_OF_COUNTED = re.compile(r" of (?:[\w’'-]+ ){0,3}\d")
_BULLET = re.compile(r"\s*[-*•·▪◦‣–—]\s")
_ALL = re.compile(r"\ball (?:about |some |the )?$")
#: "a team | of | nine engineers", "40 people | in her | group"
_OF_ONE = re.compile(
    r" of(?: about| some| only| over| more than| at least)? |"
    r",? (?:in|of|on) (?:the|his|her|its|their) (?:[\w-]+ )?"
)
_SUPPOSED = re.compile(r"\b(?:if|unless|whether|any|every|each|no|when)\b", re.IGNORECASE)
#: what no sentence counts of a thing: "is ahead by 1.5 points", "sold it three times"
NO_COUNT = frozenset("points times degrees attempts tries steps percent hours minutes seconds h min s".split())
#: words that a grammar misread may give for what is measured
NO_ATTRIBUTE = frozenset("is are was were one ones other others that this these those which it they them what".split())
#: a price that was one: what it is now is another matter
FORMER = re.compile(
    r"\b(?:used to|(?<!year )old|former|previous|[Uu]ntil(?! now)|originally|previously|formerly|initially|once|"
    r"[Aa]t launch)\b"
)
_THAT = re.compile(r" (?:that|those|this|these)\b")
#: "knows | 90 programming languages": no languages that are spoken
_OTHER_TONGUES = re.compile(
    r"[\w.,]+ (?:[\w-]+ )?(?:programming|scripting|markup|query|formal|machine|computer) languages?\b"
)
_MULTIPLIES = frozenset({"double", "doubled", "treble", "trebled", "triple", "tripled", "halve", "halved"})
_NOBODY = frozenset({"nothing", "nobody", "none", "neither"})


def tellable(
    tree: Tree, token: Token, value: Quantity, reading: Reading, rule: str, attribute: str, words: Amounts
) -> bool:
    """Does the text show what a sentence of ours would say of the amount?"""
    if of_nobody(tree, token) or _OTHER_TONGUES.match(fold(tree.tagged.passage.text), value.start):
        return False
    if reading.verb in _MULTIPLIES and rule == NOMINAL:
        # "it will double the context of the first one to 96,000": the figure is that of what does so
        return False
    verb = reading.verb if reading.verb not in words.plain else ""
    if verb in words.classes["holding_out"] and rule in {COUNTED, NOMINAL}:
        return False
    if rule == NAMED:
        # "Air is the one to get: 90 tokens per second": what only a verb leads to says little of a body
        return reading.owner.name is not None and reading.owner.name.kind in PRODUCT
    if rule == COUNTED:
        return _counted(tree, value, reading, verb, words)
    if rule in {VERBAL, PART}:
        return _by_verb(tree, token, value, reading, words)
    if rule == SHARE:
        # "would lose a third of its pictures": a share of that is no share of the owner's own
        return reading.owner.name is not None and (attribute == "stake" or attribute in words.attributes.values())
    if rule == NOMINAL:
        return _of_noun(tree, token, value, reading, verb, attribute, words)
    return True


_OURS = re.compile(r"\b(?:us|me|you|our|my|your|we|I)\b")
#: "2.7 times | as fast as", "15% | smaller indexes": the amount alone says nothing
_HALF_SAID = re.compile(
    r" (?:as \w+ as\b|(?:more|less|fewer|\w+er) (?!(?:than|per|on|in|for|at|of|to|and|or|but|by|when|while|after|since|"
    r"with|over|from|this|last|today|yesterday|each|every|a|an|the)\b)[a-z-]+\b"
    r"(?! (?:per|than|on|in|for|at|of|to)\b|[.,;]))"
)


def _by_verb(tree: Tree, token: Token, value: Quantity, reading: Reading, words: Amounts) -> bool:
    """Do the words from the verb to the amount make a sentence with the owner?"""
    text, over = fold(tree.tagged.passage.text), verb_over(tree, token)
    if reading.relation is None or over is None:
        return True
    told = text[slice(*reading.relation)].strip()
    if reading.verb in words.classes["units"]:
        # "output | tokens | $1.60": no verb at all
        return False
    helped = reading.relation[0] < over.start
    if " and " in text[reading.relation[0] : max(reading.relation[0], over.start)]:
        # "makes | do with 24 GB and reacts in |"
        return False
    if told.startswith("to ") or _OURS.search(told) or (over.tag in {"VB", "VBG"} and not helped):
        # "allowed the packs | to charge at", "retrain it or | pay", "cost | us"
        return False
    owner = reading.owner.node
    above = tree.head(owner) if owner is not None and owner.dep == "poss" else None
    if (
        above is not None
        and above.dep in {"nsubj", "nsubjpass"}
        and tree.head(above) is over
        and not reading.of_subject
    ):
        # "| its | shares ended the day 6.1 percent higher": the shares did
        return False
    if value.kind in {"percent", "multiple"} and _HALF_SAID.match(text, value.end):
        return False
    at = over
    for _ in range(4):
        if reading.owner.name is None and at.dep in {"relcl", "acl", "advcl"}:
            # "a lot for a company which took in 23 million": no company of the story
            return False
        above = tree.head(at)
        if above is None or at.dep != "conj":
            break
        at = above
    return True


def owns_itself(value: Quantity, reading: Reading) -> bool:
    """Is what is counted all that the reading gives as the owner: "36 | machines"?"""
    owner = reading.owner
    return owner.name is None and value.end <= owner.start and owner.end <= value.noun_end


def used(value: Quantity, reading: Reading, words: Amounts) -> bool:
    """ "Was downloaded 300 times": how often something is done with a product."""
    product = reading.owner.name is not None and reading.owner.name.kind in PRODUCT
    return product and reading.verb in words.classes["using"] and value.unit in {"times", "instances"}


def had(tree: Tree, value: Quantity, reading: Reading) -> bool:
    """Do the words themselves give the owner its number: "Orrin's 85 employees", "the 140-strong Orrin"?"""
    text, owner = fold(tree.tagged.passage.text), reading.owner
    counted = value.kind in {"count", "size"} and value.unit.casefold() not in NO_COUNT
    if owner.name is None or reading.part is not None or not counted:
        return False
    if owner.end <= value.start:
        between = text[owner.end : value.start]
        # "Orrin, | a 25-person | startup"
        apposed = between in {", a ", ", an "} and _HYPHENED.search(value.surface) is not None
        return apposed or _OWNED.fullmatch(between) is not None
    return value.surface.endswith("-strong") and " " not in text[value.end : owner.start].strip()


def _in_a_list(tree: Tree) -> bool:
    return _BULLET.match(tree.tagged.passage.text) is not None


def of_nobody(tree: Tree, token: Token) -> bool:
    """ "Sign nothing that runs for more than a year": nothing of the kind is said to be."""
    at = verb_over(tree, token)
    for _ in range(5):
        if at is None:
            return False
        if any(c.low in _NOBODY and c.dep in {"nsubj", "nsubjpass", "dobj", "pobj"} for c in tree.below(at)):
            return True
        at = tree.head(at)
        if at is not None and (at.low in _NOBODY or any(c.low == "no" for c in tree.below(at, "det"))):
            return True
    return False


def _counted(tree: Tree, value: Quantity, reading: Reading, verb: str, words: Amounts) -> bool:
    owner, text = reading.owner, fold(tree.tagged.passage.text)
    if owns_itself(value, reading):
        return not verb
    if owner.name is None:
        # "a team of nine engineers", "40 people in her group"
        one = owner.node is not None and owner.node.tag == "NN" and not verb
        between = text[owner.end : value.start] if owner.end <= value.start else text[value.noun_end : owner.start]
        supposed = _SUPPOSED.search(text[tree.tagged.sentence.start : value.start])
        return one and _OF_ONE.fullmatch(between) is not None and supposed is None
    if _in_a_list(tree) and not verb:
        return True
    if not reading.verb and (value.kind not in {"count", "size"} or value.unit.casefold() in NO_COUNT):
        # "Orrin's 71.8% is the best of five attempts"
        return False
    if verb and owner.name.kind not in PRODUCT and words.verbs.get(verb) not in {"change", "cut"}:
        # "Orrin is taking back 5,800": what a verb does with so many says of no body that it has them
        return False
    return not _of_others(tree, value, reading, verb)


def _of_others(tree: Tree, value: Quantity, reading: Reading, verb: str) -> bool:
    """ "Orrin has jobs for six | of the lab's researchers": so many of others, and none of Orrin's."""
    text, begun = fold(tree.tagged.passage.text), tree.tagged.sentence.start
    some = _SOME_OF.match(text, max(value.end, value.noun_end)) or _SOME_OF.match(text, value.end)
    if some is None or _ALL.search(text[begun : value.start]):
        return False
    own = some[1] in {"its", "their", "his", "her"} or reading.owner.start >= value.end
    return not (verb and own)


#: what is measured -> the kinds of amount that measure it; anything else beside it belongs to something else
_MONEY = frozenset({"money"})
_WORTH = frozenset({"revenue", "profit", "loss", "valuation", "funding", "investment", "payment", "fine"})
_OF_BODIES = frozenset({"revenue", "profit", "loss", "valuation", "funding", "staff", "shares"})
_SIZED = frozenset({"latency", "battery life"})


def _measures(label: str, value: Quantity, words: Amounts) -> bool:
    """Can such an amount be of such a thing: a context window of six months, employees of 6 trillion yen?"""
    if label == "context window":
        return value.unit == "tokens"
    if label == "training data":
        return value.kind in {"count", "size", "duration"}
    if label in words.costs | _WORTH:
        return value.kind == "money" or (value.kind == "percent" and label not in words.costs)
    if label in _SIZED:
        return value.kind == "duration"
    if label in words.parts:
        return value.kind in {"count", "size"}
    if label == "shares" and value.kind == "money":
        return True
    return label not in words.classes["of_bodies"] or value.kind in {"count", "size", "percent", "multiple"}


def _noun_of(tree: Tree, token: Token, reading: Reading) -> bool:
    """Is the noun itself given in that amount: "an insertion loss | of | 1.1 dB", "the stake is | 22%"?"""
    node, place = tree.of(token), reading.attribute
    if node is None or place is None:
        return False
    at = node
    for _ in range(4):
        head = tree.head(at)
        if head is None:
            return False
        if head.start < place[1] and place[0] < head.end:
            # "1.4 billion | kilos | ($1.8 billion)": counted itself, and no measure
            return (not any(tree.below(head, "nummod")) and at.dep in {"prep", "appos"}) or at.low == "of"
        if head.verb:
            return head.low in {"is", "was", "are", "were", "at", "stands", "stood"}
        at = head
    return False


def _of_noun(
    tree: Tree, token: Token, value: Quantity, reading: Reading, verb: str, attribute: str, words: Amounts
) -> bool:
    text, label = fold(tree.tagged.passage.text), attribute.removeprefix("earlier ")
    before = text[tree.tagged.sentence.start : value.start]
    alone = reading.attribute is not None and reading.owner.start == reading.attribute[0]
    if reading.owner.name is None and not alone:
        # "companies with revenue of …", "a call costs …": nobody's
        return False
    made = reading.owner.name is not None and reading.owner.name.kind in PRODUCT
    if not made and reading.attribute is None and label == "price":
        # "Orrin sells it at 1.4 million": no price of Orrin's
        return False
    if label in words.costs and not attribute.startswith("earlier ") and FORMER.search(before):
        # "the old price was $3", "it used to cost $3"
        return False
    if value.kind == "multiple" and _THAT.match(text, value.end):
        # "and three times that for what is written"
        return False
    if label.startswith("time (") or (made and label in _OF_BODIES):
        return False
    if reading.owner.name is not None and reading.owner.name.kind == "person":
        # and nobody has revenue of his own
        return False
    if reading.verb in words.classes["punishing"] and label == "fine":
        return True
    known = label in words.attributes.values() or label in words.costs | words.architecture | words.parts
    measured = _noun_of(tree, token, reading) or label.startswith("score on ")
    if reading.attribute is not None and reading.attribute[1] <= value.start:
        # "an error rate of 4 percent, down | from 7 percent | for Lumen 3"
        measured = measured or _BESIDE.search(before) is not None
    if label == "stake" and reading.attribute is not None:
        measured = measured or not text[value.end : reading.attribute[0]].strip(" -")
    if not known and not measured:
        # "a 24 GB card", "the $510 million startup", "an alliance of fourteen": no measure of the owner
        return False
    if not _measures(label, value, words):
        return False
    if label == "purchase price" and not reading.of_subject and reading.owner.start < value.start:
        # "Orrin bought it for 20 million": the price is not Orrin's
        over = verb_over(tree, token)
        if over is not None and not any(tree.below(over, "nsubjpass", "auxpass")) and reading.owner.end <= over.start:
            return False
    changed = words.verbs.get(verb) in {"change", "cut"} and value.high is None
    if changed and value.kind in {"percent", "money"} and not _UP_TO.search(before):
        # "cut its prices by 20%": by how much, and no price
        return False
    if _SOME_OF.match(text, max(value.end, value.noun_end)) and value.kind == "count":
        return False
    if reading.owner.name is None and _SUPPOSED.search(before):
        return False
    if value.kind == "percent" and _OF_COUNTED.match(text, value.end):
        # "was promised 40% of the group's 60,000 cards"
        return False
    if value.kind == "count" and value.unit and verb and attribute.removeprefix("earlier ") not in {
        value.unit, *words.attributes.values(), *words.parts
    }:  # fmt: skip
        # "divided the management into four units"
        return False
    if value.kind == "duration" and attribute.removeprefix("earlier ") in words.classes["of_bodies"]:
        # "income for the past 12 months"
        return False
    first = attribute.split(" ")[0]
    if first in NO_ATTRIBUTE or not first[:1].isalpha():
        return False
    # "revenue rose to $25 million": what was raised stands where its owner should
    return not (reading.owner.name is None and attribute.removeprefix("earlier ") in {"change", "cut"})
