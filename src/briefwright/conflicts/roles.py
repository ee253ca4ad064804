"""Titles that hardly go together. Less detail, another office and a founder's standing are no conflict."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from briefwright.conflicts.view import View, conflict, first
from briefwright.model import Conflict, Finding, Side
from briefwright.text import content_words

#: What ranks a title within its field.
_RANKS = frozenset(
    {
        "senior", "principal", "staff", "lead", "architect", "director", "president", "vice-president", "vice", "vp",
        "chief", "manager", "intern", "trainee", "student", "deputy", "junior", "assistant", "associate", "fellow",
        "officer",
    }
)  # fmt: skip
_LEARNING = frozenset({"intern", "trainee", "student"})
#: Titles of one field under another word.
_FIELDS = {
    "scientist": "research", "researcher": "research", "research": "research", "scientific": "research",
    "engineer": "technical", "engineering": "technical", "technical": "technical", "tech": "technical",
    "technology": "technical", "developer": "technical", "technological": "technical", "architecture": "technical",
    "lawyer": "law", "counsel": "law", "legal": "law", "attorney": "law", "executive": "executive", "ceo": "executive",
    "cto": "technology-office", "coo": "operations-office", "cfo": "finance-office", "safety": "safety",
}  # fmt: skip
_OFFICES = frozenset({"executive", "technology-office", "operations-office", "finance-office", "law"})
_CHIEFS = frozenset({"executive", "technology-office", "operations-office", "finance-office"})
#: An office spelled out and by its letters.
_SPELLED = (
    (re.compile(r"\bchief executive(?: officer)?\b", re.I), "CEO"),
    (re.compile(r"\bchief technology officer\b|\bchief technical officer\b", re.I), "CTO"),
    (re.compile(r"\bchief operating officer\b", re.I), "COO"),
    (re.compile(r"\bchief financial officer\b|\bfinance chief\b", re.I), "CFO"),
)
_SAME = {"leader": "lead", "leads": "lead", "leading": "lead", "led": "lead", "vice-president": "vp", "boss": "head"}
#: Words that say nothing against any other title: who is one of these may be anything else besides.
_OPEN = frozenset(
    {
        "founder", "co-founder", "cofounder", "founding", "member", "contributor", "colleague", "employee", "adviser",
        "advisor", "veteran", "partner", "owner", "investor", "shareholder", "author", "coauthor", "co-author",
        "maintainer", "advocate", "spokesman", "spokeswoman", "spokesperson", "mentor", "chairman", "chairwoman",
        "chair", "bridge", "figure", "person", "critic", "expert",
    }
)  # fmt: skip
#: Words that make a title neither higher nor another one.
_IDLE = frozenset(
    {
        "central", "key", "core", "top", "general", "head", "global", "main", "former", "longtime", "long-time",
        "renowned", "prominent", "famous", "well-known", "ai", "group", "team", "company", "acting", "interim",
    }
)  # fmt: skip


def roles(view: View) -> Iterator[Conflict]:
    """One person with titles of different rank, or as an intern and as more, in different sources."""
    held: dict[str, dict[frozenset[str], list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in view.findings:
        slots = first(view, finding).slots
        if finding.kind == "role" and slots.get("tense") != "former" and first(view, finding).polarity == "affirmed":
            held[str(slots["person"])][_title(str(slots["role"]))].append(finding)
    for person, titles in sorted(held.items()):
        clash = {
            title
            for a, b in combinations(titles, 2)
            if _compete(a, b) and _apart(view, titles[a], titles[b]) and _one_place(view, titles[a], titles[b])
            for title in (a, b)
        }
        if clash:
            yield conflict(
                "role", f"role of {view.name(person)}", [person],
                [
                    Side(text=group[0].text, statements=tuple(s for f in group for s in f.statements))
                    for title, group in titles.items()
                    if title in clash
                ],
                "The texts name different roles.",
            )  # fmt: skip


def _title(role: str) -> frozenset[str]:
    """A title as its ranks and fields."""
    for spelled, office in _SPELLED:
        role = spelled.sub(office, role)
    words = [_SAME.get(w, w) for w in content_words(role)]
    return frozenset(_FIELDS.get(w, w) for w in words if w not in _IDLE)


def _compete(a: frozenset[str], b: frozenset[str]) -> bool:
    if (a | b) & _OPEN or not a or not b or a <= b or b <= a:
        return False
    if a & _CHIEFS and b & _CHIEFS:
        return not a & b & _CHIEFS
    if bool(a & _LEARNING) != bool(b & _LEARNING):
        return True
    one, other = a & _RANKS, b & _RANKS
    shared = (a & b) - _RANKS
    # who runs a company may lead its research as well; and a title without a rank is less detail
    if not shared and (a | b) & _OFFICES:
        return False
    return bool(one and other and not one <= other and not other <= one)


def _apart(view: View, one: list[Finding], other: list[Finding]) -> bool:
    """Do the two titles come from different sources? One text may well tell of two offices."""
    a, b = ({view.statements[s].evidence.source for f in fs for s in f.statements} for fs in (one, other))
    return not a & b


def _one_place(view: View, one: list[Finding], other: list[Finding]) -> bool:
    """Can they be held at one place? Titles at two companies are two jobs."""
    a, b = ({str(p) for f in fs if (p := first(view, f).slots.get("organisation"))} for fs in (one, other))
    companies = [{p for p in s if p in view.entities and view.entities[p].kind == "organisation"} for s in (a, b)]
    return not (companies[0] and companies[1] and not companies[0] & companies[1])
