"""Many copies of one map in one table, worked by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.artefacts.comparing import Copy, roll_up
from tests.artefacts.makers import artefact, ballot, board, note

KINDS = "service_path"


def copy(column: str, *texts: str, theme: str = "", zone: str = "zone:apply/pain", votes: int = 0) -> Copy:
    items = {f"note_{i}": note("pain_point", text, zone, order=f"a{i}") for i, text in enumerate(texts)}
    if theme:
        items["cluster_1"] = {"title": theme, "notes": ["note:0"]}
    if votes:
        items["ballot_1"] = ballot("Mikä ensin?", {"note:0": votes})
    return Copy(artefact(KINDS, board(KINDS, **items)), column)


def test_what_recurs_tells_in_how_many_copies_of_each_column():
    """The queue is in three of four maps, twice in one of them; the form in one alone."""
    found = roll_up(
        [
            copy("small", "Jono on pitkä", "JONO  on pitkä"),
            copy("small", "jono on pitkä", votes=3),
            copy("large", "Jono on pitkä", "Lomake", votes=2),
            copy("large"),
        ]
    )

    assert dict(found.copies) == {"small": 2, "large": 2}
    (queue,) = found.recurring
    assert (queue.title, queue.total, dict(queue.copies), dict(queue.notes), queue.votes) == (
        "Jono on pitkä",
        3,
        {"small": 2, "large": 1},
        {"small": 3, "large": 1},
        5,
    )


def test_places_are_those_that_hold_something_with_the_notes_of_each_column():
    found = roll_up([copy("a", "Jono", "Lomake"), copy("b", "Kirje"), copy("b", "Puhelin", zone="zone:wait/pain")])

    assert [(line.title["fi"], line.total, dict(line.notes)) for line in found.places] == [
        ("Hoidan asian · Kipupisteet", 2, {"a": 2, "b": 1}),
        ("Odotan · Kipupisteet", 1, {"b": 1}),
    ]


def test_themes_of_one_name_are_one():
    found = roll_up(
        [
            copy("a", "Jono", theme="Odottaminen"),
            copy("b", "Kirje", theme="odottaminen"),
            copy("b", "Muu", theme="Kieli"),
        ]
    )

    assert [(theme.title, theme.total, dict(theme.copies)) for theme in found.themes] == [
        ("Odottaminen", 2, {"a": 1, "b": 1})
    ]


columns = st.lists(
    st.tuples(st.sampled_from("abc"), st.lists(st.sampled_from(["Jono", "jono", "Lomake", "Kirje"]), max_size=4)),
    min_size=1,
    max_size=5,
)


@given(columns)
def test_every_note_is_counted_once_whatever_the_columns(copies):
    made = [copy(column, *texts) for column, texts in copies]
    found, together = roll_up(made), roll_up([Copy(each.artefact, "") for each in made])

    notes = sum(len(texts) for _, texts in copies)
    assert sum(line.notes.total() for line in found.places) == notes
    assert [line.total for line in found.recurring] == [line.total for line in together.recurring]
    assert all(line.total <= len(made) for line in (*found.places, *found.recurring))
