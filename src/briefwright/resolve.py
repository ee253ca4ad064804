"""Mentions to entities, reversibly: one name in any order and form is one entity; doubt is kept as data.

A person is one if the parts of the name are the same in any order ("Solheim Ingrid", "Ingrid Solheim"), a nickname
aside. A single part of a name is the one person who bears it: in the same source, else in the corpus; if several do,
it is nobody. Names that almost agree are never merged: they are kept apart and doubted, until an editor judges.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefwright.codebook import Codebook, Lexicon
from briefwright.model import Entity, EntityKind, Problem, Refused
from briefwright.names import Mention, name_key, nickname, part_key, person_parts, plain_letters
from briefwright.names.alike import names_alike, people_alike
from briefwright.names.products import newest
from briefwright.text import unique_slug

#: kinds of what is made
MADE = frozenset({"model", "family", "product"})

_ORDER: Mapping[EntityKind, int] = {
    "person": 0, "organisation": 1, "team": 2, "family": 3, "model": 4, "product": 5, "place": 6, "term": 7,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Entities:
    """The entities of a corpus, and where each mention leads: by (source, key) first, else by key alone."""

    entities: tuple[Entity, ...]
    by_key: Mapping[str, str]
    by_source: Mapping[tuple[str, str], str]

    def of(self, mention: Mention, source: str) -> str | None:
        """The id of the entity that a mention in a source names; None where that is not certain."""
        return self.by_source.get((source, mention.key)) or self.by_key.get(mention.key)

    def named(self, entity: str) -> Entity:
        return next(e for e in self.entities if e.id == entity)


def resolve(found: Iterable[tuple[str, Mention]], codebook: Codebook) -> Entities:
    """Entities from the mentions of all sources, given as (source id, mention) in reading order."""
    mentions = list(found)
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, EntityKind] = {}
    sources: dict[str, set[str]] = defaultdict(set)
    for source, mention in mentions:
        spelled[mention.key][mention.text] += 1
        kinds.setdefault(mention.key, mention.kind)
        sources[mention.key].add(source)
    cluster = {key: key for key in spelled}
    listed: dict[str, str] = {}
    for entry in codebook.names:
        for name in (entry.name, *entry.aliases):
            listed[name_key(name)] = name_key(entry.name)
    for key in cluster:
        cluster[key] = listed.get(key, key)
    people = sorted(key for key, kind in kinds.items() if kind == "person")
    _merge_people(people, cluster, listed)
    for judgement in codebook.judgements:
        if judgement.decision == "different":
            # two orders of one name, judged two people
            for name in judgement.about:
                if name_key(name) in cluster:
                    cluster[name_key(name)] = listed.get(name_key(name), name_key(name))
    often = {key: forms.total() for key, forms in spelled.items()}
    _merge_short_forms(kinds, often, cluster, listed, codebook.lexicon)
    for judgement in codebook.judgements:
        if judgement.decision == "same":
            _merge_judged(judgement.about, cluster, judgement.where)
    # by any spelling, not by the commonest: a text may name somebody in full once and for short ten times
    full = [key for key in people if any(len(person_parts(spelling)) > 1 for spelling in spelled[key])]
    by_source: dict[tuple[str, str], str] = {}
    surnames = frozenset(part_key(s) for s in codebook.lexicon.surnames)
    ambiguous = _single_parts(people, full, cluster, spelled, surnames, sources, by_source)
    return _entities(mentions, spelled, kinds, cluster, by_source, ambiguous, codebook)


def _merge_people(people: Sequence[str], cluster: dict[str, str], listed: Mapping[str, str]) -> None:
    """Same parts in any order are one person; an initial fits the one full name that it abbreviates."""
    by_parts: dict[tuple[str, ...], str] = {}
    for key in people:
        parts = person_parts(key)
        # a middle initial tells nobody apart: "Dana K. Raman" is Dana Raman
        whole = tuple(sorted(p for p in parts if len(p) > 1)) if len(parts[0]) > 1 else ()
        if len(whole) > 1:
            first = by_parts.setdefault(whole, key)
            if _initials(first) <= _initials(key) or _initials(key) <= _initials(first):
                cluster[key] = listed.get(key) or cluster[first]
    for whole, key in by_parts.items():
        # a name of three parts shortened to two of them, where only one name fits: "Bao Nguyen" for "Nguyen Thi Bao"
        longer = {cluster[k] for w, k in by_parts.items() if len(w) > len(whole) and set(whole) < set(w)}
        if len(longer) == 1 and key not in listed:
            head, old = longer.pop(), cluster[key]
            for other, value in cluster.items():
                if value == old:
                    cluster[other] = head
    for key in people:
        parts = person_parts(key)
        if key in listed or len(parts) < 2:
            continue
        if any(len(p) == 1 for p in parts):
            fits = {cluster[o] for o in people if o != key and _abbreviates(parts, person_parts(o))}
            if len(fits) == 1:
                cluster[key] = fits.pop()


def _initials(key: str) -> set[str]:
    return {p for p in person_parts(key) if len(p) == 1}


_PARTICLES = frozenset({"van", "von", "de", "der", "den", "del", "di", "ter", "ten", "zu", "al", "el", "bin", "ibn"})


#: a university's name in other languages, and what may stand behind it
_UNIVERSITY = frozenset(
    "university universite universitat universidad universidade universita universiteit universitet uniwersytet".split()
)
_OF = frozenset("of de der di des du da del do van".split())
#: what a house as a whole is called, with all its companies
_WHOLE = frozenset({"group", "holding", "holdings"})
_NUMBERS = frozenset("one two three four five six seven eight nine ten twelve".split())


def _merge_legal_forms(bodies: Sequence[str], cluster: dict[str, str], lexicon: Lexicon) -> None:
    """Names that differ only in marks over letters or in how the company is constituted are one."""
    by_base: dict[str, list[str]] = defaultdict(list)
    for key in bodies:
        words = plain_letters(key).split()
        while len(words) > 1 and words[-1] in lexicon.legal_forms:
            words.pop()
        if len(words) > 2 and words[0] in _UNIVERSITY:
            # "Université de Lorn" and "University of Lorn" are one; "Universität Lorn" too
            words = ["university", *(w for w in words[1:] if w not in _OF)]
        # "Lindholt Lab" and "Lindholt Laboratory"
        words = ["lab" if w in {"labs", "laboratory", "laboratories"} else w for w in words]
        by_base[" ".join(words)].append(key)
    for base, keys in by_base.items():
        head = cluster[base] if base in keys else cluster[keys[0]]
        for key in keys:
            cluster[key] = head


def _merge_marked(products: Sequence[str], cluster: dict[str, str]) -> None:
    """ "Búzio 5" and "Buzio 5": a product whose name one text writes without its marks."""
    first: dict[str, str] = {}
    for key in products:
        cluster[key] = cluster[first.setdefault(plain_letters(key), key)]


def _merge_short_forms(
    kinds: Mapping[str, EntityKind], often: Mapping[str, int], cluster: dict[str, str],
    listed: Mapping[str, str], lexicon: Lexicon,
) -> None:  # fmt: skip
    """ "Dunmere" for "Dunmere Semiconductor N.V.", "T2" for "Halmar T2": a short form that fits one name only."""
    order = {key: i for i, key in enumerate(kinds)}
    _merge_marked([k for k, kind in sorted(kinds.items()) if kind in MADE and k not in listed], cluster)
    _merge_legal_forms(
        [k for k, kind in sorted(kinds.items()) if kind == "organisation" and k not in listed], cluster, lexicon
    )
    # "AI" ends the names of companies, and qualifies so many nouns that it is no suffix by itself
    generic = lexicon.legal_forms | {s.casefold() for s in lexicon.organisation_suffixes} | {"ai"}
    prefixes = {s.casefold() for s in lexicon.organisation_prefixes}
    for key, kind in sorted(kinds.items(), key=lambda item: (-len(item[0].split()), item)):
        if key in listed or kind not in {"organisation", "model", "product"}:
            continue
        if kind == "organisation":
            longer = [k for k, other in kinds.items() if other == kind and k.startswith(key + " ")]
            own = [k for k in longer if set(k[len(key) + 1 :].split()) <= generic - lexicon.daughter_words]
            formal = [k for k in own if set(k[len(key) + 1 :].split()) <= lexicon.legal_forms | _WHOLE]
            own = formal if len(formal) == 1 else own
            # "Drevik" for the fund "Drevik Ventures": named in full first, or more often in full than for short
            fuller = [k for k in longer if order[k] < order[key] or often[key] < often[k]]
            own = own or [k for k in fuller if k[len(key) + 1 :] in lexicon.house_words]
            if not own and len({cluster[k] for k in longer}) == 1 and " " not in key:
                # "Dunmere" for "Dunmere Climate Fund", named in full before
                fuller = [k for k in longer if order[k] < order[key] and k.split()[-1] in generic | lexicon.kind_words]
                arms = lexicon.daughter_words - lexicon.house_words - lexicon.kind_words
                own = [k for k in fuller if not set(k.split()[1:]) & arms]
            if not own and key.split()[-1] in generic and " " in key:
                # "the Labour Inspectorate" for the "Provincial Labour Inspectorate"
                whole = [k for k, other in kinds.items() if other == kind and k.endswith(f" {key}")]
                own = whole if len({cluster[k] for k in whole}) == 1 else []
            if key.split()[-1] in {"institute", "university", "school", "college"}:
                # "the Sundal Institute" for the Sundal Institute of Technology
                own = [k for k in longer if k.startswith(key + " of ")]
            if not own:
                # "the Consortium" for the one consortium, "9 Rivers Bank" for "Nine Rivers Bank"
                tails = [k for k, other in kinds.items() if other == kind and k.endswith(" " + key)]
                own = [k for k in tails if k[: -len(key) - 1] in _NUMBERS | prefixes]
                one = len({cluster[k] for k in tails}) == 1 and key in generic and " " not in key
                own = own or (tails if one else [])
            # a short form goes back to the full name before it: "Nova Photonics … Nova … its new unit Nova Labs"
            before = [k for k in own if order[k] < order[key]]
            fits = {cluster[k] for k in (before if len(before) == 1 else own)}
        else:
            # "Ostrel 3s" are pieces of the Ostrel 3
            made = {k for k, other in kinds.items() if other in {"model", "product"}}
            longer = [k for k in made if k.endswith(" " + key)]
            latest = newest(longer) if len(longer) > 1 else None
            fits = {cluster[k] for k in ([latest] if latest else longer)}
            fits |= {cluster[k] for k in made if k + "s" == key and k[-1].isdigit()}
        if len(fits) == 1 and cluster[key] == key:
            cluster[key] = fits.pop()


def _abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """ "I. Solheim" for "Ingrid Solheim", "Pham T. L." for "Pham Thi Lan": one name whole, the rest by its initials.

    The whole name stands first or last in the full one; every initial begins another part of it.
    """
    if any(len(p) == 1 for p in full) or len(full) < 2:
        return False
    whole = [p for p in short if len(p) > 1]
    left = list(full)
    for part in whole:
        if part not in left:
            return False
        left.remove(part)
    if not ({full[0], full[-1]} & set(whole)):
        return False
    for initial in (p for p in short if len(p) == 1):
        fits = next((f for f in left if f.startswith(initial)), None)
        if fits is None:
            # a second initial may stand for a name that the other text leaves out
            return bool(whole) and not left and initial != short[0]
        left.remove(fits)
    return bool(whole)


def _merge_judged(names: Sequence[str], cluster: dict[str, str], where: str) -> None:
    keys = [name_key(name) for name in names]
    unknown = [name for name, key in zip(names, keys, strict=True) if key not in cluster]
    if unknown or len(keys) < 2:
        raise Refused(Problem(where=where, sentence=f"'{', '.join(unknown) or names}' is no name of this corpus; "
                              "write it as the sources do"))  # fmt: skip
    target = cluster[keys[0]]
    olds = {cluster[key] for key in keys}
    for key, value in cluster.items():
        if value in olds:
            cluster[key] = target


def _single_parts(
    people: Sequence[str],
    full: Sequence[str],
    cluster: dict[str, str],
    spelled: Mapping[str, Counter[str]],
    surnames: frozenset[str],
    sources: Mapping[str, set[str]],
    by_source: dict[tuple[str, str], str],
) -> set[str]:
    """Lead each lone name part to the person who bears it; returns the parts that lead nowhere."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for key in full:
        names = {*person_parts(key)}
        for spelling in spelled[key]:
            if nick := nickname(spelling):
                names.add(nick)
        for part in names:
            bearers[part].add(key)
    ambiguous: set[str] = set()
    for key in people:
        if len(person_parts(key)) != 1 or cluster[key] != key:
            continue
        part = person_parts(key)[0]
        anywhere = {cluster[k] for k in bearers[part]}
        for source in sorted(sources[key]):
            here = {cluster[k] for k in bearers[part] if source in sources[k]}
            if len(here) == 1:
                by_source[source, key] = next(iter(here))
            elif not here and len(anywhere) == 1:
                by_source[source, key] = next(iter(anywhere))
            elif here or anywhere:
                last = {cluster[k] for k in bearers[part] if source in sources[k] and person_parts(k)[-1] == part}
                # a family name may come first: "Lin" may be Lin Chen as well as Ada Lin
                first = {k for k in bearers[part] if source in sources[k] and person_parts(k)[0] == part}
                if len(last) == 1 and not (first and part in surnames):
                    by_source[source, key] = next(iter(last))
        if anywhere:
            ambiguous.add(key)
            if len(anywhere) == 1:
                cluster[key] = next(iter(anywhere))
    return {key for key in ambiguous if cluster[key] == key}


