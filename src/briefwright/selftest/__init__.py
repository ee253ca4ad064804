"""The mutation self-test: how many corrupted statements the verifier refuses, and the record of it.

Every accepted statement is corrupted in each way that a careless reading corrupts, and each corruption is put to the
verifier against the same passage, as a build would. What the verifier accepts of them is a survivor, and listed.
"""

from briefwright.selftest.edition import check_self_test, committed, run
from briefwright.selftest.measure import fingerprint, passes, self_test
from briefwright.selftest.mutants import CLASSES, Mutant, mutants
from briefwright.selftest.record import FILE, as_yaml, read_record
from briefwright.selftest.telling import figures, listed

__all__ = [
    "CLASSES",
    "FILE",
    "Mutant",
    "as_yaml",
    "check_self_test",
    "committed",
    "figures",
    "fingerprint",
    "listed",
    "mutants",
    "passes",
    "read_record",
    "run",
    "self_test",
]
