"""G9: what a page writes waits for the disk where nobody else has to wait with it."""

from __future__ import annotations

import pytest

from facilitator.live import workings
from facilitator.models import User
from tests.makers import make_user

pytestmark = pytest.mark.not_on("postgresql")  # its driver waits together with the others anyway


def test_what_a_page_writes_is_committed_aside(app, monkeypatch):
    aside = []

    def offload(fn):
        aside.append(fn.__name__)
        return fn()

    monkeypatch.setattr(workings, "offload", offload)

    aino = make_user("Aino")

    assert aside == ["commit"]
    assert User.query.filter_by(id=aino.id).count() == 1
