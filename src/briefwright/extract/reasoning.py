"""What a sentence of raw text argues: a risk, a course of things, advice, what nobody knows; read in its place.

A line under "What should buyers do?" is advice where it commands; the third of "three scenarios" is a scenario
whatever its verbs. Where no cue speaks, the sentence argues nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.codebook import Reasons
from briefwright.extract.arguing import IDIOM
from briefwright.extract.parsed import Node, Tree
from briefwright.extract.tokens import Tagged
from briefwright.model import Kind, Passage
from briefwright.names import Mention, unglued
from briefwright.text import Quotation, fold, outside_quotations

_ORDINAL = re.compile(
    r"^(?:(?:in|under|on) )?(?:an? |the |my |our )?(?:first|second|third|fourth|fifth|last|final|other|best|worst|"
    r"likeliest|"
    r"most likely|base|middle)(?:ly)?(?: (?:case|scenario|possibility|outcome|path|one|variant|development|risk|"
    r"step|thing))?"
    r"\b|^(?:firstly|secondly|thirdly|finally|lastly|alternatively|next|then|and)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:could|(?-i:may)|might|would|will|can|will likely|is likely to|are likely to|threatens? to|risks?|"
    r"expects? (?:\w+ ){1,6}to)\b|'ll\b",
    re.IGNORECASE,
)
_OPEN_MODAL = re.compile(
    r"\b(?:could|(?-i:may)|might|(?<=which )would|(?<=that )would)\b(?! have| not have)", re.IGNORECASE
)
_IF = re.compile(
    r"^(?:[\w' -]{2,30}: )?(?:if|unless|in case|once|should (?!you\b|we\b|i\b))\b|[,;:] if\b|"
    r"(?<!\bas )(?<!\beven )(?<!\bask )(?<!\basked )(?<!\bwonder )(?<!\bknow )(?<!\bsee )(?<!\btell )(?<!\bonly )"
    r"\bif (?:the|it|they|he|she|no|this|that|any|an?|its|their|there|both|all|some(?:body|one)|any(?:body|one)|nobody|"
    r"nothing|enough|more|we|you|one|bonuses|prices|N)\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"(?:^(?:[\w' -]{2,30}: )?(?:Should|Were|Had) |[:;,-] (?:should|were|ought to) |\bthat (?:should|were) )"
    r"(?:the|an?|any|he|she|it|they|this|that|one|none|both|either|neither|no|some|many|"
    r"each|every|all|more|another|his|her|its|their|[A-Z][\w-]*) (?:[^,?.]|[,.]\d){3,90}, [^?]*?"
    r"\b(?:would|will|could|may|might|can)\b(?! have [a-z]+(?:ed|en)\b)"
)
_WITHOUT = re.compile(
    r"^(?:without|failing|absent) [^,.]{3,70}, [^.]*?\b(?:would|could|might|may|will)\b", re.IGNORECASE
)
#: "4If the lab …", "2. Data: …": the number of a point
_NUMBER = re.compile(r"^\d{1,2}[.)]? ?(?=[A-Z])")
_IT_IS = re.compile(r"^(?:it|this|that) is (?:rather |instead |more likely )?that\b", re.IGNORECASE)
_NO_RISK = re.compile(
    r"\b(?:no|not an?|without|little|hardly any) (?:\w+ ){0,2}?(?:risks?|dangers?|threats?)\b|"
    r"\b(?:risk|danger|threat|worry|concern|fear)s? (?:[\w-]+ ){0,4}(?:is|are|was|were|lies) "
    r"(?:not|no|another|a different|elsewhere)\b",
    re.IGNORECASE,
)
#: "She had warned in a lecture: …": speech is no argument of the text's
_QUOTES = re.compile(r"\bwarn(?:s|ed|ing)?\b[^.;]{0,80}:\s*$", re.IGNORECASE)
_PAST = re.compile(r"\b(?:has|have|had|was|were)(?: \w+)? ?$", re.IGNORECASE)
#: "whether a model | may leave": nobody says that it may
_WHETHER = re.compile(
    r"\b(?:whether(?: or not)?|decid\w+ (?:if|what|which)|ask\w* (?:if|what))\b[^,.;]*$", re.IGNORECASE
)
#: what a sentence behind "three roads are open" must say to be one of them
#: "1. The quiet fix.", "- The slow leak.": a point of a list; so few words are its label
_POINT = re.compile(r"\s*(?:\d{1,2}[.)]|[-*•])\s")
_LABEL_WORDS = 5
_COURSE = re.compile(
    r"^(?:or|either|perhaps|maybe|possibly|at (?:best|worst)|in (?:the|an?) (?:[\w-]+ ){1,4}?(?:case|one|scenario|"
    r"variant|event|version))\b|\b(?:(?-i:may)|might|could|will|would|conceivable|possible|likely|thinkable|imaginable)\b",
    re.IGNORECASE,
)
#: what may stand behind an opening command: "Download | the weights", "Keep | your copy"
_OBJECT = re.compile(
    r" (?:the|an?|your|all|any|both|every|each|what|whether|how|who|it|them|only|nothing|no|for|at|in|on|to|from|up|"
    r"down|away|back|until|with|two|three|N\b|\d|more|less|this|that|these|those|as|out|over|off|by|and|early|now|first)\b"
)
_LABEL = re.compile(r"^(?:[-*•·–]\s*)?(?:\d+[.)]?\s*)?(?P<label>[^\W\d_][\w' -]{1,32}): ")
_LEAD = re.compile(
    r"^(?:[-*•·–]\s*)?(?:\d{1,2}[.)]?\s*)?(?:(?![^:]*\b(?:is|are|was|were|said|"
    r"says)\b)[^\W\d_][\w' -]{1,32}: )?(?:(?:first|second|third|fourth|finally|"
    r"lastly|next|also|then|"
    r"above all|whatever you do|instead|meanwhile|in the meantime|for now|until then|please|so|and|but|"
    r"or)(?:ly)?,? )*",
    re.IGNORECASE,
)
#: "How Kestrel responds": a thing to watch
_ASKS = re.compile(r"^(?:[-*•·–]\s*)?(?:how|what|who|when|where|which|if|whether|why)\b", re.IGNORECASE)
#: "without vendor lock-in": a harm that does not come
_AVERTED = re.compile(
    r"\b(?:without|avoid\w*|prevent\w*|against|no|never|instead of|freed? (?:of|from)|at no) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_DONT = re.compile(
    r"^(?:do not|don't|never|always|please|make sure|be (?:ready|careful|prepared|sure))\b", re.IGNORECASE
)
#: "Watch the | is …": the first word was a noun after all
_FINITE = re.compile(
    r" (?:(?!while|that|which|what|how|who|if|when|where|until|before|after|as|because|so)[\w'-]+ ){1,4}?"
    r"(?:is|are|was|were|has|had|said|says)\b"
)
_ACTS = frozenset({"organisation", "team", "person"})
#: "Drop-in for old boards, says Pelmora"
_RELAYED = re.compile(r", (?:says|said|writes|wrote) [^,]{2,40}\.?$")
_IF_FIRST = re.compile(
    r"^(?:(?:and|but|so|yet|then|or) )?(?:if|unless|in case|once|should (?!you\b|we\b|i\b))\b", re.IGNORECASE
)
#: "If the court agrees, the sale is off": what is to follow, without a modal
_IF_IS = re.compile(
    r"^(?:if|unless|should) (?:the|an?|it|he|she|they|n\b|this|that|nothing|nobody)\b[^,;]{3,70}, "
    r"[^,;]{2,40}? (?:is|are|goes|falls|ends|loses|stays|closes|comes|gets|becomes|remains|returns|starts)\b",
    re.IGNORECASE,
)
_IF_YOU = re.compile(r"^(?:if|when|once|before|until|unless) (?:you|your)\b[^.;]{3,90}, ", re.IGNORECASE)
_RISK_FIRST = re.compile(
    r"^(?:the|a|an|one|another|its|their|our)(?: [\w-]+){0,3}? (?:risk|danger|threat)s?\b", re.IGNORECASE
)
#: who quotes somebody: "said the analyst", "she told reporters"
_SAYS = re.compile(
    r"\b(?:said|says|say|warned|warns|told|wrote|writes|argued|argues|added|adds|predicted|predicts|cautioned|"
    r"cautions|stated|states|noted|notes|reckoned|reckons|put it)\b",
    re.IGNORECASE,
)
#: what somebody says of himself, or of what was asked, is no argument
_MYSELF = re.compile(
    r"^(?:(?:and |but )?if (?:i|you ask|(?:they|he|she|it|we|you) had)|should i|without (?:him|her|you))\b",
    re.IGNORECASE,
)
_THEY_SHOULD = re.compile(
    r"\b(?:they|companies|firms|users|customers|regulators?|governments?|the (?:board|company|firm|lab|foundation|"
    r"government|regulator|agency|minister|committee)|everyone|anyone|nobody|whoever) [^.;]{0,20}?"
    r"\b(?:should|must|ought to)\b(?! (?:not )?(?:have|be)\b)",
    re.IGNORECASE,
)
#: "you'll have lost nothing"
_HARMLESS = re.compile(r"\b(?:los(?:e|es|t|ing)|cost|costs|harms?|hurts?) (?:nothing|nobody|no one|little)\b", re.I)
_FEWEST_SPOKEN = 5
#: with more words around it the quotation is not what the sentence is about
_MOST_AROUND = 22


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: what its heading asks for, and what the sentences before it in the passage opened."""

    heading: str = ""
    opened: str = ""


