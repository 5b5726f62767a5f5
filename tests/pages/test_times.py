"""Times as people here write them."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from facilitator.pages.times import period, read_time

MORNING = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fi", "ti 24.11.2026 klo 9.00–10.30"),
        ("sv", "tis 24.11.2026 kl. 9.00–10.30"),
        ("en", "Tue 24.11.2026 at 9.00–10.30"),
    ],
)
def test_a_period_is_written_as_people_do(language: str, written: str):
    assert period(MORNING, MORNING.replace(hour=8, minute=30), language) == written


def test_summer_time_is_known():
    assert period(datetime(2026, 6, 1, 12, 5, tzinfo=UTC), None, "fi") == "ma 1.6.2026 klo 15.05"


def test_over_midnight_both_ends_have_their_day():
    end = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)

    assert period(MORNING, end, "fi") == "ti 24.11.2026 klo 9.00 – ke 25.11.2026 klo 1.00"


def test_no_time_is_nothing():
    assert period(None, None, "fi") == ""


@pytest.mark.parametrize(
    ("typed", "meant"), [("9", time(9)), ("9.30", time(9, 30)), ("09:30", time(9, 30)), ("0930", time(9, 30))]
)
def test_a_time_is_read_however_it_is_typed(typed: str, meant: time):
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "noon", "24.00", "9.60", "9.3", "-1", "9:30 PM"])
def test_what_is_no_time_is_refused(typed: str):
    with pytest.raises(ValueError, match=r".*"):
        read_time(typed)
