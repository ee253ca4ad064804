"""Re-proves what is said against the text it cites. Knows nothing of how statements are made."""

from briefwright.verify.blind import BlindSpot, blind_spots
from briefwright.verify.entail import entails
from briefwright.verify.framed import framed
from briefwright.verify.statement import stem, verify
from briefwright.verify.verdict import Fault, Outcome, Verdict, weigh
from briefwright.verify.voices import turns

__all__ = [
    "BlindSpot",
    "Fault",
    "Outcome",
    "Verdict",
    "blind_spots",
    "entails",
    "framed",
    "stem",
    "turns",
    "verify",
    "weigh",
]
