"""What the maps of a project show together and none of them alone: each a pure function of what the project knows.

They are told in the project's index and in no artefact: an artefact says what one board held and can be made again
from that, its readers may not see other workshops' outputs, and what is erased elsewhere must not live on in it.
"""

from __future__ import annotations

from collections.abc import Callable

from facilitator.artefacts.across.in_no_step import in_no_step
from facilitator.artefacts.across.known import Found, Joined, Known, joined
from facilitator.artefacts.across.unheard import unheard

ACROSS: tuple[Callable[[Known], list[Found]], ...] = (in_no_step, unheard)

__all__ = ["ACROSS", "Found", "Joined", "Known", "across", "joined"]


def across(known: Known) -> list[Found]:
    """All that can be said of the maps together, in a fixed order."""
    return [found for tell in ACROSS for found in tell(known)]
