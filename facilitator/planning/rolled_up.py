"""Which copies of a map are told together: those of a workshop's groups, or of a programme's projects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import StrEnum

from sqlalchemy import select

from facilitator.errors import NotThere
from facilitator.extensions import db
from facilitator.models import Board, Programme, Project, RecordedArtefact, Workshop

MOST = 200  # copies in one table


class By(StrEnum):
    """What the copies are counted under."""

    COPY = "copy"
    REGION = "region"
    SIZE = "size"


NAMES: dict[By, Callable[[RecordedArtefact], str]] = {
    By.COPY: lambda saved: saved.board_id,
    By.REGION: lambda saved: saved.workshop.project.region,
    By.SIZE: lambda saved: saved.workshop.project.size,
}


def methods_of(scope: Workshop | Programme) -> dict[str, int]:
    """By method, of how many of its boards the record has an output; the one with the most first."""
    counted = Counter(each.method_key for each in _newest(scope))
    return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def copies_of(scope: Workshop | Programme, method_key: str) -> list[RecordedArtefact]:
    """The newest version of each board of the method, in the order of projects, workshops and boards.

    Raises NotThere (`method.unknown`) where there is none.
    """
    found = [each for each in _newest(scope) if each.method_key == method_key]
    if not found:
        raise NotThere("method.unknown")
    return found


def _newest(scope: Workshop | Programme) -> list[RecordedArtefact]:
    query = select(RecordedArtefact).join(Workshop, Workshop.id == RecordedArtefact.workshop_id)
    query = query.join(Project, Project.id == Workshop.project_id).join(Board, Board.id == RecordedArtefact.board_id)
    is_programme = isinstance(scope, Programme)
    query = query.where(Project.programme_id == scope.id if is_programme else Workshop.id == scope.id)
    order = (Project.created_at, Project.id, Workshop.position, Board.position, Board.id, RecordedArtefact.version)
    last = {each.board_id: each for each in db.session.scalars(query.order_by(*order))}
    return list(last.values())
