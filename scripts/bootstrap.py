"""Makes `.venv` from the lock files and finds the Python to go on with. Standard library only.

With everything in place nothing is installed and nothing is said. `python3 scripts/bootstrap.py [--tests]` sets up
without building, and asks again for a language model that could not be had the last time.
"""

import require_python  # noqa: F401, I001  (first: stops here on a Python that is too old)
import contextlib
import hashlib
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from installer import PINNED, SetupFailed, make_environment, pip_install, say

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = "requirements.lock"
TESTS = "requirements-test.lock"
MODEL = "requirements-model.lock"
STAMP = "briefwright.json"

#: Which environment fits: one made by this interpreter's minor version, on this kind of system.
TAG = f"{sys.implementation.cache_tag}-{sys.platform}"

Step = Literal["enter", "use this Python", "add", "make"]
Make = Callable[[Path], None]
Install = Callable[[Path, Path, bool], None]

#: `PyYAML-6.0.3.dist-info`
DIST_INFO = re.compile(r"^([^-]+)-(.+)\.dist-info$")


# --------------------------------------------------------------------------- what is there


def canonical(name: str) -> str:
    """The name of a distribution, written in one way: `types_PyYAML` is `types-pyyaml`."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(text: str) -> dict[str, str]:
    """Name -> version of every line of a lock file without a condition; one with a condition is left to pip."""
    return {canonical(name): version for name, version, condition in PINNED.findall(text) if not condition}


def present(folders: Sequence[str | Path]) -> dict[str, str]:
    """Name -> version of every distribution in the folders; as in an import, the first that holds one wins."""
    found: dict[str, str] = {}
    for folder in folders:
        # A path that is no folder (a zip file, a folder of another system) holds nothing to be listed.
        with contextlib.suppress(OSError):
            for entry in os.listdir(folder or "."):
                match = DIST_INFO.match(entry)
                if match:
                    found.setdefault(canonical(match[1]), match[2])
    return found


def holds(found: Mapping[str, str], wanted: Mapping[str, str]) -> bool:
    """Whether every wanted distribution is there in exactly the wanted version."""
    return all(found.get(name) == version for name, version in wanted.items())


@dataclass(frozen=True)
class Stamp:
    """What was installed completely: the tag of the Python, and the hash of each lock file that was used.

    A lock that was asked for in vain and that a build can do without stands under `lacking`.
    """

    python: str
    locks: Mapping[str, str]
    lacking: Mapping[str, str]

    @classmethod
    def read(cls, venv: Path) -> "Stamp | None":
        """The stamp of a `.venv`; nothing where there is none, or one that was not written by this script."""
        try:
            data = json.loads((venv / STAMP).read_text(encoding="utf-8"))
            return cls(str(data["python"]), dict(data["locks"]), dict(data["lacking"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, venv: Path) -> None:
        """Write it whole or not at all."""
        half = venv / f"{STAMP}.half"
        half.write_text(json.dumps(vars(self), indent=2, sort_keys=True) + "\n", encoding="utf-8")
        half.replace(venv / STAMP)


@dataclass(frozen=True)
class Place:
    """A checkout and its `.venv`."""

    root: Path

    @property
    def venv(self) -> Path:
        """The environment's folder."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def packages(self) -> Path:
        """The environment's folder of packages for this interpreter's version."""
        if os.name == "nt":
            return self.venv / "Lib" / "site-packages"
        return self.venv / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"

    def lock(self, name: str) -> bytes:
        """The bytes of a lock file."""
        try:
            return (self.root / name).read_bytes()
        except OSError as error:
            raise SetupFailed(f"{name} cannot be read ({error.strerror}); restore it from the repository") from error

    def digest(self, name: str) -> str:
        """The hash of a lock file."""
        return hashlib.sha256(self.lock(name)).hexdigest()


def decide(place: Place, need: Sequence[str], search: Sequence[str] = tuple(sys.path)) -> Step:
    """What has to be done before `need`, a list of lock files that begins with the runtime's, is in place.

    The running Python is used as it is only where it has every locked version and there is no `.venv`, or it is
    the one of `.venv`. An environment without a stamp, with another Python's, or with a package gone is made anew.
    """
    wanted: dict[str, str] = {}
    for name in need:
        wanted.update(locked(place.lock(name).decode("utf-8")))
    inside = Path(sys.prefix).resolve() == place.venv.resolve()
    stamp = Stamp.read(place.venv)
    if stamp is not None and stamp.python == TAG and place.python.exists():
        found = present([place.packages])
        if stamp.locks.get(RUNTIME) == place.digest(RUNTIME) and holds(
            found, locked(place.lock(RUNTIME).decode("utf-8"))
        ):
            asked = {**stamp.lacking, **stamp.locks}.get(MODEL) == place.digest(MODEL)
            rest = all(stamp.locks.get(name) == place.digest(name) for name in need)
            return "enter" if asked and rest and holds(found, wanted) else "add"
    if (inside or not os.path.lexists(place.venv)) and holds(present(search), wanted):
        return "use this Python"
    return "make"


# --------------------------------------------------------------------------- keeping it whole


