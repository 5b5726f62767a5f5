"""Methods of a programme's own, where two people begin one of the same key at the same instant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from facilitator.models import OwnMethod, Programme
from facilitator.planning import own_methods
from tests.makers import make_programme, make_user
from tests.methods.examples import duty_rota


@pytest.fixture
def programme(app: Flask) -> Programme:
    return make_programme(make_user())


def blind_at_first(monkeypatch: pytest.MonkeyPatch, name: str, seen: Any) -> None:
    """The first look is that of somebody who looked before the other had saved."""
    look: Callable[..., Any] = getattr(own_methods, name)
    before = [seen]
    monkeypatch.setattr(own_methods, name, lambda *args: before.pop() if before else look(*args))


def test_of_two_copies_begun_at_the_same_instant_the_second_gets_another_key(programme, monkeypatch):
    own_methods.copy_method(programme, "pain_grid")
    blind_at_first(monkeypatch, "_free", "pain_grid")

    second = own_methods.copy_method(programme, "pain_grid")

    assert second.key == "pain_grid_2"
    assert [each.key for each in own_methods.methods_of(programme)] == ["pain_grid", "pain_grid_2"]
    assert own_methods.versions_of(second)[0].body == second.draft


def test_of_two_files_brought_at_the_same_instant_the_second_is_the_next_version(programme, monkeypatch):
    first = own_methods.bring_method(programme, duty_rota(), is_lead=True)
    blind_at_first(monkeypatch, "twin_of", None)

    second = own_methods.bring_method(programme, duty_rota() | {"listed": 7}, is_lead=True)

    assert (second.id, second.version) == (first.id, 2)
    assert OwnMethod.query.count() == 1
