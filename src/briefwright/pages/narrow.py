"""A form that narrows a long list by status and by text; without script it is not shown and the list is whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefwright.model import Finding
from briefwright.pages.escape import plain
from briefwright.pages.leaf import UNSEARCHED
from briefwright.pages.view import View

#: A shorter list is read as quickly as a form.
_LONG: Final = 8
_STATES: Final = (
    ("corroborated", "in separately worded texts"), ("single-origin", "in one text or origin"),
    ("disputed", "sources disagree"),
)  # fmt: skip


def narrow(view: View, findings: Sequence[Finding]) -> str:
    """The form for a page of these findings; nothing for a short list or for one that there is no choice in."""
    texts = {s.evidence.source for f in findings for s in view.said(f)}
    states = [(key, told) for key, told in _STATES if any(f.status == key for f in findings)]
    if len(findings) < _LONG or len(texts) * len(states) < 2:
        return ""
    by_state = "".join(f'<option value="{key}">{told}</option>' for key, told in states)
    by_text = "".join(f'<option value="{s.id}">{s.id} {plain(s.label)}</option>'
                      for s in view.briefing.sources if s.id in texts)  # fmt: skip
    return (
        f'<form class="bw-filter" {UNSEARCHED}><label>Status <select name="status"><option value="">all</option>'
        f'{by_state}</select></label> <label>Text <select name="source"><option value="">all</option>{by_text}'
        '</select></label> <button type="reset">Show all</button> <output></output></form>'
    )
