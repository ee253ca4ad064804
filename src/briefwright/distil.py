"""The pipeline on one screen: a corpus and a codebook in, a briefing out. Reads nothing and writes nothing."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefwright import __version__
from briefwright.codebook import Codebook, rules_digest
from briefwright.compose import MOST_WORDS
from briefwright.conflicts import View, find_conflicts
from briefwright.credits import voices as credited_voices
from briefwright.editorial import corrected, correction, summaries
from briefwright.entries import Withdrawn, examine, in_order
from briefwright.extract import Frame, extract, firm, headed, header_of, heading_of, topic
from briefwright.extract.carried import alone_before
from briefwright.extract.frames import Fixed
from briefwright.extract.syntax import Syntax, syntax_of
from briefwright.extract.tagging import full_names, tag
from briefwright.extract.tokens import Tagged
from briefwright.judgements import acceptance, check_judged, seen, settle, silence
from briefwright.language import available, clauses, grammar, name_votes
from briefwright.model import (
    ARGUMENT_KINDS,
    HOME,
    Briefing,
    Conflict,
    Decision,
    Entity,
    Finding,
    Gap,
    Origin,
    Passage,
    Refused,
    Silenced,
    Source,
    Statement,
    Status,
    Use,
    Withheld,
    short_hash,
)  # fmt: skip
from briefwright.names import Mention, learn
from briefwright.rank import prominence, rank
from briefwright.reconcile import Group, group, order_of_wording, shared_slots
from briefwright.resolve import Entities, resolve
from briefwright.slots import Fact, anchors, fact
from briefwright.statements import composed, identity, proved
from briefwright.text import is_title
from briefwright.verify import verify

NOTHING = "says nothing that a rule of the codebook reads"


def distil(sources: Sequence[Source], origins: Sequence[Origin], codebook: Codebook, jobs: int = 1) -> Briefing:
    """Findings of a corpus, each statement proved against the passage that it cites, or withheld and listed.

    `jobs` processes prove them, 0 for one a core; their number changes nothing.
    """
    content = [(s, p) for s in sources for p in s.passages if p.cls == "content"]
    raw = [p.text for s, p in content if s.basis == "original"]
    headings = [p.text for s in sources if s.basis == "original" for p in s.passages if p.cls == "heading"]
    texts = [(p.text, p.number == 1 and s.basis == "original") for s, p in content]
    gazetteer = learn(texts, codebook, name_votes(raw), headings)
    met: dict[str, list[Mention]] = defaultdict(list)
    before: dict[tuple[str, str], tuple[Mention, ...]] = {}
    tagged: list[tuple[Source, Passage, tuple[Tagged, ...]]] = []
    for source, passage in content:
        before[source.id, passage.id] = tuple(met[source.id])
        tagged.append((source, passage, tag(passage, gazetteer, codebook, met[source.id])))
        met[source.id] += full_names(tagged[-1][2])
    read_of = [(s.id, t.value) for s, _, ones in tagged for one in ones for t in one.tokens]
    met_with = [(source, value) for source, value in read_of if isinstance(value, Mention)]
    entities = resolve([*met_with, *headed(sources, gazetteer, codebook)], codebook)
    year = (codebook.years[0].year, codebook.years[0].why) if codebook.years else None
    days = anchors(sources, year)
    unused: dict[tuple[str, str, int], str] = {}
    facts: list[Fact] = []
    sentences = [item.text for s, p in content if s.basis == "original" for item in p.sentences]
    parsed = dict(zip(sentences, clauses(sentences), strict=True))
    read = _syntax([(p, one) for s, p, ones in tagged if s.basis == "original" for one in ones])
    for source, passage in content:
        header = header_of(passage, source.passages, source.text)
        if source.basis == "original" and available():
            about = topic(passage, source.passages, gazetteer, codebook, source.text)
            asked = heading_of(passage, source.passages, codebook.reasons)
            syntax = read.get((passage.source, passage.id))
            named = before[source.id, passage.id]
            body = firm(passage, source.passages, gazetteer, codebook)
            frames = extract(passage, gazetteer, codebook, parsed, header, grammar, about, asked, syntax, named, body,
                             alone_before(passage, tagged))  # fmt: skip
        else:
            frames = extract(passage, gazetteer, codebook, None, header, met=before[source.id, passage.id])
        for frame in _in_title(frames, source, passage):
            made = fact(frame, source, entities, days, codebook)
            if isinstance(made, str):
                unused[source.id, passage.id, frame.sentence.start] = made
            else:
                facts.append(made)
    return _publish(sources, origins, entities, facts, unused, codebook, jobs)


def _in_title(frames: Sequence[Frame], source: Source, passage: Passage) -> Iterator[Frame]:
    """The frames of a passage; of a raw text's title line, arguments say that they stand there.

    A headline sharpens; what it says is shown as its words and never as the text's own finding.
    """
    first = next((p for p in source.passages if p.cls == "content"), None)
    title = source.basis == "original" and passage is first and is_title(passage.text)
    for frame in frames:
        in_title = title and frame.kind in ARGUMENT_KINDS
        yield replace(frame, slots={**frame.slots, "place": Fixed(text="title")}) if in_title else frame


def _syntax(sentences: Sequence[tuple[Passage, Tagged]]) -> Mapping[tuple[str, str], Mapping[int, Syntax]]:
    """The parse of every sentence of the raw texts: (source, passage) -> where the sentence begins -> its tree."""
    out: dict[tuple[str, str], dict[int, Syntax]] = defaultdict(dict)
    grown = syntax_of([one for _, one in sentences])
    for (passage, one), tree in zip(sentences, grown, strict=True):
        if tree is not None:
            out[passage.source, passage.id][one.sentence.start] = tree
    return out


def _publish(
    sources: Sequence[Source],
    origins: Sequence[Origin],
    entities: Entities,
    facts: Sequence[Fact],
    unused: dict[tuple[str, str, int], str],
    codebook: Codebook,
    jobs: int,
) -> Briefing:
    by_id = {s.id: s for s in sources}
    known = {e.id: e for e in entities.entities}
    variants = _variants(entities)
    kept: dict[str, Statement] = {}
    quiet: dict[str, Silenced] = {}
    withheld: list[Withheld] = []
    findings: list[Finding] = []
    cited: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    origin_of = {source: origin.id for origin in origins for source in origin.sources}
    silenced = silence(codebook, sources)
    relayed = credited_voices(sources)
    met: set[str] = set()
    withdrawn: dict[str, str] = {}
    groups = group(facts, known.__contains__)
    told = [composed(made, by_id[made.source], known, codebook, relayed) for joined in groups for made in joined.facts]
    proofs = zip(told, proved(told, by_id, variants, codebook, jobs), strict=True)
    for joined in groups:
        statements: list[tuple[Fact, Statement]] = []
        for made in joined.facts:
            # an id that a judgement silences is taken all the same: no other statement may come to bear it
            unnamed, verdict = next(proofs)
            statement = replace(unnamed, id=identity(made, (kept, quiet)))
            place = (made.source, made.frame.passage.id, made.frame.sentence.start)
            met |= {joined.id, statement.id}
            if reason := silenced.of(made.source, joined.id, statement.id):
                unused[place] = withdrawn[joined.id] = reason
                quiet[statement.id] = Silenced(
                    finding=joined.id, statement=statement.id, kind=statement.kind, source=made.source,
                    passage=statement.evidence.passage, start=statement.evidence.start, why=reason,
                )  # fmt: skip
                continue
            if len(statement.text.split()) > MOST_WORDS:
                unused[place] = f"longer than {MOST_WORDS} words"
                continue
            if (judged := correction(codebook, joined.id, statement.id)) is not None:
                statement = corrected(statement, judged, by_id[made.source], known, codebook)
                verdict = verify(statement, by_id[made.source], variants, codebook)
            read, outcome = made.frame.passage.text, (verdict.verdict, verdict.slot, verdict.reason)
            if verdict.verdict == "supported":
                pass
            elif (mark := acceptance(codebook, statement, read, *outcome)) is not None:
                statement = replace(statement, accepted=mark)
            else:
                withheld.append(
                    Withheld(
                        statement=statement, verdict=verdict.verdict, slot=verdict.slot, reason=verdict.reason,
                        seen=seen(statement, read),
                    )
                )  # fmt: skip
                unused[place] = f"withheld: {verdict.verdict} ({verdict.slot}: {verdict.reason})"
                continue
            kept[statement.id] = statement
            statements.append((made, statement))
            cited[place].append(joined.id)
        if statements:
            findings.append(_finding(joined, statements, origin_of))
    view = View(
        findings=tuple(findings), statements=kept, entities=known,
        name=lambda e: known[e].name if e in known else e, origin=origin_of, unread=_unread(sources, cited),
    )  # fmt: skip
    own, own_statements, places = summaries(codebook, by_id, origin_of, silenced.sources)
    kept |= {s.id: s for s in own_statements}
    conflicts = settle(codebook, find_conflicts(view))
    problems = [*silenced.unknown, *check_judged(codebook, met | {s.id for s in own_statements}, conflicts)]
    disputed = {s for c in conflicts if _contradicts(c, kept) for side in c.sides for s in side.statements}
    marked = [replace(f, status="disputed") if any(s in disputed for s in f.statements) else f for f in findings]
    findings += own
    heads = prominence([*marked, *own], kept, sources, origin_of)
    ranked = rank([*marked, *own], codebook, places, kept, heads)
    doubts = _doubts(conflicts)
    used = {e for f in ranked for e in f.entities} | {e for c in conflicts for e in c.entities}
    briefing = Briefing(
        revision=revision(sources, codebook),
        title=codebook.title or _title(sources),
        site_name=codebook.site_name or codebook.title or _title(sources),
        contact=codebook.contact,
        report=codebook.report,
        edit=codebook.edit,
        glossary=codebook.glossary,
        sources=tuple(sources),
        origins=tuple(origins),
        entities=tuple(_kept(e, used, doubts[e.id]) for e in entities.entities if e.id in used),
        statements=tuple(kept[s] for f in findings for s in f.statements),
        findings=ranked,
        conflicts=conflicts,
        uses=tuple(_uses(sources, cited, unused)),
        withheld=tuple(withheld),
        decisions=tuple(
            Decision(decision=j.decision, about=j.about, text=j.text, by=j.by, when=j.when, why=j.why)
            for j in codebook.judgements
        ),
        silenced=tuple(quiet.values()),
        gaps=tuple(Gap(id=short_hash("gap", question), question=question) for question in codebook.gaps),
        rules=rules_digest(),
        codebook=short_hash(codebook.text, length=12) if codebook.text else "",
    )
    left = {f.id for f in ranked}
    gone = [joined for joined in groups if joined.id in withdrawn and joined.id not in left]
    lost = Withdrawn(
        findings={joined.id: (joined.kind, withdrawn[joined.id]) for joined in gone},
        entities={e: known[e].kind for joined in gone for e in joined.entities if e in known},
        sources=silenced.sources,
    )
    wrong, notices = examine(codebook, briefing, lost)
    if problems or wrong:
        raise Refused(*in_order([*problems, *wrong]))
    return replace(briefing, notices=notices)


def _unread(
    sources: Sequence[Source], cited: Mapping[tuple[str, str, int], list[str]]
) -> tuple[tuple[str, str, int, str], ...]:
    """Headings, and the sentences that no statement cites: source, passage, where they begin, their words."""
    headings = tuple((s.id, p.id, p.offsets[0], p.text) for s in sources for p in s.passages if p.cls == "heading")
    return headings + tuple(
        (s.id, p.id, p.offsets[item.start], item.text)
        for s in sources
        for p in s.passages
        if p.cls == "content"
        for item in p.sentences
        if (s.id, p.id, item.start) not in cited
    )


def _contradicts(conflict: Conflict, statements: Mapping[str, Statement]) -> bool:
    """Does an open conflict set statements of one kind against each other? Then their findings are disputed.

    Names that are alike, lists of people, a part and its whole, or an event beside its missing reason dispute none.
    """
    kinds = {statements[s].kind for side in conflict.sides for s in side.statements}
    settled = conflict.resolution is not None or conflict.type in {"identity", "participants", "scope"}
    return not settled and len(kinds) == 1


def _kept(entity: Entity, used: set[str], doubts: set[str]) -> Entity:
    same = dict.fromkeys((*entity.same_as_doubt, *sorted(doubts)))
    return replace(entity, same_as_doubt=tuple(e for e in same if e in used))


def _doubts(conflicts: Sequence[Conflict]) -> Mapping[str, set[str]]:
    """Who may be whom by an open conflict of identity: the doubt stands on both."""
    out: dict[str, set[str]] = defaultdict(set)
    for c in conflicts:
        if c.type == "identity" and c.resolution is None:
            for entity in c.entities:
                out[entity] |= set(c.entities) - {entity}
    return out


def _title(sources: Sequence[Source]) -> str:
    return f"Briefing on {len(sources)} sources" if len(sources) > 1 else sources[0].title


def _variants(entities: Entities) -> Mapping[str, tuple[str, ...]]:
    return {e.id: (e.name, *e.aliases) for e in entities.entities}


def _finding(joined: Group, statements: Sequence[tuple[Fact, Statement]], origin_of: Mapping[str, str]) -> Finding:
    # where some assert and others doubt, the doubt is shown: what is only reported never stands as said
    doubted = [pair for pair in statements if pair[1].hedge != "none" or pair[1].polarity == "denied"]
    shared = shared_slots([(origin_of[f.source], f) for f, _ in statements])
    best = min(doubted or statements, key=lambda pair: order_of_wording(pair[0], pair[1].text, shared))[1]
    origins = tuple(dict.fromkeys(origin_of[f.source] for f, _ in statements))
    voices = tuple(dict.fromkeys(s.voice for _, s in statements))
    return Finding(
        id=joined.id,
        kind=joined.kind,
        text=best.text,
        entities=joined.entities,
        statements=tuple(s.id for _, s in statements),
        origins=origins,
        voices=voices,
        status=_status(statements, origin_of),
        section=HOME[joined.kind],
        rank=0,
    )


def _status(statements: Sequence[tuple[Fact, Statement]], origin_of: Mapping[str, str]) -> Status:
    """Corroborated: two origins, and two voices between them.

    That somebody said something is each source's own word.
    """
    told = [
        (origin_of[f.source], f"source:{f.source}" if s.kind in {"quote", "reaction"} else s.voice)
        for f, s in statements
        if s.polarity == "affirmed"
    ]
    apart = any(a[0] != b[0] and a[1] != b[1] for a in told for b in told)
    return "corroborated" if apart else "single-origin"


def _uses(
    sources: Sequence[Source],
    cited: Mapping[tuple[str, str, int], list[str]],
    unused: Mapping[tuple[str, str, int], str],
) -> Iterator[Use]:
    for source in sources:
        for passage in source.passages:
            for item in passage.sentences:
                place = (source.id, passage.id, item.start)
                found = tuple(dict.fromkeys(cited.get(place, ())))
                why = (
                    None
                    if found
                    else unused.get(place, NOTHING)
                    if passage.cls == "content"
                    else passage.reason or passage.cls
                )
                last = passage.offsets[item.end - 1] + 1
                yield Use(
                    source=source.id,
                    passage=passage.id,
                    start=passage.offsets[item.start],
                    end=last,
                    findings=found,
                    why_unused=why,
                )


def revision(sources: Sequence[Source], codebook: Codebook) -> str:
    """First twelve hex digits of the hash of seeds, codebook and package version."""
    digest = hashlib.sha256()
    for source in sources:
        digest.update(f"{source.path}\x1f{source.text}\x1e".encode())
    digest.update(f"{codebook.text}\x1e{__version__}".encode())
    return digest.hexdigest()[:12]
