"""The pieces of which the printed brief is made, as plain values: the template draws each, and reads no markup in any.

Findings point to each other by id. Their numbers, and which note names its source in full, are known only when all
blocks stand in order: `document` settles both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, assert_never

from briefwright.model import Finding, Statement
from briefwright.pages import when
from briefwright.pages.escape import words
from briefwright.pages.finding import stances, standing
from briefwright.pages.view import View, source_page

Block = dict[str, object]

#: Longer evidence is not repeated in the note; the passage has it.
LONGEST: Final = 320
_QUOTES: Final = "\"'“”‘’"


def heading(level: int, text: str, *, key: str = "", aside: str = "") -> Block:
    """A heading with a bookmark; `aside` is a word of ours beside it, no part of the heading."""
    return {"t": "heading", "level": level, "text": words(text) or "–", "key": key, "aside": words(aside)}


def paragraph(text: str, style: str = "plain") -> Block:
    """Words of ours, or of a record: "lead" below a title, "small", or "doubt" with a rule beside it."""
    return {"t": "paragraph", "text": words(text), "style": style}


def items(lines: Iterable[str], *, numbered: bool = False) -> Block:
    """A list."""
    return {"t": "items", "lines": [words(line) for line in lines], "numbered": numbered}


def crossing(label: str, groups: Iterable[tuple[str, Sequence[Finding]]]) -> Block | None:
    """Numbers of findings that stand elsewhere, by the chapter that has them; nothing where there are none."""
    listed = [{"name": name, "ids": [f.id for f in found]} for name, found in groups if found]
    return {"t": "crossing", "label": words(label), "groups": listed} if listed else None


def finding(
    view: View, one: Finding, *, text: str | None = None, by: str = "", under: Iterable[str] = (), speech: bool = False
) -> Block:
    """A finding with its status and a note per statement.

    `text` stands in place of its own words, `by` names who spoke; the lines `under` belong to it.
    """
    return {
        "t": "finding",
        "id": one.id,
        "text": words(one.text if text is None else text),
        "by": words(by),
        "speech": speech,
        "under": [words(line) for line in under],
        "shape": shape(view, one),
        "status": standing(view, one),
        "stances": list(stances(view.said(one)).values()),
        "notes": [note(view, s, one) for s in view.said(one)],
    }


def findings(view: View, found: Iterable[Finding]) -> list[Block]:
    """Findings one after another."""
    return [finding(view, one) for one in found]


def shape(view: View, one: Finding) -> str:
    """The name of the drawing beside the words of a status, so that neither colour nor drawing stands alone."""
    texts = len({s.evidence.source for s in view.said(one)})
    match one.status:
        case "corroborated":
            return "corroborated"
        case "single-origin":
            return "linked" if texts > 1 else "one"
        case "disputed":
            return "disputed"
        case _:
            assert_never(one.status)


def note(view: View, statement: Statement, one: Finding) -> Block:
    """A footnote: source, date, paragraph, and the evidence with its basis.

    Our own words are not printed twice: where the finding says no more and no less, the note says so.
    """
    evidence = statement.evidence
    source = view.sources[evidence.source]
    number = evidence.passage.removeprefix("p")
    shown = words(view.words_of(evidence))
    short = len(shown) <= LONGEST
    match evidence.basis:
        case "note":
            lead = f"our note of ¶{number}"
            same = shown == words(one.text)
            after = ", as worded above." if same else f": {shown}" if short else "."
        case "original":
            lead = f"¶{number}, its own words"
            after = f": {quoted(shown)}" if short else "."
        case _:
            assert_never(evidence.basis)
    if statement.accepted:
        after += f" Accepted by an editor: {words(statement.accepted)}."
    return {
        "statement": statement.id,
        "source": source.id,
        "label": words(source.label),
        "date": when.published(source.published),
        "lead": lead,
        "after": after,
        "page": source_page(source.id).removesuffix(".md") + "/#" + evidence.passage,
    }


def quoted(text: str) -> str:
    """Words in quotation marks; a hair space keeps ours apart from marks with which the words begin or end."""
    before, after = ("\u200a" if end in _QUOTES else "" for end in (text[:1] or "x", text[-1:] or "x"))
    return f"“{before}{text}{after}”"


def passages(statements: Sequence[Statement], most: int) -> str:
    """The passages of statements in short: "000 ¶3 · 002 ¶5"; how many more there are than `most`."""
    cited = list(dict.fromkeys(f"{s.evidence.source} ¶{s.evidence.passage.removeprefix('p')}" for s in statements))
    more = [f"and {len(cited) - most} more"] if len(cited) > most else []
    return " · ".join((*cited[:most], *more))


def by_statement(view: View) -> Mapping[str, str]:
    """The finding of each statement."""
    return {s: f.id for f in view.briefing.findings for s in f.statements}
