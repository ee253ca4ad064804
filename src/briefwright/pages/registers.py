"""Registers: the timeline, the quotations, the risks, the scenarios and the recommendations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from typing import Final

from briefwright.figures import Mark
from briefwright.figures import timeline as figure_of_time
from briefwright.model import Finding, Statement
from briefwright.pages import when
from briefwright.pages.differ import marked
from briefwright.pages.escape import plain, relative, words
from briefwright.pages.finding import block, blocks, entity_link, in_text_order, opening, shown
from briefwright.pages.home import counted
from briefwright.pages.leaf import marks, page
from briefwright.pages.narrow import narrow
from briefwright.pages.view import View, source_page
from briefwright.pages.who import in_order

_TIMELINE: Final = "timeline.md"
_QUOTATIONS: Final = "quotations.md"


def timeline(view: View) -> tuple[str, bytes]:
    """Events by date with the precision that the texts give; those without a year stand in lists of their own."""
    events = in_order(view, (f for f in view.briefing.findings if f.section == "events"))
    dated = [f for f in events if when.dated(iso_of(view, f))]
    told = [f for f in events if iso_of(view, f) and f not in dated]
    undated = [f for f in events if not iso_of(view, f)]
    reasons = reasons_of(view, events)
    return page(view, _TIMELINE, name="Timeline",
                about="Events by date, as precisely as the cited texts date them, with notes.", body=(
        "# Timeline {: #timeline }",
        "Events in order, as precisely as the texts date them. A date that was worked out says how.",
        picture_of_time(view, dated),
        narrow(view, events),
        *(f'<section class="bw-day" markdown>\n\n## {plain(when.show(iso))} {{: #d-{_key(iso)} }}\n\n'
          + "\n\n".join(_event(view, f, reasons) for f in group) + "\n\n</section>"
          for iso, group in groupby(dated, key=lambda f: iso_of(view, f))),
        "" if dated else "No text dates an event.",
        *_list(view, "Dated only by something else", "relative", told, reasons),
        *_list(view, "Without a date", "undated", undated, reasons),
        *(["## How dates were worked out {: #derived }",
           "\n\n".join(f'<p class="bw-reason" id="reason-{n}">{n}. {plain(reason)}.</p>'
                       for reason, n in reasons.items())] if reasons else []),
    ))  # fmt: skip


def picture_of_time(view: View, dated: list[Finding]) -> str:
    """The dates of the events on a line: how many findings stand under each, and no word of what they say."""
    groups = [(iso, list(group)) for iso, group in groupby(dated, key=lambda f: iso_of(view, f))]
    marks = [Mark(value=iso, label=when.show(iso), count=counted(len(group), "finding"), fragment=f"d-{_key(iso)}",
                  derived=all(when.of_slot(view.date(f))[2] for f in group)) for iso, group in groups]  # fmt: skip
    return figure_of_time(marks, name="The dates of the events on a line of time", caption=_TIME)


_TIME: Final = (
    "Each date leads to its events below. A dot is a day, a bar a month or longer; hollow: worked out, not stated."
)


def _list(view: View, name: str, key: str, events: list[Finding], reasons: Mapping[str, int]) -> list[str]:
    if not events:
        return []
    return [f"## {name} {{: #{key} }}", "\n\n".join(_event(view, f, reasons) for f in events)]


def reasons_of(view: View, events: list[Finding]) -> dict[str, int]:
    """The reasonings behind dates that more than one event rests on, numbered: each is said once."""
    told = Counter(derived for f in events if (derived := when.of_slot(view.date(f))[2]))
    return {reason: number for number, reason in enumerate((r for r, times in told.items() if times > 1), 1)}


def iso_of(view: View, finding: Finding) -> str:
    """The date of a finding as ISO, empty where it has none."""
    return when.of_slot(view.date(finding))[0]


def _key(iso: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in iso)


def _event(view: View, finding: Finding, reasons: Mapping[str, int]) -> str:
    iso, precision, derived = when.of_slot(view.date(finding))
    parts = []
    if iso and not when.dated(iso):
        parts.append(f"Dated in the text: {plain(when.show(iso))}.")
    if precision and when.dated(iso) and precision not in ("day", "month", "year"):
        parts.append(f"Precision: {plain(precision.replace('-', ' '))}.")
    if derived in reasons:
        parts.append(f"Date derived: [reason {reasons[derived]}](#reason-{reasons[derived]}).")
    elif derived:
        parts.append(f"Date derived: {plain(derived)}.")
    under = f'<p class="bw-derived" markdown>{" ".join(parts)}</p>\n\n' if parts else ""
    return block(view, finding, _TIMELINE, under=under)


def quotations(view: View) -> tuple[str, bytes]:
    """The register of quotations by speaker, with the variants of each side by side, and the reactions by holder."""
    quotes = grouped(view, view.of_kinds("quote"), "speaker")
    reactions = grouped(view, view.of_kinds("reaction"), "holder")
    return page(view, _QUOTATIONS, name="Quotations",
                about="A register of quotations by speaker, the wordings of several texts compared.", body=(
        "# Quotations {: #quotations }",
        "Words in quotation marks stand so in the text that the note names. They are ordered by speaker; what one "
        "person said stands together, the wordings of several texts under one another.",
        narrow(view, (*view.of_kinds("quote"), *view.of_kinds("reaction"))),
        "## By speaker {: #speakers }" if quotes else "No text quotes anybody.",
        *(part for n, (speaker, group) in enumerate(quotes.items()) for part in (
            f"### {_name(view, speaker)} {{: #speaker-{n} }}",
            '<div class="bw-speaker" markdown>\n\n' + "\n\n".join(_quotation(view, f, speaker) for f in group)
            + "\n\n</div>")),
        *(["## Reactions {: #reactions }", "How people took the news, in the words of the texts.",
           *(part for n, (holder, group) in enumerate(reactions.items()) for part in (
               f"### {_name(view, holder)} {{: #holder-{n} }}",
               blocks(view, group, _QUOTATIONS, unlinked=holder)))] if reactions else []),
    ))  # fmt: skip


def grouped(view: View, findings: tuple[Finding, ...], slot: str) -> dict[str, list[Finding]]:
    """Findings by who is in their slot, in the order of the first of each; those of nobody come last."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        value = view.slot(finding, slot)
        found.setdefault(value if isinstance(value, str) else "", []).append(finding)
    return dict(sorted(found.items(), key=lambda pair: not pair[0]))


