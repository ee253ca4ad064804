"""The pattern language of the codebook: one line of plain English with slots, compiled to a regular expression.

A pattern is read on a *tagged* sentence, in which every name, date, quantity, role and quotation is one token such
as `<P0>`. `{person=P}` captures a person as the slot `person`; `{P}` matches one without capturing. Classes:

  P person, or a pronoun that stands for one · PP list of people · O organisation or team · T team
  A person, organisation or team · M model, family or product · E any name · L place
  D date · N quantity · Q quotation · R role · X licence
  W one to six plain words · NP a noun phrase of up to nine words and tokens · S the rest of the clause

`~` is a gap of at most 70 characters inside the clause that passes over no person; `~~` one that passes over nothing
but plain words. `{say}` and the other lower-case names stand for the word lists below. Everything else is an ordinary
regular expression, read without regard to case; a space matches one or more spaces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefwright.codebook.linear import superlinear
from briefwright.model import KINDS, SLOTS, Kind, Problem, Refused

CLASSES: Mapping[str, str] = {
    "P": r"<[PH]\d+>",
    "PP": r"(?:(?:the |an? )?(?:<[RS]\d+>,? )?<[PH]\d+>)"

        r"(?:(?:, and |, | and |,? alongside |,? along with |,? together with |,? as well as )(?:the |"
        r"an? |two |fellow )?(?:<[OTF]\d+> )?(?:<[RS]\d+>,? )?<P\d+>)*",
    "O": r"<[OT]\d+>",
    "T": r"<T\d+>",
    "A": r"<[POTH]\d+>",
    "M": r"<[MFG]\d+>",
    "MT": r"<[MFGT]\d+>",
    "G": r"<[GX]\d+>",
    "E": r"<[POTMFGLH]\d+>",
    "S2": r"<[OTMFG]\d+>",
    "L": r"<L\d+>",
    "D": r"<D\d+>",
    "N": r"<N\d+>",
    "Q": r"<Q\d+>",
    "R": r"<R\d+>",
    "RS": r"<S\d+>",
    "OF": r"<[OTFMG]\d+>",
    "K": r"<K\d+>",
    "X": r"<X\d+>",
    "W": r"[\w'&-]+(?: [\w'&-]+){0,5}?",
    "W1": r"[\w'&-]+",
    "NP": r"(?:<\w+>|[\w'&/-]+)(?:'s)?(?: (?:<\w+>|[\w'&/-]+)(?:'s)?){0,8}?",
    "S":
        r"[^.;]{3,240}?(?=[.;]|$| but |, (?:but|while|whereas|and|which|who|although|adding|recalling|"
        r"expressing|according|said|as|even|leaving|raising|calling|highlighting|underscoring|"
        r"prompting)\b)",
    "say":
        r"(?:said|says|say|saying|told|wrote|writes|writing|posted|posts|added|adds|noted|notes|stated|"
        r"states|stating|claimed|claims"
    r"|argued|argues|admitted|admits|acknowledged|explained|insisted|insists|replied|responded|tweeted|commented|remarked|"
    r"observed|declared|asked|asks|recalled|warned|warns|quipped|joked|complained|conceded|described|describes|called|"
    r"calls|calling|praised|praises|lauded|lauds|hailed|hails|cautioned|reads|read|concluded|mused|lamented|continued|"
    r"characterised|characterized|dubbed|labelled|labeled|captured|summed|put|dismissed|wondered|expressed|declaring|mentioned|mentions|presented|presents|spoke|speaks|confirmed|announced|recounted|opined|testified|insisted|believes|voiced|phrased|signed|responded|answered|answers|countered|counters|urged|promised|pledged)",
    "be": r"(?:is|was|are|were|remains|became|has been|have been|had been)",
    "have": r"(?:has |have |had |also |has also |have also )?",
    "the": r"(?:the |a |an |another |its |their |his |her |this |these |those )?",
    # the subject of its verb: not the object of a preposition
    "free": r"(?<!\bfrom )(?<!\bof )(?<!\bby )(?<!\bwith )(?<!\bto )(?<!\bfor )(?<!\blike )"
    r"(?<!\bunlike )(?<!\bafter )(?<!\bbefore )(?<!\bthan )(?<!\bas )(?<!\bat )"
    r"(?<!\bfrom the )(?<!\bof the )(?<!\bby the )(?<!\bwith the )(?<!\bto the )(?<!\bfor the )(?<!\bat the )(?<!'s )",
    "on": r"(?:on |in |at |as of |since |by |from |during |late on |early on )?",
}  # fmt: skip

_SLOT = re.compile(r"\{(?:(\w+)=)?(\w+)\}")
#: "{0,3}", "{2}": how often, no slot
_QUANTIFIER = re.compile(r"\{\d*(?:,\d*)?\}")
GAP = r"[^.;:<]{0,70}?(?:<[OTMFGLDNRXKS]\d+>[^.;:<]{0,40}?){0,3}?"
NARROW = r"[^.;:<]{0,50}?"
#: What stands for a class or a gap while a pattern is judged: each of them is bounded or delimited by itself.
_CLASS, _GAP = "\ue000", "\ue001"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One reviewed line of the coding frame: a named pattern that makes frames of one kind.

    `presupposed`: the pattern is a noun phrase ("the appointment of …", "CTO Ada Lin"), which the sentence takes for
    granted: only a hedge inside or right before it is its own, and what the sentence relays is not.
    """

    name: str
    kind: Kind
    pattern: re.Pattern[str]
    slots: tuple[tuple[str, str], ...]
    fixed: Mapping[str, str]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    where: str
    presupposed: bool = False


