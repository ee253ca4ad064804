"""Which self-test belongs to an edition: one run now, a committed one that fits it, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from briefwright.codebook import Codebook
from briefwright.model import Briefing, Problem, Refused, SelfTest, Unsound
from briefwright.selftest.measure import fingerprint, passes, self_test
from briefwright.selftest.record import FILE, read_record

Say = Callable[[str], None]


def run(briefing: Briefing, codebook: Codebook, say: Say) -> Briefing:
    """The briefing with a self-test of its statements, run now."""
    say("corrupting every statement and putting it to the verifier")
    return replace(briefing, self_test=self_test(briefing, codebook))


def committed(briefing: Briefing, codebook: Codebook, roots: Iterable[Path], say: Say) -> Briefing:
    """The briefing with the first record below one of `roots` if its hashes fit; without any where they do not."""
    stored = _stored(roots, say)
    if stored is None:
        return briefing
    if stored.fits != fingerprint(briefing, codebook):
        say(f"{FILE} is of another edition, hence not shown; `build --self-test` measures this one")
        return briefing
    return replace(briefing, self_test=stored)


def _stored(roots: Iterable[Path], say: Say) -> SelfTest | None:
    for root in roots:
        try:
            stored = read_record(root / FILE)
        except Refused as refused:
            say(f"{refused}; until `build --self-test` writes it anew, no self-test is shown")
            continue
        if stored is not None:
            return stored
    return None


def check_self_test(briefing: Briefing) -> None:
    """Raises `Unsound` where more than one corruption of a hundred passes or a true statement is refused.

    An edition without a self-test is none of its business: its pages say that nothing was measured.
    """
    result = briefing.self_test
    if result is None or passes(result):
        return
    told = (
        f"the verifier refuses {result.refused} of {result.made} corrupted statements and accepts {result.accepted} "
        f"of {result.statements} true ones; 99 % and all are wanted: `build --self-test --show` lists which"
    )
    raise Unsound(Problem(where=FILE, sentence=told))
