"""The method's own tables: worked by hand on a division of roles, and what holds for all of them."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import pytest

from facilitator import methods
from facilitator.artefacts import derive
from facilitator.artefacts.erased import without
from facilitator.artefacts.formats import FORMATS
from tests.artefacts.makers import PROVENANCE, artefact, board, note, path


def roles(**items: dict[str, Any]) -> dict[str, Any]:
    """Two tasks: the municipality does the first and answers for it; Kela does the second, and tells it."""
    usual = {
        "note_1": note("responsible", "Kunta", "zone:task_1/responsible"),
        "note_2": note("accountable", "kunta", "zone:task_1/accountable"),
        "note_3": note("responsible", "Kela", "zone:task_2/responsible"),
        "note_4": note("informed", "Kunta", "zone:task_2/informed"),
        "note_5": note("rule", "Soitetaan heti", "zone:task_2/rules"),
    }
    return artefact("role_matrix", board("role_matrix", **(usual | items)))


def cells(table: dict[str, Any]) -> list[list[list[str]]]:
    return [row["cells"] for row in table["rows"]]


def sheet(found: dict[str, Any], name: str) -> list[list[str]]:
    """A table of the CSV files, in Finnish."""
    with zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(found, "fi"))) as zipped:
        return list(csv.reader(io.StringIO(zipped.read(name).decode("utf-8-sig")), delimiter=";"))


def test_who_has_which_role_in_which_task():
    """The same party in other letters is one column; a task in which nobody has a role is a row all the same."""
    (table,) = roles()["tables"]

    assert table["key"] == "raci"
    assert [column["note"] for column in table["columns"]] == ["note:1", "note:3"]
    assert cells(table) == [[["note:1", "note:2"], []], [["note:4"], ["note:3"]], [[], []], [[], []]]


def test_a_cell_says_in_words_what_a_field_says():
    assert sheet(roles(), "table_raci.csv")[:3] == [
        ["", "Kunta", "Kela"],
        ["Tehtävä 1", "Tekee (R), Vastaa (A)", ""],
        ["Tehtävä 2", "Saa tiedon (I)", "Tekee (R)"],
    ]


def test_a_note_with_several_names_belongs_to_each_of_them():
    """The same name in other letters is one; who pays for what nobody benefits from is no row."""
    both = {"payers": ["PRH", "Kunta"], "beneficiaries": ["Yrittäjä"]}
    one = {"payers": ["kunta"], "beneficiaries": ["Yrittäjä", "Vero"]}
    items = {
        "note_1": note("idea", "Esitäyttö", fields=both),
        "note_2": note("idea", "Lista", fields=one),
        "note_3": note("idea", "Muu", fields={"payers": ["Kela"]}),
    }
    found = artefact("ideas_impact_effort", board("ideas_impact_effort", **items))

    (table,) = (each for each in found["tables"] if each["key"] == "who_pays_who_benefits")
    assert [(row["head"]["note"], row["head"]["at"]) for row in table["rows"]] == [("note:1", 0), ("note:1", 1)]
    assert cells(table) == [[["note:1"], []], [["note:1", "note:2"], ["note:2"]]]
    drawn = sheet(found, "table_who_pays_who_benefits.csv")
    assert drawn == [["", "Yrittäjä", "Vero"], ["PRH", "1", ""], ["Kunta", "2", "1"]]
    heads, *rows = sheet(found, "ideas.csv")
    assert [row[heads.index("Ketkä maksavat tai tekevät työn")] for row in rows] == ["PRH; Kunta", "kunta", "Kela"]


def test_a_cell_without_a_field_counts_its_notes():
    table = sheet(path(), "table_organisations_by_phase.csv")

    assert table[0][0] == ""
    assert [row[:1] + [cell for cell in row[1:] if cell] for row in table[1:]] == [["PRH", "1"], ["Verohallinto", "1"]]


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_reports_show_it(name):
    text = FORMATS[name].write(roles(), "fi").decode()

    assert "Vastuumatriisi" in text
    assert "Tekee (R), Vastaa (A)" in text


def test_a_board_with_nothing_to_put_into_a_table_has_none():
    assert (
        artefact("role_matrix", board("role_matrix", note_1=note("rule", "Soitetaan", "zone:task_1/rules")))["tables"]
        == []
    )


def test_an_older_artefact_without_tables_is_written_as_before():
    old = {name: value for name, value in roles().items() if name != "tables"}

    assert all(format_.write(old, "fi") for format_ in FORMATS.values())


def test_what_was_erased_from_a_note_names_nothing_any_more():
    erased = without(roles(), {"note:3"}, "Poistettu")

    assert erased is not None
    assert "Kela" not in FORMATS["csv"].write(erased, "fi").decode("utf-8", "replace")


@pytest.mark.parametrize("method", methods.catalogue(), ids=lambda method: method["key"])
def test_the_example_puts_notes_into_every_table(method):
    items = board(method["key"]) | methods.given_items(method, "fi") | methods.example_items(method, "fi", "u:aino")

    found = derive(method, items, PROVENANCE)["tables"]

    assert [table["key"] for table in found] == [table["key"] for table in method.get("tables", [])]
    known = {item["id"] for item in derive(method, items, PROVENANCE)["items"]}
    for table in found:
        assert all(len(row["cells"]) == len(table["columns"]) for row in table["rows"])
        assert {each for row in cells(table) for cell in row for each in cell} <= known
