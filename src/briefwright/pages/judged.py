"""What editors decided, as readers are told: which finding or source, by its kind and place, never by its words."""

from __future__ import annotations

from typing import Final

from briefwright.model import Decision
from briefwright.pages.escape import plain, relative
from briefwright.pages.finding import CONFLICT_NAMES
from briefwright.pages.view import View, source_page


def told(decision: Decision) -> str:
    """Why, by whom and when."""
    return f"{decision.why} ({decision.by}, {decision.when})"


def retraction(view: View, source: str) -> str:
    """The notice on a source that an editor took out: why, by whom and when; "" for every other source."""
    found = view.briefing.retraction(source)
    return "" if found is None else told(found)


_DECIDED: Final = {
    "same": "One name", "different": "Two names", "unsure": "Open whether one name", "withhold": "Withheld",
    "correct": "Corrected", "resolve": "Conflict settled", "accept": "Accepted", "source-retracted": "Source retracted",
}  # fmt: skip


def judgements(view: View, here: str) -> str:
    """Every judgement as a list, each with what it is about and where that is shown, or was."""
    lines = [_line(view, d, here) for d in view.briefing.decisions]
    return "\n".join(lines) or "No editor has judged, withheld or corrected anything."


def _line(view: View, decision: Decision, here: str) -> str:
    about = "; ".join(_about(view, name, here) for name in decision.about)
    what = plain(_DECIDED.get(decision.decision, decision.decision))
    return f"- **{what}**: {about}. {plain(decision.text + ' ' if decision.text else '')}{plain(told(decision))}"


def _about(view: View, name: str, here: str) -> str:
    """A name that a judgement is on: what stands under that id, or what was kept back."""
    briefing = view.briefing
    if name in view.sources:
        return f"[{plain(name)} {plain(view.sources[name].label)}]({relative(source_page(name), here)})"
    if (
        finding := view.findings.get(name) or next((f for f in briefing.findings if name in f.statements), None)
    ) is not None:
        kind = plain(finding.kind.replace("_", " "))
        return f"<code>{plain(name)}</code>, [{kind}]({relative(f'{view.homes[finding.id]}#f-{finding.id}', here)})"
    if (conflict := next((c for c in briefing.conflicts if c.id == name), None)) is not None:
        shown = plain(CONFLICT_NAMES[conflict.type].lower())
        return f"<code>{plain(name)}</code>, [{shown}]({relative(f'conflicts.md#c-{name}', here)})"
    gone = dict.fromkeys((s.kind, s.source, s.passage) for s in briefing.silenced if name in (s.finding, s.statement))
    if gone:
        listed = ", ".join(
            f"{plain(kind.replace('_', ' '))} from [{plain(view.sources[source].label)}, ¶{plain(passage[1:])}]"
            f"({relative(f'{source_page(source)}#{passage}', here)})"
            for kind, source, passage in gone
        )
        return f"<code>{plain(name)}</code>, {listed}"
    return plain(name)
