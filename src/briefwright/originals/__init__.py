"""Notes against their articles: what a note must fulfil, and the lock that says it was proved."""

from __future__ import annotations

from briefwright.originals.check import check
from briefwright.originals.lock import NAME, Seal, body_hash, origins_of, read_seal, seal, sealed

__all__ = ["NAME", "Seal", "body_hash", "check", "origins_of", "read_seal", "seal", "sealed"]
