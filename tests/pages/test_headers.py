"""What every answer tells the browser about trust, as a snapshot for each kind of route (ASVS 3.4)."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from facilitator.artefacts.formats.report.style import DIGEST, STYLE
from tests.pages.house import House
from tests.pages.test_language import PAGES
from tests.pages.test_permissions import address

SAFE = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
    "Strict-Transport-Security": None,
}
REPORT = SAFE | {
    "Content-Security-Policy": "default-src 'none'; img-src data:; "
    f"style-src '{DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}
FILE = SAFE | {"Content-Security-Policy": "default-src 'none'; sandbox"}
STATIC = SAFE | {"Cache-Control": "no-cache"}


@pytest.mark.parametrize(
    ("person", "path", "expected"),
    [
        ("nobody", "/", SAFE),
        ("nobody", "/sign-in", SAFE),
        ("nobody", "/nothing-here", SAFE),
        ("nobody", "/static/img/favicon.svg", STATIC),
        ("aino", "/programmes", SAFE),
        ("björn", "/boards/<board_id>", SAFE),
        ("björn", "/artefacts/<artefact_id>", SAFE),
        ("björn", "/artefacts/<artefact_id>/<format_name>", FILE),
        ("björn", "/artefacts/<artefact_id>/report", REPORT),
        ("aino", "/workshops/<workshop_id>/report", REPORT),
        ("aino", "/workshops/<workshop_id>/report.html", FILE),
        ("nobody", "/read/<token>", SAFE | {"Referrer-Policy": "no-referrer"}),
        ("nobody", "/outputs/<workshop_id>", SAFE | {"Referrer-Policy": "no-referrer"}),
        ("aino", "/workshops/<workshop_id>/code.svg", SAFE),
    ],
)
def test_each_kind_of_answer_has_its_headers(standing_house: House, person: str, path: str, expected: dict):
    answer = standing_house.browsers[person].get(address(standing_house, path))

    assert {name: answer.headers.get(name) for name in expected} == expected
    answer.close()


def test_over_https_the_browser_is_told_to_stay_there(client: FlaskClient):
    answer = client.get("/", base_url="https://example.org")

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_the_cookie_is_for_this_host_alone_and_no_script_reads_it(client: FlaskClient):
    cookie = client.get("/language/sv").headers["Set-Cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Domain" not in cookie


@pytest.mark.parametrize(("rule", "person"), PAGES)
def test_no_page_has_a_script_or_a_style_of_its_own_or_anything_from_elsewhere(
    standing_house: House, rule: str, person: str
):
    page = standing_house.browsers[person].get(address(standing_house, rule)).text

    scripts = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", page)
    loaded = re.findall(r'<(?:script|link|img)[^>]*\b(?:src|href)="(?!/)([^"]*)"', page)
    assert (scripts, loaded) == ([], [])
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert styles == ([STYLE] if rule.endswith("/report") else [])  # which the page's policy names by its digest
    assert not re.search(r"\sstyle=|\son\w+=\"", page)


def test_a_form_from_elsewhere_is_refused(house: House):
    house.app.config["WTF_CSRF_ENABLED"] = True

    answer = house.browsers["aino"].post("/programmes/new", data={"title": "Väärä"})

    assert answer.status_code == 400
    assert "Väärä" not in house.browsers["aino"].get("/programmes").text
