"""A small hand-made briefing about invented companies, with every kind of finding, for the tests of what is rendered.

Three sources (two notes that share an origin, one raw text of its own), written here by hand so that it depends on the
value types alone. `make()` gives the same value each time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from briefwright.model import (
    HOME,
    SLOTS,
    Briefing,
    Conflict,
    Entity,
    EntityKind,
    Evidence,
    Finding,
    Gap,
    Kind,
    LeftOut,
    Origin,
    Passage,
    PassageClass,
    Polarity,
    Published,
    Sentence,
    Side,
    SlotValue,
    Source,
    Stance,
    Statement,
    Status,
    Use,
    Withheld,
    short_hash,
)

REVISION = "0123456789ab"

# --------------------------------------------------------------------------- sources

Row = tuple[PassageClass, str, str]

_FRONT_100 = """---
id: "100"
title: "Orrery Labs loses the architect of Lumen"
publisher: The Lisbon Courier
author: Mira Tan
published:
  value: 2031-03-04
  precision: day
  known: stated
  how: "stated in the dateline p1"
language: en
file: 100_orrery.txt
sha256: "%s"
paragraphs: 8
headings:
  p3: "on the model"
noise:
  p8: "share buttons"
left_out:
  - {paragraph: p2, detail: "a storm in a teacup", reason: "a figure of speech"}
rights: "The article belongs to its publisher; this note is our own account of it."
---
"""
_ROWS_100: tuple[Row, ...] = (
    ("content", "", "Inés Aldabe left the Lumen team of Orrery Labs on Tuesday."),
    (
        "content",
        "",
        "Inés Aldabe was the chief architect of the Lumen team. Inés Aldabe joined Orrery Labs in July 2027. "
        "Tomasz Wren reportedly was appointed to lead the Lumen team. Inés Aldabe studied physics in Lisbon.",
    ),
    ("heading", "on the model", ""),
    (
        "content",
        "",
        "Orrery Labs released Lumen 3 on March 2. Lumen 3 has a context window of 128,000 tokens. "
        "Lumen 3 uses a 3:1 ratio of sparse layers to dense layers. Lumen 3 is licensed under Apache 2.0.",
    ),
    ("content", "", "Lumen has had over 40 million downloads. Lumen 3 may cut the cost of inference by 60%."),
    (
        "content",
        "",
        "Sora Ito wrote on Murmur: “the sky is a little darker today”. Ka-Yin Mo praised the “quiet precision” "
        "of Lumen 3. "
        "It is unclear whether Inés Aldabe will join a competitor.",
    ),
    (
        "content",
        "",
        "Analysts warn that Orrery Labs could close later Lumen models. Customers should keep copies of the "
        "open models. "
        "In a first scenario, Orrery Labs could name a new architect, which would calm developers.",
    ),
    ("noise", "share buttons", ""),
)

_FRONT_101 = """---
id: "101"
title: "Shake-up at Orrery Labs: Lumen's architect goes"
publisher: unknown
author: unknown
published:
  value: unknown
  precision: unknown
  known: unknown
  how: "the article states no date"
language: en
file: 101_shake.txt
sha256: "%s"
paragraphs: 5
noise:
  p5: "reply form"
