"""Scores on a named test: whose each is, where it is compared with others, and what it is a score on.

"Windows scores 71.2 on X, ahead of the 68.9 posted by Y": a number is told only where the test has a name and the words
between lead from one number to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefwright.codebook import Codebook
from briefwright.extract.amount_frames import frame_of
from briefwright.extract.frames import Fixed, Frame, Names, Slot
from briefwright.extract.measured import NOMINAL, PRODUCT
from briefwright.extract.owners import Reader, Reading
from briefwright.extract.parsed import Node
from briefwright.extract.tokens import Tagged, Token
from briefwright.quantities import Quantity

_NAME = r"<[MFG]\d+>(?!['’]?\w|[-‐‑ ][A-Z\d])"
_TEST = (
    r"(?:(?:<[MFGKOT]\d+>|[A-Z][\w․-]*)(?: [A-Z\d][\w․-]*){0,3}(?: (?:benchmark|test|suite|exam|leaderboard))?|"
    r"(?:[a-z-]+ ){0,2}(?:benchmark|test|suite|exam))"
)
_UNIT = r"(?: points?)?"
#: " on GaleBench" behind the first score
_LEAD = rf"{_UNIT}(?: (?:on|in|at) (?:the )?{_TEST}| right)?"
#: " posted by Quarry 2, a rival," behind another's score
_TAIL = (
    rf"{_UNIT} (?:for|by|of|from|with|(?:posted|scored|achieved|recorded|reached|set|managed) by) (?:its |the )?"
    rf"(?:[a-z]+ ){{0,2}}{_NAME}(?:, (?:an?|the) [^,<>]{{3,50}}(?=,))?|\)"
)
#: what is the name of a test on the face of it: "GaleBench", "MMLU", "the Veld exam"
_LOOKS = re.compile(r"[A-Z][^ ]*[A-Z]|\d|[Bb]ench|\b(?:[Tt]est|[Ee]xam|[Ss]uite|[Ee]val)\b")
#: "Windows tops X with | 71.2", "its score on X is | 71.2", "has a score of | 71.2 on X", "With | 71.2 on X, Windows"
_SET = tuple(
    re.compile(p)
    for p in (
        rf"(?P<name>{_NAME}) (?:now |currently |already |still )?(?:tops|topped|leads|led|heads|headed|<S\d+>) "
        rf"(?:the )?(?P<test>{_TEST})(?: ranking| table| list)? with (?:a score of |about |some )?(?P<at><N\d+>)",
        rf"(?P<name><[MFG]\d+>)['’]s? (?:best |own |latest )?(?:score|result|mark) (?:on|in|at) (?:the )?"
        rf"(?P<test>{_TEST}) (?:is|was|stands at|stood at|came to) (?:about |only |just )?(?P<at><N\d+>)",
        rf"(?P<name>{_NAME}) (?:now |also |already |even )?(?:has|had|gets|got|achieves|achieved|reaches|reached|posts|"
        r"posted|manages|managed|attains|attained|records|recorded) (?:a |an )(?:[a-z-]+ )?(?:score|mark|result) of "
        rf"(?P<at><N\d+>){_UNIT} (?:on|in|at) (?:the )?(?P<test>{_TEST})",
        rf"^With (?:a score of )?(?P<at><N\d+>){_UNIT} (?:on|in|at) (?:the )?(?P<test>{_TEST}), (?P<name>{_NAME}) ",
    )
)
_HOW = r"(?:(?:well|far|just|narrowly|clearly|comfortably|slightly|and|but|still|only|also) ){0,3}"
_THAN = (
    r"(?:compared with|compared to|as against|against|versus|vs\.?|up on|ahead of|behind|above|below|beating|"
    r"short of|better than|more than|than)"
)
#: ", ahead of the | 68.9 | posted by Quarry 2", "compared with | 88.7 | for Quarry 2"
_BEFORE = re.compile(rf"{_LEAD},? {_HOW}{_THAN} (?:the |its )?(?:scores? of |result of )?(?:only |just |about )?$")
_BY = re.compile(
    rf"{_UNIT} (?:for|by|of|from|with|(?:posted|scored|achieved|recorded|reached|set|managed|registered) by) "
    rf"(?:(?:the|its) )?(?:(?:older|earlier|previous|larger|smaller|bigger|rival|predecessor|sibling|open|closed) )"
    rf"{{0,2}}(?:predecessor,? )?(?P<name>{_NAME})"
)
#: ", ahead of | Quarry 2 (", "; Quarry 2 managed", ", which leads with"
_WITH = (
    r"(?:['’]s?|,? (?:with|at|on|scoring|reaching)|,? which (?:{verbs})(?: with)?| (?:{verbs})(?: with)?| \(|)"
    r"(?: a score of| only| just| about)?(?: |(?<=\())$"
)
_JOINED = (
    rf"(?:(?:{_TAIL}|{_LEAD}),? (?:{_HOW}{_THAN}|and|but|while|whereas)(?: the)? |"
    rf"(?:{_TAIL}|{_LEAD})[,;] (?:(?:and|but|while) )?)(?P<name>{_NAME})"
)
_LEADING = ("leads", "led", "tops", "has", "had", "is", "was", r"<S\d+>")


@dataclass(frozen=True, slots=True)
class _Told:
    """A score that was told, and the token that it stands at."""

    token: Token
    frame: Frame


def scores(tagged: Tagged, reader: Reader, codebook: Codebook) -> Iterator[Frame]:
    """A frame for each score of a sentence on a test that it names, in the order of the numbers."""
    last: _Told | None = None
    for token in tagged.tokens:
        value = token.value
        if not isinstance(value, Quantity) or not _may_score(value):
            continue
        node = reader.tree.of(token)
        frame = _compared(tagged, token, last, codebook) if last is not None else None
        if frame is None and node is not None:
            frame = _set(reader, tagged, token, codebook) or _scored(reader, tagged, token, node, codebook)
        if frame is not None:
            last = _Told(token, frame)
            yield frame


def _may_score(value: Quantity) -> bool:
    bare = value.kind == "count" and value.unit in {"", "points"}
    return value.high is None and (bare or value.kind == "percent")


def _scored(reader: Reader, tagged: Tagged, token: Token, node: Node, codebook: Codebook) -> Frame | None:
    """ "Windows scores 71.2 on X": a number is a score where the verb says so and what it is on is named."""
    tree, value = reader.tree, token.value
    assert isinstance(value, Quantity)
    verb = tree.head(reader.whole(node))
    if verb is None or not verb.verb or verb.low not in codebook.amounts.scores:
        return None
    on = [*tree.below(verb, "prep"), *(p for p in tree.below(reader.whole(node), "prep") if value.unit)]
    for prep in on:
        target = next(tree.below(prep, "pobj"), None) if prep.low in {"on", "in", "at"} else None
        # "On the MathGauntlet test, Windows scored 71.2": what it is on may open the sentence
        if target is None or (target.i < node.i and (prep.i > 0 or prep.low != "on")):
            continue
        start, end = (target.start, target.end) if target.token is not None else tree.phrase(target)
        test = tagged.passage.text[start:end]
        reading = reader.read(value, node)
        if reading is None or reading.owner.name is None:
            return None
        if (value.unit or reading.owner.name.kind not in PRODUCT) and not _LOOKS.search(test):
            # "reached 40% in March", "gained 12 points in Frankfurt"
            continue
        if value.unit and reading.owner.name.kind not in PRODUCT:
            return None
        reading = replace(reading, attribute=None, relation=None, of_subject=False) if value.unit else reading
        return _frame(reader, tagged, token, reading, test, codebook)
    return None


def _set(reader: Reader, tagged: Tagged, token: Token, codebook: Codebook) -> Frame | None:
    """A score in one of the set phrases that name who has it, the test and the number side by side."""
    for pattern in _SET:
        found = next((m for m in pattern.finditer(tagged.text) if m["at"] == token.name), None)
        named = tagged.token(found["name"]) if found is not None else None
        if found is None or named is None:
            continue
        start, end = tagged.source(found.start("test")), tagged.source(found.end("test") - 1) + 1
        over = next((t for t in tagged.tokens if t.tag_start < found.end("test") <= t.tag_end), None)
        test = tagged.passage.text[start : over.end if over is not None else end]
        owner = reader.at(named)
        if owner.name is not None and owner.name.kind in PRODUCT and _LOOKS.search(test):
            return _frame(reader, tagged, token, Reading(owner, verb="scores"), test, codebook)
    return None


def _frame(
    reader: Reader, tagged: Tagged, token: Token, reading: Reading, test: str, codebook: Codebook
) -> Frame | None:
    """The frame of a score, with the test in what it measures."""
    value = token.value
    assert isinstance(value, Quantity)
    points = replace(value, unit="points", kind="count")
    made = frame_of(tagged, reader.tree, token, points, reading, codebook)
    if made is None:
        return None
    kept = {k: v for k, v in made.slots.items() if not value.unit or k not in {"relation", "verb", "per"}}
    slots: Mapping[str, Slot] = {**kept, "attribute": Fixed(text=f"score on {test}"), "value": value}
    product = made.kind != "quantity" or value.kind == "percent"
    return replace(made, slots=slots, kind="model_attribute" if product else "quantity", rule=NOMINAL)


def _compared(tagged: Tagged, token: Token, last: _Told, codebook: Codebook) -> Frame | None:
    """The score of another, which the words compare with the one before it; its test is the same."""
    value = token.value
    assert isinstance(value, Quantity)
    first = last.frame.slots["value"]
    assert isinstance(first, Quantity)
    if last.frame.hedge != "none" or last.frame.polarity != "affirmed":
        # "is expected to score 71.2, compared with 68.9 for Quarry 2": the other has its score already
        return None
    between, behind = tagged.text[last.token.tag_end : token.tag_start], tagged.text[token.tag_end :]
    if value.unit and value.unit != first.unit and not (first.unit == "" and value.unit == "points"):
        return None
    named = _BY.match(behind)
    if named is None or not _BEFORE.fullmatch(between):
        verbs = "|".join(sorted({*codebook.amounts.scores, *_LEADING}))
        named = re.compile(_JOINED + _WITH.format(verbs=verbs)).fullmatch(between)
        if named is None or re.match(rf"{_UNIT} (?:on|in|at) (?:the )?{_TEST}", behind):
            # "scores 71.2 on X and Quarry 2 68.9 on Y": another test
            return None
    owner = tagged.mention(named["name"])
    if owner is None:
        return None
    # where both numbers have no unit of their own, they share what the first is counted in
    same = value if value.unit else replace(value, unit=first.unit, kind=first.kind)
    slots = {k: v for k, v in last.frame.slots.items() if k in {"attribute"}}
    return replace(
        last.frame,
        slots={"subject": Names(mentions=(owner,)), **slots, "value": same},
        start=token.start,
        end=max(token.end, value.noun_end),
        mentioned=(owner,),
    )
