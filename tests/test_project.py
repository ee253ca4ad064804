"""The project's own corpus: is what is committed what the seeds give, in whose words, and the same everywhere?"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from posixpath import dirname, join, normpath

import jsonschema
import pytest

from briefwright import language, selftest
from briefwright.build import Options, distil_folder, files, stale_files, unsealed_notes
from briefwright.cli import main
from briefwright.model import Briefing, Finding
from briefwright.records import dump, load
from briefwright.store import json_file, json_schema
from site_reading import Page, problems, read
from test_contracts import ORDER

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
ARTICLES = ROOT.parent / "shared" / "seeds"
GUIDES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "about" / "how-to-edit.md")
BRIEFING = distil_folder(SEEDS)
#: What a build reads: everything else may be missing.
READ = ("seeds", "docs", "briefing", "src/briefwright/assets", "mkdocs.yml")
#: What a build writes.
WRITTEN = ("briefing", "docs", "site")


def project(folder: Path) -> Path:
    """A copy of what a build of the project reads, without anything that an earlier build left."""
    folder.mkdir(parents=True)
    for name in READ:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    shutil.rmtree(folder / "docs")
    shutil.copytree(ROOT / "docs" / "about", folder / "docs" / "about")
    return folder


def run(*command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A module of Python run in a folder, with the package to import from."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NO_MKDOCS_2_WARNING": "1", **variables}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def tree(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Every file below these folders, by its path."""
    found = (path for name in names for path in (folder / name).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


# --------------------------------------------------------------------------- committed and current


#: Whoever opens a pull request may change seeds/ alone, with no article at hand; the main branch is held to both.
on_main = pytest.mark.skipif(bool(os.environ.get("GITHUB_BASE_REF")), reason="a pull request may change seeds/ alone")


@on_main
def test_the_committed_briefing_is_what_the_seeds_give() -> None:
    assert stale_files(Options(seeds=SEEDS, root=ROOT, own=True)) == ()


@on_main
def test_the_notes_fit_their_seal() -> None:
    assert unsealed_notes(SEEDS) == ()


def test_nothing_is_withheld() -> None:
    assert [w.statement.text for w in BRIEFING.withheld] == []


def test_every_statement_cites_the_exact_words_of_its_source() -> None:
    texts = {source.id: source.text for source in BRIEFING.sources}
    cited = [s.evidence for s in BRIEFING.statements]
    assert [e for e in cited if not e.exact or texts[e.source][e.start : e.end] != e.exact] == []


def test_every_finding_stands_on_a_page_with_a_footnote_for_each_statement() -> None:
    """And each of these footnotes stands at the end of that page."""
    shown: dict[str, set[str]] = {}
    for name, data in files_of(BRIEFING, "docs/").items():
        text = data.decode() if name.endswith(".md") else ""
        notes = set(re.findall(r"^\[\^(\w+)\]:", text, re.MULTILINE))
        for block in re.split(r'(?=<\w+ [^>]*data-finding=")', text)[1:]:
            identity = block.partition('data-finding="')[2].partition('"')[0]
            shown.setdefault(identity, set()).update(notes & set(re.findall(r"\[\^(\w+)\](?!:)", block)))
    assert [f.id for f in BRIEFING.findings if not set(f.statements) <= shown.get(f.id, set())] == []


def files_of(briefing: Briefing, below: str) -> dict[str, bytes]:
    return {name: data for name, data in files(briefing).items() if name.startswith(below)}


@pytest.mark.parametrize("path", sorted((ROOT / "briefing").glob("*.yml")), ids=lambda path: path.stem)
def test_each_committed_file_equals_its_own_load_and_dump(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    header = [line[2:] for line in text.split("\n") if line.startswith("# ")]
    assert dump(load(text, path.name).value, header).decode() == text


def test_the_briefing_keeps_its_schema() -> None:
    jsonschema.Draft7Validator(json_schema()).validate(json.loads(json_file(BRIEFING)))


# --------------------------------------------------------------------------- the site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project built in a copy, by the command."""
    folder = project(tmp_path_factory.mktemp("first") / "project")
    made = run("briefwright", "build", folder=folder, PYTHONHASHSEED="0", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8")
    assert made.returncode == 0, made.stderr
    return folder


def test_the_site_builder_alone_has_nothing_to_complain_of(built: Path) -> None:
    """`mkdocs build --strict` on what a build left: the site needs no code of ours to be made."""
    made = run("mkdocs", "build", "--strict", "--site-dir", "again", folder=built)
    assert (made.returncode, [line for line in made.stderr.split("\n") if "WARNING" in line]) == (0, [])


def test_two_builds_are_equal_byte_for_byte(built: Path, tmp_path: Path) -> None:
    """In another folder, another time zone, another order of hashes, in a fresh place and over an old build."""
    other = project(tmp_path / "some where" / "ëlse")
    for seed in ("1", "2"):
        made = run(
            "briefwright", "build", "--jobs", "3", folder=other, PYTHONHASHSEED=seed, TZ="America/Adak", LC_ALL="C"
        )
        assert made.returncode == 0, made.stderr
    one, two = tree(built, WRITTEN), tree(other, WRITTEN)
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []


def test_no_page_is_heavier_than_100_kilobytes_on_its_way(built: Path) -> None:
    weight = {
        p.relative_to(built).as_posix(): len(gzip.compress(p.read_bytes())) for p in built.rglob("site/**/*.html")
    }
    print(f"the heaviest page has {max(weight.values()):,} bytes compressed")
    assert [name for name, size in weight.items() if size > 100_000] == []


def test_nothing_is_wrong_with_any_page_of_the_project(built: Path) -> None:
    """Every link and every anchor is there, every finding has its note, and nothing is asked of another host."""
    assert list(problems(read(built / "site"))) == []


def test_every_finding_stands_one_click_from_the_first_page_and_its_passage_one_more(built: Path) -> None:
    pages = read(built / "site")
    near = {"index.html", *leads(pages["index.html"], "index.html")} & pages.keys()
    shown = {finding: name for name in near for finding, _ in pages[name].findings}
    assert [f.id for f in BRIEFING.findings if f.id not in shown] == []
    passages = {f"sources/{s.evidence.source}/index.html#{s.evidence.passage}" for s in BRIEFING.statements}
    assert passages <= {link for name in near for link in leads(pages[name], name, fragments=True)}


def leads(page: Page, address: str, *, fragments: bool = False) -> set[str]:
    """The pages, or the places in them, to which the links of a page lead."""
    found = set()
    for tag, got in page.elements:
        path, mark, fragment = got.get("href", "").partition("#")
        if tag == "a" and path and "://" not in path:
            where = normpath(join(dirname(address), path))
            where = where if where.endswith(".html") else normpath(join(where, "index.html"))
            found.add(f"{where}{mark}{fragment}" if fragments else where)
    return found


def test_a_build_writes_the_files_that_the_briefing_gives(built: Path) -> None:
    written = tree(built, ["briefing"])
    written.pop(selftest.FILE, None)  # a record of the self-test is kept from build to build
    assert written == files_of(BRIEFING, "briefing/")


# --------------------------------------------------------------------------- without the model, without the codebook


def test_notes_need_no_language_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The main job never hangs on it: every file is the same with and without."""
    with_model = files(distil_folder(SEEDS))
    monkeypatch.setattr(language, "available", lambda: "")
    language._load.cache_clear()
    try:
        assert files(distil_folder(SEEDS)) == with_model
    finally:
        language._load.cache_clear()


def test_a_build_from_notes_never_loads_the_language_model() -> None:
    script = "import sys; from pathlib import Path; from briefwright.build import distil_folder; " \
             "distil_folder(Path('seeds')); sys.exit('spacy' in sys.modules)"  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, check=False).returncode == 0


#: What the codebook may add to a text without changing what it says: the year of a date.
YEAR = re.compile(r" (?:19|20)[0-9]{2}\b")
LEAST_KEPT = 0.9


def share_kept(full: Briefing, bare: Briefing) -> tuple[float, list[Finding]]:
    """How much of `full` is in `bare`, and what is not.

    A finding is there again if its id is, or if one of the same kind rests on one of its sentences and has its text,
    names of entities and years aside.
    """
    ids = {finding.id for finding in bare.findings}
    again = {key for finding in bare.findings for key in keys(bare, finding)}
    lost = [f for f in full.findings if f.id not in ids and not again & set(keys(full, f))]
    return 1 - len(lost) / len(full.findings), lost


def keys(briefing: Briefing, finding: Finding) -> Iterator[tuple[str, str, str, int]]:
    by_id = {entity.id: entity for entity in briefing.entities}
    text = YEAR.sub("", finding.text)
    named = sorted({n for e in finding.entities for n in (by_id[e].name, *by_id[e].aliases)}, key=len, reverse=True)
    for name in named:
        text = text.replace(name, "·")
    for statement in briefing.statements:
        if statement.id in finding.statements:
            yield finding.kind, text, statement.evidence.source, statement.evidence.start


def test_without_its_codebook_the_corpus_keeps_nine_tenths_of_its_findings(tmp_path: Path) -> None:
    """The engine carries the briefing, not what somebody wrote about this one story."""
    shutil.copytree(SEEDS, tmp_path / "seeds", ignore=shutil.ignore_patterns("codebook.yml"))
    share, lost = share_kept(BRIEFING, distil_folder(tmp_path / "seeds"))
    print(f"without seeds/codebook.yml {share:.1%} of {len(BRIEFING.findings)} findings are found again")
    assert share >= LEAST_KEPT, [finding.text for finding in lost]


def test_a_briefing_that_lost_a_source_keeps_too_little() -> None:
    kept = tuple(s for s in BRIEFING.statements if s.evidence.source != "003")
    ids = {s.id for s in kept}
    findings = tuple(f for f in BRIEFING.findings if ids & set(f.statements))
    share, lost = share_kept(BRIEFING, replace(BRIEFING, statements=kept, findings=findings))
    assert (share < LEAST_KEPT, len(lost)) == (True, len(BRIEFING.findings) - len(findings))


def test_a_finding_with_another_number_is_not_found_again() -> None:
    first = BRIEFING.findings[0]
    other = replace(BRIEFING, findings=(replace(first, id="other", text=first.text + " 7"), *BRIEFING.findings[1:]))
    assert share_kept(BRIEFING, other)[1] == [first]


def test_the_codebook_of_the_corpus_holds_no_rule_pattern_or_template() -> None:
    own = load((SEEDS / "codebook.yml").read_text(encoding="utf-8"), "codebook.yml").value
    assert isinstance(own, dict)
    assert set(own) <= {
        "title",
        "site_name",
        "contact",
        "names",
        "judgements",
        "years",
        "pins",
        "drops",
        "gaps",
        "expected",
        "report",
        "edit",
        "glossary",
    }


# --------------------------------------------------------------------------- own words

LONGEST_RUN = 6
_WORD = re.compile(r"[^\W_]+(?:['.,:/-][^\W_]+)*")
_SPEECH = re.compile(r"“[^“”\n]{1,2000}”|\"[^\"\n]{1,2000}\"")
_CURLY = re.compile(r"“[^“”\n]{1,2000}”")
_TEXTS = frozenset({".md", ".yml", ".json", ".py", ".html", ".txt", ".toml", ".css", ".in"})
_PLACES = (
    "seeds",
    "briefing",
    "docs/about",
    "src",
    "tests",
    "scripts",
    "benchmarks",
    ".ci",
    "*.md",
    "*.yml",
    "*.toml",
    "NOTICE",
)


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of words that is one too long to be chance."""
    found = _WORD.findall(text.replace("’", "'").replace("‘", "'").casefold())
    yield from (tuple(found[at : at + LONGEST_RUN + 1]) for at in range(len(found) - LONGEST_RUN))


def foreign(articles: Path) -> set[tuple[str, ...]]:
    """The runs of the articles' own sentences: not of their titles, nor of what they themselves quote."""
    said: set[tuple[str, ...]] = set()
    free: set[tuple[str, ...]] = set()
    for path in sorted(articles.glob("*.txt")):
        title, *lines = (line for line in path.read_text(encoding="utf-8").split("\n") if line.strip())
        free.update(runs(title))
        for line in lines:
            said.update(runs(line))
            free.update(run for words in _SPEECH.findall(line) for run in runs(words))
    return said - free


def borrowed(text: str, theirs: set[tuple[str, ...]]) -> list[str]:
    """The runs of a text that are the articles', speech aside, line by line."""
    lines = (_CURLY.sub(" | ", line) for line in text.split("\n"))
    return [" ".join(run) for line in lines for run in runs(line) if run in theirs]


def own_files() -> list[Path]:
    found = {p for name in _PLACES for top in ROOT.glob(name) for p in ([top] if top.is_file() else top.rglob("*"))}
    return sorted(p for p in found if p.is_file() and (p.suffix in _TEXTS or p.name == "NOTICE"))


def test_no_file_of_the_project_borrows_a_sentence_of_an_article() -> None:
    """The articles belong to their publishers; seven words in a row outside quotation marks are theirs."""
    if not ARTICLES.is_dir():
        pytest.skip("the articles are not at hand; they are no part of the project")
    theirs = foreign(ARTICLES)
    found = {p.relative_to(ROOT).as_posix(): b for p in own_files() if (b := borrowed(p.read_text("utf-8"), theirs))}
    assert found == {}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He wrote that the tower of Halden had never stood so high.", 1),
        ("He wrote that the\ntower of Halden had stood so high.", 0),
        ("“The tower of Halden had never stood so high,” she said.", 0),
        ("The tower of Halden falls", 0),
        ("exact: The Tower of Halden had never stood", 1),
    ],
)
def test_a_borrowed_sentence_is_noticed_and_speech_is_free(tmp_path: Path, text: str, count: int) -> None:
    article = "The tower of Halden falls at last in the night\nThe tower of Halden had never stood.\n“Oh, it fell.”\n"
    (tmp_path / "000.txt").write_text(article, encoding="utf-8")
    assert len(borrowed(text, foreign(tmp_path))) == count


# --------------------------------------------------------------------------- what the guides say

_COMMAND = re.compile(r"^(?:\s{4}|\$ )?(?:python3 scripts/(?P<script>\w+\.py)|briefwright (?P<verb>\w+))(?P<rest>.*)$")
_INLINE = re.compile(r"`(?P<command>(?:python3 scripts/\w+\.py|briefwright \w+)[^`]*)`")


def commands(path: Path) -> list[re.Match[str]]:
    """Every command that a guide tells to type."""
    text = path.read_text(encoding="utf-8")
    lines = [*text.split("\n"), *(found["command"] for found in _INLINE.finditer(text))]
    return [found for line in lines if (found := _COMMAND.match(line))]


def test_the_readme_names_the_two_commands() -> None:
    scripts = [found["script"] for found in commands(ROOT / "README.md") if found["script"]]
    assert list(dict.fromkeys(scripts))[:2] == ["build_briefing.py", "run_tests.py"]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_every_command_of_a_guide_exists(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lacking = []
    for found in commands(path):
        if found["script"] and not (ROOT / "scripts" / found["script"]).is_file():
            lacking.append(found[0])
        verb = found["verb"] or ("build" if found["script"] == "build_briefing.py" else "")
        options = re.findall(r"(?<!\S)--[a-z-]+", found["rest"].partition("#")[0])
        if verb and options:
            with pytest.raises(SystemExit):
                main((verb, "--help"))
            told = capsys.readouterr().out
            lacking += [f"{found[0]} ({option})" for option in options if option not in told]
    assert lacking == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_every_link_of_a_guide_leads_to_a_file(path: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_every_module_stands_in_the_guide_in_its_order() -> None:
    """CONTRIBUTING.md lists them bottom up, as tests/test_contracts.py holds them to."""
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("| module |")[2].partition("\n\n")[0]
    rows = [line.split("|")[1] for line in table.split("\n")[2:] if line.startswith("|")]
    assert [name for row in rows for name in re.findall(r"`(\w+)`", row)] == list(ORDER)


def test_the_example_of_the_readme_is_a_finding_of_the_briefing() -> None:
    """Its text, its note and its passage are those of today, or somebody mends the page."""
    shown = (
        (ROOT / "README.md").read_text(encoding="utf-8").partition("## One footnote, followed")[2].partition("\n## ")[0]
    )
    (identity,) = re.findall(r"`([0-9a-f]{10})`", shown)
    finding = next(f for f in BRIEFING.findings if f.id == identity)
    said = [s for s in BRIEFING.statements if s.id in finding.statements]
    flat = " ".join(shown.replace("> ", "").split())
    assert finding.text in flat
    assert [s.evidence.exact for s in said if s.evidence.exact in flat] != []
    assert f"{len(said)} footnotes" in flat
    page = files(BRIEFING)["docs/index.md"].decode().partition(f'data-finding="{identity}"')[2]
    (mark,) = re.findall(r"\[([^\]]+)\]\(#key-[\w-]+\)\{: \.bw-status", page.partition("</div>")[0])
    assert mark in flat


def test_the_picture_of_the_readme_is_there_and_small() -> None:
    (picture,) = re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    data = (ROOT / picture).read_bytes()
    assert (data[:8], len(data) <= 200 * 1024) == (b"\x89PNG\r\n\x1a\n", True)
