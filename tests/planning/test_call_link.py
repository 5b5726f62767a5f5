"""The link to the call: an https address as people paste it, and nothing that could be more."""

from __future__ import annotations

import pytest

from facilitator.errors import Invalid
from facilitator.planning.call_link import read_call_link


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (None, ""),
        ("  \n", ""),
        (" https://call.example/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%7d \n", None),
        ("https://call.example:8443/j/123?pwd=a.1#success", None),
        ("HTTPS://Call.Example/Ä", None),
        ("https://ääkköset.example/työpaja", None),
        ("https://[2001:db8::1]/j", None),
    ],
)
def test_a_web_address_is_kept_as_it_was_pasted(typed: str | None, kept: str | None) -> None:
    assert read_call_link(typed) == ((typed or "").strip() if kept is None else kept)


@pytest.mark.parametrize(
    "typed",
    [
        "http://call.example/1",
        "javascript:alert(1)",
        "data:text/html,https://call.example",
        "//call.example/1",
        "call.example/1",
        "https:call.example",
        "https:///1",
        "https://",
        "https://call.example\\@evil.example/",
        "https://call.example@evil.example/",
        "https://call.example:99999/",
        "https://call.example/ 1",
        'https://call.example/"onclick="x',
        "https://[call",
        "Teams",
    ],
)
def test_all_else_is_refused_beside_its_field(typed: str) -> None:
    with pytest.raises(Invalid, match=r"link\.invalid") as refused:
        read_call_link(typed)

    assert refused.value.detail["fields"] == {"call_url": ("link.invalid", {})}


def test_a_link_on_several_lines_is_refused() -> None:
    with pytest.raises(Invalid):
        read_call_link("https://call.example/1\nhttps://call.example/2")
