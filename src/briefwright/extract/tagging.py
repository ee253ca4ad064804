"""A sentence with its names, dates, quantities, roles and quotations each replaced by one token.

The rules of the codebook are read on this form: "Ada Lin, CTO of Nova, left in May" is "<P0>, <R0> of <O0>, left in
<D0>". Every position maps back to the passage, so that evidence stays exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefwright.codebook import Codebook, Lexicon
from briefwright.dates import find_dates
from briefwright.extract.pronouns import stand_ins
from briefwright.extract.roles import roles
from briefwright.extract.tokens import Licence, Piece, Tagged, Token, Value
from briefwright.model import Passage, Sentence
from briefwright.names import Gazetteer, Mention, mentions, name_key, person_parts, unglued
from briefwright.quantities import doubled, find_quantities
from briefwright.text import Quotation, fold, quotations

LETTER = {"person": "P", "organisation": "O", "team": "T", "model": "M", "family": "F", "product": "G", "place": "L",
          "term": "K"}  # fmt: skip
#: full stops that end no clause ("U.S.", "Dr.", "1.5"): the rules read them as another sign of the same length
_ABBREVIATION = re.compile(
    r"(?<![A-Za-z])(?:[A-Z]\.){2,}|\b(?:Dr|Mr|Mrs|Ms|Prof|Inc|Corp|Ltd|Co|vs|No|St|e\.g|i\.e)\.(?= )|(?<=\d)\.(?=\d)"
)

#: "Aurora Community Licence", "Halden Model License 1.1": a licence of somebody's own, known by its name
_OWN_LICENCE = re.compile(
    r"(?!The |This |Its |Our |Their |Under |A |An )[A-Z][\w.&-]*(?: (?:[A-Z][\w.&-]*'?|&)){1,4} Licen[cs]e"
    r"(?: (?:v|version )?\d(?:\.\d)?)?\b"
)
#: "under the | Aurora Source Terms 1.0": terms and agreements are licences where something stands under them
_OWN_TERMS = re.compile(
    r"\b(?:[Uu]nder|[Aa]ccept(?:s|ed|ing)?|[Ll]icen[cs]ed?(?: is| called| named|,| under)?|[Tt]erms of) the "
    r"(?P<own>[A-Z][\w.-]*(?: (?:[A-Z][\w.-]*'?|&)){0,4}"
    r"(?: (?:(?:Source|Weights?|Model|Community|Research|Open|Software|Developer|Evaluation|Use|Usage) )"
    r"(?:Terms|Agreement|Charter)| Terms of (?:Use|Service))"
    r"(?: (?:v|version )?\d(?:\.\d)?)?)(?!\w)"
)


#: "I resigned": not the numeral of "World War I" or "Type I"
_FIRST_PERSON = re.compile(r"(?<![A-Za-z] )\bI\b|(?<=[a-z] )I(?= [a-z']|')")


def tag(
    passage: Passage,
    gazetteer: Gazetteer,
    codebook: Codebook,
    met: Sequence[Mention] = (),
    first: Mention | None = None,
) -> tuple[Tagged, ...]:
    """Every sentence of a passage, tagged. `met` are the people whom the source has named in full before it; `first`
    is who says "I" in it, where that is certain.
    """
    text = plain_text(passage.text)
    names = _names(passage, gazetteer, codebook, met)
    speech = [q for q in quotations(passage.text) if not any(n.start < q.end and q.start < n.end for n in names[1])]
    dates = find_dates(passage.text)
    taken: list[tuple[int, int]] = []
    pieces: list[tuple[int, int, str, Value]] = []

    def claim(start: int, end: int, letter: str, value: Value) -> None:
        if end > start and not any(s < end and start < e for s, e in taken):
            taken.append((start, end))
            pieces.append((start, end, letter, value))

    for name in names[1]:
        claim(name.start, name.end, LETTER[name.kind], name)
    for quote in speech:
        claim(quote.start, quote.end, "Q", quote)
    for spdx, start, end in licences_in(fold(passage.text), codebook.lexicon):
        claim(start, end, "X", Licence(start, end, spdx))
    for name in names[0]:
        # a platform is where things are said: a medium to the rules
        letter = "G" if name.text in codebook.lexicon.platforms else LETTER[name.kind]
        claim(name.start, name.end, letter, name)
    for date in dates:
        claim(date.start, date.end, "D", date)
    quantities = find_quantities(passage.text)
    # "48 billion yuan ($6.6 billion)" is one sum, with its brackets
    brackets = {first: second.end + 1 for first, second in doubled(quantities, text)}
    for quantity in quantities:
        claim(quantity.start, brackets.get(quantity, max(quantity.end, quantity.start)), "N", quantity)
    for role in roles(text, taken, codebook.lexicon):
        claim(role.start, role.end, "S" if role.plural else "R", role)
    for start, end, letter, value in stand_ins(
        passage, text, sorted(pieces, key=lambda p: p[0]), gazetteer, codebook.lexicon
    ):
        claim(start, end, letter, value)
    if first is not None:
        for found in _FIRST_PERSON.finditer(text):
            claim(found.start(), found.end(), "H", replace(first, start=found.start(), end=found.end()))
    pieces.sort(key=lambda p: p[0])
    return tuple(_sentence(passage, text, s, pieces) for s in passage.sentences)


def plain_text(text: str) -> str:
    """The text as rules read it, of the same length: plain quotes, no glued list numbers, no stops in abbreviations."""
    return _ABBREVIATION.sub(lambda m: m[0].replace(".", "․"), unglued(fold(text)))


def _names(
    passage: Passage, gazetteer: Gazetteer, codebook: Codebook, met: Sequence[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Names of the passage, and those that hold or are a quotation (a nickname, a name in quotation marks)."""
    plain: list[Mention] = []
    quoted: list[Mention] = []
    spans = quotations(passage.text)
    for name in _in_passage(mentions(passage.text, gazetteer, codebook), met):
        around = next((q for q in spans if q.inner_start <= name.start and name.end <= q.inner_end), None)
        if '"' in fold(name.text):
            quoted.append(name)
        elif around and _is_name(around, name, codebook.lexicon):
            quoted.append(
                Mention(start=around.start, end=around.end, text=around.words.strip(" ,."), kind=name.kind,
                        key=name_key(around.words.strip(" ,.")))
            )  # fmt: skip
        elif around is None:
            plain.append(name)
    return plain, quoted


