#!/usr/bin/env python3
"""Measure what the engine finds in the annotated stories: precision and recall by category.

    python3 benchmarks/extraction/measure.py dev --show
    python3 benchmarks/extraction/measure.py held_out --row "what changed"

Results on stdout, narration on stderr. Exit status 0 when measured, 2 when an argument or an annotation cannot be used.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "src")]

from facts import dates, numbers, organisations, people, products, roles  # noqa: E402
from gold import Story, load  # noqa: E402
from matching import Reading  # noqa: E402
from speech import arguments, events, letters, quotations, unknowns  # noqa: E402
from tallies import Tally  # noqa: E402
from whole import conflicts, noise, origins  # noqa: E402

from briefwright.model import Briefing, Refused  # noqa: E402

#: What is aimed at on texts the rules have not seen: precision, recall.
AIM: Final[Mapping[str, tuple[float, float]]] = {
    "people": (0.95, 0.95),
    "roles": (0.92, 0.80),
    "organisations": (0.88, 0.85),
    "products": (0.95, 0.95),
    "attributes": (0.92, 0.85),
    "dates": (0.95, 0.90),
    "quantities": (0.92, 0.85),
    "quotations": (0.92, 0.85),
    "letter for letter": (1.0, 0.0),
    "events": (0.85, 0.80),
    "arguments": (0.85, 0.80),
    "noise": (0.95, 0.90),
    "micro average": (0.90, 0.85),
}
#: Not in the micro average: a property of the quotations, and what is counted on one side only.
APART: Final = frozenset({"letter for letter", "unknowns"})


def measure(briefing: Briefing, story: Story) -> dict[str, Tally]:
    """Every category of one story, in the order in which it is printed."""
    r = Reading(story=story, briefing=briefing)
    attributes, quantities = numbers(r)
    return {
        "people": people(r),
        "roles": roles(r),
        "organisations": organisations(r),
        "products": products(r),
        "attributes": attributes,
        "dates": dates(r),
        "quantities": quantities,
        "quotations": quotations(r),
        "letter for letter": letters(r),
        "events": events(r),
        "arguments": arguments(r),
        "unknowns": unknowns(r),
        "conflicts": conflicts(r),
        "noise": noise(r),
        "origins": origins(r),
    }


def together(tallies: Sequence[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The sum over stories, with the micro average last."""
    out = {name: sum((t[name] for t in tallies), Tally()) for name in tallies[0]}
    out["micro average"] = sum((t for name, t in out.items() if name not in APART), Tally())
    return out


def distil(story: Story) -> Briefing:
    """The engine's briefing of a story, from a folder that holds its documents alone."""
    from briefwright.build import distil_folder  # here, so that --help and the tests of matching need no engine

    with tempfile.TemporaryDirectory() as folder:
        for name in story.documents.values():
            shutil.copyfile(story.folder / name, Path(folder) / name)
        return distil_folder(Path(folder))


def stories(part: str, only: Sequence[str] = ()) -> tuple[Story, ...]:
    """The stories of dev or held_out, by name."""
    return tuple(
        load(p.parent) for p in sorted((HERE / part).glob("*/annotations.yml")) if not only or p.parent.name in only
    )


def _figure(value: float | None) -> str:
    return "   –" if value is None else f"{value:4.2f}"


def table(counts: Mapping[str, Tally]) -> str:
    """The figures as a table; a figure below its aim is marked with an asterisk."""
    lines = [f"{'':20}{'precision':>11}{'recall':>9}   {'right/said':>11}{'found/wanted':>14}   aim"]
    for name, t in counts.items():
        aim = AIM.get(name)
        low_p = aim is not None and t.precision is not None and t.precision < aim[0]
        low_r = aim is not None and t.recall is not None and t.recall < aim[1]
        lines.append(
            f"{name:20}{_figure(t.precision):>10}{'*' if low_p else ' '}{_figure(t.recall):>8}{'*' if low_r else ' '}"
            f"   {f'{t.right}/{t.said}':>11}{f'{t.found}/{t.wanted}':>14}"
            + (f"   {aim[0]:.2f}" + (f"/{aim[1]:.2f}" if aim[1] else "") if aim else "")
        )
    return "\n".join(lines)


def row(label: str, counts: Mapping[str, Tally]) -> str:
    """One line for the table of figures in the README."""
    cells = [
        f"{_figure(t.precision).strip()}/{_figure(t.recall).strip()}" if t.wanted else _figure(t.precision).strip()
        for t in counts.values()
    ]
    return "| " + " | ".join([label, *cells]) + " |"


def as_json(counts: Mapping[str, Tally]) -> dict[str, dict[str, object]]:
    """Counts and rounded figures by category."""
    return {
        name: {
            "precision": None if t.precision is None else round(t.precision, 4),
            "recall": None if t.recall is None else round(t.recall, 4),
            "right": t.right,
            "said": t.said,
            "found": t.found,
            "wanted": t.wanted,
        }
        for name, t in counts.items()
    }


def _shown(counts: Mapping[str, Tally]) -> str:
    lines = []
    for name, t in counts.items():
        lines += [f"{name}: missed  {label}" for label in t.missed] + [f"{name}: wrong   {label}" for label in t.wrong]
    return "\n".join(lines)


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Measure the engine on the annotated stories.")
    parser.add_argument("part", choices=("dev", "held_out"), help="held_out is opened to measure, never to write rules")
    parser.add_argument("--story", action="append", default=[], help="only this story (may be repeated)")
    parser.add_argument("--only", action="append", default=[], help="show only this category (may be repeated)")
    parser.add_argument("--show", action="store_true", help="list what was missed and what was wrong (dev only)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--row", metavar="LABEL", help="print one row for the README's table of figures")
    args = parser.parse_args(argv)
    if args.show and args.part == "held_out":
        parser.error("--show would open the held-out stories to whoever writes rules; use it with dev")
    try:
        chosen = stories(args.part, args.story)
        if not chosen and not args.story:
            parser.error(f"{args.part} holds no story; all that were written have been read, write a new one there")
        if not chosen:
            parser.error(f"no such story in {args.part}; leave out --story or name one of its folders")
        each: dict[str, dict[str, Tally]] = {}
        for story in chosen:
            print(f"reading {args.part}/{story.name}", file=sys.stderr)
            each[story.name] = measure(distil(story), story)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    counts = together(tuple(each.values()))
    if args.json:
        out = {"all": as_json(counts), **{name: as_json(tallies) for name, tallies in each.items()}}
        print(json.dumps(out, indent=1, ensure_ascii=False))
    elif args.row is not None:
        print(row(args.row, counts))
    else:
        print(table(counts))
        for name, tallies in each.items() if args.show else ():
            asked = {k: t for k, t in tallies.items() if not args.only or k in args.only}
            print(f"\n{args.part}/{name}\n{_shown(asked)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
