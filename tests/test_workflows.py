"""The workflows: linted by three tools, and their shell steps run against a made pull request."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))
TOOLS = Path(sys.executable).parent


def workflow(name: str) -> dict[str, object]:
    # "on" is a truth value to YAML 1.1, hence the plain loader of strings
    read: dict[str, object] = yaml.load((FOLDER / f"{name}.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    return read


def jobs(name: str) -> dict[str, dict[str, object]]:
    found = workflow(name)["jobs"]
    assert isinstance(found, dict)
    return found


def steps(name: str) -> list[dict[str, object]]:
    return [step for job in jobs(name).values() for step in job["steps"]]  # type: ignore[attr-defined]


# --------------------------------------------------------------------------- as they are written


@pytest.mark.parametrize(
    "command",
    [
        ["actionlint", *map(str, FILES)],
        ["zizmor", "--offline", "--no-progress", "--quiet", str(ROOT / ".github")],
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, FILES)],
        ["check-jsonschema", "--builtin-schema", "vendor.readthedocs", str(ROOT / ".readthedocs.yaml")],
        ["check-jsonschema", "--builtin-schema", "vendor.dependabot", str(ROOT / ".github" / "dependabot.yml")],
    ],
    ids=lambda command: f"{command[0]} {Path(command[-1]).name}",
)
def test_a_linter_finds_nothing(command: list[str]) -> None:
    ran = subprocess.run([str(TOOLS / command[0]), *command[1:]], capture_output=True, text=True, cwd=ROOT)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_action_is_pinned_by_commit_with_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert used
    assert [u for u in used if not re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", u)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_no_right_is_given_to_all_jobs(path: Path) -> None:
    assert workflow(path.stem)["permissions"] == {}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_no_expression_enters_a_shell_script(path: Path) -> None:
    assert [s["run"] for s in steps(path.stem) if "${{" in str(s.get("run", ""))] == []


@pytest.mark.parametrize("name", ["tests", "preview"])
def test_where_code_of_a_fork_runs_there_is_neither_a_secret_nor_a_right_to_write(name: str) -> None:
    text = (FOLDER / f"{name}.yml").read_text("utf-8")
    assert "secrets" not in text.replace("no secrets", "").replace("No secrets", "") and "github.token" not in text
    assert all(job["permissions"] == {"contents": "read"} for job in jobs(name).values())


def test_the_workflow_that_may_write_checks_out_the_main_branch_only() -> None:
    (checkout,) = [s for s in steps("comment") if "actions/checkout" in str(s.get("uses", ""))]
    assert set(checkout["with"]) == {"persist-credentials"}  # type: ignore[call-overload]


def test_no_workflow_runs_on_pull_request_target() -> None:
    assert [p.name for p in FILES if "pull_request_target" in p.read_text("utf-8")] == []


# --------------------------------------------------------------------------- as they run


@pytest.fixture(scope="module")
def proposal(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A clone in which one number of a note was edited in the forge's page, and the commit that it is based on."""
    root = tmp_path_factory.mktemp("proposal") / "project"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in listed.decode("utf-8").split("\0"):
        if name and (ROOT / name).is_file() and not name.startswith(("tests/", "benchmarks/")):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "base")
    if (ROOT / ".venv").is_dir():
        (root / ".venv").symlink_to(ROOT / ".venv")
    base = git(root, "rev-parse", "HEAD").strip()
    note, old, new = edit(root)
    note.write_text(note.read_text("utf-8").replace(old, new, 1), "utf-8")
    git(root, "commit", "-q", "-a", "-m", "Edit a number")
    return root, base


def edit(root: Path) -> tuple[Path, str, str]:
    """A number of at least three digits in a note, and another one."""
    for note in sorted((root / "seeds").glob("*.md")):
        body = note.read_text("utf-8").partition("\n---\n")[2]
        found = re.search(r"\b([1-9])(\d{0,2},\d{3}\+? \w+)", body)
        if found:
            return note, found[0], f"{int(found[1]) % 9 + 1}{found[2]}"
    raise AssertionError("no note holds a number with a comma")


