"""One application workshop twice, from the preset to the read link: by keyboard alone, and by touch without drag.

Aino leads and Björn takes part by the hands that are tried; three others by protocol.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests.browser.hands import Hands, Keys, Thumb, Touch
from tests.browser.leading import expect_part, seconds_left
from tests.browser.others import Others
from tests.browser.people import PHONE, SAVED, wait_out
from tests.browser.rest import Rest

DESKTOP: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
TABLET: dict[str, Any] = {"viewport": {"width": 820, "height": 1180}, "has_touch": True, "is_mobile": True}
CHALLENGE, ONION, PATH, PAINS = "Haaste", "Keitä haaste koskee", "Asiakkaan polku", "Kipupisteet"
QUESTION = "Miten voisimme kysyä tiedon vain kerran?"


@dataclass
class Room:
    """Who is there, and what must stand on the boards: of each note its board, its zone and its votes."""

    rest: Rest
    aino: Hands
    bjorn: Hands
    sign_in: str
    project: str
    workshop: str = ""
    code: str = ""
    boards: dict[str, str] = field(default_factory=dict)
    others: Others | None = None
    told: dict[str, tuple[str, str, int]] = field(default_factory=dict)

    @property
    def both(self) -> tuple[Hands, Hands]:
        """The two at browsers."""
        return self.aino, self.bjorn

    def expect(self, board: str, zone: str, *texts: str) -> None:
        """These have been written there."""
        self.told |= dict.fromkeys(texts, (board, zone, 0))

    def pour(self, board: str, kind: str, zone: str, wording: str) -> None:
        """The three others write a note each; all see them unless it is silent."""
        assert self.others
        texts = [f"{wording} {number}" for number in range(len(self.others.people))]
        self.others.write(self.boards[board], kind, lambda number: (zone, texts[number]))
        self.expect(board, zone, *texts)

    def stands(self) -> dict[str, tuple[str, str, int]]:
        """What stands on the boards and is not left out; AssertionError if a text stands there twice."""
        found: dict[str, tuple[str, str, int]] = {}
        for title, board in self.boards.items():
            sums = {note: n for each in self.rest.items(board, "ballot") for note, n in each.get("sums", {}).items()}
            for note in self.rest.items(board, "note"):
                if note.get("out"):
                    continue
                assert note["text"] not in found, note["text"]
                found[note["text"]] = (title, note["zone"], sums.get(note["id"], 0))
        return found


@pytest.fixture(params=["keys", "touch"])
def room(
    request: pytest.FixtureRequest, rest: Rest, new_context: Callable[..., BrowserContext], sign_in_link: str
) -> Room:
    """A project, and two browsers that have been nowhere yet."""
    title = f"Yrityksen perustaminen ({request.param})"
    programme = rest.call("POST", "/programmes", {"title": title})["id"]
    rest.call("POST", f"/programmes/{programme}/projects", {"title": f"Hanke {title}"})
    aino: Hands
    bjorn: Hands
    if request.param == "keys":
        aino, bjorn = (Keys(new_context(**DESKTOP).new_page()) for _ in range(2))
    else:
        aino, bjorn = Touch(new_context(**TABLET).new_page()), Thumb(new_context(**PHONE).new_page())
    aino.page.clock.install()
    return Room(rest, aino, bjorn, sign_in_link, title)


def test_a_workshop_goes_from_the_preset_to_the_read_link_without_a_mouse(room: Room, browser: Browser) -> None:
    plan(room)
    come_in(room)
    write_the_challenge_in_silence(room)
    place_stakeholders(room)
    shape_the_path(room)
    gather_and_link(room)
    place_pains_in_silence(room)
    ask_and_vote(room)
    close_while_bjorn_is_away(room)
    finish(room)
    read_without_a_session(room, browser)

    assert room.stands() == room.told
    assert [fault for person in room.both for fault in person.faults if "net::ERR_" not in fault] == []


def go_on(room: Room, word: str, follows: str) -> None:
    """Aino starts the next part, after reading what follows; both are told of it and of its time."""
    room.aino.press(word, within=room.aino.now)
    wait_out(room.aino.page, follows)
    for person in room.both:
        expect(person.now.get_by_role("timer")).to_be_visible()


def plan(room: Room) -> None:
    """Sign in, take the preset, open the doors."""
    aino = room.aino
    aino.page.goto(room.sign_in)
    aino.press("Ei nyt", "link")
    aino.press(room.project, "link", aino.page.get_by_role("main"))
    aino.press(f"Hanke {room.project}", "link", aino.page.get_by_role("main"))
    aino.press("Luo hakutyöpaja")
    expect(aino.page.get_by_role("heading", name="Hakutyöpaja", level=1)).to_be_visible()
    aino.press("Avaa työpaja")
    expect(aino.page.get_by_role("status").get_by_text("Ovi on auki:")).to_be_visible()
    room.workshop = aino.page.url.rsplit("/", 1)[1]
    made = room.rest.call("GET", f"/workshops/{room.workshop}")
    room.code, room.boards = made["code"], {board["title"]: board["id"] for board in made["boards"]}
    room.others = Others(room.rest.url, room.code, ["Eero", "Fatima", "Greta"])


def come_in(room: Room) -> None:
    """Björn by the code, Aino from her plan; both to the first board."""
    bjorn = room.bjorn
    bjorn.page.goto("/join")
    bjorn.enter(room.code, bjorn.page.get_by_label("Liittymiskoodi"))
    bjorn.press("Liity")
    bjorn.enter("Björn", bjorn.page.get_by_label("Nimesi tai nimimerkkisi"))
    bjorn.press("Liity työpajaan")
    for person in room.both:
        person.press(re.compile(f"^(Taululle )?{CHALLENGE}$"), "link", person.page.get_by_role("main"))
        person.expect_board(CHALLENGE)


def write_the_challenge_in_silence(room: Room) -> None:
    """Nobody sees another's note before *Näytä kaikille*; then all see all. A minute more is given."""
    aino, bjorn = room.both
    go_on(room, "Aloita ohjelma", "Tervetuloa ja haaste")
    room.rest.wait_for_mode(room.boards[CHALLENGE], "silent")
    before = seconds_left(aino)
    aino.press("+1 min", within=aino.now)
    expect(aino.now.get_by_role("timer")).to_contain_text(re.compile("^1[56]:"))
    assert seconds_left(aino) > before
    room.pour(CHALLENGE, "problem", "zone:problem", "Sama tieto kysytään")
    bjorn.pin("Syyt", "Rekisterit eivät keskustele")
    aino.pin("Haluttu muutos", "Yksi lomake riittää")
    room.expect(CHALLENGE, "zone:causes", "Rekisterit eivät keskustele")
    room.expect(CHALLENGE, "zone:change", "Yksi lomake riittää")
    expect(aino.page.get_by_text(re.compile("5 lappua, 5 ")).first).to_be_visible()
    expect(aino.note("Rekisterit eivät keskustele")).to_have_count(0)

    go_on(room, "Seuraava osio", "5 lappua näkyy kaikille")

    for person in room.both:
        person.expect_note("Rekisterit eivät keskustele")
        person.expect_note("Sama tieto kysytään 2")


