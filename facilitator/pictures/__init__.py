"""Pictures that people bring: read, made small enough, and freed of all that they say about who took them where.

Pure: no Flask, no database. What reads them (`reading.py`, with Pillow) runs in a process of its own (`worker.py`).
"""

from facilitator.pictures.picture import EXTENSIONS, MOST_BYTES, Picture, Unreadable, understood

__all__ = ["EXTENSIONS", "MOST_BYTES", "Picture", "Unreadable", "understood"]
