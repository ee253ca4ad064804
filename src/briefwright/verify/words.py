"""A text cut into units: names, quantities, dates and quotations whole, all other words one by one."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefwright.codebook import Lexicon
from briefwright.dates import DateMention, find_dates
from briefwright.language import is_common_word
from briefwright.quantities import Quantity
from briefwright.text import STOP_WORDS, fold, quotations
from briefwright.verify.gaps import filled
from briefwright.verify.measures import measures
from briefwright.verify.phrases import phrases
from briefwright.verify.rephrase import rephrased
from briefwright.verify.turns import turned

UnitKind = Literal["word", "name", "number", "date", "quote", "mark"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a sentence: what stands there, what the parser is shown in its place, and its value."""

    kind: UnitKind
    surface: str
    shown: str
    value: Quantity | DateMention | None = None
    quoted: bool = False


#: "Filmmaker" and the like are words of their own; a carmaker is a car maker.
_NO_MAKERS = (
    "law|policy|peace|home|match|pace|trouble|play|film|merry|king|taste|book|speech|money|decision|noise|news|deal"
)
#: Phrases that are one relation: written in one way before the grammar is read.
_ONE_WAY = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), plain)
    for pattern, plain in (
        (r"(?<!is )(?<!are )(?<!was )due to|owing to|as a (?:direct )?(?:result|consequence) of|on account of",
         "because of"),
        (r"prior to|ahead of", "before"),
        (r"subsequent to", "after"),
        (r"in order to", "to"),
        (r"as well as", "and"),
        (r"in addition to", "besides"),
        (r"chief executive(?: officer)?", "CEO"),
        (r"chief tech(?:nology|nical) officer", "CTO"),
        (r"chief financial officer|finance chief", "CFO"),
        (r"chief operating officer", "COO"),
        (r"anybody", "anyone"), (r"somebody", "someone"), (r"everybody", "everyone"),
        (r"ought to", "should"), (r"ought not to", "should not"),
        (r"open source", "open-source"),
        (r"open weights?(?= (?:model|release|small|large|AI))", "open-weight"),
        (r"(it|he|she|that|there)'s not(?= )", r"\1 is not"),
        (r"(it|there)'s(?= (?:a|an|the|no|un|clear|likely|possible))", r"\1 is"),
        (r"isn't", "is not"), (r"aren't", "are not"), (r"wasn't", "was not"), (r"weren't", "were not"),
        (r"hasn't", "has not"), (r"haven't", "have not"), (r"hadn't", "had not"),
        (r"don't", "do not"), (r"doesn't", "does not"), (r"didn't", "did not"),
        (r"won't", "will not"), (r"wouldn't", "would not"), (r"can't|cannot", "can not"), (r"couldn't", "could not"),
        (r"shouldn't", "should not"), (r"mustn't", "must not"),
        (r"(is|are|was|were) available under", r"\1 licensed under"),
        (rf"(?!(?:{_NO_MAKERS})makers?\b)([a-z]{{3,}})(?:-maker|maker)(s?)", r"\1 maker\2"),
        (r"head offices?", "headquarters"),
        (r"made public", "published"), (r"took part in", "participated in"),
        (r"(?:provided|providing|on condition) that|as long as(?= (?:it|he|she|they|the|its|their|no)\b)", "if"),
        (r"at present|currently", "now"), (r"for the time being|for now", "temporarily"),
        (r"(?:became|become) (?:a )?part of(?= (?:the|its|their|his|her) (?:[\w-]+ ){0,3}(?:team|group|staff|crew)\b)",
         "joined"),
        (r"the majority of(?= the)", "most of"), (r"the majority of", "most"),
        (r"is able to|are able to", "can"),
        *phrases(),
    )
)  # fmt: skip
#: "Devendra K. Raman", "T. R. Ablewhite", "R.J. Oduwaiye", "Dr. Raman": a stop inside a name ends no sentence.
_INITIALS = re.compile(
    r"(?<![\w.])(?<!on )(?<!via )(?<!through )(?<!from )(?<!plan )(?<!class )(?<!series )(?<!part )(?<!option )"
    r"(?!U\.\s?[SKN]\.|E\.\s?U\.|D\.\s?C\.)(?:[^\W\d_a-z]\.[ -]?){1,3}(?=[^\W\d_a-z][\w'-])"
)
_OFFICE = re.compile(r"\bChief [A-Z][a-z]+ Officer\b")
_TITLE_STOP = re.compile(r"\b(Mr|Mrs|Ms|Dr|Prof|Sen|Gen|Sr|St)\. (?=[^\W\d_a-z])")
#: Junyang "Justin" Lin
_NICKNAME = re.compile(r"\b([A-Z][\w-]+) [\"'(][A-Z]\w+[\"')] (?=[A-Z])()")
_WORD = re.compile(
    r"""'s\b | '(?=\s|$) | [^\W_]+(?:(?:['’](?!s\b)|[-_./:&@](?=[^\W_])|(?<=\d),(?=\d\d\d))[^\W_]+)* | [^\w\s]""",
    re.VERBOSE,
)
_CAPITAL = re.compile(r"[^\W\d_a-z]")
_VERSION = re.compile(r"[vV]?\d[\w.]*(?:-[A-Z]\w*)*\Z")
_NOT_EXACT = frozenset({"relative", "fiscal"})
_SCARE = 2
#: Nouns that follow a name without being part of it, also where a headline writes them with a capital.
_GENERIC = frozenset("model models series project team family lineup line-up release version".split())
#: Styles before a name that are no part of it.
STYLES = frozenset("captain mayor judge councillor minister premier king queen prince princess pastor".split())
#: Words that open a clause and are never names.
_OPENERS = frozenset(
    """unless although though because since while whereas whether if once until after before when where as despite
    besides without within among amid between of for from with by under over during in on at to""".split()
)
_TO_LAST = re.compile(r"\b(?:may|might|will|would|can|could|should|to|not|which|that)\s+\Z", re.IGNORECASE)
_ALONE = frozenset("last this next that yesterday today tomorrow tonight".split())


