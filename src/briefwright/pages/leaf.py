"""A page: what is said of it to a search engine, its body, the notes that it cites, the legend and the ways on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from typing import Final, assert_never

import yaml

from briefwright.model import Statement
from briefwright.pages import when
from briefwright.pages.escape import address, plain, relative, title, words
from briefwright.pages.view import View, source_page

# "[^9f3c2ab1d0]"; a mark of ours: in words of a corpus brackets are numbered, so none of theirs can match
_MARK = re.compile(r"\[\^([A-Za-z0-9_-]+)\]")
# ' id="f-9f3c2ab1d0"', the anchor of a finding
_ANCHOR = re.compile(r' id="([fc]-[A-Za-z0-9_-]+)"')

_QUOTES: Final = "\"'“”‘’"
#: Marks what a search does not look into: numbers of notes, status words, lists of links.
UNSEARCHED: Final = 'data-search-exclude="1"'


def page(
    view: View,
    here: str,
    body: Iterable[str],
    *,
    name: str,
    about: str,
    noindex: bool = False,
    boost: int = 0,
    also: Iterable[str] = (),
    kept: str = "codebook.yml",
    wide: bool = False,
) -> tuple[str, bytes]:
    """A finished page: front matter, body, and the footnotes that the body cites, in order of first citation.

    `about` says what the page is, never what it claims; it becomes the description that a search engine shows. A
    finding that stands on the page twice keeps its anchor at the first place only. A page with a `boost` above 1
    comes before others of equal fit when a reader searches, and before all of them for a name in a form of `also`.
    `kept` is the file of the seeds in which an editor changes what stands here, or a folder elsewhere ("…/"). A `wide`
    page has no column beside it.
    """
    text = _once("\n\n".join(part for part in body if part))
    cited = tuple(dict.fromkeys(_MARK.findall(text)))
    meta: dict[str, object] = {"title": title(name), "description": title(about)}
    if noindex:
        meta["robots"] = "noindex"
    if boost:
        meta["search"] = {"boost": boost}
    if forms := [shown for form in also if (shown := title(form))]:
        meta["tags"] = forms
    if wide:
        meta["hide"] = ["navigation", "toc"]
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1_000)
    if cited:
        text += "\n\n" + _NOTES + "\n\n".join(f"[^{i}]: {note(view, view.statements[i], here)}" for i in cited)
    if "bw-status" in text and _KEY not in text:
        text += f'\n\n<section class="bw-key" {UNSEARCHED} markdown>\n\n{_KEY_TITLE}\n\n{legend()}\n\n</section>'
    return f"docs/{here}", f"---\n{front}---\n\n{text}\n\n{_foot(view, here, kept)}\n".encode()


_NOTES: Final = """<section class="bw-notes" data-search-exclude="1" markdown>

## Notes {: #notes data-search-exclude="1" }

///Footnotes Go Here///

</section>

