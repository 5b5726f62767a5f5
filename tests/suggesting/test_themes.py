"""Suggested themes: how well they agree with people's, and that the same notes give the same themes."""

from __future__ import annotations

import random

import pytest

from facilitator.suggesting import Suggested, Text, suggest
from facilitator.suggesting.themes import MOST_NOTES, MOST_THEMES
from tests.suggesting.labelled import measured, read


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [("permits.fi", 0.90, 0.80), ("permits.sv", 0.90, 0.75), ("municipality.fi", 0.90, 0.60)],  # docs/board.md
)
def test_what_is_suggested_agrees_with_what_people_put_together(name, precision, recall):
    found = measured(name)

    assert found[0] >= precision
    assert found[1] >= recall


def test_the_same_notes_give_the_same_themes():
    texts, _ = read("permits.fi")

    assert suggest(texts) == suggest(list(texts))


def test_a_theme_has_the_words_that_its_notes_share_as_somebody_wrote_them():
    said = ("Jonot ovat pitkiä", "Jonossa ei näe paikkaansa", "Puhelinjono katkesi", "Maksu katosi")
    texts = [Text(f"note:{number}", text, "fi") for number, text in enumerate(said)]

    assert suggest(texts) == [Suggested("Jonot", ("note:0", "note:1", "note:2"))]


def test_each_note_is_read_in_the_language_that_it_is_in_whatever_it_says():
    said = ("Jag väntade på beslutet", "Besluten var svåra att förstå", "Päätöstä ei tullut", "Päätös ei ole selvä")
    texts = [Text(f"note:{number}", text, "fi") for number, text in enumerate(said)]

    assert sorted(each.notes for each in suggest(texts)) == [("note:0", "note:1"), ("note:2", "note:3")]


def test_nothing_shared_nothing_suggested():
    assert suggest([]) == []
    assert suggest([Text("note:1", "🙂 ja että 2026"), Text("note:2", "https://example.fi/jono")]) == []
    assert suggest([Text("note:1", "Jono"), Text("note:2", "Lomake")]) == []


def test_however_much_there_is_the_answer_is_bounded():
    chance = random.Random(1)
    words = [f"sana{number:03}" for number in range(60)]
    texts = [Text(f"note:{number}", " ".join(chance.sample(words, 3)), "fi") for number in range(600)]

    found = suggest(texts)

    assert len(found) <= MOST_THEMES
    assert all(2 <= len(each.notes) <= MOST_NOTES for each in found)
    assert len({note for each in found for note in each.notes}) == sum(len(each.notes) for each in found)