def place_stakeholders(room: Room) -> None:
    """The onion: notes come into its rings, and one of them into another."""
    aino, bjorn = room.both
    for person in room.both:
        expect_part(person, ONION)
        person.go_to(ONION)
    room.pour(ONION, "municipality", "zone:direct", "Kunta")
    bjorn.pin("Välillisesti mukana", "Yrityksen perustaja", "Asiakas")
    aino.expect_note("Yrityksen perustaja")
    aino.pin("Suoraan mukana", "Yritysneuvonta", "Kunta")
    bjorn.move("Yrityksen perustaja", "Ydin")
    aino.expect_note("Kunta 2")
    expect(aino.note("Yrityksen perustaja")).to_be_in_viewport()
    room.expect(ONION, "zone:core", "Yrityksen perustaja")
    room.expect(ONION, "zone:direct", "Yritysneuvonta")


def shape_the_path(room: Room) -> None:
    """A light path: a phase and a lane are added, named and moved, and another phase goes and comes back."""
    aino, bjorn = room.both
    go_on(room, "Seuraava osio", "Polku pääpiirteissään")
    for person in room.both:
        person.go_to(PATH)
    room.pour(PATH, "step", "zone:wait/step", "Odottaa")
    shape(aino, "Lisää vaihe", "Palaan", "Palaan takaisin", "Siirrä aiemmaksi")
    shape(aino, "Lisää kaista", "Säännöt", "Säännöt ja luvat", "Siirrä aiemmaksi")
    aino.press("Muokkaa: Odotan")
    expect(aino.page.get_by_text("3 lappua siirtyy kohtaan Sijoittamatta.")).to_be_visible()
    aino.press("Poista Odotan")
    expect(aino.page.locator(".moved-strip")).to_contain_text("Poistettu: Odotan")
    aino.press(re.compile("^Kumoa"), within=aino.page.locator(".moved-strip"))
    expect(aino.page.get_by_role("button", name="Muokkaa: Odotan")).to_be_attached()
    assert strips(room, "phase")[-2:] == ["Palaan takaisin", "Jatkan eteenpäin"]
    assert strips(room, "lane")[-2:] == ["Säännöt ja luvat", "Kipupisteet"]
    bjorn.pin("Palaan takaisin · Säännöt ja luvat", "Täydentää hakemusta", "Askel")
    aino.expect_note("Täydentää hakemusta", "Palaan takaisin · Säännöt ja luvat")
    (zone,) = [note["zone"] for note in room.rest.items(room.boards[PATH], "note") if note["text"].startswith("Täy")]
    room.expect(PATH, zone, "Täydentää hakemusta")


