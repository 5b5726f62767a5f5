"""Web addresses within what people wrote, as links that show their host. Only http and https, and none is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from facilitator.artefacts.formats.report.element import Child, outward
from facilitator.engine.fields import is_web_address

_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"]+", re.IGNORECASE)
_TAIL = re.compile(r"[.,;:!?'’”»…]+$")  # what ends a sentence ends no address
_PAIRS = {")": "(", "]": "[", "}": "{"}
_HOST = re.compile(r"[a-z0-9.-]+(:[0-9]+)?")  # other letters may look like these: such an address stays text


def with_links(text: str) -> Iterator[Child]:
    """The text in order, each address in it as a link."""
    end = 0
    for found in _ADDRESS.finditer(text):
        address = _trimmed(found.group())
        link = _link(address)
        if link is None:
            continue
        if found.start() > end:
            yield text[end : found.start()]
        yield link
        end = found.start() + len(address)
    if end < len(text):
        yield text[end:]


def _trimmed(address: str) -> str:
    """Without what belongs to the sentence: its end, and a bracket that was opened before the address."""
    while True:
        before = address
        address = _TAIL.sub("", address)
        opened = _PAIRS.get(address[-1:])
        if opened and address.count(address[-1]) > address.count(opened):
            address = address[:-1]
        if address == before:
            return address


def _link(address: str) -> Child | None:
    if not is_web_address(address):
        return None
    parts = urlsplit(address)
    host = parts.netloc.lower()
    if not _HOST.fullmatch(host):
        return None
    is_more = parts.path not in ("", "/") or parts.query or parts.fragment
    return outward(parts.scheme + address[len(parts.scheme) :], f"{host}/…" if is_more else host)
