"""Five quiet people on another board of the same server: what they feel of somebody else's trouble (I15)."""

from __future__ import annotations

import asyncio
from random import Random
from typing import Any

from tests.faults.client import Client, Who
from tests.faults.drill import Drill
from tests.faults.history import History, p95, waits

HOW_MANY, PER_SECOND = 5, 4.0
NAP_SECONDS, MOST_ACTS = 0.01, 10_000


class Neighbours:
    """Use as a context inside a drill. They keep a history of their own."""

    def __init__(self, drill: Drill) -> None:
        self._drill = drill
        self._history = History(drill.folder / "neighbours.jsonl")
        self._clients: list[Client] = []
        self._acting: list[Any] = []
        self._late: list[tuple[float, float]] = []

    async def _feel_the_machine(self) -> None:
        """How late somebody is woken who only sleeps: what a busy machine does by itself."""
        while True:
            began = self._history.now()
            await asyncio.sleep(NAP_SECONDS)
            self._late.append((began, self._history.now() - began - NAP_SECONDS))

    def __enter__(self) -> Neighbours:
        board = next(each for each in reversed(self._drill.setting.boards) if each != self._drill.board)
        for number in range(HOW_MANY):
            person, token = self._drill.setting.people[number]
            who = Who(f"neighbour{number}", person, token, board)
            line, random = self._drill.line(who.name), Random(f"{self._drill.seed}:{who.name}")
            client = Client(who, line, "websocket", self._history, random, self._drill.folder)
            self._clients.append(client)
            self._drill.loop.soon(client.start)
        self._drill.until(lambda: all(client.is_up for client in self._clients), 20, "not every neighbour came in")
        self._acting = [self._drill.loop.start(client.go_on_acting(PER_SECOND, MOST_ACTS)) for client in self._clients]
        self._acting.append(self._drill.loop.start(self._feel_the_machine()))
        return self

    def __exit__(self, *_: object) -> None:
        for task in self._acting:
            task.cancel()
        for client in self._clients:
            self._drill.loop.run(client.crash())
        self._history.close()

    def now(self) -> float:
        """In their history's seconds."""
        return self._history.now()

    def p95(self, since: float, until: float) -> float:
        """How long the slowest twentieth of them waited for an acknowledgement."""
        return p95(waits(self._history.records, since, until))

    def feel(self, quiet: tuple[float, float], during: tuple[float, float]) -> dict[str, tuple[float, float]]:
        """The figures for I15."""
        machine = (self._machine(*quiet), self._machine(*during))
        return {"p95": (self.p95(*quiet), self.p95(*during)), "machine": machine}

    def _machine(self, since: float, until: float) -> float:
        return p95([late for at, late in self._late if since <= at < until])
