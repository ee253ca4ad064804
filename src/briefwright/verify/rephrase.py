"""Phrases of several words written in one way before the grammar is read: "handed in her notice" as "resigned".

What somebody is quoted with stays as it is: a quotation has to be said in its own words.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from briefwright.codebook.phrasing import Phrase, phrasing
from briefwright.language import is_common_word
from briefwright.text import quotations

_WORD: Final = re.compile(r"[^\W_][\w'’%-]*")
_NUMBER: Final = re.compile(
    r" ?(?:[$€£¥]? ?\d|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)\b)",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(r" ([\w'’-]+)")
_BETWEEN: Final = r"(?: \w+ly| not| already| also| never)?\s+\Z"
_DONE: Final = re.compile(rf"\b(?:has|have|had|having|been|is|are|was|were|being|be){_BETWEEN}", re.IGNORECASE)
_TO: Final = re.compile(
    rf"\b(?:to|will|would|may|might|can|could|shall|should|must|do|does|did){_BETWEEN}", re.IGNORECASE
)
_END: Final = re.compile(r"[.,;:!?)]|$| (?:and|but|to|from|by|when|while|as)\b")

#: "Is said to prefer", "is thought to have left": the adverb of that strength, and the verb in its own form.
_HEARD: Final = re.compile(
    r"\b(?P<be>is|are|was|were) (?:widely |generally )?"
    r"(?P<by>said|reported|understood|thought|believed|assumed|presumed|alleged)"
    r" (?P<not>not )?to (?P<not2>not )?(?P<verb>[a-z]+)(?P<ing> [a-z]+ing\b)?"
)
_HEDGES: Final = {"said": "reportedly", "reported": "reportedly", "understood": "reportedly", "alleged": "allegedly"}
_ASIDE: Final = re.compile(r", (?:as )?it is (?:widely |generally )?(said|reported|thought|believed|assumed|alleged),")
#: "Is capable of carrying", "started selling", "succeeded in selling": a verb in "-ing" that stands for "to" or "can".
_DOING: Final = re.compile(
    r"\b(?P<head>(?:is|are) (?P<not>not |in)?capable of|"
    r"(?P<go>begins?|began|begun|starts?|started|continues?|continued|ceases?|ceased)|"
    r"(?P<in>succeeds?|succeeded) in|(?P<on>plans?|planned) on) (?P<verb>[a-z]{3,})ing\b(?! (?:of|and|or)\b)"
)
#: "Has yet to decide", "is still to be published".
_YET: Final = re.compile(
    r"\b(?P<has>has|have|had|is|are|was|were) (?:still|yet) to (?P<be>be )?(?P<verb>[a-z]+)"
    r"(?P<more>,? (?:and|or) [a-z]+)?\b"
)
_FORMERLY: Final = re.compile(r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )\bused to (?P<verb>[a-z]+)\b")
_MANAGED: Final = {"succeed": "manage", "succeeds": "manages", "succeeded": "managed"}
_HAS: Final = {"is": "has", "are": "have", "was": "had", "were": "had"}


def rephrased(text: str) -> str:
    """The text with each phrase that `phrases.yml` lists written in its plain way."""
    held = [(q.start, q.end) for q in quotations(text)]
    for pattern, plain in phrasing().patterns:
        if pattern.search(text):
            text = pattern.sub(functools.partial(_put, plain, held), text)
            held = [(q.start, q.end) for q in quotations(text)]
    for known, write in (
        (_HEARD, _heard),
        (_DOING, _doing),
        (_ASIDE, _aside),
        (_YET, _not_yet),
        (_FORMERLY, _formerly),
    ):
        text = known.sub(write, text)
    held = [(q.start, q.end) for q in quotations(text)]
    out, at = [], 0
    for word in _WORD.finditer(text):
        if word.start() < at or any(a <= word.start() < b for a, b in held):
            continue
        for phrase in phrasing().phrases.get(word[0].casefold(), ()):
            end = word.start() + len(phrase.said)
            if text[word.start() : end].casefold() != phrase.said or not _fits(phrase, text, end):
                continue
            out += [text[at : word.start()], _as_capital(_form(phrase, text[: word.start()]), word[0])]
            at = end
            break
    return "".join((*out, text[at:]))


def _heard(found: re.Match[str]) -> str:
    be, verb, hedge = found["be"], found["verb"], _HEDGES.get(found["by"], "presumably")
    denied = found["not"] or found["not2"]
    if verb == "be":
        return f"{be} {hedge} {'not ' if denied else ''}".rstrip() + (found["ing"] or "")
    if denied or verb == "have":
        if verb == "have" and not denied and be in {"is", "are", "was", "were"}:
            return f"{hedge} had{found['ing'] or ''}"
        return found[0]
    put = phrasing().forms(verb)
    form = {"is": put[1], "are": put[0]}.get(be, put[2])
    return f"{hedge} {form}{found['ing'] or ''}"


def _doing(found: re.Match[str]) -> str:
    verb = _base(found["verb"])
    if not verb:
        return found[0]
    if found["go"]:
        return f"{found['go']} to {verb}"
    if found["in"]:
        return f"{_MANAGED[found['in'].casefold()]} to {verb}"
    if found["on"]:
        return f"{found['on']} to {verb}"
    return f"can {'not ' if found['not'] else ''}{verb}"


def _base(stem: str) -> str:
    """The verb of which an "-ing" was cut: "carry", "sell", "produc" as "produce"; "" for a word that is none."""
    for verb in (*phrasing().irregular, stem + "e", stem, stem[:-1] if stem[-2:-1] == stem[-1:] else stem):
        if phrasing().forms(verb)[4] == stem + "ing" and is_common_word(verb):
            return verb
    return ""


def _aside(found: re.Match[str]) -> str:
    return f", {_HEDGES.get(found[1], 'presumably')},"


def _not_yet(found: re.Match[str]) -> str:
    has = found["has"]
    if (has in _HAS and not found["be"]) or found["more"]:
        return found[0]
    return f"{_HAS.get(has, has)} not yet {'been ' if found['be'] else ''}" + (
        found["verb"] if found["be"] else phrasing().forms(found["verb"])[3]
    )


def _formerly(found: re.Match[str]) -> str:
    past = phrasing().forms(found["verb"])[2]
    return f"{past} formerly" if found["verb"] == "be" else f"formerly {past}"


def _form(phrase: Phrase, before: str) -> str:
    """The plain verb in the form that what stands before it asks for."""
    if phrase.participle and _DONE.search(before):
        return phrase.participle
    return phrase.infinitive if phrase.infinitive and _TO.search(before) else phrase.plain


def _fits(phrase: Phrase, text: str, end: int) -> bool:
    """Does the phrase end with a word, and stand before what it has to stand before?"""
    if _WORD.match(text, end) or text[end : end + 1] in {"-", "'", "’"}:
        return False
    if phrase.number and not _NUMBER.match(text, end):
        return False
    if phrase.ends and not _END.match(text, end):
        return False
    following = _NEXT.match(text, end)
    if following is None:
        return not phrase.before
    low = following[1].casefold()
    return low not in phrase.never and (not phrase.before or low in phrase.before)


def _put(plain: str, held: list[tuple[int, int]], found: re.Match[str]) -> str:
    if any(a < found.end() and found.start() < b for a, b in held):
        return found[0]
    return _as_capital(found.expand(plain), found[0])


def _as_capital(plain: str, said: str) -> str:
    return plain[:1].upper() + plain[1:] if said[:1].isupper() and plain[:1].islower() else plain
