"""Deciding, once for a corpus, what kind of thing each name is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from briefwright.codebook import Codebook, Lexicon
from briefwright.codebook.lexicon import FUNCTION_WORDS
from briefwright.model import EntityKind
from briefwright.names.candidates import TITLE_AROUND, Candidate, candidates, unglued
from briefwright.names.compared import compared, editions
from briefwright.names.products import short_models
from briefwright.names.signs import signs
from briefwright.names.values import Gazetteer, name_key, nickname, part_key, person_parts
from briefwright.text import fold

#: addresses hold names in small letters: "press@ostrel.example"
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|(?<!\w)[\w-]+(?:\.[\w-]{2,})+")
#: "Nova-backed | Orvane"
_QUALIFIED = re.compile(r"-(?:licen[sc]ed|based|backed|owned|led|funded|run|made|style|born|listed|trained|educated)$")
_PARTICLES = frozenset({"van", "von", "de", "der", "den", "del", "di", "ter", "ten", "zu", "al", "el", "bin", "ibn"})


def learn(
    texts: Iterable[tuple[str, bool]],
    codebook: Codebook,
    model: Mapping[str, EntityKind | None] | None = None,
    headings: Iterable[str] = (),
) -> Gazetteer:
    """Decide for the corpus what kind of thing each name is.

    `texts` are (passage text, is it a heading or a title): names are not learnt from headings, in which every word
    may be capitalised. `model` may add the votes of a statistical model (key -> kind, or None for what it takes for no
    name at all), used for raw texts only. `headings` are the lines between the passages, from which only the editions
    of known products are learnt ("Kiln Home", where the texts speak of Kiln and of the Home).
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
        lower.update(re.findall(r"\b[a-z][a-z'-]+", _ADDRESS.sub(" ", flat)))
        if (not heading and not _title_case(flat)) or _plain_case(flat):
            bodies.append(flat)
    for key in compared(bodies, codebook.amounts, lower):
        votes[key]["product"] += 4
    for flat in bodies:
        for cand in candidates(flat, lexicon):
            if TITLE_AROUND.search(flat[: cand.start]) or flat[cand.end :].startswith(" Officer"):
                continue
            for piece in _pieces(cand, lexicon, lower, flat[cand.end :]):
                key = name_key(piece.text)
                seen[key] += 1
                if piece.initial:
                    openers[key] += 1
                shape.setdefault(key, piece.text)
                for kind, weight in signs(piece, flat, lexicon):
                    votes[key][kind] += weight
    for cast in votes.values():
        if cast.pop("team", 0) and not cast:
            # a team says that there is somebody whose team it is; whether body or product, other words tell
            cast["organisation"] += 1
    shown: dict[str, Counter[EntityKind]] = defaultdict(Counter, {key: Counter(cast) for key, cast in votes.items()})
    _called_for_short(shown, seen, shape, lower, lexicon)
    if model:
        for key, vote in model.items():
            if vote is None and seen[key] == openers[key]:
                # a word that only opens sentences and is no name there: "Depends on whom you ask."
                seen.pop(key, None)
            elif vote is not None and key in seen:
                # what it takes for a product is as often a company
                votes[key][vote] += 1 if vote == "product" else 2
    _called_for_short(votes, seen, shape, lower, lexicon)
    listed = {name_key(n): entry.kind for entry in codebook.names for n in (entry.name, *entry.aliases)}
    kinds: dict[str, EntityKind] = {}
    for key, count in seen.items():
        decided = _decide(key, shape[key], votes[key], count, openers[key], lexicon, lower)
        if decided == "organisation" and shown[key]["organisation"] <= 0:
            # the model's word alone makes nothing a body: the text must say something of it
            decided = None
        if decided is not None:
            kinds[key] = decided
    _spoken_editions(kinds, seen, shape, lexicon)
    _listed_together(bodies, kinds, seen, votes, lexicon)
    kinds.update({key: "term" for key in seen if shape[key] in lexicon.platforms})
    kinds.update({key: "place" for key in seen if {shape[key], shape[key].title()} & lexicon.places})
    kinds.update(listed)
    _short_forms(kinds, seen, shape, votes, lower, lexicon)
    _stems(kinds, shape, votes, lower)
    editions(headings, kinds, seen, lower, lexicon)
    _spoken_editions(kinds, seen, shape, lexicon)
    for key in [k for k in kinds if k.endswith(" cloud") and kinds.get(k[:-6]) in {"family", "product", "model"}]:
        kinds[key] = "product"
    for key in [k for k in kinds if k.endswith("s") and kinds.get(k[:-1]) in {"family", "product", "model"}]:
        # "Anvils" are pieces of the Anvil, and no name of their own
        if kinds[key] in {"organisation", "product"} and votes[key]["organisation"] < 4:
            del kinds[key]
    bodies_named = [k for k, kind in kinds.items() if kind == "organisation" and " " in k]
    for key in [k for k in kinds if shape.get(k) in lexicon.organisation_suffixes | {"Board"} and k not in listed]:
        # "Company" alone names nobody, unless it is short for the one company that is called so
        if kinds[key] == "organisation" and not any(b.endswith(f" {key}") for b in bodies_named):
            del kinds[key]
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
        if key not in listed and part_key(key) in people and " " not in key and not known:
            kinds[key] = "person"
        words = part_key(key).split(" ")
        if key not in listed and len(words) > 1 and words[0] in _PARTICLES and words[-1] in people:
            # "van Rensburg" for Tobias van Rensburg
            kinds[key] = "person"
    return Gazetteer(kinds=kinds, people={k: tuple(v) for k, v in people.items()})


