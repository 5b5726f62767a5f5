"""P5.3: JSON that any two parsers could read differently is refused."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from facilitator.live import strict_json

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "json-parsing-sample.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(
    "text",
    [
        "NaN", "[Infinity]", "-Infinity", "1e999", "-1e999", '{"a":1,"a":1}', '{"a":{"b":1,"b":2}}', "9007199254740992",
        "-9007199254740992", "1" * 5_000, "[" * 33 + "]" * 33, '{"a":' * 40 + "1" + "}" * 40, "[" * 100_000, "", "[1,]",
        "{'a':1}", "\ufeff1", '"\x01"',
    ],
)  # fmt: skip
def test_what_is_not_strict_is_refused_without_telling_what_it_was(text):
    with pytest.raises(ValueError, match=r"^(not strict JSON|JSON nested too deep)$"):
        strict_json.loads(text)


@pytest.mark.parametrize(
    "text",
    ["9007199254740991", "-9007199254740991", "1.5", "1e3", '{"__proto__":1}', "[" * 32 + "]" * 32, '"\\ud83d\\ude00"'],
)
def test_what_is_strict_is_read_as_always(text):
    assert strict_json.loads(text) == json.loads(text)
    assert strict_json.loads(text.encode()) == json.loads(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"].rpartition("/")[2])
def test_the_parsing_cases_end_as_they_should(case):
    body = base64.b64decode(case["b64"])

    try:
        strict_json.loads(body)
        is_taken = True
    except ValueError:
        is_taken = False

    assert is_taken or case["expect"] != "accept" or "duplicated" in case["name"]
    assert not is_taken or case["expect"] != "reject"


def test_what_is_written_is_compact_and_keeps_every_language():
    assert strict_json.dumps({"ä": [1, None, "🛶"]}, separators=(",", ":")) == '{"ä":[1,null,"🛶"]}'
