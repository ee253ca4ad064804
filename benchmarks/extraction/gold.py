"""The annotations of one story: what a careful reader found in its documents, as frozen values.

`load` refuses an unknown key or a reference to nobody with file, line and remedy. What the annotations claim about the
documents themselves (that a name, number or quotation stands where they say) is proved by `validate.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from briefwright.model import Problem, Refused
from briefwright.records import Record
from briefwright.records import load as load_yaml

#: A paragraph by its number (plain text) or by words that stand in it alone (Markdown, HTML).
Spot = int | str


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where something stands: a document of the story and a spot in it."""

    doc: str
    spot: Spot


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """A person, organisation or product, with every name that is right for it.

    `garbled` are names by which a rewrite miscalls it: an entity of that name is neither wanted nor wrong.
    """

    id: str
    name: str
    kind: str
    variants: tuple[str, ...] = ()
    garbled: tuple[str, ...] = ()
    optional: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.variants)


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """One located annotation. Which fields are filled depends on the category; see the README.

    `who` holds ids of the story or plain words (an anonymous speaker, an owner that is no entity). `optional` marks
    what a reader may take or leave: not missed when absent, not wrong when present.
    """

    category: str
    place: Place
    kinds: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    organisation: str = ""
    text: str = ""
    words: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    denied: bool = False
    optional: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Dispute:
    """An annotated conflict: the types that are right for it and, side by side, where each side is said."""

    types: tuple[str, ...]
    about: str
    sides: tuple[tuple[Place, ...], ...]
    names: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """All annotations of a folder."""

    name: str
    folder: Path
    documents: Mapping[str, str]
    people: tuple[Named, ...] = ()
    organisations: tuple[Named, ...] = ()
    products: tuple[Named, ...] = ()
    neutral: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    origins: tuple[tuple[str, ...], ...] = ()
    noise: tuple[Place, ...] = ()
    either: tuple[Place, ...] = field(default=())

    @property
    def named(self) -> tuple[Named, ...]:
        return (*self.people, *self.organisations, *self.products)

    def of(self, category: str) -> tuple[Note, ...]:
        """The located annotations of a category, in the order in which they are written."""
        return tuple(n for n in self.notes if n.category == category)


#: The keys of a located annotation by category, besides `p`, `at` and `optional`.
KEYS: Final[Mapping[str, frozenset[str]]] = {
    "roles": frozenset({"person", "role", "organisation", "words", "denied"}),
    "attributes": frozenset({"product", "or", "attribute", "value", "unit", "approx"}),
    "quantities": frozenset({"owner", "or", "value", "unit", "approx"}),
    "dates": frozenset({"words", "value"}),
    "quotations": frozenset({"speaker", "words"}),
    "events": frozenset({"kind", "participants", "organisation"}),
    "arguments": frozenset({"kind", "gist", "words"}),
    "unknowns": frozenset({"gist", "words"}),
}
_TOP: Final = frozenset(
    {"story", "documents", "origins", "noise", "either", "people", "organisations", "products", "neutral", "conflicts"}
)
_NAMED: Final = frozenset({"id", "name", "kind", "variants", "garbled", "optional"})


def load(folder: Path) -> Story:
    """The annotations of a story's folder; `Refused` names file, line and remedy."""
    path = folder / "annotations.yml"
    record = load_yaml(path.read_text(encoding="utf-8"), path.as_posix())
    record.only_keys(_TOP | set(KEYS))
    documents = {doc: part.as_text() for doc, part in record.mapping("documents").entries()}
    story = Story(
        name=folder.name,
        folder=folder,
        documents=documents,
        people=tuple(_named(r, "person") for r in record.items("people")),
        organisations=tuple(_named(r, "organisation") for r in record.items("organisations")),
        products=tuple(_named(r, "product") for r in record.items("products")),
        neutral=record.texts("neutral"),
        notes=tuple(
            _note(category, doc, part)
            for category in KEYS
            for doc, parts in record.mapping(category).entries()
            for part in _list(parts)
        ),
        disputes=tuple(_dispute(r) for r in record.items("conflicts")),
        origins=tuple(tuple(d.as_text() for d in _list(group)) for group in record.items("origins")),
        noise=_places(record.mapping("noise")),
        either=_places(record.mapping("either")),
    )
    _refer(story, path)
    return story


