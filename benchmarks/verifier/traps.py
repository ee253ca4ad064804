#!/usr/bin/env python3
"""The claims of the trap benchmark, and the proof that they are what they are said to be.

    python3 benchmarks/verifier/traps.py

Prints one line a problem and exits 1, or prints what there is. It uses nothing of the engine but the reading of a
folder of texts.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "src")]

from briefwright.model import Problem  # noqa: E402
from briefwright.sources import read_corpus  # noqa: E402

#: Class -> what the false claim of a pair does to the true one.
CLASSES: Final = {
    "number": "another amount",
    "unit": "another unit, scale or currency",
    "owner": "the amount of somebody or something else",
    "swap": "who did it and to whom it was done, exchanged",
    "name": "another person, company or group of the story",
    "list": "somebody else in a list",
    "version": "another version or size of a product",
    "ratio": "a ratio, share or range turned round or changed",
    "approximation": "about, at least, up to: dropped or changed",
    "date": "another date",
    "other_date": "the date of another event of the passage",
    "order": "before and after exchanged",
    "tense": "what is planned as done, what is done as planned",
    "negation": "affirmed where it is denied, or the reverse",
    "hedge": "may, reportedly, hopes: dropped or made sure",
    "attribution": "who says so: dropped, or somebody else",
    "speaker": "a quotation in another mouth",
    "quotation": "a word of a quotation changed",
    "cause": "a cause invented, reversed or exchanged",
    "scope": "some as all, one as both",
    "comparison": "the greater as the lesser",
    "antonym": "rose for fell, won for lost",
    "condition": "if and unless: dropped or turned round",
    "detail": "something added that stands nowhere",
    "elsewhere": "the same words, citing a passage that does not say so",
}
#: Near the passage's words; reworded in part; other words; two sentences or an inference from both.
GRADES: Final = (1, 2, 3, 4)


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """One claim with what is known of it. `corpus` names the folder that holds the texts."""

    id: str
    text: str
    source: str
    passage: str
    label: str
    cls: str
    grade: int
    pair: str
    corpus: str


def corpora(part: Path) -> tuple[Path, ...]:
    """The folders of a part (dev, held_out) that hold claims, by name."""
    return tuple(sorted(p.parent for p in part.glob("*/claims.jsonl")))


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def load(folder: Path) -> tuple[Claim, ...]:
    """The claims of one corpus beside their labels; a claim without label or the reverse is a KeyError."""
    gold = {g["id"]: g for g in lines(folder / "gold.jsonl")}
    claims = lines(folder / "claims.jsonl")
    if {c["id"] for c in claims} != set(gold):
        raise KeyError(f"{folder.name}: claims.jsonl and gold.jsonl do not hold the same ids")
    return tuple(
        Claim(
            **{k: c[k] for k in ("id", "text", "source", "passage")},
            label=gold[c["id"]]["label"],
            cls=gold[c["id"]]["class"],
            grade=gold[c["id"]]["grade"],
            pair=gold[c["id"]]["pair"],
            corpus=folder.name,
        )
        for c in claims
    )


def passages(folder: Path) -> dict[tuple[str, str], str]:
    """(source, passage) -> text, as the engine reads the folder's texts."""
    return {(s.id, p.id): p.text for s in read_corpus(folder / "texts").sources for p in s.passages}


def problems(claims: Sequence[Claim], texts: dict[tuple[str, str], str]) -> Iterator[Problem]:
    """Every claim has a passage, an id of its own, a known class and grade, and one partner of the other label."""
    for identity, count in Counter(c.id for c in claims).items():
        if count > 1:
            yield Problem(where=identity, sentence=f"stands {count} times; an id stands once")
    for claim in claims:
        if (claim.source, claim.passage) not in texts:
            yield Problem(where=claim.id, sentence=f"there is no passage {claim.source} {claim.passage}")
        if claim.label not in ("true", "false"):
            yield Problem(where=claim.id, sentence=f"'{claim.label}' is no label; write true or false")
        if claim.cls not in CLASSES:
            yield Problem(where=claim.id, sentence=f"'{claim.cls}' is no class")
        if claim.grade not in GRADES:
            yield Problem(where=claim.id, sentence=f"{claim.grade} is no grade")
    pairs: dict[str, list[Claim]] = {}
    for claim in claims:
        pairs.setdefault(claim.pair, []).append(claim)
    for pair, both in pairs.items():
        if sorted(c.label for c in both) != ["false", "true"]:
            yield Problem(where=pair, sentence="a pair is one true claim and one false one")
        elif len({(c.cls, c.grade, c.corpus) for c in both}) > 1:
            yield Problem(where=pair, sentence="both claims of a pair have one class, one grade and one corpus")
        elif both[0].cls == "elsewhere":
            if both[0].text != both[1].text or len({(c.source, c.passage) for c in both}) == 1:
                yield Problem(where=pair, sentence="'elsewhere' is one text that cites two passages")
        elif both[0].text == both[1].text or len({(c.source, c.passage) for c in both}) > 1:
            yield Problem(where=pair, sentence="the claims of a pair differ in their text and cite one passage")


def main() -> int:
    """Check both parts; 1 if a claim is not what it is said to be."""
    found: list[Problem] = []
    for part in ("dev", "held_out"):
        folders = corpora(HERE / part)
        claims = [c for folder in folders for c in load(folder)]
        for folder in folders:
            found += problems([c for c in claims if c.corpus == folder.name], passages(folder))
        true = sum(c.label == "true" for c in claims)
        print(
            f"{part}: {len(claims)} claims ({true} true, {len(claims) - true} false) in "
            f"{len({c.cls for c in claims})} classes over {len(folders)} stories"
        )
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