def discard(folder: Path) -> None:
    """Remove an environment; of a link, only the link."""
    import shutil

    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def install_all(place: Place, need: Sequence[str], before: Stamp, install: Install) -> Stamp:
    """Install every lock that the stamp `before` does not have; returns the new stamp, which is not yet written.

    The language model may fail: notes are distilled without it, so its absence costs only raw texts.
    """
    locks = dict(before.locks)
    lacking = dict(before.lacking)
    for name in need:
        if locks.get(name) != place.digest(name):
            install(place.python, place.root / name, False)
            locks[name] = place.digest(name)
    wanted = place.digest(MODEL)
    if {**lacking, **locks}.get(MODEL) != wanted:
        try:
            install(place.python, place.root / MODEL, True)
            locks[MODEL] = wanted
            lacking.pop(MODEL, None)
        except SetupFailed as failure:
            lacking[MODEL] = wanted
            say(f"{failure}. Going on: only raw texts need it; scripts/bootstrap.py asks again")
    return Stamp(TAG, locks, lacking)


def make_anew(place: Place, need: Sequence[str], make: Make, install: Install) -> None:
    """Make `.venv` from nothing. A complete one that was there before is kept until the new one stands."""
    old = place.root / ".venv.old"
    if Stamp.read(place.venv) is None:
        if os.path.lexists(place.venv):
            say("the .venv here was not completed by this script; making it anew")
        discard(place.venv)
    else:
        say("the .venv here fits another Python or other lock files, or lost a package; making it anew")
        discard(old)
        place.venv.rename(old)
    try:
        make(place.venv)
        install_all(place, need, Stamp(TAG, {}, {}), install).write(place.venv)
    except BaseException:
        discard(place.venv)
        if old.exists():
            old.rename(place.venv)
        raise
    discard(old)


def add(place: Place, need: Sequence[str], install: Install) -> None:
    """Install what is lacking into a sound `.venv`; one that may be left half changed loses its stamp."""
    before = Stamp.read(place.venv)
    assert before is not None, "decide() answers 'add' only where there is a stamp"
    (place.venv / STAMP).unlink()
    try:
        install_all(place, need, before, install).write(place.venv)
    except SetupFailed as failure:
        if failure.untouched:
            before.write(place.venv)
        raise


@contextlib.contextmanager
def alone(place: Place) -> Iterator[None]:
    """Keep a second run from making the same `.venv` at the same time, where the system can lock a folder."""
    try:
        import fcntl
    except ImportError:  # Windows: two first runs at once are not caught
        yield
        return
    handle = os.open(place.root, os.O_RDONLY)
    # pip inherits it: if this process is killed, the next one waits until the orphan has stopped writing.
    os.set_inheritable(handle, True)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another run is making .venv; waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def ensure(need: Sequence[str], place: Place, make: Make = make_environment, install: Install = pip_install) -> Path:
    """The interpreter that has every distribution of the lock files `need`; installs what is not there."""
    step = decide(place, need)
    if step in ("make", "add"):
        try:
            with alone(place):
                # Another run may have done it while this one waited.
                step = decide(place, need)
                started = time.monotonic()
                if step == "make":
                    make_anew(place, need, make, install)
                elif step == "add":
                    add(place, need, install)
                if step in ("make", "add"):
                    say(f".venv is ready ({time.monotonic() - started:.0f} s)")
        except OSError as error:
            raise SetupFailed(f"cannot write .venv: {error}") from error
    return Path(sys.executable) if step == "use this Python" else place.python


# --------------------------------------------------------------------------- entry points


def guarded(work: Callable[[], int]) -> int:
    """The exit status of the work; a failure to set up is one line and 1, an interruption 130, an end by signal 143."""
    import signal

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return work()
    except SetupFailed as failure:
        say(str(failure))
        return 1
    except KeyboardInterrupt:
        say("interrupted")
        return 130


def environment(place: Place) -> dict[str, str]:
    """The variables for the package's own processes: `src` comes first among the places to import from."""
    paths = [str(place.root / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def become(python: Path, arguments: Sequence[str], variables: Mapping[str, str]) -> int:
    """Go on as another process: its exit status and its signals are ours."""
    command = [str(python), *arguments]
    if os.name != "nt":
        os.execve(command[0], command, variables)
    import subprocess

    return subprocess.call(command, env=dict(variables))


def build(arguments: Sequence[str]) -> int:
    """`briefwright build`, from any state of the machine."""
    return run(["build", *arguments])


def run(arguments: Sequence[str]) -> int:
    """Any command of the package, from any state of the machine."""
    place = Place(ROOT)
    # what the package tells its user to type next: "briefwright" is not on the path of a bare machine
    variables = {**environment(place), "BRIEFWRIGHT_CALLED_AS": str(ROOT / "scripts" / "run.py")}
    # -P: the folder that the user stands in is no place to import from (it may hold a yaml.py, or a briefing/).
    command = ["-P", "-m", "briefwright", *arguments]
    return guarded(lambda: become(ensure((RUNTIME,), place), command, variables))


def set_up(arguments: Sequence[str]) -> int:
    """Set up only; `--tests` with what the tests need. A language model that is lacking is asked for again."""
    place = Place(ROOT)
    if not set(arguments) <= {"--tests"}:
        say("usage: scripts/bootstrap.py [--tests]")
        return 2

    def work() -> int:
        stamp = Stamp.read(place.venv)
        if stamp is not None and stamp.lacking:
            Stamp(stamp.python, stamp.locks, {}).write(place.venv)
        say(f"ready: {ensure((RUNTIME, TESTS) if arguments else (RUNTIME,), place)}")
        return 0

    return guarded(work)


if __name__ == "__main__":
    sys.exit(set_up(sys.argv[1:]))
