"""Comings and goings that a line of a personnel column gives without a verb of its own.

"Out at Nova: Ada Lin, head of sales.", "Retiring: Bo Tan, secretary, Nova.", "Appointed: Cy Roe to fellow of the Orrin
Society.", "Ada Lin: promoted from engineer to head of design, Nova.", "Bo Tan – formerly controller, Nova – to Orvane
as finance chief."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.extract.asserting import Colour
from briefwright.extract.comings import arrived, gone, joined
from briefwright.extract.frames import Frame, Slot, Words
from briefwright.extract.framing import fixed, made, name
from briefwright.extract.syntax import Syntax
from briefwright.extract.tokens import Role
from briefwright.names import Mention

_PLAIN = Colour()
_BODY = r"<[OT]\d+>"
_OF = r"(?:,? (?:of|at|with) (?:the )?|, )"
_ROLE = rf"(?:the |an? |its )?(?P<role><R\d+>)(?:{_OF}(?P<body>{_BODY}))?"
_END = r"(?=\s*(?:[.;,(]|$)| (?:on|in|from|since|until|after|with effect)\b)"
#: "Out at Nova: Ada Lin, head of sales", "Retiring after many years: Bo Tan, secretary, Nova"
_OUT = re.compile(
    rf"^\W*(?P<word>Out|Leaving|Departing|Departed|Retiring|Retired|Resigned|Resigning|Stepping down|Gone)"
    rf"(?: (?:at|from) (?:the )?(?P<house>{_BODY})|(?: [a-z]+| <[ND]\d+>){{1,6}})? ?: "
    rf"(?P<who><P\d+>)(?:, {_ROLE})?{_END}"
)
#: "In: Ada Lin", "In at Nova: Bo Tan, head of sales", "Appointed: Cy Roe as chair of Nova", "Elected: … to fellow of …"
_IN = re.compile(
    rf"^\W*(?P<word>In|Appointed|Named|Promoted|Elected|Re-elected|Hired|Incoming)"
    rf"(?: (?:at|by|to) (?:the )?(?P<house>{_BODY}))? ?: (?:<R\d+>\.? |<R\d+>․ )?(?P<who><P\d+>)(?: \([^()]{{1,60}}\))?"
    rf"(?:(?:,| as| to| to be) {_ROLE})?{_END}"
)
#: "Ada Lin: promoted from engineer to head of design, Nova", "Bo Tan: appointed head of sales at Nova"
_LABELLED = re.compile(
    rf"^\W*(?P<who><P\d+>) ?: (?P<word>promoted|appointed|named|elected|elevated|moved up)(?: from <R\d+>)?"
    rf"(?: to| as| to be)? {_ROLE}{_END}"
)
#: "Ada Lin – formerly controller, Nova – to Orvane as finance chief", "Bo Tan to Nova as head of sales"
_TO = re.compile(
    rf"^\W*(?P<who><P\d+>)(?:(?:,| ?[-–—(]) ?(?:(?:formerly|previously|ex|most recently) )(?P<was><R\d+>)?"
    rf"(?:(?:,| of| at)? ?(?:the )?(?P<old>{_BODY}))?(?: ?[-–—,)]))?,? to (?:the )?(?P<body>{_BODY}),? as (?:its )?"
    rf"(?P<role><R\d+>){_END}"
)


def column_lines(tree: Syntax) -> Iterator[Frame]:
    """Every coming and going that the form of the line tells."""
    text = tree.tagged.text
    if (found := _OUT.match(text)) is not None:
        yield from _went(tree, found)
    for pattern in (_IN, _LABELLED):
        if (found := pattern.match(text)) is not None:
            yield from _came(tree, found)
    if (found := _TO.match(text)) is not None:
        yield from _moved(tree, found)


def _words(tree: Syntax, label: str | None) -> Words | None:
    token = tree.tagged.token(label)
    if token is None or not isinstance(token.value, Role) or token.value.plural:
        return None
    return Words(text=token.value.text, start=token.start, end=token.start + len(token.value.text))


def _places(tree: Syntax, *labels: str | None) -> list[int]:
    """The words of the parse that stand for the tokens of a match."""
    tokens = [t for label in labels if (t := tree.tagged.token(label)) is not None]
    return [i for i, t in enumerate(tree.tokens) if t is not None and t in tokens]


def _held(tree: Syntax, who: Mention, role: Words | None, body: Mention | None, at: list[int], former: bool = False) \
        -> Iterator[Frame]:  # fmt: skip
    if role is not None:
        slots: dict[str, Slot | None] = {"person": name(who), "role": role, "organisation": name(body)}
        slots["tense"] = fixed("former") if former else None
        yield made(tree, "role", "parsed-role-line", at, slots, _PLAIN, presupposed=True)


def _went(tree: Syntax, found: re.Match[str]) -> Iterator[Frame]:
    who, role = tree.tagged.mention(found["who"]), _words(tree, found["role"])
    body = tree.tagged.mention(found["house"]) or tree.tagged.mention(found["body"])
    at = _places(tree, found["who"], found["role"])
    if who is None or not at:
        return
    word = found["word"].casefold()
    stands = Colour(future=word.endswith("ing") or word == "stepping down")
    yield from gone(tree, "parsed-departure-told", at, (who,), stands, manner=word, body=body, role=role)
    yield from _held(tree, who, role, body, at)


def _came(tree: Syntax, found: re.Match[str]) -> Iterator[Frame]:
    who, role = tree.tagged.mention(found["who"]), _words(tree, found["role"])
    house = tree.tagged.mention(found["house"]) if "house" in found.re.groupindex else None
    at = _places(tree, found["who"], found["role"])
    if who is None or not at or (role is None and found["word"] not in {"In", "Hired"}):
        return
    if found["word"].casefold() in {"in", "incoming"}:
        yield from arrived(
            tree, "parsed-appointment-takes", at, (who,), _PLAIN, manner="took over",
            body=house or tree.tagged.mention(found["body"]), role=role if house is not None else None,
        )  # fmt: skip
        return
    yield from arrived(
        tree, "parsed-appointment", at, (who,), _PLAIN, manner="hired" if role is None else "appointed",
        body=tree.tagged.mention(found["body"]) or house, role=role,
    )  # fmt: skip


def _moved(tree: Syntax, found: re.Match[str]) -> Iterator[Frame]:
    who, body = tree.tagged.mention(found["who"]), tree.tagged.mention(found["body"])
    old, role = tree.tagged.mention(found["old"]), _words(tree, found["role"])
    at = _places(tree, found["who"], found["role"])
    if who is None or body is None or role is None:
        return
    stands = Colour(future=True)
    yield from arrived(tree, "parsed-appointment-takes", at, (who,), stands, manner="became", body=body, role=role)
    yield from joined(tree, at, (who,), body, stands)
    yield from _held(tree, who, _words(tree, found["was"]), old, _places(tree, found["who"], found["was"]), former=True)
