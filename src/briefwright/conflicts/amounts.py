"""Numbers: one thing with two, two things with one, and a claim beside a test of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import combinations, pairwise

from briefwright.conflicts.cues import cue, table, words
from briefwright.conflicts.names import letters
from briefwright.conflicts.view import Told, View, conflict, stem, stemmed, stems
from briefwright.dates import find_dates
from briefwright.model import Conflict, Side, Statement
from briefwright.quantities import Quantity, find_quantities
from briefwright.text import fold

_COUNTED = frozenset({"quantity", "model_attribute", "architecture", "cost"})
_UNITS = {
    "watts": "w", "watt": "w", "gigabytes": "gb", "terabytes": "tb", "nanometres": "nm", "nanometre": "nm",
    "nanometers": "nm", "nanometer": "nm", "percent": "%", "per cent": "%", "seconds": "s", "hours": "h", "x": "times",
}  # fmt: skip
#: Where the words around a number end.
_PHRASE_END = re.compile(r"[,;:.]\s|\s(?:and|but|while|somewhat|slightly|rather|far|much)\s|\s\w+er than\b")
#: "in Spain", not "in May".
_PLACE = re.compile(
    r"\bin (?!January|February|March|April|May|June|July|August|September|October|November|December)([A-Z]\w+)"
)
#: "per ear", "a pair", "each month".
_PER = re.compile(r" (?:per|an?|each|every) ([a-z]+)")
#: Between the parts of a sentence.
_PART = re.compile(r"[,;:] | and | but | while ")
_SINCE = re.compile(
    r"\b(?:since [A-Z]\w+|by (?:January|February|March|April|May|June|July|August|September|October|November|December))"
    r"(?: \d+)?"
)
#: From this number on two texts hardly have it by chance.
_LARGE = 1_000_000
_LISTED = frozenset({"table-cell", "list-item"})
_THINGS = frozenset({"model", "family", "product"})
_OWNS = stems("has have had counts serves owns holds employs reaches")
#: Counts of who left have a rule of their own; and a version is not its family.
_LEFT_RULES = frozenset({"quantity-left", "quantity-lost", "quantity-left-with"})


def values(view: View) -> Iterator[Conflict]:
    """One attribute of one thing with numbers that exclude each other in different sources."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for finding in view.findings:
        for s in (view.statements[i] for i in finding.statements):
            if cue("part_of").search(s.text) or s.rule in _LEFT_RULES or _subset(s):
                continue
            if cue("gone").fullmatch(str(s.slots.get("verb") or "")) or cue("own_error").search(fold(s.evidence.exact)):
                continue
            if finding.kind in _COUNTED and s.slots.get("subject") and s.polarity == "affirmed":
                unit = str(s.slots.get("unit") or "").casefold()
                if _interval(s) is not None:
                    groups[str(s.slots["subject"]), "staff" if _staff(s) else _UNITS.get(unit, unit)].append(s)
    for (subject, _), members in sorted(groups.items()):
        clash = [(a, b) for a, b in combinations(members, 2) if _exclude(a, b)]
        by_attribute: dict[str, list[Statement]] = {}
        for pair in clash:
            shortest = min((str(s.slots["attribute"]) for s in pair), key=len)
            by_attribute.setdefault(shortest, []).extend(pair)
        for attribute, statements in by_attribute.items():
            sides: dict[str, list[Statement]] = {}
            for i in dict.fromkeys(s.id for s in statements):
                sides.setdefault(str(view.statements[i].slots["value"]), []).append(view.statements[i])
            yield conflict(
                "value", f"{attribute} of {view.name(subject)}", [subject] if subject in view.entities else [],
                [Side(text=g[0].text, statements=tuple(s.id for s in g)) for g in sides.values()],
                "The numbers given for the same thing differ.",
            )  # fmt: skip


def _exclude(a: Statement, b: Statement) -> bool:
    one, other = _interval(a), _interval(b)
    if one is None or other is None or (one[0] <= other[1] and other[0] <= one[1]):
        return False
    if a.evidence.source == b.evidence.source or _rounded(one, other) or not _one_attribute(a, b):
        return False
    # a text that has both numbers knows of both: "196K tokens natively, 1M with stretching"
    if any(_gives(x, span) for x, span in ((a, other), (b, one))):
        return False
    days = [{d.value for d in find_dates(_clause(s))} for s in (a, b)]
    spans = [period(_clause(s)) for s in (a, b)]
    if places_differ(a.evidence.exact, b.evidence.exact):
        return False
    if all(spans) and not one_period(*spans):
        return False
    if spans[0] != spans[1] and stems(str(a.slots["attribute"])) & stemmed("flows"):
        return False
    return not (days[0] and days[1] and not days[0] & days[1] and stems(str(a.slots["attribute"])) & stemmed("flows"))


