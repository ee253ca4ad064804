"""Registers: the timeline, the quotations, the risks, the scenarios and the recommendations."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from briefwright.model import Finding, Statement
from briefwright.pages import when
from briefwright.pages.escape import plain, words
from briefwright.pages.finding import block, blocks, marks, page, shown
from briefwright.pages.view import View, ranked
from briefwright.pages.who import in_order

_TIMELINE: Final = "timeline.md"
_QUOTATIONS: Final = "quotations.md"


def timeline(view: View) -> tuple[str, bytes]:
    """Events by date with the precision that the texts give; those without a year stand in a list of their own."""
    events = in_order(view, (f for f in view.briefing.findings if f.section == "events"))
    dated = [f for f in events if when.dated(_iso(view, f))]
    undated = [f for f in events if not when.dated(_iso(view, f))]
    return page(view, _TIMELINE, name="Timeline", body=(
        "# Timeline {: #timeline }",
        "Events in order, as precisely as the texts date them. A date that was worked out says how.",
        *(f'<section class="bw-day" markdown>\n\n## {plain(when.show(iso))} {{: #d-{_key(iso)} }}\n\n'
          + "\n\n".join(_event(view, f) for f in group) + "\n\n</section>"
          for iso, group in groupby(dated, key=lambda f: _iso(view, f))),
        "" if dated else "No text dates an event.",
        *(["## Without a date {: #undated }", "\n\n".join(_event(view, f) for f in undated)] if undated else []),
    ))  # fmt: skip


def _iso(view: View, finding: Finding) -> str:
    return when.of_slot(view.slot(finding, "date"))[0]


def _key(iso: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in iso)


def _event(view: View, finding: Finding) -> str:
    iso, precision, derived = when.of_slot(view.slot(finding, "date"))
    parts = []
    if iso and not when.dated(iso):
        parts.append(f"Dated in the text: {plain(when.show(iso))}.")
    if precision and when.dated(iso) and precision not in ("day", "month", "year"):
        parts.append(f"Precision: {plain(precision)}.")
    if derived:
        parts.append(f"Date derived: {plain(derived)}.")
    under = f'<p class="bw-derived">{" ".join(parts)}</p>\n\n' if parts else ""
    return block(view, finding, _TIMELINE, under=under)


def quotations(view: View) -> tuple[str, bytes]:
    """The register of quotations, with the variants of each side by side, and the reactions."""
    reactions = view.of_kinds("reaction")
    return page(view, _QUOTATIONS, name="Quotations", body=(
        "# Quotations {: #quotations }",
        "Words in quotation marks stand so in the text that the note names.",
        *([_quotation(view, f) for f in view.of_kinds("quote")] or ["No text quotes anybody."]),
        *(["## Reactions {: #reactions }", blocks(view, reactions, _QUOTATIONS)] if reactions else []),
    ))  # fmt: skip


_DIFFER: Final = '<p class="bw-variants">The texts word it differently:</p>'


def _quotation(view: View, finding: Finding) -> str:
    """A quotation with speaker and medium; in full words where a text relays it, doubts it or denies it."""
    said = view.said(finding)
    variants = _variants(said)
    under = ""
    if len(variants) > 1:
        lines = "".join(f"<li markdown>“{plain(text)}”{marks(ids)}</li>\n" for text, ids in variants.items())
        under = f'{_DIFFER}\n\n<ul class="bw-wordings" markdown>\n{lines}</ul>\n\n'
    return block(view, finding, _QUOTATIONS, under=under, text=_as_speech(view, finding, said))


def _variants(said: tuple[Statement, ...]) -> dict[str, list[str]]:
    """The wordings of a quotation, each with its statements."""
    found: dict[str, list[str]] = {}
    for statement in said:
        spoken = statement.slots.get("words")
        if isinstance(spoken, str):
            found.setdefault(words(spoken), []).append(statement.id)
    return found


def _as_speech(view: View, finding: Finding, said: tuple[Statement, ...]) -> str | None:
    """The words with their speaker and medium, where these are all that there is to say; otherwise nothing."""
    spoken, speaker = view.slot(finding, "words"), view.slot(finding, "speaker")
    bare = all(s.stance in ("stated", "quoted") and s.hedge in ("", "none") and s.polarity == "affirmed"
               and s.attribution in (None, speaker) for s in said)  # fmt: skip
    if not bare or not isinstance(spoken, str) or speaker is None:
        return None
    medium, addressee = (shown(view, view.slot(finding, name), _QUOTATIONS) for name in ("medium", "addressee"))
    by = shown(view, speaker, _QUOTATIONS) + (f", {medium}" if medium else "")
    by += f", to {addressee}" if addressee else ""
    return f'<span class="bw-speech">“{plain(spoken)}”</span> <span class="bw-by">{by}</span>'


def risks(view: View) -> tuple[str, bytes]:
    """Risks by type, each with its holder, trigger and consequence as a text words them."""
    return _register(view, "risks.md", "Risks", "What the texts warn of, by type. Each is the view of whom it names.",
                     ranked(f for f in view.briefing.findings if f.section == "risks"))  # fmt: skip


def scenarios(view: View) -> tuple[str, bytes]:
    """Scenarios by type."""
    return _register(view, "scenarios.md", "Scenarios", "What the texts say may come, under which condition.",
                     ranked(f for f in view.briefing.findings if f.section == "scenarios"))  # fmt: skip


def recommendations(view: View) -> tuple[str, bytes]:
    """Recommendations, each with whom it comes from."""
    return _register(view, "recommendations.md", "Recommendations", "What the texts advise, and to whom.",
                     ranked(f for f in view.briefing.findings if f.section == "recommendations"))  # fmt: skip


def _register(view: View, here: str, name: str, what: str, findings: tuple[Finding, ...]) -> tuple[str, bytes]:
    types = {f.id: _type(view, f) for f in findings}
    order = sorted(dict.fromkeys(types.values()), key=lambda t: (t == "", t))
    single = len(order) == 1
    return page(view, here, name=name, body=(
        f"# {name} {{: #{name.lower()} }}",
        what,
        *(part for n, kind in enumerate(order) for part in (
            "" if single else f"## {plain(kind.capitalize()) or 'Of no stated type'} {{: #type-{n} }}",
            blocks(view, [f for f in findings if types[f.id] == kind], here))),
        "" if findings else "No text states one.",
    ))  # fmt: skip


def _type(view: View, finding: Finding) -> str:
    value = view.slot(finding, "type")
    return words(value).replace("_", " ") if isinstance(value, str) else ""
