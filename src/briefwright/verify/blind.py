"""What the verifier does not check, counted: data for the pages and the PDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefwright.model import ARGUMENT_KINDS, Statement
from briefwright.text import normalise

#: Slots whose words come from the codebook's rule, not from the sentence.
_SUPPLIED = frozenset({"attribute", "type", "licence", "change"})


@dataclass(frozen=True, kw_only=True, slots=True)
class BlindSpot:
    """So many of the statements have this that no check proves; `told` goes on after "412 of 478 statements"."""

    told: str
    count: int


def blind_spots(statements: Iterable[Statement], names: Mapping[str, Sequence[str]]) -> tuple[BlindSpot, ...]:
    """Every blind spot with the number of statements that it touches, also where that is none.

    `names` gives every name variant of each entity id.
    """
    all_of = tuple(statements)

    def count(told: str, touched: Iterable[bool]) -> BlindSpot:
        return BlindSpot(told=told, count=sum(touched))

    return (
        count(
            "carry a sentence of the text: it is compared letter for letter, its argument is not weighed",
            (s.kind in ARGUMENT_KINDS for s in all_of),
        ),
        count(
            "have a date that was worked out: day and weekday are compared, the reasoning is only shown",
            (any(isinstance(v, Mapping) and v.get("derived") for v in s.slots.values()) for s in all_of),
        ),
        count(
            "have a word that the rule supplies, such as the name of an attribute: no passage proves it",
            (bool(_SUPPLIED & s.slots.keys()) for s in all_of),
        ),
        count(
            "name something that the cited sentence leaves to the passage around it",
            (_from_around(s, names) for s in all_of),
        ),
        count(
            "rest on a note of ours: that it is true to its article is checked where the article is at hand",
            (s.evidence.basis == "note" for s in all_of),
        ),
    )


def _from_around(statement: Statement, names: Mapping[str, Sequence[str]]) -> bool:
    cited = normalise(statement.evidence.exact)
    things = [v for v in statement.slots.values() if isinstance(v, str) and v in names]
    return any(not any(normalise(n) in cited for n in names[v]) for v in things)
