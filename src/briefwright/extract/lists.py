"""Lines of a list of facts: "Context: 262K tokens", "Aurora 3 Mini: 3B parameters, 64K context", "48 GB of memory".

What such a line is about stands before its colon, in the sentence that opens the list, or in the heading above it. A
line whose thing nobody names makes no frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Amounts, Codebook
from briefwright.extract.frames import Fixed, Frame, Names, Slot, Words
from briefwright.extract.tagging import tag
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
_LICENCES = frozenset({"licence", "license", "licences", "licensing", "terms"})
_BILLIONS = re.compile(r"(?:up to |about )?\d+(?:\.\d+)?[BMT]$")
_OF = re.compile(r"\s+of\s+(?P<what>(?:[\w-]+ ){0,2}[\w-]+)")
_BEHIND = re.compile(r"[\s-]+(?P<what>(?:[^\W\d_][\w-]*[ -]?){1,3})")
_PER = re.compile(
    r"\s?(?:per|/|a|an|each)\s?(?P<per>(?:(?:million|billion|thousand|[\d,.]+[KMB]?) )?"
    r"[^\W\d_]\w*(?: tokens?| hours?)?)"
)
_ACTIVE = re.compile(r"[ -](?:active|activated)\b", re.IGNORECASE)


def items(passage: Passage, about: Topic | None, gazetteer: Gazetteer, codebook: Codebook) -> Iterator[Frame]:
    """The frames of a line of a list of facts; none for a line that is a sentence."""
    text = fold(passage.text)
    bullet = _BULLET.match(text)
    start = bullet.end() if bullet else 0
    key = _KEY.match(text, start)
    rest = key.end() if key else start
    if " | " in text or _SENTENCE.search(text, rest) or (not key and not _bare(text, start)) or len(text) - rest > 200:
        return
    tagged = tag(passage, gazetteer, codebook)
    if not tagged:
        return
    owner, label, above = about.name if about is not None else None, "", about.passage if about is not None else ""
    if key is not None:
        named = [m for m in mentions(passage.text, gazetteer, codebook) if m.start < key.end("key")]
        named = [m for m in named if m.kind in PRODUCTS]
        label = text[key.start("key") : key.end("key")].strip(" *_`")
        if len(named) == 1:
            owner, above = named[0], ""
            label = (label[: max(0, owner.start - key.start("key"))] + text[owner.end : key.end("key")]).strip(" '-()")
            label = label.removeprefix("s ").strip()
        elif named or label.casefold().split()[0].rstrip("s") in _NO_KEY or len(label.split()) > 5:
            return
    if owner is None:
        return
    for sentence in tagged:
        for frame in _values(sentence, rest, owner, label, codebook):
            apart = about is None or frame.mentioned != (about.name,)
            yield frame if apart or not above else replace(frame, slots={**frame.slots, "named": Fixed(text=above)})


def _bare(text: str, start: int) -> bool:
    """Is a line without a key a list item: after a bullet or short, and not closed as a sentence is?"""
    return (
        len(text.split()) <= 12 and not text.rstrip().endswith((".", "?", "!", ":")) and (start > 0 or len(text) < 60)
    )


def _values(tagged: Tagged, rest: int, owner: Mention, label: str, codebook: Codebook) -> Iterator[Frame]:
    text = fold(tagged.passage.text)
    cuts = [rest, *(m.start() for m in _SEGMENT.finditer(text, rest)), len(text)]
    seen = 0
    for token in tagged.tokens:
        if token.start < rest:
            continue
        if isinstance(token.value, Mention) and token.value.kind in PRODUCTS:
            # "Compiler: Kiln 3, MIT licence": from here on the line speaks of that
            owner, label = token.value, ""
            continue
        if isinstance(token.value, Licence):
            licence = Words(text=token.value.spdx, start=token.start, end=token.end)
            yield _frame(tagged, "licence", owner, {"licence": licence}, token.start, token.end)
        if not isinstance(token.value, Quantity) or token.value.kind == "rank" or label.casefold() in _LICENCES:
            continue
        if token.value.kind == "count" and token.value.low == 1:
            continue
        first = not any(rest < c <= token.start and text[rest:c].strip() for c in cuts)
        stop = next((c for c in cuts if c > token.start), len(text))
        value, attribute, per = _measured(
            token.value, text, stop, label if first or not seen or not token.value.unit else "", codebook.amounts
        )
        seen += 1
        if not attribute:
            continue
        slots: dict[str, Slot] = {"attribute": Fixed(text=attribute), "value": value}
        if per:
            slots["per"] = per
        yield _frame(tagged, _kind(attribute, value, codebook.amounts), owner, slots, token.start, token.end)


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
    if named:
        if named in {"parameters", "active parameters"} and not value.unit:
            value = replace(value, unit="parameters")
        if named == "context window" and not value.unit:
            value = replace(value, unit="tokens")
        return value, named, what
    if value.unit == "parameters":
        return value, "parameters", what
    if value.kind == "money":
        return value, "price", what
    of = _OF.match(text, value.end)
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
