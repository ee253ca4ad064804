"""Reading the codebooks: the package's own data files and `codebook.yml` of a corpus."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from briefwright import __version__
from briefwright.codebook.amounts import Amounts, amounts
from briefwright.codebook.disputes import Disputes, disputes
from briefwright.codebook.lexicon import Lexicon, lexicon
from briefwright.codebook.paraphrase import Paraphrase, paraphrase
from briefwright.codebook.reasons import Reasons, reasons
from briefwright.codebook.rules import Rule, compile_rule
from briefwright.codebook.thresholds import Thresholds, thresholds
from briefwright.model import ENTITY_KINDS, KINDS, EntityKind, Problem, Refused, short_hash
from briefwright.records import Record, Value, load

_OF_TWO = ("same", "different", "unsure")
DECISIONS = ("same", "different", "unsure", "withhold", "source-retracted", "correct", "resolve", "accept")


@dataclass(frozen=True, kw_only=True, slots=True)
class NameEntry:
    """A name that the editor lists: its kind, other spellings, and why they are one (a passage or a signed reason)."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    evidence: str = ""
    why: str = ""
    where: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """An editor's recorded decision: who, when, why. `about` holds names, finding ids, conflict ids or a source id.

    `slots` are what `correct` puts in place of what the engine read, by slot; `seen` is what `accept` was given for.
    """

    decision: str
    about: tuple[str, ...]
    text: str
    by: str
    when: str
    why: str
    where: str
    slots: Mapping[str, str] = field(default_factory=dict)
    seen: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    """The year that undated days and months of the corpus belong to, with the reasoning that readers see."""

    year: int
    why: str
    where: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Pin:
    """A finding that the editor wants on the first screen, by its id."""

    finding: str
    rank: int
    why: str
    where: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Drop:
    """A finding that the editor keeps off the home page, by its id."""

    finding: str
    why: str
    where: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """A sentence of the editor's own for the first screen, with the passages that it rests on ("002 ¶4")."""

    text: str
    evidence: tuple[str, ...]
    rank: int
    by: str
    where: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An entry that a corpus's own codebook adds to a list of the lexicon; one that is never used is refused."""

    name: str
    group: str
    where: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Template:
    """One sentence pattern of a kind, used where every slot named in `when` has one of the values given."""

    when: Mapping[str, tuple[str, ...]]
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Codebook:
    """The default codebook with the corpus's own laid over it."""

    lexicon: Lexicon
    paraphrase: Paraphrase
    amounts: Amounts
    reasons: Reasons
    disputes: Disputes
    lineage: Thresholds
    rules: tuple[Rule, ...]
    templates: Mapping[str, tuple[Template, ...]]
    names: tuple[NameEntry, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    years: tuple[Year, ...] = ()
    pins: tuple[Pin, ...] = ()
    drops: tuple[Drop, ...] = ()
    summary: tuple[Summary, ...] = ()
    gaps: tuple[str, ...] = ()
    expected: Mapping[str, int] = field(default_factory=dict)
    expected_at: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    site_name: str = ""
    contact: str = ""
    report: str = ""
    edit: str = ""
    glossary: tuple[tuple[str, str], ...] = ()
    text: str = ""
    entries: tuple[Entry, ...] = ()

    @property
    def own_rules(self) -> tuple[Rule, ...]:
        """The rules that the corpus's own codebook adds."""
        return self.rules[len(_default().rules) :]


def load_codebook(seeds: Path | None = None) -> Codebook:
    """The default codebook, with `codebook.yml` of `seeds` laid over it where there is one; refuses a faulty one."""
    path = seeds / "codebook.yml" if seeds is not None else None
    if path is None or not path.is_file():
        return _default()
    where = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Refused(Problem(where=where, sentence=f"not UTF-8 at byte {error.start}; save it as UTF-8")) from None
    return _overlay(_default(), load(text, where), text)


@functools.cache
def _default() -> Codebook:
    measured, argued, disputed = _data("amounts.yml"), _data("arguments.yml"), _data("conflicts.yml")
    assert isinstance(measured.value, dict) and isinstance(argued.value, dict) and isinstance(disputed.value, dict)
    return Codebook(
        lexicon=lexicon(_words("lexicon.yml"), {}, _words("given.yml")),
        paraphrase=paraphrase(_data("paraphrase.yml"), {}),
        amounts=amounts(measured.value),
        reasons=reasons(argued.value),
        disputes=disputes(disputed.value),
        lineage=thresholds(_data("lineage.yml")),
        rules=tuple(_rule(item, judge=False) for item in _as_items(_data("rules.yml"))),
        templates={
            kind: tuple(_template(item) for item in _as_items(part)) for kind, part in _data("templates.yml").entries()
        },
    )


@functools.cache
def rules_digest() -> str:
    """First twelve hex digits of the hash of the default codebook and the package version."""
    data = resources.files("briefwright.codebook") / "data"
    names = sorted(file.name for file in data.iterdir() if file.name.endswith(".yml"))
    return short_hash(__version__, *(_text(name) for name in names), length=12)


def _text(name: str) -> str:
    return (resources.files("briefwright.codebook") / "data" / name).read_text(encoding="utf-8")


@functools.cache
def _data(name: str) -> Record:
    return load(_text(name), f"codebook/data/{name}")


def _words(name: str) -> dict[str, Value]:
    words = _data(name).value
    assert isinstance(words, dict)
    return words


def _as_items(record: Record) -> tuple[Record, ...]:
    assert isinstance(record.value, list)
    return tuple(record.part(i) for i in range(len(record.value)))


def _whole(record: Record) -> int:
    if isinstance(record.value, bool) or not isinstance(record.value, int):
        raise record.refused("a whole number is needed here")
    return record.value


def _template(item: Record) -> Template:
    item.only_keys({"when", "text"})
    when: dict[str, tuple[str, ...]] = {}
    for slot, value in item.mapping("when").entries():
        when[slot] = (
            tuple(v.as_text() for v in _as_items(value)) if isinstance(value.value, list) else (value.as_text(),)
        )
    return Template(when=when, text=item.text("text"))


def _rule(item: Record, *, judge: bool = True) -> Rule:
    item.only_keys({"name", "kind", "pattern", "fixed", "presupposed", "yes", "no"})
    return compile_rule(
        name=item.text("name"),
        kind=item.text("kind"),
        pattern=item.text("pattern"),
        fixed={key: value.as_text() for key, value in item.mapping("fixed").entries()},
        yes=item.texts("yes"),
        no=item.texts("no"),
        where=item.place("name"),
        presupposed=item.boolean("presupposed", False),
        judge=judge,
    )


def _overlay(base: Codebook, own: Record, text: str) -> Codebook:
    if own.value is None:
        return base
    own.only_keys({"title", "site_name", "contact", "names", "judgements", "years", "pins", "drops", "gaps", "lexicon",
                   "expected", "rules", "report", "edit", "glossary", "summary",
                   "lineage"})  # fmt: skip
    names = tuple(_name(item) for item in own.items("names"))
    _no_twins(names)
    expected = own.mapping("expected")
    expected.only_keys(_COUNTED)
    extra = own.mapping("lexicon")
    extra.only_keys({"synonyms", "risk_types"})
    synonyms = {key: value.as_text() for key, value in extra.mapping("synonyms").entries()}
    types = extra.mapping("risk_types")
    words = _words("lexicon.yml")
    if types.value:
        cues: dict[str, Value] = {key: [v.as_text().casefold() for v in _listed(part)] for key, part in types.entries()}
        known = words["risk_types"]
        assert isinstance(known, dict)
        words = {**words, "risk_types": {**known, **cues}}
    return Codebook(
        paraphrase=paraphrase(_data("paraphrase.yml"), synonyms) if synonyms else base.paraphrase,
        amounts=base.amounts,
        reasons=base.reasons,
        disputes=base.disputes,
        lexicon=lexicon(words, synonyms, _words("given.yml")) if synonyms or types.value else base.lexicon,
        lineage=thresholds(own.mapping("lineage"), base.lineage),
        rules=(*base.rules, *(_rule(item) for item in own.items("rules"))),
        templates=base.templates,
        names=names,
        judgements=tuple(_judgement(item) for item in own.items("judgements")),
        years=tuple(_year(item) for item in own.items("years")),
        pins=tuple(_pin(item) for item in own.items("pins")),
        drops=tuple(_drop(item) for item in own.items("drops")),
        summary=tuple(_summary(item) for item in own.items("summary")),
        gaps=own.texts("gaps"),
        expected={key: _whole(part) for key, part in expected.entries()},
        expected_at={key: expected.place(key) for key, _ in expected.entries()},
        title=own.text("title", ""),
        site_name=own.text("site_name", ""),
        contact=own.text("contact", ""),
        report=_web(own, "report"),
        edit=_web(own, "edit"),
        glossary=tuple(_term(item) for item in own.items("glossary")),
        text=text,
        entries=(
            *(
                Entry(name=key, group="synonyms", where=part.place())
                for key, part in extra.mapping("synonyms").entries()
            ),
            *(Entry(name=key, group="risk_types", where=part.place()) for key, part in types.entries()),
        ),
    )


def _web(own: Record, key: str) -> str:
    """An address that a page may link; anything else is refused, for a reader would find no link and not know why."""
    value = own.text(key, "")
    if value and not value.startswith(("https://", "http://")):
        raise own.refused("no web address; write it as https://example.org/path", key)
    return value


def _term(item: Record) -> tuple[str, str]:
    """A term and what it means, in the editors' words."""
    item.only_keys({"term", "meaning"})
    return item.text("term"), item.text("meaning")


def _listed(record: Record) -> tuple[Record, ...]:
    if not isinstance(record.value, list) or not record.value:
        raise record.refused("a list of cue words is needed here")
    return tuple(record.part(i) for i in range(len(record.value)))


#: What a corpus can expect a number of.
_COUNTED = {*KINDS, *ENTITY_KINDS, "sources", "origins"}


def _no_twins(names: tuple[NameEntry, ...]) -> None:
    """Refuse a name that is listed twice: one of the two entries would have no effect."""
    met: set[str] = set()
    for entry in names:
        if entry.name in met:
            raise Refused(Problem(where=entry.where, sentence=f"'{entry.name}' is listed twice; keep one entry"))
        met.add(entry.name)


def _name(item: Record) -> NameEntry:
    item.only_keys({"name", "kind", "aliases", "evidence", "why"})
    kind = item.choice("kind", ENTITY_KINDS)
    entry = NameEntry(
        name=item.text("name"),
        kind=next(k for k in ENTITY_KINDS if k == kind),
        aliases=item.texts("aliases"),
        evidence=item.text("evidence", ""),
        why=item.text("why", ""),
        where=item.place("name"),
    )
    if entry.aliases and not (entry.evidence or entry.why):
        raise item.refused("'aliases' says that names are one; cite a passage as 'evidence' or give a 'why'", "aliases")
    return entry


def _judgement(item: Record) -> Judgement:
    item.only_keys({"decision", "about", "text", "by", "when", "why", "slots", "seen"})
    remedy = "a judgement says who, when and why"
    judged = Judgement(
        decision=item.choice("decision", DECISIONS),
        about=item.texts("about"),
        text=item.text("text", ""),
        by=item.text("by", remedy=remedy),
        when=item.text("when", remedy=remedy),
        why=item.text("why", remedy=remedy),
        where=item.place("decision"),
        slots={key: part.as_text() for key, part in item.mapping("slots").entries()},
        seen=item.text("seen", ""),
    )
    if (judged.decision == "correct") != bool(judged.slots):
        raise item.refused("'correct', and nothing else, has 'slots': what is to stand in which slot", "decision")
    if (judged.decision == "accept") != bool(judged.seen):
        told = "'accept', and nothing else, has 'seen': the digits that stand with the withheld statement"
        raise item.refused(told, "decision")
    two = judged.decision in _OF_TWO
    if not judged.about or (two and len(judged.about) != 2):
        raise item.refused(f"'{judged.decision}' needs {'two names' if two else 'an id'} in 'about'", "about")
    return judged


def _year(item: Record) -> Year:
    item.only_keys({"year", "why"})
    year = item.integer("year")
    if not 1000 <= year <= 2999:
        raise item.refused(f"'year' is {year}; give the year in four digits, such as 2026", "year")
    return Year(year=year, why=item.text("why", remedy="give the reasoning"), where=item.place("year"))


def _pin(item: Record) -> Pin:
    item.only_keys({"finding", "rank", "why"})
    return Pin(
        finding=item.text("finding"), rank=item.integer("rank"), why=item.text("why", ""), where=item.place("finding")
    )


def _summary(item: Record) -> Summary:
    item.only_keys({"text", "evidence", "rank", "by"})
    told = Summary(
        text=item.text("text"),
        evidence=item.texts("evidence"),
        rank=item.integer("rank"),
        by=item.text("by", remedy="say who wrote it"),
        where=item.place("text"),
    )
    if not told.evidence:
        raise item.refused("a sentence of your own needs 'evidence'; name its passages, such as [\"002 ¶4\"]", "text")
    return told


def _drop(item: Record) -> Drop:
    item.only_keys({"finding", "why"})
    return Drop(finding=item.text("finding"), why=item.text("why", ""), where=item.place("finding"))
