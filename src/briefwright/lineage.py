"""Which sources share an origin, and the evidence for it: shared wording, measured and shown.

Speech that two texts both quote is no shared wording, so quotations of four words or more are taken out first. Nothing
here says who took words from whom.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefwright.text import (
    STOP_WORDS,
    Word,
    content_words,
    fold,
    grams,
    normalise,
    sentences,
    without_long_quotations,
    words,
)

#: A text with fewer content 3-grams than this counts as one that has as many: a shared run or two is chance.
LEAST_GRAMS = 50
#: A sentence with fewer content words than this shows nothing about wording.
LEAST_WORDS = 4
#: Lengths in words of a phrase that is shown as evidence, and how many of them a pair shows.
SHORTEST, LONGEST, SHOWN = 3, 5, 5
#: How many values a gram's hash has: enough to tell texts apart, too few to rebuild one.
HASHES = 1 << 16
#: Words that stand for numbers, and for the scale of one: what follows is what is counted.
_COUNTS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred
    thousand million billion trillion dozen half percent dollars euros pounds""".split()
)
#: Words of which titles of posts are made, which every report gives alike.
_POSTS = frozenset(
    """chief executive officer president vice deputy senior junior director managing manager general head chair chairman
    chairwoman founder founding co-founder cofounder founders owner partner lead leader secretary minister mayor
    governor professor spokesman spokeswoman spokesperson engineer scientist researcher analyst editor technology
    technical financial operating acting interim former""".split()
)
#: Words inside a name that are written small: "Piet van der Horst", "Yusra al-Hadidi"
_PARTICLES = frozenset("van von der den ten ter de del della di da dos la le el al bin ibn abu zu".split())
#: Words that nobody chose who reports the same facts.
_GIVEN = STOP_WORDS | _POSTS | _PARTICLES
#: What ends a phrase: "models, which", "light – so", "its “third"; not the hyphen in a word, nor "90,000+ users"
_BREAKS = re.compile(r"[.,;:!?()\[\]/\"]|\s['-]|['-]\s")


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two texts compared.

    `containment` is the share of the smaller text's content 3-grams that the other has, of those that are wording (see
    `_tells`); `aligned` the share of the
    shorter text's sentences with a counterpart that has half of their content words in the same order; `phrases` up to
    five shared phrases of three to five words, those with most content first.
    """

    a: str
    b: str
    containment: float
    aligned: float
    phrases: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """What a lock keeps of a text for lineage: the 16-bit hashes of its content 3-grams, and its count of words."""

    source: str
    grams: frozenset[int]
    words: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Run:
    """Words that no stop, comma, dash or quotation mark parts: where they stand in `text`, and normalised."""

    text: str
    spans: tuple[tuple[int, int], ...]
    plain: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Text:
    """A text made ready for comparison: all but `paragraphs` and `size` without its longer quotations.

    `phrases` has for each length all its runs of so many normalised words that no stop or mark breaks.
    """

    id: str
    paragraphs: tuple[str, ...]
    grams: frozenset[tuple[str, ...]]
    sentences: tuple[tuple[str, ...], ...]
    runs: tuple[_Run, ...]
    phrases: Mapping[int, frozenset[tuple[str, ...]]]
    lower: frozenset[str]
    size: int


def _prepared(source_id: str, paragraphs: Sequence[str]) -> _Text:
    found: set[tuple[str, ...]] = set()
    lines: list[tuple[str, ...]] = []
    runs: list[_Run] = []
    size = 0
    for paragraph in paragraphs:
        size += len(words(paragraph))
        own = without_long_quotations(paragraph)
        found |= grams(content_words(own))
        for start, end in sentences(own):
            line = content_words(own[start:end])
            if len(line) >= LEAST_WORDS:
                lines.append(line)
            runs += _runs(own[start:end])
    return _Text(
        id=source_id, paragraphs=tuple(normalise(p) for p in paragraphs), grams=frozenset(found),
        sentences=tuple(lines), runs=tuple(runs), size=size,
        phrases={n: frozenset().union(*(grams(run.plain, n) for run in runs)) for n in range(SHORTEST, LONGEST + 1)},
        lower=frozenset(
            word for run in runs for word, (at, _) in zip(run.plain, run.spans, strict=True) if run.text[at].islower()
        ),
    )  # fmt: skip


def _runs(sentence: str) -> Iterator[_Run]:
    """The words of a sentence in runs that no stop, comma, dash or quotation mark breaks."""
    run: list[Word] = []
    plain = fold(sentence)
    for word in (*words(sentence), None):
        if run and (word is None or _BREAKS.search(plain, run[-1].end, word.start)):
            spans = tuple((w.start, w.end) for w in run)
            yield _Run(text=sentence, spans=spans, plain=tuple(normalise(w.text) for w in run))
            run = []
        if word is not None:
            run.append(word)


# --------------------------------------------------------------------------- comparing


def profile(source_id: str, paragraphs: Sequence[str]) -> Profile:
    """The profile of a text: its paragraphs without noise."""
    text = _prepared(source_id, paragraphs)
    telling = (gram for gram in text.grams if _tells(gram, text.lower))
    return Profile(source=source_id, grams=frozenset(_hashed(gram) for gram in telling), words=text.size)


def _hashed(gram: tuple[str, ...]) -> int:
    return int.from_bytes(hashlib.sha256(" ".join(gram).encode("utf-8", "surrogatepass")).digest()[:2], "big")


def profile_containment(a: Profile, b: Profile) -> float:
    """Containment as two profiles show it, less what equal hashes of different grams add by chance."""
    small, large = sorted((a.grams, b.grams), key=len)
    chance = len(large) / HASHES
    shared = len(small & large) - chance * len(small)
    return max(0.0, min(1.0, shared / (1 - chance) / max(len(small), LEAST_GRAMS))) if chance < 1 else 0.0


def compare(a_id: str, a_paragraphs: Sequence[str], b_id: str, b_paragraphs: Sequence[str]) -> Pair:
    """Two texts, given as their paragraphs without noise, compared."""
    return _compared(_prepared(a_id, a_paragraphs), _prepared(b_id, b_paragraphs))


def compare_all(texts: Mapping[str, Sequence[str]]) -> tuple[Pair, ...]:
    """Every pair of the texts (id -> paragraphs without noise), in their order."""
    ready = [_prepared(name, paragraphs) for name, paragraphs in texts.items()]
    return tuple(_compared(a, b) for a, b in combinations(ready, 2))


def _compared(a: _Text, b: _Text) -> Pair:
    phrases = _phrases(a, b)
    if a.paragraphs == b.paragraphs:
        return Pair(a=a.id, b=b.id, containment=1.0, aligned=1.0, phrases=phrases)
    lower = a.lower | b.lower
    one, other = ({gram for gram in text.grams if _tells(gram, lower)} for text in (a, b))
    shared, smaller = len(one & other), min(len(one), len(other))
    return Pair(
        a=a.id, b=b.id, containment=shared / max(smaller, LEAST_GRAMS), aligned=_aligned(a, b), phrases=phrases
    )  # fmt: skip


def _aligned(a: _Text, b: _Text) -> float:
    """The share of the shorter text's sentences that have a counterpart in the other."""
    short, other = (a, b) if a.size <= b.size else (b, a)
    if not short.sentences:
        return 0.0
    where: defaultdict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(other.sentences):
        for word in set(line):
            where[word].append(index)
    return sum(1 for line in short.sentences if _has_counterpart(line, other.sentences, where)) / len(short.sentences)


