"""The environment of the two commands: what is installed when, and what is left behind when it fails."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

import bootstrap
from bootstrap import MODEL, RUNTIME, STAMP, TAG, TESTS, Place, Stamp
from installer import SetupFailed

LOCKS = {
    RUNTIME: "alpha==1.0 \\\n    --hash=sha256:aa\nbeta-two==2.1 \\\n    --hash=sha256:bb\n    # via alpha\n",
    TESTS: "alpha==1.0 \\\n    --hash=sha256:aa\nbeta-two==2.1 \\\n    --hash=sha256:bb\ngamma==3.0 --hash=sha256:cc\n",
    MODEL: "tongue==0.1 \\\n    --hash=sha256:dd\n",
}
OFFLINE = "cannot install: the package index cannot be reached"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A checkout without an environment."""
    for name, text in LOCKS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Place(tmp_path)


class Machine:
    """Stands in for venv and pip: writes what they would, remembers what was asked, fails where it is told to."""

    def __init__(self, place: Place, failing: Sequence[str] = (), error: BaseException | None = None) -> None:
        self.place = place
        self.failing = failing
        self.error = error or SetupFailed(OFFLINE)
        self.installed: list[str] = []

    def make(self, venv: Path) -> None:
        """An empty environment."""
        self.place.python.parent.mkdir(parents=True)
        self.place.python.write_text("", encoding="utf-8")
        self.place.packages.mkdir(parents=True)

    def install(self, python: Path, lock: Path, data_only: bool) -> None:
        """Every package of a lock file, or the failure."""
        assert python == self.place.python
        assert data_only == (lock.name == MODEL)
        if lock.name in self.failing:
            raise self.error
        self.installed.append(lock.name)
        for name, version in bootstrap.locked(lock.read_text(encoding="utf-8")).items():
            (self.place.packages / f"{name.replace('-', '_')}-{version}.dist-info").mkdir(exist_ok=True)

    def ensure(self, *need: str) -> Path:
        """The interpreter that `ensure` answers with, on this machine."""
        return bootstrap.ensure(need, self.place, self.make, self.install)


def names(root: Path) -> set[str]:
    return {path.name for path in root.iterdir() if "venv" in path.name}


# --------------------------------------------------------------------------- deciding


def test_a_fresh_clone_needs_an_environment(place: Place) -> None:
    assert bootstrap.decide(place, (RUNTIME,), search=()) == "make"


