"""Who says it, how sure, affirmed or denied: read off the tagged sentence around what a rule matched."""

from __future__ import annotations

import re

from briefwright.codebook import Lexicon
from briefwright.extract.frames import Voice
from briefwright.extract.tokens import Tagged
from briefwright.model import Polarity, Stance
from briefwright.names import Mention
from briefwright.text import inverted_condition, stated_condition

_VERBS = (
    r"(?:said|says|say|told|wrote|writes|added|adds|noted|notes|stated|states|claimed|claims|claim|argued|argues|"
    r"argue|"
    r"admitted|admits|acknowledged|acknowledges|explained|explains|insisted|insists|warned|warns|warn|cautioned|"
    r"cautions|caution|believes|believe|thinks|think|predicted|predicts|predict|suggested|suggests|suggest|hinted|"
    r"hints|"
    r"implied|implies|reported|reports|report|denied|denies|deny|estimated|estimates|estimate|recalled|recalls|"
    r"confirmed|confirms|announced|announces|declared|declares|observed|observes|expects|expect|expected|fears|fear|"
    r"speculate|speculates|speculated|contends|contended|stressed|emphasised|emphasized|conceded|pledged|promised|"
    r"vowed|maintains|maintained|indicated|indicates|indicate|revealed|reveals|disclosed|mentioned|asserted|asserts|"
    r"worry|worries|worried|hopes|hope|hoped|alleged|alleges|testified|rejected|disputed|urged|advise|advises|"
    r"advised|"
    r"recommends|recommend|recommended|link|links|linked|defended|described|describes|asked|questioned|wondered)"
)
_NOUN_PHRASE = (
    r"(?:(?:<[A-Z]\d+>|[\w'&/-]+)(?:'s)?,? ){0,9}?(?:<[POTGLRFMQSKH]\d+>|[\w'-]+)(?:, (?:an? |"
    r"the )?(?:<R\d+>|[\w' -]+)(?: (?:of|at|for) (?:the )?(?:<\w+>|\w+))*,)?"
)
#: "According to the maintainers, …" · "Per the filing, …"
_ACCORDING = re.compile(
    rf"(?:According to|Per|In the view of|In the words of|In a post by) (?P<voice>{_NOUN_PHRASE}), ", re.I
)
#: "…, according to two people" at the end
_ACCORDING_END = re.compile(rf",? according to (?P<voice>{_NOUN_PHRASE})(?=[.,;]|$)", re.I)
#: "Analysts warn that …" · "Ada Lin, a researcher at Nova, told Reuters on Monday that …"
_THAT = re.compile(
    rf"(?P<voice>{_NOUN_PHRASE}),?(?: <Q\d+>)?(?: (?:who|which) [^,.;]{{1,60}},?)?"
    rf"(?: (?:has|have|had|also|later|then|publicly|reportedly|themselves|further|separately|"
    rf"repeatedly|explicitly|succinctly|only|openly))*"
    rf" (?P<verb>{_VERBS})(?: (?:<[A-Z]\d+>|reporters|staff|investors|employees|colleagues|customers|the board))?"
    rf"(?: (?:in|on|to|at|by|during) (?:the |a |an )?[^.;]{{1,50}}?)?(?:, [^,.;]{{3,60}},)?,? that ",
    re.I,
)
#: "Analysts warn this could …": no "that", a clause with its own modal behind
_BARE = re.compile(
    r"(?P<voice>(?:The |Some |Many |Several |Industry |Other |Veteran )?[\w' -]{3,40}?|"
    r"<[AOPT]\d+>) (?P<verb>warn|warns|warned|say|says|said|fear|fears|believe|believes|think|claim|"
    r"claims) (?=(?:this|the|it|<|its|future|their|such|he|she|they|there) ?.{2,60}? (?:may|might|"
    r"could|will|would|is|are|was|were|has|have)\b)",
    re.I,
)
#: "As Fjordwire first reported, …"
_AS = re.compile(
    rf"As (?P<voice>{_NOUN_PHRASE}) (?:first |also )?(?P<verb>reported|said|wrote|noted|explained|"
    rf"put it|argued|claimed), ",
    re.I,
)
#: "A person close to the board said: the chief left"
_COLON = re.compile(
    rf"(?P<voice>{_NOUN_PHRASE}) (?P<verb>said|says|wrote|writes|added|reported|claimed|warned): (?!<Q)", re.I
)
#: "Sources say Ada Lin left": no "that", a name or pronoun right behind the verb
_DIRECT = re.compile(
    r"(?P<voice>(?:<[NS]\d+> ?)?(?:[\w'-]+ ){0,3}?(?:<[POTS]\d+>|[\w'-]+)) (?P<verb>say|says|said|"
    r"claim|claims|claimed|report|"
    r"reports|reported|believe|believes|confirmed|confirms|think|thinks) (?=<[POTMFH]\d+> )",
    re.I,
)
#: "…, a blog claims." · "…, people told Fjordwire." at the end; "…, sources say, …" inside
_TAIL = re.compile(
    r", (?P<voice>(?:(?:<N\d+>|an?|the|some|several|one|two|three|many|most|its|their|his|her|both) )?"
    r"(?:[\w'&-]+|<[A-Z]\d+>)(?:'s)?(?: (?:[\w'&-]+|<[A-Z]\d+>)(?:'s)?){0,7}?|<[POTS]\d+>) "
    r"(?P<verb>say|says|said|claim|claims|claimed|report|reports|reported|told|tells|believe|think|wrote|writes|"
    r"confirmed|confirms|announced|estimates|estimated|recalled|recalls|added|insists|insisted)"
    r"(?: (?:<[A-Z]\d+>|reporters|us|me|staff|employees|investors))?"
    r"(?: (?:on|in|at|last|this|late|early|earlier|by|during|to|after|over|yesterday|today|separately|via)"
    r" ?[^,.;]{0,50}?)?"
    r"(?=[.,;]|$)",
    re.I,
)
#: "…, Ada Lin said." · "…, said Ada Lin, the CTO."
_SAID_END = re.compile(
    rf", (?:(?P<voice><[POT]\d+>|the [\w ]{{3,30}}) (?P<verb>{_VERBS})|(?P<verb2>said|says|wrote|"
    rf"added|warned|argued) (?P<voice2><[POT]\d+>))",
    re.I,
)
#: "Ada Lin denied knowledge of …"
_DENIAL = re.compile(r"^(?P<voice>[^.;]{3,80}?) (?P<verb>denied|denies|rejected|disputed|dismissed|refuted) ", re.I)
_BOUNDARY = re.compile(
    r"[;:]|, (?:but|while|although|whereas|though|yet|however|which|who|where|when|and|as|so|even|"
    r"despite)\b| (?:but|while|although|whereas|though|because) |, (?=[\w'-]+ing\b)",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|never|no longer|cannot|neither|nor|denied|denies|rejected|refuted|lacks?|lacked|"
    r"(?:fails?|failed) to|ha(?:s|ve|d) no)\b|n't\b",
    re.I,
)
_NOT_A_DENIAL = re.compile(
    r"\bnot (?:only|just|merely|immediately clear|to mention)\b|\bwhether or not\b|\bif not\b"
    r"|\b(?:could not|couldn't|have never|has never) (?:be(?:en)? )?(?:more|better|stronger|clearer|less|[a-z]+er)\b",
    re.I,
)
_VAGUE = frozenset(
    {
        "it",
        "he",
        "she",
        "they",
        "this",
        "that",
        "which",
        "who",
        "there",
        "these",
        "what",
        "the article",
        "nobody",
        "no one",
        "none",
        "few",
    }
)


