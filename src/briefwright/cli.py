"""Arguments, progress, messages and exit codes."""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from briefwright import __version__
from briefwright.build import (
    MANIFEST,
    Options,
    Say,
    build,
    distil_folder,
    silent,
    stale_files,
    unfinished_notes,
    unsealed_notes,
)
from briefwright.claims import judge_file
from briefwright.codebook import load_codebook
from briefwright.diff import as_json, as_markdown, as_text, compare, files_at, read_snapshot
from briefwright.model import Briefing, Problem, Refused, Unsound
from briefwright.originals import check, seal
from briefwright.store import yaml_files

FINE, PROBLEMS, WRONG_USE, STOPPED = 0, 1, 2, 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefwright",
        description="Distil a small corpus into a briefing in which every statement shows its source.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"briefwright {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--seeds", type=Path, metavar="DIR", help="the corpus (default: seeds/ of the project)")
    common.add_argument("-q", "--quiet", action="store_true", help="say nothing but problems")
    placed = argparse.ArgumentParser(add_help=False, parents=[common])
    placed.add_argument("--output", type=Path, metavar="DIR", help="write everything below DIR, nothing elsewhere")

    def command(name: str, parent: argparse.ArgumentParser, told: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[parent], help=told, description=told, allow_abbrev=False)

    make = command("build", placed, "seeds in; YAML, pages and site out")
    make.add_argument("--site-url", default="", metavar="URL", help="the address at which the site will stand")
    make.add_argument(
        "--jobs", type=int, default=0, metavar="N", help="workers (the output is the same for any number)"
    )
    make.add_argument("--strict", action="store_true", help="a withheld statement is a failure")
    make.add_argument("--no-site", action="store_true", help="leave the site out")
    make.add_argument("--no-pdf", action="store_true", help="leave the PDF out")
    look = command("check", placed, "is the output current, do the notes fit the articles?")
    look.add_argument("--originals", type=Path, metavar="DIR", help="prove the notes against the articles in DIR")
    look.add_argument("--seal", action="store_true", help="with --originals: write seeds.lock if all is proved")
    read = command("sample", common, "print statements beside their passages, for reading")
    read.add_argument("number", type=int, metavar="N", help="how many; all of them if there are fewer")
    read.add_argument("--seed", type=int, default=0, metavar="S", help="which sample (the same S gives the same one)")
    prove = command("verify", common, "judge claims against the passages that they cite")
    prove.add_argument("--claims", type=Path, required=True, metavar="FILE.jsonl", help="one JSON object a line")
    compare = command("diff", common, "what changed between two briefings, for a reviewer")
    compare.add_argument("base", metavar="BASE", help="a revision of git, or a folder that holds a briefing")
    compare.add_argument(
        "head", metavar="HEAD", nargs="?", help="the same; without it, the seeds as they stand now, distilled afresh"
    )
    compare.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="(default: text)")
    compare.add_argument(
        "--fail-on", choices=("never", "look", "change"), default="never",
        help="exit 1 if something needs a look, or if anything changed (default: never)",
    )  # fmt: skip
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 (fine), 1 (problems or out of date) or 2 (wrong use, input refused)."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        status = _run(options)
        sys.stdout.flush()
        return status
    except Refused as refused:
        return _report(refused.problems, WRONG_USE)
    except Unsound as unsound:
        return _report(unsound.problems, PROBLEMS)
    except KeyboardInterrupt:
        print("stopped; the old output is as it was", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # Whoever reads has seen enough (`| head`); Python must not complain of it when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except OSError as error:
        told = f"cannot be read or written ({error.strerror}); make room or give the right to do so"
        return _report([Problem(where=str(error.filename or "output"), sentence=told)], WRONG_USE)


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _report(problems: Sequence[Problem], status: int) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return status


def _narrate(words: str) -> None:
    print(words, file=sys.stderr)


def _run(options: argparse.Namespace) -> int:
    say = silent if options.quiet else _narrate
    match options.command:
        case "build":
            return _build(options, say)
        case "check":
            return _check(options)
        case "sample":
            return _sample(options)
        case "verify":
            return _verify(options)
        case "diff":
            return _diff(options, say)
        case other:
            raise AssertionError(other)


# --------------------------------------------------------------------------- where to read and write


def _refused(where: str | Path, sentence: str) -> Refused:
    return Refused(Problem(where=where.as_posix() if isinstance(where, Path) else where, sentence=sentence))


def _seeds(options: argparse.Namespace) -> Path:
    seeds: Path = options.seeds or Path("seeds")
    if not seeds.is_dir():
        raise _refused(seeds, "no such folder; name the corpus with --seeds DIR")
    return seeds


def _places(options: argparse.Namespace) -> Options:
    """Where to read and write. Refuses what would mix a corpus with the project or with somebody else's files."""
    here, seeds = Path.cwd(), _seeds(options)
    own = options.output is None
    if own and seeds.resolve() != (here / "seeds").resolve():
        raise _refused(seeds, "another corpus needs a place of its own; add --output DIR")
    if own and not (here / "mkdocs.yml").is_file():
        raise _refused("mkdocs.yml", "there is none here; run from the project's folder or add --output DIR")
    root = here if own else options.output.resolve()
    if root.is_relative_to(seeds.resolve()):
        raise _refused(options.output, "stands inside the corpus; choose another --output")
    if not own:
        _only_a_build(options.output, root)
    return Options(
        seeds=seeds,
        root=root,
        own=own,
        site=not getattr(options, "no_site", False),
        strict=getattr(options, "strict", False),
        site_url=getattr(options, "site_url", ""),
    )


def _only_a_build(named: Path, root: Path) -> None:
    """What a build replaces whole, its settings and its site, must be missing or the work of an earlier build."""
    if root.exists() and not root.is_dir():
        raise _refused(named, "is no folder; choose another --output")
    if (root / "src" / "briefwright").is_dir():
        raise _refused(named, "is the project itself; leave --output out to build it")
    found = [name for name in ("mkdocs.yml", "site") if (root / name).exists()]
    if found and not (root / MANIFEST).is_file():
        raise _refused(named / found[0], "was not written by a build and would be lost; choose another --output")


# --------------------------------------------------------------------------- commands


def _build(options: argparse.Namespace, say: Say) -> int:
    if options.jobs < 0:
        raise _refused("--jobs", f"is {options.jobs}; give a whole number from 0 (all cores) on")
    address = urlsplit(options.site_url)
    if options.site_url and not (address.scheme in ("http", "https") and address.netloc):
        raise _refused("--site-url", f"'{options.site_url}' is no address; write it as https://example.org/briefing/")
    briefing = build(_places(options), say)
    if not options.quiet:
        print(_summary(briefing))
    return FINE


def _summary(briefing: Briefing) -> str:
    content = {(p.source, p.id) for s in briefing.sources for p in s.passages if p.cls == "content"}
    uses = [u for u in briefing.uses if (u.source, u.passage) in content]
    return (
        f"{len(briefing.sources)} sources, {len(briefing.origins)} origins, {len(briefing.findings)} findings, "
        f"{len(briefing.statements)} statements, {len(briefing.conflicts)} conflicts; "
        f"{sum(bool(u.findings) for u in uses)} of {len(uses)} sentences used; "
        f"{len(briefing.withheld)} statements withheld"
    )


def _check(options: argparse.Namespace) -> int:
    originals: Path | None = options.originals
    if options.seal and originals is None:
        raise _refused("--seal", "needs --originals DIR, the articles to prove the notes against")
    if originals is not None:
        seeds = _seeds(options)
        problems = check(seeds, originals)
        if not problems and options.seal:
            (seeds / "seeds.lock").write_bytes(seal(seeds, originals))
    else:
        places = _places(options)
        problems = (*stale_files(places), *unfinished_notes(places.seeds), *unsealed_notes(places.seeds))
    if problems:
        return _report(problems, PROBLEMS)
    if not options.quiet:
        print("the notes fit their articles" if originals else "the briefing is current")
    return FINE


def _sample(options: argparse.Namespace) -> int:
    if options.number < 1:
        raise _refused("N", f"is {options.number}; give a whole number from 1 on")
    statements = distil_folder(_seeds(options)).statements
    for s in random.Random(options.seed).sample(statements, min(options.number, len(statements))):
        doubt = "" if s.hedge == "none" else f" · hedge {s.hedge}"
        print(
            f"{s.id}  {s.kind} · {s.stance}{doubt} · {s.rule}\n  says:  {s.text}\n  cites: "
            f"{s.evidence.source} ¶{s.evidence.passage[1:]}: {s.evidence.exact}\n"
        )
    return FINE


def _verify(options: argparse.Namespace) -> int:
    seeds = _seeds(options)
    verdicts, problems = judge_file(options.claims, seeds, load_codebook(seeds))
    for verdict in verdicts:
        print(json.dumps(verdict, ensure_ascii=False))
    if problems:
        return _report(problems, WRONG_USE)
    return PROBLEMS if any(v["verdict"] != "supported" for v in verdicts) else FINE


def _diff(options: argparse.Namespace, say: Say) -> int:
    name, files = files_at(options.base)
    base = read_snapshot(files, name)
    if options.head is not None:
        name, files = files_at(options.head)
    else:
        seeds = _seeds(options)
        say(f"reading {seeds.as_posix()}")
        name = seeds.as_posix()
        files = {Path(path).name: data for path, data in yaml_files(distil_folder(seeds, say)).items()}
    difference = compare(base, read_snapshot(files, name), (options.base, options.head or name))
    print({"text": as_text, "markdown": as_markdown, "json": as_json}[options.format](difference), end="")
    failed = {"never": False, "look": bool(difference.look()), "change": bool(difference.entries)}
    return PROBLEMS if failed[options.fail_on] else FINE


if __name__ == "__main__":
    sys.exit(main())
