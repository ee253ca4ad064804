"""Work on several processes: what comes out is what one process gives, and a worker that dies is told of."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from briefwright import workers
from briefwright.build import distil_folder
from briefwright.language import available
from briefwright.model import Unsound
from briefwright.store import json_file

RAW = Path(__file__).parent / "corpora" / "halden_raw"
HERE = os.getpid()
copies = pytest.mark.skipif(sys.platform != "linux", reason="workers are copies of the process, on Linux alone")


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever threads other tests have left, and however many cores there are."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(workers, "LEAST", 4)


def tens(item: int) -> int:
    return item // 10


def squared(item: int) -> tuple[int, int]:
    return item * item, os.getpid()


@pytest.mark.parametrize("jobs", [0, 1, 2, 5])
def test_results_come_in_the_order_of_the_things(jobs: int) -> None:
    done = workers.each(squared, range(95), jobs, together=tens)
    assert [square for square, _ in done] == [item * item for item in range(95)]


@copies
def test_the_work_is_shared_among_as_many_as_were_asked_for() -> None:
    assert len({by for _, by in workers.each(squared, range(95), 3, together=tens)}) == 3


def test_things_that_are_alike_are_done_by_one() -> None:
    done = workers.each(squared, range(95), 3, together=tens)
    assert {len({by for square, by in done if tens(int(square**0.5)) == ten}) for ten in range(10)} == {1}


def test_a_few_things_are_done_here() -> None:
    assert {by for _, by in workers.each(squared, range(3), 5, together=tens)} == {HERE}


def test_beside_other_threads_nothing_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert {by for _, by in workers.each(squared, range(95), 5, together=tens)} == {HERE}


def dies(item: int) -> int:
    if os.getpid() != HERE:
        os._exit(9)
    return item


@copies
def test_a_worker_that_dies_is_told_of_with_the_remedy() -> None:
    with pytest.raises(Unsound, match=r"^--jobs: a worker ended without its results, .*; --jobs 1 takes the least"):
        workers.each(dies, range(95), 2, together=tens)


@pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
def test_the_briefing_of_raw_texts_is_the_same_by_one_and_by_three() -> None:
    assert json_file(distil_folder(RAW, jobs=1)) == json_file(distil_folder(RAW, jobs=3))
