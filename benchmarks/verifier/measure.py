#!/usr/bin/env python3
"""How many true claims the verifier accepts, and how many false ones; ours and the peers', in one run.

    python3 benchmarks/verifier/measure.py dev                  # ours and the peers, all and by class
    python3 benchmarks/verifier/measure.py dev --ours --show    # ours alone, and what it got wrong
    python3 benchmarks/verifier/measure.py held_out             # figures only: nobody who writes rules reads it

The peers are installed by pip into an environment in a temporary folder (`--environment DIR` keeps one).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "src")]

from traps import CLASSES, GRADES, Claim, corpora, load, passages  # noqa: E402

OURS: Final = "briefwright verify"


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What one checker said: `verdicts` by id where it has more than two, the ids accepted, milliseconds a claim."""

    name: str
    accepted: frozenset[str] = frozenset()
    verdicts: Mapping[str, str] | None = None
    milliseconds: float = 0.0
    missing: str = ""


def ours(part: Path) -> tuple[Result, dict[str, dict[str, str]]]:
    """`briefwright verify` in this process on every story of a part; what it loads once is loaded before."""
    from briefwright.claims import judge_file
    from briefwright.codebook import load_codebook

    said: dict[str, dict[str, str]] = {}
    spent, folders = 0.0, corpora(part)
    for folder in folders:
        codebook = load_codebook(folder / "texts")
        judge_file(folder / "claims.jsonl", folder / "texts", codebook) if folder is folders[0] else None
        started = time.perf_counter()
        verdicts, problems = judge_file(folder / "claims.jsonl", folder / "texts", codebook)
        spent += time.perf_counter() - started
        if problems:
            raise SystemExit("\n".join(map(str, problems)))
        said |= {v["id"]: v for v in verdicts}
    by_id = {i: v["verdict"] for i, v in said.items()}
    accepted = frozenset(i for i, v in by_id.items() if v == "supported")
    return Result(name=OURS, accepted=accepted, verdicts=by_id, milliseconds=spent * 1000 / len(said)), said


def peers(claims: Sequence[Claim], texts: Mapping[tuple[str, str, str], str], environment: Path | None) -> list[Result]:
    """Every peer's answers, from an environment that holds nothing else; one that is not to be had says so."""
    with nullcontext(environment) if environment else tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / "bin" / "python"
        if not python.exists():
            venv.create(folder, with_pip=True)
            for package in (HERE / "peers.txt").read_text(encoding="utf-8").split():
                command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
                if subprocess.run(command, stderr=subprocess.DEVNULL).returncode:
                    print(f"could not be installed: {package}", file=sys.stderr)
        asked = [
            json.dumps({"id": c.id, "text": c.text, "passage": texts[c.corpus, c.source, c.passage]}) for c in claims
        ]
        told = subprocess.run(
            [str(python), str(HERE / "peers.py")],
            input="\n".join(asked),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=True,
        )
    return [
        Result(name=name, missing=answer["missing"])
        if "missing" in answer
        else Result(name=name, accepted=frozenset(answer["accepted"]), milliseconds=answer["milliseconds"])
        for name, answer in json.loads(told.stdout).items()
    ]


def share(claims: Sequence[Claim], label: str, chosen: frozenset[str]) -> str:
    """How many of the claims with this label were chosen, of how many, and per cent."""
    ids = [c.id for c in claims if c.label == label]
    hit = sum(i in chosen for i in ids)
    return f"{hit}/{len(ids)}" + (f" ({100 * hit / len(ids):.0f} %)" if ids else "")


def overall(claims: Sequence[Claim], results: Sequence[Result]) -> str:
    """One row a checker, as a Markdown table."""
    rows = [
        "| checker | true accepted | false accepted | true: needs review | false: needs review | ms a claim |",
        "|---|---|---|---|---|---|",
    ]
    for r in results:
        if r.missing:
            rows.append(f"| {r.name} | could not be had: {r.missing} | | | | |")
            continue
        open_ = frozenset(i for i, v in (r.verdicts or {}).items() if v == "needs_review")
        review = [share(claims, label, open_) if r.verdicts else "–" for label in ("true", "false")]
        rows.append(
            f"| {r.name} | {share(claims, 'true', r.accepted)} | {share(claims, 'false', r.accepted)} "
            f"| {review[0]} | {review[1]} | {r.milliseconds:.1f} |"
        )
    return "\n".join(rows)


def by_class(claims: Sequence[Claim], results: Sequence[Result]) -> str:
    """True and false claims accepted, by class and grade: one column a checker."""
    shown = [r for r in results if not r.missing]
    rows = [
        "| true / false accepted | pairs | " + " | ".join(r.name for r in shown) + " |",
        "|---|---|" + "---|" * len(shown),
    ]
    groups = {name: [c for c in claims if c.cls == name] for name in CLASSES}
    groups |= {f"grade {g}": [c for c in claims if c.grade == g] for g in GRADES}
    for name, group in groups.items():
        if group:
            cells = (
                " / ".join(
                    str(sum(c.id in r.accepted for c in group if c.label == label)) for label in ("true", "false")
                )
                for r in shown
            )
            rows.append(f"| {name} | {len(group) // 2} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def wrong(claims: Sequence[Claim], said: Mapping[str, Mapping[str, str]]) -> str:
    """Every claim that ours did not judge as it is labelled, the false ones that were accepted first."""
    out = []
    for label, right in (("false", ("unsupported", "needs_review")), ("true", ("supported",))):
        for c in claims:
            v = said[c.id]
            if c.label == label and v["verdict"] not in right:
                out.append(
                    f"{label} {c.cls} {c.grade} {c.source} {c.passage}: {c.text}\n    {v['verdict']} "
                    f"{v['slot']}: {v['reason']}"
                )
    return "\n".join(out)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure one part and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("part", choices=("dev", "held_out"))
    parser.add_argument("--ours", action="store_true", help="leave the peers out")
    parser.add_argument("--show", action="store_true", help="list what ours got wrong (dev only)")
    parser.add_argument("--environment", type=Path, help="where the peers are installed, or are to be")
    options = parser.parse_args(arguments)
    if options.show and options.part != "dev":
        parser.error("--show is for dev: whoever writes rules does not read the held-out claims")
    part = HERE / options.part
    claims = [c for folder in corpora(part) for c in load(folder)]
    texts = {(f.name, s, p): text for f in corpora(part) for (s, p), text in passages(f).items()}
    result, said = ours(part)
    results = [result] if options.ours else [result, *peers(claims, texts, options.environment)]
    print(f"{options.part}: {len(claims)} claims\n")
    print(overall(claims, results), by_class(claims, results), sep="\n\n")
    if options.show:
        print("\n" + wrong(claims, said))
    return 0


if __name__ == "__main__":
    sys.exit(main())
