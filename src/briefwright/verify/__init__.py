"""Re-proves what is said against the text it cites. Knows nothing of how statements are made."""

from briefwright.verify.entail import entails
from briefwright.verify.statement import Outcome, Verdict, stem, verify

__all__ = ["Outcome", "Verdict", "entails", "stem", "verify"]
