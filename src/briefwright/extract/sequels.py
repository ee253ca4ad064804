"""Amounts that go on with the one before them, or take their unit from the words around: "of whom 26", "up from 4%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefwright.codebook import Codebook
from briefwright.extract.owners import Reader, Reading, Thing
from briefwright.extract.parsed import Node
from briefwright.extract.tokens import Tagged, Token
from briefwright.names import Mention
from briefwright.quantities import Quantity
from briefwright.quantities.units import is_plural
from briefwright.text import fold

#: "120B parameters, 12B active": what the second number counts
ACTIVE = re.compile(r" (?:are |is |of (?:them|which) (?:are )?)?(?:active|activated)\b", re.IGNORECASE)
#: "340 people, of whom 26 work on safety"
_OF_WHOM = re.compile(
    r"\b(?:of|among) (?:whom|which|them|these|those),? (?:only |just |about |some |around )?$", re.IGNORECASE
)
#: "61 million structures, 4.5 million | of which came from members", "17 complaints, nine | of them about injuries"
_WHOM_OF = re.compile(r" of (?:whom|which|them|these|those)\b")
#: "1.2 million users, up from 400,000", "4.1 percent, against 6.8"
_UP_FROM = re.compile(
    r"\b(?P<from>up from|down from|compared with|compared to|against|from|versus) (?:just |about |only |some |"
    r"its )?$",
    re.IGNORECASE,
)
#: "6.8 percent for its predecessor": another thing's amount
_OTHERS = re.compile(
    r" (?:for|in|of|with|by|at|on) (?:its|the|their|most|other|all|all the|every) (?:[\w-]+ ){0,2}?"
    r"(?P<noun>predecessors?|rivals?|"
    r"competitors?|previous|older|earlier|former|others?|competition|industry average|average)\b"
)
#: "against 41 million | a year earlier": the same thing's own amount, before
_AGO = re.compile(
    r"(?: (?!for|by|at|of|in|with)[a-z]+)? "
    r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|the|\d+) "
    r"(?:days?|weeks?|months?|quarters?|years?) (?:earlier|ago|before|previously)|"
    r"last (?:year|month|quarter|spring|summer|autumn|winter)|"
    r"in (?:the )?(?:same|previous|preceding|prior) (?:period|quarter|month|year|half)|"
    r"in the year[- ]earlier (?:period|quarter|month)|the (?:previous|preceding|prior) (?:year|quarter|month))\b"
)
_STAFF = frozenset({"staff", "workforce", "payroll", "headcount", "personnel", "head count"})
_TO = re.compile(r" to (?:about |only |just )?")
_INSTEAD = re.compile(r"\b(?:after|instead of|rather than|but only|in only|not) (?:just |only |about )?$")
_BILLIONS = re.compile(r"\d+(?:\.\d+)?B$")
#: "from 0.8B to 12B": the ends of a family, in parameters
_ENDS = re.compile(r"(?:from |between )?\d+(?:\.\d+)?[BMbm](?: to | and |-)\d+(?:\.\d+)?[Bb]$")
_OUT_OF = re.compile(r" (?:out )?of \d[\d,]* ([a-z]+s)\b")
#: a bare number is a count of the noun it is said of from here on; below, it may be a score or a label
_LARGE = 1000
#: "nine of them about injuries": so few are no number of the whole's
_FEW = 13


@dataclass(frozen=True, slots=True)
class Read:
    """An amount with its reading, as the amounts behind it may go on with."""

    value: Quantity
    reading: Reading


def told(
    reader: Reader, tagged: Tagged, token: Token, node: Node, last: Read | None
) -> tuple[Quantity, Reading | None]:
    """An amount with the unit that the words around it give, and its reading where it goes on with the last one."""
    value = token.value
    assert isinstance(value, Quantity)
    text = fold(tagged.passage.text)
    if spans_sizes(value):
        return replace(value, unit="parameters", kind="size"), None
    active = ACTIVE.match(text, value.end)
    if active and not value.unit.replace("parameters", ""):
        experts = last is not None and last.value.unit == "experts" and value.low < _LARGE
        # "160 experts, eight of which are active"
        value = replace(value, unit="experts") if experts else replace(value, unit="parameters", kind="size")
    before = text[tagged.sentence.start : value.start]
    if last is not None:
        same = replace(value, unit=last.value.unit, kind=last.value.kind)
        if not value.unit and last.value.unit == "parameters" and (name := _bracketed(tagged, value)) is not None:
            return same, Reading(reader.at(name))
        if active and value.unit == "experts":
            return value, replace(last.reading, relation=None)
        whom = _OF_WHOM.search(before) or _WHOM_OF.match(text, value.end)
        if (not value.unit or value.kind == "count") and whom:
            if whom.re is _WHOM_OF and value.low < _FEW:
                return value, None
            part = _rest(text, whom) or (_doing(text, whom, tagged, value) if same.unit == "parameters" else None)
            if part is None and same.unit == "parameters" and not active:
                return value, None
            return same, replace(last.reading, relation=None, part=part or last.reading.part)
        if active:
            return value, replace(last.reading, relation=None)
        led = not value.unit or (
            value.unit == last.value.unit and text[: last.value.start].endswith("from ") and value.high is None
        )
        if led and last.value.unit and _TO.fullmatch(text[last.value.end : value.start].removeprefix(
            text[last.value.end : last.value.noun_end]
        )):  # fmt: skip
            # "from ten weeks | to | four"
            return same, replace(last.reading, before=False, relation=None)
        instead = _INSTEAD.search(before) is not None and text[value.end : value.end + 1] in {".", ",", ";", ")"}
        if not value.unit and last.value.kind == "duration" and instead:
            # "meant to run for 12 weeks and was stopped after | five"
            return same, replace(last.reading, before=False, relation=None)
        since = _UP_FROM.search(before)
        if since and (value.unit == last.value.unit or not value.unit) and value.kind in {last.value.kind, "count"}:
            compared = _compared(reader, tagged, value)
            attribute = last.reading.attribute
            if compared is not None:
                return same, replace(last.reading, owner=compared, attribute=attribute, relation=None, of_subject=False)
            foreign = _OTHERS.match(text, max(value.end, value.noun_end))
            if foreign is not None:
                # "against 61% for its predecessor": which one that is, nobody says here
                other = Thing(None, foreign.start("noun"), foreign.end("noun"))
                return same, replace(last.reading, owner=other, relation=None, of_subject=False, part=None)
            earlier = since["from"].casefold() in {"up from", "down from", "from"}
            earlier = earlier or _AGO.match(text, max(value.end, value.noun_end)) is not None
            return same, replace(last.reading, relation=None, before=earlier) if earlier else None
    solved = _OUT_OF.match(text, value.end)
    if solved and not value.unit and value.kind == "count":
        # "84 of 100 problems"
        whole = next((n for n in reader.tree.nodes if n.start == solved.start(1)), node)
        value = replace(value, unit=solved[1])
        return value, reader.read(value, whole)
    if not value.unit and value.kind == "count":
        unit = _of_counted(reader, node)
        if unit:
            return replace(value, unit=unit), None
    return value, None


def spans_sizes(value: Quantity) -> bool:
    """ "In sizes from 0.8B to 12B": so many parameters, and no count of sizes."""
    bare = value.kind == "count" and value.high is not None and value.unit in {"", "sizes", "models", "versions"}
    return bare and _ENDS.fullmatch(fold(value.surface)) is not None


def earned(reader: Reader, reading: Reading | None) -> Reading | None:
    """ "Revenue rose to $25 million": that of the one firm spoken of, and no change of its own."""
    if reading is None or reading.owner.name is not None or reading.attribute is not None or reading.deed is not None:
        return reading
    owner, body = reading.owner, reader.known.body
    noun = reader.tree.tagged.passage.text[owner.start : owner.end].casefold()
    changed = reader.words.verbs.get(reading.verb) in {"change", "cut"}
    if body is None or not changed or noun not in reader.words.classes["of_bodies"]:
        return reading
    return replace(
        reading, owner=Thing(body, owner.start, owner.end), attribute=(owner.start, owner.end), relation=None
    )


def _doing(text: str, whom: re.Match[str], tagged: Tagged, value: Quantity) -> tuple[int, int] | None:
    """ "520 billion parameters, | of which 27 billion are at work on any word": what sets these apart."""
    if ACTIVE.match(text, value.end):
        return None
    stop = re.compile(r"[^,.;:()]*").match(text, value.end)
    return (tagged.sentence.start + whom.start(), stop.end()) if stop is not None and stop[0].strip() else None


def _rest(text: str, whom: re.Match[str]) -> tuple[int, int] | None:
    """ "4.5 million | of which came from members": what sets the part apart from the whole."""
    if whom.re is not _WHOM_OF:
        return None
    stop = re.compile(r"[^,.;:()]*").match(text, whom.start() + 1)
    return (whom.start() + 1, stop.end()) if stop is not None else None


def others(tagged: Tagged, value: Quantity) -> bool:
    """Do the words behind the amount say that it is another thing's ("for its predecessor")?"""
    return _OTHERS.match(fold(tagged.passage.text), max(value.end, value.noun_end)) is not None


