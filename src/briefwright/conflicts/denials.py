"""How sure, and who denies: reported here and asserted there, claimed here and denied there. Silence denies nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefwright.conflicts.people import WHAT_OPEN
from briefwright.conflicts.view import Told, View, conflict, first, side_of, stems
from briefwright.model import ARGUMENT_KINDS, Conflict, Side, Statement
from briefwright.text import fold

#: "Orla denies it", "disputes that account", "rejected the claim"; not "rejects an offer" nor "denied access".
_DENIES = re.compile(
    r"(?<!not )(?<!n't )(?<!never )"
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|contradict(?:s|ed|ing)?|refut(?:e|es|ed)|"
    r"rebut(?:s|ted)?)\b(?! (?:access|entry|an? (?:offer|bid|request|visa)))(?P<what>[^.;!?]*)",
    re.I,
)
#: "called the claim nonsense", "the suggestion is wrong"
_FALSE = re.compile(
    r"\b(?:call(?:s|ed)?|describ(?:es|ed)|dismiss(?:es|ed)) (?:it|this|that|(?:the|such|these|those) \w+)(?: as)?"
    r"\W{1,3}(?:nonsense|false|wrong|untrue|baseless|unfounded|absurd|inaccurate|misleading|a lie|fiction)\b|"
    r"\b(?:claims?|suggestions?|reports?|allegations?|accounts?)\b.{0,60}? (?:is|are|was|were) "
    r"(?:simply |entirely |plainly )?(?:false|untrue|wrong|not true|baseless|unfounded|nonsense|incorrect)\b",
    re.I,
)
#: What is denied stands in the sentence before.
_POINTS = re.compile(
    r"^\s*(?:it|this|that|these|them|both|(?:that|this|the|these|those|such) (?:\w+ )?(?:accounts?|claims?|reports?|"
    r"allegations?|suggestions?|charges?|accusations?|version|description|story|statements?|rumou?rs?))\b",
    re.I,
)
#: A word of denial that denies no statement of fact: a term, a wish, an offer.
_OTHER = re.compile(r"^\s*(?:the|this|that) (?:word|term|label|idea|notion|proposal|offer|plan|comparison)\b", re.I)
#: A negation, and the words that it reaches.
_NOT = re.compile(
    r"\b(?:(?:has|have|had|was|is|were|are|did|does|do|will|would|could|may|might|can)(?: not|n't)|"
    r"cannot|no longer|never|no)\b"
    r"(?P<what>[^.,;:!?]*)",
    re.I,
)
#: "It is not immediately clear whether she has also left the company."
_WHETHER_LEFT = re.compile(
    r"\b(?:unclear|not (?:\w+ )?clear|unknown|not known)\b[^.]{0,40}?\bwhether\b[^.]{0,60}?"
    r"\b(?:left|leav\w+|depart\w+|resign\w+|quit)\b",
    re.I,
)
#: Saying nothing is no denial, nor is doubt.
_SILENT = re.compile(
    r"\b(?:comment|respon[ds]|repl(?:y|ied)|answer|sa(?:y|id)|disclos|clear|specif|discuss|name|stat|reach|known|"
    r"reveal|explain|immediately|yet|confirm|explanation)\w*",
    re.I,
)
#: "has no plans to open" denies that it will open.
_WANTING = stems("plans intention intentions wish desire intends made been")
#: Hedges with which a text passes on what others say.
_RUMOURS = frozenset({"reportedly", "rumoured", "allegedly", "purportedly", "supposedly", "reported", "said to",
                      "believed to", "thought to", "unconfirmed"})  # fmt: skip
_UNSURE = frozenset({"unclear", "apparently", "suggests", "hints", "implies", "indicates", "appears", "seems",
                     "possibly", "probably", "likely", "unlikely", "speculation"})  # fmt: skip
_RUMOUR_WORDS = stems("rumoured rumored rumour reported reportedly said believed thought unconfirmed allegedly")
_ADMITS = re.compile(r"\b(?:admit(?:s|ted)?|conced(?:es|ed)|acknowledg(?:es|ed)|confess(?:es|ed))\b", re.I)
#: Slots that say how something was told, and no part of a heading.
_WAYS = frozenset({"manner", "tense", "sentence", "reporting", "link", "matter", "consequence", "words", "approx"})
_YET = re.compile(r"^\W*(?:yet|but|however|still|even|nevertheless)\b", re.I)


def modalities(view: View) -> Iterator[Conflict]:
    """One fact asserted here and hedged, or denied, there; departures of one person are compared across findings."""
    joined: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for finding in view.findings:
        if finding.kind in {"quote", "reaction"}:
            continue
        key = finding.id
        if finding.kind == "departure":
            announced = first(view, finding).rule == "departure-announced"
            key = f"{first(view, finding).slots['person']}|{announced}"
        joined[finding.kind, key] += [view.statements[s] for s in finding.statements]
    for (kind, _), statements in joined.items():
        plain = [s for s in statements if s.hedge == "none" and s.polarity == "affirmed" and s.stance == "stated"]
        doubted = [
            s
            for s in statements
            if s.stance in {"reported", "speculated"} and s.hedge in _RUMOURS | _UNSURE
            and not WHAT_OPEN.search(fold(s.evidence.exact))
        ]  # fmt: skip
        denied = [s for s in statements if s.polarity == "denied"]
        for other, note in (
            (doubted, "Asserted in one place, reported with doubt in another."),
            (denied, "Asserted in one place, denied in another."),
        ):
            if plain and other and not _elsewhere(kind, other, view):
                yield conflict(
                    "modality", _topic(view, kind, plain[0]),
                    _named(view, [*plain, *other]),
                    [Side(text=g[0].text, statements=tuple(s.id for s in g)) for g in (plain, other)], note,
                )  # fmt: skip


def _topic(view: View, kind: str, statement: Statement) -> str:
    """What a fact is about, without claiming it: its kind, its subject, and what of it."""
    words = [view.name(v) for k, v in statement.slots.items() if isinstance(v, str) and k not in _WAYS][:3]
    return f"{kind.replace('_', ' ')}: {', '.join(words)}"


def _elsewhere(kind: str, doubted: Sequence[Statement], view: View) -> bool:
    """Does the doubt concern only what was left, in a source that itself tells of the departure?"""
    if kind != "departure":
        return False
    told = {
        (s.evidence.source, s.slots.get("person"))
        for s in view.statements.values()
        if s.kind == "departure" and s.hedge == "none" and s.polarity == "affirmed"
    }
    return all((s.evidence.source, s.slots.get("person")) in told for s in doubted)


def _named(view: View, statements: Sequence[Statement]) -> list[str]:
    """The entities that stand in the slots of statements themselves."""
    found = [v for s in statements for v in s.slots.values() if isinstance(v, str) and v in view.entities]
    return list(dict.fromkeys(found))


def rumours(view: View) -> Iterator[Conflict]:
    """A sentence that passes something on as a rumour or report, and one elsewhere that simply says it."""
    for t in view.told:
        doubt = next((s.hedge for s in t.statements if s.hedge in _RUMOURS and s.kind in ARGUMENT_KINDS), None)
        if doubt is None:
            continue
        what = stems(t.plain) - _names(view, t) - stems(doubt) - _RUMOUR_WORDS
        said = [
            x
            for x in view.told
            if x.source != t.source
            and len(what) >= 2
            and all(s.hedge == "none" and s.polarity == "affirmed" for s in x.statements)
            and not _NOT.search(x.plain)
            and len(what & stems(x.plain)) >= max(2, 0.75 * len(what))
            and _share(view, x, t)
        ]
        if said:
            whom = [view.name(e) for e in sorted(t.entities & frozenset().union(*(x.entities for x in said)))][:3]
            yield conflict(
                "modality", f"a rumour and an assertion: {', '.join([*whom, t.source, t.passage])}",
                sorted(t.entities), [side_of(said), side_of([t])],
                "Asserted in one place, passed on as a report or rumour in another.",
            )  # fmt: skip


def open_departures(view: View) -> Iterator[Conflict]:
    """Told here that somebody left, and in another source open whether that person did."""
    left: dict[str, list[Statement]] = defaultdict(list)
    asked: set[str] = set()
    for s in view.statements.values():
        person = s.slots.get("person")
        if s.kind == "departure" and isinstance(person, str) and person in view.entities:
            if s.hedge == "none" and s.polarity == "affirmed":
                left[person].append(s)
            elif s.hedge == "unclear":
                asked.add(person)
    for t in view.told:
        if not _WHETHER_LEFT.search(t.plain) or WHAT_OPEN.search(t.plain):
            continue
        # the one whom the sentence is about; where a departure was read with its doubt, that is compared above
        about = [p for s in t.statements if (p := s.slots.get("about")) in left and p not in asked]
        for person in dict.fromkeys(str(p) for p in about):
            told = [s for s in left[person] if s.evidence.source != t.source]
            if told and t.source not in {s.evidence.source for s in left[person]}:
                yield conflict(
                    "modality", f"departure: {view.name(person)}", [person],
                    [Side(text=told[0].text, statements=tuple(s.id for s in told)), side_of([t])],
                    "Asserted in one place, open in another.",
                )  # fmt: skip


# --------------------------------------------------------------------------- claim and denial


def denials(view: View) -> Iterator[Conflict]:
    """A claim and its denial, the same pair in several texts as one conflict."""
    pairs: list[tuple[list[Told], list[Told], frozenset[str]]] = []
    for place, t in enumerate(view.told):
        claims = _claims(view, place)
        if not claims:
            continue
        topic = frozenset().union(*(stems(c.plain) for c in claims)) | stems(t.plain)
        same = next((p for p in pairs if _alike(p[2], topic)), None)
        if same is None:
            pairs.append((claims, [t], topic))
        else:
            same[0].extend(c for c in claims if c not in same[0])
            same[1].append(t)
    for claims, refusals, _ in pairs:
        claims = [c for c in claims if c not in refusals]
        if claims:
            # a heading makes no claim: it says whom the claim is about and where it stands
            whom = [view.name(e) for e in sorted(claims[0].entities | refusals[0].entities)][:3]
            where = f"{claims[0].source} {claims[0].passage}"
            yield conflict(
                "modality", f"a claim and its denial: {', '.join([*whom, where])}",
                sorted(frozenset().union(*(t.entities for t in (*claims, *refusals)))),
                [side_of(claims), side_of(refusals)], "Claimed in one place, denied in another.",
            )  # fmt: skip


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= 0.4 * min(len(one), len(other))


def _claims(view: View, place: int) -> list[Told]:
    """What the sentence at a place denies: the claim before it, or the sentences elsewhere that say it."""
    t = view.told[place]
    plain = t.plain
    if plain.rstrip().endswith("?"):
        return []
    names = _names(view, t)
    before = [x for x in view.told[max(0, place - 3) : place] if (x.source, x.passage) == (t.source, t.passage)]
    if _FALSE.search(plain) and before:
        return before[-1:]
    if (m := _DENIES.search(plain)) is not None and not _OTHER.match(m["what"]):
        if _POINTS.match(m["what"]):
            return before[-1:]
        what = stems(m["what"]) - names
        found = [x for x in view.told if x is not t and not _DENIES.search(x.plain) and _says(view, x, what, t)]
        if found:
            return found
        following = [x for x in view.told[place + 1 : place + 4] if x.source == t.source]
        return [x for x in following if _ADMITS.search(x.plain) and _YET.search(x.plain)]
    for m in _NOT.finditer(plain):
        what = stems(m["what"]) - names - _WANTING
        if len(what) < 2 or _SILENT.search(" ".join(m["what"].split()[:4])):
            continue
        near = [x for x in before if x.best.voice != "" and not _NOT.search(x.plain) and _holds(what, x, 2)]
        far = [
            x for x in view.told
            if x.source != t.source and not _NOT.search(x.plain) and _holds(what, x, 3) and _share(view, x, t)
            and not _one_speaker(x, t)
        ]  # fmt: skip
        if near or far:
            return [*near, *far]
    return []


def _names(view: View, told: Told) -> frozenset[str]:
    """The words of the names in a sentence."""
    return frozenset(w for e in told.entities for w in stems(view.entities[e].name))


def _says(view: View, x: Told, what: frozenset[str], t: Told) -> bool:
    if len(what) == 1:
        # "denied joining Orla": one word is enough where two names are shared
        return bool(what & stems(x.plain)) and len(x.entities & t.entities) > 1
    return len(what) >= 2 and _holds(what, x, 2) and _share(view, x, t)


def _holds(what: frozenset[str], told: Told, least: int) -> bool:
    """Does a sentence hold most of what a negation reaches?"""
    shared = what & stems(told.plain)
    return len(shared) >= 2 and (what <= shared or (len(shared) >= least and len(shared) >= 0.6 * len(what)))


def _one_speaker(one: Told, other: Told) -> bool:
    """Two versions of what one person said differ in wording; nobody denies anything."""
    a, b = ({s.slots.get("speaker") for s in t.statements if s.kind == "quote"} for t in (one, other))
    return bool(a & b)


def _share(view: View, one: Told, other: Told) -> bool:
    """Do two sentences name one thing?"""
    return bool(one.entities & other.entities)
