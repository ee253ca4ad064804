"""Deciding, once for a corpus, what kind of thing each name is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from briefwright.codebook import Codebook, Lexicon
from briefwright.model import EntityKind
from briefwright.names.candidates import INITIAL, TITLE_AROUND, Candidate, candidates, unglued
from briefwright.names.products import product_votes, short_models
from briefwright.names.values import Gazetteer, name_key, nickname, person_parts, plain_letters
from briefwright.text import fold

#: who heads an organisation: "CEO of Nova"
_CHIEFS = (
    "CEO|CTO|CFO|COO|chief executive|chairman|chairwoman|chair|president|founder|co-founder|researcher|engineer|"
    "scientist|analyst|spokesperson|spokesman|spokeswoman"
)
_PERSON_AFTER = re.compile(
    r"^(?:,? who\b|'s (?:farewell|post|tweet|mentorship|email|letter|resignation|colleagues|"
    r"successor|predecessor|exit|departure|tenure))"
)
_ORG_AFTER = re.compile(r"^'s? ([\w-]+)(?: ([\w-]+))?")
_TAIL_WORDS = re.compile(r"^,? ?([\w-]+)(?: ([\w-]+))?(?: ([\w-]+))?(?: ([\w-]+))?")
_HEAD_WORDS = re.compile(r"([\w'-]+)(,?) ?\"?$")


def learn(
    texts: Iterable[tuple[str, bool]], codebook: Codebook, model: Mapping[str, EntityKind] | None = None
) -> Gazetteer:
    """Decide for the corpus what kind of thing each name is.

    `texts` are (passage text, is it a heading or a title): names are not learnt from headings, in which every word
    may be capitalised. `model` may add the votes of a statistical model (key -> kind), used for raw texts only.
    """
    lexicon = codebook.lexicon
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    seen: Counter[str] = Counter()
    shape: dict[str, str] = {}
    openers: dict[str, int] = Counter()
    lower: set[str] = set()
    bodies: list[str] = []
    for text, heading in texts:
        flat = unglued(fold(text))
        lower.update(w for w in re.findall(r"\b[a-z][a-z'-]+", flat))
        if not heading or _plain_case(flat):
            bodies.append(flat)
    for flat in bodies:
        for cand in candidates(flat, lexicon):
            if TITLE_AROUND.search(flat[: cand.start]) or flat[cand.end :].startswith(" Officer"):
                continue
            for piece in _pieces(cand, lexicon, lower):
                key = name_key(piece.text)
                seen[key] += 1
                if piece.initial:
                    openers[key] += 1
                shape.setdefault(key, piece.text)
                for kind, weight in _votes(piece, flat, lexicon):
                    votes[key][kind] += weight
    if model:
        for key, kind in model.items():
            if key in seen:
                # what it takes for a product is as often a company
                votes[key][kind] += 1 if kind == "product" else 2
    listed = {name_key(n): entry.kind for entry in codebook.names for n in (entry.name, *entry.aliases)}
    kinds: dict[str, EntityKind] = {}
    for key, count in seen.items():
        decided = _decide(key, shape[key], votes[key], count, openers[key], lexicon, lower)
        if decided is not None:
            kinds[key] = decided
    _listed_together(bodies, kinds, seen, lexicon)
    kinds.update({key: "term" for key in seen if shape[key] in lexicon.platforms})
    kinds.update({key: "place" for key in seen if {shape[key], shape[key].title()} & lexicon.places})
    kinds.update(listed)
    _stems(kinds, shape, votes, lower)
    kinds.update(listed)
    people: dict[str, list[str]] = defaultdict(list)
    for key, kind in sorted(kinds.items()):
        parts = person_parts(shape.get(key, key))
        if kind == "person" and len(parts) > 1:
            for part in (*parts, *filter(None, [nickname(shape.get(key, key))])):
                people[part].append(key)
    # a single capitalised word that is part of a known person's name is that person, unless the codebook says else
    for key in seen:
        known = kinds.get(key) in {"family", "model"} or shape[key] in lexicon.places | lexicon.platforms
        if key not in listed and plain_letters(key) in people and " " not in key and not known:
            kinds[key] = "person"
    return Gazetteer(kinds=kinds, people={k: tuple(v) for k, v in people.items()})


def _listed_together(
    bodies: Sequence[str], kinds: dict[str, EntityKind], seen: Mapping[str, int], lexicon: Lexicon
) -> None:
    """An unknown name in a list of companies is a company: "Halden Labs, Arclight and Quoll"."""
    for flat in bodies:
        named = candidates(flat, lexicon)
        for one, other in pairwise(named):
            if flat[one.end : other.start] not in {", ", " and ", ", and ", " or "}:
                continue
            for known, unknown in ((one, other), (other, one)):
                key = name_key(unknown.text)
                if kinds.get(name_key(known.text)) == "organisation" and key in seen and key not in kinds:
                    kinds[key] = "organisation"


def _plain_case(text: str) -> bool:
    """Is this line written in sentence case, so that a capital marks a name?"""
    long_words = [w for w in re.findall(r"[A-Za-z][\w'-]+", text) if len(w) > 3]
    return bool(long_words) and sum(w[0].isupper() for w in long_words) <= 0.5 * len(long_words)


_EDITION = frozenset({"small", "large", "medium", "mini", "base", "tiny", "nano", "open"})


def _pieces(cand: Candidate, lexicon: Lexicon, lower: set[str]) -> list[Candidate]:
    """A sequence without the role words, titles and acronyms at its ends: "CTO Ada Lin" -> "Ada Lin"."""
    start, end, text = cand.start, cand.end, cand.text
    initial = cand.initial
    while True:
        first = text.split(" ", 1)[0]
        bare = first.rstrip(".")
        opener = initial and (bare.casefold() in lower or bare.casefold() in lexicon.function_words)
        role = bare.casefold() in lexicon.role_words
        if (
            text.split(" ")[-1].rstrip(".") in lexicon.organisation_suffixes
            and bare in lexicon.demonyms | lexicon.calendar
        ):
            # "Nordic Algorithm Authority", "March Networks": the word belongs to the name
            break
        if (
            " " in text
            and (opener or role or bare in lexicon.not_names or first in lexicon.titles or bare in lexicon.demonyms)
            and not (bare in lexicon.given and not opener)
        ):
            start += len(first) + 1
            text = text[len(first) + 1 :]
            initial = False
            continue
        break
    if initial and " " not in text and (text.casefold() in lower or text.casefold() in lexicon.function_words):
        return []
    words = text.split(" ")
    while len(words) > 1 and (
        words[-1] in lexicon.not_names
        or words[-1].casefold() in lexicon.series_fillers | lexicon.series_nouns | {"project"}
    ):
        if end == cand.end and words[-1].casefold() in _EDITION and any(c.isdigit() for c in words[-2]):
            # "Nova 2 Large": a size behind a version belongs to the name
            break
        end -= len(words[-1]) + 1
        words = words[:-1]
    text = " ".join(words)
    if text.split("-")[0] in lexicon.not_names or (len(text) < 2 and text not in lexicon.platforms) or text.isdigit():
        return []
    return [Candidate(start, end, text, initial)]


def _votes(piece: Candidate, flat: str, lexicon: Lexicon) -> Iterable[tuple[EntityKind, int]]:
    before, after = flat[: piece.start], flat[piece.end :]
    words = piece.text.split(" ")
    alphabetic = all(re.fullmatch(r"[^\W\d_](?:[^\W\d_]|['.-])*", w) for w in words if not w.startswith(('"', "(")))
    two_to_four = 2 <= len(words) <= 4 and alphabetic and not piece.text.isupper()
    tail = _TAIL_WORDS.match(after)
    following = [w for w in tail.groups() if w] if tail else []
    nxt = following[0].casefold() if following else ""
    head = _HEAD_WORDS.search(before.rstrip(" "))
    prev = head[1].casefold() if head else ""
    if two_to_four:
        if words[0].rstrip(".") in lexicon.given or words[0].split("-")[0] in lexicon.given:
            yield "person", 4
        if words[-1] in lexicon.surnames or words[0] in lexicon.surnames:
            yield "person", 3
        if INITIAL.match(words[0]) or any(INITIAL.match(w) for w in words[1:]):
            yield "person", 2
        if prev in lexicon.role_words or any(before.rstrip().endswith(" " + t) for t in lexicon.titles):
            yield "person", 4
        if nxt in lexicon.person_verbs or _PERSON_AFTER.match(after):
            yield "person", 2
        if after.startswith(", ") and any(w.casefold() in lexicon.role_words for w in following):
            yield "person", 4
        if re.match(r"^ (?:is|was) (?:a|an|the|one of)\b", after) and _role_soon(after, lexicon):
            yield "person", 4
        if '"' in piece.text or "(" in piece.text:
            yield "person", 4
    elif any(before.rstrip().endswith(" " + t) or before.strip() == t for t in lexicon.titles):
        yield "person", 5
    last = words[-1].rstrip(".")
    if last in {"Licence", "License", "Act", "Treaty", "Report", "Prize", "Award", "Conference", "Summit", "Agreement"}:
        yield "term", 9
    if words[0] in lexicon.organisation_suffixes and len(words) > 2 and words[1] in {"of", "for"}:
        yield "organisation", 8
    if words[-1] in lexicon.organisation_suffixes or (last in lexicon.organisation_suffixes and len(words) > 1):
        yield "organisation", 6
    owner = _ORG_AFTER.match(after)
    if owner and (owner[1].casefold() in lexicon.possessions or (owner[2] or "").casefold() in lexicon.possessions):
        yield "organisation", 2
    if prev in {"at", "joined", "left", "join", "joining", "leave", "leaving", "rival", "rivals"}:
        yield "organisation", 1
    if re.search(rf"\b(?:{_CHIEFS}) (?:of|at) (?:the )?$", before):
        yield "organisation", 3
    if prev in {"by", "from"} and len(words) == 1:
        yield "organisation", 1
    if re.match(
        r"^(?:'s)? (?:[\w-]+ ){0,2}?(?:architecture|attention|algorithm|hybrid|method|technique|protocol|"
        r"layer|layers|mechanism|optimi[sz]er|format|standard)\b",
        after,
    ):
        yield "term", 4
    if any(w.casefold() in lexicon.organisation_nouns for w in following[:1]):
        yield "organisation", 2
    if prev in lexicon.organisation_nouns or re.search(
        r"\b(?:company|startup|firm|giant|maker|lab|group|rival|agency|newspaper|unit),? $", before
    ):
        yield "organisation", 3
    if re.match(
        r"^,? (?:an?|the) (?:[\w-]+ ){0,4}(?:company|startup|start-up|firm|lab|laboratory|group|maker|"
        r"developer|non-profit|nonprofit|vendor|agency|regulator|university|institute|foundation|"
        r"newspaper|publisher|consultancy|chipmaker|supplier)\b",
        after,
    ):
        yield "organisation", 4
    if len(words) == 1 and (nxt in lexicon.reporting or nxt in {"has", "announced", "plans", "declined"}):
        yield "organisation", 1
    if nxt in lexicon.release_verbs:
        yield "organisation", 2
    yield from product_votes(piece.text, before, after, following, lexicon)
    if piece.text in lexicon.places:
        yield "place", 8
    if piece.text in lexicon.platforms:
        yield "product", 8


def _role_soon(after: str, lexicon: Lexicon) -> bool:
    return any(w.casefold() in lexicon.role_words for w in re.findall(r"[\w-]+", after[:70].split(".")[0]))


def _decide(
    key: str, name: str, votes: Counter[EntityKind], count: int, openers: int, lexicon: Lexicon, lower: set[str]
) -> EntityKind | None:
    words = name.split(" ")
    if not votes:
        # seen only at a sentence's start, or a lone capital: no name
        if count == openers or (len(words) == 1 and (key in lower or count < 2)):
            return None
        return "organisation" if len(words) <= 2 and count > 1 else None
    if 2 <= len(words) <= 3 and name.replace(" ", "").isalpha() and words[-1] not in lexicon.organisation_suffixes:
        votes = votes + Counter({"person": 1})
    order: Mapping[EntityKind, int] = {"person": 1, "model": 2, "product": 3, "organisation": 4, "place": 5}
    kind, weight = min(votes.items(), key=lambda item: (-item[1], order.get(item[0], 9)))
    if weight < 2 and count < 2:
        return None
    if len(words) == 1 and key in lower and weight < 4:
        return None
    if kind == "person" and len(words) == 1 and weight < 5:
        return None
    if kind == "person" and weight < 3:
        return "organisation"
    if kind == "product" and votes["organisation"] >= votes["product"]:
        return "organisation"
    return kind


def _stems(
    kinds: dict[str, EntityKind], shape: Mapping[str, str], votes: Mapping[str, Counter[EntityKind]], lower: set[str]
) -> None:
    """The stem of versioned names is their family: Nova2 and Nova3 make "nova" a family, not a person.

    A name that is spoken of as a company stays one, and so does the maker's name before a product's ("Halden Nova 2").
    """
    models = [key for key, kind in kinds.items() if kind == "model"]
    stems = {m[1] for key in models if (m := re.match(r"([^\W\d_]{2,}?)[ -]?\d", key))}
    makers = {key.split(" ")[0] for key in models if " " in key}
    for stem in sorted(stems | makers):
        bodily = votes[stem]["organisation"] - 2 * votes[stem]["product"] if stem in votes else 0
        if stem in stems and stem in shape and kinds.get(stem) in {None, "product", "organisation", "person"}:
            if kinds.get(stem) != "organisation" or bodily < _COMPANY:
                kinds[stem] = "family"
        elif (
            stem in makers
            and stem in shape
            and kinds.get(stem) in {None, "product"}
            and stem not in lower
            and bodily <= 0
        ):
            kinds[stem] = "family"
    for tail in short_models(kinds, shape, lower):
        if kinds.get(tail) in {None, "product", "organisation"}:
            kinds[tail] = "model"


#: So many votes for a company outweigh that versioned products bear its name.
_COMPANY = 4