def heading_of(passage: Passage, passages: Sequence[Passage], reasons: Reasons) -> str:
    """What the nearest heading above a passage asks for: risk, recommendation, scenario, watch, or nothing."""
    above = [p for p in passages if p.cls == "heading" and p.number < passage.number and p.text]
    if not above:
        return ""
    text = fold(above[-1].text)
    return next((kind for kind, cue in reasons.headings.items() if cue.search(text)), "")


def opens(text: str, before: str, reasons: Reasons) -> str:
    """What a sentence opens for those behind it in the passage: a list of scenarios, risks or pieces of advice."""
    return next((kind for kind, cue in reasons.opens.items() if cue.search(text)), before)


def kind_in_place(tagged: Tagged, tree: Tree | None, setting: Setting, reasons: Reasons) -> tuple[Kind, str] | None:
    """The argument kind of a sentence in its place and the rule that says so; nothing if no cue speaks."""
    text = _NUMBER.sub("", unglued(fold(outside_quotations(_unnamed(tagged)))).strip())
    alone = re.search(r"\w", outside_quotations(tagged.sentence.text)) is None
    if text.rstrip(' "').endswith("?") or alone:
        # a question asks, and what somebody said is speech
        return None
    if (spoken := _said_aloud(tagged, text, reasons)) is not None:
        return spoken
    if setting.heading == "scenario" and len(text.split()) <= _LABEL_WORDS + 2 and not _MODAL.search(text):
        # "1. Repair and carry on (50 %).": the label of a course, and no command
        return None
    kind = _advice(text, tree, setting, reasons) or _course(text, tagged, setting, reasons)
    if kind is not None:
        return kind
    opening = _RISK_FIRST.match(text) is not None or (_IF_FIRST.match(text) is not None and bool(_MODAL.search(text)))
    if not opening and (reasons.unknown.search(text) or reasons.unknown.search(_written_out(text))):
        return "uncertainty", "argument-uncertainty"
    begins = _NO_RISK.search(text) is not None
    harmful = reasons.harms.search(_HARMLESS.sub(" ", _consequence(text))) is not None
    if setting.opened == "risk" and (_IT_IS.match(text) or (_OPEN_MODAL.search(text) and not begins)):
        # "The real danger is not the price. It is that nobody will maintain the code."
        return "risk", "argument-in-list"
    if _cued(text, reasons.risks) and not _NO_RISK.search(text) and not _QUOTES.search(text):
        return "risk", "argument-risk"
    if (
        _INVERTED.search(text)
        or _WITHOUT.search(text)
        or _IF_IS.match(text)
        or (_IF.search(text) and _MODAL.search(text))
    ):
        return ("risk", "argument-condition-risk") if harmful else ("scenario", "argument-condition")
    if _may_harm(text, reasons):
        return "risk", "argument-harm"
    if setting.heading in {"watch", "risk"} and _OPEN_MODAL.search(text):
        return "risk", "argument-under-heading"
    if setting.heading == "watch" and _ASKS.match(text):
        return "uncertainty", "argument-under-heading"
    if setting.heading == "scenario" and (_MODAL.search(text) or _IF.search(text)):
        return "scenario", "argument-under-heading"
    label = _LABEL.match(text)
    if setting.heading == "risk" and label is not None and reasons.harms.search(label["label"]):
        return "risk", "argument-under-heading"
    now = _MODAL.search(text) or _IF.search(text) or not _tells_the_past(tree)
    if (
        setting.heading == "risk"
        and now
        and any(not _PAST.search(text, 0, h.start()) for h in reasons.harms.finditer(text))
    ):
        return "risk", "argument-under-heading"
    if setting.opened == "risk" and _ORDINAL.match(text):
        return "risk", "argument-in-list"
    return None


