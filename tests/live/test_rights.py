"""P5.4, F22: rights come from the database, at the door, for every batch and every few seconds."""

from __future__ import annotations

import pytest

from facilitator import access
from facilitator.models import Board, Group, Participant
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from tests.live.conftest import beside
from tests.live.seated import Seated, until
from tests.live.setting import make_setting, note, op
from tests.live.wire import PollingClient, SocketClient

KINDS = pytest.mark.parametrize("kind", [SocketClient, PollingClient])


@KINDS
@pytest.mark.parametrize(
    ("person", "changes", "code"),
    [
        ("chloe", {}, "not.there"),
        ("bjorn", {"document": "0" * 32}, "not.there"),
        ("bjorn", {"document": 7}, "not.there"),
        ("bjorn", {"token": "guessed"}, "not.signed_in"),
        ("bjorn", {"token": None}, "not.signed_in"),
        ("bjorn", {"protocol": 0}, "protocol.old"),
    ],
)
def test_the_door_says_why(stage, kind, person, changes, code):
    client = kind(stage.server.url, stage.auth(getattr(stage.setting, person), **changes))
    stage.clients.append(client)

    assert client.refusal["data"]["code"] == code
    assert client.refusal["message"]


def test_nobody_is_let_in_without_a_word(stage):
    client = SocketClient(stage.server.url, [])  # type: ignore[arg-type]
    stage.clients.append(client)

    assert client.refusal["data"]["code"] == "protocol.old"


@KINDS
def test_whoever_is_removed_is_refused_at_once_and_disconnected_soon(stage, kind):
    bjorn, dagny = stage.come(stage.setting.bjorn, kind), stage.come(stage.setting.dagny, kind)
    with beside(stage.server), transaction() as tx:
        tx.get(Participant, stage.setting.bjorn).removed_at = now()

    bjorn.emit("ops", [wish := note("vielä yksi")])

    bjorn.wait(bjorn.refused)
    assert [(each["op"], each["code"]) for each in bjorn.refused()][:1] == [(wish["id"], "not.there")]
    bjorn.wait(lambda: not bjorn.is_open)
    assert (bjorn.refused()[-1]["op"], bjorn.refused()[-1]["code"]) == (None, "not.there")
    dagny.emit("ops", [after := note("muille")])
    dagny.wait_op(after["id"])
    bjorn.listen(0.2)
    assert bjorn.events() == []


def test_whoever_signs_out_elsewhere_is_disconnected(stage):
    aino = stage.come(stage.setting.aino)
    with beside(stage.server):
        access.revoke_all(stage.setting.aino)

    aino.wait(lambda: not aino.is_open)

    assert aino.refused()[-1]["code"] == "not.there"


def test_whoever_is_placed_in_another_group_loses_the_board(stage):
    bjorn = stage.come(stage.setting.bjorn)
    with beside(stage.server), transaction() as tx:
        board = tx.get(Board, stage.setting.board)
        tx.add(group := Group(workshop_id=board.workshop_id, name="Toinen"))
        tx.flush()
        board.group_id = group.id

    bjorn.wait(lambda: not bjorn.is_open)


def test_another_role_starts_afresh(stage):
    bjorn = stage.come(stage.setting.bjorn)
    with beside(stage.server), transaction() as tx:
        tx.get(Participant, stage.setting.bjorn).role = "observer"

    assert bjorn.wait_for("reset")["why"] == "rights"
    bjorn.emit("ops", [note()])
    bjorn.wait(bjorn.refused)
    assert bjorn.refused()[0]["code"] == "not.allowed"


@KINDS
def test_a_board_that_is_closed_is_not_there_for_participants(stage, kind):
    aino, bjorn = stage.come(stage.setting.aino, kind), stage.come(stage.setting.bjorn, kind)

    aino.emit("ops", [close := op("mode.set", mode="closed")])

    aino.wait_op(close["id"])
    bjorn.wait(lambda: not bjorn.is_open)
    late = kind(stage.server.url, stage.auth(stage.setting.bjorn))
    stage.clients.append(late)
    assert late.refusal["data"]["code"] == "not.there"


def test_whoever_signs_out_elsewhere_is_away_before_the_next_heartbeat(app):
    setting = make_setting()
    bjorn, dagny = Seated(app, setting, setting.bjorn), Seated(app, setting, setting.dagny)

    gone = app.test_client().delete(
        "/api/v1/session", headers={"Authorization": f"Bearer {setting.tokens[setting.bjorn]}"}
    )

    assert gone.status_code == 204
    until(lambda: not bjorn.is_here())
    assert dagny.is_here()