def _in_passage(found: Sequence[Mention], met: Sequence[Mention]) -> Iterator[Mention]:
    """Names in order; a lone part of a person's name is the one person of that name who stands before it.

    In the passage, else in the source: a text gives the full name first. Where it has given two, the part is nobody's.
    """
    here: list[Mention] = []
    for name in found:
        parts = person_parts(name.key)
        if name.kind == "person" and len(parts) > 1:
            here.append(name)
        elif name.kind == "person":
            for named in (here, met):
                bearers = {tuple(sorted(person_parts(m.key))): m.key for m in named if parts[0] in person_parts(m.key)}
                if len(bearers) == 1:
                    name = replace(name, key=next(iter(bearers.values())))
                if bearers:
                    break
        yield name


def full_names(tagged: Sequence[Tagged]) -> Iterator[Mention]:
    """The people whom tagged sentences name in full."""
    for one in tagged:
        for token in one.tokens:
            value = token.value
            if isinstance(value, Mention) and value.kind == "person" and len(person_parts(value.text)) > 1:
                yield value


def _is_name(quote: Quotation, name: Mention, lexicon: Lexicon) -> bool:
    """Is the whole quotation a coined name, each of its words capitalised ("Nova C-end Business Group")?"""
    words = quote.words.strip(" ,.").split()
    if not 1 < len(words) <= 6 or name.kind == "person":
        return False
    if (
        name.kind == "organisation"
        and name_key(quote.words) == name.key
        and words[-1] not in lexicon.organisation_suffixes
    ):
        return False
    return all(w[0].isupper() or w in {"of", "for", "and", "the"} for w in words)


#: "BUSL | -1.1", "GPL | -3.0-only"
_VERSION = re.compile(r"-\d+(?:\.\d+)*(?:-only|-or-later)?$")


