"""Arguments, progress, messages and exit codes."""

from __future__ import annotations

import argparse
import json
import random
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from briefwright import __version__
from briefwright.build import Options, build, distil_folder, stale_files
from briefwright.codebook import load_codebook
from briefwright.model import Problem, Refused, Unsound

FINE, PROBLEMS, WRONG_USE = 0, 1, 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefwright",
        description="Distil a small corpus into a briefing in which every statement shows its source.",
    )
    parser.add_argument("--version", action="version", version=f"briefwright {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--seeds", type=Path, metavar="DIR", help="the corpus (default: seeds/ of the project)")
    common.add_argument("--output", type=Path, metavar="DIR", help="write everything below DIR, nothing elsewhere")
    common.add_argument("-q", "--quiet", action="store_true", help="say nothing but problems")
    make = commands.add_parser("build", parents=[common], help="seeds in; YAML, pages and site out")
    make.add_argument("--site-url", default="", metavar="URL", help="the address at which the site will stand")
    make.add_argument(
        "--jobs", type=int, default=0, metavar="N", help="workers (the output is the same for any number)"
    )
    make.add_argument("--strict", action="store_true", help="a withheld statement is a failure")
    make.add_argument("--no-site", action="store_true", help="leave the site out")
    make.add_argument("--no-pdf", action="store_true", help="leave the PDF out")
    look = commands.add_parser("check", parents=[common], help="is the output current, do the notes fit the articles?")
    look.add_argument("--originals", type=Path, metavar="DIR", help="prove the notes against the articles in DIR")
    look.add_argument("--seal", action="store_true", help="with --originals: write seeds.lock if all is proved")
    read = commands.add_parser("sample", parents=[common], help="print statements beside their passages, for reading")
    read.add_argument("number", type=int, metavar="N")
    read.add_argument("--seed", type=int, default=0, metavar="S", help="which sample (the same S gives the same one)")
    prove = commands.add_parser("verify", parents=[common], help="judge claims against the passages that they cite")
    prove.add_argument("--claims", type=Path, required=True, metavar="FILE.jsonl")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 (fine), 1 (problems or out of date) or 2 (wrong use, input refused)."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        return _run(options)
    except Refused as refused:
        _report(refused.problems)
        return WRONG_USE
    except Unsound as unsound:
        _report(unsound.problems)
        return PROBLEMS
    except KeyboardInterrupt:
        print("stopped; the old output is as it was", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return PROBLEMS


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _report(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _paths(options: argparse.Namespace) -> Options:
    here = Path.cwd()
    seeds = options.seeds or here / "seeds"
    if not seeds.is_dir():
        raise Refused(Problem(where=seeds.as_posix(), sentence="no such folder; name the corpus with --seeds DIR"))
    own = options.output is None
    if own and options.seeds is not None and seeds.resolve() != (here / "seeds").resolve():
        raise Refused(
            Problem(where=seeds.as_posix(), sentence="another corpus needs a place of its own; add --output DIR")
        )
    if own and not (here / "mkdocs.yml").is_file():
        raise Refused(
            Problem(
                where=here.as_posix(), sentence="no mkdocs.yml here; run from the project's folder or add --output DIR"
            )
        )
    if options.seeds is None:
        seeds = Path("seeds")
    return Options(
        seeds=seeds,
        root=here if own else options.output.resolve(),
        own=own,
        site=not getattr(options, "no_site", False),
        strict=getattr(options, "strict", False),
        site_url=getattr(options, "site_url", ""),
    )


def _run(options: argparse.Namespace) -> int:
    def say(words: str) -> None:
        if not options.quiet:
            print(words, file=sys.stderr)

    match options.command:
        case "build":
            if options.jobs < 0:
                raise Refused(Problem(where="--jobs", sentence="must be a whole number from 0 (all cores) on"))
            return _build(_paths(options), say)
        case "check":
            return _check(options, say)
        case "sample":
            return _sample(options)
        case "verify":
            return _verify(options)
        case other:
            raise AssertionError(other)


def _build(options: Options, say: object) -> int:
    assert callable(say)
    briefing = build(options, say)
    used = sum(bool(u.findings) for u in briefing.uses if _content(briefing, u.source, u.passage))
    total = sum(1 for u in briefing.uses if _content(briefing, u.source, u.passage))
    print(
        f"{len(briefing.sources)} sources, {len(briefing.origins)} origins, {len(briefing.findings)} findings, "
        f"{len(briefing.statements)} statements, {len(briefing.conflicts)} conflicts; "
        f"{used} of {total} sentences used; {len(briefing.withheld)} statements withheld"
    )
    return FINE


def _content(briefing: object, source: str, passage: str) -> bool:
    from briefwright.model import Briefing

    assert isinstance(briefing, Briefing)
    return any(
        s.id == source and any(p.id == passage and p.cls == "content" for p in s.passages) for s in briefing.sources
    )


def _check(options: argparse.Namespace, say: object) -> int:
    from briefwright.originals import check, seal

    paths = _paths(options)
    if options.seal and options.originals is None:
        raise Refused(
            Problem(where="--seal", sentence="needs --originals DIR, the articles to prove the notes against")
        )
    if options.originals is not None:
        problems = check(paths.seeds, options.originals)
        if not problems and options.seal:
            (paths.seeds / "seeds.lock").write_bytes(seal(paths.seeds, options.originals))
    else:
        problems = stale_files(paths)
    _report(problems)
    if not problems and not options.quiet:
        print("the notes fit their articles" if options.originals else "the briefing is current")
    return PROBLEMS if problems else FINE


def _sample(options: argparse.Namespace) -> int:
    briefing = distil_folder(_paths_for_reading(options))
    statements = list(briefing.statements)
    chosen = random.Random(options.seed).sample(statements, min(options.number, len(statements)))
    for s in chosen:
        doubt = "" if s.hedge == "none" else f" · hedge {s.hedge}"
        print(
            f"{s.id}  {s.kind} · {s.stance}{doubt} · {s.rule}\n  says:  {s.text}\n  cites: "
            f"{s.evidence.source} ¶{s.evidence.passage[1:]}: {s.evidence.exact}\n"
        )
    return FINE


def _paths_for_reading(options: argparse.Namespace) -> Path:
    seeds: Path = options.seeds or Path("seeds")
    if not seeds.is_dir():
        raise Refused(Problem(where=seeds.as_posix(), sentence="no such folder; name the corpus with --seeds DIR"))
    return seeds


def _verify(options: argparse.Namespace) -> int:
    from briefwright.claims import judge_file

    seeds = _paths_for_reading(options)
    verdicts, problems = judge_file(options.claims, seeds, load_codebook(seeds))
    for verdict in verdicts:
        print(json.dumps(verdict, ensure_ascii=False))
    _report(problems)
    if problems:
        return WRONG_USE
    return PROBLEMS if any(v["verdict"] != "supported" for v in verdicts) else FINE


if __name__ == "__main__":
    sys.exit(main())
