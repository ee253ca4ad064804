"""The commands as a user meets them: bad input, what goes to which stream, and what is written where."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from briefwright import build as building
from briefwright import language, site
from briefwright.cli import main
from briefwright.model import Problem, Unsound, Withheld
from briefwright.publish import switch

ROOT = Path(__file__).parent.parent
NOTES = Path(__file__).parent / "corpora" / "halden_notes"
FIRST = "000_wire.md"
BUILD = ("build", "--quiet", "--no-site", "--seeds", "seeds", "--output", "out")
#: "seeds/000_wire.md:4: 'publishr' is not known here; did you mean 'publisher'?": place, sentence, remedy
LINE = re.compile(r"(?P<where>[^\s:][^:]*(?::[1-9][0-9]*)?): (?P<told>[^;]+[;?] .+|.+ is needed here, not .+)")

Spoil = Callable[[Path], object]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, every folder as well."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }


def written(name: str, data: str | bytes) -> Spoil:
    """A file of the corpus with this content."""
    return lambda seeds: (seeds / name).write_bytes(data.encode() if isinstance(data, str) else data)


def changed(old: str, new: str) -> Spoil:
    """The first note with `new` in the place of `old`."""

    def spoil(seeds: Path) -> None:
        text = (seeds / FIRST).read_text(encoding="utf-8")
        assert old in text
        (seeds / FIRST).write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def emptied(seeds: Path) -> None:
    for path in seeds.iterdir():
        path.unlink()


def judgement(decision: str, *about: str) -> str:
    listed = ", ".join(about)
    signed = 'by: me\n    when: "2030-01-02"\n    why: so'
    return f"judgements:\n  - decision: {decision}\n    about: [{listed}]\n    {signed}\n"


RULE = 'rules:\n  - name: gossip\n    kind: rumour\n    pattern: "{person=P} left"\n    yes: ["Ada Lin left."]\n'
PROFILE = "names:\n  - name: Ingrid Solheim\n    kind: person\n    nick: Ada\n"

#: What is wrong -> how it comes about, the place that the message names, and a word of it.
REFUSED: dict[str, tuple[Spoil, str, str]] = {
    "front matter that is no YAML": (changed("publisher:", "publisher: [one\nx:"), f"seeds/{FIRST}:5", "YAML"),
    "an unknown key in front matter": (changed("publisher:", "publishr:"), f"seeds/{FIRST}:4", "'publisher'"),
    "a key of front matter given twice": (
        changed("publisher:", "language: en\npublisher:"), f"seeds/{FIRST}:12", "first on line 4"),
    "a note without its article's hash": (changed("sha256:", "# sha256:"), f"seeds/{FIRST}:2", "64 hex digits"),
    "a date that does not exist": (changed("2024-05-14", "2024-05-34"), f"seeds/{FIRST}:7", "2024-05-34"),
    "a marker that is none": (changed("[p2]", "[p 2]"), f"seeds/{FIRST}:25", "[p14]"),
    "passages out of order": (changed("[p2]", "[p5]"), f"seeds/{FIRST}:30", "ascending"),
    "an unknown key in the codebook": (
        written("codebook.yml", "title: A\nnamez: []\n"), "seeds/codebook.yml:2", "'names'"),
    "an unknown key of a name": (written("codebook.yml", PROFILE), "seeds/codebook.yml:4", "'nick'"),
    "a key of the codebook given twice": (
        written("codebook.yml", "title: A\ntitle: B\n"), "seeds/codebook.yml:2", "first on line 1"),
    "a codebook that is no YAML": (written("codebook.yml", "title: [A\n"), "seeds/codebook.yml:2", "YAML"),
    "a codebook that is a list": (written("codebook.yml", "- A\n"), "seeds/codebook.yml:1", "mapping"),
    "an alias in YAML": (written("codebook.yml", "title: &a A\nsite_name: *a\n"), "seeds/codebook.yml:1", "anchor"),
    "an unknown kind in a rule": (written("codebook.yml", RULE), "seeds/codebook.yml:2", "rumour"),
    "an unknown kind of name": (
        written("codebook.yml", PROFILE.replace("person", "rumour").replace("    nick: Ada\n", "")),
        "seeds/codebook.yml:3", "rumour"),
    "an alias without evidence": (
        written("codebook.yml", PROFILE.replace("nick: Ada", "aliases: [Ada]")), "seeds/codebook.yml:4", "'evidence'"),
    "a judgement on a name that nobody has": (
        written("codebook.yml", judgement("same", "Nobody Atall", "Ingrid Solheim")), "seeds/codebook.yml:2",
        "'Nobody Atall'"),
    "a judgement that withholds nothing": (
        written("codebook.yml", judgement("withhold", "ffffffffff")), "seeds/codebook.yml:2", "'ffffffffff'"),
    "a judgement on a source that is not there": (
        written("codebook.yml", judgement("source-retracted", "'999'")), "seeds/codebook.yml:2", "'999'"),
    "an unknown decision": (written("codebook.yml", judgement("guess", "'000'")), "seeds/codebook.yml:2", "guess"),
    "a judgement that nobody signed": (
        written("codebook.yml", judgement("same", "A").replace("    by: me\n", "")), "seeds/codebook.yml:2", "who"),
    "a pin of an unknown finding": (
        written("codebook.yml", "pins:\n  - finding: ffffffffff\n    rank: 1\n"), "seeds/codebook.yml:2",
        "'ffffffffff'"),
    "a codebook that is not UTF-8": (written("codebook.yml", b"title: caf\xe9\n"), "seeds/codebook.yml", "UTF-8"),
    "two sources with one id": (written("000_other.txt", "A text.\n"), f"seeds/{FIRST}", "000_other.txt"),
    "an empty source": (written("005_blank.txt", ""), "seeds/005_blank.txt", "empty"),
    "a source of blanks": (written("005_blank.txt", " \n\n"), "seeds/005_blank.txt", "empty"),
    "a page without words": (written("005_bare.html", "<html></html>"), "seeds/005_bare.html", "no text"),
    "a source that is not UTF-8": (written("005_old.txt", b"One.\nCaf\xe9 two.\n"), "seeds/005_old.txt:2", "0xE9"),
    "no source at all": (emptied, "seeds", ".md"),
    "a source that is a link": (lambda seeds: (seeds / "009.md").symlink_to(seeds / FIRST), "seeds/009.md", "link"),
}  # fmt: skip


@pytest.mark.parametrize("wrong", REFUSED)
def test_refused_input_is_one_line_with_place_and_remedy(
    place: Path, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    spoil, where, word = REFUSED[wrong]
    spoil(place / "seeds")
    assert main(BUILD) == 2
    (line,) = capsys.readouterr().err.splitlines()
    found = LINE.fullmatch(line)
    assert found is not None, line
    assert (found["where"], word in found["told"]) == (where, True), line


@pytest.mark.parametrize("wrong", REFUSED)
def test_for_refused_input_nothing_is_written(place: Path, wrong: str) -> None:
    REFUSED[wrong][0](place / "seeds")
    before = tree(place)
    main(BUILD)
    assert tree(place) == before


@pytest.mark.parametrize(
    "line", ["Traceback (most recent call last):", "seeds/a.md:7: is wrong", "seeds/a.md: ", "is wrong; mend it"]
)
def test_a_line_without_place_or_remedy_would_be_noticed(line: str) -> None:
    assert LINE.fullmatch(line) is None


def test_several_problems_are_told_at_once(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody who mends one fault should not have to run again to learn of the next."""
    (place / "seeds" / "005_blank.txt").write_text("")
    (place / "seeds" / "006_blank.txt").write_text("")
    main(BUILD)
    assert [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()] == [
        "seeds/005_blank.txt", "seeds/006_blank.txt"]  # fmt: skip


