"""Two briefings compared: what a reviewer has to look at, what changed, came and went, and why.

Findings are matched by id. Where an id is gone and another came, the two are one finding that changed if they are of
one kind and cite the same paragraph with nearly the same words; otherwise one was removed and one added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefwright.diff.model import Arrival, Coverage, Difference, Entry, How, Why
from briefwright.diff.snapshot import Named, Said, Shown, Snapshot, Text
from briefwright.records import Value

#: Share of words that two texts must have in common to count as one finding reworded.
_ALIKE = 0.6
_NUMBERS = ("value", "unit", "first", "second", "approx", "per")
_DATES = ("date", "since", "until")
_NAMES = ("person", "organisation", "unit", "agent", "product", "host", "holder", "subject", "participants", "affected",
          "licence", "role", "of", "to")  # fmt: skip


def compare(base: Snapshot, head: Snapshot, names: tuple[str, str]) -> Difference:
    """What differs in `head` against `base`; equal briefings give no entry."""
    pairs = _pairs(base, head)
    gone = {old for old, _ in pairs}
    come = {new for _, new in pairs}
    entries = [
        *_sources(base, head),
        *(e for old, new in pairs if (e := _changed(base.findings[old], head.findings[new], base, head)) is not None),
        *(_added(f, base, head) for f in head.findings.values() if f.id not in come),
        *(_removed(f, base, head) for f in base.findings.values() if f.id not in gone),
        *_conflicts(base, head),
        *_entities(base, head),
    ]
    return Difference(
        base=names[0],
        head=names[1],
        entries=tuple(entries),
        arrivals=tuple(_arrival(s, base, head, pairs) for s in head.sources.values() if s.id not in base.sources),
        coverage=tuple(_coverage(base, head)),
        sources_added=len(head.sources.keys() - base.sources.keys()),
        sources_removed=len(base.sources.keys() - head.sources.keys()),
        texts={f.id: f.text for f in (*base.findings.values(), *head.findings.values())},
    )


# --------------------------------------------------------------------------- findings


def _pairs(base: Snapshot, head: Snapshot) -> list[tuple[str, str]]:
    """Ids of the findings that are one in both, in the order of `head`."""
    same = [(i, i) for i in head.findings if i in base.findings]
    left = [f for f in base.findings.values() if f.id not in head.findings]
    places: dict[tuple[str, str, str], list[Shown]] = {}
    for finding in left:
        for said in finding.statements:
            places.setdefault((finding.kind, said.source, said.passage), []).append(finding)
    taken: set[str] = set()
    renamed: list[tuple[str, str]] = []
    for new in head.findings.values():
        if new.id in base.findings:
            continue
        near = {o.id: o for s in new.statements for o in places.get((new.kind, s.source, s.passage), ())}
        scored = [(_likeness(o.text, new.text), o.id) for o in near.values() if o.id not in taken]
        best = max(scored, default=(0.0, ""))
        if best[0] >= _ALIKE:
            taken.add(best[1])
            renamed.append((best[1], new.id))
    order = {i: n for n, i in enumerate(head.findings)}
    return sorted((*same, *renamed), key=lambda pair: order[pair[1]])


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(a=one.split(), b=other.split(), autojunk=False).ratio()


def _changed(old: Shown, new: Shown, base: Snapshot, head: Snapshot) -> Entry | None:
    before = {s.id: s for s in old.statements}
    after = {s.id: s for s in new.statements}
    both = [(before[i], after[i]) for i in after if i in before]
    if not both and len(before) == len(after) == 1:
        both = [(old.statements[0], new.statements[0])]
    flags = [*dict.fromkeys(f for pair in both for f in _flags(*pair)), *_status_flags(old, new)]
    lost = [s for i, s in before.items() if i not in after and s not in [a for a, _ in both]]
    won = [s for i, s in after.items() if i not in before and s not in [b for _, b in both]]
    told = [*(f"no longer says so: {s.place}" for s in lost), *(f"says so too: {s.place}" for s in won)]
    moved = [s for a, s in both if (a.text, a.exact) != (s.text, s.exact)]
    if not (flags or told or moved or old.text != new.text or old.status != new.status):
        return None
    reasons = [
        _why_changed(a, b, base, head) for a, b in both if (a.text, a.exact, a.slots) != (b.text, b.exact, b.slots)
    ]
    if won and all(s.source not in base.sources for s in won):
        reasons.append("source added")
    if lost and all(s.source not in head.sources for s in lost):
        reasons.append("source removed")
    return Entry(
        what="finding",
        id=new.id,
        kind=new.kind,
        change="changed",
        old=old.text,
        new=new.text,
        places=(*(s.place for s in moved), *told) if (moved or told) else tuple(s.place for s in new.statements),
        why=next(iter(reasons), _machine(base, head)),
        flags=tuple(flags),
    )


def _flags(old: Said, new: Said) -> Iterator[str]:
    """What in a statement a reviewer must see: a number, date, name, speaker, word of speech, denial or doubt."""
    numbers = [n for n in _NUMBERS if n != "value" or _numeric(old, n) or _numeric(new, n)]
    yield from _slots("number", numbers, old, new)
    yield from _slots("date", _DATES, old, new)
    yield from _slots("name", [n for n in _NAMES if n not in numbers], old, new)
    yield from _slots("speaker", ("speaker",), old, new)
    yield from _slots("quotation", ("words",), old, new)
    for name in ("polarity", "hedge", "attribution", "stance"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield f"{name} changed: {before or 'none'} → {after or 'none'}"


def _numeric(said: Said, name: str) -> bool:
    return any(c.isdigit() for c in str(said.slots.get(name, "")))


def _slots(label: str, names: Sequence[str], old: Said, new: Said) -> Iterator[str]:
    for name in names:
        before, after = _word(old.slots.get(name)), _word(new.slots.get(name))
        if before != after:
            yield f"{label} changed: {before or 'none'} → {after or 'none'}"


def _word(value: Value) -> str:
    """A slot as a reviewer reads it; of a date its value, for the reasoning may be reworded without a change."""
    if isinstance(value, dict):
        return str(value.get("value", ""))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _status_flags(old: Shown, new: Shown) -> Iterator[str]:
    if old.status == new.status:
        return
    if new.status == "disputed":
        yield f"disputed now (was {old.status})"
    elif new.status == "corroborated":
        yield f"corroboration gained (in {len(new.origins)} separately worded texts)"
    elif old.status == "corroborated":
        yield f"corroboration lost (now {new.status})"
    else:
        yield f"no longer disputed (now {new.status})"


def _added(finding: Shown, base: Snapshot, head: Snapshot) -> Entry:
    fresh = all(s.source not in base.sources for s in finding.statements)
    edited = any(_edited(s.source, base, head) for s in finding.statements)
    why: Why = "source added" if fresh else "note edited" if edited else _machine(base, head)
    return Entry(
        what="finding", id=finding.id, kind=finding.kind, change="added", new=finding.text,
        places=tuple(s.place for s in finding.statements), why=why,
    )  # fmt: skip


def _removed(finding: Shown, base: Snapshot, head: Snapshot) -> Entry:
    left = all(s.source not in head.sources for s in finding.statements)
    edited = any(_edited(s.source, base, head) for s in finding.statements)
    why: Why = "source removed" if left else "note edited" if edited else _machine(base, head)
    return Entry(
        what="finding", id=finding.id, kind=finding.kind, change="removed", old=finding.text,
        places=tuple(s.place for s in finding.statements), why=why, flags=("lost its last support",),
    )  # fmt: skip


def _why_changed(old: Said, new: Said, base: Snapshot, head: Snapshot) -> Why:
    one, other = base.sources.get(old.source), head.sources.get(new.source)
    if one is not None and other is not None and one.sha256 != other.sha256:
        return "source changed"
    return "note edited" if old.exact != new.exact else _machine(base, head)


def _edited(source: str, base: Snapshot, head: Snapshot) -> bool:
    one, other = base.sources.get(source), head.sources.get(source)
    return one is not None and other is not None and (one.text, one.sha256) != (other.text, other.sha256)


def _machine(base: Snapshot, head: Snapshot) -> Why:
    """What is left where no text changed: the corpus's codebook, else the rules of the package."""
    if base.codebook and head.codebook and base.codebook != head.codebook:
        return "codebook"
    return "rules" if base.rules and head.rules and base.rules != head.rules else ""