def _named(record: Record, kind: str) -> Named:
    record.only_keys(_NAMED)
    return Named(
        id=record.text("id"),
        name=record.text("name"),
        kind=record.text("kind", kind),
        variants=record.texts("variants"),
        garbled=record.texts("garbled"),
        optional=record.boolean("optional", False),
    )


def _note(category: str, doc: str, record: Record) -> Note:
    record.only_keys(KEYS[category] | {"p", "at", "optional"})
    if ("p" in record) == ("at" in record):
        raise record.refused("give the paragraph's number as 'p' or words that stand in it alone as 'at', not both")
    return Note(
        category=category,
        place=Place(doc=doc, spot=record.integer("p") if "p" in record else record.text("at")),
        kinds=_one_or_more(record, "kind"),
        who=tuple(
            w for k in ("person", "product", "owner", "or", "speaker", "participants") for w in _one_or_more(record, k)
        ),
        organisation=record.text("organisation", ""),
        text=record.text("role", "") or record.text("attribute", "") or record.text("gist", ""),
        words=_one_or_more(record, "words"),
        values=_one_or_more(record, "value"),
        units=tuple(record.text("unit", "").split("|")),
        denied=record.boolean("denied", False),
        optional=record.boolean("optional", False),
    )


def _dispute(record: Record) -> Dispute:
    record.only_keys({"type", "also", "about", "names", "sides", "optional"})
    sides = []
    for side in record.items("sides"):
        side.only_keys({"gist", "places"})
        sides.append(tuple(_place(p) for p in side.items("places")))
    return Dispute(
        types=(record.text("type"), *record.texts("also")),
        about=record.text("about"),
        sides=tuple(sides),
        names=record.texts("names"),
        optional=record.boolean("optional", False),
    )


def _place(record: Record) -> Place:
    doc, spot = _list(record)
    return Place(doc=doc.as_text(), spot=spot.value if isinstance(spot.value, int) else spot.as_text())


def _places(record: Record) -> tuple[Place, ...]:
    return tuple(
        Place(doc=doc, spot=r.value if isinstance(r.value, int) else r.as_text())
        for doc, part in record.entries()
        for r in _list(part)
    )


def _list(record: Record) -> tuple[Record, ...]:
    if not isinstance(record.value, list):
        raise record.refused("a list is needed here; put it in [ ]")
    return tuple(record.part(i) for i in range(len(record.value)))


def _one_or_more(record: Record, key: str) -> tuple[str, ...]:
    if key not in record:
        return ()
    part = record.part(key)
    return record.texts(key) if isinstance(part.value, list) else (part.as_text(),)


def _refer(story: Story, path: Path) -> None:
    """Refuse a document that nobody listed and a person, product or participant that has no id."""
    known = {n.id for n in story.named}
    places = [*(n.place for n in story.notes), *story.noise, *story.either]
    places += [p for d in story.disputes for side in d.sides for p in side]
    problems = [
        Problem(where=path.as_posix(), sentence=f"document '{doc}' is not under 'documents'; add it or mend the key")
        for doc in sorted({p.doc for p in places} - set(story.documents))
    ]
    for note in story.notes:
        asked = {*(note.who[:1] if note.category in {"roles", "attributes"} else ())}
        asked |= set(note.who) if note.category == "events" else set()
        asked |= {note.organisation} - {""}
        problems += [
            Problem(
                where=path.as_posix(), sentence=f"{note.category} {note.place}: '{who}' is no id; add it or mend it"
            )
            for who in sorted(asked - known)
        ]
    if problems:
        raise Refused(*problems)