def _has_counterpart(line: tuple[str, ...], others: Sequence[tuple[str, ...]], where: Mapping[str, list[int]]) -> bool:
    shared = Counter(index for word in set(line) for index in where.get(word, ()))
    near = [index for index, count in sorted(shared.items()) if 2 * count >= len(set(line))]
    return any(2 * _in_order(line, others[index]) >= len(line) for index in near)


def _in_order(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest sequence of words that both have in one order."""
    row = [0] * (len(b) + 1)
    for word in a:
        before = 0
        for j, other in enumerate(b, 1):
            kept = row[j]
            row[j] = before + 1 if word == other else max(kept, row[j - 1])
            before = kept
    return row[-1]


# --------------------------------------------------------------------------- phrases


def _phrases(a: _Text, b: _Text) -> tuple[str, ...]:
    """The shared phrases with most content, no two of them alike, in the spelling of the first text."""
    lower = a.lower | b.lower
    found: dict[tuple[str, ...], str] = {}
    for run in a.runs:
        for at in range(len(run.plain) - SHORTEST + 1):
            sizes = [n for n in b.phrases if at + n <= len(run.plain) and run.plain[at : at + n] in b.phrases[n]]
            start, end = _trimmed(run.plain, at, at + max(sizes, default=0))
            if end - start >= SHORTEST and _tells(run.plain[start:end], lower):
                found.setdefault(run.plain[start:end], run.text[run.spans[start][0] : run.spans[end - 1][1]])
    ranked = sorted(found, key=lambda p: (-sum(w not in STOP_WORDS for w in p), -len(p), p))
    out: list[tuple[str, ...]] = []
    for phrase in ranked:
        if len(out) < SHOWN and not any(grams(phrase, 2) & grams(other, 2) for other in out):
            out.append(phrase)
    return tuple(found[phrase] for phrase in out)


def _trimmed(plain: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """The range without stop words at its ends."""
    while start < end and plain[start] in STOP_WORDS:
        start += 1
    while end > start and plain[end - 1] in STOP_WORDS:
        end -= 1
    return start, end


def _tells(phrase: Sequence[str], lower: frozenset[str]) -> bool:
    """Is it wording, more than a fact that any report shares: at least two words that somebody chose?

    Names (no lower case anywhere), numbers, what a number counts, titles of posts and stop words are not chosen: "lifts
    18 kilograms" and "chief executive of Larkspur Robotics" show nothing about who read whom.
    """
    numbers = [word in _COUNTS or word[0].isdigit() for word in phrase]
    chosen = set()
    for at, word in enumerate(phrase):
        # "lifts 18 kilograms": neither what is counted nor the verb that takes the number
        beside = any(numbers[max(at - 1, 0) : at + 2])
        if not beside and word in lower and word not in _GIVEN:
            chosen.add(word)
    return len(chosen) >= 2


# --------------------------------------------------------------------------- origins


def group(
    ids: Sequence[str], pairs: Sequence[Pair], *,
    certain: float = 0.08, possible: float = 0.04, aligned: float = 0.30, coined: int = 3,
    retold: float = 0.45,
    credited: Mapping[frozenset[str], str] | None = None,
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:  # fmt: skip
    """The origins, in the order of their first source: each the ids of its sources, and shared phrases as evidence.

    A pair shares an origin from a containment of `certain` on, or from `possible` on where a share of `aligned`
    sentences, a number of `coined` phrases or a credit line bears it out; and where so many sentences as `retold` have
    a counterpart and at least five phrases are shared, though every other word was exchanged. So do all that a chain of
    such pairs joins.
    `credited` has the words of the credit line for each pair of which one credits the other.
    """
    head = {name: name for name in ids}

    def top(name: str) -> str:
        while head[name] != name:
            name = head[name]
        return name

    place = {name: index for index, name in enumerate(ids)}
    joined = []
    for pair in pairs:
        credit = (credited or {}).get(frozenset({pair.a, pair.b}))
        borne_out = pair.aligned >= aligned or len(pair.phrases) >= coined or credit is not None
        likely = pair.containment >= possible and borne_out
        spun = pair.aligned >= retold and len(pair.phrases) >= max(coined, SHOWN)
        if pair.a in head and pair.b in head and (pair.containment >= certain or likely or spun):
            joined.append(pair)
            first, second = sorted((top(pair.a), top(pair.b)), key=place.__getitem__)
            head[second] = first
    members: dict[str, list[str]] = {}
    for name in ids:
        members.setdefault(top(name), []).append(name)
    return tuple((tuple(names), _evidence([p for p in joined if p.a in names])) for names in members.values())


def _evidence(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Up to five phrases, taken from the pairs in turn so that each is shown."""
    out: dict[str, str] = {}
    for rank in range(SHOWN):
        for pair in pairs:
            if rank < len(pair.phrases):
                out.setdefault(normalise(pair.phrases[rank]), pair.phrases[rank])
    return tuple(out.values())[:SHOWN]