def _said_aloud(tagged: Tagged, text: str, reasons: Reasons) -> tuple[Kind, str] | None:
    """What a speaker argues in words that are quoted: "If both go, the model slips," said an analyst."""
    words = [t.value.words for t in tagged.tokens if isinstance(t.value, Quotation)]
    inner = _written_out(fold(max(words, key=len, default=""))).strip(" ,.")
    # of several sentences that are quoted, the one that puts a condition
    parts = re.split(r"(?<=[.!]) (?=[A-Z])", inner)
    inner = next((p for p in parts if _IF_FIRST.match(p)), inner)
    if len(inner.split()) < _FEWEST_SPOKEN or not _SAYS.search(text) or _MYSELF.match(inner):
        return None
    if len(re.findall(r"\w+", text)) > _MOST_AROUND or inner.endswith("?"):
        return None
    harmful = reasons.harms.search(_consequence(inner)) is not None
    if (_IF_FIRST.match(inner) and "," in inner) or _WITHOUT.match(inner) or _INVERTED.search(inner):
        return ("risk", "argument-condition-risk") if harmful else ("scenario", "argument-condition")
    if _may_harm(inner, reasons):
        return "risk", "argument-harm"
    if _cued(inner, reasons.risks) and not _NO_RISK.search(inner):
        return "risk", "argument-risk"
    if _THEY_SHOULD.search(inner) and not reasons.no_advice.search(inner):
        return "recommendation", "argument-recommendation"
    return None


