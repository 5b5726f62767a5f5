"""Those who take part without a browser: they join by the code, and write and vote over the wire."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.engine.order import key_between
from tests.browser.rest import Rest, named
from tests.live.wire import SocketClient

Wish = dict[str, Any]


@dataclass(frozen=True)
class Somebody:
    """One person. Each board is a line of its own, open as long as it is used."""

    name: str
    rest: Rest

    def do(self, board: str, *wishes: Wish) -> None:
        """Send these and wait until all are in the log; AssertionError if one is refused."""
        auth = {"token": self.rest.token, "document": board, "protocol": 1, "epoch": None, "since": None}
        line = SocketClient(self.rest.url, auth, "fi")
        try:
            line.wait_for("welcome")  # before it, an event might come without us
            sent = [{"id": str(uuid.uuid4()), **wish} for wish in wishes]
            line.emit("ops", sent)
            for wish in sent:
                line.wait_op(wish["id"])
            assert line.refused() == [], line.refused()
        finally:
            line.close()


class Others:
    """Several of them, who do alike at once."""

    def __init__(self, url: str, code: str, names: Sequence[str]) -> None:
        self.people = [Somebody(name, _joined(url, code, name)) for name in names]

    def write(self, board: str, kind: str, wording: Callable[[int], tuple[str, str]]) -> list[str]:
        """Each writes one note; returns their ids. wording: a person's number to the note's zone and text."""
        notes, last = [], None
        for number, person in enumerate(self.people):
            zone, text = wording(number)
            last = key_between(last, None)
            note = named("note")
            where: dict[str, Any] = {"order": last}
            if zone == "zone:grid":
                where = {"x": 800 * number, "y": 9_000 - 700 * number}
            person.do(board, {"type": "note.add", "note": note, "kind": kind, "text": text, "zone": zone, **where})
            notes.append(note)
        return notes

    def vote(self, board: str, ballot: str, note: str) -> None:
        """Each gives one vote."""
        for person in self.people:
            person.do(board, {"type": "vote.cast", "vote": named("vote"), "ballot": ballot, "note": note})


def _joined(url: str, code: str, name: str) -> Rest:
    asked = {"code": code, "name": name, "organisation": "Koivurannan kunta", "language": "fi"}
    return Rest(url, Rest(url).call("POST", "/join", asked)["token"])
