"""Every route, asked by everybody: 302 is the way to sign in or onward, 404 is that for them there is no such thing."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from facilitator.models import User
from tests.pages.house import PERSONS, House, sign_in

OPEN = (200, 200, 200, 200)
ACCOUNTS = (200, 302, 200, 302)
MEMBERS = (200, 302, 404, 302)
BY_LINK = (404, 404, 404, 404)  # no account opens it, only a link
GETS = {
    "/": (302, 200, 302, 200),
    "/accessibility": OPEN,
    "/saavutettavuus": OPEN,
    "/tillganglighet": OPEN,
    "/privacy": OPEN,
    "/guide": OPEN,
    "/methods": OPEN,
    "/methods/<key>/copy": ACCOUNTS,
    "/language/<code>": (404, 404, 404, 404),  # a join code is no language
    "/sign-in": (302, 200, 302, 200),
    "/sign-in/<token>": (200, 400, 200, 400),
    "/join": OPEN,
    "/j/<code>": OPEN,
    "/account": ACCOUNTS,
    "/account/password": ACCOUNTS,
    "/programmes": ACCOUNTS,
    "/programmes/new": ACCOUNTS,
    "/programmes/<programme_id>": MEMBERS,
    "/programmes/<programme_id>/together": MEMBERS,
    "/programmes/<programme_id>/together.csv": MEMBERS,
    "/programmes/<programme_id>/edit": MEMBERS,
    "/programmes/<programme_id>/members": MEMBERS,
    "/programmes/<programme_id>/projects/new": MEMBERS,
    "/programmes/<programme_id>/methods": MEMBERS,
    "/programmes/<programme_id>/methods/new": MEMBERS,
    "/programmes/<programme_id>/methods/bring": MEMBERS,
    "/programmes/<programme_id>/methods/<method_id>": MEMBERS,
    "/programmes/<programme_id>/methods/<method_id>/edit": MEMBERS,
    "/programmes/<programme_id>/methods/<method_id>/edit/<path:where>": MEMBERS,
    "/programmes/<programme_id>/methods/<method_id>/add/<path:where>": (404, 302, 404, 302),  # a kind is no list
    "/programmes/<programme_id>/methods/<method_id>/versions/<int:version>.json": MEMBERS,
    "/projects/<project_id>": MEMBERS,
    "/projects/<project_id>/edit": MEMBERS,
    "/projects/<project_id>/record": MEMBERS,
    "/projects/<project_id>/register": MEMBERS,
    "/projects/<project_id>/register/<entity_id>": MEMBERS,
    "/projects/<project_id>/workshops/new": MEMBERS,
    "/workshops/<workshop_id>": MEMBERS,
    "/workshops/<workshop_id>/edit": MEMBERS,
    "/workshops/<workshop_id>/agenda/new": MEMBERS,
    "/workshops/<workshop_id>/agenda/<step_id>": MEMBERS,
    "/workshops/<workshop_id>/boards": MEMBERS,
    "/workshops/<workshop_id>/carry": MEMBERS,
    "/workshops/<workshop_id>/groups": MEMBERS,
    "/workshops/<workshop_id>/groups/where": MEMBERS,
    "/workshops/<workshop_id>/close": MEMBERS,
    "/workshops/<workshop_id>/reopen": (302, 302, 404, 302),  # once it is closed
    "/workshops/<workshop_id>/late": MEMBERS,
    "/workshops/<workshop_id>/summary": MEMBERS,
    "/workshops/<workshop_id>/invitation": MEMBERS,
    "/workshops/<workshop_id>/code.svg": MEMBERS,
    "/workshops/<workshop_id>/take-part": (404, 200, 404, 404),
    "/workshops/<workshop_id>/take-part/device": (404, 200, 404, 404),
    "/continue/<code>": (400, 400, 400, 400),  # a join code brings nobody
    "/participants/<participant_id>/remove": MEMBERS,
    "/groups/<group_id>/edit": MEMBERS,
    "/boards/<board_id>": (200, 200, 404, 404),
    "/boards/<board_id>/read": (200, 200, 404, 404),
    "/boards/<board_id>/pictures/<picture_id>": (404, 404, 404, 404),  # no note has this one
    "/boards/<board_id>/challenge": (200, 200, 404, 404),
    "/boards/<board_id>/edit": MEMBERS,
    "/boards/<board_id>/bring": MEMBERS,
    "/boards/<board_id>/paper": MEMBERS,
    "/artefacts/<artefact_id>": (200, 200, 404, 404),
    "/artefacts/<artefact_id>/pictures/<picture_id>": (404, 404, 404, 404),  # nor here
    "/artefacts/<artefact_id>/<format_name>": (200, 200, 404, 404),
    "/artefacts/<artefact_id>/report": (200, 200, 404, 404),
    "/artefacts/<artefact_id>/compare": (200, 200, 404, 404),
    "/workshops/<workshop_id>/together": MEMBERS,
    "/workshops/<workshop_id>/together.csv": (404, 302, 404, 302),  # nothing is in the record
    "/workshops/<workshop_id>/report": (200, 404, 404, 404),  # guests once it is closed
    "/workshops/<workshop_id>/report.html": (200, 404, 404, 404),
    "/workshops/<workshop_id>/trial/empty": MEMBERS,
    "/workshops/<workshop_id>/co-facilitators": MEMBERS,
    "/lead/<token>": (404, 404, 404, 404),
    "/workshops/<workshop_id>/read-links": MEMBERS,
    "/workshops/<workshop_id>/take-part/forget-me": (404, 404, 404, 404),  # once it is closed
    "/read/<token>": (404, 404, 404, 404),
    "/outputs/<workshop_id>": BY_LINK,
    "/outputs/<workshop_id>/report": BY_LINK,
    "/outputs/<workshop_id>/report.html": BY_LINK,
    "/outputs/<workshop_id>/<artefact_id>/report": BY_LINK,
    "/outputs/<workshop_id>/<artefact_id>/<format_name>": BY_LINK,
}
EMPTY = {"title": "", "name": "", "form": "sent"}
POSTS = {
    "/sign-in": (400, 400, 400, 400),
    "/sign-in/<token>": (400, 400, 400, 400),
    "/sign-out": (302, 302, 302, 302),
    "/join": (400, 400, 400, 400),
    "/j/<code>": (200, 302, 400, 400),
    "/account/password": (400, 302, 400, 302),
    "/programmes/new": (400, 302, 400, 302),
    "/programmes/<programme_id>/edit": (400, 302, 404, 302),
    "/programmes/<programme_id>/members": (400, 302, 404, 302),
    "/programmes/members/<membership_id>/remove": (302, 302, 404, 302),
    "/programmes/<programme_id>/projects/new": (400, 302, 404, 302),
    "/programmes/<programme_id>/methods/new": (400, 302, 404, 302),
    "/programmes/<programme_id>/methods/bring": (400, 302, 404, 302),
    "/programmes/<programme_id>/methods/<method_id>/edit": (400, 302, 404, 302),
    "/programmes/<programme_id>/methods/<method_id>/edit/<path:where>": (400, 302, 404, 302),
    "/programmes/<programme_id>/methods/<method_id>/add/<path:where>": (404, 302, 404, 302),
    "/programmes/<programme_id>/methods/<method_id>/parts/<path:where>": (404, 302, 404, 302),  # no such deed
    "/programmes/<programme_id>/methods/<method_id>/see": (302, 302, 404, 302),
    "/programmes/<programme_id>/methods/<method_id>/save": (302, 302, 404, 302),
    "/programmes/<programme_id>/methods/<method_id>/fit": (302, 302, 404, 302),
    "/programmes/<programme_id>/methods/<method_id>/own-kinds": (302, 302, 404, 302),
    "/programmes/<programme_id>/methods/<method_id>/example": (400, 302, 404, 302),  # nothing was tried yet
    "/programmes/<programme_id>/methods/<method_id>/archive": (302, 302, 404, 302),
    "/programmes/<programme_id>/methods/<method_id>/copy": (302, 302, 404, 302),
    "/programmes/<programme_id>/methods/<method_id>/versions/<int:version>/current": (302, 302, 404, 302),
    "/methods/<key>/copy": (400, 302, 400, 302),
    "/projects/<project_id>/edit": (400, 302, 404, 302),
    "/projects/<project_id>/phase": (400, 302, 404, 302),
    "/projects/<project_id>/register/<entity_id>": (400, 302, 404, 302),
    "/projects/<project_id>/register/<entity_id>/merge": (400, 302, 404, 302),
    "/projects/<project_id>/register/acts/<act_id>/back": (404, 302, 404, 302),
    "/projects/<project_id>/workshops/new": (400, 302, 404, 302),
    "/projects/<project_id>/workshops/application": (302, 302, 404, 302),
    "/workshops/<workshop_id>/edit": (400, 302, 404, 302),
    "/workshops/<workshop_id>/go-live": (302, 302, 404, 302),
    "/workshops/<workshop_id>/door": (302, 302, 404, 302),
    "/workshops/<workshop_id>/code": (302, 302, 404, 302),
    "/workshops/<workshop_id>/agenda/new": (400, 302, 404, 302),
    "/workshops/<workshop_id>/agenda/<step_id>": (400, 302, 404, 302),
    "/workshops/<workshop_id>/agenda/<step_id>/move": (302, 302, 404, 302),
    "/workshops/<workshop_id>/agenda/<step_id>/remove": (302, 302, 404, 302),
    "/workshops/<workshop_id>/agenda/<step_id>/restore": (302, 302, 404, 302),
    "/workshops/<workshop_id>/boards": (400, 302, 404, 302),
    "/workshops/<workshop_id>/carry": (400, 302, 404, 302),
    "/workshops/<workshop_id>/groups": (400, 302, 404, 302),
    "/workshops/<workshop_id>/places": (302, 302, 404, 302),
    "/workshops/<workshop_id>/organisations/accept": (404, 302, 404, 302),  # nobody wrote the empty one
    "/workshops/<workshop_id>/organisations/merge": (400, 302, 404, 302),
    "/workshops/<workshop_id>/close": (302, 302, 404, 302),
    "/workshops/<workshop_id>/reopen": (302, 302, 404, 302),
    "/workshops/<workshop_id>/finish": (302, 302, 404, 302),
    "/workshops/<workshop_id>/summary": (302, 302, 404, 302),
    "/workshops/<workshop_id>/take-part/device": (404, 200, 404, 404),
    "/continue/<code>": (400, 400, 400, 400),
    "/workshops/<workshop_id>/take-part/leave": (404, 302, 404, 404),
    "/workshops/<workshop_id>/take-part/forget-me": (404, 404, 404, 404),
    "/workshops/<workshop_id>/co-facilitators": (400, 302, 404, 302),
    "/co-facilitators/<participant_id>/revoke": (404, 302, 404, 302),  # Björn helps nobody to lead
    "/lead/<token>": (404, 404, 404, 404),
    "/workshops/<workshop_id>/trial": (302, 302, 404, 302),
    "/workshops/<workshop_id>/trial/empty": (409, 302, 404, 302),  # Björn has written
    "/workshops/<workshop_id>/read-links": (400, 302, 404, 302),
    "/read-links/<link_id>/revoke": (302, 302, 404, 302),
    "/participants/<participant_id>/remove": (302, 302, 404, 302),
    "/workshops/<workshop_id>/groups/where": (302, 302, 404, 302),
    "/groups/<group_id>/edit": (400, 302, 404, 302),
    "/groups/<group_id>/remove": (302, 302, 404, 302),
    "/boards/<board_id>/edit": (400, 302, 404, 302),
    "/boards/<board_id>/remove": (400, 302, 404, 302),
    "/boards/<board_id>/confirm": (302, 302, 404, 302),
    "/boards/<board_id>/late": (302, 302, 404, 302),
    "/boards/<board_id>/bring": (400, 302, 404, 302),
    "/boards/<board_id>/bring/<act>/back": (302, 302, 404, 302),
    "/methods/<key>/practice": (302, 302, 302, 302),
}


def address(house: House, rule: str) -> str:
    """A rule with the house's own ids in it."""
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: house.addresses()[found[1]], rule)


