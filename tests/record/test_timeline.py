"""A project's record in time order."""

from __future__ import annotations

from facilitator.record import freeze, timeline
from tests.makers import make_project, make_workshop
from tests.record.makers import make_board, make_state, write


def test_versions_come_in_the_order_in_which_they_were_taken(app):
    project = make_project()
    first, second = make_workshop(project, position=1), make_workshop(project, title="Roolit", position=2)
    early, late = make_board(first, title="Kipu"), make_board(second, title="Tiedonkulku")
    state = make_state(early)

    one = freeze(early, state, "e1", "u:aino")
    two = freeze(late, make_state(late), "e1", "u:aino")
    three = freeze(early, write(state, "note:1", "Jono"), "e1", "u:aino")

    entries = timeline(project.id)
    assert [(entry.id, entry.title, entry.version, entry.is_latest) for entry in entries] == [
        (one.id, "Kipu", 1, False),
        (two.id, "Tiedonkulku", 1, True),
        (three.id, "Kipu", 2, True),
    ]
    assert [entry.workshop_title for entry in entries] == ["Palvelupolku", "Roolit", "Palvelupolku"]


def test_of_one_workshop_only_its_own(app):
    project = make_project()
    mine, other = make_board(make_workshop(project)), make_board(make_workshop(project))
    saved = freeze(mine, make_state(mine), "e1", "u:aino")
    freeze(other, make_state(other), "e1", "u:aino")

    assert [entry.id for entry in timeline(project.id, mine.workshop_id)] == [saved.id]


def test_another_project_has_a_record_of_its_own(app):
    board = make_board()
    freeze(board, make_state(board), "e1", "u:aino")

    assert timeline(make_project().id) == []