def _clause(s: Statement) -> str:
    """The part of the cited sentence that has the number: "founded in 2011" is no time of what it employs."""
    text, low = fold(s.evidence.exact), _interval(s)
    near = next((q for q in find_quantities(text) if low is not None and low[0] <= q.low <= low[1]), None)
    if near is None:
        return text
    cuts = [0, *(m.end() for m in _PART.finditer(text)), len(text)]
    return next(text[i:j] for i, j in pairwise(cuts) if i <= near.start < j)


def one_period(one: str, other: str) -> bool:
    """Can two periods be one? "In 2031" may be last year, if it is not plainly another one."""
    years = [re.search(r"\d{4}", x) for x in (one, other)]
    return one == other or (not all(years) and "year" in f"{one} {other}" and "last" not in f"{one} {other}")


def places_differ(one: str, other: str) -> bool:
    """Do two sentences name different places: 60 branches in Spain, 45 in Peru?"""
    a, b = (set(_PLACE.findall(fold(text))) for text in (one, other))
    return bool(a and b and not a & b)


def _one_attribute(a: Statement, b: Statement) -> bool:
    one, other = stems(str(a.slots["attribute"])), stems(str(b.slots["attribute"]))
    alone = (_around(a) - stems(b.evidence.exact)) | (_around(b) - stems(a.evidence.exact))
    if alone & stemmed("apart") - one - other or _per(a) != _per(b):
        return False
    if _one_measure(a, b) or _one_noun(a, b):
        return True
    if one != other and (not (one <= other or other <= one) or (one ^ other) & _apart_words(a, b)):
        return False
    # "$750 million are named" says not of what: then the sentences themselves must be about one thing
    if a.kind == b.kind == "quantity" and all(
        x <= stems(str(s.slots.get("unit") or "")) for x, s in ((one, a), (other, b))
    ):
        # "employs 240", "has 310": the whole, by both
        verbs = {str(s.slots.get("relation") or "").casefold() for s in (a, b)}
        if a.slots["subject"] == b.slots["subject"] and verbs <= words("have"):
            return True
        shared, least = _context(a) & _context(b), min(len(_context(a)), len(_context(b)))
        return len(shared) >= 2 and 2 * len(shared) >= least
    return True


def _staff(s: Statement) -> bool:
    """Does a statement count all who work somewhere?"""
    verb = str(s.slots.get("relation") or "").casefold()
    counted = table("one_measure").get(str(s.slots["attribute"]).casefold()) == "staff"
    return s.kind == "quantity" and counted and (verb in words("have") or bool(cue("workforce").search(verb)))


def _one_measure(a: Statement, b: Statement) -> bool:
    """Is one thing measured under two names: how long it runs, and its battery life?"""
    names = [table("one_measure").get(str(s.slots["attribute"]).casefold()) for s in (a, b)]
    if names[0] != names[1]:
        return False
    return names[0] is not None and (names[0] != "staff" or (_staff(a) and _staff(b)))


def _one_noun(a: Statement, b: Statement) -> bool:
    """Do both say how many of one sort a thing has: "supports 48 languages", "lists 41 languages"?"""
    units = {str(s.slots.get("unit") or "").casefold() for s in (a, b)}
    verbs = {str(s.slots.get("relation") or "").casefold() for s in (a, b)}
    return len(units) == 1 and units <= words("spec_nouns") and verbs <= words("have")


def _apart_words(a: Statement, b: Statement) -> frozenset[str]:
    """Words that make another measure of one; in tables and lists of figures "maximum" makes none."""
    idle = stemmed("idle_measure") if all(s.rule in _LISTED for s in (a, b)) else frozenset()
    return stemmed("apart") - idle


def _per(s: Statement) -> str:
    """What an amount is for each of, where the attribute or the words right after the number say it: "pair", "ear"."""
    named = _PER.search(f" {s.slots.get('attribute')}") or _PER.search(
        f" per {s.slots.get('per')}" if s.slots.get("per") else ""
    )
    if named is None:
        text, low = fold(s.evidence.exact), _interval(s)
        near = next((q for q in find_quantities(text) if low is not None and low[0] <= q.low <= low[1]), None)
        named = _PER.match(text[near.end : near.end + 30]) if near is not None and near.kind == "money" else None
    return stem(named[1].casefold()) if named is not None else ""