def compile_rule(
    *,
    name: str,
    kind: str,
    pattern: str,
    fixed: Mapping[str, str],
    yes: tuple[str, ...],
    no: tuple[str, ...],
    where: str,
    presupposed: bool = False,
    judge: bool = True,
) -> Rule:
    """A rule from its codebook entry; raises `Refused` naming the place for anything that cannot work.

    `judge`: is the pattern to be proved linear in time? That of the package's own rules is a test.
    """

    def refuse(sentence: str) -> Refused:
        return Refused(Problem(where=where, sentence=f"rule '{name}': {sentence}"))

    if kind not in KINDS:
        raise refuse(f"unknown kind '{kind}'; use one of {', '.join(KINDS)}")
    known: Kind = next(k for k in KINDS if k == kind)
    slots: list[tuple[str, str]] = []

    def expand(found: re.Match[str]) -> str:
        slot, cls = found[1], found[2]
        if cls not in CLASSES:
            raise refuse(f"unknown class '{cls}'; use one of {', '.join(CLASSES)}")
        if slot is None:
            return CLASSES[cls]
        if slot not in SLOTS[known] and slot != "voice":
            raise refuse(f"'{slot}' is no slot of {kind}; use one of {', '.join(SLOTS[known])}")
        slots.append((slot, cls))
        return f"(?P<{slot}>{CLASSES[cls]})"

    for slot in fixed:
        if slot not in SLOTS[known]:
            raise refuse(f"'{slot}' is no slot of {kind}; use one of {', '.join(SLOTS[known])}")
    left = _QUANTIFIER.sub("", _SLOT.sub("", pattern))
    if odd := re.search(r"(?<!\\)[{}].{0,20}", left):
        told = "opens with { and does not close" if odd[0][0] == "{" else "closes with } and does not open"
        raise refuse(f"the pattern has a slot that {told}: '{odd[0]}'; write it as in {{person=P}}")
    body = pattern.replace("~~", "\x01").replace("~", "\x02")
    body = _SLOT.sub(expand, body).replace("\x01", NARROW).replace("\x02", GAP)
    try:
        compiled = re.compile(body, re.IGNORECASE)
    except re.error as error:
        raise refuse(f"the pattern cannot be read ({error.msg}); check brackets") from None
    if judge and (fault := superlinear(_SLOT.sub(_CLASS, pattern).replace("~~", _GAP).replace("~", _GAP))):
        raise refuse(f"may take more than linear time: {fault}")
    for said, list_ in (("yes", yes), ("no", no)):
        if judge and not list_:
            raise refuse(f"'{said}' is missing; give sentences that it must {'read' if said == 'yes' else 'leave'}")
    return Rule(
        name=name,
        kind=known,
        pattern=compiled,
        slots=tuple(slots),
        fixed=dict(fixed),
        yes=yes,
        no=no,
        where=where,
        presupposed=presupposed,
    )