#: what may stand before a voice: "But Ada Lin warned that …"
OPENING = re.compile(
    r"(?:But|And|Yet|However|Still|Meanwhile|Also),? |"
    r"(?:<D\d+>|(?:\w+ ){1,3}(?:earlier|later|before|after|afterwards|ago)),? |"
    r"(?:In|On|At|During|Through) (?:an?|the|his|her|"
    r"its|their|<[A-Z]\d+>)[^,.;]{0,60}, "
)


def voice_of(tagged: Tagged) -> Voice | None:
    """Whom the whole sentence relays, with the range of the tagged text that is theirs; None if the source itself."""
    text = tagged.text
    opening = OPENING.match(text)
    skip = opening.end() if opening else 0
    for pattern in (_ACCORDING, _AS, _THAT, _BARE, _COLON, _DIRECT):
        if (found := pattern.match(text, skip)) and speaks(found["voice"]):
            verb = (found.groupdict().get("verb") or "according to").casefold()
            return voice_in(tagged, found.start("voice"), found.end("voice"), verb, (found.end(), len(text)))
    if (found := _ACCORDING_END.search(text)) and speaks(found["voice"]):
        return voice_in(tagged, found.start("voice"), found.end("voice"), "according to", (0, found.start()))
    if found := _SAID_END.search(text):
        group, verb = ("voice", found["verb"]) if found["voice"] else ("voice2", found["verb2"])
        return voice_in(tagged, found.start(group), found.end(group), verb.casefold(), (0, found.start()))
    if (found := _TAIL.search(text)) and speaks(found["voice"]):
        whole = (0, found.start()) if found.end() >= len(text.rstrip(" .")) else (0, len(text))
        return voice_in(tagged, found.start("voice"), found.end("voice"), found["verb"].casefold(), whole)
    return None


