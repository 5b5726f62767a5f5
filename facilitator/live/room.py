"""A room: one document's loop in one process.

It takes all operations that have come, decides them in order on a copy, commits them in one transaction outside the
event loop, and only then replaces what it serves and sends one frame to everybody (P6.1). While a commit runs, the
next batch gathers.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy.exc import IntegrityError

from facilitator import access
from facilitator.engine import Actor, Event, State, fold, private_count
from facilitator.engine.may import is_leading
from facilitator.faults import told
from facilitator.live import figures, log
from facilitator.live.batch import Answered, Bundle, Decided, decide_all
from facilitator.live.folding import RECENT, Folded, fold_log
from facilitator.live.frames import EventFrames, Frame
from facilitator.live.keeping import Keeper
from facilitator.live.pace import Pace
from facilitator.live.people import People
from facilitator.live.presence import Presence
from facilitator.live.snapshot import Body, Snapshot
from facilitator.live.standing import Standing
from facilitator.live.storage import Storage
from facilitator.live.wishes import Answer, Wish
from facilitator.live.writer import Writer
from facilitator.models.base import now

if TYPE_CHECKING:
    from facilitator.live.seats import Seat
    from facilitator.live.workings import Workings

MOST_TRIES = 8
MOST_MISSING = RECENT  # events that are sent after a return; who lacks more fetches the state
MOST_MISSING_BYTES = 262_144
REFUSALS_KEPT = 4_096

logger = logging.getLogger(__name__)


class OtherPast(Exception):
    """The log has gone back in time, or was begun anew, since these operations came."""


class Room:
    """What is served comes from `state`, which is never ahead of the database."""

    epoch: str
    state: State
    _recent: deque[Event]
    _keeper: Keeper

    def __init__(self, document: str, workings: Workings) -> None:
        """Fold the log. Raises KeyError if there is no such document."""
        self.document = document
        self.seats: dict[str, Seat] = {}  # by sid
        self.used_at = time.monotonic()
        self.lock = threading.RLock()  # held for moments, never while waiting for anything
        self._workings = workings
        self._writer = Writer(workings.engine, document, workings.sleep)
        self._waiting: list[Bundle] = []
        self._is_running = self._is_ending = False
        self._pace = Pace(workings.sleep)
        self._refused: OrderedDict[log.Key, Answered] = OrderedDict()
        self._snapshot: Snapshot | None = None
        self.presence = Presence(self, workings)
        self.standing = Standing(self, workings)
        self.storage = Storage()
        self._people = People(document, workings)
        self.follow: Callable[[State, State], None] = _nothing_follows  # given the states before and after a batch
        self._take(self._fold())

    # --- What is asked of it ---

    def put(self, actor: Actor, wishes: Sequence[Wish], reply: Callable[[list[Answer] | None], None]) -> None:
        """Hand in what one person sent; answers come once they are durable."""
        self.used_at = time.monotonic()
        with self.lock:
            if not self._is_ending:
                self._waiting.append(Bundle(actor, wishes, reply))
                if not self._is_running:
                    self._is_running = True
                    self._workings.start(self._run)
                return
        reply(None)

    def end(self) -> None:
        """Take in nothing more: the process ends. Who sends now is not answered, and sends again elsewhere."""
        with self.lock:
            self._is_ending = True
            self.tell_all(Frame("restart", {}))

    def missing(self, epoch: str | None, since: int) -> list[Event] | str:
        """The events after `since`, or why they cannot be given: `epoch`, `ahead` or `behind`. Under the lock."""
        if epoch != self.epoch:
            return "epoch"
        if since > self.state.seq:
            return "ahead"
        if self.state.seq - since > len(self._recent):
            return "behind"
        return list(islice(self._recent, len(self._recent) - (self.state.seq - since), None))

    def catch_up(self, head: tuple[str, int] | None = None) -> None:
        """Take in what another process wrote. head: (epoch, seq) of the database, if known already."""
        if head is None or head[0] != self.epoch:  # where it was known before, it may be over by now
            with self._workings.reading() as connection:
                head = log.heads(connection, [self.document]).get(self.document)
        if head is None:
            return
        if head[0] != self.epoch:
            self._start_over()
        elif head[1] > self.state.seq:
            base, epoch = self.state, head[0]
            with self._workings.reading() as connection:
                events = log.read(connection, self.document, base.seq)
            self._publish(fold(base, events), events, epoch)

    def head(self) -> Frame:
        """Where the log is, with the one figure of silence; and that there is no room, where there is none."""
        state = self.state
        told = {"epoch": self.epoch, "seq": state.seq, "private": private_count(state), **self.storage.told}
        return Frame("head", told)

    def rights(self, persons: Collection[str]) -> dict[str, Actor | None]:
        """What these persons are here now, from the database."""
        with self._workings.reading() as connection:
            return access.rights_of(persons, self.document, connection)

    def is_there_for(self, actor: Actor | None) -> bool:
        """Whether the board is there for this person: when it is closed, for those who lead alone (P3.4)."""
        return actor is not None and (is_leading(actor) or self.state.root.get("mode") != "closed")

    def body_for(self, viewer: str, at: datetime | None = None) -> Body:
        """The state as this person may see it, ready to be served. at: the time to say in it; shared by nobody then."""
        with self.lock:
            if self._snapshot is None or self._snapshot.state is not self.state:
                self._snapshot = Snapshot(self.state, self.epoch)
            snapshot = self._snapshot
        people = self._people.cards(viewer, {*snapshot.shown_writers, *self.presence.persons()})
        return snapshot.body(viewer, people) if at is None else snapshot.dated(viewer, people, at)

    def is_busy(self) -> bool:
        """Whether a batch waits or is being saved."""
        return self._is_running

    @property
    def waiting(self) -> int:
        """How many messages wait to be decided."""
        return len(self._waiting)

    # --- Who is in it ---

    def seat(self, seat: Seat, epoch: str | None, since: int | None) -> None:
        """Greet, send what is missing, and from then on everything. epoch, since: the state that the client has."""
        with self.lock:
            missing: list[Event] | str = [] if epoch is None or since is None else self.missing(epoch, since)
            frame = self.frame_of(missing, seat)
            state = self.state
            seat.send(Frame("welcome", seat.welcome(self.epoch, state.seq, frame.name == "reset")))
            if missing and frame.name == "events":
                seat.send(frame)
            self.seats[seat.sid] = seat
            self.presence.came(seat)

    def unseat(self, seat: Seat) -> None:
        """The person has left by this seat."""
        with self.lock:
            if self.seats.pop(seat.sid, None) is not None:
                self.presence.left(seat)

    def send_since(self, seat: Seat, epoch: str | None, since: int) -> None:
        """Answer `since`: the events after it, or `reset`."""
        with self.lock:
            seat.send(self.frame_of(self.missing(epoch, since), seat))

    def tell_all(self, frame: Frame) -> None:
        """The same to every seat. Under the lock."""
        self._send_all(lambda _seat: frame)

    def _send_all(self, frame_of: Callable[[Seat], Frame]) -> None:
        for seat in list(self.seats.values()):
            try:
                seat.send(frame_of(seat))
            except Exception as fault:  # one that cannot be reached is not the others' trouble
                self._complain("a seat was not reached", fault)

    def reset(self, why: str) -> Frame:
        """Fetch the state again."""
        return Frame("reset", {"epoch": self.epoch, "seq": self.state.seq, "why": why})

    def frame_of(self, missing: Sequence[Event] | str, seat: Seat) -> Frame:
        """The missing events as this person sees them, or a reset when they are too many or cannot be given."""
        if isinstance(missing, str):
            return self.reset(missing)
        frame = EventFrames(missing, self.state.root["authors"]).of(seat.person)
        return frame if len(frame.body) <= MOST_MISSING_BYTES else self.reset("behind")

    def close(self) -> None:
        """Let its connection go. Nobody may be seated any more."""
        self._writer.close()
        self.keep()

    def keep(self) -> None:
        """Store the state if enough has come since the last time."""
        with self.lock:
            keeper, epoch, state = self._keeper, self.epoch, self.state
        if keeper.is_due(state, is_quiet=not self._is_running):
            keeper.keep(epoch, state)

    # --- The loop ---

    def _run(self) -> None:
        while True:
            self._pace.wait()
            with self.lock:
                bundles, self._waiting, epoch = self._waiting, [], self.epoch
                if not bundles:
                    self._is_running = False
                    return
            self._pace.telling()
            answers = self._save(bundles, epoch)
            figures.count_batch(bundles, answers)
            for bundle, answer in zip(bundles, answers, strict=True):
                self._tell(bundle, answer)
            self._pace.told(len(bundles))

    def _complain(self, what: str, fault: Exception) -> None:
        logger.error(what, extra={"document": self.document, "fault": told(fault)})

    def _tell(self, bundle: Bundle, answers: list[Answer] | None) -> None:
        try:
            bundle.reply(answers)
        except Exception as fault:  # one sender who cannot be reached must not stop the loop
            self._complain("an answer was not sent", fault)

    def _save(self, bundles: Sequence[Bundle], wished_in: str) -> Sequence[list[Answer] | None]:
        """Decide, commit, show. After a failure nobody is answered: the operations stay pending with their senders.

        wished_in: the epoch in which they came.
        """
        try:
            return self._settle(bundles, wished_in).answers
        except OtherPast:  # their senders have been told to begin anew
            return [None] * len(bundles)
        except Exception as fault:
            self._complain("a batch was not saved", fault)
            if self.storage.refused(fault):
                self._tell_head()
            return [None] * len(bundles)

    def _settle(self, bundles: Sequence[Bundle], wished_in: str) -> Decided:
        persons = {bundle.actor.id for bundle in bundles if bundle.actor.role != "system"}
        actors = self.rights(persons) | {b.actor.id: b.actor for b in bundles if b.actor.role == "system"}
        keys = ((bundle.actor.id, wish.id) for bundle in bundles for wish in bundle.wishes)
        before = {key: self._refused[key] for key in keys if key in self._refused}
        looked_up: set[log.Key] = set()
        for _ in range(MOST_TRIES):
            with self.lock:
                epoch, state = self.epoch, self.state
            if log.is_other_past(wished_in, epoch):
                raise OtherPast
            decided = decide_all(state.copy(), bundles, actors, before, now())
            doubtful = decided.refused.keys() - looked_up
            if doubtful and (self._look_up(doubtful, looked_up, before) or self._is_overtaken(state)):
                continue  # a retry of what was done looks impossible, and so does what rests on another process's doing
            try:
                if decided.entries:
                    self._writer.append(decided.entries, epoch)
                    self._pace.telling()
                    if self.storage.took():
                        self._tell_head()
            except log.Rewritten:
                self.catch_up()
                continue
            except IntegrityError:  # somebody wrote before us, or a retry of what was done was decided anew
                self.catch_up()
                self._look_up({(entry.event.by, entry.event.op) for entry in decided.entries}, looked_up, before)
                continue
            self._publish(decided.draft, [entry.event for entry in decided.entries], epoch)
            self._workings.elsewhere.tell_head(self.document, epoch, decided.draft.seq)
            self._remember(decided.refused)
            return decided
        raise TimeoutError("lost too many races")

    def _tell_head(self) -> None:
        with self.lock:
            self.tell_all(self.head())

    def _is_overtaken(self, state: State) -> bool:
        """Whether others have written since this state. What is refused is refused for good, so it is worth a look."""
        self.catch_up()
        return self.state is not state

    def _look_up(self, keys: Collection[log.Key], looked_up: set[log.Key], before: dict[log.Key, Answered]) -> bool:
        """Add what these operations made before. True if any of them did."""
        with self._workings.reading() as connection:
            found = log.find(connection, self.document, keys)
        looked_up.update(keys)
        before.update({key: Answered(entry.event, entry.digest) for key, entry in found.items()})
        return bool(found)

    def _remember(self, refused: dict[log.Key, Answered]) -> None:
        """A refusal is final for its id (P3.1)."""
        self._refused.update(refused)
        while len(self._refused) > REFUSALS_KEPT:
            self._refused.popitem(last=False)

    def _publish(self, after: State, events: Sequence[Event], epoch: str) -> None:
        """Replace what is served and send what is new. Twice sends nothing twice; of another epoch, nothing."""
        with self.lock:
            fresh = [event for event in events if event.seq > self.state.seq]
            if epoch != self.epoch or not fresh:
                return
            before, self.state = self.state, after
            self._recent.extend(fresh)
            if self.seats:
                frames = EventFrames(fresh, after.root["authors"])
                self._send_all(lambda seat: frames.of(seat.person))
        if after.root.get("mode") != before.root.get("mode") and self.seats:
            self.presence.mode_changed()
            self.standing.check_soon()
        self.follow(before, after)

    # --- The log ---

    def _fold(self) -> Folded:
        with self._workings.reading() as connection:
            return fold_log(connection, self.document, lambda: self._workings.sleep(0))

    def _take(self, folded: Folded) -> None:
        self.epoch, self.state = folded.epoch, folded.state
        self._recent = deque(folded.recent, MOST_MISSING)
        self._keeper = Keeper(self.document, self._workings, folded.stored_at)

    def _start_over(self) -> None:
        """The log was rewritten or went back in time: everybody fetches the state again.

        In another past nothing counts that was on its way: it is not answered, the lines end, and who comes back by a
        new one has its own epoch before it says anything.
        """
        self.standing.try_to_check()  # who has lost access is told so, and not to fetch what they may not see
        folded = self._fold()
        with self.lock:
            is_other_past = log.is_other_past(self.epoch, folded.epoch)
            self._take(folded)
            self._refused.clear()
            self.tell_all(self.reset("epoch"))
            left, self._waiting = (self._waiting, []) if is_other_past else ([], self._waiting)
            over = list(self.seats.values()) if is_other_past else []
        for bundle in left:
            self._tell(bundle, None)
        for seat in over:
            seat.end()


def _nothing_follows(before: State, after: State) -> None:
    """Of a board nothing follows elsewhere."""
