"""What the words of an entry rest on, so that they can be taken out where all of it was withdrawn."""

from __future__ import annotations

from briefwright.diff.model import Rests, Support
from briefwright.diff.snapshot import Clash, Said, Shown, Snapshot
from briefwright.records import Value


def saying(finding: Shown) -> Rests:
    """The statements that say what a finding shows; all of them where none has just these words."""
    same = [s for s in finding.statements if s.text == finding.text] or finding.statements
    return (tuple(_support(finding, s) for s in same),) if same else ()


def single(finding: Shown, said: Said) -> Rests:
    """One statement alone, of which something is told."""
    return ((_support(finding, said),),)


def standing(clash: Clash, snapshot: Snapshot) -> Rests:
    """The sides of a conflict: each has to keep a statement."""
    home = {s.id: f for f in snapshot.findings.values() for s in f.statements}
    return tuple(
        tuple(
            Support(statement=one, finding=home[one].id if one in home else "", source=source)
            for one, source in side.cites.items()
        )
        for side in clash.sides
        if side.cites
    )


def naming(entity: str, snapshot: Snapshot) -> Rests:
    """The statements that name an entity in a slot, or hold what it says; else those of the findings that name it."""
    about = [(f, s) for f in snapshot.findings.values() if entity in f.entities for s in f.statements]
    own = [(f, s) for f, s in about if s.attribution == entity or any(_holds(v, entity) for v in s.slots.values())]
    found = tuple(_support(f, s) for f, s in own or about)
    return (found,) if found else ()


def _holds(value: Value, entity: str) -> bool:
    if isinstance(value, dict):
        return any(_holds(part, entity) for part in value.values())
    return entity in value if isinstance(value, list) else value == entity


def joined(*parts: Rests) -> Rests:
    """Several of these, each group once."""
    return tuple(dict.fromkeys(group for part in parts for group in part))


def _support(finding: Shown, said: Said) -> Support:
    return Support(statement=said.id, finding=finding.id, source=said.source)
