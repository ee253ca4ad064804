"""Frames of argument kinds: a whole sentence classed by its cues, with what triggers what and whom it concerns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefwright.codebook import Codebook
from briefwright.dates import DateMention
from briefwright.extract.arguing import arguing_voice
from briefwright.extract.frames import Fixed, Frame, Names, Slot, Words
from briefwright.extract.modality import group_voice, hedge_of, polarity_of, stance_of, voice_of
from briefwright.extract.tokens import Tagged
from briefwright.model import Kind
from briefwright.names import Mention

#: "In a first scenario, …" · "A third possibility is that …" · "Alternatively, …"
_SCENARIO = re.compile(
    r"\b(?:scenarios?|possibilit(?:y|ies)|alternatively|conversely|one path|best case|worst case|"
    r"two outcomes|outcomes? (?:is|are))\b",
    re.I,
)
_CONDITION = re.compile(r"^(?:If|Should|Unless|In case)\b|\bif (?:the|it|he|she|they|<|future|current)", re.I)
#: "Firms should spread their contracts." · "Consider keeping copies." · "are advised to"
_RECOMMEND = re.compile(
    r"\b(?:should(?:n't| not)?|ought to|(?:are|is) (?:well )?advised to|is advisable|must|need to|"
    r"needs to|had better|recommend(?:s|ed|ing)?|advis(?:es|ed|e) (?:\w+ ){1,4}to|"
    r"urged? (?:\w+ ){1,4}to)\b|^(?:First|Second|Third|Finally|Next|Also|"
    r"Pro Tip: .*)?,? ?(?:Consider|Diversify|Preserve|Prepare|Plan|Watch|Download|Keep|Avoid|Ensure|"
    r"Review|Audit|Factor|Monitor|Treat|Archive|Negotiate|Build|Ask|Check|Budget|Assess|Test|Track|"
    r"Insist|Start|Stop|Do not|Don't|Make sure|Back up|Verify|Pin|Wait|Look)\b",
    re.I,
)
_NOT_ADVICE = re.compile(r"\bshould (?:be|have) (?:noted|come|surprised?)\b|\bmust have\b|\bdon't be surprised\b", re.I)
#: "It is unclear whether …" · "did not answer when asked"
_UNCERTAIN = re.compile(
    r"\b(?:unclear|uncertain(?:ty)?|unknown|not (?:immediately |yet |entirely )?(?:clear|known|"
    r"certain|confirmed)|mystery|unanswered|undisclosed|open question|question remains|"
    r"remains? to be seen|(?:has|have|had|did|does|do)(?: not|n't)(?: yet| publicly|"
    r" immediately)? (?:comment|commented|respond|responded|repl|disclose|said|say|explain|confirm|"
    r"reveal|state|specif|answer|answered|give|given|provide|name|released)|declined to (?:comment|say|name|"
    r"give|confirm|discuss)|could not be (?:reached|verified|confirmed)|"
    r"no (?:official )?(?:explanation|comment|reason|details?|statement|date|word|successor|"
    r"timetable|figures?)|without (?:an? |any |further |official |public |giving |providing |"
    r"company )*(?:explanation|comment|reason|details?|statement)|refused to (?:comment|say)|"
    r"speculat\w+|(?:leaves?|leaving|left) [^.;]{2,50}? (?:guessing|wondering)|in doubt|"
    r"raises? (?:\w+ ){0,3}questions?|"
    r"whether)\b",
    re.I,
)
_RISK = re.compile(
    r"\b(?:risks?(?! management)|risk(?:ed|ing)|threat(?:s|en|ens|ened|ening)?|danger|jeopardi[sz]e|fears?|feared|"
    r"warn(?:s|ed|ing)?|worr(?:y|ies|ied)|"
    r"(?:rais\w+|is|are|of|broader|growing|main|present|the) (?:\w+ )?concerns?(?=\W|$)|"
    r"concerns? (?:that|about|over|among|for|is|are)|concerned (?:that|about|over)|could (?:slow|lose|lead|harm|hurt|"
    r"force|trigger|delay|cost|complicate|push|mirror|undermine|weaken|erode|damage|face|retreat|"
    r"have)|may (?:\w+ )?(?:shift|become|lose|slow|be locked|prioriti[sz]e|be|delay|force)|"
    r"might (?:\w+ )?(?:lose|slow|delay|shift|be)|vulnerab\w+|at stake|at risk|hollow(?:s|ing)? out|"
    r"stifle|attrition|backlash|slowdown|unacceptable|cannot be (?:easily )?replaced|"
    r"flattens?|would force|would lose)(?!\w)",
    re.I,
)
_GOVERNANCE = re.compile(
    r"\b(?:governance|regulat\w+|polic(?:y|ies)(?! (?:model|network|gradient|learning)s?\b)|stewardship|"
    # open weights are transparent by nature; that is no way of governing
    r"transparen\w+(?! (?:of|about) (?:open |the |its |their )*(?:weights?|models?|code|layers?|training)\b)|"
    r"accountab\w+|oversight|complian\w+|(?<!on )(?<!circuit )board(?! game)|command structure|"
    r"(?<!data )(?<!sentence )structure|autonomy|autonomous (?:teams?|units?|divisions?|labs?|compan\w+|"
    r"subsidiar\w+|organi[sz]\w+)|leadership|reorgani[sz]\w+|"
    r"restructur\w+|management|committee|charter|ethic\w*|culture)\b",
    re.I,
)
_MARKET = re.compile(
    r"\b(?:(?<!flea )market(?! square)|(?<!to )(?<!can )(?<!may )(?<!could )(?<!often )rivals?"
    # "the model rivals much larger ones" tells of a product
    r"(?! (?:the|that|those|much|any|its|even|other|larger|proprietary|systems?|models?|leading|what)\b)|"
    # "two competing visions" are no firms
    r"compet(?:e[sd]?|ition|itors?|itive(?:ly|ness)?|ing (?:firms?|compan\w+|products?|models?|labs?|offers?))|"
    r"customers?|enterprises?|investors?|revenue|earnings|(?<!to )demand(?! (?:that|to)\b)|"
    r"commerciali[sz]\w+|monetis\w+|monetiz\w+|sales|share price|shares(?! (?:an?|the|his|her|its|their|with)\b)|"
    r"prices?|pricing|adoption|users?(?! (?:forum|group|guide|interface|manual)s?\b)|downloads|vendors?|suppliers?|"
    r"business(?:es)?|industry (?:leaders?|trends?|players?|consolidation)|economy|profits?|commercial|ROI|"
    r"alternatives? to)\b",
    re.I,
)
_TRIGGER = re.compile(
    r"(?P<word>\b(?:if|unless|should|as|when|once|because|since|without|after|following|amid|due to|"
    r"with)\b) (?!(?<=with )<[A-Z])(?P<rest>[^,.; ]+ [^,.;]{2,140})",
    re.I,
)
#: what advice hangs on
_CONDITION_WORD = re.compile(r"(?P<word>\b(?:if|unless|when|once)\b) (?P<rest>[^,.;]{4,140})", re.IGNORECASE)
_DETERMINER = re.compile(r"^(?:the|a|an|its|their|his|her|this|these|those)\s+", re.I)
_VERB = re.compile(
    r" (?=(?:has|have|had|is|are|was|were|will|would|may|might|could|can|should|must|did|does|do|"
    r"remains?|remained|became|becomes?|faces?|needs?|risks?|threatens?|raises?|[a-z]+(?:ed|es|s))\b)"
)


def kind_of(tagged: Tagged) -> tuple[Kind, str]:
    """The argument kind of a sentence and the rule that says so."""
    text = tagged.text
    if _RECOMMEND.search(text) and not _NOT_ADVICE.search(text):
        return "recommendation", "argument-recommendation"
    if _SCENARIO.search(text):
        return "scenario", "argument-scenario"
    if _UNCERTAIN.search(text):
        return "uncertainty", "argument-uncertainty"
    if _CONDITION.search(text) and re.search(r"\b(?:will|would|may|might|could|can|risks?|removes?|provides?)\b", text):
        return "scenario", "argument-condition"
    if _RISK.search(text):
        return "risk", "argument-risk"
    return plain_kind(tagged)


def plain_kind(tagged: Tagged) -> tuple[Kind, str]:
    """The kind of a sentence that argues nothing: what it is about."""
    if _GOVERNANCE.search(tagged.text):
        return "governance", "argument-governance"
    if _MARKET.search(tagged.text):
        return "market", "argument-market"
    return "background", "argument-background"


def argument(
    tagged: Tagged,
    codebook: Codebook,
    undated: Sequence[DateMention] = (),
    read: tuple[Kind, str] | None = None,
) -> Iterator[Frame]:
    """The one argument frame of a sentence; nothing for a sentence that says nothing by itself.

    `read` is the kind with its rule where the sentence was read in its place. `undated` are the dates
    that no fact of the sentence holds: they stand in `date`, `date2` and so on.
    """
    text = tagged.text
    told = tagged.sentence.text.split()
    # advice is short, and so are "Pelmora denies this." and "Nobody was hurt."
    short = (read is not None and read[0] in {"recommendation", "uncertainty"}) or told[:1] in (["Nobody"], ["None"])
    least = 3 if short or any(w.casefold() in codebook.lexicon.denial for w in told) else 4
    if len(told) < least or text.rstrip(' "').endswith("?"):
        return
    kind, rule = read or kind_of(tagged)
    voice = voice_of(tagged) or arguing_voice(tagged) or group_voice(tagged)
    slots: dict[str, Slot] = {}
    if voice is not None:
        slots["holder"] = Names(mentions=(voice.mention,)) if voice.mention is not None else Fixed(text=voice.text)
    core_start, core_end = voice.core if voice else (0, len(text))
    # what a sentence tells is as sure, and as denied, as its main clause; an argument is one as a whole
    main = (0, len(text)) if kind in _WHOLE else _main(text, core_start, core_end)
    hedge = hedge_of(tagged, *main, codebook.lexicon, conditions=kind != "recommendation", whole=kind in _WHOLE)
    if (
        kind not in _WHOLE
        and core_start
        and (said := hedge_of(tagged, 0, core_start, codebook.lexicon, whole=False)) != "none"
    ):
        # who only suggests a thing is no surer of it for what he says
        hedge = said
    about = [
        t.value for t in tagged.inside(core_start, core_end) if t.name[1] in "POTMFGL" and isinstance(t.value, Mention)
    ]
    # who says it is not whom it is about, and where it is said to be only where nothing else is named
    said_by = voice.mention.key if voice is not None and voice.mention is not None else None
    about = [m for m in about if m.key != said_by]
    about = [m for m in about if m.kind != "place"] or about
    if kind in {"risk", "scenario", "recommendation"}:
        _reasoned(tagged, core_start, core_end, slots, advice=kind == "recommendation")
        if about:
            slots["affected"] = Names(mentions=_distinct(about))
        if kind in {"risk", "scenario"}:
            kinds = _types(tagged.sentence.text, codebook)
            if kinds:
                slots["type"] = Fixed(text=kinds)
    else:
        if about:
            slots["about"] = Names(mentions=(_subject(tagged, core_start, core_end) or about[0],))
        # what somebody denies must not stand there as what is said
        denying = voice is not None and _denied_before(text[:core_start], voice.verb, codebook)
        matter = _matter(tagged, 0 if denying else core_start, core_end)
        if matter is not None:
            slots["matter"] = matter
    dates = [t.value for t in tagged.tokens if isinstance(t.value, DateMention)]
    for place, date in enumerate(undated or dates[:1], 1):
        slots["date" if place == 1 else f"date{place}"] = date
    denied = codebook.lexicon.negation_pattern.search(text)
    yield Frame(
        kind=kind,
        rule=rule,
        passage=tagged.passage,
        sentence=tagged.sentence,
        start=tagged.sentence.start,
        end=tagged.sentence.end,
        slots=slots,
        polarity=polarity_of(tagged, *(main if kind not in _WHOLE else (core_start, core_end)))
        if denied
        else "affirmed",
        hedge=hedge,
        voice=voice,
        stance="speculated" if kind == "scenario" else stance_of(hedge, voice, False),
        mentioned=tuple(t.value for t in tagged.tokens if isinstance(t.value, Mention)),
    )


#: Kinds of which the whole sentence is the argument.
_WHOLE = frozenset({"risk", "scenario", "recommendation", "uncertainty"})
#: "Although it was not asked, | the board …": what opens a sentence and is not its main clause.
_OPENS = re.compile(
    r"(?:Even (?:if|though|when)|Although|Though|While|Whereas|When|After|Before|Because|Since|As|"
    r"Once)\b[^,;]{3,120}, "
)
#: Where the main clause ends: at a clause beside it, or at a second thing that is told of its subject.
_CLOSES = re.compile(
    r"[;:]|, (?:which|who|whom|whose|where|when|while|whereas|although|though|because|since|after|before|but|"
    r"yet|so|and|even|despite|without)\b| (?:although|though|whereas|because|even if|even though|as if) |"
    r" and (?:has|have|had|is|are|was|were|will|would|did|does|do|can|could|may|might|never|no|not)\b",
    re.I,
)
#: ", which was not asked," inside a clause: what it says is told of a part only.
_INSERTED = re.compile(r",? (?:which|who|whom|whose|where) [^,;.]{2,90}(?:,|$)")


def _main(text: str, start: int, end: int) -> tuple[int, int]:
    """The main clause of a sentence or of what somebody says in it."""
    opening = _OPENS.match(text, start, end)
    first = opening.end() if opening is not None else start
    closing = next((m for m in _CLOSES.finditer(text, first, end) if m.start() - first > _SHORT), None)
    inserted = _INSERTED.match(text, closing.start(), end) if closing is not None else None
    if closing is not None and inserted is not None and inserted.end() < end - _SHORT:
        # behind an insertion the clause goes on: its subject says nothing yet
        return _main(text, inserted.end(), end)
    return first, closing.start() if closing is not None else end


#: What is shorter is no clause.
_SHORT = 8


def _denied_before(lead: str, verb: str, codebook: Codebook) -> bool:
    """Does the verb of saying deny, or one before it: "dismissed a report that …"?"""
    return bool({verb, *re.findall(r"[a-z]+", lead.casefold())} & codebook.lexicon.denial)


def _distinct(names: list[Mention]) -> tuple[Mention, ...]:
    seen: dict[str, Mention] = {}
    for name in names:
        seen.setdefault(name.key, name)
    return tuple(seen.values())


def _reasoned(tagged: Tagged, start: int, end: int, slots: dict[str, Slot], *, advice: bool) -> None:
    found = (_CONDITION_WORD if advice else _TRIGGER).search(tagged.text, start, end)
    if found is None:
        filled = _range(tagged, start, end)
        if filled is not None:
            slots["consequence"] = filled
        return
    # "without" belongs to what it takes away; the other words only open the clause
    opening = found.start("word") if found["word"].casefold() == "without" else found.start("rest")
    trigger = _range(tagged, opening, found.end("rest"))
    before, after = (start, found.start()), (found.end(), end)
    longer = before if before[1] - before[0] > after[1] - after[0] else after
    # a condition in the middle: what follows from it stands on both sides
    both = all(tagged.text[a:b].strip(" ,;:.") for a, b in (before, after))
    consequence = _range(tagged, *((start, end) if both else longer))
    if trigger is not None:
        slots["trigger"] = trigger
    if consequence is not None:
        slots["consequence"] = consequence


def _range(tagged: Tagged, start: int, end: int) -> Words | None:
    source, stop = tagged.source(start), tagged.source(end)
    text = tagged.passage.text[source:stop]
    lead = len(text) - len(text.lstrip(" ,;:"))
    plain = text.strip(" ,;:.")
    cut = _DETERMINER.match(plain)
    if cut and plain[: cut.end()].islower():
        lead += cut.end()
        plain = plain[cut.end() :]
    return Words(text=plain, start=source + lead, end=source + lead + len(plain)) if plain else None


def _matter(tagged: Tagged, start: int, end: int) -> Words | None:
    """What is said: without its subject where a name opens the clause and its verb follows, else the whole clause."""
    first = next((t for t in tagged.tokens if start <= t.tag_start), None)
    if first is not None and isinstance(first.value, Mention) and first.tag_start <= start + 1:
        found = _VERB.match(tagged.text, first.tag_end, end)
        if found is not None and found.end() < end - 8:
            return _range(tagged, found.end(), end)
    return _range(tagged, start, end)


def _subject(tagged: Tagged, start: int, end: int) -> Mention | None:
    """The name right before a verb, where no name opens the clause: "Asked about Lin's exit, Nova has not answered"."""
    named = [t for t in tagged.inside(start, end) if isinstance(t.value, Mention) and t.name[1] in "POTMFGL"]
    if not named or named[0].tag_start <= start + 1:
        return None
    return next((t.value for t in named if isinstance(t.value, Mention) and _VERB.match(tagged.text, t.tag_end)), None)


def _types(sentence: str, codebook: Codebook) -> str:
    low = sentence.casefold()
    hits = [(sum(low.count(cue) for cue in cues), name) for name, cues in codebook.lexicon.risk_types.items()]
    best = max(hits, key=lambda h: h[0], default=(0, ""))
    return best[1] if best[0] else ""
