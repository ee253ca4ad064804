"""Arguments, progress, messages and exit codes."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from briefwright import __version__, commands, selftest
from briefwright.build import (
    MANIFEST,
    Options,
    Say,
    build,
    silent,
    stale_files,
    unfinished_notes,
    unsealed_notes,
)
from briefwright.claims import judge_file
from briefwright.codebook import load_codebook
from briefwright.commands import as_json, refused, seeds_of, takes_json
from briefwright.model import Briefing, Problem, Refused, Unsound
from briefwright.originals import examine, seal
from briefwright.pages import is_written
from briefwright.pdf import PAPERS

FINE, PROBLEMS, WRONG_USE, STOPPED = 0, 1, 2, 130


#: Command lines without the name of the program, and what they do: of the commands that stand in this module.
_EXAMPLES = {
    "build": (
        ("build", "seeds/ in; briefing/, docs/ and site/ out"),
        ("build --seeds mine/seeds --output mine --no-pdf", "another corpus into its own folder, without the PDF"),
        ("build --strict", "the same, and exit 1 if a statement had to be withheld"),
    ),
    "check": (
        ("check", "would a build change anything? exit 1 if so"),
        ("check --originals articles --seal", "prove the notes against the articles, then write seeds.lock"),
    ),
    "verify": (("verify --claims claims.jsonl", "a verdict a line for claims that somebody else wrote"),),
}
_FIRST = (
    ("init my-briefing", "a corpus of your own to begin with"),
    ("build", "make the briefing of seeds/"),
    ("serve", "look at it while you edit"),
    ("COMMAND --help", "what a command takes, with examples"),
)


def _epilog(examples: Sequence[tuple[str, str]]) -> str:
    return "examples:\n" + "\n".join(f"  briefwright {line}\n      {told}" for line, told in examples)


def parser() -> argparse.ArgumentParser:
    """The arguments of every command."""
    parser = argparse.ArgumentParser(
        prog="briefwright",
        description="Distil a small corpus into a briefing in which every statement shows its source.",
        epilog=f"{_epilog(_FIRST)}\n\nwithout an installation: python3 scripts/run.py COMMAND",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"briefwright {__version__}")
    subcommands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--seeds", type=Path, metavar="DIR", help="the corpus (default: seeds/ of the project)")
    common.add_argument("-q", "--quiet", action="store_true", help="say nothing but problems")
    common.add_argument("-v", "--verbose", action="store_true", help="say how many seconds had passed at each step")
    placed = argparse.ArgumentParser(add_help=False, parents=[common])
    placed.add_argument("--output", type=Path, metavar="DIR", help="write everything below DIR, nothing elsewhere")

    def command(name: str, parent: argparse.ArgumentParser, told: str) -> argparse.ArgumentParser:
        return subcommands.add_parser(
            name, parents=[parent], help=told, description=told, allow_abbrev=False, epilog=_epilog(examples(name)),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )  # fmt: skip

    make = command("build", placed, "seeds in; YAML, pages and site out")
    make.add_argument("--site-url", default="", metavar="URL", help="the address at which the site will stand")
    make.add_argument(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help="processes that prove the statements of raw texts (default: 0, one a core; the output is the same)",
    )
    make.add_argument("--strict", action="store_true", help="a withheld statement or a weak self-test is a failure")
    make.add_argument(
        "--self-test", action="store_true", help="corrupt every statement; how many does the verifier refuse?"
    )
    make.add_argument("--show", action="store_true", help="with --self-test: list the corruptions that it accepts")
    make.add_argument("--no-site", action="store_true", help="leave the site out, and the PDF in it")
    make.add_argument("--offline-bundle", action="store_true", help="also write offline/, which opens from a folder")
    make.add_argument("--no-pdf", action="store_true", help="leave the PDF out")
    make.add_argument("--paper", choices=PAPERS, default="a4", help="the paper of the PDF (default: a4)")
    make.add_argument(
        "--preview",
        default="",
        metavar="BASE",
        help="mark what changes against a revision of git or a folder",
    )
    takes_json(make)
    look = command("check", placed, "is the output current, do the notes fit the articles?")
    look.add_argument("--originals", type=Path, metavar="DIR", help="prove the notes against the articles in DIR")
    look.add_argument("--seal", action="store_true", help="with --originals: write seeds.lock if all is proved")
    look.add_argument(
        "--sealed", action="store_true", help="notes without any seal are a problem too: before publishing"
    )
    takes_json(look)
    prove = command("verify", common, "judge claims against the passages that they cite")
    prove.add_argument("--claims", type=Path, required=True, metavar="FILE.jsonl", help="one JSON object a line")
    for name, module in commands.ALL.items():
        module.add(command(name, common, module.HELP))
    return parser


def examples(name: str) -> Sequence[tuple[str, str]]:
    """Command lines of a command, without the name of the program, each with what it does."""
    return _EXAMPLES[name] if name in _EXAMPLES else commands.ALL[name].EXAMPLES


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 (fine), 1 (problems or out of date) or 2 (wrong use, input refused)."""
    options = parser().parse_args(arguments)
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


def _timed() -> Say:
    """Narration with the seconds since it began: where the time of a long build goes."""
    began = time.monotonic()
    return lambda words: _narrate(f"{time.monotonic() - began:6.1f} s  {words}")


def _run(options: argparse.Namespace) -> int:
    say = silent if options.quiet else _timed() if options.verbose else _narrate
    match options.command:
        case "build":
            return _build(options, say)
        case "check":
            return _check(options, say)
        case "verify":
            return _verify(options)
        case other:
            return commands.ALL[other].run(options, say)


# --------------------------------------------------------------------------- where to read and write


