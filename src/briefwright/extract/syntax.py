"""The parse of a tagged sentence: what each verb and noun governs, with every word's place in the passage.

The model reads the sentence with its names replaced by common ones, its speech by a word and its dates by short ones:
"Ifeoma Adeyemi-Clarke, who joined Pelagia in March 2028" is parsed as "Smith, who joined Microsoft in 2028". A name
that no text has held before is then no harder to read than one that many have.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefwright.dates import DateMention
from briefwright.extract.tokens import Tagged, Token
from briefwright.language import Leaf, dependencies
from briefwright.names import Mention
from briefwright.text import Quotation, fold

_STAND_FOR = {
    "P": ("Smith", "Jones", "Brown", "Miller", "Davis", "Wilson", "Clark", "Taylor", "Moore", "Walker"),
    "O": ("Microsoft", "Google", "Intel", "Oracle", "Samsung", "Sony", "Nokia", "Ford"),
    "M": ("Android", "Firefox", "Photoshop"),
    "F": ("Linux", "Android"),
    "G": ("Firefox", "Twitter"),
    "L": ("London", "Paris", "Berlin"),
    "K": ("Bluetooth",),
}
_TITLE = re.compile(r"(?<!\w)(?:Drs?|Mr|Mrs|Ms|Mx|Sir|Dame|Frau|Herr|Lord|Lady)\.? $")
_NAMING = re.compile(r"(?<= )(?:named|names) $")
_APPOINTING = {"named ": "appointed ", "names ": "appoints "}
_REWORDED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|\bpresid(?:es|ed) over\b")
#: what the parser takes for a noun, and what says the same
_INSTEAD = {"presides over": "chairs", "presided over": "chaired"}
_END = re.compile(r"[.,!?…]$")
_COINED = 2
#: parts of a clause that are clauses of their own
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "acl", "csubj", "conj", "appos", "dep"})


@dataclass(frozen=True, slots=True)
class _Segment:
    """A stretch of the text that is parsed: its place there, its place in the passage, what it stands for."""

    at: int
    start: int
    end: int
    exact: bool
    token: Token | None
    quotation: Quotation | None


@dataclass(frozen=True, slots=True, eq=False)
class Syntax:
    """A sentence as a tree of words. Words are known by their index; `spans` are ranges in the passage's text."""

    tagged: Tagged
    words: tuple[Leaf, ...]
    spans: tuple[tuple[int, int], ...]
    tokens: tuple[Token | None, ...]
    quoted: tuple[Quotation | None, ...]
    children: tuple[tuple[int, ...], ...]
    #: the sentence that stands before this one in its passage
    before: Syntax | None = None

    def kids(self, i: int, *deps: str) -> tuple[int, ...]:
        """The words that depend on a word, in order; only those that depend in one of these ways, if any are given."""
        return tuple(c for c in self.children[i] if not deps or self.words[c].dep in deps)

    def dep(self, i: int) -> str:
        return self.words[i].dep

    def lemma(self, i: int) -> str:
        return self.words[i].lemma

    def low(self, i: int) -> str:
        return self.words[i].text.casefold()

    def head(self, i: int) -> int:
        return self.words[i].head

    def verbal(self, i: int) -> bool:
        return self.words[i].pos in {"VERB", "AUX"}

    def narrated(self, i: int) -> bool:
        """Is a word the text's own: outside quotations, or quoted behind an auxiliary that is: "was | “let go” |"?

        Of a word or two in marks nobody can say how they are meant.
        """
        marked = self.quoted[i]
        if marked is None:
            return True
        return len(marked.words.split()) > _COINED and any(
            self.quoted[c] is None and c < i for c in self.kids(i, "auxpass")
        )

    def name(self, i: int, letters: str) -> Mention | None:
        """The name that a word stands for, if it is of one of these kinds (token letters)."""
        token = self.tokens[i]
        if token is not None and token.name[1] in letters and isinstance(token.value, Mention):
            return token.value
        return None

    def subtree(self, i: int, cut: frozenset[str] = frozenset()) -> Iterator[int]:
        """A word and all below it, without the branches that depend in one of the ways cut."""
        yield i
        for child in self.children[i]:
            if self.words[child].dep not in cut:
                yield from self.subtree(child, cut)

    def phrase(self, i: int, cut: frozenset[str] = frozenset()) -> tuple[int, int]:
        """The range in the passage of a word and what belongs to it, the stops at its ends left out."""
        inside = [j for j in sorted(self.subtree(i, cut)) if self.words[j].pos != "PUNCT"]
        # only the run around the word itself: what was cut out splits the phrase
        left = right = inside.index(i)
        while left > 0 and self._joined(inside[left - 1], inside[left]):
            left -= 1
        while right + 1 < len(inside) and self._joined(inside[right], inside[right + 1]):
            right += 1
        return self.spans[inside[left]][0], self.spans[inside[right]][1]

    def _joined(self, a: int, b: int) -> bool:
        return all(self.words[k].pos == "PUNCT" and self.words[k].text in "-'’&/\"" for k in range(a + 1, b))

    def text(self, start: int, end: int) -> str:
        return self.tagged.passage.text[start:end]

    def particle(self, verb: int) -> str:
        """The particle of a phrasal verb: "down" in "stepped down"."""
        return next((self.low(c) for c in self.kids(verb, "prt")), "")


