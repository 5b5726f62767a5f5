"""Where the product is at home: the zone in which people and files are told times."""

from __future__ import annotations

from zoneinfo import ZoneInfo

HOME = ZoneInfo("Europe/Helsinki")
