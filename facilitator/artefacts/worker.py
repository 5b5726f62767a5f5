"""Writes a file of artefacts, in a process of its own: what is wanted on standard input, the file on standard output.

    python -m facilitator.artefacts.worker SECONDS BYTES

It keeps to its bounds itself, gives way to whoever serves people, and leaves nothing: it makes no file and has no line
but the one it was given.
"""

from __future__ import annotations

import base64
import json
import os
import resource
import sys
from typing import Any

from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.formats.html import report, write_workshop

LOWEST = 19  # priority


def write(wanted: dict[str, Any]) -> bytes:
    """The file. wanted: `format` of the one artefact, or `ways` for reports; with `about` of a whole workshop.

    pictures: by id, media type and bytes in base64.
    """
    artefacts, language = wanted["artefacts"], wanted["language"]
    pictures = {
        name: (media_type, base64.b64decode(body)) for name, (media_type, body) in wanted.get("pictures", {}).items()
    }
    if "about" in wanted:
        return write_workshop(wanted["about"], artefacts, language, wanted["ways"], wanted["summary"], pictures)
    if "ways" in wanted:
        return report(artefacts[0], language, wanted["ways"], pictures)
    return FORMATS[wanted["format"]].write(artefacts[0], language, pictures)


def keep_within(seconds: int, most_bytes: int) -> None:
    """Bound this process, and let it give way to all others."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(LOWEST)


def main(seconds: int, most_bytes: int) -> None:
    """Read, write, end. Any fault ends it, and says nothing of what people wrote."""
    keep_within(seconds, most_bytes)
    sys.stdout.buffer.write(write(json.load(sys.stdin.buffer)))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
