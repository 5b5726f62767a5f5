"""An artefact as a report in HTML: complete, printable, and nothing in it but elements of ours and people's text."""

from __future__ import annotations

import hashlib
import math
import re
from base64 import b64encode
from itertools import combinations, pairwise

import pytest

from facilitator import methods
from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.formats.html import write_workshop
from facilitator.artefacts.formats.reader import Reader
from facilitator.artefacts.formats.report.board import Board
from facilitator.artefacts.formats.report.element import ELEMENTS, element, markup
from facilitator.artefacts.formats.report.plane import MARK, spread
from facilitator.artefacts.formats.report.rings import BOX, WIDE, lay
from facilitator.artefacts.formats.report.style import DIGEST, STYLE
from facilitator.artefacts.formats.report.web import with_links
from facilitator.artefacts.formats.report.wording import lines, width
from facilitator.artefacts.words import LANGUAGES
from tests.artefacts.makers import (
    EVERY_METHOD,
    PROVENANCE,
    artefact,
    blank,
    board,
    grid,
    note,
    onion,
    path,
    path_saying,
)
from tests.artefacts.strings import FORMULAS, MARKDOWN, naughty
from tests.hostile.page import Page

PASSIVE = {"lang", "class", "id", "href", "scope", "role", "tabindex", "aria-label", "aria-labelledby", "focusable"}
MARKED = "Esimerkkiaineisto, keksitty"


def report(found: dict, language: str = "fi") -> str:
    return FORMATS["html"].write(found, language).decode()


def whole(*found: dict, language: str = "fi") -> str:
    return write_workshop(PROVENANCE, found, language).decode()


def without_outward(page: Page) -> list[tuple[str, tuple[str, ...]]]:
    """The elements but for links that lead away: those are what addresses of the web become."""
    kept, is_outward = [], False
    for tag, names in page.skeleton:
        is_outward = is_outward or names == ("href", "rel", "target")
        if not is_outward or tag not in ("a", "/a"):
            kept.append((tag, names))
        is_outward = is_outward and tag != "/a"
    return kept


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", EVERY_METHOD.values(), ids=EVERY_METHOD)
def test_every_note_is_there_with_its_number_in_every_language(make, language):
    page = Page(report(make(), language))

    assert all(each["text"] in page.texts for each in make()["items"])
    assert f'<html lang="{language}">' in report(make(), language)
    assert "{" not in report(make(), language).split("</style>")[1]


@pytest.mark.parametrize("make", EVERY_METHOD.values(), ids=EVERY_METHOD)
def test_every_table_has_a_caption_and_heads_that_say_what_they_are_of(make):
    tables = re.findall(r"<table.*?</table>", report(make()), re.DOTALL)

    assert tables
    for table in tables:
        assert re.match(r"<table[^>]*><caption>[^<]+</caption><thead>", table)
        assert all('scope="col"' in head or 'scope="row"' in head for head in re.findall(r"<th[ >][^>]*>?", table))


@pytest.mark.parametrize("make", EVERY_METHOD.values(), ids=EVERY_METHOD)
def test_a_cell_of_a_wide_table_says_its_head_itself_since_a_phone_shows_rows_as_cards(make):
    for table in re.findall(r"<table.*?</table>", report(make()), re.DOTALL):
        heads = [re.sub(r"<[^>]+>", "", each) for each in re.findall(r'<th[^>]*scope="col"[^>]*>(.*?)</th>', table)]
        said = set(re.findall(r'<td[^>]* data-head="([^"]*)"', table))
        assert said <= set(heads)
        assert bool(said) is (" cards" in table or 'class="cards"' in table) is (len(heads) > 2)


