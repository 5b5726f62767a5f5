"""The setting of most tests of the API."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.api.case import Case, make_case
from tests.live.setting import Caller, Setting, make_setting


@pytest.fixture
def case(client: FlaskClient) -> Case:
    """Aino, Björn and Chloé around one live workshop."""
    return make_case(client)


@pytest.fixture
def setting(app: Flask) -> Setting:
    """A live workshop with one board that everybody may open."""
    return make_setting()


@pytest.fixture
def aino(client: FlaskClient, setting: Setting) -> Caller:
    """She leads."""
    return Caller(client, setting, setting.aino)


@pytest.fixture
def bjorn(client: FlaskClient, setting: Setting) -> Caller:
    """He takes part."""
    return Caller(client, setting, setting.bjorn)


@pytest.fixture
def dagny(client: FlaskClient, setting: Setting) -> Caller:
    """She takes part too."""
    return Caller(client, setting, setting.dagny)