def _tells_the_past(tree: Tree | None) -> bool:
    """Is the main verb of a sentence one of the past? What has happened is no risk any more."""
    root = next((n for n in tree.nodes if n.head == n.i), None) if tree is not None else None
    return root is not None and root.tag == "VBD"


def _written_out(text: str) -> str:
    """ "couldn't", "can't", "won't" as two words each."""
    return re.sub(r"n't\b", " not", re.sub(r"\bwon't\b", "will not", re.sub(r"\bcan't\b", "can not", text)))


def _cued(text: str, cues: re.Pattern[str]) -> bool:
    """Does a cue speak that is no part of a name nobody knows ("the Office of Product Dangers")?"""
    return any(
        found.start() == 0 or not all(w[:1].isupper() for w in found[0].strip(" ,").split())
        for found in cues.finditer(text)
    )


def _unnamed(tagged: Tagged) -> str:
    """The sentence with a plain letter for every name: the "Risk Institute" is no risk."""
    out, at = "", tagged.sentence.start
    for token in tagged.tokens:
        if isinstance(token.value, Mention) and token.value.kind != "place" and token.start >= at:
            out += tagged.passage.text[at : token.start] + "N"
            at = token.end
    return out + tagged.passage.text[at : tagged.sentence.end]


def _consequence(text: str) -> str:
    """What would follow, of a sentence that opens with its condition; else the whole sentence."""
    found = re.match(r"(?:if|unless|should|once|in case)\b(?:[^,]|,\d){3,160}, ", text, re.IGNORECASE)
    return text[found.end() :] if found else text


def _may_harm(text: str, reasons: Reasons) -> bool:
    """Does a modal lead straight to a harm: "could slow", "which would force"?"""
    for modal in _OPEN_MODAL.finditer(text):
        if _WHETHER.search(text, max(0, modal.start() - 60), modal.start()):
            continue
        reach = re.split(r"[.;:]| but | although ", text[modal.end() : modal.end() + 75])[0]
        for harm in reasons.harms.finditer(reach):
            if not _AVERTED.search(reach, 0, harm.start()):
                return True
    return False


def _advice(text: str, tree: Tree | None, setting: Setting, reasons: Reasons) -> tuple[Kind, str] | None:
    advised = reasons.advice.search(text) or reasons.advice.search(_written_out(text))
    if advised and not reasons.no_advice.search(text) and not _INVERTED.search(text):
        return "recommendation", "argument-recommendation"
    if (reasons.no_advice.search(text) is None and _told_to(tree, reasons)) and not _INVERTED.search(text):
        return "recommendation", "argument-recommendation"
    if not reasons.no_advice.search(text) and _commands(text, tree, setting, reasons):
        return "recommendation", "argument-imperative"
    if "recommendation" in {setting.opened, setting.heading} and _ORDINAL.match(text):
        return "recommendation", "argument-in-list"
    return None


