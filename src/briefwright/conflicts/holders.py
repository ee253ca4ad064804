"""One thing in two hands: an office that two are said to take, a share that two hold, a maker and another one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from briefwright.conflicts.amounts import exclude_amounts, places_differ, unit_of
from briefwright.conflicts.cues import cue
from briefwright.conflicts.kin import Kin, kin
from briefwright.conflicts.names import letters
from briefwright.conflicts.roles import Role, titles
from briefwright.conflicts.view import Told, View, conflict, index, mentions, side_of, stems
from briefwright.model import Conflict, Entity
from briefwright.quantities import Quantity, find_quantities

_Names = Mapping[str, tuple[tuple[str, str], ...]]
#: Offices of which a house has one.
_ONE = re.compile(
    r"\b(?:chief \w+(?: officer)?|c[etfoi]o|head of|director of|managing director|president|chair(?:man|woman|person)?|"
    r"rector|director general|secretary[- ]general|editor[- ]in[- ]chief|research|operations|finance)\b",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:(?:takes?|took|will take|taking|has taken|have taken) (?:over|charge of)(?: as| the)?|becomes?|became|"
    r"will (?:become|head|lead|run)|is to (?:become|head|lead|run)|"
    r"(?:has been|was|is|were|been) (?:appointed|named|made)(?: as)?(?: the| its)?(?: new)?|"
    r"(?:will )?succeeds?(?: \w+)? as) (?P<office>[a-z][\w -]{3,50})"
)
_STAKE = re.compile(
    r"\b(?:owns?|owned|holds?|held|has|had|with|controls?|keeps?|of)\b(?: [\w'-]+){0,4} $", re.IGNORECASE
)
_NOT_HIM = re.compile(r"\bnot (?:the )?$")
_BELONGS = re.compile(
    r",? (?:of [\w' -]{2,30} )?(?:belongs?|belonged|is held by|are held by|is owned by|are owned by)(?: to)? (?:the )?"
)
_MAKES = (
    "made|built|manufactured|supplied|delivered|produced|designed|developed|written|assembled|cast|printed|fitted|"
    "installed|provided|trained|painted|mixed|grown"
)
_MADE_BY = re.compile(
    rf"\b(?:{_MAKES})(?: \w+){{0,2}} by (?:the )?(?:[a-z][\w-]* ){{0,4}}$|"
    r"\b(?:came|comes|come|stems?|stemmed|bought|sourced|ordered) from (?:the )?(?:[a-z][\w-]* ){0,4}$"
)
_DENIED = re.compile(
    rf"(?:\b(?:never|not|no|nothing|neither)\b|n't)[^.;]{{0,40}}\b(?:{_MAKES}|make|build|supply|deliver|produce|provide)\b"
)
_MAKER = frozenset({"organisation", "team", "person"})


def successors(view: View) -> Iterator[Conflict]:
    """Two who are said to take one office of one house, in texts of different origin of which neither names both."""
    names = index(view.entities.values())
    taken: list[tuple[str, Role, frozenset[str], Told]] = []
    for t in view.told:
        if cue("for_now").search(t.plain):
            continue
        houses = frozenset(e for e in t.entities if view.entities[e].kind == "organisation")
        for person, office in _takes(view, t, names):
            if role := frozenset(_plain(title) for title in titles(office)):
                taken.append((person, role, houses, t))
    for (who, role, here, a), (other, also, there, b) in combinations(taken, 2):
        if who == other or view.origin_of(a.source) == view.origin_of(b.source) or not role & also:
            continue
        if (here and there and not here & there) or _alike(view.entities[who], view.entities[other]):
            continue
        texts = {a.source: other, b.source: who}
        if any(p == texts.get(t.source) for p, r, _, t in taken if r & role):
            continue
        yield conflict(
            "participants", f"who takes an office: {view.name(who)} or {view.name(other)}", [who, other],
            [side_of([a]), side_of([b])], "The texts name different people for one office.",
        )  # fmt: skip


def _takes(view: View, told: Told, names: _Names) -> Iterator[tuple[str, str]]:
    """Who takes which office, by a slot or by the words of the sentence."""
    found = False
    for s in told.statements:
        who, role = s.slots.get("person"), str(s.slots.get("role") or "")
        if s.kind == "appointment" and s.polarity == "affirmed" and who in view.entities and _ONE.search(role):
            found = True
            yield str(who), role
    for m in () if found else _TAKES.finditer(told.plain):
        before = [
            e for e, _, end in mentions(told.plain, names)
            if 0 <= m.start() - end < 40 and view.entities[e].kind == "person"
        ]  # fmt: skip
        office = re.split(r" (?:at|of the|from|on|in|after|until|who|and|when|next|this|for|with) ", m["office"] + " ")[
            0
        ]
        if before and _ONE.search(office) and not cue("negation").search(told.plain[: m.start()]):
            yield before[-1], office.strip()


def _plain(title: frozenset[str]) -> frozenset[str]:
    """ "Head of research" and who takes over "research" are one office."""
    return title - {"head", "director", "lead", "chief", "new"} or title


def _alike(one: Entity, other: Entity) -> bool:
    """May the two be one person under two names?"""
    if other.id in one.same_as_doubt or one.id in other.same_as_doubt:
        return True
    a, b = (set(letters(e.name).split()) for e in (one, other))
    return bool(a & b)


def shares(view: View) -> Iterator[Conflict]:
    """One share of one company in the hands of two, in texts of different origin."""
    names, read = index(view.entities.values()), kin(view)
    held: list[tuple[Quantity, str, Told]] = []
    refused: list[tuple[Quantity, str, Told]] = []
    for t in view.told:
        found = list(mentions(t.plain, names))
        for q in find_quantities(t.plain):
            if unit_of(q) != "%" or q.low < 3:
                continue
            behind = _BELONGS.match(t.plain[q.end :])
            if behind is not None:
                owner = [e for e, start, _ in found if start == q.end + behind.end()]
            elif _STAKE.search(t.plain[: q.start]) and cue("of_shares").match(t.plain[q.end :] + " "):
                owner = [e for e, _, end in found if 0 <= q.start - end <= 50][-1:]
            elif m := re.search(
                r"\b(?:owns?|owned|holds?|held|has a stake of|has a share of)[^,;.]{0,15}$", t.plain[: q.start]
            ):
                owner = [e for e, _, end in found if 0 <= m.start() - end <= 50 and view.entities[e].kind in _MAKER][
                    -1:
                ]
            else:
                continue
            refused += [(q, e, t) for e, start, _ in found if _NOT_HIM.search(t.plain[:start])]
            owner = [e for e in owner if not any(x == e and o is t for _, x, o in refused)]
            held += [(q, e, t) for e in owner if view.entities[e].kind in _MAKER]
    for (p, one, a), (q, other, b) in ((x, y) for x in held for y in refused):
        if one == other and view.origin_of(a.source) != view.origin_of(b.source) and not exclude_amounts(p, q):
            yield conflict(
                "owner", f"whether {view.name(one)} holds {p.surface}", [one], [side_of([a]), side_of([b])],
                "A share is in the hands of one by this text; by that it is not.",
            )  # fmt: skip
    done: set[frozenset[str]] = set()
    for (p, one, a), (q, other, b) in combinations(held, 2):
        if one == other or view.origin_of(a.source) == view.origin_of(b.source) or exclude_amounts(p, q):
            continue
        if _alike(view.entities[one], view.entities[other]) or frozenset({one, other}) in done:
            continue
        # who holds as much in the same text as well holds another share
        if any(x.low == q.low and e == other and t.source == a.source for x, e, t in held):
            continue
        if any(x.low == p.low and e == one and t.source == b.source for x, e, t in held) or not _one_house(
            view, read, a, b
        ):
            continue
        done.add(frozenset({one, other}))
        yield conflict(
            "owner", f"who holds {p.surface}: {view.name(one)} or {view.name(other)}", [one, other],
            [side_of([a]), side_of([b])], "One share is in the hands of one by this text, of another by that.",
        )  # fmt: skip


def _one_house(view: View, read: Kin, one: Told, other: Told) -> bool:
    """Are two shares shares of one house? It is named in both, or a word of it is."""
    return any(not w[:1].isdigit() for w in read.words(one, other)) and not places_differ(one.plain, other.plain)


def makers(view: View) -> Iterator[Conflict]:
    """Who made or delivered a thing: one by this text, another by that; or one who has not, by his own word."""
    names, read = index(view.entities.values()), kin(view)
    made: list[tuple[str, Told]] = []
    for t in view.told:
        if t.plain.rstrip().endswith("?") or cue("negation").search(t.plain):
            continue
        for entity, start, _ in mentions(t.plain, names):
            if view.entities[entity].kind in _MAKER and _MADE_BY.search(t.plain[:start]):
                made.append((entity, t))
    for maker, a in made:
        for b in view.told:
            if (
                b is a
                or maker not in b.entities
                or not _DENIED.search(b.plain)
                or read.shared(a, b, frozenset({maker})) < 0.5
            ):
                continue
            yield conflict(
                "modality", f"whether it was {view.name(maker)}: {a.source} {a.passage}", [maker],
                [side_of([a]), side_of([b])], "Told of one here; there it is denied.",
            )  # fmt: skip
    by_thing: dict[str, list[tuple[str, Told]]] = defaultdict(list)
    for maker, t in made:
        for thing in stems(_subject(t.plain)):
            by_thing[thing].append((maker, t))
    for thing, told in sorted(by_thing.items()):
        for (one, a), (other, b) in combinations(told, 2):
            if one == other or view.origin_of(a.source) == view.origin_of(b.source):
                continue
            if _alike(view.entities[one], view.entities[other]) or read.shared(a, b, frozenset({thing})) < 0.5:
                continue
            yield conflict(
                "owner", f"who made or delivered it: {view.name(one)} or {view.name(other)}", [one, other],
                [side_of([a]), side_of([b])], "The texts name different makers of one thing.",
            )  # fmt: skip


def _subject(text: str) -> str:
    """The words before the verb by which a thing is made."""
    m = re.search(rf"\b(?:was|were|is|are|has been|had been) (?:\w+ )?(?:{_MAKES})\b|\b(?:came|comes) from\b", text)
    return " ".join(text[: m.start()].split()[-3:]) if m is not None else ""


def authors(view: View) -> Iterator[Conflict]:
    """Whose thought a thing is: somebody's by one text; by another it was not that person's."""
    names = index(view.entities.values())
    thought, refused = [], []
    for t in view.told:
        for entity, start, end in mentions(t.plain, names):
            if view.entities[entity].kind not in _MAKER:
                continue
            if cue("thought_of").match(t.plain[end:].lstrip(" ,")) or _BY_HIM.search(t.plain[:start]):
                thought.append((entity, t))
            elif _NOT_HIS.search(t.plain[:start]) and _IDEA.match(t.plain[end:]):
                refused.append((entity, t))
    for (one, a), (other, b) in ((x, y) for x in thought for y in refused):
        if one == other and view.origin_of(a.source) != view.origin_of(b.source):
            yield conflict(
                "participants", f"whether it was the thought of {view.name(one)}", [one], [side_of([a]), side_of([b])],
                "The thought of one by this text; by that it was not.",
            )  # fmt: skip


_NOT_HIS = re.compile(r"\b(?:was|is|were|are)(?: not|n't)(?: \w+)? $")
_IDEA = re.compile(r"'s? (?:own )?(?:\w+ )?(?:idea|invention|work|brainchild|doing|design|thought|discovery|merit)\b")
_BY_HIM = re.compile(
    r"\b(?:devised|invented|designed|conceived|thought up|discovered|pioneered) by (?:the )?(?:[a-z]\w* ){0,3}$"
)
