"""Comments in the artefact and in its files, and web addresses that can be followed from the report."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from facilitator.artefacts.erased import without
from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.formats.report.element import Element, markup, outward
from facilitator.artefacts.formats.report.web import with_links
from tests.artefacts.makers import artefact, board, link, note
from tests.artefacts.test_schema import validate

EARLY, LATE = "2026-11-21T09:00:00.000Z", "2026-11-21T09:05:00.000Z"


def talked(**more: dict[str, Any]) -> dict[str, Any]:
    """Two notes and an arrow, with three threads."""
    said = {
        "comment_why": {"on": "note:one", "text": "Miksi?", "at": LATE, "author": "p:bjorn"},
        "comment_because": {"on": "comment:why", "text": "Siksi.", "at": LATE, "author": "u:aino"},
        "comment_first": {"on": "note:one", "text": "Totta.", "at": EARLY, "author": "p:bjorn", "resolved": True},
        "comment_arrow": {"on": "link:1", "text": "Kumpaan suuntaan?", "at": EARLY, "author": "p:bjorn"},
    }
    notes = {
        "note_one": note("action", "Täytä hakemus", "zone:apply/customer"),
        "note_two": note("action", "Odota", "zone:wait/customer"),
        "link_1": link("note:one", "note:two", "information"),
    }
    return artefact("service_path", board("service_path", **{**notes, **said, **more}))


def test_threads_come_in_reading_order_without_names():
    made = talked(comment_lost={"on": "note:gone", "text": "Kadonnut", "author": "p:bjorn"})

    assert made["comments"] == [
        {"id": "comment:first", "on": "note:one", "text": "Totta.", "at": EARLY, "resolved": True, "answers": []},
        {
            "id": "comment:why",
            "on": "note:one",
            "text": "Miksi?",
            "at": LATE,
            "resolved": False,
            "answers": [{"id": "comment:because", "text": "Siksi.", "at": LATE}],
        },
        {
            "id": "comment:arrow",
            "on": "link:1",
            "text": "Kumpaan suuntaan?",
            "at": EARLY,
            "resolved": False,
            "answers": [],
        },
    ]
    validate(made)


def test_what_is_said_makes_no_new_version_of_what_the_room_made():
    said, more = talked(), talked(comment_more={"on": "note:two", "text": "Lisää", "at": LATE, "author": "p:bjorn"})

    assert said["content_digest"] == more["content_digest"]
    assert said["digest"] != more["digest"]


def test_a_comment_on_a_note_that_was_left_out_is_left_out_too():
    made = talked(note_one=note("action", "Täytä hakemus", "zone:apply/customer", out=True))

    assert made["comments"] == []
    assert made["left_out"] == 1


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_file_has_them(language):
    made = talked()

    with zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(made, language))) as folder:
        rows = folder.read("comments.csv").decode().strip().split("\r\n")
    assert len(rows) == 5
    assert "comment:why" in rows[3]
    for name in ("json", "markdown", "html"):
        text = FORMATS[name].write(made, language).decode()
        assert [each for each in ("Miksi?", "Siksi.", "Totta.", "Kumpaan suuntaan?") if each not in text] == []
        assert "p:bjorn" not in text


def test_an_older_artefact_has_none_and_is_told_all_the_same():
    made = talked()
    del made["comments"]

    validate(made)
    assert "Kommentit" not in FORMATS["html"].write(made, "fi").decode()
    assert without(made, {"comment:why"}, "Poistettu") is None


def test_erasing_a_note_empties_what_was_said_about_it_and_a_comment_alone_itself():
    made = talked()

    emptied = without(made, {"note:one", "comment:why", "comment:because", "comment:first"}, "Poistettu")
    alone = without(made, {"comment:because"}, "Poistettu")

    assert emptied is not None
    assert alone is not None
    assert [each["text"] for each in emptied["comments"]] == ["Poistettu", "Poistettu", "Kumpaan suuntaan?"]
    assert emptied["comments"][1]["answers"][0]["text"] == "Poistettu"
    assert (alone["comments"][1]["text"], alone["comments"][1]["answers"][0]["text"]) == ("Miksi?", "Poistettu")
    assert alone["content_digest"] == made["content_digest"]
    assert alone["digest"] != made["digest"]
    assert without(made, {"note:other"}, "Poistettu") is None


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Katso https://www.suomi.fi.", [("https://www.suomi.fi", "www.suomi.fi")]),
        ("(https://prh.fi/ohje?x=1#a), ja muut", [("https://prh.fi/ohje?x=1#a", "prh.fi/…")]),
        (
            "https://fi.wikipedia.org/wiki/Polku_(tie)",
            [("https://fi.wikipedia.org/wiki/Polku_(tie)", "fi.wikipedia.org/…")],
        ),
        (
            "HTTP://KELA.FI/ ja https://vero.fi:8443/",
            [("http://KELA.FI/", "kela.fi"), ("https://vero.fi:8443/", "vero.fi:8443")],
        ),
        ("https://vеro.fi/", []),  # its e is Cyrillic
        ("javascript://prh.fi/%0aalert(1) ftp://prh.fi data:text/html,x", []),
        ("https://prh.fi@paha.example/ https:// http://[ https://a.fi\\@b.example", []),
    ],
)
def test_addresses_become_links_that_show_their_host(text, links):
    pieces = list(with_links(text))

    found = [piece for piece in pieces if isinstance(piece, Element)]
    assert [(dict(each.attributes)["href"], each.children[0]) for each in found] == links
    assert all(dict(each.attributes)["rel"] == "noopener noreferrer nofollow" for each in found)
    whole = "".join(dict(each.attributes)["href"] if isinstance(each, Element) else each for each in pieces)
    assert whole == text.replace("HTTP:", "http:")


def test_only_an_address_of_the_web_leads_away():
    with pytest.raises(ValueError, match="no address"):
        outward("javascript:alert(1)", "x")
    assert markup(outward('https://a.fi/"><b>', "<b>")).count("<") == 2


def test_addresses_in_notes_and_comments_can_be_followed_from_the_report():
    said = {"on": "note:link", "text": "Vrt. https://kela.fi/", "at": EARLY, "author": "p:bjorn"}
    written = note("action", "Ohje: https://prh.fi/ohje", "zone:apply/customer")
    made = artefact("service_path", board("service_path", note_link=written, comment_1=said))

    text = FORMATS["html"].write(made, "fi").decode()

    rel = 'rel="noopener noreferrer nofollow" target="_blank"'
    assert f'<a href="https://prh.fi/ohje" {rel}>prh.fi/…</a>' in text
    assert f'<a href="https://kela.fi/" {rel}>kela.fi</a>' in text
