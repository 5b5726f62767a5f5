"""The HTTP API as one person uses it: what a browser test needs there already, and what others do meanwhile."""

from __future__ import annotations

import json
import urllib.request
import uuid
from dataclasses import dataclass
from typing import Any

from tests.live.seated import until


@dataclass(frozen=True)
class Rest:
    """One person's calls. urllib.error.HTTPError, with what the server said, if a call is refused."""

    url: str
    token: str = ""

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """What `path` under /api/v1 answers; None if it answers nothing."""
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/api/v1{path}", data, headers, method=method)
        with urllib.request.urlopen(request, timeout=20) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def operate(self, board: str, *wishes: dict[str, Any]) -> None:
        """Do these on a board, in order; AssertionError if one of them is refused."""
        operations = [{"id": str(uuid.uuid4()), **wish} for wish in wishes]
        answer = self.call("POST", f"/boards/{board}/ops", operations)
        assert answer["refused"] == [], answer["refused"]

    def items(self, board: str, noun: str) -> list[dict[str, Any]]:
        """The board's items of one noun, such as "note", as this person sees them."""
        items = self.call("GET", f"/boards/{board}/state")["items"]
        return [item for item in items if item["id"].split(":")[0] == noun]

    def wait_for_mode(self, board: str, mode: str) -> None:
        """A part of the agenda has begun: the board hears of it after the floor."""
        until(lambda: self.items(board, "board")[0]["mode"] == mode)


def named(noun: str) -> str:
    """A new id for an item."""
    return f"{noun}:{uuid.uuid4()}"
