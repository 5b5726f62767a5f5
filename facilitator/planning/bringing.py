"""Bringing what others made onto a board: read it, say what would come of it, do it as one act, take it back.

Every operation is tried on a copy of the board first, so what would be refused is known before anything is done; then
all go to the room, a slice at a time, since others work on it too (`acts.py`).
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from flask import current_app

from facilitator import methods
from facilitator.bringing import (
    Brought,
    BroughtPlace,
    Columns,
    Listed,
    Table,
    Unreadable,
    guess_columns,
    notes_of,
    worker,
)
from facilitator.bringing.brought import MOST_BYTES
from facilitator.bringing.plan import Wanted, plan
from facilitator.bringing.values import field_words, title_of
from facilitator.engine import Actor, Event, State
from facilitator.engine.ids import noun_of
from facilitator.engine.kinds import choosable
from facilitator.engine.place import UNPLACED, is_shown
from facilitator.engine.text import clean
from facilitator.errors import Conflict, Invalid, Problem
from facilitator.extensions import db
from facilitator.hub.apart import Failed, apart
from facilitator.hub.offload import offload
from facilitator.hub.turns import in_turns
from facilitator.live import rooms
from facilitator.live.history import state_at
from facilitator.live.wishes import Refused
from facilitator.models import Board
from facilitator.planning.acts import Done, Step, do, done_of, try_steps
from facilitator.planning.brought_pictures import foreseen, keep_pictures, known_pictures, left_behind
from facilitator.planning.places_back import places_back
from facilitator.record.read import known_outputs
from facilitator.record.register import Register

SMALL = 65_536  # bytes that are read before a process would have begun; a workbook may be a bomb whatever its size
ZIP = b"PK"
MOST_TEXTS = 5  # that show how the notes will read
NOTHING: Done = {}
NOUNS = ("comment", "ballot", "link", "cluster", "note")  # what an act makes, in the order in which it is taken back
COUNTED = {  # by the operation that brings one, what they are called in the account
    "note.add": "notes",
    "link.add": "links",
    "cluster.add": "themes",
    "comment.bring": "comments",
    "ballot.bring": "ballots",
}


class NotRead(Problem):
    """The process that read it was killed, or took too much."""

    status = 503
    code = "bring.failed"


class BrokenOff(Problem):
    """Some of it is durable and the rest is not."""

    status = 503
    code = "bring.part"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """What somebody gave. name: nothing for what was pasted."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What they chose; None: what is guessed. columns: of a table."""

    kind: str | None = None
    zone: str | None = None
    columns: Columns | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An honest one: `taken` of `found`; the others are in `skipped`, each with its row and reason.

    places: what becomes of the board's own places. heads, columns, encoding: of a table. kind and zone: what was chosen
    or guessed. texts: how the first notes read.
    """

    act: str
    format: str
    found: int
    taken: int
    notes: int
    links: int
    themes: int
    comments: int
    ballots: int
    pictures: int
    skipped: Sequence[Listed]
    remarks: Sequence[Listed]
    places: Sequence[Listed]
    kind: str
    zone: str
    texts: Sequence[str] = ()
    head: Sequence[str] = ()
    columns: Columns | None = None
    encoding: str = ""


def look_at(board: Board, actor: Actor, file: File, choice: Choice, act: str | None = None) -> Account:
    """What would come of it. Nothing is done. Raises Invalid (why it cannot be read), NotRead."""
    return _prepare(board, actor, file, choice, act or str(uuid.uuid4()))[0]


def bring(board: Board, actor: Actor, file: File, choice: Choice, act: str) -> Account:
    """Do it, as one act that `take_back` undoes. The same act again is done once; one that broke off goes on.

    act: a UUID. Raises also Conflict (`bring.done`), NotSaved, BrokenOff.
    """
    document, done = board.id, done_of(board.id, actor, act)
    account, tried, aside = _prepare(board, actor, file, choice, act, done, is_doing=True)
    left = [step for step in tried if step[1]["id"] not in done]
    if done and not (left and _is_same(tried, done)):
        raise Conflict("bring.done")
    db.session.rollback()  # who waits for long holds no connection
    durable = len(done)

    def hear(count: int) -> None:
        nonlocal durable
        durable = len(done) + count

    try:
        answers = do(document, [sent for _, sent in left], actor, hear)
    except Problem as fault:
        if durable:
            raise BrokenOff(done=durable, all=len(tried)) from fault
        raise
    return _told_late(account, left, answers, aside)


def take_back(board: Board, actor: Actor, act: str) -> int:
    """Remove what the act brought and is still there; it can be restored piece by piece. Places are as they were.

    Returns how many things.
    """
    there = rooms.state(board.id).items
    done = done_of(board.id, actor, act)
    brought = [item for item in _made(done) if item in there]
    ordered = sorted(brought, key=lambda item: NOUNS.index(noun_of(item)))
    removals = [
        {"id": str(uuid.uuid4()), "type": f"{noun}.remove", noun: item}
        for item in in_turns(ordered)
        for noun in (noun_of(item),)
    ]
    document, before = board.id, _before(board.id, done)
    db.session.rollback()
    answers = do(document, removals, actor)
    if before is not None:
        do(document, places_back(rooms.state(document), before, done.values()), actor)
    return sum(isinstance(each, dict) for each in answers)


def kinds_of(board: Board) -> list[tuple[str, Any]]:
    """The kinds that a note may be given on this board and what they are called: a text, or one by language."""
    state = rooms.state(board.id)
    named = {kind["key"]: kind["title"] for kind in methods.load(board.method_key, board.method_version)["kinds"]}
    named |= {each["key"]: each["title"] for each in state.board.get("kinds") or () if "title" in each}
    return [(key, named.get(key, key)) for key in choosable(state)]


def zones_of(board: Board) -> list[tuple[str, Any]]:
    """The places on this board and what they are called, *not placed* first."""
    state = rooms.state(board.id)
    found = [
        (key, title_of(state, item))
        for key, item in state.items.items()
        if key.startswith("zone:") and _takes(state, item)
    ]
    return sorted(found, key=lambda zone: zone[0] != UNPLACED)


def fields_of(board: Board) -> list[tuple[str, Any]]:
    """The typed fields that notes of this board may have, each once, and what they are called."""
    kinds = methods.load(board.method_key, board.method_version)["kinds"]
    return list({each["key"]: each["title"] for kind in kinds for each in kind.get("fields", ())}.items())


def _prepare(
    board: Board, actor: Actor, file: File, choice: Choice, act: str, done: Done = NOTHING, *, is_doing: bool = False
) -> tuple[Account, list[Step], Mapping[str, Listed]]:
    method = methods.load(board.method_key, board.method_version)
    state = rooms.state(board.id)
    kind, zone = _kind_and_zone(state, choice, act)
    try:
        format_name, found = _read(file)
        brought, columns = _by_columns(found, choice.columns, method)
    except Unreadable as fault:
        raise Invalid(fault.code, **fault.detail) from None
    known = known_pictures(actor, brought)
    pictures = keep_pictures(board.id, state, actor, brought, known) if is_doing else {}
    coming = pictures.keys() if is_doing else foreseen(brought, known)
    wanted = Wanted(
        act=act,
        kind=kind,
        zone=zone,
        made=frozenset(_made(done)),
        before=_before(board.id, done),
        register=_known_entities(board, brought),
        outputs=_known_outputs(board, brought),
        pictures=pictures,
    )
    planned = offload(plan, state, method, brought, wanted)
    db.session.rollback()  # nor does who lets others go first
    tried = try_steps(state, planned.steps, actor, done, planned.aside)
    came = [sent for _, sent in tried.operations if sent["id"] not in planned.aside]
    counts = _counts(came)
    table = found if isinstance(found, Table) else None
    account = Account(
        act=act,
        format=format_name,
        found=brought.found,
        taken=sum(counts.values()),
        **counts,
        pictures=sum("picture" in each for each in came)
        if is_doing
        else sum(note.picture in coming for note in brought.notes),
        skipped=_tellable([*brought.skipped, *planned.skipped, *tried.skipped]),
        remarks=_tellable(
            _each_once([*brought.remarks, *planned.remarks, *tried.remarks, *left_behind(brought, coming)])
        ),
        places=_tellable(planned.shaped),
        kind=kind,
        zone=zone,
        texts=[each["text"] for each in islice((each for each in came if each["type"] == "note.add"), MOST_TEXTS)],
        head=table.head if table else (),
        columns=columns,
        encoding=table.encoding if table else "",
    )
    return account, tried.operations, planned.aside


def _kind_and_zone(state: State, choice: Choice, act: str) -> tuple[str, str]:
    """What notes become where the file does not say. Raises Invalid, of what is chosen and of the act's id."""
    try:
        uuid.UUID(act)
    except ValueError:
        raise Invalid("id.invalid", field="act") from None
    kind = choice.kind or next(iter(choosable(state)))
    zone = choice.zone or UNPLACED
    if kind not in choosable(state):
        raise Invalid("kind.unknown", field="kind")
    if not _takes(state, state.items.get(zone) if zone.startswith("zone:") else None):
        raise Invalid("item.unknown", field="zone")
    return kind, zone


