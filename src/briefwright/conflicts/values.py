"""Conflicts between the values of one thing: numbers, dates, roles, names, words, and how sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from briefwright.conflicts.view import View, conflict, first, side
from briefwright.dates import overlap
from briefwright.model import Conflict, Finding, Side, Statement
from briefwright.text import content_words, normalise


def values(view: View) -> Iterator[Conflict]:
    """One attribute of one thing with numbers that differ."""
    groups: dict[tuple[str, str, str, str], list[Finding]] = defaultdict(list)
    for finding in view.findings:
        s = first(view, finding).slots
        if (
            finding.kind in {"quantity", "model_attribute", "architecture", "cost"}
            and str(s.get("value", ""))[:1].isdigit()
        ):
            groups[finding.kind, str(s.get("subject")), str(s.get("attribute")), str(s.get("unit"))].append(finding)
    for (_, subject, attribute, _), members in sorted(groups.items()):
        values = {str(first(view, f).slots["value"]) for f in members}
        if len(values) > 1:
            yield conflict(
                "value", f"{attribute} of {view.name(subject)}", [subject] if subject in view.entities else [],
                [side(f) for f in members], "The numbers given for the same thing differ.",
            )  # fmt: skip


def times(view: View) -> Iterator[Conflict]:
    """One event with dates that exclude each other."""
    groups: dict[tuple[str, str], list[tuple[Finding, Statement]]] = defaultdict(list)
    for finding in view.findings:
        for identity in finding.statements:
            statement = view.statements[identity]
            date = statement.slots.get("date") or statement.slots.get("since")
            if isinstance(date, Mapping) and str(date.get("value"))[:1] in "-0123456789":
                subject = str(next(iter(statement.slots.values())))
                if finding.kind in {"departure", "appointment", "release", "affiliation", "meeting"}:
                    subject = str(statement.slots.get("person") or statement.slots.get("product") or subject)
                    extra = str(statement.slots.get("organisation", "")) if finding.kind == "affiliation" else ""
                    groups[finding.kind, f"{subject}|{extra}"].append((finding, statement))
    for (kind, key), members in sorted(groups.items()):
        clash = [
            (a, b)
            for a, b in combinations(members, 2)
            if not overlap(_when(a[1]), _when(b[1])) and a[1].evidence.source != b[1].evidence.source
        ]
        if clash:
            subject = key.split("|")[0]
            sides = {s.id: Side(text=s.text, statements=(s.id,)) for pair in clash for _, s in pair}
            yield conflict(
                "time", f"{kind} of {view.name(subject)}" if kind != "release" else f"release of {view.name(subject)}",
                [subject] if subject in view.entities else [], list(sides.values()),
                "The dates given exclude each other.",
            )  # fmt: skip


def _when(statement: Statement) -> str:
    date = statement.slots.get("date") or statement.slots.get("since")
    return str(date["value"]) if isinstance(date, Mapping) else ""


def roles(view: View) -> Iterator[Conflict]:
    """One person with different roles at the same place in different origins."""
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in view.findings:
        s = first(view, finding).slots
        if finding.kind == "role" and s.get("tense") != "former":
            groups[str(s["person"]), str(s.get("organisation") or "")].append(finding)
    people = sorted({p for p, _ in groups})
    for person in people:
        members = [f for (p, _), fs in sorted(groups.items()) if p == person for f in fs]
        clash: list[Finding] = []
        for one, other in combinations(members, 2):
            a, b = set(_role_words(view, one)), set(_role_words(view, other))
            if a and b and not (a <= b or b <= a) and not set(one.origins) & set(other.origins):
                clash += [one, other]
        unique = list(dict.fromkeys(f.id for f in clash))
        if len(unique) > 1:
            chosen = [f for f in members if f.id in unique]
            yield conflict(
                "role", f"role of {view.name(person)}", [person], [side(f) for f in chosen],
                "The texts name different roles.",
            )  # fmt: skip


def _role_words(view: View, finding: Finding) -> tuple[str, ...]:
    return content_words(str(first(view, finding).slots["role"]))


def identities(view: View) -> Iterator[Conflict]:
    """Two names that almost agree: one thing or two, nobody says."""
    done: set[frozenset[str]] = set()
    for entity in view.entities.values():
        for other in entity.same_as_doubt:
            pair = frozenset({entity.id, other})
            if pair in done or other not in view.entities:
                continue
            done.add(pair)
            sides = [
                Side(text=f"“{view.entities[e].name}”", statements=mentioned)
                for e in (entity.id, other)
                if (mentioned := _of(view, e))
            ]
            if len(sides) == 2:
                yield conflict(
                    "identity", f"{entity.name} and {view.entities[other].name}", [entity.id, other], sides,
                    "The names are alike; no text says whether they stand for the same.",
                )  # fmt: skip


def _of(view: View, entity: str) -> tuple[str, ...]:
    """The statements that have an entity in a slot of their own."""
    return tuple(
        s for f in view.findings for s in f.statements if entity in view.statements[s].slots.values()
    ) or tuple(s for f in view.findings if entity in f.entities for s in f.statements)


def wordings(view: View) -> Iterator[Conflict]:
    """Two versions of what one speaker said: they share words and are neither equal nor one a part of the other."""
    by_speaker: dict[str, list[Finding]] = defaultdict(list)
    for finding in view.findings:
        if finding.kind == "quote":
            by_speaker[str(first(view, finding).slots["speaker"])].append(finding)
    for speaker, members in sorted(by_speaker.items()):
        for one, other in combinations(members, 2):
            a = normalise(str(first(view, one).slots["words"])).strip(" .,!?")
            b = normalise(str(first(view, other).slots["words"])).strip(" .,!?")
            if a not in b and b not in a and _same_remark(a, b):
                yield conflict(
                    "wording", f"words of {view.name(speaker)}: {one.id} and {other.id}",
                    [speaker] if speaker in view.entities else [], [side(one), side(other)],
                    "The same remark is given in different words.",
                )  # fmt: skip


def _named(view: View, statements: Sequence[Statement]) -> list[str]:
    """The entities that stand in the slots of statements themselves."""
    found = [v for s in statements for v in s.slots.values() if isinstance(v, str) and v in view.entities]
    return list(dict.fromkeys(found))


def _same_remark(a: str, b: str) -> bool:
    """Two wordings of one remark: they share three content words and two in five, or seven words in ten of five."""
    content = set(content_words(a)) & set(content_words(b))
    least = min(len(set(content_words(a))), len(set(content_words(b))))
    if len(content) >= 3 and len(content) >= 0.4 * least:
        return True
    shorter = min(len(set(a.split())), len(set(b.split())))
    return shorter >= 5 and len(set(a.split()) & set(b.split())) >= 0.7 * shorter


def _elsewhere(kind: str, doubted: list[Statement], view: View) -> bool:
    """Does the doubt concern only what was left, in a source that itself tells of the departure?"""
    if kind != "departure":
        return False
    told = {
        (s.evidence.source, s.slots.get("person"))
        for s in view.statements.values()
        if s.kind == "departure" and s.hedge == "none" and s.polarity == "affirmed"
    }
    return all((s.evidence.source, s.slots.get("person")) in told for s in doubted)


def modalities(view: View) -> Iterator[Conflict]:
    """One thing asserted here and hedged, or denied, there; departures of one person are compared across findings."""
    joined: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for finding in view.findings:
        if finding.kind in {"quote", "reaction"}:
            continue
        key = finding.id
        if finding.kind == "departure":
            announced = first(view, finding).rule == "departure-announced"
            key = f"{first(view, finding).slots['person']}|{announced}"
        joined[finding.kind, key] += [view.statements[s] for s in finding.statements]
    for (kind, key), statements in joined.items():
        plain = [s for s in statements if s.hedge == "none" and s.polarity == "affirmed" and s.stance == "stated"]
        doubted = [s for s in statements if s.stance in {"reported", "speculated"} and s.hedge != "none"]
        denied = [s for s in statements if s.polarity == "denied"]
        for other, note in (
            (doubted, "Asserted in one place, reported with doubt in another."),
            (denied, "Asserted in one place, denied in another."),
        ):
            if plain and other and not _elsewhere(kind, other, view):
                yield conflict(
                    "modality", f"{kind}: {key.split('|')[0]}", _named(view, [*plain, *other]),
                    [Side(text=group[0].text, statements=tuple(s.id for s in group)) for group in (plain, other)], note,
                )  # fmt: skip
