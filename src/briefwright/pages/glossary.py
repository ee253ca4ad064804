"""Terms that a reader may not know: what they mean in our words, marked as ours, and what the texts say of them."""

from __future__ import annotations

from typing import Final

from briefwright.model import Finding
from briefwright.pages.escape import plain, words
from briefwright.pages.finding import blocks, term_key
from briefwright.pages.leaf import page
from briefwright.pages.view import Term, View, ranked

_HERE: Final = "glossary.md"
#: What the texts say of a term is shown in full elsewhere.
_FEW: Final = 3


def glossary(view: View) -> tuple[str, bytes]:
    """Every term of the editors' list by alphabet, with the findings whose words hold it."""
    terms = sorted(view.terms, key=lambda term: term.name.casefold())
    return page(view, _HERE, name="Glossary", about="Terms of the cited texts, explained in the editors' words.", body=(
        "# Glossary {: #glossary }",
        "What a term means is said here in our words, not in those of a text; what the texts say stands under it, with "
        "its notes." if terms else "The editors of this corpus explain no term.",
        *(_entry(view, term) for term in terms),
    ))  # fmt: skip


def _entry(view: View, term: Term) -> str:
    found = ranked(f for f in view.briefing.findings if _holds(f, term))[:_FEW]
    name = plain(term.name[:1].upper() + term.name[1:])
    return (
        f'<section class="bw-card" markdown>\n\n## {name} {{: #{term_key(term)} }}\n\n'
        f'<p class="bw-ours"><span class="bw-basis">In our words:</span> {plain(term.meaning)}</p>\n\n'
        f"{blocks(view, found, _HERE)}\n\n</section>"
    )


def _holds(finding: Finding, term: Term) -> bool:
    return words(term.name).casefold() in words(finding.text).casefold()
