"""What a text itself sets against something else: officially this, in fact that; not one but the other; harm, none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefwright.conflicts.amounts import exclude_amounts
from briefwright.conflicts.cues import cue
from briefwright.conflicts.view import Told, View, conflict, index, mentions, side_of, stemmed, stems
from briefwright.dates import find_dates, overlap
from briefwright.model import Conflict, ConflictType
from briefwright.quantities import find_quantities

#: "on the 23rd": a day of a month that has been spoken of.
_NTH = re.compile(r"\b(?:on|by|until) the (?:\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:th|st|nd|rd))\b")
#: An entity that so many sentences name is what the whole corpus is about.
_RARE = 25
_EXACT = frozenset({"day", "month", "part-of-month", "year"})
_NOT_BUT = re.compile(
    r"\b[Nn]ot (?:(?:to|by|from|with|for|at|in|of) (?:the )?)?(?P<a>[A-ZÀ-Þ][^;.()]{2,80}?),? but "
    r"(?:(?:to|by|from|with|for|at|in|of) )?(?:the (?:[a-z][\w-]* ){0,4})?(?P<b>[A-ZÀ-Þ])"
)
_CLAIMED = re.compile(
    r"\bas (?:was |had been |is |has been )?(?:stated|announced|reported|claimed|said|told|written|the)\b"
)


def officially(view: View) -> Iterator[Conflict]:
    """ "Officially she stays until March. In fact her desk will be empty on the 23rd": a version, and what is so."""
    for place, t in enumerate(view.told):
        m = cue("officially").search(t.plain)
        if m is None or t.plain.rstrip().endswith("?"):
            continue
        after = [x for x in view.told[place + 1 : place + 3] if (x.source, x.passage) == (t.source, t.passage)]
        against = next((x for x in after if cue("in_fact").search(x.plain)), None)
        if against is None and after and cue("own_version").search(t.plain):
            # the version of one side, and right after it somebody else's own words
            against = next((x for x in after[:1] if any(s.kind == "quote" for s in x.statements)), None)
        if against is None:
            continue
        yield conflict(
            _matter(t.plain, against.plain), f"a version, and what is told against it: {t.source} {t.passage}",
            sorted(t.entities | against.entities), [side_of([t]), side_of([against])],
            "The text itself sets the one against the other.",
        )  # fmt: skip


def _matter(one: str, other: str) -> ConflictType:
    days = [[d.value for d in find_dates(x) if d.precision in _EXACT] for x in (one, other)]
    nth = [_NTH.search(x) for x in (one, other)]
    if any(days[n] and nth[1 - n] and not days[1 - n] for n in (0, 1)):
        return "time"
    if all(days) and not any(overlap(x, y) for x in days[0] for y in days[1]):
        return "time"
    amounts = [[q for q in find_quantities(x) if q.kind not in {"ratio", "multiple"}] for x in (one, other)]
    if all(len(a) == 1 for a in amounts) and exclude_amounts(amounts[0][0], amounts[1][0]):
        return "value"
    return "modality"


def not_but(view: View) -> Iterator[Conflict]:
    """ "Not Ada Lin, as was announced, but Rex Holm": the one named, and the texts that name the other."""
    names = index(view.entities.values())
    for t in view.told:
        m = _NOT_BUT.search(t.plain)
        if m is None:
            continue
        found = list(mentions(t.plain, names))
        refused = next((e for e, start, _ in found if start == m.start("a")), None)
        instead = next((e for e, start, _ in found if start == m.start("b")), None)
        if refused is None or instead is None or refused == instead:
            continue
        if view.entities[refused].kind != view.entities[instead].kind:
            continue
        announced = _CLAIMED.search(t.plain)
        own = stems(t.plain)
        told = [
            x for x in view.told
            if x.source != t.source and refused in x.entities and instead not in x.entities
            and (announced or (own & stems(x.plain)) - stemmed("bare") - stems(view.name(refused)))
        ]  # fmt: skip
        if told:
            yield conflict(
                "participants" if view.entities[refused].kind == "person" else "owner",
                f"not {view.name(refused)} but {view.name(instead)}", [refused, instead],
                [side_of(told), side_of([t])], "Another one is named; a text says that it is not so.",
            )  # fmt: skip


def links(view: View) -> Iterator[Conflict]:
    """A leaving had nothing to do with a thing by one text; by another it came of it."""
    apart, linked = [], []
    for place, t in enumerate(view.told):
        back = [
            x.plain for x in view.told[max(0, place - 2) : place + 1] if (x.source, x.passage) == (t.source, t.passage)
        ]
        if t.plain.rstrip().endswith("?") or not any(cue("leaving").search(x) or cue("forced").search(x) for x in back):
            continue
        if cue("unrelated").search(t.plain):
            apart.append(t)
        elif cue("linked").search(t.plain) and not cue("negation").search(t.plain):
            linked.append(t)
    pairs = [(a, b) for a in apart for b in linked if view.origin_of(a.source) != view.origin_of(b.source)]
    if pairs:
        yield conflict(
            "modality", "whether a leaving came of something",
            sorted(frozenset().union(*(b.entities for _, b in pairs))),
            [side_of(dict.fromkeys(a for a, _ in pairs)), side_of(dict.fromkeys(b for _, b in pairs))],
            "It had nothing to do with it by one text; by another it had.",
        )  # fmt: skip


def harms(view: View) -> Iterator[Conflict]:
    """Nobody came to harm by one text; by another somebody did."""
    unhurt = [t for t in view.told if cue("unharmed").search(t.plain)]
    hurt = [
        t for t in view.told
        if cue("harmed").search(t.plain) and t not in unhurt and not cue("harm_ahead").search(t.plain)
        and cue("negation").search(t.plain[: cue("harmed").search(t.plain).start()]) is None  # type: ignore[union-attr]
    ]  # fmt: skip
    pairs = [(a, b) for a in unhurt for b in hurt if _other_voice(view, a, b)]
    if pairs:
        yield conflict(
            "modality", "whether anybody came to harm", sorted(frozenset().union(*(b.entities for _, b in pairs))),
            [side_of(dict.fromkeys(a for a, _ in pairs)), side_of(dict.fromkeys(b for _, b in pairs))],
            "Nobody did by one text; by another somebody did.",
        )  # fmt: skip


def _other_voice(view: View, one: Told, other: Told) -> bool:
    """Another text; or another sentence of one passage, which has the denial from somebody."""
    if view.origin_of(one.source) != view.origin_of(other.source):
        return True
    near = (one.source, one.passage) == (other.source, other.passage)
    return near and bool(cue("tells").search(one.plain))


def unproven(view: View) -> Iterator[Conflict]:
    """What unnamed people report of somebody, and a text that says that nobody has shown a proof of it."""
    frequent, names = Counter(e for t in view.told for e in t.entities), index(view.entities.values())
    for t in view.told:
        if not cue("unproven").search(t.plain):
            continue
        about = {e for e, _, _ in mentions(view.passage(t), names)}
        rare = {
            e for e in about if view.entities[e].kind in {"organisation", "product", "model"} and frequent[e] <= _RARE
        }
        claims = [
            x for x in view.told
            if view.origin_of(x.source) != view.origin_of(t.source) and rare & x.entities
            and cue("anonymous").search(x.plain) and cue("tells").search(x.plain)
        ]  # fmt: skip
        if claims:
            yield conflict(
                "modality", f"a report without proof: {', '.join(view.name(e) for e in sorted(rare))}", sorted(rare),
                [side_of(claims), side_of([t])], "Reported by unnamed people; another text finds no proof.",
            )  # fmt: skip