def _entities(
    mentions: Sequence[tuple[str, Mention]],
    spelled: Mapping[str, Counter[str]],
    kinds: Mapping[str, EntityKind],
    cluster: Mapping[str, str],
    by_source: Mapping[tuple[str, str], str],
    ambiguous: set[str],
    codebook: Codebook,
) -> Entities:
    entries = {name_key(entry.name): entry for entry in codebook.names}
    members: dict[str, list[str]] = defaultdict(list)
    for key in sorted(cluster):
        if key not in ambiguous:
            members[cluster[key]].append(key)
    made: list[tuple[str, EntityKind, str, tuple[str, ...], str]] = []
    for head, keys in sorted(members.items()):
        entry = entries.get(head)
        forms: Counter[str] = Counter()
        for key in keys:
            forms.update(spelled[key])
        kind = entry.kind if entry else kinds.get(head) or kinds[keys[0]]
        name = entry.name if entry else _canonical(forms, kind, codebook.lexicon.given)
        aliases = tuple(sorted({*forms, *(entry.aliases if entry else ())} - {name}))
        why = (entry.why or entry.evidence) if entry else ""
        made.append((head, kind, name, aliases, why))
    made.sort(key=lambda m: (_ORDER[m[1]], m[2].casefold(), m[0]))
    taken: set[str] = set()
    ids: dict[str, str] = {}
    for head, _, name, _, _ in made:
        ids[head] = unique_slug(name, frozenset(taken))
        taken.add(ids[head])
    doubts = _doubts([(ids[m[0]], m[1], m[2]) for m in made], codebook)
    return Entities(
        entities=tuple(
            Entity(id=ids[h], kind=k, name=n, aliases=a, same_as_doubt=tuple(sorted(doubts.get(ids[h], ()))), note=w)
            for h, k, n, a, w in made
        ),
        by_key={key: ids[cluster[key]] for key in cluster if key not in ambiguous},
        by_source={place: ids[head] for place, head in by_source.items() if head in ids},
    )


