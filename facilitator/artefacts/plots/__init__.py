"""Plots: what people would rather look at than read, as plain figures; whoever shows one draws it, with its table.

Each is a pure function of the artefact under way, in a file of its own, that gives one plot or nothing: silence is
right where a picture would show less than a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.artefacts.plots.grid import grids
from facilitator.artefacts.plots.network import network
from facilitator.artefacts.plots.pain_curve import pain_curve

Plot = dict[str, Any]

PLOTS: tuple[Callable[[Mapping[str, Any]], list[Plot]], ...] = (pain_curve, grids, network)


def plots(draft: Mapping[str, Any]) -> list[Plot]:
    """All that this artefact gives to look at, in a fixed order."""
    return [plot for draw in PLOTS for plot in draw(draft)]


__all__ = ["grids", "network", "pain_curve", "plots"]
