"""JSON from outside, read as its standard says."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from facilitator.bringing import Unreadable
from facilitator.bringing.json_text import parse
from tests.artefacts.strings import DATA

CASES = [json.loads(line) for line in (DATA / "json-parsing-sample.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_no_json_is_refused_and_what_is_none_of_ours_is_told_apart(case: dict[str, Any]):
    answer = ""
    try:
        parse(base64.b64decode(case["b64"]))
    except Unreadable as refused:
        answer = refused.code

    if case["expect"] == "reject":
        assert answer in ("file.json", "file.encoding")
    elif case["expect"] == "accept":
        assert answer in ("", "file.unknown")  # a list, or a number alone, is no file of ours
    else:
        assert answer in ("", "file.unknown", "file.json", "file.encoding")
