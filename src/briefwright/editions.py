"""Editions: what a briefing said at a moment that an editor chose, and what changed from one to the next.

`briefing/editions/NAME.yml` holds an edition with its changes; `briefing/editions/latest/` the YAML of the last one, to
compare the next with. The page of changes and the feed are made from these files alone, never from git or the clock.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefwright.codebook import Codebook
from briefwright.diff import Difference, Entry, Rests, Support, compare, read_snapshot
from briefwright.model import Problem, Refused
from briefwright.records import Record, dump, load

FOLDER = "briefing/editions"
LATEST = f"{FOLDER}/latest"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}\Z")
_HEAD = (
    "Written by `briefwright edition`, once; the page of changes and the feed are made from it.",
    "What changed against the edition before it, what needed a look first.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One thing that changed. `sources` are those that said so, before or after; the texts are whole sentences.

    `rests` are the statements on which its words rest; an edition that an older version recorded has none.
    """

    what: str
    change: str
    id: str
    kind: str
    old: str
    new: str
    flags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    rests: Rests = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """One edition; `number` counts from 1. `verdict` is what a reviewer was told."""

    name: str
    number: int
    date: str
    revision: str
    verdict: str
    findings: int
    sources: int
    conflicts: int
    changes: tuple[Change, ...] = ()

    @property
    def summary(self) -> str:
        """What a reader is told: how many things changed, came and went, as they are then listed."""
        counted = {how: sum(c.change == how for c in self.changes) for how in ("changed", "added", "removed")}
        return " · ".join(f"{n} {how}" for how, n in counted.items() if n) or self.verdict


def read_editions(root: Path) -> tuple[Edition, ...]:
    """The editions below a folder of output, the first first; refuses a file that is none."""
    folder = root / FOLDER
    files = sorted(folder.glob("*.yml")) if folder.is_dir() else []
    found = [_edition(load(path.read_text(encoding="utf-8"), f"{FOLDER}/{path.name}")) for path in files]
    return tuple(sorted(found, key=lambda e: (e.number, e.name)))


def _edition(record: Record) -> Edition:
    return Edition(
        name=record.text("name"),
        number=record.integer("number"),
        date=record.text("date"),
        revision=record.text("revision"),
        verdict=record.text("verdict"),
        findings=record.integer("findings"),
        sources=record.integer("sources"),
        conflicts=record.integer("conflicts"),
        changes=tuple(
            Change(
                what=item.text("what"), change=item.text("change"), id=item.text("id"), kind=item.text("kind"),
                old=item.text("old", ""), new=item.text("new", ""), flags=item.texts("flags"),
                sources=item.texts("sources"), rests=tuple(_group(g.texts("one_of")) for g in item.items("rests")),
            )
            for item in record.items("changes")
        ),
    )  # fmt: skip


def _group(told: Sequence[str]) -> tuple[Support, ...]:
    """A group as it is kept: "statement finding source" each, the finding "-" where there is none."""
    parted = [(*one.split(" ", 2), "", "")[:3] for one in told]
    return tuple(Support(statement=s, finding="" if f == "-" else f, source=source) for s, f, source in parted)


def new_edition(root: Path, files: Mapping[str, bytes], name: str, day: str) -> tuple[Edition, dict[str, bytes]]:
    """The next edition of the briefing in `files` (names as in `briefing/`), and the files that record it.

    Refuses a name that is taken or unfit, a day that is none or before that of the last edition, and an edition in
    which nothing changed.
    """
    told = list(_unfit(name, day))
    if told:
        raise Refused(*told)
    before = read_editions(root)
    last = before[-1] if before else None
    if name.casefold() in {e.name.casefold() for e in before}:
        raise Refused(Problem(where=name, sentence="is the name of an edition already; choose another"))
    if last is not None and day < last.date:
        told_day = f"is before {last.date}, the day of the last edition {last.name}; give a later --date"
        raise Refused(Problem(where=day, sentence=told_day))
    now = read_snapshot(files, "briefing")
    changes: tuple[Change, ...] = ()
    verdict = "first edition"
    if last is not None:
        old = {p.name: p.read_bytes() for p in sorted((root / LATEST).glob("*.yml"))}
        difference = compare(read_snapshot(old, LATEST), now, (last.name, name))
        if not difference.entries:
            raise Refused(
                Problem(where=name, sentence=f"nothing changed since edition {last.name}; there is none to record")
            )
        changes, verdict = changes_of(difference), difference.verdict
    made = Edition(
        name=name, number=last.number + 1 if last is not None else 1, date=day, revision=now.revision, verdict=verdict,
        findings=len(now.findings), sources=len(now.sources), conflicts=len(now.conflicts), changes=changes,
    )  # fmt: skip
    return made, {f"{FOLDER}/{name}.yml": _yaml(made), **{f"{LATEST}/{n}": data for n, data in files.items()}}