def _bracketed(tagged: Tagged, value: Quantity) -> Token | None:
    """ "Vela 2 Small | (1.1 billion)": the name that stands right before the bracket."""
    text = fold(tagged.passage.text)
    if text[max(0, value.start - 2) : value.start] != " (" or text[value.end : value.end + 1] not in {")", ",", ";"}:
        return None
    return next((t for t in tagged.tokens if t.end == value.start - 2 and isinstance(t.value, Mention)), None)


def _compared(reader: Reader, tagged: Tagged, value: Quantity) -> Thing | None:
    """ "against 68.9 | for Quarry 2": the name right behind the amount, if a preposition alone leads to it."""
    text = fold(tagged.passage.text)
    end = max(value.end, value.noun_end)
    found = re.compile(r" (?:for|in|of|with|by) (?:the |its predecessor,? )?").match(text, end)
    if found is None:
        return None
    token = next((t for t in tagged.tokens if t.start == found.end() and isinstance(t.value, Mention)), None)
    return reader.at(token) if token is not None else None


def _of_counted(reader: Reader, node: Node) -> str:
    """ "45 of its 300 staff", "three of the engineers": what the first number counts."""
    of = next((c for c in reader.tree.below(node, "prep") if c.low == "of"), None)
    noun = next(reader.tree.below(of, "pobj"), None) if of is not None else None
    if noun is None:
        return ""
    counted = next((c.token.value for c in reader.tree.below(noun, "nummod") if c.token), None)
    if isinstance(counted, Quantity) and counted.unit:
        return counted.unit
    return noun.low if noun.tag == "NNS" and noun.token is None else ""


