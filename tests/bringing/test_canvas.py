"""JSON Canvas: the sample of its authors, and whatever else may stand in one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.bringing import BroughtLink, Listed, Unreadable, canvas
from tests.artefacts.strings import DATA


def made(nodes: list[Any], edges: Any = ()) -> bytes:
    return json.dumps({"nodes": nodes, "edges": list(edges)}).encode()


def text(key: str, said: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "type": "text", "text": said, "x": 0, "y": 0, "width": 10, "height": 10, **more}


def test_the_sample_of_the_specification():
    brought = canvas.read((DATA / "jsoncanvas" / "sample.canvas").read_bytes())

    assert [(note.row, note.text.partition("\n")[0], note.zone) for note in brought.notes] == [
        (2, "readme.md", ""),
        (3, "_site/logo.svg", "JSON Canvas"),
        (4, "Learn more:", "JSON Canvas"),
        (5, "spec/1.0.md", ""),
    ]
    assert brought.links == [BroughtLink(row=1, source="7efdbbe0c4742315", target="59e896bc8da20699")]
    assert [frame.title for frame in brought.frames] == ["JSON Canvas"]
    assert brought.skipped == []
    assert [(each.row, each.code) for each in brought.remarks] == [(at, "file.named") for at in (2, 3, 5)]


def test_nothing_is_dropped_in_silence():
    nodes = [
        text("a", "Jono"),
        text("a", "Sama tunnus"),
        {"id": "l", "type": "link", "url": "https://example.org/x"},
        {"id": "f", "type": "file", "file": "../../etc/passwd"},
        {"id": "u", "type": "hologram", "text": "Tuntematon laji"},
        {"id": "e", "type": "text", "text": "  "},
        "ei olio",
        {"id": "g", "type": "group", "label": "Alue", "x": -5, "y": -5, "width": 100, "height": 100},
        text("far", "Kaukana", x=-1e12, y=1e300),
    ]
    edges = [
        {"fromNode": "a", "toNode": "l", "label": "johtaa"},
        {"fromNode": "a", "toNode": "gone"},
        {"fromNode": "a", "toNode": "a"},
        {"fromNode": "a", "toNode": "g"},
        7,
    ]

    brought = canvas.read(made(nodes, edges))

    assert [note.text for note in brought.notes] == [
        "Jono",
        "Sama tunnus",
        "https://example.org/x",
        "../../etc/passwd",
        "Tuntematon laji",
        "Kaukana",
    ]
    assert (brought.notes[0].x, brought.notes[0].zone) == (5, "Alue")
    assert (brought.notes[-1].x, brought.notes[-1].y) == (None, None)
    assert brought.links == [BroughtLink(row=1, source="a", target="l", label="johtaa")]
    assert brought.skipped == [
        Listed(6, "node.no_text", {"type": "text"}),
        Listed(7, "node.no_text", {"type": ""}),
        Listed(2, "link.dangling"),
        Listed(3, "link.same"),
        Listed(4, "link.area"),
        Listed(5, "link.dangling"),
    ]
    assert [(each.row, each.code) for each in brought.remarks] == [
        (2, "id.twice"),
        (4, "file.named"),
        (5, "node.unknown"),
    ]
    assert brought.found == len(nodes) - 1 + len(edges)  # the group is an area


def test_nodes_without_a_name_or_a_sort_are_told_apart():
    brought = canvas.read_canvas({"nodes": [{"text": "a", "type": []}, {"text": "b", "type": "text", "id": None}]})

    assert [note.text for note in brought.notes] == ["a", "b"]
    assert [(each.row, each.code) for each in brought.remarks] == [(1, "node.unknown")]


def test_a_ring_of_arrows_comes_whole():
    edges = [{"fromNode": one, "toNode": other} for one, other in ("ab", "bc", "ca")]

    assert len(canvas.read(made([text(key, key) for key in "abc"], edges)).links) == 3


@pytest.mark.parametrize(
    ("body", "row"),
    [
        (b'{"nodes": [\n{"x": NaN}]}', 1),
        (b'{"nodes": [{"x": 1e999}]}', 1),
        (b'{"nodes": [{"x": ' + b"9" * 5_000 + b"}]}", 1),
        (b'{"nodes": ' + b"[" * 60_000, 1),
        (b'{"nodes": [\n\n}', 3),
    ],
)
def test_json_that_is_none_says_where(body: bytes, row: int):
    with pytest.raises(Unreadable) as refused:
        canvas.read(body)

    assert (refused.value.code, refused.value.detail) == ("file.json", {"row": row})


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "type", "text", "x"]), inner),
    max_leaves=8,
)


@given(st.lists(ANY, max_size=6), st.lists(ANY, max_size=4))
def test_everything_in_the_file_is_a_note_a_link_an_area_or_listed(nodes: list[Any], edges: list[Any]):
    brought = canvas.read_canvas({"nodes": nodes, "edges": edges})

    areas = sum(isinstance(node, dict) and node.get("type") == "group" for node in nodes)
    assert brought.found + areas == len(nodes) + len(edges)
