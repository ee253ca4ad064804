"""Conflicts about who took part in what, when one event came after another, to whom a number belongs, and why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from briefwright.conflicts.view import View, conflict, first
from briefwright.dates import find_dates
from briefwright.model import ARGUMENT_KINDS, Conflict, Finding, Side, Statement

#: Words of the two kinds of event whose distance in time sources give: leaving after a release.
_LEAVING = re.compile(
    r"\b(?:left|leav\w+|depart\w+|exit\w*|resign\w*|quit|stepp\w+ (?:down|back|aside)|lost|loss|"
    r"walk\w* out|crisis|shake-?up)\b",
    re.I,
)
_RELEASING = re.compile(r"\b(?:releas\w+|launch\w*|ship\w*|unveil\w*|introduc\w+|debut\w*)\b", re.I)
_HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "month": 720.0, "year": 8760.0}
#: What is said of why somebody left, and that nobody says why.
_REASON = re.compile(
    r"\b(?:stem\w* from|because of|due to|forced|involuntary|(?:not|n.t) (?:been )?voluntary|(?:not|"
    r"n.t) your choice|attributed to|blamed on|linked? to|ties? .{0,40} to|relate to|"
    r"beyond .{0,30}control)\b",
    re.I,
)
#: Kinds of finding that can tell a reason; what the same sentence takes for granted tells none.
_TELLING = frozenset({"background", "uncertainty", "governance", "market", "risk", "reaction", "quote", "departure"})
_UNWILLING = re.compile(r"\b(?:voluntary|involuntary|your choice|forced (?:departure|exit|out|to leave))\b", re.I)
_NO_REASON = re.compile(r"\b(?:reasons?|circumstances|why|explanation|motives?)\b", re.I)
_OPEN = re.compile(r"\b(?:unclear|unknown|mystery|without|no|not|speculate|left to)\b", re.I)


def _sides(statements: list[Statement]) -> Side:
    return Side(text=statements[0].text, statements=tuple(dict.fromkeys(s.id for s in statements)))


def distances(view: View) -> list[tuple[float, float, Statement]]:
    """Statements that say how long after a release somebody left, with the hours that it can mean."""
    spans: list[tuple[float, float, Statement]] = []
    told: set[str] = set()
    # of one sentence the statement that carries it best: its argument, else the departure, else the release
    for finding in sorted(view.findings, key=lambda f: (f.kind not in ARGUMENT_KINDS, f.kind != "departure")):
        for statement in (view.statements[s] for s in finding.statements):
            sentence = statement.evidence.exact
            if finding.kind not in ARGUMENT_KINDS | {"departure", "release"} or sentence in told:
                continue
            if not (_LEAVING.search(sentence) and _RELEASING.search(sentence)):
                continue
            told.add(sentence)
            for date in find_dates(sentence):
                span = _span(date.amount, date.unit, date.vague) if date.precision == "relative" else None
                if span is not None:
                    spans.append((*span, statement))
    return spans


def intervals(view: View) -> Iterator[Conflict]:
    """How long after the release the departure came: hours here, days there."""
    groups: list[tuple[float, float, list[Statement]]] = []
    for low, high, statement in sorted(distances(view), key=lambda s: (s[0], s[1])):
        fits = next((g for g in groups if low <= g[1] and g[0] <= high), None)
        if fits is None:
            groups.append((low, high, [statement]))
        elif statement.evidence.exact not in {s.evidence.exact for s in fits[2]}:
            fits[2].append(statement)
    if len(groups) > 1:
        people = sorted({e for g in groups for s in g[2] for e in _people(view, s)})
        yield conflict(
            "time", "time between release and departure", people,
            [_sides(g[2]) for g in groups], "The distances in time given exclude each other.",
        )  # fmt: skip


def _span(amount: int | None, unit: str, vague: bool) -> tuple[float, float] | None:
    """The hours that a distance in time can mean: "24 hours" 18–30, "one day" 18–47, "hours" 1–17, "days" 48–240."""
    hours = _HOURS.get(unit.rstrip("s"))
    if hours is None:
        return None
    if amount is None or vague:
        return (hours, 17.9 * hours) if hours == 1.0 else (2 * hours, 10 * hours)
    return (0.75 * amount * hours, 1.25 * amount * hours if hours < 24 else (amount + 0.95) * hours)


def _people(view: View, statement: Statement) -> list[str]:
    person = statement.slots.get("person")
    return [person] if isinstance(person, str) and person in view.entities else []


def participants(view: View) -> Iterator[Conflict]:
    """Who left: sets of names in two origins that share somebody and neither of which holds the other; and counts."""
    named: dict[str, dict[str, Statement]] = defaultdict(dict)
    counts: dict[str, list[Statement]] = defaultdict(list)
    for finding in view.findings:
        for statement in (view.statements[s] for s in finding.statements):
            source = statement.evidence.source
            who = statement.slots.get("person") if finding.kind == "departure" else statement.slots.get("agent")
            leaving = finding.kind == "departure" or statement.rule == "announcement-farewell"
            if leaving and statement.hedge == "none" and isinstance(who, str):
                named[source].setdefault(who, statement)
            if statement.rule in {"quantity-left", "quantity-lost", "quantity-left-with"}:
                counts[f"{statement.slots.get('value')} {statement.slots.get('approx', '')}"].append(statement)
    origin = {s: o for f in view.findings for o in f.origins for s in _sources_of(view, f, o)}
    clash: list[str] = []
    for one, other in combinations(sorted(named), 2):
        a, b = set(named[one]), set(named[other])
        if origin.get(one) != origin.get(other) and a & b and not a <= b and not b <= a:
            clash += [one, other]
    if clash:
        sources = list(dict.fromkeys(clash))
        yield conflict(
            "participants",
            "who left or took leave",
            sorted({p for s in sources for p in named[s] if p in view.entities}),
            [
                Side(
                    text=f"{s}: " + ", ".join(view.name(p) for p in named[s]),
                    statements=tuple(dict.fromkeys(x.id for x in named[s].values())),
                )
                for s in sources
            ],
            "The texts name different people as having left or taken leave.",
        )  # fmt: skip
    if len(counts) > 1:
        yield conflict(
            "participants", "how many left", [], [_sides(group) for _, group in sorted(counts.items())],
            "The texts count those who left differently.",
        )  # fmt: skip


def _sources_of(view: View, finding: Finding, origin: str) -> list[str]:
    return [view.statements[s].evidence.source for s in finding.statements] if finding.origins == (origin,) else []


def owners(view: View) -> Iterator[Conflict]:
    """The same number for the same attribute, counted for different things: another owner, or a part and its whole."""
    groups: dict[tuple[str, str], dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for finding in view.findings:
        if finding.kind not in {"quantity", "architecture", "cost"}:
            continue
        for statement in (view.statements[s] for s in finding.statements):
            value, unit = str(statement.slots.get("value") or ""), str(statement.slots.get("unit") or "")
            subject = statement.slots.get("subject")
            if value[:1].isdigit() and ":" not in value and isinstance(subject, str) and len(value) > 3:
                groups[value, unit][subject].append(statement)
    for (value, unit), owned in sorted(groups.items()):
        if len(owned) > 1:
            names = [view.name(s) for s in owned]
            shortest = min(names, key=len)
            part = all(n.startswith(shortest) for n in names)
            yield conflict(
                "scope" if part else "owner", f"{value} {unit}".strip() + ": of what",
                [s for s in owned if s in view.entities], [_sides(group) for group in owned.values()],
                f"One number is given for {'a whole and for a part of it' if part else 'different things'}.",
            )  # fmt: skip
    enabled: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for finding in view.findings:
        for statement in (view.statements[s] for s in finding.statements):
            if statement.slots.get("attribute") == "enables":
                for number in re.findall(r"\d[\d,.]*\d", str(statement.slots.get("value"))):
                    enabled[number][str(statement.slots.get("subject"))].append(statement)
    for number, causes in sorted(enabled.items()):
        if len(causes) > 1:
            yield conflict(
                "owner", f"{number}: what makes it possible", [], [_sides(group) for group in causes.values()],
                "Different things are named as what makes it possible.",
            )  # fmt: skip


def scopes(view: View) -> Iterator[Conflict]:
    """What somebody left: the company here, only a team or project there."""
    left: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for finding in view.findings:
        if finding.kind != "departure":
            continue
        for statement in (view.statements[s] for s in finding.statements):
            unit = statement.slots.get("organisation")
            if statement.hedge == "none" and isinstance(unit, str) and unit in view.entities:
                kind = view.entities[unit].kind
                left[str(statement.slots["person"])]["team" if kind == "team" else "company"].append(statement)
    for person, by_kind in sorted(left.items()):
        if len(by_kind) > 1:
            yield conflict(
                "scope", f"what {view.name(person)} left", [person] if person in view.entities else [],
                [_sides(group) for _, group in sorted(by_kind.items())],
                "A company is named as what was left in one place, a team or project in another.",
            )  # fmt: skip


def reasons(view: View) -> Iterator[Conflict]:
    """Why somebody left: a reason given or hinted at here, none given there."""
    given: list[Statement] = []
    absent: list[Statement] = []
    for finding in view.findings:
        for statement in (view.statements[s] for s in finding.statements):
            sentence = statement.evidence.exact
            if not _LEAVING.search(sentence) and not _UNWILLING.search(sentence):
                continue
            if finding.kind not in _TELLING or sentence in {s.evidence.exact for s in (*given, *absent)}:
                continue
            if finding.kind == "uncertainty" and _NO_REASON.search(sentence) and _OPEN.search(sentence):
                absent.append(statement)
            elif (_REASON.search(sentence) and finding.kind not in {"uncertainty", "affiliation", "biography"}) or (
                first(view, finding).kind == "quote" and _REASON.search(str(statement.slots.get("words")))
            ):
                given.append(statement)
    if given and absent:
        yield conflict(
            "modality", "why they left", sorted({e for s in given for e in _people(view, s)}),
            [_sides(absent), *(_sides([s]) for s in given)],
            "No reason is stated in one place; elsewhere one is given, relayed or hinted at.",
        )  # fmt: skip