def _product(reading: Reading) -> bool:
    return reading.owner.name is not None and reading.owner.name.kind in {"model", "family", "product"}


def bare(reader: Reader, tagged: Tagged, value: Quantity, node: Node) -> tuple[Quantity, Reading | None]:
    """ "Downloads of Windows passed 3 million": the noun that the number is a value of is what it counts."""
    reading = reader.read(value, node)
    product = reader.counted_name(node)
    if product is not None:
        # "sold 18,000 Petrel R1s"
        return replace(value, unit="units"), replace(reading or Reading(product), owner=product, attribute=None)
    if _BILLIONS.match(value.surface) and reading is not None and _product(reading):
        # "Flotilla, the 96B giant"
        return replace(value, unit="parameters", kind="size"), reading
    if value.low < _LARGE:
        return value, _moved(reader, tagged, value, reading) or _strong(reader, node, reading)
    if reading is None or reading.attribute is None:
        return value, None
    noun = tagged.passage.text[slice(*reading.attribute)].casefold().rpartition(" ")[2]
    return (replace(value, unit=noun), reading) if is_plural(noun) else (value, None)


def _moved(reader: Reader, tagged: Tagged, value: Quantity, reading: Reading | None) -> Reading | None:
    """ "Lumen 4 drops from 48.9 to 43.1": numbers that a named thing moves between, the first of them before."""
    if reading is None or reading.owner.name is None or reader.words.verbs.get(reading.verb) not in {"change", "cut"}:
        return None
    text = fold(tagged.passage.text)
    before, after = text[tagged.sentence.start : value.start], text[value.end :]
    if value.high is not None and (before.endswith("from ") or value.surface.casefold().startswith("from")):
        return reading
    first = before.endswith("from ") and re.match(r" to (?:about )?\d", after) is not None
    second = re.search(r"\bfrom (?:about )?[\d.]+ to (?:about )?$", before) is not None
    return replace(reading, before=first, relation=None) if first or second else None


def _strong(reader: Reader, node: Node, reading: Reading | None) -> Reading | None:
    """ "Orrin's staff of 340": a group's bare number counts its people; the rest stays without a reading."""
    head = reader.tree.head(node)
    group = reader.tree.head(head) if head is not None and head.low == "of" else None
    if reading is None or reading.owner.name is None or reading.attribute is None:
        return None
    noun = reader.tree.tagged.passage.text[slice(*reading.attribute)].casefold().rpartition(" ")[2]
    if reading.of_subject and noun in _STAFF and reading.owner.name.kind in {"organisation", "team"}:
        # "headcount at Orrin stands at 340"
        return reading
    return reading if group is not None and group.low in _STAFF else None


def apart(value: Quantity, reading: Reading, tagged: Tagged, codebook: Codebook) -> Iterator[tuple[Quantity, Reading]]:
    """ "grew from 12 to 40 people" tells of two amounts, one before the other; any other range is one."""
    before = tagged.passage.text[tagged.sentence.start : value.start].rstrip().casefold()
    changes = codebook.amounts.verbs.get(reading.verb) in {"change", "cut"}
    opened = before.endswith(" from") or value.surface.casefold().startswith("from")
    if value.high is None or not changes or not opened:
        yield value, reading
        return
    yield replace(value, high=None), replace(reading, before=True, relation=None)
    yield replace(value, low=value.high, high=None), replace(reading, relation=None)
