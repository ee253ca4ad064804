"""Titles that hardly go together. Less detail, another office and a founder's standing are no conflict."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from briefwright.conflicts.cues import table, words
from briefwright.conflicts.view import View, conflict, first
from briefwright.model import Conflict, Finding, Side, Statement
from briefwright.text import content_words, normalise

#: One title as the words that rank it and name its field; a role as all titles that it joins: "co-founder and CEO".
Title = frozenset[str]
Role = frozenset[Title]
_JOINED = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*")
#: "chief operating officer of Lumina"
_OF_HOUSE = re.compile(r" (?:of|at) [A-ZÀ-Þ].*$")
_PRESIDENT = frozenset({"president"})
_LEADS = frozenset({"head", "director", "chief", "lead"})
_PAST = frozenset({"past", "former"})


def roles(view: View) -> Iterator[Conflict]:
    """One person with titles of different rank, with two posts of which one holds one, or as an intern and as more."""
    held: dict[str, dict[Role, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in view.findings:
        slots = first(view, finding).slots
        if str(slots.get("role")).split(" ")[0].casefold() in words("verb_roles"):
            continue
        if finding.kind == "role" and slots.get("tense") != "former" and first(view, finding).polarity == "affirmed":
            held[str(slots["person"])][titles(str(slots["role"]))].append(finding)
    yield from _offices(view)
    for person, named in sorted(held.items()):
        clash = {
            role
            for a, b in combinations(named, 2)
            if _compete(a, b)
            and _apart(view, named[a], named[b])
            and _one_place(view, named[a], named[b])
            and not (_teaches(a) != _teaches(b) and _then(view, named[a]) != _then(view, named[b]))
            for role in (a, b)
        }
        if clash and not _joined(named, clash):
            yield conflict(
                "role", f"role of {view.name(person)}", [person],
                [
                    Side(text=group[0].text, statements=tuple(s for f in group for s in f.statements))
                    for role, group in named.items()
                    if role in clash
                ],
                "The texts name different roles.",
            )  # fmt: skip


def _offices(view: View) -> Iterator[Conflict]:
    """To which office somebody is appointed, by texts of different origin."""
    named: dict[str, dict[Role, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for s in view.statements.values():
        role, person = _OF_HOUSE.sub("", str(s.slots.get("role") or "")), s.slots.get("person")
        if s.kind == "appointment" and s.polarity == "affirmed" and role and person in view.entities:
            named[str(person)][titles(role)].append(s)
    for person, offices in sorted(named.items()):
        told = {r: {s.evidence.source for s in group} for r, group in offices.items()}
        clash = dict.fromkeys(
            role for a, b in combinations(offices, 2)
            if _compete(a, b) and not told[a] & told[b] and _houses(view, offices[a], offices[b])
            and {view.origin_of(x) for x in told[a]} != {view.origin_of(x) for x in told[b]}
            for role in (a, b)
        )  # fmt: skip
        if clash:
            yield conflict(
                "role", f"office of {view.name(person)}", [person],
                [Side(text=offices[r][0].text, statements=tuple(s.id for s in offices[r])) for r in clash],
                "The texts name different offices.",
            )  # fmt: skip


def _houses(view: View, one: list[Statement], other: list[Statement]) -> bool:
    """Can two offices be at one house, as far as the statements say where they are?"""
    a, b = (
        {str(p) for s in told if (p := s.slots.get("organisation")) in view.entities} for told in (one, other)
    )  # fmt: skip
    return not (a and b and not a & b)


@functools.cache
def _spelled() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Offices spelled out, the longest first: "chief technology officer" is the CTO."""
    forms = sorted(table("offices").items(), key=lambda item: (-len(item[0]), item[0]))
    return tuple((re.compile(rf"(?<![\w-]){re.escape(form)}(?![\w-])"), office) for form, office in forms)


@functools.cache
def titles(role: str) -> Role:
    """The titles that a role joins, each under its plain words; the same office spelled otherwise is the same."""
    plain = normalise(role)
    for form, office in _spelled():
        plain = form.sub(office, plain)
    return frozenset(t for part in _JOINED.split(plain) if (t := _title(part)))


def _title(part: str) -> Title:
    post = next((p for p in sorted(words("posts"), key=lambda p: -len(p)) if re.search(rf"\b{p}\b", part)), "")
    if post and f"vice {post}" not in part and f"vice-{post}" not in part:
        return frozenset({post})
    same, fields, idle = table("same_title"), table("fields"), words("idle_title")
    found = [same.get(w, w) for w in content_words(part)]
    return frozenset(fields.get(w, w) for w in found if w not in idle)


def _compete(a: Role, b: Role) -> bool:
    """Does every title of the one compete with every title of the other?"""
    return bool(a and b) and all(_apart_titles(x, y) for x in a for y in b)


def _apart_titles(a: Title, b: Title) -> bool:
    if _deputy(a, b) or (_PRESIDENT in {a, b} and "vp" in a ^ b and not (a ^ b) & words("ranks") - {"vp"}):
        return True
    a, b = a - {"head"}, b - {"head"}
    if (a | b) & words("any_title") or a <= b or b <= a:
        return False
    posts = words("posts")
    if a <= posts and b <= posts:
        return not a | b <= words("top_posts")
    if a <= posts or b <= posts:
        # who runs a company may lead its research as well; but nobody is at once its intern
        return _teaches(frozenset({a})) != _teaches(frozenset({b}))
    if bool(a & words("learning")) != bool(b & words("learning")):
        return True
    one, other = a & words("ranks"), b & words("ranks")
    if not (a & b) - words("ranks") and "law" in a | b:
        return False
    return bool(one and other and not one <= other and not other <= one)


def _deputy(a: Title, b: Title) -> bool:
    """Does the one lead what the other is deputy of?"""
    one, other = (a, b) if "deputy" in b else (b, a)
    return "deputy" in other - one and bool(one & _LEADS) and (one - _LEADS) <= other


def _teaches(role: Role) -> bool:
    """Is it a learner's title?"""
    return any(t & words("learning") for t in role)


def _then(view: View, findings: list[Finding]) -> bool:
    """Is the role told as a past one, by every statement?"""
    return all(first(view, f).slots.get("tense") in _PAST for f in findings)


def _joined(named: dict[Role, list[Finding]], clash: set[Role]) -> bool:
    """Does one text give the person the clashing titles in one breath: "president and chief operating officer"?"""
    parts = frozenset().union(*clash)
    return any(len(role & parts) > 1 and parts <= role for role in named)


def _apart(view: View, one: list[Finding], other: list[Finding]) -> bool:
    """Do the two titles come from different sources? One text may well tell of two offices."""
    a, b = ({view.statements[s].evidence.source for f in fs for s in f.statements} for fs in (one, other))
    return not a & b


def _one_place(view: View, one: list[Finding], other: list[Finding]) -> bool:
    """Can they be held at one place? Titles at two companies are two jobs."""
    a, b = ({str(p) for f in fs if (p := first(view, f).slots.get("organisation"))} for fs in (one, other))
    companies = [{p for p in s if p in view.entities and view.entities[p].kind == "organisation"} for s in (a, b)]
    return not (companies[0] and companies[1] and not companies[0] & companies[1])
