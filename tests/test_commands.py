"""The two commands as they are called: what they say, pass on and run; and the lock files that they rest on."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

import bootstrap
import checks
import installer
from bootstrap import MODEL, RUNTIME, TESTS, Place
from installer import SetupFailed

SCRIPTS = bootstrap.ROOT / "scripts"
OFFLINE = "cannot install: the package index cannot be reached"

# --------------------------------------------------------------------------- saying why

UNREACHABLE = """\
WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by
'NewConnectionError('Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': /alpha/
ERROR: Could not find a version that satisfies the requirement alpha==1.0 (from versions: none)
ERROR: No matching distribution found for alpha==1.0
"""


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        (UNREACHABLE, "index cannot be reached"),
        (
            "ERROR: No matching distribution found for alpha==1.0\n",
            "no package fits this Python and system: alpha==1.0",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n", "its hash differs"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n", "no space left"),
        ("noise\nERROR: Something else\n", "pip stopped with: Something else"),
        ("", "pip stopped with: no output"),
    ],
)
def test_pips_failure_is_told_by_its_cause(output: str, reason: str) -> None:
    assert reason in installer.why(output, RUNTIME)


def test_every_reason_is_a_single_line() -> None:
    assert "\n" not in installer.why(UNREACHABLE, RUNTIME)


def test_a_failure_to_set_up_is_exit_1_with_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> int:
        raise SetupFailed(OFFLINE)

    assert bootstrap.guarded(work) == 1
    assert capsys.readouterr().err == f"briefwright: {OFFLINE}\n"


def test_an_interruption_is_exit_130() -> None:
    def work() -> int:
        raise KeyboardInterrupt

    assert bootstrap.guarded(work) == 130


# --------------------------------------------------------------------------- progress


def test_off_a_terminal_progress_is_a_few_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with installer.progress(60) as step:
        for number in range(60):
            step(f"Collecting package{number}==1.0 (from -r requirements.lock)\n")
        step("Installing collected packages: package0\n")
    assert capsys.readouterr().err.splitlines() == [
        "briefwright: installing 60 packages into .venv, once; about half a minute",
        "  fetching 25 of 60: package24",
        "  fetching 50 of 60: package49",
        "  unpacking 60",
    ]


def test_off_a_terminal_nothing_is_said_before_the_index_answers(capsys: pytest.CaptureFixture[str]) -> None:
    with installer.progress(60) as step:
        step("Collecting package0==1.0 (from -r requirements.lock)\n")
        step("WARNING: Retrying (Retry(total=2, connect=None)) after connection broken\n")
    assert capsys.readouterr().err == ""


# --------------------------------------------------------------------------- going on


def stub(root: Path, body: str) -> Place:
    package = root / "src" / "briefwright"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "__main__.py").write_text(body, encoding="utf-8")
    return Place(root)


def go_on(place: Place, arguments: Sequence[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    code = (
        "import sys, pathlib, bootstrap as b; p = b.Place(pathlib.Path(sys.argv[1]));"
        "sys.exit(b.become(pathlib.Path(sys.executable), ['-P', '-m', 'briefwright', *sys.argv[2:]], b.environment(p)))"
    )
    command = [sys.executable, "-c", code, str(place.root), *arguments]
    variables = {"PYTHONPATH": str(SCRIPTS)}
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=variables, check=False)


def test_the_exit_status_of_the_build_passes_through(tmp_path: Path) -> None:
    assert go_on(stub(tmp_path, "raise SystemExit(7)"), [], tmp_path).returncode == 7


def test_the_options_pass_through_as_they_are(tmp_path: Path) -> None:
    ended = go_on(stub(tmp_path, "import sys; print(sys.argv[1:])"), ["--seeds", "a b", "--strict"], tmp_path)
    assert ended.stdout == "['--seeds', 'a b', '--strict']\n"


def test_the_package_is_told_by_which_script_it_was_called(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, str] = {}
    monkeypatch.setattr(bootstrap, "ensure", lambda locks, place: Path("py"))
    monkeypatch.setattr(bootstrap, "become", lambda python, command, variables: given.update(variables) or 0)
    assert bootstrap.run(["init", "mine"]) == 0
    assert Path(given["BRIEFWRIGHT_CALLED_AS"]) == SCRIPTS / "run.py"


def test_nothing_is_imported_from_the_folder_that_the_user_stands_in(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    (here / "yaml.py").write_text("raise SystemExit(9)", encoding="utf-8")
    place = stub(tmp_path, "import yaml; raise SystemExit(0)")
    assert go_on(place, [], here).returncode == 0


# --------------------------------------------------------------------------- the checks


def test_lint_and_types_run_only_over_folders_with_python_files(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "one.py").write_text("", encoding="utf-8")
    (tmp_path / "benchmarks").mkdir()
    assert checks.steps("py", tmp_path)["ruff check"] == ["py", "-m", "ruff", "check", "src"]


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [((0, 0, 0, 0), 0), ((0, 0, 1, 0), 1), ((1, 0, 0, 0), 1), ((0, 0, 0, 1), 1), ((0, 0, 0, 5), 5), ((1, 1, 1, 2), 2)],
)
def test_one_check_that_fails_fails_the_whole(
    statuses: tuple[int, ...], expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(statuses)
    monkeypatch.setattr(checks, "run", lambda command, variables, root: next(answers))
    assert checks.check(Path("py"), [], Place(tmp_path)) == expected


def test_pytest_is_the_last_to_run_and_gets_the_arguments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Sequence[str]] = []

    def run(command: Sequence[str], variables: object, root: Path) -> int:
        seen.append(command)
        return 0

    monkeypatch.setattr(checks, "run", run)
    checks.check(Path("py"), ["-k", "one"], Place(tmp_path))
    assert seen[-1] == ["py", "-m", "pytest", "-k", "one"]


def test_without_arguments_all_tests_run_on_all_cores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Sequence[str]] = []

    def run(command: Sequence[str], variables: object, root: Path) -> int:
        seen.append(command)
        return 0

    monkeypatch.setattr(checks, "run", run)
    checks.check(Path("py"), [], Place(tmp_path))
    assert seen[-1] == ["py", "-m", "pytest", "-n", "auto", "--dist", "worksteal"]


# --------------------------------------------------------------------------- old Pythons


@pytest.mark.parametrize("script", sorted(path.name for path in SCRIPTS.glob("*.py")))
def test_every_script_can_be_read_by_old_pythons(script: str) -> None:
    ast.parse((SCRIPTS / script).read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("script", ["build_briefing.py", "run_tests.py", "require_python.py"])
def test_what_is_read_before_the_version_is_known_suits_python_2(script: str) -> None:
    tree = ast.parse((SCRIPTS / script).read_text(encoding="utf-8"))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.Starred, ast.AsyncFunctionDef)
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == []


@pytest.mark.parametrize("script", ["build_briefing.py", "run_tests.py", "bootstrap.py"])
def test_the_version_is_asked_before_anything_of_ours_is_imported(script: str) -> None:
    tree = ast.parse((SCRIPTS / script).read_text(encoding="utf-8"))
    ours = {path.stem for path in SCRIPTS.glob("*.py")}
    imported = [
        name
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    ]
    assert next(name for name in imported if name in ours) == "require_python"


def test_a_python_that_is_too_old_is_one_line_and_exit_2() -> None:
    code = "import sys; sys.version_info = (3, 10, 4); import require_python"
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(SCRIPTS)}, check=False
    )
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)


# --------------------------------------------------------------------------- the lock files


def lock_text(name: str) -> str:
    return (bootstrap.ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [RUNTIME, TESTS, MODEL])
def test_every_line_of_a_lock_has_a_hash(name: str) -> None:
    blocks = re.split(r"^(?=[a-z0-9])", lock_text(name), flags=re.MULTILINE)[1:]
    assert [block.split(" ")[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", [RUNTIME, TESTS, MODEL])
def test_no_lock_names_an_index(name: str) -> None:
    assert re.search(r"https?://|file://|--(extra-)?index-url|--find-links", lock_text(name)) is None


def test_the_lock_of_a_build_holds_on_every_python() -> None:
    assert len(bootstrap.locked(lock_text(RUNTIME))) == len(installer.PINNED.findall(lock_text(RUNTIME)))


def test_the_tests_run_with_exactly_what_a_build_runs_with() -> None:
    assert bootstrap.locked(lock_text(RUNTIME)).items() <= bootstrap.locked(lock_text(TESTS)).items()


def test_the_package_declares_what_the_lock_was_made_from() -> None:
    project = tomllib.loads(lock_text("pyproject.toml"))["project"]
    declared = {
        *project["dependencies"],
        *(line for name, extra in project["optional-dependencies"].items() if name != "chinese" for line in extra),
    }
    wanted = lock_text("requirements.in").split("\n\n")[0].splitlines()
    assert {line for line in wanted if not line.startswith("#")} == declared
