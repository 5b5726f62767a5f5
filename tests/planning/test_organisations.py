"""A workshop's organisations: what is suggested is the lead's to say, and two spellings become one."""

from __future__ import annotations

import pytest
from flask import Flask

from facilitator.errors import Conflict, Invalid, NotThere
from facilitator.planning import organisations, workshops
from facilitator.planning.joining import join
from tests.makers import make_project, make_workshop


def test_the_list_has_each_organisation_once_and_no_empty_lines(app: Flask) -> None:
    workshop = workshops.create_workshop(
        make_project(), "Polku", organisations=["  Porvoo ", "", "PORVOO", "Uudenmaan\u200b liitto", "Kela"]
    )

    assert workshop.organisations == ["Porvoo", "Uudenmaan liitto", "Kela"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["x" * 121], "text.too_long"),
        (["a\x00"], "text.invalid"),
        ([f"O{n}" for n in range(101)], "organisations.many"),
    ],
)
def test_a_list_that_cannot_be_kept_is_refused_beside_its_field(app: Flask, typed: list[str], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        organisations.read_organisations(typed)

    assert (refused.value.code, refused.value.detail["field"]) == (code, "organisations")


def test_what_a_guest_typed_is_suggested_only_once_it_is_accepted(app: Flask) -> None:
    workshop = make_workshop(organisations=["Kela"])
    for name, organisation in (("Anna", "Porvoo"), ("Bo", "kela"), ("Carl", "")):
        join(workshop.code, name, organisation)

    assert (workshop.organisations, organisations.unlisted(workshop)) == (["Kela"], ["Porvoo"])
    organisations.accept(workshop, "Porvoo")
    assert (workshop.organisations, organisations.unlisted(workshop)) == (["Kela", "Porvoo"], [])
    with pytest.raises(NotThere):
        organisations.accept(workshop, "Keksitty")


def test_two_spellings_become_one_for_the_people_of_this_workshop(app: Flask) -> None:
    workshop, other = make_workshop(organisations=["Porvon kaupunki"]), make_workshop()
    guests = [join(workshop.code, name, "Porvon kaupunki").participant for name in ("Anna", "Bo")]
    kept = join(workshop.code, "Carl", "Porvoo").participant
    elsewhere = join(other.code, "Anna", "Porvon kaupunki").participant

    changed = organisations.merge(workshop, "Porvon kaupunki", "Porvoo")

    assert changed == 2
    assert [each.organisation for each in (*guests, kept)] == ["Porvoo"] * 3
    assert elsewhere.organisation == "Porvon kaupunki"
    assert workshop.organisations == ["Porvoo"]


def test_a_spelling_is_not_merged_with_itself_and_one_that_nobody_has_is_not_there(app: Flask) -> None:
    workshop = make_workshop()
    join(workshop.code, "Anna", "Porvoo")

    with pytest.raises(Conflict, match=r"organisations\.same"):
        organisations.merge(workshop, "Porvoo", " Porvoo ")
    with pytest.raises(NotThere):
        organisations.merge(workshop, "Lahti", "Porvoo")
