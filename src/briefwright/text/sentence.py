"""Sentences: where one ends and the next begins, with quotations kept whole."""

from __future__ import annotations

import re

from briefwright.text.plain import fold, words
from briefwright.text.quotation import quotations

#: A quotation (or bracket) of at most this many words is not split inside.
_WHOLE_WORDS = 60
_WHOLE_BRACKET = 300

#: `end." Next`, `over!) Next`, `here.[3] Next`, `是。下`: the mark, what closes behind it, the gap.
_STOP = re.compile(
    r"""
    (?<![.!?…])(?P<mark>[.!?…]++)(?P<close>["')\]]*+(?:[ ]?\[(?:sic|\d{1,3})\])?)(?P<gap>\s++|$)
    | (?P<wide>[。！？]++)(?P<shut>["'）]*+)(?P<none>\s*+)
    """,
    re.VERBOSE,
)
#: A bullet, a blank line, a line that begins with a list mark: "• first • second", "\n- third", "\n2. fourth".
_HARD = re.compile(r"(?:^|(?<=\s))(?=[•●▪‣◦]\s)|\n(?=[ \t]*\n)|\n(?=[ \t]*(?:[-*+]|\d{1,3}[.)])[ ])")
_TOKEN = re.compile(r"[\w.&'-]{1,20}$")
_BRACKET = re.compile(r"\([^()\n]*\)|\[[^\[\]\n]*\]")
_LIST_NUMBER = re.compile(r"[•●▪‣◦*+-]?\s*\(?(?:\d{1,3}|[a-z])\Z", re.IGNORECASE)
#: "U.S", "a.m", "Ph.D": letters with stops between.
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,2}\Z")

_NEVER_LAST = frozenset(
    """mr mrs ms mx dr prof st mt ft gen sen rep gov lt col sgt capt cmdr maj adm rev hon pres vs v cf viz approx ca
    fig figs eq sec ch pp pg vol vols ed eds al e.g i.e messrs mme mlle bros dept univ est""".split()
)
_BEFORE_NUMBER = frozenset("no nos p art para jan feb mar apr jun jul aug sep sept oct nov dec ver".split())
_MAY_BE_LAST = frozenset("inc corp ltd co jr sr plc llc etc bhd pty dept assn intl".split())
#: Words that, capitalised after an abbreviation, begin a new sentence.
_STARTERS = frozenset(
    """the a an it its he she they we you this that these those his her their our there here in on at by for from to
    with after before when while where if as since because although though but and or so yet not no nor now then what
    who why how which some many most all both each one two three several analysts critics investors according asked
    meanwhile however instead later last next still until under over during despite shares that's it's""".split()
)
_LETTERED = frozenset("plan vitamin series type class group grade hepatitis schedule option appendix phase".split())
_BRANDS = frozenset({"yahoo!", "jeopardy!", "yum!"})
_FIRST_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
#: `"Ready?" Ada Novak asked.`: the words after the quotation say who speaks.
_SPEAKER = re.compile(
    r"(?:[A-Z][\w'.-]{0,30}[ ]){1,4}(?:said|says|asked|asks|wrote|writes|added|adds|told|posted|tweeted|replied|joked"
    r"|shouted|exclaimed|recalled|noted|quipped)\b"
)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Trimmed, disjoint spans in order that cover everything but white space; quotations are kept whole."""
    plain = fold(text)
    cuts = sorted({m.end() if m[0] else m.start() for m in _HARD.finditer(plain)} | set(_breaks(text, plain)))
    out: list[tuple[int, int]] = []
    at = 0
    for cut in [*cuts, len(text)]:
        piece = text[at:cut]
        left = at + len(piece) - len(piece.lstrip())
        right = at + len(piece.rstrip())
        if right > left:
            out.append((left, right))
        at = max(at, cut)
    return tuple(out)


def _breaks(text: str, plain: str) -> list[int]:
    """Ends of sentences that a mark shows."""
    whole = _wholes(text, plain)
    out: list[int] = []
    at = i = 0
    for found in _STOP.finditer(plain):
        end = found.end("shut") if found["wide"] else found.end("close")
        while i < len(whole) and whole[i][1] <= end:
            i += 1
        inside = i < len(whole) and whole[i][0] < end
        if not inside and (found["wide"] or _ends(plain, at, found)):
            out.append(end)
            at = end
    return out


def _wholes(text: str, plain: str) -> list[tuple[int, int]]:
    """Ranges that are not split inside: shorter quotations, and brackets outside them."""
    out = [(q.start, q.end) for q in quotations(text) if len(q.words) < 1000 and len(words(q.words)) <= _WHOLE_WORDS]
    for found in _BRACKET.finditer(plain):
        if found.end() - found.start() <= _WHOLE_BRACKET:
            out.append(found.span())
    merged: list[tuple[int, int]] = []
    for start, end in sorted(out, key=lambda r: (r[0], -r[1])):
        if not merged or start >= merged[-1][1]:
            merged.append((start, end))
        else:
            # a bracket that a quotation crosses: neither is split
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
    return merged


def _ends(plain: str, at: int, found: re.Match[str]) -> bool:
    """Does the mark end the sentence that begins at `at`?"""
    mark, close, after = found["mark"], found["close"], found.end()
    if after == len(plain):
        return True
    quoted = plain[after] in "\"'"
    first = after
    while first < len(plain) and first < after + 4 and plain[first] in "\"'([¿¡":
        first += 1
    if not _begins(plain, first, quoted and mark == "."):
        return False
    following = _FIRST_WORD.match(plain, first)
    word = following[0].casefold() if following else ""
    if '"' in close and mark[0] in "!?" and _SPEAKER.match(plain, after):
        return False
    if mark[0] == "…" or mark.startswith(".."):
        return bool(close) or word in _STARTERS
    if mark[0] in "!?":
        token = _TOKEN.search(plain, max(at, found.start() - 12), found.start())
        return bool(close) or not token or token[0].casefold() + mark not in _BRANDS
    if close and not close.startswith(" "):
        return True
    return _full_stop(plain, at, found.start(), word, plain[first : first + 1].isdigit())


def _begins(plain: str, first: int, after_stop_in_quotes: bool) -> bool:
    """Can a sentence begin here? With a capital, a digit, a sign, a script without capitals, or "iPhone"."""
    if first >= len(plain):
        return True
    c = plain[first]
    if c.islower():
        return after_stop_in_quotes or plain[first + 1 : first + 2].isupper()
    return c.isalnum() or c in "@#$£€•" or ord(c) >= 0x2190


def _full_stop(plain: str, at: int, dot: int, following: str, number_follows: bool) -> bool:
    """Is the stop at `dot` the end of a sentence, and not of an abbreviation, an initial or a list number?"""
    found = _TOKEN.search(plain, max(at, dot - 20), dot)
    if not found:
        return True
    token = found[0].lstrip("'-.")
    key = token.casefold()
    starts = following in _STARTERS
    if _LIST_NUMBER.match(plain[at:dot].strip() if dot - at < 12 else "x x"):
        return False
    if key in _NEVER_LAST or key.rpartition("-")[2] in _NEVER_LAST:
        return False
    if key in _BEFORE_NUMBER and not (token == "P" and not number_follows):
        # "p. 12", but "S. P. Rao"
        return not number_follows
    if key in _MAY_BE_LAST or _DOTTED.match(token):
        return starts
    if len(token) == 1 and token.isalpha() and token.isupper():
        before = _TOKEN.search(plain, max(at, found.start() - 16), max(at, found.start() - 1))
        lettered = before is not None and before[0].casefold() in _LETTERED
        return starts or lettered or token == "I"
    return True