rights: "The article belongs to its publisher; this note is our own account of it."
---
"""
_ROWS_101: tuple[Row, ...] = (
    ("content", "", "Inés Aldabe left the Lumen team of Orrery Labs."),
    (
        "content",
        "",
        "Lumen 3 has a context window of 256,000 tokens. Orrery Labs announced an audit of the Lumen team. "
        "Orrery Labs merged the Lumen team into the “Halden C-finish Group” [sic].",
    ),
    (
        "content",
        "",
        "Executives of Orrery Labs met the staff at a “Lantern Day” on March 3. The board of Orrery Labs "
        "answers to Halden Systems. "
        "Halden Systems holds a third of the market for desk models.",
    ),
    ("content", "", "Lumen began as a project of two students. T. Wren denied that Inés Aldabe was asked to go."),
    ("noise", "reply form", ""),
)

_LINES_102: tuple[Row, ...] = (
    ("content", "", "After Aldabe: what is next for Lumen?"),
    ("noise", "byline", "by Jo Reyes"),
    (
        "content",
        "",
        "Inés Aldabe has left Orrery Labs, the company confirmed. Sora Ito is a staff engineer at Orrery Labs.",
    ),
    ("heading", "", "A Question of Money"),
    (
        "content",
        "",
        "“Nobody pushed her,” said Tomasz Wren, the head of research at Halden Systems. The coffee was cold.",
    ),
    ("content", "", "Lumen 3 costs $2 per million tokens. Lumen Desk runs it on a laptop."),
    ("noise", "tags", "Tags: #Orrery #Lumen"),
)


def _passages(source: str, rows: Sequence[Row], text: str, at: int) -> tuple[Passage, ...]:
    """The passages of the rows, found one after the other in the text from `at`."""
    found = []
    for number, (cls, reason, words) in enumerate(rows, start=1):
        start = text.index(words, at) if words else at
        at = start + len(words)
        found.append(
            Passage(
                source=source,
                id=f"p{number}",
                number=number,
                cls=cls,
                reason=reason,
                text=words,
                offsets=tuple(range(start, at + 1)),
                sentences=_sentences(words) if cls == "content" else (),
            )
        )
    return tuple(found)


def _sentences(words: str) -> tuple[Sentence, ...]:
    """Sentences end at ". " before a capital here; the texts above are written so that this is right."""
    found, start = [], 0
    for index in range(len(words)):
        last = index == len(words) - 1
        inside = (
            words[index : index + 2] == ". "
            and words[index + 2 : index + 3].isupper()
            and words[index - 1 : index] != "T"
        )
        if last or inside:
            end = index + 1
            found.append(Sentence(start=start, end=end, text=words[start:end]))
            start = end + 1
    return tuple(found)


def _note(identity: str, front: str, rows: Sequence[Row], article: str, published: Published, **known: str) -> Source:
    sha = hashlib.sha256(article.encode()).hexdigest()
    body = "".join(f"\n[p{number}]\n{words}\n" for number, (_, _, words) in enumerate(rows, start=1) if words)
    text = front % sha + body
    return Source(
        id=identity,
        path=f"seeds/{known['file'].removesuffix('.txt')}.md",
        sha256=sha,
        basis="note",
        text=text,
        sealed=True,
        rights="The article belongs to its publisher; this note is our own account of it.",
        published=published,
        left_out=(LeftOut(paragraph="p2", detail="a storm in a teacup", reason="a figure of speech"),)
        if identity == "100"
        else (),
        passages=_passages(identity, rows, text, len(front % sha)),
        title=known["title"],
        publisher=known.get("publisher", "unknown"),
        author=known.get("author", "unknown"),
        file=known["file"],
    )


def sources() -> tuple[Source, ...]:
    """Two notes and a raw text."""
    first = _note(
        "100",
        _FRONT_100,
        _ROWS_100,
        "article 100",
        Published(value="2031-03-04", precision="day", known="stated", how="stated in the dateline p1"),
        title="Orrery Labs loses the architect of Lumen",
        publisher="The Lisbon Courier",
        author="Mira Tan",
        file="100_orrery.txt",
    )
    second = _note(
        "101",
        _FRONT_101,
        _ROWS_101,
        "article 101",
        Published(how="the article states no date"),
        title="Shake-up at Orrery Labs: Lumen's architect goes",
        file="101_shake.txt",
    )
    text = "".join(f"{words}\n\n" for _, _, words in _LINES_102)
    third = Source(
        id="102",
        path="seeds/102_after.txt",
        title=_LINES_102[0][2],
        author="Jo Reyes",
        file="102_after.txt",
        basis="original",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        passages=_passages("102", _LINES_102, text, 0),
    )
    return (first, second, third)


# --------------------------------------------------------------------------- entities


def entities() -> tuple[Entity, ...]:
    """Four persons (two of them perhaps one), two organisations, and one of each other kind."""

    def entity(
        identity: str, kind: EntityKind, name: str, *aliases: str, doubt: tuple[str, ...] = (), note: str = ""
    ) -> Entity:
        return Entity(id=identity, kind=kind, name=name, aliases=aliases, same_as_doubt=doubt, note=note)

    return (
        entity("ines-aldabe", "person", "Inés Aldabe", "Aldabe"),
        entity("ka-yin-mo", "person", "Ka-Yin Mo"),
        entity("sora-ito", "person", "Sora Ito"),
        entity(
            "t-wren",
            "person",
            "T. Wren",
            doubt=("tomasz-wren",),
            note="The initial fits “Tomasz Wren”; no text says that they are one.",
        ),
        entity("tomasz-wren", "person", "Tomasz Wren", "Wren", doubt=("t-wren",)),
        entity("halden-systems", "organisation", "Halden Systems"),
        entity("orrery-labs", "organisation", "Orrery Labs", "Orrery"),
        entity("lumen-team", "team", "Lumen team"),
        entity("lumen", "family", "Lumen"),
        entity("lumen-3", "model", "Lumen 3"),
        entity("lumen-desk", "product", "Lumen Desk"),
        entity("lisbon", "place", "Lisbon"),
        entity("lantern-day", "term", "Lantern Day"),
    )


# --------------------------------------------------------------------------- statements and findings


class _Maker:
    """Collects statements and findings; each statement cites exact words of a passage."""

    def __init__(self) -> None:
        self.sources = {source.id: source for source in sources()}
        self.statements: list[Statement] = []
        self.findings: list[Finding] = []

    def say(
        self,
        kind: Kind,
        source: str,
        passage: str,
        exact: str,
        text: str,
        slots: Mapping[str, SlotValue],
        *,
        stance: Stance = "stated",
        attribution: str | None = None,
        hedge: str = "none",
        polarity: Polarity = "affirmed",
        voice: str = "",
    ) -> str:
        """A statement of ours that rests on the exact words; its id."""
        cited = self.sources[source]
        place = next(one for one in cited.passages if one.id == passage)
        start = cited.text.index(exact, place.offsets[0])
        end = start + len(exact)
        subject = str(slots.get(SLOTS[kind][0], ""))
        identity = short_hash(source, passage, kind, subject, str(slots.get("attribute", "")))
        if any(one.id == identity for one in self.statements):
            identity = short_hash(source, passage, kind, subject, text)
        self.statements.append(
            Statement(
                id=identity,
                kind=kind,
                text=text,
                slots=slots,
                stance=stance,
                attribution=attribution,
                hedge=hedge,
                polarity=polarity,
                rule=f"{kind}.plain",
                voice=voice or f"source:{source}",
                evidence=Evidence(
                    source=source,
                    passage=passage,
                    start=start,
                    end=end,
                    exact=exact,
                    prefix=cited.text[max(0, start - 32) : start],
                    suffix=cited.text[end : end + 32],
                    basis=cited.basis,
                ),
            )
        )
        return identity

    def find(
        self, *said: str, status: Status = "single-origin", summary: int | None = None, marked: bool = False
    ) -> str:
        """The finding of these statements; its text is that of the first."""
        members = [one for one in self.statements if one.id in said]
        first = next(one for one in members if one.id == said[0])
        origins = tuple(sorted({"o2" if one.evidence.source == "102" else "o1" for one in members}))
        subject = str(first.slots.get(SLOTS[first.kind][0], ""))
        known = {entity.id for entity in entities()}
        named: list[str] = []
        for one in members:
            for value in one.slots.values():
                for part in (
                    [value] if isinstance(value, str) else list(value) if isinstance(value, list | tuple) else []
                ):
                    if part in known and part not in named:
                        named.append(part)
        identity = short_hash("finding", first.kind, subject, str(first.slots.get("attribute", "")))
        if any(one.id == identity for one in self.findings):
            identity = short_hash("finding", first.kind, subject, first.text)
        self.findings.append(
            Finding(
                id=identity,
                kind=first.kind,
                text=first.text,
                entities=tuple(named),
                statements=said,
                origins=origins,
                voices=tuple(dict.fromkeys(one.voice for one in members)),
                status=status,
                section=HOME[first.kind],
                rank=len(self.findings) + 1,
                summary=marked or summary is not None,
                summary_rank=summary,
            )
        )
        return identity


def make() -> Briefing:
    """The briefing."""
    m = _Maker()
    tuesday = {
        "value": "2031-03-04",
        "precision": "day",
        "derived": "“Tuesday” in 100 ¶1 is 4 March 2031, the day of the dateline",
    }
    march_2 = {"value": "--03-02", "precision": "day", "derived": ""}
    left_a = m.say(
        "departure",
        "100",
        "p1",
        "Inés Aldabe left the Lumen team of Orrery Labs on Tuesday.",
        "Inés Aldabe left the Lumen team on 4 March 2031.",
        {"person": "ines-aldabe", "unit": "lumen-team", "date": tuesday, "manner": "left"},
    )
    left_b = m.say(
        "departure",
        "101",
        "p1",
        "Inés Aldabe left the Lumen team of Orrery Labs.",
        "Inés Aldabe left the Lumen team.",
        {"person": "ines-aldabe", "unit": "lumen-team", "manner": "left"},
    )
    left_c = m.say(
        "departure",
        "102",
        "p3",
        "Inés Aldabe has left Orrery Labs, the company confirmed.",
        "According to the company, Inés Aldabe left Orrery Labs.",
        {"person": "ines-aldabe", "organisation": "orrery-labs", "manner": "left"},
        stance="reported",
        attribution="the company",
        voice="orrery-labs",
    )
    left = m.find(left_a, left_b, left_c, status="corroborated", summary=1)
    m.find(
        m.say(
            "role",
            "100",
            "p2",
            "Inés Aldabe was the chief architect of the Lumen team.",
            "Inés Aldabe was chief architect of the Lumen team.",
            {"person": "ines-aldabe", "role": "chief architect", "organisation": "lumen-team"},
        ),
        summary=2,
    )
    m.find(
        m.say(
            "role",
            "102",
            "p3",
            "Sora Ito is a staff engineer at Orrery Labs.",
            "Sora Ito is a staff engineer at Orrery Labs.",
            {"person": "sora-ito", "role": "staff engineer", "organisation": "orrery-labs"},
        )
    )
    m.find(
        m.say(
            "role",
            "102",
            "p5",
            "said Tomasz Wren, the head of research at Halden Systems",
            "Tomasz Wren is head of research at Halden Systems.",
            {"person": "tomasz-wren", "role": "head of research", "organisation": "halden-systems"},
        )
    )
    m.find(
        m.say(
            "affiliation",
            "100",
            "p2",
            "Inés Aldabe joined Orrery Labs in July 2027.",
            "Inés Aldabe joined Orrery Labs in July 2027.",
            {
                "person": "ines-aldabe",
                "organisation": "orrery-labs",
                "since": {"value": "2027-07", "precision": "month", "derived": ""},
            },
        )
    )
    m.find(
        m.say(
            "biography",
            "100",
            "p2",
            "Inés Aldabe studied physics in Lisbon.",
            "Inés Aldabe studied physics in Lisbon.",
            {"person": "ines-aldabe", "event": "studied", "object": "physics in Lisbon"},
        )
    )
    m.find(
        m.say(
            "appointment",
            "100",
            "p2",
            "Tomasz Wren reportedly was appointed to lead the Lumen team.",
            "Reportedly, Tomasz Wren was appointed to lead the Lumen team.",
            {"person": "tomasz-wren", "unit": "lumen-team", "role": "lead"},
            stance="reported",
            hedge="reportedly",
        ),
        summary=3,
    )
    m.find(
        m.say(
            "release",
            "100",
            "p4",
            "Orrery Labs released Lumen 3 on March 2.",
            "Orrery Labs released Lumen 3 on 2 March.",
            {"agent": "orrery-labs", "product": "lumen-3", "date": march_2},
        ),
        summary=4,
    )
    window_a = m.say(
        "architecture",
        "100",
        "p4",
        "Lumen 3 has a context window of 128,000 tokens.",
        "Lumen 3 has a context window of 128,000 tokens.",
        {"subject": "lumen-3", "attribute": "context window", "value": "128000", "unit": "tokens"},
    )
    window_b = m.say(
        "architecture",
        "101",
        "p2",
        "Lumen 3 has a context window of 256,000 tokens.",
        "Lumen 3 has a context window of 256,000 tokens.",
        {"subject": "lumen-3", "attribute": "context window", "value": "256000", "unit": "tokens"},
    )
    m.find(window_a, window_b, status="disputed", summary=5)
    m.find(
        m.say(
            "architecture",
            "100",
            "p4",
            "Lumen 3 uses a 3:1 ratio of sparse layers to dense layers.",
            "Lumen 3 has a 3:1 ratio of sparse layers to dense layers.",
            {
                "subject": "lumen-3",
                "attribute": "ratio",
                "of": "sparse layers",
                "to": "dense layers",
                "first": "3",
                "second": "1",
            },
        )
    )
    m.find(
        m.say(
            "licence",
            "100",
            "p4",
            "Lumen 3 is licensed under Apache 2.0.",
            "Lumen 3 is licensed under Apache-2.0.",
            {"subject": "lumen-3", "licence": "Apache-2.0"},
        )
    )
    m.find(
        m.say(
            "quantity",
            "100",
            "p5",
            "Lumen has had over 40 million downloads.",
            "Lumen has had more than 40 million downloads.",
            {
                "subject": "lumen",
                "attribute": "downloads",
                "value": "40000000",
                "unit": "downloads",
                "approx": "more than",
            },
        ),
        summary=6,
    )
    m.find(
        m.say(
            "cost",
            "102",
            "p6",
            "Lumen 3 costs $2 per million tokens.",
            "Lumen 3 costs $2 per million tokens.",
            {"subject": "lumen-3", "attribute": "price", "value": "2", "unit": "USD", "per": "million tokens"},
        )
    )
    m.find(
        m.say(
            "cost",
            "100",
            "p5",
            "Lumen 3 may cut the cost of inference by 60%.",
            "It may be that Lumen 3 cuts the cost of inference by 60%.",
            {"subject": "lumen-3", "attribute": "cost of inference", "value": "60", "unit": "%"},
            stance="speculated",
            hedge="may",
        )
    )
    m.find(
        m.say(
            "model_attribute",
            "102",
            "p6",
            "Lumen Desk runs it on a laptop.",
            "Lumen Desk runs on a laptop.",
            {"subject": "lumen-desk", "attribute": "runs on", "value": "a laptop"},
        )
    )
    m.find(
        m.say(
            "quote",
            "100",
            "p6",
            "Sora Ito wrote on Murmur: “the sky is a little darker today”.",
            "Sora Ito wrote on Murmur: “the sky is a little darker today”.",
            {"speaker": "sora-ito", "words": "the sky is a little darker today", "medium": "Murmur"},
            stance="quoted",
            voice="sora-ito",
        ),
        summary=7,
    )
    pushed = m.say(
        "quote",
        "102",
        "p5",
        "“Nobody pushed her,” said Tomasz Wren",
        "Tomasz Wren said: “Nobody pushed her”.",
        {"speaker": "tomasz-wren", "words": "Nobody pushed her", "about": "ines-aldabe"},
        stance="quoted",
        voice="tomasz-wren",
    )
    m.find(pushed)
    m.find(
        m.say(
            "reaction",
            "100",
            "p6",
            "Ka-Yin Mo praised the “quiet precision” of Lumen 3.",
            "Ka-Yin Mo praised the “quiet precision” of Lumen 3.",
            {"holder": "ka-yin-mo", "about": "lumen-3", "view": "quiet precision"},
            stance="quoted",
            voice="ka-yin-mo",
        )
    )
    denied = m.say(
        "reaction",
        "101",
        "p4",
        "T. Wren denied that Inés Aldabe was asked to go.",
        "T. Wren denied that Inés Aldabe was asked to go.",
        {"holder": "t-wren", "about": "ines-aldabe", "view": "that Inés Aldabe was asked to go"},
        stance="reported",
        attribution="T. Wren",
        polarity="denied",
        voice="t-wren",
    )
    m.find(denied)
    unclear = m.say(
        "uncertainty",
        "100",
        "p6",
        "It is unclear whether Inés Aldabe will join a competitor.",
        "It is unclear whether Inés Aldabe will join a competitor.",
        {"about": "ines-aldabe", "sentence": "It is unclear whether Inés Aldabe will join a competitor."},
        hedge="unclear",
    )
    m.find(unclear, summary=8)
    m.find(
        m.say(
            "risk",
            "100",
            "p7",
            "Analysts warn that Orrery Labs could close later Lumen models.",
            "Analysts warn that Orrery Labs could close later Lumen models.",
            {
                "holder": "analysts",
                "affected": ["orrery-labs"],
                "consequence": "Orrery Labs closes later Lumen models",
                "type": "licensing",
            },
            stance="speculated",
            attribution="analysts",
            hedge="could",
            voice="analysts",
        ),
        summary=9,
    )
    m.find(
        m.say(
            "recommendation",
            "100",
            "p7",
            "Customers should keep copies of the open models.",
            "Customers should keep copies of the open models.",
            {"affected": ["customers"], "consequence": "keep copies of the open models"},
        ),
        marked=True,
    )
    m.find(
        m.say(
            "scenario",
            "100",
            "p7",
            "In a first scenario, Orrery Labs could name a new architect, which would calm developers.",
            "In a first scenario, Orrery Labs could name a new architect, which would calm developers.",
            {"trigger": "Orrery Labs names a new architect", "consequence": "developers calm down"},
            stance="speculated",
            hedge="could",
        ),
        marked=True,
    )
    m.find(
        m.say(
            "announcement",
            "101",
            "p2",
            "Orrery Labs announced an audit of the Lumen team.",
            "Orrery Labs announced an audit of the Lumen team.",
            {"agent": "orrery-labs", "content": "an audit of the Lumen team"},
        )
    )
    m.find(
        m.say(
            "organisation_change",
            "101",
            "p2",
            "Orrery Labs merged the Lumen team into the “Halden C-finish Group” [sic].",
            "Orrery Labs merged the Lumen team into the “Halden C-finish Group” [sic].",
            {
                "agent": "orrery-labs",
                "change": "merged",
                "object": "lumen-team",
                "result": "Halden C-finish Group [sic]",
            },
        )
    )
    m.find(
        m.say(
            "meeting",
            "101",
            "p3",
            "Executives of Orrery Labs met the staff at a “Lantern Day” on March 3.",
            "Executives of Orrery Labs met the staff at the “Lantern Day” on 3 March.",
            {
                "event": "lantern-day",
                "host": "orrery-labs",
                "date": {"value": "--03-03", "precision": "day", "derived": ""},
            },
        )
    )
    for kind, passage, exact, about in (
        ("governance", "p3", "The board of Orrery Labs answers to Halden Systems.", "orrery-labs"),
        ("market", "p3", "Halden Systems holds a third of the market for desk models.", "halden-systems"),
        ("background", "p4", "Lumen began as a project of two students.", "lumen"),
    ):
        argument: Kind = "governance" if kind == "governance" else "market" if kind == "market" else "background"
        m.find(m.say(argument, "101", passage, exact, exact, {"about": about, "sentence": exact}))
    conflicts = (
        Conflict(
            id=short_hash("conflict", "value", "lumen-3"),
            type="value",
            about="context window of Lumen 3",
            entities=("lumen-3",),
            sides=(
                Side(text="128,000 tokens", statements=(window_a,)),
                Side(text="256,000 tokens", statements=(window_b,)),
            ),
            note="Two numbers for one thing.",
        ),
        Conflict(
            id=short_hash("conflict", "identity", "t-wren"),
            type="identity",
            about="T. Wren and Tomasz Wren",
            entities=("t-wren", "tomasz-wren"),
            sides=(Side(text="T. Wren", statements=(denied,)), Side(text="Tomasz Wren", statements=(pushed,))),
            note="The names may name one person.",
            resolution="2031-03-09, M. Editor: unsure, no text joins them.",
        ),
    )
    withheld = Withheld(
        statement=next(one for one in m.statements if one.id == unclear),
        verdict="needs_review",
        slot="matter",
        reason="the passage does not bind the competitor to a name",
    )
    assert left == m.findings[0].id
    return Briefing(
        revision=REVISION,
        title="The departures at Orrery Labs",
        site_name="Orrery briefing",
        contact="editor@example.org",
        sources=tuple(m.sources.values()),
        origins=(
            Origin(
                id="o1", sources=("100", "101"), shared=("left the Lumen team of Orrery Labs", "a context window of")
            ),
            Origin(id="o2", sources=("102",), shared=()),
        ),
        entities=entities(),
        statements=tuple(m.statements),
        findings=tuple(m.findings),
        conflicts=conflicts,
        uses=_uses(m),
        withheld=(withheld,),
        gaps=(
            Gap(id=short_hash("gap", "one"), question="Why did Inés Aldabe leave?"),
            Gap(id=short_hash("gap", "two"), question="How many people left the Lumen team?"),
        ),
        glossary=(
            ("sparse layers", "layers of which only a part works at a time"),
            ("ballast", "a word that no text of this corpus uses"),
        ),
    )


def _uses(m: _Maker) -> tuple[Use, ...]:
    """Each sentence of each content passage with the findings that cite it, or why none does."""
    of = {said: finding.id for finding in m.findings for said in finding.statements}
    uses = []
    for source in m.sources.values():
        for passage in source.passages:
            for sentence in passage.sentences:
                start, end = passage.offsets[sentence.start], passage.offsets[sentence.end]
                cited = [
                    of[one.id]
                    for one in m.statements
                    if one.evidence.source == source.id and one.evidence.start < end and one.evidence.end > start
                ]
                why = (
                    None
                    if cited
                    else "says nothing about a name of the corpus"
                    if "coffee" in sentence.text
                    else "no rule fits"
                )
                uses.append(
                    Use(
                        source=source.id,
                        passage=passage.id,
                        start=start,
                        end=end,
                        findings=tuple(dict.fromkeys(cited)),
                        why_unused=why,
                    )
                )
    return tuple(uses)