@functools.lru_cache(maxsize=512)
def one_way(text: str) -> str:
    """The text with phrases that are one relation written in one way: "due to" as "because of"."""
    text = _TITLE_STOP.sub(r"\1 ", _INITIALS.sub(_no_stops, fold(text)))
    text = _OFFICE.sub(lambda m: m[0].lower(), text)
    text = filled(turned(_NICKNAME.sub(r"\1 \2", text)))
    for pattern, plain in _ONE_WAY:
        text = pattern.sub(functools.partial(_rewritten, plain), text)
    return rephrased(text)


def _no_stops(found: re.Match[str]) -> str:
    return " ".join(re.findall(r"[^\W\d_]", found[0])) + " "


def _rewritten(plain: str, found: re.Match[str]) -> str:
    out = found.expand(plain)
    return out[:1].upper() + out[1:] if found[0][0].isupper() and out[:1].islower() else out


#: What the parser is shown for a person, a product, a place and any other name, by reading.
_STAND_INS = (("Smith", "Windows", "London", "Microsoft"), ("Mary", "Linux", "Paris", "Google"))
READINGS = len(_STAND_INS)


@dataclass(frozen=True, slots=True)
class Known:
    """What the texts at hand show of their names: words met as names, and words of persons' names."""

    seen: frozenset[str]
    persons: frozenset[str]

    def shown(self, name: str, lexicon: Lexicon, reading: int = 0) -> str:
        """A common name of the same sort: the grammar of a sentence is read better with a name that the model knows.

        A second reading shows other names: what the parser misread in one sentence it may read rightly in the other.
        """
        person, product, place, other = _STAND_INS[reading]
        return {"person": person, "product": product, "place": place}.get(self.kind(name, lexicon), other)

    def kind(self, name: str, lexicon: Lexicon) -> str:
        """person, product, place, organisation, or "" where the name does not tell."""
        words = name.split()
        if any(c.isdigit() for c in name):
            return "product"
        if name in lexicon.places:
            return "place"
        if words[-1] in lexicon.organisation_suffixes:
            return "organisation"
        given = words[0] in lexicon.given or (len(words) > 1 and _given(words[0], lexicon))
        return "person" if words[-1] in self.persons or given else ""


def known(lexicon: Lexicon, *texts: str) -> Known:
    """What these texts, read together, show of their names."""
    seen: set[str] = set()
    persons: set[str] = set()
    for text in texts:
        seen |= {w for w in _INNER.findall(text) if _names(w, lexicon)}
    for text in texts:
        for found in _RUN.finditer(text):
            words = [w for w in found[0].split() if _names(w, lexicon)]
            if len(words) > 1 and _of_words(words[0], words[1], lexicon) and found[0].startswith(" ".join(words[:2])):
                seen.add(words[0])
            elif words and _OPENS.search(text[: found.start()]) and is_ordinary(words[0], lexicon, ()):
                # "Today Orla is …"
                words.pop(0)
            if len(words) < 2 or len(words) > 4 or words[-1] in lexicon.organisation_suffixes:
                continue
            if words[0] in lexicon.surnames and len(words) == 2:
                # "Lin Junyang": the family name first
                persons |= set(words)
            elif _given(words[0], lexicon) or words[-1] in lexicon.surnames or not is_common_word(words[-1]):
                persons.add(words[-1])
        persons |= set(_TITLED.findall(text))
    return Known(frozenset(seen), frozenset(persons - set(lexicon.places)))


