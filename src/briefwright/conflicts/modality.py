"""How sure: reported here and asserted there, open here and told there, plainly said here and only hinted at there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefwright.conflicts.cues import cue, words
from briefwright.conflicts.view import Told, View, conflict, first, names_of, one_name, side_of, stemmed, stems
from briefwright.model import ARGUMENT_KINDS, Conflict, Side, Statement
from briefwright.text import fold

#: "does not start until May" denies nothing.
_NOT_YET = re.compile(r"\b(?:until|before|unless)\b")
#: Slots that say how something was told, and no part of a heading.
_WAYS = frozenset({"manner", "tense", "sentence", "reporting", "link", "matter", "consequence", "words", "approx"})


def modalities(view: View) -> Iterator[Conflict]:
    """One fact asserted here and hedged, or denied, there; departures of one person are compared across findings."""
    joined: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for finding in view.findings:
        if finding.kind in {"quote", "reaction"}:
            continue
        key = finding.id
        if finding.kind == "departure":
            announced = first(view, finding).rule == "departure-announced"
            key = f"{first(view, finding).slots['person']}|{announced}"
        joined[finding.kind, key] += [view.statements[s] for s in finding.statements]
    for (kind, _), statements in joined.items():
        plain = [s for s in statements if s.hedge == "none" and s.polarity == "affirmed" and s.stance == "stated"]
        doubted = [
            s
            for s in statements
            if s.stance in {"reported", "speculated"} and s.hedge in words("rumours") | words("unsure")
            and not cue("what_open").search(fold(s.evidence.exact))
            # who would not say whether it is so leaves nothing open
            and not cue("no_comment").search(fold(s.evidence.exact))
        ]  # fmt: skip
        denied = [
            s for s in statements
            if s.polarity == "denied" and not _NOT_YET.search(s.evidence.exact)
            # who denies having been pushed does not deny having gone
            and not (kind == "departure" and cue("forced").search(fold(s.evidence.exact)))
        ]  # fmt: skip
        for other, note in (
            (doubted, "Asserted in one place, reported with doubt in another."),
            (denied, "Asserted in one place, denied in another."),
        ):
            if plain and other and not _elsewhere(kind, other, view) and not _two_posts(kind, plain, other):
                yield conflict(
                    "modality", _topic(view, kind, plain[0]),
                    _named(view, [*plain, *other]),
                    [Side(text=g[0].text, statements=tuple(s.id for s in g)) for g in (plain, other)], note,
                )  # fmt: skip


def _topic(view: View, kind: str, statement: Statement) -> str:
    """What a fact is about, without claiming it: its kind, its subject, and what of it."""
    words = [view.name(v) for k, v in statement.slots.items() if isinstance(v, str) and k not in _WAYS][:3]
    return f"{kind.replace('_', ' ')}: {', '.join(words)}"


def _elsewhere(kind: str, doubted: Sequence[Statement], view: View) -> bool:
    """Does the doubt concern only what was left, in a source that itself tells of the departure?"""
    if kind != "departure":
        return False
    told = {
        (s.evidence.source, s.slots.get("person"))
        for s in view.statements.values()
        if s.kind == "departure" and s.hedge == "none" and s.polarity == "affirmed"
    }
    return all((s.evidence.source, s.slots.get("person")) in told for s in doubted)


def _two_posts(kind: str, plain: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Are an appointment that is told and one that is doubted to two places?"""
    places = [
        {str(v) for s in told for k in ("organisation", "unit") if (v := s.slots.get(k))} for told in (plain, other)
    ]
    return kind == "appointment" and bool(places[0] and places[1] and not places[0] & places[1])


def _named(view: View, statements: Sequence[Statement]) -> list[str]:
    """The entities that stand in the slots of statements themselves."""
    found = [v for s in statements for v in s.slots.values() if isinstance(v, str) and v in view.entities]
    return list(dict.fromkeys(found))


def rumours(view: View) -> Iterator[Conflict]:
    """A sentence that passes something on as a rumour or report, and one elsewhere that simply says it."""
    for t in view.told:
        doubt = next((s.hedge for s in t.statements if s.hedge in words("rumours") and s.kind in ARGUMENT_KINDS), None)
        if doubt is None:
            continue
        what = stems(t.plain) - names_of(view, t) - stems(doubt) - stemmed("rumour_words")
        said = [
            x
            for x in view.told
            if x.source != t.source
            and len(what) >= 2
            and all(s.hedge == "none" and s.polarity == "affirmed" for s in x.statements)
            and not cue("negation").search(x.plain)
            and len(what & stems(x.plain)) >= max(2, 0.75 * len(what))
            and bool(x.entities & t.entities)
        ]
        if said:
            whom = [view.name(e) for e in sorted(t.entities & frozenset().union(*(x.entities for x in said)))][:3]
            yield conflict(
                "modality", f"a rumour and an assertion: {', '.join([*whom, t.source, t.passage])}",
                sorted(t.entities), [side_of(said), side_of([t])],
                "Asserted in one place, passed on as a report or rumour in another.",
            )  # fmt: skip


def open_departures(view: View) -> Iterator[Conflict]:
    """Told here that somebody left, and in another source open whether that person did."""
    left: dict[str, list[Statement]] = defaultdict(list)
    asked: set[str] = set()
    for s in view.statements.values():
        person = s.slots.get("person")
        if s.kind == "departure" and isinstance(person, str) and person in view.entities:
            if s.hedge == "none" and s.polarity == "affirmed":
                left[person].append(s)
            elif s.hedge == "unclear":
                asked.add(person)
    for t in view.told:
        if not cue("whether_left").search(t.plain) or cue("what_open").search(t.plain):
            continue
        # the one whom the sentence is about; where a departure was read with its doubt, that is compared above
        about = [p for s in t.statements if (p := s.slots.get("about")) in left and p not in asked]
        for person in dict.fromkeys(str(p) for p in about):
            told = [s for s in left[person] if s.evidence.source != t.source]
            if told and t.source not in {s.evidence.source for s in left[person]}:
                yield conflict(
                    "modality", f"departure: {view.name(person)}", [person],
                    [Side(text=told[0].text, statements=tuple(s.id for s in told)), side_of([t])],
                    "Asserted in one place, open in another.",
                )  # fmt: skip


