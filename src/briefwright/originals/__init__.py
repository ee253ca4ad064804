"""Notes against their articles: what a note must fulfil, and the lock that says it was proved."""

from __future__ import annotations

from briefwright.originals.check import check
from briefwright.originals.lock import NAME, Examined, Seal, body_hash, examine, origins_of, read_seal, seal, sealed

__all__ = ["NAME", "Examined", "Seal", "body_hash", "check", "examine", "origins_of", "read_seal", "seal", "sealed"]
