"""What a sentence of raw text argues: a risk, a course of things, advice, what nobody knows; read in its place.

A line under "What should buyers do?" is advice where it commands; the third of "three scenarios" is a scenario
whatever its verbs. Where no cue speaks, the sentence argues nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.codebook import Reasons
from briefwright.extract.parsed import Tree
from briefwright.extract.tokens import Tagged
from briefwright.model import Kind, Passage
from briefwright.text import fold, outside_quotations

_ORDINAL = re.compile(
    r"^(?:(?:in|under|on) )?(?:an? |the |my |our )?(?:first|second|third|fourth|fifth|last|final|other|best|worst|"
    r"likeliest|"
    r"most likely|base|middle)(?:ly)?(?: (?:case|scenario|possibility|outcome|path|one|variant|development|risk|"
    r"step|thing))?"
    r"\b|^(?:firstly|secondly|thirdly|finally|lastly|alternatively|next|then|and)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:could|may|might|would|will|can|will likely|is likely to|are likely to|threatens? to|risks?|"
    r"expects? (?:\w+ ){1,6}to)\b",
    re.IGNORECASE,
)
_OPEN_MODAL = re.compile(r"\b(?:could|may|might|(?<=which )would|(?<=that )would)\b(?! have| not have)", re.IGNORECASE)
_IF = re.compile(
    r"^(?:[\w' -]{2,30}: )?(?:if|unless|in case|once|should (?!you\b|we\b|i\b))\b|[,;:] if\b|"
    r"\bif (?:the|it|they|he|she|no|this|that|any)\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(r"^(?:[\w' -]{2,30}: )?Should [^,]{3,90}, ")
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
_AVERTED = re.compile(r"\b(?:without|avoid\w*|prevent\w*|against|no|never|instead of) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
_DONT = re.compile(
    r"^(?:do not|don't|never|always|please|make sure|be (?:ready|careful|prepared|sure))\b", re.IGNORECASE
)


#: "Drop-in for old boards, says Kilnstone"
_IDIOM = re.compile(r"\bplease cite\b|^make of (?:that|it|this)\b", re.IGNORECASE)
_RELAYED = re.compile(r", (?:says|said|writes|wrote) [^,]{2,40}\.?$")


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
    text = fold(outside_quotations(tagged.sentence.text)).strip()
    if text.rstrip(' "').endswith("?"):
        return None
    kind = _advice(text, tree, setting, reasons) or _course(text, setting, reasons)
    if kind is not None:
        return kind
    if reasons.unknown.search(text):
        return "uncertainty", "argument-uncertainty"
    harmful = reasons.harms.search(_consequence(text)) is not None
    if reasons.risks.search(text):
        return "risk", "argument-risk"
    if _INVERTED.search(text) or (_IF.search(text) and _MODAL.search(text)):
        return ("risk", "argument-condition-risk") if harmful else ("scenario", "argument-condition")
    if _may_harm(text, reasons):
        return "risk", "argument-harm"
    if setting.heading == "watch" and _OPEN_MODAL.search(text):
        return "risk", "argument-under-heading"
    if setting.heading == "watch" and _ASKS.match(text):
        return "uncertainty", "argument-under-heading"
    if setting.heading == "scenario" and (_MODAL.search(text) or _IF.search(text)):
        return "scenario", "argument-under-heading"
    if setting.heading == "risk" and reasons.harms.search(text):
        return "risk", "argument-under-heading"
    if setting.opened == "risk" and _ORDINAL.match(text):
        return "risk", "argument-in-list"
    return None


def _consequence(text: str) -> str:
    """What would follow, of a sentence that opens with its condition; else the whole sentence."""
    found = re.match(r"(?:if|unless|should|once|in case)\b(?:[^,]|,\d){3,160}, ", text, re.IGNORECASE)
    return text[found.end() :] if found else text


def _may_harm(text: str, reasons: Reasons) -> bool:
    """Does a modal lead straight to a harm: "could slow", "which would force"?"""
    for modal in _OPEN_MODAL.finditer(text):
        reach = re.split(r"[.;:]| but | although ", text[modal.end() : modal.end() + 75])[0]
        for harm in reasons.harms.finditer(reach):
            if not _AVERTED.search(reach, 0, harm.start()):
                return True
    return False


def _advice(text: str, tree: Tree | None, setting: Setting, reasons: Reasons) -> tuple[Kind, str] | None:
    if reasons.advice.search(text) and not reasons.no_advice.search(text) and not _INVERTED.search(text):
        return "recommendation", "argument-recommendation"
    if _commands(text, tree, reasons):
        return "recommendation", "argument-imperative"
    if "recommendation" in {setting.opened, setting.heading} and _ORDINAL.match(text):
        return "recommendation", "argument-in-list"
    return None


def _commands(text: str, tree: Tree | None, reasons: Reasons) -> bool:
    """Is the main verb a bare one without a subject: "Keep a copy", "First, ask for …", "If it is paid for, wait"?"""
    if text.casefold().startswith("subject:") or _IDIOM.search(text):
        return False
    lead = _LEAD.match(text)
    rest = text[lead.end() :] if lead else text
    if _DONT.match(rest):
        return True
    if tree is None:
        return False
    numbered = lead is not None and _ORDINAL.match(lead[0]) is not None
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


def _course(text: str, setting: Setting, reasons: Reasons) -> tuple[Kind, str] | None:
    listed = setting.opened == "scenario" and _ORDINAL.match(text)
    if listed:
        return "scenario", "argument-in-list"
    if reasons.scenarios.search(text) and not reasons.opens["scenario"].search(text):
        return "scenario", "argument-scenario"
    return None
