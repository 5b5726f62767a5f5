"""Workshops: planned, live, and who gets in. Closing one has its own file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select

from facilitator.config import LANGUAGES
from facilitator.errors import Conflict, Invalid
from facilitator.live import rooms
from facilitator.live.folding import clear_board, is_written
from facilitator.models import Board, Project, Workshop, WorkshopKind, WorkshopStatus
from facilitator.models.transaction import transaction
from facilitator.models.translated import Translated
from facilitator.planning.call_link import read_call_link
from facilitator.planning.codes import new_code
from facilitator.planning.floor import begin_floor
from facilitator.planning.languages import Words, rewritten, speak, written
from facilitator.planning.organisations import read_organisations
from facilitator.planning.wording import PROSE, TITLE, choice


class Authors(StrEnum):
    """What notes show about who wrote them."""

    NAMES = "names"
    ORGANISATIONS = "organisations"
    NOTHING = "nothing"


def create_workshop(
    project: Project,
    title: Words,
    kind: str = WorkshopKind.PROJECT,
    position: int | None = None,
    instructions: Words = "",
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    authors: str = Authors.NAMES,
    asks_organisation: bool = True,
    organisations: Sequence[str] = (),
    call_url: str = "",
    language: str = LANGUAGES[0],
) -> Workshop:
    """A workshop in draft, with a code and a floor. position: its number in the series; the next one if not given.

    language: the main one, which a plain title and plain instructions are in.
    """
    words = written(_language(language), title=(title, TITLE), instructions=(instructions, PROSE))
    words |= {"call_url": read_call_link(call_url), "language": language}
    chosen = {"kind": choice("kind", kind, WorkshopKind), "authors": choice("authors", authors, Authors)}
    suggested = read_organisations(organisations)
    _check_times(starts_at, ends_at)
    with transaction() as tx:
        if position is None:
            highest = tx.scalar(select(func.max(Workshop.position)).where(Workshop.project_id == project.id))
            position = (highest or 0) + 1
        workshop = Workshop(
            project_id=project.id,
            position=_position(position),
            starts_at=starts_at,
            ends_at=ends_at,
            asks_organisation=asks_organisation,
            organisations=suggested,
            code=new_code(),
            **words,
            **chosen,
        )
        tx.add(workshop)
        tx.flush()  # its id
        begin_floor(tx, workshop.id)
    return workshop


def change_workshop(workshop: Workshop, **given: Any) -> None:
    """Change what was planned: any of the words and choices of `create_workshop`.

    Another main language is that of its boards too (`speak`).

    Raises Conflict (`authors.fixed`): people were told what notes show about them, or have written already.
    """
    fields: dict[str, Any] = {}
    language = _language(given.get("language", workshop.language))
    words = {name: (given[name], bound) for name, bound in (("title", TITLE), ("instructions", PROSE)) if name in given}
    written(language, **words)  # what cannot be kept is refused before anything changes
    if "call_url" in given:
        fields["call_url"] = read_call_link(given["call_url"])
    if "organisations" in given:
        fields["organisations"] = read_organisations(given["organisations"])
    for name, allowed in (("kind", WorkshopKind), ("authors", Authors)):
        if name in given:
            fields[name] = choice(name, given[name], allowed)
    if "position" in given:
        fields["position"] = _position(given["position"])
    fields |= {name: given[name] for name in ("starts_at", "ends_at", "asks_organisation") if name in given}
    _check_times(fields.get("starts_at", workshop.starts_at), fields.get("ends_at", workshop.ends_at))
    boards: list[str] = []
    with transaction() as tx:
        if fields.get("authors", workshop.authors) != workshop.authors:
            boards = list(tx.scalars(select(Board.id).where(Board.workshop_id == workshop.id)))
            before = [clear_board(tx, board_id, authors=fields["authors"]) for board_id in boards]
            if workshop.status != WorkshopStatus.DRAFT or any(is_written(state) for state in before):
                raise Conflict("authors.fixed")
        if language != workshop.language:
            rows: list[Translated] = [workshop, *workshop.boards]
            for row in rows:
                speak(row, workshop.language, language)
            workshop.language = language
        for name, value in (fields | rewritten(workshop, language, **words)).items():
            setattr(workshop, name, value)
    rooms.start_over(boards)


def is_promise_fixed(workshop: Workshop) -> bool:
    """Whether what notes show of their writers cannot be chosen any more."""
    boards = [board.id for board in workshop.boards]
    return workshop.status != WorkshopStatus.DRAFT or any(is_written(rooms.state(board_id)) for board_id in boards)


def go_live(workshop: Workshop) -> None:
    """Let those with the code in. Doing it twice is the same as once; a closed workshop stays closed."""
    with transaction():
        _check_not_closed(workshop)
        workshop.status = WorkshopStatus.LIVE


def open_door(workshop: Workshop) -> None:
    """Let new people join."""
    with transaction():
        _check_not_closed(workshop)
        workshop.is_door_open = True


def close_door(workshop: Workshop) -> None:
    """Let nobody new join; who is in stays in."""
    with transaction():
        workshop.is_door_open = False


def change_code(workshop: Workshop) -> str:
    """A new code; the old one opens nothing from now on."""
    with transaction():
        _check_not_closed(workshop)
        workshop.code = new_code()
    return workshop.code


def _language(given: str) -> str:
    if given not in LANGUAGES:
        raise Invalid("choice.unknown", field="language", fields={"language": ("choice.unknown", {})})
    return given


def _check_not_closed(workshop: Workshop) -> None:
    if workshop.status == WorkshopStatus.CLOSED:
        raise Conflict("workshop.closed")


def _check_times(starts_at: datetime | None, ends_at: datetime | None) -> None:
    if starts_at and ends_at and ends_at <= starts_at:
        raise Invalid("time.order", field="ends_at", fields={"ends_at": ("time.order", {})})


def _position(number: int) -> int:
    if not 1 <= number <= 999:
        detail = {"least": 1, "most": 999}
        raise Invalid(
            "number.out_of_range", field="position", fields={"position": ("number.out_of_range", detail)}, **detail
        )
    return number