def test_headings_go_down_one_step_at_a_time():
    for text in (report(onion()), whole(onion(), path(), grid(), blank())):
        levels = [int(each) for each in re.findall(r"<h(\d)>", text)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_map_is_a_picture_with_a_name_and_what_it_shows_is_in_tables():
    for make, name in ((onion, "rings"), (grid, "plane-1")):
        text = report(make())
        (named,) = re.findall(r'<svg [^>]*role="img" aria-labelledby="([^"]+)"', text)
        assert named == f"board-1-{name}-title board-1-{name}-words"
        assert all(text.count(f'id="{each}"') == 1 for each in named.split())
    assert '<table class="matrix cards">' in report(path())
    assert "<svg" not in report(blank())


def test_the_words_of_a_plane_s_axes_stand_at_its_edges():
    texts = Page(report(grid())).texts

    for said in ("Harvoin", "Joka kerta", "Kuinka usein →", "Harmiton", "Estää etenemisen", "↑ Kuinka pahasti"):
        assert said in texts


def test_a_broken_relation_is_seen_in_the_picture_and_said_in_words():
    text = report(onion())

    assert text.count('class="arrow broken"') == 1
    assert "Katkennut" in Page(text).texts


@pytest.mark.parametrize("count", [1, 2, 5, 6, 7, 40])
def test_the_notes_of_a_ring_touch_neither_each_other_nor_its_edges(count):
    """The look's rule for an onion of forty notes."""
    notes = [{"id": f"note:{at}", "place": {}} for at in range(count)]
    half = (BOX[0] / 2, BOX[1] / 2)
    for inner in (0, 200):
        outer, spots = lay(notes, inner)

        assert len(spots) == count
        for one, other in combinations(spots.values(), 2):
            assert abs(one[0] - other[0]) >= BOX[0] or abs(one[1] - other[1]) >= BOX[1]
        for x, y in spots.values():
            assert math.hypot((abs(x) + half[0]) / WIDE, abs(y) + half[1]) <= outer
            assert inner == 0 or math.hypot(max(0, abs(x) - half[0]) / WIDE, max(0, abs(y) - half[1])) >= inner


def test_marks_that_lie_on_one_spot_are_all_seen():
    spots = spread({f"note:{at}": (990.0, 30.0) for at in range(30)})

    assert spots["note:0"] == (990.0, 30.0)
    assert all(math.dist(one, other) >= 2 * MARK for one, other in combinations(spots.values(), 2))


def test_text_in_a_picture_keeps_to_its_lines():
    for text in (*naughty(), "a" * 20_000):
        told = lines(text, 9, 3)
        assert len(told) <= 3
        assert all(width(line) <= 9 or len(line) == 1 for line in told)


@pytest.mark.parametrize("method", methods.catalogue(), ids=lambda method: method["key"])
def test_a_note_has_the_board_s_colour(method):
    kinds = {kind["key"]: kind["tint"] for kind in method["kinds"]}

    reader = Reader(artefact(method["key"], board(method["key"])), "fi")
    assert {key: reader.tint({"kind": key}) for key in kinds} == kinds


def test_a_note_whose_colour_an_older_artefact_does_not_tell_has_none():
    old = onion()
    for kind in old["vocabulary"]["kinds"]:
        del kind["tint"]

    assert {Reader(old, "fi").tint(item) for item in old["items"]} == {"neutral"}


def test_a_workshop_is_a_cover_with_its_origin_and_each_board():
    text = whole(onion(), path(), language="sv")

    for told in ("Sujuvat palvelut", "Yrityksen perustaminen", "Koivurannan kunta", "ESIM/1/2026", onion()["digest"]):
        assert told in text
    assert re.findall(r'href="#(board-\d)"', text) == ["board-1", "board-2"]
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_a_workshop_of_which_nothing_is_confirmed_says_so():
    assert Page(whole()).says("Yhtään taulua ei ole vielä vahvistettu tuotokseksi.")


def test_invented_material_and_a_draft_say_so():
    example, draft = report(onion()), report({**onion(), "id": None})
    real = report(artefact("pain_grid", board("pain_grid"), is_example=False))

    assert '<strong class="mark-all">' in example
    assert Page(example).says(MARKED)
    assert '<body class="example-fi">' in example
    assert not Page(real.split("</style>")[1]).says(MARKED)
    assert "<body>" in real
    assert Page(draft).says("Luonnos, ei vahvistettu")


def test_long_finnish_words_may_break_and_stay_as_they_were_written():
    said = path_saying("Vastuuorganisaatio: perustamisilmoitus")
    in_english = artefact("pain_grid", board("pain_grid", note_1=note("pain_point", "Understandability", lang="en")))

    assert 'Vas<i class="shy"></i>tuuor<i class="shy"></i>ga' in report(said)
    assert "Vastuuorganisaatio: perustamisilmoitus" in Page(report(said)).texts
    assert ".shy::before" in STYLE
    assert "Vastuuorganisaatio" in report(said, "sv")
    assert "Understandability" in report(in_english)


def test_paper_gets_page_numbers_and_the_mark_of_what_is_invented():
    assert 'content: counter(page) " / " counter(pages)' in STYLE
    assert "@page example-fi { size: A4; margin: 16mm 15mm 18mm; @bottom-right" in STYLE
    assert STYLE.count(f'content: "{MARKED}"') == 2  # upright and across
    assert "display: table-header-group" in STYLE


def test_the_document_allows_its_own_style_sheet_and_nothing_else():
    text = report(path())

    (sheet,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert "sha256-" + b64encode(hashlib.sha256(sheet.encode()).digest()).decode() == DIGEST
    assert 'content="default-src &#x27;none&#x27;' in text or f"style-src '{DIGEST}'" in text
    assert not re.search(r"url\(|@import|expression|</", sheet)


@pytest.mark.parametrize("make", [path_saying, lambda text: path_saying(text) | {"title": text}])
@pytest.mark.parametrize("text", [*naughty()[::7], *MARKDOWN, "</style><script>x</script>", "javascript:alert(1)"])
def test_people_s_text_changes_no_element_of_the_report(make, text):
    """A3: stored XSS in exports."""
    plain, hostile = Page(report(make("x"))), Page(report(make(text)))

    assert without_outward(hostile) == plain.skeleton
    assert hostile.odd == []
    assert {link for link in hostile.links if not link.startswith(("http://", "https://"))} == plain.links


def test_every_string_comes_back_as_text():
    given = [*naughty(), *FORMULAS, *MARKDOWN]
    items = {f"note_{at:04}": note("pain_point", text, fields={"quote": text}) for at, text in enumerate(given)}

    page = Page(report(artefact("pain_grid", board("pain_grid", **items))))

    pieces = {piece for text in given for piece in with_links(text) if isinstance(piece, str)}
    assert pieces <= set(page.texts)
    assert {text for text in given if "://" not in text} <= pieces
    assert {tag.strip("/") for tag, _ in page.skeleton} <= ELEMENTS
    assert all(link.startswith(("#", "http://", "https://")) for link in page.links)
    assert not {"src", "srcset", "action", "formaction", "data", "poster"} & {name for _, name, _ in page.values}


def test_a_picture_of_hostile_notes_has_text_alone():
    notes = {f"note_{at}": note("company", text, "zone:core") for at, text in enumerate(naughty()[:200])}

    page = Page(report(onion(**notes)))

    assert page.odd == []
    assert {tag.strip("/") for tag, _ in page.skeleton} <= ELEMENTS
    assert not {name for _, names in page.skeleton for name in names if name.startswith("on")}


@pytest.mark.parametrize(
    ("name", "attributes"),
    [
        ("script", {}),
        ("foreignObject", {}),
        ("iframe", {}),
        ("p", {"onclick": "x"}),
        ("p", {"style": "x"}),
        ("a", {"href": "https://example.org"}),
        ("a", {"href": "//example.org"}),
        ("a", {"href": "/\\example.org"}),
        ("a", {"href": "javascript:alert(1)"}),
    ],
)
def test_what_a_report_never_has_cannot_be_made(name, attributes):
    with pytest.raises(ValueError, match=r"no report|elsewhere"):
        element(name, **attributes)


def test_an_attribute_is_text_too():
    assert markup(element("td", "<&>", aria_label='"<')) == '<td aria-label="&quot;&lt;">&lt;&amp;&gt;</td>'


def test_the_language_of_a_note_is_said_when_it_is_one():
    notes = [note("company", "x", lang=lang) for lang in ("sv", '"><b>')]

    spoken = [Board(Reader(onion(), "fi"), "b", 1).said({"text": "x", "lang": each["lang"]}) for each in notes]

    assert [markup(each) for each in spoken] == [
        '<span class="said" lang="sv">x</span>',
        '<span class="said">x</span>',
    ]