# --------------------------------------------------------------------------- conflicts, entities, sources


def _conflicts(base: Snapshot, head: Snapshot) -> Iterator[Entry]:
    for clash in head.conflicts.values():
        told = f"{clash.about}: {' / '.join(clash.sides)}"
        old = base.conflicts.get(clash.id)
        if old is None:
            yield Entry(
                what="conflict", id=clash.id, kind=clash.type, change="added", new=told, flags=("new conflict",)
            )
            continue
        before = f"{old.about}: {' / '.join(old.sides)}"
        flags = () if old.resolution == clash.resolution else (f"resolution: {old.resolution} → {clash.resolution}",)
        if flags or before != told:
            yield Entry(
                what="conflict", id=clash.id, kind=clash.type, change="changed", old=before, new=told, flags=flags
            )
    for clash in base.conflicts.values():
        if clash.id not in head.conflicts:
            told = f"{clash.about}: {' / '.join(clash.sides)}"
            yield Entry(
                what="conflict", id=clash.id, kind=clash.type, change="removed", old=told, flags=("conflict gone",)
            )


def _entities(base: Snapshot, head: Snapshot) -> Iterator[Entry]:
    """Pages that went, and names that were merged or parted."""
    owner = {name: e for e in head.entities.values() for name in (e.name, *e.aliases)}
    before = {name: e for e in base.entities.values() for name in (e.name, *e.aliases)}
    for entity in base.entities.values():
        if entity.id in head.entities:
            continue
        into = owner.get(entity.name)
        flag = f"merged with {into.name}" if into is not None else "its page is gone"
        yield _entity(entity, "removed", flag)
    for entity in head.entities.values():
        if entity.id in base.entities:
            old = base.entities[entity.id]
            if set(old.doubts) != set(entity.doubts):
                told = ", ".join(entity.doubts) or "nobody"
                yield _entity(entity, "changed", f"identity doubt changed: may be one with {told}")
            continue
        out = before.get(entity.name)
        if out is not None and out.id in head.entities:
            yield _entity(entity, "added", f"split from {out.name}")