def _given(word: str, lexicon: Lexicon) -> bool:
    """Is it a given name of either gender, or of any?"""
    return word in lexicon.given or word in lexicon.given_female or word in lexicon.given_male


def full_names(text: str, lexicon: Lexicon) -> list[str]:
    """Runs of two or three words with a capital that may be one name: what spells out a surname."""
    out = []
    for found in _RUN.finditer(text):
        words = found[0].split()
        while words and not _names(words[0], lexicon):
            words.pop(0)
        if 2 <= len(words) <= 3 and all(_names(w, lexicon) for w in words):
            out.append(" ".join(words))
    return out


_OPENS = re.compile(r"(?:^|[.!?:;\n][\"'”]?\s*)\Z")
_INNER = re.compile(r"(?<=[\w,;:'\"] )[^\W\d_a-z][\w'-]*")
_RUN = re.compile(r"(?:[^\W\d_a-z] ){0,2}[^\W\d_a-z][\w-]+(?: [^\W\d_a-z][\w-]*)+(?! ?[\w.-]*\d)")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|CEO|CTO|CFO|COO|President|Chairman|Mayor|Senator)\.? ([^\W\d_a-z][\w-]+)"
)


def units(sentence: str, lexicon: Lexicon, names: Known, whole_quotes: bool, reading: int = 0) -> tuple[Unit, ...]:
    """The units of a sentence; `names` was learnt from it and its fellow; `whole_quotes` keeps a quotation as one."""
    taken = sorted(_spans(sentence, whole_quotes), key=lambda s: (s[0], -s[1]))
    out: list[Unit] = []
    at = 0
    for start, end, unit in taken:
        if start < at:
            continue
        out += _plain(sentence[at:start], lexicon, names, at == 0)
        out.append(unit)
        at = end
    out += _plain(sentence[at:], lexicon, names, at == 0)
    found = [
        replace(u, shown=names.shown(u.surface, lexicon, reading)) if u.kind == "name" else u
        for u in _with_versions(out)
    ]
    return tuple(found if whole_quotes else _quoted(found, sentence))


def _quoted(found: Sequence[Unit], sentence: str) -> Iterator[Unit]:
    """The units with those inside a quotation marked; they stand in the order of the sentence."""
    spans = [(q.start, q.end) for q in quotations(sentence)]
    at = 0
    for unit in found:
        start = sentence.find(unit.surface, at)
        if start >= 0:
            at = start + len(unit.surface)
        inside = start >= 0 and any(a <= start < b for a, b in spans)
        yield replace(unit, quoted=True) if inside else unit


def _spans(sentence: str, whole_quotes: bool) -> Iterator[tuple[int, int, Unit]]:
    for q in quotations(sentence):
        if whole_quotes and len(q.words.split()) > _SCARE:
            ends = q.words.rstrip()[-1:]
            # the comma that stands inside the marks parts the quotation from who says it
            stop = q.end - 1 if ends == "," else q.end
            yield q.start, stop, Unit("quote", q.words.rstrip(" ,"), "Quotation", quoted=True)
            if ends == ",":
                yield stop, q.end, Unit("mark", ",", ",")
    for d in find_dates(sentence):
        first = sentence[d.start : d.end].split()[0].casefold()
        if d.precision in _NOT_EXACT and first not in _ALONE:
            continue
        if first == "last" and _TO_LAST.search(sentence[: d.start]):
            # "may last four years" is no date
            continue
        shown = {"day": "Monday", "weekday": "Tuesday", "year": d.value[:4]}.get(d.precision, "March")
        if d.precision == "relative":
            shown = "yesterday"
        yield d.start, d.end, Unit("date", sentence[d.start : d.end], shown, d)
    for amount in measures(sentence):
        if amount.low == 1 and amount.kind == "count":
            continue
        # a unit of measure is part of its number, a counted thing is not: "7 billion parameters", "40 | people"
        end = max(amount.end, amount.noun_end) if amount.kind == "size" else amount.end
        yield amount.start, end, Unit("number", sentence[amount.start : end], "40", amount)