def _called_for_short(
    votes: Mapping[str, Counter[EntityKind]],
    seen: Mapping[str, int],
    shape: Mapping[str, str],
    lower: set[str],
    lexicon: Lexicon,
) -> None:
    """People are called by their last name for short, bodies by their first: "Galiev" for Timur Galiev."""
    for key in seen:
        words = shape[key].split(" ")
        if not 2 <= len(words) <= 4 or not re.fullmatch(r"[^\d_]+", shape[key]):
            continue
        if words[-1] in lexicon.organisation_suffixes or words[0] in lexicon.demonyms | lexicon.places:
            continue
        if words[-1].casefold() in lexicon.editions:
            # "Kiln Lite" is called "Lite" for short
            continue
        first, last = name_key(words[0]), name_key(words[-1])
        alone = first in seen and words[0] not in lexicon.given
        if last in seen and last not in lower and not alone and words[-1] not in lexicon.places | lexicon.demonyms:
            votes[key]["person"] += 3
        elif first in seen and first not in lower and not {words[0]} & (lexicon.surnames | lexicon.given):
            votes[key]["organisation"] += 2


def _spoken_editions(
    kinds: dict[str, EntityKind], seen: Mapping[str, int], shape: Mapping[str, str], lexicon: Lexicon
) -> None:
    """A product's name and a word or letter for an edition is a product: "Kiln Mini", "Kiln X"."""
    for key in sorted(seen, key=len):
        head, _, last = shape[key].rpartition(" ")
        made = kinds.get(name_key(head)) in {"family", "product", "model"}
        if made and (last.casefold() in lexicon.editions or re.fullmatch(r"[A-Z]\d?|[IVX]{2,4}", last)):
            kinds[key] = "model" if kinds[name_key(head)] == "model" or any(c.isdigit() for c in key) else "product"


