"""Amounts whose clause leaves out what the one before it said: "Lumen 4 has 3 billion parameters and Quarry 2 5"."""

from __future__ import annotations

import re
from dataclasses import replace

from briefwright.extract.owners import Reader, Reading, Thing
from briefwright.extract.parsed import Node
from briefwright.extract.sequels import Read
from briefwright.extract.tokens import Tagged, Token
from briefwright.names import Mention
from briefwright.quantities import Quantity
from briefwright.quantities.units import plural
from briefwright.text import fold

#: "…, Quarry 2 | only | 16": what may stand between a name and the amount that it has as the one before had its own
_BETWEEN = re.compile(
    r",? ?(?:only |just |about |some |roughly |nearly |at |had |has |have |with |is |was |[a-z]+(?:ed|s) |got )?$"
)
#: "…, | Quarry 2", "and | the Dory", "; | Vossberg"
_JOINED = re.compile(r"(?:[,;]|\band|\bwhile|\bbut|\bwhereas|,? compared with|\bagainst)(?: the| its)? ?$")
_NAMED = frozenset({"organisation", "team", "model", "family", "product"})
#: so much without a unit is no score and no label
_MUCH = 1000


def elided(reader: Reader, tagged: Tagged, token: Token, last: Read | None) -> tuple[Quantity, Reading] | None:
    """An amount that a name has as another had the amount before it, with that one's unit and attribute."""
    value = token.value
    assert isinstance(value, Quantity)
    if last is None or last.reading.owner.name is None or last.reading.before:
        return None
    text = fold(tagged.passage.text)
    named = next((t for t in reversed(tagged.tokens) if t.end <= value.start and isinstance(t.value, Mention)), None)
    money = last.value.kind == "money"
    if named is None or not isinstance(named.value, Mention):
        return None
    if named.value.kind not in _NAMED and not (money and named.value.kind == "place"):
        return None
    if named.value.key == last.reading.owner.name.key or named.start < last.value.end:
        return None
    joined = _JOINED.search(text[last.value.end : named.start]) and _BETWEEN.fullmatch(text[named.end : value.start])
    verb = re.search(r"[a-z]{3,}", text[named.end : value.start])
    says = verb is not None and verb[0] not in {
        "only",
        "just",
        "about",
        "some",
        "roughly",
        "nearly",
        "has",
        "had",
        "was",
    }
    scores = reader.words.scores
    says = says and not (verb is not None and verb[0] in scores and last.reading.verb in scores)
    bare = not value.unit and value.kind in {"count", last.value.kind} and (not says or value.low >= _MUCH)
    if not joined or not (bare or (value.unit == last.value.unit and value.kind == last.value.kind)):
        return None
    same = replace(value, unit=last.value.unit, kind=last.value.kind)
    return same, replace(last.reading, owner=reader.at(named), relation=None, of_subject=False, part=None)


def shared_out(reader: Reader, value: Quantity, node: Node) -> tuple[Quantity, Reading] | None:
    """ "118 employees, | 74 in Oslo and 44 in Porto", "every unit, about 5,800 in Canada": a part of what is named.

    Where nobody is named as the owner of the whole, the part is its place's.
    """
    inner = node
    while inner.dep == "conj" and (head := reader.tree.head(inner)) is not None and head.token is not None:
        inner = head
    whole = reader.tree.head(inner)
    if inner.dep != "appos" or whole is None or not whole.tag.startswith("NN") or whole.token is not None:
        return None
    prep = next((c for c in reader.tree.below(node, "prep") if c.low in {"in", "at", "from", "for"}), None)
    place = next(reader.tree.below(prep, "pobj"), None) if prep is not None else None
    if prep is None or place is None:
        return None
    counted = whole.low if whole.tag in {"NNS", "NNPS"} else plural(whole.low)
    told = replace(value, unit=counted)
    reading = reader.read(told, whole)
    named = place.token.value if place.token is not None else None
    if reading is not None and reading.owner.name is not None:
        return told, replace(reading, attribute=None, relation=None, of_subject=False, part=(prep.start, place.end))
    if isinstance(named, Mention) and named.kind in {"place", "organisation", "team"}:
        return told, Reading(Thing(named, place.start, place.end, place))
    return None