def test_every_page_is_in_the_table(app: Flask):
    rules = [
        rule
        for rule in app.url_map.iter_rules()
        if not rule.endpoint.startswith(("api_", "health", "metrics", "static"))
    ]
    gets = {rule.rule for rule in rules if "GET" in (rule.methods or ())}
    posts = {rule.rule for rule in rules if "POST" in (rule.methods or ())}

    assert (gets, posts) == (set(GETS), set(POSTS))


@pytest.mark.parametrize("rule", GETS)
def test_each_person_sees_the_pages_that_are_theirs(standing_house: House, rule: str):
    path = address(standing_house, rule)

    answers = {person: standing_house.browsers[person].get(path).status_code for person in PERSONS}

    assert answers == dict(zip(PERSONS, GETS[rule], strict=True))


@pytest.mark.parametrize("rule", POSTS)
def test_each_person_does_what_is_theirs_to_do(house: House, rule: str):
    path = address(house, rule)

    # Aino last: what she does may take the thing away.
    answers = {person: house.browsers[person].post(path, data=EMPTY).status_code for person in reversed(PERSONS)}

    assert answers == dict(zip(PERSONS, POSTS[rule], strict=True))


def test_whoever_is_asked_to_sign_in_comes_back_to_the_page(standing_house: House):
    path = f"/workshops/{standing_house.live.id}"

    assert standing_house.browsers["nobody"].get(path).location == f"/sign-in?next={path}"


