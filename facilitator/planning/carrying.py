"""Carrying forward: a new board that begins from outputs of its project, after a look at what would come along."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from facilitator import methods
from facilitator.artefacts.carrying import NOTHING, Beginning, Offer, Source, Way, begin, behind, offers_of, ways_of
from facilitator.artefacts.identity import own_id
from facilitator.config import LANGUAGES
from facilitator.errors import Invalid, NotThere
from facilitator.extensions import db
from facilitator.models import Board, Group, RecordedArtefact, Workshop
from facilitator.planning.boards import create_board, method_of
from facilitator.planning.languages import Words
from facilitator.record.read import newest, read
from facilitator.record.register import Register
from facilitator.words import content_removed

MOST_SOURCES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to come from one output. ways: by type; a type that is not named comes as the method takes it.

    as_it_lies: everything, in its place; only of the board's own method. items: those that come; None for all.
    """

    artefact: str
    ways: Mapping[str, str]
    as_it_lies: bool = False
    items: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The things of one type in an output, and the ways in which the method can take them; the chosen one first."""

    type: str
    offers: Sequence[Offer]
    ways: Sequence[Way]
    chosen: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One output, and what of it could come."""

    saved: RecordedArtefact
    parts: Sequence[Part]
    can_lie: bool  # whether all of it could come as it lies
    lies: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What would come along, and what not. behind: by output, how many of what stays in it, by code."""

    method: methods.Method
    sources: Sequence[Seen]
    begun: Beginning
    behind: Mapping[str, Mapping[str, int]]


def outputs_of(workshop: Workshop) -> list[RecordedArtefact]:
    """The newest output of each board of the workshop's project, those of the latest workshops first."""
    boards = db.session.scalars(
        select(Board)
        .join(Workshop)
        .where(Workshop.project_id == workshop.project_id)
        .order_by(Workshop.position.desc(), Workshop.created_at.desc(), Board.position)
    ).all()
    return newest(boards)


def has_outputs(workshop: Workshop) -> bool:
    """Whether there is anything to begin from."""
    found = select(RecordedArtefact.id).where(RecordedArtefact.project_id == workshop.project_id).limit(1)
    return db.session.scalar(found) is not None


def look(workshop: Workshop, method_key: str, wishes: Sequence[Wish], act: uuid.UUID | None = None) -> Preview:
    """What would come of it; nothing is done.

    Raises Invalid (`method.unknown`, `carry.…`, `choice.unknown`), NotThere for an output of another project.
    """
    method = method_of(workshop, method_key)
    if len(wishes) > MOST_SOURCES:
        raise Invalid("carry.many", most=MOST_SOURCES)
    if sum(wish.as_it_lies for wish in wishes) > 1:
        raise Invalid("carry.one_lies")
    register = Register(workshop.project_id)
    sources = [(_saved(workshop, wish.artefact), wish) for wish in wishes]
    read_ = [(saved, wish, _source(saved, register)) for saved, wish in sources]
    seen = [_seen(saved, wish, source, method) for saved, wish, source in read_]
    lying = next((source for saved, wish, source in read_ if wish.as_it_lies), None)
    if lying is not None and lying.artefact["method"]["key"] != method["key"]:
        raise Invalid("carry.other_method")
    begun = begin(method, list(_chosen(seen, wishes)), act or uuid.uuid4(), lying)
    begun.board["sources"] = [_told(saved) for saved, _ in sources]
    left = {source.artefact["id"]: behind(source.artefact, begun) for _, _, source in read_}
    return Preview(method, seen, begun, left)


def carry(
    workshop: Workshop,
    title: Words,
    seen: Preview,
    question: Words = "",
    group: Group | None = None,
    shaped_by: str = "facilitator",
) -> Board:
    """A board that begins with what a look has shown, of the same method. Raises as `create_board` does."""
    return create_board(
        workshop, title, seen.method["key"], question, group, shaped_by, begun=seen.begun, method=seen.method
    )


def _chosen(seen: Sequence[Seen], wishes: Sequence[Wish]) -> Iterator[tuple[Offer, str]]:
    """Each thing that is to come, with its way; what was erased has nothing to carry."""
    emptied = {content_removed(language) for language in LANGUAGES}
    for source, wish in zip(seen, wishes, strict=True):
        for part in () if wish.as_it_lies else source.parts:
            for offer in part.offers:
                is_wanted = wish.items is None or offer.item["id"] in wish.items
                if part.chosen != NOTHING and is_wanted and offer.text not in emptied:
                    yield offer, part.chosen


def _seen(saved: RecordedArtefact, wish: Wish, source: Source, method: methods.Method) -> Seen:
    parts = []
    for type_, offers in offers_of(source).items():
        ways = ways_of(method, type_, {offer.item["kind"] for offer in offers})
        chosen = wish.ways.get(type_, ways[0].key)
        if chosen not in {way.key for way in ways}:
            raise Invalid("choice.unknown", field="as")
        parts.append(Part(type_, offers, ways, chosen))
    return Seen(saved, parts, source.artefact["method"]["key"] == method["key"], wish.as_it_lies)


def _source(saved: RecordedArtefact, register: Register) -> Source:
    board_id = saved.board_id

    def entity_of(item: Mapping[str, Any]) -> str:
        tied = item.get("entity_id")
        return register.root(tied if tied and register.has(tied) else own_id(board_id, item["id"]))

    def name_of(entity_id: str) -> str | None:
        return register.thing(entity_id).name if register.has(entity_id) else None

    return Source(read(saved), entity_of, name_of)


def _saved(workshop: Workshop, artefact_id: str) -> RecordedArtefact:
    saved = db.session.get(RecordedArtefact, artefact_id) if len(artefact_id) <= 32 else None
    if saved is None or saved.project_id != workshop.project_id:
        raise NotThere
    return saved


def _told(saved: RecordedArtefact) -> dict[str, Any]:
    workshop = saved.workshop
    return {
        "artefact": saved.id,
        "version": saved.version,
        "title": saved.titles or saved.title,
        "workshop": workshop.words("title"),
        "order": workshop.position,
    }
