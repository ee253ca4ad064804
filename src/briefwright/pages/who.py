"""Pages of people, organisations and models: an index of each, and a page for every one of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from briefwright.model import KINDS, SLOTS, Entity, EntityKind, Finding, Kind
from briefwright.pages import when
from briefwright.pages.box import box
from briefwright.pages.disputes import digest, weighed
from briefwright.pages.escape import plain, relative
from briefwright.pages.finding import blocks, entity_link, folded, mentions, spaced
from briefwright.pages.leaf import UNSEARCHED, page
from briefwright.pages.narrow import narrow
from briefwright.pages.roles import roles_by_text
from briefwright.pages.view import FOLDERS, View, ranked, source_page

_PEOPLE: Final = "people/index.md"
_ORGANISATIONS: Final = "organisations/index.md"
_ROLES: Final = frozenset({"role", "affiliation"})
_FIGURES: Final = frozenset({"model_attribute", "quantity", "licence", "cost", "architecture"})
_EVENTS: Final = frozenset({"departure", "appointment", "release", "announcement", "organisation_change", "meeting"})

KIND_TITLES: Final[dict[Kind, str]] = {
    "governance": "Governance", "market": "Market", "background": "Background", "quantity": "Figures",
    "model_attribute": "Attributes", "cost": "Cost", "licence": "Licence", "role": "Roles", "biography": "Work",
}  # fmt: skip
KIND_NAMES: Final[dict[EntityKind, str]] = {
    "person": "Person", "organisation": "Organisation", "team": "Team", "model": "Model", "family": "Model family",
    "product": "Product", "place": "Place", "term": "Term",
}  # fmt: skip


def people(view: View) -> tuple[str, bytes]:
    """Every person with every role that a source gives, as the sources word it."""
    cards = {p: _card(view, p, _PEOPLE) for p in by_name(of_kinds(view, "person"))}
    return page(view, _PEOPLE, name="People",
                about="People whom the cited texts name, with their roles by text.", noindex=True, body=(
        "# People {: #people }",
        "Everybody whom the texts name, with each role that a text gives them.",
        _directory(view, list(cards), _PEOPLE),
        *(card for card in cards.values() if card),
        *also_named(view, [p for p, card in cards.items() if not card], _PEOPLE),
        *roles_by_text(view, list(cards), _PEOPLE),
        "" if cards else "The texts name nobody.",
        *strays(view, _PEOPLE),
    ))  # fmt: skip


def organisations(view: View) -> tuple[str, bytes]:
    """Every organisation and team, and what the texts say of governance, market and background at large."""
    named = of_kinds(view, "organisation", "team")
    ordered = sorted(named, key=lambda e: (-len(view.naming(e.id)), e.name, e.id))
    tiles = "\n\n".join(_tile(view, e, _ORGANISATIONS) for e in ordered)
    return page(view, _ORGANISATIONS, name="Organisations",
                about="Organisations and teams that the cited texts name, with notes.", body=(
        "# Organisations {: #organisations }",
        "Organisations and their teams, as the texts name them.",
        f'<div class="bw-cards" markdown>\n\n{tiles}\n\n</div>'
        if named else "The texts name no organisation.",
        *strays(view, _ORGANISATIONS),
    ))  # fmt: skip


def of_kinds(view: View, *kinds: EntityKind) -> list[Entity]:
    """The entities of these kinds, in the order of the briefing."""
    return [e for e in view.briefing.entities if e.kind in kinds]


def by_name(entities: Sequence[Entity]) -> list[Entity]:
    """Entities by alphabet."""
    return sorted(entities, key=lambda e: (e.name.casefold(), e.id))


def strays(view: View, here: str) -> list[str]:
    """Findings that have no subject with a page of its own, by kind: their home is the index."""
    found = ranked(f for f in view.briefing.findings if view.homes[f.id] == here)
    kinds = {kind: [f for f in found if f.kind == kind] for kind in sorted({f.kind for f in found}, key=KINDS.index)}
    parts = [
        folded(view, group, here, name=KIND_TITLES.get(kind, kind.replace("_", " ").capitalize()),
               key=f"further-{kind}", level=3)
        for kind, group in kinds.items()
    ]  # fmt: skip
    return ["## Further findings {: #further }", "Said of nobody and nothing that has a page of its own.",
            *parts] if found else []  # fmt: skip


def also_named(view: View, entities: Sequence[Entity], here: str) -> list[str]:
    """The entries of an index of which there is nothing to show there, in one line."""
    links = " · ".join(entity_link(view, e.id, here) for e in entities)
    return ["## Also named {: #also-named }", links] if entities else []


def _card(view: View, entity: Entity, here: str) -> str:
    """Names, doubt and roles of a person; empty where the texts give neither a role nor cause for doubt."""
    findings = [f for f in view.naming(entity.id) if f.kind in _ROLES and subject(view, f) == entity.id]
    doubtful = doubt(view, entity, here)
    if not findings and not doubtful:
        return ""
    return (
        f'<section class="bw-card" markdown>\n\n## {entity_link(view, entity.id, here)} {{: #e-{entity.id} }}\n\n'
        f"{_variants(entity)}{doubtful}"
        f"{blocks(view, findings, here, empty='No text states a role.', unlinked=entity.id)}\n\n"
        f'<p class="bw-more" {UNSEARCHED} markdown>'
        f"[{_all_of(view, entity)}]({relative(view.pages[entity.id], here)})</p>\n\n"
        "</section>"
    )


def _all_of(view: View, entity: Entity) -> str:
    count = len(view.naming(entity.id))
    return f"All {count} findings" if count != 1 else "The one finding"


def _directory(view: View, entities: Sequence[Entity], here: str) -> str:
    """The names of an index in one line each leading to its page, for a reader who came for one of them."""
    links = " · ".join(entity_link(view, e.id, here) for e in entities)
    return f'<p class="bw-directory" {UNSEARCHED} markdown>{links}</p>' if links else ""


def _tile(view: View, entity: Entity, here: str) -> str:
    count = len(view.naming(entity.id))
    return (
        f'<div class="bw-tile" markdown>\n\n{entity_link(view, entity.id, here)}\n\n'
        f'<p class="bw-marks">{KIND_NAMES[entity.kind]} · {count} finding{"" if count == 1 else "s"}</p>\n\n</div>'
    )


def _variants(entity: Entity) -> str:
    others = [plain(a) for a in entity.aliases if a != entity.name]
    return f'<p class="bw-variants">Also written: {", ".join(others)}</p>\n\n' if others else ""


def doubt(view: View, entity: Entity, here: str) -> str:
    """The names that may mean the same one, said on every page concerned, whichever of them holds the doubt."""
    links = [entity_link(view, other, here) for other in twins(view, entity)]
    if not links:
        return ""
    return (
        f'<p class="bw-doubt" markdown>Identity in doubt: the texts do not settle whether {plain(entity.name)} and '
        f"{' or '.join(links)} are the same. Nothing said of one is shown as said of the other.</p>\n\n"
    )


def twins(view: View, entity: Entity) -> list[str]:
    """The entries that may mean the same one, whichever of them holds the doubt."""
    others = (*entity.same_as_doubt, *(e.id for e in view.briefing.entities if entity.id in e.same_as_doubt))
    return [other for other in dict.fromkeys(others) if other in view.entities]


def subject(view: View, finding: Finding) -> str:
    """The id of what a finding is about first; empty where that is no entity."""
    value = view.slot(finding, SLOTS[finding.kind][0])
    return value if isinstance(value, str) else ""


def profile(view: View, entity: Entity) -> tuple[str, bytes]:
    """The page of one entity: names, doubt, then all findings that name it, grouped by what they tell."""
    here = view.pages[entity.id]
    findings = sorted(view.naming(entity.id), key=lambda f: subject(view, f) != entity.id)
    named = [f for f in findings if mentions(view, f, entity.id)]
    others = [f for f in findings if f not in named]
    boost = _BOOST[here.partition("/")[0]]
    return page(view, here, name=entity.name, noindex=entity.kind == "person", boost=boost, also=entity.aliases,
                about=f"What the cited texts say that names {entity.name}, with a note for every statement.", body=(
        f"# {plain(entity.name)} {{: #{entity.id} }}",
        _way(view, entity, here),
        f'<p class="bw-kind">{KIND_NAMES[entity.kind]}</p>',
        _variants(entity),
        doubt(view, entity, here),
        _why_one(view, entity, here),
        box(view, entity),
        narrow(view, findings),
        *(folded(view, group, here, name=name, key=key) if aside
          else f"## {name} {{: #{key} }}\n\n{blocks(view, group, here)}"
          for name, key, group, aside in _groups(view, entity, named) if group),
        folded(view, others, here, name=_UNNAMED, key="evidence") if others else "",
        "" if findings else "No finding names this entry.",
        *_disputes(view, entity, here),
        *_related(view, entity, findings, here),
    ))  # fmt: skip


#: Findings whose words do not name an entry, while a passage behind them does.
_UNNAMED: Final = "Named only in the passages behind a finding"


#: How far a search lifts the page of a name above those that mention it; people are looked for most.
_BOOST: Final[dict[str, int]] = {"people": 4, "organisations": 2, "models": 2}


def _way(view: View, entity: Entity, here: str) -> str:
    """The way back to the index, and to the neighbours in it."""
    folder = here.partition("/")[0]
    back = {"people": "People", "organisations": "Organisations", "models": "Models"}[folder]
    row = by_name([e for e in view.briefing.entities if FOLDERS[e.kind] == folder])
    at = row.index(entity)
    before = [f"← {entity_link(view, e.id, here)}" for e in row[max(at - 1, 0) : at]]
    after = [f"{entity_link(view, e.id, here)} →" for e in row[at + 1 : at + 2]]
    steps = " · ".join((*before, *after))
    return (
        f'<p class="bw-back" {UNSEARCHED} markdown><span class="bw-up">[{back}](index.md)</span> '
        f'<span class="bw-steps">{steps}</span></p>'
    )


# "000 ¶2"; a source and a paragraph of it, as an editor cites them
_CITED = re.compile(r"\b([A-Za-z0-9_-]+) ¶(\d+)")


def _why_one(view: View, entity: Entity, here: str) -> str:
    """Why an editor put names together, each passage that is cited for it linked."""
    if not entity.note:
        return ""
    shown, at = "", 0
    for found in _CITED.finditer(entity.note):
        source, passage = found[1], f"p{found[2]}"
        if (source, passage) in view.passages:
            target = relative(f"{source_page(source)}#{passage}", here)
            shown += f"{spaced(entity.note[at : found.start()])}[{plain(found[0])}]({target})"
            at = found.end()
    return f'<p class="bw-variants" markdown>Why these names are one entry: {shown}{spaced(entity.note[at:])}</p>'


#: Name and key of a group, its findings, and whether it is folded where it is long.
_Group = tuple[str, str, Sequence[Finding], bool]


def _groups(view: View, entity: Entity, findings: Sequence[Finding]) -> Iterable[_Group]:
    def of(kinds: Iterable[str]) -> list[Finding]:
        return [f for f in findings if f.kind in kinds]

    quotes = of({"quote"})
    spoken = [f for f in quotes if view.slot(f, "speaker") == entity.id]
    yield "Roles and affiliations", "roles", of(_ROLES), False
    yield "Events in order", "events", in_order(view, of(_EVENTS)), False
    yield "Figures and attributes", "figures", of(_FIGURES), False
    yield "Own words", "words", spoken, False
    yield "Words of others", "words-of-others", [f for f in quotes if f not in spoken], False
    yield "Reactions", "reactions", of({"reaction"}), False
    yield "Work", "work", of({"biography"}), False
    yield "Open questions", "questions", of({"uncertainty"}), True
    yield "Risks, scenarios, recommendations", "outlook", of({"risk", "scenario", "recommendation"}), True
    yield "Governance and market", "governance", of({"governance", "market"}), True
    yield "Background", "background", of({"background"}), True


def in_order(view: View, findings: Iterable[Finding]) -> list[Finding]:
    """Findings by date; those without a year come last, by rank."""

    def place(finding: Finding) -> tuple[bool, str, int, str]:
        iso = when.of_slot(view.date(finding))[0]
        return not when.dated(iso), iso if when.dated(iso) else "", finding.rank, finding.id

    return sorted(findings, key=place)


def _disputes(view: View, entity: Entity, here: str) -> list[str]:
    """The conflicts that concern an entry, those about mere names aside: its doubt stands at the top of the page."""
    found = [c for c in weighed(view, view.briefing.conflicts) if entity.id in c.entities and c.type != "identity"]
    shown = [digest(view, c, here) for c in found[:_CONFLICTS]]
    more = f"[All conflicts]({relative('conflicts.md', here)})" if len(found) > len(shown) else ""
    return ["## Conflicts {: #conflicts }", *shown, more] if found else []


#: How many conflicts a page shows before it leads to the page of them all.
_CONFLICTS: Final = 4


def _related(view: View, entity: Entity, findings: Sequence[Finding], here: str) -> list[str]:
    """The pages that are named together with this one most often, by kind; doubtful twins are no relation."""
    seen = Counter(e for f in findings for e in f.entities if e in view.pages and e != entity.id)
    doubtful = twins(view, entity)
    names = [e for e, _ in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0])) if e not in doubtful]
    rows = []
    for name, folder in (("People", "people"), ("Organisations", "organisations"), ("Models", "models")):
        links = [entity_link(view, e, here) for e in names if FOLDERS[view.entities[e].kind] == folder]
        if links:
            rows.append(f"<dt>{name}</dt>\n<dd markdown>{' · '.join(links[:_RELATED])}</dd>\n")
    if not rows:
        return []
    listed = f'<dl class="bw-record bw-look" {UNSEARCHED} markdown>\n{"".join(rows)}</dl>'
    return ["## Named together with {: #related }", listed]


#: How many names of a kind stand under "Named together with".
_RELATED: Final = 16