"""


def _once(text: str) -> str:
    seen: set[str] = set()

    def keep(found: re.Match[str]) -> str:
        first = found[1] not in seen
        seen.add(found[1])
        return found[0] if first else ""

    return _ANCHOR.sub(keep, text)


# --------------------------------------------------------------------------- notes


def note(view: View, statement: Statement, here: str) -> str:
    """A footnote: publisher or title, date, origin, paragraph with a link to it, the evidence with its basis.

    Who holds it, its word of doubt and its stance follow where there are any.
    """
    evidence = statement.evidence
    source = view.sources[evidence.source]
    number = evidence.passage.removeprefix("p")
    target = relative(f"{source_page(source.id)}#{evidence.passage}", here)
    match evidence.basis:
        case "note":
            shown = f"[our note of ¶{number}]({target}): {plain(view.words_of(evidence))}"
        case "original":
            shown = f"[¶{number}, its own words]({target}): {quoted(view.words_of(evidence))}"
        case _:
            assert_never(evidence.basis)
    origin = view.origin_of(source.id)
    family = f"[origin {origin}]({relative(f'sources/index.md#origin-{origin}', here)}), " if origin else ""
    return f"**{plain(source.label)}**, {when.published(source.published)}, {family}{shown}{_held(view, statement)}"


def _held(view: View, statement: Statement) -> str:
    """Who holds a statement, its word of doubt, and whether it is denied, reported or speculated."""
    parts = []
    if statement.attribution:
        who = view.entities.get(statement.attribution)
        parts.append(f"attributed to {plain(who.name if who else statement.attribution)}")
    if statement.hedge not in ("", "none"):
        parts.append(f"hedged with “{plain(statement.hedge)}”")
    if statement.polarity == "denied":
        parts.append("a denial")
    if statement.stance in ("reported", "speculated"):
        parts.append(statement.stance)
    if statement.accepted:
        parts.append(f"accepted by an editor: {plain(statement.accepted)}")
    return f' <span class="bw-held">({"; ".join(parts)})</span>' if parts else ""


def quoted(text: str) -> str:
    """Words in quotation marks; a hair space keeps ours apart from marks with which the words begin or end."""
    bare = words(text)
    before, after = ("\u200a" if end in _QUOTES else "" for end in (bare[:1] or "x", bare[-1:] or "x"))
    return f"“{before}{plain(bare)}{after}”"


def marks(statements: Iterable[str]) -> str:
    """The footnote references of statements."""
    return f'<span class="bw-refs" {UNSEARCHED}>{"".join(f"[^{statement}]" for statement in statements)}</span>'


# --------------------------------------------------------------------------- legend and foot

_KEY: Final = 'id="key-corroborated"'
_KEY_TITLE: Final = '<p class="bw-key-title">What the marks mean</p>'
#: Key, style, the mark as it stands beside a finding, and what it means.
ENTRIES: Final = (
    ("corroborated", "bw-shape bw-corroborated", "in 2 separately worded texts",
     "Texts of that many origins say it, through separate voices. It says nothing about whether it is so."),
    ("single-origin", "bw-shape bw-single-origin", "in one text",
     "One text says it. Several texts that share wording, or that relay one voice, are marked as such and count once."),
    ("disputed", "bw-shape bw-disputed", "sources disagree",
     "Other statements cannot hold at the same time. The conflict shows all sides."),
    ("reported", "bw-stance", "reported", "The text passes it on as a report, without standing for it."),
    ("speculated", "bw-stance", "speculated", "The text itself marks it as a guess."),
    ("note", "bw-basis", "our note of ¶14",
     "What follows are our words about that paragraph. Only what the article itself quotes stands in quotation marks."),
    ("original", "bw-basis", "¶14, its own words", "What follows in quotation marks are the words of the text."),
    ("derived", "", "derived", "A date that no text gives in full; the reasoning stands beside it."),
)  # fmt: skip


def legend() -> str:
    """What each mark beside a finding means: the place to which every mark leads."""
    shown = {key: f'<span class="{style}">{mark}</span>' if style else mark for key, style, mark, _ in ENTRIES}
    lines = "".join(f'<div id="key-{key}"><dt>{shown[key]}</dt><dd>{told}</dd></div>\n' for key, _, _, told in ENTRIES)
    return f'<dl class="bw-legend">\n{lines}</dl>'


def _edited(edit: str, kept: str) -> str:
    """Where a file of the seeds is edited; "" for what is not kept among the seeds."""
    return "" if kept.endswith("/") else address(posixpath.join(edit, kept))


def _foot(view: View, here: str, kept: str) -> str:
    """The ways on from every page: how to read it, where to report an error, the file in which it is kept."""
    briefing = view.briefing
    file = f"<code>{plain(kept)}</code>"
    edit = f'<a href="{plain(to)}">{file}</a>' if (to := _edited(briefing.edit, kept)) else file
    report = f'<a class="bw-report" href="{plain(to)}">Report an error</a>' if (to := address(briefing.report)) else (
        f"[Report an error]({relative('method.md#contact', here)}){{: .bw-report }}")  # fmt: skip
    return (
        f'<p class="bw-foot" {UNSEARCHED} markdown>[How to read and how it was made]'
        f"({relative('method.md', here)}) · {report} · Kept in {edit}</p>"
    )