def _listed_together(
    bodies: Sequence[str],
    kinds: dict[str, EntityKind],
    seen: Mapping[str, int],
    votes: Mapping[str, Counter[EntityKind]],
    lexicon: Lexicon,
) -> None:
    """An unknown name in a list of companies is a company, one in a list of people a person, if it looks like one."""
    for flat in bodies:
        named = candidates(flat, lexicon)
        for one, other in pairwise(named):
            if flat[one.end : other.start] not in {", ", " and ", ", and ", " or "}:
                continue
            for known, unknown in ((one, other), (other, one)):
                key = name_key(unknown.text)
                if kinds.get(name_key(known.text)) == "organisation" and key in seen and key not in kinds:
                    kinds[key] = "organisation"
                located = kinds.get(name_key(known.text)) == "place" and re.search(
                    r"\b(?:in|from|near|between|to) (?:[A-Z][\w -]+,? ?(?:and )?){0,4}$", flat[: one.start]
                )
                if (
                    located
                    and key in seen
                    and votes[key]["organisation"] < 3
                    and kinds.get(key) in {None, "organisation"}
                ):
                    kinds[key] = "place"
                looks = 2 <= len(unknown.text.split(" ")) <= 4 and re.fullmatch(r"[^\d_]+", unknown.text)
                weak = key not in kinds or (kinds[key] == "organisation" and votes[key]["organisation"] < 4)
                suffix = unknown.text.split(" ")[-1] in lexicon.organisation_suffixes
                beside = kinds.get(name_key(known.text)) == "person" and " " in known.text
                if beside and key in seen and looks and weak and not suffix:
                    kinds[key] = "person"


def _short_forms(
    kinds: dict[str, EntityKind],
    seen: Mapping[str, int],
    shape: Mapping[str, str],
    votes: Mapping[str, Counter[EntityKind]],
    lower: set[str],
    lexicon: Lexicon,
) -> None:
    """What a body is called for short is one: "Jade River" for "Jade River Intelligence"."""
    bodies = [k for k, kind in kinds.items() if kind == "organisation" and " " in k]
    for key in seen:
        # a kind that only the model voted for may be mended; one that the words around the name show may not
        weak = kinds.get(key) is None or max(votes[key].values(), default=0) <= 3
        if not weak or shape[key] in lexicon.places | lexicon.platforms or key in lower:
            continue
        if any(b.startswith(key + " ") for b in bodies) and kinds.get(key) not in {"family", "model"}:
            kinds[key] = "organisation"


def _title_case(text: str) -> bool:
    """Is this a line whose every word is capitalised, as only headlines are: "Who Will Pay For Nova?"."""
    words = re.findall(r"[A-Za-z][\w'-]*", text)
    if len(words) < 4 or text.rstrip().endswith((".", ":")) or "," in text:
        return False
    small = [w for w in words[1:] if w.casefold() in FUNCTION_WORDS]
    return (
        bool(small) and sum(w[0].isupper() for w in words) >= 0.75 * len(words) and any(w[0].isupper() for w in small)
    )


def _plain_case(text: str) -> bool:
    """Is this line written in sentence case, so that a capital marks a name?"""
    long_words = [w for w in re.findall(r"[A-Za-z][\w'-]+", text) if len(w) > 3]
    return bool(long_words) and sum(w[0].isupper() for w in long_words) <= 0.5 * len(long_words)


#: a sentence that begins with its verb and goes on with a bare number
_VERB_AND_NUMBER = re.compile(
    r"(?:Replac|Supersed|Follow|Fix|Requir|Need|Extend|Updat|Upgrad|Support|Add|Drop|Releas|Launch|Introduc|Cur|"
    r"Correct|"
    r"Deprecat|Remov|Ship|Includ|Improv|Succeed|Cost|Weigh|Measur|Scor|Reach|Sell|Use|Contain)(?:s|es|d|ed|ing)? "
    r"v?\d[\d.,]*"
)
#: "| Officially | Hsu leads the group"
_ADVERB = re.compile(r"[A-Z][a-z]{3,}ly")
#: a capitalised word and a bare number
_NO_NAME_NUMBERED = re.compile(r"[A-Z][a-z]+ \d{1,4}$")
_EDITION = frozenset({"small", "large", "medium", "mini", "base", "tiny", "nano", "open"})

#: what may follow a company's name that ends in "AI", and not a noun that "AI" qualifies: "Ostler AI, a rival"
_NAME_ENDS = re.compile(
    r"$|[,.;:?!)\"]|'s\b|'(?!\w)| (?:is|was|has|had|will|would|said|says|and|or|but|in|at|on|of|to|from|for|with|by|as|"
    r"that|which|who|when|after|before|did|does|confirmed|announced|declined|denied|released|launched|unveiled|plans|"
    r"wants|lost|hired|named|appointed|told|[a-z]+ed)\b"
)


def _whole_name(after: str) -> bool:
    return _NAME_ENDS.match(after) is not None


