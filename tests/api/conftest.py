"""The setting of most tests of the API."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.api.case import Case, make_case


@pytest.fixture
def case(client: FlaskClient) -> Case:
    """Aino, Björn and Chloé around one live workshop."""
    return make_case(client)