def _entity(entity: Named, change: How, flag: str) -> Entry:
    gone, come = (entity.name, "") if change == "removed" else ("", entity.name)
    return Entry(
        what="entity", id=entity.id, kind=entity.kind,
        change=change,
        old=gone, new=come, flags=(flag,),
    )  # fmt: skip


def _sources(base: Snapshot, head: Snapshot) -> Iterator[Entry]:
    for source in head.sources.values():
        old = base.sources.get(source.id)
        if old is None:
            yield _source(source, "added", ())
            continue
        flags = []
        if old.sha256 != source.sha256:
            flags.append(f"the article is another one: {old.sha256[:12]} → {source.sha256[:12]}")
        if old.sealed and not source.sealed:
            flags.append("the note is no longer checked against the article")
        family = set(base.origins.get(old.origin, ())) & head.sources.keys()
        if family != set(head.origins.get(source.origin, ())) & base.sources.keys():
            flags.append(f"shares wording with other texts than before: {_listed(head, source)}")
        if flags:
            yield _source(source, "changed", tuple(flags))
    for source in base.sources.values():
        if source.id not in head.sources:
            yield _source(source, "removed", ("its page is gone",))


def _listed(head: Snapshot, source: Text) -> str:
    return ", ".join(s for s in head.origins.get(source.origin, ()) if s != source.id) or "none"


def _source(source: Text, change: How, flags: tuple[str, ...]) -> Entry:
    told = f"{source.id} {source.label}"
    gone, come = (told, "") if change == "removed" else ("", told)
    return Entry(
        what="source", id=source.id, kind="source",
        change=change,
        old=gone, new=come, flags=flags,
    )  # fmt: skip


# --------------------------------------------------------------------------- what a new source does; coverage


def _arrival(source: Text, base: Snapshot, head: Snapshot, pairs: Sequence[tuple[str, str]]) -> Arrival:
    here = [f for f in head.findings.values() if any(s.source == source.id for s in f.statements)]
    known = {new for _, new in pairs}
    own = {s.id for f in here for s in f.statements if s.source == source.id}
    against = {i for c in head.conflicts.values() if c.id not in base.conflicts and own & set(c.cites) for i in c.cites}
    return Arrival(
        id=source.id,
        label=source.label,
        origin=source.origin,
        shares_with=tuple(s for s in head.origins.get(source.origin, ()) if s != source.id),
        supports=tuple(f.id for f in here if f.id in known),
        contradicts=tuple(f.id for f in head.findings.values() if any(s.id in against - own for s in f.statements)),
        adds=tuple(f.id for f in here if f.id not in known),
    )


def _coverage(base: Snapshot, head: Snapshot) -> Iterator[Coverage]:
    for identity in sorted(base.sources.keys() | head.sources.keys()):
        before, after = _share(base.sources.get(identity)), _share(head.sources.get(identity))
        if before != after and not (before is None and identity in base.sources):
            yield Coverage(source=identity, before=before, after=after)


def _share(source: Text | None) -> tuple[int, int] | None:
    if source is None or source.sentences is None or source.used is None:
        return None
    return source.used, source.sentences