def _subset(s: Statement) -> bool:
    """Is the number one of a part: "96 billion parameters, of which 6 billion are active", "26 people in safety"?"""
    text, low = fold(s.evidence.exact), _interval(s)
    for q in find_quantities(text):
        if low is not None and low[0] <= q.low <= low[1]:
            before, after = text[max(0, q.start - 24) : q.start], text[q.noun_end : q.noun_end + 24]
            return bool(cue("of_which").search(before) or re.match(r" of (?:the|its|their|his|her)\b", after)) or (
                s.kind == "quantity" and bool(re.match(r" (?:in|on|for) [a-z]", after))
            )
    return False


def _gives(s: Statement, span: tuple[Decimal, Decimal]) -> bool:
    """Does the cited sentence hold a number of that span as well?"""
    return any(span[0] <= q.low <= span[1] for q in find_quantities(fold(s.evidence.exact)))


def _around(s: Statement) -> frozenset[str]:
    """The words right around the number in the cited sentence: "per million output tokens"."""
    text, low = fold(s.evidence.exact), _interval(s)
    near = [q for q in find_quantities(text) if low is not None and low[0] <= q.low <= low[1]]
    if not near:
        return frozenset()
    before, after = text[max(0, near[0].start - 30) : near[0].start], text[near[0].end : near[0].end + 40]
    return stems(_PHRASE_END.split(before)[-1]) | stems(near[0].surface) | stems(_PHRASE_END.split(after)[0])


def _context(s: Statement) -> frozenset[str]:
    return frozenset(w for w in stems(s.evidence.exact) if not w[:1].isdigit()) - stems(str(s.slots.get("unit") or ""))


def _interval(s: Statement) -> tuple[Decimal, Decimal] | None:
    """What the number of a statement can mean; None where it is none."""
    text = str(s.slots.get("value") or "")
    try:
        low, high = (Decimal(x) for x in (text.split("–") if "–" in text else (text, text)))
    except (InvalidOperation, ValueError):
        return None
    return _meant(low, high, str(s.slots.get("approx") or ""))


def exclude_amounts(a: Quantity, b: Quantity) -> bool:
    """Do two amounts as texts state them exclude each other?"""
    one, other = (_meant(q.low, q.high or q.low, q.approx) for q in (a, b))
    return (one[1] < other[0] or other[1] < one[0]) and not _rounded(one, other)


def clash(a: Quantity, b: Quantity) -> bool:
    """Do two amounts of one unit, as far as they say it, exclude each other?"""
    units = {unit_of(a), unit_of(b)} - {""}
    return len(units) < 2 and exclude_amounts(a, b)


def _meant(low: Decimal, high: Decimal, approx: str) -> tuple[Decimal, Decimal]:
    """What an amount with its approximation can mean: "more than 600" a fifth more, "about 600" a tenth around it."""
    approx = approx.casefold()
    if re.search(r"more than|over|at least|\+|exceed", approx):
        return low, high * Decimal("1.2")
    if re.search(r"less than|under|up to|at most|nearly|almost", approx):
        return low * Decimal("0.7"), high
    if approx:
        # the more figures it gives, the less "about" leaves open: about 600 a tenth, some 3,100 a twentieth
        figures = len(low.normalize().as_tuple().digits)
        slack = Decimal("0.1") if figures < 2 else Decimal("0.05") if figures == 2 else Decimal("0.02")
        return low * (1 - slack), high * (1 + slack)
    return low, high


def period(text: str) -> str:
    """The stretch of time that a sentence counts over, as far as it says; "" where it says none."""
    found = cue("period").search(text) or _SINCE.search(text)
    return found[0].casefold() if found is not None else ""


