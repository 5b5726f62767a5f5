"""What a workshop came to."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from facilitator.errors import Conflict, Invalid
from facilitator.planning.summary import MOST_LINES, write_summary
from facilitator.record import says_something, summary_of
from tests.makers import make_user, make_workshop


def test_what_is_written_is_kept_and_empty_lines_are_not(app: Flask) -> None:
    workshop, aino = make_workshop(), make_user().id
    steps = [{"what": "Kutsu", "owner": "PRH", "due": date(2026, 12, 1)}, {}, {"what": "", "owner": "Vero"}]

    write_summary(workshop, aino, "Sovittiin.\r\nKokeillaan.", ["", " Kokeillaan\tensin "], ["Kuka maksaa?"], steps)

    assert summary_of(workshop.id) == {
        "summary": "Sovittiin.\nKokeillaan.",
        "decisions": ["Kokeillaan ensin"],
        "open_questions": ["Kuka maksaa?"],
        "next_steps": [
            {"what": "Kutsu", "owner": "PRH", "due": "2026-12-01"},
            {"what": "", "owner": "Vero", "due": None},
        ],
        "edition": 1,
    }


def test_all_of_it_may_be_empty(app: Flask) -> None:
    workshop = make_workshop()
    before = summary_of(workshop.id)

    write_summary(workshop, make_user().id)

    assert (before["edition"], summary_of(workshop.id)["edition"]) == (0, 1)
    assert not says_something(before)
    assert not says_something(summary_of(workshop.id))


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"summary": "a" * 601}, "summary", "text.too_long"),
        ({"decisions": ["a", "", "a" * 301]}, "decisions-2", "text.too_long"),
        ({"next_steps": [{"what": "a", "owner": "b" * 121}]}, "next_steps-0-owner", "text.too_long"),
        ({"open_questions": ["\x00"]}, "open_questions-0", "text.invalid"),
        ({"open_questions": [""] * (MOST_LINES + 1)}, "open_questions", "summary.many"),
    ],
)
def test_what_is_too_much_is_said_beside_its_line(app: Flask, given: dict, field: str, code: str) -> None:
    workshop = make_workshop()

    with pytest.raises(Invalid) as refused:
        write_summary(workshop, make_user().id, **given)

    assert {name: why[0] for name, why in refused.value.detail["fields"].items()} == {field: code}
    assert summary_of(workshop.id)["edition"] == 0


def test_whoever_began_from_an_older_one_does_not_write_over_a_newer(app: Flask) -> None:
    workshop, aino = make_workshop(), make_user().id
    write_summary(workshop, aino, "Ensimmäinen", edition=0)

    with pytest.raises(Conflict, match=r"summary\.changed"):
        write_summary(workshop, aino, "Vanhasta alkanut", edition=0)
    write_summary(workshop, aino, "Toinen", edition=1)

    assert (summary_of(workshop.id)["summary"], summary_of(workshop.id)["edition"]) == ("Toinen", 2)
