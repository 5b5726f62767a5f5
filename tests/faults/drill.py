"""One drill: a server, people at a board, faults by the seed, and the evidence that is left.

The script of a drill runs in the caller's thread; lines and clients run on their own loop beside it.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Page

from tests.faults.client import Client, Who
from tests.faults.copy import Copy, digest
from tests.faults.evidence import (
    Canary,
    Evidence,
    Heard,
    Row,
    integrity,
    last_seq,
    read_log,
    replay_in_python,
    replay_in_typescript,
    verified,
)
from tests.faults.history import History
from tests.faults.http import ANSWER_SECONDS, Answer, call
from tests.faults.line import Line
from tests.faults.loop import Loop
from tests.faults.template import TITLE, Setting
from tests.faults.window import Window
from tests.faults.wishes import Wish
from tests.redis_server import RedisServer
from tests.server import Server

NewPage = Callable[[], Page]
QUIET_SECONDS = 0.3
POLL_SECONDS = 0.05
CRASH_SECONDS = 300
STORED_SECONDS = 2.0  # what the last ones had sent is stored, or never will be


@dataclass(frozen=True)
class Size:
    """How much of everything."""

    clients: int
    kills: int
    rounds: int
    acting_seconds: float
    away_seconds: float
    edits_offline: int
    per_second: float  # acts of one client
    most_acts: int  # of one client


GATE = Size(
    clients=10,
    kills=2,
    rounds=1,
    acting_seconds=1.0,
    away_seconds=2.0,
    edits_offline=60,
    per_second=3.0,
    most_acts=15,
)
FULL = Size(
    clients=100,
    kills=20,
    rounds=10,
    acting_seconds=8.0,
    away_seconds=30.0,
    edits_offline=60,
    per_second=0.5,
    most_acts=60,
)


class Drill:
    """Everything on one board. Use it as a context: it leaves no connection and no thread."""

    def __init__(
        self, seed: int, size: Size, server: Server, setting: Setting, board: int, folder: Path, new_page: NewPage
    ) -> None:
        """board: which of the setting's. folder: for histories and what clients keep. new_page: of a new browser."""
        self.seed, self.size, self.server, self.setting, self.folder = seed, size, server, setting, folder
        self.board, self._title, self._new_page = setting.boards[board], f"{TITLE} {board + 1}", new_page
        folder.mkdir(parents=True, exist_ok=True)
        self.random = Random(f"{seed}")
        self._began_at = self.head()
        self.history = History(folder / "history.jsonl")
        self.loop = Loop()
        self.clients: list[Client] = []
        self.lines: list[Line] = []
        self.healed_at = 0.0
        self.unsettled: list[str] = []
        self.canaries: list[Canary] = []
        self.artefacts: list[tuple[str, str, str]] = []  # each time that one was read: id, digest, body
        self._acting: list[Any] = []
        self._others: list[Server | RedisServer] = []

    def __enter__(self) -> Drill:
        return self

    def __exit__(self, *_: object) -> None:
        self._crash_all()
        for line in self.lines:
            self.loop.run(line.close())
        self.loop.close()
        self.history.close()
        for server in reversed(self._others):
            server.close()

    # --- People ---

    def line(self, name: str, server: Server | None = None) -> Line:
        """A way to the server."""
        line = Line((server or self.server).port, Random(f"{self.seed}:{name}:line"))
        self.lines.append(self.loop.run(line.open()))
        return line

    def come(self, number: int, wire: str = "websocket", line: Line | None = None, who: Who | None = None) -> Client:
        """Somebody opens the board. number: 0 is Aino, then the guests."""
        who = who or self.setting.who(number, self.board)
        name = f"{who.name}@{len(self.clients)}"
        who = Who(name, who.person, who.token, who.document)
        client = Client(who, line or self.line(name), wire, self.history, Random(f"{self.seed}:{name}"), self.folder)
        self.clients.append(client)
        self.loop.soon(client.start)
        return client

    def open_window(self, before: str = "") -> Window:
        """A guest comes by the code, in a browser of their own. before: a script that runs first in its pages."""
        return Window(self._new_page(), self.line("browser"), self.setting.code, self._title, before)

    def come_all(self, count: int | None = None) -> list[Client]:
        """So many guests, every third over polling, all of them there."""
        came = [
            self.come(number, "polling" if number % 3 == 0 else "websocket")
            for number in range(1, (count or self.size.clients) + 1)
        ]
        self.until(lambda: all(client.is_up for client in came), 30, "not everybody came in")
        return came

    def act(self, client: Client, wish: Wish | None = None) -> Wish:
        """One act, by the seed unless it is given."""

        async def do() -> Wish:
            return client.act(wish)

        return self.loop.run(do())

    def start_acting(self, clients: Sequence[Client] | None = None, together_per_second: float = 0.0) -> None:
        """Everybody works on by themselves; as often as the size says, or so often all together until they are told."""
        chosen = self.clients if clients is None else clients
        often, most = (together_per_second / len(chosen), 10_000) if together_per_second else self._often
        self._acting += [self.loop.start(client.go_on_acting(often, most)) for client in chosen]

    @property
    def _often(self) -> tuple[float, int]:
        return self.size.per_second, self.size.most_acts

    def stop_acting(self) -> None:
        """Nobody begins anything new."""
        for task in self._acting:
            task.cancel()
        self._acting.clear()

    def crash(self, client: Client) -> None:
        """The tab dies."""
        self.loop.run(client.crash())

    def _crash_all(self) -> None:
        async def crash_all() -> None:
            for client in self.clients:
                await client.crash()

        self.loop.run(crash_all(), CRASH_SECONDS)

    def reopen(self, client: Client) -> Client:
        """The same person opens the board anew; what was kept is sent."""
        again = Client(client.who, client.line, client.wire_kind, self.history, client.random, self.folder)
        self.clients[self.clients.index(client)] = again
        self.loop.soon(again.start)
        return again

    def call(
        self,
        number: int,
        method: str,
        path: str,
        body: Any = None,
        server: Server | None = None,
        seconds: float = ANSWER_SECONDS,
    ) -> Answer:
        """A call of the REST API, without a line between. server: another than that of the drill."""
        _, token = self.setting.aino if number == 0 else self.setting.people[number - 1]
        return self.loop.run(call((server or self.server).port, token, method, path, body, seconds), 2 * seconds)

    def freeze(self, seconds: float = ANSWER_SECONDS) -> str:
        """Aino takes what the board holds now into the record; its id. Its bytes are compared with those of the end."""
        told = json.loads(self.call(0, "POST", f"/boards/{self.board}/artefacts", seconds=seconds).body)
        self.read_artefact(told["id"], told["digest"])
        return str(told["id"])

    def read_artefact(self, artefact: str, digest: str, server: Server | None = None) -> None:
        """Read its bytes, and keep what they were (I12)."""
        answer = self.call(0, "GET", f"/artefacts/{artefact}/json", server=server)
        body = answer.body.decode() if answer.status == 200 else "{}"
        self.artefacts.append((artefact, digest, body))

    def on_loop(self, do: Callable[..., Any], *args: Any) -> Any:
        """Something that belongs to the loop: a line's cut."""

        async def run() -> Any:
            return do(*args)

        return self.loop.run(run())

    # --- Time ---

    def wait(self, least: float, most: float | None = None) -> None:
        """A while, by the seed when it is not one length."""
        time.sleep(least if most is None else self.random.uniform(least, most))

    def until(self, is_so: Callable[[], Any], seconds: float, otherwise: str) -> float:
        """Wait for it; what is not so in time is a violation, and the drill goes on. Returns how long it took."""
        began = time.monotonic()
        while not is_so():
            if time.monotonic() - began > seconds:
                self.unsettled.append(f"{otherwise} within {seconds} s")
                break
            time.sleep(POLL_SECONDS)
        return time.monotonic() - began

    def heal(self) -> None:
        """From now on nothing is wrong."""
        for line in self.lines:
            self.on_loop(line.heal)
        self.healed_at = self.history.now()

    def settle(self, seconds: float = 10.0) -> float:
        """Nobody acts; wait until everybody has sent everything and has all of it. Returns how long it took."""
        self.stop_acting()
        if not self.healed_at:
            self.healed_at = self.history.now()
        took = self.until(lambda: all(self._is_settled(client, self.head()) for client in self._staying()), seconds, "")
        head = self.head()
        self.unsettled = [each for each in self.unsettled if not each.startswith(" within")]
        self.unsettled += [
            f"{client.who.name} ({client.wire_kind}) is not settled {seconds} s after healing: "
            f"up {client.is_up}, {len(client.pending)} pending, at {client.copy.seq} of {head}"
            for client in self._staying()
            if not self._is_settled(client, head)
        ]
        time.sleep(QUIET_SECONDS)
        return took

    def expect_once(self, texts: Sequence[str]) -> None:
        """Each of these notes was added, once: what somebody wrote who keeps no history."""
        added = Counter(
            change["set"]["text"]
            for row in self.log()
            for change in row["changes"]
            if change["id"].startswith("note:") and "kind" in change.get("set", {})
        )
        self.unsettled += [f"{text!r} was added {added[text]} times" for text in texts if added[text] != 1]

    def begins_here(self) -> None:
        """What is there already was laid, and not sent by anybody."""
        self._began_at = self.head()

    def head(self) -> int:
        """The last seq in the database."""
        return last_seq(self.database, self.board)

    def log(self) -> list[Row]:
        """The log, as the disk has it."""
        return read_log(self.database, self.board)

    def beside(self, **settings: str) -> Server:
        """Another process on the same database, running; it ends with the drill."""
        second = Server(self.folder, FACILITATOR_LIMITS="off", **settings)
        second.use(self.server.instance)
        self.ends_with(second)
        return second.start()

    def ends_with(self, server: Server | RedisServer) -> None:
        """It is one of the drill's own, and ends with it; the last first."""
        self._others.append(server)

    @property
    def database(self) -> Path:
        """The file."""
        return self.server.instance / "facilitator.db"

    def _staying(self) -> list[Client]:
        return [client for client in self.clients if not client.is_turned_away]

    @staticmethod
    def _is_settled(client: Client, head: int) -> bool:
        return client.is_up and not client.pending and client.copy.seq == head

    # --- What is left ---

    def evidence(self, **more: Any) -> Evidence:
        """Read the database and the fresh state; more: what the drill itself has traced.

        Where somebody is not settled, all end first: histories and log must be of the same moment.
        """
        if self.unsettled:
            self._crash_all()
            time.sleep(STORED_SECONDS)
        for artefact, kept in {each: told for each, told, _ in self.artefacts}.items():
            self.read_artefact(artefact, kept)
        log = read_log(self.database, self.board)
        fresh = Copy()
        fresh.load(json.loads(self.call(0, "GET", f"/boards/{self.board}/state").body))
        digests = {client.who.name: digest(client.copy.items) for client in self._staying()}
        digests |= {
            "a fresh client": digest(fresh.items),
            "a replay in Python": replay_in_python(log),
            "a replay in TypeScript": replay_in_typescript(log),
        }
        heard = [
            Heard(client.who.person, client.who.person == self.setting.aino[0], client.heard) for client in self.clients
        ]
        found = Evidence(
            document=self.board,
            records=list(self.history.records),
            began_at=self._began_at,
            log=log,
            pages=self._pages(),
            digests=digests,
            healed_at=self.healed_at,
            unsettled=self.unsettled,
            heard=heard,
            canaries=self.canaries,
            server_log=self.server.read_log(),
            texts=[text for row in log for change in row["changes"] if (text := change.get("set", {}).get("text"))],
            database_faults=[*integrity(self.database), *verified(self.server)],
            artefacts=self.artefacts,
        )
        for name, value in more.items():
            setattr(found, name, value)
        return found

    def _pages(self) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        while True:
            since = found[-1][0] if found else 0
            page = json.loads(self.call(0, "GET", f"/boards/{self.board}/events?since={since}").body)
            found += [(event["seq"], event.get("op", "")) for event in page["events"]]
            if not page["more"]:
                return found


def vital_signs(server: Server) -> dict[str, float]:
    """Memory in bytes and open file descriptors of the server's process."""
    process = Path(f"/proc/{server.pid}")
    pages = int((process / "statm").read_text().split()[1])
    return {"rss": float(pages * os.sysconf("SC_PAGE_SIZE")), "fds": float(len(list((process / "fd").iterdir())))}
