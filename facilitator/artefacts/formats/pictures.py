"""Pictures of notes beside an artefact, which names them: whoever writes a file is given their bytes."""

from __future__ import annotations

from collections.abc import Mapping

Pictures = Mapping[str, tuple[str, bytes]]  # by id: media type and bytes; those that are gone are missing
NO_PICTURES: Pictures = {}
EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png"}


def file_name(picture: str, media_type: str) -> str:
    """What a picture's file is called beside the tables."""
    return f"pictures/{picture[:16]}.{EXTENSIONS[media_type]}"
