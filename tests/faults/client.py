"""A client as a small state machine: its copy of the board, what it still has to send, and a history of both.

It keeps to the protocol's rules (P5) and to nothing else: one frame in flight, sent again unchanged until each
operation has its event or its refusal; only the very next event is applied; what is pending lives in a file, so that
it outlasts the tab.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.faults.copy import Copy, is_other_past
from tests.faults.history import History
from tests.faults.http import call
from tests.faults.line import Line
from tests.faults.loop import end
from tests.faults.wires import Broken, PollingWire, WebSocketWire, Wire
from tests.faults.wishes import Wish, any_wish

PROTOCOL = 1
PASSING = ("slow.down", "storage.full")  # about the whole frame: it is sent again when nothing was answered for a while
PATIENCE_SECONDS = 5.0  # before a frame is sent again
MOST_IN_FRAME = 200
WIRES: Mapping[str, Callable[[int], Wire]] = {"websocket": WebSocketWire, "polling": PollingWire}
LOST = (OSError, EOFError, TimeoutError, asyncio.LimitOverrunError, ValueError, IndexError)


@dataclass(frozen=True)
class Who:
    """A person with a token, at a document."""

    name: str
    person: str
    token: str
    document: str


class Client:
    """One window. All of it runs on the loop of the drill."""

    def __init__(self, who: Who, line: Line, wire: str, history: History, random: Random, folder: Path) -> None:
        self.who, self.line, self.wire_kind, self.random = who, line, wire, random
        self.copy = Copy()
        self.heard: list[str] = []  # every packet, for what must not have been in one
        self.sent: dict[str, Wish] = {}  # all that was ever begun here, by id
        self.protocol = PROTOCOL
        self.is_turned_away = False
        self.is_up = False
        self.offered: list[Wish] = []  # wished in another past: the person is asked whether they still hold
        self._history, self._kept = history, folder / f"{who.name}.pending.json"
        kept = json.loads(self._kept.read_text("utf-8")) if self._kept.exists() else []
        self.pending: list[Wish] = [wish for _, wish in kept]
        self._wished_in: dict[str, str | None] = {wish["id"]: epoch for epoch, wish in kept}
        self._in_flight: list[Wish] = []
        self._wire: Wire | None = None
        self._tasks: list[asyncio.Task[None]] = []

    # --- What the drill asks ---

    def start(self) -> None:
        """Open the window."""
        self._tasks = [asyncio.ensure_future(self._stay()), asyncio.ensure_future(self._insist())]

    async def crash(self) -> None:
        """The tab is gone in an instant: only what was written to its file is left."""
        await end(self._tasks)
        self._down()

    def act(self, wish: Wish | None = None) -> Wish:
        """Do something now, sent or not; the seed's choice unless it is given."""
        wish = wish or any_wish(self.random, self.copy.items, self.who.name)
        self.sent[wish["id"]] = wish
        self._wished_in[wish["id"]] = self.copy.epoch
        self._tell("invoke", op=wish["id"], seq=self.copy.seq)
        self._keep([*self.pending, wish])
        self._fill()
        return wish

    def still_holds(self, wish: Wish) -> None:
        """The person says so of what was offered: it is sent in this past, as it was."""
        self.offered.remove(wish)
        self.act(wish)

    async def go_on_acting(self, per_second: float, most: int) -> None:
        """Something now and then, until cancelled or so much was done."""
        for _ in range(most):
            await asyncio.sleep(self.random.expovariate(per_second))
            if self.copy.epoch is not None and not self.is_turned_away:
                self.act()

    async def say_raw(self, packet: str) -> None:
        """Send a packet that may be anything."""
        if self._wire is not None:
            await self._wire.say(packet)

    # --- The line ---

    async def _stay(self) -> None:
        while not self.is_turned_away:
            with contextlib.suppress(*LOST):
                await self._visit()
            self._down()
            await asyncio.sleep(0.1 + 0.7 * self.random.random())

    async def _visit(self) -> None:
        if self.copy.epoch is None:
            await self._load()
        wire = self._wire = WIRES[self.wire_kind](self.line.port)
        await wire.open()
        auth = {"token": self.who.token, "document": self.who.document, "protocol": self.protocol}
        auth |= {"epoch": self.copy.epoch, "since": self.copy.seq}
        await wire.say("40/live," + json.dumps(auth))
        while True:
            await self._hear(await wire.hear())

    async def _hear(self, packet: str) -> None:
        self.heard.append(packet)
        if packet.startswith("44/live,"):
            said = json.loads(packet[8:]).get("data", {})
            if said.get("code") not in ("slow.down", "server.failed"):
                self._turned_away(said)
            raise Broken("refused at the door")
        if packet.startswith("41/live"):
            raise Broken("ended by the server")
        if packet.startswith("42/live,"):
            name, data = json.loads(packet[8:])
            await getattr(self, f"_on_{name}", self._ignore)(data)

    async def _ignore(self, _data: Any) -> None:
        """Presence and names are nobody's here."""

    async def _on_welcome(self, data: Mapping[str, Any]) -> None:
        self._tell("welcome", epoch=data["epoch"], seq=data["seq"], now=data["now"])
        if data["reset"] or data["epoch"] != self.copy.epoch:
            await self._load()
        self.is_up = True
        self._tell("line", is_up=True)
        self._in_flight = []
        self._fill()

    async def _on_events(self, events: list[dict[str, Any]]) -> None:
        for event in events:
            if self.copy.apply(event):
                self._tell("saw", seq=event["seq"], op=event.get("op", ""))
            elif event["seq"] > self.copy.seq:
                await self._say("since", {"epoch": self.copy.epoch, "seq": self.copy.seq})
                break
        mine = {each["id"] for each in self.pending}
        for event in events:
            if event.get("op") in mine and event.get("by", self.who.person) == self.who.person:
                self._settle(event["op"], "ok", seq=event["seq"])
        self._fill()

    async def _on_refused(self, refused: list[dict[str, Any]]) -> None:
        for each in refused:
            if each["code"] in PASSING:
                continue
            if each["op"] is None:
                self._turned_away(each, each["code"] in ("not.there", "not.signed_in"))
            else:
                self._settle(each["op"], "refused", code=each["code"], message=each["message"])
        self._fill()

    async def _on_reset(self, _data: Any) -> None:
        await self._load()

    async def _on_head(self, head: Mapping[str, Any]) -> None:
        if head["epoch"] != self.copy.epoch:
            await self._load()
        elif head["seq"] > self.copy.seq:
            await self._say("since", {"epoch": self.copy.epoch, "seq": self.copy.seq})

    async def _load(self) -> None:
        answer = await call(self.line.port, self.who.token, "GET", f"/boards/{self.who.document}/state")
        self._tell("answer", status=answer.status)
        if answer.status in (401, 403, 404):
            self._turned_away(json.loads(answer.body))
        if answer.status != 200:
            raise Broken(f"status {answer.status}")
        self.heard.append(answer.body.decode())
        state = json.loads(answer.body)
        if state["epoch"] == self.copy.epoch and state["seq"] < self.copy.seq:
            raise Broken("a state that is older than what was seen")
        self.copy.load(state)
        self._tell("loaded", seq=state["seq"])
        self._offer_again()

    # --- What waits ---

    def _settle(self, op: str, kind: str, **more: Any) -> None:
        if any(each["id"] == op for each in self.pending):
            self._tell(kind, op=op, **more)
            self._keep([each for each in self.pending if each["id"] != op])
            self._in_flight = [each for each in self._in_flight if each["id"] != op]

    def _offer_again(self) -> None:
        """What was wished in another past is not sent by itself (P4.6)."""
        others = [each for each in self.pending if is_other_past(self._wished_in[each["id"]], self.copy.epoch)]
        if others:
            self.offered += others
            self._in_flight = [each for each in self._in_flight if each not in others]
            self._keep([each for each in self.pending if each not in others])

    def _fill(self) -> None:
        if self.is_up and not self._in_flight and self.pending:
            self._in_flight = self.pending[:MOST_IN_FRAME]
            self._offer()

    def _offer(self) -> None:
        self._tasks = [task for task in self._tasks if not task.done()]
        self._tasks.append(asyncio.ensure_future(self._say("ops", self._in_flight)))

    async def _insist(self) -> None:
        """Send the frame again when nothing of it was answered for a while."""
        before: list[Wish] = []
        while True:
            await asyncio.sleep(PATIENCE_SECONDS)
            if self.is_up and self._in_flight and self._in_flight == before:
                self._offer()
            before = list(self._in_flight)

    async def _say(self, name: str, data: Any) -> None:
        wire = self._wire
        if wire is None:
            return
        try:
            await wire.say("42/live," + json.dumps([name, data], ensure_ascii=False))
        except LOST:
            wire.close()

    def _turned_away(self, why: Mapping[str, Any], is_final: bool = True) -> None:
        self._tell("refused", op="", code=why.get("code", ""), message=why.get("message", ""))
        self.is_turned_away = self.is_turned_away or is_final

    def _down(self) -> None:
        if self._wire is not None:
            self._wire.close()
            self._wire = None
        if self.is_up:
            self.is_up = False
            self._tell("line", is_up=False)
            for wish in self._in_flight:
                self._tell("unknown", op=wish["id"])

    def _keep(self, pending: list[Wish]) -> None:
        self.pending = pending
        beside = self._kept.with_suffix(".new")
        beside.write_text(json.dumps([(self._wished_in[each["id"]], each) for each in pending]), "utf-8")
        beside.replace(self._kept)

    def _tell(self, kind: str, **more: Any) -> None:
        self._history.write(self.who.name, self.who.person, kind, **{"epoch": self.copy.epoch, **more})
