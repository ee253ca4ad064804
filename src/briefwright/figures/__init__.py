"""Pictures as SVG, drawn from values: the line of time, the origins, a ratio of layers. Nothing here knows a briefing.

A picture is styled by classes and attributes alone, so that no policy has to allow inline styles and the dark mode is
the style sheet's. Each label leads to a place on the same page, where its notes stand.
"""

from __future__ import annotations

from briefwright.figures.layers import Ratio, layers
from briefwright.figures.origins import Family, Member, Pair, origins
from briefwright.figures.timeline import Mark, timeline

__all__ = ["Family", "Mark", "Member", "Pair", "Ratio", "layers", "origins", "timeline"]
