"""A sentence with its names, dates, quantities, roles and quotations each replaced by one token.

The rules of the codebook are read on this form: "Ada Lin, CTO of Nova, left in May" is "<P0>, <R0> of <O0>, left in
<D0>". Every position maps back to the passage, so that evidence stays exact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.codebook import Codebook, Lexicon
from briefwright.dates import DateMention, find_dates
from briefwright.model import Passage, Sentence
from briefwright.names import Gazetteer, Mention, mentions, name_key, unglued
from briefwright.quantities import Quantity, find_quantities
from briefwright.text import Quotation, fold, quotations

LETTER = {"person": "P", "organisation": "O", "team": "T", "model": "M", "family": "F", "product": "G", "place": "L",
          "term": "K"}  # fmt: skip
_TOKEN = re.compile(r"<[A-Z]\d+>")
#: full stops that end no clause ("U.S.", "Dr.", "1.5"): the rules read them as another sign of the same length
_ABBREVIATION = re.compile(
    r"(?<![A-Za-z])(?:[A-Z]\.){2,}|\b(?:Dr|Mr|Mrs|Ms|Prof|Inc|Corp|Ltd|Co|vs|No|St|e\.g|i\.e)\.(?= )|(?<=\d)\.(?=\d)"
)
_WORD = re.compile(r"[^\W_][\w'&./-]*[^\W_]|[^\W_]")
#: "Chief HR Officer": the head is the last word, not the first
_CHIEF_OFFICER = re.compile(
    r"chief(?: [\w&-]+){1,3} (?:officer|executive|scientist|engineer|economist|architect)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun phrase: half-open range, its words without the determiner; a plural one in the singular."""

    start: int
    end: int
    text: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Licence:
    start: int
    end: int
    spdx: str


Value = Mention | DateMention | Quantity | Quotation | Role | Licence


@dataclass(frozen=True, slots=True)
class Token:
    """One replaced piece: its place in the tagged string, its place in the passage, and what it stands for."""

    name: str
    tag_start: int
    tag_end: int
    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tagged sentence. `source(i)` is the passage offset of position i of `text`."""

    sentence: Sentence
    passage: Passage
    text: str
    tokens: tuple[Token, ...]

    def source(self, position: int) -> int:
        shift = self.sentence.start
        for token in self.tokens:
            if position < token.tag_end:
                if position > token.tag_start:
                    return token.start
                break
            shift = token.end - token.tag_end
        return position + shift

    def inside(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that lie within a range of the tagged string."""
        return tuple(t for t in self.tokens if start <= t.tag_start and t.tag_end <= end)

    def words(self, start: int, end: int) -> str:
        """The passage's own words for a range of the tagged string."""
        return self.passage.text[self.source(start) : self.source(end)]


def tag(passage: Passage, gazetteer: Gazetteer, codebook: Codebook) -> tuple[Tagged, ...]:
    """Every sentence of a passage, tagged."""
    text = _ABBREVIATION.sub(lambda m: m[0].replace(".", "․"), unglued(fold(passage.text)))
    names = _names(passage, text, gazetteer, codebook)
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
    for spdx, start, end in _licences(fold(passage.text), codebook.lexicon):
        claim(start, end, "X", Licence(start, end, spdx))
    for name in names[0]:
        claim(name.start, name.end, LETTER[name.kind], name)
    for date in dates:
        claim(date.start, date.end, "D", date)
    for quantity in find_quantities(passage.text):
        claim(quantity.start, max(quantity.end, quantity.start), "N", quantity)
    for role in _roles(text, taken, codebook.lexicon):
        claim(role.start, role.end, "S" if role.plural else "R", role)
    pieces.sort(key=lambda p: p[0])
    return tuple(_sentence(passage, text, s, pieces) for s in passage.sentences)


def _names(
    passage: Passage, text: str, gazetteer: Gazetteer, codebook: Codebook
) -> tuple[list[Mention], list[Mention]]:
    """Names of the passage, and those that hold or are a quotation (a nickname, a name in quotation marks)."""
    plain: list[Mention] = []
    quoted: list[Mention] = []
    spans = quotations(passage.text)
    for name in mentions(passage.text, gazetteer, codebook):
        around = next((q for q in spans if q.inner_start <= name.start and name.end <= q.inner_end), None)
        if '"' in fold(name.text):
            quoted.append(name)
        elif around and _is_name(around, name, passage.text, codebook.lexicon):
            quoted.append(
                Mention(start=around.start, end=around.end, text=around.words.strip(" ,."), kind=name.kind,
                        key=name_key(around.words.strip(" ,.")))
            )  # fmt: skip
        elif around is None:
            plain.append(name)
    return plain, quoted


def _is_name(quote: Quotation, name: Mention, text: str, lexicon: Lexicon) -> bool:
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


