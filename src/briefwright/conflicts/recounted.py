"""Numbers set right, counted anew or changed: "35, not 60", "corrected for that", "cut from ten weeks to four"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefwright.conflicts.amounts import clash, unit_of
from briefwright.conflicts.cues import cue
from briefwright.conflicts.view import Told, View, by_words, conflict, sentence_of, side_of, stemmed, stems
from briefwright.model import Conflict
from briefwright.quantities import Quantity, find_quantities

_CHANGE = re.compile(
    r"\b(?:cut|reduced|raised|lowered|shortened|extended|fell|rose|grew|shrank|dropped|went|doubled|changed|trimmed)\b"
    r"[^.;]{0,60}? from (?=[^.;]{1,30} to )"
)
_FROM_TO = re.compile(r"\bfrom (?:about |some )?(?P<a>\d+\.\d+)\D{0,3} to (?:about |some )?(?P<b>\d+\.\d+)")
_OR = re.compile(r"(?P<a>\d+\.\d+)\b.{0,120}?\bor (?P<b>\d+\.\d+)\b")
_DECIMAL = re.compile(r"(?<![\w.,])\d+\.\d+(?!\w|\.\d)")


def corrections(view: View) -> Iterator[Conflict]:
    """ "35 languages, not 60": a number set right, beside the texts that have the other one."""
    for t in view.told:
        amounts = [q for q in find_quantities(t.plain) if q.kind != "ratio"]
        for m in cue("not_number").finditer(t.plain):
            if (bare := _DECIMAL.match(t.plain, m.end())) is not None and _DECIMAL.search(t.plain[: m.start()]):
                given = [x for x in view.told if x.source != t.source and bare[0] in _DECIMAL.findall(x.plain)]
                if given:
                    yield conflict(
                        "value", f"{bare[0]}, or another number: {t.source} {t.passage}", sorted(t.entities),
                        [side_of(given, sentence_of(given[0])), side_of([t])],
                        "One number is given; a text sets another against it.",
                    )  # fmt: skip
                    break
            refused = next((q for q in amounts if 0 <= q.start - m.end() <= 2), None)
            own = [q for q in amounts if refused is not None and q is not refused and clash(q, refused)]
            if refused is None or not own:
                continue
            unit = unit_of(refused) or unit_of(own[0])
            leaving = bool(cue("gone").search(t.plain))
            held = [
                x for x in view.told
                if x.source != t.source and any(
                    q.low == refused.low and (unit_of(q) == unit or (leaving and cue("exit").fullmatch(q.unit)))
                    for q in find_quantities(x.plain)
                )
                # a small number stands anywhere: then the sentences must be about one thing
                and (refused.low >= 20 or x.entities & t.entities or leaving or _one_matter(x, t, unit))
                and not (leaving and cue("anonymous").search(x.plain))
            ]  # fmt: skip
            if held:
                about = f"{refused.surface} or {own[0].surface}: {t.source} {t.passage}"
                yield conflict(
                    "participants" if leaving else "value", about,
                    sorted(t.entities.union(*(x.entities for x in held))),
                    [side_of(held, sentence_of(held[0])), side_of([t])],
                    "One number is given; a text sets another against it.",
                )  # fmt: skip
                break


def _one_matter(one: Told, other: Told, unit: str) -> bool:
    """Do two sentences share a word besides what they count?"""
    return bool((stems(one.plain) & stems(other.plain)) - stems(unit) - stemmed("bare"))


def recounts(view: View) -> Iterator[Conflict]:
    """A number as it was given, and as it stands once something is left out."""
    for t in view.told:
        if not cue("recounted").search(t.plain):
            continue
        pair = _FROM_TO.search(t.plain) or _OR.search(" ".join(x.plain for x in (*_just_before(view, t), t)))
        if pair is None or pair["a"] == pair["b"]:
            continue
        given, found = ([x for x in view.told if n in _DECIMAL.findall(x.plain)] for n in (pair["a"], pair["b"]))
        if given and found:
            yield conflict(
                "value", f"{pair['a']} or {pair['b']}: {t.source} {t.passage}",
                sorted(frozenset().union(*(x.entities for x in (*given, *found)))),
                by_words({pair["a"]: given, pair["b"]: found}),
                "One number is given; counted another way it is another.",
            )  # fmt: skip
            return


def _just_before(view: View, told: Told) -> Sequence[Told]:
    place = view.told.index(told)
    return [x for x in view.told[max(0, place - 2) : place] if (x.source, x.passage) == (told.source, told.passage)]


def changes(view: View) -> Iterator[Conflict]:
    """ "Cut from ten weeks to four" in one text; in another ten weeks as well, and then six."""
    for t in view.told:
        m = _CHANGE.search(t.plain)
        ends = find_quantities(t.plain[m.start() :]) if m is not None else ()
        if len(ends) < 2 or not ends[0].unit or ends[1].unit not in {"", ends[0].unit} or not clash(ends[0], ends[1]):
            continue
        old, new = ends[0], ends[1]
        for place, x in enumerate(view.told):
            if view.origin_of(x.source) == view.origin_of(t.source) or not _has(x, old):
                continue
            near = [y for y in view.told[place : place + 3] if (y.source, y.passage) == (x.source, x.passage)]
            about = frozenset().union(*(y.entities | stems(y.plain) for y in near))
            if not about & (t.entities | stems(t.plain)) - stems(f"{old.surface} {old.unit}"):
                continue
            after = [
                y for y in view.told[place : place + 3] if (y.source, y.passage) == (x.source, x.passage)
                and (_figures_of(y, old.unit) - {old.low})
            ]  # fmt: skip
            other = next(((y, _figures_of(y, old.unit) - {old.low}) for y in after), None)
            if other is not None and new.low not in other[1]:
                yield conflict(
                    "value", f"{old.surface}, and what became of it: {x.source} {x.passage}",
                    sorted(t.entities | x.entities),
                    [side_of([t], sentence_of(t)), side_of(dict.fromkeys((x, other[0])), sentence_of(other[0]))],
                    "Both texts give the same number as it was; as it became, they give different ones.",
                )  # fmt: skip
                return


def _has(told: Told, amount: Quantity) -> bool:
    return any(q.low == amount.low and unit_of(q) == unit_of(amount) for q in find_quantities(told.plain))


def _figures_of(told: Told, unit: str) -> set[Decimal]:
    """The numbers of a sentence that count this unit or say no unit."""
    return {q.low for q in find_quantities(told.plain) if q.kind != "ratio" and q.unit in {"", unit} and q.low > 1}
