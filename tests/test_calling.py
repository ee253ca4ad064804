"""How a user is told to call the program, and what its help teaches."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from briefwright import reference
from briefwright.cli import examples, main, parser

ROOT = Path(__file__).parent.parent
NAMES = [name for name, _ in reference._commands()]


@pytest.fixture
def by_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As after `python3 …/scripts/run.py`, from a folder beside the checkout."""
    script = tmp_path / "tool box" / "scripts" / "run.py"
    script.parent.mkdir(parents=True)
    script.write_text("import sys; print(*sys.argv[1:])\n", "utf-8")
    monkeypatch.setenv("BRIEFWRIGHT_CALLED_AS", str(script))
    monkeypatch.chdir(tmp_path)
    return script


def ran(line: str, folder: Path) -> str:
    """What a line of shell prints that a user was told to type in a folder."""
    words = [sys.executable if word == "python3" else word for word in shlex.split(line)]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


def test_init_names_a_command_that_works_from_the_new_folder(
    by_script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "mine"]) == 0
    told = capsys.readouterr().out
    (line,) = re.findall(r"cd mine && (.*?) && python3 -m http", told)
    assert ran(line, tmp_path / "mine") == "build"


def test_the_readme_of_a_new_corpus_names_commands_that_work_from_there(by_script: Path, tmp_path: Path) -> None:
    main(["init", "-q", "mine"])
    text = (tmp_path / "mine" / "README.md").read_text("utf-8")
    lines = [line.strip() for line in text.split("\n") if line.startswith("    python3") and "run.py" in line]
    assert [ran(line, tmp_path / "mine") for line in lines] == ["build", "serve", "explain ID", "diff main"]
    assert "briefwright" not in text


def test_import_names_the_next_command_as_it_works(
    by_script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "page.txt").write_text("Headline\n\nThe quay of Vellmar was closed.\n", "utf-8")
    assert main(["import", "page.txt"]) == 0
    (line,) = re.findall(r"then `(.*)`", capsys.readouterr().out)
    assert ran(line, tmp_path) == "check --originals seeds/originals"


def test_the_command_that_import_names_keeps_the_corpus(
    by_script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "my seeds").mkdir()
    (tmp_path / "page.txt").write_text("Headline\n\nThe quay of Vellmar was closed.\n", "utf-8")
    assert main(["import", "page.txt", "--seeds", "my seeds"]) == 0
    (line,) = re.findall(r"then `(.*)`", capsys.readouterr().out)
    assert ran(line, tmp_path) == "check --seeds my seeds --originals my seeds/originals"


def test_without_the_script_and_a_program_on_the_path_the_module_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BRIEFWRIGHT_CALLED_AS", raising=False)
    monkeypatch.setenv("PATH", os.devnull)
    main(["init", str(tmp_path / "mine")])
    assert "python3 -m briefwright build" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["init", "-q", "mine"], ["import", "-q", "page.txt"]])
def test_quiet_commands_say_nothing(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "page.txt").write_text("Headline\n\nThe quay of Vellmar was closed.\n", "utf-8")
    assert main(arguments) == 0
    assert capsys.readouterr() == ("", "")


# --------------------------------------------------------------------------- help


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_examples_that_it_takes(name: str) -> None:
    lines = [line for line, _ in examples(name)]
    assert lines
    assert {parser().parse_args(line.split(" > ")[0].split()).command for line in lines} == {name}


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_a_command_shows_its_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([name, "--help"])
    told = capsys.readouterr().out
    assert all(f"  briefwright {line}\n      {what}\n" in told for line, what in examples(name))


def test_the_first_help_says_where_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert "briefwright init my-briefing\n" in told and "python3 scripts/run.py COMMAND" in told


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_shows_the_examples(name: str) -> None:
    assert all(f"- `{line}`: {told}\n" in reference.page() for line, told in examples(name))
