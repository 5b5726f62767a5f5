"""Negative controls: a part broken on purpose turns the suite red. A soak plays their scenes on a sound server too."""

from __future__ import annotations

import pytest

from tests.faults.controls import CONTROLS, complaints

QUICK = [name for name, control in CONTROLS.items() if control.is_quick]


@pytest.mark.parametrize("name", QUICK)
def test_a_broken_part_turns_the_suite_red(name, installation, tmp_path):
    assert complaints(name, installation, tmp_path) != []
