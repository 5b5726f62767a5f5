"""Socket.IO in, namespace `/live`. On the python-socketio server itself: a request context for each note would cost
more than the note. Read, hand over, answer; opinions are elsewhere.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from socketio import exceptions
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from facilitator.config import LANGUAGES
from facilitator.engine import Actor
from facilitator.errors import NotThere
from facilitator.faults import told
from facilitator.live import figures
from facilitator.live.admission import admitted
from facilitator.live.frames import LIVE
from facilitator.live.limits import MOST_SEATS, MOST_WINDOWS
from facilitator.live.presence import read_here
from facilitator.live.schemas import MOST_OPERATIONS, read_operations
from facilitator.live.seats import Seat
from facilitator.live.wishes import Refused, Wish
from facilitator.words import sentence

if TYPE_CHECKING:
    from socketio import Server

    from facilitator.live.live import Live

PROTOCOL = 1
CONNECT_SECONDS = 5.0

logger = logging.getLogger(__name__)


class Handlers:
    """One for each application. Every method is one event of the namespace."""

    def __init__(self, live: Live, server: Server) -> None:
        self._live, self._server = live, server
        self._seats: dict[str, Seat] = {}

    def register(self) -> None:
        """Answer the namespace's events, and no other namespace."""
        self._server.namespaces = [LIVE]
        for name in ("ops", "since", "here"):
            self._server.on(name, _safe(getattr(self, name)), namespace=LIVE)
        for name in ("connect", "disconnect"):
            self._server.on(name, self._not_sent(_safe(getattr(self, name))), namespace=LIVE)

    def _not_sent(self, handler: Callable[..., None]) -> Callable[..., None]:
        """Socket.IO would take a message of the same name for the thing itself, from somebody who is seated."""

        def handle(sid: str, *told: Any) -> None:
            if self._server.manager.is_connected(sid, LIVE):
                raise ValueError("not a name of a message")
            handler(sid, *told)

        return handle

    def connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Take a seat with a token. Raises ConnectionRefusedError with a code; a board of others is not there."""
        language = self._language(environ)
        if not isinstance(auth, dict) or auth.get("protocol") != PROTOCOL:
            raise self._refusal("protocol.old", language)
        workings, token = self._live.workings, auth.get("token")
        if isinstance(token, str) and not self._live.limits.may_come(token):
            raise self._refusal("slow.down", language)
        person = admitted(workings, token, auth.get("document"))
        if person is None:
            raise self._refusal("not.signed_in", language)
        language = person.language or language
        room = self._room(auth.get("document"), person.actor)
        if room is None or person.actor is None or person.card is None:
            raise self._refusal("not.there", language)
        if self._is_too_much(person.id, room):
            raise self._refusal("slow.down", language)
        seat = Seat(workings, room, sid, person.actor, person.token_id, person.card, language)
        self._seats[sid] = seat
        state = _state_of(auth.get("epoch"), auth.get("since"))
        workings.start(self._greet, seat, person.head, *state)
        self._live.heart.start()

    def disconnect(self, sid: str, *_reason: Any) -> None:
        """The window was closed, or the network lost."""
        seat = self._seats.pop(sid, None)
        if seat is not None:
            seat.room.unseat(seat)

    def ops(self, sid: str, frame: Any = None, *_more: Any) -> None:
        """Operations of one person, at most 200. Accepted ones come back as events once they are durable."""
        seat = self._seats.get(sid)
        if seat is None:
            return
        if not isinstance(frame, list) or len(frame) > MOST_OPERATIONS:
            seat.refuse([Refused(None, "body.too_large" if isinstance(frame, list) else "op.invalid")])
            return
        wait = self._live.limits.operations(seat.person, seat.room.document, len(frame))
        if wait:
            self._slow_down(seat, wait)
            return
        read = read_operations(frame)
        wishes = [each for each in read if isinstance(each, Wish)]
        unread = [each for each in read if isinstance(each, Refused)]
        if wishes:
            seat.room.put(seat.actor, wishes, seat.reply)
        if unread:
            figures.count_unread(unread)
            seat.refuse(unread)

    def since(self, sid: str, asked: Any = None, *_more: Any) -> None:
        """What came after a seq, or `reset`."""
        seat = self._seats.get(sid)
        if seat is None or not isinstance(asked, dict) or not self._live.limits.may_ask(seat.person):
            return
        epoch, seq = _state_of(asked.get("epoch"), asked.get("seq"))
        seat.room.send_since(seat, epoch, seq or 0)

    def here(self, sid: str, sent: Any = None, *_more: Any) -> None:
        """Where somebody works now. Too often, or not to be read: dropped."""
        seat = self._seats.get(sid)
        if seat is None or not self._live.limits.may_move(seat.person):
            return
        here = read_here(sent)
        if here is not None:
            seat.room.presence.moved(seat, here)

    def refuse(self, sid: str, code: str) -> None:
        """Say that a packet could not be read at all."""
        seat = self._seats.get(sid)
        if seat is not None:
            seat.refuse([Refused(None, code)])

    def is_held(self, sid: str | None) -> bool:
        """Whether operations of somebody who was told to slow down stay unread; they are told again."""
        seat = self._seats.get(sid) if sid is not None else None
        wait = self._live.limits.held(seat.person) if seat is not None else 0
        if seat is not None and wait:
            self._slow_down(seat, wait)
        return wait > 0

    def _slow_down(self, seat: Seat, wait: int) -> None:
        """One answer for the whole frame; who goes on and on is shown out."""
        late = [Refused(None, "slow.down", {"retry_after": wait})]
        figures.count_unread(late)
        if self._live.limits.is_abuse(seat.person):
            seat.turn_away("slow.down")
        else:
            seat.refuse(late)

    def _is_too_much(self, person: str, room: Any) -> bool:
        """Whether somebody has windows enough, or was shown out a moment ago."""
        rooms = [seat.room for seat in self._seats.values() if seat.person == person]
        is_full = len(rooms) >= MOST_WINDOWS or sum(each is room for each in rooms) >= MOST_SEATS
        return is_full or self._live.limits.is_shut(person)

    def _greet(self, seat: Seat, head: tuple[str, int] | None, epoch: str | None, since: int | None) -> None:
        """Seat somebody once the server has confirmed the connection: nothing may reach them before that.

        head: where the log was when they came; what another process wrote later, it tells of.
        """
        waited = 0.0
        while not self._server.manager.is_connected(seat.sid, LIVE):
            if waited > CONNECT_SECONDS:
                self._seats.pop(seat.sid, None)
                return
            self._live.workings.sleep(0.005)
            waited += 0.005
        engine_sid = self._server.manager.eio_sid_from_sid(seat.sid, LIVE)
        engine_socket = self._server.eio.sockets.get(engine_sid)
        seat.wire = getattr(engine_socket, "wire", None)
        seat.polled = engine_socket if seat.wire is None else None
        seat.room.catch_up(head)
        if seat.sid in self._seats:
            seat.room.seat(seat, epoch, since)
        if seat.sid not in self._seats:  # left in the meantime
            seat.room.unseat(seat)

    def _room(self, document: Any, actor: Actor | None) -> Any:
        if actor is None:
            return None
        try:
            room = self._live.rooms.open(document)
        except NotThere:
            return None
        return room if room.is_there_for(actor) else None

    def _refusal(self, code: str, language: str) -> exceptions.ConnectionRefusedError:
        logger.info("a seat refused", extra={"code": code})
        with self._live.workings.app.app_context():
            message = sentence(code, {}, language)
        return exceptions.ConnectionRefusedError(message, {"code": code, "message": message})

    def _language(self, environ: dict[str, Any]) -> str:
        accepted = parse_accept_header(environ.get("HTTP_ACCEPT_LANGUAGE"), LanguageAccept)
        default = self._live.workings.app.config["SETTINGS"].default_language
        return accepted.best_match(LANGUAGES) or default


def _state_of(epoch: Any, seq: Any) -> tuple[str | None, int | None]:
    """The state that a client says it has; (None, None) if it has none or says nothing sensible."""
    if isinstance(epoch, str) and isinstance(seq, int) and not isinstance(seq, bool) and seq >= 0:
        return epoch, seq
    return None, None


def _safe(handler: Callable[..., None]) -> Callable[..., None]:
    """Our own fault is one line in the log, without what was sent; a client that was connecting comes back later."""

    def handle(sid: str, *sent: Any) -> None:
        try:
            handler(sid, *sent)
        except exceptions.ConnectionRefusedError:
            raise
        except Exception as fault:
            logger.error("a message failed", extra={"type": handler.__name__, "fault": told(fault)})
            if handler.__name__ == "connect":
                raise exceptions.ConnectionRefusedError(
                    "server.failed", {"code": "server.failed", "message": ""}
                ) from None

    return handle
