"""Puts every corrupted statement to the verifier, and says to which verifier and statements the figures belong."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from briefwright.codebook import Codebook
from briefwright.model import ARGUMENT_KINDS, Briefing, SelfTest, SelfTestClass, Source, Statement, Survivor
from briefwright.selftest.mutants import CLASSES, Mutant, mutants
from briefwright.verify import Verdict, verify

Verifier = Callable[[Statement, Source, Mapping[str, Sequence[str]], Codebook], Verdict]
#: Of a thousand corruptions, so many must be refused.
AIM: Final = 990
_PACKAGE: Final = Path(__file__).resolve().parent.parent
#: The code that decides, and the code that corrupts: other code of either, other figures.
_CODE: Final = ("verify", "text", "quantities", "dates", "selftest", "codebook/lexicon.py", "codebook/paraphrase.py",
                "codebook/phrasing.py",
                "compose.py")  # fmt: skip
_WORDS: Final = ("codebook/data/lexicon.yml", "codebook/data/given.yml", "codebook/data/paraphrase.yml",
                 "codebook/data/phrases.yml")  # fmt: skip


def self_test(briefing: Briefing, codebook: Codebook, verifier: Verifier = verify) -> SelfTest:
    """How many of the corruptions of a briefing's statements `verifier` refuses, by class; survivors are listed.

    What an editor accepted in the verifier's place says nothing about the verifier, hence is left out.
    """
    briefing = replace(briefing, statements=tuple(s for s in briefing.statements if not s.accepted))
    sources = {s.id: s for s in briefing.sources}
    names = {e.id: (e.name, *e.aliases) for e in briefing.entities}

    def accepted(statement: Statement) -> bool:
        return verifier(statement, sources[statement.evidence.source], names, codebook).verdict == "supported"

    made: dict[str, list[tuple[Mutant, bool]]] = {name: [] for name in CLASSES}
    for mutant in mutants(briefing, codebook):
        made[mutant.cls].append((mutant, accepted(mutant.made)))
    real = [(m, live) for group in made.values() for m, live in group if not m.equivalent]
    verbatim = [(m, live) for m, live in real if m.of.kind in ARGUMENT_KINDS]
    return SelfTest(
        fits=fingerprint(briefing, codebook),
        statements=len(briefing.statements),
        accepted=sum(accepted(s) for s in briefing.statements),
        made=len(real),
        refused=sum(not live for _, live in real),
        verbatim=len(verbatim),
        verbatim_refused=sum(not live for _, live in verbatim),
        classes=tuple(
            SelfTestClass(
                name=name,
                told=CLASSES[name],
                made=sum(not m.equivalent for m, _ in group),
                refused=sum(not m.equivalent and not live for m, live in group),
                equivalent=sum(bool(m.equivalent) for m, _ in group),
            )
            for name, group in made.items()
            if group
        ),
        survivors=tuple(Survivor(cls=m.cls, statement=m.of.id, text=m.made.text, why="") for m, live in real if live),
        equivalents=tuple(
            Survivor(cls=m.cls, statement=m.of.id, text=m.made.text, why=m.equivalent)
            for group in made.values()
            for m, _ in group
            if m.equivalent
        ),
    )


def passes(result: SelfTest) -> bool:
    """Are 99 of 100 corruptions refused, and every true statement accepted? A refusal of everything is no proof."""
    return result.made > 0 and result.refused * 1000 >= AIM * result.made and result.accepted == result.statements


def fingerprint(briefing: Briefing, codebook: Codebook) -> tuple[tuple[str, str], ...]:
    """Hashes of twelve digits of what the figures hold for: verifier, lexicon, statements with their passages."""
    lexicon = hashlib.sha256(b"\x1e".join(_bytes(_PACKAGE / name) for name in _WORDS))
    lexicon.update(codebook.text.encode())
    return (
        ("verifier", hashlib.sha256(b"\x1e".join(_bytes(p) for p in _code())).hexdigest()[:12]),
        ("lexicon", lexicon.hexdigest()[:12]),
        ("statements", hashlib.sha256(_statements(briefing).encode()).hexdigest()[:12]),
    )


def _code() -> list[Path]:
    found: list[Path] = []
    for name in _CODE:
        place = _PACKAGE / name
        if place.is_dir():
            found += sorted(place.rglob("*.py"), key=lambda p: p.relative_to(_PACKAGE).as_posix())
        else:
            found.append(place if place.suffix else place.with_suffix(".py"))
    return found


def _bytes(path: Path) -> bytes:
    return path.read_bytes().replace(b"\r\n", b"\n")


def _statements(briefing: Briefing) -> str:
    cited = {(s.evidence.source, s.evidence.passage) for s in briefing.statements}
    told = [
        [s.id, s.kind, s.text, s.slots, s.hedge, s.attribution, s.polarity, s.evidence.passage, s.evidence.exact]
        for s in briefing.statements
    ]
    texts = [[s.id, p.id, p.text] for s in briefing.sources for p in s.passages if (s.id, p.id) in cited]
    names = [[e.id, e.kind, e.name, *e.aliases] for e in briefing.entities]
    return json.dumps([told, texts, names], ensure_ascii=False, sort_keys=True)