def _canonical(forms: Counter[str], kind: EntityKind, given: frozenset[str]) -> str:
    """The form to show: for a person the commonest full name without a nickname, else the commonest spelling."""

    def order(item: tuple[str, int]) -> tuple[bool, bool, int, int, str]:
        form, count = item
        short = kind == "person" and len([p for p in person_parts(form) if p not in _PARTICLES]) < 2
        # "Kiln 3 Max" says of which version "Max" is
        short = short or (kind == "model" and not any(c.isdigit() for c in form))
        turned = kind == "person" and form.split(" ")[-1] in given and form.split(" ")[0] not in given
        return (short or turned, '"' in form or "“" in form or "(" in form, -count, -len(form), form)

    return min(forms.items(), key=order)[0]


def _doubts(made: Sequence[tuple[str, EntityKind, str]], codebook: Codebook) -> dict[str, set[str]]:
    """Pairs of names that almost agree: they may be one, and nobody says so."""
    settled: set[frozenset[str]] = set()
    doubts: dict[str, set[str]] = defaultdict(set)
    by_name = {name_key(name): entity for entity, _, name in made}
    for judgement in codebook.judgements:
        if judgement.decision in {"different", "unsure"} and len(judgement.about) == 2:
            pair = [by_name.get(name_key(name)) for name in judgement.about]
            if None in pair:
                raise Refused(Problem(where=judgement.where, sentence="names an entity that the corpus does not have; "
                                      "write both names as their pages show them"))  # fmt: skip
            first, second = str(pair[0]), str(pair[1])
            settled.add(frozenset({first, second}))
            if judgement.decision == "unsure":
                doubts[first].add(second)
                doubts[second].add(first)
    for i, (one, kind, name) in enumerate(made):
        for other, other_kind, other_name in made[i + 1 :]:
            if kind != other_kind or frozenset({one, other}) in settled:
                continue
            alike = people_alike(name, other_name) if kind == "person" else names_alike(name, other_name)
            if alike and kind in {"person", "organisation", "team"}:
                doubts[one].add(other)
                doubts[other].add(one)
    return doubts
