"""Pronouns and nouns that stand for a name, resolved only where one name in the passage can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefwright.codebook import Lexicon
from briefwright.extract.tokens import Value
from briefwright.model import Passage
from briefwright.names import Gazetteer, Mention, candidates, part_key
from briefwright.text import fold

#: "She resigned", "Its maker"; possessives are left alone: what follows them is no subject.
_PERSON = re.compile(r"\b(?:He|She|he|she)\b")
#: "The board dismissed | her |.", "followed | him | out": an object, and not whose something is
_OBJECT = re.compile(
    r"\bhim\b|\bher\b(?=[.,;!?)]|$| "
    r"(?:as|in|on|at|from|to|by|for|when|while|out|away|back|aside|after|before|because|and|but|last|this|yesterday|with|over|go)\b)"
)
#: "| Her | last day was Friday"
_OWNER = re.compile(r"\b(?:Her|His)(?= (?:last|final) (?:day|working day)\b)")
#: between a name and a pronoun that may be its own only behind a new beginning: "…; the board dismissed her"
_ANEW = re.compile(r";|, (?:but|and|so) |:")
_COMPANY = re.compile(
    r"\b[Tt]he (?:company|lab|laboratory|firm|startup|start-up|chipmaker|maker|developer|vendor|group|conglomerate|"
    r"manufacturer)\b(?!'s? (?:and|or)\b)"
)
#: "Ada Lin | told reporters that | she"
_SAYS = re.compile(
    r" (?:said|says|announced|confirmed|added|told (?:\w+ ){1,3}?|wrote|insisted|explained|noted)(?: (?:on|in) \w+)?"
    r"(?: that)? ?"
)
#: "(Nordwire) — ": who reports is not whom the text is about
_DATELINE = re.compile(r"[^()\n]{0,12}\) ?[-–—]")
#: "Analysts at Brightwater", "according to Brightwater": who only speaks of the company is not the company
_SPEAKS = re.compile(
    r"\b(?:analysts?|economists?|strategists?|experts?|researchers?|lawyers?|brokers?|reporters?|journalists?) "
    r"(?:at|of|from|with|for) (?:the )?$|\b(?:according to|told|informed|advised) (?:the )?$",
    re.IGNORECASE,
)
#: "“…,” | she | wrote"
_UTTERS = re.compile(
    r"[,.!?]\" (he|she) (?:\w+ly )?(?:said|says|wrote|writes|texted|told|added|replied|insists|insisted)\b"
)
_ASIDE = re.compile(r"\b(?:at|of|for|from|with|by) (?:the |its |an? )?(?:[a-z-]+ ){0,3}$")
#: a body that is named only as where somebody went or came from
_ELSEWHERE = re.compile(
    r"\b(?:join(?:s|ed|ing)?|(?:mov|defect|switch|return|decamp|head)(?:e|es|ed|ing|s)? to|"
    r"(?:went|gone|goes|going|go) to|"
    r"(?:poached|hired|recruited|lured away|snapped up) by|"
    r"(?:joins?|joined|hired|recruited|poached|lured|comes?|came|arrives?|arrived) (?:[\w-]+ ){0,6}?from) "
    r"(?:the |its |an? )?(?:[a-z-]+ ){0,3}$",
    re.IGNORECASE,
)
_SPEAKS_HERE = re.compile(
    r" (?:says?|said|states?|stated|added|adds|claims?|claimed|reports|reported|announced|confirmed)\b"
)
#: "Ada Lin is gone | : | she starts at Nova": what goes on with the one of whom the sentence has spoken
_ON = re.compile(r"[:;] (?=(?:he|she)\b|$)")
#: letters that an ending adds to the stem of a verb: "dismiss|ed", "tap|ping"
_ENDING = 5
Piece = tuple[int, int, str, Value]


def stand_ins(
    passage: Passage, text: str, pieces: Sequence[Piece], gazetteer: Gazetteer, lexicon: Lexicon
) -> Iterator[Piece]:
    """Tokens for the pronouns and company nouns of a passage whose name is certain.

    A person: the only one named so far in the passage, or the only one in the sentence before. A company: the only
    organisation named so far in the passage. Inside a quotation nothing is resolved, and nothing where a name that
    nobody could class stands before: it may be the one meant.
    """
    unknown = [
        c.start
        for c in candidates(text, lexicon)
        if " " in c.text
        and c.text.replace(" ", "").isalpha()
        and not any(a < c.end and c.start < b for a, b, _, _ in pieces)
    ]
    people = [(start, end, v) for start, end, _, v in pieces if isinstance(v, Mention) and v.kind == "person"]
    bodies = [
        (start, end, v)
        for start, end, _, v in pieces
        if isinstance(v, Mention)
        and v.kind == "organisation"
        and not _DATELINE.match(text, end)
        and not _SPEAKS.search(text, max(0, start - 40), start)
    ]
    firms = [(end, v.key) for _, end, _, v in pieces if isinstance(v, Mention) and v.kind == "organisation"]
    quoted = [(start, end) for start, end, letter, _ in pieces if letter == "Q"]
    spoken: dict[tuple[int, str], Mention | None] = {}
    for found in _PERSON.finditer(text):
        named = _meant(passage, found, people, gazetteer, lexicon)
        begun, pronoun = _begun(passage, found.start()), found[0].casefold()
        last = max((s.start for s in passage.sentences if s.start < begun), default=-1)
        if named is None and not any(last <= start < found.start() for start, _, _ in people):
            # "She left. | She | had led research": the one of whom the sentence before spoke by the same word
            named = spoken.get((last, pronoun))
        same = (begun, pronoun)
        if spoken.setdefault(same, named) != named:
            # "She says it was Bo Tan, | she | told us": not another one than the first, if nothing shows it
            continue
        if any(start < found.start() for start in unknown):
            continue
        if named is not None and not any(a <= found.start() < b for a, b in quoted):
            yield found.start(), found.end(), "H", _as(named, found)
    for found in (*_OBJECT.finditer(text), *_OWNER.finditer(text)):
        own = found[0][0].isupper()
        meant = _meant if own else _object
        named = meant(passage, found, people, gazetteer, lexicon) if own or _of_note(text, found, lexicon) else None
        if named is None or any(start < found.start() for start in unknown):
            continue
        if not any(a <= found.start() < b for a, b in quoted):
            yield found.start(), found.end(), "H", _as(named, found)
    for found in _COMPANY.finditer(text):
        before = [v for _, end, v in bodies if end <= found.start()]
        begun = _begun(passage, found.start())
        aside = [start for start, end, _ in bodies if begun <= start and end <= found.start()]
        if before and all(_ELSEWHERE.search(text[max(0, a - 60) : a]) for a, end, _ in bodies if end <= found.start()):
            # "Ada Lin has moved to | Nova |. … the lab": not necessarily where she went, or came from
            continue
        if len(before) == len(aside) and all(_ASIDE.search(text[max(begun, a - 40) : a]) for a in aside):
            # "a partner at the fund | Nova |, and not related to Bo Tan, the group's chief": which group, nobody says
            continue
        if _SPEAKS_HERE.match(text, found.end()) and len({key for end, key in firms if end <= found.start()}) > 1:
            # "according to Nova, …. Its rival Orrin …, | the company | says": which of the two, nobody says
            continue
        if before and _a_part_of_it(text, before[0].text, found[0].rpartition(" ")[2]):
            continue
        if len({v.key for v in before}) == 1 and not any(a <= found.start() < b for a, b in quoted):
            yield found.start(), found.end(), "O", _as(before[0], found)


def _of_note(text: str, found: re.Match[str], lexicon: Lexicon) -> bool:
    """Does a verb by which somebody comes or goes stand before a pronoun: "dismissed | her |"?"""
    before = re.search(r"([a-z]+) $", text[max(0, found.start() - 20) : found.start()])
    if before is None:
        return False
    stems = {"follow", "replac", "succeed", "let", "los", "chose", "hir"} | {
        entry.rstrip("e") for kind in ("dismiss", "appoint") for entry in lexicon.events[kind] if " " not in entry
    }
    word = before[1]
    return any(word.startswith(s) and len(word) - len(s) <= _ENDING for s in stems)


def _begun(passage: Passage, position: int) -> int:
    """Where the sentence of a place begins."""
    return max((s.start for s in passage.sentences if s.start <= position), default=0)


def _of_its_gender(
    pronoun: str, everybody: Sequence[tuple[int, int, Mention]], gazetteer: Gazetteer, lexicon: Lexicon
) -> list[tuple[int, int, Mention]]:
    """Those whom a pronoun may mean by its gender."""
    return [p for p in everybody if not of_other_gender(_bearer(p[2], gazetteer), pronoun, lexicon)]


def _object(
    passage: Passage,
    found: re.Match[str],
    everybody: Sequence[tuple[int, int, Mention]],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> Mention | None:
    """Whom an object means: the only one named before the clause that it stands in, who does not act in that clause."""
    position = found.start()
    begun = _begun(passage, position)
    anew = [m.end() for m in _ANEW.finditer(fold(passage.text), begun, position)]
    clause = anew[-1] if anew else begun
    people = _of_its_gender(found[0], everybody, gazetteer, lexicon)
    before = [v for _, end, v in people if end <= clause]
    within = [v for start, end, v in everybody if clause <= start and end <= position]
    if len({_bearer(v, gazetteer) for v in before}) != 1 or _bearer(before[0], gazetteer) in {
        _bearer(v, gazetteer) for v in within
    }:  # fmt: skip
        return None
    return before[0]


def of_other_gender(name: str, pronoun: str, lexicon: Lexicon) -> bool:
    """Does a given name in a name rule out "she", or "he"?"""
    female = pronoun.casefold() in {"she", "her"}
    other = lexicon.given_male if female else lexicon.given_female
    own = lexicon.given_female if female else lexicon.given_male
    words = {w.title() for w in name.split()}
    return bool(words & other) and not words & own


def _meant(
    passage: Passage,
    found: re.Match[str],
    everybody: Sequence[tuple[int, int, Mention]],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> Mention | None:
    position = found.start()
    people = _of_its_gender(found[0], everybody, gazetteer, lexicon)
    before = [v for _, end, v in people if end <= position]
    if len({_bearer(v, gazetteer) for v in before}) == 1:
        return before[0]
    begun = _begun(passage, position)
    own = [(end, v) for start, end, v in people if begun <= start and end <= position]
    if len(own) == 1 and _SAYS.fullmatch(fold(passage.text[own[0][0] : position])):
        # "Ada Lin said | she": the only one named in the sentence speaks of herself
        return own[0][1]
    if len({_bearer(v, gazetteer) for _, v in own}) == 1 and _ON.search(fold(passage.text), own[-1][0], position):
        # "Ada Lin is gone: | she | starts at Nova in May"
        return own[0][1]
    if len({_bearer(v, gazetteer) for _, v in own}) == 1 and _UTTERS.search(fold(passage.text), own[-1][0]):
        behind = _UTTERS.search(fold(passage.text), own[-1][0])
        if behind is not None and behind.start(1) == position:
            # "The name of Ada Lin is wrong: “I am at my desk,” she wrote": the only one of the sentence
            return own[0][1]
    here = next((i for i, s in enumerate(passage.sentences) if s.start <= position < s.end), 0)
    sentence = passage.sentences[here]
    if here == 0 or any(sentence.start <= start < position for start, _, _ in people):
        return None
    last = passage.sentences[here - 1]
    there = [v for start, end, v in people if last.start <= start and end <= last.end]
    return there[0] if len({_bearer(v, gazetteer) for v in there}) == 1 else None


def _bearer(mention: Mention, gazetteer: Gazetteer) -> str:
    """The full name that a lone part stands for, where only one person bears it."""
    full = gazetteer.people.get(part_key(mention.key), ())
    return full[0] if len(full) == 1 else mention.key


def _as(mention: Mention, found: re.Match[str]) -> Mention:
    return Mention(start=found.start(), end=found.end(), text=mention.text, kind=mention.kind, key=mention.key)


def _a_part_of_it(text: str, name: str, noun: str) -> bool:
    """ "Nova Cloud, the division …, had sales … The | group |": it is no group whose name is called a part of one."""
    part = r"(?:division|unit|subsidiary|arm|branch|affiliate|offshoot)"
    plain = re.escape(name)
    called = rf"\b{plain}, (?:the|an?|its|their)\b[^,.;]{{0,40}}\b{part}\b|\b{part} {plain}\b"
    return noun in {"group", "parent", "conglomerate", "holding"} and re.search(called, text) is not None