def _told_late(account: Account, tried: Sequence[Step], answers: Sequence[Any], aside: Mapping[str, Listed]) -> Account:
    """Somebody may have changed the board in between: what was refused then is listed too."""
    refused = [
        (row, sent, answer) for (row, sent), answer in zip(tried, answers, strict=True) if isinstance(answer, Refused)
    ]
    late = [(row, sent, answer) for row, sent, answer in refused if sent["id"] not in aside]
    counts = {name: getattr(account, name) - count for name, count in _counts(sent for _, sent, _ in late).items()}
    return replace(
        account,
        taken=account.taken - len(late),
        **counts,
        skipped=[*account.skipped, *(Listed(row, answer.code, dict(answer.detail)) for row, _, answer in late)],
        remarks=[*account.remarks, *_tellable(aside[sent["id"]] for _, sent, _ in refused if sent["id"] in aside)],
    )


def _counts(sent: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """How many of each sort these operations bring."""
    kinds = Counter(each["type"] for each in sent)
    return {name: kinds[kind] for kind, name in COUNTED.items()}


def _read(file: File) -> tuple[str, Brought | Table]:
    if len(file.body) > MOST_BYTES:
        raise Unreadable("file.large", limit=MOST_BYTES >> 20)
    name = "".join(sign for sign in file.name[-200:] if sign.isprintable())
    said = name.encode("utf-8", "replace") + b"\n" + file.body
    if len(file.body) <= SMALL and not file.body.startswith(ZIP):
        return worker.understood(worker.answer(said))
    db.session.rollback()
    try:
        return worker.understood(apart(worker.__name__, said))
    except Failed:
        raise NotRead from None


def _by_columns(
    found: Brought | Table, chosen: Columns | None, method: methods.Method
) -> tuple[Brought, Columns | None]:
    if isinstance(found, Brought):
        return found, None
    columns = chosen or guess_columns(found, field_words(method))
    return notes_of(found, columns), columns


def _before(document: str, done: Done) -> State | None:
    """The board as it was when an act that has done something began."""
    if not done:
        return None
    first = min(event.seq for event in done.values())
    return state_at(current_app.extensions["live"].workings, document, first - 1)[1]


def _known_entities(board: Board, brought: Brought) -> frozenset[str]:
    """Of the entities that the file names, those in the register of the board's project."""
    named = {entity for note in brought.notes for entity in (note.entity, *note.about) if entity}
    named |= {place.entity for place in _places(brought) if place.entity}
    if not named:
        return frozenset()
    register = Register(board.workshop.project_id)
    return frozenset(filter(register.has, named))


def _known_outputs(board: Board, brought: Brought) -> frozenset[str]:
    """Of the outputs that the file names, those in the record of the board's project."""
    origins = [*(note.origin for note in brought.notes), *(place.origin for place in _places(brought))]
    named = {each["artefact"] for each in origins if each and isinstance(each.get("artefact"), str)}
    return known_outputs(board.workshop.project_id, named)


def _places(brought: Brought) -> Sequence[BroughtPlace]:
    return brought.shape.places if brought.shape else ()


def _made(done: Done) -> list[str]:
    """The items that an act has made, in their order."""
    items = dict.fromkeys(change["id"] for event in done.values() for change in event.changes)
    return [item for item in items if noun_of(item) in NOUNS]


def _is_same(steps: Iterable[Step], done: Done) -> bool:
    """Whether these are the steps of an act that has done so much. Another file under its id is another act."""
    begun = [(sent, done[sent["id"]]) for _, sent in steps if sent["id"] in done]
    return len(begun) == len(done) and all(
        sent["type"] != "note.add" or {"id": sent["note"], "text": clean(sent["text"])} in _texts(event)
        for sent, event in begun
    )


def _texts(event: Event) -> list[dict[str, Any]]:
    return [{"id": change["id"], "text": change.get("set", {}).get("text")} for change in event.changes]


def _each_once(listed: Iterable[Listed]) -> list[Listed]:
    found: list[Listed] = []
    said: set[str] = set()
    for each in listed:
        if repr(each) not in said:
            said.add(repr(each))
            found.append(each)
    return found


def _tellable(listed: Iterable[Listed]) -> list[Listed]:
    """Half a sign, which JSON can hold, can be sent to nobody."""
    return [replace(each, detail={name: _whole(value) for name, value in each.detail.items()}) for each in listed]


def _whole(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _whole(word) for name, word in value.items()}
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _takes(state: State, zone: Any) -> bool:
    return bool(zone) and "sort" in zone and is_shown(state.items, zone) and bool(zone["accepts"])
