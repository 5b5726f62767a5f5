"""Names that people can tell apart, whoever types what (P8.3)."""

from __future__ import annotations

import pytest
from flask import Flask

from facilitator.planning import joining, names, programmes
from tests.makers import make_programme, make_project, make_user, make_workshop

TWINS = {
    "another case": "aNNA",
    "wide letters": "\uff21\uff4e\uff4e\uff41",
    "a Cyrillic letter": "\u0410nna",
    "a Greek letter": "\u0391nna",
    "a hidden joiner": "An\u200dna",
    "a variation selector": "Anna\ufe0f",
    "a soft hyphen": "An\u00adna",
    "a tag": "Anna\U000e0041",
    "spaces": "  Anna\u2003",
    "a direction mark": "\u202eAnna",
}
MARKED = {
    "in brackets": "Anna (fasilitaattori)",
    "in English": "Anna [Facilitator]",
    "in Swedish": "Anna – ledare",
    "a tick": "Anna ✔",
    "a badge of emoji": "Anna ✅🛡️",
    "a star before": "★ Anna",
    "in Cyrillic": "Ann\u0430 (fasilitaattori)",
}


@pytest.mark.parametrize("typed", TWINS.values(), ids=TWINS)
def test_whoever_reads_as_somebody_who_is_here_gets_a_number(app: Flask, typed: str) -> None:
    code = make_workshop().code

    seen = [joining.join(code, name).participant.visible_name for name in ("Anna", typed)]

    assert seen[0] == "Anna"
    assert seen[1].endswith(" 2")


@pytest.mark.parametrize("typed", [*TWINS.values(), *MARKED.values()], ids=[*TWINS, *MARKED])
def test_whoever_reads_as_one_who_leads_gets_a_number(app: Flask, typed: str) -> None:
    workshop = make_workshop(make_project(make_programme(make_user("Anna"))))

    assert joining.join(workshop.code, typed).participant.visible_name.endswith(" 2")


def test_an_administrator_and_a_lead_count_and_who_leads_elsewhere_does_not(app: Flask) -> None:
    lead = make_user("Lea")
    workshop = make_workshop(make_project(programmes.create_programme(lead, "Sujuvat palvelut")))
    make_user("Ada", is_admin=True)
    programmes.create_programme(make_user("Chloé"), "Muu ohjelma")

    seen = [joining.join(workshop.code, name).participant.visible_name for name in ("Lea", "Ada", "Chloé")]

    assert seen == ["Lea 2", "Ada 2", "Chloé"]


@pytest.mark.parametrize(
    ("one", "other"), [("Åsa", "Asa"), ("Iisa", "Lisa"), ("Anna", "Anna K"), ("Анна", "Анне"), ("Anna", "Hanna")]
)
def test_two_names_that_only_resemble_each_other_are_two(app: Flask, one: str, other: str) -> None:
    code = make_workshop().code

    assert [joining.join(code, name).participant.visible_name for name in (one, other)] == [one, other]


def test_the_name_of_a_role_alone_is_a_name_like_any_other(app: Flask) -> None:
    workshop = make_workshop(make_project(make_programme(make_user("Anna"))))

    assert joining.join(workshop.code, "Fasilitaattori").participant.visible_name == "Fasilitaattori"


def test_every_letter_has_one_that_it_looks_like() -> None:
    assert names.name_key("\u0410\u0391A") == "aaa"
    assert names.bare_key("(★ Fasilitaattori) Anna-Liisa 2") == "anna liisa 2"
