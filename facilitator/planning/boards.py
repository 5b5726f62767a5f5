"""Boards: one method, applied once, by one group or by everybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from facilitator import methods
from facilitator.artefacts.carrying import Beginning
from facilitator.engine import opening
from facilitator.engine.state import BOARD
from facilitator.errors import Conflict, Invalid, NotThere
from facilitator.live import log
from facilitator.methods import Method
from facilitator.models import Board, Document, Group, LoggedEvent, RecordedArtefact, Workshop, WorkshopStatus
from facilitator.models.base import new_id, now
from facilitator.models.transaction import transaction
from facilitator.planning.kinds import read_kinds
from facilitator.planning.languages import Words, rewritten, written
from facilitator.planning.own_methods import method_for
from facilitator.planning.wording import PROSE, TITLE

SHAPED_BY = ("facilitator", "everybody")


def create_board(
    workshop: Workshop,
    title: Words,
    method_key: str,
    question: Words = "",
    group: Group | None = None,
    shaped_by: str = "facilitator",
    kinds: Sequence[str] = (),
    example_by: str = "",
    begun: Beginning | None = None,
    method: Method | None = None,
) -> Board:
    """A board of the method's current version, with its log begun. question: empty means the method's own.

    kinds: names of the kinds of note that it has; none means the method's own. example_by: whose the notes are of the
    method's worked example, with which the board then begins. begun: what was carried over from outputs. method: one
    that was found already.
    Raises Invalid (`method.unknown`, `kind.…`), Conflict (`workshop.closed`), NotThere for a group of another workshop.
    """
    method = method or method_of(workshop, method_key)
    if example_by:
        question = question or dict(method["example"]["question"])
    words = written(workshop.language, title=(title, TITLE), question=(question, PROSE))
    if shaped_by not in SHAPED_BY:
        raise Invalid("choice.unknown", field="shaped_by", fields={"shaped_by": ("choice.unknown", {})})
    named = read_kinds(method, kinds)
    if group is not None and group.workshop_id != workshop.id:
        raise NotThere
    with transaction() as tx:
        if workshop.status == WorkshopStatus.CLOSED:
            raise Conflict("workshop.closed")
        board = Board(
            id=new_id(),
            workshop_id=workshop.id,
            group_id=group.id if group else None,
            method_key=method["key"],
            method_version=method["version"],
            position=_next_position(tx, workshop.id),
            **words,
        )
        tx.add(board)
        fields: dict[str, Any] = {
            "method": {"key": method["key"], "version": method["version"]},
            "authors": workshop.authors,
            "shaped_by": shaped_by,
        }
        zones = begun.zones if begun else methods.zone_items(method)
        for change in named:
            item = fields if change["id"] == BOARD else zones[change["id"]]
            item.update(change["set"])
        items = methods.given_items(method, workshop.language)
        if example_by:
            items |= methods.example_items(method, workshop.language, example_by)
            for zone_id, name in methods.example_names(method).items():
                zones[zone_id]["title"] = name
        if begun:
            items |= begun.items
            fields |= begun.board
        log.begin(tx, board.id, opening(board.id, zones, fields, now(), items))
    return board


def change_board(board: Board, title: Words, question: Words = "") -> None:
    """Give it another title or question."""
    words = rewritten(board, board.main_language, title=(title, TITLE), question=(question, PROSE))
    with transaction():
        for name, value in words.items():
            setattr(board, name, value)


def order_boards(workshop: Workshop, board_ids: Sequence[str]) -> None:
    """Put the boards in this order; those not named come after, as they were."""
    with transaction() as tx:
        boards = tx.scalars(select(Board).where(Board.workshop_id == workshop.id)).all()
        wanted = {board_id: place for place, board_id in enumerate(board_ids)}
        if not set(wanted) <= {board.id for board in boards}:
            raise NotThere
        boards = sorted(boards, key=lambda board: (wanted.get(board.id, len(wanted)), board.position))
        for position, board in enumerate(boards, start=1):
            board.position = position


def remove_board(board: Board) -> None:
    """Take away a board that nobody has written on. Raises Conflict (`board.written`)."""
    with transaction() as tx:
        events = tx.scalar(select(func.count()).where(LoggedEvent.document_id == board.id)) or 0
        artefacts = tx.scalar(select(func.count()).where(RecordedArtefact.board_id == board.id))
        if events > 1 or artefacts:
            raise Conflict("board.written")
        tx.execute(delete(Document).where(Document.id == board.id))
        tx.delete(board)


def method_of(workshop: Workshop, key: str) -> Method:
    """The method that a new board of this workshop follows. Raises Invalid (`method.unknown`)."""
    try:
        return method_for(workshop.project.programme, key)
    except KeyError:
        raise Invalid("method.unknown", field="method", fields={"method": ("method.unknown", {})}) from None


def _next_position(tx: Session, workshop_id: str) -> int:
    return (tx.scalar(select(func.max(Board.position)).where(Board.workshop_id == workshop_id)) or 0) + 1