def _as_named(spdx: str, words: str) -> str:
    """The SPDX name without its version where the text names none: "the BUSL"."""
    version = _VERSION.search(spdx)
    return spdx if version is None or any(c.isdigit() for c in words) else spdx[: version.start()]


def licences_in(text: str, lexicon: Lexicon) -> list[tuple[str, int, int]]:
    """The licences that a folded text names: SPDX name (or the licence's own name), start and end."""
    out: list[tuple[str, int, int]] = []
    spelled = [(spelling, spdx) for spdx, spellings in lexicon.licences.items() for spelling in spellings]
    for spelling, spdx in sorted(spelled, key=lambda s: (-len(s[0]), s)):
        if spelling not in text:
            continue
        for found in re.finditer(rf"(?<!\w){re.escape(spelling)}(?!\w|[- ]?v?\d)(?:-licensed)?", text):
            if not any(s < found.end() and found.start() < e for _, s, e in out):
                out.append((_as_named(spdx, found[0]), found.start(), found.end()))
    for found in _OWN_LICENCE.finditer(text):
        if not any(s < found.end() and found.start() < e for _, s, e in out):
            out.append((found[0], found.start(), found.end()))
    for found in _OWN_TERMS.finditer(text):
        if not any(s < found.end("own") and found.start("own") < e for _, s, e in out):
            out.append((found["own"], found.start("own"), found.end("own")))
    return sorted(out, key=lambda x: x[1])


def _sentence(passage: Passage, text: str, sentence: Sentence, pieces: Sequence[tuple[int, int, str, Value]]) -> Tagged:
    tokens: list[tuple[str, int, int, Value]] = []
    counts: dict[str, int] = {}
    for start, end, letter, value in pieces:
        if sentence.start <= start and end <= sentence.end:
            tokens.append((f"<{letter}{counts.get(letter, 0)}>", start, end, value))
            counts[letter] = counts.get(letter, 0) + 1
    return assemble(passage, text, sentence, [(sentence.start, sentence.end)], tokens)


def assemble(
    passage: Passage,
    text: str,
    sentence: Sentence,
    segments: Sequence[tuple[int, int] | str],
    tokens: Sequence[tuple[str, int, int, Value]],
) -> Tagged:
    """A tagged string from stretches of the passage (or words that join them), each name in them a token."""
    out: list[str] = []
    made: list[Token] = []
    kept: list[Piece] = []
    length = 0

    def plain(start: int, end: int) -> None:
        nonlocal length
        if end > start:
            words = text[start:end].replace("<", "‹").replace(">", "›").replace("\n", " ")
            kept.append(Piece(length, length + len(words), start))
            out.append(words)
            length += len(words)

    for segment in segments:
        if isinstance(segment, str):
            out.append(segment)
            length += len(segment)
            continue
        at, stop = segment
        for name, start, end, value in tokens:
            if start < at or end > stop:
                continue
            plain(at, start)
            made.append(Token(name, length, length + len(name), start, end, value))
            out.append(name)
            length += len(name)
            at = end
        plain(at, stop)
    return Tagged(sentence, passage, "".join(out), tuple(made), tuple(kept))


def clause(tagged: Tagged, segments: Sequence[tuple[int, int] | str]) -> Tagged:
    """One clause of a tagged sentence, its segments given as ranges of the sentence's text; tokens are never cut."""
    base = tagged.sentence.start
    widened: list[tuple[int, int] | str] = []
    for segment in segments:
        if isinstance(segment, str):
            widened.append(segment)
            continue
        start, end = segment[0] + base, segment[1] + base
        for token in tagged.tokens:
            if token.start < end and start < token.end:
                start, end = min(start, token.start), max(end, token.end)
        if widened and isinstance(widened[-1], tuple) and start < widened[-1][1]:
            start = widened[-1][1]
        if start < end:
            widened.append((start, end))
    tokens = [(t.name, t.start, t.end, t.value) for t in tagged.tokens]
    return assemble(tagged.passage, plain_text(tagged.passage.text), tagged.sentence, widened, tokens)
