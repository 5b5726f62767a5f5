"""Why a method is refused: every reason has its sentence, and nothing that comes as a file is more than refused."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator import method_words, methods
from facilitator.config import LANGUAGES
from facilitator.methods.file import parsed, unkeepable, written
from facilitator.methods.locks import unlocked
from facilitator.methods.reasons import REASONS, FaultyMethodError, because
from facilitator.methods.sample import with_sample
from facilitator.methods.schema import faults_of, opened, read
from facilitator.methods.strangers import without_strangers
from tests.methods.examples import duty_rota, free_ground, impact_effort, own_columns, sectors, words

WHOLE = [
    duty_rota(),
    impact_effort(),
    own_columns(),
    sectors(),
    free_ground("network"),
    methods.file_of("service_path"),
]


def test_every_reason_is_told_in_the_readers_language(app: Flask) -> None:
    assert REASONS.keys() - method_words.REASONS.keys() == {"file.decimal"} & REASONS.keys()
    told = {language: [] for language in LANGUAGES}
    for language in LANGUAGES:
        with app.test_request_context(), force_locale(language):
            told[language] = [str(each) for each in method_words.REASONS.values()]
    assert len({*told["fi"]} & {*told["en"]}) == 0
    assert len({*told["sv"]} & {*told["en"]}) == 0


def test_a_long_value_is_told_shortened() -> None:
    assert len(because("kind.unknown", name="x" * 100_000)) < 100


def test_the_file_of_a_library_method_reads_as_the_method_does() -> None:
    for each in methods.catalogue():
        assert opened(parsed(written(methods.file_of(each["key"])).encode(), "again")) == each


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (b"", "not a JSON file"),
        (b"[]", "not a JSON object"),
        (b"{", "not a JSON file"),
        (b"\xff", "not a JSON file"),
        (b'{"a": 1, "a": 2}', "a is there twice in one object"),
        (b'{"a": 1.5}', "1.5 is not a whole number"),
        (b'{"a": NaN}', "NaN is not a whole number"),
        (b'{"a": 12345678901234567890}', "a: is too large a number"),
        (b'{"a": "\\ud800"}', "a: has characters that cannot be kept"),
        (b'{"\\ud800": 1}', "has characters that cannot be kept"),
        (b"[" * 100_000, "is nested too deep"),
        (b'{"a":' + b"[" * 30 + b"]" * 30 + b"}", "is nested too deep"),
        (b" " * 1_048_577, "is larger than 1 MB"),
    ],
)
def test_what_is_no_file_of_a_method_is_refused_in_a_sentence(body: bytes, line: str) -> None:
    with pytest.raises(FaultyMethodError) as caught:
        parsed(body, "mine.json")

    assert line in str(caught.value)
    str(caught.value).encode()


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(max_size=8)
    | st.sampled_from(["party", "zone:plan", "zone:grid", "<b>x</b>", "x" * 700, "kinds", "choice"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_put_anywhere_is_used_or_refused_by_place(data: st.DataObject) -> None:
    method: Any = copy.deepcopy(data.draw(st.sampled_from(WHOLE)))
    place: Any = method
    while True:
        steps = list(place) if isinstance(place, dict) else list(range(len(place)))
        step = data.draw(st.sampled_from(steps))
        if not isinstance(place[step], dict | list) or not place[step] or data.draw(st.booleans()):
            break
        place = place[step]
    place[step] = data.draw(VALUES)

    faults = list(unkeepable(method)) or faults_of(method)

    assert all(why.code in method_words.REASONS and str(why) for _where, why in faults)
    if not faults:
        json.dumps(read(method, "mine.json"))
        assert faults_of({**method, "example": with_sample(opened(method))["example"]}) == []


def test_a_lock_is_broken_by_changing_opening_removing_or_adding_it() -> None:
    before = duty_rota()
    before["lanes"][0]["fixed"] = True
    before["given"] = [{"key": "one", "kind": "party", "zone": "zone:plan/who", "text": words("One")}]
    changed, gone, more, given = (copy.deepcopy(before) for _ in range(4))
    changed["lanes"][0]["title"] = words("Who else")
    del gone["lanes"][0]
    more["phases"][0]["fixed"] = True
    given["given"] = []

    assert unlocked(before, copy.deepcopy(before)) == []
    assert [unlocked(before, each) for each in (changed, gone, given)] == [["zone:who"]] * 3
    assert unlocked(before, more) == ["zone:plan"]


def test_what_an_example_says_of_things_that_are_gone_is_taken_out() -> None:
    method = methods.file_of("five_whys")
    method["kinds"] = [kind for kind in method["kinds"] if kind["key"] != "root_cause"]
    for zone in method["zones"]:
        zone["accepts"] = [each for each in zone["accepts"] if each != "root_cause"] or ["cause"]
    method["questions"] = method["questions"][:1]
    for link in method["links"]:
        for end in ("from", "to"):
            if end in link:
                link[end] = [each for each in link[end] if each != "root_cause"] or ["cause"]

    fitted = without_strangers(method)

    assert faults_of(method) != []
    assert faults_of(fitted) == []
    assert 0 < len(fitted["example"]["notes"]) < len(method["example"]["notes"])
