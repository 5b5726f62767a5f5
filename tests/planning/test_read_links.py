"""Read links: they open one workshop's outputs until their last day is over or somebody revokes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from facilitator.errors import Gone, Invalid, NotThere
from facilitator.extensions import db
from facilitator.models import ReadLink
from facilitator.models.transaction import transaction
from facilitator.planning import read_links
from facilitator.planning.read_links import last_day_of, make_read_link, opened_by, read_links_of, revoke_read_link
from tests.makers import make_workshop

NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
LAST = date(2026, 12, 24)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch):
    """Sets what time it is."""

    def set_to(at: datetime) -> None:
        monkeypatch.setattr(read_links, "now", lambda: at)

    set_to(NOON)
    return set_to


def test_a_link_opens_its_workshop_and_only_its_hash_is_kept(app: Flask, clock) -> None:
    workshop = make_workshop()

    secret = make_read_link(workshop, LAST, "u:aino")

    link = opened_by(secret)
    assert link.workshop_id == workshop.id
    assert (len(secret), len(link.token_hash)) == (43, 64)
    assert secret not in {str(value) for value in vars(link).values()}


def test_it_holds_until_midnight_in_finland(app: Flask, clock) -> None:
    secret = make_read_link(make_workshop(), LAST, "u:aino")

    clock(datetime(2026, 12, 24, 21, 59, 59, tzinfo=UTC))
    assert last_day_of(opened_by(secret)) == LAST
    clock(datetime(2026, 12, 24, 22, 0, tzinfo=UTC))
    with pytest.raises(Gone) as ended:
        opened_by(secret)

    assert (ended.value.code, ended.value.detail) == ("link.ended", {"day": "24.12.2026"})


def test_a_revoked_link_opens_nothing_and_the_others_go_on(app: Flask, clock) -> None:
    workshop = make_workshop()
    secret, other = (make_read_link(workshop, LAST, "u:aino") for _ in range(2))

    revoke_read_link(opened_by(secret))

    with pytest.raises(Gone, match=r"link\.revoked"):
        opened_by(secret)
    assert opened_by(other).workshop_id == workshop.id


def test_revoking_twice_is_the_same_as_once(app: Flask, clock) -> None:
    link = opened_by(make_read_link(make_workshop(), LAST, "u:aino"))
    revoke_read_link(link)
    first = link.revoked_at

    clock(NOON + timedelta(hours=1))
    revoke_read_link(link)

    assert link.revoked_at == first


@pytest.mark.parametrize("secret", ["", "unknown", "a" * 43, "ä\udcff" * 500, "' OR 1=1 --"])
def test_what_is_no_secret_opens_nothing(app: Flask, clock, secret: str) -> None:
    make_read_link(make_workshop(), LAST, "u:aino")

    with pytest.raises(NotThere, match=r"link\.unknown"):
        opened_by(secret)


def test_a_hash_is_no_secret(app: Flask, clock) -> None:
    link = opened_by(make_read_link(make_workshop(), LAST, "u:aino"))

    with pytest.raises(NotThere):
        opened_by(link.token_hash)


@pytest.mark.parametrize(
    ("last_day", "code"), [(date(2026, 11, 23), "link.past"), (date(2027, 11, 26), "link.far"), (date.max, "link.far")]
)
def test_a_day_that_is_over_or_too_far_is_refused(app: Flask, clock, last_day: date, code: str) -> None:
    workshop = make_workshop()

    with pytest.raises(Invalid) as refused:
        make_read_link(workshop, last_day, "u:aino")

    assert (refused.value.code, refused.value.detail["field"]) == (code, "last_day")
    assert read_links_of(workshop) == []


def test_today_and_a_year_from_now_are_allowed(app: Flask, clock) -> None:
    workshop = make_workshop()

    for last_day in (NOON.date(), NOON.date() + timedelta(days=read_links.MOST_DAYS)):
        make_read_link(workshop, last_day, "u:aino")

    assert len(read_links_of(workshop)) == 2


def test_the_links_of_a_workshop_that_is_taken_away_go_with_it(app: Flask, clock) -> None:
    workshop = make_workshop()
    make_read_link(workshop, LAST, "u:aino")

    with transaction() as tx:
        tx.execute(db.delete(type(workshop)).where(type(workshop).id == workshop.id))

    assert db.session.query(ReadLink).count() == 0