def syntax_of(sentences: Sequence[Tagged]) -> list[Syntax | None]:
    """The tree of each tagged sentence; None for all where no model is installed."""
    asked = [_wording(t) for t in sentences]
    parsed = dependencies([text for text, _ in asked])
    trees: list[Syntax | None] = []
    for tagged, (_, segments), words in zip(sentences, asked, parsed, strict=True):
        last = trees[-1] if trees else None
        near = last if last is not None and last.tagged.passage is tagged.passage else None
        trees.append(replace(_plant(tagged, segments, words), before=near) if words else None)
    return trees


def _wording(tagged: Tagged) -> tuple[str, list[_Segment]]:
    """The text that is parsed in the sentence's stead, and what each stretch of it stands for."""
    out: list[str] = []
    segments: list[_Segment] = []
    length = 0
    used: dict[str, int] = {}

    def add(text: str, segment: _Segment) -> None:
        nonlocal length
        if text:
            segments.append(segment)
            out.append(text)
            length += len(text)

    def instead(text: str, token: Token, quotation: Quotation | None = None) -> None:
        add(text, _Segment(length, token.start, token.end, False, token, quotation))

    def plain(text: str, start: int, token: Token | None = None, quotation: Quotation | None = None) -> None:
        at = 0
        for found in _REWORDED.finditer(text):
            first, last = start + found.start(), start + found.end()
            add(text[at : found.start()], _Segment(length, start + at, first, True, token, quotation))
            add(
                _INSTEAD.get(found[0], found[0].replace("-", "")),
                _Segment(length, first, last, False, token, quotation),
            )
            at = found.end()
        add(text[at:], _Segment(length, start + at, start + len(text), True, token, quotation))

    at = _dateline(tagged) or _label(tagged)
    for token in tagged.tokens:
        if token.tag_end <= at:
            continue
        before = tagged.text[at : token.tag_start].replace("․", ".")
        start = tagged.source(at) if before else token.start
        if token.name[1] == "P" and (title := _TITLE.search(before)) is not None:
            # "Dr Lin": a form of address is no word of the sentence's own
            before = before[: title.start()]
        if token.name[1] == "P" and (verb := _NAMING.search(before)) is not None:
            # "Lin named Bo Tan" is easily taken for somebody of that name
            plain(before[: verb.start()], start)
            first = token.start - len(verb[0])
            add(_APPOINTING[verb[0]], _Segment(length, first, token.start - 1, False, None, None))
        else:
            plain(before, start)
        at = token.tag_end
        value = token.value
        original = fold(tagged.passage.text[token.start : token.end])
        letter = token.name[1]
        if isinstance(value, Quotation):
            if speech(value):
                stop = "," if original[-2:-1] == "," else "." if _END.search(value.words) else ""
                instead(f'"Yes{stop}"', token, value)
            else:
                plain(fold(value.words), value.inner_start, None, value)
        elif isinstance(value, DateMention) and value.precision in {"day", "month", "year", "quarter"}:
            day = "Monday" if value.precision == "day" else "2028"
            after = next((t for t in tagged.tokens if t.tag_start == token.tag_end + 1), None)
            opens = (
                after is not None
                and after.name[1] in "PO"
                and re.fullmatch(r"(?:On|In|By|Since) ", tagged.text[: token.tag_start])
            )
            # "On 3 May Ada Lin left": without a comma the day and the name are read as one
            inside = re.search(r"(?:^|\band )(?:On|on) $", tagged.text[: token.tag_start])
            opens = opens or (inside and re.match(r" (?:the|its|their) ", tagged.text[token.tag_end :]))
            instead(f"{day}," if opens else day, token)
        elif isinstance(value, Mention) and letter in _STAND_FOR and original[:4].casefold() != "the ":
            names = _STAND_FOR[letter]
            instead(names[used.get(letter, 0) % len(names)], token)
            used[letter] = used.get(letter, 0) + 1
        elif isinstance(value, Mention) and letter == "T":
            instead("team", token)
        elif isinstance(value, Mention):
            # a pronoun or "the company": its last word is the name's
            head = original.rpartition(" ")[2]
            plain(original[: len(original) - len(head)], token.start)
            plain(head, token.end - len(head), token)
        else:
            plain(original, token.start, token)
    rest = tagged.text[at:].replace("․", ".")
    plain(rest, tagged.source(at) if rest else tagged.sentence.end)
    return "".join(out), segments


