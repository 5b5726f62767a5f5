"""Every artefact is what the published schema says."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from facilitator import methods
from facilitator.artefacts import derive
from facilitator.artefacts.schema import json_schema
from tests.artefacts.makers import EVERY_METHOD, PROVENANCE, board, note


def validate(artefact: dict[str, Any]) -> None:
    Draft202012Validator(json_schema(), format_checker=FormatChecker()).validate(artefact)


def test_the_schema_is_itself_valid():
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("method", methods.catalogue(), ids=lambda method: method["key"])
def test_every_method_gives_an_artefact_that_validates_even_when_empty(method):
    validate(derive(method, board(method["key"]), PROVENANCE))


@pytest.mark.parametrize("make", EVERY_METHOD.values(), ids=EVERY_METHOD)
def test_a_full_board_validates(make):
    validate(make(note_9=note("pain_point", "Sijoittamatta", lang="sv")))


def objects(value: Any, where: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every object in the artefact, those with free names left out."""
    found = []
    if isinstance(value, dict) and where[-1:] not in (("fields",), ("votes",), ("sums",), ("sets",)):
        found.append(where)
    if isinstance(value, dict):
        for name, inner in value.items():
            found += objects(inner, (*where, name))
    if isinstance(value, list) and value:
        found += objects(value[0], (*where, 0))
    return found


@pytest.mark.parametrize("make", EVERY_METHOD.values(), ids=EVERY_METHOD)
def test_no_object_takes_a_member_that_the_schema_does_not_know(make):
    artefact = make()

    for where in objects(artefact):
        changed = deepcopy(artefact)
        inner = changed
        for step in where:
            inner = inner[step]
        inner["stranger"] = "p:bjorn"
        with pytest.raises(ValidationError):
            validate(changed)
