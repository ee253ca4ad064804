"""A briefing as the YAML of `briefing/` gives it: what a comparison needs, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefwright.model import Problem, Refused
from briefwright.records import Record, Value, load
from briefwright.store import SCHEMA

#: The files that hold findings, in the order in which they are told.
FILES = ("people", "organisations", "models", "architecture", "events", "quotes", "risks", "scenarios",
         "recommendations", "unknowns")  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One statement with what a reviewer would look at."""

    id: str
    source: str
    passage: str
    text: str
    slots: Mapping[str, Value]
    stance: str
    attribution: str
    hedge: str
    polarity: str
    exact: str

    @property
    def place(self) -> str:
        return f"{self.source} ¶{self.passage.removeprefix('p')}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """One finding."""

    id: str
    kind: str
    text: str
    status: str
    section: str
    origins: tuple[str, ...]
    entities: tuple[str, ...]
    statements: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One side of a conflict; `cites` are the statements that say so, each with its source."""

    text: str
    cites: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Clash:
    """One conflict; `resolution` is "open" or an editor's words."""

    id: str
    type: str
    about: str
    sides: tuple[Part, ...]
    resolution: str

    @property
    def told(self) -> str:
        """What it is about, and its sides."""
        return f"{self.about}: {' / '.join(side.text for side in self.sides)}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """One entity that has a page."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """One source. `used` of `sentences` stand in some finding; both are None where an old briefing does not say."""

    id: str
    label: str
    path: str
    sha256: str
    text: str
    basis: str
    origin: str
    sealed: bool
    sentences: int | None
    used: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """A briefing at one moment. `rules` and `codebook` are hashes, "" where an old briefing does not say."""

    revision: str
    rules: str
    codebook: str
    sources: Mapping[str, Text]
    origins: Mapping[str, tuple[str, ...]]
    entities: Mapping[str, Named]
    findings: Mapping[str, Shown]
    conflicts: Mapping[str, Clash]


def read_snapshot(files: Mapping[str, bytes], where: str) -> Snapshot:
    """The briefing in these files, by their names in `briefing/` ("people.yml"); refuses what is none of ours."""
    records = {name: _record(files, f"{name}.yml", where) for name in ("sources", *FILES, "conflicts")}
    top = records["sources"]
    found = top.integer("schema", SCHEMA)
    if found != SCHEMA:
        raise top.refused(
            f"is of schema {found}, this reads schema {SCHEMA}; rebuild it, or use the version that wrote it",
            "schema",
        )
    entities = [_named(item) for name in FILES for item in records[name].items("entities")]
    findings = [_shown(item, name) for name in FILES for item in records[name].items("findings")]
    return Snapshot(
        revision=top.text("revision"),
        rules=top.text("rules", ""),
        codebook=top.text("codebook", ""),
        sources={s.id: s for s in map(_text, top.items("sources"))},
        origins={o.text("id"): o.texts("sources") for o in top.items("origins")},
        entities={e.id: e for e in entities},
        findings={f.id: f for f in findings},
        conflicts={c.id: c for c in map(_clash, records["conflicts"].items("conflicts"))},
    )


def _record(files: Mapping[str, bytes], name: str, where: str) -> Record:
    place = f"{where}/{name}"
    if name not in files:
        raise Refused(Problem(where=place, sentence="is not there; build that briefing first, or name another"))
    try:
        return load(files[name].decode("utf-8"), place)
    except UnicodeDecodeError as error:
        raise Refused(Problem(where=place, sentence=f"not UTF-8 at byte {error.start}; rebuild it")) from None


def _text(item: Record) -> Text:
    publisher = item.text("publisher", "unknown")
    counted = "sentences" in item
    return Text(
        id=item.text("id"),
        label=publisher if publisher != "unknown" else item.text("title"),
        path=item.text("path", ""),
        sha256=item.text("sha256"),
        text=item.text("text_sha256", ""),
        basis=item.text("basis", "note"),
        origin=item.text("origin", ""),
        sealed=item.boolean("sealed", False),
        sentences=item.integer("sentences") if counted else None,
        used=item.integer("used", 0) if counted else None,
    )


def _named(item: Record) -> Named:
    return Named(
        id=item.text("id"),
        kind=item.text("kind"),
        name=item.text("name"),
        aliases=item.texts("aliases"),
        doubts=item.texts("same_as_doubt"),
    )


def _shown(item: Record, section: str) -> Shown:
    return Shown(
        id=item.text("id"),
        kind=item.text("kind"),
        text=item.text("text"),
        status=item.text("status"),
        section=section,
        origins=item.texts("origins"),
        entities=item.texts("entities"),
        statements=tuple(_said(one) for one in item.items("statements")),
    )


def _said(item: Record) -> Said:
    slots = item.mapping("slots").value
    assert isinstance(slots, dict)
    return Said(
        id=item.text("id"),
        source=item.text("source"),
        passage=item.text("passage"),
        text=item.text("text"),
        slots=slots,
        stance=item.text("stance", "stated"),
        attribution=item.text("attribution", ""),
        hedge=item.text("hedge", ""),
        polarity=item.text("polarity", ""),
        exact=item.mapping("evidence").text("exact", ""),
    )


def _clash(item: Record) -> Clash:
    return Clash(
        id=item.text("id"),
        type=item.text("type"),
        about=item.text("about", ""),
        sides=tuple(
            Part(
                text=side.text("text", ""),
                cites={cited.text("id"): cited.text("source") for cited in side.items("statements")},
            )
            for side in item.items("sides")
        ),
        resolution=item.text("resolution", "open"),
    )