def _rounded(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    """Is the rounder of two numbers the other, rounded: 262,144 and 262,000?"""
    if one[0] != one[1] or other[0] != other[1]:
        return False
    rough, fine = sorted((one[0], other[0]), key=lambda d: len(d.normalize().as_tuple().digits))
    step = Decimal(10) ** int(rough.normalize().as_tuple().exponent)
    if step == 1 and 3 <= rough < 10 and fine % 1:
        # "four metres" for 4.2
        return abs(rough - fine) <= Decimal("0.5")
    return len(rough.normalize().as_tuple().digits) > 1 and abs(rough - fine) < step


# --------------------------------------------------------------------------- owners


def owners(view: View) -> Iterator[Conflict]:
    """The same number of the same things, counted for different owners, or for a whole and for a part of it."""
    groups: dict[tuple[str, str], dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for finding in view.findings:
        if finding.kind not in _COUNTED:
            continue
        for statement in (view.statements[s] for s in finding.statements):
            # two models may well be of one size; that both were fetched just so many times is another matter
            if finding.kind == "model_attribute" and statement.slots.get("unit") != "times":
                continue
            value, unit = str(statement.slots.get("value") or ""), str(statement.slots.get("unit") or "")
            subject = statement.slots.get("subject")
            if value[:1].isdigit() and ":" not in value and isinstance(subject, str) and len(value) > 3:
                groups[value, unit][subject].append(statement)
    for (value, unit), owned in sorted(groups.items()):
        for subject in [s for s in owned if s not in view.entities]:
            # "income fell by so much": a noun that owns nothing
            if not any(
                _OWNS & stems(str(s.slots.get("relation") or s.slots.get("verb") or "")) for s in owned[subject]
            ):
                del owned[subject]
        if len(owned) == 1:
            for t, subject in _unowned(view, unit, next(iter(owned.values()))):
                owned[subject].append(t.best)
        sources = [{s.evidence.source for s in group} for group in owned.values()]
        origins = {view.origin_of(s) for group in sources for s in group}
        # what a rewrite calls the same owner by is no other owner, nor is one whose name was garbled
        if len(origins) == 1 and any(s not in view.entities for s in owned):
            continue
        if len({letters(view.name(s)) for s in owned}) == 1 or _doubted(view, owned):
            continue
        if len(owned) < 2 or any(a & b for a, b in combinations(sources, 2)):
            continue
        names = [view.name(s) for s in owned]
        shortest = min(names, key=len)
        part = all(n.startswith(shortest) for n in names)
        if any(cue("part_of").search(fold(s.evidence.exact)) for g in owned.values() for s in g) or all(
            stems(n.removeprefix(shortest)) <= stemmed("generic") for n in names
        ):
            continue
        if _maker_and_made(view, owned):
            continue
        # the same sum may well be paid twice, or by one who is called two ways
        counted = not (len(unit) == 3 and unit.isupper()) and all(
            s.kind == "quantity" or unit == "times" for group in owned.values() for s in group
        )
        # two models may well have one context window; so many downloads of just one number are another matter
        if part or counted:
            yield conflict(
                "scope" if part else "owner", f"{value} {unit}".strip() + ": of what",
                [s for s in owned if s in view.entities],
                [Side(text=g[0].text, statements=tuple(s.id for s in g)) for g in owned.values()],
                f"One number is given for {'a whole and for a part of it' if part else 'different things'}.",
            )  # fmt: skip


def _doubted(view: View, owned: Iterable[str]) -> bool:
    """Are the owners held for one, with names that are alike?"""
    known = [s for s in owned if s in view.entities]
    return len(known) > 1 and all(b in view.entities[a].same_as_doubt for a, b in combinations(known, 2))


def _maker_and_made(view: View, owned: Mapping[str, Sequence[Statement]]) -> bool:
    """Are the owners a company and its product, or words that are no name? What uses the one uses the other."""
    kinds = {view.entities[s].kind if s in view.entities else "" for s in owned}
    if len(owned) != 2 or not kinds & {"organisation", ""} or not kinds & {"model", "family", "product", ""}:
        return False
    if "" in kinds:
        verbs = [stems(str(s.slots.get("relation") or s.slots.get("verb") or "")) for g in owned.values() for s in g]
        return any(a and b and not a & b for a, b in combinations(verbs, 2))
    told = [t for t in view.told for g in owned.values() for s in g if s in t.statements]
    return any(set(owned) <= t.entities for t in told)


def _unowned(view: View, unit: str, known: list[Statement]) -> Iterator[tuple[Told, str]]:
    """Sentences that give the number without saying of what: then it is of the model named last in their passage."""
    number = _interval(known[0])
    if number is None or number[0] < _LARGE or unit == "":
        return
    for place, t in enumerate(view.told):
        if t.source in {s.evidence.source for s in known} or any(view.entities[e].kind in _THINGS for e in t.entities):
            continue
        if any(number[0] <= q.low <= number[1] and unit_of(q) == unit_named(unit) for q in find_quantities(t.plain)):
            back = [x for x in view.told[max(0, place - 4) : place] if (x.source, x.passage) == (t.source, t.passage)]
            named = [e for x in reversed(back) for e in sorted(x.entities) if view.entities[e].kind in _THINGS]
            if named:
                yield t, named[0]


def unit_of(q: Quantity) -> str:
    """The unit of an amount under one spelling."""
    return unit_named(q.unit)


def unit_named(unit: str) -> str:
    """A unit under one spelling: "watts" is "w"."""
    return _UNITS.get(unit.casefold(), unit.casefold())


def excludes(s: Statement, q: Quantity) -> bool:
    """Does the number of a statement exclude an amount of a text?"""
    one, other = _interval(s), _meant(q.low, q.high or q.low, q.approx)
    return one is not None and (one[1] < other[0] or other[1] < one[0]) and not _rounded(one, other)
