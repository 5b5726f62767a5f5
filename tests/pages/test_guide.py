"""The guide: one text for the documentation and the application, which names everything as the product does."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from facilitator.config import LANGUAGES
from facilitator.pages.guide_text import SOURCES, size_of
from facilitator.paths import WEB
from tests.pages.house import House
from tests.product_words import board_words, is_said, page_words

PICTURES = WEB / "static" / "img" / "guide"
BYTES_IN_ALL = 1_600_000


@pytest.fixture
def reader(standing_house: House) -> FlaskClient:
    """Somebody whom nothing is known of."""
    return standing_house.app.test_client()


def guide(reader: FlaskClient, language: str) -> str:
    return reader.get("/guide", headers={"Accept-Language": language}).text


def article(page: str) -> str:
    return page.split("<article", 1)[1].split("</article>", 1)[0]


def marks(kind: str, text: str) -> list[str]:
    """What stands in these elements, as plain text."""
    found = re.findall(rf"<{kind}(?: [^>]*)?>(.*?)</{kind}>", text, re.DOTALL)
    return [re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", each))).strip() for each in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_words_in_bold_are_the_product_s_own(reader: FlaskClient, language: str):
    named = marks("strong", article(guide(reader, language)))

    assert len(named) > 50
    assert [words for words in named if not is_said(words, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_headings_are_in_order_and_its_contents_lead_to_them(reader: FlaskClient, language: str):
    text = article(guide(reader, language))
    levels = [int(level) for level in re.findall(r"<h(\d)", text)]
    anchors = re.findall(r'<h[23] id="([^"]+)"', text)

    assert levels[:2] == [1, 2]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(set(anchors)) == len(anchors)
    contents = re.findall(r'<a href="#([^"]+)">', text)
    assert len(contents) == 6
    assert [each for each in anchors if each in contents] == contents


def test_the_languages_say_the_same_in_the_same_order(reader: FlaskClient):
    shapes = {
        language: re.findall(r"<(h\d|li|tr|img|kbd)\b", article(guide(reader, language))) for language in LANGUAGES
    }

    assert shapes["sv"] == shapes["fi"]
    assert shapes["en"] == shapes["fi"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_pictures_are_there_in_its_language_with_size_and_words(reader: FlaskClient, language: str):
    pictures = re.findall(
        r'<img src="([^"]+)" width="(\d+)" height="(\d+)" loading="lazy" alt="([^"]+)">', guide(reader, language)
    )

    assert len(pictures) == 9
    for address, width, height, words in pictures:
        answer = reader.get(address)
        assert (answer.status_code, answer.mimetype) == (200, "image/webp")
        answer.close()
        assert f"/guide/{language}/" in address
        assert (int(width), int(height)) == size_of(WEB / address.lstrip("/"))
        assert len(words) > 40


def test_no_picture_is_kept_that_no_guide_shows():
    shown = {
        (SOURCES[language].parent / name).resolve()
        for language in LANGUAGES
        for name in re.findall(r"\]\((\.\./static/[^)]+)\)", SOURCES[language].read_text("utf-8"))
    }

    assert shown == {path.resolve() for path in PICTURES.rglob("*.*")}
    assert sum(path.stat().st_size for path in shown) < BYTES_IN_ALL


@pytest.mark.parametrize(("language", "other"), [("fi", "sv"), ("fi", "en"), ("sv", "fi"), ("sv", "en"), ("en", "fi")])
def test_it_is_whole_in_its_own_language(reader: FlaskClient, language: str, other: str):
    text = article(guide(reader, language))

    said = marks("(?:p|li|td|th|h2|h3)", article(guide(reader, other)))
    theirs = {words for words in said if re.search("[a-zåäö]{5}", words)}  # and not only keys
    assert len(theirs) > 50
    assert theirs & set(marks("(?:p|li|td|th|h2|h3)", text)) == set()


def test_the_way_to_the_other_languages_stands_in_the_documentation_alone(reader: FlaskClient):
    for language, source in SOURCES.items():
        links = re.findall(r"\]\((facilitating[^)]*)\)", source.read_text("utf-8").splitlines()[0])
        assert [Path(each).exists() for each in (source.parent / link for link in links)] == [True] * 3
        assert "facilitating" not in guide(reader, language)


def test_markup_in_the_text_stays_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    from facilitator.pages import guide_text

    source = tmp_path / "guide.md"
    source.write_text("# A <b>title</b>\n\n## Part\n\n<script>alert(1)</script> [x](javascript:alert(1))\n", "utf-8")
    monkeypatch.setitem(guide_text.SOURCES, "en", source)
    read = guide_text.read_guide.__wrapped__("en", static="/static/")

    assert "<script" not in read.text
    assert "<a " not in read.text
    assert read.parts == (("part", "Part"),)


def test_it_is_at_hand_where_one_begins_plans_and_leads(standing_house: House):
    browsers, board = standing_house.browsers, f"/boards/{standing_house.board.id}"

    assert 'href="/guide"' in browsers["nobody"].get("/").text
    assert 'href="/guide"' in browsers["aino"].get(f"/workshops/{standing_house.live.id}").text.split("<footer")[0]
    assert '"guide": "/guide"' in browsers["aino"].get(board).text
    assert '"guide": "/guide"' not in browsers["björn"].get(board).text


def test_the_product_s_words_are_read_whole():
    for language in LANGUAGES:
        assert len(board_words(language)) == len(board_words("fi")) > 300
        assert len(page_words(language)) == len(page_words("fi")) > 500
    assert is_said("3 lappua valittu", "fi")
    assert not is_said("Lehmät lentävät", "fi")
