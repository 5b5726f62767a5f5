"""Which copies of a map are told together: those of a workshop's groups, or of a programme's projects."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from facilitator.artefacts.comparing import Copy, RolledUp, roll_up
from facilitator.errors import NotThere
from facilitator.extensions import db
from facilitator.hub.offload import offload
from facilitator.models import Board, Programme, Project, RecordedArtefact, Size, Workshop
from facilitator.planning.regions import REGIONS

MOST = 200  # copies in one table
UNKNOWN = "unknown"  # asks for the copies of which nobody says it


class By(StrEnum):
    """What the copies are counted under."""

    COPY = "copy"
    REGION = "region"
    SIZE = "size"


ORDER: dict[By, Sequence[str]] = {By.REGION: tuple(REGIONS), By.SIZE: tuple(Size)}


@dataclass(frozen=True, slots=True)
class Mapped:
    """One copy of the map, and whose it is. region, size: "" where nobody says."""

    saved: RecordedArtefact
    region: str
    size: str

    def under(self, by: By) -> str:
        """What it is counted under."""
        return {By.COPY: self.saved.board_id, By.REGION: self.region, By.SIZE: self.size}[by]


@dataclass(frozen=True, slots=True)
class Together:
    """What was asked for. maps: those that are counted; left_out: how many more there are than a table takes."""

    maps: Sequence[Mapped]
    left_out: int
    columns: Sequence[str]
    found: RolledUp


def methods_of(scope: Workshop | Programme) -> dict[str, int]:
    """By method, of how many of its boards the record has an output; the one with the most first."""
    counted = Counter(each.method_key for each in _newest(scope))
    return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def maps_of(scope: Workshop | Programme, method_key: str) -> list[Mapped]:
    """The newest version of each board of the method, in the order of projects, workshops and boards.

    Raises NotThere (`method.unknown`) where there is none.
    """
    found = [_mapped(each) for each in _newest(scope) if each.method_key == method_key]
    if not found:
        raise NotThere("method.unknown")
    return found


def together(every: Sequence[Mapped], by: By = By.COPY, region: str = "", size: str = "") -> Together:
    """The maps in one table. region, size: only those of this one; UNKNOWN those of which nobody says it; "" all."""
    wanted = [each for each in every if _is(each.region, region) and _is(each.size, size)]
    maps = wanted[:MOST]
    found = offload(_rolled, [(each.saved.body, each.under(by)) for each in maps])
    return Together(maps, len(wanted) - len(maps), columns_of(maps, by), found)


def columns_of(maps: Sequence[Mapped], by: By) -> list[str]:
    """What the maps are counted under, in its own order: regions by code, sizes from the smallest; "" comes last."""
    used = [each.under(by) for each in maps]
    return used if by == By.COPY else [key for key in (*ORDER[by], "") if key in used]


def _is(said: str, wanted: str) -> bool:
    return not wanted or said == ("" if wanted == UNKNOWN else wanted)


def _mapped(saved: RecordedArtefact) -> Mapped:
    return Mapped(saved, _said(saved, "region"), _said(saved, "size"))


def _said(saved: RecordedArtefact, what: str) -> str:
    """A group's own where the workshop's groups say theirs, else the project's.

    A group that is silent beside others that speak is of nobody knows where: its project's would be a guess.
    """
    workshop, group = saved.workshop, saved.board.group
    speak = group is not None and any(getattr(each, what) for each in workshop.groups)
    return str(getattr(group if speak else workshop.project, what))


def _rolled(copies: Sequence[tuple[str, str]]) -> RolledUp:
    return roll_up([Copy(json.loads(body), column) for body, column in copies])


def _newest(scope: Workshop | Programme) -> list[RecordedArtefact]:
    query = select(RecordedArtefact).join(Workshop, Workshop.id == RecordedArtefact.workshop_id)
    query = query.join(Project, Project.id == Workshop.project_id).join(Board, Board.id == RecordedArtefact.board_id)
    is_programme = isinstance(scope, Programme)
    query = query.where(Project.programme_id == scope.id if is_programme else Workshop.id == scope.id)
    order = (Project.created_at, Project.id, Workshop.position, Board.position, Board.id, RecordedArtefact.version)
    last = {each.board_id: each for each in db.session.scalars(query.order_by(*order))}
    return list(last.values())