def strips(room: Room, axis: str) -> list[str]:
    """The names of the path's phases or lanes, in order."""
    zones = [zone for zone in room.rest.items(room.boards[PATH], "zone") if zone.get("axis") == axis]
    titles = [zone["title"] for zone in sorted(zones, key=lambda zone: zone["order"])]
    return [title if isinstance(title, str) else title["fi"] for title in titles]


def shape(person: Hands, word: str, first: str, name: str, way: str) -> None:
    """One more phase or lane: a name and nothing else; then another name, and a place earlier."""
    person.press(word)
    form = person.page.get_by_role("form", name=word, exact=True)
    person.enter(first, form.get_by_label("Nimi"))
    person.press("Lisää", within=form)
    person.press("Sulje", within=form)
    person.press(f"Muokkaa: {first}")
    person.enter(name, person.page.get_by_label("Nimi"))
    person.press("Tallenna")
    person.press(f"Muokkaa: {name}")
    person.press(f"{way}: {name}")
    person.press("Tallenna")
    person.expect_mark(SAVED)


def gather_and_link(room: Room) -> None:
    """Two notes become a theme; an arrow goes from one to another."""
    aino = room.aino
    aino.press("Teemaksi…", within=aino.take("Odottaa 0"))
    aino.enter("Jonot", aino.dialog.get_by_label("Teeman nimi"))
    aino.press("Odottaa 1", "checkbox", aino.dialog)
    aino.press("Kokoa", within=aino.dialog)
    aino.press("Lisää nuoli…", within=aino.take("Odottaa 2"))
    aino.choose(aino.dialog.get_by_label("Mihin", exact=True), "Täydentää hakemusta")
    aino.press("Lisää nuoli", within=aino.dialog)
    expect(aino.dialog).to_have_count(0)
    aino.expect_mark(SAVED)
    board = room.boards[PATH]
    assert [(each["title"], len(each["notes"])) for each in room.rest.items(board, "cluster")] == [("Jonot", 2)]
    assert [each["kind"] for each in room.rest.items(board, "link")] == ["next"]


def place_pains_in_silence(room: Room) -> None:
    """On a plane, by its axes or by its quarters."""
    aino, bjorn = room.both
    go_on(room, "Seuraava osio", "Missä polku hiertää")
    room.rest.wait_for_mode(room.boards[PAINS], "silent")
    for person in room.both:
        person.go_to(PAINS)
    room.pour(PAINS, "pain_point", "zone:grid", "Kipu")
    bjorn.pin_on_plane("Vakavuus ja yleisyys", "Vakava ja yleinen", "Jono ei liiku")
    room.expect(PAINS, "zone:grid", "Jono ei liiku")
    expect(aino.page.get_by_text(re.compile("4 lappua, 4 ")).first).to_be_visible()

    go_on(room, "Seuraava osio", "4 lappua näkyy kaikille")

    for person in room.both:
        person.expect_note("Jono ei liiku")


