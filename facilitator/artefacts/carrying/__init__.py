"""Carrying forward: what outputs hold, as what a new board begins with. Pure: ids, words and the choice are given."""

from facilitator.artefacts.carrying.begin import begin
from facilitator.artefacts.carrying.behind import behind
from facilitator.artefacts.carrying.made import Beginning
from facilitator.artefacts.carrying.offer import (
    AS_IT_LIES,
    EACH_ITS_KIND,
    NOTHING,
    Offer,
    Source,
    Way,
    offers_of,
    ways_of,
)

__all__ = [
    "AS_IT_LIES",
    "EACH_ITS_KIND",
    "NOTHING",
    "Beginning",
    "Offer",
    "Source",
    "Way",
    "begin",
    "behind",
    "offers_of",
    "ways_of",
]
