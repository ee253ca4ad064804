"""Does a name, an amount or a date of a passage prove that of a claim? Less detail is proved, more is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefwright.codebook import Codebook
from briefwright.dates import DateMention
from briefwright.quantities import Quantity
from briefwright.text import normalise

# --------------------------------------------------------------------------- names

_LEGAL = frozenset("inc corp ltd co llc plc group holdings holding gmbh ag sa corporation limited".split())
#: Words of a company's full name that its short name leaves out; not those of a part of it ("Cloud", "Research").
_TRADES = frozenset(
    """robotics labs ai energy foods systems technologies technology tech partners capital dynamics industries networks
    semiconductor semiconductors motors airlines pharma pharmaceuticals therapeutics biosciences analytics instruments
    aerospace electronics software solutions computing insurance securities telecom international global company
    bank media press university institute brewery publishing logistics shipping steel mining airways""".split()
)
_SEPARATE = re.compile(r"[\s_-]+")
_ACRONYM = re.compile(r"((?:[A-Z][\w'&-]*(?: (?:of|for|and|the) )? ?){2,6})\(([A-Z][A-Z&]{1,6})\)")


def squashed(name: str) -> str:
    """The name without spaces and hyphens: "Lumen-3.5" and "Lumen 3.5" are one."""
    return _SEPARATE.sub("", normalise(name).removeprefix("the ").replace(".", "·").replace("·", "."))


class Names:
    """Which spellings mean the same in one passage."""

    def __init__(self, codebook: Codebook, passage: str, found: Iterable[str]) -> None:
        self.surnames = {normalise(s) for s in codebook.lexicon.surnames}
        self.alias: dict[str, str] = {}
        for entry in codebook.names:
            for spelling in (entry.name, *entry.aliases):
                self.alias.setdefault(squashed(spelling), squashed(entry.name))
        for m in _ACRONYM.finditer(passage):
            initials = "".join(w[0] for w in re.findall(r"[A-Z][\w'&-]*", m[1]))
            if initials == m[2]:
                self.alias.setdefault(squashed(m[2]), squashed(m[1].strip()))
        self.found = sorted(set(found))
        self.last: dict[str, set[str]] = {}
        for name in self.found:
            words = normalise(name).split()
            if len(words) > 1 and not any(c.isdigit() for c in name):
                self.last.setdefault(words[-1], set()).add(self.plain(name))
                if words[0] in self.surnames and words[0] != words[-1]:
                    self.last.setdefault(words[0], set()).add(self.plain(name))

    def plain(self, name: str) -> str:
        """The one spelling that stands for all."""
        flat = squashed(name)
        return self.alias.get(flat, flat)

    def same(self, said: str, claimed: str) -> bool:
        """Does the name of the passage prove the name of the claim?"""
        if self.plain(said) == self.plain(claimed):
            return True
        a, b = normalise(said).split(), normalise(claimed).split()
        if self._tail(a, b) or self._tail(b, a):
            return True
        if any(c.isdigit() for c in said + claimed):
            return False
        if len(b) == 1 and len(a) in (2, 3) and (a[-1] == b[0] or (a[0] == b[0] and a[0] in self.surnames)):
            return len(self.last.get(b[0], ())) <= 1
        if len(a) == 2 and len(b) == 2 and a == b[::-1]:
            return True
        if len(b) > 1 and len(a) == 1 and (b[-1] == a[0] or (b[0] == a[0] and a[0] in self.surnames)):
            # the passage's short form, where it spells the name out elsewhere
            wholes = {normalise(n) for n in self.found} & {" ".join(b), " ".join(reversed(b))}
            return bool(wholes) and len(self.last.get(a[0], ())) <= 1
        if self._initials(a, b):
            return True
        if len(a) > len(b) and a[: len(b)] == b:
            rest = a[len(b) :]
            others = {self.plain(n) for n in self.found if normalise(n).split()[: len(b)] == b} - {self.plain(claimed)}
            return all(w in _LEGAL for w in rest) or (all(w in _LEGAL | _TRADES for w in rest) and len(others) == 1)
        return False

    def _initials(self, a: list[str], b: list[str]) -> bool:
        """ "Devendra K Raman" and "Devendra Raman", where no other initial parts two of that name."""
        plain = [w for w in a if len(w) > 1]
        if a == b or len(plain) < 2 or plain != [w for w in b if len(w) > 1] or min(len(a), len(b)) > len(plain):
            return False
        alike = {
            tuple(n) for name in self.found for n in [normalise(name).split()] if [w for w in n if len(w) > 1] == plain
        }
        return len({n for n in alike if len(n) > len(plain)} | {tuple(x) for x in (a, b) if len(x) > len(plain)}) == 1

    def _tail(self, short: list[str], whole: list[str]) -> bool:
        """Is "Max" the end of the only product that ends so ("Heron 3.2 Max")?"""
        if len(short) >= len(whole) or whole[-len(short) :] != short or any(c.isdigit() for w in short for c in w):
            return False
        ending = {self.plain(n) for n in self.found if normalise(n).split()[-len(short) :] == short and " " in n}
        return any(c.isdigit() for w in whole for c in w) and ending == {self.plain(" ".join(whole))}


# --------------------------------------------------------------------------- amounts

_SAME_APPROX: Mapping[str, str] = {
    "over": "more than", "above": "more than", "more than": "more than", "in excess of": "more than",
    "upwards of": "more than", "beyond": "more than", "under": "less than", "below": "less than",
    "fewer than": "less than", "less than": "less than", "at least": "at least", "a minimum of": "at least",
    "no fewer than": "at least", "no less than": "at least", "at most": "up to", "up to": "up to",
    "as many as": "up to", "as much as": "up to", "a maximum of": "up to", "no more than": "up to",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "about",
    "circa": "about", "nearly": "nearly", "almost": "nearly", "close to": "nearly", "just under": "nearly",
    "just over": "more than", "only": "", "just": "", "exactly": "", "": "",
}  # fmt: skip
_UNITS: Mapping[str, str] = {"percent": "%", "people": "persons"}


def amount_fault(said: Quantity, claimed: Quantity) -> str:
    """What keeps the amount of the passage from proving that of the claim: "", "value", "unit" or "approximation"."""
    if {said.kind, claimed.kind} == {"ratio", "percent"}:
        part, share = (said, claimed) if said.kind == "ratio" else (claimed, said)
        exact = part.high is share.high is None and not (part.approx or share.approx)
        return "" if exact and part.low * 100 == share.low else "value"
    ratio = said.kind == "ratio", claimed.kind == "ratio"
    if any(ratio) and (said.first, said.second) != (claimed.first, claimed.second):
        return "value"
    if (said.low, said.high) != (claimed.low, claimed.high):
        return "value"
    units = _UNITS.get(said.unit, said.unit), _UNITS.get(claimed.unit, claimed.unit)
    hard = {"money", "percent", "size", "duration", "multiple"}
    if units[0] != units[1] and (said.kind in hard or claimed.kind in hard) and all(units):
        return "unit"
    if ("percent" in (said.kind, claimed.kind) or "money" in (said.kind, claimed.kind)) and units[0] != units[1]:
        return "unit"
    a, b = _SAME_APPROX.get(said.approx, said.approx), _SAME_APPROX.get(claimed.approx, claimed.approx)
    if a == b or (a == "more than" and b == "at least") or (a == "" and b in {"at least", "up to"}):
        return ""
    return "approximation"


def same_approximation(said: str, claimed: str) -> bool:
    """Are both about as exact: "over" and "more than", "almost" and "nearly"?"""
    plain = [_SAME_APPROX.get(a.removesuffix(" of"), a.removesuffix(" of")) for a in (said, claimed)]
    return plain[0] == plain[1]


# --------------------------------------------------------------------------- dates


def date_proves(said: DateMention, claimed: DateMention) -> bool:
    """Is the claimed date the one of the passage, or a wider one that holds it?"""
    if said.value == claimed.value and said.precision == claimed.precision:
        return (said.unit == claimed.unit or not claimed.unit or claimed.precision == "day") and (
            said.direction == claimed.direction
        )
    if normalise(said.surface) == normalise(claimed.surface):
        return True
    if said.precision not in _EXACT or claimed.precision not in _EXACT or claimed.unit:
        return False
    if said.precision == "quarter" or claimed.precision == "quarter":
        return said.value[:4] == claimed.value and said.value[:1] != "-"
    a, b = _parts(said.value), _parts(claimed.value)
    return all(y == "" or x == y for x, y in zip(a, b, strict=True)) and any(b)


_EXACT = frozenset({"day", "month", "part-of-month", "quarter", "year"})


def _parts(value: str) -> tuple[str, str, str]:
    """Year, month and day of "2025-03-03", "--03-03", "2025-03" or "2025"; empty where not stated."""
    m = re.fullmatch(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?", value)
    return (m[1].strip("-"), m[2] or "", m[3] or "") if m else (value, "", "")
