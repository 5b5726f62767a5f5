"""With what an artefact can be compared: its board's other versions, and other boards of the same method."""

from __future__ import annotations

from sqlalchemy import select

from facilitator import access
from facilitator.access import Person
from facilitator.errors import Conflict
from facilitator.extensions import db
from facilitator.models import Entity, Project, RecordedArtefact
from facilitator.planning import reach
from facilitator.record import newest
from facilitator.record.merged import Merged

MOST = 200  # boards that are offered


def comparable(person: Person, saved: RecordedArtefact) -> list[RecordedArtefact]:
    """The other versions of its board, the newest first; then the newest of each other board in the programme.

    A guest's are those of the boards that the guest may open.
    """
    versions = db.session.scalars(
        select(RecordedArtefact)
        .where(RecordedArtefact.board_id == saved.board_id, RecordedArtefact.id != saved.id)
        .order_by(RecordedArtefact.version.desc())
    )
    return [*versions, *_of_other_boards(person, saved)]


def other(person: Person, saved: RecordedArtefact, other_id: str) -> RecordedArtefact:
    """The artefact to compare with. Raises NotThere as `reach.artefact`, and Conflict (`compare.method`)."""
    found = reach.artefact(person, other_id)
    if found.method_key != saved.method_key:
        raise Conflict("compare.method")
    return found


def roots_of(then: RecordedArtefact, now: RecordedArtefact) -> dict[str, str]:
    """Of two outputs of one project: by ids of its register that were merged, those of the things now."""
    if then.project_id != now.project_id:
        return {}
    dropped = select(Entity).where(Entity.project_id == now.project_id, Entity.merged_into_id.is_not(None))
    into = {each.id: each.merged_into_id for each in db.session.scalars(dropped)}
    merged = Merged(into)
    return {each: merged.root(each) for each in into}


def _of_other_boards(person: Person, saved: RecordedArtefact) -> list[RecordedArtefact]:
    if person.participant:
        boards = [board for board in access.boards_of(person.participant) if board.id != saved.board_id]
        return [each for each in newest(boards) if each.method_key == saved.method_key]
    found = db.session.scalars(
        select(RecordedArtefact)
        .join(Project, Project.id == RecordedArtefact.project_id)
        .where(
            Project.programme_id == saved.workshop.project.programme_id,
            RecordedArtefact.method_key == saved.method_key,
            RecordedArtefact.board_id != saved.board_id,
        )
        .order_by(RecordedArtefact.version)
    )
    last = {each.board_id: each for each in found}
    return sorted(last.values(), key=lambda each: each.taken_at, reverse=True)[:MOST]
