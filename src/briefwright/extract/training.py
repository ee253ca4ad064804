"""What the training of a model took: its time and its cost, which are neither the model's price nor its data.

Read are set phrases in which the model is named beside "train"; a sum that is spent on something else to train it is no
cost of the training.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.codebook import Codebook
from briefwright.extract.frames import Frame
from briefwright.extract.owners import Reader
from briefwright.extract.stated import stated
from briefwright.extract.tokens import Tagged, Token
from briefwright.names import Mention
from briefwright.quantities import Quantity

_NAME = r"(?P<name><[MF]\d+>)(?!['’‐‑-]|[ ][A-Z\d])"
_ALSO = r"(?:(?:just|only|about|some|roughly|nearly|almost|around|barely|well|a total of|an estimated) ){0,2}"
_TRAIN = r"(?:re-?)?(?:pre-?)?train"
#: "took Orrin 70 days and $23 million to train | Lumen 4": sums and times, and what they are in, up to the "to"
_SUMS = r"(?:(?:<[OT]\d+>|the (?:company|firm|lab|laboratory|team)|it|them) )?(?P<sums>[^.;:()]*?<N\d+>[^.;:()]*?)"
_TO_TRAIN = re.compile(
    rf"\b(?:took|takes|needed|needs|required|requires|spent|invested|paid|used|rented|cost) {_SUMS},? to {_TRAIN} "
    rf"(?:the |its )?{_NAME}"
)
#: between two amounts of one row: "70 days|, |2,048 cards |and |$23 million"
_ROW = re.compile(
    rf"(?: [a-z-]+(?<! to)(?<! on)(?<! in)(?<! from)(?<! into)(?<! for)){{0,2}}(?:,? (?:and )?| for | on | over )"
    rf"{_ALSO}"
)
_UNITS = re.compile(r"(?: (?!(?:on|in|from|into|for|of|with|by|as)\b)[a-z-]+){0,2},?")
#: "Lumen 4 cost $23 million to train"
_COST = re.compile(rf"{_NAME} (?:has |had )?costs? (?:(?:<[OT]\d+>|it|them) )?{_ALSO}(?P<at><N\d+>) to {_TRAIN}\b")
#: "Training Lumen 4 took eleven weeks and cost $23 million"; without a name that of the one model spoken of
_RAN = r"(?:took|lasted|ran for|ran|went on for|needed|required|cost|costs|takes|consumed|swallowed)"
_RUN = re.compile(
    rf"(?:^|, |\band )(?:[Tt]he |[Ii]ts )?(?:[Pp]re-)?[Tt]raining(?: run)?"
    rf"(?: (?:of |for )?(?:the )?{_NAME}(?: model)?)? {_RAN} "
    rf"(?:<[OT]\d+> )?{_ALSO}(?P<at><N\d+>)"
    rf"(?:[^.;:<>]*?(?: on {_ALSO}<N\d+>[^.;:<>]*?)?,? and {_RAN} (?:<[OT]\d+> )?{_ALSO}(?P<also><N\d+>))?"
)
#: "was trained on 2,048 cards for 70 days at a cost of $23 million", "trained Lumen 4 in 70 days"
_ON = rf"(?: (?:on|with|using|across) (?:a cluster of )?{_ALSO}<N\d+>(?: [\w-]+){{1,2}})?"
_TRAINED = re.compile(
    rf"(?:{_NAME} (?:was|were|has been|had been) {_TRAIN}ed|(?<!not )\b{_TRAIN}ed (?:the |its )?(?P<other><[MF]\d+>))"
    rf"(?: from scratch| from the ground up)?{_ON} (?:in|for|over|within) {_ALSO}(?P<at><N\d+>)"
    rf"(?:(?: [a-z]+)?{_ON},? (?:at a cost of|and cost|for) {_ALSO}(?P<also><N\d+>))?"
)
#: "spent $23 million on training Lumen 4"
_SPENT = re.compile(
    rf"\b(?:spent|invested|paid) {_ALSO}(?P<at><N\d+>) (?:on|in|for) (?:{_TRAIN}ing|the {_TRAIN}ing of) "
    rf"(?:the |its )?{_NAME}"
)


def training(tagged: Tagged, reader: Reader, codebook: Codebook) -> Iterator[Frame]:
    """A frame for each time or sum that the training of a model took."""
    done: set[str] = set()
    for at, named in _found(tagged):
        token = tagged.token(at)
        if token is None or at in done or (label := _label(token)) is None:
            continue
        owner = _owner(tagged, reader, token, named)
        frame = stated(tagged, reader.tree, token, owner, label, codebook) if owner is not None else None
        if frame is not None:
            done.add(at)
            yield frame


def _found(tagged: Tagged) -> Iterator[tuple[str, str]]:
    """The amounts that a phrase gives to the training, each with the name of the model, where the phrase has one."""
    text = tagged.text
    for pattern in (_COST, _SPENT, _RUN, _TRAINED):
        for found in pattern.finditer(text):
            groups = found.groupdict()
            named = groups.get("name") or groups.get("other") or ""
            for key in ("at", "also"):
                if groups.get(key):
                    yield groups[key], named
    for found in _TO_TRAIN.finditer(text):
        row = list(re.finditer(r"<N\d+>", found["sums"]))
        for i, one in enumerate(row):
            # from this amount to the last nothing but further amounts
            ends = [m.start() for m in row[i + 1 :]]
            starts = [m.end() for m in row[i:]]
            between = [found["sums"][a:b] for a, b in zip(starts, ends, strict=False)]
            if all(_ROW.fullmatch(b) for b in between) and _UNITS.fullmatch(found["sums"][starts[-1] :]):
                yield one[0], found["name"]


def _label(token: Token) -> str | None:
    value = token.value
    if not isinstance(value, Quantity):
        return None
    return {"money": "training cost", "duration": "training time"}.get(value.kind)


def _owner(tagged: Tagged, reader: Reader, token: Token, named: str) -> Mention | None:
    if not named:
        node = reader.tree.of(token)
        return reader.implied(node) if node is not None else None
    return tagged.mention(named)
