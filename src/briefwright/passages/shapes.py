"""The shapes of lines that frame an article: dates alone on a line, labels, bullets, descriptions of pictures.

All patterns are read on folded text (straight quotes and hyphens) without regard to case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class LineRule:
    """A named rule: a folded line of at most `words` words that `pattern` finds is noise for `reason`."""

    name: str
    reason: str
    pattern: re.Pattern[str]
    words: int
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def holds(self, text: str) -> bool:
        """Whether the rule classes the folded line as noise."""
        return len(text.split()) <= self.words and bool(self.pattern.search(text))


def rule(name: str, reason: str, words: int, pattern: str, yes: tuple[str, ...], no: tuple[str, ...]) -> LineRule:
    """A rule from its pattern, which is read without regard to case."""
    return LineRule(name=name, reason=reason, pattern=re.compile(pattern, re.IGNORECASE), words=words, yes=yes, no=no)


BULLET = re.compile(r"^(?:[-*•·▪◦‣–—]|\d{1,2}[.)])\s*\S")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
DATE = (
    rf"{_DAY}(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,?(?: \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},?(?: "
    rf"\d{{4}})?|{_MONTH} \d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2} (?:minutes?|hours?|days?|weeks?|months?) ago"
    r"|yesterday|today)"
)
_TIME = r"(?:,? (?:at |- )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: [+-]\d{4})?(?: ?\(?[a-z]{2,4}\)?)?)?"
_READ = r"\d{1,2}[ -]min(?:ute)?s?(?: read)?"
#: "Mar 5, 2026", "Published: 3 March 2026, 10:15 GMT | 4 min read"
DATE_LINE = re.compile(
    (
        rf"^(?:(?:first )?(?:published|updated|posted|last (?:updated|modified)|date)(?: on)?:? )?(?:{DATE}{_TIME}"
        rf"|{_READ})(?: ?[|·•-] ?(?:{DATE}{_TIME}|{_READ}))?\.?$"
    ),
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W_]")
_TRIM = re.compile(r"^[\W_]+|[\W_]+$")


def bare(text: str) -> str:
    """A folded line in small letters without signs at its ends."""
    return " ".join(_TRIM.sub("", text).casefold().split())


def is_date_line(text: str) -> bool:
    """Whether a folded line holds nothing but a date, a time or a reading time."""
    return len(text) < 90 and bool(DATE_LINE.match(text.strip()))


TEASER_LABEL = re.compile(
    r"^(?:related (?:articles?|posts?|stories|news|content|reading|coverage|topics?)|(?:more )?related|recent "
    r"(?:posts?|articles?|news|stories)"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: (?:for you|reading|stories"
    r"|articles))?|more (?:stories|articles|news|posts)"
    r"|more (?:from|in|on) [\w &'.-]{2,30}|read next|up next|trending(?: now| stories)?|most (?:popular|read"
    r"|viewed)|popular (?:posts|articles|stories)"
    r"|latest (?:news|posts|articles|stories)|editors?'?s? picks?|further reading|don't miss|also on [\w "
    r".-]{2,30}|other stories|similar (?:posts|articles|stories))$"
)
COMMENTS_LABEL = re.compile(
    r"^(?:leave (?:a|your) (?:reply|comment)|(?:\d+ )?comments?|post a comment|add (?:a|your) comment|join the "
    r"(?:conversation|discussion)|(?:\d+ )?responses?|write a comment)$"
)
KEYWORDS_LABEL = re.compile(
    r"\b(?:(?:viral|trending|key|seo|search) ?(?:phrases|terms|words|topics)|keywords?|hashtags?|tags)\b.{0,20}:?$",
    re.IGNORECASE,
)

#: A picture's description: what stands where in it.
_COLOUR = r"(?:wooden|white|black|dark|light|bright|grey|gray|blue|green|red|brown|yellow|marble|glass|blurred)"
_SCENE = re.compile(
    r"\bwith\b[^.]{2,60}\bin the (?:background|foreground|distance)\b"
    rf"|\b(?:on|against|over) an? (?:\w+ )?{_COLOUR} (?:\w+ )?"
    r"(?:surface|desk|table|background|backdrop|wall|floor|sky)\b"
    r"|^(?:an? )?(?:[\w-]+ ){0,2}(?:close-?up|aerial view|silhouette|portrait|photo(?:graph)?|illustration|rendering"
    r"|screenshot|image|picture|stock photo|logo)s? (?:of|showing)\b"
    r"|\b(?:logos?|signs?|flags?|screens?) (?:is|are|was|were)? ?(?:seen|displayed|shown|pictured)\b"
    r"|\b(?:is|are) (?:seen|pictured) (?:here|at|in|on|during|outside)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    (
        r"\b(?:said|says|told|announced|wrote|posted|added|will|would|could|may|might|has|have|had|according"
        r"|because|reported|released|launched|left|joined|argued|warned)\b"
    ),
    re.IGNORECASE,
)

#: "Photos of the burnt laboratory were shown in court": what became of a picture is told, nothing is pictured
_SHOWN = re.compile(r"\b(?:photo(?:graph)?|image|picture|screenshot|logo)s? of [^.]{2,60} (?:was|were|did|do) ", re.I)


def is_scene(text: str) -> bool:
    """Whether a folded line describes a picture: one sentence of at most 35 words, present tense, nobody acts."""
    told = _SHOWN.search(text) is not None
    return (
        len(text.split()) <= 35
        and bool(_SCENE.search(text))
        and not _ACTION.search(text)
        and text.count(". ") == 0
        and not told
    )


#: "A grey harbour with cranes under low clouds.": a thing and where it stands, without a verb
_STILL = re.compile(
    r"^(?:an?|two|three|four|several|some|rows? of|people|[a-z-]+ [a-z-]+s) [^\d\"]{8,160}?\b(?:with|under|beside"
    r"|behind|above|below|near|against|in front of|next to|on top of|surrounded by|in|on|at)\b[^\d\"]{4,120}$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|am|do|does|did|can|cannot|should|must|shall|says|left|went|came|saw|took|made|"
    r"gave|got|met|led"
    r"|won|lost|built|fell|rose|grew|kept|held|paid|sold|bought|set|put|cut|ran|became|began|broke|chose|struck|"
    r"sought|thought"
    r"|brought|found|spoke|quit|shows?|means?|follows?|comes?|goes|makes?|takes?|remains?|threatens?|raises?|"
    r"marks?)\b|\w{3,}ed\b"
    r"|n't\b",
    re.IGNORECASE,
)
_NAME_INSIDE = re.compile(r"(?<!^)(?<!\w)[A-Z]\w")


def is_still_life(text: str) -> bool:
    """Whether a folded line names a thing and where it stands, without verb, name, number or quotation."""
    plain = len(text.split()) <= 30 and text.count(".") <= 1 and not _NAME_INSIDE.search(text[1:])
    return plain and bool(_STILL.match(text)) and not _VERB.search(text) and not _ACTION.search(text)


#: "Nordic Technology Review": the last word of many a publication's name
_PUBLICATION = re.compile(
    r"\b(?:review|times|post|journal|daily|weekly|monthly|brief|briefing|gazette|herald|tribune|courier|ledger|"
    r"observer|magazine"
    r"|digest|bulletin|wire|today|insider|monitor|chronicle|press|media|network|news|newsletter|letter)$",
    re.IGNORECASE,
)


def is_publication(text: str) -> bool:
    """Whether a folded line of two to five words ends as the name of a publication does."""
    return 2 <= len(text.split()) <= 5 and bool(_PUBLICATION.search(text)) and text[:1].isupper()
