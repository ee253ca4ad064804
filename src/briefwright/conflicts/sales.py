"""Who holds how much of a company, what is offered for it, and whether there are talks at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from briefwright.conflicts.amounts import exclude_amounts, unit_of
from briefwright.conflicts.cues import cue
from briefwright.conflicts.kin import kin
from briefwright.conflicts.view import Told, View, conflict, index, mentions, side_of
from briefwright.model import Conflict
from briefwright.quantities import Quantity, find_quantities
from briefwright.text import fold

_OWNERS = frozenset({"organisation", "person", "team"})
#: How far from the name of the holder its share may stand.
_NEAR = 60
#: What two sentences share that name no company in common and still speak of one deal.
_ONE_MATTER = 0.5


def stakes(view: View) -> Iterator[Conflict]:
    """How large the share of one holder is, in different texts."""
    names = index(view.entities.values())
    held: dict[str, list[tuple[Quantity, Told]]] = defaultdict(list)
    for t in view.told:
        for q in find_quantities(t.plain):
            if unit_of(q) != "%" or not _is_stake(t.plain, q):
                continue
            before = [
                e for e, _, end in mentions(t.plain, names)
                if 0 <= q.start - end <= _NEAR and view.entities[e].kind in _OWNERS
            ]  # fmt: skip
            if before:
                held[before[-1]].append((q, t))
    yield from _differing(view, held, "share of")


def _is_stake(text: str, q: Quantity) -> bool:
    before, after = text[max(0, q.start - _NEAR) : q.start], text[q.end : q.end + 40]
    return bool(cue("holds").search(before) or cue("of_shares").match(after)) and not cue("moved").search(
        before + after
    )


def offers(view: View) -> Iterator[Conflict]:
    """What somebody is said to offer for a company: three billion here, 2.6 billion there."""
    names = index(view.entities.values())
    asked: dict[str, list[tuple[Quantity, Told]]] = defaultdict(list)
    for text, t in _with_questions(view):
        if not cue("deal").search(text) or cue("share_price").search(text):
            continue
        money = [q for q in find_quantities(text) if q.kind == "money" and q.low >= 100_000]
        bidders = [e for e, _, _ in mentions(text, names) if view.entities[e].kind in _OWNERS]
        if len(money) == 1:
            for bidder in dict.fromkeys(bidders):
                asked[bidder].append((money[0], t))
    yield from _differing(view, asked, "what is offered:")


def _with_questions(view: View) -> Iterator[tuple[str, Told]]:
    """The sentences, and what an interviewer puts to somebody, with the first sentence of the answer."""
    for t in view.told:
        yield t.plain, t
    for source, passage, start, text in view.unread:
        answer = next((
            t for t in view.told
            if t.source == source and t.start > start and int(t.passage[1:]) - int(passage[1:]) == 1
        ), None)  # fmt: skip
        if answer is not None:
            yield fold(text), answer


def _differing(view: View, held: dict[str, list[tuple[Quantity, Told]]], about: str) -> Iterator[Conflict]:
    done: set[frozenset[str]] = set()
    for holder, found in sorted(held.items()):
        clash = [
            (a, b) for a, b in combinations(found, 2)
            if view.origin_of(a[1].source) != view.origin_of(b[1].source)
            and unit_of(a[0]) == unit_of(b[0]) and exclude_amounts(a[0], b[0])
            # a text that has both knows of both
            and not any(x[0].low == b[0].low for x in found if x[1].source == a[1].source)
            and not any(x[0].low == a[0].low for x in found if x[1].source == b[1].source)
        ]  # fmt: skip
        sides: dict[object, list[Told]] = defaultdict(list)
        for q, t in dict.fromkeys(item for pair in clash for item in pair):
            sides[q.low].append(t)
        key = frozenset(f"{t.source} {t.passage} {t.start}" for group in sides.values() for t in group)
        if clash and key not in done:
            done.add(key)
            yield conflict(
                "value", f"{about} {view.name(holder)}", [holder], [side_of(g) for g in sides.values()],
                "The numbers given for the same differ.",
            )  # fmt: skip


def talks(view: View) -> Iterator[Conflict]:
    """That somebody talks of buying or selling, or has offered; and that there are no talks and no offer."""
    names, read = index(view.entities.values()), kin(view)
    for place, t in enumerate(view.told):
        if not cue("no_deal").search(t.plain) or t.plain.rstrip().endswith("?"):
            continue
        houses = {e for e in t.entities if view.entities[e].kind == "organisation"}
        near = [
            x for x in view.told[max(0, place - 4) : place]
            if (x.source, x.passage) == (t.source, t.passage) and _deal_told(x)
        ]  # fmt: skip
        far = [
            x for x in view.told
            if view.origin_of(x.source) != view.origin_of(t.source) and _deal_told(x)
            and (houses & x.entities or read.shared(x, t) >= _ONE_MATTER or any(n.entities & x.entities for n in near))
            and any(view.entities[e].kind == "organisation" for e, _, _ in mentions(x.plain, names))
        ]  # fmt: skip
        if near or far:
            yield conflict(
                "modality", f"whether a sale is talked of: {t.source} {t.passage}",
                sorted(t.entities | frozenset().union(*(x.entities for x in (*near, *far)))),
                [side_of([*near, *far]), side_of([t])], "Told or rumoured in one place, denied in another.",
            )  # fmt: skip


def _deal_told(told: Told) -> bool:
    text = told.plain
    return bool(
        cue("deal_told").search(text) and not cue("no_deal").search(text) and not cue("if_deal").search(text)
        and not cue("no_comment").search(text)
        and not text.rstrip().endswith("?")
    )  # fmt: skip
