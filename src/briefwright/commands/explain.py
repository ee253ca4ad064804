"""`briefwright explain ID`: from a sentence through rule, slots and span to the bytes of the file and its hash."""

from __future__ import annotations

import argparse
import difflib
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from briefwright.build import distil_folder
from briefwright.codebook import Codebook, load_codebook
from briefwright.commands.common import FINE, Say, as_json, refused, seeds_of, takes_json
from briefwright.model import Briefing, Conflict, Entity, Finding, Silenced, Source, Statement
from briefwright.sources import decode
from briefwright.store.data import conflict_data, entity_data, finding_data, statement_data

HELP = "from a sentence to its bytes: rule, slots, span, file, hash, and every other source that says so"
EXAMPLES = (
    ("explain 0123456789", "the finding of that id down to the bytes of its sources"),
    ("explain ylva-strand --json", "everything said of an entity, as JSON"),
)


def add(parser: argparse.ArgumentParser) -> None:
    """The id."""
    parser.add_argument(
        "id", metavar="ID", help="of a finding, statement, conflict or entity, as a page or the YAML has it"
    )
    takes_json(parser)


def run(options: argparse.Namespace, say: Say) -> int:
    """Print the chain of one id; refuses one that the briefing does not have, with the nearest that it has."""
    seeds = seeds_of(options)
    briefing = distil_folder(seeds, say)
    chain = Chain(briefing, load_codebook(seeds), seeds)
    print(as_json(chain.data(options.id)) if options.json else "\n".join(chain.told(options.id)))
    return FINE


