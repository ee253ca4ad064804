"""The frozen values that every stage passes on, their closed vocabularies, their ids; the exceptions come with them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from briefwright.problems import Problem as Problem
from briefwright.problems import Refused as Refused
from briefwright.problems import Unsound as Unsound
from briefwright.tally import SelfTest as SelfTest
from briefwright.tally import SelfTestClass as SelfTestClass
from briefwright.tally import Survivor as Survivor

# --------------------------------------------------------------------------- vocabularies

Kind = Literal[
    "role", "affiliation", "biography", "departure", "appointment", "release", "announcement",
    "organisation_change", "meeting", "quote", "reaction", "model_attribute", "architecture", "quantity",
    "licence", "cost", "risk", "scenario", "recommendation", "governance", "market", "uncertainty", "background",
]  # fmt: skip
EntityKind = Literal["person", "organisation", "team", "model", "family", "product", "place", "term"]
Stance = Literal["stated", "quoted", "reported", "speculated"]
Status = Literal["corroborated", "single-origin", "disputed"]
Polarity = Literal["affirmed", "denied"]
PassageClass = Literal["content", "heading", "noise"]
Basis = Literal["note", "original"]
Known = Literal["stated", "derived", "unknown"]
ConflictType = Literal["value", "time", "identity", "role", "participants", "scope", "modality", "wording", "owner"]

KINDS: tuple[Kind, ...] = get_args(Kind)
ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)

#: Kinds that are arguments: they may carry the note's own sentence. All others are facts made of slots.
ARGUMENT_KINDS: frozenset[Kind] = frozenset(
    {"risk", "scenario", "recommendation", "uncertainty", "governance", "market", "background"}
)

#: The slots of each kind, in the order in which they are written. The first names the subject of the finding.
SLOTS: Mapping[Kind, tuple[str, ...]] = {
    "role": ("person", "role", "organisation", "since", "until"),
    "affiliation": ("person", "organisation", "since", "until"),
    "biography": ("person", "event", "object", "date"),
    "departure": ("person", "organisation", "unit", "role", "date", "manner"),
    "appointment": ("person", "organisation", "unit", "role", "date", "manner"),
    "release": ("agent", "product", "date", "medium", "manner", "words"),
    "announcement": ("agent", "content", "product", "date", "medium"),
    "organisation_change": ("agent", "change", "object", "link", "result", "date"),
    "meeting": ("event", "host", "date", "participants", "content"),
    "quote": ("speaker", "words", "medium", "addressee", "about"),
    "reaction": ("holder", "about", "view", "medium"),
    "model_attribute": ("subject", "attribute", "value", "unit", "approx", "per"),
    "architecture": ("subject", "attribute", "value", "unit", "approx", "per", "of", "to", "first", "second"),
    "quantity": ("subject", "attribute", "value", "unit", "approx", "per", "via", "date"),
    "licence": ("subject", "licence", "permits"),
    "cost": ("subject", "attribute", "value", "unit", "approx", "per"),
    "risk": ("holder", "affected", "trigger", "consequence", "type", "date"),
    "scenario": ("holder", "affected", "trigger", "consequence", "type", "date"),
    "recommendation": ("holder", "affected", "trigger", "consequence", "date"),
    "governance": ("about", "holder", "matter", "date"),
    "market": ("about", "holder", "matter", "date"),
    "uncertainty": ("about", "holder", "matter", "date"),
    "background": ("about", "holder", "matter", "date"),
}

#: The YAML file in which findings of a kind have their home.
HOME: Mapping[Kind, str] = {
    "role": "people", "affiliation": "people", "biography": "people",
    "departure": "events", "appointment": "events", "release": "events", "announcement": "events",
    "organisation_change": "events", "meeting": "events",
    "quote": "quotes", "reaction": "quotes",
    "model_attribute": "models", "quantity": "models", "licence": "models", "cost": "models",
    "architecture": "architecture",
    "risk": "risks", "scenario": "scenarios", "recommendation": "recommendations", "uncertainty": "unknowns",
    "governance": "organisations", "market": "organisations", "background": "organisations",
}  # fmt: skip

# --------------------------------------------------------------------------- sources


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """When a source was published: `value` is ISO (or "unknown"), `how` says how a derived date is known."""

    value: str = "unknown"
    precision: str = "unknown"
    known: Known = "unknown"
    how: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """A detail of an article that its note does not retell, with the reason."""

    paragraph: str
    detail: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """What a publisher changed in an article after it was noted: the day, what, and the hash that it had before."""

    when: str
    what: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WebPage:
    """The web page that a source is or was taken from: its address, its file as it was saved, when it was modified.

    `file` and `sha256` are "" where the source itself is that file; `stated` pairs a field of the record with where the
    page states it.
    """

    address: str = ""
    file: str = ""
    sha256: str = ""
    modified: str = ""
    stated: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence of a passage: half-open code point range in `Passage.text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A numbered paragraph of a source.

    `text` is what a reader sees; `offsets[i]` is the code point in `Source.text` of `text[i]`, and `offsets[len(text)]`
    the point after the last one: over markup they jump. A noise or heading passage of a note has no text.
    """

    source: str
    id: str
    number: int
    cls: PassageClass
    reason: str = ""
    text: str = ""
    offsets: tuple[int, ...] = (0,)
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """One document with its record. `text` is the whole file decoded, BOM removed, line ends as LF."""

    id: str
    path: str
    title: str
    publisher: str = "unknown"
    author: str = "unknown"
    published: Published = field(default_factory=Published)
    language: str = "en"
    file: str
    sha256: str
    rights: str = ""
    basis: Basis
    text: str
    sealed: bool = False
    left_out: tuple[LeftOut, ...] = ()
    corrections: tuple[Correction, ...] = ()
    page: WebPage | None = None
    passages: tuple[Passage, ...] = ()

    @property
    def label(self) -> str:
        """What a footnote calls the source: the publisher where it is known, else the title."""
        return self.publisher if self.publisher != "unknown" else self.title