def _plain(text: str, lexicon: Lexicon, names: Known, first: bool) -> Iterator[Unit]:
    run: list[str] = []
    joined = True
    at = 0

    def flush() -> Iterator[Unit]:
        if run:
            yield Unit("name", " ".join(run), run[0])
            run.clear()

    for found in _WORD.finditer(text):
        word = found[0]
        joined = text[at : found.start()].isspace() or at == found.start()
        at = found.end()
        if not joined:
            yield from flush()
        if run and word == "&" and _CAPITAL.match(text[at:].lstrip()):
            run.append(word)
            continue
        goes_on = bool(run) and (
            run[-1] == "&"
            or (joined and word in lexicon.organisation_suffixes)
            or (joined and word == "AI" and _ends_here(text[at:]))
            or bool(_VERSION.match(word))
        )
        if goes_on or (
            _names(word, lexicon) and not (first and not run and _ordinary(word, text[at:], lexicon, names.seen))
        ):
            run.append(word)
        else:
            yield from flush()
            kind: UnitKind = "word" if word[0].isalnum() or word == "'s" or len(word) > 1 else "mark"
            if word not in '"':
                yield Unit(kind, word, word)
        first = first and not word[0].isalnum()
    yield from flush()


def _ends_here(rest: str) -> bool:
    """Is "AI" the end of a name ("Adastra AI said") and no word before a noun ("Adastra AI models")?"""
    following = _WORD.match(rest.lstrip(" "))
    return not following or not following[0][0].isalpha() or following[0].casefold() in STOP_WORDS


def _names(word: str, lexicon: Lexicon) -> bool:
    if not _CAPITAL.match(word):
        return any(c.isdigit() for c in word) and any(c.isalpha() for c in word) and not word[0].isdigit()
    low = word.casefold()
    if low in STYLES or low in _GENERIC:
        return False
    return word in lexicon.given or not (
        word in lexicon.not_names or low in lexicon.role_words or word in lexicon.titles or word in lexicon.demonyms
        or low in STOP_WORDS or low == "i"
    )  # fmt: skip


def _ordinary(word: str, rest: str, lexicon: Lexicon, seen: Collection[str]) -> bool:
    """Is a capital at the head of a sentence only that?"""
    if word.casefold() in lexicon.function_words | lexicon.holders or word.casefold() in _OPENERS:
        return True
    if any(c.isdigit() or c.isupper() for c in word[1:]):
        return False
    following = _WORD.search(rest)
    if following and following[0] in lexicon.organisation_suffixes:
        return False
    if _NUMBERED.match(rest):
        # "Heron 3 is open", "Heron 3 Mini has …", and not "Page 3", "March 3"
        return word in _COUNTED
    if following and rest[:1] == " " and _of_words(word, following[0], lexicon):
        return False
    return is_ordinary(word, lexicon, seen)


def _of_words(first: str, second: str, lexicon: Lexicon) -> bool:
    """ "Meridian Robotics said", "Northern Harbour is": a name of common words, and not "Engineers Harbour"."""
    second_is = bool(_CAPITAL.match(second)) and second[1:].islower() and _names(second, lexicon) and _common(second)
    described = lexicon.role_words | lexicon.organisation_nouns
    return second_is and first.casefold() not in described and not first.endswith(("ly", "ing", "ers"))


_NUMBERED = re.compile(
    r" \d(?:\.\d+)? (?:[A-Z][a-z]+ )?(?:is|was|has|had|runs|uses|needs|costs|beats|supports|will|can|came|of|"
    r"handles|offers|scores|scored|achieves|reaches|reached|outperforms|ranks|ranked|comes|ships|shipped|may|could|"
    r"would|should|might|became|got|won|lost|takes|took|costs|cost|does|did|generates|processes|accepts|reads)\b"
)
_COUNTED = frozenset("Page Chapter Section Level Day Week Year Phase Stage Round Part Unit Room Line Step".split())


def is_ordinary(word: str, lexicon: Lexicon, seen: Collection[str]) -> bool:
    """Is a word with a capital known as a word, and not met as a name?"""
    return word not in seen and word not in lexicon.given and word not in lexicon.surnames and _common(word)


def _common(word: str) -> bool:
    """Is it a common word, or the plural of one?"""
    low = word.casefold()
    if low.endswith("ing") and len(low) > 5 and any(is_common_word(low[:-3] + e) for e in ("", "e")):
        return True
    return is_common_word(word) or (
        word.endswith("ies") and len(word) > 5 and is_common_word(word.removesuffix("ies") + "y")
    )


def _with_versions(found: list[Unit]) -> Iterator[Unit]:
    """A number right behind a name of no person is part of the name: "Lumen 4", where the number was taken first."""
    last: Unit | None = None
    for i, unit in enumerate(found):
        behind = found[i + 1].surface if i + 1 < len(found) else ""
        if (
            last is not None
            and last.kind == "name"
            and unit.kind == "number"
            and _VERSION.match(unit.surface)
            and not (
                len(unit.surface) > 1 and behind and (behind == "people" or (behind.islower() and behind.endswith("s")))
            )
        ):
            last = Unit("name", f"{last.surface} {unit.surface}", last.shown)
            continue
        if last is not None:
            yield last
        last = unit
    if last is not None:
        yield last
