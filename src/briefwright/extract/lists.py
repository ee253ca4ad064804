"""Lines of a list of facts: "Context: 262K tokens", "Aurora 3 Mini: 3B parameters, 64K context", "48 GB of memory".

What such a line is about stands before its colon, in the sentence that opens the list, or in the heading above it. A
line whose thing nobody names makes no frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefwright.codebook import Amounts, Codebook
from briefwright.extract.frames import Fixed, Frame, Names, Slot, Words
from briefwright.extract.tagging import tag
from briefwright.extract.tellable import NO_ATTRIBUTE
from briefwright.extract.tokens import Licence, Tagged
from briefwright.extract.topics import PRODUCTS, Topic
from briefwright.model import Kind, Passage
from briefwright.names import Gazetteer, Mention, mentions
from briefwright.quantities import Quantity
from briefwright.text import fold

RULE = "list-item"
_BULLET = re.compile(r"^\s*(?:[-*•·▪◦‣–—]|\d{1,2}[.)])?\s*")
#: "Context window: ", "Price – ", "Licence = "
_KEY = re.compile(r"(?P<key>[^:;.?!|=\"]{2,44}?)\s*(?::|=|\s[-]\s)\s+(?=\S)")
#: the rest of the line is a sentence, not a value
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|be|been|may|might|will|would|could|can|should|must|has|have|had|did|does|do|said|says|"
    r"told|"
    r"they|we|it|he|she|you|which|because|if)\b",
    re.IGNORECASE,
)
_NO_KEY = frozenset("tip note notes update updated editor source question answer photo example step part first"
                    " second third finally q a re subject date time contact posted reading section chapter".split()
)  # fmt: skip
_SEGMENT = re.compile(r"[,;·|](?=\s)|\s[-]\s|\s\+\s|\(|\)|\s(?:and|with)\s")
#: what parts the stretches of a line that speak of one product each
_PART = re.compile(r"[,;·|](?=\s)|\s(?:and|or|but)\s|\((?=[^()]*\b(?:was|were)\b)")
_FOR = re.compile(r"\b(?:for|with|on|in)(?: the)? $")
#: "faster on the Kiln 9 | accelerator": what something runs on, and not what it is
_HOST = re.compile(
    r"(?: [\w-]+)? (?:accelerator|GPU|CPU|chip|card|processor|server|laptop|phone|board|workstation|machine|"
    r"cluster)s?\b"
)
_IN_BRACKETS = re.compile(r"\d[^\s(),;]*(?: [^\s(),;]+){0,2} \((?:the )?$")
#: "per | 1,000 km²": an amount that another is per
_PER_BEFORE = re.compile(r"\b(?:per|each|every) (?:[\d,.]+ ?)?$|/ ?$")
_TOLD = re.compile(r"\b(?:says?|said|claims?|claimed|told|reports?|reported|thinks?|believes?|estimates?|reckons?)\b")
#: what a product's maker writes about it
_DOCUMENT = re.compile(
    r"\b(?:card|sheet|datasheet|manual|documentation|docs|readme|page|label|repository|repo|specification|specs|file) "
    r"(?:says|lists|states|gives|has)\b"
)
#: "192 per layer, 6 | of them active", "three | of linear attention to every one of full"
_OF_THEM = re.compile(r" of (?:them|which|these|those|its|the|their)\b")
_TO_EACH = re.compile(r"(?: [\w-]+){1,4} (?:to|for) (?:each|every|one|a)\b")
_ONLY_WITH = re.compile(
    r" (?P<how>(?:with|via|using|when|after|under) (?:[a-z][\w-]* ){0,2}[^\W\d_][\w-]*)(?=[,;).]|\s*$)"
)
_LICENCES = frozenset({"licence", "license", "licences", "licensing", "terms"})
_BILLIONS = re.compile(r"(?:up to |about )?\d+(?:\.\d+)?[BMT]$")
_OF = re.compile(r"\s+of\s+(?P<what>(?:[\w-]+ ){0,2}[\w-]+)")
_BEHIND = re.compile(r"[\s-]+(?P<what>(?:[^\W\d_][\w-]*[ -]?){1,3})")
_PER = re.compile(
    r"\s?(?:per|/|a|an|each)\s?(?P<per>(?:(?:million|billion|thousand|[\d,.]+[KMB]?) )?"
    r"[^\W\d_]\w*(?: tokens?| hours?)?)"
)
#: a unit's sign that fills the rest of a stretch
_SIGN_BEHIND = re.compile(r" ?(m|l|L|A|V|K|cd|nits|min|ft|in|lx|MP|bit)\b(?=\s*[,;)(]|\s*$)")
#: tokens that a model may read at once; it was trained on more
_FEWEST_READ, _MOST_READ = 1_000, 20_000_000
_TRAINED_ON = re.compile(r"\btrained on (?:about |some |over )?$")
_ACTIVE = re.compile(r"[ -](?:active|activated)\b", re.IGNORECASE)


def items(passage: Passage, about: Topic | None, gazetteer: Gazetteer, codebook: Codebook) -> Iterator[Frame]:
    """The frames of a line of a list of facts; none for a line that is a sentence."""
    text = fold(passage.text)
    bullet = _BULLET.match(text)
    start = bullet.end() if bullet else 0
    key = _KEY.match(text, start)
    rest = key.end() if key else start
    # "published in May" is no sentence
    spoken = _SENTENCE.search(text.replace(" May", " ---"), rest) is not None
    if spoken and key is not None and _is_attribute(key["key"].strip(" *_`"), codebook.amounts):
        # "License: MIT for Mini; for Core the card says Apache-2.0": the key says what the values are
        spoken = False
    if " | " in text or spoken or (not key and not _bare(text, start)) or len(text) - rest > 200:
        return
    tagged = tag(passage, gazetteer, codebook)
    if not tagged:
        return
    owner, label, above = about.name if about is not None else None, "", about.passage if about is not None else ""
    if key is not None:
        named = [m for m in mentions(passage.text, gazetteer, codebook) if m.start < key.end("key")]
        if any(m.kind == "organisation" for m in named) and not any(m.kind in PRODUCTS for m in named):
            # "Headcount of Orrin: 274": not of what the list is about
            return
        named = [m for m in named if m.kind in PRODUCTS]
        label = text[key.start("key") : key.end("key")].strip(" *_`")
        if len(named) == 1:
            owner, above = named[0], ""
            gloss, before = text[owner.end : key.end("key")].strip(" *_`"), max(0, owner.start - key.start("key"))
            if gloss.startswith("(") and gloss.endswith(")") and not _is_attribute(gloss[1:-1], codebook.amounts):
                # "Kiln 3 (speech): 2B parameters": what it is, and nothing that is measured
                gloss = ""
            label = (label[:before] + gloss).strip(" '-()")
            label = label.removeprefix("s ").strip()
        label = label.partition(",")[0].strip()
        if len(named) != 1 and (named or label.casefold().split()[0].rstrip("s") in _NO_KEY or len(label.split()) > 5):
            return
    if owner is None:
        return
    for sentence in tagged:
        for frame in _values(sentence, rest, owner, label, codebook):
            apart = about is None or frame.mentioned != (about.name,)
            yield frame if apart or not above else replace(frame, slots={**frame.slots, "named": Fixed(text=above)})


def keyed(passage: Passage, codebook: Codebook) -> bool:
    """Does a line open with the name of an attribute, so that its values are read by its layout and not by grammar?"""
    text = fold(passage.text)
    bullet = _BULLET.match(text)
    key = _KEY.match(text, bullet.end() if bullet else 0)
    return key is not None and _is_attribute(key["key"].strip(" *_`"), codebook.amounts) and len(text) <= 200


def _bare(text: str, start: int) -> bool:
    """Is a line without a key a list item: after a bullet or short, and not closed as a sentence is?"""
    return (
        len(text.split()) <= 12 and not text.rstrip().endswith((".", "?", "!", ":")) and (start > 0 or len(text) < 60)
    )


def _values(tagged: Tagged, rest: int, owner: Mention, label: str, codebook: Codebook) -> Iterator[Frame]:
    text = fold(tagged.passage.text)
    cuts = [rest, *(m.start() for m in _SEGMENT.finditer(text, rest)), len(text)]
    parts = _parts(tagged, text, rest, codebook.amounts)
    attribute_above = _is_attribute(label, codebook.amounts)
    seen, unit = 0, ""
    yield from _bare_licences(tagged, text, parts, owner, label, codebook)
    for token in tagged.tokens:
        if token.start < rest:
            continue
        if isinstance(token.value, Mention) and _HOST.match(text, token.end):
            continue
        if isinstance(token.value, Mention) and token.value.kind in PRODUCTS and not _for(text, token.start):
            # "Compiler: Kiln 3, MIT licence": from here on the line speaks of that
            owner, label = token.value, label if attribute_above else ""
            continue
        if not isinstance(token.value, (Quantity, Licence)) or _PER_BEFORE.search(text, rest, token.start):
            continue
        part = next(p for p in parts if p.start <= token.start < p.end)
        if part.unsure:
            continue
        owners = part.behind or (owner,)
        if isinstance(token.value, Licence):
            licence = Words(text=token.value.spdx, start=token.start, end=token.end)
            for one in owners:
                yield _frame(tagged, "licence", one, {"licence": licence}, token.start, token.end)
            continue
        if token.value.kind == "rank" or label.casefold() in _LICENCES:
            continue
        if token.value.kind == "count" and token.value.low == 1:
            continue
        first = not any(rest < c <= token.start and text[rest:c].strip() for c in cuts)
        stop = next((c for c in cuts if c > token.start), len(text))
        # "Memory: Core needs 32 GB, Pro 160 GB": what the key says holds for all that is measured alike
        alike = attribute_above and token.value.unit == unit
        under = label if first or not seen or not token.value.unit or alike else ""
        value, attribute, per = _measured(token.value, text, stop, under, codebook.amounts)
        unit = unit or token.value.unit
        seen += 1
        if not attribute or attribute in NO_ATTRIBUTE or _OF_THEM.match(text, token.end) or _TO_EACH.match(
            text[token.end : next((c for c in cuts if c > token.end), len(text))]
        ):  # fmt: skip
            continue
        slots: dict[str, Slot] = {"attribute": Fixed(text=attribute), "value": value}
        if per:
            slots["per"] = per
        only = _ONLY_WITH.match(text, max(value.end, value.noun_end))
        if only is not None:
            # "512K | with scaling": so much, but not as it comes
            slots["part"] = Words(text=only["how"], start=only.start("how"), end=only.end("how"))
        for one in owners:
            yield _frame(tagged, _kind(attribute, value, codebook.amounts), one, slots, token.start, token.end)


def _bare_licences(
    tagged: Tagged, text: str, parts: Sequence[_Part], owner: Mention, label: str, codebook: Codebook
) -> Iterator[Frame]:
    """ "License: MIT for Mini": behind such a key a licence's short name is a licence."""
    if label.casefold() not in _LICENCES:
        return
    for part in parts:
        found = [
            (spdx, at)
            for spdx in sorted(codebook.lexicon.licences)
            for at in re.finditer(rf"(?<![\w.-]){re.escape(spdx)}(?![\w-]|\.\d)", text[part.start : part.end])
        ]
        known = any(isinstance(t.value, Licence) and part.start <= t.start < part.end for t in tagged.tokens)
        if len(found) != 1 or known or part.unsure:
            continue
        spdx, at = found[0]
        start, end = part.start + at.start(), part.start + at.end()
        for one in part.behind or part.before or (owner,):
            yield _frame(tagged, "licence", one, {"licence": Words(text=spdx, start=start, end=end)}, start, end)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a line between its commas: the products that its value is said to be for, and whether it doubts."""

    start: int
    end: int
    before: tuple[Mention, ...]
    behind: tuple[Mention, ...]
    unsure: bool


def _parts(tagged: Tagged, text: str, rest: int, words: Amounts) -> list[_Part]:
    """The stretches of a line; one that holds a product and no value goes on with the "for" of the one before.

    "€5 for Mini and Core, €9 for Pro": three stretches, of which the first is for Mini and Core.
    """
    marks = [m.start() for m in _PART.finditer(text, rest)]
    out: list[_Part] = []
    for start, end in pairwise([rest, *marks, len(text) + 1]):
        here = [t for t in tagged.tokens if start <= t.start < end]
        products = [t for t in here if isinstance(t.value, Mention) and t.value.kind in PRODUCTS]
        products = [t for t in products if not _HOST.match(text, t.end)]
        values = [t for t in here if isinstance(t.value, (Quantity, Licence))]
        names = [t.value for t in products if isinstance(t.value, Mention) and _for(text, t.start)]
        if products and not values and not names and out and out[-1].behind and not _SENTENCE.search(text, start, end):
            more = tuple(t.value for t in products if isinstance(t.value, Mention))
            out[-1] = replace(out[-1], behind=(*out[-1].behind, *more))
        told = _TOLD.search(text, start, end) is not None and _DOCUMENT.search(text, start, end) is None
        before = tuple(t.value for t in products if isinstance(t.value, Mention) and not _for(text, t.start))
        doubt = _unsure(text[start:end], words) or (not names and "respectively" in text[rest:])
        out.append(_Part(start, end, before, tuple(names), told or doubt))
    return out


def _unsure(text: str, words: Amounts) -> bool:
    """Is what a stretch says not so now, not so for certain, or a comparison?"""
    low = re.findall(r"[\w']+", text.casefold())
    if re.search(r"\b(?:up|down) from\b", text):
        return True
    return any(w in words.classes["unsure"] or w.endswith("n't") for w in low)


def _for(text: str, start: int) -> bool:
    """Is the name that begins at `start` what a value before it is for: "128K for Core", "6 hours (Core)"?"""
    return _FOR.search(text, max(0, start - 12), start) is not None or _IN_BRACKETS.search(text, 0, start) is not None


def _is_attribute(label: str, words: Amounts) -> bool:
    """Is the key of a line the name of an attribute, and not of a thing: "Memory", and not "Compiler"?"""
    low = label.casefold()
    return low in words.attributes or low in _LICENCES or low in words.attributes.values()


def _measured(value: Quantity, text: str, stop: int, label: str, words: Amounts) -> tuple[Quantity, str, Words | None]:
    """The amount with its unit, the attribute it measures, and per what."""
    if _ACTIVE.match(text, value.end):
        return replace(value, unit="parameters"), "active parameters", None
    named = words.attribute(label.casefold()) if label else ""
    if (
        not value.unit
        and _BILLIONS.match(value.surface)
        and named in {"sizes", "size", "models", "variants", "parameters"}
    ):
        return replace(value, unit="parameters", kind="size"), "parameters", None
    per = _PER.match(text, value.end) if value.kind == "money" else None
    what = Words(text=per["per"], start=per.start("per"), end=per.end("per")) if per else None
    sign = _SIGN_BEHIND.match(text, value.end, stop) if not value.unit else None
    if sign is not None:
        # "Range: 40 m"
        value = replace(value, unit=sign[1])
    if named:
        if named in {"parameters", "active parameters"} and not value.unit:
            value = replace(value, unit="parameters")
        if named == "context window" and not value.unit:
            value = replace(value, unit="tokens")
        if value.kind == "count" and value.unit in words.parts and value.unit != "tokens" and named != "parameters":
            # "Attention: 64 layers", "Training: 36T tokens, 119 languages"
            return value, value.unit, what
        return value, named, what
    if value.unit == "parameters":
        return value, "parameters", what
    if value.kind == "money":
        return value, "price", what
    if value.unit == "tokens" and value.high is None and _FEWEST_READ <= value.low < _MOST_READ:
        # "32K tokens", and nothing else: what it reads at once
        return value, "context window", what
    of = _OF.match(text, value.end)
    if _TRAINED_ON.search(text, 0, value.start):
        return value, "training data", what
    if of and of.end("what") <= stop + 1:
        return value, words.attribute(of["what"]), what
    behind = _BEHIND.match(text, value.end)
    if behind:
        phrase = behind["what"].casefold().strip(" -").split()
        for size in range(min(3, len(phrase)), 0, -1):
            for at in range(len(phrase) - size + 1):
                known = words.attributes.get(" ".join(phrase[at : at + size]))
                if known and known != value.unit:
                    return (replace(value, unit="tokens") if known == "context window" else value), known, what
    return value, value.unit if value.kind == "count" else words.units.get(value.unit, ""), what


def _kind(attribute: str, value: Quantity, words: Amounts) -> Kind:
    if value.kind == "money" and attribute in words.costs:
        return "cost"
    return "architecture" if attribute in words.architecture else "model_attribute"


def _frame(tagged: Tagged, kind: Kind, owner: Mention, slots: dict[str, Slot], start: int, end: int) -> Frame:
    return Frame(
        kind=kind,
        rule=RULE,
        passage=tagged.passage,
        sentence=tagged.sentence,
        start=start,
        end=end,
        slots={"subject": Names(mentions=(owner,)), **slots},
        polarity="affirmed",
        hedge="none",
        voice=None,
        stance="stated",
        mentioned=(owner,),
    )
