"""Strict YAML in, canonical YAML out.

`load` reads a small, safe part of YAML: mappings, lists and scalars, of which only null, true, false and whole numbers
are anything but strings. `dump` writes every value in exactly one way, which `load` and any other YAML reader read
back as the same value.
"""

from briefwright.records.reading import DEPTH, LIMIT, load
from briefwright.records.record import Path, Record, Value
from briefwright.records.writing import dump

__all__ = ["DEPTH", "LIMIT", "Path", "Record", "Value", "dump", "load"]
