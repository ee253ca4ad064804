"""Words: variants of one remark collated, one remark laid on different things, moods, coined terms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from briefwright.conflicts.cues import cue, table, words
from briefwright.conflicts.timing import named_in
from briefwright.conflicts.view import Told, View, conflict, first, side, side_of, stem, stems
from briefwright.model import Conflict, Finding, Side, Statement
from briefwright.text import content_words, normalise, quotations

_RUN_TOGETHER = (
    ("’", "'"), ("won't", "will not"), ("can't", "can not"), ("n't", " not"), ("'ve", " have"), ("'re", " are"),
    ("'ll", " will"), ("i'm", "i am"), ("nobody", "no one"), ("it's", "it is"), ("that's", "that is"),
)  # fmt: skip


def wordings(view: View) -> Iterator[Conflict]:
    """Two versions of what one speaker said: they share words and are neither equal nor one a part of the other."""
    by_speaker: dict[str, list[Finding]] = defaultdict(list)
    for finding in view.findings:
        if finding.kind == "quote":
            by_speaker[str(first(view, finding).slots["speaker"])].append(finding)
    for speaker, members in sorted(by_speaker.items()):
        for one, other in combinations(members, 2):
            a, b = (_plain(str(first(view, f).slots["words"])) for f in (one, other))
            if _sources(view, one) & _sources(view, other) and not _sources(view, one) ^ _sources(view, other):
                continue
            if not part_of(a, b) and not part_of(b, a) and one_remark(a, b):
                yield conflict(
                    "wording", f"words of {view.name(speaker)}: {one.id} and {other.id}",
                    [speaker] if speaker in view.entities else [], [side(one), side(other)],
                    f"The same remark is given in different words: {collated(a, b)}.",
                )  # fmt: skip


def _plain(words: str) -> str:
    return normalise(words).strip(" .,!?")


def _sources(view: View, finding: Finding) -> set[str]:
    return {view.statements[s].evidence.source for s in finding.statements}


def part_of(a: str, b: str) -> bool:
    """Is one wording a fragment of the other, or made of fragments of it with what is left out marked?"""
    pieces = [" ".join(re.findall(r"[\w'’-]+", p)) for p in re.split(r"…|\.\.\.|\[\.\.\.\]|\[…\]", a)]
    whole = " ".join(re.findall(r"[\w'’-]+", b))
    return all(p in whole for p in pieces if p)


def one_remark(a: str, b: str) -> bool:
    """Two wordings of one remark: they share three content words and two in five, or seven words in ten of five."""
    a, b = (" ".join(stem(w) for w in expanded(x).split()) for x in (a, b))
    content = set(content_words(a)) & set(content_words(b))
    least = min(len(set(content_words(a))), len(set(content_words(b))))
    if len(content) >= 3 and len(content) >= 0.4 * least:
        return True
    shorter = min(len(set(a.split())), len(set(b.split())))
    shared = len(set(a.split()) & set(b.split()))
    return (shorter >= 5 and shared >= 0.7 * shorter) or (
        shorter >= 8 and len(content) > 1 and shared >= 0.65 * shorter
    )


def expanded(words_: str) -> str:
    """Words with what speech runs together taken apart: "won't" is "will not"."""
    for short, full in _RUN_TOGETHER:
        words_ = words_.replace(short, full)
    return re.sub(r"[^\w' -]+", " ", words_)


def collated(a: str, b: str) -> str:
    """The first places where two wordings part, word by word."""
    one, other = a.split(), b.split()
    parts = [
        (" ".join(one[i1:i2][:8]), " ".join(other[j1:j2][:8]))
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    return "; ".join(f"“{x}” / “{y}”" if x and y else f"“{x or y}” in one only" for x, y in parts[:3])


def remarks(view: View) -> Iterator[Conflict]:
    """The same words of one speaker, said of different models in different sources."""
    for finding in view.findings:
        if finding.kind != "quote" or len(finding.statements) < 2:
            continue
        sides: dict[str, list[Statement]] = defaultdict(list)
        for statement in (view.statements[s] for s in finding.statements):
            named = named_in(view, statement.evidence.exact)
            if len(named) == 1:
                sides[named[0]].append(statement)
        if len(sides) > 1:
            speaker = str(first(view, finding).slots["speaker"])
            yield conflict(
                "scope", f"what the words of {view.name(speaker)} are about: {finding.id}",
                [e for e in (speaker, *sides) if e in view.entities],
                [
                    Side(text=f"About {view.name(entity)}: {group[0].text}", statements=tuple(s.id for s in group))
                    for entity, group in sides.items()
                ],
                "The same words are laid on different things.",
            )  # fmt: skip


def speakers(view: View) -> Iterator[Conflict]:
    """The same words in the mouths of two, in different sources: as speech, or as what somebody calls a thing."""
    said: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for s in view.statements.values():
        spoken, who = s.slots.get("words") if s.kind == "quote" else s.slots.get("view"), None
        if s.kind == "quote":
            who = s.slots.get("speaker")
        elif s.kind == "reaction":
            who = s.slots.get("holder")
        plain = _plain(str(spoken or "")).removeprefix("the ").removeprefix("an ").removeprefix("a ")
        if isinstance(who, str) and len(plain.split()) >= 3:
            said[plain][who].append(s)
    for spoken, by_speaker in sorted(said.items()):
        sources = [{s.evidence.source for s in group} for group in by_speaker.values()]
        if (
            len(by_speaker) > 1
            and not any(a & b for a, b in combinations(sources, 2))
            and not _one_garbled(view, by_speaker)
        ):
            yield conflict(
                "owner", f"who said “{spoken}”", [p for p in by_speaker if p in view.entities],
                [Side(text=g[0].text, statements=tuple(s.id for s in g)) for g in by_speaker.values()],
                "The same words are put into different mouths.",
            )  # fmt: skip


def _one_garbled(view: View, by_speaker: dict[str, list[Statement]]) -> bool:
    """Are the two held for one by their names, in texts of which one rewrites the other? The name is the conflict."""
    origins = {view.origin_of(s.evidence.source) for group in by_speaker.values() for s in group}
    known = [view.entities.get(p) for p in by_speaker]
    return len(origins) == 1 and all(
        a is not None and b is not None and (b.id in a.same_as_doubt or a.id in b.same_as_doubt)
        for a, b in combinations(known, 2)
    )


def phrases(view: View) -> Iterator[Conflict]:
    """A phrase that one person is quoted with, and others in another text who are said to call it the same."""
    for s in view.statements.values():
        spoken, speaker = str(s.slots.get("words") or ""), s.slots.get("speaker")
        phrase = _plain(spoken)
        if s.kind != "quote" or not isinstance(speaker, str) or not 4 <= len(phrase.split()) <= 9:
            continue
        others = [
            t for t in view.told
            if view.origin_of(t.source) != view.origin_of(s.evidence.source) and speaker not in t.entities
            and _calls_it(phrase, t.plain)
        ]  # fmt: skip
        if others:
            yield conflict(
                "owner", f"who said “{phrase}”", [speaker] if speaker in view.entities else [],
                [Side(text=s.text, statements=(s.id,)), side_of(others)],
                "The same words are put into different mouths.",
            )  # fmt: skip


def _calls_it(phrase: str, text: str) -> bool:
    """Does a sentence say that somebody calls a thing so: by the phrase itself, or by its words in another order?"""
    m = cue("calls").search(text)
    if m is None:
        return False
    named, wanted = " ".join(text[m.end() :].split()[:9]), stems(phrase)
    return phrase in normalise(text) or (len(wanted) > 1 and wanted <= stems(named))


# --------------------------------------------------------------------------- moods


def moods(view: View) -> Iterator[Conflict]:
    """How those concerned feel: mourning here, disappointment there; and whose feeling it is."""
    felt: dict[frozenset[str], list[Told]] = defaultdict(list)
    whose: dict[str, list[Told]] = defaultdict(list)
    for t in view.told:
        m = cue("mood").search(t.plain)
        if m is None:
            continue
        rest, one = re.split(r"[.;]", t.plain[m.end() : m.end() + 160])[0], table("one_feeling")
        what = cue("but_not").split(rest)[0]
        felt_words = content_words(what)
        feelings = frozenset(one.get(w, w) for w in felt_words if w in words("feelings"))
        if feelings:
            felt[feelings].append(t)
            owners = table("whose")
            groups = {owners[w] for w in content_words(t.plain[: m.end()] + what) if w in owners}
            if len(groups) == 1:
                whose[groups.pop()].append(t)
    kinds = list(felt)
    clash = [k for a, b in combinations(kinds, 2) if not a & b and _apart(felt[a], felt[b]) for k in (a, b)]
    if clash:
        apart = [k for k in kinds if k in clash or any(k & c for c in clash)]
        yield conflict(
            "wording", "the feeling among those concerned", _shared([t for k in apart for t in felt[k]]),
            [side_of(felt[k]) for k in apart], "The feeling is named in different words.",
        )  # fmt: skip
    if len(whose) > 1 and clash:
        yield conflict(
            "participants", "whose feeling it is", _shared([t for g in whose.values() for t in g]),
            [side_of(g) for _, g in sorted(whose.items())],
            "It is ascribed to those who leave in one place, to those who remain in another.",
        )  # fmt: skip


def _apart(one: list[Told], other: list[Told]) -> bool:
    return not {t.source for t in one} & {t.source for t in other}


def _shared(told: list[Told]) -> list[str]:
    return sorted(frozenset().union(*(t.entities for t in told)))


# --------------------------------------------------------------------------- coined terms


def coined(view: View) -> Iterator[Conflict]:
    """A coined term that is one person's thought here, and the work of a team or a trait of its models there."""
    found: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for t in view.told:
        plain = t.plain
        speech = {_plain(str(s.slots.get("words"))) for s in t.statements if s.kind == "quote"}
        for q in quotations(t.plain):
            inner = _plain(q.words)
            if 2 <= len(content_words(inner)) <= 5 and inner not in speech and cue("owned").search(plain):
                owner = _owner(view, t)
                if owner:
                    found[inner][owner].append(t)
    for term, owners in sorted(found.items()):
        if len(owners) > 1 and len({t.source for g in owners.values() for t in g}) > 1:
            yield conflict(
                "owner", f"whose thought “{term}” is", _shared([t for g in owners.values() for t in g]),
                [side_of(g) for _, g in sorted(owners.items())],
                "Ascribed to a person in one place, to a team or its models in another.",
            )  # fmt: skip


def _owner(view: View, told: Told) -> str:
    """Whom a sentence gives a thought to: a person who stands as subject, else a group."""
    subjects = [s.slots.get(k) for s in told.statements for k in ("person", "agent", "holder")]
    if any(isinstance(p, str) and p in view.entities and view.entities[p].kind == "person" for p in subjects):
        return "a person"
    return "a group" if cue("group").search(told.plain) else ""
