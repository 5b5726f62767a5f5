"""The short way through a schema and the schema itself make the same of everything."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshmallow import ValidationError

from facilitator.live.schemas import SCHEMAS
from facilitator.live.shortcut import Shortcut

UUID = "01930000-0000-7000-8000-00000000000a"
MOVE = {"id": UUID, "note": "note:1", "zone": "zone:wait/pain", "order": "a1"}
ADD = {**MOVE, "kind": "pain_point", "text": "Sama tieto kysytään kolmesti"}
WRITE = {"id": UUID, "note": "note:1", "was": "Sama", "text": "Sama tieto"}

numbers = st.one_of(
    st.integers(), st.sampled_from([-1, 0, 1, 3_599, 3_600, 10_000, 10_001]), st.floats(), st.booleans()
)
strings = st.one_of(st.text(max_size=5), st.sampled_from([UUID, UUID.upper(), UUID + "\n", "fi", "text", "k" * 101]))
plain = st.one_of(st.none(), numbers, strings)
values = st.one_of(plain, st.lists(plain, max_size=2), st.dictionaries(st.text(max_size=3), plain, max_size=2))


def by_schema(kind: str, sent: dict[str, Any]) -> dict[str, Any] | None:
    """What the schema makes of it; None if it refuses."""
    try:
        return SCHEMAS[kind]().load(sent)
    except ValidationError:
        return None


@pytest.mark.parametrize("kind", sorted(SCHEMAS))
@settings(max_examples=15)
@given(data=st.data())
def test_what_takes_the_short_way_is_what_the_schema_makes_of_it(kind, data):
    schema = SCHEMAS[kind]()
    names = [member.data_key or name for name, member in schema.fields.items()]
    likely = {name: data.draw(values, label=name) for name in names}
    sent = {"id": UUID, **{name: likely[name] for name in data.draw(st.sets(st.sampled_from(names)))}}
    sent |= data.draw(st.dictionaries(st.sampled_from(["surprise", "Note"]), plain, max_size=1))

    read = Shortcut(schema).read(sent)

    if read is not None:
        expected = by_schema(kind, sent)
        assert read == expected
        assert [type(value) for value in read.values()] == [type(expected[name]) for name in read]


@pytest.mark.parametrize(
    ("kind", "sent"),
    [
        ("note.move", MOVE),
        ("note.move", {"id": UUID, "note": "note:1", "zone": "zone:grid", "x": 0, "y": 10_000}),
        ("note.add", ADD),
        ("note.add", {**ADD, "lang": "sv", "fields": None, "x": None}),
        ("note.write", WRITE),
        ("note.remove", {"id": UUID, "note": "note:1"}),
        ("link.add", {"id": UUID, "link": "link:1", "from": "note:1", "to": "note:2", "kind": "flow"}),
        ("comment.add", {"id": UUID, "comment": "comment:1", "on": "note:1", "text": "Miksi?"}),
        ("vote.cast", {"id": UUID, "vote": "vote:1", "ballot": "ballot:1", "note": "note:1"}),
    ],
)
def test_what_people_do_all_the_time_takes_the_short_way(kind, sent):
    read = Shortcut(SCHEMAS[kind]()).read(sent)

    assert read is not None
    assert read == by_schema(kind, sent)


@pytest.mark.parametrize(
    ("kind", "sent"),
    [
        ("note.move", {**MOVE, "surprise": 1}),
        ("note.move", {**MOVE, "id": "1"}),
        ("note.move", {**MOVE, "zone": None}),
        ("note.move", {**MOVE, "x": True}),
        ("note.move", {**MOVE, "x": 7.0}),
        ("note.move", {**MOVE, "angle": 3_600}),
        ("note.move", {**MOVE, "zone": "z" * 101}),
        ("note.add", {**ADD, "lang": "de"}),
        ("note.write", {name: value for name, value in WRITE.items() if name != "was"}),
        ("note.leave_out", {"id": UUID, "note": "note:1", "out": 1}),
    ],
)
def test_what_is_not_as_it_should_be_is_left_to_the_schema(kind, sent):
    assert Shortcut(SCHEMAS[kind]()).read(sent) is None
    assert by_schema(kind, sent) is None


def test_fields_of_a_kind_are_left_to_the_schema():
    sent = {**ADD, "fields": {"owner": "Kunta"}}

    assert Shortcut(SCHEMAS["note.add"]()).read(sent) is None
    assert by_schema("note.add", sent)["fields"] == {"owner": "Kunta"}