#: "Industry analysts see a likeness": people who are not named, and what they hold.
_GROUP = re.compile(
    r"(?:But |And |Yet |However, |Meanwhile, )?(?P<voice>(?:(?:<N\d+>|the|some|many|several|most|other|a few|two|"
    r"three|four|industry|market|veteran|former|current|independent|outside|unnamed|internal|leaked|local|early|"
    r"more than one|a|an|one) ){0,3}"
    r"(?:<S\d+>|(?<=a )<R\d+>|(?<=former )<R\d+>|analysts?|observers?|experts?|critics?|insiders?|commentators?|"
    r"economists?|lawyers|employees?|colleagues?|staff|chatter|rumou?rs?|gossip|speculation|"
    r"engineers|researchers|executives|managers?|shareholders|bankers?|traders|officials?|reports?|memos?|documents?|"
    r"emails|messages|minutes|sources?|media|newspapers|people (?:familiar|close|briefed)[^,.;]{0,40}?)"
    r"(?: (?:from|at|of|with|in|close to|who|familiar with) [^,.;]{2,60}?)?(?:, [^,.;]{3,80},)?) "
    r"(?P<verb>sees?|saw|views?|regards?|expects?|doubts?|reckons?|reckoned|suspects?|suspected|suggests?|suggested|"
    r"describes?|described|speaks? of|spoke of|tells? of|told of|point(?:s|ed)? to|link(?:s|ed)?|ties?|tied|blames?|"
    r"blamed|shows?|indicates?|indicated|complain(?:s|ed)?|recalls?|recalled|agrees?|disagrees?|predicts?) ",
    re.I,
)


def group_voice(tagged: Tagged) -> Voice | None:
    """Whom a sentence relays that opens with people or papers without a name; None where it opens otherwise."""
    found = _GROUP.match(tagged.text)
    if found is None:
        return None
    words = re.sub(r",? (?:however|though|meanwhile|too)$", "", tagged.words(*found.span("voice")).strip(" ,"))
    # a name inside ("reports from the conference") is no speaker
    plain = words[:1].lower() + words[1:] if words[1:2].islower() else words
    return Voice(text=plain, verb=found["verb"].casefold(), mention=None, core=(0, len(tagged.text)))


#: No phrase that names somebody ends so.
_OPEN_END = frozenset(
    "a an the of on in at for to with by from that who whom which whose its their his her and or but as than".split()
)


def speaks(voice: str) -> bool:
    """Can these words name a voice? Not a pronoun, "there are", nor a phrase that opens with a preposition."""
    low = voice.casefold()
    if low.rpartition(" ")[2] in _OPEN_END:
        return False
    return low not in _VAGUE and not re.match(
        r"(?:without|while|as|if|when|after|before|with|in|on|at|for|by|from|but|and|it|this|that|there|despite|"
        r"amid|yet|because|since|or|nor|so|although|though|whereas|whose|which|who|where|unlike|he|she|they|we|i|you|"
        r"what|to|not|also|then|contrary|once|until|unless|whether|how|why|[a-z]+ing)\b"
        r"|[a-z]+n't\b|.* (?:which|who|that|and then|but|is|are|was|were|has|have|had|will|would|declined|refused|did|"
        r"does)\b",
        low,
    )


