"""Pages of people, organisations and models: an index of each, and a page for every one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from briefwright.model import SLOTS, Entity, EntityKind, Finding
from briefwright.pages import when
from briefwright.pages.escape import plain
from briefwright.pages.finding import blocks, entity_link, page
from briefwright.pages.view import View, ranked

_PEOPLE: Final = "people/index.md"
_ORGANISATIONS: Final = "organisations/index.md"
_ROLES: Final = frozenset({"role", "affiliation", "biography"})
_FIGURES: Final = frozenset({"model_attribute", "quantity", "licence", "cost", "architecture"})
_EVENTS: Final = frozenset({"departure", "appointment", "release", "announcement", "organisation_change", "meeting"})

KIND_NAMES: Final[dict[EntityKind, str]] = {
    "person": "Person", "organisation": "Organisation", "team": "Team", "model": "Model", "family": "Model family",
    "product": "Product", "place": "Place", "term": "Term",
}  # fmt: skip


def people(view: View) -> tuple[str, bytes]:
    """Every person with every role that a source gives, as the sources word it."""
    cards = {p: _card(view, p, _PEOPLE) for p in of_kinds(view, "person")}
    return page(view, _PEOPLE, name="People", noindex=True, body=(
        "# People {: #people }",
        "Everybody whom the texts name, with each role that a text gives them.",
        *(card for card in cards.values() if card),
        *also_named(view, [p for p, card in cards.items() if not card], _PEOPLE),
        "" if cards else "The texts name nobody.",
        *strays(view, _PEOPLE),
    ))  # fmt: skip


def organisations(view: View) -> tuple[str, bytes]:
    """Every organisation and team, and what the texts say of governance, market and background at large."""
    named = of_kinds(view, "organisation", "team")
    tiles = "\n\n".join(_tile(view, e, _ORGANISATIONS) for e in named)
    return page(view, _ORGANISATIONS, name="Organisations", body=(
        "# Organisations {: #organisations }",
        "Organisations and their teams, as the texts name them.",
        f'<div class="bw-cards" markdown>\n\n{tiles}\n\n</div>'
        if named else "The texts name no organisation.",
        *strays(view, _ORGANISATIONS),
    ))  # fmt: skip


def of_kinds(view: View, *kinds: EntityKind) -> list[Entity]:
    """The entities of these kinds, in the order of the briefing."""
    return [e for e in view.briefing.entities if e.kind in kinds]


def strays(view: View, here: str) -> list[str]:
    """Findings that have no subject with a page of its own: their home is the index."""
    found = ranked(f for f in view.briefing.findings if view.homes[f.id] == here)
    return ["## Further findings {: #further }", blocks(view, found, here)] if found else []


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
        f"{_variants(entity)}{doubtful}{blocks(view, findings, here, empty='No text states a role.')}\n\n</section>"
    )


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
    others = dict.fromkeys((*entity.same_as_doubt, *(e.id for e in view.briefing.entities
                                                     if entity.id in e.same_as_doubt)))  # fmt: skip
    links = [entity_link(view, other, here) for other in others if other in view.entities]
    if not links:
        return ""
    return (
        f'<p class="bw-doubt" markdown>Identity in doubt: the texts do not settle whether {plain(entity.name)} and '
        f"{' or '.join(links)} are the same. Nothing said of one is shown as said of the other.</p>\n\n"
    )


def subject(view: View, finding: Finding) -> str:
    """The id of what a finding is about first; empty where that is no entity."""
    value = view.slot(finding, SLOTS[finding.kind][0])
    return value if isinstance(value, str) else ""


def profile(view: View, entity: Entity) -> tuple[str, bytes]:
    """The page of one entity: names, doubt, then all findings that name it, grouped by what they tell."""
    here = view.pages[entity.id]
    back = {"people": "People", "organisations": "Organisations", "models": "Models"}[here.partition("/")[0]]
    findings = view.naming(entity.id)
    return page(view, here, name=entity.name, noindex=entity.kind == "person", body=(
        f'<p class="bw-back" markdown>[{back}](index.md)</p>',
        f"# {plain(entity.name)} {{: #{entity.id} }}",
        f'<p class="bw-kind">{KIND_NAMES[entity.kind]}</p>',
        _variants(entity),
        doubt(view, entity, here),
        f'<p class="bw-variants">{plain(entity.note)}</p>' if entity.note else "",
        *(part for name, key, group in _groups(view, entity, findings) if group
          for part in (f"## {name} {{: #{key} }}", blocks(view, group, here))),
        "" if findings else "No finding names this entry.",
        *_related(view, entity, findings, here),
    ))  # fmt: skip


def _groups(view: View, entity: Entity, findings: Sequence[Finding]) -> Iterable[tuple[str, str, Sequence[Finding]]]:
    quotes = [f for f in findings if f.kind == "quote"]
    spoken = [f for f in quotes if view.slot(f, "speaker") == entity.id]
    yield "Roles and affiliations", "roles", [f for f in findings if f.kind in _ROLES]
    yield "What the texts report, in order", "events", in_order(view, [f for f in findings if f.kind in _EVENTS])
    yield "Figures and attributes", "figures", [f for f in findings if f.kind in _FIGURES]
    yield "Own words", "words", spoken
    yield "Words of others", "words-of-others", [f for f in quotes if f not in spoken]
    yield "Reactions", "reactions", [f for f in findings if f.kind == "reaction"]
    known = _ROLES | _EVENTS | _FIGURES | {"quote", "reaction"}
    yield "Further findings", "further", [f for f in findings if f.kind not in known]


def in_order(view: View, findings: Iterable[Finding]) -> list[Finding]:
    """Findings by date; those without a year come last, by rank."""

    def place(finding: Finding) -> tuple[bool, str, int, str]:
        iso = when.of_slot(view.date(finding))[0]
        return not when.dated(iso), iso if when.dated(iso) else "", finding.rank, finding.id

    return sorted(findings, key=place)


def _related(view: View, entity: Entity, findings: Sequence[Finding], here: str) -> list[str]:
    """The pages that are named together with this one most often; doubtful twins are no relation."""
    seen = Counter(e for f in findings for e in f.entities if e in view.pages and e != entity.id)
    twins = {*entity.same_as_doubt, *(e.id for e in view.briefing.entities if entity.id in e.same_as_doubt)}
    names = [e for e, _ in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0])) if e not in twins]
    if not names:
        return []
    return ["## Named together with {: #related }", " · ".join(entity_link(view, e, here) for e in names[:12])]
