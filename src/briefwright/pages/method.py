"""The page on method: how to read the briefing, how it was made, and what it cannot see."""

from __future__ import annotations

from collections import Counter
from typing import Final

from briefwright.exports import OFFERED
from briefwright.model import Briefing, Source
from briefwright.pages.escape import outward, plain, relative
from briefwright.pages.home import counted, coverage, figures
from briefwright.pages.judged import judgements, retraction
from briefwright.pages.leaf import legend, page
from briefwright.pages.tested import self_test
from briefwright.pages.view import View, source_page
from briefwright.verify import blind_spots

_HERE: Final = "method.md"


def method(view: View) -> tuple[str, bytes]:
    """The legend, the making, the coverage per source, what was left out or withheld, contact and blind spots."""
    return page(view, _HERE, name="Method",
                about="How to read this briefing, how it was made, and what it cannot see.", body=(
        "# Method {: #method }",
        f'<p class="bw-figures">{figures(view)}</p>',
        _READ,
        legend(),
        _hedges(view),
        "## How it was made {: #made }",
        "\n".join(f"{n}. {step}" for n, step in enumerate(MADE, 1)),
        "## Coverage per source {: #coverage }",
        _coverage(view),
        "## Left out {: #left-out }",
        _left_out(view),
        "## Withheld {: #withheld }",
        _withheld(view),
        "## How the check was tested {: #self-test }",
        self_test(view),
        "## Judgements and corrections {: #judgements }",
        judgements(view, _HERE),
        "## Data {: #data }",
        _data(),
        "## Blind spots {: #blind-spots }",
        "\n".join(f"- {one}" for one in (*BLIND, *counted_blind_spots(view.briefing))),
        "## Contact {: #contact }",
        outward(view.briefing.contact) if view.briefing.contact else "This corpus names no contact.",
        "## Revision {: #revision }",
        f"<code>{plain(view.briefing.revision)}</code> – the same sources give the same briefing, byte for byte.",
    ))  # fmt: skip


_READ: Final = """## How to read it {: #read }

Every statement has a note. The note names the text, its date and paragraph, and shows the evidence; its
link leads to the passage."""

MADE: Final = (
    "Each text is split into numbered paragraphs and sentences. What is no content is set aside with a reason.",
    "Rules read from each sentence who did or said what, when, how many, and how sure the text is.",
    "Names are brought together across the texts; where that is doubtful, the doubt is shown and nothing is merged.",
    "Statements that say the same are put together as one finding. Texts that share wording count as one origin, and "
    "one voice that several texts relay counts once.",
    "Each statement is checked again, slot by slot, against the passage that it cites. What cannot be proved from it "
    "is not published.",
)

BLIND: Final = (
    "The briefing knows these texts and nothing else. What none of them says is missing here.",
    "What a sentence says in a form that no rule knows is not found; the page of its source lists it as not used.",
    "Whether two texts rest on one unnamed informant cannot be seen from their wording.",
    "A conflict is found where the same thing gets two values; one that only follows by argument is not.",
)


def counted_blind_spots(briefing: Briefing) -> tuple[str, ...]:
    """What the verifier does not check, a sentence each with how many statements it touches."""
    names = {e.id: (e.name, *e.aliases) for e in briefing.entities}
    spots = blind_spots(briefing.statements, names)
    return tuple(f"{spot.count} of {len(briefing.statements)} statements {spot.told}." for spot in spots)


def _hedges(view: View) -> str:
    count = Counter(s.hedge for s in view.briefing.statements if s.hedge not in ("", "none"))
    if not count:
        return "No statement carries a word of doubt."
    listed = ", ".join(f"“{plain(h)}” ({n})" for h, n in sorted(count.items(), key=lambda pair: (-pair[1], pair[0])))
    return f"Words of doubt are kept as the texts use them: {listed}."


def _coverage(view: View) -> str:
    """A table of the texts: what each is made of, how much of it is used, and from which origin it comes."""
    rows = "".join(_covered(view, source) for source in view.briefing.sources)
    head = "".join(f'<th scope="col">{name}</th>\n' for name in ("Text", *_COLUMNS))
    return (
        f'<table class="bw-compare" data-wide="" markdown>\n<thead>\n<tr>\n{head}</tr>\n'
        f"</thead>\n<tbody markdown>\n{rows}</tbody>\n</table>"
    )


_COLUMNS: Final = ("Origin", "Paragraphs", "of these no content", "Sentences", "used", "Left out")


def _covered(view: View, source: Source) -> str:
    used, total = coverage(view, source.id)
    noise = sum(p.cls == "noise" for p in source.passages)
    told = (view.origin_of(source.id) or "–", len(source.passages), noise, total, used, len(source.left_out))
    cells = "".join(f'<td data-label="{name}">{value}</td>\n' for name, value in zip(_COLUMNS, told, strict=True))
    link = f"[{plain(source.label)}]({relative(source_page(source.id), _HERE)})"
    link += " (retracted)" if retraction(view, source.id) else ""
    return f'<tr markdown>\n<th scope="row" markdown>{link}</th>\n{cells}</tr>\n'


def _left_out(view: View) -> str:
    lines = [
        f"- [{plain(s.title)}]({relative(source_page(s.id), _HERE)}#left-out): {counted(len(s.left_out), 'detail')}"
        for s in view.briefing.sources
        if s.left_out
    ]
    return "\n".join(lines) or "No note leaves a detail out."


def _withheld(view: View) -> str:
    count = Counter(w.verdict for w in view.briefing.withheld)
    judged = sum(bool(s.accepted) for s in view.briefing.statements)
    also = (
        f" {counted(judged, 'statement')} could not be proved by rule and {'stands' if judged == 1 else 'stand'} "
        "on an editor's judgement: the footnote says whose, and why."
        if judged
        else ""
    )
    if not count:
        return "No statement was withheld" + (f".{also}" if judged else ": each could be proved from its passage.")
    why = ", ".join(f"{plain(v.replace('_', ' '))}: {n}" for v, n in sorted(count.items()))
    told = f"{counted(len(view.briefing.withheld), 'statement')} could not be proved, hence not shown anywhere ({why})."
    return told + also


def _data() -> str:
    """Each export with what it is: the way to them for a program, and for whoever cites the sources."""
    lines = (f"- [{plain(name)}]({relative(f'data/{name}', _HERE)}): {plain(told)}" for name, told in OFFERED.items())
    return "\n".join(("The same briefing as files, for programs and for whoever cites it:", "", *lines))