def _told_to(tree: Tree | None, reasons: Reasons) -> bool:
    """ "Companies on version 3 should migrate", "the data should not be used": is somebody told what to do?"""
    for node in tree.nodes if tree is not None else ():
        if node.low not in {"should", "ought"} or tree is None or node.tag != "MD" or _spoken(tree, node):
            continue
        verb = tree.head(node)
        if verb is None or any(c.low == "have" for c in tree.below(verb, "aux")):
            continue
        if verb.low == "be" and not any(tree.below(verb, "neg")):
            continue
        who = next(tree.below(verb, "nsubj"), None)
        what = next(tree.below(verb, "nsubjpass"), None)
        named = who.token.value if who is not None and who.token is not None else None
        if who is not None and (who.low in reasons.agents or (isinstance(named, Mention) and named.kind in _ACTS)):
            return True
        if who is not None and any(c.low in {"every", "each", "no"} for c in tree.below(who, "det")):
            return True
        if what is not None and (verb.low in reasons.acts or what.low in reasons.agents):
            return True
    return False


def _spoken(tree: Tree, node: Node) -> bool:
    """Does a word stand inside a quotation?"""
    return any(isinstance(t.value, Quotation) and t.start <= node.start < t.end for t in tree.tagged.tokens)


def _commands(text: str, tree: Tree | None, setting: Setting, reasons: Reasons) -> bool:
    """Is the main verb a bare one without a subject: "Keep a copy", "First, ask for …", "If it is paid for, wait"?"""
    if text.casefold().startswith("subject:") or IDIOM.search(text):
        return False
    lead = _LEAD.match(text)
    rest = text[lead.end() :] if lead else text
    if _DONT.match(rest):
        return True
    verb = re.match(r"([A-Z]?[a-z]+)\b", rest)
    if (
        verb
        and verb[1].casefold() in reasons.commands
        and (
            _OBJECT.match(rest, verb.end())
            or (setting.heading == "recommendation" and rest[verb.end() : verb.end() + 1] == " ")
        )
    ):
        closed = text.rstrip().endswith((".", "!")) and " - " not in text and "|" not in text
        if closed and not _FINITE.match(rest, verb.end()):
            return True
    if tree is None or " - " in text:
        return False
    # under "What should I do?" every bare verb commands, and so it does behind "If you …,"
    asked = setting.heading == "recommendation" or setting.opened == "recommendation" or bool(_IF_YOU.match(text))
    numbered = (lead is not None and _ORDINAL.match(lead[0]) is not None) or asked
    root = next((n for n in tree.nodes if n.head == n.i), None)
    for node in tree.nodes:
        heads = node is root or (
            node.dep in {"conj", "ccomp", "dep", "parataxis"} and root is not None and node.head == root.i
        )
        if not heads or node.tag not in {"VB", "VBP"} or (node.low in reasons.no_imperative and not numbered):
            continue
        if tree.tagged.passage.text[node.end : node.end + 1] in {"-", "‑"} or _RELAYED.search(text):
            continue
        below = {c.dep for c in tree.below(node)}
        if below & {"nsubj", "nsubjpass", "aux", "expl", "csubj"}:
            continue
        before = fold(tree.tagged.passage.text[tree.tagged.sentence.start : node.start])
        plain = _LEAD.match(before)
        opening = before[plain.end() :] if plain else before
        # nothing but an opener, a condition or an adverb may stand before a command
        if not opening.strip(" ,\"'") or re.match(
            r"^(?:if|unless|when|once|until|before|after|for|with|in|as long as)\b[^.;]*, $", opening, re.IGNORECASE
        ):
            return True
    return False


def _labelled(tagged: Tagged) -> bool:
    """Is a sentence the one behind the short label that opens its paragraph: "A sale. | The fund takes the money |"?"""
    opening = tagged.passage.sentences[0]
    second = len(tagged.passage.sentences) > 1 and tagged.passage.sentences[1].start == tagged.sentence.start
    return second and len(opening.text.split()) <= _LABEL_WORDS + 2 and opening.text.rstrip().endswith(".")


def _course(text: str, tagged: Tagged, setting: Setting, reasons: Reasons) -> tuple[Kind, str] | None:
    begins = reasons.opens["scenario"].search(text) is not None
    point = (_POINT.match(tagged.passage.text) is not None or _labelled(tagged)) and len(text.split()) > _LABEL_WORDS
    if setting.heading == "scenario" and point and not begins:
        return "scenario", "argument-in-list"
    listed = setting.opened == "scenario" and not begins and (_ORDINAL.match(text) or _COURSE.search(text))
    if listed:
        return "scenario", "argument-in-list"
    if reasons.scenarios.search(text) and not begins:
        return "scenario", "argument-scenario"
    return None