def test_a_facilitator_who_is_no_lead_may_not_change_the_programme(house: House, app: Flask):
    erkki = app.test_client()
    sign_in(erkki, User.query.filter(User.name == "Erkki").one())

    assert erkki.get(f"/programmes/{house.programme.id}/edit").status_code == 403
    assert erkki.get(f"/programmes/{house.programme.id}").status_code == 200


def test_a_draft_has_a_door_to_wait_at_and_nothing_behind_it(standing_house: House):
    draft, answers = standing_house.draft, {}
    for person in PERSONS:
        browser = standing_house.browsers[person]
        paths = (f"/j/{draft.code}", f"/workshops/{draft.id}/take-part")
        answers[person] = tuple(browser.get(path).status_code for path in paths)

    assert set(answers.values()) == {(200, 404)}


def test_a_guest_reads_an_artefact_only_after_the_workshop(house: House):
    saved = house.browsers["aino"].post(f"/boards/{house.board.id}/confirm")

    assert house.browsers["aino"].get(saved.location).status_code == 200
    assert house.browsers["björn"].get(saved.location).status_code == 404


def test_who_was_removed_finds_nothing_any_more(house: House):
    house.browsers["aino"].post(f"/participants/{house.björn.id}/remove")

    assert house.browsers["björn"].get(f"/boards/{house.board.id}").status_code == 404
    assert house.browsers["björn"].get(f"/workshops/{house.live.id}/take-part").status_code == 404
