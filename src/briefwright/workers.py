"""One piece of work on many things, on several cores: the results and their order are those of one core."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Hashable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

from briefwright.problems import Problem, Unsound

Item = TypeVar("Item")
Result = TypeVar("Result")
#: Fewer things than this are done before another process has begun.
LEAST = 40


def each(
    work: Callable[[Item], Result], items: Sequence[Item], jobs: int, *, together: Callable[[Item], Hashable]
) -> list[Result]:
    """The result of `work` for each item, in order. `jobs` is how many processes work, 0 one a core.

    Items that are alike by `together` are done by the same process, in order, so that what one has found out serves
    the next. Results must be picklable; the work itself and the items need not be.
    """
    count = min(able(jobs), len(items) // LEAST + 1)
    if count == 1:
        return [work(item) for item in items]
    turn = {key: n % count for n, key in enumerate(dict.fromkeys(together(item) for item in items))}
    shares = [[at for at, item in enumerate(items) if turn[together(item)] == n] for n in range(count)]
    helpers = [_begin(work, [items[at] for at in share]) for share in shares[1:]]
    try:
        done = [[work(items[at]) for at in shares[0]], *(_received(connection) for _, connection in helpers)]
    finally:
        for process, _ in helpers:
            process.terminate()
            process.join()
    found = {
        at: result
        for share, results in zip(shares, done, strict=True)
        for at, result in zip(share, results, strict=True)
    }
    return [found[at] for at in range(len(items))]


def able(jobs: int) -> int:
    """How many processes can work here, of so many asked for (0: one a core); one where a copy of this is not safe."""
    if sys.platform != "linux" or threading.active_count() > 1:
        # a copy of a process has one thread of it, and the locks that the others held
        return 1
    return jobs or len(os.sched_getaffinity(0))


def _begin(work: Callable[[Item], Result], items: Sequence[Item]) -> tuple[BaseProcess, Connection]:
    """A copy of this process that does the work and writes the results into the connection."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(work, items, theirs), daemon=True)
    with warnings.catch_warnings():
        # newer Pythons warn of the threads of the linear algebra, which it stops and starts around a copy itself
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    theirs.close()
    return process, ours


def _serve(work: Callable[[Item], Result], items: Sequence[Item], into: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    into.send_bytes(pickle.dumps([work(item) for item in items]))


def _received(connection: Connection) -> list[Result]:
    try:
        results: list[Result] = pickle.loads(connection.recv_bytes())
    except EOFError:
        told = "a worker ended without its results, perhaps for want of memory; --jobs 1 takes the least"
        raise Unsound(Problem(where="--jobs", sentence=told)) from None
    return results
