"""Who left, how many, what they left, and whether they wanted to."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from briefwright.conflicts.cues import cue, table, words
from briefwright.conflicts.view import Told, View, conflict, index, mentions, side_of
from briefwright.model import Conflict, Side, Statement

#: Before the noun: "two key team members", "four of her colleagues".
_BETWEEN = r"(?:(?!and|or|than|to|with)[\w-]+ ){0,4}?"
#: The "two people familiar with the matter" tell of it; they did not leave.
_TELLERS = r"(?! (?:familiar|with|close|briefed|who (?:said|told|know)|said|told|say|posted))"
_AHEAD = frozenset({"scenario", "risk", "recommendation"})
_COUNTS = frozenset({"quantity-left", "quantity-lost", "quantity-left-with"})
_FAREWELL = "announcement-farewell"


def counts(view: View) -> Iterator[Conflict]:
    """How many left: two here, several there."""
    found: list[tuple[int, int, Told]] = []
    for t in view.told:
        found += [
            (*_number(str(s.slots.get("value"))), t)
            for s in t.statements
            if s.rule in _COUNTS and not re.search(rf"\bof (?:the|its|their) {_spelling(s)}\b", t.plain, re.I)
        ]
        # what may come is no count of those who went
        if not cue("gone").search(t.plain) or any(s.kind in _AHEAD or s.hedge != "none" for s in t.statements):
            continue
        for m in _counted().finditer(t.plain):
            low, high = _number(m["n"])
            if 2 <= low <= 99 and not re.search(
                r"\b(?:of (?:whom|the|its|their)|according to|another|say|said|told by) $", t.plain[: m.start()], re.I
            ):
                found.append((low, high, t))
    clash = [
        (a, b) for a, b in combinations(found, 2)
        if (a[1] < b[0] or b[1] < a[0]) and a[2].source != b[2].source
    ]  # fmt: skip
    if clash:
        sides: dict[tuple[int, int], list[Told]] = {}
        for low, high, t in dict.fromkeys(sorted((x for pair in clash for x in pair), key=lambda x: x[:2])):
            sides.setdefault((low, high), []).append(t)
        yield conflict(
            "participants", "how many left", [], [side_of(group) for group in sides.values()],
            "The texts count those who left differently.",
        )  # fmt: skip


def _number(spelled: str) -> tuple[int, int]:
    """What a number word can mean; nothing at all where it is none."""
    plain = spelled.casefold()
    value = table("numbers").get(plain) or table("vague_numbers").get(plain) or plain
    low, _, high = value.partition("–")
    return (int(low), int(high or low)) if low.isdecimal() else (0, 999)


def _spelling(s: Statement) -> str:
    """The number of a statement in figures or as a word."""
    value = str(s.slots.get("value"))
    return "|".join((re.escape(value), *(w for w, n in table("numbers").items() if n == value)))


@functools.cache
def _counted() -> re.Pattern[str]:
    """A number of people of a team or company, not of those who tell of it."""
    numbers = "|".join((*table("numbers"), *table("vague_numbers")))
    return re.compile(
        rf"(?<![\w-])(?P<n>\d{{1,3}}|{numbers}) {_BETWEEN}(?:{'|'.join(sorted(words('members')))})\b{_TELLERS}", re.I
    )


def participants(view: View) -> Iterator[Conflict]:
    """Who left, and who took leave: two lists that share somebody, each with a name that the other lacks."""
    left: dict[str, dict[str, Statement]] = defaultdict(dict)
    bade: dict[str, dict[str, Statement]] = defaultdict(dict)
    for finding in view.findings:
        for s in (view.statements[i] for i in finding.statements):
            if s.hedge != "none" or s.polarity != "affirmed":
                continue
            person = s.slots.get("person") if finding.kind == "departure" else s.slots.get("agent")
            if isinstance(person, str) and person in view.entities:
                if finding.kind == "departure":
                    left[s.evidence.source].setdefault(person, s)
                elif s.rule == _FAREWELL:
                    bade[s.evidence.source].setdefault(person, s)
    names = index(view.entities.values())
    for t in view.told:
        # "…, among them A and B, posted public goodbyes": the names before the verb are those who say goodbye
        if (m := cue("goodbye").search(t.plain)) is not None:
            for person, start, _ in mentions(t.plain, names):
                if start < m.start() and view.entities[person].kind == "person":
                    bade[t.source].setdefault(person, t.best)
    sources = sorted({*left, *bade})
    lists = {s: (frozenset(left[s]), frozenset(bade[s]) - frozenset(left[s])) for s in sources}
    whole = {s: gone | greeted for s, (gone, greeted) in lists.items()}
    clash = [
        s
        for one, other in combinations(sources, 2)
        if view.origin_of(one) != view.origin_of(other)
        and _cross(whole[one], whole[other])
        and (len(whole[one] & whole[other]) > 1 or (_in_one_breath(left[one]) and _in_one_breath(left[other])))
        for s in (one, other)
    ]
    sides: dict[tuple[frozenset[str], frozenset[str]], list[str]] = {}
    for source in dict.fromkeys(clash):
        sides.setdefault(lists[source], []).append(source)
    if len(sides) > 1:
        yield conflict(
            "participants", "who left, and who took leave",
            sorted({p for gone, greeted in sides for p in gone | greeted}),
            [
                Side(
                    text="; ".join(
                        f"{word}: {', '.join(view.name(p) for p in sorted(names))}"
                        for word, names in (("named as having left", key[0]), ("named as saying goodbye", key[1]))
                        if names
                    ),
                    statements=tuple(
                        dict.fromkeys(
                            held[s][p].id for s in group for held, names in ((left, key[0]), (bade, key[1]))
                            for p in sorted(names)
                        )
                    ),
                )
                for key, group in sides.items()
            ],
            "The texts name different people. A farewell is not by itself a departure, so the two are told apart.",
        )  # fmt: skip


def _in_one_breath(told: Mapping[str, Statement]) -> bool:
    """Do those who left stand in one passage, as a list? One who is told of elsewhere may have left another time."""
    return len({s.evidence.passage for s in told.values()}) == 1


def _cross(a: frozenset[str], b: frozenset[str]) -> bool:
    """Two lists that share somebody, and neither is a shorter form of the other."""
    return bool(a & b) and not a <= b and not b <= a


def scopes(view: View) -> Iterator[Conflict]:
    """What somebody left: the company here, only a team or project there, and open in a third place."""
    left: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for finding in view.findings:
        for s in (view.statements[i] for i in finding.statements if finding.kind == "departure"):
            unit = s.slots.get("organisation")
            if s.hedge == "none" and s.polarity == "affirmed" and isinstance(unit, str) and unit in view.entities:
                company = view.entities[unit].kind == "organisation"
                left[str(s.slots["person"])]["company" if company else "team"].append(s)
    unclear = [t for t in view.told if cue("what_open").search(t.plain)]
    shared = False
    for person, by_kind in sorted(left.items()):
        open_for = [t for t in unclear if person in view.people(t)]
        # a text that leaves it open takes nothing back of what it tells besides
        away = {t.source for t in open_for}
        groups = [[s for s in g if s.evidence.source not in away] for _, g in sorted(by_kind.items())]
        sides = [Side(text=g[0].text, statements=tuple(s.id for s in g)) for g in groups if g]
        if open_for and sides:
            sides.append(side_of(open_for))
        if len(sides) > 1:
            shared = True
            yield conflict(
                "scope", f"what {view.name(person)} left", [person] if person in view.entities else [], sides,
                "A company is named as what was left in one place, a team or project in another, or it is left open.",
            )  # fmt: skip
    if unclear and not shared:
        known = {p for t in view.told if t.source in {u.source for u in unclear} for p in view.people(t)}
        told = [
            t
            for t in view.told
            if t.source not in {u.source for u in unclear} and _flatly_left(t) and view.people(t) & known
        ]
        if told:
            yield conflict(
                "scope", "what those who left have left", sorted({p for t in told for p in view.people(t)}),
                [side_of(told), side_of(unclear)],
                "Told as leaving in one place; in another it is open whether the whole company was left.",
            )  # fmt: skip


def _flatly_left(told: Told) -> bool:
    return any(
        s.kind == "departure" and s.hedge == "none" and s.polarity == "affirmed" for s in told.statements
    ) or bool(cue("flatly_left").search(told.plain))  # fmt: skip


def reasons(view: View) -> Iterator[Conflict]:
    """Whether somebody left by their own will, and why: given or hinted at here, open there."""
    forced, willing, caused, absent = [], [], [], []
    for t in view.told:
        plain = t.plain
        pushed = list(cue("forced").finditer(plain))
        # who was not dismissed over one thing may have been for another
        pushed = [m for m in pushed if not (_CAUSE.match(plain[m.end() :]) and _not_so(plain, m))]
        denied = [m for m in pushed if _not_so(plain, m)]
        if len(pushed) > len(denied):
            forced.append(t)
        wished = [m for m in cue("willing").finditer(plain) if not cue("not_before").search(plain[: m.start()])]
        if denied or wished:
            willing.append(t)
        if forced[-1:] == [t] or willing[-1:] == [t]:
            continue
        if (
            (cue("exit").search(plain) or (cue("leaves").search(plain) and view.people(t)))
            and cue("cause").search(plain)
            and not re.search(r"\bwhether\b", plain)
            # who denies a cause gives none
            and not re.search(r"\b(?:denies|denied|denying) that\b", plain)
        ):
            caused.append(t)
        elif (
            cue("reason").search(plain)
            and cue("reason_open").search(plain)
            and cue("leaves").search(plain)
            and not cue("no_answer").search(plain)
        ):
            absent.append(t)
    both = [t for t in forced if t in willing]
    forced_only = [t for t in forced if t not in both]
    if willing and (forced_only or both) and (len(willing) > 1 or forced_only):
        yield conflict(
            "modality", "whether it was a free decision to leave", _whom(view, [*forced, *willing]),
            [side_of(forced_only or both), side_of([t for t in willing if t not in both] or willing)],
            "By one account it was no free decision, by another it was.",
        )  # fmt: skip
    if absent and (forced_only or caused):
        yield conflict(
            "modality", "why they left", _whom(view, [*forced_only, *caused, *absent]),
            [side_of(absent), *(side_of(g) for g in (forced_only, caused) if g)],
            "No reason is stated in one place; elsewhere one is given, relayed or hinted at.",
        )  # fmt: skip


_CAUSE = re.compile(r"\W{0,2}(?:over|because of|due to|for) ")


def _not_so(plain: str, m: re.Match[str]) -> bool:
    """Is a leaving against somebody's will denied?"""
    return " not" in m[0] or cue("not_before").search(plain[: m.start()]) is not None


def _whom(view: View, told: list[Told]) -> list[str]:
    return sorted({p for t in told for s in t.statements for p in [s.slots.get("person")] if isinstance(p, str)
                   and p in view.entities})  # fmt: skip
