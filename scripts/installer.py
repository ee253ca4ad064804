"""Makes an empty environment and has pip fill it from a lock file. Standard library only."""

import contextlib
import functools
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

#: `mkdocs==1.6.1 \` or `librt==0.16.0 ; platform_python_implementation != 'PyPy' \`: name, version, condition
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)[ \t]*(;[^\\\n]*)?", re.MULTILINE)
#: What pip prints when the index is out of reach, whatever it concludes from that in its last line.
OFFLINE = re.compile(
    r"name resolution|Name or service not known|nodename nor servname|getaddrinfo failed|NewConnectionError"
    r"|ConnectTimeoutError|ReadTimeoutError|Max retries exceeded|Network is unreachable|No route to host"
    r"|Connection refused|connection broken by|ProxyError|Could not fetch URL|Connection reset by peer"
)


class SetupFailed(Exception):
    """The environment cannot be made; the message is the one line that the user is shown.

    `untouched` says that nothing in an environment that was there before has changed.
    """

    def __init__(self, sentence: str, untouched: bool = True) -> None:
        super().__init__(sentence)
        self.untouched = untouched


def say(sentence: str) -> None:
    """One line of narration on stderr."""
    print(f"briefwright: {sentence}", file=sys.stderr, flush=True)


def why(output: str, lock: str) -> str:
    """The one sentence for pip's failure with a lock file, from what pip printed."""
    if "DO NOT MATCH THE HASHES" in output:
        return f"a downloaded package is not the one that {lock} names (its hash differs); nothing of it was installed"
    if "No space left on device" in output:
        return "there is no space left on the disk"
    if OFFLINE.search(output):
        return "the package index cannot be reached; connect to the network (or point pip at a mirror) and run again"
    if "No matching distribution found" in output:
        named = re.search(r"No matching distribution found for (\S+)", output)
        return f"no package fits this Python and system: {named[1] if named else 'see pip'}; try another Python"
    last = [line for line in output.splitlines() if line.startswith("ERROR:")] or output.splitlines() or ["no output"]
    return f"pip stopped with: {last[-1].removeprefix('ERROR:').strip()}"


def base_python() -> str:
    """An interpreter outside `.venv`, since the one within may be about to go."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


@functools.cache
def pip_reaches_out() -> bool:
    """Whether the interpreter outside has a pip that knows `--python` (22.3 and later)."""
    asked = subprocess.run([base_python(), "-m", "pip", "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"pip (\d+)\.(\d+)", asked.stdout)
    return version is not None and (int(version[1]), int(version[2])) >= (22, 3)


def make_environment(venv: Path) -> None:
    """An empty environment; with a pip of its own only where the one at hand cannot install from outside."""
    bare = ["--without-pip"] if pip_reaches_out() else []
    made = subprocess.run([base_python(), "-m", "venv", *bare, str(venv)], capture_output=True, text=True, check=False)
    if made.returncode and not bare:
        raise SetupFailed(
            "cannot make .venv: this Python has neither pip 22.3 or newer nor ensurepip; "
            "install pip (on Debian: apt-get install python3-pip) and run again"
        )
    if made.returncode:
        last = (made.stderr or made.stdout).strip().splitlines() or ["no reason given"]
        raise SetupFailed(f"cannot make .venv: {last[-1]}")


def pip_install(python: Path, lock: Path, data_only: bool) -> None:
    """Install a lock file for `python`, every file checked against its hash, with progress on stderr."""
    pip = [base_python(), "-m", "pip", "--python", str(python)] if pip_reaches_out() else [str(python), "-m", "pip"]
    options = ["--require-hashes", "--only-binary", ":all:", "--no-input", "--progress-bar", "off", "--retries", "3"]
    if data_only:
        options += ["--no-deps", "--ignore-requires-python"]
    # Packages found through PYTHONPATH would count as installed; the others would install somewhere else.
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")}
    environment = {**kept, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUNBUFFERED": "1"}
    # A group of its own, since pip works through a second process that outlives the first when only that is ended.
    # close_fds=False: it inherits the hold on the checkout (bootstrap.alone), and keeps it should we be killed.
    process = subprocess.Popen(
        [*pip, "install", *options, "-r", str(lock)],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        env=environment, start_new_session=True, close_fds=False,
    )  # fmt: skip
    assert process.stdout is not None
    output: list[str] = []
    try:
        with progress(len(PINNED.findall(lock.read_text(encoding="utf-8")))) as step:
            for line in process.stdout:
                output.append(line)
                step(line)
        status = process.wait()
    finally:
        if process.poll() is None:
            end(process)
    if status:
        text = "".join(output)
        raise SetupFailed(
            f"cannot install {lock.name}: {why(text, lock.name)}", "Installing collected packages" not in text
        )


def end(process: "subprocess.Popen[str]") -> None:
    """End a process with all that it has started, and wait until the last of them is gone."""
    if os.name == "nt":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    assert process.stdout is not None
    process.stdout.read()  # to its end: every one of them holds it open as long as it lives
    process.wait()


@contextlib.contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """A counter fed with pip's lines: rewritten in place on a terminal, a line for every 25 packages elsewhere.

    Elsewhere nothing is printed before the index has answered, so that without a network the reason stands alone.
    """
    terminal = sys.stderr.isatty()
    count = 0

    def show(text: str, lasting: bool) -> None:
        if terminal:
            print(f"\r\033[K  {text}", end="", file=sys.stderr, flush=True)
        elif lasting:
            print(f"  {text}", file=sys.stderr, flush=True)

    def step(line: str) -> None:
        nonlocal count
        if line.startswith("Collecting "):
            count += 1
            if count == 2 and not terminal:
                say(f"installing {total} packages into .venv, once; about half a minute")
            # `Collecting numpy<2.5 (from …)`: only the name
            name = re.split("[=<> ]", line[len("Collecting ") :], maxsplit=1)[0]
            show(f"fetching {count} of {total}: {name}", count % 25 == 0)
        elif line.startswith("Installing collected packages"):
            show(f"unpacking {total}", total > 1)
        elif "Retrying" in line:
            show("no answer from the package index, asking again", False)

    try:
        yield step
    finally:
        if terminal:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