def _name(view: View, who: str) -> str:
    if not who:
        return "Nobody named"
    return entity_link(view, who, _QUOTATIONS) if who in view.entities else plain(who)


_DIFFER: Final = '<p class="bw-variants">The texts word it differently:</p>'


def _quotation(view: View, finding: Finding, speaker: str) -> str:
    """A quotation with speaker and medium; in full words where a text relays it, doubts it or denies it."""
    said = view.said(finding)
    variants = variants_of(said)
    under = ""
    if len(variants) > 1:
        lines = "".join(f"<li markdown>“{text}”{marks(ids)}</li>\n"
                        for text, ids in zip(marked(list(variants)), variants.values(), strict=True))  # fmt: skip
        under = f'{_DIFFER}\n\n<ul class="bw-wordings" markdown>\n{lines}</ul>\n\n'
    text = _as_speech(view, finding)
    return block(view, finding, _QUOTATIONS, under=under, text=text, unlinked=speaker)


def variants_of(said: tuple[Statement, ...]) -> dict[str, list[str]]:
    """The wordings of a quotation, each with its statements."""
    found: dict[str, list[str]] = {}
    for statement in said:
        spoken = statement.slots.get("words")
        if isinstance(spoken, str):
            found.setdefault(words(spoken), []).append(statement.id)
    return found


def bare_words(view: View, finding: Finding) -> str:
    """The words of a quotation that no text relays, doubts or denies and whose speaker is named; else nothing."""
    spoken, speaker = view.slot(finding, "words"), view.slot(finding, "speaker")
    bare = all(s.stance in ("stated", "quoted") and s.hedge in ("", "none") and s.polarity == "affirmed"
               and s.attribution in (None, speaker) for s in view.said(finding))  # fmt: skip
    return spoken if bare and isinstance(spoken, str) and speaker is not None else ""


def _as_speech(view: View, finding: Finding) -> str | None:
    """The words with their speaker and medium, where these are all that there is to say; otherwise nothing."""
    spoken, speaker = bare_words(view, finding), view.slot(finding, "speaker")
    if not spoken:
        return None
    medium, addressee = (shown(view, view.slot(finding, name), _QUOTATIONS) for name in ("medium", "addressee"))
    by = shown(view, speaker, _QUOTATIONS) + (f", {medium}" if medium else "")
    by += f", to {addressee}" if addressee else ""
    return f'<span class="bw-speech">“{plain(spoken)}”</span> <span class="bw-by">{by}</span>'


def risks(view: View) -> tuple[str, bytes]:
    """Risks by type, each with its holder, trigger and consequence as a text words them."""
    found = _of(view, "risks")
    types = {f.id: type_of(view, f) for f in found}
    order = sorted(dict.fromkeys(types.values()), key=lambda t: (t == "", t))
    return page(view, "risks.md", name="Risks",
                about="Risks that the cited texts name, each with its holder and its note.", body=(
        "# Risks {: #risks }",
        "What the texts warn of, by type. Each is the view of whom it names.",
        narrow(view, found),
        *(part for n, kind in enumerate(order) for part in (
            "" if len(order) == 1 else f"## {plain(kind.capitalize()) or 'Of no stated type'} {{: #type-{n} }}",
            blocks(view, [f for f in found if types[f.id] == kind], "risks.md"))),
        "" if found else "No text states one.",
    ))  # fmt: skip


def scenarios(view: View) -> tuple[str, bytes]:
    """Scenarios, text by text."""
    return _by_text(view, "Scenarios", "What the texts say may come, under which condition.")


def recommendations(view: View) -> tuple[str, bytes]:
    """Recommendations, text by text."""
    return _by_text(view, "Recommendations", "What the texts advise, and to whom.")


def _by_text(view: View, name: str, what: str) -> tuple[str, bytes]:
    """A register in which one sentence leans on another: each text keeps its order, under its paragraphs."""
    section = name.lower()
    here = f"{section}.md"
    groups = groupby(_of(view, section), key=lambda f: opening(view, f).evidence.source)
    parts = [
        part
        for source, group in groups
        for part in (f"## {_text_link(view, source, here)} {{: #text-{source} }}", blocks(view, list(group), here))
    ]
    return page(view, here, name=name,
                about=f"{name} in the cited texts, with notes.", body=(
        f"# {name} {{: #{section} }}", what, *(parts or ["No text states one."])))  # fmt: skip


def _of(view: View, section: str) -> list[Finding]:
    return in_text_order(view, (f for f in view.briefing.findings if f.section == section))


def _text_link(view: View, source: str, here: str) -> str:
    return f"[{plain(view.sources[source].label)}]({relative(source_page(source), here)})"


def type_of(view: View, finding: Finding) -> str:
    """The type of a risk in words, empty where no text gives one."""
    value = view.slot(finding, "type")
    return words(value).replace("_", " ") if isinstance(value, str) else ""
