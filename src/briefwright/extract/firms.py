"""What a firm counts or is worth, in set phrases: "Orrin, 600 strong", "the round values the company at $400 million".

The firm is the one that the phrase names, the one that the sentence says took the money, or the only one spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefwright.codebook import Codebook
from briefwright.extract.frames import Frame
from briefwright.extract.measured import HAD
from briefwright.extract.owners import Reader
from briefwright.extract.stated import stated
from briefwright.extract.tokens import Tagged
from briefwright.names import Mention
from briefwright.quantities import Quantity
from briefwright.text import fold

_ALSO = r"(?:(?:about|some|roughly|nearly|almost|more than|over|just) ){0,2}"
#: "Orrin, now 600 strong,"
_STRONG = re.compile(rf"^[^<>]*(?P<name><[OT]\d+>),? (?:now |still |today |then )?{_ALSO}(?P<at><N\d+>) strong\b")
_RAISED = (
    r"(?:has |had |have )?(?:just |now |also )?(?:raised|raises|secured|secures|closed|closes|collected|received|"
    r"landed|completed|took in|announced)"
)
_FIRM = r"(?:it|the (?:[\w-]+ )?(?:company|firm|start-?up|laboratory|lab|business|maker|outfit|developer|group))"
_WORTH = rf"(?:values|valued|valuing|value) (?P<whom>{_FIRM}) at {_ALSO}(?P<at><N\d+>)"
#: no other firm but those that the money is from
_NO_OTHER = r"(?:[^;:<>]|<[^OT]\d+>|(?:\b(?:by|from|with|including)|,) <[OT]\d+>)*?"
#: "Orrin raised $40 million in a round | that values it at | $400 million"
_ROUND = re.compile(rf"(?:^|[,;] )(?P<name><[OT]\d+>)(?:, [^,;<>]{{3,60}},)? {_RAISED} {_NO_OTHER}\b{_WORTH}")
#: "The round values the company at | $400 million"
_BARE = re.compile(rf"^(?:The|This|That) (?:[\w-]+ )?(?:round|deal|investment|financing|funding|sale) {_WORTH}")
_UP_FROM = re.compile(rf",? (?:up|down) from {_ALSO}(?P<at><N\d+>)")


def firms(tagged: Tagged, reader: Reader, codebook: Codebook) -> Iterator[Frame]:
    """A frame for each count or worth of a firm that such a phrase gives."""
    for found in _STRONG.finditer(tagged.text):
        token, owner = tagged.token(found["at"]), tagged.mention(found["name"])
        if token is None or owner is None or not isinstance(value := token.value, Quantity):
            continue
        if value.kind == "count" and not value.unit:
            frame = stated(tagged, reader.tree, token, owner, "people", codebook)
            if frame is not None:
                slots = {**frame.slots, "value": replace(value, unit="people")}
                yield replace(frame, rule=HAD, slots=slots, end=max(frame.end, value.end))
    found_worth = _ROUND.search(tagged.text) or _BARE.search(tagged.text)
    if found_worth is None:
        return
    owner = tagged.mention(found_worth["name"]) if found_worth.re is _ROUND else _spoken_of(tagged, reader)
    if owner is None:
        return
    earlier = _UP_FROM.match(tagged.text, found_worth.end("at"))
    for at, label in ((found_worth["at"], "valuation"), (earlier["at"] if earlier else "", "earlier valuation")):
        token_at = tagged.token(at)
        if token_at is None or not isinstance(token_at.value, Quantity) or token_at.value.kind != "money":
            continue
        frame = stated(tagged, reader.tree, token_at, owner, label, codebook)
        if frame is not None:
            yield frame


def _spoken_of(tagged: Tagged, reader: Reader) -> Mention | None:
    """The one firm that "the company" can be: what the sentence before was about, where it was a firm."""
    if re.search(r"<[OTMFG]\d+>", tagged.text[: tagged.text.find(" at ")]):
        return None
    known = reader.known
    subject = known.subject if known.subject is not None and known.subject.kind in {"organisation", "team"} else None
    if subject is None or (known.body is not None and known.body.key != subject.key):
        return None
    told = fold(tagged.passage.text[: tagged.sentence.start])
    # the one that took the money in the sentence before, and not the one that gave it
    took = re.compile(
        rf"{re.escape(fold(subject.text))}(?:, [^,;]{{3,60}},)? {_RAISED} [^.]*(?:\.(?!\s+[A-Z])[^.]*)*\.\s*$"
    )
    return subject if took.search(told) else None
