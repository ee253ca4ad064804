"""Turns of a sentence written in one way before its grammar is read: "it was Nova that left" as "Nova left".

Those of `turned` say the same before and after, and are used on passage and claim; those of `shortened` leave
something out, hence are for passages alone: what is left out proves nothing, and takes nothing away from the rest.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Final

from briefwright.dates import find_dates
from briefwright.text import sentences

_NAME: Final = r"[A-Z][\w&.'’-]*(?: (?:[A-Z&][\w&.'’-]*|\d[\w.]*)){0,3}"
_SUM: Final = (
    r"(?:(?:about|around|some|nearly|almost|over|up to|at least|more than) )?"
    r"(?:[$€£¥]\d[\d.,]*(?: ?(?:k|m|bn|thousand|million|billion|trillion))?|"
    r"\d[\d.,]* (?:(?:thousand|million|billion|trillion) )?(?:euros|dollars|pounds|yen|yuan|francs|crowns|kronor|won))"
)
_COUNT: Final = r"\d[\d.,]* (?:million|billion|trillion)"
_AT_WORK: Final = "(active|activated|used)"
_GIVE: Final = (
    "lent|lends|lend|paid|pays|pay|gave|gives|give|granted|grants|offered|offers|offer|awarded|awards|owes|owed|promised|"
    "promises|sent|loaned|handed"
)
#: What a cleft sentence may set in front: no clause, no quality.
_FRONT: Final = r"(?:(?:the|an?|its|their|his|her) [\w'’&.-]+|[A-Z][\w'’&.-]*)(?: [\w'’&.-]+){0,6}?"
#: Words behind which "have to" is no plain "must": "may have to", "do not have to".
_NO_DUTY: Final = "".join(
    f"(?<!{w} )" for w in "yet still not n't never may might will would could should can to do does did".split()
)
_MOVED: Final = (
    "(?:fell|rose|grew|shrank|dropped|increased|declined|gained|lost|doubled|jumped|slipped|climbed|sank|halved|"
    "plunged|surged|decreased|fall|rise|grow|will)"
)
_NO_SUBJECT: Final = r"(?!(?:the|a|an|his|her|its|their|this|these|those|he|she|it|they|we|i|no|all|[A-Z])\b)"

_ACCOUNT: Final = "(?:account|reckoning|estimate|estimates|count|telling|version|admission)"
_WHOM: Final = {"his": "him", "her": "her", "its": "it", "their": "them"}


def _by_account(found: re.Match[str]) -> str:
    """ "By his account" as "according to him"."""
    return f"{'A' if found[1] == 'B' else 'a'}ccording to {_WHOM[found[2].lower()]}"


_OPENED: Final = {"made": "open-sourced", "makes": "open-sources", "making": "open-sourcing", "make": "open-source"}
_WARNS: Final = (
    "(?:warns?|warned|suggests?|suggested|cautions?|cautioned|notes?|noted|predicts?|predicted|expects?|expected|hopes?|"
    "hoped|adds?|added|admits?|admitted|concedes?|conceded|complains?|complained|reports?|reported)"
)


def _said_first(found: re.Match[str]) -> str:
    """Who says it, before what is said."""
    what, who = found[1], found[2]
    low = what.split()[0] in {"The", "A", "An", "Its", "His", "Her"}
    return f"{who[0].upper()}{who[1:]} that {what[0].lower() if low else what[0]}{what[1:]} "


_TURNED: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        # "Nova, by contrast, paid"
        (r", (?:by contrast|by comparison|in contrast|on the other hand|for (?:its|his|her|their) part|however|"
         r"in turn|too|meanwhile|on the contrary|of course|for instance|for example|in fact|moreover|in addition|"
         r"incidentally),",
         ""),
        (r"(?:(?<=^)|(?<=[.!?] ))(?:By contrast|By comparison|In contrast|On the other hand|"
         r"For (?:its|his|her|their) part|However|Meanwhile|On the contrary|Of course|In fact|Moreover|"
         r"In addition|Incidentally), (?=[A-Z])", ""),
        (r"\bdoes not expect more than\b", "expects at most"),
        (r"\bdo not expect more than\b", "expect at most"),
        (r"\bdid not expect more than\b", "expected at most"),
        (r"\b[Nn]o more than(?= (?:\d|[$€£¥]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half))",
         "at most"),
        (r"\b[Nn]o (?:fewer|less) than(?= (?:\d|[$€£¥]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))",
         "at least"),
        (r"\b([Ss]ome|[Mm]any|[Ss]everal) of the(?= [a-z]+s\b)", r"\1"),
        (r"\b([Aa]ll) of the(?= [a-z]+)", r"\1 the"),
        # "by his account", at the head, inside or at the end of a sentence
        (rf"\b([Bb])y (his|her|its|their) (?:own )?{_ACCOUNT}(?=[,.;]|$)", _by_account),
        (rf"\bBy ({_NAME})['’]s? (?:own )?{_ACCOUNT},", r"According to \1,"),
        (rf"\bby ({_NAME})['’]s? (?:own )?{_ACCOUNT}(?=[,.; ]|$)", r"according to \1"),
        (r"\b[Nn]ot many(?= [a-z])", "few"),
        # "it was Nova that left", where the clause behind has no subject of its own
        (rf"(?:(?<=^)|(?<=[.!?] ))It (?:is|was) ({_FRONT}) (?:that|who|which) "
         rf"(?=(?:had |has |have |was |were |is |are |will |would |did )?[a-z]){_NO_SUBJECT}", r"\1 "),
        # "each year" and "annually" as "a year"
        (r"(?<=[a-z0-9%€$£] )(?:each|every|per) (year|month|week|day|hour)\b(?! of\b)", r"a \1"),
        (r"(?<=\d) ([a-z]+(?: [a-z]+)?) (?:annually|yearly)\b", r" \1 a year"),
        # "is one of the founders of Nova": a founder of it
        (r"\b(is|was|becomes?|became|remains?) one of the ([a-z]{3,}[^\Wsxzyh])s\b", r"\1 a \2"),
        (r"\b(is|are|was|were) due (?=(?:in|on|by|at|next|this|later|before) )", r"\1 expected "),
        # "Nova's shares rose while Orla's fell"
        (rf"\b({_NAME})['’]s ([a-z]+) ((?:[a-z]+ )?{_MOVED}[^.;]{{0,40}}?,? (?:while|whereas|and|but) {_NAME}['’]s) "
         rf"(?={_MOVED}\b)",
         r"\1's \2 \3 \2 "),
        # "it was in March that Nova left"
        (r"(?:(?<=^)|(?<=[.!?] ))It (?:is|was) (in|on|at|by|from|after|because of|with|under|during|since|through) "
         r"([^,.;]{2,60}?) that (?=[^\W_])", r"\1 \2, "),
        (r"\b([Hh]alf) (?=(?:the|its|their|his|her) [a-z])", r"\1 of "),
        (r"\b(?:rose|increased|grew) (?:by )?(?:twofold|two-fold)\b", "doubled"),
        (r"\b(?:rose|increased|grew) (?:by )?(?:threefold|three-fold)\b", "tripled"),
        (r"\b(is|are|was|were) (?:scheduled|slated|due|timed) to (?=[a-z])", r"\1 due to "),
        (r"\b(?:is|are) (?:obliged|required|compelled) to (?=[a-z])", "must "),
        (_NO_DUTY + r"\b(?:has|have) to (?=[a-z])", "must "),
        (r"\b(?:needs|requires|is subject to) (?:the )?approval (?:of|from|by) ", "must be approved by "),
        (r"\b(?:need|require|are subject to) (?:the )?approval (?:of|from|by) ", "must be approved by "),
        (r"\b(unclear|unknown|uncertain|not (?:yet |immediately )?(?:clear|known|certain)) if\b", r"\1 whether"),
        (r"(?:(?<=^)|(?<=[.!?] ))Whether ([^.,;]{4,90}?) (is|was|remains|remained) "
         r"(unclear|unknown|uncertain|open|not (?:yet )?(?:known|clear))(?=[.;]|$)", r"It \2 \3 whether \1"),
        # "had Nova sold it, 300 jobs would have gone"
        (r"(?:(?<=^)|(?<=[.!?;] ))Had (?=[^,.;]{4,80}, [^.;]*\b(?:would|could|might)\b)", "If "),
        (r"(?:(?<=^)|(?<=[.!?;] ))Should (?=[^,.;?]{4,80}, )", "If "),
        (r"\ball but (?=[a-z]+(?:ed|en|ly|t)\b)", "almost "),
        # "27 billion parameters, of which 3 billion are active", "3 billion of Nova's 27 billion parameters are active"
        (rf"({_COUNT}) (parameters|tokens), (?:of which )?({_COUNT}) (?:are|of them|of which are) {_AT_WORK}\b",
         r"\1 \2 and \3 \4 \2"),
        (rf"\b({_COUNT}) of (?:the )?({_NAME})['’]s parameters are {_AT_WORK}\b", r"\2 has \1 \3 parameters"),
        (rf"\b({_COUNT}) of the parameters of ({_NAME}) are {_AT_WORK}\b", r"\2 has \1 \3 parameters"),
        (rf"\b({_COUNT}) of (?:the )?({_NAME})['’]s ({_COUNT}) parameters are {_AT_WORK}\b",
         r"\2 has \3 parameters and \1 \4 parameters"),
        (rf"(?:(?<=^)|(?<=[.!?] ))Of ({_NAME})['’]s ({_COUNT}) parameters, ({_COUNT}) are {_AT_WORK}\b",
         r"\1 has \2 parameters and \3 \4 parameters"),
        # "Nova, analysts warn, may sell it"
        (rf"(?:(?<=^)|(?<=[.!?] ))((?:The |A |An |Its |His |Her )?[^,.;:]{{2,60}}), ([^,.;:]{{2,60}}? {_WARNS}), "
         r"(?=(?:may|might|will|would|could|can|is|are|was|were|has|have|had)\b)", _said_first),
        (r"\b(?:captured|captures|summed up|sums up|expressed|expresses|voiced|voices|echoed|echoes) "
         r"(?:the|this|that|a common|a similar) (?:[a-z]+ )?"
         r"(?:mood|sentiment|feeling|concern|worry|fear|frustration|view)(?: [a-z]+ly)?: (?=[\"“])", "said: "),
        (r"\b(has|have|had) made no (?:(public) |official )?comment\b",
         lambda m: f"{m[1]} not commented{' publicly' if m[2] else ''}"),
        (r"\bmade no (?:(public) |official )?comment\b", lambda m: f"did not comment{' publicly' if m[1] else ''}"),
        (r"\b(?:a )?mere(?= (?:\d|hours|days|weeks|months|two|three|four|five|six|seven|eight|nine|ten|twelve))",
         "just"),
        (r"(?<!the )(?<!The )\b(?:U\.S\.|US)(?=(?:-[a-z]| (?!dollars?\b|cents?\b)[a-z]))", "American"),
        (r"\b(commitments?|advocates?|supporters?|champion|devotion|dedication) (?:to|of|for) open[- ]source"
         r"(?=[.,;]| (?:and|or|but|while|by|from|at|in)\b|$)", r"open-source \1"),
        (r"\b(spoke|speaks|talked|talks) of (?=[\"“])", lambda m: "said " if m[1] in {"spoke", "talked"} else "says "),
        (rf"(?:(?<=^)|(?<=[.!?] ))([\"“][^\"”]+[\"”]),? (?:were|was) the words? of ({_NAME})", r"\2 said: \1"),
        # an aside between dashes, as one between commas
        (r"(?<=[\w\"”%]) [-–—] ([^-–—.;:\s][^–—.;:]{2,140}?)(?<=[\w\"”%]) [-–—] (?=[\w$€£])", r", \1, "),
        (rf"(?:(?<=^)|(?<=[.!?] ))([\"“][^\"”]+[\"”]),? in the words of ((?:[\w]+ )*?{_NAME})(?=[.]|$)",
         r"\2 said: \1"),
        (r"\b(made|makes|making|make) ([^,.;:]{2,50}?) open[- ]source\b", lambda m: f"{_OPENED[m[1]]} {m[2]}"),
        (r"\b(?:in|around|about) the middle of (?=(?:January|February|March|April|May|June|July|August|September|"
         r"October|November|December))", "in mid-"),
        # "along with Berg, two engineers left"
        (rf"(?:(?<=^)|(?<=[.!?] ))(?:Along|Together) with ({_NAME}), ", r"\1 and "),
        (r"\bformerly (?:of|at|with|on) ", "a former member of "),
        (r", once (an?|the) (?=[a-z])", r", \1 former "),
        (r"\b(he|she|they) (?:himself|herself|themselves)\b(?= (?:had|has|have|was|were|is|are|[a-z]+ed)\b)", r"\1"),
        (r"\b(?:that )?even (he|she|they) (?=(?:had|has|have|was|were)\b)", r"that \1 "),
        (r"\b(may|might|could|can|must|to) be (?:closely |directly )?related to\b", r"\1 relate to"),
        (r"\b(?:is|are) (?:closely |directly )?related to\b", "relate to"),
        # "is to open in May and to close in June"
        (r"\b((?:is|are) to [a-z]+(?: [^,.;:]{1,60}?)?) and to (?=[a-z])", r"\1 and is to "),
        # whom and what: "lent Nova 20 million euros"
        (rf"\b({_GIVE}) ({_NAME}) ((?:another |a further )?{_SUM})(?=[ .,;]|$)", r"\1 \3 to \2"),
    )
)  # fmt: skip

#: Headings that say how much the sentence behind them is worth, or who says it.
_OPINION: Final = re.compile(
    r"\b(?:views?|opinions?|verdict|claims?|rumou?rs?|myths?|theory|hypothesis|examples?|forecasts?|predictions?|"
    r"scenarios?|assumptions?|promises?|plans?|says?|said|asks?|asked|if|not|no|never|false|fiction|alleged|perhaps|maybe|"
    r"executive|officer|chief|analysts?|officials?|experts?|critics?|founders?|author|head|lead|members?|insiders?|"
    r"spokes\w+|researchers?|scientists?|engineers?|manager|director|correction|update)\b",
    re.IGNORECASE,
)


def _parted(found: re.Match[str]) -> str:
    """The heading as a sentence of its own, or as who says what follows, where it is an opinion or a speaker."""
    return f"{found['head']} says that " if _OPINION.search(found["head"]) else f"{found['head']}. "


_SHORTENED: Final = (
    # a heading in front of its sentence: "Licensing changes ahead: Future models may cost more"
    (re.compile(r"^(?P<head>[A-Z][a-z]*['’]?s?(?: [a-z'’-]+){1,5}): (?=[A-Z])"), _parted),
    (
        re.compile(
            r"^(?P<head>(?:Rumou?r|Myth|Claim|Fiction|False|Misconception|Allegation|Theory|Speculation)): (?=[A-Z])"
        ),
        _parted,
    ),
    # a bullet, or the number of a list that a copy glued to the first word: "• 4Analysts warn"
    (re.compile(r"^\s*(?:[•▪‣*–-]\s+)?\d{0,2}(?=[^\W\d_a-z][a-z])"), ""),
    # "Nova, unlike Orla, paid"
    (re.compile(r", unlike [^,.;:]{2,50}, "), " "),
    (re.compile(r"(?:(?<=^)|(?<=[.!?] ))Unlike [^,.;:]{2,50}, "), ""),
    # "will rent the hall rather than buy it"
    (re.compile(r"(?:(?<=^)|(?<=[.!?] ))(?:Rather|Instead) (?:than|of) [^,.;:]{2,80}, "), ""),
    (re.compile(r",? (?:rather than|instead of) [^,.;:]{2,80}(?=[.;,]|$)"), ""),
    # "sold not by Nova but by Orla"
    (re.compile(r"\bnot (by|because of|for|from|with|in|at|on|to) [^,.;:]{2,60}?,? but (?=\1 )"), ""),
    (re.compile(r"\b(were|are) not all (?=[a-z])"), r"\1 partly "),
    # conditions told by a phrase
    (re.compile(r"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bbe)(?<!mains),? subject to (?=[a-z])"), " if there is "),
    (re.compile(r"\b[Aa]ssuming (?:that )?(?=(?:the|a|an|its|it|he|she|they|[A-Z]))"), "if "),
    (re.compile(r"\b[Ww]henever\b"), "if"),
    (
        re.compile(r"(?:(?<=^)|(?<=[.!?] ))Were (?P<who>(?:[Tt]he |[Ii]ts )?[\w'’-]+) to (?=[a-z])"),
        r"If \g<who> should ",
    ),
    (re.compile(r"(?:(?<=^)|(?<=[.!?] ))But for (?=[^,.;:]{2,60}, )"), "If there had not been "),
    (re.compile(r"(?:(?<=^)|(?<=[.!?] ))Given (?=an? [^,.;:]{2,60}, [^.;]*\b(?:would|could|might)\b)"), "If there is "),
    (re.compile(r", excluding (?P<x>[^,.;:]{2,60}), "), r" without \g<x> "),
    (re.compile(r"\ball but (?:one|two|three|four|five|\d+)(?: of the| of its)? (?=[a-z])"), "almost all "),
    (re.compile(rf"(?:(?<=^)|(?<=[.!?] ))To ({_NAME}), "), r"\1 believes that "),
    (re.compile(rf", in ({_NAME})['’]s? (?:eyes|view|opinion|words|telling|account),"), r", according to \1,"),
    (
        re.compile(
            r"(?:(?<=^)|(?<=[.!?] ))In the (novel|film|book|play|story|game|joke|dream|scenario|simulation|draft), "
        ),
        r"The \1 says that ",
    ),
    (re.compile(r"\bonly with (?=(?:the|its|a|an|their)\b)"), "only if there is "),
    (re.compile(r", or so (?=[A-Z]|(?:the|its|his|her|it|he|she|they)\b)"), ", "),
    (re.compile(r" (?:in|on|by|at|from) [^,.;:]{2,30} at the (?:very )?(?:earliest|latest)"), ""),
    (re.compile(r"(?:(?<=^)|(?<=[.!?] ))Adjusted for (?:inflation|currencies), (?P<x>[a-z])"), r"Real \g<x>"),
    # "because of its heat, not because of its price"
    (re.compile(r", (?:and )?not (?:because of|for|by|from|with|in|at|on|through|to) [^,.;:]{2,60}(?=[.;,])"), ""),
)
_THE_SAME: Final = re.compile(r"\b(?P<in>in|on|during|within) (?:the|that) same (?P<what>day|month|year)\b")
_REACH: Final = {"day": ("day",), "month": ("month", "day"), "year": ("year", "month", "day")}
_MONTHS: Final = "January February March April May June July August September October November December".split()


def turned(text: str) -> str:
    """The text with turns that say the same written in one way."""
    for pattern, plain in _TURNED:
        text = pattern.sub(functools.partial(_put, plain) if isinstance(plain, str) else plain, text)
    return text


def _put(plain: str, found: re.Match[str]) -> str:
    out = found.expand(plain)
    return out[:1].upper() + out[1:] if found[0][0].isupper() else out


_CONTRAST: Final = re.compile(r"(?P<what>[^\s,.;:]+ [^\s,.;:]+),? (?:rather than|instead of) [^,.;:]{1,80}(?=[.;,]|$)")


def without_shared_contrasts(passage: str, claim: str) -> str:
    """The claim without "900 watts instead of 700" where the passage has that, word for word, of what it is said."""
    plain = passage.casefold()
    return _CONTRAST.sub(lambda m: m["what"] if m[0].casefold() in plain else m[0], claim)


def shortened(text: str) -> str:
    """A passage without contrasts that deny something beside, and with "the same month" as the month meant."""
    for pattern, plain in _SHORTENED:
        text = pattern.sub(plain, text)
    return _dated(_excepted(text))


#: What leaves somebody or something out: "all stores except the one in Riga", "nobody but Brask".
_EXCEPTION: Final = re.compile(
    r",? (?:except(?: for| in| at| on)?|excepting|excluding|other than|apart from|aside from|bar|save for) "
    r"[^,.;:]{2,60}(?: and [^,.;:]{2,40})?(?=[,.;:]|$|(?: [a-z]+ed\b))"
    r"|(?:(?<=^)|(?<=[.!?] ))(?:Except for|Apart from|Aside from|Other than|With the exception of) [^,.;:]{2,60}, "
    r"|(?<=[Nn]o one) (?:but|besides) [\w'’ -]{2,40}?(?= [a-z]+(?:ed|s)?\b)|(?<=[Nn]obody) besides [A-Z][\w'’-]*"
    r"|(?<=[Nn]one) of (?:the|its|their) [a-z]+ but [A-Z][\w'’-]*|(?<=othing) but [a-z'’ -]{2,40}(?=[,.;]|$)"
    r"|(?<=verything) but [a-z'’ -]{2,40}(?=[,.;]|$)"
    r"|(?<=[Nn]o one) but [\w'’ -]{2,40}?(?= [a-z]+(?:ed|s)?\b)|(?<=[Nn]obody) but [A-Z][\w'’-]*"
)
_UNIVERSAL: Final = re.compile(
    r"\b(?:all|every|each|everybody|everyone|everything|everywhere|entire|whole|nobody|no one|none|nothing|no|always|"
    r"never|any)\b",
    re.IGNORECASE,
)
_BUT: Final = re.compile(
    r"\b(?P<all>[Ee]very|[Aa]ll|[Ee]ach|[Nn]o)(?P<what>(?: [\w'’-]+){1,4}) but [\w'’-]+(?: [\w'’-]+){0,3}?"
    r"(?= [a-z]+(?:ed|s)?\b)"
)


def _excepted(text: str) -> str:
    """A text in which what holds with an exception holds of almost all, and the exception is not told."""
    out, last = [], 0
    for start, end in sentences(text):
        sentence = text[start:end]
        plain = _EXCEPTION.sub("", _BUT.sub(r"\g<all>\g<what>", sentence))
        if plain != sentence and plain:
            plain = _UNIVERSAL.sub(lambda m: f"{'A' if m[0][0].isupper() else 'a'}lmost {m[0].lower()}", plain)
            plain = plain[0].upper() + plain[1:]
            out += [text[last:start], plain]
            last = end
    return "".join([*out, text[last:]])


def _dated(text: str) -> str:
    found = _THE_SAME.search(text)
    if found is None:
        return text
    spans = sentences(text)
    at = next((i for i, (a, b) in enumerate(spans) if a <= found.start() < b), 0)
    near = text[spans[max(at - 1, 0)][0] : found.start()]
    dates = {d for m in find_dates(near) if (d := _part(m.value, m.precision, found["what"]))}
    if len(dates) != 1:
        return text
    return f"{text[: found.start()]}{'on' if found['what'] == 'day' else 'in'} {dates.pop()}{text[found.end() :]}"


def _part(value: str, precision: str, what: str) -> str:
    """The day, month or year of a date as words; "" where it says none."""
    if precision not in _REACH[what]:
        return ""
    full = re.fullmatch(r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?", value)
    if full is None or (what == "year" and full["year"] == "-"):
        return ""
    year = "" if full["year"] == "-" else full["year"]
    month = _MONTHS[int(full["month"]) - 1] if full["month"] else ""
    return " ".join(
        {"year": [year], "month": [month, year], "day": [str(int(full["day"] or 0)), month, year]}[what]
    ).strip()
