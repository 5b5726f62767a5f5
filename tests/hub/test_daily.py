"""What the server does once a day."""

from __future__ import annotations

import pytest
from flask import Flask, current_app

from facilitator.hub.server import _each_day


def test_daily_work_is_done_in_the_application_and_outlives_a_failure(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[str] = []
    naps: list[float] = []

    def fail() -> None:
        raise RuntimeError("secret words")

    def sleep(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 4:
            raise StopIteration

    app.extensions["daily"] = [fail, lambda: done.append(current_app.name)]
    with pytest.raises(StopIteration):
        _each_day(app, sleep)

    assert done == ["facilitator.app", "facilitator.app"]
    assert naps[1] == 86_400.0
    assert [record.message for record in caplog.records] == ["daily work failed"] * 2
    assert [vars(record)["fault"].partition(" ")[0] for record in caplog.records] == ["RuntimeError"] * 2
    assert "secret words" not in caplog.text