def _unfit(name: str, day: str) -> list[Problem]:
    problems = []
    if not _NAME.match(name) or name.casefold() == "latest":
        told = "is no name for an edition; use up to 40 letters, digits, dots, hyphens and underscores, not 'latest'"
        problems.append(Problem(where=name or "NAME", sentence=told))
    try:
        fits = date.fromisoformat(day).isoformat() == day
    except ValueError:
        fits = False
    if not fits:
        problems.append(Problem(where=day or "--date", sentence="is no date; write it as 2026-01-31"))
    return problems


def changes_of(difference: Difference) -> tuple[Change, ...]:
    """The entries of a comparison as changes, what needs a look first."""
    ordered: Sequence[Entry] = (*difference.look(), *(e for e in difference.entries if not e.flags))
    return tuple(
        Change(
            what=e.what, change=e.change, id=e.id, kind=e.kind, old=e.old, new=e.new, flags=e.flags,
            sources=tuple(sorted({s.source for group in e.rests for s in group})), rests=e.rests,
        )
        for e in ordered
    )  # fmt: skip


def _yaml(edition: Edition) -> bytes:
    value: dict[str, object] = {
        "name": edition.name,
        "number": edition.number,
        "date": edition.date,
        "revision": edition.revision,
        "verdict": edition.verdict,
        "findings": edition.findings,
        "sources": edition.sources,
        "conflicts": edition.conflicts,
    }
    if edition.changes:
        value["changes"] = [
            {
                key: part
                for key, part in {
                    "what": c.what, "change": c.change, "id": c.id, "kind": c.kind, "old": c.old, "new": c.new,
                    "flags": list(c.flags), "sources": list(c.sources),
                    "rests": [
                        {"one_of": [f"{s.statement} {s.finding or '-'} {s.source}" for s in group]} for group in c.rests
                    ],
                }.items()
                if part
            }
            for c in edition.changes
        ]  # fmt: skip
    return dump(value, _HEAD)


def fit_to_show(editions: Sequence[Edition], codebook: Codebook) -> tuple[Edition, ...]:
    """The editions without the words that a judgement has taken out since: they must not live on in the changes.

    Words are taken out where nothing is left on which they rest: by the id of the finding, by that of a statement, or
    with its source; of a conflict, where that is so of one of its sides. A finding that went by another id in an
    earlier edition is withheld there too.
    """
    withheld = {i for j in codebook.judgements if j.decision == "withhold" for i in j.about}
    retracted = {i for j in codebook.judgements if j.decision == "source-retracted" for i in j.about}
    for edition in sorted(editions, key=lambda e: -e.number):
        for change in edition.changes:
            if change.what == "finding" and change.id in withheld:
                withheld |= {s.finding for group in change.rests for s in group if s.finding}

    def gone(support: Support) -> bool:
        return support.finding in withheld or support.statement in withheld or support.source in retracted

    def withdrawn(change: Change) -> bool:
        if change.id in withheld or any(all(map(gone, group)) for group in change.rests):
            return True
        if change.rests or not (withheld or retracted):
            return False
        # recorded before `rests` was: a conflict might hold any words, hence it is shown no more
        return change.what == "conflict" or (bool(change.sources) and set(change.sources) <= retracted)

    return tuple(replace(e, changes=tuple(_silent(c) if withdrawn(c) else c for c in e.changes)) for e in editions)


def _silent(change: Change) -> Change:
    """A change without its words; that something changed stays told."""
    return Change(
        what=change.what, change=change.change, id=change.id, kind=change.kind, old="", new="",
        flags=("its words were withdrawn by an editor",),
    )  # fmt: skip
