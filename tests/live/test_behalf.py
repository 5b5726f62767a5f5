"""Notes entered for people without a device, over the wire: their names come beside events, never in them (P1.3)."""

from __future__ import annotations

from typing import Any

from facilitator.engine import workshop_of
from tests.browser.rest import Rest
from tests.live.setting import note


def named(client) -> list[dict[str, Any]]:
    """Whom this client has heard of."""
    return [card for frame in client.received("people") for card in frame]


def test_everybody_hears_for_whom_a_note_is_and_a_guest_cannot_say_it(stage):
    aino, bjorn = stage.come(stage.setting.aino), stage.come(stage.setting.bjorn)
    rest = Rest(stage.server.url, stage.setting.tokens[stage.setting.aino])
    anna = rest.call("POST", f"/workshops/{workshop_of(stage.setting.floor)}/people", {"name": "Anna puhelimessa"})[
        "id"
    ]
    entered, pretended = {**note(), "on_behalf": anna, "voices": 3}, {**note(), "voices": 3}
    many = {**note(), "voices": 1_000}

    aino.emit("ops", [entered, many])
    bjorn.emit("ops", [pretended])

    introduced = bjorn.wait(lambda: next((each for each in named(bjorn) if each["id"] == anna), None))
    heard = bjorn.wait_op(entered["id"])
    assert heard == aino.wait_op(entered["id"])
    assert {name: heard["changes"][0]["set"][name] for name in ("on_behalf", "voices")} == {
        "on_behalf": anna,
        "voices": 3,
    }
    assert introduced["name"] == "Anna puhelimessa"
    assert "Anna" not in repr(heard)
    refused = [one.wait(lambda one=one: next(iter(one.refused()), None))["code"] for one in (aino, bjorn)]
    assert refused == ["op.invalid", "not.allowed"]
