"""Closing a workshop, opening it again, and the page about what it came to: all without a line of JavaScript."""

from __future__ import annotations

from datetime import timedelta

from facilitator.engine import PUBLIC, see_state
from facilitator.live import rooms
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning.late import late_notes
from facilitator.planning.summary import MOST_LINES
from facilitator.record import summary_of
from tests.pages.house import House, write

WRITTEN = {
    "summary": "Kartoitimme polun <yhdessä>.",
    "decisions-0": "Kokeillaan esitäyttöä",
    "decisions-1": "",
    "open_questions-0": "Kuka omistaa tiedon?",
    "next_steps-0-what": "Kutsu kokeiluun",
    "next_steps-0-owner": "PRH",
    "next_steps-0-due": "2026-12-01",
    "edition": "0",
}


def test_the_page_is_written_and_comes_back_as_it_was(house: House):
    browser, path = house.browsers["aino"], f"/workshops/{house.live.id}/summary"

    saved = browser.post(path, data=WRITTEN)
    page = browser.get(path).text

    assert saved.location == f"/workshops/{house.live.id}"
    assert "Kartoitimme polun &lt;yhdessä&gt;." in page
    assert page.count('value="Kokeillaan esitäyttöä"') == 1
    assert 'value="2026-12-01"' in page
    assert 'name="decisions-2"' in page  # two empty lines follow
    assert 'name="decisions-3"' not in page


def test_a_line_is_added_without_saving_or_losing_anything(house: House):
    browser, path = house.browsers["aino"], f"/workshops/{house.live.id}/summary"

    page = browser.post(path, data={**WRITTEN, "decisions-1": "Toinen", "add": "decisions"})

    assert page.status_code == 200
    assert all(f'value="{text}"' in page.text for text in ("Kokeillaan esitäyttöä", "Toinen", "Kutsu kokeiluun"))
    assert 'name="decisions-2"' in page.text
    assert summary_of(house.live.id)["edition"] == 0


def test_there_are_lines_up_to_a_bound(house: House):
    lines = {f"decisions-{n}": "Päätös" for n in range(MOST_LINES)}

    page = house.browsers["aino"].post(f"/workshops/{house.live.id}/summary", data={**lines, "add": "decisions"})

    assert f'name="decisions-{MOST_LINES}"' not in page.text
    assert 'value="open_questions"' in page.text
    assert '<button class="button" name="add" value="decisions">' not in page.text


def test_what_is_wrong_is_said_at_its_line_and_what_was_typed_stays(house: House):
    wrong = {**WRITTEN, "decisions-0": "a" * 301, "next_steps-0-due": "huomenna"}
    browser, path = house.browsers["aino"], f"/workshops/{house.live.id}/summary"

    unread = browser.post(path, data=wrong)
    long = browser.post(path, data={**wrong, "next_steps-0-due": ""})

    assert (unread.status_code, long.status_code) == (400, 400)
    assert 'id="next_steps-0-due-error"' in unread.text
    assert 'id="decisions-0-error"' in long.text
    assert "a" * 301 in long.text
    assert summary_of(house.live.id)["edition"] == 0


def test_two_who_write_at_once_hear_of_each_other(house: House):
    browser, path = house.browsers["aino"], f"/workshops/{house.live.id}/summary"
    browser.post(path, data=WRITTEN)

    late = browser.post(path, data={**WRITTEN, "summary": "Myöhässä"})
    once_more = browser.post(path, data={**WRITTEN, "summary": "Myöhässä", "edition": "1"})

    assert late.status_code == 400
    assert 'name="edition" type="hidden" value="1"' in late.text
    assert once_more.status_code == 302
    assert summary_of(house.live.id)["summary"] == "Myöhässä"


