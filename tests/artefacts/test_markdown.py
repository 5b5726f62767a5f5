"""An artefact as a report."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given, settings

from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.formats.escaped import block, inline
from facilitator.artefacts.words import LANGUAGES
from tests.artefacts.makers import EVERY_METHOD, artefact, ballot, blank, board, item, note, onion, path, path_saying
from tests.artefacts.strings import FORMULAS, MARKDOWN, naughty, notes

PLAIN = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""  # what CommonMark 2.4 lets a backslash make plain
LAYOUT = re.compile(r"^(#{1,6} |[-+*] |\d+[.)] |>|```|~~~|=+$|-+$|\||    |\[)", re.MULTILINE)


def report(found: dict, language: str = "fi") -> str:
    return FORMATS["markdown"].write(found, language).decode()


def read(marked: str, indent: str = "") -> str:
    """What a reader of CommonMark makes of it: escapes (2.4), references (2.5), hard breaks (6.7); no layout."""
    text, at = "", 0
    while at < len(marked):
        sign, rest = marked[at], marked[at + 1 :]
        reference = re.match(r"&#\d+;", marked[at:])
        if sign == "\\" and rest.startswith("\n" + indent):
            text, at = text + "\n", at + 2 + len(indent)
        elif sign == "\\" and rest[:1] in PLAIN and rest:
            text, at = text + rest[0], at + 2
        elif reference:
            text, at = text + html.unescape(reference[0]), at + len(reference[0])
        else:
            assert sign not in "\\`*_[]<>#|~&$\n", f"{sign!r} would be read as layout in {marked!r}"
            text, at = text + sign, at + 1
    return text


def lines_under(heading: str, text: str) -> list[str]:
    """The lines below a heading, up to the next one of any level."""
    after = text.split(f"\n{heading}\n\n", 1)[1]
    return re.split(r"\n\n#", after, maxsplit=1)[0].split("\n")


def test_notes_are_under_the_headings_of_their_zones():
    text = report(path())

    assert re.findall(r"^#{3,4} .*", text.split("## Laput")[1].split("## Suhteet")[0], re.MULTILINE) == [
        "### Huomaan tarpeen",
        "### Etsin tietoa",
        "### Hoidan asian",
        "#### Vastuuorganisaatio",
        "#### Kipupisteet",
        "#### Ideat",
        "### Odotan",
        "#### Vastuuorganisaatio",
        "#### Kipupisteet",
        "### Jatkan eteenpäin",
    ]
    assert lines_under("#### Kipupisteet", text) == [
        "- **Kipupiste:** Sama tieto kysytään kolmesti",
        "  - Vakavuus: 4",
        "  - Teema: Odottaminen",
        "  - Ääniä: 3",
    ]


def test_what_lies_nowhere_is_told_last_and_only_when_there_is_some():
    assert "### Sijoittamatta" not in report(onion())
    assert lines_under("### Sijoittamatta", report(onion(note_9=note("company", "Kahvila")))) == [
        "- **Yritys:** Kahvila",
        "  - Mikä tämä on: Organisaatio",
        "  - Organisaation tyyppi: Yritys",
    ]
    assert lines_under("### Välillisesti mukana", report(onion())) == ["Ei lappuja."]


def test_a_relation_is_a_sentence():
    assert lines_under("## Suhteet", report(onion())) == [
        "- Migri – antaa tietoa → Ulkomaalainen yrittäjä (Katkennut): lupapäätös"
    ]
    assert "- Migri – gives information to → Ulkomaalainen yrittäjä (Broken)" in report(onion(), "en")


def test_themes_name_their_notes_and_votes():
    found = path(ballot_2=ballot("Teema", {"cluster:1": 4}, over="clusters"))

    assert lines_under("### Odottaminen (4 ääntä)", report(found)) == [
        "- Sama tieto kysytään kolmesti",
        "- Jono on pitkä",
    ]


def test_a_ballot_is_a_table_with_the_most_votes_first():
    found = path(ballot_1=ballot("Mistä?", {"note:3": 1, "note:4": 3}, voters=1, secret=False))

    assert lines_under("### Mistä?", report(found)) == [
        "1 äänesti.",
        "",
        "Äänestäneitä oli niin vähän, että tuloksesta voi päätellä, kuka äänesti mitä.",
        "",
        "| Kohde | Ääniä |",
        "| --- | --- |",
        "| Jono on pitkä | 3 |",
        "| Sama tieto kysytään kolmesti | 1 |",
    ]
    assert lines_under("### Mistä?", report(path(ballot_1=ballot("Mistä?", {}, open=True)))) == [
        "Äänestys oli kesken, kun tämä vahvistettiin."
    ]


def test_decisions_and_actions_are_tables():
    assert lines_under("## Mitä tehdään seuraavaksi", report(blank())) == [
        "| Mitä | Kuka | Mihin mennessä |",
        "| --- | --- | --- |",
        "| Piirretään lomake | PRH | 15\\.1.2027 |",
    ]


def test_each_guide_question_is_answered_or_open():
    told = lines_under("## Mihin taulu vastaa", report(onion()))

    assert told[:3] == [
        "- **Vastattu:** " + onion()["questions"][0]["text"]["fi"],
        "  - Ulkomaalainen yrittäjä",
        "  - Migri",
    ]
    assert sum(line.startswith("- **Avoin:**") for line in told) == 6


def test_the_origin_ends_it_with_the_digest():
    text = report(path())

    assert "**Esimerkkiaineisto, keksitty**" in text
    assert "- **Vahvistettu:** 21.11.2026 klo 11.14\n" in text
    assert text.endswith(f"| Tiiviste (SHA-256) | {path()['digest']} |\n")


def test_a_draft_says_so():
    assert "**Luonnos, ei vahvistettu**" in report({**path(), "id": None})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", EVERY_METHOD.values(), ids=EVERY_METHOD)
def test_every_note_is_there_in_every_language(make, language):
    text = report(make(), language)

    assert all(f":** {each['text']}\n" in text for each in make()["items"])
    assert "{" not in text
    assert text == report(make(), language)


def test_naughty_strings_stay_text_and_come_back():
    for text in (*naughty(), *FORMULAS, *MARKDOWN):
        assert read(inline(text)) == text
        assert read(block(text, "  "), "  ") == text
        assert not LAYOUT.search(inline(text))
        assert not LAYOUT.search(re.sub(r"\\\n  ", r"\\\n", block(text, "  ")))


@given(notes)
@example("\\\n")
@example(" \n \n")
@settings(deadline=None)
def test_any_text_that_the_gate_lets_through_comes_back(text):
    assert read(inline(text)) == text
    assert read(block(text, "    "), "    ") == text


def test_a_report_of_naughty_notes_has_one_bullet_for_each():
    given = [*naughty(), *FORMULAS, *MARKDOWN]
    items = {f"note_{index:04}": note("pain_point", text) for index, text in enumerate(given)}
    found = artefact("pain_grid", board("pain_grid", **items))

    notes_part = report(found).split("### Sijoittamatta\n\n")[1].split("\n\n## ")[0]
    bullets = notes_part.split("\n- **Kipupiste:** ")
    bullets[0] = bullets[0].removeprefix("- **Kipupiste:** ")

    assert [read(bullet, "  ") for bullet in bullets] == given
    assert item(found, "note:0000")["text"] == given[0]


@pytest.mark.parametrize("link", ["http://a.b", "see https://a.b/c", "www.a.b", "a@b.fi", "ftp://x"])
def test_an_address_does_not_become_a_link_by_itself(link):
    """GitHub's extension 6.9 looks for these spellings."""
    assert not re.search(r"(?<!\\)://|www\.|(?<!\\)@", inline(link))


@pytest.mark.parametrize("text", [text for text in MARKDOWN if "\n" not in text])
def test_no_text_anywhere_changes_the_layout_of_the_report(text):
    def layout(found: dict) -> list[str]:
        return [re.match(r"#* |\|| *- |\*\*|", line)[0] for line in report(found).split("\n")]

    assert layout(path_saying(text)) == layout(path_saying("x"))
