"""One finding as a block of a page, with a footnote per statement and its status in words and shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final, assert_never

from briefwright.model import ConflictType, Finding, SlotValue, Statement, short_hash
from briefwright.pages import when
from briefwright.pages.escape import plain, relative, words
from briefwright.pages.leaf import UNSEARCHED, marks
from briefwright.pages.view import Term, View

CONFLICT_NAMES: Final[Mapping[ConflictType, str]] = {
    "value": "Figures", "time": "Time", "identity": "Identity", "role": "Roles", "participants": "Participants",
    "scope": "Scope", "modality": "Degree of certainty", "wording": "Wording", "owner": "Ownership",
}  # fmt: skip
#: What the texts disagree on, in the middle of a sentence.
_DISAGREE: Final[Mapping[ConflictType, str]] = {
    "value": "figures", "time": "time", "identity": "identity", "role": "roles", "participants": "who took part",
    "scope": "scope", "modality": "how certain it is", "wording": "wording", "owner": "whose it is",
}  # fmt: skip
#: A list that is longer than this, and that nobody came for, is folded.
FOLD: Final = 6


def block(
    view: View, finding: Finding, here: str, *, under: str = "", text: str | None = None, unlinked: str = ""
) -> str:
    """A finding as a page shows it: its text with names linked and a reference per statement, then its status.

    `text` stands in place of the finding's own words where a register shows them in another form; `under` follows.
    The entity `unlinked` is not linked: the heading above is its name already.
    """
    shown = linked(view, finding, here, unlinked=unlinked) if text is None else text
    texts = " ".join(dict.fromkeys(s.evidence.source for s in view.said(finding)))
    home = relative(f"{view.homes[finding.id]}#f-{finding.id}", here)
    return (
        f'<div class="bw-finding" data-finding="{finding.id}" id="f-{finding.id}" data-status="{finding.status}" '
        f'data-sources="{texts}" markdown>\n\n'
        f"{shown}{marks(finding.statements)}\n\n{under}"
        f'<p class="bw-marks" {UNSEARCHED} markdown>{status(view, finding, here)} '
        f'[Cite]({home}){{: .bw-cite title="Permanent link to this finding" }}</p>\n\n</div>'
    )


def blocks(view: View, findings: Sequence[Finding], here: str, *, empty: str = "", unlinked: str = "") -> str:
    """Findings one under another, or the sentence that says that there is none."""
    return "\n\n".join(block(view, finding, here, unlinked=unlinked) for finding in findings) or empty


def fold(summary: str, body: str) -> str:
    """Something that a reader opens: the summary is words of ours, never of a corpus."""
    return f'<details class="bw-fold" markdown>\n<summary {UNSEARCHED}>{summary}</summary>\n\n{body}\n\n</details>'


def folded(
    view: View, findings: Sequence[Finding], here: str, *, name: str, key: str, level: int = 2, most: int = FOLD
) -> str:
    """Findings under a heading, in the order of their texts, so that each can be read with what it points back to.

    A list of more than `most` is folded under its name and number. Its heading stands within, unseen: whoever comes
    to it by a link or a search finds the list open.
    """
    shown = f"{'#' * level} {name} {{: #{key} }}\n\n{blocks(view, in_text_order(view, findings), here)}"
    if len(findings) <= most:
        return shown
    return fold(f"{name}: {len(findings)} findings, in the order of the texts", shown)


def in_text_order(view: View, findings: Iterable[Finding]) -> list[Finding]:
    """Findings by the place of their first statement: source, then paragraph, then sentence."""
    place = {source.id: number for number, source in enumerate(view.briefing.sources)}

    def at(finding: Finding) -> tuple[int, int, str]:
        first = opening(view, finding).evidence
        return place[first.source], first.start, finding.id

    return sorted(findings, key=at)


def opening(view: View, finding: Finding) -> Statement:
    """The statement of a finding that a reader of the sources, one after another, meets first."""
    place = {source.id: number for number, source in enumerate(view.briefing.sources)}
    return min(view.said(finding), key=lambda s: (place[s.evidence.source], s.evidence.start, s.id))


def status(view: View, finding: Finding, here: str) -> str:
    """The status of a finding in words: how many separately worded texts say it, or that they disagree; its stance."""
    label = f"[{standing(view, finding)}](#key-{finding.status}){{: .bw-status .bw-{finding.status} }}"
    on = _on(view, finding, here)
    near = "" if finding.status == "disputed" or not on else "; see the conflict"
    return f'<span class="bw-state">{label}{near}{on}</span>{_stance(view.said(finding))}'


def standing(view: View, finding: Finding) -> str:
    """The status of a finding in words alone."""
    texts = len({s.evidence.source for s in view.said(finding)})
    match finding.status:
        case "corroborated":
            return f"in {len(finding.origins)} separately worded texts"
        case "single-origin" if len(finding.origins) > 1:
            return f"{texts} texts relay one voice"
        case "single-origin" if texts > 1:
            return f"single origin: {texts} texts that share wording"
        case "single-origin":
            return "in one text"
        case "disputed":
            return "sources disagree"
        case _:
            assert_never(finding.status)


def _on(view: View, finding: Finding, here: str) -> str:
    """What the conflicts are about in which statements of a finding stand, each word leading to the first of them."""
    first = {c.type: c.id for c in reversed(view.conflicts[finding.id])}
    on = [f"[{_DISAGREE[kind]}]({relative(f'conflicts.md#c-{one}', here)})" for kind, one in first.items()]
    return f" on {' and on '.join(reversed(on))}" if on else ""


def _stance(statements: Sequence[Statement]) -> str:
    return "".join(f" [{told}](#key-{stance}){{: .bw-stance }}" for stance, told in stances(statements).items())


def stances(statements: Sequence[Statement]) -> dict[str, str]:
    """The words "reported" and "speculated" where a statement is, and in how many of how many where not all are."""
    told = {}
    for stance in ("reported", "speculated"):
        count = sum(s.stance == stance for s in statements)
        part = "" if count == len(statements) else f" in {count} of {len(statements)}"
        if count:
            told[stance] = stance + part
    return told


def linked(view: View, finding: Finding, here: str, *, unlinked: str = "") -> str:
    """The words of a finding, each entity that it names linked to its page where its name first stands."""
    text = words(finding.text)
    names = sorted(
        ((words(n), e) for e in finding.entities
         if e != unlinked and e in view.entities and view.pages.get(e, here) != here
         for n in (view.entities[e].name, *view.entities[e].aliases) if words(n)),
        key=lambda pair: (-len(pair[0]), pair),
    )  # fmt: skip
    taken: list[tuple[int, int, str]] = []
    done: set[str] = set()
    for name, entity in names:
        if entity in done:
            continue
        for start in _places(name, text):
            if all(start + len(name) <= a or start >= b for a, b, _ in taken):
                taken.append((start, start + len(name), entity))
                done.add(entity)
                break
    terms = [(start, end, term) for term in view.terms if here != _GLOSSARY
             for start, end in _first(words(term.name), text, taken)]  # fmt: skip
    found = [(a, b, relative(view.pages[entity], here), "") for a, b, entity in taken]
    found += [(a, b, relative(f"{_GLOSSARY}#{term_key(term)}", here), _meaning(term)) for a, b, term in terms]
    out, at = "", 0
    for start, end, target, more in sorted(found):
        if start >= at:
            out += spaced(text[at:start]) + f"[{plain(text[start:end])}]({target}){more}"
            at = end
    return out + spaced(text[at:])


_GLOSSARY: Final = "glossary.md"


def _first(name: str, text: str, taken: Sequence[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """The first place of a term in a text, whatever its case, that no name of an entity covers."""
    places = ((at, at + len(name)) for at in _places(name.casefold(), text.casefold()))
    free = ((a, b) for a, b in places if all(b <= x or a >= y for x, y, _ in taken))
    return list(islice(free, 1)) if len(text) == len(text.casefold()) else []


def _meaning(term: Term) -> str:
    return f'{{: .bw-term title="In our words: {plain(term.meaning)}" }}'


def term_key(term: Term) -> str:
    """The anchor of a term in the glossary."""
    slug = "".join(c if c.isascii() and c.isalnum() else "-" for c in term.name.casefold()).strip("-")
    return f"t-{slug or short_hash(term.name)}"


def spaced(text: str) -> str:
    """`plain`, with the blank at either end that stands between words and a link."""
    before, after = " " * text[:1].isspace(), " " * text[-1:].isspace()
    return before + plain(text) + after if text.strip() else before


def _places(name: str, text: str) -> Iterable[int]:
    """Where a name stands in a text as a whole word."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at
        at = text.find(name, at + 1)


def mentions(view: View, finding: Finding, entity: str) -> bool:
    """Whether the words of a finding, and not only its evidence, name an entity."""
    one = view.entities[entity]
    text = words(finding.text)
    return any(True for name in (one.name, *one.aliases) if words(name) for _ in _places(words(name), text))


def entity_link(view: View, entity: str, here: str) -> str:
    """The name of an entity, linked to its page where it has one that is not this one."""
    name = plain(view.entities[entity].name)
    target = view.pages.get(entity, here)
    return name if target == here else f"[{name}]({relative(target, here)})"


def shown(view: View, value: SlotValue, here: str) -> str:
    """A slot as a reader reads it: an entity by its linked name, a date in words, a list with commas."""
    if value is None:
        return ""
    if isinstance(value, str):
        return entity_link(view, value, here) if value in view.entities else plain(value)
    if isinstance(value, bool | int):
        return plain(str(value))
    iso, _, _ = when.of_slot(value)
    return plain(when.show(iso)) if iso else ", ".join(shown(view, v, here) for v in value if isinstance(v, str))
