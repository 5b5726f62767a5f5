"""The example case: a series of workshops of invented municipalities, played through the product itself.

Its words are data, in the JSON files beside this one. They become programme, workshops and boards by the same verbs
and operations as anybody's, written by the people who are said to have written them.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.demo.cast import find_or_make_account, find_or_make_people
from facilitator.demo.content import people, series
from facilitator.demo.play import play
from facilitator.demo.stage import Stage, find_or_make_series
from facilitator.models import User, Workshop, WorkshopStatus
from facilitator.planning.closing import close_workshop
from facilitator.planning.workshops import go_live
from facilitator.record import latest

__all__ = ["Demo", "make"]


@dataclass(frozen=True)
class Demo:
    """Who runs the example, and its workshop that is live."""

    facilitator: User
    workshop: Workshop


def make() -> Demo:
    """Make the example once, or find it; needs an application context.

    What broke off in the middle is finished by making it again. What people have changed since stays changed, and a
    workshop that they closed stays closed.
    """
    told = series()
    facilitator = find_or_make_account(**told["facilitator"])
    stages = find_or_make_series(facilitator, told)
    for stage in stages:
        _hold(stage, facilitator)
    return Demo(facilitator, next(stage.workshop for stage in stages if stage.ends_as == WorkshopStatus.LIVE))


def _hold(stage: Stage, facilitator: User) -> None:
    """Hold a workshop as far as it goes: its people come, its boards fill, and the one that is past gets closed."""
    if stage.ends_as == WorkshopStatus.DRAFT:
        return
    if stage.workshop.status != WorkshopStatus.CLOSED:
        go_live(stage.workshop)
        cast = find_or_make_people(stage.workshop, people())
        for board, script in stage.boards:
            play(board.id, script, cast, facilitator.id)
    if stage.ends_as == WorkshopStatus.CLOSED and any(latest(board.id) is None for board, _ in stage.boards):
        close_workshop(stage.workshop, facilitator.id)
