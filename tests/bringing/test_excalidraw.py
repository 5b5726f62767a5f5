"""Excalidraw: libraries as they are published, and a scene with every sort of element."""

from __future__ import annotations

import json
from typing import Any

from facilitator.bringing import BroughtLink, Listed, excalidraw
from tests.artefacts.strings import DATA


def scene(*elements: dict[str, Any]) -> bytes:
    return json.dumps({"type": "excalidraw", "version": 2, "elements": elements}).encode()


def test_a_library_of_sticky_notes():
    brought = excalidraw.read((DATA / "excalidraw" / "simple-sticky-notes.excalidrawlib").read_bytes())

    assert [(note.row, note.text) for note in brought.notes] == [(row, "NOTE") for row in range(1, 14, 2)]
    assert brought.skipped == []
    assert brought.remarks == []


def test_a_library_of_the_first_version_has_one_empty_shape():
    brought = excalidraw.read((DATA / "excalidraw" / "fixture_library.excalidrawlib").read_bytes())

    assert (brought.notes, brought.skipped) == ([], [Listed(1, "node.no_text", {"type": "rectangle"})])


def test_every_sort_of_element_is_taken_or_listed():
    brought = excalidraw.read(
        scene(
            {"type": "frame", "id": "f", "name": "Kipukohdat", "x": 0, "y": 0, "width": 500, "height": 500},
            {"type": "rectangle", "id": "a", "x": 10, "y": 10, "width": 20, "height": 20},
            {"type": "text", "id": "at", "containerId": "a", "text": "Jono\non pitkä", "originalText": "Jono on pitkä"},
            {"type": "text", "id": "b", "text": "Ohje", "x": 900, "y": 900, "width": 2, "height": 2},
            {"type": "arrow", "id": "l", "startBinding": {"elementId": "at"}, "endBinding": {"elementId": "b"}},
            {"type": "text", "id": "lt", "containerId": "l", "text": "johtaa"},
            {"type": "arrow", "id": "l2", "startBinding": {"elementId": "a"}, "endBinding": None},
            {"type": "text", "id": "gone", "text": "Poistettu", "isDeleted": True},
            {"type": "image", "id": "i"},
            {"type": "embeddable", "id": "e", "link": "https://example.org/"},
            {"type": "freedraw", "id": "d"},
        )
    )

    assert [(note.text, note.zone) for note in brought.notes] == [
        ("Jono on pitkä", "Kipukohdat"),
        ("Ohje", ""),
        ("https://example.org/", ""),
    ]
    assert brought.links == [BroughtLink(row=5, source="a", target="b", label="johtaa")]
    assert brought.skipped == [
        Listed(9, "node.no_text", {"type": "image"}),
        Listed(11, "node.no_text", {"type": "freedraw"}),
        Listed(7, "link.dangling"),
    ]
    assert brought.remarks == [Listed(10, "node.unknown", {"type": "embeddable"})]
