"""Files of the record: the same bytes whoever writes them."""

from __future__ import annotations

import pytest

from facilitator.artefacts.formats import FORMATS
from facilitator.hub.apart import Failed
from facilitator.record import file_of, files, freeze, report_of, workshop_report
from facilitator.record.files import FileFailed
from tests.record.makers import make_board, make_state, write


@pytest.fixture
def saved(app):
    board = make_board()
    return freeze(board, write(make_state(board), "note:1", "Sama tieto kysytään kolmesti"), "e1", "u:aino")


def everything(saved):
    each = [file_of(saved, name, "sv") for name in FORMATS]
    return [*each, report_of(saved, "sv", [("Tillbaka", "/")]), workshop_report(saved.workshop, [saved.board], "fi")]


def test_a_process_of_its_own_writes_the_same_bytes(saved, monkeypatch):
    before = everything(saved)

    monkeypatch.setattr(files, "SMALL", 0)

    assert everything(saved) == before


def test_where_it_fails_that_is_said(saved, monkeypatch):
    def fail(*_):
        raise Failed

    monkeypatch.setattr(files, "SMALL", 0)
    monkeypatch.setattr(files, "apart", fail)

    with pytest.raises(FileFailed):
        file_of(saved, "html", "fi")