def voice_in(tagged: Tagged, start: int, end: int, verb: str, core: tuple[int, int]) -> Voice:
    inner = tagged.inside(start, end)
    named: Mention | None = next((t.value for t in inner if isinstance(t.value, Mention) and t.name[1] in "POTH"), None)
    words = tagged.words(start, end).strip(" ,")
    # "Ada Lin, a researcher at Nova" is the voice of Ada Lin; "Ada Lin's message" is not
    owned = bool(inner) and tagged.text.startswith("'s ", inner[0].tag_end)
    if named is not None and not owned and inner[0].tag_start <= start + 4 and inner[0].value is named:
        words = named.text
    else:
        named = named if named is not None and words == named.text else None
        words = re.sub(r"^(?:The|A|An|Some) (?=[a-z])", lambda m: m[0].lower(), words)
        if words[:1].isupper() and named is None and not words.split(" ")[0].isupper():
            first = words.split(" ")[0]
            words = first.lower() + words[len(first) :] if not inner or inner[0].tag_start > start else words
    return Voice(text=words, verb=verb, mention=named, core=core)


def clause(tagged: Tagged, start: int, end: int) -> tuple[int, int]:
    """The clause around a match in the tagged text: up to the nearest boundary on either side."""
    left, right = 0, len(tagged.text)
    for found in _BOUNDARY.finditer(tagged.text):
        if found.end() <= start:
            left = found.end()
        elif found.start() >= end:
            right = found.start()
            break
    return left, right


def hedge_of(
    tagged: Tagged, start: int, end: int, lexicon: Lexicon, *, conditions: bool = True, whole: bool = True
) -> str:
    """The first hedge of the clause around the match, in the codebook's spelling, or "none".

    `conditions`: do "if" and "whether" count? Advice is no less firm for what it hangs on. `whole`: not the clause
    around the match is read, but the match alone, where the caller has found the clause.
    """
    left, right = clause(tagged, start, end) if whole else (start, end)
    for found in lexicon.fact_hedges.finditer(tagged.text, left, right):
        word = found[0].casefold()
        hedge = lexicon.hedge_of.get(word) or lexicon.conditions[word]
        if _false_friend(tagged.text, found, word) or (word in lexicon.conditions and not conditions):
            continue
        if hedge in _NOUNS and not re.match(r" (?:that|about|over|among|for|is|are)\b", tagged.text[found.end() :]):
            continue
        return hedge
    return "none"


def hedge_of_fact(tagged: Tagged, start: int, end: int, lexicon: Lexicon, *, presupposed: bool) -> str:
    """The hedge of a fact: in its clause, before it or inside it; a verb of doubt counts only where it governs.

    What a noun phrase presupposes is hedged only by a word inside it or right before it ("the reported appointment").
    """
    left, _ = clause(tagged, start, end)
    if not presupposed and inverted_condition(tagged.text) and end > tagged.text.index(","):
        return "if"
    if presupposed:
        left = max(left, start - 18)
        end = min(end, start + 40)
    for found in lexicon.fact_hedges.finditer(tagged.text, left, end):
        word = found[0].casefold()
        hedge = lexicon.hedge_of.get(word) or lexicon.conditions[word]
        if _false_friend(tagged.text, found, word) or (presupposed and hedge not in _ADJECTIVES):
            continue
        if hedge in _NOUNS and not re.match(r" (?:is |was |were )?that\b", tagged.text[found.end() :]):
            continue
        if (
            hedge in _GOVERNING
            and found.start() >= start
            and not re.match(r" (?:that|to|<)", tagged.text[found.end() :])
        ):
            continue
        return hedge
    opened, comma = tagged.text[:start].partition(",")[0], tagged.text.find(",", end)
    if not presupposed and (stated_condition(opened) or (comma >= 0 and stated_condition(tagged.text[comma:]))):
        return "if"
    behind = _BEHIND.search(tagged.text, end)
    if behind is not None and not presupposed:
        word = (behind[1] or behind[2]).casefold()
        return lexicon.hedge_of.get(word) or lexicon.conditions.get(word) or "reportedly"
    return "none"


