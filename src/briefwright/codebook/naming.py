"""Patterns that tell what a name names, built once from the words of the lexicon: what products and companies do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Naming:
    """What the words beside a name say of it; each pattern is matched right behind the name, or searched before it."""

    #: "Kiln was released", "Kiln runs on": behind a product
    does: re.Pattern[str]
    #: "repaired the | Kiln": before one
    handled: re.Pattern[str]
    #: "released | Kiln", "the launch of | Kiln": before one
    made: re.Pattern[str]
    #: "Article 5", "Phase 2": numbered, and no product
    numbered: re.Pattern[str]
    #: "Nova owns", "Nova had lost three of its engineers": behind a company
    company_does: re.Pattern[str]
    #: "Indian chip designer | Nova": before a company
    maker: re.Pattern[str]
    #: "the fund | Tern Hill": before a body
    body_before: re.Pattern[str]
    #: "deliveries to | Nova", "late of | Nova": before a body
    body_beside: re.Pattern[str]
    #: "Nova's | campus", "Nova's | workforce": behind a body
    body_has: re.Pattern[str]
    #: "speaks | Cebuano": before a language
    spoken: re.Pattern[str]


def naming(data: object) -> Naming:
    """Build the patterns from the mapping `name_signs` of the lexicon."""
    assert isinstance(data, dict)
    words: Mapping[str, tuple[str, ...]] = {str(k): tuple(map(str, v)) for k, v in data.items()}

    def one(*keys: str) -> str:
        return _any_of(word for key in keys for word in words[key])

    be = r"(?:is|was|has been|will be|had been|are|were)"
    when = r"(?:now |then |also |being |already |still )?"
    return Naming(
        does=re.compile(
            rf"^(?:, which| which|, who)? (?:{be} {when}(?:{one('product_undergoes')})|(?:can |could |will )?"
            rf"(?:{one('product_does')})|(?:{one('product_numbers')}) (?:up to |about |around |over |some )?\W?\d|"
            rf"(?:has|have|had|with) (?:[\w.,-]+ ){{0,4}}?(?:{one('product_parts')})|uses? (?:a|an|\d))\b|"
            rf"^,? (?:with|at) (?:about |around |up to |some )?[\d.,]+ ?(?:[BMTK]|(?:{one('scales')}))? ?"
            rf"(?:{one('product_parts')})\b",
            re.IGNORECASE,
        ),
        handled=re.compile(rf"\b(?:{one('product_handled')}) (?:the|an?|your|their|my|our) $", re.IGNORECASE),
        made=re.compile(
            rf"\b(?:{one('product_made')}) (?:the |its |an? |their )?(?:all )?(?:[\d,.]+ (?:of )?(?:its |the )?)?"
            r"(?:new |open |older |latest |first |next )?$",
            re.IGNORECASE,
        ),
        numbered=re.compile(rf"^(?:{one('numbered')})[ -]?\d", re.IGNORECASE),
        company_does=re.compile(
            rf"^(?:, which)? (?:{one('company_does')}|(?:has |had |have )?(?:{one('company_sheds')}) (?:\w+ ){{0,4}}of "
            rf"its|(?:has |had |will |would )?(?:{one('company_its')}) its|(?:has |had )?(?:{one('company_did')})|"
            r"sells(?! (?:for|at)\b)|raised [$€£¥\d])\b"
        ),
        maker=re.compile(
            rf"\b(?:{one('maker_things')}|[A-Z][a-z]+(?:ese|ish|an|ian|ean|ch|i)|based)(?:[ -](?:based|chip|software|"
            rf"model|robotics|AI|hardware|\w+))? (?:{one('maker_nouns')}) $"
        ),
        body_before=re.compile(rf"\b(?:{one('body_nouns')}),? $"),
        body_beside=re.compile(
            rf"\b(?i:{one('body_beside')}) (?:the )?"
            r"(?:[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}(?:, | and |, and | or ))*$"
        ),
        body_has=re.compile(rf"^'s? (?:[\w-]+ ){{0,2}}?(?:{one('body_possessions')})\b"),
        spoken=re.compile(rf"\b(?:{one('spoken')}) (?:[A-Z][\w-]+, )*$", re.IGNORECASE),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))
