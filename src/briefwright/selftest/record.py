"""The self-test as a committed file: canonical YAML out, and in again where it fits."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from briefwright.model import SelfTest, SelfTestClass, Survivor
from briefwright.records import Record, dump, load

FILE: Final = "briefing/selftest.yml"
_COUNTS: Final = ("statements", "accepted", "made", "refused", "verbatim", "verbatim_refused")
HEADER: Final = (
    "yaml-language-server: $schema=../docs/schema/selftest.schema.json",
    "Written by `briefwright build --self-test`, never by hand: how many corrupted statements the verifier refuses.",
    "It holds for the hashes under 'fits' alone; with others, pages say that nothing was measured.",
)


def as_yaml(result: SelfTest) -> bytes:
    """The record as a file."""
    return dump(
        {
            "fits": dict(result.fits),
            "statements": result.statements,
            "accepted": result.accepted,
            "made": result.made,
            "refused": result.refused,
            "verbatim": result.verbatim,
            "verbatim_refused": result.verbatim_refused,
            "classes": [
                {"class": c.name, "told": c.told, "made": c.made, "refused": c.refused, "equivalent": c.equivalent}
                for c in result.classes
            ],
            "survivors": [_row(s) for s in result.survivors],
            "equivalents": [_row(s) for s in result.equivalents],
        },
        HEADER,
    )


def _row(item: Survivor) -> dict[str, str]:
    # without its words: a false sentence about a person has no place in a file that is published
    row = {"class": item.cls, "statement": item.statement}
    return {**row, "why": item.why} if item.why else row


def read_record(path: Path) -> SelfTest | None:
    """The record at a path, or nothing where there is none; one that cannot be read is refused with its line."""
    if not path.is_file():
        return None
    record = load(path.read_bytes().decode("utf-8", "replace"), where=path.as_posix())
    return SelfTest(
        fits=tuple((key, part.as_text()) for key, part in record.mapping("fits").entries()),
        **{name: record.integer(name) for name in _COUNTS},
        classes=tuple(
            SelfTestClass(
                name=c.text("class"),
                told=c.text("told"),
                made=c.integer("made"),
                refused=c.integer("refused"),
                equivalent=c.integer("equivalent"),
            )
            for c in record.items("classes")
        ),
        survivors=tuple(map(_survivor, record.items("survivors"))),
        equivalents=tuple(map(_survivor, record.items("equivalents"))),
    )


def _survivor(item: Record) -> Survivor:
    return Survivor(cls=item.text("class"), statement=item.text("statement"), why=item.text("why", ""))
