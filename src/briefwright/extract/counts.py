"""Quantities that no rule reads: a number with its unit, in a clause that names one thing only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefwright.codebook import Codebook
from briefwright.extract.frames import Fixed, Frame, Names
from briefwright.extract.modality import hedge_of_fact, polarity_of, stance_of, voice_of
from briefwright.extract.tokens import Tagged, Token
from briefwright.names import Mention
from briefwright.quantities import Quantity

RULE = "quantity-of-clause"
#: Units that count no thing of the subject's: they measure time or are words for a part.
_IDLE = re.compile(
    r"^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|times?|ways?|things?|others?|"
    r"ones?)?$",
    re.I,
)
_SUBJECTS = "OTMFG"


def counted(readings: Sequence[Tagged], found: Sequence[Frame], codebook: Codebook) -> Iterator[Frame]:
    """A frame for each number with a unit that no frame holds yet, where one owner alone stands before it."""
    held = {(s.start, s.end) for f in found for s in f.slots.values() if isinstance(s, Quantity)}
    numbered = {"model_attribute", "architecture", "quantity", "cost", "licence", "release"}
    inside = [(f.start, f.end) for f in found if f.kind in numbered]
    for tagged in sorted(readings, key=lambda r: len(r.text)):
        for token in tagged.tokens:
            value = token.value
            if not isinstance(value, Quantity) or (value.start, value.end) in held or _IDLE.match(value.unit):
                continue
            if value.kind not in {"count", "size", "money", "percent"} or any(a <= token.start < b for a, b in inside):
                continue
            owner = _owner(tagged, token)
            if owner is None:
                continue
            held.add((value.start, value.end))
            hedge = hedge_of_fact(tagged, token.tag_start, token.tag_end, codebook.lexicon, presupposed=False)
            voice = voice_of(tagged)
            said = voice if voice and voice.core[0] <= token.tag_start < voice.core[1] else None
            yield Frame(
                kind="quantity",
                rule=RULE,
                passage=tagged.passage,
                sentence=tagged.sentence,
                start=token.start,
                end=token.end,
                slots={"subject": Names(mentions=(owner,)), "attribute": Fixed(text=value.unit), "value": value},
                polarity=polarity_of(tagged, 0, len(tagged.text)),
                hedge=hedge,
                voice=said,
                stance=stance_of(hedge, said, False),
                mentioned=(owner,),
            )


def _owner(tagged: Tagged, number: Token) -> Mention | None:
    """The one name of an organisation, team, model or product in the clause, if it stands before the number."""
    named = [t for t in tagged.tokens if isinstance(t.value, Mention) and t.name[1] in _SUBJECTS]
    voice = voice_of(tagged)
    if voice is not None:
        named = [t for t in named if voice.core[0] <= t.tag_start < voice.core[1]]
    keys = {t.value.key for t in named if isinstance(t.value, Mention)}
    if len(keys) != 1 or named[0].tag_start > number.tag_start:
        return None
    owner = named[0].value
    return owner if isinstance(owner, Mention) else None
