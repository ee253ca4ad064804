"""From a folder of seeds to everything that is built, and the only writer of it."""

from __future__ import annotations

import re
import shutil
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from briefwright import exports, language, pages, selftest, site
from briefwright.codebook import Codebook, load_codebook
from briefwright.diff import Difference, compare, files_at, read_snapshot
from briefwright.distil import distil
from briefwright.editions import Edition, fit_to_show, read_editions
from briefwright.examples import check_entries, check_rules
from briefwright.model import Briefing, Problem, Unsound
from briefwright.notes import incomplete, is_note, read_note
from briefwright.originals import origins_of, read_seal, sealed
from briefwright.pdf import MANY, Paper, brief
from briefwright.publish import staging, switch, write_files
from briefwright.schemas import schema_files
from briefwright.sources import decode, read_corpus
from briefwright.store import json_file, json_schema_file, yaml_files

Say = Callable[[str], None]
#: Every generated page and asset, so that the next build can take away what it no longer makes.
MANIFEST = "docs/data/generated.txt"
DATA = "docs/data/briefing.json"
PDF = "site/brief.pdf"


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What `build` was asked for. `root` is the folder below which everything is written."""

    seeds: Path
    root: Path
    own: bool
    site: bool = True
    offline: bool = False
    strict: bool = False
    site_url: str = ""
    self_test: bool = False
    pdf: bool = True
    paper: Paper = "a4"
    preview: str = ""
    jobs: int = 0


def silent(words: str) -> None:
    """Narration that nobody hears."""


def distil_folder(seeds: Path, say: Say = silent, jobs: int = 1) -> Briefing:
    """The briefing of a folder of seeds, by its own codebook; writes nothing. `say` hears what was passed over.

    `jobs` processes work on raw texts, 0 for one a core.
    """
    codebook = load_codebook(seeds)
    check_rules(codebook)
    corpus = read_corpus(seeds)
    if corpus.ignored:
        say(f"no sources, hence not read: {', '.join(corpus.ignored)}")
    if any(s.basis == "original" for s in corpus.sources) and not language.available():
        say("no language model: in raw texts, rules alone find less; `python3 scripts/bootstrap.py` asks for it again")
    seal = read_seal(seeds)
    for problem in seal.problems if seal is not None else ():
        say(f"{problem}; until then no note counts as checked")
    sources = tuple(replace(s, sealed=sealed(s, seal)) for s in corpus.sources)
    briefing = distil(sources, origins_of(sources, seal, codebook), codebook, jobs)
    check_entries(codebook, sources, briefing.statements)
    for notice in briefing.notices:
        say(f"to know: {notice}")
    return briefing


def files(
    briefing: Briefing, editions: Sequence[Edition] = (), site_url: str = "", *, printed: bool = False
) -> dict[str, bytes]:
    """Every file of a briefing but the site and the PDF: path -> bytes, the same for the same seeds and editions.

    The first page leads to the PDF where one is `printed`.
    """
    made = {
        **yaml_files(briefing),
        **pages.render(briefing, editions, pdf=printed),
        **pages.assets(),
        **exports.render(briefing, editions, site_url),
        **schema_files(),
        DATA: json_file(briefing),
        "docs/data/briefing.schema.json": json_schema_file(),
        **({selftest.FILE: selftest.as_yaml(briefing.self_test)} if briefing.self_test else {}),
    }
    listed = sorted(name for name in made if name.startswith("docs/"))
    made[MANIFEST] = ("\n".join([*listed, MANIFEST]) + "\n").encode("utf-8")
    return made


def check_strict(briefing: Briefing, strict: bool) -> None:
    """With `strict`, a statement that had to be withheld stops the build."""
    if strict and briefing.withheld:
        sources = {s.id: s for s in briefing.sources}
        problems = []
        for w in briefing.withheld:
            cited = w.statement.evidence
            source = sources[cited.source]
            line = source.text.count("\n", 0, cited.start) + 1
            told = (
                f"¶{cited.passage[1:]} does not prove “{w.statement.text}” ({w.slot}: {w.reason}); reword the sentence"
            )
            problems.append(Problem(where=f"{source.path}:{line}", sentence=told))
        raise Unsound(*problems)


def build(options: Options, say: Say) -> Briefing:
    """Distil, render and write; nothing is written unless all of it could be made.

    The PDF alone may fail: then everything else is written, an older PDF stays in its place, and Unsound is raised.
    """
    say(f"reading {options.seeds.as_posix()}")
    briefing = distil_folder(options.seeds, say, options.jobs)
    check_strict(briefing, options.strict)
    codebook = load_codebook(options.seeds)
    if options.self_test:
        briefing = selftest.run(briefing, codebook, say)
    else:
        # a build elsewhere gives the same bytes: the record beside the corpus is as good as the one in the output
        briefing = selftest.committed(briefing, codebook, (options.root, options.seeds.resolve().parent), say)
    if options.strict:
        selftest.check_self_test(briefing)
    say("composing pages")
    printed, problems = _printed(options, briefing, say)
    made = files(briefing, _editions(options, codebook), options.site_url, printed=printed is not None)
    if options.preview:
        made = pages.marked(made, _against(options.preview, made, options.seeds))
    if not options.own:
        made["mkdocs.yml"] = pages.mkdocs_config(briefing, docs_dir="docs", site_dir="site", site_url=options.site_url)
    with no_trace(options.root), staging(options.root) as folder:
        fresh = folder / "new"
        write_files(fresh, made)
        moves = [*made]
        if options.site:
            say("building the site")
            moves += _sites(options, folder, fresh, made)
        if printed is not None:
            write_files(fresh, {f"{place}/brief.pdf": printed for place in ("site", "offline") if place in moves})
        with uninterrupted():
            switch(options.root, folder, moves, sorted(_stale(options.root, made)))
    if problems:
        raise Unsound(*problems)
    return briefing


def _printed(options: Options, briefing: Briefing, say: Say) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The PDF, or, with what stood in its way, the one that an earlier build made; nothing where none is wanted."""
    if not (options.pdf and options.site):
        return None, ()
    if len(briefing.statements) > MANY:
        say(f"the PDF of {len(briefing.statements):,} statements takes minutes and gigabytes; --no-pdf leaves it out")
    say("setting the PDF")
    try:
        return brief(briefing, json_file(briefing), paper=options.paper, site_url=_address(options)), ()
    except Unsound as unsound:
        old = options.root / PDF
        return old.read_bytes() if old.is_file() else None, unsound.problems


