"""Signs in running text of what kind of thing a name is: the words before and behind it, and its own shape."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

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
#: "an internal memo reviewed by | Nordwire"
_SEEN_BY = re.compile(
    r"\b(?:seen|reviewed|obtained|viewed|heard|published|reported|owned|run|acquired|funded) by (?:the )?$"
)
#: articles of other languages that open the name of a paper: "Der Kurier"
_ARTICLES = frozenset({"Der", "Die", "Das", "Les", "Los", "Las", "Het", "Il", "El"})
_VENUES = frozenset(
    {"Hotel", "Café", "Cafe", "Restaurant", "Messe", "Arena", "Stadium", "Airport", "Station", "Avenue"}
)
#: "Nova said | it | knew of nothing", "Ada Lin told us | she"
_SAID_OF = re.compile(
    r"^ (?:said|says|announced|confirmed|added|insisted|insists|denied|denies|told (?:[\w']+ ){1,3}?)(?: (?:on|in|"
    r"late) \w+)?"
    r"(?: that)? (it|its|he|she|his|her)\b"
)
_APPOSED = re.compile(
    r"^,? (?:an?|the|its) ((?:[\w'&-]+ ){0,6}?[\w'&-]+?)(?=[,.;:)]|$| (?:of|for|in|at|from|that|which|who|based|behind|"
    r"owned|backed|run|with|to|said|has|had|is|was)\b)"
)


#: "Orla | is a company", "Kestrel | was a Danish maker of pumps"
_IS_BODY = re.compile(
    r"^ (?:is|was|became|remains) (?:an?|the) (?:[\w-]+ ){0,3}?(?:company|firm|start-?up|laboratory|lab|agency|maker|"
    r"supplier|publisher|bank|fund|non-?profit|foundation|consultancy|retailer|manufacturer|institute|university)\b"
)
#: "a ship belonging to | Morland", "shareholders include | Drevik": who owns, buys or is supplied
_OWNER_OF = re.compile(
    r"\b(?:belong(?:s|ed|ing) to|(?:leased|ordered|operated|chartered|commissioned|bankrolled) by|"
    r"(?:shareholders|owners|buyers|customers|clients|backers|investors|suppliers|rivals|competitors|partners)"
    r"(?:,? (?:which|who))? (?:include[sd]?|are|were)|among (?:the|its|their) (?:shareholders|owners|buyers|"
    r"customers|clients|backers|investors|suppliers|rivals|competitors|partners) (?:is|are|was|were)) "
    r"(?:[A-Z][\w&-]*(?: [A-Z][\w&-]*)*,? and )?$",
    re.IGNORECASE,
)
#: "Hugo Marten, formerly of | Arclight": where somebody worked
_EMPLOYER = re.compile(
    r"\b(?:(?:formerly|previously) (?:of|at|with|from)|late of|fresh from|"
    r"(?:hired|recruited|poached|lured) (?:away )?from) (?:the )?$",
    re.IGNORECASE,
)
#: last words that are coined for firms: "Orrin | Hydronics |", "Halden Gearworks"
_COINED = re.compile(r"[A-Z][a-z]{3,}(?:ics|works|tech|tronix|soft)")
_WORKS_FOR = re.compile(
    r"\b(?:work(?:s|ed|ing)? (?:for|at)|employed (?:by|at)|a job (?:at|with)) (?:the )?$", re.IGNORECASE
)
#: "the firm Ada Lin founded", "the club, Ada Lin said": a clause begins behind the word for a body
_ITS_PERSON = re.compile(
    r"^,? (?:(?:had |has )?(?:founded|co-founded|built|started|set up|left|joined|runs?|ran|leads?|led|owns?|chairs)\b|"
    r"said\b|says\b|told\b|wrote\b)"
)
#: "Lin, | its finance chief |, said"
_ITS_OFFICER = re.compile(r"^, (?:its|their|the (?:company|firm|lab|group)'s|[A-Z][\w-]+'s) (?:[\w-]+ ){0,4}?([\w-]+),")
#: "Ada Lin | of Nova"
_OF_BODY = re.compile(r"^ (?:of|at) (?:the )?[A-Z]")
#: "a laboratory of her own in Lorn, called | Nova": what is called so
_CALLED = re.compile(
    r"\b([\w-]+)s?((?: (?:of|in|for|with|that|to|on|from) [^,.;:\"]{2,40}?)?),? (?:called|named|dubbed) \"?$"
)
#: nouns that stand for products as well: "a platform called Kiln"
_NO_BODY = frozenset({"platform", "site", "hub", "rival", "competitor", "website"})
#: "Cebuano, Ilocano | and nine other languages"
_LANGUAGES = re.compile(r"^(?:, [A-Z][\w-]+)*,? and (?:[\w-]+ ){0,2}other (?:[A-Z]?[\w-]+ )?(?:languages?|dialects?)\b")
#: letters that Vietnamese alone has: "Phùng Quốc Khánh"
_VIETNAMESE = re.compile("[ƠơƯưẠ-ỹ]")


def signs(piece: Candidate, flat: str, lexicon: Lexicon) -> Iterable[tuple[EntityKind, int]]:
    """Kinds that one occurrence of a name speaks for, or against, each with how much."""
    before, after = flat[: piece.start], flat[piece.end :]
    words, naming = piece.text.split(" "), lexicon.naming
    alphabetic = all(re.fullmatch(r"[^\W\d_](?:[^\W\d_]|['.-])*", w) for w in words if not w.startswith(('"', "(")))
    two_to_four = 2 <= len(words) <= 4 and alphabetic and not piece.text.isupper()
    tail = _TAIL_WORDS.match(after)
    following = [w for w in tail.groups() if w] if tail else []
    nxt = following[0].casefold() if following else ""
    head = _HEAD_WORDS.search(before.rstrip(" "))
    prev = head[1].casefold() if head else ""
    if two_to_four:
        first = words[0].rstrip(".")
        if first in lexicon.given or first.split("-")[0] in lexicon.given:
            yield "person", 4
        elif first in lexicon.given_female | lexicon.given_male:
            yield "person", 3
        if prev in {"by", "and", "thanks", "thank", "with"} and _OF_BODY.match(after):
            # "a patch by | Ada Lin | of Nova"
            yield "person", 2
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
        if naming.maker.search(before):
            # "chip designer Nova", "the software developer Nova": makers are companies as often as people
            yield "organisation", 3
        elif prev in lexicon.role_words or any(before.rstrip().endswith(" " + t) for t in lexicon.titles):
            yield "person", 4
        if _PERSON_AFTER.match(after):
            yield "person", 2
        elif nxt in lexicon.person_verbs:
            # companies say and tell as people do; that they do so of "him" or "it" tells them apart
            yield "person", 1 if nxt in lexicon.reporting else 2
        if (
            after.startswith(", ")
            and any(w.casefold() in lexicon.role_words for w in following)
            # "formerly with | Nova |, as president", "never worked for | Nova |, not as an adviser"
            and not (nxt in {"as", "not"} and (_EMPLOYER.search(before) or _WORKS_FOR.search(before)))
        ):
            yield "person", 4
        if re.match(r"^ (?:is|was) (?:a|an|the|one of)\b", after) and _role_soon(after, lexicon):
            yield "person", 4
        if '"' in piece.text or "(" in piece.text:
            yield "person", 4
    elif any(before.rstrip().endswith(" " + t) or before.strip() == t for t in lexicon.titles):
        yield "person", 5
    elif len(words) == 1 and alphabetic:
        if piece.text in lexicon.surnames and piece.text not in lexicon.places:
            yield "person", 3
        if re.match(r"^, (?:who|whose)\b", after):
            yield "person", 3
        held = _ITS_OFFICER.match(after)
        if held and held[1].casefold() in lexicon.role_words - lexicon.organisation_nouns:
            # "Lin, its finance chief, told me"
            yield "person", 6
    last = words[-1].rstrip(".")
    if re.match(r"\) ?[-–—]", after) and before.endswith("("):
        # a dateline: "PRAGUE (Vltava Newswire) -"
        yield "organisation", 9
    if len(words) > 1 and words[0] in _ARTICLES:
        yield "organisation", 4
        yield "person", -3
    if len(words) > 1 and {words[0], last} & _VENUES:
        yield "term", 9
    said = _SAID_OF.match(after)
    if said and two_to_four:
        yield ("organisation" if said[1] in {"it", "its"} else "person"), 3
    elif said and said[1] == "it":
        yield "organisation", 3
    if naming.company_does.match(after):
        yield "organisation", 2
    if re.search(r"\b(?:founded|co-?founded|founders? of|set up|started) (?:and led )?$", before):
        yield "organisation", 3
    if (what := _APPOSED.match(after)) is not None:
        noun = what[1].split(" ")[-1].casefold()
        if noun in lexicon.organisation_nouns - lexicon.role_words:
            # "Nova, a Dutch fund"
            yield "organisation", 4
    if naming.body_has.match(after):
        # "Nova's Lorn campus"
        yield "organisation", 3
        yield "person", -2
    if naming.body_beside.search(before):
        yield "organisation", 3
        yield "person", -2
    if (what := _CALLED.search(before)) is not None and what[1].casefold() in lexicon.organisation_nouns - _NO_BODY:
        yield "organisation", 4
    if naming.spoken.search(before) or _LANGUAGES.match(after):
        yield "term", 9
    if _SEEN_BY.search(before):
        yield "organisation", 3
    if lexicon.team_tail.match(after) and not piece.initial:
        # "the Nova AI team"
        yield "team", 1
    if _OWNER_OF.search(before) or _EMPLOYER.search(before) or _WORKS_FOR.search(before) or _IS_BODY.match(after):
        yield "organisation", 3
    if naming.body_before.search(before) and not _ITS_PERSON.match(after):
        # "the fund Tern Hill": a word for a body, and no person
        yield "organisation", 3
        yield "person", -4
    if 2 <= len(words) <= 4 and _VIETNAMESE.search(piece.text):
        yield "person", 4
    if len(words) > 2 and last == "Board":
        # "Baltic Pilotage Board"; an "Advisory Board" is a part of its house
        yield "organisation", 6
    if re.search(r"(?:^|[^\w])[Tt]he $", before) and two_to_four:
        # people take no article
        yield "person", -4
        yield "organisation", 1
    yield from _place_signs(piece, before, after, lexicon)
    if words[-1] == "AI" and len(words) > 1:
        yield "organisation", 6
    if last in {"Licence", "License", "Act", "Treaty", "Report", "Prize", "Award", "Conference", "Summit", "Agreement"}:
        yield "term", 9
    if any(w in lexicon.organisation_suffixes and then in {"of", "for", "on"} for w, then in pairwise(words[:-1])):
        # "Technical University of Zlin"
        yield "organisation", 8
    if len(words) > 1 and words[0] in lexicon.organisation_prefixes:
        yield "organisation", 8
    if "&" in words:
        yield "organisation", 5
    if len(words) > 1 and {words[-1], last} & lexicon.organisation_suffixes:
        yield "organisation", 6
    elif len(words) > 1 and _COINED.fullmatch(last):
        yield "organisation", 4
    elif words[-1] in lexicon.organisation_suffixes and re.search(r"\b[Tt]he $", before):
        # "the Institute"; a lone "Technology" or "Compute" is a word
        yield "organisation", 4
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
        yield "organisation", 1 if re.search(r"\b[Tt]he $", before) else 2
        yield "person", -3
    if re.match(
        r"^, whose (?:[\w-]+ ){0,2}?(?:partner|chairman|chairwoman|chair|chief|CEO|shares|stock|customers|board|"
        r"parent|owner|"
        r"founder|founders|investors|headquarters|revenue|products|models|chips|robots|software|staff|employees)\b",
        after,
    ):
        yield "organisation", 3
        yield "person", -2
    if re.match(
        r"^ (?:spokesman|spokeswoman|spokesperson|spokespeople|executives?|employees?|staff|staffers?|engineers?|"
        r"researchers?|"
        r"shares|shareholders|customers?|insiders?|officials?|managers?|lawyers?)\b",
        after,
    ):
        # "a Halmar spokesman", "five Lindholt researchers"
        yield "organisation", 3
    if re.match(r"^'s [A-Z][\w-]+ \d", after):
        # "Brightmoor's Halyard 2"
        yield "organisation", 3
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
        r"newspaper|publisher|consultancy|chipmaker|supplier)\b(?!'s)",
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


#: "DRUMMOND, Ontario, June 4", "Berlin and Kanazawa, 17 February 2032"
_DATELINE = re.compile(
    r"^(?:,? (?:and |& )?[A-Z][\w. '-]{1,24}){0,2}(?:,? (?:\([A-Z][^()]{2,40}\) ?)?)(?:[-–—,] ?)?(?:(?:Jan|Feb|Mar|"
    r"Apr|May|Jun|"
    r"Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|\d{1,2} [A-Z][a-z]+ \d{4})|^(?:, [A-Z][\w. ]{1,24})? "
    r"(?:\([A-Z][^()]{2,40}\) ?)[-–—]"
)
#: verbs and nouns behind which "in" opens no place: "a stake in Nova"
_NO_PLACE = re.compile(
    r"\b(?:comes?|came|invest(?:s|ed|ing|ment|ments|or|ors)?|stakes?|shares?|interests?|confidence|trust|faith|believ\w+|written|"
    r"bugs?|"
    r"flaws?|errors?|faults?|changes?|holdings?|majority|part|role|disappointed|implemented|trained|used|found|"
    r"included|"
    r"features?|new|money|funds?) in $"
)


def _place_signs(piece: Candidate, before: str, after: str, lexicon: Lexicon) -> Iterable[tuple[EntityKind, int]]:
    """Signs that a name is a place: what stands before it, what it is the first word of, where a dateline has it."""
    if not before.strip(" \"'(") and _DATELINE.match(after):
        yield "place", 6
    if len(piece.text.split(" ")) > 3:
        return
    last = piece.text.split(" ")[-1]
    if last in lexicon.geography and re.search(
        r"\b(?:in|near|across|from|through|along|of|outside) (?:the )?$", before
    ):
        # "in the Uco Valley"
        yield "place", 4
    if re.search(
        r"\b(?:city|town|village|port|province|region|district|prefecture|canton|county|state|island|suburb|capital|"
        r"valley) "
        r"(?:of )?$|\b(?:born|raised|lives|living|lived|based|headquartered|grew up|resident|residents|located|"
        r"situated|"
        r"home|streets|outskirts|mayor) (?:in|of) $",
        before,
    ):
        yield "place", 5
    elif re.search(r"\b(?:in|near|outside|across|around|throughout) $", before) and not _NO_PLACE.search(before):
        yield "place", 3 if " " not in piece.text else 1
    elif (found := re.search(r"([\w-]+),? (?:originally )?from $", before)) and found[
        1
    ].casefold() in lexicon.role_words:
        # "a power engineer from Karaganda"
        yield "place", 4
    if re.match(
        r"^ (?:prefecture|province|county|district|region|harbour|harbor|airport|peninsula|canton|oblast|municipality|"
        r"valley|island|islands|coast|suburb|metropolitan area|state government)\b",
        after,
    ):
        yield "place", 5
    comma = re.match(r"^, ([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.;)]|$)", after)
    if comma and comma[1] in lexicon.places and re.search(r"\b(?:in|from|at|near|of|to) $", before):
        # "in Zlin, Czechia"
        yield "place", 3


def _role_soon_before(before: str, lexicon: Lexicon) -> bool:
    """Does a role stand in the same stretch of words before "at"?"""
    stretch = re.split(r"[.;:,]", before[-70:])[-1]
    return any(w.casefold() in lexicon.role_words for w in re.findall(r"[\w-]+", stretch))


def _role_soon(after: str, lexicon: Lexicon) -> bool:
    return any(w.casefold() in lexicon.role_words for w in re.findall(r"[\w-]+", after[:70].split(".")[0]))
