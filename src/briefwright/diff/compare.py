"""Two briefings compared: what a reviewer has to look at, what changed, came and went, and why.

Findings are matched by id. Where an id is gone and another came, the two are one finding that changed if they are of
one kind and cite the same paragraph with nearly the same words; otherwise one was removed and one added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefwright.diff.around import entities, sources
from briefwright.diff.clashes import conflicts, contradicted
from briefwright.diff.model import Arrival, Coverage, Difference, Entry, Why
from briefwright.diff.rests import joined, saying, single
from briefwright.diff.snapshot import Said, Shown, Snapshot, Text
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
        *sources(base, head),
        *(e for old, new in pairs if (e := _changed(base.findings[old], head.findings[new], base, head)) is not None),
        *(_added(f, base, head) for f in head.findings.values() if f.id not in come),
        *(_removed(f, base, head) for f in base.findings.values() if f.id not in gone),
        *conflicts(base, head),
        *entities(base, head),
    ]
    return Difference(
        base=names[0],
        head=names[1],
        entries=tuple(entries),
        arrivals=tuple(_arrival(s, head, pairs) for s in head.sources.values() if s.id not in base.sources),
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
    flagged = [(a, b, seen) for a, b in both if (seen := tuple(_flags(a, b)))]
    flags = [*dict.fromkeys(flag for *_, seen in flagged for flag in seen), *_status_flags(old, new)]
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
        rests=joined(
            saying(old), saying(new), *(single(old, a) for a, _, _ in flagged), *(single(new, b) for _, b, _ in flagged)
        ),
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
        one, other = len(old.origins), len(new.origins)
        if new.status == "corroborated" and one != other:
            how = "gained" if other > one else "lost"
            yield f"corroboration {how} (in {other} separately worded texts, was in {one})"
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
    why: Why = "source added" if fresh else _edited(finding, base, head) or _machine(base, head)
    return Entry(
        what="finding", id=finding.id, kind=finding.kind, change="added", new=finding.text,
        places=tuple(s.place for s in finding.statements), why=why, rests=saying(finding),
    )  # fmt: skip


def _removed(finding: Shown, base: Snapshot, head: Snapshot) -> Entry:
    left = all(s.source not in head.sources for s in finding.statements)
    why: Why = "source removed" if left else _edited(finding, base, head) or _machine(base, head)
    return Entry(
        what="finding", id=finding.id, kind=finding.kind, change="removed", old=finding.text,
        places=tuple(s.place for s in finding.statements), why=why, flags=("lost its last support",),
        rests=saying(finding),
    )  # fmt: skip


def _why_changed(old: Said, new: Said, base: Snapshot, head: Snapshot) -> Why:
    text = _text_changed(new.source, base, head)
    if text == "source changed" or (text and old.exact != new.exact):
        return text
    # the words are the same: codebook or rules read them otherwise, else the words around them do
    return _machine(base, head) or text


def _edited(finding: Shown, base: Snapshot, head: Snapshot) -> Why:
    """Which of the texts of a finding is another one now: the source itself, or our note about it."""
    found = {_text_changed(s.source, base, head) for s in finding.statements}
    return "source changed" if "source changed" in found else "note edited" if "note edited" in found else ""


def _text_changed(source: str, base: Snapshot, head: Snapshot) -> Why:
    one, other = base.sources.get(source), head.sources.get(source)
    if one is None or other is None or (one.text, one.sha256) == (other.text, other.sha256):
        return ""
    return "note edited" if one.sha256 == other.sha256 and other.basis == "note" else "source changed"


def _machine(base: Snapshot, head: Snapshot) -> Why:
    """What is left where no text changed: the corpus's codebook, else the rules of the package."""
    if base.codebook and head.codebook and base.codebook != head.codebook:
        return "codebook"
    return "rules" if base.rules and head.rules and base.rules != head.rules else ""


# --------------------------------------------------------------------------- what a new source does; coverage


def _arrival(source: Text, head: Snapshot, pairs: Sequence[tuple[str, str]]) -> Arrival:
    here = [f for f in head.findings.values() if any(s.source == source.id for s in f.statements)]
    known = {new for _, new in pairs}
    own = {s.id for f in here for s in f.statements if s.source == source.id}
    against = contradicted(own, head)
    return Arrival(
        id=source.id,
        label=source.label,
        origin=source.origin,
        shares_with=tuple(s for s in head.origins.get(source.origin, ()) if s != source.id),
        supports=tuple(f.id for f in here if f.id in known),
        contradicts=tuple(f.id for f in head.findings.values() if any(s.id in against for s in f.statements)),
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
