"""The end of the printed brief: conflicts side by side, the sources, the method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from briefwright.model import Conflict, SelfTest, Side, Source
from briefwright.pages import when
from briefwright.pages.disputes import HASH, weighed
from briefwright.pages.escape import address, words
from briefwright.pages.finding import CONFLICT_NAMES
from briefwright.pages.home import counted, coverage
from briefwright.pages.judged import retraction, told
from briefwright.pages.method import BLIND, MADE, counted_blind_spots
from briefwright.pages.source_pages import picture_of_origins
from briefwright.pages.tested import NOT_MEASURED, per_cent
from briefwright.pages.view import View, source_page
from briefwright.pdf.blocks import Block, by_statement, heading, items, paragraph, passages
from briefwright.pdf.pictures import picture

#: A side that more passages mention names these, and how many there are besides.
_CITED = 6


def conflicts(view: View) -> list[Block]:
    """Every conflict, the open ones first: its sides next to each other, each with the findings that say so."""
    ordered = weighed(view, view.briefing.conflicts)
    still = [c for c in ordered if c.resolution is None]
    settled = [c for c in ordered if c.resolution is not None]
    home = by_statement(view)
    return [
        heading(1, "Conflicts", key="conflicts"),
        paragraph("Statements that cannot all hold. They stand side by side as the texts give them; only a judgement "
                  "that an editor signs settles one. Silence or less detail in a text is no conflict. The numbers are "
                  "those of the findings, which carry the notes.", "lead"),
        *([] if still or settled else [paragraph("The texts contradict each other nowhere that was found.")]),
        *([heading(2, "Open", key="open"), *(_conflict(view, c, home) for c in still)] if still else []),
        *([heading(2, "Settled by a judgement", key="settled"), *(_conflict(view, c, home) for c in settled)]
          if settled else []),
    ]  # fmt: skip


def _conflict(view: View, one: Conflict, home: Mapping[str, str]) -> Block:
    about = ", ".join(view.entities[e].name for e in one.entities if e in view.entities)
    about = about or ("" if HASH.search(one.about) else one.about)
    return {
        "t": "conflict",
        "title": words(CONFLICT_NAMES[one.type] + (f": {about}" if about else "")),
        "sides": [_side(view, one, side, home) for side in one.sides],
        "note": words(one.note),
        "settled": one.resolution is not None,
        "end": "Open: no judgement settles it." if one.resolution is None else words(f"Settled: {one.resolution}"),
    }


def _side(view: View, conflict: Conflict, side: Side, home: Mapping[str, str]) -> Block:
    """One side; a bare value or name is followed by the full statements that give it."""
    said = [view.statements[i] for i in side.statements]
    whole = any(side.text == s.text for s in said) or any(side.text == f.text for f in view.briefing.findings)
    short = not whole and conflict.type != "identity"
    full = dict.fromkeys(s.text for s in said if short and s.text not in side.text)
    ids = list(dict.fromkeys(home[i] for i in side.statements if i in home))
    return {
        "text": _named(view, side.text),
        "full": [words(text) for text in full],
        "ids": ids[:_CITED],
        "more": max(len(ids) - _CITED, 0),
        "cited": passages(said, _CITED),
    }


def _named(view: View, text: str) -> str:
    """The words of a side; where they begin with the id of a source, it is named as one."""
    source, mark, rest = text.partition(": ")
    return words(f"In {source}: {rest}" if mark and source in view.sources else text)


# --------------------------------------------------------------------------- sources


def sources(view: View) -> list[Block]:
    """Each source with its record, by origin, and the pages that cite it."""
    parts = [
        heading(1, "Sources", key="sources"),
        paragraph(f"{counted(len(view.sources), 'article')} of {counted(len(view.origins), 'origin')}. Articles that "
                  "share wording count as one origin.", "lead"),
        *picture(picture_of_origins(view)),
    ]  # fmt: skip
    for number, origin in enumerate(view.briefing.origins, 1):
        shared = ", ".join(f"“{phrase}”" for phrase in origin.shared)
        several = "These texts share wording" + (f", among others: {shared}." if shared else ".")
        alone = "This text shares its wording with no other of the corpus."
        parts += [heading(2, f"Origin {number}", key=f"origin-{number}"),
                  paragraph(several if len(origin.sources) > 1 else alone, "small"),
                  *(_source(view, view.sources[s]) for s in origin.sources)]  # fmt: skip
    grouped = {s for origin in view.briefing.origins for s in origin.sources}
    return parts + [_source(view, s) for s in view.briefing.sources if s.id not in grouped]


def _source(view: View, source: Source) -> Block:
    used, total = coverage(view, source.id)
    how = f" – {source.published.how}" if source.published.how else ""
    seal = "checked against the article" if source.sealed else "not checked against the article"
    rows = (
        ("Retracted", retraction(view, source.id)),
        ("Publisher", source.publisher),
        ("Author", source.author),
        ("Published", when.published(source.published) + how),
        ("Basis", f"our note; {seal}" if source.basis == "note" else "the original text"),
        ("Used", f"{used} of {counted(total, 'sentence')}"),
        ("File", source.file),
        ("SHA-256", source.sha256),
        ("Rights", source.rights),
    )
    return {
        "t": "source",
        "id": source.id,
        "title": words(source.title),
        "rows": [[name, words(value)] for name, value in rows if value],
        "page": source_page(source.id).removesuffix(".md") + "/",
    }


def glossary(view: View) -> list[Block]:
    """What the editors say a term means; nothing where they explain none."""
    terms = sorted(view.terms, key=lambda term: term.name.casefold())
    if not terms:
        return []
    return [
        heading(1, "Glossary", key="glossary"),
        paragraph("What a term means is said here in our words, not in those of a text.", "lead"),
        {"t": "terms", "rows": [[words(t.name[:1].upper() + t.name[1:]), words(t.meaning)] for t in terms]},
    ]


# --------------------------------------------------------------------------- method


def method(view: View) -> list[Block]:
    """How it was made, what the verifier was measured at, the blind spots, the contact and the revision."""
    briefing = view.briefing
    used, total = coverage(view)
    return [
        heading(1, "Method", key="method"),
        paragraph("How this briefing was made, how far its checks were tried, and what it cannot see.", "lead"),
        heading(2, "How it was made", key="made"),
        items(MADE, numbered=True),
        heading(2, "How far the verifier was tried", key="verifier"),
        *_tested(view.briefing.self_test),
        heading(2, "Coverage", key="coverage"),
        paragraph(f"{used} of {counted(total, 'sentence')} of content stand behind some finding. "
                  + _left_out(view) + _withheld(view) + _hedges(view)),
        heading(2, "Blind spots", key="blind-spots"),
        items((*BLIND, *counted_blind_spots(briefing))),
        heading(2, "Contact and corrections", key="contact"),
        _contact(briefing.contact, briefing.report),
        *_corrections(view),
        heading(2, "Edition", key="edition"),
        paragraph(f"Revision {briefing.revision}: the same sources give the same briefing, byte for byte. The data "
                  "behind it, briefing.json, is attached to this file."),
    ]  # fmt: skip


def _tested(result: SelfTest | None) -> list[Block]:
    """How many statements that were made false on purpose the verifier refused, by what was done to them."""
    if result is None:
        return [paragraph(NOT_MEASURED)]
    told = (
        f"Each of the {result.statements} statements was corrupted on purpose and put to the check of step 5 against "
        f"the passage that it cites: {result.refused} of {result.made} corruptions were refused "
        f"({per_cent(result.refused, result.made)}); {result.accepted} of the statements as they stand were accepted. "
        f"Another {len(result.equivalents)} corruptions turned out to be true of their passage and are not counted."
    )
    rows = [{"name": words(c.told), "cells": [[{"text": f"{c.made:,}"}], [{"text": f"{c.refused:,}"}]]}
            for c in result.classes if c.made]  # fmt: skip
    return [paragraph(told), {"t": "table", "counts": True, "head": ["What was done", "Made", "Refused"], "rows": rows}]


def _contact(contact: str, report: str) -> Block:
    """Whom to write to; the line leads to the address where errors are reported, where an editor gives one."""
    told = f"Errors can be reported to: {contact or report}." if contact or report else "This corpus names no contact."
    return {"t": "paragraph", "text": words(told), "style": "plain", "link": address(report) or address(contact)}


def _corrections(view: View) -> list[Block]:
    """What editors settled, withheld or retracted, with the words of their judgements."""
    settled = [f"{CONFLICT_NAMES[c.type]}: {c.resolution}" for c in view.briefing.conflicts if c.resolution is not None]
    gone = [f"{view.sources[s].label}: the source was retracted: {told(d)}" for d in view.briefing.decisions
            if d.decision == "source-retracted" for s in d.about]  # fmt: skip
    silenced = (
        f"{s.kind.replace('_', ' ').capitalize()} from {view.sources[s.source].label}, ¶{s.passage[1:]}: {s.why}"
        for s in view.briefing.silenced
        if view.briefing.retraction(s.source) is None
    )
    made = [*settled, *gone, *dict.fromkeys(silenced)]
    if not made:
        return [paragraph("No editor withheld a finding, retracted a source or settled a conflict in this edition.")]
    return [paragraph("What editors decided in this edition:"), items(made)]


def _left_out(view: View) -> str:
    left = sum(len(s.left_out) for s in view.briefing.sources)
    return f"The notes leave out {counted(left, 'detail')} of the articles, each with its reason. " if left else ""


def _withheld(view: View) -> str:
    count = len(view.briefing.withheld)
    judged = sum(bool(s.accepted) for s in view.briefing.statements)
    also = f"{counted(judged, 'statement')} stands on an editor's judgement, named in its footnote. " if judged else ""
    if not count:
        return f"No statement was withheld. {also}" if judged else (
            "No statement was withheld: each could be proved from its passage. ")  # fmt: skip
    return f"{counted(count, 'statement')} could not be proved from the passage, hence not shown anywhere. {also}"


def _hedges(view: View) -> str:
    count = Counter(s.hedge for s in view.briefing.statements if s.hedge not in ("", "none"))
    if not count:
        return "No statement carries a word of doubt."
    listed = ", ".join(f"“{h}” ({n})" for h, n in sorted(count.items(), key=lambda pair: (-pair[1], pair[0])))
    return f"Words of doubt are kept as the texts use them: {listed}."
