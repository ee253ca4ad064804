"""The workflows: linted by three tools, and their shell steps run against a made pull request."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
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


def shelled(
    workflow_name: str, step: dict[str, object], root: Path, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a step's script as the forge would: with pipefail only where the workflow asks for bash by name."""
    defaults = workflow(workflow_name).get("defaults", {})
    shell = step.get("shell") or defaults.get("run", {}).get("shell")  # type: ignore[attr-defined]
    how = {"bash": ["-e", "-o", "pipefail"], "None": ["-e"]}[str(shell)]
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", *how, "-c", str(step["run"])],
        cwd=root, env={**kept, "GITHUB_BASE_REF": "main", **variables}, capture_output=True, text=True,
    )  # fmt: skip


def ran(workflow_name: str, step: dict[str, object], root: Path, **variables: str) -> str:
    """Run a step's script, which has to succeed; what it printed."""
    done = shelled(workflow_name, step, root, **variables)
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
    ran("preview", named("preview", "Build the briefing"), root, BASE=base)
    ran("preview", named("preview", "Tell what changed"), root, BASE=base, GITHUB_STEP_SUMMARY=str(summary))
    return root, summary.read_text("utf-8")


def test_an_edit_in_the_forges_page_is_green_and_told(previewed: tuple[Path, str]) -> None:
    _, summary = previewed
    assert "number changed" in summary


def test_a_note_that_no_longer_fits_its_seal_is_told_first(previewed: tuple[Path, str]) -> None:
    _, summary = previewed
    assert summary.startswith("- seeds/") and "no longer fits its seal" in summary.split("\n")[0]


def test_a_comparison_that_fails_fails_the_preview(previewed: tuple[Path, str], tmp_path: Path) -> None:
    root, _ = previewed
    step = named("preview", "Tell what changed")
    done = shelled("preview", step, root, BASE="no-such-revision", GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert done.returncode != 0 and "no-such-revision" in done.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_workflow_asks_for_a_shell_in_which_a_broken_pipe_fails(path: Path) -> None:
    assert workflow(path.stem)["defaults"] == {"run": {"shell": "bash"}}


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
  *"/pulls/7/files"*) cat "$TOUCHED" ;;
  *"run download"*) cp "$MADE" "${@: -1}" ;;
  *"/comments --jq"*) cat "$THERE" ;;
esac
"""
NOTE = "seeds/000_note.md"


class Forge:
    """A made forge: a pull request in a repository, a checkout of its main branch, and what the workflow asked for."""

    def __init__(self, project: Path, base: str, folder: Path, change: Callable[[Path], None] | None = None) -> None:
        self.folder = folder
        self.upstream = folder / "upstream"
        git(project, "worktree", "prune")
        git(folder, "clone", "-q", "--no-checkout", str(project), str(self.upstream))
        git(self.upstream, "checkout", "-q", "--detach", "origin/HEAD")
        if change is not None:
            change(self.upstream)
            git(self.upstream, "add", "-A")
            git(self.upstream, "commit", "-q", "-m", "More")
        self.head = git(self.upstream, "rev-parse", "HEAD").strip()
        merged = git(self.upstream, "commit-tree", "HEAD^{tree}", "-p", base, "-p", self.head, "-m", "merge").strip()
        git(self.upstream, "update-ref", "refs/pull/7/merge", merged)
        git(self.upstream, "checkout", "-q", "--detach", base)
        self.trusted = folder / "trusted"
        git(folder, "clone", "-q", self.upstream.as_uri(), str(self.trusted))
        if (ROOT / ".venv").is_dir():
            (self.trusted / ".venv").symlink_to(ROOT / ".venv")
        (folder / "bin").mkdir()
        (folder / "bin" / "gh").write_text(FORGE, "utf-8")
        (folder / "bin" / "gh").chmod(0o755)
        (folder / "there").write_text("", "utf-8")
        (folder / "touched").write_text(NOTE + "\n", "utf-8")
        (folder / "read").mkdir()
        (folder / "write").mkdir()

    @property
    def calls(self) -> list[str]:
        return (self.folder / "calls").read_text("utf-8").strip().split("\n")

    def _run(self, job: str, place: str, **more: str) -> bool:
        """Run the steps of a job as far as they go; did all succeed?"""
        variables = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "CALLS": str(self.folder / "calls"),
            "TOUCHED": str(self.folder / "touched"), "THERE": str(self.folder / "there"), "NUMBER": "7",
            "MADE": str(self.folder / "read" / "changes.md"), "RUNNER_TEMP": str(self.folder / place),
            "GITHUB_OUTPUT": str(self.folder / "output"), "GITHUB_RUN_ID": "1", "REPOSITORY": "o/r",
            "HEAD_SHA": self.head, "HEAD_LABEL": "o:b", **more,
        }  # fmt: skip
        for step in jobs("comment")[job]["steps"]:  # type: ignore[attr-defined]
            if "run" not in step or ("download" in step["run"] and more.get("READ") != "success"):
                continue
            if shelled("comment", step, self.trusted, **variables).returncode:
                return False
        return True

    def comment(self, preview: str = "success") -> str:
        """What the comment says after a preview with this conclusion."""
        read = "success" if self._run("read", "read") else "failure"
        links = {"PREVIEW_LOG": "https://forge.example/1", "READ_LOG": "https://forge.example/2"}
        assert self._run("comment", "write", PREVIEW=preview, READ=read, **links)
        return (self.folder / "write" / "comment.md").read_text("utf-8")


@pytest.mark.parametrize(("there", "method"), [("", "POST"), ("4242\n4243\n", "PATCH")])
def test_the_comment_is_written_once_and_then_edited_in_place(
    proposal: tuple[Path, str], tmp_path: Path, there: str, method: str
) -> None:
    forge = Forge(*proposal, tmp_path)
    (tmp_path / "there").write_text(there, "utf-8")
    comment = forge.comment()
    assert comment.startswith("<!-- briefwright:") and "number changed" in comment
    assert f"--method {method} " in forge.calls[-1] and ("comments/4242 " in forge.calls[-1]) == bool(there)
    assert "The last preview failed" not in comment and "outside seeds/" not in comment


def test_code_of_a_proposal_has_no_say_in_the_figures_and_is_named(proposal: tuple[Path, str], tmp_path: Path) -> None:
    """A fork that empties the engine and offers the main branch's briefing is told of all the same."""

    def lie(root: Path) -> None:
        (root / "src" / "briefwright" / "cli.py").write_text("raise SystemExit(0)\n", "utf-8")
        (root / ".github" / "workflows" / "preview.yml").write_text("on: push\n", "utf-8")

    forge = Forge(*proposal, tmp_path, lie)
    (tmp_path / "touched").write_text(
        f"{NOTE}\nsrc/briefwright/cli.py\n.github/workflows/preview.yml\n@all `x`\n", "utf-8"
    )
    comment = forge.comment()
    assert "number changed" in comment
    assert "files outside seeds/ and briefing/** (3)" in comment
    assert "- `src/briefwright/cli.py`" in comment and "- `.github/workflows/preview.yml`" in comment
    assert "@all" not in comment and "(a name with other characters)" in comment