def git(root: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    ran = subprocess.run(["git", *identity, *arguments], cwd=root, capture_output=True, text=True, check=True)
    return ran.stdout


def ran(step: dict[str, object], root: Path, **variables: str) -> str:
    """Run a step's script as the forge would (bash -e -o pipefail); what it printed."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", str(step["run"])],
        cwd=root, env={**kept, "GITHUB_BASE_REF": "main", **variables}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def named(workflow_name: str, start: str) -> dict[str, object]:
    (step,) = [s for s in steps(workflow_name) if str(s.get("name", "")).startswith(start)]
    return step


@pytest.fixture(scope="module")
def previewed(proposal: tuple[Path, str]) -> tuple[Path, str]:
    """The proposal after the steps of the preview; and what was written for the reader."""
    root, base = proposal
    summary = root.parent / "summary.md"
    ran(named("preview", "Build the briefing"), root, BASE=base)
    ran(named("preview", "Tell what changed"), root, BASE=base, GITHUB_STEP_SUMMARY=str(summary))
    return root, summary.read_text("utf-8")


def test_an_edit_in_the_forges_page_is_green_and_told(previewed: tuple[Path, str]) -> None:
    _, summary = previewed
    assert "number changed" in summary


def test_a_note_that_no_longer_fits_its_seal_is_told_first(previewed: tuple[Path, str]) -> None:
    _, summary = previewed
    assert summary.startswith("- seeds/") and "no longer fits its seal" in summary.split("\n")[0]


def test_the_preview_holds_the_regenerated_briefing_and_a_marked_site(previewed: tuple[Path, str]) -> None:
    root, _ = previewed
    assert git(root, "diff", "--name-only", "--", "briefing") != ""
    assert "Preview of a proposal" in (root / "site" / "index.html").read_text("utf-8")


def test_publishing_refuses_a_note_that_no_longer_fits_its_seal(previewed: tuple[Path, str]) -> None:
    root, _ = previewed
    step = named("publish", "Refuse what is not checked")
    done = subprocess.run(["bash", "-ec", str(step["run"])], cwd=root, capture_output=True, text=True)
    assert done.returncode == 1 and "no longer fits its seal" in done.stderr


FORGE = """#!/usr/bin/env bash
# A forge that notes what it is asked and answers what a test has put down.
printf '%s\\n' "$*" >>"$CALLS"
case "$*" in
  *"/pulls "*) echo 7 ;;
  *"run download"*) cp "$PROPOSED"/briefing/*.yml "${@: -1}" ;;
  *"--paginate"*) cat "$THERE" ;;
esac
"""


@pytest.mark.parametrize(("there", "method"), [("", "POST"), ("4242\n", "PATCH")])
def test_the_comment_is_written_once_and_then_edited_in_place(
    previewed: tuple[Path, str], proposal: tuple[Path, str], tmp_path: Path, there: str, method: str
) -> None:
    root, base = proposal
    trusted = tmp_path / "trusted"
    git(root, "worktree", "add", "-q", "--detach", str(trusted), base)
    if (ROOT / ".venv").is_dir():
        (trusted / ".venv").symlink_to(ROOT / ".venv")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(FORGE, "utf-8")
    (tmp_path / "bin" / "gh").chmod(0o755)
    (tmp_path / "there").write_text(there, "utf-8")
    variables = {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "CALLS": str(tmp_path / "calls"), "PROPOSED": str(root),
        "THERE": str(tmp_path / "there"), "RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(tmp_path / "output"),
        "REPOSITORY": "o/r", "RUN": "1", "HEAD_SHA": "a" * 40, "HEAD_LABEL": "o:b", "NUMBER": "7",
    }  # fmt: skip
    for step in steps("comment"):
        if "run" in step:
            ran(step, trusted, **variables)
    git(root, "worktree", "remove", "--force", str(trusted))
    assert (tmp_path / "output").read_text("utf-8") == "number=7\n"
    assert f"--method {method} " in (tmp_path / "calls").read_text("utf-8").strip().split("\n")[-1]
    comment = (tmp_path / "comment.md").read_text("utf-8")
    assert comment.startswith("<!-- briefwright:") and "number changed" in comment