# --------------------------------------------------------------------------- findings

#: A slot as it is stored: an entity id, words, a number as a string, a date mapping, a list of ids, or nothing.
SlotValue = str | int | bool | Mapping[str, object] | Sequence[str] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Entity:
    """A person, organisation, team, model, family, product, place or term that the sources name."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    same_as_doubt: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """Exact words in a source (W3C TextQuoteSelector); `start`, `end` count code points in `Source.text`."""

    source: str
    passage: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    basis: Basis


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """One typed thing that one sentence of one source says, put into a sentence of ours.

    `accepted` is empty where the verifier proved it; else an editor judged it, and here stand who, when and why.
    """

    id: str
    kind: Kind
    text: str
    slots: Mapping[str, SlotValue]
    stance: Stance
    attribution: str | None
    hedge: str
    polarity: Polarity
    rule: str
    voice: str
    evidence: Evidence
    accepted: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Statements that say the same thing across sources: the unit that is shown, a footnote per statement.

    `voices` are entity or phrase ids, or `source:<id>` where the source itself asserts it.
    `section` is the home file; `summary_rank` is 1…12 on the first screen, else None.
    """

    id: str
    kind: Kind
    text: str
    entities: tuple[str, ...]
    statements: tuple[str, ...]
    origins: tuple[str, ...]
    voices: tuple[str, ...]
    status: Status
    section: str
    rank: int
    summary: bool = False
    summary_rank: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One side of a conflict: what is said, and the statements that say so."""

    text: str
    statements: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Conflict:
    """Statements that cannot all hold. `about` names entity ids or a finding; open until a judgement resolves it."""

    id: str
    type: ConflictType
    about: str
    entities: tuple[str, ...]
    sides: tuple[Side, ...]
    note: str
    resolution: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """One or more sources that share wording, with short phrases that show it."""

    id: str
    sources: tuple[str, ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Use:
    """What became of one sentence (a range of `Source.text`): the findings that cite it, or why none does."""

    source: str
    passage: str
    start: int
    end: int
    findings: tuple[str, ...]
    why_unused: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """What a briefing of this kind should say and, by the editor's reading, no source of the corpus does."""

    id: str
    question: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """A judgement as readers see it: what an editor decided, about which names or ids, who, when and why."""

    decision: str
    about: tuple[str, ...]
    text: str
    by: str
    when: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Withheld:
    """A statement that the engine composed and could not prove: never published, always counted.

    `seen` stands for its text and its passage: what an editor has read who accepts it.
    """

    statement: Statement
    verdict: str
    slot: str
    reason: str
    seen: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Silenced:
    """A statement that a judgement keeps out of every output: its kind and place, and why; never its words.

    `start` is where its sentence begins in the source's text.
    """

    finding: str
    statement: str
    kind: Kind
    source: str
    passage: str
    start: int
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Briefing:
    """The whole result, in the order in which it is shown. Everything that is rendered comes from here."""

    revision: str
    title: str
    site_name: str
    contact: str
    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    conflicts: tuple[Conflict, ...]
    uses: tuple[Use, ...]
    withheld: tuple[Withheld, ...] = ()
    gaps: tuple[Gap, ...] = ()
    decisions: tuple[Decision, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    #: What it was made with, as hashes of twelve digits: the package's rules, the corpus's codebook ("" without one).
    rules: str = ""
    codebook: str = ""
    #: The mutation self-test of this edition; nothing where none was run for it.
    self_test: SelfTest | None = None
    #: Where a reader reports an error, and below which address the seeds can be edited; empty where no editor says.
    report: str = ""
    edit: str = ""
    #: Terms with their meaning in the editors' own words, never a source's.
    glossary: tuple[tuple[str, str], ...] = ()
    #: What an editor should know of the codebook though nothing is wrong; told when it is built, written nowhere.
    notices: tuple[Problem, ...] = ()

    def retraction(self, source: str) -> Decision | None:
        """The judgement that took a source out; None for one that stands."""
        return next((d for d in self.decisions if d.decision == "source-retracted" and source in d.about), None)


# --------------------------------------------------------------------------- ids


def short_hash(*parts: str, length: int = 10) -> str:
    """First `length` hex digits of the SHA-256 of the parts, joined by a character that no part can hold."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:length]