def _pieces(cand: Candidate, lexicon: Lexicon, lower: set[str], after: str = "") -> list[Candidate]:
    """A sequence without the role words, titles and acronyms at its ends: "CTO Ada Lin" -> "Ada Lin"."""
    start, end, text = cand.start, cand.end, cand.text
    initial = cand.initial
    no_names = lexicon.not_names | lexicon.demonyms
    while True:
        first = text.split(" ", 1)[0]
        bare = first.rstrip(".")
        opener = initial and (
            bare.casefold() in lower
            or bare.casefold() in lexicon.function_words
            or (_ADVERB.fullmatch(bare) is not None and bare not in lexicon.given | lexicon.given_female)
            or (bare.casefold() in lexicon.organisation_nouns and bare not in lexicon.organisation_suffixes)
        )
        role = bare.casefold() in lexicon.role_words
        if (
            text.split(" ")[-1].rstrip(".") in lexicon.organisation_suffixes | {"Board"}
            and bare in lexicon.demonyms | lexicon.calendar
        ):
            # "Nordic Algorithm Authority", "March Networks": the word belongs to the name
            break
        if (
            " " in text
            and (opener or role or bare in no_names or first in lexicon.titles or _QUALIFIED.search(first))
            and not (bare in lexicon.given and not opener)
            and not text[len(first) :].startswith(" & ")
        ):
            start += len(first) + 1
            text = text[len(first) + 1 :]
            initial = False
            continue
        break
    if _NO_NAME_NUMBERED.match(text) and text.split(" ")[0].casefold() in lexicon.function_words:
        # "on Might 6", "on Would 12"
        return []
    if initial and _VERB_AND_NUMBER.fullmatch(text):
        # "Replaces 4.0 of March"
        return []
    if initial and " " not in text and (text.casefold() in lower or text.casefold() in lexicon.function_words):
        return []
    words = text.split(" ")
    while (
        len(words) > 1
        and not (words[-1] == "AI" and _whole_name(after))
        and (
            words[-1] in lexicon.not_names
            or words[-1].casefold() in lexicon.series_fillers - {"foundation"} | lexicon.series_nouns | {"project"}
        )
    ):
        if (
            end == cand.end
            and words[-1].casefold() in _EDITION
            and (any(c.isdigit() for c in words[-2]) or (len(words) == 2 and _whole_name(after)))
        ):
            # "Nova 2 Large", "Nova Mini, which": a size behind a version, or before a stop, belongs to the name
            break
        end -= len(words[-1]) + 1
        words = words[:-1]
    text = " ".join(words)
    if (
        (" " not in text and _QUALIFIED.search(text))
        or text.endswith("-based")
        or text.startswith(("I'", "I’"))
        or re.fullmatch(r"[A-Z]\.(?:-[A-Z]\.?)?", text)
    ):
        return []
    lone = " " not in text and text.split("-")[0] in lexicon.not_names
    if lone or (len(text) < 2 and text not in lexicon.platforms) or text.isdigit():
        return []
    return [Candidate(start, end, text, initial)]


def _decide(
    key: str, name: str, votes: Counter[EntityKind], count: int, openers: int, lexicon: Lexicon, lower: set[str]
) -> EntityKind | None:
    words = name.split(" ")
    if not votes:
        # nothing around it says what it is, often as it may stand there
        return None
    if 2 <= len(words) <= 3 and name.replace(" ", "").isalpha() and words[-1] not in lexicon.organisation_suffixes:
        votes = votes + Counter({"person": 1})
    order: Mapping[EntityKind, int] = {"person": 1, "model": 2, "product": 3, "place": 4, "organisation": 5}
    kind, weight = min(votes.items(), key=lambda item: (-item[1], order.get(item[0], 9)))
    if weight < 2 and count < 2:
        return None
    if len(words) == 1 and key in lower and weight < 4:
        return None
    if kind == "person" and len(words) == 1 and weight < 5:
        return "organisation" if votes["organisation"] >= 2 else None
    if kind == "person" and weight < 3:
        return "organisation" if votes["organisation"] or len(words) < 2 else "person"
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
