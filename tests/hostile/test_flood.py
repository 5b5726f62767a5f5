"""F21: somebody who sends, opens and guesses far too much is told so, read slower and shown out; the others work on."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from facilitator import access
from facilitator.extensions import db
from facilitator.live.limits import MOST_SEATS, MOST_STRIKES, PERSON_BURST
from facilitator.models import Workshop
from tests.live.conftest import Stage, beside, staged
from tests.live.setting import note
from tests.live.wire import PollingClient, SocketClient
from tests.makers import make_participant, make_workshop
from tests.server import Server

FLOOD_FRAME = 50
MANY_SOCKETS, CLASS = 200, 40
GUESSES = 1_000


@pytest.fixture
def stage(live_server: Server) -> Iterator[Stage]:
    """A fresh board, with every budget."""
    yield from staged(live_server)


def works(client: SocketClient) -> bool:
    """Whether what this person writes is stored."""
    client.emit("ops", [wish := note()])
    return bool(client.wait_op(wish["id"]))


@pytest.mark.parametrize("kind", [SocketClient, PollingClient])
def test_a_flood_gets_one_answer_a_frame_and_is_shown_out(stage, kind):
    """It opens as many windows as it may, to send more."""
    dagny = stage.come(stage.setting.dagny)
    windows = [stage.come(stage.setting.bjorn, kind) for _ in range(5)]
    notes = [note("tulva") for _ in range(FLOOD_FRAME)]

    def flood(window):
        try:
            for _ in range(60):
                window.emit("ops", notes)
        except (AssertionError, OSError, ValueError):
            pass  # hung up on

    threads = [threading.Thread(target=flood, args=[window], daemon=True) for window in windows]
    for thread in threads:
        thread.start()
    assert works(dagny)
    for window in windows:
        window.wait(lambda window=window: not window.is_open, seconds=30)

    refused = Counter((each["op"], each["code"]) for window in windows for each in window.refused())
    assert set(refused) == {(None, "slow.down")}
    assert refused[None, "slow.down"] <= MOST_STRIKES * 3
    again = kind(stage.server.url, stage.auth(stage.setting.bjorn))
    stage.clients.append(again)
    assert again.refusal["data"]["code"] == "slow.down"
    assert works(dagny)
    assert len(stage.state(stage.setting.dagny)["items"]) < PERSON_BURST * 2
    for thread in threads:
        thread.join(10)


def test_two_hundred_sockets_of_one_person_are_bounded_and_their_address_is_not(stage):
    """What is refused is told why, and does not stay open."""
    bjorn = [SocketClient(stage.server.url, stage.auth(stage.setting.bjorn)) for _ in range(MANY_SOCKETS)]
    with beside(stage.server):
        workshop = db.session.get_one(Workshop, stage.setting.floor.partition(":")[2])
        people = [make_participant(workshop, f"Naapuri {number}") for number in range(CLASS)]
        stage.setting.tokens.update({each.id: access.issue("guest", each.id) for each in people})
        ids = [each.id for each in people]

    others = [stage.come(each) for each in ids]

    assert sum(each.is_open for each in bjorn) == MOST_SEATS
    refused = [each for each in bjorn if not each.is_open]
    assert {each.refusal["data"]["code"] for each in refused} == {"slow.down"}
    assert all(each.refusal["data"]["message"] for each in refused)
    assert all(is_over(each) for each in refused)
    assert works(bjorn[0])
    assert works(others[-1])
    for each in bjorn:
        each.close()


def is_over(client: SocketClient) -> bool:
    """Whether the server ended the connection too."""
    client.socket.settimeout(5)
    try:
        while client.socket.recv():
            pass
    except (OSError, ValueError):
        return False
    return True


def test_of_hundreds_of_wrong_codes_none_shuts_the_right_one_out(client: FlaskClient):
    code = make_workshop().code
    guesses = [f"ABCD{number:04}" for number in range(GUESSES)]

    wrong = Counter(
        client.post("/api/v1/join", json={"code": guess, "name": "Arvaaja"}).status_code for guess in guesses
    )
    right = client.post("/api/v1/join", json={"code": code, "name": "Oikea"})

    assert wrong[429] > GUESSES * 0.9
    assert set(wrong) == {400, 429}
    assert right.status_code == 201
