"""The first page: the brief itself, on one screen, and what follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from briefwright.model import Entity, Finding, Source
from briefwright.pages import when
from briefwright.pages.config import ABOUT
from briefwright.pages.disputes import digest, weighed
from briefwright.pages.escape import plain, relative
from briefwright.pages.finding import block, blocks, entity_link
from briefwright.pages.leaf import UNSEARCHED, page
from briefwright.pages.view import View, ranked, source_page

_HERE: Final = "index.md"
#: How many of the disputes, unknowns and outlooks the first page shows where no editor chose.
_FEW: Final = 5

#: How a text says what it does not stand for itself.
_UNSURE: Final = ("reported", "speculated")

TOPICS: Final[Mapping[str, str]] = {
    "people": "People and roles", "events": "Events", "quotes": "Words and reactions", "models": "Models and figures",
    "architecture": "Architecture", "organisations": "Organisations, governance and market", "risks": "Risks",
}  # fmt: skip


def home(view: View, *, pdf: bool = False) -> tuple[str, bytes]:
    """Title, figures, the ranked findings; then the others of the summary, disputes, unknowns, outlook.

    With `pdf`, the page offers `brief.pdf`, which then has to stand beside it.
    """
    summary = ranked(f for f in view.briefing.findings if f.summary or f.summary_rank is not None)
    first = sorted((f for f in summary if f.summary_rank is not None), key=lambda f: (f.summary_rank or 0, f.id))
    rest = [f for f in summary if f.summary_rank is None]
    unsure = [f for f in rest if f.section in TOPICS and all(s.stance in _UNSURE for s in view.said(f))]
    return page(view, _HERE, name=view.briefing.title, wide=True, about=ABOUT, body=(
        f"# {plain(view.briefing.title)} {{: #brief }}",
        f'<p class="bw-figures" markdown>{figures(view)}{_PDF if pdf else ""}</p>',
        f'<p class="bw-dates" markdown>{_latest(view)}</p>',
        "## Bottom line {: #bottom-line }" if first else "",
        _HOW,
        '<div class="bw-first" markdown>\n\n' + "\n\n".join(block(view, f, _HERE) for f in first) + "\n\n</div>"
        if first else "",
        *_look_up(view),
        *_by_topic(view, [f for f in rest if f not in unsure]),
        *_disputes(view),
        "## Reported, speculated or unclear {: #unknown }",
        "What no text of the summary simply states, and what the texts themselves call unclear.",
        _columns(blocks(view, unsure, _HERE) + "\n\n"
                 + _register(view, first, "unknowns", none="No text says that something is unclear.")),
        "[All unknowns](unknowns.md)",
        "## What to watch {: #watch }",
        _columns(_register(view, first, "scenarios", "recommendations",
                           none="No text states a scenario or a recommendation.")),
        "[All scenarios](scenarios.md) · [All recommendations](recommendations.md) · [All risks](risks.md)",
    ))  # fmt: skip


_PDF: Final = ' <a class="bw-pdf" href="brief.pdf">Download as PDF</a>'

_HOW: Final = (
    '<p class="bw-how" markdown>What the texts say, how many separately worded ones, and where they disagree. Each '
    "number leads to the passage. [How to read this briefing](method.md)</p>"
)


#: How many names of a kind the first page lists.
_NAMES: Final = 40


def _look_up(view: View) -> list[str]:
    """Everybody and everything that has a page, and the registers with their sizes: one step from the first page."""
    rows = [
        (name, f"{folder}/index.md", [e for e in view.briefing.entities if view.pages.get(e.id, "").startswith(folder)])
        for name, folder in (("People", "people"), ("Organisations", "organisations"), ("Models", "models"))
    ]
    lines = [(f"[{name}]({index})", _names(view, found, index)) for name, index, found in rows if found]
    count = Counter(f.section for f in view.briefing.findings)
    conflicts = len(view.briefing.conflicts)
    registers = [f"[{name}]({path}) ({n})" for name, path, n in (
        ("Timeline", "timeline.md", count["events"]), ("Quotations", "quotations.md", count["quotes"]),
        ("Architecture", "architecture.md", count["architecture"]), ("Risks", "risks.md", count["risks"]),
        ("Scenarios", "scenarios.md", count["scenarios"]),
        ("Recommendations", "recommendations.md", count["recommendations"]),
        ("Unknowns", "unknowns.md", count["unknowns"]), ("Conflicts", "conflicts.md", conflicts),
        ("Sources", "sources/index.md", len(view.sources)))]  # fmt: skip
    listed = "".join(f"<dt markdown>{name}</dt>\n<dd markdown>{links}</dd>\n"
                     for name, links in (*lines, ("Registers", " · ".join(registers))))  # fmt: skip
    return ["## Look up {: #look-up }", f'<dl class="bw-record bw-look" {UNSEARCHED} markdown>\n{listed}</dl>']


def _names(view: View, entities: Sequence[Entity], index: str) -> str:
    """The names by alphabet; where they are too many, those of which most is said, and the way to the others."""
    said = {e.id: len(view.naming(e.id)) for e in entities} if len(entities) > _NAMES else {}
    kept = sorted(entities, key=lambda e: (-said.get(e.id, 0), e.name, e.id))[:_NAMES]
    links = [entity_link(view, e.id, _HERE) for e in sorted(kept, key=lambda e: (e.name.casefold(), e.id))]
    more = [f"[all {len(entities)}]({index})"] if len(kept) < len(entities) else []
    return " · ".join((*links, *more))


def figures(view: View) -> str:
    """The size of the briefing in words: articles, origins, findings, share of the sentences that are used."""
    used, total = coverage(view)
    share = f"{_percent(used, total)} % of sentences used" if total else "no sentences"
    counts = ((len(view.sources), "article"), (len(view.origins), "origin"), (len(view.findings), "finding"))
    return ", ".join(counted(n, word) for n, word in counts) + f", {share}"


def counted(count: int, word: str) -> str:
    """A number with its noun: "1 article", "5 articles"."""
    return f"{count:,} {word}" + ("" if count == 1 else "s")


def _percent(part: int, whole: int) -> int:
    """The share in whole per cent, rounded down, so that 100 means all."""
    return part * 100 // whole


def coverage(view: View, source: str | None = None) -> tuple[int, int]:
    """How many sentences of content some finding uses, and how many there are: of one source or of all."""
    uses = [u for u in view.briefing.uses
            if source in (None, u.source) and view.passages[u.source, u.passage].cls == "content"]  # fmt: skip
    return sum(bool(u.findings) for u in uses), len(uses)


def _latest(view: View) -> str:
    source, event, derived = latest(view)
    shown = []
    if source is not None:
        shown.append(f"Latest dated source: [{plain(source.label)}]({relative(source_page(source.id), _HERE)}), "
                     f"{when.published(source.published)}.")  # fmt: skip
    if event:
        told = f"Latest event mentioned: [{plain(when.show(event))}](timeline.md)"
        shown.append(told + (" (date derived)." if derived else "."))
    return " ".join(shown)


def latest(view: View) -> tuple[Source | None, str, bool]:
    """The only "now" that a briefing knows: the last dated source, the ISO date of the last event, is that derived?"""
    sources = sorted((s.published.value, s.id) for s in view.briefing.sources if when.dated(s.published.value))
    events = sorted(iso for f in view.briefing.findings if f.section == "events"
                    if when.dated(iso := when.of_slot(view.date(f))[0]))  # fmt: skip
    last = events[-1] if events else ""
    derived = any(when.of_slot(view.date(f))[2] for f in view.briefing.findings
                  if f.section == "events" and when.of_slot(view.date(f))[0] == last)  # fmt: skip
    return (view.sources[sources[-1][1]] if sources else None), last, derived


def _by_topic(view: View, findings: list[Finding]) -> list[str]:
    parts: list[str] = []
    for section, name in TOPICS.items():
        here = [f for f in findings if f.section == section]
        if here:
            parts += [f"### {name} {{: #topic-{section} }}", blocks(view, here, _HERE)]
    return ["## Further findings {: #further }", _columns("\n\n".join(parts))] if parts else []


def _columns(body: str) -> str:
    """A list that stands in two columns where there is room: a line as wide as the page is hard to read."""
    return f'<div class="bw-columns" markdown>\n\n{body}\n\n</div>'


def _disputes(view: View) -> list[str]:
    conflicts = weighed(view, view.briefing.conflicts)
    shown = [digest(view, conflict, _HERE) for conflict in conflicts[:_FEW]]
    return [
        "## Where the sources disagree {: #disagree }",
        *(shown or ["The texts contradict each other nowhere that was found."]),
        f"[All conflicts ({len(conflicts)})](conflicts.md)" if conflicts else "",
    ]


def _register(view: View, first: Sequence[Finding], *sections: str, none: str) -> str:
    """The findings of registers that the summary marks, or their first few where it marks none; no finding twice."""
    shown: list[Finding] = []
    for section in sections:
        here = ranked(f for f in view.briefing.findings if f.section == section)
        shown += tuple(f for f in here if f.summary) or here[:_FEW]
    left = [f for f in shown if f not in first]
    return blocks(view, left, _HERE, empty="Those of the summary stand above." if shown else none)
