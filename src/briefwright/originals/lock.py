"""`seeds.lock`: what the articles have proved about the notes, kept for whoever has not the articles."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefwright.codebook import Codebook, load_codebook
from briefwright.credits import credits
from briefwright.lineage import Pair, Profile, compare_all, group, profile, profile_containment
from briefwright.model import Origin, Problem, Refused, Source, Unsound
from briefwright.notes import front_matter
from briefwright.originals.article import Noted, read_noted
from briefwright.originals.check import check_noted
from briefwright.originals.proved import Judged, judged, unread
from briefwright.records import Record, dump, load

NAME = "seeds.lock"
VERSION = 1
HEADER = (
    "Written by `briefwright check --originals DIR --seal`, never by hand.",
    "It says that each note was proved against its article, and how much wording the articles share.",
    "read: hashes of the sentences that the verifier could not prove, read beside the article by whoever sealed.",
    "grams: the sorted 16-bit hashes of an article's runs of three content words, four hex digits each.",
)
_LINE = 28
_HASHES = re.compile(r"(?:[0-9a-f]{4})*\Z")
_SHA = re.compile(r"[0-9a-f]{64}\Z")
_SHARE = re.compile(r"(?:0\.[0-9]{3}|1\.000)\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class Seal:
    """What a lock says: by note id the hash of the note's body, of its article, and the article's profile; the pairs
    of articles compared; the hashes of the sentences that a person has read because no check could prove them; and what
    is wrong with the lock itself, in which case it seals nothing."""

    notes: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, str] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    pairs: tuple[Pair, ...] = ()
    read: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    def covers(self, source: Source) -> bool:
        """Is the source a note of an article that the lock knows?"""
        return source.basis == "note" and self.articles.get(source.id) == source.sha256


def body_hash(source: Source) -> str:
    """SHA-256 of the note after its front matter, as UTF-8 with LF."""
    return hashlib.sha256(source.text[front_matter(source.text)[1] :].encode("utf-8", "surrogatepass")).hexdigest()


# --------------------------------------------------------------------------- writing


@dataclass(frozen=True, kw_only=True, slots=True)
class Examined:
    """The notes of a folder beside their articles: what is wrong, and which sentences nobody has read since written."""

    noted: tuple[Noted, ...]
    sentences: tuple[Judged, ...]
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...]


def examine(seeds: Path, originals: Path) -> Examined:
    """Every check of the notes against their articles; raises `Refused` where there is nothing to check."""
    noted = read_noted(seeds, originals)
    sentences = judged(noted, load_codebook(seeds))
    lock = read_seal(seeds)
    return Examined(
        noted=noted,
        sentences=sentences,
        problems=check_noted(noted, sentences),
        unread=unread(sentences, lock.read if lock is not None else frozenset()),
    )


def seal(seeds: Path, originals: Path) -> bytes:
    """The content of `seeds.lock`; raises `Unsound` with the problems while a note does not fit its article.

    It says of every sentence that no check could prove that it was read: to seal is to have read them.
    """
    examined = examine(seeds, originals)
    noted, sentences, problems = examined.noted, examined.sentences, examined.problems
    if problems:
        raise Unsound(*problems)
    before = read_seal(seeds)
    unproved = {one.key for one in sentences if one.verdict.verdict == "needs_review"}
    # without a model nothing was judged, and what was read before stays read
    read = sorted(unproved if sentences else before.read if before is not None else ())
    texts = {one.source.id: one.content for one in noted}
    notes = {}
    for one in noted:
        found = profile(one.source.id, one.content)
        digits = [f"{gram:04x}" for gram in sorted(found.grams)]
        notes[one.source.id] = {
            "file": one.source.file, "article": one.article.sha256, "note": body_hash(one.source),
            "words": found.words,
            "grams": ["".join(digits[at : at + _LINE]) for at in range(0, len(digits), _LINE)],
        }  # fmt: skip
    pairs = [
        {"a": p.a, "b": p.b, "containment": f"{p.containment:.3f}", "aligned": f"{p.aligned:.3f}", "phrases": p.phrases}
        for p in compare_all(texts)
    ]
    return dump({"version": VERSION, "notes": notes, "pairs": pairs, "read": read}, HEADER)


# --------------------------------------------------------------------------- reading


def read_seal(seeds: Path) -> Seal | None:
    """The lock of a folder, None where there is none. One that cannot be read seals nothing and carries problems."""
    path = seeds / NAME
    if not path.is_file():
        return None
    try:
        return _seal(load(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"), str(path)))
    except UnicodeDecodeError as error:
        told = f"is not UTF-8 at byte {error.start}; {_ANEW}"
        return Seal(problems=(Problem(where=str(path), sentence=told),))
    except Refused as refused:
        return Seal(problems=refused.problems)


_ANEW = "write it anew with `briefwright check --originals DIR --seal`"


def _seal(record: Record) -> Seal:
    record.only_keys({"version", "notes", "pairs", "read"})
    if record.integer("version") != VERSION:
        raise record.refused(f"'version' is not {VERSION}; {_ANEW}", "version")
    notes, articles, profiles = {}, {}, {}
    for name, part in record.mapping("notes").entries():
        part.only_keys({"file", "article", "note", "words", "grams"})
        notes[name], articles[name] = _matching(part, "note", _SHA), _matching(part, "article", _SHA)
        digits = "".join(part.texts("grams"))
        if not _HASHES.match(digits):
            raise part.refused(f"'grams' must be hashes of four hex digits; {_ANEW}", "grams")
        grams = frozenset(int(digits[at : at + 4], 16) for at in range(0, len(digits), 4))
        profiles[name] = Profile(source=name, grams=grams, words=part.integer("words"))
    pairs = tuple(_pair(part) for part in record.items("pairs"))
    read = frozenset(record.texts("read"))
    return Seal(notes=notes, articles=articles, profiles=profiles, pairs=pairs, read=read)


def _pair(part: Record) -> Pair:
    part.only_keys({"a", "b", "containment", "aligned", "phrases"})
    return Pair(
        a=part.text("a"), b=part.text("b"), containment=float(_matching(part, "containment", _SHARE)),
        aligned=float(_matching(part, "aligned", _SHARE)), phrases=part.texts("phrases"),
    )  # fmt: skip


def _matching(part: Record, key: str, pattern: re.Pattern[str]) -> str:
    value = part.text(key, remedy=_ANEW)
    if not pattern.match(value):
        raise part.refused(f"'{key}' is not as it was written; {_ANEW}", key)
    return value


# --------------------------------------------------------------------------- use


def sealed(source: Source, seal: Seal | None) -> bool:
    """Was this very note proved against its article: do its body and the article it names still fit the lock?"""
    return seal is not None and seal.covers(source) and seal.notes.get(source.id) == body_hash(source)


def origins_of(sources: Sequence[Source], seal: Seal | None, codebook: Codebook | None = None) -> tuple[Origin, ...]:
    """The origins of the sources, "origin-1" first, in the order of their first source.

    Two notes that the lock covers are compared as it says; anything else by the words of their content passages, and
    a raw text beside a covered note also by the profile of its article, of which the note has other words. The
    thresholds are the codebook's.
    """
    texts = {source.id: tuple(p.text for p in source.passages if p.cls == "content") for source in sources}
    covered = {source.id for source in sources if seal is not None and seal.covers(source)}
    raw = {source.id for source in sources if source.basis == "original"}
    locked = {(p.a, p.b): p for p in seal.pairs} if seal is not None else {}
    locked |= {(p.b, p.a): p for p in locked.values()}
    profiles = {**{name: profile(name, texts[name]) for name in raw}, **(seal.profiles if seal is not None else {})}
    pairs: list[Pair] = []
    open_pairs = len(covered) < len(texts) or any((a, b) not in locked for a in covered for b in covered if a != b)
    for pair in compare_all(texts) if open_pairs else locked.values():
        names = {pair.a, pair.b}
        if names <= covered and (pair.a, pair.b) in locked:
            pairs.append(locked[pair.a, pair.b])
        elif len(names & covered) == 1 and len(names & raw) == 1:
            share = max(pair.containment, profile_containment(profiles[pair.a], profiles[pair.b]))
            pairs.append(Pair(a=pair.a, b=pair.b, containment=share, aligned=pair.aligned, phrases=pair.phrases))
        else:
            pairs.append(pair)
    limits = (codebook or load_codebook()).lineage
    joined = group(
        list(texts), pairs, certain=limits.certain, possible=limits.possible, aligned=limits.aligned,
        retold=limits.retold, coined=limits.coined,
        credited={frozenset({c.source, c.credited}): c.words for c in credits(sources)},
    )  # fmt: skip
    return tuple(
        Origin(id=f"origin-{number}", sources=names, shared=phrases)
        for number, (names, phrases) in enumerate(joined, 1)
    )
