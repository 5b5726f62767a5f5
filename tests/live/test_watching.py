"""What a running server tells of itself: figures that are true, a log without content, both behind a door."""

from __future__ import annotations

import json
import re

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from tests.live.seated import until
from tests.live.setting import note
from tests.live.wire import SocketClient
from tests.server import ROOT

TOKEN = "a-token-that-is-long-enough"
CANARY = "KANARIALINTU-mittari"


def figures(stage):
    """Every sample by its name and labels."""
    answer = requests.get(stage.server.url + "/metrics", headers={"Authorization": f"Bearer {TOKEN}"}, timeout=10)
    assert answer.status_code == 200
    assert CANARY not in answer.text
    families = text_string_to_metric_families(answer.text)
    return {(each.name, *sorted(each.labels.values())): each.value for family in families for each in family.samples}


def drawn():
    """The names of all figures that the dashboard asks for."""
    panels = json.loads((ROOT / "docs/deploy/grafana.json").read_text("utf-8"))["panels"]
    asked = " ".join(target["expr"] for panel in panels for target in panel["targets"])
    return set(re.findall(r"facilitator_[a-z_]+", asked))


@pytest.mark.not_on("threading")  # frames and the loop's lag are our own WebSocket's and server's
def test_the_figures_count_what_happened_and_the_log_tells_it_without_content(own_stage):
    stage = own_stage(FACILITATOR_METRICS_TOKEN=TOKEN, FACILITATOR_LOG="json")
    setting = stage.setting
    bjorn, dagny = stage.come(setting.bjorn), stage.come(setting.dagny)
    wishes = [note(CANARY), note(CANARY), {**note(CANARY), "zone": "zone:nowhere"}]
    bjorn.emit("ops", [*wishes, {"id": CANARY, "type": "note.add"}])
    bjorn.wait_op(wishes[1]["id"])
    dagny.wait_op(wishes[1]["id"])
    bjorn.emit("ops", wishes[:1])
    bjorn.wait(lambda: len(bjorn.refused()) == 2)
    refused = SocketClient(stage.server.url, {**stage.auth(setting.bjorn), "token": CANARY})
    refused.close()
    assert refused.refusal["data"]["code"] == "not.signed_in"
    bjorn.wait(lambda: len(bjorn.events()) == 3)
    until(lambda: figures(stage)["facilitator_hub_lag_seconds_count",])  # felt four times a second

    found = figures(stage)

    assert found["facilitator_operations_total", "accepted", "note.add"] == 2
    assert found["facilitator_operations_total", "note.add", "repeated"] == 1
    assert found["facilitator_operations_total", "item.unknown", "note.add"] == 1
    assert found["facilitator_operations_total", "op.invalid", "unread"] == 1
    assert found["facilitator_batch_events_sum",] == 2
    assert found["facilitator_commit_seconds_count",] == found["facilitator_batch_events_count",] >= 1
    assert found["facilitator_people",] == found["facilitator_seats",] == 2
    assert found["facilitator_frames_total",] >= 6
    assert found["facilitator_frame_bytes_total",] > 1_000
    assert found["facilitator_hub_lag_seconds_count",] >= 1
    assert drawn() - {name for name, *_ in found} <= {"facilitator_resets_total"}  # nobody had to start over yet
    lines = [json.loads(line) for line in stage.server.read_log().splitlines() if line.startswith("{")]
    assert {(line["event"], line.get("code")) for line in lines} >= {("a seat refused", "not.signed_in")}
    assert all(line["timestamp"].endswith("Z") and line["level"] for line in lines)
    assert CANARY not in stage.server.read_log()


def test_without_the_token_there_are_no_figures(own_stage, live_server):
    stage = own_stage(FACILITATOR_METRICS_TOKEN=TOKEN)

    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {TOKEN}"}):
        answer = requests.get(stage.server.url + "/metrics", headers=headers, timeout=10)
        assert (answer.status_code, answer.json()["code"]) == (401, "not.signed_in")
    assert requests.get(live_server.url + "/metrics", timeout=10).status_code == 404