def ask_and_vote(room: Room) -> None:
    """A question on the challenge; a ballot is opened, voted in and ended."""
    aino, bjorn = room.both
    for person in room.both:
        person.go_to(CHALLENGE)
    bjorn.pin("Miten voisimme…?", QUESTION)
    aino.expect_note(QUESTION)
    go_on(room, "Seuraava osio", "Äänestys ja sitoutuminen")

    def open_ballot(panel: Locator) -> None:
        aino.enter("Mistä aloitamme?", panel.get_by_label("Mistä äänestetään"))
        aino.press("Avaa äänestys", within=panel)
        expect(panel.get_by_text("Käynnissä: Mistä aloitamme?")).to_be_visible()
        aino.press("Sulje", within=panel)

    aino.lead(open_ballot)
    expect(bjorn.page.get_by_text("3/3 ääntä jäljellä")).to_be_visible()
    bjorn.press(f"Anna ääni: {QUESTION}")
    expect(bjorn.page.get_by_text("2/3 ääntä jäljellä")).to_be_visible()
    board = room.boards[CHALLENGE]
    (ballot,) = room.rest.items(board, "ballot")
    (note,) = [each["id"] for each in room.rest.items(board, "note") if each["text"] == QUESTION]
    assert room.others
    room.others.vote(board, ballot["id"], note)
    bjorn.expect_mark(SAVED)
    aino.lead(lambda panel: aino.press("Päätä äänestys", within=panel))
    wait_out(aino.page, "Tulokset näytetään kaikille.")
    for person in room.both:
        expect(person.note(QUESTION).get_by_text("4 ääntä", exact=True)).to_be_attached()
    room.told[QUESTION] = (CHALLENGE, "zone:how_might_we", 4)


def close_while_bjorn_is_away(room: Room) -> None:
    """He has written two notes without a network; the closing page and the summary do not wait for them."""
    aino, bjorn = room.both
    aino.lead(lambda panel: aino.press("Ota käyttöön: Kaikki kirjoittavat ja järjestelevät", within=panel))
    aino.press("Sulje", within=aino.dialog)
    expect(bjorn.now).not_to_contain_text("paikoillaan äänestyksen ajan")
    bjorn.page.context.set_offline(True)
    bjorn.pin("Syyt", "Budjetti on sidottu")
    bjorn.pin("Syyt", "Tämä oli vain kokeilu")
    bjorn.expect_mark("Ei yhteyttä, 2 muutosta tällä laitteella")
    aino.lead(lambda panel: aino.press("Päätä työpaja…", "link", panel))
    aino.press("Päätä työpaja")
    page = aino.page
    aino.enter("Haaste tarkentui kysymykseksi.", page.get_by_label("Yhteenveto"))
    aino.enter("Lähdemme tiedon kysymisestä kerran", page.get_by_label("Päätös 1"))
    aino.enter("Kuka omistaa rajapinnan?", page.get_by_label("Avoin kysymys 1"))
    step = page.get_by_role("group", name="Jatkotoimi 1")
    aino.enter("Kutsutaan rekisterinpitäjät koolle", step.get_by_label("Mitä tehdään"))
    aino.enter("Koivurannan kunta", step.get_by_label("Kuka tekee"))
    aino.press("Tallenna yhteenveto")
    expect(page.get_by_role("heading", name="Hakutyöpaja", level=1)).to_be_visible()
    bjorn.page.context.set_offline(False)
    expect(bjorn.page.get_by_role("region", name="Vastasaapuneet")).to_contain_text("2 lappuasi saapui")


def finish(room: Room) -> None:
    """One of the late notes is taken in, the other left out; then version 2."""
    aino = room.aino
    aino.press(f"Taululle {CHALLENGE}", "link")
    aino.press("Katso vastasaapuneet")
    aino.press("Ota mukaan: Budjetti on sidottu", within=aino.dialog)
    aino.press("Jätä pois: Tämä oli vain kokeilu", within=aino.dialog)
    aino.press("Sulje", within=aino.dialog)
    aino.expect_note("Budjetti on sidottu")
    aino.expect_mark(SAVED)
    room.expect(CHALLENGE, "zone:causes", "Budjetti on sidottu")
    aino.press("Työpajan sivulle", "link")
    aino.press("Vahvista viimeistelty versio")
    expect(aino.page.get_by_text("Viimeistelty versio on projektin tuotoksissa.")).to_be_visible()


def read_without_a_session(room: Room, browser: Browser) -> None:
    """The report, and a link to it for whoever was not there."""
    aino = room.aino
    aino.press("Työpajan raportti", "link")
    expect(aino.page.get_by_text("Budjetti on sidottu").first).to_be_visible()
    aino.page.go_back()
    aino.press("Lukulinkit", "link")
    aino.press("Tee linkki")
    link = aino.page.get_by_label("Lukulinkki").input_value()
    context = browser.new_context(locale="fi-FI", **PHONE)
    official = type(room.bjorn)(context.new_page())
    official.page.goto(link)
    official.press(re.compile("raportti", re.IGNORECASE), "link")
    for words in ("Lähdemme tiedon kysymisestä kerran", QUESTION, "Jono ei liiku", "Budjetti on sidottu"):
        expect(official.page.get_by_role("main").get_by_text(words).first).to_be_visible()
    expect(official.page.get_by_text("Tämä oli vain kokeilu")).to_have_count(0)
    context.close()
