"""What a clause leaves out because the one before has it: "Nova has 4 mills, Orbel 7", "from 3 to 8 million".

Each is written in full before the grammar is read, in passage and claim alike: the text says the same as before.
"""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = r"(?:(?:[Tt]he|[Ii]ts) )?[A-Z][\w&'’-]*(?: (?:[A-Z&][\w&'’-]*|\d[\w.]*)){0,3}"
_SUM: Final = r"[$€£]?\d(?:[\d.,]*\d)?(?: (?:million|billion|trillion))?"
_UNIT: Final = r"(?:%|[a-z°][\w/-]*(?: [a-z][\w/-]*){0,4})"
#: Words with which the verb of the first clause says of the first alone, or what another says.
_NOT_SHARED: Final = re.compile(
    r"\b(?:not|never|no|only|says?|said|that|which|who|if|unless|when|while|because|may|might|could|would|than|in|on)\b"
    r"|n['’]t\b"
)
#: "Nova has 4 mills, Orbel 7", "Nova was trained on 4 years of data, Orbel on only 2".
_SECOND: Final = re.compile(
    rf"(?P<head>(?:(?<=^)|(?<=[.;!?] )){_NAME} (?P<verb>[a-z]+(?: [a-z]+){{0,3}}) "
    rf"{_SUM} ?(?P<unit>{_UNIT})), (?:and |while |but )?(?P<other>{_NAME})(?: (?P<by>on|at|to|by|for|with))? "
    rf"(?P<few>(?:only|just|about|nearly|almost) )?(?P<number>{_SUM})(?=[.;]|$)"
)
#: "Four pilots joined Nova: A, B, C and D."
_LISTED: Final = re.compile(
    r"(?:(?<=^)|(?<=[.!?] ))(?P<count>Two|Three|Four|Five|Six|Seven|Eight) (?P<kind>[a-z]+s(?: [a-z]+s)?) "
    rf"(?P<did>[a-z][^.:;“\"]*): (?P<list>{_NAME}(?:, {_NAME})* and {_NAME})\."
)
_COUNTS: Final = {w: n for n, w in enumerate("Two Three Four Five Six Seven Eight".split(), 2)}
#: "The office in Porto will close; the one in Ghent will not."
_THE_ONE: Final = re.compile(
    rf"(?P<head>\b[Tt]he (?P<what>[a-z]+) (?P<at>in|at|of|from|near) {_NAME} [^.;:“\"]*[;,] (?:but |and |while )?)"
    rf"the one (?=(?P=at) {_NAME})"
)
_SUBJECT: Final = rf"(?:[Tt]he [a-z]+(?: (?:in|at|of|from|near) {_NAME})?|{_NAME})"
#: "Porto will close, but Ghent will not."
_SHORT: Final = re.compile(
    rf"(?P<head>(?:(?<=^)|(?<=[.!?] )){_SUBJECT} (?P<aux>will|must|can|may|might|should) (?P<no>not )?"
    rf"(?P<did>[a-z][^,.;:“\"]*))[;,] (?:but |while |and )?(?P<other>{_SUBJECT}) (?P=aux)(?P<not> not)?\."
)
_SCALE: Final = re.compile(
    r"\b(?P<from>from|between) (?P<cur>[$€£]?)(?P<low>\d{1,3}(?:\.\d+)?) (?P<to>to|and) "
    r"(?P<high>[$€£]?\d{1,3}(?:\.\d+)?) "
    r"(?P<scale>million|billion|trillion|%)(?! of\b)"
)


def filled(text: str) -> str:
    """The text with what its second clauses, lists and ranges leave out."""
    text = _SECOND.sub(_second, text)
    text = _LISTED.sub(_listed, text)
    text = _THE_ONE.sub(r"\g<head>the \g<what> ", text)
    text = _SHORT.sub(_short, text)
    return _SCALE.sub(_scaled, text)


def _second(found: re.Match[str]) -> str:
    verb, by = found["verb"].split(), found["by"] or ""
    ends_so = verb[-1] if verb[-1] in {"on", "at", "to", "by", "for", "with"} else ""
    if by != ends_so or _NOT_SHARED.search(" ".join(verb[: -1 if by else None])) or "," in found["unit"]:
        return found[0]
    if _NOT_SHARED.search(found["unit"]):
        return found[0]
    other = found["other"][:1].lower() + found["other"][1:] if found["other"][:3] in {"The", "Its"} else found["other"]
    return f"{found['head']}, and {other} {found['verb']} {found['few'] or ''}{found['number']} {found['unit']}"


def _short(found: re.Match[str]) -> str:
    if bool(found["no"]) == bool(found["not"]) or re.search(r"\b(?:if|unless|because|that|only|not)\b", found["did"]):
        return found[0]
    other = found["other"][:1].upper() + found["other"][1:]
    return f"{found['head']}. {other} {found['aux']}{found['not'] or ''} {found['did']}."


def _listed(found: re.Match[str]) -> str:
    names = re.split(r", | and ", found["list"])
    if len(names) != _COUNTS[found["count"]] or re.search(r"\b(?:of|other|others|them|each|or)\b", found["kind"]):
        return found[0]
    return f"{found['count']} {found['kind']} {found['did']}. {found['list']} {found['did']}."


def _near(low: str, high: str) -> bool:
    """Are two numbers of one size, so that they count the same: "from 3 to 8 million"?"""
    a, b = float(low), float(high.lstrip("$€£"))
    return min(a, b) > 0 and max(a, b) / min(a, b) <= 20


def _scaled(found: re.Match[str]) -> str:
    if not _near(found["low"], found["high"]):
        return found[0]
    return (
        f"{found['from']} {found['cur']}{found['low']} {found['scale']} {found['to']} {found['high']} {found['scale']}"
    )
