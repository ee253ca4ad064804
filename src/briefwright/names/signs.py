"""Signs in running text of what kind of thing a name is: the words before and behind it, and its own shape."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefwright.codebook import Lexicon
from briefwright.model import EntityKind
from briefwright.names.candidates import INITIAL, Candidate
from briefwright.names.products import product_votes

_PERSON_AFTER = re.compile(
    r"^(?:,? who\b|'s (?:farewell|post|tweet|mentorship|email|letter|resignation|colleagues|"
    r"successor|predecessor|exit|departure|tenure))"
)
_ORG_AFTER = re.compile(r"^'s? ([\w-]+)(?: ([\w-]+))?")
_TAIL_WORDS = re.compile(r"^,? ?([\w-]+)(?: ([\w-]+))?(?: ([\w-]+))?(?: ([\w-]+))?")
_HEAD_WORDS = re.compile(r"([\w'-]+)(,?) ?\"?$")


#: "Nova | Chief Executive Officer Ada Lin", "Nova | CEO", "Nova's | chief scientist"
_TITLE_BEHIND = re.compile(
    r"(?:'s)? (?:C[A-Z]O\b|Chief\b|chief (?:executive|scientist|technology|financial|operating)|(?:Senior |Executive )?"
    r"(?:Vice President|President|Chairman|Chairwoman|Director)\b|co-?founder\b|chief executive\b)"
)
#: who heads an organisation: "CEO of Nova"
_CHIEFS = (
    "CEO|CTO|CFO|COO|chief executive|chairman|chairwoman|chair|president|founder|co-founder|researcher|engineer|"
    "scientist|analyst|spokesperson|spokesman|spokeswoman"
)
#: "Indian chip designer | Nova"
_MAKER = re.compile(
    r"\b(?:chip|software|game|games|phone|drug|robot|battery|model|app|tool|hardware|car|drone|satellite|sensor|device|"
    r"[A-Z][a-z]+(?:ese|ish|an|ian|ean|ch|i)|based)(?:[ -](?:based|chip|software|model|robotics|AI|hardware|\w+))? "
    r"(?:designer|developer|maker|publisher|operator|provider|owner|manufacturer|vendor|supplier) $"
)
#: "an internal memo reviewed by | Nordwire"
_SEEN_BY = re.compile(
    r"\b(?:seen|reviewed|obtained|viewed|heard|published|reported|owned|run|acquired|funded) by (?:the )?$"
)


def signs(piece: Candidate, flat: str, lexicon: Lexicon) -> Iterable[tuple[EntityKind, int]]:
    """Kinds that one occurrence of a name speaks for, or against, each with how much."""
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
        if len(words) < 4 and any(re.fullmatch(r"[A-Z][a-z]+-[a-z]+", w) for w in words):
            # "Bae Min-kyu", "Park Ji-won"
            yield "person", 5
        elif len(words) == 2 and any(re.fullmatch(r"[^\W\d_]+-[^\W\d_]+", w) for w in words):
            # "Chow Wei-Ling", "Anouk Thibodeau-Reyes"
            yield "person", 2
        if INITIAL.match(words[0]) or any(INITIAL.match(w) for w in words[1:]):
            yield "person", 2
        if _MAKER.search(before):
            # "chip designer Nova", "the software developer Nova": makers are companies as often as people
            yield "organisation", 3
        elif prev in lexicon.role_words or any(before.rstrip().endswith(" " + t) for t in lexicon.titles):
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
    if re.match(r"\) ?[-–—]", after) and before.endswith("("):
        # a dateline: "PRAGUE (Vltava Newswire) -"
        yield "organisation", 9
    if _SEEN_BY.search(before):
        yield "organisation", 3
    if re.search(r"(?:^|[^\w])[Tt]he $", before) and two_to_four:
        # people take no article
        yield "person", -4
        yield "organisation", 1
    if re.search(r"\b(?:in|near|outside|across) $", before) and len(words) == 1:
        yield "place", 1
    if words[-1] == "AI" and len(words) > 1:
        yield "organisation", 6
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
    if re.search(rf"\b(?:{_CHIEFS})s? (?:of|at|for|with) (?:the )?$", before):
        yield "organisation", 3
    if _TITLE_BEHIND.match(after):
        # "Nova Chief Executive Officer Ada Lin", "Nova CEO Ada Lin", "Nova's vice president"
        yield "organisation", 4
    if re.match(r"^,? (?:which is )?(?:based|headquartered) in\b", after):
        yield "organisation", 4
    if re.match(r"^, which\b", after):
        yield "organisation", 1
        yield "person", -2
    if prev == "at" and two_to_four and _role_soon_before(before, lexicon):
        # "head of ecosystem at | Orvane Face"
        yield "organisation", 4
        yield "person", -3
    if prev in {"by", "from"} and len(words) == 1:
        yield "organisation", 1
    if re.match(
        r"^(?:'s)? (?:[\w-]+ ){0,2}?(?:architecture|attention|algorithm|hybrid|method|technique|protocol|"
        r"layer|layers|mechanism|optimi[sz]er|format|standard)\b",
        after,
    ):
        yield "term", 4
    if any(w.casefold() in lexicon.organisation_nouns for w in following[:1]) and not (
        piece.initial and len(words) == 1
    ):
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


def _role_soon_before(before: str, lexicon: Lexicon) -> bool:
    """Does a role stand in the same stretch of words before "at"?"""
    stretch = re.split(r"[.;:,]", before[-70:])[-1]
    return any(w.casefold() in lexicon.role_words for w in re.findall(r"[\w-]+", stretch))


def _role_soon(after: str, lexicon: Lexicon) -> bool:
    return any(w.casefold() in lexicon.role_words for w in re.findall(r"[\w-]+", after[:70].split(".")[0]))