#: doubt behind a fact: "…, it is rumoured", "…, if the report is right"
_BEHIND = re.compile(r", (?:it (?:is|was) (rumou?red|alleged|claimed)|(if|unless) )", re.I)
#: Hedges that stand before a noun.
_ADJECTIVES = frozenset({"reported", "rumoured", "allegedly", "purportedly", "supposedly", "potential", "possibly",
                         "likely", "planned", "reportedly", "apparently", "unconfirmed"})  # fmt: skip
#: Nouns of doubt: they hedge only the clause that they open ("fears that …").
_NOUNS = frozenset({"fears", "hopes", "speculation"})
#: Verbs of doubt: they hedge what they govern, never what stands before them.
_GOVERNING = frozenset({"suggests", "hints", "implies", "indicates", "signals", "seems", "appears"})


#: "could not be more jarring": as jarring as can be, no doubt in it
_EMPHASIS = re.compile(r" not (?:be|have been) (?:more|less|better|worse|clearer|stronger|timelier)\b", re.IGNORECASE)


#: "could not be reached": what was not possible is told, and nothing is doubted
_UNABLE = re.compile(
    r"(?: not|n't|not) be (?:reached|verified|confirmed|learned|found|contacted|established)\b", re.IGNORECASE
)
#: "the signals of the beacon", "a strong signal": a thing, no verb of doubt
_SIGNS = frozenset({"signals", "signal", "hints", "hint", "hopes", "fears", "concerns", "risks", "worry", "worries"})
_THE_SIGN = re.compile(
    r"\b(?:the|an?|its|their|his|her|these|those|of|no|any|two|three|several|radio|traffic|light|strong|weak|"
    r"faint) $",
    re.I,
)


def _false_friend(text: str, found: re.Match[str], word: str) -> bool:
    """ "possible" as a noun's quality after "as … as", "signal" and "concern" as nouns of a thing, "could not"."""
    before = text[max(0, found.start() - 12) : found.start()].casefold()
    if word in {"possible"} and re.search(r"\bas [\w ]+$|made |make ", before):
        return True
    if word == "could" and _EMPHASIS.match(text, found.end()):
        return True
    if word in {"if"} and before.endswith(("even ", "as ", "what ")):
        return True
    if word in {"could", "can"} and _UNABLE.match(text, found.end()):
        return True
    if word in _SIGNS and _THE_SIGN.search(text[: found.start()]):
        return True
    if word == "planned" and before.endswith("than "):
        return True
    if word in {"planned"} and before.endswith(("had ", "have ", "has ")):
        return False
    return word in {"concern", "hope", "signal", "hint", "fear"} and before.endswith(("of ", "no "))


def polarity_of(tagged: Tagged, start: int, end: int, *, denying: bool = False) -> Polarity:
    """Denied if a negation stands inside the match itself (quotations are tokens and never count).

    `denying`: the frame tells of a denial, so that its verb is no negation of it.
    """
    piece = _NOT_A_DENIAL.sub(" ", tagged.text[start:end])
    if denying:
        return "affirmed"
    return "denied" if _NOT.search(piece) else "affirmed"


def stance_of(hedge: str, voice: Voice | None, quoted: bool) -> Stance:
    """The stance that hedge and attribution amount to: a fact that its source simply asserts is `stated`."""
    if quoted:
        return "quoted"
    if hedge in {"reportedly", "reported", "said to", "rumoured", "allegedly", "purportedly", "supposedly",
                 "believed to", "thought to", "apparently"}:  # fmt: skip
        return "reported" if hedge != "rumoured" else "speculated"
    if voice is not None and hedge == "none":
        return "reported"
    return "stated" if hedge == "none" else "speculated"