def _licences(text: str, lexicon: Lexicon) -> list[tuple[str, int, int]]:
    out: list[tuple[str, int, int]] = []
    for spdx, spellings in sorted(lexicon.licences.items()):
        for spelling in sorted(spellings, key=len, reverse=True):
            for found in re.finditer(rf"(?<!\w){re.escape(spelling)}(?!\w)(?:-licensed)?", text):
                if not any(s < found.end() and found.start() < e for _, s, e in out):
                    out.append((spdx, found.start(), found.end()))
    return sorted(out, key=lambda x: x[1])


def _roles(text: str, taken: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Role]:
    """Role noun phrases: a head with up to four words before it and, for "head of …", up to four after."""
    covered = [False] * (len(text) + 1)
    for start, end in taken:
        for i in range(start, end):
            covered[i] = True
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]
    out: list[Role] = []
    for i, (start, end, word) in enumerate(words):
        if covered[start] or word.casefold().removesuffix("'s") not in lexicon.role_words:
            continue
        if out and start < out[-1].end:
            continue
        if word.casefold() == "chief" and _CHIEF_OFFICER.match(text, start):
            continue
        following = words[i + 1] if i + 1 < len(words) else None
        if (
            following is not None
            and text[end : following[0]] in {" ", "-"}
            and not covered[following[0]]
            and following[2].casefold() in lexicon.role_words
            and not following[2].endswith("'s")
        ):
            continue
        if word.endswith("'s"):
            end -= 2
        # "lead", "leads", "head" as verbs: no determiner or modifier before them, an object behind
        if (
            word.casefold() in {"lead", "leads", "head", "heads", "partner", "author", "chair"}
            and i
            and (
                words[i - 1][2].casefold()
                in {
                    "to",
                    "will",
                    "would",
                    "could",
                    "may",
                    "can",
                    "who",
                    "that",
                    "and",
                    "not",
                    "must",
                    "should",
                    "might",
                }
                or _right_is_determiner(words, i)
            )
        ):
            continue
        first = i
        while (
            first > 0
            and i - first < 4
            and text[words[first - 1][1] : words[first][0]] in {" ", "/"}
            and not covered[words[first - 1][0]]
            and words[first - 1][2].casefold() not in lexicon.role_stop
            and not words[first - 1][2].endswith("'s")
            and not words[first - 1][2].casefold().endswith(("ing", "ly"))
        ):
            first -= 1
        if word.casefold().endswith("s") and first > 0 and words[first - 1][2][:1].isdigit():
            continue
        last_end = end
        if (
            i + 1 < len(words)
            and text[end : words[i + 1][0]] == " "
            and words[i + 1][2].casefold() in {"officer", "director", "executive", "president"}
        ):
            last_end = words[i + 1][1]
        tail = re.match(r" (?:of|for) (?:the )?((?:[\w&'-]+ ){0,3}[\w&'-]+)", text[last_end:])
        if tail and word.casefold() in lexicon.unique_roles | {"professor", "manager", "chief", "minister"}:
            stop = _tail_end(text, last_end, tail, covered, lexicon)
            last_end = stop or last_end
        plain = word.removesuffix("'s")
        plural = plain.casefold().endswith("s") and plain.casefold()[:-1] in lexicon.role_words and plain != "MTS"
        role = text[words[first][0] : last_end]
        if plural and last_end == end:
            role = role[:-1]
        out.append(Role(words[first][0], last_end, role, plural and last_end == end))
    return out


def _right_is_determiner(words: Sequence[tuple[int, int, str]], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1][2].casefold() in {"the", "a", "an", "its", "his", "her", "their", "to"}


def _tail_end(text: str, end: int, tail: re.Match[str], covered: Sequence[bool], lexicon: Lexicon) -> int | None:
    """Where "of APAC ecosystem" ends: before a name, a preposition or punctuation; None if a name stands there."""
    offset = end + tail.start(1)
    if covered[offset]:
        return None
    stop = None
    for found in re.finditer(r"[\w&'-]+", tail[1]):
        at = offset + found.start()
        if covered[at] or found[0].casefold() in lexicon.role_stop:
            break
        stop = offset + found.end()
    # "CTO of chip maker | Nova": what stands right before a name belongs to the name
    return None if stop is not None and text[stop : stop + 1] == " " and covered[stop + 1] else stop


def _sentence(passage: Passage, text: str, sentence: Sentence, pieces: Sequence[tuple[int, int, str, Value]]) -> Tagged:
    out: list[str] = []
    tokens: list[Token] = []
    counts: dict[str, int] = {}
    at, length = sentence.start, 0
    for start, end, letter, value in pieces:
        if start < sentence.start or end > sentence.end:
            continue
        plain = text[at:start].replace("<", "‹").replace(">", "›").replace("\n", " ")
        name = f"<{letter}{counts.get(letter, 0)}>"
        counts[letter] = counts.get(letter, 0) + 1
        out += [plain, name]
        length += len(plain)
        tokens.append(Token(name, length, length + len(name), start, end, value))
        length += len(name)
        at = end
    out.append(text[at : sentence.end].replace("<", "‹").replace(">", "›").replace("\n", " "))
    return Tagged(sentence, passage, "".join(out), tuple(tokens))
