"""Capitalised sequences: what may be a name, before anybody knows whether it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.codebook import Lexicon
from briefwright.quantities.units import CODES, SIGNS, SIZES
from briefwright.text import fold

#: codes of currencies, which are written in capitals and name nobody
CURRENCIES = frozenset(CODES)

# "Aurora3.5-Max", "O'Neil", "J.", "@Halden_Labs", "iPhone", "R&D", "São"
_TOKEN = re.compile(r"@?[^\W_](?:[^\W_]|[._&-](?=[^\W_])|'(?!s\b)(?=[^\W\d_]))*\.?")
#: capitals of the Latin letters, with or without a mark: "J.", "Þ."
CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŠŽČĆĐŹŻĽŤŇŘĞİŞŐŰĢĶĻŅ"
INITIAL = re.compile(rf"^[{CAPITAL}]\.?$")
_NUMBERED = re.compile(r"^\d[\d.]*[A-Za-z]{0,2}$")
_CONNECTORS = frozenset(
    """de van von der den del da dos di la le al bin ibn ter ten y e & du des do das della zu af av am im für und et
    pour och og zum zur auf aan degli dei sur""".split()
)
_AND_HEADS = frozenset({"Securities", "Competition", "Food", "Trade", "Markets", "Standards", "Science", "Health",
                        "Telecommunications", "Innovation", "Industry", "Economy", "Data"})  # fmt: skip
_NICKNAME = re.compile(r'"[A-Z][\w-]{1,14}"|\([A-Z][\w-]{1,14}\)')
#: "• 1Lin said": a list number without its space, at the start of a line only
_GLUED = re.compile(r"^(\W*)(\d{1,2}[.)]?)(?=[^\W\d_][^\W\d_]*\b)", re.MULTILINE)
#: words behind a number that make it an amount, not a version
_SCALE = frozenset(
    """percent million billion trillion thousand % hours days weeks months years minutes people employees staff
    engineers researchers members times users customers firms companies euros dollars pounds
    yen""".split()
) | frozenset({*SIZES, *(f"{size}s" for size in SIZES), *(sign.casefold() for sign in SIGNS)})


#: bodies that are named by their members: "Seafarers' League"
_GUILDS = frozenset(
    """League Union Association Guild Federation Society Alliance Council Club Cooperative Syndicate Forum Network
    Assembly Convention Congress Institute Fund Trust Collective Party""".split()
)


def _turned(token: tuple[int, int, str]) -> tuple[str, int, int]:
    return token[2], token[0], token[1]


@dataclass(frozen=True, slots=True)
class Candidate:
    start: int
    end: int
    text: str
    initial: bool


#: "Chief | Technology | Officer", "Senior Vice President of | Hardware Engineering": words of a title, no name
TITLE_AROUND = re.compile(
    r"\b(?:Chief|President of|Director of|Head of|Manager of|Minister of|Professor of|Secretary of) $"
)
#: "al-Hadidi", "d'Aubigny": a small particle joined to a capital
_PARTICLE = re.compile(r"(?:al|el|ben|bin|ibn|d|o|de|ad|an|ash)['-][A-Z]")


#: "8 | kHz", "12 mAh": a unit behind its number
_MEASURE = re.compile(r"[kmµnMGTP]?(?:Hz|W|Wh|V|A|Ah|VA|J|N|Nm|Pa|F|K|C|B|L|bps|bit|dB|dBm|eV|Bq|Sv|lm|lx)(?:/\w+)?$")
_NUMBER_BEFORE = re.compile(r"\d ?$")
_NUMBER_BEHIND = re.compile(r" ?\d")


def _is_unit(flat: str, start: int, end: int, word: str) -> bool:
    """A unit behind its number, or a currency beside its amount: "8 kHz", "NOK 248,000"; neither is a name."""
    behind_number = _NUMBER_BEFORE.search(flat, max(0, start - 2), start) is not None
    if word in CURRENCIES:
        return behind_number or _NUMBER_BEHIND.match(flat, end) is not None
    return behind_number and _MEASURE.match(word) is not None


def unglued(text: str) -> str:
    """The text with a list number that is glued to its first word blanked: "• 2Halden" -> "•  Halden"."""
    return _GLUED.sub(lambda m: m[1] + " " * len(m[2]), text)


#: "iPhone", "tinyLM": small letters, and a capital among them
_CAMEL = re.compile(r"[^\W\d_A-Z]{1,12}[A-Z]")


def _capital(word: str) -> bool:
    bare = word.lstrip("@")
    if _PARTICLE.match(bare):
        return True
    return bool(bare) and (bare[0].isupper() or (len(bare) > 2 and _CAMEL.match(bare) is not None))


def _starts_sentence(text: str, start: int) -> bool:
    before = fold(text[:start]).rstrip(" \"'([")
    return not before or before[-1] in ".!?:•\n—->" or before.endswith("|")


def candidates(text: str, lexicon: Lexicon) -> list[Candidate]:
    """Capitalised sequences of the text, longest first reading; sentence openers that are common words left out."""
    flat = unglued(fold(text))
    tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(flat)]
    out: list[Candidate] = []
    i = 0
    while i < len(tokens):
        start, end, word = tokens[i]
        # a full stop belongs to an initial or an abbreviation only
        word, end = _trim(word, start, end)
        if _is_unit(flat, start, end, word):
            i += 1
            continue
        if not _capital(word) or (word.casefold() in lexicon.function_words and _starts_sentence(flat, start)):
            i += 1
            continue
        if (word in lexicon.demonyms and not _opens_a_name(tokens, i, flat, lexicon)) or (
            word in lexicon.calendar and not _name_goes_on(tokens, i, flat)
        ):
            i += 1
            continue
        j, last_end = i, end
        while True:
            gap = flat[last_end : tokens[j + 1][0]] if j + 1 < len(tokens) else "x"
            if gap == " & " and _capital(tokens[j + 1][2]):
                # "Voss & Partners"
                j, last_end = j + 1, _trim(tokens[j + 1][2], tokens[j + 1][0], tokens[j + 1][1])[1]
                continue
            if gap == "' " and tokens[j][2].endswith("s") and _trim(*_turned(tokens[j + 1]))[0] in _GUILDS:
                # "Film | Composers' League |"
                j, last_end = j + 1, _trim(*_turned(tokens[j + 1]))[1]
                continue
            opened = (
                i == j and j + 2 < len(tokens) and flat[:start].endswith((" the ", "The ", "'s ", " its ", "-strong "))
            )
            if opened and gap == " " and tokens[j + 1][2] == "and" and _UNIT.match(flat, tokens[j + 1][1] + 1):
                # "the | Safety and Oversight | group"
                j, last_end = j + 2, tokens[j + 2][1]
                continue
            if gap == " " and j + 1 < len(tokens):
                nstart, nend, nword = tokens[j + 1]
                nword, nend = _trim(nword, nstart, nend)
                if _joins(nword, word, tokens[j][2], flat[nend : nend + 16], lexicon):
                    j, last_end = j + 1, nend
                    continue
                if (
                    j + 3 < len(tokens)
                    and nword in {"van", "von", "de"}
                    and tokens[j + 2][2] in _CONNECTORS
                    and flat[nend : tokens[j + 2][0]] == " " == flat[tokens[j + 2][1] : tokens[j + 3][0]]
                    and _capital(tokens[j + 3][2])
                ):
                    fourth = tokens[j + 3]
                    j, last_end = j + 3, _trim(fourth[2], fourth[0], fourth[1])[1]
                    continue
                if j + 2 < len(tokens) and _bridges(nword, tokens[j][2], tokens[j + 2][2], lexicon):
                    third = tokens[j + 2]
                    if flat[nend : third[0]] == " ":
                        j, last_end = j + 2, _trim(third[2], third[0], third[1])[1]
                        continue
            else:
                nick = _NICKNAME.match(flat, last_end + 1) if flat[last_end : last_end + 1] == " " else None
                if nick and j + 1 < len(tokens):
                    k = next((n for n in range(j + 1, len(tokens)) if tokens[n][0] > nick.end()), None)
                    if (
                        k is not None
                        and flat[nick.end() : tokens[k][0]] == " "
                        and _capital(tokens[k][2])
                        and tokens[k][2].isalpha()
                    ):
                        j, last_end = k, _trim(tokens[k][2], tokens[k][0], tokens[k][1])[1]
                        continue
            break
        if (year := _YEAR_BEHIND.search(flat, start, last_end)) and _RIGHTS.search(flat[max(0, start - 12) : start]):
            # "(c) Nova Newswire | 2037 |"
            last_end = year.start()
        begin = _with_particle(flat, start)
        whole = Candidate(begin, last_end, flat[begin:last_end], _starts_sentence(flat, begin))
        out.extend(_without_titles(whole))
        i = j + 1
    return out


#: "© | Nova Newswire", and the year behind the name
_RIGHTS = re.compile(r"(?:\(c\)|©|\b[Cc]opyright) $")
_YEAR_BEHIND = re.compile(r" (?:19|20)\d\d$")
#: "Safety and | Oversight group |"
_UNIT = re.compile(r"[A-Z][a-z]+ (?:group|team|unit|division|department|desk|committee|office|programme|program)\b")
#: "said | van | Rensburg": the particle of a surname that stands alone
_BEFORE = re.compile(
    r"(?<![^\s(\"'-])(?:van|von|de|der|den|del|di|ter|ten|zu|bin|ibn|dos)(?: (?:der|den|de|la|het))? $"
)
#: "Chief Technology Officer", "Senior Vice President", "Professor": a title in capitals, no part of a name
_CHIEF = (
    r"Chief(?: (?:[A-Z][\w&-]+|of)){0,3}? (?:Officer|Executive|Scientist|Engineer|Economist|Architect|Counsel|Staff)"
)
_RANK = (
    r"(?:(?:Senior|Executive|Vice|Deputy|Assistant|Associate|Managing|General|Acting|Interim|Founding|Principal|Staff|"
    r"Lead|Technical|Research|Engineering|Product|Regional|Global|Group|Software|Hardware|Machine|Learning|Data|"
    r"Non-Executive|Independent|Distinguished|Corporate|Prime|First|Former|Head|Finance|Financial|Operations|Sales|"
    r"Marketing|Commercial|Creative|Medical|Clinical|Scientific|Legal|Editorial|Flight|Plant|Site|Project|Programme|"
    r"Program|Country|Compliance|Communications|Production|Quality|Company|Honorary|Joint|Emeritus) ){0,4}"
    r"(?:Officer|President|Vice-President|Director|Scientist|Engineer|Architect|Researcher|Chairman|Chairwoman|"
    r"Chairperson|Founder|Co-founder|Co-Founder|Cofounder|Manager|Counsel|Analyst|Spokesperson|Spokesman|Spokeswoman|"
    r"Editor|Minister|Secretary|Commissioner|Executive|Developer|Economist|Strategist|Adviser|Advisor|Maintainer|"
    r"Programmer|Controller|Treasurer|Trustee|Registrar|Bursar|Designer|Ombudsman|Chancellor|Judge|Senator|Governor|Mayor)"
)
_TITLE = re.compile(rf"(?:^|(?<= ))(?:{_CHIEF}(?: and {_CHIEF})?|{_RANK})(?= |$)")


def _with_particle(flat: str, start: int) -> int:
    """Where a name begins that has a particle before its only capital: "van der Horst"."""
    found = _BEFORE.search(flat, max(0, start - 12), start)
    return found.start() if found else start


def _without_titles(whole: Candidate) -> list[Candidate]:
    """The names around the titles of a run of capitals: "Nova Chief Executive Officer Ada Lin" -> Nova, Ada Lin."""
    out: list[Candidate] = []
    at = 0
    for found in [*_TITLE.finditer(whole.text), None]:
        stop = found.start() if found else len(whole.text)
        piece = whole.text[at:stop].strip()
        if piece:
            start = whole.start + whole.text.index(piece, at)
            out.append(Candidate(start, start + len(piece), piece, whole.initial and start == whole.start))
        at = found.end() if found else stop
    return out


def _trim(word: str, start: int, end: int) -> tuple[str, int]:
    if word.endswith(".") and not (
        (INITIAL.match(word) and word != "X.") or word in {"Inc.", "Corp.", "Ltd.", "Co.", "Dr.", "St."}
    ):
        return word[:-1], end - 1
    return word, end


def _name_goes_on(tokens: Sequence[tuple[int, int, str]], i: int, flat: str) -> bool:
    """A month or weekday that opens a longer name ("March Networks"), not a date ("March 4")."""
    if i + 1 >= len(tokens) or flat[tokens[i][1] : tokens[i + 1][0]] != " ":
        return False
    following = tokens[i + 1][2].rstrip(".")
    return _capital(following) and following.isalpha()


def _opens_a_name(tokens: Sequence[tuple[int, int, str]], i: int, flat: str, lexicon: Lexicon) -> bool:
    """ "Nordic Algorithm Authority": a demonym that opens the name of a body, which ends in its kind."""
    last = None
    while i + 1 < len(tokens) and flat[tokens[i][1] : tokens[i + 1][0]] == " " and _capital(tokens[i + 1][2]):
        i += 1
        last = tokens[i][2].rstrip(".")
    return last == "Board" or last in lexicon.organisation_suffixes


_GOES_ON = re.compile(r" [A-Z][a-z]+\b(?! \d)")


def _joins(word: str, first: str, previous: str, after: str, lexicon: Lexicon) -> bool:
    if (
        word in {"Jun", "May", "Jan", "April", "June", "August"}
        and _GOES_ON.match(after)
        and first not in lexicon.calendar
    ):
        # "Goh Jun Hao": a month only where no name goes on
        return True
    if word.rstrip(".") in lexicon.calendar or word in lexicon.demonyms:
        return False
    if previous.endswith(".") and INITIAL.match(previous) and after.startswith(":"):
        # "Pyo E. | Interface: D. Lipschutz": a label after a name that ends in an initial
        return False
    if word in lexicon.breaks or first in lexicon.breaks or previous in lexicon.breaks:
        return False
    if _capital(word):
        return True
    if _NUMBERED.match(word) and previous.rstrip(".") not in lexicon.calendar:
        if after.split()[:1] and after.split()[0].rstrip(".,") in lexicon.calendar:
            # "Published | 18 October"
            return False
        if previous in CURRENCIES:
            # "NOK | 248,000"
            return False
        tail = after.strip().split(" ")[0].strip(".,;:)").casefold() if after.strip() else ""
        return tail not in _SCALE and len(word) <= 5
    return False


def _bridges(word: str, previous: str, following: str, lexicon: Lexicon) -> bool:
    if not _capital(following) or following.rstrip(".") in lexicon.calendar:
        return False
    if word == "and":
        return previous in _AND_HEADS
    if word in _CONNECTORS:
        return True
    # "University of Zlin", "Commission on Language"
    return word in {"of", "for", "on"} and previous.casefold() in lexicon.named_of
