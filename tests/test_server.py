"""The real server: it starts, tells how it is, stops when asked, and comes back after kill -9."""

from __future__ import annotations

import time

import pytest
import requests

from tests.server import Server


def test_the_server_says_that_it_is_up_and_ready(live_server):
    assert requests.get(live_server.url + "/healthz", timeout=5).status_code == 200
    assert requests.get(live_server.url + "/readyz", timeout=5).status_code == 200


def test_an_unmigrated_installation_is_up_but_not_ready(tmp_path):
    one = Server(tmp_path).start()
    try:
        assert requests.get(one.url + "/healthz", timeout=5).status_code == 200
        assert requests.get(one.url + "/readyz", timeout=5).status_code == 503
    finally:
        one.close()


def test_a_killed_server_comes_back_with_its_key_and_stops_when_a_service_manager_asks(server):
    one = server()
    key = (one.instance / "secret_key").read_text()

    one.kill()
    one.start()

    assert requests.get(one.url + "/readyz", timeout=5).status_code == 200
    assert (one.instance / "secret_key").read_text() == key

    began = time.monotonic()
    one.stop()
    assert time.monotonic() - began < 5

    with pytest.raises(requests.ConnectionError):
        requests.get(one.url + "/healthz", timeout=5)