# --------------------------------------------------------------------------- wrong use

WRONG_USE: dict[str, tuple[Sequence[str], str]] = {
    "a folder that is not there": (("build", "--seeds", "nowhere", "--output", "out"), "nowhere: no such folder; "),
    "a file for a folder": (("build", "--seeds", f"seeds/{FIRST}", "--output", "out"), f"seeds/{FIRST}: no such"),
    "fewer workers than none": ((*BUILD, "--jobs", "-1"), "--jobs: is -1; "),
    "a seal without the articles": (("check", "--seeds", "seeds", "--output", "out", "--seal"), "--seal: needs "),
    "articles that are not there": (("check", "--seeds", "seeds", "--originals", "nowhere"), "nowhere: "),
    "another corpus without a place": (("build", "--seeds", "other"), "other: another corpus needs a place"),
    "no project to build in": (("build",), "mkdocs.yml: there is none here; "),
    "output among the sources": (("build", "--seeds", "seeds", "--output", "seeds/out"), "seeds/out: stands inside"),
    "output where a file is": (("build", "--seeds", "seeds", "--output", f"other/{FIRST}"), f"other/{FIRST}: is no "),
    "output over somebody's settings": (("build", "--seeds", "seeds", "--output", "mine"), "mine/mkdocs.yml: was not"),
    "output over the project": (("build", "--seeds", "seeds", "--output", str(ROOT)), f"{ROOT}: is the project"),
    "an address that is none": ((*BUILD, "--site-url", "javascript:x"), "--site-url: 'javascript:x' is no address; "),
    "a sample of none": (("sample", "0", "--seeds", "seeds"), "N: is 0; "),
    "claims that are not there": (("verify", "--claims", "no.jsonl", "--seeds", "seeds"), "no.jsonl: cannot be read"),
}


