"""Every check of the project, one after the other: lint, format, types, tests. Standard library only."""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import bootstrap
from installer import say

#: What ruff and mypy look at, as far as it is there.
LINTED = ("src", "tests", "scripts", "benchmarks")
TYPED = ("src", "tests", "scripts")
#: All tests are shared out to all cores; a few are sooner done by one process.
SHARED_OUT = ("-n", "auto", "--dist", "worksteal")


def run(command: Sequence[str], variables: Mapping[str, str], root: Path) -> int:
    """Exit status of a command, whose output goes where ours goes; an interruption waits for it to end first."""
    process = subprocess.Popen(list(command), env=dict(variables), cwd=root)
    try:
        return process.wait()
    except KeyboardInterrupt:
        # The terminal has sent it to both; give the other the time to say what it had done.
        process.wait()
        raise


def steps(python: str, root: Path) -> dict[str, list[str]]:
    """Name -> command of every check but the tests, over the folders that hold Python files."""
    linted = [name for name in LINTED if any((root / name).rglob("*.py"))]
    typed = [name for name in TYPED if any((root / name).rglob("*.py"))]
    return {
        "ruff check": [python, "-m", "ruff", "check", *linted],
        "ruff format": [python, "-m", "ruff", "format", "--check", *linted],
        "mypy": [python, "-m", "mypy", "--strict", *typed],
    }


def check(python: Path, arguments: Sequence[str], place: bootstrap.Place) -> int:
    """Run every check, whatever the ones before it say; 0 only if all are content.

    The checks are summed up before the tests start, so that the last summary on stdout is the one of pytest.
    """
    variables = bootstrap.environment(place)
    failed: list[str] = []
    report: list[str] = []
    for name, command in steps(str(python), place.root).items():
        print(f"--- {name}", flush=True)
        started = time.monotonic()
        status = run(command, variables, place.root)
        report.append(f"{name}: {'fine' if status == 0 else f'FAILED ({status})'}, {time.monotonic() - started:.1f} s")
        if status:
            failed.append(name)
    print("--- " + "; ".join(report), "--- pytest", sep="\n", flush=True)
    status = run([str(python), "-m", "pytest", *(arguments or SHARED_OUT)], variables, place.root)
    if failed:
        say(f"not everything is fine: {', '.join(failed)} (see above)")
    return status or (1 if failed else 0)


def main(arguments: Sequence[str]) -> int:
    """Set up what the tests need, then check."""
    place = bootstrap.Place(bootstrap.ROOT)
    return bootstrap.guarded(
        lambda: check(bootstrap.ensure((bootstrap.RUNTIME, bootstrap.TESTS), place), arguments, place)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