# --------------------------------------------------------------------------- more and less than told


def plainness(view: View) -> Iterator[Conflict]:
    """A forced leaving is plainly said in one text, and in another only hinted at."""
    plain, hinted = [], []
    for t in view.told:
        forced = [
            m for m in cue("forced").finditer(t.plain)
            if " not" not in m[0] and not cue("not_before").search(t.plain[: m.start()])
        ]  # fmt: skip
        if not forced:
            continue
        before = t.plain[: forced[0].start()]
        if cue("maybe").search(before):
            hinted.append(t)
        elif cue("plainly").search(before):
            plain.append(t)
    apart = [(a, b) for a in plain for b in hinted if view.origin_of(a.source) != view.origin_of(b.source)]
    if apart:
        yield conflict(
            "modality", "how plainly it is said that somebody had to go",
            sorted(frozenset().union(*(view.people(t) for pair in apart for t in pair))),
            [side_of(dict.fromkeys(a for a, _ in apart)), side_of(dict.fromkeys(b for _, b in apart))],
            "Called plain in one text; in another the words only suggest it.",
        )  # fmt: skip


def talk(view: View) -> Iterator[Conflict]:
    """A reorganisation is told in one text, and in another passed on as talk or surmise."""
    told, talked = [], []
    for t in view.told:
        if not cue("reorganising").search(t.plain):
            continue
        if cue("chatter").search(t.plain):
            talked.append(t)
        elif all(s.hedge == "none" and s.polarity == "affirmed" and not s.attribution for s in t.statements) and (
            any(s.kind == "organisation_change" for s in t.statements) or cue("reorganised").search(t.plain)
        ):
            told.append(t)
    pairs = [
        (a, b) for a in told for b in talked
        if view.origin_of(a.source) != view.origin_of(b.source) and _one_company(view, a, b)
    ]  # fmt: skip
    if pairs:
        yield conflict(
            "modality", "whether there was a reorganisation",
            sorted(frozenset().union(*(a.entities for a, _ in pairs))),
            [side_of(dict.fromkeys(a for a, _ in pairs)), side_of(dict.fromkeys(b for _, b in pairs))],
            "Told as a fact in one text, as talk or surmise in another.",
        )  # fmt: skip


def _one_company(view: View, a: Told, b: Told) -> bool:
    """Do two sentences name one company, or one of them none?"""
    one, other = (
        {e for e in t.entities if view.entities[e].kind in {"organisation", "team", "family"}} for t in (a, b)
    )
    return not one or not other or bool(one & other)


def undecided(view: View) -> Iterator[Conflict]:
    """A licence is stated in one text, and in another nobody has decided it."""
    stated: dict[str, list[Statement]] = defaultdict(list)
    for s in view.statements.values():
        if s.kind == "licence" and s.polarity == "affirmed" and isinstance(s.slots.get("subject"), str):
            stated[str(s.slots["subject"])].append(s)
    for subject, statements in sorted(stated.items()):
        if subject not in view.entities:
            continue
        told_in = {s.evidence.source for s in statements}
        opened = [t for t in view.told if t.source not in told_in and _open_licence(view, t, subject)]
        if opened:
            yield conflict(
                "modality", f"licence of {view.name(subject)}", [subject],
                [Side(text=statements[0].text, statements=tuple(s.id for s in statements)), side_of(opened)],
                "Stated in one text; in another it is not decided.",
            )  # fmt: skip


def _open_licence(view: View, told: Told, subject: str) -> bool:
    """Does a sentence say that the licence of a thing is not decided, or leave the cell of a table open?"""
    if subject in told.entities and any(
        str(s.slots.get("attribute")).startswith("licen") and cue("undecided").search(str(s.slots.get("value")))
        for s in told.statements
    ):
        return True
    near = [x for x in view.told if (x.source, x.passage) == (told.source, told.passage)]
    return bool(
        any(subject in x.entities for x in near)
        and _LICENCE & stems(told.plain)
        and cue("undecided").search(told.plain)
    )


def questions(view: View) -> Iterator[Conflict]:
    """Open in one text whether a thing is so; simply told in another."""
    for t in view.told:
        m = cue("open_whether").search(t.plain)
        if m is None or cue("what_open").search(t.plain) or cue("whether_left").search(t.plain):
            continue
        clause = _CLAUSE.split(t.plain[m.end() :])[0]
        what = stems(clause) - names_of(view, t) - stemmed("bare")
        told = [
            x for x in view.told
            if view.origin_of(x.source) != view.origin_of(t.source) and len(what) > 1 and one_name(x, t)
            and len(what & stems(x.plain)) >= max(2, 0.75 * len(what))
            and all(s.hedge == "none" and s.polarity == "affirmed" for s in x.statements)
            and not cue("negation").search(x.plain) and not cue("chatter").search(x.plain)
        ]  # fmt: skip
        if told:
            yield conflict(
                "modality", f"open here, told there: {t.source} {t.passage}", sorted(t.entities),
                [side_of(told), side_of([t])], "Told in one text; in another it is open.",
            )  # fmt: skip


_CLAUSE = re.compile(r"[,;:.!?]|\b(?:and|but|or) ")
_LICENCE = stems("licence license licensing licences")