class Chain:
    """A briefing with what is needed to follow an id of it back to the files."""

    def __init__(self, briefing: Briefing, codebook: Codebook, seeds: Path) -> None:
        self.briefing = briefing
        self.seeds = seeds
        self.rules = {rule.name: rule for rule in codebook.rules}
        self.sources = {s.id: s for s in briefing.sources}
        self.origin = {source: o for o in briefing.origins for source in o.sources}
        self.statements = {s.id: s for s in briefing.statements}
        self.findings = {f.id: f for f in briefing.findings}
        self.finding_of = {s: f for f in briefing.findings for s in f.statements}
        self.conflicts = {c.id: c for c in briefing.conflicts}
        self.entities = {e.id: e for e in briefing.entities}

    def told(self, identity: str) -> Iterator[str]:
        """The lines that explain an id."""
        if identity in self.findings:
            yield from self.finding(self.findings[identity])
        elif identity in self.statements:
            yield from self.finding(self.finding_of[identity], first=identity)
        elif identity in self.conflicts:
            yield from self.conflict(self.conflicts[identity])
        elif identity in self.entities:
            yield from self.entity(self.entities[identity])
        else:
            yield from self._withheld(identity)

    def data(self, identity: str) -> dict[str, object]:
        """The same for a program: what the id names, the statements it rests on with their bytes, its conflicts."""
        if identity in self.entities:
            about = [finding_data(f) for f in self.briefing.findings if identity in f.entities]
            return {"entity": entity_data(self.entities[identity]), "findings": about}
        if identity in self.conflicts:
            conflict = self.conflicts[identity]
            cited = [s for side in conflict.sides for s in side.statements]
            return {
                "conflict": conflict_data(conflict),
                "statements": [self._placed(self.statements[s]) for s in cited],
            }
        finding = self.findings.get(identity) or self.finding_of.get(identity)
        if finding is None:
            list(self._withheld(identity))
            if quiet := self._silenced(identity):
                return {"silenced": [asdict(s) for s in quiet]}
            one = next(w for w in self.briefing.withheld if w.statement.id == identity)
            why = {"verdict": one.verdict, "slot": one.slot, "reason": one.reason}
            return {"withheld": why, "statements": [self._placed(one.statement)]}
        conflicts = [
            conflict_data(c)
            for c in self.briefing.conflicts
            if any(s in finding.statements for side in c.sides for s in side.statements)
        ]
        placed = [self._placed(self.statements[s]) for s in sorted(finding.statements, key=lambda s: s != identity)]
        return {"finding": finding_data(finding), "statements": placed, "conflicts": conflicts}

    def _placed(self, statement: Statement) -> dict[str, object]:
        """A statement with where its words stand: file, line, bytes, hash, and the texts that share the wording."""
        e = statement.evidence
        source = self.sources[e.source]
        path = self.seeds / Path(source.path).name
        data = path.read_bytes()
        start, end = byte_offsets(data, path.as_posix(), e.start, e.end)
        origin = self.origin.get(source.id)
        place = {
            "path": path.as_posix(), "line": source.text.count("\n", 0, e.start) + 1, "bytes": [start, end],
            "sha256": hashlib.sha256(data).hexdigest(), "origin": origin.id if origin else None,
            "origin_sources": list(origin.sources) if origin else [],
        }  # fmt: skip
        return {**statement_data(statement), "place": place}

    def _withheld(self, identity: str) -> Iterator[str]:
        """A statement that was composed and could not be proved has a chain as well; anything else is refused."""
        for one in self.briefing.withheld:
            if one.statement.id == identity:
                yield f"statement {identity} is not published: {one.verdict} ({one.slot}: {one.reason})"
                if one.verdict == "needs_review":
                    yield f"  to accept it after reading: a judgement 'accept' on {identity} with seen: {one.seen}"
                yield from self.statement(one.statement)
                return
        if quiet := self._silenced(identity):
            noun = "finding" if identity == quiet[0].finding else "statement"
            yield f"{noun} {identity} is not published: a judgement of the editors keeps it back"
            yield from self._quiet(quiet)
            return
        hidden = [i for s in self.briefing.silenced for i in (s.finding, s.statement)]
        known = [*self.findings, *self.statements, *self.conflicts, *self.entities, *hidden]
        near = difflib.get_close_matches(identity, known, n=1, cutoff=0.6)
        remedy = f"did you mean {near[0]}?" if near else "take it from a page (#) or from briefing/*.yml"
        raise refused(identity, f"the briefing has no finding, statement, conflict or entity of that id; {remedy}")

    def _silenced(self, identity: str) -> list[Silenced]:
        return [s for s in self.briefing.silenced if identity in (s.finding, s.statement)]

    @staticmethod
    def _quiet(silenced: Iterable[Silenced]) -> Iterator[str]:
        """What kind of statement is kept back, from where, and who did so, when and why; not its words."""
        for s in silenced:
            yield f"  kept back  {s.statement}, {s.kind}, from {s.source} ¶{s.passage[1:]}: {s.why}"

    def finding(self, finding: Finding, first: str = "") -> Iterator[str]:
        """A finding, each of its statements to the bytes, and the conflicts in which it stands."""
        yield f"finding {finding.id}"
        yield f"  says     {finding.text}"
        yield f"  kind     {finding.kind}, at home in briefing/{finding.section}.yml"
        yield f"  status   {finding.status}: {_counted(len(finding.origins), 'separately worded text')}"
        for statement in sorted(finding.statements, key=lambda s: s != first):
            yield ""
            yield from self.statement(self.statements[statement])
        if quiet := self._silenced(finding.id):
            yield ""
            yield from self._quiet(quiet)
        for conflict in self.briefing.conflicts:
            if any(s in finding.statements for side in conflict.sides for s in side.statements):
                yield ""
                yield f"conflict {conflict.id} ({conflict.type}), {conflict.resolution or 'open'}: {conflict.about}"

    def statement(self, statement: Statement) -> Iterator[str]:
        """One statement: rule, slots, span, bytes, hash."""
        e = statement.evidence
        source = self.sources[e.source]
        rule = self.rules.get(statement.rule)
        yield f"statement {statement.id}, from {source.id} ¶{e.passage[1:]}"
        yield f"  says     {statement.text}"
        doubt = "" if statement.hedge == "none" else f", hedge “{statement.hedge}”"
        voice = f"relayed from {statement.attribution}" if statement.attribution else "in the text's own voice"
        yield f"  how      {statement.stance}{doubt}, {statement.polarity}, {voice}"
        yield f"  rule     {statement.rule}" + (f" ({rule.where})" if rule is not None else "")
        for name, value in statement.slots.items():
            if value not in (None, "", [], ()):
                yield f"    {name} = {_slot(value)}"
        yield f"  words    {'our note' if e.basis == 'note' else 'the original'}: {e.exact}"
        yield from self.file(source, statement)

    def file(self, source: Source, statement: Statement) -> Iterator[str]:
        """Where the words stand: code points, bytes, file, hashes, and the texts that share its wording."""
        e = statement.evidence
        path = self.seeds / Path(source.path).name
        data = path.read_bytes()
        start, end = byte_offsets(data, path.as_posix(), e.start, e.end)
        line = source.text.count("\n", 0, e.start) + 1
        yield f"  place    {path.as_posix()}:{line}, code points {e.start}–{e.end}, bytes {start}–{end}"
        yield f"  file     sha256 {hashlib.sha256(data).hexdigest()}"
        if source.basis == "note":
            checked = "checked against it and sealed" if source.sealed else "not checked against the article"
            yield f"  article  {source.file}, sha256 {source.sha256}; the note is {checked}"
        origin = self.origin.get(source.id)
        if origin is not None:
            others = [s for s in origin.sources if s != source.id]
            yield f"  origin   {origin.id}" + (f", which shares wording with {', '.join(others)}" if others else "")

    def conflict(self, conflict: Conflict) -> Iterator[str]:
        """A conflict with each side's statements."""
        yield f"conflict {conflict.id} ({conflict.type}) about {conflict.about}"
        yield f"  note     {conflict.note}"
        yield f"  state    {conflict.resolution or 'open'}"
        for side in conflict.sides:
            yield f"  side     {side.text}"
            for statement in side.statements:
                s = self.statements[statement]
                yield f"    {s.id}  {s.evidence.source} ¶{s.evidence.passage[1:]}: {s.text}"

    def entity(self, entity: Entity) -> Iterator[str]:
        """An entity: its names, doubts, and the findings about it."""
        yield f"{entity.kind} {entity.id}"
        yield f"  name     {entity.name}"
        if entity.aliases:
            yield f"  also     {', '.join(entity.aliases)}"
        if entity.note:
            yield f"  reason   {entity.note}"
        for other in entity.same_as_doubt:
            yield f"  doubt    may or may not be {self.entities[other].name if other in self.entities else other}"
        for finding in self.briefing.findings:
            if entity.id in finding.entities:
                yield f"  {finding.id}  {finding.text}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _slot(value: object) -> str:
    if isinstance(value, Mapping):
        return json.dumps(dict(value), ensure_ascii=False)
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def byte_offsets(data: bytes, where: str, start: int, end: int) -> tuple[int, int]:
    """The half-open byte range in a file of a range of code points in its text (without BOM, line ends as LF)."""
    text = decode(data, where)
    mark = 3 if data.startswith(b"\xef\xbb\xbf") else 0

    def at(point: int) -> int:
        read = text[:point].encode("utf-8")
        place = mark
        # each line end of the text is one byte, but may be two in the file
        for part in read.split(b"\n")[:-1]:
            place += len(part)
            place += 2 if data[place : place + 2] == b"\r\n" else 1
        return place + len(read.rsplit(b"\n", 1)[-1])

    return at(start), at(end)
