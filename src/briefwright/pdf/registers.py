"""The registers in print: timeline, quotations, risks, scenarios, recommendations, unknowns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from briefwright.model import Finding, SlotValue
from briefwright.pages import when
from briefwright.pages.escape import words
from briefwright.pages.finding import in_text_order, opening
from briefwright.pages.registers import bare_words, grouped, iso_of, picture_of_time, reasons_of, type_of, variants_of
from briefwright.pages.view import View
from briefwright.pages.who import in_order
from briefwright.pdf.blocks import Block, finding, findings, heading, items, paragraph, passages
from briefwright.pdf.pictures import picture

#: A wording names so many of the passages that have it.
_CITED = 6


def timeline(view: View) -> list[Block]:
    """Events by date with the precision that the texts give; those without a year in lists of their own."""
    events = in_order(view, (f for f in view.briefing.findings if f.section == "events"))
    dated = [f for f in events if when.dated(iso_of(view, f))]
    told = [f for f in events if iso_of(view, f) and f not in dated]
    undated = [f for f in events if not iso_of(view, f)]
    reasons = reasons_of(view, events)
    return [
        heading(1, "Timeline", key="timeline"),
        paragraph("Events in order, as precisely as the texts date them. A date that was worked out says how.", "lead"),
        *picture(picture_of_time(view, dated)),
        *(part for iso, group in groupby(dated, key=lambda f: iso_of(view, f)) for part in (
            heading(2, when.show(iso), key=f"d-{iso}"), *_events(view, list(group), reasons))),
        *_list(view, "Dated only by something else", "relative", told, reasons),
        *_list(view, "Without a date", "undated", undated, reasons),
        *([heading(2, "How dates were worked out", key="derived"),
           items((f"{reason}." for reason in reasons), numbered=True)] if reasons else []),
    ]  # fmt: skip


def _list(view: View, name: str, key: str, events: Sequence[Finding], reasons: Mapping[str, int]) -> list[Block]:
    return [heading(2, name, key=f"d-{key}"), *_events(view, events, reasons)] if events else []


def _events(view: View, events: Sequence[Finding], reasons: Mapping[str, int]) -> list[Block]:
    return [finding(view, f, under=_dating(view, f, reasons)) for f in events]


def _dating(view: View, one: Finding, reasons: Mapping[str, int]) -> Iterable[str]:
    """How an event is dated, where its heading does not say it all."""
    iso, precision, derived = when.of_slot(view.date(one))
    parts = []
    if iso and not when.dated(iso):
        parts.append(f"Dated in the text: {when.show(iso)}.")
    if precision and when.dated(iso) and precision not in ("day", "month", "year"):
        parts.append(f"Precision: {precision.replace('-', ' ')}.")
    if derived in reasons:
        parts.append(f"Date derived: reason {reasons[derived]} at the end of this chapter.")
    elif derived:
        parts.append(f"Date derived: {derived}.")
    return [" ".join(parts)] if parts else []


# --------------------------------------------------------------------------- quotations


def quotations(view: View) -> list[Block]:
    """Quotations by speaker, the wordings of several texts under one another; then reactions by holder."""
    quotes = grouped(view, view.of_kinds("quote"), "speaker")
    reactions = grouped(view, view.of_kinds("reaction"), "holder")
    return [
        heading(1, "Quotations", key="quotations"),
        paragraph("Words in quotation marks stand so in the text that the note names. They are ordered by speaker."
                  if quotes else "No text quotes anybody.", "lead"),
        *(part for n, (who, group) in enumerate(quotes.items()) for part in (
            heading(2, _name(view, who), key=f"speaker-{n}"), *(_quotation(view, f) for f in group))),
        *([heading(2, "Reactions", key="reactions"),
           paragraph("How people took the news, in the words of the texts.", "small")] if reactions else []),
        *(part for n, (who, group) in enumerate(reactions.items()) for part in (
            heading(3, _name(view, who), key=f"holder-{n}"), *findings(view, group))),
    ]  # fmt: skip


def _name(view: View, who: str) -> str:
    if not who:
        return "Nobody named"
    return view.entities[who].name if who in view.entities else who


def _quotation(view: View, one: Finding) -> Block:
    """A quotation with speaker and medium; in full words where a text relays it, doubts it or denies it."""
    said = view.said(one)
    variants = variants_of(said)
    under: list[str] = []
    if len(variants) > 1:
        under.append("The texts word it differently:")
        for spoken, ids in variants.items():
            cited = passages([s for s in said if s.id in ids], _CITED)
            under.append(f"“{spoken}” ({cited})")
    spoken = bare_words(view, one)
    if not spoken:
        return finding(view, one, under=under)
    by = [_shown(view, view.slot(one, name)) for name in ("speaker", "medium")]
    addressee = _shown(view, view.slot(one, "addressee"))
    if addressee:
        by.append(f"to {addressee}")
    return finding(view, one, text=f"“{words(spoken)}”", by=", ".join(filter(None, by)), under=under, speech=True)


def _shown(view: View, value: SlotValue) -> str:
    """A slot as a reader reads it: an entity by its name, a date in words, a list with commas."""
    if value is None:
        return ""
    if isinstance(value, str):
        return view.entities[value].name if value in view.entities else value
    if isinstance(value, bool | int):
        return str(value)
    iso, _, _ = when.of_slot(value)
    return when.show(iso) if iso else ", ".join(_shown(view, v) for v in value if isinstance(v, str))


# --------------------------------------------------------------------------- arguments


def risks(view: View) -> list[Block]:
    """Risks by type, each as the view of whom it names."""
    found = _of(view, "risks")
    types = {f.id: type_of(view, f) for f in found}
    order = sorted(dict.fromkeys(types.values()), key=lambda t: (t == "", t))
    return [
        heading(1, "Risks", key="risks"),
        paragraph("What the texts warn of, by type. Each is the view of whom it names." if found
                  else "No text states one.", "lead"),
        *(part for n, kind in enumerate(order) for part in (
            *([heading(2, kind.capitalize() or "Of no stated type", key=f"type-{n}")] if len(order) > 1 else []),
            *findings(view, [f for f in found if types[f.id] == kind]))),
    ]  # fmt: skip


def scenarios(view: View) -> list[Block]:
    """Scenarios, text by text."""
    return _by_text(view, "Scenarios", "What the texts say may come, under which condition.")


def recommendations(view: View) -> list[Block]:
    """Recommendations, text by text."""
    return _by_text(view, "Recommendations", "What the texts advise, and to whom.")


def _by_text(view: View, name: str, what: str) -> list[Block]:
    section = name.lower()
    found = _of(view, section)
    return [
        heading(1, name, key=section),
        paragraph(what if found else "No text states one.", "lead"),
        *(part for source, group in groupby(found, key=lambda f: opening(view, f).evidence.source) for part in (
            heading(2, f"In {source}", key=f"{section}-{source}", aside=view.sources[source].label),
            *findings(view, group))),
    ]  # fmt: skip


def _of(view: View, section: str) -> list[Finding]:
    return in_text_order(view, (f for f in view.briefing.findings if f.section == section))


def unknowns(view: View) -> list[Block]:
    """What the texts call unclear; then, apart, what the editors found in none of them."""
    found = view.of_kinds("uncertainty")
    gaps = view.briefing.gaps
    return [
        heading(1, "Unknowns", key="unknowns"),
        paragraph("What the texts themselves say is unclear, unanswered or not known."
                  if found else "No text says that something is unclear.", "lead"),
        *findings(view, found),
        *([heading(2, "Not stated in any of the sources", key="not-stated"), paragraph(
            "The editors’ list, not the texts’: questions that a reader may bring and to which the editors found no "
            "answer in any source. That a text is silent says nothing about what is so.", "small"),
           items(gap.question for gap in gaps)] if gaps else []),
    ]  # fmt: skip
