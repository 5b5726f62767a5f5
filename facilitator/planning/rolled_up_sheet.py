"""Many copies of one map as one CSV: what the page of them shows, a row for each line of its three tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.artefacts.comparing import Line
from facilitator.artefacts.formats.csv import sheet
from facilitator.artefacts.formats.reader import Value
from facilitator.artefacts.words import in_language
from facilitator.models import RecordedArtefact
from facilitator.planning.regions import REGIONS, SIZES
from facilitator.planning.rolled_up import By, Mapped, Together

WORDS = {
    "table": {"fi": "Taulukko", "sv": "Tabell", "en": "Table"},
    "title": {"fi": "Otsikko", "sv": "Rubrik", "en": "Title"},
    "maps": {"fi": "Karttoja", "sv": "Kartor", "en": "Maps"},
    "notes": {"fi": "Laput", "sv": "Lappar", "en": "Notes"},
    "votes": {"fi": "Äänet", "sv": "Röster", "en": "Votes"},
    "places": {"fi": "Kohdat", "sv": "Rutor", "en": "Places"},
    "themes": {"fi": "Teemat", "sv": "Teman", "en": "Themes"},
    "recurring": {"fi": "Toistuvat laput", "sv": "Lappar som återkommer", "en": "Notes that recur"},
    "not_told": {"fi": "Ei kerrottu", "sv": "Inte angivet", "en": "Not told"},
}


def sheet_of(shown: Together, by: By, language: str) -> str:
    """The whole table. Under the columns of places are notes, of themes and notes that recur maps, as on the page.

    A region or size is followed by how many maps it has. Places have no votes of their own.
    """
    heads = [_said(each, language) for each in ("table", "title", "maps", "notes", "votes")]
    return sheet([[*heads, *_columns(shown, by, language)], *_rows(shown, language)], language)


def column_titles(maps: Sequence[Mapped], by: By, language: str) -> dict[str, str]:
    """What the columns are called; copies of one project by their boards' titles, of several by who applied."""
    if by == By.COPY:
        are_of_one = len({each.saved.project_id for each in maps}) == 1
        return {each.saved.board_id: _copy_title(each.saved, are_of_one, language) for each in maps}
    named = SIZES if by == By.SIZE else REGIONS
    return {**{key: in_language(words, language) for key, words in named.items()}, "": _said("not_told", language)}


def _copy_title(saved: RecordedArtefact, are_of_one: bool, language: str) -> str:
    project = saved.workshop.project
    return in_language(saved.titles or saved.title, language) if are_of_one else project.applicant or project.title


def _columns(shown: Together, by: By, language: str) -> list[str]:
    titles = column_titles(shown.maps, by, language)
    counted = {each: "" if by == By.COPY else f" ({shown.found.copies[each]})" for each in shown.columns}
    return [titles[each] + counted[each] for each in shown.columns]


def _rows(shown: Together, language: str) -> Iterator[list[Value]]:
    found = shown.found
    for line in found.places:
        yield [*_line("places", line, language), "", *(line.notes[each] for each in shown.columns)]
    for table, lines in (("themes", found.themes), ("recurring", found.recurring)):
        for line in lines:
            yield [*_line(table, line, language), line.votes, *(line.copies[each] for each in shown.columns)]


def _line(table: str, line: Line, language: str) -> list[Value]:
    return [_said(table, language), in_language(line.title, language), line.total, line.notes.total()]


def _said(what: str, language: str) -> str:
    return WORDS[what][language]