def test_those_who_took_part_read_it_once_the_workshop_is_closed(house: House):
    aino, guest = house.browsers["aino"], house.browsers["björn"]
    take_part = f"/workshops/{house.live.id}/take-part"
    aino.post(f"/workshops/{house.live.id}/summary", data=WRITTEN)
    before = guest.get(take_part).text

    closed = aino.post(f"/workshops/{house.live.id}/close")

    assert closed.location == f"/workshops/{house.live.id}/summary"
    thanks, report = guest.get(take_part).text, guest.get(f"/workshops/{house.live.id}/report").text
    assert "Kokeillaan esitäyttöä" not in before
    for page in (thanks, report):
        assert all(text in page for text in ("polun &lt;yhdessä&gt;.", "Kokeillaan esitäyttöä", "Kuka omistaa", "PRH"))
    assert report.index("Kokeillaan esitäyttöä") < report.index("Yrittäjän polku")


def test_closing_says_what_still_goes_on(house: House):
    page = house.browsers["aino"].get(f"/workshops/{house.live.id}/close").text

    assert "Björn" in page  # who has joined, and is on no board now


def test_a_closed_workshop_is_opened_again_in_two_steps(house: House):
    aino, guest = house.browsers["aino"], house.browsers["björn"]
    path = f"/workshops/{house.live.id}/reopen"
    aino.post(f"/workshops/{house.live.id}/close")

    offered, asked = aino.get(f"/workshops/{house.live.id}").text, aino.get(path)
    done = aino.post(path)

    assert f'href="{path}"' in offered
    assert asked.status_code == 200
    assert (done.location, house.live.status) == (f"/workshops/{house.live.id}", "live")
    assert f'href="/boards/{house.board.id}"' in guest.get(f"/workshops/{house.live.id}/take-part").text


def test_after_a_day_a_sentence_says_that_it_is_too_late(house: House):
    aino, path = house.browsers["aino"], f"/workshops/{house.live.id}/reopen"
    aino.post(f"/workshops/{house.live.id}/close")
    with transaction():
        house.live.closed_at = now() - timedelta(hours=25)

    asked, tried = aino.get(path), aino.post(path)

    assert (asked.status_code, tried.status_code, house.live.status) == (200, 400, "closed")
    assert "vuorokauden ajan" in tried.text
    assert f'href="{path}"' not in aino.get(f"/workshops/{house.live.id}").text


def test_what_arrived_late_is_taken_in_or_left_out_without_a_live_board(house: House):
    aino, path = house.browsers["aino"], f"/workshops/{house.live.id}/late"
    aino.post(f"/workshops/{house.live.id}/close")
    for number, text in enumerate(("Jono on pitkä", "Lomake puuttuu", "Kukaan ei vastaa")):
        write(house.board, house.björn, text, note=f"note:late{number}")
    waits, plan = aino.get(path).text, aino.get(f"/workshops/{house.live.id}").text

    deeds = f"/boards/{house.board.id}/late"
    aino.post(deeds, data={"note": "note:late1", "deed": "leave_out"})
    aino.post(deeds, data={"note": ["note:late0", "note:late2", "note:none"]})
    aino.post(deeds, data={"note": "note:late0"})  # somebody was faster: no mistake

    assert all(text in waits for text in ("Jono on pitkä", "Lomake puuttuu", "Kukaan ei vastaa"))
    assert "Björn" not in waits
    assert f'href="{path}"' in plan
    (left,) = [note for _board, notes in late_notes(house.live) for note in notes]
    assert (left.id, left.is_left_out) == ("note:late1", True)
    assert "note:late0" in see_state(rooms.state(house.board.id), PUBLIC)
    assert f'href="{path}"' not in aino.get(f"/workshops/{house.live.id}").text


def test_the_finished_version_is_confirmed_for_every_board_at_once(house: House):
    aino = house.browsers["aino"]
    aino.post(f"/workshops/{house.live.id}/close")

    aino.post(f"/workshops/{house.live.id}/finish")

    with aino.session_transaction() as session:
        session["language"] = "fi"
    record = aino.get(f"/projects/{house.project.id}/record").text
    assert "2 · viimeistelty" in record
    assert "1 · työpajan päättyessä" in record