def _places(options: argparse.Namespace) -> Options:
    """Where to read and write. Refuses what would mix a corpus with the project or with somebody else's files."""
    here, seeds = Path.cwd(), seeds_of(options)
    # a folder that `init` made has settings that the build writes: it is an output folder with its corpus in it
    written = options.output is None and is_written(here / "mkdocs.yml")
    own = options.output is None and not written
    if options.output is None and seeds.resolve() != (here / "seeds").resolve():
        raise refused(seeds, "another corpus needs a place of its own; add --output DIR")
    if own and not (here / "mkdocs.yml").is_file():
        raise refused("mkdocs.yml", "there is none here; run from the project's folder or add --output DIR")
    root = here if options.output is None else options.output.resolve()
    if root.is_relative_to(seeds.resolve()):
        raise refused(options.output, "stands inside the corpus; choose another --output")
    if options.output is not None:
        _only_a_build(options.output, root)
    return Options(
        seeds=seeds,
        root=root,
        own=own,
        jobs=getattr(options, "jobs", 0),
        site=not getattr(options, "no_site", False),
        offline=getattr(options, "offline_bundle", False),
        strict=getattr(options, "strict", False),
        site_url=getattr(options, "site_url", ""),
        self_test=getattr(options, "self_test", False),
        pdf=not getattr(options, "no_pdf", False),
        paper=getattr(options, "paper", "a4"),
        preview=getattr(options, "preview", ""),
    )


def _only_a_build(named: Path, root: Path) -> None:
    """What a build replaces whole, its settings and its site, must be missing or the work of an earlier build."""
    if root.exists() and not root.is_dir():
        raise refused(named, "is no folder; choose another --output")
    if (root / "src" / "briefwright").is_dir():
        raise refused(named, "is the project itself; leave --output out to build it")
    found = [name for name in ("mkdocs.yml", "site", "offline") if (root / name).exists()]
    if found and not (root / MANIFEST).is_file() and not is_written(root / "mkdocs.yml"):
        raise refused(named / found[0], "was not written by a build and would be lost; choose another --output")


# --------------------------------------------------------------------------- commands


def _build(options: argparse.Namespace, say: Say) -> int:
    if options.jobs < 0:
        raise refused("--jobs", f"is {options.jobs}; give a whole number from 0 (all cores) on")
    address = urlsplit(options.site_url)
    if options.site_url and not (address.scheme in ("http", "https") and address.netloc):
        raise refused("--site-url", f"'{options.site_url}' is no address; write it as https://example.org/briefing/")
    if options.show and not options.self_test:
        raise refused("--show", "lists what the self-test finds; add --self-test")
    briefing = build(_places(options), say)
    shown = list(selftest.listed(briefing)) if options.show else []
    if options.json:
        print(as_json(_counts(briefing) | ({"survivors": shown} if options.show else {})))
        return FINE
    for told in shown:
        print(told)
    if not options.quiet:
        print(_summary(briefing))
        if options.self_test and briefing.self_test:
            print(selftest.figures(briefing.self_test))
    return FINE


def _counts(briefing: Briefing) -> dict[str, object]:
    content = {(p.source, p.id) for s in briefing.sources for p in s.passages if p.cls == "content"}
    uses = [u for u in briefing.uses if (u.source, u.passage) in content]
    tested = briefing.self_test
    return {
        "revision": briefing.revision, "sources": len(briefing.sources), "origins": len(briefing.origins),
        "findings": len(briefing.findings), "statements": len(briefing.statements),
        "conflicts": len(briefing.conflicts), "sentences": len(uses),
        "sentences_used": sum(bool(u.findings) for u in uses), "withheld": len(briefing.withheld),
        "self_test": {"made": tested.made, "refused": tested.refused} if tested else None,
    }  # fmt: skip


def _summary(briefing: Briefing) -> str:
    return (
        "{sources} sources, {origins} origins, {findings} findings, {statements} statements, {conflicts} conflicts; "
        "{sentences_used} of {sentences} sentences used; {withheld} statements withheld"
    ).format_map(_counts(briefing))


def _check(options: argparse.Namespace, say: Say) -> int:
    originals: Path | None = options.originals
    if options.seal and originals is None:
        raise refused("--seal", "needs --originals DIR, the articles to prove the notes against")
    if originals is not None:
        seeds = seeds_of(options)
        examined = examine(seeds, originals)
        problems = examined.problems
        if not problems and options.seal:
            (seeds / "seeds.lock").write_bytes(seal(seeds, originals))
            for unread in examined.unread:
                print(f"recorded as read: {unread}")
            say(f"{len(examined.unread)} sentences newly recorded as read beside their articles")
        elif not problems:
            problems = examined.unread
    else:
        places = _places(options)
        problems = (
            *stale_files(places),
            *unfinished_notes(places.seeds),
            *unsealed_notes(places.seeds, required=options.sealed),
        )
    if options.json:
        print(as_json({"fine": not problems, "problems": [{"where": p.where, "told": p.sentence} for p in problems]}))
        return PROBLEMS if problems else FINE
    if problems:
        return _report(problems, PROBLEMS)
    if not options.quiet:
        print("the notes fit their articles" if originals else "the briefing is current")
    return FINE


def _verify(options: argparse.Namespace) -> int:
    seeds = seeds_of(options)
    verdicts, problems = judge_file(options.claims, seeds, load_codebook(seeds))
    for verdict in verdicts:
        print(json.dumps(verdict, ensure_ascii=False))
    if problems:
        return _report(problems, WRONG_USE)
    return PROBLEMS if any(v["verdict"] != "supported" for v in verdicts) else FINE


if __name__ == "__main__":
    sys.exit(main())
