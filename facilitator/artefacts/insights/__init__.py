"""What the map shows: small computed observations, each a sentence in three languages and the notes behind it.

One pure function a file. It is given the artefact under way and gives one insight for each thing it has to say, or
nothing: silence is right when there is too little on the board to say anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.artefacts.insights.already_held import already_held
from facilitator.artefacts.insights.asked_again import asked_again
from facilitator.artefacts.insights.broken_relations import broken_relations
from facilitator.artefacts.insights.changed_since import changed_since
from facilitator.artefacts.insights.channel_breaks import channel_breaks
from facilitator.artefacts.insights.data_by_hand import data_by_hand
from facilitator.artefacts.insights.empty_sectors import empty_sectors
from facilitator.artefacts.insights.handovers import handovers
from facilitator.artefacts.insights.heaviest_pain import heaviest_pain
from facilitator.artefacts.insights.in_no_step import in_no_step
from facilitator.artefacts.insights.lowest_mood import lowest_mood
from facilitator.artefacts.insights.missing_sectors import missing_sectors
from facilitator.artefacts.insights.most_voted import most_voted
from facilitator.artefacts.insights.open_tasks import open_tasks
from facilitator.artefacts.insights.pain_by_phase import pain_by_phase
from facilitator.artefacts.insights.pain_on_path import pain_on_path
from facilitator.artefacts.insights.pains_without_idea import pains_without_idea
from facilitator.artefacts.insights.sentence import Insight
from facilitator.artefacts.insights.stakeholders_by_kind import stakeholders_by_kind
from facilitator.artefacts.insights.steps_without_owner import steps_without_owner
from facilitator.artefacts.insights.unheard import unheard
from facilitator.artefacts.insights.vague_actions import vague_actions
from facilitator.artefacts.insights.waiting import waiting

INSIGHTS: tuple[Callable[[Mapping[str, Any]], list[Insight]], ...] = (
    handovers,
    asked_again,
    already_held,
    data_by_hand,
    channel_breaks,
    waiting,
    steps_without_owner,
    in_no_step,
    lowest_mood,
    pain_on_path,
    pain_by_phase,
    heaviest_pain,
    most_voted,
    pains_without_idea,
    broken_relations,
    stakeholders_by_kind,
    missing_sectors,
    empty_sectors,
    unheard,
    open_tasks,
    vague_actions,
)


def insights(draft: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> list[Insight]:
    """All that can be said of this artefact, in a fixed order; at the end what changed since the version `before`."""
    told = [insight for tell in INSIGHTS for insight in tell(draft)]
    return told if before is None else told + changed_since(draft, before)