def _address(options: Options) -> str:
    """Where the site will stand: as the command says, else as the project's own settings do."""
    config = options.root / "mkdocs.yml"
    if options.site_url or not options.own or not config.is_file():
        return options.site_url
    found = re.search(r"^site_url: *['\"]?(https?://[^\s'\"#]+)", config.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _editions(options: Options, codebook: Codebook) -> tuple[Edition, ...]:
    """The recorded editions, without what a judgement has withdrawn since."""
    return fit_to_show(read_editions(options.root), codebook)


def _against(base: str, made: Mapping[str, bytes], seeds: Path) -> Difference:
    """What the new briefing changes against one in a folder or revision."""
    name, old = files_at(base, (seeds.resolve().parent,))
    new = {Path(path).name: data for path, data in made.items() if path.startswith("briefing/")}
    return compare(read_snapshot(old, name), read_snapshot(new, "briefing"), (base, "this proposal"))


@contextmanager
def no_trace(root: Path) -> Iterator[None]:
    """Folders on the way to `root` that were not there before and in which nothing came to stand are taken away."""
    new = [folder for folder in (root, *root.parents) if not folder.exists()]
    try:
        yield
    finally:
        for folder in new:
            if not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


@contextmanager
def uninterrupted() -> Iterator[None]:
    """The switch to the new output takes a moment: an interruption in it comes too late and is not heeded."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    old = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)


def _stale(root: Path, made: Mapping[str, bytes]) -> list[str]:
    manifest = root / MANIFEST
    if not manifest.is_file():
        return []
    names = manifest.read_text(encoding="utf-8").split("\n")
    return [n for n in names if n.startswith("docs/") and ".." not in n and n not in made]


def _sites(options: Options, folder: Path, fresh: Path, made: Mapping[str, bytes]) -> list[str]:
    """Build the site, and its offline copy if that is asked for; returns the names of the folders.

    Both come from a copy of the docs as they will be: the hand-written pages and the generated ones.
    """
    docs = folder / "docs"
    hand = options.root / "docs"
    generated = {*made, *_stale(options.root, made)}
    if options.own and hand.is_dir():
        for path in sorted(hand.rglob("*")):
            name = path.relative_to(options.root).as_posix()
            if path.is_file() and not path.is_symlink() and name not in generated:
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
    write_files(folder, {n: d for n, d in made.items() if n.startswith("docs/")})
    config = options.root / "mkdocs.yml" if options.own else fresh / "mkdocs.yml"
    site.site(config, docs, fresh / "site", options.site_url)
    if options.offline:
        site.offline(config, docs, fresh / "offline")
    shutil.rmtree(docs)
    return ["site", *(["offline"] if options.offline else [])]


def stale_files(options: Options) -> tuple[Problem, ...]:
    """What of the committed output is not what the seeds now give."""
    briefing = distil_folder(options.seeds, jobs=options.jobs)
    remedy = "run `python3 scripts/build_briefing.py`" if options.own else "build it again"
    problems = []
    for name, data in sorted(yaml_files(briefing).items()):
        path = options.root / name
        if not path.is_file():
            problems.append(Problem(where=name, sentence=f"is missing; {remedy}"))
        elif path.read_bytes().replace(b"\r\n", b"\n") != data:
            problems.append(Problem(where=name, sentence=f"is out of date; {remedy}"))
    return tuple(problems)


def unfinished_notes(seeds: Path) -> Iterator[Problem]:
    """The paragraphs of each note that are neither retold nor classed as heading or noise."""
    for path in sorted(seeds.glob("*.md")):
        where = path.as_posix()
        text = decode(path.read_bytes(), where)
        if is_note(text):
            yield from incomplete(read_note(text, path=f"{seeds.name}/{path.name}", where=where, stem_id=""))


def unsealed_notes(seeds: Path, *, required: bool = False) -> tuple[Problem, ...]:
    """The notes that the seal of a folder does not cover, or not as they now stand.

    Where there is no seal at all there are none, unless one is `required`: then every note is one.
    """
    seal = read_seal(seeds)
    if seal is None:
        told = "no seal covers the note; prove it with `briefwright check --originals DIR --seal` and commit seeds.lock"
        notes = [s for s in read_corpus(seeds).sources if s.basis == "note"] if required else []
        return tuple(Problem(where=f"{(seeds / Path(s.path).name).as_posix()}:1", sentence=told) for s in notes)
    told = "the note no longer fits its seal; prove it with `briefwright check --originals DIR --seal`"
    open_notes = (s for s in read_corpus(seeds).sources if s.basis == "note" and not sealed(s, seal))
    return seal.problems or tuple(
        Problem(where=f"{(seeds / Path(s.path).name).as_posix()}:1", sentence=told) for s in open_notes
    )