@pytest.mark.parametrize("wrong", WRONG_USE)
def test_wrong_use_is_one_line_exit_2_and_nothing_written(
    place: Path, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    shutil.copytree(NOTES, place / "other")
    (place / "mine").mkdir()
    (place / "mine" / "mkdocs.yml").write_text("site_name: Mine\n")
    before = tree(place)
    arguments, told = WRONG_USE[wrong]
    status = main(arguments)
    (line,) = capsys.readouterr().err.splitlines()
    assert (status, line.startswith(told), tree(place) == before) == (2, True, True), line


@pytest.mark.parametrize(
    "arguments",
    [("build", "--sedes", "seeds"), ("build", "--seed", "seeds"), ("build", "--jobs", "2.5"), ("publish",), ()],
    ids=str,
)
def test_an_option_that_is_not_known_is_exit_2(
    place: Path, capsys: pytest.CaptureFixture[str], arguments: Sequence[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert (stopped.value.code, "usage: " in capsys.readouterr().err) == (2, True)


# --------------------------------------------------------------------------- claims

FINE_CLAIM = {"id": "c1", "text": "Ingrid Solheim resigned on Monday.", "source": "000", "passage": "p2"}
BROKEN = {
    "no JSON": "{not json",
    "no object": "[1, 2]",
    "no id": json.dumps({**FINE_CLAIM, "id": ""}),
    "no text": json.dumps({k: v for k, v in FINE_CLAIM.items() if k != "text"}),
    "an unknown source": json.dumps({**FINE_CLAIM, "source": "9"}),
    "an unknown passage": json.dumps({**FINE_CLAIM, "passage": "p99"}),
    "a passage that is a number": json.dumps({**FINE_CLAIM, "passage": 2}),
}


@pytest.mark.parametrize("wrong", BROKEN)
def test_a_broken_claim_is_told_with_its_line_and_the_others_are_judged(
    place: Path, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    claims = (json.dumps(FINE_CLAIM), BROKEN[wrong], json.dumps({**FINE_CLAIM, "id": "c2"}))
    (place / "claims.jsonl").write_text("\n".join(claims) + "\n", encoding="utf-8")
    status = main(("verify", "--claims", "claims.jsonl", "--seeds", "seeds"))
    heard = capsys.readouterr()
    judged = [(v["id"], v["verdict"]) for v in map(json.loads, heard.out.splitlines())]
    assert (status, judged) == (2, [("c1", "supported"), ("c2", "supported")])
    (line,) = heard.err.splitlines()
    assert re.fullmatch(r"claims\.jsonl:2: [^;]+; .+", line)


@pytest.mark.parametrize(
    ("text", "status"),
    [("Ingrid Solheim resigned on Monday.", 0), ("Ingrid Solheim resigned on Friday.", 1), ("All is well there.", 1)],
)
def test_a_claim_that_is_not_supported_is_exit_1(place: Path, text: str, status: int) -> None:
    (place / "claims.jsonl").write_text(json.dumps({**FINE_CLAIM, "text": text}), encoding="utf-8")
    assert main(("verify", "--claims", "claims.jsonl", "--seeds", "seeds")) == status


# --------------------------------------------------------------------------- streams


def test_results_go_to_stdout_and_narration_to_stderr(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("build", "--no-site", "--seeds", "seeds", "--output", "out")) == 0
    heard = capsys.readouterr()
    assert re.fullmatch(r"2 sources, 2 origins, \d+ findings, .*\n", heard.out)
    assert heard.err.splitlines() == ["reading seeds", "composing pages"]


@pytest.mark.parametrize("command", [BUILD, ("check", "-q", "--seeds", "seeds", "--output", "out")])
def test_quiet_says_nothing(place: Path, capsys: pytest.CaptureFixture[str], command: Sequence[str]) -> None:
    main(BUILD)
    assert main(command) == 0
    assert capsys.readouterr() == ("", "")


def test_what_is_no_source_is_named(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is skipped in silence."""
    (place / "seeds" / "table.csv").write_text("a,b\n")
    (place / "seeds" / "drafts").mkdir()
    main(("build", "--no-site", "--seeds", "seeds", "--output", "out"))
    assert "no sources, hence not read: drafts/, table.csv" in capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(("corpus", "told"), [("halden_raw", True), ("halden_notes", False)])
def test_a_language_model_that_is_lacking_is_told_to_who_needs_it(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], corpus: str, told: bool
) -> None:
    monkeypatch.setattr(language, "available", lambda: "")
    language._load.cache_clear()
    assert main(("build", "--no-site", "--seeds", str(NOTES.parent / corpus), "--output", "out")) == 0
    language._load.cache_clear()
    assert ("no language model: " in capsys.readouterr().err) == told


def test_a_seal_that_cannot_be_read_is_told_and_seals_nothing(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "seeds" / "seeds.lock").write_text("{broken")
    assert main(("build", "--no-site", "--seeds", "seeds", "--output", "out")) == 0
    assert "seeds/seeds.lock:1: " in capsys.readouterr().err


def test_a_sample_is_printed_with_its_evidence_and_the_same_each_time(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = []
    for _ in range(2):
        main(("sample", "3", "--seed", "7", "--seeds", "seeds"))
        outputs.append(capsys.readouterr().out)
    assert (outputs[0].count("\n   source     00"), outputs[0]) == (3, outputs[1])


def test_a_sample_shows_all_that_a_reader_needs_and_marks_the_cited_words(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(("sample", "1000", "--seed", "7", "--seeds", "seeds"))
    out = capsys.readouterr().out
    count = out.count("\n── ")
    labels = ("statement", "slots", "stance", "held by", "source", "passage")
    assert count > 3 and [out.count(f"\n   {label:11}") for label in labels] == [count] * 6
    assert out.count("⟦") == out.count("⟧") == count + 1


def test_another_seed_draws_another_sample(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = set()
    for seed in ("1", "2"):
        main(("sample", "5", "--seed", seed, "--seeds", "seeds"))
        outputs.add(capsys.readouterr().out.partition("──")[2])
    assert len(outputs) == 2


def test_a_reader_that_has_seen_enough_is_no_error(place: Path) -> None:
    """`briefwright sample 1000 | head -1` ends without a word on stderr."""
    sample = subprocess.Popen(
        [sys.executable, "-c", "import sys; from briefwright.cli import main; sys.exit(main())",
         "sample", "1000", "--seeds", "seeds"],
        cwd=place, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert sample.stdout is not None and sample.stderr is not None
    sample.stdout.close()
    told = sample.stderr.read()
    sample.stderr.close()
    assert (sample.wait(), told) == (1, b"")


# --------------------------------------------------------------------------- check


def test_what_is_out_of_date_is_named_and_exit_1(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(BUILD)
    (place / "out" / "briefing" / "people.yml").write_text("findings: []\n")
    (place / "out" / "briefing" / "risks.yml").unlink()
    assert main(("check", "--seeds", "seeds", "--output", "out")) == 1
    assert [line.partition(";")[0] for line in capsys.readouterr().err.splitlines()] == [
        "briefing/people.yml: is out of date", "briefing/risks.yml: is missing"]  # fmt: skip


def test_check_writes_nothing(place: Path) -> None:
    main(BUILD)
    before = tree(place)
    assert main(("check", "--seeds", "seeds", "--output", "out")) == 0
    assert tree(place) == before


def test_before_publishing_a_note_without_any_seal_is_exit_1(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(place / "seeds")
    shutil.copytree(ROOT / "seeds", place / "seeds")
    (place / "seeds" / "seeds.lock").unlink()
    main(BUILD)
    assert main(("check", "--seeds", "seeds", "--output", "out")) == 0
    capsys.readouterr()
    assert main(("check", "--sealed", "--seeds", "seeds", "--output", "out")) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 5 and all("no seal covers the note" in line for line in told)


def test_a_note_that_no_longer_fits_its_seal_is_exit_1(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(place / "seeds")
    shutil.copytree(ROOT / "seeds", place / "seeds")
    changed_note = sorted((place / "seeds").glob("002_*.md"))[0]
    changed_note.write_text(changed_note.read_text(encoding="utf-8") + "One more sentence.\n", encoding="utf-8")
    main(BUILD)
    assert main(("check", "--seeds", "seeds", "--output", "out")) == 1
    told = [line for line in capsys.readouterr().err.splitlines() if "no longer fits its seal" in line]
    assert [line.partition(": ")[0] for line in told] == [f"seeds/{changed_note.name}:1"]


# --------------------------------------------------------------------------- what is written where


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), os.environ.get("PYTHONPATH", "")))}


def project(folder: Path) -> Path:
    """A copy of the project's folders that a build reads or writes."""
    for name in ("seeds", "docs", "briefing"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def test_with_output_the_project_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = project(tmp_path / "project")
    monkeypatch.chdir(here)
    before = tree(here)
    assert main(("build", "--quiet", "--output", str(tmp_path / "out"))) == 0
    assert (tree(here) == before, (tmp_path / "out" / "site" / "index.html").is_file()) == (True, True)


def test_no_site_writes_no_site(place: Path) -> None:
    main(BUILD)
    assert sorted(path.name for path in (place / "out").iterdir()) == ["briefing", "docs", "mkdocs.yml"]


def test_the_number_of_workers_changes_nothing(place: Path) -> None:
    main((*BUILD, "--jobs", "1"))
    before = tree(place / "out")
    main((*BUILD, "--jobs", "4"))
    assert tree(place / "out") == before


def test_a_page_that_is_no_longer_made_is_taken_away(place: Path) -> None:
    main(BUILD)
    (place / "seeds" / FIRST).unlink()
    main(BUILD)
    assert [p.name for p in sorted((place / "out" / "docs" / "sources").iterdir())] == ["001.md", "index.md"]


def test_a_build_that_fails_at_the_site_leaves_no_trace(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise Unsound(Problem(where="mkdocs.yml", sentence="no; mend it"))

    monkeypatch.setattr(site, "site", fail)
    before = tree(place)
    assert main(("build", "-q", "--seeds", "seeds", "--output", "new/out")) == 1
    assert tree(place) == before


def test_strict_names_the_line_of_a_withheld_statement(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = building.distil_folder(place / "seeds")
    lack = Withheld(statement=made.statements[0], verdict="unsupported", slot="date", reason="it is not there")
    lost = replace(made, withheld=(lack,))
    monkeypatch.setattr(building, "distil", lambda *_: lost)
    before = tree(place)
    assert main((*BUILD, "--strict")) == 1
    assert re.match(r"seeds/000_wire\.md:\d+: ¶1 does not prove “", capsys.readouterr().err)
    assert tree(place) == before


# --------------------------------------------------------------------------- interruption


@pytest.mark.parametrize("moment", ["reading seeds", "composing pages", "building the site"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_the_old_output_whole(place: Path, moment: str, number: signal.Signals) -> None:
    """It says so in one line and exits with 130; nothing half-made stays behind."""
    main(("build", "-q", "--seeds", "seeds", "--output", "out"))
    before = tree(place / "out")
    (place / "seeds" / FIRST).unlink()
    script = (
        "import signal, sys, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the tests run in the background\n"
        "from briefwright import cli\n"
        "def narrate(words):\n"
        "    print(words, file=sys.stderr, flush=True)\n"
        f"    if words.startswith({moment!r}): time.sleep(60)\n"
        "cli._narrate = narrate\n"
        "sys.exit(cli.main())\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, "build", "--seeds", "seeds", "--output", "out"],
        cwd=place, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(moment):
            process.send_signal(number)
            break
    out, told = process.communicate(timeout=30)
    assert (process.returncode, out, told) == (130, "", "stopped; the old output is as it was\n")
    assert tree(place / "out") == before


def test_an_interruption_during_the_switch_finishes_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the old output with half of the new would be worse than either."""

    def disturbed(*arguments: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.01)
        switch(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(building, "switch", disturbed)
    assert main(BUILD) == 0
    assert (place / "out" / "docs" / "data" / "briefing.json").is_file()


def test_the_first_interruption_leaves_no_folder_behind(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "switch", stop)
    before = tree(place)
    assert main(BUILD) == 130
    assert tree(place) == before


def test_check_names_a_paragraph_that_a_note_does_not_tell(tmp_path: Path) -> None:
    """Without the articles at hand, too: each paragraph is retold, a heading or noise."""
    text = (Path(__file__).parent / "corpora" / "halden_notes" / "000_wire.md").read_text(encoding="utf-8")
    (tmp_path / "000_wire.md").write_text(text.replace("paragraphs: 8", "paragraphs: 9"), encoding="utf-8")
    assert [str(p) for p in building.unfinished_notes(tmp_path)] == [
        f"{(tmp_path / '000_wire.md').as_posix()}:1: p9 is not told; retell it or list it under headings or noise"
    ]


def test_verbose_says_when_each_step_began(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    halden = Path(__file__).parent / "corpora" / "halden_notes"
    assert main(["build", "-v", "--no-site", "--seeds", str(halden), "--output", str(tmp_path / "out")]) == 0
    told = [line for line in capsys.readouterr().err.split("\n") if line]
    assert told and all(re.match(r" *\d+\.\d s  \S", line) for line in told)