def test_of_the_proposed_seeds_only_plain_files_are_taken(proposal: tuple[Path, str], tmp_path: Path) -> None:
    def plant(root: Path) -> None:
        (root / "seeds" / "009_link.md").symlink_to("/etc/passwd")
        (root / "seeds" / "below").mkdir()
        (root / "seeds" / "below" / "x.md").write_text("x", "utf-8")
        (root / "seeds" / ".hidden.md").write_text("x", "utf-8")

    forge = Forge(*proposal, tmp_path, plant)
    forge.comment()
    taken = {p.name for p in (tmp_path / "read" / "proposed" / "seeds").iterdir()}
    assert taken == {p.name for p in (ROOT / "seeds").iterdir() if p.is_file() and not p.name.startswith(".")}


def test_seeds_that_the_main_branch_cannot_read_are_told_as_such(proposal: tuple[Path, str], tmp_path: Path) -> None:
    def break_it(root: Path) -> None:
        (root / "seeds" / "codebook.yml").write_text("nonsense: @everyone\n", "utf-8")

    comment = Forge(*proposal, tmp_path, break_it).comment()
    assert "What this changes is not known" in comment and "everyone" not in comment


def test_a_preview_that_failed_is_told_in_the_comment(proposal: tuple[Path, str], tmp_path: Path) -> None:
    forge = Forge(*proposal, tmp_path)
    comment = forge.comment(preview="failure")
    assert f"**The last preview failed**, that of {forge.head[:12]}" in comment and "number changed" in comment


def test_the_comment_is_made_after_a_failed_preview_as_well() -> None:
    condition = str(jobs("comment")["read"]["if"])
    assert all(f'"{conclusion}"' in condition for conclusion in ("success", "failure", "timed_out"))


def test_the_job_that_reads_the_seeds_may_not_write_and_gives_no_token_to_what_reads_them() -> None:
    read, write = jobs("comment")["read"], jobs("comment")["comment"]
    assert "write" not in read["permissions"].values()  # type: ignore[attr-defined]
    assert "env" not in named("comment", "Distil them") and "GH_TOKEN" not in str(read.get("env"))
    assert not [s for s in write["steps"] if "python" in str(s)]  # type: ignore[attr-defined]


# --------------------------------------------------------------------------- Read the Docs


@pytest.mark.parametrize(("kind", "marked"), [("external", True), ("branch", False)])
def test_read_the_docs_marks_a_proposal_and_no_other_version(
    proposal: tuple[Path, str], tmp_path: Path, kind: str, marked: bool
) -> None:
    forge = Forge(*proposal, tmp_path)
    git(forge.upstream, "update-ref", "refs/pull/7/head", forge.head)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", forge.upstream.as_uri(), str(clone))
    git(clone, "fetch", "-q", "--depth", "1", "origin", "pull/7/head")
    git(clone, "checkout", "-q", "FETCH_HEAD")
    if (ROOT / ".venv").is_dir():
        (clone / ".venv").symlink_to(ROOT / ".venv")
    (command,) = [
        c for c in yaml.safe_load((ROOT / ".readthedocs.yaml").read_text("utf-8"))["build"]["commands"] if "build" in c
    ]
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    told = {"READTHEDOCS_VERSION_TYPE": kind, "READTHEDOCS_CANONICAL_URL": "https://x.example/en/7/"}
    done = subprocess.run(["sh", "-c", command], cwd=clone, env={**kept, **told}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    site = "".join(p.read_text("utf-8") for p in (clone / "site").rglob("index.html"))
    assert ("Preview of a proposal" in site, "data-change=" in site) == (marked, marked)
