"""Roles that a line gives without a sentence: lists, signatures, rows of a table, labels and brackets.

"Ada Lin: head of research", "Release manager: Bo Tan", "Ada Lin | Chief scientist | Nova", "Ada Lin (chair)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefwright.extract.frames import Frame, Names, Slot, Words
from briefwright.extract.tokens import Role, Tagged
from briefwright.names import Mention

_OF = r"(?:,? (?:of|at|with|for|from) (?:the )?|, | \| |'s )"
_ROLE = rf"(?:the |an? |our |its |(?P<own><[OTMFG]\d+>)(?:'s)? )?(?P<role><[RS]\d+>)(?:{_OF}(?P<body><[OTMFG]\d+>))?"
_STOP = r"(?=\s*(?:[.,;|()]|<D\d+>|$)| (?:since|until|from|and|with|in|on)\b)"
#: "- Ada Lin: head of research at Nova", "Ada Lin – chair", "Ada Lin | Chief scientist | Nova"
_NAME_FIRST = re.compile(rf"^\W*?(?P<who><P\d+>)(?:, \d\d)?(?: ?: | ?[-–—|] | ?\| ?){_ROLE}{_STOP}")
#: "Ada Lin, chief scientist, Nova": a line that is nothing else
_SIGNED = re.compile(rf"^\W*?(?P<who><P\d+>), {_ROLE}[.]?$")
#: "Release manager: Bo Tan."
_ROLE_FIRST = re.compile(
    r"(?:^|[.;] |\| )(?P<label>(?:[A-Z][\w-]+ ){0,3})(?P<role><[RS]\d+>)(?: (?:of|at) (?P<body><[OTMFG]\d+>))?"
    r"(?: ?: ?| ?\| ?)(?P<who><P\d+>)(?=\s*(?:[.,;|()]|and\b|$))"
)
#: "Ada Lin (chair)", "Bo Tan (acting director of research)", "Cy Roe (Nova's chief executive)"
_BRACKETS = re.compile(rf"(?P<who><P\d+>) \({_ROLE}(?:[,;] [^()]{{0,60}})?\)")


#: "Its | chief executive, Ada Lin, said": what opens a sentence
_OPENS_WITH_ITS = re.compile(r"^\W*Its (?:(?:new|current|outgoing|former|acting|interim) )?$")


def of_its(frame: Frame, tagged: Tagged, before: Sequence[Mention]) -> Frame:
    """A role that opens its sentence with "Its" is held at the only body that the sentences before name."""
    role = frame.slots.get("role")
    if frame.kind != "role" or "organisation" in frame.slots or not isinstance(role, Words):
        return frame
    bodies = {m.key: m for m in before if m.kind == "organisation"}
    opening = tagged.passage.text[tagged.sentence.start : role.start]
    if len(bodies) != 1 or not _OPENS_WITH_ITS.search(opening):
        return frame
    return replace(frame, slots={**frame.slots, "organisation": Names(mentions=tuple(bodies.values()))})


def role_lines(tagged: Tagged) -> Iterator[Frame]:
    """Every role that the form of the line, and no verb, gives to a person."""
    seen: set[tuple[str, str]] = set()
    for pattern in (_NAME_FIRST, _SIGNED, _ROLE_FIRST, _BRACKETS):
        for found in pattern.finditer(tagged.text):
            who, role = tagged.token(found["who"]), tagged.token(found["role"])
            body = tagged.token(found["body"] or (found["own"] if "own" in pattern.groupindex else None))
            if who is None or role is None or not isinstance(role.value, Role) or not isinstance(who.value, Mention):
                continue
            if role.value.plural or (who.name, role.name) in seen:
                continue
            seen.add((who.name, role.name))
            slots: dict[str, Slot] = {
                "person": Names(mentions=(who.value,)),
                "role": Words(text=role.value.text, start=role.start, end=role.end),
            }
            if body is not None and isinstance(body.value, Mention):
                slots["organisation"] = Names(mentions=(body.value,))
            yield Frame(
                kind="role",
                rule="parsed-role-line",
                passage=tagged.passage,
                sentence=tagged.sentence,
                start=min(who.start, role.start),
                end=max(who.end, role.end),
                slots=slots,
                polarity="affirmed",
                hedge="none",
                voice=None,
                stance="stated",
                mentioned=(who.value,),
                presupposed=True,
            )