def test_a_complete_environment_is_entered_without_installing(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    again = Machine(place)
    assert again.ensure(RUNTIME) == place.python
    assert again.installed == []


def test_an_environment_without_a_stamp_is_half_made(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    (place.venv / STAMP).unlink()
    assert bootstrap.decide(place, (RUNTIME,), search=()) == "make"


def test_a_stamp_that_is_cut_off_counts_as_none(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    (place.venv / STAMP).write_text('{"python": "cpy', encoding="utf-8")
    assert bootstrap.decide(place, (RUNTIME,), search=()) == "make"


@pytest.mark.parametrize("content", ["[]", "1", '{"python": "x", "locks": 1, "lacking": {}}', "{}"])
def test_a_stamp_of_another_shape_counts_as_none(place: Place, content: str) -> None:
    place.venv.mkdir()
    (place.venv / STAMP).write_text(content, encoding="utf-8")
    assert Stamp.read(place.venv) is None


def test_another_runtime_lock_means_making_it_anew(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    (place.root / RUNTIME).write_text(LOCKS[RUNTIME].replace("1.0", "1.1"), encoding="utf-8")
    assert bootstrap.decide(place, (RUNTIME,), search=()) == "make"


def test_another_lock_of_the_tests_does_not_disturb_a_build(place: Place) -> None:
    Machine(place).ensure(RUNTIME, TESTS)
    (place.root / TESTS).write_text("gamma==4.0\n", encoding="utf-8")
    assert bootstrap.decide(place, (RUNTIME,), search=()) == "enter"
    assert bootstrap.decide(place, (RUNTIME, TESTS), search=()) == "add"


def test_another_pythons_environment_is_made_anew(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    stamp = Stamp.read(place.venv)
    assert stamp is not None
    Stamp("cpython-310-linux", stamp.locks, stamp.lacking).write(place.venv)
    assert bootstrap.decide(place, (RUNTIME,), search=()) == "make"


def test_an_environment_whose_python_is_gone_is_made_anew(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    place.python.unlink()
    assert bootstrap.decide(place, (RUNTIME,), search=()) == "make"


def test_an_environment_that_lost_a_package_is_made_anew(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    (place.packages / "beta_two-2.1.dist-info").rmdir()
    assert bootstrap.decide(place, (RUNTIME,), search=()) == "make"


def test_the_running_python_serves_if_it_has_every_locked_version(place: Place, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    for folder in ("Alpha-1.0.dist-info", "beta.two-2.1.dist-info"):
        (mine / folder).mkdir(parents=True)
    assert bootstrap.decide(place, (RUNTIME,), search=(str(mine),)) == "use this Python"


def test_the_running_python_does_not_serve_with_another_version(place: Place, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    for folder in ("alpha-1.0.dist-info", "beta_two-2.2.dist-info"):
        (mine / folder).mkdir(parents=True)
    assert bootstrap.decide(place, (RUNTIME,), search=(str(mine),)) == "make"


def test_a_version_that_is_hidden_by_an_earlier_one_does_not_count(tmp_path: Path) -> None:
    for folder in ("first/alpha-0.9.dist-info", "second/alpha-1.0.dist-info"):
        (tmp_path / folder).mkdir(parents=True)
    assert bootstrap.present([tmp_path / "first", tmp_path / "second"]) == {"alpha": "0.9"}


def test_an_environment_of_its_own_comes_before_the_running_python(place: Place, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    for folder in ("alpha-1.0.dist-info", "beta_two-2.1.dist-info"):
        (mine / folder).mkdir(parents=True)
    place.venv.mkdir()
    assert bootstrap.decide(place, (RUNTIME,), search=(str(mine),)) == "make"


def test_a_lock_file_that_is_missing_is_one_sentence(place: Place) -> None:
    (place.root / RUNTIME).unlink()
    with pytest.raises(SetupFailed, match=r"requirements\.lock cannot be read .*restore it"):
        bootstrap.decide(place, (RUNTIME,), search=())


# --------------------------------------------------------------------------- making


def test_a_first_build_installs_runtime_then_model(place: Place) -> None:
    machine = Machine(place)
    machine.ensure(RUNTIME)
    assert machine.installed == [RUNTIME, MODEL]


def test_the_stamp_names_the_hash_of_every_lock_and_the_python(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    written = json.loads((place.venv / STAMP).read_text(encoding="utf-8"))
    digests = {name: hashlib.sha256(LOCKS[name].encode()).hexdigest() for name in (RUNTIME, MODEL)}
    assert written == {"python": TAG, "locks": digests, "lacking": {}}


def test_tests_add_to_the_environment_of_a_build(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    machine = Machine(place)
    machine.ensure(RUNTIME, TESTS)
    assert machine.installed == [TESTS]


def test_a_first_run_that_fails_leaves_nothing(place: Place) -> None:
    with pytest.raises(SetupFailed):
        Machine(place, failing=[RUNTIME]).ensure(RUNTIME)
    assert names(place.root) == set()


def test_a_first_run_that_is_interrupted_leaves_nothing(place: Place) -> None:
    with pytest.raises(KeyboardInterrupt):
        Machine(place, failing=[RUNTIME], error=KeyboardInterrupt()).ensure(RUNTIME)
    assert names(place.root) == set()


def test_a_failure_to_renew_keeps_the_old_environment(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    old = (place.venv / STAMP).read_bytes()
    (place.root / RUNTIME).write_text("alpha==1.1\n", encoding="utf-8")
    with pytest.raises(SetupFailed):
        Machine(place, failing=[RUNTIME]).ensure(RUNTIME)
    assert (place.venv / STAMP).read_bytes() == old
    assert names(place.root) == {".venv"}


def test_renewing_leaves_no_package_of_the_old_environment(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    (place.root / RUNTIME).write_text("alpha==1.1\n", encoding="utf-8")
    Machine(place).ensure(RUNTIME)
    assert {path.name for path in place.packages.iterdir()} == {"alpha-1.1.dist-info", "tongue-0.1.dist-info"}
    assert names(place.root) == {".venv"}


def test_an_old_environment_survives_a_renewal_that_was_killed(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    place.venv.rename(place.root / ".venv.old")
    place.venv.mkdir()
    with pytest.raises(SetupFailed):
        Machine(place, failing=[RUNTIME]).ensure(RUNTIME)
    assert bootstrap.decide(place, (RUNTIME,), search=()) == "enter"


def test_a_half_made_environment_is_replaced(place: Place) -> None:
    (place.venv / "half").mkdir(parents=True)
    Machine(place).ensure(RUNTIME)
    assert not (place.venv / "half").exists()


def test_tests_that_cannot_be_installed_leave_the_build_working(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    with pytest.raises(SetupFailed):
        Machine(place, failing=[TESTS]).ensure(RUNTIME, TESTS)
    assert bootstrap.decide(place, (RUNTIME,), search=()) == "enter"


def test_an_addition_that_breaks_off_while_unpacking_is_not_trusted(place: Place) -> None:
    Machine(place).ensure(RUNTIME)
    with pytest.raises(SetupFailed):
        Machine(place, failing=[TESTS], error=SetupFailed("disk full", untouched=False)).ensure(RUNTIME, TESTS)
    assert bootstrap.decide(place, (RUNTIME,), search=()) == "make"


def test_a_missing_model_is_one_line_and_the_build_goes_on(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    assert Machine(place, failing=[MODEL]).ensure(RUNTIME) == place.python
    assert [line for line in capsys.readouterr().err.splitlines() if "only raw texts need it" in line] != []


def test_a_missing_model_is_not_asked_for_at_every_build(place: Place) -> None:
    Machine(place, failing=[MODEL]).ensure(RUNTIME)
    again = Machine(place)
    again.ensure(RUNTIME)
    assert again.installed == []


def test_another_model_is_installed_into_the_same_environment(place: Place) -> None:
    Machine(place, failing=[MODEL]).ensure(RUNTIME)
    (place.root / MODEL).write_text("tongue==0.2\n", encoding="utf-8")
    again = Machine(place)
    again.ensure(RUNTIME)
    assert again.installed == [MODEL]


def test_a_folder_that_cannot_be_written_is_one_sentence(place: Place) -> None:
    def make(venv: Path) -> None:
        raise PermissionError(13, "Permission denied", ".venv")

    with pytest.raises(SetupFailed, match=r"cannot write \.venv: .*Permission denied"):
        bootstrap.ensure((RUNTIME,), place, make, Machine(place).install)