_DATELINE = re.compile(r"^[^-–—.;:!?]{3,110}? ?(?:--|[-–—])\s*(?:\([^()]{2,40}\) ?(?:--|[-–—])\s*)?(?=[\"“A-Z<])")
_NO_VERB = re.compile(r"<\w+>|\b(?:the|of|and|in|on|for|by|via|Updated)\b|\b[A-Z][\w'.]*|[\d,.()/ ]")


_ASKED = re.compile(r"(?:Q|A|Question|Answer|[A-Z]{2})\d{0,2}\s?[:.] (?=[\"“A-Z<])")


def _label(tagged: Tagged) -> int:
    """Where a sentence begins behind the label of a question or an answer: "Q: | …", "LP: | …"."""
    found = _ASKED.match(tagged.text)
    return found.end() if found is not None and tagged.sentence.start == 0 else 0


def _dateline(tagged: Tagged) -> int:
    """Where the sentence begins behind a dateline: "OSLO, May 14 (Nordwire) — |"."""
    found = _DATELINE.match(tagged.text)
    if found is None or tagged.sentence.start != 0:
        return 0
    line = found[0].rstrip(" -–—")
    shown = "(" in line or any(t.name[1] in "LD" and t.tag_end <= found.end() for t in tagged.tokens)
    return found.end() if shown and not _NO_VERB.sub("", line).strip(" -–—") else 0


def speech(quotation: Quotation) -> bool:
    """Is a quotation a sentence of its own rather than words worked into the writer's? A capital and a stop show it."""
    words = quotation.words.strip()
    return bool(words) and words[0].isupper() and (_END.search(words) is not None or len(words.split()) > 5)


def _plant(tagged: Tagged, segments: Sequence[_Segment], words: tuple[Leaf, ...]) -> Syntax:
    starts = [s.at for s in segments]
    spans: list[tuple[int, int]] = []
    tokens: list[Token | None] = []
    quoted: list[Quotation | None] = []
    for word in words:
        segment = segments[max(0, bisect_right(starts, word.start) - 1)]
        named = segment.token is not None and word.pos != "PUNCT"
        if segment.exact:
            spans.append((segment.start + word.start - segment.at, segment.start + word.end - segment.at))
        else:
            spans.append((segment.start, segment.end))
        tokens.append(segment.token if named else None)
        quoted.append(segment.quotation)
    children: list[list[int]] = [[] for _ in words]
    for i, word in enumerate(words):
        if word.head != i:
            children[word.head].append(i)
    return Syntax(tagged, words, tuple(spans), tuple(tokens), tuple(quoted), tuple(tuple(c) for c in children))
