"""What differs around the findings of two briefings: names that have a page, and the sources."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.diff.model import Entry, How, Rests
from briefwright.diff.rests import joined, naming
from briefwright.diff.snapshot import Named, Snapshot, Text

#: Kinds of names that have no page of their own.
_PAGELESS = ("place", "term")


def entities(base: Snapshot, head: Snapshot) -> Iterator[Entry]:
    """Pages that went, and names that were merged or parted."""
    owner = {name: e for e in head.entities.values() for name in (e.name, *e.aliases)}
    before = {name: e for e in base.entities.values() for name in (e.name, *e.aliases)}
    for entity in base.entities.values():
        if entity.id in head.entities:
            continue
        into = owner.get(entity.name)
        if into is not None:
            rests = joined(naming(entity.id, base), naming(into.id, head))
            told = "merged with" if into.id in base.entities else "its page has another name now:"
            yield _entity(entity, "removed", f"{told} {into.name}", rests)
        else:
            gone = "named no more" if entity.kind in _PAGELESS else "its page is gone"
            yield _entity(entity, "removed", gone, naming(entity.id, base))
    for entity in head.entities.values():
        if entity.id in base.entities:
            old = base.entities[entity.id]
            if set(old.doubts) != set(entity.doubts):
                told = ", ".join(entity.doubts) or "nobody"
                told = f"identity doubt changed: may be one with {told}"
                yield _entity(entity, "changed", told, naming(entity.id, head))
            continue
        out = before.get(entity.name)
        if out is not None and out.id in head.entities:
            rests = joined(naming(entity.id, head), naming(out.id, base))
            yield _entity(entity, "added", f"split from {out.name}", rests)


def _entity(entity: Named, change: How, flag: str, rests: Rests) -> Entry:
    gone, come = (entity.name, "") if change == "removed" else ("", entity.name)
    return Entry(
        what="entity", id=entity.id, kind=entity.kind, change=change, old=gone, new=come, flags=(flag,), rests=rests,
    )  # fmt: skip


def sources(base: Snapshot, head: Snapshot) -> Iterator[Entry]:
    for source in head.sources.values():
        old = base.sources.get(source.id)
        if old is None:
            yield _source(source, "added", ())
            continue
        flags = []
        if old.sha256 != source.sha256:
            noun = "article" if source.basis == "note" else "text"
            flags.append(f"the {noun} is another one: {old.sha256[:12]} → {source.sha256[:12]}")
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
        what="source", id=source.id, kind="source", change=change, old=gone, new=come, flags=flags,
    )  # fmt: skip
